/* The ground that writing stands on is made white: light writing on dark ground, such as the head of a table, a
 * code on a redaction or a whole slide, becomes dark writing on white, and the ground of shaded cells and
 * stripes goes. What reads the page then meets one kind of writing, and no edges that look like strokes. Areas
 * are found in the ink's image, 150 pixels to an inch, and changed in the image that the ink was found in. */
#include "ink-internal.h"

#include "../sort.h"

#include <math.h>

/* Darker than about this (of 255) is dark ground: than the tone no further from it that the fewest pixels have, so that no
 * ground is dark here and shaded there for its grain, which reaches so far. */
#define DARK 150
#define DARK_RANGE 16
#define GRAIN 5
/* Darker than the paper by this much is shaded. */
#define SHADE 16
/* No lighter ground has light writing, which has so many times the pixels of what is dark there. */
#define LIGHTEST 205
#define LIGHTER 4
/* Of a dark area with writing so much is light: less is grain, more are gaps between dark things. */
#define LEAST_LIGHT 0.004
#define MOST_LIGHT 0.4
/* The smallest area that holds a line of writing, pixels of the ink. */
#define LEAST_WIDTH 30
#define LEAST_HEIGHT 12
/* From this size on, pixels of the ink both ways, an area is no letter. */
#define LARGE 300
/* A smaller one fills so much of the box around it, and is so many times as wide as high or has so many parts of
 * letters on it. */
#define LEAST_FILL 0.5
#define WIDE 1.5
#define LEAST_PARTS 3
/* Wide areas are bands of a table, from so many pixels of the ink on. An edge is straight that for so much of its length
 * lies where its ends, parts of it so small, say. */
#define LEAST_BAND 75
#define STRAIGHT 0.8
#define EDGE_PARTS 8
/* Rules are thinner, pixels of the ink. */
#define RULE 7
/* How far the soft edge reaches beyond an area, pixels of the ink. */
#define EDGE 2

/* An area whose ground has one tone. */
typedef struct {
    PIX *shape;        /* one bit a pixel, with the writing that stands on the ground; its corner lies at @box */
    BOX box;           /* pixels of the ink */
    guint8 tones[256]; /* the new tone of each */
    guint8 writing; /* what is darker beside the area is writing or a rule, not its edge; 0 beside a dark one */
} Area;

static void
clear_area (Area *area)
{
    evx_pix_free (area->shape);
}

static int
commonest (const guint *counts, int from, int to)
{
    int most = from;
    for (int value = from; value < to; value++)
        most = counts[value] > counts[most] ? value : most;
    return most;
}

/* The commonest tone of the area's ground, which is @from up to but without @to. */
static int
ground_of (PIX *gray, const Area *area, int from, int to)
{
    guint counts[256] = { 0 };
    for (int y = area->box.y; y < area->box.y + area->box.h; y++) {
        const l_uint32 *line = pixGetData (gray) + (gsize) y * pixGetWpl (gray);
        const l_uint32 *inside = pixGetData (area->shape) + (gsize) (y - area->box.y) * pixGetWpl (area->shape);
        for (int x = 0; x < area->box.w; x++)
            counts[GET_DATA_BYTE (line, area->box.x + x)] += GET_DATA_BIT (inside, x);
    }
    return commonest (counts, from, to);
}

/* The tones that make dark ground white, and the white on it black. */
static void
tones_of_dark (int ground, guint8 tones[256])
{
    for (int value = 0; value < 256; value++)
        tones[value] = (guint8) (255 - MAX (0, value - ground) * 255 / (255 - ground));
}

/* The tones that make shaded ground white; black stays. */
static void
tones_of_shade (int ground, guint8 tones[256])
{
    for (int value = 0; value < 256; value++)
        tones[value] = (guint8) MIN (255, value * 255 / (ground - SHADE / 2));
}

/* Gives each pixel of @gray below @mask, whose corner lies at @x0, @y0 in an image @factor times as large, the new tone
 * of what @from has there. */
static void
set_tones (PIX *gray, PIX *from, PIX *mask, int x0, int y0, double factor, const guint8 tones[256])
{
    int width = pixGetWidth (mask), height = pixGetHeight (mask);
    int right = MIN ((int) ((x0 + width) / factor) + 1, pixGetWidth (gray));
    int bottom = MIN ((int) ((y0 + height) / factor) + 1, pixGetHeight (gray));
    for (int y = MAX (0, (int) (y0 / factor)); y < bottom; y++) {
        l_uint32 *line = pixGetData (gray) + (gsize) y * pixGetWpl (gray);
        const l_uint32 *values = pixGetData (from) + (gsize) y * pixGetWpl (from);
        int row = (int) (y * factor) - y0;
        const l_uint32 *inside = pixGetData (mask) + (gssize) row * pixGetWpl (mask);
        for (int x = MAX (0, (int) (x0 / factor)); row >= 0 && row < height && x < right; x++) {
            int column = (int) (x * factor) - x0;
            if (column >= 0 && column < width && GET_DATA_BIT (inside, column))
                SET_DATA_BYTE (line, x, tones[GET_DATA_BYTE (values, x)]);
        }
    }
}

