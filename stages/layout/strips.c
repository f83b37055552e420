/* Tables whose rows are ruled off by rules across alone: all of one length, one below the other, with text in between
 * whose cells wrap and stand in the middle of their rows or anywhere. Each strip between two rules is a row; white space
 * that (nearly) all strips leave free parts the columns. The two make a grid, which is read as a printed one. */
#include "order-internal.h"

#include <math.h>
#include <string.h>

enum { LEAST_STRIPS = 4, LEAST_OVERLAPS = 2 }; /* strips with text: of fewer a page is parted as well */

#define MAX_RULES 1000   /* or pieces of them; each is held against those below */
#define SAME_END 2.0f    /* sizes of type: how far the ends of the rules may differ */
#define HIGHEST 10.0f    /* sizes of type: a strip is no higher, on average */
#define NEAR_HEAD 1.5f   /* sizes of type: a head without a rule above it stands so near */
#define LEAST_GUTTER 0.5f /* sizes of type */
#define WIDEST 14400.0f  /* pt: no page of PDF is wider (ISO 32000-1, Annex C), and each point is counted */

typedef struct {
    float x0, x1;
    GArray *ys; /* float: the rules, from the top down */
    guint overlaps; /* lines that stand half way between those of a cell beside them */
    float from, to; /* of the region's text: rules that lie beside it are of other tables */
} Family;

static gboolean
is_in (const EvxChunk *chunk, const Family *family)
{
    float x = (chunk->x0 + chunk->x1) / 2, y = (chunk->y0 + chunk->y1) / 2;
    return x > family->x0 && x < family->x1 && y > g_array_index (family->ys, float, 0) &&
           y < g_array_index (family->ys, float, family->ys->len - 1);
}

/* Takes the rule's pieces that lie along the text into the family if they are one rule from end to end as long as the
 * others. */
static void
add_rule (const EvxLayout *layout, const EvxPlace *rule, guint n, Family *family)
{
    EvxPlace extent = { G_MAXFLOAT, rule->y0, -G_MAXFLOAT, rule->y0 };
    for (guint i = 0; i < n; i++) {
        if (rule[i].x1 < family->from || rule[i].x0 > family->to)
            continue;
        extent.x0 = MIN (extent.x0, rule[i].x0);
        extent.x1 = MAX (extent.x1, rule[i].x1);
    }
    gboolean first = family->ys->len == 0;
    float off = SAME_END * layout->size;
    if (extent.x0 > extent.x1 || evx_layout_covered (&extent, rule, n) < 0.95f * (extent.x1 - extent.x0) ||
        (!first && (fabsf (extent.x0 - family->x0) > off || fabsf (extent.x1 - family->x1) > off)))
        return;
    family->x0 = first ? extent.x0 : MIN (family->x0, extent.x0);
    family->x1 = first ? extent.x1 : MAX (family->x1, extent.x1);
    if (first || rule->y0 - g_array_index (family->ys, float, family->ys->len - 1) > layout->size)
        g_array_append_val (family->ys, rule->y0);
}

/* The first row of chunks above the top rule, close to it, is its head where it has several cells. */
static void
add_head (const EvxLayout *layout, const guint32 *ids, guint n, Family *family)
{
    float top = g_array_index (family->ys, float, 0), head = top;
    guint cells = 0;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (chunk->y1 < top + layout->size / 2 && (chunk->y0 + chunk->y1) / 2 < top && top - chunk->y1 < NEAR_HEAD * layout->size &&
            chunk->x0 > family->x0 - layout->size && chunk->x1 < family->x1 + layout->size) {
            head = MIN (head, chunk->y0 - 1);
            cells++;
        }
    }
    if (cells >= 2)
        g_array_prepend_val (family->ys, head);
}

/* The strip that a height lies in. */
static guint
strip_of (const Family *family, float y)
{
    guint strip = 0;
    while (strip + 2 < family->ys->len && y > g_array_index (family->ys, float, strip + 1))
        strip++;
    return strip;
}

