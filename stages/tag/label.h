/* Tables, lists, labels and forms. */
#pragma once

#include "draft.h"

G_BEGIN_DECLS

/**
 * evx_cell_head:
 * The sentence that is the head of the column in which sentence @sentence stands.
 *
 * Returns: index into flow->sentences, or -1 outside a table, in its first row, in a record, or where
 * the first row has no cell above.
 */
gint64 evx_cell_head (const EvxFlow *flow, guint32 sentence);

/**
 * evx_lead_sentence:
 * The sentence that leads in the item or row in which sentence @sentence stands: the last one of the lead-in, or the
 * head of its column.
 *
 * Returns: index into flow->sentences, or -1.
 */
gint64 evx_lead_sentence (const EvxFlow *flow, guint32 sentence);

/* A heading, the head of a column, a label or the key to a code: names things, tells nothing. */
gboolean evx_label_is_bare (const EvxFlow *flow, const EvxDraft *draft);

/* A field of a form that nobody filled in. */
gboolean evx_label_is_blank (const EvxFlow *flow, const EvxFound *found);

/* Part of a key to codes: "NPU = not picked up". */
gboolean evx_label_is_explained (const EvxFlow *flow, const EvxFound *found);
/* A code that a key explains: the PU of "PU = picked up by ICE". */
gboolean evx_label_is_code (const EvxFlow *flow, const EvxFound *found);

G_END_DECLS
