/* The views go over as they are, by COPY; column types are those that their names have everywhere.
 * Source: PostgreSQL 15, "COPY" (text format), "Full Text Search", "pg_trgm". */
#include "publish.h"

#include "index-internal.h"
#include "pieces-internal.h"
#include "postgres-internal.h"
#include "reviews-internal.h"

#include <string.h>

#define COPY_BYTES 65536

typedef struct {
    EvxIndex *index;
    EvxPostgres *postgres;
    PGconn *server;
    const char *schema; /* quoted */
    GString *lines;
} Publish;

/* ---- rows ---------------------------------------------------------------------------------------- */

static const char *
type_of (const char *column)
{
    static const char *const integers[] = { "page", "pages", "words", "line", "start", "end", "count", "year", "number",
                                            "left_number", "right_number", "rows_counted", "table", "row", "size",
                                            "rotation", "redactions", "left_page", "right_page", "position",
                                            "page_offset", NULL };
    static const char *const reals[] = { "x0", "y0", "x1", "y1", "width", "height", "confidence", NULL };
    return g_strv_contains (integers, column) ? "bigint" : g_strv_contains (reals, column) ? "double precision" : "text";
}

static gboolean
flush (Publish *publish, gsize least, GError **error)
{
    if (publish->lines->len < least)
        return TRUE;
    if (PQputCopyData (publish->server, publish->lines->str, (int) publish->lines->len) != 1)
        return evx_postgres_refused (publish->postgres, "the rows", error);
    g_string_truncate (publish->lines, 0);
    return TRUE;
}

static void
add_value (GString *lines, const char *text)
{
    if (text == NULL)
        g_string_append (lines, "\\N");
    for (const char *p = text != NULL ? text : ""; *p != '\0'; p++) {
        if (strchr ("\\\t\n\r", *p) != NULL)
            g_string_append_printf (lines, "\\%c", *p == '\\' ? '\\' : *p == '\t' ? 't' : *p == '\n' ? 'n' : 'r');
        else
            g_string_append_c (lines, *p);
    }
}

static gboolean
end_copy (Publish *publish, GError **error)
{
    if (!flush (publish, 1, error) || PQputCopyEnd (publish->server, NULL) != 1)
        return error != NULL && *error != NULL ? FALSE : evx_postgres_refused (publish->postgres, "the rows", error);
    g_autoptr (PGresult) result = PQgetResult (publish->server);
    gboolean ok = PQresultStatus (result) == PGRES_COMMAND_OK || evx_postgres_refused (publish->postgres, "the rows", error);
    for (PGresult *more; (more = PQgetResult (publish->server)) != NULL;)
        PQclear (more);
    return ok;
}

/* The columns of a table as we name them, or "" if there is none. */
static char *
columns_there (Publish *publish, const char *name, GError **error)
{
    const char *const values[] = { publish->postgres->name, name };
    g_autoptr (PGresult) row = evx_postgres_ask (
        publish->postgres,
        "select coalesce (string_agg ('\"' || column_name || '\" ' || data_type, ', ' order by ordinal_position), '') "
        "from information_schema.columns where table_schema = $1 and table_name = $2",
        G_N_ELEMENTS (values), values, FALSE, name, error);
    return row != NULL && PQntuples (row) == 1 ? g_strdup (PQgetvalue (row, 0, 0)) : NULL;
}

/* A table that is there is emptied, not made anew: who reads it is not held up, and the rights to it and what was
 * built on it stay. */
static gboolean
clear_table (Publish *publish, const char *name, const char *columns, const char *made_of, GError **error)
{
    g_autofree char *there = columns_there (publish, name, error);
    if (there == NULL)
        return FALSE;
    g_autofree char *sql =
        strcmp (there, columns) == 0
            ? g_strdup_printf ("delete from %s.%s", publish->schema, name)
            : g_strdup_printf ("drop table if exists %1$s.%2$s; create table %1$s.%2$s (%3$s)", publish->schema, name,
                               made_of);
    return evx_postgres_tell (publish->postgres, sql, name, error);
}

static char *
columns_of (sqlite3_stmt *rows)
{
    GString *columns = g_string_new (NULL);
    for (int i = 0; i < sqlite3_column_count (rows); i++)
        g_string_append_printf (columns, "%s\"%s\" %s", i > 0 ? ", " : "", sqlite3_column_name (rows, i),
                                type_of (sqlite3_column_name (rows, i)));
    return g_string_free (columns, FALSE);
}

static gboolean
copy_view (Publish *publish, const char *name, GError **error)
{
    g_autoptr (sqlite3_stmt) rows = NULL;
    g_autoptr (GError) failure = NULL;
    g_autofree char *sql = g_strdup_printf ("select * from %s", name);
    if (sqlite3_prepare_v2 (publish->index->db, sql, -1, &rows, NULL) != SQLITE_OK)
        return evx_index_failed (publish->index, error);
    g_autofree char *columns = columns_of (rows);
    g_autofree char *copy = g_strdup_printf ("copy %s.%s from stdin", publish->schema, name);
    if (!clear_table (publish, name, columns, columns, error) ||
        !evx_postgres_tell (publish->postgres, copy, name, error))
        return FALSE;
    while (evx_index_row (publish->index, rows, &failure)) {
        for (int i = 0; i < sqlite3_column_count (rows); i++) {
            if (i > 0)
                g_string_append_c (publish->lines, '\t');
            add_value (publish->lines, evx_index_text (rows, i));
        }
        g_string_append_c (publish->lines, '\n');
        if (!flush (publish, COPY_BYTES, error))
            return FALSE;
    }
    return evx_index_settle (g_steal_pointer (&failure), error) && end_copy (publish, error);
}

