/* Reading order: running heads and feet first and last, then the page is cut from the top down.
 *
 * A region is cut, in this order of preference, by a gutter between columns of prose, around a table, by
 * a gutter between other things (boxes on a slide, addresses side by side); what cannot be cut is one
 * column. A gutter is white space between chunks of one row that continues over the rows below: a
 * greedy form of the white-space cover of Breuel, "Two geometric algorithms for layout analysis" (2002),
 * which here needs only one pass over the rows. What was recognised is cut before all that between columns of
 * text, as the lines of its ink were (columns.h): of born-digital pages the words tell more than the white. */
#include "../columns.h"
#include "../sort.h"
#include "layout-internal.h"

#include <string.h>

#define MAX_OPEN 48   /* gutters followed at one time */
#define MAX_DEPTH 40  /* cuts within cuts; deeper is read row by row */
#define MIN_GUTTER 0.8f /* narrowest gutter, in usual heights */
#define WORDS_A_CELL 40 /* a grid of more is a frame around prose */

typedef struct {
    float x0, x1;
    guint first, last; /* places in the region of its first row's start and last row's end */
    guint seeds;       /* rows with text on both sides */
    float y0, y1;      /* of the rows that are seeds */
} Gutter;

typedef struct {
    EvxLayout *layout;
    guint depth;
} Reader;

static void read_region (Reader *reader, const guint32 *ids, guint n);

/* What the chunk keeps free of a gutter: itself, or the whole grid it lies in. */
static EvxPlace
extent (const EvxLayout *layout, guint32 id)
{
    const EvxChunk *chunk = evx_layout_chunk (layout, id);
    gint32 grid = evx_layout_grid_of (layout, id);
    if (grid != EVX_NONE)
        return g_array_index (layout->grids, EvxGrid, grid).box;
    return (EvxPlace) { chunk->x0, chunk->y0, chunk->x1, chunk->y1 };
}

/* ---- gutters -------------------------------------------------------------------------------------- */

/* What the row leaves of a gutter: its widest free part. */
static void
narrow (const EvxLayout *layout, const guint32 *ids, guint at, guint end, Gutter *gutter)
{
    float x0 = gutter->x0, best0 = x0, best1 = x0;
    for (guint i = at; i < end; i++) {
        EvxPlace place = extent (layout, ids[i]);
        float x1 = MIN (place.x0, gutter->x1);
        if (x1 - x0 > best1 - best0)
            best0 = x0, best1 = x1;
        x0 = MAX (x0, place.x1);
    }
    if (gutter->x1 - x0 > best1 - best0)
        best0 = x0, best1 = gutter->x1;
    gutter->x0 = best0;
    gutter->x1 = best1;
}

static gboolean
lies_in (const Gutter *gutter, float x0, float x1)
{
    return MIN (gutter->x1, x1) - MAX (gutter->x0, x0) > 0;
}

static void
seed (const EvxLayout *layout, const guint32 *ids, guint at, guint end, GArray *open)
{
    for (guint i = at; i + 1 < end; i++) {
        EvxPlace a = extent (layout, ids[i]), b = extent (layout, ids[i + 1]);
        gboolean known = FALSE;
        for (guint g = 0; g < open->len; g++) {
            Gutter *gutter = &g_array_index (open, Gutter, g);
            if (!lies_in (gutter, a.x1, b.x0))
                continue;
            gutter->seeds++;
            gutter->y1 = MAX (a.y1, b.y1);
            known = TRUE;
        }
        if (known || open->len >= MAX_OPEN || b.x0 - a.x1 < MIN_GUTTER * layout->size)
            continue;
        Gutter gutter = { a.x1, b.x0, at, end, 1, MIN (a.y0, b.y0), MAX (a.y1, b.y1) };
        g_array_append_val (open, gutter);
    }
}

