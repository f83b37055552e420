/* The lines of writing in an image, from the connected parts of its ink.
 *
 * Letters are joined with their neighbours to groups; a group may take in more than one row where letters of
 * two rows touch, so each is parted again by the base lines of its letters. What is not of a letter's size
 * joins the row that it fits in. A strip around a row is all that a recogniser needs: it sees less of
 * the page, and no layout is worked out twice.
 *
 * Sizes are in pixels of the ink, 150 to an inch. */
#include "ink-internal.h"

#include "../sort.h"

#include <math.h>

/* Lower than this is a point or a speck. */
#define SPECK 3
/* A rule is no thicker. */
#define MOST_RULE 5
/* Wider than this is a rule, a frame or a picture. */
#define WIDEST 300
/* Two letters of one piece stand no further apart than this many heights of the first one: columns do. */
#define LETTER_REACH 1.2
/* Nor do two pieces of one row, in heights of their small letters. */
#define REACH 1.8
/* A full stop stands no further behind its sentence, in the same measure. */
#define SPECK_REACH 0.6
/* A letter that touches one of the next row is no higher than this many small ones. */
#define MOST_TOUCHING 4.5
/* A blank in a row of prose is no wider than this. */
#define WIDE_REACH 5.0
/* The next row, of any spacing, is no further away. */
#define NEXT_ROW 6.0
/* A letter, or a few that touch, that stand alone: lower ones are specks, but beside a row of small print. */
#define LOWEST_LONE 9
#define LOWEST_LEVEL 6
#define HIGHEST_LONE 60
/* Base lines of one row lie within half a letter's height: descenders hang lower by two fifths. */
#define BASE_GAP 0.5
/* The item of a bullet begins no further away, in heights of its small letters. */
#define BULLET_REACH 5.0
#define BULLET 0x2022
/* A part that reaches over two rows is higher than this many usual letters. */
#define OVER_ROWS 1.9

/* A row in the making, level. */
typedef struct {
    int x0, y0, x1, y1;
    double top, base; /* medians of its letters */
    guint n;          /* letters */
    int into;         /* the line it was joined to, or itself */
    gunichar sign;    /* nothing but a dash or a bullet, or 0 */
} Row;

typedef struct {
    GArray *letters; /* EvxMark */
    GArray *rest;    /* EvxMark: dots, dashes, what touches; letters that stand alone */
    GArray *rows;    /* Row */
} Finder;

static void
clear_finder (Finder *finder)
{
    g_array_unref (finder->letters);
    g_array_unref (finder->rest);
    g_array_unref (finder->rows);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, clear_finder)

static Row *
row_at (const Finder *finder, guint i)
{
    return &g_array_index (finder->rows, Row, i);
}

/* @percent of 50: the median. Sorts @values, which are not empty. */
static int
percentile (GArray *values, guint percent)
{
    g_array_sort (values, evx_sort_ints);
    return g_array_index (values, int, values->len * percent / 100);
}

/* ---- marks ------------------------------------------------------------------------------------- */

/* FALSE if there are too many for writing. */
static gboolean
find_marks (Finder *finder, PIX *bits, double slope)
{
    g_autoptr (BOXA) boxes = pixConnCompBB (bits, 8);
    double middle = pixGetWidth (bits) / 2.0;
    if (boxes == NULL || boxaGetCount (boxes) > EVX_MOST_MARKS)
        return FALSE;
    for (int i = 0; i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        if (h > EVX_HIGHEST_LETTER || w > WIDEST || w * h < 2)
            continue;
        y -= (int) lround (slope * (x + w / 2.0 - middle));
        EvxMark mark = { .x0 = x, .y0 = y, .x1 = x + w, .y1 = y + h, .line = -1 };
        g_array_append_val (evx_mark_is_letter (w, h) ? finder->letters : finder->rest, mark);
    }
    return TRUE;
}

/* ---- rows ---------------------------------------------------------------------------------------- */

static void
take_in (Row *row, const EvxMark *mark)
{
    row->x0 = MIN (row->x0, mark->x0);
    row->y0 = MIN (row->y0, mark->y0);
    row->x1 = MAX (row->x1, mark->x1);
    row->y1 = MAX (row->y1, mark->y1);
}

static gint
by_group_and_base (gconstpointer a, gconstpointer b)
{
    const EvxMark *left = a, *right = b;
    return left->group != right->group ? (left->group > right->group) - (left->group < right->group)
                                       : left->y1 - right->y1;
}

