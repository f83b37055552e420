/* Holds the lexicon and loads its files. Order: the embedded files by name, a file of the
 * same name in the user's folder in its place, then the other files of that folder. */
#include "lexicon-internal.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_ROOT "/evidex/tag/lexicon"
#define USUAL_NODES (1 << 16) /* room for twice the 28,833 of what is carried inside: the trie need not move as it grows */

/* Made by glib-compile-resources; asked for by name, or the linker would leave it in the archive.
 */
GResource *evx_get_resource (void);

static const char *const set_names[EVX_N_SETS] = {
    "common",
    "leads_in",
    "adjunct",
    "money",
    "at_time",
    "times",
    "single",
    "twice",
    "series_joint",
    "respectively",
    "share_of",
    "or_so",
    "relative",
    "rate",
    "held_on",
    "so",
    "alone",
    "other",
    "more",
    "every",
    "they",
    "all_of_them",
    "unfulfilled",
    "no_subject",
    "object",
    "no_event",
    "condition",
    "no_noun",
    "relative_subject",
    "auxiliary",
    "agent_word",
    "yes",
    "nay",
    "modal_question",
    "on_a",
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
    "half_dozen",
    "of_year",
    "case",
    "in_which",
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
    "one_release",
    "told_verb",
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
    "official_says",
    "although",
    "preposition",
    "past_form",
    "adverb",
    "who_were",
    "says",
    "says_that",
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

#define N_TABLES (EVX_N_PASSES * 3 + 2)

static void
head_tables (EvxLexicon *lexicon, EvxHeadTable *tables[N_TABLES])
{
    for (guint p = 0; p < EVX_N_PASSES; p++) {
        *tables++ = &lexicon->heads[p].by_symbol;
        *tables++ = &lexicon->heads[p].by_set;
        *tables++ = &lexicon->heads[p].by_number;
    }
    *tables++ = &lexicon->alone;
    *tables = &lexicon->alone_sets;
}

static EvxLexicon *
lexicon_new (void)
{
    EvxLexicon *lexicon = g_new0 (EvxLexicon, 1);
    EvxTrieNode root = { 0 };
    lexicon->strings = g_string_chunk_new (4096);
    lexicon->nodes = g_array_sized_new (FALSE, FALSE, sizeof (EvxTrieNode), USUAL_NODES);
    g_array_append_val (lexicon->nodes, root);
    lexicon->symbol_flags = g_array_new (FALSE, FALSE, sizeof (guint8));
    lexicon->verbs = g_array_new (FALSE, FALSE, sizeof (EvxVerbLink));
    lexicon->verb_of = g_array_new (FALSE, TRUE, sizeof (guint32));
    lexicon->symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    lexicon->key = g_string_new (NULL);
    lexicon->conjugated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    lexicon->skeletons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    lexicon->sets = g_hash_table_new (g_str_hash, g_str_equal);
    lexicon->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    lexicon->set_names = g_ptr_array_new ();
    EvxHeadTable *tables[N_TABLES];
    head_tables (lexicon, tables);
    for (guint i = 0; i < N_TABLES; i++) {
        tables[i]->row_of = g_array_new (FALSE, TRUE, sizeof (guint32));
        tables[i]->rows = g_array_new (FALSE, FALSE, sizeof (EvxHeadRow));
        tables[i]->heads = g_array_new (FALSE, FALSE, sizeof (EvxHead));
    }
    lexicon->symbol_masks = g_array_new (FALSE, TRUE, sizeof (EvxMask));
    lexicon->set_masks = g_array_new (FALSE, TRUE, sizeof (EvxMask));
    lexicon->symbol_begins = g_array_new (FALSE, TRUE, sizeof (guint8));
    lexicon->set_begins = g_array_new (FALSE, TRUE, sizeof (guint8));
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
    lexicon->endings = g_malloc0 (EVX_ENDINGS / 8);
    sha256_init (&lexicon->hash);
    for (guint i = 0; i < EVX_N_SETS; i++)
        evx_lexicon_set (lexicon, set_names[i]); /* the first sets: each has the number of its name */
    return lexicon;
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
                               lexicon->verb_of,      lexicon->symbol_masks, lexicon->set_masks,
                               lexicon->symbol_begins, lexicon->set_begins };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_unref (arrays[i]);
    EvxHeadTable *tables[N_TABLES];
    head_tables (lexicon, tables);
    for (guint i = 0; i < N_TABLES; i++) {
        g_array_unref (tables[i]->row_of);
        g_array_unref (tables[i]->rows);
        g_array_unref (tables[i]->heads);
    }
    g_hash_table_unref (lexicon->symbols);
    g_string_free (lexicon->key, TRUE);
    g_hash_table_unref (lexicon->conjugated);
    g_hash_table_unref (lexicon->skeletons);
    g_hash_table_unref (lexicon->sets);
    g_hash_table_unref (lexicon->numbers);
    g_ptr_array_unref (lexicon->set_names);
    g_free (lexicon->endings);
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

static GBytes *
embedded_text (const char *name, GError **error)
{
    g_autofree char *path = g_build_path ("/", RESOURCE_ROOT, name, NULL);
    return g_resource_lookup_data (evx_get_resource (), path, 0, error);
}

void
evx_lexicon_add_to_hash (struct sha256_ctx *hash, const char *file, const char *text, gsize length)
{
    sha256_update (hash, strlen (file), (const guint8 *)file);
    sha256_update (hash, length, (const guint8 *)text);
}

struct sha256_ctx
evx_lexicon_hash_own (void)
{
    g_autoptr (GPtrArray) files = embedded_files ();
    struct sha256_ctx hash;
    sha256_init (&hash);
    for (guint i = 0; i < files->len; i++) {
        g_autoptr (GBytes) bytes = embedded_text (files->pdata[i], NULL);
        gsize length = 0;
        const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : "";
        evx_lexicon_add_to_hash (&hash, files->pdata[i], text, length);
    }
    return hash;
}

static gboolean
add_embedded (EvxLexicon *lexicon, const char *name, GError **error)
{
    g_autoptr (GBytes) bytes = embedded_text (name, error);
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
    lexicon->symbol_colon = evx_lexicon_symbol (lexicon, ":", FALSE, FALSE);
    lexicon->symbol_comma = evx_lexicon_symbol (lexicon, ",", FALSE, FALSE);
    lexicon->symbol_ticked = evx_lexicon_symbol (lexicon, "☒", FALSE, FALSE);
    for (guint i = 0; i < embedded->len; i++)
        if (!has_file (users, embedded->pdata[i]) &&
            !add_embedded (lexicon, embedded->pdata[i], error))
            return NULL;
    if (users != NULL && !add_users (lexicon, dir, users, error))
        return NULL;
    evx_lexicon_finish (lexicon);
    return g_steal_pointer (&lexicon);
}
