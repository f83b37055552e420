/* Periods in words: each form is a pattern with named groups, and what they name is turned into days. And in titles:
 * between two dates, or a year. */
#include "document-internal.h"

#include "patterns.h"

#include <string.h>

#define MONTH                                                                                      \
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" \
    "|"                                                                                            \
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"  \
    "septiembre|octubre|noviembre|diciembre"
#define DAY "(?:\\s+(?:\\d{1,2})(?:st|nd|rd|th)?,?)?"
#define TO "\\s*(?:to|through|thru|until|and|a|hasta|y|-|\xe2\x80\x93|\xe2\x80\x94)\\s*"

/* Those from N_WHOLE on leave a part of the time to what stands around. */
typedef enum { FISCAL, MONTHS, YEARS, FIRST_PART, QUARTER, UNTIL, SINCE, SINCE_MONTH, SO_FAR, MONTHS_LONG, SAME, N_WHOLE,
               MONTHS_ALONE = N_WHOLE, YEARS_TOLD, LABELLED, N_FORMS } Form;

/* y, z: years; m, n: months; k: how many; u: what of. */
static const char *const patterns[N_FORMS] = {
    [FISCAL] = "\\b(?:fiscal\\s+years?|FY|a\xc3\xb1o\\s+fiscal|ejercicio\\s+fiscal)\\s*"
               "(?<y>(?:20|19)?\\d\\d)(?:\\s*[-/\xe2\x80\x93]\\s*(?<z>(?:20|19)?\\d\\d))?\\b",
    [MONTHS] = "\\b(?:(?<d>\\d{1,2}) de )?(?<m>" MONTH ")\\.?" DAY
               "(?:\\s+(?:de\\s+)?(?<y>(?:20|19)\\d\\d))?" TO "(?:\\d{1,2} de )?(?<n>" MONTH
               ")\\.?" DAY "(?:\\s+|\\s+(?:de|del|of)\\s+)(?<z>(?:20|19)\\d\\d)\\b",
    [YEARS] = "(?:\\b(?:from|between|years|de|entre|desde|period)\\s+)(?<y>(?:20|19)\\d\\d)" TO
              "(?<z>(?:20|19)\\d\\d)\\b",
    [FIRST_PART] = "\\b(?:first|last|second(?=\\s+half)|segundo(?=\\s+semestre)|primer(?:os|a)?|\xc3\xbaltim[oa]s?)\\s+(?<k>\\w+\\s+)?"
                   "(?<u>half|months?|quarter|semestre|meses|trimestre)\\s+(?:(?:of|de|del)\\s+)?"
                   "(?<y>(?:20|19)\\d\\d)\\b",
    [QUARTER] = "\\b(?:Q(?<k>[1-4])|(?<q>first|second|third|fourth|primer|segundo|tercer|cuarto)\\s+"
                "(?:quarter|trimestre))[ ,]*(?:(?:of|de|del)\\s+)?(?<y>(?:20|19)\\d\\d)\\b",
    [UNTIL] =
        "\\b(?:through|as\\s+of|up\\s+to|until|by|hasta)\\s+(?:the\\s+end\\s+of\\s+)?(?<m>" MONTH ")\\.?(?:\\s+\\d{1,2},?)?\\s+"
        "(?:de\\s+)?(?<z>(?:20|19)\\d\\d)\\b",
    [SINCE] = "\\b(?:since|desde)\\s+(?:the\\s+beginning\\s+of\\s+)?(?:(?<m>" MONTH ")\\.?" DAY "\\s+(?:de\\s+)?)?"
              "(?<y>(?:20|19)\\d\\d)\\b",
    [SINCE_MONTH] = "\\b(?:since|desde)\\s+(?:the\\s+(?:beginning|start|first)\\s+of\\s+)?(?<m>" MONTH ")\\b\\.?(?!\\s+(?:\\d|de\\s+\\d|of\\s+\\d))",
    [SO_FAR] = "\\b(?:(?:so\\s+far|thus\\s+far|to\\s+date)\\s+in\\s+(?<y>20\\d\\d)|(?:in\\s+)?(?<z>20\\d\\d)\\s+"
               "(?:so\\s+far|thus\\s+far|to\\s+date|YTD)|so\\s+far\\s+this\\s+year|this\\s+year\\s+to\\s+date|"
               "(?:year[- ]to[- ]date|YTD)(?:[ ,(:]+(?:CY\\s?)?(?<w>20\\d\\d))?|"
               "en\\s+lo\\s+que\\s+va\\s+del\\s+a\xc3\xb1o)\\b",
    [MONTHS_LONG] = "\\b(?:in|over|during|within|en|durante|for)\\s+(?:the\\s+|a\\s+)?(?:last\\s+|"
                    "past\\s+|first\\s+|los\\s+)?"
                    "(?<k>\\w+)[- ](?:months?|weeks?|meses|semanas)\\b",
    [SAME] = "\\b(?:same|mism[oa]s?)\\s+(?:\\w+\\s+)?(?:period|months?|quarter|weeks?|periodo|per\xc3\xad" "odo|meses|"
             "trimestre|semestre)\\b(?:\\s+(?:of|in|last|de|del|en)\\s+(?:(?:the|the year|a\xc3\xb1o)\\s+)?(?<y>20\\d\\d))?",
    [MONTHS_ALONE] = "\\b(?:in|during|for|from|between|en|durante|entre|de)\\s+(?<m>" MONTH ")\\b\\.?(?:" TO "(?<n>" MONTH
                     ")\\b\\.?)?(?!,?\\s*(?:\\d|de\\s+\\d|del\\s+\\d|of\\s+\\d|of\\s+(?:last|that|this)|last))",
    [LABELLED] = "(?:^|\\n)[^\\n.]{0,40}\\b(?:report(?:ing)?|calendar|survey|data|fiscal)\\s(?:year|period)\\s?:\\s*(?<t>(?:FY|CY)?\\s?20\\d\\d(?:\\s?[-/]\\s?(?:20)?\\d\\d)?)\\b",
    [YEARS_TOLD] = "\\b(?:in|over|during|for|across|en|durante)\\s+(?:those|these|the|all|esos|estos|los)\\s+(?:same\\s+)?(?<k>\\w+)\\s+"
                   "(?:years|a\xc3\xb1os)\\b",
};

