/* Tables whose grid is printed (grid.c, grid-columns.c, grid-cells.c). */
#include "test-page.h"

static void
test_a_grid_keeps_merged_and_wrapped_cells (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 4; i++)
        rule (page, 50, 190 + 30 * i, 380, 190 + 30 * i);
    rule (page, 50, 190, 50, 280);
    rule (page, 160, 220, 160, 280); /* the first row is one cell */
    rule (page, 270, 220, 270, 280);
    rule (page, 380, 190, 380, 280);
    put (page, 160, 200, "Transfers by year");
    put_row (page, 224, "Facility|First half|Second half");
    put_row (page, 254, "North|12|14");
    put_row (page, 266, "Branch||");
    g_autofree char *rows = lay_out_table (page);
    g_assert_cmpstr (rows, ==, "Transfers by year\nFacility|First half|Second half\nNorth Branch|12|14\n");
    g_assert_cmpuint (g_array_index (page->cells, EvxCell, 0).columns, ==, 3);
    g_assert_true (g_array_index (page->tables, EvxTable, 0).ruled);
}

static void
test_a_title_in_a_box_of_the_grid_is_no_row (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    static const double heights[] = { 100, 130, 150, 170, 190, 220 };
    for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
        rule (page, 50, heights[i], 380, heights[i]);
    rule (page, 50, 100, 50, 220);
    rule (page, 380, 100, 380, 220);
    rule (page, 155, 130, 155, 190);
    rule (page, 265, 130, 265, 190);
    put (page, 190, 104, "Exhibit 9");
    put (page, 150, 116, "Kinds of releases");
    put_row (page, 135, "Kind|Men|Women");
    put_row (page, 155, "Bail|12|14");
    put_row (page, 175, "Dismissed|3|4");
    put (page, 60, 200, "Source: returns of the stations.");
    g_autofree char *rows = lay_out_table (page);
    g_assert_cmpstr (rows, ==, "Kind|Men|Women\nBail|12|14\nDismissed|3|4\n");
}

/* The edges of shaded ground from @y0 to @y1. */
static void
put_band (EvxPage *page, double x0, double x1, double y0, double y1)
{
    EvxRule edges[] = { { .box = { x0, y0, x1, y0 }, .edge = TRUE }, { .box = { x0, y1, x1, y1 }, .edge = TRUE } };
    g_array_append_vals (page->rules, edges, 2);
}

/* No rule is seen on the ground of a scanned head: those of the body begin below it, or its frame goes around it. */
static void
test_a_head_on_dark_ground_is_a_row_of_its_grid (void)
{
    for (guint framed = 0; framed < 2; framed++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        for (guint i = 1; i < 5; i++)
            rule (page, 50, 190 + 24 * i, 380, 190 + 24 * i);
        for (guint i = 0; i < 4; i++)
            rule (page, 50 + 110 * i, framed && i % 3 == 0 ? 166 : 190, 50 + 110 * i, 286);
        put_band (page, 50, 160, 166, 190);
        put_band (page, 160, 380, 166, 190);
        put_row (page, 173, "Facility|First half|Second half");
        for (guint i = 0; i < 4; i++)
            put_row (page, 197 + 24 * i, "North|12|14");
        g_autofree char *rows = lay_out_table (page);
        g_assert_true (g_str_has_prefix (rows, "Facility|First half|Second half\nNorth|12|14\n"));
    }
}

