/* What the files of the counts ask each other: each answers for one place in which the count of a mention may stand.
 * All return the count, or -1; @s is the sentence of the mention, @start and @end its tokens. What tells of a number
 * alone, whatever it counts, is number.c's; what is asked outside of count*.c stands in count.h. */
#pragma once

#include "draft.h"
#include "number.h"

G_BEGIN_DECLS

/* The mention names an event or people; else it tells of it as a verb does (count.c). */
gboolean evx_draft_is_noun (const EvxFlow *flow, const EvxDraft *draft);

/* ---- nouns (count-noun.c) ---- */

/* "22 undocumented inmates", "88 of those requests" */
gint64 evx_count_before_noun (const EvxFlow *flow, const EvxSentence *s, guint32 start);
/* "36 (32 men, 4 women)": a bracket opens before the token. */
gboolean evx_count_is_bracketed (const EvxFlow *flow, guint32 at);
/* "Notifications 33; Transfers 0"; of @people only where brackets stand about it: "inmates (64)" */
gint64 evx_count_next_to_noun (const EvxFlow *flow, const EvxSentence *s, guint32 end, gboolean people);
/* "Detainers received - 155", "Released to ICE: 174" */
gint64 evx_count_of_label (const EvxFlow *flow, const EvxSentence *s, guint32 end);
/* "the number of detainers was 415" */
gint64 evx_count_after_noun (const EvxFlow *flow, const EvxSentence *s, guint32 end);
/* "Requests: 140 Transfers: 12": the 140 is the value of the label before it, not of @label. */
gboolean evx_number_is_of_label (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number,
                                 guint32 label);

/* ---- verbs (count-verb.c) ---- */

/* "turned over 84 people"; of a @transfer whoever is counted, so that he is many */
gint64 evx_count_of_object (const EvxFlow *flow, const EvxSentence *s, guint32 end, gboolean transfer);
/* "84 people were turned over" */
gint64 evx_count_of_subject (const EvxFlow *flow, const EvxSentence *s, guint32 start);
/* "the four men it had turned over" */
gint64 evx_count_of_relative (const EvxFlow *flow, const EvxSentence *s, guint32 start);
/* "in 535 cases" anywhere in the clause */
gint64 evx_count_of_cases (const EvxFlow *flow, const EvxSentence *s, guint32 start, guint32 end);
gboolean evx_verb_is_passive (const EvxFlow *flow, const EvxSentence *s, guint32 start);
/* "inmates", "women": the word at @at names people. */
gboolean evx_word_is_person (const EvxFlow *flow, guint32 at);
/* People or cases follow at @at, within a few words. */
gboolean evx_count_is_of_people (const EvxFlow *flow, const EvxSentence *s, guint32 at);

/* ---- what a mention takes from elsewhere (count-elsewhere.c) ---- */

/* "Seventy did not qualify, so no response was given", "The other 31 left and ICE was not told": those whom the
 * clause before is about. */
gint64 evx_count_of_clause_before (const EvxFlow *flow, const EvxSentence *s, guint32 start);
/* Gives draft @index the count of one before it, where both count the same. */
void evx_count_share (const EvxFlow *flow, GArray *drafts, guint index);

G_END_DECLS
