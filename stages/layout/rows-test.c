/* Rows of the page into rows of a table, and its head (join.c, anchors.c, body.c, heads.c, rows.c). */
#include "test-page.h"

static void
test_a_wrapped_cell_stays_in_its_row (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 14, "Number|Charge|Count\n1001|Driving while|12");
    put_rows (page, 225, 14, "|under influence|\n1002|Burglary|7\n1003|Theft of a|9");
    put_row (page, 264, "|motor vehicle|");
    g_autofree char *rows = lay_out_table (page);
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
    g_autofree char *table = lay_out_table (page);
    g_assert_true (g_str_has_prefix (table, "Year|Booked|Released\nCounted\n2010|40|30\n"));
    g_assert_cmpuint (page->rows->len, ==, 19);
}

static void
test_a_row_that_may_belong_to_the_one_above_is_in_doubt (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 14, "Number|Charge|Count\n1001|Theft|12\n|Burglary|\n1002|Arson|7\n1003|Vandalism and theft|9");
    g_autofree char *rows = lay_out_table (page);
    g_assert_cmpstr (rows, ==, "Number|Charge|Count\n1001|Theft|12\nBurglary\n1002|Arson|7\n1003|Vandalism and theft|9\n");
    for (guint r = 0; r < 5; r++)
        g_assert_cmpuint ((row_at (page, r)->doubt & EVX_DOUBT_SPLIT) != 0, ==, r == 2);
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
    g_autofree char *rows = lay_out_table (page);
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
        put_rows (page, y, 12, "||Left a message\n||with the officer\n01/02/2020|Lozano|on duty who said\n"
                               "||he would call\n||back");
        for (guint c = 0; c < 3; c++)
            rule (page, 55 + 110 * c, y - 4, 165 + 110 * c, y - 4);
    }
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Date|Deputy|Remarks\n01/02/2020|Lozano|Left a message with the officer "
                                           "on duty who said he would call back\n"));
    g_assert_cmpuint (page->rows->len, ==, 5);
}

static void
test_a_time_below_a_date_is_one_cell (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Release|Name|Pickup");
    for (guint r = 0; r < 5; r++)
        put_rows (page, 118 + 30 * r, 11, "03/14/2020|Lozano|Yes\n14:05||");
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Release|Name|Pickup\n03/14/2020 14:05|Lozano|Yes\n"));
    g_assert_true (g_str_has_suffix (rows, "\n03/14/2020 14:05|Lozano|Yes\n"));
    g_assert_cmpuint (page->rows->len, ==, 6);
}

/* Labels wrap, figures stand on their last line, and rows are no farther apart than lines. */
static void
test_a_label_that_wraps_leads_to_its_last_line (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Measure|2019|Amount|Share");
    for (guint r = 0; r < 6; r++) {
        put_row (page, 112 + 36 * r, r % 2 == 0 ? "Requests that were" : "Persons released to");
        put_rows (page, 124 + 36 * r, 12, "withdrawn|17|769|16\nTransfers|12|345|8");
    }
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Measure|2019|Amount|Share\nRequests that were withdrawn|17|769|16\nTransfers|12|345|8\n"
                                           "Persons released to withdrawn|17|769|16\nTransfers|12|345|8\n"));
    g_assert_cmpuint (page->rows->len, ==, 13);
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_suffix (rows, "Persons held on the last day of a period before the report|17|769|16\n"));
    g_assert_nonnull (strstr (rows, "\nPersons held on the last day of|17|769|16\n"));
    g_assert_cmpuint (page->rows->len, ==, 6);
}

static void
test_cells_on_the_last_line_of_their_row_are_its_anchor (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint r = 0; r < 4; r++) {
        g_autofree char *row = g_strdup_printf ("||begin of cell|\n||more of cell|\n10%u|Main Jail|end of it|%u", r, 20 + r);
        put_rows (page, 200 + 36 * r, 12, row);
    }
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "100|Main Jail|begin of cell more of cell end of it|20\n101|"));
    g_assert_cmpuint (page->rows->len, ==, 4);
    g_assert_cmpint (row_at (page, 0)->kind, ==, EVX_ROW_BODY); /* goes on from another page */
}

/* The first row begins above its full line, below a head of which it is no part. */
static void
test_the_first_lines_of_a_cell_are_no_head (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 100, "Station|Requests|Date|Remarks");
    for (guint r = 0; r < 4; r++)
        put_rows (page, 116 + 40 * r, 11, "|||No action was\n|||taken by\nNorth|17|01/02/2020|the court");
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|Requests|Date|Remarks\nNorth|17|01/02/2020|No action was taken by the court\n"));
    g_assert_cmpuint (page->rows->len, ==, 5);
}

