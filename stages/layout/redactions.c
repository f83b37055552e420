/* Redactions: boxes that hide text.
 *
 * Born-digital: filled boxes of the page's drawing, with the order in which boxes and glyphs are painted.
 * A box painted over words that were there before hides them without removing them (ineffective); a dark
 * box on a line of text with nothing under it is applied; an annotation that was never applied is that.
 * A word painted after the box stands on it: shading, a heading, the code of an exemption.
 * After Free Law Project's x-ray: a box counts as hiding text only if the page as drawn shows nothing of it.
 *
 * Scans: solid dark rectangles of the image (redactions-scan.c). */
#include "redactions-internal.h"

#include <math.h>
#include <string.h>

#define DARK 0.35f      /* luminance of a fill, up to which it hides by being dark */
#define BLACK 0.2f      /* up to which a box without words may be a redaction */
#define MAX_BOXES 2000
#define LOOK_DPI 72.0

typedef struct {
    EvxLayout *layout;
    guint32 *glyph;      /* of each word as it came: glyphs painted before its end */
    double scale;        /* glyphs painted over letters read */
    guint32 painted;     /* glyphs of the page */
    GArray *codes;       /* guint32: words that look like an exemption */
    PIX *look;           /* the page as drawn, once somebody asks */
    guint questions;     /* asked so that it need not be drawn */
    guint32 *by_top;     /* words by the top of their box */
    double tallest;      /* height of the tallest word */
} Finder;

/* ---- exemptions ------------------------------------------------------------------------------------- */

/* "(b)(6)", "b7C", "(b)(7)(E)", "b7D-1": the exemptions of 5 USC 552(b) (Freedom of Information Act),
 * perhaps with an agency's own number after a hyphen, perhaps several joined by signs. */
static gboolean
is_exemption (const char *text, gsize length)
{
    static const char *const signs = "()-,;:./ ";
    gsize at = 0;
    gboolean any = FALSE;
    while (at < length) {
        while (at < length && strchr (signs, text[at]) != NULL)
            at++;
        if (at == length)
            break;
        if (g_ascii_tolower (text[at++]) != 'b')
            return FALSE;
        while (at < length && strchr ("()", text[at]) != NULL)
            at++;
        if (at == length || text[at] < '1' || text[at] > '9')
            return FALSE;
        gboolean seven = text[at++] == '7';
        while (at < length && strchr ("()", text[at]) != NULL)
            at++;
        if (seven && at < length && g_ascii_tolower (text[at]) >= 'a' && g_ascii_tolower (text[at]) <= 'f')
            at++;
        while (at < length && (strchr ("()-,", text[at]) != NULL || g_ascii_isdigit (text[at])))
            at++;
        any = TRUE;
    }
    return any;
}

/* "7927.705": a section of the California Government Code on exemptions since 2023, perhaps with "(a)(1)". */
static gboolean
is_section (const char *text, gsize length)
{
    gsize at = 0;
    while (at < length && g_ascii_isdigit (text[at]))
        at++;
    if (at != 4 || length < 8 || strncmp (text, "79", 2) != 0 || text[4] != '.')
        return FALSE;
    for (at = 5; at < 8; at++)
        if (!g_ascii_isdigit (text[at]))
            return FALSE;
    return length == 8 || strchr ("(,;.)", text[8]) != NULL;
}

static void
find_codes (Finder *finder)
{
    const EvxLayout *layout = finder->layout;
    for (guint i = 0; i < layout->page->words->len; i++) {
        const char *text = evx_layout_text (layout, i);
        guint32 length = evx_layout_word (layout, i)->length;
        gboolean federal = length >= 2 && length <= 24 && memchr (text, 'b', MIN (length, 3)) != NULL && is_exemption (text, length);
        if (federal || is_section (text, length))
            g_array_append_val (finder->codes, i);
    }
}

/* A code by its look, which counts on a box only: "(c)", "6254(f)", "(k)(1)", "b6". State laws are many, so its
 * form decides: letters in brackets, one or two at a time, perhaps with numbers; or, of a code written with
 * blanks ("(b) (6),"), its number in brackets. */
