/* Frames on a pipe between supervisor and worker: u32 magic, u16 type, u16 flags, u32 page, u32 length,
 * then the payload; little-endian. The reader of the supervisor trusts nothing. */
#pragma once

#include "error.h"

G_BEGIN_DECLS

typedef enum {
    /* supervisor to worker */
    EVX_FRAME_READ = 1, /* read this page; flags: bit i set = leave out stage i */
    EVX_FRAME_TAG,      /* tag this stored page; payload: the packed page */
    /* worker to supervisor */
    EVX_FRAME_OPENED, /* page: the number of pages; payload: what was repaired, or empty */
    EVX_FRAME_REFUSED, /* page: an EvxErrorCode; payload: why the document could not be opened */
    EVX_FRAME_PAGE,   /* page; payload: the packed page */
    EVX_N_FRAMES
} EvxFrameType;

typedef struct {
    guint16 type, flags;
    guint32 page;
    guint32 length;
    const guint8 *payload; /* lent */
} EvxFrame;

/* A flag of OPENED: the file ends in the middle of an object. */
#define EVX_OPENED_CUT_SHORT 1

#define EVX_FRAME_HEADER 16
/* A page at its limits (4 MiB of text, 200,000 words) packs into less than half of this. */
#define EVX_FRAME_MAX_LENGTH (64u << 20)

/** Writes one frame whole, waiting as long as needed. Returns: FALSE if the other side is gone. */
gboolean evx_frame_write (int fd, EvxFrameType type, guint16 flags, guint32 page,
                          const void *payload, gsize length);

/** Appends one frame to @out, to be sent when the other side takes it. */
void evx_frame_append (GByteArray *out, EvxFrameType type, guint16 flags, guint32 page,
                       const void *payload, gsize length);

/* What has come and has not been taken yet. */
typedef struct _EvxFrameReader EvxFrameReader;

EvxFrameReader *evx_frame_reader_new (void);
void evx_frame_reader_free (EvxFrameReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxFrameReader, evx_frame_reader_free)

/**
 * evx_frame_reader_fill:
 * Reads once from @fd, what there is.
 *
 * Returns: bytes read; 0 at the end; -1 with errno (EAGAIN: nothing there now).
 */
gssize evx_frame_reader_fill (EvxFrameReader *reader, int fd);

/**
 * evx_frame_reader_next:
 * @frame: (out): its payload is lent until the next call
 *
 * Returns: TRUE if a whole frame was there; FALSE without error if not yet, with EVX_ERROR_PROTOCOL for
 * bytes that are no frame.
 */
gboolean evx_frame_reader_next (EvxFrameReader *reader, EvxFrame *frame, GError **error);

/** TRUE if part of a frame is left. */
gboolean evx_frame_reader_torn (const EvxFrameReader *reader);

G_END_DECLS
