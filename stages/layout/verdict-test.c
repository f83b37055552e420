/* What is no table: lists, forms, contents, charts (verdict.c, axis.c, grid-cells.c). */
#include "test-page.h"

static void
test_letters_lists_and_forms_are_no_tables (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 100, 14, "Office of the Sheriff||||4500 Orange Grove\nCounty of Alder||||Alder City");
    put_rows (page, 160, 14, "From:|Sergeant Bell\nTo:|Records Unit\nDate:|May 3, 2021\nSubject:|Request 21-77");
    put (page, 60, 240, "1.");
    put (page, 85, 240, "The unit shall keep a log of all requests.");
    put (page, 60, 254, "2.");
    put (page, 85, 254, "The unit shall answer within ten days.");
    put (page, 60, 268, "3.");
    put (page, 85, 268, "The unit shall report each year.");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
    g_assert_nonnull (strstr (page->text->str, "From: Sergeant Bell\n"));
    g_assert_nonnull (strstr (page->text->str, "2. The unit shall answer"));
}

static void
test_contents_and_bars_with_numbers_are_no_tables (void)
{
    static const char *const titles[] = { "Introduction", "Methods", "Findings", "Advice", "Forms", "Logs" };
    static const char *const pages[] = { "1", "4", "4", "17", "21", "30" };
    static const guint lengths[] = { 30, 220, 140, 80, 190, 40, 110, 160 };
    g_autoptr (EvxPage) contents = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 6; i++) {
        put (contents, 60, 100 + 16 * i, titles[i]);
        put (contents, 500 - 5 * (double) strlen (pages[i]), 100 + 16 * i, pages[i]);
    }
    lay_out (contents);
    g_assert_cmpuint (contents->tables->len, ==, 0);
    g_autoptr (EvxPage) bars = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
        g_autofree char *number = g_strdup_printf ("%u", lengths[i]);
        put (bars, 60, 100 + 20 * i, "Northfield");
        put (bars, 140 + lengths[i], 100 + 20 * i, number);
    }
    lay_out (bars);
    g_assert_cmpuint (bars->tables->len, ==, 0);
}

/* Counts that rise from row to row, close to their names: no room for dots that would lead to a page. */
static void
test_sorted_counts_close_to_their_names_are_a_table (void)
{
    static const char *const names[] = { "Alder County", "Birch County", "Cedar County", "Dogwood Cty", "Elm County", "Fir County" };
    static const char *const counts[] = { "1", "4", "4", "17", "21", "30" };
    for (guint far = 0; far < 2; far++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
            put (page, 60, 100 + 16 * i, names[i]);
            put (page, (far ? 500 : 170) - 5 * (double) strlen (counts[i]), 100 + 16 * i, counts[i]);
        }
        lay_out (page);
        g_assert_cmpuint (page->tables->len, ==, far ? 0 : 1);
    }
}

