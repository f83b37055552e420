/* From mentions to an exhibits binder: which pages, which passages, which sources; the manifest. */
#pragma once

#include "../index/index.h"
#include "binder.h"

G_BEGIN_DECLS

typedef struct {
    EvxFilter filter;       /* which mentions; ignored where ids are given */
    const char *const *ids; /* (nullable): mention ids, NULL-terminated */
    guint most_pages;       /* a binder of more pages is refused; 0 = no limit */
    gboolean reveal_redacted; /* take pages whose redactions do not hide the text under them */
    gboolean skip_redacted;   /* leave them out; else they are an error */
    EvxBinderStyle style;
} EvxExhibitsOrder;

/**
 * evx_exhibits_make:
 * @manifest: (out) (transfer full): JSON: hash of the binder; for each exhibit its source with hash, for
 *            each page where it stands, its label and stamp, and the mentions shown on it; what was left out
 * @n_pages:  (out)
 * @left_out: (element-type utf8): gets the citation of each page that was left out, "memo.pdf, p. 3"
 *
 * One exhibit a document, in order of file names; each page with a chosen mention, all chosen mentions
 * highlighted. Each source must still have the hash under which it was read. The binder is read again
 * and proved (evx_binder_check) before it is returned.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_NOT_FOUND (no such mention), _CHANGED, _UNREADABLE (a
 * source that has moved), _USAGE (too many pages; a stamp that the production already bears; a page whose
 * redactions do not hide the text under them, unless @order says what to do with it), or an error of
 * evx_binder_make.
 */
GBytes *evx_exhibits_make (EvxIndex *index, const EvxExhibitsOrder *order, char **manifest, guint *n_pages,
                           GPtrArray *left_out, GError **error);

G_END_DECLS
