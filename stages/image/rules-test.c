/* Printed rules and leaders, found in images drawn by hand and painted out of them. */
#include "rules.h"

#define DPI 200

static void
ink (PIX *pix, int x, int y, int w, int h)
{
    BOX *box = boxCreate (x, y, w, h);
    pixClearInRect (pix, box);
    boxDestroy (&box);
}

/* A form of one row, 14 pt high, in four cells between two rules across; and in a cell three strokes as high
 * as the row nearly: on the lower rule, from the upper one, and a bracket between. */
static PIX *
draw_row_of_cells (void)
{
    PIX *pix = pixCreate (1000, 400, 8);
    pixSetAllArbitrary (pix, 255);
    ink (pix, 100, 100, 800, 3);
    ink (pix, 100, 140, 800, 3);
    for (int c = 0; c <= 4; c++)
        ink (pix, 100 + 199 * c, 100, 3, 43);
    ink (pix, 150, 100, 3, 26);
    ink (pix, 170, 116, 3, 26);
    ink (pix, 190, 106, 3, 31);
    return pix;
}

static guint
darkness (PIX *pix, int x, int y)
{
    l_uint32 value = 255;
    pixGetPixel (pix, x, y, &value);
    return 255 - value;
}

static void
test_rules_down_one_row_are_found (void)
{
    g_autoptr (PIX) pix = draw_row_of_cells ();
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    g_autoptr (PIX) clean = evx_image_take_rules (pix, DPI, rules);
    guint down = 0;
    for (guint i = 0; i < rules->len; i++)
        down += g_array_index (rules, EvxRule, i).vertical != 0;
    g_assert_cmpuint (down, ==, 5);
    g_assert_cmpuint (rules->len, ==, 7);
    g_assert_nonnull (clean);
    g_assert_cmpuint (darkness (clean, 300, 120), ==, 0); /* a rule */
    g_assert_cmpuint (darkness (clean, 151, 115), ==, 255); /* a stroke */
    g_assert_cmpuint (darkness (clean, 171, 125), ==, 255);
    g_assert_cmpuint (darkness (clean, 191, 121), ==, 255);
}

/* A grid on a sheet that lies a little askew: rules fall by a pixel in fifty. In each cell stands the stem of a
 * letter, near the rules but on neither. */
static void
test_stems_between_rules_that_are_not_level_stay (void)
{
    g_autoptr (PIX) pix = pixCreate (1000, 400, 8);
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    pixSetAllArbitrary (pix, 255);
    for (int row = 0; row <= 5; row++)
        for (int x = 100; x < 900; x += 50)
            ink (pix, x, 80 + 40 * row + x / 50, 50, 3);
    for (int column = 0; column <= 4; column++)
        ink (pix, 100 + 199 * column, 82 + 4 * column, 3, 203);
    for (int row = 0; row < 5; row++)
        for (int x = 125; x < 875; x += 50)
            ink (pix, x, 80 + 40 * row + x / 50 + 9, 3, 25);
    g_autoptr (PIX) clean = evx_image_take_rules (pix, DPI, rules);
    g_assert_nonnull (clean);
    for (int row = 0; row < 5; row++)
        for (int x = 125; x < 875; x += 50)
            g_assert_cmpuint (darkness (clean, x + 1, 80 + 40 * row + x / 50 + 20), ==, 255);
    g_assert_cmpuint (darkness (clean, 175, 122), ==, 0); /* a rule */
}

/* A log on a sheet a little askew, framed, with a rule under its head alone: no bit of a rule is left to its ends. */
static void
test_a_table_ruled_off_under_its_head_is_a_grid (void)
{
    static const int rules_y[] = { 64, 104, 504 };
    g_autoptr (PIX) pix = pixCreate (1000, 600, 8);
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    pixSetAllArbitrary (pix, 255);
    for (guint r = 0; r < G_N_ELEMENTS (rules_y); r++)
        for (int x = 106, step = 0; x < 834; x += 90, step++)
            ink (pix, x, rules_y[r] - 2 * step, MIN (90, 834 - x), 2);
    ink (pix, 103, 64, 2, 440);
    ink (pix, 835, 48, 2, 440);
    ink (pix, 300, 120, 12, 26); /* a figure */
    g_autoptr (PIX) clean = evx_image_take_rules (pix, DPI, rules);
    g_assert_nonnull (clean);
    for (int x = 90; x < 910; x++)
        for (int y = 40; y < 116; y++)
            g_assert_cmpuint (darkness (clean, x, y), ==, 0);
    g_assert_cmpuint (darkness (clean, 306, 133), ==, 255);
}

/* A table whose head stands on gray ground: its frame, the rules between its cells, and those below that go on from them. */
static void
test_rules_beside_and_on_ground_are_found (void)
{
    static const guint tones[] = { 20, 110, 150 };
    for (guint i = 0; i < G_N_ELEMENTS (tones); i++) {
        g_autoptr (PIX) pix = pixCreate (1000, 600, 8);
        g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
        guint down = 0, across = 0;
        pixSetAllArbitrary (pix, 255);
        evx_image_fill (pix, (EvxBox) { 100, 100, 900, 160 }, tones[i]);
        for (int r = 0; r < 6; r++)
            ink (pix, 100, 160 + 60 * r, 800, 3);
        for (int c = 0; c <= 4; c++)
            ink (pix, 100 + 199 * c, 100, 3, 363);
        g_autoptr (PIX) clean = evx_image_take_rules (pix, DPI, rules);
        g_assert_nonnull (clean);
        for (guint k = 0; k < rules->len; k++) {
            const EvxRule *rule = &g_array_index (rules, EvxRule, k);
            down += rule->vertical && evx_box_height (rule->box) > 290 && evx_box_width (rule->box) <= 6;
            across += !rule->vertical && evx_box_width (rule->box) > 780;
        }
        g_assert_cmpuint (down, ==, 5);
        g_assert_cmpuint (across, >=, 5);
    }
}

