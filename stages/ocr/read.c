/* An image of a page becomes words: turned upright, straightened if that pays, cleaned, freed of the
 * rules of a grid, recognised, and mapped back to where it lay in the image as given. */
#include "ocr-internal.h"

#include "../image/rules.h"

#include <math.h>
#include <string.h>

/* Resolutions outside of these are scaled to the one they pass. */
#define LOWEST_DPI 170.0
#define SCALED_UP_DPI 300.0
#define HIGHEST_DPI 420.0
#define SCALED_DOWN_DPI 300.0
/* Letters this high, pixels, are not made larger: of a receipt made four times as large, noughts were read
 * as letters (word recall 0.967 -> 0.918). It is the middle height of the marks of 11 pt type at 300 dpi. */
#define LARGE_LETTERS 24.0
/* Below this, straightening gains nothing (CER 0.0070 against 0.0058 at 0.6 - 1.4 degrees). */
#define LEAST_SKEW_DEG 2.0
/* A fax: black and white at no more than 250 dpi. Blurred, its stairs become the soft edges that the
 * network was trained on (CER 0.0175 -> 0.0116 over six pages). */
#define FAX_DPI 250.0
#define FAX_SIGMA 0.7

/* Half the side of the part that is read to see which way up the page is, inches. */
#define PROBE_IN 1.2
/* Processor time for that, s. */
#define PROBE_S 10
/* A page read with less confidence may have been read the wrong way up. Clean pages reach 0.9, poor
 * faxes 0.75, pages upside down 0.3 to 0.5. */
#define POOR 0.6
/* A page is turned only where its middle reads better by this factor. */
#define CLEARLY 1.2
/* Read line by line with less confidence than this, the page is read by its layout too. */
#define SURE 0.8
/* Where more of the marks than this are in no line, lines are not all that there is. */
#define MOST_LEFT 0.15
/* Fewer characters in rows than this, and the page may lie on its side. */
#define FEW_IN_ROWS 60

/* An image on its way to the recogniser, and how to come back. */
typedef struct {
    PIX *gray;
    PIX *shaded; /* gray before its ground was made white; NULL where it was white */
    EvxInk *ink; /* of gray; NULL until asked for */
    double dpi;
    double width, height; /* pt, of the image as given */
    int turned;
    double skew_deg;
} Sheet;

static void
clear_sheet (Sheet *sheet)
{
    evx_pix_free (sheet->gray);
    evx_pix_free (sheet->shaded);
    evx_ink_free (sheet->ink);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, clear_sheet)

static void
replace (Sheet *sheet, PIX *gray)
{
    if (gray == NULL)
        return;
    clear_sheet (sheet);
    sheet->gray = gray;
    sheet->shaded = NULL;
    sheet->ink = NULL;
}

/* NULL if the sheet is too small to hold any. */
static const EvxInk *
ink_of (Sheet *sheet)
{
    if (sheet->ink == NULL)
        sheet->ink = evx_ink_new (sheet->gray, sheet->dpi);
    return sheet->ink;
}

static EvxWriting
writing_on (Sheet *sheet)
{
    return ink_of (sheet) ? evx_ink_writing (ink_of (sheet)) : (EvxWriting) { 0 };
}

/* The resolution of a coarse image that makes its letters large enough, no more: what an image states may be
 * a guess from the width of a sheet, and the picture that of a slip half as wide. */
static double
scaled_up_dpi (Sheet *sheet)
{
    double height = writing_on (sheet).median_height;
    double factor = height > 0 ? MAX (1, LARGE_LETTERS / height) : G_MAXDOUBLE;
    double to = MIN (SCALED_UP_DPI, sheet->dpi * factor);
    return to < 1.2 * sheet->dpi ? sheet->dpi : to;
}

