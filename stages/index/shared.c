/* A published index is fetched, checked and opened. In this order: what does the server say is published; is that the
 * copy we have; if not, piece by piece into a file beside it, which takes its place when its hash is right. What
 * the server says is not believed until it is checked: numbers, hashes, lengths. */
#include "shared.h"

#include "address.h"
#include "../bytes.h"
#include "pieces-internal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_BYTES (G_GINT64_CONSTANT (1) << 44)
#define MOST_PIECE_BYTES (1 << 20)
#define REST_US (5 * G_USEC_PER_SEC) /* between questions for a newer one: nobody waits that long for a page */
#define UNFINISHED "unfinished"

typedef struct {
    EvxPostgres *postgres;
    gint64 bytes, piece_bytes, n; /* of the index, of a piece, how many */
    char *hash;                   /* of the whole; the name of its folder in the cache */
    char *place;                  /* folder in the cache for this published index */
    int lock;                     /* descriptor of its lock, or -1 */
    int older, unfinished;        /* descriptors of files that may hold pieces, or -1 */
    EvxSharedFunc tell;
    gpointer user;
} Shared;

static void
shared_clear (Shared *shared)
{
    const int descriptors[] = { shared->older, shared->unfinished, shared->lock };
    for (guint i = 0; i < G_N_ELEMENTS (descriptors); i++)
        if (descriptors[i] >= 0)
            close (descriptors[i]);
    evx_postgres_close (shared->postgres);
    g_free (shared->hash);
    g_free (shared->place);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shared, shared_clear)

/* ---- what is published ----------------------------------------------------------------------------------- */

static gboolean
fail_damaged (const char *what, GError **error)
{
    g_set_error (error, EVX_ERROR, EVX_ERROR_SERVER,
                 "the index in PostgreSQL is damaged: %s; whoever published it publishes it again", what);
    return FALSE;
}

static gboolean
is_hash (const char *text)
{
    return strlen (text) == EVX_HASH_DIGITS && strspn (text, "0123456789abcdef") == EVX_HASH_DIGITS;
}

static gboolean
check_versions (const char *format, const char *schema, GError **error)
{
    gint64 version = g_ascii_strtoll (schema, NULL, 10);
    if (strcmp (format, G_STRINGIFY (EVX_PIECES_FORMAT)) == 0 && version == EVX_SCHEMA_VERSION)
        return TRUE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_INDEX_VERSION,
                 "the index in PostgreSQL has schema %" G_GINT64_FORMAT " and this program knows schema %d; %s", version,
                 EVX_SCHEMA_VERSION,
                 version < EVX_SCHEMA_VERSION ? "publish one of this version" : "use a newer evidex");
    return FALSE;
}

/* A transaction of its own: what a publisher does meanwhile is not seen. */
static gboolean
learn_index (Shared *shared, GError **error)
{
    gboolean there = FALSE;
    if (!evx_postgres_tell (shared->postgres, "begin isolation level repeatable read, read only", "a transaction", error) ||
        !evx_postgres_has (shared->postgres, "index_copy", &there, error))
        return FALSE;
    g_autoptr (PGresult) row = NULL;
    if (there && (row = evx_postgres_ask (shared->postgres,
                                          "select format, schema_version, bytes, piece_bytes, sha256 from %s.index_copy",
                                          0, NULL, FALSE, "the index", error)) == NULL)
        return FALSE;
    if (row == NULL || PQntuples (row) == 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_NOT_FOUND,
                     "no index is published in schema %s of that database; `evidex publish OUT ADDRESS` does it",
                     shared->postgres->name);
        return FALSE;
    }
    if (!check_versions (PQgetvalue (row, 0, 0), PQgetvalue (row, 0, 1), error))
        return FALSE;
    shared->bytes = g_ascii_strtoll (PQgetvalue (row, 0, 2), NULL, 10);
    shared->piece_bytes = g_ascii_strtoll (PQgetvalue (row, 0, 3), NULL, 10);
    shared->hash = g_strdup (PQgetvalue (row, 0, 4));
    if (shared->bytes <= 0 || shared->bytes > MOST_BYTES || shared->piece_bytes <= 0 ||
        shared->piece_bytes > MOST_PIECE_BYTES || !is_hash (shared->hash))
        return fail_damaged ("its description makes no sense", error);
    shared->n = (shared->bytes + shared->piece_bytes - 1) / shared->piece_bytes;
    return TRUE;
}

