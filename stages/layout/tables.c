/* Tables without a full grid: rows whose chunks stand in columns.
 *
 * 1. Rows of two chunks or more, close together, make a group.
 * 2. White space that (nearly) all of these rows leave free at the same place parts the columns: a
 *    projection profile over the words, which also parts columns that stand closer than CHUNK_GAP.
 * 3. The words of a row in one column make a cell; a chunk without a gap at an edge covers both columns.
 * 4. Lists, forms, tables of contents, addresses and prose are told from tables by what their columns hold.
 * 5. Rows of the page become rows of the table: a wrapped cell goes on in the rows below (join.c). */
#include "tables-internal.h"

#include <math.h>
#include <string.h>

#define MAX_BINS 2048

/* pt: how far from each other words begin that are flush; recognition puts their boxes less exactly. */
#define FLUSH 0.7f
#define FLUSH_SCAN 1.2f

/* One row of the page in the region. */
typedef struct {
    guint at, end; /* in ids */
    float x0, y0, x1, y1;
    guint words;
    gboolean grid; /* lies in a printed grid */
} PageRow;

typedef struct {
    EvxLayout *layout;
    const guint32 *ids;
    const PageRow *rows;
    guint from, to; /* rows of the group */
    guint top;      /* rows above this one are a title */
    float x0, x1;
    guint usual;    /* usual number of chunks of its fuller rows */
} Group;

/* ---- groups ------------------------------------------------------------------------------------------ */

static GArray *
collect_rows (const EvxLayout *layout, const guint32 *ids, guint n)
{
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (PageRow));
    PageRow *row = NULL;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (row == NULL || evx_layout_chunk (layout, ids[row->at])->row != chunk->row) {
            PageRow next = { i, i, chunk->x0, chunk->y0, chunk->x1, chunk->y1, 0, FALSE };
            g_array_append_val (rows, next);
            row = &g_array_index (rows, PageRow, rows->len - 1);
        }
        row->end = i + 1;
        row->words += chunk->n;
        row->x1 = MAX (row->x1, chunk->x1);
        row->y0 = MIN (row->y0, chunk->y0);
        row->y1 = MAX (row->y1, chunk->y1);
        row->grid |= layout->grid_of != NULL && layout->grid_of[ids[i]] != EVX_NONE;
    }
    return rows;
}

static guint
n_chunks (const PageRow *row)
{
    return row->end - row->at;
}

/* Whether the row ends left of all that stands right in the rows of the group, with white space between. */
static gboolean
stands_in_first_column (const Group *group, const PageRow *row)
{
    const EvxLayout *layout = group->layout;
    for (guint r = group->from; r < group->to; r++) {
        const PageRow *other = &group->rows[r];
        if (n_chunks (other) >= 2 && evx_layout_chunk (layout, group->ids[other->at + 1])->x0 < row->x1 + 2 * layout->size)
            return FALSE;
    }
    return TRUE;
}

/* Whether a row of one chunk may stand inside a table: a wrapped cell or the name of a section. */
static gboolean
may_stand_inside (const Group *group, const PageRow *row)
{
    return row->x1 - row->x0 < 0.6f * (group->x1 - group->x0) || row->words < 6 || stands_in_first_column (group, row);
}

/* "Table 2. ..." above one. */
static gboolean
is_caption (const Group *group, const PageRow *row)
{
    const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[row->at]);
    return evx_layout_is_caption (group->layout, group->layout->order + chunk->first, chunk->n);
}

/* "Note: ...", "Source: ..." below it. */
static gboolean
is_note (const Group *group, const PageRow *row)
{
    const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[row->at]);
    return evx_layout_is_note (group->layout, group->layout->order + chunk->first, chunk->n);
}

