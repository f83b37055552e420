/* Boxes, points and pixels, rotation: the only place where units change. */
#include "geometry.h"

#include <math.h>

static double
round_edge (double v)
{
    return isfinite (v) ? round (CLAMP (v, -EVX_BOX_LIMIT, EVX_BOX_LIMIT) * 100.0) / 100.0 : 0.0;
}

EvxBox
evx_box_round (EvxBox b)
{
    EvxBox r = { round_edge (b.x0), round_edge (b.y0), round_edge (b.x1), round_edge (b.y1) };
    return (EvxBox) { MIN (r.x0, r.x1), MIN (r.y0, r.y1), MAX (r.x0, r.x1), MAX (r.y0, r.y1) };
}

double
evx_box_width (EvxBox b)
{
    return b.x1 - b.x0;
}

double
evx_box_height (EvxBox b)
{
    return b.y1 - b.y0;
}

double
evx_box_area (EvxBox b)
{
    return evx_box_is_empty (b) ? 0 : evx_box_width (b) * evx_box_height (b);
}

gboolean
evx_box_is_empty (EvxBox b)
{
    return b.x1 <= b.x0 || b.y1 <= b.y0;
}

EvxBox
evx_box_union (EvxBox a, EvxBox b)
{
    if (evx_box_is_empty (a))
        return b;
    if (evx_box_is_empty (b))
        return a;
    return (EvxBox) { MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

EvxBox
evx_box_intersection (EvxBox a, EvxBox b)
{
    EvxBox r = { MAX (a.x0, b.x0), MAX (a.y0, b.y0), MIN (a.x1, b.x1), MIN (a.y1, b.y1) };
    return evx_box_is_empty (r) ? (EvxBox) { 0 } : r;
}

double
evx_box_covered (EvxBox a, EvxBox b)
{
    double area = evx_box_area (a);
    return area > 0 ? evx_box_area (evx_box_intersection (a, b)) / area : 0;
}

double
evx_box_y_overlap (EvxBox a, EvxBox b)
{
    return MAX (0, MIN (a.y1, b.y1) - MAX (a.y0, b.y0));
}

double
evx_box_x_overlap (EvxBox a, EvxBox b)
{
    return MAX (0, MIN (a.x1, b.x1) - MAX (a.x0, b.x0));
}

static EvxBox
scale (EvxBox b, double k)
{
    return (EvxBox) { b.x0 * k, b.y0 * k, b.x1 * k, b.y1 * k };
}

EvxBox
evx_box_from_px (EvxBox px, double dpi)
{
    return scale (px, 72.0 / dpi);
}

EvxBox
evx_box_to_px (EvxBox pt, double dpi)
{
    return scale (pt, dpi / 72.0);
}

EvxBox
evx_box_turn (EvxBox b, double width, double height, int degrees)
{
    switch (degrees) {
    case 90:
        return (EvxBox) { height - b.y1, b.x0, height - b.y0, b.x1 };
    case 180:
        return (EvxBox) { width - b.x1, height - b.y1, width - b.x0, height - b.y0 };
    case 270:
        return (EvxBox) { b.y0, width - b.x1, b.y1, width - b.x0 };
    default:
        return b;
    }
}
