/* Events: what a row of a log says happened to one person. A column of dates
 * named for a kind ("ICE notified") gives an event on each date; an outcome ("PU", "Released to
 * ICE") gives one on the row's date; where neither is there, the title of the log says what its
 * rows are. */
#include "document-internal.h"

#include "../bytes.h"
#include "fold.h"

#include <string.h>

#define REDACTED_SHARE 0.3 /* of a cell under a box */

/* ---- outcomes ------------------------------------------------------------------------------- */

typedef struct {
    EvxColumnRole kind; /* EVX_COLUMN_OTHER: nothing happened */
    const char *cues;
} OutcomeCue;

static const char denials[] =
    "npu|not picked up|no pick up|no pickup|did not pick up|not released to|no show|did not "
    "come|not transferred|not turned over|not notified|no notif*|declined|denied|refused|"
    "no response|no recogido|no entregado|no notificado|cancel*|rescinded|lifted|within|"
    "will be|pending";

/* Denials first: "not picked up" holds "picked up". */
static const OutcomeCue outcome_cues[] = {
    { EVX_COLUMN_OTHER, denials },
    { EVX_COLUMN_TRANSFERS,
      "pu|p u|picked up|pick up|ice pu|released to ice|rel to ice|released to immigration|"
      "transferred|turned over|to ice|to ero|ero custody|custody of ero|ice custody|taken into custody by ice|"
      "to immigration|entregado*|recogido*|trasladado*|a ice|custody of ice|to dhs|"
      "ice pickup|picked up by ice|taken by ice|taken by immigration|taken by dhs|taken by agents|ice took|arrested by ice|"
      "ice arrest*|collected by ice|given to ice|surrendered to ice" },
    { EVX_COLUMN_NOTIFICATIONS,
      "notified|ice notified|called ice|ice called|faxed|emailed|notificado|"
      "avisado|advised ice" },
};

#define IMMIGRATION "ice|ero|dhs|immigration|inmigracion|migracion|cbp|border patrol"

/* "Picked up by wife": somebody else came. */
static gboolean
is_other_hands (const char *folded)
{
    return evx_fold_has_any (folded, "picked up by|pick up by|pickup by|recogido por") &&
           !evx_fold_has_any (folded, IMMIGRATION "|agent*|officer*|federal");
}

static EvxColumnRole
outcome_of (const char *text)
{
    g_autofree char *folded = evx_fold (text);
    for (guint i = 0; i < G_N_ELEMENTS (outcome_cues); i++)
        if (evx_fold_has_any (folded, outcome_cues[i].cues))
            return is_other_hands (folded) ? EVX_COLUMN_OTHER : outcome_cues[i].kind;
    return EVX_COLUMN_OTHER;
}

gboolean
evx_says_transfer (const char *text)
{
    return outcome_of (text) == EVX_COLUMN_TRANSFERS;
}

/* The cell of a column of recipients: immigration authorities took the person over. They are named too where they were
 * only told, or did not come. */
static gboolean
is_immigration (const char *text)
{
    EvxColumnRole outcome = outcome_of (text);
    g_autofree char *folded = evx_fold (text);
    return outcome == EVX_COLUMN_TRANSFERS ||
           (outcome == EVX_COLUMN_OTHER &&
            evx_fold_has_any (folded, IMMIGRATION) &&
            !evx_fold_has_any (folded, denials) && !evx_fold_has_any (folded, "no|not|sin"));
}

static gboolean
is_yes (const char *text)
{
    g_autofree char *folded = evx_fold (text);
    static const char *const yes[] = { "y", "yes", "x", "si", "true", "\xe2\x9c\x93" };
    for (guint i = 0; i < G_N_ELEMENTS (yes); i++) {
        g_autofree char *word = evx_fold (yes[i]);
        if (strcmp (word, folded) == 0 && strcmp (folded, " ") != 0)
            return TRUE;
    }
    return strchr (text, 'X') == text && text[1] == '\0';
}

/* ---- a row ---------------------------------------------------------------------------------- */

typedef struct {
    const EvxTableContext *context;
    const EvxRow *row;
    guint table, index;
    char *person; /* numbers, the most personal first, parted by " / " */
    const char *agency;
} Row;

static const char *
text_at (const Row *row, guint column)
{
    int cell = evx_row_cell (row->context->page, row->row, column);
    return cell < 0 ? "" : row->context->cells->pdata[cell];
}

