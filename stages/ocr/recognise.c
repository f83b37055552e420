/* The one door to tesseract: the models are loaded once, then images become words with boxes.
 *
 * Settings (measured: docs/ocr.md): LSTM only; table finding off, for layout finds tables itself and
 * tesseract's finder costs a fifth of its layout time; inversion of light-on-dark lines stays on.
 * OMP_THREAD_LIMIT=1 has to stand in the environment before the program starts.
 * Source: Smith, "An Overview of the Tesseract OCR Engine", ICDAR 2007; tesseract/capi.h, version 5. */
#include "ocr-internal.h"

#include <string.h>
#include <tesseract/capi.h>

struct _EvxRecogniser {
    TessBaseAPI *api;
    char *languages;
};

/* ---- line images ----------------------------------------------------------------------------------- */

/* Tesseract keeps the image of each line as a PNG in memory and decodes it at once: a tenth of the time of
 * a page goes into packing it. This definition stands before leptonica's, for the program and for
 * libtesseract alike, and keeps the pixels as they are; pixReadMem knows the form by its first bytes.
 * Real PNGs are made by pixWriteMemPng. */
l_ok
pixWriteMem (l_uint8 **data, size_t *size, PIX *pix, l_int32 format)
{
    (void) format;
    return pixWriteMemSpix (data, size, pix);
}

/* ---- models ---------------------------------------------------------------------------------- */

static TessBaseAPI *
open_api (const char *languages)
{
    char *names[] = { (char *) "textord_tabfind_find_tables" };
    char *values[] = { (char *) "0" };
    TessBaseAPI *api = TessBaseAPICreate ();
    if (TessBaseAPIInit4 (api, NULL, languages, OEM_LSTM_ONLY, NULL, 0, names, values,
                          G_N_ELEMENTS (names), FALSE) == 0)
        return api;
    TessBaseAPIDelete (api);
    return NULL;
}

static gboolean
has_loaded (TessBaseAPI *api, const char *language)
{
    gboolean found = FALSE;
    char **loaded = TessBaseAPIGetLoadedLanguagesAsVector (api);
    for (guint i = 0; loaded[i] != NULL; i++)
        found = found || strcmp (loaded[i], language) == 0;
    TessDeleteTextArray (loaded);
    return found;
}

/* The first language that cannot be loaded. Tesseract only prints a line and goes on without it. */
static char *
missing_language (TessBaseAPI *api, const char *languages)
{
    g_auto (GStrv) names = g_strsplit (languages, "+", -1);
    for (guint i = 0; names[i] != NULL; i++) {
        TessBaseAPI *single = api ? NULL : open_api (names[i]);
        gboolean loaded = api ? has_loaded (api, names[i]) : single != NULL;
        if (single != NULL)
            TessBaseAPIDelete (single);
        if (!loaded)
            return g_strdup (names[i]);
    }
    return api ? NULL : g_strdup (languages);
}

EvxRecogniser *
evx_recogniser_new (const char *languages, GError **error)
{
    setMsgSeverity (L_SEVERITY_NONE); /* leptonica reports by its results */
    TessBaseAPI *api = open_api (languages);
    g_autofree char *missing = missing_language (api, languages);
    if (missing != NULL) {
        g_autofree char *package = g_strdelimit (g_strdup (missing), "_", '-');
        g_set_error (error, EVX_ERROR, EVX_ERROR_NO_MODEL,
                     "OCR model %s is not installed: apt-get install tesseract-ocr-%s", missing,
                     package);
        if (api != NULL)
            TessBaseAPIDelete (api);
        return NULL;
    }
    EvxRecogniser *self = g_new0 (EvxRecogniser, 1);
    self->api = api;
    self->languages = g_strdup (languages);
    return self;
}

void
evx_recogniser_free (EvxRecogniser *self)
{
    if (self == NULL)
        return;
    TessBaseAPIEnd (self->api);
    TessBaseAPIDelete (self->api);
    g_free (self->languages);
    g_free (self);
}

char *
evx_recogniser_fingerprint (EvxRecogniser *self)
{
    GString *print = g_string_new ("tesseract ");
    g_auto (GStrv) names = g_strsplit (self->languages, "+", -1);
    g_string_append (print, TessVersion ());
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *file = g_strconcat (names[i], ".traineddata", NULL);
        g_autofree char *path = g_build_filename (TessBaseAPIGetDatapath (self->api), file, NULL);
        g_autofree char *data = NULL;
        gsize length = 0;
        g_autofree char *hash =
            g_file_get_contents (path, &data, &length, NULL)
                ? g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length)
                : NULL;
        g_string_append_printf (print, ", %s sha256 %s", file, hash ? hash : "unknown");
    }
    return g_string_free (print, FALSE);
}

