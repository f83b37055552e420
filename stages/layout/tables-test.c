/* Tables, redactions and Bates candidates on pages drawn by hand and on PDFs drawn by cairo. */
#include "layout.h"

#include <cairo-pdf.h>
#include <string.h>

static void
put (EvxPage *page, double x, double y, const char *text)
{
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        double width = 5.0 * (double) g_utf8_strlen (words[i], -1);
        evx_page_add_word (page, words[i], -1, (EvxBox) { x, y, x + width, y + 10 }, 1, EVX_ORIGIN_TEXT);
        x += width + 2.5;
    }
}

/* One row of cells, parted by '|', at x = 60, 160, 260, ... */
static void
put_row (EvxPage *page, double y, const char *row)
{
    g_auto (GStrv) cells = g_strsplit (row, "|", -1);
    for (guint i = 0; cells[i] != NULL; i++)
        if (*cells[i] != '\0')
            put (page, 60 + 110.0 * i, y, cells[i]);
}

static void
rule (EvxPage *page, double x0, double y0, double x1, double y1)
{
    EvxRule line = { .box = { x0, y0, x1 + 0.5, y1 + 0.5 }, .vertical = x0 == x1 };
    g_array_append_val (page->rules, line);
}

static void
lay_out (EvxPdf *pdf, EvxPage *page)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_layout_stage.page (NULL, NULL, pdf, page, &error));
    g_assert_no_error (error);
}

/* The rows of the first table, cells parted by '|', rows by '\n'. */
static char *
read_table (const EvxPage *page)
{
    GString *text = g_string_new (NULL);
    for (guint r = 0; r < page->rows->len; r++) {
        const EvxRow *row = &g_array_index (page->rows, EvxRow, r);
        for (guint c = 0; c < row->n_cells; c++) {
            g_autofree char *cell = evx_page_cell (page, row->first_cell + c);
            g_string_append_printf (text, "%s%s", c > 0 ? "|" : "", cell);
        }
        g_string_append_c (text, '\n');
    }
    return g_string_free (text, FALSE);
}

static const EvxRow *
row_at (const EvxPage *page, guint i)
{
    g_assert_cmpuint (i, <, page->rows->len);
    return &g_array_index (page->rows, EvxRow, i);
}

/* ---- tables ---------------------------------------------------------------------------------------- */

static void
test_an_unruled_table_is_read_row_by_row (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    static const char *const columns[][4] = { { "Date", "01/02/2020", "01/09/2020", "01/11/2020" },
                                              { "Person", "X-1000001", "X-1000002", "X-1000003" },
                                              { "Outcome", "released", "picked up", "released" } };
    for (guint c = 0; c < 3; c++) /* painted column by column */
        for (guint r = 0; r < 4; r++)
            put (page, 60 + 110 * c, 200 + 14 * r, columns[c][r]);
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_cmpstr (rows, ==, "Date|Person|Outcome\n01/02/2020|X-1000001|released\n"
                               "01/09/2020|X-1000002|picked up\n01/11/2020|X-1000003|released\n");
    g_assert_cmpint (row_at (page, 0)->kind, ==, EVX_ROW_HEADER);
    g_assert_cmpint (row_at (page, 1)->kind, ==, EVX_ROW_BODY);
    g_assert_nonnull (strstr (page->text->str, "01/09/2020 X-1000002 picked up\n"));
}

static void
test_a_wrapped_cell_stays_in_its_row (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 200, "Number|Charge|Count");
    put_row (page, 214, "1001|Driving while|12");
    put_row (page, 225, "|under influence|");
    put_row (page, 239, "1002|Burglary|7");
    put_row (page, 253, "1003|Theft of a|9");
    put_row (page, 264, "|motor vehicle|");
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_cmpstr (rows, ==, "Number|Charge|Count\n1001|Driving while under influence|12\n1002|Burglary|7\n"
                               "1003|Theft of a motor vehicle|9\n");
}

/* Two widths of steps part rows from lines only where rows do not stand at the narrow one. */
static void
test_the_step_of_the_rows_joins_no_rows (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Year|Booked|Released");
    for (guint part = 0; part < 3; part++) {
        double y = 120 + 90 * part;
        put_row (page, y, part == 0 ? "Counted" : part == 1 ? "Estimated" : "Planned");
        for (guint i = 0; i < 5; i++) {
            g_autofree char *row = g_strdup_printf ("%u|%u|%u", 2010 + 5 * part + i, 40 + i, 30 + i);
            put_row (page, y + 13 * (i + 1), row);
        }
    }
    lay_out (NULL, page);
    g_autofree char *table = read_table (page);
    g_assert_true (g_str_has_prefix (table, "Year|Booked|Released\nCounted\n2010|40|30\n"));
    g_assert_cmpuint (page->rows->len, ==, 19);
}

/* The first line of a long label has nothing beside it, and is nearly as wide as the table. */
static void
test_a_wide_label_that_wraps_ends_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    static const char *const rows[][2] = {
        { "Office", "Staff" }, { "Records", "11" }, { "Programs for those who will be let go within the next month", NULL },
        { "(Reentry)", "3" }, { "Transport", "44" }, { "Kitchen", "9" } };
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
        put (page, 60, 100 + 16 * i, rows[i][0]);
        if (rows[i][1] != NULL)
            put (page, 440, 100 + 16 * i, rows[i][1]);
    }
    lay_out (NULL, page);
    g_autofree char *table = read_table (page);
    g_assert_true (g_str_has_prefix (table, "Office|Staff\nRecords|11\n"));
    g_assert_nonnull (strstr (table, "Kitchen|9\n"));
}

