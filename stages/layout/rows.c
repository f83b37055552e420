/* What ruled and unruled tables share: the draft, heads and totals among its rows, and writing it out. */
#include "layout-internal.h"

#include <string.h>

/* A cell of more lines than this is written line by line, so that a citation can name the line. */
#define LONG_CELL 3

EvxDraft *
evx_draft_new (guint n_rows, guint n_columns, gboolean ruled)
{
    EvxDraft *draft = g_new0 (EvxDraft, 1);
    draft->n_rows = n_rows;
    draft->n_columns = n_columns;
    draft->ruled = ruled;
    draft->cells = g_array_new (FALSE, TRUE, sizeof (EvxDraftCell));
    draft->kinds = g_new0 (guint8, n_rows + 1);
    draft->doubts = g_new0 (guint8, n_rows + 1);
    return draft;
}

void
evx_draft_free (EvxDraft *draft)
{
    if (draft == NULL)
        return;
    for (guint i = 0; i < draft->cells->len; i++)
        g_array_unref (g_array_index (draft->cells, EvxDraftCell, i).words);
    g_array_unref (draft->cells);
    g_free (draft->kinds);
    g_free (draft->doubts);
    g_free (draft);
}

/* ---- what a cell says ---------------------------------------------------------------------------- */

static gboolean
is_figure_word (const char *text, gsize length, gboolean *digit)
{
    static const char *const none[] = { "n/a", "N/A", "NA", "\xe2\x80\x94", "\xe2\x80\x93", "\xe2\x88\x92" };
    for (guint i = 0; i < G_N_ELEMENTS (none); i++)
        if (strlen (none[i]) == length && memcmp (none[i], text, length) == 0) {
            *digit = TRUE;
            return TRUE;
        }
    for (gsize i = 0; i < length; i++) {
        if (g_ascii_isdigit (text[i]))
            *digit = TRUE;
        else if (g_ascii_isalpha (text[i]))
            return FALSE;
    }
    if (length == 1 && (text[0] == '-' || text[0] == '*'))
        *digit = TRUE;
    return TRUE;
}

gboolean
evx_layout_is_figure (const EvxLayout *layout, const guint32 *words, guint n)
{
    gboolean digit = FALSE;
    for (guint i = 0; i < n; i++) {
        const char *text = evx_layout_text (layout, words[i]);
        if (!is_figure_word (text, evx_layout_word (layout, words[i])->length, &digit))
            return FALSE;
    }
    return n > 0 && n <= 4 && digit;
}

/* ---- heads and totals ----------------------------------------------------------------------------- */

static gboolean
is_total (const EvxLayout *layout, const EvxDraftCell *cell)
{
    static const char *const words[] = { "total", "totals", "subtotal", "subtotals", "sum", "totales" };
    for (guint i = 0; i < MIN (3, cell->words->len); i++) {
        guint32 id = g_array_index (cell->words, guint32, i);
        gsize length = evx_layout_word (layout, id)->length;
        const char *text = evx_layout_text (layout, id);
        while (length > 0 && g_ascii_ispunct (text[length - 1]))
            length--;
        for (guint k = 0; k < G_N_ELEMENTS (words); k++)
            if (length == strlen (words[k]) && g_ascii_strncasecmp (text, words[k], length) == 0)
                return TRUE;
    }
    return FALSE;
}

typedef struct {
    guint cells, figures, bold, spans;
    gboolean total;
} RowSum;

static RowSum *
sum_rows (const EvxLayout *layout, const EvxDraft *draft)
{
    RowSum *sums = g_new0 (RowSum, draft->n_rows + 1);
    gboolean first = TRUE;
    for (guint i = 0, row = G_MAXUINT; i < draft->cells->len; i++) {
        const EvxDraftCell *cell = &g_array_index (draft->cells, EvxDraftCell, i);
        RowSum *sum = &sums[cell->row];
        if (cell->words->len == 0)
            continue;
        first = cell->row != row;
        row = cell->row;
        const guint32 *words = (const guint32 *) (void *) cell->words->data;
        sum->cells++;
        sum->figures += evx_layout_is_figure (layout, words, cell->words->len);
        sum->bold += (evx_layout_word (layout, words[0])->flags & EVX_WORD_BOLD) != 0;
        sum->spans += cell->columns > 1;
        sum->total |= first && is_total (layout, cell);
    }
    return sums;
}

/* A year heads a column as often as it fills one: a row of years alone does not count as figures. */
static gboolean
heads (const RowSum *sum)
{
    return sum->cells > 0 && sum->figures * 4 <= sum->cells;
}

