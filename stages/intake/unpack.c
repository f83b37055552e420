/* Unpacking. Depth first: a member is handed on while it is read, and kept as long as it may be a
 * container itself; then it is unpacked in its turn. */
#include "unpack.h"

#include "../kind.h"
#include "../paper/mail.h"
#include "../pdf/pdf.h"
#include "intake.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD 1024
#define CHUNK (1u << 20)
#define OVERLAP 16
#define BLOCK 65536
#define MOST_INNER_BYTES (256u << 20) /* of a container inside a container, which is held in memory */
#define MOST_NAME 1024                /* bytes */

typedef struct {
    EvxUnpackLimits left;
    const char *const *passwords;
    const EvxUnpackSink *sink;
    gpointer user;
    guint n;       /* members so far */
    gboolean over; /* a limit was hit, or the sink has had enough */
} Unpack;

typedef struct {
    Unpack *unpack;
    guint holder, depth;
} Place;

static void unpack_container (Unpack *unpack, guint holder, guint depth, GBytes *bytes);

/* ---- names --------------------------------------------------------------------------------------------- */

char *
evx_unpack_clean_name (const char *name)
{
    g_autofree char *valid = g_utf8_make_valid (name, -1);
    g_strdelimit (valid, "\\", '/');
    g_auto (GStrv) parts = g_strsplit (valid, "/", -1);
    g_autoptr (GString) path = g_string_new (NULL);
    for (guint i = 0; parts[i] != NULL; i++) {
        if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
            continue;
        g_autofree char *part = evx_intake_printable (parts[i]);
        g_string_append_printf (path, "%s%s", path->len > 0 ? "/" : "", part);
    }
    if (path->len > MOST_NAME)
        g_string_truncate (path, (gsize) (g_utf8_find_prev_char (path->str, path->str + MOST_NAME) - path->str));
    return path->len > 0 ? g_strdup (path->str) : g_strdup ("unnamed");
}

/* ---- one member ------------------------------------------------------------------------------------------ */

static gboolean
stop (Unpack *unpack, const char *reason)
{
    if (!unpack->over && reason != NULL)
        unpack->sink->trouble (0, EVX_ERROR_TOO_BIG, reason, unpack->user);
    unpack->over = TRUE;
    return FALSE;
}

static gboolean
begin (const Place *place, const char *name)
{
    Unpack *unpack = place->unpack;
    g_autofree char *clean = evx_unpack_clean_name (name);
    if (unpack->n >= unpack->left.members)
        return stop (unpack, "holds more files than the limit (--unpack-members); the rest was not read");
    unpack->n++;
    return unpack->sink->begin (place->holder, clean, unpack->user) || stop (unpack, NULL);
}

static gboolean
end (Unpack *unpack, int code, const char *reason)
{
    return unpack->sink->end (code, reason, unpack->user) || stop (unpack, NULL);
}

static gboolean
give (Unpack *unpack, const void *bytes, gsize length)
{
    if (length > unpack->left.bytes) {
        end (unpack, EVX_ERROR_TOO_BIG, "the limit of unpacked bytes was reached in it");
        return stop (unpack, "unpacks to more than the limit (--unpack-bytes, or 250 times its own size); "
                             "the rest was not read");
    }
    unpack->left.bytes -= length;
    return unpack->sink->data (bytes, length, unpack->user) || stop (unpack, NULL);
}

static gboolean
may_hold (const void *bytes, gsize length)
{
    EvxKind kind = evx_kind_of (bytes, length, NULL);
    return evx_intake_is_container (kind) || kind == EVX_KIND_EMAIL || kind == EVX_KIND_PDF;
}

static gboolean
holds_others (GBytes *bytes)
{
    gsize length = 0;
    const void *data = g_bytes_get_data (bytes, &length);
    return data != NULL && may_hold (data, length);
}

