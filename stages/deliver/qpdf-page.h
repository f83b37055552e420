/* Pages through libqpdf's C interface: the part that shows, and objects of a page that is changed. */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

typedef struct _qpdf_data EvxQpdf;

static inline void
evx_qpdf_close (EvxQpdf *pdf)
{
    qpdf_cleanup (&pdf);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxQpdf, evx_qpdf_close)

/* The part of a page that shows, in default user space, and how it is turned. */
typedef struct {
    double x0, y0, x1, y1;
    int rotation;
} EvxQpdfFrame;

/* From the displayed page (pt, origin bottom left, y up) to user space. */
typedef struct {
    double a, b, c, d, e, f;
} EvxQpdfMatrix;

/** CropBox within MediaBox, as a viewer shows it (ISO 32000-1, 14.11.2); US Letter where there is none. */
EvxQpdfFrame evx_qpdf_frame (EvxQpdf *pdf, qpdf_oh page);

/** Of the page as displayed, pt. */
double evx_qpdf_frame_width (const EvxQpdfFrame *f);
double evx_qpdf_frame_height (const EvxQpdfFrame *f);

EvxQpdfMatrix evx_qpdf_frame_matrix (const EvxQpdfFrame *f);

/** Appends @n numbers as PDF writes them, each with a blank behind it. */
void evx_qpdf_numbers (GString *out, guint n, const double *values);

/** A new stream of that text. */
qpdf_oh evx_qpdf_stream (EvxQpdf *pdf, const char *data);

/** Puts a copy of the dictionary @key, which may be shared with other pages, in its place (an empty one
 * where there is none). Returns: the copy, to be changed for this page only. */
qpdf_oh evx_qpdf_own_dictionary (EvxQpdf *pdf, qpdf_oh parent, const char *key);

G_END_DECLS
