/* What stands in the cells of a printed grid, as a draft of a table.
 *
 * A cell that runs along several rows with a line of text for each is parted at their height; a row of the
 * grid that holds several rows of figures is parted by its text (join.c). A form and the panels of charts are ruled
 * too, but are no tables. */
#include "tables-internal.h"

#include <string.h>

enum { LEAST_FORM = 4 }; /* rows that name the same twice */

/* Sizes of type: a panel of a chart, which has nothing that is read in it, is no smaller. */
#define PANEL_HIGH 4
#define PANEL_WIDE 5
/* How far what stands along their sides reaches. */
#define PANEL_NAMES 2
#define PANEL_AXIS 6

/* ---- words into cells ---------------------------------------------------------------------------------- */

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

/* The cell of the grid that a word lies in. */
static guint
cell_of (const Cells *cells, const EvxPlace *p)
{
    guint c = interval (cells->grid->xs, cells->grid->n_xs, (p->x0 + p->x1) / 2);
    guint r = interval (cells->grid->ys, cells->grid->n_ys, (p->y0 + p->y1) / 2);
    return r * cells->n_columns + c;
}

static void
count_lines (Cells *cells, const guint32 *ids, guint n)
{
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (cells->layout, ids[i]);
        EvxPlace place = { chunk->x0, chunk->y0, chunk->x1, chunk->y1 };
        guint g = cells->group[cell_of (cells, &place)];
        cells->lines[g] += cells->last_row[g] != chunk->row;
        cells->last_row[g] = chunk->row;
    }
}

/* Parts the groups that run down over several rows of the grid with a line of text for (nearly) each. */
static void
part_tall_groups (Cells *cells)
{
    guint n = cells->n_rows * cells->n_columns, width = cells->n_columns;
    g_autofree guint *bottom = g_new0 (guint, n), *first = g_new (guint, n);
    for (guint i = 0; i < n; i++)
        bottom[cells->group[i]] = i / width;
    for (guint i = 0; i < n; i++) {
        guint g = cells->group[i], rows = bottom[g] - g / width + 1;
        gboolean tall = rows >= 3 && cells->lines[g] >= 3 && cells->lines[g] * 10 >= rows * 6;
        gboolean same = i % width > 0 && cells->group[i - 1] == g;
        first[i] = !tall ? g : same ? first[i - 1] : i;
    }
    for (guint i = 0; i < n; i++) {
        cells->group[i] = first[i];
        cells->lines[i] = cells->right[i] = 0;
        cells->last_row[i] = G_MAXUINT;
    }
    for (guint i = 0; i < n; i++)
        cells->right[cells->group[i]] = MAX (cells->right[cells->group[i]], i % width);
}

static void
fill_cells (Cells *cells, const guint32 *ids, guint n)
{
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (cells->layout, ids[i]);
        for (guint w = 0; w < chunk->n; w++) {
            guint32 word = cells->layout->order[chunk->first + w];
            const EvxPlace *p = &cells->layout->places[word];
            guint g = cells->group[cell_of (cells, p)];
            if (evx_layout_is_speck (cells->layout, word))
                continue;
            if (cells->words[g] == NULL)
                cells->words[g] = g_array_new (FALSE, FALSE, sizeof (guint32));
            g_array_append_val (cells->words[g], word);
            cells->lines[g] += cells->last_row[g] != chunk->row;
            cells->last_row[g] = chunk->row;
        }
    }
}

/* ---- cells into rows ----------------------------------------------------------------------------------- */

/* Numbers the columns that hold words, or are wide enough to; returns how many there are. */
static guint
number_used (const Cells *cells, guint *numbers)
{
    guint used = 0;
    g_autofree gboolean *has = g_new0 (gboolean, cells->n_columns);
    for (guint i = 0; i < cells->n_rows * cells->n_columns; i++)
        has[i % cells->n_columns] |= cells->words[i] != NULL;
    for (guint c = 0; c < cells->n_columns; c++) {
        numbers[c] = used;
        used += has[c] || cells->grid->xs[c + 1] - cells->grid->xs[c] > 1.5f * cells->layout->size;
    }
    return used;
}

