/* A bare stroke is no 1 where the other 1s of the page have their flag: the network reads figures where figures follow,
 * and takes the I of a form for one, as in I-203. */
#include "ocr-internal.h"

#include "../sort.h"

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
