/* Printed rules that part the lines of a table without a full grid: those of the page or of its drawing, and the
 * edges of bands of colour. */
#include "tables-internal.h"

enum { LEAST_ACROSS = 3 }; /* rules that make rows of what stands between them */

#define FARTHEST 8.0f /* sizes of type from one of them to the next */
#define SAME_RULE 0.5f /* pt: pieces of rules this close in height are one rule */

EvxPlace
evx_table_text_extent (const EvxTableText *text)
{
    EvxPlace extent = { G_MAXFLOAT, evx_table_line (text, 0)->y0, -G_MAXFLOAT, evx_table_line (text, text->lines->len - 1)->y1 };
    for (guint i = 0; i < text->lines->len; i++) {
        extent.x0 = MIN (extent.x0, evx_table_line (text, i)->x0);
        extent.x1 = MAX (extent.x1, evx_table_line (text, i)->x1);
    }
    return extent;
}

/* A horizontal rule, or a piece of one, for many programs draw the border of each cell by itself; its y0 and y1 are the
 * same. */
static void
add_piece (const EvxLayout *layout, GArray *pieces, const EvxBox *box, double at)
{
    EvxPlace piece = evx_layout_straight (layout, (EvxBox) { box->x0, at, box->x1, at });
    g_array_append_val (pieces, piece);
}

static void
add_pieces (const EvxLayout *layout, GArray *pieces, const GArray *rules)
{
    for (guint i = 0; i < rules->len; i++) {
        const EvxRule *rule = &g_array_index (rules, EvxRule, i);
        if (!rule->vertical)
            add_piece (layout, pieces, &rule->box, (rule->box.y0 + rule->box.y1) / 2);
    }
}

static int
by_height (gconstpointer a, gconstpointer b)
{
    float x = ((const EvxPlace *) a)->y0, y = ((const EvxPlace *) b)->y0;
    return (x > y) - (x < y);
}

const GArray *
evx_layout_level_rules (EvxLayout *layout)
{
    if (layout->level_rules != NULL)
        return layout->level_rules;
    const EvxPainting *painting = evx_layout_painting (layout);
    GArray *pieces = layout->level_rules = g_array_new (FALSE, FALSE, sizeof (EvxPlace));
    add_pieces (layout, pieces, layout->page->rules);
    if (painting != NULL)
        add_pieces (layout, pieces, painting->rules);
    g_array_sort (pieces, by_height);
    return pieces;
}

guint
evx_layout_rule_end (const GArray *pieces, guint i)
{
    float y = g_array_index (pieces, EvxPlace, i).y0;
    guint end = i + 1;
    while (end < pieces->len && g_array_index (pieces, EvxPlace, end).y0 <= y + SAME_RULE)
        end++;
    return end;
}

gboolean
evx_layout_goes_across (const EvxLayout *layout, const EvxPlace *rule, guint n, float x)
{
    float left = -G_MAXFLOAT, right = G_MAXFLOAT;
    for (guint i = 0; i < n; i++) {
        if (rule[i].x0 < x)
            left = MAX (left, rule[i].x1);
        if (rule[i].x1 > x)
            right = MIN (right, rule[i].x0);
    }
    return right - left < layout->size;
}

/* Whether chunks stand on both sides of @x between the heights. */
static gboolean
has_both_sides (const EvxLayout *layout, const guint32 *ids, guint n, float x, float y0, float y1)
{
    gboolean left = FALSE, right = FALSE;
    for (guint i = 0; i < n && !(left && right); i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        float y = (chunk->y0 + chunk->y1) / 2;
        left |= y > y0 && y < y1 && chunk->x1 < x;
        right |= y > y0 && y < y1 && chunk->x0 > x;
    }
    return left && right;
}

gboolean
evx_layout_is_ruled_across (EvxLayout *layout, const guint32 *ids, guint n, float x, float y0, float y1)
{
    const GArray *rules = evx_layout_level_rules (layout);
    float first = 0, last = 0;
    guint n_rules = 0;
    for (guint i = 0, end; i < rules->len; i = end) {
        const EvxPlace *rule = &g_array_index (rules, EvxPlace, i);
        end = evx_layout_rule_end (rules, i);
        if (rule->y0 < y0 || rule->y0 > y1 || !evx_layout_goes_across (layout, rule, end - i, x) ||
            (n_rules > 0 && !has_both_sides (layout, ids, n, x, last, rule->y0)))
            continue;
        first = n_rules++ == 0 ? rule->y0 : first;
        last = rule->y0;
    }
    return n_rules >= LEAST_ACROSS && last - first < (float) (n_rules - 1) * FARTHEST * layout->size;
}

/* Rows on alternate grounds: the edges of a band part rows as a rule does. */
static void
add_bands (EvxLayout *layout, GArray *pieces, const EvxPlace *extent, const GArray *fills)
{
    for (guint i = 0; i < fills->len; i++) {
        const EvxBox *box = &g_array_index (fills, EvxFill, i).box;
        if (box->y1 - box->y0 > (extent->y1 - extent->y0) / 2 || box->y1 - box->y0 < layout->size)
            continue;
        add_piece (layout, pieces, box, box->y0);
        add_piece (layout, pieces, box, box->y1);
    }
}

static int
by_left (gconstpointer a, gconstpointer b)
{
    float x = ((const EvxPlace *) a)->x0, y = ((const EvxPlace *) b)->x0;
    return (x > y) - (x < y);
}

float
evx_layout_covered (const EvxPlace *extent, const EvxPlace *rule, guint n)
{
    float common = 0, reached = extent->x0;
    g_autofree EvxPlace *pieces = g_memdup2 (rule, n * sizeof *rule);
    qsort (pieces, n, sizeof *pieces, by_left);
    for (guint i = 0; i < n; i++) {
        common += MAX (0, MIN (extent->x1, pieces[i].x1) - MAX (reached, pieces[i].x0));
        reached = MAX (reached, pieces[i].x1);
    }
    return common;
}

/* Appends a rule for pieces at one height that together cross more than half of the text. */
static void
join_pieces (EvxTableText *text, const EvxPlace *extent, GArray *pieces)
{
    g_array_sort (pieces, by_height);
    for (guint i = 0, end; i < pieces->len; i = end) {
        float y = g_array_index (pieces, EvxPlace, i).y0;
        end = evx_layout_rule_end (pieces, i);
        if (y > extent->y0 && y < extent->y1 &&
            evx_layout_covered (extent, &g_array_index (pieces, EvxPlace, i), end - i) > 0.5f * (extent->x1 - extent->x0))
            g_array_append_val (text->rules, y);
    }
}

void
evx_table_text_find_rules (EvxTableText *text)
{
    const EvxPainting *painting = evx_layout_painting (text->layout);
    EvxPlace extent = evx_table_text_extent (text);
    const GArray *rules = evx_layout_level_rules (text->layout);
    g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (EvxPlace));
    g_array_append_vals (pieces, rules->data, rules->len);
    if (painting != NULL)
        add_bands (text->layout, pieces, &extent, painting->fills);
    join_pieces (text, &extent, pieces);
}

gboolean
evx_table_text_rule_between (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b)
{
    for (guint i = 0; i < text->rules->len; i++) {
        float y = g_array_index (text->rules, float, i);
        if (y > (a->y0 + a->y1) / 2 && y < (b->y0 + b->y1) / 2)
            return TRUE;
    }
    return FALSE;
}