/* All gutters of the region, those that end before others first. */
static GArray *
find_gutters (const EvxLayout *layout, const guint32 *ids, guint n)
{
    GArray *done = g_array_new (FALSE, FALSE, sizeof (Gutter));
    g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Gutter));
    for (guint at = 0, end; at < n; at = end) {
        end = evx_layout_row_end (layout, ids, n, at);
        for (guint g = open->len; g-- > 0;) {
            Gutter next = g_array_index (open, Gutter, g);
            narrow (layout, ids, at, end, &next);
            if (next.x1 - next.x0 < MIN_GUTTER * layout->size) {
                g_array_append_val (done, g_array_index (open, Gutter, g));
                g_array_remove_index (open, g);
                continue;
            }
            next.last = end;
            g_array_index (open, Gutter, g) = next;
        }
        seed (layout, ids, at, end, open);
    }
    g_array_append_vals (done, open->data, open->len);
    return done;
}

/* Takes in the rows above that leave the gutter free and follow closely. */
static void
extend_up (const EvxLayout *layout, const guint32 *ids, Gutter *gutter)
{
    while (gutter->first > 0) {
        guint at = gutter->first - 1;
        const EvxChunk *below = evx_layout_chunk (layout, ids[gutter->first]);
        guint32 row = evx_layout_chunk (layout, ids[at])->row;
        while (at > 0 && evx_layout_chunk (layout, ids[at - 1])->row == row)
            at--;
        for (guint i = at; i < gutter->first; i++) {
            EvxPlace place = extent (layout, ids[i]);
            if (place.x1 > gutter->x0 && place.x0 < gutter->x1)
                return;
            if (below->y0 - place.y1 > layout->size)
                return;
        }
        gutter->first = at;
    }
}

/* Gives up the rows at the end that stand far below the rest: what follows the columns. */
static void
trim_down (const EvxLayout *layout, const guint32 *ids, Gutter *gutter)
{
    float bottom = gutter->y1;
    for (guint at = gutter->first, end; at < gutter->last; at = end) {
        end = evx_layout_row_end (layout, ids, gutter->last, at);
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[at]);
        if (chunk->y0 > gutter->y1 && chunk->y0 - bottom > 2.0f * layout->size) {
            gutter->last = at;
            return;
        }
        bottom = MAX (bottom, chunk->y1);
    }
}

/* ---- prose ------------------------------------------------------------------------------------------ */

typedef struct {
    guint lines, chunks, words, numbers, full;
    float x0, x1;
} Side;

static gboolean
is_left (const EvxLayout *layout, guint32 id, const Gutter *gutter)
{
    EvxPlace place = extent (layout, id);
    return place.x0 + place.x1 < gutter->x0 + gutter->x1;
}

static guint
count_numbers (const EvxLayout *layout, const EvxChunk *chunk)
{
    guint numbers = 0;
    for (guint i = 0; i < chunk->n; i++)
        numbers += g_ascii_isdigit (evx_layout_text (layout, layout->order[chunk->first + i])[0]);
    return numbers;
}

static Side
measure_side (const EvxLayout *layout, const guint32 *ids, const Gutter *gutter, gboolean left)
{
    Side side = { .x0 = G_MAXFLOAT, .x1 = -G_MAXFLOAT };
    guint32 row = G_MAXUINT32;
    for (guint i = gutter->first; i < gutter->last; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (is_left (layout, ids[i], gutter) != left)
            continue;
        side.lines += chunk->row != row;
        row = chunk->row;
        side.chunks++;
        side.words += chunk->n;
        side.numbers += count_numbers (layout, chunk);
        side.x0 = MIN (side.x0, chunk->x0);
        side.x1 = MAX (side.x1, chunk->x1);
    }
    for (guint i = gutter->first; i < gutter->last; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (is_left (layout, ids[i], gutter) == left)
            side.full += chunk->x1 > side.x1 - 0.15f * (side.x1 - side.x0);
    }
    return side;
}

/* Running text: lines of several words, most of which reach the right edge. */
static gboolean
is_prose (const Side *side)
{
    return side->lines >= 4 && side->words >= 3.5 * side->chunks && side->full >= 0.45 * side->lines &&
           side->numbers <= 0.25 * side->words;
}

