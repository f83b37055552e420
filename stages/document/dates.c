/* Finds dates in running text: numeric ones, then those with the name of a month. */
#include "dates.h"

#include <string.h>

#define LONGEST_NUMBER 4 /* digits of a year */

typedef struct {
    int value;
    guint digits; /* characters taken, with slips */
    const char *end;
} Number;

/* The digit that @c stands for, or -1. Letters are what OCR makes of digits. */
static int
digit_of (char c, gboolean *slip)
{
    if (g_ascii_isdigit (c))
        return c - '0';
    static const char letters[] = "OolI|SB";
    static const int digits[] = { 0, 0, 1, 1, 1, 5, 8 };
    const char *at = c != '\0' ? strchr (letters, c) : NULL;
    *slip = TRUE;
    return at != NULL ? digits[at - letters] : -1;
}

/* Reads a number of at most four digits; at least half of it must be real digits, and one of them.
 */
static gboolean
read_number (const char *at, Number *number)
{
    guint slips = 0, real = 0;
    number->value = 0;
    number->digits = 0;
    for (;; at++) {
        gboolean slip = FALSE;
        int digit = digit_of (*at, &slip);
        if (digit < 0)
            break;
        slips += slip;
        real += !slip;
        if (++number->digits > LONGEST_NUMBER)
            return FALSE;
        number->value = number->value * 10 + digit;
    }
    number->end = at;
    return real > 0 && slips <= real;
}

static int
full_year (const Number *number)
{
    if (number->digits == 4)
        return number->value;
    if (number->digits == 2)
        return number->value + (number->value < 50 ? 2000 : 1900);
    return 0;
}

static gboolean
is_possible (const EvxDate *date)
{
    if (date->year < 1900 || date->year > 2099 || date->month < 1 || date->month > 12)
        return FALSE;
    return date->day == 0 ||
           g_date_valid_dmy ((GDateDay)date->day, (GDateMonth)date->month, (GDateYear)date->year);
}

/* 3/14/2019 and its like, or 2019-03-14. */
static gboolean
read_numeric (const char *at, EvxDate *date, const char **end)
{
    Number a, b, c;
    if (!read_number (at, &a) || *a.end == '\0' || strchr ("/-.", *a.end) == NULL)
        return FALSE;
    char separator = *a.end;
    if (!read_number (a.end + 1, &b) || *b.end != separator || !read_number (b.end + 1, &c))
        return FALSE;
    if (a.digits == 4 && b.digits <= 2 && c.digits <= 2) {
        *date = (EvxDate){ .year = a.value, .month = b.value, .day = c.value };
    } else if (a.digits <= 2 && b.digits <= 2) {
        gboolean day_first = a.value > 12;
        *date = (EvxDate){ .year = full_year (&c),
                           .month = day_first ? b.value : a.value,
                           .day = day_first ? a.value : b.value };
    }
    *end = c.end;
    return date->day > 0 && is_possible (date);
}

static const char *const month_names[][3] = {
    { "january", "enero", "jan" },
    { "february", "febrero", "feb" },
    { "march", "marzo", "mar" },
    { "april", "abril", "apr" },
    { "may", "mayo", "may" },
    { "june", "junio", "jun" },
    { "july", "julio", "jul" },
    { "august", "agosto", "aug" },
    { "september", "septiembre", "sept" },
    { "october", "octubre", "oct" },
    { "november", "noviembre", "nov" },
    { "december", "diciembre", "dec" },
};

/* The month whose name, or its first three letters or more, is the word [at, at + length). */
static int
month_of (const char *at, gsize length)
{
    if (length < 3 || strchr ("jfmasonde", g_ascii_tolower (*at)) == NULL) /* their first letters */
        return 0;
    for (guint month = 0; month < G_N_ELEMENTS (month_names); month++)
        for (guint i = 0; i < 3; i++)
            if (length <= strlen (month_names[month][i]) &&
                g_ascii_strncasecmp (at, month_names[month][i], length) == 0)
                return (int)month + 1;
    return 0;
}

static const char *
skip_word (const char *at, const char *word)
{
    gsize length = strlen (word);
    return g_ascii_strncasecmp (at, word, length) == 0 && !g_ascii_isalpha (at[length])
               ? at + length
               : at;
}

/* Blanks, one comma or point, the Spanish "de", "del", and "day of". */
static const char *
skip_joint (const char *at)
{
    while (*at == ' ' || *at == ',' || *at == '.' || *at == '-' || *at == '/')
        at++;
    at = skip_word (skip_word (at, "del"), "de");
    const char *day = skip_word (at, "day");
    at = skip_word (day > at && *day == ' ' ? day + 1 : at, "of");
    while (*at == ' ' || *at == ',')
        at++;
    return at;
}

