/* Claims that may be about the same thing meet in a bucket: one agency, one kind, one year. Equal
 * claims are one position, however often repeated; positions are compared with each other and with
 * the records. A finding says what stands against what, never who is right. */
#include "relate-internal.h"

#include "../document/sketch.h"
#include "agencies.h"
#include "counts.h"
#include "tally.h"

#include <string.h>

/* Up to so many positions are compared each with each; beyond, each with the best supported one. */
enum { COMPARE_ALL = 8, MOST_OTHERS = 7, MONTHS_OF_YEAR = 10 };

/* Of a scanned log so many rows may be missed: of a hundred rows of tables at 200 dpi four to nine are not read whole
 * (HACKING.md, "Where tables stand"); more than these is no slip of reading. */
enum { MISSED_PERCENT = 7 };

/* What one or several claims say alike. */
typedef struct {
    EvxCount count;  /* of the first claim */
    guint documents; /* that say so, copies counted once */
    GArray *
        others; /* (nullable) EvxCount: of the first claim in each further document, some of them */
} Position;

typedef struct {
    const char *agency; /* key */
    const char *what;
    gboolean negated; /* a number of what did not happen */
    gint year;
    GPtrArray *positions;             /* Position */
    GArray *refuted;                  /* EvxCount: called wrong where they stand, and set beside what stands there alone */
    GHashTable *index;                /* EvxCount of a position -> Position */
    guint whole_document, whole_page; /* where the greatest numbers below stand */
    gint64 whole_here, whole_before;  /* on that page and on the page before it */
} Bucket;

typedef struct {
    EvxCollection *collection;
    GHashTable *by_key;       /* char* -> Bucket */
    GPtrArray *buckets;       /* Bucket, in order of first claim */
    EvxAgencies *agencies;
    guint *group_of;          /* document -> first document of its near-group */
    EvxTally *tally;
    /* The count made last: the claims of a bucket mostly ask for one period. */
    const Bucket *counted_bucket;
    guint32 counted_first, counted_last;
    EvxTallied counted;
} Work;

static void
position_free (gpointer data)
{
    Position *position = data;
    g_clear_pointer (&position->others, g_array_unref);
    g_free (position);
}

static gboolean
same_position (gconstpointer left, gconstpointer right)
{
    const EvxCount *a = left, *b = right;
    return a->number == b->number && a->low == b->low && a->high == b->high && a->rate == b->rate &&
           a->withdrawn == b->withdrawn &&
           a->unit == b->unit && a->first_day == b->first_day && a->last_day == b->last_day &&
           a->part_of_year == b->part_of_year && a->open == b->open;
}

static guint
position_hash (gconstpointer key)
{
    const EvxCount *count = key;
    guint64 hash = (guint64)count->number * 0x9e3779b97f4a7c15u;
    hash ^= count->first_day * 31u + count->last_day * 17u + (guint)count->unit;
    return (guint)(hash ^ (hash >> 32));
}

static void
bucket_free (gpointer data)
{
    Bucket *bucket = data;
    g_hash_table_unref (bucket->index);
    g_ptr_array_unref (bucket->positions);
    g_array_unref (bucket->refuted);
    g_free (bucket);
}

static const EvxClaim *
claim_of (const EvxCollection *collection, const EvxCount *count)
{
    const EvxDocument *document = evx_collection_document (collection, count->document);
    return &g_array_index (document->claims, EvxClaim, count->claim);
}

/* ---- buckets -------------------------------------------------------------------------------- */

/* Numbers of inmates and of other things are counted in too many ways to be set against each other.
 */
static gboolean
is_reconciled (const EvxClaim *claim)
{
    return strcmp (claim->what, "transfers") == 0 || strcmp (claim->what, "notifications") == 0 ||
           strcmp (claim->what, "requests") == 0;
}

/* None that happened is a number of what happens; that none was declined says nothing of how many there were. */
static gboolean
counts_what_did_not_happen (const EvxClaim *claim)
{
    return g_strcmp0 (claim->assertion, "negated") == 0 && (claim->number > 0 || g_strcmp0 (claim->qualifier, "declined") == 0);
}