/* Share of the rows with text on both sides whose two sides stand on one base line, as cells do. */
static double
aligned (const EvxLayout *layout, const guint32 *ids, const Gutter *gutter)
{
    guint both = 0, on_line = 0;
    guint32 word = layout->order[evx_layout_chunk (layout, ids[gutter->first])->first];
    float near = evx_layout_word (layout, word)->origin != EVX_ORIGIN_TEXT ? 0.25f : 0.08f;
    for (guint i = gutter->first + 1; i < gutter->last; i++) {
        const EvxChunk *a = evx_layout_chunk (layout, ids[i - 1]), *b = evx_layout_chunk (layout, ids[i]);
        if (a->row != b->row || is_left (layout, ids[i - 1], gutter) == is_left (layout, ids[i], gutter))
            continue;
        both++;
        on_line += ABS (a->y1 - b->y1) <= near * layout->size;
    }
    return both > 0 ? (double) on_line / both : 1;
}

/* A full column of prose beside something else of its width: a table or a figure in the other column. */
static gboolean
is_column_beside (const EvxLayout *layout, const guint32 *ids, const Gutter *gutter, const Side *prose, const Side *other)
{
    return prose->lines >= 8 && prose->words >= 5 * prose->chunks && prose->full >= 0.6 * prose->lines &&
           prose->numbers <= 0.15 * prose->words && other->lines >= 3 &&
           other->x1 - other->x0 > 0.5f * (prose->x1 - prose->x0) && aligned (layout, ids, gutter) < 0.75;
}

static gboolean
parts_prose (const EvxLayout *layout, const guint32 *ids, const Gutter *gutter)
{
    Side left = measure_side (layout, ids, gutter, TRUE);
    Side right = measure_side (layout, ids, gutter, FALSE);
    return gutter->seeds >= 3 && ((is_prose (&left) && is_prose (&right)) ||
                                  is_column_beside (layout, ids, gutter, &left, &right) ||
                                  is_column_beside (layout, ids, gutter, &right, &left));
}

/* Things side by side that are neither prose nor a table: wide apart, or more than a label and a value. */
static gboolean
parts_boxes (const EvxLayout *layout, const guint32 *ids, const Gutter *gutter)
{
    Side left = measure_side (layout, ids, gutter, TRUE);
    Side right = measure_side (layout, ids, gutter, FALSE);
    guint labels = 0;
    for (guint i = gutter->first; i < gutter->last; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        guint32 last = layout->order[chunk->first + chunk->n - 1];
        const EvxWord *word = evx_layout_word (layout, last);
        labels += is_left (layout, ids[i], gutter) && evx_layout_text (layout, last)[word->length - 1] == ':';
    }
    gboolean marks = left.x1 - left.x0 < 3 * layout->size; /* bullets, numbers of a list */
    return gutter->seeds >= 2 && left.lines >= 2 && right.lines >= 2 && 2 * labels < left.lines && !marks &&
           gutter->x1 - gutter->x0 >= 1.5f * layout->size;
}

/* ---- tables side by side ------------------------------------------------------------------------------ */

/* Whether the row has as many chunks left of the gutter as right of it, two at least, at the same places from
 * where each side begins, and the gutter is far wider than any gap between them. */
static gboolean
repeats (const EvxLayout *layout, const guint32 *ids, guint at, guint end, const Gutter *gutter, const float *x0)
{
    guint middle = at;
    float widest = 0;
    while (middle < end && is_left (layout, ids[middle], gutter))
        middle++;
    if (middle - at < 2 || end - middle != middle - at)
        return FALSE;
    for (guint i = 0; at + i < middle; i++) {
        const EvxChunk *a = evx_layout_chunk (layout, ids[at + i]), *b = evx_layout_chunk (layout, ids[middle + i]);
        gboolean begin = ABS ((a->x0 - x0[0]) - (b->x0 - x0[1])) < layout->size;
        if (!begin && ABS ((a->x1 - x0[0]) - (b->x1 - x0[1])) >= layout->size)
            return FALSE;
        if (at + i + 1 < middle) {
            widest = MAX (widest, evx_layout_chunk (layout, ids[at + i + 1])->x0 - a->x1);
            widest = MAX (widest, evx_layout_chunk (layout, ids[middle + i + 1])->x0 - b->x1);
        }
    }
    return gutter->x1 - gutter->x0 > 1.8f * widest;
}

