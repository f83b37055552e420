/* Leaders are chains of small parts of ink at one height and one pitch. */
#include "leaders.h"

#include <math.h>

#define FEWEST_DOTS 5
#define MOST_DOTS 20000 /* more are the grain of a picture */

typedef struct {
    double x0, y0, x1, y1;
    gboolean taken;
} Dot;

static int
by_left (gconstpointer a, gconstpointer b)
{
    double x = ((const Dot *) a)->x0, y = ((const Dot *) b)->x0;
    return (x > y) - (x < y);
}

static GArray *
find_dots (PIX *ink, double dpi)
{
    GArray *dots = g_array_new (FALSE, FALSE, sizeof (Dot));
    int largest = (int) ceil (dpi / 28); /* 2.6 pt */
    g_autoptr (PIX) small = pixSelectBySize (ink, largest, largest, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, NULL);
    g_autoptr (BOXA) boxes = small ? pixConnCompBB (small, 8) : NULL;
    int n = boxes ? boxaGetCount (boxes) : 0;
    for (int i = 0; i < n && n <= MOST_DOTS; i++) {
        int x, y, w, h;
        boxaGetBoxGeometry (boxes, i, &x, &y, &w, &h);
        Dot dot = { x, y, x + w, y + h, FALSE };
        g_array_append_val (dots, dot);
    }
    g_array_sort (dots, by_left);
    return dots;
}

/* The dot that follows @at, at @pitch if that is not 0; G_MAXUINT if there is none. */
static guint
next_dot (const GArray *dots, guint at, double pitch, double dpi)
{
    const Dot *from = &g_array_index (dots, Dot, at);
    double most = pitch > 0 ? 1.25 * pitch : dpi / 6, least = pitch > 0 ? 0.75 * pitch : dpi / 50;
    for (guint i = at + 1; i < dots->len; i++) {
        const Dot *dot = &g_array_index (dots, Dot, i);
        double step = dot->x0 - from->x0;
        if (step > most + 1)
            break;
        if (!dot->taken && step >= least - 1 && fabs (dot->y1 - from->y1) <= dpi / 100)
            return i;
    }
    return G_MAXUINT;
}

/* The chain that begins with dot @at. */
static GArray *
follow (const GArray *dots, guint at, double dpi)
{
    GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));
    double pitch = 0;
    for (guint next = at; next != G_MAXUINT; next = next_dot (dots, next, pitch, dpi)) {
        g_array_append_val (chain, next);
        guint n = chain->len;
        if (n >= 2)
            pitch = (g_array_index (dots, Dot, next).x0 - g_array_index (dots, Dot, at).x0) / (n - 1);
    }
    return chain;
}

/* Pieces of ink beside @x on the line whose foot is at @foot, parted by white as wide as between columns. */
static guint
count_columns (PIX *ink, double x, double foot, double dpi)
{
    BOX *band = boxCreate ((int) x, (int) (foot - dpi / 12), pixGetWidth (ink) - (int) x, (int) (dpi / 12));
    g_autoptr (PIX) line = pixClipRectangle (ink, band, NULL);
    boxDestroy (&band);
    g_autoptr (PIX) joined = line ? pixCloseSafeBrick (NULL, line, (int) (dpi / 10), (int) (dpi / 12)) : NULL;
    g_autoptr (PIX) words = joined ? pixSelectBySize (joined, (int) (dpi / 40), (int) (dpi / 25), 8, L_SELECT_IF_BOTH,
                                                      L_SELECT_IF_GT, NULL)
                                   : NULL;
    l_int32 n = 0;
    if (words == NULL || pixCountConnComp (words, 8, &n) != 0)
        return 0;
    return (guint) n;
}

static void
paint (PIX *gray, const GArray *dots, const GArray *chain)
{
    for (guint i = 0; i < chain->len; i++) {
        const Dot *dot = &g_array_index (dots, Dot, g_array_index (chain, guint, i));
        evx_image_fill (gray, (EvxBox) { dot->x0 - 2, dot->y0 - 2, dot->x1 + 2, dot->y1 + 2 }, 255);
    }
}

guint
evx_image_take_leaders (PIX *gray, PIX *ink, double dpi)
{
    g_autoptr (GArray) dots = find_dots (ink, dpi);
    guint leaders = 0;
    for (guint i = 0; i < dots->len; i++) {
        if (g_array_index (dots, Dot, i).taken)
            continue;
        g_autoptr (GArray) chain = follow (dots, i, dpi);
        if (chain->len < FEWEST_DOTS)
            continue;
        for (guint k = 0; k < chain->len; k++)
            g_array_index (dots, Dot, g_array_index (chain, guint, k)).taken = TRUE;
        const Dot *last = &g_array_index (dots, Dot, g_array_index (chain, guint, chain->len - 1));
        if (count_columns (ink, last->x1 + dpi / 36, last->y1, dpi) < 2)
            continue;
        paint (gray, dots, chain);
        leaders++;
    }
    return leaders;
}
