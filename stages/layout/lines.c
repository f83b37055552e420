/* Words into chunks and rows.
 *
 * 1. Words that follow each other in the order they came and stand side by side make a run.
 * 2. On a scan the runs give the slope of the lines (skew.c); it is taken out of all places.
 * 3. Runs at one height make a row; in a row, runs without a wide gap between them make a chunk.
 * 4. A column of ascending numbers beside the rows (pleading paper) is taken out of the text.
 *
 * Sorting dominates: O(n log n) in the number of words. */
#include "layout-internal.h"

#include <math.h>
#include <string.h>

/* A gap wider than this share of the line's height parts two chunks. A space is about a quarter of it,
 * in justified text up to a half; columns of tight tables stand about this far apart. */
#define CHUNK_GAP 0.75f

/* What type takes of its nominal size, from the top of tall letters to the foot of low ones; and how much of
 * the nominal size hangs below the line. */
#define TYPE_HEIGHT 0.92f
#define DESCENT 0.2f

/* Rows, last first, that a run is compared with. */
#define ROWS_BACK 4

/* Fewest numbers that make a printed line numbering. */
#define MIN_NUMBERED 8

typedef struct {
    EvxPlace core; /* the place of its widest run */
} Row;

static float
height (const EvxPlace *p)
{
    return p->y1 - p->y0;
}

/* Whether two places stand on one line. */
static gboolean
level (const EvxPlace *a, const EvxPlace *b)
{
    float low = MIN (height (a), height (b)), high = MAX (height (a), height (b));
    float common = MIN (a->y1, b->y1) - MAX (a->y0, b->y0);
    return common > 0.5f * low && high < 2.5f * low;
}

static void
grow (EvxPlace *a, const EvxPlace *b)
{
    a->x0 = MIN (a->x0, b->x0);
    a->y0 = MIN (a->y0, b->y0);
    a->x1 = MAX (a->x1, b->x1);
    a->y1 = MAX (a->y1, b->y1);
}

/* What the signs of a word reach: low letters alone, above them, or below the line. */
typedef struct {
    gboolean letters, rise, hang;
} Reach;

static Reach
reach_of (const char *text, gsize length)
{
    Reach reach = { FALSE, FALSE, FALSE };
    for (gsize i = 0; i < length; i++) {
        gboolean low = strchr ("acemnorsuvwxzgpqy", text[i]) != NULL;
        reach.letters |= g_ascii_isalnum (text[i]) || (text[i] & 0x80) != 0;
        reach.rise |= !low && strchr (".,_-:;", text[i]) == NULL;
        reach.hang |= strchr ("gjpqy,;()[]{}|/Q$@", text[i]) != NULL;
    }
    return reach;
}

/* Recognition gives the ink of a word, which is low for "see" and thin for a dash. It is given the height of
 * its type, which hangs down from the foot of its letters; of @usual type, around their middle, signs that are
 * too thin for a letter. */
static void
fill_type (const EvxLayout *layout, guint i, float usual, EvxPlace *p)
{
    const EvxWord *word = evx_layout_word (layout, i);
    const char *text = evx_layout_text (layout, i);
    float type = word->font_size, foot = p->y1;
    if (height (p) < 0.3f * type && strchr (".,_", *text) == NULL) {
        type = MIN (type, usual);
        foot = (p->y0 + p->y1) / 2 + (TYPE_HEIGHT / 2 - DESCENT) * type;
    } else if (reach_of (text, word->length).hang) {
        foot -= DESCENT * type;
    }
    p->y1 = foot + DESCENT * type;
    p->y0 = p->y1 - TYPE_HEIGHT * type;
}

/* The size that recognition states is that of a block, of which some lines may be smaller. Measured on 39,000
 * words at 200 dpi: low letters take .52 of their size, others .77, what hangs .22 more. */
float
evx_layout_type (const EvxLayout *layout, guint32 i)
{
    const EvxWord *word = evx_layout_word (layout, i);
    float type = word->font_size > 0 ? word->font_size : height (&layout->places[i]);
    if (word->origin == EVX_ORIGIN_TEXT)
        return type;
    Reach reach = reach_of (evx_layout_text (layout, i), word->length);
    float ink = (float) evx_box_height (word->box) / ((reach.rise ? 0.77f : 0.52f) + (reach.hang ? 0.22f : 0));
    return reach.letters && ink < 0.85f * type ? ink : type;
}

