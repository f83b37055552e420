/* The look of the invented houses: letterheads, slides, charts, the window of a mail program. */
#include "ink.h"

#include <math.h>

typedef struct {
    const char *name, *title, *line, *address;
    double red, green, blue;
} House;

static const House houses[] = {
    { "sheriff", "ALDER COUNTY SHERIFF'S OFFICE", "Dana R. Whitlock, Sheriff-Coroner",
      "1200 Courthouse Way, Quarry Bend, CA 90000 (fictitious)  ·  (555) 555-0100", 0.13, 0.29,
      0.2 },
    { "board", "COUNTY OF ALDER", "Office of the County Executive",
      "400 Mill Street, Quarry Bend, CA 90000 (fictitious)  ·  (555) 555-0140", 0.12, 0.2, 0.42 },
    { "coalition", "ALDER VALLEY IMMIGRANT RIGHTS COALITION", "Records and Accountability Project",
      "77 Depot Street, Quarry Bend, CA 90000 (fictitious)  ·  (555) 555-0177", 0.55, 0.2, 0.12 },
    { "district", "QUARRY BEND UNIFIED SCHOOL DISTRICT", "Student Services",
      "15 Orchard Lane, Quarry Bend, CA 90000 (fictitious)  ·  (555) 555-0115", 0.3, 0.16, 0.4 },
    { "treasurer", "ALDER COUNTY TREASURER-TAX COLLECTOR", "Cash Management Division",
      "400 Mill Street, Quarry Bend, CA 90000 (fictitious)  ·  (555) 555-0160", 0.25, 0.25, 0.25 },
};

static const House *
house (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (houses); i++)
        if (g_strcmp0 (houses[i].name, name) == 0)
            return &houses[i];
    g_error ("no house is named '%s'", name);
}

static void
star (cairo_t *cr, double x, double y, double radius)
{
    for (int i = 0; i < 10; i++) {
        double r = i % 2 == 0 ? radius : radius * 0.42, a = i * G_PI / 5 - G_PI / 2;
        cairo_line_to (cr, x + r * cos (a), y + r * sin (a));
    }
    cairo_close_path (cr);
    cairo_fill (cr);
}

