/* The rows of the views, and what full-text search finds: whatever is read as records, not as the data
 * that travels between stages. */
#include "index-internal.h"

#include <string.h>

const char *const evx_record_names[] = { "documents", "pages", "mentions", "claims",
                                         "findings", "table_rows", "failures", NULL };

/* Whole text of each query; the order makes exports the same whatever order pages came in. */
static const struct {
    const char *name, *sql;
} queries[] = {
    { "documents", "select * from documents order by replace (file, '/', char (1)), document_id" },
    { "pages", "select * from pages order by file, page" },
    { "mentions", "select * from mentions order by file, page, page_offset, mention_id" },
    { "claims", "select * from claims order by file, page, y0, x0, claim_id" },
    { "findings", "select * from findings order by position" },
    { "table_rows", "select * from table_rows order by file, page, \"table\", \"row\"" },
    { "failures", "select * from failures order by file, page, code" },
    { "tables", "select * from tables order by file, page, \"table\"" },
    { "events", "select * from events order by file, page, \"table\", \"row\", event_id" },
    { "redactions", "select * from redactions order by file, page, y0, x0" },
    { "log", "select * from log order by seq" },
    { "years", "select * from years order by year, kind" },
    { "reviews", "select r.mention_id, r.verdict, r.reviewer, r.reason, r.at, m.citation, m.kind, m.assertion, m.quote "
                 "from temp.review r left join mentions m on m.mention_id = r.mention_id order by r.seq" },
};

const char *
evx_index_record_name (const EvxIndex *index, guint i)
{
    guint n = G_N_ELEMENTS (evx_record_names) - 1;
    return i < n ? evx_record_names[i] : i == n && index->n_reviews > 0 ? "reviews" : NULL;
}

#define MENTION_FILTER                                                                             \
    "(?1 is null or kind = ?1) and (?2 is null or sense = ?2) and (?3 is null or assertion = ?3) " \
    "and (?4 is null or instr (lower (agency), lower (?4))) "                                      \
    "and (?7 is null or year = ?7) and (?8 or evidential in (1, 'true'))"
#define DOCUMENT_FILTER(type) \
    "(?5 is null or instr (lower (file), lower (?5))) and (?6 is null or " type " = ?6)"

/* ---- one record -------------------------------------------------------------------------------- */

static const EvxValue *
value_of (const EvxRecord *record, const char *name)
{
    for (guint i = 0; i < record->n; i++)
        if (strcmp (record->names[i], name) == 0)
            return &record->values[i];
    return NULL;
}

const char *
evx_record_text (const EvxRecord *record, const char *name)
{
    const EvxValue *value = value_of (record, name);
    return value != NULL ? value->text : NULL;
}

gint64
evx_record_integer (const EvxRecord *record, const char *name)
{
    const EvxValue *value = value_of (record, name);
    return value != NULL && value->type == EVX_VALUE_INTEGER ? value->integer : EVX_NONE;
}

double
evx_record_real (const EvxRecord *record, const char *name)
{
    const EvxValue *value = value_of (record, name);
    return value != NULL ? value->real : 0;
}

static EvxValue
column_value (sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type (row, column)) {
    case SQLITE_NULL:
        return (EvxValue){ .type = EVX_VALUE_NULL };
    case SQLITE_INTEGER:
        return (EvxValue){ .type = EVX_VALUE_INTEGER,
                           .integer = sqlite3_column_int64 (row, column),
                           .real = sqlite3_column_double (row, column) };
    case SQLITE_FLOAT:
        return (EvxValue){ .type = EVX_VALUE_REAL, .real = sqlite3_column_double (row, column) };
    default:
        return (EvxValue){ .type = EVX_VALUE_TEXT, .text = evx_index_text (row, column) };
    }
}

/* SQLite keeps whatever bytes it is given, and a disk may change them: a reader that walks UTF-8 would run
 * over the end of a text that breaks off within a character. */
static void
mend_text (EvxValue *value, GPtrArray *mended)
{
    if (value->type != EVX_VALUE_TEXT || value->text == NULL || g_utf8_validate (value->text, -1, NULL))
        return;
    char *valid = g_utf8_make_valid (value->text, -1);
    g_ptr_array_add (mended, valid);
    value->text = valid;
}

static gboolean
give_record (sqlite3_stmt *row, EvxRecordFunc each, gpointer user, GError **error)
{
    guint n = (guint) sqlite3_column_count (row);
    g_autofree const char **names = g_new (const char *, n);
    g_autofree EvxValue *values = g_new (EvxValue, n);
    g_autoptr (GPtrArray) mended = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < n; i++) {
        names[i] = sqlite3_column_name (row, (int) i);
        values[i] = column_value (row, (int) i);
        mend_text (&values[i], mended);
    }
    EvxRecord record = { n, names, values };
    return each (&record, user, error);
}

