/* Numbers that say of themselves only that they are of what was told before. */
#include "document-internal.h"
#include "test-document.h"

/* The mention of @counted says @count; the text makes one more claim, of @number, or (NULL) none. */
typedef struct {
    const char *text, *kind, *counted;
    gint64 count;
    const char *what;
    gint64 number;
    gint year;
    const char *agency, *speaker, *period_start; /* NULL: the document's; nobody; none */
} Echo;

static void
check (const Echo *echo)
{
    g_autoptr (Pages) pages = pages_new ();
    g_autofree char *text = g_strconcat ("Alder County Sheriff's Office\nICE desk\n\n", echo->text, NULL);
    const char *sense = strcmp (echo->kind, "transfer") == 0 ? "custody" : "request";
    EvxMention *mention = add_mention (add_page (pages, text), echo->kind, sense, echo->counted, echo->count, 2022);
    char *sentence = strchr (mention->quote, '.');
    if (sentence != NULL)
        sentence[1] = '\0';
    g_autoptr (EvxDocument) document = read_document (pages);
    g_test_message ("%s", echo->text);
    g_assert_cmpuint (document->claims->len, ==, echo->what != NULL ? 2 : 1);
    if (echo->what == NULL)
        return;
    const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 1);
    g_assert_cmpint (claim->number, ==, echo->number);
    g_assert_cmpstr (claim->what, ==, echo->what);
    g_assert_cmpint (claim->year, ==, echo->year);
    g_assert_cmpstr (claim->agency, ==, echo->agency != NULL ? echo->agency : document->agency);
    g_assert_cmpstr (claim->speaker, ==, echo->speaker);
    g_assert_cmpstr (claim->period_start, ==, echo->period_start);
}

static void
test_a_number_of_another_time_or_agency_is_of_the_same (void)
{
    static const Echo echoes[] = {
        { "We made 24 transfers in 2022. In 2021 it was 19.\n", "transfer", "transfers", 24, "transfers", 19, 2021, NULL, NULL, NULL },
        { "We made 24 transfers in 2022. The year before, the number was 19.\n", "transfer", "transfers", 24, "transfers", 19, 2021, NULL, NULL, NULL },
        { "\xe2\x80\xa2 24 transfers, 2022\n\n\xe2\x80\xa2 In 2021 the number was 19\n", "transfer", "transfers", 24, "transfers", 19, 2021, NULL, NULL, NULL },
        { "We got 24 detainers in 2022. From July 2020 through June 2021 there were 19.\n", "notification", "detainers", 24, "requests", 19,
          EVX_NONE, NULL, NULL, "2020-07-01" },
        { "We made 24 transfers in 2022. In Elmsford County there were 19.\n", "transfer", "transfers", 24, "transfers", 19, 2022,
          "Elmsford County", NULL, NULL },
        { "We made 24 transfers in 2022; the year before that, 19.\n", "transfer", "transfers", 24, "transfers", 19, 2021, NULL, NULL, NULL },
        { "We made 24 transfers in the first half of 2022, and in the second half 19.\n", "transfer", "transfers", 24, "transfers", 19, 2022,
          NULL, NULL, "2022-07-01" },
        { "We made 24 transfers in the first half of 2022, and in the second half\n\n19. The rest is known.\n", "transfer", "transfers", 24,
          "transfers", 19, 2022, NULL, NULL, "2022-07-01" },
        { "We made 24 transfers in 2022, and in the second half 19.\n", "transfer", "transfers", 24, NULL, 0, 0, NULL, NULL, NULL },
        { "We made 24 transfers in 2022. There were 19 in cells.\n", "transfer", "transfers", 24, NULL, 0, 0, NULL, NULL, NULL },
        { "We made 24 transfers in 2022. In 2021 it was 19 percent.\n", "transfer", "transfers", 24, NULL, 0, 0, NULL, NULL, NULL },
        { "We made 24 transfers in 2022. In 2021 it was 19 for each 100.\n", "transfer", "transfers", 24, NULL, 0, 0, NULL, NULL, NULL },
        { "We made 24 transfers in 2022. Oakmoor was warm. In 2021 they received 19.\n", "transfer", "transfers", 24, NULL, 0, 0, NULL, NULL, NULL },
        { "We made 24 transfers in 2022.\n\nThe garden is open. In 2021 it was 19.\n", "transfer", "transfers", 24, NULL, 0, 0, NULL, NULL, NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (echoes); i++)
        check (&echoes[i]);
}

static void
test_what_became_of_requests_counts_notices (void)
{
    static const Echo echoes[] = {
        { "We got 90 detainers in 2022 and answered 41.\n", "notification", "detainers", 90, "notifications", 41, 2022, NULL, NULL, NULL },
        { "\"Of 90 detainers, we answered 41.\"\n", "notification", "detainers", 90, "notifications", 41, 2022, NULL, NULL, NULL },
        { "We got 90 detainers in 2022. 49 were declined because of the law.\n", "notification", "detainers", 90, "requests", 49, 2022, NULL, NULL, NULL },
        { "We got 90 detainers in 2022. In the end we answered 41 of\n\n90.\n", "notification", "detainers", 90, "notifications", 41, 2022, NULL, NULL, NULL },
        { "The desk honored 41 of 90 ICE detainers in 2022.\n", "notification", "detainers", 90, "notifications", 41, 2022, NULL, NULL, NULL },
        { "In 2022, 49 of the 90 ICE detainers were declined.\n", "notification", "detainers", 90, "requests", 49, 2022, NULL, NULL, NULL },
        { "We got 90 detainers in 2022, of which 12 led to a transfer.\n", "notification", "detainers", 90, "transfers", 12, 2022, NULL, NULL, NULL },
        { "We got 90 detainers in 2022 and sent 12 in a parcel.\n", "notification", "detainers", 90, NULL, 0, 0, NULL, NULL, NULL },
        { "We got 90 detainers in 2022. We said no to 49.\n", "notification", "detainers", 90, "requests", 49, 2022, NULL, NULL, NULL },
        { "We got 90 detainers in 2022 and answered 41 letters.\n", "notification", "detainers", 90, NULL, 0, 0, NULL, NULL, NULL },
        { "We got 90 detainers in 2022. Oakmoor answered 41.\n", "notification", "detainers", 90, NULL, 0, 0, NULL, NULL, NULL },
        { "We got 90 detainers in 2022 and answered 410.\n", "notification", "detainers", 90, NULL, 0, 0, NULL, NULL, NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (echoes); i++)
        check (&echoes[i]);
}

/* Lines of a list have no points; the sentences around tell where one begins and ends. */
static void
test_an_item_without_a_point_ends_with_its_line (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "ICE desk\n\nICE sent 90 detainers in 2022\nWe declined 49 of them\nICE was told 41 times\n");
    add_mention (page, "notification", "request", "detainers", 90, 2022);
    add_mention (page, "notification", "ice_release_notice", "told", 41, 2022);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 3);
    const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 2);
    g_assert_cmpint (claim->number, ==, 49);
    g_assert_cmpstr (claim->what, ==, "requests");
    g_assert_cmpstr (claim->qualifier, ==, "declined");
    g_assert_cmpstr (claim->assertion, ==, "negated");
}

