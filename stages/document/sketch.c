/* Min-hash over word triples with numbers masked, so that the text of two filled-in copies
 * resembles fully and only the telling tokens, kept beside, tell them apart. Running heads and feet
 * are left out: a Bates stamp makes no difference. */
#include "sketch.h"

#include "fold.h"

#include <string.h>

enum { N_SLOTS, SIZE, N_TOKENS, N_LOOKS, N_TOTALS, COVER_FIRST, COVER_LAST, HEAD };
enum { TOKEN_WORDS = 2, LOOK_WORDS = 2, TOTAL_WORDS = 3 };
enum { TRIPLE = 3 };
enum { ADDED = 1024 }; /* logs and forms say the same over and over, and to add a triple again changes nothing */

#define NAME_MARK 0x80000000u /* a token's page word: name, not number */

struct _EvxSketcher {
    guint32 slots[EVX_SKETCH_SLOTS];
    guint64 factors[EVX_SKETCH_SLOTS], terms[EVX_SKETCH_SLOTS]; /* slot i keeps the least x * factor + term, its upper half */
    guint64 last[TRIPLE]; /* hashes of the last words */
    guint64 added[ADDED]; /* triples that were added, each at its place or driven from it by another */
    guint words;
    GArray *tokens, *looks, *totals; /* guint32 */
    guint32 cover[2];
    GString *folded; /* of one word */
};

EvxSketcher *
evx_sketcher_new (void)
{
    EvxSketcher *sketcher = g_new0 (EvxSketcher, 1);
    memset (sketcher->slots, 0xff, sizeof sketcher->slots);
    guint64 factor = 1, term = 0;
    for (guint i = 0; i < EVX_SKETCH_SLOTS; i++) {
        factor *= 6364136223846793005u;
        term = term * 6364136223846793005u + 1442695040888963407u;
        sketcher->factors[i] = factor;
        sketcher->terms[i] = term;
    }
    sketcher->tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
    sketcher->looks = g_array_new (FALSE, FALSE, sizeof (guint32));
    sketcher->totals = g_array_new (FALSE, FALSE, sizeof (guint32));
    sketcher->folded = g_string_new (NULL);
    return sketcher;
}

void
evx_sketcher_free (EvxSketcher *sketcher)
{
    if (sketcher == NULL)
        return;
    g_array_unref (sketcher->tokens);
    g_array_unref (sketcher->looks);
    g_array_unref (sketcher->totals);
    g_string_free (sketcher->folded, TRUE);
    g_free (sketcher);
}

/* FNV-1a, 64 bit, with a last mixing step. */
static guint64
hash_bytes (const char *bytes, gsize length)
{
    guint64 hash = 14695981039346656037u;
    for (gsize i = 0; i < length; i++)
        hash = (hash ^ (guint8)bytes[i]) * 1099511628211u;
    hash ^= hash >> 32;
    return hash * 0x9e3779b97f4a7c15u;
}

/* For each word of a text 64 products, and nothing depends on another: the compiler makes eight at a time of them where
 * the processor can, which takes a third of the time. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__)
__attribute__ ((target_clones ("arch=x86-64-v4", "default"), optimize ("O3")))
#endif
static void
lower_slots (guint32 *slots, const guint64 *factors, const guint64 *terms, guint64 x)
{
    for (guint i = 0; i < EVX_SKETCH_SLOTS; i++) {
        guint32 value = (guint32)((x * factors[i] + terms[i]) >> 32);
        slots[i] = MIN (value, slots[i]);
    }
}

static void
add_triple (EvxSketcher *sketcher, guint64 hash)
{
    guint64 x = hash | 1, *added = &sketcher->added[hash / 2 % ADDED];
    if (*added == x)
        return;
    *added = x;
    lower_slots (sketcher->slots, sketcher->factors, sketcher->terms, x);
}

static void
add_word (EvxSketcher *sketcher, guint64 hash)
{
    memmove (sketcher->last, sketcher->last + 1, sizeof sketcher->last - sizeof sketcher->last[0]);
    sketcher->last[TRIPLE - 1] = hash;
    if (++sketcher->words < TRIPLE)
        return;
    guint64 triple = 0;
    for (guint i = 0; i < TRIPLE; i++)
        triple = (triple ^ sketcher->last[i]) * 0xbf58476d1ce4e5b9u;
    add_triple (sketcher, triple ^ (triple >> 29));
}

/* ---- telling tokens ------------------------------------------------------------------------- */

