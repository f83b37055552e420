/* Agencies and speakers. */
#pragma once

#include "draft.h"

G_BEGIN_DECLS

/** Returns: (transfer full) (nullable): whose doing the mention tells of, as it is written; NULL where nobody is named. */
char *evx_party_agency (const EvxFlow *flow, const EvxDraft *draft);
/** Returns: (transfer full) (nullable): who says it, as it is written; NULL where it is the document itself. */
char *evx_party_speaker (const EvxFlow *flow, const EvxDraft *draft);

G_END_DECLS
