/* From bytes to paper: judges by content, decodes the characters, hands to the one that can lay it. */
#include "paper-internal.h"

#include "mail.h"

#include <string.h>

/* A text of this size has some 8,000 pages; what is longer is a data base, not a record to be read. */
#define MOST_TEXT_BYTES (32u << 20)

/* ---- characters --------------------------------------------------------------------------------- */

/* 0x80 to 0x9f of Windows-1252; 0 where nothing is defined. The rest is Latin-1. Own, because iconv
 * loads its tables from files that a worker cannot open. */
static const guint16 windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static char *
from_windows_1252 (const guint8 *data, gsize length)
{
    GString *text = g_string_sized_new (length + length / 8);
    for (gsize i = 0; i < length; i++) {
        gunichar c = data[i] >= 0x80 && data[i] < 0xa0 ? windows_1252[data[i] - 0x80] : data[i];
        g_string_append_unichar (text, c != 0 ? c : 0xfffd);
    }
    return g_string_free (text, FALSE);
}

static char *
from_utf16 (const guint8 *data, gsize length, gboolean big_endian)
{
    gsize n = length / 2;
    g_autofree gunichar2 *units = g_new (gunichar2, n + 1);
    for (gsize i = 0; i < n; i++)
        units[i] = (gunichar2) (big_endian ? data[2 * i] << 8 | data[2 * i + 1]
                                           : data[2 * i + 1] << 8 | data[2 * i]);
    char *text = g_utf16_to_utf8 (units, (glong) n, NULL, NULL, NULL);
    return text != NULL ? text : from_windows_1252 (data, length);
}

/* Returns: (transfer full): UTF-8. */
static char *
decode (const guint8 *data, gsize length)
{
    if (length >= 2 && data[0] == 0xff && data[1] == 0xfe)
        return from_utf16 (data + 2, length - 2, FALSE);
    if (length >= 2 && data[0] == 0xfe && data[1] == 0xff)
        return from_utf16 (data + 2, length - 2, TRUE);
    if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
        return g_utf8_make_valid ((const char *) data + 3, (gssize) length - 3);
    if (g_utf8_validate ((const char *) data, (gssize) length, NULL))
        return g_strndup ((const char *) data, length);
    return from_windows_1252 (data, length);
}

/* ---- text ------------------------------------------------------------------------------------------ */

static gboolean
has_visible (const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        if (g_unichar_isgraph (g_utf8_get_char (p)))
            return TRUE;
    return FALSE;
}

static char *
text_of_html (const guint8 *data, gsize length)
{
    g_autofree char *source = decode (data, length);
    return evx_paper_html (source, strlen (source));
}

static char *
text_of_part (const guint8 *data, gsize length, gboolean html)
{
    return html ? text_of_html (data, length) : decode (data, length);
}

static char *
text_of_mail (const guint8 *data, gsize length)
{
    return evx_mail_text (data, length, text_of_part);
}

static GBytes *
lay_text (GBytes *bytes, char *(*text_of) (const guint8 *, gsize), GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data (bytes, &length);
    if (length > MOST_TEXT_BYTES) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_TOO_BIG,
                     "a text of %u MiB, above the limit of %u MiB; split it", (guint) (length >> 20),
                     MOST_TEXT_BYTES >> 20);
        return NULL;
    }
    g_autofree char *text = text_of (data, length);
    if (text == NULL || !has_visible (text)) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_EMPTY, "there is no text to be seen in it");
        return NULL;
    }
    g_autoptr (GPtrArray) records = text_of == decode ? evx_paper_records (text) : NULL;
    return records != NULL ? evx_paper_table (records, error) : evx_paper_text (text, error);
}

/* A PDF behind more junk than is looked at to tell what a file is: its header and an object. */
static gboolean
holds_pdf (const guint8 *data, gsize length)
{
    const guint8 *header = memmem (data, length, "%PDF-", 5);
    return header != NULL && memmem (header, length - (gsize) (header - data), " 0 obj", 6) != NULL;
}

GBytes *
evx_paper_lay (GBytes *bytes, gboolean *cut_short, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data (bytes, &length);
    *cut_short = FALSE;
    switch (evx_kind_of (data, length, NULL)) {
    case EVX_KIND_IMAGE:
        return evx_paper_image (bytes, cut_short, error);
    case EVX_KIND_TEXT:
        if (holds_pdf (data, length))
            return g_bytes_ref (bytes);
        return lay_text (bytes, decode, error);
    case EVX_KIND_HTML:
        return lay_text (bytes, text_of_html, error);
    case EVX_KIND_EMAIL:
        return lay_text (bytes, text_of_mail, error);
    default:
        return g_bytes_ref (bytes);
    }
}
