/* What the content of a page paints, in painting order, found by following its operators; poppler-glib
 * tells only text and pictures. qpdf decrypts, decodes and finds the objects; nothing is drawn.
 *
 * Behind pdf.h: others call evx_pdf_painting() and evx_pdf_pictures(). */
#pragma once

#include "../pdf/pdf.h"

G_BEGIN_DECLS

/* Places as displayed: x' = m[0] x + m[2] y + m[4], y' = m[1] x + m[3] y + m[5] (ISO 32000-1, 8.3.4). */
typedef struct {
    double m[6];
} EvxMatrix;

/* A run of glyphs shown by one operator. */
typedef struct {
    EvxBox box;      /* from advance widths; 1 em high */
    EvxBox shows;    /* what clipping leaves of it; may be empty */
    guint32 glyphs;
    guint32 letters; /* glyphs that are no blanks, as far as their codes tell */
    guint32 before;  /* glyphs shown before it */
    gboolean hidden; /* invisible render mode, clipped away, as light as its ground, or under a picture painted later */
    float ink;       /* gray of its letters, all of which show unless something was painted there later; NAN: not known */
} EvxShown;

/* More pictures than this are not kept of one page. */
#define EVX_MAX_DRAWN 60000u

/* A picture. */
typedef struct {
    EvxBox box;        /* all of it, also where clipped */
    EvxBox shows;      /* what shows after clipping; may be empty */
    EvxMatrix matrix;  /* from the unit square, whose top is the picture's first row */
    guint32 width_px, height_px;
    int object, generation; /* 0, 0: it stands in the content itself */
    guint32 before;       /* glyphs shown before it */
    gboolean see_through; /* stencil or soft mask: what is under it may show */
} EvxDrawn;

/* More marks than this that are no boxes are not kept of one page. */
#define EVX_MAX_LOOSE 20000u

/* A mark of any shape: what it covers lies in the box. */
typedef struct {
    EvxBox box;
    guint32 before; /* glyphs shown before it */
} EvxLoose;

typedef struct _EvxBands EvxBands; /* the runs of glyphs by the bands of the page that they touch */

typedef struct {
    EvxPainting *painting;
    GArray *shown;  /* EvxShown, in painting order */
    GArray *drawn;  /* EvxDrawn, in painting order */
    guint marks;    /* operators that paint something, of any kind */
    GArray *loose;  /* EvxLoose: marks that are no boxes */
    gboolean clipped; /* parts of some text */
    gboolean pale;   /* some text is as light as paper */
    gboolean unsure; /* of what shows: more than can be kept or followed, layers that may be switched off,
                      * annotations that readers draw by themselves */
    guint lost_glyphs; /* codes of text whose font is not there: nobody can show it */
    EvxBands *bands; /* index over shown; NULL where nobody needs it */
} EvxPainted;

typedef struct _EvxPainter EvxPainter;

/**
 * evx_painter_new:
 * @bytes:    the file; kept
 * @password: (nullable)
 *
 * Returns: (transfer full) (nullable): NULL if qpdf cannot read the file.
 */
EvxPainter *evx_painter_new (GBytes *bytes, const char *password);
void evx_painter_free (EvxPainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxPainter, evx_painter_free)

guint evx_painter_n_pages (const EvxPainter *painter);

/**
 * evx_painter_rotation:
 * Returns: the page's /Rotate as 0, 90, 180 or 270; cheap.
 */
int evx_painter_rotation (EvxPainter *painter, guint index);

/**
 * evx_painter_paint:
 * @crop: the crop box in default user space (y up), as poppler uses it
 * @n_links: how many annotations of the page are known to be links; 0 where nothing is known
 *
 * Returns: (transfer full): what page @index paints; empty where the content cannot be read.
 */
EvxPainted *evx_painter_paint (EvxPainter *painter, guint index, EvxBox crop, guint n_links);
void evx_painted_free (EvxPainted *painted);

/** FALSE if data of the picture are known to be missing (painting-picture.h). Reads its stream. */
gboolean evx_painter_is_whole (EvxPainter *painter, const EvxDrawn *drawn);

/** Whether the glyphs of the word in @box were shown before the first @glyphs of the page were (evx_pdf_order). */
EvxOrder evx_painted_order (const EvxPainted *painted, EvxBox box, guint32 glyphs);

/** Whether the word shows on a box, for sure (evx_pdf_is_seen). */
gboolean evx_painted_is_seen (const EvxPainted *painted, EvxBox word, guint fill);

/** TRUE if the word in @box is of glyphs that do not show: where both kinds stand, the nearest in height are its own. */
gboolean evx_painted_hides (const EvxPainted *painted, EvxBox box);
/** Letters that show where no word of the page stands. */
guint evx_painted_unread (const EvxPainted *painted, const EvxPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxPainted, evx_painted_free)

G_END_DECLS
