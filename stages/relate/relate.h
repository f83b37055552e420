/* What only the whole collection tells: Bates sequence, duplicates, reconciliation. */
#pragma once

#include "../stage.h"

G_BEGIN_DECLS

extern const EvxStage evx_relate_stage;

G_END_DECLS
