/* Reading order: running heads and feet first and last (running.c), then the page is cut from the top down.
 *
 * A region is cut, in this order of preference, by a gutter between columns of prose, beside a chart, around a table, by
 * a gutter between other things (boxes on a slide, addresses side by side); what cannot be cut is one
 * column.
 *
 * Two ways of cutting columns stand side by side, for they see different things. Where the text is born-digital,
 * words, base lines and edges are exact: gutters.c follows the white from row to row, and sides.c tells prose from
 * cells by figures, full lines and base lines that agree to a twelfth of a height. A scan has none of that before it
 * is read, and columns.h, which looks at no word, cuts the lines of its ink (ink-order.c); the same cut is made again
 * here (recognised.c), so that what was read column by column stays so. A scan without such columns is cut as any page. */
#include "order-internal.h"

#define MAX_DEPTH 40 /* cuts within cuts; deeper is read row by row */

typedef struct {
    EvxLayout *layout;
    guint depth;
} Reader;

static void read_region (Reader *reader, const guint32 *ids, guint n);

/* ---- cutting ---------------------------------------------------------------------------------------- */

/* FALSE if the region has no columns of text that were recognised. */
static gboolean
read_columns (Reader *reader, const guint32 *ids, guint n)
{
    g_autofree guint32 *parts = g_new (guint32, n + 1);
    guint sizes[EVX_N_PARTS];
    if (!evx_layout_part_recognised (reader->layout, ids, n, parts, sizes))
        return FALSE;
    for (guint p = 0, at = 0; p < EVX_N_PARTS; at += sizes[p++])
        read_region (reader, parts + at, sizes[p]);
    return TRUE;
}

/* Both sides are told before either is read: grids that are found in one change how far its chunks reach. */
static void
read_around (Reader *reader, const guint32 *ids, guint n, const EvxRowGutter *gutter)
{
    g_autofree guint32 *sides = g_new (guint32, 2 * (gsize) (gutter->last - gutter->first) + 1);
    guint32 *left = sides, *right = sides + (gutter->last - gutter->first);
    guint n_left = 0, n_right = 0;
    for (guint i = gutter->first; i < gutter->last; i++)
        if (evx_layout_is_left (reader->layout, ids[i], gutter))
            left[n_left++] = ids[i];
        else
            right[n_right++] = ids[i];
    read_region (reader, ids, gutter->first);
    read_region (reader, left, n_left);
    read_region (reader, right, n_right);
    read_region (reader, ids + gutter->last, n - gutter->last);
}

/* Reads what stands above a grid, its table, and the rest. FALSE if the grid is no table. */
static gboolean
read_grid (Reader *reader, const guint32 *ids, guint n, gint32 grid)
{
    EvxLayout *layout = reader->layout;
    float top = g_array_index (layout->grids, EvxGrid, grid).box.y0;
    g_autofree guint32 *parts = g_new (guint32, 3 * (gsize) n);
    guint32 *inside = parts, *above = parts + n, *rest = parts + 2 * (gsize) n;
    guint n_inside = 0, n_above = 0, n_rest = 0;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (layout->grid_of[ids[i]] == grid)
            inside[n_inside++] = ids[i];
        else if (chunk->y0 + chunk->y1 < 2 * top)
            above[n_above++] = ids[i];
        else
            rest[n_rest++] = ids[i];
    }
    g_autoptr (EvxDraft) draft = evx_layout_grid_table (layout, (guint) grid, inside, n_inside);
    if (draft == NULL) {
        for (guint i = 0; i < n_inside; i++)
            layout->grid_of[inside[i]] = EVX_NONE;
        return FALSE;
    }
    read_region (reader, above, n_above);
    evx_layout_write_table (layout, draft);
    read_region (reader, rest, n_rest);
    return TRUE;
}

static gboolean
read_grids (Reader *reader, const guint32 *ids, guint n)
{
    EvxLayout *layout = reader->layout;
    for (guint i = 0; i < n; i++) {
        gint32 grid = evx_layout_grid_of (layout, ids[i]);
        if (grid != EVX_NONE && read_grid (reader, ids, n, grid))
            return TRUE;
    }
    return FALSE;
}

/* A table that is ruled off by rules across. The lines of one whose cells stand in the middle of their rows make no rows
 * of their own. */
