/* Columns of a printed grid that no rule parts. */
#include "layout-internal.h"

#include <string.h>

typedef struct {
    float x0, x1;
    guint rows;
} Gap;

/* Takes the gap between two chunks of a row into those that are known: what all of them leave free. */
static void
add_gap (GArray *gaps, float x0, float x1, float least)
{
    for (guint i = 0; i < gaps->len; i++) {
        Gap *gap = &g_array_index (gaps, Gap, i);
        float left = MAX (gap->x0, x0), right = MIN (gap->x1, x1);
        if (right - left < least)
            continue;
        *gap = (Gap) { left, right, gap->rows + 1 };
        return;
    }
    Gap gap = { x0, x1, 1 };
    if (gaps->len < 32 && x1 - x0 >= least)
        g_array_append_val (gaps, gap);
}

static gboolean
crosses (const EvxChunk *chunk, float x)
{
    return chunk->x0 < x && chunk->x1 > x;
}

/* A bullet and its item are one cell, however far apart they stand; a dash or an asterisk may be a cell. */
static gboolean
is_bullet (const EvxLayout *layout, const EvxChunk *chunk)
{
    guint32 word = layout->order[chunk->first];
    return chunk->n == 1 && strchr ("-*", *evx_layout_text (layout, word)) == NULL && evx_layout_is_bullet (layout, word);
}

/* The place between @left and @right where most rows of the page have a gap that few run across; 0 = none. */
static float
find_gap (const EvxLayout *layout, const guint32 *ids, guint n, float left, float right)
{
    g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
    const EvxChunk *last = NULL;
    guint rows = 0;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        float middle = (chunk->x0 + chunk->x1) / 2;
        if (middle < left || middle > right)
            continue;
        if (last == NULL || last->row != chunk->row)
            rows++;
        else if (!is_bullet (layout, last))
            add_gap (gaps, last->x1, chunk->x0, 0.5f * layout->size);
        last = chunk;
    }
    for (guint g = 0; g < gaps->len; g++) {
        const Gap *gap = &g_array_index (gaps, Gap, g);
        float x = (gap->x0 + gap->x1) / 2;
        guint across = 0;
        for (guint i = 0; i < n; i++)
            across += crosses (evx_layout_chunk (layout, ids[i]), x);
        if (gap->rows >= 4 && gap->rows * 10 >= rows * 6 && across * 4 <= rows)
            return x;
    }
    return 0;
}

/* Adds a line to the grid at @x in column @c, with a wall in the rows that no chunk crosses it in. */
static void
part_column (const EvxLayout *layout, EvxGrid *grid, guint c, float x, const guint32 *ids, guint n)
{
    guint n_columns = grid->n_xs - 1, n_rows = grid->n_ys - 1;
    guint8 *walls = g_new0 (guint8, (gsize) (n_columns + 1) * n_rows);
    for (guint r = 0; r < n_rows; r++) {
        const guint8 *from = grid->walls + r * n_columns;
        guint8 *to = walls + r * (n_columns + 1);
        memcpy (to, from, c + 1);
        memcpy (to + c + 1, from + c, n_columns - c);
        to[c] |= EVX_WALL_RIGHT;
        for (guint i = 0; i < n; i++) {
            const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
            float y = (chunk->y0 + chunk->y1) / 2;
            if (y > grid->ys[r] && y < grid->ys[r + 1] && crosses (chunk, x))
                to[c] &= (guint8) ~EVX_WALL_RIGHT;
        }
    }
    grid->xs = g_renew (float, grid->xs, grid->n_xs + 1);
    memmove (grid->xs + c + 2, grid->xs + c + 1, (grid->n_xs - c - 1) * sizeof *grid->xs);
    grid->xs[c + 1] = x;
    grid->n_xs++;
    g_free (grid->walls);
    grid->walls = walls;
}

void
evx_grid_part_columns (const EvxLayout *layout, EvxGrid *grid, const guint32 *ids, guint n)
{
    for (guint c = 0; c + 1 < grid->n_xs && grid->n_xs < EVX_GRID_LINES;) {
        float x = find_gap (layout, ids, n, grid->xs[c], grid->xs[c + 1]);
        if (x > grid->xs[c] && x < grid->xs[c + 1])
            part_column (layout, grid, c, x, ids, n);
        else
            c++;
    }
}