/* The text of the rows @from up to @to of the grid, line by line, in the grid's columns. */
static EvxTableText *
text_of_rows (const Cells *cells, const guint32 *ids, guint n, guint from, guint to)
{
    EvxLayout *layout = cells->layout;
    GArray *edges = g_array_new (FALSE, FALSE, sizeof (float));
    g_array_append_vals (edges, cells->grid->xs + 1, cells->n_columns - 1);
    EvxTableText *text = evx_table_text_new (layout, edges);
    for (guint at = 0, end; at < n; at = end) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[at]);
        end = evx_layout_row_end (layout, ids, n, at);
        float middle = (chunk->y0 + chunk->y1) / 2;
        if (middle > cells->grid->ys[from] && middle <= cells->grid->ys[to])
            evx_table_text_add (text, ids + at, end - at, TRUE);
    }
    return text;
}

/* Whether many lines begin with a small letter: they go on with the line above. */
static gboolean
is_wrapped (const EvxTableText *text)
{
    guint low = 0, rest = 0;
    for (guint l = 1; l < text->lines->len; l++) {
        const EvxTableLine *line = evx_table_line (text, l);
        for (guint i = 0; i < line->n_cells; i++)
            low += evx_layout_begins_low (text->layout, evx_table_first_word (text, evx_table_cell (text, line->first_cell + i)));
        rest += line->n_cells;
    }
    return low * 4 >= rest;
}

/* Whether white space of a line or more parts the text into blocks, two of which begin in several columns, the
 * first among them. */
static gboolean
is_spaced (const EvxTableText *text)
{
    guint begun = 0, blocks = 0;
    for (guint l = 0; l < text->lines->len; l++) {
        const EvxTableLine *line = evx_table_line (text, l), *above = line - 1;
        if (l > 0 && line->y0 - above->y1 < 0.7f * text->layout->size)
            continue;
        blocks++;
        begun += line->n_cells >= 2 && evx_table_cell (text, line->first_cell)->column == evx_table_cell (text, 0)->column;
    }
    return begun >= 2 && blocks < text->lines->len && blocks <= begun + 1;
}

/* Whether the row of the grid holds several rows of a table: figures below each other while the first column
 * goes along (a date over its time is one cell), or many lines in which all columns go along, the first one too,
 * and few go on with the line above. */
static gboolean
holds_rows (const EvxTableText *text)
{
    guint lines = text->lines->len, multiple = 0, filled = 0, begun = 0;
    gboolean stacked = FALSE, first = FALSE;
    for (guint i = 0; i < lines; i++)
        multiple += evx_table_line (text, i)->n_cells >= 2;
    for (guint c = 0; c < text->n_columns; c++) {
        guint all = 0, figures = 0;
        for (guint i = 0; i < text->cells->len; i++) {
            const EvxLineCell *cell = evx_table_cell (text, i);
            all += cell->column == c;
            figures += cell->column == c && cell->figure;
        }
        begun = begun == 0 ? all : begun;
        stacked |= figures >= 2 && figures * 10 >= all * 6 && 2 * begun >= figures && begun >= 2;
        first |= filled == 0 && all * 10 >= lines * 8 && c == evx_table_cell (text, 0)->column;
        filled += all * 10 >= lines * 8;
    }
    if (is_spaced (text))
        return TRUE;
    if (multiple < 2 || multiple * 2 < lines)
        return FALSE;
    return stacked || (lines >= 4 && first && filled >= 2 && multiple * 10 >= lines * 8 && !is_wrapped (text));
}

