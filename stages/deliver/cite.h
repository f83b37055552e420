/* Citations: how a place is named so that another person finds it. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/**
 * evx_cite:
 * @file:  of the document
 * @bates: (nullable): the page's Bates number
 * @shared: a page of another file bears the number too
 * @page:  1-based, within the document
 * @line:  1-based; 0 or less = no line
 *
 * Returns: (transfer full): "SSD-000412 at 3" where a Bates number is known, "SSD-000412 at 3, memo.pdf" where two files
 * bear it, else
 * "release-log.pdf, p. 3, l. 14" or "release-log.pdf, p. 3". The SQL views give the same texts.
 */
char *evx_cite (const char *file, const char *bates, gboolean shared, gint64 page, gint64 line);

G_END_DECLS
