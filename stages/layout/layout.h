/* Lines, blocks, tables, redactions, Bates candidates; puts words in reading order. */
#pragma once

#include "../stage.h"

G_BEGIN_DECLS

extern const EvxStage evx_layout_stage;

G_END_DECLS
