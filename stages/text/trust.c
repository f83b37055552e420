/* Can this text layer be believed? Figures over the page, and one judgement of its characters.
 *
 * A layer lies in three ways: its fonts map glyphs to the wrong characters (a broken ToUnicode), it is
 * somebody's poor OCR, or it holds only a stamp while the page is a picture. The first two show in the
 * words: letters that no language in Latin script puts together, symbols and digits inside of words,
 * replacement characters. Nothing here knows a language; names, numbers and abbreviations pass. Fonts are judged one by
 * one too: a file may spoil the map of one and no other. */
#include "text.h"

#include <string.h>

/* Bands at head and foot, as a share of the page's height: an inch of a letter page is 0.09. */
#define BAND_SHARE 0.08

/* Cells on a side of the raster that adds up pictures that overlap. */
#define RASTER 200

/* Believable: see evx_text_believable(). */
#define MIN_PLAUSIBLE 0.6
#define MAX_UNMAPPED 0.3
/* Below this many words with letters the share says little. */
#define MIN_JUDGED 5

/* ---- words ------------------------------------------------------------------------------------- */

/* How unusual it is that the column's letter follows the row's, in bits, at most 9; the first row and
 * column are the edge of the word, then a to z. Made by letters.py from word lists of English, Spanish,
 * French and German. */
static const char unusual[27][28] = {
    "934444555576546648445556996", /* _ */
    "495449656487443958344479977", /* a */
    "726982979389399399357499988", /* b */
    "739694992494599399585599989", /* c */
    "338971979399688399569599989", /* d */
    "356556767589453769235778786", /* e */
    "638993479299499399365499988", /* f */
    "339992976499575499357399989", /* g */
    "528992999399576399565497969", /* h */
    "646453649998453467534969996", /* i */
    "829992999499999299999299999", /* j */
    "437992886298486499555598969", /* k */
    "527762779398377379965589968", /* l */
    "324992999399848349967599989", /* m */
    "348433648487885598843679997", /* n */
    "376568657697442658344477888", /* o */
    "639993595399499359365499989", /* p */
    "899999999999999999999099999", /* q */
    "326662768397766379555578978", /* r */
    "248493876498768458943598989", /* s */
    "338892996399799499455598977", /* t */
    "745453557488443759334979897", /* u */
    "839991999299999399689699999", /* v */
    "618983996399596499568599999", /* w */
    "349493895297989539993599868", /* x */
    "237553979697544449536499999", /* y */
    "228893978499787499996396976", /* z */
};

/* Mean bits for each pair of a word. letters.py: at 5.5 pass 0.996 and more of the words of each list,
 * 0.05 to 0.2 of English shifted by 1, 3 or 5 letters, 0.2 of random letters. */
#define MAX_MEAN_BITS 5.5
#define MIN_LETTERS 4

typedef struct {
    guint letters, lower, digits, symbols, bad, other_script;
    guint same_in_row, most_same, bits;
    guint row; /* of the last letter in the table; 0 = none */
    gboolean digit_within_lower, net; /* net: e-mail, address, path, a.b. */
    gunichar last;
} Look;

static gboolean
is_latin (gunichar c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7) || (c >= 0x1e00 && c <= 0x1eff);
}

/* 1 for a to 26 for z, accents folded. */
static guint
row_of (gunichar c)
{
    static const struct {
        gunichar letter;
        char plain;
    } more[] = { { 0xdf, 's' }, { 0xe6, 'a' }, { 0xf8, 'o' }, { 0x153, 'o' }, { 0x142, 'l' },
                 { 0x111, 'd' }, { 0x131, 'i' }, { 0xf0, 'd' }, { 0xfe, 't' } };
    gunichar parts[4] = { c };
    if (c < 0x80)
        return g_ascii_isalpha (c) ? (guint) (g_ascii_tolower ((char) c) - 'a' + 1) : 0;
    g_unichar_fully_decompose (g_unichar_tolower (c), FALSE, parts, G_N_ELEMENTS (parts));
    for (guint i = 0; i < G_N_ELEMENTS (more); i++)
        if (parts[0] == more[i].letter)
            parts[0] = (gunichar) more[i].plain;
    gunichar lower = parts[0] | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 1 : 0;
}

static gboolean
is_digit (gunichar c)
{
    return c < 0x80 ? g_ascii_isdigit (c) : g_unichar_isdigit (c);
}

static void
look_at_letter (Look *look, gunichar c)
{
    gboolean lower = c < 0x80 ? c >= 'a' : g_unichar_islower (c);
    guint row = row_of (c);
    look->letters++;
    look->lower += lower;
    look->digit_within_lower |= lower && is_digit (look->last);
    look->bits += (guint) (unusual[look->row][row] - '0');
    look->same_in_row = row == look->row ? look->same_in_row + 1 : 1;
    look->most_same = MAX (look->most_same, look->same_in_row);
    look->row = row;
}

static gboolean
is_bad (gunichar c)
{
    return c == 0xfffd || (c >= 0xe000 && c <= 0xf8ff) || (c >= 0x80 && c < 0xa0);
}

