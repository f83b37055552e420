/* The one door to poppler: open (with repair), pages, words, form fields, complaints.
 *
 * Poppler lends two origins: text layout counts y down from the top of the page as displayed; form
 * fields and annotations count y up on the page before /Rotate. Both leave this file displayed, y down.
 *
 * Words: poppler's text, its one box for each character and its runs of equal font are walked side by
 * side; blanks part words. */
#include "pdf-internal.h"

#include "paper.h"

#include <math.h>
#include <string.h>

/* RELIABILITY of the design, section 7. */
#define MAX_TEXT_BYTES (4u << 20)
#define MAX_WORDS 200000u
#define MAX_READ_PICTURES 100u
/* Memory that drawing a picture takes besides its pixels. */
#define ROOM_BESIDE (32u << 20)
/* cairo makes no image with a longer side. */
#define MAX_DRAWN_SIDE_PX 32767u
/* Where a letter larger than a page may have its middle. */
#define FAR_PT 1e9

/* ---- complaints ------------------------------------------------------------------------------- */

/* Poppler tells of damage only through GLib's log. Newer handlers go first, so with several documents
 * open the one opened last hears everything; a worker opens one. */
static void
hear_complaint (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
    EvxPdf *pdf = data;
    (void) domain;
    (void) level;
    pdf->n_complaints++;
    if (pdf->complaint == NULL)
        pdf->complaint = g_utf8_make_valid (message, -1);
}

guint
evx_pdf_complaints (EvxPdf *pdf, const char **first)
{
    guint n = pdf->n_complaints;
    g_free (pdf->told);
    pdf->told = g_steal_pointer (&pdf->complaint);
    pdf->n_complaints = 0;
    if (first != NULL)
        *first = pdf->told;
    return n;
}

const char *
evx_pdf_library_version (void)
{
    return poppler_get_version ();
}

/* ---- opening ------------------------------------------------------------------------------------ */

static PopplerDocument *
open_with_passwords (EvxPdf *pdf, GBytes *bytes, const char *const *passwords, GError **error)
{
    static const char *const none[] = { NULL };
    g_autoptr (GError) local = NULL;
    PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &local);
    for (const char *const *p = passwords ? passwords : none; document == NULL && *p != NULL; p++) {
        if (!g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
            break;
        g_clear_error (&local);
        document = poppler_document_new_from_bytes (bytes, *p, &local);
        if (document != NULL)
            pdf->password = g_strdup (*p);
    }
    if (document == NULL)
        g_propagate_error (error, g_steal_pointer (&local));
    return document;
}

static gboolean
mentions (GBytes *bytes, const char *needle)
{
    gsize size = 0;
    const char *data = g_bytes_get_data (bytes, &size);
    return data != NULL && memmem (data, size, needle, strlen (needle)) != NULL;
}

static void
set_open_error (GBytes *bytes, gboolean encrypted, GError **error)
{
    if (mentions (bytes, "/Adobe.PubSec"))
        g_set_error (error, EVX_ERROR, EVX_ERROR_ENCRYPTION_UNSUPPORTED,
                     "encrypted with a certificate; ask the sender for a copy without");
    else if (encrypted)
        g_set_error (error, EVX_ERROR, EVX_ERROR_PASSWORD, "needs a password");
    else
        g_set_error (error, EVX_ERROR, EVX_ERROR_DAMAGED,
                     "damaged and could not be opened, even after repair");
}

/* A document that opens but has no page is no better than one that does not open. */
static gboolean
has_pages (PopplerDocument *document)
{
    return document != NULL && poppler_document_get_n_pages (document) > 0;
}

static gboolean
open_repaired (EvxPdf *pdf, GBytes *bytes, const char *const *passwords)
{
    const char *how = NULL;
    for (guint attempt = 0;; attempt++) {
        g_autoptr (GBytes) mended = evx_pdf_repair (bytes, attempt, &how);
        if (how == NULL)
            return FALSE;
        if (mended == NULL)
            continue;
        g_autoptr (PopplerDocument) document = open_with_passwords (pdf, mended, passwords, NULL);
        if (!has_pages (document))
            continue;
        g_set_object (&pdf->document, document);
        pdf->bytes = g_steal_pointer (&mended);
        pdf->repair = how;
        return TRUE;
    }
}

