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

static int
by_row_and_column (gconstpointer a, gconstpointer b)
{
    const EvxDraftCell *p = a, *q = b;
    if (p->row != q->row)
        return (p->row > q->row) - (p->row < q->row);
    return (p->column > q->column) - (p->column < q->column);
}

void
evx_draft_sort (EvxDraft *draft)
{
    g_array_sort (draft->cells, by_row_and_column);
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

/* A small figure is as likely to be a diagram of labels as a table with empty cells: more of its rows must
 * have company. */
gboolean
evx_draft_has_rows (const EvxDraft *draft)
{
    guint several = 0, last = G_MAXUINT;
    for (guint i = 1; i < draft->cells->len; i++) {
        guint row = g_array_index (draft->cells, EvxDraftCell, i).row;
        gboolean second = g_array_index (draft->cells, EvxDraftCell, i - 1).row == row;
        several += second && row != last;
        last = second ? row : last;
    }
    if (draft->n_rows < 2 || several < 1)
        return FALSE;
    return draft->n_rows < 8 && !draft->ruled ? several * 3 >= draft->n_rows * 2 : several * 5 >= draft->n_rows * 2;
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

gboolean
evx_layout_is_number (const EvxLayout *layout, guint32 word, guint64 *number)
{
    g_autofree char *digits = g_strndup (evx_layout_text (layout, word), evx_layout_word (layout, word)->length);
    return g_ascii_string_to_unsigned (digits, 10, 0, 9999, number, NULL);
}

gboolean
evx_layout_begins_low (const EvxLayout *layout, guint32 word)
{
    return g_unichar_islower (g_utf8_get_char (evx_layout_text (layout, word)));
}

gboolean
evx_layout_is_same (const EvxLayout *layout, guint32 a, guint32 b)
{
    guint32 length = evx_layout_word (layout, a)->length;
    return length == evx_layout_word (layout, b)->length &&
           memcmp (evx_layout_text (layout, a), evx_layout_text (layout, b), length) == 0;
}

/* A stop or a stroke by itself, which recognition sees where a rule is dotted or broken. It is left out of the
 * table and so of the text; a dash is not one, since it may stand for "none". */
gboolean
evx_layout_is_speck (const EvxLayout *layout, guint32 word)
{
    return evx_layout_word (layout, word)->origin != EVX_ORIGIN_TEXT && evx_layout_word (layout, word)->length == 1 &&
           strchr (";:.,|_'`~!", *evx_layout_text (layout, word)) != NULL;
}

gboolean
evx_layout_is_lone_sign (const EvxLayout *layout, guint32 word)
{
    const char *text = evx_layout_text (layout, word);
    return evx_layout_word (layout, word)->origin != EVX_ORIGIN_TEXT && !g_ascii_isdigit (*text) &&
           g_utf8_next_char (text) == text + evx_layout_word (layout, word)->length;
}

/* Whether the word is one of these, in any case; @length without what is not to be compared. */
static gboolean
is_one_of (const char *text, gsize length, const char *const *words)
{
    for (; *words != NULL; words++)
        if (length == strlen (*words) && g_ascii_strncasecmp (text, *words, length) == 0)
            return TRUE;
    return FALSE;
}

/* Length of the word without the stops at its end. */
static gsize
bare_length (const EvxLayout *layout, guint32 word)
{
    gsize length = evx_layout_word (layout, word)->length;
    while (length > 0 && g_ascii_ispunct (evx_layout_text (layout, word)[length - 1]))
        length--;
    return length;
}

/* Whether one of the names and a number or a letter begin the words: "Table 2.", "Exhibit B:". */
static gboolean
is_captioned (const EvxLayout *layout, const guint32 *words, guint n, const char *const *names)
{
    if (n < 2 || !is_one_of (evx_layout_text (layout, words[0]), evx_layout_word (layout, words[0])->length, names))
        return FALSE;
    const char *label = evx_layout_text (layout, words[1]);
    return g_ascii_isdigit (*label) || (g_ascii_isupper (*label) && (bare_length (layout, words[1]) == 1 || g_ascii_isdigit (label[2])));
}

gboolean
evx_layout_is_picture_caption (const EvxLayout *layout, const guint32 *words, guint n)
{
    static const char *const names[] = { "figure", "fig.", "chart", "graph", "gr\xc3\xa1""fico", "figura", NULL };
    return is_captioned (layout, words, n, names);
}

gboolean
evx_layout_is_caption (const EvxLayout *layout, const guint32 *words, guint n)
{
    static const char *const names[] = { "table", "exhibit", "figure", "chart", "schedule", "appendix",
                                         "tabla", "cuadro", "gr\xc3\xa1""fico", "figura", "anexo", NULL };
    return is_captioned (layout, words, n, names);
}

gboolean
evx_layout_is_note (const EvxLayout *layout, const guint32 *words, guint n)
{
    static const char *const names[] = { "note", "notes", "source", "sources", "nota", "notas", "fuente", "fuentes", NULL };
    const char *text = evx_layout_text (layout, words[0]);
    gsize bare = bare_length (layout, words[0]);
    return n >= 2 && strchr (":.", text[bare]) != NULL && bare < evx_layout_word (layout, words[0])->length && is_one_of (text, bare, names);
}

/* ---- heads and totals ----------------------------------------------------------------------------- */

static gboolean
is_total (const EvxLayout *layout, const EvxDraftCell *cell)
{
    static const char *const words[] = { "total", "totals", "subtotal", "subtotals", "sum", "totales", NULL };
    for (guint i = 0; i < MIN (3, cell->words->len); i++) {
        guint32 id = g_array_index (cell->words, guint32, i);
        if (is_one_of (evx_layout_text (layout, id), bare_length (layout, id), words))
            return TRUE;
    }
    return FALSE;
}

typedef struct {
    guint cells, digits, figures, years, bold, words; /* cells; those with a digit; those that are a figure; ... */
    gboolean total;
} RowSum;

gboolean
evx_layout_is_year (const EvxLayout *layout, guint32 word)
{
    const char *text = evx_layout_text (layout, word);
    gsize length = evx_layout_word (layout, word)->length;
    return length == 4 && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20")) &&
           g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]);
}

