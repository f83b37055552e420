/* The order in which the lines of a page are read: the page is cut along gutters, from the longest on, and what is
 * not cut is read across, row by row.
 *
 * A gutter is a strip that no piece of a line reaches into, with pieces on both of its sides. It parts columns only
 * where these are text: lines of running text, which fill their column, beside more of the like or beside what
 * stands on base lines of its own. Labels and their values, cells, captions of a court, the numbers of lines and
 * bullets stand far apart, fill nothing or share their base lines, and are read as the rows that they are. What
 * reaches over a gutter ends it, so that a heading comes before the columns below it; so does a blank on both of
 * its sides. What is above, left, right and below is cut again.
 *
 * Source: Nagy and Seth, "Hierarchical representation of optically scanned documents", 1984 (cuts within cuts);
 * Breuel, "Two geometric algorithms for layout analysis", 2002 (gutters: white space between obstacles).
 * Heights are those of small letters. */
#include "ink.h"

#include <math.h>
#include <string.h>

/* More pieces than this are read across: each is compared with each for gutters. */
#define MOST_PIECES 2000
#define MOST_DEPTH 40
/* Capitals and ascenders are as high as this many small letters. */
#define TALL 1.4
/* A gutter is no narrower than this many heights. */
#define GUTTER 0.9
/* A line reaches into a column by less than this share of its width if it is none of both. */
#define JUTS_OUT 0.3
/* Of so many pieces along a gutter, one may jut out. */
#define FEW_JUT_OUT 8
/* Lines that stand level, or at most this many heights off, look at each other over a gutter. */
#define BESIDE 1.0
/* A column narrower than this many heights, some twenty letters, holds no running text. */
#define NARROW 20.0
/* Nor do bullets and numbers, narrower than this, make one. */
#define NO_COLUMN 4.0
/* A line is full where it ends within this share of the column's width from its edge. */
#define FULL 0.15
/* Lines of text follow each other within this many heights, base to base: 1.4 times single spacing. */
#define DENSE 3.6
/* A blank as high as this on both sides of a gutter, about two lines, ends it: what is above is read first. */
#define BAND 5.0
/* Where one side has ended, the text of the other goes on over no more than this, a line missing. */
#define GOES_ON 4.4
/* Two base lines are one within this share of a height. */
#define SAME_BASE 0.3
/* A stroke no wider than this at the end of a piece, further from the rest than a space between words, belongs to
 * a rule or a frame beside it. */
#define STROKE 0.35
#define STANDS_OFF 0.9

/* A piece of a line without what is no part of its text. */
typedef struct {
    EvxBox box;
    double top, base, height;
    guint line;       /* which one of EvxInkLines */
    gint left, right; /* in its region, the nearest piece that stands level on this side; -1 if there is none */
} Piece;

typedef struct {
    GArray *order; /* guint: what is read so far */
    guint depth;
} Reader;

/* White between two columns. */
typedef struct {
    double x0, x1, y0, y1;
} Gutter;

/* What stands next to a gutter on one side of it, in one column. */
typedef struct {
    GArray *pieces; /* const Piece *, from the top down */
    double width, height; /* of most; width in heights */
    double full;    /* share of the pieces that reach the right edge, 0..1 */
    double dense;   /* share of the steps from line to line that are those of text, 0..1 */
} Side;

static void
clear_side (Side *side)
{
    g_array_unref (side->pieces);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, clear_side)

static const Piece *
piece_at (const Side *side, guint i)
{
    return g_array_index (side->pieces, const Piece *, i);
}

static double
middle_of (const Piece *piece)
{
    return (piece->top + piece->base) / 2;
}

static gboolean
are_level (const Piece *a, const Piece *b)
{
    return MIN (a->base, b->base) - MAX (a->top, b->top) >= 0.5 * MIN (a->base - a->top, b->base - b->top);
}

static int
by_middle (const void *a, const void *b)
{
    double upper = middle_of (a), lower = middle_of (b);
    return (upper > lower) - (upper < lower);
}