static void
soften_and_scale (Sheet *sheet)
{
    double to = sheet->dpi < LOWEST_DPI    ? scaled_up_dpi (sheet)
                : sheet->dpi > HIGHEST_DPI ? SCALED_DOWN_DPI
                                           : sheet->dpi;
    if (sheet->dpi <= FAX_DPI && evx_image_is_bitonal (sheet->gray))
        replace (sheet, evx_image_blur (sheet->gray, FAX_SIGMA));
    if (to == sheet->dpi)
        return;
    PIX *scaled = evx_image_scale (sheet->gray, to / sheet->dpi);
    if (scaled != NULL)
        sheet->dpi = to;
    replace (sheet, scaled);
}

static GPtrArray *
cut_strips (const EvxInkLines *lines, PIX *gray, double *starts)
{
    GPtrArray *strips = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free);
    for (guint i = 0; i < lines->lines->len; i++)
        g_ptr_array_add (strips, g_array_index (lines->lines, EvxInkLine, i).sign != 0
                                     ? NULL
                                     : evx_ink_lines_cut (lines, i, gray, &starts[i]));
    return strips;
}

/* The middle of the writing on @gray. */
static PIX *
middle_of_writing (PIX *gray, double dpi)
{
    double reach = PROBE_IN * dpi;
    EvxWriting writing = evx_image_writing (gray, dpi);
    EvxBox whole = { 0, 0, pixGetWidth (gray), pixGetHeight (gray) };
    EvxBox area = writing.characters > 0 ? writing.area : whole;
    double x = (area.x0 + area.x1) / 2, y = (area.y0 + area.y1) / 2;
    EvxBox middle = { x - reach, y - reach, x + reach, y + reach };
    return evx_image_crop (gray, evx_box_intersection (area, middle));
}

/* Line by line and without its rules where lines are read so; as a block where they are not. */
static EvxPage *
read_part (EvxRecogniser *recogniser, PIX *part, double dpi)
{
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    g_autoptr (PIX) ruleless = evx_image_take_rules (part, dpi, rules);
    PIX *gray = ruleless ? ruleless : part;
    g_autoptr (EvxInk) ink = evx_recogniser_takes_strips (recogniser) ? evx_ink_new (gray, dpi) : NULL;
    g_autoptr (EvxInkLines) lines = ink ? evx_ink_lines (ink, 0) : NULL;
    if (lines == NULL)
        return evx_recogniser_read (recogniser, part, dpi, EVX_LAYOUT_BLOCK, PROBE_S, NULL);
    g_autofree double *starts = g_new0 (double, lines->lines->len + 1);
    g_autoptr (GPtrArray) strips = cut_strips (lines, gray, starts);
    return evx_recogniser_read_strips (recogniser, strips, dpi, PROBE_S, NULL);
}

/* How well the middle of the writing reads when the sheet is turned: the sum over its letters of the square of how surely
 * they are read. Short words count too: there are tables of nothing else. */
static double
legibility (EvxRecogniser *recogniser, const Sheet *sheet, int turn)
{
    double sum = 0;
    g_autoptr (PIX) turned = evx_image_turn (sheet->gray, turn);
    g_autoptr (PIX) part = turned ? middle_of_writing (turned, sheet->dpi) : NULL;
    g_autoptr (EvxPage) page = part ? read_part (recogniser, part, sheet->dpi) : NULL;
    for (guint i = 0; page != NULL && i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        sum += word->length * word->confidence * word->confidence;
    }
    return sum;
}

/* A quarter turn that makes rows where there are next to none: which of the two, and whether it is better than
 * none, a part of the page tells: cells of three figures make no rows either. */
static int
quarter_turn (EvxRecogniser *recogniser, const Sheet *sheet, guint upright_characters)
{
    g_autoptr (PIX) turned = evx_image_turn (sheet->gray, 90);
    if (turned == NULL ||
        evx_image_writing (turned, sheet->dpi).characters < 3 * upright_characters + EVX_FEW_MARKS)
        return 0;
    double right = legibility (recogniser, sheet, 90), left = legibility (recogniser, sheet, 270);
    if (MAX (right, left) <= CLEARLY * legibility (recogniser, sheet, 0))
        return 0;
    return right >= left ? 90 : 270;
}

