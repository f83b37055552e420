/* evidex export: the records in other programs' formats. */
#include "custody.h"
#include "deliver/export.h"
#include "deliver/site.h"
#include "drawer.h"
#include "open.h"

#include <string.h>

static char *
formats_text (void)
{
    GString *text = g_string_new ("Formats:\n");
    for (const EvxExportFormat *format = evx_export_formats; format->name != NULL; format++)
        g_string_append_printf (text, "  %-14s %s\n", format->name, format->help);
    g_string_append_printf (text, "  %-14s %s\n", "site", "the reading page as files: open page.html, no server needed");
    g_string_append (text, "\n  evidex export out --format csv -o tables\n\n"
                           "What reviewers said in `evidex serve` is in csv, jsonl and xlsx besides, as reviews, where\n"
                           "there is any. The same index gives the same bytes. In CSV and XLSX a cell that a spreadsheet would\n"
                           "take for a formula has a ' before it.");
    return g_string_free (text, FALSE);
}

static void
tell (const char *folder, guint n_files)
{
    g_autofree char *shown = evx_verb_printable (folder);
    g_printerr ("%s: %u file%s written\n", shown, n_files, n_files == 1 ? "" : "s");
}

/* The drawer forks, so it comes before the index is opened. */
static int
export_site (const char *out, const char *folder, gboolean force)
{
    int status;
    guint n_missing = 0;
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options = evx_options_new ();
    g_autoptr (EvxDrawer) drawer = evx_drawer_new (options, &error);
    if (drawer == NULL)
        return evx_verb_fail ("export", error);
    g_autoptr (EvxIndex) index = evx_open_index ("export", out, &status);
    if (index == NULL)
        return status;
    g_autoptr (EvxReviews) reviews = evx_reviews_open (out, &error);
    if (reviews == NULL || !evx_drawer_learn (drawer, index, &error) ||
        !evx_site_write (index, reviews, folder, force, evx_drawer_image, drawer, &n_missing, &error))
        return evx_verb_fail ("export", error);
    g_autofree char *page = g_build_filename (folder, "page.html", NULL);
    g_autofree char *shown = evx_verb_printable (page);
    g_printerr ("Open it in a browser: %s\n", shown);
    if (n_missing > 0)
        g_printerr ("%u page%s could not be drawn; the site says so in %s place.\n", n_missing,
                    n_missing == 1 ? "" : "s", n_missing == 1 ? "its" : "their");
    return n_missing > 0 ? EVX_EXIT_INCOMPLETE : EVX_EXIT_DONE;
}

int
evx_verb_export (int argc, char **argv)
{
    g_autofree char *format = NULL;
    g_autofree char *folder = NULL;
    gboolean force = FALSE;
    const GOptionEntry entries[] = {
        { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "csv, jsonl, xlsx, concordance, ftm, webannotation, site", "FORMAT" },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, "folder to write to", "DIR" },
        { "force", 0, 0, G_OPTION_ARG_NONE, &force, "replace files of the same names", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autofree char *about = formats_text ();
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "OUT --format FORMAT -o DIR", about, entries, &error))
        return evx_verb_fail ("export", error);
    if (argc != 2 || format == NULL || folder == NULL)
        return evx_verb_usage ("export", argc != 2        ? "one index is needed"
                                         : format == NULL ? "which format? Add --format csv, for instance"
                                                          : "where to? Add -o DIR");
    if (strcmp (format, "site") == 0)
        return export_site (argv[1], folder, force);
    int status;
    g_autoptr (EvxIndex) index = evx_open_index ("export", argv[1], &status);
    if (index == NULL)
        return status;
    gint64 since = evx_custody_now ();
    g_autoptr (EvxReviews) reviews = evx_reviews_open (argv[1], &error);
    if (reviews == NULL || !evx_index_take_reviews (index, reviews, &error) || !evx_export (index, format, folder, force, &error))
        return evx_verb_fail ("export", error);
    g_clear_pointer (&index, evx_index_close);
    g_auto (GStrv) written = evx_custody_written (folder, since);
    evx_custody_made (argv[1], "export", format, (const char *const *) written);
    tell (folder, g_strv_length (written));
    return EVX_EXIT_DONE;
}
