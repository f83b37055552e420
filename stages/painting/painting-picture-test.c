/* Pictures made here through qpdf, whole and cut. */
#include "painting-picture.h"

#include <string.h>
#include <zlib.h>

#define SIDE 200

typedef struct {
    qpdf_data qpdf;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
    (void) data;
    f->qpdf = qpdf_init ();
    g_assert_cmpint (qpdf_empty_pdf (f->qpdf), ==, QPDF_SUCCESS);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
    (void) data;
    qpdf_cleanup (&f->qpdf);
}

/* An image of SIDE x SIDE pixels of 8 bits with these data; @keys: "/ColorSpace /DeviceRGB". */
static gboolean
is_whole (const Fixture *f, const char *filter, const char *keys, const void *data, gsize size)
{
    qpdf_oh stream = qpdf_oh_new_stream (f->qpdf);
    g_autofree char *dict = g_strdup_printf ("<< /Width %d /Height %d /BitsPerComponent 8 %s >>", SIDE, SIDE, keys);
    qpdf_oh_replace_stream_data (f->qpdf, stream, data, size, qpdf_oh_parse (f->qpdf, filter),
                                 qpdf_oh_new_null (f->qpdf));
    qpdf_oh entries = qpdf_oh_parse (f->qpdf, dict), to = qpdf_oh_get_dict (f->qpdf, stream);
    qpdf_oh_begin_dict_key_iter (f->qpdf, entries);
    while (qpdf_oh_dict_more_keys (f->qpdf)) {
        const char *key = qpdf_oh_dict_next_key (f->qpdf);
        qpdf_oh_replace_key (f->qpdf, to, key, qpdf_oh_get_key (f->qpdf, entries, key));
    }
    return evx_picture_is_whole (f->qpdf, stream);
}

static void
test_unpacked_data_must_have_every_row (Fixture *f, gconstpointer data)
{
    static const char pixels[SIDE * SIDE * 3];
    (void) data;
    g_assert_true (is_whole (f, "null", "/ColorSpace /DeviceGray", pixels, SIDE * SIDE));
    g_assert_false (is_whole (f, "null", "/ColorSpace /DeviceGray", pixels, SIDE * SIDE - 1));
    g_assert_true (is_whole (f, "null", "/ColorSpace /DeviceRGB", pixels, SIDE * SIDE * 3));
    g_assert_false (is_whole (f, "null", "/ColorSpace /DeviceRGB", pixels, SIDE * SIDE));
    g_assert_true (is_whole (f, "null", "/ColorSpace /Strange", pixels, SIDE * SIDE));
}

static void
test_packed_data_must_unpack_to_every_row (Fixture *f, gconstpointer data)
{
    guint8 pixels[SIDE * SIDE], packed[SIDE * SIDE * 2];
    uLongf size = sizeof packed;
    (void) data;
    for (guint i = 0; i < sizeof pixels; i++)
        pixels[i] = (guint8) (i * i >> 3);
    g_assert_cmpint (compress (packed, &size, pixels, sizeof pixels), ==, Z_OK);
    g_assert_true (is_whole (f, "/FlateDecode", "/ColorSpace /DeviceGray", packed, size));
    g_assert_true (is_whole (f, "[ /FlateDecode ]", "/ColorSpace /DeviceGray", packed, size));
    g_assert_false (is_whole (f, "/FlateDecode", "/ColorSpace /DeviceGray", packed, size / 2));
    g_assert_false (is_whole (f, "/FlateDecode", "/ColorSpace /DeviceRGB", packed, size));
    g_assert_false (is_whole (f, "/FlateDecode", "/ColorSpace /DeviceGray", "no such stream", 14));
}

static void
test_a_jpeg_must_have_a_scan_and_its_end (Fixture *f, gconstpointer data)
{
    static const char whole[] = "\xff\xd8 head \xff\xda scan \xff\xd9", cut[] = "\xff\xd8 head \xff\xda scan",
                      no_scan[] = "\xff\xd8 head \xff\xd9",
                      thumbnail[] = "\xff\xd8 \xff\xda small \xff\xd9 head \xff\xda scan";
    (void) data;
    g_assert_true (is_whole (f, "/DCTDecode", "", whole, sizeof whole - 1));
    g_assert_false (is_whole (f, "/DCTDecode", "", cut, sizeof cut - 1));
    g_assert_false (is_whole (f, "/DCTDecode", "", no_scan, sizeof no_scan - 1));
    g_assert_false (is_whole (f, "/DCTDecode", "", thumbnail, sizeof thumbnail - 1));
}

static void
test_what_is_not_looked_at_counts_as_whole (Fixture *f, gconstpointer data)
{
    (void) data;
    g_assert_true (is_whole (f, "/CCITTFaxDecode", "", "x", 1));
    g_assert_true (is_whole (f, "[ /ASCII85Decode /FlateDecode ]", "", "x", 1));
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run) (Fixture *f, gconstpointer data);
    } tests[] = {
        { "/picture/unpacked data must have every row", test_unpacked_data_must_have_every_row },
        { "/picture/packed data must unpack to every row", test_packed_data_must_unpack_to_every_row },
        { "/picture/a JPEG must have a scan and its end", test_a_jpeg_must_have_a_scan_and_its_end },
        { "/picture/what is not looked at counts as whole", test_what_is_not_looked_at_counts_as_whole },
    };
    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
    return g_test_run ();
}