/* The shapes of letters only suggest a turn (tables of figures and photographs mislead them); a part of
 * the page, read both ways, decides. A quarter turn besides has to make more rows of writing. */
static int
turn_needed (EvxRecogniser *recogniser, Sheet *sheet)
{
    int turn = ink_of (sheet) ? evx_ink_turn_needed (ink_of (sheet)) : 0;
    EvxWriting upright = writing_on (sheet);
    if (turn != 180 && upright.characters < FEW_IN_ROWS && upright.marks > 4 * upright.characters)
        return quarter_turn (recogniser, sheet, upright.characters);
    if (turn % 180 != 0) {
        g_autoptr (PIX) turned = evx_image_turn (sheet->gray, turn);
        if (turned == NULL || evx_image_writing (turned, sheet->dpi).characters < 1.2 * upright.characters)
            return 0;
    }
    if (turn == 0 || legibility (recogniser, sheet, turn) <= CLEARLY * legibility (recogniser, sheet, 0))
        return 0;
    return turn;
}

/* Returns: degrees that the lines still fall to the right. */
static double
straighten (Sheet *sheet)
{
    double skew_deg = ink_of (sheet) ? evx_ink_skew_deg (ink_of (sheet)) : 0;
    if (fabs (skew_deg) < LEAST_SKEW_DEG)
        return skew_deg;
    PIX *straight = evx_image_rotate (sheet->gray, -skew_deg);
    if (straight == NULL)
        return skew_deg;
    sheet->skew_deg = -skew_deg;
    replace (sheet, straight);
    return 0;
}

/* A box on the prepared sheet, back on the image as given: undo the straightening, then the turn. */
static EvxBox
map_back (const Sheet *sheet, EvxBox box)
{
    gboolean lies = sheet->turned % 180 != 0;
    double width = lies ? sheet->height : sheet->width, height = lies ? sheet->width : sheet->height;
    if (sheet->skew_deg != 0) {
        double angle = -sheet->skew_deg * G_PI / 180;
        double x = (box.x0 + box.x1 - width) / 2, y = (box.y0 + box.y1 - height) / 2;
        double half_x = evx_box_width (box) / 2, half_y = evx_box_height (box) / 2;
        double at_x = width / 2 + x * cos (angle) - y * sin (angle);
        double at_y = height / 2 + x * sin (angle) + y * cos (angle);
        box = (EvxBox) { at_x - half_x, at_y - half_y, at_x + half_x, at_y + half_y };
    }
    return evx_box_turn (box, width, height, (360 - sheet->turned) % 360);
}

static void
map_page_back (const Sheet *sheet, EvxPage *page)
{
    for (guint i = 0; i < page->words->len; i++) {
        EvxWord *word = &g_array_index (page->words, EvxWord, i);
        word->box = evx_box_round (map_back (sheet, word->box));
    }
    for (guint i = 0; i < page->rules->len; i++) {
        EvxRule *rule = &g_array_index (page->rules, EvxRule, i);
        rule->box = map_back (sheet, evx_box_from_px (rule->box, sheet->dpi));
        rule->vertical ^= sheet->turned % 180 != 0;
    }
    page->width = sheet->width;
    page->height = sheet->height;
}

/* Lays the page out, reads it, and reads what that left out. */
static EvxPage *
read_by_layout (EvxRecogniser *recogniser, Sheet *sheet, double timeout_s, EvxReadFacts *facts,
                GError **error)
{
    g_autoptr (EvxPage) read = evx_recogniser_read (recogniser, sheet->gray, sheet->dpi, EVX_LAYOUT_PAGE,
                                                    timeout_s, error);
    if (read == NULL)
        return NULL;
    return evx_ocr_read_left_out (recogniser, sheet->gray, ink_of (sheet), sheet->dpi, read, &facts->reread);
}

/* ---- line by line ----------------------------------------------------------------------------------- */

