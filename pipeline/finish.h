/* What the supervisor itself computes over stored pages: the document stages when a document is read,
 * the collection stages when all are. */
#pragma once

#include "plan.h"

G_BEGIN_DECLS

typedef struct _EvxFinisher EvxFinisher;

/** Opens the document and collection stages. NULL with what a stage's open() says. */
EvxFinisher *evx_finisher_new (const EvxPlan *plan, EvxIndex *index, GError **error);
void evx_finisher_free (EvxFinisher *finisher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxFinisher, evx_finisher_free)

/**
 * evx_finisher_glance:
 * @page:   just read or tagged, and stored
 * @packed: (nullable): the same, packed
 *
 * Shows the page to the document stages ahead of evx_finish_document(), in the order of pages: one that
 * comes early waits, packed, or in the index alone. Fails only where the index cannot be read.
 */
gboolean evx_finisher_glance (EvxFinisher *finisher, const char *document_id, const EvxPage *page, GBytes *packed,
                              GError **error);

/**
 * evx_finish_document:
 * @document: with n_pages, and code and reason where the document as a whole had trouble; gets its
 *            status, and its code and reason where pages failed
 *
 * Runs the document stages over the stored pages and stores the document. Inside a transaction.
 */
gboolean evx_finish_document (EvxFinisher *finisher, EvxDocument *document, GError **error);

/** Runs the collection stages over the index and stores what they decide. Inside a transaction. */
gboolean evx_finish_collection (EvxFinisher *finisher, GError **error);

G_END_DECLS
