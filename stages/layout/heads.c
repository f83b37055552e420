/* The head of a table without a full grid: lines of one column that stand close below each other are a cell;
 * cells below each other make its rows; what has nothing below it stands in the last one, as it is printed. */
#include "tables-internal.h"

#include <math.h>

/* A cell of the head: lines of one column that stand close below each other. */
typedef struct {
    EvxLineCell last; /* its last line; column and columns are those of the cell */
    float top;        /* of its first line */
    guint level;
    gboolean leaf;    /* no other cell of the head stands below it */
} HeadCell;

static gboolean
shares_columns (const EvxLineCell *a, const EvxLineCell *b)
{
    return a->column < b->column + b->columns && b->column < a->column + a->columns;
}

static gboolean
has_rule_below (const GArray *rules, const EvxLineCell *above, const EvxLineCell *below)
{
    double middle = (above->box.x0 + above->box.x1) / 2;
    for (guint i = 0; i < rules->len; i++) {
        const EvxRule *rule = &g_array_index (rules, EvxRule, i);
        double y = (rule->box.y0 + rule->box.y1) / 2;
        if (!rule->vertical && rule->box.x0 <= middle && middle <= rule->box.x1 &&
            y > (above->box.y0 + above->box.y1) / 2 && y < (below->box.y0 + below->box.y1) / 2)
            return TRUE;
    }
    return FALSE;
}

/* Whether @below is the next line of the head's cell @above: the same columns, close, no rule between, and
 * flush or centred alike. */
static gboolean
head_goes_on (const EvxTableText *text, const EvxLineCell *above, const EvxLineCell *below)
{
    float near = 0.8f * text->layout->size;
    const EvxPlace *a = &above->box, *b = &below->box;
    if (above->column != below->column || above->columns != below->columns || b->y0 - a->y1 > 0.5f * text->layout->size)
        return FALSE;
    if (fabsf (a->x0 - b->x0) > near && fabsf (a->x1 - b->x1) > near && fabsf (a->x0 + a->x1 - b->x0 - b->x1) > 2 * near)
        return FALSE;
    const EvxPainting *painting = evx_layout_painting (text->layout);
    return !has_rule_below (text->layout->page->rules, above, below) &&
           (painting == NULL || !has_rule_below (painting->rules, above, below));
}

/* A cell is one row lower than those above it in its columns, and than those that span others and end well
 * above it: their text may be narrower than what they span. */
static void
level_head (const EvxTableText *text, GArray *head)
{
    for (guint i = 0; i < head->len; i++)
        for (guint k = 0; k < i; k++) {
            HeadCell *cell = &g_array_index (head, HeadCell, i);
            const HeadCell *above = &g_array_index (head, HeadCell, k);
            float gap = cell->top - above->last.box.y1;
            if (!above->leaf && gap > (shares_columns (&above->last, &cell->last) ? -0.5f : 0.35f) * text->layout->size)
                cell->level = MAX (cell->level, above->level + 1);
        }
}

/* Where the text of each column begins and ends. */
static EvxPlace *
column_extents (const EvxTableText *text)
{
    EvxPlace *extents = g_new (EvxPlace, text->n_columns);
    for (guint c = 0; c < text->n_columns; c++)
        extents[c] = (EvxPlace) { G_MAXFLOAT, 0, -G_MAXFLOAT, 0 };
    for (guint i = 0; i < text->cells->len; i++) {
        const EvxLineCell *cell = evx_table_cell (text, i);
        if (cell->columns > 1)
            continue;
        extents[cell->column].x0 = MIN (extents[cell->column].x0, cell->box.x0);
        extents[cell->column].x1 = MAX (extents[cell->column].x1, cell->box.x1);
    }
    return extents;
}

static gboolean
is_covered (const GArray *head, guint column, float bottom)
{
    for (guint i = 0; i < head->len; i++) {
        const HeadCell *cell = &g_array_index (head, HeadCell, i);
        if (cell->leaf && cell->top < bottom && cell->last.column <= column && column < cell->last.column + cell->last.columns)
            return TRUE;
    }
    return FALSE;
}

