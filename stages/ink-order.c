/* The order in which the lines of a page are read.
 *
 * Pieces that stand beside each other in narrow columns - cells, labels and their values, the number of a
 * line, a bullet - are read across, as one row; wide columns are text. Rows that stand under each other and
 * are about as wide are one block, and blocks are sorted: of two above each other the upper comes first, of
 * two side by side the left one, unless something between them reaches over both.
 * Source of the last: Breuel, "High Performance Document Layout Analysis", 2003. Heights are those of small
 * letters. */
#include "ink.h"

#include <math.h>

/* More blocks than this are read from the top down: the order of columns takes their third power. */
#define MOST_BLOCKS 400
/* A line follows another in its block at no more than this many heights: double spacing. */
#define BLOCK_GAP 4.0
/* A column narrower than this many heights, some twenty letters, holds no text. */
#define NARROW 20.0
/* A column is as wide as its widest line this many heights above and below. */
#define COLUMN_REACH 12.0
/* A narrow piece goes with a line of text no further away than this many heights; a figure, of no more than
 * so many marks, with one anywhere. */
#define SIDE_REACH 10.0
#define FIGURE_MARKS 4

/* Pieces read across. */
typedef struct {
    EvxBox box;
    double top, base;
    GArray *pieces; /* guint, left to right */
} Row;

/* Rows under each other. */
typedef struct {
    EvxBox box;
    GArray *rows; /* guint */
} Block;

static void
clear_row (gpointer row)
{
    g_array_unref (((Row *) row)->pieces);
}

static void
clear_block (gpointer block)
{
    g_array_unref (((Block *) block)->rows);
}

static const EvxInkLine *
line_at (const EvxInkLines *lines, guint i)
{
    return &g_array_index (lines->lines, EvxInkLine, i);
}

static const Row *
row_at (const GArray *rows, guint i)
{
    return &g_array_index (rows, Row, i);
}

static double
middle_y (EvxBox box)
{
    return (box.y0 + box.y1) / 2;
}

/* A mark in the gutter widens a line by little. */
static gboolean
overlap_x (EvxBox a, EvxBox b)
{
    double narrower = MIN (evx_box_width (a), evx_box_width (b));
    return MIN (a.x1, b.x1) - MAX (a.x0, b.x0) > 0.1 * narrower;
}

/* ---- rows ------------------------------------------------------------------------------------------ */

static gboolean
is_narrow (const EvxInkLines *lines, guint at, const gboolean *kept)
{
    const EvxInkLine *line = line_at (lines, at);
    double height = line->base - line->top, most = NARROW * height;
    for (guint i = 0; i < lines->lines->len; i++) {
        const EvxInkLine *other = line_at (lines, i);
        if (kept[i] && fabs (other->base - line->base) <= COLUMN_REACH * height &&
            overlap_x (other->box, line->box) && evx_box_width (other->box) > most)
            return FALSE;
    }
    return TRUE;
}

/* The piece beside @at on its base line that is nearest on one side; itself if there is none. */
static guint
neighbour (const EvxInkLines *lines, guint at, const gboolean *kept, gboolean right)
{
    const EvxInkLine *line = line_at (lines, at);
    double height = line->base - line->top, nearest = G_MAXDOUBLE;
    guint best = at;
    for (guint i = 0; i < lines->lines->len; i++) {
        const EvxInkLine *other = line_at (lines, i);
        double distance = right ? other->box.x0 - line->box.x1 : line->box.x0 - other->box.x1;
        if (i == at || !kept[i] || distance < -height || distance >= nearest ||
            MIN (line->base, other->base) - MAX (line->top, other->top) < 0.5 * MIN (height, other->base - other->top))
            continue;
        nearest = distance;
        best = i;
    }
    return best;
}

/* What the narrow piece @at is read with: a narrow one to its right; else, without one to its left, a line of
 * text near by: the one to its right, as of a number or a bullet, unless the left one is much nearer. Itself
 * if there is none. */
