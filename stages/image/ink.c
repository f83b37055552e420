/* What is ink in an image, found once; what of it looks like writing, and how it lies.
 *
 * Sources: Bloomberg, Leptonica (leptonica.org): skew by differential line sums, orientation by ascenders;
 * Breuel, "High Performance Document Layout Analysis", 2003, for finding text by the size and neighbourhood
 * of connected components. */
#include "ink-internal.h"

#include "../sort.h"

#include <math.h>

/* ---- writing ------------------------------------------------------------------------------------ */

/* Ink differs from the mean of its surroundings by this much (of 255); paper grain does not. */
#define INK_CONTRAST 36
/* Light ink counts only where the ground is darker than this: else the holes in letters would. */
#define DARK_GROUND 150

/* One bit a pixel: where the image differs from its surroundings. */
static PIX *
ink_of (PIX *gray)
{
    int width = pixGetWidth (gray), height = pixGetHeight (gray);
    int half = (int) (EVX_INK_DPI / 6);
    half = MIN (half, (MIN (width, height) - 1) / 2);
    if (half < 1)
        return NULL;
    g_autoptr (PIX) ground = pixBlockconvGray (gray, NULL, half, half);
    PIX *ink = pixCreate (width, height, 1);
    if (ground == NULL || ink == NULL)
        return ink;
    for (int y = 0; y < height; y++) {
        const l_uint32 *from = pixGetData (gray) + (gsize) y * pixGetWpl (gray);
        const l_uint32 *mean = pixGetData (ground) + (gsize) y * pixGetWpl (ground);
        l_uint32 *to = pixGetData (ink) + (gsize) y * pixGetWpl (ink);
        for (int x = 0; x < width; x++) {
            int value = GET_DATA_BYTE (from, x), around = GET_DATA_BYTE (mean, x);
            if (value < around - INK_CONTRAST ||
                (around < DARK_GROUND && value > around + INK_CONTRAST))
                SET_DATA_BIT (to, x);
        }
    }
    return ink;
}

EvxInk *
evx_ink_new (PIX *gray, double dpi)
{
    g_autoptr (EvxInk) self = g_new0 (EvxInk, 1);
    self->factor = MIN (EVX_INK_DPI / dpi, 2);
    self->gray = evx_image_scale (gray, self->factor);
    self->bits = self->gray ? ink_of (self->gray) : NULL;
    return self->bits ? g_steal_pointer (&self) : NULL;
}

void
evx_ink_free (EvxInk *self)
{
    if (self == NULL)
        return;
    evx_pix_free (self->gray);
    evx_pix_free (self->bits);
    g_free (self);
}

/* Connected parts of the size of a letter, or of a few letters that touch: 2.4 to 36 pt high. */
static GArray *
marks_of (PIX *ink)
{
    GArray *marks = g_array_new (FALSE, FALSE, sizeof (EvxMark));
    g_autoptr (BOXA) boxes = pixConnCompBB (ink, 8);
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        if (!evx_mark_is_letter (w, h))
            continue;
        EvxMark mark = { .x0 = x, .y0 = y, .x1 = x + w, .y1 = y + h };
        g_array_append_val (marks, mark);
    }
    return marks;
}

/* Adds up the rows of at least four marks. */
static void
count_rows (GArray *marks, EvxWriting *writing, double to_px)
{
    g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (int));
    for (guint i = 0; i < marks->len; i++) {
        const EvxMark *mark = &g_array_index (marks, EvxMark, i);
        if (mark->size < 4)
            continue;
        int height = mark->y1 - mark->y0;
        EvxBox box = { mark->x0 * to_px, mark->y0 * to_px, mark->x1 * to_px, mark->y1 * to_px };
        g_array_append_val (heights, height);
        writing->area = evx_box_union (writing->area, box);
    }
    writing->characters = heights->len;
    if (heights->len == 0)
        return;
    g_array_sort (heights, evx_sort_ints);
    writing->median_height = g_array_index (heights, int, heights->len / 2) * to_px;
}

/* Strips of ink along the edge of an image: the shadow beside a sheet in a scanner. */
#define EDGE_IN 0.2

void
evx_ink_clear_edges (PIX *ink)
{
    int width = pixGetWidth (ink), height = pixGetHeight (ink), edge = (int) (EDGE_IN * EVX_INK_DPI);
    g_autoptr (BOXA) boxes = pixConnCompBB (ink, 8);
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        gboolean beside = h > 3 * w && h > edge && (x + w <= edge || x >= width - edge);
        gboolean above = w > 3 * h && w > edge && (y + h <= edge || y >= height - edge);
        BOX box = { .x = x, .y = y, .w = w, .h = h };
        if (beside || above)
            pixClearInRect (ink, &box);
    }
}

