/* Claims against claims, and against rows counted in the records. */
#include "../document/sketch.h"
#include "counts.h"
#include "test-collection.h"

/* ---- claims against claims ------------------------------------------------------------------ */

static void
test_two_numbers_for_one_year_contradict (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf", "Alder County Sheriff's Office"), 266,
               "transfers", 2018);
    add_claim (add_document (collection, "b.pdf", "Sheriff of Alder County"), 519, "transfers",
               2018);
    relate (collection);
    const EvxFinding *finding = only_finding (collection, "contradiction");
    g_assert_cmpint (finding->left_number, ==, 266);
    g_assert_cmpint (finding->right_number, ==, 519);
    g_assert_cmpint (finding->year, ==, 2018);
    assert_says (finding, "calendar year 2018");
}

/* Several counties are others in another document. */
static void
test_several_counties_stand_by_themselves (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    static const char *const files[] = { "a.pdf", "b.pdf" };
    for (guint i = 0; i < 2; i++)
        add_claim (add_document (collection, files[i], "Alder County"), 90 + i, "transfers", 2022)->agency = "several counties";
    relate (collection);
    g_assert_cmpuint (count_findings (collection, "contradiction"), ==, 0);
}

/* The rest of a whole, one building of several, and a probation department: none is what the sheriff counts. */
static void
test_a_part_of_the_jail_contradicts_no_count_of_all (void)
{
    static const char *const quotes[] = { "The remaining 17 went to ICE.", "The other 17 went to ICE.",
                                          "From the Pine Annex 17 went to ICE.", NULL };
    for (guint i = 0; i < G_N_ELEMENTS (quotes); i++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        add_claim (add_document (collection, "a.pdf", "Alder County"), 40, "transfers", 2022);
        EvxClaim *part = add_claim (add_document (collection, "b.pdf", "Alder County"), 17, "transfers", 2022);
        part->mention_id = "m";
        part->quote = quotes[i] != NULL ? quotes[i] : "17 went to ICE.";
        part->agency = quotes[i] != NULL ? part->agency : "Probation";
        relate (collection);
        g_assert_cmpuint (count_findings (collection, "contradiction"), ==, 0);
    }
}

/* What a text refutes stands beside what that text says, and beside nothing else. */
static void
test_a_refuted_number_is_set_beside_what_refutes_it (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf", "Alder County");
    EvxClaim *claim = add_claim (document, 46, "transfers", 2022);
    claim->qualifier = "refuted";
    claim->speaker = "A flyer";
    add_claim (document, 64, "transfers", 2022);
    add_claim (add_document (collection, "b.pdf", "Alder County"), 65, "transfers", 2022);
    add_event (document, "transfers", "X-1", "2022-03-04");
    relate (collection);
    guint told = 0;
    for (guint i = 0; i < collection->findings->len; i++) {
        const EvxFinding *finding = &g_array_index (collection->findings, EvxFinding, i);
        if (finding->left_number != 46)
            continue;
        told++;
        g_assert_cmpstr (finding->status, ==, "contradiction");
        g_assert_cmpint (finding->right_number, ==, 64);
        assert_says (finding, "what A flyer says");
    }
    g_assert_cmpuint (told, ==, 1);
}

static void
test_equal_numbers_agree (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf", "Alder County"), 52, "transfers", 2019);
    add_claim (add_document (collection, "b.pdf", "Alder County"), 52, "transfers", 2019);
    relate (collection);
    g_assert_cmpuint (count_findings (collection, "agreement"), ==, 1);
    g_assert_cmpuint (collection->findings->len, ==, 1);
}

typedef struct {
    const char *name;
    gint64 left, right;
    const char *left_unit, *right_unit, *left_qualifier, *right_qualifier;
    const char *left_period[2], *right_period[2];
    const char *status, *says;
} Pair;

