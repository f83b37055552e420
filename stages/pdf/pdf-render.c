/* Pixels out of a page: renderings through cairo, and pictures at their own resolution. */
#include "pdf-internal.h"

#include <math.h>

/* cairo cannot make an image with a longer side; the caller keeps within its own limit of pixels. */
#define MAX_SIDE_PX 32000.0

static cairo_surface_t *
draw (PopplerPage *page, EvxBox clip, double dpi)
{
    double scale = dpi / 72.0;
    double width = ceil (evx_box_width (clip) * scale - 1e-6);
    double height = ceil (evx_box_height (clip) * scale - 1e-6);
    if (!(width >= 1 && height >= 1 && width <= MAX_SIDE_PX && height <= MAX_SIDE_PX))
        return NULL;
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width,
                                                           (int) height);
    g_autoptr (cairo_t) cairo = cairo_create (surface);
    cairo_set_source_rgb (cairo, 1, 1, 1);
    cairo_paint (cairo);
    cairo_scale (cairo, scale, scale);
    cairo_translate (cairo, -clip.x0, -clip.y0);
    poppler_page_render (page, cairo);
    cairo_surface_flush (surface);
    return surface;
}

static cairo_surface_t *
render (EvxPdf *pdf, guint index, const EvxBox *clip, double dpi, GError **error)
{
    PopplerPage *page = evx_pdf_current (pdf, index, error);
    if (page == NULL)
        return NULL;
    EvxBox whole = { 0 };
    poppler_page_get_size (page, &whole.x1, &whole.y1);
    g_autoptr (cairo_surface_t) surface =
        draw (page, clip ? evx_box_intersection (*clip, whole) : whole, dpi);
    if (surface == NULL || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, "the page cannot be rendered");
        return NULL;
    }
    return g_steal_pointer (&surface);
}

/* Luminance of ITU-R BT.601, in 1/256. */
static inline guint32
gray_of (guint32 rgb)
{
    return (77 * ((rgb >> 16) & 0xff) + 150 * ((rgb >> 8) & 0xff) + 29 * (rgb & 0xff)) >> 8;
}

/* Over white, where the surface has an alpha channel (cairo multiplies colours by it beforehand). */
static inline guint32
over_white (guint32 argb)
{
    guint32 white = 255 - (argb >> 24);
    return argb + white * 0x010101u;
}

/* Leptonica packs pixels into 32-bit words, the leftmost in the highest bits. */
static void
gray_line (const guint32 *from, guint32 *to, int width, gboolean alpha)
{
    for (int x = 0; x < width; x += 4) {
        guint32 word = 0;
        for (int i = 0; i < 4; i++) {
            guint32 pixel = x + i < width ? from[x + i] : 0;
            word = word << 8 | gray_of (alpha ? over_white (pixel) : pixel);
        }
        to[x / 4] = word;
    }
}

static PIX *
gray_pix (cairo_surface_t *surface, double dpi)
{
    int width = cairo_image_surface_get_width (surface);
    int height = cairo_image_surface_get_height (surface);
    gboolean alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
    PIX *pix = pixCreateNoInit (width, height, 8);
    if (pix == NULL)
        return NULL;
    const guchar *data = cairo_image_surface_get_data (surface);
    int stride = cairo_image_surface_get_stride (surface);
    for (int y = 0; y < height; y++)
        gray_line ((const guint32 *) (const void *) (data + (gsize) y * (gsize) stride),
                   pixGetData (pix) + (gsize) y * (gsize) pixGetWpl (pix), width, alpha);
    pixSetResolution (pix, (int) round (dpi), (int) round (dpi));
    return pix;
}

PIX *
evx_pdf_render (EvxPdf *pdf, guint page, const EvxBox *clip, double dpi, GError **error)
{
    g_autoptr (cairo_surface_t) surface = render (pdf, page, clip, dpi, error);
    PIX *pix = surface ? gray_pix (surface, dpi) : NULL;
    if (surface != NULL && pix == NULL)
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, "not enough memory to render the page");
    return pix;
}

PIX *
evx_pdf_render_colour (EvxPdf *pdf, guint page, double dpi, GError **error)
{
    g_autoptr (cairo_surface_t) surface = render (pdf, page, NULL, dpi, error);
    if (surface == NULL)
        return NULL;
    int width = cairo_image_surface_get_width (surface);
    int height = cairo_image_surface_get_height (surface);
    PIX *pix = pixCreateNoInit (width, height, 32);
    if (pix == NULL) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED, "not enough memory to render the page");
        return NULL;
    }
    const guchar *data = cairo_image_surface_get_data (surface);
    for (int y = 0; y < height; y++) {
        const guint32 *from = (const guint32 *) (const void *) (data + (gsize) y *
                                  (gsize) cairo_image_surface_get_stride (surface));
        guint32 *to = pixGetData (pix) + (gsize) y * (gsize) pixGetWpl (pix);
        for (int x = 0; x < width; x++)
            to[x] = from[x] << 8; /* RGB24 to leptonica's RGBA order */
    }
    pixSetResolution (pix, (int) round (dpi), (int) round (dpi));
    return pix;
}

