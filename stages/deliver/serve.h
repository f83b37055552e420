/* The reading page over HTTP (libsoup): static files that the program carries, answers about the index
 * as JSON (answers.h), page images. Made for one machine: it answers only requests that name a host it
 * was told of (against DNS rebinding), and writes only with the token that its own page holds. */
#pragma once

#include "../index/index.h"
#include "../index/reviews.h"

G_BEGIN_DECLS

typedef struct _EvxServer EvxServer;

/* (transfer full): a page as PNG, made where hostile files can do no harm; NULL with @error. */
typedef GBytes *(*EvxPageImageFunc) (gpointer user, const char *document_id, guint page, GError **error);

/**
 * evx_server_new:
 * @folder: the index
 * @host:   address to listen on, "127.0.0.1" by default; a name in Host: is accepted for it too
 * @port:   0 = any free port
 * @image:  draws page images; called in the main loop
 *
 * Listens; answers once a GMainLoop runs.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_NOT_FOUND (no index) or EVX_ERROR_USAGE (the port is taken).
 */
EvxServer *evx_server_new (const char *folder, const char *host, guint port, EvxPageImageFunc image,
                           gpointer user, GError **error);
void evx_server_free (EvxServer *server);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxServer, evx_server_free)

/** Returns: (transfer full): "http://127.0.0.1:8080/". */
char *evx_server_address (EvxServer *server);

G_END_DECLS