static int
by_left (const void *a, const void *b)
{
    double left = ((const Piece *) a)->box.x0, right = ((const Piece *) b)->box.x0;
    return (left > right) - (left < right);
}

static void read_region (Reader *reader, Piece *pieces, guint n);

/* ---- rows ------------------------------------------------------------------------------------------ */

/* Reads across what stands level with the widest piece of a row; @pieces are sorted from the top down. */
static void
read_across (Reader *reader, Piece *pieces, guint n)
{
    for (guint from = 0, to; from < n; from = to) {
        const Piece *core = &pieces[from];
        for (to = from + 1; to < n && are_level (core, &pieces[to]); to++)
            if (evx_box_width (pieces[to].box) > evx_box_width (core->box))
                core = &pieces[to];
        qsort (pieces + from, to - from, sizeof *pieces, by_left);
        for (guint i = from; i < to; i++)
            g_array_append_val (reader->order, pieces[i].line);
    }
}

/* ---- gutters --------------------------------------------------------------------------------------- */

static void
find_neighbours (Piece *pieces, guint n)
{
    for (guint i = 0; i < n; i++) {
        Piece *piece = &pieces[i];
        piece->left = piece->right = -1;
        for (guint k = 0; k < n; k++) {
            const Piece *other = &pieces[k];
            if (k == i || !are_level (piece, other))
                continue;
            if (other->box.x0 >= piece->box.x1 && (piece->right < 0 || other->box.x0 < pieces[piece->right].box.x0))
                piece->right = (gint) k;
            if (other->box.x1 <= piece->box.x0 && (piece->left < 0 || other->box.x1 > pieces[piece->left].box.x1))
                piece->left = (gint) k;
        }
    }
}

/* The nearest piece that @piece looks at over a gutter to its right; NULL if there is none. */
static const Piece *
opposite (const Piece *pieces, guint n, const Piece *piece)
{
    const Piece *best = NULL;
    for (guint i = 0; i < n; i++) {
        const Piece *other = &pieces[i];
        double reach = BESIDE * MAX (piece->height, other->height);
        if (other->box.x0 >= piece->box.x1 && other->top <= piece->base + reach && other->base >= piece->top - reach &&
            (best == NULL || other->box.x0 < best->box.x0))
            best = other;
    }
    return best;
}

/* What @box leaves of the gutter: its wider part. */
static void
narrow (Gutter *gutter, EvxBox box)
{
    if (box.x1 <= gutter->x0 || box.x0 >= gutter->x1)
        return;
    if (box.x0 - gutter->x0 > gutter->x1 - box.x1)
        gutter->x1 = box.x0;
    else
        gutter->x0 = box.x1;
}

/* A bit of a picture or a mark in the margin makes a line reach over a gutter, but not far into the next column. */
static gboolean
only_juts_out (const Piece *piece, const Piece *left, const Piece *right)
{
    double into_left = left->box.x1 - piece->box.x0, into_right = piece->box.x1 - right->box.x0;
    return into_left < JUTS_OUT * evx_box_width (left->box) || into_right < JUTS_OUT * evx_box_width (right->box);
}

/* Follows the gutter between @left and @right from the first on, up (@step -1) or down (1), as far as it stays wide
 * enough. Returns: where that ends. */
static double
follow (const Piece *pieces, guint n, const Piece *left, const Piece *right, int step, Gutter *gutter)
{
    guint passed = 0, jutting = 0;
    for (gssize i = left - pieces; i >= 0 && i < (gssize) n; i += step, passed++) {
        Gutter next = *gutter;
        narrow (&next, pieces[i].box);
        if (next.x1 - next.x0 >= GUTTER * left->height)
            *gutter = next;
        else if (!only_juts_out (&pieces[i], left, right) || ++jutting * FEW_JUT_OUT > passed)
            return middle_of (&pieces[i]);
    }
    return step * G_MAXDOUBLE / 4;
}

static gboolean
lies_beside (const Piece *piece, const Gutter *gutter)
{
    return middle_of (piece) > gutter->y0 && middle_of (piece) < gutter->y1;
}

