/* Tests of what stands among figures: invented marks, no recogniser. Figures are 20 px high and stand on 25. */
#include "ocr-internal.h"

#include <string.h>

#define FIGURE(x) { (x), 5, (x) + 11, 25 }
#define POINT(x) { (x), 22, (x) + 3, 25 }
#define COMMA(x) { (x), 22, (x) + 3, 29 }
#define MINUS(x) { (x), 15, (x) + 6, 17 }
#define STAR(x) { (x), 5, (x) + 7, 12 }

/* What was read, the marks, and what these tell; NULL: that they do not go together. */
typedef struct {
    const char *read, *told;
    gboolean complete;
    EvxBox marks[10];
} Case;

static void
assert_told (const Case *test)
{
    gboolean complete = FALSE;
    g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    for (guint i = 0; i < G_N_ELEMENTS (test->marks) && test->marks[i].x1 > 0; i++)
        g_array_append_val (parts, test->marks[i]);
    g_autofree char *told = evx_ocr_tell_figures (test->read, parts, -G_MAXDOUBLE, G_MAXDOUBLE, &complete);
    g_assert_cmpstr (told, ==, test->told);
    g_assert_cmpint (complete, ==, test->complete);
}

static void
assert_all_told (const Case *tests, guint n)
{
    for (guint i = 0; i < n; i++)
        assert_told (&tests[i]);
}

static void
test_stops_between_figures_are_told (void)
{
    static const Case tests[] = {
        { "715", "71.5", TRUE, { FIGURE (2), FIGURE (15), POINT (29), FIGURE (36) } },
        { "71:5", "71.5", TRUE, { FIGURE (2), FIGURE (15), POINT (29), FIGURE (36) } },
        { "1234", "1,234", TRUE, { FIGURE (2), COMMA (16), FIGURE (23), FIGURE (36), FIGURE (49) } },
        { "1,234", "1,234", TRUE, { FIGURE (2), POINT (16), FIGURE (23), FIGURE (36), FIGURE (49) } }, /* a tail that was lost */
        { "71.5", "71.5", TRUE, { FIGURE (2), FIGURE (15), COMMA (29), FIGURE (36) } },
        { "71.5", "71.5", FALSE, { FIGURE (2), FIGURE (15), FIGURE (36) } }, /* printed too faintly */
        { "15%", "1.5%", TRUE, { FIGURE (2), POINT (16), FIGURE (23), { 36, 5, 42, 13 }, { 38, 5, 48, 25 }, { 46, 16, 52, 25 } } },
    };
    assert_all_told (tests, G_N_ELEMENTS (tests));
}

static void
test_a_4_is_no_narrower_than_others (void)
{
    static const Case tests[] = {
        { "4.4", "4.1", TRUE, { FIGURE (2), POINT (16), { 24, 5, 31, 25 } } },
        { "4.4", "4.4", TRUE, { FIGURE (2), POINT (16), FIGURE (23) } },
        { "44", "14", TRUE, { { 2, 5, 9, 25 }, FIGURE (14) } },
        { "*.44", "*-14", TRUE, { STAR (2), MINUS (11), { 21, 5, 28, 25 }, FIGURE (33) } },
    };
    assert_all_told (tests, G_N_ELEMENTS (tests));
}

static void
test_dirt_is_no_point (void)
{
    static const Case tests[] = {
        { "71", "71", FALSE, { FIGURE (2), POINT (13), FIGURE (15) } },                           /* no room for a point */
        { "71", "71", FALSE, { FIGURE (2), { 12, 22, 15, 25 }, { 16.5, 5, 27.5, 25 } } },         /* nor here */
        { "15", "15", FALSE, { FIGURE (2), POINT (18), FIGURE (21) } },                           /* the tip of a 5 */
        { "7.15", "7.15", FALSE, { FIGURE (2), POINT (16), FIGURE (23), POINT (37), FIGURE (44) } }, /* the number has one */
        { "71", "71", FALSE, { FIGURE (2), { 16, 10, 19, 13 }, FIGURE (23) } },                     /* above the line */
        { "71", "71", FALSE, { FIGURE (2), POINT (16), POINT (20), FIGURE (27) } },                 /* two of them */
        { "71", "71", FALSE, { POINT (2), FIGURE (8), FIGURE (21) } },
        { "71", "71", FALSE, { FIGURE (2), FIGURE (15), POINT (29) } },
        { "71", "71", TRUE, { FIGURE (2), { 16, 24, 17, 25 }, FIGURE (23) } },                      /* smaller than points */
    };
    assert_all_told (tests, G_N_ELEMENTS (tests));
}