static Bucket *
bucket_for (Work *work, const EvxClaim *claim, const EvxCount *count)
{
    const EvxDocument *document = evx_collection_document (work->collection, count->document);
    const char *agency = evx_agencies_key (work->agencies, count->document, claim->agency);
    gboolean negated = counts_what_did_not_happen (claim);
    /* A claim about no agency in particular, or about several, stands beside those of its own document alone. */
    gboolean here = *agency == '\0' || strcmp (agency, "several") == 0;
    g_autofree char *key =
        g_strdup_printf ("%s%s\n%s\n%d\n%d", agency, here ? document->id : "", claim->what,
                         negated, count->year);
    Bucket *bucket = g_hash_table_lookup (work->by_key, key);
    if (bucket != NULL)
        return bucket;
    bucket = g_new0 (Bucket, 1);
    *bucket = (Bucket){ .agency = agency,
                        .what = claim->what,
                        .negated = negated,
                        .year = count->year,
                        .positions = g_ptr_array_new_with_free_func (position_free),
                        .refuted = g_array_new (FALSE, FALSE, sizeof (EvxCount)),
                        .index = g_hash_table_new (position_hash, same_position),
                        .whole_document = G_MAXUINT };
    g_hash_table_insert (work->by_key, g_steal_pointer (&key), bucket);
    g_ptr_array_add (work->buckets, bucket);
    return bucket;
}

/* "Of those, 20 ..." after a greater number of the same things on this page or the page before is a
 * part of it. */
static gboolean
is_part (Work *work, Bucket *bucket, const EvxCount *count)
{
    guint page = claim_of (work->collection, count)->page;
    gboolean same_document = bucket->whole_document == count->document;
    if (!same_document || bucket->whole_page != page) {
        gboolean next = same_document && bucket->whole_page + 1 == page;
        bucket->whole_before = next ? bucket->whole_here : 0;
        bucket->whole_here = 0;
        bucket->whole_document = count->document;
        bucket->whole_page = page;
    }
    gboolean part = count->is_part || (count->may_be_part &&
                                       count->number < MAX (bucket->whole_here, bucket->whole_before));
    bucket->whole_here = MAX (bucket->whole_here, count->number);
    return part;
}

/* The count of @group that the position has; NULL if it has none. */
static EvxCount *
count_of_group (const Work *work, Position *position, guint group)
{
    if (work->group_of[position->count.document] == group)
        return &position->count;
    for (guint i = 0; position->others != NULL && i < position->others->len; i++)
        if (work->group_of[g_array_index (position->others, EvxCount, i).document] == group)
            return &g_array_index (position->others, EvxCount, i);
    return NULL;
}

/* Of copies the one with a Bates number is cited. */
static void
prefer_numbered (const Work *work, EvxCount *known, const EvxCount *count)
{
    gboolean numbered =
        evx_collection_document (work->collection, known->document)->bates_first != NULL;
    if (!numbered &&
        evx_collection_document (work->collection, count->document)->bates_first != NULL)
        *known = *count; /* equal in all that the index of positions looks at */
}

static void
add_to_positions (Work *work, Bucket *bucket, const EvxCount *count)
{
    Position *position = g_hash_table_lookup (bucket->index, count);
    if (position == NULL) {
        position = g_new0 (Position, 1);
        position->count = *count;
        position->documents = 1;
        g_ptr_array_add (bucket->positions, position);
        g_hash_table_insert (bucket->index, &position->count, position);
        return;
    }
    EvxCount *known = count_of_group (work, position, work->group_of[count->document]);
    if (known != NULL) {
        prefer_numbered (work, known, count);
        return;
    }
    if (position->others == NULL)
        position->others = g_array_new (FALSE, FALSE, sizeof (EvxCount));
    if (position->others->len < MOST_OTHERS)
        g_array_append_vals (position->others, count, 1);
    position->documents++;
}