/* "It" may be either of two things that a paragraph tells of. */
static void
test_a_number_after_two_kinds_is_of_neither (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "ICE desk\n\nIn 2022 we made 24 transfers.\nICE was told 41 times.\nIn 2021 it was 19.\n");
    add_mention (page, "transfer", "custody", "transfers", 24, 2022);
    add_mention (page, "notification", "ice_release_notice", "told", 41, 2022);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 2);
}

static void
test_what_another_says_of_the_same_is_his (void)
{
    static const Echo echoes[] = {
        { "In 2022 we made 29 transfers, while the Sheriff reported 23.\n", "transfer", "transfers", 29, "transfers", 23, 2022, NULL, "Sheriff", NULL },
        { "In 2022 we made 29 transfers. Ada Lund says 31.\n", "transfer", "transfers", 29, "transfers", 31, 2022, NULL, "Ada Lund", NULL },
        { "We found 29 transfers in 2022, six more than the 23 reported by the Sheriff.\n", "transfer", "transfers", 29, "transfers", 23, 2022, NULL, "Sheriff", NULL },
        { "In 2022 we made 29 transfers. The log has 31.\n", "transfer", "transfers", 29, "transfers", 31, 2022, NULL, NULL, NULL },
        { "In 2022 we made 29 transfers; the jail log shows 31.\n", "transfer", "transfers", 29, "transfers", 31, 2022, NULL, NULL, NULL },
        { "In 2022 we made 29 transfers, while the Sheriff reported 23 assaults.\n", "transfer", "transfers", 29, NULL, 0, 0, NULL, NULL, NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (echoes); i++)
        check (&echoes[i]);
}

static void
test_a_fall_is_of_two_years (void)
{
    g_autoptr (Pages) pages = pages_new ();
    add_mention (add_page (pages, "Alder County Sheriff's Office\nICE desk\n\nWe made 24 transfers in 2022, a record.\n"
                                  "In far Elmsford County the number fell, to 77 from 90.\n"), "transfer", "custody", "transfers", 24, 2022);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 3);
    for (guint i = 1; i < 3; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        g_assert_cmpstr (claim->agency, ==, "Elmsford County");
        g_assert_cmpint (claim->number, ==, i == 1 ? 77 : 90);
        g_assert_cmpint (claim->year, ==, i == 1 ? 2022 : 2021);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document/echoes/a-number-of-another-time-or-agency-is-of-the-same", test_a_number_of_another_time_or_agency_is_of_the_same);
    g_test_add_func ("/document/echoes/what-became-of-requests-counts-notices", test_what_became_of_requests_counts_notices);
    g_test_add_func ("/document/echoes/an-item-without-a-point-ends-with-its-line", test_an_item_without_a_point_ends_with_its_line);
    g_test_add_func ("/document/echoes/a-number-after-two-kinds-is-of-neither", test_a_number_after_two_kinds_is_of_neither);
    g_test_add_func ("/document/echoes/what-another-says-of-the-same-is-his", test_what_another_says_of_the_same_is_his);
    g_test_add_func ("/document/echoes/a-fall-is-of-two-years", test_a_fall_is_of_two_years);
    return g_test_run ();
}
