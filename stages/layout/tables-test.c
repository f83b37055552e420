/* Tables without a grid: what belongs to them, and where their columns are (tables.c, columns.c). */
#include "test-page.h"

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
    g_autofree char *rows = lay_out_table (page);
    g_assert_cmpstr (rows, ==, "Date|Person|Outcome\n01/02/2020|X-1000001|released\n"
                               "01/09/2020|X-1000002|picked up\n01/11/2020|X-1000003|released\n");
    g_assert_cmpint (row_at (page, 0)->kind, ==, EVX_ROW_HEADER);
    g_assert_cmpint (row_at (page, 1)->kind, ==, EVX_ROW_BODY);
    g_assert_nonnull (strstr (page->text->str, "01/09/2020 X-1000002 picked up\n"));
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|First|Second|Third\nNorth|12|14|3\n"));
    g_assert_cmpuint (page->rows->len, ==, 7);
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
    g_autofree char *table = lay_out_table (page);
    g_assert_true (g_str_has_prefix (table, "Office|Staff\nRecords|11\n"));
    g_assert_nonnull (strstr (table, "Kitchen|9\n"));
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "101|2019|17\n102|2019|17\n"));
    g_assert_nonnull (strstr (rows, "\n108|2019|17\n109|2019|17\n110|"));
    g_assert_cmpuint (page->tables->len, ==, 2);
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
    g_autofree char *table = lay_out_table (page);
    g_assert_true (g_str_has_prefix (table, "Visits|104|96|96\nLetters|104|96|96\n"));
    g_assert_cmpuint (page->rows->len, ==, 5);
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
    g_autofree char *table = lay_out_table (page);
    g_assert_cmpuint (page->rows->len, ==, 40);
    g_assert_true (g_str_has_prefix (table, "100|200|300|400|500\n101|201|301|401|501\n"));
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_cmpstr (rows, ==, "Facility|30\nFacility|31\nFacility|32\nFacility|33\n");
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
    g_autofree char *table = lay_out_table (page);
    g_assert_nonnull (strstr (table, "All|11,040|11,040|11,040|11,040|11,040\n"));
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Lozano|12 Oak Street|Verity Town|17\nLozano|7 Elm Road|Marlow|17\n"));
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
    g_autofree char *rows = lay_out_table (page);
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|Average daily population|Other\nNorth|3,529|53\n"));
}

/* Two tables of other widths side by side, which have the same names; in one row a cell was not read. */
static void
test_two_tables_with_the_same_names_stand_side_by_side (void)
{
    static const char *const rows[][3] = { { "Facility", "Men", "Women" }, { "Main Jail", "326", "32" }, { "Annex", "732", "53" },
                                           { "South Camp", "502", "12" }, { "Hospital Ward", "792", "15" } };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 180, "Bookings");
    put (page, 330, 180, "Releases");
    for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
        for (guint c = 0; c < 3; c++) {
            put (page, 60 + 90 * c, 200 + 16 * r, rows[r][c]);
            if (r != 3 || c != 2)
                put (page, 330 + 100 * c, 200 + 16 * r, rows[r][c]);
        }
    g_autofree char *table = lay_out_table (page);
    g_assert_cmpuint (page->tables->len, ==, 2);
    g_assert_true (g_str_has_prefix (table, "Facility|Men|Women\nMain Jail|326|32\n"));
}

/* Two tables whose rows are ruled off by rules across, level with each other, with numbers in the middle of names of two
 * lines. */
static void
test_tables_ruled_off_side_by_side_are_read_once (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r <= 6; r++) {
        double y = 200 + 32 * r;
        rule (page, 55, y, 275, y);
        rule (page, 287, y, 507, y);
        for (guint side = 0; side < 2 && r < 6; side++) {
            double x = 60 + 232 * side;
            g_autofree char *number = g_strdup_printf ("%u", 6 * side + r + 1);
            put (page, x, y + 10, number);
            put (page, x + 40, y + 4, "Division of Intake and Records Desk");
            put (page, x + 40, y + 16, "Custody");
        }
    }
    guint words = page->words->len;
    lay_out (page);
    g_assert_cmpuint (page->words->len, ==, words);
    g_assert_cmpuint (page->tables->len, ==, 2);
    g_assert_cmpuint (page->rows->len, ==, 12);
    for (guint t = 0; t < 2; t++)
        g_assert_cmpfloat (evx_box_width (g_array_index (page->tables, EvxTable, t).box), <, 240);
}

/* The pair: names that stand twice below names that span, in a table with a total. */
static void
test_names_that_stand_twice_in_one_table_do_not_part_it (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 660, 792);
    put_rows (page, 200, 16, "|Sworn||Civilian||\n|Filled|Vacant|Filled|Vacant\nCustody|482|155|691|526|877\n"
                             "Patrol|768|610|775|521|292\nCourts|45|361|18|578|631\nCoroner|828|99|287|816|601");
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 1);
}

