/* Near-duplicates: banded min-hash finds candidates without comparing all with all; the telling
 * tokens then decide. A group is led by its first document; a document joins if it resembles the
 * leader and has the same numbers. One that resembles but says another number stays out and is
 * reported: a draft, or a correction.
 *
 * Source: Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4 (banding). */
#include "relate-internal.h"

#include "../document/sketch.h"

#include <string.h>

enum {
    BANDS = 16, /* of 4 values each: a pair with resemblance 0.8 meets in a band with p > 0.999 */
    ROWS = EVX_SKETCH_SLOTS / BANDS,
    LOOK_BANDS = 4,     /* of 16 bits each */
    MOST_LEADERS = 16,  /* in a bucket: a form filled in a thousand times fills it, and no more */
    LEAST_TRIPLES = 12, /* shorter texts resemble by chance */
    LEAST_TO_REPORT = 40,
    MOST_NUMBERS = 3, /* more numbers differ: the same template, not the same document */
    MOST_NAMES = 2
};

#define SAME_TEXT 0.8
#define SAME_TEXT_TO_REPORT 0.9
#define LARGEST_RATIO 2.0 /* of the lengths */

typedef struct {
    EvxCollection *collection;
    GHashTable *buckets; /* guint64 -> GArray of guint: leaders */
    guint *leader_of;    /* document -> its leader, itself if it leads */
} Grouping;

static guint64
mix (guint64 hash, guint64 value)
{
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 31);
}

/* The buckets in which the document may meet its like. */
static GArray *
keys_of (const EvxDocument *document)
{
    GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
    const guint32 *slots = evx_sketch_slots (document->sketch);
    for (guint band = 0; slots != NULL && band < BANDS; band++) {
        guint64 key = mix (1, band);
        for (guint i = 0; i < ROWS; i++)
            key = mix (key, slots[band * ROWS + i]);
        g_array_append_val (keys, key);
    }
    guint64 figures = evx_sketch_figures (document->sketch);
    if (figures != 0) {
        guint64 key = mix (2, figures);
        g_array_append_val (keys, key);
    }
    guint64 look = evx_sketch_look (document->sketch, 0);
    for (guint band = 0; look != 0 && slots == NULL && band < LOOK_BANDS; band++) {
        guint64 key = mix (mix (3, band), (look >> (16 * band)) & 0xffff);
        g_array_append_val (keys, key);
    }
    return keys;
}

static double
resemblance (const EvxDocument *a, const EvxDocument *b)
{
    guint size_a = evx_sketch_size (a->sketch), size_b = evx_sketch_size (b->sketch);
    if (size_a == 0 && size_b == 0)
        return evx_sketch_looks_alike (a->sketch, b->sketch) ? 1 : 0;
    if (MIN (size_a, size_b) < LEAST_TRIPLES ||
        MAX (size_a, size_b) > LARGEST_RATIO * MIN (size_a, size_b))
        return 0;
    return evx_sketch_resemblance (a->sketch, b->sketch);
}

static gboolean
is_scanned (const EvxDocument *document)
{
    return g_strcmp0 (document->origin, "born_digital") != 0;
}

/* OCR misreads names more often than people change them, so names count only between clean texts.
 */
static gboolean
differs (const EvxDocument *a, const EvxDocument *b, const EvxSketchDifference *difference)
{
    gboolean names = !is_scanned (a) && !is_scanned (b);
    return difference->only_left + difference->only_right > 0 ||
           (names && difference->names_left > 0 && difference->names_right > 0);
}

static gboolean
one_digit_apart (guint32 a, guint32 b)
{
    guint wrong = 0;
    for (; a > 0 || b > 0; a /= 10, b /= 10)
        wrong += a % 10 != b % 10;
    return wrong == 1;
}

/* Between two scans one digit, or one speck read as a number, is sooner misread than changed: they
 * stay one group, and the difference is told all the same. */
static gboolean
may_be_misread (const EvxDocument *a, const EvxDocument *b, const EvxSketchDifference *difference)
{
    guint left = difference->only_left, right = difference->only_right;
    gboolean pair = left > 0 && right > 0;
    return is_scanned (a) && is_scanned (b) && left + right <= 3 && MIN (left, right) <= 1 &&
           (!pair || one_digit_apart (difference->left_number, difference->right_number));
}

static gboolean
is_worth_telling (const EvxDocument *a, const EvxSketchDifference *difference)
{
    return g_strcmp0 (a->type, "form") != 0 && evx_sketch_size (a->sketch) >= LEAST_TO_REPORT &&
           difference->only_left <= MOST_NUMBERS && difference->only_right <= MOST_NUMBERS &&
           difference->names_left <= MOST_NAMES && difference->names_right <= MOST_NAMES;
}

