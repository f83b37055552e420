/* Whether rows of chunks that stand in columns are a table, or a list, a form, contents, an address, prose, bars
 * with their numbers: by what the columns hold. */
#include "../sort.h"
#include "tables-internal.h"

#include <math.h>
#include <string.h>

#define FLUSH 2.0f /* pt */

enum { LEAST_CENTRED = 6, LEAST_QUESTIONS = 3, LEAST_SHARES = 3, MOST_SHARES = 12 }; /* rows */
#define LEAST_HEADS 4 /* columns */

/* The parts of a whole are so much together, per cent, rounded each; long names may have covered some. */
#define LEAST_WHOLE 60.0
#define MOST_WHOLE 103.0

typedef struct {
    guint cells, figures, words, colons, labels, dots;
    EvxPlace first;               /* of its first cell */
    guint left, right, middle;    /* cells that begin where that does, end there, stand centred alike */
} Column;

/* Longer than any word: what recognition reads in a row of dots. */
#define LONGEST_WORD 25

/* Whether the word ends in dots that lead to a figure. */
static gboolean
ends_in_leader (const char *text, gsize length)
{
    gsize letters = 0;
    while (letters < length && g_ascii_isalpha (text[length - 1 - letters]))
        letters++;
    return letters > LONGEST_WORD || (length >= 3 && memcmp (text + length - 3, "...", 3) == 0);
}

static void
measure_cell (const EvxTableText *text, const EvxLineCell *cell, Column *column)
{
    const EvxLayout *layout = text->layout;
    const guint32 *words = &g_array_index (text->words, guint32, cell->first);
    gsize last = evx_layout_word (layout, words[cell->n - 1])->length;
    const char *end = evx_layout_text (layout, words[cell->n - 1]);
    if (column->cells++ == 0)
        column->first = cell->box;
    column->left += fabsf (cell->box.x0 - column->first.x0) < FLUSH;
    column->right += fabsf (cell->box.x1 - column->first.x1) < FLUSH;
    column->middle += fabsf (cell->box.x0 + cell->box.x1 - column->first.x0 - column->first.x1) < 2 * FLUSH;
    column->figures += cell->figure;
    column->words += cell->n;
    column->colons += end[last - 1] == ':';
    column->labels += cell->n == 1 && (evx_layout_is_label (layout, words[0]) || evx_layout_is_bullet (layout, words[0]) ||
                                       evx_layout_is_lone_sign (layout, words[0]));
    column->dots += ends_in_leader (end, last);
}

static Column *
measure_columns (const EvxTableText *text)
{
    Column *columns = g_new0 (Column, text->n_columns);
    for (guint i = 0; i < text->cells->len; i++) {
        const EvxLineCell *cell = evx_table_cell (text, i);
        if (cell->columns == 1)
            measure_cell (text, cell, &columns[cell->column]);
    }
    return columns;
}

/* "CA 95814" at the end of the cell */
static gboolean
ends_with_postcode (const EvxTableText *text, const EvxLineCell *cell)
{
    const EvxLayout *layout = text->layout;
    const guint32 *words = &g_array_index (text->words, guint32, cell->first);
    if (cell->n < 2)
        return FALSE;
    const char *state = evx_layout_text (layout, words[cell->n - 2]), *code = evx_layout_text (layout, words[cell->n - 1]);
    gsize length = evx_layout_word (layout, words[cell->n - 1])->length;
    gboolean digits = length == 5 || (length == 10 && code[5] == '-');
    for (gsize i = 0; i < 5 && digits; i++)
        digits = g_ascii_isdigit (code[i]);
    return digits && evx_layout_word (layout, words[cell->n - 2])->length == 2 && g_ascii_isupper (state[0]) && g_ascii_isupper (state[1]);
}

/* Addresses side by side: each of several lines, of which one names the town. */
static gboolean
is_addresses (const EvxTableText *text)
{
    guint towns = 0;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxTableLine *line = evx_table_line (text, i);
        gboolean town = FALSE;
        for (guint c = 0; c < line->n_cells; c++)
            town |= ends_with_postcode (text, evx_table_cell (text, line->first_cell + c));
        towns += town;
    }
    return towns > 0 && 3 * towns <= text->lines->len;
}

/* Columns of text only, without a figure: a table if its rows are many, complete and even; more of them where the text
 * is not flush left, as that of boxes in a diagram. */
static gboolean
is_even (const EvxTableText *text, const Column *columns)
{
    guint full = 0, words = 0, cells = 0, least = text->n_columns > 2 ? 3 : 4;
    for (guint i = 0; i < text->lines->len; i++)
        full += evx_table_line (text, i)->n_cells == text->n_columns;
    for (guint c = 0; c < text->n_columns; c++) {
        const Column *column = &columns[c];
        guint flush = MAX (column->left, MAX (column->right, column->middle));
        if (c > 0 && 10 * flush < 8 * column->cells)
            return FALSE;
        if (c > 0 && 10 * column->left < 8 * column->cells)
            least = LEAST_CENTRED;
        words += column->words;
        cells += column->cells;
    }
    return full >= least && words < 6 * cells;
}