static void
sort_claims (Work *work)
{
    for (guint d = 0; d < work->collection->documents->len; d++) {
        const EvxDocument *document = evx_collection_document (work->collection, d);
        for (guint c = 0; c < document->claims->len; c++) {
            const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, c);
            EvxCount count = { .document = d, .claim = c };
            if (!is_reconciled (claim) || !evx_count_of_claim (claim, &count))
                continue;
            Bucket *bucket = bucket_for (work, claim, &count);
            if (count.refuted)
                g_array_append_val (bucket->refuted, count);
            else if (!is_part (work, bucket, &count))
                add_to_positions (work, bucket, &count);
        }
    }
}

/* ---- claims against claims ------------------------------------------------------------------ */

static EvxFinding
finding_of (const Work *work, const char *status, const EvxCount *left, const EvxCount *right)
{
    EvxFinding finding = evx_finding_new (status);
    const EvxClaim *claim = claim_of (work->collection, left);
    finding.what = claim->what;
    finding.year = left->year;
    finding.left_claim = claim->id;
    finding.left_number = claim->number;
    finding.left_document = evx_collection_document (work->collection, left->document)->id;
    finding.left_page = (gint)claim->page;
    if (right == NULL)
        return finding;
    claim = claim_of (work->collection, right);
    finding.right_claim = claim->id;
    finding.right_number = claim->number;
    finding.right_document = evx_collection_document (work->collection, right->document)->id;
    finding.right_page = (gint)claim->page;
    return finding;
}

/* What a reader must know of either side besides the numbers. */
static char *
with_remarks (const Work *work, const EvxCount *left, const EvxCount *right, const char *reason)
{
    GString *text = g_string_new (reason);
    const EvxClaim *a = claim_of (work->collection, left);
    const EvxClaim *b = right != NULL ? claim_of (work->collection, right) : NULL;
    gboolean alleged_a = g_strcmp0 (a->assertion, "alleged") == 0;
    gboolean alleged_b = b != NULL && g_strcmp0 (b->assertion, "alleged") == 0;
    if (alleged_a || alleged_b)
        g_string_append (text, alleged_a && alleged_b ? "; both are alleged"
                               : alleged_a            ? "; the first is alleged"
                                                      : "; the second is alleged");
    if (left->refuted)
        g_string_append_printf (text, "; the first is what %s says, and is called wrong where it stands", a->speaker);
    const EvxCount *taken = a->agency == NULL ? left : b != NULL && b->agency == NULL ? right : NULL;
    if (taken != NULL && *evx_agencies_key (work->agencies, taken->document, NULL) != '\0')
        g_string_append_printf (
            text, "; %s names no agency and is taken to be about that of most documents%s",
            taken == left ? "the claim" : "the second",
            evx_agencies_by_folder (work->agencies, taken->document) ? " in its folder" : "");
    if (b != NULL && left->document == right->document)
        g_string_append (text, "; both stand in one document");
    return g_string_free (text, FALSE);
}

static void
compare_pair (Work *work, const EvxCount *left, const EvxCount *right)
{
    g_autofree char *reason = NULL;
    EvxVerdict verdict = evx_count_compare (left, right, &reason);
    g_autofree char *whole = with_remarks (work, left, right, reason);
    evx_finding_add (work->collection, finding_of (work, evx_verdict_name (verdict), left, right),
                     whole);
}

static const Position *
position_at (const Bucket *bucket, guint i)
{
    return bucket->positions->pdata[i];
}

static guint
best_supported (const Bucket *bucket)
{
    guint best = 0;
    for (guint i = 1; i < bucket->positions->len; i++)
        if (position_at (bucket, i)->documents > position_at (bucket, best)->documents)
            best = i;
    return best;
}

