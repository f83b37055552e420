/* One PDF from pages of many. In this order: the cover; each source opened; its pages added with label,
 * stamp and highlights; links and outlines; written to memory.
 *
 * A label is placed on white ground, found on a small rendering of the page; where the page has none, a
 * strip is added below it. The page's own content is wrapped in q ... Q and clipped to what showed. */
#include "binder.h"

#include "cover.h"
#include "qpdf-page.h"

#include <math.h>
#include <string.h>

#define FONT_SIZE 9.0
#define GLYPH_WIDTH (0.6 * FONT_SIZE) /* Courier, one of the standard 14 fonts: 600/1000 em */
#define LABEL_PAD 3.0
#define EDGE 14.0         /* printers clip what stands nearer to the edge */
#define STRIP_HEIGHT 30.0 /* added below a page without a free place */
#define INK_DPI 50.0
#define PAPER_WHITE 250   /* gray above this is no ink: scans have specks of JPEG noise below it */

typedef struct {
    EvxQpdf *pdf;
    const EvxBinderStyle *style;
    GArray *places;
    gint64 next_stamp;
} Binder;

void
evx_binder_page_clear (gpointer page)
{
    EvxBinderPage *self = page;
    g_clear_pointer (&self->marks, g_array_unref);
    g_clear_pointer (&self->passages, g_array_unref);
}

void
evx_binder_place_clear (gpointer data)
{
    EvxBinderPlace *place = data;
    g_free (place->label);
    g_free (place->stamp);
}

/* ---- geometry ----------------------------------------------------------------------------------- */

/* Adds a strip below the page as displayed. */
static void
frame_extend (EvxQpdfFrame *f)
{
    switch (f->rotation) {
    case 90:
        f->x1 += STRIP_HEIGHT;
        break;
    case 180:
        f->y1 += STRIP_HEIGHT;
        break;
    case 270:
        f->x0 -= STRIP_HEIGHT;
        break;
    default:
        f->y0 -= STRIP_HEIGHT;
    }
}

/* ---- objects ------------------------------------------------------------------------------------ */

/* A text string as hex UTF-16BE with its mark (ISO 32000-1, 7.9.2.2): any text, nothing to escape. */
static char *
text_string (const char *text)
{
    glong n = 0;
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    g_autofree gunichar2 *units = g_utf8_to_utf16 (valid, -1, NULL, &n, NULL);
    GString *out = g_string_new ("<FEFF");
    for (glong i = 0; i < n; i++)
        g_string_append_printf (out, "%04X", units[i]);
    g_string_append_c (out, '>');
    return g_string_free (out, FALSE);
}

static void
append_annotation (EvxQpdf *pdf, qpdf_oh page, qpdf_oh annotation)
{
    qpdf_oh list = qpdf_oh_get_key (pdf, page, "/Annots");
    if (!qpdf_oh_is_array (pdf, list)) {
        qpdf_oh_replace_key (pdf, page, "/Annots", qpdf_oh_new_array (pdf));
        list = qpdf_oh_get_key (pdf, page, "/Annots");
    }
    qpdf_oh_append_item (pdf, list, qpdf_make_indirect_object (pdf, annotation));
}

/* ---- highlights --------------------------------------------------------------------------------- */

/* The box's corners in user space: top left, top right, bottom left, bottom right as displayed. */
static void
corners_of (const EvxQpdfFrame *frame, EvxBox box, double quad[8])
{
    EvxQpdfMatrix m = evx_qpdf_frame_matrix (frame);
    double height = evx_qpdf_frame_height (frame);
    const double x[] = { box.x0, box.x1, box.x0, box.x1 };
    const double y[] = { height - box.y0, height - box.y0, height - box.y1, height - box.y1 };
    for (int i = 0; i < 4; i++) {
        quad[2 * i] = m.a * x[i] + m.c * y[i] + m.e;
        quad[2 * i + 1] = m.b * x[i] + m.d * y[i] + m.f;
    }
}

