/* Sets one document on paper: pages, text with marks, tables, forms, slides, stamps; and tells the
 * gold answers what it put where. Units are points, origin top left of the page as displayed, y
 * down. */
#pragma once

#include "gold.h"
#include "scan.h"

G_BEGIN_DECLS

/* Where ink goes: the page, or a picture on it. */
typedef struct {
    cairo_t *cr;
    double left, right, top, bottom, y;
} Flow;

typedef struct {
    Gold *gold;
    char *folder; /* of the dump */
    char *file;   /* path below it */
    char *type, *language, *date, *near_duplicate_of;
    char *duplicate;           /* a second path for the same bytes, or NULL */
    gboolean scanned, digital; /* kinds of pages seen so far */

    cairo_surface_t *pdf;
    cairo_t *pdf_cr;
    cairo_surface_t *ink;     /* the image that a scanned page is drawn on, or NULL */
    Flow flow, outer;         /* outer: of the page, while a picture on it is drawn */
    cairo_surface_t *picture; /* that picture */
    int picture_dpi;
    double width, height, margin;
    int rotate, page;           /* /Rotate of new pages; pages begun */
    gboolean page_open, breaks; /* breaks: FALSE inside a picture, which does not continue */
    GArray *rotations;          /* by page: what qpdf adds at the end */
    ScanSettings scan;

    const char *family;
    double size;
    gboolean slides;
    char *theme, *head, *foot, *label, *fax, *reading, *title;
    GPtrArray *layer; /* lines of somebody's OCR, invisible under the scan */
    char *bates_prefix, *bates_first, *bates_last;
    int bates_next, redactions, table;
    GString *text; /* of the whole document, as a perfect reader would give it */
} Paper;

typedef enum { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } Align;

Paper *paper_new (Gold *gold, const char *folder, const char *file);

/** Ends the last page, writes the file, tells the gold answers about the document. Frees @paper. */
gboolean paper_close (Paper *paper, GError **error);

/** Begins a page if none is open. */
void paper_open_page (Paper *paper);
void paper_end_page (Paper *paper);

/**
 * paper_text:
 * @text: words with marks (README.md): *bold*, {mention|codes}, [#exemption:hidden], [x], [ ]
 *
 * Sets a paragraph between @indent from the left edge and the right edge, over pages if need be.
 */
void paper_text (Paper *paper, const char *text, double size, Align align, double indent);

/** Sets @text as it stands, one line. */
void paper_line (Paper *paper, const char *text, double size);

/** One of the houses' letterheads: sheriff, board, coalition, ice, district, treasurer. */
void paper_letterhead (Paper *paper, const char *name);

/** Begins a slide with @title in the colours of paper->theme. */
void paper_slide (Paper *paper, const char *title);

/**
 * paper_table:
 * @style: ruled, unruled or form
 * @widths: one a column, in pt
 * @rows: lines "| cell | cell"; a first character of '!' marks a header (repeated on each page),
 *        '=' a total
 */
void paper_table (Paper *paper, const char *style, const double *widths, guint columns,
                  GPtrArray *rows);

/** A bar chart of "label=value" words. */
void paper_bars (Paper *paper, const char *values);

/** Ink after @begin goes to a picture of @width x @height pt, until paper_picture_end. */
void paper_picture_begin (Paper *paper, double width, double height, int dpi);
void paper_picture_end (Paper *paper);

/** A signature: a scribble, no text. */
void paper_sign (Paper *paper, guint32 seed);

/** A photograph of a door: gray areas, no text. */
void paper_door (Paper *paper);

void paper_rule (Paper *paper);
void paper_space (Paper *paper, double pt);

G_END_DECLS