/* ---- the cache --------------------------------------------------------------------------------------------- */

static gboolean
fail_cache (const Shared *shared, GError **error)
{
    int number = errno;
    g_set_error (error, EVX_ERROR, number == ENOSPC || number == EDQUOT ? EVX_ERROR_DISK_FULL : EVX_ERROR_OUTPUT_READ_ONLY,
                 "Cannot write to %s: %s; XDG_CACHE_HOME names another place", shared->place, g_strerror (number));
    return FALSE;
}

/* The same published index has the same place, whoever asks, and by whatever name the user has there. */
static char *
place_of (EvxPostgres *postgres)
{
    PGconn *server = postgres->server;
    g_autofree char *source =
        g_strdup_printf ("%s\n%s\n%s\n%s", PQhost (server), PQport (server), PQdb (server), postgres->name);
    g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, source, -1);
    key[16] = '\0';
    return g_build_filename (g_get_user_cache_dir (), "evidex", "shared", key, NULL);
}

/* Held until the copy is open: nobody replaces it meanwhile, and a second asker finds it fetched. */
static gboolean
take_place (Shared *shared, GError **error)
{
    shared->place = place_of (shared->postgres);
    if (g_mkdir_with_parents (shared->place, 0700) != 0)
        return fail_cache (shared, error);
    g_autofree char *path = g_build_filename (shared->place, "lock", NULL);
    shared->lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (shared->lock < 0)
        return fail_cache (shared, error);
    while (flock (shared->lock, LOCK_EX) != 0)
        if (errno != EINTR)
            return fail_cache (shared, error);
    return TRUE;
}

static char *
folder_of (const Shared *shared)
{
    return g_build_filename (shared->place, shared->hash, NULL);
}

static gboolean
has_copy (const Shared *shared)
{
    struct stat st;
    g_autofree char *path = g_build_filename (shared->place, shared->hash, "index.db", NULL);
    return stat (path, &st) == 0 && S_ISREG (st.st_mode) && st.st_size == shared->bytes;
}

/* Calls @each with every copy in the place but the one wanted. */
static void
each_older (Shared *shared, void (*each) (Shared *shared, const char *folder, const char *path))
{
    g_autoptr (GDir) dir = g_dir_open (shared->place, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
        g_autofree char *folder = g_build_filename (shared->place, name, NULL);
        g_autofree char *path = g_build_filename (folder, "index.db", NULL);
        if (is_hash (name) && strcmp (name, shared->hash) != 0)
            each (shared, folder, path);
    }
}