/* Viewers without the highlight's own drawing need an appearance: the quad in yellow, multiplied. */
static qpdf_oh
new_appearance (EvxQpdf *pdf, const double rectangle[4])
{
    g_autoptr (GString) text = g_string_new ("/Multiply gs 1 0.89 0.45 rg ");
    const double area[] = { rectangle[0], rectangle[1], rectangle[2] - rectangle[0],
                            rectangle[3] - rectangle[1] };
    evx_qpdf_numbers (text, 4, area);
    g_string_append (text, "re f");
    qpdf_oh stream = evx_qpdf_stream (pdf, text->str);
    g_autoptr (GString) box = g_string_new ("[");
    evx_qpdf_numbers (box, 4, rectangle);
    g_string_append (box, "]");
    qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);
    qpdf_oh_replace_key (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/XObject"));
    qpdf_oh_replace_key (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/Form"));
    qpdf_oh_replace_key (pdf, dictionary, "/BBox", qpdf_oh_parse (pdf, box->str));
    qpdf_oh_replace_key (pdf, dictionary, "/Group",
                         qpdf_oh_parse (pdf, "<< /S /Transparency >>"));
    qpdf_oh_replace_key (
        pdf, dictionary, "/Resources",
        qpdf_oh_parse (pdf, "<< /ExtGState << /Multiply << /BM /Multiply >> >> >>"));
    return stream;
}

static void
add_highlight (EvxQpdf *pdf, qpdf_oh page, const EvxQpdfFrame *frame, const EvxBinderMark *mark)
{
    double quad[8];
    corners_of (frame, mark->box, quad);
    const double rectangle[] = { MIN (quad[0], quad[6]), MIN (quad[1], quad[7]),
                                 MAX (quad[0], quad[6]), MAX (quad[1], quad[7]) };
    g_autofree char *note = text_string (mark->note ? mark->note : "");
    g_autoptr (GString) text = g_string_new ("<< /Type /Annot /Subtype /Highlight /F 4 /CA 1 "
                                             "/C [1 0.89 0.45] /T (evidex) /Contents ");
    g_string_append_printf (text, "%s /Rect [", note);
    evx_qpdf_numbers (text, 4, rectangle);
    g_string_append (text, "] /QuadPoints [");
    evx_qpdf_numbers (text, 8, quad);
    g_string_append (text, "] /AP << >> >>");
    qpdf_oh annotation = qpdf_oh_parse (pdf, text->str);
    qpdf_oh_replace_key (pdf, qpdf_oh_get_key (pdf, annotation, "/AP"), "/N",
                         new_appearance (pdf, rectangle));
    append_annotation (pdf, page, annotation);
}

/* ---- labels ------------------------------------------------------------------------------------- */

/* Is the box, on the rendering, all paper? */
static gboolean
is_free (PIX *ink, EvxBox box)
{
    EvxBox px = evx_box_to_px (box, INK_DPI);
    int x0 = (int) floor (px.x0), y0 = (int) floor (px.y0);
    int x1 = (int) ceil (px.x1), y1 = (int) ceil (px.y1);
    if (x0 < 0 || y0 < 0 || x1 > pixGetWidth (ink) || y1 > pixGetHeight (ink))
        return FALSE;
    for (int y = y0; y < y1; y++)
        for (int x = x0; x < x1; x++) {
            l_uint32 gray = 0;
            pixGetPixel (ink, x, y, &gray);
            if (gray < PAPER_WHITE)
                return FALSE;
        }
    return TRUE;
}

/* Bottom right first, where readers look for it; then along the bottom, then the top. */
static gboolean
find_free_place (PIX *ink, double width, double height, double label_width, EvxBox *place)
{
    double label_height = FONT_SIZE + 2 * LABEL_PAD;
    const double x[] = { width - EDGE - label_width, (width - label_width) / 2, EDGE };
    const double y[] = { height - EDGE - label_height, height - 2 * EDGE - 2 * label_height, EDGE,
                         2 * EDGE + label_height };
    for (guint row = 0; row < G_N_ELEMENTS (y); row++)
        for (guint column = 0; column < G_N_ELEMENTS (x); column++) {
            *place = (EvxBox) { x[column], y[row], x[column] + label_width, y[row] + label_height };
            if (is_free (ink, *place))
                return TRUE;
        }
    return FALSE;
}

static void
set_contents (EvxQpdf *pdf, qpdf_oh page, const EvxQpdfFrame *shown, const char *stamp)
{
    g_autoptr (GString) before = g_string_new ("q ");
    const double clip[] = { shown->x0, shown->y0, shown->x1 - shown->x0, shown->y1 - shown->y0 };
    evx_qpdf_numbers (before, 4, clip);
    g_string_append (before, "re W n\n");
    qpdf_oh old = qpdf_oh_get_key (pdf, page, "/Contents");
    qpdf_oh contents = qpdf_oh_new_array (pdf);
    qpdf_oh_append_item (pdf, contents, evx_qpdf_stream (pdf, before->str));
    if (qpdf_oh_is_array (pdf, old))
        for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, old); i++)
            qpdf_oh_append_item (pdf, contents, qpdf_oh_get_array_item (pdf, old, i));
    else if (qpdf_oh_is_stream (pdf, old))
        qpdf_oh_append_item (pdf, contents, old);
    qpdf_oh_append_item (pdf, contents, evx_qpdf_stream (pdf, stamp));
    qpdf_oh_replace_key (pdf, page, "/Contents", contents);
}

