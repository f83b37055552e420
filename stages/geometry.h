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

double evx_box_width (EvxBox box);
double evx_box_height (EvxBox box);
double evx_box_area (EvxBox box);
gboolean evx_box_is_empty (EvxBox box);

/** The smallest box around both; an empty box adds nothing. */
EvxBox evx_box_union (EvxBox a, EvxBox b);

/** The common part; an empty box (all 0) if there is none. */
EvxBox evx_box_intersection (EvxBox a, EvxBox b);

/** Share of @a's area that lies in @b: 0..1; 0 if @a is empty. */
double evx_box_covered (EvxBox a, EvxBox b);

/** Length of the common part of the vertical (y) or horizontal (x) extents; 0 if none. */
double evx_box_y_overlap (EvxBox a, EvxBox b);
double evx_box_x_overlap (EvxBox a, EvxBox b);

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
