/* Tables whose grid is printed.
 *
 * Rules that touch make a component; its verticals and horizontals give the lines of a grid, and each side
 * of each cell is a wall where a rule covers its middle. Cells without a wall between them are one cell.
 * A cell that runs along several rows with a line of text for each is parted at their height; a row of the
 * grid that holds several rows of figures is parted by its text (join.c).
 * Sides that are left open (a table without outer lines) are closed at the ends of the other rules. */
#include "../sort.h"
#include "tables-internal.h"

#include <math.h>
#include <string.h>

enum { LEAST_FORM = 4 }; /* rows that name the same twice */

/* Sizes of type: a panel of a chart, which has nothing that is read in it, is no smaller. */
#define PANEL_HIGH 4
#define PANEL_WIDE 5
/* How far what stands along their sides reaches. */
#define PANEL_NAMES 2
#define PANEL_AXIS 6

#define TOUCH 3.0f     /* pt: rules that come this close touch */
#define SAME 2.5f      /* pt: rules this close are one line of the grid */
#define BAND_HIGH 8    /* sizes of type: a head on dark ground is no higher */
#define MAX_EDGES 1000
#define MAX_RULES 4000 /* more are a drawing, not a table */
#define MAX_LINES 400  /* lines of a grid in one direction */

typedef struct {
    EvxPlace box;
    gboolean vertical;
    guint component;
} Rule;

void
evx_grid_clear (EvxGrid *grid)
{
    g_free (grid->xs);
    g_free (grid->ys);
    g_free (grid->walls);
}

/* ---- components ------------------------------------------------------------------------------------- */

/* A leaning rule fills a box that is as thick as it leans. */
static EvxPlace
straight_rule (const EvxLayout *layout, const EvxRule *rule)
{
    EvxPlace p = evx_layout_straight (layout, rule->box);
    float lean = (float) fabs (layout->slope);
    float x = rule->vertical ? MIN (lean * (p.y1 - p.y0), p.x1 - p.x0) / 2 : 0;
    float y = rule->vertical ? 0 : MIN (lean * (p.x1 - p.x0), p.y1 - p.y0) / 2;
    return (EvxPlace) { p.x0 + x, p.y0 + y, p.x1 - x, p.y1 - y };
}

static void
add_rules (EvxLayout *layout, const GArray *from, GArray *to)
{
    for (guint i = 0; i < from->len; i++) {
        const EvxRule *rule = &g_array_index (from, EvxRule, i);
        Rule own = { .box = straight_rule (layout, rule), .vertical = rule->vertical };
        float length = rule->vertical ? own.box.y1 - own.box.y0 : own.box.x1 - own.box.x0;
        if (length >= 0.8f * layout->size && !rule->edge)
            g_array_append_val (to, own);
    }
}

static gboolean
touch (const EvxPlace *a, const EvxPlace *b)
{
    return a->x0 - TOUCH <= b->x1 && b->x0 - TOUCH <= a->x1 && a->y0 - TOUCH <= b->y1 && b->y0 - TOUCH <= a->y1;
}

static guint
root (GArray *rules, guint i)
{
    Rule *all = (Rule *) (void *) rules->data;
    while (all[i].component != i) {
        all[i].component = all[all[i].component].component;
        i = all[i].component;
    }
    return i;
}

static int
by_left (gconstpointer a, gconstpointer b)
{
    float x = ((const Rule *) a)->box.x0, y = ((const Rule *) b)->box.x0;
    return (x > y) - (x < y);
}

static void
connect (GArray *rules)
{
    g_array_sort (rules, by_left);
    for (guint i = 0; i < rules->len; i++)
        g_array_index (rules, Rule, i).component = i;
    for (guint i = 0; i < rules->len; i++) {
        const Rule *a = &g_array_index (rules, Rule, i);
        for (guint k = i + 1; k < rules->len; k++) {
            const Rule *b = &g_array_index (rules, Rule, k);
            if (b->box.x0 > a->box.x1 + TOUCH)
                break;
            if (touch (&a->box, &b->box))
                g_array_index (rules, Rule, root (rules, k)).component = root (rules, i);
        }
    }
}

