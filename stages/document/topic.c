/* What stands over a table of numbers: its title or the head over its stub may say what is counted
 * and when, where the heads of the columns are years or nothing but "Number"; and its rows, or its
 * columns, may be those of several agencies. */
#include "document-internal.h"

#include "agency.h"
#include "fold.h"

#include <string.h>

enum { MOST_HEAD_WORDS = 5, LONGEST_TITLE = 100 };

/* A table of shares or of sums of money is not made one of counts by what its title names. */
static const char no_counts[] =
    "share|shares|percent|percentage*|rate|rates|average|averages|mean|median|time|times|hours|"
    "days|"
    "cost|costs|fee|fees|length|per|porcentaje*|tasa|promedio|costo*|tiempo";

static const char totals[] = "total|totals|all|both|combined|together|sum|todos|todas|ambos|suma";

/* What the line says is counted, if it names immigration authorities or @around does. */
static gboolean
read_kind (EvxTopic *topic, const char *line, const char *around)
{
    g_autofree char *folded = evx_fold (line);
    gboolean negated = FALSE;
    EvxColumnRole kind = evx_label_kind (line, &negated);
    if (evx_role_what (kind) == NULL || evx_fold_has_any (folded, no_counts) ||
        evx_is_planned (line) || !evx_label_concerns_immigration (line, around))
        return FALSE;
    topic->label = g_strdup (line);
    topic->kind = kind;
    topic->negated = negated;
    return TRUE;
}

/* A line that says when, or whose: the title goes on above it. */
static gboolean
leaves_open (const EvxPeriodReader *reader, const char *line)
{
    EvxPeriod period;
    gsize end = 0;
    g_autofree char *agency = evx_agency_find (line, 0, &end);
    return agency != NULL || evx_line_period (reader, line, &period);
}

/* The head over the stub says it, else the nearest of the lines above. */
static void
learn_kind (EvxTopic *topic, const EvxTableContext *context, char *const *lines)
{
    const EvxOpenTable *open = context->open;
    if (read_kind (topic, g_array_index (open->columns, EvxColumn, 0).head, open->title))
        return;
    for (guint i = 0; lines[i] != NULL; i++)
        if (read_kind (topic, lines[i], open->title) ||
            !leaves_open (evx_claim_reader_periods (context->reader), lines[i]))
            return;
}

static gboolean
is_of_a_sentence (const char *line)
{
    gsize length = strlen (line);
    return length == 0 || length > LONGEST_TITLE || g_ascii_islower (*line) ||
           line[length - 1] == '.';
}

/* The head over the stub may be the title run together with it. */
static void
learn_time (EvxTopic *topic, const EvxPeriodReader *reader, const char *corner, char *const *lines)
{
    topic->timed = evx_line_period (reader, corner, &topic->when);
    for (guint i = 0; lines[i] != NULL && !topic->timed; i++)
        topic->timed =
            !is_of_a_sentence (lines[i]) && evx_line_period (reader, lines[i], &topic->when);
}

char *
evx_topic_agency (const char *label, const char *head)
{
    g_autofree char *folded = evx_fold (label), *of = evx_fold (head);
    gsize end = 0;
    if (strpbrk (label, "0123456789$%") != NULL || strcmp (folded, " ") == 0 ||
        evx_names_immigration (label))
        return NULL;
    char *found = evx_agency_find (label, 0, &end);
    if (found != NULL)
        return found;
    if (evx_fold_has_any (folded, "statewide|state|state total|california|estado|estatal"))
        return g_strdup ("statewide");
    if (evx_fold_has_any (folded, totals))
        return g_strdup ("several counties");
    if (evx_fold_has_any (folded, "other|others|average|median|otros|otras|promedio"))
        return NULL;
    if (evx_fold_has_any (of, "county|counties|condado|condados") &&
        !evx_fold_has_any (folded, "police|city|probation"))
        return g_strdup_printf ("%s County", label);
    return g_strdup (label);
}

