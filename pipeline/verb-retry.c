/* evidex retry: reads again only what failed. */
#include "open.h"
#include "run.h"

#include <string.h>

static const char about[] =
    "Reads again the inputs and pages that failed, with the settings of the run before unless they are\n"
    "given anew. Pages that were read stay as they are.\n\n"
    "  evidex retry case\n"
    "  evidex retry case --ocr-timeout 300 --password-file passwords.txt";

/* The settings of the run before, under those of this command line. */
static EvxOptions *
settings_of (EvxIndex *index, const EvxOptions *typed, GError **error)
{
    g_autoptr (EvxOptions) options = evx_options_new ();
    g_autofree char *stored = evx_index_meta (index, "settings");
    g_auto (GStrv) lines = g_strsplit (stored != NULL ? stored : "", "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        char *value = strchr (lines[i], '=');
        if (value == NULL)
            continue;
        *value++ = '\0';
        if (!evx_options_set (options, lines[i], value, "settings of the run before", error))
            return NULL;
    }
    for (const EvxOptionSpec *spec = evx_option_specs; spec->name != NULL; spec++) {
        const char *source = evx_options_source (typed, spec->name);
        if (g_strcmp0 (source, "default") != 0 &&
            !evx_options_set (options, spec->name, evx_options_text (typed, spec->name), source, error))
            return NULL;
    }
    return g_steal_pointer (&options);
}

int
evx_verb_retry (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    gboolean quiet = FALSE, json = FALSE;
    const GOptionEntry entries[] = {
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "no progress, no notes, no ledger", NULL },
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "print the ledger as JSON lines", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (EvxOptions) typed =
        evx_verb_parse_settings (&argc, &argv, "OUT", about, entries, NULL, &error);
    if (typed != NULL && argc != 2)
        g_set_error_literal (&error, EVX_ERROR, EVX_ERROR_USAGE, "name the folder of one index");
    if (error != NULL)
        return evx_verb_fail ("retry", error);
    int status;
    g_autoptr (EvxIndex) index = evx_open_index ("retry", argv[1], &status);
    if (index == NULL)
        return status;
    g_autoptr (EvxOptions) options = settings_of (index, typed, &error);
    g_clear_pointer (&index, evx_index_close);
    if (options == NULL)
        return evx_verb_fail ("retry", error);
    EvxRunRequest request = { "retry", NULL, argv[1], options, TRUE, quiet, json };
    status = evx_run (&request, evx_stages, &error);
    return status >= 0 ? status : evx_verb_fail ("retry", error);
}
