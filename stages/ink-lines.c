/* The lines of writing in an image, from the connected parts of its ink.
 *
 * Letters are joined with their neighbours to groups; a group may take in more than one row where letters of
 * two rows touch, so each is parted again by the base lines of its letters. What is not of a letter's size
 * joins the row that it fits in. A strip around a row is all that a recogniser needs: it sees less of
 * the page, and no layout is worked out twice.
 *
 * Sizes are in pixels of the ink, 150 to an inch. */
#include "ink-internal.h"

#include <math.h>
#include <string.h>

/* A letter, or a few that touch, is this high: 2.4 to 36 pt. */
#define LOWEST 5
#define HIGHEST 75
/* Lower than this is a point or a speck. */
#define SPECK 3
/* Wider than this is a rule, a frame or a picture. */
#define WIDEST 300
/* Darker than this (of 255) is black. */
#define DARK 100
/* What is black has a soft edge of this width. */
#define EDGE 4
/* A run of ink as long as this, straight across or down, is a rule; letters of 36 pt have none. */
#define RULE 60
/* Two letters of one piece stand no further apart than this many heights of the first one: columns do. */
#define LETTER_REACH 1.2
/* Nor do two pieces of one row, in heights of their small letters. */
#define REACH 1.8
/* A letter that touches one of the next row is no higher than this many small ones. */
#define MOST_TOUCHING 4.5
/* A blank in a row of prose is no wider than this. */
#define WIDE_REACH 5.0
/* Every strip has room for ascenders and descenders, whether its letters have any: figures alone would be
 * made larger, and so wider, and take longer. */
#define DESCENT 0.3 /* of the height of capitals */
/* White above and below a strip, in heights of it. Nine pages of tables and prose: without descent, 0.12: 10.2 s,
 * word recall 0.927; with it 0.06: 10.3 s, 0.930; 0.15: 9.4 s, 0.930; 0.2: 8.8 s, 0.920. Beside it there is
 * none: with 8 pixels there quotation marks and bars were read (recall 0.83 against 0.92 over seven pages). */
#define MARGIN 0.15
/* The next row, of any spacing, is no further away. */
#define NEXT_ROW 6.0
/* Base lines of one row lie within half a letter's height: descenders hang lower by two fifths. */
#define BASE_GAP 0.5
/* A part that reaches over two rows is higher than this many usual letters. */
#define OVER_ROWS 1.9
/* A connected part, level. */
typedef struct {
    int x0, y0, x1, y1;
    guint group; /* union-find: the mark that stands for its group */
    guint size;  /* of that group */
    int line;    /* -1 = none yet */
} Mark;

/* A row in the making, level. */
typedef struct {
    int x0, y0, x1, y1;
    double top, base; /* medians of its letters */
    guint n;          /* letters */
    int into;         /* the line it was joined to, or itself */
} Row;

typedef struct {
    GArray *letters; /* Mark */
    GArray *rest;    /* Mark: dots, dashes, what touches; letters that stand alone */
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

static gint
compare_ints (gconstpointer a, gconstpointer b)
{
    return *(const int *) a - *(const int *) b;
}

/* @percent of 50: the median. Sorts @values, which are not empty. */
static int
percentile (GArray *values, guint percent)
{
    g_array_sort (values, compare_ints);
    return g_array_index (values, int, values->len * percent / 100);
}

/* ---- marks ------------------------------------------------------------------------------------- */

/* One dark @area at @x, @y: if a part of it is light as letters are, that is its ink, and nothing of it is dark. */
static void
turn_dark_area (PIX *bits, PIX *dark, PIX *area, int x, int y)
{
    int w = pixGetWidth (area), h = pixGetHeight (area);
    l_int32 all = 0, light = 0;
    BOX box = { .x = x, .y = y, .w = w, .h = h };
    g_autoptr (PIX) inside = pixClipRectangle (dark, &box, NULL);
    g_autoptr (PIX) letters = inside ? pixSubtract (NULL, area, inside) : NULL;
    if (letters == NULL || pixCountPixels (area, &all, NULL) != 0 || pixCountPixels (letters, &light, NULL) != 0 ||
        light < 0.03 * all || light > 0.4 * all)
        return;
    pixRasterop (bits, x, y, w, h, PIX_DST & PIX_NOT (PIX_SRC), area, 0, 0);
    pixRasterop (bits, x, y, w, h, PIX_PAINT, letters, 0, 0);
    pixRasterop (dark, x, y, w, h, PIX_DST & PIX_NOT (PIX_SRC), area, 0, 0);
}

/* Text in dark boxes, such as a code on a redaction. */
static void
turn_dark_areas (PIX *bits, PIX *dark)
{
    PIXA *areas = NULL;
    g_autoptr (PIX) solid = pixOpenBrick (NULL, dark, 15, 9);
    g_autoptr (PIX) whole = solid ? pixCloseSafeBrick (NULL, solid, 31, 21) : NULL;
    g_autoptr (BOXA) boxes = whole ? pixConnComp (whole, &areas, 8) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        g_autoptr (PIX) area = w >= 30 && h >= 12 ? pixaGetPix (areas, i, L_CLONE) : NULL;
        if (area != NULL)
            turn_dark_area (bits, dark, area, x, y);
    }
    pixaDestroy (&areas);
}

