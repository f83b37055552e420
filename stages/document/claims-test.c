/* Claims of mentions: what a number counts, of whom, and what is no claim. */
#include "document-internal.h"
#include "test-document.h"

static void
test_people_transferred_are_one_claim (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page =
        add_page (pages, "In 2019 at least 52 inmates were transferred to ICE by the office.\n");
    add_mention (page, "detainee", "jail", "inmates", 52, 2019);
    add_mention (page, "transfer", "custody", "transferred", 52, 2019);
    g_autoptr (EvxDocument) document = read_document (pages);
    const EvxClaim *claim = only_claim (document);
    g_assert_cmpstr (claim->what, ==, "transfers");
    g_assert_cmpstr (claim->unit, ==, "persons");
    g_assert_cmpstr (claim->qualifier, ==, "at least");
    g_assert_cmpint (claim->number, ==, 52);
    g_assert_cmpint (claim->year, ==, 2019);
    g_assert_cmpuint (strlen (claim->id), ==, 16);
}

static void
test_pages_seen_ahead_make_no_difference (void)
{
    g_autoptr (Pages) pages = pages_new ();
    add_page (pages, "Alder County Sheriff's Office\nMay 7, 2019\n\nDear Board:\n\nThe answer follows.\n");
    add_page (pages, "The office keeps no list of visitors, and this page is about the garden.\n");
    EvxPage *page = add_page (pages, "Last year ICE made 120 requests.\n");
    add_mention (page, "notification", "request", "requests", 120, EVX_NONE)->relative_year = -1;
    g_autoptr (EvxDocument) plain = read_document (pages);
    g_assert_cmpint (only_claim (plain)->year, ==, 2018);
    for (guint ahead = 1; ahead <= pages->pages->len; ahead++) {
        g_autoptr (EvxDocument) seen = read_document_seen (pages, ahead);
        g_assert_cmpstr (seen->type, ==, plain->type);
        g_assert_cmpstr (seen->date, ==, plain->date);
        g_assert_cmpstr (seen->agency, ==, plain->agency);
        g_assert_cmpstr (only_claim (seen)->id, ==, only_claim (plain)->id);
        g_assert_cmpmem (seen->sketch->data, seen->sketch->len * sizeof (guint32), plain->sketch->data,
                         plain->sketch->len * sizeof (guint32));
    }
}

static void
test_how_often_and_none_at_all_are_claims (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (
        pages,
        "In 2020 we notified ICE 27 times.\nThe office did not transfer any person in 2020.\n"
        "Called ICE at 0555 with the time.\nICE arrested him at the gate.\n");
    add_mention (page, "notification", "ice_release_notice", "notified", EVX_NONE, 2020);
    add_mention (page, "transfer", "custody", "transfer", EVX_NONE, 2020)->assertion = "negated";
    add_mention (page, "notification", "ice_release_notice", "Called", 555, 2020);
    add_mention (page, "transfer", "custody", "arrested", 1, 2020);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 2);
    g_assert_cmpint (g_array_index (document->claims, EvxClaim, 0).number, ==, 27);
    g_assert_cmpint (g_array_index (document->claims, EvxClaim, 1).number, ==, 0);
}

static void
test_the_over_of_a_verb_is_no_bound (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "In 2020 the desk turned over 8 inmates to ICE.\n");
    add_mention (page, "transfer", "custody", "turned over", EVX_NONE, 2020);
    add_mention (page, "detainee", "jail", "inmates", 8, 2020);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (only_claim (document)->what, ==, "transfers");
    g_assert_null (only_claim (document)->qualifier);
}

static void
test_no_more_than_is_an_upper_bound_and_telling_about_people_is_none (void)
{
    static const char *const texts[][2] = {
        { "In 2020 the desk turned over no more than 8 inmates to ICE.\n", "up to" },
        { "In 2020 the desk turned over more than 8 inmates to ICE.\n", "more than" },
        { "In 2020, after it told ICE about 8 inmates, the desk turned them over.\n", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxPage *page = add_page (pages, texts[i][0]);
        add_mention (page, "transfer", "custody", "turned", 8, 2020);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->qualifier, ==, texts[i][1]);
    }
}

