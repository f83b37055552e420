/* evidex run: reads inputs into an index. */
#include "inputs.h"
#include "run.h"
#include "verb.h"
#include "watch.h"

#include <stdlib.h>

static const char about[] =
    "Reads PDFs, images (TIFF, PNG, JPEG, GIF, BMP), text, HTML, CSV and e-mail, and folders, archives and\n"
    "mailboxes of them, into the index in the folder OUT, judged by content, not by name; Office files\n"
    "where LibreOffice is installed. The same command again reads only what is new or changed, and goes on\n"
    "where an interrupted run stopped. What was read from a file that is no longer there is kept, and the\n"
    "ledger says that it is gone.\n\n"
    "  evidex run dump/ -o case\n"
    "  evidex run more.pdf -o case      adds to it\n"
    "  evidex run --watch dump/ -o case reads what comes, until Ctrl-C\n"
    "  evidex status case               says what was read, and what was not";

/* Another program may hold the index for a moment, to log what it exported: then once more, soon. */
static gboolean
run_round (const EvxRunRequest *request, EvxWatch *watch, gboolean first, GError **error)
{
    g_autoptr (GError) local = NULL;
    evx_watch_mark (watch);
    if (evx_run (request, evx_stages, &local) >= 0)
        return TRUE;
    if (!first && g_error_matches (local, EVX_ERROR, EVX_ERROR_OUTPUT_BUSY)) {
        evx_watch_unmark (watch);
        return TRUE;
    }
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
}

/* Round after round; between them nobody holds the index. Returns only with an error: mostly, interrupted. */
static void
watch_inputs (const EvxRunRequest *request, GError **error)
{
    for (guint i = 0; request->roots[i] != NULL; i++)
        if (!g_file_test (request->roots[i], G_FILE_TEST_EXISTS)) {
            g_set_error (error, EVX_ERROR, EVX_ERROR_UNREADABLE, "%s is not there", request->roots[i]);
            return;
        }
    g_autoptr (EvxWatch) watch = evx_watch_new (request->roots, request->out, request->options, error);
    if (watch == NULL || !run_round (request, watch, TRUE, error))
        return;
    if (!request->quiet)
        g_printerr ("Waiting for more; Ctrl-C ends it.\n");
    while (evx_watch_wait (watch, error) && run_round (request, watch, FALSE, error))
        continue;
}

/* What lies in the folder of the index is the index's own, and is never read. */
static gboolean
lies_in (const char *input, const char *out)
{
    char *path = realpath (input, NULL);
    gboolean inside = path != NULL && evx_inputs_below (path, out);
    free (path);
    return inside;
}

/* Returns: (transfer full): what is wrong with the arguments; NULL if nothing. */
static char *
refuse (char **inputs, const char *out, gboolean watch, const EvxOptions *options)
{
    if (*inputs == NULL)
        return g_strdup ("name the files or folders to read");
    if (out == NULL)
        return g_strdup ("name the folder of the index: -o OUT");
    if (watch && *evx_options_text (options, "shard") != '\0')
        return g_strdup ("--watch reads everything itself: it does not go with --shard");
    if (g_file_test (out, G_FILE_TEST_IS_REGULAR))
        return g_strdup_printf ("%s is a file; -o names the folder of the index", out);
    for (char **input = inputs; *input != NULL; input++)
        if (lies_in (*input, out))
            return g_strdup_printf ("%s lies in the folder of the index, of which nothing is read; choose another "
                                    "folder with -o",
                                    *input);
    return NULL;
}

int
evx_verb_run (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *out = NULL;
    gboolean quiet = FALSE, json = FALSE, watch = FALSE;
    const GOptionEntry entries[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, "folder of the index; made if need be", "OUT" },
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "no progress, no notes, no ledger", NULL },
        { "watch", 0, 0, G_OPTION_ARG_NONE, &watch, "wait for more, and read it when it is whole; Ctrl-C ends it", NULL },
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "print the ledger as JSON lines", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (EvxOptions) options =
        evx_verb_parse_settings (&argc, &argv, "INPUT... -o OUT", about, entries, NULL, &error);
    if (options == NULL)
        return evx_verb_fail ("run", error);
    g_autofree char *wrong = refuse (argv + 1, out, watch, options);
    if (wrong != NULL)
        return evx_verb_usage ("run", wrong);
    EvxRunRequest request = { "run", (const char *const *) argv + 1, out, options, FALSE, quiet, json, watch };
    int status = -1;
    if (watch)
        watch_inputs (&request, &error);
    else
        status = evx_run (&request, evx_stages, &error);
    return status >= 0 ? status : evx_verb_fail ("run", error);
}