/* Names over two columns each, years below them, and one beside that stands at their foot. */
static void
test_a_head_on_dark_ground_may_have_several_rows (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 700, 792);
    for (guint i = 0; i < 5; i++)
        rule (page, 50, 190 + 24 * i, 600, 190 + 24 * i);
    for (guint i = 0; i < 6; i++)
        rule (page, 50 + 110 * i, 190, 50 + 110 * i, 286);
    put_band (page, 50, 600, 150, 190);
    put (page, 215, 155, "Requests received");
    put (page, 437, 155, "Requests honored");
    put_row (page, 173, "Facility|2018|2019|2018|2019");
    for (guint i = 0; i < 4; i++)
        put_row (page, 197 + 24 * i, "North|12|14|31|40");
    g_autofree char *rows = lay_out_table (page);
    g_assert_cmpstr (rows, ==, "Requests received|Requests honored\nFacility|2018|2019|2018|2019\nNorth|12|14|31|40\n"
                               "North|12|14|31|40\nNorth|12|14|31|40\nNorth|12|14|31|40\n");
}

/* Curves in boxes, each with its name above and the ticks of its axes beside and below. */
static void
test_panels_of_charts_are_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 3; i++) {
        rule (page, 90, 150 + 75 * i, 420, 150 + 75 * i);
        rule (page, 90, 165 + 75 * i, 420, 165 + 75 * i);
        put (page, 110, 152 + 75 * i, "Alder");
        put (page, 220, 152 + 75 * i, "Birch");
        put (page, 330, 152 + 75 * i, "Cedar");
        put (page, 70, 180 + 75 * i, "40");
        put (page, 70, 210 + 75 * i, "20");
    }
    rule (page, 90, 375, 420, 375);
    for (guint i = 0; i < 4; i++)
        rule (page, 90 + 110 * i, 150, 90 + 110 * i, 375);
    for (guint i = 0; i < 3; i++)
        put (page, 95 + 110 * i, 378, "2016 2017 2018");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

static void
test_figures_in_columns_part_a_grid_without_all_its_rules (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 7; i++)
        rule (page, 50, 190 + 20 * i, 480, 190 + 20 * i);
    rule (page, 50, 190, 50, 310);
    rule (page, 160, 190, 160, 310);
    rule (page, 480, 190, 480, 310);
    put_row (page, 195, "Facility|First|Second|Third");
    for (guint r = 1; r < 6; r++)
        put_row (page, 195 + 20 * r, "North|12|14|9");
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Facility|First|Second|Third\nNorth|12|14|9\nNorth|"));
    g_assert_cmpuint (g_array_index (page->tables, EvxTable, 0).n_columns, ==, 4);
}

/* Recognition takes columns of words for columns of prose and reads one after the other. */
static void
test_a_scanned_grid_is_a_table_however_it_was_read (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_recognised (page, 60, 60, "The board asked which of its rules were changed in the year");
    for (guint i = 0; i < 7; i++)
        put_recognised (page, 64, 103 + 16 * i, i == 0 ? "Rule on the books of then" : "The rule on all visits there");
    for (guint i = 0; i < 7; i++)
        put_recognised (page, 204, 103 + 16 * i, i == 0 ? "What the board did to it" : "It was then amended again");
    for (guint i = 0; i <= 7; i++)
        rule (page, 60, 100 + 16 * i, 340, 100 + 16 * i);
    for (guint i = 0; i < 3; i++)
        rule (page, 60 + 140 * i, 100, 60 + 140 * i, 212);
    g_autofree char *table = lay_out_table (page);
    g_assert_cmpuint (page->rows->len, ==, 7);
    g_assert_true (g_str_has_prefix (table, "Rule on the books of then|What the board did to it\n"
                                            "The rule on all visits there|It was then amended again\n"));
    g_assert_true (g_str_has_prefix (page->text->str, "The board asked"));
}