/* ---- one grid ------------------------------------------------------------------------------------------ */

/* Places of the lines in one direction, those that are the same joined. */
static float *
grid_lines (GArray *rules, guint component, gboolean vertical, float low, float high, guint *n)
{
    g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (float));
    g_array_append_val (at, low);
    g_array_append_val (at, high);
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = &g_array_index (rules, Rule, i);
        if (rule->component != component || rule->vertical != vertical)
            continue;
        float middle = vertical ? (rule->box.x0 + rule->box.x1) / 2 : (rule->box.y0 + rule->box.y1) / 2;
        g_array_append_val (at, middle);
    }
    g_array_sort (at, evx_sort_floats);
    float *lines = g_new (float, at->len);
    *n = 0;
    for (guint i = 0; i < at->len; i++) {
        float next = g_array_index (at, float, i);
        if (*n == 0 || next - lines[*n - 1] > SAME)
            lines[(*n)++] = next;
    }
    return lines;
}

/* Marks the walls that one rule makes: those on its line whose middle it covers. */
static void
build_walls (EvxGrid *grid, const Rule *rule)
{
    const EvxPlace *b = &rule->box;
    gboolean vertical = rule->vertical;
    guint n_columns = grid->n_xs - 1, n_rows = grid->n_ys - 1;
    const float *lines = vertical ? grid->xs : grid->ys, *across = vertical ? grid->ys : grid->xs;
    guint n_lines = vertical ? n_columns : n_rows, n_across = vertical ? n_rows : n_columns;
    float at = vertical ? (b->x0 + b->x1) / 2 : (b->y0 + b->y1) / 2;
    float from = vertical ? b->y0 : b->x0, to = vertical ? b->y1 : b->x1;
    for (guint line = 1; line < n_lines; line++) {
        if (ABS (at - lines[line]) > SAME)
            continue;
        for (guint k = 0; k < n_across; k++) {
            float middle = (across[k] + across[k + 1]) / 2;
            guint r = vertical ? k : line - 1, c = vertical ? line - 1 : k;
            if (from <= middle && middle <= to)
                grid->walls[r * n_columns + c] |= vertical ? EVX_WALL_RIGHT : EVX_WALL_BELOW;
        }
    }
}

static EvxPlace
extent_of (const GArray *rules, guint component)
{
    EvxPlace box = { G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT };
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = &g_array_index (rules, Rule, i);
        if (rule->component != component)
            continue;
        box.x0 = MIN (box.x0, rule->box.x0);
        box.y0 = MIN (box.y0, rule->box.y0);
        box.x1 = MAX (box.x1, rule->box.x1);
        box.y1 = MAX (box.y1, rule->box.y1);
    }
    return box;
}

/* ---- heads on dark ground ----------------------------------------------------------------------------- */

/* (element-type float): the heights at which edges of shaded ground run along the whole box, and no further. */
static GArray *
edges_along (const EvxLayout *layout, const EvxPlace *box)
{
    GArray *along = g_array_new (FALSE, FALSE, sizeof (float));
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (EvxPlace));
    for (guint i = 0; i < layout->page->rules->len && edges->len < MAX_EDGES; i++) {
        const EvxRule *rule = &g_array_index (layout->page->rules, EvxRule, i);
        EvxPlace place = straight_rule (layout, rule);
        if (rule->edge && !rule->vertical && place.x0 > box->x0 - TOUCH && place.x1 < box->x1 + TOUCH)
            g_array_append_val (edges, place);
    }
    for (guint i = 0; i < edges->len; i++) {
        float y = g_array_index (edges, EvxPlace, i).y0, covered = 0;
        for (guint k = 0; k < edges->len; k++) {
            const EvxPlace *edge = &g_array_index (edges, EvxPlace, k);
            covered += fabsf (edge->y0 - y) <= SAME ? edge->x1 - edge->x0 : 0;
        }
        if (covered >= 0.9f * (box->x1 - box->x0))
            g_array_append_val (along, y);
    }
    g_array_sort (along, evx_sort_floats);
    return along;
}

