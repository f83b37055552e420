/* Options by name: the one table of what can be set, and the values in force. */
#include "options.h"

#include <string.h>

/* Limits: RELIABILITY of the design, section 7; each limit that is hit is reported with its code. */
const EvxOptionSpec evx_option_specs[] = {
    { "lang", EVX_OPTION_TEXT, "eng+spa", 0, 0, NULL, "L+L", "languages of the OCR, tesseract names" },
    { "ocr", EVX_OPTION_TEXT, "auto", 0, 0, "auto|never|always", "WHEN", "when to recognise pages: auto, never or always" },
    { "dpi", EVX_OPTION_INT, "300", 72, 600, NULL, "N", "resolution for pages that are rendered" },
    { "lexicon", EVX_OPTION_TEXT, "", 0, 0, NULL, "DIR", "own lexicon: adds to and overrides tags" },
    { "page-pixels", EVX_OPTION_REAL, "40e6", 1e5, 1e9, NULL, "N", "largest rendering, pixels" },
    { "text-timeout", EVX_OPTION_REAL, "10", 0.1, 86400, NULL, "S", "seconds for a page's text" },
    { "render-timeout", EVX_OPTION_REAL, "15", 0.1, 86400, NULL, "S", "seconds to render a page" },
    { "ocr-timeout", EVX_OPTION_REAL, "60", 0.1, 86400, NULL, "S", "seconds to recognise a page" },
    { "worker-memory", EVX_OPTION_INT, "1024", 256, 65536, NULL, "MIB", "memory of a worker" },
    { "document-bytes", EVX_OPTION_REAL, "4294967296", 1, 1e15, NULL, "N", "largest input, bytes" },
    { "document-pages", EVX_OPTION_INT, "20000", 1, 10000000, NULL, "N", "most pages of a document" },
    { "document-timeout", EVX_OPTION_REAL, "14400", 1, 1e7, NULL, "S", "seconds for a whole document" },
    { "unpack-bytes", EVX_OPTION_REAL, "34359738368", 1, 1e15, NULL, "N", "most bytes out of one archive" },
    { "unpack-members", EVX_OPTION_INT, "200000", 1, 10000000, NULL, "N", "most files out of one archive" },
    { "unpack-depth", EVX_OPTION_INT, "8", 1, 64, NULL, "N", "archives inside archives" },
    { "follow-links", EVX_OPTION_FLAG, "false", 0, 0, NULL, NULL, "follow symbolic links" },
    { "password-file", EVX_OPTION_TEXT, "", 0, 0, NULL, "FILE", "passwords to try, one a line" },
    { "shard", EVX_OPTION_TEXT, "", 0, 0, NULL, "I/N", "read part I (from 0) of N; see `evidex merge`" },
    { "reveal-redacted", EVX_OPTION_FLAG, "false", 0, 0, NULL, NULL, "also read text that a redaction should hide" },
    { "no-sandbox", EVX_OPTION_FLAG, "false", 0, 0, NULL, NULL, "run workers without a sandbox" },
    { "jobs", EVX_OPTION_INT, "0", 0, 1024, NULL, "N", "workers; 0 = one a core" },
    { NULL, EVX_OPTION_TEXT, NULL, 0, 0, NULL, NULL, NULL },
};

typedef struct {
    char *value;
    char *source;
} Setting;

struct _EvxOptions {
    Setting *settings; /* parallel to evx_option_specs */
};

static guint
n_specs (void)
{
    return G_N_ELEMENTS (evx_option_specs) - 1;
}

static gint
find (const char *name)
{
    for (guint i = 0; i < n_specs (); i++)
        if (strcmp (evx_option_specs[i].name, name) == 0)
            return (gint) i;
    return -1;
}

static const char *
value_of (const EvxOptions *options, const char *name)
{
    gint i = find (name);
    g_assert (i >= 0);
    return options->settings[i].value;
}

EvxOptions *
evx_options_new (void)
{
    EvxOptions *options = g_new0 (EvxOptions, 1);
    options->settings = g_new0 (Setting, n_specs ());
    for (guint i = 0; i < n_specs (); i++) {
        options->settings[i].value = g_strdup (evx_option_specs[i].initial);
        options->settings[i].source = g_strdup ("default");
    }
    return options;
}

EvxOptions *
evx_options_copy (const EvxOptions *options)
{
    EvxOptions *copy = g_new0 (EvxOptions, 1);
    copy->settings = g_new0 (Setting, n_specs ());
    for (guint i = 0; i < n_specs (); i++) {
        copy->settings[i].value = g_strdup (options->settings[i].value);
        copy->settings[i].source = g_strdup (options->settings[i].source);
    }
    return copy;
}

