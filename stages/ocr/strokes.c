/* What strokes are, by their shape. Strokes beside each other that are alike are one letter: the network takes III for Ill,
 * IID or UI. A bare stroke is no 1 where the other 1s of the page have their flag: the network reads figures where figures follow,
 * and takes the I of a form for one, as in I-203. */
#include "ocr-internal.h"

#include "../sort.h"

#include <math.h>
#include <string.h>

/* So many words that begin with 1 show how wide it is. */
#define SAMPLES 3
/* Shares of its height: a 1 with a flag is as wide as this at least; what is wider than the other is several figures. */
#define FLAGGED 0.27
#define WIDEST 0.75
/* Of the widths of all, from the narrowest on: some of these are no 1. */
#define USUAL 0.7
/* A stroke is so much narrower than such a 1. */
#define BARE 0.65
/* Of the highest mark of a word: what is lower is no letter. */
#define TALL 0.8

/* What a stroke is read for, beside I. */
#define STROKES "1l|"

/* What several are read for, and what may stand beside them in a word of capitals. */
#define READ_FOR_STROKES "Il|!DHU[]"
#define BESIDE_STROKES "ABCDEFGHIJKLMNOPQRSTUVWXYZ()[]-./,"
/* Alike: shares of their height that they are as wide at most, and apart; px that they may differ by. */
#define STROKE_WIDE 0.52
#define STROKE_APART 0.6
#define ALIKE 1
/* Their ink is no further from their middle: a share of their width, and px. */
#define UPRIGHT 0.05
#define UPRIGHT_PX 0.35
/* More parts than a word with strokes in it has; and so many letters before the strokes may be one part with another. */
#define MOST_PARTS 24
#define MOST_TOUCHING 2

static const EvxPlacedWord *
placed_at (const GArray *placed, guint i)
{
    return &g_array_index (placed, EvxPlacedWord, i);
}

/* How wide the first mark of a word is, as a share of its height; 0 if it is not as high as others, or is all there is. */
static double
width_of_first (const GArray *parts, const EvxPlacedWord *word)
{
    const EvxBox *first = NULL;
    double most = 0;
    guint n = 0;
    for (guint i = 0; i < parts->len; i++) {
        const EvxBox *part = &g_array_index (parts, EvxBox, i);
        double middle = (part->x0 + part->x1) / 2;
        if (middle < word->x0 || middle >= word->x1)
            continue;
        first = n++ == 0 ? part : first;
        most = MAX (most, evx_box_height (*part));
    }
    if (n < 2)
        return 0;
    double high = evx_box_height (*first);
    return high >= TALL * most ? evx_box_width (*first) / high : 0;
}

gboolean *
evx_ocr_find_strokes (const GPtrArray *strips, const EvxPage *read, const GArray *placed)
{
    gboolean *bare = g_new0 (gboolean, placed->len + 1);
    g_autofree double *widths = g_new0 (double, placed->len + 1);
    g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
    g_autoptr (GArray) parts = NULL; /* of the strip that was looked at last */
    guint strip = G_MAXUINT;
    for (guint i = 0; i < placed->len; i++) {
        const EvxPlacedWord *word = placed_at (placed, i);
        char sign = read->text->str[g_array_index (read->words, EvxWord, word->word).start];
        if (strchr (STROKES, sign) == NULL)
            continue;
        if (word->strip != strip) {
            g_clear_pointer (&parts, g_array_unref);
            parts = evx_image_parts (g_ptr_array_index (strips, word->strip));
            strip = word->strip;
        }
        widths[i] = width_of_first (parts, word);
        if (sign == '1' && widths[i] > 0 && widths[i] <= WIDEST)
            g_array_append_val (samples, widths[i]);
    }
    g_array_sort (samples, evx_sort_doubles);
    double usual = samples->len >= SAMPLES ? g_array_index (samples, double, (guint) (USUAL * samples->len)) : 0;
    for (guint i = 0; i < placed->len && usual >= FLAGGED; i++)
        bare[i] = widths[i] > 0 && widths[i] <= BARE * usual;
    return bare;
}

/* ---- strokes that are alike --------------------------------------------------------------------------- */

/* How far the ink of the rows @y0 .. @y1 of a part is from its middle, px to the right. */
static double
off_middle (PIX *strip, const EvxBox *part, double y0, double y1)
{
    double sum = 0, ink = 0, middle = (part->x0 + part->x1 - 1) / 2;
    for (int y = (int) y0; y < (int) y1; y++)
        for (int x = (int) part->x0; x < (int) part->x1; x++) {
            l_uint32 tone = 255;
            pixGetPixel (strip, x, y, &tone);
            sum += (255.0 - tone) * (x - middle);
            ink += 255.0 - tone;
        }
    return ink > 0 ? sum / ink : 0;
}

