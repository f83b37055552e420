/* JSON, written piece by piece. Source: RFC 8259. */
#include "json.h"

#include <math.h>
#include <string.h>

static void
append_escaped (GString *json, gunichar c)
{
    switch (c) {
    case '"':
        g_string_append (json, "\\\"");
        break;
    case '\\':
        g_string_append (json, "\\\\");
        break;
    case '\n':
        g_string_append (json, "\\n");
        break;
    case '\t':
        g_string_append (json, "\\t");
        break;
    default:
        if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029)
            g_string_append_printf (json, "\\u%04x", c);
        else
            g_string_append_unichar (json, c);
    }
}

/* Bytes that stand for themselves, and begin no character that does not: 0xe2 begins U+2028. */
static gboolean
is_plain (guchar c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f && c != 0xe2;
}

void
evx_json_string (GString *json, const char *text)
{
    if (text == NULL) {
        g_string_append (json, "null");
        return;
    }
    g_string_append_c (json, '"');
    while (*text != '\0') {
        const char *plain = text; /* nearly always to the end */
        while (is_plain ((guchar) *text))
            text++;
        g_string_append_len (json, plain, text - plain);
        if (*text == '\0')
            break;
        append_escaped (json, g_utf8_get_char (text));
        text = g_utf8_next_char (text);
    }
    g_string_append_c (json, '"');
}

/* Decimal, with at least @least digits. */
static void
append_digits (GString *json, guint64 value, guint least)
{
    char digits[20];
    guint n = 0;
    for (; value > 0 || n < least; value /= 10)
        digits[sizeof digits - ++n] = (char) ('0' + value % 10);
    g_string_append_len (json, digits + sizeof digits - n, n);
}

static void
append_integer (GString *json, gint64 value)
{
    if (value < 0)
        g_string_append_c (json, '-');
    append_digits (json, value < 0 ? -(guint64) value : (guint64) value, 1);
}

/* Edges of boxes, and whole numbers, without printf, which takes ten times as long. FALSE if @value is no number of
 * whole hundredths that has 7 digits at most. */
static gboolean
append_hundredths (GString *json, double value)
{
    double hundredths = rint (value * 100);
    if (!(fabs (value) < 1e5) || hundredths / 100 != value || (value == 0 && signbit (value)))
        return FALSE;
    guint64 all = (guint64) fabs (hundredths), rest = all % 100;
    if (hundredths < 0)
        g_string_append_c (json, '-');
    append_digits (json, all / 100, 1);
    if (rest > 0) {
        g_string_append_c (json, '.');
        append_digits (json, rest % 10 == 0 ? rest / 10 : rest, rest % 10 == 0 ? 1 : 2);
    }
    return TRUE;
}

void
evx_json_real (GString *json, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    if (!isfinite (value))
        g_string_append (json, "null");
    else if (!append_hundredths (json, value))
        g_string_append (json, g_ascii_formatd (digits, sizeof digits, "%.7g", value));
}

void
evx_json_name (GString *json, const char *name)
{
    if (json->len > 0 && strchr ("{[,", json->str[json->len - 1]) == NULL)
        g_string_append_c (json, ',');
    evx_json_string (json, name);
    g_string_append_c (json, ':');
}

void
evx_json_text (GString *json, const char *name, const char *value)
{
    evx_json_name (json, name);
    evx_json_string (json, value);
}

void
evx_json_boolean (GString *json, const char *name, gboolean value)
{
    evx_json_name (json, name);
    g_string_append (json, value ? "true" : "false");
}

void
evx_json_integer (GString *json, const char *name, gint64 value)
{
    evx_json_name (json, name);
    append_integer (json, value);
}

/* Columns whose text is JSON already. */
static gboolean
is_raw (const char *name)
{
    return strcmp (name, "evidential") == 0 || strcmp (name, "to_ice") == 0 || strcmp (name, "cells") == 0;
}

void
evx_json_record (GString *json, const EvxRecord *record)
{
    for (guint i = 0; i < record->n; i++) {
        const EvxValue *value = &record->values[i];
        evx_json_name (json, record->names[i]);
        if (value->type == EVX_VALUE_INTEGER)
            append_integer (json, value->integer);
        else if (value->type == EVX_VALUE_REAL)
            evx_json_real (json, value->real);
        else if (value->type == EVX_VALUE_TEXT && is_raw (record->names[i]))
            g_string_append (json, value->text);
        else
            evx_json_string (json, value->text);
    }
}
