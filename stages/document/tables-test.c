#include "document.h"

#include "document-internal.h"
#include "test-tables.h"

#include <string.h>

static const EvxEvent *
event_at (const EvxDocument *document, guint i)
{
    g_assert_cmpuint (document->events->len, >, i);
    return &g_array_index (document->events, EvxEvent, i);
}

static guint
count_events (const EvxDocument *document, const char *kind)
{
    guint n = 0;
    for (guint i = 0; i < document->events->len; i++)
        n += strcmp (event_at (document, i)->kind, kind) == 0;
    return n;
}

/* ---- events --------------------------------------------------------------------------------- */

static void
test_columns_named_for_a_kind_and_outcomes_give_events (void)
{
    static const char *const rows[] = {
        "!Release date|Booking no.|XREF|Detainer received|ICE notified|Outcome",
        "01/17/2020|200199-01|X-1538034|01/13/2020|01/13/2020 1240|NPU",
        "03/06/2020|200308-01|X-1555660|03/02/2020|03/02/2020 1243|PU",
        "06/03/2020|200725-01|X-1555625|06/02/2020|-|Not notified", NULL
    };
    g_autoptr (EvxPage) page = page_with_table (0, "Release log", rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "requests"), ==, 3);
    g_assert_cmpuint (count_events (document, "notifications"), ==, 2);
    g_assert_cmpuint (count_events (document, "transfers"), ==, 1);
    const EvxEvent *first = event_at (document, 0);
    g_assert_cmpstr (first->date, ==, "2020-01-13");
    g_assert_cmpstr (first->person, ==, "X-1538034 / 200199-01");
    g_assert_cmpint (first->row, ==, 1);
}

static void
test_a_column_of_recipients_tells_transfers (void)
{
    static const char *const rows[] = { "!Booking no.|Out date|Released to|ICE notified",
                                        "20-40211|01/17/2020|ICE ERO|01/16/2020",
                                        "20-40248|01/18/2020|Own recognizance|",
                                        "20-40285|01/19/2020|Not ICE, family|01/18/2020",
                                        "20-40301|01/20/2020|Family; ICE hold lifted|",
                                        "20-40317|01/21/2020|Own recognizance (ICE notified)|", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "transfers"), ==, 1);
    g_assert_cmpuint (count_events (document, "notifications"), ==, 2);
    g_assert_cmpstr (event_at (document, 1)->date, ==, "2020-01-17");
}

static void
test_a_row_whose_day_was_not_read_is_an_event_in_doubt (void)
{
    static const char *const rows[] = { "!Date|Booking|Charge", "3/4/2019|190381|PC 211", "|190382|PC 459", "||see above",
                                        NULL };
    g_autoptr (EvxPage) page = page_with_table (0, "Log of releases to ICE, 2019", rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "transfers"), ==, 2);
    g_assert_null (event_at (document, 1)->date);
    g_assert_cmpuint (event_at (document, 1)->doubt, ==, EVX_DOUBT_CELLS);
}

static void
test_each_part_of_an_outcome_counts_and_a_time_says_yes (void)
{
    static const char *const rows[] = {
        "!Release date|Name|Booking no.|ICE called (time)|Outcome",
        "01/17/2020||200199|05:14|ICE notified; picked up by ICE in lobby",
        "01/18/2020||200200|1640|ICE notified; no pickup",
        "01/19/2020||200201|-|Released, ICE not called",
        "01/20/2020||200202|-|Not notified; picked up by wife",
        "01/21/2020||200203|n/a|Notified ICE, agents did not come",
        "01/22/2020||200204|-|Taken by ICE agents",
        "01/23/2020||200205|0730|Went home",
        NULL,
    };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "notifications"), ==, 4);
    g_assert_cmpuint (count_events (document, "transfers"), ==, 2);
}

static void
test_each_row_of_a_log_of_requests_is_one_whatever_became_of_it (void)
{
    static const struct {
        const char *rows[3];
        guint requests;
    } cases[] = { { { "!Date recd|Booking|Form|Action", "3/4/2019|190381|I-247A|Copy given to inmate", NULL }, 1 },
                  { { "!Release date|Booking|Action", "3/4/2019|190381|Copy given to inmate", NULL }, 0 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = page_with_table (0, "ICE detainer log 2019", cases[i].rows);
        g_autoptr (EvxDocument) document = read_page (page);
        g_assert_cmpuint (count_events (document, "requests"), ==, cases[i].requests);
    }
}

static void
test_a_request_that_is_named_in_its_column_is_one (void)
{
    static const char *const rows[] = { "!Date received|Booking|Request|Result",
                                        "2021-10-18|21-9117|ICE Detainer I-247A|Served on inmate",
                                        "2021-10-24|21-9134|Request for advance notice|Qualifying",
                                        "2021-10-25|21-9135|No detainer|", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "requests"), ==, 2);
    g_assert_cmpuint (document->events->len, ==, 2);
}

