/* Rows of the page into rows of a table.
 *
 * Printed rules between the rows decide where there are any. Otherwise two distances between rows (a
 * narrow one inside a row, a wide one between rows) decide, if there are two; otherwise what the cells
 * hold: a cell goes on below where its last line had no room for the first word of the next, and where no
 * column would get a second figure. */
#include "../sort.h"
#include "join-internal.h"

#include <math.h>
#include <string.h>

#define MAX_HEAD 8 /* lines; more are rows without figures */

/* ---- distances ----------------------------------------------------------------------------------------- */

/* Lines of cells that are set in the middle of one row. */
gboolean
evx_table_lines_overlap (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b)
{
    return b->y0 - a->y1 < -0.2f * text->layout->size;
}

/* The widest of the narrow steps, if the steps fall into two kinds; otherwise 0. */
static float
narrow_steps (const EvxTableText *text)
{
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (float));
    for (guint i = 1; i < text->lines->len; i++) {
        float step = evx_table_line (text, i)->y1 - evx_table_line (text, i - 1)->y1;
        if (!evx_table_lines_overlap (text, evx_table_line (text, i - 1), evx_table_line (text, i)))
            g_array_append_val (steps, step);
    }
    g_array_sort (steps, evx_sort_floats);
    float narrow = 0, most = 1.2f;
    for (guint i = 0; i + 1 < steps->len; i++) {
        float a = g_array_index (steps, float, i), b = g_array_index (steps, float, i + 1);
        gboolean both = i + 1 >= 2 && steps->len - i - 1 >= 2;
        if (!both || a <= 0 || b / a < most || a > 1.6f * text->layout->size)
            continue;
        most = b / a;
        narrow = a;
    }
    return narrow;
}

/* ---- what the cells hold --------------------------------------------------------------------------------- */

static float
first_word_width (const EvxTableText *text, const EvxLineCell *cell)
{
    const EvxPlace *p = &text->layout->places[evx_table_first_word (text, cell)];
    return p->x1 - p->x0;
}

gboolean
evx_table_begins_low (const EvxTableText *text, const EvxLineCell *cell)
{
    return evx_layout_begins_low (text->layout, evx_table_first_word (text, cell));
}

/* Whether there was room after @above for the first word of @below. */
gboolean
evx_joiner_had_room (const EvxJoiner *joiner, const EvxLineCell *above, const EvxLineCell *below)
{
    float room = joiner->right[above->column + above->columns - 1] - above->box.x1;
    return room >= first_word_width (joiner->text, below) + joiner->text->layout->space;
}

/* Whether @below goes on with @above: there was no room for its first word. */
static gboolean
wraps (const EvxJoiner *joiner, const EvxLineCell *above, const EvxLineCell *below)
{
    if (above->figure || (below->figure && below->n == 1 && below->column > 0))
        return FALSE;
    return evx_table_begins_low (joiner->text, below) || !evx_joiner_had_room (joiner, above, below);
}

static gboolean
is_bold (const EvxTableText *text, const EvxLineCell *cell)
{
    guint32 word = evx_table_first_word (text, cell);
    return (evx_layout_word (text->layout, word)->flags & EVX_WORD_BOLD) != 0;
}

/* Whether the line after @b stands in from it, as what a section holds does. */
static gboolean
leads_in (const EvxTableText *text, const EvxTableLine *b, const EvxLineCell *name)
{
    if (b + 1 >= evx_table_line (text, 0) + text->lines->len || b->n_cells > 1)
        return FALSE;
    const EvxLineCell *next = evx_table_cell_in (text, b + 1, 0);
    return next != NULL && (b + 1)->n_cells > 1 && next->box.x0 > name->box.x0 + 0.5f * text->layout->size;
}

/* The name of a section does not go on with what stands above: it is of other type, stands out to the left, unless it is
 * set in the middle below it, or what follows stands in. */
