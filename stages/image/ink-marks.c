/* Connected parts of ink, and which of them stand side by side as letters do. */
#include "ink-internal.h"

/* A letter, or a few that touch, of 2.4 pt. */
#define LOWEST 5
/* A broken rule has so many pieces, no larger than this and no further apart than so many times their size. A leader has
 * fewer. */
#define RULE_PIECES 40
#define RULE_PIECE_HIGH 3
#define RULE_PIECE_WIDE 12
#define RULE_GAP 3

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

/* ---- broken rules --------------------------------------------------------------------------------- */

gboolean
evx_marks_are_alike (const EvxMark *a, const EvxMark *b)
{
    int high = a->y1 - a->y0;
    return abs (b->x1 - b->x0 - (a->x1 - a->x0)) <= 1 && abs (b->y1 - b->y0 - high) <= 1 && abs (b->y0 - a->y0) <= high;
}

static gboolean
is_piece_of_rule (const EvxMark *mark)
{
    return mark->y1 - mark->y0 <= RULE_PIECE_HIGH && mark->x1 - mark->x0 <= RULE_PIECE_WIDE;
}

/* The next of a run of dashes or dots of one size and height, not far apart. -1: none. @marks: by their left. */
static int
next_of_run (const GArray *marks, guint at)
{
    const EvxMark *mark = &g_array_index (marks, EvxMark, at);
    int reach = mark->x1 + RULE_GAP * MAX (mark->x1 - mark->x0, mark->y1 - mark->y0);
    for (guint i = at + 1; i < marks->len; i++) {
        const EvxMark *other = &g_array_index (marks, EvxMark, i);
        if (other->x0 > reach)
            break;
        if (other->x0 >= mark->x1 && evx_marks_are_alike (mark, other))
            return (int) i;
    }
    return -1;
}

void
evx_marks_drop_broken_rules (GArray *marks)
{
    g_array_sort (marks, by_left);
    g_autofree gboolean *dropped = g_new0 (gboolean, marks->len + 1);
    g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (int));
    for (guint start = 0; start < marks->len; start++) {
        g_array_set_size (run, 0);
        for (int at = (int) start; at >= 0 && !dropped[at] && is_piece_of_rule (&g_array_index (marks, EvxMark, at));
             at = next_of_run (marks, (guint) at))
            g_array_append_val (run, at);
        for (guint i = 0; run->len >= RULE_PIECES && i < run->len; i++)
            dropped[g_array_index (run, int, i)] = TRUE;
    }
    guint kept = 0;
    for (guint i = 0; i < marks->len; i++)
        if (!dropped[i])
            g_array_index (marks, EvxMark, kept++) = g_array_index (marks, EvxMark, i);
    g_array_set_size (marks, kept);
}
