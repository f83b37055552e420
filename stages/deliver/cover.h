/* The binder's cover: title, and a table of exhibits with each passage, drawn by cairo and pango. */
#pragma once

#include "binder.h"

G_BEGIN_DECLS

/* A row of the cover that links to a page of the binder. */
typedef struct {
    guint cover_page;
    EvxBox box;        /* pt, from the top left */
    guint binder_page; /* 0-based, not counting the cover */
} EvxCoverLink;

/**
 * evx_cover_draw:
 * @exhibits: (element-type EvxBinderExhibit): whose pages follow each other behind the cover
 * @links:    (out) (transfer full) (element-type EvxCoverLink)
 * @n_pages:  (out): pages of the cover
 *
 * Returns: (transfer full): a PDF of US letter pages.
 */
GBytes *evx_cover_draw (GPtrArray *exhibits, const EvxBinderStyle *style, GArray **links, guint *n_pages);

G_END_DECLS
