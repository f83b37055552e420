/* Rows of dots that lead the eye from a label to its figures. */
#pragma once

#include "image.h"

G_BEGIN_DECLS

/**
 * evx_image_take_leaders:
 * @gray: a page image, changed
 * @ink:  its dark pixels, 1 bit, of the same size
 * @dpi:  its resolution
 *
 * Paints out with white the leaders of tables: five dots or more at one pitch on one line, with figures in two
 * columns or more to their right. Recognition makes letters of them, in the midst of the label. The leaders of
 * a table of contents, with one number to their right, stay: they tell it from a table of figures.
 *
 * Returns: how many were painted out.
 */
guint evx_image_take_leaders (PIX *gray, PIX *ink, double dpi);

G_END_DECLS
