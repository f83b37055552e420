/* The stage: gathers evidence, decides, recognises what must be, and puts the words on the page.
 *
 * A page that is one image is read from that image at its own resolution, all else from a rendering.
 * Words that were authored stay as authored: a recognised word that lies on one of them is dropped, so
 * that nothing is on the page twice. */
#include "ocr-internal.h"
#include "../text/text.h"

#include <math.h>
#include <string.h>

/* Enough for marks of 6 pt, and cheap. */
#define LOOK_DPI 120.0

typedef struct {
    EvxRecogniser *recogniser; /* NULL if recognition is switched off */
    char *when;
    double dpi;
    double page_pixels;
    double timeout_s;
} Ocr;

/* ---- open, close ------------------------------------------------------------------------------- */

static void
ocr_close (gpointer self)
{
    Ocr *ocr = self;
    evx_recogniser_free (ocr->recogniser);
    g_free (ocr->when);
    g_free (ocr);
}

static gpointer
ocr_open (const EvxOptions *options, GError **error)
{
    Ocr *ocr = g_new0 (Ocr, 1);
    ocr->when = g_strdup (evx_options_text (options, "ocr"));
    ocr->dpi = evx_options_int (options, "dpi");
    ocr->page_pixels = evx_options_real (options, "page-pixels");
    ocr->timeout_s = evx_options_real (options, "ocr-timeout");
    if (strcmp (ocr->when, "never") == 0)
        return ocr;
    ocr->recogniser = evx_recogniser_new (evx_options_text (options, "lang"), error);
    if (ocr->recogniser != NULL)
        return ocr;
    ocr_close (ocr);
    return NULL;
}

static char *
ocr_fingerprint (gpointer self)
{
    Ocr *ocr = self;
    return ocr->recogniser ? evx_recogniser_fingerprint (ocr->recogniser) : NULL;
}

static void
ocr_prepare (gpointer self)
{
    Ocr *ocr = self;
    if (ocr->recogniser != NULL)
        evx_recogniser_prepare (ocr->recogniser);
}

/* ---- images of the page ------------------------------------------------------------------------- */

/* The resolution at which @width_pt x @height_pt stays within the limit, at most @dpi. */
static double
allowed_dpi (const Ocr *ocr, double width_pt, double height_pt, double dpi)
{
    double pixels = width_pt * height_pt * dpi * dpi / (72.0 * 72.0);
    return pixels > ocr->page_pixels ? dpi * sqrt (ocr->page_pixels / pixels) : dpi;
}

static PIX *
render (const Ocr *ocr, EvxPdf *pdf, EvxPage *page, const EvxBox *clip, double *dpi, GError **error)
{
    double width = clip ? evx_box_width (*clip) : page->width;
    double height = clip ? evx_box_height (*clip) : page->height;
    double wanted = *dpi;
    *dpi = allowed_dpi (ocr, width, height, wanted);
    if (*dpi < wanted) {
        g_autofree char *note = g_strdup_printf ("%.0f x %.0f pt; rendered at %.0f dpi instead of %.0f",
                                                 width, height, *dpi, wanted);
        evx_page_note (page, EVX_ERROR_PAGE_SIZE, note);
    }
    return evx_pdf_render (pdf, page->index, clip, *dpi, error);
}

/* The one picture that is the whole page, with nothing painted over it; NULL if there is none. */
static const EvxPicture *
page_picture (EvxPdf *pdf, const EvxPage *page)
{
    if (page->pictures->len != 1)
        return NULL;
    const EvxPicture *picture = &g_array_index (page->pictures, EvxPicture, 0);
    EvxBox sheet = { 0, 0, page->width, page->height };
    if (evx_box_covered (sheet, picture->box) < 0.9 || picture->width_px < 300)
        return NULL;
    double dpi_x = picture->width_px * 72.0 / evx_box_width (picture->box);
    double dpi_y = picture->height_px * 72.0 / evx_box_height (picture->box);
    if (fabs (dpi_x - dpi_y) > 0.02 * dpi_x)
        return NULL;
    g_autoptr (EvxPainting) painting = evx_pdf_painting (pdf, page);
    return painting->fills->len == 0 && painting->visible_glyphs == 0 ? picture : NULL;
}

