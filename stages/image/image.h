/* Leptonica's PIX with autoptr: crop, scale, turn, frame, fill, compare. Pixels live only here, in ocr/ and where scans
 * are looked at for redactions; a pixel value never leaves without its dpi.
 *
 * Boxes named px are in pixels of the image at hand, origin top left, y down. "Gray" is 8 bits without
 * colour map, 0 black .. 255 white. Functions that make an image return (transfer full) (nullable):
 * NULL only where memory or leptonica's size limits end. */
#pragma once

#include <allheaders.h>

#include "../types.h"

G_BEGIN_DECLS

void evx_pix_free (PIX *pix);
void evx_boxa_free (BOXA *boxa);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PIX, evx_pix_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BOXA, evx_boxa_free)

/** The image as gray, over white where it is transparent. */
PIX *evx_image_gray (PIX *pix);

/** The part of the image inside @px; clamped to the image; NULL if nothing is left. */
PIX *evx_image_crop (PIX *pix, EvxBox px);

/** @factor > 0; gray in, gray out. */
PIX *evx_image_scale (PIX *gray, double factor);

/**
 * evx_image_frame:
 * @strip:  of one line, gray, whose first pixel has the colour of its ground
 * @margin: ground that is added above and below, as a share of its height
 * @wide:   > 0: how many times as wide it is made
 *
 * Returns: (transfer full) (nullable): the strip in that frame; NULL where memory ends.
 */
PIX *evx_image_frame (PIX *strip, double margin, double wide);

/**
 * evx_image_parts:
 * Returns: (transfer full) (element-type EvxBox): px: the dark connected parts of @strip, as before, left to right: a
 * letter, the dot of an i, a stop each.
 */
GArray *evx_image_parts (PIX *strip);

/** Clockwise by 0, 90, 180 or 270 degrees. */
PIX *evx_image_turn (PIX *pix, int degrees);

/** Gaussian blur of a gray image, @sigma in pixels. */
PIX *evx_image_blur (PIX *gray, double sigma);

/** Rotates clockwise by @degrees about the centre, same size, white brought in. */
PIX *evx_image_rotate (PIX *gray, double degrees);

/** Sets every pixel inside @px (clamped) to @value: of a gray image, or 0 or 1 of one with a bit a pixel. */
void evx_image_fill (PIX *gray, EvxBox px, guint value);

/**
 * evx_image_hash:
 * Returns: 64-bit difference hash of a gray image's look: bit = brighter than the cell to its right, on
 * a 9 x 8 grid of means, row by row. Never 0. Scans of one sheet differ in few bits.
 * Source: Krawetz, "Kind of Like That" (dHash), 2013.
 */
guint64 evx_image_hash (PIX *gray);

/** TRUE if nearly every pixel of a gray image is black or white: a fax, a scan without grays. */
gboolean evx_image_is_bitonal (PIX *gray);

/**
 * evx_image_breaks_off:
 * Returns: TRUE if the last rows, a twentieth of the image or more, are pure white and no row above them
 * is: the data of a scan ended early, and the decoder filled in the rest.
 */
gboolean evx_image_breaks_off (PIX *gray);

G_END_DECLS
