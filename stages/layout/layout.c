/* The layout stage: lines, reading order with its tables, blocks, redactions, Bates candidates; then the
 * page's words and text are written anew in reading order. */
#include "layout-internal.h"

#include <string.h>

EvxLayout *
evx_layout_new (EvxPage *page, EvxPdf *pdf)
{
    EvxLayout *layout = g_new0 (EvxLayout, 1);
    guint n = MAX (1, page->words->len);
    layout->page = page;
    layout->pdf = pdf;
    layout->places = g_new (EvxPlace, n);
    layout->order = g_new (guint32, n);
    layout->n_order = page->words->len;
    layout->chunks = g_array_sized_new (FALSE, FALSE, sizeof (EvxChunk), n / 4 + 16);
    layout->grids = g_array_new (FALSE, FALSE, sizeof (EvxGrid));
    layout->turned = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_set_clear_func (layout->grids, (GDestroyNotify) evx_grid_clear);
    layout->out = g_new (guint32, n);
    layout->written = g_new0 (guint8, n);
    layout->cells = g_new (gint32, n);
    for (guint i = 0; i < n; i++)
        layout->cells[i] = EVX_NONE;
    return layout;
}

void
evx_layout_free (EvxLayout *layout)
{
    if (layout == NULL)
        return;
    g_clear_pointer (&layout->painting, evx_painting_free);
    g_free (layout->places);
    g_free (layout->order);
    g_array_unref (layout->chunks);
    g_array_unref (layout->turned);
    g_free (layout->numbers);
    g_array_unref (layout->grids);
    g_free (layout->grid_of);
    g_clear_pointer (&layout->plots, g_array_unref);
    g_clear_pointer (&layout->level_rules, g_array_unref);
    g_free (layout->out);
    g_free (layout->written);
    g_free (layout->cells);
    g_free (layout);
}

const EvxPainting *
evx_layout_painting (EvxLayout *layout)
{
    if (layout->painting == NULL && layout->pdf != NULL)
        layout->painting = evx_pdf_painting (layout->pdf, layout->page);
    return layout->painting;
}

/* ---- writing ------------------------------------------------------------------------------------ */

/* Dust between words is not read so surely as a stop that stands apart. */
#define SURE_STOP 0.5f

/* Dust and bits of rules that recognition took for stops: no line that a reader would count. */
static gboolean
is_dust (const EvxLayout *layout, const guint32 *words, guint n)
{
    for (guint i = 0; i < n; i++)
        if (!evx_layout_is_speck (layout, words[i]))
            return FALSE;
    return TRUE;
}

void
evx_layout_write_line (EvxLayout *layout, const guint32 *words, guint n, guint32 row)
{
    if (is_dust (layout, words, n))
        return;
    EvxLine line = { .first_word = layout->n_out, .block = layout->page->blocks->len };
    line.number = layout->numbers != NULL && row < layout->n_rows ? layout->numbers[row] : 0;
    for (guint i = 0; i < n; i++) {
        if (layout->written[words[i]]) /* a word that two cells of a table claim */
            continue;
        if (evx_layout_word (layout, words[i])->confidence < SURE_STOP && is_dust (layout, &words[i], 1))
            continue;
        layout->written[words[i]] = TRUE;
        line.box = evx_box_union (line.box, evx_layout_word (layout, words[i])->box);
        layout->out[layout->n_out++] = words[i];
    }
    line.n_words = layout->n_out - line.first_word;
    if (line.n_words == 0)
        return;
    g_array_append_val (layout->page->lines, line);
}

void
evx_layout_close_block (EvxLayout *layout, EvxBlockKind kind, guint level, gint32 table)
{
    EvxPage *page = layout->page;
    EvxBlock block = { .kind = (guint16) kind, .level = (guint16) level, .table = table };
    if (page->blocks->len > 0) {
        const EvxBlock *last = &g_array_index (page->blocks, EvxBlock, page->blocks->len - 1);
        block.first_line = last->first_line + last->n_lines;
    }
    block.n_lines = page->lines->len - block.first_line;
    if (block.n_lines == 0)
        return;
    for (guint i = block.first_line; i < page->lines->len; i++)
        block.box = evx_box_union (block.box, g_array_index (page->lines, EvxLine, i).box);
    g_array_append_val (page->blocks, block);
}

/* Stands for a word that is kept back, however long it is. */
#define WITHHELD "\u2588\u2588\u2588"

/* Appends the words of one line to the new text and the new words. What a redaction should hide goes no
 * further than here unless @reveal: neither mentions nor the index, its search or its exports have it. */
static void
rewrite_line (const EvxLayout *layout, guint i, gboolean reveal, GString *text, GArray *words)
{
    const EvxLine *line = &g_array_index (layout->page->lines, EvxLine, i);
    for (guint w = 0; w < line->n_words; w++) {
        guint32 old = layout->out[line->first_word + w];
        EvxWord word = *evx_layout_word (layout, old);
        word.start = (guint32) text->len + (w > 0);
        word.line = i;
        word.cell = layout->cells[old];
        if (w > 0)
            g_string_append_c (text, ' ');
        gboolean withheld = (word.flags & EVX_WORD_WITHHELD) != 0 && !reveal;
        const char *shown = withheld ? WITHHELD : evx_layout_text (layout, old);
        word.length = withheld ? (guint32) strlen (WITHHELD) : word.length;
        g_string_append_len (text, shown, word.length);
        g_array_append_val (words, word);
    }
    g_string_append_c (text, '\n');
}