/* A word of digits, with OCR's letters taken as digits: its value, shortened to 32 bits. */
static gboolean
read_figure (const char *text, gsize length, guint32 *value)
{
    guint digits = 0, others = 0;
    guint64 number = 0;
    for (gsize i = 0; i < length; i++) {
        char c = text[i] == 'O' || text[i] == 'o'   ? '0'
                 : text[i] == 'l' || text[i] == 'I' ? '1'
                                                    : text[i];
        digits += g_ascii_isdigit (text[i]);
        others += g_ascii_isalpha (c);
        if (g_ascii_isdigit (c))
            number = (number * 10 + (guint64)(c - '0')) % 4000000007u;
    }
    *value = (guint32)number;
    return digits > 0 && others <= digits;
}

static void
keep_token (EvxSketcher *sketcher, guint32 value, guint page, gboolean name)
{
    if (sketcher->tokens->len >= TOKEN_WORDS * EVX_SKETCH_TOKENS)
        return;
    guint32 place = (page & ~NAME_MARK) | (name ? NAME_MARK : 0);
    g_array_append_val (sketcher->tokens, value);
    g_array_append_val (sketcher->tokens, place);
}

static gboolean
is_running_block (const EvxPage *page, const EvxWord *word)
{
    if (word->line >= page->lines->len)
        return FALSE;
    guint block = g_array_index (page->lines, EvxLine, word->line).block;
    if (block >= page->blocks->len)
        return FALSE;
    guint kind = g_array_index (page->blocks, EvxBlock, block).kind;
    return kind == EVX_BLOCK_HEADER || kind == EVX_BLOCK_FOOTER;
}

static gboolean
is_bates (const EvxPage *page, const EvxWord *word)
{
    for (guint i = 0; i < page->bates->len; i++)
        if (evx_box_covered (word->box, g_array_index (page->bates, EvxBates, i).box) > 0.5)
            return TRUE;
    return FALSE;
}

/* A word in capitals inside a sentence: mostly a name. */
static gboolean
is_name (const char *text, const EvxWord *word, gboolean sentence_start)
{
    return !sentence_start && word->length > 3 && g_ascii_isupper (text[0]) &&
           g_ascii_islower (text[1]);
}

void
evx_sketcher_page (EvxSketcher *sketcher, const EvxPage *page)
{
    gboolean sentence_start = TRUE;
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        const char *text = page->text->str + word->start;
        if (is_running_block (page, word) || is_bates (page, word))
            continue;
        guint32 figure = 0;
        gboolean is_figure = read_figure (text, word->length, &figure);
        g_string_truncate (sketcher->folded, 0);
        if (is_figure)
            g_string_append_c (sketcher->folded, '#');
        else
            evx_fold_append (sketcher->folded, text, word->length);
        guint64 hash = hash_bytes (sketcher->folded->str, sketcher->folded->len);
        if (sketcher->folded->len > 0)
            add_word (sketcher, hash);
        if (is_figure || is_name (text, word, sentence_start))
            keep_token (sketcher, is_figure ? figure : (guint32)(hash >> 32), page->index,
                        !is_figure);
        sentence_start = strchr (".:!?", text[word->length - 1]) != NULL;
    }
    if (sketcher->looks->len < LOOK_WORDS * EVX_SKETCH_LOOKS) {
        guint32 look[LOOK_WORDS] = { (guint32)page->image_hash, (guint32)(page->image_hash >> 32) };
        g_array_append_vals (sketcher->looks, look, LOOK_WORDS);
    }
}

