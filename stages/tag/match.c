/* Finds sets and terms on the tokens of a page: a term is tried only where its first word or set stands, and where what
 * follows may be what it asks for. */
#include "tag-internal.h"

#include <string.h>

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

/* Tries the hits of @set that begin at the token. */
static gint64
match_set (Match *m, const EvxTerm *term, guint32 e, guint32 at, guint32 set)
{
    const EvxToken *token = evx_flow_token (m->flow, at);
    gint64 end = -1;
    for (guint s = 0; s < token->n_sets && end < 0; s++) {
        EvxSetHit hit = g_array_index (m->flow->set_hits, EvxSetHit, token->sets + s);
        if (hit.set == set && at + hit.n <= m->limit)
            end = took (m, term, e, at, at + hit.n);
    }
    return end;
}

static gint64
match_alternatives (Match *m, const EvxTerm *term, guint32 e, guint32 at)
{
    const EvxLexicon *lexicon = m->flow->lexicon;
    const EvxElement *element = &g_array_index (lexicon->elements, EvxElement, term->first + e);
    const guint32 *alternatives = &g_array_index (lexicon->alternatives, guint32, element->first);
    const EvxToken *token = evx_flow_token (m->flow, at);
    gint64 end = -1;
    for (guint32 i = 0; i < element->n && end < 0; i++) {
        guint32 a = alternatives[i];
        if (a & EVX_ALT_SET)
            end = match_set (m, term, e, at, a & ~EVX_ALT_SET);
        else if (token_has (m->flow, token, a))
            end = took (m, term, e, at, at + 1);
    }
    return end;
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
        gint64 end = evx_masks_meet (&token->mask, &element->mask) ? match_element (m, term, e, at + skip) : -1;
        if (end >= 0)
            return end;
        if ((token->type >= EVX_TOKEN_SEMICOLON && !is_dot_of_title (m->flow, at + skip)) ||
            (term->role == EVX_TERM_CUE && token->type == EVX_TOKEN_COMMA))
            break;
    }
    return element->optional ? match_elements (m, term, e + 1, at) : -1;
}

/* ---- sets ------------------------------------------------------------------------------------------- */