static void
test_dates_under_a_head_run_together_with_that_of_names_are_dates (void)
{
    static const char *const rows[] = { "!Received Name|Booking|Form", "3/4/2019|190381|I-247A",
                                        "3/5/2019|190382|I-247A", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, "Detainer log", rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "requests"), ==, 2);
}

/* A line for the words of each row. */
static void
add_lines_of_rows (EvxPage *page)
{
    gint row = EVX_NONE;
    for (guint i = 0; i < page->words->len; i++) {
        EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->cell == EVX_NONE)
            continue;
        gint own = (gint)g_array_index (page->cells, EvxCell, word->cell).row;
        if (own != row) {
            EvxLine line = { .first_word = i };
            g_array_append_val (page->lines, line);
        }
        row = own;
        word->line = page->lines->len - 1;
        g_array_index (page->lines, EvxLine, word->line).n_words++;
    }
}

static void
test_a_sheet_with_a_day_in_each_row_is_a_log_and_one_of_months_is_none (void)
{
    static const char *const days[] = { "!id|searched|reason", "a1|11/13/2025 10:00|bolo", "a2|11/13/2025 10:30|theft",
                                        "a3|11/14/2025 08:00|bolo", NULL };
    static const char *const months[] = { "!month|state|permits", "2023-09|Alabama|10342", "2023-09|Alaska|188",
                                          "2023-10|Alabama|9911", NULL };
    static const struct {
        const char *const *rows;
        const char *type;
    } cases[] = { { days, "log" }, { months, "other" } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GPtrArray) rows = g_ptr_array_new ();
        g_ptr_array_add (rows, (gpointer)cases[i].rows[0]);
        for (guint n = 0; n < 12; n++)
            g_ptr_array_add (rows, (gpointer)cases[i].rows[1 + n % 3]);
        g_ptr_array_add (rows, NULL);
        g_autoptr (EvxPage) page = page_with_table (0, NULL, (const char *const *)rows->pdata);
        add_lines_of_rows (page);
        g_autoptr (EvxDocument) document = read_page (page);
        g_assert_cmpstr (document->type, ==, cases[i].type);
    }
}

static void
test_spanish_headers_are_understood (void)
{
    static const char *const rows[] = { "!Fecha|No. de registro|Nombre|Resultado",
                                        "17/01/2020|200199|Ejemplo|Entregado a ICE",
                                        "18/01/2020|200200|Muestra|No entregado", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->events->len, ==, 1);
    g_assert_cmpstr (event_at (document, 0)->kind, ==, "transfers");
    g_assert_cmpstr (event_at (document, 0)->date, ==, "2020-01-17");
}

static void
test_a_ditto_mark_stands_for_the_cell_above (void)
{
    static const char *const rows[] = { "!Date|XREF|Outcome", "3/4/2019|X-1000001|Released to ICE",
                                        "\"|X-1000002|\"", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "transfers"), ==, 2);
    g_assert_cmpstr (event_at (document, 1)->date, ==, "2019-03-04");
}

static void
test_the_title_says_what_rows_are_where_no_column_does (void)
{
    static const char *const rows[] = { "!Date|Booking|Charge", "3/4/2019|190381|PC 211",
                                        "3/5/2019|190382|PC 459", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, "Log of releases to ICE, 2019", rows);
    g_autoptr (EvxDocument) document = read_page (page);
    guint32 first, last;
    g_assert_cmpuint (count_events (document, "transfers"), ==, 2);
    g_assert_true (evx_sketch_cover (document->sketch, &first, &last));
    g_assert_cmpuint (first, ==, 20190101);
    g_assert_cmpuint (last, ==, 20191231);
}