void
evx_sketcher_total (EvxSketcher *sketcher, EvxTotal total)
{
    if (sketcher->totals->len >= TOTAL_WORDS * EVX_SKETCH_TOTALS)
        return;
    guint32 words[TOTAL_WORDS] = { total.page, total.printed, total.counted };
    g_array_append_vals (sketcher->totals, words, TOTAL_WORDS);
}

void
evx_sketcher_cover (EvxSketcher *sketcher, guint32 first_day, guint32 last_day)
{
    sketcher->cover[0] = first_day;
    sketcher->cover[1] = last_day;
}

void
evx_sketcher_finish (EvxSketcher *sketcher, EvxDocument *document)
{
    guint32 head[HEAD] = {
        [N_SLOTS] = sketcher->words >= TRIPLE ? EVX_SKETCH_SLOTS : 0,
        [SIZE] = sketcher->words >= TRIPLE ? sketcher->words - TRIPLE + 1 : 0,
        [N_TOKENS] = sketcher->tokens->len / TOKEN_WORDS,
        [N_LOOKS] = sketcher->looks->len / LOOK_WORDS,
        [N_TOTALS] = sketcher->totals->len / TOTAL_WORDS,
        [COVER_FIRST] = sketcher->cover[0],
        [COVER_LAST] = sketcher->cover[1],
    };
    GArray *sketch = document->sketch;
    g_array_set_size (sketch, 0);
    g_array_append_vals (sketch, head, HEAD);
    g_array_append_vals (sketch, sketcher->slots, head[N_SLOTS]);
    g_array_append_vals (sketch, sketcher->tokens->data, sketcher->tokens->len);
    g_array_append_vals (sketch, sketcher->looks->data, sketcher->looks->len);
    g_array_append_vals (sketch, sketcher->totals->data, sketcher->totals->len);
}

/* ---- reading -------------------------------------------------------------------------------- */

/* The sketch may come from a damaged index: its lengths are checked before anything is read from
 * it. */
static const guint32 *
part (const GArray *sketch, guint which, guint *n)
{
    static const guint order[] = { N_SLOTS, N_TOKENS, N_LOOKS, N_TOTALS };
    static const guint widths[] = { 1, TOKEN_WORDS, LOOK_WORDS, TOTAL_WORDS };
    *n = 0;
    if (sketch->len < HEAD)
        return NULL;
    const guint32 *words = (const guint32 *)(gconstpointer)sketch->data;
    guint64 at = HEAD;
    for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
        guint64 length = (guint64)words[order[i]] * widths[i];
        if (at + length > sketch->len)
            return NULL;
        if (order[i] == which) {
            *n = words[order[i]];
            return words + at;
        }
        at += length;
    }
    return NULL;
}

const guint32 *
evx_sketch_slots (const GArray *sketch)
{
    guint n;
    const guint32 *slots = part (sketch, N_SLOTS, &n);
    return n == EVX_SKETCH_SLOTS ? slots : NULL;
}

guint
evx_sketch_size (const GArray *sketch)
{
    return sketch->len >= HEAD ? g_array_index (sketch, guint32, SIZE) : 0;
}

double
evx_sketch_resemblance (const GArray *a, const GArray *b)
{
    const guint32 *left = evx_sketch_slots (a), *right = evx_sketch_slots (b);
    if (left == NULL || right == NULL)
        return 0;
    guint same = 0;
    for (guint i = 0; i < EVX_SKETCH_SLOTS; i++)
        same += left[i] == right[i];
    return (double)same / EVX_SKETCH_SLOTS;
}

guint64
evx_sketch_look (const GArray *sketch, guint i)
{
    guint n;
    const guint32 *looks = part (sketch, N_LOOKS, &n);
    return i < n ? looks[LOOK_WORDS * i] | ((guint64)looks[LOOK_WORDS * i + 1] << 32) : 0;
}

/* A scan made twice differs in a few of the 64 bits; unlike pages in about 32. */
#define ALIKE_BITS 8