/* The ends of a band of ground that begins or ends where the box does above. FALSE if there is none. */
static gboolean
find_band (const EvxLayout *layout, const EvxPlace *box, float *top, float *bottom)
{
    g_autoptr (GArray) along = edges_along (layout, box);
    for (guint i = 0; i + 1 < along->len; i++) {
        *top = g_array_index (along, float, i);
        *bottom = g_array_index (along, float, i + 1);
        if (*bottom - *top < 0.8f * layout->size || *bottom - *top > BAND_HIGH * layout->size)
            continue;
        if (fabsf (*top - box->y0) <= TOUCH || fabsf (*bottom - box->y0) <= TOUCH)
            return TRUE;
    }
    return FALSE;
}

/* Whether no chunk runs across @x between the heights. */
static gboolean
is_free (const EvxLayout *layout, float x, float top, float bottom)
{
    for (guint i = 0; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        float y = (chunk->y0 + chunk->y1) / 2;
        if (y > top && y < bottom && chunk->x0 < x && chunk->x1 > x)
            return FALSE;
    }
    return TRUE;
}

/* Of a head on dark ground no rules are seen: its edge becomes one, and those down go on through it where its words leave
 * them room. Returns whether there is one. */
static gboolean
draw_through_band (const EvxLayout *layout, GArray *rules, guint component)
{
    float top, bottom;
    EvxPlace box = extent_of (rules, component);
    if (!find_band (layout, &box, &top, &bottom))
        return FALSE;
    for (guint i = 0; i < rules->len; i++) {
        Rule *rule = &g_array_index (rules, Rule, i);
        if (rule->component == component && rule->vertical && rule->box.y0 > top && rule->box.y0 <= bottom + TOUCH &&
            is_free (layout, (rule->box.x0 + rule->box.x1) / 2, top, bottom))
            rule->box.y0 = top;
    }
    Rule edge = { { box.x0, bottom, box.x1, bottom }, FALSE, component };
    g_array_append_val (rules, edge);
    return TRUE;
}

static void
add_grid (EvxLayout *layout, GArray *rules, guint component)
{
    EvxGrid grid = { .headed = draw_through_band (layout, rules, component) };
    grid.box = extent_of (rules, component);
    grid.xs = grid_lines (rules, component, TRUE, grid.box.x0, grid.box.x1, &grid.n_xs);
    grid.ys = grid_lines (rules, component, FALSE, grid.box.y0, grid.box.y1, &grid.n_ys);
    if (grid.n_xs < 3 || grid.n_ys < 3 || grid.n_xs > MAX_LINES || grid.n_ys > MAX_LINES) {
        evx_grid_clear (&grid);
        return;
    }
    grid.walls = g_new0 (guint8, (gsize) (grid.n_xs - 1) * (grid.n_ys - 1));
    for (guint i = 0; i < rules->len; i++)
        if (g_array_index (rules, Rule, i).component == component)
            build_walls (&grid, &g_array_index (rules, Rule, i));
    g_array_append_val (layout->grids, grid);
}

/* The first chunk, by rows, in the row of the grid; NULL if it is empty. */
static const EvxChunk *
first_in_row (const EvxLayout *layout, const EvxGrid *grid, guint r)
{
    for (guint i = 0; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        float x = (chunk->x0 + chunk->x1) / 2, y = (chunk->y0 + chunk->y1) / 2;
        if (x > grid->box.x0 && x < grid->box.x1 && y > grid->ys[r] && y < grid->ys[r + 1])
            return chunk;
    }
    return NULL;
}

static gboolean
is_one_cell (const EvxGrid *grid, guint r)
{
    for (guint c = 0; c + 2 < grid->n_xs; c++)
        if (grid->walls[r * (grid->n_xs - 1) + c] & EVX_WALL_RIGHT)
            return FALSE;
    return TRUE;
}

/* Keeps the rows @from .. @to of the grid. */
static void
keep_rows (EvxGrid *grid, guint from, guint to)
{
    guint width = grid->n_xs - 1;
    memmove (grid->ys, grid->ys + from, (to - from + 1) * sizeof *grid->ys);
    memmove (grid->walls, grid->walls + from * width, (gsize) (to - from) * width);
    grid->n_ys = to - from + 1;
    grid->box.y0 = grid->ys[0];
    grid->box.y1 = grid->ys[to - from];
}