/* The letters from @marks on share a base line: a row of their own. One letter alone is left to the rest, and
 * so are those higher than @highest, which touch other rows or hang as low as they rise. */
static void
add_row (Finder *finder, EvxMark *marks, guint n, double highest)
{
    g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (int));
    g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (int));
    Row row = { .x0 = G_MAXINT, .y0 = G_MAXINT, .x1 = G_MININT, .y1 = G_MININT, .into = (int) finder->rows->len };
    for (guint i = 0; i < n; i++) {
        if (marks[i].y1 - marks[i].y0 > highest)
            continue;
        take_in (&row, &marks[i]);
        g_array_append_val (tops, marks[i].y0);
        g_array_append_val (bases, marks[i].y1);
    }
    row.n = tops->len;
    if (row.n < 2) {
        g_array_append_vals (finder->rest, marks, n);
        return;
    }
    for (guint i = 0; i < n; i++) {
        if (marks[i].y1 - marks[i].y0 <= highest)
            marks[i].line = row.into;
        else
            g_array_append_val (finder->rest, marks[i]);
    }
    row.top = percentile (tops, 50);
    row.base = percentile (bases, 50);
    g_array_append_val (finder->rows, row);
}

/* Parts a group, sorted by base line, where the base lines are far apart. */
static void
part_group (Finder *finder, EvxMark *marks, guint n)
{
    g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));
    for (guint i = 0; i < n; i++) {
        int height = marks[i].y1 - marks[i].y0;
        g_array_append_val (heights, height);
    }
    int usual = percentile (heights, 50);
    for (guint from = 0, to; from < n; from = to) {
        int base = marks[from].y1;
        for (to = from + 1; to < n; to++) {
            if (marks[to].y1 - marks[to].y0 > OVER_ROWS * usual)
                continue;
            if (marks[to].y1 - base > BASE_GAP * usual)
                break;
            base = marks[to].y1;
        }
        add_row (finder, marks + from, to - from, OVER_ROWS * usual);
    }
}

static void
make_rows (Finder *finder)
{
    g_array_sort (finder->letters, by_group_and_base);
    EvxMark *all = (EvxMark *) (void *) finder->letters->data;
    for (guint from = 0, to; from < finder->letters->len; from = to) {
        for (to = from; to < finder->letters->len && all[to].group == all[from].group;)
            to++;
        if (to - from < 3)
            g_array_append_vals (finder->rest, all + from, to - from);
        else
            part_group (finder, all + from, to - from);
    }
}

/* ---- what is no letter, and what stands alone ------------------------------------------------------ */

/* The mark lies between the ascenders and the descenders of the row. */
static gboolean
lies_within (const Row *row, const EvxMark *mark)
{
    double height = row->base - row->top;
    return mark->y0 >= row->top - 0.75 * height && mark->y1 <= row->base + 0.55 * height;
}

/* A speck beside the row: no sentence begins with a point, and one ends right behind its last letter. */
static gboolean
is_speck_beside (const Row *row, const EvxMark *mark)
{
    return mark->x1 - mark->x0 < SPECK && mark->y1 - mark->y0 < SPECK &&
           (mark->x1 <= row->x0 || mark->x0 > row->x1 + SPECK_REACH * (row->base - row->top));
}

/* A piece of a rule above the row: longer than a dash, and no letter rises to it. */
static gboolean
is_rule_above (const Row *row, const EvxMark *mark)
{
    int wide = mark->x1 - mark->x0, high = mark->y1 - mark->y0;
    return high <= MOST_RULE && wide >= 10 * high && wide >= 2 * (row->base - row->top) && mark->y1 <= row->top;
}

/* By size and place the stop or comma that ends the row: it is no other row's, though one beside it, in the next cell, may
 * lie half a line lower. */
static gboolean
ends_row (const Row *row, const EvxMark *mark)
{
    double height = row->base - row->top;
    return mark->x0 >= row->x1 && mark->x0 <= row->x1 + SPECK_REACH * height && mark->x1 - mark->x0 <= 0.6 * height &&
           mark->y0 >= row->base - 0.6 * height && mark->y1 >= row->base - 0.2 * height && mark->y1 <= row->base + 0.55 * height;
}

