/* Mentions with kind, sense, assertion, count, quote and box. */
#pragma once

#include "../stage.h"

G_BEGIN_DECLS

extern const EvxStage evx_tag_stage;

G_END_DECLS