static guint
partner (const EvxInkLines *lines, guint at, const gboolean *kept, const gboolean *narrow)
{
    guint right = neighbour (lines, at, kept, TRUE), left = neighbour (lines, at, kept, FALSE);
    const EvxInkLine *line = line_at (lines, at);
    double reach = line->n <= FIGURE_MARKS ? G_MAXDOUBLE / 4 : SIDE_REACH * (line->base - line->top);
    double to_right = right == at ? G_MAXDOUBLE : line_at (lines, right)->box.x0 - line->box.x1;
    double to_left = left == at ? G_MAXDOUBLE : line->box.x0 - line_at (lines, left)->box.x1;
    if (right != at && narrow[right])
        return right;
    if (left != at && narrow[left])
        return at;
    if (MIN (to_right, to_left) > reach)
        return at;
    return to_right / 3 <= to_left ? right : left;
}

static guint
root_of (guint *parent, guint i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

static gint
pieces_by_left (gconstpointer a, gconstpointer b, gpointer lines)
{
    double left = line_at (lines, *(const guint *) a)->box.x0, right = line_at (lines, *(const guint *) b)->box.x0;
    return (left > right) - (left < right);
}

/* For each kept piece, the one that stands for its row. */
static guint *
join_pieces (const EvxInkLines *lines, const gboolean *kept)
{
    guint n = lines->lines->len;
    guint *parent = g_new (guint, n + 1);
    g_autofree gboolean *narrow = g_new (gboolean, n + 1);
    for (guint i = 0; i < n; i++) {
        parent[i] = i;
        narrow[i] = kept[i] && is_narrow (lines, i, kept);
    }
    for (guint i = 0; i < n; i++)
        if (narrow[i])
            parent[root_of (parent, i)] = root_of (parent, partner (lines, i, kept, narrow));
    for (guint i = 0; i < n; i++)
        parent[i] = root_of (parent, i);
    return parent;
}

/* (transfer full) (element-type Row): from the top down. */
static GArray *
make_rows (const EvxInkLines *lines, const gboolean *kept)
{
    guint n = lines->lines->len;
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
    g_autofree guint *parent = join_pieces (lines, kept);
    g_autofree gint *row_of = g_new (gint, n + 1);
    g_array_set_clear_func (rows, clear_row);
    for (guint i = 0; i < n; i++)
        row_of[i] = -1;
    for (guint i = 0; i < n; i++) {
        const EvxInkLine *line = line_at (lines, i);
        if (!kept[i])
            continue;
        if (row_of[parent[i]] < 0) {
            Row row = { line->box, line->top, line->base, g_array_new (FALSE, FALSE, sizeof (guint)) };
            row_of[parent[i]] = (gint) rows->len;
            g_array_append_val (rows, row);
        }
        Row *row = &g_array_index (rows, Row, row_of[parent[i]]);
        row->box = evx_box_union (row->box, line->box);
        g_array_append_val (row->pieces, i);
    }
    for (guint r = 0; r < rows->len; r++)
        g_array_sort_with_data (row_at (rows, r)->pieces, pieces_by_left, (gpointer) lines);
    return rows;
}

/* ---- blocks -------------------------------------------------------------------------------------- */

static gboolean
follows (const Row *upper, const Row *lower)
{
    double above = upper->base - upper->top, below = lower->base - lower->top;
    double common = MIN (upper->box.x1, lower->box.x1) - MAX (upper->box.x0, lower->box.x0);
    return lower->top > upper->base && lower->top - upper->base <= BLOCK_GAP * above &&
           MAX (above, below) <= 1.5 * MIN (above, below) &&
           common >= 0.7 * MAX (evx_box_width (upper->box), evx_box_width (lower->box));
}

static const Row *
last_row (const GArray *rows, const Block *block)
{
    return row_at (rows, g_array_index (block->rows, guint, block->rows->len - 1));
}

/* A row stands between @upper and @lower: the short last one of a paragraph, say. */
static gboolean
are_parted (const GArray *blocks, const GArray *rows, const Row *upper, const Row *lower)
{
    EvxBox both = evx_box_union (upper->box, lower->box);
    for (guint b = 0; b < blocks->len; b++) {
        EvxBox last = last_row (rows, &g_array_index (blocks, Block, b))->box;
        if (middle_y (last) > upper->base && middle_y (last) < lower->top && overlap_x (last, both))
            return TRUE;
    }
    return FALSE;
}

/* The block that @row goes on with; NULL if there is none. */
static Block *
block_above (GArray *blocks, const GArray *rows, const Row *row)
{
    for (guint b = 0; b < blocks->len; b++) {
        Block *block = &g_array_index (blocks, Block, b);
        const Row *last = last_row (rows, block);
        if (follows (last, row) && !are_parted (blocks, rows, last, row))
            return block;
    }
    return NULL;
}

/* (transfer full) (element-type Block) */
static GArray *
make_blocks (const GArray *rows)
{
    GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));
    g_array_set_clear_func (blocks, clear_block);
    for (guint i = 0; i < rows->len; i++) {
        Block *above = block_above (blocks, rows, row_at (rows, i));
        if (above == NULL) {
            Block block = { row_at (rows, i)->box, g_array_new (FALSE, FALSE, sizeof (guint)) };
            g_array_append_val (blocks, block);
            above = &g_array_index (blocks, Block, blocks->len - 1);
        }
        above->box = evx_box_union (above->box, row_at (rows, i)->box);
        g_array_append_val (above->rows, i);
    }
    return blocks;
}

