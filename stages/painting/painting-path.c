/* Paths: which strokes are rules, which fills are boxes.
 *
 * A rule is an upright or level straight part of a stroke, or a thin filled box; a fill is a subpath
 * that is a box, or nearly fills the box around it (rounded corners). Two boxes in one path, one inside
 * of the other, are a frame: its four sides. */
#include "painting-path.h"

#include <math.h>

/* Caps for hostile pages; a dense printed table has some thousand rules. */
#define MAX_POINTS 200000u
#define MAX_RULES 50000u
#define MAX_FILLS 20000u

#define RULE_RATIO 4.0
/* A stroke may lean by this much and still be level or upright. */
#define LEAN_PT 0.3
/* Shorter parts are dots, dashes of a pattern and strokes of letters drawn as curves. */
#define MIN_RULE_PT 4.0
/* Share of its box that a shape must fill to count as the box: a circle fills 0.785. */
#define MIN_SOLID 0.8

typedef enum { POINT_MOVE, POINT_LINE, POINT_CURVE, POINT_CLOSE } PointKind;

typedef struct {
    double x, y;
    PointKind kind;
} Point;

typedef struct {
    const Point *points;
    guint n;
    gboolean closed;
} Subpath;

void
evx_path_init (EvxPath *path)
{
    path->points = g_array_new (FALSE, FALSE, sizeof (Point));
}

void
evx_path_clear (EvxPath *path)
{
    g_clear_pointer (&path->points, g_array_unref);
}

void
evx_path_reset (EvxPath *path)
{
    g_array_set_size (path->points, 0);
}

static void
add_point (EvxPath *path, const EvxMatrix *ctm, double x, double y, PointKind kind)
{
    Point point = { .kind = kind };
    evx_matrix_apply (ctm, x, y, &point.x, &point.y);
    if (path->points->len < MAX_POINTS && isfinite (point.x) && isfinite (point.y))
        g_array_append_val (path->points, point);
    path->x = x;
    path->y = y;
}

void
evx_path_move (EvxPath *path, const EvxMatrix *ctm, double x, double y)
{
    add_point (path, ctm, x, y, POINT_MOVE);
}

void
evx_path_line (EvxPath *path, const EvxMatrix *ctm, double x, double y)
{
    add_point (path, ctm, x, y, POINT_LINE);
}

void
evx_path_curve (EvxPath *path, const EvxMatrix *ctm, const double *xy, guint n_points)
{
    for (guint i = 0; i < n_points; i++)
        add_point (path, ctm, xy[2 * i], xy[2 * i + 1], POINT_CURVE);
}

void
evx_path_close (EvxPath *path)
{
    Point point = { .kind = POINT_CLOSE };
    if (path->points->len > 0 && path->points->len < MAX_POINTS)
        g_array_append_val (path->points, point);
}

void
evx_path_rectangle (EvxPath *path, const EvxMatrix *ctm, double x, double y, double w, double h)
{
    evx_path_move (path, ctm, x, y);
    evx_path_line (path, ctm, x + w, y);
    evx_path_line (path, ctm, x + w, y + h);
    evx_path_line (path, ctm, x, y + h);
    evx_path_close (path);
}

EvxBox
evx_matrix_box (const EvxMatrix *m, EvxBox box)
{
    double x[4], y[4];
    evx_matrix_apply (m, box.x0, box.y0, &x[0], &y[0]);
    evx_matrix_apply (m, box.x1, box.y0, &x[1], &y[1]);
    evx_matrix_apply (m, box.x1, box.y1, &x[2], &y[2]);
    evx_matrix_apply (m, box.x0, box.y1, &x[3], &y[3]);
    return (EvxBox) { MIN (MIN (x[0], x[1]), MIN (x[2], x[3])), MIN (MIN (y[0], y[1]), MIN (y[2], y[3])),
                      MAX (MAX (x[0], x[1]), MAX (x[2], x[3])), MAX (MAX (y[0], y[1]), MAX (y[2], y[3])) };
}

static EvxBox
bounds_of (const Point *points, guint n)
{
    EvxBox box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    for (guint i = 0; i < n; i++) {
        if (points[i].kind == POINT_CLOSE)
            continue;
        box.x0 = MIN (box.x0, points[i].x);
        box.y0 = MIN (box.y0, points[i].y);
        box.x1 = MAX (box.x1, points[i].x);
        box.y1 = MAX (box.y1, points[i].y);
    }
    return box.x0 <= box.x1 ? box : (EvxBox) { 0 };
}

EvxBox
evx_path_bounds (const EvxPath *path)
{
    return bounds_of ((const Point *) (const void *) path->points->data, path->points->len);
}

/* The subpath that begins at point *@at, which moves behind it. */
static gboolean
next_subpath (const EvxPath *path, guint *at, Subpath *sub)
{
    const Point *points = (const Point *) (const void *) path->points->data;
    guint i = *at;
    while (i < path->points->len && points[i].kind == POINT_CLOSE)
        i++;
    if (i >= path->points->len)
        return FALSE;
    *sub = (Subpath) { .points = points + i };
    do
        i++;
    while (i < path->points->len && points[i].kind != POINT_MOVE && points[i].kind != POINT_CLOSE);
    sub->n = (guint) (points + i - sub->points);
    sub->closed = i < path->points->len && points[i].kind == POINT_CLOSE;
    *at = i;
    return TRUE;
}

