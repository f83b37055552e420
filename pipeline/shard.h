/* Part I of N of a run. The unit is a block of pages of one document, dealt out by content, so that one
 * huge PDF spreads over all parts and every machine agrees on who reads what without talking. */
#pragma once

#include "error.h"

G_BEGIN_DECLS

typedef struct {
    guint part, parts; /* part from 0; parts == 1: the whole */
} EvxShard;

/** Reads "I/N" ("" = the whole). FALSE with EVX_ERROR_USAGE. */
gboolean evx_shard_parse (const char *text, EvxShard *shard, GError **error);

/** TRUE if @page (from 0) of the document belongs to @shard. */
gboolean evx_shard_has (const EvxShard *shard, const char *document_id, guint page);

G_END_DECLS