/* Each document on one side of a contradiction is set against the first document of the other. */
static void
compare_documents (Work *work, const Position *left, const Position *right)
{
    g_autofree char *reason = NULL;
    compare_pair (work, &left->count, &right->count);
    if (evx_count_compare (&left->count, &right->count, &reason) != EVX_VERDICT_CONTRADICTION)
        return;
    for (guint i = 0; right->others != NULL && i < right->others->len; i++)
        compare_pair (work, &left->count, &g_array_index (right->others, EvxCount, i));
    for (guint i = 0; left->others != NULL && i < left->others->len; i++)
        compare_pair (work, &g_array_index (left->others, EvxCount, i), &right->count);
}

/* The count of @document that the position has; NULL if it has none. */
static const EvxCount *
count_of_document (const Position *position, guint document)
{
    if (position->count.document == document)
        return &position->count;
    for (guint i = 0; position->others != NULL && i < position->others->len; i++)
        if (g_array_index (position->others, EvxCount, i).document == document)
            return &g_array_index (position->others, EvxCount, i);
    return NULL;
}

static void
compare_refuted (Work *work, const Bucket *bucket)
{
    for (guint r = 0; r < bucket->refuted->len; r++) {
        const EvxCount *refuted = &g_array_index (bucket->refuted, EvxCount, r);
        for (guint p = 0; p < MIN (bucket->positions->len, (guint)COMPARE_ALL); p++) {
            const EvxCount *count = count_of_document (bucket->positions->pdata[p], refuted->document);
            if (count != NULL)
                compare_pair (work, refuted, count);
        }
    }
}

static void
compare_positions (Work *work, const Bucket *bucket)
{
    guint n = bucket->positions->len, anchor = best_supported (bucket);
    for (guint i = 0; i < n; i++) {
        const Position *position = position_at (bucket, i);
        if (position->others != NULL && !position->count.rate && !position->count.part_of_year)
            compare_pair (work, &position->count, &g_array_index (position->others, EvxCount, 0));
    }
    for (guint i = 0; i < n; i++) {
        if (n > COMPARE_ALL && i != anchor)
            compare_pair (work, &position_at (bucket, MIN (i, anchor))->count,
                          &position_at (bucket, MAX (i, anchor))->count);
        for (guint j = i + 1; j < n && n <= COMPARE_ALL; j++)
            compare_documents (work, position_at (bucket, i), position_at (bucket, j));
    }
}

/* ---- claims against records ----------------------------------------------------------------- */

static guint
months_between (guint32 first_day, guint32 last_day)
{
    guint first = first_day / 10000 * 12 + first_day / 100 % 100;
    guint last = last_day / 10000 * 12 + last_day / 100 % 100;
    return last >= first ? last - first + 1 : 0;
}

/* The records run over the whole period: a log says so, or its rows reach from its beginning to its
 * end. */
static gboolean
is_whole_period (const EvxCount *count, const EvxTallied *tallied)
{
    if (tallied->says_period)
        return tallied->covered;
    guint period = months_between (count->first_day, count->last_day);
    guint seen = tallied->events > 0 ? months_between (tallied->first_day, tallied->last_day) : 0;
    return seen * 12 >= period * MONTHS_OF_YEAR;
}

static void
describe_rows (GString *text, guint n, const EvxTallied *tallied, gboolean persons)
{
    g_string_append_printf (text, "%u %s counted", n,
                            persons ? (n == 1 ? "person" : "persons") : (n == 1 ? "row" : "rows"));
    if (tallied->copies > 0)
        g_string_append_printf (text, " (%u with copies)", tallied->events + tallied->copies);
    if (tallied->undated > 0)
        g_string_append_printf (text, ", %u more without a date that can be read",
                                tallied->undated);
    if (tallied->doubtful > 0)
        g_string_append_printf (text, ", %u of them in doubt", tallied->doubtful);
}

/* So many rows as may have been missed on scans; 0 for other records. */
static gint64
rows_missed (const EvxCount *count, const EvxTallied *tallied)
{
    return tallied->scanned && count->low > 1 ? MAX (1, count->low * MISSED_PERCENT / 100) : 0;
}

/* Why a number of at most @most rows below the claim may still be the whole truth. Returns: (transfer full) (nullable):
 * NULL if there is no such reason. */
