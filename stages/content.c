/* Tokens of a content stream. Written for speed and for damage: one pass, no allocation. */
#include "content.h"

#include <string.h>

enum { BLANK = 1, DELIMITER = 2, DIGIT = 4 };

static const guint8 classes[256] = {
    ['\0'] = BLANK, ['\t'] = BLANK, ['\n'] = BLANK, ['\f'] = BLANK, ['\r'] = BLANK, [' '] = BLANK,
    ['('] = DELIMITER, [')'] = DELIMITER, ['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER,
    [']'] = DELIMITER, ['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER, ['%'] = DELIMITER,
    ['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT,
    ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
};

static inline gboolean
is_blank (char c)
{
    return classes[(guchar) c] == BLANK;
}

static inline gboolean
is_delimiter (char c)
{
    return classes[(guchar) c] == DELIMITER;
}

static inline gboolean
is_digit (char c)
{
    return classes[(guchar) c] == DIGIT;
}

static void
skip_blanks (EvxContent *c)
{
    while (c->at < c->end) {
        if (*c->at == '%')
            while (c->at < c->end && *c->at != '\n' && *c->at != '\r')
                c->at++;
        else if (is_blank (*c->at))
            c->at++;
        else
            return;
    }
}

/* No exponents in PDF. A second sign or point ends what counts, as in other readers. */
static gboolean
read_number (EvxContent *c, EvxToken *token)
{
    const char *p = c->at;
    gboolean negative = FALSE, digits = FALSE;
    while (p < c->end && (*p == '-' || *p == '+'))
        negative |= *p++ == '-';
    double value = 0, unit = 1;
    for (; p < c->end && is_digit (*p); p++, digits = TRUE)
        value = value * 10 + (*p - '0');
    if (p < c->end && *p == '.')
        for (p++; p < c->end && is_digit (*p); p++, digits = TRUE)
            value += (*p - '0') * (unit /= 10);
    if (!digits)
        return FALSE;
    while (p < c->end && (*p == '-' || *p == '.' || is_digit (*p)))
        p++;
    token->kind = EVX_TOKEN_NUMBER;
    token->number = negative ? -value : value;
    c->at = p;
    return TRUE;
}

static void
read_regular (EvxContent *c, EvxToken *token)
{
    token->text = c->at;
    while (c->at < c->end && (classes[(guchar) *c->at] & (BLANK | DELIMITER)) == 0)
        c->at++;
    token->length = (gsize) (c->at - token->text);
}

static void
read_string (EvxContent *c, EvxToken *token)
{
    guint depth = 1;
    token->kind = EVX_TOKEN_STRING;
    token->text = ++c->at;
    for (; c->at < c->end; c->at++) {
        if (*c->at == '\\' && c->at + 1 < c->end)
            c->at++;
        else if (*c->at == '(')
            depth++;
        else if (*c->at == ')' && --depth == 0)
            break;
    }
    token->length = (gsize) (c->at - token->text);
    if (c->at < c->end)
        c->at++;
}

static void
read_hex (EvxContent *c, EvxToken *token)
{
    token->kind = EVX_TOKEN_HEX;
    token->text = ++c->at;
    while (c->at < c->end && *c->at != '>')
        c->at++;
    token->length = (gsize) (c->at - token->text);
    if (c->at < c->end)
        c->at++;
}

static void
read_bracket (EvxContent *c, EvxToken *token, EvxTokenKind kind, gsize length)
{
    token->kind = kind;
    token->text = c->at;
    token->length = length;
    c->at += length;
}

gboolean
evx_content_next (EvxContent *c, EvxToken *token)
{
    for (;;) {
        skip_blanks (c);
        if (c->at >= c->end)
            return FALSE;
        char first = *c->at;
        gboolean twice = c->at + 1 < c->end && c->at[1] == first;
        if ((first == '-' || first == '+' || first == '.' || is_digit (first)) &&
            read_number (c, token))
            return TRUE;
        if (first == '(')
            read_string (c, token);
        else if (first == '<' && !twice)
            read_hex (c, token);
        else if (first == '[' || first == '<')
            read_bracket (c, token, EVX_TOKEN_OPEN, first == '<' ? 2 : 1);
        else if (first == ']' || (first == '>' && twice))
            read_bracket (c, token, EVX_TOKEN_CLOSE, first == '>' ? 2 : 1);
        else if (first == '/') {
            c->at++;
            token->kind = EVX_TOKEN_NAME;
            read_regular (c, token);
        } else if (is_delimiter (first)) {
            c->at++; /* a bracket out of place */
            continue;
        } else {
            token->kind = EVX_TOKEN_OPERATOR;
            read_regular (c, token);
        }
        return TRUE;
    }
}

/* "EI" between blanks may also occur in the data; behind the true one comes text, not bytes. */
static gboolean
looks_like_text (const char *p, const char *end)
{
    for (const char *stop = MIN (end, p + 12); p < stop; p++)
        if (!is_blank (*p) && (*p < ' ' || *p > '~'))
            return FALSE;
    return TRUE;
}

void
evx_content_skip_image (EvxContent *c)
{
    while (c->at < c->end) {
        const char *p = memchr (c->at, 'E', (gsize) (c->end - c->at));
        if (p == NULL || p + 1 >= c->end) {
            c->at = c->end;
            return;
        }
        c->at = p + 1;
        gboolean parted = is_blank (p[-1]) && (p + 2 == c->end || is_blank (p[2]));
        if (p[1] == 'I' && parted && looks_like_text (p + 2, c->end)) {
            c->at = p + 2;
            return;
        }
    }
}

static void
append_hex (const EvxToken *token, GByteArray *bytes)
{
    guint8 byte = 0;
    gboolean half = FALSE;
    for (gsize i = 0; i < token->length; i++) {
        int digit = g_ascii_xdigit_value (token->text[i]);
        if (digit < 0)
            continue;
        byte = (guint8) (byte << 4 | digit);
        if (half)
            g_byte_array_append (bytes, &byte, 1);
        half = !half;
    }
    if (half) {
        byte = (guint8) (byte << 4);
        g_byte_array_append (bytes, &byte, 1);
    }
}

/* Reads the escape behind a backslash at @p; returns the number of characters it takes. */
static gsize
read_escape (const char *p, const char *end, guint8 *byte, gboolean *nothing)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    const char *plain = strchr (from, *p);
    *nothing = FALSE;
    if (*p == '\n' || *p == '\r') {
        *nothing = TRUE;
        return *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
    }
    if (*p >= '0' && *p <= '7') {
        guint value = 0;
        gsize n = 0;
        for (; n < 3 && p + n < end && p[n] >= '0' && p[n] <= '7'; n++)
            value = value * 8 + (guint) (p[n] - '0');
        *byte = (guint8) value;
        return n;
    }
    *byte = (guint8) (*p != '\0' && plain != NULL ? to[plain - from] : *p);
    return 1;
}

void
evx_token_bytes (const EvxToken *token, GByteArray *bytes)
{
    if (token->kind == EVX_TOKEN_HEX) {
        append_hex (token, bytes);
        return;
    }
    const char *p = token->text, *end = p + token->length;
    while (p < end) {
        const char *slash = memchr (p, '\\', (gsize) (end - p));
        const char *stop = slash ? slash : end;
        g_byte_array_append (bytes, (const guint8 *) p, (guint) (stop - p));
        p = stop;
        if (slash == NULL || ++p >= end)
            return;
        guint8 byte = 0;
        gboolean nothing = FALSE;
        p += read_escape (p, end, &byte, &nothing);
        if (!nothing)
            g_byte_array_append (bytes, &byte, 1);
    }
}

char *
evx_token_name (const EvxToken *token)
{
    GString *name = g_string_sized_new (token->length + 2);
    g_string_append_c (name, '/');
    for (gsize i = 0; i < token->length; i++) {
        int high = -1, low = -1;
        if (token->text[i] == '#' && i + 2 < token->length) {
            high = g_ascii_xdigit_value (token->text[i + 1]);
            low = g_ascii_xdigit_value (token->text[i + 2]);
        }
        gboolean escaped = high >= 0 && low >= 0 && (high | low) != 0;
        g_string_append_c (name, escaped ? (char) (high << 4 | low) : token->text[i]);
        if (escaped)
            i += 2;
    }
    return g_string_free (name, FALSE);
}

gboolean
evx_token_is (const EvxToken *token, const char *text)
{
    return (token->kind == EVX_TOKEN_OPERATOR || token->kind == EVX_TOKEN_NAME) &&
           strlen (text) == token->length && memcmp (token->text, text, token->length) == 0;
}
