/* Tables, page after page: which one continues the page before, which rows repeat its header, what
 * the columns hold; then each row is read for events or claims, and a printed total is set against
 * its rows. */
#include "document-internal.h"

#include "fold.h"

#include <math.h>
#include <string.h>

#define SAME_EDGE_PT 14.0 /* columns of a continued table stand where they stood */
#define LOG_ROWS 3         /* filled cells of a column of words, before a number below them counts its rows */
#define SAME_HEADER 0.7   /* share of header cells that must read alike; OCR spoils some */

enum { TITLE_GAP_PT = 60 };

struct _EvxTableReader {
    EvxTableContext context;
    EvxOpenTable *open; /* the last table of the page before */
    char *title;        /* of the document */
};

static void
clear_column (gpointer data)
{
    EvxColumn *column = data;
    g_free (column->head);
    g_free (column->folded);
    g_free (column->above);
    g_free (column->agency);
}

static void
open_table_free (EvxOpenTable *open)
{
    if (open == NULL)
        return;
    g_array_unref (open->columns);
    g_free (open->title);
    g_free (open->topic.label);
    g_free (open);
}

EvxTableReader *
evx_table_reader_new (EvxDocument *document, const EvxSurvey *survey, const EvxClaimReader *reader)
{
    EvxTableReader *tables = g_new0 (EvxTableReader, 1);
    tables->title = g_strdup (survey->title->str);
    tables->context = (EvxTableContext){ .document = document,
                                         .reader = reader,
                                         .title = tables->title,
                                         .immigration = evx_survey_is_about_custody (survey) };
    evx_title_period (evx_claim_reader_periods (reader), tables->title, &tables->context.first_day, &tables->context.last_day);
    return tables;
}

void
evx_table_reader_free (EvxTableReader *reader)
{
    if (reader == NULL)
        return;
    open_table_free (reader->open);
    g_free (reader->title);
    g_free (reader);
}

gboolean
evx_table_reader_period (const EvxTableReader *reader, guint32 *first_day, guint32 *last_day)
{
    *first_day = reader->context.first_day;
    *last_day = reader->context.last_day;
    return *first_day > 0;
}

/* ---- a page's cells as text ----------------------------------------------------------------- */

static GPtrArray *
texts_of_cells (const EvxPage *page)
{
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();
    for (guint i = 0; i < page->cells->len; i++)
        g_ptr_array_add (texts, g_string_new (NULL));
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->cell < 0 || (guint)word->cell >= texts->len)
            continue;
        GString *text = texts->pdata[word->cell];
        if (text->len > 0)
            g_string_append_c (text, ' ');
        g_string_append_len (text, page->text->str + word->start, word->length);
    }
    GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < texts->len; i++)
        g_ptr_array_add (cells, g_string_free (texts->pdata[i], FALSE));
    return cells;
}

static EvxRow *
row_of (EvxPage *page, const EvxTable *table, guint i)
{
    return &g_array_index (page->rows, EvxRow, table->first_row + i);
}

static const char *
cell_text (const EvxTableContext *context, const EvxRow *row, guint column)
{
    int cell = evx_row_cell (context->page, row, column);
    return cell < 0 ? "" : context->cells->pdata[cell];
}

/* ---- headers -------------------------------------------------------------------------------- */

/* Header rows one above the other make one text for each column. */
static EvxOpenTable *
open_table_new (EvxTableContext *context, EvxPage *page, const EvxTable *table)
{
    EvxOpenTable *open = g_new0 (EvxOpenTable, 1);
    open->columns = g_array_new (FALSE, TRUE, sizeof (EvxColumn));
    g_array_set_clear_func (open->columns, clear_column);
    for (guint c = 0; c < table->n_columns; c++) {
        g_autoptr (GString) head = g_string_new (NULL);
        for (guint i = 0; i < table->n_rows && row_of (page, table, i)->kind == EVX_ROW_HEADER;
             i++) {
            int cell = evx_row_cell (page, row_of (page, table, i), c);
            g_autofree char *part = cell >= 0 ? evx_head_part (page, (guint)cell, c) : NULL;
            const char *text = part != NULL ? part : cell_text (context, row_of (page, table, i), c);
            g_string_append_printf (head, "%s%s", head->len > 0 && *text ? " " : "", text);
            open->headed = TRUE;
        }
        EvxColumn column = { .head = g_strdup (head->str), .folded = evx_fold (head->str) };
        g_array_append_val (open->columns, column);
    }
    return open;
}

