/* Tests of reading images: invented lines drawn with cairo, read by tesseract. */
#include "ocr-internal.h"
#include "test-canvas.h"

#include <math.h>
#include <string.h>

static const char *const letter[] = {
    "Office of the Sheriff, Quillfeather County", "Custody Division, Release Desk",
    "The release desk received eleven requests in March.",
    "Two persons were released before the officers arrived.",
    "No person was transferred on the night of March 14.",
    "Copies of the forms are kept for three years.",
    "Questions may be sent to the records unit by mail.", NULL
};

/* A gray sheet of 6 x 4 inches with @lines of 12 pt text, 20 pt apart, 40 pt from the left. */
static PIX *
draw (const char *const *lines, double dpi, double paper, double ink, double turn_deg)
{
    Canvas c = canvas (432, 288, dpi, paper);
    cairo_translate (c.cairo, 216, 144);
    cairo_rotate (c.cairo, turn_deg * G_PI / 180);
    cairo_translate (c.cairo, -216, -144);
    cairo_set_source_rgb (c.cairo, ink, ink, ink);
    for (guint i = 0; lines[i] != NULL; i++)
        write_line (c, 40, 60 + 20 * i, 12, lines[i]);
    return develop (c);
}

#define CODES 40

static EvxRecogniser *
open_english (void)
{
    g_autoptr (GError) error = NULL;
    EvxRecogniser *recogniser = evx_recogniser_new ("eng", &error);
    g_assert_no_error (error);
    return recogniser;
}

static EvxPage *
read_or_fail (EvxRecogniser *recogniser, PIX *pix, double dpi, EvxReadFacts *facts)
{
    g_autoptr (GError) error = NULL;
    EvxPage *page = evx_ocr_read_image (recogniser, pix, dpi, 60, facts, &error);
    g_assert_no_error (error);
    return page;
}

/* Share of the words of @lines that stand on the page. */
static double
recall (const EvxPage *page, const char *const *lines)
{
    guint found = 0, all = 0;
    for (guint i = 0; lines[i] != NULL; i++) {
        g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
        for (guint j = 0; words[j] != NULL; j++) {
            g_autofree char *spaced = g_strconcat (words[j], " ", NULL);
            found += strstr (page->text->str, spaced) != NULL;
            all++;
        }
    }
    return (double) found / all;
}

static gint
find_word (const EvxPage *page, const char *text)
{
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        if (strcmp (word, text) == 0)
            return (gint) i;
    }
    return -1;
}

static void
test_words_have_boxes_where_they_were_drawn (void)
{
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) pix = draw (letter, 300, 1, 0, 0);
    g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 300, &facts);
    g_assert_cmpfloat (recall (page, letter), >=, 0.95);
    gint i = find_word (page, "Custody");
    g_assert_cmpint (i, >=, 0);
    const EvxWord *word = &g_array_index (page->words, EvxWord, i);
    g_assert_cmpfloat_with_epsilon (word->box.x0, 40, 2);
    g_assert_cmpfloat_with_epsilon (word->box.y1, 82, 4); /* base line at 80, descender below */
    g_assert_cmpfloat (word->confidence, >, 0.7);
    g_assert_cmpfloat_with_epsilon (word->font_size, 12, 3);
    g_assert_cmpint (word->origin, ==, EVX_ORIGIN_OCR);
}

/* Each sign of a long code can be doubted, and none is in a dictionary: the line is there all the same. */
static void
test_no_line_of_a_code_is_lost (void)
{
    static const char digits[] = "0123456789abcdef";
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (GRand) rand = g_rand_new_with_seed (11);
    Canvas sheet = canvas (400, 520, 200, 1);
    for (guint line = 0; line < CODES; line++) {
        g_autoptr (GString) code = g_string_new (NULL);
        for (guint i = 0; i < 36; i++)
            g_string_append_c (code, i == 8 || i == 13 || i == 18 || i == 23 ? '-' : digits[g_rand_int_range (rand, 0, 16)]);
        write_line (sheet, 40, 40 + 12 * line, 5, code->str);
    }
    g_autoptr (PIX) pix = develop (sheet);
    g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 200, &facts);
    guint signs = 0;
    for (guint i = 0; i < page->words->len; i++)
        signs += g_array_index (page->words, EvxWord, i).length;
    g_assert_cmpuint (signs, >=, 36 * CODES * 97 / 100);
}

