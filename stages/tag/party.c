/* Who holds, transfers or notifies (agency) and whom the passage credits (speaker). */
#include "party.h"
#include "match.h"
#include "quote.h"

#include <string.h>

static gboolean
is_name_word (const EvxFlow *flow, guint32 token)
{
    const EvxToken *t = evx_flow_token (flow, token);
    return t->type == EVX_TOKEN_WORD && (t->flags & EVX_TOKEN_CAPITAL) &&
           !evx_flow_in_set (flow, token, EVX_SET_NOT_A_NAME);
}

/* ---- agency ----------------------------------------------------------------------------------------- */

/* "San Diego County" + "Sheriff's Department": the capitalised words before belong to the name. */
static char *
agency_at (const EvxFlow *flow, const EvxSentence *s, guint32 at, guint32 n)
{
    guint32 first = at;
    while (first > s->first && at - first < 5 && is_name_word (flow, first - 1))
        first--;
    gboolean spanish = evx_flow_in_set (flow, at, EVX_SET_AGENCY_OF);
    guint32 end = at + n;
    while (spanish && end < s->first + s->n && end < at + n + 3 && is_name_word (flow, end))
        end++;
    return first < at || spanish ? evx_flow_quote (flow, first, end) : NULL;
}

static char *
agency_in (const EvxFlow *flow, guint32 sentence)
{
    const EvxSentence *s = evx_flow_sentence (flow, sentence);
    if (!evx_flow_sentence_has (flow, sentence, EVX_SET_AGENCY))
        return NULL; /* most sentences */
    for (guint32 t = s->first; t < s->first + s->n; t++) {
        guint32 n = evx_flow_set_length (flow, t, EVX_SET_AGENCY);
        char *name = n > 0 ? agency_at (flow, s, t, n) : NULL;
        if (name != NULL)
            return name;
    }
    return NULL;
}

#define AGENCY_SENTENCES 8

/* The agency named in the sentence, else the nearest one before it, else one shortly after. */
char *
evx_party_agency (const EvxFlow *flow, const EvxDraft *draft)
{
    guint32 own = draft->found.sentence;
    char *name = agency_in (flow, own);
    for (guint32 back = 1; name == NULL && back <= MIN (own, AGENCY_SENTENCES); back++)
        name = agency_in (flow, own - back);
    for (guint32 on = 1; name == NULL && on <= 2 && own + on < flow->sentences->len; on++)
        name = agency_in (flow, own + on);
    return name;
}

/* ---- speaker ---------------------------------------------------------------------------------------- */

static char *
name_before (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 first = at;
    while (first > s->first && at - first < 6 && is_name_word (flow, first - 1))
        first--;
    return first < at ? evx_flow_quote (flow, first, at) : NULL;
}

static char *
name_after (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 end = at;
    guint32 limit = s->first + s->n;
    if (end < limit && evx_flow_in_set (flow, end, EVX_SET_ARTICLE))
        end = ++at;
    while (end < limit && end - at < 6 && is_name_word (flow, end))
        end++;
    return end > at ? evx_flow_quote (flow, at, end) : NULL;
}

#define PLAIN_SPEAKER 5 /* words: "two of the families" */

/* "according to two families, ...": who bears no name is told up to the comma. */
static char *
people_after (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 end = at, limit = s->first + s->n;
    while (end < limit && evx_flow_token (flow, end)->type <= EVX_TOKEN_NUMBER)
        end++;
    return end > at && end - at <= PLAIN_SPEAKER ? evx_flow_quote (flow, at, end) : NULL;
}

/* "Morrison said", "said Sheriff Lee", "according to the ACLU", "the suit says". */
char *
evx_party_speaker (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    if (!evx_flow_sentence_has (flow, draft->found.sentence, EVX_SET_ACCORDING_TO) &&
        !evx_flow_sentence_has (flow, draft->found.sentence, EVX_SET_SAY))
        return NULL;
    for (guint32 t = s->first; t < s->first + s->n; t++) {
        guint32 according = evx_flow_set_length (flow, t, EVX_SET_ACCORDING_TO);
        guint32 say = evx_flow_set_length (flow, t, EVX_SET_SAY);
        char *name = NULL;
        if (according > 0) {
            name = name_after (flow, s, t + according);
            if (name == NULL)
                name = people_after (flow, s, t + according);
        } else if (say > 0) {
            name = name_before (flow, s, t);
            if (name == NULL)
                name = name_after (flow, s, t + say);
        }
        if (name != NULL)
            return name;
    }
    return NULL;
}