static void
sum_cell (const EvxLayout *layout, const EvxDraftCell *cell, RowSum *sum)
{
    gboolean digit = FALSE, year = FALSE;
    for (guint i = 0; i < cell->words->len; i++) {
        guint32 id = g_array_index (cell->words, guint32, i);
        const char *text = evx_layout_text (layout, id);
        guint32 length = evx_layout_word (layout, id)->length;
        for (guint32 k = 0; k < length; k++)
            digit |= g_ascii_isdigit (text[k]) != 0;
        year |= evx_layout_is_year (layout, id);
    }
    sum->total |= sum->cells == 0 && is_total (layout, cell);
    sum->cells++;
    sum->digits += digit;
    sum->figures += evx_layout_is_figure (layout, (const guint32 *) (void *) cell->words->data, cell->words->len);
    sum->years += year;
    sum->words += cell->words->len;
    sum->bold += (evx_layout_word (layout, g_array_index (cell->words, guint32, 0))->flags & EVX_WORD_BOLD) != 0;
}

static RowSum *
sum_rows (const EvxLayout *layout, const EvxDraft *draft)
{
    RowSum *sums = g_new0 (RowSum, draft->n_rows + 1);
    for (guint i = 0; i < draft->cells->len; i++) {
        const EvxDraftCell *cell = &g_array_index (draft->cells, EvxDraftCell, i);
        if (cell->words->len > 0)
            sum_cell (layout, cell, &sums[cell->row]);
    }
    return sums;
}

/* A head is bold over rows that are not, and not mostly numbers; or has no digits (but years) over rows that
 * have them, or no figure over rows of figures; or, in a
 * table without digits, is a first row of few words. A first row that looks like the rest is no head: the
 * table goes on from the page before. */
static gboolean
is_head (const RowSum *sums, const RowSum *below, guint row, guint n_rows)
{
    const RowSum *sum = &sums[row];
    if (sum->cells == 0 || (row > 0 && (row + 1 >= n_rows || sum->cells < 2)))
        return FALSE;
    if (sum->bold == sum->cells && below->bold * 2 < below->cells && (sum->digits - sum->years) * 2 <= sum->cells)
        return TRUE;
    if (below->figures >= n_rows && sum->cells >= 2 && sum->figures == 0)
        return TRUE; /* "Q1", "Grade 3" */
    guint digits = sum->years >= 2 || sum->years == sum->digits ? sum->digits - sum->years : sum->digits;
    if (below->digits * 2 >= n_rows)
        return digits * 3 * n_rows <= below->digits;
    return row == 0 && below->digits == 0 && sum->cells >= 2 && n_rows >= 3 && sum->words <= 4 * sum->cells &&
           sum->words * below->cells < below->words * sum->cells;
}

static void
mark_rows (const EvxLayout *layout, EvxDraft *draft)
{
    g_autofree RowSum *sums = sum_rows (layout, draft);
    RowSum below = { 0 };
    guint first = 0;
    for (guint r = MIN (5, draft->n_rows / 2); r < draft->n_rows; r++) {
        below.cells += sums[r].cells;
        below.digits += sums[r].digits;
        below.figures += sums[r].figures;
        below.bold += sums[r].bold;
        below.words += sums[r].words;
    }
    guint n_below = draft->n_rows - MIN (5, draft->n_rows / 2), most = 0;
    for (guint r = 0; r < MIN (5, draft->n_rows / 2); r++) {
        /* what stands above a full head, with fewer cells, is a title or spans */
        gboolean fuller = sums[r].cells > most && sums[r].cells * 10 >= draft->n_columns * 6;
        if ((r == first || fuller) && is_head (sums, &below, r, n_below))
            first = r + 1;
        most = MAX (most, sums[r].cells);
    }
    memset (draft->kinds, EVX_ROW_HEADER, first);
    for (guint r = first; r < draft->n_rows; r++) {
        if (sums[r].total && sums[r].cells > 1)
            draft->kinds[r] = EVX_ROW_TOTAL;
        else if (sums[r].cells > 0 && sums[r].cells < draft->n_columns)
            draft->doubts[r] |= EVX_DOUBT_CELLS;
    }
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
                         .columns = (guint16) from->columns, .box = evx_box_round (evx_layout_leaning (layout, &from->box)) };
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