static gboolean
is_ditto (const char *text)
{
    static const char *const marks[] = { "\"",
                                         "''",
                                         "\xe2\x80\x9c",
                                         "\xe2\x80\x9d",
                                         "\xe3\x80\x83",
                                         ",,",
                                         "do.",
                                         "do",
                                         "ditto",
                                         "Ditto",
                                         "idem",
                                         "\xc3\xad"
                                         "dem" };
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (strcmp (text, marks[i]) == 0)
            return TRUE;
    return FALSE;
}

/* The cell's text, or what stands above it where it bears a ditto mark. */
static const char *
value_at (const Row *row, guint column)
{
    EvxColumn *open = &g_array_index (row->context->open->columns, EvxColumn, column);
    const char *text = text_at (row, column);
    if (is_ditto (text) && open->above != NULL)
        return open->above;
    return text;
}

static void
remember_values (const Row *row)
{
    for (guint c = 0; c < row->context->open->columns->len; c++) {
        EvxColumn *column = &g_array_index (row->context->open->columns, EvxColumn, c);
        const char *text = text_at (row, c);
        if (is_ditto (text))
            continue;
        g_free (column->above);
        column->above = g_strdup (text);
    }
}

static gboolean
is_redacted (const Row *row, guint column)
{
    const EvxPage *page = row->context->page;
    int cell = evx_row_cell (page, row->row, column);
    if (cell < 0)
        return FALSE;
    const char *text = row->context->cells->pdata[cell];
    g_autofree char *folded = evx_fold (text);
    if (strstr (text, "\xe2\x96\x88") != NULL || evx_fold_has (folded, "redacted") > 0)
        return TRUE;
    EvxBox box = g_array_index (page->cells, EvxCell, cell).box;
    for (guint i = 0; i < page->redactions->len; i++) {
        const EvxRedaction *redaction = &g_array_index (page->redactions, EvxRedaction, i);
        EvxBox common = evx_box_intersection (redaction->box, box);
        gboolean most = evx_box_covered (box, redaction->box) > REDACTED_SHARE ||
                        evx_box_covered (redaction->box, box) > 0.5;
        if (most && !evx_box_is_empty (common))
            return TRUE;
    }
    return FALSE;
}

static int
column_with (const Row *row, EvxColumnRole role)
{
    for (guint c = 0; c < row->context->open->columns->len; c++)
        if (g_array_index (row->context->open->columns, EvxColumn, c).role == role)
            return (int)c;
    return -1;
}

static char *
numbers_of (const Row *row)
{
    static const EvxColumnRole roles[] = { EVX_COLUMN_PERSON, EVX_COLUMN_BOOKING };
    GString *numbers = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
        int column = column_with (row, roles[i]);
        if (column < 0 || is_redacted (row, (guint)column))
            continue;
        const char *text = value_at (row, (guint)column);
        guint digits = 0;
        for (const char *at = text; *at != '\0'; at++)
            digits += g_ascii_isdigit (*at) != 0;
        if (digits >= 4 && strlen (text) <= 24)
            g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? " / " : "", text);
    }
    return g_string_free (numbers, FALSE);
}

/* ---- events --------------------------------------------------------------------------------- */

void
evx_event_add (EvxDocument *document, EvxEvent *event, const char *kind, const char *iso)
{
    event->kind = kind;
    event->date = evx_document_string (document, iso);
    event->year = iso != NULL ? (gint)(evx_date_number (iso) / 10000) : EVX_NONE;
    g_autofree char *whole = event->person != NULL && iso != NULL
                                 ? g_strdup_printf ("event\n%s\n%s\n%s", kind, event->person, iso)
                                 : g_strdup_printf ("event\n%s\n%s\n%u\n%d\n%d", kind, document->id,
                                                    event->page, event->table, event->row);
    g_autofree char *hash = evx_sha256_text (whole);
    hash[16] = '\0';
    event->id = evx_document_string (document, hash);
    g_array_append_val (document->events, *event);
}

static char *
row_quote (const Row *row)
{
    GString *quote = g_string_new (NULL);
    for (guint i = 0; i < row->row->n_cells; i++)
        g_string_append_printf (quote, "%s%s", i > 0 ? " | " : "",
                                (char *)row->context->cells->pdata[row->row->first_cell + i]);
    return g_string_free (quote, FALSE);
}

/* @column: where the date stands. A date that cannot be read makes an event without one, in doubt.
 */