/* Appends the rows of @part, in columns of the grid; returns how many. */
static guint
append_rows (EvxDraft *draft, const EvxDraft *part, const guint *columns, guint row)
{
    for (guint i = 0; i < part->cells->len; i++) {
        EvxDraftCell cell = g_array_index (part->cells, EvxDraftCell, i);
        guint end = columns[cell.column + cell.columns];
        cell.row += row;
        cell.column = columns[cell.column];
        cell.columns = MAX (1, end - cell.column);
        g_array_ref (cell.words);
        g_array_append_val (draft->cells, cell);
    }
    memcpy (draft->doubts + row, part->doubts, part->n_rows);
    return part->n_rows;
}

/* Appends the rows that one row of the grid holds; returns how many. */
static guint
append_text (EvxDraft *draft, EvxTableText *text, const guint *columns, guint row)
{
    g_autoptr (EvxDraft) part = evx_table_text_draft (text);
    return append_rows (draft, part, columns, row);
}

/* Appends the cells that begin in row @r of the grid; returns 1, or 0 if none does. */
static guint
append_cells (const Cells *cells, EvxDraft *draft, guint r, const guint *columns, guint row)
{
    const EvxGrid *grid = cells->grid;
    gboolean any = FALSE;
    for (guint c = 0; c < cells->n_columns; c++) {
        guint i = r * cells->n_columns + c, right = cells->right[i];
        if (cells->words[i] == NULL)
            continue;
        EvxDraftCell cell = { .row = row, .column = columns[c], .lines = cells->lines[i] };
        cell.columns = MAX (1, columns[right + 1] - columns[c]);
        cell.words = g_array_ref (cells->words[i]);
        cell.box = (EvxPlace) { grid->xs[c], grid->ys[r], grid->xs[right + 1], grid->ys[r + 1] };
        g_array_append_val (draft->cells, cell);
        any = TRUE;
    }
    return any;
}

/* No cell of the row of the grid reaches into another row. */
static gboolean
stands_alone (const Cells *cells, guint r)
{
    guint width = cells->n_columns;
    for (guint c = 0; c < width; c++)
        if (cells->group[r * width + c] / width != r ||
            (r + 1 < cells->n_rows && cells->group[(r + 1) * width + c] / width <= r))
            return FALSE;
    return TRUE;
}

/* Appends the rows of the head, which is the first row of the grid; returns how many. */
static guint
append_head (const Cells *cells, EvxDraft *draft, const guint32 *ids, guint n, guint lines, const guint *columns)
{
    g_autoptr (EvxTableText) text = text_of_rows (cells, ids, n, 0, cells->n_rows);
    g_autoptr (EvxDraft) part = evx_draft_new (lines, cells->n_columns, TRUE);
    if (text->lines->len <= lines)
        return append_cells (cells, draft, 0, columns, 0);
    part->n_rows = evx_table_text_draft_head (text, lines, part);
    evx_draft_sort (part);
    return append_rows (draft, part, columns, 0);
}

static EvxDraft *
draft_cells (const Cells *cells, const guint32 *ids, guint n)
{
    g_autofree guint *columns = g_new (guint, cells->n_columns + 1);
    guint n_columns = number_used (cells, columns), row = 0;
    columns[cells->n_columns] = n_columns;
    g_autoptr (EvxDraft) draft = evx_draft_new (n + cells->n_rows, n_columns, TRUE);
    for (guint r = 0; r < cells->n_rows; r++) {
        g_autoptr (EvxTableText) text = text_of_rows (cells, ids, n, r, r + 1);
        if (r == 0 && cells->grid->headed && text->lines->len >= 2)
            row += append_head (cells, draft, ids, n, text->lines->len, columns);
        else if (text->lines->len >= (cells->n_rows <= 3 ? 2 : 4) && stands_alone (cells, r) && holds_rows (text))
            row += append_text (draft, text, columns, row);
        else
            row += append_cells (cells, draft, r, columns, row);
    }
    draft->n_rows = row;
    return n_columns >= 2 && evx_draft_has_rows (draft) ? g_steal_pointer (&draft) : NULL;
}

