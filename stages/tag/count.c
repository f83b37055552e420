/* Counts of mentions: which number counts what, for a noun (count-noun.c), for a verb (count-verb.c), and what one
 * mention takes from another. The words that decide are sets of the lexicon (number.lex). */
#include "count.h"
#include "count-internal.h"
#include "match.h"

#define LABEL_HEAD 3  /* words with which a label that names people begins: "Number of inmates" */
#define RELEASE_REACH 8 /* words between a verb and the release that it tells of */
#define TIMES_REACH 7 /* words between a verb and how often it was done */
#define SERIES_MOST 8 /* numbers of a series that go to mentions in order */

/* ---- drafts ----------------------------------------------------------------------------------------- */

/* "only 30 resulted in a transfer" */
static gint64
led_to (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    for (guint32 step = 1; step <= 4 && start >= s->first + step + 1; step++) {
        EvxNumber number;
        if (evx_flow_set_length (flow, start - step, EVX_SET_LED_TO) > 0)
            return evx_number_counts (flow, s, start - step - 1, &number)
                       ? number.value
                       : evx_count_of_subject (flow, s, start - step); /* "none of the 61 requests led to" */
    }
    return -1;
}

/* "12 inmate releases": a number beyond one in front of a singular counts what follows. */
static gboolean
is_attribute (const EvxFlow *flow, const EvxFound *found)
{
    char last = evx_flow_text (flow, evx_flow_token (flow, found->start)->end)[-1];
    return found->end == found->start + 1 && g_ascii_islower (last) && last != 's';
}

/* "detainers against 46 inmates", "notice of the release of 44 people" */
static gboolean
has_object (const EvxFlow *flow, const EvxSentence *s, const EvxDraft *draft)
{
    guint32 next = draft->found.end;
    return strcmp (draft->sense->sense, "request") == 0 || strcmp (draft->sense->sense, "person_notice") == 0 ||
           (next < s->first + s->n && evx_flow_in_set (flow, next, EVX_SET_OF));
}

