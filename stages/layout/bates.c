/* Bates candidates: a prefix and digits that stand by themselves in the margin at the top or the bottom, or run up
 * or down at a side.
 *
 * "SSD-000412", "ICE 000123", "2018-ICLI-00005_000123", "000412", "ACLU 7", "SSD-000412 CONFIDENTIAL". Page numbers,
 * dates, telephone numbers, post codes and form numbers look alike; what is one is decided over the production
 * (relate/sequence.c), so that here a candidate too many does little harm, and one too few much. */
#include "layout-internal.h"

#include <string.h>

#define MARGIN 0.12    /* share of the height, at the top and the bottom; of the width, at the sides */
#define MAX_WORDS 6    /* of a chunk that holds one */
#define MIN_DIGITS 3   /* after a prefix; without one, see has_digits */
#define SURE_DIGITS 5  /* with so many, or four with a zero before them, it is a number that counts up */
#define MAX_DIGITS 15
#define STAMP_GAP 1.5  /* heights between its words: in a wide face of even advance a blank is more than a chunk allows */

typedef struct {
    char *text;       /* of the chunk's words, joined by blanks */
    gsize tail, end;  /* its last run of digits */
    guint digits;
    gboolean zeros;   /* they begin with one */
    gboolean one_word; /* recognised, and without a blank: small letters are slips */
    gint64 number;
} Number;

/* A letter that OCR takes for a digit counts as one among digits. */
static int
digit_of (char c, gboolean tolerant)
{
    if (g_ascii_isdigit (c))
        return c - '0';
    if (tolerant && (c == 'O' || c == 'o'))
        return 0;
    return tolerant && (c == 'l' || c == 'I') ? 1 : -1;
}

/* Where the number ends: before a mark like " CONFIDENTIAL" or "-AEO". */
static gsize
number_end (const char *text)
{
    gsize length = strlen (text), end = length;
    guint letters = 0;
    while (end > 0 && !g_ascii_isdigit (text[end - 1])) {
        char c = text[--end];
        if (!g_ascii_isupper (c) && strchr (" -_./()'", c) == NULL)
            return length;
        letters += g_ascii_isupper (c) != 0;
    }
    gboolean parted = end < length && strchr (" -_.", text[end]) != NULL;
    return end > 0 && parted && letters >= 2 && length - end <= 40 ? end : length;
}

static gboolean
is_sure (const Number *number)
{
    return number->digits >= SURE_DIGITS || (number->digits + 1 >= SURE_DIGITS && number->zeros);
}

/* Numbers of few digits count if a prefix stands apart before them: "ACLU 7". */
static gboolean
has_digits (const Number *number)
{
    const char *text = number->text;
    if (number->tail == 0)
        return number->digits >= (number->zeros ? 4 : 6);
    if (text[number->end] != '\0')
        return number->digits + 1 >= SURE_DIGITS;
    return number->digits >= MIN_DIGITS || (number->digits > 0 && strchr (" -_.#", text[number->tail - 1]) != NULL);
}

static gboolean
read_number (Number *number, gboolean tolerant)
{
    gsize end = number_end (number->text), at = end, real = 0;
    while (at > 0 && digit_of (number->text[at - 1], tolerant) >= 0) {
        real += g_ascii_isdigit (number->text[at - 1]) != 0;
        at--;
    }
    /* A letter that follows on letters is the prefix's; where it was a digit, the sequence mends it. */
    while (at > 0 && at < end && g_ascii_isalpha (number->text[at - 1]) && g_ascii_isalpha (number->text[at]))
        at++;
    number->tail = at;
    number->end = end;
    number->digits = (guint) (end - at);
    number->number = 0;
    if (number->digits > MAX_DIGITS || real * 2 <= end - at)
        return FALSE;
    for (gsize i = at; i < end; i++)
        number->number = number->number * 10 + digit_of (number->text[i], tolerant);
    number->zeros = end > at && digit_of (number->text[at], tolerant) == 0;
    return has_digits (number);
}

/* Capitals, digits and separators, at least two letters, no sentence: what stands before the digits. Where the number
 * is sure to be one, small letters do not matter, and one letter will do. */
static gboolean
is_prefix (const Number *number)
{
    const char *text = number->text;
    gboolean sure = is_sure (number);
    guint letters = 0, blanks = 0;
    for (gsize i = 0; i < number->tail; i++) {
        if (g_ascii_isupper (text[i]) || ((sure || number->one_word) && g_ascii_isalpha (text[i])))
            letters++;
        else if (text[i] == ' ')
            blanks++;
        else if (!g_ascii_isdigit (text[i]) && strchr ("-_.#/:", text[i]) == NULL)
            return FALSE;
    }
    return number->tail == 0 || (letters >= (sure ? 1 : 2) && blanks < MAX_WORDS && number->tail <= 40);
}

