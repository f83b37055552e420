/* What stands among figures is told by its shape: points, commas, minus and asterisks are a few pixels of a strip, which
 * the network overlooks, takes for each other, or reads where there are none. What it reads well are the figures.
 *
 * The marks of a word and the signs that were read are held against each other: both are parted by what is as high as a
 * figure. Where they have the same number of these, each gap between two has some marks and some signs, and is decided
 * by itself. */
#include "ocr-internal.h"

#include "../sort.h"

#include <math.h>
#include <string.h>

/* Shares of the height of figures. */
#define SPECK 0.075    /* what is smaller is none */
#define POINT 0.35     /* the side of a point, at most */
#define POINT_OFF 0.15 /* its foot from the base line */
#define COMMA 0.5      /* the height of a comma, at most */
#define COMMA_OFF 0.4  /* its foot below the base line, at most */
#define DASH_HIGH 0.2
#define DASH_WIDE 0.25
#define TALL 0.7       /* figures and brackets, at least */
#define TALL_OFF 0.5   /* the foot of a bracket from the base line, at most */
#define NARROW 0.38    /* a figure is no narrower, 1 apart */
#define NARROW_4 0.47  /* nor a 4 than this: what is was a 1 */
#define WIDEST 0.72    /* nor wider, in most typefaces; with a stop that touches it, it is */
#define STAR 0.22      /* the sides of an asterisk, at least */
#define STAR_WIDE 0.75 /* at most */
#define STAR_GAP 0.12  /* between its pieces, at most */
#define STAR_FOOT 0.3  /* above the base line, at least */
#define ROOM 0.2       /* a point between two figures keeps them apart by so much */
#define CLEAR 0.06     /* it stands so far before the second of them, at least */
#define BAR_LOW 0.15   /* the foot of a bar below the line, at most: what is lower is a rule */
#define BARRED 0.94    /* a barred > is no higher: 0.80 to 0.91 in eight typefaces, 0.95 in one */

/* More marks than a word of figures has. */
#define MOST_MARKS 32

/* Signs as high as figures; what is read for those that are not; what is read, before a figure, for an asterisk. */
#define TALL_SIGNS "0123456789()$/"
#define LOW_SIGNS ".,-*:;'\"_~="
#define STAR_LIKE "*#+'\"\302\243\302\260\342\200\230\342\200\231\342\200\234\342\200\235"

/* ---- marks --------------------------------------------------------------------------------------------- */

/* What a mark is by its shape; a tall one may be several figures that touch. */
typedef enum { MARK_TALL, MARK_POINT, MARK_COMMA, MARK_DASH, MARK_STAR, MARK_OTHER } Shape;

/* The marks of one word, left to right. */
typedef struct {
    guint n;
    EvxBox boxes[MOST_MARKS];
    Shape shapes[MOST_MARKS];
    double high; /* px: of its figures */
} Marks;

/* The height of figures: of the lower ones of the parts that are not much lower than the highest, which may be a bracket;
 * stops, signs and asterisks are. */
static double
figure_height (const GArray *parts)
{
    double most = 0;
    g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < parts->len; i++)
        most = MAX (most, evx_box_height (g_array_index (parts, EvxBox, i)));
    for (guint i = 0; i < parts->len; i++) {
        double height = evx_box_height (g_array_index (parts, EvxBox, i));
        if (height >= TALL * most)
            g_array_append_val (heights, height);
    }
    g_array_sort (heights, evx_sort_doubles);
    return heights->len > 0 ? g_array_index (heights, double, (guint) (0.3 * heights->len)) : 0;
}

/* The line that what is as high as figures stands on. */
static double
base_line (const GArray *parts, double high)
{
    g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < parts->len; i++)
        if (evx_box_height (g_array_index (parts, EvxBox, i)) >= TALL * high)
            g_array_append_val (feet, g_array_index (parts, EvxBox, i).y1);
    g_array_sort (feet, evx_sort_doubles);
    return feet->len > 0 ? g_array_index (feet, double, (guint) (0.4 * feet->len)) : 0;
}

