/* How a mention is meant: asserted, negated, policy and the like. */
#pragma once

#include "draft.h"

G_BEGIN_DECLS

/**
 * evx_context_decide:
 * Gives @draft its assertion and the cue that decides it: of the cues whose reach holds the mention the one of the highest
 * rank, else what its place says (a head, an empty field, a question).
 *
 * Source: Harkema and others 2009, ConText: direction, scope, termination and pseudo-cues; the cues are the lexicon's.
 */
void evx_context_decide (const EvxFlow *flow, EvxDraft *draft);

G_END_DECLS
