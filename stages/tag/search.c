/* Looks for the terms that make a mention, and for those that say how it is meant, sentence by sentence: a term is tried
 * only where its first word or set stands, what follows may be what it asks for, and a word that tells of it is near. */
#include "label.h"
#include "match.h"
#include "number.h"

static void
found_term (EvxFlow *flow, guint32 index, EvxSpan span, guint32 at, guint32 end, guint32 sentence)
{
    const EvxTerm *term = &g_array_index (flow->lexicon->terms, EvxTerm, index);
    if (term->role == EVX_TERM_STOP) {
        g_array_append_val (flow->stops, at);
    } else if (term->role == EVX_TERM_CONTEXT) {
        EvxCue cue = { term->owner, index, span.first, span.end, sentence };
        g_array_append_val (flow->cues, cue);
    } else {
        EvxFound found = { index, span.first, span.end, at, end, sentence };
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
    EvxMask telling;  /* of the words from here on that tell of a cue */
    EvxMask behind;   /* of all that stands behind */
} Search;

/* Most terms may not: their telling word is missing, or they do not reach here. */
static inline gboolean
may_stand (const Search *search, const EvxHead *head, guint32 at, guint32 head_tokens)
{
    return (evx_mask_is_empty (&head->need) || evx_masks_meet (&head->need, &search->telling)) &&
           (evx_mask_is_empty (&head->later) || evx_masks_meet (&head->later, &search->behind)) &&
           (head->far || !search->far) &&
           evx_may_go_on (search->flow, &head->next, at, search->limit, MAX (head_tokens, 1));
}

static void
try_terms (const Search *search, const EvxHeadTable *table, const EvxHeadRow *row, guint32 at, guint32 head_tokens)
{
    EvxFlow *flow = search->flow;
    if (!evx_may_go_on (flow, &row->next, at, search->limit, MAX (head_tokens, 1)))
        return;
    const EvxHead *heads = evx_heads_of (table, row);
    for (guint32 i = 0; i < row->n; i++) {
        if (!may_stand (search, &heads[i], at, head_tokens))
            continue;
        EvxSpan span;
        gint64 end = evx_match_term (flow, heads[i].term, at, search->limit, head_tokens == 0, &span);
        if (end > at)
            found_term (flow, heads[i].term, span, at, (guint32)end, search->sentence);
    }
}

static void
search_at (const Search *search, guint32 at)
{
    EvxFlow *flow = search->flow;
    const EvxHeads *heads = search->heads;
    const EvxToken *token = evx_flow_token (flow, at);
    const EvxHeadRow *row;
    guint32 n;
    for (guint i = 0; i < token->n_symbols; i++) {
        row = evx_row_of (&heads->by_symbol, g_array_index (flow->symbols, guint32, token->symbols + i));
        if (row != NULL)
            try_terms (search, &heads->by_symbol, row, at, 0);
    }
    if (evx_mask_is_number (&token->mask) && (row = evx_row_of (&heads->by_number, 0)) != NULL &&
        evx_number_at (flow, at, &n) >= 0)
        try_terms (search, &heads->by_number, row, at, n);
    guint32 before = EVX_ALT_SET;
    for (guint i = 0; i < token->n_sets; i++) {
        guint32 set = g_array_index (flow->set_hits, EvxSetHit, token->sets + i).set;
        if (set != before && (row = evx_row_of (&heads->by_set, set)) != NULL)
            try_terms (search, &heads->by_set, row, at, evx_flow_set_at (flow, at, set));
        before = set;
    }
}

/* The token begins what is sought; numbers begin it where a term begins with one. */
static gboolean
is_sought (const Search *search, const EvxToken *token)
{
    return (token->begins & search->begins) ||
           (search->heads->by_number.heads->len > 0 && evx_mask_is_number (&token->mask));
}

/* ---- what makes a mention --------------------------------------------------------------------------- */

/* From the last word to the first, so that the words are known that tell of a cue and stand behind its beginning. */
void
evx_match_cues (EvxFlow *flow)
{
    for (guint32 s = 0; s < flow->sentences->len; s++) {
        const EvxSentence *sentence = evx_flow_sentence (flow, s);
        Search search = { flow, &flow->lexicon->heads[EVX_PASS_CUES], s, sentence->first + sentence->n,
                          .begins = EVX_BEGINS_ANY_CUE };
        for (guint32 at = search.limit; at-- > sentence->first;) {
            const EvxToken *token = evx_flow_token (flow, at);
            if (token->begins & EVX_BEGINS_TELLING) {
                evx_mask_add (&search.telling, &token->mask);
                search.begins |= EVX_BEGINS_CUE;
            }
            if (is_sought (&search, token))
                search_at (&search, at);
            evx_mask_add (&search.behind, &token->mask);
        }
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
    EvxMask all = evx_mask_of_kind (FALSE, FALSE);
    for (guint32 at = s->first; at < s->first + s->n; at++)
        evx_mask_add (&all, &evx_flow_token (flow, at)->mask);
    Search search = { flow, &flow->lexicon->heads[EVX_PASS_CONTEXTS], sentence, s->first + s->n,
                      .begins = far ? EVX_BEGINS_FAR : EVX_BEGINS_CONTEXT, .far = far, .behind = all };
    g_array_set_size (flow->cues, s->first_cue);
    for (guint32 at = s->first; at < search.limit; at++)
        if (is_sought (&search, evx_flow_token (flow, at)))
            search_at (&search, at);
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
