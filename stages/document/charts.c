/* Figures that stand by themselves, each with the words that name it: big numbers of a slide over their labels, and the
 * numbers at the bars of a chart over the years of its axis (or beside them, where the bars lie). What is counted is
 * said by the label or, for bars, by the heading; when, by the axis, the label or the heading. */
#include "document-internal.h"

#include "fold.h"

#include <math.h>
#include <string.h>

enum { MOST_WORDS = 220, MOST_FIGURES = 64, LEAST_BARS = 3, LABEL_LINES = 3, LABEL_BYTES = 90, CAPTION_BYTES = 14 };

#define BIG 1.25      /* a figure over its label is so much taller than it */
#define NEAR_LABEL 1.5 /* heights of the figure between it and its label, at most */
#define NEAR_LINE 0.8 /* heights of a line between the lines of a label */
#define NEAR_BAR 0.35 /* of the distance of two bars: how far a number's middle may be from that of its bar */

typedef struct {
    guint word;
    gint64 value;
    EvxBox box;
    gboolean year;
} Figure;

static double
middle_x (EvxBox box)
{
    return (box.x0 + box.x1) / 2;
}

static double
middle_y (EvxBox box)
{
    return (box.y0 + box.y1) / 2;
}

/* "1,143", "27"; no shares, sums of money, times or numbers of pages. */
static gboolean
read_value (const char *text, guint length, gint64 *value)
{
    *value = 0;
    for (guint i = 0; i < length; i++) {
        if (g_ascii_isdigit (text[i]))
            *value = *value * 10 + (text[i] - '0');
        else if (text[i] != ',' || i == 0 || i + 4 > length)
            return FALSE;
    }
    return length > 0 && length <= 7;
}

static gboolean
is_running (const EvxPage *page, const EvxWord *word)
{
    const EvxLine *line = &g_array_index (page->lines, EvxLine, word->line);
    guint16 kind = line->block < page->blocks->len ? g_array_index (page->blocks, EvxBlock, line->block).kind
                                                   : (guint16)EVX_BLOCK_PARAGRAPH;
    return kind == EVX_BLOCK_HEADER || kind == EVX_BLOCK_FOOTER;
}

/* "1    Introduction": a word of its type stands after it on its line. */
static gboolean
numbers_heading (const EvxPage *page, guint index)
{
    const EvxWord *word = &g_array_index (page->words, EvxWord, index);
    const EvxLine *line = &g_array_index (page->lines, EvxLine, word->line);
    if (index != line->first_word || line->n_words < 2)
        return FALSE;
    const EvxWord *next = &g_array_index (page->words, EvxWord, index + 1);
    double height = evx_box_height (word->box), other = evx_box_height (next->box);
    return !g_ascii_isdigit (page->text->str[next->start]) && MAX (height, other) < BIG * MIN (height, other);
}

/* Nothing on its line stands as near as the next word of a sentence would. */
static gboolean
is_apart (const EvxPage *page, guint index)
{
    const EvxWord *word = &g_array_index (page->words, EvxWord, index);
    const EvxLine *line = &g_array_index (page->lines, EvxLine, word->line);
    double room = evx_box_height (word->box);
    for (guint i = line->first_word; i < line->first_word + line->n_words; i++) {
        EvxBox other = g_array_index (page->words, EvxWord, i).box;
        if (i != index && other.x0 < word->box.x1 + room && other.x1 > word->box.x0 - room)
            return FALSE;
    }
    return TRUE;
}

/* Numbers that stand apart, and years. Returns: (transfer full) (element-type Figure). */
static GArray *
figures_of (const EvxPage *page)
{
    GArray *figures = g_array_new (FALSE, FALSE, sizeof (Figure));
    if (page->lines->len == 0) /* words that were never laid out: that stage was lost on this page */
        return figures;
    for (guint i = 0; i < page->words->len && page->words->len <= MOST_WORDS && figures->len < MOST_FIGURES; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        Figure figure = { .word = i, .box = word->box };
        if (word->cell != EVX_NONE || !g_ascii_isdigit (page->text->str[word->start]) ||
            !read_value (page->text->str + word->start, word->length, &figure.value) || is_running (page, word))
            continue;
        figure.year = word->length == 4 && figure.value >= 1990 && figure.value < 2100;
        if ((is_apart (page, i) && !numbers_heading (page, i)) || figure.year)
            g_array_append_val (figures, figure);
    }
    return figures;
}

