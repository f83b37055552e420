/* Tests of what columns tell: invented columns drawn with cairo, read by the model. */
#include "ocr-internal.h"
#include "test-canvas.h"

#include <string.h>

#define TEST_DPI 200.0

/* A column of cells, each 12 pt below the last. */
static PIX *
draw_column (const char *const *cells, const char *face, double size)
{
    Canvas c = canvas (200, 40 + 12 * g_strv_length ((GStrv) cells), TEST_DPI, 1);
    cairo_set_source_rgb (c.cairo, 0, 0, 0);
    cairo_select_font_face (c.cairo, face, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    for (guint i = 0; cells[i] != NULL; i++)
        write_line (c, 60, 30 + 12 * i, size, cells[i]);
    return develop (c);
}

static char *
read_column (const char *const *cells, const char *face, double size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxRecogniser) recogniser = evx_recogniser_new ("eng", &error);
    g_assert_no_error (error);
    EvxReadFacts facts;
    g_autoptr (PIX) pix = draw_column (cells, face, size);
    g_autoptr (EvxPage) page = evx_ocr_read_image (recogniser, pix, TEST_DPI, 60, &facts, &error);
    g_assert_no_error (error);
    return g_strstrip (g_strdup (page->text->str));
}

/* That what is read is what was drawn, cell by cell. */
static void
assert_read (const char *const *cells, const char *face, double size)
{
    g_autofree char *read = read_column (cells, face, size), *drawn = g_strjoinv (" ", (GStrv) cells);
    g_assert_cmpstr (read, ==, drawn);
}

static void
test_codes_of_a_letter_and_a_figure_are_read (void)
{
    static const char *const cells[] = { "E5", "A1", "C1", "B7", "A9", "I8", "F1", "M1", "E2", "C4", "S3", "I4", "O6", "U1", NULL };
    assert_read (cells, "Liberation Sans", 6);
}

/* Read as (WJIID), (WJUD), Ill and the like, but for their shapes. */
static void
test_strokes_that_are_alike_are_one_letter (void)
{
    static const char *const serif[] = { "Basic Reading (WJIII)", "Calculation (WJIII)", "Writing Sample (WJIII)", "Math Reasoning (WJIII)",
                                         "Oral Comprehension (WJII)", NULL };
    static const char *const sans[] = { "Class II", "Class III", "Unit VIII", "Type II", "Ill or well", NULL };
    assert_read (serif, "Liberation Serif", 10);
    assert_read (sans, "Liberation Sans", 8);
}

/* Read as la, 4c as ac, 5b as sb. */
static void
test_figures_with_a_small_letter_are_read (void)
{
    static const char *const cells[] = { "1a", "1b", "1c", "2a", "2b", "2c", "3a", "3b", "3c", "4a", "4b", "4c", "5a", "5b", "5c", NULL };
    assert_read (cells, "Liberation Serif", 8);
}

/* Of codes with letters O some are read with 0, as U00186. */
static void
test_letters_of_codes_are_no_figures (void)
{
    static const char *const cells[] = { "BKA186", "CIL657", "BKT365", "AIB593", "UOO470", "CIL149", "BKR935", "AIB431", "AIB739", "CIL800",
                                         "UOO186", "BKE171", "They were received on the date", "Staff will return in the spring", NULL };
    assert_read (cells, "Liberation Sans", 7);
    assert_read (cells, "Liberation Serif", 8);
}

static void
test_a_sign_alone_at_the_head_of_a_column_is_read (void)
{
    static const char *const cells[] = { "%", "30.2", "26.7", "9.1", "34.0", NULL };
    assert_read (cells, "Liberation Serif", 9);
}

static void
test_codes_of_two_figures_are_read (void)
{
    static const char *const cells[] = { "B27", "S25", "O31", "C11", "E14", "A22", "I38", "B16", "S31", "C30", "A17", "E40", NULL };
    assert_read (cells, "Liberation Sans", 8);
}

static void
test_codes_with_a_dash_are_read (void)
{
    static const char *const cells[] = { "C-2", "A-7", "B-1", "C-10", "D-7", "A-11", "C-9", "B-4", "C-5", "A-3", NULL };
    assert_read (cells, "Liberation Serif", 6);
}

static void
test_forms_begin_with_a_letter_and_telephone_numbers_do_not (void)
{
    static const char *const cells[] = { "I-203", "1-800", "I-247", "12/14/2015", "I-203", "1,204", "1-203", "11/10/2016", "I-205", "I-200", "1,117", NULL };
    assert_read (cells, "Liberation Sans", 7);
    assert_read (cells, "Liberation Sans", 8);
}

static void
test_figures_among_codes_stay_figures (void)
{
    static const char *const cells[] = { "E5", "45", "18", "A1", "67", "12", "B8", "F1", "33", "15", "C4", "S3", "81", "52", NULL };
    g_autofree char *read = read_column (cells, "DejaVu Sans", 9), *spaced = g_strconcat (" ", read, " ", NULL);
    for (guint i = 0; cells[i] != NULL; i++) {
        g_autofree char *cell = g_strconcat (" ", cells[i], " ", NULL);
        if (g_ascii_isdigit (cells[i][0]))
            g_assert_nonnull (strstr (spaced, cell));
    }
}