/* One table set in two columns of the page: what is left of the gutter is laid out again right of it. */
static gboolean
parts_tables (const EvxLayout *layout, const guint32 *ids, const Gutter *gutter)
{
    guint both = 0, same = 0;
    float x0[2] = { G_MAXFLOAT, G_MAXFLOAT };
    for (guint i = gutter->first; i < gutter->last; i++) {
        float *side = &x0[!is_left (layout, ids[i], gutter)];
        *side = MIN (*side, extent (layout, ids[i]).x0);
        if (evx_layout_grid_of (layout, ids[i]) != EVX_NONE)
            return FALSE;
    }
    for (guint at = gutter->first, end; at < gutter->last; at = end) {
        end = evx_layout_row_end (layout, ids, gutter->last, at);
        if (is_left (layout, ids[at], gutter) == is_left (layout, ids[end - 1], gutter))
            continue;
        both++;
        same += repeats (layout, ids, at, end, gutter, x0);
    }
    return same >= 4 && same * 10 >= both * 9;
}

/* The gutter with the most rows on both sides for which @holds, or FALSE. */
static gboolean
best_gutter (const EvxLayout *layout, const guint32 *ids, const GArray *gutters,
             gboolean (*holds) (const EvxLayout *, const guint32 *, const Gutter *), Gutter *best)
{
    guint most = 0;
    for (guint g = 0; g < gutters->len; g++) {
        Gutter gutter = g_array_index (gutters, Gutter, g);
        if (gutter.seeds <= most || gutter.seeds < 2)
            continue;
        extend_up (layout, ids, &gutter);
        trim_down (layout, ids, &gutter);
        if (!holds (layout, ids, &gutter))
            continue;
        most = gutter.seeds;
        *best = gutter;
    }
    return most > 0;
}

/* ---- as it was recognised ----------------------------------------------------------------------------- */

/* Chunks that recognition read one after another, from the top down. */
typedef struct {
    guint first, n, rows, words;
    gint32 grid; /* of a table, or EVX_NONE */
} Stretch;

static gboolean
is_recognised (const EvxLayout *layout, const guint32 *ids, guint n)
{
    for (guint i = 0; i < n; i++)
        if (evx_layout_word (layout, layout->order[evx_layout_chunk (layout, ids[i])->first])->origin == EVX_ORIGIN_TEXT)
            return FALSE;
    return TRUE;
}

/* The grid of a table, which is read as one in whatever order recognition read its cells; EVX_NONE for a chunk
 * outside of any, or in a frame around prose. */
static gint32
table_grid (const EvxLayout *layout, guint32 id)
{
    gint32 grid = evx_layout_grid_of (layout, id);
    if (grid == EVX_NONE)
        return EVX_NONE;
    const EvxGrid *at = &g_array_index (layout->grids, EvxGrid, grid);
    return at->words < WORDS_A_CELL * (at->n_xs - 1) * (at->n_ys - 1) ? grid : EVX_NONE;
}

/* A chunk, and the word that it was read with: its own first, or that of its grid. */
typedef struct {
    guint32 word, id;
} Reading;

static int
by_word (gconstpointer a, gconstpointer b)
{
    const Reading *p = a, *q = b;
    return p->word != q->word ? (p->word > q->word) - (p->word < q->word) : (p->id > q->id) - (p->id < q->id);
}

static guint32 *
sort_as_read (const EvxLayout *layout, const guint32 *ids, guint n)
{
    g_autofree Reading *readings = g_new (Reading, n + 1);
    g_autofree guint32 *first = g_new (guint32, layout->grids->len + 1);
    guint32 *sorted = g_new (guint32, n + 1);
    memset (first, 0xff, (layout->grids->len + 1) * sizeof *first);
    for (guint i = 0; i < n; i++) {
        gint32 grid = table_grid (layout, ids[i]);
        readings[i] = (Reading) { layout->order[evx_layout_chunk (layout, ids[i])->first], ids[i] };
        if (grid != EVX_NONE)
            first[grid] = MIN (first[grid], readings[i].word);
    }
    for (guint i = 0; i < n; i++) {
        gint32 grid = table_grid (layout, ids[i]);
        readings[i].word = grid != EVX_NONE ? first[grid] : readings[i].word;
    }
    qsort (readings, n, sizeof *readings, by_word);
    for (guint i = 0; i < n; i++)
        sorted[i] = readings[i].id;
    return sorted;
}

