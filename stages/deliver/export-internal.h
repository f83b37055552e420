/* What the formats share: a file that is written and then safe on disk. */
#pragma once

#include <stdio.h>

#include "export.h"

G_BEGIN_DECLS

typedef struct {
    FILE *file;
    char *path;
} EvxSink;

/** Returns: FALSE with EVX_ERROR_DISK_FULL or _OUTPUT_READ_ONLY. */
gboolean evx_sink_open (EvxSink *sink, const char *folder, const char *name, GError **error);
gboolean evx_sink_write (EvxSink *sink, const char *text, gsize length, GError **error);
/** Writes @line and empties it. */
gboolean evx_sink_line (EvxSink *sink, GString *line, GError **error);
/** Flushes to the disk. */
gboolean evx_sink_close (EvxSink *sink, GError **error);
void evx_sink_clear (EvxSink *sink);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EvxSink, evx_sink_clear)

/** Sets @error from errno; returns FALSE. */
gboolean evx_export_failed (const char *path, GError **error);

/** A cell that a spreadsheet would take for a formula: begins with = + - @ tab or CR. */
gboolean evx_is_formula (const char *text);

/* A document as the load files and graph formats want it: read in full, with pages. */
typedef gboolean (*EvxDocumentFunc) (const EvxRecord *document, gpointer user, GError **error);

/** Calls @each for the documents that were read (done or partial), each content once, by file. */
gboolean evx_export_documents (EvxIndex *index, EvxDocumentFunc each, gpointer user, GError **error);

gboolean evx_export_csv (EvxIndex *index, const char *folder, GError **error);
gboolean evx_export_jsonl (EvxIndex *index, const char *folder, GError **error);
gboolean evx_export_xlsx (EvxIndex *index, const char *folder, GError **error);
gboolean evx_export_concordance (EvxIndex *index, const char *folder, GError **error);
gboolean evx_export_ftm (EvxIndex *index, const char *folder, GError **error);
gboolean evx_export_webannotation (EvxIndex *index, const char *folder, GError **error);

G_END_DECLS
