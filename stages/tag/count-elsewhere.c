/* Counts that a mention takes from elsewhere: from the people or papers that its clause counted before, from the
 * clause that it goes on from, from the one event that it names again. */
#include "count-internal.h"
#include "match.h"

#define CLAUSE_REACH 6   /* words from "and" to the mention of a clause that goes on: "and ICE was not told" */
#define DETERMINERS 3    /* words before the number of a subject: "of the other" */
#define LINK_REACH 8     /* words between two mentions that count the same */
#define SHARE_REACH 5    /* words before a number that make a share of it: "most of the 1,034" */
#define SHARE_BACK 3     /* mentions back that may count the same */
#define CASES_REACH 10   /* words between a verb and "in each case" */
#define AGAIN_SENTENCES 2 /* how far back the one event may stand that is named again */

/* ---- the clause that goes on ------------------------------------------------------------------------ */

/* Where the clause of the mention begins that goes on from another one: after ", and", ", so", or an "and" that
 * no other subject than ICE or the mention follows; or 0. */
static guint32
clause_goes_on (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    EvxNumber number;
    for (guint32 step = 1; step <= CLAUSE_REACH && start > s->first + step; step++) {
        guint32 at = start - step;
        if (evx_flow_in_set (flow, at, EVX_SET_SO))
            return evx_flow_token (flow, at - 1)->type == EVX_TOKEN_COMMA ||
                           evx_verb_is_passive (flow, s, start)
                       ? at
                       : 0;
        if (evx_flow_token (flow, at)->type > EVX_TOKEN_NUMBER ||
            evx_flow_in_set (flow, at, EVX_SET_DETAINEE_WORD) ||
            evx_flow_in_set (flow, at, EVX_SET_SHARE_OF) || evx_number_counts (flow, s, at, &number))
            return 0; /* "140 inmates had holds, but only a third were" */
    }
    return 0;
}

/* The only number of [from, to), if it is that of the subject with which the clause begins. */
static gint64
only_subject (const EvxFlow *flow, const EvxSentence *s, guint32 from, guint32 to)
{
    EvxNumber number, other;
    for (guint32 at = from; at < to; at++) {
        if (!evx_number_counts (flow, s, at, &number))
            continue;
        guint32 next = at + number.n;
        for (guint32 t = next; t < to; t++)
            if (evx_number_counts (flow, s, t, &other))
                return -1;
        gboolean people = evx_count_is_of_people (flow, s, next) ||
                          evx_flow_in_set (flow, next, EVX_SET_BE) ||
                          evx_flow_in_set (flow, next, EVX_SET_ALONE);
        return at <= from + DETERMINERS && people && number.value > 1 ? number.value : -1;
    }
    return -1;
}

gint64
evx_count_of_clause_before (const EvxFlow *flow, const EvxSentence *s, guint32 start)
{
    guint32 joint = clause_goes_on (flow, s, start);
    guint32 from = joint;
    while (from > s->first && evx_flow_token (flow, from - 1)->type < EVX_TOKEN_SEMICOLON)
        from--;
    return joint > 0 ? only_subject (flow, s, from, joint) : -1;
}

/* ---- another mention ---------------------------------------------------------------------------------- */

/* "inmates had detainers" joins what is had to who has it; the had of "would have picked up" does not. */
static gboolean
is_link (const EvxFlow *flow, guint32 at, const EvxDraft *to)
{
    gboolean had = at + 1 < to->found.start || evx_draft_is_noun (flow, to);
    return had && evx_flow_in_set (flow, at, EVX_SET_SHARE_LINK);
}

/* A mention in the same clause that counts the same: "1,823 inmates had ICE detainers". */
static gboolean
shares_clause (const EvxFlow *flow, const EvxDraft *from, const EvxDraft *to)
{
    guint32 back = MIN (from->found.start, SHARE_REACH);
    for (guint32 t = from->found.start - back; t < from->found.start; t++)
        if (evx_number_is_of_share (flow, evx_flow_sentence (flow, from->found.sentence), t))
            return FALSE;
    if (from->count < 0 || from->found.sentence != to->found.sentence ||
        from->found.end > to->found.start)
        return FALSE;
    gboolean linked = FALSE, other_subject = FALSE;
    for (guint32 t = from->found.end; t < to->found.start; t++) {
        if (evx_flow_token (flow, t)->type >= EVX_TOKEN_SEMICOLON || evx_flow_in_set (flow, t, EVX_SET_SAY))
            return FALSE; /* "22 inmates said that nobody told them" */
        other_subject = other_subject || evx_flow_in_set (flow, t, EVX_SET_SUBJECT_BREAK);
        linked = linked || is_link (flow, t, to) ||
                 (t + 1 == to->found.start && evx_flow_in_set (flow, t, EVX_SET_HELD_ON)) ||
                 (t == from->found.end && evx_flow_in_set (flow, t, EVX_SET_RELATIVE));
    }
    guint32 gap = to->found.start - from->found.end;
    const EvxSentence *s = evx_flow_sentence (flow, to->found.sentence);
    for (guint32 t = to->found.end; t < MIN (to->found.end + 4, s->first + s->n); t++)
        if (evx_flow_in_set (flow, t, EVX_SET_THEIR))
            return TRUE;
    return linked && !other_subject && gap <= LINK_REACH;
}

