/* What all verbs share: options, messages, exit status. One file a verb: verb-NAME.c, each with
 * int evx_verb_NAME (int argc, char **argv), listed in main.c. Results go to stdout, all else to stderr. */
#pragma once

#include "options.h"

G_BEGIN_DECLS

typedef int (*EvxVerbFunc) (int argc, char **argv);

typedef struct {
    const char *name;    /* as typed */
    const char *summary; /* one line of `evidex --help` */
    EvxVerbFunc run;     /* argv[0] is the verb; returns the exit status (CONTRACT) */
} EvxVerb;

extern const EvxVerb evx_verbs[]; /* in main.c, ended by name == NULL */

/**
 * evx_verb_parse:
 * @usage:   what stands behind "evidex VERB" in the help, e.g. "OUT QUERY"
 * @about:   a paragraph with an example, shown below the options
 * @entries: the verb's own options
 *
 * Parses the verb's options (strict: an unknown option is an error; "--" ends options). --help prints
 * and exits 0.
 *
 * Returns: FALSE with G_OPTION_ERROR.
 */
gboolean evx_verb_parse (int *argc, char ***argv, const char *usage, const char *about,
                         const GOptionEntry *entries, GError **error);

/**
 * evx_verb_fail:
 * Prints "evidex VERB: message" (control bytes escaped) and, where the code has one, a line on what the
 * user can do.
 *
 * Returns: the exit status that belongs to @error.
 */
int evx_verb_fail (const char *verb, const GError *error);

/** TRUE if results should be coloured: stdout is a terminal, NO_COLOR unset, TERM not "dumb". */
gboolean evx_verb_colour (void);

/** Returns: (transfer full): @text with control bytes and invalid UTF-8 escaped, for a terminal. */
char *evx_verb_printable (const char *text);

G_END_DECLS
