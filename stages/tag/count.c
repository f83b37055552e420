/* Counts of mentions: which number counts what. A number counts a noun it stands before ("22 undocumented
 * inmates"), the event whose object it counts ("turned over 84 people"), or whose subject ("84 people were
 * turned over"). The words that decide are sets of the lexicon (number.lex). */
#include "tag-internal.h"

#include <string.h>

#define NOUN_REACH 5     /* words between a number and its noun */
#define OBJECT_REACH 12  /* words between a verb and the number of its object */
#define LABEL_HEAD 3     /* words with which a label that names people begins: "Number of inmates" */
#define LABEL_WORDS 8    /* words of a label after its noun, with the sign and the number */
#define LABEL_REACH 12   /* words between a noun and the number it is said to be */
#define SUBJECT_REACH 14 /* words between the number of a subject and its verb */
#define TIMES_REACH 7    /* words between a verb and how often it was done */
#define SERIES_MOST 8    /* numbers of a series that go to mentions in order */

static guint32
set_length (const EvxFlow *flow, guint32 token, EvxSetName name)
{
    return evx_flow_set_at (flow, token, flow->lexicon->known[name]);
}

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
static gboolean
is_value_before (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number, guint32 label)
{
    return number->at > s->first && evx_flow_token (flow, number->at - 1)->type == EVX_TOKEN_COLON &&
           (evx_flow_token (flow, label)->flags & EVX_TOKEN_CAPITAL);
}

/* "1215", as a clock shows it */
static gboolean
is_clock (const EvxFlow *flow, const EvxNumber *number)
{
    const EvxToken *token = evx_flow_token (flow, number->at);
    return token->type == EVX_TOKEN_NUMBER && token->end - token->start == 4 &&
           number->value < 2400 && number->value % 100 < 60;
}

static gint64
before_noun (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    for (guint32 step = 1; step <= NOUN_REACH && start >= s->first + step; step++) {
        guint32 at = start - step;
        EvxNumber number;
        const EvxToken *token = evx_flow_token (flow, at);
        if (token->type > EVX_TOKEN_NUMBER)
            return -1;
        if (evx_number_over (flow, s, at, &number) && number.at + number.n <= start)
            return is_value_before (flow, s, &number, start) || evx_number_is_ratio (flow, s, number.at) ||
                           evx_number_is_in_series (flow, s, &number) ||
                           evx_number_is_rate (flow, s, &number)
                       ? -1
                       : number.value;
        if (at > s->first && set_length (flow, at - 1, EVX_SET_OR_SO) == 2) {
            step++; /* "a dozen or so inmates" */
            continue;
        }
        if (evx_flow_in_set (flow, at, EVX_SET_NOUN_BREAK))
            return part_of (flow, s, at, start);
    }
    return -1;
}

/* "Notifications 33; Transfers 0": a number between the noun and the end of its part, or the name
 * of the next. */
static gint64
next_to_noun (const EvxFlow *flow, const EvxSentence *s, guint32 end)
{
    guint32 limit = s->first + s->n;
    EvxNumber number;
    if (end >= limit || !evx_number_counts (flow, s, end, &number))
        return -1;
    guint32 next = end + number.n;
    gboolean alone = next >= limit || evx_flow_token (flow, next)->type > EVX_TOKEN_NUMBER ||
                     (evx_flow_token (flow, next)->flags & EVX_TOKEN_CAPITAL);
    return alone ? number.value : -1;
}

/* "36 (32 men, 4 women)": a bracket opens before the token. */
static gboolean
is_bracketed (const EvxFlow *flow, guint32 at)
{
    const EvxToken *token = evx_flow_token (flow, at);
    return token->start > 0 && flow->page->text->str[token->start - 1] == '(';
}

