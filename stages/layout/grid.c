/* Tables whose grid is printed.
 *
 * Rules that touch make a component; its verticals and horizontals give the lines of a grid, and each side
 * of each cell is a wall where a rule covers its middle. Cells without a wall between them are one cell.
 * Sides that are left open (a table without outer lines) are closed at the ends of the other rules. */
#include "layout-internal.h"

#include <string.h>

#define TOUCH 3.0f     /* pt: rules that come this close touch */
#define SAME 2.5f      /* pt: rules this close are one line of the grid */
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

static void
add_rules (EvxLayout *layout, const GArray *from, GArray *to)
{
    for (guint i = 0; i < from->len; i++) {
        const EvxRule *rule = &g_array_index (from, EvxRule, i);
        float shift = (float) (layout->slope * (rule->box.x0 + rule->box.x1) / 2);
        Rule own = { .box = { (float) rule->box.x0, (float) rule->box.y0 - shift, (float) rule->box.x1,
                              (float) rule->box.y1 - shift },
                     .vertical = rule->vertical };
        float length = rule->vertical ? own.box.y1 - own.box.y0 : own.box.x1 - own.box.x0;
        if (length >= 0.8f * layout->size)
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

static int
compare_floats (gconstpointer a, gconstpointer b)
{
    float x = *(const float *) a, y = *(const float *) b;
    return (x > y) - (x < y);
}

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
    g_array_sort (at, compare_floats);
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

static void
add_grid (EvxLayout *layout, GArray *rules, guint component)
{
    EvxGrid grid = { .box = { G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT } };
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = &g_array_index (rules, Rule, i);
        if (rule->component != component)
            continue;
        grid.box.x0 = MIN (grid.box.x0, rule->box.x0);
        grid.box.y0 = MIN (grid.box.y0, rule->box.y0);
        grid.box.x1 = MAX (grid.box.x1, rule->box.x1);
        grid.box.y1 = MAX (grid.box.y1, rule->box.y1);
    }
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

static void
place_chunks (EvxLayout *layout)
{
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

static void
fill_cells (Cells *cells, const guint32 *ids, guint n)
{
    const EvxGrid *grid = cells->grid;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (cells->layout, ids[i]);
        for (guint w = 0; w < chunk->n; w++) {
            guint32 word = cells->layout->order[chunk->first + w];
            const EvxPlace *p = &cells->layout->places[word];
            guint c = interval (grid->xs, grid->n_xs, (p->x0 + p->x1) / 2);
            guint r = interval (grid->ys, grid->n_ys, (p->y0 + p->y1) / 2);
            guint g = cells->group[r * cells->n_columns + c];
            if (cells->words[g] == NULL)
                cells->words[g] = g_array_new (FALSE, FALSE, sizeof (guint32));
            g_array_append_val (cells->words[g], word);
            cells->lines[g] += cells->last_row[g] != chunk->row;
            cells->last_row[g] = chunk->row;
        }
    }
}

/* Numbers the rows or the columns that hold words from 0; returns how many there are. */
static guint
number_used (const Cells *cells, gboolean rows, guint *numbers)
{
    guint n = rows ? cells->n_rows : cells->n_columns, used = 0;
    g_autofree gboolean *has = g_new0 (gboolean, n);
    for (guint i = 0; i < cells->n_rows * cells->n_columns; i++)
        if (cells->words[i] != NULL)
            has[rows ? i / cells->n_columns : i % cells->n_columns] = TRUE;
    for (guint i = 0; i < n; i++) {
        float wide = rows ? cells->grid->ys[i + 1] - cells->grid->ys[i] : cells->grid->xs[i + 1] - cells->grid->xs[i];
        numbers[i] = used;
        used += has[i] || (!rows && wide > 1.5f * cells->layout->size);
    }
    return used;
}

static EvxDraft *
draft_cells (const Cells *cells)
{
    g_autofree guint *rows = g_new (guint, cells->n_rows), *columns = g_new (guint, cells->n_columns + 1);
    guint n_rows = number_used (cells, TRUE, rows), n_columns = number_used (cells, FALSE, columns);
    columns[cells->n_columns] = n_columns;
    if (n_rows < 2 || n_columns < 2)
        return NULL;
    EvxDraft *draft = evx_draft_new (n_rows, n_columns, TRUE);
    draft->box = cells->grid->box;
    for (guint i = 0; i < cells->n_rows * cells->n_columns; i++) {
        guint r = i / cells->n_columns, c = i % cells->n_columns;
        if (cells->words[i] == NULL)
            continue;
        EvxDraftCell cell = { .row = rows[r], .column = columns[c], .lines = cells->lines[i] };
        cell.columns = MAX (1, columns[cells->right[i] + 1] - columns[c]);
        cell.words = g_array_ref (cells->words[i]);
        cell.box = (EvxPlace) { cells->grid->xs[c], cells->grid->ys[r], cells->grid->xs[cells->right[i] + 1],
                                cells->grid->ys[r + 1] };
        g_array_append_val (draft->cells, cell);
    }
    return draft;
}

EvxDraft *
evx_layout_grid_table (EvxLayout *layout, guint grid, const guint32 *ids, guint n)
{
    Cells cells = open_cells (layout, &g_array_index (layout->grids, EvxGrid, grid));
    fill_cells (&cells, ids, n);
    EvxDraft *draft = draft_cells (&cells);
    close_cells (&cells);
    return draft;
}