/* Takes what is blacked out from @bits, with its ragged edge; where it lay is added to @solid, px. No letter
 * of 36 pt is as solid. */
static void
take_solid (PIX *bits, PIX *dark, GArray *solid, double to_px)
{
    pixOr (bits, bits, dark);
    g_autoptr (PIX) found = pixOpenBrick (NULL, bits, 20, 9);
    g_autoptr (PIX) wide = found ? pixDilateBrick (NULL, found, 15, 15) : NULL;
    g_autoptr (PIX) whole = wide ? pixAnd (NULL, wide, bits) : NULL;
    g_autoptr (PIX) filled = whole ? pixSeedfillBinary (NULL, found, whole, 8) : NULL;
    g_autoptr (BOXA) boxes = filled ? pixConnCompBB (filled, 8) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        EvxBox box = { x - EDGE, y - EDGE, x + w + EDGE, y + h + EDGE };
        EvxBox px = { box.x0 * to_px, box.y0 * to_px, box.x1 * to_px, box.y1 * to_px };
        evx_image_fill (bits, box, 0);
        g_array_append_val (solid, px);
    }
}

/* The ink without rules and without what is blacked out. */
static PIX *
letter_ink (const EvxInk *ink, GArray *solid)
{
    PIX *bits = pixCopy (NULL, ink->bits);
    if (bits == NULL)
        return NULL;
    g_autoptr (PIX) dark = pixThresholdToBinary (ink->gray, DARK);
    if (dark != NULL) {
        turn_dark_areas (bits, dark);
        take_solid (bits, dark, solid, 1 / ink->factor);
    }
    evx_ink_clear_edges (bits);
    g_autoptr (PIX) across = pixOpenBrick (NULL, bits, RULE, 1);
    g_autoptr (PIX) down = pixOpenBrick (NULL, bits, 1, RULE);
    if (across != NULL)
        pixSubtract (bits, bits, across);
    if (down != NULL)
        pixSubtract (bits, bits, down);
    return bits;
}

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
        if (h > HIGHEST || w > WIDEST || w * h < 2)
            continue;
        y -= (int) lround (slope * (x + w / 2.0 - middle));
        Mark mark = { x, y, x + w, y + h, 0, 1, -1 };
        gboolean is_letter = h >= LOWEST && w <= 5 * h && h <= 10 * w;
        g_array_append_val (is_letter ? finder->letters : finder->rest, mark);
    }
    return TRUE;
}

/* ---- groups -------------------------------------------------------------------------------------- */

static gint
by_left (gconstpointer a, gconstpointer b)
{
    const Mark *left = a, *right = b;
    return left->x0 != right->x0 ? left->x0 - right->x0 : left->y0 - right->y0;
}

static guint
group_of (Mark *marks, guint i)
{
    while (marks[i].group != i) {
        marks[i].group = marks[marks[i].group].group;
        i = marks[i].group;
    }
    return i;
}