static void
open_older (Shared *shared, const char *folder, const char *path)
{
    (void) folder;
    if (shared->older < 0)
        shared->older = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

/* Who has it open reads on: the file goes when the last one leaves. */
static void
remove_older (Shared *shared, const char *folder, const char *path)
{
    (void) shared;
    g_unlink (path);
    g_rmdir (folder);
}

/* ---- fetching ------------------------------------------------------------------------------------------------ */

/* Some pieces that follow each other, and what is known of each. */
typedef struct {
    gint64 first;
    guint n;
    char *hashes[EVX_PIECES_AT_ONCE];
    gboolean found[EVX_PIECES_AT_ONCE]; /* in the copy that is made, or in an older one */
    guint8 *data;                       /* of all, one behind the other */
} Some;

static void
some_clear (Some *some)
{
    for (guint i = 0; i < G_N_ELEMENTS (some->hashes); i++)
        g_free (some->hashes[i]);
    g_free (some->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Some, some_clear)

static gsize
length_of (const Shared *shared, gint64 n)
{
    return (gsize) MIN (shared->piece_bytes, shared->bytes - n * shared->piece_bytes);
}

static guint8 *
data_of (const Shared *shared, const Some *some, guint i)
{
    return some->data + i * shared->piece_bytes;
}

/* A list of numbers for SQL: those @lacking, or all. */
static char *
numbers_of (const Some *some, gboolean lacking)
{
    GString *numbers = g_string_new ("{");
    for (guint i = 0; i < some->n; i++)
        if (!lacking || !some->found[i])
            g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, numbers->len > 1 ? "," : "", some->first + i);
    g_string_append_c (numbers, '}');
    return g_string_free (numbers, FALSE);
}

static gboolean
learn_hashes (Shared *shared, Some *some, GError **error)
{
    g_autofree char *numbers = numbers_of (some, FALSE);
    const char *const values[] = { numbers };
    g_autoptr (PGresult) rows =
        evx_postgres_ask (shared->postgres, "select sha256 from %s.index_piece where n = any ($1::bigint[]) order by n", 1,
                          values, FALSE, "the pieces of the index", error);
    if (rows == NULL)
        return FALSE;
    if (PQntuples (rows) != (int) some->n)
        return fail_damaged ("pieces are missing", error);
    for (guint i = 0; i < some->n; i++)
        some->hashes[i] = g_strdup (PQgetvalue (rows, (int) i, 0));
    return TRUE;
}

static gboolean
is_piece (const Shared *shared, const Some *some, guint i, const guint8 *data)
{
    g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length_of (shared, some->first + i));
    return strcmp (hash, some->hashes[i]) == 0;
}

static gboolean
find_piece (const Shared *shared, Some *some, guint i, int file)
{
    gsize length = length_of (shared, some->first + i);
    guint8 *data = data_of (shared, some, i);
    return file >= 0 &&
           pread (file, data, length, (some->first + i) * shared->piece_bytes) == (gssize) length &&
           is_piece (shared, some, i, data);
}

/* As the server sent it. */
static gboolean
take_piece (Shared *shared, Some *some, guint i, PGresult *rows, int row, GError **error)
{
    gsize length = length_of (shared, some->first + i);
    g_autoptr (GBytes) piece =
        evx_index_expand (PQgetvalue (rows, row, 0), (gsize) PQgetlength (rows, row, 0), NULL);
    if (piece != NULL && g_bytes_get_size (piece) == length &&
        is_piece (shared, some, i, g_bytes_get_data (piece, NULL))) {
        memcpy (data_of (shared, some, i), g_bytes_get_data (piece, NULL), length);
        return TRUE;
    }
    g_autofree char *what =
        g_strdup_printf ("piece %" G_GINT64_FORMAT " is not the one that was published", some->first + i);
    return fail_damaged (what, error);
}

static gboolean
fetch_lacking (Shared *shared, Some *some, GError **error)
{
    g_autofree char *numbers = numbers_of (some, TRUE);
    const char *const values[] = { numbers };
    if (strcmp (numbers, "{}") == 0)
        return TRUE;
    g_autoptr (PGresult) rows =
        evx_postgres_ask (shared->postgres, "select body from %s.index_piece where n = any ($1::bigint[]) order by n", 1,
                          values, TRUE, "pieces of the index", error);
    if (rows == NULL)
        return FALSE;
    int row = 0;
    for (guint i = 0; i < some->n; i++)
        if (!some->found[i] &&
            (row == PQntuples (rows) ? !fail_damaged ("pieces are missing", error)
                                     : !take_piece (shared, some, i, rows, row++, error)))
            return FALSE;
    return TRUE;
}

static gboolean
write_piece (Shared *shared, const Some *some, guint i, GError **error)
{
    gint64 at = (some->first + i) * shared->piece_bytes;
    gsize length = length_of (shared, some->first + i);
    return (lseek (shared->unfinished, at, SEEK_SET) == at &&
            evx_write_all (shared->unfinished, data_of (shared, some, i), length)) ||
           fail_cache (shared, error);
}

