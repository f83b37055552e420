/* Paths, and what of a stroked or filled path is a rule or a box. Behind painting.c. */
#pragma once

#include "painting.h"

G_BEGIN_DECLS

/* A path under construction, points already placed on the page as displayed. */
typedef struct {
    GArray *points; /* of the path's own kind */
    double x, y;    /* current point in the coordinates of the operators */
} EvxPath;

void evx_path_init (EvxPath *path);
void evx_path_clear (EvxPath *path);
void evx_path_reset (EvxPath *path);

void evx_path_move (EvxPath *path, const EvxMatrix *ctm, double x, double y);
void evx_path_line (EvxPath *path, const EvxMatrix *ctm, double x, double y);
/* A curve by its control points and end; only its extent and end are used. */
void evx_path_curve (EvxPath *path, const EvxMatrix *ctm, const double *xy, guint n_points);
void evx_path_close (EvxPath *path);
void evx_path_rectangle (EvxPath *path, const EvxMatrix *ctm, double x, double y, double w, double h);

/** The box around all points; empty for no points. */
EvxBox evx_path_bounds (const EvxPath *path);

/** Adds the straight upright and level parts as rules of @thickness pt, as far as @clip lets them show. */
void evx_path_stroke (const EvxPath *path, double thickness, EvxBox clip, EvxPainting *painting);

/* A box at most this thick and at least four times as long is a rule. Body text is 8 pt and higher, so
 * no box that covers text is taken for a rule. */
#define EVX_RULE_PT 3.0

/** Adds the boxes among the subpaths as fills like @fill, or as rules where they are thin. Returns: whether all were
 * boxes that could be added. */
gboolean evx_path_fill (const EvxPath *path, gboolean even_odd, EvxBox clip, const EvxFill *fill,
                        EvxPainting *painting);

/* ---- matrices ------------------------------------------------------------------------------------ */

/** First @a, then @b. */
static inline EvxMatrix
evx_matrix_times (const EvxMatrix *a, const EvxMatrix *b)
{
    const double *p = a->m, *q = b->m;
    return (EvxMatrix) { { p[0] * q[0] + p[1] * q[2], p[0] * q[1] + p[1] * q[3],
                           p[2] * q[0] + p[3] * q[2], p[2] * q[1] + p[3] * q[3],
                           p[4] * q[0] + p[5] * q[2] + q[4], p[4] * q[1] + p[5] * q[3] + q[5] } };
}

static inline void
evx_matrix_apply (const EvxMatrix *m, double x, double y, double *to_x, double *to_y)
{
    *to_x = m->m[0] * x + m->m[2] * y + m->m[4];
    *to_y = m->m[1] * x + m->m[3] * y + m->m[5];
}

/** The box around the image of @box. */
EvxBox evx_matrix_box (const EvxMatrix *m, EvxBox box);

G_END_DECLS
