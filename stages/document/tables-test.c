#include "document.h"

#include "document-internal.h"

#include <string.h>

/* ---- pages with tables, by hand ------------------------------------------------------------- */

enum { COLUMN_PT = 90, ROW_PT = 16, TABLE_TOP = 160 };

/* Adds a line of words that stand in no table. */
static void
add_line (EvxPage *page, double y, const char *text)
{
    EvxLine line = { .first_word = page->words->len, .block = 0, .box = { 50, y, 500, y + 12 } };
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        EvxBox box = { 50 + i * 40.0, y, 88 + i * 40.0, y + 12 };
        evx_page_add_word (page, words[i], -1, box, 1, EVX_ORIGIN_TEXT)->line = page->lines->len;
    }
    line.n_words = page->words->len - line.first_word;
    g_array_append_val (page->lines, line);
}

static void
add_row (EvxPage *page, EvxTable *table, const char *cells, EvxRowKind kind)
{
    g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
    double y = TABLE_TOP + table->n_rows * ROW_PT;
    EvxRow row = { .table = page->tables->len,
                   .first_cell = page->cells->len,
                   .kind = (guint16)kind,
                   .box = { 50, y, 550, y + 12 } };
    for (guint c = 0; texts[c] != NULL; c++) {
        EvxBox box = { 50 + c * COLUMN_PT, y, 130 + c * COLUMN_PT, y + 12 };
        EvxCell cell = { .box = box, .row = page->rows->len, .column = (guint16)c, .columns = 1 };
        g_auto (GStrv) words = g_strsplit (texts[c], " ", -1);
        for (guint w = 0; words[w] != NULL; w++) {
            EvxWord *word = evx_page_add_word (page, words[w], -1, box, 1, EVX_ORIGIN_TEXT);
            if (word == NULL)
                continue;
            word->cell = (gint32)page->cells->len;
            word->line = page->lines->len;
        }
        g_array_append_val (page->cells, cell);
        row.n_cells++;
    }
    table->n_columns = MAX (table->n_columns, row.n_cells);
    g_array_append_val (page->rows, row);
    table->n_rows++;
}

/* Rows are cells parted by '|'; a first character '!' marks a header, '=' a total. */
static EvxPage *
page_with_table (guint index, const char *title, const char *const *rows)
{
    EvxPage *page = evx_page_new (index, 612, 792);
    EvxTable table = { .first_row = 0, .box = { 50, TABLE_TOP, 550, 700 } };
    page->reading = EVX_READING_TEXT;
    add_line (page, 60, "Alder County Sheriff's Office ICE desk");
    if (title != NULL)
        add_line (page, 130, title);
    for (; *rows != NULL; rows++) {
        gboolean marked = **rows == '!' || **rows == '=';
        EvxRowKind kind = **rows == '!'   ? EVX_ROW_HEADER
                          : **rows == '=' ? EVX_ROW_TOTAL
                                          : EVX_ROW_BODY;
        add_row (page, &table, *rows + marked, kind);
    }
    g_array_append_val (page->tables, table);
    return page;
}

/* ---- reading them --------------------------------------------------------------------------- */

typedef struct {
    EvxPage **pages;
    guint stored;
} Pages;

/* The stage frees what it loads; the test keeps its pages and lends copies of their arrays. */
static EvxPage *
load_page (gpointer user, guint index, GError **error)
{
    (void)error;
    const EvxPage *from = ((Pages *)user)->pages[index];
    EvxPage *page = evx_page_new (from->index, from->width, from->height);
    page->reading = from->reading;
    g_string_assign (page->text, from->text->str);
    GArray *const source[] = { from->words, from->lines,      from->tables,  from->rows,
                               from->cells, from->redactions, from->mentions };
    GArray *const target[] = { page->words, page->lines,      page->tables,  page->rows,
                               page->cells, page->redactions, page->mentions };
    for (guint i = 0; i < G_N_ELEMENTS (source); i++)
        if (source[i]->len > 0)
            g_array_append_vals (target[i], source[i]->data, source[i]->len);
    return page;
}

