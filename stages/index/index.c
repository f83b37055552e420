/* Opens, locks, creates and closes the index; transactions; facts and the custody log. In this order:
 * lock, database, schema. Errors of SQLite become ours here.
 * Source: sqlite.org: "Write-Ahead Logging", "The WITHOUT ROWID optimization", PRAGMA user_version. */
#include "../bytes.h"
#include "../kind.h"
#include "address.h"
#include "index-internal.h"
#include "shared.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

extern GResource *evx_get_resource (void); /* of the generated resources.c */

/* A page unpacks to at most this; more is a damaged index, not a page. */
#define MAX_PACKED_BYTES (256u << 20)

/* ---- errors and statements -------------------------------------------------------------------- */

static int
code_of_sqlite (sqlite3 *db, int result)
{
    switch (result & 0xff) {
    case SQLITE_FULL:
        return EVX_ERROR_DISK_FULL;
    case SQLITE_IOERR:
        return sqlite3_system_errno (db) == ENOSPC ? EVX_ERROR_DISK_FULL : EVX_ERROR_OUTPUT_READ_ONLY;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return EVX_ERROR_OUTPUT_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return EVX_ERROR_OUTPUT_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_SCHEMA:
    case SQLITE_FORMAT:
        return EVX_ERROR_INDEX_DAMAGED;
    default:
        return EVX_ERROR_INTERNAL;
    }
}

gboolean
evx_index_failed (EvxIndex *index, GError **error)
{
    int code = code_of_sqlite (index->db, sqlite3_extended_errcode (index->db));
    if (code == EVX_ERROR_INDEX_DAMAGED)
        g_set_error (error, EVX_ERROR, code,
                     "%s/index.db is damaged (%s); keep the folder for its log, and run again into a new one",
                     index->folder, sqlite3_errmsg (index->db));
    else
        g_set_error (error, EVX_ERROR, code, "%s/index.db: %s", index->folder,
                     sqlite3_errmsg (index->db));
    return FALSE;
}

sqlite3_stmt *
evx_index_statement (EvxIndex *index, const char *sql, GError **error)
{
    sqlite3_stmt *statement = g_hash_table_lookup (index->statements, sql);
    if (statement == NULL) {
        if (sqlite3_prepare_v3 (index->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
            SQLITE_OK) {
            evx_index_failed (index, error);
            return NULL;
        }
        g_hash_table_insert (index->statements, (gpointer) sql, statement);
    }
    sqlite3_reset (statement);
    sqlite3_clear_bindings (statement);
    return statement;
}

gboolean
evx_index_row (EvxIndex *index, sqlite3_stmt *statement, GError **error)
{
    int result = sqlite3_step (statement);
    if (result == SQLITE_ROW)
        return TRUE;
    if (result != SQLITE_DONE)
        evx_index_failed (index, error);
    sqlite3_reset (statement);
    return FALSE;
}

gboolean
evx_index_settle (GError *failure, GError **error)
{
    if (failure == NULL)
        return TRUE;
    g_propagate_error (error, failure);
    return FALSE;
}

gboolean
evx_index_done (EvxIndex *index, sqlite3_stmt *statement, GError **error)
{
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, statement, &failure))
        ;
    return evx_index_settle (g_steal_pointer (&failure), error);
}