/* Where rules were taken, white was left, which dark ground would turn black: it is turned as it was before, when they
 * were no lighter than it. */
static void
turn_ground (PIX *gray, PIX *ruled, const Area *area, double factor)
{
    set_tones (gray, area->writing == 0 ? ruled : gray, area->shape, area->box.x, area->box.y, factor, area->tones);
}

/* Whitens the edge of the area, where its tone runs into that of the paper: it would look like a rule. */
static void
clear_edge (PIX *gray, const Area *area, double factor)
{
    guint8 white[256];
    for (int value = 0; value < 256; value++)
        white[value] = value >= area->writing ? 255 : (guint8) value;
    g_autoptr (PIX) shape = pixAddBorder (area->shape, EDGE, 0);
    g_autoptr (PIX) edge = shape ? pixDilateBrick (NULL, shape, 2 * EDGE + 1, 2 * EDGE + 1) : NULL;
    g_autoptr (PIX) inner = shape ? pixErodeBrick (NULL, shape, 3, 3) : NULL;
    if (edge == NULL || inner == NULL)
        return;
    pixSubtract (edge, edge, inner);
    set_tones (gray, gray, edge, area->box.x - EDGE, area->box.y - EDGE, factor, white);
}

/* What stands on the area's ground, which is part of @ground. */
static PIX *
writing_on (PIX *ground, Area *area)
{
    g_autoptr (PIX) inside = pixClipRectangle (ground, &area->box, NULL);
    return inside ? pixSubtract (NULL, area->shape, inside) : NULL;
}

/* Large letters are solid and have holes too, but they are no wider than high, or have few holes, or fill less of
 * the box around them. */
static gboolean
is_letter_shaped (PIX *writing, const Area *area)
{
    l_int32 all = 0, parts = 0;
    const BOX *box = &area->box;
    if (box->w >= LARGE && box->h >= LARGE)
        return FALSE;
    if (pixCountPixels (area->shape, &all, NULL) != 0 || all < LEAST_FILL * box->w * box->h)
        return TRUE;
    return box->w < WIDE * box->h && (pixCountConnComp (writing, 8, &parts) != 0 || parts < LEAST_PARTS);
}

/* Whether it is ground at all, and if it is dark, some of it is light as letters are. */
static gboolean
is_ground (PIX *ground, Area *area, gboolean dark)
{
    l_int32 all = 0, light = 0;
    g_autoptr (PIX) writing = writing_on (ground, area);
    if (writing == NULL || is_letter_shaped (writing, area) || pixCountPixels (area->shape, &all, NULL) != 0 ||
        pixCountPixels (writing, &light, NULL) != 0)
        return FALSE;
    return !dark || (light > LEAST_LIGHT * all && light < MOST_LIGHT * all);
}

/* Whether a hole in an area, at @box, is the place of a line of writing, or of several that stand close. */
static gboolean
is_writing (PIX *ground, PIX *hole, BOX *box)
{
    l_int32 all = 0, dark = 0;
    if (box->h <= EVX_HIGHEST_LETTER)
        return TRUE;
    g_autoptr (PIX) inside = pixClipRectangle (ground, box, NULL);
    g_autoptr (PIX) between = inside ? pixAnd (NULL, inside, hole) : NULL;
    return between != NULL && pixCountPixels (hole, &all, NULL) == 0 && pixCountPixels (between, &dark, NULL) == 0 &&
           2 * dark > all;
}

/* Adds to @areas, which are of @ground, the holes that writing leaves in them. */
static void
fill_holes (PIX *areas, PIX *ground)
{
    PIXA *shapes = NULL;
    g_autoptr (PIX) filled = pixFillClosedBorders (areas, 4);
    g_autoptr (PIX) holes = filled ? pixSubtract (NULL, filled, areas) : NULL;
    g_autoptr (BOXA) boxes = holes ? pixConnComp (holes, &shapes, 4) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        BOX box = { 0 };
        boxaGetBoxGeometry (boxes, i, &box.x, &box.y, &box.w, &box.h);
        g_autoptr (PIX) hole = pixaGetPix (shapes, i, L_CLONE);
        if (hole != NULL && is_writing (ground, hole, &box))
            pixRasterop (areas, box.x, box.y, box.w, box.h, PIX_PAINT, hole, 0, 0);
    }
    pixaDestroy (&shapes);
}

