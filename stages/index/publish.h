/* Copies an index into PostgreSQL, for several people to ask at once. */
#pragma once

#include "index.h"

G_BEGIN_DECLS

/**
 * evx_index_publish:
 * @uri:    postgresql://… as libpq takes it
 * @schema: name of the schema there; its tables are replaced
 *
 * Writes the records under the names of the exports, and page_text with the text of each page, its words
 * as a tsvector, and trigrams of quotes where pg_trgm can be had. All in one transaction: readers see the
 * old or the new, and doing it again gives the same.
 *
 * Returns: FALSE with EVX_ERROR_UNREADABLE if the server cannot be reached, EVX_ERROR_OUTPUT_READ_ONLY if
 * it refuses.
 */
gboolean evx_index_publish (EvxIndex *index, const char *uri, const char *schema, GError **error);

G_END_DECLS