/* Alike in height, on one base line or under one top line. */
static gboolean
are_neighbours (const Mark *left, const Mark *right)
{
    int left_height = left->y1 - left->y0, right_height = right->y1 - right->y0;
    int high = MAX (left_height, right_height), low = MIN (left_height, right_height);
    return high <= 1.9 * low && right->x0 >= left->x1 - 0.5 * low &&
           (ABS (left->y1 - right->y1) <= 0.25 * high || ABS (left->y0 - right->y0) <= 0.25 * high) &&
           MIN (left->y1, right->y1) - MAX (left->y0, right->y0) >= 0.5 * low;
}

static void
join_letters (GArray *letters)
{
    g_array_sort (letters, by_left);
    Mark *all = (Mark *) (void *) letters->data;
    for (guint i = 0; i < letters->len; i++)
        all[i].group = i;
    for (guint i = 0; i < letters->len; i++) {
        double reach = all[i].x1 + LETTER_REACH * (all[i].y1 - all[i].y0);
        for (guint j = i + 1; j < letters->len && all[j].x0 <= reach; j++) {
            guint a = are_neighbours (&all[i], &all[j]) ? group_of (all, i) : 0;
            guint b = are_neighbours (&all[i], &all[j]) ? group_of (all, j) : 0;
            if (a != b) {
                all[b].group = a;
                all[a].size += all[b].size;
            }
        }
    }
    for (guint i = 0; i < letters->len; i++) {
        all[i].group = group_of (all, i);
        all[i].size = all[all[i].group].size;
    }
}

/* ---- rows ---------------------------------------------------------------------------------------- */

static void
take_in (Row *row, const Mark *mark)
{
    row->x0 = MIN (row->x0, mark->x0);
    row->y0 = MIN (row->y0, mark->y0);
    row->x1 = MAX (row->x1, mark->x1);
    row->y1 = MAX (row->y1, mark->y1);
}

static gint
by_group_and_base (gconstpointer a, gconstpointer b)
{
    const Mark *left = a, *right = b;
    return left->group != right->group ? (left->group > right->group) - (left->group < right->group)
                                       : left->y1 - right->y1;
}

/* The letters from @marks on share a base line: a row of their own. One letter alone is left to the rest, and
 * so are those higher than @highest, which touch other rows or hang as low as they rise. */
static void
add_row (Finder *finder, Mark *marks, guint n, double highest)
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
part_group (Finder *finder, Mark *marks, guint n)
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
    Mark *all = (Mark *) (void *) finder->letters->data;
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
lies_within (const Row *row, const Mark *mark)
{
    double height = row->base - row->top;
    return mark->y0 >= row->top - 0.75 * height && mark->y1 <= row->base + 0.55 * height;
}

/* How well the mark fits into the row, 0..1; 0 = not at all. One that touches the next row only has to cover
 * what small letters do. */
static double
fit (const Row *row, const Mark *mark)
{
    double height = row->base - row->top;
    if (mark->x0 > row->x1 + REACH * height || mark->x1 < row->x0 - REACH * height ||
        (!lies_within (row, mark) && (MIN (mark->y1, row->base) - MAX (mark->y0, row->top) < 0.8 * height ||
                                      mark->y1 - mark->y0 > MOST_TOUCHING * height)))
        return 0;
    double off = fabs ((mark->y0 + mark->y1) / 2.0 - (row->top + row->base) / 2);
    return 1 / (1 + off / MAX (height, 1));
}