static gboolean
store_page (gpointer user, const EvxPage *page, GError **error)
{
    (void)error;
    Pages *pages = user;
    EvxPage *to = pages->pages[page->index];
    GArray *const source[] = { page->tables, page->rows };
    GArray *const target[] = { to->tables, to->rows };
    for (guint i = 0; i < G_N_ELEMENTS (source); i++) {
        g_array_set_size (target[i], 0);
        g_array_append_vals (target[i], source[i]->data, source[i]->len);
    }
    pages->stored++;
    return TRUE;
}

static EvxDocument *
read_document (EvxPage **all, guint n, guint *stored)
{
    g_autoptr (GError) error = NULL;
    Pages pages = { all, 0 };
    EvxPages lent = { n, load_page, store_page, &pages };
    EvxDocument *document = evx_document_new ("0123456789abcdef", "a.pdf");
    gpointer self = evx_document_stage.open (NULL, &error);
    g_assert_true (evx_document_stage.document (self, document, &lent, &error));
    evx_document_stage.close (self);
    if (stored != NULL)
        *stored = pages.stored;
    return document;
}

static EvxDocument *
read_page (EvxPage *page)
{
    return read_document (&page, 1, NULL);
}

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

/* ---- claims of tables ----------------------------------------------------------------------- */

static void
assert_claim (const EvxDocument *document, const char *what, gint year, gint64 number)
{
    for (guint i = 0; i < document->claims->len; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        if (strcmp (claim->what, what) == 0 && claim->year == year && claim->number == number)
            return;
    }
    g_error ("no claim of %d %s in %d", (int)number, what, year);
}

static void
test_a_table_by_year_states_claims (void)
{
    static const char *const rows[] = {
        "!Year|Detainers received|Notifications to ICE|Transfers to ICE", "2018|96|44|21",
        "2019|1,071|36|0", NULL
    };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 6);
    assert_claim (document, "requests", 2019, 1071);
    assert_claim (document, "notifications", 2018, 44);
    assert_claim (document, "transfers", 2019, 0);
}

/* ---- what stands over a table, and whose its numbers are ------------------------------------- */

/* The one claim of @number; NULL if none, or several, say it. */
static const EvxClaim *
claim_with (const EvxDocument *document, gint64 number)
{
    const EvxClaim *found = NULL;
    for (guint i = 0; i < document->claims->len; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        if (claim->number != number)
            continue;
        if (found != NULL)
            return NULL;
        found = claim;
    }
    return found;
}

typedef struct {
    gint64 number;
    const char *what;
    gint year;
    const char *agency, *period_start; /* NULL: the document's; none */
} Figure;

/* A title, rows as of page_with_table(), and all claims that they make. */
typedef struct {
    const char *title, *rows[6];
    Figure figures[5];
} Sheet;

static void
check_sheets (const Sheet *sheets, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autoptr (EvxPage) page = page_with_table (0, sheets[i].title, sheets[i].rows);
        g_autoptr (EvxDocument) document = read_page (page);
        guint expected = 0;
        g_test_message ("%s: %s", sheets[i].title, sheets[i].rows[1]);
        for (const Figure *figure = sheets[i].figures; figure->what != NULL; figure++, expected++) {
            const EvxClaim *claim = claim_with (document, figure->number);
            g_assert_nonnull (claim);
            g_assert_cmpstr (claim->what, ==, figure->what);
            g_assert_cmpint (claim->year, ==, figure->year);
            g_assert_cmpstr (claim->period_start, ==, figure->period_start);
            g_assert_cmpstr (claim->agency, ==, figure->agency != NULL ? figure->agency : document->agency);
        }
        g_assert_cmpuint (document->claims->len, ==, expected);
    }
}

