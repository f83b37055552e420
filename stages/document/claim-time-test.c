/* Of which time a claim is, and what it leaves open. */
#include "document-internal.h"
#include "test-document.h"

static void
test_last_year_is_counted_from_the_date_of_the_document (void)
{
    g_autoptr (Pages) pages = pages_new ();
    add_page (pages,
              "May 7, 2019\n\nDear Board:\n\nThe answer is on the next page.\n\nSincerely\n");
    EvxPage *page = add_page (pages, "Last year ICE made 120 requests.\n");
    add_mention (page, "notification", "request", "requests", 120, EVX_NONE)->relative_year = -1;
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpint (only_claim (document)->year, ==, 2018);
    g_assert_cmpuint (pages->stored, ==, 1);
    g_autoptr (EvxDocument) again = read_document (pages);
    g_assert_cmpuint (pages->stored, ==, 1);
    g_assert_cmpstr (only_claim (again)->id, ==, only_claim (document)->id);
}

static void
test_a_count_in_a_fiscal_year_keeps_its_days (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (
        pages, "In fiscal year 2018-19 an average of 4 people a month were turned over to ICE.\n");
    add_mention (page, "transfer", "custody", "turned over", 4, 2019);
    g_autoptr (EvxDocument) document = read_document (pages);
    const EvxClaim *claim = only_claim (document);
    g_assert_cmpstr (claim->period_start, ==, "2018-07-01");
    g_assert_cmpstr (claim->period_end, ==, "2019-06-30");
    g_assert_cmpstr (claim->qualifier, ==, "average");
}

static void
test_a_year_set_beside_a_number_is_not_its_own (void)
{
    static const struct {
        const char *text;
        gint64 count;
        gint year;
    } cases[] = {
        { "ICE sent 110 detainers, 12 fewer than in 2022.\n", 110, EVX_NONE },
        { "ICE sent 188 detainers, compared with 203 in 2022.\n", 188, EVX_NONE },
        { "ICE sent 203 detainers in 2022.\n", 203, 2022 },
        { "ICE sent more than in 2022, when 203 detainers came.\n", 203, 2022 },
        { "It was busier than in 2022. ICE sent 203 detainers.\n", 203, EVX_NONE },
        { "It was busy in 2022. ICE sent 203 detainers.\n", 203, 2022 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxMention *mention = add_mention (add_page (pages, cases[i].text), "notification", "request", "detainers", cases[i].count, 2022);
        const char *last = strstr (mention->quote, ". ICE");
        if (last != NULL) { /* the year stands in the sentence before */
            mention->quote_start -= (guint)(last + 2 - mention->quote);
            mention->quote_end -= (guint)(last + 2 - mention->quote);
            mention->quote = last + 2;
        }
        g_autoptr (EvxDocument) document = read_document (pages);
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 0);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpuint (document->claims->len, >, 0);
        g_assert_cmpint (claim->number, ==, cases[i].count);
        g_assert_cmpint (claim->year, ==, cases[i].year);
    }
}

static void
test_a_fall_from_year_to_year_and_a_list_of_years_are_two_claims (void)
{
    static const char *const texts[] = { "Requests fell from 512 in 2018 to 197 in 2021.", "Requests fell to 197 in 2021 from 512 in 2018.",
                                         "Requests from ICE: 2021 - 197; 2018 - 512." };
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("ICE desk\n\n", texts[t], "\n", NULL);
        add_mention (add_page (pages, text), "notification", "request", "Requests", EVX_NONE, EVX_NONE);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpuint (document->claims->len, ==, 2);
        for (guint i = 0; i < 2; i++) {
            const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
            g_assert_cmpint (claim->number, ==, i == 0 ? 197 : 512);
            g_assert_cmpint (claim->year, ==, i == 0 ? 2021 : 2018);
            g_assert_cmpstr (claim->what, ==, "requests");
        }
    }
}

/* The time of a claim: of a part of the year told of before, of the same months of another, of a year to date, and of the
 * last year of the paragraph that is not set beside it. */
