/* What of the ink are letters: rules, shadows and what is blacked out are taken away, and of text in a dark box
 * the light is taken. Sizes are in pixels of the ink, 150 to an inch. */
#include "ink-internal.h"

/* Darker than this (of 255) is black. */
#define DARK 100
/* What is black has a soft edge of this width. */
#define EDGE 4
/* A run of ink as long as this, straight across or down, is a rule; letters of 36 pt have none. */
#define RULE 60

/* One dark @area at @x, @y: if a part of it is light as letters are, that is its ink, and nothing of it is dark. */
static void
turn_dark_area (PIX *bits, PIX *dark, PIX *area, int x, int y)
{
    int w = pixGetWidth (area), h = pixGetHeight (area);
    l_int32 all = 0, light = 0;
    BOX box = { .x = x, .y = y, .w = w, .h = h };
    g_autoptr (PIX) inside = pixClipRectangle (dark, &box, NULL);
    g_autoptr (PIX) letters = inside ? pixSubtract (NULL, area, inside) : NULL;
    if (letters == NULL || pixCountPixels (area, &all, NULL) != 0 || pixCountPixels (letters, &light, NULL) != 0 ||
        light < 0.03 * all || light > 0.4 * all)
        return;
    pixRasterop (bits, x, y, w, h, PIX_DST & PIX_NOT (PIX_SRC), area, 0, 0);
    pixRasterop (bits, x, y, w, h, PIX_PAINT, letters, 0, 0);
    pixRasterop (dark, x, y, w, h, PIX_DST & PIX_NOT (PIX_SRC), area, 0, 0);
}

/* Text in dark boxes, such as a code on a redaction. */
static void
turn_dark_areas (PIX *bits, PIX *dark)
{
    PIXA *areas = NULL;
    g_autoptr (PIX) solid = pixOpenBrick (NULL, dark, 15, 9);
    g_autoptr (PIX) whole = solid ? pixCloseSafeBrick (NULL, solid, 31, 21) : NULL;
    g_autoptr (BOXA) boxes = whole ? pixConnComp (whole, &areas, 8) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        g_autoptr (PIX) area = w >= 30 && h >= 12 ? pixaGetPix (areas, i, L_CLONE) : NULL;
        if (area != NULL)
            turn_dark_area (bits, dark, area, x, y);
    }
    pixaDestroy (&areas);
}

/* Takes what is blacked out from @bits, with its ragged edge; where it lay is added to @solid, px. No letter
 * of 36 pt is as solid. */
static void
take_solid (PIX *bits, PIX *dark, GArray *solid, double to_px)
{
    pixOr (bits, bits, dark);
    g_autoptr (PIX) found = pixOpenBrick (NULL, bits, 20, 9);
    g_autoptr (PIX) wide = found ? pixDilateBrick (NULL, found, 15, 15) : NULL;
    g_autoptr (PIX) whole = wide ? pixAnd (NULL, wide, bits) : NULL;
    g_autoptr (PIX) filled = whole ? pixSeedfillBinary (NULL, found, whole, 8) : NULL;
    g_autoptr (BOXA) boxes = filled ? pixConnCompBB (filled, 8) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        EvxBox box = { x - EDGE, y - EDGE, x + w + EDGE, y + h + EDGE };
        EvxBox px = { box.x0 * to_px, box.y0 * to_px, box.x1 * to_px, box.y1 * to_px };
        evx_image_fill (bits, box, 0);
        g_array_append_val (solid, px);
    }
}

PIX *
evx_ink_letters (const EvxInk *ink, GArray *solid)
{
    PIX *bits = pixCopy (NULL, ink->bits);
    if (bits == NULL)
        return NULL;
    g_autoptr (PIX) dark = pixThresholdToBinary (ink->gray, DARK);
    if (dark != NULL) {
        turn_dark_areas (bits, dark);
        take_solid (bits, dark, solid, 1 / ink->factor);
    }
    evx_ink_clear_edges (bits);
    g_autoptr (PIX) across = pixOpenBrick (NULL, bits, RULE, 1);
    g_autoptr (PIX) down = pixOpenBrick (NULL, bits, 1, RULE);
    if (across != NULL)
        pixSubtract (bits, bits, across);
    if (down != NULL)
        pixSubtract (bits, bits, down);
    return bits;
}