static gboolean
is_code (const char *text, gsize length)
{
    gsize brackets = 0, letters = 0, digits = 0;
    if (is_section (text, length))
        return TRUE;
    for (gsize i = 0; i < length; i++) {
        gboolean letter = g_ascii_isalpha (text[i]), digit = g_ascii_isdigit (text[i]);
        if (!letter && !digit && strchr ("()-,;:./", text[i]) == NULL)
            return FALSE;
        if (letter && i >= 2 && g_ascii_isalpha (text[i - 1]) && g_ascii_isalpha (text[i - 2]))
            return FALSE;
        brackets += text[i] == '(';
        letters += letter;
        digits += digit;
    }
    if (letters == 0)
        return length >= 3 && brackets == 1 && text[0] == '(' && digits > 0 && digits <= 2;
    return length >= 2 && length <= 24 && (brackets > 0 || is_exemption (text, length));
}

/* The codes that stand on the box, joined by blanks, or NULL. */
static const char *
code_on (const Finder *finder, EvxBox box)
{
    const EvxLayout *layout = finder->layout;
    g_autoptr (GString) found = g_string_new (NULL);
    for (guint i = 0; i < layout->page->words->len && found->len < 100; i++) {
        const EvxWord *word = evx_layout_word (layout, i);
        const char *text = evx_layout_text (layout, i);
        if (evx_box_covered (word->box, box) >= 0.5 && is_code (text, word->length) && !(word->flags & EVX_WORD_REDACTED))
            g_string_append_printf (found, "%s%.*s", found->len > 0 ? " " : "", (int) word->length, text);
    }
    return found->len > 0 ? evx_page_string (layout->page, found->str) : NULL;
}

/* The codes in the box or beside it, joined by blanks. */
static const char *
exemption_of (const Finder *finder, EvxBox box)
{
    double reach = 1.5 * finder->layout->size;
    EvxBox near = { box.x0 - 3 * reach, box.y0 - reach / 3, box.x1 + 3 * reach, box.y1 + reach / 3 };
    g_autoptr (GString) found = g_string_new (NULL);
    for (guint i = 0; i < MIN (finder->codes->len, 200); i++) {
        guint32 id = g_array_index (finder->codes, guint32, i);
        const EvxWord *word = evx_layout_word (finder->layout, id);
        if (evx_box_covered (word->box, near) < 0.5 || found->len > 100)
            continue;
        gsize length = word->length;
        const char *text = evx_layout_text (finder->layout, id);
        while (length > 0 && strchr (",;:.", text[length - 1]) != NULL)
            length--;
        if (found->len > 0)
            g_string_append_c (found, ' ');
        g_string_append_len (found, text, (gssize) length);
    }
    return found->len > 0 ? evx_page_string (finder->layout->page, found->str) : NULL;
}

/* ---- what lies under a box ---------------------------------------------------------------------------- */

/* So many words of a page are asked for whether they are seen: for each all is looked at that the page paints. */
#define MAX_QUESTIONS 2000
/* Share of the place of words under a box: where so much of it is seen to hold text, a third and more of whose place is
 * ink, the place is not of one tone. */
#define SEEN 0.2

typedef struct {
    guint under, over;          /* words */
    guint codes, placeholders;  /* codes and placeholders on the box; placeholders under it */
    guint letters;              /* under it */
    gboolean beside; /* a word of the same line stands close */
    EvxBox hidden;   /* of the words under it */
} Under;

gboolean
evx_redaction_is_placeholder (const char *text, gsize length)
{
    static const char *const words[] = { "redacted", "sealed", "privileged", "privilege", "omitted", "removed", "withheld" };
    gsize odd = 0;
    while (length > 0 && g_ascii_ispunct (text[0]))
        text++, length--;
    while (length > 0 && g_ascii_ispunct (text[length - 1]))
        length--;
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strlen (words[i]) == length && g_ascii_strncasecmp (text, words[i], length) == 0)
            return TRUE;
    for (gsize i = 0; i < length; i++)
        odd += g_ascii_tolower (text[i]) != 'x';
    return odd == 0;
}

/* Whether the box may cover the word: only if it was painted after it (shading comes before its text). Where the
 * content does not tell, by the order in which poppler gives the words, which is not quite that of painting: a dark
 * box may have been painted a little earlier; there what the page shows decides (is_hidden). */
