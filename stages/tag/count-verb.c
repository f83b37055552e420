/* Counts of verbs: the number of the object ("turned over 84 people") or of the subject ("84 people were turned
 * over"), or of the cases in which it was done ("in 535 cases"). */
#include "count-internal.h"
#include "clause.h"
#include "match.h"

#define OBJECT_REACH 12  /* words between a verb and the number of its object */
#define RELATIVE_WORDS 3 /* of who did it: "whom the jail" */
#define SUBJECT_REACH 14 /* words between the number of a subject and its verb */

/* ---- a verb, its object and its subject ------------------------------------------------------------- */

gboolean
evx_word_is_person (const EvxFlow *flow, guint32 at)
{
    return evx_flow_in_set (flow, at, EVX_SET_PERSON) || evx_flow_in_set (flow, at, EVX_SET_DETAINEE_WORD);
}

/* The words that a number counts end before @at. */
static gboolean
ends_counted (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    return at >= s->first + s->n || evx_flow_token (flow, at)->type > EVX_TOKEN_NUMBER ||
           evx_flow_in_set (flow, at, EVX_SET_NOUN_BREAK);
}

gboolean
evx_count_is_of_people (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 end = MIN (s->first + s->n, at + 4);
    for (; at < end; at++)
        if (evx_word_is_person (flow, at) || evx_flow_in_set (flow, at, EVX_SET_CASE))
            return TRUE;
        else if (ends_counted (flow, s, at))
            return FALSE;
    return FALSE;
}

/* "turned over 45 lawbreakers to ICE": whatever they are, they are many and the next word is of
 * another phrase. */
static gboolean
is_plural (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    if (at >= s->first + s->n || evx_flow_token (flow, at)->type != EVX_TOKEN_WORD)
        return FALSE;
    const EvxToken *token = evx_flow_token (flow, at);
    return token->end - token->start > 4 && flow->page->text->str[token->end - 1] == 's' &&
           ends_counted (flow, s, at + 1);
}

/* The number stands alone: "transferred eight.", "transferred 15 in 2021" */
static gboolean
is_bare (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 next = number->at + number->n;
    if (next + 1 < s->first + s->n && evx_flow_in_set (flow, next, EVX_SET_MORE))
        next++; /* "two more on Thursday" */
    return ends_counted (flow, s, next) || evx_flow_in_set (flow, next, EVX_SET_NO_NOUN);
}