gboolean
evx_index_exec (EvxIndex *index, const char *sql, GError **error)
{
    return sqlite3_exec (index->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           evx_index_failed (index, error);
}

static void
bind_integer (sqlite3_stmt *statement, int at, gint64 value, gboolean none_is_null)
{
    if (none_is_null && value == EVX_NONE)
        sqlite3_bind_null (statement, at);
    else
        sqlite3_bind_int64 (statement, at, value);
}

static void
bind_box (sqlite3_stmt *statement, int at, const EvxBox *box)
{
    sqlite3_bind_double (statement, at, box->x0);
    sqlite3_bind_double (statement, at + 1, box->y0);
    sqlite3_bind_double (statement, at + 2, box->x1);
    sqlite3_bind_double (statement, at + 3, box->y1);
}

void
evx_index_bind (sqlite3_stmt *statement, const char *types, ...)
{
    va_list values;
    va_start (values, types);
    int at = 1;
    for (const char *type = types; *type != '\0'; type++, at++) {
        if (*type == 's') {
            sqlite3_bind_text (statement, at, va_arg (values, const char *), -1, SQLITE_STATIC);
        } else if (*type == 'd') {
            sqlite3_bind_double (statement, at, va_arg (values, double));
        } else if (*type == 'b') {
            bind_box (statement, at, va_arg (values, const EvxBox *));
            at += 3;
        } else if (*type == 'c') {
            int code = va_arg (values, int);
            sqlite3_bind_text (statement, at, code == EVX_NONE ? NULL : evx_error_name (code), -1,
                               SQLITE_STATIC);
        } else {
            bind_integer (statement, at, va_arg (values, gint64), *type == 'n');
        }
    }
    va_end (values);
}

const char *
evx_index_text (sqlite3_stmt *statement, int column)
{
    return (const char *) sqlite3_column_text (statement, column);
}

gint64
evx_index_number (sqlite3_stmt *statement, int column)
{
    return sqlite3_column_type (statement, column) == SQLITE_NULL
               ? EVX_NONE
               : sqlite3_column_int64 (statement, column);
}

int
evx_index_code (sqlite3_stmt *statement, int column)
{
    const char *name = evx_index_text (statement, column);
    if (name == NULL)
        return EVX_NONE;
    for (int code = 0; code < EVX_N_ERRORS; code++)
        if (strcmp (evx_error_name (code), name) == 0)
            return code;
    return EVX_ERROR_INTERNAL;
}

EvxBox
evx_index_box (sqlite3_stmt *statement, int first_column)
{
    return (EvxBox){ sqlite3_column_double (statement, first_column),
                     sqlite3_column_double (statement, first_column + 1),
                     sqlite3_column_double (statement, first_column + 2),
                     sqlite3_column_double (statement, first_column + 3) };
}

/* ---- the page's bytes ------------------------------------------------------------------------- */

GBytes *
evx_index_squeeze (EvxIndex *index, GBytes *plain, GError **error)
{
    if (index->squeezer == NULL)
        index->squeezer = ZSTD_createCCtx ();
    gsize length = g_bytes_get_size (plain);
    gsize room = ZSTD_compressBound (length);
    g_autofree char *squeezed = g_malloc (room);
    gsize used = index->squeezer == NULL ? 0
                                         : ZSTD_compressCCtx (index->squeezer, squeezed, room,
                                                              g_bytes_get_data (plain, NULL), length, 1);
    if (used > 0 && !ZSTD_isError (used)) /* no frame is empty */
        return g_bytes_new (squeezed, used);
    g_set_error_literal (error, EVX_ERROR, EVX_ERROR_INTERNAL, "no memory to compress what is to be stored");
    return NULL;
}

GBytes *
evx_index_expand (gconstpointer data, gsize length, GError **error)
{
    unsigned long long size = ZSTD_getFrameContentSize (data, length);
    if (size <= MAX_PACKED_BYTES) {
        g_autofree char *expanded = g_malloc (MAX (size, 1));
        if (ZSTD_decompress (expanded, size, data, length) == size)
            return g_bytes_new_take (g_steal_pointer (&expanded), size);
    }
    g_set_error (error, EVX_ERROR, EVX_ERROR_INDEX_DAMAGED, "a stored page is damaged");
    return NULL;
}

/* ---- open and close ----------------------------------------------------------------------------- */

static void
finalize (gpointer statement)
{
    sqlite3_finalize (statement);
}

static EvxIndex *
index_new (const char *folder)
{
    EvxIndex *index = g_new0 (EvxIndex, 1);
    index->folder = g_strdup (folder);
    index->lock = -1;
    index->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                               finalize);
    return index;
}