/* Of @ground, one bit a pixel, what is no stroke of a letter, with the writing that stands on it. */
static PIX *
areas_of (PIX *ground)
{
    g_autoptr (PIX) solid = pixOpenBrick (NULL, ground, 15, 9);
    l_int32 none = TRUE;
    if (solid == NULL || pixZero (solid, &none) != 0 || none)
        return NULL;
    g_autoptr (PIX) reach = pixDilateBrick (NULL, solid, 61, 61);
    g_autoptr (PIX) beside = reach ? pixAnd (NULL, reach, ground) : NULL; /* narrow places beside writing */
    PIX *areas = beside ? pixSeedfillBinary (NULL, solid, beside, 4) : NULL;
    if (areas != NULL)
        fill_holes (areas, ground);
    return areas;
}

/* Whether what stands on the area, whose ground is neither dark nor nearly white, is lighter than it. */
static gboolean
is_written_light (PIX *gray, const Area *area, int ground)
{
    guint all = 0, light = 0, dark = 0;
    for (int y = area->box.y; y < area->box.y + area->box.h; y++) {
        const l_uint32 *line = pixGetData (gray) + (gsize) y * pixGetWpl (gray);
        const l_uint32 *inside = pixGetData (area->shape) + (gsize) (y - area->box.y) * pixGetWpl (area->shape);
        for (int x = 0; x < area->box.w; x++) {
            if (!GET_DATA_BIT (inside, x))
                continue;
            int value = GET_DATA_BYTE (line, area->box.x + x);
            all++;
            light += value > (ground + 255) / 2;
            dark += value < ground / 2;
        }
    }
    return ground < LIGHTEST && light > LEAST_LIGHT * all && light < MOST_LIGHT * all && light > LIGHTER * dark;
}

/* How the tones of the area are to change. */
static void
set_ground (Area *area, PIX *gray, int from, int to)
{
    int ground = ground_of (gray, area, from, to);
    if (from == 0 || is_written_light (gray, area, ground)) {
        tones_of_dark (ground, area->tones);
        area->writing = 0;
    } else {
        tones_of_shade (ground, area->tones);
        area->writing = (guint8) MIN (DARK, ground - SHADE);
    }
}

/* Takes rules that hang on the area's outside from it. FALSE if nothing is left. */
static gboolean
trim_area (Area *area)
{
    BOX *box = NULL;
    g_autoptr (PIX) core = pixOpenBrick (NULL, area->shape, RULE, RULE);
    if (core == NULL || pixClipToForeground (core, NULL, &box) != 0 || box == NULL)
        return FALSE;
    PIX *part = pixClipRectangle (area->shape, box, NULL);
    if (part != NULL) {
        evx_pix_free (area->shape);
        area->shape = part;
        area->box = (BOX) { area->box.x + box->x, area->box.y + box->y, box->w, box->h, 1 };
    }
    boxDestroy (&box);
    return part != NULL;
}

/* Adds the areas of @ground, one bit a pixel, whose tones are @from up to @to; of dark ones those with writing. */
static void
add_areas (GArray *found, const EvxInk *ink, PIX *ground, int from, int to)
{
    PIXA *shapes = NULL;
    g_autoptr (PIX) areas = areas_of (ground);
    g_autoptr (BOXA) boxes = areas ? pixConnComp (areas, &shapes, 8) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        Area area = { 0 };
        boxaGetBoxGeometry (boxes, i, &area.box.x, &area.box.y, &area.box.w, &area.box.h);
        if (area.box.w < LEAST_WIDTH || area.box.h < LEAST_HEIGHT)
            continue;
        area.shape = pixaGetPix (shapes, i, L_CLONE);
        if (area.shape == NULL || !trim_area (&area) || !is_ground (ground, &area, from == 0)) {
            clear_area (&area);
            continue;
        }
        set_ground (&area, ink->gray, from, to);
        g_array_append_val (found, area);
    }
    pixaDestroy (&shapes);
}

static void
count_tones (PIX *gray, guint counts[256])
{
    for (int y = 0; y < pixGetHeight (gray); y += 2) {
        const l_uint32 *line = pixGetData (gray) + (gsize) y * pixGetWpl (gray);
        for (int x = 0; x < pixGetWidth (gray); x += 2)
            counts[GET_DATA_BYTE (line, x)]++;
    }
}