/* ---- many records ---------------------------------------------------------------------------------- */

/* A statement that the callback cannot reset by asking the index something else. */
static sqlite3_stmt *
own_statement (EvxIndex *index, const char *sql, GError **error)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2 (index->db, sql, -1, &statement, NULL) != SQLITE_OK)
        evx_index_failed (index, error);
    return statement;
}

static gboolean
give_records (EvxIndex *index, sqlite3_stmt *row, EvxRecordFunc each, gpointer user, GError **error)
{
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure) && give_record (row, each, user, &failure))
        ;
    return evx_index_settle (g_steal_pointer (&failure), error);
}

static sqlite3_stmt *
record_statement (EvxIndex *index, const char *name, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
        if (strcmp (queries[i].name, name) == 0)
            return own_statement (index, queries[i].sql, error);
    g_return_val_if_reached (NULL);
}

gboolean
evx_index_records (EvxIndex *index, const char *name, EvxRecordFunc each, gpointer user, GError **error)
{
    g_autoptr (sqlite3_stmt) row = record_statement (index, name, error);
    return row != NULL && give_records (index, row, each, user, error);
}

gboolean
evx_index_finding_rows (EvxIndex *index, const char *finding_id, EvxRecordFunc each, gpointer user,
                        GError **error)
{
    g_autoptr (sqlite3_stmt) row = own_statement (
        index,
        "select distinct r.n, v.* from finding f join finding_row r on r.finding = f.n "
        "join event e on e.doc = r.doc and e.n = r.event join document d on d.doc = e.doc "
        "join events v on v.document_id = d.document_id and v.event_id = e.event_id "
        "and v.page = e.page + 1 and v.\"row\" is e.\"row\" + 1 where f.finding_id = ?1 order by r.n",
        error);
    if (row == NULL)
        return FALSE;
    sqlite3_bind_text (row, 1, finding_id, -1, SQLITE_TRANSIENT);
    return give_records (index, row, each, user, error);
}

gboolean
evx_index_columns (EvxIndex *index, const char *name, EvxRecordFunc each, gpointer user, GError **error)
{
    g_autoptr (sqlite3_stmt) row = record_statement (index, name, error);
    return row != NULL && give_record (row, each, user, error); /* not stepped: every value is NULL */
}

gboolean
evx_filter_needs_mention (const EvxFilter *filter)
{
    return filter->kind != NULL || filter->sense != NULL || filter->assertion != NULL ||
           filter->agency != NULL || filter->year != EVX_NONE;
}

/* Parameters 1 to 8 of the two filters. */
static void
bind_filter (sqlite3_stmt *statement, const EvxFilter *filter)
{
    evx_index_bind (statement, "ssssssni", filter->kind, filter->sense, filter->assertion,
                    filter->agency, filter->file, filter->type, (gint64) filter->year,
                    (gint64) (filter->distractors || filter->sense != NULL));
}

gboolean
evx_index_mentions (EvxIndex *index, const EvxFilter *filter, EvxRecordFunc each, gpointer user,
                    GError **error)
{
    g_autoptr (sqlite3_stmt) row = own_statement (
        index,
        "select * from mentions where " MENTION_FILTER " and " DOCUMENT_FILTER ("document_type")
        " order by file, page, page_offset, mention_id",
        error);
    if (row == NULL)
        return FALSE;
    bind_filter (row, filter);
    return give_records (index, row, each, user, error);
}

gboolean
evx_index_page_mentions (EvxIndex *index, const char *document_id, guint page, const EvxFilter *filter,
                         EvxRecordFunc each, gpointer user, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select * from mentions where document_id = ?9 and page = ?10 and " MENTION_FILTER
        " order by page_offset, mention_id",
        error);
    if (row == NULL)
        return FALSE;
    bind_filter (row, filter);
    sqlite3_bind_text (row, 9, document_id, -1, SQLITE_STATIC);
    sqlite3_bind_int64 (row, 10, (gint64) page + 1);
    gboolean done = give_records (index, row, each, user, error);
    sqlite3_reset (row);
    return done;
}

#define LEAST_OF_ID 4u