gboolean
evx_charts_may_stand (const EvxPage *page)
{
    g_autoptr (GArray) figures = figures_of (page);
    for (guint i = 0; i < figures->len; i++)
        if (!g_array_index (figures, Figure, i).year)
            return TRUE;
    return FALSE;
}

/* ---- what a label says ---------------------------------------------------------------------- */

/* The kind of thing that the label counts, where it or its heading is about immigration authorities. */
static const char *
kind_of (const char *label, const char *heading, gboolean *negated)
{
    if (evx_is_planned (label) || !evx_label_concerns_immigration (label, heading != NULL ? heading : ""))
        return NULL;
    return evx_role_what (evx_label_kind (label, negated));
}

static void
add_claim (EvxDocument *document, const EvxPage *page, const Figure *figure, const char *what, gboolean negated,
           const char *label, const EvxPeriod *period)
{
    gboolean declined = negated && evx_label_declines (label);
    if (negated && figure->value == 0 && !declined) /* "Not notified: 0" would say that none was notified */
        return;
    g_autofree char *quote = g_strdup_printf ("%s: %" G_GINT64_FORMAT, label, figure->value);
    g_autofree char *place = g_strdup_printf ("figure %u", figure->word);
    EvxClaim claim = {
        .number = figure->value,
        .what = what,
        .year = period->year,
        .period_start = *period->start ? evx_document_string (document, period->start) : NULL,
        .period_end = *period->end ? evx_document_string (document, period->end) : NULL,
        .agency = evx_document_string (document, document->agency),
        .assertion = negated || figure->value == 0 ? "negated" : "affirmed",
        .quote = evx_document_string (document, quote),
        .page = page->index,
        .box = figure->box,
    };
    if (declined)
        evx_claim_set_declined (&claim);
    evx_claims_add (document, &claim, place);
}

/* ---- numbers over their labels -------------------------------------------------------------- */

static gboolean
stands_under (EvxBox upper, EvxBox lower, double most)
{
    double gap = lower.y0 - upper.y1, room = MAX (evx_box_width (upper), evx_box_width (lower)) / 4;
    gboolean middle = fabs (middle_x (upper) - middle_x (lower)) < room;
    gboolean flush = fabs (upper.x0 - lower.x0) < evx_box_height (lower);
    return gap > -evx_box_height (lower) / 3 && gap < most && (middle || flush);
}

/* The line nearest below @box, -1 if none; of type that is no larger than @height. */
static int
line_below (const EvxPage *page, EvxBox box, double most, double height)
{
    int best = -1;
    for (guint i = 0; i < page->lines->len; i++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
        if (line->n_words == 0 || evx_box_height (line->box) > height || !stands_under (box, line->box, most))
            continue;
        if (best < 0 || line->box.y0 < g_array_index (page->lines, EvxLine, best).box.y0)
            best = (int)i;
    }
    return best;
}

/* Returns: (transfer full) (nullable): the lines of the label under the figure. */
static char *
label_under (const EvxPage *page, EvxBox figure)
{
    double height = evx_box_height (figure);
    int line = line_below (page, figure, NEAR_LABEL * height, height / BIG);
    if (line < 0)
        return NULL;
    GString *label = g_string_new (NULL);
    for (guint n = 0; n < LABEL_LINES && line >= 0 && label->len < LABEL_BYTES; n++) {
        EvxBox box = g_array_index (page->lines, EvxLine, line).box;
        g_autofree char *text = evx_line_text (page, (guint)line);
        g_string_append_printf (label, "%s%s", n > 0 ? " " : "", text);
        line = line_below (page, box, NEAR_LINE * evx_box_height (box), 1.2 * evx_box_height (box));
    }
    return g_string_free (label, FALSE);
}

/* The time that the label names, else the heading, else a line at the head of the document. "Year to date" is as long as
 * one of these says, or to the day of the document. */
