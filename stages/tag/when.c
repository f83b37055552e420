/* Years and dates of mentions: the year of the event, not that of a fiscal year's end, of a street or of a
 * law; "last year" by the date of the document; the day and the months that a sentence names. */
#include "when.h"
#include "match.h"
#include "number.h"

#include <string.h>

/* ---- years ------------------------------------------------------------------------------------------ */

#define STREET_REACH 5 /* words from a number to its street */
#define LAW_REACH 6    /* words from a year to its law */

/* The number before (@step -1) or after (1) @token in the same word, signs apart, or 0. */
static guint32
number_in_word (const EvxFlow *flow, guint32 token, gint step)
{
    guint32 slot = evx_flow_token (flow, token)->slot;
    for (gint64 t = (gint64)token + step; t > 0 && t < flow->tokens->len; t += step) {
        const EvxToken *other = evx_flow_token (flow, (guint32)t);
        if (other->slot != slot || other->type == EVX_TOKEN_WORD)
            return 0;
        if (other->type == EVX_TOKEN_NUMBER)
            return (guint32)t;
    }
    return 0;
}

/* "2019-20", "2019/2020", "2019–20": two years and so none; of a date that begins with its year the
 * month is followed by a day. */
static gboolean
is_of_two_years (const EvxFlow *flow, guint32 token)
{
    guint32 next = number_in_word (flow, token, 1);
    if (next == 0)
        return FALSE;
    const char *text = flow->page->text->str;
    gint64 year = g_ascii_strtoll (text + evx_flow_token (flow, token)->start, NULL, 10);
    gint64 then = g_ascii_strtoll (text + evx_flow_token (flow, next)->start, NULL, 10);
    return (then == year + 1 || then == (year + 1) % 100) && number_in_word (flow, next, 1) == 0;
}

/* The 2020 of "2019-2020" */
static gboolean
is_second_year (const EvxFlow *flow, guint32 token)
{
    guint32 first = number_in_word (flow, token, -1);
    return first > 0 && evx_number_is_year (flow, first) && is_of_two_years (flow, first);
}

/* "2035 North Central Avenue" */
static gboolean
is_of_street (const EvxFlow *flow, guint32 token)
{
    for (guint32 t = token + 1; t < flow->tokens->len && t <= token + STREET_REACH; t++) {
        const EvxToken *name = evx_flow_token (flow, t);
        if (name->type != EVX_TOKEN_WORD || !(name->flags & EVX_TOKEN_CAPITAL))
            return FALSE;
        if (t > token + 1 && evx_flow_in_set (flow, t, EVX_SET_STREET_WORD))
            return TRUE;
    }
    return FALSE;
}

/* "the Shelter Act of 2003", "the 2003 Shelter Act" */
static gboolean
is_of_law (const EvxFlow *flow, guint32 token)
{
    if (token >= 2 && evx_flow_in_set (flow, token - 1, EVX_SET_OF) &&
        evx_flow_in_set (flow, token - 2, EVX_SET_LAW_NAME) &&
        (evx_flow_token (flow, token - 2)->flags & EVX_TOKEN_CAPITAL))
        return TRUE;
    if (token == 0 || !evx_flow_in_set (flow, token - 1, EVX_SET_ARTICLE))
        return FALSE;
    for (guint32 t = token + 1; t < flow->tokens->len && t <= token + LAW_REACH; t++) {
        if (!(evx_flow_token (flow, t)->flags & EVX_TOKEN_CAPITAL))
            return FALSE;
        if (evx_flow_in_set (flow, t, EVX_SET_LAW_NAME))
            return TRUE;
    }
    return FALSE;
}

static gint
year_at (const EvxFlow *flow, guint32 token)
{
    if (!evx_number_is_year (flow, token) || is_of_two_years (flow, token) ||
        is_second_year (flow, token) || is_of_street (flow, token) || is_of_law (flow, token))
        return EVX_NONE;
    const char *text = flow->page->text->str + evx_flow_token (flow, token)->start;
    gint year = (gint)g_ascii_strtoll (text, NULL, 10);
    return year >= 1980 && year <= 2099 ? year : EVX_NONE;
}

