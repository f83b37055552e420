/* A chart with a table or a text beside it: the rows of these stand between its ticks, or level with them, and have
 * nothing to do with them. The white space between the two is a gutter over all rows of the chart, drawn out over those
 * above and below that leave it free and follow as the rows of a table do. */
#include "order-internal.h"

enum { LEAST_IN_PLOT = 4, LEAST_BESIDE = 3 }; /* chunks; rows */

#define WIDEST_STEP 2.2f /* sizes of type between two rows of a table */
#define MIN_GUTTER 0.8f  /* sizes of type */

static gboolean
is_inside (const EvxChunk *chunk, const EvxPlace *plot)
{
    float x = (chunk->x0 + chunk->x1) / 2;
    return x > plot->x0 && x < plot->x1;
}

/* The rows of the chart. FALSE if the region has none of it. */
static gboolean
find_rows (const EvxLayout *layout, const guint32 *ids, guint n, const EvxPlace *plot, EvxRowGutter *gutter)
{
    gutter->first = gutter->last = n;
    for (guint at = 0, end; at < n; at = end) {
        end = evx_layout_row_end (layout, ids, n, at);
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[at]);
        float y = (chunk->y0 + chunk->y1) / 2;
        if (y < plot->y0 || y > plot->y1)
            continue;
        gutter->first = MIN (gutter->first, at);
        gutter->last = end;
    }
    return gutter->first < n;
}

/* The white space beside the chart. FALSE if too little stands beside it, or too close. */
static gboolean
find_white (const EvxLayout *layout, const guint32 *ids, const EvxPlace *plot, gboolean left, EvxRowGutter *gutter)
{
    guint inside = 0, rows = 0;
    guint32 last = G_MAXUINT32;
    EvxPlace chart = { G_MAXFLOAT, 0, -G_MAXFLOAT, 0 };
    float beside = left ? -G_MAXFLOAT : G_MAXFLOAT;
    for (guint i = gutter->first; i < gutter->last; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        EvxPlace place = evx_layout_extent (layout, ids[i]);
        if (is_inside (chunk, plot)) {
            chart.x0 = MIN (chart.x0, place.x0);
            chart.x1 = MAX (chart.x1, place.x1);
            inside++;
        } else if (left == (chunk->x0 < plot->x0)) {
            beside = left ? MAX (beside, place.x1) : MIN (beside, place.x0);
            rows += chunk->row != last;
            last = chunk->row;
        }
    }
    gutter->x0 = left ? beside : chart.x1;
    gutter->x1 = left ? chart.x0 : beside;
    gutter->seeds = rows;
    return inside >= LEAST_IN_PLOT && rows >= LEAST_BESIDE && gutter->x1 - gutter->x0 >= MIN_GUTTER * layout->size;
}

/* Whether the rows @from .. @to leave the gutter free; @y0 and @y1: (out): where they begin and end. */
static gboolean
leaves_free (const EvxLayout *layout, const guint32 *ids, guint from, guint to, const EvxRowGutter *gutter, float *y0, float *y1)
{
    *y0 = G_MAXFLOAT;
    *y1 = -G_MAXFLOAT;
    for (guint i = from; i < to; i++) {
        EvxPlace place = evx_layout_extent (layout, ids[i]);
        if (place.x1 > gutter->x0 && place.x0 < gutter->x1)
            return FALSE;
        *y0 = MIN (*y0, place.y0);
        *y1 = MAX (*y1, place.y1);
    }
    return TRUE;
}

static void
draw_out (const EvxLayout *layout, const guint32 *ids, guint n, EvxRowGutter *gutter)
{
    float top, bottom, y0, y1;
    leaves_free (layout, ids, gutter->first, gutter->last, gutter, &top, &bottom);
    while (gutter->first > 0) {
        guint at = evx_layout_row_start (layout, ids, gutter->first);
        if (!leaves_free (layout, ids, at, gutter->first, gutter, &y0, &y1) || top - y1 > WIDEST_STEP * layout->size)
            break;
        gutter->first = at;
        top = MIN (top, y0);
    }
    while (gutter->last < n) {
        guint end = evx_layout_row_end (layout, ids, n, gutter->last);
        if (!leaves_free (layout, ids, gutter->last, end, gutter, &y0, &y1) || y0 - bottom > WIDEST_STEP * layout->size)
            break;
        gutter->last = end;
        bottom = MAX (bottom, y1);
    }
    gutter->y0 = top;
    gutter->y1 = bottom;
}

gboolean
evx_layout_gutter_beside_chart (EvxLayout *layout, const guint32 *ids, guint n, EvxRowGutter *gutter)
{
    const GArray *plots = evx_layout_plots (layout);
    for (guint i = 0; i < plots->len; i++) {
        const EvxPlace *plot = &g_array_index (plots, EvxPlace, i);
        if (!find_rows (layout, ids, n, plot, gutter))
            continue;
        for (guint left = 0; left < 2; left++)
            if (find_white (layout, ids, plot, left == 1, gutter)) {
                draw_out (layout, ids, n, gutter);
                return TRUE;
            }
    }
    return FALSE;
}
