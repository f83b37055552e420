/* Messages. A message is walked once; each part is body text, or attached. */
#include "mail.h"

#include <gmime/gmime.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)

typedef struct {
    GPtrArray *plain, *html, *attached; /* GMimeObject, lent */
    GPtrArray *apart;                   /* of html: no alternative to another part */
} Parts;

void
evx_mail_prepare (void)
{
    /* What the C library itself does not know. Held open for good, so that their tables are in every process
     * that is forked from here: a sandboxed one cannot open files. */
    static const char *const sets[] = { "ISO-8859-1", "ISO-8859-2", "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1252",
                                        "MACINTOSH", "UTF-7", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32",
                                        "KOI8-R", "WINDOWS-1251", "GB18030", "GBK", "BIG5", "SHIFT_JIS",
                                        "ISO-2022-JP", "EUC-KR" };
    g_mime_init ();
    for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
        GIConv kept = g_iconv_open ("UTF-8", sets[i]);
        if (kept == (GIConv) -1)
            g_debug ("no table for %s", sets[i]);
    }
}

static GMimeMessage *
parse (const guint8 *data, gsize length)
{
    g_mime_init ();
    g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer ((const char *) data, length);
    g_autoptr (GMimeParser) parser = g_mime_parser_new_with_stream (stream);
    return g_mime_parser_construct_message (parser, NULL);
}

/* ---- parts ------------------------------------------------------------------------------------------- */

static gboolean
is_body (GMimeObject *part, const char *subtype)
{
    GMimeContentType *type = g_mime_object_get_content_type (part);
    const char *disposition = g_mime_object_get_disposition (part);
    gboolean attached = disposition != NULL && g_ascii_strcasecmp (disposition, "attachment") == 0;
    return GMIME_IS_PART (part) && !attached && g_mime_content_type_is_type (type, "text", subtype) &&
           g_mime_part_get_filename ((GMimePart *) part) == NULL;
}

static void
sort_part (GMimeObject *parent, GMimeObject *part, gpointer user)
{
    Parts *parts = user;
    if (GMIME_IS_MULTIPART (part))
        return;
    GMimeContentType *around = parent != NULL ? g_mime_object_get_content_type (parent) : NULL;
    gboolean again = around != NULL && (g_mime_content_type_is_type (around, "multipart", "alternative") ||
                                        g_mime_content_type_is_type (around, "multipart", "related"));
    if (!again && is_body (part, "html"))
        g_ptr_array_add (parts->apart, part);
    if (is_body (part, "plain"))
        g_ptr_array_add (parts->plain, part);
    else if (is_body (part, "html"))
        g_ptr_array_add (parts->html, part);
    else
        g_ptr_array_add (parts->attached, part);
}

/* HTML beside plain text says the same again; where it stands apart from it, it counts as attached. */
static void
sort_parts (Parts *parts, GMimeMessage *message)
{
    *parts = (Parts) { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };
    GMimeObject *whole = g_mime_message_get_mime_part (message);
    if (whole == NULL)
        return;
    if (GMIME_IS_MULTIPART (whole))
        g_mime_multipart_foreach ((GMimeMultipart *) whole, sort_part, parts);
    else
        sort_part (NULL, whole, parts);
    for (guint i = 0; parts->plain->len > 0 && i < parts->apart->len; i++)
        g_ptr_array_add (parts->attached, g_ptr_array_index (parts->apart, i));
}

static void
clear_parts (Parts *parts)
{
    g_ptr_array_unref (parts->plain);
    g_ptr_array_unref (parts->html);
    g_ptr_array_unref (parts->attached);
    g_ptr_array_unref (parts->apart);
}

/* The content of a part, decoded from base64 and the like; of an attached message, the message. */
static GBytes *
content_of (GMimeObject *part)
{
    g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
    if (GMIME_IS_PART (part)) {
        GMimeDataWrapper *content = g_mime_part_get_content ((GMimePart *) part);
        if (content != NULL)
            g_mime_data_wrapper_write_to_stream (content, stream);
    } else if (GMIME_IS_MESSAGE_PART (part)) {
        GMimeMessage *message = g_mime_message_part_get_message ((GMimeMessagePart *) part);
        if (message != NULL)
            g_mime_object_write_to_stream ((GMimeObject *) message, NULL, stream);
    } else {
        g_mime_object_write_content_to_stream (part, NULL, stream);
    }
    GByteArray *bytes = g_mime_stream_mem_get_byte_array ((GMimeStreamMem *) stream);
    return g_bytes_new (bytes->data, bytes->len);
}

static char *
name_of (GMimeObject *part, guint number)
{
    const char *name = GMIME_IS_PART (part) ? g_mime_part_get_filename ((GMimePart *) part) : NULL;
    if (name != NULL && *name != '\0')
        return g_utf8_make_valid (name, -1);
    GMimeContentType *type = g_mime_object_get_content_type (part);
    const char *ending = GMIME_IS_MESSAGE_PART (part)                             ? "eml"
                         : g_mime_content_type_is_type (type, "text", "html")     ? "html"
                         : g_mime_content_type_is_type (type, "text", "calendar") ? "ics"
                                                                                  : "bin";
    return g_strdup_printf ("attachment-%u.%s", number, ending);
}

/* ---- the text ------------------------------------------------------------------------------------------ */

