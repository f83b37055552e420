/* What is done to a page through libqpdf. */
#include "qpdf-page.h"

#include <string.h>

/* ---- geometry ----------------------------------------------------------------------------------- */

double
evx_qpdf_frame_width (const EvxQpdfFrame *f)
{
    return f->rotation % 180 == 0 ? f->x1 - f->x0 : f->y1 - f->y0;
}

double
evx_qpdf_frame_height (const EvxQpdfFrame *f)
{
    return f->rotation % 180 == 0 ? f->y1 - f->y0 : f->x1 - f->x0;
}

EvxQpdfMatrix
evx_qpdf_frame_matrix (const EvxQpdfFrame *f)
{
    switch (f->rotation) {
    case 90:
        return (EvxQpdfMatrix) { 0, 1, -1, 0, f->x1, f->y0 };
    case 180:
        return (EvxQpdfMatrix) { -1, 0, 0, -1, f->x1, f->y1 };
    case 270:
        return (EvxQpdfMatrix) { 0, -1, 1, 0, f->x0, f->y1 };
    default:
        return (EvxQpdfMatrix) { 1, 0, 0, 1, f->x0, f->y0 };
    }
}

static gboolean
read_rectangle (EvxQpdf *pdf, qpdf_oh page, const char *key, EvxQpdfFrame *frame)
{
    qpdf_oh array = qpdf_oh_get_key (pdf, page, key);
    if (!qpdf_oh_is_array (pdf, array) || qpdf_oh_get_array_n_items (pdf, array) != 4)
        return FALSE;
    double v[4];
    for (int i = 0; i < 4; i++)
        v[i] = qpdf_oh_get_numeric_value (pdf, qpdf_oh_get_array_item (pdf, array, i));
    frame->x0 = MIN (v[0], v[2]);
    frame->x1 = MAX (v[0], v[2]);
    frame->y0 = MIN (v[1], v[3]);
    frame->y1 = MAX (v[1], v[3]);
    return frame->x1 > frame->x0 && frame->y1 > frame->y0;
}

EvxQpdfFrame
evx_qpdf_frame (EvxQpdf *pdf, qpdf_oh page)
{
    EvxQpdfFrame media = { 0, 0, 612, 792, 0 }, crop;
    read_rectangle (pdf, page, "/MediaBox", &media);
    if (read_rectangle (pdf, page, "/CropBox", &crop)) {
        EvxQpdfFrame both = { MAX (media.x0, crop.x0), MAX (media.y0, crop.y0), MIN (media.x1, crop.x1),
                       MIN (media.y1, crop.y1), 0 };
        if (both.x1 > both.x0 && both.y1 > both.y0)
            media = both;
    }
    qpdf_oh rotate = qpdf_oh_get_key (pdf, page, "/Rotate");
    int turn = qpdf_oh_is_integer (pdf, rotate) ? qpdf_oh_get_int_value_as_int (pdf, rotate) : 0;
    media.rotation = ((turn % 360) + 360) % 360;
    return media;
}

/* ---- objects ------------------------------------------------------------------------------------ */

static char *
number_text (double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.3f", value));
}

void
evx_qpdf_numbers (GString *out, guint n, const double *values)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *text = number_text (values[i]);
        g_string_append_printf (out, "%s ", text);
    }
}

qpdf_oh
evx_qpdf_stream (EvxQpdf *pdf, const char *data)
{
    qpdf_oh stream = qpdf_oh_new_stream (pdf);
    qpdf_oh_replace_stream_data (pdf, stream, (const guint8 *) data, strlen (data),
                                 qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
    return stream;
}

qpdf_oh
evx_qpdf_own_dictionary (EvxQpdf *pdf, qpdf_oh parent, const char *key)
{
    qpdf_oh old = qpdf_oh_get_key (pdf, parent, key);
    qpdf_oh copy = qpdf_oh_new_dictionary (pdf);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    if (qpdf_oh_is_dictionary (pdf, old))
        for (qpdf_oh_begin_dict_key_iter (pdf, old); qpdf_oh_dict_more_keys (pdf);)
            g_ptr_array_add (names, g_strdup (qpdf_oh_dict_next_key (pdf)));
    for (guint i = 0; i < names->len; i++)
        qpdf_oh_replace_key (pdf, copy, names->pdata[i], qpdf_oh_get_key (pdf, old, names->pdata[i]));
    qpdf_oh_replace_key (pdf, parent, key, copy);
    return copy;
}
