/* Which gutter parts what is read one after the other, by what stands on its two sides: columns of prose, one table set
 * in two columns of the page, or things that are neither. Cells of one table, a label and its value, a bullet and its
 * item are parted by gutters too, and are read across. */
#include "../sort.h"
#include "order-internal.h"

/* ---- prose ------------------------------------------------------------------------------------------ */

#define STACKED 0.5 /* share of the lines whose blanks stand below each other: of text up to a third, of a table nearly all */

typedef struct {
    guint lines, chunks, words, letters, numbers, full;
    float x0, x1;
} Side;

static void
count_words (const EvxLayout *layout, const EvxChunk *chunk, Side *side)
{
    side->words += chunk->n;
    for (guint i = 0; i < chunk->n; i++) {
        guint32 word = layout->order[chunk->first + i];
        side->numbers += g_ascii_isdigit (evx_layout_text (layout, word)[0]);
        side->letters += evx_layout_word (layout, word)->length;
    }
}

enum { RIGHT, LEFT, N_SIDES };

static void
measure_sides (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter, Side sides[N_SIDES])
{
    guint32 rows[N_SIDES] = { G_MAXUINT32, G_MAXUINT32 };
    for (guint s = 0; s < N_SIDES; s++)
        sides[s] = (Side) { .x0 = G_MAXFLOAT, .x1 = -G_MAXFLOAT };
    for (guint i = gutter->first; i < gutter->last; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        gboolean left = evx_layout_is_left (layout, ids[i], gutter);
        Side *side = &sides[left];
        side->lines += chunk->row != rows[left];
        rows[left] = chunk->row;
        side->chunks++;
        count_words (layout, chunk, side);
        side->x0 = MIN (side->x0, chunk->x0);
        side->x1 = MAX (side->x1, chunk->x1);
    }
    for (guint i = gutter->first; i < gutter->last; i++) {
        Side *side = &sides[evx_layout_is_left (layout, ids[i], gutter)];
        side->full += evx_layout_chunk (layout, ids[i])->x1 > side->x1 - 0.15f * (side->x1 - side->x0);
    }
}

/* Share of the rows with text on both sides whose two sides stand on one base line, as cells do. */
static double
aligned (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter)
{
    guint both = 0, on_line = 0;
    guint32 word = layout->order[evx_layout_chunk (layout, ids[gutter->first])->first];
    float near = evx_layout_word (layout, word)->origin != EVX_ORIGIN_TEXT ? 0.25f : 0.08f;
    for (guint i = gutter->first + 1; i < gutter->last; i++) {
        const EvxChunk *a = evx_layout_chunk (layout, ids[i - 1]), *b = evx_layout_chunk (layout, ids[i]);
        if (a->row != b->row || evx_layout_is_left (layout, ids[i - 1], gutter) == evx_layout_is_left (layout, ids[i], gutter))
            continue;
        both++;
        on_line += ABS (a->y1 - b->y1) <= near * layout->size;
    }
    return both > 0 ? (double) on_line / both : 1;
}

/* The most of the places, which are put in order, that stand within half a height of each other. */
static guint
most_stacked (const EvxLayout *layout, GArray *places)
{
    guint most = 0;
    g_array_sort (places, evx_sort_floats);
    const float *x = (const float *) (void *) places->data;
    for (guint i = 0, end = 0; i < places->len; i++) {
        while (end < places->len && x[end] - x[i] <= 0.5f * layout->size)
            end++;
        most = MAX (most, end - i);
    }
    return most;
}

/* Whether lines fall into chunks as those do that are drawn out to both edges, at blanks here and there; cells of a table
 * begin or end below each other. */