/* Rules that cross leave no bit of each other; what ends in the soft edge of a rule keeps its foot, and what runs
 * across it is whole. */
static void
test_a_rule_is_painted_out_and_letters_are_not (void)
{
    g_autoptr (PIX) pix = pixCreate (1000, 400, 8);
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    pixSetAllArbitrary (pix, 255);
    for (int r = 0; r < 4; r++)
        ink (pix, 100, 100 + 60 * r, 800, 3);
    for (int c = 0; c <= 4; c++)
        ink (pix, 100 + 199 * c, 100, 3, 183);
    ink (pix, 150, 152, 3, 7);   /* the foot of a comma, a pixel above the rule at 160 */
    ink (pix, 200, 140, 3, 40);  /* a stroke across that rule */
    ink (pix, 250, 130, 12, 26); /* a figure above it, and one below */
    ink (pix, 250, 170, 12, 26);
    g_autoptr (PIX) clean = evx_image_take_rules (pix, DPI, rules);
    g_assert_nonnull (clean);
    for (int y = 90; y < 300; y++)
        g_assert_cmpuint (darkness (clean, 300, y), ==, 0);
    g_assert_cmpuint (darkness (clean, 151, 158), ==, 255);
    g_assert_cmpuint (darkness (clean, 201, 161), ==, 255);
    g_assert_cmpuint (darkness (clean, 256, 161), ==, 0);
}

/* A rule under the rows of a table, that falls with its sheet; a shorter one, as long as the bar of a large letter; and one
 * down the page, which is none of either. */
static void
test_long_rules_across_go_without_a_grid (void)
{
    g_autoptr (PIX) pix = pixCreate (1000, 600, 8);
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    pixSetAllArbitrary (pix, 255);
    for (int x = 100, step = 0; x < 900; x += 100, step++)
        ink (pix, x, 100 + step, 100, 3);
    ink (pix, 300, 85, 12, 16);  /* a letter that stands on the rule */
    ink (pix, 100, 300, 200, 6); /* the bar */
    ink (pix, 700, 300, 3, 250); /* down the page */
    g_autoptr (PIX) clean = evx_image_take_rules (pix, DPI, rules);
    g_assert_nonnull (clean);
    for (int x = 90; x < 910; x++)
        if (x < 295 || x > 315)
            for (int y = 95; y < 115; y++)
                g_assert_cmpuint (darkness (clean, x, y), ==, 0);
    g_assert_cmpuint (darkness (clean, 306, 93), ==, 255);
    g_assert_cmpuint (darkness (clean, 200, 302), ==, 255);
    g_assert_cmpuint (darkness (clean, 701, 400), ==, 255);
}

/* A label, dots, and figures in as many columns. */
static void
draw_leader (PIX *pix, int y, guint n_dots, guint columns)
{
    ink (pix, 60, y - 20, 80, 20);
    for (guint i = 0; i < n_dots; i++)
        ink (pix, 160 + 16 * (int) i, y - 4, 4, 4);
    for (guint c = 0; c < columns; c++)
        ink (pix, 500 + 120 * (int) c, y - 20, 40, 20);
}

static void
test_leaders_go_where_figures_stand_in_columns (void)
{
    g_autoptr (PIX) pix = pixCreate (1000, 400, 8);
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    pixSetAllArbitrary (pix, 255);
    draw_leader (pix, 100, 12, 3); /* of a table */
    draw_leader (pix, 160, 12, 1); /* of a table of contents */
    draw_leader (pix, 220, 3, 3);  /* an ellipsis */
    g_autoptr (PIX) clean = evx_image_take_rules (pix, DPI, rules);
    g_assert_nonnull (clean);
    for (int i = 0; i < 12; i++) {
        g_assert_cmpuint (darkness (clean, 162 + 16 * i, 98), ==, 0);
        g_assert_cmpuint (darkness (clean, 162 + 16 * i, 158), ==, 255);
    }
    g_assert_cmpuint (darkness (clean, 162, 218), ==, 255);
    g_assert_cmpuint (darkness (clean, 100, 90), ==, 255);
    g_assert_cmpuint (darkness (clean, 520, 90), ==, 255);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/image/rules beside ground and on it are found", test_rules_beside_and_on_ground_are_found);
    g_test_add_func ("/image/rules down one row are found", test_rules_down_one_row_are_found);
    g_test_add_func ("/image/stems between rules that are not level stay", test_stems_between_rules_that_are_not_level_stay);
    g_test_add_func ("/image/a table ruled off under its head is a grid", test_a_table_ruled_off_under_its_head_is_a_grid);
    g_test_add_func ("/image/a rule is painted out and letters are not", test_a_rule_is_painted_out_and_letters_are_not);
    g_test_add_func ("/image/leaders go where figures stand in columns", test_leaders_go_where_figures_stand_in_columns);
    g_test_add_func ("/image/long rules across go without a grid", test_long_rules_across_go_without_a_grid);
    return g_test_run ();
}
