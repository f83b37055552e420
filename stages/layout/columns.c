/* Where the columns of a table without a grid are: white space that (nearly) all its full rows leave free.
 *
 * A projection profile over the words parts columns that stand closer than chunks do; a narrower space parts
 * them where figures or words that are flush stand on its right. */
#include "../sort.h"
#include "tables-internal.h"

#include <math.h>

#define MAX_BINS 2048

/* pt: how far from each other words begin that are flush; recognition puts their boxes less exactly. */
#define FLUSH 0.7f
#define FLUSH_SCAN 1.2f

/* Sizes of type: figures farther apart say nothing of a narrow space between the words of a head. */
#define NEAR_FIGURES 3

guint
evx_column_of (const GArray *edges, float x)
{
    guint column = 0;
    while (column < edges->len && x > g_array_index (edges, float, column))
        column++;
    return column;
}

/* Whether the gap between two neighbours in different columns is no more than a space. Two figures are two
 * cells all the same. */
gboolean
evx_layout_is_joined (const EvxLayout *layout, guint32 left, guint32 right)
{
    const EvxPlace *a = &layout->places[left], *b = &layout->places[right];
    if (evx_layout_is_figure (layout, &left, 1) && evx_layout_is_figure (layout, &right, 1))
        return FALSE;
    return b->x0 - a->x1 <= 1.35f * layout->space && b->x0 - a->x1 <= 0.45f * layout->size;
}

typedef struct {
    int bins[MAX_BINS + 1];
    float x0, step;
    guint n, rows;
} Profile;

static guint
bin (const Profile *profile, float x)
{
    float at = (x - profile->x0) / profile->step;
    return (guint) CLAMP (at, 0, (float) profile->n);
}

static void
profile_row (const EvxGroup *group, const EvxPageRow *row, Profile *profile)
{
    const EvxLayout *layout = group->layout;
    guint reached = 0;
    for (guint i = row->at; i < row->end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
        for (guint w = 0; w < chunk->n; w++) {
            const EvxPlace *p = &layout->places[layout->order[chunk->first + w]];
            guint a = MAX (reached, bin (profile, p->x0)), b = bin (profile, p->x1 + 0.999f * profile->step);
            if (b <= a)
                continue;
            profile->bins[a]++;
            profile->bins[b]--;
            reached = b;
        }
    }
}

/* Words of the row that are figures. */
static guint
count_figures (const EvxGroup *group, const EvxPageRow *row)
{
    const EvxLayout *layout = group->layout;
    guint figures = 0;
    for (guint i = row->at; i < row->end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
        for (guint w = 0; w < chunk->n; w++)
            figures += evx_layout_is_figure (layout, layout->order + chunk->first + w, 1);
    }
    return figures;
}

/* The first row that is no head: where most full rows hold figures, those above have none. */
static guint
first_to_show (const EvxGroup *group)
{
    guint full = 0, figures = 0, first = group->to;
    for (guint r = group->from; r < group->to; r++) {
        if (!evx_group_is_full (group, &group->rows[r]))
            continue;
        guint n = count_figures (group, &group->rows[r]);
        full++;
        figures += n >= 2;
        first = n > 0 ? MIN (first, r) : first;
    }
    return figures >= 5 && 2 * figures >= full ? first : group->from;
}

/* @first: rows above it leave their place free. */
static void
fill_profile (const EvxGroup *group, guint first, Profile *profile)
{
    profile->x0 = group->x0;
    profile->step = MAX (0.5f, (group->x1 - group->x0) / MAX_BINS);
    profile->n = MIN (MAX_BINS, (guint) ceilf ((group->x1 - group->x0) / profile->step));
    for (guint r = group->from; r < group->to; r++) {
        if (!evx_group_is_full (group, &group->rows[r]))
            continue;
        if (r >= first)
            profile_row (group, &group->rows[r], profile);
        profile->rows++;
    }
    for (guint i = 1; i < profile->n; i++)
        profile->bins[i] += profile->bins[i - 1];
}

/* The narrowest white space that parts two columns. Few rows can agree on a space by accident. */
static float
least_gutter (const EvxLayout *layout, guint rows)
{
    float least = rows >= 10 ? 0.35f : rows >= 5 ? 0.5f : 0.75f;
    return MAX (least * layout->size, 1.6f * layout->space);
}

/* The words next to @x on its left and its right; FALSE if the row lacks one. */
static gboolean
find_neighbours (const EvxGroup *group, const EvxPageRow *row, float x, guint32 *left, guint32 *right)
{
    const EvxLayout *layout = group->layout;
    *left = *right = G_MAXUINT32;
    for (guint i = row->at; i < row->end && *right == G_MAXUINT32; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
        for (guint w = 0; w < chunk->n && *right == G_MAXUINT32; w++) {
            guint32 word = layout->order[chunk->first + w];
            const EvxPlace *p = &layout->places[word];
            if (p->x0 + p->x1 < 2 * x)
                *left = word;
            else
                *right = word;
        }
    }
    return *left != G_MAXUINT32 && *right != G_MAXUINT32;
}

