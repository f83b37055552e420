/* What only the whole document tells: type, dates, language, claims, events. */
#pragma once

#include "../stage.h"

G_BEGIN_DECLS

extern const EvxStage evx_document_stage;

G_END_DECLS