/* ---- pictures ------------------------------------------------------------------------------------ */

static EvxBox
mapped_box (const PopplerImageMapping *mapping)
{
    PopplerRectangle r = mapping->area;
    return (EvxBox) { MIN (r.x1, r.x2), MIN (r.y1, r.y2), MAX (r.x1, r.x2), MAX (r.y1, r.y2) };
}

static double
distance (EvxBox a, EvxBox b)
{
    return fabs (a.x0 - b.x0) + fabs (a.y0 - b.y0) + fabs (a.x1 - b.x1) + fabs (a.y1 - b.y1);
}

/* Poppler numbers pictures as it draws them, as painting.c does, but may see some inside of patterns
 * and masks besides. Then the place tells, which poppler 22.12 gives with the corner of the crop box
 * taken off twice, and wrong for pictures that are turned. */
static int
poppler_image_id (PopplerPage *page, const EvxPainted *painted, gint32 index)
{
    GList *mappings = poppler_page_get_image_mapping (page);
    EvxBox box = g_array_index (painted->drawn, EvxDrawn, index).box;
    PopplerRectangle crop = { 0 };
    poppler_page_get_crop_box (page, &crop);
    EvxBox shifted = { box.x0 - crop.x1, box.y0 - crop.y1, box.x1 - crop.x1, box.y1 - crop.y1 };
    int best = -1;
    double nearest = 4.0; /* a point at each edge */
    if (g_list_length (mappings) == painted->drawn->len)
        best = index;
    for (GList *l = mappings; best != index && l != NULL; l = l->next) {
        const PopplerImageMapping *mapping = l->data;
        double d = distance (mapped_box (mapping), shifted);
        if (d < nearest) {
            nearest = d;
            best = mapping->image_id;
        }
    }
    poppler_page_free_image_mapping (mappings);
    return best;
}

/* As the page shows it: quarter turns and mirrorings told by the signs of the matrix; a small skew is
 * left to whoever reads the pixels. */
static PIX *
turn_as_shown (PIX *pix, const EvxMatrix *matrix)
{
    const double *m = matrix->m;
    gboolean sideways = fabs (m[1]) + fabs (m[2]) > fabs (m[0]) + fabs (m[3]);
    PIX *turned = sideways ? pixRotate90 (pix, 1) : pixClone (pix);
    if (turned == NULL)
        return NULL;
    /* After the quarter turn clockwise: columns run along -m[2], rows along m[1]. */
    gboolean flip_x = sideways ? m[2] < 0 : m[0] < 0;
    gboolean flip_y = sideways ? m[1] < 0 : m[3] > 0;
    if (flip_x)
        pixFlipLR (turned, turned);
    if (flip_y)
        pixFlipTB (turned, turned);
    return turned;
}

PIX *
evx_pdf_image (EvxPdf *pdf, guint index, const EvxPicture *picture, GError **error)
{
    const EvxPainted *painted = evx_pdf_painted (pdf, index);
    PopplerPage *page = evx_pdf_current (pdf, index, error);
    if (page == NULL)
        return NULL;
    g_autoptr (cairo_surface_t) surface = NULL;
    if (painted != NULL && picture->image_id >= 0 && (guint) picture->image_id < painted->drawn->len) {
        const EvxDrawn *drawn = &g_array_index (painted->drawn, EvxDrawn, picture->image_id);
        int id = poppler_image_id (page, painted, picture->image_id);
        surface = id >= 0 ? poppler_page_get_image (page, id) : NULL;
        g_autoptr (PIX) pix = surface ? gray_pix (surface, 0) : NULL;
        PIX *turned = pix ? turn_as_shown (pix, &drawn->matrix) : NULL;
        if (turned != NULL)
            return turned;
    }
    g_set_error (error, EVX_ERROR, EVX_ERROR_IMAGE_DAMAGED, "a picture could not be decoded");
    return NULL;
}

guint
evx_pdf_n_highlights (EvxPdf *pdf, guint index)
{
    PopplerPage *page = evx_pdf_current (pdf, index, NULL);
    GList *list = page ? poppler_page_get_annot_mapping (page) : NULL;
    guint n = 0;
    for (GList *each = list; each != NULL; each = each->next) {
        const PopplerAnnotMapping *mapping = each->data;
        n += poppler_annot_get_annot_type (mapping->annot) == POPPLER_ANNOT_HIGHLIGHT;
    }
    poppler_page_free_annot_mapping (list);
    return n;
}