/* How well the mark fits into the row, 0..1; 0 = not at all. One that touches the next row only has to cover
 * what small letters do. */
static double
fit (const Row *row, const EvxMark *mark)
{
    double height = row->base - row->top;
    if (mark->x0 > row->x1 + REACH * height || mark->x1 < row->x0 - REACH * height || is_speck_beside (row, mark) ||
        is_rule_above (row, mark) ||
        (!lies_within (row, mark) && (MIN (mark->y1, row->base) - MAX (mark->y0, row->top) < 0.8 * height ||
                                      mark->y1 - mark->y0 > MOST_TOUCHING * height)))
        return 0;
    if (ends_row (row, mark))
        return 1;
    double off = fabs ((mark->y0 + mark->y1) / 2.0 - (row->top + row->base) / 2);
    return 1 / (1 + off / MAX (height, 1));
}

static void
place_rest (Finder *finder)
{
    for (guint i = 0; i < finder->rest->len; i++) {
        EvxMark *mark = &g_array_index (finder->rest, EvxMark, i);
        double best = 0;
        int at = -1;
        for (guint r = 0; mark->line < 0 && r < finder->rows->len; r++) {
            if (row_at (finder, r)->into != (int) r)
                continue;
            double here = fit (row_at (finder, r), mark);
            if (here > best) {
                best = here;
                at = (int) r;
            }
        }
        if (at < 0)
            continue;
        mark->line = at;
        Row *row = row_at (finder, (guint) mark->line);
        if (!lies_within (row, mark)) {
            mark->y0 = MAX (mark->y0, row->y0);
            mark->y1 = MIN (mark->y1, row->y1);
        }
        take_in (row, mark);
    }
}

/* On one line, as high as each other. */
static gboolean
are_level (const Row *left, const Row *right)
{
    double left_height = left->base - left->top, right_height = right->base - right->top;
    double high = MAX (left_height, right_height), low = MIN (left_height, right_height);
    return high <= 2 * low && MIN (left->base, right->base) - MAX (left->top, right->top) >= 0.5 * low;
}

/* A row close above (@way -1) or below (1) reaches over the gap between @left and @right. */
static gboolean
is_bridged (const Finder *finder, const Row *left, const Row *right, int way)
{
    double height = left->base - left->top;
    for (guint i = 0; i < finder->rows->len; i++) {
        const Row *row = row_at (finder, i);
        double step = way * (row->base - left->base);
        if (row->x0 < left->x1 && row->x1 > right->x0 && step > height && step < NEXT_ROW * height)
            return TRUE;
    }
    return FALSE;
}

/* Pieces of one row that letters of another size, or a gap of marks that are none, had parted; or a wide
 * blank between two sentences, which no gutter can be where the rows above and below reach over it. */
static gboolean
are_one_row (const Finder *finder, const Row *left, const Row *right)
{
    double high = MAX (left->base - left->top, right->base - right->top);
    if (!are_level (left, right) || right->x0 > left->x1 + WIDE_REACH * high)
        return FALSE;
    return right->x0 <= left->x1 + REACH * high ||
           (is_bridged (finder, left, right, -1) && is_bridged (finder, left, right, 1));
}

static void
join_into (Row *row, Row *other, int into)
{
    double n = row->n + other->n;
    take_in (row, &(EvxMark) { .x0 = other->x0, .y0 = other->y0, .x1 = other->x1, .y1 = other->y1 });
    row->top = (row->top * row->n + other->top * other->n) / n;
    row->base = (row->base * row->n + other->base * other->n) / n;
    row->n += other->n;
    other->into = into;
}

static int
rows_by_left (gconstpointer a, gconstpointer b, gpointer rows)
{
    const Row *left = (Row *) rows + *(const guint *) a, *right = (Row *) rows + *(const guint *) b;
    return left->x0 != right->x0 ? left->x0 - right->x0 : left->y0 - right->y0;
}