static void
test_signs_before_figures_are_told (void)
{
    static const Case tests[] = {
        { "15", "-15", TRUE, { MINUS (2), FIGURE (12), FIGURE (25) } },
        { "15", "*15", TRUE, { STAR (2), FIGURE (12), FIGURE (25) } },
        { "\"15", "*-15", TRUE, { STAR (2), MINUS (11), FIGURE (20), FIGURE (33) } },
        { "*.15", "*-15", TRUE, { STAR (2), MINUS (11), FIGURE (20), FIGURE (33) } },
        { "15", "15", FALSE, { { 2, 5, 4, 12 }, { 6, 5, 8, 12 }, FIGURE (12), FIGURE (25) } }, /* a quotation mark */
        { "(15)", "(-15)", TRUE, { { 2, 5, 7, 30 }, MINUS (9), FIGURE (18), FIGURE (31), { 44, 5, 49, 30 } } },
        { "15", "15", FALSE, { FIGURE (2), FIGURE (15), STAR (28) } }, /* a note's */
    };
    assert_all_told (tests, G_N_ELEMENTS (tests));
}

static void
test_marks_printed_thin_are_joined (void)
{
    static const Case tests[] = {
        { "15", "*15", TRUE, { { 2, 6, 5, 8 }, { 2, 9, 5, 12 }, { 5, 5, 6, 12 }, { 6, 9, 9, 12 }, FIGURE (12), FIGURE (25) } },
        { "15", "1.5", TRUE, { FIGURE (2), POINT (16), { 23, 5, 33, 9 }, { 23, 11, 34, 25 } } },
    };
    assert_all_told (tests, G_N_ELEMENTS (tests));
}

static void
test_figures_that_touch_are_counted (void)
{
    static const Case tests[] = {
        { "552", "-552", TRUE, { MINUS (2), { 12, 5, 49, 25 } } },
        { "7552", "7.552", TRUE, { FIGURE (2), POINT (16), { 23, 5, 60, 25 } } },
        { "7552", NULL, FALSE, { FIGURE (2), POINT (16), FIGURE (23) } },
        { "7552", NULL, FALSE, { { 2, 5, 26, 25 }, POINT (30), { 36, 5, 60, 25 } } }, /* two and two, or one and three */
        { "345%", NULL, FALSE, { { 2, 5, 26, 25 }, POINT (30), FIGURE (37), { 50, 5, 66, 25 } } },
    };
    assert_all_told (tests, G_N_ELEMENTS (tests));
}

static void
test_stops_without_a_mark_go_where_none_can_touch (void)
{
    static const Case tests[] = {
        { "2,", "2", TRUE, { FIGURE (2) } },
        { "2,", "2,", FALSE, { { 2, 5, 20, 28 } } }, /* wider than a figure */
        { "2.", "2.", TRUE, { FIGURE (2), POINT (16) } },
    };
    assert_all_told (tests, G_N_ELEMENTS (tests));
}

static void
test_words_are_left_alone (void)
{
    g_assert_true (evx_ocr_is_figures ("*-1,234.5%"));
    g_assert_true (evx_ocr_is_figures ("(0.8-0.9)"));
    g_assert_true (evx_ocr_is_figures ("(95%)"));
    g_assert_false (evx_ocr_is_figures ("1st"));
    g_assert_false (evx_ocr_is_figures ("U.S."));
    g_assert_false (evx_ocr_is_figures ("5%a"));
    g_assert_false (evx_ocr_is_figures ("--"));
    g_assert_false (evx_ocr_is_figures (""));
}

