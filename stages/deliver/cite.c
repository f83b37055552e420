/* Citations. The one other place that knows their form is the view `mentions` of the index, so that they
 * can be had in plain SQL; cite-test.c holds the two together. */
#include "cite.h"

#include <string.h>

char *
evx_cite (const char *file, const char *bates, gint64 page, gint64 line)
{
    if (bates != NULL)
        return g_strdup_printf ("%s at %" G_GINT64_FORMAT, bates, page);
    if (line > 0)
        return g_strdup_printf ("%s, p. %" G_GINT64_FORMAT ", l. %" G_GINT64_FORMAT, file, page, line);
    return g_strdup_printf ("%s, p. %" G_GINT64_FORMAT, file, page);
}

static void
append_field (GString *text, const char *name, gsize length, const char *const *fields)
{
    for (guint i = 0; fields[i] != NULL; i += 2) {
        if (strlen (fields[i]) == length && memcmp (fields[i], name, length) == 0) {
            g_string_append (text, fields[i + 1]);
            return;
        }
    }
    g_string_append_printf (text, "{%.*s}", (int) length, name);
}

char *
evx_cite_exhibit (const char *template, guint exhibit, const char *file, const char *bates, gint64 page,
                  gint64 line)
{
    g_autofree char *citation = evx_cite (file, bates, page, line);
    g_autofree char *number = g_strdup_printf ("%u", exhibit);
    g_autofree char *page_text = g_strdup_printf ("%" G_GINT64_FORMAT, page);
    g_autofree char *line_text = g_strdup_printf ("%" G_GINT64_FORMAT, line);
    const char *const fields[] = { "exhibit", number, "citation", citation,
                                   "bates", bates != NULL ? bates : citation,
                                   "file", file, "page", page_text, "line", line_text, NULL };
    GString *text = g_string_new (NULL);
    while (*template != '\0') {
        const char *close = *template == '{' ? strchr (template, '}') : NULL;
        if (close == NULL) {
            g_string_append_c (text, *template++);
            continue;
        }
        append_field (text, template + 1, (gsize) (close - template - 1), fields);
        template = close + 1;
    }
    return g_string_free (text, FALSE);
}