/* What must follow the head may stand within its gap, the head being up to @n tokens at @at. */
static inline gboolean
may_go_on (const EvxFlow *flow, const EvxHead *head, guint32 at, guint32 limit, guint32 n)
{
    if (head->next.bits[0] == 0)
        return TRUE;
    const EvxToken *token = evx_flow_token (flow, at);
    guint32 reach = MIN (n + head->gap, limit - 1 - at);
    for (guint32 i = 1; i <= reach; i++)
        if (evx_masks_meet (&token[i].mask, &head->next))
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

/* The token's sets stand last of all, so that one more can be put among them: those of a word alone are kept with it
 * and shared by all its tokens. */
static void
take_sets (EvxFlow *flow, EvxToken *token)
{
    guint32 first = flow->set_hits->len;
    if (token->sets >= flow->own_hits && token->sets + token->n_sets == first)
        return;
    g_array_set_size (flow->set_hits, first + token->n_sets);
    EvxSetHit *hits = (EvxSetHit *)(gpointer)flow->set_hits->data;
    memcpy (&hits[first], &hits[token->sets], token->n_sets * sizeof (EvxSetHit));
    token->sets = first;
}

/* Keeps the hits in order, of equal ones the first. */
static void
add_set_hit (EvxFlow *flow, EvxToken *token, EvxSetHit hit)
{
    take_sets (flow, token);
    const EvxSetHit *hits = &g_array_index (flow->set_hits, EvxSetHit, token->sets);
    guint place = token->n_sets;
    while (place > 0 && hits[place - 1].order > hit.order)
        place--;
    guint same = 0;
    while (same < token->n_sets && (hits[same].set != hit.set || hits[same].n != hit.n))
        same++;
    if (same < place || token->n_sets == G_MAXUINT16)
        return;
    if (same < token->n_sets)
        g_array_remove_index (flow->set_hits, token->sets + same);
    else
        token->n_sets++;
    g_array_insert_val (flow->set_hits, token->sets + place, hit);
    evx_match_note_set (flow->lexicon, token, hit.set);
}

/* @symbol: number of the token's symbol, or EVX_LAST. */
static void
try_set_terms (EvxFlow *flow, const EvxHeadTable *table, guint32 row, guint32 at, guint32 limit, guint32 head_tokens,
               guint symbol)
{
    guint32 n;
    const EvxHead *heads = evx_heads_of (table, row, &n);
    for (guint32 i = 0; i < n; i++) {
        if (!may_go_on (flow, &heads[i], at, limit, MAX (head_tokens, 1)))
            continue;
        const EvxTerm *term = &g_array_index (flow->lexicon->terms, EvxTerm, heads[i].term);
        Match m = { flow, limit, at, at };
        gint64 end = match_from_head (&m, term, at, head_tokens);
        EvxSetHit hit = { term->owner, (guint32)(end - at), evx_set_order (symbol, heads[i].term) };
        if (end > at)
            add_set_hit (flow, evx_flow_token (flow, at), hit);
    }
}

static void
match_sets_at (EvxFlow *flow, guint32 at, guint32 limit)
{
    const EvxHeads *heads = &flow->lexicon->heads[EVX_PASS_SETS];
    EvxToken *token = evx_flow_token (flow, at);
    guint32 n;
    for (guint k = 0; k < token->n_symbols; k++)
        try_set_terms (flow, &heads->by_symbol, g_array_index (flow->symbols, guint32, token->symbols + k), at, limit,
                       0, k);
    if (token->flags & EVX_TOKEN_MONEY)
        add_set_hit (flow, token, (EvxSetHit){ EVX_SET_MONEY, 1, evx_set_order (EVX_LAST, 0) });
    if ((token->mask.bits[0] & EVX_MASK_NUMBER) && evx_number_at (flow, at, &n) >= 0)
        try_set_terms (flow, &heads->by_number, 0, at, limit, n, EVX_LAST);
    /* a set found here may begin a term of another set */
    for (guint i = 0; i < token->n_sets; i++) {
        guint32 set = g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set;
        if (evx_heads_of (&heads->by_set, set, &n) != NULL && n > 0)
            try_set_terms (flow, &heads->by_set, set, at, limit, evx_flow_set_at (flow, at, set), EVX_LAST);
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
        for (guint32 at = limit; at-- > unit->first_token;) {
            const EvxToken *token = evx_flow_token (flow, at);
            if ((token->begins & EVX_BEGINS_SET) || (token->flags & EVX_TOKEN_MONEY) ||
                (token->mask.bits[0] & EVX_MASK_NUMBER))
                match_sets_at (flow, at, limit);
        }
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

/* A sentence in which terms are looked for. */
typedef struct {
    EvxFlow *flow;
    const EvxHeads *heads;
    guint32 sentence, limit;
    guint8 begins;    /* EvxBegins: what the tokens looked at begin */
    gboolean far;     /* only what reaches over the passage */
    EvxMask telling;  /* of the words in it that tell of a cue */
} Search;

/* Most terms may not: their telling word is missing, or they do not reach here. */
static inline gboolean
may_stand (const Search *search, const EvxHead *head, guint32 at, guint32 head_tokens)
{
    return (evx_mask_is_empty (&head->need) || evx_masks_meet (&head->need, &search->telling)) &&
           (head->far || !search->far) &&
           may_go_on (search->flow, head, at, search->limit, MAX (head_tokens, 1));
}

static void
try_terms (const Search *search, const EvxHeadTable *table, guint32 row, guint32 at, guint32 head_tokens)
{
    EvxFlow *flow = search->flow;
    guint32 n;
    const EvxHead *heads = evx_heads_of (table, row, &n);
    for (guint32 i = 0; i < n; i++) {
        if (!may_stand (search, &heads[i], at, head_tokens))
            continue;
        const EvxTerm *term = &g_array_index (flow->lexicon->terms, EvxTerm, heads[i].term);
        Match m = { flow, search->limit, at, at };
        gint64 end = match_from_head (&m, term, at, head_tokens);
        if (end > at)
            found_term (flow, heads[i].term, &m, at, (guint32)end, search->sentence);
    }
}

static void
search_at (const Search *search, guint32 at)
{
    EvxFlow *flow = search->flow;
    const EvxHeads *heads = search->heads;
    const EvxToken *token = evx_flow_token (flow, at);
    guint32 n;
    for (guint i = 0; i < token->n_symbols; i++)
        try_terms (search, &heads->by_symbol, g_array_index (flow->symbols, guint32, token->symbols + i), at, 0);
    if ((token->mask.bits[0] & EVX_MASK_NUMBER) && evx_number_at (flow, at, &n) >= 0)
        try_terms (search, &heads->by_number, 0, at, n);
    guint32 before = EVX_ALT_SET;
    for (guint i = 0; i < token->n_sets; i++) {
        guint32 set = g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set;
        if (set != before && evx_heads_of (&heads->by_set, set, &n) != NULL && n > 0)
            try_terms (search, &heads->by_set, set, at, evx_flow_set_at (flow, at, set));
        before = set;
    }
}

static void
search_sentence (const Search *search)
{
    const EvxFlow *flow = search->flow;
    guint64 numbers = search->heads->by_number.heads->len > 0 ? EVX_MASK_NUMBER : 0;
    for (guint32 at = evx_flow_sentence (flow, search->sentence)->first; at < search->limit; at++) {
        const EvxToken *token = evx_flow_token (flow, at);
        if ((token->begins & search->begins) || (token->mask.bits[0] & numbers))
            search_at (search, at);
    }
}

/* ---- what makes a mention --------------------------------------------------------------------------- */

static EvxMask
telling_words (const EvxFlow *flow, const EvxSentence *sentence)
{
    EvxMask telling = { { 0, 0 } };
    for (guint32 at = sentence->first; at < sentence->first + sentence->n; at++)
        if (evx_flow_token (flow, at)->begins & EVX_BEGINS_TELLING)
            evx_mask_add (&telling, &evx_flow_token (flow, at)->mask);
    return telling;
}

void
evx_match_cues (EvxFlow *flow)
{
    for (guint32 s = 0; s < flow->sentences->len; s++) {
        const EvxSentence *sentence = evx_flow_sentence (flow, s);
        Search search = { flow, &flow->lexicon->heads[EVX_PASS_CUES], s, sentence->first + sentence->n,
                          .telling = telling_words (flow, sentence) };
        search.begins = evx_mask_is_empty (&search.telling) ? EVX_BEGINS_ANY_CUE : EVX_BEGINS_CUE | EVX_BEGINS_ANY_CUE;
        search_sentence (&search);
    }
}

/* ---- what says how it is meant ---------------------------------------------------------------------- */

static void
ask (EvxFlow *flow, guint32 sentence, EvxAsked what)
{
    EvxSentence *s = &g_array_index (flow->sentences, EvxSentence, sentence);
    s->asked = MAX (s->asked, what);
}

static void
ask_around (EvxFlow *flow, guint32 own)
{
    guint32 from = own > EVX_PASSAGE_SENTENCES ? own - EVX_PASSAGE_SENTENCES : 0;
    guint32 to = MIN (flow->sentences->len, own + EVX_PASSAGE_SENTENCES + 1);
    gint64 lead = evx_lead_sentence (flow, own);
    for (guint32 s = from; s < to; s++)
        ask (flow, s, s == own ? EVX_ASKED_ALL : EVX_ASKED_FAR);
    if (lead >= 0)
        ask (flow, (guint32)lead, EVX_ASKED_ALL);
}

/* Cues of sentence @s, only those that reach over the passage or all. */
static void
search_contexts (EvxFlow *flow, guint32 sentence, gboolean far)
{
    EvxSentence *s = &g_array_index (flow->sentences, EvxSentence, sentence);
    Search search = { flow, &flow->lexicon->heads[EVX_PASS_CONTEXTS], sentence, s->first + s->n,
                      .begins = far ? EVX_BEGINS_FAR : EVX_BEGINS_CONTEXT, .far = far };
    g_array_set_size (flow->cues, s->first_cue);
    search_sentence (&search);
    s->n_cues = flow->cues->len - s->first_cue;
}

static gboolean
has_far_cue (const EvxFlow *flow, const EvxSentence *s)
{
    for (guint32 i = s->first_cue; i < s->first_cue + s->n_cues; i++) {
        guint32 context = g_array_index (flow->cues, EvxCue, i).context;
        if (g_array_index (flow->lexicon->contexts, EvxContext, context).scope == EVX_SCOPE_PASSAGE)
            return TRUE;
    }
    return FALSE;
}

static void
match_contexts_in (EvxFlow *flow, guint32 sentence)
{
    EvxSentence *s = &g_array_index (flow->sentences, EvxSentence, sentence);
    s->first_cue = flow->cues->len;
    if (s->asked != EVX_ASKED_NOTHING)
        search_contexts (flow, sentence, s->asked == EVX_ASKED_FAR);
    s->far = has_far_cue (flow, s);
    if (s->far && s->asked == EVX_ASKED_FAR)
        search_contexts (flow, sentence, FALSE); /* what covers such a cue counts as well */
}

void
evx_match_contexts (EvxFlow *flow)
{
    guint32 before = G_MAXUINT32;
    for (guint i = 0; i < flow->found->len; i++) {
        guint32 own = g_array_index (flow->found, EvxFound, i).sentence;
        if (own != before)
            ask_around (flow, own);
        before = own;
    }
    for (guint32 s = 0; s < flow->sentences->len; s++)
        match_contexts_in (flow, s);
}
