#include <string.h>

#include "../index/test-dump.h"
#include "../pdf/pdf.h"
#include "searchable.h"

/* One page of 200 x 100 pt that shows a black box, with a q too many. @more: of the page's dictionary. */
static GBytes *
drawing (const char *more)
{
    static const char content[] = "q 10 20 30 40 re f";
    GString *file = g_string_new ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    g_string_append_printf (file,
                            "2 0 obj\n<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 /MediaBox [0 0 200 100] >>\nendobj\n"
                            "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s >>\nendobj\n"
                            "4 0 obj\n<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n"
                            "trailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%%%EOF\n",
                            more, strlen (content), content);
    return g_string_free_to_bytes (file);
}

/* A page that was read: an authored word, then two of a picture, one beyond ASCII. */
static EvxPage *
read_page (double width, double height)
{
    EvxPage *page = evx_page_new (0, width, height);
    evx_page_add_word (page, "typed", -1, (EvxBox){ 10, 10, 40, 20 }, 1, EVX_ORIGIN_TEXT);
    evx_page_add_word (page, "liberación", -1, (EvxBox){ 50, 30, 95, 42 }, 0.9f, EVX_ORIGIN_REGION);
    evx_page_add_word (page, "(\\x)", -1, (EvxBox){ 50, 60, 70, 70 }, 0.9f, EVX_ORIGIN_OCR);
    for (guint i = 0; i < page->words->len; i++)
        g_array_index (page->words, EvxWord, i).line = G_MAXUINT;
    return page;
}

static EvxPdf *
written (GBytes *original, const EvxPage *page, guint n_pages)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GHashTable) texts = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
    for (guint i = 0; i < n_pages; i++)
        g_hash_table_insert (texts, GUINT_TO_POINTER (i), i == 0 ? evx_searchable_text (page) : NULL);
    g_autoptr (GBytes) bytes = evx_searchable_write (original, NULL, texts, &error);
    g_assert_no_error (error);
    EvxPdf *pdf = evx_pdf_open (bytes, NULL, &error);
    g_assert_no_error (error);
    return pdf;
}

static EvxPage *
words_of (EvxPdf *pdf, guint index)
{
    g_autoptr (GError) error = NULL;
    EvxPage *page = evx_pdf_page (pdf, index, &error);
    g_assert_no_error (error);
    g_assert_true (evx_pdf_words (pdf, page, &error));
    return page;
}

static void
assert_word (const EvxPage *page, guint i, const char *text, EvxBox box)
{
    g_autofree char *found = evx_page_word (page, i);
    const EvxWord *word = &g_array_index (page->words, EvxWord, i);
    g_assert_cmpstr (found, ==, text);
    g_assert_true (word->flags & EVX_WORD_HIDDEN);
    g_assert_cmpfloat_with_epsilon (word->box.x0, box.x0, 0.1);
    g_assert_cmpfloat_with_epsilon (word->box.y0, box.y0, 0.1);
    g_assert_cmpfloat_with_epsilon (word->box.x1, box.x1, 0.1);
    g_assert_cmpfloat_with_epsilon (word->box.y1, box.y1, 0.1);
}

static void
test_recognised_words_stand_hidden_at_their_boxes_and_authored_ones_are_not_doubled (void)
{
    static const char *const turns[] = { "", "/Rotate 90", "/Rotate 180", "/Rotate 270",
                                         "/Rotate 90 /CropBox [10 0 200 100]" };
    for (guint i = 0; i < G_N_ELEMENTS (turns); i++) {
        g_autoptr (GBytes) original = drawing (turns[i]);
        g_autoptr (EvxPage) page = i == 4       ? read_page (100, 190)
                                   : i % 2 == 1 ? read_page (100, 200)
                                                : read_page (200, 100);
        g_autoptr (EvxPdf) pdf = written (original, page, 2);
        g_autoptr (EvxPage) words = words_of (pdf, 0);
        g_assert_cmpuint (words->words->len, ==, 2);
        assert_word (words, 0, "liberación", (EvxBox){ 50, 30, 95, 42 });
        assert_word (words, 1, "(\\x)", (EvxBox){ 50, 60, 70, 70 });
    }
}

static void
test_the_page_looks_as_before (void)
{
    g_autoptr (GBytes) original = drawing ("/Rotate 90");
    g_autoptr (EvxPage) page = read_page (100, 200);
    g_autoptr (EvxPdf) pdf = written (original, page, 2);
    g_autoptr (EvxPdf) before = evx_pdf_open (original, NULL, NULL);
    for (guint i = 0; i < 2; i++) {
        g_autoptr (PIX) one = evx_pdf_render (before, i, NULL, 100, NULL);
        g_autoptr (PIX) two = evx_pdf_render (pdf, i, NULL, 100, NULL);
        l_int32 same = 0;
        pixEqual (one, two, &same);
        g_assert_true (same);
    }
}

static void
test_pages_that_were_not_asked_for_are_left_out (void)
{
    g_autoptr (GBytes) original = drawing ("");
    g_autoptr (EvxPage) page = read_page (200, 100);
    g_autoptr (EvxPdf) pdf = written (original, page, 1);
    g_assert_cmpuint (evx_pdf_n_pages (pdf), ==, 1);
}

static void
test_words_of_a_sideways_scan_run_sideways (void)
{
    g_autoptr (GBytes) original = drawing ("");
    g_autoptr (EvxPage) page = evx_page_new (0, 200, 100);
    page->turned = 90;
    evx_page_add_word (page, "upwards", -1, (EvxBox){ 50, 30, 60, 80 }, 0.9f, EVX_ORIGIN_OCR);
    g_array_index (page->words, EvxWord, 0).line = G_MAXUINT;
    g_autofree char *text = evx_searchable_text (page);
    g_assert_nonnull (strstr (text, "0.000 1.000 -1.000 0.000 60.000 20.000 Tm"));
}

static void
test_a_file_beyond_reading_is_refused (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new_static ("no PDF", 6);
    g_autoptr (GHashTable) texts = g_hash_table_new (NULL, NULL);
    g_assert_null (evx_searchable_write (bytes, NULL, texts, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/searchable/recognised words stand hidden at their boxes, authored ones are not doubled",
                     test_recognised_words_stand_hidden_at_their_boxes_and_authored_ones_are_not_doubled);
    g_test_add_func ("/searchable/the page looks as before", test_the_page_looks_as_before);
    g_test_add_func ("/searchable/pages that were not asked for are left out",
                     test_pages_that_were_not_asked_for_are_left_out);
    g_test_add_func ("/searchable/words of a sideways scan run sideways", test_words_of_a_sideways_scan_run_sideways);
    g_test_add_func ("/searchable/a file beyond reading is refused", test_a_file_beyond_reading_is_refused);
    return g_test_run ();
}
