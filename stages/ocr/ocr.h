/* Decides how a page is read (text, ocr, region, blank) and recognises what must be. */
#pragma once

#include "../stage.h"

G_BEGIN_DECLS

extern const EvxStage evx_ocr_stage;

G_END_DECLS
