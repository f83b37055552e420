/* Tests of the second reading: invented cells drawn with cairo, read by tesseract. */
#include "ocr-internal.h"
#include "test-canvas.h"

#include <string.h>

#define TEST_DPI 200.0

/* A white row through all cells, half a point above each line: thin print parts figures from their feet. */
static void
thin_out (PIX *pix)
{
    for (guint line = 0; line < 5; line++) {
        BOX *row = boxCreate (0, (int) ((40 + 20 * line - 0.5) * TEST_DPI / 72), pixGetWidth (pix), 1);
        pixSetInRect (pix, row);
        boxDestroy (&row);
    }
}

/* Cells of type of that size, 50 pt apart, or 100 where there are two in a row. */
static PIX *
draw_cells (const char *const *cells, guint columns, const char *face, double size)
{
    Canvas c = canvas (432, 288, TEST_DPI, 1);
    cairo_set_source_rgb (c.cairo, 0, 0, 0);
    cairo_select_font_face (c.cairo, face, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    for (guint i = 0; cells[i] != NULL; i++)
        write_line (c, 40 + (columns > 2 ? 50 : 100) * (i % columns), 40 + 20 * (i / columns), size, cells[i]);
    return develop (c);
}

/* How many of the cells stand on the page as they were drawn. */
static guint
count_read (const EvxPage *page, const char *const *cells)
{
    guint found = 0;
    g_autofree char *text = g_strconcat (" ", page->text->str, NULL);
    for (guint i = 0; cells[i] != NULL; i++) {
        g_autofree char *spaced = g_strconcat (" ", cells[i], " ", NULL);
        gboolean has = strstr (text, spaced) != NULL;
        if (!has)
            g_test_message ("%s is missing in %s", cells[i], text);
        found += has;
    }
    return found;
}

static void
assert_all_are_read_in (PIX *pix, const char *const *cells)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxRecogniser) recogniser = evx_recogniser_new ("eng", &error);
    g_assert_no_error (error);
    EvxReadFacts facts;
    g_autoptr (EvxPage) page = evx_ocr_read_image (recogniser, pix, TEST_DPI, 60, &facts, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (count_read (page, cells), ==, g_strv_length ((GStrv) cells));
}

static void
assert_all_read (const char *const *cells, guint columns, const char *face, double size)
{
    g_autoptr (PIX) pix = draw_cells (cells, columns, face, size);
    assert_all_are_read_in (pix, cells);
}

static void
test_points_of_small_figures_are_read (void)
{
    static const char *const cells[] = { "1.1", "2.4", "1.9", "2.6", "1.5", "3.2", "1.0", "1.2", "2.1", "1.3",
                                         "2.9", "1.8", "1.4", "2.2", "1.7", "4.9", "5.4", "2.7", "1.6", "2.8", NULL };
    assert_all_read (cells, 5, "Liberation Sans", 6);
}

static void
test_signs_before_small_figures_are_read (void)
{
    static const char *const cells[] = { "*-0.3", "-237", "0.5", "-1.9", "*0.3", "-0.4", "-243", "*-0.7", "*-0.5", "-0.6", NULL };
    assert_all_read (cells, 5, "Liberation Sans", 7);
}

static void
test_a_figure_and_its_minus_are_believed (void)
{
    static const char *const cells[] = { "-8", "-5", "-3", "-2", "-9", "-4", "-6", "-7", "12", "10", NULL };
    assert_all_read (cells, 5, "Liberation Sans", 8);
}

static void
test_figures_of_typewriters_are_read (void)
{
    static const char *const cells[] = { "0.95", "0.85", "0.75", "0.65", "0.55", "0.45", "0.35", "0.25", "0.15", "0.05",
                                         "1.6", "1.7", "1.8", "1.9", "2.0", NULL };
    assert_all_read (cells, 5, "Liberation Mono", 11);
}

static void
test_bars_under_signs_are_read (void)
{
    static const char *const cells[] = { "\342\211\24424,999", "\342\211\24575,000", "24,999", "<5,000", NULL };
    assert_all_read (cells, 2, "Liberation Serif", 9);
}

static void
test_figures_printed_thin_stay_figures (void)
{
    static const char *const cells[] = { "24,696", "155", "585", "25,769", "17,535", "15,294", NULL };
    g_autoptr (PIX) pix = draw_cells (cells, 2, "Liberation Serif", 8);
    thin_out (pix);
    assert_all_are_read_in (pix, cells);
}

/* The parts of a strip, px, and what was read of it; what its shapes make of that. */
typedef struct {
    const char *read, *told;
    EvxBox parts[6];
} Shapes;

static PIX *
draw_parts (const EvxBox *parts)
{
    PIX *strip = pixCreate (90, 30, 8);
    pixSetAll (strip);
    for (guint i = 0; i < 6 && parts[i].x1 > 0; i++)
        evx_image_fill (strip, parts[i], 0);
    return strip;
}

