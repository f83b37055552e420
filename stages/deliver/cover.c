/* The binder's cover: title, and a table of exhibits with each passage, drawn by cairo and pango. It is drawn
 * twice, the first time to learn how many pages it takes, since the page numbers it prints count them. */
#include "cover.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define PAGE_WIDTH 612.0 /* US letter, what courts here file */
#define PAGE_HEIGHT 792.0
#define MARGIN 54.0
#define LABEL_WIDTH 104.0 /* "p. 1000, l. 1000" in a line; of Bates numbers what is longer is broken */
#define PAGE_COLUMN 40.0
#define TEXT_X (MARGIN + LABEL_WIDTH)
#define TEXT_WIDTH (PAGE_WIDTH - 2 * MARGIN - LABEL_WIDTH - PAGE_COLUMN)
#define QUOTE_LINES 6
#define NAME_LINES 2
/* The tallest row, and the heading above it: lines of 15 and 18 pt. */
#define ROOM (15.0 * QUOTE_LINES)
#define HEADING (18.0 * NAME_LINES + 2)

typedef struct {
    cairo_t *cr;
    GArray *links;
    double y;
    guint page;
    guint cover_pages; /* as known before: what the printed numbers count */
} Cover;

/* Draws @text wrapped to @width at (x, cover->y), at most @lines of it; returns its height in pt. */
static double
draw_text (Cover *cover, const char *text, const char *font, double x, double width, int lines)
{
    g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cover->cr);
    g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    int height;
    pango_layout_set_font_description (layout, description);
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height (layout, -lines);
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
draw_rule (Cover *cover)
{
    cairo_set_line_width (cover->cr, 0.5);
    cairo_move_to (cover->cr, MARGIN, cover->y - 3);
    cairo_line_to (cover->cr, PAGE_WIDTH - MARGIN, cover->y - 3);
    cairo_stroke (cover->cr);
}

/* A row that began at @top links to @binder_page. */
static void
add_link (Cover *cover, double top, guint binder_page)
{
    EvxCoverLink link = { cover->page, { MARGIN, top, PAGE_WIDTH - MARGIN, cover->y }, binder_page };
    g_array_append_val (cover->links, link);
}

static void
draw_heading (Cover *cover, const EvxBinderExhibit *exhibit, gboolean continued)
{
    g_autofree char *file = g_strconcat (exhibit->file, continued ? " (continued)" : "", NULL);
    double label = draw_text (cover, exhibit->label, "Liberation Serif Bold 11", MARGIN, LABEL_WIDTH - 8, NAME_LINES);
    double name = draw_text (cover, file, "Liberation Serif Bold 11", TEXT_X, TEXT_WIDTH, NAME_LINES);
    cover->y += MAX (label, name) + 2;
}

static void
draw_passage (Cover *cover, const EvxBinderPassage *passage, guint binder_page)
{
    double top = cover->y;
    g_autofree char *number = g_strdup_printf ("%u", binder_page + cover->cover_pages + 1);
    g_autofree char *quote = g_strdup_printf ("“%s”", passage->quote);
    draw_text (cover, number, "Liberation Serif 10", PAGE_WIDTH - MARGIN - PAGE_COLUMN + 12, PAGE_COLUMN, 1);
    double where = draw_text (cover, passage->where, "Liberation Serif 10", MARGIN, LABEL_WIDTH - 8, QUOTE_LINES);
    double text = draw_text (cover, quote, "Liberation Serif 10", TEXT_X, TEXT_WIDTH, QUOTE_LINES);
    cover->y += MAX (where, text) + 4;
    add_link (cover, top, binder_page);
}

/* @binder_page: of its first page. */
static void
draw_exhibit (Cover *cover, const EvxBinderExhibit *exhibit, guint binder_page)
{
    if (cover->y > PAGE_HEIGHT - MARGIN - ROOM - HEADING)
        break_page (cover);
    double top = cover->y;
    draw_heading (cover, exhibit, FALSE);
    add_link (cover, top, binder_page);
    for (guint i = 0; i < exhibit->pages->len; i++) {
        const GArray *passages = g_array_index (exhibit->pages, EvxBinderPage, i).passages;
        for (guint j = 0; j < passages->len; j++) {
            if (cover->y > PAGE_HEIGHT - MARGIN - ROOM) {
                break_page (cover);
                draw_heading (cover, exhibit, TRUE);
            }
            draw_passage (cover, &g_array_index (passages, EvxBinderPassage, j), binder_page + i);
        }
    }
    cover->y += 4;
    draw_rule (cover);
    cover->y += 4;
}

static cairo_status_t
append_bytes (void *array, const unsigned char *data, unsigned int length)
{
    g_byte_array_append (array, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (GPtrArray *exhibits, const EvxBinderStyle *style, Cover *cover)
{
    GByteArray *bytes = g_byte_array_new ();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream (append_bytes, bytes, PAGE_WIDTH, PAGE_HEIGHT);
    cover->cr = cairo_create (surface);
    cover->y = MARGIN;
    cover->y += draw_text (cover, style->title, "Liberation Serif Bold 20", MARGIN,
                           PAGE_WIDTH - 2 * MARGIN, QUOTE_LINES) + 6;
    cover->y += draw_text (cover, "Index of exhibits", "Liberation Serif 13", MARGIN, 400, 1) + 14;
    for (guint i = 0, at = 0; i < exhibits->len; i++) {
        const EvxBinderExhibit *exhibit = exhibits->pdata[i];
        draw_exhibit (cover, exhibit, at);
        at += exhibit->pages->len;
    }
    cairo_show_page (cover->cr);
    cairo_destroy (cover->cr);
    cairo_surface_destroy (surface);
    return g_byte_array_free_to_bytes (bytes);
}

GBytes *
evx_cover_draw (GPtrArray *exhibits, const EvxBinderStyle *style, GArray **links, guint *n_pages)
{
    Cover trial = { .links = g_array_new (FALSE, FALSE, sizeof (EvxCoverLink)) };
    g_bytes_unref (draw (exhibits, style, &trial));
    g_array_unref (trial.links);
    Cover cover = { .links = g_array_new (FALSE, FALSE, sizeof (EvxCoverLink)), .cover_pages = trial.page + 1 };
    GBytes *bytes = draw (exhibits, style, &cover);
    *links = cover.links;
    *n_pages = cover.page + 1;
    return bytes;
}