/* Near the top or the bottom of the page, as it is displayed or as it was read; of words that run up or down, near a
 * side. */
static gboolean
is_in_margin (const EvxPage *page, EvxBox box, gboolean sideways)
{
    double x = (box.x0 + box.x1) / 2;
    if (sideways && (x < MARGIN * page->width || x > (1 - MARGIN) * page->width))
        return TRUE;
    EvxBox upright = evx_box_turn (box, page->width, page->height, page->turned);
    double y = (box.y0 + box.y1) / 2, up_y = (upright.y0 + upright.y1) / 2;
    double height = page->turned % 180 != 0 ? page->width : page->height;
    return y < MARGIN * page->height || y > (1 - MARGIN) * page->height || up_y < MARGIN * height ||
           up_y > (1 - MARGIN) * height;
}

/* What numbers parts of a document, pages, rules, cases or places. The name of a place may begin like one ("Revere"). */
static gboolean
names_a_part (const char *text)
{
    static const char *const words[] = {
        "PAGE ",     "P. ",       "PG ",        "PG. ",      "NO. ",       "REV",      "REVISED",
        "EXHIBIT",   "EXH",       "EX. ",       "EX-",       "EX ",        "TAB",      "SECTION ",
        "PART ",     "CHAPTER ",  "VERSION ",   "VOL",       "VOLUME",     "ITEM ",    "FIGURE ",
        "TABLE ",    "STEP ",     "LINE ",      "ROOM ",     "SUITE ",     "STE ",     "BOX ",
        "DISTRICT ", "UNIT ",     "ROUTE ",     "FORM ",     "ATTACHMENT", "APPENDIX", "AGENDA ",
        "PACKET ",   "SLIDE ",    "SHEET ",     "SEC. ",     "CASE",       "POLICY",   "RULE ",
        "ORDER ",    "BILL ",     "RESOLUTION", "ORDINANCE", "INCIDENT",   "BOOKING",  "INVOICE",
        "TEL",       "TELEPHONE", "PHONE",      "FAX",       "P.O. BOX ",  "PO BOX ",  "OMB "
    };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        gsize length = strlen (words[i]);
        if (g_ascii_strncasecmp (text, words[i], length) == 0 &&
            !(g_ascii_isalpha (words[i][length - 1]) && g_ascii_isalpha (text[length])))
            return TRUE;
    }
    return FALSE;
}

/* The last word before the number, of letters alone. Returns: its length. */
static gsize
word_before (const Number *number, const char **word)
{
    gsize end = number->tail;
    while (end > 0 && strchr (" -_.#/:", number->text[end - 1]) != NULL)
        end--;
    gsize start = end;
    while (start > 0 && g_ascii_isalpha (number->text[start - 1]))
        start--;
    *word = number->text + start;
    return end - start;
}

static gboolean
is_one_of (const char *word, gsize length, const char *words)
{
    g_autofree char *spaced = g_strdup_printf (" %.*s ", (int) length, word), *upper = g_ascii_strup (spaced, -1);
    return length > 0 && strstr (words, upper) != NULL;
}

/* "CASE NO. 21-00123", "PACKET PG. 412", "SUITE 00300", "14-AUG-2018": the word before the number says that it is
 * something else. */
static gboolean
is_said_to_be_other (const Number *number)
{
    const char *word;
    gsize length = word_before (number, &word);
    gboolean padded = number->zeros && number->digits > 1;
    if (!padded && is_one_of (word, length, " PAGE PG PP "))
        return TRUE;
    gboolean of_stamp = strcasestr (number->text, "bates") != NULL ||
                        g_ascii_strncasecmp (number->text, "PROD", 4) == 0;
    if (!of_stamp && is_one_of (word, length, " NO NUMBER NUM BOX SUITE STE ROOM "))
        return TRUE;
    gboolean year = number->digits == 4 && number->number >= 1900 && number->number < 2100;
    return (year || number->digits == 2) &&
           is_one_of (word, length,
                      " JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC ENE ABR AGO DIC "
                      "JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER ");
}

/* A bare date or page range ends in digits after a slash or a single hyphen and has no letters. */
static gboolean
is_candidate (const Number *number)
{
    const char *text = number->text;
    if (!is_prefix (number) || names_a_part (text) || is_said_to_be_other (number))
        return FALSE;
    return number->tail == 0 || text[number->tail - 1] != '/';
}

/* Specks beside a stamp are read as quotes and points. */
static void
trim_specks (GString *text)
{
    while (text->len > 0 && !g_ascii_isalnum (text->str[text->len - 1]))
        g_string_truncate (text, text->len - 1);
    gsize specks = 0;
    while (specks < text->len && !g_ascii_isalnum (text->str[specks]))
        specks++;
    g_string_erase (text, 0, (gssize) specks);
}