static void
set_frame (EvxQpdf *pdf, qpdf_oh page, const EvxQpdfFrame *frame)
{
    g_autoptr (GString) text = g_string_new ("[");
    const double edges[] = { frame->x0, frame->y0, frame->x1, frame->y1 };
    evx_qpdf_numbers (text, 4, edges);
    g_string_append (text, "]");
    qpdf_oh_replace_key (pdf, page, "/MediaBox", qpdf_oh_parse (pdf, text->str));
    qpdf_oh_replace_key (pdf, page, "/CropBox", qpdf_oh_parse (pdf, text->str));
}

static void
add_font (EvxQpdf *pdf, qpdf_oh page)
{
    qpdf_oh resources = evx_qpdf_own_dictionary (pdf, page, "/Resources");
    qpdf_oh fonts = evx_qpdf_own_dictionary (pdf, resources, "/Font");
    qpdf_oh_replace_key (pdf, fonts, "/EvxLabel",
                         qpdf_oh_parse (pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold "
                                             "/Encoding /WinAnsiEncoding >>"));
}

/* The operators that print @text with its left edge in @box, upright on the page as displayed. */
static char *
label_operators (const EvxQpdfFrame *frame, EvxBox box, const char *text)
{
    EvxQpdfMatrix m = evx_qpdf_frame_matrix (frame);
    const double matrix[] = { m.a, m.b, m.c, m.d, m.e, m.f };
    const double at[] = { box.x0 + LABEL_PAD, evx_qpdf_frame_height (frame) - box.y1 + LABEL_PAD + 2 };
    g_autofree char *ascii = g_str_to_ascii (text, "C");
    GString *out = g_string_new ("\nQ q ");
    evx_qpdf_numbers (out, 6, matrix);
    g_string_append_printf (out, "cm 0 g BT /EvxLabel %g Tf ", FONT_SIZE);
    evx_qpdf_numbers (out, 2, at);
    g_string_append (out, "Td (");
    for (const char *p = ascii; *p; p++)
        g_string_append_printf (out, strchr ("()\\", *p) ? "\\%c" : "%c", *p);
    g_string_append (out, ") Tj ET Q\n");
    return g_string_free (out, FALSE);
}

