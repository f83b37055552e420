/* Rules are long thin runs of ink, solid or of dots; a grid of them is painted out, and long ones across that are in no
 * grid. */
#include "rules.h"

#include "leaders.h"
#include "../sort.h"

#include <math.h>

/* Darker than this (of 255) is ink. */
#define INK 160
/* Rules on shaded ground are darker than it by so much. */
#define ON_GROUND 35
/* The least side of a piece of ground, inches; it goes on beside writing in places no narrower than the second. */
#define LEAST_GROUND 0.08
#define NARROW_GROUND 0.025

/* Inches: a rule without a grid is no stroke of a letter from this length on. */
#define LEAST_LEVEL 1.5

/* What may be part of a rule: any ink, or only its dots where dotted rules are looked for. */
static PIX *
rule_ink (PIX *ink, double dpi, int gap, gboolean vertical)
{
    int dot = (int) (dpi / 24);
    if (gap == 0)
        return pixClone (ink);
    g_autoptr (PIX) dots = pixSelectBySize (ink, dot, dot, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, NULL);
    if (dots == NULL)
        return NULL;
    return vertical ? pixCloseSafeBrick (NULL, dots, 1, gap) : pixCloseSafeBrick (NULL, dots, gap, 1);
}

/* A dotted grid has at least some hundred dots: more small parts than letters have dots and points. */
static gboolean
may_be_dotted (PIX *ink, double dpi)
{
    int dot = (int) (dpi / 24);
    l_int32 all = 0, large = 0;
    g_autoptr (PIX) letters = pixSelectBySize (ink, dot, dot, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, NULL);
    if (letters == NULL || pixCountConnComp (ink, 8, &all) != 0 ||
        pixCountConnComp (letters, 8, &large) != 0)
        return FALSE;
    return all - large > 300 && all - large > large / 2;
}

/* Long thin runs of ink one way: at least 1/2 inch long and at most 3 pt thick. Dots up to @gap pixels
 * apart count as a run. */
static PIX *
find_runs (PIX *ink, double dpi, int gap, gboolean vertical, GArray *rules)
{
    int run = (int) (dpi / 4);
    double thickest = dpi / 24, shortest = dpi / 2;
    g_autoptr (PIX) joined = rule_ink (ink, dpi, gap, vertical);
    g_autoptr (PIX) opened = joined == NULL ? NULL
                             : vertical     ? pixOpenBrick (NULL, joined, 1, run)
                                            : pixOpenBrick (NULL, joined, run, 1);
    PIXA *parts = NULL;
    g_autoptr (BOXA) boxes = opened ? pixConnComp (opened, &parts, 8) : NULL;
    PIX *mask = pixCreateTemplate (ink);
    for (int i = 0; boxes != NULL && mask != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        g_autoptr (PIX) part = pixaGetPix (parts, i, L_CLONE);
        l_int32 pixels = 0;
        pixCountPixels (part, &pixels, NULL);
        int length = vertical ? h : w;
        if (length < shortest || (double) pixels / length > thickest)
            continue;
        pixRasterop (mask, x, y, w, h, PIX_PAINT, part, 0, 0);
        EvxRule rule = { { x, y, x + w, y + h }, vertical };
        g_array_append_val (rules, rule);
    }
    pixaDestroy (&parts);
    return mask;
}

/* The same at half the resolution, where that is enough (solid rules): the search costs an eighth. */
static PIX *
long_runs (PIX *ink, double dpi, gboolean dotted, gboolean vertical, GArray *rules)
{
    if (dotted || dpi < 200)
        return find_runs (ink, dpi, dotted ? (int) (dpi / 36) : 0, vertical, rules);
    g_autoptr (PIX) half = pixReduceRankBinary2 (ink, 1, NULL);
    g_autoptr (PIX) mask = half ? find_runs (half, dpi / 2, 0, vertical, rules) : NULL;
    g_autoptr (PIX) twice = mask ? pixExpandReplicate (mask, 2) : NULL;
    PIX *whole = pixCreateTemplate (ink);
    if (twice == NULL || whole == NULL)
        return whole;
    pixRasterop (whole, 0, 0, pixGetWidth (twice), pixGetHeight (twice), PIX_SRC, twice, 0, 0);
    for (guint i = 0; i < rules->len; i++) {
        EvxBox *box = &g_array_index (rules, EvxRule, i).box;
        *box = (EvxBox) { 2 * box->x0, 2 * box->y0, 2 * box->x1, 2 * box->y1 };
    }
    return whole;
}

