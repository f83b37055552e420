/* The binder's cover: title and a table of exhibits, drawn by cairo and pango. It is drawn twice, the
 * first time to learn how many pages it takes, since the page numbers it prints count them. */
#include "cover.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define PAGE_WIDTH 612.0 /* US letter, what courts here file */
#define PAGE_HEIGHT 792.0
#define MARGIN 54.0
#define LABEL_WIDTH 80.0
#define PAGE_COLUMN 40.0

typedef struct {
    cairo_t *cr;
    GArray *links;
    double y;
    guint page;
} Cover;

/* Draws @text wrapped to @width at (x, cover->y); returns its height in pt. */
static double
draw_text (Cover *cover, const char *text, const char *font, double x, double width)
{
    g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cover->cr);
    g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    int height;
    pango_layout_set_font_description (layout, description);
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height (layout, -6); /* at most six lines of a quote */
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_text (layout, valid, -1);
    pango_layout_get_size (layout, NULL, &height);
    cairo_move_to (cover->cr, x, cover->y);
    pango_cairo_show_layout (cover->cr, layout);
    return (double) height / PANGO_SCALE;
}

static void
break_page (Cover *cover)
{
    cairo_show_page (cover->cr);
    cover->page++;
    cover->y = MARGIN;
}

static void
draw_row (Cover *cover, const EvxBinderExhibit *exhibit, guint index, guint binder_page)
{
    if (cover->y > PAGE_HEIGHT - MARGIN - 90)
        break_page (cover);
    double top = cover->y, text_x = MARGIN + LABEL_WIDTH;
    double width = PAGE_WIDTH - 2 * MARGIN - LABEL_WIDTH - PAGE_COLUMN;
    g_autofree char *number = g_strdup_printf ("%u", binder_page + 1);
    draw_text (cover, exhibit->label, "Liberation Serif Bold 11", MARGIN, LABEL_WIDTH - 8);
    draw_text (cover, number, "Liberation Serif 11", PAGE_WIDTH - MARGIN - PAGE_COLUMN + 12, PAGE_COLUMN);
    cover->y += draw_text (cover, exhibit->file, "Liberation Serif Bold 11", text_x, width);
    cover->y += draw_text (cover, exhibit->summary, "Liberation Serif 10", text_x, width) + 8;
    EvxCoverLink link = { cover->page, { MARGIN, top, PAGE_WIDTH - MARGIN, cover->y }, index };
    g_array_append_val (cover->links, link);
    cairo_set_line_width (cover->cr, 0.5);
    cairo_move_to (cover->cr, MARGIN, cover->y - 3);
    cairo_line_to (cover->cr, PAGE_WIDTH - MARGIN, cover->y - 3);
    cairo_stroke (cover->cr);
}

static cairo_status_t
append_bytes (void *array, const unsigned char *data, unsigned int length)
{
    g_byte_array_append (array, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (GPtrArray *exhibits, const EvxBinderStyle *style, const guint *first_pages, guint cover_pages,
      Cover *cover)
{
    GByteArray *bytes = g_byte_array_new ();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream (append_bytes, bytes, PAGE_WIDTH, PAGE_HEIGHT);
    cover->cr = cairo_create (surface);
    cover->y = MARGIN;
    cover->y += draw_text (cover, style->title, "Liberation Serif Bold 20", MARGIN,
                           PAGE_WIDTH - 2 * MARGIN) + 6;
    cover->y += draw_text (cover, "Index of exhibits", "Liberation Serif 13", MARGIN, 400) + 14;
    for (guint i = 0; i < exhibits->len; i++)
        draw_row (cover, exhibits->pdata[i], i, first_pages[i] + cover_pages);
    cairo_show_page (cover->cr);
    cairo_destroy (cover->cr);
    cairo_surface_destroy (surface);
    return g_byte_array_free_to_bytes (bytes);
}

GBytes *
evx_cover_draw (GPtrArray *exhibits, const EvxBinderStyle *style, const guint *first_pages,
                GArray **links, guint *n_pages)
{
    Cover trial = { .links = g_array_new (FALSE, FALSE, sizeof (EvxCoverLink)) };
    g_bytes_unref (draw (exhibits, style, first_pages, 0, &trial));
    g_array_unref (trial.links);
    Cover cover = { .links = g_array_new (FALSE, FALSE, sizeof (EvxCoverLink)) };
    GBytes *bytes = draw (exhibits, style, first_pages, trial.page + 1, &cover);
    *links = cover.links;
    *n_pages = cover.page + 1;
    return bytes;
}