static gboolean
lies_left (const Piece *piece, const Gutter *gutter)
{
    return piece->box.x0 + piece->box.x1 < gutter->x0 + gutter->x1;
}

/* From @from on, down (@step 1) or up (-1): the end of the text beside the gutter. That is where a blank reaches
 * over both sides, or, past @both, only one side goes on and its text does not. */
static double
text_end (const Piece *pieces, guint n, const Gutter *gutter, double from, double both, int step)
{
    double reached = from;
    for (gssize i = step > 0 ? 0 : (gssize) n - 1; i >= 0 && i < (gssize) n; i += step) {
        const Piece *piece = &pieces[i];
        double near = step > 0 ? piece->top : piece->base, far = step > 0 ? piece->base : piece->top;
        if (!lies_beside (piece, gutter) || step * (far - from) < 0)
            continue;
        if (step * (near - reached) > (step * (far - both) > 0 ? GOES_ON : BAND) * piece->height)
            return (near + reached) / 2;
        reached = step > 0 ? MAX (reached, far) : MIN (reached, far);
    }
    return step > 0 ? gutter->y1 : gutter->y0;
}

/* Ends the gutter where the text beside it ends. @at: a piece beside it. */
static void
trim (const Piece *pieces, guint n, const Piece *at, Gutter *gutter)
{
    double first[2] = { G_MAXDOUBLE, G_MAXDOUBLE }, last[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };
    for (guint i = 0; i < n; i++) {
        guint side = lies_left (&pieces[i], gutter) ? 0 : 1;
        if (!lies_beside (&pieces[i], gutter))
            continue;
        first[side] = MIN (first[side], pieces[i].top);
        last[side] = MAX (last[side], pieces[i].base);
    }
    double y1 = text_end (pieces, n, gutter, at->base, MIN (last[0], last[1]), 1);
    gutter->y0 = text_end (pieces, n, gutter, at->top, MAX (first[0], first[1]), -1);
    gutter->y1 = y1;
}

/* ---- sides ----------------------------------------------------------------------------------------- */

/* A bullet or a number, which stands left of what it counts and hides none of it. */
static gboolean
is_label (const Piece *piece)
{
    return evx_box_width (piece->box) < NO_COLUMN * piece->height;
}

/* Whether nothing stands between the piece and the gutter. */
static gboolean
is_next_to (const Piece *pieces, const Piece *piece, const Gutter *gutter)
{
    if (lies_left (piece, gutter))
        return piece->right < 0 || !lies_left (&pieces[piece->right], gutter);
    if (is_label (piece))
        return FALSE;
    gint before = piece->left;
    while (before >= 0 && !lies_left (&pieces[before], gutter) && is_label (&pieces[before]))
        before = pieces[before].left;
    return before < 0 || lies_left (&pieces[before], gutter);
}

/* What bullets and numbers, of which @piece may be one, stand before. */
static const Piece *
labelled (const Piece *pieces, const Piece *piece)
{
    while (is_label (piece) && piece->right >= 0)
        piece = &pieces[piece->right];
    return piece;
}

/* They stand in one column. */
static gboolean
share_column (const Piece *a, const Piece *b)
{
    double narrower = MIN (evx_box_width (a->box), evx_box_width (b->box));
    return MIN (a->box.x1, b->box.x1) - MAX (a->box.x0, b->box.x0) > 0.3 * narrower;
}

static gint
compare_doubles (gconstpointer a, gconstpointer b)
{
    double left = *(const double *) a, right = *(const double *) b;
    return (left > right) - (left < right);
}

/* The value of @values that @share of them lie below; sorts them. */
static double
quantile (double *values, guint n, double share)
{
    qsort (values, n, sizeof *values, compare_doubles);
    return values[(guint) (share * (n - 1) + 0.5)];
}