static void
mark_rows (const EvxLayout *layout, EvxDraft *draft)
{
    g_autofree RowSum *sums = sum_rows (layout, draft);
    guint figures_below = 0, bold_below = 0, cells_below = 0, first = 0;
    for (guint r = 1; r < draft->n_rows; r++) {
        figures_below += sums[r].figures;
        bold_below += sums[r].bold;
        cells_below += sums[r].cells;
    }
    gboolean bold = sums[0].bold > 0 && sums[0].bold == sums[0].cells && bold_below * 2 < cells_below;
    gboolean figures = figures_below * 4 >= cells_below;
    while (first + 1 < draft->n_rows && first < 5 &&
           (bold ? sums[first].bold == sums[first].cells : heads (&sums[first]) && (figures || first == 0)))
        draft->kinds[first++] = EVX_ROW_HEADER;
    for (guint r = first; r < draft->n_rows; r++)
        if (sums[r].total && sums[r].cells > 1)
            draft->kinds[r] = EVX_ROW_TOTAL;
    for (guint r = first; r < draft->n_rows; r++)
        if (sums[r].cells > 0 && sums[r].cells < draft->n_columns && draft->kinds[r] == EVX_ROW_BODY)
            draft->doubts[r] |= EVX_DOUBT_CELLS;
}

static gboolean
is_unsure (const EvxLayout *layout, const EvxDraftCell *cell)
{
    for (guint i = 0; i < cell->words->len; i++)
        if (evx_layout_word (layout, g_array_index (cell->words, guint32, i))->confidence < 0.5f)
            return TRUE;
    return FALSE;
}

/* ---- writing -------------------------------------------------------------------------------------- */

static EvxBox
page_box (const EvxLayout *layout, const EvxPlace *p)
{
    /* Back from the places without skew: a shear about x = 0. */
    double shift = layout->slope * (p->x0 + p->x1) / 2;
    return evx_box_round ((EvxBox) { p->x0, p->y0 + shift, p->x1, p->y1 + shift });
}

static void
write_long_cell (EvxLayout *layout, const EvxDraftCell *cell)
{
    const guint32 *words = (const guint32 *) (void *) cell->words->data;
    guint first = 0;
    for (guint i = 1; i <= cell->words->len; i++) {
        gboolean next = i == cell->words->len ||
                        layout->places[words[i]].x0 < layout->places[words[i - 1]].x0;
        if (!next)
            continue;
        evx_layout_write_line (layout, words + first, i - first, G_MAXUINT32);
        first = i;
    }
}

/* The cells of one row, from @at on; returns where the next row begins. */
static guint
write_row (EvxLayout *layout, const EvxDraft *draft, guint at, guint row)
{
    g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (guint32));
    EvxPage *page = layout->page;
    EvxRow out = { .table = page->tables->len, .first_cell = page->cells->len,
                   .kind = draft->kinds[row], .doubt = draft->doubts[row] };
    guint end = at, lines = 0;
    for (; end < draft->cells->len && g_array_index (draft->cells, EvxDraftCell, end).row == row; end++)
        lines = MAX (lines, g_array_index (draft->cells, EvxDraftCell, end).lines);
    for (; at < end; at++) {
        const EvxDraftCell *from = &g_array_index (draft->cells, EvxDraftCell, at);
        EvxCell cell = { .row = page->rows->len, .column = (guint16) from->column,
                         .columns = (guint16) from->columns, .box = page_box (layout, &from->box) };
        for (guint i = 0; i < from->words->len; i++)
            layout->cells[g_array_index (from->words, guint32, i)] = (gint32) page->cells->len;
        if (is_unsure (layout, from))
            out.doubt |= EVX_DOUBT_CONFIDENCE;
        out.box = evx_box_union (out.box, cell.box);
        g_array_append_val (page->cells, cell);
        if (lines > LONG_CELL)
            write_long_cell (layout, from);
        else
            g_array_append_vals (line, from->words->data, from->words->len);
    }
    evx_layout_write_line (layout, (const guint32 *) (void *) line->data, line->len, G_MAXUINT32);
    out.n_cells = page->cells->len - out.first_cell;
    g_array_append_val (page->rows, out);
    return end;
}

void
evx_layout_write_table (EvxLayout *layout, EvxDraft *draft)
{
    EvxPage *page = layout->page;
    EvxTable table = { .first_row = page->rows->len, .n_rows = draft->n_rows,
                       .n_columns = draft->n_columns, .ruled = (guint16) draft->ruled };
    mark_rows (layout, draft);
    for (guint row = 0, at = 0; row < draft->n_rows; row++) {
        at = write_row (layout, draft, at, row);
        table.box = evx_box_union (table.box, g_array_index (page->rows, EvxRow, page->rows->len - 1).box);
    }
    g_array_append_val (page->tables, table);
    evx_layout_close_block (layout, EVX_BLOCK_TABLE, 0, (gint32) page->tables->len - 1);
}