/* Of capitals and ascenders; type is larger by what hangs below the line. */
#define TALL_SHARE 0.72
/* Lines read with less are texture; so are one or two marks that are read with less than EVX_ISLAND_CONFIDENCE. */
#define LINE_CONFIDENCE 0.4
/* What is unsure is writing if it has so many marks, so many of its signs are letters or figures, and it has no fewer and
 * no more signs than so many times its marks: letters touch, and some are of two marks. */
#define WRITING_MARKS 6
#define WRITING_LETTERS 0.7
#define WRITING_WORD 4 /* letters of a word, in the mean: texture is read as short ones */
#define FEWEST_SIGNS 0.8
#define MOST_SIGNS 3
/* U+2022, and what it is read as where it stands alone: e, and the signs of copyright, trademark, cent, quotation
 * and degree. */
#define BULLET "\342\200\242"
#define BULLET_LIKE "e\302\251\302\256\302\242\302\253\302\260"
/* Signs that are all there is in the head of a column. */
#define HEADS "%#"
/* Of a dash or a bullet, which no network read. */
#define SIGN_CONFIDENCE 0.8f

/* Letters and figures, and about as many as the line has marks: writing, however unsure of it the network is. A code of
 * 36 figures is as unsure as its worst. */
static gboolean
is_writing (const EvxPage *read, EvxStripWords reading, const EvxInkLine *line)
{
    guint signs = 0, letters = 0;
    for (guint i = 0; i < reading.n; i++) {
        g_autofree char *word = evx_page_word (read, reading.first + i);
        for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), signs++)
            letters += g_unichar_isalnum (g_utf8_get_char (p)) != 0;
    }
    return line->n >= WRITING_MARKS && letters >= WRITING_WORD * reading.n && letters >= WRITING_LETTERS * signs && signs >= FEWEST_SIGNS * line->n &&
           signs <= MOST_SIGNS * line->n;
}

static gboolean
is_head (const char *word)
{
    return strchr (HEADS, *word) != NULL && word[1] == '\0';
}

static gboolean
is_believed (const EvxPage *read, EvxStripWords reading, const EvxInkLine *line)
{
    double sum = 0;
    if (reading.n == 0)
        return line->sign != 0;
    for (guint i = 0; i < reading.n; i++)
        sum += g_array_index (read->words, EvxWord, reading.first + i).confidence;
    g_autofree char *word = evx_page_word (read, reading.first);
    return line->n > 2 ? sum >= LINE_CONFIDENCE * reading.n || is_writing (read, reading, line)
                       : sum >= EVX_ISLAND_CONFIDENCE * reading.n &&
                             (g_unichar_isalnum (g_utf8_get_char (word)) || evx_ocr_is_figures (word) || is_head (word));
}

/* Where the words of line @at begin, px, and where the last one ends: from one blank to the next. @start: where its
 * strip begins, px. */
static double *
ends_on_line (const EvxPage *read, EvxStripWords reading, const EvxInkLines *lines, guint at, double start, double dpi)
{
    double *ends = g_new (double, reading.n + 1);
    for (guint i = 1; i < reading.n; i++) {
        const EvxWord *word = &g_array_index (read->words, EvxWord, reading.first + i);
        ends[i] = start + evx_ocr_parting (word - 1, word) * dpi / 72;
    }
    ends[0] = -G_MAXFLOAT;
    ends[reading.n] = G_MAXFLOAT;
    if (reading.n > 1)
        evx_ink_lines_part (lines, at, ends + 1, reading.n - 1);
    return ends;
}

/* The first word of line @at is one sign, read as some letter, that is a bullet by its shape; or it is all there is,
 * has no other letter to be measured by, and was read as what is no word and no value. */
static gboolean
is_bullet (const EvxPage *read, const EvxWord *word, const EvxInkLines *lines, guint at)
{
    const char *text = read->text->str + word->start;
    gboolean alone = g_array_index (lines->lines, EvxInkLine, at).n == 1;
    if (g_utf8_strlen (text, word->length) != 1)
        return FALSE;
    return alone ? g_utf8_strchr (BULLET_LIKE, -1, g_utf8_get_char (text)) != NULL
                 : evx_ink_lines_bullet (lines, at);
}

