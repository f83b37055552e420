/* Tables whose grid is printed: rules become grids.
 *
 * Rules that touch make a component; its verticals and horizontals give the lines of a grid, and each side
 * of each cell is a wall where a rule covers its middle. Cells without a wall between them are one cell.
 * Sides that are left open (a table without outer lines) are closed at the ends of the other rules. What stands
 * in the cells is told by grid-cells.c. */
#include "../sort.h"
#include "layout-internal.h"

#include <math.h>
#include <string.h>

#define TOUCH 3.0f     /* pt: rules that come this close touch */
#define SAME 2.5f      /* pt: rules this close are one line of the grid */
#define BAND_HIGH 8    /* sizes of type: a head on dark ground is no higher */
#define MAX_EDGES 1000 /* of shaded ground: they are compared with each other */
#define MAX_RULES 4000 /* more are a drawing, not a table */

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
    if (grid.n_xs < 3 || grid.n_ys < 3 || grid.n_xs > EVX_GRID_LINES || grid.n_ys > EVX_GRID_LINES) {
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