/* Without time to read anything again, only shapes can tell. */
static void
assert_told (const Shapes *shapes)
{
    g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free);
    g_autoptr (EvxPage) read = evx_page_new (0, 100, 100);
    g_ptr_array_add (strips, draw_parts (shapes->parts));
    evx_page_add_word (read, shapes->read, -1, (EvxBox) { 0, 0, 30, 10 }, 0.5, EVX_ORIGIN_OCR)->line = 0;
    g_autoptr (EvxPage) told = evx_ocr_read_again (NULL, strips, read, TEST_DPI, 0);
    g_autofree char *word = evx_page_word (told, 0);
    g_assert_cmpstr (word, ==, shapes->told);
}

static double
confidence_of (const Shapes *shapes)
{
    g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free);
    g_autoptr (EvxPage) read = evx_page_new (0, 100, 100);
    g_ptr_array_add (strips, draw_parts (shapes->parts));
    evx_page_add_word (read, shapes->read, -1, (EvxBox) { 0, 0, 30, 10 }, 0.2, EVX_ORIGIN_OCR)->line = 0;
    g_autoptr (EvxPage) told = evx_ocr_read_again (NULL, strips, read, TEST_DPI, 0);
    return g_array_index (told->words, EvxWord, 0).confidence;
}

static void
test_figures_with_a_mark_for_each_sign_are_believed (void)
{
    static const Shapes whole = { "1.5", "1.5", { { 2, 5, 12, 25 }, { 16, 22, 19, 25 }, { 24, 5, 34, 25 } } };
    static const Shapes lacking = { "1.5", "1.5", { { 2, 5, 12, 25 }, { 24, 5, 34, 25 } } };
    static const Shapes stroke = { "1", "1", { { 2, 5, 4, 25 } } };
    g_assert_cmpfloat (confidence_of (&whole), >, 0.5);
    g_assert_cmpfloat (confidence_of (&lacking), <, 0.3);
    g_assert_cmpfloat (confidence_of (&stroke), <, 0.3);
}

static void
test_points_and_minus_are_told_by_shape (void)
{
    static const Shapes all[] = {
        { "15", "1.5", { { 2, 5, 12, 25 }, { 16, 22, 19, 25 }, { 24, 5, 34, 25 } } },
        { "15", "-15", { { 2, 14, 8, 16 }, { 12, 5, 22, 25 }, { 26, 5, 36, 25 } } },
        { "15", "15", { { 2, 5, 12, 25 }, { 15, 22, 19, 25 }, { 16, 5, 26, 17 } } }, /* the tip of a 5 */
        { "1.15", "1.15", { { 2, 5, 12, 25 }, { 16, 22, 19, 25 }, { 24, 5, 34, 25 }, { 38, 22, 41, 25 }, { 46, 5, 56, 25 } } },
        { "15.", "15", { { 2, 5, 12, 25 }, { 16, 5, 26, 25 } } },
        { "15.", "15.", { { 2, 5, 12, 25 }, { 16, 5, 26, 25 }, { 30, 22, 33, 25 } } },
    };
    for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        assert_told (&all[i]);
}

static void
test_bars_are_told_by_shape (void)
{
    static const Shapes all[] = {
        { "275", "\342\211\24575", { { 2, 8, 12, 19 }, { 2, 23, 12, 25 }, { 16, 5, 26, 25 }, { 30, 5, 40, 25 } } },
        { "275", "275", { { 2, 5, 12, 21 }, { 2, 23, 12, 25 }, { 16, 5, 26, 25 }, { 30, 5, 40, 25 } } }, /* a 2 whose foot came off */
        { "<75", "\342\211\24475", { { 2, 8, 12, 19 }, { 2, 23, 12, 25 }, { 16, 5, 26, 25 }, { 30, 5, 40, 25 } } },
        { "<75", "<75", { { 2, 8, 12, 23 }, { 2, 28, 12, 30 }, { 16, 5, 26, 25 }, { 30, 5, 40, 25 } } }, /* underlined */
    };
    for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        assert_told (&all[i]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ocr/again/points-of-small-figures-are-read", test_points_of_small_figures_are_read);
    g_test_add_func ("/ocr/again/signs-before-small-figures-are-read", test_signs_before_small_figures_are_read);
    g_test_add_func ("/ocr/again/a-figure-and-its-minus-are-believed", test_a_figure_and_its_minus_are_believed);
    g_test_add_func ("/ocr/again/figures-of-typewriters-are-read", test_figures_of_typewriters_are_read);
    g_test_add_func ("/ocr/again/bars-under-signs-are-read", test_bars_under_signs_are_read);
    g_test_add_func ("/ocr/again/figures-printed-thin-stay-figures", test_figures_printed_thin_stay_figures);
    g_test_add_func ("/ocr/again/points-and-minus-are-told-by-shape", test_points_and_minus_are_told_by_shape);
    g_test_add_func ("/ocr/again/figures-with-a-mark-for-each-sign-are-believed", test_figures_with_a_mark_for_each_sign_are_believed);
    g_test_add_func ("/ocr/again/bars-are-told-by-shape", test_bars_are_told_by_shape);
    return g_test_run ();
}
