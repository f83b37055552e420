/* Lines of one column into blocks: paragraphs, headings, list items, quoted e-mail.
 *
 * A block ends where the step to the next line is wider than usual, the type changes size, a list item
 * begins, a quotation begins or ends, or a line is indented after a line that ends early. */
#include "../sort.h"
#include "layout-internal.h"

#include <math.h>
#include <string.h>

typedef struct {
    EvxPlace box;
    guint first, n; /* in the words of the column */
    guint32 row;
    float size;     /* of its type, pt */
    gboolean bold, capitals, listed, quoted;
} Line;

typedef struct {
    EvxLayout *layout;
    GArray *words; /* guint32 */
    GArray *lines; /* Line */
    float left, right;
    float step;    /* usual distance from line to line */
    float size;    /* usual size of its type, not less than that of the page */
} Column;

/* ---- what a line begins with --------------------------------------------------------------------- */

/* A dash, or one sign of the shapes, arrows, dingbats and private signs that fonts of symbols use. */
gboolean
evx_layout_is_bullet (const EvxLayout *layout, guint32 word)
{
    const char *text = evx_layout_text (layout, word);
    gsize length = evx_layout_word (layout, word)->length;
    gunichar c = g_utf8_get_char_validated (text, (gssize) length);
    if (c == (gunichar) -1 || c == (gunichar) -2 || g_utf8_next_char (text) != text + length)
        return FALSE;
    return c == '-' || c == '*' || c == 'o' || c == 0xb7 || (c >= 0x2010 && c <= 0x2023) || c == 0x2043 ||
           c == 0x2219 || (c >= 0x2190 && c <= 0x21ff) || (c >= 0x25a0 && c <= 0x27bf) || (c >= 0xe000 && c <= 0xf8ff);
}

enum { LABEL_DIGITS = 3 }; /* "2021." is a year, and ends a sentence */

/* "1." "12)" "(a)" "iv." "A." - a label, closed by a point or a bracket. */
gboolean
evx_layout_is_label (const EvxLayout *layout, guint32 word)
{
    const char *text = evx_layout_text (layout, word);
    gsize length = evx_layout_word (layout, word)->length;
    gsize at = text[0] == '(' ? 1 : 0, start = at;
    if (length > 6)
        return FALSE;
    while (at < length && g_ascii_isdigit (text[at]))
        at++;
    if (at - start > LABEL_DIGITS)
        return FALSE;
    if (at == start) {
        while (at < length && strchr ("ivxIVX", text[at]) != NULL)
            at++;
        if (at == start && at < length && g_ascii_isalpha (text[at]))
            at++;
    }
    return at > start && at + 1 == length && (text[at] == ')' || (text[at] == '.' && start == 0));
}

/* A sign that stands off from the text, which recognition made of a bullet. */
static gboolean
is_read_for_bullet (const EvxLayout *layout, guint32 first, guint32 next)
{
    float gap = layout->places[next].x0 - layout->places[first].x1;
    return evx_layout_is_lone_sign (layout, first) && gap > MAX (0.8f * layout->size, 2 * layout->space);
}

static gboolean
is_listed (const EvxLayout *layout, const guint32 *words, guint n)
{
    return n > 1 && (evx_layout_is_bullet (layout, words[0]) || evx_layout_is_label (layout, words[0]) ||
                     is_read_for_bullet (layout, words[0], words[1]));
}

static gboolean
is_capital (const EvxLayout *layout, const guint32 *words, guint n)
{
    guint upper = 0;
    for (guint i = 0; i < n; i++) {
        const char *text = evx_layout_text (layout, words[i]);
        for (guint32 k = 0; k < evx_layout_word (layout, words[i])->length; k++) {
            if (g_ascii_islower (text[k]))
                return FALSE;
            upper += g_ascii_isupper (text[k]) != 0;
        }
    }
    return upper >= 4;
}

/* ---- lines ------------------------------------------------------------------------------------------ */

