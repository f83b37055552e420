/* Operations on images as a whole: their shape, their parts, what kind of scan they are.
 *
 * Sources: Bloomberg, Leptonica (leptonica.org); difference hash: Krawetz, 2013. */
#include "image.h"

#include "../sort.h"

#include <math.h>
#include <string.h>

void
evx_pix_free (PIX *pix)
{
    pixDestroy (&pix);
}

void
evx_boxa_free (BOXA *boxa)
{
    boxaDestroy (&boxa);
}

/* ---- shape ------------------------------------------------------------------------------------ */

PIX *
evx_image_gray (PIX *pix)
{
    if (pixGetDepth (pix) == 8 && pixGetColormap (pix) == NULL)
        return pixClone (pix);
    if (pixGetDepth (pix) == 32 && pixGetSpp (pix) == 4) {
        g_autoptr (PIX) opaque = pixAlphaBlendUniform (pix, 0xffffff00);
        return opaque ? pixConvertTo8 (opaque, FALSE) : NULL;
    }
    return pixConvertTo8 (pix, FALSE);
}

/* The box in whole pixels that lie in the image; w or h is 0 if none do. */
static BOX
clamped (PIX *pix, EvxBox px)
{
    int x0 = (int) floor (CLAMP (px.x0, 0, pixGetWidth (pix)));
    int y0 = (int) floor (CLAMP (px.y0, 0, pixGetHeight (pix)));
    int x1 = (int) ceil (CLAMP (px.x1, 0, pixGetWidth (pix)));
    int y1 = (int) ceil (CLAMP (px.y1, 0, pixGetHeight (pix)));
    return (BOX) { .x = x0, .y = y0, .w = MAX (x1 - x0, 0), .h = MAX (y1 - y0, 0) };
}

PIX *
evx_image_crop (PIX *pix, EvxBox px)
{
    BOX box = clamped (pix, px);
    return box.w > 0 && box.h > 0 ? pixClipRectangle (pix, &box, NULL) : NULL;
}

PIX *
evx_image_scale (PIX *gray, double factor)
{
    if (fabs (factor - 1) < 0.01)
        return pixClone (gray);
    if (pixGetWidth (gray) * factor < 1 || pixGetHeight (gray) * factor < 1)
        return NULL;
    return factor < 0.7 ? pixScaleAreaMap (gray, (float) factor, (float) factor)
                        : pixScale (gray, (float) factor, (float) factor);
}

PIX *
evx_image_frame (PIX *strip, double margin, double wide)
{
    l_uint32 ground = 255;
    int edge = (int) (margin * pixGetHeight (strip));
    pixGetPixel (strip, 0, 0, &ground);
    g_autoptr (PIX) framed = pixAddBorderGeneral (strip, 0, 0, edge, edge, ground);
    return framed == NULL || wide == 1 ? g_steal_pointer (&framed) : pixScale (framed, (float) wide, 1);
}

static int
by_left (gconstpointer a, gconstpointer b)
{
    const EvxBox *left = a, *right = b;
    return (left->x0 > right->x0) - (left->x0 < right->x0);
}

GArray *
evx_image_parts (PIX *strip)
{
    GArray *parts = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    l_uint32 ground = 255;
    l_int32 darkest = 0;
    pixGetPixel (strip, 0, 0, &ground);
    pixGetExtremeValue (strip, 1, L_SELECT_MIN, NULL, NULL, NULL, &darkest);
    g_autoptr (PIX) bits = pixThresholdToBinary (strip, ((int) ground + darkest) / 2);
    g_autoptr (BOXA) boxes = bits ? pixConnCompBB (bits, 8) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        EvxBox part = { x, y, x + w, y + h };
        g_array_append_val (parts, part);
    }
    g_array_sort (parts, by_left);
    return parts;
}

PIX *
evx_image_turn (PIX *pix, int degrees)
{
    return degrees == 0 ? pixClone (pix) : pixRotateOrth (pix, degrees / 90);
}

PIX *
evx_image_rotate (PIX *gray, double degrees)
{
    return pixRotateAMGray (gray, (float) (degrees * G_PI / 180), 255);
}

PIX *
evx_image_blur (PIX *gray, double sigma)
{
    int half = MAX (1, (int) ceil (2 * sigma));
    L_KERNEL *kernel_x = NULL, *kernel_y = NULL;
    makeGaussianKernelSep (half, half, (float) sigma, 1, &kernel_x, &kernel_y);
    PIX *blurred = pixConvolveSep (gray, kernel_x, kernel_y, 8, 1);
    kernelDestroy (&kernel_x);
    kernelDestroy (&kernel_y);
    return blurred;
}

/* ---- drawing ------------------------------------------------------------------------------------ */

void
evx_image_fill (PIX *gray, EvxBox px, guint value)
{
    BOX box = clamped (gray, px);
    if (box.w > 0 && box.h > 0)
        pixSetInRectArbitrary (gray, &box, value);
}

guint64
evx_image_hash (PIX *gray)
{
    guint64 hash = 0;
    g_autoptr (PIX) small = pixScaleToSize (gray, 9 * 8, 8 * 8);
    g_autoptr (PIX) cells = small ? pixScaleAreaMap (small, 1 / 8.0f, 1 / 8.0f) : NULL;
    for (int y = 0; cells != NULL && y < 8; y++)
        for (int x = 0; x < 8; x++) {
            guint32 left = 0, right = 0;
            pixGetPixel (cells, x, y, &left);
            pixGetPixel (cells, x + 1, y, &right);
            hash = hash << 1 | (left > right);
        }
    return hash != 0 ? hash : 1;
}

/* ---- what kind of scan ------------------------------------------------------------------------- */

gboolean
evx_image_is_bitonal (PIX *gray)
{
    guint middle = 0, all = 0;
    for (int y = 0; y < pixGetHeight (gray); y += 7) {
        const l_uint32 *line = pixGetData (gray) + (gsize) y * pixGetWpl (gray);
        for (int x = 0; x < pixGetWidth (gray); x += 3, all++) {
            int value = GET_DATA_BYTE (line, x);
            middle += value > 20 && value < 235;
        }
    }
    return middle < all / 1000;
}

static gboolean
is_white_row (PIX *gray, int y)
{
    const l_uint32 *line = pixGetData (gray) + (gsize) y * pixGetWpl (gray);
    for (int x = 0; x < pixGetWidth (gray); x++)
        if (GET_DATA_BYTE (line, x) != 255)
            return FALSE;
    return TRUE;
}

gboolean
evx_image_breaks_off (PIX *gray)
{
    int height = pixGetHeight (gray), y = height;
    while (y > 0 && is_white_row (gray, y - 1))
        y--;
    if (y == 0 || height - y < height / 20 + 1)
        return FALSE;
    while (y > 0 && !is_white_row (gray, y - 1))
        y--;
    return y == 0;
}