static EvxPeriod
period_over (const EvxClaimReader *reader, const EvxDocument *document, const EvxPage *page, guint line, const char *label, char *const *titles)
{
    const EvxPeriodReader *periods = evx_claim_reader_periods (reader);
    EvxPeriod own, period = { .year = EVX_NONE };
    gboolean said = evx_line_period (periods, label, &own);
    if (said && !(own.part && own.start[0] == '\0'))
        return own;
    gboolean over = evx_heading_period (periods, page, line, &period);
    for (guint i = 0; titles[i] != NULL && !over; i++)
        over = evx_line_period (periods, titles[i], &period);
    if (said && !(over && period.start[0] != '\0'))
        evx_period_read (periods, label, document->date, &period);
    return period;
}

static void
read_numbers_over_labels (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page,
                          const GArray *figures, char *const *titles)
{
    for (guint i = 0; i < figures->len; i++) {
        const Figure *figure = &g_array_index (figures, Figure, i);
        g_autofree char *label = figure->year ? NULL : label_under (page, figure->box);
        guint line = g_array_index (page->words, EvxWord, figure->word).line;
        g_autofree char *heading = evx_heading_above (page, line, 0);
        gboolean negated;
        const char *what = label != NULL ? kind_of (label, heading, &negated) : NULL;
        if (what == NULL)
            continue;
        EvxPeriod period = period_over (reader, document, page, line, label, titles);
        if (period.part && period.start[0] == '\0')
            period.year = EVX_NONE; /* nobody knows which part */
        add_claim (document, page, figure, what, negated, label, &period);
    }
}

/* ---- bars ----------------------------------------------------------------------------------- */

/* The years of an axis: @along is the way that they stand apart. */
typedef struct {
    const GArray *figures;
    const Figure *first; /* year */
    gboolean upright; /* the bars stand, the years one beside the other */
    double level;     /* of the axis, across */
    double begin;     /* of standing bars: where their heading ends */
    double pitch;     /* the least distance of two years */
    guint n_years;
} Axis;

static double
along (const Axis *axis, EvxBox box)
{
    return axis->upright ? middle_x (box) : middle_y (box);
}

static gboolean
is_on_axis (const Axis *axis, const Figure *figure)
{
    double across = axis->upright ? middle_y (figure->box) : figure->box.x0;
    return figure->year && fabs (across - axis->level) < evx_box_height (figure->box) / 2;
}

static void
measure_axis (Axis *axis, const Figure *first)
{
    axis->level = axis->upright ? middle_y (first->box) : first->box.x0;
    axis->pitch = G_MAXDOUBLE;
    axis->n_years = 0;
    const Figure *before = NULL;
    for (guint i = 0; i < axis->figures->len; i++) {
        const Figure *figure = &g_array_index (axis->figures, Figure, i);
        if (!is_on_axis (axis, figure))
            continue;
        axis->n_years++;
        if (before != NULL)
            axis->pitch = MIN (axis->pitch, fabs (along (axis, figure->box) - along (axis, before->box)));
        before = figure;
    }
}

/* The one number over (or beside) the year; NULL if there are none or several. */
static const Figure *
number_at (const Axis *axis, const Figure *year)
{
    const Figure *found = NULL;
    for (guint i = 0; i < axis->figures->len; i++) {
        const Figure *figure = &g_array_index (axis->figures, Figure, i);
        gboolean beyond = axis->upright ? figure->box.y1 < year->box.y1 && figure->box.y0 > axis->begin : figure->box.x0 > year->box.x1;
        if (figure->year || !beyond ||
            fabs (along (axis, figure->box) - along (axis, year->box)) > NEAR_BAR * axis->pitch)
            continue;
        if (found != NULL)
            return NULL;
        found = figure;
    }
    return found;
}

/* Each year must have its number: a chart of several kinds, or one read in part, says nothing here. */
static gboolean
is_whole (const Axis *axis)
{
    if (axis->n_years < LEAST_BARS || axis->pitch < 1)
        return FALSE;
    for (guint i = 0; i < axis->figures->len; i++) {
        const Figure *figure = &g_array_index (axis->figures, Figure, i);
        if (is_on_axis (axis, figure) && number_at (axis, figure) == NULL)
            return FALSE;
    }
    return TRUE;
}