/* Share of pixels darker than any paper, edges apart: a photograph, a page blacked out. */
static double
dark_share (PIX *gray)
{
    guint dark = 0, all = 0;
    int edge = (int) (EDGE_IN * EVX_INK_DPI);
    edge = 8 * edge < MIN (pixGetWidth (gray), pixGetHeight (gray)) ? edge : 0;
    for (int y = edge; y < pixGetHeight (gray) - edge; y += 2) {
        const l_uint32 *line = pixGetData (gray) + (gsize) y * pixGetWpl (gray);
        for (int x = edge; x < pixGetWidth (gray) - edge; x += 2, all++)
            dark += GET_DATA_BYTE (line, x) < DARK_GROUND;
    }
    return (double) dark / MAX (all, 1);
}

EvxWriting
evx_ink_writing (const EvxInk *ink)
{
    EvxWriting writing = { 0 };
    g_autoptr (PIX) bits = pixCopy (NULL, ink->bits);
    if (bits == NULL)
        return writing;
    l_float32 share = 0;
    evx_ink_clear_edges (bits);
    pixForegroundFraction (bits, &share);
    writing.ink = MAX (share, dark_share (ink->gray));
    g_autoptr (GArray) marks = marks_of (bits);
    writing.marks = marks->len;
    if (marks->len > EVX_MOST_MARKS)
        return writing;
    evx_marks_join (marks, &(EvxNearness) { .heights = 2.2, .overlap = 0.2, .reach = 1 });
    count_rows (marks, &writing, 1 / ink->factor);
    return writing;
}

EvxWriting
evx_image_writing (PIX *gray, double dpi)
{
    g_autoptr (EvxInk) ink = evx_ink_new (gray, dpi);
    return ink ? evx_ink_writing (ink) : (EvxWriting) { 0 };
}

/* ---- what was not read ----------------------------------------------------------------------------- */

/* Letters of one word, or of a short line, grow together over this gap: 6 pt at EVX_INK_DPI. */
#define ISLAND_GAP 13

GArray *
evx_ink_islands (const EvxInk *ink, const GArray *known, guint most)
{
    GArray *islands = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    double factor = ink->factor;
    g_autoptr (PIX) rest = pixCopy (NULL, ink->bits);
    for (guint i = 0; rest != NULL && i < known->len; i++) {
        EvxBox px = g_array_index (known, EvxBox, i);
        evx_image_fill (rest, (EvxBox) { px.x0 * factor - 2, px.y0 * factor - 2, px.x1 * factor + 2,
                                         px.y1 * factor + 2 }, 0);
    }
    g_autoptr (PIX) grown = rest ? pixCloseSafeBrick (NULL, rest, ISLAND_GAP, 1) : NULL;
    g_autoptr (BOXA) parts = grown ? pixConnCompBB (grown, 8) : NULL;
    g_autoptr (BOXA) sorted = parts ? boxaSort (parts, L_SORT_BY_Y, L_SORT_INCREASING, NULL) : NULL;
    for (int i = 0; sorted != NULL && i < boxaGetCount (sorted); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (sorted, i, &x, &y, &w, &h);
        if (h < 9 || h > 60 || w < 3 || h > 8 * w)
            continue;
        EvxBox box = { x / factor, y / factor, (x + w) / factor, (y + h) / factor };
        g_array_append_val (islands, box);
    }
    if (islands->len > most)
        g_array_set_size (islands, 0);
    return islands;
}

/* ---- upright ---------------------------------------------------------------------------------------- */

int
evx_ink_turn_needed (const EvxInk *ink)
{
    l_float32 up = 0, left = 0;
    l_int32 orientation = L_TEXT_ORIENT_UNKNOWN;
    if (pixOrientDetect (ink->bits, &up, &left, 0, 0) != 0 ||
        makeOrientDecision (up, left, 0, 0, &orientation, 0) != 0)
        return 0;
    switch (orientation) {
    case L_TEXT_ORIENT_LEFT:
        return 90;
    case L_TEXT_ORIENT_DOWN:
        return 180;
    case L_TEXT_ORIENT_RIGHT:
        return 270;
    default:
        return 0;
    }
}

/* ---- skew ------------------------------------------------------------------------------------------ */

double
evx_ink_skew_deg (const EvxInk *ink)
{
    l_float32 degrees = 0, confidence = 0;
    if (pixFindSkewSweepAndSearch (ink->bits, &degrees, &confidence, 2, 1, 8.0f, 1.0f,
                                                  0.05f) != 0)
        return 0;
    return confidence >= 3 ? -degrees : 0;
}