static gboolean
is_before (const Finder *finder, guint word, const EvxFill *fill)
{
    const EvxLayout *layout = finder->layout;
    EvxOrder order = layout->pdf == NULL || evx_layout_word (layout, word)->origin != EVX_ORIGIN_TEXT
                         ? EVX_ORDER_UNKNOWN
                         : evx_pdf_order (layout->pdf, layout->page, evx_layout_word (layout, word)->box, fill);
    if (order != EVX_ORDER_UNKNOWN)
        return order == EVX_ORDER_BEFORE;
    double about = fill->gray <= DARK && fill->words_before > 0 ? 20 + 0.1 * finder->painted : 2.5;
    return finder->glyph[word] * finder->scale <= fill->words_before + about;
}

static int
compare_tops (gconstpointer a, gconstpointer b, gpointer data)
{
    const EvxLayout *layout = data;
    double x = evx_layout_word (layout, *(const guint32 *) a)->box.y0;
    double y = evx_layout_word (layout, *(const guint32 *) b)->box.y0;
    return (x > y) - (x < y);
}

static void
sort_words (Finder *finder)
{
    EvxLayout *layout = finder->layout;
    guint n = layout->page->words->len;
    finder->by_top = g_new (guint32, n + 1);
    for (guint i = 0; i < n; i++) {
        finder->by_top[i] = i;
        finder->tallest = MAX (finder->tallest, evx_box_height (evx_layout_word (layout, i)->box));
    }
    g_qsort_with_data (finder->by_top, (gint) n, sizeof *finder->by_top, compare_tops, layout);
}

