/* What the files that read the ink of an image share. Sizes are in pixels of the ink, 150 to an inch. */
#pragma once

#include "ink.h"

G_BEGIN_DECLS

/* Resolution of the ink: letters of 6 pt stand apart, specks of a scan are small. */
#define EVX_INK_DPI 150.0
/* More marks than a page of small print has: noise or a halftone; rows are not looked for. */
#define EVX_MOST_MARKS 30000

struct _EvxInk {
    PIX *gray;     /* the image at EVX_INK_DPI, or twice its size if that is less */
    PIX *bits;     /* one bit a pixel: 1 = ink */
    double factor; /* pixels of the ink per pixel of the image */
};

/** Clears strips of ink along the edge of an image, one bit a pixel: the shadow beside a sheet in a scanner. */
void evx_ink_clear_edges (PIX *bits);

/* ---- ink-marks.c: connected parts ------------------------------------------------------------------ */

/* The highest letters, of 36 pt. */
#define EVX_HIGHEST_LETTER 75

/* A connected part of the ink. */
typedef struct {
    int x0, y0, x1, y1;
    guint group; /* the mark that stands for its group, by index, once evx_marks_join has run */
    guint size;  /* of that group */
    int line;    /* for ink-lines.c: the row that it is in, -1 = none yet */
} EvxMark;

/* How near letters of one group stand, in heights of letters. */
typedef struct {
    double heights; /* the higher one is no higher than this many times the lower one */
    double overlap; /* they overlap by no more, in heights of the lower one */
    double reach;   /* and are no further apart, in heights of the left one */
} EvxNearness;

/** Of the size of a letter, or of a few that touch. */
gboolean evx_mark_is_letter (int width, int height);

/** Sorts @marks (element-type EvxMark) by their left edge and puts into one group what is near. */
void evx_marks_join (GArray *marks, const EvxNearness *near);

/** Whether @b has the size of @a and lies at its height, to a pixel: dashes of one row, pieces of one rule. */
gboolean evx_marks_are_alike (const EvxMark *a, const EvxMark *b);

/** Sorts @marks (element-type EvxMark) by their left edge and takes out rules of dashes or dots: close above a row they
 * would be taken into it, and the row not be read for their number. */
void evx_marks_drop_broken_rules (GArray *marks);

/* ---- ink-letters.c ----------------------------------------------------------------------------------- */

/**
 * evx_ink_letters:
 * @solid: (element-type EvxBox): what is blacked out is added, px of the image
 *
 * Returns: (transfer full) (nullable): the ink without rules, without the shadow at the edges and without what
 * is blacked out.
 */
PIX *evx_ink_letters (const EvxInk *ink, GArray *solid);

G_END_DECLS
