/* Boxes, points and pixels, rotation: the only place where units change. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A box: in points (1/72 inch), origin at the top left of the page as displayed, y down, unless a
 * function says pixels. x0 <= x1 and y0 <= y1; x1 and y1 are exclusive edges. */
typedef struct {
    double x0, y0, x1, y1;
} EvxBox;

/* No edge lies further out, in points. */
#define EVX_BOX_LIMIT 1e7

/**
 * evx_box_round:
 * Rounds each edge to 1/100 pt, the precision that is stored; a box that is stored and loaded again
 * is bit for bit the same. Non-finite edges become 0, swapped edges are put in order.
 */
EvxBox evx_box_round (EvxBox box);

/* The small ones are asked for each glyph of a page, and a box does not fit into registers: they stand here. */

static inline double
evx_box_width (EvxBox b)
{
    return b.x1 - b.x0;
}

static inline double
evx_box_height (EvxBox b)
{
    return b.y1 - b.y0;
}

static inline gboolean
evx_box_is_empty (EvxBox b)
{
    return b.x1 <= b.x0 || b.y1 <= b.y0;
}

static inline double
evx_box_area (EvxBox b)
{
    return evx_box_is_empty (b) ? 0 : evx_box_width (b) * evx_box_height (b);
}

/** The smallest box around both; an empty box adds nothing. */
static inline EvxBox
evx_box_union (EvxBox a, EvxBox b)
{
    if (evx_box_is_empty (a))
        return b;
    if (evx_box_is_empty (b))
        return a;
    return (EvxBox) { MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

/** The common part; an empty box (all 0) if there is none. */
static inline EvxBox
evx_box_intersection (EvxBox a, EvxBox b)
{
    EvxBox r = { MAX (a.x0, b.x0), MAX (a.y0, b.y0), MIN (a.x1, b.x1), MIN (a.y1, b.y1) };
    return evx_box_is_empty (r) ? (EvxBox) { 0 } : r;
}

/** Share of @a's area that lies in @b: 0..1; 0 if @a is empty. */
static inline double
evx_box_covered (EvxBox a, EvxBox b)
{
    double area = evx_box_area (a);
    return area > 0 ? evx_box_area (evx_box_intersection (a, b)) / area : 0;
}

/** Length of the common part of the vertical (y) or horizontal (x) extents; 0 if none. */
static inline double
evx_box_y_overlap (EvxBox a, EvxBox b)
{
    return MAX (0, MIN (a.y1, b.y1) - MAX (a.y0, b.y0));
}

static inline double
evx_box_x_overlap (EvxBox a, EvxBox b)
{
    return MAX (0, MIN (a.x1, b.x1) - MAX (a.x0, b.x0));
}

/**
 * evx_box_from_px:
 * @px:  box in pixels of an image of the whole page, origin top left
 * @dpi: resolution of that image, > 0
 *
 * Returns: the box in points, same origin. Source: default user space unit, ISO 32000-1, 8.3.2.3.
 */
EvxBox evx_box_from_px (EvxBox px, double dpi);
EvxBox evx_box_to_px (EvxBox pt, double dpi);

/**
 * evx_box_turn:
 * @box:    a box on a page of @width x @height (before the turn)
 * @degrees: clockwise turn of the page: 0, 90, 180 or 270
 *
 * Returns: where the box lies after the page was turned clockwise by @degrees.
 */
EvxBox evx_box_turn (EvxBox box, double width, double height, int degrees);

G_END_DECLS
