/* A PostgreSQL server: connecting and asking; its errors become ours here.
 * Source: PostgreSQL 15, chapter 34 "libpq - C Library". */
#include "postgres-internal.h"

#include "address.h"

#include <string.h>

#define CONNECT_S "20" /* a host that does not answer; libpq would wait for minutes */

/* On one line: "ERROR:  no; DETAIL:  none". */
static char *
message_of (PGconn *server)
{
    g_autofree char *message = g_strchomp (g_strdup (PQerrorMessage (server)));
    g_auto (GStrv) lines = g_strsplit (message, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
        g_strstrip (lines[i]);
    return g_strjoinv ("; ", lines);
}

gboolean
evx_postgres_refused (EvxPostgres *postgres, const char *what, GError **error)
{
    g_autofree char *why = message_of (postgres->server);
    gboolean gone = PQstatus (postgres->server) != CONNECTION_OK;
    g_set_error (error, EVX_ERROR, EVX_ERROR_SERVER, "PostgreSQL %s %s: %s", gone ? "went away during" : "refuses",
                 what, why);
    return FALSE;
}

gboolean
evx_postgres_tell (EvxPostgres *postgres, const char *sql, const char *what, GError **error)
{
    g_autoptr (PGresult) result = PQexec (postgres->server, sql);
    ExecStatusType status = PQresultStatus (result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN ||
           evx_postgres_refused (postgres, what, error);
}

PGresult *
evx_postgres_ask (EvxPostgres *postgres, const char *format, int n, const char *const *values, gboolean binary,
                  const char *what, GError **error)
{
    g_autoptr (GString) sql = g_string_new (format);
    g_string_replace (sql, "%s", postgres->schema, 0);
    g_autoptr (PGresult) result =
        PQexecParams (postgres->server, sql->str, n, NULL, values, NULL, NULL, binary ? 1 : 0);
    if (PQresultStatus (result) == PGRES_TUPLES_OK || PQresultStatus (result) == PGRES_COMMAND_OK)
        return g_steal_pointer (&result);
    evx_postgres_refused (postgres, what, error);
    return NULL;
}

gboolean
evx_postgres_has (EvxPostgres *postgres, const char *name, gboolean *there, GError **error)
{
    const char *const values[] = { postgres->name, name };
    g_autoptr (PGresult) row =
        evx_postgres_ask (postgres,
                          "select 1 from pg_namespace s where s.nspname = $1 and ($2::text is null or exists "
                          "(select 1 from pg_class c where c.relnamespace = s.oid and c.relname = $2))",
                          G_N_ELEMENTS (values), values, FALSE, "a look at what is there", error);
    if (row == NULL)
        return FALSE;
    *there = PQntuples (row) > 0;
    return TRUE;
}

static void
ignore_notice (void *user, const char *message) /* "already exists, skipping" */
{
    (void) user;
    (void) message;
}

static PGconn *
connect_to (const char *conninfo)
{
    const char *limit = g_getenv ("PGCONNECT_TIMEOUT");
    const char *const names[] = { "connect_timeout", "fallback_application_name", "dbname", NULL };
    const char *const values[] = { limit != NULL ? limit : CONNECT_S, "evidex", conninfo, NULL };
    PGconn *server = PQconnectdbParams (names, values, 1); /* what stands in the address goes before */
    PQsetClientEncoding (server, "UTF8");
    PQsetNoticeProcessor (server, ignore_notice, NULL);
    return server;
}

EvxPostgres *
evx_postgres_open (const char *address, const char *schema, GError **error)
{
    g_autofree char *conninfo = NULL, *named = NULL;
    if (!evx_address_split (address, &conninfo, &named, error))
        return NULL;
    const char *name = schema != NULL ? schema : named != NULL ? named : "evidex";
    if (*name == '\0' || !g_utf8_validate (name, -1, NULL)) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE, "the schema needs a name");
        return NULL;
    }
    g_autoptr (PGconn) server = connect_to (conninfo);
    if (PQstatus (server) != CONNECTION_OK) {
        g_autofree char *why = message_of (server);
        g_set_error (error, EVX_ERROR, EVX_ERROR_SERVER, "no connection to PostgreSQL: %s", why);
        return NULL;
    }
    EvxPostgres *postgres = g_new0 (EvxPostgres, 1);
    postgres->server = g_steal_pointer (&server);
    postgres->name = g_strdup (name);
    postgres->schema = PQescapeIdentifier (postgres->server, name, strlen (name));
    return postgres;
}

void
evx_postgres_close (EvxPostgres *postgres)
{
    if (postgres == NULL)
        return;
    PQfreemem (postgres->schema);
    PQfinish (postgres->server);
    g_free (postgres->name);
    g_free (postgres);
}