/* Rows of one chunk that begins at @x: the lines of a wrapped cell show where its column begins. */
static guint
count_beginnings (const EvxGroup *group, float x)
{
    guint n = 0;
    for (guint r = group->from; r < group->to; r++)
        n += evx_page_row_chunks (&group->rows[r]) == 1 && fabsf (group->rows[r].x0 - x) < FLUSH;
    return n;
}

/* What stands on both sides of a narrow white space in the full rows. */
typedef struct {
    GArray *left, *right; /* guint32: the words next to it, in each row that has both */
    guint figures;        /* rows in which both are figures close to each other: two cells all the same */
    float begins;         /* where the right words begin, at the median */
    guint flush;          /* rows in which they begin there */
    float least, most;    /* where the left words of these end */
} Sides;

static float
median_beginning (const EvxLayout *layout, const GArray *words)
{
    g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (float));
    for (guint i = 0; i < words->len; i++)
        g_array_append_val (at, layout->places[g_array_index (words, guint32, i)].x0);
    g_array_sort (at, evx_sort_floats);
    return at->len > 0 ? g_array_index (at, float, at->len / 2) : 0;
}

static Sides
open_sides (const EvxGroup *group, float x)
{
    const EvxLayout *layout = group->layout;
    Sides sides = { .least = G_MAXFLOAT, .most = -G_MAXFLOAT };
    sides.left = g_array_new (FALSE, FALSE, sizeof (guint32));
    sides.right = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint r = group->from; r < group->to; r++) {
        guint32 left, right;
        if (!evx_group_is_full (group, &group->rows[r]) || !find_neighbours (group, &group->rows[r], x, &left, &right))
            continue;
        sides.figures += layout->places[right].x0 - layout->places[left].x1 < NEAR_FIGURES * layout->size &&
                         evx_layout_is_figure (layout, &left, 1) && evx_layout_is_figure (layout, &right, 1);
        g_array_append_val (sides.left, left);
        g_array_append_val (sides.right, right);
    }
    sides.begins = median_beginning (layout, sides.right);
    for (guint i = 0; i < sides.right->len; i++) {
        float ends = layout->places[g_array_index (sides.left, guint32, i)].x1;
        guint32 right = g_array_index (sides.right, guint32, i);
        float near = evx_layout_word (layout, right)->origin == EVX_ORIGIN_TEXT ? FLUSH : FLUSH_SCAN;
        if (fabsf (layout->places[right].x0 - sides.begins) >= near)
            continue;
        sides.flush++;
        sides.least = MIN (sides.least, ends);
        sides.most = MAX (sides.most, ends);
    }
    return sides;
}

static void
close_sides (Sides *sides)
{
    g_array_unref (sides->left);
    g_array_unref (sides->right);
}

/* The narrower gaps between the words of a chunk: on a page of tight columns the usual gap is that of its
 * columns. */
static float
narrow_space (const EvxGroup *group)
{
    const EvxLayout *layout = group->layout;
    g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (float));
    for (guint i = group->rows[group->from].at; i < group->rows[group->to - 1].end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
        for (guint w = 1; w < chunk->n; w++) {
            float gap = layout->places[layout->order[chunk->first + w]].x0 - layout->places[layout->order[chunk->first + w - 1]].x1;
            if (gap > 0)
                g_array_append_val (gaps, gap);
        }
    }
    g_array_sort (gaps, evx_sort_floats);
    return gaps->len > 0 ? g_array_index (gaps, float, gaps->len / 4) : layout->space;
}

/* Whether the words on the left end at different places. */
static gboolean
is_ragged (const EvxGroup *group, const Sides *sides)
{
    return sides->most - sides->least > group->layout->size;
}

/* Whether words begin beside the white space in nearly all rows, after words of any length or a space wider
 * than usual: no text does that by accident. On a scan the spaces between words are not so even. */
static gboolean
is_flush (const EvxGroup *group, const Sides *sides)
{
    if (sides->flush < 8 || sides->flush * 10 < sides->right->len * 9)
        return FALSE;
    if (is_ragged (group, sides))
        return TRUE;
    return evx_layout_word (group->layout, g_array_index (sides->left, guint32, 0))->origin == EVX_ORIGIN_TEXT &&
           sides->begins - sides->most > 1.2f * narrow_space (group);
}

/* Whether a white space that is narrower than a gutter parts columns all the same: figures on both sides, a
 * wrapped cell that begins there, or words that do. */