static gboolean
stands_out (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b)
{
    const EvxLineCell *above = evx_table_cell_in (text, a, 0), *below = evx_table_cell_in (text, b, 0);
    if (above == NULL || below == NULL)
        return FALSE;
    if (is_bold (text, above) != is_bold (text, below))
        return TRUE;
    gboolean centred = fabsf (above->box.x0 + above->box.x1 - below->box.x0 - below->box.x1) < 0.3f * text->layout->size;
    gboolean out = below->box.x0 < above->box.x0 - 0.3f * text->layout->size && !centred;
    gboolean flush = fabsf (below->box.x0 - above->box.x0) < 0.3f * text->layout->size;
    return !evx_table_begins_low (text, below) && (out || (flush && leads_in (text, b, below)));
}

static gboolean
is_time (const EvxTableText *text, const EvxLineCell *cell)
{
    guint32 word = evx_table_first_word (text, cell);
    return memchr (evx_layout_text (text->layout, word), ':', evx_layout_word (text->layout, word)->length) != NULL;
}

/* Whether it opens a bracket or closes one, but not both: a line of a cell as "0.5 (0.2-2.1)" where it wraps. */
static gboolean
is_unbalanced (const EvxTableText *text, const EvxLineCell *cell)
{
    gint open = 0;
    for (guint w = cell->first; w < cell->first + cell->n; w++) {
        guint32 word = g_array_index (text->words, guint32, w);
        const char *letters = evx_layout_text (text->layout, word);
        for (guint i = 0; i < evx_layout_word (text->layout, word)->length; i++)
            open += (letters[i] == '(') - (letters[i] == ')');
    }
    return open != 0;
}

/* Two figures in one column are two rows; but a time below a date is one. */
static gboolean
are_two_rows (const EvxTableText *text, const EvxLineCell *above, const EvxLineCell *below)
{
    return above != NULL && above->figure && below->figure && is_time (text, above) == is_time (text, below) &&
           !is_unbalanced (text, below);
}

/* Both lines have a name and most cells, and figures below each other in several columns: rows, though no rule parts them,
 * as one parts others: bands over several rows each. */
static gboolean
are_full_rows (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b)
{
    guint twice = 0;
    for (guint i = 0; i < b->n_cells; i++) {
        const EvxLineCell *below = evx_table_cell (text, b->first_cell + i);
        twice += below->column > 0 && are_two_rows (text, evx_table_cell_in (text, a, below->column), below);
    }
    return twice >= 2 && evx_table_cell_in (text, a, 0) != NULL && evx_table_cell_in (text, b, 0) != NULL &&
           2 * a->n_cells > text->n_columns && 2 * b->n_cells > text->n_columns;
}

/* No column has a figure in both lines, and the cells of one lie in columns of the other. */
static gboolean
may_join (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b)
{
    gboolean b_in_a = TRUE, a_in_b = TRUE;
    for (guint c = 0; c < text->n_columns; c++) {
        const EvxLineCell *above = evx_table_cell_in (text, a, c), *below = evx_table_cell_in (text, b, c);
        if (below != NULL && are_two_rows (text, above, below))
            return FALSE;
        if (above != NULL && below != NULL && (above->columns > 1 || below->columns > 1))
            return FALSE;
        b_in_a &= below == NULL || above != NULL;
        a_in_b &= above == NULL || below != NULL;
    }
    return b_in_a || a_in_b;
}

/* Lines of a head: close, none of them over several columns; their cells stand on the last line. */
static gboolean
heads_join (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b)
{
    for (guint i = 0; i < a->n_cells; i++)
        if (evx_table_cell (text, a->first_cell + i)->columns > 1)
            return FALSE;
    for (guint i = 0; i < b->n_cells; i++)
        if (evx_table_cell (text, b->first_cell + i)->columns > 1)
            return FALSE;
    return b->y0 - a->y1 < 0.5f * text->layout->size && b->n_cells + a->n_cells > 2;
}

