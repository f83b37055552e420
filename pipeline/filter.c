/* The filters of search and exhibits. A value that can match nothing is a slip of the finger, not an
 * empty result: it is refused with what there is. */
#include "filter.h"

#include <string.h>

static gboolean
check_kind (const char *kind, EvxIndex *index, GError **error)
{
    g_autoptr (EvxLedger) ledger = kind != NULL ? evx_index_ledger (index, error) : NULL;
    if (kind == NULL || ledger == NULL)
        return kind == NULL;
    g_autoptr (GString) kinds = g_string_new (NULL);
    for (guint i = 0; i < ledger->mention_kinds->len; i++) {
        const char *known = ledger->mention_kinds->pdata[i];
        if (strcmp (known, kind) == 0)
            return TRUE;
        g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", known);
    }
    static const char *const ours[] = { "transfer", "notification", "detainee", NULL };
    if (g_strv_contains (ours, kind))
        return TRUE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "there is no kind '%s' in this index; it has: %s", kind,
                 kinds->len > 0 ? kinds->str : "none");
    return FALSE;
}

static gboolean
check_assertion (const char *assertion, GError **error)
{
    static const char *const known[] = { "affirmed", "negated", "hypothetical", "policy",
                                         "alleged", "historical", "future", NULL };
    if (assertion == NULL || g_strv_contains (known, assertion))
        return TRUE;
    g_autofree char *all = g_strjoinv (", ", (char **) known);
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "there is no assertion '%s'; there are: %s", assertion,
                 all);
    return FALSE;
}

gboolean
evx_filter_of_args (const EvxFilterArgs *args, EvxIndex *index, EvxFilter *filter, GError **error)
{
    *filter = (EvxFilter){ .kind = args->kind, .sense = args->sense, .assertion = args->assertion,
                           .agency = args->agency, .type = args->type, .file = args->file,
                           .year = args->year != 0 ? args->year : EVX_NONE, .distractors = args->all };
    return check_kind (args->kind, index, error) && check_assertion (args->assertion, error);
}

void
evx_filter_args_clear (EvxFilterArgs *args)
{
    g_free (args->kind);
    g_free (args->sense);
    g_free (args->assertion);
    g_free (args->agency);
    g_free (args->type);
    g_free (args->file);
}