/* Far down the page a leaning rule stands half a column beside where it began. */
static void
test_a_leaning_grid_keeps_its_columns (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_recognised (page, 60, 60, "The unit counts each visit to a person whom it was asked to hold until noon");
    for (guint i = 0; i < 4; i++)
        put_recognised (page, 60, 76 + 12 * i, "A visit by a lawyer of the person is not among them and is counted elsewhere");
    for (guint r = 0; r <= 30; r++) {
        rule (page, 60, 140 + 18 * r, 240, 140 + 18 * r);
        for (guint c = 0; r < 30 && c < 5; c++) {
            g_autofree char *figure = g_strdup_printf ("%u", 10 * c + r % 10);
            put_recognised (page, 66 + 36 * c, 144 + 18 * r, figure);
        }
    }
    for (guint c = 0; c <= 5; c++)
        for (guint part = 0; part < 3; part++)
            rule (page, 60 + 36 * c, 140 + 180 * part, 60 + 36 * c, 320 + 180 * part);
    lean (page, 0.02);
    lay_out (page);
    g_assert_cmpuint (page->rows->len, ==, 30);
    g_assert_cmpuint (g_array_index (page->tables, EvxTable, 0).n_columns, ==, 5);
    for (guint i = 0; i < page->rows->len; i++)
        g_assert_cmpuint (row_at (page, i)->n_cells, ==, 5);
}

/* Bullets stand in a column of their own, but no rule parts them from their items. */
static void
test_a_bullet_stays_with_its_item_in_a_grid (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 4; i++)
        rule (page, 50, 190 + 40 * i, 480, 190 + 40 * i);
    for (guint i = 0; i < 3; i++)
        rule (page, i == 0 ? 50 : i == 1 ? 160 : 480, 190, i == 0 ? 50 : i == 1 ? 160 : 480, 310);
    for (guint i = 0; i < 6; i++) {
        if (i % 2 == 0)
            put_recognised (page, 60, 195 + 20 * i, "Intake");
        put_recognised (page, 170, 195 + 20 * i, "\342\200\242");
        put_recognised (page, 200, 195 + 20 * i, i % 2 == 0 ? "Keeps the log" : "Answers requests");
    }
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Intake|\342\200\242 Keeps the log \342\200\242 Answers requests\nIntake|"));
    g_assert_cmpuint (g_array_index (page->tables, EvxTable, 0).n_columns, ==, 2);
}

/* No rule runs down; names of two lines stand beside dates in the middle of the row. */
static void
test_rules_across_make_rows_of_centred_cells (void)
{
    static const char *const names[][2] = { { "Sandoval,", "Greta" }, { "Vasquez,", "Quinn" }, { "Hartmann,", "Farid" },
                                            { "Tremblay,", "Boris" }, { "Montoya,", "Luis" }, { "Okafor,", "Jamal" } };
    for (guint scanned = 0; scanned < 2; scanned++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        EvxOrigin origin = scanned ? EVX_ORIGIN_OCR : EVX_ORIGIN_TEXT;
        put_words (page, 60, 190, 2.5, "Date", origin);
        put_words (page, 130, 190, 2.5, "Name", origin);
        put_words (page, 230, 190, 2.5, "Outcome", origin);
        for (guint r = 0; r < G_N_ELEMENTS (names); r++) {
            double y = 206 + 30 * r;
            rule (page, 55, y - 3, 450, y - 3);
            put_words (page, 60, y + 6, 2.5, "07/28/2017", origin);
            put_words (page, 130, y, 2.5, names[r][0], origin);
            put_words (page, 130, y + 12, 2.5, names[r][1], origin);
            put_words (page, 230, r % 2 == 0 ? y + 6 : y, 2.5, "Released on bail posted by family", origin);
            if (r % 2 == 1)
                put_words (page, 230, y + 12, 2.5, "and friends of the person held", origin);
        }
        rule (page, 55, 206 + 30 * 6 - 3, 450, 206 + 30 * 6 - 3);
        g_autofree char *table = lay_out_table (page);
        g_assert_true (g_str_has_prefix (table, "Date|Name|Outcome\n07/28/2017|Sandoval, Greta|Released on bail posted by family\n"
                                                "07/28/2017|Vasquez, Quinn|Released on bail posted by family and friends of the person held\n"));
        g_assert_cmpuint (page->rows->len, ==, 7);
    }
}

