/* Claims of tables of numbers: what is counted, when and whose, by heads, stubs and titles. */
#include "document-internal.h"
#include "test-tables.h"

/* ---- claims of tables ----------------------------------------------------------------------- */

static void
assert_claim (const EvxDocument *document, const char *what, gint year, gint64 number)
{
    for (guint i = 0; i < document->claims->len; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        if (strcmp (claim->what, what) == 0 && claim->year == year && claim->number == number)
            return;
    }
    g_error ("no claim of %d %s in %d", (int)number, what, year);
}

static void
test_a_table_by_year_states_claims (void)
{
    static const char *const rows[] = {
        "!Year|Detainers received|Notifications to ICE|Transfers to ICE", "2018|96|44|21",
        "2019|1,071|36|0", NULL
    };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 6);
    assert_claim (document, "requests", 2019, 1071);
    assert_claim (document, "notifications", 2018, 44);
    assert_claim (document, "transfers", 2019, 0);
}

/* ---- what stands over a table, and whose its numbers are ------------------------------------- */

/* The one claim of @number; NULL if none, or several, say it. */
static const EvxClaim *
claim_with (const EvxDocument *document, gint64 number)
{
    const EvxClaim *found = NULL;
    for (guint i = 0; i < document->claims->len; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        if (claim->number != number)
            continue;
        if (found != NULL)
            return NULL;
        found = claim;
    }
    return found;
}

typedef struct {
    gint64 number;
    const char *what;
    gint year;
    const char *agency, *period_start; /* NULL: the document's; none */
} Figure;

/* A title, rows as of page_with_table(), and all claims that they make. */
typedef struct {
    const char *title, *rows[6];
    Figure figures[5];
} Sheet;

static void
check_sheets (const Sheet *sheets, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autoptr (EvxPage) page = page_with_table (0, sheets[i].title, sheets[i].rows);
        g_autoptr (EvxDocument) document = read_page (page);
        guint expected = 0;
        g_test_message ("%s: %s", sheets[i].title, sheets[i].rows[1]);
        for (const Figure *figure = sheets[i].figures; figure->what != NULL; figure++, expected++) {
            const EvxClaim *claim = claim_with (document, figure->number);
            g_assert_nonnull (claim);
            g_assert_cmpstr (claim->what, ==, figure->what);
            g_assert_cmpint (claim->year, ==, figure->year);
            g_assert_cmpstr (claim->period_start, ==, figure->period_start);
            g_assert_cmpstr (claim->agency, ==, figure->agency != NULL ? figure->agency : document->agency);
        }
        g_assert_cmpuint (document->claims->len, ==, expected);
    }
}

static void
test_rows_and_columns_of_agencies_are_claims_of_theirs (void)
{
    static const Sheet sheets[] = {
        { "Transfers to ICE reported by county",
          { "!County|2021|2022", "Oakmoor|4|3", "Elmsford|9|11", "Statewide|310|305" },
          { { 4, "transfers", 2021, "Oakmoor County", NULL }, { 3, "transfers", 2022, "Oakmoor County", NULL },
            { 9, "transfers", 2021, "Elmsford County", NULL }, { 11, "transfers", 2022, "Elmsford County", NULL } } },
        { "ICE and two agencies",
          { "!Agency|Detainers 2022|Share", "Oakmoor Police Department|44|10%", "Both|60|12%" },
          { { 44, "requests", 2022, "Oakmoor Police Department", NULL }, { 60, "requests", 2022, "several counties", NULL } } },
        { "ICE in 2022",
          { "!|Oakmoor County|Elmsford County", "Transfers to ICE|4|9", "Bookings|80|90" },
          { { 4, "transfers", 2022, "Oakmoor County", NULL }, { 9, "transfers", 2022, "Elmsford County", NULL } } },
        { "Requests by agency, 2022", { "!Requesting agency|Requests", "Border Patrol|4", "Marshals|9" }, { { 0 } } },
    };
    Sheet first = sheets[0]; /* with its last row, there are more claims than a sheet of this test has room for */
    first.rows[3] = NULL;
    check_sheets (&first, 1);
    check_sheets (sheets + 1, G_N_ELEMENTS (sheets) - 1);
}