/* The page's words and text in the order that was written. */
static void
rewrite (EvxLayout *layout, gboolean reveal)
{
    EvxPage *page = layout->page;
    GString *text = g_string_sized_new (page->text->len + page->blocks->len + page->lines->len + 16);
    GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (EvxWord), layout->n_out);
    for (guint b = 0; b < page->blocks->len; b++) {
        const EvxBlock *block = &g_array_index (page->blocks, EvxBlock, b);
        if (b > 0)
            g_string_append_c (text, '\n');
        for (guint i = 0; i < block->n_lines; i++)
            rewrite_line (layout, block->first_line + i, reveal, text, words);
    }
    g_string_free (page->text, TRUE);
    g_array_unref (page->words);
    page->text = text;
    page->words = words;
}

/* ---- the stage ----------------------------------------------------------------------------------- */

/* What an earlier pass wrote, so that a page may go through twice. */
static void
forget (EvxPage *page)
{
    GArray *const arrays[] = { page->lines, page->blocks, page->tables, page->rows,
                               page->cells, page->redactions, page->bates };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_set_size (arrays[i], 0);
}

/* Turns the page with all that stands on it, clockwise. */
static void
turn_page (EvxPage *page, int degrees)
{
    /* Each of these begins with its box, but for the word. */
    GArray *const arrays[] = { page->lines, page->blocks, page->tables,
                               page->rows,  page->cells,  page->rules };
    for (guint a = 0; a < G_N_ELEMENTS (arrays); a++)
        for (guint i = 0; i < arrays[a]->len; i++) {
            EvxBox *box = (EvxBox *) (void *) (arrays[a]->data + i * g_array_get_element_size (arrays[a]));
            *box = evx_box_turn (*box, page->width, page->height, degrees);
        }
    for (guint i = 0; i < page->words->len; i++) {
        EvxBox *box = &g_array_index (page->words, EvxWord, i).box;
        *box = evx_box_turn (*box, page->width, page->height, degrees);
    }
    if (degrees % 180 == 0)
        return;
    for (guint i = 0; i < page->rules->len; i++)
        g_array_index (page->rules, EvxRule, i).vertical ^= TRUE;
    double width = page->width;
    page->width = page->height;
    page->height = width;
}

/* Turns what the page draws, @width x @height as it is, clockwise. */
static void
turn_painting (EvxPainting *painting, double width, double height, int degrees)
{
    for (guint i = 0; i < painting->rules->len; i++) {
        EvxRule *rule = &g_array_index (painting->rules, EvxRule, i);
        rule->box = evx_box_turn (rule->box, width, height, degrees);
        rule->vertical ^= degrees % 180 != 0;
    }
    for (guint i = 0; i < painting->fills->len; i++) {
        EvxBox *box = &g_array_index (painting->fills, EvxFill, i).box;
        *box = evx_box_turn (*box, width, height, degrees);
    }
}

static void
turn_all (EvxLayout *layout, int degrees)
{
    if (evx_layout_painting (layout) != NULL)
        turn_painting (layout->painting, layout->page->width, layout->page->height, degrees);
    turn_page (layout->page, degrees);
}

/* A page that lies sideways is read as it stands upright; then all goes back to where it is seen. */
static void
read_upright (EvxLayout *layout)
{
    EvxPage *page = layout->page;
    if (page->turned == 0)
        page->turned = evx_layout_turn_of (page);
    if (page->turned != 0)
        turn_all (layout, page->turned);
    evx_layout_find_lines (layout);
    evx_layout_mend_strokes (layout);
    evx_layout_read (layout);
    if (page->turned != 0)
        turn_all (layout, 360 - page->turned);
}

typedef struct {
    gboolean reveal; /* redacted text that is still there */
} Stage;

static const char *const layout_options[] = { "reveal-redacted", NULL };

static gpointer
layout_open (const EvxOptions *options, GError **error G_GNUC_UNUSED)
{
    Stage *stage = g_new0 (Stage, 1);
    stage->reveal = evx_options_flag (options, "reveal-redacted");
    return stage;
}

/* @self (nullable): redacted text is kept back. */
static gboolean
layout_page (gpointer self, const EvxDocument *document G_GNUC_UNUSED, EvxPdf *pdf,
             EvxPage *page, GError **error G_GNUC_UNUSED)
{
    const Stage *stage = self;
    g_autoptr (EvxLayout) layout = evx_layout_new (page, pdf);
    forget (page);
    read_upright (layout);
    evx_layout_find_redactions (layout);
    evx_layout_find_bates (layout);
    rewrite (layout, stage != NULL && stage->reveal);
    return TRUE;
}

const EvxStage evx_layout_stage = {
    .name = "layout",
    .version = 41,
    .options = layout_options,
    .open = layout_open,
    .page = layout_page,
    .close = g_free,
};
