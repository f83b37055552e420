/* A sketch: what the collection stage needs of a document whose pages it never loads. Kept as
 * guint32 in document->sketch; its layout is private to this header's functions.
 *
 * Source: min-hash, A. Z. Broder, "On the resemblance and containment of documents", 1997. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

enum {
    EVX_SKETCH_SLOTS = 64,   /* min-hash values: standard error of the resemblance 0.06 */
    EVX_SKETCH_TOKENS = 400, /* telling tokens kept at most */
    EVX_SKETCH_LOOKS = 16,   /* pages whose look is kept */
    EVX_SKETCH_TOTALS = 32
};

/* A printed total of a table that differs from what its rows say. */
typedef struct {
    guint page;
    guint32 printed, counted;
} EvxTotal;

typedef struct _EvxSketcher EvxSketcher;

EvxSketcher *evx_sketcher_new (void);
void evx_sketcher_free (EvxSketcher *sketcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxSketcher, evx_sketcher_free)

/** Adds the words of a page, in order of pages. */
void evx_sketcher_page (EvxSketcher *sketcher, const EvxPage *page);

/** Remembers a printed total that differs from the rows above it; at most EVX_SKETCH_TOTALS. */
void evx_sketcher_total (EvxSketcher *sketcher, EvxTotal total);

/** Remembers the period that a log says it covers, as numbers of evx_date_number; 0 = not said. */
void evx_sketcher_cover (EvxSketcher *sketcher, guint32 first_day, guint32 last_day);

/** Fills document->sketch; empty for a document without text and pictures. */
void evx_sketcher_finish (EvxSketcher *sketcher, EvxDocument *document);

/** Share of the word triples that both texts have, estimated: 0..1; 0 where one has no text. */
double evx_sketch_resemblance (const GArray *a, const GArray *b);

/** Number of different word triples, at most; 0 without text. */
guint evx_sketch_size (const GArray *sketch);

/** Returns: the min-hash values (EVX_SKETCH_SLOTS of them), NULL without text. */
const guint32 *evx_sketch_slots (const GArray *sketch);

/** TRUE if the pages of both, as far as kept, look alike. FALSE where a page has no look. */
gboolean evx_sketch_looks_alike (const GArray *a, const GArray *b);

/** The look of page @i; 0 = not known. */
guint64 evx_sketch_look (const GArray *sketch, guint i);

/** A hash of all its numbers, whatever their order; 0 if it has none. */
guint64 evx_sketch_figures (const GArray *sketch);

guint evx_sketch_totals (const GArray *sketch);
EvxTotal evx_sketch_total (const GArray *sketch, guint i);

/** Returns: FALSE if the document does not say which period it covers. */
gboolean evx_sketch_cover (const GArray *sketch, guint32 *first_day, guint32 *last_day);

/* How the telling tokens (numbers, parts of dates, names) of two texts differ. */
typedef struct {
    guint common;
    guint only_left, only_right;       /* numbers that the other has not */
    guint names_left, names_right;     /* names that the other has not */
    guint32 left_number, right_number; /* the first of them, in order of the text */
    guint left_page, right_page;
} EvxSketchDifference;

EvxSketchDifference evx_sketch_difference (const GArray *a, const GArray *b);

G_END_DECLS