/* What poppler says when it had to look for the objects of a file itself. */
static gboolean
is_about_structure (const char *complaint)
{
    return complaint != NULL &&
           (strcasestr (complaint, "xref") != NULL || strstr (complaint, "trailer") != NULL ||
            strstr (complaint, "not be a PDF") != NULL || strstr (complaint, "reconstruct") != NULL);
}

static gboolean
open_document (EvxPdf *pdf, GBytes *bytes, const char *const *passwords, GError **error)
{
    g_autoptr (GError) local = NULL;
    pdf->document = open_with_passwords (pdf, bytes, passwords, &local);
    if (has_pages (pdf->document)) {
        pdf->bytes = g_bytes_ref (bytes);
        if (is_about_structure (pdf->complaint))
            pdf->repair = "cross-reference table rebuilt";
        return TRUE;
    }
    gboolean opened = pdf->document != NULL;
    gboolean encrypted = g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
    if (!encrypted && open_repaired (pdf, bytes, passwords))
        return TRUE;
    if (opened)
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_TREE, "no page was found");
    else
        set_open_error (bytes, encrypted, error);
    return FALSE;
}

static const char *
last_of (const char *data, gsize size, const char *what)
{
    gsize length = strlen (what);
    for (gsize at = size; at >= length; at--)
        if (data[at - length] == *what && memcmp (data + at - length, what, length) == 0)
            return data + at;
    return NULL;
}

/* A file that ends in the middle of an object. One of which only the table at the end is cut has lost
 * nothing; neither has one with something else appended. */
static gboolean
is_cut_short (GBytes *bytes)
{
    gsize size = 0;
    const char *data = g_bytes_get_data (bytes, &size), *end = data + size;
    const char *eof = last_of (data, size, "%%EOF"), *object = last_of (data, size, "endobj");
    if (eof != NULL && memmem (eof, (gsize) (end - eof), " obj", 4) == NULL)
        return FALSE;
    const char *rest = object != NULL ? object : data;
    while (rest < end && (g_ascii_isspace (*rest) || *rest == '\0'))
        rest++;
    static const char *const tables[] = { "xref", "trailer", "startxref" };
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        if ((gsize) (end - rest) >= strlen (tables[i]) && memcmp (rest, tables[i], strlen (tables[i])) == 0)
            return FALSE;
    return rest < end;
}

EvxPdf *
evx_pdf_open (GBytes *bytes, const char *const *passwords, GError **error)
{
    g_return_val_if_fail (bytes != NULL, NULL);
    gboolean cut_short = FALSE;
    g_autoptr (GBytes) paper = evx_paper_lay (bytes, &cut_short, error);
    if (paper == NULL)
        return NULL;
    g_autoptr (EvxPdf) pdf = g_new0 (EvxPdf, 1);
    pdf->log_handler = g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, hear_complaint, pdf);
    if (!open_document (pdf, paper, passwords, error))
        return NULL;
    pdf->n_pages = (guint) poppler_document_get_n_pages (pdf->document);
    pdf->cut_short = cut_short || (pdf->repair != NULL && is_cut_short (bytes));
    return g_steal_pointer (&pdf);
}

void
evx_pdf_close (EvxPdf *pdf)
{
    if (pdf == NULL)
        return;
    g_clear_pointer (&pdf->painted, evx_painted_free);
    g_clear_pointer (&pdf->painter, evx_painter_free);
    g_clear_object (&pdf->current);
    g_clear_object (&pdf->document);
    g_clear_pointer (&pdf->uncropped, g_array_unref);
    g_log_remove_handler ("Poppler", pdf->log_handler);
    g_clear_pointer (&pdf->bytes, g_bytes_unref);
    g_free (pdf->password);
    g_free (pdf->complaint);
    g_free (pdf->told);
    g_free (pdf);
}

guint
evx_pdf_n_pages (const EvxPdf *pdf)
{
    return pdf->n_pages;
}

gboolean
evx_pdf_repaired (const EvxPdf *pdf, const char **how)
{
    if (how != NULL)
        *how = pdf->repair;
    return pdf->repair != NULL;
}

gboolean
evx_pdf_cut_short (const EvxPdf *pdf)
{
    return pdf->cut_short;
}

/* ---- the page in hand --------------------------------------------------------------------------- */

static gboolean
is_usable_side (double side)
{
    return isfinite (side) && side > 0 && side <= EVX_BOX_LIMIT;
}

