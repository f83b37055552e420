/* Claims from tables of numbers: the header or the stub says what is counted, the other one when; for a table of one
 * column of numbers the title may say when. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

typedef struct {
    const EvxTableContext *context;
    const EvxRow *row;
    guint table, index;
    gboolean total;
} Figures;

static const char *
text_at (const Figures *figures, guint column)
{
    int cell = evx_row_cell (figures->context->page, figures->row, column);
    return cell < 0 ? "" : figures->context->cells->pdata[cell];
}

/* A figure: digits with commas, a note mark after it; "none" and a dash are not zero unless they
 * say so. */
static gboolean
read_figure (const char *text, gint64 *number)
{
    guint digits = 0;
    *number = 0;
    for (; *text != '\0'; text++) {
        if (g_ascii_isdigit (*text) && digits < 12) {
            *number = *number * 10 + (*text - '0');
            digits++;
        } else if (*text == '*' || *text == '\xe2' || *text == '\xc2') {
            break;
        } else if (*text != ',') {
            return FALSE;
        }
    }
    return digits > 0;
}

/* "Total 2019", "CY 2019", "Calendar year 2019": a year, and words that add nothing. */
static gboolean
read_year_alone (const char *label, gint64 *year)
{
    g_auto (GStrv) words = g_strsplit_set (label, " ,:", -1);
    *year = 0;
    for (guint i = 0; words[i] != NULL; i++) {
        g_autofree char *folded = evx_fold (words[i]);
        gint64 number;
        if (*words[i] == '\0' || evx_fold_has_any (folded, "total|totals|all|of|full|whole|entire|cy|calendar|year|annual|ano|anual"))
            continue;
        if (*year != 0 || !read_figure (words[i], &number) || number < 1990 || number >= 2100)
            return FALSE;
        *year = number;
    }
    return *year != 0;
}

/* What a label says of time: a calendar year, a fiscal year, or a period as prose has them. */
static gboolean
read_when (const EvxTableContext *context, const char *label, EvxPeriod *period)
{
    const EvxPeriodReader *reader = evx_claim_reader_periods (context->reader);
    g_autofree char *fiscal = g_strconcat ("FY ", label, NULL);
    gsize length = strlen (label);
    gint64 number;
    if (evx_is_planned (label))
        return FALSE;
    if (length < 40 && read_year_alone (label, &number)) {
        *period = (EvxPeriod){ .year = (gint)number };
        return TRUE;
    }
    gboolean short_range = length == 7 || length == 9; /* 2018-19, 2018-2019 */
    if (short_range && g_ascii_isdigit (label[0]) && evx_period_read (reader, fiscal, NULL, period))
        return TRUE;
    return length < 40 && evx_period_read (reader, label, NULL, period);
}

static char *
quote_of (const Figures *figures)
{
    GString *quote = g_string_new (NULL);
    const GArray *columns = figures->context->open->columns;
    for (guint c = 0; c < columns->len; c++)
        g_string_append_printf (quote, "%s%s", c > 0 ? " | " : "",
                                g_array_index (columns, EvxColumn, c).head);
    g_string_append (quote, ": ");
    for (guint i = 0; i < figures->row->n_cells; i++)
        g_string_append_printf (
            quote, "%s%s", i > 0 ? " | " : "",
            (char *)figures->context->cells->pdata[figures->row->first_cell + i]);
    return g_string_free (quote, FALSE);
}

static void
add_figure (const Figures *figures, guint column, EvxColumnRole kind, gboolean negated,
            const EvxPeriod *period)
{
    EvxDocument *document = figures->context->document;
    int cell = evx_row_cell (figures->context->page, figures->row, column);
    gint64 number;
    if (cell < 0 || !read_figure (figures->context->cells->pdata[cell], &number))
        return;
    g_autofree char *quote = quote_of (figures);
    g_autofree char *place = g_strdup_printf ("%u %u %u", figures->table, figures->index, column);
    EvxClaim claim = {
        .number = number,
        .what = evx_role_what (kind),
        .year = period->year,
        .period_start = *period->start ? evx_document_string (document, period->start) : NULL,
        .period_end = *period->end ? evx_document_string (document, period->end) : NULL,
        .agency = evx_document_string (document, document->agency),
        .assertion = negated || number == 0 ? "negated" : "affirmed",
        .quote = evx_document_string (document, quote),
        .page = figures->context->page->index,
        .box = g_array_index (figures->context->page->cells, EvxCell, cell).box,
    };
    evx_claims_add (document, &claim, place);
}

