/* What publish.c, pieces.c and shared.c share: a PostgreSQL server, its errors in our words. */
#pragma once

#include <glib.h>
#include <libpq-fe.h>

#include "../error.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PGconn, PQfinish)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PGresult, PQclear)

typedef struct {
    PGconn *server;
    char *name;   /* of the schema, plain */
    char *schema; /* quoted, for SQL */
} EvxPostgres;

/**
 * evx_postgres_open:
 * @address: postgresql://… as libpq takes it (password from there, PGPASSWORD, ~/.pgpass or a service file),
 *           and besides ?schema=NAME
 * @schema:  (nullable): goes before the one in @address; where both lack, it is "evidex"
 *
 * Returns: (transfer full): NULL with EVX_ERROR_USAGE (no address) or EVX_ERROR_SERVER (cannot be reached). No
 * message repeats a password.
 */
EvxPostgres *evx_postgres_open (const char *address, const char *schema, GError **error);
void evx_postgres_close (EvxPostgres *postgres);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxPostgres, evx_postgres_close)

/** Runs @sql, which may be several statements. FALSE with EVX_ERROR_SERVER; @what says in the message what was
 * wanted: "PostgreSQL refuses WHAT: reason". */
gboolean evx_postgres_tell (EvxPostgres *postgres, const char *sql, const char *what, GError **error);

/**
 * evx_postgres_ask:
 * @format: one statement, %s where the quoted schema stands
 * @n:      how many @values go in for $1, $2 …; text, NULL = null
 * @binary: columns as bytes instead of text
 *
 * Returns: (transfer full): its rows; NULL with EVX_ERROR_SERVER.
 */
PGresult *evx_postgres_ask (EvxPostgres *postgres, const char *format, int n, const char *const *values,
                            gboolean binary, const char *what, GError **error);

/** *there: is there a relation @name in the schema? NULL: is there the schema? */
gboolean evx_postgres_has (EvxPostgres *postgres, const char *name, gboolean *there, GError **error);

/** Sets @error from what the server said last. Returns: FALSE. */
gboolean evx_postgres_refused (EvxPostgres *postgres, const char *what, GError **error);

G_END_DECLS
