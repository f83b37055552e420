/* Short strips that were read unsurely are read again in other frames, and the readings vote; what stands among the
 * figures of any strip is told by its shape.
 *
 * The network makes every strip 36 pixels high, so that white above and below sets the size of its letters, and sees a
 * cell without the words around that tell it what to expect: in one frame it reads "BoB" and is sure of "2.9" in the
 * next. Prose is left alone: it has many words to be unsure of, and other frames read it no better. */
#include "ocr-internal.h"

#include <math.h>
#include <string.h>

/* Strips whose words are read with less confidence, in the mean over their letters, are unsure. */
#define SURE_STRIP 0.87
/* Strips of more letters than this are prose. */
#define MOST_LETTERS 16
/* Where more of the strips than this are short and unsure it is the page that is poor: it would take as long again, and
 * gain nothing. */
#define MOST_UNSURE 0.33
/* So many votes settle a strip: two readings that are alike and sure; one where it is complete. */
#define SETTLED 1.6
/* With fewer, the strip is left as it was read first: texture is read as something else in each frame. */
#define ALIKE 1.0
/* The reading of figures with a sign for each mark has so many times its votes. */
#define COMPLETE 2
/* From so many letters on it needs only so many votes, and is believed so far at least, however unsure the network was: no
 * texture looks like that. */
#define FEW_LETTERS 3
#define COMPLETE_ENOUGH 0.5
#define COMPLETE_CONFIDENCE 0.6f

/* How a strip is framed: white above and below, as a share of its height, and how much wider it is made; bare: without
 * the asterisks and the minus before its figures, which are told by shape and only unsettle the network. Letters that are
 * set wide apart, as by a typewriter, are only read when they stand closer; others lose their points so, and the frame
 * counts half. */
typedef struct {
    double margin, wide, weight;
    gboolean bare;
} Frame;

static const Frame frames[] = { { 0, 1, 1, FALSE },      { 0.075, 1, 1, TRUE }, { 0.075, 1, 1, FALSE },
                                { 0.15, 1.2, 1, FALSE }, { 0.15, 1, 1, FALSE }, { 0.15, 0.8, 0.5, FALSE } };

#define N_FRAMES G_N_ELEMENTS (frames)

/* How the signs of a strip go with its marks. */
typedef enum { MATCH, MISMATCH, OTHER_WORDS /* than figures: unknown */ } Match;

/* What was read of all strips, in each frame; the first is as they were cut. */
typedef struct {
    const GPtrArray *strips;
    double dpi;
    GArray **parts;                 /* of each strip: EvxBox px; NULL: not looked for yet */
    EvxPage *pages[N_FRAMES];       /* NULL: not read in that frame */
    EvxStripWords *words[N_FRAMES]; /* of each strip */
    Match *matches[N_FRAMES];       /* of each strip */
} Readings;