static gboolean
reads_alike (const EvxColumn *column, const char *text)
{
    g_autofree char *folded = evx_fold (text);
    return strcmp (column->folded, folded) == 0;
}

static guint
count_headed (const EvxOpenTable *open)
{
    guint headed = 0;
    for (guint c = 0; c < open->columns->len; c++)
        headed += *g_array_index (open->columns, EvxColumn, c).head != '\0';
    return headed;
}

/* TRUE if the row says what the header says. Most rows are told by their first cells. */
static gboolean
repeats_header (const EvxTableContext *context, const EvxOpenTable *open, const EvxRow *row)
{
    guint headed = count_headed (open), alike = headed;
    for (guint c = 0; c < open->columns->len && alike >= SAME_HEADER * headed; c++) {
        const EvxColumn *column = &g_array_index (open->columns, EvxColumn, c);
        alike -= *column->head != '\0' && !reads_alike (column, cell_text (context, row, c));
    }
    return headed >= 2 && alike >= SAME_HEADER * headed;
}

/* ---- continuation --------------------------------------------------------------------------- */

static void
column_edges (const EvxPage *page, const EvxTable *table, guint column, double *x0, double *x1)
{
    EvxBox box = { 0 };
    for (guint i = 0; i < table->n_rows; i++) {
        const EvxRow *row = &g_array_index (page->rows, EvxRow, table->first_row + i);
        int cell = evx_row_cell (page, row, column);
        if (cell >= 0 && g_array_index (page->cells, EvxCell, cell).columns <= 1)
            box = evx_box_union (box, g_array_index (page->cells, EvxCell, cell).box);
    }
    *x0 = box.x0;
    *x1 = box.x1;
}

static gboolean
columns_stand_alike (const EvxPage *page, const EvxTable *table, const EvxOpenTable *open)
{
    guint alike = 0;
    for (guint c = 0; c < open->columns->len; c++) {
        const EvxColumn *column = &g_array_index (open->columns, EvxColumn, c);
        double x0, x1;
        column_edges (page, table, c, &x0, &x1);
        alike += fabs (x0 - column->x0) < SAME_EDGE_PT || fabs (x1 - column->x1) < SAME_EDGE_PT;
    }
    return alike >= SAME_HEADER * open->columns->len;
}

