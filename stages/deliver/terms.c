/* From what people type to an expression of FTS5, and from there to the places to mark. A query is a tree:
 *     or   = and { OR and }
 *     and  = unit { [AND] unit }
 *     unit = [NOT | -] ( phrase | "(" or ")" )
 * A phrase is "quoted words" or one word; a * at its end makes the last word a beginning. Capitals make
 * the operators, so that "and" and "not" can be looked for. Every word goes to FTS5 in quotes.
 * Source: sqlite.org/fts5.html, section 3, Full-text Query Syntax. */
#include "deliver-internal.h"

#include <string.h>

/* Deeper than any query a person types; keeps a hostile one off the C stack. */
#define MAX_DEPTH 50

typedef enum { NODE_PHRASE, NODE_AND, NODE_OR } NodeKind;

struct _EvxNode {
    NodeKind kind;
    gboolean negated;
    EvxPhrase *phrase;   /* lent by the query */
    GPtrArray *children; /* EvxNode */
};

static void
node_free (EvxNode *node)
{
    if (node == NULL)
        return;
    g_clear_pointer (&node->children, g_ptr_array_unref);
    g_free (node);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxNode, node_free)

static EvxNode *
node_new (NodeKind kind)
{
    EvxNode *node = g_new0 (EvxNode, 1);
    node->kind = kind;
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
    return node;
}

static void
phrase_free (EvxPhrase *phrase)
{
    g_ptr_array_unref (phrase->words);
    g_clear_pointer (&phrase->also, g_ptr_array_unref);
    g_free (phrase);
}

/* ---- reading ------------------------------------------------------------------------------------- */

typedef struct {
    const char *at;
    EvxQuery *query;
    guint depth;
} Reader;

static EvxNode *read_or (Reader *reader, GError **error);

static EvxNode *
wrong (GError **error, const char *message)
{
    g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE, message);
    return NULL;
}

static void
skip_blanks (Reader *reader)
{
    while (g_unichar_isspace (g_utf8_get_char (reader->at)))
        reader->at = g_utf8_next_char (reader->at);
}

/* Does the operator @word stand here as a whole word? */
static gboolean
is_operator (const Reader *reader, const char *word)
{
    gsize length = strlen (word);
    if (strncmp (reader->at, word, length) != 0)
        return FALSE;
    char after = reader->at[length];
    return after == '\0' || after == '(' || after == ')' || after == '"' || g_ascii_isspace (after);
}

static gboolean
take_operator (Reader *reader, const char *word)
{
    if (!is_operator (reader, word))
        return FALSE;
    reader->at += strlen (word);
    skip_blanks (reader);
    return TRUE;
}

static gboolean
at_end_of_group (const Reader *reader)
{
    return *reader->at == '\0' || *reader->at == ')';
}

static gboolean
at_end_of_word (const char *at)
{
    return *at == '\0' || *at == '"' || *at == '(' || *at == ')' || *at == '*' ||
           g_unichar_isspace (g_utf8_get_char (at));
}

/* A phrase of the words of @text; NULL if it has none. */
static EvxNode *
phrase_node (Reader *reader, const char *text)
{
    g_autoptr (GArray) tokens = evx_tokens_new (text);
    gboolean prefix = *reader->at == '*';
    reader->at += prefix;
    if (tokens->len == 0)
        return NULL;
    EvxPhrase *phrase = g_new0 (EvxPhrase, 1);
    phrase->words = g_ptr_array_new_with_free_func (g_free);
    phrase->prefix = prefix;
    for (guint i = 0; i < tokens->len; i++)
        g_ptr_array_add (phrase->words, g_strdup (g_array_index (tokens, EvxToken, i).folded));
    g_ptr_array_add (reader->query->phrases, phrase);
    EvxNode *node = node_new (NODE_PHRASE);
    node->phrase = phrase;
    return node;
}

static EvxNode *
read_quoted (Reader *reader, GError **error)
{
    const char *close = strchr (reader->at + 1, '"');
    if (close == NULL)
        return wrong (error, "a quotation mark is not closed; write \"two words\", or leave it out");
    g_autofree char *text = g_strndup (reader->at + 1, (gsize) (close - reader->at - 1));
    reader->at = close + 1;
    EvxNode *node = phrase_node (reader, text);
    return node != NULL ? node : wrong (error, "between the quotation marks stands no word");
}

