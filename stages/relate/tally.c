/* Events are sorted once into one list for each agency and kind, copies side by side; a count is
 * then a walk over the part of the list that lies in the period. */
#include "tally.h"

#include "../document/dates.h"
#include "../document/sketch.h"

#include <string.h>

typedef struct {
    guint32 day;          /* 0 = not known */
    const char *identity; /* the same for the same event in two documents */
    const char *person;   /* its first number; before identify, all of them */
    EvxRowRef row;
    guint16 doubt;
    gboolean form; /* a page, not a row */
    gint year;
} Entry;

/* Days that a log covers: those that it says, else those from its first row to its last. */
typedef struct {
    guint document;
    guint32 first, last; /* days since the year 1 */
    gboolean said;
} Span;

typedef struct {
    GArray *entries; /* Entry, by day, identity, document */
    GArray *spans;   /* Span, by first day */
    guint32 first_said, last_said;
    gboolean says_period, incomplete, scanned;
    gboolean logged; /* a log has rows of this kind */
} List;

struct _EvxTally {
    GHashTable *lists; /* "agency\nwhat" -> List */
    GStringChunk *strings;
    EvxAgencies *agencies;
    GHashTable *persons; /* scratch */
};

static void
list_free (gpointer data)
{
    List *list = data;
    g_array_unref (list->entries);
    g_array_unref (list->spans);
    g_free (list);
}

static List *
list_for (EvxTally *tally, const char *agency, const char *what)
{
    char *key = g_strdup_printf ("%s\n%s", agency, what);
    List *list = g_hash_table_lookup (tally->lists, key);
    if (list != NULL) {
        g_free (key);
        return list;
    }
    list = g_new0 (List, 1);
    list->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    list->spans = g_array_new (FALSE, FALSE, sizeof (Span));
    g_hash_table_insert (tally->lists, key, list);
    return list;
}

/* Without a number a row is itself alone, and the same row of a copy of its document. */
static const char *
identity_of_row (EvxTally *tally, const EvxDocument *document, const EvxEvent *event)
{
    g_autofree char *identity =
        g_strdup_printf ("%s %u %d %d", document->near_group ? document->near_group : document->id,
                         event->page, event->table, event->row);
    return g_string_chunk_insert_const (tally->strings, identity);
}

/* A number without its marks and without the suffix that tells the cases of one booking:
 * "200199-01". */
static char *
bare_number (const char *number)
{
    gsize length = strlen (number);
    gboolean suffix = length > 6 && number[length - 3] == '-' &&
                      g_ascii_isdigit (number[length - 2]) && g_ascii_isdigit (number[length - 1]);
    GString *bare = g_string_new (NULL);
    for (gsize i = 0; i < length - (suffix ? 3 : 0); i++)
        if (g_ascii_isalnum (number[i]))
            g_string_append_c (bare, g_ascii_toupper (number[i]));
    return g_string_free (bare, FALSE);
}

/* Rows of one day that share a number, be it of the person or of the booking, are one event. */
static void
identify (EvxTally *tally, Entry *entry, GHashTable *identities)
{
    g_auto (GStrv) numbers = g_strsplit (entry->person, " / ", -1);
    const char *identity = NULL;
    for (guint i = 0; numbers[i] != NULL; i++) {
        char *bare = bare_number (numbers[i]);
        g_free (numbers[i]);
        numbers[i] = bare;
        if (identity == NULL)
            identity = g_hash_table_lookup (identities, bare);
    }
    if (identity == NULL)
        identity = g_string_chunk_insert_const (tally->strings, numbers[0]);
    entry->identity = identity;
    entry->person = g_string_chunk_insert_const (tally->strings, numbers[0]);
    for (guint i = 0; numbers[i] != NULL; i++)
        g_hash_table_insert (identities,
                             (gpointer)g_string_chunk_insert_const (tally->strings, numbers[i]),
                             (gpointer)identity);
}

static void
identify_all (EvxTally *tally, GArray *entries)
{
    g_autoptr (GHashTable) identities = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < entries->len; i++) {
        Entry *entry = &g_array_index (entries, Entry, i);
        if (i > 0 && entry->day != g_array_index (entries, Entry, i - 1).day)
            g_hash_table_remove_all (identities);
        if (entry->person != NULL)
            identify (tally, entry, identities);
    }
}

