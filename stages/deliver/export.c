/* The formats, and how their files come into being: written into a hidden folder inside the target, each
 * flushed to disk, then renamed into place, so that nobody ever reads half an export. */
#include "export-internal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

const EvxExportFormat evx_export_formats[] = {
    { "csv", "one file a record: documents.csv, mentions.csv ... (RFC 4180, UTF-8)", evx_export_csv },
    { "jsonl", "the same records as JSON, one object a line", evx_export_jsonl },
    { "xlsx", "one workbook, a sheet a record, with filters", evx_export_xlsx },
    { "concordance", "load file for review platforms: DAT, OPT and text files", evx_export_concordance },
    { "ftm", "FollowTheMoney entities for Aleph, one object a line", evx_export_ftm },
    { "webannotation", "W3C Web Annotations, one for each mention", evx_export_webannotation },
    { NULL, NULL, NULL },
};

/* ---- files -------------------------------------------------------------------------------------- */

gboolean
evx_export_failed (const char *path, GError **error)
{
    int number = errno;
    g_set_error (error, EVX_ERROR,
                 number == ENOSPC || number == EDQUOT ? EVX_ERROR_DISK_FULL : EVX_ERROR_OUTPUT_READ_ONLY,
                 "Cannot write %s: %s", path, g_strerror (number));
    return FALSE;
}

gboolean
evx_sink_open (EvxSink *sink, const char *folder, const char *name, GError **error)
{
    sink->path = g_build_filename (folder, name, NULL);
    sink->file = fopen (sink->path, "wbxe");
    return sink->file != NULL || evx_export_failed (sink->path, error);
}

gboolean
evx_sink_write (EvxSink *sink, const char *text, gsize length, GError **error)
{
    return fwrite (text, 1, length, sink->file) == length || evx_export_failed (sink->path, error);
}

gboolean
evx_sink_line (EvxSink *sink, GString *line, GError **error)
{
    gboolean done = evx_sink_write (sink, line->str, line->len, error);
    g_string_truncate (line, 0);
    return done;
}

gboolean
evx_sink_close (EvxSink *sink, GError **error)
{
    gboolean flushed = fflush (sink->file) == 0 && fsync (fileno (sink->file)) == 0;
    if (!flushed)
        return evx_export_failed (sink->path, error);
    FILE *file = g_steal_pointer (&sink->file);
    return fclose (file) == 0 || evx_export_failed (sink->path, error);
}

void
evx_sink_clear (EvxSink *sink)
{
    if (sink->file != NULL)
        fclose (sink->file);
    sink->file = NULL;
    g_clear_pointer (&sink->path, g_free);
}

/* ---- folders ------------------------------------------------------------------------------------- */

static void
remove_tree (const char *path)
{
    if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) || !g_file_test (path, G_FILE_TEST_IS_DIR)) {
        g_unlink (path);
        return;
    }
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
        g_autofree char *inside = g_build_filename (path, name, NULL);
        remove_tree (inside);
    }
    g_rmdir (path);
}

static gboolean
sync_folder (const char *path, GError **error)
{
    int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    gboolean done = fd >= 0 && fsync (fd) == 0;
    if (!done)
        evx_export_failed (path, error);
    if (fd >= 0)
        close (fd);
    return done;
}

/* Every name in @from must be free in @to, or go with @force. */
static gboolean
make_room (const char *from, const char *to, gboolean force, GError **error)
{
    g_autoptr (GDir) dir = g_dir_open (from, 0, error);
    if (dir == NULL)
        return FALSE;
    for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
        g_autofree char *target = g_build_filename (to, name, NULL);
        if (!g_file_test (target, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
            continue;
        if (!force) {
            g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                         "%s is there already; add --force to replace it, or choose another folder", target);
            return FALSE;
        }
        if (g_file_test (target, G_FILE_TEST_IS_DIR))
            remove_tree (target);
    }
    return TRUE;
}

static gboolean
move_into_place (const char *from, const char *to, gboolean force, GError **error)
{
    if (!make_room (from, to, force, error))
        return FALSE;
    g_autoptr (GDir) dir = g_dir_open (from, 0, error);
    if (dir == NULL)
        return FALSE;
    for (const char *name; (name = g_dir_read_name (dir)) != NULL;) {
        g_autofree char *source = g_build_filename (from, name, NULL);
        g_autofree char *target = g_build_filename (to, name, NULL);
        if (g_rename (source, target) != 0)
            return evx_export_failed (target, error);
    }
    return sync_folder (to, error);
}

static const EvxExportFormat *
find_format (const char *name, GError **error)
{
    for (const EvxExportFormat *format = evx_export_formats; format->name != NULL; format++)
        if (strcmp (format->name, name) == 0)
            return format;
    g_autoptr (GString) names = g_string_new (NULL);
    for (const EvxExportFormat *format = evx_export_formats; format->name != NULL; format++)
        g_string_append_printf (names, "%s, ", format->name);
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "there is no format '%s'; there are: %ssite", name, names->str);
    return NULL;
}

gboolean
evx_export_files (EvxIndex *index, EvxExportFunc write, gpointer user, const char *folder, gboolean force,
                  GError **error)
{
    if (g_mkdir_with_parents (folder, 0777) != 0)
        return evx_export_failed (folder, error);
    g_autofree char *hidden = g_build_filename (folder, ".evidex-XXXXXX", NULL);
    if (g_mkdtemp_full (hidden, 0777) == NULL)
        return evx_export_failed (folder, error);
    gboolean done = write (index, hidden, user, error) && move_into_place (hidden, folder, force, error);
    remove_tree (hidden);
    return done;
}

static gboolean
write_format (EvxIndex *index, const char *folder, gpointer user, GError **error)
{
    const EvxExportFormat *format = user;
    return format->write (index, folder, error);
}

gboolean
evx_export (EvxIndex *index, const char *format_name, const char *folder, gboolean force, GError **error)
{
    const EvxExportFormat *format = find_format (format_name, error);
    return format != NULL &&
           evx_export_files (index, write_format, (gpointer) format, folder, force, error);
}

/* ---- documents ------------------------------------------------------------------------------------ */

typedef struct {
    EvxDocumentFunc each;
    gpointer user;
} Documents;

static gboolean
give_document (const EvxRecord *record, gpointer user, GError **error)
{
    const Documents *documents = user;
    EvxStatus status = evx_status_from_name (evx_record_text (record, "status"));
    if (status != EVX_STATUS_DONE && status != EVX_STATUS_PARTIAL)
        return TRUE;
    return documents->each (record, documents->user, error);
}

gboolean
evx_export_documents (EvxIndex *index, EvxDocumentFunc each, gpointer user, GError **error)
{
    Documents documents = { each, user };
    return evx_index_records (index, "documents", give_document, &documents, error);
}
