/* The one door to poppler: open (with repair), pages, words, form fields, complaints.
 *
 * Poppler lends two origins: text layout counts y down from the top of the page as displayed; form
 * fields and annotations count y up on the page before /Rotate. Both leave this file displayed, y down.
 *
 * Words: poppler's text, its one box for each character and its runs of equal font are walked side by
 * side; blanks part words. */
#include "pdf-internal.h"

#include <math.h>
#include <string.h>

/* RELIABILITY of the design, section 7. */
#define MAX_TEXT_BYTES (4u << 20)
#define MAX_WORDS 200000u

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
        g_set_error (error, EVX_ERROR, EVX_ERROR_PASSWORD,
                     "needs a password; add it to the password file and run again");
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

static gboolean
open_document (EvxPdf *pdf, GBytes *bytes, const char *const *passwords, GError **error)
{
    g_autoptr (GError) local = NULL;
    pdf->document = open_with_passwords (pdf, bytes, passwords, &local);
    if (has_pages (pdf->document)) {
        pdf->bytes = g_bytes_ref (bytes);
        if (pdf->complaint != NULL && strstr (pdf->complaint, "reconstruct") != NULL)
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

EvxPdf *
evx_pdf_open (GBytes *bytes, const char *const *passwords, GError **error)
{
    g_return_val_if_fail (bytes != NULL, NULL);
    g_autoptr (EvxPdf) pdf = g_new0 (EvxPdf, 1);
    pdf->log_handler = g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, hear_complaint, pdf);
    if (!open_document (pdf, bytes, passwords, error))
        return NULL;
    pdf->n_pages = (guint) poppler_document_get_n_pages (pdf->document);
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

char *
evx_pdf_info (EvxPdf *pdf, const char *name)
{
    g_autofree char *text = NULL;
    if (strcmp (name, "title") == 0)
        text = poppler_document_get_title (pdf->document);
    else if (strcmp (name, "producer") == 0)
        text = poppler_document_get_producer (pdf->document);
    else if (strcmp (name, "creator") == 0)
        text = poppler_document_get_creator (pdf->document);
    else if (strcmp (name, "created") == 0) {
        g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (pdf->document);
        text = created ? g_date_time_format_iso8601 (created) : NULL;
    }
    if (text == NULL || *text == '\0')
        return NULL;
    return g_utf8_make_valid (text, -1);
}

/* ---- the page in hand --------------------------------------------------------------------------- */

PopplerPage *
evx_pdf_current (EvxPdf *pdf, guint index, GError **error)
{
    if (pdf->current != NULL && pdf->current_index == index)
        return pdf->current;
    g_clear_object (&pdf->current);
    if (index < pdf->n_pages)
        pdf->current = poppler_document_get_page (pdf->document, (int) index);
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

static gboolean
is_usable_side (double side)
{
    return isfinite (side) && side > 0 && side < 1e7;
}

EvxPage *
evx_pdf_page (EvxPdf *pdf, guint index, GError **error)
{
    PopplerPage *page = evx_pdf_current (pdf, index, error);
    if (page == NULL)
        return NULL;
    double width = 0, height = 0;
    poppler_page_get_size (page, &width, &height);
    if (!is_usable_side (width) || !is_usable_side (height)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, "the page has no usable size");
        return NULL;
    }
    EvxPage *result = evx_page_new (index, width, height);
    result->rotation = rotation (pdf, page, width);
    g_autofree char *label = poppler_page_get_label (page);
    if (label != NULL && *label != '\0' && g_utf8_validate (label, -1, NULL))
        result->label = evx_page_string (result, label);
    return result;
}

/* ---- words -------------------------------------------------------------------------------------- */

/* One walk over the text of a page: character i has boxes[i] and lies in a run of equal font. */
typedef struct {
    EvxPage *page;
    const PopplerRectangle *boxes;
    guint n_boxes;
    GList *run;        /* of PopplerTextAttributes, in order */
    guint run_flags;   /* EvxWordFlags of the run in hand */
    GString *scratch;
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

static const PopplerTextAttributes *
run_at (Walk *walk, guint character)
{
    gboolean moved = FALSE;
    while (walk->run != NULL && walk->run->next != NULL &&
           ((PopplerTextAttributes *) walk->run->data)->end_index < (int) character) {
        walk->run = walk->run->next;
        moved = TRUE;
    }
    const PopplerTextAttributes *run = walk->run ? walk->run->data : NULL;
    if (run != NULL && (moved || character == 0))
        walk->run_flags = flags_of_font (run->font_name);
    return run;
}

static EvxBox
box_of (const Walk *walk, guint from, guint to)
{
    EvxBox box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    for (guint i = from; i < MIN (to, walk->n_boxes); i++) {
        const PopplerRectangle *r = &walk->boxes[i];
        if (!isfinite (r->x1) || !isfinite (r->y1) || !isfinite (r->x2) || !isfinite (r->y2))
            continue;
        box.x0 = MIN (box.x0, MIN (r->x1, r->x2));
        box.y0 = MIN (box.y0, MIN (r->y1, r->y2));
        box.x1 = MAX (box.x1, MAX (r->x1, r->x2));
        box.y1 = MAX (box.y1, MAX (r->y1, r->y2));
    }
    return box.x0 <= box.x1 ? box : (EvxBox) { 0 };
}

/* What lies outside the crop box is not on the page as displayed. */
static gboolean
is_on_page (const EvxPage *page, EvxBox box)
{
    double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
    return x >= 0 && y >= 0 && x <= page->width && y <= page->height;
}

static EvxBox
clamp_to_page (const EvxPage *page, EvxBox box)
{
    return (EvxBox) { CLAMP (box.x0, 0, page->width), CLAMP (box.y0, 0, page->height),
                      CLAMP (box.x1, 0, page->width), CLAMP (box.y1, 0, page->height) };
}

/* Ligatures are written out, so that "ofﬁcer" is found; a soft hyphen that ends a word is the hyphen
 * of a line break. Anything else passes as it is. */
static void
append_plain (GString *to, const char *text, const char *end)
{
    static const char *const latin[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
    while (text < end) {
        gunichar c = g_utf8_get_char (text);
        const char *next = g_utf8_next_char (text);
        if (c >= 0xfb00 && c <= 0xfb06)
            g_string_append (to, latin[c - 0xfb00]);
        else if (c == 0x00ad && next >= end)
            g_string_append_c (to, '-');
        else
            g_string_append_len (to, text, next - text);
        text = next;
    }
}

static void
add_word (Walk *walk, const char *text, const char *end, guint from, guint to, gboolean ascii)
{
    const PopplerTextAttributes *run = run_at (walk, from);
    EvxBox box = box_of (walk, from, to);
    if (!is_on_page (walk->page, box))
        return;
    if (!ascii) {
        g_string_truncate (walk->scratch, 0);
        append_plain (walk->scratch, text, end);
        text = walk->scratch->str;
        end = text + walk->scratch->len;
    }
    EvxWord *word = evx_page_add_word (walk->page, text, end - text,
                                       clamp_to_page (walk->page, box), 1, EVX_ORIGIN_TEXT);
    if (word == NULL || run == NULL)
        return;
    word->font_size = isfinite (run->font_size) ? (float) CLAMP (run->font_size, 0, 10000) : 0;
    word->flags |= (guint16) walk->run_flags;
    walk->full = walk->page->words->len >= MAX_WORDS || walk->page->text->len >= MAX_TEXT_BYTES;
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

/* Whether glyph @i stands elsewhere than right after glyph @i - 1. Poppler puts no blank between two
 * words that follow each other in the content but not on the page, such as two cells of one column. */
static gboolean
is_jump (const Walk *walk, guint i)
{
    if (i == 0 || i >= walk->n_boxes)
        return FALSE;
    const PopplerRectangle *a = &walk->boxes[i - 1], *b = &walk->boxes[i];
    double ah = fabs (a->y2 - a->y1), bh = fabs (b->y2 - b->y1), aw = fabs (a->x2 - a->x1);
    double common = MIN (MAX (a->y1, a->y2), MAX (b->y1, b->y2)) - MAX (MIN (a->y1, a->y2), MIN (b->y1, b->y2));
    double gap = MIN (b->x1, b->x2) - MAX (a->x1, a->x2), h = MAX (ah, bh);
    if (ah <= 1.1 * aw || ah == 0 || bh == 0)
        return FALSE; /* turned on its side, or no shape to judge by */
    return common < 0.25 * MIN (ah, bh) || gap > 0.6 * h || gap < -2 * h;
}

static void
walk_words (Walk *walk, const char *text, gboolean marks_have_boxes)
{
    const char *start = NULL;
    guint from = 0, i = 0;
    gboolean ascii = TRUE;
    for (const char *p = text; !walk->full; p = g_utf8_next_char (p)) {
        gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
        if (is_blank (c)) {
            if (start != NULL)
                add_word (walk, start, p, from, i, ascii);
            start = NULL;
            ascii = TRUE;
            if (c == 0)
                break;
        } else {
            if (start != NULL && is_jump (walk, i)) {
                add_word (walk, start, p, from, i, ascii);
                start = NULL;
                ascii = TRUE;
            }
            if (start == NULL) {
                start = p;
                from = i;
            }
            ascii = ascii && c < 0x80;
        }
        if (marks_have_boxes || !is_direction_mark (c))
            i++;
    }
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

static void
add_text_words (PopplerPage *from, EvxPage *page)
{
    /* On a page without text poppler leaves the out parameters as they were. */
    g_autofree PopplerRectangle *boxes = NULL;
    guint n_boxes = 0;
    g_autofree char *text = poppler_page_get_text (from);
    if (text == NULL || *text == '\0' || !poppler_page_get_text_layout (from, &boxes, &n_boxes))
        return;
    GList *runs = poppler_page_get_text_attributes (from);
    g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
    const char *read = valid ? valid : text;
    g_autoptr (GString) scratch = g_string_sized_new (64);
    Walk walk = { .page = page, .boxes = boxes, .n_boxes = n_boxes, .run = runs, .scratch = scratch };
    walk_words (&walk, read, (glong) n_boxes >= g_utf8_strlen (read, -1));
    poppler_page_free_text_attributes (runs);
    if (walk.full)
        evx_page_note (page, EVX_ERROR_PAGE_DAMAGED,
                       "the page has more text than a page can hold; the rest was left out");
}

/* ---- check boxes --------------------------------------------------------------------------------- */

/* Form fields come y up, relative to the crop box of the page before it is turned. */
static EvxBox
field_box (const EvxPage *page, const PopplerRectangle *area)
{
    gboolean sideways = page->rotation % 180 != 0;
    double width = sideways ? page->height : page->width;
    double height = sideways ? page->width : page->height;
    EvxBox box = { area->x1, height - area->y2, area->x2, height - area->y1 };
    return evx_box_turn (evx_box_round (box), width, height, page->rotation);
}

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
    GList *fields = poppler_page_get_form_field_mapping (from);
    for (GList *l = fields; l != NULL && page->words->len < MAX_WORDS; l = l->next) {
        PopplerFormFieldMapping *mapping = l->data;
        if (!is_tickable (mapping->field))
            continue;
        EvxBox box = clamp_to_page (page, field_box (page, &mapping->area));
        if (evx_box_is_empty (box))
            continue;
        gboolean ticked = poppler_form_field_button_get_state (mapping->field);
        drop_words_in (page, box, first);
        EvxWord *word = evx_page_add_word (page, ticked ? "[x]" : "[ ]", 3, box, 1, EVX_ORIGIN_TEXT);
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
    add_check_boxes (from, page, first);
    if (is_lost (pdf, painted, complaints, page->words->len - first)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, "the page is damaged: %s",
                     pdf->complaint ? pdf->complaint : "nothing could be read");
        return FALSE;
    }
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
