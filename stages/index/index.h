/* The index: one folder with index.db (SQLite, WAL; schema.sql documents it). The only folder with SQL.
 * One writer, the supervisor; readers may read while it writes. Rows have content-derived keys, so the
 * same input gives the same rows whatever the order in which pages came. */
#pragma once

#include "../options.h"
#include "../types.h"

G_BEGIN_DECLS

typedef struct _EvxIndex EvxIndex;

/**
 * evx_index_create:
 * @folder: made if it does not exist
 *
 * Opens an index for writing: takes the lock (OUT/lock, held until close), makes or migrates the schema.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_OUTPUT_BUSY (message names pid and host),
 * _OUTPUT_READ_ONLY, _DISK_FULL, _INDEX_VERSION, _INDEX_DAMAGED.
 */
EvxIndex *evx_index_create (const char *folder, GError **error);

/** Opens for reading; no lock. NULL with EVX_ERROR_NOT_FOUND (no index there), _INDEX_VERSION, _INDEX_DAMAGED. */
EvxIndex *evx_index_open (const char *folder, GError **error);

/** Checkpoints (writer) and closes. */
void evx_index_close (EvxIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxIndex, evx_index_close)

/* Every writing call below fails with EVX_ERROR_DISK_FULL, _OUTPUT_READ_ONLY or _INDEX_DAMAGED. */

/** One transaction around several writes; nothing of it stands if the process dies before commit. */
gboolean evx_index_begin (EvxIndex *index, GError **error);
gboolean evx_index_commit (EvxIndex *index, GError **error);

/** Remembers a fact about the index or the run (sandbox, versions, roots); replaces. */
gboolean evx_index_set_meta (EvxIndex *index, const char *name, const char *value, GError **error);
/** Returns: (transfer full) (nullable). */
char *evx_index_meta (EvxIndex *index, const char *name);

/** Inserts or replaces the row of input->path. */
gboolean evx_index_put_input (EvxIndex *index, const EvxInput *input, GError **error);

/** Calls @each for every input, by file. Stops at FALSE. */
typedef gboolean (*EvxInputFunc) (const EvxInput *input, gpointer user, GError **error);
gboolean evx_index_inputs (EvxIndex *index, EvxInputFunc each, gpointer user, GError **error);

/** Inserts or replaces document, claims and events. */
gboolean evx_index_put_document (EvxIndex *index, const EvxDocument *document, GError **error);
/** Returns: (transfer full): NULL with EVX_ERROR_NOT_FOUND. */
EvxDocument *evx_index_document (EvxIndex *index, const char *id, GError **error);

/* The keys of what is stored for one page, stage by stage ("" = never done). */
typedef struct {
    char read[33]; /* text, ocr, layout */
    char tag[33];
} EvxPageKeys;

/** Returns: (transfer full) (element-type EvxPageKeys): one for each page of the document, by page;
 * empty array for a document never seen. A page that is not stored has empty keys. */
GArray *evx_index_page_keys (EvxIndex *index, const char *document_id, GError **error);

/**
 * evx_index_put_page:
 * @packed: (nullable): the page as packed by the worker, to save packing it again
 *
 * Inserts or replaces the page, its mentions, table rows and its words in the full-text table.
 */
gboolean evx_index_put_page (EvxIndex *index, const char *document_id, const EvxPage *page,
                             GBytes *packed, const EvxPageKeys *keys, GError **error);

/** Returns: (transfer full): the stored page; NULL with EVX_ERROR_NOT_FOUND or _INDEX_DAMAGED. */
EvxPage *evx_index_page (EvxIndex *index, const char *document_id, guint page, GError **error);

/**
 * evx_index_collection:
 * Returns: (transfer full): all finished documents with claims and events, all Bates sightings.
 */
EvxCollection *evx_index_collection (EvxIndex *index, GError **error);

/** Writes what the collection stages decided: findings (replaced as a whole), Bates ranges, groups,
 * and the chosen Bates number of each page. */
gboolean evx_index_put_collection (EvxIndex *index, const EvxCollection *collection, GError **error);

/** Appends to the custody log, chained: each entry's hash covers the entry before it. */
gboolean evx_index_log (EvxIndex *index, const char *event, const char *detail, GError **error);

/** *broken: 0, or the number of the first entry whose hash does not follow from the entry before it. */
gboolean evx_index_check_log (EvxIndex *index, gint64 *broken, GError **error);

/* What has been read, and what has not. */
typedef struct {
    guint64 inputs, done, partial, skipped, failed, unfinished; /* inputs = sum of the others */
    guint64 pages, by_text, by_ocr, by_region, blank, pages_failed;
    guint64 warnings; /* pages that were read, with a code all the same */
    GPtrArray *mention_kinds; /* char*, by name */
    GArray *mention_counts;   /* guint64, parallel: evidential mentions */
    guint64 distractors;      /* mentions that are not evidence */
    guint64 claims, findings;
    guint64 duplicates; /* of the skipped inputs: same bytes as another */
} EvxLedger;

EvxLedger *evx_index_ledger (EvxIndex *index, GError **error);
void evx_ledger_free (EvxLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxLedger, evx_ledger_free)

G_END_DECLS
