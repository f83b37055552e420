/* Redactions in the picture of a page.
 *
 * Dark pixels are opened with a square as high as small type: strokes, rules and frames vanish, solid boxes
 * stay. What stays is cut where its sides step, as over lines of text of unlike length; a part is a redaction if it is
 * filled, stands off the edge of the page, and has the size of a box over text (neither a spot nor a background). */
#include "redactions-internal.h"

#include <math.h>

#define SCAN_DPI 100.0
#define OPEN_PX 9     /* 6.5 pt */
#define DARK_LEVEL 80 /* of 255 */
#define FLAT 22       /* standard deviation of gray levels inside a box */
#define SOLID 0.93    /* share of a box that is filled */
#define OBLONG 0.985  /* share from which a box whose sides step is one box: dirt, not lines of unlike length */
#define SAME_EDGE 4.0 /* pt: so near stands the edge of ground that a box is a part of */
#define STROKE_HEIGHTS 2.0 /* of the box: a word that is read on it is about as high */
#define STEP_PX 4     /* sides that jump further than this from one row to the next step */

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

typedef struct {
    const EvxLayout *layout;
    PIX *gray, *dark; /* the picture, and its dark pixels */
    GArray *boxes; /* EvxBox */
} Scan;

static double
share_of (PIX *binary, BOX *box)
{
    l_int32 count = 0, w, h;
    boxGetGeometry (box, NULL, NULL, &w, &h);
    PIX *inside = pixClipRectangle (binary, box, NULL);
    pixCountPixels (inside, &count, NULL);
    pixDestroy (&inside);
    return (double) count / MAX (1, w * h);
}

/* A box that lies askew leaves wedges of its bounding box free: this share of it at most. */
static double
wedges (const EvxLayout *layout, BOX *box, double least)
{
    l_int32 w, h;
    boxGetGeometry (box, NULL, NULL, &w, &h);
    return MIN (0.12, MAX (least, fabs (layout->slope)) * w / MAX (1, h));
}

static gboolean
has_size (const Scan *scan, BOX *box)
{
    l_int32 x, y, w, h, width = pixGetWidth (scan->dark), height = pixGetHeight (scan->dark);
    boxGetGeometry (box, &x, &y, &w, &h);
    gboolean edge = x <= 4 || y <= 4 || x + w >= width - 4 || y + h >= height - 4;
    double size = scan->layout->size * SCAN_DPI / 72, tick = EVX_REDACTION_TICK * size;
    return !edge && w >= 0.8 * size && h >= MAX (OPEN_PX, 0.6 * size) && !(w < tick && h < tick) &&
           (double) w * h <= 0.5 * width * height;
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

/* Whether the box is a stroke of a large letter or figure: a word that is far higher lies around it. */
static gboolean
is_stroke (const EvxLayout *layout, EvxBox box)
{
    for (guint i = 0; i < layout->page->words->len; i++) {
        EvxBox word = evx_layout_word (layout, i)->box;
        if (evx_box_height (word) >= STROKE_HEIGHTS * evx_box_height (box) && evx_box_covered (box, word) >= 0.9)
            return TRUE;
    }
    return FALSE;
}

/* Adds the box if it is one. @solid: the share that must be filled. */
static gboolean
add_box (const Scan *scan, BOX *box, double solid)
{
    if (!has_size (scan, box) || share_of (scan->dark, box) <= solid || !is_flat (scan->gray, box))
        return FALSE;
    l_int32 x, y, w, h;
    boxGetGeometry (box, &x, &y, &w, &h);
    EvxBox pt = evx_box_from_px ((EvxBox) { x, y, x + w, y + h }, SCAN_DPI);
    if (is_stroke (scan->layout, pt))
        return FALSE;
    g_array_append_val (scan->boxes, pt);
    return TRUE;
}

/* ---- cutting ---------------------------------------------------------------------------------------- */

/* First and last dark pixel of row @y; FALSE if it has none. */
static gboolean
row_ends (PIX *part, l_int32 y, l_int32 *first, l_int32 *last)
{
    const l_uint32 *row = pixGetData (part) + (gsize) y * (gsize) pixGetWpl (part);
    *first = *last = -1;
    for (l_int32 x = 0; x < pixGetWidth (part); x++)
        if (GET_DATA_BIT (row, x)) {
            *first = *first < 0 ? x : *first;
            *last = x;
        }
    return *first >= 0;
}

/* The component cut into bands between whose rows no side jumps. */
static BOXA *
bands_of (PIX *part, BOX *at)
{
    l_int32 x, y, first = 0, last = 0, h = pixGetHeight (part);
    boxGetGeometry (at, &x, &y, NULL, NULL);
    BOXA *bands = boxaCreate (4);
    l_int32 top = 0, left = G_MAXINT32, right = -1;
    for (l_int32 r = 0; r <= h; r++) {
        l_int32 a = 0, b = -1;
        gboolean dark = r < h && row_ends (part, r, &a, &b);
        gboolean steps = !dark || ABS (a - first) > STEP_PX || ABS (b - last) > STEP_PX;
        if (steps && right >= 0) {
            boxaAddBox (bands, boxCreate (x + left, y + top, right - left + 1, r - top), L_INSERT);
            right = -1;
        }
        if (steps) {
            top = r;
            left = G_MAXINT32;
        }
        left = dark ? MIN (left, a) : left;
        right = dark ? MAX (right, b) : right;
        first = a;
        last = b;
    }
    return bands;
}

static guint
add_boxes (const Scan *scan, BOXA *boxes)
{
    guint added = 0;
    for (l_int32 i = 0; i < boxaGetCount (boxes); i++) {
        BOX *box = boxaGetBox (boxes, i, L_CLONE);
        added += add_box (scan, box, SOLID - wedges (scan->layout, box, 0.006));
        boxDestroy (&box);
    }
    return added;
}

/* The component as it is, or its bands, or else the rectangles that it can be cut into. */
static void
add_component (const Scan *scan, PIX *part, BOX *at)
{
    BOXA *bands = bands_of (part, at);
    gboolean one = boxaGetCount (bands) <= 1;
    if (!add_box (scan, at, one ? SOLID - wedges (scan->layout, at, 0.006) : OBLONG - wedges (scan->layout, at, 0)) &&
        (one || add_boxes (scan, bands) == 0)) {
        BOXA *split = pixSplitComponentIntoBoxa (part, at, OPEN_PX, 4, 6, 4, 32, 0);
        add_boxes (scan, split);
        boxaDestroy (&split);
    }
    boxaDestroy (&bands);
}

/* The ground that the box is a part of: as wide as an edge of ground at its upper end; the box itself if there is none. */
static EvxBox
ground_around (const EvxPage *page, EvxBox box)
{
    for (guint i = 0; i < page->rules->len; i++) {
        const EvxRule *rule = &g_array_index (page->rules, EvxRule, i);
        if (rule->edge && !rule->vertical && box.y0 > rule->box.y0 - SAME_EDGE && box.y0 < rule->box.y1 + SAME_EDGE &&
            box.x0 > rule->box.x0 - SAME_EDGE && box.x1 < rule->box.x1 + SAME_EDGE)
            return (EvxBox) { rule->box.x0, box.y0, rule->box.x1, box.y1 };
    }
    return box;
}

/* Whether the names of two columns stand on the ground around the component: that of a table's head, which is solid where
 * nothing is written. */
static gboolean
is_ground_of_head (const EvxLayout *layout, BOX *at)
{
    const EvxPage *page = layout->page;
    l_int32 x, y, w, h;
    gint32 first = EVX_NONE;
    boxGetGeometry (at, &x, &y, &w, &h);
    EvxBox box = ground_around (page, evx_box_from_px ((EvxBox) { x, y, x + w, y + h }, SCAN_DPI));
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = evx_layout_word (layout, i);
        double middle_x = (word->box.x0 + word->box.x1) / 2, middle_y = (word->box.y0 + word->box.y1) / 2;
        if (layout->cells[i] == EVX_NONE || middle_x < box.x0 || middle_x > box.x1 || middle_y < box.y0 || middle_y > box.y1)
            continue;
        guint32 row = g_array_index (page->cells, EvxCell, layout->cells[i]).row;
        if (g_array_index (page->rows, EvxRow, row).kind != EVX_ROW_HEADER)
            continue;
        if (first != EVX_NONE && first != layout->cells[i])
            return TRUE;
        first = layout->cells[i];
    }
    return FALSE;
}