static const char *
skip_ordinal (const char *at)
{
    static const char *const endings[] = { "st", "nd", "rd", "th" };
    for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        at = skip_word (at, endings[i]);
    return at;
}

/* "4-5", "4 and 5": the second of two days. */
static const char *
skip_second_day (const char *at)
{
    static const char *const signs[] = { "-",     "\xe2\x80\x93", " - ", " \xe2\x80\x93 ",
                                         " and ", " & " };
    Number day;
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
        if (g_str_has_prefix (at, signs[i]) && read_number (at + strlen (signs[i]), &day) &&
            day.digits <= 2)
            return skip_ordinal (day.end);
    return at;
}

static gboolean
read_month (const char *at, int *month, const char **end)
{
    gsize length = 0;
    while (g_ascii_isalpha (at[length]))
        length++;
    *month = month_of (at, length);
    *end = at + length;
    return *month > 0;
}

/* "1st", whose digit recognition takes for a letter: "ist", "lst". */
static gboolean
read_first (const char *at, Number *number)
{
    if (*at == '\0' || strchr ("iIl|", *at) == NULL || strncmp (at + 1, "st", 2) != 0 ||
        g_ascii_isalnum (at[3]))
        return FALSE;
    *number = (Number){ .value = 1, .digits = 1, .end = at + 1 };
    return TRUE;
}

/* "March 14, 2019" or "March 2019". */
static gboolean
read_month_first (const char *at, EvxDate *date, const char **end)
{
    Number number, year;
    if (!read_month (at, &date->month, &at) ||
        !(read_first (skip_joint (at), &number) || read_number (skip_joint (at), &number)))
        return FALSE;
    if (number.digits <= 2) {
        const char *next = skip_joint (skip_second_day (skip_ordinal (number.end)));
        if (!read_number (next, &year) || year.digits != 4)
            return FALSE;
        date->day = number.value;
        number = year;
        if (date->day == 0)
            return FALSE;
    }
    date->year = number.digits == 4 ? number.value : 0;
    *end = number.end;
    return is_possible (date);
}

/* "14 March 2019", "14 de marzo de 2019", "14-Mar-19". */
static gboolean
read_day_first (const char *at, EvxDate *date, const char **end)
{
    Number day, year;
    if (!read_number (at, &day) || day.digits > 2 ||
        !read_month (skip_joint (skip_ordinal (day.end)), &date->month, &at) ||
        !read_number (skip_joint (at), &year))
        return FALSE;
    date->day = day.value;
    date->year = full_year (&year);
    *end = year.end;
    return date->day > 0 && is_possible (date);
}

static gboolean
starts_token (const char *text, const char *at)
{
    if (!g_ascii_isalnum (*at) && *at != '|')
        return FALSE;
    return at == text || (!g_ascii_isalnum (at[-1]) && at[-1] != '/' && at[-1] != '-');
}

/* No date begins at its last digit, or behind it. Returns: the last digit; @text if there is none.
 */
static const char *
last_digit (const char *text)
{
    const char *last = text;
    for (; *text != '\0'; text++)
        if (g_ascii_isdigit (*text))
            last = text;
    return last;
}

gboolean
evx_date_find (const char *text, gsize from, EvxDate *date)
{
    static gboolean (*const readers[]) (const char *, EvxDate *,
                                        const char **) = { read_numeric, read_month_first,
                                                           read_day_first };
    const char *last = last_digit (text + from);
    for (const char *at = text + from; at < last; at++) {
        if (!starts_token (text, at))
            continue;
        for (guint i = 0; i < G_N_ELEMENTS (readers); i++) {
            const char *end = at;
            *date = (EvxDate){ 0 };
            if (!readers[i](at, date, &end) || g_ascii_isalnum (*end))
                continue;
            date->start = (gsize)(at - text);
            date->end = (gsize)(end - text);
            return TRUE;
        }
    }
    return FALSE;
}

char *
evx_date_iso (const EvxDate *date)
{
    if (date->day == 0)
        return g_strdup_printf ("%04d-%02d", date->year, date->month);
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

guint32
evx_date_number (const char *iso)
{
    guint32 number = 0;
    guint digits = 0;
    for (; iso != NULL && *iso != '\0' && digits < 8; iso++) {
        if (g_ascii_isdigit (*iso)) {
            number = number * 10 + (guint32)(*iso - '0');
            digits++;
        }
    }
    for (; digits > 0 && digits < 8; digits++)
        number *= 10;
    return number;
}
