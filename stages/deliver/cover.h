/* The binder's cover: title and a table of exhibits, drawn by cairo and pango. */
#pragma once

#include "binder.h"

G_BEGIN_DECLS

/* A row of the cover that links to an exhibit. */
typedef struct {
    guint cover_page;
    EvxBox box; /* pt, from the top left */
    guint exhibit;
} EvxCoverLink;

/**
 * evx_cover_draw:
 * @first_pages: for each exhibit the binder page it begins on, 0-based, not counting the cover
 * @links:       (out) (transfer full) (element-type EvxCoverLink)
 * @n_pages:     (out): pages of the cover
 *
 * Returns: (transfer full): a PDF of US letter pages.
 */
GBytes *evx_cover_draw (GPtrArray *exhibits, const EvxBinderStyle *style, const guint *first_pages,
                        GArray **links, guint *n_pages);

G_END_DECLS
