#include <json-glib/json-glib.h>

#include "../index/test-dump.h"
#include "json.h"
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
test_numbers_of_json_have_seven_digits (void)
{
    static const double values[] = { 0, 1, -1, 0.5, 0.05, -0.07, 12.3, 612, 99999.99, -99999.99, 99999.995, 100000.25, 1e7,
                                     0.123, 0.95f, 1e-5, -0.0 };
    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        char digits[G_ASCII_DTOSTR_BUF_SIZE];
        g_autoptr (GString) json = g_string_new (NULL);
        evx_json_real (json, values[i]);
        g_assert_cmpstr (json->str, ==, g_ascii_formatd (digits, sizeof digits, "%.7g", values[i]));
    }
    g_autoptr (GString) integers = g_string_new ("{");
    evx_json_integer (integers, "low", G_MININT64);
    evx_json_integer (integers, "none", 0);
    g_assert_cmpstr (integers->str, ==, "{\"low\":-9223372036854775808,\"none\":0");
}

static void
test_strings_of_json_are_escaped (void)
{
    g_autoptr (GString) json = g_string_new (NULL);
    evx_json_string (json, "\"a\\b\"\t\x01\x7f caf\u00e9 \u2014 \u2028\u2029 \U0001f600\n");
    g_assert_cmpstr (json->str, ==,
                     "\"\\\"a\\\\b\\\"\\t\\u0001\\u007f caf\u00e9 \u2014 \\u2028\\u2029 \U0001f600\\n\"");
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
    g_test_add_func ("/transcript/numbers of JSON have seven digits", test_numbers_of_json_have_seven_digits);
    g_test_add_func ("/transcript/strings of JSON are escaped", test_strings_of_json_are_escaped);
    g_test_add_func ("/transcript/hOCR is well-formed, boxes in pixels", test_hocr_is_well_formed_with_pixel_boxes);
    g_test_add_func ("/transcript/ALTO is well-formed, places in 1/1200 inch", test_alto_is_well_formed_with_places);
    return g_test_run ();
}
