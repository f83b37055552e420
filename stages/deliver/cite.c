/* Citations. The one other place that knows their form is the view `mentions` of the index, so that they
 * can be had in plain SQL; search-test.c holds the two together. */
#include "cite.h"

char *
evx_cite (const char *file, const char *bates, gboolean shared, gint64 page, gint64 line)
{
    if (bates != NULL && shared)
        return g_strdup_printf ("%s at %" G_GINT64_FORMAT ", %s", bates, page, file);
    if (bates != NULL)
        return g_strdup_printf ("%s at %" G_GINT64_FORMAT, bates, page);
    if (line > 0)
        return g_strdup_printf ("%s, p. %" G_GINT64_FORMAT ", l. %" G_GINT64_FORMAT, file, page, line);
    return g_strdup_printf ("%s, p. %" G_GINT64_FORMAT, file, page);
}
