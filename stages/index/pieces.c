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
    gint64 bytes, n; /* of the file; pieces */
} Pieces;

/* A piece as it stands in its table. */
typedef struct {
    char *number, *hash;
    GBytes *body;
} Piece;

/* ---- the file ------------------------------------------------------------------------------------------ */

static gboolean
find_file (Pieces *pieces, GError **error)
{
    sqlite3_int64 bytes = 0;
    if (sqlite3_file_control (pieces->index->db, "main", SQLITE_FCNTL_FILE_POINTER, &pieces->file) != SQLITE_OK ||
        pieces->file->pMethods->xFileSize (pieces->file, &bytes) != SQLITE_OK)
        return evx_index_failed (pieces->index, error);
    pieces->bytes = bytes;
    pieces->n = (bytes + EVX_PIECE_BYTES - 1) / EVX_PIECE_BYTES;
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

static void
free_piece (gpointer data)
{
    Piece *piece = data;
    g_free (piece->number);
    g_free (piece->hash);
    g_bytes_unref (piece->body);
    g_free (piece);
}

/* number -> "HASH HASH": of the piece, as its row says, and of its body, as the server computes it. */
static GHashTable *
hashes_there (Pieces *pieces, gint64 first, GError **error)
{
    g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, first);
    g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, first + EVX_PIECES_AT_ONCE);
    const char *const values[] = { from, to };
    g_autoptr (PGresult) rows = evx_postgres_ask (pieces->postgres,
                                                  "select n, sha256 || ' ' || encode (sha256 (body), 'hex') "
                                                  "from %s.index_piece where n >= $1 and n < $2",
                                                  G_N_ELEMENTS (values), values, FALSE, "the pieces of the index", error);
    if (rows == NULL)
        return NULL;
    GHashTable *there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    for (int i = 0; i < PQntuples (rows); i++)
        g_hash_table_insert (there, g_strdup (PQgetvalue (rows, i, 0)), g_strdup (PQgetvalue (rows, i, 1)));
    return there;
}

static gboolean
stands_there (const Piece *piece, GHashTable *there)
{
    g_autofree char *body = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, piece->body);
    g_autofree char *both = g_strjoin (" ", piece->hash, body, NULL);
    return g_strcmp0 (g_hash_table_lookup (there, piece->number), both) == 0;
}

static gboolean
send (Pieces *pieces, GPtrArray *lacking, GError **error)
{
    const char *values[3 * EVX_PIECES_AT_ONCE];
    int lengths[3 * EVX_PIECES_AT_ONCE] = { 0 }, binary[3 * EVX_PIECES_AT_ONCE] = { 0 };
    g_autoptr (GString) sql = g_string_new (NULL);
    if (lacking->len == 0)
        return TRUE;
    g_string_printf (sql, "insert into %s.index_piece (n, sha256, body) values ", pieces->postgres->schema);
    for (guint i = 0; i < lacking->len; i++) {
        const Piece *piece = lacking->pdata[i];
        gsize length;
        g_string_append_printf (sql, "%s($%u, $%u, $%u)", i > 0 ? ", " : "", 3 * i + 1, 3 * i + 2, 3 * i + 3);
        values[3 * i] = piece->number;
        values[3 * i + 1] = piece->hash;
        values[3 * i + 2] = g_bytes_get_data (piece->body, &length);
        lengths[3 * i + 2] = (int) length;
        binary[3 * i + 2] = 1;
    }
    g_string_append (sql, " on conflict (n) do update set sha256 = excluded.sha256, body = excluded.body");
    g_autoptr (PGresult) result = PQexecParams (pieces->postgres->server, sql->str, (int) (3 * lacking->len), NULL, values,
                                                lengths, binary, 0);
    return PQresultStatus (result) == PGRES_COMMAND_OK ||
           evx_postgres_refused (pieces->postgres, "pieces of the index", error);
}

static gboolean
send_some (Pieces *pieces, gint64 first, GChecksum *whole, GError **error)
{
    g_autoptr (GHashTable) there = hashes_there (pieces, first, error);
    g_autoptr (GPtrArray) lacking = g_ptr_array_new_with_free_func (free_piece);
    if (there == NULL)
        return FALSE;
    for (gint64 n = first; n < MIN (first + EVX_PIECES_AT_ONCE, pieces->n); n++) {
        g_autoptr (GBytes) data = read_piece (pieces, n, error);
        GBytes *squeezed = data != NULL ? evx_index_squeeze (pieces->index, data, error) : NULL;
        if (squeezed == NULL)
            return FALSE;
        g_checksum_update (whole, g_bytes_get_data (data, NULL), (gssize) g_bytes_get_size (data));
        Piece *piece = g_new (Piece, 1);
        *piece = (Piece) { g_strdup_printf ("%" G_GINT64_FORMAT, n),
                           g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data), squeezed };
        if (stands_there (piece, there))
            free_piece (piece);
        else
            g_ptr_array_add (lacking, piece);
    }
    return send (pieces, lacking, error);
}

static gboolean
send_all (Pieces *pieces, GChecksum *whole, GError **error)
{
    for (gint64 n = 0; n < pieces->n; n += EVX_PIECES_AT_ONCE)
        if (!send_some (pieces, n, whole, error))
            return FALSE;
    return TRUE;
}

/* What stands beside the pieces; pieces of a longer index go. */
static gboolean
describe (Pieces *pieces, const char *hash, GError **error)
{
    g_autofree char *sql = g_strdup_printf (
        "delete from %1$s.index_piece where n >= %2$" G_GINT64_FORMAT "; delete from %1$s.index_copy; "
        "insert into %1$s.index_copy values (%3$d, %4$d, %5$" G_GINT64_FORMAT ", %6$d, '%7$s', '%8$s', now ())",
        pieces->postgres->schema, pieces->n, EVX_PIECES_FORMAT, EVX_SCHEMA_VERSION, pieces->bytes, EVX_PIECE_BYTES, hash,
        EVX_VERSION);
    return evx_postgres_tell (pieces->postgres, sql, "the description of the index", error);
}

gboolean
evx_pieces_publish (EvxIndex *index, EvxPostgres *postgres, GError **error)
{
    g_autoptr (GChecksum) whole = g_checksum_new (G_CHECKSUM_SHA256);
    Pieces pieces = { .index = index, .postgres = postgres };
    return find_file (&pieces, error) && make_tables (postgres, error) &&
           send_all (&pieces, whole, error) &&
           describe (&pieces, g_checksum_get_string (whole), error);
}
