/* The one door to tesseract: the models are loaded once, then images become words with boxes. Strips of one line are
 * read by the model itself (lstm.h) where it is of the kind that is known, all else by the library.
 *
 * Loading takes 0.2 s, which a run over pages that need no OCR should not pay. So models that the system
 * has installed, where a sandboxed worker may read them, are loaded by the first page that needs them;
 * that worker leaves a mark in shared memory, and the process that forks the workers then loads them
 * once for all that follow. Models from anywhere else are loaded at once.
 *
 * Settings (measured: docs/ocr.md): LSTM only; table finding off, for layout finds tables itself and
 * tesseract's finder costs a fifth of its layout time; inversion of light-on-dark lines stays on.
 * Tesseract asks OpenMP for threads; the process that forks the workers allows none (pipeline/zygote.c).
 * Source: Smith, "An Overview of the Tesseract OCR Engine", ICDAR 2007; tesseract/capi.h, version 5. */
#include "lstm.h"
#include "ocr-internal.h"

#include "../bytes.h"

#include <string.h>
#include <sys/mman.h>
#include <tesseract/capi.h>

/* What pages needed so far. */
typedef struct {
    gboolean lines; /* the model of lines */
    gboolean other; /* that of the lines of Spanish pages */
    gboolean pages; /* the library */
} Wanted;

struct _EvxRecogniser {
    EvxModel *model;    /* of lines; NULL until it is loaded, or where only tesseract reads the languages */
    gboolean model_tried;
    EvxModel *other;    /* of the lines of Spanish pages; NULL until it is loaded, or where none comes second */
    gboolean other_tried;
    TessBaseAPI *api;   /* all languages; NULL until the models are loaded */
    TessBaseAPI *first; /* English alone; NULL where it does not come first */
    char *folder;     /* of the models */
    char *languages;
    Wanted *wanted; /* in memory shared with all forks */
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

/* @folder: NULL: where tesseract looks by itself */
static TessBaseAPI *
open_api (const char *folder, const char *languages)
{
    char *names[] = { (char *) "textord_tabfind_find_tables" };
    char *values[] = { (char *) "0" };
    TessBaseAPI *api = TessBaseAPICreate ();
    if (TessBaseAPIInit4 (api, folder, languages, OEM_LSTM_ONLY, NULL, 0, names, values,
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
        TessBaseAPI *single = api ? NULL : open_api (NULL, names[i]);
        gboolean loaded = api ? has_loaded (api, names[i]) : single != NULL;
        if (single != NULL)
            TessBaseAPIDelete (single);
        if (!loaded)
            return g_strdup (names[i]);
    }
    return api ? NULL : g_strdup (languages);
}

static char *
model_file (const char *folder, const char *language)
{
    g_autofree char *file = g_strconcat (language, ".traineddata", NULL);
    return g_build_filename (folder, file, NULL);
}

static gboolean
has_models (const char *folder, const char *languages)
{
    g_auto (GStrv) names = g_strsplit (languages, "+", -1);
    gboolean all = names[0] != NULL;
    for (guint i = 0; all && names[i] != NULL; i++) {
        g_autofree char *path = model_file (folder, names[i]);
        all = g_file_test (path, G_FILE_TEST_IS_REGULAR);
    }
    return all;
}

/* Where the system keeps all of @languages; NULL if it does not, or the user keeps them elsewhere. */
static const char *
system_folder (const char *languages)
{
    static const char *const folders[] = { "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata" };
    for (guint i = 0; g_getenv ("TESSDATA_PREFIX") == NULL && i < G_N_ELEMENTS (folders); i++)
        if (has_models (folders[i], languages))
            return folders[i];
    return NULL;
}

static gboolean
fail_missing (const char *missing, GError **error)
{
    g_autofree char *package = g_strdelimit (g_strdup (missing), "_", '-');
    g_set_error (error, EVX_ERROR, EVX_ERROR_NO_MODEL,
                 "OCR model %s is not installed: apt-get install tesseract-ocr-%s", missing, package);
    return FALSE;
}

/* With several languages tesseract reads each line that it is not sure of once in each: a third more time
 * on English pages. English is read alone first where the other language is one that can be told by its
 * words; see is_other_language. */
static gboolean
is_english_first (const char *languages)
{
    return strcmp (languages, "eng+spa") == 0;
}

static gboolean
load (EvxRecogniser *self, GError **error)
{
    if (self->api != NULL)
        return TRUE;
    self->api = open_api (self->folder, self->languages);
    g_autofree char *missing = missing_language (self->api, self->languages);
    if (missing != NULL)
        return fail_missing (missing, error);
    self->first = is_english_first (self->languages) ? open_api (self->folder, "eng") : NULL;
    if (self->folder == NULL)
        self->folder = g_strdup (TessBaseAPIGetDatapath (self->api));
    return TRUE;
}

/* The model that reads lines without tesseract: of the language that is read alone first; NULL if there is none. */
static const EvxModel *
line_model (EvxRecogniser *self)
{
    const char *first = is_english_first (self->languages) ? "eng" : self->languages;
    if (!self->model_tried && strchr (first, '+') == NULL) {
        g_autofree char *path = model_file (self->folder, first);
        self->model = evx_model_load (path);
    }
    self->model_tried = TRUE;
    return self->model;
}

/* The model of the language that comes second. */
static const EvxModel *
other_model (EvxRecogniser *self)
{
    if (!self->other_tried && is_english_first (self->languages)) {
        g_autofree char *path = model_file (self->folder, "spa");
        self->other = evx_model_load (path);
    }
    self->other_tried = TRUE;
    return self->other;
}

EvxRecogniser *
evx_recogniser_new (const char *languages, GError **error)
{
    setMsgSeverity (L_SEVERITY_NONE); /* leptonica reports by its results */
    g_autoptr (EvxRecogniser) self = g_new0 (EvxRecogniser, 1);
    self->languages = g_strdup (languages);
    self->folder = g_strdup (system_folder (languages));
    if (self->folder == NULL && !load (self, error))
        return NULL;
    if (self->api != NULL)
        line_model (self);
    self->wanted = mmap (NULL, sizeof *self->wanted, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                         -1, 0);
    if (self->wanted == MAP_FAILED) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL, "no memory to share with workers");
        self->wanted = NULL;
        return NULL;
    }
    return g_steal_pointer (&self);
}

