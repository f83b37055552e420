/* What a word is to the lexicon: walked once through the trie whatever the size of the lexicon; a word that the trie does
 * not know is compared by the skeleton that OCR confusions leave alone. The sets that it is of by itself, whatever stands
 * around it, come with it. */
#include "fold.h"
#include "match.h"

#include <string.h>

/* ---- the trie --------------------------------------------------------------------------------------- */

static inline guint
letter_of (char c)
{
    if (c >= 'a' && c <= 'z')
        return (guint)(c - 'a');
    if (c >= '0' && c <= '9')
        return 26u + (guint)(c - '0');
    return 36;
}

/* The verbs that the word is a form of. */
static void
add_verbs (EvxFlow *flow, guint32 symbol)
{
    const GArray *verbs = flow->lexicon->verbs;
    guint32 l = g_array_index (flow->lexicon->verb_of, guint32, symbol);
    for (; l != 0; l = g_array_index (verbs, EvxVerbLink, l - 1).next) {
        guint32 verb = g_array_index (verbs, EvxVerbLink, l - 1).symbol;
        g_array_append_val (flow->symbols, verb);
    }
}

/* Appends the symbols of one spelling; returns how many. */
static guint
walk (EvxFlow *flow, const char *folded, guint length, gboolean upper)
{
    const EvxTrieNode *nodes = (const EvxTrieNode *)(gpointer)flow->lexicon->nodes->data;
    const EvxTrieNode *node = nodes;
    guint before = flow->symbols->len;
    for (guint i = 0; i < length; i++) {
        guint32 next = node->child[letter_of (folded[i])];
        if (next == 0)
            return flow->symbols->len - before;
        node = &nodes[next];
        if (node->prefixes != 0) {
            guint32 symbol = node->prefixes - 1;
            g_array_append_val (flow->symbols, symbol);
        }
    }
    if (node->words != 0) {
        guint32 symbol = node->words - 1;
        g_array_append_val (flow->symbols, symbol);
        add_verbs (flow, symbol);
    }
    if (upper && node->child[37] != 0) {
        guint32 symbol = node->child[37] - 1;
        g_array_append_val (flow->symbols, symbol);
    }
    return flow->symbols->len - before;
}

/* The whole word, or a prefix of a pattern, is in the lexicon. */
gboolean
evx_match_known (const EvxLexicon *lexicon, const char *folded, guint length)
{
    const EvxTrieNode *nodes = (const EvxTrieNode *)(gpointer)lexicon->nodes->data;
    const EvxTrieNode *node = nodes;
    for (guint i = 0; i < length; i++) {
        guint32 next = node->child[letter_of (folded[i])];
        if (next == 0)
            return FALSE;
        node = &nodes[next];
        if (node->prefixes != 0 && length <= i + 6)
            return TRUE;
    }
    return node->words != 0 || node->child[37] != 0;
}

gboolean
evx_match_may_end (const EvxLexicon *lexicon, const char *folded, guint length)
{
    guint32 hash = EVX_ENDING_HASH;
    for (guint i = length; i-- > 0;)
        hash = evx_ending_hash (hash, folded[i]);
    guint32 bit = evx_ending_bit (hash);
    return (lexicon->endings[bit / 8] >> bit % 8) & 1;
}

static gboolean
triggers (const EvxFlow *flow, guint first, guint n)
{
    const guint8 *flags = (const guint8 *)flow->lexicon->symbol_flags->data;
    for (guint i = 0; i < n; i++)
        if (flags[g_array_index (flow->symbols, guint32, first + i)] & EVX_SYMBOL_TRIGGER)
            return TRUE;
    return FALSE;
}

/* "lCE", "1CE": capitals except for a first letter that OCR takes for an I. */
static gboolean
is_misread_ice (const EvxFlow *flow, const EvxToken *token)
{
    const char *text = flow->page->text->str + token->start;
    gsize n = token->end - token->start;
    return (n == 3 && strchr ("l1|!", text[0]) && text[1] == 'C' && text[2] == 'E') ||
           (n == 4 && strncmp (text,
                               "\xc3\x8d"
                               "CE",
                               4) == 0);
}

static gboolean
ends_with (const EvxFlow *flow, const EvxToken *token, const EvxSuffix *suffix, const char *folded,
           guint length)
{
    const char *text = suffix->accented ? flow->page->text->str + token->start : folded;
    gsize n = suffix->accented ? token->end - token->start : length;
    /* a word no longer than its ending and two letters has no such ending: "red", "bed" */
    return n >= suffix->length + 3 && text[n - 1] == suffix->text[suffix->length - 1] &&
           memcmp (text + n - suffix->length, suffix->text, suffix->length) == 0;
}

static guint
add_suffixes (EvxFlow *flow, const EvxToken *token, const char *folded, guint length)
{
    guint n = 0;
    for (guint i = 0; i < flow->lexicon->suffixes->len; i++) {
        const EvxSuffix *suffix = &g_array_index (flow->lexicon->suffixes, EvxSuffix, i);
        if (!ends_with (flow, token, suffix, folded, length))
            continue;
        g_array_append_val (flow->symbols, suffix->symbol);
        n++;
    }
    return n;
}

