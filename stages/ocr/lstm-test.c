/* Tests of reading lines without tesseract: invented lines, the installed English model. */
#include "lstm.h"
#include "test-canvas.h"

#include <glib/gstdio.h>

#define MODEL "/usr/share/tesseract-ocr/5/tessdata/eng.traineddata"

static EvxModel *
load_english (void)
{
    EvxModel *model = evx_model_load (MODEL);
    if (model == NULL)
        g_test_skip ("no small English model where Debian keeps it");
    return model;
}

/* One line of 12 pt type at 300 dpi, cut as strips are. */
static PIX *
draw_line (const char *text)
{
    Canvas c = canvas (360, 15.12, 300, 1);
    cairo_text_extents_t extents;
    cairo_set_source_rgb (c.cairo, 0, 0, 0);
    cairo_set_font_size (c.cairo, 12);
    cairo_text_extents (c.cairo, text, &extents);
    write_line (c, 0.48, 10.56, 12, text);
    g_autoptr (PIX) sheet = develop (c);
    return evx_image_crop (sheet, (EvxBox) { 0, 0, extents.x_advance * 300 / 72 + 4, 63 });
}

static char *
joined (const GArray *words)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < words->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "", g_array_index (words, EvxReadWord, i).text);
    return g_string_free (text, FALSE);
}

static void
test_a_line_is_read_letter_for_letter (void)
{
    static const char *const lines[] = { "The release desk received eleven requests in March.",
                                         "No. 4471-B, $1,250.00 (paid 03/14/2019)", "Quillfeather, Ms. Odalys R." };
    g_autoptr (EvxModel) model = load_english ();
    for (guint i = 0; model != NULL && i < G_N_ELEMENTS (lines); i++) {
        g_autoptr (PIX) strip = draw_line (lines[i]);
        g_autoptr (GArray) words = evx_model_read (model, strip);
        g_autofree char *text = joined (words);
        g_assert_cmpstr (text, ==, lines[i]);
        for (guint k = 0; k < words->len; k++)
            g_assert_cmpfloat (g_array_index (words, EvxReadWord, k).confidence, >, 0.7);
    }
}

static void
test_light_on_dark_is_read_too (void)
{
    g_autoptr (EvxModel) model = load_english ();
    if (model == NULL)
        return;
    g_autoptr (PIX) strip = draw_line ("Custody Division, Release Desk");
    pixInvert (strip, strip);
    g_autoptr (GArray) words = evx_model_read (model, strip);
    g_autofree char *text = joined (words);
    g_assert_cmpstr (text, ==, "Custody Division, Release Desk");
}

static void
test_words_lie_where_they_were_drawn (void)
{
    g_autoptr (EvxModel) model = load_english ();
    if (model == NULL)
        return;
    g_autoptr (PIX) strip = draw_line ("eleven requests"), first = draw_line ("eleven"), both = draw_line ("eleven ");
    g_autoptr (GArray) words = evx_model_read (model, strip);
    g_assert_cmpuint (words->len, ==, 2);
    const EvxReadWord *eleven = &g_array_index (words, EvxReadWord, 0), *requests = &g_array_index (words, EvxReadWord, 1);
    g_assert_cmpfloat_with_epsilon (eleven->x0, 2, 4);
    g_assert_cmpfloat_with_epsilon (eleven->x1, pixGetWidth (first), 12);
    g_assert_cmpfloat_with_epsilon (requests->x0, pixGetWidth (both), 12);
    g_assert_cmpfloat_with_epsilon (requests->x1, pixGetWidth (strip), 6);
}

static void
test_white_and_slivers_hold_nothing_sure (void)
{
    g_autoptr (EvxModel) model = load_english ();
    if (model == NULL)
        return;
    g_autoptr (PIX) white = pixCreate (300, 60, 8), sliver = pixCreate (2, 60, 8);
    pixSetAll (white);
    g_autoptr (GArray) of_white = evx_model_read (model, white), of_sliver = evx_model_read (model, sliver);
    for (guint i = 0; i < of_white->len; i++)
        g_assert_cmpfloat (g_array_index (of_white, EvxReadWord, i).confidence, <, 0.4);
    g_assert_null (of_sliver);
}

static void
test_all_processors_add_up_alike (void)
{
    EvxMatrix matrix = { 0 };
    g_autoptr (GRand) random = g_rand_new_with_seed (7);
    guint8 in[52];
    evx_matrix_open (&matrix, 50, 90);
    for (guint i = 0; i < matrix.groups * matrix.padded * 4; i++)
        matrix.weights[i] = (gint8) g_rand_int_range (random, -127, 128);
    for (guint i = 0; i < sizeof in; i++)
        in[i] = i % 5 == 0 ? 255 : (guint8) g_rand_int_range (random, 0, 256);
    gint32 plain[96] = { 0 };
    evx_products (EVX_PROCESSOR_ANY) (&matrix, in, plain);
    for (EvxProcessor most = EVX_PROCESSOR_AVX2; most <= EVX_PROCESSOR_VNNI; most++) {
        gint32 sums[96] = { 0 };
        evx_products (most) (&matrix, in, sums);
        g_assert_cmpmem (sums, sizeof sums, plain, sizeof plain);
    }
    evx_matrix_clear (&matrix);
}

