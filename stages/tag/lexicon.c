/* Loads the lexicon: text files, one thing a line, compiled into a trie of words and terms over it.
 * The format is described in lexicon/README.md. Order: the embedded files by name, a file of the
 * same name in the user's folder in its place, then the other files of that folder. */
#include "tag-internal.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_ROOT "/evidex/tag/lexicon"
#define DEFAULT_GAP 3    /* tokens that "..." may cover */
#define DEFAULT_WITHIN 8 /* tokens that before, after, near look */
#define NODE_CHILDREN 38

/* Made by glib-compile-resources; asked for by name, or the linker would leave it in the archive.
 */
GResource *evx_get_resource (void);

/* What the lines so far have set up for the next. */
typedef struct {
    EvxLexicon *lexicon;
    const char *file;
    guint line;
    guint32 place;
    guint32 owner; /* of the terms that follow */
    EvxTermRole role;
    gboolean have_owner;
    gboolean open_group; /* the last line was a sense: the next sense belongs to the same cues */
    const char *kind;
    GError **error;
} Reader;

static gboolean
fail (Reader *r, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    g_autofree char *why = g_strdup_vprintf (format, args);
    va_end (args);
    g_set_error (r->error, EVX_ERROR, EVX_ERROR_LEXICON, "%s:%u: %s", r->file, r->line, why);
    return FALSE;
}

static const char *
intern (EvxLexicon *lexicon, const char *text)
{
    return g_string_chunk_insert_const (lexicon->strings, text);
}