static void
test_a_range_in_the_title_may_name_its_year_once (void)
{
    static const char *const rows[] = { "!Date|Booking|Charge", "3/4/2019|190381|PC 211", "3/5/2019|190382|PC 459", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, "Releases to ICE, January 1 to May 31, 2019", rows);
    g_autoptr (EvxDocument) document = read_page (page);
    guint32 first, last;
    g_assert_true (evx_sketch_cover (document->sketch, &first, &last));
    g_assert_cmpuint (first, ==, 20190101);
    g_assert_cmpuint (last, ==, 20190531);
}

static void
test_a_redacted_date_leaves_an_event_in_doubt_and_a_redacted_name_does_not (void)
{
    static const char *const rows[] = { "!Date|XREF|Name|Outcome", "3/4/2019|X-1000001||PU",
                                        "|X-1000002|Example|PU", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    EvxRedaction boxes[] = {
        { .box = { 50 + 2 * COLUMN_PT, TABLE_TOP + ROW_PT, 310, TABLE_TOP + ROW_PT + 12 } },
        { .box = { 50, TABLE_TOP + 2 * ROW_PT, 130, TABLE_TOP + 2 * ROW_PT + 12 } }
    };
    g_array_append_vals (page->redactions, boxes, G_N_ELEMENTS (boxes));
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->events->len, ==, 2);
    g_assert_cmpuint (event_at (document, 0)->doubt, ==, 0);
    g_assert_cmpuint (event_at (document, 1)->doubt, ==, EVX_DOUBT_REDACTED);
    g_assert_null (event_at (document, 1)->date);
}

static void
test_a_date_that_was_misread_still_says_that_it_was_done (void)
{
    static const char *const rows[] = { "!Released|Booking|ICE notified", "10-14-19|190381|)0-14-19", "10-15-19|190382|10-15-19",
                                        "10-16-19|190383|no", "10-17-19|190384|", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "notifications"), ==, 2);
    g_assert_cmpstr (event_at (document, 0)->date, ==, "2019-10-14");
    g_assert_cmpuint (event_at (document, 0)->doubt, ==, EVX_DOUBT_CELLS);
    g_assert_cmpuint (event_at (document, 1)->doubt, ==, 0);
}

/* Months add up to the year of the title; years do not. */
static void
test_the_total_of_months_is_of_the_year_of_the_title (void)
{
    static const char *const months[] = { "!Month|Detainers received|Transferred to ICE", "January|7|1", "February|4|0",
                                          "=Total|11|1", NULL };
    static const char *const years[] = { "!Year|Detainers received|Transferred to ICE", "2017|7|1", "2018|4|0", "=Total|11|1",
                                         NULL };
    g_autoptr (EvxPage) page = page_with_table (0, "ICE statistics, 2019", months);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 2);
    const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 0);
    g_assert_cmpint (claim->number, ==, 11);
    g_assert_cmpint (claim->year, ==, 2019);
    g_assert_cmpstr (claim->what, ==, "requests");
    g_autoptr (EvxPage) other = page_with_table (0, "ICE statistics, 2019", years);
    g_autoptr (EvxDocument) of_years = read_page (other);
    g_assert_cmpuint (of_years->claims->len, ==, 4);
}

/* A third row of which only its boxes are left, a box as high as two rows under the table, and one in its margin. */
static void
test_rows_that_are_blacked_out_are_events_in_doubt (void)
{
    static const char *const rows[] = { "!Date|XREF|Name|Outcome", "3/4/2019|X-1000001|Sample|PU",
                                        "3/5/2019|X-1000002|Example|PU", "||Model|", NULL };
    double under = TABLE_TOP + 4 * ROW_PT;
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    EvxRedaction boxes[] = { { .box = { 50, under - ROW_PT, 220, under - 4 } },
                             { .box = { 50 + 3 * COLUMN_PT, under - ROW_PT, 400, under - 4 } },
                             { .box = { 50, under, 550, under + 24 } },
                             { .box = { 560, under + 24, 600, under + 36 } } };
    g_array_append_vals (page->redactions, boxes, G_N_ELEMENTS (boxes));
    g_array_index (page->tables, EvxTable, 0).box.y1 = under;
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->events->len, ==, 5);
    for (guint i = 0; i < 5; i++) {
        g_assert_cmpstr (event_at (document, i)->kind, ==, "transfers");
        g_assert_cmpint (event_at (document, i)->year, ==, 2019);
        g_assert_true ((event_at (document, i)->date == NULL) == (i >= 2));
        g_assert_true (((event_at (document, i)->doubt & EVX_DOUBT_REDACTED) != 0) == (i >= 2));
    }
}

