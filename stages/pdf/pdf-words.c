/* The words of a page: poppler's text, its one box for each character and its runs of equal font are walked side
 * by side; blanks part words. Then what is filled into the page, and what became of text that is not there. */
#include "pdf-internal.h"

#include <math.h>
#include <string.h>

/* RELIABILITY of the design, section 7. */
#define MAX_TEXT_BYTES (4u << 20)
/* Where a letter larger than a page may have its middle. */
#define FAR_PT 1e9

/* One walk over the text of a page: character i has boxes[i] and lies in a run of equal font. */
typedef struct {
    EvxPage *page;
    const PopplerRectangle *boxes;
    guint n_boxes;
    GList *runs;       /* of PopplerTextAttributes, from the one in hand on */
    GString *word;     /* text of the word in hand */
    EvxBox box;        /* of the word in hand */
    const PopplerTextAttributes *first_run, *last_run; /* of its first and last character */
    EvxBox last_box;   /* of its last character */
    gunichar last_char;
    const PopplerTextAttributes *flagged; /* the run that `flags` are of */
    guint flags;       /* EvxWordFlags by its font */
    guint font;        /* its number, from 1 */
    GHashTable *fonts; /* name -> number */
    const PopplerTextAttributes *crowded; /* the last run whose glyphs reach over each other, or NULL */
    gboolean full;
} Walk;

/* Weight and slant are told by the font's name alone: "ABCDEF+Arial-BoldItalicMT". */
static guint
flags_of_font (const char *name)
{
    static const struct {
        const char *part;
        guint flag;
    } parts[] = {
        { "bold", EVX_WORD_BOLD }, { "black", EVX_WORD_BOLD }, { "heavy", EVX_WORD_BOLD },
        { "demi", EVX_WORD_BOLD }, { "italic", EVX_WORD_ITALIC }, { "oblique", EVX_WORD_ITALIC },
    };
    guint flags = 0;
    for (guint i = 0; name != NULL && i < G_N_ELEMENTS (parts); i++)
        if (strcasestr (name, parts[i].part) != NULL)
            flags |= parts[i].flag;
    return flags;
}

/* Characters must be asked for in order. */
static const PopplerTextAttributes *
run_at (Walk *walk, guint character)
{
    while (walk->runs != NULL && walk->runs->next != NULL &&
           ((PopplerTextAttributes *) walk->runs->data)->end_index < (int) character)
        walk->runs = walk->runs->next;
    return walk->runs ? walk->runs->data : NULL;
}

/* The box of character @i, edges in order; all 0 where poppler has none or a broken one. */
static EvxBox
glyph_box (const Walk *walk, guint i)
{
    if (i >= walk->n_boxes)
        return (EvxBox) { 0 };
    const PopplerRectangle *r = &walk->boxes[i];
    EvxBox box = { MIN (r->x1, r->x2), MIN (r->y1, r->y2), MAX (r->x1, r->x2), MAX (r->y1, r->y2) };
    double sum = box.x0 + box.y0 + box.x1 + box.y1;
    return isfinite (sum) ? box : (EvxBox) { 0 };
}

/* Whether the middle of @a lies in @b. */
static gboolean
is_centred_in (EvxBox a, EvxBox b)
{
    double x = (a.x0 + a.x1) / 2, y = (a.y0 + a.y1) / 2;
    return x >= b.x0 && y >= b.y0 && x <= b.x1 && y <= b.y1;
}

/* What lies outside the crop box is not on the page as displayed. Letters may be larger than the page. */
static gboolean
is_on_page (const EvxPage *page, EvxBox box)
{
    EvxBox sheet = { 0, 0, page->width, page->height };
    return is_centred_in (box, sheet) || is_centred_in (sheet, box);
}

#define SOFT_HYPHEN 0x00ad