/* A drawn font states a size that is half of its type: its words are flat, and seem far below each other. */
static void
test_a_table_of_flat_words_is_a_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 18, "Measure|First|Second\nDetainers|207|99\nNotices|195|165\nTransfers|81|47");
    for (guint i = 0; i < page->words->len; i++) {
        EvxBox *box = &g_array_index (page->words, EvxWord, i).box;
        *box = (EvxBox) { box->x0, box->y0 + 3, box->x1, box->y1 - 3 };
    }
    g_autofree char *table = lay_out_table (page);
    g_assert_cmpstr (table, ==, "Measure|First|Second\nDetainers|207|99\nNotices|195|165\nTransfers|81|47\n");
}

/* A long label, and figures that leave but a space between them: in one row nothing stands as far apart as chunks do. */
static void
test_a_row_of_close_cells_ends_no_table (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 8; r++) {
        gboolean wide = r == 4;
        put (page, 60, 200 + 12 * r, wide ? "7951 Information Technology and all of its contracts" : "2045 Patrol");
        for (guint c = 0; c < 4; c++)
            put (page, 307 + 54 * c + (wide ? 0 : 20), 200 + 12 * r, wide ? "11,728,356" : "94,979");
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 1);
    g_assert_cmpuint (page->rows->len, ==, 8);
}

/* Rules from @x0 to @x1 above and below the head, and below the last row. */
static void
put_table_rules (EvxPage *page, double x0, double x1)
{
    static const double heights[] = { 197, 213, 277 };
    for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
        rule (page, x0, heights[i], x1, heights[i]);
}

static void
test_two_tables_with_rules_of_their_own_stand_side_by_side (void)
{
    static const char *const rows = "Offense|Men|Agency|Holds\nTheft|116|Sheriff|17\nBurglary|134|Marshal|78\n"
                                    "Trespass|512|Probation|25\nVandalism|183|Parole|26";
    g_autoptr (EvxPage) two = evx_page_new (0, 612, 792), one = evx_page_new (0, 612, 792);
    put_rows (two, 200, 16, rows);
    put_table_rules (two, 55, 200);
    put_table_rules (two, 275, 430);
    lay_out (two);
    g_assert_cmpuint (two->tables->len, ==, 2);
    put_rows (one, 200, 16, rows); /* the border of each cell is drawn by itself */
    put_table_rules (one, 55, 225);
    put_table_rules (one, 225, 430);
    lay_out (one);
    g_assert_cmpuint (one->tables->len, ==, 1);
}

static void
test_three_tables_with_rules_of_their_own_stand_side_by_side (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint t = 0; t < 3; t++) {
        for (guint r = 0; r < 5; r++) {
            put (page, 60 + 170 * t, 200 + 16 * r, r == 0 ? "Month" : "March");
            put (page, 130 + 170 * t, 200 + 16 * r, r == 0 ? "Count" : "17");
        }
        put_table_rules (page, 55 + 170 * t, 160 + 170 * t);
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 3);
}

/* A sheet that leans a little: what stands right is level with the last lines of what stands left, but not on their base
 * lines, as cells are. */
static void
test_cells_on_the_last_lines_of_scanned_cells_are_no_column (void)
{
    static const guint lines[] = { 4, 3, 3, 1, 3, 3, 3, 3, 4, 3 };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    double y = 200;
    for (guint r = 0; r < G_N_ELEMENTS (lines); r++) {
        for (guint l = 0; l < lines[r]; l++, y += 13)
            put_recognised (page, 60, y, l == 0 ? "Time served and transferred to custody of" : "requesting agency at the sally port and");
        put_recognised (page, 290, y - 11, "05/24/2017");
        put_recognised (page, 355, y - 11, "17");
        put_recognised (page, 390, y - 11, "35.9");
        y += 3;
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 1);
    g_assert_cmpuint (page->rows->len, ==, G_N_ELEMENTS (lines));
    g_assert_cmpuint (row_at (page, 1)->n_cells, ==, 4);
}

/* A table on a sheet that lies on either side, as wide ones are printed. */
static void
test_a_table_that_lies_on_its_side_is_read (void)
{
    static const int ways[] = { 90, 270 };
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 792, 612);
        put_rows (page, 200, 16, "Facility|Booked|Released|Custody");
        for (guint r = 0; r < 8; r++) {
            g_autofree char *row = g_strdup_printf ("Station %c Annex|%u|%u|%u", 'A' + (char) r, 1326 + 17 * r, 1219 + 13 * r, 4107 + r);
            put_row (page, 216 + 16 * r, row);
        }
        for (guint i = 0; i < page->words->len; i++) {
            EvxBox *box = &g_array_index (page->words, EvxWord, i).box;
            *box = evx_box_turn (*box, 792, 612, ways[way]);
        }
        page->width = 612;
        page->height = 792;
        g_autofree char *table = lay_out_table (page);
        g_assert_true (g_str_has_prefix (table, "Facility|Booked|Released|Custody\nStation A Annex|1326|1219|4107\n"));
        g_assert_cmpuint (page->rows->len, ==, 9);
        g_assert_cmpint (page->turned, ==, 360 - ways[way]);
        EvxBox box = g_array_index (page->tables, EvxTable, 0).box; /* as the page is seen */
        g_assert_cmpfloat (evx_box_height (box), >, evx_box_width (box));
    }
}