/* The widest gap inside a chunk: typewriter faces have wide spaces. */
static float
chunk_gap (const EvxLayout *layout, float h)
{
    return MAX (CHUNK_GAP * h, MIN (1.4f * layout->space, 1.1f * h));
}

static gboolean
follows (const EvxLayout *layout, const EvxPlace *last, const EvxPlace *next)
{
    float gap = next->x0 - last->x1, h = MAX (height (last), height (next));
    return next->x0 >= last->x0 && gap > -0.5f * h && gap <= chunk_gap (layout, h) && level (last, next);
}

/* Puts the values below values[k] before it and the others after it; the rest stays unsorted.
 * Source: Hoare, "Algorithm 65: Find", CACM 4 (1961). */
static float
select_value (float *values, guint n, guint k)
{
    gssize first = 0, last = (gssize) n - 1;
    while (first < last) {
        float pivot = values[k];
        gssize i = first, j = last;
        while (i <= j) {
            while (values[i] < pivot)
                i++;
            while (values[j] > pivot)
                j--;
            if (i > j)
                break;
            float swap = values[i];
            values[i++] = values[j];
            values[j--] = swap;
        }
        if (j < (gssize) k)
            first = i;
        if (i > (gssize) k)
            last = j;
    }
    return values[k];
}

static float
median (GArray *values, float otherwise)
{
    return values->len == 0 ? otherwise
                            : select_value ((float *) (gpointer) values->data, values->len, values->len / 2);
}

/* The middle size of the type that recognition states; 0 if it states none. */
static float
usual_type (const EvxPage *page)
{
    g_autoptr (GArray) types = g_array_sized_new (FALSE, FALSE, sizeof (float), 512);
    guint step = page->words->len / 512 + 1;
    for (guint i = 0; i < page->words->len; i += step) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->origin != EVX_ORIGIN_TEXT && word->font_size > 0)
            g_array_append_val (types, word->font_size);
    }
    return median (types, 0);
}

/* A font may claim more height than it uses, so that the boxes of neighbouring lines overlap; where the
 * size of the type is known, no more of the box than that counts. */
static void
read_places (EvxLayout *layout)
{
    float usual = usual_type (layout->page);
    for (guint i = 0; i < layout->page->words->len; i++) {
        const EvxWord *word = evx_layout_word (layout, i);
        EvxPlace *p = &layout->places[i];
        *p = (EvxPlace) { (float) word->box.x0, (float) word->box.y0, (float) word->box.x1, (float) word->box.y1 };
        float over = height (p) - TYPE_HEIGHT * word->font_size;
        if (over > 0 && over < 0.8f * height (p)) {
            p->y0 += over / 2;
            p->y1 -= over / 2;
        } else if (over < 0 && word->font_size > 0 && word->origin != EVX_ORIGIN_TEXT) {
            fill_type (layout, i, usual, p);
        }
    }
}

/* A letter is about half as wide as its type is high, 0.75 in capitals of wide faces: words this many times flatter
 * than that are of a font whose size is not known. */
#define LETTER_WIDTH 0.5f
#define FLAT 1.8f

/* How many times too flat the words of a text layer stand on the page; 1 if they do not. */
static float
flatness (const EvxLayout *layout)
{
    g_autoptr (GArray) shares = g_array_sized_new (FALSE, FALSE, sizeof (float), 512);
    guint step = layout->page->words->len / 512 + 1;
    for (guint i = 0; i < layout->page->words->len; i += step) {
        const EvxWord *word = evx_layout_word (layout, i);
        const EvxPlace *p = &layout->places[i];
        float letters = (float) g_utf8_strlen (evx_layout_text (layout, i), word->length);
        float share = (p->x1 - p->x0) * TYPE_HEIGHT / (letters * LETTER_WIDTH * height (p));
        if (word->origin == EVX_ORIGIN_TEXT && height (p) > 0)
            g_array_append_val (shares, share);
    }
    float flat = median (shares, 1);
    return flat > FLAT ? flat : 1;
}

