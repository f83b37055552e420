/* Which sets begin at each token: those of its word alone come with it (words.c); here, longer terms of sets, numbers,
 * and sets of sets, from the end of each unit to its beginning, so that what follows is known. */
#include "clause.h"
#include "match.h"
#include "number.h"

#include <string.h>

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

/* A token whose sets are sought, and the unit's end. */
typedef struct {
    EvxFlow *flow;
    const EvxHeads *heads;
    guint32 at, limit;
    gboolean own; /* its sets are still those kept with its word, which all its tokens share */
} Seeker;

static EvxToken *
token_of (const Seeker *s)
{
    return evx_flow_token (s->flow, s->at);
}

static const EvxSetHit *
hits_of (const Seeker *s)
{
    return &g_array_index (s->flow->set_hits, EvxSetHit, token_of (s)->sets);
}

#define ROOM 32 /* hits of a token beyond those of its word; more are made room for */

/* Copies the token's sets to the end of all, where more can be put among them, but for those that follow from others:
 * they are found again when all stand. */
static void
take_sets (Seeker *s)
{
    EvxToken *token = token_of (s);
    GArray *all = s->flow->set_hits;
    guint32 first = all->len;
    while (token->n_sets > 0 && hits_of (s)[token->n_sets - 1].order == EVX_ORDER_LAST)
        token->n_sets--;
    g_array_set_size (all, first + token->n_sets + ROOM);
    memcpy (&g_array_index (all, EvxSetHit, first), hits_of (s), token->n_sets * sizeof (EvxSetHit));
    token->sets = first;
    s->own = FALSE;
}

/* The hits with room for one more. */
static EvxSetHit *
roomy_hits (Seeker *s)
{
    const EvxToken *token = token_of (s);
    GArray *all = s->flow->set_hits;
    if (token->sets + token->n_sets == all->len)
        g_array_set_size (all, all->len + ROOM);
    return &g_array_index (all, EvxSetHit, token->sets);
}

/* Keeps the hits in order, of equal ones the first. */
static void
add_set (Seeker *s, EvxSetHit hit)
{
    if (s->own)
        take_sets (s);
    EvxToken *token = token_of (s);
    EvxSetHit *hits = roomy_hits (s);
    guint place = token->n_sets, same = 0;
    while (place > 0 && hits[place - 1].order > hit.order)
        place--;
    while (same < token->n_sets && (hits[same].set != hit.set || hits[same].n != hit.n))
        same++;
    if (same < place || token->n_sets == G_MAXUINT16)
        return;
    for (guint i = same; i > place; i--)
        hits[i] = hits[i - 1];
    hits[place] = hit;
    token->n_sets += same == token->n_sets;
    evx_match_note_set (s->flow->lexicon, token, hit.set);
}

static guint32
set_of (const Seeker *s, const EvxHead *head)
{
    return g_array_index (s->flow->lexicon->terms, EvxTerm, head->term).owner;
}

/* Where the term ends, or -1. Its head is a word of the token, or with @head_tokens a set or number of up to so many. */
static gint64
end_of_term (const Seeker *s, const EvxHead *head, guint32 head_tokens)
{
    EvxSpan span;
    if (head->alone && head_tokens > 0)
        return s->at + head_tokens <= s->limit ? (gint64)s->at + head_tokens : -1;
    if (!evx_may_go_on (s->flow, &head->next, s->at, s->limit, MAX (head_tokens, 1)))
        return -1;
    return evx_match_term (s->flow, head->term, s->at, s->limit, head_tokens == 0, &span);
}

/* Adds the set of the term, if it stands here; @symbol: number of the token's symbol that it begins with. */
static void
try_term (Seeker *s, const EvxHead *head, guint32 head_tokens, guint symbol)
{
    gint64 end = end_of_term (s, head, head_tokens);
    if (end > s->at)
        add_set (s, (EvxSetHit){ set_of (s, head), (guint32)end - s->at, evx_set_order (symbol, head->term) });
}

