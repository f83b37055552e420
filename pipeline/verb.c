/* What all verbs share: parsing, messages, exit status. */
#include "verb.h"

#include "intake/intake.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- text for a terminal ---------------------------------------------------------------------- */

char *
evx_verb_printable (const char *text)
{
    return evx_intake_printable (text);
}

gboolean
evx_verb_colour (void)
{
    const char *no_color = g_getenv ("NO_COLOR");
    return isatty (STDOUT_FILENO) && (no_color == NULL || *no_color == '\0') &&
           g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/* ---- failures ------------------------------------------------------------------------------------- */

static const char *const advice[EVX_N_ERRORS] = {
    [EVX_ERROR_DAMAGED] = "Ask for the file again, or open it in a viewer and save it anew.",
    [EVX_ERROR_TRUNCATED] = "Ask for the file again: what you have is not all of it.",
    [EVX_ERROR_PASSWORD] = "Put the password on a line of a file, and add --password-file FILE.",
    [EVX_ERROR_PERMISSION] = "Change the permissions (chmod a+r), and run the same command again.",
    [EVX_ERROR_CHANGED] = "Run the same command again when nobody writes to the file.",
    [EVX_ERROR_UNREADABLE] = "Check the path and the disk, and run the same command again.",
    [EVX_ERROR_PAGE_TIMEOUT] = "Give such pages more time (--text-timeout, --render-timeout, "
                               "--ocr-timeout), and run `evidex retry OUT`.",
    [EVX_ERROR_PAGE_MEMORY] = "Give workers more memory with --worker-memory, and run `evidex retry OUT`.",
    [EVX_ERROR_GAVE_UP] = "Run `evidex retry OUT`; --document-timeout gives long documents more time.",
    [EVX_ERROR_SANDBOX_VIOLATION] = "Treat this file as hostile.",
    [EVX_ERROR_PROTOCOL] = "Treat this file as hostile.",
    [EVX_ERROR_DISK_FULL] = "What is finished is safe. Free space, and run the same command again.",
    [EVX_ERROR_OUTPUT_READ_ONLY] = "Choose another folder with -o, or change its permissions.",
    [EVX_ERROR_OUTPUT_BUSY] = "Wait until the other run ends, or choose another folder.",
    [EVX_ERROR_INDEX_VERSION] = "Use the evidex that made it, or make a new index with -o.",
    [EVX_ERROR_INDEX_DAMAGED] = "Make a new index: `evidex run INPUT -o NEW-FOLDER`.",
    [EVX_ERROR_SANDBOX_MISSING] = "Only if you trust every input: add --no-sandbox.",
    [EVX_ERROR_INTERRUPTED] = "What is finished is kept. Run the same command again to go on.",
};

const char *
evx_verb_advice (int code)
{
    return code >= 0 && code < EVX_N_ERRORS ? advice[code] : NULL;
}

int
evx_verb_fail (const char *verb, const GError *error)
{
    g_autofree char *message = evx_verb_printable (error->message);
    g_printerr ("evidex %s: %s\n", verb, message);
    gboolean ours = error->domain == EVX_ERROR;
    if (error->domain == G_OPTION_ERROR || (ours && error->code == EVX_ERROR_USAGE))
        g_printerr ("See `evidex %s --help`.\n", verb);
    else if (ours && evx_verb_advice (error->code) != NULL)
        g_printerr ("%s\n", evx_verb_advice (error->code));
    return evx_error_exit_status (error);
}

gboolean
evx_verb_check_output (GError **error)
{
    if (fflush (stdout) == 0 && !ferror (stdout))
        return TRUE;
    g_set_error_literal (error, EVX_ERROR, EVX_ERROR_DISK_FULL,
                         "standard output took only a part of it; the disk that it goes to may be full");
    return FALSE;
}

int
evx_verb_usage (const char *verb, const char *message)
{
    g_autoptr (GError) error = g_error_new_literal (EVX_ERROR, EVX_ERROR_USAGE, message);
    return evx_verb_fail (verb, error);
}

/* ---- options --------------------------------------------------------------------------------------- */

/* Puts @arguments behind argv[0]; there are never more than were typed. */
static void
put_arguments (int *argc, char **argv, char **arguments)
{
    guint n = arguments != NULL ? g_strv_length (arguments) : 0;
    for (guint i = 0; i < n; i++)
        argv[i + 1] = arguments[i];
    argv[n + 1] = NULL;
    *argc = (int) n + 1;
    g_free (arguments);
}

static gboolean
takes_value (const GOptionEntry *entries, char short_name)
{
    for (; entries != NULL && entries->long_name != NULL; entries++)
        if (entries->short_name == short_name)
            return entries->arg != G_OPTION_ARG_NONE;
    return FALSE;
}

/* GOption does not know "-j4": made "-j" "4". Returns: (element-type utf8) (transfer full): NULL-terminated. */
static GPtrArray *
part_short_options (char *const *argv, const GOptionEntry *entries)
{
    GPtrArray *parted = g_ptr_array_new_with_free_func (g_free);
    gboolean over = FALSE;
    for (; *argv != NULL; argv++) {
        const char *typed = *argv;
        over |= strcmp (typed, "--") == 0;
        gboolean joined = !over && typed[0] == '-' && typed[1] != '-' && typed[1] != '\0' && typed[2] != '\0' &&
                          takes_value (entries, typed[1]);
        g_ptr_array_add (parted, joined ? g_strndup (typed, 2) : g_strdup (typed));
        if (joined)
            g_ptr_array_add (parted, g_strdup (typed + 2));
    }
    g_ptr_array_add (parted, NULL);
    return parted;
}

gboolean
evx_verb_parse (int *argc, char ***argv, const char *usage, const char *about,
                const GOptionEntry *entries, GError **error)
{
    char **arguments = NULL;
    const GOptionEntry rest[] = {
        { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GOptionContext) context = g_option_context_new (usage);
    g_option_context_set_description (context, about);
    if (entries != NULL)
        g_option_context_add_main_entries (context, entries, NULL);
    g_option_context_add_main_entries (context, rest, NULL);
    g_autoptr (GPtrArray) parted = part_short_options (*argv, entries);
    g_autofree char **left = g_memdup2 (parted->pdata, parted->len * sizeof (char *)); /* GOption moves them about */
    int n_left = (int) parted->len - 1;
    if (!g_option_context_parse (context, &n_left, &left, error))
        return FALSE;
    put_arguments (argc, *argv, arguments);
    return TRUE;
}

/* Where the values of settings land while GOption parses: parallel to evx_option_specs. */
typedef struct {
    guint n;
    char **texts;
    gboolean *flags;
    char *config;
    GArray *entries; /* GOptionEntry */
    GPtrArray *helps;
} Settings;

static void
settings_clear (Settings *settings)
{
    for (guint i = 0; i < settings->n; i++)
        g_free (settings->texts[i]);
    g_free (settings->texts);
    g_free (settings->flags);
    g_free (settings->config);
    g_array_unref (settings->entries);
    g_ptr_array_unref (settings->helps);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settings, settings_clear)

/* With the value that holds where none is given; kept in @helps. */
static const char *
help_of (const EvxOptionSpec *spec, GPtrArray *helps)
{
    if (spec->type == EVX_OPTION_FLAG || *spec->initial == '\0')
        return spec->help;
    char *help = g_strdup_printf ("%s (%s)", spec->help, spec->initial);
    g_ptr_array_add (helps, help);
    return help;
}

static void
settings_init (Settings *settings, const GOptionEntry *entries, const char *const *names)
{
    static const GOptionEntry end = { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL };
    for (settings->n = 0; evx_option_specs[settings->n].name != NULL;)
        settings->n++;
    settings->texts = g_new0 (char *, settings->n);
    settings->flags = g_new0 (gboolean, settings->n);
    settings->entries = g_array_new (FALSE, TRUE, sizeof (GOptionEntry));
    settings->helps = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
        g_array_append_val (settings->entries, entries[i]);
    for (guint i = 0; i < settings->n; i++) {
        const EvxOptionSpec *spec = &evx_option_specs[i];
        if (names != NULL && !g_strv_contains (names, spec->name))
            continue;
        gboolean flag = spec->type == EVX_OPTION_FLAG;
        GOptionEntry entry = {
            .long_name = spec->name,
            .short_name = strcmp (spec->name, "jobs") == 0 ? 'j' : 0,
            .arg = flag ? G_OPTION_ARG_NONE : G_OPTION_ARG_FILENAME,
            .arg_data = flag ? (gpointer) &settings->flags[i] : (gpointer) &settings->texts[i],
            .description = help_of (spec, settings->helps),
            .arg_description = spec->placeholder,
        };
        g_array_append_val (settings->entries, entry);
    }
    GOptionEntry config = { "config", 0, 0, G_OPTION_ARG_FILENAME, &settings->config,
                            "read settings from FILE", "FILE" };
    g_array_append_val (settings->entries, config);
    g_array_append_val (settings->entries, end);
}

static gboolean
settings_apply (const Settings *settings, EvxOptions *options, GError **error)
{
    g_autofree char *own = g_build_filename (g_get_user_config_dir (), "evidex", "evidex.conf", NULL);
    if (g_file_test (own, G_FILE_TEST_EXISTS) && !evx_options_load (options, own, error))
        return FALSE;
    if (settings->config != NULL && !evx_options_load (options, settings->config, error))
        return FALSE;
    for (guint i = 0; i < settings->n; i++) {
        const char *name = evx_option_specs[i].name;
        const char *value = settings->flags[i] ? "true" : settings->texts[i];
        g_autofree char *source = g_strdup_printf ("--%s", name);
        if (value != NULL && !evx_options_set (options, name, value, source, error))
            return FALSE;
    }
    return TRUE;
}

EvxOptions *
evx_verb_parse_settings (int *argc, char ***argv, const char *usage, const char *about,
                         const GOptionEntry *entries, const char *const *names, GError **error)
{
    g_auto (Settings) settings = { 0 };
    settings_init (&settings, entries, names);
    const GOptionEntry *all = (const GOptionEntry *) (gpointer) settings.entries->data;
    if (!evx_verb_parse (argc, argv, usage, about, all, error))
        return NULL;
    g_autoptr (EvxOptions) options = evx_options_new ();
    if (!settings_apply (&settings, options, error))
        return NULL;
    return g_steal_pointer (&options);
}

/* ---- the nearest verb -------------------------------------------------------------------------------- */

#define LONGEST_VERB 32

/* Optimal string alignment distance: insert, delete, replace, swap of neighbours cost 1. */
static guint
distance (const char *a, const char *b)
{
    guint d[LONGEST_VERB + 1][LONGEST_VERB + 1];
    gsize n = strlen (a), m = strlen (b);
    if (n > LONGEST_VERB || m > LONGEST_VERB)
        return G_MAXUINT;
    for (gsize i = 0; i <= n; i++)
        d[i][0] = (guint) i;
    for (gsize j = 0; j <= m; j++)
        d[0][j] = (guint) j;
    for (gsize i = 1; i <= n; i++)
        for (gsize j = 1; j <= m; j++) {
            d[i][j] = MIN (MIN (d[i - 1][j], d[i][j - 1]) + 1,
                           d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[n][m];
}

const char *
evx_verb_nearest (const EvxVerb *verbs, const char *typed)
{
    const char *nearest = NULL;
    guint best = 3; /* more than two slips are another word */
    for (const EvxVerb *verb = verbs; verb->name != NULL; verb++) {
        guint away = distance (typed, verb->name);
        if (strlen (typed) >= 3 && g_str_has_prefix (verb->name, typed))
            away = 1;
        if (away < best && away < strlen (verb->name)) {
            best = away;
            nearest = verb->name;
        }
    }
    return nearest;
}

gboolean
evx_verb_may_write (const char *path, gboolean force, GError **error)
{
    if (force || !g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return TRUE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s is there already; add --force to replace it", path);
    return FALSE;
}

gboolean
evx_verb_write (const char *path, const char *data, gsize length, gboolean force, GError **error)
{
    g_autoptr (GError) local = NULL;
    if (!evx_verb_may_write (path, force, error))
        return FALSE;
    if (g_file_set_contents_full (path, data, (gssize) length,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &local))
        return TRUE;
    gboolean full = g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
    g_set_error (error, EVX_ERROR, full ? EVX_ERROR_DISK_FULL : EVX_ERROR_OUTPUT_READ_ONLY,
                 "Cannot write %s: %s", path, local->message);
    return FALSE;
}
