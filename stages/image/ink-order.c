/* The order in which the lines of a page are read: the page is cut along gutters between columns of text (columns.h),
 * what is above, left, right and below is cut again, and what is not cut is read across, row by row.
 *
 * Source: Nagy and Seth, "Hierarchical representation of optically scanned documents", 1984 (cuts within cuts).
 * Heights are those of small letters. */
#include "../columns.h"
#include "ink.h"

/* Cuts within cuts; deeper is read across. */
#define MOST_DEPTH 40
/* Capitals and ascenders are as high as this many small letters. */
#define TALL 1.4
/* A stroke no wider than this at the end of a piece, further from the rest than a space between words, belongs to
 * a rule or a frame beside it. */
#define STROKE 0.35
#define STANDS_OFF 0.9

typedef struct {
    GArray *order; /* guint: what is read so far */
    guint depth;
} Reader;

static int
by_left (const void *a, const void *b)
{
    double left = ((const EvxPiece *) a)->box.x0, right = ((const EvxPiece *) b)->box.x0;
    return (left > right) - (left < right);
}

/* Reads across what stands level with the widest piece of a row; @pieces are sorted from the top down. */
static void
read_across (Reader *reader, EvxPiece *pieces, guint n)
{
    for (guint from = 0, to; from < n; from = to) {
        const EvxPiece *core = &pieces[from];
        for (to = from + 1; to < n && evx_pieces_are_level (core, &pieces[to]); to++)
            if (evx_box_width (pieces[to].box) > evx_box_width (core->box))
                core = &pieces[to];
        qsort (pieces + from, to - from, sizeof *pieces, by_left);
        for (guint i = from; i < to; i++)
            g_array_append_val (reader->order, pieces[i].id);
    }
}

/* @pieces are sorted from the top down; their order is lost. */
static void
read_region (Reader *reader, EvxPiece *pieces, guint n)
{
    EvxGutter gutter;
    if (reader->depth >= MOST_DEPTH || !evx_columns_gutter (pieces, n, &gutter)) {
        read_across (reader, pieces, n);
        return;
    }
    g_autofree EvxPiece *part = g_new (EvxPiece, n);
    reader->depth++;
    for (EvxPart p = EVX_PART_ABOVE; p < EVX_N_PARTS; p++) {
        guint in_part = 0;
        for (guint i = 0; i < n; i++)
            if (evx_gutter_part (&gutter, &pieces[i]) == p)
                part[in_part++] = pieces[i];
        read_region (reader, part, in_part);
    }
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

static EvxPiece
piece_of (const EvxInkLines *lines, guint at)
{
    const EvxInkLine *line = &g_array_index (lines->lines, EvxInkLine, at);
    const EvxBox *marks = &g_array_index (lines->marks, EvxBox, line->first);
    EvxPiece piece = { line->box, line->top, line->base, .id = at };
    piece.height = MAX (1, MIN (line->tall / TALL, line->base - line->top));
    guint left = strokes_at_end (marks, line->n, 1, piece.height), right = strokes_at_end (marks, line->n, -1, piece.height);
    piece.box.x0 = left > 0 ? marks[left].x0 : line->box.x0;
    piece.box.x1 = right > 0 ? marks[line->n - 1 - right].x1 : line->box.x1;
    return piece;
}

GArray *
evx_ink_lines_order (const EvxInkLines *lines, const gboolean *kept)
{
    g_autofree EvxPiece *pieces = g_new (EvxPiece, lines->lines->len + 1);
    Reader reader = { .order = g_array_sized_new (FALSE, FALSE, sizeof (guint), lines->lines->len) };
    guint n = 0;
    for (guint i = 0; i < lines->lines->len; i++)
        if (kept[i])
            pieces[n++] = piece_of (lines, i);
    qsort (pieces, n, sizeof *pieces, evx_piece_compare);
    read_region (&reader, pieces, n);
    return reader.order;
}
