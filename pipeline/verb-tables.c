/* evidex tables: the recovered tables, as text or as CSV files. A table that continues over pages is one
 * table again. */
#include "deliver/export.h"
#include "deliver/json.h"
#include "open.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Columns share a line of so many characters; what a cell has more is cut. */
#define LINE 150
#define NARROWEST 14
#define WIDEST 60

typedef struct {
    char *file, *bates, *id;
    gint64 page, number, n_rows;
    gboolean continued;
    char **columns;
} Table;

typedef struct {
    GPtrArray *tables; /* Table, in the order of their rows */
    guint at;          /* table of the row at hand */
    GPtrArray *rows;   /* char **: page, row, cells, doubt, of the table being gathered */
    guint first;       /* where that table begins */
    const char *folder; /* (nullable): of CSV */
    GString *list;      /* tables.csv */
    guint n_written;
    gboolean force;
} Run;

static void
table_free (gpointer data)
{
    Table *table = data;
    g_free (table->file);
    g_free (table->bates);
    g_free (table->id);
    g_strfreev (table->columns);
    g_free (table);
}

static char **
names_of_json (const char *text)
{
    g_autoptr (JsonNode) node = json_from_string (text, NULL);
    JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
    guint n = list != NULL ? json_array_get_length (list) : 0;
    char **names = g_new0 (char *, n + 1);
    for (guint i = 0; i < n; i++)
        names[i] = g_strdup (json_array_get_string_element (list, i));
    return names;
}

static gboolean
note_table (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    Run *run = user;
    Table *table = g_new0 (Table, 1);
    table->file = g_strdup (evx_record_text (record, "file"));
    table->bates = g_strdup (evx_record_text (record, "bates"));
    table->id = g_strdup (evx_record_text (record, "document_id"));
    table->page = evx_record_integer (record, "page");
    table->number = evx_record_integer (record, "table");
    table->n_rows = evx_record_integer (record, "rows");
    table->continued = g_strcmp0 (evx_record_text (record, "continued"), "true") == 0;
    table->columns = names_of_json (evx_record_text (record, "columns"));
    g_ptr_array_add (run->tables, table);
    return TRUE;
}

/* ---- one table ------------------------------------------------------------------------------------------ */

static void
print_cell (const char *text, glong width, gboolean last)
{
    g_autofree char *shown = evx_verb_printable (text);
    glong length = g_utf8_strlen (shown, -1);
    if (length > width) {
        g_utf8_offset_to_pointer (shown, width - 1)[0] = '\0';
        g_print ("%s…", shown);
        length = width;
    } else {
        g_print ("%s", shown);
    }
    g_print ("%*s", last ? 0 : (int) (width - length + 2), "");
}

static glong
widest (const Run *run, const char *name, guint column)
{
    glong width = g_utf8_strlen (name, -1);
    for (guint r = 0; r < run->rows->len; r++) {
        char **row = run->rows->pdata[r];
        width = MAX (width, g_utf8_strlen (row[column + 2], -1));
    }
    glong share = LINE / (glong) g_strv_length (((const Table *) run->tables->pdata[run->first])->columns);
    return CLAMP (width, 1, CLAMP (share, NARROWEST, WIDEST));
}