static gboolean
is_drawn_out (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter, gboolean left, guint lines)
{
    g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (float)), ends = g_array_new (FALSE, FALSE, sizeof (float));
    const EvxChunk *before = NULL;
    for (guint i = gutter->first; i < gutter->last; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (evx_layout_is_left (layout, ids[i], gutter) != left)
            continue;
        if (before != NULL && before->row == chunk->row) {
            g_array_append_val (begins, chunk->x0);
            g_array_append_val (ends, before->x1);
        }
        before = chunk;
    }
    return MAX (most_stacked (layout, begins), most_stacked (layout, ends)) < STACKED * lines;
}

/* Running text: lines of several words, most of which reach the right edge. */
static gboolean
is_prose (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter, const Side sides[N_SIDES], gboolean left)
{
    const Side *side = &sides[left];
    return side->lines >= 4 && side->full >= 0.45 * side->lines && side->numbers <= 0.25 * side->words &&
           (side->words >= 3.5 * side->chunks ||
            (side->words >= 5 * side->lines && side->letters >= 3 * side->words && is_drawn_out (layout, ids, gutter, left, side->lines)));
}

/* A full column of prose beside something else of its width: a table or a figure in the other column. */
static gboolean
is_column_beside (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter, const Side *prose, const Side *other)
{
    return prose->lines >= 8 && prose->words >= 5 * prose->chunks && prose->full >= 0.6 * prose->lines &&
           prose->numbers <= 0.15 * prose->words && other->lines >= 3 &&
           other->x1 - other->x0 > 0.5f * (prose->x1 - prose->x0) && aligned (layout, ids, gutter) < 0.75;
}

static gboolean
parts_prose (EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter)
{
    Side sides[N_SIDES];
    const Side *left = &sides[LEFT], *right = &sides[RIGHT];
    if (gutter->seeds < 3)
        return FALSE;
    measure_sides (layout, ids, gutter, sides);
    gboolean prose = (is_prose (layout, ids, gutter, sides, TRUE) && is_prose (layout, ids, gutter, sides, FALSE)) ||
                     is_column_beside (layout, ids, gutter, left, right) ||
                     is_column_beside (layout, ids, gutter, right, left);
    return prose && !evx_layout_is_ruled_across (layout, ids + gutter->first, gutter->last - gutter->first,
                                                 (gutter->x0 + gutter->x1) / 2, gutter->y0, gutter->y1);
}

/* Whether (nearly) all lines on the right begin with the same word: an answer to tick beside a question. */
static gboolean
is_answers (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter)
{
    guint lines = 0, same = 0;
    guint32 row = G_MAXUINT32, answer = 0;
    for (guint i = gutter->first; i < gutter->last; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (chunk->row == row || evx_layout_is_left (layout, ids[i], gutter))
            continue;
        row = chunk->row;
        guint32 word = layout->order[chunk->first + MIN (chunk->n, 2) - 1]; /* after the sign that is made of a box */
        answer = lines++ == 0 ? word : answer;
        same += chunk->n <= 2 && evx_layout_is_same (layout, word, answer);
    }
    return lines >= 3 && 5 * same >= 4 * lines;
}

/* Things side by side that are neither prose nor a table: wide apart, or more than a label and a value. */
static gboolean
parts_boxes (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter)
{
    Side sides[N_SIDES];
    const Side *left = &sides[LEFT], *right = &sides[RIGHT];
    guint labels = 0;
    if (gutter->seeds < 2 || gutter->x1 - gutter->x0 < 1.5f * layout->size)
        return FALSE;
    measure_sides (layout, ids, gutter, sides);
    for (guint i = gutter->first; i < gutter->last; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        guint32 last = layout->order[chunk->first + chunk->n - 1];
        const EvxWord *word = evx_layout_word (layout, last);
        labels += evx_layout_is_left (layout, ids[i], gutter) && evx_layout_text (layout, last)[word->length - 1] == ':';
    }
    gboolean marks = left->x1 - left->x0 < 3 * layout->size; /* bullets, numbers of a list */
    return left->lines >= 2 && right->lines >= 2 && 2 * labels < left->lines && !marks &&
           !is_answers (layout, ids, gutter);
}

