/* What the files of this folder share: the recogniser, the preparation of a page image, the decision. */
#pragma once

#include "../image/ink.h"
#include "lstm.h"
#include "ocr.h"

G_BEGIN_DECLS

/* ---- recognise.c: the one door to tesseract -------------------------------------------------- */

typedef struct _EvxRecogniser EvxRecogniser;

typedef enum {
    EVX_LAYOUT_PAGE, /* find columns and blocks (PSM 3) */
    EVX_LAYOUT_BLOCK, /* one block of lines (PSM 6) */
    EVX_LAYOUT_LINE  /* one line (PSM 7) */
} EvxRecogniserLayout;

/**
 * evx_recogniser_new:
 * @languages: tesseract names joined by '+', e.g. "eng+spa"
 *
 * Finds the models, or loads them where only this process can read them; recognises nothing, so that a
 * process may be forked from here.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_NO_MODEL.
 */
EvxRecogniser *evx_recogniser_new (const char *languages, GError **error);
void evx_recogniser_free (EvxRecogniser *recogniser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxRecogniser, evx_recogniser_free)

/** Loads the models if evx_recogniser_read has been called, in this process or in one forked from it. */
void evx_recogniser_prepare (EvxRecogniser *recogniser);

/** Returns: (transfer full): SHA-256 over the models' bytes and tesseract's version. */
char *evx_recogniser_fingerprint (EvxRecogniser *recogniser);

/** Returns: us of processor time that this thread has had: limits count these, so that a page is not given up
 * for what other programs took. */
gint64 evx_ocr_busy_us (void);

/**
 * evx_recogniser_read:
 * @gray:      the image, 8 bits
 * @dpi:       its resolution
 * @timeout_s: lines not read in so much processor time are left out and the result is a failure
 *
 * Returns: (transfer full): a page of the image's size whose words are what was read, in tesseract's
 * reading order, boxes in pt of the image, origin EVX_ORIGIN_OCR, word->line counting its text lines
 * from 0. NULL with EVX_ERROR_PAGE_TIMEOUT, or EVX_ERROR_PAGE_MEMORY.
 */
EvxPage *evx_recogniser_read (EvxRecogniser *recogniser, PIX *gray, double dpi,
                              EvxRecogniserLayout layout, double timeout_s, GError **error);

/**
 * evx_recogniser_read_strips:
 * @strips: (element-type PIX): images of one text line each, 8 bits, dark on light; NULL is passed over
 * @dpi:    their resolution
 *
 * Returns: (transfer full): as evx_recogniser_read, but for boxes, which are in pt of the word's strip and as
 * high as it, and for word->line, which is the index of the strip.
 */
EvxPage *evx_recogniser_read_strips (EvxRecogniser *recogniser, const GPtrArray *strips, double dpi,
                                     double timeout_s, GError **error);

/**
 * evx_recogniser_run:
 * @found: (out): what the network finds on @strip; to be cleared by the caller
 *
 * Returns: FALSE where lines are not read without the library, or as evx_model_run.
 */
gboolean evx_recogniser_run (EvxRecogniser *recogniser, PIX *strip, EvxActivations *found);

/** The likeliest text of a look on a strip, in what evx_recogniser_run found there: as evx_model_fit. */
char *evx_recogniser_fit (EvxRecogniser *recogniser, const EvxActivations *found, double x0, double x1, const char *look,
                          double *cost);

/** Returns: TRUE if the languages are written in letters that stand side by side, as lines are found by. */
gboolean evx_recogniser_takes_strips (const EvxRecogniser *recogniser);

/* ---- read.c: an image of a page becomes words ----------------------------------------------------- */

/* What had to be done to read an image. */
typedef struct {
    int turned;        /* degrees clockwise that the image was turned: 0 90 180 270 */
    double skew_deg;   /* degrees clockwise that it was straightened by; 0 = left as it was */
    double dpi;        /* resolution it was recognised at */
    double confidence; /* mean of the words, 0..1; 0 without words */
    guint reread;      /* words of pieces that were read after the page; 0 line by line */
} EvxReadFacts;

/**
 * evx_ocr_read_image:
 * @pix:  a page or a picture as displayed, any depth
 * @dpi:  its resolution
 *
 * Turns, straightens and cleans the image as far as that pays and reads it line by line; where that reads
 * badly, as a page too, and what that left out piece by piece. The better reading is kept.
 *
 * Returns: (transfer full): words and rules (page->rules) in pt of @pix as given; size as @pix; errors
 * as evx_recogniser_read.
 */
EvxPage *evx_ocr_read_image (EvxRecogniser *recogniser, PIX *pix, double dpi, double timeout_s,
                             EvxReadFacts *facts, GError **error);

/* ---- islands.c: what the library's reading of a page left out ---------------------------------------------- */

/* A piece is believed from this confidence on; texture reads as letters too, but rarely so surely. */
#define EVX_ISLAND_CONFIDENCE 0.6f

