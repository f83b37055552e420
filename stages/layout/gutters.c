/* Gutters between chunks: white space between two of one row that continues over the rows below. A greedy form of
 * the white-space cover of Breuel, "Two geometric algorithms for layout analysis" (2002), which here needs only one
 * pass over the rows. */
#include "order-internal.h"

#define MAX_OPEN 48     /* gutters followed at one time */
#define MIN_GUTTER 0.8f /* narrowest gutter, in usual heights */
#define APART 2.0f      /* white below the last row of columns, in usual heights; between lines set wide apart 1.8 */
#define CLOSE 1.0f      /* white above which a row does not belong to what stands below, where that are no columns of prose */
#define SLACK 0.25f     /* by which a line may stand out of its column; justified lines differ by hundredths of a point */

EvxPlace
evx_layout_extent (const EvxLayout *layout, guint32 id)
{
    const EvxChunk *chunk = evx_layout_chunk (layout, id);
    gint32 grid = evx_layout_grid_of (layout, id);
    if (grid != EVX_NONE)
        return g_array_index (layout->grids, EvxGrid, grid).box;
    return (EvxPlace) { chunk->x0, chunk->y0, chunk->x1, chunk->y1 };
}

/* What the row leaves of a gutter: its widest free part. */
static void
narrow (const EvxLayout *layout, const guint32 *ids, guint at, guint end, EvxRowGutter *gutter)
{
    float x0 = gutter->x0, best0 = x0, best1 = x0;
    for (guint i = at; i < end; i++) {
        EvxPlace place = evx_layout_extent (layout, ids[i]);
        float x1 = MIN (place.x0, gutter->x1);
        if (x1 - x0 > best1 - best0)
            best0 = x0, best1 = x1;
        x0 = MAX (x0, place.x1);
    }
    if (gutter->x1 - x0 > best1 - best0)
        best0 = x0, best1 = gutter->x1;
    gutter->x0 = best0;
    gutter->x1 = best1;
}

static gboolean
lies_in (const EvxRowGutter *gutter, float x0, float x1)
{
    return MIN (gutter->x1, x1) - MAX (gutter->x0, x0) > 0;
}

static void
seed (const EvxLayout *layout, const guint32 *ids, guint at, guint end, GArray *open)
{
    for (guint i = at; i + 1 < end; i++) {
        EvxPlace a = evx_layout_extent (layout, ids[i]), b = evx_layout_extent (layout, ids[i + 1]);
        gboolean known = FALSE;
        for (guint g = 0; g < open->len; g++) {
            EvxRowGutter *gutter = &g_array_index (open, EvxRowGutter, g);
            if (!lies_in (gutter, a.x1, b.x0))
                continue;
            gutter->seeds++;
            gutter->y1 = MAX (a.y1, b.y1);
            known = TRUE;
        }
        if (known || open->len >= MAX_OPEN || b.x0 - a.x1 < MIN_GUTTER * layout->size)
            continue;
        EvxRowGutter gutter = { a.x1, b.x0, at, end, 1, MIN (a.y0, b.y0), MAX (a.y1, b.y1) };
        g_array_append_val (open, gutter);
    }
}

GArray *
evx_layout_find_gutters (const EvxLayout *layout, const guint32 *ids, guint n)
{
    GArray *done = g_array_new (FALSE, FALSE, sizeof (EvxRowGutter));
    g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (EvxRowGutter));
    for (guint at = 0, end; at < n; at = end) {
        end = evx_layout_row_end (layout, ids, n, at);
        for (guint g = open->len; g-- > 0;) {
            EvxRowGutter next = g_array_index (open, EvxRowGutter, g);
            narrow (layout, ids, at, end, &next);
            if (next.x1 - next.x0 < MIN_GUTTER * layout->size) {
                g_array_append_val (done, g_array_index (open, EvxRowGutter, g));
                g_array_remove_index (open, g);
                continue;
            }
            next.last = end;
            g_array_index (open, EvxRowGutter, g) = next;
        }
        seed (layout, ids, at, end, open);
    }
    g_array_append_vals (done, open->data, open->len);
    return done;
}

/* Takes in the rows above that leave the gutter free, with no more white below each than @apart. */
static void
extend_up (const EvxLayout *layout, const guint32 *ids, EvxRowGutter *gutter, float apart)
{
    float slack = SLACK * layout->size;
    while (gutter->first > 0) {
        guint at = evx_layout_row_start (layout, ids, gutter->first);
        const EvxChunk *below = evx_layout_chunk (layout, ids[gutter->first]);
        for (guint i = at; i < gutter->first; i++) {
            EvxPlace place = evx_layout_extent (layout, ids[i]);
            if (place.x1 > gutter->x0 + slack && place.x0 < gutter->x1 - slack)
                return;
            if (below->y0 - place.y1 > apart * layout->size)
                return;
        }
        gutter->first = at;
    }
}

/* Gives up the rows at the end that stand far below the rest: what follows the columns. */
static void
trim_down (const EvxLayout *layout, const guint32 *ids, EvxRowGutter *gutter)
{
    float bottom = gutter->y1;
    for (guint at = gutter->first, end; at < gutter->last; at = end) {
        end = evx_layout_row_end (layout, ids, gutter->last, at);
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[at]);
        if (chunk->y0 > gutter->y1 && chunk->y0 - bottom > APART * layout->size) {
            gutter->last = at;
            return;
        }
        bottom = MAX (bottom, chunk->y1);
    }
}

void
evx_layout_draw_out (const EvxLayout *layout, const guint32 *ids, EvxRowGutter *gutter, EvxSides sides)
{
    extend_up (layout, ids, gutter, sides == EVX_SIDES_PROSE ? APART : CLOSE);
    trim_down (layout, ids, gutter);
}

gboolean
evx_layout_is_left (const EvxLayout *layout, guint32 id, const EvxRowGutter *gutter)
{
    EvxPlace place = evx_layout_extent (layout, id);
    return place.x0 + place.x1 < gutter->x0 + gutter->x1;
}