static void
test_a_head_may_call_its_numbers_numbers (void)
{
    static const char *const rows[] = { "!Year|No. of ICE detainers|No. of transfers to ICE|ICE detainers with no answer", "2022|90|12|49", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpstr (claim_with (document, 90)->assertion, ==, "affirmed");
    g_assert_cmpstr (claim_with (document, 12)->assertion, ==, "affirmed");
    g_assert_cmpstr (claim_with (document, 49)->assertion, ==, "negated");
}

/* A claim of none of something that did not happen would stand among those of what did. */
static void
test_none_that_did_not_happen_is_no_claim (void)
{
    static const Sheet sheets[] = {
        { "Immigration",
          { "!Year|ICE notified|ICE not notified", "2021|41|7", "2022|44|0" },
          { { 41, "notifications", 2021, NULL, NULL }, { 7, "notifications", 2021, NULL, NULL }, { 44, "notifications", 2022, NULL, NULL } } },
        { "Immigration", { "!Year|ICE detainers declined", "2022|0" }, { { 0, "requests", 2022, NULL, NULL } } },
        { "Immigration", { "!Year|ICE notified", "2022|0" }, { { 0, "notifications", 2022, NULL, NULL } } },
    };
    check_sheets (sheets, G_N_ELEMENTS (sheets));
}

static void
test_the_title_may_say_what_is_counted (void)
{
    static const Sheet sheets[] = {
        { "Transfers to ICE by month",
          { "!Month|2022|2023", "January|15|16", "February|5|4", "=Total|20|21" },
          { { 20, "transfers", 2022, NULL, NULL }, { 21, "transfers", 2023, NULL, NULL } } },
        { "Transferred to ICE in 2023, by offense", { "!Offense|Persons", "Assault|3", "Theft|4", "=Total|7" }, { { 7, "transfers", 2023, NULL, NULL } } },
        { "Detainers received from ICE",
          { "!Year|Number", "2021|4", "2022|5" },
          { { 4, "requests", 2021, NULL, NULL }, { 5, "requests", 2022, NULL, NULL } } },
        { "Share of ICE requests honored", { "!Year|Percent", "2021|22", "2022|24" }, { { 0 } } },
        { "Meals served on ICE days", { "!Year|Number", "2021|22", "2022|24" }, { { 0 } } },
        { NULL,
          { "!ICE detainers received|2021-22|2022-23", "Fiscal year (July to June)|84|98" },
          { { 84, "requests", EVX_NONE, NULL, "2021-07-01" }, { 98, "requests", EVX_NONE, NULL, "2022-07-01" } } },
        { NULL, { "!ICE detainers received|2022", "Fiscal year|84" }, { { 84, "requests", EVX_NONE, NULL, "2021-07-01" } } },
        { "2020 and 2021, from ICE",
          { "!|2020 Requests received|2021 Requests received", "=Total|233|197" },
          { { 233, "requests", 2020, NULL, NULL }, { 197, "requests", 2021, NULL, NULL } } },
    };
    check_sheets (sheets, G_N_ELEMENTS (sheets));
}

static void
test_the_title_says_when_unless_it_is_of_an_occasion (void)
{
    static const Sheet sheets[] = {
        { "ICE statistics 2022", { "!Measure|Number|Note", "Detainers received|117 (62%)|none" }, { { 117, "requests", 2022, NULL, NULL } } },
        { NULL,
          { "!Transfers to ICE 2023 Month|Transfers to ICE", "Jan 2023|5", "Feb 2023|4", "=Total|9" },
          { { 9, "transfers", 2023, NULL, NULL } } },
        { "TRUTH Act Forum 2024", { "!Measure|Number|Note", "Detainers received|117|none" }, { { 0 } } },
    };
    check_sheets (sheets, G_N_ELEMENTS (sheets));
}

static void
test_a_row_of_one_facility_or_form_is_a_part (void)
{
    static const Sheet sheets[] = {
        { "ICE", { "!|Facility|2020|2021", "Transfers|Main Jail|13|12", "|Annex|10|19", "Detainers|Both|30|40" },
          { { 30, "requests", 2020, NULL, NULL }, { 40, "requests", 2021, NULL, NULL } } },
        { "ICE", { "!Form|2020|2021", "I-247A detainer requests|13|12", "I-247G requests for notice|10|19", "All ICE requests|23|31" },
          { { 23, "requests", 2020, NULL, NULL }, { 31, "requests", 2021, NULL, NULL } } },
    };
    check_sheets (sheets, G_N_ELEMENTS (sheets));
}

static void
test_a_number_in_the_row_of_a_day_is_no_count_of_a_year (void)
{
    static const char *const rows[] = { "!Date|Booking|What was done", "03/14/2020|20-4411|1 called ICE 57 hours before",
                                        "All of 2020|none|1 called ICE before release", NULL };
    EvxPage *page = page_with_table (0, "Log 2020", rows);
    guint claims = 0;
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        if (strcmp (word, "called") != 0)
            continue;
        EvxMention mention = { .kind = "notification", .sense = "ice_release_notice", .assertion = "affirmed",
                               .surface = "called", .quote = "1 called ICE", .first_word = i, .start = i, .n_words = 1,
                               .evidential = TRUE, .count = 1, .year = 2020, .relative_year = EVX_NONE_RELATIVE };
        g_array_append_val (page->mentions, mention);
    }
    g_assert_cmpuint (page->mentions->len, ==, 2);
    g_autoptr (EvxDocument) document = read_document (&page, 1, NULL);
    for (guint i = 0; i < document->claims->len; i++)
        claims += g_array_index (document->claims, EvxClaim, i).number == 1;
    g_assert_cmpuint (claims, ==, 1);
    evx_page_free (page);
}