/* Lines that overlap in height are one row, unless both have a figure in one column. */
static gboolean
may_join_overlapping (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b)
{
    for (guint i = 0; i < b->n_cells; i++) {
        const EvxLineCell *below = evx_table_cell (text, b->first_cell + i);
        if (are_two_rows (text, evx_table_cell_in (text, a, below->column), below))
            return FALSE;
    }
    return TRUE;
}

/* All cells of the lower line go on with those above, and the first column is not begun anew. */
static gboolean
goes_on (const EvxJoiner *joiner, const EvxTableLine *a, const EvxTableLine *b)
{
    const EvxTableText *text = joiner->text;
    for (guint i = 0; i < b->n_cells; i++) {
        const EvxLineCell *below = evx_table_cell (text, b->first_cell + i);
        const EvxLineCell *above = evx_table_cell_in (text, a, below->column);
        if (above == NULL || !wraps (joiner, above, below))
            return FALSE;
    }
    return b->n_cells < a->n_cells && (evx_table_cell_in (text, b, 0) == NULL || a->n_cells > 1);
}

/* A label of several lines whose figures stand on its last line. */
static gboolean
leads_to (const EvxJoiner *joiner, const EvxTableLine *a, const EvxTableLine *b)
{
    const EvxLineCell *above = evx_table_cell_in (joiner->text, a, 0), *below = evx_table_cell_in (joiner->text, b, 0);
    return a->n_cells == 1 && b->n_cells > 1 && above != NULL && below != NULL && !above->figure &&
           above->columns == 1 && wraps (joiner, above, below) && evx_table_begins_low (joiner->text, below);
}

/* The first line of a wrapped cell, well below the row above and close to the line that has the other cells. In the
 * first column it is as likely the name of a section. */
static gboolean
nears (const EvxTableText *text, guint i)
{
    const EvxTableLine *a = evx_table_line (text, i - 1), *b = evx_table_line (text, i);
    const EvxLineCell *above = evx_table_cell (text, a->first_cell), *below = evx_table_cell_in (text, b, above->column);
    float gap = b->y0 - a->y1, size = text->layout->size;
    return i >= 2 && a->n_cells == 1 && above->column > 0 && b->n_cells > 1 && below != NULL && !below->figure && gap < 0.35f * size &&
           a->y0 - evx_table_line (text, i - 2)->y1 > gap + 0.2f * size;
}

/* ---- rows -------------------------------------------------------------------------------------------------- */

/* Whether a line of the row from @first on has a figure where line @i has one. */
gboolean
evx_table_has_figure_twice (const EvxTableText *text, guint first, guint i)
{
    const EvxTableLine *line = evx_table_line (text, i);
    for (guint c = 0; c < line->n_cells; c++) {
        const EvxLineCell *cell = evx_table_cell (text, line->first_cell + c);
        for (guint l = first; l < i && cell->figure; l++)
            if (are_two_rows (text, evx_table_cell_in (text, evx_table_line (text, l), cell->column), cell))
                return TRUE;
    }
    return FALSE;
}

/* Whether most neighbours that are two rows, since both have a figure in one column, stand no wider apart than
 * @narrow: then it is the step from row to row. */
static gboolean
is_row_step (const EvxTableText *text, float narrow)
{
    guint rows = 0, near = 0;
    for (guint i = 1; i < text->lines->len; i++) {
        if (!evx_table_has_figure_twice (text, i - 1, i))
            continue;
        rows++;
        near += evx_table_line (text, i)->y1 - evx_table_line (text, i - 1)->y1 <= narrow;
    }
    return 2 * near > rows;
}

static guint
count_bold (const EvxTableText *text, const EvxTableLine *line)
{
    guint bold = 0;
    for (guint i = 0; i < line->n_cells; i++)
        bold += is_bold (text, evx_table_cell (text, line->first_cell + i));
    return bold;
}

