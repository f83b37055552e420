/* What the files behind pdf.h share. */
#pragma once

#include <poppler.h>

#include "../painting/painting.h"
#include "pdf.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)

struct _EvxPdf {
    GBytes *bytes; /* as parsed, after a repair */
    PopplerDocument *document;
    guint n_pages;
    char *password; /* the one that opened it; NULL for none */
    const char *repair; /* static text, or NULL */
    gboolean cut_short;

    /* The page in hand: poppler keeps the text of a page object, so layout, text and attributes
     * cost one interpretation of the page, not three. */
    PopplerPage *current;
    guint current_index;
    GArray *uncropped; /* guint: pages whose crop box was set aside; NULL until a page had no area */

    EvxPainter *painter; /* opened when first asked for; NULL if qpdf cannot read the file */
    gboolean painter_tried;
    EvxPainted *painted; /* what the page in hand paints, or NULL */
    guint painted_index;

    guint log_handler;
    guint n_complaints;
    char *complaint; /* the first since the last call */
    char *told;      /* what the last call lent */
};

/** Returns: (transfer none): the page object, kept until another page is asked for; NULL with
 * EVX_ERROR_PAGE_TREE if the document has no such page. */
PopplerPage *evx_pdf_current (EvxPdf *pdf, guint index, GError **error);

/** Returns: (transfer none) (nullable): what the page paints, kept until another page is asked for. */
const EvxPainted *evx_pdf_painted (EvxPdf *pdf, guint index);

/** @box without what lies beside the page. */
EvxBox evx_pdf_on_page (const EvxPage *page, EvxBox box);

/* No page has more: a dense one has a few thousand. */
#define EVX_MAX_WORDS 200000u

/* ---- pdf-fields.c ----------------------------------------------------------------------------- */

/** Adds the words that are filled into form fields, and those of free text notes; @first: of the page's
 * words, those of this page begin here. */
void evx_pdf_add_filled (PopplerPage *from, EvxPage *page, guint first);

/** Adds a word "[x]" or "[]" for each check box and radio button, in place of the glyph that ticks it. */
void evx_pdf_add_check_boxes (PopplerPage *from, EvxPage *page, guint first);

/** The box of a form field, which poppler gives y up, relative to the crop box of the page before it is
 * turned. */
EvxBox evx_pdf_field_box (const EvxPage *page, const PopplerRectangle *area);

/* ---- pdf-repair.c ----------------------------------------------------------------------------- */

/**
 * evx_pdf_repair:
 * @bytes:   a file that poppler refuses
 * @attempt: 0, 1, 2, ...
 * @how:     (out): what was done, static text
 *
 * Returns: (transfer full) (nullable): the file mended in the @attempt-th way; NULL if that way does
 * not apply. *@how is NULL when there are no more ways.
 */
GBytes *evx_pdf_repair (GBytes *bytes, guint attempt, const char **how);

/**
 * evx_pdf_uncrop:
 * @pages: (element-type guint): indexes of pages that their crop box leaves nothing of
 *
 * Returns: (transfer full) (nullable): the file, no longer encrypted, with the media box of those pages for
 * their crop box; NULL if qpdf cannot read it or finds fewer pages.
 */
GBytes *evx_pdf_uncrop (GBytes *bytes, const char *password, const GArray *pages);

G_END_DECLS
