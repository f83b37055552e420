/* What a file is, by its first bytes. The table holds the signatures of what is found in productions of
 * records; the rest is text if it reads as text. Signatures: the formats' own specifications. */
#include "kind.h"

#include <string.h>

#define HEAD 1024 /* where "%PDF-" may begin */

typedef struct {
    guint offset, length;
    const char *bytes;
    EvxKind kind;
    const char *name;
} Signature;

static const Signature signatures[] = {
    { 0, 4, "II*\0", EVX_KIND_IMAGE, "a TIFF image" },
    { 0, 4, "MM\0*", EVX_KIND_IMAGE, "a TIFF image" },
    { 0, 8, "\x89PNG\r\n\x1a\n", EVX_KIND_IMAGE, "a PNG image" },
    { 0, 3, "\xff\xd8\xff", EVX_KIND_IMAGE, "a JPEG image" },
    { 0, 4, "GIF8", EVX_KIND_IMAGE, "a GIF image" },
    { 0, 2, "BM", EVX_KIND_IMAGE, "a BMP image" },
    { 4, 8, "ftypheic", EVX_KIND_OTHER, "a HEIC image" },
    { 4, 4, "ftyp", EVX_KIND_OTHER, "a video" },
    { 0, 4, "RIFF", EVX_KIND_OTHER, "a sound, a video or a WebP image" },
    { 0, 3, "ID3", EVX_KIND_OTHER, "a sound" },
    { 0, 4, "\x1a\x45\xdf\xa3", EVX_KIND_OTHER, "a video" },
    { 0, 4, "Rar!", EVX_KIND_ARCHIVE, "a RAR archive" },
    { 0, 6, "7z\xbc\xaf\x27\x1c", EVX_KIND_ARCHIVE, "a 7z archive" },
    { 0, 2, "\x1f\x8b", EVX_KIND_ARCHIVE, "a gzip file" },
    { 0, 3, "BZh", EVX_KIND_ARCHIVE, "a bzip2 file" },
    { 0, 6, "\xfd" "7zXZ\0", EVX_KIND_ARCHIVE, "an xz file" },
    { 257, 5, "ustar", EVX_KIND_ARCHIVE, "a tar archive" },
    { 0, 4, "!BDN", EVX_KIND_OTHER, "an Outlook mailbox" },
    { 0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", EVX_KIND_OFFICE, "an old Office file or an Outlook message" },
    { 0, 5, "{\\rtf", EVX_KIND_OFFICE, "an RTF document" },
    { 0, 4, "\x7f" "ELF", EVX_KIND_OTHER, "a program" },
    { 0, 2, "MZ", EVX_KIND_OTHER, "a Windows program" },
    { 0, 15, "SQLite format 3", EVX_KIND_OTHER, "an SQLite database" },
    { 0, 8, "\0\0\0\1Bud1", EVX_KIND_OTHER, "a folder's settings (.DS_Store)" },
    { 0, 4, "%!PS", EVX_KIND_OTHER, "a PostScript file" },
};

static gboolean
contains (const guint8 *head, gsize length, const char *what)
{
    return memmem (head, length, what, strlen (what)) != NULL;
}

/* The first entry of an Office or OpenDocument file names what it is. */
static EvxKind
kind_of_zip (const guint8 *head, gsize length, const char **name)
{
    static const struct {
        const char *part, *name;
    } offices[] = {
        { "word/", "a Word document" },
        { "xl/", "an Excel workbook" },
        { "ppt/", "a PowerPoint presentation" },
        { "[Content_Types].xml", "an Office document" },
        { "vnd.oasis.opendocument", "an OpenDocument file" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
        if (contains (head, length, offices[i].part)) {
            *name = offices[i].name;
            return EVX_KIND_OFFICE;
        }
    *name = "a ZIP archive";
    return EVX_KIND_ARCHIVE;
}

/* UTF-16 says so with its first two bytes. */
static gboolean
has_utf16_mark (const guint8 *head, gsize length)
{
    return length >= 4 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0);
}

/* A few control bytes are usual in text; a NUL is not. The end may cut a UTF-8 sequence. */
static gboolean
is_text (const guint8 *head, gsize length)
{
    gsize odd = 0;
    for (gsize i = 0; i < length; i++) {
        if (head[i] == 0)
            return FALSE;
        odd += head[i] < 32 && head[i] != '\t' && head[i] != '\n' && head[i] != '\r' && head[i] != '\f';
    }
    return odd * 50 <= length;
}

static gboolean
begins (const guint8 *head, gsize length, const char *with)
{
    return length >= strlen (with) && g_ascii_strncasecmp ((const char *) head, with, strlen (with)) == 0;
}

/* A field of a header: a name of letters and dashes, and a colon (RFC 5322, 2.2). */
static gsize
field_name (const guint8 *line, gsize length)
{
    gsize n = 0;
    while (n < length && (g_ascii_isalnum (line[n]) || line[n] == '-'))
        n++;
    return n > 0 && n < length && line[n] == ':' ? n : 0;
}

/* Fields that programs write and people do not, so that a printed mail is not taken for one. */
static gboolean
is_written_by_programs (const guint8 *name, gsize length)
{
    static const char *const names[] = { "Received", "Return-Path", "Delivered-To", "Message-ID", "MIME-Version",
                                         "Content-Type", "DKIM-Signature", "X-Mailer", "X-Originating-IP" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (strlen (names[i]) == length && g_ascii_strncasecmp ((const char *) name, names[i], length) == 0)
            return TRUE;
    return FALSE;
}

/* Nothing but fields up to an empty line, and one of them written by a program. */
static gboolean
is_header (const guint8 *text, gsize length)
{
    gboolean written = FALSE;
    for (const guint8 *line = text, *end = text + length; line < end && *line != '\n' && *line != '\r';) {
        gsize name = field_name (line, (gsize) (end - line));
        const guint8 *next = memchr (line, '\n', (gsize) (end - line));
        gboolean continued = line > text && (*line == ' ' || *line == '\t');
        if (name == 0 && !continued)
            return written && next == NULL; /* the first kilobyte ends here */
        written |= name > 0 && is_written_by_programs (line, name);
        line = next != NULL ? next + 1 : end;
    }
    return written;
}

/* "From address date", then a header (RFC 4155). */
static gboolean
is_mailbox (const guint8 *head, gsize length)
{
    const guint8 *next = length > 5 && memcmp (head, "From ", 5) == 0 ? memchr (head, '\n', length) : NULL;
    return next != NULL && is_header (next + 1, length - (gsize) (next + 1 - head));
}

static EvxKind
kind_of_text (const guint8 *head, gsize length, const char **name)
{
    *name = "a mailbox";
    if (is_mailbox (head, length))
        return EVX_KIND_MAILBOX;
    *name = "an e-mail message";
    if (is_header (head, length))
        return EVX_KIND_EMAIL;
    while (length > 0 && g_ascii_isspace (*head)) {
        head++;
        length--;
    }
    *name = "an HTML page";
    if (begins (head, length, "<!doctype html") || begins (head, length, "<html"))
        return EVX_KIND_HTML;
    *name = begins (head, length, "<?xml") ? "an XML file" : "plain text";
    return EVX_KIND_TEXT;
}

/* "12 0 obj" at the beginning of a line and a dictionary behind it: a PDF whose header is damaged. */
static gboolean
has_object (const guint8 *head, gsize length)
{
    for (gsize i = 0; i + 7 < length; i++) {
        if (!g_ascii_isdigit (head[i]) || (i > 0 && head[i - 1] != '\n' && head[i - 1] != '\r'))
            continue;
        gsize at = i;
        while (at < length && g_ascii_isdigit (head[at]))
            at++;
        if (length - at > 6 && memcmp (head + at, " 0 obj", 6) == 0)
            return contains (head + at, length - at, "<<");
    }
    return FALSE;
}

/* A PDF behind what a server or a broken transfer left: its own header at the
 * beginning of a line, and an object soon after it. */
static gboolean
has_late_header (const guint8 *head, gsize length)
{
    const guint8 *end = head + length;
    for (const guint8 *p = head; (p = memmem (p, (gsize) (end - p), "\n%PDF-1.", 8)) != NULL; p++)
        if (contains (p, MIN ((gsize) (end - p), HEAD), " 0 obj"))
            return TRUE;
    return FALSE;
}

static EvxKind
kind_of_head (const guint8 *head, gsize length, const char **name)
{
    *name = "an empty file";
    if (length == 0)
        return EVX_KIND_EMPTY;
    *name = "a PDF";
    if (contains (head, length, "%PDF-"))
        return EVX_KIND_PDF;
    if (length >= 4 && memcmp (head, "PK\3\4", 4) == 0)
        return kind_of_zip (head, length, name);
    for (guint i = 0; i < G_N_ELEMENTS (signatures); i++) {
        const Signature *s = &signatures[i];
        if (length >= s->offset + s->length && memcmp (head + s->offset, s->bytes, s->length) == 0) {
            *name = s->name;
            return s->kind;
        }
    }
    if (has_object (head, length)) {
        *name = "a PDF";
        return EVX_KIND_PDF;
    }
    if (is_text (head, length))
        return kind_of_text (head, length, name);
    *name = "plain text";
    if (has_utf16_mark (head, length))
        return EVX_KIND_TEXT;
    *name = "data of an unknown type";
    return EVX_KIND_OTHER;
}

EvxKind
evx_kind_of (const guint8 *head, gsize length, const char **name)
{
    const char *unused;
    name = name != NULL ? name : &unused;
    EvxKind kind = kind_of_head (head, MIN (length, HEAD), name);
    if ((kind != EVX_KIND_TEXT && kind != EVX_KIND_OTHER) ||
        !has_late_header (head, MIN (length, EVX_KIND_HEAD)))
        return kind;
    *name = "a PDF";
    return EVX_KIND_PDF;
}

gboolean
evx_kind_is_index (const guint8 *head, gsize length)
{
    guint32 id;
    if (length < EVX_INDEX_HEAD || memcmp (head, "SQLite format 3", 16) != 0)
        return FALSE;
    memcpy (&id, head + 68, sizeof id);
    return GUINT32_FROM_BE (id) == EVX_APPLICATION_ID;
}
