/* evidex config: the settings in force, and where each came from. */
#include "deliver/json.h"
#include "verb.h"

static void
print_setting (const EvxOptions *options, const EvxOptionSpec *spec, gboolean json)
{
    g_autofree char *value = evx_verb_printable (evx_options_text (options, spec->name));
    const char *source = evx_options_source (options, spec->name);
    if (!json) {
        g_print ("# %s (%s)\n%s=%s\n", spec->help, source, spec->name, value);
        return;
    }
    g_autoptr (GString) line = g_string_new ("{\"type\":\"setting\"");
    evx_json_text (line, "name", spec->name);
    evx_json_text (line, "value", evx_options_text (options, spec->name));
    evx_json_text (line, "source", source);
    evx_json_text (line, "help", spec->help);
    g_print ("%s}\n", line->str);
}

int
evx_verb_config (int argc, char **argv)
{
    gboolean json = FALSE;
    const GOptionEntry entries[] = {
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "one JSON object a line", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options = evx_verb_parse_settings (
        &argc, &argv, "",
        "Prints the settings as a file that --config takes, each with its source: built in, the user's own\n"
        "evidex.conf, --config, the command line.\n\n  evidex config --ocr never > evidex.conf\n"
        "  evidex run dump -o out --config evidex.conf",
        entries, NULL, &error);
    if (options == NULL)
        return evx_verb_fail ("config", error);
    if (argc != 1)
        return evx_verb_usage ("config", "config takes no arguments");
    if (!json)
        g_print ("[evidex]\n");
    for (const EvxOptionSpec *spec = evx_option_specs; spec->name != NULL; spec++)
        print_setting (options, spec, json);
    return EVX_EXIT_DONE;
}