static void
clear_readings (Readings *readings)
{
    for (guint f = 0; f < N_FRAMES; f++) {
        evx_page_free (readings->pages[f]);
        g_free (readings->words[f]);
        g_free (readings->matches[f]);
    }
    for (guint i = 0; readings->parts != NULL && i < readings->strips->len; i++)
        if (readings->parts[i] != NULL)
            g_array_unref (readings->parts[i]);
    g_free (readings->parts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Readings, clear_readings)

EvxStripWords *
evx_ocr_strip_words (const EvxPage *read, guint n_strips)
{
    EvxStripWords *all = g_new0 (EvxStripWords, n_strips + 1);
    for (guint i = 0; i < read->words->len; i++) {
        EvxStripWords *strip = &all[g_array_index (read->words, EvxWord, i).line];
        if (strip->n++ == 0)
            strip->first = i;
    }
    return all;
}

double
evx_ocr_parting (const EvxWord *left, const EvxWord *right)
{
    return (MIN (left->box.x1, right->box.x0) + right->box.x0) / 2;
}

static const EvxWord *
word_at (const EvxPage *page, guint i)
{
    return &g_array_index (page->words, EvxWord, i);
}

/* Appends word @i of @read as @text, its box as its strip was cut, with no less confidence than @least. */
static void
add_word (EvxPage *page, const EvxPage *read, guint i, const char *text, gsize length, double wide, float least)
{
    const EvxWord *word = word_at (read, i);
    EvxBox box = { word->box.x0 / wide, word->box.y0, word->box.x1 / wide, word->box.y1 };
    float confidence = MAX (word->confidence, least);
    EvxWord *added = evx_page_add_word (page, text, (gssize) length, box, confidence, EVX_ORIGIN_OCR);
    if (added != NULL) {
        added->font_size = word->font_size;
        added->line = word->line;
    }
}

/* ---- what is told by shape ------------------------------------------------------------------------------ */

/* The connected parts of strip @at, found once. */
static const GArray *
parts_of (Readings *readings, guint at)
{
    if (readings->parts[at] == NULL)
        readings->parts[at] = evx_image_parts (g_ptr_array_index (readings->strips, at));
    return readings->parts[at];
}

/* The middle of the widest gap of the parts within the height of a line of @x; px. */
static double
blank_near (const GArray *parts, double x, double reach)
{
    double widest = 0, blank = x, end = -G_MAXDOUBLE;
    for (guint i = 0; i < parts->len; i++) {
        const EvxBox *part = &g_array_index (parts, EvxBox, i);
        double middle = (end + part->x0) / 2;
        if (part->x0 - end > widest && fabs (middle - x) <= reach) {
            widest = part->x0 - end;
            blank = middle;
        }
        end = MAX (end, part->x1);
    }
    return blank;
}

/* What a sign is with a bar under it. Before a number the network reads a barred > as 2. */
static const char *
barred (char sign, gboolean first)
{
    return sign == '<' ? "\342\211\244" : sign == '>' || (sign == '2' && first) ? "\342\211\245" : sign == '+' ? "\302\261" : NULL;
}

/* Whether some sign of the strip is one that a bar makes another. */
static gboolean
may_be_barred (const EvxPage *read, EvxStripWords strip)
{
    for (guint i = strip.first; i < strip.first + strip.n; i++) {
        const EvxWord *word = word_at (read, i);
        const char *text = read->text->str + word->start;
        if (memchr (text, '+', word->length) != NULL || (i == strip.first && strchr ("<>2", *text) != NULL))
            return TRUE;
    }
    return FALSE;
}

/* Writes the sign that has a bar, part @at of the strip, into a word, @first of the strip. Returns whether it did. */
static gboolean
write_barred (GString *text, gint at, gboolean first)
{
    char *plus = strchr (text->str, '+');
    gboolean leads = first && at == 0 && barred (*text->str, text->len > 1) != NULL;
    if (!leads && (plus == NULL || at == 0 || strchr (plus + 1, '+') != NULL))
        return FALSE;
    gssize where = leads ? 0 : plus - text->str;
    const char *sign = barred (text->str[where], TRUE);
    g_string_erase (text, where, 1);
    g_string_insert (text, where, sign);
    return TRUE;
}

/* Between which px of its strip word @i of @read stands, which was read @wide times as wide: from one blank to the next. */
static void
find_ends (Readings *readings, const EvxPage *read, EvxStripWords strip, guint i, double wide, double *x0, double *x1)
{
    guint at = word_at (read, i)->line;
    const GArray *parts = parts_of (readings, at);
    double to_px = readings->dpi / 72 / wide, reach = pixGetHeight (g_ptr_array_index (readings->strips, at)) / 3.0;
    *x0 = i == strip.first ? -G_MAXDOUBLE
                           : blank_near (parts, evx_ocr_parting (word_at (read, i - 1), word_at (read, i)) * to_px, reach);
    *x1 = i + 1 == strip.first + strip.n ? G_MAXDOUBLE
                                         : blank_near (parts, evx_ocr_parting (word_at (read, i), word_at (read, i + 1)) * to_px, reach);
}

/* Word @i of @read, with what its shapes tell. @match: (inout): what is known of the words of the strip before it. */
static GString *
told_word (Readings *readings, const EvxPage *read, EvxStripWords strip, guint i, double wide, Match *match)
{
    const EvxWord *word = word_at (read, i);
    GString *text = g_string_new_len (read->text->str + word->start, word->length);
    double x0, x1;
    gboolean complete;
    if (!evx_ocr_is_figures (text->str)) {
        *match = OTHER_WORDS;
        return text;
    }
    find_ends (readings, read, strip, i, wide, &x0, &x1);
    g_autofree char *told = evx_ocr_tell_figures (text->str, parts_of (readings, word->line), x0, x1, &complete);
    if (told != NULL)
        g_string_assign (text, told);
    if (*match != OTHER_WORDS && !complete)
        *match = MISMATCH;
    return text;
}

/* Appends what was read of the strip in frame @f, with what its shapes tell. */
static void
add_strip (Readings *readings, guint f, const EvxPage *read, EvxStripWords strip)
{
    EvxPage *page = readings->pages[f];
    guint at = word_at (read, strip.first)->line;
    double wide = frames[f].wide;
    gboolean is_2 = read->text->str[word_at (read, strip.first)->start] == '2';
    gint bar = may_be_barred (read, strip) ? evx_ocr_find_barred (parts_of (readings, at), is_2) : -1;
    Match *match = &readings->matches[f][at];
    for (guint i = strip.first; i < strip.first + strip.n; i++) {
        g_autoptr (GString) text = told_word (readings, read, strip, i, wide, match);
        if (bar >= 0 && write_barred (text, bar, i == strip.first))
            bar = -1;
        add_word (page, read, i, text->str, text->len, wide, 0);
    }
}

/* Takes what was read in frame @f. */
static void
take_reading (Readings *readings, guint f, const EvxPage *read)
{
    guint n = readings->strips->len;
    g_autofree EvxStripWords *words = evx_ocr_strip_words (read, n);
    readings->pages[f] = evx_page_new (read->index, read->width, read->height);
    readings->matches[f] = g_new0 (Match, n + 1);
    for (guint i = 0; i < n; i++)
        if (words[i].n > 0)
            add_strip (readings, f, read, words[i]);
    readings->words[f] = evx_ocr_strip_words (readings->pages[f], n);
}

/* ---- votes --------------------------------------------------------------------------------------------- */

/* The mean confidence over the letters of the strip in frame @f, 0 without any. */
static double
confidence (const Readings *readings, guint f, guint at)
{
    double sum = 0, letters = 0;
    EvxStripWords strip = readings->words[f][at];
    for (guint i = strip.first; i < strip.first + strip.n; i++) {
        const EvxWord *word = word_at (readings->pages[f], i);
        sum += (double) word->confidence * word->length;
        letters += word->length;
    }
    return letters > 0 ? sum / letters : 0;
}

static guint
letters_of (const EvxPage *page, EvxStripWords strip)
{
    guint letters = 0;
    for (guint i = strip.first; i < strip.first + strip.n; i++)
        letters += word_at (page, i)->length;
    return letters;
}

/* Figures with a sign for each mark of the strip. */
static gboolean
is_complete (const Readings *readings, guint f, guint at)
{
    return readings->words[f][at].n > 0 && readings->matches[f][at] == MATCH;
}

/* So, and more of them than texture has by chance. */
static gboolean
is_told (const Readings *readings, guint f, guint at)
{
    return is_complete (readings, f, at) && letters_of (readings->pages[f], readings->words[f][at]) >= FEW_LETTERS;
}

/* Alike but for what is told by the words around: strokes that are one in many typefaces, small letters and capitals. */
static gboolean
are_alike (const char *a, const char *b, guint length)
{
    for (guint i = 0; i < length; i++)
        if (g_ascii_tolower (a[i]) != g_ascii_tolower (b[i]) && (strchr ("lI|", a[i]) == NULL || strchr ("lI|", b[i]) == NULL))
            return FALSE;
    return TRUE;
}

static gboolean
are_same (const Readings *readings, guint f, guint k, guint at)
{
    const EvxPage *a = readings->pages[f], *b = readings->pages[k];
    EvxStripWords in_a = readings->words[f][at], in_b = readings->words[k][at];
    if (in_a.n != in_b.n)
        return FALSE;
    for (guint i = 0; i < in_a.n; i++) {
        const EvxWord *one = word_at (a, in_a.first + i), *other = word_at (b, in_b.first + i);
        if (one->length != other->length || !are_alike (a->text->str + one->start, b->text->str + other->start, one->length))
            return FALSE;
    }
    return TRUE;
}

/* The frame whose reading of strip @at has most votes: those of all frames that read the same, each by the square of
 * how sure it is. Of these the surest. @most: (out): its votes. */
static guint
elect (const Readings *readings, guint at, double *most)
{
    guint best = 0;
    *most = -1;
    for (guint f = 0; f < N_FRAMES && readings->pages[f] != NULL; f++) {
        double votes = 0.001 * confidence (readings, f, at);
        for (guint k = 0; k < N_FRAMES && readings->pages[k] != NULL; k++) {
            double sure = confidence (readings, k, at);
            votes += are_same (readings, f, k, at) ? frames[k].weight * sure * sure : 0;
        }
        if (votes > 0 && is_complete (readings, f, at))
            votes *= COMPLETE;
        if (votes > *most) {
            *most = votes;
            best = f;
        }
    }
    return best;
}

/* Marks the strips to be read again; returns how many, 0 if they are too many. */
static guint
find_unsure (const Readings *readings, gboolean *unsure)
{
    guint n = 0;
    for (guint i = 0; i < readings->strips->len; i++) {
        gboolean cell = g_ptr_array_index (readings->strips, i) != NULL && letters_of (readings->pages[0], readings->words[0][i]) <= MOST_LETTERS;
        unsure[i] = cell && (confidence (readings, 0, i) < SURE_STRIP || readings->matches[0][i] == MISMATCH);
        n += unsure[i];
    }
    return n <= MOST_UNSURE * readings->strips->len ? n : 0;
}

/* NULL if there is nothing to read in that frame. */
static PIX *
framed_strip (Readings *readings, guint at, const Frame *frame)
{
    PIX *strip = g_ptr_array_index (readings->strips, at);
    g_autoptr (PIX) bare = frame->bare ? evx_ocr_without_lead (strip, parts_of (readings, at)) : NULL;
    return frame->bare && bare == NULL ? NULL : evx_image_frame (bare ? bare : strip, frame->margin, frame->wide);
}

/* Reads the unsure strips in frame @f; those that are settled then are unsure no longer. Returns how many are left. */
static guint
read_in_frame (EvxRecogniser *recogniser, Readings *readings, guint f, gboolean *unsure, double dpi, double timeout_s)
{
    guint left = 0;
    g_autoptr (GPtrArray) framed = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free);
    for (guint i = 0; i < readings->strips->len; i++)
        g_ptr_array_add (framed, unsure[i] ? framed_strip (readings, i, &frames[f]) : NULL);
    g_autoptr (EvxPage) read = evx_recogniser_read_strips (recogniser, framed, dpi, timeout_s, NULL);
    if (read == NULL)
        return 0;
    take_reading (readings, f, read);
    for (guint i = 0; i < readings->strips->len; i++) {
        double votes = 0;
        if (unsure[i])
            elect (readings, i, &votes);
        unsure[i] = unsure[i] && votes < SETTLED;
        left += unsure[i];
    }
    return left;
}