/* Takes in rows from group->from on; group->to ends up after its last row of two chunks or more. */
static void
grow_group (Group *group, guint n_rows)
{
    const PageRow *rows = group->rows;
    float size = group->layout->size, widest = 0;
    group->x0 = rows[group->from].x0;
    group->x1 = rows[group->from].x1;
    group->to = group->from + 1;
    for (guint r = group->from + 1, singles = 0; r < n_rows; r++) {
        float gap = rows[r].y0 - rows[r - 1].y1;
        if (rows[r].grid || gap > MAX (2.2f * size, 1.6f * widest) || is_note (group, &rows[r]))
            return;
        if (n_chunks (&rows[r]) < 2 && (!may_stand_inside (group, &rows[r]) || is_caption (group, &rows[r]) || ++singles > 6))
            return;
        if (n_chunks (&rows[r]) < 2)
            continue;
        singles = 0;
        widest = MIN (MAX (widest, gap), 3.0f * size);
        group->to = r + 1;
        group->x0 = MIN (group->x0, rows[r].x0);
        group->x1 = MAX (group->x1, rows[r].x1);
    }
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *) a, y = *(const guint *) b;
    return (x > y) - (x < y);
}

static void
measure_group (Group *group)
{
    guint n = 0;
    g_autofree guint *counts = g_new (guint, group->to - group->from);
    for (guint r = group->from; r < group->to; r++)
        if (n_chunks (&group->rows[r]) >= 2)
            counts[n++] = n_chunks (&group->rows[r]);
    qsort (counts, n, sizeof *counts, compare_guints);
    group->usual = n > 0 ? counts[n * 3 / 4] : 0;
}

/* A row that shows where the columns are. */
static gboolean
is_full (const Group *group, const PageRow *row)
{
    return n_chunks (row) >= MAX (2, (group->usual * 3 + 4) / 5);
}

/* ---- columns ------------------------------------------------------------------------------------------ */

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
profile_row (const Group *group, const PageRow *row, Profile *profile)
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

