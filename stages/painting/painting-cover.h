/* What covers what on a painted page. */
#pragma once

#include "painting.h"

G_BEGIN_DECLS

/**
 * evx_cover_settle:
 * @page_height: pt, as displayed
 *
 * Once all is painted: marks runs of glyphs that a later picture hides, and counts the glyphs that each
 * filled box covers. Afterwards evx_painted_hides() answers.
 */
void evx_cover_settle (EvxPainted *painted, double page_height);

void evx_bands_free (EvxBands *bands);

G_END_DECLS
