/* What the annotations of a page paint: their appearances, and the places of redactions that were not applied.
 *
 * Source: ISO 32000-1, 12.5.5, 12.5.6.23. */
#include "painting-internal.h"

#include <math.h>

#define MAX_ANNOTATIONS 5000

static void
add_redaction (EvxPaint *run, EvxBox rect)
{
    EvxFill fill = { .words_before = run->glyphs, .annotation = TRUE };
    fill.box = evx_box_intersection (evx_matrix_box (&run->now.ctm, rect), run->now.clip);
    if (!evx_box_is_empty (fill.box))
        g_array_append_val (run->painted->painting->fills, fill);
}

/* A redaction over several lines gives a quadrilateral for each. */
static void
add_redactions (EvxPaint *run, qpdf_oh annotation, EvxBox rect)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh quads = qpdf_oh_get_key (qpdf, annotation, "/QuadPoints");
    int n = qpdf_oh_is_array (qpdf, quads) ? MIN (qpdf_oh_get_array_n_items (qpdf, quads) / 8, 1000) : 0;
    for (int i = 0; i < n; i++) {
        EvxBox box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
        for (int j = 0; j < 8; j += 2) {
            double x = evx_object_number (qpdf, qpdf_oh_get_array_item (qpdf, quads, 8 * i + j), 0);
            double y = evx_object_number (qpdf, qpdf_oh_get_array_item (qpdf, quads, 8 * i + j + 1), 0);
            box = (EvxBox) { MIN (box.x0, x), MIN (box.y0, y), MAX (box.x1, x), MAX (box.y1, y) };
        }
        add_redaction (run, box);
    }
    if (n == 0)
        add_redaction (run, rect);
}

/* The appearance in use: N, or the entry of N that AS names. */
static qpdf_oh
appearance_of (qpdf_data qpdf, qpdf_oh annotation)
{
    qpdf_oh normal = qpdf_oh_get_key_if_dict (qpdf, qpdf_oh_get_key (qpdf, annotation, "/AP"), "/N");
    qpdf_oh state = qpdf_oh_get_key (qpdf, annotation, "/AS");
    if (qpdf_oh_is_dictionary (qpdf, normal) && qpdf_oh_is_name (qpdf, state)) {
        g_autofree char *name = g_strdup (qpdf_oh_get_name (qpdf, state));
        return qpdf_oh_get_key (qpdf, normal, name);
    }
    return normal;
}

/* 12.5.5: the appearance's box, after its matrix, is fitted to the annotation's rectangle. */
static void
draw_appearance (EvxPaint *run, qpdf_oh form, EvxBox rect)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh dict = qpdf_oh_get_dict (qpdf, form);
    EvxMatrix matrix = { { 1, 0, 0, 1, 0, 0 } };
    EvxBox box;
    if (!evx_object_box (qpdf, qpdf_oh_get_key (qpdf, dict, "/BBox"), &box))
        return;
    evx_object_numbers (qpdf, qpdf_oh_get_key (qpdf, dict, "/Matrix"), matrix.m, 6);
    box = evx_matrix_box (&matrix, box);
    if (evx_box_is_empty (box) || evx_box_is_empty (rect))
        return;
    double sx = evx_box_width (rect) / evx_box_width (box);
    double sy = evx_box_height (rect) / evx_box_height (box);
    EvxMatrix fit = { { sx, 0, 0, sy, rect.x0 - box.x0 * sx, rect.y0 - box.y0 * sy } };
    EvxPaintState saved = run->now;
    run->now.ctm = evx_matrix_times (&fit, &run->now.ctm);
    evx_paint_draw_form (run, form, qpdf_oh_new_null (qpdf));
    run->now = saved;
}

static void
draw_annotation (EvxPaint *run, qpdf_oh annotation)
{
    qpdf_data qpdf = run->painter->qpdf;
    EvxBox rect;
    if (!qpdf_oh_is_dictionary (qpdf, annotation) ||
        !evx_object_box (qpdf, qpdf_oh_get_key (qpdf, annotation, "/Rect"), &rect))
        return;
    if (evx_object_is_name (qpdf, annotation, "/Subtype", "/Redact")) {
        add_redactions (run, annotation, rect);
        return;
    }
    int flags = (int) evx_object_number_key (qpdf, annotation, "/F", 0);
    if ((flags & (2 | 32)) != 0 || evx_object_is_name (qpdf, annotation, "/Subtype", "/Popup") ||
        evx_object_is_name (qpdf, annotation, "/Subtype", "/Link"))
        return; /* hidden, not viewed, or nothing to see */
    qpdf_oh form = appearance_of (qpdf, annotation);
    if (qpdf_oh_is_stream (qpdf, form))
        draw_appearance (run, form, rect);
    else
        run->painted->unsure = TRUE; /* readers make one up, as for a square */
}

void
evx_paint_draw_annotations (EvxPaint *run, qpdf_oh page, guint n_links)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh annotations = qpdf_oh_get_key (qpdf, page, "/Annots");
    int n = qpdf_oh_is_array (qpdf, annotations) ? qpdf_oh_get_array_n_items (qpdf, annotations) : 0;
    if (n == (int) n_links)
        return; /* slides have dozens on a page, and qpdf takes longer to read one than to read a line of text */
    run->painted->unsure |= n > MAX_ANNOTATIONS;
    for (int i = 0; i < MIN (n, MAX_ANNOTATIONS); i++)
        draw_annotation (run, qpdf_oh_get_array_item (qpdf, annotations, i));
}