/* Large figures, a space apart, reach over the middle of the gutters that small ones leave. */
static void
test_large_figures_close_to_each_other_are_cells (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 9; i++) {
        put (page, 60, 100 + 14 * i, i == 4 ? "All" : "Unit");
        for (guint c = 0; c < 5; c++)
            put (page, 160 + 36 * c - (i == 4 ? 30 : 15), 100 + 14 * i, i == 4 ? "11,040" : "104");
    }
    lay_out (NULL, page);
    g_autofree char *table = read_table (page);
    g_assert_nonnull (strstr (table, "All|11,040|11,040|11,040|11,040|11,040\n"));
}

static void
test_a_row_that_may_belong_to_the_one_above_is_in_doubt (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 200, "Number|Charge|Count");
    put_row (page, 214, "1001|Theft|12");
    put_row (page, 228, "|Burglary|");
    put_row (page, 242, "1002|Arson|7");
    put_row (page, 256, "1003|Vandalism and theft|9");
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_cmpstr (rows, ==, "Number|Charge|Count\n1001|Theft|12\nBurglary\n1002|Arson|7\n1003|Vandalism and theft|9\n");
    for (guint r = 0; r < 5; r++)
        g_assert_cmpuint ((row_at (page, r)->doubt & EVX_DOUBT_SPLIT) != 0, ==, r == 2);
}

static void
test_a_head_is_put_together_column_by_column (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 215, 199, "All releases");
    put_row (page, 212, "|||Held");
    put_row (page, 223, "Month of|Persons|Sent to|past the");
    put_row (page, 234, "release|released|ICE|date");
    for (guint r = 0; r < 6; r++)
        put_row (page, 250 + 14 * r, "Harvestmonth|12|14|3");
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (
        rows, "All releases\nMonth of release|Persons released|Sent to ICE|Held past the date\nHarvestmonth|12|14|3\n"));
}

/* The first column names a group once; its rows have figures in the same columns. */
static void
test_rows_of_a_group_named_once_stay_apart (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Station|Month|Booked|Released");
    for (guint group = 0; group < 3; group++)
        for (guint i = 0; i < 4; i++)
            put_row (page, 120 + 20 * (4 * group + i), i == 0 ? "North|May|174|307" : "|June|52|29");
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|Month|Booked|Released\nNorth|May|174|307\nJune|52|29\nJune|52|29\n"));
    g_assert_cmpuint (page->rows->len, ==, 13);
}

/* Each cell draws its own border; the lines of a cell are more than the rules. */
static void
test_rules_in_pieces_part_the_rows (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Date|Deputy|Remarks");
    for (guint r = 0; r < 4; r++) {
        double y = 120 + 64 * r;
        put_row (page, y, "||Left a message");
        put_row (page, y + 12, "||with the officer");
        put_row (page, y + 24, "01/02/2020|Lozano|on duty who said");
        put_row (page, y + 36, "||he would call");
        put_row (page, y + 48, "||back");
        for (guint c = 0; c < 3; c++)
            rule (page, 55 + 110 * c, y - 4, 165 + 110 * c, y - 4);
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Date|Deputy|Remarks\n01/02/2020|Lozano|Left a message with the officer "
                                           "on duty who said he would call back\n"));
    g_assert_cmpuint (page->rows->len, ==, 5);
}

static void
test_titles_and_notes_are_no_rows (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 90, "Table 2.");
    put (page, 120, 90, "Persons booked and released from stations of the county by quarter of the");
    put (page, 120, 101, "year");
    put (page, 200, 112, "[in thousands]");
    put_row (page, 130, "Station|First|Second|Third");
    for (guint r = 0; r < 6; r++)
        put_row (page, 146 + 14 * r, "North|12|14|3");
    put (page, 60, 231, "Source:  Returns of the");
    put (page, 190, 231, "stations.");
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|First|Second|Third\nNorth|12|14|3\n"));
    g_assert_cmpuint (page->rows->len, ==, 7);
}