static void
test_numbers_at_the_ends_of_bars_are_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 12; r++) {
        put (page, 60, 200 + 16 * r, "Ward");
        put (page, 130 + 23 * ((r * 7) % 12), 200 + 16 * r, "19.7");
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Three bars a group, longer from group to group; the ends of some were read as a sign. */
static void
test_scanned_bars_with_a_sign_at_their_ends_are_no_table (void)
{
    static const char *const groups[] = { "Under 15", "15 to 24", "25 to 44", "45 to 54", "55 to 64", "65 to 69", "70 to 74", "75 to 79" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint g = 0; g < G_N_ELEMENTS (groups); g++) {
        put_recognised (page, 60, 216 + 48 * g, groups[g]);
        for (guint k = 0; k < 3; k++)
            put_recognised (page, 130 + 30 * (g + 1) * (3 - k) / 2.0, 200 + 48 * g + 16 * k, "19.7");
        if (g >= 6)
            put_recognised (page, 210 + 20 * (g - 6), 200 + 48 * g, "-");
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* The grid is that of the plot; the axis stands left of it, its ticks have decimals. */
static void
test_the_grid_of_a_plot_is_no_table (void)
{
    static const char *const ticks[] = { "2.0", "1.5", "1.0", "0.5", "0.0" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 5; i++) {
        put (page, 70, 195 + 40 * i, ticks[i]);
        rule (page, 100, 200 + 40 * i, 400, 200 + 40 * i);
    }
    for (guint i = 0; i < 6; i++) {
        g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
        put (page, 110 + 50 * i, 375, year);
        put (page, 110 + 50 * i, 212 + 40 * (i % 4), "1.2");
        put (page, 110 + 50 * i, 226 + 40 * ((i + 1) % 3), "0.7");
    }
    rule (page, 100, 200, 100, 360);
    rule (page, 250, 200, 250, 360);
    rule (page, 400, 200, 400, 360);
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Names and shares of a whole, without a head, stand beside a pie; under a head they are a table, and so are others. */
static void
test_the_legend_of_a_pie_is_no_table (void)
{
    static const struct {
        const char *rows;
        guint tables;
    } cases[] = { { "Sheriff|46%\nPolice|30%\nProbation|15%\nMarshal|9%", 0 },
                  { "Agency|Share\nSheriff|46%\nPolice|30%\nProbation|15%\nMarshal|9%", 1 },
                  { "2017|26%\n2018|30%\n2019|15%\n2020|9%", 1 },
                  { "Sheriff|46%\nPolice|80%\nProbation|15%\nMarshal|9%", 1 },
                  { "Sheriff|46%\nPolice|30%\nProbation|15%\nMarshal|9%\nTotal|100%", 1 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        put_rows (page, 200, 14, cases[i].rows);
        lay_out (page);
        g_assert_cmpuint (page->tables->len, ==, cases[i].tables);
    }
}

/* What recognition makes of a diagram, under the caption of a figure; under that of a table it is one, and so is more of it. */
static void
test_a_few_words_under_the_caption_of_a_figure_are_no_table (void)
{
    static const char *const captions[] = { "Figure 3", "Table 3", "Figure 3" };
    static const guint lines[] = { 4, 4, 9 }, tables[] = { 0, 1, 1 };
    for (guint i = 0; i < G_N_ELEMENTS (captions); i++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        put_recognised (page, 55, 150, captions[i]);
        for (guint r = 0; r < lines[i]; r++) {
            put_recognised (page, 60, 180 + 14 * r, "Item");
            put_recognised (page, 170, 180 + 14 * r, "12");
            put_recognised (page, 280, 180 + 14 * r, "14");
        }
        lay_out (page);
        g_assert_cmpuint (page->tables->len, ==, tables[i]);
    }
}

/* Ticks from 80 down to 0, bars with their numbers, and the names of the other axis. */
static void
test_the_ticks_of_an_axis_are_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 14, "80\n60||61|72\n40|41\n20|||25|33\n0|2017|2018|2019|2020");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Of five ticks one was not read; the marks of the others were, as dashes and digits. */
static void
test_a_scanned_axis_may_have_lost_a_tick (void)
{
    static const char *const ticks[] = { "80", "60", "", "20", "0" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
        if (*ticks[i] != '\0') {
            put_recognised (page, 70 - 5 * (double) strlen (ticks[i]), 200 + 14 * i, ticks[i]);
            put_recognised (page, 76, 200 + 14 * i, i % 2 == 0 ? "4" : "-");
        }
    put_rows (page, 214, 14, "||61\n|41|44\n|||25|33\n|2017|2018|2019|2020");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* The mark of every other tick was read with it, so that these end farther right. */
static void
test_a_scanned_axis_may_have_marks_in_its_ticks (void)
{
    static const char *const ticks[] = { "70", "60-", "50", "40-", "30", "20-", "10", "0-" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (ticks); i++) {
        EvxBox box = { 60, 200 + 26 * i, ticks[i][2] != '\0' ? 84 : 70, 210 + 26 * i };
        evx_page_add_word (page, ticks[i], ticks[i][0] == '0' ? 1 : 2, box, 0.9f, EVX_ORIGIN_OCR);
        put_recognised (page, 90, 200 + 26 * i, i % 2 == 0 ? "4" : "a");
    }
    put_recognised (page, 100, 397, "Jan Feb Mar Apr May Jun Jul Aug");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Ticks from 40 down to -10 whose minus was lost, the names below, and a second chart like it. */
static void
test_scanned_charts_side_by_side_are_no_table (void)
{
    static const char *const ticks[][2] = { { "40", "80" }, { "30", "60" }, { "20", "40" }, { "10", "20" }, { "0", "0" }, { "10", "20" } };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 6; i++)
        for (guint chart = 0; chart < 2; chart++)
            put_recognised (page, 70 - 5 * (double) strlen (ticks[i][chart]) + 260 * chart, 200 + 14 * i, ticks[i][chart]);
    for (guint i = 0; i < 4; i++)
        for (guint chart = 0; chart < 2; chart++)
            put_recognised (page, 75 + 50 * i + 260 * chart, 284, "Jul-08");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Dots lead to numbers of pages that are no order of their own, as those of parts that are bound together. */
static void
test_dots_before_numbers_make_no_table (void)
{
    static const char *const pages[] = { "1", "9", "3", "17", "2", "30" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
        put (page, 60, 100 + 16 * i, "Findings ..........");
        put (page, 500 - 5 * (double) strlen (pages[i]), 100 + 16 * i, pages[i]);
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* The same words left and right: the names on the axes of two charts side by side. */
static void
test_lines_that_say_the_same_twice_are_no_table (void)
{
    static const char *const names[] = { "North", "South", "East", "West", "Harbor", "Hills" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        put (page, 60, 100 + 16 * i, names[i]);
        put (page, 330, 100 + 16 * i, names[i]);
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Numbers at the ends of two bars a group: no column of them is straight. */
static void
test_two_crooked_columns_of_figures_are_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 12; r++) {
        put (page, 60, 200 + 16 * r, "Ward");
        put (page, 130 + 9 * ((r * 7) % 12), 200 + 16 * r, "19.7");
        put (page, 330 + 13 * ((r * 5) % 12), 200 + 16 * r, "20.3");
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* The pair: a first column that counts down to 0 as well. */
static void
test_a_first_column_that_counts_down_is_a_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 14, "Share|Requests|Notices|Transfers\n80|12|11|9\n60|41|30|6\n40|41|28|11\n20|17|25|33\n0|17|18|19");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 1);
    g_assert_cmpuint (page->rows->len, ==, 6);
}

/* Of the dots recognition lost some and read others as letters; a number was misread. */
static void
test_contents_that_were_misread_are_no_table (void)
{
    static const char *const titles[] = { "Introduction", "Methods sscsssssscsessecsnecesncesscessccasessnccnsccssscsessecsnecesn",
                                          "Findings", "Costs ...", "Advice ecsnecesncesscessccasessnccnsccssesensccseecsnecesncesscessccas",
                                          "Forms", "Logs", "Letters" };
    static const char *const pages[] = { "1", "4", "6", "17", "21", "30", "36", "44" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
        put_recognised (page, 60, 100 + 16 * i, titles[i]);
        put_recognised (page, 480 - 5 * (double) strlen (pages[i]), 100 + 16 * i, i == 4 ? "21:" : pages[i]);
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

static void
test_two_labels_with_values_on_each_line_are_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 100, 16, "Report no.:|21-00871|Date:|02/11/2021\nPlace:|Grove Street|Beat:|14\nOfficer:|Lozano|Badge:|2217\n"
                             "Victim:|Okafor|Age:|41\nWeapon:|None|Injury:|Minor");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

static void
test_addresses_side_by_side_are_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 100, 12, "Marta Renteria||Pablo Yarbrough\nStaff Attorney||Board Clerk\nValley Legal Aid||Hall of Records\n"
                             "Orchard Lane||Civic Plaza\nAlder, CA 95998||Alder, CA 95999-0400");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* The pair: a list of courts whose every row has its town. */
static void
test_a_list_with_towns_is_a_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 100, 12, "Superior Court||Alder, CA 95998\nTraffic Court||Alder, CA 95999\nFamily Court||Grove, CA 95991\n"
                             "Juvenile Court||Grove, CA 95992");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 1);
}

/* Two charts side by side below a table, close to it. */
static void
test_two_captions_side_by_side_end_a_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 14, "Year|Detainers|Transfers\n2017|41|12\n2018|33|9\n2019|28|7");
    put (page, 60, 256, "Figure 1. Detainers");
    put (page, 280, 256, "Figure 2. Transfers");
    put_rows (page, 270, 14, "40||10\n20||5");
    g_autofree char *table = lay_out_table (page);
    g_assert_cmpstr (table, ==, "Year|Detainers|Transfers\n2017|41|12\n2018|33|9\n2019|28|7\n");
}

/* Signatures of two parties. */
static void
test_the_same_labels_left_and_right_are_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 100, 14, "COUNTY||OFFICE\nBy:||By:\nName: Gloria Tavares||Name: Hector L. Quintero\n"
                             "Title: Chair of the Board||Title: Sheriff");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* The pair: what no page could have as its number. */
static void
test_dots_before_statistics_make_a_table (void)
{
    static const char *const rows[][2] = { { "Area .........", "739" }, { "Population .........", "1,671,329" },
                                           { "Beds .........", "4,120" }, { "Average stay .........", "21.4" } };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
        put (page, 60, 100 + 16 * i, rows[i][0]);
        put (page, 300 - 5 * (double) strlen (rows[i][1]), 100 + 16 * i, rows[i][1]);
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 1);
}

/* Puts rows of four words, each in the middle of its column. */
static void
put_centred (EvxPage *page, guint n_rows)
{
    static const char *const words[] = { "Yes", "No", "Unclear", "Not asked", "In part" };
    for (guint r = 0; r < n_rows; r++)
        for (guint c = 0; c < 4; c++) {
            const char *word = words[(3 * r + c) % G_N_ELEMENTS (words)];
            put (page, 100 + 110 * c - 2.5 * (double) strlen (word), 100 + 16 * r, word);
        }
}

static void
test_many_rows_of_centred_words_are_a_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792), boxes = evx_page_new (0, 612, 792);
    put_centred (page, 8);
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 1);
    put_centred (boxes, 4); /* as a chart of an organization */
    lay_out (boxes);
    g_assert_cmpuint (boxes->tables->len, ==, 0);
}

