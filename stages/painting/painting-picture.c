/* Counts what a picture's data unpack to, without keeping it. */
#include "painting-picture.h"

#include "painting-object.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Channels by the least that the colour space may have: what is not known counts as one. */
static guint
least_channels (qpdf_data qpdf, qpdf_oh dict)
{
    qpdf_oh space = qpdf_oh_get_key (qpdf, dict, "/ColorSpace");
    qpdf_oh family = qpdf_oh_is_array (qpdf, space) ? qpdf_oh_get_array_item (qpdf, space, 0) : space;
    if (qpdf_oh_is_name_and_equals (qpdf, family, "/DeviceRGB") ||
        qpdf_oh_is_name_and_equals (qpdf, family, "/CalRGB"))
        return 3;
    if (qpdf_oh_is_name_and_equals (qpdf, family, "/DeviceCMYK"))
        return 4;
    if (!qpdf_oh_is_name_and_equals (qpdf, family, "/ICCBased"))
        return 1;
    qpdf_oh profile = qpdf_oh_get_dict (qpdf, qpdf_oh_get_array_item (qpdf, space, 1));
    return (guint) CLAMP (evx_object_number_key (qpdf, profile, "/N", 1), 1, 4);
}

/* The bytes that the picture has, at least. */
static guint64
wanted_bytes (qpdf_data qpdf, qpdf_oh dict)
{
    guint64 width = (guint64) CLAMP (evx_object_number_key (qpdf, dict, "/Width", 0), 0, 1e6);
    guint64 height = (guint64) CLAMP (evx_object_number_key (qpdf, dict, "/Height", 0), 0, 1e6);
    guint64 bits = (guint64) CLAMP (evx_object_number_key (qpdf, dict, "/BitsPerComponent", 1), 1, 16);
    return height * ((width * bits * least_channels (qpdf, dict) + 7) / 8);
}

/* Whether @data unpack to @wanted bytes or more; unpacks no more than that. */
static gboolean
inflates_to (const guint8 *data, gsize size, guint64 wanted)
{
    guint8 scrap[16384];
    guint64 n = 0;
    z_stream z = { .next_in = (Bytef *) data, .avail_in = (uInt) MIN (size, G_MAXUINT) };
    if (inflateInit (&z) != Z_OK)
        return TRUE; /* no memory: not the picture's fault */
    int state = Z_OK;
    while (n < wanted && state == Z_OK) {
        z.next_out = scrap;
        z.avail_out = sizeof scrap;
        state = inflate (&z, Z_NO_FLUSH);
        n += sizeof scrap - z.avail_out;
    }
    inflateEnd (&z);
    return n >= wanted;
}

/* A start of scan, and an end of image behind the last of them: a thumbnail in front has both of its own. */
static gboolean
has_scan_and_end (const guint8 *data, gsize size)
{
    const guint8 *end = data + size, *scan = NULL;
    for (const guint8 *p = memmem (data, size, "\xff\xda", 2); p != NULL;
         p = memmem (p + 2, (gsize) (end - p - 2), "\xff\xda", 2))
        scan = p;
    return scan != NULL && memmem (scan, (gsize) (end - scan), "\xff\xd9", 2) != NULL;
}

typedef enum { FILTER_NONE, FILTER_DCT, FILTER_FLATE, FILTER_OTHER } Filter;

static Filter
only_filter (qpdf_data qpdf, qpdf_oh dict)
{
    qpdf_oh filter = qpdf_oh_get_key (qpdf, dict, "/Filter");
    int n = qpdf_oh_is_array (qpdf, filter) ? qpdf_oh_get_array_n_items (qpdf, filter) : 1;
    if (qpdf_oh_is_null (qpdf, filter) || n == 0)
        return FILTER_NONE;
    if (qpdf_oh_is_array (qpdf, filter))
        filter = qpdf_oh_get_array_item (qpdf, filter, 0);
    if (n == 1 && qpdf_oh_is_name_and_equals (qpdf, filter, "/DCTDecode"))
        return FILTER_DCT;
    return n == 1 && qpdf_oh_is_name_and_equals (qpdf, filter, "/FlateDecode") ? FILTER_FLATE : FILTER_OTHER;
}

gboolean
evx_picture_is_whole (qpdf_data qpdf, qpdf_oh stream)
{
    qpdf_oh dict = qpdf_oh_get_dict (qpdf, stream);
    Filter filter = only_filter (qpdf, dict);
    unsigned char *data = NULL;
    size_t size = 0;
    if (filter == FILTER_OTHER ||
        qpdf_oh_get_stream_data (qpdf, stream, qpdf_dl_none, NULL, &data, &size) & QPDF_ERRORS)
        return TRUE;
    gboolean whole = filter == FILTER_DCT     ? has_scan_and_end (data, size)
                     : filter == FILTER_FLATE ? inflates_to (data, size, wanted_bytes (qpdf, dict))
                                              : size >= wanted_bytes (qpdf, dict);
    free (data);
    return whole;
}
