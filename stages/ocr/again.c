/* Short strips that were read unsurely are read again in other frames, and the readings vote; a point or a minus that
 * was overlooked among figures is told by its shape.
 *
 * The network makes every strip 36 pixels high, so that white above and below sets the size of its letters, and sees a
 * cell without the words around that tell it what to expect: in one frame it reads "BoB" and is sure of "2.9" in the
 * next. Prose is left alone: it has many words to be unsure of, and other frames read it no better. */
#include "ocr-internal.h"

#include "../sort.h"

#include <math.h>
#include <string.h>

/* Strips whose words are read with less confidence, in the mean over their letters, are unsure. */
#define SURE_STRIP 0.87
/* Strips of more letters than this are prose. */
#define MOST_LETTERS 16
/* Where more of the strips than this are short and unsure it is the page that is poor: it would take as long again, and
 * gain nothing. */
#define MOST_UNSURE 0.33
/* So many votes settle a strip: two readings that are alike and sure; one where it is complete. */
#define SETTLED 1.6
/* With fewer, the strip is left as it was read first: texture is read as something else in each frame. */
#define ALIKE 1.0
/* The reading of figures with a sign for each connected part has so many times its votes. */
#define COMPLETE 2

/* Shares of the height of figures. */
#define SPECK 0.075    /* what is smaller is none */
#define POINT 0.35     /* the side of a point, at most */
#define POINT_OFF 0.15 /* its foot from the base line */
#define DASH_HIGH 0.2
#define DASH_WIDE 0.25
#define BAR_LOW 0.15   /* the foot of a bar below the line, at most: what is lower is a rule */
#define BARRED 0.94    /* a barred > is no higher: 0.80 to 0.91 in eight typefaces, 0.95 in one */

/* How a strip is framed: white above and below, as a share of its height, and how much wider it is made. Letters that
 * are set wide apart, as by a typewriter, are only read when they stand closer; others lose their points so, and the
 * frame counts half. */
typedef struct {
    double margin, wide, weight;
} Frame;

static const Frame frames[] = { { 0, 1, 1 }, { 0.075, 1, 1 }, { 0.15, 1.2, 1 }, { 0.15, 1, 1 }, { 0.15, 0.8, 0.5 } };

#define N_FRAMES G_N_ELEMENTS (frames)

/* What was read of all strips, in each frame; the first is as they were cut. */
typedef struct {
    const GPtrArray *strips;
    EvxPage *pages[N_FRAMES];      /* NULL: not read in that frame */
    EvxStripWords *words[N_FRAMES]; /* of each strip */
} Readings;

static void
clear_readings (Readings *readings)
{
    for (guint f = 0; f < N_FRAMES; f++) {
        evx_page_free (readings->pages[f]);
        g_free (readings->words[f]);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Readings, clear_readings)

EvxStripWords *
evx_ocr_strip_words (const EvxPage *read, guint n_strips)
{
    EvxStripWords *all = g_new0 (EvxStripWords, n_strips + 1);
    for (guint i = 0; i < read->words->len; i++) {
        EvxStripWords *strip = &all[g_array_index (read->words, EvxWord, i).line];
        if (strip->n++ == 0)
            strip->first = i;
    }
    return all;
}

static const EvxWord *
word_at (const EvxPage *page, guint i)
{
    return &g_array_index (page->words, EvxWord, i);
}

/* Appends word @i of @read as @text, its box as its strip was cut. */
static void
add_word (EvxPage *page, const EvxPage *read, guint i, const char *text, gsize length, double wide)
{
    const EvxWord *word = word_at (read, i);
    EvxBox box = { word->box.x0 / wide, word->box.y0, word->box.x1 / wide, word->box.y1 };
    EvxWord *added = evx_page_add_word (page, text, (gssize) length, box, word->confidence, EVX_ORIGIN_OCR);
    if (added != NULL) {
        added->font_size = word->font_size;
        added->line = word->line;
    }
}

/* ---- what was overlooked among figures --------------------------------------------------------------- */

/* A sign that was not read: which, and before which of those that were. */
typedef struct {
    char sign; /* NUL: none is missing */
    guint at;
} Missing;

/* The signs of the strip in one string; NULL if they are more than figures and what stands with them, or too many. */
static char *
signs_of (const EvxPage *page, EvxStripWords strip)
{
    g_autoptr (GString) signs = g_string_new (NULL);
    for (guint i = strip.first; i < strip.first + strip.n; i++)
        g_string_append_len (signs, page->text->str + word_at (page, i)->start, word_at (page, i)->length);
    if (signs->len == 0 || signs->len > MOST_LETTERS || strspn (signs->str, "0123456789.,()*+-/$") < signs->len)
        return NULL;
    return g_strdup (signs->str);
}

/* Of the feet or the heights of the parts the one that @share of them do not pass. */
static double
quantile (const GArray *parts, gboolean heights, double share)
{
    g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < parts->len; i++) {
        const EvxBox *part = &g_array_index (parts, EvxBox, i);
        double value = heights ? evx_box_height (*part) : part->y1;
        g_array_append_val (values, value);
    }
    g_array_sort (values, evx_sort_doubles);
    return g_array_index (values, double, (guint) (share * values->len));
}

