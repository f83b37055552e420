/* A page through a scanner, in this order: to gray, skew, paper shade, grain, specks, quarter
 * turns; then kept as JPEG or, for a fax, thresholded and kept as CCITT group 4. */
#include "scan.h"

#include <leptonica/allheaders.h>
#include <math.h>

#define JPEG_QUALITY 45 /* what office scanners use; about 300 kB a letter page */

static PIX *
to_gray (cairo_surface_t *ink)
{
    int width = cairo_image_surface_get_width (ink);
    int height = cairo_image_surface_get_height (ink);
    int stride = cairo_image_surface_get_stride (ink);
    const guchar *data = cairo_image_surface_get_data (ink);
    PIX *gray = pixCreate (width, height, 8);
    l_uint32 *out = pixGetData (gray);
    int wpl = pixGetWpl (gray);
    for (int y = 0; y < height; y++) {
        const guint32 *row = (const guint32 *)(const void *)(data + (gsize)y * (gsize)stride);
        for (int x = 0; x < width; x++) {
            guint32 rgb = row[x];
            guint luma = (77 * (rgb >> 16 & 255) + 150 * (rgb >> 8 & 255) + 29 * (rgb & 255)) >> 8;
            SET_DATA_BYTE (out + (gsize)y * (gsize)wpl, x, luma);
        }
    }
    return gray;
}

/* A lamp that is weaker to one side, and grain: the sum of four uniform numbers is normal enough.
 */
static void
shade (PIX *gray, int noise, guint32 seed)
{
    int width = pixGetWidth (gray), height = pixGetHeight (gray), wpl = pixGetWpl (gray);
    l_uint32 *data = pixGetData (gray);
    guint32 state = seed * 2654435761u + 1;
    for (int y = 0; y < height; y++) {
        l_uint32 *row = data + (gsize)y * (gsize)wpl;
        for (int x = 0; x < width; x++) {
            state = state * 1664525u + 1013904223u;
            int grain = (int)(state >> 24 & 63) + (int)(state >> 18 & 63) +
                        (int)(state >> 12 & 63) + (int)(state >> 6 & 63) - 126;
            int paper = 246 - 14 * x / width - (x < 18 ? 60 - 3 * x : 0);
            int value = GET_DATA_BYTE (row, x) * (paper - 22) / 255 + 22 + grain * noise / 37;
            SET_DATA_BYTE (row, x, CLAMP (value, 0, 255));
        }
    }
}

static void
specks (PIX *pix, int count, guint32 value, guint32 seed)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    int width = pixGetWidth (pix), height = pixGetHeight (pix);
    for (int i = 0; i < count; i++) {
        int x = g_rand_int_range (rand, 0, width - 3), y = g_rand_int_range (rand, 0, height - 3);
        int side = g_rand_int_range (rand, 1, 3);
        for (int k = 0; k < side * side; k++)
            pixSetPixel (pix, x + k % side, y + k / side, value);
    }
}

static void
replace (PIX **pix, PIX *with)
{
    pixDestroy (pix);
    *pix = with;
}

static void
comp_data_free (void *data)
{
    L_COMP_DATA *cid = data;
    l_CIDataDestroy (&cid);
}

/* The surface itself is a 1 x 1 dummy of the right size: the PDF writer takes the attached bytes.
 */
static cairo_surface_t *
carry (PIX *pix, ScanKind kind)
{
    L_COMP_DATA *cid = NULL;
    int type = kind == SCAN_GRAY ? L_JPEG_ENCODE : L_G4_ENCODE;
    if (pixGenerateCIData (pix, type, JPEG_QUALITY, 0, &cid) != 0)
        g_error ("the scan cannot be encoded");
    cairo_format_t format = kind == SCAN_GRAY ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A1;
    cairo_surface_t *image =
        cairo_image_surface_create (format, pixGetWidth (pix), pixGetHeight (pix));
    const char *mime = kind == SCAN_GRAY ? CAIRO_MIME_TYPE_JPEG : CAIRO_MIME_TYPE_CCITT_FAX;
    if (kind == SCAN_BITONAL) {
        char *params = g_strdup_printf ("Columns=%d Rows=%d K=-1 BlackIs1=%d", cid->w, cid->h, 0);
        cairo_surface_set_mime_data (image, CAIRO_MIME_TYPE_CCITT_FAX_PARAMS, (guchar *)params,
                                     strlen (params), g_free, params);
    }
    cairo_surface_set_mime_data (image, mime, cid->datacomp, cid->nbytescomp, comp_data_free, cid);
    return image;
}

cairo_surface_t *
scan_image (cairo_surface_t *ink, const ScanSettings *settings)
{
    PIX *pix = to_gray (ink);
    if (settings->skew_deg != 0)
        replace (&pix, pixRotateAMGray (pix, (l_float32)(settings->skew_deg * G_PI / 180), 255));
    int square_inches = pixGetWidth (pix) * pixGetHeight (pix) / (settings->dpi * settings->dpi);
    if (settings->kind == SCAN_GRAY) {
        shade (pix, settings->noise, settings->seed);
        specks (pix, square_inches / 6, 60, settings->seed);
    } else {
        replace (&pix, pixThresholdToBinary (pix, 150));
        specks (pix, square_inches * settings->noise, 1, settings->seed);
    }
    if (settings->turn != 0)
        replace (&pix, pixRotateOrth (pix, settings->turn));
    cairo_surface_t *image = carry (pix, settings->kind);
    pixDestroy (&pix);
    return image;
}