/* ---- the trie
 * ------------------------------------------------------------------------------------ */

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
static guint32
symbol_of (EvxLexicon *lexicon, const char *folded, gboolean prefix, gboolean upper)
{
    g_autofree char *key = g_strconcat (folded, prefix ? "*" : "", upper ? "^" : "", NULL);
    gpointer known = g_hash_table_lookup (lexicon->symbols, key);
    if (known != NULL)
        return GPOINTER_TO_UINT (known) - 1;
    guint32 symbol = lexicon->symbol_flags->len;
    guint8 flags = upper ? EVX_SYMBOL_UPPER : 0;
    g_array_append_val (lexicon->symbol_flags, flags);
    for (guint p = 0; p < EVX_N_PASSES; p++)
        g_ptr_array_add (lexicon->heads[p].by_symbol, NULL);
    g_array_set_size (lexicon->verb_of, lexicon->symbol_flags->len);
    g_hash_table_insert (lexicon->symbols, g_steal_pointer (&key), GUINT_TO_POINTER (symbol + 1));
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
static guint32
suffix_of (EvxLexicon *lexicon, const char *ending, const char *folded)
{
    gboolean accented = !g_str_is_ascii (ending);
    g_autofree char *key = g_strconcat ("*", accented ? ending : folded, NULL);
    gpointer known = g_hash_table_lookup (lexicon->symbols, key);
    if (known != NULL)
        return GPOINTER_TO_UINT (known) - 1;
    EvxSuffix suffix = { .symbol = lexicon->symbol_flags->len,
                         .accented = accented,
                         .text = intern (lexicon, accented ? ending : folded) };
    suffix.length = (guint32)strlen (suffix.text);
    guint8 flags = 0;
    g_array_append_val (lexicon->symbol_flags, flags);
    g_array_append_val (lexicon->suffixes, suffix);
    for (guint p = 0; p < EVX_N_PASSES; p++)
        g_ptr_array_add (lexicon->heads[p].by_symbol, NULL);
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
    const char *kept = intern (lexicon, name);
    g_ptr_array_add (lexicon->set_names, (gpointer)kept);
    for (guint p = 0; p < EVX_N_PASSES; p++)
        g_ptr_array_add (lexicon->heads[p].by_set, NULL);
    g_hash_table_insert (lexicon->sets, (gpointer)kept, GUINT_TO_POINTER (set + 1));
    return set;
}

static void
append_to (GPtrArray *lists, guint32 at, guint32 term)
{
    if (g_ptr_array_index (lists, at) == NULL)
        lists->pdata[at] = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val ((GArray *)lists->pdata[at], term);
}

/* ---- terms
 * ---------------------------------------------------------------------------------------- */

static gboolean
is_upper_word (const char *word)
{
    guint letters = 0;
    for (const char *c = word; *c != '\0'; c++) {
        if (g_ascii_islower (*c) || (guchar)*c >= 0x80)
            return FALSE;
        letters += g_ascii_isupper (*c);
    }
    return letters >= 2;
}

typedef struct {
    EvxLexicon *lexicon;
    guint32 verb;
} VerbForms;

static void
add_form (const char *form, gpointer data)
{
    const VerbForms *of = data;
    EvxLexicon *lexicon = of->lexicon;
    guint32 symbol = symbol_of (lexicon, form, FALSE, FALSE);
    guint32 *first = &g_array_index (lexicon->verb_of, guint32, symbol);
    for (guint32 l = *first; l != 0; l = g_array_index (lexicon->verbs, EvxVerbLink, l - 1).next)
        if (g_array_index (lexicon->verbs, EvxVerbLink, l - 1).symbol == of->verb)
            return;
    EvxVerbLink link = { of->verb, *first };
    g_array_append_val (lexicon->verbs, link);
    *first = lexicon->verbs->len;
}

/* "entregar~": one symbol, which each form of the verb bears beside its own. */
static gboolean
add_verb (Reader *r, const char *word, guint32 *alternative)
{
    g_autofree char *key = g_strdup_printf ("~%.*s", (int)strcspn (word, "~"), word);
    VerbForms of = { r->lexicon, symbol_of (r->lexicon, key, FALSE, FALSE) };
    *alternative = of.verb;
    return evx_conjugate (word, add_form, &of) ||
           fail (r, "'%s': a verb is an infinitive without accents and ~, as in entregar~", word);
}

static gboolean
add_alternative (Reader *r, const char *word)
{
    EvxLexicon *lexicon = r->lexicon;
    gsize length = strlen (word);
    char folded[EVX_FOLD_MAX];
    guint32 alternative;
    if (word[0] == '@') {
        alternative = EVX_ALT_SET | evx_lexicon_set (lexicon, word + 1);
    } else if (strcmp (word, ":") == 0 || strcmp (word, ",") == 0 || strcmp (word, "☒") == 0) {
        alternative = symbol_of (lexicon, word, FALSE, FALSE);
    } else if (strchr (word, '~') != NULL) {
        if (!add_verb (r, word, &alternative))
            return FALSE;
    } else {
        gboolean prefix = length > 0 && word[length - 1] == '*', suffix = word[0] == '*';
        if (evx_fold_word (word + suffix, length - (prefix || suffix ? 1 : 0), folded) == 0 ||
            (prefix && suffix))
            return fail (r, "'%s' is not a word", word);
        alternative = suffix ? suffix_of (lexicon, word + 1, folded)
                             : symbol_of (lexicon, folded, prefix, !prefix && is_upper_word (word));
    }
    g_array_append_val (lexicon->alternatives, alternative);
    return TRUE;
}

static gboolean
read_gap (Reader *r, const char *word, guint8 *gap)
{
    char *end = NULL;
    guint64 value = word[3] ? g_ascii_strtoull (word + 3, &end, 10) : DEFAULT_GAP;
    if ((word[3] && *end != '\0') || value == 0 || value > 30)
        return fail (r, "'%s': a gap is ... or ...N with N from 1 to 30", word);
    *gap = (guint8)value;
    return TRUE;
}

/* One step of a term: [ and ] are the ends of the mention, ? makes it optional. */
static gboolean
add_element (Reader *r, char *word, EvxElement *element)
{
    gsize length = strlen (word);
    if (word[0] == '[') {
        element->open = TRUE;
        word++;
        length--;
    }
    if (length > 0 && word[length - 1] == ']') {
        element->close = TRUE;
        word[--length] = '\0';
    }
    if (length > 1 && word[length - 1] == '?') {
        element->optional = TRUE;
        word[--length] = '\0';
    }
    if (length == 0)
        return fail (r, "a bracket must stand at a word, as in [turn* over]");
    element->first = r->lexicon->alternatives->len;
    if (strcmp (word, "#") == 0 || strcmp (word, "_") == 0) {
        element->type = *word == '#' ? EVX_EL_NUMBER : EVX_EL_ANY;
        return TRUE;
    }
    g_auto (GStrv) words = g_strsplit (word, "|", -1);
    for (guint i = 0; words[i] != NULL; i++)
        if (!add_alternative (r, words[i]))
            return FALSE;
    element->n = r->lexicon->alternatives->len - element->first;
    for (guint32 i = 0; i < element->n; i++)
        element->mask |= evx_mask_of (
            g_array_index (r->lexicon->alternatives, guint32, element->first + i));
    return TRUE;
}

static gboolean
read_elements (Reader *r, const char *rest, EvxTerm *term)
{
    EvxLexicon *lexicon = r->lexicon;
    guint8 gap = 0;
    guint opens = 0, closes = 0;
    g_auto (GStrv) words = g_strsplit_set (rest, " \t", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        if (words[i][0] == '\0')
            continue;
        if (g_str_has_prefix (words[i], "...")) {
            if (!read_gap (r, words[i], &gap))
                return FALSE;
            term->gaps = TRUE;
            continue;
        }
        EvxElement element = { .gap = gap };
        gap = 0;
        if (!add_element (r, words[i], &element))
            return FALSE;
        opens += element.open;
        closes += element.close;
        g_array_append_val (lexicon->elements, element);
    }
    term->n = lexicon->elements->len - term->first;
    term->marked = opens > 0;
    if (term->n == 0)
        return fail (r, "a word is missing");
    if (gap > 0 || opens > 1 || opens != closes)
        return fail (r, "a term ends with a word, and has at most one pair of [ ]");
    return TRUE;
}

static EvxPass
pass_of (guint8 role)
{
    return role == EVX_TERM_SET ? EVX_PASS_SETS
           : role == EVX_TERM_CUE ? EVX_PASS_CUES
                                  : EVX_PASS_CONTEXTS;
}

static gboolean
add_term (Reader *r, const char *rest)
{
    EvxLexicon *lexicon = r->lexicon;
    EvxTerm term = { .first = lexicon->elements->len,
                     .owner = r->owner,
                     .place = r->place,
                     .role = (guint8)r->role };
    if (!read_elements (r, rest, &term))
        return FALSE;
    const EvxElement *head = &g_array_index (lexicon->elements, EvxElement, term.first);
    if (head->gap > 0 || head->type == EVX_EL_ANY || head->optional)
        return fail (r, "a term begins with a word, number or set that is always there");
    EvxHeads *heads = &lexicon->heads[pass_of (term.role)];
    guint32 index = lexicon->terms->len;
    g_array_append_val (lexicon->terms, term);
    if (head->type == EVX_EL_NUMBER)
        g_array_append_val (heads->by_number, index);
    for (guint32 i = 0; i < head->n; i++) {
        guint32 a = g_array_index (lexicon->alternatives, guint32, head->first + i);
        append_to (a & EVX_ALT_SET ? heads->by_set : heads->by_symbol, a & ~EVX_ALT_SET, index);
    }
    return TRUE;
}

/* ---- conditions
 * ------------------------------------------------------------------------------------- */

static gint
test_place (const char *word)
{
    static const char *const names[] = { "before",   "after",   "near", "clause",
                                         "sentence", "passage", "self", "around" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (strcmp (word, names[i]) == 0)
            return (gint)i;
    return -1;
}

static gboolean
add_test_sets (Reader *r, const char *word, EvxTest *test)
{
    EvxLexicon *lexicon = r->lexicon;
    g_auto (GStrv) names = g_strsplit (word, "|", -1);
    test->first = lexicon->test_sets->len;
    for (guint i = 0; names[i] != NULL; i++) {
        if (names[i][0] != '@' || names[i][1] == '\0')
            return fail (r, "'%s' is not a set; sets are written @name", names[i]);
        guint32 set = evx_lexicon_set (lexicon, names[i] + 1);
        g_array_append_val (lexicon->test_sets, set);
    }
    test->n = lexicon->test_sets->len - test->first;
    return TRUE;
}

/* Reads "[not] PLACE @set|@set [N]" at words[*i]; moves *i behind it. */
static gboolean
read_test (Reader *r, GPtrArray *words, guint *i)
{
    EvxTest test = { .within = DEFAULT_WITHIN };
    const char *word = g_ptr_array_index (words, *i);
    if (strcmp (word, "not") == 0) {
        test.negated = TRUE;
        word = ++*i < words->len ? g_ptr_array_index (words, *i) : "";
    }
    gint place = test_place (word);
    if (place < 0)
        return fail (
            r, "'%s': expected before, after, near, around, clause, sentence, passage or self",
            word);
    test.place = (guint8)place;
    if (++*i >= words->len)
        return fail (r, "a set is missing after '%s'", word);
    if (!add_test_sets (r, g_ptr_array_index (words, (*i)++), &test))
        return FALSE;
    if (*i < words->len && g_ascii_isdigit (*(char *)g_ptr_array_index (words, *i))) {
        guint64 within = g_ascii_strtoull (g_ptr_array_index (words, *i), NULL, 10);
        test.within = (guint16)MIN (100, within);
        ++*i;
    }
    g_array_append_val (r->lexicon->tests, test);
    return TRUE;
}

static GPtrArray *
split_words (const char *text)
{
    GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
    g_auto (GStrv) parts = g_strsplit_set (text, " \t", -1);
    for (guint i = 0; parts[i] != NULL; i++)
        if (parts[i][0] != '\0')
            g_ptr_array_add (words, g_strdup (parts[i]));
    return words;
}

/* Splits "kind/sense"; sense may be missing where @need_sense is FALSE. */
static gboolean
read_kind (Reader *r, const char *word, gboolean need_sense, const char **kind, const char **sense)
{
    g_auto (GStrv) parts = g_strsplit (word, "/", 2);
    if (parts[0][0] == '\0' || (need_sense && (parts[1] == NULL || parts[1][0] == '\0')))
        return fail (r, "'%s': expected kind/sense, as in transfer/custody", word);
    *kind = intern (r->lexicon, parts[0]);
    *sense = parts[1] != NULL ? intern (r->lexicon, parts[1]) : NULL;
    return TRUE;
}

/* A word of a sense line that is no condition. */
static gboolean
sense_flag (const char *word, EvxSense *sense)
{
    if (strcmp (word, "distractor") == 0)
        sense->evidential = FALSE;
    else if (strcmp (word, "to_ice=yes") == 0)
        sense->to_ice = TRUE;
    else if (strcmp (word, "to_ice=no") == 0)
        sense->to_ice = FALSE;
    else if (strcmp (word, "doubtful") == 0)
        sense->confidence = 0.6;
    else
        return FALSE;
    return TRUE;
}

static gboolean
read_sense (Reader *r, const char *rest)
{
    EvxLexicon *lexicon = r->lexicon;
    g_autoptr (GPtrArray) words = split_words (rest);
    EvxSense sense = {
        .evidential = TRUE, .to_ice = EVX_NONE, .first = lexicon->tests->len, .confidence = 0.9
    };
    if (words->len == 0)
        return fail (r, "kind/sense is missing");
    if (!read_kind (r, g_ptr_array_index (words, 0), TRUE, &sense.kind, &sense.sense))
        return FALSE;
    for (guint i = 1; i < words->len;) {
        if (sense_flag (g_ptr_array_index (words, i), &sense))
            i++;
        else if (!read_test (r, words, &i))
            return FALSE;
    }
    sense.n = lexicon->tests->len - sense.first;
    if (!r->open_group) {
        EvxGroup group = { .first = lexicon->senses->len };
        r->owner = lexicon->groups->len;
        g_array_append_val (lexicon->groups, group);
    }
    g_array_append_val (lexicon->senses, sense);
    g_array_index (lexicon->groups, EvxGroup, r->owner).n++;
    r->role = EVX_TERM_CUE;
    r->kind = sense.kind;
    r->have_owner = TRUE;
    return TRUE;
}

static gint
default_rank (const char *assertion)
{
    static const struct {
        const char *name;
        gint rank;
    } ranks[] = { { "pseudo", 0 },        { "plain", 15 },      { "affirmed", 15 },
                  { "policy", 20 },       { "historical", 30 }, { "future", 40 },
                  { "hypothetical", 50 }, { "alleged", 60 },    { "negated", 70 } };
    for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
        if (strcmp (assertion, ranks[i].name) == 0)
            return ranks[i].rank;
    return -1;
}

static gboolean
context_word (Reader *r, GPtrArray *words, guint *i, EvxContext *context)
{
    const char *word = g_ptr_array_index (words, *i);
    const char *next = *i + 1 < words->len ? g_ptr_array_index (words, *i + 1) : "";
    static const char *const scopes[] = { "clause", "sentence", "passage" };
    if (strcmp (word, "rank") == 0) {
        context->rank = (gint)g_ascii_strtoll (next, NULL, 10);
        *i += 2;
        return TRUE;
    }
    if (strcmp (word, "only") == 0) {
        *i += 2;
        return read_kind (r, next, FALSE, &context->kind, &context->sense);
    }
    if (strcmp (word, "except") == 0) {
        *i += 2;
        return read_kind (r, next, FALSE, &context->not_kind, &context->not_sense);
    }
    guint8 *flag = strcmp (word, "uncounted") == 0  ? &context->uncounted
                   : strcmp (word, "opening") == 0  ? &context->opening
                   : strcmp (word, "question") == 0 ? &context->question
                                                    : NULL;
    if (flag != NULL) {
        *flag = TRUE;
        ++*i;
        return TRUE;
    }
    if (strcmp (word, "scope") == 0) {
        *i += 2;
        for (guint s = 0; s < G_N_ELEMENTS (scopes); s++)
            if (strcmp (next, scopes[s]) == 0) {
                context->scope = (guint8)(EVX_SCOPE_CLAUSE + s);
                return TRUE;
            }
        context->scope = EVX_SCOPE_TOKENS;
        context->within = (guint16)MIN (400, g_ascii_strtoull (next, NULL, 10));
        return g_ascii_isdigit (*next)
                   ? TRUE
                   : fail (r, "scope is a number of words, clause, sentence or passage");
    }
    return read_test (r, words, i);
}

/* context CLASS pre|post|any [scope N|clause|sentence|passage] [rank N] [only kind/sense] [tests]
 */
static gboolean
read_context (Reader *r, const char *rest)
{
    EvxLexicon *lexicon = r->lexicon;
    g_autoptr (GPtrArray) words = split_words (rest);
    if (words->len < 2)
        return fail (r, "expected: context CLASS pre|post|any ...");
    const char *direction = g_ptr_array_index (words, 1);
    EvxContext context = { .scope = EVX_SCOPE_CLAUSE,
                           .first = lexicon->tests->len,
                           .rank = default_rank (g_ptr_array_index (words, 0)) };
    if (context.rank < 0)
        return fail (r, "'%s' is not an assertion", (char *)g_ptr_array_index (words, 0));
    if (strcmp (direction, "pre") != 0 && strcmp (direction, "post") != 0 &&
        strcmp (direction, "any") != 0)
        return fail (r, "'%s': expected pre, post or any", direction);
    context.direction = *direction == 'a' ? 0 : direction[1] == 'r' ? -1 : 1;
    context.assertion = intern (lexicon, g_ptr_array_index (words, 0));
    if (strcmp (context.assertion, "plain") == 0)
        context.assertion = "affirmed";
    for (guint i = 2; i < words->len;)
        if (!context_word (r, words, &i, &context))
            return FALSE;
    context.n = lexicon->tests->len - context.first;
    r->owner = lexicon->contexts->len;
    r->role = EVX_TERM_CONTEXT;
    r->have_owner = TRUE;
    r->kind = NULL;
    g_array_append_val (lexicon->contexts, context);
    return TRUE;
}

/* default CLASS [tests]: what a mention is where no cue reaches it; the first that holds. */
static gboolean
read_default (Reader *r, const char *rest)
{
    EvxLexicon *lexicon = r->lexicon;
    g_autoptr (GPtrArray) words = split_words (rest);
    if (words->len == 0 || default_rank (words->pdata[0]) <= 0)
        return fail (r, "expected: default CLASS [conditions]");
    EvxContext context = { .assertion = intern (lexicon, words->pdata[0]),
                           .first = lexicon->tests->len };
    for (guint i = 1; i < words->len;)
        if (!context_word (r, words, &i, &context))
            return FALSE;
    context.n = lexicon->tests->len - context.first;
    g_array_append_val (lexicon->defaults, context);
    r->have_owner = FALSE;
    r->kind = NULL;
    return TRUE;
}

/* ---- examples
 * --------------------------------------------------------------------------------------- */

static gboolean
example_word (Reader *r, const char *word, EvxExample *example)
{
    char *end = NULL;
    gint64 count = g_ascii_strtoll (word, &end, 10);
    if (*end == '\0')
        example->count = count;
    else if (default_rank (word) > 0)
        example->assertion = intern (r->lexicon, word);
    else if (strchr (word, '/') != NULL)
        example->sense = intern (r->lexicon, strchr (word, '/') + 1);
    else
        return fail (r, "'%s' after the sentence is no assertion, number or kind/sense", word);
    return TRUE;
}

/* hit SENTENCE with [span], then after two blanks: assertion, count, kind/sense.  miss SENTENCE */
static gboolean
read_example (Reader *r, const char *rest, gboolean hit)
{
    EvxLexicon *lexicon = r->lexicon;
    EvxExample example = {
        .place = r->place, .hit = hit, .kind = r->kind, .start = -1, .end = -1, .count = -2
    };
    const char *facts = hit ? strstr (rest, "  ") : NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    for (const char *c = rest; *c != '\0' && (facts == NULL || c < facts); c++) {
        if (*c == '[' && example.start < 0)
            example.start = (gint)text->len;
        else if (*c == ']' && example.start >= 0 && example.end < 0)
            example.end = (gint)text->len;
        else
            g_string_append_c (text, *c);
    }
    if (hit && example.end < 0)
        return fail (r, "a hit marks its span: Deputies [turned over] 12 inmates to ICE.");
    example.text = intern (lexicon, text->str);
    if (facts != NULL) {
        g_autoptr (GPtrArray) words = split_words (facts);
        for (guint i = 0; i < words->len; i++)
            if (!example_word (r, g_ptr_array_index (words, i), &example))
                return FALSE;
    }
    g_array_append_val (lexicon->examples, example);
    return TRUE;
}

/* ---- lines
 * -------------------------------------------------------------------------------------------- */

static gboolean
read_set (Reader *r, const char *rest)
{
    if (rest[0] != '@' || rest[1] == '\0' || strpbrk (rest, " \t|") != NULL)
        return fail (r, "expected: set @name");
    r->owner = evx_lexicon_set (r->lexicon, rest + 1);
    r->role = EVX_TERM_SET;
    r->have_owner = TRUE;
    r->kind = NULL;
    return TRUE;
}

/* number WORD VALUE, or xVALUE for one that multiplies ("hundred x100"). */
static gboolean
read_number (Reader *r, const char *rest)
{
    g_autoptr (GPtrArray) words = split_words (rest);
    char folded[EVX_FOLD_MAX];
    if (words->len != 2 || evx_fold_word (words->pdata[0], strlen (words->pdata[0]), folded) == 0)
        return fail (r, "expected: number WORD VALUE");
    const char *value = words->pdata[1];
    EvxNumberWord *number = g_new0 (EvxNumberWord, 1);
    number->multiplies = *value == 'x';
    number->value = g_ascii_strtoll (value + number->multiplies, NULL, 10);
    number->spanish = g_str_has_prefix (r->file, "es/");
    g_hash_table_replace (r->lexicon->numbers, g_strdup (folded), number);
    g_autofree char *lone = g_strdup (words->pdata[0]);
    r->owner = evx_lexicon_set (r->lexicon, "number");
    r->role = EVX_TERM_SET;
    return add_term (r, lone);
}

static gboolean
read_cue (Reader *r, const char *rest)
{
    if (!r->have_owner || (r->role != EVX_TERM_CUE && r->role != EVX_TERM_CONTEXT))
        return fail (r, "a cue stands under a sense or a context");
    return add_term (r, rest);
}

static gboolean
read_term (Reader *r, const char *rest)
{
    if (!r->have_owner || r->role != EVX_TERM_SET)
        return fail (r, "a term stands under a set");
    return add_term (r, rest);
}

static gboolean
read_stop (Reader *r, const char *rest)
{
    r->owner = 0;
    r->role = EVX_TERM_STOP;
    r->have_owner = FALSE;
    return add_term (r, rest);
}

static gboolean
read_hit (Reader *r, const char *rest)
{
    return read_example (r, rest, TRUE);
}

static gboolean
read_miss (Reader *r, const char *rest)
{
    return read_example (r, rest, FALSE);
}

static const struct {
    const char *keyword;
    gboolean (*read) (Reader *r, const char *rest);
} keywords[] = {
    { "sense", read_sense },     { "cue", read_cue },         { "hit", read_hit },
    { "miss", read_miss },       { "set", read_set },         { "term", read_term },
    { "context", read_context }, { "default", read_default }, { "stop", read_stop },
    { "number", read_number },
};

static gboolean
read_line (Reader *r, char *line)
{
    char *rest = line + strcspn (line, " \t");
    if (*rest != '\0')
        *rest++ = '\0';
    rest = g_strstrip (rest);
    EvxPlace place = { r->file, r->line };
    r->place = r->lexicon->places->len;
    g_array_append_val (r->lexicon->places, place);
    for (guint i = 0; i < G_N_ELEMENTS (keywords); i++) {
        if (strcmp (line, keywords[i].keyword) != 0)
            continue;
        gboolean good = keywords[i].read (r, rest);
        r->open_group = good && strcmp (line, "sense") == 0;
        return good;
    }
    return fail (r,
                 "'%s': a line begins with sense, cue, hit, miss, set, term, context, default, "
                 "stop or number",
                 line);
}

gboolean
evx_lexicon_add (EvxLexicon *lexicon, const char *file, const char *text, gsize length,
                 GError **error)
{
    Reader r = { .lexicon = lexicon, .file = intern (lexicon, file), .error = error };
    if (!g_utf8_validate (text, length, NULL)) {
        r.line = 1;
        return fail (&r, "not UTF-8 text");
    }
    g_checksum_update (lexicon->hash, (const guchar *)file, -1);
    g_checksum_update (lexicon->hash, (const guchar *)text, length);
    g_autofree char *copy = g_strndup (text, length);
    g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        char *line = g_strstrip (lines[i]);
        r.line = i + 1;
        if (line[0] != '\0' && line[0] != '#' && !read_line (&r, line))
            return FALSE;
    }
    return TRUE;
}

/* ---- after the last file
 * --------------------------------------------------------------------------- */

/* TRUE if no alternative of the element is a set or one of the common words that stand on every
 * page. */
static gboolean
is_telling (const EvxLexicon *lexicon, const EvxElement *element)
{
    if (element->type != EVX_EL_WORDS || element->optional)
        return FALSE;
    for (guint32 i = 0; i < element->n; i++) {
        guint32 a = g_array_index (lexicon->alternatives, guint32, element->first + i);
        if ((a & EVX_ALT_SET) ||
            (g_array_index (lexicon->symbol_flags, guint8, a) & EVX_SYMBOL_COMMON))
            return FALSE;
    }
    return TRUE;
}

/* Flags the words of a term, but for those that bear one of the flags @spare. */
static void
mark_words (EvxLexicon *lexicon, const EvxTerm *term, guint8 flag, guint8 spare)
{
    for (guint32 e = 0; e < term->n; e++) {
        const EvxElement *element = &g_array_index (lexicon->elements, EvxElement, term->first + e);
        for (guint32 i = 0; i < element->n; i++) {
            guint32 a = g_array_index (lexicon->alternatives, guint32, element->first + i);
            if (!(a & EVX_ALT_SET) && !(g_array_index (lexicon->symbol_flags, guint8, a) & spare))
                g_array_index (lexicon->symbol_flags, guint8, a) |= flag;
        }
    }
}

/* Makes triggers of the telling words of the sets that the element names, one level deep. */
static gboolean
mark_set_words (EvxLexicon *lexicon, const EvxElement *element)
{
    gboolean sets = FALSE;
    for (guint32 i = 0; i < element->n; i++) {
        guint32 a = g_array_index (lexicon->alternatives, guint32, element->first + i);
        for (guint32 t = 0; (a & EVX_ALT_SET) && t < lexicon->terms->len; t++) {
            const EvxTerm *term = &g_array_index (lexicon->terms, EvxTerm, t);
            if (term->role == EVX_TERM_SET && term->owner == (a & ~EVX_ALT_SET))
                mark_words (lexicon, term, EVX_SYMBOL_TRIGGER, EVX_SYMBOL_COMMON);
        }
        sets |= (a & EVX_ALT_SET) != 0;
    }
    return sets;
}

/* The element whose words must stand on a page for the term to be there: the first of the mention,
 * else the first, that is telling; with @common, the first of the mention whatever it is; NULL if
 * none. */
static const EvxElement *
telling_element (const EvxLexicon *lexicon, const EvxTerm *term, gboolean common)
{
    const EvxElement *first = NULL;
    for (guint32 e = 0; e < term->n; e++) {
        const EvxElement *element = &g_array_index (lexicon->elements, EvxElement, term->first + e);
        if (!is_telling (lexicon, element) && !(common && (element->open || !term->marked)))
            continue;
        if (element->open || common)
            return element;
        if (first == NULL)
            first = element;
    }
    return first;
}

/* A page without a trigger holds no mention and is left after the first pass. */
static void
mark_trigger (EvxLexicon *lexicon, const EvxTerm *term)
{
    const EvxElement *telling = telling_element (lexicon, term, FALSE);
    gboolean sets = FALSE;
    for (guint32 e = 0; telling == NULL && e < term->n; e++)
        sets |= mark_set_words (lexicon,
                                &g_array_index (lexicon->elements, EvxElement, term->first + e));
    if (telling == NULL && !sets)
        telling = telling_element (lexicon, term, TRUE);
    for (guint32 i = 0; telling != NULL && i < telling->n; i++) {
        guint32 a = g_array_index (lexicon->alternatives, guint32, telling->first + i);
        if (!(a & EVX_ALT_SET))
            g_array_index (lexicon->symbol_flags, guint8, a) |= EVX_SYMBOL_TRIGGER;
    }
}

static void
add_skeleton (EvxLexicon *lexicon, const char *word)
{
    char skeleton[EVX_FOLD_MAX];
    if (strlen (word) >= EVX_FOLD_MAX || evx_skeleton (word, (guint)strlen (word), skeleton) == 0)
        return;
    if (g_hash_table_lookup (lexicon->skeletons, skeleton) == NULL)
        g_hash_table_insert (lexicon->skeletons, g_strdup (skeleton),
                             (gpointer)intern (lexicon, word));
}

/* A ligature that the font did not map leaves a hole: "noti cation", "notication". */
static void
add_without_ligatures (EvxLexicon *lexicon, const char *word)
{
    static const char *const ligatures[] = { "ffi", "fi", "fl", "ff" };
    for (guint i = 0; i < G_N_ELEMENTS (ligatures); i++) {
        const char *at = strstr (word, ligatures[i]);
        if (at == NULL)
            continue;
        g_autofree char *hollow =
            g_strdup_printf ("%.*s%s", (int)(at - word), word, at + strlen (ligatures[i]));
        char skeleton[EVX_FOLD_MAX];
        if (evx_skeleton (hollow, (guint)strlen (hollow), skeleton) > 5 &&
            g_hash_table_lookup (lexicon->skeletons, skeleton) == NULL)
            g_hash_table_insert (lexicon->skeletons, g_strdup (skeleton),
                                 (gpointer)intern (lexicon, word));
        return;
    }
}

#define FUZZY_LEAST                                                                                \
    6 /* shorter words have real neighbours: notice is the shortest worth the risk */

static void
add_fuzzy (EvxLexicon *lexicon, const char *pattern)
{
    static const char *const endings[] = { "",    "s",    "d",    "ed", "red",
                                           "ing", "ring", "ment", "os", "as" };
    g_autofree char *word = g_strdup (pattern);
    gsize length = strcspn (word, "*^");
    gboolean prefix = word[length] == '*';
    word[length] = '\0';
    for (guint i = 0; i < (prefix ? G_N_ELEMENTS (endings) : 1); i++) {
        g_autofree char *form = g_strconcat (word, endings[i], NULL);
        if (strlen (form) < FUZZY_LEAST)
            continue;
        add_skeleton (lexicon, form);
        add_without_ligatures (lexicon, form);
    }
}

/* A misread form is recognised by its own spelling. */
static void
pass_flags_to_forms (EvxLexicon *lexicon)
{
    for (guint32 symbol = 0; symbol < lexicon->verb_of->len; symbol++) {
        guint32 l = g_array_index (lexicon->verb_of, guint32, symbol);
        for (; l != 0; l = g_array_index (lexicon->verbs, EvxVerbLink, l - 1).next) {
            guint32 verb = g_array_index (lexicon->verbs, EvxVerbLink, l - 1).symbol;
            g_array_index (lexicon->symbol_flags, guint8, symbol) |=
                g_array_index (lexicon->symbol_flags, guint8, verb) & EVX_SYMBOL_FUZZY;
        }
    }
}

void
evx_lexicon_finish (EvxLexicon *lexicon)
{
    for (guint32 t = 0; t < lexicon->terms->len; t++) {
        const EvxTerm *term = &g_array_index (lexicon->terms, EvxTerm, t);
        if (term->role == EVX_TERM_SET && term->owner == lexicon->known[EVX_SET_COMMON])
            mark_words (lexicon, term, EVX_SYMBOL_COMMON, 0);
    }
    for (guint32 t = 0; t < lexicon->terms->len; t++) {
        const EvxTerm *term = &g_array_index (lexicon->terms, EvxTerm, t);
        if (term->role != EVX_TERM_CUE)
            continue;
        mark_trigger (lexicon, term);
        mark_words (lexicon, term, EVX_SYMBOL_FUZZY, 0);
    }
    pass_flags_to_forms (lexicon);
    g_autoptr (GList) keys =
        g_list_sort (g_hash_table_get_keys (lexicon->symbols), (GCompareFunc)strcmp);
    for (GList *l = keys; l != NULL; l = l->next) {
        guint32 symbol = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->symbols, l->data)) - 1;
        if (g_array_index (lexicon->symbol_flags, guint8, symbol) & EVX_SYMBOL_FUZZY)
            add_fuzzy (lexicon, l->data);
    }
}

