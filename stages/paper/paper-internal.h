/* What the files behind paper.h share. */
#pragma once

#include "paper.h"

G_BEGIN_DECLS

/** paper-image.c. Returns: (transfer full): a PDF with a page for each image of the file. */
GBytes *evx_paper_image (GBytes *bytes, gboolean *cut_short, GError **error);

/** paper-html.c. Returns: (transfer full) (nullable): the visible text of a page of HTML, in UTF-8; a
 * block begins a line, the cells of a row stand on one line, two blanks apart. */
char *evx_paper_html (const char *html, gsize length);

/** paper-text.c. Returns: (transfer full): pages of text; lines end with \n, pages with \f. */
GBytes *evx_paper_text (const char *text, GError **error);

/**
 * evx_paper_records:
 * Returns: (transfer full) (nullable) (element-type GPtrArray of char*): the records of @text if it is
 * a table in CSV: the same number of fields, at least two, in each of three records or more (RFC 4180;
 * comma, semicolon or tab).
 */
GPtrArray *evx_paper_records (const char *text);

/** paper-text.c. Returns: (transfer full): @records as a ruled table. */
GBytes *evx_paper_table (const GPtrArray *records, GError **error);

G_END_DECLS