/* Edges, height and how the lines fill the column. */
static void
measure (Side *side)
{
    guint n = side->pieces->len, full = 0, dense = 0;
    g_autofree double *lefts = g_new (double, n), *rights = g_new (double, n), *heights = g_new (double, n);
    for (guint i = 0; i < n; i++) {
        lefts[i] = piece_at (side, i)->box.x0;
        rights[i] = piece_at (side, i)->box.x1;
        heights[i] = piece_at (side, i)->height;
    }
    double edge = quantile (rights, n, 0.8), width = edge - quantile (lefts, n, 0.2);
    side->height = quantile (heights, n, 0.5);
    side->width = width / side->height;
    for (guint i = 0; i < n; i++) {
        full += piece_at (side, i)->box.x1 >= edge - FULL * width;
        dense += i > 0 && piece_at (side, i)->base - piece_at (side, i - 1)->base <= DENSE * side->height;
    }
    side->full = (double) full / n;
    side->dense = n > 1 ? (double) dense / (n - 1) : 0;
}

/* The column of @core, which is not left out. */
static void
open_side (const Piece *pieces, guint n, const Gutter *gutter, const Piece *core, Side *side)
{
    *side = (Side) { .pieces = g_array_new (FALSE, FALSE, sizeof (const Piece *)) };
    for (guint i = 0; i < n; i++) {
        const Piece *piece = &pieces[i];
        if (piece == core || (lies_beside (piece, gutter) && lies_left (piece, gutter) == lies_left (core, gutter) &&
                              share_column (piece, core) && is_next_to (pieces, piece, gutter)))
            g_array_append_val (side->pieces, piece);
    }
    measure (side);
}

/* Text: lines one below the other, of which the share @full fill their column. */
static gboolean
is_text (const Side *side, guint least, double full)
{
    return side->pieces->len >= least && side->width >= NARROW && side->full >= full && side->dense >= 0.6;
}

/* Share of the pieces of the side with fewer that stand on a base line of the other. */
static double
aligned (const Side *left, const Side *right)
{
    const Side *few = left->pieces->len < right->pieces->len ? left : right, *many = few == left ? right : left;
    guint on_line = 0;
    for (guint i = 0; i < few->pieces->len; i++) {
        const Piece *piece = piece_at (few, i);
        gboolean found = FALSE;
        for (guint k = 0; k < many->pieces->len && !found; k++) {
            const Piece *other = piece_at (many, k);
            found = fabs (piece->base - other->base) <= SAME_BASE * MAX (piece->height, other->height);
        }
        on_line += found;
    }
    return (double) on_line / few->pieces->len;
}

static gboolean
are_columns (const Side *left, const Side *right)
{
    if (MIN (left->width, right->width) < NO_COLUMN)
        return FALSE;
    if (is_text (left, 3, 0.45) && is_text (right, 3, 0.45))
        return TRUE;
    return (is_text (left, 6, 0.55) || is_text (right, 6, 0.55) || (is_text (left, 3, 0) && is_text (right, 3, 0))) &&
           aligned (left, right) < 0.6;
}

/* ---- cuts -------------------------------------------------------------------------------------------- */

/* Finds the gutter to the right of the @at-th piece; FALSE if there is none between columns. */
static gboolean
gutter_at (const Piece *pieces, guint n, guint at, Gutter *gutter)
{
    const Piece *piece = &pieces[at], *other = opposite (pieces, n, piece);
    if (other == NULL || other->box.x0 - piece->box.x1 < GUTTER * piece->height)
        return FALSE;
    *gutter = (Gutter) { .x0 = piece->box.x1, .x1 = other->box.x0 };
    gutter->y1 = follow (pieces, n, piece, other, 1, gutter);
    gutter->y0 = follow (pieces, n, piece, other, -1, gutter);
    trim (pieces, n, piece, gutter);
    if (!lies_beside (piece, gutter) || !lies_beside (other, gutter))
        return FALSE;
    g_auto (Side) left, right;
    open_side (pieces, n, gutter, piece, &left);
    open_side (pieces, n, gutter, labelled (pieces, other), &right);
    return are_columns (&left, &right);
}