static void
try_terms (Seeker *s, const EvxHeadTable *table, guint32 key, guint32 head_tokens, guint symbol)
{
    const EvxHeadRow *row = evx_row_of (table, key);
    if (row == NULL || !evx_may_go_on (s->flow, &row->next, s->at, s->limit, MAX (head_tokens, 1)))
        return;
    const EvxHead *heads = evx_heads_of (table, row);
    for (guint32 i = 0; i < row->n; i++)
        try_term (s, &heads[i], head_tokens, symbol);
}

/* Tokens of the first hit of @set, which a set that contains it takes over. */
static guint32
first_length (const Seeker *s, guint32 set)
{
    const EvxSetHit *hit = hits_of (s);
    while (hit->set != set)
        hit++;
    return hit->n;
}

/* Adds the sets that contain @set, and those of longer terms that begin with it, in the order of the lexicon. */
static void
try_terms_of_set (Seeker *s, guint32 set)
{
    const EvxHeadTable *tables[] = { &s->flow->lexicon->alone_sets, &s->heads->by_set };
    const EvxHead *heads[2] = { NULL, NULL }, *ends[2] = { NULL, NULL };
    for (guint i = 0; i < 2; i++) {
        const EvxHeadRow *row = evx_row_of (tables[i], set);
        heads[i] = row != NULL ? evx_heads_of (tables[i], row) : NULL;
        ends[i] = row != NULL ? heads[i] + row->n : NULL;
    }
    if (heads[0] == NULL && heads[1] == NULL)
        return;
    guint32 tokens[] = { first_length (s, set), evx_flow_set_at (s->flow, s->at, set) };
    while (heads[0] < ends[0] || heads[1] < ends[1]) {
        guint i = heads[0] == ends[0] || (heads[1] < ends[1] && heads[1]->term < heads[0]->term);
        try_term (s, heads[i]++, tokens[i], EVX_LAST);
    }
}

/* A longer term begins with a set that the token is of by its word alone. */
static gboolean
sets_begin_more (const Seeker *s)
{
    const EvxToken *token = token_of (s);
    for (guint i = 0; i < token->n_sets; i++) {
        const EvxHeadRow *row = evx_row_of (&s->heads->by_set, hits_of (s)[i].set);
        for (guint32 k = 0; row != NULL && k < row->n; k++)
            if (end_of_term (s, evx_heads_of (&s->heads->by_set, row) + k, 1) > s->at)
                return TRUE;
    }
    return FALSE;
}

static void
find_sets (EvxFlow *flow, guint32 at, guint32 limit, gboolean past)
{
    Seeker s = { flow, &flow->lexicon->heads[EVX_PASS_SETS], at, limit, .own = TRUE };
    const EvxToken *token = evx_flow_token (flow, at);
    guint32 n;
    for (guint k = 0; k < token->n_symbols; k++)
        try_terms (&s, &s.heads->by_symbol, g_array_index (flow->symbols, guint32, token->symbols + k), 0, k);
    if (token->flags & EVX_TOKEN_MONEY)
        add_set (&s, (EvxSetHit){ EVX_SET_MONEY, 1, EVX_ORDER_LAST });
    if (past)
        add_set (&s, (EvxSetHit){ EVX_SET_PAST, 1, EVX_ORDER_LAST });
    if (evx_mask_is_number (&token->mask) && evx_number_at (flow, at, &n) >= 0)
        try_terms (&s, &s.heads->by_number, 0, n, EVX_LAST);
    if (s.own && !sets_begin_more (&s))
        return;
    if (s.own)
        take_sets (&s);
    for (guint i = 0; i < token->n_sets; i++) /* grows */
        try_terms_of_set (&s, hits_of (&s)[i].set);
    g_array_set_size (flow->set_hits, token->sets + token->n_sets);
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
            gboolean past = evx_clause_tells_past (flow, at, limit);
            if (past || (token->begins & EVX_BEGINS_SET) || (token->flags & EVX_TOKEN_MONEY) ||
                evx_mask_is_number (&token->mask))
                find_sets (flow, at, limit, past);
        }
    }
    guess_language (flow);
    close_answers (flow);
}
