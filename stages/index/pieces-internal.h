/* The index itself in PostgreSQL: its file in pieces, each compressed, with its hash, and one row that says what
 * they make together. pieces.c writes them, shared.c puts them together again. */
#pragma once

#include "index-internal.h"
#include "postgres-internal.h"

G_BEGIN_DECLS

#define EVX_PIECES_FORMAT 1 /* of the two tables */
/* 20 pages more in an index of 20,000 (62 MB) change 215 of its 15,185 blocks of 4 KiB, far apart: 85 % of the pieces
 * of 1 MiB, 13 % of those of 64 KiB. */
#define EVX_PIECE_BYTES (64 << 10)
#define EVX_PIECES_AT_ONCE 32 /* asked and sent in one go: a server may be far away */
#define EVX_HASH_DIGITS 64    /* SHA-256, hex */

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