/* Whether the point is on a rule across, by the rule's own ink: the box of one that is not level is much higher. A
 * worn rule has gaps, as long as a letter. */
static gboolean
is_on_rule (PIX *across, double x, double y, double dpi)
{
    double gap = dpi / 6, off = MAX (2, dpi / 100);
    EvxBox near = { x - gap, y - off, x + gap, y + off };
    g_autoptr (PIX) part = evx_image_crop (across, near);
    l_int32 none = TRUE;
    return part != NULL && pixZero (part, &none) == 0 && !none;
}

/* A rule down one row of a table or a form is no longer than a tall letter; but it stands on one rule across and
 * ends at another, and touches both, as brackets in a low row do not. Adds such rules to those found, and to @mask. */
static void
short_runs (PIX *ink, double dpi, PIX *across, GArray *down, PIX *mask)
{
    int factor = dpi >= 200 ? 2 : 1;
    double shortest = dpi / 9, longest = dpi / 2, thickest = dpi / 60;
    g_autoptr (PIX) coarse = factor == 2 ? pixReduceRankBinary2 (ink, 1, NULL) : pixClone (ink);
    g_autoptr (PIX) opened = coarse ? pixOpenBrick (NULL, coarse, 1, (int) (shortest / factor)) : NULL;
    g_autoptr (BOXA) boxes = opened ? pixConnCompBB (opened, 8) : NULL;
    for (int i = 0; boxes != NULL && i < boxaGetCount (boxes); i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        EvxRule rule = { { factor * x, factor * y, factor * (x + w), factor * (y + h) }, TRUE };
        double middle = (rule.box.x0 + rule.box.x1) / 2;
        if (evx_box_height (rule.box) >= longest || evx_box_width (rule.box) > thickest + factor ||
            !is_on_rule (across, middle, rule.box.y0, dpi) || !is_on_rule (across, middle, rule.box.y1, dpi))
            continue;
        pixRasterop (mask, (int) rule.box.x0, (int) rule.box.y0, factor * w, factor * h, PIX_SET, NULL, 0, 0);
        g_array_append_val (down, rule);
    }
}

/* Adds the ends of rules to their mask, as far as they hang together: a run is found to where it is whole and level. What
 * touches a rule beside it stays. */
static void
add_ends (PIX *ink, double dpi, gboolean vertical, PIX *mask)
{
    int ends = 2 * (int) (dpi / 20) + 1, thick = (int) (dpi / 60) + 2;
    g_autoptr (PIX) beside = vertical ? pixDilateBrick (NULL, mask, 3, 1) : pixDilateBrick (NULL, mask, 1, 3);
    g_autoptr (PIX) thicker = vertical ? pixOpenBrick (NULL, ink, thick, 1) : pixOpenBrick (NULL, ink, 1, thick);
    g_autoptr (PIX) near = NULL;
    if (beside != NULL)
        near = vertical ? pixDilateBrick (NULL, beside, 1, ends) : pixDilateBrick (NULL, beside, ends, 1);
    if (near == NULL || thicker == NULL)
        return;
    pixAnd (near, near, ink);
    pixSubtract (near, near, thicker);
    pixSubtract (near, near, beside);
    g_autoptr (PIX) reach = pixOr (NULL, near, beside);
    g_autoptr (PIX) whole = reach ? pixSeedfillBinary (NULL, mask, reach, 8) : NULL;
    if (whole == NULL)
        return;
    pixAnd (near, near, whole);
    pixOr (mask, mask, near);
}

/* The ink without the rules of both directions: a rule that crosses another is no letter. */
static PIX *
letters_of (PIX *ink, PIX *horizontal, PIX *vertical)
{
    g_autoptr (PIX) rules = pixOr (NULL, horizontal, vertical);
    g_autoptr (PIX) wide = rules ? pixDilateBrick (NULL, rules, 3, 3) : NULL;
    return wide ? pixSubtract (NULL, ink, wide) : NULL;
}

/* Paints a mask of rules over, with the soft edges that a scan gives them. What is ink beside a rule is kept:
 * the foot of a comma; and what lies between ink on both sides of it: a letter crossed it. */
