/* Charts taken for tables: the ticks of an upright axis. They stand at the left, one below the other at one
 * pitch, fall by one round step down to 0, and more stands beside or just below the 0, the names of the other
 * axis, than beside any other tick. In a table whose first column counts down so, its last row is no richer
 * than the others. What stands in a column beside most ticks, a second axis or a table, ends the plot.
 *
 * The page is searched, not the draft alone, for a table may be made of a part of the plot. */
#include "layout-internal.h"

#include <math.h>
#include <string.h>

enum { LEAST_TICKS = 4, LEAST_NAMES = 2 };

/* Sizes of type: how far left of the plot its upright axis reaches. */
#define AXIS_WIDTH 6

typedef struct {
    double value;
    EvxPlace at;
} Tick;

/* "12,000", "75%", "$20", "0.25", "40K" */
static gboolean
read_value (const char *text, gsize length, double *value)
{
    gsize digits = 0;
    double scale = 0; /* of the next decimal; 0 before the point */
    *value = 0;
    for (gsize i = 0; i < length; i++) {
        gboolean last = i + 1 == length;
        if (g_ascii_isdigit (text[i])) {
            *value = scale > 0 ? *value + scale * (text[i] - '0') : 10 * *value + (text[i] - '0');
            scale /= 10;
            digits++;
        } else if (text[i] == '.' && scale <= 0 && digits > 0 && !last) {
            scale = 0.1;
        } else if (text[i] != ',' && !(last && strchr ("%kKM", text[i]) != NULL) && !(text[i] == '$' && i == 0)) {
            return FALSE;
        }
    }
    return digits > 0 && digits <= 9;
}

/* 2, 5, 10, 20, 25, 50, ..., 0.1, 0.25, 2.5: whole ticks one apart are as likely a list. */
static gboolean
is_round (double step)
{
    if (step <= 0 || fabs (step - 1) < 1e-6)
        return FALSE;
    while (step >= 99.5)
        step /= 10;
    while (fabs (step - (double) lround (step)) > 1e-6 && step < 99.5)
        step *= 10;
    long n = lround (step);
    return fabs (step - (double) n) < 1e-6 && (n == 1 || n == 2 || n == 4 || n == 5 || (n >= 10 && n % 5 == 0));
}

static double
middle (const EvxPlace *at)
{
    return (at->y0 + at->y1) / 2;
}

/* Words between the ticks and @right whose middle lies between the heights; G_MAXUINT if one wider than a
 * letter, as a turned line's are not, lies left of them: a row's label. @last: where they end. */
static guint
count_beside (const EvxLayout *layout, const EvxPlace *tick, double y0, double y1, float right, float *last)
{
    guint n = 0;
    for (guint i = 0; i < layout->n_order; i++) {
        const EvxPlace *p = &layout->places[layout->order[i]];
        if (middle (p) < y0 || middle (p) > y1)
            continue;
        if (p->x1 <= tick->x0 && tick->x0 - p->x1 < AXIS_WIDTH * layout->size && p->x1 - p->x0 > 1.5f * (tick->y1 - tick->y0))
            return G_MAXUINT;
        if (p->x0 < tick->x1 || p->x1 > right)
            continue;
        *last = MAX (*last, p->x1);
        n++;
    }
    return n;
}

static gboolean
is_level (const EvxPlace *p, const EvxPlace *tick)
{
    return middle (p) >= tick->y0 && middle (p) <= tick->y1;
}

/* Where the first column begins that has a word beside most ticks. */
static float
next_column (const EvxLayout *layout, const Tick *ticks, guint n)
{
    g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (float));
    for (guint i = 0; i < layout->n_order; i++) {
        const EvxPlace *p = &layout->places[layout->order[i]];
        for (guint t = 0; t < n; t++)
            if (p->x0 >= ticks[t].at.x1 && is_level (p, &ticks[t].at)) {
                g_array_append_val (begins, p->x0);
                break;
            }
    }
    g_array_sort (begins, evx_layout_compare_floats);
    guint most = MAX (3, (3 * n + 3) / 4);
    for (guint i = 0; i + most <= begins->len; i++)
        if (g_array_index (begins, float, i + most - 1) - g_array_index (begins, float, i) < layout->size)
            return g_array_index (begins, float, i);
    return G_MAXFLOAT;
}

