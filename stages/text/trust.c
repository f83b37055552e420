/* Can this text layer be believed? Figures over the page, and one judgement of its characters.
 *
 * A layer lies in three ways: its fonts map glyphs to the wrong characters (a broken ToUnicode), it is
 * somebody's poor OCR, or it holds only a stamp while the page is a picture. The first two show in the
 * words: letters that no language in Latin script puts together, symbols and digits inside of words,
 * replacement characters. Nothing here knows a language; names, numbers and abbreviations pass. */
#include "text.h"

#include <string.h>

/* Bands at head and foot, as a share of the page's height: an inch of a letter page is 0.09. */
#define BAND_SHARE 0.08

/* Cells on a side of the raster that adds up pictures that overlap. */
#define RASTER 200

/* Believable: see evx_text_believable(). Text of real documents in English, Spanish, German and French
 * scores above 0.9; shifted alphabets below 0.3 (text-test.c). */
#define MIN_PLAUSIBLE 0.6
#define MAX_UNMAPPED 0.3
/* Below this many words with letters the share says little. */
#define MIN_JUDGED 5

/* ---- words ------------------------------------------------------------------------------------- */

typedef struct {
    guint letters, lower, upper, digits, symbols, bad, other_script;
    guint vowels, consonants_in_row, most_consonants, same_in_row, most_same;
    gboolean upper_after_lower, digit_within_lower, net; /* net: e-mail, address, path */
    gunichar last;
} Look;

static gboolean
is_vowel (gunichar c)
{
    gunichar parts[4];
    gsize n = g_unichar_fully_decompose (g_unichar_tolower (c), FALSE, parts, G_N_ELEMENTS (parts));
    gunichar base = n > 0 ? parts[0] : c;
    return (base < 0x80 && strchr ("aeiouy", (int) base) != NULL) || base == 0xe6 || base == 0xf8 ||
           base == 0x153 || base == 0x131;
}

static gboolean
is_latin (gunichar c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xc0 && c <= 0x24f) ||
           (c >= 0x1e00 && c <= 0x1eff);
}

static void
look_at_letter (Look *look, gunichar c)
{
    gboolean lower = g_unichar_islower (c), vowel = is_vowel (c);
    look->letters++;
    look->lower += lower;
    look->upper += !lower;
    look->vowels += vowel;
    look->upper_after_lower |= !lower && g_unichar_islower (look->last);
    look->digit_within_lower |= lower && g_unichar_isdigit (look->last);
    look->consonants_in_row = vowel ? 0 : look->consonants_in_row + 1;
    look->most_consonants = MAX (look->most_consonants, look->consonants_in_row);
    look->same_in_row = g_unichar_tolower (c) == g_unichar_tolower (look->last)
                            ? look->same_in_row + 1 : 1;
    look->most_same = MAX (look->most_same, look->same_in_row);
}

static gboolean
is_bad (gunichar c)
{
    return c == 0xfffd || (c >= 0xe000 && c <= 0xf8ff) || (c >= 0x80 && c < 0xa0);
}

static void
look_at (Look *look, gunichar c)
{
    if (is_latin (c))
        look_at_letter (look, c);
    else if (g_unichar_isdigit (c))
        look->digits++;
    else if (is_bad (c))
        look->bad++;
    else if (g_unichar_isalpha (c))
        look->other_script++;
    else if (c == '@' || c == '/' || c == '\\' || c == '_' || c == '=')
        look->net = TRUE;
    else if (strchr ("-'.,&:;()", c < 0x80 ? (int) c : 'x') == NULL && c != 0x2019 && c != 0x2010 &&
             c != 0x2011 && c != 0x2013 && c != 0x2014 && c != 0xb7)
        look->symbols++;
    if (!is_latin (c))
        look->consonants_in_row = look->same_in_row = 0;
    look->last = c;
}

/* Punctuation and brackets around a word say nothing. */
static gboolean
is_around (gunichar c)
{
    return !g_unichar_isalnum (c) && !is_bad (c) && !g_unichar_ismark (c);
}

static int
judge (const Look *look)
{
    if (look->bad > 0)
        return 0;
    if (look->other_script > 0 || look->net || look->letters < 3)
        return -1;
    if (look->symbols > 0)
        return 0;
    if (look->digits > 0)
        return look->lower > 0 && look->digit_within_lower && look->letters > look->digits + 2 ? 0 : -1;
    if (look->most_same > 2)
        return 0;
    if (look->upper == look->letters && look->letters <= 5)
        return -1; /* an abbreviation */
    if (look->vowels == 0 || look->most_consonants > 5)
        return look->letters > 3 ? 0 : -1;
    return 1;
}