static void
print_label (Binder *binder, qpdf_oh page, EvxQpdfFrame *frame, PIX *ink, const char *text, EvxBinderPlace *place)
{
    const EvxQpdfFrame shown = *frame;
    double width = strlen (text) * GLYPH_WIDTH + 2 * LABEL_PAD;
    if (!find_free_place (ink, evx_qpdf_frame_width (frame), evx_qpdf_frame_height (frame), width, &place->label_box)) {
        double top = evx_qpdf_frame_height (frame) + (STRIP_HEIGHT - FONT_SIZE) / 2 - LABEL_PAD;
        double left = MAX (0, evx_qpdf_frame_width (frame) - EDGE - width);
        frame_extend (frame);
        place->extended = TRUE;
        place->label_box =
            (EvxBox) { left, top, left + width, top + FONT_SIZE + 2 * LABEL_PAD };
        set_frame (binder->pdf, page, frame);
    }
    g_autofree char *operators = label_operators (frame, place->label_box, text);
    add_font (binder->pdf, page);
    set_contents (binder->pdf, page, &shown, operators);
}

/* ---- pages -------------------------------------------------------------------------------------- */

static char *
next_stamp (Binder *binder, GError **error)
{
    const EvxBinderStyle *style = binder->style;
    g_autofree char *digits = g_strdup_printf ("%0*" G_GINT64_FORMAT, (int) style->stamp_digits,
                                               binder->next_stamp++);
    if (strlen (digits) > style->stamp_digits) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "stamp %s%s has more than %u digits; start lower or allow more digits",
                     style->stamp_prefix, digits, style->stamp_digits);
        return NULL;
    }
    return g_strconcat (style->stamp_prefix, digits, NULL);
}

static EvxQpdf *
open_source (const EvxBinderExhibit *exhibit, GError **error)
{
    gsize length;
    const char *data = g_bytes_get_data (exhibit->bytes, &length);
    g_autoptr (EvxQpdf) source = qpdf_init ();
    qpdf_silence_errors (source);
    qpdf_set_suppress_warnings (source, QPDF_TRUE);
    QPDF_ERROR_CODE code = qpdf_read_memory (source, exhibit->file, data, length, NULL);
    if (code & QPDF_ERRORS) {
        gboolean password = qpdf_get_error_code (source, qpdf_get_error (source)) == qpdf_e_password;
        g_set_error (error, EVX_ERROR, password ? EVX_ERROR_PASSWORD : EVX_ERROR_DAMAGED,
                     password ? "%s needs a password; an exhibit must be a file that its reader can open"
                              : "%s is damaged; its pages cannot be copied into a binder",
                     exhibit->file);
        return NULL;
    }
    if (qpdf_is_encrypted (source)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PASSWORD,
                     "%s is encrypted; an exhibit must be a file that its reader can open", exhibit->file);
        return NULL;
    }
    return g_steal_pointer (&source);
}

/* Widgets and links to pages that are left behind would point nowhere. */
static void
drop_dead_annotations (EvxQpdf *pdf, qpdf_oh page)
{
    qpdf_oh list = qpdf_oh_get_key (pdf, page, "/Annots");
    for (int i = qpdf_oh_is_array (pdf, list) ? qpdf_oh_get_array_n_items (pdf, list) - 1 : -1; i >= 0; i--) {
        qpdf_oh each = qpdf_oh_get_array_item (pdf, list, i);
        qpdf_oh subtype = qpdf_oh_get_key_if_dict (pdf, each, "/Subtype");
        if (qpdf_oh_is_name_and_equals (pdf, subtype, "/Link"))
            qpdf_oh_erase_item (pdf, list, i);
    }
}