static char *
why_rows_may_lack (const EvxCount *count, const EvxTallied *tallied, gint64 most)
{
    gint64 missed = rows_missed (count, tallied);
    if (tallied->incomplete)
        return g_strdup ("a page of the records could not be read");
    if (missed > 0 && most + missed >= count->low)
        return g_strdup_printf ("the records are scans, of which up to %" G_GINT64_FORMAT
                                " row%s may have been missed in reading: look at their pages",
                                missed, missed == 1 ? "" : "s");
    if (!is_whole_period (count, tallied))
        return g_strdup ("partial period: the records may not cover all of it");
    return NULL;
}

/* The claim allows count->low .. high; the rows show between @least and @most. */
static EvxVerdict
judge_rows (const EvxCount *count, const EvxTallied *tallied, gint64 n, GString *reason)
{
    gint64 least = n - tallied->doubtful, most = n + tallied->undated;
    g_autofree char *lack = why_rows_may_lack (count, tallied, most);
    if (n >= count->low && n <= count->high && (!count->bounded || count->high < G_MAXINT64)) {
        g_string_append (reason,
                         count->bounded ? ": within what the claim allows" : ": as claimed");
        return EVX_VERDICT_AGREEMENT;
    }
    if (n >= count->low && n <= count->high) {
        g_string_append (reason, ": the claim is a lower bound, and the rows reach it");
        return EVX_VERDICT_AGREEMENT;
    }
    if (least > count->high)
        return EVX_VERDICT_CONTRADICTION;
    if (n > count->high) {
        g_string_append (reason, ": the doubtful rows may make the difference");
        return EVX_VERDICT_NOT_COMPARABLE;
    }
    if (most >= count->low) {
        g_string_append (reason,
                         ": rows whose date is blacked out or unreadable may make the difference");
        return EVX_VERDICT_NOT_COMPARABLE;
    }
    if (lack != NULL) {
        g_string_append_printf (reason, ": %s", lack);
        return EVX_VERDICT_NOT_COMPARABLE;
    }
    return EVX_VERDICT_CONTRADICTION;
}

/* Rows are events; persons can be told apart only where each row has a number. */
static gboolean
counts_rows (const EvxCount *count, const EvxTallied *tallied, gint64 *n, gboolean *persons)
{
    gboolean of_persons = count->unit == EVX_UNIT_PERSONS;
    gboolean of_rows = evx_unit_is_of_rows (count->unit) || count->zero;
    *persons = of_persons && tallied->persons > 0 && tallied->persons != tallied->events;
    *n = *persons ? tallied->persons : tallied->events;
    return of_rows && !count->rate && !count->part_of_year;
}

/* What the records say for the bucket and the period of @count. Returns: (transfer none). */
static const EvxTallied *
tally_for (Work *work, const Bucket *bucket, const EvxCount *count)
{
    if (work->counted_bucket == bucket && work->counted_first == count->first_day &&
        work->counted_last == count->last_day)
        return &work->counted;
    evx_tallied_clear (&work->counted);
    evx_tally_count (work->tally, bucket->agency, bucket->what, count->first_day, count->last_day,
                     &work->counted);
    work->counted_bucket = bucket;
    work->counted_first = count->first_day;
    work->counted_last = count->last_day;
    return &work->counted;
}