struct _EvxPeriodReader {
    GRegex **forms;
};

EvxPeriodReader *
evx_period_reader_new (void)
{
    EvxPeriodReader *reader = g_new0 (EvxPeriodReader, 1);
    reader->forms = evx_patterns_new (patterns, N_FORMS, G_REGEX_CASELESS | G_REGEX_OPTIMIZE);
    return reader;
}

void
evx_period_reader_free (EvxPeriodReader *reader)
{
    evx_patterns_free (reader->forms);
    g_free (reader);
}

static gint
group_year (const GMatchInfo *match, const char *name)
{
    g_autofree char *text = g_match_info_fetch_named (match, name);
    if (text == NULL || *text == '\0')
        return EVX_NONE;
    gint year = (gint)g_ascii_strtoll (text, NULL, 10);
    return strlen (text) == 2 ? 2000 + year : year;
}

static gint
group_month (const GMatchInfo *match, const char *name)
{
    g_autofree char *text = g_match_info_fetch_named (match, name);
    g_autofree char *dated = g_strdup_printf ("%s 1, 2000", text ? text : "");
    EvxDate date;
    return evx_date_find (dated, 0, &date) ? date.month : 0;
}

static gint
group_count (const GMatchInfo *match, const char *name)
{
    static const char *const words[] = { "",           "one|un|uno|una", "two|dos",
                                         "three|tres", "four|cuatro",    "five|cinco",
                                         "six|seis",   "seven|siete",    "eight|ocho",
                                         "nine|nueve", "ten|diez",       "eleven|once" };
    g_autofree char *text = g_match_info_fetch_named (match, name);
    if (text == NULL)
        return 0;
    g_strstrip (text);
    if (g_ascii_isdigit (text[0]))
        return (gint)g_ascii_strtoll (text, NULL, 10);
    for (guint i = 1; i < G_N_ELEMENTS (words); i++) {
        g_auto (GStrv) forms = g_strsplit (words[i], "|", -1);
        for (guint j = 0; forms[j] != NULL; j++)
            if (g_ascii_strcasecmp (text, forms[j]) == 0)
                return (gint)i;
    }
    return 0;
}

/* From the first day of month @m of year @y to the last day of month @n of year @z. */
static gboolean
set_months (EvxPeriod *period, gint y, gint m, gint z, gint n)
{
    if (y < 1900 || z > 2099 || m < 1 || m > 12 || n < 1 || n > 12 || y * 12 + m > z * 12 + n)
        return FALSE;
    guint last = g_date_get_days_in_month ((GDateMonth)n, (GDateYear)z);
    g_snprintf (period->start, sizeof period->start, "%04d-%02d-01", y, m);
    g_snprintf (period->end, sizeof period->end, "%04d-%02d-%02u", z, n, last);
    period->year = y == z ? y : EVX_NONE;
    return TRUE;
}