/* What a part is among figures @high that stand on @base. */
static Shape
shape_of (const EvxBox *part, double high, double base)
{
    double w = evx_box_width (*part) / high, h = evx_box_height (*part) / high;
    double foot = (base - part->y1) / high, top = (base - part->y0) / high, middle = (foot + top) / 2;
    if (h >= TALL)
        return fabs (foot) <= TALL_OFF ? MARK_TALL : MARK_OTHER;
    if (w <= POINT && h <= POINT && fabs (foot) <= POINT_OFF)
        return MARK_POINT;
    if (w <= POINT && h <= COMMA && h >= w && foot <= 0 && foot >= -COMMA_OFF)
        return MARK_COMMA;
    if (h <= DASH_HIGH && w >= DASH_WIDE && w >= 1.5 * h && middle > 0.2 && middle < 0.65)
        return MARK_DASH;
    return h >= STAR && w >= STAR && w <= 1.5 * h && h <= 1.6 * w && foot >= STAR_FOOT && top >= 0.7 ? MARK_STAR : MARK_OTHER;
}

/* A minus is as thin, but wide. */
static gboolean
is_speck (const EvxBox *part, double high)
{
    double wide = evx_box_width (*part), low = evx_box_height (*part);
    return wide < SPECK * high || (low < SPECK * high && wide < DASH_WIDE * high);
}

/* Whether two parts are pieces of one mark that was printed thin: one above the other, as of a 5, but for a stop or a minus; or both
 * high up and close together, as of an asterisk. Two upright strokes apart are a quotation mark. */
static gboolean
are_pieces (const EvxBox *a, const EvxBox *b, double high, double base)
{
    double common = MIN (a->x1, b->x1) - MAX (a->x0, b->x0), wide = MAX (a->x1, b->x1) - MIN (a->x0, b->x0);
    gboolean upright = evx_box_height (*a) > 1.2 * evx_box_width (*a) && evx_box_height (*b) > 1.2 * evx_box_width (*b);
    Shape shapes[] = { shape_of (a, high, base), shape_of (b, high, base) };
    for (guint i = 0; i < 2; i++)
        if (shapes[i] == MARK_POINT || shapes[i] == MARK_COMMA || shapes[i] == MARK_DASH)
            return FALSE;
    if (MAX (a->y1, b->y1) <= base - STAR_FOOT * high)
        return wide <= STAR_WIDE * high && common >= -STAR_GAP * high && (!upright || common >= 0);
    return common > 0.5 * MIN (evx_box_width (*a), evx_box_width (*b));
}

/* Adds a part, or joins it to one of the last two marks as a piece of it. FALSE if there is no room for it. */
static gboolean
add_part (Marks *marks, const EvxBox *part, double base)
{
    for (guint i = marks->n; i-- > 0 && i + 2 >= marks->n;)
        if (are_pieces (&marks->boxes[i], part, marks->high, base)) {
            marks->boxes[i] = evx_box_union (marks->boxes[i], *part);
            return TRUE;
        }
    if (marks->n == MOST_MARKS)
        return FALSE;
    marks->boxes[marks->n++] = *part;
    return TRUE;
}

/* Now that pieces are joined: the height of figures, and the shape of each mark; specks are taken out. */
static void
measure (Marks *marks)
{
    g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    g_array_append_vals (whole, marks->boxes, marks->n);
    marks->high = figure_height (whole);
    marks->n = 0;
    double base = base_line (whole, marks->high);
    for (guint i = 0; i < whole->len; i++) {
        const EvxBox *mark = &g_array_index (whole, EvxBox, i);
        if (is_speck (mark, marks->high))
            continue;
        marks->boxes[marks->n] = *mark;
        marks->shapes[marks->n++] = shape_of (mark, marks->high, base);
    }
}