/* ---- files
 * ---------------------------------------------------------------------------------------------- */

static const char *const set_names[EVX_N_SETS] = {
    "common",
    "leads_in",
    "money",
    "at_time",
    "times",
    "single",
    "events",
    "abbreviation",
    "abbreviation_number",
    "answer",
    "spanish",
    "english",
    "number_joint",
    "zero",
    "nil",
    "detainee_word",
    "person",
    "number",
    "not_counted_after",
    "not_counted_before",
    "determiner",
    "of",
    "noun_break",
    "count_link",
    "approx",
    "case",
    "object_break",
    "transfer_break",
    "be",
    "subject_break",
    "aside",
    "of_whom",
    "in",
    "led_to",
    "without",
    "one_person",
    "verb_form",
    "noun_or_verb",
    "before_noun",
    "noun_form",
    "share_link",
    "their",
    "before_year",
    "out_of",
    "last_year",
    "this_year",
    "not_a_name",
    "agency_of",
    "agency",
    "article",
    "according_to",
    "say",
    "past",
    "glossary",
    "column_word",
    "street_word",
    "law_name",
    "month",
    "month_1",
    "month_2",
    "month_3",
    "month_4",
    "month_5",
    "month_6",
    "month_7",
    "month_8",
    "month_9",
    "month_10",
    "month_11",
    "month_12",
};