/* Where the people end that the number counts ("three undocumented women"), or 0. */
static guint32
people_end (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 end = MIN (s->first + s->n, number->at + number->n + 3);
    for (guint32 at = number->at + number->n; at < end; at++) {
        if (evx_word_is_person (flow, at))
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

/* "handed to two federal officers": those who receive are not those who are handed over. */
static gboolean
is_of_agents (const EvxFlow *flow, const EvxSentence *s, guint32 next)
{
    for (guint32 at = next; at < MIN (s->first + s->n, next + 3); at++)
        if (evx_flow_in_set (flow, at, EVX_SET_AGENT_WORD))
            return TRUE;
        else if (evx_flow_token (flow, at)->type != EVX_TOKEN_WORD || evx_flow_in_set (flow, at, EVX_SET_NOUN_BREAK))
            return FALSE;
    return FALSE;
}

/* The object of the verb, up to @end, ends before the token. */
static gboolean
ends_object (const EvxFlow *flow, guint32 end, guint32 at, gboolean transfer)
{
    guint8 type = evx_flow_token (flow, at)->type;
    if (type == EVX_TOKEN_STOP || type == EVX_TOKEN_SEMICOLON || type == EVX_TOKEN_COMMA || type == EVX_TOKEN_CELL)
        return TRUE;
    gboolean more_than = at > end && evx_flow_in_set (flow, at - 1, EVX_SET_APPROX);
    return (evx_flow_in_set (flow, at, EVX_SET_OBJECT_BREAK) && !more_than) ||
           (transfer && evx_flow_in_set (flow, at, EVX_SET_TRANSFER_BREAK));
}

/* "12 of her clients" */
static gboolean
is_part_of_them (const EvxFlow *flow, const EvxSentence *s, guint32 next)
{
    return next + 1 < s->first + s->n && evx_flow_in_set (flow, next, EVX_SET_OF) &&
           (evx_flow_in_set (flow, next + 1, EVX_SET_DETERMINER) ||
            evx_flow_in_set (flow, next + 1, EVX_SET_THEIR));
}

/* The number behind a verb counts something, yet not its object: "PU 1455", "notified 06/09 1400", "40 a month". */
static gboolean
counts_no_object (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number, guint32 end, gboolean alone)
{
    gboolean after_date = number->at == end ||
                          evx_flow_token (flow, number->at - 1)->type == EVX_TOKEN_NUMBER;
    return evx_number_is_in_series (flow, s, number) || evx_number_is_of_share (flow, s, number->at) ||
           evx_number_is_rate (flow, s, number) ||
           (evx_number_is_clock (flow, number) && alone && after_date) ||
           is_of_agents (flow, s, number->at + number->n);
}

/* The word before what introduces a number: the "in" of "in the other 40 cases". */
static guint32
before_number (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 in = at - 1;
    while (in > s->first && at - in <= 2 &&
           (evx_flow_in_set (flow, in, EVX_SET_OTHER) || evx_flow_in_set (flow, in, EVX_SET_DETERMINER) ||
            evx_flow_in_set (flow, in, EVX_SET_APPROX)))
        in--;
    return in;
}

gint64
evx_count_of_object (const EvxFlow *flow, const EvxSentence *s, guint32 end, gboolean transfer)
{
    guint32 limit = MIN (s->first + s->n, end + OBJECT_REACH);
    for (guint32 at = end; at < limit; at++) {
        EvxNumber number;
        if (ends_object (flow, end, at, transfer) || (at > end && evx_clause_parts (flow, at, at + 1)))
            return -1;
        if (!evx_number_counts (flow, s, at, &number))
            continue;
        guint32 next = at + number.n;
        gboolean near = before_number (flow, s, at) < end + 3; /* "notified ICE about the remaining 34" */
        gboolean alone = number.value == 0 || is_bare (flow, s, &number);
        if (alone && at > end && evx_flow_in_set (flow, at - 1, EVX_SET_SO))
            return -1; /* "a detainer, and nobody called", "721 this year and 1,665 last year": of another clause */
        if (counts_no_object (flow, s, &number, end, alone))
            return -1;
        if (is_part_of_them (flow, s, next) || evx_count_is_of_people (flow, s, next) || (near && alone) ||
            (transfer && near && is_plural (flow, s, next)))
            return with_others (flow, s, &number);
        at = next - 1;
    }
    return -1;
}

gboolean
evx_verb_is_passive (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    for (guint32 step = 1; step <= 3 && start >= s->first + step; step++)
        if (evx_flow_in_set (flow, start - step, EVX_SET_BE))
            return TRUE;
    return FALSE;
}

/* What a number in front of a verb says of its subject. */
typedef enum {
    SUBJECT_PASS, /* it counts something else: look on */
    SUBJECT_NONE, /* nothing before the verb counts the subject */
    SUBJECT_COUNT
} SubjectPart;

/* "two of the nine people ICE wanted", "half of the 90 inmates", "four of five people" */
static SubjectPart
part_of_subject (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number, gint64 *count)
{
    EvxNumber part;
    guint32 of = number->at;
    while (of > s->first && evx_flow_in_set (flow, of - 1, EVX_SET_DETERMINER))
        of--;
    if (evx_number_is_ratio (flow, s, number->at))
        return SUBJECT_NONE;
    if (of > s->first + 1 && evx_flow_in_set (flow, of - 1, EVX_SET_OF) &&
        evx_number_over (flow, s, of - 2, &part) && part.at + part.n >= of - 1 &&
        (of < number->at || part.value != 1)) {
        gboolean every = part.at > s->first && evx_flow_in_set (flow, part.at - 1, EVX_SET_EVERY);
        *count = every ? number->value : part.value; /* "every one of the 14" */
        return SUBJECT_COUNT;
    }
    return evx_number_is_of_share (flow, s, number->at) ? SUBJECT_NONE : SUBJECT_PASS;
}

/* "21 inmates, of 11,231 people arrested, were", "Of 11,231 people, some had", "96 detainees, including 14 women,
 * were" */
static gboolean
is_aside (const EvxFlow *flow, const EvxSentence *s, guint32 at, guint32 start)
{
    if (at <= s->first)
        return FALSE;
    if (evx_flow_in_set (flow, at - 1, EVX_SET_ASIDE))
        return TRUE;
    if (!evx_flow_in_set (flow, at - 1, EVX_SET_OF))
        return FALSE;
    if (at > s->first + 1)
        return evx_flow_token (flow, at - 2)->type == EVX_TOKEN_COMMA;
    while (at < start && evx_flow_token (flow, at)->type != EVX_TOKEN_COMMA)
        at++;
    return at < start;
}

/* Nothing that it counts follows the number: "31 were", "31 say that they were", "31 of them were", "31 who had". */
static gboolean
stands_for_people (const EvxFlow *flow, const EvxNumber *number, guint32 start)
{
    guint32 next = number->at + number->n;
    return next >= start || evx_flow_in_set (flow, next, EVX_SET_BE) || evx_flow_in_set (flow, next, EVX_SET_SAY) ||
           (evx_flow_in_set (flow, next, EVX_SET_OF) &&
            evx_flow_in_set (flow, next + 1, EVX_SET_DETERMINER)) ||
           evx_flow_in_set (flow, next, EVX_SET_SHARE_LINK) || evx_flow_in_set (flow, next, EVX_SET_OF_WHOM);
}

/* "If none is found, the request is denied": the number has its verb, behind the comma another has its own. */
static gboolean
has_own_verb (const EvxFlow *flow, guint32 next, guint32 start)
{
    guint32 t = next + 1;
    if (next >= start || !evx_flow_in_set (flow, next, EVX_SET_BE))
        return FALSE;
    while (t < start && evx_flow_token (flow, t)->type != EVX_TOKEN_COMMA)
        t++;
    gboolean subject = t + 1 < start && evx_flow_in_set (flow, t + 1, EVX_SET_ARTICLE);
    while (subject && t < start && !evx_flow_in_set (flow, t, EVX_SET_BE))
        t++;
    return subject && t < start;
}

static SubjectPart
read_subject (const EvxFlow *flow, const EvxSentence *s, guint32 at, guint32 start, gint64 *count)
{
    EvxNumber number;
    if (!evx_number_counts (flow, s, at, &number) || at + number.n > start)
        return SUBJECT_PASS;
    if (evx_number_over (flow, s, at, &number) && number.at < at)
        return SUBJECT_PASS; /* not the first word of a number */
    if (is_aside (flow, s, at, start))
        return SUBJECT_PASS;
    SubjectPart part = part_of_subject (flow, s, &number, count);
    if (part != SUBJECT_PASS)
        return part;
    if (evx_number_is_in_series (flow, s, &number) || evx_number_is_rate (flow, s, &number))
        return SUBJECT_NONE;
    guint32 next = at + number.n;
    if (has_own_verb (flow, next, start))
        return SUBJECT_NONE;
    gboolean are = next + 1 < start && is_plural (flow, s, next) &&
                   evx_flow_in_set (flow, next + 1, EVX_SET_BE); /* "both brothers were" */
    if (number.value != 0 && !are && !stands_for_people (flow, &number, start) &&
        !evx_count_is_of_people (flow, s, next))
        return SUBJECT_PASS; /* "nobody in the jail was" needs no noun */
    *count = with_others (flow, s, &number);
    return SUBJECT_COUNT;
}

gint64
evx_count_of_subject (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    gint64 count = -1;
    gboolean they = FALSE; /* "Nineteen said that they were": who they are stands before the clause */
    for (guint32 step = 1; step <= SUBJECT_REACH && start >= s->first + step; step++) {
        guint32 at = start - step;
        guint8 type = evx_flow_token (flow, at)->type;
        they = they || evx_flow_in_set (flow, at, EVX_SET_THEY);
        if (type == EVX_TOKEN_SEMICOLON || type == EVX_TOKEN_STOP || type == EVX_TOKEN_CELL ||
            (!they && evx_flow_in_set (flow, at, EVX_SET_SUBJECT_BREAK)))
            return -1;
        SubjectPart part = read_subject (flow, s, at, start, &count);
        if (part != SUBJECT_PASS)
            return count;
    }
    return -1;
}

gint64
evx_count_of_relative (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    guint32 end = start; /* of those who did it */
    if (end > s->first && evx_flow_in_set (flow, end - 1, EVX_SET_AUXILIARY))
        end--;
    for (guint32 words = 1; words <= RELATIVE_WORDS && end > s->first + words; words++)
        if (evx_flow_set_length (flow, end - words, EVX_SET_RELATIVE_SUBJECT) == words &&
            evx_word_is_person (flow, end - words - 1))
            return evx_count_before_noun (flow, s, end - words - 1);
    return -1;
}

/* "in 535 cases", "in 58 of them", "in 11 of 40 sampled files", and where a clause begins "in 21
 * the inmate", "for 45 inmates the jail" */
static gboolean
is_cases (const EvxFlow *flow, const EvxSentence *s, guint32 in, guint32 at, EvxNumber *number)
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
    guint8 parted = in > s->first ? evx_flow_token (flow, in - 1)->type : EVX_TOKEN_STOP;
    gboolean of_whole = evx_flow_in_set (flow, s->first, EVX_SET_OF); /* "Of 60 requests, on 45" */
    gboolean opens = parted >= EVX_TOKEN_SEMICOLON || (of_whole && parted == EVX_TOKEN_COMMA);
    return opens && number->value < 1900 &&
           (evx_flow_in_set (flow, next, EVX_SET_DETERMINER) || evx_flow_in_set (flow, next, EVX_SET_ARTICLE) ||
            evx_count_is_of_people (flow, s, next) ||
            evx_flow_token (flow, next)->type == EVX_TOKEN_COMMA);
}

/* "found 19 cases in which", "on 12 occasions when" */
static gboolean
is_case_in_which (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number)
{
    if (!evx_number_counts (flow, s, at, number))
        return FALSE;
    guint32 next = at + number->n;
    gboolean of_many = at > s->first && evx_flow_in_set (flow, at - 1, EVX_SET_OF) && next + 1 < s->first + s->n;
    if (of_many && evx_flow_set_length (flow, next, EVX_SET_IN_WHICH) > 1)
        return TRUE; /* "one of 43 in which" */
    return next + 1 < s->first + s->n && evx_flow_in_set (flow, next, EVX_SET_CASE) &&
           evx_flow_in_set (flow, next + 1, EVX_SET_IN_WHICH);
}

/* "ICE was told, and in 12 of those cases": the words open the next clause. */
static gboolean
opens_clause (const EvxFlow *flow, guint32 from, guint32 in)
{
    return in >= from + 2 && evx_flow_token (flow, in - 1)->type == EVX_TOKEN_WORD && evx_flow_token (flow, in - 2)->type == EVX_TOKEN_COMMA;
}

/* "in 535 cases" anywhere in the clause */
gint64
evx_count_of_cases (const EvxFlow *flow, const EvxSentence *s, guint32 start, guint32 end)
{
    EvxNumber right;
    for (guint32 at = end; at < MIN (end + OBJECT_REACH, s->first + s->n) &&
                           evx_flow_token (flow, at)->type < EVX_TOKEN_SEMICOLON &&
                           !evx_flow_in_set (flow, at, EVX_SET_TRANSFER_BREAK);
         at++)
        if (evx_flow_in_set (flow, at, EVX_SET_IN) && at + 1 < s->first + s->n &&
            is_cases (flow, s, at, at + 1, &right)) {
            if (opens_clause (flow, end, at))
                break;
            return right.value;
        }
    for (guint32 step = 1; step <= SUBJECT_REACH && start >= s->first + step; step++) {
        EvxNumber number;
        guint32 at = start - step;
        if (evx_flow_token (flow, at)->type >= EVX_TOKEN_SEMICOLON || evx_flow_in_set (flow, at, EVX_SET_ASIDE))
            return -1; /* "on 14 occasions, including the day that" */
        if (is_case_in_which (flow, s, at, &number))
            return number.value;
        if (at == s->first)
            return -1;
        guint32 in = before_number (flow, s, at);
        if (evx_flow_in_set (flow, in, EVX_SET_IN) && is_cases (flow, s, in, at, &number))
            return number.value;
    }
    return -1;
}