/* Parts @ids, sorted as they were read, where the reading goes back up the page and around grids; sorts each
 * part by rows. */
static GArray *
find_stretches (const EvxLayout *layout, guint32 *ids, guint n)
{
    GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
    float bottom = 0;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        gint32 grid = table_grid (layout, ids[i]), before = i > 0 ? table_grid (layout, ids[i - 1]) : EVX_NONE;
        if (i == 0 || grid != before || (grid == EVX_NONE && chunk->y1 < bottom - 1.5f * layout->size)) {
            Stretch next = { .first = i, .grid = grid };
            g_array_append_val (stretches, next);
        }
        bottom = chunk->y1;
        g_array_index (stretches, Stretch, stretches->len - 1).n++;
    }
    for (guint s = 0; s < stretches->len; s++) {
        Stretch *stretch = &g_array_index (stretches, Stretch, s);
        qsort (ids + stretch->first, stretch->n, sizeof *ids, evx_sort_uints);
        for (guint i = stretch->first; i < stretch->first + stretch->n; i++) {
            const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
            stretch->words += chunk->n;
            stretch->rows += i == stretch->first || evx_layout_chunk (layout, ids[i - 1])->row != chunk->row;
        }
    }
    return stretches;
}

/* Columns of text, two at least: most words stand in lines of several. Labels and their values are told apart
 * by that. */
static gboolean
are_columns (const GArray *stretches)
{
    guint all = 0, in_columns = 0, columns = 0;
    for (guint s = 0; s < stretches->len; s++) {
        const Stretch *stretch = &g_array_index (stretches, Stretch, s);
        gboolean is_column = stretch->rows >= 3 && stretch->words >= 3 * stretch->rows;
        all += stretch->words;
        in_columns += is_column ? stretch->words : 0;
        columns += is_column;
    }
    return columns > 1 && 10 * in_columns >= 7 * all;
}

/* What was recognised, and is no table, is written as recognition read it: it saw the page, with rules and
 * pictures that part columns. FALSE if that is not plain. */
static gboolean
write_as_read (Reader *reader, const guint32 *ids, guint n)
{
    if (!is_recognised (reader->layout, ids, n))
        return FALSE;
    g_autofree guint32 *sorted = sort_as_read (reader->layout, ids, n);
    g_autoptr (GArray) stretches = find_stretches (reader->layout, sorted, n);
    if (stretches->len > 1 && !are_columns (stretches))
        return FALSE;
    for (guint s = 0; s < stretches->len; s++) {
        const Stretch *stretch = &g_array_index (stretches, Stretch, s);
        evx_layout_write_column (reader->layout, sorted + stretch->first, stretch->n);
    }
    return TRUE;
}

/* ---- columns of what was recognised ------------------------------------------------------------------- */

/* Shares of the size of type: what hangs below the line, and small letters. */
#define DESCENT 0.2
#define SMALL 0.5

static EvxPiece
piece_of_grid (const EvxLayout *layout, gint32 grid)
{
    EvxPlace box = g_array_index (layout->grids, EvxGrid, grid).box;
    return (EvxPiece) { { box.x0, box.y0, box.x1, box.y1 }, box.y0, box.y1, SMALL * layout->type };
}

static EvxPiece
piece_of_chunk (const EvxLayout *layout, guint32 id)
{
    const EvxChunk *chunk = evx_layout_chunk (layout, id);
    guint32 word = layout->order[chunk->first + chunk->n / 2];
    double type = evx_layout_type (layout, word), base = layout->places[word].y1 - DESCENT * type;
    return (EvxPiece) { { chunk->x0, chunk->y0, chunk->x1, chunk->y1 }, base - SMALL * type, base, MAX (SMALL * type, 0.1) };
}

