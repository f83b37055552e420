/* What the verbs that read an index share: opening it, finding a document by what people call it. */
#pragma once

#include "index/index.h"
#include "verb.h"

G_BEGIN_DECLS

/**
 * evx_open_index:
 * @folder: or the address of a database
 *
 * Opens an index for reading; where that fails, prints why and sets *status: 2 if there is no index at @folder
 * (1 would say "nothing found"), else as the error says.
 *
 * Returns: (transfer full) (nullable).
 */
EvxIndex *evx_open_index (const char *verb, const char *folder, int *status);

/** An input of the index as one looks for it: the first whose bytes are known, else the first. */
typedef struct {
    char *file, *path, *document_id, *reason;
    int code;
    EvxStatus status;
} EvxFound;

void evx_found_clear (EvxFound *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EvxFound, evx_found_clear)

/**
 * evx_find_input:
 * @name: file as the index names it, its last part, the path on disk, or the document id or its
 *        beginning (8 digits or more)
 *
 * Returns: FALSE with EVX_ERROR_NOT_FOUND, or EVX_ERROR_USAGE if several different documents fit.
 */
gboolean evx_find_input (EvxIndex *index, const char *name, EvxFound *found, GError **error);

G_END_DECLS
