/* Regions that were recognised: cut between columns of text by the white between their pieces (stages/columns.h), as
 * the lines of their ink were before they were read; or else written in the order in which recognition read them. */
#include "../sort.h"
#include "order-internal.h"

#include <string.h>

#define WORDS_A_CELL 40 /* a grid of more is a frame around prose */

enum { LEAST_LEVEL = 5 }; /* rows */

/* Shares of the size of type: what hangs below the line, and small letters. */
#define DESCENT 0.2
#define SMALL 0.5

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

/* ---- columns of text ----------------------------------------------------------------------------------- */

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

/* The chunks of this part. */
static GArray *
chunks_of (const guint32 *ids, guint n, const EvxPart *part_of, const guint *piece_of, EvxPart part)
{
    GArray *chunks = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < n; i++)
        if (part_of[piece_of[i]] == part)
            g_array_append_val (chunks, ids[i]);
    return chunks;
}

/* Where the rows of @chunks end that stand above @row, from the @at-th chunk on; counts them. */
static guint
pass_rows (const EvxLayout *layout, const GArray *chunks, guint at, guint32 row, guint *passed)
{
    guint32 last = G_MAXUINT32;
    for (; at < chunks->len; at++) {
        guint32 here = evx_layout_chunk (layout, g_array_index (chunks, guint32, at))->row;
        if (here >= row)
            break;
        *passed += here != last;
        last = here;
    }
    return at;
}

/* Whether the rows of chunks are the lines of a table whose cells in the other column wrap: they stand level with lines of
 * the wrapped cells, fewer than those and not evenly, and many of them leave lines out. Of two columns of text only what
 * interrupts one, a picture, does that. */
static gboolean
stand_beside_wrapped (const EvxLayout *layout, const GArray *few, const GArray *many)
{
    guint rows = 0, level = 0, between = 0, wraps = 0;
    float least = G_MAXFLOAT, most = 0, before = 0;
    for (guint i = 0, k = 0, passed = 0; i < few->len; passed = 0) {
        const EvxChunk *chunk = evx_layout_chunk (layout, g_array_index (few, guint32, i));
        guint all = 0, at = pass_rows (layout, many, k, chunk->row, &passed);
        k = pass_rows (layout, many, at, chunk->row + 1, &all);
        level += all;
        if (rows++ > 0) {
            between += passed;
            wraps += passed > 0;
            least = MIN (least, chunk->y0 - before);
            most = MAX (most, chunk->y0 - before);
        }
        before = chunk->y0;
        i = pass_rows (layout, few, i, chunk->row + 1, &all);
    }
    return rows >= LEAST_LEVEL && 10 * level >= 9 * rows && 3 * rows < 2 * (level + between) && 3 * wraps >= rows &&
           most > 1.5f * least;
}

/* Whether the gutter lies between columns of a table. */
static gboolean
is_in_table (EvxLayout *layout, const guint32 *ids, guint n, const EvxPart *part_of, const guint *piece_of, const EvxGutter *gutter)
{
    g_autoptr (GArray) left = chunks_of (ids, n, part_of, piece_of, EVX_PART_LEFT);
    g_autoptr (GArray) right = chunks_of (ids, n, part_of, piece_of, EVX_PART_RIGHT);
    return stand_beside_wrapped (layout, left, right) || stand_beside_wrapped (layout, right, left) ||
           evx_layout_is_ruled_across (layout, ids, n, (float) (gutter->x0 + gutter->x1) / 2, (float) gutter->y0, (float) gutter->y1);
}

gboolean
evx_layout_part_recognised (EvxLayout *layout, const guint32 *ids, guint n, guint32 *parts, guint sizes[EVX_N_PARTS])
{
    EvxGutter gutter;
    guint n_pieces = 0, at = 0;
    if (!is_recognised (layout, ids, n))
        return FALSE;
    g_autofree guint *piece_of = g_new (guint, n + 1);
    g_autofree EvxPiece *pieces = find_pieces (layout, ids, n, &n_pieces, piece_of);
    if (!evx_columns_gutter (pieces, n_pieces, &gutter))
        return FALSE;
    g_autofree EvxPart *part_of = g_new (EvxPart, n + 1);
    for (guint i = 0; i < n_pieces; i++)
        part_of[pieces[i].id] = evx_gutter_part (&gutter, &pieces[i]);
    if (is_in_table (layout, ids, n, part_of, piece_of, &gutter))
        return FALSE;
    for (EvxPart p = EVX_PART_ABOVE; p < EVX_N_PARTS; p++) {
        guint begin = at;
        for (guint i = 0; i < n; i++)
            if (part_of[piece_of[i]] == p)
                parts[at++] = ids[i];
        sizes[p] = at - begin;
    }
    return TRUE;
}

/* ---- as it was read ------------------------------------------------------------------------------------ */

/* Chunks that recognition read one after another, from the top down. */
typedef struct {
    guint first, n, rows, words;
    gint32 grid; /* of a table, or EVX_NONE */
} Stretch;

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

gboolean
evx_layout_write_as_read (EvxLayout *layout, const guint32 *ids, guint n)
{
    if (!is_recognised (layout, ids, n))
        return FALSE;
    g_autofree guint32 *sorted = sort_as_read (layout, ids, n);
    g_autoptr (GArray) stretches = find_stretches (layout, sorted, n);
    if (stretches->len > 1 && !are_columns (stretches))
        return FALSE;
    for (guint s = 0; s < stretches->len; s++) {
        const Stretch *stretch = &g_array_index (stretches, Stretch, s);
        evx_layout_write_column (layout, sorted + stretch->first, stretch->n);
    }
    return TRUE;
}
