/* The views go over as they are, by COPY; column types are those that their names have everywhere.
 * Source: PostgreSQL 15, "COPY" (text format), "Full Text Search", "pg_trgm". */
#include "publish.h"

#include "index-internal.h"

#include <libpq-fe.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PGconn, PQfinish)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PGresult, PQclear)

#define COPY_BYTES 65536

typedef struct {
    EvxIndex *index;
    PGconn *server;
    char *schema; /* quoted */
    GString *lines;
} Publish;

static gboolean
refused (Publish *publish, const char *what, GError **error)
{
    g_autofree char *why = g_strchomp (g_strdup (PQerrorMessage (publish->server)));
    g_set_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_READ_ONLY, "PostgreSQL refuses %s: %s", what, why);
    return FALSE;
}

static gboolean
tell (Publish *publish, const char *sql, GError **error)
{
    g_autoptr (PGresult) result = PQexec (publish->server, sql);
    ExecStatusType status = PQresultStatus (result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN ||
           refused (publish, sql, error);
}

/* ---- rows ---------------------------------------------------------------------------------------- */

static const char *
type_of (const char *column)
{
    static const char *const integers[] = { "page", "pages", "words", "line", "start", "end", "count", "year", "number",
                                            "left_number", "right_number", "rows_counted", "table", "row", "size",
                                            "rotation", "redactions", "left_page", "right_page", "position", "doubt",
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
        return refused (publish, "the rows", error);
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
        return error != NULL && *error != NULL ? FALSE : refused (publish, "the rows", error);
    g_autoptr (PGresult) result = PQgetResult (publish->server);
    gboolean ok = PQresultStatus (result) == PGRES_COMMAND_OK || refused (publish, "the rows", error);
    for (PGresult *more; (more = PQgetResult (publish->server)) != NULL;)
        PQclear (more);
    return ok;
}

static gboolean
create_table (Publish *publish, const char *name, sqlite3_stmt *rows, GError **error)
{
    g_autoptr (GString) sql = g_string_new (NULL);
    g_string_printf (sql, "drop table if exists %s.%s; create table %s.%s (", publish->schema, name, publish->schema, name);
    for (int i = 0; i < sqlite3_column_count (rows); i++)
        g_string_append_printf (sql, "%s\"%s\" %s", i > 0 ? ", " : "", sqlite3_column_name (rows, i),
                                type_of (sqlite3_column_name (rows, i)));
    g_string_append_printf (sql, "); copy %s.%s from stdin", publish->schema, name);
    return tell (publish, sql->str, error);
}

static gboolean
copy_view (Publish *publish, const char *name, GError **error)
{
    g_autoptr (sqlite3_stmt) rows = NULL;
    g_autoptr (GError) failure = NULL;
    g_autofree char *sql = g_strdup_printf ("select * from %s", name);
    if (sqlite3_prepare_v2 (publish->index->db, sql, -1, &rows, NULL) != SQLITE_OK)
        return evx_index_failed (publish->index, error);
    if (!create_table (publish, name, rows, error))
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

static gboolean
copy_text (Publish *publish, GError **error)
{
    g_autoptr (sqlite3_stmt) rows = NULL;
    g_autoptr (GError) failure = NULL;
    g_autofree char *sql = g_strdup_printf (
        "drop table if exists %1$s.page_text; create table %1$s.page_text (document_id text, page bigint, body text, "
        "words tsvector generated always as (to_tsvector ('simple', body)) stored); "
        "copy %1$s.page_text (document_id, page, body) from stdin",
        publish->schema);
    if (sqlite3_prepare_v2 (publish->index->db, "select document_id, page from pages", -1, &rows, NULL) != SQLITE_OK)
        return evx_index_failed (publish->index, error);
    if (!tell (publish, sql, error))
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
    g_autofree char *words = g_strdup_printf ("create index on %1$s.page_text using gin (words); "
                                              "create index on %1$s.mentions (mention_id)", publish->schema);
    g_autofree char *trigrams = g_strdup_printf ("create extension if not exists pg_trgm; "
                                                 "create index on %s.mentions using gin (quote gin_trgm_ops)",
                                                 publish->schema);
    if (!tell (publish, words, error) || !tell (publish, "savepoint trigrams", error))
        return FALSE;
    return tell (publish, trigrams, NULL) || tell (publish, "rollback to savepoint trigrams", error);
}

static gboolean
copy_all (Publish *publish, GError **error)
{
    g_autofree char *make = g_strdup_printf ("create schema if not exists %s", publish->schema);
    if (!tell (publish, "begin", error) || !tell (publish, make, error))
        return FALSE;
    for (guint i = 0; evx_record_names[i] != NULL; i++)
        if (!copy_view (publish, evx_record_names[i], error))
            return FALSE;
    return copy_text (publish, error) && make_indexes (publish, error) && tell (publish, "commit", error);
}

static void
ignore_notice (void *user, const char *message)
{
    (void) user;
    (void) message;
}

gboolean
evx_index_publish (EvxIndex *index, const char *uri, const char *schema, GError **error)
{
    g_autoptr (PGconn) server = PQconnectdb (uri);
    if (PQstatus (server) != CONNECTION_OK) {
        g_autofree char *why = g_strchomp (g_strdup (PQerrorMessage (server)));
        g_set_error (error, EVX_ERROR, EVX_ERROR_UNREADABLE, "no connection to PostgreSQL: %s", why);
        return FALSE;
    }
    PQsetClientEncoding (server, "UTF8");
    PQsetNoticeProcessor (server, ignore_notice, NULL); /* "does not exist, skipping" */
    char *quoted = PQescapeIdentifier (server, schema, strlen (schema));
    g_autoptr (GString) lines = g_string_sized_new (2 * COPY_BYTES);
    Publish publish = { index, server, quoted, lines };
    gboolean ok = copy_all (&publish, error);
    PQfreemem (quoted);
    return ok;
}
