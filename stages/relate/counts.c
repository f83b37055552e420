/* A claim becomes a range of numbers, a unit and a period. Two counts with one unit and one period
 * can both be true where their ranges meet. Where units or periods differ nothing is said, but for
 * one case that holds whatever the rest: a part cannot exceed the whole. */
#include "counts.h"

#include "../document/dates.h"
#include "../document/fold.h"

#include <string.h>

#define NO_LIMIT G_MAXINT64
#define NEARLY_PERCENT 85 /* "nearly 100" is taken as 85 to 100 */
#define ABOUT_PERCENT 10  /* "about 100" as 90 to 110 */

/* ---- one claim ------------------------------------------------------------------------------ */

EvxUnitClass
evx_unit_of (const EvxClaim *claim)
{
    static const struct {
        const char *name;
        EvxUnitClass unit;
    } names[] = {
        { "persons", EVX_UNIT_PERSONS },   { "requests", EVX_UNIT_REQUESTS },
        { "notices", EVX_UNIT_NOTICES },   { "notices to persons", EVX_UNIT_NOTICES_TO_PERSONS },
        { "contacts", EVX_UNIT_CONTACTS }, { "bookings", EVX_UNIT_BOOKINGS },
        { "offenses", EVX_UNIT_OFFENSES }, { "interviews", EVX_UNIT_INTERVIEWS },
        { "transfers", EVX_UNIT_UNKNOWN }, { "cases", EVX_UNIT_UNKNOWN },
    };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (g_strcmp0 (claim->unit, names[i].name) == 0)
            return names[i].unit;
    return EVX_UNIT_UNKNOWN;
}

/* What a claim counts where it does not say: what its kind is counted in. */
static EvxUnitClass
usual_unit (const EvxClaim *claim)
{
    EvxUnitClass unit = evx_unit_of (claim);
    if (strcmp (claim->what, "transfers") == 0 && unit == EVX_UNIT_NOTICES)
        return EVX_UNIT_PERSONS;
    if (unit != EVX_UNIT_UNKNOWN)
        return unit;
    if (strcmp (claim->what, "requests") == 0)
        return EVX_UNIT_REQUESTS;
    return strcmp (claim->what, "notifications") == 0 ? EVX_UNIT_NOTICES : EVX_UNIT_PERSONS;
}

static void
set_range (EvxCount *count, const char *qualifier)
{
    gint64 n = count->number;
    count->low = count->high = n;
    count->bounded = TRUE;
    if (g_strcmp0 (qualifier, "at least") == 0)
        count->high = NO_LIMIT;
    else if (g_strcmp0 (qualifier, "more than") == 0)
        count->low = n + 1, count->high = NO_LIMIT;
    else if (g_strcmp0 (qualifier, "fewer than") == 0)
        count->low = 0, count->high = MAX (n - 1, 0);
    else if (g_strcmp0 (qualifier, "up to") == 0)
        count->low = 0;
    else if (g_strcmp0 (qualifier, "nearly") == 0)
        count->low = n * NEARLY_PERCENT / 100;
    else if (g_strcmp0 (qualifier, "about") == 0)
        count->low = n - n * ABOUT_PERCENT / 100, count->high = n + n * ABOUT_PERCENT / 100;
    else
        count->bounded = FALSE;
}

/* Qualifiers that are no bounds: what is told with the number. */
static void
set_remarks (EvxCount *count, const char *qualifier)
{
    static const char *const open[][2] = {
        { "year told before", "the year of one is that of a sentence before" },
        { "after release", "one counts people who were taken after their release" },
        { "border patrol", "one counts what went to the Border Patrol" },
    };
    count->open = NULL;
    count->rate = g_strcmp0 (qualifier, "average") == 0;
    count->withdrawn = g_strcmp0 (qualifier, "withdrawn") == 0;
    count->refuted = g_strcmp0 (qualifier, "refuted") == 0;
    count->part_of_year = g_strcmp0 (qualifier, "part of a year") == 0;
    for (guint i = 0; i < G_N_ELEMENTS (open); i++)
        if (g_strcmp0 (qualifier, open[i][0]) == 0)
            count->open = open[i][1];
}

static gboolean
set_days (EvxCount *count, const EvxClaim *claim)
{
    count->first_day = evx_date_number (claim->period_start);
    count->last_day = evx_date_number (claim->period_end);
    if (count->first_day == 0 && claim->year != EVX_NONE)
        count->first_day = (guint32)claim->year * 10000 + 101;
    if (count->last_day == 0 && claim->year != EVX_NONE)
        count->last_day = (guint32)claim->year * 10000 + 1231;
    count->year = (gint)(count->last_day / 10000);
    return count->first_day > 0 && count->last_day >= count->first_day;
}

