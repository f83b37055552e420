/* What finding a table without a grid and joining its rows share. */
#pragma once

#include "layout-internal.h"

G_BEGIN_DECLS

/* One row of the page in the region. */
typedef struct {
    guint at, end; /* in ids */
    float x0, y0, x1, y1;
    guint words;
    gboolean grid; /* lies in a printed grid */
} EvxPageRow;

typedef struct {
    EvxLayout *layout;
    const guint32 *ids;
    const EvxPageRow *rows;
    guint from, to; /* rows of the group */
    guint top;      /* rows above this one are a title */
    float x0, x1;
    guint usual;    /* usual number of chunks of its fuller rows */
} EvxGroup;

static inline guint
evx_page_row_chunks (const EvxPageRow *row)
{
    return row->end - row->at;
}

/* A row that shows where the columns are. */
static inline gboolean
evx_group_is_full (const EvxGroup *group, const EvxPageRow *row)
{
    return evx_page_row_chunks (row) >= MAX (2, (group->usual * 3 + 4) / 5);
}

/* columns.c: the column that @x lies in, between edges that ascend. */
guint evx_column_of (const GArray *edges, float x);
/* columns.c: an edge in each gutter, ascending; and takes out those that part nothing. */
GArray *evx_group_find_edges (const EvxGroup *group);
void evx_group_drop_edges (const EvxGroup *group, GArray *edges);
/* columns.c: whether the gap between two neighbours in different columns is no more than a space. */
gboolean evx_layout_is_joined (const EvxLayout *layout, guint32 left, guint32 right);

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

static inline const EvxTableLine *
evx_table_line (const EvxTableText *text, guint i)
{
    return &g_array_index (text->lines, EvxTableLine, i);
}

static inline const EvxLineCell *
evx_table_cell (const EvxTableText *text, guint i)
{
    return &g_array_index (text->cells, EvxLineCell, i);
}

static inline guint32
evx_table_first_word (const EvxTableText *text, const EvxLineCell *cell)
{
    return g_array_index (text->words, guint32, cell->first);
}

/* The cell of the line that covers the column, or NULL. */
static inline const EvxLineCell *
evx_table_cell_in (const EvxTableText *text, const EvxTableLine *line, guint column)
{
    for (guint i = 0; i < line->n_cells; i++) {
        const EvxLineCell *cell = evx_table_cell (text, line->first_cell + i);
        if (cell->column <= column && column < cell->column + cell->columns)
            return cell;
    }
    return NULL;
}

/* body.c: figures beside the first column of the line; @years: (out) (optional): how many of them are years. */
guint evx_table_count_figures (const EvxTableText *text, const EvxTableLine *line, guint *years);

/* verdict.c: whether it is a table. */
gboolean evx_table_text_is_table (const EvxTableText *text);

/* rules.c: the box of the lines, of which there is one at least. */
EvxPlace evx_table_text_extent (const EvxTableText *text);

/* rules.c: fills text->rules, and tells whether one of them lies between two lines. */
void evx_table_text_find_rules (EvxTableText *text);
gboolean evx_table_text_rule_between (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b);

/* heads.c: writes the lines before @first_body as the head; returns how many rows it has. */
guint evx_table_text_draft_head (EvxTableText *text, guint first_body, EvxDraft *draft);

/* join.c: adds a cell of a line to the row of the draft. */
void evx_table_text_add_cell (const EvxTableText *text, EvxDraft *draft, guint row, const EvxLineCell *cell);

/* join.c: (transfer full): joins the rows of the page that make one row of the table. */
EvxDraft *evx_table_text_draft (EvxTableText *text);

G_END_DECLS
