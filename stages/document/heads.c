/* The head of a column: what stands over it. A spreadsheet on paper sets its heads closer to each other than its numbers,
 * so that two may come as one that spans two columns; the wider spaces in it still part them. */
#include "document-internal.h"

#define PARTING_SPACE 0.45 /* heights of the type: a blank is 0.25 to 0.35 */

/* The words of the cell on its one line; FALSE if there are several lines. */
static gboolean
words_of_cell (const EvxPage *page, guint cell, GArray *words)
{
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->cell != (gint32)cell)
            continue;
        if (words->len > 0 && evx_box_y_overlap (g_array_index (page->words, EvxWord, g_array_index (words, guint, 0)).box,
                                                 word->box) <= 0)
            return FALSE;
        g_array_append_val (words, i);
    }
    return words->len > 0;
}

static double
space_after (const EvxPage *page, const GArray *words, guint i)
{
    const EvxWord *word = &g_array_index (page->words, EvxWord, g_array_index (words, guint, i));
    const EvxWord *next = &g_array_index (page->words, EvxWord, g_array_index (words, guint, i + 1));
    return (next->box.x0 - word->box.x1) / MAX (evx_box_height (word->box), 1);
}

/* The words of part @part, where the wider spaces make exactly @n_parts; NULL if they do not. */
static char *
part_of_words (const EvxPage *page, const GArray *words, guint part, guint n_parts)
{
    guint parts = 0;
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < words->len; i++) {
        g_autofree char *word = evx_page_word (page, g_array_index (words, guint, i));
        if (parts == part)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
        parts += i + 1 < words->len && space_after (page, words, i) > PARTING_SPACE;
    }
    if (parts + 1 == n_parts)
        return g_string_free (text, FALSE);
    g_string_free (text, TRUE);
    return NULL;
}

char *
evx_head_part (const EvxPage *page, guint cell, guint column)
{
    const EvxCell *head = &g_array_index (page->cells, EvxCell, cell);
    g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
    if (head->columns < 2 || !words_of_cell (page, cell, words))
        return NULL;
    return part_of_words (page, words, column - head->column, head->columns);
}
