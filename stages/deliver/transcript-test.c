#include <json-glib/json-glib.h>

#include "../index/test-dump.h"
#include "transcript.h"

static char *
written (const char *name)
{
    const EvxTranscript *format = evx_transcript_find (name);
    g_autoptr (EvxPage) page = test_page_new (2, "A <b> & \"c\"\n\nsecond block\n");
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < page->blocks->len; i++)
        g_array_index (page->blocks, EvxBlock, i).box = (EvxBox){ 72, 72, 144, 144 };
    if (format->begin != NULL)
        format->begin (out, "a&b.pdf");
    format->page (out, "a&b.pdf", page);
    if (format->end != NULL)
        format->end (out);
    return g_string_free (out, FALSE);
}

static void
test_text_ends_pages_with_a_form_feed (void)
{
    g_autofree char *text = written ("txt");
    g_assert_cmpstr (text, ==, "A <b> & \"c\"\n\nsecond block\n\f");
}

static void
test_json_has_words_with_boxes (void)
{
    g_autofree char *text = written ("json");
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonNode) node = json_from_string (text, &error);
    g_assert_no_error (error);
    JsonObject *page = json_node_get_object (node);
    g_assert_cmpint (json_object_get_int_member (page, "page"), ==, 3);
    JsonArray *lines = json_object_get_array_member (page, "lines");
    g_assert_cmpuint (json_array_get_length (lines), ==, 2);
    JsonArray *words = json_object_get_array_member (json_array_get_object_element (lines, 0), "words");
    JsonObject *word = json_array_get_object_element (words, 1);
    g_assert_cmpstr (json_object_get_string_member (word, "text"), ==, "<b>");
    g_assert_cmpfloat (json_array_get_double_element (json_object_get_array_member (word, "box"), 0), ==, 84);
}

static void
assert_well_formed (const char *xml)
{
    const GMarkupParser parser = { NULL };
    g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
    g_autoptr (GError) error = NULL;
    g_assert_true (g_markup_parse_context_parse (context, xml, -1, &error));
    g_assert_true (g_markup_parse_context_end_parse (context, &error));
    g_assert_no_error (error);
}

static void
test_hocr_is_well_formed_with_pixel_boxes (void)
{
    g_autofree char *text = written ("hocr");
    assert_well_formed (text);
    g_assert_nonnull (strstr (text, "bbox 0 0 2550 3300; ppageno 2; scan_res 300 300"));
    g_assert_nonnull (strstr (text, "bbox 350 300 425 342; x_wconf 100\">&lt;b&gt;</span>"));
}

static void
test_alto_is_well_formed_with_places (void)
{
    g_autofree char *text = written ("alto");
    assert_well_formed (text);
    g_assert_nonnull (strstr (text, "HPOS=\"1400\" VPOS=\"1200\" WIDTH=\"300\" HEIGHT=\"167\" CONTENT=\"&lt;b&gt;\" WC=\"1\"/>"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/transcript/text ends pages with a form feed", test_text_ends_pages_with_a_form_feed);
    g_test_add_func ("/transcript/JSON has words with boxes", test_json_has_words_with_boxes);
    g_test_add_func ("/transcript/hOCR is well-formed, boxes in pixels", test_hocr_is_well_formed_with_pixel_boxes);
    g_test_add_func ("/transcript/ALTO is well-formed, places in 1/1200 inch", test_alto_is_well_formed_with_places);
    return g_test_run ();
}