/* ---- tables side by side ------------------------------------------------------------------------------ */

/* The chunks of a row left of the gutter, and as many right of it, two at least. */
typedef struct {
    guint at, middle, n; /* in ids: where each side begins; how many chunks it has */
} Pair;

static gboolean
is_pair (const EvxLayout *layout, const guint32 *ids, guint at, guint end, const EvxRowGutter *gutter, Pair *pair)
{
    guint middle = at;
    while (middle < end && evx_layout_is_left (layout, ids[middle], gutter))
        middle++;
    *pair = (Pair) { at, middle, middle - at };
    return pair->n >= 2 && end - middle == pair->n;
}

/* Whether both sides stand at the same places from where each side begins, and the gutter is far wider than any gap
 * between them. */
static gboolean
repeats (const EvxLayout *layout, const guint32 *ids, const Pair *pair, const EvxRowGutter *gutter, const float *x0)
{
    float widest = 0;
    for (guint i = 0; i < pair->n; i++) {
        const EvxChunk *a = evx_layout_chunk (layout, ids[pair->at + i]), *b = evx_layout_chunk (layout, ids[pair->middle + i]);
        gboolean begin = ABS ((a->x0 - x0[0]) - (b->x0 - x0[1])) < layout->size;
        if (!begin && ABS ((a->x1 - x0[0]) - (b->x1 - x0[1])) >= layout->size)
            return FALSE;
        if (i + 1 < pair->n) {
            widest = MAX (widest, evx_layout_chunk (layout, ids[pair->at + i + 1])->x0 - a->x1);
            widest = MAX (widest, evx_layout_chunk (layout, ids[pair->middle + i + 1])->x0 - b->x1);
        }
    }
    return gutter->x1 - gutter->x0 > 1.8f * widest;
}

/* Whether both sides say the same words from where each begins, none of them a figure: the names of all columns. Names
 * that stand twice below two names that span are of one table, whose first column they leave out. */
static gboolean
names_again (const EvxLayout *layout, const guint32 *ids, const Pair *pair, const float *x0)
{
    if (evx_layout_chunk (layout, ids[pair->at])->x0 - x0[0] > 2 * layout->size ||
        evx_layout_chunk (layout, ids[pair->middle])->x0 - x0[1] > 2 * layout->size)
        return FALSE;
    for (guint i = 0; i < pair->n; i++) {
        const EvxChunk *a = evx_layout_chunk (layout, ids[pair->at + i]), *b = evx_layout_chunk (layout, ids[pair->middle + i]);
        if (a->n != b->n || evx_layout_is_figure (layout, layout->order + a->first, a->n))
            return FALSE;
        for (guint w = 0; w < a->n; w++)
            if (!evx_layout_is_same (layout, layout->order[a->first + w], layout->order[b->first + w]))
                return FALSE;
    }
    return TRUE;
}

/* One table set in two columns of the page, or two that are alike: what is left of the gutter is laid out again right
 * of it, or the columns have the same names on both sides and (nearly) every row as many cells. */
static gboolean
parts_tables (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter)
{
    guint both = 0, same = 0, pairs = 0;
    gboolean named = FALSE;
    float x0[2] = { G_MAXFLOAT, G_MAXFLOAT };
    for (guint i = gutter->first; i < gutter->last; i++) {
        float *side = &x0[!evx_layout_is_left (layout, ids[i], gutter)];
        *side = MIN (*side, evx_layout_extent (layout, ids[i]).x0);
        if (evx_layout_grid_of (layout, ids[i]) != EVX_NONE)
            return FALSE;
    }
    for (guint at = gutter->first, end; at < gutter->last; at = end) {
        Pair pair;
        end = evx_layout_row_end (layout, ids, gutter->last, at);
        if (evx_layout_is_left (layout, ids[at], gutter) == evx_layout_is_left (layout, ids[end - 1], gutter) || end - at < 3)
            continue; /* two titles are no rows */
        both++;
        if (!is_pair (layout, ids, at, end, gutter, &pair))
            continue;
        pairs++;
        same += repeats (layout, ids, &pair, gutter, x0);
        named |= names_again (layout, ids, &pair, x0);
    }
    return (same >= 4 && same * 10 >= both * 9) || (named && pairs >= 4 && pairs * 10 >= both * 7);
}