static gboolean
is_colon_word (const EvxLayout *layout, guint32 word)
{
    return evx_layout_text (layout, word)[evx_layout_word (layout, word)->length - 1] == ':';
}

/* Lines whose two cells begin with the same word and have as many, or with the same label. */
static guint
count_twins (const EvxTableText *text)
{
    guint twins = 0;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxTableLine *line = evx_table_line (text, i);
        if (line->n_cells != 2)
            continue;
        const EvxLineCell *cells = evx_table_cell (text, line->first_cell);
        guint32 left = evx_table_first_word (text, &cells[0]), right = evx_table_first_word (text, &cells[1]);
        twins += evx_layout_is_same (text->layout, left, right) && (cells[0].n == cells[1].n || is_colon_word (text->layout, left));
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
            const EvxLineCell *cell = evx_table_cell (text, i);
            gboolean other = column == ALL_COLUMNS ? cell->column == 0 : cell->column != column;
            if (other || cell->columns > 1 || !cell->figure)
                continue;
            float x = way == 0 ? cell->box.x1 : way == 1 ? cell->box.x0 : (cell->box.x0 + cell->box.x1) / 2;
            g_array_append_val (at, x);
        }
        g_array_sort (at, evx_sort_floats);
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

/* A label and one figure on (nearly) each line, at different places: bars with their numbers. Recognition reads the ends
 * of some bars as a sign. */
static gboolean
is_bars (const EvxTableText *text)
{
    guint single = 0, lines = 0;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxTableLine *line = evx_table_line (text, i);
        guint figures = evx_table_count_figures (text, line, NULL);
        lines += figures > 0;
        single += figures == 1 && line->n_cells <= 2;
    }
    return lines >= 5 && single * 5 >= lines * 4 && !is_straight (text, ALL_COLUMNS);
}

/* The number at the end of the line, without sign or comma; FALSE if there is none. */
static gboolean
ends_with_number (const EvxTableText *text, const EvxTableLine *line, guint64 *number)
{
    const EvxLineCell *cell = evx_table_cell (text, line->first_cell + line->n_cells - 1);
    return cell->n == 1 && evx_layout_is_number (text->layout, evx_table_first_word (text, cell), number) && *number > 0;
}

/* Whether nearly all lines of two cells end with a number that a page may have. */
static gboolean
has_page_numbers (const EvxTableText *text)
{
    guint lines = 0, numbers = 0;
    guint64 number;
    for (guint i = 0; i < text->lines->len; i++) {
        lines += evx_table_line (text, i)->n_cells == 2;
        numbers += evx_table_line (text, i)->n_cells == 2 && ends_with_number (text, evx_table_line (text, i), &number);
    }
    return 5 * numbers >= 4 * lines;
}

/* Whether dots lead from the first cell of the line to the second, or there is room for them. */
static gboolean
is_led (const EvxTableText *text, const EvxLineCell *cells)
{
    guint32 last = g_array_index (text->words, guint32, cells[0].first + cells[0].n - 1);
    return cells[1].box.x0 - cells[0].box.x1 > 8 * text->layout->size ||
           ends_in_leader (evx_layout_text (text->layout, last), evx_layout_word (text->layout, last)->length);
}

/* Titles and page numbers that (nearly) never fall, with dots or room between them; sorted counts mostly do. */
static gboolean
is_contents (const EvxTableText *text)
{
    guint64 before = 0, number = 0;
    guint entries = 0, rising = 0, led = 0;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxTableLine *line = evx_table_line (text, i);
        const EvxLineCell *cells = evx_table_cell (text, line->first_cell);
        if (line->n_cells != 2)
            continue;
        entries++;
        led += is_led (text, cells);
        if (cells[0].figure || !ends_with_number (text, line, &number))
            continue;
        rising += number >= before;
        before = number;
    }
    return entries >= 5 && 5 * rising >= 4 * entries && 5 * led >= 4 * entries && 2 * entries >= text->lines->len;
}

/* "Label: value", or several of them on a line. */
static gboolean
is_form (const EvxTableText *text, const Column *columns)
{
    for (guint c = 0; c < text->n_columns; c += 2)
        if (columns[c].cells == 0 || 2 * columns[c].colons < columns[c].cells)
            return FALSE;
    return text->n_columns % 2 == 0;
}

/* A word by itself, or after the sign that recognition makes of a box to tick. */
static gboolean
is_answer (const EvxTableText *text, const EvxLineCell *cell, guint32 *word)
{
    guint32 first = evx_table_first_word (text, cell);
    *word = g_array_index (text->words, guint32, cell->first + cell->n - 1);
    return !cell->figure && (cell->n == 1 || (cell->n == 2 && evx_layout_word (text->layout, first)->length <= 3));
}