static gboolean
read_strips (Reader *reader, const guint32 *ids, guint n, gboolean centred)
{
    gint32 grid = evx_layout_find_strips (reader->layout, ids, n, centred);
    return grid != EVX_NONE && read_grid (reader, ids, n, grid);
}

static gboolean
read_table (Reader *reader, const guint32 *ids, guint n)
{
    guint from = 0, to = 0;
    g_autoptr (EvxDraft) draft = evx_layout_find_table (reader->layout, ids, n, &from, &to);
    if (draft == NULL)
        return FALSE;
    read_region (reader, ids, from);
    evx_layout_write_table (reader->layout, draft);
    read_region (reader, ids + to, n - to);
    return TRUE;
}

static void
cut_region (Reader *reader, const guint32 *ids, guint n)
{
    EvxLayout *layout = reader->layout;
    EvxRowGutter gutter;
    if (read_columns (reader, ids, n))
        return;
    g_autoptr (GArray) gutters = evx_layout_find_gutters (layout, ids, n);
    if (evx_layout_gutter_between (layout, ids, gutters, EVX_SIDES_PROSE, &gutter) ||
        (gutters->len > 0 && evx_layout_gutter_beside_chart (layout, ids, n, &gutter)) ||
        evx_layout_gutter_between (layout, ids, gutters, EVX_SIDES_TABLES, &gutter))
        read_around (reader, ids, n, &gutter);
    else if (read_grids (reader, ids, n) || read_strips (reader, ids, n, TRUE) ||
             read_table (reader, ids, n) || read_strips (reader, ids, n, FALSE) || evx_layout_write_as_read (layout, ids, n))
        return;
    else if (evx_layout_gutter_between (layout, ids, gutters, EVX_SIDES_BOXES, &gutter))
        read_around (reader, ids, n, &gutter);
    else
        evx_layout_write_column (layout, ids, n);
}

static void
read_region (Reader *reader, const guint32 *ids, guint n)
{
    if (n == 0)
        return;
    reader->depth++;
    if (reader->depth > MAX_DEPTH || evx_layout_row_end (reader->layout, ids, n, 0) == n)
        evx_layout_write_column (reader->layout, ids, n);
    else
        cut_region (reader, ids, n);
    reader->depth--;
}

/* ---- the page --------------------------------------------------------------------------------------- */

/* Three rows of several chunks: a reason to look at what the page paints. */
static gboolean
may_hold_tables (const EvxLayout *layout)
{
    guint rows = 0;
    for (guint i = 1; i < layout->chunks->len; i++) {
        guint32 row = evx_layout_chunk (layout, i)->row;
        gboolean second = evx_layout_chunk (layout, i - 1)->row == row;
        gboolean counted = i >= 2 && evx_layout_chunk (layout, i - 2)->row == row;
        rows += second && !counted;
    }
    return rows >= 3;
}

/* Text that runs up or down, in the order it came, a line for each stretch of one width. */
static void
write_turned (EvxLayout *layout)
{
    const guint32 *words = (const guint32 *) (void *) layout->turned->data;
    guint first = 0;
    for (guint i = 1; i <= layout->turned->len; i++) {
        const EvxPlace *a = &layout->places[words[i - 1]], *b = i < layout->turned->len ? &layout->places[words[i]] : NULL;
        if (b != NULL && ABS (a->x0 + a->x1 - b->x0 - b->x1) < a->x1 - a->x0)
            continue;
        evx_layout_write_line (layout, words + first, i - first, G_MAXUINT32);
        first = i;
    }
    evx_layout_close_block (layout, EVX_BLOCK_PARAGRAPH, 0, EVX_NONE);
}

void
evx_layout_read (EvxLayout *layout)
{
    guint n = layout->chunks->len;
    g_autofree guint32 *ids = g_new (guint32, n + 1);
    for (guint i = 0; i < n; i++)
        ids[i] = i;
    Reader reader = { .layout = layout };
    if (may_hold_tables (layout))
        evx_layout_painting (layout);
    evx_layout_find_grids (layout);
    guint head = evx_layout_head_end (layout, ids, n), foot = evx_layout_foot_start (layout, ids, n, head);
    evx_layout_write_block (layout, ids, head, EVX_BLOCK_HEADER);
    read_region (&reader, ids + head, foot - head);
    write_turned (layout);
    evx_layout_write_block (layout, ids + foot, n - foot, EVX_BLOCK_FOOTER);
}
