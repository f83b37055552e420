/* Waits until what is to be read has changed and nobody writes to it any more: for folders that still fill. */
#pragma once

#include "options.h"

G_BEGIN_DECLS

typedef struct _EvxWatch EvxWatch;

/**
 * evx_watch_new:
 * @roots: files and folders; lent until the watch is freed, as are @out and @options
 * @out:   the folder of the index, which is not looked at
 *
 * Blocks SIGINT and SIGTERM in this process: evx_watch_wait answers them, also those that came before.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_INTERNAL.
 */
EvxWatch *evx_watch_new (const char *const *roots, const char *out, const EvxOptions *options, GError **error);
void evx_watch_free (EvxWatch *watch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxWatch, evx_watch_free)

/** What stands there now is as good as read: call it before reading, so that what comes meanwhile is seen. */
void evx_watch_mark (EvxWatch *watch);

/** Takes the mark back: the next wait lasts only until it is quiet. */
void evx_watch_unmark (EvxWatch *watch);

/**
 * evx_watch_wait:
 * Returns: TRUE when paths, sizes or times are not those of the mark and stood still for some seconds;
 * FALSE with EVX_ERROR_INTERRUPTED.
 */
gboolean evx_watch_wait (EvxWatch *watch, GError **error);

G_END_DECLS
