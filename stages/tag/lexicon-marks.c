/* What follows from all files together: which words can begin a term, which are worth a look for errors of
 * recognition, and the spellings under which those are found. */
#include "lexicon-internal.h"
#include "fold.h"

#include <string.h>

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

const EvxElement *
evx_lexicon_telling (const EvxLexicon *lexicon, const EvxTerm *term)
{
    return telling_element (lexicon, term, FALSE);
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
                             (gpointer)evx_lexicon_intern (lexicon, word));
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
                                 (gpointer)evx_lexicon_intern (lexicon, word));
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

/* Notes all ends of @word, itself among them; a pattern's marks are no letters. */
static void
note_endings (gpointer word, G_GNUC_UNUSED gpointer value, gpointer data)
{
    EvxLexicon *lexicon = data;
    const char *text = word;
    guint32 hash = EVX_ENDING_HASH;
    for (gsize i = strlen (text); i-- > 0 && g_ascii_isalnum (text[i]);) {
        hash = evx_ending_hash (hash, text[i]);
        guint32 bit = evx_ending_bit (hash);
        lexicon->endings[bit / 8] |= (guint8)(1u << bit % 8);
    }
}

static gint
by_spelling (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Sorted: where two have one skeleton, the first has it. */
static GPtrArray *
fuzzy_patterns (const EvxLexicon *lexicon)
{
    GPtrArray *patterns = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer pattern, symbol;
    g_hash_table_iter_init (&iter, lexicon->symbols);
    while (g_hash_table_iter_next (&iter, &pattern, &symbol))
        if (g_array_index (lexicon->symbol_flags, guint8, GPOINTER_TO_UINT (symbol) - 1) & EVX_SYMBOL_FUZZY)
            g_ptr_array_add (patterns, pattern);
    g_ptr_array_sort (patterns, by_spelling);
    return patterns;
}

void
evx_lexicon_finish (EvxLexicon *lexicon)
{
    for (guint32 t = 0; t < lexicon->terms->len; t++) {
        const EvxTerm *term = &g_array_index (lexicon->terms, EvxTerm, t);
        if (term->role == EVX_TERM_SET && term->owner == EVX_SET_COMMON)
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
    g_autoptr (GPtrArray) fuzzy = fuzzy_patterns (lexicon);
    for (guint i = 0; i < fuzzy->len; i++)
        add_fuzzy (lexicon, fuzzy->pdata[i]);
    g_hash_table_foreach (lexicon->symbols, note_endings, lexicon);
    g_hash_table_foreach (lexicon->skeletons, note_endings, lexicon);
    evx_lexicon_fill_heads (lexicon);
}
