/* Bates candidates: a prefix and digits that stand by themselves in the margin at the top or the bottom.
 *
 * "SSD-000412", "ICE 000123", "2018-ICLI-00005_000123", "000412". Page numbers, dates, telephone numbers,
 * post codes and form numbers look alike; what is one is decided over the production (relate/sequence.c),
 * so that here a candidate too many does little harm, and one too few much. */
#include "layout-internal.h"

#include <string.h>

#define MARGIN 0.12    /* share of the height, at the top and the bottom */
#define MAX_WORDS 4    /* of a chunk that holds one */
#define MIN_DIGITS 3   /* after a prefix; without one, see read_number */
#define MAX_DIGITS 15

typedef struct {
    char *text;       /* of the chunk's words, joined by blanks */
    gsize tail;       /* where its last run of digits begins */
    guint digits;
    gint64 number;
} Number;

/* A letter that OCR takes for a digit counts as one among digits. */
static int
digit_of (char c, gboolean tolerant)
{
    if (g_ascii_isdigit (c))
        return c - '0';
    if (tolerant && (c == 'O' || c == 'o'))
        return 0;
    return tolerant && (c == 'l' || c == 'I') ? 1 : -1;
}

static gboolean
read_number (Number *number, gboolean tolerant)
{
    gsize end = strlen (number->text), at = end, real = 0;
    while (at > 0 && digit_of (number->text[at - 1], tolerant) >= 0) {
        real += g_ascii_isdigit (number->text[at - 1]) != 0;
        at--;
    }
    number->tail = at;
    number->digits = (guint) (end - at);
    number->number = 0;
    if (number->digits > MAX_DIGITS || real * 2 <= end - at)
        return FALSE;
    for (gsize i = at; i < end; i++)
        number->number = number->number * 10 + digit_of (number->text[i], tolerant);
    gboolean zeros = end > at && digit_of (number->text[at], tolerant) == 0;
    return number->digits >= (at == 0 ? (zeros ? 4 : 6) : MIN_DIGITS);
}

/* Capitals, digits and separators, at least two letters, no sentence: what stands before the digits. */
static gboolean
is_prefix (const char *text, gsize length)
{
    guint letters = 0, blanks = 0;
    for (gsize i = 0; i < length; i++) {
        if (g_ascii_isupper (text[i]))
            letters++;
        else if (text[i] == ' ')
            blanks++;
        else if (!g_ascii_isdigit (text[i]) && strchr ("-_.#/:", text[i]) == NULL)
            return FALSE;
    }
    return length == 0 || (letters >= 2 && blanks <= 2 && length <= 40);
}

/* Near the top or the bottom of the page, as it is displayed or as it was read. */
static gboolean
is_in_margin (const EvxPage *page, EvxBox box)
{
    EvxBox upright = evx_box_turn (box, page->width, page->height, page->turned);
    double y = (box.y0 + box.y1) / 2, up_y = (upright.y0 + upright.y1) / 2;
    double height = page->turned % 180 != 0 ? page->width : page->height;
    return y < MARGIN * page->height || y > (1 - MARGIN) * page->height || up_y < MARGIN * height ||
           up_y > (1 - MARGIN) * height;
}

/* A bare date or page range ends in digits after a slash or a single hyphen and has no letters. */
static gboolean
is_candidate (const Number *number)
{
    const char *text = number->text;
    if (!is_prefix (text, number->tail))
        return FALSE;
    if (g_str_has_prefix (text, "PAGE ") || g_str_has_prefix (text, "NO. ") || g_str_has_prefix (text, "REV"))
        return FALSE;
    return number->tail == 0 || text[number->tail - 1] != '/' ;
}

static void
try_words (EvxLayout *layout, const guint32 *words, guint n)
{
    EvxPage *page = layout->page;
    EvxBox box = { 0 };
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < n; i++) {
        const EvxWord *word = evx_layout_word (layout, words[i]);
        box = evx_box_union (box, word->box);
        g_string_append_printf (text, "%s%.*s", i > 0 ? " " : "", (int) word->length, evx_layout_text (layout, words[i]));
    }
    if (!is_in_margin (page, box))
        return;
    Number number = { .text = text->str };
    gboolean tolerant = evx_layout_word (layout, words[0])->origin != EVX_ORIGIN_TEXT;
    if (text->len > 60 || !read_number (&number, tolerant) || !is_candidate (&number))
        return;
    g_autofree char *prefix = g_strndup (text->str, number.tail);
    EvxBates bates = { .box = evx_box_round (box), .number = number.number, .digits = (guint16) number.digits };
    bates.text = evx_page_string (page, text->str);
    bates.prefix = evx_page_string (page, prefix);
    g_array_append_val (page->bates, bates);
}

void
evx_layout_find_bates (EvxLayout *layout)
{
    EvxPage *page = layout->page;
    for (guint i = 0; i < layout->chunks->len && page->bates->len < 16; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        const guint32 *words = layout->order + chunk->first;
        if (chunk->n <= MAX_WORDS)
            try_words (layout, words, chunk->n);
        else /* at the end of a running foot */
            try_words (layout, words + chunk->n - 1, 1);
    }
    /* A stamp on a sheet that lay sideways runs up or down beside its text. */
    for (guint i = 0; i < layout->turned->len && page->bates->len < 16; i++)
        try_words (layout, &g_array_index (layout->turned, guint32, i), 1);
}