static gboolean
fetch_some (Shared *shared, gint64 first, GChecksum *whole, GError **error)
{
    gboolean stands[EVX_PIECES_AT_ONCE] = { FALSE };
    g_auto (Some) some = { .first = first, .n = (guint) MIN (EVX_PIECES_AT_ONCE, shared->n - first) };
    some.data = g_malloc (some.n * (gsize) shared->piece_bytes);
    if (!learn_hashes (shared, &some, error))
        return FALSE;
    for (guint i = 0; i < some.n; i++) {
        stands[i] = find_piece (shared, &some, i, shared->unfinished);
        some.found[i] = stands[i] || find_piece (shared, &some, i, shared->older);
    }
    if (!fetch_lacking (shared, &some, error))
        return FALSE;
    for (guint i = 0; i < some.n; i++) {
        if (!stands[i] && !write_piece (shared, &some, i, error))
            return FALSE;
        g_checksum_update (whole, data_of (shared, &some, i), (gssize) length_of (shared, first + i));
    }
    return TRUE;
}

static gboolean
fetch_all (Shared *shared, GError **error)
{
    g_autoptr (GChecksum) whole = g_checksum_new (G_CHECKSUM_SHA256);
    for (gint64 n = 0; n < shared->n; n += EVX_PIECES_AT_ONCE) {
        if (!fetch_some (shared, n, whole, error))
            return FALSE;
        if (shared->tell != NULL)
            shared->tell (MIN ((n + EVX_PIECES_AT_ONCE) * shared->piece_bytes, shared->bytes), shared->bytes, shared->user);
    }
    if (strcmp (g_checksum_get_string (whole), shared->hash) != 0)
        return fail_damaged ("its pieces do not make the whole that was published", error);
    return ftruncate (shared->unfinished, shared->bytes) == 0 && fsync (shared->unfinished) == 0
               ? TRUE
               : fail_cache (shared, error);
}

static gboolean
fetch (Shared *shared, GError **error)
{
    g_autofree char *unfinished = g_build_filename (shared->place, UNFINISHED, NULL);
    g_autofree char *folder = folder_of (shared);
    g_autofree char *path = g_build_filename (folder, "index.db", NULL);
    shared->unfinished = open (unfinished, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (shared->unfinished < 0)
        return fail_cache (shared, error);
    each_older (shared, open_older);
    if (!fetch_all (shared, error))
        return FALSE;
    if (g_mkdir_with_parents (folder, 0700) != 0 || g_rename (unfinished, path) != 0)
        return fail_cache (shared, error);
    each_older (shared, remove_older);
    return TRUE;
}

EvxIndex *
evx_shared_open (const char *address, EvxSharedFunc tell, gpointer user, GError **error)
{
    g_auto (Shared) shared = { .lock = -1, .older = -1, .unfinished = -1, .tell = tell, .user = user };
    shared.postgres = evx_postgres_open (address, NULL, error);
    if (shared.postgres == NULL || !learn_index (&shared, error) || !take_place (&shared, error) ||
        (!has_copy (&shared) && !fetch (&shared, error)))
        return NULL;
    g_autofree char *folder = folder_of (&shared);
    EvxIndex *index = evx_index_open (folder, error);
    if (index != NULL) {
        index->address = g_strdup (address);
        index->asked = g_get_monotonic_time ();
    }
    return index;
}

gboolean
evx_shared_renew (EvxIndex **index, gboolean *renewed, GError **error)
{
    *renewed = FALSE;
    if ((*index)->address == NULL || g_get_monotonic_time () - (*index)->asked < REST_US)
        return TRUE;
    g_autoptr (EvxIndex) newer = evx_shared_open ((*index)->address, NULL, NULL, error);
    if (newer == NULL)
        return FALSE;
    *renewed = strcmp (newer->folder, (*index)->folder) != 0;
    (*index)->asked = newer->asked;
    if (*renewed) {
        evx_index_close (*index);
        *index = g_steal_pointer (&newer);
    }
    return TRUE;
}