/* Ligatures are written out, so that "oﬃcer" is found; soft hyphens do not show within a word. */
static void
append_plain (GString *to, const char *text, gunichar c)
{
    static const char *const latin[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
    if (c < 0x80)
        g_string_append_c (to, (char) c);
    else if (c >= 0xfb00 && c <= 0xfb06)
        g_string_append (to, latin[c - 0xfb00]);
    else
        g_string_append_len (to, text, g_utf8_next_char (text) - text);
}

/* Advance of a letter in ems, half way between Times and Helvetica. */
static double
usual_advance (gunichar c)
{
    static const struct {
        const char *letters;
        double advance;
    } classes[] = {
        { "ijl'.,:;|!", 0.26 },       { "ftI/\\ ", 0.29 },    { "r()[]-", 0.33 },
        { "scJz\"*?", 0.46 },         { "aekvxy", 0.5 },      { "bdghnopqu$#", 0.53 },
        { "FLPSZTE", 0.61 },          { "ABCDGHKNORUVXYQ", 0.7 }, { "w&+<>=", 0.69 },
        { "mM%", 0.84 },              { "W@", 0.95 },
    };
    for (guint i = 0; c < 0x80 && i < G_N_ELEMENTS (classes); i++)
        if (strchr (classes[i].letters, (int) c) != NULL)
            return classes[i].advance;
    return 0.52;
}

/* How the next character stands to the last one of the word in hand. */
typedef enum { NEXT_FOLLOWS, NEXT_IS_APART, NEXT_CROWDS } Next;

/* Poppler parts words at a tenth of the font size, but writes no blank between words that it puts
 * side by side from different columns; a fifth tells them. In the other direction, a font whose widths
 * are missing makes each glyph reach over the next, and poppler takes each for a word of its own. */
static Next
next_stands (const Walk *walk, EvxBox next)
{
    EvxBox last = walk->last_box;
    double last_height = evx_box_height (last), next_height = evx_box_height (next);
    double height = MAX (MIN (last_height, next_height), 1);
    double apart_x = MAX (next.x0 - last.x1, last.x0 - next.x1);
    double apart_y = MAX (next.y0 - last.y1, last.y0 - next.y1);
    /* Upright letters of one line share most of their height; two cells, one above the other, do not. */
    gboolean upright = last_height > 1.1 * evx_box_width (last);
    if (apart_x > 0.2 * height || apart_y > (upright ? -0.3 : 0.2) * height)
        return NEXT_IS_APART;
    gboolean level = fabs (next.y1 - last.y1) < 0.1 * height && fabs (next.y0 - last.y0) < 0.1 * height;
    if (level && apart_x < -0.1 * height && next.x0 > last.x0 + 0.1 * height)
        return NEXT_CROWDS;
    return NEXT_FOLLOWS;
}

/* Where the last glyph of the word in hand ends by the usual widths. */
static double
usual_end (const Walk *walk)
{
    const PopplerTextAttributes *run = walk->last_run;
    double size = run && run->font_size > 0 ? run->font_size : evx_box_height (walk->last_box) / 1.2;
    return walk->last_box.x0 + usual_advance (walk->last_char) * size;
}

/* A blank is a quarter of an em and wider; the two fonts differ from the middle by 0.06 em at most. */
static gboolean
is_crowded_blank (const Walk *walk, EvxBox next)
{
    return next.x0 - usual_end (walk) > 0.15 * evx_box_height (next) / 1.2;
}

/* Printed check boxes that are one character. */
static guint
tick_flags (const char *word)
{
    gunichar c = (guchar) *word < 0x80 ? 0 : g_utf8_get_char (word);
    if (c == 0 || *g_utf8_next_char (word) != '\0')
        return 0;
    if (c == 0x2611 || c == 0x2612 || (c >= 0x2713 && c <= 0x2718) || c == 0xf0fe || c == 0xf0fd)
        return EVX_WORD_CHECKED;
    return c == 0x2610 || c == 0x25a1 || c == 0x2751 || c == 0xf0a8 ? EVX_WORD_UNCHECKED : 0;
}

/* Fonts of one name count as one. */
static guint
number_of_font (GHashTable *fonts, const char *name)
{
    guint number = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (fonts, name)) : 0;
    if (name == NULL || number > 0)
        return number;
    number = g_hash_table_size (fonts) + 1;
    g_hash_table_insert (fonts, g_strdup (name), GUINT_TO_POINTER (number));
    return number;
}

