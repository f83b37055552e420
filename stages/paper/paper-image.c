/* Images on paper: each image of a file becomes a page of its size. A JPEG goes into the PDF as it is;
 * what is decoded (TIFF, PNG, GIF, BMP) goes in without loss, but for long files in colour, which would
 * not fit into a worker's memory. */
#include "paper-internal.h"

#include "../image/image.h"

#include <stdio.h>
#include <string.h>

#define MOST_PAGES 20000      /* of one file; the limit of a document */
#define LOSSLESS_PAGES 8      /* with more, grays and colours are kept as JPEG ... */
#define JPEG_QUALITY 92       /* ... of this quality */
#define LEAST_DPI 60
#define MOST_DPI 1200
#define SCREEN_DPI 100        /* a file that says less, and is wider than a screen, only says a default */
#define SCREEN_WIDTH_PX 1700
#define SHEET_WIDTH_IN 8.5
#define MOST_SIDE_PX 30000

/* The resolution that puts an image on a sheet of paper. */
static int
plausible_dpi (int width, int height, int stated)
{
    int narrow = MIN (width, height);
    gboolean said = stated >= LEAST_DPI && stated <= MOST_DPI;
    if (said && (stated >= SCREEN_DPI || narrow < SCREEN_WIDTH_PX))
        return stated;
    return CLAMP ((int) (narrow / SHEET_WIDTH_IN + 0.5), 72, 600);
}

static L_BYTEA *
page_from_cid (L_COMP_DATA *cid, int stated)
{
    l_uint8 *data = NULL;
    size_t length = 0;
    cid->res = plausible_dpi (cid->w, cid->h, stated);
    if (cidConvertToPdfData (cid, NULL, &data, &length) != 0) /* frees cid */
        return NULL;
    L_BYTEA *page = l_byteaInitFromMem (data, length);
    lept_free (data);
    return page;
}

/* A fax has half as many rows as columns to the inch. */
static PIX *
square_pixels (PIX *pix)
{
    double x = pixGetXRes (pix), y = pixGetYRes (pix);
    if (x < LEAST_DPI || y < LEAST_DPI || (x < 1.05 * y && y < 1.05 * x))
        return pixClone (pix);
    PIX *scaled = pixScale (pix, (float) MAX (1, y / x), (float) MAX (1, x / y));
    if (scaled != NULL)
        pixSetResolution (scaled, (int) MAX (x, y), (int) MAX (x, y));
    return scaled;
}

/* Takes @read. */
static L_BYTEA *
page_from_pix (PIX *read, gboolean lossless)
{
    g_autoptr (PIX) taken = read;
    g_autoptr (PIX) opaque =
        pixGetDepth (read) == 32 && pixGetSpp (read) == 4 ? pixAlphaBlendUniform (read, 0xffffff00)
                                                          : pixClone (read);
    g_autoptr (PIX) plain = opaque ? square_pixels (opaque) : NULL;
    if (plain == NULL || pixGetWidth (plain) > MOST_SIDE_PX || pixGetHeight (plain) > MOST_SIDE_PX)
        return NULL;
    gboolean deep = pixGetDepth (plain) >= 8 && pixGetColormap (plain) == NULL;
    L_COMP_DATA *cid = NULL;
    if (pixGenerateCIData (plain, deep && !lossless ? L_JPEG_ENCODE : L_FLATE_ENCODE, JPEG_QUALITY, 0, &cid) != 0)
        return NULL;
    return page_from_cid (cid, pixGetXRes (plain));
}

/* ---- the formats -------------------------------------------------------------------------------------- */

static guint
count_tiff_pages (const guint8 *data, gsize length)
{
    FILE *file = fmemopen ((void *) data, length, "rb");
    l_int32 n = 0;
    if (file != NULL && tiffGetCount (file, &n) != 0)
        n = 0;
    if (file != NULL)
        fclose (file);
    return (guint) MAX (n, 0);
}

static guint32
number_at (const guint8 *data, gsize bytes, gboolean big_endian)
{
    guint32 number = 0;
    for (gsize i = 0; i < bytes; i++)
        number |= (guint32) data[i] << 8 * (big_endian ? bytes - 1 - i : i);
    return number;
}

