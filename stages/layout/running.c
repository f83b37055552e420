/* Running heads and feet: rows at the edges of the page that stand apart from the rest, page numbers among them. */
#include "order-internal.h"

/* The rows at the top edge that stand apart from the rest. */
guint
evx_layout_head_end (const EvxLayout *layout, const guint32 *ids, guint n)
{
    float limit = (float) (0.075 * layout->page->height);
    guint head = 0;
    for (guint at = 0, end, rows = 0; at < n && rows < 3; at = end, rows++) {
        end = evx_layout_row_end (layout, ids, n, at);
        float bottom = -G_MAXFLOAT, size = 0;
        for (guint i = at; i < end; i++) {
            bottom = MAX (bottom, evx_layout_chunk (layout, ids[i])->y1);
            size = MAX (size, evx_layout_chunk (layout, ids[i])->y1 - evx_layout_chunk (layout, ids[i])->y0);
        }
        if (bottom > limit || size > 1.7f * layout->size || evx_layout_grid_of (layout, ids[at]) != EVX_NONE)
            break;
        if (end < n && evx_layout_chunk (layout, ids[end])->y0 - bottom > 0.9f * layout->size)
            head = end;
    }
    return head;
}

/* The white space above the row that begins at @at. */
static float
gap_above (const EvxLayout *layout, const guint32 *ids, guint at, guint end)
{
    float top = G_MAXFLOAT, above = -G_MAXFLOAT;
    for (guint i = at; i < end; i++)
        top = MIN (top, evx_layout_chunk (layout, ids[i])->y0);
    for (guint i = at; i > 0 && at - i < 16; i--)
        above = MAX (above, evx_layout_chunk (layout, ids[i - 1])->y1);
    return at > 0 ? top - above : 0;
}

/* "3", "- 3 -", "Page 3 of 12": a row of few words with a number among them and no other digits. */
static gboolean
is_page_number (const EvxLayout *layout, const guint32 *ids, guint at, guint end)
{
    guint numbers = 0, others = 0;
    for (guint i = at; i < end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        for (guint w = 0; w < MIN (chunk->n, 8); w++) {
            guint32 word = layout->order[chunk->first + w];
            const char *text = evx_layout_text (layout, word);
            guint32 length = evx_layout_word (layout, word)->length, digits = 0;
            for (guint32 k = 0; k < length; k++)
                digits += g_ascii_isdigit (text[k]) != 0;
            numbers += digits > 0 && digits <= 4 && digits + 2 >= length;
            others += digits == 0 && length > 1;
        }
    }
    return numbers >= 1 && numbers <= 2 && others <= 2;
}

/* Likewise at the bottom edge. The last rows of a full page stand no farther apart than those before them. */
guint
evx_layout_foot_start (const EvxLayout *layout, const guint32 *ids, guint n, guint from)
{
    float limit = (float) (0.92 * layout->page->height);
    guint foot = n, end = n;
    for (guint rows = 0; end > from && rows < 3; rows++) {
        guint at = evx_layout_row_start (layout, ids, end);
        if (at < from || evx_layout_chunk (layout, ids[at])->y0 < limit || evx_layout_grid_of (layout, ids[at]) != EVX_NONE)
            break;
        float gap = gap_above (layout, ids, at, end);
        float before = at > from ? gap_above (layout, ids, evx_layout_row_start (layout, ids, at), at) : 0;
        if (at > from && gap > 0.7f * layout->size && (gap > 1.4f * before || is_page_number (layout, ids, at, end)))
            foot = at;
        end = at;
    }
    return foot;
}