static gboolean
add_page (Binder *binder, EvxQpdf *source, EvxPdf *reader, const EvxBinderExhibit *exhibit, guint index,
          const EvxBinderPage *wanted, GError **error)
{
    if (wanted->page >= (guint) MAX (0, qpdf_get_num_pages (source))) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_TREE, "%s has no page %u", exhibit->file,
                     wanted->page + 1);
        return FALSE;
    }
    g_autoptr (PIX) ink = evx_pdf_render (reader, wanted->page, NULL, INK_DPI, error);
    if (ink == NULL)
        return FALSE;
    EvxBinderPlace place = { .exhibit = index, .page = wanted->page,
                             .binder_page = (guint) qpdf_get_num_pages (binder->pdf) };
    if (binder->style->stamp_prefix && (place.stamp = next_stamp (binder, error)) == NULL)
        return FALSE;
    place.label = g_strdup_printf ("%s, p. %u", exhibit->label, wanted->page + 1);
    g_autofree char *printed = place.stamp ? g_strconcat (place.label, "   ", place.stamp, NULL)
                                           : g_strdup (place.label);
    qpdf_add_page (binder->pdf, source, qpdf_get_page_n (source, wanted->page), QPDF_FALSE);
    qpdf_oh page = qpdf_get_page_n (binder->pdf, place.binder_page);
    EvxQpdfFrame frame = evx_qpdf_frame (binder->pdf, page);
    drop_dead_annotations (binder->pdf, page);
    for (guint i = 0; i < wanted->marks->len; i++)
        add_highlight (binder->pdf, page, &frame, &g_array_index (wanted->marks, EvxBinderMark, i));
    print_label (binder, page, &frame, ink, printed, &place);
    g_array_append_val (binder->places, place);
    return TRUE;
}

static gboolean
add_exhibit (Binder *binder, const EvxBinderExhibit *exhibit, guint index, GPtrArray *sources,
             GError **error)
{
    EvxQpdf *source = open_source (exhibit, error);
    if (source == NULL)
        return FALSE;
    g_ptr_array_add (sources, source); /* its streams are read when the binder is written */
    g_autoptr (EvxPdf) reader = evx_pdf_open (exhibit->bytes, NULL, error);
    if (reader == NULL) {
        g_prefix_error (error, "%s: ", exhibit->file);
        return FALSE;
    }
    for (guint i = 0; i < exhibit->pages->len; i++)
        if (!add_page (binder, source, reader, exhibit, index,
                       &g_array_index (exhibit->pages, EvxBinderPage, i), error))
            return FALSE;
    return TRUE;
}

/* ---- links and outlines ------------------------------------------------------------------------- */

static qpdf_oh
new_destination (EvxQpdf *pdf, guint binder_page)
{
    qpdf_oh destination = qpdf_oh_new_array (pdf);
    qpdf_oh_append_item (pdf, destination, qpdf_get_page_n (pdf, binder_page));
    qpdf_oh_append_item (pdf, destination, qpdf_oh_new_name (pdf, "/Fit"));
    return destination;
}

static void
add_cover_links (EvxQpdf *pdf, const GArray *links, guint cover_pages)
{
    for (guint i = 0; i < links->len; i++) {
        const EvxCoverLink *link = &g_array_index (links, EvxCoverLink, i);
        qpdf_oh page = qpdf_get_page_n (pdf, link->cover_page);
        EvxQpdfFrame frame = evx_qpdf_frame (pdf, page);
        double quad[8];
        corners_of (&frame, link->box, quad);
        const double rectangle[] = { quad[4], quad[5], quad[2], quad[3] };
        g_autoptr (GString) text = g_string_new ("<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [");
        evx_qpdf_numbers (text, 4, rectangle);
        g_string_append (text, "] >>");
        qpdf_oh annotation = qpdf_oh_parse (pdf, text->str);
        qpdf_oh_replace_key (pdf, annotation, "/Dest", new_destination (pdf, link->binder_page + cover_pages));
        append_annotation (pdf, page, annotation);
    }
}

static qpdf_oh
new_outline (EvxQpdf *pdf, const char *title, guint binder_page)
{
    g_autofree char *name = text_string (title);
    g_autofree char *text = g_strdup_printf ("<< /Title %s >>", name);
    qpdf_oh outline = qpdf_oh_parse (pdf, text);
    qpdf_oh_replace_key (pdf, outline, "/Dest", new_destination (pdf, binder_page));
    return qpdf_make_indirect_object (pdf, outline);
}