/* Marks that stand within words: hyphens, apostrophes, points of abbreviations. */
static gboolean
is_within_words (gunichar c)
{
    return (c < 0x80 && c != 0 && strchr ("-'.,&:;()", (int) c) != NULL) || c == 0x2019 || c == 0xb7 ||
           (c >= 0x2010 && c <= 0x2014);
}

static void
look_at (Look *look, gunichar c)
{
    if (is_latin (c)) {
        look->net |= look->last == '.' || look->last == ':';
        look_at_letter (look, c);
        look->last = c;
        return;
    }
    if (look->row != 0)
        look->bits += (guint) (unusual[look->row][0] - '0');
    look->row = look->same_in_row = 0;
    look->last = c;
    if (is_digit (c))
        look->digits++;
    else if (is_bad (c))
        look->bad++;
    else if (g_unichar_isalpha (c))
        look->other_script++;
    else if (c == '@' || c == '/' || c == '\\' || c == '_' || c == '=')
        look->net = TRUE;
    else if (!is_within_words (c))
        look->symbols++;
}

/* Punctuation and brackets around a word say nothing. */
static gboolean
is_around (gunichar c)
{
    if (c < 0x80)
        return !g_ascii_isalnum (c);
    return !g_unichar_isalnum (c) && !is_bad (c) && !g_unichar_ismark (c);
}

static int
judge (const Look *look)
{
    if (look->bad > 0)
        return 0;
    if (look->other_script > 0 || look->net || look->letters < 3)
        return -1;
    if (look->digits > 0) /* a number or an identifier, but for "1nm4te" */
        return look->digit_within_lower && look->digits <= 2 && look->letters > look->digits + 1 ? 0 : -1;
    if (look->symbols > 0 || look->most_same > 2)
        return 0;
    if (look->letters < MIN_LETTERS || (look->lower == 0 && look->letters < 6))
        return -1; /* too short, or an abbreviation */
    return look->bits <= MAX_MEAN_BITS * (look->letters + 1) ? 1 : 0;
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
    look.bits += (guint) (unusual[look.row][0] - '0');
    return judge (&look);
}

/* ---- fonts ------------------------------------------------------------------------------------- */

/* A font is odd with so many words that are, and such a share of those that can be judged. Its words are compared with the
 * page before anything is believed of it. */
#define MIN_ODD 5
#define ODD_SHARE 0.4

typedef struct {
    guint odd, sound;
} FontSums;

/* How often letters stand next to digits or signs: "V30A0S" 4 times, "H1B" twice, "2019CR0042" too, "A4471" once, "(b)(7)(C)"
 * and "2019-CR-0042" never. */
static guint
changes_in (const char *text, gsize length)
{
    guint changes = 0;
    int last = 0;
    for (const char *p = text; p < text + length; p++) {
        int kind = g_ascii_isalpha (*p) || (guchar) *p >= 0x80 ? 1 : strchr ("-./,:;&'()[]", *p) != NULL ? 0 : 2;
        changes += kind != 0 && last != 0 && kind != last;
        last = kind;
    }
    return changes;
}

static FontSums *
sums_of_font (GArray *fonts, guint number)
{
    if (number >= fonts->len)
        g_array_set_size (fonts, number + 1);
    return &g_array_index (fonts, FontSums, number);
}

static void
add_to_font (GArray *fonts, const EvxPage *page, const EvxWord *word, int plausible)
{
    FontSums *sums = word->line > 0 && !(word->flags & EVX_WORD_HIDDEN) ? sums_of_font (fonts, word->line) : NULL;
    if (sums == NULL)
        return;
    sums->sound += plausible > 0;
    sums->odd += plausible == 0 || (plausible < 0 && changes_in (page->text->str + word->start, word->length) > 1);
}

static gboolean
is_odd_font (const FontSums *sums)
{
    return sums->odd >= MIN_ODD && sums->odd > ODD_SHARE * (sums->odd + sums->sound);
}

/* Returns: how many words were flagged. */
static guint
flag_odd (EvxPage *page, const GArray *fonts)
{
    guint flagged = 0;
    for (guint i = 0; i < page->words->len; i++) {
        EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->line == 0 || word->line >= fonts->len || word->flags & EVX_WORD_HIDDEN ||
            !is_odd_font (&g_array_index (fonts, FontSums, word->line)))
            continue;
        word->flags |= EVX_WORD_ODD;
        flagged++;
    }
    return flagged;
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
add_word (Sums *sums, GArray *fonts, const EvxPage *page, const EvxWord *word)
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
    add_to_font (fonts, page, word, plausible);
}

static double
share (double part, double whole)
{
    return whole > 0 ? CLAMP (part / whole, 0, 1) : 0;
}

EvxTrust
evx_text_trust (EvxPage *page, const EvxPainting *painting)
{
    Sums sums = { 0 };
    g_autoptr (GArray) fonts = g_array_new (FALSE, TRUE, sizeof (FontSums));
    for (guint i = 0; i < page->words->len; i++)
        add_word (&sums, fonts, page, &g_array_index (page->words, EvxWord, i));
    EvxTrust trust = {
        .chars = sums.chars,
        .words = page->words->len,
        .text_area = share (sums.area, page->width * page->height),
        .image_area = share_of_pictures (page),
        .hidden_share = share (sums.hidden, page->words->len),
        .odd_words = flag_odd (page, fonts),
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
