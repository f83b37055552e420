/* A page goes over the pipe and back unchanged; bytes that are not a page are refused. */
#include "pack.h"

#include <string.h>

static EvxPage *
sample_page (void)
{
    EvxPage *page = evx_page_new (6, 612, 792);
    page->rotation = 90;
    page->reading = EVX_READING_OCR;
    page->reason = evx_page_string (page, "no text layer");
    page->image_hash = G_MAXUINT64;
    evx_page_figure (page, "image_area", 0.98);
    EvxWord *word = evx_page_add_word (page, "transferred", -1, (EvxBox) { 10, 20.005, 70.25, 32 }, 0.5f,
                                       EVX_ORIGIN_OCR);
    word->font_size = 11.5f;
    EvxLine line = { { 10, 20, 70.25, 32 }, 0, 1, 0, 14 };
    EvxBlock block = { .n_lines = 1, .kind = EVX_BLOCK_HEADING, .level = 2, .table = EVX_NONE };
    EvxMention mention = { .kind = "transfer", .sense = "custody", .assertion = "affirmed",
                           .rule = "r", .surface = "transferred", .quote = "transferred",
                           .quote_end = 11, .end = 11, .n_words = 1, .evidential = TRUE,
                           .count = 46, .year = 2020, .relative_year = EVX_NONE_RELATIVE,
                           .to_ice = TRUE, .origin = EVX_ORIGIN_OCR, .confidence = 0.4 };
    EvxRedaction redaction = { { 1, 2, 3, 4 }, EVX_REDACTION_APPLIED, "(b)(6)", 3 };
    EvxBates bates = { { 500, 770, 580, 780 }, "ACS-000012", "ACS-", 12, 6, TRUE };
    g_array_append_val (page->lines, line);
    g_array_append_val (page->blocks, block);
    g_array_append_val (page->mentions, mention);
    g_array_append_val (page->redactions, redaction);
    g_array_append_val (page->bates, bates);
    return page;
}

static void
test_a_page_comes_back_unchanged (void)
{
    g_autoptr (EvxPage) page = sample_page ();
    g_autoptr (GBytes) bytes = evx_page_pack (page);
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPage) back = evx_page_unpack (bytes, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (back->index, ==, 6);
    g_assert_cmpstr (back->text->str, ==, page->text->str);
    g_assert_cmpstr (back->reason, ==, "no text layer");
    const EvxWord *word = &g_array_index (back->words, EvxWord, 0);
    g_assert_true (memcmp (&word->box, &g_array_index (page->words, EvxWord, 0).box, sizeof (EvxBox)) == 0);
    g_assert_cmpfloat (word->font_size, ==, 11.5f);
    const EvxMention *mention = &g_array_index (back->mentions, EvxMention, 0);
    g_assert_cmpstr (mention->sense, ==, "custody");
    g_assert_null (mention->cue);
    g_assert_cmpint (mention->count, ==, 46);
    g_assert_cmpint (mention->relative_year, ==, EVX_NONE_RELATIVE);
    g_assert_cmpstr (g_array_index (back->redactions, EvxRedaction, 0).exemption, ==, "(b)(6)");
    g_assert_cmpint (g_array_index (back->bates, EvxBates, 0).number, ==, 12);
    g_autoptr (GBytes) again = evx_page_pack (back);
    g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_no_cut_or_damaged_byte_is_trusted (void)
{
    g_autoptr (EvxPage) page = sample_page ();
    g_autoptr (GBytes) bytes = evx_page_pack (page);
    gsize length;
    const guint8 *data = g_bytes_get_data (bytes, &length);
    for (gsize cut = 0; cut < length; cut++) {
        g_autoptr (GBytes) part = g_bytes_new (data, cut);
        g_autoptr (EvxPage) back = evx_page_unpack (part, NULL);
        g_assert_null (back);
    }
    for (gsize at = 0; at < length; at++) { /* must not crash; may still be a page */
        g_autofree guint8 *copy = g_memdup2 (data, length);
        copy[at] ^= 0xff;
        g_autoptr (GBytes) damaged = g_bytes_new (copy, length);
        g_autoptr (EvxPage) back = evx_page_unpack (damaged, NULL);
    }
}

static void
test_an_index_out_of_range_is_refused (void)
{
    g_autoptr (EvxPage) page = sample_page ();
    g_array_index (page->mentions, EvxMention, 0).first_word = 5;
    g_autoptr (GBytes) bytes = evx_page_pack (page);
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPage) back = evx_page_unpack (bytes, &error);
    g_assert_null (back);
    g_assert_error (error, EVX_ERROR, EVX_ERROR_PROTOCOL);
}

static void
test_a_string_that_is_not_there_is_refused (void)
{
    g_autoptr (EvxPage) page = sample_page ();
    page->label = "iv";
    g_autoptr (GBytes) bytes = evx_page_pack (page);
    gsize length;
    g_autofree guint8 *copy = g_bytes_unref_to_data (g_bytes_ref (bytes), &length);
    guint8 *label = copy + 13 * 4; /* the 14th word of the head: its number, the third of the strings */
    g_assert_cmpuint (*label, ==, 3);
    *label = 0xff;
    g_autoptr (GBytes) damaged = g_bytes_new (copy, length);
    g_autoptr (EvxPage) back = evx_page_unpack (damaged, NULL);
    g_assert_null (back);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/pack/a page comes back unchanged", test_a_page_comes_back_unchanged);
    g_test_add_func ("/pack/no cut or damaged byte is trusted", test_no_cut_or_damaged_byte_is_trusted);
    g_test_add_func ("/pack/an index out of range is refused", test_an_index_out_of_range_is_refused);
    g_test_add_func ("/pack/a string that is not there is refused", test_a_string_that_is_not_there_is_refused);
    return g_test_run ();
}
