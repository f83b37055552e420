/* What files hold other files, and those files: archives (libarchive), mailboxes and messages (GMime),
 * files attached to a PDF (poppler); one inside another to a limit. Runs in a sandboxed process; writes
 * nothing but to its sink. */
#pragma once

#include "../error.h"

G_BEGIN_DECLS

typedef struct {
    guint64 bytes;   /* of all members together */
    guint members;   /* of all depths together */
    guint depth;     /* containers inside containers */
} EvxUnpackLimits;

/* FALSE from any of them ends the unpacking. Members are numbered from 1 in the order of their begin; 0 is
 * the container itself. Data and end are of the member begun last. */
typedef struct {
    /* @holder: the number of the member it lies in. @name: UTF-8, clean: no part is empty, "." or "..",
     * nothing leads out or is absolute. */
    gboolean (*begin) (guint holder, const char *name, gpointer user);
    gboolean (*data) (const void *bytes, gsize length, gpointer user);
    /* @code: EVX_NONE, or why it could not be had; @reason: (nullable). */
    gboolean (*end) (int code, const char *reason, gpointer user);
    /* What is wrong with container @holder as a whole; what came before holds. */
    gboolean (*trouble) (guint holder, int code, const char *reason, gpointer user);
} EvxUnpackSink;

/**
 * evx_unpack:
 * @passwords: (nullable): NULL-terminated, for archives and PDFs
 *
 * Hands every file inside @container to @sink, each container before what it holds. A limit that is hit
 * ends everything, as trouble of the outermost container (EVX_ERROR_TOO_BIG).
 */
void evx_unpack (GBytes *container, const EvxUnpackLimits *limits, const char *const *passwords,
                 const EvxUnpackSink *sink, gpointer user);

/** FALSE if the PDF behind @fd surely has no file attached: saves a process for many. */
gboolean evx_unpack_pdf_may_hold (int fd);

/** Returns: (transfer full): @name as a path below its container: '/' between parts, no part empty, "." or
 * "..", control characters escaped. */
char *evx_unpack_clean_name (const char *name);

G_END_DECLS
