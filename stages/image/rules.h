/* Printed rules: the lines of tables and forms. */
#pragma once

#include "image.h"

G_BEGIN_DECLS

/**
 * evx_image_take_rules:
 * @gray:  a page image
 * @dpi:   its resolution
 * @rules: (element-type EvxRule): long thin rules are added, in px
 *
 * Finds printed rules, solid or dotted. Where they make the grid of a table, with cells of a few lines,
 * they are painted over with white; letters that a rule crosses are kept whole. So are the leaders of tables
 * (leaders.h).
 *
 * Returns: (transfer full): the image without the grid and leaders; NULL if there are none.
 */
PIX *evx_image_take_rules (PIX *gray, double dpi, GArray *rules);

G_END_DECLS