int
evx_word_plausible (const char *text, gsize length)
{
    const char *end = text + length;
    while (text < end && is_around (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
    while (end > text && is_around (g_utf8_get_char (g_utf8_prev_char (end))))
        end = g_utf8_prev_char (end);
    Look look = { 0 };
    for (; text < end; text = g_utf8_next_char (text))
        look_at (&look, g_utf8_get_char (text));
    return judge (&look);
}

/* ---- the page ---------------------------------------------------------------------------------- */

static double
share_of_pictures (const EvxPage *page)
{
    if (page->pictures->len == 0)
        return 0;
    g_autofree guint8 *raster = g_malloc0 (RASTER * RASTER);
    for (guint i = 0; i < page->pictures->len; i++) {
        EvxBox box = g_array_index (page->pictures, EvxPicture, i).box;
        int x0 = (int) (box.x0 / page->width * RASTER + 0.5);
        int x1 = (int) (box.x1 / page->width * RASTER + 0.5);
        int y0 = (int) (box.y0 / page->height * RASTER + 0.5);
        int y1 = (int) (box.y1 / page->height * RASTER + 0.5);
        x0 = CLAMP (x0, 0, RASTER);
        x1 = CLAMP (x1, x0, RASTER);
        for (int y = CLAMP (y0, 0, RASTER); y < CLAMP (y1, 0, RASTER); y++)
            memset (raster + y * RASTER + x0, 1, (gsize) (x1 - x0));
    }
    guint covered = 0;
    for (guint i = 0; i < RASTER * RASTER; i++)
        covered += raster[i];
    return covered / (double) (RASTER * RASTER);
}

static gboolean
is_in_body (const EvxPage *page, EvxBox box)
{
    double y = (box.y0 + box.y1) / 2;
    return y > page->height * BAND_SHARE && y < page->height * (1 - BAND_SHARE);
}

typedef struct {
    guint chars, body_chars, hidden, good, judged;
    double area;
} Sums;

static void
add_word (Sums *sums, const EvxPage *page, const EvxWord *word)
{
    const char *text = page->text->str + word->start;
    guint chars = (guint) g_utf8_strlen (text, word->length);
    int plausible = evx_word_plausible (text, word->length);
    sums->chars += chars;
    if (is_in_body (page, word->box))
        sums->body_chars += chars;
    if (word->flags & EVX_WORD_HIDDEN)
        sums->hidden++;
    else
        sums->area += evx_box_area (word->box);
    sums->good += plausible > 0;
    sums->judged += plausible >= 0;
}

static double
share (double part, double whole)
{
    return whole > 0 ? CLAMP (part / whole, 0, 1) : 0;
}

EvxTrust
evx_text_trust (const EvxPage *page, const EvxPainting *painting)
{
    Sums sums = { 0 };
    for (guint i = 0; i < page->words->len; i++)
        add_word (&sums, page, &g_array_index (page->words, EvxWord, i));
    EvxTrust trust = {
        .chars = sums.chars,
        .words = page->words->len,
        .text_area = share (sums.area, page->width * page->height),
        .image_area = share_of_pictures (page),
        .hidden_share = share (sums.hidden, page->words->len),
        .plausible = sums.judged >= MIN_JUDGED ? share (sums.good, sums.judged) : 1,
        .text_outside_margins = share (sums.body_chars, sums.chars),
    };
    if (painting != NULL)
        trust.unmapped_share = share (painting->unmapped_glyphs,
                                      painting->visible_glyphs + painting->hidden_glyphs);
    return trust;
}

gboolean
evx_text_believable (const EvxTrust *trust, const char **why)
{
    const char *reason = NULL;
    if (trust->words == 0)
        reason = "no text layer";
    else if (trust->plausible < MIN_PLAUSIBLE)
        reason = "the words of the text layer do not look like words";
    else if (trust->unmapped_share > MAX_UNMAPPED && trust->plausible < 0.9)
        reason = "the fonts of the text layer do not say which characters they show";
    if (why != NULL)
        *why = reason;
    return reason == NULL;
}
