/* Matches one term on the tokens of a page: words, sets and numbers in order, with gaps and what may be missing. */
#include "match.h"
#include "number.h"

/* What is read again and again while a term is tried. */
typedef struct {
    const EvxFlow *flow;
    const EvxToken *tokens;
    const EvxSetHit *hits;
    const guint32 *symbols, *alternatives;
    const EvxElement *end; /* of the term */
    guint32 limit;         /* tokens end here: the unit or sentence */
    gboolean cue;
    EvxSpan span;          /* of the mention */
} Match;

static gint64 match_elements (Match *m, const EvxElement *element, guint32 at);

/* The element took tokens [at, end): note the brackets, go on with the next. */
static gint64
took (Match *m, const EvxElement *element, guint32 at, guint32 end)
{
    EvxSpan before = m->span;
    if (element->open)
        m->span.first = at;
    if (element->close)
        m->span.end = end;
    gint64 found = element + 1 == m->end ? end : match_elements (m, element + 1, end);
    if (found < 0)
        m->span = before;
    return found;
}

static inline gboolean
token_has (const Match *m, const EvxToken *token, guint32 symbol)
{
    for (guint i = 0; i < token->n_symbols; i++)
        if (m->symbols[token->symbols + i] == symbol)
            return TRUE;
    return FALSE;
}

/* Tries the hits of @set that begin at the token. */
static gint64
match_set (Match *m, const EvxElement *element, guint32 at, guint32 set)
{
    const EvxSetHit *hit = m->hits + m->tokens[at].sets, *last = hit + m->tokens[at].n_sets;
    gint64 end = -1;
    for (; hit < last && end < 0; hit++)
        if (hit->set == set && at + hit->n <= m->limit)
            end = took (m, element, at, at + hit->n);
    return end;
}

static gint64
match_alternatives (Match *m, const EvxElement *element, guint32 at)
{
    const EvxToken *token = m->tokens + at;
    const guint32 *a = m->alternatives + element->first, *last = a + element->n;
    gint64 end = -1;
    for (; a < last && end < 0; a++)
        if (*a & EVX_ALT_SET)
            end = match_set (m, element, at, *a & ~EVX_ALT_SET);
        else if (token_has (m, token, *a))
            end = took (m, element, at, at + 1);
    return end;
}

static gint64
match_element (Match *m, const EvxElement *element, guint32 at)
{
    guint32 n;
    switch ((EvxElementType)element->type) {
    case EVX_EL_WORDS:
        return match_alternatives (m, element, at);
    case EVX_EL_NUMBER:
        return evx_number_at (m->flow, at, &n) < 0 || at + n > m->limit ? -1 : took (m, element, at, at + n);
    case EVX_EL_ANY:
        return m->tokens[at].type <= EVX_TOKEN_NUMBER ? took (m, element, at, at + 1) : -1;
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
match_elements (Match *m, const EvxElement *element, guint32 at)
{
    if (element == m->end)
        return at;
    for (guint32 t = at; t <= at + element->gap && t < m->limit; t++) {
        const EvxToken *token = m->tokens + t;
        gint64 end = evx_masks_meet (&token->mask, &element->mask) ? match_element (m, element, t) : -1;
        if (end >= 0)
            return end;
        if ((token->type >= EVX_TOKEN_SEMICOLON && !is_dot_of_title (m->flow, t)) ||
            (m->cue && token->type == EVX_TOKEN_COMMA))
            break;
    }
    return element->optional ? match_elements (m, element + 1, at) : -1;
}

gint64
evx_match_term (const EvxFlow *flow, guint32 index, guint32 at, guint32 limit, gboolean word, EvxSpan *span)
{
    const EvxLexicon *lexicon = flow->lexicon;
    const EvxTerm *term = &g_array_index (lexicon->terms, EvxTerm, index);
    const EvxElement *first = &g_array_index (lexicon->elements, EvxElement, term->first);
    Match m = { .flow = flow,
                .tokens = (const EvxToken *)(gconstpointer)flow->tokens->data,
                .hits = (const EvxSetHit *)(gconstpointer)flow->set_hits->data,
                .symbols = (const guint32 *)(gconstpointer)flow->symbols->data,
                .alternatives = (const guint32 *)(gconstpointer)lexicon->alternatives->data,
                .end = first + term->n,
                .limit = limit,
                .cue = term->role == EVX_TERM_CUE,
                .span = { at, at } };
    gint64 end = word ? took (&m, first, at, at + 1) : match_elements (&m, first, at);
    *span = term->marked ? m.span : (EvxSpan){ at, (guint32)end };
    return end;
}