static void
fill_profile (const Group *group, Profile *profile)
{
    profile->x0 = group->x0;
    profile->step = MAX (0.5f, (group->x1 - group->x0) / MAX_BINS);
    profile->n = MIN (MAX_BINS, (guint) ceilf ((group->x1 - group->x0) / profile->step));
    for (guint r = group->from; r < group->to; r++) {
        if (!is_full (group, &group->rows[r]))
            continue;
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
    /* On a page of tight columns the usual gap between words is that of its columns. */
    return MAX (least * layout->size, MIN (1.6f * layout->space, 0.8f * layout->size));
}

/* The words next to @x on its left and its right; FALSE if the row lacks one. */
static gboolean
find_neighbours (const Group *group, const PageRow *row, float x, guint32 *left, guint32 *right)
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
count_beginnings (const Group *group, float x)
{
    guint n = 0;
    for (guint r = group->from; r < group->to; r++)
        n += n_chunks (&group->rows[r]) == 1 && fabsf (group->rows[r].x0 - x) < FLUSH;
    return n;
}

/* What stands on both sides of a narrow white space in the full rows. */
typedef struct {
    GArray *left, *right; /* guint32: the words next to it, in each row that has both */
    guint figures;        /* rows in which both are figures: two cells, however close they stand */
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
    g_array_sort (at, evx_layout_compare_floats);
    return at->len > 0 ? g_array_index (at, float, at->len / 2) : 0;
}

static Sides
open_sides (const Group *group, float x)
{
    const EvxLayout *layout = group->layout;
    Sides sides = { .least = G_MAXFLOAT, .most = -G_MAXFLOAT };
    sides.left = g_array_new (FALSE, FALSE, sizeof (guint32));
    sides.right = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint r = group->from; r < group->to; r++) {
        guint32 left, right;
        if (!is_full (group, &group->rows[r]) || !find_neighbours (group, &group->rows[r], x, &left, &right))
            continue;
        sides.figures += evx_layout_is_figure (layout, &left, 1) && evx_layout_is_figure (layout, &right, 1);
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
narrow_space (const Group *group)
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
    g_array_sort (gaps, evx_layout_compare_floats);
    return gaps->len > 0 ? g_array_index (gaps, float, gaps->len / 4) : layout->space;
}

/* Whether words begin beside the white space in nearly all rows, after words of any length or a space wider
 * than usual: no text does that by accident. On a scan the spaces between words are not so even. */
static gboolean
is_flush (const Group *group, const Sides *sides)
{
    if (sides->flush < 8 || sides->flush * 10 < sides->right->len * 9)
        return FALSE;
    if (sides->most - sides->least > 2 * group->layout->size)
        return TRUE;
    return evx_layout_word (group->layout, g_array_index (sides->left, guint32, 0))->origin == EVX_ORIGIN_TEXT &&
           sides->begins - sides->most > 1.2f * narrow_space (group);
}

/* Whether a white space that is narrower than a gutter parts columns all the same: figures on both sides, a
 * wrapped cell that begins there, or words that do. */
static gboolean
is_narrow_edge (const Group *group, float x, float width)
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

static gboolean
is_edge (const Group *group, const Profile *profile, guint start, guint end)
{
    float width = (float) (end - start) * profile->step, x = profile->x0 + (float) (start + end) * profile->step / 2;
    if (width >= least_gutter (group->layout, profile->rows))
        return TRUE;
    return width >= 0.15f * group->layout->size && profile->rows >= 3 && is_narrow_edge (group, x, width);
}

/* Takes from a gutter from @x0 to @x1 what reaches into it from either side. */
static void
reach_in (float from, float to, float x0, float x1, float *left, float *right)
{
    if (from <= x0 + 1 && to > *left && to < x1)
        *left = to;
    else if (to >= x1 - 1 && from < *right && from > x0)
        *right = from;
}

/* The middle of a gutter, once each row has taken what it reaches into it from either side: chunks, and in them
 * figures, each of which is a cell however close it stands. */
static float
place_edge (const Group *group, float x0, float x1)
{
    const EvxLayout *layout = group->layout;
    float left = x0, right = x1;
    for (guint i = group->rows[group->from].at; i < group->rows[group->to - 1].end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
        reach_in (chunk->x0, chunk->x1, x0, x1, &left, &right);
        for (guint w = 0; w < chunk->n; w++) {
            const guint32 *word = layout->order + chunk->first + w;
            const EvxPlace *p = &layout->places[*word];
            if (evx_layout_is_figure (layout, word, 1))
                reach_in (p->x0, p->x1, x0, x1, &left, &right);
        }
    }
    return left < right ? (left + right) / 2 : (x0 + x1) / 2;
}

/* An edge in each gutter, ascending. */
static GArray *
find_edges (const Group *group)
{
    GArray *edges = g_array_new (FALSE, FALSE, sizeof (float));
    g_autofree Profile *profile = g_new0 (Profile, 1);
    fill_profile (group, profile);
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

/* ---- cells -------------------------------------------------------------------------------------------- */

static guint
column_of (const GArray *edges, float x)
{
    guint column = 0;
    while (column < edges->len && x > g_array_index (edges, float, column))
        column++;
    return column;
}

/* Whether the gap between two neighbours in different columns is no more than a space. Two figures are two
 * cells all the same. */
static gboolean
is_joined (const EvxLayout *layout, guint32 left, guint32 right)
{
    const EvxPlace *a = &layout->places[left], *b = &layout->places[right];
    if (evx_layout_is_figure (layout, &left, 1) && evx_layout_is_figure (layout, &right, 1))
        return FALSE;
    return b->x0 - a->x1 <= 1.35f * layout->space && b->x0 - a->x1 <= 0.45f * layout->size;
}

static void
add_to_cell (EvxLineCell *cell, const EvxPlace *p, guint from, guint to)
{
    guint right = MAX (cell->column + cell->columns - 1, to);
    cell->column = MIN (cell->column, from);
    cell->columns = right - cell->column + 1;
    cell->box.x0 = MIN (cell->box.x0, p->x0);
    cell->box.y0 = MIN (cell->box.y0, p->y0);
    cell->box.x1 = MAX (cell->box.x1, p->x1);
    cell->box.y1 = MAX (cell->box.y1, p->y1);
    cell->n++;
}

static void
add_word (EvxTableText *text, EvxTableLine *line, guint32 word, const guint32 *before)
{
    const EvxLayout *layout = text->layout;
    const EvxPlace *p = &layout->places[word];
    float inset = MIN (0.3f * layout->size, (p->x1 - p->x0) / 2);
    guint from = column_of (text->edges, p->x0 + inset), to = column_of (text->edges, p->x1 - inset);
    EvxLineCell *last = line->n_cells > 0 ? &g_array_index (text->cells, EvxLineCell, text->cells->len - 1) : NULL;
    guint last_column = last != NULL ? last->column + last->columns - 1 : 0;
    g_array_append_val (text->words, word);
    if (last != NULL && (from <= last_column || (before != NULL && !line->full && is_joined (layout, *before, word)))) {
        add_to_cell (last, p, from, to);
        return;
    }
    EvxLineCell cell = { .column = from, .columns = to - from + 1, .first = text->words->len - 1, .n = 1, .box = *p };
    g_array_append_val (text->cells, cell);
    line->n_cells++;
}

void
evx_table_text_add (EvxTableText *text, const guint32 *ids, guint n, gboolean full)
{
    const EvxLayout *layout = text->layout;
    const EvxChunk *first = evx_layout_chunk (layout, ids[0]);
    EvxTableLine line = { .first_cell = text->cells->len, .x0 = first->x0, .y0 = first->y0, .y1 = first->y1, .full = full };
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        line.x1 = MAX (line.x1, chunk->x1);
        line.y0 = MIN (line.y0, chunk->y0);
        line.y1 = MAX (line.y1, chunk->y1);
        for (guint w = 0; w < chunk->n; w++) {
            const guint32 *word = layout->order + chunk->first + w;
            if (!evx_layout_is_speck (layout, *word))
                add_word (text, &line, *word, w > 0 ? word - 1 : NULL);
        }
    }
    if (line.n_cells == 0)
        return;
    for (guint c = line.first_cell; c < text->cells->len; c++) {
        EvxLineCell *cell = &g_array_index (text->cells, EvxLineCell, c);
        cell->figure = evx_layout_is_figure (layout, &g_array_index (text->words, guint32, cell->first), cell->n);
    }
    g_array_append_val (text->lines, line);
}

EvxTableText *
evx_table_text_new (EvxLayout *layout, GArray *edges)
{
    EvxTableText *text = g_new0 (EvxTableText, 1);
    text->layout = layout;
    text->edges = edges;
    text->n_columns = edges->len + 1;
    text->words = g_array_new (FALSE, FALSE, sizeof (guint32));
    text->cells = g_array_new (FALSE, FALSE, sizeof (EvxLineCell));
    text->lines = g_array_new (FALSE, FALSE, sizeof (EvxTableLine));
    text->rules = g_array_new (FALSE, FALSE, sizeof (float));
    return text;
}

void
evx_table_text_free (EvxTableText *text)
{
    g_array_unref (text->edges);
    g_array_unref (text->words);
    g_array_unref (text->cells);
    g_array_unref (text->lines);
    g_array_unref (text->rules);
    g_free (text);
}

/* ---- edges too many ---------------------------------------------------------------------------------- */

/* Words of the column in full rows; @joined: the last of them goes on with the next column across edge @c. */
static guint
count_in_column (const Group *group, const GArray *edges, guint c, gboolean right, gboolean *joined)
{
    const EvxLayout *layout = group->layout;
    guint rows = 0;
    *joined = FALSE;
    for (guint r = group->from; r < group->to; r++) {
        gboolean any = FALSE;
        for (guint i = group->rows[r].at; i < group->rows[r].end && is_full (group, &group->rows[r]); i++) {
            const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
            for (guint w = 0; w < chunk->n; w++) {
                const guint32 *word = layout->order + chunk->first + w;
                const EvxPlace *p = &layout->places[*word];
                if (column_of (edges, (p->x0 + p->x1) / 2) != c)
                    continue;
                any = TRUE;
                *joined |= right ? w + 1 < chunk->n && is_joined (layout, word[0], word[1])
                                 : w > 0 && is_joined (layout, word[-1], word[0]);
            }
        }
        rows += any;
    }
    return rows;
}

/* Takes out the edge beside a column that only one of several rows has a word in, if that word goes on across
 * it: the space between two words of a head. */
static void
drop_edges (const Group *group, GArray *edges)
{
    guint rows = 0;
    for (guint r = group->from; r < group->to; r++)
        rows += is_full (group, &group->rows[r]);
    for (guint c = 0; c <= edges->len && edges->len > 1 && rows >= 4; c++) {
        gboolean right, left;
        guint filled = count_in_column (group, edges, c, TRUE, &right);
        count_in_column (group, edges, c, FALSE, &left);
        if (filled != 1 || (!(right && c < edges->len) && !(left && c > 0)))
            continue;
        g_array_remove_index (edges, right && c < edges->len ? c : c - 1);
        c--;
    }
}

/* ---- is it a table? ------------------------------------------------------------------------------------ */

typedef struct {
    guint cells, figures, words, colons, labels, dots;
    float x0, same_left; /* left edge of its first cell; cells that begin there */
} Column;

static void
measure_cell (const EvxTableText *text, const EvxLineCell *cell, Column *column)
{
    const EvxLayout *layout = text->layout;
    const guint32 *words = &g_array_index (text->words, guint32, cell->first);
    gsize last = evx_layout_word (layout, words[cell->n - 1])->length;
    const char *end = evx_layout_text (layout, words[cell->n - 1]);
    if (column->cells++ == 0)
        column->x0 = cell->box.x0;
    column->same_left += fabsf (cell->box.x0 - column->x0) < 2;
    column->figures += cell->figure;
    column->words += cell->n;
    column->colons += end[last - 1] == ':';
    column->labels += cell->n == 1 && (evx_layout_is_label (layout, words[0]) || evx_layout_is_bullet (layout, words[0]) ||
                                       evx_layout_is_lone_sign (layout, words[0]));
    column->dots += last >= 3 && memcmp (end + last - 3, "...", 3) == 0;
}

static Column *
measure_columns (const EvxTableText *text)
{
    Column *columns = g_new0 (Column, text->n_columns);
    for (guint i = 0; i < text->cells->len; i++) {
        const EvxLineCell *cell = &g_array_index (text->cells, EvxLineCell, i);
        if (cell->columns == 1)
            measure_cell (text, cell, &columns[cell->column]);
    }
    return columns;
}

/* Columns of text only, without a figure: a table if its rows are many, complete and even. */
static gboolean
is_even (const EvxTableText *text, const Column *columns)
{
    guint full = 0, words = 0, cells = 0;
    for (guint i = 0; i < text->lines->len; i++)
        full += g_array_index (text->lines, EvxTableLine, i).n_cells == text->n_columns;
    for (guint c = 0; c < text->n_columns; c++) {
        if (c > 0 && columns[c].same_left < 0.8f * (float) columns[c].cells)
            return FALSE;
        words += columns[c].words;
        cells += columns[c].cells;
    }
    return full >= (text->n_columns > 2 ? 3 : 4) && words < 6 * cells;
}

/* Lines whose two cells say the same. */
static guint
count_twins (const EvxTableText *text)
{
    guint twins = 0;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxTableLine *line = &g_array_index (text->lines, EvxTableLine, i);
        if (line->n_cells != 2)
            continue;
        const EvxLineCell *cells = &g_array_index (text->cells, EvxLineCell, line->first_cell);
        guint32 a = g_array_index (text->words, guint32, cells[0].first), b = g_array_index (text->words, guint32, cells[1].first);
        guint32 length = evx_layout_word (text->layout, a)->length;
        twins += cells[0].n == cells[1].n && length == evx_layout_word (text->layout, b)->length &&
                 memcmp (evx_layout_text (text->layout, a), evx_layout_text (text->layout, b), length) == 0;
    }
    return twins;
}

