/* A user's lexicon file: rules, or a message with its line. */
#include "tag/tag-internal.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxLexicon) lexicon = evx_lexicon_load (NULL, NULL);
    if (evx_lexicon_add (lexicon, "fuzz.lex", (const char *) data, size, &error))
        evx_lexicon_finish (lexicon);
    else
        g_assert_nonnull (error);
    return 0;
}
