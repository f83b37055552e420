/* Text that the page shows but whose characters the file does not give: where no word came of it. */
#include "painting.h"

#include <string.h>

/* Words are marked on a raster of so many points, so that thousands of runs are looked up at once. */
#define CELL_PT 4.0
/* Of hostile sizes of pages. */
#define MOST_CELLS 1000
/* Places looked at on a run. */
#define MOST_PLACES 200
/* A run is unread if so little of its middle line lies on words. */
#define COVERED 0.25

typedef struct {
    double cell_x, cell_y; /* pt */
    guint columns, rows;
    guint8 *cells;         /* 1: a word lies there */
} Raster;

static guint
cell_at (double at, double cell, guint n)
{
    return (guint) CLAMP (at / cell, 0, n - 1);
}

static void
mark (Raster *raster, EvxBox box)
{
    guint x0 = cell_at (box.x0, raster->cell_x, raster->columns), x1 = cell_at (box.x1, raster->cell_x, raster->columns);
    guint y0 = cell_at (box.y0, raster->cell_y, raster->rows), y1 = cell_at (box.y1, raster->cell_y, raster->rows);
    for (guint y = y0; y <= y1 && x0 <= x1; y++)
        memset (raster->cells + (gsize) y * raster->columns + x0, 1, x1 - x0 + 1);
}

static void
mark_words (Raster *raster, const EvxPage *page)
{
    raster->columns = (guint) CLAMP (page->width / CELL_PT, 1, MOST_CELLS);
    raster->rows = (guint) CLAMP (page->height / CELL_PT, 1, MOST_CELLS);
    raster->cell_x = page->width / raster->columns;
    raster->cell_y = page->height / raster->rows;
    raster->cells = g_malloc0 ((gsize) raster->columns * raster->rows);
    for (guint i = 0; i < page->words->len; i++)
        mark (raster, g_array_index (page->words, EvxWord, i).box);
}

/* Share of the line through the middle of @box, along its longer side, that lies on words. */
static double
share_on_words (const Raster *raster, EvxBox box)
{
    gboolean upright = evx_box_height (box) > evx_box_width (box);
    double x = upright ? (box.x0 + box.x1) / 2 : box.x0, y = upright ? box.y0 : (box.y0 + box.y1) / 2;
    double length = upright ? evx_box_height (box) : evx_box_width (box);
    guint n = 1 + (guint) MIN (length / CELL_PT, MOST_PLACES), on = 0;
    double step_x = upright ? 0 : evx_box_width (box) / n, step_y = upright ? evx_box_height (box) / n : 0;
    for (guint i = 0; i < n; i++) {
        guint column = cell_at (x + (i + 0.5) * step_x, raster->cell_x, raster->columns);
        guint row = cell_at (y + (i + 0.5) * step_y, raster->cell_y, raster->rows);
        on += raster->cells[(gsize) row * raster->columns + column];
    }
    return (double) on / n;
}

guint
evx_painted_unread (const EvxPainted *painted, const EvxPage *page)
{
    Raster raster = { 0 };
    EvxBox sheet = { 0, 0, page->width, page->height };
    guint unread = 0;
    mark_words (&raster, page);
    for (guint i = 0; i < painted->shown->len; i++) {
        const EvxShown *shown = &g_array_index (painted->shown, EvxShown, i);
        EvxBox shows = evx_box_intersection (shown->shows, sheet);
        gboolean counts = !shown->hidden && shown->letters > 0 && !evx_box_is_empty (shows);
        if (counts && share_on_words (&raster, shows) < COVERED)
            unread += shown->letters;
    }
    g_free (raster.cells);
    return unread;
}