static void
paint_out (PIX *gray, PIX *ink, PIX *letters, PIX *mask, double dpi, gboolean vertical)
{
    int edge = dpi >= 200 ? 7 : 3, reach = (int) (dpi / 40) + 4;
    g_autoptr (PIX) near = vertical ? pixDilateBrick (NULL, mask, 3, 1) : pixDilateBrick (NULL, mask, 1, 3);
    g_autoptr (PIX) soft = vertical ? pixDilateBrick (NULL, mask, edge, 1) : pixDilateBrick (NULL, mask, 1, edge);
    g_autoptr (PIX) kept = vertical ? pixCloseBrick (NULL, letters, reach, 1) : pixCloseBrick (NULL, letters, 1, reach);
    if (near == NULL || soft == NULL || kept == NULL)
        return;
    pixSubtract (near, near, kept);
    pixSubtract (soft, soft, ink);
    pixSetMasked (gray, near, 255);
    pixSetMasked (gray, soft, 255);
}

/* Heights of the cells along the rule @down: distances between the rules that touch it. A rule is found to where it is
 * whole, so that its ends are missing. */
static void
add_cell_heights (EvxBox down, GArray *across, double dpi, GArray *heights)
{
    double ends = dpi / 20;
    g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (double));
    EvxBox wide = { down.x0 - ends, down.y0 - ends, down.x1 + ends, down.y1 + ends };
    for (guint i = 0; i < across->len; i++) {
        EvxBox rule = g_array_index (across, EvxRule, i).box;
        double y = (rule.y0 + rule.y1) / 2;
        if (!evx_box_is_empty (evx_box_intersection (wide, rule)))
            g_array_append_val (at, y);
    }
    g_array_sort (at, evx_sort_doubles);
    for (guint i = 1; i < at->len; i++) {
        double height = g_array_index (at, double, i) - g_array_index (at, double, i - 1);
        g_array_append_val (heights, height);
    }
}

/* A table: at least two rules down that cross at least two across each, and cells of a few lines, be it only those of the
 * head. A page parted into four by a cross is none; tesseract needs such rules to tell the columns. */
static gboolean
is_grid (GArray *across, GArray *down, double dpi)
{
    g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
    guint crossing = 0;
    for (guint i = 0; i < down->len; i++) {
        guint before = heights->len;
        add_cell_heights (g_array_index (down, EvxRule, i).box, across, dpi, heights);
        crossing += heights->len > before;
    }
    if (crossing < 2 || heights->len < 4)
        return FALSE;
    g_array_sort (heights, evx_sort_doubles);
    return g_array_index (heights, double, heights->len / 4) < dpi;
}

/* One try at rules, solid or dotted. */
static PIX *
take_grid (PIX *gray, PIX *ink, double dpi, gboolean dotted, GArray *rules)
{
    g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    g_autoptr (GArray) down = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    g_autoptr (PIX) horizontal = long_runs (ink, dpi, dotted, FALSE, across);
    g_autoptr (PIX) vertical = horizontal ? long_runs (ink, dpi, dotted, TRUE, down) : NULL;
    if (vertical != NULL && !dotted)
        short_runs (ink, dpi, horizontal, down, vertical);
    gboolean found = vertical != NULL && is_grid (across, down, dpi);
    if (found || !dotted) {
        g_array_append_vals (rules, across->data, across->len);
        g_array_append_vals (rules, down->data, down->len);
    }
    if (found && !dotted) {
        add_ends (ink, dpi, FALSE, horizontal);
        add_ends (ink, dpi, TRUE, vertical);
    }
    g_autoptr (PIX) letters = found ? letters_of (ink, horizontal, vertical) : NULL;
    PIX *clean = letters ? pixCopy (NULL, gray) : NULL;
    if (clean == NULL)
        return NULL;
    paint_out (clean, ink, letters, horizontal, dpi, FALSE);
    paint_out (clean, ink, letters, vertical, dpi, TRUE);
    return clean;
}

/* The runs of ink of the rules across that are longer than any stroke of a letter. */
static PIX *
level_runs (PIX *ink, double dpi, const GArray *rules)
{
    PIX *mask = NULL;
    for (guint i = 0; i < rules->len; i++) {
        const EvxRule *rule = &g_array_index (rules, EvxRule, i);
        if (rule->vertical || evx_box_width (rule->box) < LEAST_LEVEL * dpi)
            continue;
        EvxBox near = { rule->box.x0, rule->box.y0 - 2, rule->box.x1, rule->box.y1 + 2 };
        g_autoptr (PIX) part = evx_image_crop (ink, near);
        g_autoptr (PIX) runs = part ? pixOpenBrick (NULL, part, (int) (dpi / 4), 1) : NULL;
        if (mask == NULL)
            mask = pixCreateTemplate (ink);
        if (runs != NULL && mask != NULL)
            pixRasterop (mask, (int) MAX (0, near.x0), (int) MAX (0, near.y0), pixGetWidth (runs), pixGetHeight (runs),
                         PIX_PAINT, runs, 0, 0);
    }
    return mask;
}