/* Whether a part is a stroke whose sides mirror each other, above and below, as no J, 1 or bracket does. */
static gboolean
is_upright (PIX *strip, const EvxBox *part)
{
    double middle = floor ((part->y0 + part->y1) / 2), off = UPRIGHT * evx_box_width (*part) + UPRIGHT_PX;
    return evx_box_width (*part) <= STROKE_WIDE * evx_box_height (*part) && fabs (off_middle (strip, part, part->y0, middle)) <= off &&
           fabs (off_middle (strip, part, middle, part->y1)) <= off;
}

static gboolean
are_alike (const EvxBox *a, const EvxBox *b)
{
    return fabs (evx_box_width (*a) - evx_box_width (*b)) <= ALIKE && fabs (a->y0 - b->y0) <= ALIKE && fabs (a->y1 - b->y1) <= ALIKE &&
           b->x0 - a->x1 <= STROKE_APART * evx_box_height (*b);
}

/* The longest run of strokes that are alike, two at least, of @n parts from @parts on; they are not much lower than the
 * highest, which may be a bracket. Returns how many, 0 if there are none. */
static guint
find_run (PIX *strip, const EvxBox *parts, guint n, guint *first)
{
    guint most = 0;
    double high = 0;
    for (guint i = 0; i < n; i++)
        high = MAX (high, evx_box_height (parts[i]));
    for (guint from = 0, to; from < n; from = to) {
        gboolean upright = is_upright (strip, &parts[from]);
        for (to = from + 1; to < n && upright && are_alike (&parts[to - 1], &parts[to]) && is_upright (strip, &parts[to]); to++)
            ;
        if (to - from >= 2 && to - from > most && evx_box_height (parts[from]) >= TALL * TALL * high) {
            most = to - from;
            *first = from;
        }
    }
    return most;
}

/* Whether all of @length letters are in @letters. */
static gboolean
are_all (const char *text, gsize length, const char *letters)
{
    for (gsize i = 0; i < length; i++)
        if (strchr (letters, text[i]) == NULL)
            return FALSE;
    return TRUE;
}

/* Where the strokes were read in the word: the longest stretch of letters that strokes are read for. */
static gsize
find_strokes (const char *word, gsize *first)
{
    gsize most = 0, length;
    *first = 0;
    for (gsize at = 0; word[at] != '\0'; at += MAX (1, length)) {
        length = strspn (word + at, READ_FOR_STROKES);
        if (length > most) {
            most = length;
            *first = at;
        }
    }
    return most;
}

static gboolean
is_one_letter (const char *text, gsize length)
{
    for (gsize i = 1; i < length; i++)
        if (text[i] != text[0])
            return FALSE;
    return TRUE;
}

/* The parts of the word from @x0 to @x1. Returns how many; 0 if there are more than a word has. */
static guint
own_parts (const GArray *parts, double x0, double x1, EvxBox own[MOST_PARTS])
{
    guint n = 0;
    for (guint i = 0; i < parts->len; i++) {
        const EvxBox *part = &g_array_index (parts, EvxBox, i);
        double middle = (part->x0 + part->x1) / 2;
        if (middle < x0 || middle >= x1)
            continue;
        if (n == MOST_PARTS)
            return 0;
        own[n++] = *part;
    }
    return n;
}

char *
evx_ocr_tell_strokes (const char *word, PIX *strip, const GArray *parts, double x0, double x1)
{
    EvxBox own[MOST_PARTS];
    guint n = own_parts (parts, x0, x1, own), first = 0, run = find_run (strip, own, n, &first), behind = n - first - run;
    gsize before, read = find_strokes (word, &before);
    const char *strokes = word + before, *rest = strokes + read;
    gboolean sure = read == run && is_one_letter (strokes, read) && (*strokes == 'I' || run < n);
    /* the last of them and the bracket behind it, as one */
    gboolean closes = behind == 1 && *rest == '\0' && read > 0 && rest[-1] == 'D' && memchr (word, '(', before) != NULL;
    if (run == 0 || sure || read + 1 < run || read > run + 1 || before < first || before > first + (first > 0 ? MOST_TOUCHING : 0) ||
        (strlen (rest) != behind && !closes) || !are_all (word, before, BESIDE_STROKES) || !are_all (rest, strlen (rest), BESIDE_STROKES))
        return NULL;
    g_autofree char *told = g_strnfill (run, 'I');
    return g_strdup_printf ("%.*s%s%s", (int) before, word, told, closes ? ")" : rest);
}
