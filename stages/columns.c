/* Columns of text among pieces of lines, by the white between them; no word is looked at.
 *
 * A gutter is a strip that no piece reaches into, with pieces on both of its sides. It parts columns only where these
 * are text: lines of running text, which fill their column, beside more of the like or beside what stands on base
 * lines of its own. Labels and their values, cells, captions of a court, the numbers of lines and bullets stand far
 * apart, fill nothing or share their base lines: they are rows. What reaches over a gutter ends it, so that a heading
 * comes before the columns below it; so does a blank on both of its sides.
 *
 * Source: Breuel, "Two geometric algorithms for layout analysis", 2002 (white space between obstacles), in a greedy
 * form: each gutter grows from two pieces beside each other. Heights are those of small letters. */
#include "columns.h"

#include "sort.h"

#include <math.h>

/* Among more pieces than this no gutter is looked for: each is compared with each. */
#define MOST_PIECES 1200
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

/* What stands next to a gutter on one side of it, in one column. */
typedef struct {
    GArray *pieces; /* const EvxPiece *, from the top down */
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

static const EvxPiece *
piece_at (const Side *side, guint i)
{
    return g_array_index (side->pieces, const EvxPiece *, i);
}

static double
middle_of (const EvxPiece *piece)
{
    return (piece->top + piece->base) / 2;
}

/* ---- gutters --------------------------------------------------------------------------------------- */

static void
find_neighbours (EvxPiece *pieces, guint n)
{
    for (guint i = 0; i < n; i++) {
        EvxPiece *piece = &pieces[i];
        piece->left = piece->right = -1;
        for (guint k = 0; k < n; k++) {
            const EvxPiece *other = &pieces[k];
            if (k == i || !evx_pieces_are_level (piece, other))
                continue;
            if (other->box.x0 >= piece->box.x1 && (piece->right < 0 || other->box.x0 < pieces[piece->right].box.x0))
                piece->right = (gint) k;
            if (other->box.x1 <= piece->box.x0 && (piece->left < 0 || other->box.x1 > pieces[piece->left].box.x1))
                piece->left = (gint) k;
        }
    }
}

/* The nearest piece that @piece looks at over a gutter to its right; NULL if there is none. */
static const EvxPiece *
opposite (const EvxPiece *pieces, guint n, const EvxPiece *piece)
{
    const EvxPiece *best = NULL;
    for (guint i = 0; i < n; i++) {
        const EvxPiece *other = &pieces[i];
        double reach = BESIDE * MAX (piece->height, other->height);
        if (other->box.x0 >= piece->box.x1 && other->top <= piece->base + reach && other->base >= piece->top - reach &&
            (best == NULL || other->box.x0 < best->box.x0))
            best = other;
    }
    return best;
}

/* What @box leaves of the gutter: its wider part. */
static void
narrow (EvxGutter *gutter, EvxBox box)
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
only_juts_out (const EvxPiece *piece, const EvxGutter *gutter, const EvxPiece *left, const EvxPiece *right)
{
    double into_left = gutter->x0 - piece->box.x0, into_right = piece->box.x1 - gutter->x1;
    return into_left < JUTS_OUT * evx_box_width (left->box) || into_right < JUTS_OUT * evx_box_width (right->box);
}

/* Follows the gutter between @left and @right from the first on, up (@step -1) or down (1), as far as it stays wide
 * enough. Returns: where that ends. */
static double
follow (const EvxPiece *pieces, guint n, const EvxPiece *left, const EvxPiece *right, int step, EvxGutter *gutter)
{
    guint passed = 0, jutting = 0;
    for (gssize i = left - pieces; i >= 0 && i < (gssize) n; i += step, passed++) {
        EvxGutter next = *gutter;
        narrow (&next, pieces[i].box);
        if (next.x1 - next.x0 >= GUTTER * left->height)
            *gutter = next;
        else if (!only_juts_out (&pieces[i], gutter, left, right) || ++jutting * FEW_JUT_OUT > passed)
            return middle_of (&pieces[i]);
    }
    return step * G_MAXDOUBLE / 4;
}

static gboolean
lies_beside (const EvxPiece *piece, const EvxGutter *gutter)
{
    return middle_of (piece) > gutter->y0 && middle_of (piece) < gutter->y1;
}

static gboolean
lies_left (const EvxPiece *piece, const EvxGutter *gutter)
{
    return piece->box.x0 + piece->box.x1 < gutter->x0 + gutter->x1;
}

/* From @from on, down (@step 1) or up (-1): the end of the text beside the gutter. That is where a blank reaches
 * over both sides, or, past @both, only one side goes on and its text does not. */
static double
text_end (const EvxPiece *pieces, guint n, const EvxGutter *gutter, double from, double both, int step)
{
    double reached = from;
    for (gssize i = step > 0 ? 0 : (gssize) n - 1; i >= 0 && i < (gssize) n; i += step) {
        const EvxPiece *piece = &pieces[i];
        double near = step > 0 ? piece->top : piece->base, far = step > 0 ? piece->base : piece->top;
        if (!lies_beside (piece, gutter) || step * (far - from) < 0)
            continue;
        if (step * (near - reached) > (step * (far - both) > 0 ? GOES_ON : BAND) * piece->height)
            return (near + reached) / 2;
        reached = step > 0 ? MAX (reached, far) : MIN (reached, far);
    }
    return step > 0 ? gutter->y1 : gutter->y0;
}

/* What stands under the left column and nearer to what ends the gutter than to what is above it goes with that: the
 * number of a table over its title. @both: where the first of the columns ends. */
static void
leave_to_below (const EvxPiece *pieces, guint n, double both, EvxGutter *gutter)
{
    guint end = n;
    while (end > 0 && middle_of (&pieces[end - 1]) >= gutter->y1)
        end--;
    for (guint i = end; end < n && i-- > 1 && pieces[i].top > both && lies_left (&pieces[i], gutter);) {
        double above = pieces[i].top - pieces[i - 1].base, below = pieces[i + 1].top - pieces[i].base;
        if (above <= MAX (DENSE - 1, 1.5 * below / pieces[i].height) * pieces[i].height)
            continue;
        gutter->y1 = pieces[i].top - above / 2;
        return;
    }
}

/* Ends the gutter where the text beside it ends. @at: a piece beside it. */
static void
trim (const EvxPiece *pieces, guint n, const EvxPiece *at, EvxGutter *gutter)
{
    double first[2] = { G_MAXDOUBLE, G_MAXDOUBLE }, last[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };
    for (guint i = 0; i < n; i++) {
        guint side = lies_left (&pieces[i], gutter) ? 0 : 1;
        if (!lies_beside (&pieces[i], gutter))
            continue;
        first[side] = MIN (first[side], pieces[i].top);
        last[side] = MAX (last[side], pieces[i].base);
    }
    double both = MIN (last[0], last[1]), y1 = text_end (pieces, n, gutter, at->base, both, 1);
    gutter->y0 = text_end (pieces, n, gutter, at->top, MAX (first[0], first[1]), -1);
    gutter->y1 = y1;
    leave_to_below (pieces, n, both, gutter);
}

/* ---- sides ----------------------------------------------------------------------------------------- */

/* A bullet or a number, which stands left of what it counts and hides none of it. */
static gboolean
is_label (const EvxPiece *piece)
{
    return evx_box_width (piece->box) < NO_COLUMN * piece->height;
}

/* Whether nothing stands between the piece and the gutter. */
static gboolean
is_next_to (const EvxPiece *pieces, const EvxPiece *piece, const EvxGutter *gutter)
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
static const EvxPiece *
labelled (const EvxPiece *pieces, const EvxPiece *piece)
{
    while (is_label (piece) && piece->right >= 0)
        piece = &pieces[piece->right];
    return piece;
}

/* They stand in one column. */
static gboolean
share_column (const EvxPiece *a, const EvxPiece *b)
{
    double narrower = MIN (evx_box_width (a->box), evx_box_width (b->box));
    return MIN (a->box.x1, b->box.x1) - MAX (a->box.x0, b->box.x0) > 0.3 * narrower;
}

/* The value of @values that @share of them lie below; sorts them. */
static double
quantile (double *values, guint n, double share)
{
    qsort (values, n, sizeof *values, evx_sort_doubles);
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
open_side (const EvxPiece *pieces, guint n, const EvxGutter *gutter, const EvxPiece *core, Side *side)
{
    *side = (Side) { .pieces = g_array_new (FALSE, FALSE, sizeof (const EvxPiece *)) };
    for (guint i = 0; i < n; i++) {
        const EvxPiece *piece = &pieces[i];
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
        const EvxPiece *piece = piece_at (few, i);
        gboolean found = FALSE;
        for (guint k = 0; k < many->pieces->len && !found; k++) {
            const EvxPiece *other = piece_at (many, k);
            found = fabs (piece->base - other->base) <= SAME_BASE * MAX (piece->height, other->height);
        }
        on_line += found;
    }
    return (double) on_line / few->pieces->len;
}

/* Cells and columns alike may stand on common base lines: then both sides have to be plainly text. */
static gboolean
are_columns (const Side *left, const Side *right)
{
    if (MIN (left->width, right->width) < NO_COLUMN)
        return FALSE;
    if (!is_text (left, 6, 0.55) && !is_text (right, 6, 0.55) && !(is_text (left, 3, 0) && is_text (right, 3, 0)))
        return FALSE;
    return (is_text (left, 3, 0.55) && is_text (right, 3, 0.55)) || aligned (left, right) < 0.6;
}

/* ---- cuts -------------------------------------------------------------------------------------------- */

/* Finds the gutter to the right of the @at-th piece; FALSE if there is none between columns. */
static gboolean
gutter_at (const EvxPiece *pieces, guint n, guint at, EvxGutter *gutter)
{
    const EvxPiece *piece = &pieces[at], *other = opposite (pieces, n, piece);
    if (other == NULL || other->box.x0 - piece->box.x1 < GUTTER * piece->height)
        return FALSE;
    *gutter = (EvxGutter) { .x0 = piece->box.x1, .x1 = other->box.x0 };
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

gboolean
evx_columns_gutter (EvxPiece *pieces, guint n, EvxGutter *best)
{
    guint most = 0;
    if (n > MOST_PIECES)
        return FALSE;
    find_neighbours (pieces, n);
    for (guint i = 0; i < n; i++) {
        EvxGutter gutter;
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

EvxPart
evx_gutter_part (const EvxGutter *gutter, const EvxPiece *piece)
{
    if (!lies_beside (piece, gutter))
        return middle_of (piece) <= gutter->y0 ? EVX_PART_ABOVE : EVX_PART_BELOW;
    return lies_left (piece, gutter) ? EVX_PART_LEFT : EVX_PART_RIGHT;
}

int
evx_piece_compare (const void *a, const void *b)
{
    double upper = middle_of (a), lower = middle_of (b);
    return (upper > lower) - (upper < lower);
}

gboolean
evx_pieces_are_level (const EvxPiece *a, const EvxPiece *b)
{
    return MIN (a->base, b->base) - MAX (a->top, b->top) >= 0.5 * MIN (a->base - a->top, b->base - b->top);
}
