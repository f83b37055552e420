/* Claims from tables of numbers: the header or the stub says what is counted, the other one when; what stands over the
 * table may say either, and the stub or the header may say whose numbers they are. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { MOST_ROWS = 60 }; /* of a table whose rows are held against each other */

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

/* A figure: digits with commas, a note mark or a share ("70 (37%)") after it; "none" and a dash are not zero unless they
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
        } else if (*text == '*' || *text == '\xe2' || *text == '\xc2' || g_str_has_prefix (text, " (")) {
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

/* The label of a row of the table; "" if it has none. */
static const char *
stub_of (const EvxTableContext *context, const EvxTable *table, guint i)
{
    int cell = evx_row_cell (context->page, &g_array_index (context->page->rows, EvxRow, table->first_row + i), 0);
    return cell < 0 ? "" : context->cells->pdata[cell];
}

/* "Declined", in a table that has a row of requests. */
static gboolean
is_fate_alone (const Figures *figures)
{
    const EvxTable *table = &g_array_index (figures->context->page->tables, EvxTable, figures->table);
    g_autofree char *label = evx_fold (text_at (figures, 0));
    static const char *const fates[] = { "declined", "denied", "rejected", "not honored", "not granted", "refused" };
    gboolean fate = FALSE, negated, requests = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (fates) && !fate; i++) {
        g_autofree char *folded = evx_fold (fates[i]);
        fate = strcmp (folded, label) == 0;
    }
    for (guint i = 0; i < MIN (table->n_rows, MOST_ROWS) && fate && !requests; i++)
        requests = evx_label_kind (stub_of (figures->context, table, i), &negated) == EVX_COLUMN_REQUESTS;
    return requests;
}

/* What counts the figure, the stub, the head or the title, says that it is of requests that were not honored. */
static gboolean
is_declined (const Figures *figures, guint column, gboolean negated)
{
    const EvxOpenTable *open = figures->context->open;
    const char *head = g_array_index (open->columns, EvxColumn, column).head;
    return negated && (is_fate_alone (figures) || evx_label_declines (text_at (figures, 0)) || evx_label_declines (head) ||
                       (open->topic.label != NULL && evx_label_declines (open->topic.label)));
}

/* @agency: (nullable): the document's */
static void
add_figure (const Figures *figures, guint column, EvxColumnRole kind, gboolean negated,
            const EvxPeriod *period, const char *agency)
{
    EvxDocument *document = figures->context->document;
    int cell = evx_row_cell (figures->context->page, figures->row, column);
    gint64 number;
    if (cell < 0 || !read_figure (figures->context->cells->pdata[cell], &number))
        return;
    gboolean declined = is_declined (figures, column, negated);
    if (negated && number == 0 && !declined) /* "Not notified: 0" would say that none was notified */
        return;
    g_autofree char *quote = quote_of (figures);
    g_autofree char *place = g_strdup_printf ("%u %u %u", figures->table, figures->index, column);
    EvxClaim claim = {
        .number = number,
        .what = evx_role_what (kind),
        .year = period->year,
        .period_start = *period->start ? evx_document_string (document, period->start) : NULL,
        .period_end = *period->end ? evx_document_string (document, period->end) : NULL,
        .agency = evx_document_string (document, agency != NULL ? agency : document->agency),
        .assertion = negated || number == 0 ? "negated" : "affirmed",
        .quote = evx_document_string (document, quote),
        .page = figures->context->page->index,
        .box = g_array_index (figures->context->page->cells, EvxCell, cell).box,
    };
    if (declined)
        evx_claim_set_declined (&claim);
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
    *period = open->topic.when;
    return figures->total && !open->has_years && open->topic.timed;
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
            add_figure (figures, c, column->role, column->negated, &period, NULL);
    }
}

/* Words between the stub and the first number say of which part the row is, "Main Jail", unless they say of all. */
static gboolean
is_of_a_part (const Figures *figures, guint first)
{
    for (guint c = 1; c < first; c++) {
        g_autofree char *folded = evx_fold (text_at (figures, c));
        gint64 number;
        if (!evx_cell_is_empty (text_at (figures, c)) && !read_figure (text_at (figures, c), &number) &&
            !evx_fold_has_any (folded, "total|totals|all|both|combined|countywide|overall|todos|todas"))
            return TRUE;
    }
    return FALSE;
}

/* Rows by form, reason or charge are parts of what is counted, each of another sort, but for one of all. */
static gboolean
is_of_a_sort (const Figures *figures)
{
    const EvxColumn *stub = &g_array_index (figures->context->open->columns, EvxColumn, 0);
    g_autofree char *folded = evx_fold (text_at (figures, 0));
    return !figures->total && !evx_fold_has_any (folded, "total|totals|all|todos|todas") &&
           evx_fold_has_any (stub->folded, "form|forms|type|types|kind|category|categories|reason|reasons|basis|charge|charges|"
                                           "offense|offenses|method|tipo|formulario|motivo|cargo");
}

