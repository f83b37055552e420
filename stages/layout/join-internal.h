/* What the files that join lines to rows share. */
#pragma once

#include "tables-internal.h"

G_BEGIN_DECLS

/* What is known of a table while its lines are joined. */
typedef struct {
    const EvxTableText *text;
    float *right;      /* of each column: where its longest line ends */
    float narrow;      /* steps up to this are inside a row; 0 = distances do not tell */
    gboolean ruled;    /* rules stand between (nearly) all rows */
    guint first_body;  /* first line with a figure */
    guint8 *anchors;   /* of each line: TRUE if it has most of the cells of its row; NULL if that does not tell */
    guint8 *begins;    /* of each line, where anchors tell: TRUE if a row begins with it */
    gboolean above, below; /* rows go on above their anchors, below them */
} EvxJoiner;

/* join.c: whether the cell begins with a small letter. */
gboolean evx_table_begins_low (const EvxTableText *text, const EvxLineCell *cell);
/* join.c: whether there was room after @above for the first word of @below. */
gboolean evx_joiner_had_room (const EvxJoiner *joiner, const EvxLineCell *above, const EvxLineCell *below);
/* join.c: whether the lines overlap: cells that are set in the middle of one row. */
gboolean evx_table_lines_overlap (const EvxTableText *text, const EvxTableLine *a, const EvxTableLine *b);
/* join.c: whether a line from @first on has a figure where line @i has one. */
gboolean evx_table_has_figure_twice (const EvxTableText *text, guint first, guint i);

/* anchors.c: fills anchors and begins, if anchors tell where rows begin. */
void evx_joiner_find_anchors (EvxJoiner *joiner);

/* body.c: the first line of the body; the number of lines if there is none. */
guint evx_table_find_body (const EvxTableText *text);
/* body.c: whether rules part the rows. */
gboolean evx_joiner_has_ruled_rows (const EvxJoiner *joiner);
/* body.c: where the row of the line with the first figures begins in a table with ruled rows. */
guint evx_table_first_ruled (const EvxTableText *text, guint figures);

G_END_DECLS