void
evx_recogniser_free (EvxRecogniser *self)
{
    if (self == NULL)
        return;
    if (self->api != NULL) {
        TessBaseAPIEnd (self->api);
        TessBaseAPIDelete (self->api);
    }
    if (self->first != NULL) {
        TessBaseAPIEnd (self->first);
        TessBaseAPIDelete (self->first);
    }
    evx_model_free (self->model);
    evx_model_free (self->other);
    if (self->wanted != NULL)
        munmap (self->wanted, sizeof *self->wanted);
    g_free (self->folder);
    g_free (self->languages);
    g_free (self);
}

void
evx_recogniser_prepare (EvxRecogniser *self)
{
    g_autoptr (GError) error = NULL;
    if (self->wanted->lines)
        line_model (self);
    if (self->wanted->other)
        other_model (self);
    if (self->wanted->pages && !load (self, &error))
        g_debug ("%s", error->message); /* the worker that needs them will say so of its page */
}

char *
evx_recogniser_fingerprint (EvxRecogniser *self)
{
    GString *print = g_string_new ("tesseract ");
    g_auto (GStrv) names = g_strsplit (self->languages, "+", -1);
    g_string_append (print, TessVersion ());
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *path = model_file (self->folder, names[i]);
        g_autofree char *hash = evx_sha256_file (path);
        g_string_append_printf (print, ", %s.traineddata sha256 %s", names[i],
                                hash != NULL ? hash : "unknown");
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

/* In pixels. That of a word of a strip is the box of its symbols: what tesseract gives for the word is that of
 * the strip's one blob. */
static EvxBox
word_box (const TessResultIterator *results, gboolean strip)
{
    int x0, y0, x1, y1;
    EvxBox box = { 0 };
    TessResultIterator *at = TessResultIteratorCopy (results);
    const TessPageIterator *place = TessResultIteratorGetPageIteratorConst (at);
    do {
        if (TessPageIteratorBoundingBox (place, strip ? RIL_SYMBOL : RIL_WORD, &x0, &y0, &x1, &y1))
            box = evx_box_union (box, (EvxBox) { x0, y0, x1, y1 });
    } while (strip && TessResultIteratorNext (at, RIL_SYMBOL) && !TessPageIteratorIsAtBeginningOf (place, RIL_WORD));
    TessResultIteratorDelete (at);
    return box;
}

static void
add_word (EvxPage *page, const TessResultIterator *results, double dpi, gboolean strip, guint line)
{
    EvxBox px = word_box (results, strip);
    if (evx_box_is_empty (px))
        return;
    char *text = TessResultIteratorGetUTF8Text (results, RIL_WORD);
    if (text == NULL)
        return;
    EvxBox box = evx_box_from_px (px, dpi);
    float confidence = TessResultIteratorConfidence (results, RIL_WORD) / 100;
    EvxWord *word = evx_page_add_word (page, text, -1, box, CLAMP (confidence, 0, 1), EVX_ORIGIN_OCR);
    if (word != NULL) {
        word->font_size = font_size (results);
        word->line = line;
    }
    TessDeleteText (text);
}

/* Adds what @api read; its text lines are counted from @line on. */
static void
add_words (EvxPage *page, TessBaseAPI *api, double dpi, gboolean strip, guint line)
{
    TessResultIterator *results = TessBaseAPIGetIterator (api);
    if (results == NULL)
        return;
    const TessPageIterator *place = TessResultIteratorGetPageIteratorConst (results);
    guint before = page->words->len;
    do {
        if (TessPageIteratorIsAtBeginningOf (place, RIL_TEXTLINE) && page->words->len > before)
            line++;
        add_word (page, results, dpi, strip, line);
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

static EvxPage *
fail_reading (gboolean late, GError **error)
{
    g_set_error_literal (error, EVX_ERROR, late ? EVX_ERROR_PAGE_TIMEOUT : EVX_ERROR_PAGE_MEMORY,
                         late ? "recognition took too long and was given up; --ocr-timeout allows more"
                              : "recognition failed; the page image could not be laid out");
    return NULL;
}

gint64
evx_ocr_busy_us (void)
{
    struct timespec busy = { 0, 0 };
    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &busy);
    return (gint64) busy.tv_sec * G_USEC_PER_SEC + busy.tv_nsec / 1000;
}

/* Asked by tesseract before each word. */
static bool
has_had_its_time (void *deadline, G_GNUC_UNUSED int words)
{
    return evx_ocr_busy_us () >= *(const gint64 *) deadline;
}

/* Recognises one image and adds its words to @page. */
static gboolean
recognise (TessBaseAPI *api, PIX *gray, double dpi, TessPageSegMode mode, double timeout_s, EvxPage *page,
           guint line, GError **error)
{
    gint64 deadline = evx_ocr_busy_us () + (gint64) (timeout_s * G_USEC_PER_SEC);
    TessBaseAPISetPageSegMode (api, mode);
    TessBaseAPISetImage2 (api, gray);
    TessBaseAPISetSourceResolution (api, (int) CLAMP (dpi + 0.5, 70, 2400));
    ETEXT_DESC *monitor = TessMonitorCreate ();
    TessMonitorSetCancelFunc (monitor, has_had_its_time);
    TessMonitorSetCancelThis (monitor, &deadline);
    gboolean read = TessBaseAPIRecognize (api, monitor) == 0;
    TessMonitorDelete (monitor);
    if (read)
        add_words (page, api, dpi, mode == PSM_RAW_LINE, line);
    TessBaseAPIClear (api);
    if (read)
        return TRUE;
    fail_reading (evx_ocr_busy_us () >= deadline, error);
    return FALSE;
}

/* Spanish by the words that hold its sentences together; names (Los Angeles, de la Cruz) bring two or
 * three of them to an English page, not four that make a twentieth of it. */
static gboolean
is_other_language (const EvxPage *page)
{
    static const char *const spanish[] = { "de",   "la",   "el",  "los", "las", "del", "que",   "en",   "por",
                                           "para", "con",  "una", "su",  "se",  "al",  "sobre", "como", "este",
                                           "esta", "usted" };
    guint seen[G_N_ELEMENTS (spanish)] = { 0 }, all = 0, different = 0;
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        for (guint k = 0; k < G_N_ELEMENTS (spanish); k++)
            if (g_ascii_strcasecmp (word, spanish[k]) == 0) {
                different += seen[k]++ == 0;
                all++;
            }
    }
    return different >= 4 && 20 * all >= page->words->len;
}

/* What is to be read: one image to be laid out, or strips of one line each. */
typedef struct {
    PIX *gray;
    const GPtrArray *strips; /* PIX; NULL items are passed over */
    double dpi;
    EvxRecogniserLayout layout;
} Task;

static EvxPage *
read_with (TessBaseAPI *api, const Task *task, double timeout_s, GError **error)
{
    double to_pt = 72.0 / task->dpi, end = evx_ocr_busy_us () + timeout_s * G_USEC_PER_SEC;
    g_autoptr (EvxPage) page = evx_page_new (0, task->gray ? pixGetWidth (task->gray) * to_pt : 0,
                                             task->gray ? pixGetHeight (task->gray) * to_pt : 0);
    if (task->gray != NULL &&
        !recognise (api, task->gray, task->dpi, segmentation (task->layout), timeout_s, page, 0, error))
        return NULL;
    for (guint i = 0; task->strips != NULL && i < task->strips->len; i++) {
        PIX *strip = g_ptr_array_index (task->strips, i);
        double left_s = MAX (0, (end - evx_ocr_busy_us ()) / G_USEC_PER_SEC);
        if (strip != NULL && !recognise (api, strip, task->dpi, PSM_RAW_LINE, left_s, page, i, error))
            return NULL;
    }
    return g_steal_pointer (&page);
}

/* Adds the words of strip @i. */
static void
add_strip_words (EvxPage *page, const EvxModel *model, PIX *strip, double dpi, guint i)
{
    g_autoptr (GArray) words = evx_model_read (model, strip);
    for (guint k = 0; words != NULL && k < words->len; k++) {
        const EvxReadWord *read = &g_array_index (words, EvxReadWord, k);
        EvxBox box = evx_box_from_px ((EvxBox) { read->x0, 0, read->x1, pixGetHeight (strip) }, dpi);
        EvxWord *word = evx_page_add_word (page, read->text, -1, box, read->confidence, EVX_ORIGIN_OCR);
        if (word != NULL)
            word->line = i;
    }
}

static EvxPage *
read_strips_with (const EvxModel *model, const Task *task, double timeout_s, GError **error)
{
    gint64 end = evx_ocr_busy_us () + (gint64) (timeout_s * G_USEC_PER_SEC);
    g_autoptr (EvxPage) page = evx_page_new (0, 0, 0);
    for (guint i = 0; i < task->strips->len; i++) {
        PIX *strip = g_ptr_array_index (task->strips, i);
        if (strip == NULL)
            continue;
        if (evx_ocr_busy_us () >= end)
            return fail_reading (TRUE, error);
        add_strip_words (page, model, strip, task->dpi, i);
    }
    return g_steal_pointer (&page);
}

/* In the language that comes first. */
static EvxPage *
read_first (EvxRecogniser *self, const Task *task, double timeout_s, GError **error)
{
    const EvxModel *model = task->strips != NULL ? line_model (self) : NULL;
    self->wanted->lines |= task->strips != NULL;
    self->wanted->pages |= model == NULL;
    if (model != NULL)
        return read_strips_with (model, task, timeout_s, error);
    if (!load (self, error))
        return NULL;
    return read_with (self->first != NULL && task->layout != EVX_LAYOUT_LINE ? self->first : self->api, task, timeout_s,
                      error);
}

/* ---- strips in both languages ------------------------------------------------------------------ */

/* The English reading of a line on a Spanish page is believed if its mean confidence is so much higher: the English model
 * reads Spanish letters nearly as surely, but without their accents. */
#define SURER 0.05

/* Sums of confidence and numbers of words, by strip. */
typedef struct {
    double sum;
    guint n;
} Sureness;

static Sureness *
sureness_of (const EvxPage *page, guint n_strips)
{
    Sureness *sure = g_new0 (Sureness, n_strips + 1);
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        sure[MIN (word->line, n_strips)].sum += (double) word->confidence;
        sure[MIN (word->line, n_strips)].n++;
    }
    return sure;
}

