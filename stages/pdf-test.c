/* Pages made by cairo, read back: words, boxes and pixels stand where they were drawn. */
#include "pdf.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

static cairo_status_t
append_bytes (void *array, const unsigned char *data, unsigned int length)
{
    g_byte_array_append (array, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* A letter page with "Hello" at (100, 200), "World" bold at (300, 400), and a black box. */
static GBytes *
make_pdf (void)
{
    GByteArray *bytes = g_byte_array_new ();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 612, 792);
    cairo_t *cr = cairo_create (surface);
    cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (cr, 20);
    cairo_move_to (cr, 100, 200);
    cairo_show_text (cr, "Hello");
    cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    cairo_move_to (cr, 300, 400);
    cairo_show_text (cr, "World");
    cairo_rectangle (cr, 50, 600, 120, 30);
    cairo_fill (cr);
    cairo_show_page (cr);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
    return g_byte_array_free_to_bytes (bytes);
}

static void
assert_word (const EvxPage *page, guint i, const char *text, double x, double baseline)
{
    g_autofree char *found = evx_page_word (page, i);
    EvxBox box = g_array_index (page->words, EvxWord, i).box;
    g_assert_cmpstr (found, ==, text);
    g_assert_cmpfloat (fabs (box.x0 - x), <, 3);
    g_assert_cmpfloat (box.y0, <, baseline - 10);
    g_assert_cmpfloat (box.y1, >=, baseline);
    g_assert_cmpfloat (box.y1, <, baseline + 10);
}

static void
test_words_stand_where_they_were_drawn (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = make_pdf ();
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (evx_pdf_n_pages (pdf), ==, 1);
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    g_assert_true (evx_pdf_words (pdf, page, &error));
    g_assert_cmpuint (page->words->len, ==, 2);
    assert_word (page, 0, "Hello", 100, 200);
    assert_word (page, 1, "World", 300, 400);
    g_assert_true (g_array_index (page->words, EvxWord, 1).flags & EVX_WORD_BOLD);
    g_assert_false (g_array_index (page->words, EvxWord, 0).flags & EVX_WORD_BOLD);
    g_assert_cmpfloat (g_array_index (page->words, EvxWord, 0).font_size, ==, 20);
}

static void
test_rendering_shows_ink_inside_the_word_box (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = make_pdf ();
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, &error);
    PIX *pix = evx_pdf_render (pdf, 0, NULL, 72, &error);
    g_assert_no_error (error);
    g_assert_cmpint (pixGetWidth (pix), ==, 612);
    g_assert_cmpint (pixGetHeight (pix), ==, 792);
    l_uint32 inside = 255, outside = 0;
    pixGetPixel (pix, 100, 615, &inside);
    pixGetPixel (pix, 300, 615, &outside);
    g_assert_cmpuint (inside, <, 10);
    g_assert_cmpuint (outside, >, 245);
    pixDestroy (&pix);
}

static void
test_what_is_no_pdf_is_refused (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new_static ("hello", 5);
    g_assert_null (evx_pdf_open (bytes, NULL, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/pdf/words stand where they were drawn", test_words_stand_where_they_were_drawn);
    g_test_add_func ("/pdf/rendering shows ink inside the word box",
                     test_rendering_shows_ink_inside_the_word_box);
    g_test_add_func ("/pdf/what is no PDF is refused", test_what_is_no_pdf_is_refused);
    return g_test_run ();
}