/* A fiscal year bears the year it ends in, or both; in California it begins on July 1. */
static gboolean
read_fiscal (const GMatchInfo *match, EvxPeriod *period)
{
    gint y = group_year (match, "y"), z = group_year (match, "z");
    if (z == EVX_NONE) {
        z = y;
        y = z - 1;
    }
    gboolean one_year = z == y + 1;
    return one_year && set_months (period, y, 7, z, 6);
}

static gboolean
read_months (const GMatchInfo *match, EvxPeriod *period)
{
    gint y = group_year (match, "y"), z = group_year (match, "z");
    gint m = group_month (match, "m"), n = group_month (match, "n");
    if (y == EVX_NONE)
        y = m <= n ? z : z - 1;
    return set_months (period, y, m, z, n);
}

static gboolean
read_first_part (const GMatchInfo *match, EvxPeriod *period)
{
    gint y = group_year (match, "y"), k = group_count (match, "k");
    g_autofree char *unit = g_match_info_fetch_named (match, "u");
    g_autofree char *whole = g_match_info_fetch (match, 0);
    gboolean month = g_ascii_strncasecmp (unit, "m", 1) == 0;
    gint months =
        month                                                                                   ? k
        : g_ascii_strncasecmp (unit, "half", 4) == 0 || g_ascii_strncasecmp (unit, "s", 1) == 0 ? 6
                                                                                                : 3;
    gboolean from_end = g_ascii_strncasecmp (whole, "last", 4) == 0 || g_ascii_strncasecmp (whole, "se", 2) == 0 || (guchar)whole[0] >= 0x80;
    if (months < 1 || months > 12)
        return FALSE;
    return from_end ? set_months (period, y, 13 - months, y, 12)
                    : set_months (period, y, 1, y, months);
}

static gboolean
read_quarter (const GMatchInfo *match, EvxPeriod *period)
{
    static const char *const names[][2] = { { "first", "primer" }, { "second", "segundo" },
                                            { "third", "tercer" }, { "fourth", "cuarto" } };
    gint y = group_year (match, "y"), quarter = group_count (match, "k");
    g_autofree char *name = g_match_info_fetch_named (match, "q");
    for (guint i = 0; i < G_N_ELEMENTS (names) && name != NULL; i++)
        if (g_ascii_strcasecmp (name, names[i][0]) == 0 || g_ascii_strcasecmp (name, names[i][1]) == 0)
            quarter = (gint)i + 1;
    return quarter > 0 && set_months (period, y, 3 * quarter - 2, y, 3 * quarter);
}

/* A year that is named is that of the document, or nothing is known of its end. */
static gboolean
read_so_far (const GMatchInfo *match, const char *today, EvxPeriod *period)
{
    guint32 day = evx_date_number (today);
    gint named = MAX (MAX (group_year (match, "y"), group_year (match, "z")), group_year (match, "w"));
    period->part = TRUE;
    if (named != EVX_NONE)
        period->year = named;
    if (day == 0 || (named != EVX_NONE && named != (gint)(day / 10000)))
        return TRUE;
    period->year = (gint)(day / 10000);
    g_snprintf (period->start, sizeof period->start, "%04d-01-01", period->year);
    g_strlcpy (period->end, today, sizeof period->end);
    return TRUE;
}

/* To the day on which it was written; where that is not known, a part of nobody knows what. */
static gboolean
read_since (const GMatchInfo *match, const char *today, EvxPeriod *period)
{
    gint y = group_year (match, "y"), m = MAX (group_month (match, "m"), 1);
    guint32 day = evx_date_number (today);
    gint this_year = (gint)(day / 10000), month = (gint)(day / 100 % 100);
    if (y == EVX_NONE) /* "since January": the last one */
        y = m <= month ? this_year : this_year - 1;
    guint32 first = (guint32)(y * 10000 + m * 100 + 1);
    period->part = TRUE;
    if (day < first)
        return TRUE;
    period->year = y == this_year ? y : EVX_NONE;
    g_snprintf (period->start, sizeof period->start, "%04d-%02d-01", y, m);
    g_strlcpy (period->end, today, sizeof period->end);
    return TRUE;
}