static void
join_rows (Finder *finder)
{
    guint n = finder->rows->len;
    g_autofree guint *order = g_new (guint, n + 1);
    for (guint i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data (order, (int) n, sizeof *order, rows_by_left, finder->rows->data);
    for (guint i = 1; i < n; i++) {
        Row *right = row_at (finder, order[i]);
        for (guint k = i; k-- > 0;) {
            Row *left = row_at (finder, order[k]);
            if (left->into != (int) order[k] || !are_one_row (finder, left, right))
                continue;
            join_into (left, right, (int) order[k]);
            break;
        }
    }
}

static gboolean
lies_in_row (const Row *row, const EvxMark *mark)
{
    int wide = MIN (row->x1, mark->x1) - MAX (row->x0, mark->x0);
    int high = MIN (row->y1, mark->y1) - MAX (row->y0, mark->y0);
    return wide > 0 && high > 0 && wide * high >= 0.3 * (mark->x1 - mark->x0) * (mark->y1 - mark->y0);
}

/* A row of this one mark, at its own height or that of another row: @top and @base; @sign: as in Row. */
static void
begin_row (Finder *finder, EvxMark *mark, double top, double base, gunichar sign)
{
    Row row = { mark->x0, (int) top, mark->x1, (int) base, top, base, 1, (int) finder->rows->len, sign };
    mark->line = row.into;
    g_array_append_val (finder->rows, row);
}

/* A single figure in a cell, a page number, two letters that touch: near another such piece, or its own. */
static void
place_alone (Finder *finder, EvxMark *mark, guint first)
{
    int height = mark->y1 - mark->y0;
    for (guint r = first; r < finder->rows->len; r++) {
        Row *row = row_at (finder, r);
        int other = row->y1 - row->y0, high = MAX (height, other), low = MIN (height, other);
        if (mark->x0 > row->x1 + high || mark->x1 < row->x0 - high || high > 2.2 * low ||
            MIN (row->y1, mark->y1) - MAX (row->y0, mark->y0) < 0.6 * low)
            continue;
        take_in (row, mark);
        mark->line = (int) r;
        return;
    }
    begin_row (finder, mark, mark->y0, mark->y1, 0);
}

/* As high as the letters of a row beside it, on its base line, and no bullet: small print in another cell. */
static gboolean
is_level_with_a_row (const Finder *finder, const EvxMark *mark, guint n_rows)
{
    int height = mark->y1 - mark->y0, width = mark->x1 - mark->x0;
    gboolean round = width >= 0.8 * height && width <= 1.25 * height;
    for (guint r = 0; !round && r < n_rows; r++) {
        const Row *row = row_at (finder, r);
        double high = row->base - row->top;
        if (row->n >= 3 && fabs (row->base - mark->y1) <= 1.5 && height >= 0.8 * high && height <= 1.5 * high)
            return TRUE;
    }
    return FALSE;
}

static void
place_lone_letters (Finder *finder)
{
    guint first = finder->rows->len;
    for (guint i = 0; i < finder->rest->len; i++) {
        EvxMark *mark = &g_array_index (finder->rest, EvxMark, i);
        int height = mark->y1 - mark->y0;
        gboolean alone = mark->line < 0 && height <= HIGHEST_LONE && height <= 8 * (mark->x1 - mark->x0) &&
                         (height >= LOWEST_LONE ||
                          (height >= LOWEST_LEVEL && is_level_with_a_row (finder, mark, first)));
        for (guint r = 0; alone && r < first; r++)
            alone = !lies_in_row (row_at (finder, r), mark);
        if (alone)
            place_alone (finder, mark, first);
    }
}

/* By its shape a dash, at half the height of the row's small letters. */
static gboolean
is_dash_of (const Row *row, const EvxMark *mark)
{
    double height = row->base - row->top, y = (mark->y0 + mark->y1) / 2.0;
    int wide = mark->x1 - mark->x0, high = mark->y1 - mark->y0;
    return wide >= 2 * high && wide >= 0.25 * height && wide <= 1.6 * height && high <= 0.3 * height &&
           y > row->top + 0.15 * height && y < row->base - 0.2 * height;
}

/* Whether the marks have one size, and stand below each other in a column, in different rows. */
static gboolean
are_in_column (const EvxMark *a, const EvxMark *b, double height)
{
    return ABS (a->x0 - b->x0) <= 2 && ABS (a->x1 - b->x1) <= 2 && ABS ((a->y1 - a->y0) - (b->y1 - b->y0)) <= 1 &&
           ABS (a->y0 - b->y0) > height;
}

/* Other cells, of the row or the column, that hold a dash as this one does; none if one stands as near as in a line of
 * dashes. */
static guint
dashes_beside (const Finder *finder, const EvxMark *mark, double height)
{
    guint n = 0;
    for (guint i = 0; i < finder->rest->len; i++) {
        const EvxMark *other = &g_array_index (finder->rest, EvxMark, i);
        n += are_in_column (mark, other, height);
        if (other == mark || !evx_marks_are_alike (mark, other))
            continue;
        if (other->x0 < mark->x1 + 2 * height && other->x1 > mark->x0 - 2 * height)
            return 0;
        n++;
    }
    return n;
}

/* A dash that stands for a number in a cell: apart from all pieces of its row, of which, with other such cells, there are
 * two or more. */
static void
place_lone_dash (Finder *finder, EvxMark *mark, guint n_rows)
{
    const Row *beside = NULL;
    guint level = 0;
    for (guint r = 0; r < n_rows; r++) {
        const Row *row = row_at (finder, r);
        double height = row->base - row->top;
        if (row->into != (int) r || mark->y1 < row->y0 || mark->y0 > row->y1)
            continue;
        if (mark->x1 > row->x0 - height && mark->x0 < row->x1 + height)
            return;
        if (is_dash_of (row, mark)) {
            beside = row;
            level++;
        }
    }
    if (level == 0 || level + dashes_beside (finder, mark, beside->base - beside->top) < 2)
        return;
    begin_row (finder, mark, beside->top, beside->base, '-');
}

static void
place_lone_dashes (Finder *finder)
{
    guint n_rows = finder->rows->len;
    for (guint i = 0; i < finder->rest->len; i++) {
        EvxMark *mark = &g_array_index (finder->rest, EvxMark, i);
        if (mark->line < 0 && mark->x1 - mark->x0 > mark->y1 - mark->y0)
            place_lone_dash (finder, mark, n_rows);
    }
}

/* By its shape a bullet, at half the height of the row's small letters and before the row. */
static gboolean
is_bullet_of (const Row *row, const EvxMark *mark)
{
    double height = row->base - row->top, y = (row->base - (mark->y0 + mark->y1) / 2.0) / height;
    int wide = mark->x1 - mark->x0, high = mark->y1 - mark->y0, gap = row->x0 - mark->x1;
    return row->n >= 3 && gap > 0.5 * height && gap < BULLET_REACH * height && high >= 0.3 * height && high <= 0.85 * height &&
           wide >= 0.8 * high && wide <= 1.25 * high && y > 0.3 && y < 0.8;
}

/* The row next to the right of the mark is what the bullet stands before; to the left is none as near. */
static void
place_lone_bullet (Finder *finder, EvxMark *mark, guint n_rows)
{
    const Row *item = NULL;
    for (guint r = 0; r < n_rows; r++) {
        const Row *row = row_at (finder, r);
        double height = row->base - row->top;
        if (row->into != (int) r || mark->y1 < row->y0 || mark->y0 > row->y1)
            continue;
        if (row->x0 < mark->x1 && row->x1 > mark->x0 - height)
            return;
        if (row->x0 > mark->x1 && (item == NULL || row->x0 < item->x0))
            item = row;
    }
    if (item == NULL || !is_bullet_of (item, mark))
        return;
    begin_row (finder, mark, item->top, item->base, BULLET);
}

static void
place_lone_bullets (Finder *finder)
{
    guint n_rows = finder->rows->len;
    for (guint i = 0; i < finder->rest->len; i++) {
        EvxMark *mark = &g_array_index (finder->rest, EvxMark, i);
        if (mark->line < 0 && mark->y1 - mark->y0 >= SPECK)
            place_lone_bullet (finder, mark, n_rows);
    }
}

/* ---- result ---------------------------------------------------------------------------------------- */

/* Share of the marks, points and specks apart, that are in no line. Letters that are in no row were copied to
 * the rest, and count there. */
static double
share_left (const Finder *finder)
{
    const GArray *sources[] = { finder->letters, finder->rest };
    guint all = 0, left = 0;
    for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
        for (guint i = 0; i < sources[s]->len; i++) {
            const EvxMark *mark = &g_array_index (sources[s], EvxMark, i);
            gboolean counts = mark->y1 - mark->y0 >= SPECK && (s > 0 || mark->line >= 0);
            all += counts;
            left += counts && mark->line < 0;
        }
    return all > 0 ? (double) left / all : 0;
}

static guint
final_row (const Finder *finder, int line)
{
    while (row_at (finder, (guint) line)->into != line)
        line = row_at (finder, (guint) line)->into;
    return (guint) line;
}

static gint
by_line_and_left (gconstpointer a, gconstpointer b)
{
    const EvxMark *left = a, *right = b;
    return left->line != right->line ? left->line - right->line : left->x0 - right->x0;
}

/* All marks that are in a row, by row. */
static GArray *
marks_by_row (const Finder *finder)
{
    GArray *marks = g_array_new (FALSE, FALSE, sizeof (EvxMark));
    const GArray *sources[] = { finder->letters, finder->rest };
    for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
        for (guint i = 0; i < sources[s]->len; i++) {
            EvxMark mark = g_array_index (sources[s], EvxMark, i);
            if (mark.line < 0)
                continue;
            mark.line = (int) final_row (finder, mark.line);
            g_array_append_val (marks, mark);
        }
    g_array_sort (marks, by_line_and_left);
    return marks;
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
    const EvxInkLine *upper = a, *lower = b;
    if (upper->box.y0 != lower->box.y0)
        return upper->box.y0 < lower->box.y0 ? -1 : 1;
    return (upper->box.x0 > lower->box.x0) - (upper->box.x0 < lower->box.x0);
}

static EvxInkLine
finished (const Row *row, double to_px)
{
    return (EvxInkLine) { .box = { row->x0 * to_px, row->y0 * to_px, row->x1 * to_px, row->y1 * to_px },
                          .top = row->top * to_px,
                          .base = row->base * to_px,
                          .sign = row->sign };
}

static void
add_lines (EvxInkLines *result, const Finder *finder, double to_px)
{
    g_autoptr (GArray) marks = marks_by_row (finder);
    for (guint from = 0, to; from < marks->len; from = to) {
        g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));
        int row = g_array_index (marks, EvxMark, from).line;
        EvxInkLine line = finished (row_at (finder, (guint) row), to_px);
        line.first = from;
        for (to = from; to < marks->len && g_array_index (marks, EvxMark, to).line == row; to++) {
            const EvxMark *mark = &g_array_index (marks, EvxMark, to);
            int height = mark->y1 - mark->y0;
            EvxBox box = { mark->x0 * to_px, mark->y0 * to_px, mark->x1 * to_px, mark->y1 * to_px };
            g_array_append_val (result->marks, box);
            g_array_append_val (heights, height);
        }
        line.n = to - from;
        line.tall = line.sign != 0 ? line.base - line.top : percentile (heights, 90) * to_px;
        if (row_at (finder, (guint) row)->y1 - row_at (finder, (guint) row)->y0 >= 7)
            g_array_append_val (result->lines, line);
    }
    g_array_sort (result->lines, by_top);
}

