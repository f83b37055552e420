/* Charts taken for tables: the ticks of an upright axis. They stand at the left, one below the other at one
 * pitch, fall by one round step (recognition may have lost one here and there), and more stands beside or just
 * below the lowest, the names of the other axis, than beside the others. In a table whose first column counts
 * down so, its last row is no richer than the others. What stands in a column beside most ticks, a second axis
 * or a table, ends the plot.
 *
 * The page is searched, not the draft alone, for a table may be made of a part of the plot. */
#include "../sort.h"
#include "layout-internal.h"

#include <math.h>
#include <string.h>

enum { LEAST_TICKS = 4, LEAST_NAMES = 2, MAX_LOST = 2 };

/* Sizes of type: how far left of the plot its upright axis reaches. */
#define AXIS_WIDTH 6

/* Around a chart stand far fewer numbers. */
#define MAX_VALUES 20000

typedef struct {
    double value;
    EvxPlace at;
    guint order; /* of its word, as it came */
} Tick;

/* A word by the height of its middle. */
typedef struct {
    double middle;
    guint order; /* as it came */
} Level;

/* The page as it is searched. */
typedef struct {
    const EvxLayout *layout;
    GArray *values; /* Tick, from the top */
    GArray *levels; /* Level, from the top: all words */
} Sheet;

/* "12,000", "75%", "$20", "0.25", "40K", "-50" */
static gboolean
read_value (const char *text, gsize length, double *value)
{
    gsize digits = 0;
    double scale = 0; /* of the next decimal; 0 before the point */
    gboolean negative = length > 1 && *text == '-';
    *value = 0;
    for (gsize i = negative; i < length; i++) {
        gboolean last = i + 1 == length;
        if (g_ascii_isdigit (text[i])) {
            *value = scale > 0 ? *value + scale * (text[i] - '0') : 10 * *value + (text[i] - '0');
            scale /= 10;
            digits++;
        } else if (text[i] == '.' && scale <= 0 && digits > 0) {
            scale = 0.1;
        } else if (text[i] != ',' && !(last && strchr ("%kKM", text[i]) != NULL) && !(text[i] == '$' && i == 0)) {
            return FALSE;
        }
    }
    *value = negative ? -*value : *value;
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

static gboolean
is_level (const EvxPlace *p, const EvxPlace *tick)
{
    return middle (p) >= tick->y0 && middle (p) <= tick->y1;
}

/* The mark of a tick, which recognition reads as a dash or a digit. */
static gboolean
is_mark (const EvxLayout *layout, guint32 word, const EvxPlace *tick)
{
    const EvxPlace *p = &layout->places[word];
    return evx_layout_word (layout, word)->origin != EVX_ORIGIN_TEXT && p->x0 < tick->x1 + 2 * layout->size &&
           p->x1 - p->x0 < layout->size;
}

/* The first word whose middle is not above @y. */
static guint
first_below (const Sheet *sheet, double y)
{
    guint low = 0, high = sheet->levels->len;
    while (low < high) {
        guint at = (low + high) / 2;
        if (g_array_index (sheet->levels, Level, at).middle < y)
            low = at + 1;
        else
            high = at;
    }
    return low;
}

/* The word at @i, if its middle is not below @y1; else NULL. */
static const EvxPlace *
place_within (const Sheet *sheet, guint i, double y1, guint32 *word)
{
    if (i >= sheet->levels->len || g_array_index (sheet->levels, Level, i).middle > y1)
        return NULL;
    *word = sheet->layout->order[g_array_index (sheet->levels, Level, i).order];
    return &sheet->layout->places[*word];
}

/* Words between the ticks and @right whose middle lies between the heights; @last: where they end. */
static guint
count_beside (const Sheet *sheet, const EvxPlace *tick, double y0, double y1, float right, float *last)
{
    guint n = 0;
    guint32 word;
    const EvxPlace *p;
    for (guint i = first_below (sheet, y0); (p = place_within (sheet, i, y1, &word)) != NULL; i++) {
        if (p->x0 < tick->x1 || p->x1 > right || is_mark (sheet->layout, word, tick))
            continue;
        *last = MAX (*last, p->x1);
        n++;
    }
    return n;
}

/* Whether a word wider than a letter, as a turned line's are not, stands left of the tick: a row's label. */
static gboolean
has_label (const Sheet *sheet, const EvxPlace *tick)
{
    guint32 word;
    const EvxPlace *p;
    for (guint i = first_below (sheet, tick->y0); (p = place_within (sheet, i, tick->y1, &word)) != NULL; i++)
        if (p->x1 <= tick->x0 && tick->x0 - p->x1 < AXIS_WIDTH * sheet->layout->size && p->x1 - p->x0 > 1.5f * (tick->y1 - tick->y0))
            return TRUE;
    return FALSE;
}

/* Whether the word, on the height of a tick, stands beside it. */
static gboolean
stands_beside (const EvxLayout *layout, guint32 word, const EvxPlace *tick)
{
    const EvxPlace *p = &layout->places[word];
    return p->x0 >= tick->x1 && is_level (p, tick) && !is_mark (layout, word, tick);
}

/* Where the first column begins that has a word beside most ticks. */
static float
next_column (const Sheet *sheet, const Tick *ticks, guint n)
{
    const EvxLayout *layout = sheet->layout;
    g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (float));
    guint32 word;
    const EvxPlace *p;
    for (guint t = n; t-- > 0;) /* from the top */
        for (guint i = first_below (sheet, ticks[t].at.y0); (p = place_within (sheet, i, ticks[t].at.y1, &word)) != NULL; i++) {
            gboolean counted = t + 1 < n && stands_beside (layout, word, &ticks[t + 1].at); /* ticks stand too far apart for a third */
            if (!counted && stands_beside (layout, word, &ticks[t].at))
                g_array_append_val (begins, p->x0);
        }
    g_array_sort (begins, evx_sort_floats);
    guint most = MAX (3, (3 * n + 3) / 4);
    for (guint i = 0; i + most <= begins->len; i++)
        if (g_array_index (begins, float, i + most - 1) - g_array_index (begins, float, i) < layout->size)
            return g_array_index (begins, float, i);
    return G_MAXFLOAT;
}

