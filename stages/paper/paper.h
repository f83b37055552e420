/* Puts what is not a PDF on paper: an image becomes pages with that image, text becomes pages of text.
 * The result is a PDF in memory, so that words, boxes, pictures, renderings, highlights and exhibits of
 * all inputs come from one door (pdf.h). Runs in a sandboxed worker; opens no file but fonts.
 *
 * The same bytes give the same pages: sizes and places depend on the input alone. */
#pragma once

#include "../error.h"
#include "../kind.h"

G_BEGIN_DECLS

/**
 * evx_paper_lay:
 * @bytes:     a whole file
 * @cut_short: (out): TRUE if the rest of a file with several pages could not be decoded
 *
 * Images: TIFF (each of its pages), PNG, JPEG, GIF, BMP at their own resolution; without a plausible one,
 * as a sheet 8.5 inches wide. Text: 9 pt in one width, lines broken at the paper's edge, a form feed
 * begins a page; UTF-8, UTF-16 with its mark, else Windows-1252. HTML: its visible text, with
 * the bullets of lists; tables of data as ruled tables. CSV: a ruled table on paper as wide as it needs to be.
 *
 * Returns: (transfer full): a PDF; @bytes itself if it is none of these. NULL with
 * EVX_ERROR_IMAGE_DAMAGED, EVX_ERROR_TOO_BIG or EVX_ERROR_EMPTY (no visible text).
 */
GBytes *evx_paper_lay (GBytes *bytes, gboolean *cut_short, GError **error);

G_END_DECLS