static void
seal (cairo_t *cr, const House *of, double x, double y, double radius)
{
    cairo_set_source_rgb (cr, of->red, of->green, of->blue);
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    cairo_set_line_width (cr, 1.6);
    cairo_stroke (cr);
    cairo_arc (cr, x, y, radius * 0.84, 0, 2 * G_PI);
    cairo_fill (cr);
    cairo_set_source_rgb (cr, 0.93, 0.85, 0.55);
    star (cr, x, y, radius * 0.62);
    cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
tell (Paper *paper, const char *line)
{
    g_string_append_printf (paper->text, "%s\n", line);
}

void
paper_letterhead (Paper *paper, const char *name)
{
    const House *of = house (name);
    paper_open_page (paper);
    Flow *flow = &paper->flow;
    double x = flow->left + 66, y = flow->y - 22;
    seal (flow->cr, of, flow->left + 26, y + 24, 25);
    cairo_set_source_rgb (flow->cr, of->red, of->green, of->blue);
    ink_face (paper, "Liberation Serif", 16, TRUE, FALSE);
    ink_put (paper, of->title, x, y + 16);
    ink_face (paper, "Liberation Serif", 10.5, FALSE, TRUE);
    ink_put (paper, of->line, x, y + 31);
    ink_face (paper, "Liberation Sans", 8, FALSE, FALSE);
    ink_put (paper, of->address, x, y + 44);
    cairo_set_line_width (flow->cr, 1.4);
    cairo_move_to (flow->cr, flow->left, y + 57);
    cairo_line_to (flow->cr, flow->right, y + 57);
    cairo_stroke (flow->cr);
    cairo_set_source_rgb (flow->cr, 0, 0, 0);
    tell (paper, of->title);
    tell (paper, of->line);
    tell (paper, of->address);
    flow->y = y + 78;
}

void
paper_slide (Paper *paper, const char *title)
{
    const House *of = house (paper->theme);
    paper_end_page (paper);
    paper_open_page (paper);
    Flow *flow = &paper->flow;
    cairo_t *cr = flow->cr;
    cairo_set_source_rgb (cr, of->red, of->green, of->blue);
    cairo_rectangle (cr, 0, 0, paper->width, 86);
    cairo_fill (cr);
    cairo_set_source_rgb (cr, 0.86, 0.7, 0.3);
    cairo_rectangle (cr, 0, 86, paper->width, 5);
    cairo_fill (cr);
    seal (cr, of, paper->width - 56, 43, 30);
    cairo_set_source_rgb (cr, 1, 1, 1);
    ink_face (paper, "Liberation Sans", 30, TRUE, FALSE);
    ink_put (paper, title, 48, 54);
    tell (paper, title);
    cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
    g_autofree char *number = g_strdup_printf ("%d", paper->page);
    ink_face (paper, "Liberation Sans", 10, FALSE, FALSE);
    ink_put (paper, of->title, 48, paper->height - 18);
    ink_put (paper, number, paper->width - 54, paper->height - 18);
    cairo_set_source_rgb (cr, 0, 0, 0);
    flow->left = 56;
    flow->right = paper->width - 56;
    flow->y = 116;
    flow->bottom = paper->height - 34;
}

void
paper_bars (Paper *paper, const char *values)
{
    paper_open_page (paper);
    g_auto (GStrv) pairs = g_strsplit (values, " ", -1);
    guint n = g_strv_length (pairs);
    Flow *flow = &paper->flow;
    double height = flow->bottom - flow->y - 60, base = flow->y + height, most = 1;
    double step = (flow->right - flow->left) / n;
    for (guint i = 0; i < n; i++)
        most = MAX (most, g_ascii_strtod (strchr (pairs[i], '=') + 1, NULL));
    for (guint i = 0; i < n; i++) {
        g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
        double tall = (height - 30) * g_ascii_strtod (pair[1], NULL) / most,
               x = flow->left + i * step;
        cairo_set_source_rgb (flow->cr, 0.24, 0.42, 0.56);
        cairo_rectangle (flow->cr, x + step * 0.25, base - tall, step * 0.5, tall);
        cairo_fill (flow->cr);
        cairo_set_source_rgb (flow->cr, 0, 0, 0);
        ink_face (paper, "Liberation Sans", 18, TRUE, FALSE);
        ink_put (paper, pair[1], x + (step - ink_measure (paper, pair[1])) / 2, base - tall - 8);
        ink_put (paper, pair[0], x + (step - ink_measure (paper, pair[0])) / 2, base + 24);
        g_string_append_printf (paper->text, "%s %s\n", pair[0], pair[1]);
    }
    cairo_set_line_width (flow->cr, 1.5);
    cairo_move_to (flow->cr, flow->left, base);
    cairo_line_to (flow->cr, flow->right, base);
    cairo_stroke (flow->cr);
    flow->y = base + 40;
}

void
paper_door (Paper *paper)
{
    static const double parts[][5] = { /* x y width height gray */
                                       { 60, 120, 492, 500, 0.62 },  { 60, 620, 492, 70, 0.38 },
                                       { 190, 190, 230, 430, 0.42 }, { 202, 202, 206, 418, 0.52 },
                                       { 232, 240, 146, 110, 0.78 }, { 378, 420, 16, 44, 0.25 },
                                       { 450, 250, 50, 34, 0.3 }
    };
    paper_open_page (paper);
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        cairo_set_source_rgb (paper->flow.cr, parts[i][4], parts[i][4], parts[i][4]);
        cairo_rectangle (paper->flow.cr, parts[i][0], parts[i][1], parts[i][2], parts[i][3]);
        cairo_fill (paper->flow.cr);
    }
    cairo_set_source_rgb (paper->flow.cr, 0, 0, 0);
}
