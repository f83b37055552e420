/* Frames on a pipe. */
#include "frame.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAGIC 0x31585645u /* "EVX1" */
#define ROOM (64u << 10)  /* read at once: several pages of a text document */

typedef struct {
    guint32 magic;
    guint16 type, flags;
    guint32 page, length;
} Header;
G_STATIC_ASSERT (sizeof (Header) == EVX_FRAME_HEADER);

struct _EvxFrameReader {
    guint8 *bytes;
    gsize room, from, to; /* what is there: bytes[from .. to) */
};

static Header
header_make (EvxFrameType type, guint16 flags, guint32 page, gsize length)
{
    return (Header) { GUINT32_TO_LE (MAGIC), GUINT16_TO_LE ((guint16) type), GUINT16_TO_LE (flags),
                      GUINT32_TO_LE (page), GUINT32_TO_LE ((guint32) length) };
}

static gboolean
write_all (int fd, struct iovec *parts, int n)
{
    while (n > 0) {
        gssize wrote = writev (fd, parts, n);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return FALSE;
        while (n > 0 && (gsize) wrote >= parts->iov_len) {
            wrote -= (gssize) parts->iov_len;
            parts++;
            n--;
        }
        if (n > 0) {
            parts->iov_base = (guint8 *) parts->iov_base + wrote;
            parts->iov_len -= (gsize) wrote;
        }
    }
    return TRUE;
}

gboolean
evx_frame_write (int fd, EvxFrameType type, guint16 flags, guint32 page, const void *payload,
                 gsize length)
{
    g_return_val_if_fail (length <= EVX_FRAME_MAX_LENGTH, FALSE);
    Header header = header_make (type, flags, page, length);
    struct iovec parts[] = { { &header, sizeof header }, { (void *) payload, length } };
    return write_all (fd, parts, length > 0 ? 2 : 1);
}

void
evx_frame_append (GByteArray *out, EvxFrameType type, guint16 flags, guint32 page,
                  const void *payload, gsize length)
{
    g_return_if_fail (length <= EVX_FRAME_MAX_LENGTH);
    Header header = header_make (type, flags, page, length);
    g_byte_array_append (out, (const guint8 *) &header, sizeof header);
    if (length > 0)
        g_byte_array_append (out, payload, (guint) length);
}

EvxFrameReader *
evx_frame_reader_new (void)
{
    return g_new0 (EvxFrameReader, 1);
}

void
evx_frame_reader_free (EvxFrameReader *reader)
{
    if (reader == NULL)
        return;
    g_free (reader->bytes);
    g_free (reader);
}

/* The length of the frame that begins at from, or of its header while that is not whole. */
static gsize
frame_size (const EvxFrameReader *reader)
{
    Header header;
    if (reader->to - reader->from < sizeof header)
        return sizeof header;
    memcpy (&header, reader->bytes + reader->from, sizeof header);
    return sizeof header + MIN (GUINT32_FROM_LE (header.length), EVX_FRAME_MAX_LENGTH);
}

/* Makes room for the rest of the frame and then some. */
static void
make_room (EvxFrameReader *reader)
{
    gsize held = reader->to - reader->from;
    if (reader->from > 0) {
        memmove (reader->bytes, reader->bytes + reader->from, held);
        reader->from = 0;
        reader->to = held;
    }
    gsize wanted = MAX (frame_size (reader), ROOM);
    if (reader->room < wanted) {
        reader->bytes = g_realloc (reader->bytes, wanted);
        reader->room = wanted;
    }
}

gssize
evx_frame_reader_fill (EvxFrameReader *reader, int fd)
{
    if (reader->to == reader->room || reader->from == reader->to ||
        reader->from + frame_size (reader) > reader->room)
        make_room (reader);
    gssize got = read (fd, reader->bytes + reader->to, reader->room - reader->to);
    if (got > 0)
        reader->to += (gsize) got;
    return got;
}

gboolean
evx_frame_reader_next (EvxFrameReader *reader, EvxFrame *frame, GError **error)
{
    Header header;
    if (reader->to - reader->from < sizeof header)
        return FALSE;
    memcpy (&header, reader->bytes + reader->from, sizeof header);
    guint16 type = GUINT16_FROM_LE (header.type);
    guint32 length = GUINT32_FROM_LE (header.length);
    if (GUINT32_FROM_LE (header.magic) != MAGIC || type == 0 || type >= EVX_N_FRAMES ||
        length > EVX_FRAME_MAX_LENGTH) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PROTOCOL, "the reader sent invalid data");
        return FALSE;
    }
    if (reader->to - reader->from < sizeof header + length)
        return FALSE;
    *frame = (EvxFrame) { type, GUINT16_FROM_LE (header.flags), GUINT32_FROM_LE (header.page), length,
                          reader->bytes + reader->from + sizeof header };
    reader->from += sizeof header + length;
    return TRUE;
}

gboolean
evx_frame_reader_torn (const EvxFrameReader *reader)
{
    return reader->to > reader->from;
}
