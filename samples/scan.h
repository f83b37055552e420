/* A page through a scanner: paper, lamp, dust, a sheet not laid straight, and how the picture is
 * kept. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum { SCAN_NONE, SCAN_GRAY, SCAN_BITONAL } ScanKind;

typedef struct {
    ScanKind kind;
    int dpi;
    double skew_deg; /* clockwise */
    int noise; /* gray: standard deviation of the grain, 0..40; bitonal: specks per square inch */
    int turn;  /* quarter turns clockwise before it is kept */
    guint32 seed;
} ScanSettings;

/**
 * scan_image:
 * @ink: CAIRO_FORMAT_RGB24, the page as printed, settings->dpi pixels an inch
 *
 * Returns: (transfer full): an image surface that carries the scan as JPEG (gray) or CCITT group 4
 * (bitonal) data, which the PDF writer embeds as they are. The same input gives the same bytes.
 */
cairo_surface_t *scan_image (cairo_surface_t *ink, const ScanSettings *settings);

G_END_DECLS