static void
go_in (const Place *place, GBytes *bytes)
{
    Unpack *unpack = place->unpack;
    if (!holds_others (bytes))
        return;
    if (place->depth >= unpack->left.depth)
        unpack->sink->trouble (unpack->n, EVX_ERROR_TOO_BIG,
                               "lies in more archives than the limit (--unpack-depth); not unpacked",
                               unpack->user);
    else
        unpack_container (unpack, unpack->n, place->depth + 1, bytes);
}

/* A member whose bytes are all there, or NULL. */
static gboolean
take_whole (const char *name, GBytes *bytes, gpointer user)
{
    const Place *place = user;
    gsize length = 0;
    if (bytes == NULL)
        return begin (place, name) && end (place->unpack, EVX_ERROR_DAMAGED, "its data cannot be read: damaged, or encrypted");
    const void *data = g_bytes_get_data (bytes, &length);
    if (!begin (place, name) || !give (place->unpack, data, length) || !end (place->unpack, EVX_NONE, NULL))
        return FALSE;
    go_in (place, bytes);
    return !place->unpack->over;
}

/* ---- archives ---------------------------------------------------------------------------------------------- */

static int
code_of (struct archive *archive, gboolean encrypted)
{
    const char *message = archive_error_string (archive);
    gboolean about = message != NULL && (strcasestr (message, "passphrase") != NULL ||
                                         strcasestr (message, "encrypt") != NULL);
    return encrypted || about ? EVX_ERROR_PASSWORD : EVX_ERROR_DAMAGED;
}

static const char *
reason_of (int code)
{
    return code == EVX_ERROR_PASSWORD ? "needs a password" : "damaged, or packed in a way that is not known";
}

/* Reads the data of the entry in hand. @kept: its bytes while it may be a container.
 * Returns: EVX_NONE, or the code of what went wrong. */
static int
copy_entry (Unpack *unpack, struct archive *archive, gboolean encrypted, GByteArray *kept, gboolean *keep)
{
    g_autofree guint8 *block = g_malloc (BLOCK);
    for (;;) {
        la_ssize_t got = archive_read_data (archive, block, BLOCK);
        if (got == ARCHIVE_RETRY)
            continue;
        if (got < 0)
            return code_of (archive, encrypted);
        if (got == 0)
            return EVX_NONE;
        if (!give (unpack, block, (gsize) got))
            return EVX_NONE;
        if (*keep && kept->len + (gsize) got <= MOST_INNER_BYTES)
            g_byte_array_append (kept, block, (guint) got);
        else
            *keep = FALSE;
        if (*keep && kept->len >= HEAD && kept->len - (gsize) got < HEAD)
            *keep = may_hold (kept->data, kept->len);
    }
}

static gboolean
take_entry (const Place *place, struct archive *archive, struct archive_entry *entry, const char *name)
{
    Unpack *unpack = place->unpack;
    gboolean encrypted = archive_entry_is_encrypted (entry) > 0, keep = TRUE;
    if (!begin (place, name))
        return FALSE;
    if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL)
        return end (unpack, archive_entry_filetype (entry) == AE_IFLNK ? EVX_ERROR_SYMLINK : EVX_ERROR_NOT_A_REGULAR_FILE,
                    "a link or a device inside an archive; not followed");
    GByteArray *kept = g_byte_array_new ();
    int code = copy_entry (unpack, archive, encrypted, kept, &keep);
    g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (kept);
    if (unpack->over || !end (unpack, code, code != EVX_NONE ? reason_of (code) : NULL))
        return FALSE;
    if (keep && code == EVX_NONE)
        go_in (place, bytes);
    return !unpack->over;
}

