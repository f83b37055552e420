/* Two sides: a sandboxed child for each container, which parses, and the supervisor, which stores. Child to
 * supervisor over a pipe: a head, then so many bytes.
 * A file is written under a temporary name; one of the same size that is there already is kept: the
 * folder is named after the hash of the container, so it holds the same. */
#include "unpacker.h"

#include "bytes.h"
#include "forker.h"
#include "intake/unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_PAYLOAD (1u << 20)
#define SILENCE_S 600       /* a child that says nothing for so long is given up */
#define LEAST_BOUND (256ull << 20) /* a container may always unpack to so much ... */
#define MOST_RATIO 250      /* ... or to so many times its size; deflate alone reaches 1,000 */

typedef enum { SAY_BEGIN = 1, SAY_DATA, SAY_END, SAY_TROUBLE, SAY_DONE } Say;

typedef struct {
    guint32 say;
    gint32 code;
    guint32 holder;
    guint32 length; /* of the payload */
} Head;

struct _EvxUnpacker {
    EvxForker *forker;
    EvxUnpackLimits limits; /* a request is these, for one container */
};

/* ---- the child -------------------------------------------------------------------------------------------- */

static gboolean
say (Say what, int code, guint holder, const void *bytes, gsize length)
{
    Head head = { what, code, holder, (guint32) length };
    return evx_write_all (EVX_FORKER_RESULT, &head, sizeof head) && evx_write_all (EVX_FORKER_RESULT, bytes, length);
}

static gboolean
say_begin (guint holder, const char *name, G_GNUC_UNUSED gpointer user)
{
    return say (SAY_BEGIN, EVX_NONE, holder, name, strlen (name));
}

static gboolean
say_data (const void *bytes, gsize length, G_GNUC_UNUSED gpointer user)
{
    const char *at = bytes;
    for (gsize n; length > 0; at += n, length -= n) {
        n = MIN (length, MOST_PAYLOAD);
        if (!say (SAY_DATA, EVX_NONE, 0, at, n))
            return FALSE;
    }
    return TRUE;
}

static gboolean
say_end (int code, const char *reason, G_GNUC_UNUSED gpointer user)
{
    return say (SAY_END, code, 0, reason, reason != NULL ? strlen (reason) : 0);
}

static gboolean
say_trouble (guint holder, int code, const char *reason, G_GNUC_UNUSED gpointer user)
{
    return say (SAY_TROUBLE, code, holder, reason, strlen (reason));
}

static void
unpack (gconstpointer limits, G_GNUC_UNUSED goffset size, gpointer passwords)
{
    static const EvxUnpackSink sink = { say_begin, say_data, say_end, say_trouble };
    g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (EVX_FORKER_INPUT, FALSE, NULL);
    if (file == NULL)
        _exit (1);
    g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
    evx_unpack (bytes, limits, passwords, &sink, NULL);
    say (SAY_DONE, EVX_NONE, 0, NULL, 0);
}

/* ---- the supervisor: starting ------------------------------------------------------------------------------------ */

EvxUnpacker *
evx_unpacker_new (const EvxOptions *options, const char *const *passwords, GError **error)
{
    EvxForker *forker =
        evx_forker_new (options, "archives", sizeof (EvxUnpackLimits), unpack, FALSE, (gpointer) passwords, error);
    if (forker == NULL)
        return NULL;
    EvxUnpacker *unpacker = g_new0 (EvxUnpacker, 1);
    unpacker->forker = forker;
    unpacker->limits = (EvxUnpackLimits) { (guint64) evx_options_real (options, "unpack-bytes"),
                                           (guint) evx_options_int (options, "unpack-members"),
                                           (guint) evx_options_int (options, "unpack-depth") };
    return unpacker;
}

void
evx_unpacker_free (EvxUnpacker *unpacker)
{
    if (unpacker == NULL)
        return;
    evx_forker_free (unpacker->forker);
    g_free (unpacker);
}

/* ---- the supervisor: what comes back ---------------------------------------------------------------------------- */

typedef struct {
    const EvxUnpackLimits *limits;
    const char *folder;
    GPtrArray *members; /* EvxMember; the last is the one in hand */
    int file;           /* of the member in hand, or -1 */
    char *temporary;
    guint64 bytes;      /* of all members */
    gboolean open;      /* a member has begun and not ended */
    gboolean done;
} Intake;

static void
member_free (gpointer data)
{
    EvxMember *member = data;
    g_free (member->name);
    g_free (member->path);
    g_free (member->reason);
    g_free (member->trouble_reason);
    g_free (member);
}

static EvxMember *
add_member (GPtrArray *members, guint holder, const char *folder, char *name)
{
    EvxMember *member = g_new0 (EvxMember, 1);
    *member = (EvxMember) { .name = name, .holder = holder, .code = EVX_NONE, .trouble = EVX_NONE,
                            .path = g_strdup_printf ("%s/%u", folder, members->len) };
    g_ptr_array_add (members, member);
    return member;
}

static EvxMember *
in_hand (const Intake *intake)
{
    return g_ptr_array_index (intake->members, intake->members->len - 1);
}

static gboolean
fail_write (const Intake *intake, GError **error)
{
    int saved = errno;
    g_set_error (error, EVX_ERROR, saved == ENOSPC || saved == EDQUOT ? EVX_ERROR_DISK_FULL : EVX_ERROR_OUTPUT_READ_ONLY,
                 "%s: %s", intake->folder, g_strerror (saved));
    return FALSE;
}