static void
test_the_time_may_be_told_before (void)
{
    static const struct {
        const char *text;
        gint year, expected;
        const char *start, *qualifier;
    } cases[] = {
        { "We told of 2022.\n\nIn the last three months of the year 9 transfers to ICE were made.\n", EVX_NONE, 2022, "2022-10-01", NULL },
        { "In the first half of 2022 ICE made 20 calls and 9 transfers in the same months of 2021.\n", 2021, 2021, "2021-01-01", NULL },
        { "In the same period of 2021 there were 9 transfers to ICE.\n", 2021, 2021, NULL, "part of a year" },
        { "Year to date 2021: 9 transfers to ICE.\n", 2021, 2021, NULL, "part of a year" },
        { "At the same time, in 2021, there were 9 transfers to ICE.\n", 2021, 2021, NULL, NULL },
        { "In 2022 ICE came, more than the 4 in 2021. We made 9 transfers.\n", 2021, 2022, NULL, NULL },
        { "In 2022 ICE came. That year we made 9 transfers.\n", EVX_NONE, 2022, NULL, NULL },
        { "On March 7, 2022, ICE came. That year we made 9 transfers.\n", EVX_NONE, EVX_NONE, NULL, NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxMention *mention = add_mention (add_page (pages, cases[i].text), "transfer", "custody", "transfers", 9, cases[i].year);
        const char *sentence = strstr (mention->quote, ". We made") != NULL ? strstr (mention->quote, "We made") :
                               strstr (mention->quote, ". That year") != NULL ? strstr (mention->quote, "That year") : mention->quote;
        mention->quote_start -= (guint32)(sentence - mention->quote);
        mention->quote_end -= (guint32)(sentence - mention->quote);
        mention->quote = sentence;
        g_autoptr (EvxDocument) document = read_document (pages);
        const EvxClaim *claim = only_claim (document);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpint (claim->year, ==, cases[i].expected);
        g_assert_cmpstr (claim->period_start, ==, cases[i].start);
        g_assert_cmpstr (claim->qualifier, ==, cases[i].qualifier);
    }
}

/* What a claim leaves open, so that it contradicts nothing: its year, where the sentences before name several, and whether
 * those who were taken at the door were still held. */
static void
test_what_a_claim_leaves_open_is_its_qualifier (void)
{
    static const struct {
        const char *text, *sentence, *qualifier;
    } cases[] = {
        { "In 2022 ICE came more often than in 2021. 9 transfers were made.\n", "9 transfers", "year told before" },
        { "In 2022 ICE came more often. 9 transfers were made.\n", "9 transfers", NULL },
        { "In 2021 they came. In 2022 ICE came, and 9 transfers were made.\n", "In 2022 ICE", NULL },
        { "In 2022 ICE made 9 transfers of people outside the jail.\n", "In 2022", "after release" },
        { "In 2022 9 transfers to the Border Patrol were made.\n", "In 2022", "border patrol" },
        { "In 2022 9 transfers to ICE and the Border Patrol were made.\n", "In 2022", NULL },
        { "In the quarter that ended in May 2022 ICE got 9 transfers.\n", "In the", "part of a year" },
        { "In 2022 ICE made 9 transfers. Some met outside the jail.\n", "In 2022", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxMention *mention = add_mention (add_page (pages, cases[i].text), "transfer", "custody", "transfers", 9, 2022);
        const char *sentence = strstr (mention->quote, cases[i].sentence);
        mention->quote_start -= (guint32)(sentence - mention->quote);
        mention->quote_end -= (guint32)(sentence - mention->quote);
        mention->quote = sentence;
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpstr (only_claim (document)->qualifier, ==, cases[i].qualifier);
    }
}

/* A number whose time stands around it. @count: of the mention of @counted; the other claims of the page are made before it. */
static void
test_a_sentence_points_to_its_time (void)
{
    static const struct {
        const char *text, *counted;
        gint64 count;
        gint carried, year; /* of the mention, as the tagger has it; of the claim */
        const char *start, *end;
    } cases[] = {
        { "In 2019 ICE sent 64 holds; we handed over 18 persons, twice as many as in 2020.\n", "handed over", 18, 2020, 2019, NULL, NULL },
        { "ICE made 46 requests in 2022, up 15 percent on 2021. In 12 of those cases ICE took custody.\n", "took custody", 12, 2021, 2022, NULL, NULL },
        { "Twelve were given to ICE in 2022, against 37 in 2021. That year ICE sent 46 holds.\n", "holds", 46, 2021, 2022, NULL, NULL },
        { "Alder handed 41 people to ICE in 2022. A year earlier it handed over 52.\n", "handed over", 52, 2022, 2021, NULL, NULL },
        { "Alder handed 41 people to ICE in 2022. It handed over 52, more than the year before.\n", "handed over", 52, 2022, 2022, NULL, NULL },
        { "In December ICE took over one of them.\n", "took over", 1, EVX_NONE, 2022, "2022-12-01", "2022-12-31" },
        { "For October to December ICE took over 3 of them.\n", "took over", 3, EVX_NONE, 2022, "2022-10-01", "2022-12-31" },
        { "In December a garden was planted, 40 trees, and ICE took over 3 men.\n", "took over", 3, EVX_NONE, EVX_NONE, NULL, NULL },
        { "ICE may in may and march cases take over 3 men.\n", "take over", 3, EVX_NONE, EVX_NONE, NULL, NULL },
        { "Since January ICE took over 3 men.\n", "took over", 3, EVX_NONE, 2023, "2023-01-01", "2023-03-07" },
        { "In 2021 it was warm. Since January ICE took over 3 men.\n", "took over", 3, 2021, 2023, "2023-01-01", "2023-03-07" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("Alder County Sheriff's Office\nMarch 7, 2023\n\nDear Board:\n\n", cases[i].text, NULL);
        EvxPage *page = add_page (pages, text);
        EvxMention *mention = add_mention (page, "transfer", "custody", cases[i].counted, cases[i].count, cases[i].carried);
        if (strcmp (cases[i].counted, "holds") == 0) {
            mention->kind = "notification";
            mention->sense = "request";
        }
        guint cut = (guint)(strstr (mention->quote, ". ") != NULL ? strstr (mention->quote, ". ") + 2 - mention->quote : 0);
        mention->quote += cut;
        mention->quote_start -= cut;
        mention->quote_end -= cut;
        g_test_message ("%s", cases[i].text);
        g_autoptr (EvxDocument) document = read_document (pages);
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 0);
        g_assert_cmpuint (document->claims->len, >=, 1);
        g_assert_cmpint (claim->number, ==, cases[i].count);
        g_assert_cmpint (claim->year, ==, cases[i].year);
        g_assert_cmpstr (claim->period_start, ==, cases[i].start);
        g_assert_cmpstr (claim->period_end, ==, cases[i].end);
    }
}

static void
test_those_years_are_as_many_as_were_told_of (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "Between 2019 and 2022 the desk gave ICE 28 men.\nThe desk called ICE 35 times in those four years.\n"
                                     "In those three years it called ICE 36 times.\n");
    add_mention (page, "transfer", "custody", "gave ICE", 28, EVX_NONE);
    add_mention (page, "notification", "ice_release_notice", "called ICE 35", 35, 2022);
    add_mention (page, "notification", "ice_release_notice", "called ICE 36", 36, 2022);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 3);
    const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 1);
    g_assert_cmpstr (claim->period_start, ==, "2019-01-01");
    g_assert_cmpstr (claim->period_end, ==, "2022-12-31");
    g_assert_cmpint (claim->year, ==, EVX_NONE);
    g_assert_cmpstr (claim[1].qualifier, ==, "part of a year");
    g_assert_cmpint (claim[1].year, ==, EVX_NONE);
}

