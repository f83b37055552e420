/* What a mention means. */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

/**
 * evx_sense_of:
 * The first sense of the cue's group whose tests hold around it.
 *
 * Returns: (transfer none) (nullable): NULL where none holds, and the words are no mention.
 */
const EvxSense *evx_sense_of (const EvxFlow *flow, const EvxFound *found);
/** Whether each of @n tests from @first of the lexicon holds around what was found. None: they hold. */
gboolean evx_tests_hold (const EvxFlow *flow, guint32 first, guint32 n, const EvxFound *found);

G_END_DECLS
