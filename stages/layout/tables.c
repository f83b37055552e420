/* Tables without a full grid: rows whose chunks stand in columns.
 *
 * 1. Rows of two chunks or more, close together, make a group.
 * 2. White space that (nearly) all of these rows leave free at the same place parts the columns (columns.c).
 * 3. A title above and notes below are no rows; what goes on above or below the full rows is taken in.
 * 4. The words of a row in one column make a cell; a chunk without a gap at an edge covers both columns.
 * 5. Lists, forms, contents, addresses and prose are told from tables by what their columns hold (verdict.c).
 * 6. Rows of the page become rows of the table: a wrapped cell goes on in the rows below (join.c). */
#include "../sort.h"
#include "tables-internal.h"

#include <math.h>
#include <string.h>

enum { MOST_IN_PICTURE = 6 }; /* rows */

/* Sizes of type: how far below a caption its picture reaches, and how far it stands out from it to the left. */
#define CAPTION_REACH 30
#define CAPTION_BESIDE 6

/* ---- groups ------------------------------------------------------------------------------------------ */

static GArray *
collect_rows (const EvxLayout *layout, const guint32 *ids, guint n)
{
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (EvxPageRow));
    EvxPageRow *row = NULL;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (row == NULL || evx_layout_chunk (layout, ids[row->at])->row != chunk->row) {
            EvxPageRow next = { i, i, chunk->x0, chunk->y0, chunk->x1, chunk->y1, 0, FALSE };
            g_array_append_val (rows, next);
            row = &g_array_index (rows, EvxPageRow, rows->len - 1);
        }
        row->end = i + 1;
        row->words += chunk->n;
        row->x1 = MAX (row->x1, chunk->x1);
        row->y0 = MIN (row->y0, chunk->y0);
        row->y1 = MAX (row->y1, chunk->y1);
        row->grid |= evx_layout_grid_of (layout, ids[i]) != EVX_NONE;
    }
    return rows;
}

/* Whether the row ends left of all that stands right in the rows of the group, with white space between. */
static gboolean
stands_in_first_column (const EvxGroup *group, const EvxPageRow *row)
{
    const EvxLayout *layout = group->layout;
    for (guint r = group->from; r < group->to; r++) {
        const EvxPageRow *other = &group->rows[r];
        if (evx_page_row_chunks (other) >= 2 && evx_layout_chunk (layout, group->ids[other->at + 1])->x0 < row->x1 + 2 * layout->size)
            return FALSE;
    }
    return TRUE;
}

/* Whether the word is a figure that ends where a figure of the row does. */
static gboolean
ends_as_in (const EvxGroup *group, guint32 word, const EvxPageRow *row)
{
    const EvxLayout *layout = group->layout;
    for (guint i = row->at; i < row->end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[i]);
        for (guint w = 0; w < chunk->n; w++) {
            const guint32 *other = layout->order + chunk->first + w;
            if (fabsf (layout->places[*other].x1 - layout->places[word].x1) < 0.3f * layout->size && evx_layout_is_figure (layout, other, 1))
                return evx_layout_is_figure (layout, &word, 1);
        }
    }
    return FALSE;
}

enum { LEAST_FIGURES = 3 };

/* Whether a row of one chunk has figures below those of the row above: its cells stand closer than chunks do. */
static gboolean
has_figures_below (const EvxGroup *group, const EvxPageRow *row)
{
    const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[row->at]);
    guint n = 0;
    for (guint w = 0; w < chunk->n; w++)
        n += ends_as_in (group, group->layout->order[chunk->first + w], row - 1);
    return n >= LEAST_FIGURES;
}

/* Whether a row of one chunk may stand inside a table: a wrapped cell, the name of a section, or cells close together. */
static gboolean
may_stand_inside (const EvxGroup *group, const EvxPageRow *row)
{
    return row->x1 - row->x0 < 0.6f * (group->x1 - group->x0) || row->words < 6 || stands_in_first_column (group, row) ||
           has_figures_below (group, row);
}

/* "Table 2. ..." above one. */
static gboolean
is_caption (const EvxGroup *group, const EvxPageRow *row)
{
    const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[row->at]);
    return evx_layout_is_caption (group->layout, group->layout->order + chunk->first, chunk->n);
}

/* The captions of two figures side by side. */
static gboolean
has_two_captions (const EvxGroup *group, const EvxPageRow *row)
{
    guint captions = 0;
    for (guint i = row->at; i < row->end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[i]);
        captions += evx_layout_is_caption (group->layout, group->layout->order + chunk->first, chunk->n);
    }
    return captions >= 2;
}

/* "Note: ...", "Source: ..." below it. */
static gboolean
is_note (const EvxGroup *group, const EvxPageRow *row)
{
    const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[row->at]);
    return evx_layout_is_note (group->layout, group->layout->order + chunk->first, chunk->n);
}

