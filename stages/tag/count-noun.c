/* Counts of nouns: the number that stands before one ("22 undocumented inmates"), the value of the label that it is
 * ("Detainers received: 155"), the number that it is said to be ("the number of detainers was 415"). */
#include "count-internal.h"
#include "match.h"

#define NOUN_REACH 5   /* words between a number and its noun */
#define LABEL_WORDS 12  /* words of a label after its noun, with the sign and the number */
#define LABEL_REACH 12 /* words between a noun and the number it is said to be */

/* "88 of those requests", "415 of these immigration detainers": @of is the word "of", determiners
 * and one word up to the noun. */
static gint64
part_of (const EvxFlow *flow, const EvxSentence *s, guint32 at, guint32 start)
{
    while (at > s->first && evx_flow_in_set (flow, at, EVX_SET_DETERMINER))
        at--;
    guint others = 0;
    for (guint32 t = at + 1; t < start; t++)
        others += !evx_flow_in_set (flow, t, EVX_SET_DETERMINER);
    if (others > (start > at + 2 ? 1 : 0))
        return -1;
    EvxNumber number;
    if (at == s->first || !evx_flow_in_set (flow, at, EVX_SET_OF) || !evx_number_counts (flow, s, at - 1, &number))
        return -1;
    return number.value;
}

/* ---- a noun and the number before it ---------------------------------------------------------------- */

/* "Requests: 140 Transfers: 12": the 140 is the value of the label before it. */
gboolean
evx_number_is_of_label (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number, guint32 label)
{
    return number->at > s->first && evx_flow_token (flow, number->at - 1)->type == EVX_TOKEN_COLON &&
           (evx_flow_token (flow, label)->flags & EVX_TOKEN_CAPITAL);
}

/* "The 63 are notifications", "150 for notification": the word that breaks the noun's phrase is at @at. */
static gint64
said_to_be (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    EvxNumber number;
    gboolean joins = evx_flow_in_set (flow, at, EVX_SET_BE) || evx_flow_in_set (flow, at, EVX_SET_IN);
    return joins && at > s->first && evx_number_over (flow, s, at - 1, &number) && number.at + number.n == at
               ? number.value
               : -1;
}

gint64
evx_count_before_noun (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    for (guint32 step = 1; step <= NOUN_REACH && start >= s->first + step; step++) {
        guint32 at = start - step;
        EvxNumber number;
        const EvxToken *token = evx_flow_token (flow, at);
        if (token->type > EVX_TOKEN_NUMBER)
            return -1;
        if (evx_number_over (flow, s, at, &number) && number.at + number.n <= start)
            return evx_number_is_of_label (flow, s, &number, start) || evx_number_is_ratio (flow, s, number.at) ||
                           evx_number_is_in_series (flow, s, &number) ||
                           evx_number_is_rate (flow, s, &number)
                       ? -1
                       : number.value;
        if (at > s->first && evx_flow_set_length (flow, at - 1, EVX_SET_OR_SO) == 2) {
            step++; /* "a dozen or so inmates" */
            continue;
        }
        if (evx_flow_in_set (flow, at, EVX_SET_NOUN_BREAK)) {
            gint64 said = said_to_be (flow, s, at);
            return said >= 0 ? said : part_of (flow, s, at, start);
        }
    }
    return -1;
}

gboolean
evx_count_is_bracketed (const EvxFlow *flow, guint32 at)
{
    const EvxToken *token = evx_flow_token (flow, at);
    return token->start > 0 && flow->page->text->str[token->start - 1] == '(';
}

/* "transfers (12)", not "detainers (31 in May)" */
static gboolean
closes_bracket (const EvxFlow *flow, guint32 at)
{
    return *evx_flow_text (flow, evx_flow_token (flow, at)->end) == ')';
}

/* "Notifications 33; Transfers 0": a number between the noun and the end of its part, or the name
 * of the next; "transfers (12)". */
gint64
evx_count_next_to_noun (const EvxFlow *flow, const EvxSentence *s, guint32 end, gboolean people)
{
    guint32 limit = s->first + s->n;
    EvxNumber number;
    if (end >= limit || !evx_number_counts (flow, s, end, &number) || (people && !evx_count_is_bracketed (flow, end)))
        return -1;
    guint32 next = end + number.n;
    gboolean alone = next >= limit || evx_flow_token (flow, next)->type > EVX_TOKEN_NUMBER ||
                     (evx_flow_token (flow, next)->flags & EVX_TOKEN_CAPITAL) ||
                     closes_bracket (flow, next - 1);
    return alone && evx_count_is_bracketed (flow, end) == closes_bracket (flow, next - 1) ? number.value : -1;
}