/* Whether the text is set centred, flush left or flush right over the columns from @a to @b. */
static gboolean
is_set_over (const EvxTableText *text, const EvxLineCell *cell, const EvxPlace *extents, guint a, guint b, guint way)
{
    float left = cell->box.x0 - extents[a].x0, right = extents[b].x1 - cell->box.x1;
    float off = way == 0 ? (left - right) / 2 : way == 1 ? left : right;
    return a <= cell->column && cell->column + cell->columns <= b + 1 && fabsf (off) <= text->layout->size;
}

static int
by_column (gconstpointer a, gconstpointer b)
{
    guint x = (*(HeadCell *const *) a)->last.column, y = (*(HeadCell *const *) b)->last.column;
    return (x > y) - (x < y);
}

/* Text that is narrower than what it spans: the cells of one level share the columns evenly, if all of them are set
 * alike over their shares. The first column, which names the rows, and columns that a cell beside names have no part. */
static void
widen_level (const EvxTableText *text, GArray *head, guint level, const EvxPlace *extents)
{
    g_autoptr (GPtrArray) spans = g_ptr_array_new ();
    float bottom = 0;
    for (guint i = 0; i < head->len; i++) {
        HeadCell *cell = &g_array_index (head, HeadCell, i);
        if (cell->leaf || cell->level != level)
            continue;
        g_ptr_array_add (spans, cell);
        bottom = MAX (bottom, cell->last.box.y1);
    }
    guint first = 1, end = text->n_columns;
    while (first < end && is_covered (head, first, bottom))
        first++;
    while (end > first && is_covered (head, end - 1, bottom))
        end--;
    if (spans->len == 0 || end == first || (end - first) % spans->len != 0)
        return;
    g_ptr_array_sort (spans, by_column);
    guint share = (end - first) / spans->len;
    for (guint way = 0; way < 3; way++) {
        guint alike = 0;
        for (guint i = 0; i < spans->len; i++)
            alike += is_set_over (text, &((HeadCell *) spans->pdata[i])->last, extents, first + i * share, first + (i + 1) * share - 1, way);
        if (alike < spans->len)
            continue;
        for (guint i = 0; i < spans->len; i++) {
            ((HeadCell *) spans->pdata[i])->last.column = first + i * share;
            ((HeadCell *) spans->pdata[i])->last.columns = share;
        }
        return;
    }
}

/* ---- names that stand again ---------------------------------------------------------------------------- */

/* Whether two cells say the same. */
static gboolean
is_same_cell (const EvxTableText *text, const EvxLineCell *a, const EvxLineCell *b)
{
    for (guint w = 0; w < a->n && a->n == b->n; w++)
        if (!evx_layout_is_same (text->layout, g_array_index (text->words, guint32, a->first + w), g_array_index (text->words, guint32, b->first + w)))
            return FALSE;
    return a->n == b->n;
}

/* How many names below each of the cells of @above stand again below the next, in the last columns of @below; 0 if most do
 * not, the cells of @above do not begin each over its share, or they repeat as well: first lines of names that wrap. */
static guint
count_shares (const EvxTableText *text, const EvxTableLine *above, const EvxTableLine *below)
{
    guint spans = above->n_cells, share = spans >= 2 ? below->n_cells / spans : 0;
    if (share < 2 || below->n_cells - spans * share > 1)
        return 0;
    const EvxLineCell *names = evx_table_cell (text, below->first_cell + below->n_cells - spans * share);
    guint again = 0;
    for (guint i = 0; i < spans * share; i++) {
        if (names[i].columns > 1 || names[i].figure || (i > 0 && names[i].column != names[i - 1].column + 1))
            return 0;
        again += i >= share && is_same_cell (text, &names[i], &names[i - share]);
    }
    if (2 * again < (spans - 1) * share)
        return 0;
    for (guint s = 0; s < spans; s++) {
        const EvxLineCell *span = evx_table_cell (text, above->first_cell + s);
        if (span->column < names[s * share].column || span->column + span->columns > names[s * share].column + share ||
            (s > 0 && is_same_cell (text, span, span - 1)))
            return 0;
    }
    return share;
}