/* By the label, the heads of all columns, and what stands over the table. */
static gboolean
concerns_immigration (const EvxTableContext *context, const char *label)
{
    g_autofree char *title = evx_title_lines (context->open->title != NULL ? context->open->title : "");
    g_autoptr (GString) around = g_string_new (title);
    for (guint c = 0; c < context->open->columns->len; c++)
        g_string_append_printf (around, "\n%s", g_array_index (context->open->columns, EvxColumn, c).head);
    return !evx_is_planned (label) && evx_label_concerns_immigration (label, around->str);
}

static gboolean
states_figures (const EvxColumn *column)
{
    return evx_role_what (column->role) != NULL && !column->money;
}

/* The year that the title says the table is of. */
static gboolean
read_year_of_title (const EvxTableContext *context, EvxPeriod *period)
{
    guint32 first, last;
    gboolean year = evx_title_period (evx_claim_reader_periods (context->reader), context->open->title, &first, &last) && first % 10000 == 101 &&
                    last == first + 1130;
    *period = (EvxPeriod){ .year = year ? (gint)(first / 10000) : EVX_NONE };
    return year;
}

/* The time of a row: its stub says it. The total of months is of the year that the title names; that of years is of none
 * of them. */
static gboolean
read_row_time (const Figures *figures, EvxPeriod *period)
{
    EvxOpenTable *open = figures->context->open;
    if (read_when (figures->context, text_at (figures, 0), period)) {
        open->has_years |= period->start[0] == '\0';
        return TRUE;
    }
    return figures->total && !open->has_years && read_year_of_title (figures->context, period);
}

/* "Year | Requests | Transfers": the header says what, the stub when. */
static void
read_by_row (const Figures *figures)
{
    const GArray *columns = figures->context->open->columns;
    guint first = 1;
    while (first < columns->len && !states_figures (&g_array_index (columns, EvxColumn, first)))
        first++;
    EvxPeriod period;
    if (first == columns->len || !read_row_time (figures, &period))
        return;
    for (guint c = first; c < columns->len; c++) {
        const EvxColumn *column = &g_array_index (columns, EvxColumn, c);
        if (states_figures (column) && concerns_immigration (figures->context, column->head))
            add_figure (figures, c, column->role, column->negated, &period);
    }
}

/* "| 2018 | 2019": the stub says what, the header when; or one column of numbers, and the title
 * says when. */
static void
read_by_column (const Figures *figures)
{
    const GArray *columns = figures->context->open->columns;
    guint first = 1;
    while (first < columns->len && !g_array_index (columns, EvxColumn, first).timed)
        first++;
    if (first == columns->len)
        return;
    gboolean negated;
    EvxColumnRole kind = evx_label_kind (text_at (figures, 0), &negated);
    if (evx_role_what (kind) == NULL || !concerns_immigration (figures->context, text_at (figures, 0)))
        return;
    for (guint c = first; c < columns->len; c++) {
        const EvxColumn *column = &g_array_index (columns, EvxColumn, c);
        if (column->timed && !column->money)
            add_figure (figures, c, kind, negated, &column->when);
    }
}

void
evx_figures_learn (EvxTableContext *context)
{
    GArray *columns = context->open->columns;
    for (guint c = 1; c < columns->len; c++) {
        EvxColumn *column = &g_array_index (columns, EvxColumn, c);
        column->timed = read_when (context, column->head, &column->when) ||
                        (columns->len == 2 && read_year_of_title (context, &column->when));
    }
}

void
evx_claims_of_row (EvxTableContext *context, guint table, guint index, gboolean total)
{
    Figures figures = { context, &g_array_index (context->page->rows, EvxRow, index), table, index, total };
    if (context->open->columns->len < 2)
        return;
    read_by_row (&figures);
    read_by_column (&figures);
}