/* @with_rows: name the counted rows in the finding */
static void
compare_with_rows (Work *work, const Bucket *bucket, const EvxCount *count, gboolean with_rows)
{
    const EvxTallied *tallied = tally_for (work, bucket, count);
    gint64 n;
    gboolean persons;
    if (tallied->events + tallied->undated == 0 || count->withdrawn)
        return;
    g_autoptr (GString) reason = g_string_new (NULL);
    gboolean comparable = counts_rows (count, tallied, &n, &persons);
    const char *qualifier = count->open != NULL ? NULL : claim_of (work->collection, count)->qualifier;
    g_string_append_printf (reason, "%s%s%" G_GINT64_FORMAT " claimed, ",
                            qualifier ? qualifier : "", qualifier ? " " : "", count->number);
    describe_rows (reason, (guint)n, tallied, persons);
    EvxVerdict verdict = EVX_VERDICT_NOT_COMPARABLE;
    if (comparable)
        verdict = judge_rows (count, tallied, n, reason);
    else
        g_string_append_printf (reason, ": %s are not rows",
                                count->rate           ? "averages"
                                : count->part_of_year ? "parts of a year"
                                                      : evx_unit_name (count->unit));
    if (persons && verdict == EVX_VERDICT_CONTRADICTION && count->number == tallied->events) {
        verdict = EVX_VERDICT_NOT_COMPARABLE;
        g_string_append_printf (reason, ": %u rows are %u persons", tallied->events,
                                tallied->persons);
    }
    if (verdict == EVX_VERDICT_CONTRADICTION && count->open != NULL) {
        verdict = EVX_VERDICT_NOT_COMPARABLE;
        g_string_append_printf (reason, ", but %s", count->open);
    }
    EvxFinding finding = finding_of (work, evx_verdict_name (verdict), count, NULL);
    finding.rows_counted = n;
    finding.rows = with_rows ? g_array_ref (tallied->rows) : NULL;
    g_autofree char *whole = with_remarks (work, count, NULL, reason->str);
    evx_finding_add (work->collection, finding, whole);
}

/* Every document that says so is set against the rows. Where more numbers are claimed than anyone
 * would read through, the rows themselves are named beside the first ones alone. */
static void
compare_bucket_with_rows (Work *work, const Bucket *bucket)
{
    for (guint p = 0; p < bucket->positions->len; p++) {
        const Position *position = position_at (bucket, p);
        compare_with_rows (work, bucket, &position->count, p < COMPARE_ALL);
        for (guint i = 0; position->others != NULL && i < position->others->len; i++)
            compare_with_rows (work, bucket, &g_array_index (position->others, EvxCount, i),
                               p < COMPARE_ALL);
    }
}

/* ---- identities ----------------------------------------------------------------------------- */

/* The one exact number that document @d states in the bucket of @what; FALSE if none or several. */
static const EvxCount *
only_count (Work *work, const char *agency, const char *document, const char *what,
            gboolean negated, gint year, guint d)
{
    g_autofree char *key = g_strdup_printf ("%s\n%s\n%d\n%d", *agency != '\0' ? agency : document,
                                            what, negated, year);
    const Bucket *bucket = g_hash_table_lookup (work->by_key, key);
    const EvxCount *only = NULL;
    for (guint i = 0; bucket != NULL && i < bucket->positions->len; i++) {
        const Position *position = position_at (bucket, i);
        const EvxCount *count = position->count.document == d ? &position->count : NULL;
        if (count == NULL || count->bounded || count->rate || count->withdrawn || count->part_of_year)
            continue;
        if (only != NULL)
            return NULL;
        only = count;
    }
    return only;
}

static gboolean
same_days (const EvxCount *a, const EvxCount *b)
{
    return a->first_day == b->first_day && a->last_day == b->last_day;
}

/* asked = answered + not answered, where one document states all three once. */
static void
check_identity (Work *work, const Bucket *bucket)
{
    for (guint i = 0; i < bucket->positions->len; i++) {
        const EvxCount *asked = &position_at (bucket, i)->count;
        const EvxDocument *document = evx_collection_document (work->collection, asked->document);
        if (asked != only_count (work, bucket->agency, document->id, "requests", FALSE,
                                 bucket->year, asked->document))
            continue;
        const EvxCount *told = only_count (work, bucket->agency, document->id, "notifications",
                                           FALSE, bucket->year, asked->document);
        const EvxCount *untold = only_count (work, bucket->agency, document->id, "notifications",
                                             TRUE, bucket->year, asked->document);
        if (untold == NULL) /* requests that were declined */
            untold = only_count (work, bucket->agency, document->id, "requests", TRUE, bucket->year, asked->document);
        if (told == NULL || untold == NULL || !same_days (asked, told) ||
            !same_days (asked, untold))
            continue;
        gint64 sum = told->number + untold->number;
        gboolean holds = sum == asked->number;
        EvxFinding finding = finding_of (work, holds ? "agreement" : "contradiction", asked, told);
        finding.right_number = sum;
        g_autofree char *reason =
            g_strdup_printf ("asked %" G_GINT64_FORMAT ", answered %" G_GINT64_FORMAT
                             " and not answered %" G_GINT64_FORMAT " make %" G_GINT64_FORMAT,
                             asked->number, told->number, untold->number, sum);
        evx_finding_add (work->collection, finding, reason);
    }
}

