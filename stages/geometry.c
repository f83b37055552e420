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
