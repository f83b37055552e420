/* What is quoted. */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

/**
 * evx_flow_quote_sentence:
 * The sentence as a reader sees it: words parted by one blank, line-end hyphens joined. *at, *to: the bytes in it of the
 * tokens of @mark.
 *
 * Returns: (transfer none): the text, until the next is asked for.
 */
const char *evx_flow_quote_sentence (EvxFlow *flow, guint32 sentence, EvxSpan mark, guint32 *at, guint32 *to);

/* (transfer full) (nullable): tokens [first, end) as they would stand in a quote, without the signs around them. */
char *evx_flow_quote (const EvxFlow *flow, guint32 first, guint32 end);

G_END_DECLS
