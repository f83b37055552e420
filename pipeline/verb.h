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

/* Exit status of every command. */
enum {
    EVX_EXIT_DONE = 0,        /* done; search: found */
    EVX_EXIT_NOTHING = 1,     /* nothing found, or a check that does not hold */
    EVX_EXIT_USAGE = 2,       /* wrong usage or settings */
    EVX_EXIT_INCOMPLETE = 3,  /* finished, but some input or page could not be read */
    EVX_EXIT_CANNOT = 4,      /* cannot go on */
    EVX_EXIT_INTERRUPTED = 130
};

/**
 * evx_verb_parse:
 * @usage:   what stands behind "evidex VERB" in the help, e.g. "OUT QUERY"
 * @about:   a paragraph with an example, shown below the options
 * @entries: (nullable): the verb's own options
 *
 * Parses the verb's options (strict: an unknown option is an error; "--" ends options). What is left in
 * @argv behind argv[0] are the arguments, byte for byte as typed. --help prints and exits 0.
 *
 * Returns: FALSE with G_OPTION_ERROR.
 */
gboolean evx_verb_parse (int *argc, char ***argv, const char *usage, const char *about,
                         const GOptionEntry *entries, GError **error);

/**
 * evx_verb_parse_settings:
 * @names: (nullable): the settings of evx_option_specs that the verb takes; NULL = all
 *
 * As evx_verb_parse, and takes the named settings as options besides, and --config FILE. Settings in
 * order of growing strength: built in, $XDG_CONFIG_HOME/evidex/evidex.conf, FILE, command line.
 *
 * Returns: (transfer full): NULL with G_OPTION_ERROR or EVX_ERROR_USAGE.
 */
EvxOptions *evx_verb_parse_settings (int *argc, char ***argv, const char *usage, const char *about,
                                     const GOptionEntry *entries, const char *const *names,
                                     GError **error);

/**
 * evx_verb_check_output:
 *
 * Returns: FALSE with EVX_ERROR_DISK_FULL if anything that was printed so far did not go out: half a list must not
 * pass for the whole. main asks when the verb has ended.
 */
gboolean evx_verb_check_output (GError **error);

/**
 * evx_verb_fail:
 * Prints "evidex VERB: message" (control bytes escaped) and, where the code has one, a line on what the
 * user can do.
 *
 * Returns: the exit status that belongs to @error.
 */
int evx_verb_fail (const char *verb, const GError *error);

/** Prints what is wrong with the arguments. Returns: exit status 2. */
int evx_verb_usage (const char *verb, const char *message);

/** What the user can do about @code, one sentence; NULL if there is nothing to say. */
const char *evx_verb_advice (int code);

/** TRUE if results should be coloured: stdout is a terminal, NO_COLOR unset, TERM not "dumb". */
gboolean evx_verb_colour (void);

/** Returns: (transfer full): @text with control bytes, invalid UTF-8 and marks that turn the direction
 * of text escaped (\n, \x1b, \u202e), for a terminal. */
char *evx_verb_printable (const char *text);

/** FALSE with EVX_ERROR_USAGE if @path is there already and @force is not given. */
gboolean evx_verb_may_write (const char *path, gboolean force, GError **error);

/** Writes a file whole or not at all, and to the disk. FALSE with EVX_ERROR_USAGE if it is there already and
 * @force is not given, EVX_ERROR_DISK_FULL or _OUTPUT_READ_ONLY. */
gboolean evx_verb_write (const char *path, const char *data, gsize length, gboolean force, GError **error);

/** Returns: (transfer none) (nullable): the verb of @verbs that @typed was most likely meant to be. */
const char *evx_verb_nearest (const EvxVerb *verbs, const char *typed);

G_END_DECLS
