/* Charts taken for tables: the ticks of an upright axis. They stand at the left, one below the other at one
 * pitch, fall by one round step down to 0, and more stands beside or just below the 0, the names of the other
 * axis, than beside any other tick. In a table whose first column counts down so, its last row is no richer
 * than the others. */
#include "layout-internal.h"

#include <math.h>

enum { LEAST_TICKS = 4, LEAST_NAMES = 2 };

typedef struct {
    double value;
    EvxPlace at;
} Tick;

/* "12,000", "75%", "$20" */
static gboolean
read_value (const char *text, gsize length, double *value)
{
    gsize digits = 0;
    *value = 0;
    for (gsize i = 0; i < length; i++) {
        if (g_ascii_isdigit (text[i])) {
            *value = 10 * *value + (text[i] - '0');
            digits++;
        } else if (text[i] != ',' && !(text[i] == '%' && i + 1 == length) && !(text[i] == '$' && i == 0)) {
            return FALSE;
        }
    }
    return digits > 0 && digits <= 9;
}

/* 2, 5, 10, 20, 25, 50, ...: ticks one apart are as likely a list. */
static gboolean
is_round (double step)
{
    while (step >= 99.5)
        step /= 10;
    int n = (int) lround (step);
    return fabs (step - n) < 1e-6 && (n == 2 || n == 4 || n == 5 || (n >= 10 && n % 5 == 0));
}

static double
middle (const EvxPlace *at)
{
    return (at->y0 + at->y1) / 2;
}

/* Words of the draft right of the ticks whose middle lies between the heights; G_MAXUINT if one wider than a
 * letter, as a turned line's are not, lies left of them: a row's label. */
static guint
count_beside (const EvxLayout *layout, const GArray *words, const EvxPlace *tick, double y0, double y1)
{
    guint n = 0;
    for (guint i = 0; i < words->len; i++) {
        const EvxPlace *p = &layout->places[g_array_index (words, guint32, i)];
        if (middle (p) < y0 || middle (p) > y1)
            continue;
        if (p->x1 <= tick->x0 && p->x1 - p->x0 > 1.5f * (tick->y1 - tick->y0))
            return G_MAXUINT;
        n += p->x0 >= tick->x1;
    }
    return n;
}

static gboolean
is_axis (const EvxLayout *layout, const GArray *words, const Tick *ticks, guint n)
{
    const EvxPlace *zero = &ticks[n - 1].at;
    double pitch = middle (zero) - middle (&ticks[n - 2].at);
    guint names = count_beside (layout, words, zero, zero->y0, zero->y1 + pitch);
    if (n < LEAST_TICKS || names == G_MAXUINT || names < LEAST_NAMES)
        return FALSE;
    for (guint i = 0; i + 1 < n; i++)
        if (count_beside (layout, words, &ticks[i].at, ticks[i].at.y0, ticks[i].at.y1) >= names)
            return FALSE;
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
stands_on (const EvxLayout *layout, const GArray *words, const GArray *values, const Tick *zero)
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
    return ticks->len >= LEAST_TICKS && is_axis (layout, words, (const Tick *) (void *) ticks->data, ticks->len);
}

gboolean
evx_layout_is_chart (const EvxLayout *layout, const EvxDraft *draft)
{
    g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (Tick));
    g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint c = 0; c < draft->cells->len; c++) {
        const GArray *cell = g_array_index (draft->cells, EvxDraftCell, c).words;
        for (guint i = 0; i < cell->len; i++) {
            guint32 word = g_array_index (cell, guint32, i);
            Tick tick = { .at = layout->places[word] };
            g_array_append_val (words, word);
            if (read_value (evx_layout_text (layout, word), evx_layout_word (layout, word)->length, &tick.value))
                g_array_append_val (values, tick);
        }
    }
    for (guint i = 0; i < values->len; i++) {
        const Tick *tick = &g_array_index (values, Tick, i);
        if (tick->value == 0 && stands_on (layout, words, values, tick))
            return TRUE;
    }
    return FALSE;
}
