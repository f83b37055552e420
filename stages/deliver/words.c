/* The words of a text as the full-text table of the index sees them, with their places, so that hits can
 * be marked. Follows SQLite's tokenizer unicode61 with remove_diacritics 2: runs of letters and digits,
 * lower case, base letters. A hyphen at a line end inside a word is not there, as in the index. */
#include "deliver-internal.h"

static gboolean
is_word_char (gunichar c, gboolean inside)
{
    return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE ||
           (inside && g_unichar_ismark (c));
}

static void
append_folded (GString *word, gunichar c)
{
    if (g_unichar_ismark (c))
        return;
    gunichar base[18];
    if (g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base)) > 1)
        c = base[0];
    g_string_append_unichar (word, g_unichar_tolower (c));
}

static void
clear_token (gpointer data)
{
    EvxToken *token = data;
    g_free (token->folded);
}

/* Reads the word that begins at *at and moves behind it. */
static EvxToken
read_word (const char *text, const char **at)
{
    GString *word = g_string_new (NULL);
    const char *start = *at, *c = *at;
    while (*c != '\0') {
        if (evx_index_joins (text, c)) {
            c += 2;
            continue;
        }
        gunichar letter = g_utf8_get_char (c);
        if (!is_word_char (letter, TRUE))
            break;
        append_folded (word, letter);
        c = g_utf8_next_char (c);
    }
    *at = c;
    return (EvxToken){ (guint) (start - text), (guint) (c - text), g_string_free (word, FALSE) };
}

GArray *
evx_tokens_new (const char *text)
{
    GArray *tokens = g_array_new (FALSE, FALSE, sizeof (EvxToken));
    g_array_set_clear_func (tokens, clear_token);
    for (const char *at = text; *at != '\0';) {
        if (!is_word_char (g_utf8_get_char (at), FALSE)) {
            at = g_utf8_next_char (at);
            continue;
        }
        EvxToken token = read_word (text, &at);
        g_array_append_val (tokens, token);
    }
    return tokens;
}