static void
test_rows_and_columns_of_agencies_are_claims_of_theirs (void)
{
    static const Sheet sheets[] = {
        { "Transfers to ICE reported by county",
          { "!County|2021|2022", "Oakmoor|4|3", "Elmsford|9|11", "Statewide|310|305" },
          { { 4, "transfers", 2021, "Oakmoor County", NULL }, { 3, "transfers", 2022, "Oakmoor County", NULL },
            { 9, "transfers", 2021, "Elmsford County", NULL }, { 11, "transfers", 2022, "Elmsford County", NULL } } },
        { "ICE and two agencies",
          { "!Agency|Detainers 2022|Share", "Oakmoor Police Department|44|10%", "Both|60|12%" },
          { { 44, "requests", 2022, "Oakmoor Police Department", NULL }, { 60, "requests", 2022, "several counties", NULL } } },
        { "ICE in 2022",
          { "!|Oakmoor County|Elmsford County", "Transfers to ICE|4|9", "Bookings|80|90" },
          { { 4, "transfers", 2022, "Oakmoor County", NULL }, { 9, "transfers", 2022, "Elmsford County", NULL } } },
        { "Requests by agency, 2022", { "!Requesting agency|Requests", "Border Patrol|4", "Marshals|9" }, { { 0 } } },
    };
    Sheet first = sheets[0]; /* with its last row, there are more claims than a sheet of this test has room for */
    first.rows[3] = NULL;
    check_sheets (&first, 1);
    check_sheets (sheets + 1, G_N_ELEMENTS (sheets) - 1);
}

static void
test_the_title_may_say_what_is_counted (void)
{
    static const Sheet sheets[] = {
        { "Transfers to ICE by month",
          { "!Month|2022|2023", "January|15|16", "February|5|4", "=Total|20|21" },
          { { 20, "transfers", 2022, NULL, NULL }, { 21, "transfers", 2023, NULL, NULL } } },
        { "Transferred to ICE in 2023, by offense", { "!Offense|Persons", "Assault|3", "Theft|4", "=Total|7" }, { { 7, "transfers", 2023, NULL, NULL } } },
        { "Detainers received from ICE",
          { "!Year|Number", "2021|4", "2022|5" },
          { { 4, "requests", 2021, NULL, NULL }, { 5, "requests", 2022, NULL, NULL } } },
        { "Share of ICE requests honored", { "!Year|Percent", "2021|22", "2022|24" }, { { 0 } } },
        { "Meals served on ICE days", { "!Year|Number", "2021|22", "2022|24" }, { { 0 } } },
        { NULL,
          { "!ICE detainers received|2021-22|2022-23", "Fiscal year (July to June)|84|98" },
          { { 84, "requests", EVX_NONE, NULL, "2021-07-01" }, { 98, "requests", EVX_NONE, NULL, "2022-07-01" } } },
        { NULL, { "!ICE detainers received|2022", "Fiscal year|84" }, { { 84, "requests", EVX_NONE, NULL, "2021-07-01" } } },
        { "2020 and 2021, from ICE",
          { "!|2020 Requests received|2021 Requests received", "=Total|233|197" },
          { { 233, "requests", 2020, NULL, NULL }, { 197, "requests", 2021, NULL, NULL } } },
    };
    check_sheets (sheets, G_N_ELEMENTS (sheets));
}

static void
test_the_title_says_when_unless_it_is_of_an_occasion (void)
{
    static const Sheet sheets[] = {
        { "ICE statistics 2022", { "!Measure|Number|Note", "Detainers received|117 (62%)|none" }, { { 117, "requests", 2022, NULL, NULL } } },
        { NULL,
          { "!Transfers to ICE 2023 Month|Transfers to ICE", "Jan 2023|5", "Feb 2023|4", "=Total|9" },
          { { 9, "transfers", 2023, NULL, NULL } } },
        { "TRUTH Act Forum 2024", { "!Measure|Number|Note", "Detainers received|117|none" }, { { 0 } } },
    };
    check_sheets (sheets, G_N_ELEMENTS (sheets));
}

static void
test_a_row_of_one_facility_or_form_is_a_part (void)
{
    static const Sheet sheets[] = {
        { "ICE", { "!|Facility|2020|2021", "Transfers|Main Jail|13|12", "|Annex|10|19", "Detainers|Both|30|40" },
          { { 30, "requests", 2020, NULL, NULL }, { 40, "requests", 2021, NULL, NULL } } },
        { "ICE", { "!Form|2020|2021", "I-247A detainer requests|13|12", "I-247G requests for notice|10|19", "All ICE requests|23|31" },
          { { 23, "requests", 2020, NULL, NULL }, { 31, "requests", 2021, NULL, NULL } } },
    };
    check_sheets (sheets, G_N_ELEMENTS (sheets));
}