static double
mean (Sureness sure)
{
    return sure.n > 0 ? sure.sum / sure.n : 0;
}

/* Adds the words of strip @strip from word @from of @read on, which are in the order of the strips. Returns: the next. */
static guint
take_strip (EvxPage *page, const EvxPage *read, guint from, guint strip, gboolean wanted)
{
    guint i = from;
    for (; i < read->words->len && g_array_index (read->words, EvxWord, i).line == strip; i++) {
        const EvxWord *word = &g_array_index (read->words, EvxWord, i);
        EvxWord *added = wanted ? evx_page_add_word (page, read->text->str + word->start, word->length, word->box,
                                                     word->confidence, EVX_ORIGIN_OCR)
                                : NULL;
        if (added != NULL)
            added->line = strip;
    }
    return i;
}

/* Each strip in the language that it is read more surely in. */
static EvxPage *
surer_of (const EvxPage *english, const EvxPage *spanish, guint n_strips)
{
    g_autofree Sureness *in_english = sureness_of (english, n_strips), *in_spanish = sureness_of (spanish, n_strips);
    EvxPage *page = evx_page_new (0, 0, 0);
    guint at = 0, other_at = 0;
    for (guint i = 0; i < n_strips; i++) {
        gboolean is_english = mean (in_english[i]) > mean (in_spanish[i]) + SURER;
        at = take_strip (page, english, at, i, is_english);
        other_at = take_strip (page, spanish, other_at, i, !is_english);
    }
    return page;
}