static void
test_questions_and_forecasts_claim_nothing (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "Date: May 2, 2021\n\nDid the desk really turn over 8 inmates in 2020?\n\n"
                                     "We expect to hand over 25 people in 2023.\n\nWe expect about 15 transfers in 2021.\n");
    add_mention (page, "transfer", "custody", "turn over", 8, 2020)->quote =
        "Did the desk really turn over 8 inmates in 2020?";
    add_mention (page, "transfer", "custody", "hand over", 25, 2023)->quote =
        "We expect to hand over 25 people in 2023.";
    add_mention (page, "transfer", "custody", "transfers", 15, 2021)->quote = "We expect about 15 transfers in 2021.";
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 0);
}

static void
test_a_goal_is_no_claim_but_what_met_one_is (void)
{
    static const struct {
        const char *text;
        guint claims;
    } cases[] = {
        { "Our goal for 2022 was no more than 10 transfers to ICE.\n", 0 },
        { "The office set a target of 10 transfers for 2022.\n", 0 },
        { "The goal of the office was met and 10 transfers were made in 2022.\n", 1 },
        { "It is no goal of ours, yet 10 transfers were made in 2022.\n", 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("ICE desk\n\n", cases[i].text, NULL);
        add_mention (add_page (pages, text), "transfer", "custody", "transfers", 10, 2022)->quote = cases[i].text;
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

static void
test_a_number_that_is_called_wrong_is_withdrawn (void)
{
    static const struct {
        const char *sentence, *next, *qualifier;
        gint64 right; /* the number in place of it; 0: none is told */
    } cases[] = {
        { "The draft had 17 transfers for 2022.", " That figure\n> was wrong; it is 14.\n", "withdrawn", 14 },
        { "The draft had 17 transfers for 2022, which was an error.", "\n", "withdrawn", 0 },
        { "We mistakenly reported 17 transfers for 2022.", "\n", "withdrawn", 0 },
        { "The count was corrected from 17 transfers for 2022 to 14.", "\n", "withdrawn", 14 },
        { "We reported 17 transfers for 2022.", " That was a typing error.\n", "withdrawn", 0 },
        { "We reported 17 transfers for 2022.", " The correct figure is 14.\n", "withdrawn", 14 },
        { "The 17 transfers for 2022 should have been 14.", "\n", "withdrawn", 14 },
        { "There were 17 transfers in 2022.", " The right to a lawyer is known.\n", NULL, 0 },
        { "There were 17 transfers in 2022.", " The press was wrong about the rest.\n", NULL, 0 },
        { "There were 17 transfers in 2022.", " That is more than in 2021.\n", NULL, 0 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("ICE desk\n\n", cases[i].sentence, cases[i].next, NULL);
        EvxMention *mention = add_mention (add_page (pages, text), "transfer", "custody", "transfers", 17, 2022);
        mention->quote = cases[i].sentence;
        mention->quote_start = (guint)(strstr (cases[i].sentence, "transfers") - cases[i].sentence);
        mention->quote_end = mention->quote_start + 9;
        g_autoptr (EvxDocument) document = read_document (pages);
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 0);
        g_test_message ("%s", text);
        g_assert_cmpstr (claim->qualifier, ==, cases[i].qualifier);
        g_assert_cmpuint (document->claims->len, ==, cases[i].right > 0 ? 2 : 1);
        if (cases[i].right == 0)
            continue;
        g_assert_cmpint (claim[1].number, ==, cases[i].right);
        g_assert_cmpint (claim[1].year, ==, 2022);
        g_assert_null (claim[1].qualifier);
    }
}

static void
test_a_number_of_the_whole_state_or_of_another_office_is_not_the_sheriffs (void)
{
    static const struct {
        const char *text, *named, *agency;
    } cases[] = {
        { "Nationwide, ICE took 48 people from jails in 2022.\n", NULL, "nationwide" },
        { "Across California, sheriffs made 48 transfers in 2022.\n", NULL, "statewide" },
        { "According to statewide data, the jail made 48 transfers in 2022.\n", NULL, "Alder County Jail" },
        { "Together, the three counties made 48 transfers in 2022.\n", NULL, "several counties" },
        { "Together they made 48 transfers in 2022.\n", NULL, "several counties" },
        { "Statewide figures aside, Alder County saw 48 transfers in 2022.\n", "Alder County", "Alder County Jail" },
        { "The Alder County Probation Department made 48 transfers in 2022.\n", "Alder County",
          "Alder County Probation Department" },
        { "Chief Tran said the Larkwood City Police Department made 48 transfers in 2022.\n", NULL,
          "Larkwood City Police Department" },
        { "The Sheriff's Office made 48 transfers in 2022.\n", "Larkwood Police Department", "Alder County Jail" },
        { "In all, 48 transfers were made in 2022.\n", "Larkwood Police Department", "Alder County Jail" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("Alder County Jail\nSheriff of Alder County\nICE desk\n\nThe Larkwood Police Department answered.\n\n",
                                             cases[i].text, NULL);
        const char *counted = strstr (cases[i].text, "transfers") != NULL ? "transfers" : "took";
        EvxMention *mention = add_mention (add_page (pages, text), "transfer", "custody", counted, 48, 2022);
        mention->agency = cases[i].named;
        mention->quote = cases[i].text;
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->agency, ==, cases[i].agency);
    }
}

static void
test_releases_with_a_request_are_no_requests (void)
{
    static const char *const texts[][2] = { { "Total releases with an ICE request, 2022: 34\n", "other" },
                                            { "Detainees with ICE requests on a day of 2022: 34\n", "other" },
                                            { "In 2022 we turned down 34 ICE requests.\n", "requests" },
                                            { "We complied with 34 ICE requests of 2022.\n", "notifications" },
                                            { "We answered 9 letters from 2 boards and 34 ICE requests of 2022.\n", "notifications" },
                                            { "We mailed 9 letters from 2 boards and 34 ICE requests of 2022.\n", "requests" },
                                            { "On the day of the visit in 2022, 34 of them had an ICE request.\n", "other" },
                                            { "Total of every ICE request, 2022: 34\n", "requests" } };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, texts[i][0]), "notification", "request", "request", 34, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->what, ==, texts[i][1]);
    }
}