static EvxNode *
read_parenthesis (Reader *reader, GError **error)
{
    if (++reader->depth > MAX_DEPTH)
        return wrong (error, "too many parentheses inside each other");
    reader->at++;
    g_autoptr (EvxNode) node = read_or (reader, error);
    reader->depth--;
    if (node == NULL)
        return NULL;
    if (*reader->at != ')')
        return wrong (error, "a parenthesis is not closed");
    reader->at++;
    return g_steal_pointer (&node);
}

static EvxNode *
read_plain (Reader *reader, GError **error)
{
    const char *start = reader->at;
    while (!at_end_of_word (reader->at))
        reader->at = g_utf8_next_char (reader->at);
    g_autofree char *text = g_strndup (start, (gsize) (reader->at - start));
    EvxNode *node = phrase_node (reader, text);
    if (node != NULL)
        return node;
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "'%s' is no word; a search needs letters or digits",
                 text[0] != '\0' ? text : "*");
    return NULL;
}

static void
negate_phrases (const EvxNode *node)
{
    if (node->phrase != NULL)
        node->phrase->negated = TRUE;
    for (guint i = 0; i < node->children->len; i++)
        negate_phrases (node->children->pdata[i]);
}

static EvxNode *
read_unit (Reader *reader, GError **error)
{
    gboolean negated = take_operator (reader, "NOT");
    if (!negated && reader->at[0] == '-' && !at_end_of_word (reader->at + 1)) {
        negated = TRUE;
        reader->at++;
    }
    char c = *reader->at;
    if (at_end_of_group (reader) || is_operator (reader, "AND") || is_operator (reader, "OR") ||
        is_operator (reader, "NOT"))
        return wrong (error, "an operator or a parenthesis lacks the word that belongs to it");
    EvxNode *node = c == '"'   ? read_quoted (reader, error)
                    : c == '(' ? read_parenthesis (reader, error)
                               : read_plain (reader, error);
    if (node != NULL && negated) {
        node->negated = TRUE;
        negate_phrases (node);
    }
    return node;
}

/* Two units side by side are joined by AND. NOT needs something to take away from. */
static EvxNode *
read_and (Reader *reader, GError **error)
{
    g_autoptr (EvxNode) all = node_new (NODE_AND);
    gboolean found = FALSE;
    do {
        EvxNode *unit = read_unit (reader, error);
        if (unit == NULL)
            return NULL;
        g_ptr_array_add (all->children, unit);
        found |= !unit->negated;
        skip_blanks (reader);
        if (take_operator (reader, "AND") && at_end_of_group (reader))
            return wrong (error, "behind AND must stand a word");
    } while (!at_end_of_group (reader) && !is_operator (reader, "OR"));
    if (!found)
        return wrong (error, "a search cannot consist of NOT alone; name something to find");
    return g_steal_pointer (&all);
}

static EvxNode *
read_or (Reader *reader, GError **error)
{
    g_autoptr (EvxNode) any = node_new (NODE_OR);
    skip_blanks (reader);
    do {
        EvxNode *all = read_and (reader, error);
        if (all == NULL)
            return NULL;
        g_ptr_array_add (any->children, all);
    } while (take_operator (reader, "OR"));
    return g_steal_pointer (&any);
}

EvxQuery *
evx_query_new (const char *typed, GError **error)
{
    if (!g_utf8_validate (typed, -1, NULL))
        return (gpointer) wrong (error, "the query is not UTF-8 text");
    g_autoptr (EvxQuery) query = g_new0 (EvxQuery, 1);
    query->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
    Reader reader = { typed, query, 0 };
    skip_blanks (&reader);
    if (*reader.at == '\0')
        return (gpointer) wrong (error, "the query is empty");
    query->root = read_or (&reader, error);
    if (query->root == NULL)
        return NULL;
    if (*reader.at != '\0')
        return (gpointer) wrong (error, "a parenthesis closes that was never opened");
    return g_steal_pointer (&query);
}