/* Its own label and what stands around, or, where it has no word of its own, the labels of other rows. */
static gboolean
row_concerns_immigration (const Figures *figures)
{
    const EvxTable *table = &g_array_index (figures->context->page->tables, EvxTable, figures->table);
    const char *label = text_at (figures, 0);
    if (concerns_immigration (figures->context, label))
        return TRUE;
    for (guint i = 0; i < table->n_rows && table->n_rows <= MOST_ROWS; i++) {
        const char *other = stub_of (figures->context, table, i);
        gboolean negated;
        if (evx_role_what (evx_label_kind (other, &negated)) != NULL && !evx_is_planned (label) && evx_label_concerns_immigration (label, other) &&
            evx_names_immigration (other))
            return TRUE;
    }
    return FALSE;
}

/* "| 2018 | 2019": the stub says what, the header when; or one column of numbers, and the title says when. */
static void
read_by_column (const Figures *figures)
{
    const GArray *columns = figures->context->open->columns;
    guint first = 1;
    while (first < columns->len && !g_array_index (columns, EvxColumn, first).timed)
        first++;
    if (first == columns->len || is_of_a_part (figures, first) || is_of_a_sort (figures))
        return;
    gboolean negated;
    EvxColumnRole kind = evx_label_kind (text_at (figures, 0), &negated);
    if (evx_role_what (kind) == NULL && is_fate_alone (figures)) {
        kind = EVX_COLUMN_NOTIFICATIONS;
        negated = TRUE;
    }
    if (evx_role_what (kind) == NULL || !row_concerns_immigration (figures))
        return;
    for (guint c = first; c < columns->len; c++) {
        const EvxColumn *column = &g_array_index (columns, EvxColumn, c);
        if (column->timed && !column->money)
            add_figure (figures, c, kind, negated, &column->when, NULL);
    }
}

/* ---- what stands over the table ------------------------------------------------------------- */

/* "Number", "Persons": a head that leaves to the title what is counted. */
static gboolean
is_plain_count (const EvxColumn *column)
{
    return evx_fold_has_any (column->folded, "number|numbers|total|totals|count|counts|persons|people|inmates|individuals|"
                                             "detainees|cases|numero|cantidad|personas") &&
           !evx_fold_has_any (column->folded, "percent*|share|rate|average|of|por") && !column->money;
}

/* What the numbers of a column are, whatever the row: its header says it, or is of a time or of nothing but numbers, and
 * the title says it. Returns: (transfer none) (nullable): the words that say so. */
static const char *
kind_of_column (const EvxTableContext *context, const EvxColumn *column, EvxColumnRole *kind, gboolean *negated)
{
    const EvxTopic *topic = &context->open->topic;
    if (states_figures (column) && concerns_immigration (context, column->head)) {
        *kind = column->role;
        *negated = column->negated;
        return column->head;
    }
    *kind = topic->kind;
    *negated = topic->negated;
    return (column->timed || is_plain_count (column)) && !column->money && evx_role_what (column->role) == NULL ? topic->label : NULL;
}

/* The time of a column whatever the row: by its header, "2023", "Transfers 2023", else by the title. */
static gboolean
time_of_column (const EvxTableContext *context, const EvxColumn *column, EvxPeriod *period)
{
    const EvxPeriodReader *reader = evx_claim_reader_periods (context->reader);
    *period = column->when;
    if (column->timed)
        return TRUE;
    if (!evx_is_planned (column->head) && evx_line_period (reader, column->head, period))
        return TRUE;
    *period = context->open->topic.when;
    return context->open->topic.timed && !context->open->has_years && !evx_is_planned (column->head);
}

/* A stub "Fiscal year" makes "2022" the year that ended then. */
static void
make_fiscal (const EvxTableContext *context, const char *stub, const EvxColumn *column, EvxPeriod *period)
{
    g_autofree char *folded = evx_fold (stub), *label = g_strdup_printf ("FY %d", period->year);
    gboolean fiscal = evx_fold_has_any (folded, "fiscal|fy") && *period->start == '\0' && period->year != EVX_NONE;
    if (fiscal && column->timed)
        evx_period_read (evx_claim_reader_periods (context->reader), label, NULL, period);
}

/* A row that is of all that its columns count: a total, or one that is named for a kind of year. */
static gboolean
is_of_all (const Figures *figures)
{
    static const char all[] = "all|both|combined|together|whole|entire|calendar|fiscal|fy|cy|annual|todo|todos";
    g_autofree char *folded = evx_fold (text_at (figures, 0));
    EvxPeriod period;
    return !read_when (figures->context, text_at (figures, 0), &period) && (figures->total || evx_fold_has_any (folded, all)) &&
           !evx_fold_has_any (folded, "other|others|otros|agencies|except|but");
}

/* The numbers of one row, of @agency (nullable: the document's), each of what and when its column is. */
static void
read_by_heads (const Figures *figures, const char *agency)
{
    const EvxTableContext *context = figures->context;
    for (guint c = 1; c < context->open->columns->len; c++) {
        const EvxColumn *column = &g_array_index (context->open->columns, EvxColumn, c);
        EvxColumnRole kind;
        gboolean negated;
        EvxPeriod period;
        if (kind_of_column (context, column, &kind, &negated) == NULL || !time_of_column (context, column, &period))
            continue;
        make_fiscal (context, text_at (figures, 0), column, &period);
        add_figure (figures, c, kind, negated, &period, agency);
    }
}

