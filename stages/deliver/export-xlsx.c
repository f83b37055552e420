/* One workbook, a sheet for each record, with a frozen header and a filter; ids of documents
 * and claims lead to their rows. libxlsxwriter in its
 * constant-memory mode writes row by row. The date of creation is fixed, so that the same index gives the
 * same bytes. Source: libxlsxwriter, "Working with Memory and Performance"; limits of Excel: 1,048,576
 * rows, 32,767 characters a cell. */
#include "export-internal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define MAX_ROWS 1048576u
#define MAX_CHARACTERS 32767
#define MAX_LINKS 65530 /* of a sheet; Excel refuses a workbook with more */
#define CUT_MARK " [cut]"

typedef struct {
    lxw_workbook *workbook;
    lxw_format *bold, *plain;
    lxw_worksheet *sheet;
    const char *record; /* name of the record */
    guint n_sheets;     /* of this record */
    lxw_row_t row;
    guint n_columns;
    guint n_links;      /* of this sheet */
    GHashTable *places; /* id of a document or claim -> link to its row */
    EvxIndex *index;
} Book;

/* Wide for sentences, narrow for figures. */
static double
width_of (const char *column)
{
    static const struct {
        const char *column;
        double width;
    } widths[] = { { "quote", 80 },    { "left_quote", 60 }, { "right_quote", 60 }, { "cells", 80 },
                   { "reason", 60 },   { "message", 60 },    { "file", 36 },        { "citation", 36 },
                   { "surface", 20 },  { "agency", 26 },     { "speaker", 22 },     { "left_citation", 36 },
                   { "right_citation", 36 } };
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        if (strcmp (widths[i].column, column) == 0)
            return widths[i].width;
    return 12;
}

static gboolean
write_header (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    Book *book = user;
    for (guint i = 0; i < record->n; i++) {
        worksheet_set_column (book->sheet, (lxw_col_t) i, (lxw_col_t) i, width_of (record->names[i]), NULL);
        worksheet_write_string (book->sheet, 0, (lxw_col_t) i, record->names[i], book->bold);
    }
    worksheet_freeze_panes (book->sheet, 1, 0);
    book->row = 1;
    book->n_columns = record->n;
    return TRUE;
}

static void
finish_sheet (Book *book)
{
    if (book->row > 1)
        worksheet_autofilter (book->sheet, 0, 0, book->row - 1, (lxw_col_t) (book->n_columns - 1));
}

static gboolean
begin_sheet (Book *book, GError **error)
{
    g_autofree char *name = book->n_sheets == 0
                                ? g_strdup (book->record)
                                : g_strdup_printf ("%s (%u)", book->record, book->n_sheets + 1);
    book->sheet = workbook_add_worksheet (book->workbook, name);
    book->n_sheets++;
    book->n_links = 0;
    return evx_index_columns (book->index, book->record, write_header, book, error);
}

/* @text as a cell: not a formula, no longer than Excel takes. */
static char *
cell_text (const char *text)
{
    const char *guard = evx_is_formula (text) ? "'" : "";
    if (g_utf8_strlen (text, -1) < MAX_CHARACTERS)
        return g_strconcat (guard, text, NULL);
    const char *end = g_utf8_offset_to_pointer (text, MAX_CHARACTERS - 10);
    return g_strdup_printf ("%s%.*s" CUT_MARK, guard, (int) (end - text), text);
}

/* A row that others refer to is remembered by its id. */
static void
remember_place (Book *book, const EvxRecord *record)
{
    const char *column = strcmp (book->record, "documents") == 0 ? "document_id"
                         : strcmp (book->record, "claims") == 0  ? "claim_id"
                                                                 : NULL;
    const char *id = column != NULL ? evx_record_text (record, column) : NULL;
    if (id != NULL && book->n_sheets == 1 && !g_hash_table_contains (book->places, id))
        g_hash_table_insert (book->places, g_strdup (id),
                             g_strdup_printf ("internal:'%s'!A%u", book->record, book->row + 1));
}

/* (nullable): the row that the value of @column names. */
static const char *
place_of (Book *book, const char *column, const char *value)
{
    static const char *const columns[] = { "document_id", "duplicate_of", "left_claim", "right_claim",
                                             "left_document", "right_document", NULL };
    gboolean own = strcmp (book->record, "documents") == 0 && strcmp (column, "document_id") == 0;
    if (own || book->n_links >= MAX_LINKS || !g_strv_contains (columns, column))
        return NULL;
    return g_hash_table_lookup (book->places, value);
}

static void
write_text (Book *book, lxw_col_t column, const char *name, const char *value)
{
    g_autofree char *text = cell_text (value);
    const char *place = place_of (book, name, value);
    if (place == NULL) {
        worksheet_write_string (book->sheet, book->row, column, text, NULL);
        return;
    }
    worksheet_write_url_opt (book->sheet, book->row, column, place, NULL, text, NULL);
    book->n_links++;
}

static gboolean
write_row (const EvxRecord *record, gpointer user, GError **error)
{
    Book *book = user;
    if (book->row == MAX_ROWS) {
        finish_sheet (book);
        if (!begin_sheet (book, error))
            return FALSE;
    }
    remember_place (book, record);
    for (guint i = 0; i < record->n; i++) {
        const EvxValue *value = &record->values[i];
        lxw_col_t column = (lxw_col_t) i;
        if (value->type == EVX_VALUE_INTEGER || value->type == EVX_VALUE_REAL) {
            worksheet_write_number (book->sheet, book->row, column, value->real, NULL);
        } else if (value->type == EVX_VALUE_TEXT) {
            write_text (book, column, record->names[i], value->text);
        }
    }
    book->row++;
    return TRUE;
}

static gboolean
write_sheets (Book *book, GError **error)
{
    const char *name;
    for (guint i = 0; (name = evx_index_record_name (book->index, i)) != NULL; i++) {
        book->record = name;
        book->n_sheets = 0;
        if (!begin_sheet (book, error) ||
            !evx_index_records (book->index, book->record, write_row, book, error))
            return FALSE;
        finish_sheet (book);
    }
    return TRUE;
}

static gboolean
sync_file (const char *path, GError **error)
{
    int fd = open (path, O_RDONLY | O_CLOEXEC);
    gboolean done = fd >= 0 && fsync (fd) == 0;
    if (!done)
        evx_export_failed (path, error);
    if (fd >= 0)
        close (fd);
    return done;
}

gboolean
evx_export_xlsx (EvxIndex *index, const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename (folder, "evidex.xlsx", NULL);
    lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) folder };
    g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    Book book = { .index = index, .places = places, .workbook = workbook_new_opt (path, &options) };
    lxw_doc_properties properties = { .title = (char *) "evidex", .created = 1 };
    workbook_set_properties (book.workbook, &properties);
    book.bold = workbook_add_format (book.workbook);
    format_set_bold (book.bold);
    gboolean done = write_sheets (&book, error);
    errno = 0;
    lxw_error result = workbook_close (book.workbook);
    if (!done)
        return FALSE;
    if (result == LXW_NO_ERROR)
        return sync_file (path, error);
    if (errno != 0)
        return evx_export_failed (path, error);
    g_set_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_READ_ONLY, "Cannot write %s: %s", path,
                 lxw_strerror (result));
    return FALSE;
}