static gboolean
is_narrow_edge (const EvxGroup *group, float x, float width)
{
    Sides sides = open_sides (group, x);
    guint rows = sides.right->len;
    gboolean parts;
    if (rows >= 3 && sides.figures * 10 >= rows * 7)
        parts = width >= 0.22f * group->layout->size;
    else
        parts = rows >= 3 && (count_beginnings (group, sides.begins) >= MAX (3, (group->to - group->from) / 5) ||
                              is_flush (group, &sides));
    close_sides (&sides);
    return parts;
}

/* Whether nearly all rows have the same word on the left. */
static gboolean
is_same_word (const EvxLayout *layout, const GArray *words)
{
    guint same = 0;
    guint32 usual = words->len > 0 ? g_array_index (words, guint32, words->len / 2) : 0;
    for (guint i = 0; i < words->len; i++)
        same += evx_layout_is_same (layout, g_array_index (words, guint32, i), usual);
    return same * 10 >= words->len * 8;
}

/* On a page of tight columns the usual gap between words is that of its columns: less is enough, but not after the
 * same word in all rows, "Sgt." before a name. */
static gboolean
is_tight_edge (const EvxGroup *group, float x)
{
    Sides sides = open_sides (group, x);
    gboolean tight = !is_same_word (group->layout, sides.left);
    close_sides (&sides);
    return tight;
}

static gboolean
is_edge (const EvxGroup *group, const Profile *profile, guint start, guint end)
{
    float width = (float) (end - start) * profile->step, x = profile->x0 + (float) (start + end) * profile->step / 2;
    float size = group->layout->size, least = least_gutter (group->layout, profile->rows);
    if (width >= least || (width >= 0.8f * size && is_tight_edge (group, x)))
        return TRUE;
    return width >= 0.15f * size && profile->rows >= 3 && is_narrow_edge (group, x, width);
}

/* Whether what stands from @from to @to reaches into what is left of a gutter from @x0 to @x1. */
static gboolean
reaches_in (float from, float to, float x0, float x1, float left, float right)
{
    return (from <= x0 + 1 && to > left && to < x1) || (to >= x1 - 1 && from < right && from > x0);
}

/* Takes it from the gutter, from either side. */
static void
reach_in (float from, float to, float x0, float x1, float *left, float *right)
{
    if (from <= x0 + 1 && to > *left && to < x1)
        *left = to;
    else if (to >= x1 - 1 && from < *right && from > x0)
        *right = from;
}

/* What the row takes of a gutter from @x0 to @x1: its chunks, and in them figures, each of which is a cell however close
 * it stands. */
static void
reach_row (const EvxGroup *group, const EvxPageRow *row, float x0, float x1, float *left, float *right)
{
    const EvxLayout *layout = group->layout;
    for (guint i = row->at; i < row->end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
        reach_in (chunk->x0, chunk->x1, x0, x1, left, right);
        for (guint w = 0; w < chunk->n; w++) {
            const guint32 *word = layout->order + chunk->first + w;
            const EvxPlace *p = &layout->places[*word];
            if (reaches_in (p->x0, p->x1, x0, x1, *left, *right) && evx_layout_is_figure (layout, word, 1))
                reach_in (p->x0, p->x1, x0, x1, left, right);
        }
    }
}

/* The middle of a gutter, once each row has taken what it reaches into it from either side; without the rows that are not
 * full, heads that span, where these leave nothing. */
static float
place_edge (const EvxGroup *group, float x0, float x1)
{
    for (guint full = 0; full < 2; full++) {
        float left = x0, right = x1;
        for (guint r = group->from; r < group->to; r++)
            if (!full || evx_group_is_full (group, &group->rows[r]))
                reach_row (group, &group->rows[r], x0, x1, &left, &right);
        if (left < right)
            return (left + right) / 2;
    }
    return (x0 + x1) / 2;
}

/* An edge in each gutter that the rows from @first on leave, ascending. */
static GArray *
find_edges_from (const EvxGroup *group, guint first)
{
    GArray *edges = g_array_new (FALSE, FALSE, sizeof (float));
    g_autofree Profile *profile = g_new0 (Profile, 1);
    fill_profile (group, first, profile);
    int tolerated = (int) profile->rows / 12;
    gboolean inside = FALSE;
    for (guint i = 0, start = 0; i < profile->n; i++) {
        if (profile->bins[i] <= tolerated)
            continue;
        if (inside && i > start && is_edge (group, profile, start, i)) {
            float edge = place_edge (group, profile->x0 + (float) start * profile->step, profile->x0 + (float) i * profile->step);
            g_array_append_val (edges, edge);
        }
        inside = TRUE;
        start = i + 1;
    }
    return edges;
}

/* With the heads, or without them where that shows more columns: their words may stand closer than the columns, and
 * a column whose cells wrap may have no other word in a full row. */