/* "1,106 others with detainers": those who had them. */
static gint64
of_holders (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    gboolean request = strcmp (draft->sense->sense, "request") == 0;
    if (!request && strcmp (draft->sense->sense, "person_notice") != 0)
        return -1;
    for (guint32 step = 1; step <= 3 && draft->found.start > s->first + step; step++)
        if (evx_flow_in_set (flow, draft->found.start - step, EVX_SET_SHARE_LINK)) {
            gint64 count = evx_count_of_subject (flow, s, draft->found.start - step);
            return request || count > 0 ? count : -1; /* "none was given notice" counts no notices */
        }
    return -1;
}

/* "one of the 15 inmates turned over to ICE": what befell those of whom it was one. */
static gboolean
modifies (const EvxFlow *flow, const EvxDraft *people, const EvxDraft *draft)
{
    return people->found.end == draft->found.start && evx_draft_is (people, "detainee") &&
           people->found.sentence == draft->found.sentence && evx_draft_is (draft, "transfer") &&
           !evx_flow_in_set (flow, draft->found.start, EVX_SET_NOUN_FORM);
}

/* "One was transferred. The transfer took place in May": the one event, named again. Names of senses are the lexicon's
 * own: equal ones are one. */
static gboolean
is_named_again (const EvxFlow *flow, const EvxDraft *once, const EvxDraft *again)
{
    const EvxSentence *s = evx_flow_sentence (flow, again->found.sentence);
    guint32 at = again->found.start;
    return once->count == 1 && once->sense->kind == again->sense->kind && once->sense->sense == again->sense->sense &&
           at > s->first &&
           again->found.sentence - once->found.sentence <= AGAIN_SENTENCES &&
           evx_flow_in_set (flow, at - 1, EVX_SET_DETERMINER) && evx_draft_is_noun (flow, again) &&
           evx_flow_text (flow, evx_flow_token (flow, again->found.end - 1)->end)[-1] != 's';
}

/* "advised ICE in each case", "all were transferred": it was done to all of those that are counted before. */
static gboolean
is_of_all (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxSentence *s = evx_flow_sentence (flow, draft->found.sentence);
    if (evx_draft_is_noun (flow, draft))
        return FALSE;
    for (guint32 step = 1; step <= DETERMINERS && draft->found.start >= s->first + step; step++) {
        guint32 at = draft->found.start - step, n = evx_flow_set_length (flow, at, EVX_SET_ALL_OF_THEM);
        if (n > 0)
            return at + n <= draft->found.start && (evx_flow_in_set (flow, at + n, EVX_SET_BE) ||
                                                    evx_flow_in_set (flow, at + n, EVX_SET_SHARE_LINK));
    }
    guint32 limit = MIN (draft->found.end + CASES_REACH, s->first + s->n);
    for (guint32 at = draft->found.end; at < limit && evx_flow_token (flow, at)->type <= EVX_TOKEN_NUMBER; at++)
        if (evx_flow_in_set (flow, at, EVX_SET_IN) && evx_flow_set_length (flow, at, EVX_SET_ALL_OF_THEM) > 2)
            return TRUE;
    return FALSE;
}

void
evx_count_share (const EvxFlow *flow, GArray *drafts, guint index)
{
    EvxDraft *draft = &g_array_index (drafts, EvxDraft, index);
    gboolean people = evx_draft_is (draft, "detainee");
    if (draft->count < 0)
        draft->count = of_holders (flow, draft);
    if (index > 0 && modifies (flow, draft - 1, draft) && draft[-1].count >= 0)
        draft->count = draft[-1].count;
    for (guint back = 1; draft->count < 0 && !people && back <= MIN (index, SHARE_BACK); back++)
        if (shares_clause (flow, draft - back, draft) || is_named_again (flow, draft - back, draft))
            draft->count = draft[-(gint)back].count;
    if (draft->count < 0 && index > 0 && draft[-1].count > 1 &&
        draft->found.sentence - draft[-1].found.sentence <= 1 && is_of_all (flow, draft))
        draft->count = draft[-1].count;
}