/* The resolution of a slip is guessed from the width of a sheet; its letters say what is needed. */
static void
test_only_small_letters_are_enlarged (void)
{
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) large = draw (letter, 300, 1, 0, 0);
    g_autoptr (PIX) small = draw (letter, 90, 1, 0, 0);
    g_autoptr (EvxPage) slip = read_or_fail (recogniser, large, 75, &facts);
    g_assert_cmpfloat_with_epsilon (facts.dpi, 75, 0.1);
    g_assert_cmpfloat (recall (slip, letter), >=, 0.95);
    g_autoptr (EvxPage) page = read_or_fail (recogniser, small, 90, &facts);
    g_assert_cmpfloat (facts.dpi, >, 200);
    g_assert_cmpfloat (recall (page, letter), >=, 0.8);
}

/* Figures far from their line, which are read by a second look. */
static void
test_figures_at_the_end_of_lines_are_read_with_their_line (void)
{
    static const char *const lines[] = {
        "Persons released in January                                                    3",
        "Persons released in February                                                  7",
        "Persons released in March                                                       4",
        "Persons released in April                                                          8", NULL
    };
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) pix = draw (lines, 200, 1, 0, 0);
    g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 200, &facts);
    gint march = find_word (page, "March"), four = find_word (page, "4");
    g_test_message ("%u words by a second look", facts.reread);
    g_assert_cmpint (four, ==, march + 1);
}

/* Cells of three figures make longer rows down the page than across. */
static void
test_columns_of_short_figures_are_not_turned (void)
{
    static const char *const columns[] = {
        "100                  200                  300", "101                  201                  301",
        "102                  202                  302", "103                  203                  303",
        "104                  204                  304", "105                  205                  305",
        "106                  206                  306", "107                  207                  307", NULL
    };
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) pix = draw (columns, 200, 1, 0, 0);
    g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 200, &facts);
    g_assert_cmpint (facts.turned, ==, 0);
    gint first = find_word (page, "104");
    g_assert_cmpint (first, >=, 0);
    g_assert_cmpint (find_word (page, "204"), ==, first + 1);
}

/* A log of short cells of invented values. */
static PIX *
draw_log (void)
{
    Canvas c = canvas (432, 360, 200, 1);
    cairo_set_source_rgb (c.cairo, 0, 0, 0);
    cairo_select_font_face (c.cairo, "Liberation Mono", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    for (guint i = 0; i < 30; i++) {
        char cells[7][16];
        g_snprintf (cells[0], 16, "%u,%u", 1 + i, 1 + i * 7 % 19);
        g_snprintf (cells[1], 16, "%u%c", 1 + i % 2, "AB"[i / 2 % 2]);
        g_snprintf (cells[2], 16, "%u", i * 13 % 10);
        g_snprintf (cells[3], 16, "%u mg", 5 * (1 + i * 3 % 8));
        g_snprintf (cells[4], 16, "%u", i * 5 % 6);
        g_snprintf (cells[5], 16, "%u/%u", 101 + i * 13 % 60, 58 + i * 11 % 40);
        g_snprintf (cells[6], 16, "%u.%u", 96 + i % 6, i * 7 % 10);
        for (guint k = 0; k < 7; k++)
            write_line (c, 34 + 52 * k, 37.5 + 10 * i, 7.5, cells[k]);
    }
    return develop (c);
}

static void
test_a_log_of_short_cells_is_not_turned (void)
{
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) pix = draw_log ();
    g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 200, &facts);
    g_assert_cmpint (facts.turned, ==, 0);
}