/* Rows a hundredth of a point high over a box as high as the sheet. */
static void
test_a_box_blacks_out_no_more_rows_than_a_sheet_holds (void)
{
    static const char *const rows[] = { "!Date|XREF|Name|Outcome", "3/4/2019|X-1000001|Sample|PU",
                                        "3/5/2019|X-1000002|Example|PU", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    EvxTable *table = &g_array_index (page->tables, EvxTable, 0);
    EvxRedaction box = { .box = { 50, table->box.y1, 550, page->height } };
    g_array_append_val (page->redactions, box);
    for (guint i = 0; i < table->n_rows; i++) {
        EvxRow *row = &g_array_index (page->rows, EvxRow, table->first_row + i);
        row->box.y1 = row->box.y0 + 0.01;
    }
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->events->len, >, 2);
    g_assert_cmpuint (document->events->len, <=, 202);
}

static void
test_a_schedule_holds_no_events (void)
{
    static const char *const rows[] = { "!Date|Day watch|Night watch|Note",
                                        "12/24/2020|Voss|Pike|Lobby closes early",
                                        "12/31/2020|Adair|Lund|ICE office closed; do not call",
                                        NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->events->len, ==, 0);
    g_assert_cmpuint (document->claims->len, ==, 0);
}

/* ---- tables over pages ---------------------------------------------------------------------- */

static void
test_a_table_runs_on_over_a_page_and_its_repeated_header_is_dropped (void)
{
    static const char *const one[] = { "!Date|XREF|Outcome", "3/4/2019|X-1000001|PU",
                                       "3/5/2019|X-1000002|PU", NULL };
    static const char *const two[] = { "Date|XREF|Outcome", "3/6/2019|X-1000003|PU", NULL };
    static const char *const three[] = { "3/7/2019|X-1000004|PU", "=Total||5", NULL };
    EvxPage *pages[] = { page_with_table (0, NULL, one), page_with_table (1, NULL, two),
                         page_with_table (2, NULL, three) };
    guint stored;
    g_autoptr (EvxDocument) document = read_document (pages, 3, &stored);
    g_assert_cmpuint (stored, ==, 2);
    g_assert_cmpuint (count_events (document, "transfers"), ==, 4);
    g_assert_true (g_array_index (pages[1]->tables, EvxTable, 0).continued);
    g_assert_true (g_array_index (pages[2]->tables, EvxTable, 0).continued);
    g_assert_cmpuint (g_array_index (pages[1]->rows, EvxRow, 0).kind, ==, EVX_ROW_HEADER);
    g_assert_cmpuint (evx_sketch_totals (document->sketch), ==, 1);
    g_assert_cmpuint (evx_sketch_total (document->sketch, 0).printed, ==, 5);
    g_assert_cmpuint (evx_sketch_total (document->sketch, 0).counted, ==, 4);
    g_assert_cmpuint (g_array_index (pages[2]->rows, EvxRow, 1).doubt & EVX_DOUBT_TOTAL, ==, EVX_DOUBT_TOTAL);
    g_autoptr (EvxDocument) again = read_document (pages, 3, &stored);
    g_assert_cmpuint (stored, ==, 0);
    g_assert_cmpuint (again->events->len, ==, document->events->len);
    for (guint i = 0; i < 3; i++)
        evx_page_free (pages[i]);
}

/* Lets the first cell of the row go on over the next column. */
static void
span_label (EvxPage *page, guint row)
{
    guint cell = g_array_index (page->rows, EvxRow, row).first_cell;
    g_array_index (page->cells, EvxCell, cell).columns = 2;
}

static void
test_a_number_below_a_log_counts_its_rows_whatever_its_label_says (void)
{
    static const char *const log[] = { "!Date|XREF|Outcome", "3/4/2019|X-1000001|PU", "3/5/2019|X-1000002|PU",
                                       "3/6/2019|X-1000003|NPU", "3/7/2019|X-1000004|PU", "Notices given this quarter||6", NULL };
    static const char *const sums[] = { "!Month|Notices|Transfers", "January|4|3", "February|2|1", "March|8|3", "Held in May||6", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, log);
    g_autoptr (EvxPage) other = page_with_table (0, NULL, sums);
    span_label (page, 5);
    span_label (other, 4);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (count_events (document, "transfers"), ==, 3);
    g_assert_cmpuint (evx_sketch_totals (document->sketch), ==, 1);
    g_assert_cmpuint (evx_sketch_total (document->sketch, 0).printed, ==, 6);
    g_assert_cmpuint (evx_sketch_total (document->sketch, 0).counted, ==, 4);
    g_assert_cmpint (g_array_index (page->rows, EvxRow, 5).kind, ==, EVX_ROW_TOTAL);
    g_autoptr (EvxDocument) counts = read_page (other);
    g_assert_cmpint (g_array_index (other->rows, EvxRow, 4).kind, ==, EVX_ROW_BODY);
}

