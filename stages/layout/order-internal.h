/* What the files that find the reading order share. A region is a part of the page: its chunks @ids[0 .. n), by row
 * and from left to right. */
#pragma once

#include "../columns.h"
#include "layout-internal.h"

G_BEGIN_DECLS

/* White space between chunks of one row that continues over the rows below. */
typedef struct {
    float x0, x1;
    guint first, last; /* places in the region of its first row's start and last row's end */
    guint seeds;       /* rows with text on both sides */
    float y0, y1;      /* of the rows that are seeds */
} EvxRowGutter;

/* What stands on the two sides of a gutter. */
typedef enum {
    EVX_SIDES_PROSE,  /* columns of text, or one beside a table or a figure of its width */
    EVX_SIDES_TABLES, /* one table set in two columns of the page, or two that have rules of their own */
    EVX_SIDES_BOXES   /* other things side by side: boxes on a slide, addresses */
} EvxSides;

/* gutters.c: (transfer full) (element-type EvxRowGutter): all gutters of the region, those that end before others
 * first. */
GArray *evx_layout_find_gutters (const EvxLayout *layout, const guint32 *ids, guint n);
/* gutters.c: whether the chunk stands left of the gutter. */
gboolean evx_layout_is_left (const EvxLayout *layout, guint32 id, const EvxRowGutter *gutter);

/* gutters.c: draws the gutter out over the rows above that leave it free and follow closely, those of prose as lines do
 * that are set wide apart, and gives up the rows at its end that stand far below the rest. */
void evx_layout_draw_out (const EvxLayout *layout, const guint32 *ids, EvxRowGutter *gutter, EvxSides sides);
/* gutters.c: what the chunk keeps free of a gutter: itself, or the whole grid it lies in. */
EvxPlace evx_layout_extent (const EvxLayout *layout, guint32 id);

/* sides.c: the gutter with the most rows on both sides that has such sides, drawn out as far as it goes; FALSE if none
 * of @gutters has. */
gboolean evx_layout_gutter_between (EvxLayout *layout, const guint32 *ids, const GArray *gutters, EvxSides sides,
                                    EvxRowGutter *best);
/* charts.c: the gutter between a chart and what stands beside it, drawn out as far as it goes; FALSE if nothing does. */
gboolean evx_layout_gutter_beside_chart (EvxLayout *layout, const guint32 *ids, guint n, EvxRowGutter *gutter);

/* strips.c: the grid, added to the page's, of a table that is ruled off by rules across alone, @centred: with cells that
 * stand in the middle of their rows; EVX_NONE if the region has none. Its chunks are told. */
gint32 evx_layout_find_strips (EvxLayout *layout, const guint32 *ids, guint n, gboolean centred);

/* recognised.c: parts a region that was recognised between columns of text, as the lines of its ink were. @parts:
 * (out caller-allocates): room for @n; the chunks of each part one after the other, as they are to be read; @sizes:
 * (out): how many each has. FALSE if nothing parts columns, or the region was not recognised. */
gboolean evx_layout_part_recognised (EvxLayout *layout, const guint32 *ids, guint n, guint32 *parts,
                                     guint sizes[EVX_N_PARTS]);
/* recognised.c: writes what was recognised, and is no table, as recognition read it: it saw the page, with rules and
 * pictures that part columns. FALSE if that is not plain. */
gboolean evx_layout_write_as_read (EvxLayout *layout, const guint32 *ids, guint n);

/* running.c: where the running heads end and the running feet, which are not above @from, begin in the page. */
guint evx_layout_head_end (const EvxLayout *layout, const guint32 *ids, guint n);
guint evx_layout_foot_start (const EvxLayout *layout, const guint32 *ids, guint n, guint from);

G_END_DECLS
