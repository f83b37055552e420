/* What ink.c and ink-lines.c share. */
#pragma once

#include "ink.h"

G_BEGIN_DECLS

/* Resolution of the ink: letters of 6 pt stand apart, specks of a scan are small. */
#define EVX_INK_DPI 150.0
/* More marks than a page of small print has: noise or a halftone; rows are not looked for. */
#define EVX_MOST_MARKS 30000

struct _EvxInk {
    PIX *gray;     /* the image at EVX_INK_DPI, or twice its size if that is less */
    PIX *bits;     /* one bit a pixel: 1 = ink */
    double factor; /* pixels of the ink per pixel of the image */
};

/** Clears strips of ink along the edge of an image, one bit a pixel: the shadow beside a sheet in a scanner. */
void evx_ink_clear_edges (PIX *bits);

G_END_DECLS
