/* Rows of which one cell takes several lines and the others one: the full lines are their anchors. They stand on the
 * first line of their rows, on the last, or in the middle of as many lines above as below. */
#include "../sort.h"
#include "join-internal.h"

#include <string.h>

enum { LEAST_STEPS = 3 }; /* lines beside anchors: fewer say nothing of distances */

#define CLEAR_STEP 0.12f /* sizes of type: a distance is clearly wider by so much */

/* Lines that are no anchors but repeat a figure of the line above: rows that lack a cell, where the first
 * column names several of them. */
static guint
count_repeats (const EvxJoiner *joiner)
{
    guint repeats = 0;
    for (guint l = joiner->first_body + 1; l < joiner->text->lines->len; l++)
        repeats += !joiner->anchors[l] && evx_table_has_figure_twice (joiner->text, l - 1, l);
    return repeats;
}

/* Whether line @l overlaps a neighbour: it is set in the middle between the lines of a cell. */
static gboolean
lies_between (const EvxTableText *text, guint l)
{
    return (l > 0 && evx_table_lines_overlap (text, evx_table_line (text, l - 1), evx_table_line (text, l))) ||
           (l + 1 < text->lines->len && evx_table_lines_overlap (text, evx_table_line (text, l), evx_table_line (text, l + 1)));
}

/* Marks the lines that have most cells of their row; returns how many there are. */
static guint
mark_anchors (EvxJoiner *joiner)
{
    const EvxTableText *text = joiner->text;
    guint n = text->lines->len, most = 0, anchors = 0;
    for (guint l = joiner->first_body; l < n; l++)
        most = MAX (most, evx_table_line (text, l)->n_cells);
    joiner->anchors = g_new0 (guint8, n);
    for (guint l = 0; l < n; l++) {
        const EvxTableLine *line = evx_table_line (text, l);
        gboolean named = evx_table_cell_in (text, line, 0) != NULL, figures = evx_table_count_figures (text, line, NULL) >= 2;
        joiner->anchors[l] = (line->n_cells * 10 >= most * 6 && line->n_cells >= MIN (3, text->n_columns) && (named || figures)) ||
                             (figures && !named && lies_between (text, l));
        anchors += joiner->anchors[l];
    }
    return anchors;
}

/* Whether three rows or more begin from line @first on, and no gap inside a row is wider than one between rows. */
static gboolean
stand_apart (const EvxJoiner *joiner, guint first)
{
    const EvxTableText *text = joiner->text;
    float inside = -G_MAXFLOAT, between = G_MAXFLOAT;
    guint rows = 1;
    for (guint l = first + 1; l < text->lines->len; l++) {
        float gap = evx_table_line (text, l)->y0 - evx_table_line (text, l - 1)->y1;
        rows += joiner->begins[l];
        if (joiner->begins[l])
            between = MIN (between, gap);
        else
            inside = MAX (inside, gap);
    }
    return rows >= 3 && inside < between + 0.15f * text->layout->size;
}

/* Rows whose cells are set in their middle have as many lines above the anchor as below. Marks where they begin,
 * if that comes out even when the first begins at line @first. */
static gboolean
begin_even_rows (EvxJoiner *joiner, guint first)
{
    guint n = joiner->text->lines->len, begin = first;
    memset (joiner->begins, 0, n);
    for (guint l = first; l < n; l++) {
        if (!joiner->anchors[l])
            continue;
        if (begin > l || 2 * l - begin >= n)
            return FALSE;
        joiner->begins[begin] = TRUE;
        begin = 2 * l - begin + 1;
    }
    return begin == n && stand_apart (joiner, first);
}

static gboolean
find_even_rows (EvxJoiner *joiner)
{
    guint anchor = joiner->first_body;
    if (begin_even_rows (joiner, joiner->first_body))
        return TRUE;
    while (anchor < joiner->text->lines->len && !joiner->anchors[anchor])
        anchor++;
    for (guint first = anchor; first > 0 && first < joiner->text->lines->len; first--) {
        if (!begin_even_rows (joiner, first))
            continue;
        joiner->first_body = first; /* lines of the first row stood in the head */
        return TRUE;
    }
    return FALSE;
}

/* Marks where rows begin whose anchors are their first or their last lines, or somewhere between. */
static void
begin_rows (EvxJoiner *joiner, gboolean above, gboolean below)
{
    guint n = joiner->text->lines->len;
    memset (joiner->begins, 0, n);
    for (guint l = 0, before = 0; l < n; l++) {
        if (!joiner->anchors[l])
            continue;
        if (before > 0)
            joiner->begins[!above ? l : !below ? before : before + (l - before) / 2] = TRUE;
        before = l + 1;
    }
}

/* Whether line @l goes on in small letters with the only cell of the line above, which had no room for more. */
static gboolean
goes_on_low (const EvxJoiner *joiner, guint l)
{
    const EvxTableText *text = joiner->text;
    const EvxTableLine *above = evx_table_line (text, l - 1);
    const EvxLineCell *first = evx_table_cell (text, above->first_cell);
    const EvxLineCell *below = evx_table_cell_in (text, evx_table_line (text, l), first->column);
    return above->n_cells == 1 && below != NULL && !first->figure && !below->figure && evx_table_begins_low (text, below) &&
           !evx_joiner_had_room (joiner, first, below);
}

