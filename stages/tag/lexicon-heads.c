/* Where terms begin, and by which bits most places are told from where they do not: what is read at each word of a page
 * (words.c, sets.c, search.c). Worked out once all files are read, from nothing but the terms. */
#include "lexicon-internal.h"

#include <string.h>

/* ---- masks ------------------------------------------------------------------------------------------ */

static EvxMask *
mask_of (const EvxLexicon *lexicon, guint32 alternative)
{
    return alternative & EVX_ALT_SET
               ? &g_array_index (lexicon->set_masks, EvxMask, alternative & ~EVX_ALT_SET)
               : &g_array_index (lexicon->symbol_masks, EvxMask, alternative);
}

static void
set_bit (guint64 words[2], guint32 bit)
{
    words[bit % 2] |= (guint64)1 << bit / 2;
}

/* Bits are dealt out in turn, so that all are borne by as many symbols and sets, in the other half in an order that has
 * nothing to do with the first. What no term and no condition asks for bears none, and so most tokens few. */
static void
deal (const EvxLexicon *lexicon, guint32 alternative, guint *turn)
{
    EvxMask *mask = mask_of (lexicon, alternative);
    if (!evx_mask_is_empty (mask))
        return;
    set_bit (mask->one, *turn % EVX_MASK_BITS);
    set_bit (mask->other, (*turn * 0x9e3779b1u >> 16) % EVX_MASK_BITS);
    ++*turn;
}

static void
deal_masks (EvxLexicon *lexicon)
{
    guint turn = 0;
    g_array_set_size (lexicon->symbol_masks, 0);
    g_array_set_size (lexicon->set_masks, 0);
    g_array_set_size (lexicon->symbol_masks, lexicon->symbol_flags->len);
    g_array_set_size (lexicon->set_masks, lexicon->set_names->len);
    for (guint i = 0; i < lexicon->alternatives->len; i++)
        deal (lexicon, g_array_index (lexicon->alternatives, guint32, i), &turn);
    for (guint i = 0; i < lexicon->test_sets->len; i++)
        deal (lexicon, g_array_index (lexicon->test_sets, guint32, i) | EVX_ALT_SET, &turn);
}

static EvxMask
mask_of_element (const EvxLexicon *lexicon, const EvxElement *element)
{
    EvxMask mask = evx_mask_of_kind (element->type == EVX_EL_NUMBER, element->type == EVX_EL_ANY);
    for (guint32 i = 0; i < element->n; i++)
        evx_mask_add (&mask, mask_of (lexicon, g_array_index (lexicon->alternatives, guint32, element->first + i)));
    return mask;
}

static void
mask_elements_and_tests (EvxLexicon *lexicon)
{
    for (guint i = 0; i < lexicon->elements->len; i++) {
        EvxElement *element = &g_array_index (lexicon->elements, EvxElement, i);
        element->mask = mask_of_element (lexicon, element);
    }
    for (guint i = 0; i < lexicon->tests->len; i++) {
        EvxTest *test = &g_array_index (lexicon->tests, EvxTest, i);
        test->mask = evx_mask_of_kind (FALSE, FALSE);
        for (guint32 s = 0; s < test->n; s++)
            evx_mask_add (&test->mask,
                          mask_of (lexicon, EVX_ALT_SET | g_array_index (lexicon->test_sets, guint32, test->first + s)));
    }
}

/* ---- heads ------------------------------------------------------------------------------------------ */

static EvxPass
pass_of (const EvxTerm *term)
{
    return term->role == EVX_TERM_SET ? EVX_PASS_SETS : term->role == EVX_TERM_CUE ? EVX_PASS_CUES : EVX_PASS_CONTEXTS;
}

static void
widen (EvxNext *next, const EvxMask *mask, guint32 gap)
{
    evx_mask_add (&next->mask, mask);
    next->gap = MAX (next->gap, gap);
}

/* What follows the first element: any of those that may be missing, or the first that may not. */
static EvxNext
next_of (const EvxLexicon *lexicon, const EvxTerm *term)
{
    EvxNext next = { 0 };
    for (guint32 e = 1; e < term->n; e++) {
        const EvxElement *element = &g_array_index (lexicon->elements, EvxElement, term->first + e);
        widen (&next, &element->mask, element->gap);
        if (!element->optional)
            return next;
    }
    return (EvxNext){ 0 };
}