static gboolean
begin_member (Intake *intake, const Head *head, const char *payload, GError **error)
{
    g_autofree char *name = g_strndup (payload, head->length);
    add_member (intake->members, head->holder, intake->folder, evx_unpack_clean_name (name));
    EvxMember *holder = g_ptr_array_index (intake->members, head->holder);
    holder->n_held++;
    intake->file = open (intake->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    intake->open = TRUE;
    return intake->file >= 0 || fail_write (intake, error);
}

static gboolean
end_member (Intake *intake, const Head *head, const char *payload, GError **error)
{
    EvxMember *member = in_hand (intake);
    struct stat st;
    gboolean same = stat (member->path, &st) == 0 && st.st_size == member->size;
    intake->open = FALSE;
    if (close (intake->file) != 0)
        return fail_write (intake, error);
    intake->file = -1;
    member->code = head->code;
    member->reason = head->length > 0 ? g_utf8_make_valid (payload, head->length) : NULL;
    if (member->code != EVX_NONE || same)
        return unlink (intake->temporary) == 0 || fail_write (intake, error);
    return rename (intake->temporary, member->path) == 0 || fail_write (intake, error);
}

static gboolean
add_data (Intake *intake, const Head *head, const char *payload, GError **error)
{
    in_hand (intake)->size += head->length;
    intake->bytes += head->length;
    return evx_write_all (intake->file, payload, head->length) || fail_write (intake, error);
}

static void
note_trouble (Intake *intake, const Head *head, const char *payload)
{
    EvxMember *member = g_ptr_array_index (intake->members, head->holder);
    if (member->trouble != EVX_NONE)
        return;
    member->trouble = head->code;
    member->trouble_reason = g_utf8_make_valid (payload, head->length);
}

/* Whether a child in its right mind could have said this now. */
static gboolean
is_sound (const Intake *intake, const Head *head)
{
    gboolean known = head->holder < intake->members->len && head->code >= EVX_NONE && head->code < EVX_N_ERRORS;
    switch (head->say) {
    case SAY_BEGIN:
        return known && !intake->open && head->length <= 4096 && intake->members->len <= intake->limits->members;
    case SAY_DATA:
        return intake->open && intake->bytes + head->length <= intake->limits->bytes;
    case SAY_END:
        return known && intake->open && head->length <= 4096;
    case SAY_TROUBLE:
        return known && head->code != EVX_NONE && head->length <= 4096;
    default:
        return head->say == SAY_DONE && head->length == 0 && !intake->open;
    }
}

static gboolean
take (Intake *intake, const Head *head, const char *payload, GError **error)
{
    switch (head->say) {
    case SAY_BEGIN:
        return begin_member (intake, head, payload, error);
    case SAY_DATA:
        return add_data (intake, head, payload, error);
    case SAY_END:
        return end_member (intake, head, payload, error);
    case SAY_TROUBLE:
        note_trouble (intake, head, payload);
        return TRUE;
    default:
        intake->done = TRUE;
        return TRUE;
    }
}

static gboolean
read_whole (int fd, void *bytes, gsize length)
{
    for (char *at = bytes; length > 0;) {
        struct pollfd wait = { fd, POLLIN, 0 };
        int ready = poll (&wait, 1, SILENCE_S * 1000);
        gssize n = ready > 0 ? read (fd, at, length) : ready < 0 && errno == EINTR ? 0 : -1;
        if (ready > 0 && n == 0)
            return FALSE;
        if (n < 0 && errno != EINTR)
            return FALSE;
        at += MAX (n, 0);
        length -= (gsize) MAX (n, 0);
    }
    return TRUE;
}

/* The child died, or said what it must not: what came whole stays. */
static gboolean
give_up (Intake *intake, gboolean sound, GError **error)
{
    Head head = { SAY_END, sound ? EVX_ERROR_CRASHED : EVX_ERROR_PROTOCOL, 0, 0 };
    static const char crashed[] = "the process that unpacked it ended in the middle; the rest was not read";
    static const char lied[] = "the process that unpacked it sent invalid data; treat this file as hostile";
    const char *reason = sound ? crashed : lied;
    head.length = (guint32) strlen (reason);
    if (intake->open && !end_member (intake, &head, reason, error))
        return FALSE;
    note_trouble (intake, &head, reason);
    return TRUE;
}

static gboolean
hear (Intake *intake, int fd, GError **error)
{
    g_autofree char *payload = g_malloc (MOST_PAYLOAD + 1);
    while (!intake->done) {
        Head head;
        if (!read_whole (fd, &head, sizeof head))
            return give_up (intake, TRUE, error);
        if (head.length > MOST_PAYLOAD || !is_sound (intake, &head))
            return give_up (intake, FALSE, error);
        if (!read_whole (fd, payload, head.length))
            return give_up (intake, TRUE, error);
        payload[head.length] = '\0';
        if (!take (intake, &head, payload, error))
            return FALSE;
    }
    return TRUE;
}

GPtrArray *
evx_unpacker_open (EvxUnpacker *unpacker, int fd, goffset size, const char *folder, GError **error)
{
    EvxUnpackLimits limits = unpacker->limits;
    limits.bytes = MIN (limits.bytes, MAX (LEAST_BOUND, MOST_RATIO * (guint64) size));
    g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (member_free);
    g_autofree char *temporary = g_build_filename (folder, "new", NULL);
    Intake intake = { &limits, folder, members, -1, temporary, 0, FALSE, FALSE };
    add_member (members, 0, folder, g_strdup (""));
    if (g_mkdir_with_parents (folder, 0777) != 0) {
        fail_write (&intake, error);
        return NULL;
    }
    int result = evx_forker_ask (unpacker->forker, &limits, fd, size, error);
    if (result < 0)
        return NULL;
    gboolean ok = hear (&intake, result, error);
    close (result);
    if (intake.file >= 0)
        close (intake.file);
    return ok ? g_steal_pointer (&members) : NULL;
}