#define ALL_COLUMNS G_MAXUINT

/* Whether most figures of the column, or of all but the first, end, begin or stand centred at one place. The
 * numbers at the ends of bars do not. */
static gboolean
is_straight (const EvxTableText *text, guint column)
{
    float near = 0.5f * text->layout->size;
    for (guint way = 0; way < 3; way++) {
        guint n = 0, most = 0;
        g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (float));
        for (guint i = 0; i < text->cells->len; i++) {
            const EvxLineCell *cell = &g_array_index (text->cells, EvxLineCell, i);
            gboolean other = column == ALL_COLUMNS ? cell->column == 0 : cell->column != column;
            if (other || cell->columns > 1 || !cell->figure)
                continue;
            float x = way == 0 ? cell->box.x1 : way == 1 ? cell->box.x0 : (cell->box.x0 + cell->box.x1) / 2;
            g_array_append_val (at, x);
        }
        g_array_sort (at, evx_layout_compare_floats);
        for (guint i = 0, from = 0; i < at->len; i++, n++) {
            while (g_array_index (at, float, i) - g_array_index (at, float, from) > 2 * near)
                from++;
            most = MAX (most, i - from + 1);
        }
        if (2 * most >= n)
            return TRUE;
    }
    return FALSE;
}

/* A label and one figure on each line, at different places: bars with their numbers. */
static gboolean
is_bars (const EvxTableText *text)
{
    guint single = 0, lines = 0;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxTableLine *line = &g_array_index (text->lines, EvxTableLine, i);
        guint figures = 0;
        for (guint c = 0; c < line->n_cells; c++) {
            const EvxLineCell *cell = &g_array_index (text->cells, EvxLineCell, line->first_cell + c);
            figures += cell->figure && cell->column > 0;
        }
        lines += figures > 0;
        single += figures == 1 && line->n_cells == 2;
    }
    return lines >= 5 && single == lines && !is_straight (text, ALL_COLUMNS);
}