/* Lines of the body that go on in small letters: above an anchor with it, and below one. */
static void
count_low (const EvxJoiner *joiner, guint *above, guint *below)
{
    const EvxTableText *text = joiner->text;
    *above = *below = 0;
    for (guint l = MAX (1, joiner->first_body); l < text->lines->len; l++) {
        *above += joiner->anchors[l] && !joiner->anchors[l - 1] && goes_on_low (joiner, l);
        *below += !joiner->anchors[l] && joiner->anchors[l - 1] &&
                  evx_table_begins_low (text, evx_table_cell (text, evx_table_line (text, l)->first_cell));
    }
}

/* Whether the anchors are the last lines of their rows: cells go on in them, and none below them. */
static gboolean
are_last_lines (const EvxJoiner *joiner)
{
    guint above, below;
    count_low (joiner, &above, &below);
    return joiner->anchors[joiner->text->lines->len - 1] && above >= 2 && above > 3 * below;
}

/* How far a cell of line @l, which goes on above or below, stands below that of the same column in the line above, from
 * middle to middle: lines of many cells are higher. 0 if there is none. */
static float
cell_step (const EvxTableText *text, guint l, const EvxTableLine *wrapped)
{
    const EvxLineCell *cell = evx_table_cell (text, wrapped->first_cell);
    const EvxLineCell *above = evx_table_cell_in (text, evx_table_line (text, l - 1), cell->column);
    const EvxLineCell *below = evx_table_cell_in (text, evx_table_line (text, l), cell->column);
    return above != NULL && below != NULL ? (below->box.y0 + below->box.y1 - above->box.y0 - above->box.y1) / 2 : 0;
}

/* The middle distance of the lines below an anchor from it, or of the anchors from lines above; 0 if there are few. */
static float
median_step (const EvxJoiner *joiner, gboolean below)
{
    const EvxTableText *text = joiner->text;
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (float));
    for (guint l = joiner->first_body + 1; l < text->lines->len; l++) {
        guint wrapped = below ? l : l - 1, anchor = below ? l - 1 : l;
        float step = cell_step (text, l, evx_table_line (text, wrapped));
        if (!joiner->anchors[wrapped] && joiner->anchors[anchor] && step > 0)
            g_array_append_val (steps, step);
    }
    g_array_sort (steps, evx_sort_floats);
    return steps->len >= LEAST_STEPS ? g_array_index (steps, float, steps->len / 2) : 0;
}

/* Whether the anchors are the first lines of their rows: what stands below one is nearer to it than what stands above,
 * and goes on in small letters no more rarely. */
static gboolean
are_first_lines (const EvxJoiner *joiner)
{
    guint low_above, low_below;
    float below = median_step (joiner, TRUE), above = median_step (joiner, FALSE);
    count_low (joiner, &low_above, &low_below);
    return below > 0 && above > below + CLEAR_STEP * joiner->text->layout->size && low_below >= low_above;
}

/* A line as near to the one above as lines that go on is their like, however full it is: most cells of its row wrap. */
static void
drop_near_anchors (EvxJoiner *joiner)
{
    const EvxTableText *text = joiner->text;
    float near = median_step (joiner, TRUE) + CLEAR_STEP * text->layout->size;
    for (guint l = joiner->first_body + 1; l < text->lines->len; l++) {
        float step = cell_step (text, l, evx_table_line (text, l));
        if (joiner->anchors[l] && step > 0 && step < near)
            joiner->anchors[l] = FALSE;
    }
}

/* The first anchor of the body, and lines above it that go on there, are no head. */
static void
begin_first_row (EvxJoiner *joiner)
{
    guint l = joiner->first_body, n = joiner->text->lines->len;
    while (l < n && !joiner->anchors[l])
        l++;
    while (l > 1 && l < n && !joiner->anchors[l - 1] && goes_on_low (joiner, l))
        l--;
    if (l > 0 && l < n)
        joiner->begins[l] = TRUE;
}

/* Where a cell of each row takes several lines and the others one, as a spreadsheet prints it, the full lines
 * are the anchors of the rows. Where the table begins and ends tells on which line they stand. */
void
evx_joiner_find_anchors (EvxJoiner *joiner)
{
    const EvxTableText *text = joiner->text;
    guint n = text->lines->len, anchors = mark_anchors (joiner), first = 0, last = n, between = 0;
    for (guint l = 0; l < n; l++)
        between += joiner->anchors[l] && lies_between (text, l);
    while (first < n && !joiner->anchors[first])
        first++;
    while (last > 0 && !joiner->anchors[last - 1])
        last--;
    joiner->begins = g_new0 (guint8, n);
    joiner->above = first > 0;
    joiner->below = last < n;
    gboolean clear = anchors >= 2 && !joiner->ruled && 4 * count_repeats (joiner) <= n - anchors;
    if (clear && joiner->narrow <= 0 && (n - anchors >= anchors || between >= 2) && find_even_rows (joiner))
        return;
    if (clear && joiner->narrow <= 0 && are_first_lines (joiner)) {
        drop_near_anchors (joiner);
        begin_rows (joiner, FALSE, TRUE);
        begin_first_row (joiner);
        return;
    }
    if (clear && joiner->narrow <= 0 && are_last_lines (joiner)) {
        begin_rows (joiner, TRUE, FALSE);
        begin_first_row (joiner);
        return;
    }
    if (clear && joiner->narrow <= 0 && n - anchors >= anchors) {
        begin_rows (joiner, joiner->above, joiner->below);
        return;
    }
    g_clear_pointer (&joiner->anchors, g_free);
}
