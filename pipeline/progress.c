/* How far a run is. The rate is that of the last half minute, because scans are a hundred times slower
 * than text and come in runs. */
#include "progress.h"

#include <math.h>
#include <unistd.h>

#define REDRAW_US 100000
#define LINE_US (10 * G_USEC_PER_SEC)
#define N_SAMPLES 30 /* one a second */

typedef struct {
    gint64 at;
    guint64 pages;
} Sample;

struct _EvxProgress {
    char *verb;
    gboolean quiet, terminal, drawn;
    gint64 start, last_output, last_sample;
    Sample samples[N_SAMPLES]; /* a ring */
    guint n_samples;
};

EvxProgress *
evx_progress_new (const char *verb, gboolean quiet)
{
    EvxProgress *progress = g_new0 (EvxProgress, 1);
    progress->verb = g_strdup (verb);
    progress->quiet = quiet;
    progress->terminal = isatty (STDERR_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
    progress->start = progress->last_output = g_get_monotonic_time ();
    return progress;
}

void
evx_progress_free (EvxProgress *progress)
{
    if (progress == NULL)
        return;
    evx_progress_clear (progress);
    g_free (progress->verb);
    g_free (progress);
}

void
evx_progress_clear (EvxProgress *progress)
{
    if (progress->drawn)
        g_printerr ("\r\033[K");
    progress->drawn = FALSE;
    progress->last_output = progress->terminal ? 0 : progress->last_output;
}

char *
evx_progress_duration (double seconds)
{
    if (!isfinite (seconds) || seconds > 1e7)
        return g_strdup ("a long time");
    if (seconds < 100)
        return g_strdup_printf ("%.0f s", ceil (seconds));
    if (seconds < 3600)
        return g_strdup_printf ("%.0f min", ceil (seconds / 60));
    guint minutes = (guint) (seconds / 60);
    return g_strdup_printf ("%u h %u min", minutes / 60, minutes % 60);
}

/* Pages a second since the oldest sample kept. */
static double
rate (EvxProgress *progress, gint64 now, guint64 pages)
{
    if (now - progress->last_sample >= G_USEC_PER_SEC) {
        progress->samples[progress->n_samples++ % N_SAMPLES] = (Sample) { now, pages };
        progress->last_sample = now;
    }
    guint oldest = progress->n_samples > N_SAMPLES ? progress->n_samples % N_SAMPLES : 0;
    const Sample *from = &progress->samples[oldest];
    gboolean young = progress->n_samples < 2;
    double seconds = (double) (now - (young ? progress->start : from->at)) / G_USEC_PER_SEC;
    return seconds > 0 ? (double) (pages - (young ? 0 : from->pages)) / seconds : 0;
}

static char *
describe (const EvxProgressState *state, double per_second)
{
    double n_pages = MAX (state->n_pages, (double) state->pages);
    g_autofree char *left = per_second > 0
                                ? evx_progress_duration ((n_pages - (double) state->pages) / per_second)
                                : g_strdup ("?");
    g_autofree char *failed =
        state->failed > 0 ? g_strdup_printf (", %" G_GUINT64_FORMAT " failed", state->failed) : g_strdup ("");
    return g_strdup_printf ("%" G_GUINT64_FORMAT " of %s%.0f pages, %" G_GUINT64_FORMAT
                            " of %" G_GUINT64_FORMAT " documents%s, %.*f pages/s, %s left",
                            state->pages, state->estimated ? "~" : "", n_pages, state->documents,
                            state->n_documents, failed, per_second < 10 ? 1 : 0, per_second, left);
}

#define BAR_CELLS 20

static void
draw_bar (EvxProgress *progress, const EvxProgressState *state, const char *text)
{
    double share = state->n_pages > 0 ? (double) state->pages / state->n_pages : 0;
    guint full = (guint) (CLAMP (share, 0, 1) * BAR_CELLS);
    g_autofree char *done = g_strnfill (full, '#');
    g_autofree char *rest = g_strnfill (BAR_CELLS - full, '.');
    g_printerr ("\r\033[K[%s%s] %s", done, rest, text);
    progress->drawn = TRUE;
}

static gboolean
is_due (const EvxProgress *progress, gint64 now)
{
    return !progress->quiet && now - progress->last_output >= (progress->terminal ? REDRAW_US : LINE_US);
}

void
evx_progress_say (EvxProgress *progress, const char *text)
{
    gint64 now = g_get_monotonic_time ();
    if (!is_due (progress, now))
        return;
    if (progress->terminal)
        g_printerr ("\r\033[K%s", text);
    else
        g_printerr ("evidex %s: %s\n", progress->verb, text);
    progress->drawn = progress->terminal;
    progress->last_output = now;
}

void
evx_progress_update (EvxProgress *progress, const EvxProgressState *state)
{
    gint64 now = g_get_monotonic_time ();
    if (!is_due (progress, now))
        return;
    g_autofree char *text = describe (state, rate (progress, now, state->pages));
    if (progress->terminal)
        draw_bar (progress, state, text);
    else
        g_printerr ("evidex %s: %s\n", progress->verb, text);
    progress->last_output = now;
}