static EvxLexicon *
lexicon_new (void)
{
    EvxLexicon *lexicon = g_new0 (EvxLexicon, 1);
    EvxTrieNode root = { 0 };
    lexicon->strings = g_string_chunk_new (4096);
    lexicon->nodes = g_array_new (FALSE, FALSE, sizeof (EvxTrieNode));
    g_array_append_val (lexicon->nodes, root);
    lexicon->symbol_flags = g_array_new (FALSE, FALSE, sizeof (guint8));
    lexicon->verbs = g_array_new (FALSE, FALSE, sizeof (EvxVerbLink));
    lexicon->verb_of = g_array_new (FALSE, TRUE, sizeof (guint32));
    lexicon->symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    lexicon->skeletons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    lexicon->sets = g_hash_table_new (g_str_hash, g_str_equal);
    lexicon->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    lexicon->set_names = g_ptr_array_new ();
    for (guint p = 0; p < EVX_N_PASSES; p++) {
        EvxHeads *heads = &lexicon->heads[p];
        heads->by_symbol = g_ptr_array_new ();
        heads->by_set = g_ptr_array_new ();
        heads->by_number = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
    GArray **const arrays[] = { &lexicon->elements, &lexicon->alternatives, &lexicon->terms,
                                &lexicon->tests,    &lexicon->test_sets,    &lexicon->senses,
                                &lexicon->groups,   &lexicon->contexts,     &lexicon->places,
                                &lexicon->examples, &lexicon->suffixes,     &lexicon->defaults };
    const guint sizes[] = { sizeof (EvxElement), sizeof (guint32),    sizeof (EvxTerm),
                            sizeof (EvxTest),    sizeof (guint32),    sizeof (EvxSense),
                            sizeof (EvxGroup),   sizeof (EvxContext), sizeof (EvxPlace),
                            sizeof (EvxExample), sizeof (EvxSuffix),  sizeof (EvxContext) };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        *arrays[i] = g_array_new (FALSE, FALSE, sizes[i]);
    lexicon->hash = g_checksum_new (G_CHECKSUM_SHA256);
    for (guint i = 0; i < EVX_N_SETS; i++)
        lexicon->known[i] = evx_lexicon_set (lexicon, set_names[i]);
    static const EvxSetName of_numbers[] = { EVX_SET_ZERO, EVX_SET_NIL, EVX_SET_NUMBER };
    for (guint i = 0; i < G_N_ELEMENTS (of_numbers); i++)
        lexicon->number_mask |= evx_mask_of (lexicon->known[of_numbers[i]] | EVX_ALT_SET);
    return lexicon;
}

static void
free_lists (GPtrArray *lists)
{
    for (guint i = 0; i < lists->len; i++)
        if (lists->pdata[i] != NULL)
            g_array_unref (lists->pdata[i]);
    g_ptr_array_unref (lists);
}

void
evx_lexicon_free (EvxLexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    GArray *const arrays[] = { lexicon->nodes,        lexicon->symbol_flags, lexicon->elements,
                               lexicon->alternatives, lexicon->terms,        lexicon->tests,
                               lexicon->test_sets,    lexicon->senses,       lexicon->groups,
                               lexicon->contexts,     lexicon->places,       lexicon->examples,
                               lexicon->suffixes,     lexicon->defaults,     lexicon->verbs,
                               lexicon->verb_of };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_unref (arrays[i]);
    for (guint p = 0; p < EVX_N_PASSES; p++) {
        free_lists (lexicon->heads[p].by_symbol);
        free_lists (lexicon->heads[p].by_set);
        g_array_unref (lexicon->heads[p].by_number);
    }
    g_hash_table_unref (lexicon->symbols);
    g_hash_table_unref (lexicon->skeletons);
    g_hash_table_unref (lexicon->sets);
    g_hash_table_unref (lexicon->numbers);
    g_ptr_array_unref (lexicon->set_names);
    g_checksum_free (lexicon->hash);
    g_string_chunk_free (lexicon->strings);
    g_free (lexicon);
}

const EvxPlace *
evx_lexicon_place (const EvxLexicon *lexicon, guint32 place)
{
    return &g_array_index (lexicon->places, EvxPlace, place);
}

static gint
by_name (gconstpointer a, gconstpointer b)
{
    return strcmp (*(char *const *)a, *(char *const *)b);
}

/* The embedded files, as "en/transfer.lex". */
static GPtrArray *
embedded_files (void)
{
    GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
    g_auto (GStrv) languages =
        g_resource_enumerate_children (evx_get_resource (), RESOURCE_ROOT, 0, NULL);
    for (guint l = 0; languages != NULL && languages[l] != NULL; l++) {
        g_autofree char *folder = g_build_path ("/", RESOURCE_ROOT, languages[l], NULL);
        g_auto (GStrv) names = g_resource_enumerate_children (evx_get_resource (), folder, 0, NULL);
        for (guint i = 0; names != NULL && names[i] != NULL; i++)
            g_ptr_array_add (files, g_build_path ("/", languages[l], names[i], NULL));
    }
    g_ptr_array_sort (files, by_name);
    return files;
}

/* The .lex files under @dir, at most one folder deep, by name. */
static GPtrArray *
user_files (const char *dir, const char *below, GError **error)
{
    g_autofree char *path = g_build_filename (dir, below, NULL);
    g_autoptr (GDir) open = g_dir_open (path, 0, error);
    if (open == NULL)
        return NULL;
    GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
    for (const char *name; (name = g_dir_read_name (open)) != NULL;) {
        g_autofree char *relative = *below ? g_build_filename (below, name, NULL) : g_strdup (name);
        g_autofree char *whole = g_build_filename (dir, relative, NULL);
        if (g_str_has_suffix (name, ".lex"))
            g_ptr_array_add (files, g_steal_pointer (&relative));
        else if (*below == '\0' && g_file_test (whole, G_FILE_TEST_IS_DIR)) {
            g_autoptr (GPtrArray) deeper = user_files (dir, name, NULL);
            if (deeper != NULL)
                g_ptr_array_extend_and_steal (files, g_steal_pointer (&deeper));
        }
    }
    g_ptr_array_sort (files, by_name);
    return files;
}

static gboolean
has_file (GPtrArray *files, const char *name)
{
    for (guint i = 0; files != NULL && i < files->len; i++)
        if (strcmp (files->pdata[i], name) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
add_embedded (EvxLexicon *lexicon, const char *name, GError **error)
{
    g_autofree char *path = g_build_path ("/", RESOURCE_ROOT, name, NULL);
    g_autoptr (GBytes) bytes = g_resource_lookup_data (evx_get_resource (), path, 0, error);
    if (bytes == NULL)
        return FALSE;
    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    return evx_lexicon_add (lexicon, name, text, length, error);
}

static gboolean
add_users (EvxLexicon *lexicon, const char *dir, GPtrArray *files, GError **error)
{
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *path = g_build_filename (dir, files->pdata[i], NULL);
        g_autofree char *text = NULL;
        g_autoptr (GError) local = NULL;
        gsize length;
        if (!g_file_get_contents (path, &text, &length, &local)) {
            g_set_error (error, EVX_ERROR, EVX_ERROR_LEXICON, "%s: %s", path, local->message);
            return FALSE;
        }
        if (!evx_lexicon_add (lexicon, path, text, length, error))
            return FALSE;
    }
    return TRUE;
}

EvxLexicon *
evx_lexicon_load (const char *dir, GError **error)
{
    g_autoptr (EvxLexicon) lexicon = lexicon_new ();
    g_autoptr (GPtrArray) embedded = embedded_files ();
    g_autoptr (GPtrArray) users = NULL;
    if (dir != NULL && *dir != '\0') {
        g_autoptr (GError) local = NULL;
        users = user_files (dir, "", &local);
        if (users == NULL) {
            g_set_error (error, EVX_ERROR, EVX_ERROR_LEXICON, "%s", local->message);
            return NULL;
        }
    }
    lexicon->symbol_colon = symbol_of (lexicon, ":", FALSE, FALSE);
    lexicon->symbol_comma = symbol_of (lexicon, ",", FALSE, FALSE);
    lexicon->symbol_ticked = symbol_of (lexicon, "☒", FALSE, FALSE);
    for (guint i = 0; i < embedded->len; i++)
        if (!has_file (users, embedded->pdata[i]) &&
            !add_embedded (lexicon, embedded->pdata[i], error))
            return NULL;
    if (users != NULL && !add_users (lexicon, dir, users, error))
        return NULL;
    evx_lexicon_finish (lexicon);
    return g_steal_pointer (&lexicon);
}