static gboolean
has_area (PopplerPage *page)
{
    double width = 0, height = 0;
    poppler_page_get_size (page, &width, &height);
    return is_usable_side (width) && is_usable_side (height);
}

static GArray *
pages_without_area (const EvxPdf *pdf)
{
    GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < pdf->n_pages; i++) {
        g_autoptr (PopplerPage) page = poppler_document_get_page (pdf->document, (int) i);
        if (page != NULL && !has_area (page))
            g_array_append_val (pages, i);
    }
    return pages;
}

/* Poppler cuts a page to its crop box even where nothing is left of it. Once such a page is met, all of
 * them are opened again without. */
static gboolean
open_uncropped (EvxPdf *pdf)
{
    if (pdf->uncropped != NULL)
        return FALSE;
    pdf->uncropped = pages_without_area (pdf);
    g_autoptr (GBytes) mended = evx_pdf_uncrop (pdf->bytes, pdf->password, pdf->uncropped);
    g_autoptr (PopplerDocument) document =
        mended ? poppler_document_new_from_bytes (mended, NULL, NULL) : NULL;
    if (document == NULL || poppler_document_get_n_pages (document) != (int) pdf->n_pages) {
        g_array_set_size (pdf->uncropped, 0);
        return FALSE;
    }
    g_clear_pointer (&pdf->painted, evx_painted_free);
    g_clear_pointer (&pdf->painter, evx_painter_free);
    pdf->painter_tried = FALSE;
    g_set_object (&pdf->document, document);
    g_bytes_unref (pdf->bytes);
    pdf->bytes = g_steal_pointer (&mended);
    return TRUE;
}

static gboolean
is_uncropped (const EvxPdf *pdf, guint index)
{
    for (guint i = 0; pdf->uncropped != NULL && i < pdf->uncropped->len; i++)
        if (g_array_index (pdf->uncropped, guint, i) == index)
            return TRUE;
    return FALSE;
}

PopplerPage *
evx_pdf_current (EvxPdf *pdf, guint index, GError **error)
{
    if (pdf->current != NULL && pdf->current_index == index)
        return pdf->current;
    g_clear_object (&pdf->current);
    if (index < pdf->n_pages)
        pdf->current = poppler_document_get_page (pdf->document, (int) index);
    if (pdf->current != NULL && !has_area (pdf->current) && open_uncropped (pdf)) {
        g_object_unref (pdf->current);
        pdf->current = poppler_document_get_page (pdf->document, (int) index);
    }
    pdf->current_index = index;
    if (pdf->current == NULL)
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_TREE, "the page cannot be found");
    return pdf->current;
}

/* qpdf may count differently in a damaged file; then its pages cannot be told apart from poppler's. */
static EvxPainter *
painter (EvxPdf *pdf)
{
    if (!pdf->painter_tried) {
        pdf->painter_tried = TRUE;
        pdf->painter = evx_painter_new (pdf->bytes, pdf->password);
        if (pdf->painter != NULL && evx_painter_n_pages (pdf->painter) != pdf->n_pages)
            g_clear_pointer (&pdf->painter, evx_painter_free);
    }
    return pdf->painter;
}

static EvxBox
crop_box (PopplerPage *page)
{
    PopplerRectangle crop = { 0 };
    poppler_page_get_crop_box (page, &crop);
    return (EvxBox) { crop.x1, crop.y1, crop.x2, crop.y2 };
}

const EvxPainted *
evx_pdf_painted (EvxPdf *pdf, guint index)
{
    if (pdf->painted != NULL && pdf->painted_index == index)
        return pdf->painted;
    g_clear_pointer (&pdf->painted, evx_painted_free);
    PopplerPage *page = evx_pdf_current (pdf, index, NULL);
    if (page == NULL || painter (pdf) == NULL)
        return NULL;
    pdf->painted = evx_painter_paint (pdf->painter, index, crop_box (page));
    pdf->painted_index = index;
    return pdf->painted;
}

/* Without qpdf only a quarter turn shows, by the sides it exchanges. */
static int
rotation (EvxPdf *pdf, PopplerPage *page, double width)
{
    if (painter (pdf) != NULL)
        return evx_painter_rotation (pdf->painter, pdf->current_index);
    EvxBox crop = crop_box (page);
    return fabs (evx_box_width (crop) - width) < 0.01 ? 0 : 90;
}