static void
add_field (GString *text, const char *name, const char *value)
{
    g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;
    if (valid != NULL && *valid != '\0')
        g_string_append_printf (text, "%s: %s\n", name, g_strdelimit (valid, "\r\n\t", ' '));
}

static void
add_addresses (GString *text, const char *name, InternetAddressList *list)
{
    g_autofree char *all =
        list != NULL && internet_address_list_length (list) > 0 ? internet_address_list_to_string (list, NULL, FALSE)
                                                                : NULL;
    add_field (text, name, all);
}

static void
add_header (GString *text, GMimeMessage *message)
{
    add_addresses (text, "From", g_mime_message_get_from (message));
    add_addresses (text, "To", g_mime_message_get_to (message));
    add_addresses (text, "Cc", g_mime_message_get_cc (message));
    add_addresses (text, "Bcc", g_mime_message_get_bcc (message));
    add_field (text, "Date", g_mime_object_get_header ((GMimeObject *) message, "Date"));
    add_field (text, "Subject", g_mime_message_get_subject (message));
}

/* By these names stand letters of other sets too; what they are shows in the bytes. */
static gboolean
is_loosely_named (const char *charset)
{
    static const char *const names[] = { "us-ascii", "ascii", "utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252",
                                         "cp1252" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (g_ascii_strcasecmp (charset, names[i]) == 0)
            return TRUE;
    return FALSE;
}

/* Its text as the part says it is written, in UTF-8; as it is where it does not say, or not truly. */
static GBytes *
text_bytes_of (GMimeObject *part)
{
    gsize length = 0, n = 0;
    g_autoptr (GBytes) bytes = content_of (part);
    const char *charset = g_mime_object_get_content_type_parameter (part, "charset");
    const char *data = g_bytes_get_data (bytes, &length);
    char *text = NULL;
    if (charset != NULL && data != NULL && !is_loosely_named (charset))
        text = g_convert (data, (gssize) length, "UTF-8", g_mime_charset_iconv_name (charset), NULL, &n, NULL);
    return text != NULL ? g_bytes_new_take (text, n) : g_steal_pointer (&bytes);
}

static void
add_bodies (GString *text, const GPtrArray *bodies, gboolean html, EvxMailDecode decode)
{
    for (guint i = 0; i < bodies->len; i++) {
        gsize length = 0;
        g_autoptr (GBytes) bytes = text_bytes_of (g_ptr_array_index (bodies, i));
        const guint8 *data = g_bytes_get_data (bytes, &length);
        g_autofree char *body = decode (data, length, html);
        if (body != NULL)
            g_string_append_printf (text, "\n%s\n", body);
    }
}

char *
evx_mail_text (const guint8 *data, gsize length, EvxMailDecode decode)
{
    g_autoptr (GMimeMessage) message = parse (data, length);
    if (message == NULL)
        return NULL;
    Parts parts;
    sort_parts (&parts, message);
    GString *text = g_string_new (NULL);
    add_header (text, message);
    gboolean html = parts.plain->len == 0;
    add_bodies (text, html ? parts.html : parts.plain, html, decode);
    for (guint i = 0; i < parts.attached->len; i++) {
        g_autofree char *name = name_of (g_ptr_array_index (parts.attached, i), i + 1);
        if (i == 0)
            g_string_append_c (text, '\n');
        add_field (text, "Attachment", name);
    }
    clear_parts (&parts);
    return g_string_free (text, FALSE);
}

/* ---- files ------------------------------------------------------------------------------------------------ */

gboolean
evx_mail_parts (const guint8 *data, gsize length, EvxMailPartFunc each, gpointer user)
{
    g_autoptr (GMimeMessage) message = parse (data, length);
    if (message == NULL)
        return TRUE;
    Parts parts;
    sort_parts (&parts, message);
    gboolean going = TRUE;
    for (guint i = 0; i < parts.attached->len && going; i++) {
        GMimeObject *part = g_ptr_array_index (parts.attached, i);
        g_autofree char *name = name_of (part, i + 1);
        g_autoptr (GBytes) bytes = content_of (part);
        going = each (name, bytes, user);
    }
    clear_parts (&parts);
    return going;
}

/* Returns: where the next message begins: "From " on a line after an empty one; or @end. */
static const char *
next_message (const char *from, const char *end)
{
    for (const char *p = from; p < end; p++) {
        p = memmem (p, (gsize) (end - p), "\nFrom ", 6);
        if (p == NULL)
            return end;
        if (p > from && (p[-1] == '\n' || (p[-1] == '\r' && p - 1 > from && p[-2] == '\n')))
            return p + 1;
    }
    return end;
}

gboolean
evx_mail_messages (const guint8 *data, gsize length, EvxMailPartFunc each, gpointer user)
{
    const char *at = (const char *) data, *end = at + length;
    for (guint n = 1; at < end; n++) {
        const char *header = memchr (at, '\n', (gsize) (end - at));
        const char *next = header != NULL ? next_message (header, end) : end;
        if (header == NULL)
            return TRUE;
        g_autofree char *name = g_strdup_printf ("%04u.eml", n);
        g_autoptr (GBytes) bytes = g_bytes_new (header + 1, (gsize) (next - header - 1));
        if (!each (name, bytes, user))
            return FALSE;
        at = next;
    }
    return TRUE;
}