static void
test_a_head_is_put_together_column_by_column (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 215, 199, "All releases");
    put_rows (page, 212, 11, "|||Held\nMonth of|Persons|Sent to|past the\nrelease|released|ICE|date");
    for (guint r = 0; r < 6; r++)
        put_row (page, 250 + 14 * r, "Harvestmonth|12|14|3");
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (
        rows, "All releases\nMonth of release|Persons released|Sent to ICE|Held past the date\nHarvestmonth|12|14|3\n"));
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Calendar year\n2019|2020\nStation|Qtr|Qtr|Qtr|Qtr|Qtr|Qtr\nNorthfield|17|"));
    for (guint i = 0; i < 3; i++) {
        const EvxCell *cell = &g_array_index (page->cells, EvxCell, i);
        g_assert_cmpuint (cell->column, ==, i < 2 ? 1 : 4);
        g_assert_cmpuint (cell->columns, ==, i < 1 ? 6 : 3);
    }
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Year|7|8|9|10|Elementary ungraded|Secondary ungraded\n2019|31|31|31|31|399|208\n"));
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
    g_autofree char *rows = lay_out_table (page);
    g_assert_true (g_str_has_prefix (rows, "Station|Booked|Released\nFELONY\nNorth|174|307\n"));
}

static void
test_a_total_is_marked (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 14, "Facility|Requests|Answered\nNorth|40|12\nSouth|31|9\nTotal|71|21");
    lay_out (page);
    g_assert_cmpint (row_at (page, 3)->kind, ==, EVX_ROW_TOTAL);
}

/* A head of three rows on shaded ground, whose edges part them: rules between the rows of the head say nothing of those
 * below. */
static void
test_rules_in_a_head_do_not_part_the_body (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 16, "|2018||2020\n|Men|Women|Men|Women\n|Pretrial|All|Pretrial|All\nMain Jail|635|788|441|370\n"
                             "Annex|270|191|448|786\nSouth Camp|532|673|805|319");
    for (guint i = 0; i < 3; i++)
        rule (page, 55, 213 + 16 * i, 560, 213 + 16 * i);
    g_autofree char *table = lay_out_table (page);
    g_assert_true (g_str_has_suffix (table, "Main Jail|635|788|441|370\nAnnex|270|191|448|786\nSouth Camp|532|673|805|319\n"));
}

/* The heads that span begin where the first names below them do, one is wider than its name; a wrapped name is none. */
static void
test_heads_over_the_same_names_span_them (void)
{
    static const char *const rows = "|Pretrial||Sentenced custody||All\nMonth|Men|Women|Men|Women|Men|Women\nJanuary|703|54|813|926|542|133\n"
                                    "February|533|214|412|365|551|306\nMarch|608|161|619|277|120|276\nApril|431|345|284|864|120|801";
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792), wrapped = evx_page_new (0, 612, 792);
    g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
    for (guint r = 0; lines[r] != NULL; r++) {
        g_auto (GStrv) cells = g_strsplit (lines[r], "|", -1);
        for (guint c = 0; cells[c] != NULL; c++) {
            put (page, 60 + 70 * c + (r > 1 && c > 0 ? 25 - 5 * (double) strlen (cells[c]) : 0), 200 + 13 * r, cells[c]);
            put (wrapped, 60 + 70 * c, 200 + 13 * r, r > 0 ? cells[c] : c == 1 || c == 3 || c == 5 ? "Adult" : "");
        }
    }
    g_autofree char *table = lay_out_table (page), *other = lay_out_table (wrapped);
    g_assert_true (g_str_has_prefix (table, "Pretrial|Sentenced custody|All\nMonth|Men|Women|Men|Women|Men|Women\nJanuary|703|"));
    g_assert_true (g_str_has_prefix (other, "Month|Adult Men|Women|Adult Men|Women|Adult Men|Women\nJanuary|703|"));
}

