/* Numbers in digits and words: their values, and which of them count people, papers or events at all. The
 * words that decide are sets of the lexicon (number.lex). */
#include "number.h"
#include "fold.h"
#include "match.h"

#include <string.h>

/* ---- values ----------------------------------------------------------------------------------------- */

/* The digit at @c, or the one that OCR took for a letter: "l32", "1O4"; or -1. */
static gint
digit_of (char c)
{
    return g_ascii_isdigit (c)                ? c - '0'
           : c == 'l' || c == 'I' || c == '|' ? 1
           : c == 'O' || c == 'o'             ? 0
                                              : -1;
}

/* "1,303", and "1.303" as written in Spanish; -1 for decimals, sections, times. */
static gint64
digits_value (const EvxFlow *flow, const EvxToken *token)
{
    const char *text = flow->page->text->str + token->start;
    gint64 value = 0;
    guint group = 0, separators = 0, n = token->end - token->start;
    if (n > 15)
        return -1;
    for (guint i = 0; i < n; i++) {
        if (digit_of (text[i]) >= 0) {
            value = value * 10 + digit_of (text[i]);
            group++;
        } else if ((text[i] == ',' || text[i] == '.') && group >= 1 && group <= 3 &&
                   (separators == 0 || group == 3)) {
            separators++;
            group = 0;
        } else {
            return -1;
        }
    }
    return separators > 0 && group != 3 ? -1 : value;
}

static gint64
word_value (const EvxFlow *flow, guint32 at, gboolean *multiplies)
{
    const EvxToken *token = evx_flow_token (flow, at);
    char folded[EVX_FOLD_MAX];
    if (token->type != EVX_TOKEN_WORD || evx_fold_word (flow->page->text->str + token->start,
                                                        token->end - token->start, folded) == 0)
        return -1;
    const EvxNumberWord *word = g_hash_table_lookup (flow->lexicon->numbers, folded);
    if (word == NULL || word->spanish > flow->spanish) /* "at once" is no eleven */
        return -1;
    *multiplies = word->multiplies;
    return word->value;
}

/* "two hundred and six", "forty-four", "treinta y cuatro". */
static gint64
words_value (const EvxFlow *flow, guint32 at, guint32 limit, guint32 *n)
{
    gint64 total = 0, current = 0, last = G_MAXINT64;
    guint32 i = at;
    while (i < limit) {
        gboolean multiplies = FALSE;
        gint64 value = word_value (flow, i, &multiplies);
        if (value < 0) {
            gboolean more = FALSE;
            gboolean joint = i > at && evx_flow_in_set (flow, i, EVX_SET_NUMBER_JOINT) && i + 1 < limit &&
                             last >= 20 && word_value (flow, i + 1, &more) > 0;
            if (!joint)
                break;
            i++;
            continue;
        }
        if (multiplies) {
            current = MAX (current, 1) * value;
            if (value >= 1000) {
                total += current;
                current = 0;
            }
        } else if (i > at && value >= last) {
            break;
        } else {
            current += value;
        }
        last = value;
        i++;
    }
    *n = i - at;
    return i > at ? total + current : -1;
}

/* "no inmates", "no such requests": people or events, or one word before them. */
static gboolean
denies_any (const EvxFlow *flow, guint32 at)
{
    for (guint32 t = at; t < MIN (at + 2, flow->tokens->len); t++) {
        if (evx_flow_in_set (flow, t, EVX_SET_DETAINEE_WORD) || evx_flow_in_set (flow, t, EVX_SET_EVENTS) ||
            (t == at && evx_flow_in_set (flow, t, EVX_SET_PERSON)))
            return TRUE;
        if (evx_flow_token (flow, t)->type != EVX_TOKEN_WORD ||
            evx_flow_in_set (flow, t, EVX_SET_NOUN_BREAK) || evx_flow_in_set (flow, t, EVX_SET_APPROX))
            return FALSE; /* "no more transfers" is a demand */
    }
    return FALSE;
}

/* "l32": letters that stand for digits, two digits among them, so that "10", "lO" and names are none. */
static gboolean
is_misread (const EvxFlow *flow, const EvxToken *token)
{
    guint digits = 0;
    for (const char *at = evx_flow_text (flow, token->start); at < evx_flow_text (flow, token->end); at++) {
        if (digit_of (*at) < 0)
            return FALSE;
        digits += g_ascii_isdigit (*at);
    }
    return digits >= 2;
}

