/* A word as it is compared, whatever way it is written: folded; and what OCR leaves of it, its skeleton. It knows of no
 * lexicon and no page. */
#include "fold.h"

/* U+00C0..U+017F without their accents, "" where the letter has no plain form. */
static const char latin[] = "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
                            "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
                            "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/* What one character folds to: up to three letters; NULL for one that ends the word as foreign. */
static const char *
fold_char (gunichar c, char one[2])
{
    static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
    if (c >= 0xfb00 && c <= 0xfb06)
        return ligatures[c - 0xfb00];
    if (c == 0x2019 || c == 0x2018 || c == 0x2010 || c == 0x2011 || c == 0xad ||
        (c >= 0x300 && c <= 0x36f) || c == 0xaa || c == 0xba || (c >= 0x200b && c <= 0x200f) ||
        (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff)
        return "";
    if (c < 0xc0 || c > 0x17f)
        return NULL;
    one[0] = g_ascii_tolower (latin[c - 0xc0]);
    return one;
}

static gboolean
is_dropped (char c)
{
    return c == '-' || c == '\'' || c == '.' || c == '_' || c == '&';
}

guint
evx_fold_word (const char *text, gsize length, char out[EVX_FOLD_MAX])
{
    guint n = 0;
    const char *end = text + length;
    while (text < end) {
        guchar c = (guchar)*text;
        if (n >= EVX_FOLD_MAX - 4)
            return 0;
        if (c < 0x80) {
            if (g_ascii_isalnum (c))
                out[n++] = g_ascii_isupper (c) ? (char)(c | 0x20) : (char)c;
            else if (c == '|')
                out[n++] = 'l';
            else if (!is_dropped ((char)c))
                return 0;
            text++;
            continue;
        }
        char one[2] = { 0 };
        const char *folded = fold_char (g_utf8_get_char (text), one);
        if (folded == NULL)
            return 0;
        while (*folded != '\0')
            out[n++] = *folded++;
        text = g_utf8_next_char (text);
    }
    out[n] = '\0';
    return n;
}

/* What OCR takes two letters for, or 0. */
static char
pair_looks_like (char a, char b)
{
    switch (a) {
    case 'r':
        return b == 'n' ? 'm' : b == 'r' || b == 'i' ? 'n' : 0;
    case 'l':
        return b == 'i' ? 'h' : b == 'l' ? 'l' : 0;
    case 'c':
        return b == 'l' ? 'd' : 0;
    case 'v':
        return b == 'v' ? 'w' : 0;
    case 'n':
        return b == 'n' ? 'm' : 0;
    default:
        return 0;
    }
}

static char
looks_like (char c)
{
    switch (c) {
    case '1':
    case 'i':
    case 'j':
        return 'l';
    case '0':
        return 'o';
    case '5':
        return 's';
    case '6':
    case '8':
        return 'b';
    case '9':
        return 'g';
    case 'e':
        return 'c';
    default:
        return c;
    }
}

/* Pairs first, then single letters. Source of the pairs: the confusions of tesseract and of text
 * layers of scanned letters; both sides of a comparison pass through here, so that a map may be
 * coarse. */
guint
evx_skeleton (const char *folded, guint length, char out[EVX_FOLD_MAX])
{
    guint n = 0;
    for (guint i = 0; i < length && n < EVX_FOLD_MAX - 1;) {
        char pair = pair_looks_like (folded[i], folded[i + 1]);
        out[n++] = pair != 0 ? pair : looks_like (folded[i]);
        i += pair != 0 ? 2 : 1;
    }
    out[n] = '\0';
    return n;
}