/* The name fills the label: "Alder County Sheriff", not "Notices to Alder County". */
static char *
agency_alone (const char *label)
{
    gsize end = 0;
    g_autofree char *found = evx_agency_find (label, 0, &end);
    return found != NULL && 3 * strlen (found) > 2 * strlen (label) ? g_steal_pointer (&found)
                                                                    : NULL;
}

/* "County", "Reporting agency": no title run together with the head below it. */
static gboolean
heads_agencies (const EvxColumn *stub)
{
    gsize end = 0;
    g_autofree char *named = evx_agency_find (stub->head, 0, &end);
    return named == NULL &&
           strlen (evx_fold_tail (stub->folded, MOST_HEAD_WORDS)) == strlen (stub->folded) &&
           evx_fold_has_any (stub->folded, "agency|agencies|county|counties|jurisdiction|"
                                           "jurisdictions|sheriff|sheriffs|agencia|"
                                           "agencias|condado|condados|jurisdiccion") &&
           !evx_fold_has_any (stub->folded, "requesting|arresting|outside|receiving|to|from");
}

/* The stub's head says that its rows are agencies, or most of them are named so; and none comes
 * twice, as in a log. */
static gboolean
has_agencies_in_stub (const EvxTableContext *context, const EvxTable *table)
{
    const EvxColumn *stub = &g_array_index (context->open->columns, EvxColumn, 0);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    guint rows = 0, named = 0;
    for (guint i = 0; i < table->n_rows; i++) {
        const EvxRow *row = &g_array_index (context->page->rows, EvxRow, table->first_row + i);
        int cell = row->kind == EVX_ROW_HEADER ? -1 : evx_row_cell (context->page, row, 0);
        char *label = cell >= 0 ? context->cells->pdata[cell] : NULL;
        if (label == NULL || *label == '\0')
            continue;
        g_autofree char *name = agency_alone (label);
        if (!g_hash_table_add (seen, label))
            return FALSE;
        rows++;
        named += name != NULL;
    }
    return rows > 0 && (heads_agencies (stub) || 3 * named > 2 * rows);
}

/* Two columns at least are of agencies, or of one beside those of the state. */
static void
learn_columns (GArray *columns)
{
    guint agencies = 0;
    for (guint c = 1; c < columns->len; c++) {
        EvxColumn *column = &g_array_index (columns, EvxColumn, c);
        g_autofree char *name = agency_alone (column->head);
        gboolean state = evx_fold_has_any (column->folded, "statewide|state|state total");
        column->agency = name != NULL ? g_steal_pointer (&name)
                         : state      ? g_strdup ("statewide")
                                      : NULL;
        agencies += column->agency != NULL;
    }
    for (guint c = 1; c < columns->len && agencies < 2; c++)
        g_clear_pointer (&g_array_index (columns, EvxColumn, c).agency, g_free);
}

/* Those above the table, the nearest first, then those at the head of the document. */
static GStrv
lines_over (const char *title, const char *of_document)
{
    g_autofree char *above = g_strndup (title, strlen (title) - strlen (of_document));
    g_auto (GStrv) lines = g_strsplit (g_strchomp (above), "\n", -1);
    g_autoptr (GString) all = g_string_new (NULL);
    for (guint i = g_strv_length (lines); i-- > 0;)
        g_string_append_printf (all, "%s\n", lines[i]);
    g_string_append (all, of_document);
    return g_strsplit (all->str, "\n", -1);
}

void
evx_topic_learn (EvxTableContext *context, const EvxTable *table)
{
    EvxOpenTable *open = context->open;
    open->topic = (EvxTopic){ .kind = EVX_COLUMN_OTHER, .when = { .year = EVX_NONE } };
    if (open->columns->len < 2)
        return;
    g_auto (GStrv) lines = lines_over (open->title, context->title);
    g_autofree char *all = g_strjoinv ("\n", lines), *titles = evx_title_lines (all);
    g_auto (GStrv) short_lines = g_strsplit (titles, "\n", -1);
    learn_kind (&open->topic, context, short_lines);
    learn_time (&open->topic, evx_claim_reader_periods (context->reader),
                g_array_index (open->columns, EvxColumn, 0).head, lines);
    open->topic.by_agency = has_agencies_in_stub (context, table);
    learn_columns (open->columns);
}