static void
test_a_lead_is_taken_off (void)
{
    static const EvxBox marks[] = { STAR (2), MINUS (11), FIGURE (20), FIGURE (33) };
    g_autoptr (PIX) strip = pixCreate (60, 36, 8);
    pixSetAll (strip);
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        evx_image_fill (strip, marks[i], 0);
    g_autoptr (GArray) parts = evx_image_parts (strip);
    g_autoptr (PIX) bare = evx_ocr_without_lead (strip, parts);
    g_assert_nonnull (bare);
    g_autoptr (GArray) rest = evx_image_parts (bare);
    g_assert_cmpuint (rest->len, ==, 2);
    g_assert_cmpfloat (g_array_index (rest, EvxBox, 0).x0, ==, 20);
    g_assert_null (evx_ocr_without_lead (bare, rest));
}

/* Without time to read anything again: what stands in a long strip is told word by word. */
static void
test_points_are_told_in_long_strips (void)
{
    static const EvxBox marks[] = { FIGURE (2), POINT (16), FIGURE (23), FIGURE (80), FIGURE (93), POINT (107), FIGURE (114) };
    g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free);
    g_autoptr (EvxPage) read = evx_page_new (0, 100, 100);
    PIX *strip = pixCreate (700, 36, 8);
    pixSetAll (strip);
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        evx_image_fill (strip, marks[i], 0);
    for (guint i = 0; i < 40; i++)
        evx_image_fill (strip, (EvxBox) FIGURE (150 + 13 * i), 0);
    g_ptr_array_add (strips, strip);
    const char *words[] = { "15", "715", "1111111111111111111111111111111111111111" };
    const EvxBox boxes[] = { { 2, 0, 34, 36 }, { 80, 0, 125, 36 }, { 150, 0, 680, 36 } };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        evx_page_add_word (read, words[i], -1, boxes[i], 0.95, EVX_ORIGIN_OCR)->line = 0;
    g_autoptr (EvxPage) told = evx_ocr_read_again (NULL, strips, read, 72, 0);
    g_assert_true (g_str_has_prefix (told->text->str, "1.5 71.5 1111"));
}

/* The letters of a carbon copy are lighter than half of black. */
static void
test_marks_of_faint_ink_are_found (void)
{
    for (guint gray = 0; gray <= 180; gray += 60) {
        g_autoptr (PIX) strip = pixCreate (60, 30, 8);
        pixSetAll (strip);
        evx_image_fill (strip, (EvxBox) FIGURE (4), gray);
        evx_image_fill (strip, (EvxBox) POINT (19), gray);
        g_autoptr (GArray) parts = evx_image_parts (strip);
        g_assert_cmpuint (parts->len, ==, 2);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/figures/a 4 is no narrower than others", test_a_4_is_no_narrower_than_others);
    g_test_add_func ("/ocr/figures/stops-between-figures-are-told", test_stops_between_figures_are_told);
    g_test_add_func ("/ocr/figures/dirt-is-no-point", test_dirt_is_no_point);
    g_test_add_func ("/ocr/figures/signs-before-figures-are-told", test_signs_before_figures_are_told);
    g_test_add_func ("/ocr/figures/marks-printed-thin-are-joined", test_marks_printed_thin_are_joined);
    g_test_add_func ("/ocr/figures/figures-that-touch-are-counted", test_figures_that_touch_are_counted);
    g_test_add_func ("/ocr/figures/stops-without-a-mark-go-where-none-can-touch", test_stops_without_a_mark_go_where_none_can_touch);
    g_test_add_func ("/ocr/figures/words-are-left-alone", test_words_are_left_alone);
    g_test_add_func ("/ocr/figures/a-lead-is-taken-off", test_a_lead_is_taken_off);
    g_test_add_func ("/ocr/figures/points-are-told-in-long-strips", test_points_are_told_in_long_strips);
    g_test_add_func ("/ocr/figures/marks-of-faint-ink-are-found", test_marks_of_faint_ink_are_found);
    return g_test_run ();
}
