/* Page images for people to look at. A process forked early draws each in a child of its own, locked into
 * the same sandbox as the workers, so that a hostile page costs one picture. */
#pragma once

#include "index/index.h"

G_BEGIN_DECLS

typedef struct _EvxDrawer EvxDrawer;

/**
 * evx_drawer_new:
 * Forks. No thread may run yet and no database be open in this process.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_SANDBOX_MISSING or _INTERNAL.
 */
EvxDrawer *evx_drawer_new (const EvxOptions *options, GError **error);
void evx_drawer_free (EvxDrawer *drawer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxDrawer, evx_drawer_free)

/**
 * evx_drawer_page:
 * @path: of the document
 * @document_id: the hash under which it was read
 * @dpi:  > 0; lowered for pages of more than page-pixels
 *
 * Returns: (transfer full): the page in colour as PNG; NULL with EVX_ERROR_UNREADABLE, _CHANGED (the file
 * is not the one that was read), _PAGE_TIMEOUT (render-timeout), or what drawing it gave.
 */
GBytes *evx_drawer_page (EvxDrawer *drawer, const char *path, const char *document_id, guint page,
                         double dpi, GError **error);

/** Learns where the documents of the index lie, for evx_drawer_image. FALSE with an error of the index. */
gboolean evx_drawer_learn (EvxDrawer *drawer, EvxIndex *index, GError **error);

/** An EvxPageImageFunc: the page at the size of a screen; EVX_ERROR_NOT_FOUND for an unknown document. */
GBytes *evx_drawer_image (gpointer drawer, const char *document_id, guint page, GError **error);

G_END_DECLS