void
evx_options_free (EvxOptions *options)
{
    if (options == NULL)
        return;
    for (guint i = 0; i < n_specs (); i++) {
        g_free (options->settings[i].value);
        g_free (options->settings[i].source);
    }
    g_free (options->settings);
    g_free (options);
}

static gboolean
is_choice (const char *choices, const char *value)
{
    g_auto (GStrv) list = g_strsplit (choices, "|", -1);
    return g_strv_contains ((const char *const *) list, value);
}

static gboolean
is_number (const EvxOptionSpec *spec, const char *value)
{
    char *end = NULL;
    double number = spec->type == EVX_OPTION_INT ? (double) g_ascii_strtoll (value, &end, 10)
                                                 : g_ascii_strtod (value, &end);
    return *value != '\0' && *end == '\0' && number >= spec->min && number <= spec->max;
}

static gboolean
check (const EvxOptionSpec *spec, const char *value, const char *source, GError **error)
{
    if (spec->choices != NULL && !is_choice (spec->choices, value)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s: %s is '%s'; it must be one of %s", source,
                     spec->name, value, spec->choices);
        return FALSE;
    }
    if ((spec->type == EVX_OPTION_INT || spec->type == EVX_OPTION_REAL) && !is_number (spec, value)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "%s: %s is '%s'; it must be a number from %.10g to %.10g", source, spec->name,
                     value, spec->min, spec->max);
        return FALSE;
    }
    if (spec->type == EVX_OPTION_FLAG && !is_choice ("true|false", value)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s: %s is '%s'; it must be true or false",
                     source, spec->name, value);
        return FALSE;
    }
    return TRUE;
}

gboolean
evx_options_set (EvxOptions *options, const char *name, const char *value, const char *source,
                 GError **error)
{
    gint i = find (name);
    if (i < 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s: there is no setting '%s'", source, name);
        return FALSE;
    }
    if (!check (&evx_option_specs[i], value, source, error))
        return FALSE;
    g_free (options->settings[i].value);
    g_free (options->settings[i].source);
    options->settings[i] = (Setting) { g_strdup (value), g_strdup (source) };
    return TRUE;
}

static gboolean
load_group (EvxOptions *options, GKeyFile *keys, const char *group, const char *file, GError **error)
{
    if (strcmp (group, "evidex") != 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s: unknown group [%s]; use [evidex]", file,
                     group);
        return FALSE;
    }
    g_auto (GStrv) names = g_key_file_get_keys (keys, group, NULL, NULL);
    for (guint i = 0; names != NULL && names[i] != NULL; i++) {
        g_autofree char *value = g_key_file_get_value (keys, group, names[i], NULL);
        if (!evx_options_set (options, names[i], value, file, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
evx_options_load (EvxOptions *options, const char *file, GError **error)
{
    g_autoptr (GKeyFile) keys = g_key_file_new ();
    g_autoptr (GError) local = NULL;
    if (!g_key_file_load_from_file (keys, file, G_KEY_FILE_NONE, &local)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s: %s", file, local->message);
        return FALSE;
    }
    g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);
    for (guint i = 0; groups[i] != NULL; i++)
        if (!load_group (options, keys, groups[i], file, error))
            return FALSE;
    return TRUE;
}

const char *
evx_options_text (const EvxOptions *options, const char *name)
{
    return value_of (options, name);
}

gint
evx_options_int (const EvxOptions *options, const char *name)
{
    return (gint) g_ascii_strtoll (value_of (options, name), NULL, 10);
}

double
evx_options_real (const EvxOptions *options, const char *name)
{
    return g_ascii_strtod (value_of (options, name), NULL);
}

gboolean
evx_options_flag (const EvxOptions *options, const char *name)
{
    return strcmp (value_of (options, name), "true") == 0;
}

const char *
evx_options_source (const EvxOptions *options, const char *name)
{
    gint i = find (name);
    g_assert (i >= 0);
    return options->settings[i].source;
}

char *
evx_options_describe (const EvxOptions *options, const char *const *names)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; names == NULL ? i < n_specs () : names[i] != NULL; i++) {
        const char *name = names == NULL ? evx_option_specs[i].name : names[i];
        g_string_append_printf (text, "%s=%s\n", name, value_of (options, name));
    }
    return g_string_free (text, FALSE);
}
