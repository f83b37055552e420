/* Children for one task each. A process forked early forks a child a request, locks it into the workers'
 * sandbox and lets it run: whatever a hostile file does there costs that one answer. */
#pragma once

#include "options.h"

G_BEGIN_DECLS

typedef struct _EvxForker EvxForker;

/* The descriptors of a child, besides 0 to 2, which are /dev/null. */
enum { EVX_FORKER_INPUT = 3, EVX_FORKER_RESULT, EVX_FORKER_N_FDS };

/* The task, run in the sandbox: reads EVX_FORKER_INPUT, writes to EVX_FORKER_RESULT. The child ends with
 * status 0 when it returns.
 * @request: as it was asked
 * @size:    of the input, bytes */
typedef void (*EvxForkerTask) (gconstpointer request, goffset size, gpointer user);

/**
 * evx_forker_new:
 * @what:         what needs the children, for messages: "page images"
 * @request_size: bytes of a request, at most EVX_FORKER_REQUEST
 * @fonts:        whether the children read or draw pages, and so need fonts
 * @user:         as it is now: the children have a copy
 *
 * Forks. No thread may run yet and no database be open in this process.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_SANDBOX_MISSING or _INTERNAL.
 */
EvxForker *evx_forker_new (const EvxOptions *options, const char *what, gsize request_size, EvxForkerTask task,
                           gboolean fonts, gpointer user, GError **error);
#define EVX_FORKER_REQUEST 64

/** Waits for the forking process; children at work go with it. */
void evx_forker_free (EvxForker *forker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxForker, evx_forker_free)

/**
 * evx_forker_ask:
 * @input: kept by the caller
 * @size:  of the input, bytes; it counts as memory of the child
 *
 * Returns: a pipe to read the answer from and to close; a child that could not be had, or died, ends it
 * early. A child that still writes when it is closed dies of it. -1 with EVX_ERROR_INTERNAL.
 */
int evx_forker_ask (EvxForker *forker, gconstpointer request, int input, goffset size, GError **error);

G_END_DECLS