/* ---- printed totals ------------------------------------------------------------------------- */

static const EvxClaim *
claim_on_page (const EvxDocument *document, guint page, gint64 number)
{
    for (guint i = 0; i < document->claims->len; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        if (claim->page == page && claim->number == number && claim->mention_id == NULL)
            return claim;
    }
    return NULL;
}

static void
tell_totals (EvxCollection *collection)
{
    for (guint d = 0; d < collection->documents->len; d++) {
        const EvxDocument *document = evx_collection_document (collection, d);
        for (guint i = 0; i < evx_sketch_totals (document->sketch); i++) {
            EvxTotal total = evx_sketch_total (document->sketch, i);
            const EvxClaim *claim = claim_on_page (document, total.page, total.printed);
            EvxFinding finding = evx_finding_new ("total_differs");
            finding.left_claim = claim != NULL ? claim->id : NULL;
            finding.what = claim != NULL ? claim->what : NULL;
            finding.left_number = total.printed;
            finding.right_number = total.counted;
            finding.left_document = document->id;
            finding.left_page = (gint)total.page;
            g_autofree char *reason = g_strdup_printf (
                "the printed total is %u, the rows above it make %u", total.printed, total.counted);
            evx_finding_add (collection, finding, reason);
        }
    }
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* For each document the first document of its near-group. */
static guint *
groups_of (const EvxCollection *collection)
{
    guint n = collection->documents->len;
    guint *group_of = g_new0 (guint, n + 1);
    g_autoptr (GHashTable) index_of = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < n; i++)
        g_hash_table_insert (index_of, evx_collection_document (collection, i)->id,
                             GUINT_TO_POINTER (i));
    for (guint i = 0; i < n; i++) {
        const EvxDocument *document = evx_collection_document (collection, i);
        gpointer leader = GUINT_TO_POINTER (i);
        if (document->near_group != NULL)
            g_hash_table_lookup_extended (index_of, document->near_group, NULL, &leader);
        group_of[i] = GPOINTER_TO_UINT (leader);
    }
    return group_of;
}

void
evx_relate_reconcile (EvxCollection *collection)
{
    g_autofree guint *group_of = groups_of (collection);
    g_autoptr (EvxTally) tally = evx_tally_new (collection);
    EvxAgencies *agencies = evx_tally_agencies (tally);
    g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GPtrArray) buckets = g_ptr_array_new_with_free_func (bucket_free);
    Work work = { .collection = collection,
                  .by_key = by_key,
                  .buckets = buckets,
                  .agencies = agencies,
                  .group_of = group_of,
                  .tally = tally };
    sort_claims (&work);
    for (guint i = 0; i < buckets->len; i++) {
        const Bucket *bucket = buckets->pdata[i];
        compare_positions (&work, bucket);
        compare_refuted (&work, bucket);
        /* What is known of neither may be of different agencies. */
        gboolean same_agency = *bucket->agency != '\0' || !evx_agencies_any (agencies);
        if (!bucket->negated && same_agency)
            compare_bucket_with_rows (&work, bucket);
        if (strcmp (bucket->what, "requests") == 0 && !bucket->negated)
            check_identity (&work, bucket);
    }
    evx_tallied_clear (&work.counted);
    tell_totals (collection);
}