/* Whether a line is bold throughout, and the one below it nowhere. */
static gboolean
is_bold_alone (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b)
{
    return count_bold (text, a) == a->n_cells && count_bold (text, b) == 0;
}

/* Whether line @i belongs to the row that begins at line @first. */
static gboolean
joins (const EvxJoiner *joiner, guint first, guint i)
{
    const EvxTableText *text = joiner->text;
    const EvxTableLine *a = evx_table_line (text, i - 1), *b = evx_table_line (text, i);
    float step = b->y1 - a->y1;
    if (evx_table_text_rule_between (text, a, b))
        return FALSE;
    if (joiner->ruled && are_full_rows (text, a, b))
        return FALSE;
    if (joiner->ruled) /* but the first row may have no rule above it */
        return i != joiner->first_body || (MIN (a->n_cells, b->n_cells) * 10 < text->n_columns * 6 && !is_bold_alone (text, a, b) &&
                                           b->y0 - a->y1 < 0.3f * text->layout->size);
    if (joiner->anchors != NULL)
        return !joiner->begins[i];
    if (evx_table_lines_overlap (text, a, b) && may_join_overlapping (text, a, b))
        return TRUE;
    if (i < joiner->first_body && heads_join (text, a, b))
        return TRUE;
    if (evx_table_has_figure_twice (text, first, i) || stands_out (text, a, b) || !may_join (text, a, b) || b->y0 - a->y1 > 0.6f * text->layout->size)
        return FALSE;
    if (joiner->narrow > 0)
        return step <= joiner->narrow + 0.1f;
    return goes_on (joiner, a, b) || leads_to (joiner, a, b) || nears (text, i);
}

/* ---- doubt ---------------------------------------------------------------------------------------------- */

/* Whether each cell of the line goes on in small letters. */
static gboolean
is_low (const EvxTableText *text, const EvxTableLine *line)
{
    gboolean low = TRUE;
    for (guint i = 0; i < line->n_cells; i++)
        low &= evx_table_begins_low (text, evx_table_cell (text, line->first_cell + i));
    return low;
}

/* Whether line @i, which could be a row of its own, was joined to the row above for want of room alone, or by
 * its place between two anchors. */
static gboolean
is_joined_in_doubt (const EvxJoiner *joiner, guint i)
{
    const EvxTableLine *a = evx_table_line (joiner->text, i - 1), *b = evx_table_line (joiner->text, i);
    if (joiner->ruled || i < joiner->first_body || is_low (joiner->text, b) ||
        (evx_table_cell_in (joiner->text, b, 0) == NULL && 2 * b->n_cells <= joiner->text->n_columns))
        return FALSE;
    if (joiner->anchors != NULL)
        return joiner->above && joiner->below;
    return joiner->narrow <= 0 && !evx_table_lines_overlap (joiner->text, a, b);
}

/* Whether line @i begins a row although it looks like the rest of the one above: close to it, nothing in the
 * first column, no figure, and a cell above each of its own. */
static gboolean
is_parted_in_doubt (const EvxJoiner *joiner, guint i)
{
    const EvxTableText *text = joiner->text;
    const EvxTableLine *a = evx_table_line (text, i - 1), *b = evx_table_line (text, i);
    if (joiner->ruled || i <= joiner->first_body || 2 * b->n_cells > text->n_columns || evx_table_text_rule_between (text, a, b) ||
        b->y0 - a->y1 > 0.6f * text->layout->size)
        return FALSE;
    for (guint c = 0; c < b->n_cells; c++) {
        const EvxLineCell *below = evx_table_cell (text, b->first_cell + c);
        if (below->column == 0 || below->figure || evx_table_cell_in (text, a, below->column) == NULL)
            return FALSE;
    }
    return TRUE;
}

/* ---- the draft --------------------------------------------------------------------------------------------- */