/* A line of a wrapped cell: close to the row above, flush with a later column of the group's first row. */
static gboolean
goes_on_below (const EvxGroup *group, const EvxPageRow *row)
{
    const EvxPageRow *first = &group->rows[group->from];
    if (row->y0 - (row - 1)->y1 > 0.6f * group->layout->size)
        return FALSE;
    for (guint i = first->at + 1; i < first->end; i++)
        if (fabsf (evx_layout_chunk (group->layout, group->ids[i])->x0 - row->x0) < 1)
            return TRUE;
    return FALSE;
}

/* Takes in rows from group->from on; group->to ends up after its last row of two chunks or more. */
static void
grow_group (EvxGroup *group, guint n_rows)
{
    const EvxPageRow *rows = group->rows;
    float size = group->layout->size, widest = 0;
    group->x0 = rows[group->from].x0;
    group->x1 = rows[group->from].x1;
    group->to = group->from + 1;
    for (guint r = group->from + 1, singles = 0; r < n_rows; r++) {
        float gap = rows[r].y0 - rows[r - 1].y1;
        if (rows[r].grid || gap > MAX (2.2f * size, 1.6f * widest) || is_note (group, &rows[r]) || has_two_captions (group, &rows[r]))
            return;
        gboolean single = evx_page_row_chunks (&rows[r]) < 2;
        singles += single && !goes_on_below (group, &rows[r]);
        if (single && (!may_stand_inside (group, &rows[r]) || is_caption (group, &rows[r]) || singles > 6))
            return;
        if (evx_page_row_chunks (&rows[r]) < 2)
            continue;
        singles = 0;
        widest = MIN (MAX (widest, gap), 3.0f * size);
        group->to = r + 1;
        group->x0 = MIN (group->x0, rows[r].x0);
        group->x1 = MAX (group->x1, rows[r].x1);
    }
}

static void
measure_group (EvxGroup *group)
{
    guint n = 0;
    g_autofree guint *counts = g_new (guint, group->to - group->from);
    for (guint r = group->from; r < group->to; r++)
        if (evx_page_row_chunks (&group->rows[r]) >= 2)
            counts[n++] = evx_page_row_chunks (&group->rows[r]);
    qsort (counts, n, sizeof *counts, evx_sort_uints);
    group->usual = n > 0 ? counts[n * 3 / 4] : 0;
}