/* "Year | Persons" under "Transfers to ICE": the title says what, the stub when. */
static gboolean
read_by_year (const Figures *figures)
{
    const EvxTableContext *context = figures->context;
    EvxPeriod period;
    if (!read_when (context, text_at (figures, 0), &period))
        return FALSE;
    for (guint c = 1; c < context->open->columns->len; c++) {
        const EvxColumn *column = &g_array_index (context->open->columns, EvxColumn, c);
        EvxColumnRole kind;
        gboolean negated, timed = column->timed && context->open->columns->len > 2;
        if (!timed && !states_figures (column) && is_plain_count (column) && kind_of_column (context, column, &kind, &negated) != NULL)
            add_figure (figures, c, kind, negated, &period, NULL);
    }
    return TRUE;
}

/* "| Alder County | Larkwood County": the stub says what, and perhaps when; the header whose. */
static void
read_by_agency (const Figures *figures)
{
    const EvxTableContext *context = figures->context;
    const char *stub = text_at (figures, 0);
    EvxPeriod period;
    gboolean negated, said = evx_line_period (evx_claim_reader_periods (context->reader), stub, &period);
    EvxColumnRole kind = evx_label_kind (stub, &negated);
    if (!said)
        period = context->open->topic.when;
    if (evx_role_what (kind) == NULL || !(said || context->open->topic.timed) || !concerns_immigration (context, stub))
        return;
    for (guint c = 1; c < context->open->columns->len; c++) {
        const EvxColumn *column = &g_array_index (context->open->columns, EvxColumn, c);
        if (column->agency != NULL && !column->money)
            add_figure (figures, c, kind, negated, &period, column->agency);
    }
}

void
evx_figures_learn (EvxTableContext *context)
{
    GArray *columns = context->open->columns;
    const EvxTopic *topic = &context->open->topic;
    for (guint c = 1; c < columns->len; c++) {
        EvxColumn *column = &g_array_index (columns, EvxColumn, c);
        column->timed = read_when (context, column->head, &column->when);
        if (!column->timed && topic->timed && !evx_is_planned (column->head) && (columns->len == 2 || is_plain_count (column))) {
            column->timed = TRUE;
            column->when = topic->when;
        }
    }
}

/* "I-247A detainer", "Form I-203". */
static gboolean
names_form (const char *label)
{
    const char *at = strstr (label, "I-2");
    return at != NULL && g_ascii_isdigit (at[3]) && g_ascii_isdigit (at[4]);
}

/* Rows by form are parts of what was asked: only that of all of them counts it. Returns: TRUE if the table is of such rows. */
static gboolean
read_by_form (const Figures *figures)
{
    const EvxTableContext *context = figures->context;
    const EvxTable *table = &g_array_index (context->page->tables, EvxTable, figures->table);
    const char *label = text_at (figures, 0);
    g_autofree char *folded = evx_fold (label);
    guint forms = 0;
    for (guint i = 0; i < table->n_rows && table->n_rows <= MOST_ROWS; i++)
        forms += names_form (stub_of (context, table, i));
    if (forms < 2 || !(names_form (label) || evx_fold_has_any (folded, "all|total|both|todos|todas")))
        return FALSE;
    EvxPeriod period = context->open->topic.when;
    gboolean timed = evx_line_period (evx_claim_reader_periods (context->reader), label, &period);
    if (!timed)
        period = context->open->topic.when;
    for (guint c = 1; c < context->open->columns->len && !names_form (label); c++) {
        const EvxColumn *column = &g_array_index (context->open->columns, EvxColumn, c);
        gboolean by_head = !timed && column->timed;
        if ((is_plain_count (column) || by_head) && (timed || by_head || context->open->topic.timed))
            add_figure (figures, c, EVX_COLUMN_REQUESTS, FALSE, by_head ? &column->when : &period, NULL);
    }
    return TRUE;
}

void
evx_claims_of_row (EvxTableContext *context, guint table, guint index, gboolean total)
{
    Figures figures = { context, &g_array_index (context->page->rows, EvxRow, index), table, index, total };
    guint before = context->document->claims->len;
    if (context->open->columns->len < 2)
        return;
    if (context->open->topic.by_agency) {
        g_autofree char *agency = evx_topic_agency (text_at (&figures, 0), g_array_index (context->open->columns, EvxColumn, 0).head);
        if (agency != NULL)
            read_by_heads (&figures, agency);
        return;
    }
    if (read_by_form (&figures))
        return;
    read_by_row (&figures);
    read_by_column (&figures);
    if (context->document->claims->len > before)
        return;
    read_by_agency (&figures);
    if (!read_by_year (&figures) && is_of_all (&figures))
        read_by_heads (&figures, NULL);
}