/* The boxes of some were read as signs. The pair: a log, in which not all say the same. */
static void
test_questions_with_the_same_answers_are_no_table (void)
{
    g_autoptr (EvxPage) form = evx_page_new (0, 612, 792), log = evx_page_new (0, 612, 792);
    put_rows (form, 200, 16, "1. Is there a policy?||Yes|No\n2. Is notice given?||O Yes|No\n3. Was anyone held?||Yes|\xc2\xa2 No\n"
                             "4. Is consent asked for?||Yes|No");
    lay_out (form);
    g_assert_cmpuint (form->tables->len, ==, 0);
    put_rows (log, 200, 16, "Whitlock, Mona||Yes|No\nTremblay, Ada||Yes|No\nIbarra, Nils||No|Yes\nJessup, Ada||Yes|Yes");
    lay_out (log);
    g_assert_cmpuint (log->tables->len, ==, 1);
}

/* A chart with its ticks at @x, 27 pt from one to the next, and four years below them. */
static void
put_chart (EvxPage *page, double x)
{
    static const char *const ticks[] = { "1000", "800", "600", "400", "200", "0" };
    for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
        put (page, x - 5 * (double) strlen (ticks[i]), 100 + 27 * i, ticks[i]);
    for (guint i = 0; i < 4; i++) {
        g_autofree char *year = g_strdup_printf ("%u", 2017 + i);
        put (page, x + 10 + 35 * i, 247, year);
    }
}