/* The marks of the word from @x0 to @x1. FALSE if there are none, or more than figures have. */
static gboolean
find_marks (const GArray *parts, double x0, double x1, Marks *marks)
{
    g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    for (guint i = 0; i < parts->len; i++) {
        const EvxBox *part = &g_array_index (parts, EvxBox, i);
        double middle = (part->x0 + part->x1) / 2;
        if (middle >= x0 && middle < x1)
            g_array_append_val (own, *part);
    }
    *marks = (Marks) { .high = figure_height (own) };
    double base = base_line (own, marks->high);
    for (guint i = 0; i < own->len; i++)
        if (!add_part (marks, &g_array_index (own, EvxBox, i), base))
            return FALSE;
    measure (marks);
    return marks->n > 0;
}

/* ---- one gap ------------------------------------------------------------------------------------------- */

/* What lies between two tall signs of a word, or before the first, or after the last. */
typedef struct {
    const char *signs; /* that were read, low ones */
    gsize length;
    char before, after; /* the tall signs; NUL: none */
    const char *rest;  /* of the reading, from @after on */
    const Marks *marks;
    guint from, to;    /* the low marks */
    gboolean touches;  /* inside of a mark of several figures: nothing can be told */
} Gap;

static gboolean
is_read (const Gap *gap, const char *signs)
{
    return gap->length == 1 && strchr (signs, *gap->signs) != NULL;
}

/* Whether the only mark lies free between its neighbours, which are apart: below one it is a piece of that, as the tip of
 * a 5 that was printed thin; dirt finds no room between figures. */
static gboolean
stands_free (const Gap *gap)
{
    const EvxBox *mark = &gap->marks->boxes[gap->from];
    double middle = (mark->x0 + mark->x1) / 2, high = gap->marks->high;
    return mark[1].x0 - mark[-1].x1 >= ROOM * high && middle > mark[-1].x1 && mark[1].x0 - mark->x1 >= CLEAR * high;
}

/* Whether a stop was read behind the last figure that has no mark, and does not touch the figure either. */
static gboolean
is_false_stop (const Gap *gap)
{
    return gap->after == '\0' && gap->from == gap->to && is_read (gap, ".,") &&
           evx_box_width (gap->marks->boxes[gap->from - 1]) <= WIDEST * gap->marks->high;
}

/* So many figures follow before another sign. */
static guint
figures_behind (const Gap *gap)
{
    guint n = 0;
    while (g_ascii_isdigit (gap->rest[n]))
        n++;
    return n;
}

/* Whether the number has a point already, in what was @told of it or in the rest. */
static gboolean
has_point (const GString *told, const Gap *gap)
{
    for (gsize i = told->len; i-- > 0 && (g_ascii_isdigit (told->str[i]) || strchr (".,", told->str[i]) != NULL);)
        if (told->str[i] == '.')
            return TRUE;
    return memchr (gap->rest, '.', strspn (gap->rest, "0123456789.,")) != NULL;
}

/* The point or comma that the only mark is; NUL if it is neither. */
static char
stop_of (const GString *told, const Gap *gap)
{
    gboolean thousands = figures_behind (gap) == 3, comma = gap->marks->shapes[gap->from] == MARK_COMMA;
    if (is_read (gap, ".,"))
        return *gap->signs;
    if (!stands_free (gap))
        return '\0';
    return comma && thousands ? ',' : has_point (told, gap) ? '\0' : '.';
}

/* Appends asterisks and a minus before a figure. Returns whether the marks are such. */
static gboolean
tell_lead (GString *told, const Gap *gap)
{
    guint stars = 0, dashes = 0;
    for (guint i = gap->from; i < gap->to; i++) {
        stars += gap->marks->shapes[i] == MARK_STAR && dashes == 0 && gap->before != '$';
        dashes += gap->marks->shapes[i] == MARK_DASH;
    }
    if (stars + dashes != gap->to - gap->from || dashes > 1)
        return FALSE;
    for (guint i = 0; i < stars + dashes; i++)
        g_string_append_c (told, i < stars ? '*' : '-');
    return TRUE;
}