static const Pair pairs[] = {
    { "persons and contacts",
      15,
      26,
      "persons",
      "contacts",
      NULL,
      NULL,
      { 0 },
      { 0 },
      "not_comparable",
      "persons against contacts" },
    { "fiscal and calendar year",
      20,
      26,
      NULL,
      NULL,
      NULL,
      NULL,
      { "2018-07-01", "2019-06-30" },
      { 0 },
      "not_comparable",
      "fiscal against calendar" },
    { "part of a year below it",
      38,
      45,
      NULL,
      NULL,
      NULL,
      NULL,
      { "2019-01-01", "2019-10-31" },
      { 0 },
      "not_comparable",
      "different periods" },
    { "part of a year above it",
      264,
      5,
      NULL,
      NULL,
      NULL,
      NULL,
      { "2019-05-01", "2019-12-31" },
      { 0 },
      "contradiction",
      "exceeds" },
    { "at least below",
      40,
      52,
      NULL,
      NULL,
      "at least",
      NULL,
      { 0 },
      { 0 },
      "not_comparable",
      "bound" },
    { "at least above",
      60,
      52,
      NULL,
      NULL,
      "at least",
      NULL,
      { 0 },
      { 0 },
      "contradiction",
      "60 against 52" },
    { "about", 50, 52, NULL, NULL, "about", NULL, { 0 }, { 0 }, "not_comparable", "estimate" },
    { "up to", 100, 52, NULL, NULL, "up to", NULL, { 0 }, { 0 }, "not_comparable", "bound" },
    { "average", 4, 52, NULL, NULL, "average", NULL, { 0 }, { 0 }, "not_comparable", "rate" },
    { "a year told before", 17, 14, NULL, NULL, "year told before", NULL, { 0 }, { 0 }, "not_comparable", "sentence before" },
    { "taken after release", 17, 14, NULL, NULL, "after release", NULL, { 0 }, { 0 }, "not_comparable", "after their release" },
    { "what went to the Border Patrol", 17, 14, NULL, NULL, "border patrol", NULL, { 0 }, { 0 }, "not_comparable", "to the Border Patrol" },
    { "a number called wrong", 17, 14, NULL, NULL, "withdrawn", NULL, { 0 }, { 0 }, "not_comparable", "called wrong" },
    { "zero and some",
      0,
      3,
      "persons",
      "notices",
      NULL,
      NULL,
      { 0 },
      { 0 },
      "contradiction",
      "0 against 3" },
};

static void
test_a_pair_gets_its_verdict (gconstpointer data)
{
    const Pair *pair = data;
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxClaim *left = add_claim (add_document (collection, "a.pdf", "Alder County"), pair->left,
                                "transfers", 2019);
    EvxClaim *right = add_claim (add_document (collection, "b.pdf", "Alder County"), pair->right,
                                 "transfers", 2019);
    left->unit = pair->left_unit;
    right->unit = pair->right_unit;
    left->qualifier = pair->left_qualifier;
    right->qualifier = pair->right_qualifier;
    left->period_start = pair->left_period[0];
    left->period_end = pair->left_period[1];
    right->period_start = pair->right_period[0];
    right->period_end = pair->right_period[1];
    relate (collection);
    g_assert_cmpuint (collection->findings->len, ==, 1);
    assert_says (only_finding (collection, pair->status), pair->says);
}

static void
test_other_years_kinds_and_agencies_do_not_meet (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf", "Alder County");
    add_claim (document, 52, "transfers", 2019);
    add_claim (document, 484, "requests", 2019);
    add_claim (document, 23, "transfers", 2020);
    add_claim (document, 9, "transfers", EVX_NONE);
    add_claim (add_document (collection, "b.pdf", "Birch County"), 70, "transfers", 2019);
    add_claim (add_document (collection, "c.pdf", "Alder Police Department"), 1, "transfers", 2019);
    relate (collection);
    g_assert_cmpuint (collection->findings->len, ==, 0);
}

/* Two counties share the dump, each in its folder and those below it. */
static void
test_what_names_no_agency_is_about_that_of_its_folder (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "juniper/report.pdf", "Juniper County"), 15, "transfers", 2021);
    add_document (collection, "juniper/memo.pdf", "Juniper County Sheriff's Office");
    add_claim (add_document (collection, "juniper/mail.eml", NULL), 23, "transfers", 2021);
    add_year_of_events (add_document (collection, "juniper/data/2021/log.csv", NULL), "transfers", 2021, 23);
    add_claim (add_document (collection, "mesquite/report.pdf", "Mesquite County"), 64, "transfers", 2021);
    add_document (collection, "mesquite/memo.pdf", "Mesquite County");
    add_document (collection, "mesquite/letter.pdf", "Mesquite County");
    relate (collection);
    g_assert_cmpuint (count_findings (collection, "contradiction"), ==, 2); /* 15 against the mail, and the rows */
    assert_says (only_finding (collection, "agreement"), "23 rows counted");
    assert_says (only_finding (collection, "agreement"), "taken to be about that of most documents in its folder");
}