static void
test_light_on_dark_is_read (void)
{
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) pix = draw (letter, 300, 0.1, 0.95, 0);
    g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 300, &facts);
    g_assert_cmpfloat (recall (page, letter), >=, 0.9);
}

static void
test_boxes_of_a_skewed_sheet_lie_on_the_skewed_words (void)
{
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) pix = draw (letter, 300, 1, 0, 4);
    g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 300, &facts);
    g_assert_cmpfloat (recall (page, letter), >=, 0.9);
    g_assert_cmpfloat_with_epsilon (facts.skew_deg, -4, 0.5);
    gint i = find_word (page, "Questions");
    g_assert_cmpint (i, >=, 0);
    /* Drawn with its base line's start at (40, 180) before the turn by 4 degrees about (216, 144). */
    double angle = 4 * G_PI / 180;
    EvxBox box = g_array_index (page->words, EvxWord, i).box;
    double x = 216 + (40 - 216) * cos (angle) - (180 - 144) * sin (angle);
    double y = 144 + (40 - 216) * sin (angle) + (180 - 144) * cos (angle);
    g_assert_cmpfloat_with_epsilon (box.x0, x, 4);
    g_assert_cmpfloat_with_epsilon (box.y1, y, 8);
}

static void
test_an_empty_sheet_gives_no_words (void)
{
    static const char *const none[] = { NULL };
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) pix = draw (none, 150, 1, 0, 0);
    g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 150, &facts);
    g_assert_cmpuint (page->words->len, ==, 0);
}

static void
test_images_of_one_pixel_give_no_words (void)
{
    EvxReadFacts facts;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    for (int side = 1; side <= 40; side += 13) {
        g_autoptr (PIX) pix = pixCreate (side, 1, 8);
        g_autoptr (EvxPage) page = read_or_fail (recogniser, pix, 300, &facts);
        g_assert_cmpuint (page->words->len, ==, 0);
    }
}

static void
test_time_without_a_processor_does_not_count (void)
{
    gint64 before = evx_ocr_busy_us ();
    g_usleep (200000);
    g_assert_cmpint (evx_ocr_busy_us () - before, <, 100000);
}

static void
test_noise_ends_in_bounded_time (void)
{
    EvxReadFacts facts;
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (GRand) rand = g_rand_new_with_seed (7);
    g_autoptr (PIX) pix = pixCreate (2550, 3300, 8);
    for (int y = 0; y < 3300; y++)
        for (int x = 0; x < 2550; x++)
            SET_DATA_BYTE (pixGetData (pix) + (gsize) y * pixGetWpl (pix), x,
                           g_rand_int_range (rand, 0, 256));
    gint64 start = evx_ocr_busy_us ();
    g_autoptr (EvxPage) page = evx_ocr_read_image (recogniser, pix, 300, 20, &facts, &error);
    if (page == NULL)
        g_assert_error (error, EVX_ERROR, EVX_ERROR_PAGE_TIMEOUT);
    g_test_message ("%.1f s", (evx_ocr_busy_us () - start) / 1e6);
    g_assert_cmpfloat ((evx_ocr_busy_us () - start) / 1e6, <, 45);
}

static void
test_a_missing_model_is_named_with_its_package (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxRecogniser) recogniser = evx_recogniser_new ("eng+qqq_sim", &error);
    g_assert_null (recogniser);
    g_assert_error (error, EVX_ERROR, EVX_ERROR_NO_MODEL);
    g_assert_cmpstr (error->message, ==,
                     "OCR model qqq_sim is not installed: apt-get install tesseract-ocr-qqq-sim");
}

static void
test_spanish_is_read_with_its_accents_after_english (void)
{
    static const char *const aviso[] = { "El detenido recibió este aviso en la oficina", "y pidió hablar con su abogado.",
                                         "La notificación se envió por correo a las nueve.", NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxRecogniser) both = evx_recogniser_new ("eng+spa", &error);
    g_assert_no_error (error);
    EvxReadFacts facts = { 0 };
    g_autoptr (PIX) pix = draw (aviso, 300, 1, 0, 0);
    g_autoptr (EvxPage) page = read_or_fail (both, pix, 300, &facts);
    g_assert_cmpfloat (recall (page, aviso), ==, 1);
}