static void
set_font (Walk *walk, EvxWord *word)
{
    const PopplerTextAttributes *run = walk->first_run;
    if (run == NULL)
        return;
    if (run != walk->flagged) {
        walk->flags = flags_of_font (run->font_name);
        walk->font = number_of_font (walk->fonts, run->font_name);
    }
    walk->flagged = run;
    word->flags |= (guint16) walk->flags;
    word->line = walk->font;
    word->font_size = isfinite (run->font_size) ? (float) CLAMP (run->font_size, 0, 10000) : 0;
}

static void
close_word (Walk *walk)
{
    if (walk->word->len == 0)
        return;
    if (walk->crowded != NULL && walk->crowded == walk->last_run)
        walk->box.x1 = CLAMP (usual_end (walk), walk->box.x0, walk->box.x1);
    if (walk->last_char == SOFT_HYPHEN)
        g_string_append_c (walk->word, '-'); /* it ends the word, and a line: a hyphen that shows */
    if (is_on_page (walk->page, walk->box)) {
        EvxWord *word = evx_page_add_word (walk->page, walk->word->str, (gssize) walk->word->len,
                                           evx_pdf_on_page (walk->page, walk->box), 1, EVX_ORIGIN_TEXT);
        if (word != NULL) {
            set_font (walk, word);
            word->flags |= (guint16) tick_flags (walk->word->str);
        }
    }
    g_string_truncate (walk->word, 0);
    walk->full = walk->page->words->len >= EVX_MAX_WORDS || walk->page->text->len >= MAX_TEXT_BYTES;
}

/* Does the next character go on with the word in hand? */
static gboolean
joins (Walk *walk, EvxBox box, const PopplerTextAttributes *run, gboolean after_blank)
{
    Next next = next_stands (walk, box);
    if (next == NEXT_CROWDS)
        walk->crowded = run;
    if (next == NEXT_IS_APART || (next == NEXT_FOLLOWS && after_blank))
        return FALSE;
    return walk->crowded == NULL || walk->crowded != run || !is_crowded_blank (walk, box);
}

static void
add_glyph (Walk *walk, const char *text, gunichar c, guint i, gboolean after_blank)
{
    EvxBox box = glyph_box (walk, i);
    const PopplerTextAttributes *run = run_at (walk, i);
    if (walk->word->len > 0 && !joins (walk, box, run, after_blank))
        close_word (walk);
    if (walk->word->len == 0) {
        walk->first_run = run;
        walk->box = box;
    } else if (!evx_box_is_empty (box)) {
        walk->box = evx_box_union (walk->box, box);
    }
    walk->last_run = run;
    walk->last_box = box;
    walk->last_char = c;
    append_plain (walk->word, text, c);
}

/* Marks of writing direction that poppler puts into the text have no box. */
static gboolean
is_direction_mark (gunichar c)
{
    return c >= 0x202a && c <= 0x202e;
}

static gboolean
is_blank (gunichar c)
{
    return c <= ' ' || (c >= 0x80 && g_unichar_isspace (c));
}

static void
walk_words (Walk *walk, const char *text, gboolean marks_have_boxes)
{
    gboolean after_blank = TRUE;
    guint i = 0;
    for (const char *p = text; *p != '\0' && !walk->full; p = g_utf8_next_char (p)) {
        gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
        if (is_direction_mark (c)) {
            i += marks_have_boxes;
            continue;
        }
        if (!is_blank (c))
            add_glyph (walk, p, c, i, after_blank);
        after_blank = is_blank (c);
        i++;
    }
    if (!walk->full)
        close_word (walk);
}

/* Glyphs whose font names no character come as their codes. */
static gboolean
holds_codes (const char *text)
{
    for (const char *p = text; *p != '\0'; p++)
        if (g_ascii_iscntrl (*p) && !g_ascii_isspace (*p))
            return TRUE;
    return FALSE;
}