/* A title or a note in a box of the full width is no row of the table. */
static void
cut_captions (const EvxLayout *layout, EvxGrid *grid)
{
    guint from = 0, to = grid->n_ys - 1, first = 0, last = to;
    while (first + 1 < to && first_in_row (layout, grid, first) == NULL)
        first++;
    while (last > 1 && first_in_row (layout, grid, last - 1) == NULL)
        last--;
    const EvxChunk *title = first_in_row (layout, grid, first), *note = first_in_row (layout, grid, last - 1);
    if (title != NULL && is_one_cell (grid, first) && evx_layout_is_caption (layout, layout->order + title->first, title->n))
        from = first + 1;
    if (note != NULL && is_one_cell (grid, last - 1) && evx_layout_is_note (layout, layout->order + note->first, note->n))
        to = last - 1;
    if (to >= from + 2)
        keep_rows (grid, from, to);
}

static void
place_chunks (EvxLayout *layout)
{
    for (guint g = 0; g < layout->grids->len; g++)
        cut_captions (layout, &g_array_index (layout->grids, EvxGrid, g));
    layout->grid_of = g_new (gint32, layout->chunks->len + 1);
    for (guint i = 0; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        float x = (chunk->x0 + chunk->x1) / 2, y = (chunk->y0 + chunk->y1) / 2;
        layout->grid_of[i] = EVX_NONE;
        for (guint g = 0; g < layout->grids->len; g++) {
            const EvxPlace *box = &g_array_index (layout->grids, EvxGrid, g).box;
            if (x > box->x0 && x < box->x1 && y > box->y0 && y < box->y1)
                layout->grid_of[i] = (gint32) g;
        }
        if (layout->grid_of[i] != EVX_NONE)
            g_array_index (layout->grids, EvxGrid, layout->grid_of[i]).words += chunk->n;
    }
}

void
evx_layout_find_grids (EvxLayout *layout)
{
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (Rule));
    const EvxPainting *painting = layout->painting;
    add_rules (layout, layout->page->rules, rules);
    if (painting != NULL)
        add_rules (layout, painting->rules, rules);
    if (rules->len < 4 || rules->len > MAX_RULES)
        return;
    connect (rules);
    for (guint i = 0; i < rules->len; i++)
        g_array_index (rules, Rule, i).component = root (rules, i);
    for (guint i = 0; i < rules->len && layout->grids->len < 64; i++)
        if (g_array_index (rules, Rule, i).component == i)
            add_grid (layout, rules, i);
    if (layout->grids->len > 0)
        place_chunks (layout);
}

/* ---- columns without a rule ------------------------------------------------------------------------- */

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

/* Rules may part some columns only: a column of the grid in which the text stands in columns is parted too. */
static void
part_columns (const EvxLayout *layout, EvxGrid *grid, const guint32 *ids, guint n)
{
    for (guint c = 0; c + 1 < grid->n_xs && grid->n_xs < MAX_LINES;) {
        float x = find_gap (layout, ids, n, grid->xs[c], grid->xs[c + 1]);
        if (x > grid->xs[c] && x < grid->xs[c + 1])
            part_column (layout, grid, c, x, ids, n);
        else
            c++;
    }
}

/* ---- cells ------------------------------------------------------------------------------------------- */

typedef struct {
    EvxLayout *layout;
    const EvxGrid *grid;
    guint n_rows, n_columns;
    guint *group;    /* of each cell: the first cell of its group */
    guint *right;    /* of each group: last column it covers */
    GArray **words;  /* of each group: guint32, or NULL */
    guint *lines;    /* of each group: rows of the page it takes */
    guint *last_row; /* of each group: the row of the page seen last */
} Cells;

static guint
group_root (guint *group, guint i)
{
    while (group[i] != i)
        i = group[i] = group[group[i]];
    return i;
}

static void
join_cells (guint *group, guint a, guint b)
{
    guint x = group_root (group, a), y = group_root (group, b);
    group[MAX (x, y)] = MIN (x, y);
}