/* The number whose year stands at @token, "31 in 2022"; -1 if it is not tied to one. */
static gint64
number_of_year (const EvxFlow *flow, const EvxSentence *s, guint32 token)
{
    EvxNumber number;
    gboolean tied = token >= s->first + 2 && evx_flow_in_set (flow, token - 1, EVX_SET_OF_YEAR) &&
                    evx_number_over (flow, s, token - 2, &number) && number.at + number.n == token - 1;
    return tied ? number.value : -1;
}

/* "17 were handed over in 2022, up from 12 in 2021": the year of a number that is not the mention's own. */
static gboolean
is_of_another_number (const EvxFlow *flow, const EvxDraft *draft, const EvxSentence *s, guint32 token)
{
    gint64 number = draft->count >= 0 ? number_of_year (flow, s, token) : -1;
    return number >= 0 && number != draft->count;
}

/* The year that is tied to the mention's count, or EVX_NONE. */
static gint
year_of_count (const EvxFlow *flow, const EvxDraft *draft, const EvxSentence *s)
{
    for (guint32 t = s->first; t < s->first + s->n && draft->count >= 0; t++)
        if (year_at (flow, t) != EVX_NONE && number_of_year (flow, s, t) == draft->count)
            return year_at (flow, t);
    return EVX_NONE;
}

/* The year nearest to the mention in [from, to); one after it is preferred. */
static gint
year_between (const EvxFlow *flow, const EvxDraft *draft, const EvxSentence *s, guint32 from, guint32 to)
{
    const EvxFound *found = &draft->found;
    gint best = EVX_NONE;
    guint nearest = G_MAXUINT;
    for (guint32 t = from; t < to; t++) {
        gint year = year_at (flow, t);
        guint away =
            t >= found->end ? t - found->end : 2 * (found->start - MIN (t, found->start)) / 2 + 3;
        if (year != EVX_NONE && away < nearest && !is_of_another_number (flow, draft, s, t)) {
            best = year;
            nearest = away;
        }
    }
    return best;
}

static gint
relative_in (const EvxFlow *flow, guint32 sentence)
{
    const EvxSentence *s = evx_flow_sentence (flow, sentence);
    if (!evx_flow_sentence_has (flow, sentence, EVX_SET_LAST_YEAR) &&
        !evx_flow_sentence_has (flow, sentence, EVX_SET_THIS_YEAR))
        return EVX_NONE_RELATIVE;
    for (guint32 t = s->first; t < s->first + s->n; t++) {
        if (evx_flow_in_set (flow, t, EVX_SET_LAST_YEAR))
            return -1;
        if (evx_flow_in_set (flow, t, EVX_SET_THIS_YEAR))
            return 0;
    }
    return EVX_NONE_RELATIVE;
}

/* "03/14/2019", as written in the United States. */
static char *
slash_date_at (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint32 n;
    if (at + 2 >= s->first + s->n ||
        evx_flow_token (flow, at)->slot != evx_flow_token (flow, at + 2)->slot)
        return NULL;
    for (guint32 t = at; t < at + 3; t++)
        if (evx_flow_token (flow, t)->type != EVX_TOKEN_NUMBER)
            return NULL;
    gint64 month = evx_number_at (flow, at, &n), day = evx_number_at (flow, at + 1, &n);
    gint64 year = evx_number_at (flow, at + 2, &n);
    if (year >= 0 && year < 100)
        year += 2000;
    if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1980 || year > 2099 ||
        !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return NULL;
    return g_strdup_printf ("%04d-%02d-%02d", (int)year, (int)month, (int)day);
}

/* The year of the first date in [from, to), written in figures or with its year. */
static gint
first_year (const EvxFlow *flow, const EvxDraft *draft, const EvxSentence *s, guint32 from, guint32 to)
{
    for (guint32 t = from; t < to; t++) {
        g_autofree char *date = slash_date_at (flow, s, t);
        if (date != NULL)
            return (gint)g_ascii_strtoll (date, NULL, 10);
        if (year_at (flow, t) != EVX_NONE && !is_of_another_number (flow, draft, s, t))
            return year_at (flow, t);
    }
    return EVX_NONE;
}

static gboolean
is_cell_end (const EvxFlow *flow, guint32 token)
{
    return evx_flow_token (flow, token)->type == EVX_TOKEN_CELL;
}

