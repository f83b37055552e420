/* Dashes that recognition took for something else. A dash alone in a cell says "none"; of so little ink
 * recognition makes "_", "=" or even letters. A thin stroke at half the height of the line, no longer than a
 * dash, is one, whatever it was read as. */
#include "layout-internal.h"

#include <string.h>

/* Shares of the height of the type of the line. */
#define THICKEST 0.14f
#define SHORTEST 0.25f
#define LONGEST 1.3f
#define LONG_DASH 0.6f
#define HIGHEST 0.35f /* the middle of the stroke, from the top of the line */
#define LOWEST 0.68f  /* an underscore stands at .8 */

static gboolean
is_thin (const EvxLayout *layout, guint32 word, float type)
{
    EvxBox box = evx_layout_word (layout, word)->box;
    return box.y1 - box.y0 < THICKEST * type && box.x1 - box.x0 > 2.5 * (box.y1 - box.y0);
}

/* A word of the row that is no stroke itself and tells the height of its type, or G_MAXUINT32. */
static guint32
lettered_word (const EvxLayout *layout, guint from, guint to)
{
    for (guint c = from; c < to; c++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, c);
        for (guint w = 0; w < chunk->n; w++) {
            guint32 word = layout->order[chunk->first + w];
            const EvxPlace *p = &layout->places[word];
            if (evx_layout_word (layout, word)->length > 1 && !is_thin (layout, word, p->y1 - p->y0))
                return word;
        }
    }
    return G_MAXUINT32;
}

static gboolean
is_read_as_dash (const EvxLayout *layout, guint32 word)
{
    const char *text = evx_layout_text (layout, word);
    gunichar c = g_utf8_get_char_validated (text, (gssize) evx_layout_word (layout, word)->length);
    return (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212) &&
           g_utf8_next_char (text) == text + evx_layout_word (layout, word)->length;
}

static gboolean
is_dash (const EvxLayout *layout, guint32 word, const EvxPlace *line)
{
    EvxBox box = evx_layout_word (layout, word)->box;
    float type = line->y1 - line->y0, width = (float) (box.x1 - box.x0);
    EvxPlace ink = evx_layout_straight (layout, box);
    float height = ((ink.y0 + ink.y1) / 2 - line->y0) / type;
    return is_thin (layout, word, type) && width >= SHORTEST * type && width <= LONGEST * type &&
           height >= HIGHEST && height <= LOWEST;
}

/* The word's letters become those of a dash; page->text keeps the old ones until it is written anew. */
static void
write_dash (EvxLayout *layout, guint32 i, float type)
{
    EvxWord *word = &g_array_index (layout->page->words, EvxWord, i);
    const char *dash = word->box.x1 - word->box.x0 >= LONG_DASH * type ? "\xe2\x80\x94" : "-";
    word->start = (guint32) layout->page->text->len;
    word->length = (guint32) strlen (dash);
    g_string_append (layout->page->text, dash);
    g_string_append_c (layout->page->text, ' ');
}

static void
mend_row (EvxLayout *layout, guint from, guint to)
{
    guint32 lettered = lettered_word (layout, from, to);
    if (lettered == G_MAXUINT32)
        return;
    EvxPlace line = layout->places[lettered];
    for (guint c = from; c < to; c++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, c);
        for (guint w = 0; w < chunk->n; w++) {
            guint32 word = layout->order[chunk->first + w];
            if (evx_layout_word (layout, word)->origin != EVX_ORIGIN_TEXT && !is_read_as_dash (layout, word) &&
                is_dash (layout, word, &line))
                write_dash (layout, word, line.y1 - line.y0);
        }
    }
}

void
evx_layout_mend_strokes (EvxLayout *layout)
{
    for (guint from = 0, to; from < layout->chunks->len; from = to) {
        guint32 row = evx_layout_chunk (layout, from)->row;
        for (to = from + 1; to < layout->chunks->len && evx_layout_chunk (layout, to)->row == row; to++)
            ;
        mend_row (layout, from, to);
    }
}