static guint
count_bits (const EvxMask *mask)
{
    return (guint)(__builtin_popcountll (mask->one[0]) + __builtin_popcountll (mask->one[1]));
}

/* Of the elements behind the second that may not be missing, the one that the fewest tokens meet. */
static EvxMask
later_of (const EvxLexicon *lexicon, const EvxTerm *term)
{
    EvxMask rarest = { 0 };
    for (guint32 e = 2; e < term->n; e++) {
        const EvxElement *element = &g_array_index (lexicon->elements, EvxElement, term->first + e);
        if (!element->optional && element->type != EVX_EL_ANY &&
            (evx_mask_is_empty (&rarest) || count_bits (&element->mask) < count_bits (&rarest)))
            rarest = element->mask;
    }
    return rarest;
}

static EvxHead
head_of (const EvxLexicon *lexicon, guint32 index)
{
    const EvxTerm *term = &g_array_index (lexicon->terms, EvxTerm, index);
    EvxHead head = { .term = index, .alone = term->n == 1, .next = next_of (lexicon, term), .later = later_of (lexicon, term) };
    const EvxElement *telling = term->role == EVX_TERM_CUE ? evx_lexicon_telling (lexicon, term) : NULL;
    if (telling != NULL)
        head.need = telling->mask;
    head.far = term->role == EVX_TERM_CONTEXT &&
               g_array_index (lexicon->contexts, EvxContext, term->owner).scope == EVX_SCOPE_PASSAGE;
    return head;
}

typedef enum { BY_SYMBOL, BY_SET, BY_NUMBER, ALONE, SET_ALONE } Kind;

/* By what the term is found where its first element has the alternative @a. */
static Kind
kind_of (const EvxTerm *term, guint32 a)
{
    gboolean alone = term->role == EVX_TERM_SET && term->n == 1;
    if (a & EVX_ALT_SET)
        return alone ? SET_ALONE : BY_SET;
    return alone ? ALONE : BY_SYMBOL;
}

/* A head and what it stands under. */
typedef struct {
    guint32 key;
    EvxHead head;
} Placed;