/* The number at the end of the line, without sign or comma; FALSE if there is none. */
static gboolean
ends_with_number (const EvxTableText *text, const EvxTableLine *line, guint64 *number)
{
    const EvxLineCell *cell = &g_array_index (text->cells, EvxLineCell, line->first_cell + line->n_cells - 1);
    guint32 word = g_array_index (text->words, guint32, cell->first);
    g_autofree char *digits = g_strndup (evx_layout_text (text->layout, word), evx_layout_word (text->layout, word)->length);
    return cell->n == 1 && line->n_cells == 2 && g_ascii_string_to_unsigned (digits, 10, 1, 9999, number, NULL);
}

/* Titles and page numbers that never fall, with room between them; sorted counts mostly do. */
static gboolean
is_contents (const EvxTableText *text)
{
    guint64 before = 0, number = 0;
    float left = 0, right = G_MAXFLOAT;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxTableLine *line = &g_array_index (text->lines, EvxTableLine, i);
        const EvxLineCell *cells = &g_array_index (text->cells, EvxLineCell, line->first_cell);
        if (cells[0].figure || !ends_with_number (text, line, &number) || number < before)
            return FALSE;
        before = number;
        left = MAX (left, cells[0].box.x1);
        right = MIN (right, cells[1].box.x0);
    }
    return text->lines->len >= 5 && right - left > 8 * text->layout->size;
}