/* The space to the next column is hardly wider than one between words; but the column is flush. */
static void
test_flush_columns_part_however_close_they_stand (void)
{
    static const char *const streets[] = { "12 Oak Street", "7 Elm Road", "19 Third Ave" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 12; r++) {
        put (page, 60, 100 + 14 * r, "Lozano");
        put (page, 120, 100 + 14 * r, streets[r % 3]);
        put (page, 188.5, 100 + 14 * r, r % 2 == 0 ? "Verity Town" : "Marlow");
        put (page, 300, 100 + 14 * r, "17");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Lozano|12 Oak Street|Verity Town|17\nLozano|7 Elm Road|Marlow|17\n"));
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
    lay_out (NULL, page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Of six ticks one was not read; their marks were, as dashes and digits. */
static void
test_a_scanned_axis_may_have_lost_a_tick (void)
{
    static const char *const ticks[] = { "100", "80", "", "40", "20", "0" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 6; i++) {
        double y = 200 + 20 * i;
        for (guint side = 0; side < 2 && *ticks[i] != '\0'; side++) {
            const char *text = side == 0 ? ticks[i] : i % 2 == 0 ? "4" : "-";
            double x = side == 0 ? 75 - 5 * (double) strlen (text) : 80;
            evx_page_add_word (page, text, -1, (EvxBox) { x, y, x + 5 * (double) strlen (text), y + 10 }, 0.9f, EVX_ORIGIN_OCR);
        }
    }
    for (guint i = 0; i < 5; i++)
        put (page, 100 + 60 * i, 314, "0-14");
    lay_out (NULL, page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Narrow names over wide spans. */
static void
test_each_level_of_a_head_is_a_row (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 265, 104, "Calendar year");
    put (page, 198, 120, "2019");
    put (page, 378, 120, "2020");
    for (guint r = 0; r < 6; r++) {
        put (page, 60, 140 + 16 * r, r == 0 ? "Station" : "Northfield");
        for (guint c = 0; c < 6; c++)
            put (page, 140 + 60 * c, 140 + 16 * r, r == 0 ? "Qtr" : "17");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Calendar year\n2019|2020\nStation|Qtr|Qtr|Qtr|Qtr|Qtr|Qtr\nNorthfield|17|"));
    for (guint i = 0; i < 3; i++) {
        const EvxCell *cell = &g_array_index (page->cells, EvxCell, i);
        g_assert_cmpuint (cell->column, ==, i < 2 ? 1 : 4);
        g_assert_cmpuint (cell->columns, ==, i < 1 ? 6 : 3);
    }
}

static void
test_a_time_below_a_date_is_one_cell (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Release|Name|Pickup");
    for (guint r = 0; r < 5; r++) {
        put_row (page, 118 + 30 * r, "03/14/2020|Lozano|Yes");
        put_row (page, 129 + 30 * r, "14:05||");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Release|Name|Pickup\n03/14/2020 14:05|Lozano|Yes\n"));
    g_assert_true (g_str_has_suffix (rows, "\n03/14/2020 14:05|Lozano|Yes\n"));
    g_assert_cmpuint (page->rows->len, ==, 6);
}

static void
test_a_section_named_below_the_head_is_a_row (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Station|Booked|Released");
    for (guint part = 0; part < 2; part++) {
        put (page, 165, 120 + 80 * part, part == 0 ? "FELONY" : "OTHER");
        for (guint r = 0; r < 3; r++)
            put_row (page, 140 + 80 * part + 20 * r, "North|174|307");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|Booked|Released\nFELONY\nNorth|174|307\n"));
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
    lay_out (NULL, contents);
    g_assert_cmpuint (contents->tables->len, ==, 0);
    g_autoptr (EvxPage) bars = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
        g_autofree char *number = g_strdup_printf ("%u", lengths[i]);
        put (bars, 60, 100 + 20 * i, "Northfield");
        put (bars, 140 + lengths[i], 100 + 20 * i, number);
    }
    lay_out (NULL, bars);
    g_assert_cmpuint (bars->tables->len, ==, 0);
}

/* The last two columns are named in words that reach beyond their figures. */
static void
test_numbers_that_count_up_name_columns (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 280, 104, "Elementary");
    put (page, 337, 104, "Secondary");
    for (guint r = 0; r < 8; r++) {
        put (page, 60, 115 + 16 * r, r == 0 ? "Year" : "2019");
        for (guint c = 0; c < 4; c++) {
            g_autofree char *grade = g_strdup_printf ("%u", 7 + c);
            put (page, 120 + 40 * c, 115 + 16 * r, r == 0 ? grade : "31");
        }
        put (page, r == 0 ? 290 : 315, 115 + 16 * r, r == 0 ? "ungraded" : "399");
        put (page, r == 0 ? 342 : 367, 115 + 16 * r, r == 0 ? "ungraded" : "208");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Year|7|8|9|10|Elementary ungraded|Secondary ungraded\n2019|31|31|31|31|399|208\n"));
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
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_cmpstr (rows, ==, "Kind|Men|Women\nBail|12|14\nDismissed|3|4\n");
}

/* No rules; the figures stand in the middle of labels of two or four lines. */
static void
test_cells_set_in_the_middle_of_a_wrapped_label_are_its_row (void)
{
    static const guint lines[] = { 2, 4, 2, 4, 4 };
    static const char *const label[] = { "Persons held on", "the last day of", "a period before", "the report" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    double y = 120;
    put_row (page, 100, "Measure|2019|Amount|Share");
    for (guint r = 0; r < G_N_ELEMENTS (lines); r++) {
        for (guint l = 0; l < lines[r]; l++)
            put (page, 60, y + 12 * l, label[l]);
        put_row (page, y + 6 * (lines[r] - 1), "|17|769|16");
        y += 12 * lines[r] + 3;
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_suffix (rows, "Persons held on the last day of a period before the report|17|769|16\n"));
    g_assert_nonnull (strstr (rows, "\nPersons held on the last day of|17|769|16\n"));
    g_assert_cmpuint (page->rows->len, ==, 6);
}

/* The first row begins above its full line, below a head of which it is no part. */
static void
test_the_first_lines_of_a_cell_are_no_head (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Station|Requests|Date|Remarks");
    for (guint r = 0; r < 4; r++) {
        put_row (page, 116 + 40 * r, "|||No action was");
        put_row (page, 127 + 40 * r, "|||taken by");
        put_row (page, 138 + 40 * r, "North|17|01/02/2020|the court");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|Requests|Date|Remarks\nNorth|17|01/02/2020|No action was taken by the court\n"));
    g_assert_cmpuint (page->rows->len, ==, 5);
}

/* A title of rank and a name are one cell, however wide the spaces of the type are. */
static void
test_the_same_word_before_all_names_is_no_column (void)
{
    static const char *const names[] = { "Lozano", "Vargas", "Fuentes", "Okafor" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 12; r++) {
        put (page, 60, 100 + 14 * r, "Sgt.");
        put (page, 88.5, 100 + 14 * r, names[r % 4]);
        put (page, 132, 100 + 14 * r, r % 2 == 0 ? "A1" : "B2");
        put (page, 150, 100 + 14 * r, "17");
        put (page, 168, 100 + 14 * r, "12");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Sgt. Lozano|A1|17|12\nSgt. Vargas|B2|17|12\n"));
}

/* The words of a head over a column whose figures stand far from those of the next. */
static void
test_a_head_is_not_parted_by_figures_far_apart (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 100, "Station");
    put (page, 130, 100, "Average daily population");
    put (page, 265, 100, "Other");
    for (guint r = 1; r < 8; r++) {
        put (page, 60, 100 + 16 * r, "North");
        put (page, 130, 100 + 16 * r, "3,529");
        put (page, 265, 100 + 16 * r, "53");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|Average daily population|Other\nNorth|3,529|53\n"));
}

/* Labels wrap, figures stand on their last line, and rows are no farther apart than lines. */
static void
test_a_label_that_wraps_leads_to_its_last_line (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Measure|2019|Amount|Share");
    for (guint r = 0; r < 6; r++) {
        put_row (page, 112 + 36 * r, r % 2 == 0 ? "Requests that were" : "Persons released to");
        put_row (page, 124 + 36 * r, "withdrawn|17|769|16");
        put_row (page, 136 + 36 * r, "Transfers|12|345|8");
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Measure|2019|Amount|Share\nRequests that were withdrawn|17|769|16\nTransfers|12|345|8\n"
                                           "Persons released to withdrawn|17|769|16\nTransfers|12|345|8\n"));
    g_assert_cmpuint (page->rows->len, ==, 13);
}

static void
test_one_table_set_in_two_columns_is_two_tables (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 8; r++) {
        for (guint side = 0; side < (r < 6 ? 2 : 1); side++) {
            g_autofree char *number = g_strdup_printf ("%u", 101 + r + 8 * side);
            put (page, 60 + 250 * side, 200 + 14 * r, number);
            put (page, 100 + 250 * side, 200 + 14 * r, "2019");
            put (page, 140 + 250 * side, 200 + 14 * r, "17");
        }
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "101|2019|17\n102|2019|17\n"));
    g_assert_nonnull (strstr (rows, "\n108|2019|17\n109|2019|17\n110|"));
    g_assert_cmpuint (page->tables->len, ==, 2);
}

static void
test_numbers_at_the_ends_of_bars_are_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 12; r++) {
        put (page, 60, 200 + 16 * r, "Ward");
        put (page, 130 + 23 * ((r * 7) % 12), 200 + 16 * r, "19.7");
    }
    lay_out (NULL, page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* Ticks from 80 down to 0, bars with their numbers, and the names of the other axis. */
static void
test_the_ticks_of_an_axis_are_no_table (void)
{
    static const char *const rows[] = { "80", "60||61|72", "40|41", "20|||25|33", "0|2017|2018|2019|2020" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        put_row (page, 200 + 14 * i, rows[i]);
    lay_out (NULL, page);
    g_assert_cmpuint (page->tables->len, ==, 0);
}

/* The pair: a first column that counts down to 0 as well. */
static void
test_a_first_column_that_counts_down_is_a_table (void)
{
    static const char *const rows[] = { "Share|Requests|Notices|Transfers", "80|12|11|9", "60|41|30|6",
                                        "40|41|28|11", "20|17|25|33", "0|17|18|19" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        put_row (page, 200 + 14 * i, rows[i]);
    lay_out (NULL, page);
    g_assert_cmpuint (page->tables->len, ==, 1);
    g_assert_cmpuint (page->rows->len, ==, 6);
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
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "Facility|First|Second|Third\nNorth|12|14|9\nNorth|"));
    g_assert_cmpuint (g_array_index (page->tables, EvxTable, 0).n_columns, ==, 4);
}

static void
test_cells_on_the_last_line_of_their_row_are_its_anchor (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 4; r++) {
        g_autofree char *last = g_strdup_printf ("10%u|Main Jail|end of it|%u", r, 20 + r);
        put_row (page, 200 + 36 * r, "||begin of cell|");
        put_row (page, 212 + 36 * r, "||more of cell|");
        put_row (page, 224 + 36 * r, last);
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_true (g_str_has_prefix (rows, "100|Main Jail|begin of cell more of cell end of it|20\n101|"));
    g_assert_cmpuint (page->rows->len, ==, 4);
    g_assert_cmpint (row_at (page, 0)->kind, ==, EVX_ROW_BODY); /* goes on from another page */
}

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
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_cmpstr (rows, ==, "Transfers by year\nFacility|First half|Second half\nNorth Branch|12|14\n");
    g_assert_cmpuint (g_array_index (page->cells, EvxCell, 0).columns, ==, 3);
    g_assert_true (g_array_index (page->tables, EvxTable, 0).ruled);
}

/* As put, but recognised. */
static void
put_recognised (EvxPage *page, double x, double y, const char *text)
{
    guint before = page->words->len;
    put (page, x, y, text);
    for (guint i = before; i < page->words->len; i++)
        g_array_index (page->words, EvxWord, i).origin = EVX_ORIGIN_OCR;
}

/* Recognition takes columns of words for columns of prose and reads one after the other. */
static void
test_a_scanned_grid_is_a_table_however_it_was_read (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_recognised (page, 60, 60, "The board asked which of its rules were changed in the year");
    for (guint i = 0; i < 7; i++)
        put_recognised (page, 64, 103 + 18 * i, i == 0 ? "Rule on the books" : "The rule on visits");
    for (guint i = 0; i < 7; i++)
        put_recognised (page, 204, 103 + 18 * i, i == 0 ? "What the board did" : "It was then amended");
    for (guint i = 0; i <= 7; i++)
        rule (page, 60, 100 + 18 * i, 340, 100 + 18 * i);
    for (guint i = 0; i < 3; i++)
        rule (page, 60 + 140 * i, 100, 60 + 140 * i, 226);
    lay_out (NULL, page);
    g_autofree char *table = read_table (page);
    g_assert_cmpuint (page->rows->len, ==, 7);
    g_assert_true (g_str_has_prefix (table, "Rule on the books|What the board did\nThe rule on visits|It was then amended\n"));
    g_assert_true (g_str_has_prefix (page->text->str, "The board asked"));
}

/* Turns all that stands on the page by a small angle, as a sheet lies in a scanner. */
static void
lean (EvxPage *page, double slope)
{
    for (guint i = 0; i < page->words->len; i++) {
        EvxBox *box = &g_array_index (page->words, EvxWord, i).box;
        double x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
        *box = (EvxBox) { box->x0 - slope * y, box->y0 + slope * x, box->x1 - slope * y, box->y1 + slope * x };
    }
    for (guint i = 0; i < page->rules->len; i++) {
        EvxBox *box = &g_array_index (page->rules, EvxRule, i).box, was = *box;
        *box = (EvxBox) { was.x0 - slope * was.y1, was.y0 + slope * was.x0, was.x1 - slope * was.y0, was.y1 + slope * was.x1 };
    }
}

/* No line is long enough to show how the sheet lies; the columns lean as the rows do. */
static void
test_a_leaning_table_of_figures_keeps_its_rows (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 40; i++) {
        static const double at[] = { 60, 200, 320, 440, 540 };
        for (guint c = 0; c < G_N_ELEMENTS (at); c++) {
            g_autofree char *figure = g_strdup_printf ("%u", 100 * (c + 1) + i);
            put_recognised (page, at[c], 100 + 12 * i, figure);
        }
    }
    lean (page, 0.022);
    for (guint i = 0; i < page->words->len; i++)
        g_array_index (page->words, EvxWord, i).font_size = 11;
    lay_out (NULL, page);
    g_autofree char *table = read_table (page);
    g_assert_cmpuint (page->rows->len, ==, 40);
    g_assert_true (g_str_has_prefix (table, "100|200|300|400|500\n101|201|301|401|501\n"));
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
    lay_out (NULL, page);
    g_assert_cmpuint (page->rows->len, ==, 30);
    g_assert_cmpuint (g_array_index (page->tables, EvxTable, 0).n_columns, ==, 5);
    for (guint i = 0; i < page->rows->len; i++)
        g_assert_cmpuint (row_at (page, i)->n_cells, ==, 5);
}

/* Text above and below a table, whose columns recognition read one by one, is no text in columns. */
static void
test_a_table_between_paragraphs_is_read_by_rows (void)
{
    static const char *const line = "The unit counts each visit to a person whom it was asked to hold until noon";
    static const char *const labels[] = { "Visits", "Letters", "Phone calls", "Interviews", "Releases" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 9; i++)
        put_recognised (page, 60, 80 + 13 * i, line);
    for (guint i = 0; i < 5; i++)
        put_recognised (page, 60, 220 + 13 * i, labels[i]);
    for (guint c = 0; c < 3; c++)
        for (guint i = 0; i < 5; i++)
            put_recognised (page, 220 + 90 * c, 220 + 13 * i, c == 0 ? "104" : "96");
    for (guint i = 0; i < 9; i++)
        put_recognised (page, 60, 310 + 13 * i, line);
    lay_out (NULL, page);
    g_autofree char *table = read_table (page);
    g_assert_true (g_str_has_prefix (table, "Visits|104|96|96\nLetters|104|96|96\n"));
    g_assert_cmpuint (page->rows->len, ==, 5);
}

static void
test_specks_of_a_scanned_rule_stay_out_of_cells (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 4; r++) {
        g_autofree char *figure = g_strdup_printf ("%u", 30 + r);
        double y = 200 + 14 * r;
        evx_page_add_word (page, "Facility", -1, (EvxBox) { 60, y, 100, y + 10 }, 0.9, EVX_ORIGIN_OCR);
        evx_page_add_word (page, ";", -1, (EvxBox) { 160, y, 162, y + 10 }, 0.4, EVX_ORIGIN_OCR);
        evx_page_add_word (page, figure, -1, (EvxBox) { 170, y, 182, y + 10 }, 0.9, EVX_ORIGIN_OCR);
    }
    lay_out (NULL, page);
    g_autofree char *rows = read_table (page);
    g_assert_cmpstr (rows, ==, "Facility|30\nFacility|31\nFacility|32\nFacility|33\n");
}

static void
test_a_total_is_marked (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 200, "Facility|Requests|Answered");
    put_row (page, 214, "North|40|12");
    put_row (page, 228, "South|31|9");
    put_row (page, 242, "Total|71|21");
    lay_out (NULL, page);
    g_assert_cmpint (row_at (page, 3)->kind, ==, EVX_ROW_TOTAL);
}

static void
test_letters_lists_and_forms_are_no_tables (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Office of the Sheriff||||4500 Orange Grove");
    put_row (page, 114, "County of Alder||||Alder City");
    put_row (page, 160, "From:|Sergeant Bell");
    put_row (page, 174, "To:|Records Unit");
    put_row (page, 188, "Date:|May 3, 2021");
    put_row (page, 202, "Subject:|Request 21-77");
    put (page, 60, 240, "1.");
    put (page, 85, 240, "The unit shall keep a log of all requests.");
    put (page, 60, 254, "2.");
    put (page, 85, 254, "The unit shall answer within ten days.");
    put (page, 60, 268, "3.");
    put (page, 85, 268, "The unit shall report each year.");
    lay_out (NULL, page);
    g_assert_cmpuint (page->tables->len, ==, 0);
    g_assert_nonnull (strstr (page->text->str, "From: Sergeant Bell\n"));
    g_assert_nonnull (strstr (page->text->str, "2. The unit shall answer"));
}

/* ---- redactions -------------------------------------------------------------------------------------- */

typedef void (*Draw) (cairo_t *cairo);

static cairo_status_t
keep (void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append (closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static EvxPdf *
draw_pdf (Draw draw)
{
    g_autoptr (GError) error = NULL;
    GByteArray *bytes = g_byte_array_new ();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (keep, bytes, 612, 792);
    cairo_t *cairo = cairo_create (surface);
    cairo_select_font_face (cairo, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (cairo, 12);
    draw (cairo);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    g_autoptr (GBytes) file = g_byte_array_free_to_bytes (bytes);
    EvxPdf *pdf = evx_pdf_open (file, NULL, &error);
    g_assert_no_error (error);
    return pdf;
}

static EvxPage *
read_pdf (EvxPdf *pdf)
{
    g_autoptr (GError) error = NULL;
    EvxPage *page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    g_assert_true (evx_pdf_words (pdf, page, &error));
    evx_pdf_pictures (pdf, page);
    lay_out (pdf, page);
    return page;
}

static void
say (cairo_t *cairo, double x, double y, const char *text)
{
    cairo_move_to (cairo, x, y);
    cairo_show_text (cairo, text);
}

static void
box (cairo_t *cairo, double gray, double x, double y, double w, double h)
{
    cairo_set_source_rgb (cairo, gray, gray, gray);
    cairo_rectangle (cairo, x, y, w, h);
    cairo_fill (cairo);
    cairo_set_source_rgb (cairo, 0, 0, 0);
}

static void
draw_lines (cairo_t *cairo)
{
    for (guint i = 0; i < 8; i++)
        say (cairo, 72, 100 + 16 * i, "The deputies of Alder County wrote a short report on that day.");
}

static void
draw_box_over_text (cairo_t *cairo)
{
    draw_lines (cairo);
    box (cairo, 0, 72, 121, 90, 14);
}

static void
test_a_box_over_text_is_ineffective (void)
{
    g_autoptr (EvxPdf) pdf = draw_pdf (draw_box_over_text);
    g_autoptr (EvxPage) page = read_pdf (pdf);
    g_assert_cmpuint (page->redactions->len, ==, 1);
    const EvxRedaction *redaction = &g_array_index (page->redactions, EvxRedaction, 0);
    g_assert_cmpint (redaction->kind, ==, EVX_REDACTION_INEFFECTIVE);
    g_assert_cmpuint (redaction->n_words_under, >, 0);
    guint marked = 0;
    for (guint i = 0; i < page->words->len; i++)
        marked += (g_array_index (page->words, EvxWord, i).flags & EVX_WORD_REDACTED) != 0;
    g_assert_cmpuint (marked, ==, redaction->n_words_under);
}

static void
draw_box_with_code (cairo_t *cairo)
{
    draw_lines (cairo);
    say (cairo, 72, 260, "The person named");
    box (cairo, 0, 172, 249, 80, 14);
    cairo_set_source_rgb (cairo, 1, 1, 1);
    say (cairo, 180, 260, "(b)(7)(C)");
    cairo_set_source_rgb (cairo, 0, 0, 0);
    say (cairo, 258, 260, "was released at noon.");
}

static void
draw_boxes_with_letters (cairo_t *cairo)
{
    draw_lines (cairo);
    say (cairo, 72, 260, "The person named");
    box (cairo, 0, 172, 249, 80, 14);
    say (cairo, 72, 290, "Her brother Oswin Marl called.");
    box (cairo, 0, 125, 279, 70, 14);
    cairo_set_source_rgb (cairo, 1, 1, 1);
    say (cairo, 200, 260, "(c)");
    say (cairo, 150, 290, "(k)");
    cairo_set_source_rgb (cairo, 0, 0, 0);
    say (cairo, 258, 260, "was released at noon.");
}

static void
test_a_letter_in_brackets_on_a_box_is_its_exemption (void)
{
    g_autoptr (EvxPdf) pdf = draw_pdf (draw_boxes_with_letters);
    g_autoptr (EvxPage) page = read_pdf (pdf);
    g_assert_cmpuint (page->redactions->len, ==, 2);
    const EvxRedaction *applied = &g_array_index (page->redactions, EvxRedaction, 0), *over = applied + 1;
    g_assert_cmpint (applied->kind, ==, EVX_REDACTION_APPLIED);
    g_assert_cmpstr (applied->exemption, ==, "(c)");
    g_assert_cmpint (over->kind, ==, EVX_REDACTION_INEFFECTIVE);
    g_assert_cmpstr (over->exemption, ==, "(k)");
}

static void
test_a_box_without_text_is_applied_and_bears_its_exemption (void)
{
    g_autoptr (EvxPdf) pdf = draw_pdf (draw_box_with_code);
    g_autoptr (EvxPage) page = read_pdf (pdf);
    g_assert_cmpuint (page->redactions->len, ==, 1);
    const EvxRedaction *redaction = &g_array_index (page->redactions, EvxRedaction, 0);
    g_assert_cmpint (redaction->kind, ==, EVX_REDACTION_APPLIED);
    g_assert_cmpstr (redaction->exemption, ==, "(b)(7)(C)");
}

static void
draw_what_is_not_redacted (cairo_t *cairo)
{
    box (cairo, 0, 0, 20, 612, 24); /* a bar across the head */
    draw_lines (cairo);
    box (cairo, 0.85, 72, 290, 300, 16); /* shading of a row */
    say (cairo, 76, 302, "Shaded row of a table");
    box (cairo, 0, 72, 330, 300, 16); /* a heading, white on black */
    cairo_set_source_rgb (cairo, 1, 1, 1);
    say (cairo, 76, 342, "Heading in white on a dark bar");
    cairo_set_source_rgb (cairo, 0, 0, 0);
    box (cairo, 0, 72, 380, 10, 10); /* a check box that is filled */
    say (cairo, 90, 390, "Consent was given");
    box (cairo, 0, 72, 420, 200, 1); /* an underline */
    box (cairo, 0, 300, 500, 20, 120); /* bars of a chart */
    box (cairo, 0, 340, 540, 20, 80);
}

static void
test_shading_headings_check_boxes_and_charts_are_no_redactions (void)
{
    g_autoptr (EvxPdf) pdf = draw_pdf (draw_what_is_not_redacted);
    g_autoptr (EvxPage) page = read_pdf (pdf);
    g_assert_cmpuint (page->redactions->len, ==, 0);
}

/* A page that is one picture, drawn at 100 dpi. */
static void
draw_scan (cairo_t *cairo)
{
    cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 850, 1100);
    cairo_t *on = cairo_create (image);
    cairo_set_source_rgb (on, 1, 1, 1);
    cairo_paint (on);
    cairo_set_source_rgb (on, 0, 0, 0);
    cairo_rectangle (on, 200, 300, 220, 22); /* a redaction */
    cairo_rectangle (on, 100, 400, 600, 3);  /* a rule */
    cairo_rectangle (on, 100, 500, 14, 14);  /* a filled check box */
    cairo_fill (on);
    cairo_destroy (on);
    cairo_scale (cairo, 612.0 / 850, 792.0 / 1100);
    cairo_set_source_surface (cairo, image, 0, 0);
    cairo_paint (cairo);
    cairo_surface_destroy (image);
}

static void
test_a_solid_box_in_a_scan_is_a_redaction (void)
{
    g_autoptr (EvxPdf) pdf = draw_pdf (draw_scan);
    g_autoptr (EvxPage) page = read_pdf (pdf);
    g_assert_cmpuint (page->redactions->len, ==, 1);
    EvxBox found = g_array_index (page->redactions, EvxRedaction, 0).box;
    g_assert_cmpfloat_with_epsilon (found.x0, 144, 2);
    g_assert_cmpfloat_with_epsilon (found.y1, 231.8, 2);
}

/* Recognition sees letters in the edges of a black box. */
static void
test_what_is_read_on_a_solid_box_in_a_scan_is_kept_back (void)
{
    g_autoptr (EvxPdf) pdf = draw_pdf (draw_scan);
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    page->reading = EVX_READING_OCR;
    put_recognised (page, 60, 219, "Name of inmate");
    put_recognised (page, 160, 219, "eest eeq");
    lay_out (pdf, page);
    g_assert_nonnull (strstr (page->text->str, "Name of inmate"));
    g_assert_null (strstr (page->text->str, "ee"));
}

/* ---- Bates ------------------------------------------------------------------------------------------------ */

static const EvxBates *
find_bates (EvxPage *page, const char *text)
{
    lay_out (NULL, page);
    for (guint i = 0; i < page->bates->len; i++)
        if (strcmp (g_array_index (page->bates, EvxBates, i).text, text) == 0)
            return &g_array_index (page->bates, EvxBates, i);
    return NULL;
}

static void
test_a_stamp_in_the_margin_is_a_candidate (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 200, "Some text of the page, with number ALD-000777 in it.");
    put (page, 480, 765, "ALD-000412");
    put (page, 60, 765, "Page 3");
    const EvxBates *bates = find_bates (page, "ALD-000412");
    g_assert_nonnull (bates);
    g_assert_cmpstr (bates->prefix, ==, "ALD-");
    g_assert_cmpint (bates->number, ==, 412);
    g_assert_cmpuint (bates->digits, ==, 6);
    g_assert_cmpuint (page->bates->len, ==, 1);
}

static void
test_a_stamp_of_two_words_or_without_a_prefix_is_a_candidate (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 480, 765, "ALDER 000413");
    g_assert_nonnull (find_bates (page, "ALDER 000413"));
    g_autoptr (EvxPage) bare = evx_page_new (0, 612, 792);
    put (bare, 500, 20, "000414");
    g_assert_nonnull (find_bates (bare, "000414"));
}

static void
test_dates_and_page_numbers_are_no_candidates (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 765, "05/12/2021");
    put (page, 300, 765, "12");
    put (page, 450, 765, "rev. 2021");
    lay_out (NULL, page);
    g_assert_cmpuint (page->bates->len, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tables/the ticks of an axis are no table", test_the_ticks_of_an_axis_are_no_table);
    g_test_add_func ("/tables/a first column that counts down is a table",
                     test_a_first_column_that_counts_down_is_a_table);
    g_test_add_func ("/tables/an unruled table is read row by row", test_an_unruled_table_is_read_row_by_row);
    g_test_add_func ("/tables/a wrapped cell stays in its row", test_a_wrapped_cell_stays_in_its_row);
    g_test_add_func ("/tables/cells on the last line of their row are its anchor",
                     test_cells_on_the_last_line_of_their_row_are_its_anchor);
    g_test_add_func ("/tables/a grid keeps merged and wrapped cells", test_a_grid_keeps_merged_and_wrapped_cells);
    g_test_add_func ("/tables/a scanned grid is a table however it was read",
                     test_a_scanned_grid_is_a_table_however_it_was_read);
    g_test_add_func ("/tables/a leaning table of figures keeps its rows", test_a_leaning_table_of_figures_keeps_its_rows);
    g_test_add_func ("/tables/a leaning grid keeps its columns", test_a_leaning_grid_keeps_its_columns);
    g_test_add_func ("/tables/a table between paragraphs is read by rows", test_a_table_between_paragraphs_is_read_by_rows);
    g_test_add_func ("/tables/specks of a scanned rule stay out of cells", test_specks_of_a_scanned_rule_stay_out_of_cells);
    g_test_add_func ("/tables/the step of the rows joins no rows", test_the_step_of_the_rows_joins_no_rows);
    g_test_add_func ("/tables/a wide label that wraps ends no table", test_a_wide_label_that_wraps_ends_no_table);
    g_test_add_func ("/tables/large figures close to each other are cells",
                     test_large_figures_close_to_each_other_are_cells);
    g_test_add_func ("/tables/a row that may belong to the one above is in doubt",
                     test_a_row_that_may_belong_to_the_one_above_is_in_doubt);
    g_test_add_func ("/tables/a head is put together column by column",
                     test_a_head_is_put_together_column_by_column);
    g_test_add_func ("/tables/one table set in two columns is two tables",
                     test_one_table_set_in_two_columns_is_two_tables);
    g_test_add_func ("/tables/numbers at the ends of bars are no table",
                     test_numbers_at_the_ends_of_bars_are_no_table);
    g_test_add_func ("/tables/figures in columns part a grid without all its rules",
                     test_figures_in_columns_part_a_grid_without_all_its_rules);
    g_test_add_func ("/tables/rows of a group named once stay apart", test_rows_of_a_group_named_once_stay_apart);
    g_test_add_func ("/tables/rules in pieces part the rows", test_rules_in_pieces_part_the_rows);
    g_test_add_func ("/tables/titles and notes are no rows", test_titles_and_notes_are_no_rows);
    g_test_add_func ("/tables/flush columns part however close they stand", test_flush_columns_part_however_close_they_stand);
    g_test_add_func ("/tables/the grid of a plot is no table", test_the_grid_of_a_plot_is_no_table);
    g_test_add_func ("/tables/a scanned axis may have lost a tick", test_a_scanned_axis_may_have_lost_a_tick);
    g_test_add_func ("/tables/each level of a head is a row", test_each_level_of_a_head_is_a_row);
    g_test_add_func ("/tables/a time below a date is one cell", test_a_time_below_a_date_is_one_cell);
    g_test_add_func ("/tables/a section named below the head is a row", test_a_section_named_below_the_head_is_a_row);
    g_test_add_func ("/tables/contents and bars with numbers are no tables", test_contents_and_bars_with_numbers_are_no_tables);
    g_test_add_func ("/tables/numbers that count up name columns", test_numbers_that_count_up_name_columns);
    g_test_add_func ("/tables/a title in a box of the grid is no row", test_a_title_in_a_box_of_the_grid_is_no_row);
    g_test_add_func ("/tables/cells set in the middle of a wrapped label are its row",
                     test_cells_set_in_the_middle_of_a_wrapped_label_are_its_row);
    g_test_add_func ("/tables/the first lines of a cell are no head",
                     test_the_first_lines_of_a_cell_are_no_head);
    g_test_add_func ("/tables/the same word before all names is no column",
                     test_the_same_word_before_all_names_is_no_column);
    g_test_add_func ("/tables/a head is not parted by figures far apart",
                     test_a_head_is_not_parted_by_figures_far_apart);
    g_test_add_func ("/tables/a label that wraps leads to its last line",
                     test_a_label_that_wraps_leads_to_its_last_line);
    g_test_add_func ("/tables/a total is marked", test_a_total_is_marked);
    g_test_add_func ("/tables/letters, lists and forms are no tables", test_letters_lists_and_forms_are_no_tables);
    g_test_add_func ("/redactions/a letter in brackets on a box is its exemption",
                     test_a_letter_in_brackets_on_a_box_is_its_exemption);
    g_test_add_func ("/redactions/a box over text is ineffective", test_a_box_over_text_is_ineffective);
    g_test_add_func ("/redactions/a box without text is applied and bears its exemption",
                     test_a_box_without_text_is_applied_and_bears_its_exemption);
    g_test_add_func ("/redactions/shading, headings, check boxes and charts are no redactions",
                     test_shading_headings_check_boxes_and_charts_are_no_redactions);
    g_test_add_func ("/redactions/a solid box in a scan is a redaction", test_a_solid_box_in_a_scan_is_a_redaction);
    g_test_add_func ("/redactions/what is read on a solid box in a scan is kept back",
                     test_what_is_read_on_a_solid_box_in_a_scan_is_kept_back);
    g_test_add_func ("/bates/a stamp in the margin is a candidate", test_a_stamp_in_the_margin_is_a_candidate);
    g_test_add_func ("/bates/a stamp of two words or without a prefix is a candidate",
                     test_a_stamp_of_two_words_or_without_a_prefix_is_a_candidate);
    g_test_add_func ("/bates/dates and page numbers are no candidates", test_dates_and_page_numbers_are_no_candidates);
    return g_test_run ();
}
