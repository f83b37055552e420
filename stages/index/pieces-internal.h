/* The index itself in PostgreSQL: its file in pieces, each compressed, with its hash, and one row that says what
 * they make together. pieces.c writes them, shared.c puts them together again. */
#pragma once

#include "index-internal.h"
#include "postgres-internal.h"

G_BEGIN_DECLS

#define EVX_PIECES_FORMAT 1      /* of the two tables below */
#define EVX_PIECE_BYTES (1 << 20) /* in memory one at a time; small enough that a changed row moves little */
#define EVX_HASH_DIGITS 64       /* SHA-256, hex */

/**
 * evx_pieces_publish:
 * @index: in a read transaction, so that its file stands still
 *
 * Makes the pieces in the schema those of the index; sends only those that differ from what the server holds, and
 * asks the server to hash that, so that a damaged piece is mended. The caller's transaction.
 *
 * Returns: FALSE with EVX_ERROR_OUTPUT_BUSY (a run is writing, or was killed while it did), EVX_ERROR_SERVER.
 */
gboolean evx_pieces_publish (EvxIndex *index, EvxPostgres *postgres, GError **error);

G_END_DECLS
