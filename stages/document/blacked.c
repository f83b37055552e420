/* Rows of a log that are blacked out from side to side. Nothing can be read of them, but each may be one more of what the
 * other rows are: they are events without a date, in doubt, so that a count below a claim is not held against it. */
#include "document-internal.h"

#include "../sort.h"

#include <math.h>

enum { MOST_ROWS = 200 }; /* under boxes, of a table: more than a sheet holds, whatever hostile boxes and rows say */

#define MOST_OF_WIDTH 0.6 /* of the table's, that a box must cover to be a row of it */
#define SEEN_ROW 0.3      /* of a box, covered by a row that was read: that row has its own marks */

/* The usual height of a row, from its top to that of the next. */
static double
row_pitch (const EvxPage *page, const EvxTable *table)
{
    g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < table->n_rows; i++) {
        const EvxRow *row = &g_array_index (page->rows, EvxRow, table->first_row + i);
        double height = evx_box_height (row->box);
        if (row->kind == EVX_ROW_BODY && height > 0)
            g_array_append_val (heights, height);
    }
    if (heights->len == 0)
        return 0;
    g_array_sort (heights, evx_sort_doubles);
    return g_array_index (heights, double, heights->len / 2);
}

static gboolean
is_on_row (const EvxPage *page, const EvxTable *table, EvxBox box)
{
    for (guint i = 0; i < table->n_rows; i++)
        if (evx_box_covered (box, g_array_index (page->rows, EvxRow, table->first_row + i).box) > SEEN_ROW)
            return TRUE;
    return FALSE;
}

/* Rows that the boxes under the table, or between its rows, cover from side to side. */
static guint
count_boxes (const EvxPage *page, const EvxTable *table)
{
    double pitch = row_pitch (page, table), bottom = table->box.y1;
    guint rows = 0;
    for (guint i = 0; i < page->redactions->len && pitch > 0; i++) { /* from the top down */
        EvxBox box = g_array_index (page->redactions, EvxRedaction, i).box;
        double shared = MIN (box.x1, table->box.x1) - MAX (box.x0, table->box.x0);
        if (box.y0 < table->box.y0 || box.y0 > bottom + pitch || is_on_row (page, table, box) ||
            shared < MOST_OF_WIDTH * evx_box_width (table->box))
            continue;
        rows += (guint)CLAMP (round (evx_box_height (box) / pitch), 1, MOST_ROWS);
        bottom = MAX (bottom, box.y1);
    }
    return MIN (rows, (guint)MOST_ROWS);
}

/* The kinds of the events that the table has, and the one year that they are of. */
typedef struct {
    const char *kinds[EVX_N_COLUMN_ROLES];
    guint n_kinds;
    gint year;
} Seen;

static Seen
events_seen (const EvxTableContext *context, guint first_event)
{
    Seen seen = { .year = EVX_NONE };
    for (guint i = first_event; i < context->document->events->len; i++) {
        const EvxEvent *event = &g_array_index (context->document->events, EvxEvent, i);
        gboolean known = FALSE;
        for (guint k = 0; k < seen.n_kinds; k++)
            known |= seen.kinds[k] == event->kind;
        if (!known && seen.n_kinds < G_N_ELEMENTS (seen.kinds))
            seen.kinds[seen.n_kinds++] = event->kind;
        seen.year = i == first_event || seen.year == event->year ? event->year : EVX_NONE;
    }
    return seen;
}

void
evx_events_of_blacked (EvxTableContext *context, guint table_index, guint first_event, guint blacked)
{
    const EvxTable *table = &g_array_index (context->page->tables, EvxTable, table_index);
    Seen seen = events_seen (context, first_event);
    blacked += seen.n_kinds > 0 ? count_boxes (context->page, table) : 0;
    for (guint i = 0; i < blacked; i++)
        for (guint k = 0; k < seen.n_kinds; k++) {
            EvxEvent event = {
                .agency = evx_document_string (context->document, context->document->agency),
                .page = context->page->index,
                .table = (gint)table_index,
                .row = (gint)(context->page->rows->len + i), /* no row that was read */
                .doubt = EVX_DOUBT_REDACTED,
                .quote = "a row that is blacked out",
                .box = table->box,
            };
            evx_event_add (context->document, &event, seen.kinds[k], NULL);
            g_array_index (context->document->events, EvxEvent, context->document->events->len - 1).year = seen.year;
        }
}