/* Adds a word of line @at at @px on the sheet. */
static void
add_word_of_line (EvxPage *page, const EvxInkLines *lines, guint at, const char *text, gint length, EvxBox px,
                  float confidence, double dpi)
{
    double size = g_array_index (lines->lines, EvxInkLine, at).tall * 72 / dpi / TALL_SHARE;
    EvxWord *added = evx_page_add_word (page, text, length, evx_box_from_px (px, dpi), confidence, EVX_ORIGIN_OCR);
    if (added != NULL) {
        added->line = at;
        added->font_size = (float) size;
    }
}

/* Adds the words that were read of line @at, placed on the sheet. */
static void
add_line_words (EvxPage *page, const EvxPage *read, EvxStripWords reading, const EvxInkLines *lines, guint at,
                double start, double dpi)
{
    g_autofree double *ends = ends_on_line (read, reading, lines, at, start, dpi);
    for (guint i = 0; i < reading.n; i++) {
        const EvxWord *word = &g_array_index (read->words, EvxWord, reading.first + i);
        EvxBox px = evx_ink_lines_place (lines, at, ends[i], ends[i + 1]);
        if (i == 0 && is_bullet (read, word, lines, at))
            add_word_of_line (page, lines, at, BULLET, -1, px, word->confidence, dpi);
        else
            add_word_of_line (page, lines, at, read->text->str + word->start, (gint) word->length, px,
                              word->confidence, dpi);
    }
}

/* Adds a sign that is a line of its own, and was not read but told by its shape. */
static void
add_sign (EvxPage *page, const EvxInkLines *lines, guint at, double dpi)
{
    EvxBox px = evx_ink_lines_place (lines, at, -G_MAXFLOAT, G_MAXFLOAT);
    char sign[7] = { 0 };
    g_unichar_to_utf8 (g_array_index (lines->lines, EvxInkLine, at).sign, sign);
    add_word_of_line (page, lines, at, sign, -1, px, SIGN_CONFIDENCE, dpi);
}

/* The words that were read from strips, on the sheet, in the order of reading. */
static EvxPage *
words_on_sheet (const EvxPage *read, const EvxInkLines *lines, const double *starts, const Sheet *sheet)
{
    guint n = lines->lines->len;
    EvxPage *page = evx_page_new (0, pixGetWidth (sheet->gray) * 72.0 / sheet->dpi,
                                  pixGetHeight (sheet->gray) * 72.0 / sheet->dpi);
    g_autofree EvxStripWords *readings = evx_ocr_strip_words (read, n);
    g_autofree gboolean *kept = g_new (gboolean, n + 1);
    for (guint i = 0; i < n; i++)
        kept[i] = is_believed (read, readings[i], &g_array_index (lines->lines, EvxInkLine, i));
    g_autoptr (GArray) order = evx_ink_lines_order (lines, kept);
    for (guint k = 0; k < order->len; k++) {
        guint at = g_array_index (order, guint, k);
        if (g_array_index (lines->lines, EvxInkLine, at).sign != 0)
            add_sign (page, lines, at, sheet->dpi);
        else
            add_line_words (page, read, readings[at], lines, at, starts[at], sheet->dpi);
    }
    return page;
}

/* The words of all strips, in their places. */
static GArray *
place_words (const EvxPage *read, const EvxInkLines *lines, const double *starts, double dpi)
{
    guint n = lines->lines->len;
    GArray *placed = g_array_new (FALSE, FALSE, sizeof (EvxPlacedWord));
    g_autofree EvxStripWords *readings = evx_ocr_strip_words (read, n);
    for (guint at = 0; at < n; at++) {
        g_autofree double *ends = ends_on_line (read, readings[at], lines, at, starts[at], dpi);
        for (guint i = 0; i < readings[at].n; i++) {
            EvxPlacedWord word = { at, readings[at].first + i, ends[i] - starts[at], ends[i + 1] - starts[at],
                                   evx_ink_lines_place (lines, at, ends[i], ends[i + 1]),
                                   g_array_index (lines->lines, EvxInkLine, at).tall };
            g_array_append_val (placed, word);
        }
    }
    return placed;
}

