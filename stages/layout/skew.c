/* The lean of a scan: the slope of its lines, by long ones or by how the feet of all words stand in rows; and
 * boxes with it taken out and put back.
 *
 * evx_ink_skew_deg (ink.h) asks the same of an image, before it is read, and knows no words. Here only words are
 * at hand, as they lie on the page: the sheet was straightened for recognition alone, its boxes were turned back. */
#include "layout-internal.h"

#include <math.h>
#include <string.h>

/* Strips that the feet of words are sorted into. */
#define MAX_STRIPS 4096

/* The slope of one run, and how far it reaches. */
typedef struct {
    float slope, reach;
} Lean;

static int
by_slope (gconstpointer a, gconstpointer b)
{
    float x = ((const Lean *) a)->slope, y = ((const Lean *) b)->slope;
    return (x > y) - (x < y);
}

/* Whether the foot of the word's box tells where its line stands: not that of a box higher than its type. */
static gboolean
has_foot (const EvxLayout *layout, guint32 word)
{
    const EvxPlace *p = &layout->places[word];
    return evx_box_height (evx_layout_word (layout, word)->box) <= 1.08 * (p->y1 - p->y0);
}

/* The line through the feet of the run's words, by least squares. */
static gboolean
lean_of (const EvxLayout *layout, const EvxRun *run, Lean *lean)
{
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, x0 = 0, x1 = 0;
    for (guint i = 0; i < run->n; i++) {
        guint32 w = layout->order[run->first + i];
        const EvxPlace *p = &layout->places[w];
        double x = (p->x0 + p->x1) / 2, y = p->y1;
        if (evx_layout_word (layout, w)->origin == EVX_ORIGIN_TEXT)
            return FALSE;
        if (!has_foot (layout, w))
            continue;
        x0 = n == 0 ? x : x0;
        x1 = x;
        n++;
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
    }
    double spread = n * sxx - sx * sx;
    *lean = (Lean) { .reach = (float) (x1 - x0) };
    if (n < 3 || x1 - x0 < 100 || spread <= 0)
        return FALSE;
    lean->slope = (float) ((n * sxy - sx * sy) / spread);
    return TRUE;
}

/* Middle slope of the long runs, each weighed by the square of its reach: a pixel more or less leans a short
 * line much. FALSE if there are few. */
static gboolean
slope_of_lines (const EvxLayout *layout, const GArray *runs, float *slope)
{
    g_autoptr (GArray) leans = g_array_new (FALSE, FALSE, sizeof (Lean));
    double weight = 0, below = 0;
    for (guint i = 0; i < runs->len; i++) {
        Lean lean;
        if (!lean_of (layout, &g_array_index (runs, EvxRun, i), &lean))
            continue;
        g_array_append_val (leans, lean);
        weight += lean.reach * lean.reach;
    }
    if (leans->len < 4)
        return FALSE;
    g_array_sort (leans, by_slope);
    for (guint i = 0; i < leans->len && 2 * below < weight; i++) {
        *slope = g_array_index (leans, Lean, i).slope;
        below += g_array_index (leans, Lean, i).reach * g_array_index (leans, Lean, i).reach;
    }
    return TRUE;
}

typedef struct {
    float x, y;
} Foot;

/* How well the feet of words stand on common lines when the page is turned by @slope: the sum of squares of
 * their number in each strip. */
static double
sharpness (const GArray *feet, float slope, float strip, guint16 *strips)
{
    double sum = 0;
    memset (strips, 0, MAX_STRIPS * sizeof *strips);
    for (guint i = 0; i < feet->len; i++) {
        Foot foot = g_array_index (feet, Foot, i);
        double place = (foot.y - slope * foot.x) / strip + MAX_STRIPS / 8.0;
        guint at = place > 0 ? (guint) MIN (place, MAX_STRIPS - 1) : 0; /* 0 for what is no number, too */
        sum += 2.0 * strips[at]++ + 1;
    }
    return sum;
}

/* On a page of figures without long lines: the slope that makes most of its words stand in rows; 0 unless it
 * makes plainly more than none does.
 * Source: Baird, "The skew angle of printed documents", 1987. */
static float
slope_of_feet (const EvxLayout *layout, float type)
{
    g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (Foot));
    g_autofree guint16 *strips = g_new (guint16, MAX_STRIPS);
    float strip = MAX (0.15f * type, (float) layout->page->height / (MAX_STRIPS / 2));
    for (guint i = 0; i < layout->n_order && feet->len < 2000; i++) {
        const EvxWord *word = evx_layout_word (layout, layout->order[i]);
        const EvxPlace *p = &layout->places[layout->order[i]];
        Foot foot = { (p->x0 + p->x1) / 2, p->y1 };
        if (word->origin != EVX_ORIGIN_TEXT && word->length > 1 && has_foot (layout, layout->order[i]))
            g_array_append_val (feet, foot);
    }
    float best = 0;
    double least = 1.15 * sharpness (feet, 0, strip, strips), most = least;
    for (int step = -60; feet->len >= 30 && step <= 60; step++) {
        double sharp = sharpness (feet, (float) step * 0.0005f, strip, strips);
        if (sharp > most) {
            most = sharp;
            best = (float) step * 0.0005f;
        }
    }
    return best;
}

double
evx_layout_slope (const EvxLayout *layout, const GArray *runs, float type)
{
    float slope = 0;
    if (!slope_of_lines (layout, runs, &slope))
        slope = slope_of_feet (layout, type);
    return fabsf (slope) < 0.0008f || fabsf (slope) > 0.1f ? 0 : slope;
}

EvxPlace
evx_layout_straight (const EvxLayout *layout, EvxBox box)
{
    double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2 - layout->slope * x;
    double down = -layout->slope * x, right = layout->slope * y;
    return (EvxPlace) { (float) (box.x0 + right), (float) (box.y0 + down), (float) (box.x1 + right),
                        (float) (box.y1 + down) };
}

EvxBox
evx_layout_leaning (const EvxLayout *layout, const EvxPlace *p)
{
    double left = -layout->slope * (p->y0 + p->y1) / 2, x = (p->x0 + p->x1) / 2 + left;
    double down = layout->slope * x;
    return (EvxBox) { p->x0 + left, p->y0 + down, p->x1 + left, p->y1 + down };
}
