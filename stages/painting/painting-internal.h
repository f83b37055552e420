/* What the files of the interpreter share: painting.c runs the operators of a page's content; the others know
 * those of text (painting-text.c), of colour (painting-inks.c), and what annotations paint
 * (painting-annotations.c). */
#pragma once

#include "../content.h"
#include "painting-colour.h"
#include "painting-cover.h"
#include "painting-font.h"
#include "painting-object.h"
#include "painting-path.h"
#include "painting.h"

G_BEGIN_DECLS

/* Forms within forms. */
#define EVX_MAX_FORM_DEPTH 16u
/* Fainter than this, ink hides nothing and is hardly seen. */
#define EVX_MIN_ALPHA 0.05
/* Fuller than this, it lets nothing show through. */
#define EVX_OPAQUE 0.95

struct _EvxPainter {
    GBytes *bytes;
    qpdf_data qpdf;
    guint n_pages;
    GHashTable *fonts; /* object number -> EvxFont */
};

typedef struct {
    EvxColourSpace space;
    double gray, alpha;
} EvxPaintInk;

typedef struct {
    EvxMatrix ctm;
    EvxBox clip;
    double line_width;
    EvxPaintInk fill, stroke;
    gboolean multiply; /* blends so that what is under it shows */
    EvxFont *font;
    double size, char_space, word_space, stretch, leading, rise;
    int render;
} EvxPaintState;

/* What a graphics state parameter dictionary sets; NAN where it does not. */
typedef struct {
    double fill_alpha, stroke_alpha, line_width;
    gboolean blends, multiply; /* it sets a blend mode; one that lets what is under it show */
} EvxPaintLook;

/* What a run of operators refers to by name. */
typedef struct {
    qpdf_oh resources;
    GHashTable *fonts; /* name -> EvxFont, lent by the painter or by `own` */
    GHashTable *looks; /* name -> EvxPaintLook: plots set the same few states at each mark */
    GHashTable *spaces; /* name -> EvxColourSpace: so do tables with coloured cells */
} EvxPaintScope;

/* The interpreter over the content of one page. */
typedef struct {
    EvxPainter *painter;
    EvxPainted *painted;
    EvxPaintState now;
    GArray *states;      /* EvxPaintState */
    GArray *operands;    /* EvxToken */
    EvxPath path;
    gboolean clip_pending; /* W was seen: the next painting operator clips */
    EvxMatrix text, line;
    GByteArray *string;
    GPtrArray *own;      /* fonts without an object number */
    GHashTable *unmapped; /* set of fonts met */
    guint operators, glyphs, depth;
    int drawing[EVX_MAX_FORM_DEPTH]; /* numbers of the forms around the operator in hand */
} EvxPaint;

/* ---- painting.c -------------------------------------------------------------------------------------- */

/* An operator as a number; none has more than three letters (8.2, table 51). */
#define EVX_OPERATOR(a, b, c) ((guint32) (a) | (guint32) (b) << 8 | (guint32) (c) << 16)

static inline guint32
evx_paint_operator (const EvxToken *op)
{
    const char *text = op->text;
    if (op->length == 0 || op->length > 3)
        return 0;
    return EVX_OPERATOR ((guchar) text[0], op->length > 1 ? (guchar) text[1] : 0, op->length > 2 ? (guchar) text[2] : 0);
}

/** Something was painted somewhere in @box. */
void evx_paint_loose (EvxPaint *run, EvxBox box);

/** The last @n operands as numbers; what is missing or no number is 0. */
void evx_paint_operands (const EvxPaint *run, double *to, guint n);
double evx_paint_operand (const EvxPaint *run);

/** Returns: (transfer full) (nullable): the first operand that is a name, with its slash. */
char *evx_paint_name (const EvxPaint *run);

/** The object of that name in a category of the resources; null if there is none. */
qpdf_oh evx_paint_resource (const EvxPaint *run, const EvxPaintScope *scope, const char *category, const char *name);

/** Save, concatenate Matrix, clip to BBox, paint, restore (8.10.1). */
void evx_paint_draw_form (EvxPaint *run, qpdf_oh form, qpdf_oh outer_resources);

/* ---- painting-inks.c --------------------------------------------------------------------------------- */

/** FALSE if @op is no operator of colour. */
gboolean evx_paint_colour (EvxPaint *run, const EvxPaintScope *scope, const EvxToken *op);

/* ---- painting-text.c --------------------------------------------------------------------------------- */

/** The operators T* and so on, by their second letter. */
void evx_paint_text (EvxPaint *run, EvxPaintScope *scope, char op);

/** The operators ' and ", which sets the spacing too. */
void evx_paint_move_and_show (EvxPaint *run, gboolean spaced);

/* ---- painting-annotations.c -------------------------------------------------------------------------- */

/** @n_links: how many of the page's annotations are known to be links, which show nothing. */
void evx_paint_draw_annotations (EvxPaint *run, qpdf_oh page, guint n_links);

G_END_DECLS