/**
 * evx_ocr_read_left_out:
 * @gray, @dpi: the page that was read
 * @ink:    (nullable): of @gray
 * @read:   what evx_recogniser_read read of it
 * @reread: (out): words that were added
 *
 * Reads the pieces of ink that no word of @read covers one by one, each as a line.
 *
 * Returns: (transfer full): the words of both, in the order of reading.
 */
EvxPage *evx_ocr_read_left_out (EvxRecogniser *recogniser, PIX *gray, const EvxInk *ink, double dpi, const EvxPage *read,
                                guint *reread);

/* ---- again.c: strips that were read unsurely ---------------------------------------------------------- */

/* What was read of one strip. */
typedef struct {
    guint first, n; /* words of the page */
} EvxStripWords;

/** Returns: about where two words of a strip part, pt: the last letter of the first may reach to the strip's end. */
double evx_ocr_parting (const EvxWord *left, const EvxWord *right);

/** Returns: (transfer full): for each of @n_strips what @read, of evx_recogniser_read_strips, has of it. */
EvxStripWords *evx_ocr_strip_words (const EvxPage *read, guint n_strips);

/**
 * evx_ocr_read_again:
 * @strips, @dpi: as they were read
 * @read:      what evx_recogniser_read_strips read of them
 * @timeout_s: what is not read by then stays as it is
 *
 * Returns: (transfer full): @read, with short strips that were read unsurely as most of several readings have them.
 */
EvxPage *evx_ocr_read_again (EvxRecogniser *recogniser, const GPtrArray *strips, const EvxPage *read, double dpi,
                             double timeout_s);

/* ---- figures.c: what stands among figures ---------------------------------------------------------------- */

/** Returns: whether @word is figures and what stands among them, however those signs were read. */
gboolean evx_ocr_is_figures (const char *word);

/**
 * evx_ocr_tell_figures:
 * @word:  as it was read
 * @parts: (element-type EvxBox): of evx_image_parts of its strip
 * @x0, @x1: px of the strip: between which it stands
 * @complete: (out): whether each sign has its mark
 *
 * Returns: (transfer full) (nullable): the word with the points, commas, minus and asterisks that the shapes of its
 * marks tell; NULL where its figures and its marks do not go together, or it is no figures.
 */
char *evx_ocr_tell_figures (const char *word, const GArray *parts, double x0, double x1, gboolean *complete);

/**
 * evx_ocr_without_lead:
 * Returns: (transfer full) (nullable): @strip without the asterisks and the minus that it begins with, by their shape;
 * NULL if it does not.
 */
PIX *evx_ocr_without_lead (PIX *strip, const GArray *parts);

/**
 * evx_ocr_find_barred:
 * @is_2: the first sign was read as 2. Where it is as high as the other figures it is one, whose foot was printed thin:
 * a barred > is lower.
 *
 * Returns: the place, from the left, of the one part that has a bar under it, not below the line; -1 if there is none,
 * or several.
 */
gint evx_ocr_find_barred (const GArray *parts, gboolean is_2);

/* ---- column.c: what its column tells of a word -------------------------------------------------------------- */

/* A word of a strip, in its place. */
typedef struct {
    guint strip;
    guint word;     /* of what was read */
    double x0, x1;  /* px of the strip: between which it stands */
    EvxBox box;     /* px of the sheet */
    double tall;    /* px: of the capitals of its line */
} EvxPlacedWord;

/**
 * evx_ocr_tell_by_column:
 * @strips: as they were read
 * @read:   what was read of them
 * @placed: (element-type EvxPlacedWord): all words of it
 * @slope:  px that lines fall by, for each px to the right
 * @timeout_s: of processor time; what is not told by then stays as it was read
 *
 * A column of codes or figures tells how each of its words looks. A word that looks otherwise is read again as one of
 * that look, and believed where the network finds that likely enough.
 *
 * Returns: (transfer full): @read, with these words.
 */
EvxPage *evx_ocr_tell_by_column (EvxRecogniser *recogniser, const GPtrArray *strips, const EvxPage *read, const GArray *placed,
                                 double slope, double timeout_s);

/* ---- strokes.c: what strokes are ---------------------------------------------------------------------------------- */

/**
 * evx_ocr_find_strokes:
 * @strips, @read, @placed: as evx_ocr_tell_by_column takes them
 *
 * Returns: (transfer full) (array): for each placed word, whether it was read to begin with 1, l or | and begins with a
 * bare stroke, which a 1 of this page is not.
 */
gboolean *evx_ocr_find_strokes (const GPtrArray *strips, const EvxPage *read, const GArray *placed);

/**
 * evx_ocr_tell_strokes:
 * @word:  as it was read
 * @strip, @parts: (element-type EvxBox): its strip, and evx_image_parts of it
 * @x0, @x1: px of the strip: between which it stands
 *
 * Returns: (transfer full) (nullable): the word, of capitals, with as many I as strokes that are alike stand beside each
 * other in it; NULL where there are none, or it was read so.
 */
char *evx_ocr_tell_strokes (const char *word, PIX *strip, const GArray *parts, double x0, double x1);