static void
test_what_names_no_agency_is_about_that_of_the_dump (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf", "Juniper County"), 15, "transfers", 2021);
    add_document (collection, "b.pdf", "Juniper County");
    add_document (collection, "c.pdf", "Juniper County");
    add_claim (add_document (collection, "mail/d.eml", NULL), 23, "transfers", 2021);
    relate (collection);
    const EvxFinding *finding = only_finding (collection, "contradiction");
    assert_says (finding, "the second names no agency and is taken to be about that of most documents");
    g_assert_null (strstr (finding->reason, "folder"));
}

static void
test_what_is_known_of_no_agency_is_not_set_against_rows_of_none (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_document (collection, "a.pdf", "Juniper County");
    add_document (collection, "b.pdf", "Mesquite County");
    add_claim (add_document (collection, "c.eml", NULL), 38, "transfers", 2021);
    add_year_of_events (add_document (collection, "d.csv", NULL), "transfers", 2021, 26);
    relate (collection);
    g_assert_cmpuint (collection->findings->len, ==, 0);
}

static void
test_a_part_of_a_number_does_not_contradict_it (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf", "Alder County");
    add_claim (document, 52, "transfers", 2019);
    add_claim (document, 20, "transfers", 2019)->quote =
        "Of those, 20 were turned over after a felony.";
    add_claim (document, 301, "requests", 2019);
    add_claim (add_document (collection, "b.pdf", "Alder County"), 213, "requests", 2019)->quote =
        "We declined 213 of those requests.";
    relate (collection);
    g_assert_cmpuint (collection->findings->len, ==, 0);
}

static void
test_a_part_of_the_requests_is_the_whole_of_what_was_told (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *letter = add_document (collection, "a.pdf", "Alder County");
    add_claim (letter, 40, "requests", 2019);
    add_claim (letter, 24, "notifications", 2019)->quote = "ICE was told in 24 of those cases.";
    add_year_of_events (add_document (collection, "b.pdf", "Alder County"), "notifications", 2019, 24);
    relate (collection);
    g_assert_cmpint (only_finding (collection, "agreement")->rows_counted, ==, 24);
}

static void
test_asked_is_answered_and_not_answered (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf", "Alder County");
    add_claim (document, 101, "requests", 2022);
    add_claim (document, 31, "notifications", 2022);
    add_claim (document, 70, "notifications", 2022)->assertion = "negated";
    relate (collection);
    assert_says (only_finding (collection, "agreement"), "make 101");
    g_array_index (document->claims, EvxClaim, 2).what = "requests"; /* declined */
    relate (collection);
    assert_says (only_finding (collection, "agreement"), "make 101");
    g_array_index (document->claims, EvxClaim, 0).number = 110;
    relate (collection);
    g_assert_cmpint (only_finding (collection, "contradiction")->right_number, ==, 101);
}

static void
test_that_none_was_declined_contradicts_no_number_of_requests (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf", "Alder County");
    add_claim (document, 101, "requests", 2022);
    add_claim (document, 101, "notifications", 2022);
    EvxClaim *declined = add_claim (document, 0, "requests", 2022);
    declined->assertion = "negated";
    declined->qualifier = "declined";
    relate (collection);
    assert_says (only_finding (collection, "agreement"), "not answered 0 make 101");
    g_assert_cmpuint (collection->findings->len, ==, 1);
}

/* ---- claims against rows -------------------------------------------------------------------- */

static void
test_rows_are_counted_once_for_each_event (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf", "Alder County"), 24, "transfers", 2019);
    add_year_of_events (add_document (collection, "b.pdf", "Alder County"), "transfers", 2019, 24);
    add_year_of_events (add_document (collection, "c.pdf", "Alder County"), "transfers", 2019, 24);
    relate (collection);
    const EvxFinding *finding = only_finding (collection, "agreement");
    g_assert_cmpint (finding->rows_counted, ==, 24);
    g_assert_cmpuint (finding->rows->len, ==, 24);
    assert_says (finding, "48 with copies");
}

static void
test_more_rows_than_claimed_contradict (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf", "Alder County"), 0, "transfers", 2020)
        ->assertion = "negated";
    add_year_of_events (add_document (collection, "b.pdf", "Alder County"), "transfers", 2020, 2);
    relate (collection);
    g_assert_cmpint (only_finding (collection, "contradiction")->rows_counted, ==, 2);
}

