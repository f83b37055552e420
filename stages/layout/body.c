/* Where the head of a table ends and its body begins. */
#include "join-internal.h"

guint
evx_table_count_figures (const EvxTableText *text, const EvxTableLine *line, guint *years)
{
    guint figures = 0, dated = 0;
    for (guint i = 0; i < line->n_cells; i++) {
        const EvxLineCell *cell = evx_table_cell (text, line->first_cell + i);
        if (!cell->figure || cell->column == 0)
            continue;
        figures++;
        dated += cell->n == 1 && evx_layout_is_year (text->layout, evx_table_first_word (text, cell));
    }
    if (years != NULL)
        *years = dated;
    return figures;
}

/* Whether the figures of the line are numbers that go up by one, four at least: grades, months, hours that name
 * columns. */
static gboolean
counts_up (const EvxTableText *text, const EvxTableLine *line)
{
    guint64 before = 0, number;
    guint n = 0;
    for (guint i = 0; i < line->n_cells; i++) {
        const EvxLineCell *cell = evx_table_cell (text, line->first_cell + i);
        if (!cell->figure || cell->column == 0)
            continue;
        if (cell->n > 1 || !evx_layout_is_number (text->layout, evx_table_first_word (text, cell), &number) ||
            (n > 0 && number != before + 1))
            return FALSE;
        before = number;
        n++;
    }
    return n >= 4;
}

/* Whether line @l is the name of a section or the first line of a label: alone, in the first column or well below
 * a full line of the head. */
static gboolean
is_above_body (const EvxTableText *text, guint l)
{
    const EvxTableLine *line = evx_table_line (text, l), *above = evx_table_line (text, l - 1);
    return line->n_cells == 1 &&
           (evx_table_cell_in (text, line, 0) != NULL ||
            (above->n_cells == text->n_columns && line->y0 - above->y1 > 0.5f * text->layout->size));
}

/* Lines of wrapped cells close above line @l, where all of them stand farther below a full line of the head. */
static guint
count_leading (const EvxTableText *text, guint l)
{
    guint n = 0;
    float size = text->layout->size, widest = 0;
    for (; n + 1 < l && 2 * evx_table_line (text, l - n - 1)->n_cells <= text->n_columns; n++) {
        float gap = evx_table_line (text, l - n)->y0 - evx_table_line (text, l - n - 1)->y1;
        if (gap >= 0.35f * size)
            break;
        widest = MAX (widest, gap);
    }
    const EvxTableLine *first = evx_table_line (text, l - n), *head = n > 0 ? first - 1 : first;
    return n > 0 && 10 * head->n_cells >= 6 * text->n_columns && first->y0 - head->y1 > widest + 0.25f * size ? n : 0;
}

/* The first line with about as many figures as others. One line of years alone, or of numbers that
 * count up, may be part of the head, and a date of print; names of sections and first lines of a label are not. */
guint
evx_table_find_body (const EvxTableText *text)
{
    guint most = 0;
    for (guint l = 0; l < text->lines->len; l++)
        most = MAX (most, evx_table_count_figures (text, evx_table_line (text, l), NULL));
    for (guint l = 0, dated = 0; l < text->lines->len; l++) {
        guint years, figures = evx_table_count_figures (text, evx_table_line (text, l), &years);
        gboolean names = figures > 0 && (figures == years || counts_up (text, evx_table_line (text, l)));
        dated += names;
        if (figures == 0 || 3 * figures < most || (names && dated < 2))
            continue;
        l -= count_leading (text, l);
        while (l > 1 && is_above_body (text, l - 1))
            l--;
        return l;
    }
    return text->lines->len;
}

/* Whether rules part the rows: at least each third line of the body, or no two lines between the same rules could be two
 * rows, by a figure in the same column or by cells in most columns. Grounds part the lines of the head only. */
gboolean
evx_joiner_has_ruled_rows (const EvxJoiner *joiner)
{
    const EvxTableText *text = joiner->text;
    guint between = 0, in_body = 0, full = 0;
    gboolean single = TRUE;
    for (guint l = 1, first = 0; l < text->lines->len; l++) {
        if (evx_table_text_rule_between (text, evx_table_line (text, l - 1), evx_table_line (text, l))) {
            between++;
            in_body += l > joiner->first_body;
            first = l;
            full = 0;
        }
        full += 2 * evx_table_line (text, l)->n_cells > text->n_columns;
        single &= l <= joiner->first_body || (full <= 1 && !evx_table_has_figure_twice (text, first, l));
    }
    return between >= 3 && ((in_body > 0 && in_body * 3 >= text->lines->len - joiner->first_body) || single);
}

/* Where the row of the first line with figures begins: below the nearest rule above it, or else below the widest gap. */
guint
evx_table_first_ruled (const EvxTableText *text, guint figures)
{
    guint first = figures;
    float widest = -G_MAXFLOAT;
    for (guint l = figures; l > 0; l--) {
        const EvxTableLine *above = evx_table_line (text, l - 1), *line = evx_table_line (text, l);
        if (evx_table_text_rule_between (text, above, line))
            return l;
        if (line->y0 - above->y1 > widest) {
            widest = line->y0 - above->y1;
            first = l;
        }
    }
    return MAX (1, first);
}