/* ---- reading ----------------------------------------------------------------------------------- */

/* Point size from the row: x-height, ascenders and descenders, which tesseract's layout measured. */
static float
font_size (const TessResultIterator *results)
{
    BOOL bold, italic, underlined, monospace, serif, smallcaps;
    int size = 0, font = 0;
    TessResultIteratorWordFontAttributes (results, &bold, &italic, &underlined, &monospace, &serif,
                                          &smallcaps, &size, &font);
    return (float) MAX (size, 0);
}

static void
add_word (EvxPage *page, const TessResultIterator *results, double dpi, guint line)
{
    int x0, y0, x1, y1;
    const TessPageIterator *place = TessResultIteratorGetPageIteratorConst (results);
    if (!TessPageIteratorBoundingBox (place, RIL_WORD, &x0, &y0, &x1, &y1))
        return;
    char *text = TessResultIteratorGetUTF8Text (results, RIL_WORD);
    if (text == NULL)
        return;
    EvxBox box = evx_box_from_px ((EvxBox) { x0, y0, x1, y1 }, dpi);
    float confidence = TessResultIteratorConfidence (results, RIL_WORD) / 100;
    EvxWord *word = evx_page_add_word (page, text, -1, box, CLAMP (confidence, 0, 1), EVX_ORIGIN_OCR);
    if (word != NULL) {
        word->font_size = font_size (results);
        word->line = line;
    }
    TessDeleteText (text);
}

static void
add_words (EvxPage *page, TessBaseAPI *api, double dpi)
{
    TessResultIterator *results = TessBaseAPIGetIterator (api);
    if (results == NULL)
        return;
    const TessPageIterator *place = TessResultIteratorGetPageIteratorConst (results);
    guint line = 0;
    do {
        if (TessPageIteratorIsAtBeginningOf (place, RIL_TEXTLINE) && page->words->len > 0)
            line++;
        add_word (page, results, dpi, line);
    } while (TessResultIteratorNext (results, RIL_WORD));
    TessResultIteratorDelete (results);
}

static TessPageSegMode
segmentation (EvxRecogniserLayout layout)
{
    switch (layout) {
    case EVX_LAYOUT_BLOCK:
        return PSM_SINGLE_BLOCK;
    case EVX_LAYOUT_LINE:
        return PSM_SINGLE_LINE;
    default:
        return PSM_AUTO;
    }
}

EvxPage *
evx_recogniser_read (EvxRecogniser *self, PIX *gray, double dpi, EvxRecogniserLayout layout,
                     double timeout_s, GError **error)
{
    g_return_val_if_fail (dpi > 0, NULL);
    g_autoptr (EvxPage) page = evx_page_new (0, pixGetWidth (gray) * 72.0 / dpi,
                                             pixGetHeight (gray) * 72.0 / dpi);
    gint64 deadline = g_get_monotonic_time () + (gint64) (timeout_s * G_USEC_PER_SEC);
    TessBaseAPISetPageSegMode (self->api, segmentation (layout));
    TessBaseAPISetImage2 (self->api, gray);
    TessBaseAPISetSourceResolution (self->api, (int) CLAMP (dpi + 0.5, 70, 2400));
    ETEXT_DESC *monitor = TessMonitorCreate ();
    TessMonitorSetDeadlineMSecs (monitor, (int) CLAMP (timeout_s * 1000, 1, G_MAXINT / 2));
    gboolean read = TessBaseAPIRecognize (self->api, monitor) == 0;
    TessMonitorDelete (monitor);
    if (read)
        add_words (page, self->api, dpi);
    TessBaseAPIClear (self->api);
    if (read)
        return g_steal_pointer (&page);
    gboolean late = g_get_monotonic_time () >= deadline;
    g_set_error (error, EVX_ERROR, late ? EVX_ERROR_PAGE_TIMEOUT : EVX_ERROR_PAGE_MEMORY,
                 late ? "recognition took longer than %.0f s and was given up; --ocr-timeout allows more"
                      : "recognition failed within %.0f s; the page image could not be laid out",
                 timeout_s);
    return NULL;
}