/* An index that no run writes is one plain file: any program may read it, many at once, from any disk. (In
 * WAL mode the last reader that leaves locks the others out for a moment.) Where a reader has it open, it
 * stays as it is, which is no fault. */
static void
settle (sqlite3 *db)
{
    sqlite3_exec (db, "pragma synchronous = full", NULL, NULL, NULL);
    sqlite3_wal_checkpoint_v2 (db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    sqlite3_busy_timeout (db, 0);
    sqlite3_exec (db, "pragma journal_mode = delete", NULL, NULL, NULL);
}

void
evx_index_close (EvxIndex *index)
{
    if (index == NULL)
        return;
    g_hash_table_unref (index->statements);
    ZSTD_freeCCtx (index->squeezer);
    if (index->db != NULL && index->writer)
        settle (index->db);
    sqlite3_close (index->db);
    if (index->lock >= 0)
        close (index->lock); /* and with it the lock */
    g_free (index->last_document);
    g_free (index->address);
    g_free (index->folder);
    g_free (index);
}

static gboolean
fail_busy (EvxIndex *index, GError **error)
{
    char owner[256] = "";
    ssize_t length = pread (index->lock, owner, sizeof owner - 1, 0);
    owner[MAX (length, 0)] = '\0';
    g_set_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_BUSY, "Another run (%s) is using %s",
                 owner[0] != '\0' ? g_strstrip (owner) : "process not known", index->folder);
    return FALSE;
}

static gboolean
fail_errno (EvxIndex *index, int number, GError **error)
{
    g_set_error (error, EVX_ERROR,
                 number == ENOSPC ? EVX_ERROR_DISK_FULL : EVX_ERROR_OUTPUT_READ_ONLY,
                 "Cannot write to %s: %s", index->folder, g_strerror (number));
    return FALSE;
}

/* The lock is on its own file, so that SQLite's own locks stay as they are. */
static gboolean
take_lock (EvxIndex *index, GError **error)
{
    if (g_mkdir_with_parents (index->folder, 0777) != 0)
        return fail_errno (index, errno, error);
    g_autofree char *path = g_build_filename (index->folder, "lock", NULL);
    index->lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (index->lock < 0)
        return fail_errno (index, errno, error);
    if (flock (index->lock, LOCK_EX | LOCK_NB) != 0)
        return fail_busy (index, error);
    g_autofree char *owner = g_strdup_printf ("pid %d, host %s\n", (int) getpid (), g_get_host_name ());
    if (ftruncate (index->lock, 0) != 0 ||
        pwrite (index->lock, owner, strlen (owner), 0) != (ssize_t) strlen (owner))
        return fail_errno (index, errno, error);
    return TRUE;
}

static gboolean
read_pragma (EvxIndex *index, const char *sql, gint64 *value, GError **error)
{
    g_autoptr (sqlite3_stmt) statement = NULL;
    if (sqlite3_prepare_v2 (index->db, sql, -1, &statement, NULL) != SQLITE_OK ||
        sqlite3_step (statement) != SQLITE_ROW)
        return evx_index_failed (index, error);
    *value = sqlite3_column_int64 (statement, 0);
    return TRUE;
}

static gboolean
make_schema (EvxIndex *index, GError **error)
{
    g_autoptr (GBytes) schema =
        g_resource_lookup_data (evx_get_resource (), "/evidex/index/schema.sql", 0, error);
    if (schema == NULL)
        return FALSE;
    g_autofree char *sql = g_strdup_printf (
        "begin immediate; %.*s; pragma application_id = %d; pragma user_version = %d; commit",
        (int) g_bytes_get_size (schema), (const char *) g_bytes_get_data (schema, NULL),
        EVX_APPLICATION_ID, EVX_SCHEMA_VERSION);
    return evx_index_exec (index, sql, error);
}

