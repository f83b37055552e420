/* A PDF with the text that was recognised laid, unseen, over the pictures it was read from: any viewer can
 * then search, select and copy it. By libqpdf; what stood on the pages is kept as it is. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/**
 * evx_searchable_text:
 * Returns: (transfer full) (nullable): the operators that show the recognised words of @page (origins ocr
 * and region; authored words are in the file already), in points of the page as displayed, origin bottom
 * left; NULL if it has none.
 */
char *evx_searchable_text (const EvxPage *page);

/**
 * evx_searchable_write:
 * @bytes:     the PDF that was read
 * @passwords: (nullable): tried in order after the empty one; an encrypted file stays encrypted as it was
 * @texts:     (element-type utf8): a key for each page to keep, 0-based page to its text or to NULL
 *
 * Each text becomes one more content stream before those of its page, in render mode 3. The streams of the
 * original are neither decoded nor changed. Pages without a key are left out.
 *
 * Returns: (transfer full): the new PDF, the same bytes for the same input; NULL with EVX_ERROR_DAMAGED
 * or EVX_ERROR_PASSWORD.
 * Source: ISO 32000-1, 9.3.6 (text rendering mode), 9.7 (composite fonts).
 */
GBytes *evx_searchable_write (GBytes *bytes, const char *const *passwords, GHashTable *texts,
                              GError **error);

G_END_DECLS
