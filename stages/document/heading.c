/* What stands over a passage: the period that its heading names ("Requests from ICE in 2021", "2022 by the numbers"),
 * and what its heading speaks of. Lists, figures and bars leave both to it. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { MOST_HEADINGS = 3, HEADING_BYTES = 160, LEAD_IN_BYTES = 90 };

/* A heading that names an occasion is of that day, and not of what is told under it: forums are held in the year after the
 * one that they are about. */
static const char occasions[] =
    "forum*|meeting*|hearing*|presentation|session|agenda|workshop|training|plan|plans|planned|proposed|proposal|goals|"
    "budget|act|law|bill|ordinance|resolution|policy|foro|reunion|audiencia|sesion|ley|politica";

/* The year beside these is that of the version; a range of months that stands there too is what is told of. */
static const char versions[] = "update*|revised|effective|actualizado|vigente";

static char *
block_text (const EvxPage *page, const EvxBlock *block)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < block->n_lines && text->len < HEADING_BYTES; i++) {
        g_autofree char *line = evx_line_text (page, block->first_line + i);
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "", line);
    }
    return g_string_free (text, FALSE);
}

char *
evx_heading_above (const EvxPage *page, guint line, guint nth)
{
    guint block = line < page->lines->len ? g_array_index (page->lines, EvxLine, line).block : 0;
    for (guint b = MIN (block, page->blocks->len); b-- > 0;) {
        const EvxBlock *above = &g_array_index (page->blocks, EvxBlock, b);
        if (above->kind == EVX_BLOCK_HEADING && nth-- == 0)
            return block_text (page, above);
    }
    return NULL;
}

static char *
day_of (guint32 number)
{
    return g_strdup_printf ("%04u-%02u-%02u", number / 10000, number / 100 % 100, number % 100);
}

gboolean
evx_period_of_days (guint32 first_day, guint32 last_day, EvxPeriod *period)
{
    *period = (EvxPeriod){ .year = EVX_NONE };
    if (first_day == 0 || last_day < first_day)
        return FALSE;
    gboolean one_year = first_day / 10000 == last_day / 10000;
    if (one_year)
        period->year = (gint)(first_day / 10000);
    if (one_year && first_day % 10000 == 101 && last_day % 10000 == 1231)
        return TRUE;
    g_autofree char *first = day_of (first_day), *last = day_of (last_day);
    g_strlcpy (period->start, first, sizeof period->start);
    g_strlcpy (period->end, last, sizeof period->end);
    return TRUE;
}

gboolean
evx_line_period (const EvxPeriodReader *reader, const char *line, EvxPeriod *period)
{
    guint32 first, last;
    g_autofree char *folded = evx_fold (line);
    *period = (EvxPeriod){ .year = EVX_NONE };
    if (evx_fold_has_any (folded, occasions))
        return FALSE;
    if (evx_period_read (reader, line, NULL, period) && (period->start[0] != '\0' || period->part))
        return TRUE;
    *period = (EvxPeriod){ .year = EVX_NONE };
    if (evx_fold_has_any (folded, versions))
        return FALSE;
    return evx_title_period (reader, line, &first, &last) && evx_period_of_days (first, last, period);
}

/* A short line that asks or leads in, "What became of requests in 2022?", heads the block under it. */
static gboolean
lead_in_period (const EvxPeriodReader *reader, const EvxPage *page, guint line, EvxPeriod *period)
{
    guint block = line < page->lines->len ? g_array_index (page->lines, EvxLine, line).block : 0;
    if (block == 0 || block >= page->blocks->len)
        return FALSE;
    const EvxBlock *above = &g_array_index (page->blocks, EvxBlock, block - 1);
    g_autofree char *text = above->n_lines > 0 ? evx_line_text (page, above->first_line + above->n_lines - 1) : g_strdup ("");
    gsize length = strlen (g_strchomp (text));
    return length > 0 && length < LEAD_IN_BYTES && g_ascii_isupper (*text) && (text[length - 1] == '?' || text[length - 1] == ':') && evx_line_period (reader, text, period);
}

gboolean
evx_heading_period (const EvxPeriodReader *reader, const EvxPage *page, guint line, EvxPeriod *period)
{
    if (lead_in_period (reader, page, line, period))
        return TRUE;
    *period = (EvxPeriod){ .year = EVX_NONE };
    for (guint nth = 0; nth < MOST_HEADINGS; nth++) {
        g_autofree char *heading = evx_heading_above (page, line, nth);
        if (heading == NULL)
            return FALSE;
        if (evx_line_period (reader, heading, period))
            return TRUE;
    }
    return FALSE;
}