static void
place_rest (Finder *finder)
{
    for (guint i = 0; i < finder->rest->len; i++) {
        Mark *mark = &g_array_index (finder->rest, Mark, i);
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
    take_in (row, &(Mark) { .x0 = other->x0, .y0 = other->y0, .x1 = other->x1, .y1 = other->y1 });
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
lies_in_row (const Row *row, const Mark *mark)
{
    int wide = MIN (row->x1, mark->x1) - MAX (row->x0, mark->x0);
    int high = MIN (row->y1, mark->y1) - MAX (row->y0, mark->y0);
    return wide > 0 && high > 0 && wide * high >= 0.3 * (mark->x1 - mark->x0) * (mark->y1 - mark->y0);
}

/* A single figure in a cell, a page number, two letters that touch: near another such piece, or its own. */
static void
place_alone (Finder *finder, Mark *mark, guint first)
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
    Row row = { mark->x0, mark->y0, mark->x1, mark->y1, mark->y0, mark->y1, 1, (int) finder->rows->len };
    mark->line = row.into;
    g_array_append_val (finder->rows, row);
}

static void
place_lone_letters (Finder *finder)
{
    guint first = finder->rows->len;
    for (guint i = 0; i < finder->rest->len; i++) {
        Mark *mark = &g_array_index (finder->rest, Mark, i);
        int height = mark->y1 - mark->y0;
        gboolean alone = mark->line < 0 && height >= 9 && height <= 60 && height <= 8 * (mark->x1 - mark->x0);
        for (guint r = 0; alone && r < first; r++)
            alone = !lies_in_row (row_at (finder, r), mark);
        if (alone)
            place_alone (finder, mark, first);
    }
}

/* ---- result ---------------------------------------------------------------------------------------- */

/* Share of the marks, points and specks apart, that are in no line. */
static double
share_left (const Finder *finder)
{
    const GArray *sources[] = { finder->letters, finder->rest };
    guint all = 0, left = 0;
    for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
        for (guint i = 0; i < sources[s]->len; i++) {
            const Mark *mark = &g_array_index (sources[s], Mark, i);
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
    const Mark *left = a, *right = b;
    return left->line != right->line ? left->line - right->line : left->x0 - right->x0;
}

/* All marks that are in a row, by row. */
static GArray *
marks_by_row (const Finder *finder)
{
    GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
    const GArray *sources[] = { finder->letters, finder->rest };
    for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
        for (guint i = 0; i < sources[s]->len; i++) {
            Mark mark = g_array_index (sources[s], Mark, i);
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
                          .base = row->base * to_px };
}

static void
add_lines (EvxInkLines *result, const Finder *finder, double to_px)
{
    g_autoptr (GArray) marks = marks_by_row (finder);
    for (guint from = 0, to; from < marks->len; from = to) {
        g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));
        int row = g_array_index (marks, Mark, from).line;
        EvxInkLine line = finished (row_at (finder, (guint) row), to_px);
        line.first = from;
        for (to = from; to < marks->len && g_array_index (marks, Mark, to).line == row; to++) {
            const Mark *mark = &g_array_index (marks, Mark, to);
            int height = mark->y1 - mark->y0;
            EvxBox box = { mark->x0 * to_px, mark->y0 * to_px, mark->x1 * to_px, mark->y1 * to_px };
            g_array_append_val (result->marks, box);
            g_array_append_val (heights, height);
        }
        line.n = to - from;
        line.tall = percentile (heights, 90) * to_px;
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
    g_autoptr (PIX) bits = letter_ink (ink, solid);
    g_auto (Finder) finder = { g_array_new (FALSE, FALSE, sizeof (Mark)),
                               g_array_new (FALSE, FALSE, sizeof (Mark)),
                               g_array_new (FALSE, FALSE, sizeof (Row)) };
    if (bits == NULL || !find_marks (&finder, bits, slope))
        return NULL;
    join_letters (finder.letters);
    make_rows (&finder);
    place_rest (&finder);
    place_lone_letters (&finder);
    join_rows (&finder);
    place_rest (&finder); /* points beside lone letters */
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

/* ---- strips ---------------------------------------------------------------------------------------- */

/* What a level y at @x is off by in the image. */
static double
fall (const EvxInkLines *lines, double x)
{
    return lines->slope * (x - lines->middle);
}

/* The commonest value: the ground that the letters stand on. */
static int
ground_of (PIX *gray)
{
    l_float32 most = 0;
    l_int32 value = 255;
    NUMA *histogram = pixGetGrayHistogram (gray, 2);
    if (histogram != NULL)
        numaGetMax (histogram, &most, &value);
    numaDestroy (&histogram);
    return value;
}

/* @strip, which is freed, with its columns moved so that the line runs straight. */
static PIX *
levelled (PIX *strip, double slope)
{
    PIX *level = pixVShear (NULL, strip, pixGetWidth (strip) / 2, (float) -atan (slope), L_BRING_IN_WHITE);
    evx_pix_free (strip);
    return level;
}

/* The line with room for ascenders and descenders, level. */
static EvxBox
full_box (const EvxInkLines *lines, guint at)
{
    const EvxInkLine *line = &g_array_index (lines->lines, EvxInkLine, at);
    EvxBox box = line->box;
    box.y0 = MIN (box.y0, line->base - line->tall);
    box.y1 = MAX (box.y1, line->base + DESCENT * line->tall);
    return box;
}

/* The part of the image that @box falls through: where it lies, and what the slope takes beyond that. */
static EvxBox
area_of (const EvxInkLines *lines, EvxBox box, PIX *gray)
{
    double drop = fabs (lines->slope) * evx_box_width (box) / 2, y = fall (lines, (box.x0 + box.x1) / 2);
    EvxBox px = { floor (box.x0), floor (box.y0 + y - drop), ceil (box.x1), ceil (box.y1 + y + drop) };
    return evx_box_intersection (px, (EvxBox) { 0, 0, pixGetWidth (gray), pixGetHeight (gray) });
}

/* Paints over what is blacked out in a strip whose corner lies at @px: it would be read as letters. */
static void
clear_solid (const EvxInkLines *lines, PIX *strip, EvxBox px, int ground)
{
    for (guint i = 0; i < lines->solid->len; i++) {
        EvxBox box = evx_box_intersection (g_array_index (lines->solid, EvxBox, i), px);
        EvxBox inside = { box.x0 - px.x0, box.y0 - px.y0, box.x1 - px.x0, box.y1 - px.y0 };
        if (!evx_box_is_empty (box))
            evx_image_fill (strip, inside, (guint) ground);
    }
}

PIX *
evx_ink_lines_cut (const EvxInkLines *lines, guint at, PIX *gray, double *x, double *y)
{
    EvxBox box = full_box (lines, at), px = area_of (lines, box, gray);
    double drop = fabs (lines->slope) * evx_box_width (box) / 2, top = px.y0 - fall (lines, (px.x0 + px.x1) / 2);
    PIX *strip = evx_image_crop (gray, px);
    if (strip == NULL)
        return NULL;
    if (ground_of (strip) < 128)
        pixInvert (strip, strip);
    int ground = ground_of (strip);
    clear_solid (lines, strip, px, ground);
    int margin = (int) (MARGIN * evx_box_height (box));
    if (drop >= 1) {
        EvxBox inner = { 0, MAX (0, floor (box.y0 - top)), pixGetWidth (strip), ceil (box.y1 - top) };
        g_autoptr (PIX) level = levelled (strip, lines->slope);
        strip = level ? evx_image_crop (level, inner) : NULL;
        top += inner.y0;
    }
    *x = px.x0;
    *y = top - margin;
    PIX *framed = strip ? pixAddBorderGeneral (strip, 0, 0, margin, margin, (l_uint32) ground) : NULL;
    evx_pix_free (strip);
    return framed;
}

double
evx_ink_lines_blank (const EvxInkLines *lines, guint at, double x)
{
    const EvxInkLine *line = &g_array_index (lines->lines, EvxInkLine, at);
    double widest = 0, blank = x, end = -G_MAXDOUBLE;
    for (guint i = line->first; i < line->first + line->n; i++) {
        EvxBox mark = g_array_index (lines->marks, EvxBox, i);
        double middle = (end + mark.x0) / 2;
        if (mark.x0 - end > widest && fabs (middle - x) <= line->tall) {
            widest = mark.x0 - end;
            blank = middle;
        }
        end = MAX (end, mark.x1);
    }
    return blank;
}

EvxBox
evx_ink_lines_place (const EvxInkLines *lines, guint at, EvxBox level)
{
    const EvxInkLine *line = &g_array_index (lines->lines, EvxInkLine, at);
    EvxBox found = { 0 };
    for (guint i = line->first; i < line->first + line->n; i++) {
        EvxBox mark = g_array_index (lines->marks, EvxBox, i);
        double x = (mark.x0 + mark.x1) / 2;
        if (x >= level.x0 && x < level.x1)
            found = evx_box_is_empty (found) ? mark : evx_box_union (found, mark);
    }
    if (evx_box_is_empty (found))
        found = (EvxBox) { MAX (level.x0, line->box.x0), line->top, MIN (level.x1, line->box.x1), line->base };
    found.y0 = MIN (found.y0, line->top);
    found.y1 = MAX (found.y1, line->base);
    double drop = fall (lines, (found.x0 + found.x1) / 2);
    return (EvxBox) { found.x0, found.y0 + drop, found.x1, found.y1 + drop };
}