/* Marks of a production beside the number: "CONFIDENTIAL - SUBJECT TO PROTECTIVE ORDER LCSO-000412". */
static guint
legend_length (const EvxLayout *layout, const guint32 *words, guint n)
{
    static const char legends[] = " CONFIDENTIAL HIGHLY PRIVILEGED REDACTED ATTORNEY ATTORNEYS "
                                  "EYES ONLY SUBJECT TO PROTECTIVE ORDER "
                                  "PRODUCED BY DRAFT COPY ";
    guint first = 0;
    for (guint length = 0; first < n; first++) {
        const char *text = evx_layout_text (layout, words[first]);
        guint size = evx_layout_word (layout, words[first])->length;
        for (length = 0; length < size && g_ascii_isalpha (text[length]);)
            length++;
        gboolean apart = length == size ||
                         (length > 0 && size - length <= 4 && !g_ascii_isalnum (text[size - 1]));
        if (!(apart && is_one_of (text, length, legends)) &&
            !(length == 0 && size == 1 && !g_ascii_isalnum (*text)))
            break;
    }
    return first;
}

/* The words as one number in the margin, if they can be one. @sure: only if they cannot be much else. */
static gboolean
try_words (EvxLayout *layout, const guint32 *words, guint n, gboolean sideways, gboolean sure)
{
    EvxPage *page = layout->page;
    EvxBox box = { 0 };
    for (guint i = 0; i < n; i++)
        box = evx_box_union (box, evx_layout_word (layout, words[i])->box);
    if (n == 0 || !is_in_margin (page, box, sideways))
        return FALSE;
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c (text, ' ');
        g_string_append_len (text, evx_layout_text (layout, words[i]), evx_layout_word (layout, words[i])->length);
    }
    gboolean tolerant = evx_layout_word (layout, words[0])->origin != EVX_ORIGIN_TEXT;
    if (tolerant)
        trim_specks (text);
    Number number = { .text = text->str, .one_word = tolerant && strchr (text->str, ' ') == NULL };
    if (text->len > 60 || !read_number (&number, tolerant) || !is_candidate (&number) ||
        (sure && !(is_sure (&number) && number.tail > 0 && number.zeros)))
        return FALSE;
    g_autofree char *prefix = g_strndup (text->str, number.tail);
    EvxBates bates = { .box = evx_box_round (box), .number = number.number, .digits = (guint16) number.digits };
    bates.text = evx_page_string (page, text->str);
    bates.prefix = evx_page_string (page, prefix);
    g_array_append_val (page->bates, bates);
    return TRUE;
}

/* A number by itself, behind marks of the production, or at an end of a running foot. */
static gboolean
try_run (EvxLayout *layout, const guint32 *words, guint n)
{
    guint legend = legend_length (layout, words, n);
    if (n - legend <= MAX_WORDS && try_words (layout, words + legend, n - legend, FALSE, FALSE))
        return TRUE;
    gboolean found = FALSE;
    if (n > MAX_WORDS)
        found = try_words (layout, words + n - 1, 1, FALSE, FALSE);
    for (guint few = 1; few <= MIN (2, n - 1) && !found; few++)
        found = try_words (layout, words + n - few, few, FALSE, TRUE) ||
                try_words (layout, words, few, FALSE, TRUE);
    return found;
}

/* Chunks of a row from @i on that stand as close as words of a stamp. Returns: the first behind them. */
static guint
stamp_end (const EvxLayout *layout, guint i, guint *n_words)
{
    const EvxChunk *chunk = evx_layout_chunk (layout, i++);
    *n_words = chunk->n;
    for (; i < layout->chunks->len; i++) {
        const EvxChunk *next = evx_layout_chunk (layout, i);
        float height = MIN (chunk->y1 - chunk->y0, next->y1 - next->y0);
        if (next->row != chunk->row || next->first != chunk->first + chunk->n ||
            next->x0 - chunk->x1 > STAMP_GAP * height)
            break;
        *n_words += next->n;
        chunk = next;
    }
    return i;
}

void
evx_layout_find_bates (EvxLayout *layout)
{
    EvxPage *page = layout->page;
    for (guint i = 0; i < layout->chunks->len && page->bates->len < 16;) {
        guint n_words, end = stamp_end (layout, i, &n_words);
        const guint32 *words = layout->order + evx_layout_chunk (layout, i)->first;
        if (end > i + 1 && n_words <= MAX_WORDS && try_run (layout, words, n_words))
            i = end;
        for (; i < end; i++) {
        const EvxChunk *chunk = evx_layout_chunk (layout, i);
            try_run (layout, layout->order + chunk->first, chunk->n);
        }
    }
    /* A stamp on a sheet that lay sideways runs up or down beside its text. */
    for (guint i = 0; i < layout->turned->len && page->bates->len < 16; i++)
        try_words (layout, &g_array_index (layout->turned, guint32, i), 1, TRUE, FALSE);
}