static gboolean
read_form (Form form, const GMatchInfo *match, const char *today, EvxPeriod *period)
{
    switch (form) {
    case FISCAL:
        return read_fiscal (match, period);
    case MONTHS:
        return read_months (match, period);
    case YEARS:
        return group_year (match, "y") < group_year (match, "z") &&
               set_months (period, group_year (match, "y"), 1, group_year (match, "z"), 12);
    case FIRST_PART:
        return read_first_part (match, period);
    case QUARTER:
        return read_quarter (match, period);
    case UNTIL:
        return set_months (period, group_year (match, "z"), 1, group_year (match, "z"),
                           group_month (match, "m"));
    case SINCE:
    case SINCE_MONTH:
        return read_since (match, today, period);
    case SO_FAR:
        return read_so_far (match, today, period);
    case MONTHS_LONG:
        period->part = TRUE;
        return group_count (match, "k") > 0;
    case SAME: /* as of another year, which the text before names */
        period->part = TRUE;
        period->year = group_year (match, "y");
        return TRUE;
    case YEARS_TOLD:
    case MONTHS_ALONE:
    case LABELLED:
    case N_FORMS:
        break;
    }
    return FALSE;
}

gboolean
evx_period_read (const EvxPeriodReader *reader, const char *text, const char *today,
                 EvxPeriod *period)
{
    for (guint form = 0; form < N_WHOLE; form++) {
        g_autoptr (GMatchInfo) match = NULL;
        *period = (EvxPeriod){ .year = EVX_NONE };
        if (g_regex_match (reader->forms[form], text, 0, &match) &&
            read_form ((Form)form, match, today, period))
            return TRUE;
    }
    *period = (EvxPeriod){ .year = EVX_NONE };
    return FALSE;
}

/* No other number stands between the number that begins at @number and the words at @start to @end: they are of it. */
static gboolean
is_of_number (const char *text, gsize number, gint start, gint end)
{
    gsize from = MIN ((gsize)end, number), to = MAX ((gsize)start, number);
    if ((gsize)start >= number)
        from = number + strspn (text + number, "0123456789,");
    for (gsize i = from; i < to; i++)
        if (g_ascii_isdigit (text[i]) || text[i] == ';' || text[i] == '\n')
            return FALSE;
    return TRUE;
}

/* "May" and "March" are words besides. */
static gboolean
is_name_of_month (const GMatchInfo *match)
{
    g_autofree char *name = g_match_info_fetch_named (match, "m");
    return g_ascii_isupper (*name) || (g_ascii_strncasecmp (name, "ma", 2) != 0 && strlen (name) > 3) || g_str_has_suffix (name, "yo") ||
           g_str_has_suffix (name, "zo");
}

/* Most text names none, which its words tell at least cost. */
static gboolean
may_name_month (const char *text)
{
    static const char starts[] = "jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic";
    for (const char *at = text; *at != '\0'; at++) {
        if ((at > text && g_ascii_isalpha (at[-1])) || !g_ascii_isalpha (at[0]) || !g_ascii_isalpha (at[1]) || !g_ascii_isalpha (at[2]))
            continue;
        const char start[] = { g_ascii_tolower (at[0]), g_ascii_tolower (at[1]), g_ascii_tolower (at[2]), '\0' };
        if (strstr (starts, start) != NULL)
            return TRUE;
    }
    return FALSE;
}

gboolean
evx_period_of_months (const EvxPeriodReader *reader, const char *text, gsize number, gint year, const char *today, EvxPeriod *period)
{
    g_autoptr (GMatchInfo) match = NULL;
    gint start = 0, end = 0;
    *period = (EvxPeriod){ .year = EVX_NONE };
    if (!may_name_month (text))
        return FALSE;
    g_regex_match (reader->forms[MONTHS_ALONE], text, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        g_match_info_fetch_pos (match, 0, &start, &end);
        gint m = group_month (match, "m"), n = group_month (match, "n");
        if (!is_name_of_month (match) || !is_of_number (text, number, start, end))
            continue;
        guint32 day = evx_date_number (today);
        n = n == 0 ? m : n;
        if (year == EVX_NONE && day > 0)
            year = n <= (gint)(day / 100 % 100) ? (gint)(day / 10000) : (gint)(day / 10000) - 1;
        period->part = TRUE;
        if (year != EVX_NONE && m > 0)
            set_months (period, m <= n ? year : year - 1, m, year, n);
        return TRUE;
    }
    return FALSE;
}

