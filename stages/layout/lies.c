/* Pages that lie on their side: a wide table on an upright sheet, its text drawn turned. Which way tells the order in
 * which the words of a line were drawn. Scans are turned before they are read (stages/ocr). */
#include "layout-internal.h"

enum { LEAST_LETTERS = 4, LEAST_WORDS = 20, LEAST_STEPS = 10 };

#define TALL 1.5 /* a word of several letters is no higher than wide, but where it is turned */

static gboolean
is_tall (const EvxWord *word)
{
    return evx_box_height (word->box) > TALL * evx_box_width (word->box);
}

/* Words of several letters, and how many of them are turned. */
static guint
count_tall (const EvxPage *page, guint *words)
{
    guint tall = 0;
    *words = 0;
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->origin != EVX_ORIGIN_TEXT || word->length < LEAST_LETTERS)
            continue;
        (*words)++;
        tall += is_tall (word);
    }
    return tall;
}

int
evx_layout_turn_of (const EvxPage *page)
{
    guint words, tall = count_tall (page, &words), up = 0, down = 0;
    if (words < LEAST_WORDS || 10 * tall < 9 * words)
        return 0;
    for (guint i = 1; i < page->words->len; i++) {
        const EvxBox *a = &g_array_index (page->words, EvxWord, i - 1).box, *b = &g_array_index (page->words, EvxWord, i).box;
        double common = MIN (a->x1, b->x1) - MAX (a->x0, b->x0);
        if (common < 0.5 * MIN (a->x1 - a->x0, b->x1 - b->x0))
            continue;
        up += b->y1 <= a->y0 + 1;
        down += b->y0 >= a->y1 - 1;
    }
    if (MAX (up, down) < LEAST_STEPS || MAX (up, down) < 3 * MIN (up, down))
        return 0;
    return up > down ? 90 : 270;
}