/* "Detainers received - 155", "Released to ICE: 174": the value of a label that names the mention. */
static gint64
value_of_label (const EvxFlow *flow, const EvxSentence *s, guint32 end)
{
    guint32 limit = s->first + s->n;
    for (guint32 at = end; at + 1 < MIN (limit, end + LABEL_WORDS); at++) {
        const EvxToken *token = evx_flow_token (flow, at);
        gboolean dash = token->type == EVX_TOKEN_COMMA &&
                        strchr (",()[]", flow->page->text->str[token->start]) == NULL;
        if (token->type <= EVX_TOKEN_NUMBER)
            continue;
        EvxNumber number;
        if ((!dash && token->type != EVX_TOKEN_COLON) || !evx_number_counts (flow, s, at + 1, &number))
            return -1;
        guint32 next = at + 1 + number.n;
        gboolean last = next >= limit || evx_flow_token (flow, next)->type > EVX_TOKEN_NUMBER ||
                        (evx_flow_token (flow, next)->flags & EVX_TOKEN_CAPITAL) ||
                        is_bracketed (flow, next);
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
            !is_bracketed (flow, next)) ||
           (number->at > s->first && evx_flow_token (flow, number->at - 1)->type == EVX_TOKEN_NUMBER);
}

/* "transfers: 30", "the number of detainers was 415" */
static gint64
after_noun (const EvxFlow *flow, const EvxSentence *s, guint32 end)
{
    guint32 limit = MIN (s->first + s->n, end + LABEL_REACH);
    for (guint32 at = end; at + 1 < limit; at++) {
        const EvxToken *token = evx_flow_token (flow, at);
        EvxNumber number;
        if (token->type == EVX_TOKEN_STOP || token->type == EVX_TOKEN_SEMICOLON)
            return -1;
        if (at > end && evx_flow_in_set (flow, at, EVX_SET_NOUN_FORM))
            return -1;
        guint32 words = set_length (flow, at, EVX_SET_COUNT_LINK);
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

/* ---- a verb, its object and its subject ------------------------------------------------------------- */

static gboolean
is_counted_noun (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 end = MIN (s->first + s->n, at + 4);
    for (; at < end; at++) {
        if (evx_flow_in_set (flow, at, EVX_SET_PERSON) || evx_flow_in_set (flow, at, EVX_SET_DETAINEE_WORD) ||
            evx_flow_in_set (flow, at, EVX_SET_CASE))
            return TRUE;
        if (evx_flow_in_set (flow, at, EVX_SET_NOUN_BREAK) ||
            evx_flow_token (flow, at)->type > EVX_TOKEN_NUMBER)
            return FALSE;
    }
    return FALSE;
}

/* "turned over 45 lawbreakers to ICE": whatever they are, they are many and the next word is of
 * another phrase. */
static gboolean
is_plural (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 end = s->first + s->n;
    if (at >= end || evx_flow_token (flow, at)->type != EVX_TOKEN_WORD)
        return FALSE;
    const EvxToken *token = evx_flow_token (flow, at);
    const char *text = flow->page->text->str;
    return token->end - token->start > 4 && text[token->end - 1] == 's' &&
           (at + 1 >= end || evx_flow_token (flow, at + 1)->type > EVX_TOKEN_NUMBER ||
            evx_flow_in_set (flow, at + 1, EVX_SET_NOUN_BREAK));
}

/* The number stands alone: "transferred eight.", "transferred 15 in 2021" */
static gboolean
is_bare (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 next = number->at + number->n;
    return next >= s->first + s->n || evx_flow_token (flow, next)->type > EVX_TOKEN_NUMBER ||
           evx_flow_in_set (flow, next, EVX_SET_NOUN_BREAK);
}

static gboolean
is_person_word (const EvxFlow *flow, guint32 at)
{
    return evx_flow_in_set (flow, at, EVX_SET_PERSON) ||
           evx_flow_in_set (flow, at, EVX_SET_DETAINEE_WORD);
}

/* Where the people end that the number counts ("three undocumented women"), or 0. */
static guint32
people_end (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 end = MIN (s->first + s->n, number->at + number->n + 3);
    for (guint32 at = number->at + number->n; at < end; at++) {
        if (is_person_word (flow, at))
            return at + 1;
        if (evx_flow_token (flow, at)->type != EVX_TOKEN_WORD ||
            evx_flow_in_set (flow, at, EVX_SET_NOUN_BREAK))
            return 0;
    }
    return 0;
}

/* "three women and one man": the sum, whichever of the two @number is. */
static gint64
with_others (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    EvxNumber other;
    guint32 end = people_end (flow, s, number);
    if (end == 0)
        return number->value;
    if (end + 1 < s->first + s->n && evx_flow_in_set (flow, end, EVX_SET_NUMBER_JOINT) &&
        evx_number_counts (flow, s, end + 1, &other) && people_end (flow, s, &other) > 0)
        return number->value + other.value;
    if (number->at < s->first + 3 || !evx_flow_in_set (flow, number->at - 1, EVX_SET_NUMBER_JOINT))
        return number->value;
    for (guint32 step = 3; step <= 6 && number->at >= s->first + step; step++)
        if (evx_number_counts (flow, s, number->at - step, &other))
            return people_end (flow, s, &other) == number->at - 1 ? number->value + other.value
                                                                  : number->value;
    return number->value;
}

static gint64
of_object (const EvxFlow *flow, const EvxSentence *s, guint32 end, gboolean transfer)
{
    guint32 limit = MIN (s->first + s->n, end + OBJECT_REACH);
    for (guint32 at = end; at < limit; at++) {
        const EvxToken *token = evx_flow_token (flow, at);
        EvxNumber number;
        if (token->type == EVX_TOKEN_STOP || token->type == EVX_TOKEN_SEMICOLON ||
            token->type == EVX_TOKEN_COMMA || token->type == EVX_TOKEN_CELL ||
            (evx_flow_in_set (flow, at, EVX_SET_OBJECT_BREAK) &&
             !(at > end && evx_flow_in_set (flow, at - 1, EVX_SET_APPROX))) ||
            (transfer && evx_flow_in_set (flow, at, EVX_SET_TRANSFER_BREAK)))
            return -1;
        if (!evx_number_counts (flow, s, at, &number))
            continue;
        guint32 next = at + number.n;
        gboolean near = at - end <= 3;
        gboolean alone = number.value == 0 || is_bare (flow, s, &number);
        if (evx_number_is_in_series (flow, s, &number) || evx_number_is_of_share (flow, s, at) ||
            evx_number_is_rate (flow, s, &number) ||
            (at == end && is_clock (flow, &number) && alone))
            return -1; /* "PU 1455" */
        if (is_counted_noun (flow, s, next) || (near && alone) ||
            (transfer && near && is_plural (flow, s, next)))
            return with_others (flow, s, &number);
        at = next - 1;
    }
    return -1;
}

static gboolean
is_passive (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    for (guint32 step = 1; step <= 3 && start >= s->first + step; step++)
        if (evx_flow_in_set (flow, start - step, EVX_SET_BE))
            return TRUE;
    return FALSE;
}

static gint64
of_subject (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    for (guint32 step = 1; step <= SUBJECT_REACH && start >= s->first + step; step++) {
        guint32 at = start - step;
        EvxNumber number;
        guint8 type = evx_flow_token (flow, at)->type;
        if (type == EVX_TOKEN_SEMICOLON || type == EVX_TOKEN_STOP || type == EVX_TOKEN_CELL ||
            evx_flow_in_set (flow, at, EVX_SET_SUBJECT_BREAK))
            return -1;
        if (!evx_number_counts (flow, s, at, &number) || at + number.n > start)
            continue;
        if (at > s->first && evx_number_counts (flow, s, at - 1, &number) && number.n > 1)
            continue; /* the second word of a number */
        evx_number_counts (flow, s, at, &number);
        guint32 next = at + number.n;
        if (at > s->first + 1 && evx_flow_in_set (flow, at - 1, EVX_SET_OF) &&
            evx_flow_token (flow, at - 2)->type == EVX_TOKEN_COMMA)
            continue; /* "21 inmates, of 11,231 people arrested, were released" */
        EvxNumber part;
        guint32 of = at;
        while (of > s->first && evx_flow_in_set (flow, of - 1, EVX_SET_DETERMINER))
            of--;
        if (evx_number_is_ratio (flow, s, at))
            return -1;
        if (of > s->first + 1 && evx_flow_in_set (flow, of - 1, EVX_SET_OF) &&
            evx_number_counts (flow, s, of - 2, &part) && (of < at || part.value != 1))
            return part.value; /* "two of the nine people ICE wanted were taken" */
        if (evx_number_is_of_share (flow, s, at))
            return -1; /* "half of the 90 inmates were released" */
        if (at > s->first && evx_flow_in_set (flow, at - 1, EVX_SET_ASIDE))
            continue; /* "96 detainees, including 14 women, were sent" */
        gboolean bare = next >= start || evx_flow_in_set (flow, next, EVX_SET_BE) ||
                        (evx_flow_in_set (flow, next, EVX_SET_OF) &&
                         evx_flow_in_set (flow, next + 1, EVX_SET_DETERMINER)) ||
                        evx_flow_in_set (flow, next, EVX_SET_SHARE_LINK) || evx_flow_in_set (flow, next, EVX_SET_OF_WHOM);
        if (evx_number_is_in_series (flow, s, &number) || evx_number_is_rate (flow, s, &number))
            return -1;
        if (bare || number.value == 0 || is_counted_noun (flow, s, next))
            return with_others (flow, s, &number); /* "nobody in the jail was" */
    }
    return -1;
}

/* "in 535 cases", "in 58 of them", "in 11 of 40 sampled files", and where a clause begins "in 21
 * the inmate" */
static gboolean
is_cases (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number)
{
    guint32 end = s->first + s->n;
    if (!evx_number_counts (flow, s, at, number) || at + number->n >= end)
        return FALSE;
    guint32 next = at + number->n;
    EvxNumber whole;
    if (evx_flow_in_set (flow, next, EVX_SET_CASE))
        return TRUE;
    if (evx_flow_in_set (flow, next, EVX_SET_OF) && next + 1 < end)
        return evx_flow_in_set (flow, next + 1, EVX_SET_DETERMINER) ||
               evx_flow_in_set (flow, next + 1, EVX_SET_THEIR) || evx_number_counts (flow, s, next + 1, &whole);
    gboolean opens = at == s->first + 1 ||
                     (at > s->first + 1 && evx_flow_token (flow, at - 2)->type >= EVX_TOKEN_SEMICOLON);
    return opens && number->value < 1900 &&
           (evx_flow_in_set (flow, next, EVX_SET_DETERMINER) ||
            evx_flow_token (flow, next)->type == EVX_TOKEN_COMMA);
}

/* "found 19 cases in which", "on 12 occasions when" */
static gboolean
is_case_in_which (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number)
{
    if (!evx_number_counts (flow, s, at, number))
        return FALSE;
    guint32 next = at + number->n;
    return next + 1 < s->first + s->n && evx_flow_in_set (flow, next, EVX_SET_CASE) &&
           evx_flow_in_set (flow, next + 1, EVX_SET_IN_WHICH);
}

/* "in 535 cases" anywhere in the clause */
static gint64
of_cases (const EvxFlow *flow, const EvxSentence *s, guint32 start, guint32 end)
{
    EvxNumber right;
    for (guint32 at = end; at < MIN (end + OBJECT_REACH, s->first + s->n) &&
                           evx_flow_token (flow, at)->type < EVX_TOKEN_SEMICOLON &&
                           !evx_flow_in_set (flow, at, EVX_SET_TRANSFER_BREAK);
         at++)
        if (evx_flow_in_set (flow, at, EVX_SET_IN) && at + 1 < s->first + s->n &&
            is_cases (flow, s, at + 1, &right))
            return right.value;
    for (guint32 step = 1; step <= SUBJECT_REACH && start >= s->first + step; step++) {
        EvxNumber number;
        guint32 at = start - step;
        if (evx_flow_token (flow, at)->type >= EVX_TOKEN_SEMICOLON)
            return -1;
        if (is_case_in_which (flow, s, at, &number))
            return number.value;
        if (at > s->first && evx_flow_in_set (flow, at - 1, EVX_SET_IN) && is_cases (flow, s, at, &number))
            return number.value;
    }
    return -1;
}

/* ---- drafts ----------------------------------------------------------------------------------------- */

static gboolean
is_kind (const EvxDraft *draft, const char *kind)
{
    return strcmp (draft->sense->kind, kind) == 0;
}

/* "only 30 resulted in a transfer" */
static gint64
led_to (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    for (guint32 step = 1; step <= 4 && start >= s->first + step + 1; step++) {
        EvxNumber number;
        if (set_length (flow, start - step, EVX_SET_LED_TO) > 0)
            return evx_number_counts (flow, s, start - step - 1, &number)
                       ? number.value
                       : of_subject (flow, s, start - step); /* "none of the 61 requests led to" */
    }
    return -1;
}

/* "Seventy did not qualify, so no response was given": those whom the clause before is about. */
static gint64
of_those_denied (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    EvxNumber number;
    if (start < s->first + 4 || !evx_flow_in_set (flow, start - 1, EVX_SET_NIL) ||
        !evx_flow_in_set (flow, start - 2, EVX_SET_SO) ||
        evx_flow_token (flow, start - 3)->type != EVX_TOKEN_COMMA ||
        !evx_number_counts (flow, s, s->first, &number))
        return -1;
    return number.value;
}

static gint64
noun_count (const EvxFlow *flow, const EvxSentence *s, const EvxDraft *draft)
{
    const EvxFound *found = &draft->found;
    gint64 count = is_kind (draft, "detainee") ? -1 : next_to_noun (flow, s, found->end);
    if (count < 0 && (!is_kind (draft, "detainee") || found->start < s->first + LABEL_HEAD))
        count = value_of_label (flow, s, found->end);
    if (count < 0)
        count = before_noun (flow, s, found->start);
    if (count >= 0 || is_kind (draft, "detainee"))
        return count;
    for (guint32 words = 1; words <= 2 && count < 0 && found->start >= s->first + words; words++)
        if (set_length (flow, found->start - words, EVX_SET_WITHOUT) == words)
            count = of_subject (flow, s, found->start - words);
    if (count < 0)
        count = led_to (flow, s, found->start);
    if (count < 0)
        count = of_those_denied (flow, s, found->start);
    if (count < 0)
        count = after_noun (flow, s, found->end);
    if (count < 0 && strcmp (draft->sense->sense, "request") == 0)
        count = of_object (flow, s, found->end, FALSE); /* "detainers against 46 inmates" */
    return count >= 0 ? count : of_cases (flow, s, found->start, found->end);
}

/* "took him into custody", "turned over the man" */
static gboolean
is_of_one_person (const EvxFlow *flow, const EvxFound *found)
{
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    for (guint32 t = found->start; t < MIN (found->end + 2, s->first + s->n); t++)
        if (evx_flow_in_set (flow, t, EVX_SET_ONE_PERSON))
            return TRUE;
    return FALSE;
}

/* "took 12 people into custody", "turned no one over" */
static gint64
inner_count (const EvxFlow *flow, const EvxSentence *s, const EvxFound *found)
{
    EvxNumber number;
    for (guint32 t = found->start + 1; t + 1 < found->end; t++)
        if (evx_number_counts (flow, s, t, &number))
            return number.value;
    return -1;
}

static gint64
verb_count (const EvxFlow *flow, const EvxSentence *s, const EvxDraft *draft)
{
    const EvxFound *found = &draft->found;
    guint32 before = found->start - 1;
    gboolean inside = found->start > s->first;
    gint64 count = inner_count (flow, s, found);
    if (count < 0)
        count = value_of_label (flow, s, found->end);
    if (count >= 0)
        return count;
    if (is_passive (flow, s, found->start) ||
        (inside &&
         (evx_flow_in_set (flow, before, EVX_SET_PERSON) || evx_flow_in_set (flow, before, EVX_SET_DETAINEE_WORD))))
        count = of_subject (flow, s, found->start);
    EvxNumber close;
    if (count < 0 && inside && evx_number_over (flow, s, before, &close) &&
        close.at + close.n == found->start && !is_clock (flow, &close) &&
        !is_value_before (flow, s, &close, found->start))
        count = close.value; /* "144 eligible, 15 picked up" */
    if (count < 0)
        count = led_to (flow, s, found->start);
    if (count < 0 && is_passive (flow, s, found->start))
        count = of_cases (flow, s, found->start, found->end);
    if (count < 0)
        count = of_object (flow, s, found->end, is_kind (draft, "transfer"));
    if (count < 0 && inside && evx_flow_in_set (flow, before, EVX_SET_WITHOUT))
        count = of_subject (flow, s, before);
    return count >= 0 ? count : of_cases (flow, s, found->start, found->end);
}

static gint64
own_count (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxFound *found = &draft->found;
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    gboolean verb = evx_flow_in_set (flow, found->start, EVX_SET_VERB_FORM);
    gboolean named = evx_flow_in_set (flow, found->start, EVX_SET_NOUN_OR_VERB) && found->start > s->first &&
                     evx_flow_in_set (flow, found->start - 1, EVX_SET_BEFORE_NOUN);
    gboolean noun = named || is_kind (draft, "detainee") ||
                    evx_flow_in_set (flow, found->start, EVX_SET_NOUN_FORM) ||
                    evx_flow_in_set (flow, found->end - 1, EVX_SET_NOUN_FORM);
    return noun && !verb ? noun_count (flow, s, draft) : verb_count (flow, s, draft);
}

/* "notified ICE 27 times", "twice notified ICE" */
static gint64
times_count (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    guint32 limit = MIN (s->first + s->n, draft->found.end + TIMES_REACH), n;
    for (guint32 at = draft->found.end;
         at < limit && evx_flow_token (flow, at)->type <= EVX_TOKEN_NUMBER; at++) {
        gint64 value = evx_number_at (flow, at, &n);
        gboolean twice = evx_flow_in_set (flow, at, EVX_SET_TWICE);
        if (value < 0 ||
            !(twice || (at + n < limit && evx_flow_in_set (flow, at + n, EVX_SET_TIMES))))
            continue;
        guint32 next = at + n + !twice; /* "twice a day" is a rate */
        return next + 1 < s->first + s->n && set_length (flow, next, EVX_SET_RATE) > 1 ? -1 : value;
    }
    for (guint32 step = 1; step < TIMES_REACH && draft->found.start >= s->first + step; step++) {
        guint32 at = draft->found.start - step;
        if (evx_flow_token (flow, at)->type > EVX_TOKEN_NUMBER)
            return -1;
        if (evx_flow_in_set (flow, at, EVX_SET_TWICE))
            return evx_number_at (flow, at, &n);
        if (at > s->first && evx_flow_in_set (flow, at, EVX_SET_TIMES) &&
            evx_flow_in_set (flow, at + 1, EVX_SET_IN))
            return evx_number_at (flow, at - 1, &n); /* "asked the jail 53 times for notice" */
    }
    return -1;
}

/* "Transfers and notices numbered 12 and 9, respectively": the numbers go to the mentions in order. */
static void
share_out (const EvxFlow *flow, GArray *drafts, guint first, guint end)
{
    const EvxSentence *s = evx_flow_sentence (
        flow, g_array_index (drafts, EvxDraft, first).found.sentence);
    gint64 values[SERIES_MOST];
    guint n = 0;
    guint32 at = s->first, from = 0;
    EvxNumber number;
    while (at < s->first + s->n && !evx_flow_in_set (flow, at, EVX_SET_RESPECTIVELY)) {
        if (n < SERIES_MOST && evx_number_counts (flow, s, at, &number)) {
            from = n == 0 ? at : from;
            values[n++] = number.value;
            at += number.n;
        } else {
            gboolean joint = evx_flow_token (flow, at)->type == EVX_TOKEN_COMMA ||
                             evx_flow_in_set (flow, at, EVX_SET_SERIES_JOINT);
            n = joint ? n : 0;
            at++;
        }
    }
    if (at == s->first + s->n || n < 2)
        return;
    guint before = first;
    while (before < end && g_array_index (drafts, EvxDraft, before).found.end <= from)
        before++;
    for (guint i = 0; i < n && before - first == n; i++)
        g_array_index (drafts, EvxDraft, first + i).count = values[i];
}

/* A mention in the same clause that counts the same: "1,823 inmates had ICE detainers". */
static gboolean
shares (const EvxFlow *flow, const EvxDraft *from, const EvxDraft *to)
{
    guint32 back = MIN (from->found.start, NOUN_REACH);
    for (guint32 t = from->found.start - back; t < from->found.start; t++)
        if (evx_number_is_of_share (flow, evx_flow_sentence (flow, from->found.sentence), t))
            return FALSE;
    if (from->count < 0 || from->found.sentence != to->found.sentence ||
        from->found.end > to->found.start)
        return FALSE;
    gboolean linked = FALSE;
    for (guint32 t = from->found.end; t < to->found.start; t++) {
        if (evx_flow_token (flow, t)->type >= EVX_TOKEN_SEMICOLON)
            return FALSE;
        linked = linked || evx_flow_in_set (flow, t, EVX_SET_SHARE_LINK) ||
                 (t + 1 == to->found.start && evx_flow_in_set (flow, t, EVX_SET_HELD_ON)) ||
                 (t == from->found.end && evx_flow_in_set (flow, t, EVX_SET_RELATIVE));
    }
    guint32 gap = to->found.start - from->found.end;
    const EvxSentence *s = evx_flow_sentence (flow, to->found.sentence);
    for (guint32 t = to->found.end; t < MIN (to->found.end + 4, s->first + s->n); t++)
        if (evx_flow_in_set (flow, t, EVX_SET_THEIR))
            return TRUE;
    return linked && gap <= 8;
}

/* "hasn't transferred a single person" */
static void
deny (const EvxFlow *flow, EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    guint32 from = MAX (s->first, draft->found.start - MIN (2, draft->found.start));
    for (guint32 t = from; t < MIN (draft->found.end + 3, s->first + s->n); t++)
        if (evx_flow_in_set (flow, t, EVX_SET_SINGLE))
            draft->count = 0;
}

/* "a single transfer" */
static gboolean
is_single (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    return draft->found.start > s->first + 1 &&
           set_length (flow, draft->found.start - 2, EVX_SET_SINGLE) == 2;
}

/* A rule counts nobody ("no inmate may be", "two copies of the notice"), nor does a single one that
 * is only supposed; "the man was handed over" is one man where it is told as a fact. */
void
evx_counts_settle (const EvxFlow *flow, EvxDraft *draft)
{
    static const char *const supposed[] = { "hypothetical", "future", "historical", NULL };
    gboolean fact = strcmp (draft->assertion, "affirmed") == 0;
    if (strcmp (draft->assertion, "policy") == 0 || (draft->one_person && !fact) ||
        (draft->count <= 1 && g_strv_contains (supposed, draft->assertion)))
        draft->count = EVX_NONE;
    if (strcmp (draft->assertion, "negated") == 0)
        deny (flow, draft);
    else if (fact && draft->count < 0 && is_single (flow, draft))
        draft->count = 1;
}

/* "1,106 others with detainers": those who had them. */
static gint64
of_holders (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    if (strcmp (draft->sense->sense, "request") != 0)
        return -1;
    for (guint32 step = 1; step <= 3 && draft->found.start > s->first + step; step++)
        if (evx_flow_in_set (flow, draft->found.start - step, EVX_SET_SHARE_LINK))
            return of_subject (flow, s, draft->found.start - step);
    return -1;
}

/* "one of the 15 inmates turned over to ICE": what befell those of whom it was one. */
static gboolean
modifies (const EvxFlow *flow, const EvxDraft *people, const EvxDraft *draft)
{
    return people->found.end == draft->found.start && is_kind (people, "detainee") &&
           people->found.sentence == draft->found.sentence && is_kind (draft, "transfer") &&
           !evx_flow_in_set (flow, draft->found.start, EVX_SET_NOUN_FORM);
}

static gint64
first_count (const EvxFlow *flow, const EvxDraft *draft)
{
    gint64 times = is_kind (draft, "notification") ? times_count (flow, draft) : -1;
    return times >= 0 ? times : own_count (flow, draft);
}

/* The numbers of a sentence whose last word is "respectively". */
static void
share_out_all (const EvxFlow *flow, GArray *drafts)
{
    for (guint i = 0, k; i < drafts->len; i = k) {
        guint32 sentence = g_array_index (drafts, EvxDraft, i).found.sentence;
        for (k = i + 1; k < drafts->len && g_array_index (drafts, EvxDraft, k).found.sentence == sentence;)
            k++;
        if (k > i + 1)
            share_out (flow, drafts, i, k);
    }
}

void
evx_counts_decide (const EvxFlow *flow, GArray *drafts)
{
    for (guint i = 0; i < drafts->len; i++) {
        EvxDraft *draft = &g_array_index (drafts, EvxDraft, i);
        draft->count = first_count (flow, draft);
        if (draft->count < 0)
            draft->count = of_holders (flow, draft);
        if (i > 0 && modifies (flow, draft - 1, draft) && draft[-1].count >= 0)
            draft->count = draft[-1].count;
        for (guint back = 1; draft->count < 0 && !is_kind (draft, "detainee") && back <= MIN (i, 3);
             back++)
            if (shares (flow, &g_array_index (drafts, EvxDraft, i - back), draft))
                draft->count = g_array_index (drafts, EvxDraft, i - back).count;
        draft->one_person = draft->count < 0 && is_kind (draft, "transfer") &&
                            is_of_one_person (flow, &draft->found);
        if (draft->count < 0)
            draft->count = draft->one_person ? 1 : EVX_NONE;
    }
    share_out_all (flow, drafts);
}