/* The gutter with the most pieces beside it. */
static gboolean
best_gutter (const Piece *pieces, guint n, Gutter *best)
{
    guint most = 0;
    for (guint i = 0; i < n; i++) {
        Gutter gutter;
        guint beside = 0;
        if (!gutter_at (pieces, n, i, &gutter))
            continue;
        for (guint k = 0; k < n; k++)
            beside += lies_beside (&pieces[k], &gutter);
        if (beside > most) {
            most = beside;
            *best = gutter;
        }
    }
    return most > 0;
}

typedef enum { ABOVE, LEFT, RIGHT, BELOW } Part;

static Part
part_of (const Piece *piece, const Gutter *gutter)
{
    if (!lies_beside (piece, gutter))
        return middle_of (piece) <= gutter->y0 ? ABOVE : BELOW;
    return lies_left (piece, gutter) ? LEFT : RIGHT;
}

static void
read_around (Reader *reader, const Piece *pieces, guint n, const Gutter *gutter)
{
    g_autofree Piece *part = g_new (Piece, n);
    for (guint p = ABOVE; p <= BELOW; p++) {
        guint in_part = 0;
        for (guint i = 0; i < n; i++)
            if (part_of (&pieces[i], gutter) == p)
                part[in_part++] = pieces[i];
        read_region (reader, part, in_part);
    }
}

/* @pieces are sorted from the top down; their order is lost. */
static void
read_region (Reader *reader, Piece *pieces, guint n)
{
    Gutter gutter = { 0 };
    gboolean may_cut = n > 1 && n <= MOST_PIECES && reader->depth < MOST_DEPTH;
    reader->depth++;
    if (may_cut)
        find_neighbours (pieces, n);
    if (may_cut && best_gutter (pieces, n, &gutter))
        read_around (reader, pieces, n, &gutter);
    else
        read_across (reader, pieces, n);
    reader->depth--;
}

/* ---- pieces ------------------------------------------------------------------------------------------ */

/* How many marks from one end of a line on (@step 1: the left one; -1: the right one) are strokes that stand off
 * from the rest. */
static guint
strokes_at_end (const EvxBox *marks, guint n, int step, double height)
{
    guint strokes = 0;
    const EvxBox *mark = step > 0 ? marks : marks + n - 1;
    EvxBox end = *mark;
    for (guint i = 0; i + 1 < n; i++, mark += step) {
        end = evx_box_union (end, *mark);
        if (evx_box_width (end) > STROKE * height)
            break;
        if ((step > 0 ? mark[1].x0 - end.x1 : end.x0 - mark[-1].x1) > STANDS_OFF * height)
            strokes = i + 1;
    }
    return strokes;
}

static Piece
piece_of (const EvxInkLines *lines, guint at)
{
    const EvxInkLine *line = &g_array_index (lines->lines, EvxInkLine, at);
    const EvxBox *marks = &g_array_index (lines->marks, EvxBox, line->first);
    Piece piece = { line->box, line->top, line->base, .line = at };
    piece.height = MAX (1, MIN (line->tall / TALL, line->base - line->top));
    guint left = strokes_at_end (marks, line->n, 1, piece.height), right = strokes_at_end (marks, line->n, -1, piece.height);
    piece.box.x0 = left > 0 ? marks[left].x0 : line->box.x0;
    piece.box.x1 = right > 0 ? marks[line->n - 1 - right].x1 : line->box.x1;
    return piece;
}

GArray *
evx_ink_lines_order (const EvxInkLines *lines, const gboolean *kept)
{
    g_autofree Piece *pieces = g_new (Piece, lines->lines->len + 1);
    Reader reader = { .order = g_array_sized_new (FALSE, FALSE, sizeof (guint), lines->lines->len) };
    guint n = 0;
    for (guint i = 0; i < lines->lines->len; i++)
        if (kept[i])
            pieces[n++] = piece_of (lines, i);
    qsort (pieces, n, sizeof *pieces, by_middle);
    read_region (&reader, pieces, n);
    return reader.order;
}