/* The height of figures: stops, signs and asterisks are lower. */
static double
figure_height (const GArray *parts)
{
    return quantile (parts, TRUE, 0.75);
}

/* The parts of a strip, without specks. */
static GArray *
parts_of (PIX *strip)
{
    GArray *parts = evx_image_parts (strip);
    double high = parts->len > 0 ? figure_height (parts) : 0;
    for (guint i = parts->len; i-- > 0;) {
        const EvxBox *part = &g_array_index (parts, EvxBox, i);
        if (MIN (evx_box_width (*part), evx_box_height (*part)) < SPECK * high)
            g_array_remove_index (parts, i);
    }
    return parts;
}

/* What a part is by its shape, among figures @high that stand on @base: a point, a minus, or NUL for anything else. */
static char
sign_of (const EvxBox *part, double high, double base)
{
    double w = evx_box_width (*part), h = evx_box_height (*part), middle = (base - (part->y0 + part->y1) / 2) / high;
    if (w <= POINT * high && h <= POINT * high && fabs (base - part->y1) <= POINT_OFF * high)
        return '.';
    return h <= DASH_HIGH * high && w >= DASH_WIDE * high && w >= 1.5 * h && middle > 0.25 && middle < 0.65 ? '-' : '\0';
}

/* Whether the middle of part @i lies beside those next to it: where it lies below one, it is a piece of that, as the tip of
 * a 5 that was printed thin. */
static gboolean
stands_beside (const GArray *parts, guint i)
{
    const EvxBox *part = &g_array_index (parts, EvxBox, i);
    double middle = (part->x0 + part->x1) / 2;
    const EvxBox *before = i > 0 ? part - 1 : NULL, *behind = i + 1 < parts->len ? part + 1 : NULL;
    return (before == NULL || middle > before->x1) && (behind == NULL || middle < behind->x0);
}

/* A point stands between two figures, the only one of its number; a minus before one. */
static gboolean
may_stand (char sign, const char *signs, guint at)
{
    guint from = at, to = at;
    while (from > 0 && (g_ascii_isdigit (signs[from - 1]) || signs[from - 1] == '.'))
        from--;
    while (g_ascii_isdigit (signs[to]) || signs[to] == '.')
        to++;
    if (!g_ascii_isdigit (signs[at]) || (sign == '.' && memchr (signs + from, '.', to - from) != NULL))
        return FALSE;
    return sign == '.' ? at > 0 && g_ascii_isdigit (signs[at - 1]) : at == 0 || !g_ascii_isdigit (signs[at - 1]);
}