gint64
evx_number_at (const EvxFlow *flow, guint32 token, guint32 *n)
{
    const EvxToken *t = evx_flow_token (flow, token);
    *n = 1;
    if (t->type == EVX_TOKEN_NUMBER || (t->type == EVX_TOKEN_WORD && is_misread (flow, t)))
        return digits_value (flow, t);
    if (t->type != EVX_TOKEN_WORD && t->type != EVX_TOKEN_SEMICOLON) /* "none" may close a field */
        return -1;
    guint32 zero = evx_flow_set_length (flow, token, EVX_SET_ZERO);
    if (zero > 0) {
        *n = zero;
        return 0;
    }
    if (t->type != EVX_TOKEN_WORD)
        return -1;
    guint32 half_dozen = evx_flow_set_length (flow, token, EVX_SET_HALF_DOZEN);
    if (half_dozen > 0) {
        *n = half_dozen;
        return 6;
    }
    if (evx_flow_in_set (flow, token, EVX_SET_NIL) && denies_any (flow, token + 1))
        return 0;
    if (!evx_flow_in_set (flow, token, EVX_SET_NUMBER))
        return -1;
    return words_value (flow, token, MIN (flow->tokens->len, token + 8), n);
}

gboolean
evx_number_is_year (const EvxFlow *flow, guint32 token)
{
    const EvxToken *t = evx_flow_token (flow, token);
    const char *text = flow->page->text->str + t->start;
    return t->type == EVX_TOKEN_NUMBER && t->end - t->start == 4 &&
           (strncmp (text, "19", 2) == 0 || strncmp (text, "20", 2) == 0);
}

gboolean
evx_number_is_clock (const EvxFlow *flow, const EvxNumber *number)
{
    const EvxToken *token = evx_flow_token (flow, number->at);
    return token->type == EVX_TOKEN_NUMBER && token->end - token->start == 4 &&
           number->value < 2400 && number->value % 100 < 60;
}

/* ---- which numbers count something ------------------------------------------------------------------ */

/* "0555"; "at 1430" */
static gboolean
is_time (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    const EvxToken *token = evx_flow_token (flow, at);
    const char *text = flow->page->text->str + token->start;
    guint n = token->end - token->start;
    if (token->type != EVX_TOKEN_NUMBER || n < 2)
        return FALSE;
    return *text == '0' || (n == 4 && at > s->first && evx_flow_in_set (flow, at - 1, EVX_SET_AT_TIME));
}

/* "02/11/20" */
static gboolean
is_slashed (const EvxFlow *flow, const EvxToken *token)
{
    const GString *text = flow->page->text;
    return token->type == EVX_TOKEN_NUMBER &&
           ((token->start > 0 && text->str[token->start - 1] == '/') ||
            text->str[token->end] == '/');
}

static gboolean
is_in_brackets (const EvxFlow *flow, const EvxToken *token)
{
    const GString *text = flow->page->text;
    return token->start > 0 && token->end < text->len && text->str[token->start - 1] == '(' &&
           text->str[token->end] == ')';
}

/* "(1)", and the "(2)" that follows it or begins its sentence; "transfers (12)" tells how many. */
static gboolean
is_enumerator (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    const EvxToken *token = evx_flow_token (flow, number->at);
    guint32 n;
    if (!is_in_brackets (flow, token))
        return FALSE;
    const char *text = flow->page->text->str;
    if (number->at == s->first || number->value <= 1 || token->start < 2 ||
        !g_ascii_isspace (text[token->start - 2]) || token[-1].type == EVX_TOKEN_NUMBER)
        return TRUE;
    for (guint32 t = s->first; t < number->at; t++)
        if (is_in_brackets (flow, evx_flow_token (flow, t)) &&
            evx_number_at (flow, t, &n) == number->value - 1)
            return TRUE;
    return FALSE;
}

/* "Section 4", "up to 40", "May 4", "Sept. 4" */
static gboolean
is_named_before (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 stop = number->at > s->first + 1 && evx_flow_token (flow, number->at - 1)->type == EVX_TOKEN_STOP;
    return (number->at > s->first &&
            evx_flow_set_length (flow, number->at - 1 - stop, EVX_SET_NOT_COUNTED_BEFORE) == 1) ||
           (number->at > s->first + 1 &&
            evx_flow_set_length (flow, number->at - 2, EVX_SET_NOT_COUNTED_BEFORE) == 2);
}

/* "In May and June 20 inmates were": people, not a day, which would follow "on". */
static gboolean
is_of_month (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 next = number->at + number->n;
    return number->at > s->first + 1 && next < s->first + s->n &&
           evx_flow_in_set (flow, number->at - 1, EVX_SET_MONTH) &&
           evx_flow_in_set (flow, number->at - 2, EVX_SET_BEFORE_YEAR) &&
           (evx_flow_in_set (flow, next, EVX_SET_PERSON) || evx_flow_in_set (flow, next, EVX_SET_DETAINEE_WORD));
}

