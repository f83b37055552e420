/* Series of numbers that stand on the pages: candidates with one prefix, and whether they are Bates
 * numbers. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/* Where a stamp stands, however large the page: the nearest of three columns and three rows, and
 * how far it is, pt, from the sides of the page there, or from the middle. */
typedef struct {
    guint corner; /* 3 * row + column */
    double dx, dy;
} EvxStampPlace;

typedef struct {
    char *key;          /* prefix, folded */
    const char *prefix; /* as mostly printed */
    guint16 digits;     /* as mostly printed */
    gboolean padded;    /* to a width, with zeros */
    gboolean sure;      /* most of its members are printed so */
    double right;       /* mean place between the page's left and right side, 0 to 1 */
    EvxStampPlace usual;
    GArray *members; /* guint: indexes into collection->bates */
    guint pages;     /* that bear one */
    gboolean believed;
} EvxSeries;

/**
 * evx_series_of:
 * Sorts the candidates of @collection into series, and judges each of them.
 *
 * Returns: (transfer full) (element-type EvxSeries): see evx_series_compare().
 */
GPtrArray *evx_series_of (const EvxCollection *collection);

/** Believed series first, the larger first. Of two stamps on each page the one further right: the
 * last to stamp takes the corner where it is looked for. For g_ptr_array_sort(). */
int evx_series_compare (gconstpointer a, gconstpointer b);

/** Returns: (transfer full): @number as @series prints it. */
char *evx_series_print (const EvxSeries *series, gint64 number);

/** One letter for all that OCR mistakes for each other; any other as a capital. */
char evx_series_confusable (char c);

/** Whether @sighting stands where the stamps of @series do, on a page of their size or another. */
gboolean evx_series_is_in_place (const EvxSeries *series, const EvxBatesSighting *sighting);

G_END_DECLS
