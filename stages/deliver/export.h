/* The index in other programs' formats. Rows come in an order that depends on content alone, so that the
 * same index gives the same bytes, whatever made it. */
#pragma once

#include "../index/index.h"

G_BEGIN_DECLS

typedef struct {
    const char *name;
    const char *help; /* one line */
    /* Writes its files into @folder, which is empty. */
    gboolean (*write) (EvxIndex *index, const char *folder, GError **error);
} EvxExportFormat;

/* csv jsonl xlsx concordance ftm webannotation, ended by name == NULL. */
extern const EvxExportFormat evx_export_formats[];

/* Writes its files into @folder, which is empty. */
typedef gboolean (*EvxExportFunc) (EvxIndex *index, const char *folder, gpointer user, GError **error);

/**
 * evx_export_files:
 * @folder: made if it does not exist
 * @force:  replace files of the same names
 *
 * Lets @write fill a hidden folder inside @folder and renames what is complete.
 *
 * Returns: FALSE with EVX_ERROR_USAGE (a file of that name is there), _DISK_FULL, _OUTPUT_READ_ONLY,
 * or an error of the index.
 */
gboolean evx_export_files (EvxIndex *index, EvxExportFunc write, gpointer user, const char *folder,
                           gboolean force, GError **error);

/** evx_export_files with @format, the name of an EvxExportFormat; EVX_ERROR_USAGE if there is none. */
gboolean evx_export (EvxIndex *index, const char *format, const char *folder, gboolean force,
                     GError **error);

/**
 * evx_export_table:
 * Writes one record of evx_record_names as CSV to @path (NULL: stdout), replacing it at once.
 */
gboolean evx_export_table (EvxIndex *index, const char *name, const char *path, gboolean force,
                           GError **error);

/** Appends one record as a line of CSV (RFC 4180), spreadsheet formulas disarmed. */
void evx_csv_header (GString *line, const EvxRecord *record);
void evx_csv_record (GString *line, const EvxRecord *record);

/** Appends @text as one field of CSV; a text that a spreadsheet would run gets a ' before it. */
void evx_csv_field (GString *line, const char *text);

G_END_DECLS