static gint
by_key (gconstpointer a, gconstpointer b)
{
    const Placed *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

static gboolean
stands_under (const EvxLexicon *lexicon, const EvxElement *first, const EvxTerm *term, Kind kind)
{
    if (first->type == EVX_EL_NUMBER && kind == BY_NUMBER)
        return TRUE;
    for (guint32 i = 0; i < first->n; i++)
        if (kind_of (term, g_array_index (lexicon->alternatives, guint32, first->first + i)) == kind)
            return TRUE;
    return FALSE;
}

static GArray *
heads_of_pass (const EvxLexicon *lexicon, EvxPass pass, Kind kind)
{
    GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
    for (guint32 t = 0; t < lexicon->terms->len; t++) {
        const EvxTerm *term = &g_array_index (lexicon->terms, EvxTerm, t);
        const EvxElement *first = &g_array_index (lexicon->elements, EvxElement, term->first);
        if (pass_of (term) != pass || !stands_under (lexicon, first, term, kind))
            continue;
        Placed place = { 0, head_of (lexicon, t) };
        if (first->type == EVX_EL_NUMBER && kind == BY_NUMBER)
            g_array_append_val (placed, place);
        for (guint32 i = 0; i < first->n; i++) {
            guint32 a = g_array_index (lexicon->alternatives, guint32, first->first + i);
            place.key = a & ~EVX_ALT_SET;
            if (kind_of (term, a) == kind)
                g_array_append_val (placed, place);
        }
    }
    return placed;
}

static void
add_to_row (EvxHeadRow *row, const EvxHead *head)
{
    gboolean open = row->n > 0 && evx_mask_is_empty (&row->next.mask);
    widen (&row->next, &head->next.mask, head->next.gap);
    if (open || evx_mask_is_empty (&head->next.mask))
        row->next.mask = evx_mask_of_kind (FALSE, FALSE);
    row->n++;
}

static void
fill_table (const EvxLexicon *lexicon, EvxHeadTable *table, guint keys, EvxPass pass, Kind kind)
{
    g_autoptr (GArray) placed = heads_of_pass (lexicon, pass, kind);
    g_array_sort (placed, by_key); /* stable: in the order of the lexicon */
    g_array_set_size (table->row_of, 0);
    g_array_set_size (table->row_of, keys);
    g_array_set_size (table->rows, 0);
    g_array_set_size (table->heads, 0);
    for (guint i = 0; i < placed->len; i++) {
        const Placed *place = &g_array_index (placed, Placed, i);
        EvxHeadRow row = { .first = i };
        if (i == 0 || place[-1].key != place->key)
            g_array_append_val (table->rows, row);
        g_array_append_val (table->heads, place->head);
        g_array_index (table->row_of, guint32, place->key) = table->rows->len;
        add_to_row (&g_array_index (table->rows, EvxHeadRow, table->rows->len - 1), &place->head);
    }
}

/* ---- what begins where ------------------------------------------------------------------------------- */

static guint8
what_begins (EvxPass pass, const EvxHead *heads, guint32 n)
{
    guint8 begins = 0;
    for (guint32 i = 0; i < n; i++)
        begins |= pass == EVX_PASS_SETS                 ? EVX_BEGINS_SET
                  : heads[i].far                        ? EVX_BEGINS_CONTEXT | EVX_BEGINS_FAR
                  : pass == EVX_PASS_CONTEXTS           ? EVX_BEGINS_CONTEXT
                  : evx_mask_is_empty (&heads[i].need) ? EVX_BEGINS_ANY_CUE
                                                        : EVX_BEGINS_CUE;
    return begins;
}

static void
note_beginnings (const EvxHeadTable *table, EvxPass pass, GArray *begins)
{
    for (guint32 key = 0; key < begins->len; key++) {
        const EvxHeadRow *row = evx_row_of (table, key);
        if (row != NULL)
            g_array_index (begins, guint8, key) |= what_begins (pass, evx_heads_of (table, row), row->n);
    }
}

static void
fill_beginnings (EvxLexicon *lexicon)
{
    g_array_set_size (lexicon->symbol_begins, 0);
    g_array_set_size (lexicon->set_begins, 0);
    g_array_set_size (lexicon->symbol_begins, lexicon->symbol_flags->len);
    g_array_set_size (lexicon->set_begins, lexicon->set_names->len);
    for (guint pass = 0; pass < EVX_N_PASSES; pass++) {
        note_beginnings (&lexicon->heads[pass].by_symbol, pass, lexicon->symbol_begins);
        note_beginnings (&lexicon->heads[pass].by_set, pass, lexicon->set_begins);
    }
    for (guint32 symbol = 0; symbol < lexicon->symbol_flags->len; symbol++)
        if (g_array_index (lexicon->symbol_flags, guint8, symbol) & EVX_SYMBOL_TRIGGER)
            g_array_index (lexicon->symbol_begins, guint8, symbol) |= EVX_BEGINS_TELLING;
}

void
evx_lexicon_fill_heads (EvxLexicon *lexicon)
{
    deal_masks (lexicon);
    mask_elements_and_tests (lexicon);
    for (guint pass = 0; pass < EVX_N_PASSES; pass++) {
        EvxHeads *heads = &lexicon->heads[pass];
        fill_table (lexicon, &heads->by_symbol, lexicon->symbol_flags->len, pass, BY_SYMBOL);
        fill_table (lexicon, &heads->by_set, lexicon->set_names->len, pass, BY_SET);
        fill_table (lexicon, &heads->by_number, 1, pass, BY_NUMBER);
    }
    fill_table (lexicon, &lexicon->alone, lexicon->symbol_flags->len, EVX_PASS_SETS, ALONE);
    fill_table (lexicon, &lexicon->alone_sets, lexicon->set_names->len, EVX_PASS_SETS, SET_ALONE);
    fill_beginnings (lexicon);
}