static struct archive *
open_archive (Unpack *unpack, GBytes *bytes)
{
    gsize length = 0;
    const void *data = g_bytes_get_data (bytes, &length);
    struct archive *archive = archive_read_new ();
    archive_read_support_filter_gzip (archive); /* those that start no other program */
    archive_read_support_filter_bzip2 (archive);
    archive_read_support_filter_xz (archive);
    archive_read_support_filter_lzma (archive);
    archive_read_support_filter_compress (archive);
    archive_read_support_format_zip (archive);
    archive_read_support_format_tar (archive);
    archive_read_support_format_7zip (archive);
    archive_read_support_format_rar (archive);
    archive_read_support_format_rar5 (archive);
    archive_read_support_format_raw (archive); /* one compressed file */
    for (guint i = 0; unpack->passwords != NULL && unpack->passwords[i] != NULL; i++)
        archive_read_add_passphrase (archive, unpack->passwords[i]);
    archive_read_open_memory (archive, data, length);
    return archive;
}

static void
unpack_archive (const Place *place, GBytes *bytes)
{
    Unpack *unpack = place->unpack;
    struct archive *archive = open_archive (unpack, bytes);
    for (;;) {
        struct archive_entry *entry = NULL;
        int got = archive_read_next_header (archive, &entry);
        if (got == ARCHIVE_RETRY)
            continue;
        gboolean raw = archive_format (archive) == ARCHIVE_FORMAT_RAW;
        if (got == ARCHIVE_EOF)
            break;
        if (got < ARCHIVE_WARN || (raw && archive_filter_count (archive) <= 1)) {
            int code = code_of (archive, FALSE);
            unpack->sink->trouble (place->holder, code, reason_of (code), unpack->user);
            break;
        }
        const char *name = archive_entry_pathname (entry);
        if (archive_entry_filetype (entry) == AE_IFDIR)
            continue;
        if (!take_entry (place, archive, entry, raw ? "content" : name != NULL ? name : "unnamed"))
            break;
    }
    archive_read_free (archive);
}

/* A packed object may say it, and so may an encrypted one, which is packed in most files. */
static gboolean
hints_at_files (const void *bytes, gsize length)
{
    return memmem (bytes, length, "/EmbeddedFile", 13) != NULL ||
           memmem (bytes, length, "/FileAttachment", 15) != NULL || memmem (bytes, length, "/ObjStm", 7) != NULL;
}

/* ---- all kinds ------------------------------------------------------------------------------------------------ */

static void
unpack_pdf (Place *place, GBytes *bytes)
{
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, place->unpack->passwords, NULL);
    if (pdf != NULL)
        evx_pdf_files (pdf, take_whole, place);
}

static void
unpack_container (Unpack *unpack, guint holder, guint depth, GBytes *bytes)
{
    Place place = { unpack, holder, depth };
    gsize length = 0;
    const guint8 *data = g_bytes_get_data (bytes, &length);
    switch (evx_kind_of (data, length, NULL)) {
    case EVX_KIND_ARCHIVE:
        unpack_archive (&place, bytes);
        break;
    case EVX_KIND_MAILBOX:
        evx_mail_messages (data, length, take_whole, &place);
        break;
    case EVX_KIND_EMAIL:
        evx_mail_parts (data, length, take_whole, &place);
        break;
    case EVX_KIND_PDF:
        if (hints_at_files (data, length))
            unpack_pdf (&place, bytes);
        break;
    default:
        break;
    }
}

void
evx_unpack (GBytes *container, const EvxUnpackLimits *limits, const char *const *passwords,
            const EvxUnpackSink *sink, gpointer user)
{
    Unpack unpack = { *limits, passwords, sink, user, 0, FALSE };
    unpack_container (&unpack, 0, 1, container);
}

gboolean
evx_unpack_pdf_may_hold (int fd)
{
    g_autofree guint8 *chunk = g_malloc (CHUNK);
    struct stat st;
    goffset size = fstat (fd, &st) == 0 ? st.st_size : 0; /* it may grow as fast as it is read */
    for (goffset at = 0; at < size; at += CHUNK - OVERLAP) {
        gssize got = pread (fd, chunk, CHUNK, at);
        if (got <= 0)
            return FALSE;
        if (hints_at_files (chunk, (gsize) got))
            return TRUE;
    }
    return FALSE;
}
