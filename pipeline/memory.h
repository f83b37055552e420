/* Where there is no memory left: a message and exit status 4 in place of an abort. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * evx_memory_watch:
 *
 * From here on a failed allocation of GLib ends this process with a message and #EVX_EXIT_CANNOT. Processes
 * forked from it die of a signal as before, which tells its parent what became of them. Linking this
 * function also checks, before any library starts up, that there is room for more than the libraries.
 */
void evx_memory_watch (void);

G_END_DECLS