static gboolean
is_table (const EvxTableText *text)
{
    g_autofree Column *columns = measure_columns (text);
    guint multiple = 0, figure_columns = 0, crooked = 0, n = text->n_columns;
    for (guint i = 0; i < text->lines->len; i++)
        multiple += g_array_index (text->lines, EvxTableLine, i).n_cells >= 2;
    for (guint c = 1; c < n; c++) {
        gboolean figures = columns[c].figures >= 2 && 2 * columns[c].figures >= columns[c].cells;
        figure_columns += figures;
        crooked += figures && columns[c].figures >= 6 && !is_straight (text, c);
    }
    if (n < 2 || multiple < 2 || (multiple == 2 && (n < 3 || figure_columns == 0)))
        return FALSE;
    if (2 * columns[0].labels >= columns[0].cells && n <= 3 && figure_columns == 0)
        return FALSE; /* a list */
    if (n == 2 && 2 * columns[0].colons >= columns[0].cells)
        return FALSE; /* a form */
    if (n == 2 && figure_columns == 1 && 2 * columns[0].dots >= columns[0].cells)
        return FALSE; /* a table of contents */
    if ((n == 2 && is_contents (text)) || is_bars (text))
        return FALSE;
    if (2 * count_twins (text) > multiple)
        return FALSE; /* the axes of two charts side by side */
    if (figure_columns == 0)
        return is_even (text, columns);
    return crooked < figure_columns; /* otherwise a chart */
}

/* ---- all together -------------------------------------------------------------------------------------- */

/* Edges that a chunk of the row runs across, at most. */
static guint
count_crossed (const Group *group, const PageRow *row, const GArray *edges)
{
    guint most = 0;
    for (guint i = row->at; i < row->end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[i]);
        most = MAX (most, column_of (edges, chunk->x1) - column_of (edges, chunk->x0));
    }
    return most;
}

static guint32
first_word (const Group *group, const PageRow *row)
{
    return group->layout->order[evx_layout_chunk (group->layout, group->ids[row->at])->first];
}