/* The tone that dark ground is darker than. */
static int
end_of_dark (const guint counts[256])
{
    int end = DARK;
    guint least = G_MAXUINT;
    for (int away = 0; away <= 2 * DARK_RANGE; away++) {
        int tone = DARK + (away % 2 == 0 ? away / 2 : -(away + 1) / 2);
        guint n = 0;
        for (int near = tone - GRAIN; near <= tone + GRAIN; near++)
            n += counts[near];
        if (n < least) {
            least = n;
            end = tone;
        }
    }
    return end;
}

/* What has a tone from @from up to @to. */
static PIX *
of_tones (PIX *gray, int from, int to)
{
    g_autoptr (PIX) darker = pixThresholdToBinary (gray, from);
    PIX *tones = darker ? pixThresholdToBinary (gray, to) : NULL;
    if (tones != NULL)
        pixSubtract (tones, tones, darker);
    return tones;
}

/* Shaded and dark areas. */
static GArray *
find_areas (const EvxInk *ink)
{
    GArray *areas = g_array_new (FALSE, FALSE, sizeof (Area));
    g_array_set_clear_func (areas, (GDestroyNotify) clear_area);
    guint counts[256] = { 0 };
    count_tones (ink->gray, counts);
    int end = end_of_dark (counts), shaded = commonest (counts, DARK, 256) - SHADE;
    g_autoptr (PIX) dark = pixThresholdToBinary (ink->gray, end);
    g_autoptr (PIX) shade = shaded > end ? of_tones (ink->gray, end, shaded) : NULL;
    if (dark != NULL)
        add_areas (areas, ink, dark, 0, end);
    if (shade != NULL)
        add_areas (areas, ink, shade, end, shaded);
    return areas;
}

/* ---- edges ------------------------------------------------------------------------------------------ */

/* The place of the first ink in column @x of the shape, from above or from below; -1 if there is none. */
static int
end_of_column (PIX *shape, int x, gboolean below)
{
    int height = pixGetHeight (shape);
    for (int i = 0; i < height; i++) {
        int y = below ? height - 1 - i : i;
        if (GET_DATA_BIT (pixGetData (shape) + (gsize) y * pixGetWpl (shape), x))
            return y;
    }
    return -1;
}

/* The middle of where the columns @from .. @to end. */
static double
median_end (PIX *shape, int from, int to, gboolean below)
{
    g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
    for (int x = from; x < to; x++) {
        double y = end_of_column (shape, x, below);
        g_array_append_val (ends, y);
    }
    g_array_sort (ends, evx_sort_doubles);
    return g_array_index (ends, double, ends->len / 2);
}

/* Adds an edge of the area that is straight, from one side to the other; on a sheet that leans it does too. */
static void
add_edge (const Area *area, gboolean below, double factor, GArray *edges)
{
    int width = area->box.w, part = width / EDGE_PARTS, straight = 0;
    double left = median_end (area->shape, 0, part, below), right = median_end (area->shape, width - part, width, below);
    double fall = (right - left) / (width - part);
    for (int x = 0; x < width; x++)
        straight += fabs (end_of_column (area->shape, x, below) - left - fall * (x - part / 2.0)) <= EDGE;
    if (straight < STRAIGHT * width)
        return;
    double y0 = area->box.y + left + below, y1 = area->box.y + right + below;
    EvxRule rule = { .box = { area->box.x / factor, MIN (y0, y1) / factor, (area->box.x + width) / factor, MAX (y0, y1) / factor },
                     .edge = TRUE };
    g_array_append_val (edges, rule);
}

static void
add_edges (const GArray *areas, double factor, GArray *edges)
{
    for (guint i = 0; i < areas->len; i++) {
        const Area *area = &g_array_index (areas, Area, i);
        if (area->box.w < LEAST_BAND || area->box.w < WIDE * area->box.h)
            continue;
        add_edge (area, FALSE, factor, edges);
        add_edge (area, TRUE, factor, edges);
    }
}

PIX *
evx_ink_white_ground (const EvxInk *ink, PIX *ruled, PIX *gray, GArray *edges)
{
    g_autoptr (GArray) areas = find_areas (ink);
    if (edges != NULL)
        add_edges (areas, ink->factor, edges);
    PIX *white = areas->len > 0 ? pixCopy (NULL, gray) : NULL;
    for (guint i = 0; white != NULL && i < areas->len; i++)
        turn_ground (white, ruled, &g_array_index (areas, Area, i), ink->factor);
    for (guint i = 0; white != NULL && i < areas->len; i++)
        clear_edge (white, &g_array_index (areas, Area, i), ink->factor);
    return white;
}