/* Ticks of an axis, the lowest first. */
typedef struct {
    GArray *ticks; /* Tick */
    double pitch, step;
} Axis;

/* Whether a word stands where the next lower tick would: it was misread, its minus lost. */
static gboolean
goes_on_below (const Sheet *sheet, const EvxPlace *low, double pitch)
{
    guint32 word;
    const EvxPlace *p;
    for (guint i = first_below (sheet, middle (low) + 0.7 * pitch); (p = place_within (sheet, i, middle (low) + 1.3 * pitch, &word)) != NULL; i++) {
        const char first = *evx_layout_text (sheet->layout, word);
        if (fabs (middle (p) - middle (low) - pitch) < 0.25 * pitch && fabsf (p->x1 - low->x1) < low->y1 - low->y0 &&
            (g_ascii_isdigit (first) || first == '-'))
            return TRUE;
    }
    return FALSE;
}

static int
by_left (gconstpointer a, gconstpointer b)
{
    float x = ((const EvxPlace *) a)->x0, y = ((const EvxPlace *) b)->x0;
    return (x > y) - (x < y);
}

/* Whether a step from name to name is clearly longer than the others, and not as long as where names were lost. */
static gboolean
is_uneven (float step, float longest)
{
    float steps = longest > 0 ? step / longest : 0;
    return steps > 1.5f && fabsf (steps - roundf (steps)) > 0.15f;
}

/* Where the names of the other axis end, that stand between the heights right of the tick: they stand evenly, and what
 * follows farther off is beside the chart. */
static float
end_of_names (const Sheet *sheet, const EvxPlace *tick, double y0, double y1)
{
    const EvxLayout *layout = sheet->layout;
    g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (EvxPlace)), orders = g_array_new (FALSE, FALSE, sizeof (guint));
    guint32 word;
    const EvxPlace *place;
    for (guint i = first_below (sheet, y0); (place = place_within (sheet, i, y1, &word)) != NULL; i++)
        if (place->x0 >= tick->x1)
            g_array_append_val (orders, g_array_index (sheet->levels, Level, i).order);
    g_array_sort (orders, evx_sort_uints);
    for (guint i = 0; i < orders->len; i++)
        g_array_append_val (names, layout->places[layout->order[g_array_index (orders, guint, i)]]);
    g_array_sort (names, by_left);
    float widest = 0, longest = 0, reached = tick->x1;
    for (guint i = 0, gaps = 0; i < names->len; i++) {
        const EvxPlace *p = &g_array_index (names, EvxPlace, i);
        float gap = i > 0 ? p->x0 - reached : 0, step = i > 0 ? (p->x0 + p->x1 - p[-1].x0 - p[-1].x1) / 2 : 0;
        gboolean far = gap > 1.8f * widest || (gap > 1.4f * widest && is_uneven (step, longest));
        if (gaps >= LEAST_NAMES && far && gap > 2 * layout->size)
            return (reached + p->x0) / 2;
        gaps += gap > layout->size;
        widest = MAX (widest, gap);
        longest = MAX (longest, step);
        reached = MAX (reached, p->x1);
    }
    return G_MAXFLOAT;
}

