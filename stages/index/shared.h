/* An index that somebody published (publish.h): a copy of it is fetched and opened like any other, so that what is
 * found is the same by construction. The copy lies below $XDG_CACHE_HOME/evidex/shared, one for each published index,
 * for its owner's eyes only. */
#pragma once

#include "index.h"

G_BEGIN_DECLS

/** How much of @bytes stands on this machine already; called as pieces come, if any must come. */
typedef void (*EvxSharedFunc) (gint64 done, gint64 bytes, gpointer user);

/**
 * evx_shared_open:
 * @address: postgresql://…, with ?schema=NAME if it is not "evidex"
 * @tell:    (nullable)
 *
 * Asks the server which index is published; fetches what of it the copy lacks (pieces that an older copy, or one that
 * was broken off, holds are taken from there) and opens it for reading. Every piece and the whole are held against
 * their SHA-256; a copy becomes the copy only when it is whole. Two at once: one fetches, the other waits.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_USAGE (no address), _SERVER (cannot be reached, refuses, holds what is
 * damaged), _NOT_FOUND (nothing is published there), _INDEX_VERSION, _DISK_FULL, _OUTPUT_READ_ONLY (the cache).
 */
EvxIndex *evx_shared_open (const char *address, EvxSharedFunc tell, gpointer user, GError **error);

/**
 * evx_shared_renew:
 * @index:   (inout): an open index; one of a folder is left alone
 * @renewed: (out): is *index another one now?
 *
 * For who keeps an index open: asks the server, every few seconds at most, whether this is still the one that is
 * published, and opens the newer in its place if not.
 *
 * Returns: FALSE with the errors of evx_shared_open; *index stays then.
 */
gboolean evx_shared_renew (EvxIndex **index, gboolean *renewed, GError **error);

G_END_DECLS