/* ---- grids that are no tables ------------------------------------------------------------------------- */

/* Whether one cell begins as all of the other goes, and neither is a figure. */
static gboolean
says_the_same (const EvxLayout *layout, const EvxDraftCell *a, const EvxDraftCell *b)
{
    guint n = MIN (a->words->len, b->words->len);
    for (guint w = 0; w < n; w++)
        if (!evx_layout_is_same (layout, g_array_index (a->words, guint32, w), g_array_index (b->words, guint32, w)))
            return FALSE;
    return n > 0 && !evx_layout_is_figure (layout, (const guint32 *) (void *) a->words->data, a->words->len);
}

/* Whether (nearly) every row names the same twice and no more, as a form does that two people fill in beside each other:
 * its lines are there to write on. The first cell of a row of a table names what the others tell. */
static gboolean
is_form (const EvxLayout *layout, const EvxDraft *draft)
{
    guint rows = 0, same = 0, last = G_MAXUINT;
    for (guint i = 1; i < draft->cells->len; i++) {
        const EvxDraftCell *a = &g_array_index (draft->cells, EvxDraftCell, i - 1), *b = a + 1;
        if (a->row != b->row || a->row == last)
            continue;
        gboolean two = i + 1 == draft->cells->len || (b + 1)->row != a->row;
        last = a->row;
        rows++;
        same += two && says_the_same (layout, a, b);
    }
    return same >= LEAST_FORM && 4 * same >= 3 * rows;
}

/* Whether most of the grid are panels, each a cell as large as several lines without a word in it, with its name above:
 * charts side by side. */
static gboolean
is_panels (const Cells *cells)
{
    const EvxGrid *grid = cells->grid;
    guint width = cells->n_columns, n = cells->n_rows * width;
    float size = cells->layout->size, empty = 0;
    g_autofree guint *bottom = g_new0 (guint, n);
    for (guint i = 0; i < n; i++)
        bottom[cells->group[i]] = i / width;
    for (guint i = 0; i < n; i++) {
        if (cells->group[i] != i || cells->words[i] != NULL)
            continue;
        float high = grid->ys[bottom[i] + 1] - grid->ys[i / width], wide = grid->xs[cells->right[i] + 1] - grid->xs[i % width];
        empty += high >= PANEL_HIGH * size && wide >= PANEL_WIDE * size ? high * wide : 0;
    }
    return 2 * empty > (grid->box.x1 - grid->box.x0) * (grid->box.y1 - grid->box.y0);
}

/* What stands in the panels and along their sides is in no table. */
static void
add_plot (EvxLayout *layout, const EvxPlace *box)
{
    float names = PANEL_NAMES * layout->size;
    EvxPlace plot = { box->x0 - PANEL_AXIS * layout->size, box->y0 - names, box->x1 + names, box->y1 + names };
    evx_layout_plots (layout);
    g_array_append_val (layout->plots, plot);
}

EvxDraft *
evx_layout_grid_table (EvxLayout *layout, guint grid, const guint32 *ids, guint n)
{
    evx_grid_part_columns (layout, &g_array_index (layout->grids, EvxGrid, grid), ids, n);
    Cells cells = open_cells (layout, &g_array_index (layout->grids, EvxGrid, grid));
    count_lines (&cells, ids, n);
    part_tall_groups (&cells);
    fill_cells (&cells, ids, n);
    g_autoptr (EvxDraft) draft = NULL;
    if (is_panels (&cells))
        add_plot (layout, &cells.grid->box);
    else
        draft = draft_cells (&cells, ids, n);
    close_cells (&cells);
    return draft != NULL && !evx_layout_is_chart (layout, draft) && !is_form (layout, draft) ? g_steal_pointer (&draft) : NULL;
}