/* Figures of one sign less than the strip has parts lack the one whose part has its shape. */
static Missing
find_missing (const char *signs, const GArray *parts)
{
    guint n = (guint) strlen (signs);
    Missing found = { '\0', 0 };
    if (n < 2 || parts->len != n + 1)
        return found;
    double high = figure_height (parts), base = quantile (parts, FALSE, 0.5);
    for (guint i = 0; i < n; i++) {
        char sign = sign_of (&g_array_index (parts, EvxBox, i), high, base);
        if (sign != signs[i] && sign != '\0' && may_stand (sign, signs, i))
            return stands_beside (parts, i) ? (Missing) { sign, i } : found;
        if (sign != signs[i] && (sign != '\0' || strchr (".-", signs[i]) != NULL))
            return found; /* other parts than signs */
    }
    return found;
}

/* Figures of more signs than parts whose last part is no stop end without the one that was read. */
static gboolean
ends_with_false_stop (const char *signs, const GArray *parts)
{
    gsize n = strlen (signs);
    if (n < 2 || parts->len == 0 || parts->len >= n || strchr (".,", signs[n - 1]) == NULL)
        return FALSE;
    return evx_box_height (g_array_index (parts, EvxBox, parts->len - 1)) > 0.5 * figure_height (parts);
}

/* Whether @bar is a thin stroke right under @sign and no wider, as an underline is. */
static gboolean
is_bar_under (const EvxBox *bar, const EvxBox *sign)
{
    double high = evx_box_height (*sign), wide = evx_box_width (*sign), common = MIN (bar->x1, sign->x1) - MAX (bar->x0, sign->x0);
    return evx_box_height (*bar) <= 0.3 * high && bar->y0 >= sign->y1 && bar->y0 - sign->y1 <= 0.4 * high &&
           evx_box_width (*bar) >= 2.5 * evx_box_height (*bar) && evx_box_width (*bar) <= 1.3 * wide && common >= 0.7 * wide;
}

/* The place, from the left, of the one part that has a bar under it, not below the line; -1 if there is none, or several.
 * @is_2: the first sign was read as 2. Where it is as high as the other figures it is one, whose foot was printed thin: a
 * barred > is lower. */