/* What is recognised: an image, the part of the page it shows, its resolution. */
typedef struct {
    PIX *pix;
    EvxBox area;
    double dpi;
    gboolean damaged; /* not all of it could be decoded */
} Source;

static void
clear_source (Source *source)
{
    evx_pix_free (source->pix);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

/* Fills @source with the picture that is the page; FALSE if there is none. Decoded only once. */
static gboolean
take_picture (const Ocr *ocr, EvxPdf *pdf, const EvxPage *page, Source *source)
{
    if (source->pix != NULL)
        return TRUE;
    const EvxPicture *picture = page_picture (pdf, page);
    g_autoptr (PIX) pix = picture ? evx_pdf_image (pdf, page->index, picture, NULL) : NULL;
    if (pix == NULL || (double) pixGetWidth (pix) * pixGetHeight (pix) > ocr->page_pixels)
        return FALSE;
    source->area = picture->box;
    source->dpi = pixGetWidth (pix) * 72.0 / evx_box_width (source->area);
    source->pix = evx_image_gray (pix);
    source->damaged = evx_pdf_complaints (pdf, NULL) > 0 ||
                      (source->pix != NULL && evx_image_breaks_off (source->pix));
    return source->pix != NULL;
}

static gboolean
take_page (const Ocr *ocr, EvxPdf *pdf, EvxPage *page, Source *source, GError **error)
{
    if (take_picture (ocr, pdf, page, source))
        return TRUE;
    source->area = (EvxBox) { 0, 0, page->width, page->height };
    source->dpi = ocr->dpi;
    source->pix = render (ocr, pdf, page, NULL, &source->dpi, error);
    source->damaged = page->pictures->len > 0 && evx_pdf_complaints (pdf, NULL) > 0;
    return source->pix != NULL;
}

/* ---- words onto the page ------------------------------------------------------------------------- */

static gboolean
is_kept (const EvxWord *word, EvxKeep keep)
{
    switch (keep) {
    case EVX_KEEP_NONE:
        return FALSE;
    case EVX_KEEP_SOUND:
        return !(word->flags & (EVX_WORD_HIDDEN | EVX_WORD_ODD));
    case EVX_KEEP_VISIBLE:
        return !(word->flags & EVX_WORD_HIDDEN);
    default:
        return TRUE;
    }
}

/* Empties the page's text but for the words that stay. */
static void
keep_words (EvxPage *page, EvxKeep keep)
{
    g_autoptr (GArray) old = g_array_copy (page->words);
    g_autofree char *text = g_strndup (page->text->str, page->text->len);
    g_array_set_size (page->words, 0);
    g_string_truncate (page->text, 0);
    for (guint i = 0; i < old->len; i++) {
        const EvxWord *word = &g_array_index (old, EvxWord, i);
        if (!is_kept (word, keep))
            continue;
        EvxWord *kept = evx_page_add_word (page, text + word->start, word->length, word->box,
                                           word->confidence, (EvxOrigin) word->origin);
        if (kept != NULL) {
            kept->font_size = word->font_size;
            kept->flags = word->flags;
        }
    }
}

static gboolean
keeps_all (const EvxPage *page, EvxKeep keep)
{
    gboolean all = TRUE;
    for (guint i = 0; all && i < page->words->len; i++)
        all = is_kept (&g_array_index (page->words, EvxWord, i), keep);
    return all;
}

/* TRUE if one of the first @n words of the page, which were authored, says what stands at @box. */
static gboolean
is_doubled (const EvxPage *page, guint n, EvxBox box)
{
    for (guint i = 0; i < n; i++) {
        EvxBox authored = g_array_index (page->words, EvxWord, i).box;
        if (evx_box_covered (box, authored) >= 0.5 || evx_box_covered (authored, box) >= 0.7)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_writing (const EvxPage *read, const EvxWord *word)
{
    const char *text = read->text->str + word->start;
    guint letters = 0;
    for (const char *p = text; p < text + word->length; p = g_utf8_next_char (p))
        letters += g_unichar_isalnum (g_utf8_get_char (p));
    return letters >= 3 && word->confidence >= EVX_ISLAND_CONFIDENCE && evx_word_plausible (text, word->length) != 0;
}

/* Takes the words of all lines of @read that hold none of three letters that is read surely: a photograph's edges and
 * grain look like letters here and there. */
static void
drop_stray_letters (EvxPage *read)
{
    g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
    guint kept = 0;
    for (guint i = 0; i < read->words->len; i++)
        if (is_writing (read, &g_array_index (read->words, EvxWord, i)))
            g_hash_table_add (lines, GUINT_TO_POINTER (g_array_index (read->words, EvxWord, i).line));
    for (guint i = 0; i < read->words->len; i++) {
        EvxWord word = g_array_index (read->words, EvxWord, i);
        if (g_hash_table_contains (lines, GUINT_TO_POINTER (word.line)))
            g_array_index (read->words, EvxWord, kept++) = word;
    }
    g_array_set_size (read->words, kept);
}

/* Adds what was read from an image of @area of the page. Returns the number of words added. */
static guint
add_read_words (EvxPage *page, const EvxPage *read, EvxBox area, EvxOrigin origin)
{
    guint n_authored = page->words->len;
    double scale_x = evx_box_width (area) / read->width, scale_y = evx_box_height (area) / read->height;
    for (guint i = 0; i < read->words->len; i++) {
        const EvxWord *word = &g_array_index (read->words, EvxWord, i);
        EvxBox box = { area.x0 + word->box.x0 * scale_x, area.y0 + word->box.y0 * scale_y,
                       area.x0 + word->box.x1 * scale_x, area.y0 + word->box.y1 * scale_y };
        if (is_doubled (page, n_authored, box))
            continue;
        EvxWord *added = evx_page_add_word (page, read->text->str + word->start, word->length, box,
                                            word->confidence, origin);
        if (added != NULL)
            added->font_size = word->font_size;
    }
    for (guint i = 0; i < read->rules->len; i++) {
        EvxRule rule = g_array_index (read->rules, EvxRule, i);
        rule.box = (EvxBox) { area.x0 + rule.box.x0 * scale_x, area.y0 + rule.box.y0 * scale_y,
                              area.x0 + rule.box.x1 * scale_x, area.y0 + rule.box.y1 * scale_y };
        g_array_append_val (page->rules, rule);
    }
    return page->words->len - n_authored;
}

static void
note_facts (EvxPage *page, const EvxReadFacts *facts, guint n_words)
{
    evx_page_figure (page, "ocr_dpi", facts->dpi);
    evx_page_figure (page, "ocr_confidence", facts->confidence);
    evx_page_figure (page, "ocr_words", n_words);
    if (facts->skew_deg != 0)
        evx_page_figure (page, "skew_deg", facts->skew_deg);
    if (facts->turned != 0)
        evx_page_figure (page, "turned", facts->turned);
}

/* ---- the three ways of reading -------------------------------------------------------------------- */

static gboolean
read_whole (const Ocr *ocr, EvxPdf *pdf, EvxPage *page, Source *source, const EvxDecision *decision,
            GError **error)
{
    EvxReadFacts facts = { 0 };
    if (!take_page (ocr, pdf, page, source, error))
        return FALSE;
    g_autoptr (EvxPage) read = evx_ocr_read_image (ocr->recogniser, source->pix, source->dpi,
                                                   ocr->timeout_s, &facts, error);
    if (read == NULL)
        return FALSE;
    if (source->damaged)
        evx_page_note (page, EVX_ERROR_IMAGE_DAMAGED,
                       "the picture of the page is damaged; what it lost could not be read");
    if (decision->to_be_sure)
        drop_stray_letters (read);
    keep_words (page, decision->keep);
    guint n_words = add_read_words (page, read, source->area, EVX_ORIGIN_OCR);
    page->turned = facts.turned;
    page->image_hash = evx_image_hash (source->pix);
    note_facts (page, &facts, n_words);
    if (n_words == 0 && decision->blank_if_empty && !source->damaged) {
        page->reading = EVX_READING_BLANK;
        page->reason = evx_page_string (page, "no text, and recognition finds none in the little ink there is");
    }
    return TRUE;
}

static gboolean
read_picture (const Ocr *ocr, EvxPdf *pdf, EvxPage *page, EvxPicture *picture, GError **error)
{
    EvxBox sheet = { 0, 0, page->width, page->height };
    EvxBox area = evx_box_intersection (picture->box, sheet);
    double dpi = ocr->dpi;
    EvxReadFacts facts = { 0 };
    g_autoptr (PIX) gray = render (ocr, pdf, page, &area, &dpi, error);
    g_autoptr (EvxPage) read = gray ? evx_ocr_read_image (ocr->recogniser, gray, dpi, ocr->timeout_s,
                                                          &facts, error)
                                    : NULL;
    if (read == NULL)
        return FALSE;
    picture->recognised = TRUE;
    guint n_words = add_read_words (page, read, area, EVX_ORIGIN_REGION);
    note_facts (page, &facts, n_words);
    return TRUE;
}

static gboolean
read_pictures (const Ocr *ocr, EvxPdf *pdf, EvxPage *page, gboolean without_ground, GError **error)
{
    for (guint i = 0; i < page->pictures->len; i++) {
        EvxPicture *picture = &g_array_index (page->pictures, EvxPicture, i);
        if (evx_picture_is_small (picture, page) || (without_ground && evx_ocr_is_ground (picture, page)))
            continue;
        if (!read_picture (ocr, pdf, page, picture, error))
            return FALSE;
    }
    return TRUE;
}

/* ---- broken pictures -------------------------------------------------------------------------------- */

/* TRUE if a picture of some size shows in @gray, an image of the whole page, as nothing but white, or as
 * white from some row on. */
static gboolean
some_picture_ends_early (const EvxPage *page, PIX *gray, double dpi)
{
    for (guint i = 0; i < MIN (page->pictures->len, 100); i++) {
        const EvxPicture *picture = &g_array_index (page->pictures, EvxPicture, i);
        l_int32 darkest = 0;
        if (evx_picture_is_small (picture, page))
            continue;
        g_autoptr (PIX) shown = evx_image_crop (gray, evx_box_to_px (picture->box, dpi));
        if (shown != NULL && (evx_image_breaks_off (shown) ||
                              (pixGetExtremeValue (shown, 1, L_SELECT_MIN, NULL, NULL, NULL, &darkest) == 0 &&
                               darkest >= 250)))
            return TRUE;
    }
    return FALSE;
}

/* ---- evidence on demand ----------------------------------------------------------------------------- */

/* The picture that lies under most of the page, as gray; NULL if there is none. */
static PIX *
underlying_picture (EvxPdf *pdf, const EvxPage *page, double *dpi)
{
    for (guint i = 0; i < MIN (page->pictures->len, 100); i++) {
        const EvxPicture *picture = &g_array_index (page->pictures, EvxPicture, i);
        if (!evx_ocr_is_ground (picture, page))
            continue;
        g_autoptr (PIX) pix = evx_pdf_image (pdf, page->index, picture, NULL);
        *dpi = pix ? pixGetWidth (pix) * 72.0 / evx_box_width (picture->box) : 0;
        return pix ? evx_image_gray (pix) : NULL;
    }
    return NULL;
}

static gboolean
look (const Ocr *ocr, EvxPdf *pdf, EvxPage *page, Source *source, EvxEvidence *e, GError **error)
{
    if (e->visible + e->hidden == 0 && take_picture (ocr, pdf, page, source)) {
        evx_ocr_look (e, page, source->pix, source->dpi, NULL, 0);
        e->complaints += source->damaged;
        return TRUE;
    }
    double dpi = allowed_dpi (ocr, page->width, page->height, LOOK_DPI);
    e->complaints += evx_pdf_complaints (pdf, NULL);
    g_autoptr (PIX) gray = evx_pdf_render (pdf, page->index, NULL, dpi, error);
    if (gray == NULL)
        return FALSE;
    guint complaints = evx_pdf_complaints (pdf, NULL);
    e->complaints += complaints;
    if (complaints > 0 && some_picture_ends_early (page, gray, dpi))
        evx_page_note (page, EVX_ERROR_IMAGE_DAMAGED,
                       "a picture on the page is damaged; text in what it lost is missing");
    double picture_dpi = 0;
    g_autoptr (PIX) picture =
        e->visible > 0 && e->image_area > EVX_MOST_OF_PAGE ? underlying_picture (pdf, page, &picture_dpi) : NULL;
    evx_ocr_look (e, page, gray, dpi, picture, picture_dpi);
    e->complaints += evx_pdf_complaints (pdf, NULL);
    return TRUE;
}

static gboolean
probe (const Ocr *ocr, EvxPdf *pdf, EvxPage *page, guint flags, EvxEvidence *e, GError **error)
{
    g_autoptr (GArray) lines = evx_ocr_probe_lines (page, flags);
    double same = 0;
    guint compared = 0;
    for (guint i = 0; i < lines->len; i++) {
        EvxBox line = g_array_index (lines, EvxBox, i);
        double margin = evx_box_height (line) * 0.6;
        EvxBox clip = { line.x0 - margin, line.y0 - margin, line.x1 + margin, line.y1 + margin };
        clip = evx_box_intersection (clip, (EvxBox) { 0, 0, page->width, page->height });
        double dpi = ocr->dpi;
        g_autoptr (PIX) gray = render (ocr, pdf, page, &clip, &dpi, error);
        g_autoptr (EvxPage) read = gray ? evx_recogniser_read (ocr->recogniser, gray, dpi,
                                                               EVX_LAYOUT_BLOCK, ocr->timeout_s, error)
                                        : NULL;
        if (read == NULL)
            return FALSE;
        guint n_words = 0;
        same += evx_ocr_agreement (page, line, flags, read, &n_words) * n_words;
        compared += n_words;
    }
    e->probed = TRUE;
    e->compared_odd = flags != 0;
    e->agreement = compared > 0 ? same / compared : 0;
    return TRUE;
}

static gboolean
decide (const Ocr *ocr, EvxPdf *pdf, EvxPage *page, Source *source, EvxDecision *decision,
        GError **error)
{
    EvxEvidence e = evx_ocr_evidence (page);
    if (ocr->recogniser != NULL && !evx_pdf_check_pictures (pdf, page))
        e.complaints++;
    *decision = evx_ocr_decide (&e, ocr->when);
    for (guint i = 0; decision->step != EVX_STEP_READ && i < 4; i++) {
        guint flags = decision->step == EVX_STEP_PROBE_ODD ? EVX_WORD_ODD : 0;
        if (decision->step == EVX_STEP_LOOK ? !look (ocr, pdf, page, source, &e, error)
                                            : !probe (ocr, pdf, page, flags, &e, error))
            return FALSE;
        *decision = evx_ocr_decide (&e, ocr->when);
    }
    g_assert (decision->step == EVX_STEP_READ);
    evx_page_figure (page, "image_area", e.image_area);
    if (e.looked) {
        evx_page_figure (page, "ink", e.ink);
        evx_page_figure (page, "marks_outside_text", e.loose);
        evx_page_figure (page, "marks_outside_text_in_pictures", e.loose_in_pictures);
    }
    if (e.probed)
        evx_page_figure (page, "layer_agreement", e.agreement);
    return TRUE;
}

static gboolean
ocr_page (gpointer self, const EvxDocument *document, EvxPdf *pdf, EvxPage *page, GError **error)
{
    const Ocr *ocr = self;
    EvxDecision decision;
    g_auto (Source) source = { 0 };
    (void) document;
    if (!decide (ocr, pdf, page, &source, &decision, error))
        return FALSE;
    page->reading = decision.reading;
    if (page->code == EVX_NONE)
        page->reason = evx_page_string (page, decision.reason);
    if (decision.reading != EVX_READING_OCR && !keeps_all (page, decision.keep))
        keep_words (page, decision.keep);
    switch (decision.reading) {
    case EVX_READING_OCR:
        return read_whole (ocr, pdf, page, &source, &decision, error);
    case EVX_READING_REGION:
        return read_pictures (ocr, pdf, page, decision.without_ground, error);
    case EVX_READING_FAILED:
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, decision.reason);
        return FALSE;
    default:
        return TRUE;
    }
}

static const char *const ocr_options[] = { "lang", "ocr", "dpi", "page-pixels", NULL };

const EvxStage evx_ocr_stage = {
    .name = "ocr",
    .version = 30,
    .options = ocr_options,
    .open = ocr_open,
    .fingerprint = ocr_fingerprint,
    .prepare = ocr_prepare,
    .page = ocr_page,
    .close = ocr_close,
};
