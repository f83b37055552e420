/* What finding a table without a grid and joining its rows share. */
#pragma once

#include "layout-internal.h"

G_BEGIN_DECLS

/* The words of one row of the page in one column, or over several. */
typedef struct {
    guint column, columns;
    guint first, n; /* in text->words */
    EvxPlace box;
    gboolean figure;
} EvxLineCell;

typedef struct {
    guint first_cell, n_cells;
    float x0, y0, x1, y1;
    gboolean full; /* it has about as many chunks as the fuller rows */
} EvxTableLine;

/* The part of a page that is a table, row of the page by row of the page. */
typedef struct {
    EvxLayout *layout;
    GArray *edges; /* float: between the columns, ascending */
    guint n_columns;
    GArray *words; /* guint32: words as they came */
    GArray *cells; /* EvxLineCell */
    GArray *lines; /* EvxTableLine */
    GArray *rules; /* float: height of horizontal rules that cross it */
} EvxTableText;

/* Takes @edges. */
EvxTableText *evx_table_text_new (EvxLayout *layout, GArray *edges);
void evx_table_text_free (EvxTableText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxTableText, evx_table_text_free)

/* Appends a row of the page, chunks @ids[0 .. n); @full: it shows where the columns are. */
void evx_table_text_add (EvxTableText *text, const guint32 *ids, guint n, gboolean full);

/* join.c: (transfer full): joins the rows of the page that make one row of the table. */
EvxDraft *evx_table_text_draft (EvxTableText *text);

G_END_DECLS