static gint64
noun_count (const EvxFlow *flow, const EvxSentence *s, const EvxDraft *draft)
{
    const EvxFound *found = &draft->found;
    EvxNumber close;
    gboolean between = found->start > s->first && found->end < s->first + s->n &&
                       evx_count_is_bracketed (flow, found->end) && evx_number_over (flow, s, found->start - 1, &close) &&
                       close.at + close.n == found->start; /* "31 transfers (2020: 60)" */
    gint64 count = between ? evx_count_before_noun (flow, s, found->start) : -1;
    if (count < 0)
        count = evx_count_next_to_noun (flow, s, found->end, evx_draft_is (draft, "detainee"));
    if (count < 0 && (!evx_draft_is (draft, "detainee") || found->start < s->first + LABEL_HEAD))
        count = evx_count_of_label (flow, s, found->end);
    if (count < 0)
        count = evx_count_before_noun (flow, s, found->start);
    if (evx_draft_is (draft, "detainee"))
        return count > 1 && is_attribute (flow, found) ? -1 : count;
    if (count >= 0)
        return count;
    for (guint32 words = 1; words <= 2 && count < 0 && found->start >= s->first + words; words++)
        if (evx_flow_set_length (flow, found->start - words, EVX_SET_WITHOUT) == words)
            count = evx_count_of_subject (flow, s, found->start - words);
    if (count < 0)
        count = led_to (flow, s, found->start);
    if (count < 0)
        count = evx_count_of_clause_before (flow, s, found->start);
    if (count < 0)
        count = evx_count_after_noun (flow, s, found->end);
    if (count < 0 && has_object (flow, s, draft))
        count = evx_count_of_object (flow, s, found->end, FALSE);
    return count >= 0 ? count : evx_count_of_cases (flow, s, found->start, found->end);
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

/* "alerted ICE about the release", "was told of his release": one notice, where the verb tells of one time. */
static gboolean
is_of_one_release (const EvxFlow *flow, const EvxFound *found)
{
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    guint32 limit = MIN (s->first + s->n, found->end + RELEASE_REACH);
    if (!evx_flow_in_set (flow, found->start, EVX_SET_TOLD_VERB))
        return FALSE;
    for (guint32 at = found->end; at < limit && evx_flow_token (flow, at)->type <= EVX_TOKEN_NUMBER; at++) {
        guint32 next = at + evx_flow_set_length (flow, at, EVX_SET_ONE_RELEASE);
        if (next == at)
            continue; /* "the release dates", "the release of inmates" */
        return next >= s->first + s->n || evx_flow_token (flow, next)->type > EVX_TOKEN_NUMBER ||
               (evx_flow_in_set (flow, next, EVX_SET_NOUN_BREAK) &&
                !evx_flow_in_set (flow, next, EVX_SET_OF));
    }
    return FALSE;
}

static gboolean
is_of_one (const EvxFlow *flow, const EvxDraft *draft)
{
    if (evx_draft_is (draft, "transfer"))
        return is_of_one_person (flow, &draft->found);
    return strcmp (draft->sense->sense, "ice_release_notice") == 0 &&
           is_of_one_release (flow, &draft->found);
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

gboolean
evx_draft_is_noun (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxFound *found = &draft->found;
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    gboolean named = evx_flow_in_set (flow, found->start, EVX_SET_NOUN_OR_VERB) && found->start > s->first &&
                     evx_flow_in_set (flow, found->start - 1, EVX_SET_BEFORE_NOUN);
    gboolean noun = named || evx_draft_is (draft, "detainee") ||
                    evx_flow_in_set (flow, found->start, EVX_SET_NOUN_FORM) ||
                    evx_flow_in_set (flow, found->end - 1, EVX_SET_NOUN_FORM);
    return noun && !evx_flow_in_set (flow, found->start, EVX_SET_VERB_FORM);
}

static gint64
verb_count (const EvxFlow *flow, const EvxSentence *s, const EvxDraft *draft)
{
    const EvxFound *found = &draft->found;
    guint32 before = found->start - 1;
    gboolean inside = found->start > s->first;
    gint64 count = inner_count (flow, s, found);
    if (count < 0)
        count = evx_count_of_label (flow, s, found->end);
    if (count >= 0)
        return count;
    if (evx_verb_is_passive (flow, s, found->start) ||
        (inside && evx_word_is_person (flow, before)))
        count = evx_count_of_subject (flow, s, found->start);
    EvxNumber close;
    if (count < 0 && inside && evx_number_over (flow, s, before, &close) &&
        close.at + close.n == found->start && !evx_number_is_clock (flow, &close) &&
        !evx_number_is_of_label (flow, s, &close, found->start))
        count = close.value; /* "144 eligible, 15 picked up" */
    if (count < 0)
        count = led_to (flow, s, found->start);
    if (count < 0 && evx_verb_is_passive (flow, s, found->start))
        count = evx_count_of_cases (flow, s, found->start, found->end);
    if (count < 0)
        count = evx_count_of_object (flow, s, found->end, evx_draft_is (draft, "transfer"));
    if (count < 0 && inside && evx_flow_in_set (flow, before, EVX_SET_WITHOUT))
        count = evx_count_of_subject (flow, s, before);
    if (count < 0)
        count = evx_count_of_relative (flow, s, found->start);
    if (count < 0)
        count = evx_count_of_cases (flow, s, found->start, found->end);
    return count >= 0 ? count : evx_count_of_clause_before (flow, s, found->start);
}

static gint64
own_count (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    return evx_draft_is_noun (flow, draft) ? noun_count (flow, s, draft) : verb_count (flow, s, draft);
}

/* "notified ICE 27 times", "twice notified ICE" */
static gint64
times_count (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    guint32 limit = MIN (s->first + s->n, draft->found.end + TIMES_REACH), n;
    for (guint32 at = draft->found.end;
         at < limit && evx_flow_token (flow, at)->type <= EVX_TOKEN_NUMBER &&
         !evx_flow_in_set (flow, at, EVX_SET_SO);
         at++) {
        gint64 value = evx_number_at (flow, at, &n);
        gboolean twice = evx_flow_in_set (flow, at, EVX_SET_TWICE);
        if (value < 0 ||
            !(twice || (at + n < limit && evx_flow_in_set (flow, at + n, EVX_SET_TIMES))))
            continue;
        guint32 next = at + n + !twice; /* "twice a day" is a rate */
        return next + 1 < s->first + s->n && evx_flow_set_length (flow, next, EVX_SET_RATE) > 1 ? -1 : value;
    }
    for (guint32 step = 1; step < TIMES_REACH && draft->found.start >= s->first + step; step++) {
        guint32 at = draft->found.start - step;
        if (evx_flow_token (flow, at)->type > EVX_TOKEN_NUMBER)
            return -1;
        if (evx_flow_in_set (flow, at, EVX_SET_TWICE))
            return evx_number_at (flow, at, &n);
        if (at > s->first && evx_flow_in_set (flow, at, EVX_SET_TIMES) &&
            (at == s->first + 1 || evx_flow_in_set (flow, at + 1, EVX_SET_IN)))
            return evx_number_at (flow, at - 1, &n); /* "asked the jail 53 times for notice", "Nine times deputies called" */
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
           evx_flow_set_length (flow, draft->found.start - 2, EVX_SET_SINGLE) == 2;
}

/* A rule counts nobody ("no inmate may be", "two copies of the notice"), nor does a single one that
 * is only supposed; "the man was handed over" is one man where it is told as a fact. */
void
evx_counts_settle (const EvxFlow *flow, EvxDraft *draft)
{
    static const char *const supposed[] = { "hypothetical", "future", "historical", NULL };
    gboolean fact = strcmp (draft->assertion, "affirmed") == 0;
    if (strcmp (draft->assertion, "policy") == 0 || (draft->one_person && !fact) ||
        (draft->count <= 1 && g_strv_contains (supposed, draft->assertion)) || (draft->count == 0 && fact))
        draft->count = EVX_NONE; /* "honored no detainers": those that came are not told */
    if (strcmp (draft->assertion, "negated") == 0)
        deny (flow, draft);
    else if (fact && draft->count < 0 && is_single (flow, draft))
        draft->count = 1;
}

static gint64
first_count (const EvxFlow *flow, const EvxDraft *draft)
{
    gboolean notice = evx_draft_is (draft, "notification");
    if (notice && evx_draft_is_noun (flow, draft)) {
        gint64 own = own_count (flow, draft);
        return own >= 0 ? own : times_count (flow, draft);
    }
    gint64 times = notice ? times_count (flow, draft) : -1;
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
        evx_count_share (flow, drafts, i);
        draft->one_person = draft->count < 0 && is_of_one (flow, draft);
        if (draft->count < 0)
            draft->count = draft->one_person ? 1 : EVX_NONE;
    }
    share_out_all (flow, drafts);
}