/* ---- cells -------------------------------------------------------------------------------------------- */

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
    float width = p->x1 - p->x0, inset = MIN (0.3f * MAX (layout->size, width), width / 2);
    guint from = evx_column_of (text->edges, p->x0 + inset), to = evx_column_of (text->edges, p->x1 - inset);
    EvxLineCell *last = line->n_cells > 0 ? &g_array_index (text->cells, EvxLineCell, text->cells->len - 1) : NULL;
    guint last_column = last != NULL ? last->column + last->columns - 1 : 0;
    g_array_append_val (text->words, word);
    if (last != NULL && (from <= last_column || (before != NULL && !line->full && evx_layout_is_joined (layout, *before, word)))) {
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

/* ---- all together -------------------------------------------------------------------------------------- */

/* Edges that a chunk of the row runs across, at most. */
static guint
count_crossed (const EvxGroup *group, const EvxPageRow *row, const GArray *edges)
{
    guint most = 0;
    for (guint i = row->at; i < row->end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (group->layout, group->ids[i]);
        most = MAX (most, evx_column_of (edges, chunk->x1) - evx_column_of (edges, chunk->x0));
    }
    return most;
}

static guint32
first_word (const EvxGroup *group, const EvxPageRow *row)
{
    return group->layout->order[evx_layout_chunk (group->layout, group->ids[row->at])->first];
}

/* Whether the two rows begin in other type. */
static gboolean
differs (const EvxGroup *group, const EvxPageRow *a, const EvxPageRow *b)
{
    float type = evx_layout_type (group->layout, first_word (group, a)), other = evx_layout_type (group->layout, first_word (group, b));
    return fabsf (type - other) > 0.1f * other;
}

/* Whether a row above is centred over all columns, apart from them by white space or type: a head that spans
 * does not stand over the first column. */
static gboolean
is_centred (const EvxGroup *group, const EvxPageRow *row, const GArray *edges)
{
    float gap = group->rows[group->from].y0 - row->y1;
    return evx_page_row_chunks (row) == 1 && count_crossed (group, row, edges) >= 1 &&
           fabsf (row->x0 + row->x1 - group->x0 - group->x1) < group->layout->size &&
           (gap > 0.5f * group->layout->size || differs (group, row, &group->rows[group->from]));
}

/* Whether a row above the full row @head is a title: it says so, or it runs from the first column across the
 * others, across one of many only in other type. */
static gboolean
is_title (const EvxGroup *group, const EvxPageRow *row, const EvxPageRow *head, const GArray *edges)
{
    guint crossed = count_crossed (group, row, edges);
    return is_caption (group, row) ||
           (evx_column_of (edges, row->x0) == 0 &&
            (crossed >= 2 || (crossed == 1 && (edges->len == 1 || differs (group, row, head)))));
}

/* "(in thousands)" */
static gboolean
is_bracketed (const EvxGroup *group, const EvxPageRow *row)
{
    const EvxLayout *layout = group->layout;
    const EvxChunk *chunk = evx_layout_chunk (layout, group->ids[row->at]);
    guint32 last = layout->order[chunk->first + chunk->n - 1];
    return strchr ("([", *evx_layout_text (layout, first_word (group, row))) != NULL &&
           strchr (")]", evx_layout_text (layout, last)[evx_layout_word (layout, last)->length - 1]) != NULL;
}

/* Whether @row goes on with the title @above: it begins where that does, stands in the middle, or in brackets. */
static gboolean
goes_on_title (const EvxGroup *group, const EvxPageRow *above, const EvxPageRow *row)
{
    float begins = evx_layout_chunk (group->layout, group->ids[above->end - 1])->x0;
    return evx_page_row_chunks (row) == 1 && (fabsf (row->x0 - begins) < 2 || fabsf (row->x0 - above->x0) < 2 || is_bracketed (group, row) ||
                                   fabsf (row->x0 + row->x1 - group->x0 - group->x1) < 2 * group->layout->size);
}

/* A title above the head is no row of the table. */
static void
skip_title (EvxGroup *group, const GArray *edges)
{
    const EvxPageRow *rows = group->rows;
    guint head = group->from, end = group->from;
    while (head < group->to && !evx_group_is_full (group, &rows[head]))
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
extend_up (EvxGroup *group, const GArray *edges)
{
    for (guint taken = 0; taken < 2 && group->from > group->top; taken++) {
        const EvxPageRow *above = &group->rows[group->from - 1];
        float gap = group->rows[group->from].y0 - above->y1;
        if (above->grid || gap > 0.8f * group->layout->size || above->x0 <= g_array_index (edges, float, 0) ||
            above->x1 > group->x1 + 2 * group->layout->size || is_caption (group, above) ||
            is_centred (group, above, edges))
            return;
        group->from--;
    }
}

/* Rows of one chunk in this column: lines of wrapped cells. */
static guint
count_wrapped (const EvxGroup *group, const GArray *edges, guint column)
{
    guint n = 0;
    for (guint r = group->from; r < group->to; r++) {
        const EvxPageRow *row = &group->rows[r];
        n += evx_page_row_chunks (row) == 1 && evx_column_of (edges, row->x0) == column && evx_column_of (edges, row->x1) == column;
    }
    return n;
}

/* The rows just below that go on with a cell: one chunk in one column, close to the row above; in the first
 * column it must go on in small letters, or as several cells before. */
static void
extend_down (EvxGroup *group, const GArray *edges, guint n_rows)
{
    while (group->to < n_rows) {
        const EvxPageRow *row = &group->rows[group->to];
        float gap = row->y0 - group->rows[group->to - 1].y1;
        guint column = evx_column_of (edges, row->x0);
        gboolean low = evx_layout_begins_low (group->layout, first_word (group, row));
        if (row->grid || evx_page_row_chunks (row) != 1 || gap > (low && column > 0 ? 0.6f : 0.35f) * group->layout->size ||
            (column == 0 && !low && count_wrapped (group, edges, 0) < 3) || column != evx_column_of (edges, row->x1))
            return;
        group->to++;
    }
}

/* In a table whose cells stand on the last line of their row, the first lines of a wrapped cell stand above
 * the first full row. */
static void
extend_up_cell (EvxGroup *group, const GArray *edges)
{
    guint singles = 0;
    for (guint r = group->from; r < group->to; r++)
        singles += evx_page_row_chunks (&group->rows[r]) == 1;
    while (group->from > group->top && 2 * singles > group->to - group->from) {
        const EvxPageRow *above = &group->rows[group->from - 1];
        float gap = group->rows[group->from].y0 - above->y1;
        guint column = evx_column_of (edges, above->x0 + 1);
        if (above->grid || evx_page_row_chunks (above) != 1 || gap > 0.6f * group->layout->size || column == 0 ||
            column != evx_column_of (edges, above->x1 - 1))
            return;
        group->from--;
    }
}

/* Cuts the group short at its widest gap if its upper part alone has more columns: two tables below each
 * other, or a title of several chunks above a table. */
static GArray *
find_edges_of_part (EvxGroup *group)
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
    GArray *edges = evx_group_find_edges (group);
    if (at == group->from)
        return edges;
    EvxGroup upper = *group;
    upper.to = at;
    measure_group (&upper);
    GArray *more = upper.usual >= 2 ? evx_group_find_edges (&upper) : g_array_new (FALSE, FALSE, sizeof (float));
    EvxGroup lower = *group;
    lower.from = at;
    measure_group (&lower);
    g_autoptr (GArray) below = lower.usual >= 2 ? evx_group_find_edges (&lower) : g_array_new (FALSE, FALSE, sizeof (float));
    if (more->len > edges->len || below->len > edges->len) {
        *group = upper;
        g_array_unref (edges);
        return more;
    }
    g_array_unref (more);
    return edges;
}

/* Whether the grid is a table: it keeps its chunks. */
static gboolean
is_kept (const EvxLayout *layout, guint grid)
{
    for (guint i = 0; i < layout->chunks->len; i++)
        if (layout->grid_of[i] == (gint32) grid)
            return TRUE;
    return FALSE;
}

/* Whether the lines surround the table of a printed grid: the names along the axes of a diagram. */
static gboolean
surrounds_grid (const EvxTableText *text)
{
    const GArray *grids = text->layout->grids;
    EvxPlace box = evx_table_text_extent (text);
    for (guint i = 0; i < grids->len; i++) {
        const EvxPlace *grid = &g_array_index (grids, EvxGrid, i).box;
        float width = MIN (box.x1, grid->x1) - MAX (box.x0, grid->x0), height = MIN (box.y1, grid->y1) - MAX (box.y0, grid->y0);
        if (width > 0 && height > 0 && 3 * width * height > (box.x1 - box.x0) * (box.y1 - box.y0) &&
            is_kept (text->layout, i))
            return TRUE;
    }
    return FALSE;
}

/* The caption that stands nearest above the group, over it or beside its left edge; NULL if there is none. */
static const EvxChunk *
caption_above (const EvxGroup *group)
{
    const EvxLayout *layout = group->layout;
    const EvxChunk *found = NULL;
    for (guint i = 0; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        if (chunk->y1 > group->rows[group->from].y1)
            break;
        if (chunk->x0 < group->x1 && chunk->x1 > group->x0 - CAPTION_BESIDE * layout->size &&
            (evx_layout_is_caption (layout, layout->order + chunk->first, chunk->n) ||
             evx_layout_is_picture_caption (layout, layout->order + chunk->first, chunk->n)))
            found = chunk;
    }
    return found;
}

/* A few rows that were recognised under the caption of a picture: names, numbers and strokes of a chart or a diagram. A
 * table under such a caption has more of them, or rules. */
static gboolean
is_in_picture (const EvxGroup *group, const EvxDraft *draft)
{
    const EvxLayout *layout = group->layout;
    if (draft->n_rows > MOST_IN_PICTURE || evx_layout_word (layout, first_word (group, &group->rows[group->from]))->origin == EVX_ORIGIN_TEXT)
        return FALSE;
    const EvxChunk *caption = caption_above (group);
    return caption != NULL && group->rows[group->from].y0 - caption->y1 < CAPTION_REACH * layout->size &&
           evx_layout_is_picture_caption (layout, layout->order + caption->first, caption->n);
}

static EvxDraft *
draft_group (EvxGroup *group, guint n_rows)
{
    GArray *edges = find_edges_of_part (group);
    evx_group_drop_edges (group, edges);
    g_autoptr (EvxTableText) text = evx_table_text_new (group->layout, edges);
    if (edges->len == 0)
        return NULL;
    skip_title (group, edges);
    extend_up (group, edges);
    extend_up_cell (group, edges);
    extend_down (group, edges, n_rows);
    for (guint r = group->from; r < group->to; r++)
        evx_table_text_add (text, group->ids + group->rows[r].at, evx_page_row_chunks (&group->rows[r]), evx_group_is_full (group, &group->rows[r]));
    if (surrounds_grid (text) || !evx_table_text_is_table (text))
        return NULL;
    g_autoptr (EvxDraft) draft = evx_table_text_draft (text);
    if (!evx_draft_has_rows (draft) || evx_layout_is_chart (group->layout, draft) || is_in_picture (group, draft))
        return NULL;
    return g_steal_pointer (&draft);
}

EvxDraft *
evx_layout_find_table (EvxLayout *layout, const guint32 *ids, guint n, guint *from, guint *to)
{
    g_autoptr (GArray) rows = collect_rows (layout, ids, n);
    EvxGroup group = { .layout = layout, .ids = ids, .rows = (const EvxPageRow *) (void *) rows->data };
    for (guint r = 0; r < rows->len; r = MAX (r + 1, group.to)) {
        group.from = r;
        group.to = r;
        if (evx_page_row_chunks (&group.rows[r]) < 2 || group.rows[r].grid || has_two_captions (&group, &group.rows[r]))
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
