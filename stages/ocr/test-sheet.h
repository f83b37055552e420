/* A PDF of one page, 612 x 792 pt, written object by object: text, pictures and boxes, origin top left. Only tests
 * include this. */
#pragma once

#include "../image/image.h"

#include <gio/gio.h>
#include <string.h>

#define W 612.0
#define H 792.0

typedef struct {
    GString *content;
    GPtrArray *images; /* PIX */
    int rotate;
    gboolean scrambled; /* the font's map to Unicode names other letters */
    double kept;        /* share of the bytes of each image that is not lost; 0 = all */
} Sheet;

static inline void
text (Sheet *sheet, double x, double y, double size, int mode, const char *string)
{
    g_string_append_printf (sheet->content, "BT /F1 %g Tf %d Tr 1 0 0 1 %g %g Tm (%s) Tj ET\n", size,
                            mode, x, H - y, string);
}

/* @codes: in hexadecimal digits, or a string in brackets */
static inline void
text_in (Sheet *sheet, const char *font, double x, double y, double size, const char *codes)
{
    g_string_append_printf (sheet->content, "BT /%s %g Tf 1 0 0 1 %g %g Tm %s Tj ET\n", font, size, x, H - y, codes);
}

static inline void
picture (Sheet *sheet, PIX *pix, double x, double y, double width, double height)
{
    g_string_append_printf (sheet->content, "q %g 0 0 %g %g %g cm /I%u Do Q\n", width, height, x,
                            H - y - height, sheet->images->len);
    g_ptr_array_add (sheet->images, pix);
}

static inline void
box (Sheet *sheet, double gray, double x, double y, double width, double height)
{
    g_string_append_printf (sheet->content, "q %g g %g %g %g %g re f Q\n", gray, x, H - y - height,
                            width, height);
}

static inline void
add_object (GString *pdf, GArray *offsets, const char *head, gconstpointer data, gsize length)
{
    g_array_append_val (offsets, pdf->len);
    g_string_append_printf (pdf, "%u 0 obj\n%s\n", offsets->len, head);
    if (data != NULL) {
        g_string_append (pdf, "stream\n");
        g_string_append_len (pdf, data, (gssize) length);
        g_string_append (pdf, "\nendstream\n");
    }
    g_string_append (pdf, "endobj\n");
}

/* Raw gray samples, zlib-packed. */
static inline GBytes *
packed (PIX *pix)
{
    g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
    g_autoptr (GConverter) zlib =
        G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1));
    g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, zlib);
    g_autofree guchar *row = g_malloc ((gsize) pixGetWidth (pix));
    for (int y = 0; y < pixGetHeight (pix); y++) {
        for (int x = 0; x < pixGetWidth (pix); x++)
            row[x] = GET_DATA_BYTE (pixGetData (pix) + (gsize) y * pixGetWpl (pix), x);
        g_output_stream_write_all (out, row, (gsize) pixGetWidth (pix), NULL, NULL, NULL);
    }
    g_output_stream_close (out, NULL, NULL);
    return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static inline void
add_image (GString *pdf, GArray *offsets, PIX *pix, double kept)
{
    g_autoptr (GBytes) whole = packed (pix);
    gsize size = g_bytes_get_size (whole);
    gsize good = kept > 0 ? (gsize) (size * kept) : size;
    g_autoptr (GBytes) data = g_bytes_new_from_bytes (whole, 0, good);
    g_autofree char *head = g_strdup_printf (
        "<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray"
        "/Filter/FlateDecode/Length %zu>>",
        pixGetWidth (pix), pixGetHeight (pix), g_bytes_get_size (data));
    add_object (pdf, offsets, head, g_bytes_get_data (data, NULL), g_bytes_get_size (data));
}

/* Objects 1..5: catalog, pages, page, content, font; 6: map to Unicode; 7: a glyph; then the images. */
static inline GBytes *
print_pdf (Sheet *sheet)
{
    static const char scramble[] =
        "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <FF> "
        "endcodespacerange\n2 beginbfrange <61> <7A> <0071> <41> <5A> <0051> endbfrange\nendcmap end";
    /* F2's map to Unicode names other letters; F3 draws an H under a name that says nothing. */
    static const char scrambled_font[] = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 6 0 R>>";
    static const char mute_font[] =
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</zq 7 0 R>>"
        "/Encoding<</Type/Encoding/Differences[127/zq]>>/FirstChar 127/LastChar 127/Widths[600]/Resources<<>>>>";
    static const char letter_h[] = "600 0 d0 50 0 90 700 re 400 0 90 700 re 50 310 400 90 re f";
    g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
    GString *pdf = g_string_new ("%PDF-1.5\n");
    g_autoptr (GString) names = g_string_new (NULL);
    for (guint i = 0; i < sheet->images->len; i++)
        g_string_append_printf (names, "/I%u %u 0 R", i, 8 + i);
    g_autofree char *page = g_strdup_printf (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Rotate %d/Contents 4 0 R/Resources"
        "<</Font<</F1 5 0 R/F2 %s/F3 %s/F4<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>/XObject<<%s>>>>>>",
        sheet->rotate, scrambled_font, mute_font, names->str);
    g_autofree char *length = g_strdup_printf ("<</Length %zu>>", sheet->content->len);
    g_autofree char *map_length = g_strdup_printf ("<</Length %zu>>", strlen (scramble));
    add_object (pdf, offsets, "<</Type/Catalog/Pages 2 0 R>>", NULL, 0);
    add_object (pdf, offsets, "<</Type/Pages/Kids[3 0 R]/Count 1>>", NULL, 0);
    add_object (pdf, offsets, page, NULL, 0);
    add_object (pdf, offsets, length, sheet->content->str, sheet->content->len);
    add_object (pdf, offsets,
                sheet->scrambled
                    ? "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
                    : "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                NULL, 0);
    add_object (pdf, offsets, map_length, scramble, strlen (scramble));
    g_autofree char *letter_length = g_strdup_printf ("<</Length %zu>>", strlen (letter_h));
    add_object (pdf, offsets, letter_length, letter_h, strlen (letter_h));
    for (guint i = 0; i < sheet->images->len; i++)
        add_image (pdf, offsets, sheet->images->pdata[i], sheet->kept);
    gsize xref = pdf->len;
    g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
    for (guint i = 0; i < offsets->len; i++)
        g_string_append_printf (pdf, "%010zu 00000 n \n", g_array_index (offsets, gsize, i));
    g_string_append_printf (pdf, "trailer <</Size %u/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n",
                            offsets->len + 1, xref);
    return g_string_free_to_bytes (pdf);
}