/* Marks, for each point of the width, the strips that have text there. */
static guint *
profile_strips (const EvxLayout *layout, const guint32 *ids, guint n, const Family *family, guint *width)
{
    guint n_strips = family->ys->len - 1;
    *width = (guint) ceilf (family->x1 - family->x0) + 1;
    g_autofree guint8 *marks = g_new0 (guint8, (gsize) *width * n_strips);
    guint *strips = g_new0 (guint, *width);
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (!is_in (chunk, family))
            continue;
        guint8 *row = marks + (gsize) *width * strip_of (family, (chunk->y0 + chunk->y1) / 2);
        guint from = (guint) MAX (0, chunk->x0 - family->x0), to = (guint) MAX (0, chunk->x1 - family->x0);
        for (guint x = from; x <= MIN (to, *width - 1); x++)
            row[x] = 1;
    }
    for (guint s = 0; s < n_strips; s++)
        for (guint x = 0; x < *width; x++)
            strips[x] += marks[(gsize) *width * s + x];
    return strips;
}

/* The edges of the columns, with both ends; FALSE if there is one column only. */
static gboolean
find_columns (const EvxLayout *layout, const guint32 *ids, guint n, const Family *family, GArray *xs)
{
    if (family->x1 - family->x0 > WIDEST)
        return FALSE;
    guint width, tolerated = (family->ys->len - 1) / 12;
    g_autofree guint *strips = profile_strips (layout, ids, n, family, &width);
    gboolean seen = FALSE;
    g_array_append_val (xs, family->x0);
    for (guint x = 0, free_from = 0; x < width; x++) {
        if (strips[x] <= tolerated)
            continue;
        float edge = family->x0 + (float) (free_from + x) / 2;
        if (seen && (float) (x - free_from) >= LEAST_GUTTER * layout->size)
            g_array_append_val (xs, edge);
        seen = TRUE;
        free_from = x + 1;
    }
    g_array_append_val (xs, family->x1);
    return xs->len >= 3;
}

/* Rules of one length that stand close to each other around text of the region. */
static gboolean
find_family (EvxLayout *layout, const guint32 *ids, guint n, const GArray *rules, guint from, Family *family)
{
    for (guint i = from, end; i < rules->len; i = end) {
        const EvxPlace *rule = &g_array_index (rules, EvxPlace, i);
        end = evx_layout_rule_end (rules, i);
        if (family->ys->len > 0 && rule->y0 - g_array_index (family->ys, float, family->ys->len - 1) > 2 * HIGHEST * layout->size)
            break;
        add_rule (layout, rule, end - i, family);
    }
    if (family->ys->len < LEAST_STRIPS + 1)
        return FALSE;
    float height = g_array_index (family->ys, float, family->ys->len - 1) - g_array_index (family->ys, float, 0);
    guint inside = 0, strips = 0, last = G_MAXUINT;
    const EvxChunk *before = NULL;
    family->overlaps = 0;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (!is_in (chunk, family))
            continue;
        guint strip = strip_of (family, (chunk->y0 + chunk->y1) / 2);
        strips += strip != last;
        family->overlaps += strip == last && chunk->row != before->row && chunk->y0 - before->y1 < -0.2f * layout->size;
        last = strip;
        before = chunk;
        inside++;
    }
    return strips >= LEAST_STRIPS && 2 * inside > 3 * strips && height < (float) (family->ys->len - 1) * HIGHEST * layout->size;
}

/* Whether the chunk reaches over an edge between columns. */
static gboolean
crosses (const EvxLayout *layout, const EvxChunk *chunk, const GArray *xs)
{
    for (guint i = 1; i + 1 < xs->len; i++)
        if (chunk->x0 < g_array_index (xs, float, i) - layout->size && chunk->x1 > g_array_index (xs, float, i) + layout->size)
            return TRUE;
    return FALSE;
}

/* The first strip of several lines, one chunk each, of which one reaches over columns; the number of strips if there is
 * none. That is no row but the text between two tables; a title of a section has one line. */
