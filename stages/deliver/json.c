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

void
evx_json_string (GString *json, const char *text)
{
    if (text == NULL) {
        g_string_append (json, "null");
        return;
    }
    g_string_append_c (json, '"');
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
        append_escaped (json, g_utf8_get_char (at));
    g_string_append_c (json, '"');
}

void
evx_json_real (GString *json, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    if (isfinite (value))
        g_string_append (json, g_ascii_formatd (digits, sizeof digits, "%.7g", value));
    else
        g_string_append (json, "null");
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
    g_string_append_printf (json, "%" G_GINT64_FORMAT, value);
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
            g_string_append_printf (json, "%" G_GINT64_FORMAT, value->integer);
        else if (value->type == EVX_VALUE_REAL)
            evx_json_real (json, value->real);
        else if (value->type == EVX_VALUE_TEXT && is_raw (record->names[i]))
            g_string_append (json, value->text);
        else
            evx_json_string (json, value->text);
    }
}