gboolean
evx_sketch_looks_alike (const GArray *a, const GArray *b)
{
    guint n_a, n_b;
    part (a, N_LOOKS, &n_a);
    part (b, N_LOOKS, &n_b);
    if (n_a != n_b || n_a == 0)
        return FALSE;
    for (guint i = 0; i < n_a; i++) {
        guint64 left = evx_sketch_look (a, i), right = evx_sketch_look (b, i);
        if (left == 0 || right == 0 || __builtin_popcountll (left ^ right) > ALIKE_BITS)
            return FALSE;
    }
    return TRUE;
}

guint64
evx_sketch_figures (const GArray *sketch)
{
    guint n;
    guint64 sum = 0;
    const guint32 *tokens = part (sketch, N_TOKENS, &n);
    for (guint i = 0; i < n; i++) {
        guint64 value = tokens[TOKEN_WORDS * i] + 1;
        if ((tokens[TOKEN_WORDS * i + 1] & NAME_MARK) == 0)
            sum += (value * 0x9e3779b97f4a7c15u) ^ (value << 17);
    }
    return sum;
}

guint
evx_sketch_totals (const GArray *sketch)
{
    guint n;
    part (sketch, N_TOTALS, &n);
    return n;
}

EvxTotal
evx_sketch_total (const GArray *sketch, guint i)
{
    guint n;
    const guint32 *totals = part (sketch, N_TOTALS, &n);
    g_return_val_if_fail (i < n, ((EvxTotal){ 0 }));
    totals += (gsize)i * TOTAL_WORDS;
    return (EvxTotal){ totals[0], totals[1], totals[2] };
}

gboolean
evx_sketch_cover (const GArray *sketch, guint32 *first_day, guint32 *last_day)
{
    if (sketch->len < HEAD || g_array_index (sketch, guint32, COVER_FIRST) == 0)
        return FALSE;
    *first_day = g_array_index (sketch, guint32, COVER_FIRST);
    *last_day = g_array_index (sketch, guint32, COVER_LAST);
    return TRUE;
}

/* How often each token stands in the right text, less how often in the left. */
static GHashTable *
surplus_of (const guint32 *tokens, guint n, GHashTable *start, int step)
{
    GHashTable *surplus =
        start ? start : g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < n; i++) {
        gint64 key = (gint64) (tokens[2 * i] | (guint64) (tokens[2 * i + 1] & NAME_MARK) << 32);
        int count = GPOINTER_TO_INT (g_hash_table_lookup (surplus, &key)) + step;
        g_hash_table_insert (surplus, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (count));
    }
    return surplus;
}

/* Counts the tokens that stand on this side alone; @sign is -1 for the left, 1 for the right. */
static void
count_surplus (const guint32 *tokens, guint n, GHashTable *surplus, int sign, guint *numbers,
               guint *names, guint32 *first, guint *page)
{
    for (guint i = 0; i < n; i++) {
        gboolean name = (tokens[2 * i + 1] & NAME_MARK) != 0;
        gint64 key = (gint64) (tokens[2 * i] | (guint64) (name ? NAME_MARK : 0) << 32);
        int count = GPOINTER_TO_INT (g_hash_table_lookup (surplus, &key));
        if (count * sign <= 0)
            continue;
        g_hash_table_insert (surplus, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (count - sign));
        if (!name && *numbers == 0) {
            *first = tokens[2 * i];
            *page = tokens[2 * i + 1];
        }
        *(name ? names : numbers) += 1;
    }
}

EvxSketchDifference
evx_sketch_difference (const GArray *a, const GArray *b)
{
    EvxSketchDifference difference = { 0 };
    guint n_left, n_right;
    const guint32 *left = part (a, N_TOKENS, &n_left), *right = part (b, N_TOKENS, &n_right);
    g_autoptr (GHashTable) surplus = surplus_of (left, n_left, NULL, -1);
    surplus_of (right, n_right, surplus, 1);
    count_surplus (left, n_left, surplus, -1, &difference.only_left, &difference.names_left,
                   &difference.left_number, &difference.left_page);
    count_surplus (right, n_right, surplus, 1, &difference.only_right, &difference.names_right,
                   &difference.right_number, &difference.right_page);
    difference.common = n_left - difference.only_left - difference.names_left;
    return difference;
}
