/* Folding is lossy on purpose: both the text and the cue go through it. */
#include "fold.h"

#include <string.h>

/* The byte that stands for @c in folded text, 0 if it is dropped. Latin letters lose their accent.
 */
static char
fold_char (gunichar c)
{
    static const char latin[] = "aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy";
    if (c >= 0xc0 && c < 0x100)
        c = (gunichar)latin[c - 0xc0];
    if (c >= 0x80)
        return g_unichar_isalpha (c) ? '?' : 0;
    switch (g_ascii_tolower ((char)c)) {
    case '0':
        return 'o';
    case '1':
    case '|':
    case 'i':
        return 'l';
    case '5':
        return 's';
    case '8':
        return 'b';
    default:
        return g_ascii_isalnum (c) ? g_ascii_tolower ((char)c) : 0;
    }
}

/* A hyphen or a slash parts words; an apostrophe, a point inside "U.S." does not. */
static gboolean
parts_words (gunichar c)
{
    return c == ' ' || c == '\t' || c == '/' || c == ':' || c == ',' || c == 0xa0 ||
           (c >= 0x2010 && c <= 0x2015);
}

/* What the folding of @length bytes may come to: a line end becomes three. */
#define FOLDED_MOST(length) (3 * (length) + 1)

/* The end of a word at @out, in text that begins at @begin. Returns: the new end. */
static char *
end_word (const char *begin, char *out)
{
    if (out > begin && out[-1] != ' ')
        *out++ = ' ';
    return out;
}

/* Most letters stand for themselves. */
static gboolean
stays (char c)
{
    return g_ascii_islower (c) && c != 'i';
}

/* Folds behind what stands from @begin to @out, where there is room for FOLDED_MOST. Returns: the new end. */
static char *
fold_into (const char *begin, char *out, const char *text, gsize length)
{
    const char *end = text + length;
    while (text < end) {
        while (text < end && stays (*text))
            *out++ = *text++;
        if (text == end)
            break;
        gunichar c = g_utf8_get_char (text);
        text = g_utf8_next_char (text);
        if (c == '\n' || parts_words (c)) {
            out = end_word (begin, out);
            if (c == '\n') {
                *out++ = '\n';
                *out++ = ' ';
            }
            continue;
        }
        char byte = fold_char (c);
        if (byte != 0)
            *out++ = byte;
    }
    return end_word (begin, out);
}

void
evx_fold_append (GString *folded, const char *text, gsize length)
{
    gsize before = folded->len;
    g_string_set_size (folded, before + FOLDED_MOST (length));
    char *end = fold_into (folded->str, folded->str + before, text, length);
    g_string_truncate (folded, (gsize)(end - folded->str));
}

char *
evx_fold (const char *text)
{
    GString *folded = g_string_sized_new (FOLDED_MOST (strlen (text)) + 1);
    g_string_append_c (folded, ' ');
    evx_fold_append (folded, text, strlen (text));
    return g_string_free (folded, FALSE);
}

char *
evx_fold_line (const char *line, gsize length)
{
    GString *folded = g_string_sized_new (FOLDED_MOST (length) + 3);
    g_string_append (folded, " \n ");
    evx_fold_append (folded, line, length);
    return g_string_free (folded, FALSE);
}

enum { LONGEST_CUE = 120, SENTENCE_BYTES = 400 };

/* How often, at most @most times, the cue of @length bytes stands in @folded. */
static guint
count_cue (const char *folded, const char *cue, gsize length, guint most)
{
    char words[FOLDED_MOST (LONGEST_CUE) + 4] = " ", *end = words + 1;
    g_return_val_if_fail (length <= LONGEST_CUE, 0);
    if (length > 0 && *cue == '^')
        end = words + g_strlcpy (words, " \n ", sizeof words);
    end = fold_into (words, end, cue, length);
    if (length > 0 && cue[length - 1] == '*')
        end--;
    *end = '\0';
    guint found = 0;
    for (const char *at = folded; found < most && (at = strstr (at, words)) != NULL; at++)
        found++;
    return found;
}

guint
evx_fold_has (const char *folded, const char *cue)
{
    return count_cue (folded, cue, strlen (cue), G_MAXUINT);
}

/* A bit for each small letter that begins a word: most cues of a list are told by that not to stand in a sentence. A longer
 * text has words with any. */
static guint32
first_letters (const char *folded)
{
    guint32 letters = 0;
    guint i = 0;
    for (; i < SENTENCE_BYTES && folded[i] != '\0'; i++)
        letters |= folded[i] == ' ' && g_ascii_islower (folded[i + 1]) ? 1u << (folded[i + 1] - 'a') : 0;
    return i < SENTENCE_BYTES ? letters : G_MAXUINT32;
}

const char *
evx_fold_first_of (const char *folded, const char *cues, gsize *length)
{
    guint32 letters = first_letters (folded);
    for (;; cues++) {
        *length = strcspn (cues, "|");
        char first = !g_ascii_isalpha (*cues) || stays (*cues) ? *cues : fold_char ((guchar)*cues);
        gboolean may_stand = !g_ascii_islower (first) || (letters >> (first - 'a') & 1) != 0;
        if (may_stand && count_cue (folded, cues, *length, 1) > 0)
            return cues;
        cues += *length;
        if (*cues == '\0')
            return NULL;
    }
}

gboolean
evx_fold_has_any (const char *folded, const char *cues)
{
    gsize length;
    return evx_fold_first_of (folded, cues, &length) != NULL;
}

const char *
evx_fold_tail (const char *folded, guint n)
{
    guint blanks = 0;
    const char *tail = folded + strlen (folded);
    while (tail > folded && (blanks += *--tail == ' ') <= n)
        ;
    return tail;
}

const char *
evx_whole_character (const char *at)
{
    return ((guchar)*at & 0xc0) == 0x80 ? g_utf8_find_next_char (at, NULL) : at;
}
