/* Words of the text layer, and whether it can be believed. */
#pragma once

#include "../stage.h"

G_BEGIN_DECLS

extern const EvxStage evx_text_stage;

G_END_DECLS