EvxPage *
evx_ocr_read_again (EvxRecogniser *recogniser, const GPtrArray *strips, const EvxPage *read, double dpi, double timeout_s)
{
    double end = evx_ocr_busy_us () + timeout_s * G_USEC_PER_SEC, votes = 0;
    g_auto (Readings) readings = { .strips = strips, .dpi = dpi, .parts = g_new0 (GArray *, strips->len + 1) };
    g_autofree gboolean *unsure = g_new0 (gboolean, strips->len + 1);
    EvxPage *page = evx_page_new (read->index, read->width, read->height);
    take_reading (&readings, 0, read);
    guint left = find_unsure (&readings, unsure);
    for (guint f = 1; f < N_FRAMES && left > 0 && evx_ocr_busy_us () < end; f++)
        left = read_in_frame (recogniser, &readings, f, unsure, dpi, (end - evx_ocr_busy_us ()) / G_USEC_PER_SEC);
    for (guint i = 0; i < strips->len; i++) {
        guint elected = readings.pages[1] != NULL ? elect (&readings, i, &votes) : 0;
        guint f = votes >= (is_told (&readings, elected, i) ? COMPLETE_ENOUGH : ALIKE) ? elected : 0;
        const EvxPage *best = readings.pages[f];
        float least = is_told (&readings, f, i) ? COMPLETE_CONFIDENCE : 0;
        for (guint w = readings.words[f][i].first; w < readings.words[f][i].first + readings.words[f][i].n; w++)
            add_word (page, best, w, best->text->str + word_at (best, w)->start, word_at (best, w)->length, 1, least);
    }
    return page;
}
