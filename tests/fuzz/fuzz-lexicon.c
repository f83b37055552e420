/* A user's lexicon file: rules, or a message with its line. Most of what the program brings along is replaced by
 * empty files: it would take nearly all of the time. */
#include "tag/lexicon.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static const char *const emptied[] = { "context", "detainee", "notification", "number", "transfer" };
static const char *const languages[] = { "en", "es" };

static char *folder; /* of the empty files */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
forget_folder (void)
{
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++) {
        g_autofree char *below = g_build_filename (folder, languages[l], NULL);
        for (guint i = 0; i < G_N_ELEMENTS (emptied); i++) {
            g_autofree char *path = g_strdup_printf ("%s/%s.lex", below, emptied[i]);
            g_remove (path);
        }
        g_rmdir (below);
    }
    g_rmdir (folder);
    g_free (folder);
}

static void
make_folder (void)
{
    folder = g_dir_make_tmp ("evidex-fuzz-XXXXXX", NULL);
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++) {
        g_autofree char *below = g_build_filename (folder, languages[l], NULL);
        g_mkdir (below, 0700);
        for (guint i = 0; i < G_N_ELEMENTS (emptied); i++) {
            g_autofree char *path = g_strdup_printf ("%s/%s.lex", below, emptied[i]);
            g_assert_true (g_file_set_contents (path, "", 0, NULL));
        }
    }
    atexit (forget_folder);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    g_autoptr (GError) error = NULL;
    if (folder == NULL)
        make_folder ();
    g_autoptr (EvxLexicon) lexicon = evx_lexicon_load (folder, &error);
    g_assert_no_error (error);
    if (evx_lexicon_add (lexicon, "fuzz.lex", (const char *) data, size, &error))
        evx_lexicon_finish (lexicon);
    else
        g_assert_nonnull (error);
    return 0;
}
