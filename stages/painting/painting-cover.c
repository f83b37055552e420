/* What covers what on a page: text under pictures and under filled boxes; and whether a word was shown before or after
 * what lies at its place. */
#include "painting-cover.h"

#include <math.h>

/* Runs of glyphs by the bands of the page that they touch, so that few are looked at for each box. */
#define BANDS 128
#define MAX_ENTRIES 2000000u
/* Farther than rounding moves the middle of a box. */
#define NEAR_PT 0.01

typedef struct {
    double left;  /* where the run begins */
    double reach; /* sorted: how far right it reaches, or one of those before it in the band */
    guint run;    /* index into shown */
} Entry;

typedef struct {
    GArray *entries; /* Entry; NULL = empty */
    gboolean sorted; /* by `left`, once a point was asked for */
} Band;

struct _EvxBands {
    double height; /* of a band, pt */
    Band bands[BANDS];
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
    if (!isfinite (box.y0) || !isfinite (box.y1) || isnan (box.x0) || isnan (box.x1))
        return;
    Entry entry = { box.x0, box.x1, index };
    guint last = band_at (self, box.y1);
    for (guint b = band_at (self, box.y0); b <= last && self->n_entries < MAX_ENTRIES; b++) {
        if (self->bands[b].entries == NULL)
            self->bands[b].entries = g_array_new (FALSE, FALSE, sizeof (Entry));
        g_array_append_val (self->bands[b].entries, entry);
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
        g_clear_pointer (&self->bands[b].entries, g_array_unref);
    g_free (self);
}

typedef void (*EachRun) (EvxShown *shown, gpointer data);

/* Calls @each once for each run that touches @box. */
static void
bands_foreach (const EvxPainted *painted, EvxBox box, EachRun each, gpointer data)
{
    const EvxBands *self = painted->bands;
    guint first = band_at (self, box.y0), last = band_at (self, box.y1);
    for (guint b = first; b <= last; b++) {
        const GArray *entries = self->bands[b].entries;
        for (guint i = 0; entries != NULL && i < entries->len; i++) {
            EvxShown *shown = &g_array_index (painted->shown, EvxShown, g_array_index (entries, Entry, i).run);
            if (MAX (band_at (self, shown->box.y0), first) == b)
                each (shown, data);
        }
    }
}

static int
by_left (gconstpointer a, gconstpointer b)
{
    const Entry *x = a, *y = b;
    return x->left != y->left ? (x->left > y->left) - (x->left < y->left) : (x->run > y->run) - (x->run < y->run);
}

static void
band_sort (Band *band)
{
    g_array_sort (band->entries, by_left);
    for (guint i = 1; i < band->entries->len; i++) {
        Entry *entry = &g_array_index (band->entries, Entry, i);
        entry->reach = MAX (entry->reach, entry[-1].reach);
    }
    band->sorted = TRUE;
}

/* The entries of the band that begin left of @x: a number. */
static guint
band_left_of (const Band *band, double x)
{
    guint low = 0, high = band->entries->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (g_array_index (band->entries, Entry, middle).left <= x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Calls @each, perhaps twice, for each run that holds the point, and for some beside it. */
static void
bands_foreach_at (const EvxPainted *painted, double x, double y, EachRun each, gpointer data)
{
    EvxBands *self = painted->bands;
    guint last = band_at (self, y + NEAR_PT);
    for (guint b = band_at (self, y - NEAR_PT); b <= last; b++) {
        Band *band = &self->bands[b];
        if (band->entries == NULL)
            continue;
        if (!band->sorted)
            band_sort (band);
        for (guint i = band_left_of (band, x + NEAR_PT); i-- > 0;) {
            const Entry *entry = &g_array_index (band->entries, Entry, i);
            if (entry->reach < x - NEAR_PT)
                break;
            each (&g_array_index (painted->shown, EvxShown, entry->run), data);
        }
    }
}

typedef struct {
    EvxBox box;
    guint before;
    EvxPainting *painting;
} Cover;

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

void
evx_cover_settle (EvxPainted *painted, double page_height)
{
    painted->bands = bands_new (painted->shown, page_height);
    hide_under_pictures (painted);
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
    bands_foreach_at (painted, probe.x, probe.y, probe_run, &probe);
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
    /* What covers half of a box holds its middle. */
    bands_foreach_at (painted, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, match_run, &match);
    if (match.nearest[0] + SAME_PLACE_PT < match.nearest[1])
        return EVX_ORDER_BEFORE;
    return match.nearest[1] + SAME_PLACE_PT < match.nearest[0] ? EVX_ORDER_AFTER : EVX_ORDER_UNKNOWN;
}