/* Fonts that are drawings (Type 3) may state any size: their type is as high as it is wide. */
static void
raise_flat_words (EvxLayout *layout)
{
    float more = (flatness (layout) - 1) / 2;
    for (guint i = 0; i < layout->page->words->len && more > 0; i++) {
        EvxPlace *p = &layout->places[i];
        float grown = more * height (p);
        p->y0 -= grown;
        p->y1 += grown;
    }
}

/* The median gap between words that follow each other on a line. */
static float
usual_space (const EvxLayout *layout)
{
    g_autoptr (GArray) gaps = g_array_sized_new (FALSE, FALSE, sizeof (float), 512);
    guint step = layout->n_order / 512 + 1;
    for (guint i = 1; i < layout->n_order; i += step) {
        const EvxPlace *a = &layout->places[layout->order[i - 1]], *b = &layout->places[layout->order[i]];
        float gap = b->x0 - a->x1;
        if (gap > 0 && gap < 1.2f * height (b) && level (a, b))
            g_array_append_val (gaps, gap);
    }
    return median (gaps, 2.5f);
}

static GArray *
find_runs (EvxLayout *layout)
{
    GArray *runs = g_array_sized_new (FALSE, FALSE, sizeof (EvxRun), layout->n_order / 4 + 16);
    EvxRun *run = NULL;
    for (guint i = 0; i < layout->n_order; i++) {
        const EvxPlace *place = &layout->places[layout->order[i]];
        if (run != NULL && follows (layout, &layout->places[layout->order[i - 1]], place)) {
            grow (&run->box, place);
            run->n++;
            continue;
        }
        EvxRun next = { .box = *place, .first = i, .n = 1 };
        g_array_append_val (runs, next);
        run = &g_array_index (runs, EvxRun, runs->len - 1);
    }
    return runs;
}

static void
take_slope_out (EvxLayout *layout, GArray *runs)
{
    for (guint i = 0; i < layout->page->words->len; i++) {
        EvxPlace *p = &layout->places[i];
        *p = evx_layout_straight (layout, (EvxBox) { p->x0, p->y0, p->x1, p->y1 });
    }
    for (guint i = 0; i < runs->len; i++) {
        EvxRun *run = &g_array_index (runs, EvxRun, i);
        run->box = layout->places[layout->order[run->first]];
        for (guint w = 1; w < run->n; w++)
            grow (&run->box, &layout->places[layout->order[run->first + w]]);
    }
}

static int
by_middle (gconstpointer a, gconstpointer b)
{
    const EvxRun *p = a, *q = b;
    float x = p->box.y0 + p->box.y1, y = q->box.y0 + q->box.y1;
    return x != y ? (x > y) - (x < y) : (p->first > q->first) - (p->first < q->first);
}

static int
by_row (gconstpointer a, gconstpointer b)
{
    const EvxRun *p = a, *q = b;
    if (p->row != q->row)
        return (p->row > q->row) - (p->row < q->row);
    if (p->box.x0 != q->box.x0)
        return (p->box.x0 > q->box.x0) - (p->box.x0 < q->box.x0);
    return (p->first > q->first) - (p->first < q->first);
}

/* The row among the last few that @box shares most of its height with; rows->len if none. */
static guint
best_row (const GArray *rows, const EvxPlace *box)
{
    guint best = rows->len;
    float most = 0;
    for (guint back = 1; back <= MIN (ROWS_BACK, rows->len); back++) {
        const EvxPlace *core = &g_array_index (rows, Row, rows->len - back).core;
        float common = MIN (core->y1, box->y1) - MAX (core->y0, box->y0);
        if (level (core, box) && common > most) {
            most = common;
            best = rows->len - back;
        }
    }
    return best;
}

static guint
find_rows (GArray *runs)
{
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
    g_array_sort (runs, by_middle);
    for (guint i = 0; i < runs->len; i++) {
        EvxRun *run = &g_array_index (runs, EvxRun, i);
        run->row = best_row (rows, &run->box);
        if (run->row == rows->len) {
            Row row = { run->box };
            g_array_append_val (rows, row);
            continue;
        }
        EvxPlace *core = &g_array_index (rows, Row, run->row).core;
        if (run->box.x1 - run->box.x0 > core->x1 - core->x0)
            *core = run->box;
    }
    g_array_sort (runs, by_row);
    return rows->len;
}