/* ---- rules ----------------------------------------------------------------------------------------- */

static void
add_rule (EvxPainting *painting, EvxBox box, EvxBox clip)
{
    EvxRule rule = { .box = evx_box_intersection (box, clip) };
    double width = evx_box_width (rule.box), height = evx_box_height (rule.box);
    rule.vertical = height > width;
    if (MAX (width, height) >= MIN_RULE_PT && painting->rules->len < MAX_RULES)
        g_array_append_val (painting->rules, rule);
}

static void
stroke_part (const Point *a, const Point *b, double half, EvxBox clip, EvxPainting *painting)
{
    double dx = fabs (a->x - b->x), dy = fabs (a->y - b->y);
    if (b->kind == POINT_CURVE || MIN (dx, dy) > LEAN_PT || MAX (dx, dy) < MIN_RULE_PT)
        return;
    double across_x = dx < dy ? half : 0, across_y = dx < dy ? 0 : half;
    add_rule (painting, (EvxBox) { MIN (a->x, b->x) - across_x, MIN (a->y, b->y) - across_y,
                                   MAX (a->x, b->x) + across_x, MAX (a->y, b->y) + across_y }, clip);
}

void
evx_path_stroke (const EvxPath *path, double thickness, EvxBox clip, EvxPainting *painting)
{
    double half = MAX (thickness, 0.1) / 2;
    Subpath sub;
    for (guint at = 0; next_subpath (path, &at, &sub);) {
        for (guint i = 1; i < sub.n; i++)
            stroke_part (&sub.points[i - 1], &sub.points[i], half, clip, painting);
        if (sub.closed && sub.n > 2) {
            Point back = sub.points[0];
            back.kind = POINT_LINE;
            stroke_part (&sub.points[sub.n - 1], &back, half, clip, painting);
        }
    }
}

/* ---- boxes ------------------------------------------------------------------------------------------ */

static void
add_fill (EvxPainting *painting, EvxBox box, EvxBox clip, const EvxFill *like)
{
    double width = evx_box_width (box), height = evx_box_height (box);
    double thin = MIN (width, height), thick = MAX (width, height);
    if (thin <= EVX_RULE_PT && thick >= RULE_RATIO * thin) {
        if (like->gray < 0.97) /* a white rule does not show on paper */
            add_rule (painting, box, clip);
        return;
    }
    EvxFill fill = *like;
    fill.box = evx_box_intersection (box, clip);
    if (!evx_box_is_empty (fill.box) && painting->fills->len < MAX_FILLS)
        g_array_append_val (painting->fills, fill);
}

/* Area by the trapezoid sum, with curves cut short to their control points; its sign is the direction
 * of the path. */
static double
area_of (const Subpath *sub)
{
    double twice = 0;
    for (guint i = 0; i < sub->n; i++) {
        const Point *a = &sub->points[i], *b = &sub->points[(i + 1) % sub->n];
        twice += a->x * b->y - b->x * a->y;
    }
    return twice / 2;
}

/* A subpath that is a box, or a shape that fills most of its box. */
typedef struct {
    EvxBox box;
    gboolean clockwise;
} Solid;

static gboolean
as_solid (const Subpath *sub, Solid *solid)
{
    solid->box = bounds_of (sub->points, sub->n);
    double whole = evx_box_area (solid->box), area = sub->n >= 3 ? area_of (sub) : 0;
    solid->clockwise = area > 0;
    return whole > 0 && fabs (area) >= MIN_SOLID * whole;
}

static gboolean
is_inside (EvxBox a, EvxBox b)
{
    return a.x0 > b.x0 && a.y0 > b.y0 && a.x1 < b.x1 && a.y1 < b.y1;
}

static void
add_frame (EvxPainting *painting, EvxBox outer, EvxBox inner, EvxBox clip, const EvxFill *like)
{
    const EvxBox sides[] = { { outer.x0, outer.y0, outer.x1, inner.y0 },
                             { outer.x0, inner.y1, outer.x1, outer.y1 },
                             { outer.x0, inner.y0, inner.x0, inner.y1 },
                             { inner.x1, inner.y0, outer.x1, inner.y1 } };
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        add_fill (painting, sides[i], clip, like);
}

gboolean
evx_path_fill (const EvxPath *path, gboolean even_odd, EvxBox clip, const EvxFill *fill,
               EvxPainting *painting)
{
    Solid last = { 0 }, solid;
    gboolean pending = FALSE, all = TRUE;
    Subpath sub;
    for (guint at = 0; next_subpath (path, &at, &sub);) {
        if (!as_solid (&sub, &solid)) {
            all = FALSE;
            continue;
        }
        gboolean hole = even_odd || solid.clockwise != last.clockwise;
        if (pending && hole && is_inside (solid.box, last.box)) {
            add_frame (painting, last.box, solid.box, clip, fill);
            pending = FALSE;
        } else if (pending && hole && is_inside (last.box, solid.box)) {
            add_frame (painting, solid.box, last.box, clip, fill);
            pending = FALSE;
        } else {
            if (pending)
                add_fill (painting, last.box, clip, fill);
            last = solid;
            pending = TRUE;
        }
    }
    if (pending)
        add_fill (painting, last.box, clip, fill);
    return all && painting->fills->len < MAX_FILLS && painting->rules->len < MAX_RULES;
}