/* A piece for each chunk and for each table in a grid, from the top down; its id is the place of its chunk, or of
 * the first of its grid, in @ids. @piece_of: (out): for each of @ids the id of its piece. */
static EvxPiece *
find_pieces (const EvxLayout *layout, const guint32 *ids, guint n, guint *n_pieces, guint *piece_of)
{
    EvxPiece *pieces = g_new (EvxPiece, n + 1);
    g_autofree guint *first = g_new (guint, layout->grids->len + 1);
    memset (first, 0xff, (layout->grids->len + 1) * sizeof *first);
    *n_pieces = 0;
    for (guint i = 0; i < n; i++) {
        gint32 grid = table_grid (layout, ids[i]);
        gboolean known = grid != EVX_NONE && first[grid] != G_MAXUINT;
        piece_of[i] = known ? first[grid] : i;
        if (known)
            continue;
        EvxPiece piece = grid != EVX_NONE ? piece_of_grid (layout, grid) : piece_of_chunk (layout, ids[i]);
        piece.id = i;
        pieces[(*n_pieces)++] = piece;
        if (grid != EVX_NONE)
            first[grid] = i;
    }
    qsort (pieces, *n_pieces, sizeof *pieces, evx_piece_compare);
    return pieces;
}

/* What was recognised is cut between columns of text as its lines were when they were found. FALSE if there are
 * none. */
static gboolean
read_columns (Reader *reader, const guint32 *ids, guint n)
{
    EvxGutter gutter;
    guint n_pieces = 0;
    g_autofree guint *piece_of = g_new (guint, n + 1);
    if (!is_recognised (reader->layout, ids, n))
        return FALSE;
    g_autofree EvxPiece *pieces = find_pieces (reader->layout, ids, n, &n_pieces, piece_of);
    if (!evx_columns_gutter (pieces, n_pieces, &gutter))
        return FALSE;
    g_autofree EvxPart *part_of = g_new (EvxPart, n + 1);
    g_autofree guint32 *part = g_new (guint32, n + 1);
    for (guint i = 0; i < n_pieces; i++)
        part_of[pieces[i].id] = evx_gutter_part (&gutter, &pieces[i]);
    for (EvxPart p = EVX_PART_ABOVE; p < EVX_N_PARTS; p++) {
        guint in_part = 0;
        for (guint i = 0; i < n; i++)
            if (part_of[piece_of[i]] == p)
                part[in_part++] = ids[i];
        read_region (reader, part, in_part);
    }
    return TRUE;
}

/* ---- cutting ---------------------------------------------------------------------------------------- */

static void
read_side (Reader *reader, const guint32 *ids, const Gutter *gutter, gboolean left)
{
    g_autofree guint32 *side = g_new (guint32, gutter->last - gutter->first + 1);
    guint n = 0;
    for (guint i = gutter->first; i < gutter->last; i++)
        if (is_left (reader->layout, ids[i], gutter) == left)
            side[n++] = ids[i];
    read_region (reader, side, n);
}

static void
read_around (Reader *reader, const guint32 *ids, guint n, const Gutter *gutter)
{
    read_region (reader, ids, gutter->first);
    read_side (reader, ids, gutter, TRUE);
    read_side (reader, ids, gutter, FALSE);
    read_region (reader, ids + gutter->last, n - gutter->last);
}

/* Reads what stands above a grid, its table, and the rest. FALSE if the grid is no table. */
static gboolean
read_grid (Reader *reader, const guint32 *ids, guint n, gint32 grid)
{
    EvxLayout *layout = reader->layout;
    float top = g_array_index (layout->grids, EvxGrid, grid).box.y0;
    g_autofree guint32 *parts = g_new (guint32, 3 * (gsize) n);
    guint32 *inside = parts, *above = parts + n, *rest = parts + 2 * (gsize) n;
    guint n_inside = 0, n_above = 0, n_rest = 0;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (layout->grid_of[ids[i]] == grid)
            inside[n_inside++] = ids[i];
        else if (chunk->y0 + chunk->y1 < 2 * top)
            above[n_above++] = ids[i];
        else
            rest[n_rest++] = ids[i];
    }
    g_autoptr (EvxDraft) draft = evx_layout_grid_table (layout, (guint) grid, inside, n_inside);
    if (draft == NULL) {
        for (guint i = 0; i < n_inside; i++)
            layout->grid_of[inside[i]] = EVX_NONE;
        return FALSE;
    }
    read_region (reader, above, n_above);
    evx_layout_write_table (layout, draft);
    read_region (reader, rest, n_rest);
    return TRUE;
}