/* The English model is as sure of "habia" as the Spanish one of "había"; a line of English among them stays as it is. */
static void
test_a_spanish_page_keeps_its_accents (void)
{
    static const char *const page_of_it[] = { "MEMORÁNDUM", "La policía había llegado allá después de que él salió",
                                              "y nadie más sabía dónde estaba la compañía del niño.",
                                              "Según el médico, la sesión terminó sin explicación.",
                                              "The interpreter arrived at the county office.", NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxRecogniser) both = evx_recogniser_new ("eng+spa", &error);
    g_assert_no_error (error);
    EvxReadFacts facts = { 0 };
    g_autoptr (PIX) pix = draw (page_of_it, 150, 1, 0, 0);
    g_autoptr (EvxPage) page = read_or_fail (both, pix, 150, &facts);
    g_assert_cmpfloat (recall (page, page_of_it), ==, 1);
}

/* What no line is found in and recognition guesses at is read badly, but it is read. */
static void
test_noise_gives_a_page (void)
{
    g_autoptr (EvxRecogniser) recogniser = open_english ();
    g_autoptr (PIX) noise = pixCreate (500, 500, 8);
    EvxReadFacts facts = { 0 };
    guint32 state = 1;
    for (int y = 0; y < 500; y++)
        for (int x = 0; x < 500; x++) {
            state = state * 1664525 + 1013904223;
            pixSetPixel (noise, x, y, state >> 24);
        }
    g_autoptr (EvxPage) page = read_or_fail (recogniser, noise, 0.36, &facts);
    g_assert_nonnull (page);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ocr/words-have-boxes-where-they-were-drawn",
                     test_words_have_boxes_where_they_were_drawn);
    g_test_add_func ("/ocr/no-line-of-a-code-is-lost", test_no_line_of_a_code_is_lost);
    g_test_add_func ("/ocr/only-small-letters-are-enlarged", test_only_small_letters_are_enlarged);
    g_test_add_func ("/ocr/figures-at-the-end-of-lines-are-read-with-their-line",
                     test_figures_at_the_end_of_lines_are_read_with_their_line);
    g_test_add_func ("/ocr/a-log-of-short-cells-is-not-turned", test_a_log_of_short_cells_is_not_turned);
    g_test_add_func ("/ocr/columns-of-short-figures-are-not-turned", test_columns_of_short_figures_are_not_turned);
    g_test_add_func ("/ocr/light-on-dark-is-read", test_light_on_dark_is_read);
    g_test_add_func ("/ocr/boxes-of-a-skewed-sheet-lie-on-the-skewed-words",
                     test_boxes_of_a_skewed_sheet_lie_on_the_skewed_words);
    g_test_add_func ("/ocr/an-empty-sheet-gives-no-words", test_an_empty_sheet_gives_no_words);
    g_test_add_func ("/ocr/images-of-one-pixel-give-no-words",
                     test_images_of_one_pixel_give_no_words);
    g_test_add_func ("/ocr/noise-ends-in-bounded-time", test_noise_ends_in_bounded_time);
    g_test_add_func ("/ocr/time-without-a-processor-does-not-count", test_time_without_a_processor_does_not_count);
    g_test_add_func ("/ocr/a-missing-model-is-named-with-its-package",
                     test_a_missing_model_is_named_with_its_package);
    g_test_add_func ("/ocr/recognise/spanish-is-read-with-its-accents-after-english",
                     test_spanish_is_read_with_its_accents_after_english);
    g_test_add_func ("/ocr/recognise/a-spanish-page-keeps-its-accents", test_a_spanish_page_keeps_its_accents);
    g_test_add_func ("/ocr/noise-gives-a-page", test_noise_gives_a_page);
    return g_test_run ();
}