/* Whether rows that go on farther left end in the margin between @x and the ticks: a table stands beside the chart. */
static gboolean
is_beside_rows (const EvxLayout *layout, float x, const EvxPlace *top, const EvxPlace *low)
{
    guint rows = 0;
    for (guint i = 1; i < layout->chunks->len; i++) {
        const EvxChunk *left = evx_layout_chunk (layout, i - 1), *chunk = evx_layout_chunk (layout, i);
        float y = (chunk->y0 + chunk->y1) / 2, at = (chunk->x0 + chunk->x1) / 2;
        rows += left->row == chunk->row && y > top->y0 && y < low->y1 && at > x && chunk->x1 < low->x0 - layout->size / 2 && left->x0 < x;
    }
    return rows >= LEAST_NAMES;
}

/* As much stands beside some ticks as the names below, or labels of rows before most: a table's. */
static gboolean
is_rows (const Sheet *sheet, const Tick *ticks, guint n, guint first, guint names, float right)
{
    guint richer = 0, labels = 0;
    float ignored = 0;
    for (guint i = first; i < n && 4 * richer < n; i++)
        richer += count_beside (sheet, &ticks[i].at, ticks[i].at.y0, ticks[i].at.y1, right, &ignored) >= names;
    if (4 * richer >= n)
        return TRUE;
    for (guint i = 0; i < n && 2 * labels < n; i++)
        labels += has_label (sheet, &ticks[i].at);
    return 2 * labels >= n;
}

/* Whether the ticks are those of an axis; @plot: what it measures. */
static gboolean
is_axis (const Sheet *sheet, const Axis *axis, EvxPlace *plot)
{
    const EvxLayout *layout = sheet->layout;
    const Tick *ticks = (const Tick *) (void *) axis->ticks->data;
    const EvxPlace *low = &ticks[0].at;
    guint n = axis->ticks->len;
    /* The lowest may be lost: the names stand below where 0 would. */
    double lost = ticks[0].value / axis->step, drop = lost > 0 && lost < MAX_LOST + 0.5 ? lost * axis->pitch : 0;
    if (drop <= 0 && goes_on_below (sheet, low, axis->pitch))
        drop = axis->pitch;
    float right = end_of_names (sheet, low, low->y0 + drop, low->y1 + drop + axis->pitch), last = low->x1;
    right = MIN (right, next_column (sheet, ticks, n));
    guint names = count_beside (sheet, low, low->y0 + drop, low->y1 + drop + axis->pitch, right, &last);
    if (names < LEAST_NAMES || is_rows (sheet, ticks, n, drop > 0 ? 0 : 1, names, right))
        return FALSE;
    float margin = low->x0 - AXIS_WIDTH * layout->size;
    if (is_beside_rows (layout, margin, &ticks[n - 1].at, low))
        margin = low->x0 - layout->size;
    *plot = (EvxPlace) { margin, ticks[n - 1].at.y0 - layout->size, last + layout->size,
                         low->y1 + (float) (drop + axis->pitch) };
    return TRUE;
}

/* How many of the values, from the top, stand more than @least above @top. */
static guint
count_above (const GArray *values, const EvxPlace *top, double least)
{
    guint low = 0, high = values->len;
    while (low < high) {
        guint at = (low + high) / 2;
        if (middle (top) - middle (&g_array_index (values, Tick, at).at) > least)
            low = at + 1;
        else
            high = at;
    }
    return low;
}

/* Whether two ticks end at one place; or begin there, where recognition has taken the mark of one into it. */
static gboolean
are_aligned (const EvxPlace *a, const EvxPlace *b)
{
    float height = b->y1 - b->y0;
    return fabsf (a->x1 - b->x1) < height || fabsf (a->x0 - b->x0) < height;
}

