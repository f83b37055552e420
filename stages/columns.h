/* Where a page is to be cut so that columns of text are read one after the other: gutters between pieces of lines,
 * whether these come from ink (ink-order.c) or from words (layout/recognised.c). */
#pragma once

#include "geometry.h"

G_BEGIN_DECLS

/* What stands in one row without a gap as wide as between columns. Any unit, origin top left, y down. */
typedef struct {
    EvxBox box;
    double top, base;   /* of its small letters */
    double height;      /* of small letters of its type, > 0 */
    guint id;           /* the caller's */
    gint left, right;   /* evx_columns_gutter's own */
} EvxPiece;

/* White between columns, and from where to where it reaches. */
typedef struct {
    double x0, x1, y0, y1;
} EvxGutter;

/* In the order in which they are read. */
typedef enum { EVX_PART_ABOVE, EVX_PART_LEFT, EVX_PART_RIGHT, EVX_PART_BELOW, EVX_N_PARTS } EvxPart;

/**
 * evx_columns_gutter:
 * @pieces: from the top down, as evx_piece_compare sorts them
 * @gutter: (out): the one that has most of the pieces beside it
 *
 * Returns: FALSE if nothing parts columns of text: what there is is read across, row by row.
 * Source: Breuel, "Two geometric algorithms for layout analysis", 2002.
 */
gboolean evx_columns_gutter (EvxPiece *pieces, guint n, EvxGutter *gutter);

/** Returns: where @piece lies about @gutter. */
EvxPart evx_gutter_part (const EvxGutter *gutter, const EvxPiece *piece);

/** Compares two EvxPiece for qsort: the one whose middle is higher comes first. */
int evx_piece_compare (const void *a, const void *b);

/** Returns: TRUE if the two stand in one row. */
gboolean evx_pieces_are_level (const EvxPiece *a, const EvxPiece *b);

G_END_DECLS