static gint
find_barred (PIX *strip, gboolean is_2)
{
    gint found = -1;
    g_autoptr (GArray) parts = evx_image_parts (strip);
    if (parts->len == 0)
        return -1;
    double high = figure_height (parts), base = quantile (parts, FALSE, 0.5);
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

/* What a sign is with a bar under it. Before a number the network reads a barred > as 2. */
static const char *
barred (char sign, gboolean first)
{
    return sign == '<' ? "\342\211\244" : sign == '>' || (sign == '2' && first) ? "\342\211\245" : sign == '+' ? "\302\261" : NULL;
}

/* Whether some sign of the strip is one that a bar makes another. */
static gboolean
may_be_barred (const EvxPage *read, EvxStripWords strip)
{
    for (guint i = strip.first; i < strip.first + strip.n; i++) {
        const EvxWord *word = word_at (read, i);
        const char *text = read->text->str + word->start;
        if (memchr (text, '+', word->length) != NULL || (i == strip.first && strchr ("<>2", *text) != NULL))
            return TRUE;
    }
    return FALSE;
}

/* Writes the sign that has a bar, part @at of the strip, into a word, @first of the strip. Returns whether it did. */
static gboolean
write_barred (GString *text, gint at, gboolean first)
{
    char *plus = strchr (text->str, '+');
    gboolean leads = first && at == 0 && barred (*text->str, text->len > 1) != NULL;
    if (!leads && (plus == NULL || at == 0 || strchr (plus + 1, '+') != NULL))
        return FALSE;
    gssize where = leads ? 0 : plus - text->str;
    const char *sign = barred (text->str[where], TRUE);
    g_string_erase (text, where, 1);
    g_string_insert (text, where, sign);
    return TRUE;
}

/* Appends what was read of the strip, with the sign that was overlooked, and without a stop that is not there. */
static void
add_strip (EvxPage *page, const EvxPage *read, EvxStripWords strip, PIX *image, double wide)
{
    g_autofree char *signs = signs_of (read, strip);
    g_autoptr (GArray) parts = signs != NULL && strlen (signs) > 1 ? parts_of (image) : NULL;
    Missing missing = parts != NULL ? find_missing (signs, parts) : (Missing) { 0 };
    gboolean cut = parts != NULL && ends_with_false_stop (signs, parts);
    gboolean is_2 = read->text->str[word_at (read, strip.first)->start] == '2';
    gint bar = may_be_barred (read, strip) ? find_barred (image, is_2) : -1;
    for (guint i = strip.first, at = 0; i < strip.first + strip.n; i++) {
        const EvxWord *word = word_at (read, i);
        g_autoptr (GString) text = g_string_new_len (read->text->str + word->start, word->length);
        if (missing.sign != '\0' && missing.at >= at && missing.at < at + word->length)
            g_string_insert_c (text, (gssize) (missing.at - at), missing.sign);
        if (cut && i + 1 == strip.first + strip.n)
            g_string_truncate (text, text->len - 1);
        if (bar >= 0 && write_barred (text, bar, at == 0))
            bar = -1;
        at += word->length;
        add_word (page, read, i, text->str, text->len, wide);
    }
}

/* Takes what was read in frame @f. */
static void
take_reading (Readings *readings, guint f, const EvxPage *read)
{
    guint n = readings->strips->len;
    g_autofree EvxStripWords *words = evx_ocr_strip_words (read, n);
    readings->pages[f] = evx_page_new (read->index, read->width, read->height);
    for (guint i = 0; i < n; i++)
        if (words[i].n > 0)
            add_strip (readings->pages[f], read, words[i], g_ptr_array_index (readings->strips, i), frames[f].wide);
    readings->words[f] = evx_ocr_strip_words (readings->pages[f], n);
}

/* ---- votes --------------------------------------------------------------------------------------------- */

/* The mean confidence over the letters of the strip in frame @f, 0 without any. */
static double
confidence (const Readings *readings, guint f, guint at)
{
    double sum = 0, letters = 0;
    EvxStripWords strip = readings->words[f][at];
    for (guint i = strip.first; i < strip.first + strip.n; i++) {
        const EvxWord *word = word_at (readings->pages[f], i);
        sum += (double) word->confidence * word->length;
        letters += word->length;
    }
    return letters > 0 ? sum / letters : 0;
}

static gboolean
is_short (const EvxPage *page, EvxStripWords strip)
{
    guint letters = 0;
    for (guint i = strip.first; i < strip.first + strip.n; i++)
        letters += word_at (page, i)->length;
    return letters <= MOST_LETTERS;
}

/* Figures with a sign for each part of the strip. */
static gboolean
is_complete (const Readings *readings, guint f, guint at)
{
    g_autofree char *signs = signs_of (readings->pages[f], readings->words[f][at]);
    g_autoptr (GArray) parts = signs != NULL ? parts_of (g_ptr_array_index (readings->strips, at)) : NULL;
    return signs != NULL && parts->len == strlen (signs);
}

/* Figures of fewer signs than the strip has parts. */
static gboolean
lacks_signs (const Readings *readings, guint at)
{
    g_autofree char *signs = signs_of (readings->pages[0], readings->words[0][at]);
    g_autoptr (GArray) parts = signs != NULL ? parts_of (g_ptr_array_index (readings->strips, at)) : NULL;
    return signs != NULL && parts->len > strlen (signs);
}

/* Alike but for what is told by the words around: strokes that are one in many typefaces, small letters and capitals. */
static gboolean
are_alike (const char *a, const char *b, guint length)
{
    for (guint i = 0; i < length; i++)
        if (g_ascii_tolower (a[i]) != g_ascii_tolower (b[i]) && (strchr ("lI|", a[i]) == NULL || strchr ("lI|", b[i]) == NULL))
            return FALSE;
    return TRUE;
}

static gboolean
are_same (const Readings *readings, guint f, guint k, guint at)
{
    const EvxPage *a = readings->pages[f], *b = readings->pages[k];
    EvxStripWords in_a = readings->words[f][at], in_b = readings->words[k][at];
    if (in_a.n != in_b.n)
        return FALSE;
    for (guint i = 0; i < in_a.n; i++) {
        const EvxWord *one = word_at (a, in_a.first + i), *other = word_at (b, in_b.first + i);
        if (one->length != other->length || !are_alike (a->text->str + one->start, b->text->str + other->start, one->length))
            return FALSE;
    }
    return TRUE;
}

/* The frame whose reading of strip @at has most votes: those of all frames that read the same, each by the square of
 * how sure it is. Of these the surest. @most: (out): its votes. */
static guint
elect (const Readings *readings, guint at, double *most)
{
    guint best = 0;
    *most = -1;
    for (guint f = 0; f < N_FRAMES && readings->pages[f] != NULL; f++) {
        double votes = 0.001 * confidence (readings, f, at);
        for (guint k = 0; k < N_FRAMES && readings->pages[k] != NULL; k++) {
            double sure = confidence (readings, k, at);
            votes += are_same (readings, f, k, at) ? frames[k].weight * sure * sure : 0;
        }
        if (votes > 0 && is_complete (readings, f, at))
            votes *= COMPLETE;
        if (votes > *most) {
            *most = votes;
            best = f;
        }
    }
    return best;
}

/* Marks the strips to be read again; returns how many, 0 if they are too many. */
static guint
find_unsure (const Readings *readings, gboolean *unsure)
{
    guint n = 0;
    for (guint i = 0; i < readings->strips->len; i++) {
        gboolean cell = g_ptr_array_index (readings->strips, i) != NULL && is_short (readings->pages[0], readings->words[0][i]);
        unsure[i] = cell && (confidence (readings, 0, i) < SURE_STRIP || lacks_signs (readings, i));
        n += unsure[i];
    }
    return n <= MOST_UNSURE * readings->strips->len ? n : 0;
}

/* Reads the unsure strips in frame @f; those that are settled then are unsure no longer. Returns how many are left. */
static guint
read_in_frame (EvxRecogniser *recogniser, Readings *readings, guint f, gboolean *unsure, double dpi, double timeout_s)
{
    guint left = 0;
    g_autoptr (GPtrArray) framed = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free);
    for (guint i = 0; i < readings->strips->len; i++)
        g_ptr_array_add (framed, unsure[i] ? evx_image_frame (g_ptr_array_index (readings->strips, i), frames[f].margin,
                                                              frames[f].wide)
                                           : NULL);
    g_autoptr (EvxPage) read = evx_recogniser_read_strips (recogniser, framed, dpi, timeout_s, NULL);
    if (read == NULL)
        return 0;
    take_reading (readings, f, read);
    for (guint i = 0; i < readings->strips->len; i++) {
        double votes = 0;
        if (unsure[i])
            elect (readings, i, &votes);
        unsure[i] = unsure[i] && votes < SETTLED;
        left += unsure[i];
    }
    return left;
}