/* Whether the two rows begin in other type. */
static gboolean
differs (const Group *group, const PageRow *a, const PageRow *b)
{
    float type = evx_layout_type (group->layout, first_word (group, a)), other = evx_layout_type (group->layout, first_word (group, b));
    return fabsf (type - other) > 0.1f * other;
}

/* Whether a row above is centred over all columns, apart from them by white space or type: a head that spans
 * does not stand over the first column. */
static gboolean
is_centred (const Group *group, const PageRow *row, const GArray *edges)
{
    float gap = group->rows[group->from].y0 - row->y1;
    return n_chunks (row) == 1 && count_crossed (group, row, edges) >= 1 &&
           fabsf (row->x0 + row->x1 - group->x0 - group->x1) < group->layout->size &&
           (gap > 0.5f * group->layout->size || differs (group, row, &group->rows[group->from]));
}

/* Whether a row above the full row @head is a title: it says so, or it runs from the first column across the
 * others, across one of many only in other type. */
static gboolean
is_title (const Group *group, const PageRow *row, const PageRow *head, const GArray *edges)
{
    guint crossed = count_crossed (group, row, edges);
    return is_caption (group, row) ||
           (column_of (edges, row->x0) == 0 &&
            (crossed >= 2 || (crossed == 1 && (edges->len == 1 || differs (group, row, head)))));
}

/* "(in thousands)" */
static gboolean
is_bracketed (const Group *group, const PageRow *row)
{
    const EvxLayout *layout = group->layout;
    const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[row->at]);
    guint32 last = layout->order[chunk->first + chunk->n - 1];
    return strchr ("([", *evx_layout_text (layout, first_word (group, row))) != NULL &&
           strchr (")]", evx_layout_text (layout, last)[evx_layout_word (layout, last)->length - 1]) != NULL;
}

/* Whether @row goes on with the title @above: it begins where that does, stands in the middle, or in brackets. */
static gboolean
goes_on_title (const Group *group, const PageRow *above, const PageRow *row)
{
    float begins = evx_layout_chunk (group->layout, group->ids[above->end - 1])->x0;
    return n_chunks (row) == 1 && (fabsf (row->x0 - begins) < 2 || fabsf (row->x0 - above->x0) < 2 || is_bracketed (group, row) ||
                                   fabsf (row->x0 + row->x1 - group->x0 - group->x1) < 2 * group->layout->size);
}

/* A title above the head is no row of the table. */
static void
skip_title (Group *group, const GArray *edges)
{
    const PageRow *rows = group->rows;
    guint head = group->from, end = group->from;
    while (head < group->to && !is_full (group, &rows[head]))
        head++;
    group->top = 0;
    if (head == group->to)
        return;
    for (guint r = group->from; r < head; r++)
        end = is_title (group, &rows[r], &rows[head], edges) ? r + 1 : end;
    while (end > group->from && end < head && goes_on_title (group, &rows[end - 1], &rows[end]))
        end++;
    if (end > group->from)
        group->from = group->top = end;
}

/* The rows just above that stand over some columns only, not at the left edge: heads that span. */
static void
extend_up (Group *group, const GArray *edges)
{
    for (guint taken = 0; taken < 2 && group->from > group->top; taken++) {
        const PageRow *above = &group->rows[group->from - 1];
        float gap = group->rows[group->from].y0 - above->y1;
        if (above->grid || gap > 0.8f * group->layout->size || above->x0 <= g_array_index (edges, float, 0) ||
            above->x1 > group->x1 + 2 * group->layout->size || is_caption (group, above) ||
            is_centred (group, above, edges))
            return;
        group->from--;
    }
}

static gboolean
begins_low (const Group *group, const PageRow *row)
{
    return g_unichar_islower (g_utf8_get_char (evx_layout_text (group->layout, first_word (group, row))));
}

/* Rows of one chunk in this column: lines of wrapped cells. */
static guint
count_wrapped (const Group *group, const GArray *edges, guint column)
{
    guint n = 0;
    for (guint r = group->from; r < group->to; r++) {
        const PageRow *row = &group->rows[r];
        n += n_chunks (row) == 1 && column_of (edges, row->x0) == column && column_of (edges, row->x1) == column;
    }
    return n;
}

/* The rows just below that go on with a cell: one chunk in one column, close to the row above; in the first
 * column it must go on in small letters, or as several cells before. */