/* Libtiff counts the pages up to the first link that leads nowhere, and says nothing.
 * Source: TIFF 6.0, section 2, the image file directory. */
static gboolean
chain_is_whole (const guint8 *data, gsize length, guint n_pages)
{
    gboolean big_endian = data[0] == 'M';
    gsize at = number_at (data + 4, 4, big_endian);
    for (guint i = 0; i < n_pages && at != 0; i++) {
        if (at + 2 > length)
            return FALSE;
        gsize link = at + 2 + 12 * (gsize) number_at (data + at, 2, big_endian);
        if (link + 4 > length)
            return FALSE;
        at = number_at (data + link, 4, big_endian);
    }
    return at == 0;
}

/* Stops at the first page that cannot be decoded. Returns: whether that was none. */
static gboolean
add_tiff (L_PTRA *pages, const guint8 *data, gsize length)
{
    guint n = MAX (count_tiff_pages (data, length), 1);
    for (guint i = 0; i < MIN (n, MOST_PAGES); i++) {
        PIX *pix = pixReadMemTiff (data, length, (int) i);
        L_BYTEA *page = pix != NULL ? page_from_pix (pix, n <= LOSSLESS_PAGES) : NULL;
        if (page == NULL)
            return FALSE;
        ptraAdd (pages, page);
    }
    return n <= MOST_PAGES && chain_is_whole (data, length, n);
}

/* Its bytes, not its pixels. Four components (CMYK) are for a decoder. */
static L_BYTEA *
page_from_jpeg (const guint8 *data, gsize length)
{
    l_int32 spp = 0;
    if (readHeaderMemJpeg (data, length, NULL, NULL, &spp, NULL, NULL) != 0 || (spp != 1 && spp != 3))
        return NULL;
    l_int32 x = 0, y = 0;
    FILE *file = fmemopen ((void *) data, length, "rb");
    if (file != NULL) {
        fgetJpegResolution (file, &x, &y);
        fclose (file);
    }
    g_autofree guint8 *copy = g_memdup2 (data, length);
    L_COMP_DATA *cid = l_generateJpegDataMem (copy, length, 0);
    if (cid == NULL)
        return NULL;
    copy = NULL; /* now of cid */
    return page_from_cid (cid, x);
}

static gboolean
add_image (L_PTRA *pages, const guint8 *data, gsize length)
{
    l_int32 format = IFF_UNKNOWN;
    findFileFormatBuffer (data, &format);
    if (format == IFF_TIFF || (format >= IFF_TIFF_PACKBITS && format <= IFF_TIFF_ZIP) || format == IFF_TIFF_JPEG)
        return add_tiff (pages, data, length);
    L_BYTEA *page = format == IFF_JFIF_JPEG ? page_from_jpeg (data, length) : NULL;
    PIX *pix = page == NULL ? pixReadMem (data, length) : NULL;
    if (pix != NULL)
        page = page_from_pix (pix, TRUE);
    if (page != NULL)
        ptraAdd (pages, page);
    return page != NULL;
}

static void
free_pages (L_PTRA *pages)
{
    for (int i = 0, n = 0; ptraGetActualCount (pages, &n) == 0 && n > 0; i++) {
        L_BYTEA *page = ptraRemove (pages, i, L_NO_COMPACTION);
        l_byteaDestroy (&page);
    }
    ptraDestroy (&pages, FALSE, FALSE);
}

GBytes *
evx_paper_image (GBytes *bytes, gboolean *cut_short, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data (bytes, &length);
    setMsgSeverity (L_SEVERITY_NONE); /* said by our own errors */
    L_PTRA *pages = ptraCreate (16);
    *cut_short = length < 12 || !add_image (pages, data, length);
    l_uint8 *pdf = NULL;
    size_t size = 0;
    l_int32 n = 0;
    ptraGetActualCount (pages, &n);
    if (n > 0 && ptraConcatenatePdfToData (pages, NULL, &pdf, &size) != 0)
        n = 0;
    free_pages (pages);
    if (n > 0)
        return g_bytes_new_with_free_func (pdf, size, lept_free, pdf);
    g_set_error_literal (error, EVX_ERROR, EVX_ERROR_IMAGE_DAMAGED, "the image could not be decoded");
    return NULL;
}