void
evx_query_free (EvxQuery *query)
{
    if (query == NULL)
        return;
    node_free (query->root);
    g_ptr_array_unref (query->phrases);
    g_free (query);
}

/* ---- writing --------------------------------------------------------------------------------------- */

/* Words hold letters and digits only, so that nothing needs escaping. */
static void
write_words (GString *text, const GPtrArray *words, gboolean prefix)
{
    g_string_append_c (text, '"');
    for (guint i = 0; i < words->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) words->pdata[i]);
    g_string_append (text, prefix ? "\" *" : "\"");
}

static void
write_phrase (GString *text, const EvxPhrase *phrase)
{
    g_string_append_c (text, '(');
    write_words (text, phrase->words, phrase->prefix);
    for (guint i = 0; phrase->also != NULL && i < phrase->also->len; i++) {
        g_string_append (text, " OR ");
        write_words (text, phrase->also->pdata[i], FALSE);
    }
    g_string_append_c (text, ')');
}

static void write_node (GString *text, const EvxNode *node);

static void
write_children (GString *text, const EvxNode *node, gboolean negated, const char *between)
{
    gboolean first = TRUE;
    for (guint i = 0; i < node->children->len; i++) {
        const EvxNode *child = node->children->pdata[i];
        if (child->negated != negated)
            continue;
        if (!first)
            g_string_append (text, between);
        write_node (text, child);
        first = FALSE;
    }
}

static gboolean
has_negated (const EvxNode *node)
{
    for (guint i = 0; i < node->children->len; i++)
        if (((const EvxNode *) node->children->pdata[i])->negated)
            return TRUE;
    return FALSE;
}

static void
write_node (GString *text, const EvxNode *node)
{
    if (node->kind == NODE_PHRASE) {
        write_phrase (text, node->phrase);
        return;
    }
    gboolean negated = has_negated (node);
    g_string_append (text, negated ? "((" : "(");
    write_children (text, node, FALSE, node->kind == NODE_AND ? " AND " : " OR ");
    g_string_append_c (text, ')');
    if (negated) {
        g_string_append (text, " NOT (");
        write_children (text, node, TRUE, " OR ");
        g_string_append (text, "))");
    }
}

char *
evx_query_match (const EvxQuery *query)
{
    GString *text = g_string_new (NULL);
    write_node (text, query->root);
    return g_string_free (text, FALSE);
}

/* ---- marking -------------------------------------------------------------------------------------------- */

static gboolean
words_stand_at (const GPtrArray *words, gboolean prefix, const GArray *tokens, guint at)
{
    if (at + words->len > tokens->len)
        return FALSE;
    for (guint i = 0; i < words->len; i++) {
        const char *have = g_array_index (tokens, EvxToken, at + i).folded;
        const char *want = words->pdata[i];
        gboolean fits = prefix && i + 1 == words->len ? g_str_has_prefix (have, want)
                                                      : strcmp (have, want) == 0;
        if (!fits)
            return FALSE;
    }
    return TRUE;
}

/* Words of the phrase that stand at token @at; 0 if it does not stand there. */
static guint
phrase_length_at (const EvxPhrase *phrase, const GArray *tokens, guint at)
{
    if (phrase->negated)
        return 0;
    if (words_stand_at (phrase->words, phrase->prefix, tokens, at))
        return phrase->words->len;
    for (guint i = 0; phrase->also != NULL && i < phrase->also->len; i++)
        if (words_stand_at (phrase->also->pdata[i], FALSE, tokens, at))
            return ((const GPtrArray *) phrase->also->pdata[i])->len;
    return 0;
}

GArray *
evx_query_marks (const EvxQuery *query, const GArray *tokens)
{
    GArray *marks = g_array_new (FALSE, FALSE, sizeof (EvxMark));
    for (guint at = 0; at < tokens->len;) {
        guint longest = 0;
        for (guint p = 0; p < query->phrases->len; p++)
            longest = MAX (longest, phrase_length_at (query->phrases->pdata[p], tokens, at));
        if (longest > 0) {
            EvxMark mark = { g_array_index (tokens, EvxToken, at).start,
                             g_array_index (tokens, EvxToken, at + longest - 1).end };
            g_array_append_val (marks, mark);
        }
        at += MAX (longest, 1);
    }
    return marks;
}