EvxPage *
evx_pdf_page (EvxPdf *pdf, guint index, GError **error)
{
    PopplerPage *page = evx_pdf_current (pdf, index, error);
    if (page == NULL)
        return NULL;
    if (!has_area (page)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, "the page has no usable size");
        return NULL;
    }
    double width = 0, height = 0;
    poppler_page_get_size (page, &width, &height);
    EvxPage *result = evx_page_new (index, width, height);
    result->rotation = rotation (pdf, page, width);
    g_autofree char *label = poppler_page_get_label (page);
    if (label != NULL && *label != '\0' && g_utf8_validate (label, -1, NULL))
        result->label = evx_page_string (result, label);
    if (is_uncropped (pdf, index))
        evx_page_note (result, EVX_ERROR_PAGE_DAMAGED,
                       "repaired: the crop box left nothing of the page, all of it was read");
    return result;
}

/* ---- words -------------------------------------------------------------------------------------- */

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

static EvxBox
clamp_to_page (const EvxPage *page, EvxBox box)
{
    return (EvxBox) { CLAMP (box.x0, 0, page->width), CLAMP (box.y0, 0, page->height),
                      CLAMP (box.x1, 0, page->width), CLAMP (box.y1, 0, page->height) };
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

static void
set_font (Walk *walk, EvxWord *word)
{
    const PopplerTextAttributes *run = walk->first_run;
    if (run == NULL)
        return;
    if (run != walk->flagged)
        walk->flags = flags_of_font (run->font_name);
    walk->flagged = run;
    word->flags |= (guint16) walk->flags;
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
                                           clamp_to_page (walk->page, walk->box), 1, EVX_ORIGIN_TEXT);
        if (word != NULL) {
            set_font (walk, word);
            word->flags |= (guint16) tick_flags (walk->word->str);
        }
    }
    g_string_truncate (walk->word, 0);
    walk->full = walk->page->words->len >= MAX_WORDS || walk->page->text->len >= MAX_TEXT_BYTES;
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
    if (painted == NULL || painted->painting->hidden_glyphs == 0)
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
    Walk walk = { .page = page, .boxes = boxes, .n_boxes = n_boxes, .runs = runs, .word = word };
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

/* ---- check boxes --------------------------------------------------------------------------------- */

static gboolean
is_tickable (PopplerFormField *field)
{
    if (poppler_form_field_get_field_type (field) != POPPLER_FORM_FIELD_BUTTON)
        return FALSE;
    PopplerFormButtonType type = poppler_form_field_button_get_button_type (field);
    return type == POPPLER_FORM_BUTTON_CHECK || type == POPPLER_FORM_BUTTON_RADIO;
}

/* A ticked field draws its tick as a glyph, which poppler reads as a word of its own ("4", "✔"). */
static void
drop_words_in (EvxPage *page, EvxBox box, guint first)
{
    guint kept = first;
    for (guint i = first; i < page->words->len; i++) {
        EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->length <= 4 && evx_box_covered (word->box, box) > 0.7)
            continue;
        g_array_index (page->words, EvxWord, kept++) = *word;
    }
    g_array_set_size (page->words, kept);
}

static void
add_check_boxes (PopplerPage *from, EvxPage *page, guint first)
{
    GList *fields = g_list_reverse (poppler_page_get_form_field_mapping (from)); /* as in the file */
    for (GList *l = fields; l != NULL && page->words->len < MAX_WORDS; l = l->next) {
        PopplerFormFieldMapping *mapping = l->data;
        if (!is_tickable (mapping->field))
            continue;
        EvxBox box = clamp_to_page (page, evx_pdf_field_box (page, &mapping->area));
        if (evx_box_is_empty (box))
            continue;
        gboolean ticked = poppler_form_field_button_get_state (mapping->field);
        drop_words_in (page, box, first);
        EvxWord *word = evx_page_add_word (page, ticked ? "[x]" : "[]", -1, box, 1, EVX_ORIGIN_TEXT);
        if (word != NULL)
            word->flags |= ticked ? EVX_WORD_CHECKED : EVX_WORD_UNCHECKED;
    }
    poppler_page_free_form_field_mapping (fields);
}

