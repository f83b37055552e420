/* Colour spaces of PDF, as far as it takes to tell light from dark. Source: ISO 32000-1, 8.6. */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

typedef struct {
    guint components; /* 1, 3, 4; 0 = a pattern */
    gboolean tint;    /* of a spot colour: 1 is full ink */
    gboolean indexed;
} EvxColourSpace;

extern const EvxColourSpace evx_device_gray, evx_device_rgb, evx_device_cmyk;

/** The space that an array describes; what is not known counts as RGB. */
EvxColourSpace evx_colour_space (qpdf_data qpdf, qpdf_oh array);

/** Luminance of the colour @v, as many numbers as components: 0 is black, 1 white; 0.5 where it cannot be told. */
double evx_colour_luminance (const EvxColourSpace *space, const double *v);

G_END_DECLS
