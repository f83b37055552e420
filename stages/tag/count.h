/* How many a mention counts. */
#pragma once

#include "draft.h"

G_BEGIN_DECLS

/** Counts of all drafts (EvxDraft) of a page, which stand in the order of their tokens: one takes its count from another. */
void evx_counts_decide (const EvxFlow *flow, GArray *drafts);
/** What is left of the count once the assertion is known: what did not happen counts none. */
void evx_counts_settle (const EvxFlow *flow, EvxDraft *draft);

G_END_DECLS