/* Runs of a row that stand close to each other become one chunk. */
static void
find_chunks (EvxLayout *layout, const GArray *runs)
{
    guint32 *order = g_new (guint32, MAX (1, layout->n_order));
    guint at = 0;
    EvxChunk *chunk = NULL;
    for (guint i = 0; i < runs->len; i++) {
        const EvxRun *run = &g_array_index (runs, EvxRun, i);
        memcpy (order + at, layout->order + run->first, run->n * sizeof *order);
        float h = chunk != NULL ? MAX (chunk->y1 - chunk->y0, height (&run->box)) : 0;
        if (chunk != NULL && chunk->row == run->row && run->box.x0 - chunk->x1 <= chunk_gap (layout, h)) {
            chunk->y0 = MIN (chunk->y0, run->box.y0);
            chunk->x1 = MAX (chunk->x1, run->box.x1);
            chunk->y1 = MAX (chunk->y1, run->box.y1);
            chunk->n += run->n;
        } else {
            EvxChunk next = { run->box.x0, run->box.y0, run->box.x1, run->box.y1, at, run->n, run->row };
            g_array_append_val (layout->chunks, next);
            chunk = &g_array_index (layout->chunks, EvxChunk, layout->chunks->len - 1);
        }
        at += run->n;
    }
    g_free (layout->order);
    layout->order = order;
}

static void
measure_type (EvxLayout *layout)
{
    g_autoptr (GArray) heights = g_array_sized_new (FALSE, FALSE, sizeof (float), 512);
    g_autoptr (GArray) types = g_array_sized_new (FALSE, FALSE, sizeof (float), 512);
    guint step = layout->n_order / 512 + 1;
    for (guint i = 0; i < layout->n_order; i += step) {
        float h = height (&layout->places[layout->order[i]]);
        float type = evx_layout_word (layout, layout->order[i])->font_size;
        if (h <= 0)
            continue;
        type = type > 0 ? type : h;
        g_array_append_val (heights, h);
        g_array_append_val (types, type);
    }
    layout->size = CLAMP (median (heights, 10), 1, 200);
    layout->type = CLAMP (median (types, 10), 1, 200);
}

/* ---- printed line numbers --------------------------------------------------------------------- */

/* The number that a chunk is, if it is nothing else: 1 to 99; otherwise 0. */
static guint
chunk_number (const EvxLayout *layout, const EvxChunk *chunk)
{
    guint32 word = layout->order[chunk->first];
    guint32 length = evx_layout_word (layout, word)->length;
    const char *text = evx_layout_text (layout, word);
    guint value = 0;
    if (chunk->n != 1 || length > 2)
        return 0;
    for (guint32 i = 0; i < length; i++) {
        if (!g_ascii_isdigit (text[i]))
            return 0;
        value = value * 10 + (guint) (text[i] - '0');
    }
    return value;
}

/* Right edges of the numbers that begin a row; the middle one. */
static float
number_edge (const EvxLayout *layout)
{
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (float));
    for (guint i = 0; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        if ((i == 0 || evx_layout_chunk (layout, i - 1)->row != chunk->row) && chunk_number (layout, chunk) != 0)
            g_array_append_val (edges, chunk->x1);
    }
    return edges->len >= MIN_NUMBERED ? median (edges, 0) : -G_MAXFLOAT;
}

/* The number that begins each row, where it stands in one column with the others and counts up by one; the
 * other chunks of these rows stand to its right. Returns how many there are, 0 if it is no numbering. */
static guint
collect_numbers (const EvxLayout *layout, guint32 *numbers)
{
    guint found = 0, in_order = 0, last = 0;
    float edge = number_edge (layout);
    for (guint i = 0; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        gboolean first = i == 0 || evx_layout_chunk (layout, i - 1)->row != chunk->row;
        guint number = first && ABS (chunk->x1 - edge) < 2 * layout->size ? chunk_number (layout, chunk) : 0;
        if (number == 0)
            continue;
        numbers[chunk->row] = number;
        in_order += number == last + 1;
        last = number;
        found++;
    }
    return found >= MIN_NUMBERED && in_order + 2 >= found ? found : 0;
}

/* Text that stands left of the numbers or under them: then they are the first column of a table. */
static gboolean
stands_left (const EvxLayout *layout, const guint32 *numbers)
{
    guint left = 0, numbered = 0;
    float edge = number_edge (layout);
    for (guint i = 0; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        numbered += numbers[chunk->row] != 0;
        left += numbers[chunk->row] == 0 && chunk->x0 < edge;
    }
    return left > 2 + numbered / 20;
}