EvxPage *
evx_ocr_read_again (EvxRecogniser *recogniser, const GPtrArray *strips, const EvxPage *read, double dpi, double timeout_s)
{
    double end = evx_ocr_busy_us () + timeout_s * G_USEC_PER_SEC, votes = 0;
    g_auto (Readings) readings = { .strips = strips };
    g_autofree gboolean *unsure = g_new0 (gboolean, strips->len + 1);
    EvxPage *page = evx_page_new (read->index, read->width, read->height);
    take_reading (&readings, 0, read);
    guint left = find_unsure (&readings, unsure);
    for (guint f = 1; f < N_FRAMES && left > 0 && evx_ocr_busy_us () < end; f++)
        left = read_in_frame (recogniser, &readings, f, unsure, dpi, (end - evx_ocr_busy_us ()) / G_USEC_PER_SEC);
    for (guint i = 0; i < strips->len; i++) {
        guint elected = readings.pages[1] != NULL ? elect (&readings, i, &votes) : 0, f = votes >= ALIKE ? elected : 0;
        const EvxPage *best = readings.pages[f];
        for (guint w = readings.words[f][i].first; w < readings.words[f][i].first + readings.words[f][i].n; w++)
            add_word (page, best, w, best->text->str + word_at (best, w)->start, word_at (best, w)->length, 1);
    }
    return page;
}