/* Names of one letter, and the last row of a grid level with them. */
static void
test_a_grid_level_with_the_names_of_a_chart_is_a_table (void)
{
    static const char *const ticks[] = { "300", "240", "180", "120", "60", "0" };
    static const char *const names[] = { "N", "S", "E", "W", "H" };
    static const char *const cells[][2] = { { "District", "Stops" }, { "North", "99" }, { "South", "26" }, { "East", "118" }, { "West", "245" }, { "All", "744" } };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 6; i++) {
        put (page, 70 - 5 * (double) strlen (ticks[i]), 100 + 22 * i, ticks[i]);
        if (i < 5)
            put (page, 85 + 36 * i, 218, names[i]);
        put (page, 285, 114 + 20 * i, cells[i][0]);
        put (page, 340, 114 + 20 * i, cells[i][1]);
        rule (page, 280, 111 + 20 * i, 380, 111 + 20 * i);
    }
    rule (page, 280, 111 + 20 * 6, 380, 111 + 20 * 6);
    for (guint i = 0; i < 3; i++)
        rule (page, 280 + 50 * i, 111, 280 + 50 * i, 111 + 20 * 6);
    g_autofree char *table = lay_out_table (page);
    g_assert_cmpstr (table, ==, "District|Stops\nNorth|99\nSouth|26\nEast|118\nWest|245\nAll|744\n");
}

/* Its rows stand between the ticks, or level with them. */
static void
test_a_table_beside_a_chart_is_read_without_it (void)
{
    static const double charts[] = { 330, 230 }, tables[] = { 60, 430 };
    for (guint side = 0; side < 2; side++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        put_chart (page, charts[side]);
        for (guint i = 0; i < 8; i++) {
            g_autofree char *year = g_strdup_printf ("%u", 2010 + i), *count = g_strdup_printf ("%u", 100 + 77 * i % 400);
            put (page, tables[side], 95 + 22.7 * i, i > 0 ? year : "Year");
            put (page, tables[side] + 60, 95 + 22.7 * i, i > 0 ? count : "Arrests");
            put (page, tables[side] + 120, 95 + 22.7 * i, i > 0 ? "31" : "Holds");
        }
        g_autofree char *table = lay_out_table (page);
        g_assert_cmpstr (table, ==, "Year|Arrests|Holds\n2011|177|31\n2012|254|31\n2013|331|31\n2014|408|31\n2015|485|31\n"
                                    "2016|162|31\n2017|239|31\n");
    }
}