/* The places of the text on both sides of the gutter, up and down as far as a rule above or below may be. */
static void
place_sides (const EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter, EvxPlace sides[2])
{
    for (guint s = 0; s < 2; s++)
        sides[s] = (EvxPlace) { G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT };
    for (guint i = gutter->first; i < gutter->last; i++) {
        EvxPlace place = evx_layout_extent (layout, ids[i]), *side = &sides[!evx_layout_is_left (layout, ids[i], gutter)];
        side->x0 = MIN (side->x0, place.x0);
        side->x1 = MAX (side->x1, place.x1);
        side->y0 = MIN (side->y0, place.y0 - layout->size);
        side->y1 = MAX (side->y1, place.y1 + layout->size);
    }
}

/* Whether the rule covers most of the side, or of several tables on it, from end to end: not the figures beside a name
 * alone. */
static gboolean
is_covered (const EvxLayout *layout, const EvxPlace *side, const EvxPlace *rule, guint n)
{
    EvxPlace begin = { side->x0, 0, side->x0 + layout->size, 0 }, end = { side->x1 - layout->size, 0, side->x1, 0 };
    return evx_layout_covered (&begin, rule, n) > 0 && evx_layout_covered (&end, rule, n) > 0 &&
           evx_layout_covered (side, rule, n) > 0.6f * (side->x1 - side->x0);
}

/* Whether each side has rules over all of its width, two at least, and none goes on across the gutter: tables with
 * rules of their own. */
static gboolean
parts_ruled (EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter)
{
    EvxPlace sides[2];
    guint ruled[2] = { 0 };
    float gap = (gutter->x0 + gutter->x1) / 2;
    place_sides (layout, ids, gutter, sides);
    const GArray *rules = evx_layout_level_rules (layout);
    for (guint i = 0, end; i < rules->len; i = end) {
        const EvxPlace *pieces = &g_array_index (rules, EvxPlace, i);
        float y = pieces->y0;
        end = evx_layout_rule_end (rules, i);
        if (y > sides[0].y0 && y < sides[0].y1 && evx_layout_goes_across (layout, pieces, end - i, gap))
            return FALSE;
        for (guint s = 0; s < 2; s++)
            ruled[s] += y > sides[s].y0 && y < sides[s].y1 && is_covered (layout, &sides[s], pieces, end - i);
    }
    return ruled[0] >= 2 && ruled[1] >= 2;
}

/* ---- the best gutter -------------------------------------------------------------------------------- */

static gboolean
has_sides (EvxLayout *layout, const guint32 *ids, const EvxRowGutter *gutter, EvxSides sides)
{
    switch (sides) {
    case EVX_SIDES_PROSE:
        return parts_prose (layout, ids, gutter);
    case EVX_SIDES_TABLES:
        return parts_tables (layout, ids, gutter) || parts_ruled (layout, ids, gutter);
    default:
        return parts_boxes (layout, ids, gutter);
    }
}

gboolean
evx_layout_gutter_between (EvxLayout *layout, const guint32 *ids, const GArray *gutters, EvxSides sides,
                           EvxRowGutter *best)
{
    guint most = 0;
    for (guint g = 0; g < gutters->len; g++) {
        EvxRowGutter gutter = g_array_index (gutters, EvxRowGutter, g);
        if (gutter.seeds <= most || gutter.seeds < 2)
            continue;
        evx_layout_draw_out (layout, ids, &gutter, sides);
        if (!has_sides (layout, ids, &gutter, sides))
            continue;
        most = gutter.seeds;
        *best = gutter;
    }
    return most > 0;
}