static gboolean
is_comma (const EvxFlow *flow, const EvxToken *token)
{
    return token->type == EVX_TOKEN_COMMA && strchr (",()[]", *evx_flow_text (flow, token->start)) != NULL;
}

/* "requests, 37; notices, 12." is a list of labels and values. */
static gboolean
ends_item (const EvxFlow *flow, const EvxSentence *s, guint32 next)
{
    guint32 end = s->first + s->n;
    gboolean list = FALSE;
    for (guint32 t = s->first; t < end; t++)
        list = list || evx_flow_token (flow, t)->type == EVX_TOKEN_SEMICOLON;
    return list && (next >= end || evx_flow_token (flow, next)->type == EVX_TOKEN_SEMICOLON ||
                    evx_flow_token (flow, next)->type == EVX_TOKEN_STOP);
}

/* "Detainers received - 155", "Released to ICE: 174": the value of a label that names the mention. */
gint64
evx_count_of_label (const EvxFlow *flow, const EvxSentence *s, guint32 end)
{
    guint32 limit = s->first + s->n;
    for (guint32 at = end; at + 1 < MIN (limit, end + LABEL_WORDS); at++) {
        const EvxToken *token = evx_flow_token (flow, at);
        if (token->type <= EVX_TOKEN_NUMBER)
            continue;
        EvxNumber number;
        if (token->type > EVX_TOKEN_COLON || !evx_number_counts (flow, s, at + 1, &number))
            return -1;
        guint32 next = at + 1 + number.n;
        if (token->type == EVX_TOKEN_SEMICOLON || (is_comma (flow, token) && !ends_item (flow, s, next)))
            return -1;
        if (next < limit && evx_count_is_bracketed (flow, next) && evx_number_is_year (flow, next))
            return -1; /* "31 (2018), 44 (2019)" */
        gboolean last = next >= limit || evx_flow_token (flow, next)->type > EVX_TOKEN_NUMBER ||
                        (evx_flow_token (flow, next)->flags & EVX_TOKEN_CAPITAL) ||
                        evx_count_is_bracketed (flow, next);
        return last ? number.value : -1;
    }
    return -1;
}

/* "Detainers received 140 96 81": a row of figures, one a year. */
static gboolean
is_in_row (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 next = number->at + number->n;
    return (next < s->first + s->n && evx_flow_token (flow, next)->type == EVX_TOKEN_NUMBER &&
            (!evx_count_is_bracketed (flow, next) || evx_number_is_year (flow, next))) ||
           (number->at > s->first && evx_flow_token (flow, number->at - 1)->type == EVX_TOKEN_NUMBER);
}

/* "transfers: 30", "the number of detainers was 415" */
gint64
evx_count_after_noun (const EvxFlow *flow, const EvxSentence *s, guint32 end)
{
    guint32 limit = MIN (s->first + s->n, end + LABEL_REACH);
    for (guint32 at = end; at + 1 < limit; at++) {
        const EvxToken *token = evx_flow_token (flow, at);
        EvxNumber number;
        if (token->type == EVX_TOKEN_STOP || token->type == EVX_TOKEN_SEMICOLON)
            return -1;
        if (at > end && evx_flow_in_set (flow, at, EVX_SET_NOUN_FORM))
            return -1;
        if (token->type == EVX_TOKEN_COMMA && evx_flow_in_set (flow, at + 1, EVX_SET_SO))
            return -1; /* ", and the agency took" */
        guint32 words = evx_flow_set_length (flow, at, EVX_SET_COUNT_LINK);
        if (words == 0 && token->type != EVX_TOKEN_COLON && token->type != EVX_TOKEN_CELL)
            continue;
        guint32 next = at + MAX (words, 1);
        while (next < limit && evx_flow_in_set (flow, next, EVX_SET_APPROX))
            next++;
        if (words > 0 && evx_flow_in_set (flow, at - 1, EVX_SET_SHARE_OF))
            return -1; /* "fell from 76 percent to 22" */
        if (next < limit && evx_number_counts (flow, s, next, &number) &&
            !is_in_row (flow, s, &number) && !evx_number_is_in_series (flow, s, &number) &&
            !(next + number.n < s->first + s->n && evx_flow_in_set (flow, next + number.n, EVX_SET_PERSON)))
            return number.value;
        if (token->type == EVX_TOKEN_COLON)
            return -1;
    }
    return -1;
}