/* Size of the line's largest type; of its middle word on a scan, where the boxes of some are too high. */
static float
line_size (const EvxLayout *layout, const guint32 *words, guint n)
{
    g_autofree float *sizes = g_new (float, n + 1);
    for (guint i = 0; i < n; i++)
        sizes[i] = evx_layout_type (layout, words[i]);
    qsort (sizes, n, sizeof *sizes, evx_sort_floats);
    return sizes[evx_layout_word (layout, words[0])->origin == EVX_ORIGIN_TEXT ? n - 1 : n / 2];
}

static void
describe_line (Column *column, Line *line)
{
    const EvxLayout *layout = column->layout;
    const guint32 *words = &g_array_index (column->words, guint32, line->first);
    guint bold = 0;
    line->size = line_size (layout, words, line->n);
    for (guint i = 0; i < line->n; i++)
        bold += (evx_layout_word (layout, words[i])->flags & EVX_WORD_BOLD) != 0;
    line->bold = bold == line->n;
    line->capitals = is_capital (layout, words, line->n);
    line->listed = is_listed (layout, words, line->n);
    line->quoted = evx_layout_text (layout, words[0])[0] == '>';
}

static void
collect_lines (Column *column, const guint32 *ids, guint n)
{
    const EvxLayout *layout = column->layout;
    Line *line = NULL;
    for (guint i = 0; i < n; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, ids[i]);
        if (line == NULL || line->row != chunk->row) {
            Line next = { .box = { chunk->x0, chunk->y0, chunk->x1, chunk->y1 },
                          .first = column->words->len, .row = chunk->row };
            g_array_append_val (column->lines, next);
            line = &g_array_index (column->lines, Line, column->lines->len - 1);
        }
        line->box.y0 = MIN (line->box.y0, chunk->y0);
        line->box.y1 = MAX (line->box.y1, chunk->y1);
        line->box.x1 = MAX (line->box.x1, chunk->x1);
        line->n += chunk->n;
        g_array_append_vals (column->words, layout->order + chunk->first, chunk->n);
    }
    for (guint i = 0; i < column->lines->len; i++)
        describe_line (column, &g_array_index (column->lines, Line, i));
}

static void
measure (Column *column)
{
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (float)), sizes = g_array_new (FALSE, FALSE, sizeof (float));
    column->left = G_MAXFLOAT;
    column->right = -G_MAXFLOAT;
    for (guint i = 0; i < column->lines->len; i++) {
        const Line *line = &g_array_index (column->lines, Line, i);
        column->left = MIN (column->left, line->box.x0);
        column->right = MAX (column->right, line->box.x1);
        g_array_append_val (sizes, line->size);
        if (i == 0)
            continue;
        float step = line->box.y1 - (line - 1)->box.y1;
        if (step > 0 && step < 3.5f * column->layout->size)
            g_array_append_val (steps, step);
    }
    g_array_sort (steps, evx_sort_floats);
    g_array_sort (sizes, evx_sort_floats);
    column->size = column->layout->type;
    if (sizes->len >= 6)
        column->size = MAX (column->size, g_array_index (sizes, float, sizes->len / 2));
    /* The lower third: pages of one-line paragraphs have more wide steps than narrow ones. */
    column->step = steps->len > 0 ? g_array_index (steps, float, steps->len / 3) : column->layout->size * 1.2f;
}

/* ---- where blocks end -------------------------------------------------------------------------------- */

static gboolean
ends_sentence (const Column *column, const Line *line)
{
    guint32 last = g_array_index (column->words, guint32, line->first + line->n - 1);
    const EvxWord *word = evx_layout_word (column->layout, last);
    return strchr (".:;?!", evx_layout_text (column->layout, last)[word->length - 1]) != NULL;
}