EvxInkLines *
evx_ink_lines (const EvxInk *ink, double skew_deg)
{
    double slope = tan (skew_deg * G_PI / 180);
    g_autoptr (GArray) solid = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    g_autoptr (PIX) bits = evx_ink_letters (ink, solid);
    g_auto (Finder) finder = { g_array_new (FALSE, FALSE, sizeof (EvxMark)),
                               g_array_new (FALSE, FALSE, sizeof (EvxMark)),
                               g_array_new (FALSE, FALSE, sizeof (Row)) };
    if (bits == NULL || !find_marks (&finder, bits, slope))
        return NULL;
    evx_marks_drop_broken_rules (finder.rest);
    evx_marks_join (finder.letters, &(EvxNearness) { .heights = 1.9, .overlap = 0.5, .reach = LETTER_REACH });
    make_rows (&finder);
    place_rest (&finder);
    place_lone_letters (&finder);
    join_rows (&finder);
    place_rest (&finder); /* points beside lone letters */
    place_lone_dashes (&finder);
    place_lone_bullets (&finder);
    EvxInkLines *result = g_new0 (EvxInkLines, 1);
    result->lines = g_array_new (FALSE, FALSE, sizeof (EvxInkLine));
    result->marks = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    result->solid = g_steal_pointer (&solid);
    result->slope = slope;
    result->middle = pixGetWidth (bits) / 2.0 / ink->factor;
    result->left = share_left (&finder);
    add_lines (result, &finder, 1 / ink->factor);
    return result;
}

void
evx_ink_lines_free (EvxInkLines *lines)
{
    if (lines == NULL)
        return;
    g_array_unref (lines->lines);
    g_array_unref (lines->marks);
    g_array_unref (lines->solid);
    g_free (lines);
}