/* The nearest tick above the highest that is @pitches further up, or any the first time. */
static gboolean
tick_above (const GArray *values, const Axis *axis, guint pitches, Tick *found)
{
    const Tick *top = &g_array_index (axis->ticks, Tick, axis->ticks->len - 1);
    double height = top->at.y1 - top->at.y0, step = pitches * axis->step;
    double pitch = pitches * axis->pitch, slack = 0.25 * axis->pitch;
    for (guint i = count_above (values, &top->at, MAX (0.8 * height, pitch - 1.01 * slack)); i-- > 0;) {
        const Tick *tick = &g_array_index (values, Tick, i);
        double rise = middle (&top->at) - middle (&tick->at);
        if (pitches > 0 && rise > pitch + 1.01 * slack)
            return FALSE;
        if (!are_aligned (&tick->at, &top->at))
            continue;
        if (pitches == 0 || (fabs (rise - pitch) < slack && fabs (tick->value - top->value - step) < 1e-3 * axis->step)) {
            *found = *tick;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
is_multiple (double value, double step)
{
    return fabs (value / step - (double) lround (value / step)) < 1e-3;
}

/* Goes up from @low, a tick at a time. */
static gboolean
stands_on (const Sheet *sheet, const Tick *low, EvxPlace *plot)
{
    const GArray *values = sheet->values;
    g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (Tick));
    Axis axis = { .ticks = ticks };
    Tick at = *low;
    g_array_append_val (ticks, at);
    if (!tick_above (values, &axis, 0, &at))
        return FALSE;
    axis.pitch = middle (&low->at) - middle (&at.at);
    axis.step = at.value - low->value;
    if (!is_round (axis.step) || !is_multiple (low->value, axis.step))
        return FALSE;
    do
        g_array_append_val (ticks, at);
    while (ticks->len <= values->len && (tick_above (values, &axis, 1, &at) || tick_above (values, &axis, 2, &at)));
    return ticks->len >= LEAST_TICKS && is_axis (sheet, &axis, plot);
}

/* From the top; of two at one height the later first, for they are looked through from below. */
static int
by_height (gconstpointer a, gconstpointer b)
{
    const Tick *p = a, *q = b;
    double x = middle (&p->at), y = middle (&q->at);
    return x != y ? (x > y) - (x < y) : (p->order < q->order) - (p->order > q->order);
}

static GArray *
collect_values (const EvxLayout *layout)
{
    GArray *values = g_array_new (FALSE, FALSE, sizeof (Tick));
    for (guint i = 0; i < layout->n_order && values->len < MAX_VALUES; i++) {
        guint32 word = layout->order[i];
        Tick tick = { .at = layout->places[word], .order = i };
        if (read_value (evx_layout_text (layout, word), evx_layout_word (layout, word)->length, &tick.value))
            g_array_append_val (values, tick);
    }
    g_array_sort (values, by_height);
    return values;
}

static int
by_middle (gconstpointer a, gconstpointer b)
{
    double x = ((const Level *) a)->middle, y = ((const Level *) b)->middle;
    return (x > y) - (x < y);
}

static GArray *
collect_levels (const EvxLayout *layout)
{
    GArray *levels = g_array_sized_new (FALSE, FALSE, sizeof (Level), layout->n_order);
    for (guint i = 0; i < layout->n_order; i++) {
        Level level = { middle (&layout->places[layout->order[i]]), i };
        g_array_append_val (levels, level);
    }
    g_array_sort (levels, by_middle);
    return levels;
}

/* (element-type EvxPlace): what the axes of the page measure. */
static GArray *
find_plots (const EvxLayout *layout)
{
    g_autoptr (GArray) values = collect_values (layout);
    GArray *plots = g_array_new (FALSE, FALSE, sizeof (EvxPlace));
    if (values->len < LEAST_TICKS)
        return plots;
    g_autoptr (GArray) levels = collect_levels (layout);
    Sheet sheet = { layout, values, levels };
    EvxPlace plot;
    for (guint i = 0; i < values->len; i++)
        if (stands_on (&sheet, &g_array_index (values, Tick, i), &plot))
            g_array_append_val (plots, plot);
    return plots;
}

/* Marks the cells of the draft that lie in the plot. */
static void
mark_cells (const EvxDraft *draft, const EvxPlace *plot, gboolean *inside)
{
    for (guint c = 0; c < draft->cells->len; c++) {
        const EvxPlace *cell = &g_array_index (draft->cells, EvxDraftCell, c).box;
        float x = (cell->x0 + cell->x1) / 2, y = (cell->y0 + cell->y1) / 2;
        inside[c] |= x > plot->x0 && x < plot->x1 && y > plot->y0 && y < plot->y1;
    }
}

const GArray *
evx_layout_plots (EvxLayout *layout)
{
    if (layout->plots == NULL)
        layout->plots = find_plots (layout);
    return layout->plots;
}

/* Most of the draft's cells lie in plots: of one chart, or of several side by side. */
gboolean
evx_layout_is_chart (EvxLayout *layout, const EvxDraft *draft)
{
    const GArray *plots = evx_layout_plots (layout);
    g_autofree gboolean *inside = g_new0 (gboolean, draft->cells->len + 1);
    guint n = 0;
    for (guint i = 0; i < plots->len; i++)
        mark_cells (draft, &g_array_index (plots, EvxPlace, i), inside);
    for (guint c = 0; c < draft->cells->len; c++)
        n += inside[c];
    return 2 * n > draft->cells->len;
}