/* "Of the 52, 20 had been convicted": words that make a later number a part of an earlier one. */
static gboolean
may_be_part (const EvxClaim *claim)
{
    static const char *const cues[] = {
        "of the",     "de los", /* these two may name the whole: "of the 52" */
        "of those",   "of these", "of them",  "of whom",       "including",
        "among them", "de ellos", "de ellas", "de los cuales", "entre ellos"
    };
    gboolean possible =
        claim->quote != NULL && claim->number > 0 &&
        (strcasestr (claim->quote, "of th") || strcasestr (claim->quote, "of whom") ||
         strcasestr (claim->quote, "including") || strcasestr (claim->quote, "among") ||
         strcasestr (claim->quote, "de ") || strcasestr (claim->quote, "entre ello"));
    if (!possible)
        return FALSE;
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, claim->number);
    g_autofree char *folded = evx_fold (claim->quote), *folded_number = evx_fold (number);
    const char *at = strstr (folded, folded_number);
    for (guint i = 0; i < G_N_ELEMENTS (cues); i++) {
        g_autofree char *cue = evx_fold (cues[i]);
        const char *found = strstr (folded, cue);
        gboolean names_whole = i < 2 && found != NULL && at == found + strlen (cue) - 1;
        if (found != NULL && !names_whole)
            return TRUE;
    }
    return FALSE;
}

/* "notified ICE in 37 of those cases": a part of what was asked, and all of what was told. */
static gboolean
is_part_of_requests (const EvxClaim *claim, const char *folded, const char *cue)
{
    static const char requests[] = "^requests|^request|^detainers|^cases|^holds|^inquiries|^solicitudes|^casos|^ordenes";
    gboolean told = strcmp (claim->what, "requests") != 0 && g_strcmp0 (claim->assertion, "negated") != 0;
    g_autofree char *plain = evx_fold (cue);
    const char *found = told ? strstr (folded, plain) : NULL;
    if (found == NULL)
        return FALSE;
    const char *behind = found + strlen (plain);
    g_autofree char *line = evx_fold_line (behind, strlen (behind));
    return evx_fold_has_any (line, requests);
}

/* "None from the Pine Annex": of one building of several. The main jail may be the only one. */
static gboolean
is_of_a_building (const char *folded)
{
    return evx_fold_has_any (folded, "annex|substation|branch jail|honor farm|honor camp|work farm|juvenile hall|anexo");
}

/* "declined 213 of those requests", "the remaining 248": a part, also where the whole was not read. */
static gboolean
is_surely_part (const EvxClaim *claim)
{
    static const char *const parts[] = { "of those", "of these", "of them", "of whom", "de ellos", "de ellas", "de esas",
                                         "de esos" };
    if (claim->quote == NULL)
        return FALSE;
    g_autofree char *folded = evx_fold (claim->quote), *rest = g_strdup_printf ("remaining %" G_GINT64_FORMAT, claim->number),
                    *other = g_strdup_printf ("the other %" G_GINT64_FORMAT, claim->number);
    gboolean remains = evx_fold_has (folded, rest) > 0 || evx_fold_has (folded, other) > 0;
    gboolean of_mention = claim->mention_id != NULL; /* the quote of a row has the heads of all columns: of several buildings */
    if (of_mention && (is_of_a_building (folded) || remains))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        g_autofree char *cue = g_strdup_printf ("%" G_GINT64_FORMAT " %s", claim->number, parts[i]);
        if (claim->number > 0 && evx_fold_has (folded, cue) > 0 && !is_part_of_requests (claim, folded, cue))
            return TRUE;
    }
    return FALSE;
}

gboolean
evx_count_of_claim (const EvxClaim *claim, EvxCount *count)
{
    count->number = claim->number;
    count->zero = claim->number == 0;
    count->unit = usual_unit (claim);
    set_range (count, claim->qualifier);
    set_remarks (count, claim->qualifier);
    count->may_be_part = may_be_part (claim);
    count->is_part = is_surely_part (claim);
    return set_days (count, claim);
}

/* ---- words ---------------------------------------------------------------------------------- */

gboolean
evx_unit_is_of_rows (EvxUnitClass unit)
{
    return unit == EVX_UNIT_PERSONS || unit == EVX_UNIT_REQUESTS || unit == EVX_UNIT_NOTICES || unit == EVX_UNIT_UNKNOWN;
}

const char *
evx_unit_name (EvxUnitClass unit)
{
    static const char *const names[] = { "unknown units",      "persons",  "requests", "notices",
                                         "notices to persons", "contacts", "bookings", "offenses",
                                         "interviews" };
    return unit < G_N_ELEMENTS (names) ? names[unit] : names[0];
}

const char *
evx_verdict_name (EvxVerdict verdict)
{
    static const char *const names[] = { "contradiction", "agreement", "not_comparable" };
    return names[verdict];
}

static gboolean
is_calendar_year (const EvxCount *count)
{
    return count->first_day % 10000 == 101 && count->last_day % 10000 == 1231 &&
           count->first_day / 10000 == count->last_day / 10000;
}

