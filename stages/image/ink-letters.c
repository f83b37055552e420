/* What of the ink are letters: rules, shadows and what is blacked out are taken away. Sizes are in pixels of the
 * ink, 150 to an inch. */
#include "ink-internal.h"

/* Darker than this (of 255) is black. */
#define DARK 100
/* What is black has a soft edge of this width. */
#define EDGE 4
/* Of a bar so much of the box around it is black; a bold letter, no wider than this, has less. */
#define BAR_FILL 0.75
#define WIDEST_LETTER 150
/* So have bold letters that touch, from this height on: it is more than a bar over one line of text has. */
#define HIGHEST_BAR 45
/* A run of ink as long as this, straight across or down, is a rule: no letter is as wide, and none that is read as
 * high. */
#define RULE_ACROSS 60
#define RULE_DOWN (EVX_HIGHEST_LETTER + 5)

/* Whether @black pixels in a box of @w x @h are a bold letter, or several that touch: upright, or a small part of
 * their box. */
static gboolean
are_bold_letters (l_int32 black, int w, int h)
{
    gboolean of_size = w <= WIDEST_LETTER || (h >= HIGHEST_BAR && h <= 2 * EVX_HIGHEST_LETTER);
    return of_size && (h > 2 * w || black < BAR_FILL * w * h);
}

/* Takes from @solid, parts of @bits, the strokes of a large title, which are as thick as a bar. */
static void
spare_letters (PIX *solid, PIX *bits)
{
    PIXA *parts = NULL;
    g_autoptr (PIX) whole = pixSeedfillBinary (NULL, solid, bits, 8);
    g_autoptr (BOXA) boxes = whole ? pixConnComp (whole, &parts, 8) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        l_int32 black = 0;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        g_autoptr (PIX) part = pixaGetPix (parts, i, L_CLONE);
        if (part != NULL && pixCountPixels (part, &black, NULL) == 0 && are_bold_letters (black, w, h))
            pixRasterop (solid, x, y, w, h, PIX_DST & PIX_NOT (PIX_SRC), part, 0, 0);
    }
    pixaDestroy (&parts);
}

/* Takes what is blacked out from @bits, with its ragged edge; where it lay is added to @solid, px. */
static void
take_solid (PIX *bits, PIX *dark, GArray *solid, double to_px)
{
    pixOr (bits, bits, dark);
    g_autoptr (PIX) found = pixOpenBrick (NULL, bits, 20, 9);
    if (found != NULL)
        spare_letters (found, bits);
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
    if (dark != NULL)
        take_solid (bits, dark, solid, 1 / ink->factor);
    evx_ink_clear_edges (bits);
    g_autoptr (PIX) across = pixOpenBrick (NULL, bits, RULE_ACROSS, 1);
    g_autoptr (PIX) down = pixOpenBrick (NULL, bits, 1, RULE_DOWN);
    if (across != NULL)
        pixSubtract (bits, bits, across);
    if (down != NULL)
        pixSubtract (bits, bits, down);
    return bits;
}