/* ---- sets of a word alone --------------------------------------------------------------------------- */

void
evx_match_note_set (const EvxLexicon *lexicon, EvxToken *token, guint32 set)
{
    const EvxMask number = evx_mask_of_kind (TRUE, FALSE);
    evx_mask_add (&token->mask, &g_array_index (lexicon->set_masks, EvxMask, set));
    token->begins |= g_array_index (lexicon->set_begins, guint8, set);
    if (set == EVX_SET_NUMBER || set == EVX_SET_ZERO || set == EVX_SET_NIL)
        evx_mask_add (&token->mask, &number);
    if (set < EVX_N_SETS)
        token->named[set / 64] |= (guint64)1 << set % 64;
}

static gboolean
is_of_set (const EvxFlow *flow, const EvxToken *token, guint32 set)
{
    for (guint i = 0; i < token->n_sets; i++)
        if (g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set == set)
            return TRUE;
    return FALSE;
}

/* Adds the sets of terms that are a word, or a set, alone. */
static void
add_sets_alone (EvxFlow *flow, EvxToken *token, const EvxHeadTable *table, guint32 key, guint symbol)
{
    const EvxHeadRow *row = evx_row_of (table, key);
    const EvxHead *alone = row != NULL ? evx_heads_of (table, row) : NULL;
    for (guint32 i = 0; row != NULL && i < row->n; i++) {
        guint32 set = g_array_index (flow->lexicon->terms, EvxTerm, alone[i].term).owner;
        EvxSetHit hit = { set, 1, evx_set_order (symbol, alone[i].term) };
        if (is_of_set (flow, token, set))
            continue;
        g_array_append_val (flow->set_hits, hit);
        token->n_sets++;
        evx_match_note_set (flow->lexicon, token, set);
    }
}

void
evx_match_symbols (EvxFlow *flow, EvxToken *token)
{
    token->sets = flow->set_hits->len;
    token->n_sets = 0;
    token->named[0] = token->named[1] = 0;
    token->mask = evx_mask_of_type (token->type);
    token->begins = 0;
    for (guint k = 0; k < token->n_symbols; k++) {
        guint32 symbol = g_array_index (flow->symbols, guint32, token->symbols + k);
        evx_mask_add (&token->mask, &g_array_index (flow->lexicon->symbol_masks, EvxMask, symbol));
        token->begins |= g_array_index (flow->lexicon->symbol_begins, guint8, symbol);
        add_sets_alone (flow, token, &flow->lexicon->alone, symbol, k);
    }
    for (guint i = 0; i < token->n_sets; i++) /* grows */
        add_sets_alone (flow, token, &flow->lexicon->alone_sets,
                        g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set, EVX_LAST);
}

/* ---- a word, whatever OCR made of it --------------------------------------------------------------------- */

/* "0f", "po1icy": a word in which OCR took letters for digits, once with l and once with i for each 1. */
static guint
walk_with_letters (EvxFlow *flow, const char *folded, guint length)
{
    static const char digits[] = "01586", letters[] = "olsbb";
    char read[EVX_FOLD_MAX];
    guint n_digits = 0, n = 0;
    for (guint i = 0; i < length; i++) {
        const char *at = strchr (digits, folded[i]);
        read[i] = at != NULL ? letters[at - digits] : folded[i];
        n_digits += at != NULL;
        if (at == NULL && g_ascii_isdigit (folded[i]))
            return 0;
    }
    if (n_digits == 0 || n_digits * 2 > length)
        return 0; /* "I-247A" is no word */
    n = walk (flow, read, length, FALSE);
    for (guint i = 0; n == 0 && i < length; i++)
        read[i] = folded[i] == '1' ? 'i' : read[i];
    return n > 0 ? n : walk (flow, read, length, FALSE);
}

void
evx_match_word (EvxFlow *flow, EvxToken *token, const char *folded, guint length)
{
    token->symbols = flow->symbols->len;
    gboolean upper = (token->flags & EVX_TOKEN_UPPER) != 0;
    guint n = walk (flow, folded, length, upper);
    if (n == 0 && length == 3 && is_misread_ice (flow, token)) {
        n = walk (flow, "ice", 3, TRUE);
        token->flags |= EVX_TOKEN_MISREAD | EVX_TOKEN_UPPER;
    }
    if (n == 0 && length >= 2 && (n = walk_with_letters (flow, folded, length)) > 0)
        token->flags |= EVX_TOKEN_MISREAD;
    if (n == 0 && length >= 5) {
        char skeleton[EVX_FOLD_MAX];
        evx_skeleton (folded, length, skeleton);
        const char *meant = g_hash_table_lookup (flow->lexicon->skeletons, skeleton);
        if (meant != NULL) {
            n = walk (flow, meant, (guint)strlen (meant), FALSE);
            token->flags |= EVX_TOKEN_MISREAD;
        }
    }
    token->known = n > 0;
    token->n_symbols = (guint16)(n + add_suffixes (flow, token, folded, length));
    evx_match_symbols (flow, token);
    if (n > 0 && !flow->triggered)
        flow->triggered = triggers (flow, token->symbols, n);
}