static gboolean
counts_something (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    const EvxToken *token = evx_flow_token (flow, number->at);
    guint32 next = number->at + number->n, end = s->first + s->n;
    const EvxToken *after = next < end ? evx_flow_token (flow, next) : NULL;
    if (token->flags & (EVX_TOKEN_MONEY | EVX_TOKEN_PERCENT))
        return FALSE;
    if (evx_number_is_year (flow, number->at) &&
        (after == NULL || !evx_flow_in_set (flow, next, EVX_SET_PERSON) ||
         (number->at > s->first && evx_flow_in_set (flow, number->at - 1, EVX_SET_BEFORE_YEAR))))
        return FALSE;
    if (number->at > s->first + 1 && evx_flow_in_set (flow, number->at - 1, EVX_SET_OUT_OF) &&
        (evx_flow_token (flow, number->at - 2)->type == EVX_TOKEN_NUMBER ||
         evx_flow_in_set (flow, number->at - 2, EVX_SET_NUMBER)))
        return FALSE; /* "one in five" */
    if (token->type == EVX_TOKEN_WORD && next + 1 < end && evx_flow_in_set (flow, next, EVX_SET_OUT_OF) &&
        evx_flow_token (flow, next + 1)->type == EVX_TOKEN_WORD && evx_flow_in_set (flow, next + 1, EVX_SET_NUMBER))
        return FALSE; /* its first word */
    if (token->type == EVX_TOKEN_NUMBER && number->at > s->first + 1 &&
        evx_flow_set_length (flow, number->at - 2, EVX_SET_ON_A) == 2)
        return FALSE; /* "booked on a 23152": a code */
    if (evx_flow_in_set (flow, number->at, EVX_SET_TWICE))
        return FALSE; /* how often, not how many */
    if (after != NULL && (after->flags & EVX_TOKEN_HYPHEN))
        return FALSE;
    if (token->flags & EVX_TOKEN_HYPHEN)
        return FALSE;
    if (after != NULL && evx_flow_in_set (flow, next, EVX_SET_NOT_COUNTED_AFTER))
        return FALSE;
    if (is_enumerator (flow, s, number) || is_slashed (flow, token) || is_time (flow, s, number->at))
        return FALSE;
    return !is_named_before (flow, s, number) || is_of_month (flow, s, number);
}

gboolean
evx_number_counts (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number)
{
    number->at = at;
    number->value = evx_number_at (flow, at, &number->n);
    return number->value >= 0 && counts_something (flow, s, number);
}

/* ---- numbers that count something, yet not what stands beside them -------------------------------------- */

#define NUMBER_WORDS 4 /* words of a number: "two hundred and six" */
#define RATE_REACH 6   /* words from a number to "a month" */
#define RATIO_MOST 10  /* "four of five people" is a share, "four of twelve people" are four */

gboolean
evx_number_over (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number)
{
    guint32 back = MIN (NUMBER_WORDS, at - s->first);
    for (guint32 from = at - back; from <= at; from++)
        if (evx_number_counts (flow, s, from, number) && from + number->n > at)
            return TRUE;
    return FALSE;
}

gboolean
evx_number_is_in_series (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 next = number->at + number->n, end = s->first + s->n;
    EvxNumber other;
    if (number->at > s->first + 1 && evx_flow_in_set (flow, number->at - 1, EVX_SET_SERIES_JOINT) &&
        evx_number_over (flow, s, number->at - 2, &other) && other.at + other.n == number->at - 1)
        return *evx_flow_text (flow, evx_flow_token (flow, number->at - 2)->end) != ')'; /* "requests (402) and 31 notices" */
    if (next + 1 >= end || !evx_number_counts (flow, s, next + 1, &other))
        return FALSE;
    if (evx_flow_in_set (flow, next, EVX_SET_SERIES_JOINT))
        return TRUE;
    guint32 after = other.at + other.n; /* "4, 2 and 0" */
    return evx_flow_token (flow, next)->type == EVX_TOKEN_COMMA && after + 1 < end &&
           (evx_flow_in_set (flow, after, EVX_SET_SERIES_JOINT) ||
            evx_flow_token (flow, after)->type == EVX_TOKEN_COMMA) &&
           evx_number_counts (flow, s, after + 1, &other);
}

gboolean
evx_number_is_of_share (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    while (at > s->first && (evx_flow_in_set (flow, at - 1, EVX_SET_DETERMINER) ||
                             evx_flow_in_set (flow, at - 1, EVX_SET_APPROX)))
        at--;
    return at > s->first + 1 && evx_flow_in_set (flow, at - 1, EVX_SET_OF) &&
           evx_flow_in_set (flow, at - 2, EVX_SET_SHARE_OF);
}

gboolean
evx_number_is_ratio (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 n;
    return at > s->first + 1 && evx_flow_in_set (flow, at - 1, EVX_SET_OF) &&
           evx_flow_token (flow, at)->type == EVX_TOKEN_WORD && evx_number_at (flow, at, &n) <= RATIO_MOST &&
           evx_flow_token (flow, at - 2)->type == EVX_TOKEN_WORD && evx_number_at (flow, at - 2, &n) > 0;
}

gboolean
evx_number_is_rate (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number)
{
    guint32 end = MIN (s->first + s->n, number->at + number->n + RATE_REACH);
    for (guint32 at = number->at + number->n; at + 1 < end; at++)
        if (evx_flow_token (flow, at)->type > EVX_TOKEN_NUMBER)
            return FALSE;
        else if (evx_flow_set_length (flow, at, EVX_SET_RATE) > 1)
            return TRUE;
    return FALSE;
}