/* Poppler complained and nothing is there to read, nor anything painted that OCR could read. */
static gboolean
is_lost (const EvxPdf *pdf, const EvxPainted *painted, guint complaints, guint n_words)
{
    return pdf->n_complaints > complaints && n_words == 0 && painted != NULL && painted->marks == 0;
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
    add_check_boxes (from, page, first);
    if (is_lost (pdf, painted, complaints, page->words->len - first)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, "the page is damaged: %s",
                     pdf->complaint ? pdf->complaint : "nothing could be read");
        return FALSE;
    }
    if (painted != NULL && painted->lost_glyphs > 0)
        evx_page_note (page, EVX_ERROR_PAGE_DAMAGED, "text is set in a font that the file lacks; it does not show");
    return TRUE;
}

/* ---- pictures and painting ------------------------------------------------------------------------ */

void
evx_pdf_pictures (EvxPdf *pdf, EvxPage *page)
{
    const EvxPainted *painted = evx_pdf_painted (pdf, page->index);
    for (guint i = 0; painted != NULL && i < painted->drawn->len; i++) {
        const EvxDrawn *drawn = &g_array_index (painted->drawn, EvxDrawn, i);
        EvxPicture picture = { .box = evx_box_round (clamp_to_page (page, drawn->shows)),
                               .width_px = drawn->width_px,
                               .height_px = drawn->height_px,
                               .image_id = (gint32) i };
        if (!evx_box_is_empty (picture.box))
            g_array_append_val (page->pictures, picture);
    }
    if (painted != NULL && painted->drawn->len == EVX_MAX_DRAWN)
        evx_page_note (page, EVX_ERROR_PAGE_DAMAGED,
                       "the page draws more pictures than can be kept; text in the rest may be missing");
}

/* Whether so many bytes could be had: of the allocator, which keeps for the next page what the last one gave back. */
static gboolean
has_room (gsize size)
{
    g_autofree void *room = g_try_malloc (size);
    return room != NULL;
}

/* Returns: whether all of the picture can be drawn; if not, the page says why. */
static gboolean
check_picture (EvxPdf *pdf, EvxPage *page, const EvxDrawn *drawn)
{
    gsize bytes = (gsize) drawn->width_px * drawn->height_px * 4 + ROOM_BESIDE; /* as cairo holds it */
    int code = EVX_ERROR_IMAGE_DAMAGED;
    g_autofree char *why = NULL;
    if (MAX (drawn->width_px, drawn->height_px) > MAX_DRAWN_SIDE_PX) {
        why = g_strdup_printf ("a picture of %u x %u pixels is too large to be drawn; text in it is missing",
                               drawn->width_px, drawn->height_px);
    } else if (!has_room (bytes)) {
        why = g_strdup_printf ("a picture of %u x %u pixels needs more memory; text in it is missing",
                               drawn->width_px, drawn->height_px);
        code = EVX_ERROR_PAGE_MEMORY;
    } else if (!evx_painter_is_whole (pdf->painter, drawn)) {
        why = g_strdup ("a picture on the page is damaged; text in what it lost is missing");
    }
    if (why != NULL)
        evx_page_note (page, code, why);
    return why == NULL;
}

gboolean
evx_pdf_check_pictures (EvxPdf *pdf, EvxPage *page)
{
    const EvxPainted *painted = evx_pdf_painted (pdf, page->index);
    guint looked_at = 0;
    for (guint i = 0; painted != NULL && i < page->pictures->len && looked_at < MAX_READ_PICTURES; i++) {
        const EvxPicture *picture = &g_array_index (page->pictures, EvxPicture, i);
        if (evx_picture_is_small (picture, page))
            continue;
        looked_at++;
        if (!check_picture (pdf, page, &g_array_index (painted->drawn, EvxDrawn, picture->image_id)))
            return FALSE;
    }
    return TRUE;
}

EvxPainting *
evx_pdf_painting (EvxPdf *pdf, const EvxPage *page)
{
    const EvxPainted *painted = evx_pdf_painted (pdf, page->index);
    EvxPainting *copy = g_new0 (EvxPainting, 1);
    if (painted != NULL)
        *copy = *painted->painting;
    copy->rules = painted ? g_array_copy (painted->painting->rules)
                          : g_array_new (FALSE, FALSE, sizeof (EvxRule));
    copy->fills = painted ? g_array_copy (painted->painting->fills)
                          : g_array_new (FALSE, FALSE, sizeof (EvxFill));
    return copy;
}