/* Returns: (transfer full) (nullable): the words behind "Figure 1." of the line nearest above the axis that begins so. */
static char *
caption_above (const EvxPage *page, const Axis *axis)
{
    char *caption = NULL;
    double nearest = 0;
    for (guint i = 0; i < page->lines->len; i++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
        if (line->box.y1 > axis->first->box.y0 || line->box.y0 < nearest)
            continue;
        g_autofree char *text = evx_line_text (page, i), *folded = evx_fold (text);
        if (!evx_fold_has_any (folded, "figure|chart|graph|exhibit|figura|grafica") || !g_ascii_isupper (*text) || text[strlen (text) - 1] == '.')
            continue;
        const char *behind = strpbrk (text, ".:");
        g_autofree char *first = g_strndup (text, strcspn (text, " ")), *head = evx_fold (first);
        if (behind == NULL || behind - text > CAPTION_BYTES || !evx_fold_has_any (head, "figure|chart|graph|exhibit|figura|grafica"))
            continue;
        g_free (caption);
        caption = g_strdup (behind + 1 + strspn (behind + 1, " "));
        nearest = line->box.y0;
    }
    return caption;
}

static gboolean
read_axis (EvxDocument *document, const EvxPage *page, const Axis *axis)
{
    for (guint nth = 0; nth < 3; nth++) {
        gboolean negated;
        guint line = g_array_index (page->words, EvxWord, axis->first->word).line;
        g_autofree char *heading = nth == 0 ? caption_above (page, axis) : evx_heading_above (page, line, nth - 1);
        const char *what = heading != NULL ? kind_of (heading, NULL, &negated) : NULL;
        for (guint i = 0; what != NULL && i < axis->figures->len; i++) {
            const Figure *year = &g_array_index (axis->figures, Figure, i);
            if (!is_on_axis (axis, year))
                continue;
            EvxPeriod period = { .year = (gint)year->value };
            g_autofree char *label = g_strdup_printf ("%s, %d", heading, period.year);
            add_claim (document, page, number_at (axis, year), what, negated, label, &period);
        }
        if (what != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Where the last heading above height @y ends; 0 if there is none. */
static double
end_of_heading (const EvxPage *page, double y)
{
    double end = 0;
    for (guint b = 0; b < page->blocks->len; b++) {
        const EvxBlock *block = &g_array_index (page->blocks, EvxBlock, b);
        if (block->kind == EVX_BLOCK_HEADING && block->box.y1 < y)
            end = MAX (end, block->box.y1 - 1);
    }
    return end;
}

/* The charts of a page may be several. @read: (element-type double): the levels of those that were read. */
static gboolean
is_read (const GArray *read, const Axis *axis)
{
    for (guint i = 0; i < read->len; i++)
        if (fabs (g_array_index (read, double, i) - axis->level) < evx_box_height (axis->first->box) / 2)
            return TRUE;
    return FALSE;
}

static gboolean
read_bars (EvxDocument *document, const EvxPage *page, const GArray *figures)
{
    gboolean any = FALSE;
    for (guint lying = 0; lying < 2 && !any; lying++) {
        g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (double));
        for (guint i = 0; i < figures->len; i++) {
            const Figure *first = &g_array_index (figures, Figure, i);
            Axis axis = { .figures = figures, .first = first, .upright = lying == 0 };
            if (!first->year)
                continue;
            measure_axis (&axis, first);
            axis.begin = end_of_heading (page, axis.level);
            if (is_read (read, &axis) || !is_whole (&axis) || !read_axis (document, page, &axis))
                continue;
            g_array_append_val (read, axis.level);
            any = TRUE;
        }
    }
    return any;
}

void
evx_claims_of_charts (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page, const char *title)
{
    g_autoptr (GArray) figures = figures_of (page);
    if (figures->len == 0 || read_bars (document, page, figures))
        return;
    g_auto (GStrv) titles = g_strsplit (title, "\n", -1);
    read_numbers_over_labels (reader, document, page, figures, titles);
}
