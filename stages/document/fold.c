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

static void
end_word (GString *folded)
{
    if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
}

/* Most letters stand for themselves. */
static gboolean
stays (char c)
{
    return g_ascii_islower (c) && c != 'i';
}

void
evx_fold_append (GString *folded, const char *text, gsize length)
{
    const char *end = text + length;
    while (text < end) {
        const char *plain = text;
        while (text < end && stays (*text))
            text++;
        g_string_append_len (folded, plain, text - plain);
        if (text == end)
            break;
        gunichar c = g_utf8_get_char (text);
        text = g_utf8_next_char (text);
        if (c == '\n' || parts_words (c)) {
            end_word (folded);
            if (c == '\n')
                g_string_append (folded, "\n ");
            continue;
        }
        char byte = fold_char (c);
        if (byte != 0)
            g_string_append_c (folded, byte);
    }
    end_word (folded);
}

char *
evx_fold (const char *text)
{
    GString *folded = g_string_new (" ");
    evx_fold_append (folded, text, strlen (text));
    return g_string_free (folded, FALSE);
}

guint
evx_fold_has (const char *folded, const char *cue)
{
    g_autoptr (GString) words = g_string_new (" ");
    gboolean line_start = *cue == '^', open_end = g_str_has_suffix (cue, "*");
    if (line_start)
        g_string_append (words, "\n ");
    evx_fold_append (words, cue, strlen (cue));
    if (open_end)
        g_string_truncate (words, words->len - 1);
    guint found = 0;
    for (const char *at = folded; (at = strstr (at, words->str)) != NULL; at++)
        found++;
    return found;
}