/* On a scan the grounds of every second row are known by their edges, which close no cells of a grid. */
static void
test_the_edges_of_grounds_part_the_rows (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_rows (page, 200, 12, "Item|Finding|Due\n1|Detainer lodged,|7-5-\n|no response|19\n2|Released on|9-8-\n|own word|19\n"
                             "3|Picked up at|1-2-\n|noon by two|18\n4|Not honored|9-1-\n|at all|17");
    for (guint i = 0; i < 5; i++) {
        EvxRule edge = { .box = { 50, 211 + 24 * i, 400, 211 + 24 * i }, .edge = TRUE };
        g_array_append_val (page->rules, edge);
    }
    for (guint i = 0; i < 3; i++)
        rule (page, 55 + 110 * i, 211, 55 + 110 * i, 307);
    g_autofree char *table = lay_out_table (page);
    g_assert_cmpstr (table, ==, "Item|Finding|Due\n1|Detainer lodged, no response|7-5- 19\n2|Released on own word|9-8- 19\n"
                                "3|Picked up at noon by two|1-2- 18\n4|Not honored at all|9-1- 17\n");
}

/* A log whose cells wrap, the last too; nothing but a little more room parts its rows. */
static void
test_the_first_lines_of_a_log_are_nearer_to_what_wraps (void)
{
    static const char *const rows[][2] = { { "01/14/2017|Whitlock|Detainer lodged", "||No response" }, { "02/02/2017|Tremblay|None", NULL },
                                           { "02/13/2017|Ibarra|Not honored", "||Local law" }, { "06/15/2017|Jessup|Picked up", "||Two officers" },
                                           { "09/16/2017|Okafor|Bail posted", "||Family member" } };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    double y = 200;
    put_row (page, y, "Date|Name|Disposition");
    for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
        put_row (page, y += 14, rows[r][0]);
        if (rows[r][1] != NULL)
            put_row (page, y += 12, rows[r][1]);
    }
    g_autofree char *table = lay_out_table (page);
    g_assert_cmpstr (table, ==, "Date|Name|Disposition\n01/14/2017|Whitlock|Detainer lodged No response\n02/02/2017|Tremblay|None\n"
                                "02/13/2017|Ibarra|Not honored Local law\n06/15/2017|Jessup|Picked up Two officers\n"
                                "09/16/2017|Okafor|Bail posted Family member\n");
}

/* A log of which nearly every cell wraps, the date too: a full line as near as what goes on begins no row. */
static void
test_a_full_line_that_stands_near_begins_no_row (void)
{
    static const char *const rows[][3] = { { "January 9,|Whitlock,|Assault likely|T440|To ICE", "2022|Dale|to cause injury||by van", "||to others" },
                                           { "March 13,|Ibarra,|Driving under|T441|To ICE", "2022|Ines|the influence||by van", "||on bail" },
                                           { "July 24,|Okafor,|Assault likely|T442|To ICE", "2022|Chidi|to cause injury||by van", "||to others" },
                                           { "August 1,|Jessup,|Driving under|T443|To ICE", "2022|Ann|the influence||by van", "||on bail" } };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    double y = 200;
    put_row (page, y, "Date|Name|Offense|Number|Remarks");
    for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
        put_row (page, y += 17.6, rows[r][0]);
        put_row (page, y += 15, rows[r][1]);
        put_row (page, y += 15, rows[r][2]);
    }
    g_autofree char *table = lay_out_table (page);
    g_assert_nonnull (strstr (table, "\nMarch 13, 2022|Ibarra, Ines|Driving under the influence on bail|T441|To ICE by van\nJuly 24, 2022|"));
}

/* "Expenditures" is no more of the label above it: what follows stands in from it. Of a label that wraps in the middle of
 * its column the second line may stand out. */
static void
test_a_name_that_what_follows_stands_in_from_is_a_section (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792), centred = evx_page_new (0, 612, 792);
    put_rows (page, 200, 14, "|FY 2018|FY 2019\nRevenues\n|1,204|1,377\n|2,310|2,104\nTotal revenues here|3,514|3,481\nExpenditures\n"
                             "|1,880|1,902\n|1,204|1,310\nTotal expenditures|3,084|3,212");
    for (guint i = 0; i < 4; i++)
        put (page, 72, 228 + 14 * i + (i > 1 ? 28 : 0), i % 2 == 0 ? "Custody" : "Patrol");
    g_autofree char *table = lay_out_table (page);
    g_assert_nonnull (strstr (table, "\nTotal revenues here|3,514|3,481\nExpenditures\nCustody|1,880|1,902\n"));
    put_rows (centred, 200, 14, "Unit|Beds|Days|Staff");
    for (guint i = 0; i < 6; i++) {
        put (centred, 67.5, 216 + 28 * i, "Custody");
        put (centred, 60, 227 + 28 * i, "Operations");
        put_row (centred, 216 + 28 * i, "|590|293|94");
    }
    g_autofree char *other = lay_out_table (centred);
    g_assert_nonnull (strstr (other, "\nCustody Operations|590|293|94\nCustody Operations|590|"));
}

