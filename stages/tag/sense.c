/* Which sense a cue has here: the conditions of its senses, tried in the order of the lexicon. */
#include "sense.h"

#define PASSAGE_SENTENCES 8 /* how far "passage" looks, before and after */

static gboolean
hit_in (const EvxFlow *flow, const EvxTest *test, guint32 from, guint32 to)
{
    for (guint32 t = from; t < to; t++) {
        const EvxToken *token = evx_flow_token (flow, t);
        guint n = evx_masks_meet (&token->mask, &test->mask) ? token->n_sets : 0; /* mostly none */
        for (guint i = 0; i < n; i++) {
            const EvxSetHit *hit = &g_array_index (flow->set_hits, EvxSetHit, token->sets + i);
            if (t + hit->n > to)
                continue;
            for (guint32 s = 0; s < test->n; s++)
                if (g_array_index (flow->lexicon->test_sets, guint32, test->first + s) == hit->set)
                    return TRUE;
        }
    }
    return FALSE;
}

static gboolean
hit_in_sentence (const EvxFlow *flow, const EvxTest *test, guint32 sentence)
{
    for (guint32 s = 0; s < test->n; s++)
        if (evx_flow_sentence_has (flow, sentence,
                                   g_array_index (flow->lexicon->test_sets, guint32, test->first + s)))
            return TRUE;
    return FALSE;
}

static gboolean
hit_in_unit (const EvxFlow *flow, const EvxTest *test, gint32 unit)
{
    if (unit < 0)
        return FALSE;
    const EvxUnit *u = &g_array_index (flow->units, EvxUnit, unit);
    guint32 n = MIN (u->n_tokens, 100);
    return hit_in (flow, test, u->first_token, u->first_token + n);
}

static gboolean
hit_in_passage (const EvxFlow *flow, const EvxTest *test, guint32 sentence)
{
    guint32 from = sentence > PASSAGE_SENTENCES ? sentence - PASSAGE_SENTENCES : 0;
    guint32 to = MIN (flow->sentences->len, sentence + PASSAGE_SENTENCES + 1);
    for (guint32 s = from; s < to; s++)
        if (hit_in_sentence (flow, test, s))
            return TRUE;
    const EvxSentence *own = evx_flow_sentence (flow, sentence);
    return hit_in_unit (flow, test, g_array_index (flow->units, EvxUnit, own->unit).parent);
}

static gboolean
ends_clause (const EvxFlow *flow, guint32 token)
{
    guint8 type = evx_flow_token (flow, token)->type;
    return type == EVX_TOKEN_SEMICOLON || type == EVX_TOKEN_CELL;
}

static gboolean
hit_in_clause (const EvxFlow *flow, const EvxTest *test, const EvxFound *found)
{
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    guint32 from = found->start, to = found->end;
    while (from > s->first && !ends_clause (flow, from - 1))
        from--;
    while (to < s->first + s->n && !ends_clause (flow, to))
        to++;
    return hit_in (flow, test, from, to);
}

/* How far before, after and near may look: not past a semicolon or a cell. */
static guint32
left_of (const EvxFlow *flow, const EvxFound *found, guint32 within)
{
    guint32 first = evx_flow_sentence (flow, found->sentence)->first;
    guint32 at = found->start;
    while (at > first && found->start - at < within && !ends_clause (flow, at - 1))
        at--;
    return at;
}

static guint32
right_of (const EvxFlow *flow, const EvxFound *found, guint32 within)
{
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    guint32 at = found->end, end = s->first + s->n;
    while (at < end && at - found->end < within && !ends_clause (flow, at))
        at++;
    return at;
}

static gboolean
test_holds (const EvxFlow *flow, const EvxTest *test, const EvxFound *found)
{
    guint16 within = test->within;
    switch ((EvxTestPlace)test->place) {
    case EVX_TEST_BEFORE:
        return hit_in (flow, test, left_of (flow, found, within), found->start);
    case EVX_TEST_AFTER:
        return hit_in (flow, test, found->end, right_of (flow, found, within));
    case EVX_TEST_NEAR:
        return hit_in (flow, test, left_of (flow, found, within), found->start) ||
               hit_in (flow, test, found->end, right_of (flow, found, within));
    case EVX_TEST_AROUND:
        return hit_in (flow, test, left_of (flow, found, within), right_of (flow, found, within));
    case EVX_TEST_CLAUSE:
        return hit_in_clause (flow, test, found);
    case EVX_TEST_SENTENCE:
        return hit_in_sentence (flow, test, found->sentence);
    case EVX_TEST_PASSAGE:
        return hit_in_passage (flow, test, found->sentence);
    case EVX_TEST_SELF:
        return hit_in (flow, test, found->whole_start, found->whole_end);
    }
    return FALSE;
}

gboolean
evx_tests_hold (const EvxFlow *flow, guint32 first, guint32 n, const EvxFound *found)
{
    for (guint32 i = 0; i < n; i++) {
        const EvxTest *test = &g_array_index (flow->lexicon->tests, EvxTest, first + i);
        if (test_holds (flow, test, found) == test->negated)
            return FALSE;
    }
    return TRUE;
}

const EvxSense *
evx_sense_of (const EvxFlow *flow, const EvxFound *found)
{
    const EvxLexicon *lexicon = flow->lexicon;
    const EvxTerm *term = &g_array_index (lexicon->terms, EvxTerm, found->term);
    const EvxGroup *group = &g_array_index (lexicon->groups, EvxGroup, term->owner);
    for (guint32 i = 0; i < group->n; i++) {
        const EvxSense *sense = &g_array_index (lexicon->senses, EvxSense, group->first + i);
        if (evx_tests_hold (flow, sense->first, sense->n, found))
            return sense;
    }
    return NULL;
}