gboolean
evx_period_labelled (const EvxPeriodReader *reader, const char *text, gsize length, EvxPeriod *period)
{
    g_autoptr (GMatchInfo) match = NULL;
    *period = (EvxPeriod){ .year = EVX_NONE };
    if (g_strstr_len (text, (gssize)length, ":") == NULL || !g_regex_match_full (reader->forms[LABELLED], text, (gssize)length, 0, 0, &match, NULL))
        return FALSE;
    g_autofree char *time = g_match_info_fetch_named (match, "t"), *whole = g_match_info_fetch (match, 0), *lower = g_ascii_strdown (whole, -1);
    g_autofree char *fiscal = g_strconcat ("FY ", g_ascii_isdigit (*time) ? time : time + 2, NULL);
    if (strstr (lower, "fiscal") != NULL || g_ascii_strncasecmp (time, "FY", 2) == 0 || strpbrk (time, "-/") != NULL)
        return evx_period_read (reader, fiscal, NULL, period);
    period->year = (gint)g_ascii_strtoll (time + strcspn (time, "0123456789"), NULL, 10);
    return TRUE;
}

guint
evx_period_years_told (const EvxPeriodReader *reader, const char *text)
{
    g_autoptr (GMatchInfo) match = NULL;
    gboolean may = strstr (text, " years") != NULL || strstr (text, " a\xc3\xb1os") != NULL;
    return may && g_regex_match (reader->forms[YEARS_TOLD], text, 0, &match) ? (guint)group_count (match, "k") : 0;
}

gboolean
evx_period_is_repeated (const EvxPeriodReader *reader, const char *text)
{
    return g_regex_match (reader->forms[SAME], text, 0, NULL);
}

/* ---- what a title says ---------------------------------------------------------------------- */

static gboolean
joins_dates (const char *between, gsize length)
{
    static const char *const words[] = { " to ", " through ",      " thru ",       " - ",
                                         "-",    " \xe2\x80\x93 ", "\xe2\x80\x93", " a ",
                                         " al ", " hasta ",        " until ",      " and " };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strlen (words[i]) == length && g_ascii_strncasecmp (between, words[i], length) == 0)
            return TRUE;
    return FALSE;
}

/* The one year that stands in the title by itself; 0 if there are several or none. */
static gint
only_year (const char *title)
{
    gint year = 0;
    for (const char *at = title; *at != '\0'; at++) {
        gboolean starts = g_ascii_isdigit (*at) && (at == title || !g_ascii_isalnum (at[-1])) &&
                          (at == title || strchr ("/-.", at[-1]) == NULL);
        if (!starts)
            continue;
        gint value = 0;
        guint digits = 0;
        for (; g_ascii_isdigit (at[digits]); digits++)
            value = MIN (value, 100000) * 10 + (at[digits] - '0');
        gboolean alone = !g_ascii_isalpha (at[digits]) &&
                         (at[digits] == '\0' || strchr ("/-", at[digits]) == NULL);
        if (digits == 4 && value >= 1990 && value < 2100 && alone) {
            if (year != 0 && year != value)
                return 0;
            year = value;
        }
        at += digits - 1;
    }
    return year;
}

/* A range whose first date leaves the year to the second. */
static gboolean
read_range (const EvxPeriodReader *reader, const char *title, guint32 *first_day, guint32 *last_day)
{
    g_autoptr (GMatchInfo) match = NULL;
    EvxPeriod period = { .year = EVX_NONE };
    if (!g_regex_match (reader->forms[MONTHS], title, 0, &match) || !read_months (match, &period))
        return FALSE;
    *first_day = evx_date_number (period.start);
    *last_day = evx_date_number (period.end);
    return TRUE;
}

gboolean
evx_title_period (const EvxPeriodReader *reader, const char *title, guint32 *first_day, guint32 *last_day)
{
    EvxDate first, last;
    for (gsize from = 0; evx_date_find (title, from, &first); from = first.end) {
        if (!evx_date_find (title, first.end, &last) ||
            !joins_dates (title + first.end, last.start - first.end))
            continue;
        g_autofree char *a = evx_date_iso (&first), *b = evx_date_iso (&last);
        *first_day = evx_date_number (a) + (first.day == 0);
        *last_day = evx_date_number (b) + (last.day == 0 ? 31 : 0);
        return *first_day <= *last_day;
    }
    if (read_range (reader, title, first_day, last_day))
        return TRUE;
    if (evx_date_find (title, 0, &first))
        return FALSE;
    gint year = only_year (title);
    *first_day = year > 0 ? (guint32)year * 10000 + 101 : 0;
    *last_day = year > 0 ? (guint32)year * 10000 + 1231 : 0;
    return year > 0;
}
