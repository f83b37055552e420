/* Words of the text layer and pictures, as poppler finds them, and the figures that say what to make of
 * them. The reading is decided by the OCR stage, which sees both sides. */
#include "text.h"

static void
set_figures (EvxPage *page, const EvxTrust *trust, guint complaints)
{
    evx_page_figure (page, "chars", trust->chars);
    evx_page_figure (page, "words", trust->words);
    evx_page_figure (page, "text_area", trust->text_area);
    evx_page_figure (page, "image_area", trust->image_area);
    evx_page_figure (page, "hidden_share", trust->hidden_share);
    evx_page_figure (page, "unmapped_share", trust->unmapped_share);
    evx_page_figure (page, "plausible", trust->plausible);
    evx_page_figure (page, "odd_words", trust->odd_words);
    evx_page_figure (page, "unread_letters", trust->unread);
    evx_page_figure (page, "text_outside_margins", trust->text_outside_margins);
    evx_page_figure (page, "complaints", complaints);
}

static gboolean
text_page (gpointer self, const EvxDocument *document, EvxPdf *pdf, EvxPage *page, GError **error)
{
    (void) self;
    (void) document;
    g_return_val_if_fail (pdf != NULL, FALSE);
    if (!evx_pdf_words (pdf, page, error))
        return FALSE;
    evx_pdf_pictures (pdf, page);
    g_autoptr (EvxPainting) painting = evx_pdf_painting (pdf, page);
    EvxTrust trust = evx_text_trust (page, painting);
    trust.unread = evx_pdf_unread (pdf, page);
    set_figures (page, &trust, evx_pdf_complaints (pdf, NULL));
    return TRUE;
}

const EvxStage evx_text_stage = { .name = "text", .version = 7, .page = text_page };