/* Appends what the gap holds to @told. Returns whether its signs have a mark each. */
static gboolean
tell_gap (GString *told, const Gap *gap)
{
    guint n = gap->to - gap->from;
    Shape shape = n > 0 ? gap->marks->shapes[gap->from] : MARK_OTHER;
    gboolean between = g_ascii_isdigit (gap->before) && g_ascii_isdigit (gap->after);
    if (n > 0 && g_ascii_isdigit (gap->after) && !g_ascii_isdigit (gap->before) && tell_lead (told, gap))
        return TRUE;
    if (!gap->touches && is_false_stop (gap))
        return TRUE;
    if (n == 1 && between && shape == MARK_DASH) {
        g_string_append_c (told, '-');
        return TRUE;
    }
    if (n == 1 && between && (shape == MARK_POINT || shape == MARK_COMMA)) {
        char stop = stop_of (told, gap);
        if (stop != '\0') {
            g_string_append_c (told, stop);
            return TRUE;
        }
    }
    g_string_append_len (told, gap->signs, (gssize) gap->length);
    return n == gap->length;
}

/* ---- a word -------------------------------------------------------------------------------------------- */

/* How many signs before the first tall one are low, or read for an asterisk: bytes. */
static gsize
lead_of (const char *word)
{
    const char *at = word;
    while (*at != '\0' && (strchr (LOW_SIGNS, *at) != NULL || g_utf8_strchr (STAR_LIKE, -1, g_utf8_get_char (at)) != NULL))
        at = g_utf8_next_char (at);
    return (gsize) (at - word);
}

/* The number of tall signs before a sign of per cent, which is several marks; 0 if others than those of figures are
 * among them. */
static guint
count_tall (const char *word)
{
    guint n = 0, figures = 0;
    const char *at = word + lead_of (word);
    for (; *at != '\0' && *at != '%'; at++) {
        if (strchr (TALL_SIGNS LOW_SIGNS, *at) == NULL)
            return 0;
        n += strchr (TALL_SIGNS, *at) != NULL;
        figures += g_ascii_isdigit (*at);
    }
    return strspn (at, "%)") == strlen (at) && figures > 0 ? n : 0;
}

/* How many signs each tall mark is: one, but for the only one that is wide, which is all that are left. FALSE if they do
 * not come out even; before a sign of per cent, whose marks are not counted, each has to be one. */
static gboolean
match_tall (const Marks *marks, guint n_signs, gboolean per_cent, guint *signs_of)
{
    guint n = 0, n_wide = 0, wide = 0;
    for (guint i = 0; i < marks->n; i++) {
        signs_of[i] = marks->shapes[i] == MARK_TALL && (n < n_signs || !per_cent);
        n += signs_of[i];
        if (signs_of[i] == 0 || evx_box_width (marks->boxes[i]) < marks->high)
            continue;
        n_wide++;
        wide = i;
    }
    if (per_cent || n >= n_signs)
        return n == n_signs && !(per_cent && n_wide > 0);
    if (n_wide != 1)
        return FALSE;
    signs_of[wide] += n_signs - n;
    return evx_box_width (marks->boxes[wide]) >= NARROW * signs_of[wide] * marks->high;
}

/* The sign of a tall mark: a 1 beside a 4 is read as another. */
static char
sign_of (const Marks *marks, guint mark, char read)
{
    return read == '4' && evx_box_width (marks->boxes[mark]) < NARROW_4 * marks->high ? '1' : read;
}

gboolean
evx_ocr_is_figures (const char *word)
{
    return count_tall (word) > 0;
}