static gboolean
is_fiscal_year (const EvxCount *count)
{
    guint32 first = count->first_day, last = count->last_day;
    gboolean one_year = last / 10000 == first / 10000 + 1;
    return one_year && ((first % 10000 == 701 && last % 10000 == 630) ||
                        (first % 10000 == 1001 && last % 10000 == 930));
}

char *
evx_count_period (const EvxCount *count)
{
    if (is_calendar_year (count))
        return g_strdup_printf ("calendar year %u", count->first_day / 10000);
    if (is_fiscal_year (count))
        return g_strdup_printf ("fiscal year %u-%02u", count->first_day / 10000,
                                count->last_day / 10000 % 100);
    guint32 a = count->first_day, b = count->last_day;
    return g_strdup_printf ("%04u-%02u-%02u to %04u-%02u-%02u", a / 10000, a / 100 % 100, a % 100,
                            b / 10000, b / 100 % 100, b % 100);
}

/* ---- two counts ----------------------------------------------------------------------------- */

static gboolean
covers (const EvxCount *whole, const EvxCount *part)
{
    return !whole->part_of_year && whole->first_day <= part->first_day &&
           whole->last_day >= part->last_day;
}

static gboolean
same_period (const EvxCount *a, const EvxCount *b)
{
    return a->first_day == b->first_day && a->last_day == b->last_day &&
           a->part_of_year == b->part_of_year;
}

/* A part of the period that is certainly more than the whole. */
static gboolean
part_exceeds (const EvxCount *part, const EvxCount *whole, char **reason)
{
    if (!covers (whole, part) || part->low <= whole->high)
        return FALSE;
    g_autofree char *period = evx_count_period (whole);
    *reason =
        g_strdup_printf ("%" G_GINT64_FORMAT " in a part of the period exceeds %" G_GINT64_FORMAT
                         " for the whole of it (%s)",
                         part->number, whole->number, period);
    return TRUE;
}

static EvxVerdict
compare_periods (const EvxCount *left, const EvxCount *right, char **reason)
{
    gboolean partial = left->part_of_year || right->part_of_year;
    if (part_exceeds (left, right, reason) || part_exceeds (right, left, reason))
        return EVX_VERDICT_CONTRADICTION;
    g_autofree char *a = evx_count_period (left), *b = evx_count_period (right);
    if (partial)
        *reason = g_strdup_printf ("partial period: one counts a part of %d", left->year);
    else if (is_fiscal_year (left) != is_fiscal_year (right))
        *reason = g_strdup_printf ("fiscal against calendar year: %s, %s", a, b);
    else
        *reason = g_strdup_printf ("different periods: %s, %s", a, b);
    return EVX_VERDICT_NOT_COMPARABLE;
}

static EvxVerdict
compare_numbers (const EvxCount *left, const EvxCount *right, char **reason)
{
    g_autofree char *period = evx_count_period (left);
    gboolean meet = left->low <= right->high && right->low <= left->high;
    if (left->number == right->number && meet) {
        *reason = g_strdup_printf ("both say %" G_GINT64_FORMAT " for %s", left->number, period);
        return EVX_VERDICT_AGREEMENT;
    }
    if (meet) {
        *reason = g_strdup_printf ("%" G_GINT64_FORMAT " and %" G_GINT64_FORMAT
                                   " can both be true: one of them is a bound or an estimate",
                                   left->number, right->number);
        return EVX_VERDICT_NOT_COMPARABLE;
    }
    const char *open = left->open != NULL ? left->open : right->open;
    *reason = g_strdup_printf ("%" G_GINT64_FORMAT " against %" G_GINT64_FORMAT " for %s%s%s", left->number, right->number, period,
                               open != NULL ? ", but " : "", open != NULL ? open : "");
    return open != NULL ? EVX_VERDICT_NOT_COMPARABLE : EVX_VERDICT_CONTRADICTION;
}

EvxVerdict
evx_count_compare (const EvxCount *left, const EvxCount *right, char **reason)
{
    if (left->rate || right->rate) {
        *reason = g_strdup ("an average is a rate, not a count");
        return EVX_VERDICT_NOT_COMPARABLE;
    }
    if (left->withdrawn || right->withdrawn) {
        *reason = g_strdup ("one of them is called wrong where it stands");
        return EVX_VERDICT_NOT_COMPARABLE;
    }
    gboolean nothing = left->zero || right->zero; /* no persons is no notices, too */
    if (left->unit != right->unit && !nothing) {
        *reason = g_strdup_printf ("%s against %s", evx_unit_name (left->unit),
                                   evx_unit_name (right->unit));
        return EVX_VERDICT_NOT_COMPARABLE;
    }
    if (!same_period (left, right))
        return compare_periods (left, right, reason);
    if (left->part_of_year) {
        *reason = g_strdup_printf ("both count a part of %d, perhaps not the same", left->year);
        return EVX_VERDICT_NOT_COMPARABLE;
    }
    return compare_numbers (left, right, reason);
}