/* A total of a month is of the rows since the one before; that of the year is of all. */
static void
test_a_total_may_be_of_a_part (void)
{
    static const char *const log[] = { "!Month|Requests|Transfers", "January|4|1", "February|6|2", "=Subtotal|10|3",
                                       "March|5|2",                 "April|7|0",   "=Subtotal|12|2", "=Grand total|22|5",
                                       NULL };
    static const char *const wrong[] = { "!Month|Requests|Transfers", "January|4|1", "February|6|2", "=Subtotal|10|3",
                                         "March|5|2",                 "April|7|0",   "=Subtotal|12|3", NULL };
    g_autoptr (EvxDocument) right = read_page (page_with_table (0, NULL, log));
    g_autoptr (EvxDocument) document = read_page (page_with_table (0, NULL, wrong));
    g_assert_cmpuint (evx_sketch_totals (right->sketch), ==, 0);
    g_assert_cmpuint (evx_sketch_totals (document->sketch), ==, 1);
    g_assert_cmpuint (evx_sketch_total (document->sketch, 0).printed, ==, 3);
    g_assert_cmpuint (evx_sketch_total (document->sketch, 0).counted, ==, 2);
}

static void
test_another_header_begins_another_table (void)
{
    static const char *const one[] = { "!Date|XREF|Outcome", "3/4/2019|X-1000001|PU", NULL };
    static const char *const two[] = { "!Code|Meaning|Note", "PU|picked up by ICE|none", NULL };
    EvxPage *pages[] = { page_with_table (0, NULL, one), page_with_table (1, NULL, two) };
    g_autoptr (EvxDocument) document = read_document (pages, 2, NULL);
    g_assert_false (g_array_index (pages[1]->tables, EvxTable, 0).continued);
    g_assert_cmpuint (document->events->len, ==, 1);
    evx_page_free (pages[0]);
    evx_page_free (pages[1]);
}

/* ---- forms ---------------------------------------------------------------------------------- */

static void
test_a_detainer_form_is_a_request (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    page->reading = EVX_READING_TEXT;
    add_line (page, 50, "IMMIGRATION DETAINER");
    add_line (page, 80, "Date of birth: 01/02/1980");
    add_line (page, 110, "Subject ID: 555013100 Date: 06/16/2020");
    add_line (page, 140, "Booking no.");
    add_line (page, 154, "200852-01");
    add_line (page, 300, "ICE notified: 06/17/2020 0555");
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->events->len, ==, 2);
    g_assert_cmpstr (event_at (document, 0)->kind, ==, "requests");
    g_assert_cmpstr (event_at (document, 0)->person, ==, "555013100 / 200852-01");
    g_assert_cmpstr (event_at (document, 0)->date, ==, "2020-06-16");
    g_assert_cmpstr (event_at (document, 1)->kind, ==, "notifications");
    g_assert_cmpstr (event_at (document, 1)->date, ==, "2020-06-17");
}

