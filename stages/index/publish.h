/* Copies an index into PostgreSQL, for several people to ask at once. */
#pragma once

#include "index.h"

G_BEGIN_DECLS

/**
 * evx_index_publish:
 * @uri:    postgresql://… as libpq takes it, and ?schema=NAME
 * @schema: (nullable): name of the schema there, before that of @uri; NULL = that, or "evidex"
 *
 * Writes the index itself (pieces-internal.h), which evx_shared_open reads; the reviews of its folder that are not
 * there yet; the records under the names of the exports; and page_text with the text of each page, its words as a
 * tsvector, and trigrams of quotes where pg_trgm can be had. All of one state of the index and in one transaction:
 * readers see the old or the new, and doing it again gives the same.
 *
 * Returns: FALSE with EVX_ERROR_SERVER if the server cannot be reached or refuses, EVX_ERROR_USAGE for a wrong
 * address, EVX_ERROR_OUTPUT_BUSY if a run is writing the index.
 */
gboolean evx_index_publish (EvxIndex *index, const char *uri, const char *schema, GError **error);

G_END_DECLS
