/* Redactions in the picture of a page.
 *
 * Dark pixels are opened with a square as high as small type: strokes, rules and frames vanish, solid boxes
 * stay. What stays is cut into rectangles; one is a redaction if it is filled, stands off the edge of
 * the page, and has the size of a box over text (neither a spot nor a background). */
#include "redactions-internal.h"

#include <math.h>

#define SCAN_DPI 100.0
#define OPEN_PX 9     /* 6.5 pt */
#define DARK_LEVEL 80 /* of 255 */
#define FLAT 22       /* standard deviation of gray levels inside a box */

/* A picture under text that is seen is a background; under hidden text, or none, it is a scan. */
gboolean
evx_redaction_is_scan (const EvxLayout *layout)
{
    const EvxPage *page = layout->page;
    guint hidden = 0;
    double area = 0;
    if (layout->pdf == NULL)
        return FALSE;
    if (page->reading == EVX_READING_OCR)
        return TRUE;
    for (guint i = 0; i < page->pictures->len; i++)
        area = MAX (area, evx_box_area (g_array_index (page->pictures, EvxPicture, i).box));
    if (area < 0.6 * page->width * page->height)
        return FALSE;
    for (guint i = 0; i < page->words->len; i++)
        hidden += (evx_layout_word (layout, i)->flags & EVX_WORD_HIDDEN) != 0;
    return 2 * hidden >= page->words->len;
}

static gboolean
is_redaction (const EvxLayout *layout, PIX *dark, BOX *box)
{
    l_int32 x, y, w, h, filled = 0, width = pixGetWidth (dark), height = pixGetHeight (dark);
    boxGetGeometry (box, &x, &y, &w, &h);
    gboolean edge = x <= 4 || y <= 4 || x + w >= width - 4 || y + h >= height - 4;
    double size = layout->size * SCAN_DPI / 72;
    if (edge || w < 0.8 * size || h < MAX (OPEN_PX, 0.6 * size) || (w < 1.6 * size && h < 1.6 * size) ||
        (double) w * h > 0.5 * width * height)
        return FALSE;
    PIX *inside = pixClipRectangle (dark, box, NULL);
    pixCountPixels (inside, &filled, NULL);
    pixDestroy (&inside);
    /* A box that lies askew leaves wedges of its bounding box free. */
    double wedge = MIN (0.12, MAX (0.006, fabs (layout->slope)) * w / h);
    return filled > (0.93 - wedge) * w * h;
}

/* One tone all over: not a dark part of a photograph. */
static gboolean
is_flat (PIX *gray, BOX *box)
{
    l_float32 deviation = G_MAXFLOAT;
    l_int32 x, y, w, h;
    boxGetGeometry (box, &x, &y, &w, &h);
    l_int32 inset = 2 + h / 6; /* the wedges of a box that lies askew */
    BOX *inner = boxCreate (x + 2, y + inset, MAX (1, w - 4), MAX (1, h - 2 * inset));
    gboolean known = pixVarianceInRect (gray, inner, &deviation) == 0;
    boxDestroy (&inner);
    return known && deviation < FLAT;
}

static gboolean
add_box (const EvxLayout *layout, PIX *gray, PIX *dark, BOX *box, GArray *boxes)
{
    l_int32 x, y, w, h;
    boxGetGeometry (box, &x, &y, &w, &h);
    if (!is_redaction (layout, dark, box) || !is_flat (gray, box))
        return FALSE;
    EvxBox pt = evx_box_from_px ((EvxBox) { x, y, x + w, y + h }, SCAN_DPI);
    g_array_append_val (boxes, pt);
    return TRUE;
}

/* The component as it is, or the rectangles that it can be cut into. */
static void
add_component (const EvxLayout *layout, PIX *gray, PIX *dark, PIX *part, BOX *at, GArray *boxes)
{
    if (add_box (layout, gray, dark, at, boxes))
        return;
    BOXA *split = pixSplitComponentIntoBoxa (part, at, OPEN_PX, 4, 6, 4, 32, 0);
    for (l_int32 i = 0; i < boxaGetCount (split); i++) {
        BOX *box = boxaGetBox (split, i, L_CLONE);
        add_box (layout, gray, dark, box, boxes);
        boxDestroy (&box);
    }
    boxaDestroy (&split);
}

GArray *
evx_redaction_scan (EvxLayout *layout)
{
    GArray *boxes = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    g_autoptr (PIX) gray = evx_pdf_render (layout->pdf, layout->page->index, NULL, SCAN_DPI, NULL);
    if (gray == NULL)
        return boxes;
    g_autoptr (PIX) dark = pixThresholdToBinary (gray, DARK_LEVEL);
    g_autoptr (PIX) solid = dark != NULL ? pixOpenBrick (NULL, dark, OPEN_PX, OPEN_PX) : NULL;
    PIXA *parts = NULL;
    BOXA *places = solid != NULL ? pixConnComp (solid, &parts, 8) : NULL;
    for (l_int32 i = 0; places != NULL && i < MIN (boxaGetCount (places), 500); i++) {
        BOX *at = boxaGetBox (places, i, L_CLONE);
        PIX *part = pixaGetPix (parts, i, L_CLONE);
        add_component (layout, gray, dark, part, at, boxes);
        pixDestroy (&part);
        boxDestroy (&at);
    }
    boxaDestroy (&places);
    pixaDestroy (&parts);
    return boxes;
}

gboolean
evx_redaction_hides (PIX *pix, EvxBox px, gboolean dark)
{
    l_uint32 *data = pixGetData (pix);
    l_int32 wpl = pixGetWpl (pix), x0 = MAX (0, (l_int32) ceil (px.x0)), y0 = MAX (0, (l_int32) ceil (px.y0));
    l_int32 x1 = MIN (pixGetWidth (pix), (l_int32) px.x1), y1 = MIN (pixGetHeight (pix), (l_int32) px.y1);
    guint tones[256] = { 0 }, most = 0, near = 0, n_dark = 0;
    if (pixGetDepth (pix) != 8 || x1 <= x0 || y1 <= y0)
        return FALSE;
    for (l_int32 y = y0; y < y1; y++)
        for (l_int32 x = x0; x < x1; x++)
            tones[GET_DATA_BYTE (data + y * wpl, x)]++;
    for (guint i = 1; i < 256; i++)
        most = tones[i] > tones[most] ? i : most;
    for (guint i = 0; i < 256; i++) {
        near += i + 40 >= most && i <= most + 40 ? tones[i] : 0;
        n_dark += i < 128 ? tones[i] : 0;
    }
    guint all = (guint) ((x1 - x0) * (y1 - y0));
    return near * 100 > all * 96 || (dark && n_dark * 100 > all * 42);
}