static void
test_the_rest_of_a_log_on_its_last_page_is_a_table (void)
{
    static const char *const rests[] = { "Date|Booking|Officer|Result\n3/30/20|E204973|Banks|NPU\nNotices given|||29",
                                         "Date|Booking|Officer|Result\nNotices given|||29" };
    for (guint i = 0; i < G_N_ELEMENTS (rests); i++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        put_rows (page, 100, 14, rests[i]);
        put (page, 60, 180, "Prepared by the clerk of the records unit");
        lay_out (page);
        g_assert_cmpuint (page->tables->len, ==, 1);
        g_assert_cmpint (row_at (page, 0)->kind, ==, EVX_ROW_HEADER);
        g_assert_cmpint (row_at (page, 1)->kind, ==, EVX_ROW_BODY);
    }
    g_autoptr (EvxPage) crooked = evx_page_new (0, 612, 792);
    put_rows (crooked, 100, 14, "Sheriff|Captain|Clerk|Chaplain");
    put (crooked, 130, 114, "Room 12");
    put (crooked, 330, 114, "555-0100");
    lay_out (crooked);
    g_assert_cmpuint (crooked->tables->len, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tables/a few words under the caption of a figure are none", test_a_few_words_under_the_caption_of_a_figure_are_no_table);
    g_test_add_func ("/tables/the legend of a pie is none", test_the_legend_of_a_pie_is_no_table);
    g_test_add_func ("/tables/letters, lists and forms are no tables", test_letters_lists_and_forms_are_no_tables);
    g_test_add_func ("/tables/contents and bars with numbers are no tables",
                     test_contents_and_bars_with_numbers_are_no_tables);
    g_test_add_func ("/tables/sorted counts close to their names are a table",
                     test_sorted_counts_close_to_their_names_are_a_table);
    g_test_add_func ("/tables/numbers at the ends of bars are no table", test_numbers_at_the_ends_of_bars_are_no_table);
    g_test_add_func ("/tables/the grid of a plot is no table", test_the_grid_of_a_plot_is_no_table);
    g_test_add_func ("/tables/the ticks of an axis are no table", test_the_ticks_of_an_axis_are_no_table);
    g_test_add_func ("/tables/a scanned axis may have lost a tick", test_a_scanned_axis_may_have_lost_a_tick);
    g_test_add_func ("/tables/a scanned axis may have marks in its ticks", test_a_scanned_axis_may_have_marks_in_its_ticks);
    g_test_add_func ("/tables/dots before numbers make no table", test_dots_before_numbers_make_no_table);
    g_test_add_func ("/tables/lines that say the same twice are no table",
                     test_lines_that_say_the_same_twice_are_no_table);
    g_test_add_func ("/tables/two crooked columns of figures are no table",
                     test_two_crooked_columns_of_figures_are_no_table);
    g_test_add_func ("/tables/a first column that counts down is a table", test_a_first_column_that_counts_down_is_a_table);
    g_test_add_func ("/tables/scanned bars with a sign at their ends are no table",
                     test_scanned_bars_with_a_sign_at_their_ends_are_no_table);
    g_test_add_func ("/tables/scanned charts side by side are no table", test_scanned_charts_side_by_side_are_no_table);
    g_test_add_func ("/tables/contents that were misread are no table", test_contents_that_were_misread_are_no_table);
    g_test_add_func ("/tables/two labels with values on each line are no table",
                     test_two_labels_with_values_on_each_line_are_no_table);
    g_test_add_func ("/tables/addresses side by side are no table", test_addresses_side_by_side_are_no_table);
    g_test_add_func ("/tables/a list with towns is a table", test_a_list_with_towns_is_a_table);
    g_test_add_func ("/tables/two captions side by side end a table", test_two_captions_side_by_side_end_a_table);
    g_test_add_func ("/tables/the same labels left and right are no table", test_the_same_labels_left_and_right_are_no_table);
    g_test_add_func ("/tables/dots before statistics make a table", test_dots_before_statistics_make_a_table);
    g_test_add_func ("/tables/many rows of centred words are a table", test_many_rows_of_centred_words_are_a_table);
    g_test_add_func ("/tables/a table beside a chart is read without it", test_a_table_beside_a_chart_is_read_without_it);
    g_test_add_func ("/tables/questions with the same answers are no table", test_questions_with_the_same_answers_are_no_table);
    g_test_add_func ("/tables/the rest of a log on its last page is a table", test_the_rest_of_a_log_on_its_last_page_is_a_table);
    g_test_add_func ("/tables/a grid level with the names of a chart is a table",
                     test_a_grid_level_with_the_names_of_a_chart_is_a_table);
    return g_test_run ();
}
