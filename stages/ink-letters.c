/* What of the ink are letters: rules, shadows and what is blacked out are taken away. Sizes are in pixels of the
 * ink, 150 to an inch. */
#include "ink-internal.h"

/* Darker than this (of 255) is black. */
#define DARK 100
/* What is black has a soft edge of this width. */
#define EDGE 4
/* A run of ink as long as this, straight across or down, is a rule; letters of 36 pt have none. */
#define RULE 60

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