static Cells
open_cells (EvxLayout *layout, const EvxGrid *grid)
{
    Cells cells = { .layout = layout, .grid = grid, .n_rows = grid->n_ys - 1, .n_columns = grid->n_xs - 1 };
    guint n = cells.n_rows * cells.n_columns;
    cells.group = g_new (guint, n);
    cells.right = g_new0 (guint, n);
    cells.lines = g_new0 (guint, n);
    cells.last_row = g_new (guint, n);
    cells.words = g_new0 (GArray *, n);
    for (guint i = 0; i < n; i++) {
        cells.group[i] = i;
        cells.last_row[i] = G_MAXUINT;
    }
    for (guint i = 0; i < n; i++) {
        guint c = i % cells.n_columns, r = i / cells.n_columns;
        if (c + 1 < cells.n_columns && !(grid->walls[i] & EVX_WALL_RIGHT))
            join_cells (cells.group, i, i + 1);
        if (r + 1 < cells.n_rows && !(grid->walls[i] & EVX_WALL_BELOW))
            join_cells (cells.group, i, i + cells.n_columns);
    }
    for (guint i = 0; i < n; i++) {
        guint g = cells.group[i] = group_root (cells.group, i);
        cells.right[g] = MAX (cells.right[g], i % cells.n_columns);
    }
    return cells;
}

static void
close_cells (Cells *cells)
{
    for (guint i = 0; i < cells->n_rows * cells->n_columns; i++)
        if (cells->words[i] != NULL)
            g_array_unref (cells->words[i]);
    g_free (cells->words);
    g_free (cells->group);
    g_free (cells->right);
    g_free (cells->lines);
    g_free (cells->last_row);
}

/* The interval of @lines that @at lies in. */
static guint
interval (const float *lines, guint n, float at)
{
    guint low = 0, high = n - 1;
    while (high - low > 1) {
        guint middle = (low + high) / 2;
        if (lines[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The cell of the grid that a word lies in. */
static guint
cell_of (const Cells *cells, const EvxPlace *p)
{
    guint c = interval (cells->grid->xs, cells->grid->n_xs, (p->x0 + p->x1) / 2);
    guint r = interval (cells->grid->ys, cells->grid->n_ys, (p->y0 + p->y1) / 2);
    return r * cells->n_columns + c;
}

static void
count_lines (Cells *cells, const guint32 *ids, guint n)
{
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (cells->layout, ids[i]);
        EvxPlace place = { chunk->x0, chunk->y0, chunk->x1, chunk->y1 };
        guint g = cells->group[cell_of (cells, &place)];
        cells->lines[g] += cells->last_row[g] != chunk->row;
        cells->last_row[g] = chunk->row;
    }
}

/* Parts the groups that run down over several rows of the grid with a line of text for (nearly) each. */
static void
part_tall_groups (Cells *cells)
{
    guint n = cells->n_rows * cells->n_columns, width = cells->n_columns;
    g_autofree guint *bottom = g_new0 (guint, n), *first = g_new (guint, n);
    for (guint i = 0; i < n; i++)
        bottom[cells->group[i]] = i / width;
    for (guint i = 0; i < n; i++) {
        guint g = cells->group[i], rows = bottom[g] - g / width + 1;
        gboolean tall = rows >= 3 && cells->lines[g] >= 3 && cells->lines[g] * 10 >= rows * 6;
        gboolean same = i % width > 0 && cells->group[i - 1] == g;
        first[i] = !tall ? g : same ? first[i - 1] : i;
    }
    for (guint i = 0; i < n; i++) {
        cells->group[i] = first[i];
        cells->lines[i] = cells->right[i] = 0;
        cells->last_row[i] = G_MAXUINT;
    }
    for (guint i = 0; i < n; i++)
        cells->right[cells->group[i]] = MAX (cells->right[cells->group[i]], i % width);
}

static void
fill_cells (Cells *cells, const guint32 *ids, guint n)
{
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (cells->layout, ids[i]);
        for (guint w = 0; w < chunk->n; w++) {
            guint32 word = cells->layout->order[chunk->first + w];
            const EvxPlace *p = &cells->layout->places[word];
            guint g = cells->group[cell_of (cells, p)];
            if (evx_layout_is_speck (cells->layout, word))
                continue;
            if (cells->words[g] == NULL)
                cells->words[g] = g_array_new (FALSE, FALSE, sizeof (guint32));
            g_array_append_val (cells->words[g], word);
            cells->lines[g] += cells->last_row[g] != chunk->row;
            cells->last_row[g] = chunk->row;
        }
    }
}

/* Numbers the columns that hold words, or are wide enough to; returns how many there are. */
static guint
number_used (const Cells *cells, guint *numbers)
{
    guint used = 0;
    g_autofree gboolean *has = g_new0 (gboolean, cells->n_columns);
    for (guint i = 0; i < cells->n_rows * cells->n_columns; i++)
        has[i % cells->n_columns] |= cells->words[i] != NULL;
    for (guint c = 0; c < cells->n_columns; c++) {
        numbers[c] = used;
        used += has[c] || cells->grid->xs[c + 1] - cells->grid->xs[c] > 1.5f * cells->layout->size;
    }
    return used;
}

/* The text of the rows @r up to @end of the grid, line by line, in the grid's columns. */
static EvxTableText *
text_of_rows (const Cells *cells, const guint32 *ids, guint n, guint r, guint end_row)
{
    EvxLayout *layout = cells->layout;
    GArray *edges = g_array_new (FALSE, FALSE, sizeof (float));
    g_array_append_vals (edges, cells->grid->xs + 1, cells->n_columns - 1);
    EvxTableText *text = evx_table_text_new (layout, edges);
    for (guint at = 0, end; at < n; at = end) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[at]);
        end = evx_layout_row_end (layout, ids, n, at);
        float middle = (chunk->y0 + chunk->y1) / 2;
        if (middle > cells->grid->ys[r] && middle <= cells->grid->ys[end_row])
            evx_table_text_add (text, ids + at, end - at, TRUE);
    }
    return text;
}

