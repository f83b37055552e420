/* The table of verbs and the exit status. Each verb stands in a file of its own. */
#include "memory.h"
#include "verb.h"

#include <locale.h>
#include <string.h>

/* To add a verb: verb-NAME.c with evx_verb_NAME, one line here and one in the table. */

int evx_verb_config (int argc, char **argv);
int evx_verb_run (int argc, char **argv);
int evx_verb_retry (int argc, char **argv);
int evx_verb_status (int argc, char **argv);
int evx_verb_why (int argc, char **argv);
int evx_verb_text (int argc, char **argv);
int evx_verb_tag (int argc, char **argv);
int evx_verb_search (int argc, char **argv);
int evx_verb_show (int argc, char **argv);
int evx_verb_tables (int argc, char **argv);
int evx_verb_reconcile (int argc, char **argv);
int evx_verb_export (int argc, char **argv);
int evx_verb_exhibits (int argc, char **argv);
int evx_verb_serve (int argc, char **argv);
int evx_verb_verify (int argc, char **argv);
int evx_verb_merge (int argc, char **argv);
int evx_verb_publish (int argc, char **argv);

const EvxVerb evx_verbs[] = {
    { "run", "read files into an index; again: only what is new", evx_verb_run },
    { "retry", "read again only what failed", evx_verb_retry },
    { "status", "what was read, and what was not", evx_verb_status },
    { "why", "how a page was read, and why so", evx_verb_why },
    { "text", "the text of one file, no index needed", evx_verb_text },
    { "tag", "tag plain passages, one a line", evx_verb_tag },
    { "search", "find words and mentions, with citations", evx_verb_search },
    { "show", "one mention whole, and its place on the page", evx_verb_show },
    { "tables", "the tables that were recovered", evx_verb_tables },
    { "reconcile", "claims beside claims and beside the records", evx_verb_reconcile },
    { "export", "the records in other programs' formats", evx_verb_export },
    { "exhibits", "bind the pages that bear the evidence", evx_verb_exhibits },
    { "serve", "read and search in a browser", evx_verb_serve },
    { "verify", "check that the index holds what it promises", evx_verb_verify },
    { "merge", "join the parts of a run on several machines", evx_verb_merge },
    { "publish", "put an index into PostgreSQL, for several to share", evx_verb_publish },
    { "config", "the settings in force, and their sources", evx_verb_config },
    { NULL, NULL, NULL },
};

static void
print_help (void)
{
    g_print ("Usage: evidex COMMAND [ARGUMENT...]\n\n"
             "Reads a dump of PDFs into an index in which every mention of a transfer, a notification or\n"
             "a detainee can be cited, and every claimed count stands beside what the records count.\n\n"
             "Commands:\n");
    for (const EvxVerb *verb = evx_verbs; verb->name != NULL; verb++)
        g_print ("  %-10s %s\n", verb->name, verb->summary);
    g_print ("\n`evidex COMMAND --help` says more about each; `man evidex` has it all.\n\n"
             "Exit status: 0 done, 1 nothing found, 2 wrong usage, 3 done but something could not be\n"
             "read, 4 cannot go on, 130 interrupted (run the same command again to go on).\n");
}

static const EvxVerb *
find_verb (const char *name)
{
    for (const EvxVerb *verb = evx_verbs; verb->name != NULL; verb++)
        if (strcmp (verb->name, name) == 0)
            return verb;
    return NULL;
}

static int
unknown_verb (const char *name)
{
    g_autofree char *shown = evx_verb_printable (name);
    const char *nearest = evx_verb_nearest (evx_verbs, name);
    g_printerr ("evidex: there is no %s '%s'\n", *name == '-' ? "option" : "command", shown);
    if (nearest != NULL)
        g_printerr ("Did you mean `evidex %s`?\n", nearest);
    else
        g_printerr ("See `evidex --help`.\n");
    return EVX_EXIT_USAGE;
}

static int
run_verb (const EvxVerb *verb, int argc, char **argv)
{
    g_autofree char *title = g_strdup_printf ("evidex %s", verb->name);
    g_set_prgname (title);
    int status = verb->run (argc, argv);
    g_autoptr (GError) error = NULL;
    return status >= EVX_EXIT_CANNOT || evx_verb_check_output (&error) ? status : evx_verb_fail (verb->name, error);
}

/* `evidex help VERB` is `evidex VERB --help`. */
static int
help_verb (const char *name)
{
    const EvxVerb *verb = name != NULL ? find_verb (name) : NULL;
    if (name != NULL && verb == NULL)
        return unknown_verb (name);
    if (verb == NULL) {
        print_help ();
        return EVX_EXIT_DONE;
    }
    char *arguments[] = { (char *) verb->name, (char *) "--help", NULL };
    return run_verb (verb, 2, arguments);
}

int
main (int argc, char **argv)
{
    /* Text is UTF-8 and numbers have a point, whatever the user's locale: results must not depend on it. */
    setlocale (LC_CTYPE, "C.UTF-8");
    g_set_prgname ("evidex");
    evx_memory_watch ();
    if (argc < 2) {
        g_printerr ("evidex: which command? See `evidex --help`.\n");
        return EVX_EXIT_USAGE;
    }
    if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
        return help_verb (NULL);
    if (strcmp (argv[1], "help") == 0)
        return help_verb (argv[2]);
    if (strcmp (argv[1], "--version") == 0) {
        g_print ("evidex %s\n", EVX_VERSION);
        return EVX_EXIT_DONE;
    }
    const EvxVerb *verb = find_verb (argv[1]);
    return verb != NULL ? run_verb (verb, argc - 1, argv + 1) : unknown_verb (argv[1]);
}