/* Is this ours, and of a version that this program knows? An empty file gets the schema. */
static gboolean
check_schema (EvxIndex *index, GError **error)
{
    gint64 application = 0, version = 0, objects = 0;
    if (!read_pragma (index, "pragma application_id", &application, error) ||
        !read_pragma (index, "pragma user_version", &version, error) ||
        !read_pragma (index, "select count(*) from sqlite_schema", &objects, error))
        return FALSE;
    if (objects == 0 && index->writer)
        return make_schema (index, error);
    if (application != EVX_APPLICATION_ID) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INDEX_DAMAGED,
                     "%s/index.db is not an index of evidex; choose another folder", index->folder);
        return FALSE;
    }
    if (version != EVX_SCHEMA_VERSION) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INDEX_VERSION,
                     "%s/index.db has schema %" G_GINT64_FORMAT " and this program knows schema %d; %s",
                     index->folder, version, EVX_SCHEMA_VERSION,
                     version > EVX_SCHEMA_VERSION ? "use a newer evidex" : "run again into a new folder");
        return FALSE;
    }
    return TRUE;
}

static gboolean
open_database (EvxIndex *index, const char *name, int flags, GError **error)
{
    if (sqlite3_open_v2 (name, &index->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return evx_index_failed (index, error);
    sqlite3_extended_result_codes (index->db, 1);
    sqlite3_busy_timeout (index->db, 10000);
    sqlite3_db_config (index->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return TRUE;
}

EvxIndex *
evx_index_create (const char *folder, GError **error)
{
    if (evx_address_is (folder)) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE,
                             "an index in PostgreSQL is only read; write into a folder, and `evidex publish` it");
        return NULL;
    }
    g_autoptr (EvxIndex) index = index_new (folder);
    g_autofree char *path = g_build_filename (folder, "index.db", NULL);
    index->writer = TRUE;
    /* 8 MiB of cache: 5,000 pages end in 36 MiB of memory; with 64 MiB they took 64, for 5 % less time.
     * What does not fit, the system's cache holds. A WAL of up to 16 MiB between checkpoints keeps a run
     * from writing each page of the file twice too often. Pages of 16 KiB, since what is stored of a page of
     * a document seldom fits into 4: 1,000 of them take 8 % less time, and the file is 6 % smaller; that of a
     * few pages is 0.5 MiB instead of 0.2. */
    if (!take_lock (index, error) ||
        !open_database (index, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) ||
        !evx_index_exec (index,
                         "pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = normal;"
                         "pragma cache_size = -8192; pragma wal_autocheckpoint = 1000;"
                         "pragma temp_store = memory",
                         error) ||
        !check_schema (index, error)) {
        return NULL;
    }
    return g_steal_pointer (&index);
}

/* A folder that cannot be written (a read-only disk) has no room for WAL's shared memory; when no run
 * left a WAL behind, the file alone is the whole index and may be read as unchanging. */
static gboolean
open_unchanging (EvxIndex *index, const char *path, GError **error)
{
    g_autofree char *wal = g_strconcat (path, "-wal", NULL);
    if (g_file_test (wal, G_FILE_TEST_EXISTS))
        return FALSE;
    g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
    g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);
    g_clear_pointer (&index->db, sqlite3_close);
    return open_database (index, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error) &&
           check_schema (index, error);
}

EvxIndex *
evx_index_open (const char *folder, GError **error)
{
    if (evx_address_is (folder))
        return evx_shared_open (folder, NULL, NULL, error);
    g_autoptr (EvxIndex) index = index_new (folder);
    g_autofree char *path = g_build_filename (folder, "index.db", NULL);
    if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_NOT_FOUND,
                     "%s: there is no index (no index.db); name the folder that `evidex run -o` wrote",
                     folder);
        return NULL;
    }
    g_autoptr (GError) failure = NULL;
    if (open_database (index, path, SQLITE_OPEN_READONLY, &failure) && check_schema (index, &failure))
        return g_steal_pointer (&index);
    if (g_error_matches (failure, EVX_ERROR, EVX_ERROR_OUTPUT_READ_ONLY) &&
        open_unchanging (index, path, NULL))
        return g_steal_pointer (&index);
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
}