/* Heads that span, over the same names again and again: however narrow they are and wherever they begin, they stand over
 * all of their share. */
static void
widen_over_names (EvxTableText *text, guint first_body)
{
    for (guint l = 0; l + 1 < first_body; l++) {
        const EvxTableLine *above = evx_table_line (text, l), *below = evx_table_line (text, l + 1);
        guint share = count_shares (text, above, below);
        for (guint s = 0; share > 0 && s < above->n_cells; s++) {
            EvxLineCell *span = &g_array_index (text->cells, EvxLineCell, above->first_cell + s);
            span->column = evx_table_cell (text, below->first_cell + below->n_cells - (above->n_cells - s) * share)->column;
            span->columns = share;
        }
    }
}

/* ---- all together --------------------------------------------------------------------------------------- */

/* The cells of the head's lines; @of: for each line cell, the cell it belongs to. */
static GArray *
collect_head (const EvxTableText *text, guint first_body, guint *of)
{
    GArray *head = g_array_new (FALSE, FALSE, sizeof (HeadCell));
    for (guint l = 0; l < first_body; l++) {
        guint n_before = head->len;
        for (guint c = evx_table_line (text, l)->first_cell; c < evx_table_line (text, l)->first_cell + evx_table_line (text, l)->n_cells; c++) {
            HeadCell next = { .last = *evx_table_cell (text, c), .top = evx_table_cell (text, c)->box.y0, .leaf = TRUE };
            guint i = n_before;
            while (i > 0 && !shares_columns (&g_array_index (head, HeadCell, i - 1).last, &next.last))
                i--;
            HeadCell *above = i > 0 ? &g_array_index (head, HeadCell, i - 1) : NULL;
            of[c] = head->len;
            if (above != NULL && head_goes_on (text, &above->last, &next.last)) {
                above->last = next.last;
                of[c] = i - 1;
                continue;
            }
            for (i = 0; i < n_before; i++) {
                above = &g_array_index (head, HeadCell, i);
                above->leaf &= !shares_columns (&above->last, &next.last);
            }
            g_array_append_val (head, next);
        }
    }
    level_head (text, head);
    g_autofree EvxPlace *extents = column_extents (text);
    for (guint level = 0; level < first_body; level++)
        widen_level (text, head, level, extents);
    return head;
}

/* A line of a cell of the head, which stands in the columns of the cell. */
static void
add_head_line (EvxDraft *draft, const EvxTableText *text, guint row, const HeadCell *cell, const EvxLineCell *line)
{
    EvxLineCell wide = *line;
    wide.column = cell->last.column;
    wide.columns = cell->last.columns;
    evx_table_text_add_cell (text, draft, row, &wide);
}

guint
evx_table_text_draft_head (EvxTableText *text, guint first_body, EvxDraft *draft)
{
    widen_over_names (text, first_body);
    g_autofree guint *of = g_new0 (guint, text->cells->len + 1);
    g_autoptr (GArray) head = collect_head (text, first_body, of);
    guint last = 0;
    for (guint i = 0; i < head->len; i++)
        last = MAX (last, g_array_index (head, HeadCell, i).level);
    for (guint row = 0; row <= last; row++)
        for (guint i = 0; i < head->len; i++) {
            const HeadCell *cell = &g_array_index (head, HeadCell, i);
            if ((cell->leaf ? last : cell->level) != row)
                continue;
            for (guint c = 0; c < text->cells->len && c < evx_table_line (text, first_body)->first_cell; c++)
                if (of[c] == i)
                    add_head_line (draft, text, row, cell, evx_table_cell (text, c));
        }
    return last + 1;
}
