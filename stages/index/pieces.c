/* The file of the index goes into PostgreSQL as it is, in pieces. Read through SQLite's own handle: to open the
 * file a second time and close it would drop the locks that keep it still.
 * Source: sqlite.org: "Database File Format" (1.3.3), "How To Corrupt An SQLite Database File" (2.2). */
#include "pieces-internal.h"

#include <string.h>

#define MODE_AT 18 /* byte of the file: 1 = one plain file, 2 = a write-ahead log may go with it */
#define MODE_PLAIN 1

#define TABLES                                                                                                     \
    "create table %1$s.index_copy (format bigint not null, schema_version bigint not null, bytes bigint not null, " \
    "piece_bytes bigint not null, sha256 text not null, evidex text not null, published timestamptz not null);"     \
    "create table %1$s.index_piece (n bigint primary key, sha256 text not null, body bytea not null);"              \
    "alter table %1$s.index_piece alter body set storage external" /* it is compressed already */

typedef struct {
    EvxIndex *index;
    EvxPostgres *postgres;
    sqlite3_file *file;
    gint64 bytes;
    GHashTable *there; /* number -> hashes of the piece and of its body, as the server has them */
} Pieces;

/* ---- the file ------------------------------------------------------------------------------------------ */

static gboolean
find_file (Pieces *pieces, GError **error)
{
    sqlite3_int64 bytes = 0;
    if (sqlite3_file_control (pieces->index->db, "main", SQLITE_FCNTL_FILE_POINTER, &pieces->file) != SQLITE_OK ||
        pieces->file->pMethods->xFileSize (pieces->file, &bytes) != SQLITE_OK)
        return evx_index_failed (pieces->index, error);
    pieces->bytes = bytes;
    return TRUE;
}

static gboolean
is_busy (const Pieces *pieces, const guint8 *first, GError **error)
{
    if (first[MODE_AT] == MODE_PLAIN)
        return FALSE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_BUSY,
                 "a run is writing %s, or was killed while it did; let it end (the same `evidex run` again), then publish",
                 pieces->index->folder);
    return TRUE;
}

static GBytes *
read_piece (Pieces *pieces, gint64 n, GError **error)
{
    gint64 at = n * EVX_PIECE_BYTES;
    int length = (int) MIN (EVX_PIECE_BYTES, pieces->bytes - at);
    g_autofree guint8 *data = g_malloc (EVX_PIECE_BYTES);
    if (pieces->file->pMethods->xRead (pieces->file, data, length, at) != SQLITE_OK) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INDEX_DAMAGED, "%s/index.db cannot be read to its end",
                     pieces->index->folder);
        return NULL;
    }
    if (n == 0 && is_busy (pieces, data, error))
        return NULL;
    return g_bytes_new_take (g_steal_pointer (&data), (gsize) length);
}

/* ---- the server ---------------------------------------------------------------------------------------- */

/* Tables that are there stay, with the rights that somebody was given to read them. */
static gboolean
make_tables (EvxPostgres *postgres, GError **error)
{
    gboolean there = FALSE;
    g_autofree char *tables = g_strdup_printf (TABLES, postgres->schema);
    return evx_postgres_has (postgres, "index_piece", &there, error) &&
           (there || evx_postgres_tell (postgres, tables, "tables for the index", error));
}

static gboolean
learn_what_is_there (Pieces *pieces, GError **error)
{
    g_autoptr (PGresult) rows =
        evx_postgres_ask (pieces->postgres, "select n, sha256 || ' ' || encode (sha256 (body), 'hex') from %s.index_piece",
                          0, NULL, FALSE, "the pieces of the index", error);
    if (rows == NULL)
        return FALSE;
    for (int i = 0; i < PQntuples (rows); i++)
        g_hash_table_insert (pieces->there, g_strdup (PQgetvalue (rows, i, 0)), g_strdup (PQgetvalue (rows, i, 1)));
    return TRUE;
}

static gboolean
send_piece (Pieces *pieces, gint64 n, GBytes *piece, GError **error)
{
    g_autoptr (GBytes) body = evx_index_squeeze (piece);
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, n);
    g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, piece);
    g_autofree char *body_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
    g_autofree char *both = g_strjoin (" ", hash, body_hash, NULL);
    if (g_strcmp0 (g_hash_table_lookup (pieces->there, number), both) == 0)
        return TRUE;
    const char *const values[] = { number, hash, g_bytes_get_data (body, NULL) };
    const int lengths[] = { 0, 0, (int) g_bytes_get_size (body) };
    const int binary[] = { 0, 0, 1 };
    g_autofree char *sql = g_strdup_printf ("insert into %s.index_piece (n, sha256, body) values ($1, $2, $3) "
                                            "on conflict (n) do update set sha256 = $2, body = $3",
                                            pieces->postgres->schema);
    g_autoptr (PGresult) result =
        PQexecParams (pieces->postgres->server, sql, G_N_ELEMENTS (values), NULL, values, lengths, binary, 0);
    return PQresultStatus (result) == PGRES_COMMAND_OK ||
           evx_postgres_refused (pieces->postgres, "a piece of the index", error);
}

static gboolean
send_all (Pieces *pieces, GChecksum *whole, GError **error)
{
    for (gint64 n = 0; n * EVX_PIECE_BYTES < pieces->bytes; n++) {
        g_autoptr (GBytes) piece = read_piece (pieces, n, error);
        if (piece == NULL || !send_piece (pieces, n, piece, error))
            return FALSE;
        g_checksum_update (whole, g_bytes_get_data (piece, NULL), (gssize) g_bytes_get_size (piece));
    }
    return TRUE;
}

/* What stands beside the pieces; pieces of a longer index go. */
static gboolean
describe (Pieces *pieces, const char *hash, GError **error)
{
    gint64 n = (pieces->bytes + EVX_PIECE_BYTES - 1) / EVX_PIECE_BYTES;
    g_autofree char *sql = g_strdup_printf (
        "delete from %1$s.index_piece where n >= %2$" G_GINT64_FORMAT "; delete from %1$s.index_copy; "
        "insert into %1$s.index_copy values (%3$d, %4$d, %5$" G_GINT64_FORMAT ", %6$d, '%7$s', '%8$s', now ())",
        pieces->postgres->schema, n, EVX_PIECES_FORMAT, EVX_SCHEMA_VERSION, pieces->bytes, EVX_PIECE_BYTES, hash,
        EVX_VERSION);
    return evx_postgres_tell (pieces->postgres, sql, "the description of the index", error);
}

gboolean
evx_pieces_publish (EvxIndex *index, EvxPostgres *postgres, GError **error)
{
    g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GChecksum) whole = g_checksum_new (G_CHECKSUM_SHA256);
    Pieces pieces = { .index = index, .postgres = postgres, .there = there };
    return find_file (&pieces, error) && make_tables (postgres, error) &&
           learn_what_is_there (&pieces, error) && send_all (&pieces, whole, error) &&
           describe (&pieces, g_checksum_get_string (whole), error);
}
