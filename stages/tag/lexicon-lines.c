/* Reads one file of the lexicon, one thing a line: terms, their senses and conditions, cues, sets, examples.
 * The format is described in lexicon/README.md. */
#include "lexicon-internal.h"
#include "conjugate.h"
#include "fold.h"

#include <string.h>

#define DEFAULT_GAP 3    /* tokens that "..." may cover */
#define DEFAULT_WITHIN 8 /* tokens that before, after, near look */

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

/* ---- terms ------------------------------------------------------------------------------------------ */

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
    guint32 symbol = evx_lexicon_symbol (lexicon, form, FALSE, FALSE);
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
    VerbForms of = { r->lexicon, evx_lexicon_symbol (r->lexicon, key, FALSE, FALSE) };
    *alternative = of.verb;
    return !g_hash_table_add (r->lexicon->conjugated, g_strdup (word)) || evx_conjugate (word, add_form, &of) ||
           fail (r, "'%s': a verb is an infinitive without accents and ~, as in entregar~", word);
}

/* @word: as written in a term. Its possessive is left out, as of the words of a page (tokens.c). */
static gboolean
add_alternative (Reader *r, char *word)
{
    EvxLexicon *lexicon = r->lexicon;
    gsize length = strlen (word) - (g_str_has_suffix (word, "'s") ? 2 : 0);
    word[length] = '\0';
    char folded[EVX_FOLD_MAX];
    guint32 alternative;
    if (word[0] == '@') {
        alternative = EVX_ALT_SET | evx_lexicon_set (lexicon, word + 1);
    } else if (strcmp (word, ":") == 0 || strcmp (word, ",") == 0 || strcmp (word, "☒") == 0) {
        alternative = evx_lexicon_symbol (lexicon, word, FALSE, FALSE);
    } else if (strchr (word, '~') != NULL) {
        if (!add_verb (r, word, &alternative))
            return FALSE;
    } else {
        gboolean prefix = length > 0 && word[length - 1] == '*', suffix = word[0] == '*';
        if (evx_fold_word (word + suffix, length - (prefix || suffix ? 1 : 0), folded) == 0 ||
            (prefix && suffix))
            return fail (r, "'%s' is not a word", word);
        alternative = suffix ? evx_lexicon_suffix (lexicon, word + 1, folded)
                             : evx_lexicon_symbol (lexicon, folded, prefix, !prefix && is_upper_word (word));
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
    for (char *at = word, *next; at != NULL; at = next) {
        next = strchr (at, '|');
        if (next != NULL)
            *next++ = '\0';
        if (!add_alternative (r, at))
            return FALSE;
    }
    element->n = r->lexicon->alternatives->len - element->first;
    return TRUE;
}

static gboolean
read_elements (Reader *r, const char *rest, EvxTerm *term)
{
    EvxLexicon *lexicon = r->lexicon;
    guint8 gap = 0;
    guint opens = 0, closes = 0;
    g_autofree char *copy = g_strdup (rest);
    char *left = NULL;
    for (char *word = strtok_r (copy, " \t", &left); word != NULL; word = strtok_r (NULL, " \t", &left)) {
        if (g_str_has_prefix (word, "...")) {
            if (!read_gap (r, word, &gap))
                return FALSE;
            term->gaps = TRUE;
            continue;
        }
        EvxElement element = { .gap = gap };
        gap = 0;
        if (!add_element (r, word, &element))
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

static void
name_place (Reader *r)
{
    g_autofree char *name = g_strdup_printf ("%s:%u", r->file, r->line);
    g_array_index (r->lexicon->places, EvxPlace, r->place).name = evx_lexicon_intern (r->lexicon, name);
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
    g_array_append_val (lexicon->terms, term);
    if (term.role == EVX_TERM_CUE)
        name_place (r);
    return TRUE;
}

/* ---- conditions ------------------------------------------------------------------------------------- */

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
    *kind = evx_lexicon_intern (r->lexicon, parts[0]);
    *sense = parts[1] != NULL ? evx_lexicon_intern (r->lexicon, parts[1]) : NULL;
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
    } ranks[] = { { "pseudo", 0 },  { "affirmed", 15 },     { "policy", 20 },  { "historical", 30 },
                  { "future", 40 }, { "hypothetical", 50 }, { "alleged", 60 }, { "negated", 70 } };
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
    context.assertion = evx_lexicon_intern (lexicon, g_ptr_array_index (words, 0));
    context.pseudo = strcmp (context.assertion, "pseudo") == 0;
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
    EvxContext context = { .assertion = evx_lexicon_intern (lexicon, words->pdata[0]),
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

/* ---- examples --------------------------------------------------------------------------------------- */

static gboolean
example_word (Reader *r, const char *word, EvxExample *example)
{
    char *end = NULL;
    gint64 count = g_ascii_strtoll (word, &end, 10);
    if (*end == '\0')
        example->count = count;
    else if (default_rank (word) > 0)
        example->assertion = evx_lexicon_intern (r->lexicon, word);
    else if (strchr (word, '/') != NULL)
        example->sense = evx_lexicon_intern (r->lexicon, strchr (word, '/') + 1);
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
    example.text = evx_lexicon_intern (lexicon, text->str);
    if (facts != NULL) {
        g_autoptr (GPtrArray) words = split_words (facts);
        for (guint i = 0; i < words->len; i++)
            if (!example_word (r, g_ptr_array_index (words, i), &example))
                return FALSE;
    }
    g_array_append_val (lexicon->examples, example);
    return TRUE;
}

/* ---- lines ------------------------------------------------------------------------------------------ */

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

/* The built-in files are named from the lexicon's folder, a user's from where the program runs. */
static gboolean
is_in_folder (const char *file, const char *folder)
{
    g_autofree char *path = g_path_get_dirname (file);
    g_autofree char *name = g_path_get_basename (path);
    return strcmp (name, folder) == 0;
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
    number->spanish = is_in_folder (r->file, "es");
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
    EvxPlace place = { r->file, r->line, NULL };
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
    Reader r = { .lexicon = lexicon, .file = evx_lexicon_intern (lexicon, file), .error = error };
    if (!g_utf8_validate (text, length, NULL)) {
        r.line = 1;
        return fail (&r, "not UTF-8 text");
    }
    evx_lexicon_add_to_hash (&lexicon->hash, file, text, length);
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
