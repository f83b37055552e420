/* Order of plain numbers, for g_array_sort and qsort: the smallest first. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline int
evx_sort_ints (gconstpointer a, gconstpointer b)
{
    int x = *(const int *) a, y = *(const int *) b;
    return (x > y) - (x < y);
}

static inline int
evx_sort_int64s (gconstpointer a, gconstpointer b)
{
    gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;
    return (x > y) - (x < y);
}

static inline int
evx_sort_uints (gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *) a, y = *(const guint *) b;
    return (x > y) - (x < y);
}

static inline int
evx_sort_floats (gconstpointer a, gconstpointer b)
{
    float x = *(const float *) a, y = *(const float *) b;
    return (x > y) - (x < y);
}

static inline int
evx_sort_doubles (gconstpointer a, gconstpointer b)
{
    double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

G_END_DECLS