/* Three rows on a ground of their own each, three without. */
static void
test_bands_of_three_rows_part_no_rows (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 200, "Unit|January|March|Total");
    for (guint r = 0; r < 15; r++) {
        put_row (page, 214 + 14 * r, "Custody|69|732|801");
        if (r % 6 < 4)
            rule (page, 55, 212 + 14 * r, 420, 212 + 14 * r);
    }
    lay_out (page);
    g_assert_cmpuint (page->rows->len, ==, 16);
}

/* A figure and the range it lies in, of which the last columns has room for a part: figures below figures, but one cell. */
static void
test_a_range_in_brackets_wraps (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_row (page, 200, "Group|Share|Odds");
    put_row (page, 216, "North|19.0|0.1");
    put_row (page, 228, "||(0.2-");
    put_row (page, 240, "||2.2)");
    put_row (page, 256, "South|12.5|(X)");
    put_row (page, 272, "East|6.9|1.9");
    put_row (page, 284, "||(0.8-");
    put_row (page, 296, "||2.1)");
    put_row (page, 312, "West|3.3|(X)");
    g_autofree char *rows = lay_out_table (page);
    g_assert_cmpstr (rows, ==, "Group|Share|Odds\nNorth|19.0|0.1 (0.2- 2.2)\nSouth|12.5|(X)\nEast|6.9|1.9 (0.8- 2.1)\nWest|3.3|(X)\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tables/a range in brackets wraps", test_a_range_in_brackets_wraps);
    g_test_add_func ("/tables/a wrapped cell stays in its row", test_a_wrapped_cell_stays_in_its_row);
    g_test_add_func ("/tables/the step of the rows joins no rows", test_the_step_of_the_rows_joins_no_rows);
    g_test_add_func ("/tables/a row that may belong to the one above is in doubt",
                     test_a_row_that_may_belong_to_the_one_above_is_in_doubt);
    g_test_add_func ("/tables/rows of a group named once stay apart", test_rows_of_a_group_named_once_stay_apart);
    g_test_add_func ("/tables/rules in pieces part the rows", test_rules_in_pieces_part_the_rows);
    g_test_add_func ("/tables/a time below a date is one cell", test_a_time_below_a_date_is_one_cell);
    g_test_add_func ("/tables/a label that wraps leads to its last line", test_a_label_that_wraps_leads_to_its_last_line);
    g_test_add_func ("/tables/cells set in the middle of a wrapped label are its row",
                     test_cells_set_in_the_middle_of_a_wrapped_label_are_its_row);
    g_test_add_func ("/tables/cells on the last line of their row are its anchor",
                     test_cells_on_the_last_line_of_their_row_are_its_anchor);
    g_test_add_func ("/tables/the first lines of a cell are no head", test_the_first_lines_of_a_cell_are_no_head);
    g_test_add_func ("/tables/a head is put together column by column", test_a_head_is_put_together_column_by_column);
    g_test_add_func ("/tables/each level of a head is a row", test_each_level_of_a_head_is_a_row);
    g_test_add_func ("/tables/numbers that count up name columns", test_numbers_that_count_up_name_columns);
    g_test_add_func ("/tables/a section named below the head is a row", test_a_section_named_below_the_head_is_a_row);
    g_test_add_func ("/tables/a total is marked", test_a_total_is_marked);
    g_test_add_func ("/tables/rules in a head do not part the body", test_rules_in_a_head_do_not_part_the_body);
    g_test_add_func ("/tables/the edges of grounds part the rows", test_the_edges_of_grounds_part_the_rows);
    g_test_add_func ("/tables/the first lines of a log are nearer to what wraps",
                     test_the_first_lines_of_a_log_are_nearer_to_what_wraps);
    g_test_add_func ("/tables/a full line that stands near begins no row", test_a_full_line_that_stands_near_begins_no_row);
    g_test_add_func ("/tables/heads over the same names span them", test_heads_over_the_same_names_span_them);
    g_test_add_func ("/tables/a name that what follows stands in from is a section",
                     test_a_name_that_what_follows_stands_in_from_is_a_section);
    g_test_add_func ("/tables/bands of three rows part no rows", test_bands_of_three_rows_part_no_rows);
    return g_test_run ();
}