static void
test_fewer_rows_contradict_only_if_the_records_are_whole (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf", "Alder County"), 30, "transfers", 2019);
    EvxDocument *log = add_document (collection, "b.pdf", "Alder County");
    add_year_of_events (log, "transfers", 2019, 24);
    relate (collection);
    g_assert_cmpuint (count_findings (collection, "contradiction"), ==, 1);
    log->status = EVX_STATUS_PARTIAL;
    relate (collection);
    assert_says (only_finding (collection, "not_comparable"), "could not be read");
    log->status = EVX_STATUS_DONE;
    g_array_set_size (log->events, 8); /* January to April */
    relate (collection);
    assert_says (only_finding (collection, "not_comparable"), "partial period");
}

static void
test_a_row_less_on_scans_may_have_been_missed (void)
{
    static const struct {
        const char *origin, *status;
        guint claimed, rows;
    } cases[] = { { "scanned", "not_comparable", 61, 58 },
                  { "scanned", "contradiction", 61, 50 },
                  { "scanned", "contradiction", 61, 63 },
                  { "born_digital", "contradiction", 61, 58 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        add_claim (add_document (collection, "a.pdf", "Alder County"), cases[i].claimed, "requests", 2019);
        EvxDocument *log = add_document (collection, "b.pdf", "Alder County");
        log->origin = g_strdup (cases[i].origin);
        add_year_of_events (log, "requests", 2019, cases[i].rows);
        relate (collection);
        const EvxFinding *finding = only_finding (collection, cases[i].status);
        if (i == 0)
            assert_says (finding, "61 claimed, 58 rows counted: the records are scans, of which up to 4 rows may have been missed");
    }
}

/* What bears no number of the log's may be one of its rows. */
static void
test_a_form_beside_a_log_leaves_the_count_open (void)
{
    static const struct {
        const char *person, *status;
        guint claimed;
    } cases[] = { { "A-123", "not_comparable", 17 },      /* one of the 17, or the 18th */
                  { "X-0000001", "agreement", 17 },       /* the first row's number */
                  { "A-123", "contradiction", 16 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        add_claim (add_document (collection, "a.pdf", "Alder County"), cases[i].claimed, "requests", 2019);
        EvxDocument *forms = add_document (collection, "b.pdf", "Alder County");
        add_event (forms, "requests", cases[i].person, "2019-01-15");
        g_array_index (forms->events, EvxEvent, 0).table = EVX_NONE;
        g_array_index (forms->events, EvxEvent, 0).row = EVX_NONE;
        add_year_of_events (add_document (collection, "c.pdf", "Alder County"), "requests", 2019, 17);
        relate (collection);
        only_finding (collection, cases[i].status);
    }
}

static void
test_rows_with_a_redacted_date_leave_the_count_open (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf", "Alder County"), 26, "transfers", 2019);
    EvxDocument *log = add_document (collection, "b.pdf", "Alder County");
    add_year_of_events (log, "transfers", 2019, 24);
    add_event (log, "transfers", "X-0000901", NULL);
    add_event (log, "transfers", "X-0000902", NULL);
    relate (collection);
    assert_says (only_finding (collection, "not_comparable"), "2 more without a date");
}

static void
test_a_fiscal_year_is_counted_by_its_own_days (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxClaim *claim =
        add_claim (add_document (collection, "a.pdf", "Alder County"), 24, "transfers", 2019);
    claim->period_start = "2018-07-01";
    claim->period_end = "2019-06-30";
    EvxDocument *log = add_document (collection, "b.pdf", "Alder County");
    add_year_of_events (log, "transfers", 2018, 24);
    add_year_of_events (log, "transfers", 2019, 24);
    relate (collection);
    g_assert_cmpint (only_finding (collection, "agreement")->rows_counted, ==, 24);
}

/* A log that says it covers the year. */
static EvxDocument *
add_log_of (EvxCollection *collection, const char *file, guint32 year, guint rows)
{
    EvxDocument *log = add_document (collection, file, "Alder County");
    g_autoptr (EvxPage) page = evx_page_from_passage (file, strlen (file));
    g_autoptr (EvxSketcher) sketcher = evx_sketcher_new ();
    evx_sketcher_page (sketcher, page);
    evx_sketcher_cover (sketcher, year * 10000 + 101, year * 10000 + 1231);
    evx_sketcher_finish (sketcher, log);
    add_year_of_events (log, "transfers", (gint)year, rows);
    return log;
}

/* The logs of 2018 and of 2020 leave out 2019, though both together begin before it and end after it. */
static void
test_logs_of_other_years_do_not_cover_one_between_them (void)
{
    for (guint year = 2019; year <= 2020; year++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        EvxClaim *claim = add_claim (add_document (collection, "a.pdf", "Alder County"), 40, "transfers", (gint)year);
        claim->period_start = year == 2019 ? "2018-07-01" : "2020-01-01";
        claim->period_end = year == 2019 ? "2019-06-30" : "2020-12-31";
        add_log_of (collection, "log of the year eighteen.pdf", 2018, 24);
        add_log_of (collection, "log of the year twenty, another.pdf", 2020, 24);
        relate (collection);
        if (year == 2019)
            assert_says (only_finding (collection, "not_comparable"), "partial period");
        else
            only_finding (collection, "contradiction");
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
        g_autofree char *path = g_strdup_printf ("/relate/claims/pair/%s", pairs[i].name);
        g_test_add_data_func (path, &pairs[i], test_a_pair_gets_its_verdict);
    }
    g_test_add_func ("/relate/claims/two-numbers-for-one-year-contradict",
                     test_two_numbers_for_one_year_contradict);
    g_test_add_func ("/relate/claims/equal-numbers-agree", test_equal_numbers_agree);
    g_test_add_func ("/relate/claims/other-years-kinds-and-agencies-do-not-meet",
                     test_other_years_kinds_and_agencies_do_not_meet);
    g_test_add_func ("/relate/claims/what-names-no-agency-is-about-that-of-its-folder",
                     test_what_names_no_agency_is_about_that_of_its_folder);
    g_test_add_func ("/relate/claims/what-names-no-agency-is-about-that-of-the-dump",
                     test_what_names_no_agency_is_about_that_of_the_dump);
    g_test_add_func ("/relate/claims/what-is-known-of-no-agency-is-not-set-against-rows-of-none",
                     test_what_is_known_of_no_agency_is_not_set_against_rows_of_none);
    g_test_add_func ("/relate/claims/a-part-of-a-number-does-not-contradict-it",
                     test_a_part_of_a_number_does_not_contradict_it);
    g_test_add_func ("/relate/reconcile/a-part-of-the-requests-is-the-whole-of-what-was-told",
                     test_a_part_of_the_requests_is_the_whole_of_what_was_told);
    g_test_add_func ("/relate/reconcile/logs-of-other-years-do-not-cover-one-between-them",
                     test_logs_of_other_years_do_not_cover_one_between_them);
    g_test_add_func ("/relate/claims/asked-is-answered-and-not-answered",
                     test_asked_is_answered_and_not_answered);
    g_test_add_func ("/relate/claims/that-none-was-declined-contradicts-no-number-of-requests",
                     test_that_none_was_declined_contradicts_no_number_of_requests);
    g_test_add_func ("/relate/rows/counted-once-for-each-event",
                     test_rows_are_counted_once_for_each_event);
    g_test_add_func ("/relate/rows/a-row-less-on-scans-may-have-been-missed",
                     test_a_row_less_on_scans_may_have_been_missed);
    g_test_add_func ("/relate/rows/a-form-beside-a-log-leaves-the-count-open",
                     test_a_form_beside_a_log_leaves_the_count_open);
    g_test_add_func ("/relate/rows/more-than-claimed-contradict",
                     test_more_rows_than_claimed_contradict);
    g_test_add_func ("/relate/rows/fewer-contradict-only-if-the-records-are-whole",
                     test_fewer_rows_contradict_only_if_the_records_are_whole);
    g_test_add_func ("/relate/rows/a-redacted-date-leaves-the-count-open",
                     test_rows_with_a_redacted_date_leave_the_count_open);
    g_test_add_func ("/relate/rows/a-fiscal-year-is-counted-by-its-own-days",
                     test_a_fiscal_year_is_counted_by_its_own_days);
    g_test_add_func ("/relate/reconcile/a-part-of-the-jail-contradicts-no-count-of-all", test_a_part_of_the_jail_contradicts_no_count_of_all);
    g_test_add_func ("/relate/reconcile/several-counties-stand-by-themselves", test_several_counties_stand_by_themselves);
    g_test_add_func ("/relate/reconcile/a-refuted-number-is-set-beside-what-refutes-it", test_a_refuted_number_is_set_beside_what_refutes_it);
    return g_test_run ();
}