/* An order to release gives the person to the agents who bring it; whether they came is in doubt unless it says so. */
static void
test_an_order_to_release_is_a_transfer (void)
{
    static const struct {
        const char *boxes, *remarks;
        guint events;
    } cases[] = { { "[ ] Detain [X] Release the above", "Released to ERO custody. Booking 20-01234.", 1 },
                  { "[ ] Detain [X] Release the above", "None", 1 },
                  { "[X] Detain [ ] Release the above", "Released to ERO custody at noon", 0 },
                  { "Detain Release the above", "Released to ERO custody at noon", 0 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        page->reading = EVX_READING_TEXT;
        add_line (page, 50, "ORDER TO DETAIN OR RELEASE ALIEN ICE");
        add_line (page, 110, "A-File number: A099 000 771 Date: 06/16/2020");
        add_line (page, 140, cases[i].boxes);
        add_line (page, 180, cases[i].remarks);
        g_autoptr (EvxDocument) document = read_page (page);
        g_assert_cmpuint (document->events->len, ==, cases[i].events);
        if (cases[i].events == 0)
            continue;
        g_assert_cmpstr (event_at (document, 0)->kind, ==, "transfers");
        g_assert_cmpstr (event_at (document, 0)->person, ==, i == 0 ? "A099000771 / 20-01234" : "A099000771");
        g_assert_cmpstr (event_at (document, 0)->date, ==, "2020-06-16");
        g_assert_cmpuint (event_at (document, 0)->doubt, ==, i == 0 ? 0 : EVX_DOUBT_CELLS);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tables/events/columns-named-for-a-kind-and-outcomes-give-events",
                     test_columns_named_for_a_kind_and_outcomes_give_events);
    g_test_add_func ("/tables/events/a-column-of-recipients-tells-transfers",
                     test_a_column_of_recipients_tells_transfers);
    g_test_add_func ("/tables/type/a-sheet-with-a-day-in-each-row-is-a-log-and-one-of-months-is-none",
                     test_a_sheet_with_a_day_in_each_row_is_a_log_and_one_of_months_is_none);
    g_test_add_func ("/tables/events/a-row-whose-day-was-not-read-is-an-event-in-doubt",
                     test_a_row_whose_day_was_not_read_is_an_event_in_doubt);
    g_test_add_func ("/tables/events/a-range-in-the-title-may-name-its-year-once",
                     test_a_range_in_the_title_may_name_its_year_once);
    g_test_add_func ("/tables/events/each-row-of-a-log-of-requests-is-one-whatever-became-of-it",
                     test_each_row_of_a_log_of_requests_is_one_whatever_became_of_it);
    g_test_add_func ("/tables/events/each-part-of-an-outcome-counts-and-a-time-says-yes",
                     test_each_part_of_an_outcome_counts_and_a_time_says_yes);
    g_test_add_func ("/tables/events/a-request-that-is-named-in-its-column-is-one",
                     test_a_request_that_is_named_in_its_column_is_one);
    g_test_add_func ("/tables/events/dates-under-a-head-run-together-with-that-of-names-are-dates",
                     test_dates_under_a_head_run_together_with_that_of_names_are_dates);
    g_test_add_func ("/tables/events/spanish-headers-are-understood",
                     test_spanish_headers_are_understood);
    g_test_add_func ("/tables/events/a-ditto-mark-stands-for-the-cell-above",
                     test_a_ditto_mark_stands_for_the_cell_above);
    g_test_add_func ("/tables/events/the-title-says-what-rows-are",
                     test_the_title_says_what_rows_are_where_no_column_does);
    g_test_add_func ("/tables/events/a-redacted-date-leaves-an-event-in-doubt",
                     test_a_redacted_date_leaves_an_event_in_doubt_and_a_redacted_name_does_not);
    g_test_add_func ("/tables/events/a-date-that-was-misread-still-says-that-it-was-done",
                     test_a_date_that_was_misread_still_says_that_it_was_done);
    g_test_add_func ("/tables/claims/the-total-of-months-is-of-the-year-of-the-title",
                     test_the_total_of_months_is_of_the_year_of_the_title);
    g_test_add_func ("/tables/events/rows-that-are-blacked-out-are-events-in-doubt",
                     test_rows_that_are_blacked_out_are_events_in_doubt);
    g_test_add_func ("/tables/events/a-box-blacks-out-no-more-rows-than-a-sheet-holds",
                     test_a_box_blacks_out_no_more_rows_than_a_sheet_holds);
    g_test_add_func ("/tables/events/a-schedule-holds-none", test_a_schedule_holds_no_events);
    g_test_add_func ("/tables/continued/a-repeated-header-is-dropped-and-totals-add-up-over-pages",
                     test_a_table_runs_on_over_a_page_and_its_repeated_header_is_dropped);
    g_test_add_func ("/tables/continued/a-number-below-a-log-counts-its-rows-whatever-its-label-says",
                     test_a_number_below_a_log_counts_its_rows_whatever_its_label_says);
    g_test_add_func ("/tables/continued/another-header-begins-another-table",
                     test_another_header_begins_another_table);
    g_test_add_func ("/tables/continued/a-total-may-be-of-a-part", test_a_total_may_be_of_a_part);
    g_test_add_func ("/tables/forms/a-detainer-form-is-a-request",
                     test_a_detainer_form_is_a_request);
    g_test_add_func ("/tables/forms/an-order-to-release-is-a-transfer", test_an_order_to_release_is_a_transfer);
    return g_test_run ();
}