static void
tell (Grouping *grouping, const EvxDocument *left, const EvxDocument *right,
      const EvxSketchDifference *difference)
{
    EvxFinding finding = evx_finding_new ("near_duplicate_differs");
    finding.left_document = left->id;
    finding.right_document = right->id;
    finding.left_page = (gint)difference->left_page;
    finding.right_page = (gint)difference->right_page;
    g_autofree char *what = NULL;
    if (difference->only_left > 0)
        finding.left_number = difference->left_number;
    if (difference->only_right > 0)
        finding.right_number = difference->right_number;
    if (difference->only_left + difference->only_right > 0)
        what = g_strdup_printf ("%u number%s in one and %u in the other", difference->only_left,
                                difference->only_left == 1 ? "" : "s", difference->only_right);
    else
        what = g_strdup ("a name");
    g_autofree char *reason = g_strdup_printf (
        "almost the same text, but %s differ: a draft, a correction, or %s", what,
        may_be_misread (left, right, difference) ? "a misreading" : "another case");
    evx_finding_add (grouping->collection, finding, reason);
}

/* Finds the leader that @index joins; reports the nearest one that it resembles but differs from.
 */
static guint
find_leader (Grouping *grouping, guint index, GArray *keys)
{
    const EvxDocument *document = evx_collection_document (grouping->collection, index);
    guint best = G_MAXUINT, nearest = G_MAXUINT;
    double best_resemblance = 0, nearest_resemblance = 0;
    EvxSketchDifference nearest_difference = { 0 };
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    for (guint k = 0; k < keys->len; k++) {
        GArray *leaders =
            g_hash_table_lookup (grouping->buckets, &g_array_index (keys, guint64, k));
        for (guint i = 0; leaders != NULL && i < leaders->len; i++) {
            guint other = g_array_index (leaders, guint, i);
            if (!g_hash_table_add (seen, GUINT_TO_POINTER (other)))
                continue;
            const EvxDocument *leader = evx_collection_document (grouping->collection, other);
            double alike = resemblance (leader, document);
            if (alike < SAME_TEXT)
                continue;
            EvxSketchDifference difference =
                evx_sketch_difference (leader->sketch, document->sketch);
            gboolean apart = differs (leader, document, &difference);
            if ((!apart || may_be_misread (leader, document, &difference)) &&
                alike > best_resemblance) {
                best = other;
                best_resemblance = alike;
            }
            if (apart && alike > nearest_resemblance && is_worth_telling (leader, &difference)) {
                nearest = other;
                nearest_resemblance = alike;
                nearest_difference = difference;
            }
        }
    }
    gboolean clean = best != G_MAXUINT && best != nearest; /* it has a true copy: no need to tell */
    if (!clean && nearest != G_MAXUINT && nearest_resemblance >= SAME_TEXT_TO_REPORT)
        tell (grouping, evx_collection_document (grouping->collection, nearest), document,
              &nearest_difference);
    return best != G_MAXUINT ? best : index;
}

static void
lead (Grouping *grouping, guint index, GArray *keys)
{
    for (guint k = 0; k < keys->len; k++) {
        const guint64 *key = &g_array_index (keys, guint64, k);
        GArray *leaders = g_hash_table_lookup (grouping->buckets, key);
        if (leaders == NULL) {
            leaders = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (grouping->buckets, g_memdup2 (key, sizeof *key), leaders);
        }
        if (leaders->len < MOST_LEADERS)
            g_array_append_val (leaders, index);
    }
}

static void
free_leaders (gpointer data)
{
    g_array_unref (data);
}

static void
set_group (EvxDocument *document, const EvxDocument *leader)
{
    g_free (document->near_group);
    document->near_group = g_strdup (leader->id);
}

void
evx_relate_duplicates (EvxCollection *collection)
{
    guint n = collection->documents->len;
    g_autofree guint *leader_of = g_new0 (guint, n + 1);
    Grouping grouping = { collection, NULL, leader_of };
    grouping.buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_leaders);
    for (guint i = 0; i < n; i++) {
        EvxDocument *document = evx_collection_document (collection, i);
        g_autoptr (GArray) keys = keys_of (document);
        g_clear_pointer (&document->near_group, g_free);
        leader_of[i] = find_leader (&grouping, i, keys);
        if (leader_of[i] == i) {
            lead (&grouping, i, keys);
            continue;
        }
        EvxDocument *leader = evx_collection_document (collection, leader_of[i]);
        set_group (document, leader);
        set_group (leader, leader);
    }
    g_hash_table_unref (grouping.buckets);
}