/* ---- decide.c: text, ocr, region or blank ----------------------------------------------------------- */

/* Rows of fewer marks: the ring of a seal, a logo's name, texture. */
#define EVX_FEW_MARKS 12

/* A picture that covers so much of its page is a scan, or the ground of a slide. */
#define EVX_MOST_OF_PAGE 0.6

/* What is known of a page before anything is recognised. Characters are those of words. */
typedef struct {
    guint visible;          /* characters of the text layer that show */
    guint hidden;           /* characters of the text layer that do not (render mode 3) */
    guint odd;              /* words of it, in fonts of which hardly a word looks like one */
    guint unread;           /* letters that show where no word of it stands */
    double doubtful;        /* 0..1: how far the layer's own text looks wrong (no map, not language) */
    double image_area;      /* share of the page that pictures cover, 0..1 */
    guint loose;            /* marks in rows like writing, outside the visible words */
    guint loose_in_pictures; /* of those, inside pictures */
    guint loose_on_ground;  /* of those, outside of pictures on one that covers most of the page; all where none does */
    guint in_image;         /* marks in rows like writing in the pictures themselves, without any words */
    double ink;             /* share of the page that is inked */
    guint marks;            /* marks as large as letters, in rows or not */
    gboolean looked;        /* loose, in_image and ink are known: the page was rendered */
    gboolean probed;        /* agreement is known: a few lines were recognised */
    gboolean compared_odd;  /* only words of odd fonts were compared */
    double agreement;       /* share of the layer's words that recognition reads too, 0..1 */
    guint complaints;       /* messages about damage while the page was read and rendered */
} EvxEvidence;

typedef enum {
    EVX_STEP_LOOK,  /* render the page, then decide again */
    EVX_STEP_PROBE_ODD, /* recognise a few lines with words of odd fonts, then decide again */
    EVX_STEP_PROBE, /* recognise a few lines of the layer, then decide again */
    EVX_STEP_READ   /* decided */
} EvxStep;

/* Which words of the text layer are the page's. */
typedef enum {
    EVX_KEEP_NONE,
    EVX_KEEP_SOUND,   /* those that show, without those of odd fonts */
    EVX_KEEP_VISIBLE, /* those that show */
    EVX_KEEP_ALL      /* those that do not show too: they speak for a scan */
} EvxKeep;

typedef struct {
    EvxStep step;
    EvxReading reading;
    EvxKeep keep;
    gboolean without_ground; /* of pictures to be recognised: not those that cover most of the page */
    gboolean to_be_sure;     /* nothing that is recognised looks like writing: stray letters are none */
    gboolean blank_if_empty; /* if nothing is read, nothing is there */
    const char *reason;    /* static, in plain words */
} EvxDecision;

/**
 * evx_ocr_decide:
 * @when: "auto", "never" or "always"
 *
 * Decides from figures alone; asks for a look or a probe only where the page is not plain without.
 *
 * Returns: the decision; with EVX_STEP_READ its reading and reason are set.
 */
EvxDecision evx_ocr_decide (const EvxEvidence *evidence, const char *when);

/* ---- evidence.c: the figures ------------------------------------------------------------------------- */

/** TRUE if @picture covers most of @page. */
gboolean evx_ocr_is_ground (const EvxPicture *picture, const EvxPage *page);

/** What words, pictures and the figures of the text stage say; no rendering. */
EvxEvidence evx_ocr_evidence (const EvxPage *page);

/**
 * evx_ocr_look:
 * @gray:    the page as displayed, rendered at @dpi
 * @picture: (nullable): the picture that covers most of the page, without what lies over it
 * @picture_dpi: its resolution
 *
 * Adds what a rendering of the page shows.
 */
void evx_ocr_look (EvxEvidence *evidence, const EvxPage *page, PIX *gray, double dpi, PIX *picture,
                   double picture_dpi);

/**
 * evx_ocr_probe_lines:
 * @flags: EvxWordFlags that the words have that are compared; 0 = all words are
 *
 * Returns: (transfer full) (element-type EvxBox): up to three lines of the layer to recognise for
 * comparison, in pt, from the top, the middle and the end of these words.
 */
GArray *evx_ocr_probe_lines (const EvxPage *page, guint flags);

/**
 * evx_ocr_agreement:
 * @flags: as evx_ocr_probe_lines
 *
 * Returns: share of the words of @page inside @line (at least three characters long) that @read has as
 * well, upper and lower case alike; of odd fonts, a word of which a third is another. @n_words: how many were compared.
 */
double evx_ocr_agreement (const EvxPage *page, EvxBox line, guint flags, const EvxPage *read, guint *n_words);

/**
 * evx_ocr_spell:
 * @page: as read, not mapped back yet
 *
 * Changes letters to the figures that they must be (l among figures, a lone I or O in a column of them), a bar
 * before small letters to the pronoun I, an l that begins no word or ends one of capitals to a capital I, and the stroke of
 * a form's name (1-247A; beside it 1-200) to that, in place.
 */
void evx_ocr_spell (EvxPage *page);

G_END_DECLS
