/* Finds words, sets and terms in one pass: each word walks the trie once, whatever the size of the
 * lexicon; a term is tried only where its first word or set stands. Words the trie does not know
 * are compared by the skeleton that OCR confusions leave alone. */
#include "tag-internal.h"

#include <string.h>

/* ---- folding ---------------------------------------------------------------------------------------- */

/* U+00C0..U+017F without their accents, "" where the letter has no plain form. */
static const char latin[] = "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
                            "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
                            "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/* What one character folds to: up to three letters; NULL for one that ends the word as foreign. */
static const char *
fold_char (gunichar c, char one[2])
{
    static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
    if (c >= 0xfb00 && c <= 0xfb06)
        return ligatures[c - 0xfb00];
    if (c == 0x2019 || c == 0x2018 || c == 0x2010 || c == 0x2011 || c == 0xad ||
        (c >= 0x300 && c <= 0x36f) || c == 0xaa || c == 0xba || (c >= 0x200b && c <= 0x200f) ||
        (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff)
        return "";
    if (c < 0xc0 || c > 0x17f)
        return NULL;
    one[0] = g_ascii_tolower (latin[c - 0xc0]);
    return one;
}

static gboolean
is_dropped (char c)
{
    return c == '-' || c == '\'' || c == '.' || c == '_' || c == '&';
}

guint
evx_fold_word (const char *text, gsize length, char out[EVX_FOLD_MAX])
{
    guint n = 0;
    const char *end = text + length;
    while (text < end) {
        guchar c = (guchar)*text;
        if (n >= EVX_FOLD_MAX - 4)
            return 0;
        if (c < 0x80) {
            if (g_ascii_isalnum (c))
                out[n++] = g_ascii_tolower (c);
            else if (c == '|')
                out[n++] = 'l';
            else if (!is_dropped ((char)c))
                return 0;
            text++;
            continue;
        }
        char one[2] = { 0 };
        const char *folded = fold_char (g_utf8_get_char (text), one);
        if (folded == NULL)
            return 0;
        while (*folded != '\0')
            out[n++] = *folded++;
        text = g_utf8_next_char (text);
    }
    out[n] = '\0';
    return n;
}

/* Pairs first, then single letters. Source of the pairs: the confusions of tesseract and of text
 * layers of scanned letters; both sides of a comparison pass through here, so that a map may be
 * coarse. */
guint
evx_skeleton (const char *folded, guint length, char out[EVX_FOLD_MAX])
{
    static const struct {
        char pair[3];
        char to;
    } pairs[] = { { "rn", 'm' }, { "rr", 'n' }, { "ri", 'n' }, { "cl", 'd' },
                  { "vv", 'w' }, { "nn", 'm' }, { "li", 'h' }, { "ll", 'l' } };
    static const char from[] = "1i0586ej9", to[] = "llosbbclg";
    guint n = 0;
    for (guint i = 0; i < length && n < EVX_FOLD_MAX - 1;) {
        guint p = 0;
        while (p < G_N_ELEMENTS (pairs) && (folded[i] != pairs[p].pair[0] || folded[i + 1] != pairs[p].pair[1]))
            p++;
        if (p < G_N_ELEMENTS (pairs)) {
            out[n++] = pairs[p].to;
            i += 2;
            continue;
        }
        const char *at = strchr (from, folded[i]);
        out[n++] = at != NULL ? to[at - from] : folded[i];
        i++;
    }
    out[n] = '\0';
    return n;
}

/* ---- what the lexicon has by number ------------------------------------------------------------------- */

static inline const EvxHead *
heads_of (const EvxHeadTable *table, guint32 row, guint32 *n)
{
    const guint32 *first = &g_array_index (table->first, guint32, row);
    *n = first[1] - first[0];
    return &g_array_index (table->heads, EvxHead, first[0]);
}

static inline guint64
mask_of (const EvxLexicon *lexicon, guint32 alternative)
{
    return alternative & EVX_ALT_SET
               ? g_array_index (lexicon->set_masks, guint64, alternative & ~EVX_ALT_SET)
               : g_array_index (lexicon->symbol_masks, guint64, alternative);
}

/* ---- words ------------------------------------------------------------------------------------------ */

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

/* ---- sets of a token -------------------------------------------------------------------------------- */

static void
add_set_hit (EvxFlow *flow, EvxToken *token, guint32 set, guint32 n)
{
    for (guint i = 0; i < token->n_sets; i++) {
        const EvxSetHit *hit = &g_array_index (flow->set_hits, EvxSetHit, token->sets + i);
        if (hit->set == set && hit->n == n)
            return;
    }
    if (token->n_sets == G_MAXUINT16)
        return;
    EvxSetHit hit = { set, n };
    g_array_append_val (flow->set_hits, hit);
    token->n_sets++;
    token->mask |= g_array_index (flow->lexicon->set_masks, guint64, set);
    if (set == EVX_SET_NUMBER || set == EVX_SET_ZERO || set == EVX_SET_NIL)
        token->mask |= EVX_MASK_NUMBER;
    if (set < EVX_N_SETS)
        token->named[set / 64] |= (guint64)1 << set % 64;
}

static void
clear_sets (EvxFlow *flow, EvxToken *token)
{
    token->sets = flow->set_hits->len;
    token->n_sets = 0;
    token->named[0] = token->named[1] = 0;
}

static guint32
set_of (const EvxFlow *flow, const EvxHead *head)
{
    return g_array_index (flow->lexicon->terms, EvxTerm, head->term).owner;
}

void
evx_match_symbols (EvxFlow *flow, EvxToken *token)
{
    clear_sets (flow, token);
    token->mask = evx_mask_of_type (token->type);
    for (guint i = 0; i < token->n_symbols; i++) {
        guint32 n, symbol = g_array_index (flow->symbols, guint32, token->symbols + i);
        const EvxHead *alone = heads_of (&flow->lexicon->alone, symbol, &n);
        token->mask |= g_array_index (flow->lexicon->symbol_masks, guint64, symbol);
        for (guint32 k = 0; k < n; k++)
            add_set_hit (flow, token, set_of (flow, &alone[k]), 1);
    }
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

/* ---- terms ------------------------------------------------------------------------------------------ */

typedef struct {
    EvxFlow *flow;
    guint32 limit;       /* tokens end here: the unit or sentence */
    guint32 open, close; /* tokens of the mention */
} Match;

static gboolean
token_has (const EvxFlow *flow, const EvxToken *token, guint32 symbol)
{
    for (guint i = 0; i < token->n_symbols; i++)
        if (g_array_index (flow->symbols, guint32, token->symbols + i) == symbol)
            return TRUE;
    return FALSE;
}

guint32
evx_flow_set_at (const EvxFlow *flow, guint32 token, guint32 set)
{
    const EvxToken *t = evx_flow_token (flow, token);
    guint32 longest = 0;
    for (guint i = 0; i < t->n_sets; i++) {
        const EvxSetHit *hit = &g_array_index (flow->set_hits, EvxSetHit, t->sets + i);
        if (hit->set == set)
            longest = MAX (longest, hit->n);
    }
    return longest;
}

static gint64 match_elements (Match *m, const EvxTerm *term, guint32 e, guint32 at);

/* Element @e took tokens [at, end): note the brackets, go on with the next. */
static gint64
took (Match *m, const EvxTerm *term, guint32 e, guint32 at, guint32 end)
{
    const EvxElement *element =
        &g_array_index (m->flow->lexicon->elements, EvxElement, term->first + e);
    guint32 open = m->open, close = m->close;
    if (element->open)
        m->open = at;
    if (element->close)
        m->close = end;
    gint64 found = match_elements (m, term, e + 1, end);
    if (found < 0) {
        m->open = open;
        m->close = close;
    }
    return found;
}

static gint64
match_alternatives (Match *m, const EvxTerm *term, guint32 e, guint32 at)
{
    const EvxLexicon *lexicon = m->flow->lexicon;
    const EvxElement *element = &g_array_index (lexicon->elements, EvxElement, term->first + e);
    const EvxToken *token = evx_flow_token (m->flow, at);
    for (guint32 i = 0; i < element->n; i++) {
        guint32 a = g_array_index (lexicon->alternatives, guint32, element->first + i);
        if (!(token->mask & mask_of (lexicon, a)))
            continue;
        if (!(a & EVX_ALT_SET)) {
            gint64 end = token_has (m->flow, token, a) ? took (m, term, e, at, at + 1) : -1;
            if (end >= 0)
                return end;
            continue;
        }
        for (guint s = 0; s < token->n_sets; s++) {
            EvxSetHit hit = g_array_index (m->flow->set_hits, EvxSetHit, token->sets + s);
            if (hit.set != (a & ~EVX_ALT_SET) || at + hit.n > m->limit)
                continue;
            gint64 end = took (m, term, e, at, at + hit.n);
            if (end >= 0)
                return end;
        }
    }
    return -1;
}

static gint64
match_number (Match *m, const EvxTerm *term, guint32 e, guint32 at)
{
    guint32 n = 0;
    if (evx_number_at (m->flow, at, &n) < 0 || at + n > m->limit)
        return -1;
    return took (m, term, e, at, at + n);
}

static gint64
match_element (Match *m, const EvxTerm *term, guint32 e, guint32 at)
{
    const EvxElement *element =
        &g_array_index (m->flow->lexicon->elements, EvxElement, term->first + e);
    switch ((EvxElementType)element->type) {
    case EVX_EL_WORDS:
        return match_alternatives (m, term, e, at);
    case EVX_EL_NUMBER:
        return match_number (m, term, e, at);
    case EVX_EL_ANY:
        return evx_flow_token (m->flow, at)->type <= EVX_TOKEN_NUMBER ? took (m, term, e, at, at + 1) : -1;
    }
    return -1;
}

/* The dot of "Mr. Ames": it ends nothing. */
static gboolean
is_dot_of_title (const EvxFlow *flow, guint32 at)
{
    return at > 0 && evx_flow_token (flow, at)->type == EVX_TOKEN_STOP &&
           evx_flow_in_set (flow, at - 1, EVX_SET_ABBREVIATION);
}

/* Returns the token after the term, or -1. */
static gint64
match_elements (Match *m, const EvxTerm *term, guint32 e, guint32 at)
{
    if (e == term->n)
        return at;
    const EvxElement *element =
        &g_array_index (m->flow->lexicon->elements, EvxElement, term->first + e);
    for (guint32 skip = 0; skip <= element->gap && at + skip < m->limit; skip++) {
        const EvxToken *token = evx_flow_token (m->flow, at + skip);
        gint64 end = token->mask & element->mask ? match_element (m, term, e, at + skip) : -1;
        if (end >= 0)
            return end;
        if ((token->type >= EVX_TOKEN_SEMICOLON && !is_dot_of_title (m->flow, at + skip)) ||
            (term->role == EVX_TERM_CUE && token->type == EVX_TOKEN_COMMA))
            break;
    }
    return element->optional ? match_elements (m, term, e + 1, at) : -1;
}

/* ---- sets ------------------------------------------------------------------------------------------- */

/* The element after the head may stand within its gap, the head being up to @n tokens at @at. */
static inline gboolean
may_go_on (const EvxFlow *flow, const EvxHead *head, guint32 at, guint32 limit, guint32 n)
{
    if (head->next == 0)
        return TRUE;
    for (guint32 t = at + 1; t <= at + n + head->gap && t < limit; t++)
        if (evx_flow_token (flow, t)->mask & head->next)
            return TRUE;
    return FALSE;
}

/* Returns the token after the term, or -1. Its head stands at @at: a symbol, or with @head_tokens a
 * set or number of up to so many. */
static gint64
match_from_head (Match *m, const EvxTerm *term, guint32 at, guint32 head_tokens)
{
    return head_tokens == 0 ? took (m, term, 0, at, at + 1) : match_elements (m, term, 0, at);
}

static void
try_set_term (EvxFlow *flow, const EvxHead *head, guint32 at, guint32 limit, guint32 head_tokens)
{
    if (!may_go_on (flow, head, at, limit, MAX (head_tokens, 1)))
        return;
    const EvxTerm *term = &g_array_index (flow->lexicon->terms, EvxTerm, head->term);
    Match m = { flow, limit, at, at };
    gint64 end = match_from_head (&m, term, at, head_tokens);
    if (end > at)
        add_set_hit (flow, evx_flow_token (flow, at), term->owner, (guint32)end - at);
}

/* Terms of the word alone and longer ones, in the order of the lexicon. */
static void
try_set_terms_of_symbol (EvxFlow *flow, guint32 symbol, guint32 at, guint32 limit)
{
    guint32 n_alone, n_longer;
    const EvxHead *alone = heads_of (&flow->lexicon->alone, symbol, &n_alone);
    const EvxHead *longer = heads_of (&flow->lexicon->heads[EVX_PASS_SETS].by_symbol, symbol, &n_longer);
    while (n_alone + n_longer > 0) {
        if (n_longer == 0 || (n_alone > 0 && alone->term < longer->term)) {
            add_set_hit (flow, evx_flow_token (flow, at), set_of (flow, alone++), 1);
            n_alone--;
        } else {
            try_set_term (flow, longer++, at, limit, 0);
            n_longer--;
        }
    }
}

static void
try_set_terms (EvxFlow *flow, const EvxHeadTable *table, guint32 row, guint32 at, guint32 limit, guint32 head_tokens)
{
    guint32 n;
    const EvxHead *heads = heads_of (table, row, &n);
    for (guint32 i = 0; i < n; i++)
        try_set_term (flow, &heads[i], at, limit, head_tokens);
}

static gboolean
any_goes_on (const EvxFlow *flow, const EvxHeadTable *table, guint32 row, guint32 at, guint32 limit)
{
    guint32 n;
    const EvxHead *heads = heads_of (table, row, &n);
    for (guint32 i = 0; i < n; i++)
        if (may_go_on (flow, &heads[i], at, limit, 1))
            return TRUE;
    return FALSE;
}

/* FALSE if the token is of those sets only that its word is of alone: most are. */
static gboolean
may_be_more (const EvxFlow *flow, guint32 at, guint32 limit)
{
    const EvxHeads *heads = &flow->lexicon->heads[EVX_PASS_SETS];
    const EvxToken *token = evx_flow_token (flow, at);
    if ((token->flags & EVX_TOKEN_MONEY) || (token->mask & EVX_MASK_NUMBER))
        return TRUE;
    for (guint i = 0; i < token->n_symbols; i++)
        if (any_goes_on (flow, &heads->by_symbol, g_array_index (flow->symbols, guint32, token->symbols + i), at,
                         limit))
            return TRUE;
    for (guint i = 0; i < token->n_sets; i++)
        if (any_goes_on (flow, &heads->by_set, g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set, at,
                         limit))
            return TRUE;
    return FALSE;
}

static void
match_sets_at (EvxFlow *flow, guint32 at, guint32 limit)
{
    const EvxHeads *heads = &flow->lexicon->heads[EVX_PASS_SETS];
    EvxToken *token = evx_flow_token (flow, at);
    guint32 n;
    if (!may_be_more (flow, at, limit))
        return;
    clear_sets (flow, token);
    for (guint i = 0; i < token->n_symbols; i++)
        try_set_terms_of_symbol (flow, g_array_index (flow->symbols, guint32, token->symbols + i), at, limit);
    if (token->flags & EVX_TOKEN_MONEY)
        add_set_hit (flow, token, EVX_SET_MONEY, 1);
    if ((token->mask & EVX_MASK_NUMBER) && evx_number_at (flow, at, &n) >= 0)
        try_set_terms (flow, &heads->by_number, 0, at, limit, n);
    /* a set found here may begin a term of another set */
    for (guint i = 0; i < token->n_sets; i++) {
        guint32 set = g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set;
        try_set_terms (flow, &heads->by_set, set, at, limit, evx_flow_set_at (flow, at, set));
    }
}

/* A word in small letters follows: "to report: no notices". */
static gboolean
goes_on (const EvxFlow *flow, guint32 at)
{
    if (at >= flow->tokens->len)
        return FALSE;
    const EvxToken *token = evx_flow_token (flow, at);
    return token->type == EVX_TOKEN_WORD &&
           !(token->flags & (EVX_TOKEN_CAPITAL | EVX_TOKEN_UPPER));
}

/* "ICE notified: No Inmate notified: Yes": an answer ends its field, as a semicolon would. */
static void
close_answers (EvxFlow *flow)
{
    for (guint32 t = 1; t < flow->tokens->len; t++) {
        EvxToken *token = evx_flow_token (flow, t);
        if (token[-1].type == EVX_TOKEN_COLON && evx_flow_in_set (flow, t, EVX_SET_ANSWER) &&
            !goes_on (flow, t + 1))
            token->type = EVX_TOKEN_SEMICOLON;
    }
}

/* More Spanish function words than English ones. */
static void
guess_language (EvxFlow *flow)
{
    gint balance = 0;
    for (guint32 t = 0; t < flow->tokens->len; t++) {
        const EvxToken *token = evx_flow_token (flow, t);
        if (!evx_flow_in_set (flow, t, EVX_SET_SPANISH) && !evx_flow_in_set (flow, t, EVX_SET_ENGLISH))
            continue;
        for (guint i = 0; i < token->n_sets; i++) {
            guint32 set = g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set;
            balance += (set == EVX_SET_SPANISH) - (set == EVX_SET_ENGLISH);
        }
    }
    flow->spanish = balance > 0;
}

void
evx_match_sets (EvxFlow *flow)
{
    for (guint u = flow->units->len; u-- > 0;) {
        const EvxUnit *unit = &g_array_index (flow->units, EvxUnit, u);
        guint32 limit = unit->first_token + unit->n_tokens;
        for (guint32 at = limit; at-- > unit->first_token;)
            match_sets_at (flow, at, limit);
    }
    guess_language (flow);
    close_answers (flow);
}

/* ---- cues ------------------------------------------------------------------------------------------- */

static void
found_term (EvxFlow *flow, guint32 index, const Match *m, guint32 at, guint32 end, guint32 sentence)
{
    const EvxTerm *term = &g_array_index (flow->lexicon->terms, EvxTerm, index);
    if (term->role == EVX_TERM_STOP) {
        g_array_append_val (flow->stops, at);
    } else if (term->role == EVX_TERM_CONTEXT) {
        EvxCue cue = { term->owner, index, term->marked ? m->open : at,
                       term->marked ? m->close : end, sentence };
        g_array_append_val (flow->cues, cue);
    } else {
        EvxFound found = {
            index, term->marked ? m->open : at, term->marked ? m->close : end, at, end, sentence
        };
        g_array_append_val (flow->found, found);
    }
}

static void
try_terms (EvxFlow *flow, const EvxHeadTable *table, guint32 row, guint32 at, guint32 limit, guint32 head_tokens,
           guint32 sentence)
{
    guint32 n;
    const EvxHead *heads = heads_of (table, row, &n);
    for (guint32 i = 0; i < n; i++) {
        const EvxHead *head = &heads[i];
        if (!may_go_on (flow, head, at, limit, MAX (head_tokens, 1)))
            continue;
        const EvxTerm *term = &g_array_index (flow->lexicon->terms, EvxTerm, head->term);
        Match m = { flow, limit, at, at };
        gint64 end = match_from_head (&m, term, at, head_tokens);
        if (end > at)
            found_term (flow, head->term, &m, at, (guint32)end, sentence);
    }
}

static void
match_terms_at (EvxFlow *flow, const EvxHeads *heads, guint32 at, guint32 limit, guint32 sentence)
{
    const EvxToken *token = evx_flow_token (flow, at);
    guint32 n;
    for (guint i = 0; i < token->n_symbols; i++)
        try_terms (flow, &heads->by_symbol, g_array_index (flow->symbols, guint32, token->symbols + i), at, limit, 0,
                   sentence);
    if ((token->mask & EVX_MASK_NUMBER) && heads->by_number.heads->len > 0 && evx_number_at (flow, at, &n) >= 0)
        try_terms (flow, &heads->by_number, 0, at, limit, n, sentence);
    guint32 before = EVX_ALT_SET;
    for (guint i = 0; i < token->n_sets; i++) {
        guint32 set = g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set;
        if (set != before)
            try_terms (flow, &heads->by_set, set, at, limit, evx_flow_set_at (flow, at, set), sentence);
        before = set;
    }
}

void
evx_match_terms (EvxFlow *flow, EvxPass pass)
{
    const EvxHeads *heads = &flow->lexicon->heads[pass];
    for (guint32 s = 0; s < flow->sentences->len; s++) {
        const EvxSentence *sentence = evx_flow_sentence (flow, s);
        guint32 limit = sentence->first + sentence->n;
        for (guint32 at = sentence->first; at < limit; at++)
            match_terms_at (flow, heads, at, limit, s);
    }
}