/* Whether many lines begin with a small letter: they go on with the line above. */
static gboolean
is_wrapped (const EvxTableText *text)
{
    guint low = 0, rest = 0;
    for (guint l = 1; l < text->lines->len; l++) {
        const EvxTableLine *line = evx_table_line (text, l);
        for (guint i = 0; i < line->n_cells; i++)
            low += evx_layout_begins_low (text->layout, evx_table_first_word (text, evx_table_cell (text, line->first_cell + i)));
        rest += line->n_cells;
    }
    return low * 4 >= rest;
}

/* Whether white space of a line or more parts the text into blocks, two of which begin in several columns, the
 * first among them. */
static gboolean
is_spaced (const EvxTableText *text)
{
    guint begun = 0, blocks = 0;
    for (guint l = 0; l < text->lines->len; l++) {
        const EvxTableLine *line = evx_table_line (text, l), *above = line - 1;
        if (l > 0 && line->y0 - above->y1 < 0.7f * text->layout->size)
            continue;
        blocks++;
        begun += line->n_cells >= 2 && evx_table_cell (text, line->first_cell)->column == evx_table_cell (text, 0)->column;
    }
    return begun >= 2 && blocks < text->lines->len && blocks <= begun + 1;
}

/* Whether the row of the grid holds several rows of a table: figures below each other while the first column
 * goes along (a date over its time is one cell), or many lines in which all columns go along, the first one too,
 * and few go on with the line above. */
static gboolean
holds_rows (const EvxTableText *text)
{
    guint lines = text->lines->len, multiple = 0, filled = 0, begun = 0;
    gboolean stacked = FALSE, first = FALSE;
    for (guint i = 0; i < lines; i++)
        multiple += evx_table_line (text, i)->n_cells >= 2;
    for (guint c = 0; c < text->n_columns; c++) {
        guint all = 0, figures = 0;
        for (guint i = 0; i < text->cells->len; i++) {
            const EvxLineCell *cell = evx_table_cell (text, i);
            all += cell->column == c;
            figures += cell->column == c && cell->figure;
        }
        begun = begun == 0 ? all : begun;
        stacked |= figures >= 2 && figures * 10 >= all * 6 && 2 * begun >= figures && begun >= 2;
        first |= filled == 0 && all * 10 >= lines * 8 && c == evx_table_cell (text, 0)->column;
        filled += all * 10 >= lines * 8;
    }
    if (is_spaced (text))
        return TRUE;
    if (multiple < 2 || multiple * 2 < lines)
        return FALSE;
    return stacked || (lines >= 4 && first && filled >= 2 && multiple * 10 >= lines * 8 && !is_wrapped (text));
}