/* TRUE if @word is in the dictionary as a whole. */
static gboolean
is_word (const EvxModel *model, const char *word)
{
    EvxPlaces places = evx_dictionary_start (), next;
    gboolean ends = FALSE;
    for (; *word != '\0'; word++) {
        guint letter = 0;
        for (guint i = 1; letter == 0 && i < model->n_letters; i++)
            letter = model->letters[i].text[0] == *word && model->letters[i].text[1] == '\0' ? i : 0;
        if (evx_dictionary_follow (&model->dictionary, &places, letter, &next, &ends) == 0)
            return FALSE;
        places = next;
    }
    return ends;
}

static void
test_the_dictionary_knows_words_numbers_and_marks (void)
{
    g_autoptr (EvxModel) model = load_english ();
    if (model == NULL)
        return;
    g_assert_true (is_word (model, "release"));
    g_assert_true (is_word (model, "release,"));
    g_assert_true (is_word (model, "1997"));
    g_assert_false (is_word (model, "releqse"));
    g_assert_false (is_word (model, ",release"));
}

static void
test_broken_models_are_refused (void)
{
    g_autofree char *bytes = NULL, *folder = g_dir_make_tmp ("evidex-model-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "eng.traineddata", NULL);
    gsize length = 0;
    if (!g_file_get_contents (MODEL, &bytes, &length, NULL)) {
        g_test_skip ("no small English model where Debian keeps it");
        return;
    }
    for (gsize cut = 0; cut < MIN (length, 400000); cut = cut * 3 / 2 + 7) {
        g_assert_true (g_file_set_contents (path, bytes, (gssize) cut, NULL));
        g_assert_null (evx_model_load (path));
    }
    for (gsize at = 0; at < MIN (length, 700); at++) { /* whatever a byte of its head says, it is no harm */
        char kept = bytes[at];
        bytes[at] = (char) 0xf0;
        g_assert_true (g_file_set_contents (path, bytes, (gssize) MIN (length, 450000), NULL));
        g_autoptr (EvxModel) model = evx_model_load (path);
        bytes[at] = kept;
    }
    g_assert_null (evx_model_load ("/nonexistent"));
    g_remove (path);
    g_rmdir (folder);
}

/* The likeliest text of @look on a drawing of @text, and what it costs. */
static char *
fit (const EvxModel *model, const char *text, const char *look, double *cost)
{
    g_autoptr (PIX) strip = draw_line (text);
    g_auto (EvxActivations) found = { 0 };
    g_assert_true (evx_model_run (model, strip, &found));
    return evx_model_fit (model, &found, 0, pixGetWidth (strip), look, cost);
}

static void
test_a_look_is_fitted_at_its_cost (void)
{
    static const struct {
        const char *text, *look, *fitted;
        double least, most;
    } fits[] = { { "I-247A", "A-999A", "I-247A", 0, 3 }, { "A11", "A99", "A11", 0, 10 }, { "Case", "A999", NULL, 20, 200 },
                 { "07/22", "99/99", "07/22", 0, 3 }, { "7", "9999999999999999999", NULL, 0, 0 } };
    g_autoptr (EvxModel) model = load_english ();
    for (guint i = 0; model != NULL && i < G_N_ELEMENTS (fits); i++) {
        double cost = 0;
        g_autofree char *fitted = fit (model, fits[i].text, fits[i].look, &cost);
        g_assert_cmpfloat (cost, >=, fits[i].least);
        g_assert_cmpfloat (cost, <=, fits[i].most);
        if (fits[i].least == 0)
            g_assert_cmpstr (fitted, ==, fits[i].fitted);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/lstm/a line is read letter for letter", test_a_line_is_read_letter_for_letter);
    g_test_add_func ("/lstm/light on dark is read too", test_light_on_dark_is_read_too);
    g_test_add_func ("/lstm/words lie where they were drawn", test_words_lie_where_they_were_drawn);
    g_test_add_func ("/lstm/white and slivers hold nothing sure", test_white_and_slivers_hold_nothing_sure);
    g_test_add_func ("/lstm/all processors add up alike", test_all_processors_add_up_alike);
    g_test_add_func ("/lstm/the dictionary knows words, numbers and marks", test_the_dictionary_knows_words_numbers_and_marks);
    g_test_add_func ("/lstm/broken models are refused", test_broken_models_are_refused);
    g_test_add_func ("/lstm/a look is fitted at its cost", test_a_look_is_fitted_at_its_cost);
    return g_test_run ();
}