static void
add_row_event (const Row *row, EvxColumnRole kind, int column)
{
    EvxDocument *document = row->context->document;
    EvxDate date;
    const char *text = column >= 0 ? value_at (row, (guint)column) : "";
    gboolean dated = evx_date_find (text, 0, &date) && date.day > 0;
    g_autofree char *iso = dated ? evx_date_iso (&date) : NULL;
    g_autofree char *quote = row_quote (row);
    guint16 doubt = row->row->doubt & EVX_DOUBT_SPLIT;
    if (!dated)
        doubt |=
            column >= 0 && is_redacted (row, (guint)column) ? EVX_DOUBT_REDACTED : EVX_DOUBT_CELLS;
    EvxEvent event = {
        .person = *row->person ? evx_document_string (document, row->person) : NULL,
        .agency = evx_document_string (document, row->agency),
        .page = row->context->page->index,
        .table = (gint)row->table,
        .row = (gint)row->index,
        .doubt = doubt,
        .quote = evx_document_string (document, quote),
        .box = row->row->box,
    };
    evx_event_add (document, &event, evx_role_what (kind), iso);
}

/* The column whose date is the day of a transfer, or of anything without a date of its own. */
static int
row_date_column (const Row *row)
{
    static const EvxColumnRole roles[] = { EVX_COLUMN_RELEASE, EVX_COLUMN_DATE };
    for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
        int column = column_with (row, roles[i]);
        if (column >= 0)
            return column;
    }
    return -1;
}

/* "05:14", "0514", "5:14 PM", "1430 hrs": when it was done, so it was done. */
static gboolean
is_time_of_day (const char *text)
{
    return g_regex_match_simple ("^\\s*([01]?\\d|2[0-3]):?[0-5]\\d\\s*(hours|hrs?\\.?|h|[ap]\\.?m\\.?)?\\s*$", text,
                                 G_REGEX_CASELESS, 0) &&
           strlen (text) >= 4;
}

/* ")0-14-23": the shape of a date, of which not every digit was read. */
static gboolean
is_misread_date (const char *text)
{
    guint digits = 0, signs = 0;
    for (const char *at = text; *at != '\0'; at++) {
        digits += g_ascii_isdigit (*at) != 0;
        signs += strchr ("-/.", *at) != NULL;
    }
    return digits >= 4 && digits <= 8 && signs >= 2 && strlen (text) <= digits + signs + 2;
}

/* A column of requests that names the form: "ICE detainer I-247A", "Request for notice". */
static gboolean
names_request (const char *text)
{
    g_autofree char *folded = evx_fold (text);
    return evx_fold_has_any (folded, "detainer*|i-247*|hold|request*|solicitud*|retencion*") &&
           !evx_fold_has_any (folded, denials) && !evx_fold_has_any (folded, "no|not|sin|none");
}

/* A cell of a column named for a kind: a date, a time, a tick, or an outcome in words. Returns TRUE if it
 * said yes. */
static gboolean
read_kind_cell (const Row *row, guint column, EvxColumnRole kind)
{
    const char *text = value_at (row, column);
    EvxDate date;
    if (evx_date_find (text, 0, &date) && date.day > 0) {
        add_row_event (row, kind, (int)column);
        return TRUE;
    }
    if (is_redacted (row, column)) {
        add_row_event (row, kind, (int)column);
        return TRUE;
    }
    if (is_misread_date (text)) { /* it was done, about the day of the row */
        add_row_event (row, kind, row_date_column (row));
        g_array_index (row->context->document->events, EvxEvent, row->context->document->events->len - 1).doubt |= EVX_DOUBT_CELLS;
        return TRUE;
    }
    gboolean named = kind == EVX_COLUMN_REQUESTS && names_request (text);
    if (!is_yes (text) && !is_time_of_day (text) && !named && outcome_of (text) != kind)
        return FALSE;
    add_row_event (row, kind, row_date_column (row));
    return TRUE;
}

/* "ICE notified; no pickup": each part of an outcome says what became of one thing. */
static void
read_outcome (const Row *row, const char *text, gboolean *done)
{
    g_auto (GStrv) parts = g_strsplit_set (text, ";,/", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        EvxColumnRole said = outcome_of (parts[i]);
        if (said == EVX_COLUMN_OTHER || done[said])
            continue;
        add_row_event (row, said, row_date_column (row));
        done[said] = TRUE;
    }
}

