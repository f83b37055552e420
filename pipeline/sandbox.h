/* What a worker may do: read fonts, character maps and OCR models, compute, write its results. Landlock
 * for the file system and the network, seccomp for everything else, resource limits, no privileges. */
#pragma once

#include "options.h"

#include <sys/types.h>

G_BEGIN_DECLS

typedef struct _EvxSandbox EvxSandbox;

/**
 * evx_sandbox_new:
 * Prepares, once for all workers, the rules and the filter. The memory that the process holds now, or when
 * evx_sandbox_note_held() is called, does not count against --worker-memory; what a worker loads, OCR models
 * too, does.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_SANDBOX_MISSING if the kernel lacks Landlock or seccomp
 * and --no-sandbox was not given.
 */
EvxSandbox *evx_sandbox_new (const EvxOptions *options, GError **error);
void evx_sandbox_free (EvxSandbox *sandbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxSandbox, evx_sandbox_free)

/** To be called when the process has loaded more than it held when the sandbox was made. */
void evx_sandbox_note_held (EvxSandbox *sandbox);

/** What is in force, for the index: "landlock 7, seccomp" or "none" (lent). */
const char *evx_sandbox_describe (const EvxSandbox *sandbox);

/**
 * evx_sandbox_enter:
 * @document_bytes: size of the document, which is mapped and so counts as memory
 * @parent:         the process to die with
 * @keep:           number of descriptors that stay open, from 0
 *
 * Locks the calling process in, for good: limits, user nobody if root, not dumpable, no new privileges,
 * Landlock, seccomp; dies with its parent.
 *
 * Returns: FALSE if any part could not be set up; the process must end then.
 */
gboolean evx_sandbox_enter (const EvxSandbox *sandbox, goffset document_bytes, pid_t parent,
                            guint keep);

G_END_DECLS
