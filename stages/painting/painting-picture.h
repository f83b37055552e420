/* Whether the data of a picture are all there. */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/**
 * evx_picture_is_whole:
 * @stream: an image XObject
 *
 * Poppler says nothing of a JPEG cut short or of data that end early. Looked at are pictures in one filter,
 * DCTDecode (it has a scan and an end) or FlateDecode (it unpacks to as many bytes as the picture has), or in
 * none; others count as whole: of those poppler tells itself.
 *
 * Returns: FALSE if some of the picture is missing.
 * Source: ISO 32000-1, 8.9.5 (image dictionaries); ITU-T T.81, B.1.1.3 (markers).
 */
gboolean evx_picture_is_whole (qpdf_data qpdf, qpdf_oh stream);

G_END_DECLS