static gboolean
read_grids (Reader *reader, const guint32 *ids, guint n)
{
    EvxLayout *layout = reader->layout;
    for (guint i = 0; i < n; i++) {
        gint32 grid = evx_layout_grid_of (layout, ids[i]);
        if (grid != EVX_NONE && read_grid (reader, ids, n, grid))
            return TRUE;
    }
    return FALSE;
}

static gboolean
read_table (Reader *reader, const guint32 *ids, guint n)
{
    guint from = 0, to = 0;
    g_autoptr (EvxDraft) draft = evx_layout_find_table (reader->layout, ids, n, &from, &to);
    if (draft == NULL)
        return FALSE;
    read_region (reader, ids, from);
    evx_layout_write_table (reader->layout, draft);
    read_region (reader, ids + to, n - to);
    return TRUE;
}

static void
cut_region (Reader *reader, const guint32 *ids, guint n)
{
    Gutter gutter;
    if (read_columns (reader, ids, n))
        return;
    g_autoptr (GArray) gutters = find_gutters (reader->layout, ids, n);
    if (best_gutter (reader->layout, ids, gutters, parts_prose, &gutter) ||
        best_gutter (reader->layout, ids, gutters, parts_tables, &gutter))
        read_around (reader, ids, n, &gutter);
    else if (read_grids (reader, ids, n) || read_table (reader, ids, n) || write_as_read (reader, ids, n))
        return;
    else if (best_gutter (reader->layout, ids, gutters, parts_boxes, &gutter))
        read_around (reader, ids, n, &gutter);
    else
        evx_layout_write_column (reader->layout, ids, n);
}

static void
read_region (Reader *reader, const guint32 *ids, guint n)
{
    if (n == 0)
        return;
    reader->depth++;
    if (reader->depth > MAX_DEPTH || evx_layout_row_end (reader->layout, ids, n, 0) == n)
        evx_layout_write_column (reader->layout, ids, n);
    else
        cut_region (reader, ids, n);
    reader->depth--;
}

/* ---- running heads and feet ------------------------------------------------------------------------- */

/* The rows at the top edge that stand apart from the rest; returns where the rest begins. */
static guint
head_end (const EvxLayout *layout, const guint32 *ids, guint n)
{
    float limit = (float) (0.075 * layout->page->height);
    guint head = 0;
    for (guint at = 0, end, rows = 0; at < n && rows < 3; at = end, rows++) {
        end = evx_layout_row_end (layout, ids, n, at);
        float bottom = -G_MAXFLOAT, size = 0;
        for (guint i = at; i < end; i++) {
            bottom = MAX (bottom, evx_layout_chunk (layout, ids[i])->y1);
            size = MAX (size, evx_layout_chunk (layout, ids[i])->y1 - evx_layout_chunk (layout, ids[i])->y0);
        }
        if (bottom > limit || size > 1.7f * layout->size || evx_layout_grid_of (layout, ids[at]) != EVX_NONE)
            break;
        if (end < n && evx_layout_chunk (layout, ids[end])->y0 - bottom > 0.9f * layout->size)
            head = end;
    }
    return head;
}

/* The white space above the row that begins at @at. */
static float
gap_above (const EvxLayout *layout, const guint32 *ids, guint at, guint end)
{
    float top = G_MAXFLOAT, above = -G_MAXFLOAT;
    for (guint i = at; i < end; i++)
        top = MIN (top, evx_layout_chunk (layout, ids[i])->y0);
    for (guint i = at; i > 0 && at - i < 16; i--)
        above = MAX (above, evx_layout_chunk (layout, ids[i - 1])->y1);
    return at > 0 ? top - above : 0;
}