static void
test_a_number_in_the_row_of_a_day_is_no_count_of_a_year (void)
{
    static const char *const rows[] = { "!Date|Booking|What was done", "03/14/2020|20-4411|1 called ICE 57 hours before",
                                        "All of 2020|none|1 called ICE before release", NULL };
    EvxPage *page = page_with_table (0, "Log 2020", rows);
    guint claims = 0;
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        if (strcmp (word, "called") != 0)
            continue;
        EvxMention mention = { .kind = "notification", .sense = "ice_release_notice", .assertion = "affirmed",
                               .surface = "called", .quote = "1 called ICE", .first_word = i, .start = i, .n_words = 1,
                               .evidential = TRUE, .count = 1, .year = 2020, .relative_year = EVX_NONE_RELATIVE };
        g_array_append_val (page->mentions, mention);
    }
    g_assert_cmpuint (page->mentions->len, ==, 2);
    g_autoptr (EvxDocument) document = read_document (&page, 1, NULL);
    for (guint i = 0; i < document->claims->len; i++)
        claims += g_array_index (document->claims, EvxClaim, i).number == 1;
    g_assert_cmpuint (claims, ==, 1);
    evx_page_free (page);
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
test_quarters_and_the_total_of_a_year_state_claims (void)
{
    static const char *const rows[] = { "!Quarter|Detainers received|Released to ICE", "Q1 2019|70|30", "Q2 2019|81|35",
                                        "=Total 2019|151|65", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 6);
    assert_claim (document, "transfers", 2019, 65);
    const EvxClaim *first = &g_array_index (document->claims, EvxClaim, 0);
    g_assert_cmpstr (first->period_start, ==, "2019-01-01");
    g_assert_cmpstr (first->period_end, ==, "2019-03-31");
}

static void
test_a_table_with_years_in_its_header_states_claims (void)
{
    static const char *const rows[] = { "!|2018|2019", "Requests from ICE|96|71",
                                        "Released to ICE|21|14", "Budget|$500|$600", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 4);
    assert_claim (document, "requests", 2018, 96);
    assert_claim (document, "transfers", 2019, 14);
}

/* The table reads the row; the sentence that its cells make says of no number when it was. */
static void
test_a_row_of_numbers_is_no_sentence (void)
{
    static const char *const rows[] = { "!|2022|All of 2023", "ICE detainers|96|98", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        EvxMention mention = { .kind = "notification", .sense = "request", .assertion = "affirmed", .surface = "detainers",
                               .quote = "ICE detainers | 96 | 98", .quote_start = 4, .quote_end = 13, .first_word = i,
                               .n_words = 1, .evidential = TRUE, .count = 96, .year = EVX_NONE,
                               .relative_year = EVX_NONE_RELATIVE };
        if (strcmp (word, "detainers") == 0)
            g_array_append_val (page->mentions, mention);
    }
    g_assert_cmpuint (page->mentions->len, ==, 1);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 2);
    assert_claim (document, "requests", 2022, 96);
    assert_claim (document, "requests", 2023, 98);
}

/* Of the rows only those of immigration authorities, or that have no word of their own; of the years only what was. */
static void
test_other_dealings_and_plans_in_a_table_state_no_claim (void)
{
    static const char *const rows[] = { "!|2022|2023 estimated|2024 target", "Requests|96|98|99", "Medical transfers|88|90|91",
                                        "Release notifications to victims|361|370|371",
                                        "Detainers received, all agencies|610|620|630", "ICE interviews requested|12|13|14", "Detainers declined|14|15|16", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 2);
    assert_claim (document, "requests", 2022, 96);
    assert_claim (document, "requests", 2022, 14);
}

