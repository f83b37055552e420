/* Connected parts of ink, and which of them stand side by side as letters do. */
#include "ink-internal.h"

/* A letter, or a few that touch, of 2.4 pt. */
#define LOWEST 5

gboolean
evx_mark_is_letter (int width, int height)
{
    return height >= LOWEST && height <= EVX_HIGHEST_LETTER && width >= 1 && width <= 5 * height && height <= 10 * width;
}

static gint
by_left (gconstpointer a, gconstpointer b)
{
    const EvxMark *left = a, *right = b;
    return left->x0 != right->x0 ? left->x0 - right->x0 : left->y0 - right->y0;
}

static guint
group_of (EvxMark *marks, guint i)
{
    while (marks[i].group != i) {
        marks[i].group = marks[marks[i].group].group;
        i = marks[i].group;
    }
    return i;
}

/* Alike in height, on one base line or under one top line. */
static gboolean
are_neighbours (const EvxMark *left, const EvxMark *right, const EvxNearness *near)
{
    int left_height = left->y1 - left->y0, right_height = right->y1 - right->y0;
    int high = MAX (left_height, right_height), low = MIN (left_height, right_height);
    return high <= near->heights * low && right->x0 >= left->x1 - near->overlap * low &&
           (ABS (left->y1 - right->y1) <= 0.25 * high || ABS (left->y0 - right->y0) <= 0.25 * high) &&
           MIN (left->y1, right->y1) - MAX (left->y0, right->y0) >= 0.5 * low;
}

static void
join (EvxMark *marks, guint i, guint j)
{
    guint a = group_of (marks, i), b = group_of (marks, j);
    if (a == b)
        return;
    marks[b].group = a;
    marks[a].size += marks[b].size;
}

void
evx_marks_join (GArray *marks, const EvxNearness *near)
{
    g_array_sort (marks, by_left);
    EvxMark *all = (EvxMark *) (void *) marks->data;
    for (guint i = 0; i < marks->len; i++) {
        all[i].group = i;
        all[i].size = 1;
    }
    for (guint i = 0; i < marks->len; i++) {
        double reach = all[i].x1 + near->reach * (all[i].y1 - all[i].y0);
        for (guint j = i + 1; j < marks->len && all[j].x0 <= reach; j++)
            if (are_neighbours (&all[i], &all[j], near))
                join (all, i, j);
    }
    for (guint i = 0; i < marks->len; i++) {
        all[i].group = group_of (all, i);
        all[i].size = all[all[i].group].size;
    }
}
