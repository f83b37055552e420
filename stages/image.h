/* The one door to leptonica: PIX with autoptr; load, save, scale, turn, clean. Pixels live only here
 * and in ocr/; a pixel value never leaves without its dpi. */
#pragma once

#include <allheaders.h>

#include "types.h"

G_BEGIN_DECLS

void evx_pix_free (PIX *pix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PIX, evx_pix_free)

G_END_DECLS