static void
test_a_police_department_named_once_is_not_whom_a_document_is_about (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "Larkwood Town Hall\nCounty of Alder\n\nThe chief said that the Larkwood Police Department made 3 "
                                     "transfers in 2022.\n\nThe desk told ICE.\n\nIt told ICE again.\n\nIt called ICE.\n\nIt wrote to ICE.\n");
    static const char *const told[] = { "transfers", "told ICE.", "told ICE again", "called", "wrote" };
    for (guint i = 0; i < G_N_ELEMENTS (told); i++)
        add_mention (page, "transfer", "custody", told[i], i == 0 ? 3 : EVX_NONE, 2022)->agency =
            "Larkwood Police Department";
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (document->agency, ==, "County of Alder");
}

static void
test_requests_from_ice_are_no_transfers (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "It received 44 requests from ICE in 2023.\n");
    add_mention (page, "transfer", "custody", "received", 44, 2023);
    add_mention (page, "notification", "request", "requests", 44, 2023);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (only_claim (document)->what, ==, "requests");
}

/* "Requests" alone, where the same text tells of other requests, are nobody's. */
static void
test_a_bare_count_beside_other_dealings_claims_nothing (void)
{
    static const struct {
        const char *other;
        guint claims;
    } cases[] = { { "We got 9 requests for parking.\n\n", 0 },
                  { "ICE is near. We got 9 requests for parking. ", 0 },
                  { "We got 9 complaints.\n\n", 1 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strdup_printf ("ICE desk\n\n%sIn 2023 18 more requests came.\n", cases[i].other);
        EvxPage *page = add_page (pages, text);
        if (cases[i].claims == 0)
            add_mention (page, "notification", "request", "requests for", EVX_NONE, 2023)->quote_end -= 4;
        EvxMention *mention = add_mention (page, "notification", "request", "requests came", 18, 2023);
        mention->quote = "In 2023 18 more requests came.";
        mention->quote_start = 16;
        mention->quote_end = 24;
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

static void
test_people_taken_elsewhere_are_no_transfers (void)
{
    static const char *const texts[][2] = { { "For 2022 ICE lists 6 people who were transferred to other counties.\n", "other" },
                                            { "For 2022 ICE lists 6 people who were transferred.\n", "transfers" } };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxPage *page = add_page (pages, texts[i][0]);
        add_mention (page, "detainee", "jail", "people", 6, 2022);
        add_mention (page, "transfer", "custody", "transferred", EVX_NONE, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->what, ==, texts[i][1]);
    }
}

static void
test_transfers_for_an_offense_are_a_part (void)
{
    static const char *const texts[][2] = { { "In 2022 ICE took 12 people; 12 were transferred for assault.\n", "other" },
                                            { "In 2022 ICE took them; 12 were transferred for deportation.\n", "transfers" },
                                            { "ICE took them; 12 were transferred for 2022.\n", "transfers" },
                                            { "ICE took them; 12 were transferred in 2022, or 4 for each month.\n", "transfers" } };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, texts[i][0]), "transfer", "custody", "transferred", 12, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->what, ==, texts[i][1]);
    }
}