static EvxPage *
read_strips_again (EvxRecogniser *self, const Task *task, const EvxPage *english, double timeout_s)
{
    const EvxModel *model = other_model (self);
    g_autoptr (EvxPage) spanish = model != NULL ? read_strips_with (model, task, timeout_s, NULL) : NULL;
    self->wanted->other |= model != NULL;
    return spanish != NULL ? surer_of (english, spanish, task->strips->len) : NULL;
}

/* English first; where that shows the other language, both. */
static EvxPage *
read_task (EvxRecogniser *self, const Task *task, double timeout_s, GError **error)
{
    gint64 start = evx_ocr_busy_us ();
    g_autoptr (EvxPage) page = read_first (self, task, timeout_s, error);
    if (page == NULL || !is_english_first (self->languages) || task->layout == EVX_LAYOUT_LINE ||
        !is_other_language (page))
        return g_steal_pointer (&page);
    double left_s = timeout_s - (evx_ocr_busy_us () - start) / (double) G_USEC_PER_SEC;
    EvxPage *again = left_s > 0 && self->model != NULL && task->strips != NULL
                         ? read_strips_again (self, task, page, left_s)
                         : NULL;
    if (again == NULL && left_s > 0 && load (self, NULL)) {
        self->wanted->pages = TRUE;
        again = read_with (self->api, task, left_s, NULL);
    }
    return again != NULL ? again : g_steal_pointer (&page);
}