/* Whether (nearly) all lines have the same word in the column. */
static gboolean
is_same_answer (const EvxTableText *text, guint column)
{
    guint lines = 0, same[2] = { 0 };
    guint32 answers[2] = { 0 }, word;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxLineCell *cell = evx_table_cell_in (text, evx_table_line (text, i), column);
        if (cell == NULL || cell->columns > 1 || !is_answer (text, cell, &word))
            continue;
        if (lines < 2)
            answers[lines] = word;
        same[0] += evx_layout_is_same (text->layout, word, answers[0]);
        same[1] += lines > 0 && evx_layout_is_same (text->layout, word, answers[1]);
        lines++;
    }
    return lines >= LEAST_QUESTIONS && 2 * lines >= text->lines->len && 10 * MAX (same[0], same[1]) >= 8 * lines;
}

/* Questions, each with the same answers to tick: "Yes", "No"; or these alone. */
static gboolean
is_questions (const EvxTableText *text, const Column *columns)
{
    guint answers = 0, others = 0;
    for (guint c = 0; c < text->n_columns; c++) {
        gboolean answer = is_same_answer (text, c);
        if (!answer && 2 * columns[c].figures >= MAX (1, columns[c].cells))
            return FALSE;
        answers += answer;
        others += !answer && 2 * columns[c].labels < columns[c].cells;
    }
    return answers >= 2 && others <= 1;
}

/* A head of four columns and more, without a figure, and below it a row or two with figures, all flush with their heads:
 * what is left of a log for its last page. */
static gboolean
is_short_rest (const EvxTableText *text, const Column *columns)
{
    const EvxTableLine *head = evx_table_line (text, 0);
    guint figures = 0, words = 0;
    if (text->n_columns < LEAST_HEADS || text->lines->len > 3 || head->n_cells != text->n_columns)
        return FALSE;
    for (guint c = 0; c < text->n_columns; c++) {
        const EvxLineCell *name = evx_table_cell (text, head->first_cell + c);
        if (name->figure || name->columns > 1)
            return FALSE;
        if (MAX (columns[c].left, MAX (columns[c].right, columns[c].middle)) < columns[c].cells)
            return FALSE;
        words += name->n;
        figures += columns[c].figures;
    }
    return figures > 0 && words <= 3 * text->n_columns;
}

/* The per cent that the word states; 0 if it states none. Recognition may read signs around it. */
static double
per_cent_of (const EvxLayout *layout, guint32 word)
{
    g_autofree char *text = g_strndup (evx_layout_text (layout, word), evx_layout_word (layout, word)->length);
    gsize before = strcspn (text, "0123456789"), figures = strspn (text + before, "0123456789.");
    return before <= 1 && text[before + figures] == '%' ? g_ascii_strtod (text + before, NULL) : 0;
}

/* Names with their shares of a whole, without a head and a total: the legend of a pie. */
static gboolean
is_legend (const EvxTableText *text)
{
    double sum = 0;
    if (text->n_columns != 2 || text->lines->len < LEAST_SHARES || text->lines->len > MOST_SHARES)
        return FALSE;
    for (guint i = 0; i < text->lines->len; i++) {
        const EvxTableLine *line = evx_table_line (text, i);
        const EvxLineCell *share = evx_table_cell_in (text, line, 1);
        gboolean pair = line->n_cells == 2 && share->n == 1 && !evx_table_cell (text, line->first_cell)->figure;
        double per_cent = pair ? per_cent_of (text->layout, evx_table_first_word (text, share)) : 0;
        if (per_cent <= 0)
            return FALSE;
        sum += per_cent;
    }
    return sum >= LEAST_WHOLE && sum <= MOST_WHOLE;
}

gboolean
evx_table_text_is_table (const EvxTableText *text)
{
    g_autofree Column *columns = measure_columns (text);
    guint multiple = 0, figure_columns = 0, crooked = 0, n = text->n_columns;
    for (guint i = 0; i < text->lines->len; i++)
        multiple += evx_table_line (text, i)->n_cells >= 2;
    for (guint c = 1; c < n; c++) {
        gboolean figures = columns[c].figures >= 2 && 2 * columns[c].figures >= columns[c].cells;
        figure_columns += figures;
        crooked += figures && columns[c].figures >= 6 && !is_straight (text, c);
    }
    if (is_short_rest (text, columns))
        return TRUE;
    if (n < 2 || multiple < 2 || (multiple == 2 && (n < 3 || figure_columns == 0)))
        return FALSE;
    if (2 * columns[0].labels >= columns[0].cells && n <= 3 && figure_columns == 0)
        return FALSE; /* a list */
    if (n == 2 && figure_columns == 1 && 2 * columns[0].dots >= columns[0].cells && has_page_numbers (text))
        return FALSE; /* a table of contents */
    if (is_form (text, columns) || (n == 2 && is_contents (text)) || is_bars (text))
        return FALSE;
    if (is_questions (text, columns) || is_legend (text))
        return FALSE;
    if (2 * count_twins (text) > multiple)
        return FALSE; /* the axes of two charts side by side */
    if (figure_columns == 0)
        return is_even (text, columns) && !is_addresses (text);
    return crooked < figure_columns; /* otherwise a chart */
}