static guint
row_start (const EvxLayout *layout, const guint32 *ids, guint end)
{
    guint at = end - 1;
    while (at > 0 && evx_layout_chunk (layout, ids[at - 1])->row == evx_layout_chunk (layout, ids[end - 1])->row)
        at--;
    return at;
}

/* "3", "- 3 -", "Page 3 of 12": a row of few words with a number among them and no other digits. */
static gboolean
is_page_number (const EvxLayout *layout, const guint32 *ids, guint at, guint end)
{
    guint numbers = 0, others = 0;
    for (guint i = at; i < end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        for (guint w = 0; w < MIN (chunk->n, 8); w++) {
            guint32 word = layout->order[chunk->first + w];
            const char *text = evx_layout_text (layout, word);
            guint32 length = evx_layout_word (layout, word)->length, digits = 0;
            for (guint32 k = 0; k < length; k++)
                digits += g_ascii_isdigit (text[k]) != 0;
            numbers += digits > 0 && digits <= 4 && digits + 2 >= length;
            others += digits == 0 && length > 1;
        }
    }
    return numbers >= 1 && numbers <= 2 && others <= 2;
}

/* Likewise at the bottom edge; returns where the foot begins. The last rows of a full page stand no
 * farther apart than those before them. */
static guint
foot_start (const EvxLayout *layout, const guint32 *ids, guint n, guint from)
{
    float limit = (float) (0.92 * layout->page->height);
    guint foot = n, end = n;
    for (guint rows = 0; end > from && rows < 3; rows++) {
        guint at = row_start (layout, ids, end);
        if (at < from || evx_layout_chunk (layout, ids[at])->y0 < limit || evx_layout_grid_of (layout, ids[at]) != EVX_NONE)
            break;
        float gap = gap_above (layout, ids, at, end);
        float before = at > from ? gap_above (layout, ids, row_start (layout, ids, at), at) : 0;
        if (at > from && gap > 0.7f * layout->size && (gap > 1.4f * before || is_page_number (layout, ids, at, end)))
            foot = at;
        end = at;
    }
    return foot;
}

/* Three rows of several chunks: a reason to look at what the page paints. */
static gboolean
may_hold_tables (const EvxLayout *layout)
{
    guint rows = 0;
    for (guint i = 1; i < layout->chunks->len; i++) {
        guint32 row = evx_layout_chunk (layout, i)->row;
        gboolean second = evx_layout_chunk (layout, i - 1)->row == row;
        gboolean counted = i >= 2 && evx_layout_chunk (layout, i - 2)->row == row;
        rows += second && !counted;
    }
    return rows >= 3;
}

/* Text that runs up or down, in the order it came, a line for each stretch of one width. */
static void
write_turned (EvxLayout *layout)
{
    const guint32 *words = (const guint32 *) (void *) layout->turned->data;
    guint first = 0;
    for (guint i = 1; i <= layout->turned->len; i++) {
        const EvxPlace *a = &layout->places[words[i - 1]], *b = i < layout->turned->len ? &layout->places[words[i]] : NULL;
        if (b != NULL && ABS (a->x0 + a->x1 - b->x0 - b->x1) < a->x1 - a->x0)
            continue;
        evx_layout_write_line (layout, words + first, i - first, G_MAXUINT32);
        first = i;
    }
    evx_layout_close_block (layout, EVX_BLOCK_PARAGRAPH, 0, EVX_NONE);
}

void
evx_layout_read (EvxLayout *layout)
{
    guint n = layout->chunks->len;
    g_autofree guint32 *ids = g_new (guint32, n + 1);
    for (guint i = 0; i < n; i++)
        ids[i] = i;
    Reader reader = { .layout = layout };
    if (may_hold_tables (layout))
        evx_layout_painting (layout);
    evx_layout_find_grids (layout);
    guint head = head_end (layout, ids, n), foot = foot_start (layout, ids, n, head);
    evx_layout_write_block (layout, ids, head, EVX_BLOCK_HEADER);
    read_region (&reader, ids + head, foot - head);
    write_turned (layout);
    evx_layout_write_block (layout, ids + foot, n - foot, EVX_BLOCK_FOOTER);
}