static void
test_quarters_and_the_total_of_a_year_state_claims (void)
{
    static const char *const rows[] = { "!Quarter|Detainers received|Released to ICE", "Q1 2019|70|30", "Q2 2019|81|35",
                                        "=Total 2019|151|65", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 6);
    assert_claim (document, "transfers", 2019, 65);
    const EvxClaim *first = &g_array_index (document->claims, EvxClaim, 0);
    g_assert_cmpstr (first->period_start, ==, "2019-01-01");
    g_assert_cmpstr (first->period_end, ==, "2019-03-31");
}

static void
test_a_table_with_years_in_its_header_states_claims (void)
{
    static const char *const rows[] = { "!|2018|2019", "Requests from ICE|96|71",
                                        "Released to ICE|21|14", "Budget|$500|$600", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 4);
    assert_claim (document, "requests", 2018, 96);
    assert_claim (document, "transfers", 2019, 14);
}

/* The table reads the row; the sentence that its cells make says of no number when it was. */
static void
test_a_row_of_numbers_is_no_sentence (void)
{
    static const char *const rows[] = { "!|2022|All of 2023", "ICE detainers|96|98", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        EvxMention mention = { .kind = "notification", .sense = "request", .assertion = "affirmed", .surface = "detainers",
                               .quote = "ICE detainers | 96 | 98", .quote_start = 4, .quote_end = 13, .first_word = i,
                               .n_words = 1, .evidential = TRUE, .count = 96, .year = EVX_NONE,
                               .relative_year = EVX_NONE_RELATIVE };
        if (strcmp (word, "detainers") == 0)
            g_array_append_val (page->mentions, mention);
    }
    g_assert_cmpuint (page->mentions->len, ==, 1);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 2);
    assert_claim (document, "requests", 2022, 96);
    assert_claim (document, "requests", 2023, 98);
}

/* Of the rows only those of immigration authorities, or that have no word of their own; of the years only what was. */
static void
test_other_dealings_and_plans_in_a_table_state_no_claim (void)
{
    static const char *const rows[] = { "!|2022|2023 estimated|2024 target", "Requests|96|98|99", "Medical transfers|88|90|91",
                                        "Release notifications to victims|361|370|371",
                                        "Detainers received, all agencies|610|620|630", "ICE interviews requested|12|13|14", "Detainers declined|14|15|16", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 2);
    assert_claim (document, "requests", 2022, 96);
    assert_claim (document, "requests", 2022, 14);
}