/* One word in a column of others, which were read surely. */
typedef struct {
    const char *word;
    float confidence, told;
    const char *others[6];
} Doubt;

/* What is told of them; @strip: what all were read of. */
static EvxPage *
tell (EvxRecogniser *recogniser, const Doubt *doubt, PIX *strip, double timeout_s)
{
    g_autoptr (EvxPage) read = evx_page_new (0, 100, 100);
    g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free);
    g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (EvxPlacedWord));
    for (guint i = 0; i < 7; i++) {
        EvxPlacedWord word = { i, i, -G_MAXDOUBLE, G_MAXDOUBLE, { 40, 30.0 * i, 50, 30.0 * i + 20 }, 20 };
        const char *text = i == 3 ? doubt->word : doubt->others[i - (i > 3)];
        evx_page_add_word (read, text, -1, (EvxBox) { 0, 0, 5, 5 }, i == 3 ? doubt->confidence : 0.95f, EVX_ORIGIN_OCR)->line = i;
        g_ptr_array_add (strips, pixClone (strip));
        g_array_append_val (placed, word);
    }
    return evx_ocr_tell_by_column (recogniser, strips, read, placed, 0, timeout_s);
}

static float
confidence_told (const Doubt *doubt)
{
    g_autoptr (PIX) empty = pixCreate (30, 20, 8);
    g_autoptr (EvxPage) told = tell (NULL, doubt, empty, 10);
    return g_array_index (told->words, EvxWord, 3).confidence;
}

/* A strip that shows "87", whatever was read of it. */
static char *
told_of_87 (const Doubt *doubt, double timeout_s)
{
    g_autoptr (EvxRecogniser) recogniser = evx_recogniser_new ("eng", NULL);
    Canvas c = canvas (14, 12, TEST_DPI, 1);
    write_line (c, 1, 10, 10, "87");
    g_autoptr (PIX) strip = develop (c);
    g_autoptr (EvxPage) told = tell (recogniser, doubt, strip, timeout_s);
    return evx_page_word (told, 3);
}

static void
test_no_sign_behind_figures_is_dropped (void)
{
    static const Doubt note = { "87\302\260", 0.8f, 0, { "90", "91", "88", "79", "83", "94" } },
                       letter = { "8T", 0.8f, 0, { "90", "91", "88", "79", "83", "94" } };
    g_autofree char *with_note = told_of_87 (&note, 10), *figures = told_of_87 (&letter, 10);
    g_assert_cmpstr (with_note, ==, "87\302\260");
    g_assert_cmpstr (figures, ==, "87");
}

static void
test_without_time_a_word_stays_as_it_was_read (void)
{
    static const Doubt letter = { "8T", 0.8f, 0, { "90", "91", "88", "79", "83", "94" } };
    g_autofree char *told = told_of_87 (&letter, 0);
    g_assert_cmpstr (told, ==, "8T");
}

static void
test_a_column_bears_its_figures_out (void)
{
    static const Doubt doubts[] = {
        { "4", 0.4f, 0.6f, { "7", "1", "12", "9", "3", "8" } },
        { "4", 0.1f, 0.1f, { "7", "1", "12", "9", "3", "8" } },       /* dirt */
        { "444", 0.4f, 0.4f, { "7", "1", "12", "9", "3", "8" } },     /* none is so long */
        { "4", 0.4f, 0.4f, { "1.5", "2.4", "12", "1.9", "0.3", "8" } }, /* mixed */
    };
    for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
        g_assert_cmpfloat_with_epsilon (confidence_told (&doubts[i]), doubts[i].told, 0.001);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ocr/column/a sign alone at its head is read", test_a_sign_alone_at_the_head_of_a_column_is_read);
    g_test_add_func ("/ocr/column/figures with a small letter are read", test_figures_with_a_small_letter_are_read);
    g_test_add_func ("/ocr/column/letters of codes are no figures", test_letters_of_codes_are_no_figures);
    g_test_add_func ("/ocr/column/strokes that are alike are one letter", test_strokes_that_are_alike_are_one_letter);
    g_test_add_func ("/ocr/column/codes-of-a-letter-and-a-figure-are-read", test_codes_of_a_letter_and_a_figure_are_read);
    g_test_add_func ("/ocr/column/codes-of-two-figures-are-read", test_codes_of_two_figures_are_read);
    g_test_add_func ("/ocr/column/codes-with-a-dash-are-read", test_codes_with_a_dash_are_read);
    g_test_add_func ("/ocr/column/forms-begin-with-a-letter-and-telephone-numbers-do-not", test_forms_begin_with_a_letter_and_telephone_numbers_do_not);
    g_test_add_func ("/ocr/column/figures-among-codes-stay-figures", test_figures_among_codes_stay_figures);
    g_test_add_func ("/ocr/column/no-sign-behind-figures-is-dropped", test_no_sign_behind_figures_is_dropped);
    g_test_add_func ("/ocr/column/without-time-a-word-stays-as-it-was-read", test_without_time_a_word_stays_as_it_was_read);
    g_test_add_func ("/ocr/column/a-column-bears-its-figures-out", test_a_column_bears_its_figures_out);
    return g_test_run ();
}