/* So much of the place of a word in light letters is dark: less beside the ground, more where recognition sees letters in
 * a solid box. */
#define LEAST_WRITTEN 0.45
#define MOST_WRITTEN 0.93
#define TITLE_WIDTH 0.4 /* of the page */

static gboolean
is_written_on (const Scan *scan, guint word, EvxBox ground)
{
    const EvxWord *read = evx_layout_word (scan->layout, word);
    const char *text = evx_layout_text (scan->layout, word);
    guint letters = 0;
    for (guint i = 0; i < read->length; i++)
        letters += g_ascii_isalpha (text[i]) != 0;
    if (letters < 3 || evx_box_covered (read->box, ground) < 0.8 || evx_redaction_is_placeholder (text, read->length))
        return FALSE;
    EvxBox px = evx_box_to_px (read->box, SCAN_DPI);
    BOX *place = boxCreate ((l_int32) px.x0, (l_int32) px.y0, MAX (1, (l_int32) (px.x1 - px.x0)), MAX (1, (l_int32) (px.y1 - px.y0)));
    double dark = share_of (scan->dark, place);
    boxDestroy (&place);
    return dark >= LEAST_WRITTEN && dark <= MOST_WRITTEN;
}

/* Whether a title is written in light letters on the component, which is solid around them: a bar across a slide or a
 * sheet. */
static gboolean
is_ground_of_title (const Scan *scan, BOX *at)
{
    const EvxPage *page = scan->layout->page;
    l_int32 x, y, w, h;
    guint written = 0;
    boxGetGeometry (at, &x, &y, &w, &h);
    EvxBox ground = evx_box_from_px ((EvxBox) { x, y, x + w, y + h }, SCAN_DPI);
    for (guint i = 0; i < page->words->len && written < 2 && evx_box_width (ground) >= TITLE_WIDTH * page->width; i++)
        written += is_written_on (scan, i, ground);
    return written >= 2;
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
    Scan scan = { layout, gray, dark, boxes };
    PIXA *parts = NULL;
    BOXA *places = solid != NULL ? pixConnComp (solid, &parts, 8) : NULL;
    for (l_int32 i = 0; places != NULL && i < MIN (boxaGetCount (places), 500); i++) {
        BOX *at = boxaGetBox (places, i, L_CLONE);
        PIX *part = pixaGetPix (parts, i, L_CLONE);
        if (!is_ground_of_head (layout, at) && !is_ground_of_title (&scan, at))
            add_component (&scan, part, at);
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