static void
print_table (const Run *run, const Table *table)
{
    g_autofree char *file = evx_verb_printable (table->file);
    g_autofree char *bates = table->bates != NULL ? evx_verb_printable (table->bates) : NULL;
    guint n = g_strv_length (table->columns);
    g_print ("%s, p. %" G_GINT64_FORMAT ", table %" G_GINT64_FORMAT "%s%s  (%u rows)\n", file, table->page,
             table->number, bates != NULL ? ", " : "", bates != NULL ? bates : "", run->rows->len);
    g_autofree glong *widths = g_new (glong, n + 1);
    for (guint c = 0; c < n; c++) {
        widths[c] = widest (run, table->columns[c], c);
        g_print ("%s", c == 0 ? "  " : "");
        print_cell (table->columns[c], widths[c], c + 1 == n);
    }
    g_print ("\n");
    for (guint r = 0; r < run->rows->len; r++) {
        char **row = run->rows->pdata[r];
        gboolean doubt = *row[n + 2] != '\0';
        guint last = n; /* column that ends the line */
        while (!doubt && last > 1 && *row[last + 1] == '\0')
            last--;
        g_print ("  ");
        for (guint c = 0; c < last; c++)
            print_cell (row[c + 2], widths[c], !doubt && c + 1 == last);
        g_print ("%s%s%s\n", doubt ? "[doubt: " : "", row[n + 2], doubt ? "]" : "");
    }
    g_print ("\n");
}

static void
append_row (GString *csv, char **fields)
{
    for (guint i = 0; fields[i] != NULL; i++) {
        if (i > 0)
            g_string_append_c (csv, ',');
        evx_csv_field (csv, fields[i]);
    }
    g_string_append (csv, "\r\n");
}

/* The name comes from the document's hash, never from the name of an input. */
static gboolean
write_table (Run *run, const Table *table, GError **error)
{
    g_autofree char *name = g_strdup_printf ("%.12s-p%" G_GINT64_FORMAT "-t%" G_GINT64_FORMAT ".csv", table->id,
                                             table->page, table->number);
    g_autofree char *path = g_build_filename (run->folder, name, NULL);
    g_autoptr (GString) csv = g_string_new ("page,row,");
    append_row (csv, table->columns);
    g_string_truncate (csv, csv->len - 2);
    g_string_append (csv, ",doubt\r\n");
    for (guint r = 0; r < run->rows->len; r++)
        append_row (csv, run->rows->pdata[r]);
    evx_csv_field (run->list, table->file);
    g_string_append_printf (run->list, ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%u,%s,%s,%s\r\n", table->page,
                            table->number, run->rows->len, table->bates != NULL ? table->bates : "", name,
                            table->id);
    if (!evx_verb_may_write (path, run->force, error))
        return FALSE;
    run->n_written++;
    return g_file_set_contents (path, csv->str, (gssize) csv->len, error);
}

static gboolean
flush (Run *run, GError **error)
{
    if (run->rows->len == 0)
        return TRUE;
    const Table *table = run->tables->pdata[run->first];
    gboolean done = TRUE;
    if (run->folder != NULL)
        done = write_table (run, table, error);
    else
        print_table (run, table);
    g_ptr_array_set_size (run->rows, 0);
    return done;
}

/* ---- rows -------------------------------------------------------------------------------------------------- */

static gboolean
is_of (const Table *table, const EvxRecord *record)
{
    return table->page == evx_record_integer (record, "page") &&
           table->number == evx_record_integer (record, "table") &&
           g_strcmp0 (table->file, evx_record_text (record, "file")) == 0;
}

/* Does @table go on where the table before ended? */
static gboolean
goes_on (const Table *before, const Table *table)
{
    return table->continued && table->page == before->page + 1 && strcmp (table->id, before->id) == 0 &&
           g_strv_equal ((const char *const *) table->columns, (const char *const *) before->columns);
}

/* page, row, a field for each column, doubt */
static char **
fields_of (const Table *table, const EvxRecord *record)
{
    guint n = g_strv_length (table->columns);
    char **fields = g_new0 (char *, n + 4);
    g_autoptr (JsonNode) node = json_from_string (evx_record_text (record, "cells"), NULL);
    JsonObject *cells = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
    fields[0] = g_strdup_printf ("%" G_GINT64_FORMAT, evx_record_integer (record, "page"));
    fields[1] = g_strdup_printf ("%" G_GINT64_FORMAT, evx_record_integer (record, "row"));
    for (guint c = 0; c < n; c++)
        fields[c + 2] = g_strdup (
            cells != NULL ? json_object_get_string_member_with_default (cells, table->columns[c], "") : "");
    fields[n + 2] = g_strdup (evx_record_text (record, "doubt"));
    return fields;
}

