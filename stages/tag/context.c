/* Whether a mention is affirmed, negated, policy and so on, by cues around it. The method is
 * ConText (Harkema et al., J. Biomed. Inform. 42 (2009)): cues with a class and a direction, a
 * scope that ends at terminators, pseudo-cues. New here: each cue has a rank, the highest that
 * reaches the mention wins; a list item also obeys the cues of its lead-in. */
#include "context.h"
#include "clause.h"
#include "label.h"
#include "match.h"
#include "number.h"
#include "sense.h"

#include <string.h>

#define ELLIPSIS_WORDS 5 /* from "but" to "did not": "but the jail never did" */
#define SPEAKER_WORDS 4 /* of "THE WITNESS:", before an answer */
#define RANK_MANNER 25 /* below: only the manner is general, "a person", "each" */
#define RANK_OPEN 85   /* from here on a zero is part of what is wanted or ruled: "so that no one is" */

static const EvxContext *
context_of (const EvxFlow *flow, const EvxCue *cue)
{
    return &g_array_index (flow->lexicon->contexts, EvxContext, cue->context);
}

/* A terminator, or a sign that ends a clause, stands in [from, to). After a colon semicolons part
 * the items of a list that one cue governs. */
static gboolean
is_cut_off (const EvxFlow *flow, guint32 from, guint32 to)
{
    gboolean list = FALSE;
    for (guint32 t = from; t < to; t++) {
        guint8 type = evx_flow_token (flow, t)->type;
        if (type == EVX_TOKEN_COLON)
            list = TRUE;
        gboolean dash = type == EVX_TOKEN_COMMA &&
                        flow->page->text->str[evx_flow_token (flow, t)->start] != ',';
        if (dash || type == EVX_TOKEN_CELL || (type == EVX_TOKEN_SEMICOLON && !list))
            return TRUE;
    }
    if (evx_clause_parts (flow, from, to))
        return TRUE;
    guint lo = 0, hi = flow->stops->len;
    while (lo < hi) {
        guint mid = (lo + hi) / 2;
        if (g_array_index (flow->stops, guint32, mid) < from)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < flow->stops->len && g_array_index (flow->stops, guint32, lo) < to;
}

/* Names of kinds and senses are the lexicon's own: equal ones are one. */
static gboolean
is_for (const EvxFlow *flow, const EvxContext *context, const EvxDraft *draft)
{
    const EvxSense *sense = draft->sense;
    if ((context->kind != NULL && context->kind != sense->kind) ||
        (context->sense != NULL && context->sense != sense->sense))
        return FALSE;
    if (context->not_kind == sense->kind &&
        (context->not_sense == NULL || context->not_sense == sense->sense))
        return FALSE;
    /* one is no count: rules speak of one attorney, one request */
    if (context->uncounted && (draft->count > 1 || (draft->count == 0 && context->rank < RANK_OPEN)))
        return FALSE;
    return evx_tests_hold (flow, context->first, context->n, &draft->found);
}

/* What the count alone says: zero is a denial; people who were counted exist, whatever befell them.
 */
#define RANK_ZERO 70
#define RANK_COUNTED_PEOPLE 74

/* Numbers make up much of a log's row; it has no finite verb either, yet tells what happened. */
static gboolean
is_row (const EvxFlow *flow, const EvxSentence *s)
{
    return g_array_index (flow->units, EvxUnit, s->unit).kind == EVX_BLOCK_TABLE ||
           s->figures * 8 > s->n + 8;
}

/* The assertion where no cue reaches the mention; returns the rank that a cue must exceed. */
static gint
start_from_nothing (const EvxFlow *flow, EvxDraft *draft)
{
    const GArray *defaults = flow->lexicon->defaults;
    draft->assertion = draft->count == 0 ? "negated" : "affirmed";
    draft->cue = -1;
    if (draft->count == 0)
        return RANK_ZERO;
    if (draft->count > 1)
        return evx_draft_is (draft, "detainee") ? RANK_COUNTED_PEOPLE : 0;
    if (is_row (flow, evx_flow_sentence (flow, draft->found.sentence)))
        return 0;
    for (guint i = 0; i < defaults->len; i++) {
        const EvxContext *context = &g_array_index (defaults, EvxContext, i);
        if (!is_for (flow, context, draft))
            continue;
        draft->assertion = context->assertion;
        break;
    }
    return 0;
}

static gboolean
is_question (const EvxFlow *flow, const EvxSentence *s)
{
    const EvxToken *last = evx_flow_token (flow, s->first + s->n - 1);
    return last->type == EVX_TOKEN_STOP && flow->page->text->str[last->start] == '?';
}

/* "Do not guess, and do not call": one of its kind opens the sentence. */
static gboolean
goes_on_from_opening (const EvxFlow *flow, const EvxCue *cue)
{
    guint32 first = evx_flow_sentence (flow, cue->sentence)->first;
    if (cue->start < first + 2 || evx_flow_token (flow, cue->start - 2)->type != EVX_TOKEN_COMMA ||
        !evx_flow_in_set (flow, cue->start - 1, EVX_SET_SO))
        return FALSE;
    for (const EvxCue *other = cue; other > (const EvxCue *)flow->cues->data && other[-1].start >= first; other--)
        if (other[-1].start == first && other[-1].context == cue->context)
            return TRUE;
    return FALSE;
}

/* "2) Stop all transfers": only the number of an item stands before. */
static gboolean
is_numbered_item (const EvxFlow *flow, const EvxSentence *s, guint32 at)
{
    return at > s->first && evx_flow_token (flow, at - 1)->type == EVX_TOKEN_NUMBER &&
           (at - 1 == s->first || evx_flow_token (flow, at - 2)->type >= EVX_TOKEN_COMMA) &&
           *evx_flow_text (flow, evx_flow_token (flow, at - 1)->end) == ')';
}

/* Nothing stands before the cue in its sentence, item or quotation: "End all transfers now" is a
 * demand, "the transfers end" is none. */
static gboolean
opens (const EvxFlow *flow, const EvxCue *cue)
{
    if (cue->start == evx_flow_sentence (flow, cue->sentence)->first)
        return TRUE;
    const EvxToken *token = evx_flow_token (flow, cue->start);
    const GString *text = flow->page->text;
    if (goes_on_from_opening (flow, cue) ||
        is_numbered_item (flow, evx_flow_sentence (flow, cue->sentence), cue->start))
        return TRUE;
    gboolean quoted = token->start > 0 && (text->str[token->start - 1] == '"' ||
                                           (token->start > 2 &&
                                            memcmp (text->str + token->start - 3, "\xe2\x80\x9c", 3) == 0));
    return quoted || token[-1].type >= EVX_TOKEN_SEMICOLON;
}

/* A semicolon in [from, to) that parts no items of a list: what somebody says or what is past ends there,
 * and does not begin before it. */
static gboolean
parts_clauses (const EvxFlow *flow, guint32 from, guint32 to)
{
    for (guint32 t = from; t < to; t++) {
        guint8 type = evx_flow_token (flow, t)->type;
        if (type == EVX_TOKEN_COLON || type == EVX_TOKEN_SEMICOLON)
            return type == EVX_TOKEN_SEMICOLON;
    }
    return FALSE;
}

/* "their lawyers say nobody told them": what is said follows, and is not what stands before. */
static gboolean
opens_complement (const EvxFlow *flow, const EvxCue *cue)
{
    const EvxSentence *s = evx_flow_sentence (flow, cue->sentence);
    return cue->end < s->first + s->n && evx_flow_in_set (flow, cue->end - 1, EVX_SET_SAYS) &&
           evx_flow_in_set (flow, cue->end, EVX_SET_SAYS_THAT);
}

/* "the jail's transfers": whose they are, not who does it. */
static gboolean
is_owner (const EvxFlow *flow, const EvxCue *cue)
{
    const char *behind = evx_flow_text (flow, evx_flow_token (flow, cue->end - 1)->end);
    return *behind == '\'' || strncmp (behind, "\xe2\x80\x99", 3) == 0;
}

/* "until 10": no year. */
static gboolean
ends_in_hour (const EvxFlow *flow, const EvxCue *cue)
{
    return evx_flow_token (flow, cue->end - 1)->type == EVX_TOKEN_NUMBER &&
           !evx_number_is_year (flow, cue->end - 1);
}

/* Rules, plans and wishes leave open whether something happens. */
static gboolean
speaks_of_open (const EvxContext *context)
{
    return strcmp (context->assertion, "policy") == 0 || strcmp (context->assertion, "future") == 0 ||
           strcmp (context->assertion, "hypothetical") == 0;
}

/* What the words of the cue, or another clause between it and the mention, keep from it. @before: the cue stands before
 * the mention. */
static gboolean
is_shut_out (const EvxFlow *flow, const EvxCue *cue, const EvxContext *context, const EvxFound *found, gboolean before)
{
    gboolean alleged = strcmp (context->assertion, "alleged") == 0, open = speaks_of_open (context);
    if (alleged && (before ? evx_clause_is_said_by_official (flow, cue->start + 1, found->start)
                           : opens_complement (flow, cue)))
        return TRUE;
    if (strcmp (context->assertion, "historical") == 0 && ends_in_hour (flow, cue))
        return TRUE;
    if ((open || alleged || strcmp (context->assertion, "negated") == 0) &&
        evx_clause_begins_between (flow, evx_flow_sentence (flow, cue->sentence), cue->start, found->start))
        return TRUE;
    return before && open && evx_clause_is_of_past (flow, cue->end, found->start);
}

/* The cue stands in the sentence of the mention, on its side, near enough, with nothing between. */
static gboolean
reaches (const EvxFlow *flow, const EvxCue *cue, const EvxContext *context, const EvxFound *found)
{
    gboolean before = cue->end <= found->start, after = cue->start >= found->end;
    if (!before && !after) /* those who claim it exist */
        return context->direction == 0 && strcmp (context->assertion, "alleged") != 0;
    if ((context->direction < 0 && !before) || (context->direction > 0 && !after))
        return FALSE;
    guint32 from = before ? cue->end : found->end, to = before ? found->start : cue->start;
    if (is_shut_out (flow, cue, context, found, before))
        return FALSE;
    gboolean own_clause =
        strcmp (context->assertion, "alleged") == 0 ||
        (before && strcmp (context->assertion, "historical") == 0) || context->rank < RANK_MANNER;
    if (context->scope >= EVX_SCOPE_SENTENCE)
        return !own_clause || !parts_clauses (flow, from, to);
    if (context->scope == EVX_SCOPE_TOKENS && to - from > context->within)
        return FALSE;
    if (before && context->scope == EVX_SCOPE_TOKENS && context->within <= 1 && is_owner (flow, cue))
        return FALSE;
    return !is_cut_off (flow, from, to);
}

/* The cue ends the head of the mention's column, which leaves its clause open: "We do not". */
static gboolean
heads_column (const EvxFlow *flow, const EvxCue *cue, const EvxContext *context)
{
    const EvxSentence *head = evx_flow_sentence (flow, cue->sentence);
    return context->direction <= 0 && cue->end == head->first + head->n &&
           evx_flow_in_set (flow, cue->end - 1, EVX_SET_LEADS_IN);
}

/* The mention is an item of a list, the cue stands in the last sentence of the lead-in. */
static gboolean
leads_in (const EvxFlow *flow, const EvxCue *cue, const EvxContext *context, const EvxFound *found)
{
    const EvxSentence *own = evx_flow_sentence (flow, found->sentence);
    const EvxUnit *unit = &g_array_index (flow->units, EvxUnit, own->unit);
    if (unit->kind == EVX_BLOCK_TABLE)
        return evx_cell_head (flow, found->sentence) == cue->sentence &&
               heads_column (flow, cue, context);
    if (!unit->item || unit->parent < 0 || context->direction > 0)
        return FALSE;
    const EvxUnit *parent = &g_array_index (flow->units, EvxUnit, unit->parent);
    if (cue->sentence + 1 != parent->first_sentence + parent->n_sentences)
        return FALSE;
    guint32 end = parent->first_token + parent->n_tokens;
    gboolean colon = evx_flow_token (flow, end - 1)->type == EVX_TOKEN_COLON;
    gboolean open = cue->end == end && evx_flow_in_set (flow, end - 1, EVX_SET_LEADS_IN);
    if ((!colon && !open) ||
        (context->scope == EVX_SCOPE_TOKENS && end - cue->end > context->within))
        return FALSE; /* a title that happens to hold a "not" leads nothing in */
    return !is_cut_off (flow, cue->end, end);
}

static gboolean
in_passage (const EvxCue *cue, const EvxContext *context, const EvxFound *found)
{
    if (context->scope != EVX_SCOPE_PASSAGE)
        return FALSE;
    guint32 apart = cue->sentence > found->sentence ? cue->sentence - found->sentence
                                                    : found->sentence - cue->sentence;
    gboolean side =
        context->direction == 0 || (context->direction < 0) == (cue->sentence < found->sentence);
    return apart <= EVX_PASSAGE_SENTENCES && side;
}

static gboolean
same_words (const EvxCue *a, const EvxCue *b)
{
    return a->start == b->start && a->end == b->end;
}

static gboolean
covers (const EvxCue *a, const EvxCue *b)
{
    return a->start <= b->start && a->end >= b->end && !same_words (a, b);
}

/* A longer cue covers this one: "not only" is no negation, nor does "the office does not" deny
 * what "not track" goes on from; the no of ": no" answers what stands
 * before. */
static gboolean
is_pseudo (const EvxFlow *flow, guint index, const EvxFound *found)
{
    const EvxCue *cue = &g_array_index (flow->cues, EvxCue, index);
    for (gint step = -1; step <= 1; step += 2)
        for (gint64 i = (gint64)index + step; i >= 0 && i < flow->cues->len; i += step) {
            const EvxCue *other = &g_array_index (flow->cues, EvxCue, i);
            if (other->start > cue->start + 8 || other->start + 8 < cue->start)
                break;
            if (!context_of (flow, other)->pseudo && other->start < found->end && found->start < other->end)
                continue; /* the "not given" of a notice says nothing where "given" is the mention */
            gint direction = MAX (0, context_of (flow, cue)->direction);
            if (context_of (flow, other)->pseudo
                    ? other->start < cue->end && other->end >= cue->end && !same_words (other, cue)
                    : covers (other, cue) && context_of (flow, other)->direction > direction)
                return TRUE;
        }
    return FALSE;
}

/* "found that the jail had failed to notify": what is found to be so is what the denial behind it says. */
static gboolean
denies_within (const EvxFlow *flow, const EvxCue *cue, const EvxDraft *draft)
{
    const EvxCue *outer = &g_array_index (flow->cues, EvxCue, draft->cue);
    return strcmp (context_of (flow, cue)->assertion, "negated") == 0 &&
           strcmp (context_of (flow, outer)->assertion, "affirmed") == 0 &&
           strcmp (draft->sense->sense, "request") != 0 && outer->sentence == cue->sentence &&
           outer->end <= cue->start && cue->end <= draft->found.start;
}

/* What one side says did not happen is a denial: negated goes before alleged, whatever the ranks. */
static gboolean
outranks (const EvxFlow *flow, const EvxCue *cue, const EvxDraft *draft, gint rank)
{
    const EvxContext *context = context_of (flow, cue);
    gboolean by_cue = draft->cue >= 0;
    if (by_cue && denies_within (flow, cue, draft))
        return TRUE;
    if (context->rank <= rank && !by_cue)
        return FALSE;
    if (draft->count > 1 && evx_draft_is (draft, "detainee") &&
        strcmp (context->assertion, "negated") == 0)
        return FALSE; /* people who were counted exist */
    if (draft->count > 1 && !evx_draft_is (draft, "detainee") && strcmp (context->assertion, "historical") == 0)
        return FALSE; /* "the 19 transfers under the old rule" happened, whatever has ended */
    if (strcmp (context->assertion, "alleged") == 0 && strcmp (draft->assertion, "negated") == 0)
        return FALSE;
    if (strcmp (context->assertion, "future") == 0 && draft->count == 0)
        return FALSE; /* "will hand over none" */
    if (by_cue && strcmp (context->assertion, "negated") == 0 &&
        strcmp (draft->assertion, "alleged") == 0)
        return TRUE;
    return context->rank > rank;
}

/* "will not hold anyone on a detainer", "do not say when a detainer is refused": what is denied is another deed, of
 * which the request is a circumstance. */
static gboolean
is_beside_denial (const EvxFlow *flow, const EvxCue *cue, const EvxContext *context, const EvxDraft *draft)
{
    if (strcmp (context->assertion, "negated") != 0 || strcmp (draft->sense->sense, "request") != 0 ||
        cue->sentence != draft->found.sentence)
        return FALSE;
    for (guint32 t = cue->end; t < draft->found.start; t++)
        if (evx_flow_in_set (flow, t, EVX_SET_ADJUNCT))
            return TRUE;
    return FALSE;
}

static void
consider (const EvxFlow *flow, guint index, EvxDraft *draft, gint *rank, gboolean lead)
{
    const EvxCue *cue = &g_array_index (flow->cues, EvxCue, index);
    const EvxContext *context = context_of (flow, cue);
    gboolean own = cue->sentence == draft->found.sentence;
    if (!own && !lead && context->scope != EVX_SCOPE_PASSAGE)
        return;
    if (!outranks (flow, cue, draft, *rank) || (context->opening && !opens (flow, cue)) ||
        (context->question && !is_question (flow, evx_flow_sentence (flow, cue->sentence))))
        return;
    gboolean holds = lead  ? leads_in (flow, cue, context, &draft->found)
                     : own ? reaches (flow, cue, context, &draft->found)
                           : in_passage (cue, context, &draft->found);
    if (!holds || !is_for (flow, context, draft) || is_beside_denial (flow, cue, context, draft) ||
        is_pseudo (flow, index, &draft->found))
        return;
    *rank = context->rank;
    draft->assertion = context->assertion;
    draft->cue = (gint32)index;
}

static void
consider_sentence (const EvxFlow *flow, guint32 sentence, EvxDraft *draft, gint *rank, gboolean lead)
{
    const EvxSentence *s = evx_flow_sentence (flow, sentence);
    for (guint32 i = 0; i < s->n_cues; i++)
        consider (flow, s->first_cue + i, draft, rank, lead);
}

static void
decide_by_cues (const EvxFlow *flow, EvxDraft *draft)
{
    gint rank = start_from_nothing (flow, draft);
    guint32 own = draft->found.sentence;
    guint32 from = own > EVX_PASSAGE_SENTENCES ? own - EVX_PASSAGE_SENTENCES : 0;
    guint32 to = MIN (flow->sentences->len, own + EVX_PASSAGE_SENTENCES + 1);
    for (guint32 s = from; s < to; s++)
        if (s == own || evx_flow_sentence (flow, s)->far)
            consider_sentence (flow, s, draft, &rank, FALSE);
    gint64 lead = evx_lead_sentence (flow, own);
    if (lead >= 0)
        consider_sentence (flow, (guint32)lead, draft, &rank, TRUE);
}

/* "was to be notified and was not", "should have called but never did": behind the mention its clause is said to be
 * unfulfilled by an auxiliary and a denial that stand for the whole verb. */
static gboolean
is_unfulfilled (const EvxFlow *flow, const EvxFound *found)
{
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    guint32 end = s->first + s->n;
    for (guint32 t = found->end; t < end && evx_flow_token (flow, t)->type <= EVX_TOKEN_COMMA; t++) {
        if (!evx_flow_in_set (flow, t, EVX_SET_SO))
            continue;
        for (guint32 at = t + 1; at < MIN (end, t + ELLIPSIS_WORDS); at++) {
            guint32 last = at + evx_flow_set_length (flow, at, EVX_SET_UNFULFILLED);
            if (last > at && (last >= end || evx_flow_token (flow, last)->type >= EVX_TOKEN_COMMA))
                return TRUE;
        }
    }
    return FALSE;
}

/* "5. On two of the nine we called ICE" is no pleading where an "I" tells it: a declaration. */
static gboolean
is_by_witness (const EvxFlow *flow, const EvxSentence *s)
{
    for (guint32 t = s->first; t < s->first + s->n; t++) {
        const EvxToken *token = evx_flow_token (flow, t);
        if (token->type == EVX_TOKEN_WORD && token->end - token->start == 1 &&
            *evx_flow_text (flow, token->start) == 'I' && t + 1 < s->first + s->n &&
            token[1].type == EVX_TOKEN_WORD && !(token[1].flags & EVX_TOKEN_UPPER))
            return TRUE;
    }
    return FALSE;
}

/* Two or more of sentences [from, to) are paragraphs with numbers, none the first of a list. */
static gboolean
is_numbered (const EvxFlow *flow, guint32 from, guint32 to)
{
    guint numbered = 0;
    for (guint32 i = from; i < to; i++) {
        const EvxSentence *s = evx_flow_sentence (flow, i);
        guint32 n;
        if (s->n < 2 || evx_flow_token (flow, s->first)->type != EVX_TOKEN_NUMBER ||
            evx_flow_token (flow, s->first + 1)->type != EVX_TOKEN_STOP)
            continue;
        gint64 value = evx_number_at (flow, s->first, &n);
        if (value == 1)
            return FALSE;
        numbered += value > 1;
    }
    return numbered >= 2;
}

/* Paragraphs with numbers as a pleading has them, near @sentence. */
static gboolean
is_pleading (const EvxFlow *flow, guint32 sentence)
{
    guint32 from = sentence > EVX_PASSAGE_SENTENCES ? sentence - EVX_PASSAGE_SENTENCES : 0;
    guint32 to = MIN (flow->sentences->len, sentence + EVX_PASSAGE_SENTENCES + 1);
    gboolean pleading = is_numbered (flow, from, to);
    for (guint32 i = from; pleading && i < to; i++)
        pleading = !is_by_witness (flow, evx_flow_sentence (flow, i));
    return pleading;
}

/* The first word of the answer in the sentence behind @sentence, behind "A." or who speaks: a yes (1), a no (-1), or
 * neither (0). @alone: a sign must follow it, as in minutes: "Ms. Ito: yes, on a form". */
static gint
answer_behind (const EvxFlow *flow, guint32 sentence, gboolean alone)
{
    if (sentence + 1 >= flow->sentences->len)
        return 0;
    const EvxSentence *next = evx_flow_sentence (flow, sentence + 1);
    guint32 at = next->first, end = next->first + next->n;
    for (guint32 t = at; t < next->first + MIN (next->n, SPEAKER_WORDS); t++)
        if (evx_flow_token (flow, t)->type >= EVX_TOKEN_COLON && t + 1 < end)
            at = t + 1;
    if (*evx_flow_text (flow, evx_flow_token (flow, at)->end) == '_' || /* "Y___ N___": a form that waits for an answer */
        (alone && at + 1 < end && evx_flow_token (flow, at + 1)->type <= EVX_TOKEN_NUMBER))
        return 0;
    if (evx_flow_in_set (flow, at, EVX_SET_NAY))
        return -1; /* "I have not" begins as "I have" does */
    return evx_flow_in_set (flow, at, EVX_SET_YES) ? 1 : 0;
}

/* The answer to the question @sentence. What may, must or will be done is asked about as a rule, and so is not answered
 * here. */
static gint
answer_to (const EvxFlow *flow, guint32 sentence, guint32 start)
{
    const EvxSentence *s = evx_flow_sentence (flow, sentence);
    gboolean deed = evx_flow_in_set (flow, start, EVX_SET_TOLD_VERB); /* "that it told ICE when he would leave" */
    for (guint32 t = s->first; t < (deed ? start : s->first + s->n); t++)
        if (evx_flow_in_set (flow, t, EVX_SET_MODAL_QUESTION) &&
            (t < start || !evx_flow_in_set (flow, t, EVX_SET_PERSON))) /* "turned anyone over" asks about deeds */
            return 0;
    return answer_behind (flow, sentence, FALSE);
}

/* "Member Ito asked if the inmates are told. Captain Mack: yes." */
static void
decide_by_answer (const EvxFlow *flow, EvxDraft *draft)
{
    const EvxCue *cue = draft->cue >= 0 ? &g_array_index (flow->cues, EvxCue, draft->cue) : NULL;
    if (cue == NULL || strcmp (draft->assertion, "hypothetical") != 0 || cue->sentence != draft->found.sentence ||
        !evx_flow_in_set (flow, cue->end - 1, EVX_SET_CONDITION) ||
        cue->end - 1 == evx_flow_sentence (flow, cue->sentence)->first)
        return;
    gint answer = answer_behind (flow, draft->found.sentence, TRUE);
    if (answer > 0 || (answer < 0 && evx_draft_is (draft, "detainee")))
        draft->assertion = "affirmed";
    else if (answer < 0)
        draft->assertion = "negated";
}

/* A question states nothing: what it would affirm or announce is hypothetical, unless its answer or a cue of
 * questions says otherwise ("how many did you"). */
static void
decide_by_question (const EvxFlow *flow, EvxDraft *draft)
{
    gboolean stated = strcmp (draft->assertion, "affirmed") == 0 || strcmp (draft->assertion, "future") == 0;
    gboolean asked = draft->cue >= 0 &&
                     context_of (flow, &g_array_index (flow->cues, EvxCue, draft->cue))->question;
    gboolean people = evx_draft_is (draft, "detainee");
    gboolean of_it = draft->found.start > 0 && evx_flow_in_set (flow, draft->found.start, EVX_SET_NOUN_FORM) &&
                     evx_flow_in_set (flow, draft->found.start - 1, EVX_SET_PREPOSITION);
    gint answer = people || of_it ? 0 : answer_to (flow, draft->found.sentence, draft->found.start); /* "a log of transfers? No" */
    gboolean request = strcmp (draft->sense->sense, "request") == 0;
    gboolean known = (people || request) && draft->found.start > 0 && evx_flow_in_set (flow, draft->found.start - 1, EVX_SET_DETERMINER);
    if (stated && !asked && !known && draft->count <= 1)
        draft->assertion = "hypothetical";
    if (answer > 0)
        draft->assertion = "affirmed";
    else if (answer < 0 && !request)
        draft->assertion = "negated"; /* a request that was not honored was made */
}

/* What stands behind the mention, and the kind of paper, where its clause leaves open whether it happened or says so
 * without a cue. */
static void
decide_by_statement (const EvxFlow *flow, EvxDraft *draft)
{
    gboolean people = evx_draft_is (draft, "detainee");
    if (draft->cue >= 0 && !people && speaks_of_open (context_of (flow, &g_array_index (flow->cues, EvxCue, draft->cue))) &&
        is_unfulfilled (flow, &draft->found))
        draft->assertion = "negated";
    else if (draft->cue < 0 && !people && strcmp (draft->assertion, "affirmed") == 0 &&
             is_pleading (flow, draft->found.sentence))
        draft->assertion = "alleged";
    else
        decide_by_answer (flow, draft);
}

void
evx_context_decide (const EvxFlow *flow, EvxDraft *draft)
{
    decide_by_cues (flow, draft);
    if (is_question (flow, evx_flow_sentence (flow, draft->found.sentence)))
        decide_by_question (flow, draft);
    else
        decide_by_statement (flow, draft);
    gboolean named = (strcmp (draft->assertion, "affirmed") == 0 && evx_label_is_bare (flow, draft)) ||
                     (draft->count < 0 && (evx_label_is_explained (flow, &draft->found) ||
                                           evx_label_is_blank (flow, &draft->found)));
    if (named) {
        draft->assertion = "policy";
        draft->cue = -1;
    }
}
