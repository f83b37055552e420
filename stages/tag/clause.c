/* Clauses, as far as closed classes of words and the forms of verbs show them: where between a cue and a mention
 * another clause begins, which the cue does not govern. */
#include "clause.h"
#include "match.h"

#define CONDITION_WORDS 8 /* from "if" to the subject of its clause: "if the agency that holds him" */
#define JOINED_WORDS 10 /* between the verbs of a series: "were held at the jail and transferred" */

/* The past form at @at joins a verb before it that has an auxiliary: "may be held and transferred". */
static gboolean
has_auxiliary (const EvxFlow *flow, guint32 from, guint32 at)
{
    guint32 first = at > from + JOINED_WORDS ? at - JOINED_WORDS : from;
    for (guint32 t = first; t < at; t++)
        if (evx_flow_in_set (flow, t, EVX_SET_BE) || evx_flow_in_set (flow, t, EVX_SET_AUXILIARY))
            return TRUE;
    return FALSE;
}

/* "barred ICE from the jails and ended": the verb behind the "and" tells something of its own. */
static gboolean
joins_past (const EvxFlow *flow, guint32 from, guint32 at, guint32 to)
{
    guint32 verb = at + 1;
    if (verb < to && evx_flow_in_set (flow, verb, EVX_SET_ADVERB))
        verb++;
    return verb <= to && verb < flow->tokens->len && evx_flow_in_set (flow, verb, EVX_SET_PAST_FORM) && !has_auxiliary (flow, from, at);
}

gboolean
evx_clause_parts (const EvxFlow *flow, guint32 from, guint32 to)
{
    for (guint32 t = from; t < to; t++)
        if (evx_flow_in_set (flow, t, EVX_SET_SO) && joins_past (flow, from > 3 ? from - 3 : 0, t, to))
            return TRUE;
    return FALSE;
}

/* "if the inmate has received a notice", "any person who signed the form": what may have been, no matter when. */
static gboolean
is_in_condition (const EvxFlow *flow, guint32 at)
{
    for (guint32 step = 0; step < CONDITION_WORDS && at >= step; step++) {
        const EvxToken *token = evx_flow_token (flow, at - step);
        if (token->type > EVX_TOKEN_NUMBER)
            return FALSE;
        if (evx_flow_in_set (flow, at - step, EVX_SET_CONDITION))
            return TRUE;
    }
    return FALSE;
}

gboolean
evx_clause_tells_past (const EvxFlow *flow, guint32 at, guint32 limit)
{
    if (!evx_flow_in_set (flow, at, EVX_SET_PAST_FORM) || evx_flow_in_set (flow, at, EVX_SET_NO_EVENT) || at == 0 ||
        at + 1 >= limit)
        return FALSE;
    guint32 subject = at - 1;
    while (subject > 0 && evx_flow_in_set (flow, subject, EVX_SET_ADVERB))
        subject--;
    return evx_flow_token (flow, subject)->type <= EVX_TOKEN_NUMBER && !evx_flow_in_set (flow, subject, EVX_SET_NO_SUBJECT) &&
           (evx_flow_in_set (flow, at + 1, EVX_SET_OBJECT) || evx_flow_token (flow, at + 1)->type == EVX_TOKEN_NUMBER) &&
           !is_in_condition (flow, subject);
}

gboolean
evx_clause_is_said_by_official (const EvxFlow *flow, guint32 from, guint32 to)
{
    for (guint32 t = from; t < to; t++) {
        guint32 n = evx_flow_set_length (flow, t, EVX_SET_OFFICIAL_SAYS);
        gboolean owner = (t > 0 && evx_flow_in_set (flow, t - 1, EVX_SET_OF)) ||
                         (t > 1 && evx_flow_in_set (flow, t - 2, EVX_SET_OF)); /* "supporters of the sheriff said" */
        if (n > 0 && t + n <= to && !owner)
            return TRUE;
    }
    return FALSE;
}

gboolean
evx_clause_begins_between (const EvxFlow *flow, const EvxSentence *s, guint32 a, guint32 b)
{
    if (!evx_flow_in_set (flow, s->first, EVX_SET_ALTHOUGH) || MIN (a, b) == s->first)
        return FALSE;
    for (guint32 t = s->first; t < MAX (a, b); t++)
        if (evx_flow_token (flow, t)->type == EVX_TOKEN_COMMA)
            return MIN (a, b) < t;
    return FALSE;
}

gboolean
evx_clause_is_of_past (const EvxFlow *flow, guint32 from, guint32 to)
{
    for (guint32 t = from; t < to; t++)
        if (evx_flow_in_set (flow, t, EVX_SET_WHO_WERE))
            return TRUE;
    return FALSE;
}