/* Rules between the rows of a table without a grid, and below and above it: a rule that is not level runs through the
 * strips that are cut for the lines beside it. Those down a page stay. */
static PIX *
take_level (PIX *gray, PIX *ink, double dpi, const GArray *rules)
{
    g_autoptr (PIX) mask = level_runs (ink, dpi, rules);
    if (mask == NULL)
        return NULL;
    g_autoptr (PIX) none = pixCreateTemplate (ink);
    add_ends (ink, dpi, FALSE, mask);
    g_autoptr (PIX) letters = none ? letters_of (ink, mask, none) : NULL;
    PIX *clean = letters ? pixCopy (NULL, gray) : NULL;
    if (clean != NULL)
        paint_out (clean, ink, letters, mask, dpi, FALSE);
    return clean;
}

static PIX *
take_grids (PIX *gray, PIX *ink, double dpi, GArray *rules)
{
    PIX *clean = take_grid (gray, ink, dpi, FALSE, rules);
    if (clean == NULL && may_be_dotted (ink, dpi))
        clean = take_grid (gray, ink, dpi, TRUE, rules);
    return clean ? clean : take_level (gray, ink, dpi, rules);
}

/* The pieces of ground of the ink, four times as coarse. NULL if there are none. */
static PIX *
find_ground (PIX *ink, double dpi)
{
    int least = MAX (2, (int) (LEAST_GROUND * dpi / 4));
    l_int32 none = TRUE;
    g_autoptr (PIX) coarse = pixReduceRankBinaryCascade (ink, 4, 4, 0, 0);
    PIX *ground = coarse ? pixOpenBrick (NULL, coarse, least, least) : NULL;
    if (ground == NULL || pixZero (ground, &none) != 0 || none)
        evx_pix_free (g_steal_pointer (&ground));
    return ground;
}

/* The commonest tone of the ground. */
static int
tone_of (PIX *gray, PIX *ground)
{
    guint counts[256] = { 0 };
    int most = 0;
    for (int y = 0; y < pixGetHeight (ground); y++)
        for (int x = 0; x < pixGetWidth (ground); x++)
            if (GET_DATA_BIT (pixGetData (ground) + (gsize) y * pixGetWpl (ground), x))
                counts[GET_DATA_BYTE (pixGetData (gray) + (gsize) 4 * y * pixGetWpl (gray), 4 * x)]++;
    for (int tone = 0; tone < INK; tone++)
        most = counts[tone] > counts[most] ? tone : most;
    return most;
}

/* What is dark, without ground, on which every row would be a rule; but with the rules on it that are darker. */
static PIX *
find_ink (PIX *gray, double dpi)
{
    PIX *ink = pixThresholdToBinary (gray, INK);
    g_autoptr (PIX) ground = ink ? find_ground (ink, dpi) : NULL;
    if (ground == NULL)
        return ink;
    int narrow = MAX (3, (int) (NARROW_GROUND * dpi));
    g_autoptr (PIX) thick = pixOpenBrick (NULL, ink, narrow, narrow);
    g_autoptr (PIX) seeds = pixExpandReplicate (ground, 4);
    g_autoptr (PIX) whole = thick && seeds ? pixSeedfillBinary (NULL, seeds, thick, 4) : NULL;
    g_autoptr (PIX) dark = pixThresholdToBinary (gray, MAX (1, tone_of (gray, ground) - ON_GROUND));
    if (whole == NULL || dark == NULL)
        return ink;
    pixSubtract (whole, whole, dark);
    return pixSubtract (ink, ink, whole);
}

PIX *
evx_image_take_rules (PIX *gray, double dpi, GArray *rules)
{
    g_autoptr (PIX) ink = find_ink (gray, dpi);
    g_autoptr (PIX) clean = ink ? take_grids (gray, ink, dpi, rules) : NULL;
    gboolean changed = clean != NULL;
    if (ink != NULL && clean == NULL)
        clean = pixCopy (NULL, gray);
    changed |= clean != NULL && evx_image_take_leaders (clean, ink, dpi) > 0;
    return changed ? g_steal_pointer (&clean) : NULL;
}