static void
prepare (EvxJoiner *joiner)
{
    const EvxTableText *text = joiner->text;
    joiner->right = g_new0 (float, text->n_columns);
    for (guint l = 0; l < text->lines->len; l++) {
        const EvxTableLine *line = evx_table_line (text, l);
        for (guint i = 0; i < line->n_cells; i++) {
            const EvxLineCell *cell = evx_table_cell (text, line->first_cell + i);
            if (cell->columns == 1)
                joiner->right[cell->column] = MAX (joiner->right[cell->column], cell->box.x1);
        }
    }
    joiner->first_body = evx_table_find_body (text);
    if (joiner->first_body == text->lines->len)
        joiner->first_body = 1; /* no figures at all: the first line is the head */
    joiner->narrow = narrow_steps (text);
    if (is_row_step (text, joiner->narrow))
        joiner->narrow = 0;
    joiner->ruled = evx_joiner_has_ruled_rows (joiner);
    if (joiner->ruled)
        joiner->first_body = evx_table_first_ruled (text, joiner->first_body);
    evx_joiner_find_anchors (joiner);
}

/* The draft cell of this row and column that the line's cell goes on with, or NULL. */
static EvxDraftCell *
draft_cell (EvxDraft *draft, guint row, const EvxLineCell *cell)
{
    for (guint i = draft->cells->len; i-- > 0;) {
        EvxDraftCell *have = &g_array_index (draft->cells, EvxDraftCell, i);
        if (have->row != row)
            return NULL;
        if (have->column < cell->column + cell->columns && cell->column < have->column + have->columns)
            return have;
    }
    return NULL;
}

void
evx_table_text_add_cell (const EvxTableText *text, EvxDraft *draft, guint row, const EvxLineCell *cell)
{
    EvxDraftCell *have = draft_cell (draft, row, cell);
    if (have == NULL) {
        EvxDraftCell next = { .row = row, .column = cell->column, .columns = cell->columns, .box = cell->box };
        next.words = g_array_new (FALSE, FALSE, sizeof (guint32));
        g_array_append_val (draft->cells, next);
        have = &g_array_index (draft->cells, EvxDraftCell, draft->cells->len - 1);
    }
    g_array_append_vals (have->words, &g_array_index (text->words, guint32, cell->first), cell->n);
    have->lines++;
    have->box.x0 = MIN (have->box.x0, cell->box.x0);
    have->box.y0 = MIN (have->box.y0, cell->box.y0);
    have->box.x1 = MAX (have->box.x1, cell->box.x1);
    have->box.y1 = MAX (have->box.y1, cell->box.y1);
}

EvxDraft *
evx_table_text_draft (EvxTableText *text)
{
    EvxJoiner joiner = { .text = text };
    evx_table_text_find_rules (text);
    prepare (&joiner);
    EvxDraft *draft = evx_draft_new (text->lines->len, text->n_columns, FALSE);
    gboolean head = joiner.first_body >= 2 && joiner.first_body <= MAX_HEAD && joiner.first_body < text->lines->len &&
                    joiner.anchors == NULL;
    guint first = head ? joiner.first_body : 0, row = head ? evx_table_text_draft_head (text, joiner.first_body, draft) : 0;
    for (guint l = first, begun = first; l < text->lines->len; l++) {
        const EvxTableLine *line = evx_table_line (text, l);
        if (l > first && !joins (&joiner, begun, l)) {
            begun = l;
            row++;
            if (is_parted_in_doubt (&joiner, l))
                draft->doubts[row] = EVX_DOUBT_SPLIT;
        } else if (l > first && is_joined_in_doubt (&joiner, l)) {
            draft->doubts[row] = EVX_DOUBT_SPLIT;
        }
        for (guint i = 0; i < line->n_cells; i++)
            evx_table_text_add_cell (text, draft, row, evx_table_cell (text, line->first_cell + i));
    }
    draft->n_rows = row + 1;
    evx_draft_sort (draft);
    g_free (joiner.right);
    g_free (joiner.anchors);
    g_free (joiner.begins);
    return draft;
}
