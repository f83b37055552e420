/* The ink of an image: where it differs from its surroundings, dark on light or light on dark. It is found
 * once, at a resolution that keeps letters of 6 pt apart, and answers what looks like writing, how it lies,
 * and where its lines are; no letter is decoded.
 *
 * Boxes named px are in pixels of the image that the ink was found in, origin top left, y down. */
#pragma once

#include "image.h"

G_BEGIN_DECLS

typedef struct _EvxInk EvxInk;

/**
 * evx_ink_new:
 * @gray: any resolution from 72 to 400 dpi; may be freed at once
 * @dpi:  its resolution
 *
 * Returns: (transfer full) (nullable): NULL where memory ends, or the image is too small to hold a letter.
 */
EvxInk *evx_ink_new (PIX *gray, double dpi);
void evx_ink_free (EvxInk *ink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxInk, evx_ink_free)

/* How much of an image is ink, and how much of that looks like writing. */
typedef struct {
    double ink;       /* share of pixels that differ clearly from their ground, or are dark, 0..1 */
    guint marks;      /* connected parts of the size of a character */
    guint characters; /* of those, the ones that stand in a row of at least four alike */
    EvxBox area;      /* px: around the rows; empty if characters is 0 */
    double median_height; /* px: of the characters; 0 if none */
} EvxWriting;

/** Rows of character-like marks, dark on light and light on dark. A photograph has marks but few rows. */
EvxWriting evx_ink_writing (const EvxInk *ink);

/** The same of an image that is asked only this; all 0 where it has no ink. */
EvxWriting evx_image_writing (PIX *gray, double dpi);

/**
 * evx_ink_islands:
 * @known: (element-type EvxBox): px: what is accounted for already
 * @most:  at most so many are returned
 *
 * Finds pieces of a line of ink, of the height of letters, that lie outside of all @known boxes.
 *
 * Returns: (transfer full) (element-type EvxBox): in px, top to bottom; empty if the rest looks like
 * noise or texture (more than @most).
 */
GArray *evx_ink_islands (const EvxInk *ink, const GArray *known, guint most);

/**
 * evx_ink_turn_needed:
 * Returns: degrees clockwise that bring the writing upright: 0 90 180 270; 0 if not sure.
 * Source: leptonica pixOrientDetect: more letters of Latin script rise above the line than hang below.
 */
int evx_ink_turn_needed (const EvxInk *ink);

/**
 * evx_ink_skew_deg:
 * Returns: degrees that the text lines fall to the right (clockwise positive), -8..8; 0 if not sure.
 * Source: leptonica pixFindSkew, differential line sums.
 */
double evx_ink_skew_deg (const EvxInk *ink);

/**
 * evx_ink_white_ground:
 * @ruled: the image that the ink was found in
 * @gray:  the same, or without its rules
 * @edges: (nullable) (element-type EvxRule): the upper and lower edges of wide areas are added, in px
 *
 * Returns: (transfer full) (nullable): @gray with the ground of shaded and of dark areas made white, and light
 * writing on dark ground made dark; NULL where there is nothing to change, or no memory.
 */
PIX *evx_ink_white_ground (const EvxInk *ink, PIX *ruled, PIX *gray, GArray *edges);

/* A piece of a text line: what stands in one row without a gap as wide as between columns. */
typedef struct {
    EvxBox box;    /* px, level: around all that belongs to it */
    double top, base; /* px, level: median top and bottom of its letters */
    double tall;   /* px: height of its capitals and ascenders */
    guint first, n; /* its marks, in EvxInkLines.marks */
    gunichar sign; /* nothing but a dash that stands for a number, or a bullet, told by its shape: there is nothing to
                    * read; 0 for what is to be read */
} EvxInkLine;

/* All pieces of the text lines of an image. "Level" coordinates are those of the image with each column of
 * pixels moved up or down so that lines run straight: y - slope * (x - middle). */
typedef struct {
    GArray *lines; /* EvxInkLine, by their top */
    GArray *marks; /* EvxBox px, level: connected parts, those of one line together, left to right */
    GArray *solid; /* EvxBox px: what is blacked out; it is painted over in strips */
    double slope;  /* px down per px to the right */
    double left;   /* share of the marks as high as letters that are in no line, 0..1: pictures, texture */
    double middle; /* px: half the width of the image */
} EvxInkLines;

/**
 * evx_ink_lines:
 * @skew_deg: how far the lines fall to the right, as evx_ink_skew_deg says
 *
 * Letters are joined to rows by size and neighbourhood, rows that touch are parted by their base lines, and
 * what is no letter by size (points, dashes, underlined words) goes to the row that it fits in.
 *
 * Returns: (transfer full): NULL where the ink is no writing: more marks than a page of small print has.
 */
EvxInkLines *evx_ink_lines (const EvxInk *ink, double skew_deg);
void evx_ink_lines_free (EvxInkLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxInkLines, evx_ink_lines_free)

/**
 * evx_ink_lines_order:
 * @kept: for each line, whether it is one: junk that reaches over columns would mix them up
 *
 * Returns: (transfer full) (element-type guint): the kept lines, by index, as they are to be read: columns
 * from the left, each from the top.
 * Source: Breuel, "High Performance Document Layout Analysis", 2003.
 */
GArray *evx_ink_lines_order (const EvxInkLines *lines, const gboolean *kept);

/**
 * evx_ink_lines_cut:
 * @gray: the image that the ink was found in
 * @at:   which line
 * @x: (out): px: where the strip begins
 *
 * Returns: (transfer full) (nullable): line @at, levelled, dark on light, with a margin above and below.
 */
PIX *evx_ink_lines_cut (const EvxInkLines *lines, guint at, PIX *gray, double *x);

/**
 * evx_ink_lines_bullet:
 *
 * Returns: whether line @at begins with a bullet: a mark as wide as high, smaller than small letters, at half
 * their height.
 */
gboolean evx_ink_lines_bullet (const EvxInkLines *lines, guint at);

/**
 * evx_ink_lines_part:
 * @x: (array length=n): px, rising: about where the words of line @at part, as a reader says that knows places to a
 *     letter
 *
 * Moves each place to the middle of a blank within the height of a capital; no two to the same one, and together to
 * those that are wide and near. A place that has none stays.
 */
void evx_ink_lines_part (const EvxInkLines *lines, guint at, double *x, guint n);

/**
 * evx_ink_lines_place:
 * @x0, @x1: px: where a word of line @at begins and ends
 *
 * Returns: px, of the image: around the marks of the line that the word is made of, and at least as high as
 * small letters, so that a dash lies in its line.
 */
EvxBox evx_ink_lines_place (const EvxInkLines *lines, guint at, double x0, double x1);

G_END_DECLS