/* A row without a word of its own is of what the other rows name; shares are no counts. */
static void
test_rows_of_one_table_are_of_the_same (void)
{
    static const char *const rows[] = { "!Action|2021|Share|2022|Share", "Requests received|31|100%|46|100%", "Declined|25|68%|29|75%",
                                        "Medical transfers|26|1%|27|2%", "Released to ICE|7|12%|2|3%", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 6);
    assert_claim (document, "requests", 2021, 31);
    assert_claim (document, "requests", 2022, 46);
    assert_claim (document, "requests", 2021, 25);
    assert_claim (document, "transfers", 2022, 2);
    for (guint i = 0; i < document->claims->len; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        g_assert_cmpstr (claim->qualifier, ==, claim->number == 25 || claim->number == 29 ? "declined" : NULL);
    }
}

static void
test_of_rows_by_place_that_of_both_is_all (void)
{
    static const char *const rows[] = { "!Facility|2021|2022", "Wharf Street|29|9", "Old Annex|8|3", "Both|37|12", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, "Who was handed over to ICE", rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 2);
    assert_claim (document, "transfers", 2021, 37);
    assert_claim (document, "transfers", 2022, 12);
}

/* Forms are parts of what was asked. */
static void
test_of_rows_by_form_that_of_all_counts_requests (void)
{
    static const char *const rows[] = { "!Form|Number", "I-247A detainer, with I-200 warrant|29", "I-247A detainer, with I-205 warrant|4",
                                        "All forms from ICE, 2022|33", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 1);
    assert_claim (document, "requests", 2022, 33);
}

static void
test_a_column_of_money_states_no_claim (void)
{
    static const char *const rows[] = { "!Year|Transfers", "2018|$18,204", "2019|$16,990", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 0);
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
    g_test_add_func ("/tables/claims/a-table-by-year-states-claims",
                     test_a_table_by_year_states_claims);
    g_test_add_func ("/tables/claims/a-number-in-the-row-of-a-day-is-no-count-of-a-year",
                     test_a_number_in_the_row_of_a_day_is_no_count_of_a_year);
    g_test_add_func ("/tables/continued/a-total-may-be-of-a-part", test_a_total_may_be_of_a_part);
    g_test_add_func ("/tables/claims/quarters-and-the-total-of-a-year-state-claims",
                     test_quarters_and_the_total_of_a_year_state_claims);
    g_test_add_func ("/tables/claims/a-table-with-years-in-its-header-states-claims",
                     test_a_table_with_years_in_its_header_states_claims);
    g_test_add_func ("/tables/claims/a-row-of-numbers-is-no-sentence", test_a_row_of_numbers_is_no_sentence);
    g_test_add_func ("/tables/claims/other-dealings-and-plans-state-none", test_other_dealings_and_plans_in_a_table_state_no_claim);
    g_test_add_func ("/tables/claims/a-column-of-money-states-none",
                     test_a_column_of_money_states_no_claim);
    g_test_add_func ("/tables/forms/a-detainer-form-is-a-request",
                     test_a_detainer_form_is_a_request);
    g_test_add_func ("/tables/forms/an-order-to-release-is-a-transfer", test_an_order_to_release_is_a_transfer);
    g_test_add_func ("/document/tables/rows-and-columns-of-agencies-are-claims-of-theirs", test_rows_and_columns_of_agencies_are_claims_of_theirs);
    g_test_add_func ("/document/tables/the-title-may-say-what-is-counted", test_the_title_may_say_what_is_counted);
    g_test_add_func ("/document/tables/the-title-says-when-unless-it-is-of-an-occasion", test_the_title_says_when_unless_it_is_of_an_occasion);
    g_test_add_func ("/document/tables/a-row-of-one-facility-or-form-is-a-part", test_a_row_of_one_facility_or_form_is_a_part);
    g_test_add_func ("/document/tables/rows-of-one-table-are-of-the-same", test_rows_of_one_table_are_of_the_same);
    g_test_add_func ("/document/tables/of-rows-by-form-that-of-all-counts-requests", test_of_rows_by_form_that_of_all_counts_requests);
    g_test_add_func ("/document/tables/of-rows-by-place-that-of-both-is-all", test_of_rows_by_place_that_of_both_is_all);
    return g_test_run ();
}