/* The first word, by the top, that may reach down to @y. */
static guint
first_reaching (const Finder *finder, double y)
{
    guint low = 0, high = finder->layout->page->words->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (evx_layout_word (finder->layout, finder->by_top[middle])->box.y0 + finder->tallest <= y)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static Under
look_under (const Finder *finder, const EvxFill *fill)
{
    const EvxLayout *layout = finder->layout;
    Under found = { 0 };
    EvxBox near = { fill->box.x0 - 2.5 * layout->size, fill->box.y0, fill->box.x1 + 2.5 * layout->size, fill->box.y1 };
    for (guint k = first_reaching (finder, fill->box.y0); k < layout->page->words->len; k++) {
        guint32 i = finder->by_top[k];
        const EvxWord *word = evx_layout_word (layout, i);
        if (word->box.y0 >= fill->box.y1)
            break;
        if (word->box.y1 <= fill->box.y0 || word->box.x0 > near.x1 || word->box.x1 < near.x0)
            continue;
        double covered = evx_box_covered (word->box, fill->box);
        found.beside |= evx_box_y_overlap (word->box, fill->box) > 0.5 * evx_box_height (word->box) && covered < 0.5;
        if (covered < 0.5)
            continue;
        if (is_code (evx_layout_text (layout, i), word->length)) {
            found.codes++;
            continue;
        }
        gboolean placeholder = evx_redaction_is_placeholder (evx_layout_text (layout, i), word->length);
        if (!is_before (finder, i, fill)) {
            found.codes += placeholder;
            found.over += !placeholder;
            continue;
        }
        found.under++;
        found.letters += word->length;
        found.hidden = evx_box_union (found.hidden, evx_box_intersection (word->box, fill->box));
        found.placeholders += placeholder;
    }
    return found;
}

/* Whether so much text is seen for sure where words stand under a box that is not dark that the page need not be drawn:
 * mostly these words themselves, whose order the content does not tell because kerning sets them in pieces. */
static gboolean
is_seen (Finder *finder, const Under *under, guint fill)
{
    const EvxLayout *layout = finder->layout;
    double seen = 0, all = evx_box_area (under->hidden);
    if (finder->look != NULL || layout->pdf == NULL)
        return FALSE;
    for (guint k = first_reaching (finder, under->hidden.y0); k < layout->page->words->len && seen < SEEN * all; k++) {
        const EvxWord *word = evx_layout_word (layout, finder->by_top[k]);
        EvxBox box = evx_box_intersection (word->box, under->hidden);
        if (word->box.y0 >= under->hidden.y1 || finder->questions >= MAX_QUESTIONS)
            break;
        if (evx_box_is_empty (box))
            continue;
        finder->questions++;
        if (evx_pdf_is_seen (layout->pdf, layout->page, box, fill))
            seen += evx_box_area (box);
    }
    return all > 0 && seen >= SEEN * all;
}

/* Whether the page as drawn shows no text at this place: one tone, or dark enough to hide it. */
static gboolean
is_hidden (Finder *finder, EvxBox box, gboolean dark)
{
    EvxBox px = evx_box_to_px ((EvxBox) { box.x0 + 0.5, box.y0 + 0.5, box.x1 - 0.5, box.y1 - 0.5 }, LOOK_DPI);
    const EvxLayout *layout = finder->layout;
    if (finder->look == NULL && layout->pdf != NULL)
        finder->look = evx_pdf_render (layout->pdf, layout->page->index, NULL, LOOK_DPI, NULL);
    return finder->look != NULL && evx_redaction_hides (finder->look, px, dark);
}

/* @flags: EvxWordFlags that the words under the box get. */
static void
mark_words (const Finder *finder, const EvxFill *fill, guint16 flags)
{
    const EvxLayout *layout = finder->layout;
    for (guint k = first_reaching (finder, fill->box.y0); k < layout->page->words->len; k++) {
        guint32 i = finder->by_top[k];
        EvxWord *word = &g_array_index (layout->page->words, EvxWord, i);
        if (word->box.y0 >= fill->box.y1)
            break;
        if (is_code (evx_layout_text (layout, i), word->length))
            continue; /* printed on the box */
        if (word->box.y1 > fill->box.y0 &&
            evx_box_covered (word->box, fill->box) >= 0.5 && is_before (finder, i, fill))
            word->flags |= flags;
    }
}

static void
add (const Finder *finder, EvxBox box, EvxRedactionKind kind, guint under)
{
    EvxRedaction redaction = { .box = evx_box_round (box), .kind = (guint16) kind, .n_words_under = under };
    redaction.exemption = code_on (finder, box);
    if (redaction.exemption == NULL)
        redaction.exemption = exemption_of (finder, box);
    g_array_append_val (finder->layout->page->redactions, redaction);
}

/* ---- boxes of the drawing ------------------------------------------------------------------------------ */

/* Size and place of a box that blacks out text: as high as type at least, wider than a check box, less
 * than a background, and not a bar across the page. */
static gboolean
has_shape (const EvxLayout *layout, EvxBox box)
{
    double w = evx_box_width (box), h = evx_box_height (box), size = layout->size;
    gboolean tick = w < EVX_REDACTION_TICK * size && h < EVX_REDACTION_TICK * size;
    gboolean bar = w > 0.85 * layout->page->width;
    return h >= 0.6 * size && w >= 0.8 * size && !tick && !bar &&
           evx_box_area (box) < 0.5 * layout->page->width * layout->page->height;
}

/* Bars of a chart stand on one base or grow from one side and differ in length; boxes over text have the
 * height of a line, or run over several lines of a column. */
static gboolean
stands_in_text (const EvxLayout *layout, EvxBox box, gboolean beside)
{
    double h = evx_box_height (box), w = evx_box_width (box);
    gboolean line_high = h <= 2.2 * layout->size;
    if (line_high)
        return beside || w > 4 * h;
    for (guint i = 0; i < layout->chunks->len; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
        gboolean column = chunk->x0 < box.x1 && chunk->x1 > box.x0 && chunk->n >= 3;
        if (column && (fabs (chunk->y1 - box.y0) < 2.5 * layout->size || fabs (chunk->y0 - box.y1) < 2.5 * layout->size))
            return w > 6 * layout->size;
    }
    return FALSE;
}

static void
judge (Finder *finder, guint index)
{
    const EvxLayout *layout = finder->layout;
    const EvxFill *fill = &g_array_index (layout->painting->fills, EvxFill, index);
    double w = evx_box_width (fill->box), h = evx_box_height (fill->box);
    /* A box painted after all text covers it even where its hatching lets some through. */
    gboolean dark = fill->gray <= DARK && fill->words_before * 1.05 >= finder->painted;
    if (!fill->annotation && (w < 0.3 * layout->size || h < 0.4 * layout->size))
        return;
    Under under = look_under (finder, fill);
    dark |= fill->gray <= DARK && under.over == 0 && under.codes > 0;
    /* A light fill that hides a letter or two a word is a merged cell over the numbers of columns. */
    gboolean text_under = under.under > under.placeholders && (fill->gray < 0.6f || under.letters >= 3 * under.under);
    EvxRedactionKind kind;
    if (fill->annotation)
        kind = EVX_REDACTION_UNAPPLIED;
    else if (text_under && (dark || !is_seen (finder, &under, index)) && is_hidden (finder, under.hidden, dark))
        kind = EVX_REDACTION_INEFFECTIVE;
    else if (!text_under && fill->gray <= BLACK && has_shape (layout, fill->box) &&
             (under.over == 0 || exemption_of (finder, fill->box) != NULL) &&
             stands_in_text (layout, fill->box, under.beside || under.placeholders + under.codes > 0))
        kind = EVX_REDACTION_APPLIED;
    else
        return;
    add (finder, fill->box, kind, under.under);
    /* Under a redaction that was applied stand placeholders, if anything: they may be read. */
    mark_words (finder, fill, kind == EVX_REDACTION_APPLIED ? EVX_WORD_REDACTED : EVX_WORD_REDACTED | EVX_WORD_WITHHELD);
}

/* Glyphs painted up to the end of each word: its letters and all before, in the order they came; blanks too
 * if the page seems to paint them. */
static void
count_glyphs (Finder *finder, const EvxPainting *painting)
{
    const EvxLayout *layout = finder->layout;
    guint n = layout->page->words->len, letters = 0;
    finder->painted = painting->visible_glyphs + painting->hidden_glyphs;
    finder->glyph = g_new (guint32, n + 1);
    for (guint i = 0; i < n; i++) {
        const EvxWord *word = evx_layout_word (layout, i);
        letters += (guint) g_utf8_strlen (evx_layout_text (layout, i), word->length);
        finder->glyph[i] = letters;
    }
    gboolean blanks = finder->painted > letters + n / 2;
    for (guint i = 0; i < n && blanks; i++)
        finder->glyph[i] += i;
    guint all = letters + (blanks ? n : 0);
    finder->scale = all > 0 && finder->painted > 0 ? (double) finder->painted / all : 1;
    if (finder->scale > 1.2 || finder->scale < 0.8)
        finder->scale = 1; /* what is not read at all cannot shift what is */
}

/* ---- all together ----------------------------------------------------------------------------------------- */

static void
mark_rows (EvxPage *page)
{
    for (guint r = 0; page->redactions->len > 0 && r < page->rows->len; r++) {
        EvxRow *row = &g_array_index (page->rows, EvxRow, r);
        for (guint i = 0; i < page->redactions->len; i++) {
            EvxBox box = g_array_index (page->redactions, EvxRedaction, i).box;
            if (evx_box_y_overlap (row->box, box) > 0.4 * MIN (evx_box_height (row->box), evx_box_height (box)) &&
                evx_box_x_overlap (row->box, box) > 0)
                row->doubt |= EVX_DOUBT_REDACTED;
        }
    }
}

static void
find_in_scan (const Finder *finder)
{
    EvxLayout *layout = finder->layout;
    g_autoptr (GArray) boxes = evx_redaction_scan (layout);
    for (guint i = 0; i < boxes->len; i++) {
        EvxFill fill = { .box = g_array_index (boxes, EvxBox, i), .words_before = G_MAXUINT32 };
        add (finder, fill.box, EVX_REDACTION_APPLIED, 0);
        mark_words (finder, &fill, EVX_WORD_REDACTED | EVX_WORD_WITHHELD);
    }
}

void
evx_layout_find_redactions (EvxLayout *layout)
{
    const EvxPainting *painting = evx_layout_painting (layout);
    if (painting == NULL)
        return;
    g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));
    Finder finder = { .layout = layout, .codes = codes };
    gboolean scanned = evx_redaction_is_scan (layout);
    if (painting->fills->len == 0 && !scanned)
        return;
    count_glyphs (&finder, painting);
    sort_words (&finder);
    find_codes (&finder);
    for (guint i = 0; i < MIN (painting->fills->len, MAX_BOXES); i++)
        judge (&finder, i);
    if (scanned)
        find_in_scan (&finder);
    mark_rows (layout->page);
    g_free (finder.glyph);
    g_free (finder.by_top);
    evx_pix_free (finder.look);
}
