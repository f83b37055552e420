/* The bytes of one input: opened with care, judged by their head, hashed while they are copied into a
 * sealed memory file. A sealed copy ends the class of failures where a file changes while it is read. */
#include "intake.h"

#include "../bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (1u << 20)

static int
fail (EvxInput *input, EvxStatus status, int code, const char *reason)
{
    g_free (input->reason);
    input->status = status;
    input->code = code;
    input->reason = g_strdup (reason);
    return -1;
}

static int
fail_errno (EvxInput *input, int saved)
{
    if (saved == EACCES || saved == EPERM)
        return fail (input, EVX_STATUS_FAILED, EVX_ERROR_PERMISSION, "no permission to read it");
    if (saved == ELOOP)
        return fail (input, EVX_STATUS_SKIPPED, EVX_ERROR_SYMLINK, "a symbolic link; --follow-links reads what it points to");
    g_autofree char *reason = g_strdup_printf ("cannot be read: %s", g_strerror (saved));
    return fail (input, EVX_STATUS_FAILED, EVX_ERROR_UNREADABLE, reason);
}

static int
open_input (EvxInput *input, const EvxOptions *options, struct stat *st)
{
    int follow = evx_options_flag (options, "follow-links") ? 0 : O_NOFOLLOW;
    int fd = open (input->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | follow);
    if (fd < 0)
        return fail_errno (input, errno);
    gboolean known = fstat (fd, st) == 0;
    if (!known || !S_ISREG (st->st_mode)) {
        close (fd);
        return fail (input, EVX_STATUS_SKIPPED, EVX_ERROR_NOT_A_REGULAR_FILE,
                     known && S_ISDIR (st->st_mode) ? "a folder; `evidex run` reads folders" : "not a regular file");
    }
    input->size = st->st_size;
    return fd;
}

static int
fail_too_big (EvxInput *input, double limit)
{
    g_autofree char *size = g_format_size ((guint64) input->size);
    g_autofree char *most = g_format_size ((guint64) limit);
    g_autofree char *reason = g_strdup_printf ("is %s, above the limit of %s (--document-bytes)", size, most);
    return fail (input, EVX_STATUS_FAILED, EVX_ERROR_TOO_BIG, reason);
}

static gboolean
is_named_pdf (const EvxInput *input)
{
    g_autofree char *lower = g_ascii_strdown (input->path, -1);
    return g_str_has_suffix (lower, ".pdf");
}

/* The content decided; the name only says what was promised, and so how bad it is. */
static int
fail_kind (EvxInput *input, const char *name)
{
    if (!is_named_pdf (input)) {
        g_autofree char *reason = g_strdup_printf ("%s; evidex does not read such files", name);
        return fail (input, EVX_STATUS_SKIPPED, EVX_ERROR_UNSUPPORTED, reason);
    }
    g_autofree char *reason = g_strdup_printf ("not a PDF: it begins like %s", name);
    return fail (input, EVX_STATUS_FAILED, EVX_ERROR_NOT_A_PDF, reason);
}

gboolean
evx_intake_is_container (EvxKind kind)
{
    return kind == EVX_KIND_ARCHIVE || kind == EVX_KIND_MAILBOX;
}

EvxKind
evx_intake_kind (int fd)
{
    guint8 head[EVX_KIND_HEAD];
    gssize length = pread (fd, head, sizeof head, 0);
    return length > 0 ? evx_kind_of (head, (gsize) length, NULL) : EVX_KIND_EMPTY;
}

/* Text under the name of a PDF is the message of a server that had none to give, not a record. */
static gboolean
is_readable (const EvxInput *input, EvxKind kind)
{
    gboolean written = kind == EVX_KIND_TEXT || kind == EVX_KIND_HTML || kind == EVX_KIND_EMAIL;
    return kind == EVX_KIND_PDF || kind == EVX_KIND_IMAGE || ((written || kind == EVX_KIND_OFFICE) && !is_named_pdf (input)) ||
           evx_intake_is_container (kind);
}

