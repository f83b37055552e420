/* The one door to poppler: open (with repair), pages, pictures, complaints; pdf-words.c has the words,
 * pdf-fields.c what is filled in, pdf-render.c the pixels.
 *
 * Poppler lends two origins: text layout counts y down from the top of the page as displayed; form
 * fields and annotations count y up on the page before /Rotate. Both leave these files displayed, y down. */
#include "pdf-internal.h"

#include "../paper/paper.h"

#include <math.h>
#include <string.h>

#define MAX_READ_PICTURES 100u
/* Memory that drawing a picture takes besides its pixels. */
#define ROOM_BESIDE (32u << 20)
/* cairo makes no image with a longer side. */
#define MAX_DRAWN_SIDE_PX 32767u

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

static guint
n_links (PopplerPage *page)
{
    GList *links = poppler_page_get_link_mapping (page);
    guint n = g_list_length (links);
    poppler_page_free_link_mapping (links);
    return n;
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
    pdf->painted = evx_painter_paint (pdf->painter, index, crop_box (page), n_links (page));
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

EvxBox
evx_pdf_on_page (const EvxPage *page, EvxBox box)
{
    return (EvxBox) { CLAMP (box.x0, 0, page->width), CLAMP (box.y0, 0, page->height),
                      CLAMP (box.x1, 0, page->width), CLAMP (box.y1, 0, page->height) };
}

/* ---- pictures and painting ------------------------------------------------------------------------ */

void
evx_pdf_pictures (EvxPdf *pdf, EvxPage *page)
{
    const EvxPainted *painted = evx_pdf_painted (pdf, page->index);
    for (guint i = 0; painted != NULL && i < painted->drawn->len; i++) {
        const EvxDrawn *drawn = &g_array_index (painted->drawn, EvxDrawn, i);
        EvxPicture picture = { .box = evx_box_round (evx_pdf_on_page (page, drawn->shows)),
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

/* Whether so many bytes could be had, and ROOM_BESIDE: of the allocator, which keeps for the next page what the last
 * one gave back. Apart, for something that stays may have come to lie between what it gave back. */
static gboolean
has_room (gsize size)
{
    g_autofree void *pixels = g_try_malloc (size);
    g_autofree void *beside = g_try_malloc (ROOM_BESIDE);
    return pixels != NULL && beside != NULL;
}

/* Returns: whether all of the picture can be drawn; if not, the page says why. */
static gboolean
check_picture (EvxPdf *pdf, EvxPage *page, const EvxDrawn *drawn)
{
    gsize bytes = (gsize) drawn->width_px * drawn->height_px * 4; /* as cairo holds it */
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

EvxOrder
evx_pdf_order (EvxPdf *pdf, const EvxPage *page, EvxBox word, const EvxFill *fill)
{
    const EvxPainted *painted = evx_pdf_painted (pdf, page->index);
    return painted == NULL ? EVX_ORDER_UNKNOWN : evx_painted_order (painted, word, fill->words_before);
}

gboolean
evx_pdf_is_seen (EvxPdf *pdf, const EvxPage *page, EvxBox word, guint fill)
{
    const EvxPainted *painted = evx_pdf_painted (pdf, page->index);
    return painted != NULL && fill < painted->painting->fills->len && evx_painted_is_seen (painted, word, fill);
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