/* What every row of the log is, by its title: "Log of releases to ICE". */
EvxColumnRole
evx_title_kind (const char *title)
{
    static const struct {
        EvxColumnRole kind;
        const char *cues;
    } cues[] = {
        { EVX_COLUMN_TRANSFERS,
          "releases to ice|released to ice|transfers to ice|transferred to ice|turned over|"
          "transfer log|ice transfers|ice pick ups|ice pickups|entregados a ice" },
        { EVX_COLUMN_NOTIFICATIONS,
          "notification log|notifications to ice|ice notifications|ice notification|"
          "notificaciones a ice" },
        { EVX_COLUMN_REQUESTS,
          "detainer log|detainers received|ice detainers|request log|detainer requests|"
          "ice requests" },
    };
    g_autofree char *folded = evx_fold (title);
    for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
        if (evx_fold_has_any (folded, cues[i].cues))
            return cues[i].kind;
    return EVX_COLUMN_OTHER;
}

/* A log has a person in each row and a day. */
static gboolean
is_log (const Row *row)
{
    gboolean person = column_with (row, EVX_COLUMN_PERSON) >= 0 ||
                      column_with (row, EVX_COLUMN_BOOKING) >= 0 ||
                      column_with (row, EVX_COLUMN_NAME) >= 0;
    guint dates = 0;
    for (guint c = 0; c < row->context->open->columns->len; c++)
        dates += g_array_index (row->context->open->columns, EvxColumn, c).dates;
    return person && dates > 0;
}

static void
read_row (const Row *row)
{
    gboolean done[EVX_N_COLUMN_ROLES] = { FALSE };
    gboolean kinds = FALSE;
    int outcome = -1, recipient = column_with (row, EVX_COLUMN_RECIPIENT);
    for (guint c = 0; c < row->context->open->columns->len; c++) {
        EvxColumnRole role = g_array_index (row->context->open->columns, EvxColumn, c).role;
        if (role == EVX_COLUMN_OUTCOME)
            outcome = (int)c;
        if (evx_role_what (role) == NULL)
            continue;
        kinds = TRUE;
        if (!done[role])
            done[role] = read_kind_cell (row, c, role);
    }
    if (outcome >= 0)
        read_outcome (row, value_at (row, (guint)outcome), done);
    if (recipient >= 0 && !done[EVX_COLUMN_TRANSFERS] && is_immigration (value_at (row, (guint)recipient)))
        add_row_event (row, EVX_COLUMN_TRANSFERS, row_date_column (row));
    EvxColumnRole title = row->context->open->title_kind;
    int date = row_date_column (row);
    /* Of a person with a number the day may just not have been read. */
    gboolean dated = date >= 0 && (!evx_cell_is_empty (value_at (row, (guint)date)) ||
                                   is_redacted (row, (guint)date) || *row->person != '\0');
    /* A log of requests has one in each row, whatever became of it; others may say in a column that nothing did. */
    gboolean request = title == EVX_COLUMN_REQUESTS && column_with (row, EVX_COLUMN_REQUESTS) < 0 &&
                       column_with (row, EVX_COLUMN_DATE) == date && date >= 0;
    gboolean plain = !kinds && outcome < 0 && recipient < 0 && title != EVX_COLUMN_OTHER;
    if ((plain || request) && dated)
        add_row_event (row, title, date);
}

/* Most of its columns lie under boxes. */
static gboolean
is_blacked (const Row *row)
{
    guint redacted = 0, columns = row->context->open->columns->len;
    for (guint c = 0; c < columns; c++)
        redacted += is_redacted (row, c);
    return 2 * redacted > columns;
}

gboolean
evx_events_of_row (EvxTableContext *context, guint table, guint index)
{
    const EvxRow *evx_row = &g_array_index (context->page->rows, EvxRow, index);
    Row row = { .context = context, .row = evx_row, .table = table, .index = index };
    guint before = context->document->events->len;
    if (!is_log (&row))
        return TRUE;
    int agency = column_with (&row, EVX_COLUMN_AGENCY);
    row.agency = agency >= 0 && !evx_cell_is_empty (value_at (&row, (guint)agency))
                     ? value_at (&row, (guint)agency)
                     : context->document->agency;
    g_autofree char *person = numbers_of (&row);
    row.person = person;
    read_row (&row);
    remember_values (&row);
    return context->document->events->len > before || !is_blacked (&row);
}