static guint
text_strip (const EvxLayout *layout, const guint32 *ids, guint n, const Family *family, const GArray *xs)
{
    guint n_strips = family->ys->len - 1;
    g_autofree guint *lines = g_new0 (guint, n_strips), *chunks = g_new0 (guint, n_strips), *across = g_new0 (guint, n_strips);
    g_autofree guint32 *last = g_new (guint32, n_strips);
    memset (last, 0xff, n_strips * sizeof *last);
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (!is_in (chunk, family))
            continue;
        guint strip = strip_of (family, (chunk->y0 + chunk->y1) / 2);
        lines[strip] += chunk->row != last[strip];
        last[strip] = chunk->row;
        chunks[strip]++;
        across[strip] += crosses (layout, chunk, xs);
    }
    for (guint s = 0; s < n_strips; s++)
        if (lines[s] >= 2 && chunks[s] == lines[s] && across[s] > 0)
            return s;
    return n_strips;
}

/* Adds the grid that the strips and the columns make, and tells the chunks that lie in it. */
static gint32
add_grid (EvxLayout *layout, const guint32 *ids, guint n, const Family *family, const GArray *xs)
{
    EvxGrid grid = { .n_xs = xs->len, .n_ys = family->ys->len };
    guint cells = (grid.n_xs - 1) * (grid.n_ys - 1);
    grid.xs = g_memdup2 (xs->data, xs->len * sizeof (float));
    grid.ys = g_memdup2 (family->ys->data, family->ys->len * sizeof (float));
    grid.box = (EvxPlace) { grid.xs[0], grid.ys[0], grid.xs[grid.n_xs - 1], grid.ys[grid.n_ys - 1] };
    grid.walls = g_new (guint8, cells);
    memset (grid.walls, EVX_WALL_RIGHT | EVX_WALL_BELOW, cells);
    if (layout->grid_of == NULL) {
        layout->grid_of = g_new (gint32, layout->chunks->len + 1);
        for (guint i = 0; i < layout->chunks->len; i++)
            layout->grid_of[i] = EVX_NONE;
    }
    for (guint i = 0; i < n; i++)
        if (is_in (evx_layout_chunk (layout, ids[i]), family)) {
            layout->grid_of[ids[i]] = (gint32) layout->grids->len;
            grid.words += evx_layout_chunk (layout, ids[i])->n;
        }
    g_array_append_val (layout->grids, grid);
    return (gint32) layout->grids->len - 1;
}

/* From where to where the text of the region reaches across the page. */
static EvxPlace
extent_of (const EvxLayout *layout, const guint32 *ids, guint n)
{
    EvxPlace extent = { .x0 = G_MAXFLOAT, .x1 = -G_MAXFLOAT };
    for (guint i = 0; i < n; i++) {
        extent.x0 = MIN (extent.x0, evx_layout_chunk (layout, ids[i])->x0);
        extent.x1 = MAX (extent.x1, evx_layout_chunk (layout, ids[i])->x1);
    }
    return extent;
}

gint32
evx_layout_find_strips (EvxLayout *layout, const guint32 *ids, guint n, gboolean centred)
{
    const GArray *rules = evx_layout_level_rules (layout);
    if (rules->len > MAX_RULES)
        return EVX_NONE;
    EvxPlace text = extent_of (layout, ids, n);
    for (guint from = 0; from + LEAST_STRIPS < rules->len; from = evx_layout_rule_end (rules, from)) {
        g_autoptr (GArray) ys = g_array_new (FALSE, FALSE, sizeof (float)), xs = g_array_new (FALSE, FALSE, sizeof (float));
        Family family = { .ys = ys, .from = text.x0, .to = text.x1 };
        if (!find_family (layout, ids, n, rules, from, &family) || (centred && family.overlaps < LEAST_OVERLAPS))
            continue;
        add_head (layout, ids, n, &family);
        if (!find_columns (layout, ids, n, &family, xs))
            continue;
        guint end = text_strip (layout, ids, n, &family, xs);
        g_array_set_size (ys, end + 1);
        if (end >= LEAST_STRIPS)
            return add_grid (layout, ids, n, &family, xs);
    }
    return EVX_NONE;
}
