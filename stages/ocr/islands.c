/* What tesseract's own reading of a page leaves out: pieces of ink that no word covers, above all single figures in the
 * cells of a table, which it takes for noise, and narrow columns that it reads downwards. */
#include "ocr-internal.h"

#include "../sort.h"

#define MOST_ISLANDS 400 /* more pieces are texture */
#define MOST_IN_VAIN 20  /* so many in a row that gave nothing: a picture */
#define ISLAND_S 5       /* processor time for one, s */

static GArray *
word_boxes_px (const EvxPage *page, double dpi)
{
    GArray *boxes = g_array_sized_new (FALSE, FALSE, sizeof (EvxBox), page->words->len);
    for (guint i = 0; i < page->words->len; i++) {
        EvxBox box = evx_box_to_px (g_array_index (page->words, EvxWord, i).box, dpi);
        g_array_append_val (boxes, box);
    }
    return boxes;
}

static double
median_height (const EvxPage *page)
{
    g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < page->words->len; i++) {
        double height = evx_box_height (g_array_index (page->words, EvxWord, i).box);
        g_array_append_val (heights, height);
    }
    g_array_sort (heights, evx_sort_doubles);
    return heights->len > 0 ? g_array_index (heights, double, heights->len / 2) : 0;
}

static void
copy_word (EvxPage *to, const EvxPage *from, guint i)
{
    const EvxWord *word = &g_array_index (from->words, EvxWord, i);
    EvxWord *copy = evx_page_add_word (to, from->text->str + word->start, word->length, word->box,
                                       word->confidence, EVX_ORIGIN_OCR);
    if (copy != NULL) {
        copy->font_size = word->font_size;
        copy->line = word->line;
    }
}

/* Tesseract takes a narrow column of figures, such as line numbers, for a line that runs downwards and
 * reads junk. Such words are taken out; their ink is then read piece by piece. */
static EvxPage *
without_downward_words (const EvxPage *page)
{
    double usual = median_height (page);
    EvxPage *kept = evx_page_new (page->index, page->width, page->height);
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        double height = evx_box_height (word->box);
        if (word->length >= 2 && height > 2 * evx_box_width (word->box) && height > 2.5 * usual)
            continue;
        copy_word (kept, page, i);
    }
    return kept;
}

/* The piece on white ground with a margin, as a line of its own. */
static PIX *
cut_out (PIX *gray, EvxBox px, int margin)
{
    EvxBox wide = { px.x0 - 3, px.y0 - 3, px.x1 + 3, px.y1 + 3 };
    g_autoptr (PIX) part = evx_image_crop (gray, wide);
    return part ? pixAddBorderGeneral (part, margin, margin, margin, margin, 255) : NULL;
}

/* Reads one piece and adds its words to @page. Returns the number of words believed. */
static guint
read_island (EvxRecogniser *recogniser, PIX *gray, double dpi, EvxBox px, EvxPage *page)
{
    int margin = (int) (dpi / 15);
    g_autoptr (PIX) part = cut_out (gray, px, margin);
    g_autoptr (EvxPage) read =
        part ? evx_recogniser_read (recogniser, part, dpi, EVX_LAYOUT_LINE, ISLAND_S, NULL) : NULL;
    double shift = (margin + 3) * 72.0 / dpi;
    EvxBox at = evx_box_from_px (px, dpi);
    guint n = 0;
    for (guint i = 0; read != NULL && i < read->words->len; i++) {
        const EvxWord *word = &g_array_index (read->words, EvxWord, i);
        const char *text = read->text->str + word->start;
        if (word->confidence < EVX_ISLAND_CONFIDENCE || !g_unichar_isalnum (g_utf8_get_char (text)))
            continue;
        EvxBox box = { at.x0 + word->box.x0 - shift, at.y0 + word->box.y0 - shift,
                       at.x0 + word->box.x1 - shift, at.y0 + word->box.y1 - shift };
        EvxWord *added = evx_page_add_word (page, text, word->length, box, word->confidence,
                                            EVX_ORIGIN_OCR);
        if (added != NULL)
            added->font_size = word->font_size;
        n += added != NULL;
    }
    return n;
}

