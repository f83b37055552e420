/* The custody log: who read what, with what, when, and what came of it. Each entry of the chained log
 * (index.h) is an event and a JSON object:
 *
 *   start       user, uid, host, system, program and library versions, fingerprints of models and lexicon,
 *               options, sandbox, inputs as named
 *   document    file, path, sha256, size: the first time that a path is seen with these bytes
 *   changed     file, sha256, was: a path holds other bytes than before
 *   missing     file, sha256: an input of an earlier run is not there any more
 *   read        file, sha256, status, pages, content: SHA-256 over all that is stored of it
 *   collection  content: the same of findings and Bates numbers
 *   end         the ledger;  or  interrupted, stopped: why
 *   part        path, head (hash of its last entry), start (its own last start): a part that is merged
 *   export, exhibits   what was made of the index: output files with their SHA-256
 */
#pragma once

#include "plan.h"
#include "run.h"

G_BEGIN_DECLS

/* Each writes one entry in the transaction at hand, and fails as evx_index_log. */
gboolean evx_custody_start (EvxIndex *index, const EvxRunRequest *request, const EvxPlan *plan, GError **error);
gboolean evx_custody_document (EvxIndex *index, const EvxInput *input, GError **error);
gboolean evx_custody_changed (EvxIndex *index, const EvxInput *input, const char *was, GError **error);
gboolean evx_custody_missing (EvxIndex *index, const EvxInput *input, GError **error);
gboolean evx_custody_read (EvxIndex *index, const EvxDocument *document, GError **error);
gboolean evx_custody_collection (EvxIndex *index, GError **error);
gboolean evx_custody_end (EvxIndex *index, GError **error);
/** @why: the error that ended the run. */
gboolean evx_custody_stopped (EvxIndex *index, const GError *why, GError **error);

/** @folder: of the index @part, which is merged into @index. */
gboolean evx_custody_part (EvxIndex *index, const char *folder, EvxIndex *part, GError **error);

/**
 * evx_custody_made:
 * @out:   folder of the index
 * @verb:  the event
 * @kind:  (nullable): the format
 * @files: what was written, NULL-terminated
 *
 * Notes that something was made of the index. An index that cannot be written now (a read-only disk, a
 * run at work) gets no entry, and the user a note: what was made is good all the same.
 */
void evx_custody_made (const char *out, const char *verb, const char *kind, const char *const *files);

/** Returns: (transfer full): what a file in @folder was written at or after @since (nanoseconds of
 * evx_custody_now), folders within included; NULL-terminated, sorted. */
char **evx_custody_written (const char *folder, gint64 since);
gint64 evx_custody_now (void);

G_END_DECLS