gboolean
evx_index_mention (EvxIndex *index, const char *mention_id, EvxRecordFunc each, gpointer user,
                   GError **error)
{
    if (strlen (mention_id) < LEAST_OF_ID) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "'%s' is too short for the id of a mention; give %u characters or more", mention_id, LEAST_OF_ID);
        return FALSE;
    }
    g_autoptr (sqlite3_stmt) row = own_statement (
        index,
        "select * from mentions where mention_id >= ?1 and mention_id < ?1 || 'g' "
        "order by mention_id limit 2",
        error);
    if (row == NULL)
        return FALSE;
    evx_index_bind (row, "s", mention_id);
    g_autoptr (GError) failure = NULL;
    if (!evx_index_row (index, row, &failure)) {
        if (failure == NULL)
            g_set_error (&failure, EVX_ERROR, EVX_ERROR_NOT_FOUND,
                         "there is no mention %s; ids stand in the column mention_id", mention_id);
        return evx_index_settle (g_steal_pointer (&failure), error);
    }
    g_autofree char *first = g_strdup (evx_index_text (row, 0));
    if (evx_index_row (index, row, &failure) && g_strcmp0 (evx_index_text (row, 0), first) != 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "more than one mention begins with %s; give more digits", mention_id);
        return FALSE;
    }
    if (failure != NULL)
        return evx_index_settle (g_steal_pointer (&failure), error);
    sqlite3_reset (row);
    return evx_index_row (index, row, error) && give_record (row, each, user, error);
}

/* ---- full-text search -------------------------------------------------------------------------------- */

gboolean
evx_index_bates_is_shared (EvxIndex *index, const char *bates, const char *document_id, gboolean *shared,
                           GError **error)
{
    *shared = FALSE;
    if (bates == NULL)
        return TRUE;
    sqlite3_stmt *row = evx_index_statement (index,
                                             "select 1 from page p join document d using (doc) "
                                             "where p.bates = ?1 and d.document_id <> ?2 limit 1",
                                             error);
    if (row == NULL)
        return FALSE;
    sqlite3_bind_text (row, 1, bates, -1, SQLITE_STATIC);
    sqlite3_bind_text (row, 2, document_id, -1, SQLITE_STATIC);
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure))
        *shared = TRUE;
    return evx_index_settle (g_steal_pointer (&failure), error);
}

#define SEARCH_FROM                                                                                \
    "select d.document_id, d.file, d.type, p.bates, p.page from page_words w "                     \
    "join page p on p.page_id = w.rowid join document d using (doc) where page_words match ?9 and " \
    DOCUMENT_FILTER ("d.type")
#define SEARCH_ORDER " order by rank, d.file, p.page"

gboolean
evx_index_search (EvxIndex *index, const char *match, const EvxFilter *filter, EvxPageHitFunc each,
                  gpointer user, GError **error)
{
    g_autoptr (sqlite3_stmt) row = own_statement (
        index,
        evx_filter_needs_mention (filter)
            ? SEARCH_FROM " and exists (select 1 from mention m where m.page_id = p.page_id and "
              MENTION_FILTER ")" SEARCH_ORDER
            : SEARCH_FROM SEARCH_ORDER,
        error);
    if (row == NULL)
        return FALSE;
    bind_filter (row, filter);
    sqlite3_bind_text (row, 9, match, -1, SQLITE_STATIC);
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure)) {
        EvxPageHit hit = { .document_id = evx_index_text (row, 0),
                           .file = evx_index_text (row, 1),
                           .document_type = evx_index_text (row, 2),
                           .bates = evx_index_text (row, 3),
                           .page = (guint) sqlite3_column_int (row, 4) };
        if (!each (&hit, user, &failure))
            break;
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

gboolean
evx_index_vocabulary (EvxIndex *index, EvxWordFunc each, gpointer user, GError **error)
{
    sqlite3_stmt *row =
        evx_index_statement (index, "select term, doc from page_vocabulary", error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure))
        each (evx_index_text (row, 0), sqlite3_column_int64 (row, 1), user);
    return evx_index_settle (g_steal_pointer (&failure), error);
}

/* ---- the file itself ------------------------------------------------------------------------------------ */

gboolean
evx_index_check (EvxIndex *index, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (index, "pragma quick_check (1)", error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    gboolean good = evx_index_row (index, row, &failure) &&
                    g_strcmp0 (evx_index_text (row, 0), "ok") == 0;
    if (!good && failure == NULL)
        g_set_error (&failure, EVX_ERROR, EVX_ERROR_INDEX_DAMAGED, "%s/index.db is damaged: %s",
                     index->folder, evx_index_text (row, 0));
    sqlite3_reset (row);
    return evx_index_settle (g_steal_pointer (&failure), error);
}
