/* Which words, terms, sets and cues of the lexicon stand where on a page. */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

/* ---- words (words.c) ---- */

/* Appends the symbols of the folded word to flow->symbols and sets the token's range and flags, and the sets that it is
 * of by itself. */
void evx_match_word (EvxFlow *flow, EvxToken *token, const char *folded, guint length);
/* Gives the token the sets that its symbols are of by themselves, and its mask. */
void evx_match_symbols (EvxFlow *flow, EvxToken *token);
/* Notes in the token's masks that it is of the set. */
void evx_match_note_set (const EvxLexicon *lexicon, EvxToken *token, guint32 set);
/* FALSE if no word and no skeleton of the lexicon ends so. */
gboolean evx_match_may_end (const EvxLexicon *lexicon, const char *folded, guint length);
gboolean evx_match_known (const EvxLexicon *lexicon, const char *folded, guint length);

/* ---- one term (match.c) ---- */

/**
 * evx_match_term:
 * @index: of the term
 * @at:    token at which it begins
 * @limit: tokens end here: the unit or sentence
 * @word:  the token is known to be a word that it begins with
 * @span:  (out): tokens of its mention: what stands in its brackets, or all
 *
 * Returns: the token after the term, or -1 if it does not stand here.
 */
gint64 evx_match_term (const EvxFlow *flow, guint32 index, guint32 at, guint32 limit, gboolean word, EvxSpan *span);

/* What must follow may stand there, the head being up to @n tokens at @at. */
static inline gboolean
evx_may_go_on (const EvxFlow *flow, const EvxNext *next, guint32 at, guint32 limit, guint32 n)
{
    if (evx_mask_is_empty (&next->mask))
        return TRUE;
    const EvxToken *token = evx_flow_token (flow, at);
    guint32 reach = MIN (n + next->gap, limit - 1 - at);
    for (guint32 i = 1; i <= reach; i++)
        if (evx_masks_meet (&token[i].mask, &next->mask))
            return TRUE;
    return FALSE;
}

/* ---- which sets stand where (sets.c) ---- */

void evx_match_sets (EvxFlow *flow);
/* Length of the longest hit of @set that begins at @token, or 0. */
guint32 evx_flow_set_at (const EvxFlow *flow, guint32 token, guint32 set);

/* Whether a hit of the set begins at @token. */
static inline gboolean
evx_flow_in_set (const EvxFlow *flow, guint32 token, EvxSetName name)
{
    return (evx_flow_token (flow, token)->named[name / 64] >> name % 64) & 1;
}

/* Length of the longest hit of the set that begins at @token, or 0. */
static inline guint32
evx_flow_set_length (const EvxFlow *flow, guint32 token, EvxSetName name)
{
    return evx_flow_in_set (flow, token, name) ? evx_flow_set_at (flow, token, name) : 0;
}

/* ---- where cues stand (search.c) ---- */

void evx_match_cues (EvxFlow *flow);
/* Cues of contexts where they may say how a mention is meant; needs the cues. */
void evx_match_contexts (EvxFlow *flow);

G_END_DECLS