static void
drop_number_chunks (EvxLayout *layout)
{
    guint kept = 0;
    guint32 row = G_MAXUINT32;
    for (guint i = 0; i < layout->chunks->len; i++) {
        EvxChunk chunk = *evx_layout_chunk (layout, i);
        gboolean first = chunk.row != row;
        row = chunk.row;
        if (first && layout->numbers[row] != 0)
            continue;
        g_array_index (layout->chunks, EvxChunk, kept++) = chunk;
    }
    g_array_set_size (layout->chunks, kept);
}

/* Rows of several chunks in columns: the numbers count the rows of a table. */
static gboolean
is_table_column (const EvxLayout *layout, const guint32 *numbers)
{
    guint rows = 0, several = 0;
    for (guint i = 1; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        gboolean second = evx_layout_chunk (layout, i - 1)->row == chunk->row;
        gboolean third = second && i >= 2 && evx_layout_chunk (layout, i - 2)->row == chunk->row;
        rows += numbers[chunk->row] != 0 && second && !third;
        several += numbers[chunk->row] != 0 && third;
    }
    return several * 2 > rows;
}

static void
take_numbers_out (EvxLayout *layout)
{
    g_autofree guint32 *numbers = g_new0 (guint32, MAX (1, layout->n_rows));
    if (collect_numbers (layout, numbers) == 0 || stands_left (layout, numbers) || is_table_column (layout, numbers))
        return;
    layout->numbers = g_steal_pointer (&numbers);
    drop_number_chunks (layout);
}

/* ---- rules that are typed -------------------------------------------------------------------- */

/* Hyphens or equals signs across the page, a rule of a typewriter. */
static gboolean
is_typed_rule (const EvxLayout *layout, const EvxChunk *chunk)
{
    for (guint w = 0; w < chunk->n; w++) {
        guint32 word = layout->order[chunk->first + w];
        const char *text = evx_layout_text (layout, word);
        for (guint32 i = 0; i < evx_layout_word (layout, word)->length; i++)
            if (text[i] != '-' && text[i] != '=')
                return FALSE;
    }
    return chunk->x1 - chunk->x0 > 0.25 * layout->page->width;
}

/* They become rules and leave the text. */
static void
take_typed_rules_out (EvxLayout *layout)
{
    guint kept = 0;
    for (guint i = 0; i < layout->chunks->len; i++) {
        EvxChunk chunk = *evx_layout_chunk (layout, i);
        if (!is_typed_rule (layout, &chunk)) {
            g_array_index (layout->chunks, EvxChunk, kept++) = chunk;
            continue;
        }
        double y = (chunk.y0 + chunk.y1) / 2;
        EvxRule rule = { .box = { chunk.x0, y, chunk.x1, y + 0.5 } };
        g_array_append_val (layout->page->rules, rule);
    }
    g_array_set_size (layout->chunks, kept);
}

/* ---- text that runs up or down ------------------------------------------------------------------- */

/* Such words would tie rows together that have nothing to do with each other; they are read last. */
static void
part_turned (EvxLayout *layout)
{
    guint n = 0;
    for (guint i = 0; i < layout->page->words->len; i++) {
        const EvxPlace *p = &layout->places[i];
        if (evx_layout_word (layout, i)->length >= 4 && height (p) > 2 * (p->x1 - p->x0))
            g_array_append_val (layout->turned, i);
        else
            layout->order[n++] = i;
    }
    layout->n_order = n;
}

/* ---- all together ------------------------------------------------------------------------------ */

void
evx_layout_find_lines (EvxLayout *layout)
{
    read_places (layout);
    raise_flat_words (layout);
    part_turned (layout);
    layout->space = usual_space (layout);
    g_autoptr (GArray) runs = find_runs (layout);
    layout->slope = evx_layout_slope (layout, runs, usual_type (layout->page));
    if (layout->slope != 0)
        take_slope_out (layout, runs);
    layout->n_rows = find_rows (runs);
    find_chunks (layout, runs);
    measure_type (layout);
    take_numbers_out (layout);
    take_typed_rules_out (layout);
}