/* Two tables with rules of one length, and what introduces the second; its lines reach over the columns. */
static void
test_text_between_tables_that_rules_make_is_no_row (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    double y = 190;
    for (guint table = 0; table < 2; table++, y += 40) {
        for (guint r = 0; r < 6; r++, y += 30) {
            rule (page, 55, y, 450, y);
            put (page, 60, y + 10, "07/28/2017");
            put (page, 130, y + 4, "Sandoval,");
            put (page, 130, y + 16, "Greta");
            put (page, 230, y + 10, "Released on bail posted by family");
        }
        rule (page, 55, y, 450, y);
        if (table == 0) {
            put (page, 60, y + 10, "Second list");
            put (page, 60, y + 24, "All who were released on bail in the year before that one");
        }
    }
    g_autofree char *table = lay_out_table (page);
    g_assert_null (strstr (table, "Second list"));
    g_assert_cmpuint (page->tables->len, ==, 2);
    g_assert_cmpuint (page->rows->len, ==, 12);
}

/* Lines to write on, for two people beside each other; a few are filled in. */
static void
test_a_form_for_two_people_is_no_table (void)
{
    static const char *const names[] = { "First name", "Middle name", "Last name" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 9; r++) {
        rule (page, 55, 200 + 30 * r, 280, 200 + 30 * r);
        rule (page, 288, 200 + 30 * r, 510, 200 + 30 * r);
        put (page, 60, 203 + 30 * r, names[r % 3]);
        put (page, 293, 203 + 30 * r, names[r % 3]);
        if (r == 1)
            put (page, 65, 215 + 30 * r, "Boris");
    }
    rule (page, 55, 200 + 30 * 9, 280, 200 + 30 * 9);
    rule (page, 288, 200 + 30 * 9, 510, 200 + 30 * 9);
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* The pair: a template, of which all cells say the same. */
static void
test_a_template_of_three_columns_is_a_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r <= 5; r++)
        rule (page, 55, 195 + 20 * r, 480, 195 + 20 * r);
    for (guint c = 0; c <= 3; c++)
        rule (page, 55 + 425 * c / 3, 195, 55 + 425 * c / 3, 295);
    for (guint r = 0; r < 5; r++)
        for (guint c = 0; c < 3; c++)
            put (page, 60 + 425 * c / 3, 200 + 20 * r, "Cell");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tables/a head on dark ground is a row of its grid", test_a_head_on_dark_ground_is_a_row_of_its_grid);
    g_test_add_func ("/tables/a head on dark ground may have several rows", test_a_head_on_dark_ground_may_have_several_rows);
    g_test_add_func ("/tables/panels of charts are no table", test_panels_of_charts_are_no_table);
    g_test_add_func ("/tables/a grid keeps merged and wrapped cells", test_a_grid_keeps_merged_and_wrapped_cells);
    g_test_add_func ("/tables/a title in a box of the grid is no row", test_a_title_in_a_box_of_the_grid_is_no_row);
    g_test_add_func ("/tables/figures in columns part a grid without all its rules",
                     test_figures_in_columns_part_a_grid_without_all_its_rules);
    g_test_add_func ("/tables/a scanned grid is a table however it was read",
                     test_a_scanned_grid_is_a_table_however_it_was_read);
    g_test_add_func ("/tables/a leaning grid keeps its columns", test_a_leaning_grid_keeps_its_columns);
    g_test_add_func ("/grid/a bullet stays with its item", test_a_bullet_stays_with_its_item_in_a_grid);
    g_test_add_func ("/tables/rules across make rows of centred cells", test_rules_across_make_rows_of_centred_cells);
    g_test_add_func ("/tables/text between tables that rules make is no row", test_text_between_tables_that_rules_make_is_no_row);
    g_test_add_func ("/tables/a form for two people is no table", test_a_form_for_two_people_is_no_table);
    g_test_add_func ("/tables/a template of three columns is a table", test_a_template_of_three_columns_is_a_table);
    return g_test_run ();
}