/* Whether the ticks, the last of which is 0, are those of an axis; @plot: what it measures. */
static gboolean
is_axis (const EvxLayout *layout, const Tick *ticks, guint n, EvxPlace *plot)
{
    const EvxPlace *zero = &ticks[n - 1].at;
    double pitch = middle (zero) - middle (&ticks[n - 2].at);
    float right = next_column (layout, ticks, n), last = zero->x1, ignored = 0;
    guint names = count_beside (layout, zero, zero->y0, zero->y1 + pitch, right, &last);
    if (n < LEAST_TICKS || names == G_MAXUINT || names < LEAST_NAMES)
        return FALSE;
    for (guint i = 0; i + 1 < n; i++)
        if (count_beside (layout, &ticks[i].at, ticks[i].at.y0, ticks[i].at.y1, right, &ignored) >= names)
            return FALSE;
    *plot = (EvxPlace) { zero->x0 - AXIS_WIDTH * layout->size, ticks[0].at.y0 - layout->size, last + layout->size,
                         zero->y1 + (float) pitch };
    return TRUE;
}

/* The tick above, if there is one at this pitch and step; the nearest word decides the pitch. */
static gboolean
tick_above (const GArray *values, const Tick *below, double pitch, double step, Tick *found)
{
    gboolean any = FALSE;
    for (guint i = 0; i < values->len; i++) {
        const Tick *tick = &g_array_index (values, Tick, i);
        double rise = middle (&below->at) - middle (&tick->at), height = below->at.y1 - below->at.y0;
        gboolean fits = fabsf (tick->at.x1 - below->at.x1) < height && rise > 0.8 * height &&
                        (pitch == 0 ? is_round (tick->value) : fabs (rise - pitch) < 0.25 * pitch &&
                                                                   fabs (tick->value - below->value - step) < 1e-6);
        if (fits && (!any || rise < middle (&below->at) - middle (&found->at))) {
            *found = *tick;
            any = TRUE;
        }
    }
    return any;
}

/* Goes up from a 0, a tick at a time. */
static gboolean
stands_on (const EvxLayout *layout, const GArray *values, const Tick *zero, EvxPlace *plot)
{
    g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (Tick));
    Tick at = *zero;
    double pitch = 0, step = 0;
    g_array_append_val (ticks, at);
    while (ticks->len <= values->len && tick_above (values, &g_array_index (ticks, Tick, 0), pitch, step, &at)) {
        if (ticks->len == 1) {
            pitch = middle (&zero->at) - middle (&at.at);
            step = at.value;
        }
        g_array_prepend_val (ticks, at);
    }
    return ticks->len >= LEAST_TICKS && is_axis (layout, (const Tick *) (void *) ticks->data, ticks->len, plot);
}

static GArray *
collect_values (const EvxLayout *layout)
{
    GArray *values = g_array_new (FALSE, FALSE, sizeof (Tick));
    for (guint i = 0; i < layout->n_order; i++) {
        guint32 word = layout->order[i];
        Tick tick = { .at = layout->places[word] };
        if (read_value (evx_layout_text (layout, word), evx_layout_word (layout, word)->length, &tick.value))
            g_array_append_val (values, tick);
    }
    return values;
}

/* Whether most of the draft's cells lie in the plot. */
static gboolean
lies_in (const EvxDraft *draft, const EvxPlace *plot)
{
    guint inside = 0;
    for (guint c = 0; c < draft->cells->len; c++) {
        const EvxPlace *cell = &g_array_index (draft->cells, EvxDraftCell, c).box;
        float x = (cell->x0 + cell->x1) / 2, y = (cell->y0 + cell->y1) / 2;
        inside += x > plot->x0 && x < plot->x1 && y > plot->y0 && y < plot->y1;
    }
    return 2 * inside > draft->cells->len;
}

gboolean
evx_layout_is_chart (const EvxLayout *layout, const EvxDraft *draft)
{
    g_autoptr (GArray) values = collect_values (layout);
    EvxPlace plot;
    for (guint i = 0; i < values->len; i++) {
        const Tick *tick = &g_array_index (values, Tick, i);
        if (tick->value == 0 && stands_on (layout, values, tick, &plot) && lies_in (draft, &plot))
            return TRUE;
    }
    return FALSE;
}
