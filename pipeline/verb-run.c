/* evidex run: reads inputs into an index. */
#include "run.h"
#include "verb.h"

static const char about[] =
    "Reads PDFs, images (TIFF, PNG, JPEG), text, HTML, CSV and e-mail, and folders, archives and mailboxes\n"
    "of them, into the index in the folder OUT, judged by content, not by name. The same command\n"
    "again reads only what is new or changed, and goes on where an interrupted run stopped. What was read\n"
    "from a file that is no longer there is kept, and the ledger says that it is gone.\n\n"
    "  evidex run dump/ -o case\n"
    "  evidex run more.pdf -o case      adds to it\n"
    "  evidex status case               says what was read, and what was not";

int
evx_verb_run (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *out = NULL;
    gboolean quiet = FALSE, json = FALSE;
    const GOptionEntry entries[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, "folder of the index; made if need be", "OUT" },
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "no progress, no notes, no ledger", NULL },
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "print the ledger as JSON lines", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    if (!evx_run_settle_environment (argc, argv, &error))
        return evx_verb_fail ("run", error);
    g_autoptr (EvxOptions) options =
        evx_verb_parse_settings (&argc, &argv, "INPUT... -o OUT", about, entries, NULL, &error);
    if (options == NULL)
        return evx_verb_fail ("run", error);
    if (argc < 2 || out == NULL) {
        g_set_error_literal (&error, EVX_ERROR, EVX_ERROR_USAGE,
                             argc < 2 ? "name the files or folders to read"
                                      : "name the folder of the index: -o OUT");
        return evx_verb_fail ("run", error);
    }
    EvxRunRequest request = { "run", (const char *const *) argv + 1, out, options, FALSE, quiet, json };
    int status = evx_run (&request, evx_stages, &error);
    return status >= 0 ? status : evx_verb_fail ("run", error);
}