/* Block @a is read before @b: above it, or to its left with nothing between that reaches over both. */
static gboolean
comes_before (const GArray *blocks, guint a, guint b)
{
    EvxBox first = g_array_index (blocks, Block, a).box, second = g_array_index (blocks, Block, b).box;
    if (overlap_x (first, second))
        return middle_y (first) < middle_y (second);
    if (first.x0 > second.x0)
        return FALSE;
    double upper = MIN (middle_y (first), middle_y (second));
    double lower = MAX (middle_y (first), middle_y (second));
    for (guint c = 0; c < blocks->len; c++) {
        EvxBox box = g_array_index (blocks, Block, c).box;
        if (middle_y (box) > upper && middle_y (box) < lower && overlap_x (first, box) && overlap_x (second, box))
            return FALSE;
    }
    return TRUE;
}

/* ---- result -------------------------------------------------------------------------------------- */

static void
add_block (const Block *block, const GArray *rows, GArray *order)
{
    for (guint r = 0; r < block->rows->len; r++) {
        const GArray *pieces = row_at (rows, g_array_index (block->rows, guint, r))->pieces;
        g_array_append_vals (order, pieces->data, pieces->len);
    }
}

static void
visit (const GArray *blocks, guint at, const GArray *rows, gboolean *seen, GArray *order)
{
    if (seen[at])
        return;
    seen[at] = TRUE;
    for (guint i = 0; blocks->len <= MOST_BLOCKS && i < blocks->len; i++)
        if (!seen[i] && comes_before (blocks, i, at))
            visit (blocks, i, rows, seen, order);
    add_block (&g_array_index (blocks, Block, at), rows, order);
}

GArray *
evx_ink_lines_order (const EvxInkLines *lines, const gboolean *kept)
{
    GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), lines->lines->len);
    g_autoptr (GArray) rows = make_rows (lines, kept);
    g_autoptr (GArray) blocks = make_blocks (rows);
    g_autofree gboolean *seen = g_new0 (gboolean, blocks->len + 1);
    for (guint i = 0; i < blocks->len; i++)
        visit (blocks, i, rows, seen, order);
    return order;
}