/* Chains the items under @parent (ISO 32000-1, 12.3.3, tables 152 and 153). */
static void
link_outlines (EvxQpdf *pdf, qpdf_oh parent, const GArray *items)
{
    for (guint i = 0; i < items->len; i++) {
        qpdf_oh item = g_array_index (items, qpdf_oh, i);
        qpdf_oh_replace_key (pdf, item, "/Parent", parent);
        if (i > 0)
            qpdf_oh_replace_key (pdf, item, "/Prev", g_array_index (items, qpdf_oh, i - 1));
        if (i + 1 < items->len)
            qpdf_oh_replace_key (pdf, item, "/Next", g_array_index (items, qpdf_oh, i + 1));
    }
    if (items->len == 0)
        return;
    qpdf_oh_replace_key (pdf, parent, "/First", g_array_index (items, qpdf_oh, 0));
    qpdf_oh_replace_key (pdf, parent, "/Last", g_array_index (items, qpdf_oh, items->len - 1));
    qpdf_oh_replace_key (pdf, parent, "/Count", qpdf_oh_new_integer (pdf, items->len));
}

static void
add_outlines (Binder *binder, GPtrArray *exhibits)
{
    EvxQpdf *pdf = binder->pdf;
    qpdf_oh root = qpdf_make_indirect_object (pdf, qpdf_oh_parse (pdf, "<< /Type /Outlines >>"));
    g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
    for (guint i = 0, at = 0; i < exhibits->len; i++) {
        const EvxBinderExhibit *exhibit = exhibits->pdata[i];
        g_autofree char *title = g_strdup_printf ("%s: %s", exhibit->label, exhibit->file);
        g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
        guint first = g_array_index (binder->places, EvxBinderPlace, at).binder_page;
        for (; at < binder->places->len; at++) {
            const EvxBinderPlace *place = &g_array_index (binder->places, EvxBinderPlace, at);
            if (place->exhibit != i)
                break;
            qpdf_oh page = new_outline (pdf, place->label, place->binder_page);
            g_array_append_val (pages, page);
        }
        qpdf_oh item = new_outline (pdf, title, first);
        link_outlines (pdf, item, pages);
        g_array_append_val (items, item);
    }
    link_outlines (pdf, root, items);
    qpdf_oh_replace_key (pdf, qpdf_get_root (pdf), "/Outlines", root);
    qpdf_oh_replace_key (pdf, qpdf_get_root (pdf), "/PageMode", qpdf_oh_new_name (pdf, "/UseOutlines"));
}

/* ---- the whole ---------------------------------------------------------------------------------- */

static GBytes *
write_binder (EvxQpdf *pdf, GError **error)
{
    qpdf_set_info_key (pdf, "/CreationDate", NULL); /* the same exhibits give the same bytes */
    qpdf_set_info_key (pdf, "/Producer", "evidex");
    if (!(qpdf_init_write_memory (pdf) & QPDF_ERRORS)) {
        qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
        qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
        if (!(qpdf_write (pdf) & QPDF_ERRORS))
            return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
    }
    g_set_error (error, EVX_ERROR, EVX_ERROR_DAMAGED, "the binder cannot be written: %s",
                 qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)));
    return NULL;
}

GBytes *
evx_binder_make (GPtrArray *exhibits, const EvxBinderStyle *style, GArray **places, GError **error)
{
    guint cover_pages = 0;
    g_autoptr (GArray) links = NULL;
    g_autoptr (GBytes) cover = evx_cover_draw (exhibits, style, &links, &cover_pages);
    g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_qpdf_close);
    g_autoptr (EvxQpdf) pdf = qpdf_init ();
    g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (EvxBinderPlace));
    g_array_set_clear_func (placed, evx_binder_place_clear);
    qpdf_silence_errors (pdf);
    qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
    qpdf_read_memory (pdf, "cover", g_bytes_get_data (cover, NULL), g_bytes_get_size (cover), NULL);
    Binder binder = { pdf, style, placed, style->stamp_start };
    for (guint i = 0; i < exhibits->len; i++)
        if (!add_exhibit (&binder, exhibits->pdata[i], i, sources, error))
            return NULL;
    add_cover_links (pdf, links, cover_pages);
    add_outlines (&binder, exhibits);
    GBytes *bytes = write_binder (pdf, error);
    if (bytes != NULL)
        *places = g_steal_pointer (&placed);
    return bytes;
}
