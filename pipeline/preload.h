/* What a process loads before it forks children into the sandbox. */
#pragma once

#include "pdf/pdf.h"

G_BEGIN_DECLS

/**
 * evx_preload:
 * @fonts: whether the children read or draw pages; to list the fonts takes 5 ms
 *
 * Loads what sandboxed children cannot open, or would each load for themselves: the list of fonts, the
 * tables of character sets, what poppler and qpdf load for their first document.
 *
 * Returns: (transfer full) (nullable): to be kept open while children are forked.
 */
EvxPdf *evx_preload (gboolean fonts);

G_END_DECLS