gboolean
evx_index_begin (EvxIndex *index, GError **error)
{
    return evx_index_exec (index, "begin immediate", error);
}

gboolean
evx_index_commit (EvxIndex *index, GError **error)
{
    if (evx_index_exec (index, "commit", error))
        return TRUE;
    sqlite3_exec (index->db, "rollback", NULL, NULL, NULL);
    return FALSE;
}

/* ---- facts and the custody log --------------------------------------------------------------------- */

gboolean
evx_index_set_meta (EvxIndex *index, const char *name, const char *value, GError **error)
{
    sqlite3_stmt *statement =
        evx_index_statement (index, "insert or replace into meta (name, value) values (?, ?)", error);
    if (statement == NULL)
        return FALSE;
    evx_index_bind (statement, "ss", name, value);
    return evx_index_done (index, statement, error);
}

char *
evx_index_meta (EvxIndex *index, const char *name)
{
    sqlite3_stmt *statement =
        evx_index_statement (index, "select value from meta where name = ?", NULL);
    if (statement == NULL)
        return NULL;
    evx_index_bind (statement, "s", name);
    char *value = NULL;
    if (evx_index_row (index, statement, NULL))
        value = g_strdup (evx_index_text (statement, 0));
    sqlite3_reset (statement);
    return value;
}

/* The hash of the last entry stands among the facts too, so that a cut at the end shows. */
#define LOG_HEAD "log_head"

static char *
log_hash (const char *before, gint64 seq, const char *at, const char *event,
          const char *detail)
{
    g_autofree char *entry = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s\n%s\n%s", before, seq, at,
                                              event, detail);
    return evx_sha256_text (entry);
}

gboolean
evx_index_log (EvxIndex *index, const char *event, const char *detail, GError **error)
{
    sqlite3_stmt *last = evx_index_statement (
        index, "select seq, hash from log order by seq desc limit 1", error);
    sqlite3_stmt *insert = evx_index_statement (
        index, "insert into log (seq, at, event, detail, hash) values (?, ?, ?, ?, ?)", error);
    if (last == NULL || insert == NULL)
        return FALSE;
    gint64 seq = 1;
    g_autofree char *before = g_strdup ("");
    if (evx_index_row (index, last, NULL)) {
        seq = sqlite3_column_int64 (last, 0) + 1;
        g_free (before);
        before = g_strdup (evx_index_text (last, 1));
    }
    sqlite3_reset (last);
    g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
    g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
    const char *said = detail != NULL ? detail : "";
    g_autofree char *hash = log_hash (before, seq, at, event, said);
    evx_index_bind (insert, "issss", seq, at, event, said, hash);
    return evx_index_done (index, insert, error) && evx_index_set_meta (index, LOG_HEAD, hash, error);
}

gboolean
evx_index_check_log (EvxIndex *index, gint64 *broken, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index, "select seq, at, event, detail, hash from log order by seq", error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    g_autofree char *before = g_strdup ("");
    gint64 n = 0;
    *broken = 0;
    for (gint64 expected = 1; *broken == 0 && evx_index_row (index, row, &failure); expected++) {
        g_autofree char *hash =
            log_hash (before, sqlite3_column_int64 (row, 0), evx_index_text (row, 1),
                      evx_index_text (row, 2), evx_index_text (row, 3));
        if (sqlite3_column_int64 (row, 0) != expected ||
            g_strcmp0 (hash, evx_index_text (row, 4)) != 0)
            *broken = expected;
        g_free (before);
        before = g_steal_pointer (&hash);
        n++;
    }
    sqlite3_reset (row);
    g_autofree char *head = evx_index_meta (index, LOG_HEAD);
    if (*broken == 0 && failure == NULL && g_strcmp0 (head != NULL ? head : "", before) != 0)
        *broken = n + 1;
    return evx_index_settle (g_steal_pointer (&failure), error);
}
