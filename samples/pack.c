/* Messages and archives, made of the folders that the papers were laid into. */
#include "pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#define BOUNDARY "alder-county-1"
#define PACKED_AT 1609750800 /* 2021-01-04 09:00 UTC: the hour of the papers */

static gint
compare_names (gconstpointer a, gconstpointer b)
{
    const char *const *left = a, *const *right = b;
    return strcmp (*left, *right);
}

static GPtrArray *
names_in (const char *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
        g_ptr_array_add (names, g_strdup (name));
    g_ptr_array_sort (names, compare_names);
    return names;
}

/* ---- a message ---------------------------------------------------------------------------- */

/* The lines before the first that is no "Name: value" are the header; one that names an attachment is what a reader
 * of mail shows, and no part of the message. */
static char *
message_of (const char *text)
{
    g_autoptr (GString) head = g_string_new (NULL), body = g_string_new (NULL);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    gboolean in_head = TRUE;
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *colon = strchr (lines[i], ':');
        in_head = in_head && colon != NULL && memchr (lines[i], ' ', (gsize)(colon - lines[i])) == NULL;
        if (!g_str_has_prefix (lines[i], "Attachment: "))
            g_string_append_printf (in_head ? head : body, "%s\r\n", lines[i]);
    }
    return g_strdup_printf ("%sMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" BOUNDARY "\"\r\n\r\n"
                            "--" BOUNDARY "\r\nContent-Type: text/plain; charset=utf-8\r\n"
                            "Content-Transfer-Encoding: 8bit\r\n\r\n%s",
                            head->str, body->str);
}

static void
attach (GString *message, const char *name, const guint8 *bytes, gsize length)
{
    g_autofree char *text = g_base64_encode (bytes, length);
    g_string_append_printf (message,
                            "--" BOUNDARY "\r\nContent-Type: application/octet-stream\r\n"
                            "Content-Disposition: attachment; filename=\"%s\"\r\n"
                            "Content-Transfer-Encoding: base64\r\n\r\n",
                            name);
    for (gsize at = 0, end = strlen (text); at < end; at += 76)
        g_string_append_printf (message, "%.76s\r\n", text + at);
}

static gboolean
pack_message (const char *folder, GPtrArray *names, const char *path, GError **error)
{
    g_autofree char *text_path = g_build_filename (folder, PACK_MESSAGE, NULL), *text = NULL;
    if (!g_file_get_contents (text_path, &text, NULL, error))
        return FALSE;
    g_autofree char *first = message_of (text);
    g_autoptr (GString) message = g_string_new (first);
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index (names, i);
        g_autofree char *file = g_build_filename (folder, name, NULL), *bytes = NULL;
        gsize length = 0;
        if (strcmp (name, PACK_MESSAGE) == 0)
            continue;
        if (!g_file_get_contents (file, &bytes, &length, error))
            return FALSE;
        attach (message, name, (const guint8 *)bytes, length);
    }
    g_string_append (message, "--" BOUNDARY "--\r\n");
    return g_file_set_contents (path, message->str, (gssize)message->len, error);
}

/* ---- an archive --------------------------------------------------------------------------- */

static gboolean
add_entry (struct archive *archive, const char *name, const char *bytes, gsize length)
{
    struct archive_entry *entry = archive_entry_new ();
    archive_entry_set_pathname (entry, name);
    archive_entry_set_size (entry, (gint64)length);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    archive_entry_set_mtime (entry, PACKED_AT, 0);
    gboolean good = archive_write_header (archive, entry) == ARCHIVE_OK &&
                    archive_write_data (archive, bytes, length) == (la_ssize_t)length;
    archive_entry_free (entry);
    return good;
}

static gboolean
pack_archive (const char *folder, GPtrArray *names, const char *path, GError **error)
{
    struct archive *archive = archive_write_new ();
    archive_write_set_format_zip (archive);
    gboolean good = archive_write_open_filename (archive, path) == ARCHIVE_OK;
    for (guint i = 0; good && i < names->len; i++) {
        const char *name = g_ptr_array_index (names, i);
        g_autofree char *file = g_build_filename (folder, name, NULL), *bytes = NULL;
        gsize length = 0;
        good = g_file_get_contents (file, &bytes, &length, NULL) && add_entry (archive, name, bytes, length);
    }
    good = archive_write_close (archive) == ARCHIVE_OK && good;
    archive_write_free (archive);
    if (!good)
        g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: cannot be packed", path);
    return good;
}

/* ---- folders ------------------------------------------------------------------------------ */

/* Packs @folder beside itself and takes its place. */
static gboolean
replace (const char *folder, gboolean mail, GError **error)
{
    g_autoptr (GPtrArray) names = names_in (folder);
    g_autofree char *packed = g_strconcat (folder, ".packed", NULL);
    if (!(mail ? pack_message : pack_archive) (folder, names, packed, error))
        return FALSE;
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *file = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
        g_unlink (file);
    }
    if (g_rmdir (folder) == 0 && g_rename (packed, folder) == 0)
        return TRUE;
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: cannot be replaced", folder);
    return FALSE;
}

gboolean
pack_folders (const char *folder, GError **error)
{
    g_autoptr (GPtrArray) names = names_in (folder);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *inner = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
        gboolean mail = g_str_has_suffix (inner, ".eml"), archive = g_str_has_suffix (inner, ".zip");
        if (!g_file_test (inner, G_FILE_TEST_IS_DIR))
            continue;
        if (!pack_folders (inner, error) || ((mail || archive) && !replace (inner, mail, error)))
            return FALSE;
    }
    return TRUE;
}