/* In a row the year of the mention's own cell, else that of the row's first date. */
static gint
year_in_sentence (const EvxFlow *flow, const EvxDraft *draft, const EvxSentence *s)
{
    const EvxFound *found = &draft->found;
    guint32 first = s->first, limit = s->first + s->n, from = found->start, to = found->end;
    if (s->figures == 0)
        return EVX_NONE;
    while (from > first && !is_cell_end (flow, from - 1))
        from--;
    while (to < limit && !is_cell_end (flow, to))
        to++;
    gint year = year_of_count (flow, draft, s);
    if (year == EVX_NONE)
        year = year_between (flow, draft, s, from, to);
    if (year == EVX_NONE)
        year = first_year (flow, draft, s, from, to);
    return year != EVX_NONE ? year : first_year (flow, draft, s, first, limit);
}

/* "in fiscal year 2019-20": the sentence has its time, though no one year of the calendar. */
static gboolean
has_two_years (const EvxFlow *flow, const EvxSentence *s)
{
    for (guint32 t = s->first; t < s->first + s->n && s->figures > 1; t++)
        if (evx_number_is_year (flow, t) && is_of_two_years (flow, t))
            return TRUE;
    return FALSE;
}

#define YEAR_SENTENCES 4 /* how far back a year still holds */

void
evx_years_decide (const EvxFlow *flow, EvxDraft *draft)
{
    const EvxFound *found = &draft->found;
    const EvxSentence *own = evx_flow_sentence (flow, found->sentence);
    draft->year = year_in_sentence (flow, draft, own);
    if (draft->year == EVX_NONE && has_two_years (flow, own))
        return;
    draft->relative_year =
        draft->year == EVX_NONE ? relative_in (flow, found->sentence) : EVX_NONE_RELATIVE;
    for (guint32 back = 1; draft->year == EVX_NONE && draft->relative_year == EVX_NONE_RELATIVE &&
                           back <= MIN (found->sentence, YEAR_SENTENCES);
         back++) {
        const EvxSentence *s = evx_flow_sentence (flow, found->sentence - back);
        if (s->unit != own->unit)
            return;
        for (guint32 t = s->first + s->n; s->figures > 0 && t-- > s->first && draft->year == EVX_NONE;)
            draft->year = year_at (flow, t);
    }
}

/* ---- dates ------------------------------------------------------------------------------------------ */

/* Month of the token by the lexicon's sets month_1 .. month_12, or 0. */
static guint
month_at (const EvxFlow *flow, guint32 token)
{
    if (!evx_flow_in_set (flow, token, EVX_SET_MONTH))
        return 0;
    for (guint month = 1; month <= 12; month++) {
        if (evx_flow_in_set (flow, token, (EvxSetName)(EVX_SET_MONTH_1 + month - 1)))
            return month;
    }
    return 0;
}

/* "January 9, 2021", "9 January 2021", "9 de enero de 2021": ISO, or NULL. */
static char *
date_at (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    guint month = month_at (flow, at);
    if (month == 0)
        return NULL;
    gint64 day = -1;
    gint year = EVX_NONE;
    guint32 n, end = s->first + s->n;
    for (guint32 t = at > s->first + 1 ? at - 2 : s->first; t < MIN (at + 5, end); t++) {
        const EvxToken *token = evx_flow_token (flow, t);
        if (t == at || token->type != EVX_TOKEN_NUMBER)
            continue;
        gint64 value = evx_number_at (flow, t, &n);
        if (t > at && year_at (flow, t) != EVX_NONE)
            year = year_at (flow, t);
        else if (value >= 1 && value <= 31 && day < 0)
            day = value;
    }
    if (year == EVX_NONE || day < 0 ||
        !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return NULL;
    return g_strdup_printf ("%04d-%02u-%02d", year, month, (int)day);
}

/* One full date in the sentence is the event's date; two, in order, are a period. */
void
evx_dates_decide (const EvxFlow *flow, const EvxDraft *draft, char **date, char **period_start,
                  char **period_end)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    *date = *period_start = *period_end = NULL;
    for (guint32 t = s->first; t < s->first + s->n && s->figures > 1 && second == NULL; t++) {
        char *found = date_at (flow, s, t);
        if (found == NULL)
            found = slash_date_at (flow, s, t);
        if (found != NULL)
            *(first == NULL ? &first : &second) = found;
    }
    if (second == NULL) {
        *date = g_steal_pointer (&first);
    } else if (strcmp (first, second) <= 0) {
        *period_start = g_steal_pointer (&first);
        *period_end = g_steal_pointer (&second);
    }
}