static void
hide_words (const EvxPainted *painted, EvxPage *page, guint first)
{
    if (painted == NULL || (painted->painting->hidden_glyphs == 0 && !painted->clipped))
        return;
    gboolean all = painted->painting->visible_glyphs == 0;
    for (guint i = first; i < page->words->len; i++) {
        EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (all || evx_painted_hides (painted, word->box))
            word->flags |= EVX_WORD_HIDDEN;
    }
}

/* The text whose middle lies on the page; where there is none, what reaches onto it from far outside. */
static char *
text_of (PopplerPage *from, const EvxPage *page, PopplerRectangle *area)
{
    *area = (PopplerRectangle) { 0, 0, page->width, page->height };
    char *text = poppler_page_get_text_for_area (from, area);
    if (text != NULL && *text != '\0')
        return text;
    g_free (text);
    *area = (PopplerRectangle) { -FAR_PT, -FAR_PT, FAR_PT, FAR_PT };
    return poppler_page_get_text_for_area (from, area);
}

static void
add_text_words (PopplerPage *from, EvxPage *page)
{
    /* On a page without text poppler leaves the out parameters as they were. */
    g_autofree PopplerRectangle *boxes = NULL;
    guint n_boxes = 0;
    PopplerRectangle area;
    g_autofree char *text = text_of (from, page, &area);
    if (text == NULL || *text == '\0' || !poppler_page_get_text_layout_for_area (from, &area, &boxes, &n_boxes))
        return;
    GList *runs = poppler_page_get_text_attributes_for_area (from, &area);
    g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
    const char *read = valid ? valid : text;
    g_autoptr (GString) word = g_string_sized_new (64);
    g_autoptr (GHashTable) fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Walk walk = { .page = page, .boxes = boxes, .n_boxes = n_boxes, .runs = runs, .word = word, .fonts = fonts };
    guint before = page->words->len;
    walk_words (&walk, read, (glong) n_boxes >= g_utf8_strlen (read, -1));
    if (page->words->len == before && area.x1 == 0 && holds_codes (read))
        evx_page_note (page, EVX_ERROR_PAGE_DAMAGED,
                       "the fonts of the text layer do not say which characters they show");
    poppler_page_free_text_attributes (runs);
    if (walk.full)
        evx_page_note (page, EVX_ERROR_PAGE_DAMAGED,
                       "the page has more text than a page can hold; the rest was left out");
}

/* Poppler complained and nothing is there to read, nor anything painted that OCR could read. */
static gboolean
is_lost (const EvxPdf *pdf, const EvxPainted *painted, guint complaints, guint n_words)
{
    return pdf->n_complaints > complaints && n_words == 0 && painted != NULL && painted->marks == 0;
}

guint
evx_pdf_unread (EvxPdf *pdf, const EvxPage *page)
{
    const EvxPainted *painted = evx_pdf_painted (pdf, page->index);
    return painted != NULL ? evx_painted_unread (painted, page) : 0;
}

gboolean
evx_pdf_words (EvxPdf *pdf, EvxPage *page, GError **error)
{
    guint first = page->words->len, complaints = pdf->n_complaints;
    PopplerPage *from = evx_pdf_current (pdf, page->index, error);
    if (from == NULL)
        return FALSE;
    const EvxPainted *painted = evx_pdf_painted (pdf, page->index);
    add_text_words (from, page);
    hide_words (painted, page, first);
    evx_pdf_add_filled (from, page, first);
    evx_pdf_add_check_boxes (from, page, first);
    if (is_lost (pdf, painted, complaints, page->words->len - first)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, "the page is damaged: %s",
                     pdf->complaint ? pdf->complaint : "nothing could be read");
        return FALSE;
    }
    if (painted != NULL && painted->lost_glyphs > 0)
        evx_page_note (page, EVX_ERROR_PAGE_DAMAGED, "text is set in a font that the file lacks; it does not show");
    return TRUE;
}