static void
test_a_form_names_its_time (void)
{
    static const struct {
        const char *text;
        gint year;
        const char *start;
    } cases[] = { { "Reporting year: 2021 Date prepared: 02/22/22\n\nReleases to ICE: 6\n", 2021, NULL },
                  { "Reporting period: FY 2020-21\n\nReleases to ICE: 6\n", EVX_NONE, "2020-07-01" },
                  { "We keep a diary: 2021 was warm\n\nReleases to ICE: 6\n", EVX_NONE, NULL } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, cases[i].text), "transfer", "custody", "Releases", 6, EVX_NONE);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpint (only_claim (document)->year, ==, cases[i].year);
        g_assert_cmpstr (only_claim (document)->period_start, ==, cases[i].start);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document/claims/last-year-is-counted-from-the-date-of-the-document",
                     test_last_year_is_counted_from_the_date_of_the_document);
    g_test_add_func ("/document/claims/a-fiscal-year-keeps-its-days",
                     test_a_count_in_a_fiscal_year_keeps_its_days);
    g_test_add_func ("/document/claims/a-year-set-beside-a-number-is-not-its-own",
                     test_a_year_set_beside_a_number_is_not_its_own);
    g_test_add_func ("/document/claims/a-fall-from-year-to-year-and-a-list-of-years-are-two-claims",
                     test_a_fall_from_year_to_year_and_a_list_of_years_are_two_claims);
    g_test_add_func ("/document/claims/the-time-may-be-told-before", test_the_time_may_be_told_before);
    g_test_add_func ("/document/claims/what-a-claim-leaves-open-is-its-qualifier", test_what_a_claim_leaves_open_is_its_qualifier);
    g_test_add_func ("/document/claims/a-sentence-points-to-its-time", test_a_sentence_points_to_its_time);
    g_test_add_func ("/document/claims/those-years-are-as-many-as-were-told-of", test_those_years_are_as_many_as_were_told_of);
    g_test_add_func ("/document/claims/a-form-names-its-time", test_a_form_names_its_time);
    return g_test_run ();
}