static void
test_rules_and_plans_claim_nothing (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page =
        add_page (pages, "The office shall notify 2 people.\nIf 20 inmates were transferred.\n");
    add_mention (page, "notification", "person_notice", "notify", 2, EVX_NONE)->assertion =
        "policy";
    add_mention (page, "transfer", "custody", "transferred", 20, EVX_NONE)->assertion =
        "hypothetical";
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 0);
}

static void
test_counts_of_other_dealings_claim_nothing (void)
{
    static const struct {
        const char *text, *kind, *counted;
        gint64 count;
        guint claims;
    } cases[] = {
        { "Health\n\nThe clinic got 612 requests in 2023.\n", "notification", "requests", 612, 0 },
        { "ICE desk\n\nThe clinic got 612 requests for evaluation in 2023.\n", "notification", "requests", 612, 0 },
        { "ICE desk\n\nThe Board had 46 requests to speak in 2023.\n", "notification", "requests", 46, 0 },
        { "ICE desk\n\nWe did 96 hospital transfers in 2023.\n", "transfer", "transfers", 96, 0 },
        { "ICE desk\n\nWe made 40 transfers between housing units in 2023.\n", "transfer", "transfers", 40, 0 },
        { "Jail\n\nWho goes to ICE is logged.\n\nWe got 18 requests in 2023.\n", "notification", "requests", 18, 0 },
        { "Jail\n\nWho goes to ICE is logged. We got 18 requests in 2023.\n", "notification", "requests", 18, 1 },
        { "Jail\n\nWe got 18 requests in 2023. We told ICE of each.\n", "notification", "requests", 18, 1 },
        { "Jail\n\nWe got 18 requests from ICE in 2023.\n", "notification", "requests", 18, 1 },
        { "ICE desk\n\nWe got 18 requests in 2023.\n", "notification", "requests", 18, 1 },
        { "ICE desk\n\nIn 2023 we had 9 transfers to patrol.\n", "transfer", "transfers", 9, 0 },
        { "ICE desk\n\nRecibimos 41 solicitudes de empleo en 2023.\n", "notification", "solicitudes", 41, 0 },
        { "ICE desk\n\nRecibimos 41 solicitudes de ICE en 2023.\n", "notification", "solicitudes", 41, 1 },
        { "ICE desk\n\nA sample of 25 transfers of 2023 was read.\n", "transfer", "transfers", 25, 0 },
        { "ICE desk\n\nWe reviewed 25 files. 3 of the 25 transfers of 2023 had none.\n", "transfer", "transfers", 25, 0 },
        { "ICE desk\n\nIn 2023 it was 24 for each 100 detainers.\n", "notification", "detainers", 100, 0 },
        { "ICE desk\n\nWe interviewed 22 people whose transfers came in 2023.\n", "transfer", "transfers", 22, 0 },
        { "ICE desk\n\nFor 2023 others say that none were transferred.\n", "transfer", "transferred", 0, 0 },
        { "ICE desk\n\nFor 2023 the logs say that none were transferred.\n", "transfer", "transferred", 0, 1 },
        { "ICE desk\n\nThe book has 23 transfers from January to June of 2023.\n", "transfer", "transfers", 23, 1 },
        { "ICE desk\n\nThe chaplain got 402 requests from families in 2023.\n", "notification", "requests", 402, 0 },
        { "ICE desk\n\nWe got 18 requests from 2023 on.\n", "notification", "requests", 18, 1 },
        { "ICE desk\n\nWe made 18 such transfers in 2023.\n", "transfer", "transfers", 18, 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        const char *sense = strcmp (cases[i].kind, "transfer") == 0 ? "custody" : "request";
        add_mention (add_page (pages, cases[i].text), cases[i].kind, sense, cases[i].counted, cases[i].count, 2023);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

/* A number that is told of in order to refute it is his who told it; the one in place of it is the text's. */
static void
test_a_number_that_is_refuted_is_his_who_told_it (void)
{
    static const struct {
        const char *sentence, *next, *speaker, *qualifier;
        gint64 right; /* 0: none is told */
    } cases[] = {
        { "It was said that 17 transfers were made in 2022; that is wrong: it was 14.", "\n", "unnamed", "withdrawn", 14 },
        { "Some have said that there were 17 transfers in 2022.", " That is not true. The number is 14.\n", "unnamed", "withdrawn", 14 },
        { "A flyer says that there were 17 transfers in 2022.", " That is false.\n", "A flyer", "refuted", 0 },
        { "The Oakmoor Project claims that there were 17 transfers in 2022.", " In fact, it was 14.\n", "The Oakmoor Project", "refuted", 14 },
        { "Contrary to the flyer, which says that 17 transfers were made in 2022, it was 14.", "\n", "the flyer", "refuted", 14 },
        { "The Ledger wrote of 17 transfers in 2022, which is wrong; it was 14.", "\n", "The Ledger", "withdrawn", 14 },
        { "We said that 17 transfers were made in 2022, which was an error.", "\n", NULL, "withdrawn", 0 },
        { "A flyer says that there were 17 transfers in 2022.", " It is false that we hid them.\n", NULL, NULL, 0 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("ICE desk\n\n", cases[i].sentence, cases[i].next, NULL);
        EvxMention *mention = add_mention (add_page (pages, text), "transfer", "custody", "transfers", 17, 2022);
        mention->quote = cases[i].sentence;
        g_autoptr (EvxDocument) document = read_document (pages);
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 0);
        g_test_message ("%s", text);
        g_assert_cmpstr (claim->speaker, ==, cases[i].speaker);
        g_assert_cmpstr (claim->qualifier, ==, cases[i].qualifier);
        g_assert_cmpuint (document->claims->len, ==, cases[i].right > 0 ? 2 : 1);
        g_assert_true (cases[i].right == 0 || claim[1].number == cases[i].right);
        g_assert_true (cases[i].right == 0 || (claim[1].qualifier == NULL && claim[1].speaker == NULL));
    }
}

static void
test_a_denial_of_some_is_no_zero (void)
{
    static const struct {
        const char *text;
        guint claims;
    } cases[] = { { "No one was transferred to ICE in 2022.\n", 1 },
                  { "No one was transferred to ICE in 2022 without a conviction.\n", 0 },
                  { "No one was transferred to ICE in 2022 on a detainer alone.\n", 0 },
                  { "No one was transferred to ICE in 2022 on a civil warrant.\n", 0 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxMention *mention = add_mention (add_page (pages, cases[i].text), "transfer", "custody", "transferred", 0, 2022);
        mention->assertion = "negated";
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

static void
test_how_often_each_time_is_no_count (void)
{
    g_autoptr (Pages) pages = pages_new ();
    add_mention (add_page (pages, "In 2022 we called ICE twice on four people.\n"), "notification", "ice_release_notice", "called", 2, 2022);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 0);
}

/* People are transferred to those of whom the text tells; "requests" may be any. */
static void
test_transfers_go_on_from_the_paragraph_before (void)
{
    static const struct {
        const char *text, *kind, *counted;
        guint claims;
    } cases[] = {
        { "Jail\n\nICE came often.\n\nOf the year 2022: 18 persons were transferred.\n", "transfer", "transferred", 1 },
        { "Jail\n\nICE came often.\n\nOf the year 2022: 18 requests were filed.\n", "notification", "requests", 0 },
        { "Jail\n\nThe cook came often.\n\nOf the year 2022: 18 persons were transferred.\n", "transfer", "transferred", 0 },
        { "Jail\n\nICE came.\n\nOne.\n\nTwo.\n\nThree.\n\nOf 2022: 18 persons were transferred.\n", "transfer", "transferred", 0 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, cases[i].text), cases[i].kind, *cases[i].kind == 't' ? "custody" : "request", cases[i].counted, 18, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

static void
test_in_a_list_the_noun_before_a_number_is_its_unit (void)
{
    g_autoptr (Pages) pages = pages_new ();
    add_mention (add_page (pages, "ICE in 2022: detainers 52, notifications 20, transfers 7.\n"), "notification", "request", "detainers", 52, 2022);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (only_claim (document)->unit, ==, "requests");
}

static void
test_goals_and_plans_are_no_claims (void)
{
    static const char *const texts[][2] = {
        { "Goal for 2022: fewer than 10 releases to ICE\n", NULL },
        { "Goals of the unit: answer all mail; hold releases to ICE under 10.\n", NULL },
        { "Workload for 2022 is put at 10 releases to ICE.\n", NULL },
        { "Our demand: 10 releases to ICE by 2025.\n", NULL },
        { "Goal met: there were 10 releases to ICE.\n", "transfers" },
        { "We count 10 releases to ICE.\n", "transfers" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("Alder County Sheriff's Office\nMarch 7, 2023\n\nDear Board:\n\n", texts[i][0], NULL);
        add_mention (add_page (pages, text), "transfer", "custody", "releases", 10, strstr (text, "2025") != NULL ? 2025 : 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", texts[i][0]);
        g_assert_cmpuint (document->claims->len, ==, texts[i][1] != NULL ? 1 : 0);
    }
}

static void
test_what_a_jail_has_room_for_and_moves_elsewhere_is_no_claim (void)
{
    static const struct {
        const char *text;
        guint claims;
    } cases[] = { { "ICE came. The jail was built for 640 inmates.\n", 0 },
                  { "ICE came. We moved 640 inmates to the old annex.\n", 0 },
                  { "ICE came. We moved 640 inmates to federal custody.\n", 1 },
                  { "ICE came. We held 640 inmates on detainers.\n", 1 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, cases[i].text), "detainee", "jail", "inmates", 640, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

static void
test_of_the_twelve_is_no_claim_without_a_time (void)
{
    static const char *const texts[] = { "Of the twelve transfers to ICE, nine were for a felony.\n", "We made twelve transfers to ICE.\n" };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, texts[i]), "transfer", "custody", "transfers", 12, EVX_NONE);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpuint (document->claims->len, ==, i);
    }
}

static void
test_a_number_may_stand_behind_a_break_or_before_its_noun (void)
{
    static const struct {
        const char *text;
        guint claims;
        gint64 number;
        gint year;
    } cases[] = { { "The correct number of releases to ICE in 2022 is\n\n46. The rest is wrong.\n", 1, 46, 2022 },
                  { "The correct number of releases to ICE in 2022 is\n\n46 of them.\n", 0, 0, 0 },
                  { "The desk of releases to ICE in 2022 is\n\n46. Second Street.\n", 0, 0, 0 },
                  { "Down from 61 in 2020 to 12 in 2022: releases to ICE\n", 2, 12, 2022 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, cases[i].text), "transfer", "custody", "releases", EVX_NONE, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
        if (cases[i].claims == 0)
            continue;
        g_assert_cmpint (g_array_index (document->claims, EvxClaim, 0).number, ==, cases[i].number);
        g_assert_cmpint (g_array_index (document->claims, EvxClaim, 0).year, ==, cases[i].year);
        if (cases[i].claims == 2)
            g_assert_cmpint (g_array_index (document->claims, EvxClaim, 1).number, ==, 61);
    }
}

static void
test_spelled_times_are_counted (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "In 2020 we notified ICE of a release one hundred and forty times, and 9 left.\n");
    add_mention (page, "notification", "ice_release_notice", "notified", EVX_NONE, 2020);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpint (only_claim (document)->number, ==, 140);
}

static void
test_spelled_numbers_are_read (void)
{
    static const struct {
        const char *word;
        gint64 number;
    } cases[] = { { "fifty-two", 52 }, { "Sixty", 60 }, { "three hundred and one", 301 }, { "one hundred forty", 140 }, { "a dozen", EVX_NONE },
                  { "dozen", 12 }, { "treinta y cinco", 35 }, { "one nine", EVX_NONE }, { "twenty men", EVX_NONE }, { "1,040", 1040 } };
    EvxQuoteReader *reader = evx_quote_reader_new ();
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        gint64 number;
        g_test_message ("%s", cases[i].word);
        g_assert_cmpint (evx_quote_reader_number (reader, cases[i].word, &number), ==, cases[i].number != EVX_NONE);
        g_assert_cmpint (number, ==, cases[i].number);
    }
    evx_quote_reader_free (reader);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document/claims/a-goal-is-no-claim-but-what-met-one-is",
                     test_a_goal_is_no_claim_but_what_met_one_is);
    g_test_add_func ("/document/claims/a-number-that-is-called-wrong-is-withdrawn",
                     test_a_number_that_is_called_wrong_is_withdrawn);
    g_test_add_func ("/document/claims/a-number-of-the-whole-state-or-of-another-office-is-not-the-sheriffs",
                     test_a_number_of_the_whole_state_or_of_another_office_is_not_the_sheriffs);
    g_test_add_func ("/document/claims/releases-with-a-request-are-no-requests", test_releases_with_a_request_are_no_requests);
    g_test_add_func ("/document/agency/a-police-department-named-once-is-not-whom-a-document-is-about",
                     test_a_police_department_named_once_is_not_whom_a_document_is_about);
    g_test_add_func ("/document/claims/requests-from-ice-are-no-transfers", test_requests_from_ice_are_no_transfers);
    g_test_add_func ("/document/claims/people-transferred-are-one-claim",
                     test_people_transferred_are_one_claim);
    g_test_add_func ("/document/pages-seen-ahead-make-no-difference",
                     test_pages_seen_ahead_make_no_difference);
    g_test_add_func ("/document/claims/how-often-and-none-at-all-are-claims",
                     test_how_often_and_none_at_all_are_claims);
    g_test_add_func ("/document/claims/the-over-of-a-verb-is-no-bound",
                     test_the_over_of_a_verb_is_no_bound);
    g_test_add_func ("/document/claims/no-more-than-is-an-upper-bound",
                     test_no_more_than_is_an_upper_bound_and_telling_about_people_is_none);
    g_test_add_func ("/document/claims/questions-and-forecasts-claim-nothing",
                     test_questions_and_forecasts_claim_nothing);
    g_test_add_func ("/document/claims/rules-and-plans-claim-nothing",
                     test_rules_and_plans_claim_nothing);
    g_test_add_func ("/document/claims/people-taken-elsewhere-are-no-transfers",
                     test_people_taken_elsewhere_are_no_transfers);
    g_test_add_func ("/document/claims/a-bare-count-beside-other-dealings-claims-nothing",
                     test_a_bare_count_beside_other_dealings_claims_nothing);
    g_test_add_func ("/document/claims/transfers-for-an-offense-are-a-part", test_transfers_for_an_offense_are_a_part);
    g_test_add_func ("/document/claims/counts-of-other-dealings-claim-nothing",
                     test_counts_of_other_dealings_claim_nothing);
    g_test_add_func ("/document/claims/a-denial-of-some-is-no-zero", test_a_denial_of_some_is_no_zero);
    g_test_add_func ("/document/claims/how-often-each-time-is-no-count", test_how_often_each_time_is_no_count);
    g_test_add_func ("/document/claims/transfers-go-on-from-the-paragraph-before", test_transfers_go_on_from_the_paragraph_before);
    g_test_add_func ("/document/claims/in-a-list-the-noun-before-a-number-is-its-unit", test_in_a_list_the_noun_before_a_number_is_its_unit);
    g_test_add_func ("/document/claims/a-number-that-is-refuted-is-his-who-told-it", test_a_number_that_is_refuted_is_his_who_told_it);
    g_test_add_func ("/document/claims/goals-and-plans-are-no-claims", test_goals_and_plans_are_no_claims);
    g_test_add_func ("/document/claims/spelled-numbers-are-read", test_spelled_numbers_are_read);
    g_test_add_func ("/document/claims/what-a-jail-has-room-for-and-moves-elsewhere-is-no-claim", test_what_a_jail_has_room_for_and_moves_elsewhere_is_no_claim);
    g_test_add_func ("/document/claims/spelled-times-are-counted", test_spelled_times_are_counted);
    g_test_add_func ("/document/claims/a-number-may-stand-behind-a-break-or-before-its-noun", test_a_number_may_stand_behind_a_break_or_before_its_noun);
    g_test_add_func ("/document/claims/of-the-twelve-is-no-claim-without-a-time", test_of_the_twelve_is_no_claim_without_a_time);
    return g_test_run ();
}
