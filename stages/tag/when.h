/* Years, dates and periods. */
#pragma once

#include "draft.h"

G_BEGIN_DECLS

/** Gives @draft its year, or, of "last year", how far it lies from that of the document. */
void evx_years_decide (const EvxFlow *flow, EvxDraft *draft);
/**
 * evx_dates_decide:
 * @date, @period_start, @period_end: (out) (transfer full) (nullable): ISO 8601, of the day or the days of which the mention
 * tells; a period has both ends or none
 */
void evx_dates_decide (const EvxFlow *flow, const EvxDraft *draft, char **date, char **period_start,
                       char **period_end);

G_END_DECLS