GArray *
evx_group_find_edges (const EvxGroup *group)
{
    guint first = first_to_show (group);
    GArray *edges = find_edges_from (group, group->from);
    if (first == group->from)
        return edges;
    GArray *more = find_edges_from (group, first);
    if (more->len <= edges->len) {
        g_array_unref (more);
        return edges;
    }
    g_array_unref (edges);
    return more;
}

/* Of each column, the full rows that have a word in it. */
static guint *
count_filled (const EvxGroup *group, const GArray *edges)
{
    const EvxLayout *layout = group->layout;
    guint *filled = g_new0 (guint, edges->len + 1);
    g_autofree guint *last = g_new0 (guint, edges->len + 1); /* the row seen last in it, from 1 */
    for (guint r = group->from; r < group->to; r++)
        for (guint i = group->rows[r].at; i < group->rows[r].end && evx_group_is_full (group, &group->rows[r]); i++) {
            const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
            for (guint w = 0; w < chunk->n; w++) {
                const EvxPlace *p = &layout->places[layout->order[chunk->first + w]];
                guint c = evx_column_of (edges, (p->x0 + p->x1) / 2);
                filled[c] += last[c] != r + 1;
                last[c] = r + 1;
            }
        }
    return filled;
}

/* Whether a word of the column in a full row goes on in the next column, or (@right FALSE) with the one before. */
static gboolean
goes_across (const EvxGroup *group, const GArray *edges, guint c, gboolean right)
{
    const EvxLayout *layout = group->layout;
    for (guint r = group->from; r < group->to; r++)
        for (guint i = group->rows[r].at; i < group->rows[r].end && evx_group_is_full (group, &group->rows[r]); i++) {
            const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
            for (guint w = 0; w < chunk->n; w++) {
                const guint32 *word = layout->order + chunk->first + w;
                const EvxPlace *p = &layout->places[*word];
                if (evx_column_of (edges, (p->x0 + p->x1) / 2) == c &&
                    (right ? w + 1 < chunk->n && evx_layout_is_joined (layout, word[0], word[1])
                           : w > 0 && evx_layout_is_joined (layout, word[-1], word[0])))
                    return TRUE;
            }
        }
    return FALSE;
}

/* What begins in the last column of the row, and whether something does in the one before. */
static EvxPlace
last_cell (const EvxGroup *group, const GArray *edges, const EvxPageRow *row, gboolean *before)
{
    EvxPlace place = { G_MAXFLOAT, 0, -G_MAXFLOAT, 0 };
    *before = FALSE;
    for (guint i = row->at; i < row->end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[i]);
        guint c = evx_column_of (edges, chunk->x0);
        *before |= c + 1 == edges->len;
        if (c == edges->len)
            place = (EvxPlace) { MIN (place.x0, chunk->x0), 0, MAX (place.x1, chunk->x1), 0 };
    }
    return place;
}

/* Whether the last column is made of the ends of lines that are drawn out to both edges of the cell before it: few rows
 * have it, none without that cell, the head not; they end at one place and begin at several. */
static gboolean
is_end_of_lines (const EvxGroup *group, const GArray *edges, guint rows, guint filled)
{
    EvxPlace first = { 0 };
    gboolean before, several = FALSE;
    if (filled == 0 || 5 * filled > rows)
        return FALSE;
    for (guint r = group->from, n = 0; r < group->to; r++) {
        EvxPlace place = last_cell (group, edges, &group->rows[r], &before);
        if (place.x1 < place.x0)
            continue;
        if (r == group->from || !before || (n > 0 && fabsf (place.x1 - first.x1) > 1))
            return FALSE;
        first = n++ == 0 ? place : first;
        several |= fabsf (place.x0 - first.x0) > 1;
    }
    return several;
}

/* Takes out the edge beside a column that only one of several rows has a word in, if that word goes on across it: the
 * space between two words of a head; and the edge within a last column whose lines are drawn out. */
void
evx_group_drop_edges (const EvxGroup *group, GArray *edges)
{
    guint rows = 0;
    for (guint r = group->from; r < group->to; r++)
        rows += evx_group_is_full (group, &group->rows[r]);
    if (rows < 4)
        return;
    g_autofree guint *filled = count_filled (group, edges);
    if (edges->len > 1 && is_end_of_lines (group, edges, rows, filled[edges->len])) {
        g_array_set_size (edges, edges->len - 1);
        g_free (filled);
        filled = count_filled (group, edges);
    }
    for (guint c = 0; c <= edges->len && edges->len > 1; c++) {
        gboolean right = filled[c] == 1 && c < edges->len && goes_across (group, edges, c, TRUE);
        gboolean left = filled[c] == 1 && c > 0 && !right && goes_across (group, edges, c, FALSE);
        if (!right && !left)
            continue;
        g_array_remove_index (edges, right ? c : c - 1);
        g_free (filled);
        filled = count_filled (group, edges);
        c--;
    }
}