EvxPage *
evx_recogniser_read (EvxRecogniser *self, PIX *gray, double dpi, EvxRecogniserLayout layout,
                     double timeout_s, GError **error)
{
    g_return_val_if_fail (dpi > 0, NULL);
    return read_task (self, &(Task) { .gray = gray, .dpi = dpi, .layout = layout }, timeout_s, error);
}

EvxPage *
evx_recogniser_read_strips (EvxRecogniser *self, const GPtrArray *strips, double dpi, double timeout_s,
                            GError **error)
{
    g_return_val_if_fail (dpi > 0, NULL);
    return read_task (self, &(Task) { .strips = strips, .dpi = dpi }, timeout_s, error);
}

gboolean
evx_recogniser_run (EvxRecogniser *self, PIX *strip, EvxActivations *found)
{
    const EvxModel *model = line_model (self);
    return model != NULL && evx_model_run (model, strip, found);
}

char *
evx_recogniser_fit (EvxRecogniser *self, const EvxActivations *found, double x0, double x1, const char *look, double *cost)
{
    return evx_model_fit (line_model (self), found, x0, x1, look, cost);
}

gboolean
evx_recogniser_takes_strips (const EvxRecogniser *self)
{
    static const char *const scripts[] = { "eng", "spa", "fra", "deu", "ita", "por", "cat", "nld", "tgl", "fil", "vie", NULL };
    g_auto (GStrv) names = g_strsplit (self->languages, "+", -1);
    gboolean all = names[0] != NULL;
    for (guint i = 0; names[i] != NULL; i++)
        all = all && g_strv_contains (scripts, names[i]);
    return all;
}