/* ---- what the logs cover -------------------------------------------------------------------- */

enum { QUIET_DAYS = 15 }; /* before the first row and after the last of a log that does not say what it covers */

static guint32
days_of (guint32 date)
{
    GDate day;
    guint32 month = CLAMP (date / 100 % 100, 1, 12), year = CLAMP (date / 10000, 1, 9999);
    g_date_clear (&day, 1);
    g_date_set_dmy (&day, 1, (GDateMonth)month, (GDateYear)year);
    return g_date_get_julian (&day) + MIN (MAX (date % 100, 1), g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year)) - 1;
}

static void
add_span (List *list, guint document, const GArray *sketch, guint32 day)
{
    guint32 first, last;
    gboolean said = evx_sketch_cover (sketch, &first, &last);
    Span *open = list->spans->len > 0 ? &g_array_index (list->spans, Span, list->spans->len - 1) : NULL;
    if (!said && day == 0)
        return;
    Span span = { document, days_of (said ? first : day), days_of (said ? last : day), said };
    if (open == NULL || open->document != document) {
        g_array_append_val (list->spans, span);
    } else if (!said) {
        open->first = MIN (open->first, span.first);
        open->last = MAX (open->last, span.last);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
    const Span *x = a, *y = b;
    return x->first != y->first ? (x->first < y->first ? -1 : 1) : (x->last > y->last) - (x->last < y->last);
}

/* The logs together leave no day of the period out. */
static gboolean
is_covered (const List *list, guint32 first_day, guint32 last_day)
{
    guint32 next = days_of (first_day), end = days_of (last_day);
    for (guint i = 0; i < list->spans->len && next <= end; i++) {
        const Span *span = &g_array_index (list->spans, Span, i);
        guint32 quiet = span->said ? 0 : QUIET_DAYS;
        if (span->first <= next + quiet)
            next = MAX (next, span->last + quiet + 1);
    }
    return next > end;
}

static void
add_event (EvxTally *tally, const EvxCollection *collection, guint d, guint e)
{
    const EvxDocument *document = collection->documents->pdata[d];
    const EvxEvent *event = &g_array_index (document->events, EvxEvent, e);
    const char *agency = evx_agencies_key (tally->agencies, d, event->agency ? event->agency : document->agency);
    List *list = list_for (tally, agency, event->kind);
    Entry entry = {
        .day = evx_date_number (event->date),
        .identity = identity_of_row (tally, document, event),
        .person = event->person,
        .row = { d, e },
        .doubt = event->doubt,
        .form = event->table == EVX_NONE,
        .year = event->year,
    };
    g_array_append_val (list->entries, entry);
    guint32 first, last;
    if (!entry.form)
        add_span (list, d, document->sketch, entry.day);
    list->logged |= !entry.form;
    list->incomplete |= document->status == EVX_STATUS_PARTIAL;
    list->scanned |= document->origin != NULL && strcmp (document->origin, "born_digital") != 0;
    if (evx_sketch_cover (document->sketch, &first, &last)) {
        list->first_said = list->says_period ? MIN (list->first_said, first) : first;
        list->last_said = list->says_period ? MAX (list->last_said, last) : last;
        list->says_period = TRUE;
    }
}

/* By day, then in order of the documents. */
static int
compare_days (gconstpointer a, gconstpointer b)
{
    const Entry *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    if (x->row.document != y->row.document)
        return x->row.document < y->row.document ? -1 : 1;
    return x->row.event < y->row.event ? -1 : x->row.event > y->row.event;
}

/* By day, then by event, then in order of the documents. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
    const Entry *x = a, *y = b;
    int order = x->day == y->day ? strcmp (x->identity, y->identity) : 0;
    return order != 0 ? order : compare_days (a, b);
}

static void
sort_entries (EvxTally *tally, GArray *entries)
{
    g_array_sort (entries, compare_days);
    identify_all (tally, entries);
    g_array_sort (entries, compare_entries);
}

static void
sort_list (EvxTally *tally, List *list)
{
    sort_entries (tally, list->entries);
    g_array_sort (list->spans, compare_spans);
}

EvxTally *
evx_tally_new (const EvxCollection *collection)
{
    EvxTally *tally = g_new0 (EvxTally, 1);
    tally->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, list_free);
    tally->strings = g_string_chunk_new (4096);
    tally->agencies = evx_agencies_new (collection);
    tally->persons = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint d = 0; d < collection->documents->len; d++) {
        const EvxDocument *document = collection->documents->pdata[d];
        for (guint e = 0; e < document->events->len; e++)
            add_event (tally, collection, d, e);
    }
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, tally->lists);
    while (g_hash_table_iter_next (&iter, NULL, &value))
        sort_list (tally, value);
    return tally;
}

void
evx_tally_free (EvxTally *tally)
{
    if (tally == NULL)
        return;
    g_hash_table_unref (tally->lists);
    g_hash_table_unref (tally->persons);
    g_string_chunk_free (tally->strings);
    evx_agencies_free (tally->agencies);
    g_free (tally);
}

EvxAgencies *
evx_tally_agencies (EvxTally *tally)
{
    return tally->agencies;
}

/* The first entry whose day is not before @day. */
static guint
first_from (const GArray *entries, guint32 day)
{
    guint low = 0, high = entries->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index (entries, Entry, middle).day < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Undated rows stand first in the list. */
static void
count_undated (const List *list, guint32 first_day, guint32 last_day, EvxTallied *tallied)
{
    const char *before = NULL;
    for (guint i = 0; i < list->entries->len; i++) {
        const Entry *entry = &g_array_index (list->entries, Entry, i);
        if (entry->day != 0)
            break;
        gboolean elsewhere = entry->year != EVX_NONE && (entry->year < (gint)(first_day / 10000) ||
                                                         entry->year > (gint)(last_day / 10000));
        if (!elsewhere && (before == NULL || strcmp (before, entry->identity) != 0))
            tallied->undated++;
        before = entry->identity;
    }
}

/* A form beside a log may be one of its rows, where they bear no number in common. */
static gboolean
is_doubtful (const List *list, const Entry *entry)
{
    return entry->doubt != 0 || (entry->form && list->logged);
}

void
evx_tallied_clear (EvxTallied *tallied)
{
    g_clear_pointer (&tallied->rows, g_array_unref);
}

gboolean
evx_tally_count (EvxTally *tally, const char *agency, const char *what, guint32 first_day,
                 guint32 last_day, EvxTallied *tallied)
{
    g_autofree char *key = g_strdup_printf ("%s\n%s", agency, what);
    const List *list = g_hash_table_lookup (tally->lists, key);
    *tallied = (EvxTallied){ 0 };
    if (list == NULL)
        return FALSE;
    g_hash_table_remove_all (tally->persons);
    tallied->rows = g_array_new (FALSE, FALSE, sizeof (EvxRowRef));
    gboolean all_numbered = TRUE, settled = FALSE; /* a row of the event before is in no doubt */
    const Entry *before = NULL;
    for (guint i = first_from (list->entries, MAX (first_day, 1)); i < list->entries->len; i++) {
        const Entry *entry = &g_array_index (list->entries, Entry, i);
        if (entry->day > last_day)
            break;
        if (before != NULL && before->day == entry->day &&
            strcmp (before->identity, entry->identity) == 0) {
            tallied->copies++;
            tallied->doubtful -= is_doubtful (list, before) && !is_doubtful (list, entry) && !settled;
            settled |= !is_doubtful (list, entry);
            continue;
        }
        before = entry;
        settled = !is_doubtful (list, entry);
        tallied->events++;
        tallied->doubtful += !settled;
        tallied->first_day = tallied->events == 1 ? entry->day : tallied->first_day;
        tallied->last_day = entry->day;
        g_array_append_val (tallied->rows, entry->row);
        all_numbered &= entry->person != NULL;
        if (entry->person != NULL)
            g_hash_table_add (tally->persons, (gpointer)entry->person);
    }
    tallied->persons = all_numbered ? g_hash_table_size (tally->persons) : 0;
    tallied->incomplete = list->incomplete;
    tallied->scanned = list->scanned;
    tallied->says_period = list->says_period;
    tallied->covered = is_covered (list, first_day, last_day);
    if (list->says_period) {
        tallied->first_day =
            tallied->events > 0 ? MIN (tallied->first_day, list->first_said) : list->first_said;
        tallied->last_day = MAX (tallied->last_day, list->last_said);
    }
    count_undated (list, first_day, last_day, tallied);
    return TRUE;
}