#define TEXT_COLUMNS "\"document_id\" text, \"page\" bigint, \"body\" text, \"words\" "
/* A tsvector holds a megabyte at most, and a page must not fail for it. */
#define TEXT_WORDS "tsvector generated always as (to_tsvector ('simple', left (body, 200000))) stored"

static gboolean
copy_text (Publish *publish, GError **error)
{
    g_autoptr (sqlite3_stmt) rows = NULL;
    g_autoptr (GError) failure = NULL;
    g_autofree char *copy = g_strdup_printf ("copy %s.page_text (document_id, page, body) from stdin", publish->schema);
    if (sqlite3_prepare_v2 (publish->index->db, "select document_id, page from pages", -1, &rows, NULL) != SQLITE_OK)
        return evx_index_failed (publish->index, error);
    if (!clear_table (publish, "page_text", TEXT_COLUMNS "tsvector", TEXT_COLUMNS TEXT_WORDS, error) ||
        !evx_postgres_tell (publish->postgres, copy, "page_text", error))
        return FALSE;
    while (evx_index_row (publish->index, rows, &failure)) {
        gint64 number = sqlite3_column_int64 (rows, 1);
        g_autoptr (EvxPage) page = evx_index_page (publish->index, evx_index_text (rows, 0), (guint) number - 1, error);
        if (page == NULL)
            return FALSE;
        add_value (publish->lines, evx_index_text (rows, 0));
        g_string_append_printf (publish->lines, "\t%" G_GINT64_FORMAT "\t", number);
        add_value (publish->lines, page->text->str);
        g_string_append_c (publish->lines, '\n');
        if (!flush (publish, COPY_BYTES, error))
            return FALSE;
    }
    return evx_index_settle (g_steal_pointer (&failure), error) && end_copy (publish, error);
}

/* ---- the whole -------------------------------------------------------------------------------------- */

static gboolean
make_indexes (Publish *publish, GError **error)
{
    g_autofree char *words = g_strdup_printf (
        "create index if not exists page_text_words_idx on %1$s.page_text using gin (words); "
        "create index if not exists mentions_mention_id_idx on %1$s.mentions (mention_id)",
        publish->schema);
    g_autofree char *trigrams = g_strdup_printf (
        "create extension if not exists pg_trgm; "
        "create index if not exists mentions_quote_idx on %s.mentions using gin (quote gin_trgm_ops)",
        publish->schema);
    if (!evx_postgres_tell (publish->postgres, words, "indexes", error) ||
        !evx_postgres_tell (publish->postgres, "savepoint trigrams", "a savepoint", error))
        return FALSE;
    return evx_postgres_tell (publish->postgres, trigrams, "trigrams", NULL) ||
           evx_postgres_tell (publish->postgres, "rollback to savepoint trigrams", "a savepoint", error);
}

/* One publisher at a time in a schema. A schema that is there needs no right to make one. */
static gboolean
begin (Publish *publish, GError **error)
{
    gboolean there = FALSE;
    const char *const name[] = { publish->postgres->name };
    g_autofree char *make = g_strdup_printf ("create schema %s", publish->schema);
    g_autoptr (PGresult) lock = NULL;
    if (!evx_postgres_tell (publish->postgres, "begin", "a transaction", error) ||
        (lock = evx_postgres_ask (publish->postgres, "select pg_advisory_xact_lock (hashtext ('evidex.' || $1))", 1, name,
                                  FALSE, "a lock", error)) == NULL ||
        !evx_postgres_has (publish->postgres, NULL, &there, error))
        return FALSE;
    return there || evx_postgres_tell (publish->postgres, make, "a schema", error);
}

static gboolean
copy_all (Publish *publish, GError **error)
{
    if (!begin (publish, error) || !evx_pieces_publish (publish->index, publish->postgres, error) ||
        !evx_reviews_publish (publish->postgres, publish->index->folder, error))
        return FALSE;
    for (guint i = 0; evx_record_names[i] != NULL; i++)
        if (!copy_view (publish, evx_record_names[i], error))
            return FALSE;
    return copy_text (publish, error) && make_indexes (publish, error) &&
           evx_postgres_tell (publish->postgres, "commit", "the whole", error);
}

/* All that is copied is one state of the index: a read transaction lasts from here to the end. */
static gboolean
hold_still (EvxIndex *index, GError **error)
{
    return evx_index_exec (index, "begin; select count (*) from sqlite_schema", error);
}

gboolean
evx_index_publish (EvxIndex *index, const char *uri, const char *schema, GError **error)
{
    g_autoptr (EvxPostgres) postgres = evx_postgres_open (uri, schema, error);
    if (postgres == NULL || !hold_still (index, error))
        return FALSE;
    g_autoptr (GString) lines = g_string_sized_new (2 * COPY_BYTES);
    Publish publish = { index, postgres, postgres->server, postgres->schema, lines };
    gboolean ok = copy_all (&publish, error);
    evx_index_exec (index, "rollback", NULL);
    return ok;
}
