/* What the tests of reading draw their lines and pages on. Only tests include this. */
#pragma once

#include "../image/image.h"

#include <cairo.h>

/* A drawing of pages and lines that tests have read: points at a resolution, origin top left. */
typedef struct {
    cairo_surface_t *surface;
    cairo_t *cairo;
    double dpi;
} Canvas;

/* Paper of that gray, 0 - 1, to be written on in near black serif type. */
static inline Canvas
canvas (double width_pt, double height_pt, double dpi, double paper)
{
    Canvas c = { .dpi = dpi };
    c.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width_pt * dpi / 72),
                                            (int) (height_pt * dpi / 72));
    c.cairo = cairo_create (c.surface);
    cairo_set_source_rgb (c.cairo, paper, paper, paper);
    cairo_paint (c.cairo);
    cairo_scale (c.cairo, dpi / 72, dpi / 72);
    cairo_select_font_face (c.cairo, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL,
                            CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_source_rgb (c.cairo, 0.05, 0.05, 0.05);
    return c;
}

static inline void
write_line (Canvas c, double x, double y, double size, const char *text)
{
    cairo_set_font_size (c.cairo, size);
    cairo_move_to (c.cairo, x, y);
    cairo_show_text (c.cairo, text);
}

/* Ends the drawing: what was drawn, gray. */
static inline PIX *
develop (Canvas c)
{
    cairo_destroy (c.cairo);
    cairo_surface_flush (c.surface);
    int width = cairo_image_surface_get_width (c.surface);
    int height = cairo_image_surface_get_height (c.surface);
    PIX *pix = pixCreate (width, height, 8);
    for (int y = 0; y < height; y++) {
        const guint32 *row = (const guint32 *) (void *) (cairo_image_surface_get_data (c.surface) +
                                                         (gsize) y * cairo_image_surface_get_stride (c.surface));
        for (int x = 0; x < width; x++)
            SET_DATA_BYTE (pixGetData (pix) + (gsize) y * pixGetWpl (pix), x, row[x] & 0xff);
    }
    cairo_surface_destroy (c.surface);
    return pix;
}
