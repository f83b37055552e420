/* The words of the lexicon: a trie from letters to symbols, endings, and sets by name. */
#include "lexicon-internal.h"

#include <string.h>

const char *
evx_lexicon_intern (EvxLexicon *lexicon, const char *text)
{
    return g_string_chunk_insert_const (lexicon->strings, text);
}

static gint
letter_of (char c)
{
    if (c >= 'a' && c <= 'z')
        return c - 'a';
    if (c >= '0' && c <= '9')
        return 26 + c - '0';
    return 36;
}

static guint32
trie_add (EvxLexicon *lexicon, const char *word)
{
    guint32 at = 0;
    for (const char *c = word; *c != '\0'; c++) {
        gint letter = letter_of (*c);
        guint32 next = g_array_index (lexicon->nodes, EvxTrieNode, at).child[letter];
        if (next == 0) {
            EvxTrieNode node = { 0 };
            next = lexicon->nodes->len;
            g_array_append_val (lexicon->nodes, node);
            g_array_index (lexicon->nodes, EvxTrieNode, at).child[letter] = next;
        }
        at = next;
    }
    return at;
}

/* The symbol of a pattern ("turn*", "over", "ICE" only in capitals). A node holds at most one exact
 * symbol in capitals, one in any case, one prefix: three slots, packed as links between symbols. */
guint32
evx_lexicon_symbol (EvxLexicon *lexicon, const char *folded, gboolean prefix, gboolean upper)
{
    GString *key = g_string_assign (lexicon->key, folded);
    if (prefix)
        g_string_append_c (key, '*');
    if (upper)
        g_string_append_c (key, '^');
    gpointer known = g_hash_table_lookup (lexicon->symbols, key->str);
    if (known != NULL)
        return GPOINTER_TO_UINT (known) - 1;
    guint32 symbol = lexicon->symbol_flags->len;
    guint8 flags = upper ? EVX_SYMBOL_UPPER : 0;
    g_array_append_val (lexicon->symbol_flags, flags);
    g_array_set_size (lexicon->verb_of, lexicon->symbol_flags->len);
    g_hash_table_insert (lexicon->symbols, g_strdup (key->str), GUINT_TO_POINTER (symbol + 1));
    if (!g_ascii_isalnum (*folded))
        return symbol; /* flow.c gives it to the sign */
    guint32 at = trie_add (lexicon, folded);
    EvxTrieNode *node = &g_array_index (lexicon->nodes, EvxTrieNode, at);
    if (prefix)
        node->prefixes = symbol + 1;
    else if (upper)
        node->child[37] = symbol + 1; /* the last child slot holds the exact word in capitals */
    else
        node->words = symbol + 1;
    return symbol;
}

/* "*ed": words with this ending; there are few, match.c tries them one by one. One with an accent
 * keeps it: "*ó" is a past, "*o" is not. */
guint32
evx_lexicon_suffix (EvxLexicon *lexicon, const char *ending, const char *folded)
{
    gboolean accented = !g_str_is_ascii (ending);
    g_autofree char *key = g_strconcat ("*", accented ? ending : folded, NULL);
    gpointer known = g_hash_table_lookup (lexicon->symbols, key);
    if (known != NULL)
        return GPOINTER_TO_UINT (known) - 1;
    EvxSuffix suffix = { .symbol = lexicon->symbol_flags->len,
                         .accented = accented,
                         .text = evx_lexicon_intern (lexicon, accented ? ending : folded) };
    suffix.length = (guint32)strlen (suffix.text);
    guint8 flags = 0;
    g_array_append_val (lexicon->symbol_flags, flags);
    g_array_append_val (lexicon->suffixes, suffix);
    g_array_set_size (lexicon->verb_of, lexicon->symbol_flags->len);
    g_hash_table_insert (lexicon->symbols, g_steal_pointer (&key),
                         GUINT_TO_POINTER (suffix.symbol + 1));
    return suffix.symbol;
}

guint32
evx_lexicon_set (EvxLexicon *lexicon, const char *name)
{
    gpointer known = g_hash_table_lookup (lexicon->sets, name);
    if (known != NULL)
        return GPOINTER_TO_UINT (known) - 1;
    guint32 set = lexicon->set_names->len;
    const char *kept = evx_lexicon_intern (lexicon, name);
    g_ptr_array_add (lexicon->set_names, (gpointer)kept);
    g_hash_table_insert (lexicon->sets, (gpointer)kept, GUINT_TO_POINTER (set + 1));
    return set;
}