/* A row without a word of its own is of what the other rows name; shares are no counts. */
static void
test_rows_of_one_table_are_of_the_same (void)
{
    static const char *const rows[] = { "!Action|2021|Share|2022|Share", "Requests received|31|100%|46|100%", "Declined|25|68%|29|75%",
                                        "Medical transfers|26|1%|27|2%", "Released to ICE|7|12%|2|3%", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 6);
    assert_claim (document, "requests", 2021, 31);
    assert_claim (document, "requests", 2022, 46);
    assert_claim (document, "requests", 2021, 25);
    assert_claim (document, "transfers", 2022, 2);
    for (guint i = 0; i < document->claims->len; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        g_assert_cmpstr (claim->qualifier, ==, claim->number == 25 || claim->number == 29 ? "declined" : NULL);
    }
}

static void
test_of_rows_by_place_that_of_both_is_all (void)
{
    static const char *const rows[] = { "!Facility|2021|2022", "Wharf Street|29|9", "Old Annex|8|3", "Both|37|12", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, "Who was handed over to ICE", rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 2);
    assert_claim (document, "transfers", 2021, 37);
    assert_claim (document, "transfers", 2022, 12);
}

/* Forms are parts of what was asked. */
static void
test_of_rows_by_form_that_of_all_counts_requests (void)
{
    static const char *const rows[] = { "!Form|Number", "I-247A detainer, with I-200 warrant|29", "I-247A detainer, with I-205 warrant|4",
                                        "All forms from ICE, 2022|33", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 1);
    assert_claim (document, "requests", 2022, 33);
}

static void
test_a_column_of_money_states_no_claim (void)
{
    static const char *const rows[] = { "!Year|Transfers", "2018|$18,204", "2019|$16,990", NULL };
    g_autoptr (EvxPage) page = page_with_table (0, NULL, rows);
    g_autoptr (EvxDocument) document = read_page (page);
    g_assert_cmpuint (document->claims->len, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tables/claims/a-table-by-year-states-claims",
                     test_a_table_by_year_states_claims);
    g_test_add_func ("/document/tables/rows-and-columns-of-agencies-are-claims-of-theirs", test_rows_and_columns_of_agencies_are_claims_of_theirs);
    g_test_add_func ("/document/tables/a-head-may-call-its-numbers-numbers", test_a_head_may_call_its_numbers_numbers);
    g_test_add_func ("/document/tables/none-that-did-not-happen-is-no-claim", test_none_that_did_not_happen_is_no_claim);
    g_test_add_func ("/document/tables/the-title-may-say-what-is-counted", test_the_title_may_say_what_is_counted);
    g_test_add_func ("/document/tables/the-title-says-when-unless-it-is-of-an-occasion", test_the_title_says_when_unless_it_is_of_an_occasion);
    g_test_add_func ("/document/tables/a-row-of-one-facility-or-form-is-a-part", test_a_row_of_one_facility_or_form_is_a_part);
    g_test_add_func ("/tables/claims/a-number-in-the-row-of-a-day-is-no-count-of-a-year",
                     test_a_number_in_the_row_of_a_day_is_no_count_of_a_year);
    g_test_add_func ("/tables/claims/quarters-and-the-total-of-a-year-state-claims",
                     test_quarters_and_the_total_of_a_year_state_claims);
    g_test_add_func ("/tables/claims/a-table-with-years-in-its-header-states-claims",
                     test_a_table_with_years_in_its_header_states_claims);
    g_test_add_func ("/tables/claims/a-row-of-numbers-is-no-sentence", test_a_row_of_numbers_is_no_sentence);
    g_test_add_func ("/tables/claims/other-dealings-and-plans-state-none", test_other_dealings_and_plans_in_a_table_state_no_claim);
    g_test_add_func ("/document/tables/rows-of-one-table-are-of-the-same", test_rows_of_one_table_are_of_the_same);
    g_test_add_func ("/document/tables/of-rows-by-place-that-of-both-is-all", test_of_rows_by_place_that_of_both_is_all);
    g_test_add_func ("/document/tables/of-rows-by-form-that-of-all-counts-requests", test_of_rows_by_form_that_of_all_counts_requests);
    g_test_add_func ("/tables/claims/a-column-of-money-states-none",
                     test_a_column_of_money_states_no_claim);
    return g_test_run ();
}