/* The pair: a note that runs up the margin. */
static void
test_a_page_with_turned_words_in_its_margin_stands_upright (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 12; i++)
        put (page, 60, 200 + 14 * i, "the deputies wrote a short report there");
    for (guint i = 0; i < 30; i++)
        evx_page_add_word (page, "exempt", -1, (EvxBox) { 20, 700 - 22.0 * i, 30, 720 - 22.0 * i }, 1, EVX_ORIGIN_TEXT);
    lay_out (page);
    g_assert_cmpint (page->turned, ==, 0);
}

/* A log of which two cells are drawn out to both edges of their column, or (@notes) of which two rows have a note beside. */
static EvxPage *
page_of_drawn_out_cells (gboolean notes)
{
    EvxPage *page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Date|Booking|Officer|Result");
    double y = 100;
    for (guint i = 0; i < 12; i++) {
        g_autofree char *row = g_strdup_printf ("3/%u/2020|2049%02u|Banks|%s", i + 1, i, i % 5 == 3 && !notes ? "no" : "NPU");
        put_row (page, y += 18, row);
        if (i % 5 != 3)
            continue;
        put (page, notes ? 480 : 465, y, notes ? "late" : "show;");
        if (notes)
            continue;
        put_row (page, y += 12, "|||freed");
        put (page, 480, y, "to");
        put_row (page, y += 12, "|||lobby");
    }
    return page;
}

static void
test_the_ends_of_lines_that_are_drawn_out_are_no_column (void)
{
    g_autoptr (EvxPage) page = page_of_drawn_out_cells (FALSE), noted = page_of_drawn_out_cells (TRUE);
    g_autofree char *rows = lay_out_table (page);
    g_assert_nonnull (strstr (rows, "3/4/2020|204903|Banks|no show; freed to lobby\n"));
    g_autofree char *others = lay_out_table (noted);

    g_assert_nonnull (strstr (others, "3/4/2020|204903|Banks|NPU|late\n"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tables/an unruled table is read row by row", test_an_unruled_table_is_read_row_by_row);
    g_test_add_func ("/tables/titles and notes are no rows", test_titles_and_notes_are_no_rows);
    g_test_add_func ("/tables/a wide label that wraps ends no table", test_a_wide_label_that_wraps_ends_no_table);
    g_test_add_func ("/tables/one table set in two columns is two tables", test_one_table_set_in_two_columns_is_two_tables);
    g_test_add_func ("/tables/a table between paragraphs is read by rows", test_a_table_between_paragraphs_is_read_by_rows);
    g_test_add_func ("/tables/a leaning table of figures keeps its rows", test_a_leaning_table_of_figures_keeps_its_rows);
    g_test_add_func ("/tables/specks of a scanned rule stay out of cells", test_specks_of_a_scanned_rule_stay_out_of_cells);
    g_test_add_func ("/tables/large figures close to each other are cells",
                     test_large_figures_close_to_each_other_are_cells);
    g_test_add_func ("/tables/flush columns part however close they stand",
                     test_flush_columns_part_however_close_they_stand);
    g_test_add_func ("/tables/the same word before all names is no column",
                     test_the_same_word_before_all_names_is_no_column);
    g_test_add_func ("/tables/a head is not parted by figures far apart", test_a_head_is_not_parted_by_figures_far_apart);
    g_test_add_func ("/tables/two tables with the same names stand side by side",
                     test_two_tables_with_the_same_names_stand_side_by_side);
    g_test_add_func ("/tables/tables ruled off side by side are read once", test_tables_ruled_off_side_by_side_are_read_once);
    g_test_add_func ("/tables/names that stand twice in one table do not part it",
                     test_names_that_stand_twice_in_one_table_do_not_part_it);
    g_test_add_func ("/tables/a table of flat words is a table", test_a_table_of_flat_words_is_a_table);
    g_test_add_func ("/tables/two tables with rules of their own stand side by side",
                     test_two_tables_with_rules_of_their_own_stand_side_by_side);
    g_test_add_func ("/tables/three tables with rules of their own stand side by side",
                     test_three_tables_with_rules_of_their_own_stand_side_by_side);
    g_test_add_func ("/tables/cells on the last lines of scanned cells are no column",
                     test_cells_on_the_last_lines_of_scanned_cells_are_no_column);
    g_test_add_func ("/tables/a row of close cells ends no table", test_a_row_of_close_cells_ends_no_table);
    g_test_add_func ("/tables/a table that lies on its side is read", test_a_table_that_lies_on_its_side_is_read);
    g_test_add_func ("/tables/a page with turned words in its margin stands upright",
                     test_a_page_with_turned_words_in_its_margin_stands_upright);
    g_test_add_func ("/tables/the ends of lines that are drawn out are no column", test_the_ends_of_lines_that_are_drawn_out_are_no_column);
    return g_test_run ();
}