static gboolean
take_row (const EvxRecord *record, gpointer user, GError **error)
{
    Run *run = user;
    while (run->at < run->tables->len && !is_of (run->tables->pdata[run->at], record)) {
        run->at++;
        if (run->at < run->tables->len &&
            goes_on (run->tables->pdata[run->at - 1], run->tables->pdata[run->at]))
            continue;
        if (!flush (run, error))
            return FALSE;
        run->first = run->at;
    }
    if (run->at < run->tables->len)
        g_ptr_array_add (run->rows, fields_of (run->tables->pdata[run->at], record));
    return TRUE;
}

static gboolean
print_json (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    g_autoptr (GString) line = g_string_new ("{\"type\":\"table_row\"");
    evx_json_record (line, record);
    g_print ("%s}\n", line->str);
    ++*(guint *) user;
    return TRUE;
}

static gboolean
write_list (const Run *run, GError **error)
{
    g_autofree char *path = g_build_filename (run->folder, "tables.csv", NULL);
    return g_file_set_contents (path, run->list->str, (gssize) run->list->len, error);
}

static gboolean
all_tables (EvxIndex *index, Run *run, GError **error)
{
    if (run->folder != NULL && g_mkdir_with_parents (run->folder, 0777) != 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_READ_ONLY, "Cannot write to %s: %s", run->folder,
                     g_strerror (errno));
        return FALSE;
    }
    return evx_index_records (index, "tables", note_table, run, error) &&
           evx_index_records (index, "table_rows", take_row, run, error) && flush (run, error) &&
           (run->folder == NULL || write_list (run, error));
}

static void
tell (const char *folder, guint n_written)
{
    g_autofree char *shown = evx_verb_printable (folder);
    g_printerr ("%u table%s written; %s/tables.csv lists %s\n", n_written, n_written == 1 ? "" : "s", shown,
                n_written == 1 ? "it" : "them");
}

static int
tables (EvxIndex *index, const char *folder, gboolean force, GError **error)
{
    g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (table_free);
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
    g_autoptr (GString) names = g_string_new ("file,page,table,rows,bates,csv,document_id\r\n");
    Run run = { .tables = list, .rows = rows, .list = names, .folder = folder, .force = force };
    if (!all_tables (index, &run, error))
        return -1;
    if (list->len == 0)
        g_printerr ("No tables were found.\n");
    else if (folder != NULL)
        tell (folder, run.n_written);
    return EVX_EXIT_DONE;
}

int
evx_verb_tables (int argc, char **argv)
{
    gboolean json = FALSE, force = FALSE;
    g_autofree char *folder = NULL;
    const GOptionEntry entries[] = {
        { "csv", 0, 0, G_OPTION_ARG_FILENAME, &folder, "a CSV file for each table, and tables.csv that lists them", "DIR" },
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "one JSON object a row", NULL },
        { "force", 0, 0, G_OPTION_ARG_NONE, &force, "replace files of the same names", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "OUT",
                         "The tables that were recovered from pages. A row in doubt says why: split, cells,\n"
                         "confidence, redacted, total. Look at its page before you rely on it.",
                         entries, &error))
        return evx_verb_fail ("tables", error);
    if (argc != 2 || (json && folder != NULL))
        return evx_verb_usage ("tables", argc != 2 ? "one index is needed" : "--json or --csv, not both");
    int status;
    guint n = 0;
    g_autoptr (EvxIndex) index = evx_open_index ("tables", argv[1], &status);
    if (index == NULL)
        return status;
    if (json)
        status = evx_index_records (index, "table_rows", print_json, &n, &error) ? EVX_EXIT_DONE : -1;
    else
        status = tables (index, folder, force, &error);
    return status >= 0 ? status : evx_verb_fail ("tables", error);
}