static gboolean
is_break (const Column *column, const Line *line, const Line *next)
{
    float step = next->box.y1 - line->box.y1, h = MIN (line->size, next->size);
    float width = column->right - column->left;
    /* A title parts from the text below it at a step little wider than a line. */
    float widest = (line->size > 1.1f * next->size ? 1.15f : 1.3f) * column->step;
    if (step > widest && next->box.y0 - line->box.y1 > 0.25f * h)
        return TRUE;
    if (fabsf (line->size - next->size) > 0.15f * MAX (line->size, next->size) && next->box.y0 - line->box.y1 > -0.5f * h)
        return TRUE;
    if (next->listed || line->quoted != next->quoted)
        return TRUE;
    if (line->bold != next->bold && line->box.x1 < column->left + 0.8f * width)
        return TRUE;
    gboolean early = line->box.x1 < column->left + 0.75f * width;
    gboolean indented = next->box.x0 > line->box.x0 + 0.8f * h && next->box.x0 > column->left + 0.8f * h;
    return (early && ends_sentence (column, line)) || (indented && !line->listed && (early || ends_sentence (column, line)));
}

/* ---- kinds ------------------------------------------------------------------------------------------- */

static guint
heading_level (const Column *column, const Line *first, guint n)
{
    const Line *last = first + n - 1;
    float larger = first->size / MAX (1, column->size);
    guint n_words = 0;
    for (guint i = 0; i < n; i++)
        n_words += first[i].n;
    if (n > 3 || n_words > 25)
        return 0;
    if (larger >= 1.5f)
        return 1;
    if (larger >= 1.15f)
        return 2;
    gboolean short_line = last->box.x1 < column->left + 0.85f * (column->right - column->left) || n == 1;
    return (first->bold || first->capitals) && short_line && n_words <= 15 && !(ends_sentence (column, last) && !first->capitals) ? 3 : 0;
}

static void
close_block (const Column *column, const Line *first, guint n)
{
    float indent = (first->box.x0 - column->left) / MAX (1, 1.5f * first->size);
    guint level = 1 + (guint) CLAMP (lroundf (indent), 0, 8);
    guint heading = first->listed && !first->bold ? 0 : heading_level (column, first, n);
    if (first->quoted)
        evx_layout_close_block (column->layout, EVX_BLOCK_QUOTED, 0, EVX_NONE);
    else if (heading > 0)
        evx_layout_close_block (column->layout, EVX_BLOCK_HEADING, heading, EVX_NONE);
    else if (first->listed)
        evx_layout_close_block (column->layout, EVX_BLOCK_LIST_ITEM, level, EVX_NONE);
    else
        evx_layout_close_block (column->layout, EVX_BLOCK_PARAGRAPH, 0, EVX_NONE);
}

static void
write_line (const Column *column, const Line *line)
{
    const guint32 *words = &g_array_index (column->words, guint32, line->first);
    evx_layout_write_line (column->layout, words, line->n, line->row);
}

static Column
open_column (EvxLayout *layout, const guint32 *ids, guint n)
{
    Column column = { .layout = layout };
    column.words = g_array_new (FALSE, FALSE, sizeof (guint32));
    column.lines = g_array_new (FALSE, FALSE, sizeof (Line));
    collect_lines (&column, ids, n);
    return column;
}

static void
close_column (Column *column)
{
    g_array_unref (column->words);
    g_array_unref (column->lines);
}

void
evx_layout_write_column (EvxLayout *layout, const guint32 *ids, guint n)
{
    Column column = open_column (layout, ids, n);
    measure (&column);
    guint first = 0;
    const Line *lines = (const Line *) (void *) column.lines->data;
    for (guint i = 0; i < column.lines->len; i++) {
        write_line (&column, &lines[i]);
        if (i + 1 < column.lines->len && !is_break (&column, &lines[i], &lines[i + 1]))
            continue;
        close_block (&column, &lines[first], i + 1 - first);
        first = i + 1;
    }
    close_column (&column);
}

void
evx_layout_write_block (EvxLayout *layout, const guint32 *ids, guint n, EvxBlockKind kind)
{
    Column column = open_column (layout, ids, n);
    for (guint i = 0; i < column.lines->len; i++)
        write_line (&column, &g_array_index (column.lines, Line, i));
    evx_layout_close_block (layout, kind, 0, EVX_NONE);
    close_column (&column);
}