/* Of processor time. */
static double
seconds_to (double end_us)
{
    return (end_us - (double) evx_ocr_busy_us ()) / G_USEC_PER_SEC;
}

/* Finds the lines by their ink and reads each; NULL if there are none. */
static EvxPage *
read_by_lines (EvxRecogniser *recogniser, Sheet *sheet, double skew_deg, double timeout_s)
{
    g_autoptr (EvxInkLines) lines = ink_of (sheet) ? evx_ink_lines (ink_of (sheet), skew_deg) : NULL;
    if (lines == NULL || lines->lines->len == 0 || lines->left > MOST_LEFT)
        return NULL;
    double end = (double) evx_ocr_busy_us () + timeout_s * G_USEC_PER_SEC;
    g_autofree double *starts = g_new0 (double, lines->lines->len);
    g_autoptr (GPtrArray) strips = cut_strips (lines, sheet->gray, starts);
    g_autoptr (EvxPage) read = evx_recogniser_read_strips (recogniser, strips, sheet->dpi, timeout_s, NULL);
    if (read == NULL)
        return NULL;
    g_autoptr (EvxPage) again = evx_ocr_read_again (recogniser, strips, read, sheet->dpi, seconds_to (end));
    g_autoptr (GArray) placed = place_words (again, lines, starts, sheet->dpi);
    g_autoptr (EvxPage) told = evx_ocr_tell_by_column (recogniser, strips, again, placed, lines->slope, seconds_to (end));
    return words_on_sheet (told, lines, starts, sheet);
}

/* ---- the whole way ---------------------------------------------------------------------------------- */

/* How much was read, and how surely: the letters of all words, each as far as it is surer than a guess. */
static double
worth (const EvxPage *page)
{
    double sum = 0;
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        sum += (word->confidence - 0.5) * word->length;
    }
    return sum;
}

/* Line by line, on white ground and, where it was not white, as it was; the better reading is kept: writing on a ground
 * that runs from one tone to another loses parts with it. */
static EvxPage *
read_either_ground (EvxRecogniser *recogniser, Sheet *sheet, double skew_deg, double timeout_s)
{
    gint64 start = evx_ocr_busy_us ();
    EvxPage *white = read_by_lines (recogniser, sheet, skew_deg, timeout_s);
    g_auto (Sheet) shaded = { .gray = sheet->shaded, .dpi = sheet->dpi };
    sheet->shaded = NULL;
    double left_s = timeout_s - (evx_ocr_busy_us () - start) / (double) G_USEC_PER_SEC;
    EvxPage *other = shaded.gray ? read_by_lines (recogniser, &shaded, skew_deg, left_s) : NULL;
    if (white == NULL || (other != NULL && worth (other) > worth (white))) {
        evx_page_free (white);
        return other;
    }
    evx_page_free (other);
    return white;
}

/* Line by line; where that reads badly, by tesseract's own layout in the time that is left, and the better is
 * kept. */
static EvxPage *
read_upright (EvxRecogniser *recogniser, Sheet *sheet, double skew_deg, double timeout_s,
              EvxReadFacts *facts, GError **error)
{
    gint64 start = evx_ocr_busy_us ();
    g_autoptr (EvxPage) fast = evx_recogniser_takes_strips (recogniser)
                                   ? read_either_ground (recogniser, sheet, skew_deg, timeout_s)
                                   : NULL;
    if (fast != NULL && fast->words->len > 0 && evx_page_confidence (fast) >= SURE)
        return g_steal_pointer (&fast);
    double left_s = timeout_s - (evx_ocr_busy_us () - start) / (double) G_USEC_PER_SEC;
    EvxPage *careful = read_by_layout (recogniser, sheet, MAX (left_s, 0), facts, fast ? NULL : error);
    if (fast == NULL || (careful != NULL && worth (careful) >= worth (fast)))
        return careful;
    evx_page_free (careful);
    return g_steal_pointer (&fast);
}