/* Appends the rows of @part, in columns of the grid; returns how many. */
static guint
append_rows (EvxDraft *draft, const EvxDraft *part, const guint *columns, guint row)
{
    for (guint i = 0; i < part->cells->len; i++) {
        EvxDraftCell cell = g_array_index (part->cells, EvxDraftCell, i);
        guint end = columns[cell.column + cell.columns];
        cell.row += row;
        cell.column = columns[cell.column];
        cell.columns = MAX (1, end - cell.column);
        g_array_ref (cell.words);
        g_array_append_val (draft->cells, cell);
    }
    memcpy (draft->doubts + row, part->doubts, part->n_rows);
    return part->n_rows;
}

/* Appends the cells that begin in row @r of the grid; returns 1, or 0 if none does. */
static guint
append_cells (const Cells *cells, EvxDraft *draft, guint r, const guint *columns, guint row)
{
    const EvxGrid *grid = cells->grid;
    gboolean any = FALSE;
    for (guint c = 0; c < cells->n_columns; c++) {
        guint i = r * cells->n_columns + c, right = cells->right[i];
        if (cells->words[i] == NULL)
            continue;
        EvxDraftCell cell = { .row = row, .column = columns[c], .lines = cells->lines[i] };
        cell.columns = MAX (1, columns[right + 1] - columns[c]);
        cell.words = g_array_ref (cells->words[i]);
        cell.box = (EvxPlace) { grid->xs[c], grid->ys[r], grid->xs[right + 1], grid->ys[r + 1] };
        g_array_append_val (draft->cells, cell);
        any = TRUE;
    }
    return any;
}

/* No cell of the row of the grid reaches into another row. */
static gboolean
stands_alone (const Cells *cells, guint r)
{
    guint width = cells->n_columns;
    for (guint c = 0; c < width; c++)
        if (cells->group[r * width + c] / width != r ||
            (r + 1 < cells->n_rows && cells->group[(r + 1) * width + c] / width <= r))
            return FALSE;
    return TRUE;
}

/* Appends the rows that one row of the grid holds; returns how many. */
static guint
append_text (EvxDraft *draft, EvxTableText *text, const guint *columns, guint row)
{
    g_autoptr (EvxDraft) part = evx_table_text_draft (text);
    return append_rows (draft, part, columns, row);
}

/* Appends the rows of the head, which is the first row of the grid; returns how many. */
static guint
append_head (const Cells *cells, EvxDraft *draft, const guint32 *ids, guint n, guint lines, const guint *columns)
{
    g_autoptr (EvxTableText) text = text_of_rows (cells, ids, n, 0, cells->n_rows);
    g_autoptr (EvxDraft) part = evx_draft_new (lines, cells->n_columns, TRUE);
    if (text->lines->len <= lines)
        return append_cells (cells, draft, 0, columns, 0);
    part->n_rows = evx_table_text_draft_head (text, lines, part);
    evx_draft_sort (part);
    return append_rows (draft, part, columns, 0);
}

static EvxDraft *
draft_cells (const Cells *cells, const guint32 *ids, guint n)
{
    g_autofree guint *columns = g_new (guint, cells->n_columns + 1);
    guint n_columns = number_used (cells, columns), row = 0;
    columns[cells->n_columns] = n_columns;
    g_autoptr (EvxDraft) draft = evx_draft_new (n + cells->n_rows, n_columns, TRUE);
    for (guint r = 0; r < cells->n_rows; r++) {
        g_autoptr (EvxTableText) text = text_of_rows (cells, ids, n, r, r + 1);
        if (r == 0 && cells->grid->headed && text->lines->len >= 2)
            row += append_head (cells, draft, ids, n, text->lines->len, columns);
        else if (text->lines->len >= (cells->n_rows <= 3 ? 2 : 4) && stands_alone (cells, r) && holds_rows (text))
            row += append_text (draft, text, columns, row);
        else
            row += append_cells (cells, draft, r, columns, row);
    }
    draft->n_rows = row;
    return n_columns >= 2 && evx_draft_has_rows (draft) ? g_steal_pointer (&draft) : NULL;
}