char *
evx_ocr_tell_figures (const char *word, const GArray *parts, double x0, double x1, gboolean *complete)
{
    Marks marks;
    guint signs_of[MOST_MARKS], n_tall = count_tall (word), mark = 0;
    gboolean per_cent = strchr (word, '%') != NULL;
    *complete = FALSE;
    if (n_tall == 0 || !find_marks (parts, x0, x1, &marks) || !match_tall (&marks, n_tall, per_cent, signs_of))
        return NULL;
    GString *told = g_string_new (NULL);
    Gap gap = { .marks = &marks, .signs = word, .length = lead_of (word) };
    *complete = TRUE;
    for (guint i = 0, left = 0; i <= n_tall; i++) {
        gap.rest = gap.signs + gap.length;
        gap.after = i < n_tall ? *gap.rest : '\0';
        gap.from = mark;
        gap.touches = left > 0;
        while (left == 0 && mark < marks.n && signs_of[mark] == 0)
            mark++;
        gap.to = mark;
        if (i == n_tall && per_cent)
            break;
        *complete &= tell_gap (told, &gap);
        if (i == n_tall)
            break;
        left = left > 0 ? left - 1 : signs_of[mark] - 1;
        g_string_append_c (told, sign_of (&marks, mark, *gap.rest));
        mark += left == 0;
        gap.before = gap.after;
        gap.signs = gap.rest + 1;
        gap.length = strcspn (gap.signs, TALL_SIGNS "%");
    }
    if (per_cent)
        g_string_append (told, gap.signs);
    return g_string_free (told, FALSE);
}

PIX *
evx_ocr_without_lead (PIX *strip, const GArray *parts)
{
    Marks marks;
    guint n = 0;
    l_uint32 ground = 255;
    if (!find_marks (parts, -G_MAXDOUBLE, G_MAXDOUBLE, &marks))
        return NULL;
    while (n < marks.n && (marks.shapes[n] == MARK_STAR || marks.shapes[n] == MARK_DASH))
        n++;
    if (n == 0 || n == marks.n || marks.shapes[n] != MARK_TALL)
        return NULL;
    PIX *bare = pixCopy (NULL, strip);
    pixGetPixel (strip, 0, 0, &ground);
    double end = floor ((marks.boxes[n - 1].x1 + marks.boxes[n].x0) / 2);
    if (bare != NULL)
        evx_image_fill (bare, (EvxBox) { 0, 0, end, pixGetHeight (bare) }, ground);
    return bare;
}

/* ---- bars under signs ---------------------------------------------------------------------------------- */

/* Whether @bar is a thin stroke right under @sign and no wider, as an underline is. */
static gboolean
is_bar_under (const EvxBox *bar, const EvxBox *sign)
{
    double high = evx_box_height (*sign), wide = evx_box_width (*sign), common = MIN (bar->x1, sign->x1) - MAX (bar->x0, sign->x0);
    return evx_box_height (*bar) <= 0.3 * high && bar->y0 >= sign->y1 && bar->y0 - sign->y1 <= 0.4 * high &&
           evx_box_width (*bar) >= 2.5 * evx_box_height (*bar) && evx_box_width (*bar) <= 1.3 * wide && common >= 0.7 * wide;
}

gint
evx_ocr_find_barred (const GArray *parts, gboolean is_2)
{
    gint found = -1;
    if (parts->len == 0)
        return -1;
    double high = figure_height (parts), base = base_line (parts, high);
    for (guint i = 0; i < parts->len; i++)
        for (guint k = 0; k < parts->len; k++) {
            const EvxBox *part = &g_array_index (parts, EvxBox, i), *bar = &g_array_index (parts, EvxBox, k);
            if (i == k || bar->y1 > base + BAR_LOW * high || !is_bar_under (bar, part))
                continue;
            if (found >= 0 || (is_2 && part->y0 < base - BARRED * high))
                return -1;
            found = (gint) MIN (i, k);
        }
    return found;
}
