/* The reading page as a folder of files that opens from disk, without a server: page.html, style.css,
 * source.js and app.js as they are served; index.js with the answers (answers.h); the page images. */
#pragma once

#include "serve.h"

G_BEGIN_DECLS

/**
 * evx_site_write:
 * @folder:    empty or with other files; see evx_export_files
 * @image:     draws the pages that have mentions or stand in a finding
 * @n_missing: (out): pages that could not be drawn; the site shows that they lack a picture
 *
 * Writes page.html, style.css, source.js, app.js, index.js and chart.svg where there is one, pages/DOCUMENT-N.png
 * (N from 1).
 *
 * Returns: FALSE with the errors of evx_export_files.
 */
gboolean evx_site_write (EvxIndex *index, EvxReviews *reviews, const char *folder, gboolean force,
                         EvxPageImageFunc image, gpointer user, guint *n_missing, GError **error);

G_END_DECLS
