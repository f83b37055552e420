/* What covers what on a page: text under pictures and under filled boxes; and whether a word was shown before or after
 * what lies at its place. */
#include "painting-cover.h"

#include <math.h>

/* Runs of glyphs by the bands of the page that they touch, so that few are looked at for each box. */
#define BANDS 128
#define MAX_ENTRIES 2000000u

struct _EvxBands {
    double height;        /* of a band, pt */
    GArray *bands[BANDS]; /* guint: indexes into shown; NULL = empty */
    guint n_entries;
};

static guint
band_at (const EvxBands *self, double y)
{
    return (guint) CLAMP (floor (y / self->height), 0, BANDS - 1);
}

static void
bands_add (EvxBands *self, guint index, EvxBox box)
{
    if (!isfinite (box.y0) || !isfinite (box.y1))
        return;
    guint last = band_at (self, box.y1);
    for (guint b = band_at (self, box.y0); b <= last && self->n_entries < MAX_ENTRIES; b++) {
        if (self->bands[b] == NULL)
            self->bands[b] = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (self->bands[b], index);
        self->n_entries++;
    }
}

static EvxBands *
bands_new (const GArray *shown, double page_height)
{
    EvxBands *self = g_new0 (EvxBands, 1);
    self->height = MAX (page_height, 1) / BANDS;
    for (guint i = 0; i < shown->len; i++)
        bands_add (self, i, g_array_index (shown, EvxShown, i).box);
    return self;
}

void
evx_bands_free (EvxBands *self)
{
    for (guint b = 0; b < BANDS; b++)
        g_clear_pointer (&self->bands[b], g_array_unref);
    g_free (self);
}

/* Calls @each once for each run that touches @box. */
static void
bands_foreach (const EvxPainted *painted, EvxBox box, void (*each) (EvxShown *shown, gpointer data),
               gpointer data)
{
    const EvxBands *self = painted->bands;
    guint first = band_at (self, box.y0), last = band_at (self, box.y1);
    for (guint b = first; b <= last; b++)
        for (guint i = 0; self->bands[b] != NULL && i < self->bands[b]->len; i++) {
            guint at = g_array_index (self->bands[b], guint, i);
            EvxShown *shown = &g_array_index (painted->shown, EvxShown, at);
            if (MAX (band_at (self, shown->box.y0), first) == b)
                each (shown, data);
        }
}

typedef struct {
    EvxBox box;
    guint before;
    double glyphs;
    EvxPainting *painting;
} Cover;

static void
count_covered (EvxShown *shown, gpointer data)
{
    Cover *cover = data;
    if (shown->before < cover->before)
        cover->glyphs += shown->glyphs * evx_box_covered (shown->box, cover->box);
}

static void
hide_covered (EvxShown *shown, gpointer data)
{
    Cover *cover = data;
    if (shown->hidden || shown->before >= cover->before ||
        evx_box_covered (shown->box, cover->box) < 0.7)
        return;
    shown->hidden = TRUE;
    cover->painting->visible_glyphs -= shown->glyphs;
    cover->painting->hidden_glyphs += shown->glyphs;
}

/* A picture painted over text hides it: an OCR layer laid under its scan. */
static void
hide_under_pictures (EvxPainted *painted)
{
    for (guint i = 0; i < painted->drawn->len; i++) {
        const EvxDrawn *drawn = &g_array_index (painted->drawn, EvxDrawn, i);
        Cover cover = { .box = drawn->shows, .before = drawn->before, .painting = painted->painting };
        if (drawn->before > 0 && !drawn->see_through)
            bands_foreach (painted, cover.box, hide_covered, &cover);
    }
}

static void
count_under_fills (EvxPainted *painted)
{
    GArray *fills = painted->painting->fills;
    for (guint i = 0; i < fills->len; i++) {
        EvxFill *fill = &g_array_index (fills, EvxFill, i);
        Cover cover = { .box = fill->box, .before = fill->words_before };
        if (fill->words_before > 0)
            bands_foreach (painted, fill->box, count_covered, &cover);
        fill->covers = (guint32) round (cover.glyphs);
    }
}

void
evx_cover_settle (EvxPainted *painted, double page_height)
{
    painted->bands = bands_new (painted->shown, page_height);
    hide_under_pictures (painted);
    count_under_fills (painted);
}

typedef struct {
    double x, y;
    gboolean hidden, visible;
} Probe;

static void
probe_run (EvxShown *shown, gpointer data)
{
    Probe *probe = data;
    EvxBox box = shown->box;
    if (probe->x < box.x0 || probe->x > box.x1 || probe->y < box.y0 || probe->y > box.y1)
        return;
    probe->hidden |= shown->hidden;
    probe->visible |= !shown->hidden;
}

gboolean
evx_painted_hides (const EvxPainted *painted, EvxBox box)
{
    if (painted->bands == NULL)
        return FALSE;
    Probe probe = { .x = (box.x0 + box.x1) / 2, .y = (box.y0 + box.y1) / 2 };
    bands_foreach (painted, (EvxBox) { probe.x, probe.y, probe.x, probe.y }, probe_run, &probe);
    return probe.hidden && !probe.visible;
}

/* Runs whose height and place differ from the word's by so much more or less may both be the word's. */
#define SAME_PLACE_PT 0.5

typedef struct {
    EvxBox word;
    guint32 glyphs;
    double nearest[2]; /* of the runs before, of those after: how far their edges lie from the word's, pt */
} Match;

static void
match_run (EvxShown *shown, gpointer data)
{
    Match *match = data;
    gboolean after = shown->before >= match->glyphs;
    double away = fabs (shown->box.y0 - match->word.y0) + fabs (shown->box.y1 - match->word.y1);
    if (evx_box_covered (match->word, shown->box) >= 0.5)
        match->nearest[after] = MIN (match->nearest[after], away);
}

EvxOrder
evx_painted_order (const EvxPainted *painted, EvxBox box, guint32 glyphs)
{
    Match match = { box, glyphs, { INFINITY, INFINITY } };
    if (painted->bands == NULL)
        return EVX_ORDER_UNKNOWN;
    bands_foreach (painted, box, match_run, &match);
    if (match.nearest[0] + SAME_PLACE_PT < match.nearest[1])
        return EVX_ORDER_BEFORE;
    return match.nearest[1] + SAME_PLACE_PT < match.nearest[0] ? EVX_ORDER_AFTER : EVX_ORDER_UNKNOWN;
}