/* Returns: 0, or -1 if the size or the type rule the input out. */
static int
check_kind (EvxInput *input, const EvxOptions *options, int fd)
{
    guint8 head[EVX_KIND_HEAD];
    gssize length = pread (fd, head, sizeof head, 0);
    if (length < 0)
        return fail_errno (input, errno);
    const char *name = NULL;
    EvxKind kind = evx_kind_of (head, (gsize) length, &name);
    double limit = evx_options_real (options, "document-bytes");
    if (kind == EVX_KIND_EMPTY)
        return fail (input, EVX_STATUS_FAILED, EVX_ERROR_EMPTY, "the file is empty (0 bytes)");
    if (!is_readable (input, kind))
        return fail_kind (input, name);
    return (double) input->size > limit ? fail_too_big (input, limit) : 0;
}

/* Hashes what is behind @from, from its beginning, and copies it to @to unless that is -1; at most @size
 * bytes, for a file may grow as fast as it is read. Returns: (transfer full): 64 hex digits; NULL with errno. */
static char *
hash_and_copy (int from, int to, goffset size)
{
    g_autofree guint8 *chunk = g_malloc (CHUNK);
    struct sha256_ctx sha;
    sha256_init (&sha);
    for (goffset at = 0; at < size;) {
        gssize got = pread (from, chunk, (gsize) MIN ((goffset) CHUNK, size - at), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 || (to >= 0 && !evx_write_all (to, chunk, (gsize) got)))
            return NULL;
        if (got == 0)
            break;
        sha256_update (&sha, (gsize) got, chunk);
        at += got;
    }
    return evx_sha256_hex (&sha);
}

/* Returns: a read-only descriptor of the sealed memory file @fd, which it takes; -1 with errno. */
static int
seal (int fd)
{
    if (fcntl (fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
        close (fd);
        return -1;
    }
    g_autofree char *self = g_strdup_printf ("/proc/self/fd/%d", fd);
    int read_only = open (self, O_RDONLY | O_CLOEXEC);
    if (read_only < 0)
        return fd; /* no /proc here; the seals alone keep it from being written */
    close (fd);
    return read_only;
}

static gboolean
same_file_state (const struct stat *a, const struct stat *b)
{
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Takes @fd. */
static int
load (EvxInput *input, int fd, const struct stat *before)
{
    gboolean sealed = input->size <= EVX_INTAKE_SEALED_BYTES;
    int copy = sealed ? memfd_create ("document", MFD_CLOEXEC | MFD_ALLOW_SEALING) : -1;
    char *id = sealed && copy < 0 ? NULL : hash_and_copy (fd, copy, input->size);
    int saved = errno;
    struct stat after;
    gboolean same = fstat (fd, &after) == 0 && same_file_state (before, &after);
    if (sealed || id == NULL || !same)
        close (fd);
    if (copy >= 0 && (id == NULL || !same))
        close (copy);
    if (id == NULL)
        return fail_errno (input, saved);
    g_free (input->document_id);
    input->document_id = id;
    if (!same)
        return fail (input, EVX_STATUS_FAILED, EVX_ERROR_CHANGED, "changed while it was read");
    int result = sealed ? seal (copy) : fd;
    return result >= 0 ? result : fail_errno (input, errno);
}

int
evx_intake_load (EvxInput *input, const EvxOptions *options)
{
    struct stat st;
    int fd = open_input (input, options, &st);
    if (fd < 0)
        return -1;
    if (check_kind (input, options, fd) != 0) {
        close (fd);
        return -1;
    }
    return load (input, fd, &st);
}

gboolean
evx_intake_changed (const EvxInput *input, int fd)
{
    if (input->size <= EVX_INTAKE_SEALED_BYTES)
        return FALSE;
    g_autofree char *now = hash_and_copy (fd, -1, input->size + 1);
    return g_strcmp0 (now, input->document_id) != 0;
}