/* Reads the pieces of @ink that no word of @page covers. Returns the number of words believed. */
static guint
read_islands (EvxRecogniser *recogniser, PIX *gray, const EvxInk *ink, double dpi, EvxPage *page)
{
    g_autoptr (GArray) known = word_boxes_px (page, dpi);
    g_autoptr (GArray) islands = ink ? evx_ink_islands (ink, known, MOST_ISLANDS)
                                     : g_array_new (FALSE, FALSE, sizeof (EvxBox));
    guint found = 0, in_vain = 0;
    for (guint i = 0; i < islands->len && in_vain < MOST_IN_VAIN; i++) {
        guint n = read_island (recogniser, gray, dpi, g_array_index (islands, EvxBox, i), page);
        in_vain = n > 0 ? 0 : in_vain + 1;
        found += n;
    }
    return found;
}

/* The word among the first @n that stands nearest to the left of @box on its line; -1 if none does. */
static gint
left_neighbour (const EvxPage *page, guint n, EvxBox box)
{
    gint best = -1;
    for (guint k = 0; k < n; k++) {
        EvxBox other = g_array_index (page->words, EvxWord, k).box;
        double common = MIN (box.y1, other.y1) - MAX (box.y0, other.y0);
        if (common > 0.5 * MIN (evx_box_height (box), evx_box_height (other)) && other.x0 < box.x0 &&
            (best < 0 || other.x0 > g_array_index (page->words, EvxWord, best).box.x0))
            best = (gint) k;
    }
    return best;
}

/* The word before the line, among the first @n words, that stands next below @box; n - 1 if none does. */
static gint
before_line_below (const EvxPage *page, guint n, EvxBox box)
{
    gint best = -1;
    for (guint k = 0; k < n; k++) {
        const EvxWord *other = &g_array_index (page->words, EvxWord, k);
        if (other->box.y0 >= box.y1 && other->box.x0 < box.x1 && other->box.x1 > box.x0 &&
            (best < 0 || other->box.y0 < g_array_index (page->words, EvxWord, best).box.y0))
            best = (gint) k;
    }
    if (best < 0)
        return (gint) n - 1;
    guint32 line = g_array_index (page->words, EvxWord, best).line;
    while (best >= 0 && g_array_index (page->words, EvxWord, best).line == line)
        best--;
    return best;
}

/* The pieces, which are the words from @n on, take their place in the order of reading: after the word to
 * their left, or before the line below them. */
static EvxPage *
put_in_order (const EvxPage *page, guint n)
{
    EvxPage *sorted = evx_page_new (page->index, page->width, page->height);
    g_autofree gint *after = g_new (gint, page->words->len + 1);
    for (guint k = n; k < page->words->len; k++) {
        EvxBox box = g_array_index (page->words, EvxWord, k).box;
        gint left = left_neighbour (page, n, box);
        gboolean same = k > n && left_neighbour (page, k, box) == (gint) k - 1;
        after[k] = left >= 0 ? left : same ? after[k - 1] : before_line_below (page, n, box);
    }
    for (gint i = -1; i < (gint) n; i++) {
        if (i >= 0)
            copy_word (sorted, page, (guint) i);
        for (guint k = n; k < page->words->len; k++)
            if (after[k] == i)
                copy_word (sorted, page, k);
    }
    return sorted;
}

EvxPage *
evx_ocr_read_left_out (EvxRecogniser *recogniser, PIX *gray, const EvxInk *ink, double dpi, const EvxPage *read, guint *reread)
{
    g_autoptr (EvxPage) found = without_downward_words (read);
    guint n_found = found->words->len;
    *reread = read_islands (recogniser, gray, ink, dpi, found);
    return put_in_order (found, n_found);
}
