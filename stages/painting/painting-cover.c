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
    gboolean sorted; /* by `left`, once somebody asks */
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

/* Calls @each once for each run that touches @box, and perhaps for some beside it. */
static void
bands_foreach (const EvxPainted *painted, EvxBox box, void (*each) (EvxShown *shown, gpointer data), gpointer data)
{
    EvxBands *self = painted->bands;
    guint first = band_at (self, box.y0), last = band_at (self, box.y1);
    for (guint b = first; b <= last; b++) {
        Band *band = &self->bands[b];
        if (band->entries == NULL)
            continue;
        if (!band->sorted)
            band_sort (band);
        for (guint i = band_left_of (band, box.x1); i-- > 0;) {
            const Entry *entry = &g_array_index (band->entries, Entry, i);
            EvxShown *shown = &g_array_index (painted->shown, EvxShown, entry->run);
            if (entry->reach < box.x0)
                break;
            if (MAX (band_at (self, shown->box.y0), first) == b)
                each (shown, data);
        }
    }
}

/* The middle of a box, and what rounding may move it by. */
static EvxBox
middle_of (EvxBox box)
{
    double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
    return (EvxBox) { x - NEAR_PT, y - NEAR_PT, x + NEAR_PT, y + NEAR_PT };
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

/* Questions of what lies under pale text: of hostile content. */
#define MOST_QUESTIONS 20000000u

/* What the run was shown on is as light as paper, for sure: the last box painted there before it, or nothing at all. */
static gboolean
is_on_pale_ground (const EvxPainted *painted, const EvxShown *shown)
{
    const GArray *fills = painted->painting->fills, *rules = painted->painting->rules;
    for (guint i = 0; i < painted->loose->len; i++)
        if (evx_box_covered (shown->box, g_array_index (painted->loose, EvxLoose, i).box) > 0)
            return FALSE;
    for (guint i = 0; i < painted->drawn->len; i++)
        if (evx_box_covered (shown->box, g_array_index (painted->drawn, EvxDrawn, i).shows) > 0)
            return FALSE;
    for (guint i = 0; i < rules->len; i++)
        if (evx_box_covered (shown->box, g_array_index (rules, EvxRule, i).box) > 0)
            return FALSE;
    for (guint i = fills->len; i-- > 0;) {
        const EvxFill *fill = &g_array_index (fills, EvxFill, i);
        double covered = fill->words_before <= shown->before ? evx_box_covered (shown->box, fill->box) : 0;
        if (covered > 0 && fill->gray < EVX_PALE)
            return FALSE;
        if (fill->opaque && covered > 0.95)
            return TRUE;
    }
    return TRUE;
}

/* White on white: notes for machines, what somebody did not want to be seen. */
static void
hide_pale (EvxPainted *painted)
{
    EvxPainting *painting = painted->painting;
    guint64 things = (guint64) painted->loose->len + painted->drawn->len + painting->rules->len + painting->fills->len;
    if (!painted->pale || painted->unsure || things * painted->shown->len > MOST_QUESTIONS)
        return;
    for (guint i = 0; i < painted->shown->len; i++) {
        EvxShown *shown = &g_array_index (painted->shown, EvxShown, i);
        if (shown->hidden || !(shown->ink >= EVX_PALE) || !is_on_pale_ground (painted, shown))
            continue;
        shown->hidden = TRUE;
        painting->visible_glyphs -= shown->glyphs;
        painting->hidden_glyphs += shown->glyphs;
    }
}

void
evx_cover_settle (EvxPainted *painted, double page_height)
{
    painted->bands = bands_new (painted->shown, page_height);
    hide_under_pictures (painted);
    hide_pale (painted);
}

/* Runs whose height and place differ from the word's by so much more or less may both be the word's. */
#define SAME_PLACE_PT 0.5

/* How far the upper and lower edge of the run lie from the word's, pt. */
static double
edges_apart (const EvxShown *shown, EvxBox word)
{
    return fabs (shown->box.y0 - word.y0) + fabs (shown->box.y1 - word.y1);
}

static gboolean
holds (EvxBox box, double x, double y)
{
    return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/* Letters of which so much of the em shows are read by people; or so many points, of letters larger than the page. */
#define ENOUGH_SHOWN 0.25
#define LARGE_PT 36.0

/* Whether the letters of the run show at @x. */
static gboolean
shows_at (const EvxShown *shown, double x)
{
    return !shown->hidden && x >= shown->shows.x0 && x <= shown->shows.x1 &&
           evx_box_height (shown->shows) >= MIN (ENOUGH_SHOWN * evx_box_height (shown->box), LARGE_PT);
}

typedef struct {
    EvxBox word;
    double x, y;
    double hidden, visible; /* of the runs at this place that show there or not: how far their edges lie from the word's */
} Probe;

static void
probe_run (EvxShown *shown, gpointer data)
{
    Probe *probe = data;
    if (!holds (shown->box, probe->x, probe->y))
        return;
    double *nearest = shows_at (shown, probe->x) ? &probe->visible : &probe->hidden;
    *nearest = MIN (*nearest, edges_apart (shown, probe->word));
}

gboolean
evx_painted_hides (const EvxPainted *painted, EvxBox box)
{
    enum { PLACES = 5 };
    guint hidden = 0, visible = 0;
    for (guint i = 0; i < PLACES && painted->bands != NULL; i++) {
        double x = box.x0 + (i + 0.5) / PLACES * evx_box_width (box), y = (box.y0 + box.y1) / 2;
        Probe probe = { box, x, y, INFINITY, INFINITY };
        bands_foreach (painted, middle_of ((EvxBox) { x, y, x, y }), probe_run, &probe);
        gboolean is_hidden = probe.hidden + SAME_PLACE_PT < probe.visible;
        hidden += is_hidden;
        visible += !is_hidden && isfinite (probe.visible);
    }
    return hidden > visible;
}

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
    if (evx_box_covered (match->word, shown->box) >= 0.5)
        match->nearest[after] = MIN (match->nearest[after], edges_apart (shown, match->word));
}

EvxOrder
evx_painted_order (const EvxPainted *painted, EvxBox box, guint32 glyphs)
{
    Match match = { box, glyphs, { INFINITY, INFINITY } };
    if (painted->bands == NULL)
        return EVX_ORDER_UNKNOWN;
    /* What covers half of a box holds its middle. */
    bands_foreach (painted, middle_of (box), match_run, &match);
    if (match.nearest[0] + SAME_PLACE_PT < match.nearest[1])
        return EVX_ORDER_BEFORE;
    return match.nearest[1] + SAME_PLACE_PT < match.nearest[0] ? EVX_ORDER_AFTER : EVX_ORDER_UNKNOWN;
}

/* ---- what is seen for sure --------------------------------------------------------------------------------- */

/* Of black and white: ink that is so unlike its ground shows, and grey that stands for a pattern does not pass. */
#define CONTRAST 0.5
/* Share of a word that rules may take; that its ground has to cover. */
#define STRUCK 0.2
#define WHOLE 0.95

typedef struct {
    EvxBox word;
    const EvxFill *ground;
    double covered; /* share of the word */
} Seen;

static void
see_run (EvxShown *shown, gpointer data)
{
    Seen *seen = data;
    if (!shown->hidden && shown->before >= seen->ground->words_before && fabsf (shown->ink - seen->ground->gray) > CONTRAST)
        seen->covered += evx_box_covered (seen->word, shown->box);
}

/* What the place lies on in the end: the last fill from @fill on that reaches into it; NULL if that leaves some of it
 * free or lets something show through. */
static const EvxFill *
ground_of (const EvxPainted *painted, EvxBox place, guint fill)
{
    const GArray *fills = painted->painting->fills;
    for (guint i = fills->len; i-- > fill;) {
        const EvxFill *ground = &g_array_index (fills, EvxFill, i);
        double covered = evx_box_covered (place, ground->box);
        if (covered > 0)
            return ground->opaque && covered > WHOLE ? ground : NULL;
    }
    return NULL;
}

/* Whether something else was, or may have been, painted at the place since so many glyphs were shown. */
static gboolean
is_painted_over (const EvxPainted *painted, EvxBox place, guint32 since)
{
    const GArray *rules = painted->painting->rules;
    double struck = 0;
    for (guint i = 0; i < painted->loose->len; i++) {
        const EvxLoose *loose = &g_array_index (painted->loose, EvxLoose, i);
        if (loose->before >= since && evx_box_covered (place, loose->box) > 0)
            return TRUE;
    }
    for (guint i = 0; i < painted->drawn->len; i++) {
        const EvxDrawn *drawn = &g_array_index (painted->drawn, EvxDrawn, i);
        if (drawn->before >= since && evx_box_covered (place, drawn->shows) > 0)
            return TRUE;
    }
    for (guint i = 0; i < rules->len; i++)
        struck += evx_box_covered (place, g_array_index (rules, EvxRule, i).box);
    return struck > STRUCK;
}

gboolean
evx_painted_is_seen (const EvxPainted *painted, EvxBox word, guint fill)
{
    const EvxFill *ground = painted->bands != NULL && !painted->unsure ? ground_of (painted, word, fill) : NULL;
    if (ground == NULL)
        return FALSE;
    Seen seen = { word, ground, 0 };
    bands_foreach (painted, word, see_run, &seen);
    return seen.covered >= 0.5 && !is_painted_over (painted, word, ground->words_before);
}