/* Whether one cell begins as all of the other goes, and neither is a figure. */
static gboolean
says_the_same (const EvxLayout *layout, const EvxDraftCell *a, const EvxDraftCell *b)
{
    guint n = MIN (a->words->len, b->words->len);
    for (guint w = 0; w < n; w++)
        if (!evx_layout_is_same (layout, g_array_index (a->words, guint32, w), g_array_index (b->words, guint32, w)))
            return FALSE;
    return n > 0 && !evx_layout_is_figure (layout, (const guint32 *) (void *) a->words->data, a->words->len);
}

/* Whether (nearly) every row names the same twice and no more, as a form does that two people fill in beside each other: its lines are
 * there to write on. The first cell of a row of a table names what the others tell. */
static gboolean
is_form (const EvxLayout *layout, const EvxDraft *draft)
{
    guint rows = 0, same = 0, last = G_MAXUINT;
    for (guint i = 1; i < draft->cells->len; i++) {
        const EvxDraftCell *a = &g_array_index (draft->cells, EvxDraftCell, i - 1), *b = a + 1;
        if (a->row != b->row || a->row == last)
            continue;
        gboolean two = i + 1 == draft->cells->len || (b + 1)->row != a->row;
        last = a->row;
        rows++;
        same += two && says_the_same (layout, a, b);
    }
    return same >= LEAST_FORM && 4 * same >= 3 * rows;
}

/* Whether most of the grid are panels, each a cell as large as several lines without a word in it, with its name above:
 * charts side by side. */
static gboolean
is_panels (const Cells *cells)
{
    const EvxGrid *grid = cells->grid;
    guint width = cells->n_columns, n = cells->n_rows * width;
    float size = cells->layout->size, empty = 0;
    g_autofree guint *bottom = g_new0 (guint, n);
    for (guint i = 0; i < n; i++)
        bottom[cells->group[i]] = i / width;
    for (guint i = 0; i < n; i++) {
        if (cells->group[i] != i || cells->words[i] != NULL)
            continue;
        float high = grid->ys[bottom[i] + 1] - grid->ys[i / width], wide = grid->xs[cells->right[i] + 1] - grid->xs[i % width];
        empty += high >= PANEL_HIGH * size && wide >= PANEL_WIDE * size ? high * wide : 0;
    }
    return 2 * empty > (grid->box.x1 - grid->box.x0) * (grid->box.y1 - grid->box.y0);
}

/* What stands in the panels and along their sides is in no table. */
static void
add_plot (EvxLayout *layout, const EvxPlace *box)
{
    float names = PANEL_NAMES * layout->size;
    EvxPlace plot = { box->x0 - PANEL_AXIS * layout->size, box->y0 - names, box->x1 + names, box->y1 + names };
    evx_layout_plots (layout);
    g_array_append_val (layout->plots, plot);
}

EvxDraft *
evx_layout_grid_table (EvxLayout *layout, guint grid, const guint32 *ids, guint n)
{
    part_columns (layout, &g_array_index (layout->grids, EvxGrid, grid), ids, n);
    Cells cells = open_cells (layout, &g_array_index (layout->grids, EvxGrid, grid));
    count_lines (&cells, ids, n);
    part_tall_groups (&cells);
    fill_cells (&cells, ids, n);
    g_autoptr (EvxDraft) draft = NULL;
    if (is_panels (&cells))
        add_plot (layout, &cells.grid->box);
    else
        draft = draft_cells (&cells, ids, n);
    close_cells (&cells);
    return draft != NULL && !evx_layout_is_chart (layout, draft) && !is_form (layout, draft) ? g_steal_pointer (&draft) : NULL;
}