/* Leaves dark writing on white. The rules are taken first, for those between shaded cells go with their ground. */
static void
clear_for_reading (Sheet *sheet, GArray *rules)
{
    g_autoptr (PIX) ruleless = evx_image_take_rules (sheet->gray, sheet->dpi, rules);
    PIX *gray = ruleless ? ruleless : sheet->gray;
    PIX *white = ink_of (sheet) ? evx_ink_white_ground (ink_of (sheet), sheet->gray, gray, rules) : NULL;
    PIX *shaded = white ? pixClone (gray) : NULL;
    replace (sheet, white ? white : g_steal_pointer (&ruleless));
    sheet->shaded = shaded;
}

/* Reads the sheet turned by @turn. */
static EvxPage *
read_turned (EvxRecogniser *recogniser, Sheet *upright, int turn, double timeout_s, EvxReadFacts *facts,
             GError **error)
{
    g_auto (Sheet) sheet = *upright;
    sheet.shaded = NULL;
    sheet.gray = evx_image_turn (upright->gray, turn);
    sheet.ink = turn == 0 ? g_steal_pointer (&upright->ink) : NULL;
    sheet.turned = turn;
    if (sheet.gray == NULL) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_PAGE_MEMORY, "no memory to turn the page");
        return NULL;
    }
    double skew_deg = straighten (&sheet);
    g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    clear_for_reading (&sheet, rules);
    *facts = (EvxReadFacts) { .turned = sheet.turned, .skew_deg = sheet.skew_deg, .dpi = sheet.dpi };
    g_autoptr (EvxPage) page = read_upright (recogniser, &sheet, skew_deg, timeout_s, facts, error);
    if (page == NULL)
        return NULL;
    evx_ocr_spell (page);
    g_array_append_vals (page->rules, rules->data, rules->len);
    map_page_back (&sheet, page);
    facts->confidence = page->words->len ? evx_page_confidence (page) : 0;
    return g_steal_pointer (&page);
}

/* The other way up that reads best in the middle of the page. */
static int
second_guess (EvxRecogniser *recogniser, const Sheet *sheet, int first)
{
    double best = 0;
    int turn = first;
    for (int other = 0; other < 360; other += 90) {
        double here = legibility (recogniser, sheet, other);
        if (here > CLEARLY * best) {
            best = here;
            turn = other;
        }
    }
    return turn;
}

EvxPage *
evx_ocr_read_image (EvxRecogniser *recogniser, PIX *pix, double dpi, double timeout_s,
                    EvxReadFacts *facts, GError **error)
{
    g_auto (Sheet) sheet = { .gray = evx_image_gray (pix), .dpi = dpi,
                             .width = pixGetWidth (pix) * 72.0 / dpi,
                             .height = pixGetHeight (pix) * 72.0 / dpi };
    if (sheet.gray == NULL) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_PAGE_MEMORY, "no memory for the page image");
        return NULL;
    }
    soften_and_scale (&sheet);
    int turn = turn_needed (recogniser, &sheet);
    g_autoptr (EvxPage) page = read_turned (recogniser, &sheet, turn, timeout_s, facts, error);
    if (page == NULL || page->words->len < 10 || facts->confidence >= POOR)
        return g_steal_pointer (&page);
    int other = second_guess (recogniser, &sheet, turn);
    EvxReadFacts other_facts = { 0 };
    EvxPage *again = other != turn ? read_turned (recogniser, &sheet, other, timeout_s, &other_facts, NULL)
                                   : NULL;
    if (again == NULL || other_facts.confidence <= facts->confidence) {
        evx_page_free (again);
        return g_steal_pointer (&page);
    }
    *facts = other_facts;
    return again;
}
