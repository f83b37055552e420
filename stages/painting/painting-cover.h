/* What covers what on a painted page. */
#pragma once

#include "painting.h"

G_BEGIN_DECLS

/* As light as paper: nobody sees the difference. */
#define EVX_PALE 0.97f

/**
 * evx_cover_settle:
 * @page_height: pt, as displayed
 *
 * Once all is painted: marks runs of glyphs that a later picture hides, and pale ones on pale ground. Afterwards evx_painted_hides() and
 * evx_painted_order() answer.
 */
void evx_cover_settle (EvxPainted *painted, double page_height);

void evx_bands_free (EvxBands *bands);

G_END_DECLS