static void
extend_down (Group *group, const GArray *edges, guint n_rows)
{
    while (group->to < n_rows) {
        const PageRow *row = &group->rows[group->to];
        float gap = row->y0 - group->rows[group->to - 1].y1;
        guint column = column_of (edges, row->x0);
        if (row->grid || n_chunks (row) != 1 || gap > 0.35f * group->layout->size ||
            (column == 0 && !begins_low (group, row) && count_wrapped (group, edges, 0) < 3) || column != column_of (edges, row->x1))
            return;
        group->to++;
    }
}

/* In a table whose cells stand on the last line of their row, the first lines of a wrapped cell stand above
 * the first full row. */
static void
extend_up_cell (Group *group, const GArray *edges)
{
    guint singles = 0;
    for (guint r = group->from; r < group->to; r++)
        singles += n_chunks (&group->rows[r]) == 1;
    while (group->from > group->top && 2 * singles > group->to - group->from) {
        const PageRow *above = &group->rows[group->from - 1];
        float gap = group->rows[group->from].y0 - above->y1;
        guint column = column_of (edges, above->x0 + 1);
        if (above->grid || n_chunks (above) != 1 || gap > 0.6f * group->layout->size || column == 0 ||
            column != column_of (edges, above->x1 - 1))
            return;
        group->from--;
    }
}

/* Cuts the group short at its widest gap if its upper part alone has more columns: two tables below each
 * other, or a title of several chunks above a table. */
static GArray *
find_edges_of_part (Group *group)
{
    guint at = group->from;
    float widest = 0.9f * group->layout->size;
    for (guint r = group->from + 1; r < group->to; r++) {
        float gap = group->rows[r].y0 - group->rows[r - 1].y1;
        if (gap > 1.15f * widest) {
            widest = gap;
            at = r;
        }
    }
    measure_group (group);
    GArray *edges = find_edges (group);
    if (at == group->from)
        return edges;
    Group upper = *group;
    upper.to = at;
    measure_group (&upper);
    GArray *more = upper.usual >= 2 ? find_edges (&upper) : g_array_new (FALSE, FALSE, sizeof (float));
    Group lower = *group;
    lower.from = at;
    measure_group (&lower);
    g_autoptr (GArray) below = lower.usual >= 2 ? find_edges (&lower) : g_array_new (FALSE, FALSE, sizeof (float));
    if (more->len > edges->len || below->len > edges->len) {
        *group = upper;
        g_array_unref (edges);
        return more;
    }
    g_array_unref (more);
    return edges;
}

static EvxDraft *
draft_group (Group *group, guint n_rows)
{
    GArray *edges = find_edges_of_part (group);
    drop_edges (group, edges);
    g_autoptr (EvxTableText) text = evx_table_text_new (group->layout, edges);
    if (edges->len == 0)
        return NULL;
    skip_title (group, edges);
    extend_up (group, edges);
    extend_up_cell (group, edges);
    extend_down (group, edges, n_rows);
    for (guint r = group->from; r < group->to; r++)
        evx_table_text_add (text, group->ids + group->rows[r].at, n_chunks (&group->rows[r]), is_full (group, &group->rows[r]));
    if (!is_table (text))
        return NULL;
    g_autoptr (EvxDraft) draft = evx_table_text_draft (text);
    if (!evx_draft_has_rows (draft) || evx_layout_is_chart (group->layout, draft))
        return NULL;
    return g_steal_pointer (&draft);
}

EvxDraft *
evx_layout_find_table (EvxLayout *layout, const guint32 *ids, guint n, guint *from, guint *to)
{
    g_autoptr (GArray) rows = collect_rows (layout, ids, n);
    Group group = { .layout = layout, .ids = ids, .rows = (const PageRow *) (void *) rows->data };
    for (guint r = 0; r < rows->len; r = MAX (r + 1, group.to)) {
        group.from = r;
        group.to = r;
        if (n_chunks (&group.rows[r]) < 2 || group.rows[r].grid)
            continue;
        grow_group (&group, rows->len);
        EvxDraft *draft = draft_group (&group, rows->len);
        if (draft == NULL)
            continue;
        *from = group.rows[group.from].at;
        *to = group.rows[group.to - 1].end;
        return draft;
    }
    return NULL;
}
