/* CSV: RFC 4180, UTF-8, CRLF; a file for each record. A field that a spreadsheet would run as a formula
 * gets an apostrophe before it: text from a hostile PDF must not become a command. */
#include "export-internal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

gboolean
evx_is_formula (const char *text)
{
    return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

void
evx_csv_field (GString *line, const char *text)
{
    gboolean formula = evx_is_formula (text);
    if (!formula && strpbrk (text, ",\"\r\n") == NULL && *text != ' ') {
        g_string_append (line, text);
        return;
    }
    g_string_append (line, formula ? "\"'" : "\"");
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c (line, '"');
        g_string_append_c (line, *at);
    }
    g_string_append_c (line, '"');
}

void
evx_csv_header (GString *line, const EvxRecord *record)
{
    for (guint i = 0; i < record->n; i++)
        g_string_append_printf (line, "%s%s", i > 0 ? "," : "", record->names[i]);
    g_string_append (line, "\r\n");
}

static void
append_value (GString *line, const EvxValue *value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    if (value->type == EVX_VALUE_INTEGER)
        g_string_append_printf (line, "%" G_GINT64_FORMAT, value->integer);
    else if (value->type == EVX_VALUE_REAL)
        g_string_append (line, g_ascii_formatd (digits, sizeof digits, "%.7g", value->real));
    else if (value->type == EVX_VALUE_TEXT)
        evx_csv_field (line, value->text);
}

void
evx_csv_record (GString *line, const EvxRecord *record)
{
    for (guint i = 0; i < record->n; i++) {
        if (i > 0)
            g_string_append_c (line, ',');
        append_value (line, &record->values[i]);
    }
    g_string_append (line, "\r\n");
}

typedef struct {
    EvxSink *sink;
    GString *line;
} Table;

static gboolean
write_row (const EvxRecord *record, gpointer user, GError **error)
{
    Table *table = user;
    evx_csv_record (table->line, record);
    return evx_sink_line (table->sink, table->line, error);
}

static gboolean
write_header (const EvxRecord *record, gpointer user, GError **error)
{
    Table *table = user;
    evx_csv_header (table->line, record);
    return evx_sink_line (table->sink, table->line, error);
}

static gboolean
write_table (EvxIndex *index, const char *name, EvxSink *sink, GError **error)
{
    g_autoptr (GString) line = g_string_new (NULL);
    Table table = { sink, line };
    return evx_index_columns (index, name, write_header, &table, error) &&
           evx_index_records (index, name, write_row, &table, error) && evx_sink_close (sink, error);
}

gboolean
evx_export_csv (EvxIndex *index, const char *folder, GError **error)
{
    const char *name;
    for (guint i = 0; (name = evx_index_record_name (index, i)) != NULL; i++) {
        g_auto (EvxSink) sink = { 0 };
        g_autofree char *file = g_strconcat (name, ".csv", NULL);
        if (!evx_sink_open (&sink, folder, file, error) ||
            !write_table (index, name, &sink, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_to_stdout (EvxIndex *index, const char *name, GError **error)
{
    g_auto (EvxSink) sink = { .path = g_strdup ("standard output") };
    sink.file = fdopen (dup (STDOUT_FILENO), "wb");
    if (sink.file == NULL)
        return evx_export_failed (sink.path, error);
    g_autoptr (GString) line = g_string_new (NULL);
    Table table = { &sink, line };
    if (!evx_index_columns (index, name, write_header, &table, error) ||
        !evx_index_records (index, name, write_row, &table, error))
        return FALSE;
    return fflush (sink.file) == 0 || evx_export_failed (sink.path, error);
}

gboolean
evx_export_table (EvxIndex *index, const char *name, const char *path, gboolean force, GError **error)
{
    if (path == NULL || strcmp (path, "-") == 0)
        return write_to_stdout (index, name, error);
    if (!force && g_file_test (path, G_FILE_TEST_EXISTS)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "%s is there already; add --force to replace it, or choose another name", path);
        return FALSE;
    }
    g_auto (EvxSink) sink = { 0 };
    g_autofree char *folder = g_path_get_dirname (path);
    g_autofree char *base = g_path_get_basename (path);
    g_autofree char *unfinished = g_strdup_printf (".%s.%d", base, (int) getpid ());
    if (!evx_sink_open (&sink, folder, unfinished, error))
        return FALSE;
    gboolean done = write_table (index, name, &sink, error) &&
                    (g_rename (sink.path, path) == 0 || evx_export_failed (path, error));
    if (!done)
        g_unlink (sink.path);
    return done;
}
