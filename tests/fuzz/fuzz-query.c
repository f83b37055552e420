/* What people type into the search: an expression for the index, or a message. */
#include "deliver/deliver-internal.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    g_autofree char *typed = g_utf8_make_valid ((const char *) data, (gssize) size);
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxQuery) query = evx_query_new (typed, &error);
    g_assert_true ((query == NULL) == (error != NULL));
    if (query != NULL) {
        g_autofree char *match = evx_query_match (query);
        g_autoptr (GArray) tokens = evx_tokens_new (typed);
        g_autoptr (GArray) marks = evx_query_marks (query, tokens);
        g_assert_nonnull (match);
    }
    return 0;
}
