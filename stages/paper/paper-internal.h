/* What the files behind paper.h share. */
#pragma once

#include "paper.h"

G_BEGIN_DECLS

/** paper-image.c. Returns: (transfer full): a PDF with a page for each image of the file. */
GBytes *evx_paper_image (GBytes *bytes, gboolean *cut_short, GError **error);

/* Parts the fields of a line that is a row of a table (the unit separator of ASCII). */
#define EVX_PAPER_FIELD '\x1f'
/* Begins a line that is a heading (the start of heading of ASCII), once to three times by its depth: set larger. */
#define EVX_PAPER_HEADING '\x01'
/* A row of more fields is no table: so many of the widest columns fit on the widest paper. */
#define EVX_PAPER_MOST_FIELDS 48

/** paper-html.c. Returns: (transfer full) (nullable): the visible text of a page of HTML, in UTF-8; a
 * block begins a line, a heading with EVX_PAPER_HEADING, an item of a list its bullet or number; a row of a table is a line with EVX_PAPER_FIELD between
 * the cells, as many in each row. */
char *evx_paper_html (const char *html, gsize length);

/** paper-text.c. Returns: (transfer full): pages of text; lines end with \n, pages with \f; lines
 * of fields become ruled tables, on paper as wide as they need. */
GBytes *evx_paper_text (const char *text, GError **error);

/**
 * evx_paper_records:
 * Returns: (transfer full) (nullable) (element-type GPtrArray of char*): the records of @text if it is
 * a table in CSV: the same number of fields, at least two, in each of three records or more (RFC 4180;
 * comma, semicolon or tab); up to three titles of one field may stand over them.
 */
GPtrArray *evx_paper_records (const char *text);

/** paper-text.c. Returns: (transfer full): @records as a ruled table. */
GBytes *evx_paper_table (const GPtrArray *records, GError **error);

G_END_DECLS