/* A header that holds a date or a number where the columns above it did is a row. */
static gboolean
is_row_taken_for_header (const EvxTableContext *context, const EvxOpenTable *open,
                         const EvxRow *row)
{
    for (guint c = 0; c < open->columns->len; c++) {
        EvxDate date;
        if (evx_date_find (cell_text (context, row, c), 0, &date) && date.day > 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
continues (EvxTableReader *reader, EvxPage *page, const EvxTable *table)
{
    EvxTableContext *context = &reader->context;
    const EvxOpenTable *open = reader->open;
    if (open == NULL || open->page + 1 != page->index || open->columns->len != table->n_columns ||
        table->n_rows == 0)
        return FALSE;
    const EvxRow *first = row_of (page, table, 0);
    if (repeats_header (context, open, first))
        return TRUE;
    gboolean other_header =
        first->kind == EVX_ROW_HEADER && !is_row_taken_for_header (context, open, first);
    return !other_header && columns_stand_alike (page, table, open);
}

/* Marks repeated headers as headers, and rows taken for headers as rows. Returns TRUE on a change.
 */
static gboolean
mend_rows (EvxTableReader *reader, EvxPage *page, const EvxTable *table, gboolean continued)
{
    gboolean changed = FALSE;
    const EvxTableContext *context = &reader->context;
    for (guint i = 0; i < table->n_rows; i++) {
        EvxRow *row = row_of (page, table, i);
        guint16 kind = row->kind;
        if (row->kind == EVX_ROW_BODY && context->open->headed &&
            repeats_header (context, context->open, row))
            kind = EVX_ROW_HEADER;
        else if (continued && row->kind == EVX_ROW_HEADER &&
                 is_row_taken_for_header (context, context->open, row))
            kind = EVX_ROW_BODY;
        changed |= kind != row->kind;
        row->kind = kind;
    }
    return changed;
}

/* ---- totals --------------------------------------------------------------------------------- */

static gboolean
read_whole_number (const char *text, gint64 *number)
{
    guint digits = 0;
    *number = 0;
    for (; *text != '\0'; text++) {
        if (g_ascii_isdigit (*text) && digits++ < 9)
            *number = *number * 10 + (*text - '0');
        else if (*text != ',')
            return FALSE;
    }
    return digits > 0 && digits <= 9;
}

static void
count_cell (EvxColumnCount *count, const char *text)
{
    gint64 number;
    count->rows++;
    if (evx_cell_is_empty (text))
        return;
    count->filled++;
    if (read_whole_number (text, &number)) {
        count->numbers++;
        count->sum += number;
    }
}

static void
add_to_columns (EvxTableContext *context, const EvxRow *row)
{
    for (guint c = 0; c < context->open->columns->len; c++) {
        EvxColumn *column = &g_array_index (context->open->columns, EvxColumn, c);
        const char *text = cell_text (context, row, c);
        EvxDate date;
        count_cell (&column->all, text);
        count_cell (&column->part, text);
        column->money |= strchr (text, '$') != NULL;
        column->dates += evx_date_find (text, 0, &date) && date.day > 0;
    }
}

/* A total adds up a column of numbers, or counts its rows or its filled cells. @counted: what it should be. A column of
 * which some cells are no numbers can say neither. */
static gboolean
comes_to (const EvxColumnCount *count, gint64 printed, gint64 *counted)
{
    gboolean numbers = count->numbers == count->filled;
    *counted = numbers ? count->sum : count->filled;
    return printed == *counted || printed == count->rows || printed == count->filled ||
           (!numbers && count->numbers > 0) || *counted > G_MAXUINT32;
}

/* A total is of all rows above it or, as that of a month or a page, of those since the total before. What it should be
 * is then the nearer of both. */
static gboolean
total_is_right (const EvxColumn *column, gint64 printed, gint64 *counted)
{
    gint64 of_part;
    if (column->all.filled == 0 || comes_to (&column->all, printed, counted))
        return TRUE;
    if (column->part.filled == 0)
        return FALSE;
    if (comes_to (&column->part, printed, &of_part))
        return TRUE;
    if (ABS (printed - of_part) < ABS (printed - *counted))
        *counted = of_part;
    return FALSE;
}

/* Each column with a total that is wrong is told, and the row is in doubt. Returns TRUE if that changed the row. */
static gboolean
check_total (EvxTableContext *context, EvxRow *row, EvxSketcher *sketcher)
{
    guint16 doubt = row->doubt;
    row->doubt &= (guint16)~EVX_DOUBT_TOTAL;
    for (guint c = 0; c < context->open->columns->len; c++) {
        EvxColumn *column = &g_array_index (context->open->columns, EvxColumn, c);
        gint64 printed, counted;
        if (c > 0 && !column->money && column->all.rows >= 2 &&
            read_whole_number (cell_text (context, row, c), &printed) && !total_is_right (column, printed, &counted)) {
            evx_sketcher_total (sketcher,
                                (EvxTotal){ context->page->index, (guint32)printed, (guint32)counted });
            row->doubt |= EVX_DOUBT_TOTAL;
        }
        column->part = (EvxColumnCount){ 0 };
    }
    return row->doubt != doubt;
}

/* "Notices given this quarter | | | | 29": the last row of a log, a label that goes on over columns and one whole number, in
 * a column that holds words in the rows above. */
static gboolean
closes_log (const EvxTableContext *context, const EvxRow *row)
{
    const EvxCell *label = &g_array_index (context->page->cells, EvxCell, row->first_cell);
    guint numbers = 0;
    gint64 number;
    if (label->columns < 2 || *cell_text (context, row, 0) == '\0')
        return FALSE;
    for (guint c = label->columns; c < context->open->columns->len; c++) {
        const char *text = cell_text (context, row, c);
        const EvxColumnCount *above = &g_array_index (context->open->columns, EvxColumn, c).all;
        if (*text != '\0' && (!read_whole_number (text, &number) || above->numbers > 0 || above->filled < LOG_ROWS))
            return FALSE;
        numbers += *text != '\0';
    }
    return numbers == 1;
}

static gboolean
is_total (const EvxTableContext *context, const EvxRow *row, gboolean last)
{
    const char *text = cell_text (context, row, 0);
    if (row->kind == EVX_ROW_TOTAL || (last && row->n_cells > 0 && closes_log (context, row)))
        return TRUE;
    if (strpbrk (text, "tT") == NULL) /* as most rows, and all of the beginnings below have one */
        return FALSE;
    g_autofree char *folded = evx_fold (text);
    static const char *const beginnings[] = { " total ", " totals ", " grand total ", " subtotal ", " sub total " };
    for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
        if (g_str_has_prefix (folded, beginnings[i]))
            return TRUE;
    return FALSE;
}

/* ---- a page --------------------------------------------------------------------------------- */

/* The lines shortly above the table, folded, after the title of the document. */
static char *
title_above (const EvxTableReader *reader, const EvxPage *page, const EvxTable *table)
{
    GString *title = g_string_new (NULL);
    for (guint i = 0; i < page->lines->len; i++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
        gboolean above =
            line->box.y1 <= table->box.y0 + 1 && line->box.y1 > table->box.y0 - TITLE_GAP_PT;
        if (!above || line->n_words == 0 ||
            g_array_index (page->words, EvxWord, line->first_word).cell != EVX_NONE)
            continue;
        g_autofree char *text = evx_line_text (page, i);
        g_string_append_printf (title, "%s\n", text);
    }
    g_string_append (title, reader->title);
    return g_string_free (title, FALSE);
}

static void
remember_edges (const EvxPage *page, const EvxTable *table, EvxOpenTable *open)
{
    open->page = page->index;
    for (guint c = 0; c < open->columns->len; c++) {
        EvxColumn *column = &g_array_index (open->columns, EvxColumn, c);
        column_edges (page, table, c, &column->x0, &column->x1);
    }
}

/* Returns TRUE if a row changed. */
static gboolean
read_rows (EvxTableReader *reader, EvxPage *page, guint index, EvxSketcher *sketcher)
{
    const EvxTable *table = &g_array_index (page->tables, EvxTable, index);
    EvxTableContext *context = &reader->context;
    gboolean changed = FALSE;
    guint first_event = context->document->events->len, blacked = 0;
    for (guint i = 0; i < table->n_rows; i++) {
        EvxRow *row = row_of (page, table, i);
        if (row->kind == EVX_ROW_HEADER)
            continue;
        gboolean total = is_total (context, row, i + 1 == table->n_rows);
        changed |= total && row->kind != EVX_ROW_TOTAL;
        row->kind = total ? EVX_ROW_TOTAL : row->kind;
        if (total)
            changed |= check_total (context, row, sketcher);
        else
            add_to_columns (context, row);
        if (!context->immigration)
            continue;
        evx_claims_of_row (context, index, table->first_row + i, total);
        if (!total)
            blacked += !evx_events_of_row (context, index, table->first_row + i);
    }
    evx_events_of_blacked (context, index, first_event, blacked);
    return changed;
}

static gboolean
read_table (EvxTableReader *reader, EvxPage *page, guint index, EvxSketcher *sketcher)
{
    EvxTable *table = &g_array_index (page->tables, EvxTable, index);
    EvxTableContext *context = &reader->context;
    gboolean continued = index == 0 && continues (reader, page, table);
    gboolean changed = table->continued != continued;
    table->continued = continued;
    if (!continued) {
        open_table_free (reader->open);
        reader->open = open_table_new (context, page, table);
        reader->open->title = title_above (reader, page, table);
        reader->open->title_kind = evx_title_kind (reader->open->title);
        context->open = reader->open;
        evx_columns_learn (context, table);
        evx_topic_learn (context, table);
        evx_figures_learn (context);
    }
    context->open = reader->open;
    changed |= mend_rows (reader, page, table, continued);
    remember_edges (page, table, reader->open);
    return read_rows (reader, page, index, sketcher) || changed;
}

gboolean
evx_table_reader_page (EvxTableReader *reader, EvxPage *page, EvxSketcher *sketcher)
{
    gboolean changed = FALSE;
    if (page->tables->len == 0)
        return FALSE;
    g_autoptr (GPtrArray) cells = texts_of_cells (page);
    reader->context.page = page;
    reader->context.cells = cells;
    for (guint i = 0; i < page->tables->len; i++)
        changed |= read_table (reader, page, i, sketcher);
    reader->context.cells = NULL;
    return changed;
}
