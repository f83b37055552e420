#include "relate.h"

#include "../document/sketch.h"
#include "counts.h"
#include "relate-internal.h"

#include <string.h>

/* ---- a collection by hand ------------------------------------------------------------------- */

static EvxDocument *
add_document (EvxCollection *collection, const char *file, const char *agency)
{
    g_autofree char *id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, file, -1);
    EvxDocument *document = evx_document_new (id, file);
    document->agency = g_strdup (agency);
    document->origin = g_strdup ("scanned");
    document->status = EVX_STATUS_DONE;
    g_ptr_array_add (collection->documents, document);
    return document;
}

static EvxClaim *
add_claim (EvxDocument *document, gint64 number, const char *what, gint year)
{
    g_autofree char *id = g_strdup_printf ("%.8s-%u", document->id, document->claims->len);
    EvxClaim claim = {
        .id = evx_document_string (document, id),
        .number = number,
        .what = what,
        .year = year,
        .agency = document->agency,
        .assertion = "affirmed",
        .quote = "",
    };
    g_array_append_val (document->claims, claim);
    return &g_array_index (document->claims, EvxClaim, document->claims->len - 1);
}

static void
add_event (EvxDocument *document, const char *kind, const char *person, const char *date)
{
    EvxEvent event = {
        .kind = kind,
        .person = evx_document_string (document, person),
        .date = evx_document_string (document, date),
        .year = date != NULL ? (gint)g_ascii_strtoll (date, NULL, 10) : EVX_NONE,
        .agency = document->agency,
        .row = (gint)document->events->len,
        .doubt = date == NULL ? EVX_DOUBT_REDACTED : 0,
    };
    g_array_append_val (document->events, event);
}

/* One event a month, by persons 1 to @n, over the whole of @year. */
static void
add_year_of_events (EvxDocument *document, const char *kind, gint year, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *person = g_strdup_printf ("X-%07u", i + 1);
        g_autofree char *date = g_strdup_printf ("%d-%02u-15", year, i * 11 / MAX (n - 1, 1) + 1);
        add_event (document, kind, person, date);
    }
}

static void
add_bates_at (EvxCollection *collection, guint document, guint page, const char *prefix,
              gint64 number, guint digits, const char *text, double x, double y)
{
    g_autofree char *made = g_strdup_printf ("%s%0*" G_GINT64_FORMAT, prefix, (int)digits, number);
    EvxBatesSighting sighting = {
        .document = document,
        .page = page,
        .page_width = 612,
        .page_height = 792,
        .bates = { .box = { x, y, x + 90, y + 10 },
                   .text = evx_collection_string (collection, text ? text : made),
                   .prefix = evx_collection_string (collection, prefix),
                   .number = number,
                   .digits = (guint16)digits },
    };
    g_array_append_val (collection->bates, sighting);
}

static void
add_stamp (EvxCollection *collection, guint document, guint page, gint64 number)
{
    add_bates_at (collection, document, page, "ACSO-", number, 6, NULL, 480, 770);
}

static void
relate (EvxCollection *collection)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_relate_stage.collection (NULL, collection, &error));
    g_assert_no_error (error);
}

static guint
count_findings (const EvxCollection *collection, const char *status)
{
    guint n = 0;
    for (guint i = 0; i < collection->findings->len; i++)
        n += strcmp (g_array_index (collection->findings, EvxFinding, i).status, status) == 0;
    return n;
}

static const EvxFinding *
only_finding (const EvxCollection *collection, const char *status)
{
    const EvxFinding *only = NULL;
    for (guint i = 0; i < collection->findings->len; i++) {
        const EvxFinding *finding = &g_array_index (collection->findings, EvxFinding, i);
        if (strcmp (finding->status, status) != 0)
            continue;
        g_assert_null (only);
        only = finding;
    }
    g_assert_nonnull (only);
    return only;
}

static void
assert_says (const EvxFinding *finding, const char *words)
{
    if (strstr (finding->reason, words) == NULL)
        g_error ("\"%s\" does not say \"%s\"", finding->reason, words);
}

/* ---- Bates ---------------------------------------------------------------------------------- */

static void
test_numbers_that_rise_by_one_are_bates_numbers (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *first = add_document (collection, "a.pdf", NULL);
    EvxDocument *second = add_document (collection, "b.pdf", NULL);
    for (guint page = 0; page < 3; page++) {
        add_bates_at (collection, 0, page, "CASE-", 201901, 6, NULL, 60, 40);
        add_stamp (collection, 0, page, 411 + page);
    }
    for (guint page = 0; page < 2; page++)
        add_stamp (collection, 1, page, 414 + page);
    relate (collection);
    g_assert_cmpstr (first->bates_first, ==, "ACSO-000411");
    g_assert_cmpstr (first->bates_last, ==, "ACSO-000413");
    g_assert_cmpstr (second->bates_last, ==, "ACSO-000415");
    g_assert_cmpuint (collection->findings->len, ==, 0);
    for (guint i = 0; i < collection->bates->len; i++) {
        const EvxBates *bates = &g_array_index (collection->bates, EvxBatesSighting, i).bates;
        g_assert_cmpint (bates->chosen, ==, bates->number < 1000);
    }
}

/* Two documents of one page, and one between them that is missing. */
static void
test_two_padded_numbers_in_one_margin_are_bates_numbers (void)
{
    static const struct {
        gint64 first;
        double y;
        gboolean believed;
    } cases[] = { { 310, 770, TRUE }, { 4310, 770, FALSE }, { 310, 300, FALSE } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        EvxDocument *document = add_document (collection, "a.pdf", NULL);
        add_document (collection, "b.pdf", NULL);
        add_bates_at (collection, 0, 0, "VSO-CPRA-", cases[i].first, 4, NULL, 60, cases[i].y);
        add_bates_at (collection, 1, 0, "VSO-CPRA-", cases[i].first + 2, 4, NULL, 60, cases[i].y);
        relate (collection);
        g_assert_cmpint (document->bates_first != NULL, ==, cases[i].believed);
        g_assert_cmpuint (count_findings (collection, "bates_gap"), ==, cases[i].believed);
    }
}

static void
test_case_telephone_and_booking_numbers_are_not_bates_numbers (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf", NULL);
    static const gint64 bookings[] = { 4512345, 4598711, 4600012, 4600900 };
    for (guint page = 0; page < 4; page++) {
        add_bates_at (collection, 0, page, "CV-", 190412, 6, NULL, 60, 40);
        add_bates_at (collection, 0, page, "916-555-", 142, 4, NULL, 60, 770);
        add_bates_at (collection, 0, page, "", bookings[page], 7, NULL, 300, 300);
        add_bates_at (collection, 0, page, "Page ", page + 1, 1, NULL, 300, 770);
    }
    relate (collection);
    g_assert_null (document->bates_first);
    g_assert_cmpuint (collection->findings->len, ==, 0);
}

static void
test_letters_read_for_digits_are_mended_by_the_sequence (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_document (collection, "a.pdf", NULL);
    add_stamp (collection, 0, 0, 107);
    add_bates_at (collection, 0, 1, "ACSO-0OOlO", 8, 1, "ACSO-0OOlO8", 480, 770);
    add_stamp (collection, 0, 2, 109);
    add_stamp (collection, 0, 3, 110);
    relate (collection);
    const EvxBates *mended = &g_array_index (collection->bates, EvxBatesSighting, 1).bates;
    g_assert_true (mended->chosen);
    g_assert_cmpint (mended->number, ==, 108);
    g_assert_cmpstr (mended->text, ==, "ACSO-000108");
    assert_says (only_finding (collection, "bates_corrected"), "ACSO-0OOlO8");
    g_assert_cmpuint (collection->findings->len, ==, 1);
}

static void
test_gaps_repeats_and_disorder_are_found (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    for (guint i = 0; i < 3; i++) {
        g_autofree char *file = g_strdup_printf ("%u.pdf", i);
        add_document (collection, file, NULL);
    }
    static const gint64 numbers[3][4] = { { 1, 2, 3, 4 }, { 8, 9, 10, 11 }, { 4, 13, 12, 14 } };
    for (guint d = 0; d < 3; d++)
        for (guint page = 0; page < 4; page++)
            add_stamp (collection, d, page, numbers[d][page]);
    relate (collection);
    assert_says (only_finding (collection, "bates_gap"), "ACSO-000005 to ACSO-000007 (3 pages)");
    assert_says (only_finding (collection, "bates_repeat"), "ACSO-000004 stands on two pages");
    assert_says (only_finding (collection, "bates_order"), "page 3 bears ACSO-000012");
}

static void
add_short (EvxCollection *collection, guint document, guint page, gint64 number)
{
    add_bates_at (collection, document, page, "ACLU ", number, number < 10 ? 1 : 2, NULL, 480, 770);
}

/* Documents of so many pages with a short number each; @anew: it begins with 1 in each of them. */
static EvxCollection *
short_numbers (guint documents, guint pages, gboolean anew)
{
    EvxCollection *collection = evx_collection_new ();
    for (guint d = 0; d < documents; d++) {
        g_autofree char *name = g_strdup_printf ("%u.pdf", d);
        add_document (collection, name, NULL);
        for (guint page = 0; page < pages; page++)
            add_short (collection, d, page, (anew ? 0 : d * pages) + page + 1);
    }
    relate (collection);
    return collection;
}

static void
test_short_numbers_are_believed_if_they_run_on_over_documents (void)
{
    g_autoptr (EvxCollection) on = short_numbers (2, 5, FALSE), anew = short_numbers (2, 5, TRUE),
                              alone = short_numbers (1, 10, FALSE);
    g_assert_cmpstr (evx_collection_document (on, 1)->bates_last, ==, "ACLU 10");
    g_assert_null (evx_collection_document (anew, 1)->bates_last);
    g_assert_null (evx_collection_document (alone, 0)->bates_last);
}

static void
test_a_prefix_misread_beside_a_right_number_is_mended (void)
{
    for (guint scanned = 0; scanned < 2; scanned++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        EvxDocument *document = add_document (collection, "a.pdf", NULL);
        g_free (document->origin);
        document->origin = g_strdup (scanned ? "scanned" : "born_digital");
        for (guint page = 0; page < 4; page++)
            add_bates_at (collection, 0, page, page == 2 ? "ACS0-" : "ACSO-", 107 + page, 6, NULL, 480, 770);
        relate (collection);
        g_assert_cmpstr (g_array_index (collection->bates, EvxBatesSighting, 2).bates.text, ==,
                         scanned ? "ACSO-000109" : "ACS0-000109");
    }
}

static void
test_a_number_on_two_pages_running_is_a_repeat_and_no_disorder (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_document (collection, "a.pdf", NULL);
    static const gint64 numbers[] = { 21, 22, 23, 23, 24, 25, 26 };
    for (guint page = 0; page < G_N_ELEMENTS (numbers); page++)
        add_stamp (collection, 0, page, numbers[page]);
    relate (collection);
    assert_says (only_finding (collection, "bates_repeat"), "ACSO-000023 stands on two pages");
    g_assert_cmpuint (count_findings (collection, "bates_order"), ==, 0);
}

static void
test_a_mark_behind_a_mended_number_stays (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_document (collection, "a.pdf", NULL);
    for (guint page = 0; page < 4; page++) {
        g_autofree char *text = g_strdup_printf ("LCSO%06u-CONF", 41 + page);
        if (page == 2)
            add_bates_at (collection, 0, page, "LCS", 43, 7, "LCS0000043-CONF", 480, 770);
        else
            add_bates_at (collection, 0, page, "LCSO", 41 + page, 6, text, 480, 770);
    }
    relate (collection);
    g_assert_cmpstr (g_array_index (collection->bates, EvxBatesSighting, 2).bates.text, ==, "LCSO000043-CONF");
    g_assert_cmpuint (count_findings (collection, "bates_corrected"), ==, 1);
}

static void
test_of_two_stamps_the_one_further_right_is_the_number (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_document (collection, "a.pdf", NULL);
    for (guint page = 0; page < 4; page++) {
        add_bates_at (collection, 0, page, "DEF-", 5017 + page, 5, NULL, 40, 770);
        add_stamp (collection, 0, page, 300 + page);
    }
    relate (collection);
    g_assert_cmpstr (evx_collection_document (collection, 0)->bates_first, ==, "ACSO-000300");
}

static void
test_a_page_without_a_number_is_no_gap (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_document (collection, "a.pdf", NULL);
    for (guint page = 0; page < 5; page++)
        if (page != 2)
            add_stamp (collection, 0, page, 50 + page);
    relate (collection);
    g_assert_cmpuint (count_findings (collection, "bates_gap"), ==, 0);
    assert_says (only_finding (collection, "bates_unread"), "ACSO-000052");
}

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
    g_array_index (document->claims, EvxClaim, 0).number = 110;
    relate (collection);
    g_assert_cmpint (only_finding (collection, "contradiction")->right_number, ==, 101);
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

/* ---- duplicates ----------------------------------------------------------------------------- */

static void
sketch_text (EvxDocument *document, const char *text)
{
    g_autoptr (EvxPage) page = evx_page_from_passage (text, strlen (text));
    g_autoptr (EvxSketcher) sketcher = evx_sketcher_new ();
    evx_sketcher_page (sketcher, page);
    evx_sketcher_finish (sketcher, document);
}

static const char board_memo[] = "The department reports to the board each spring on what it told "
                                 "federal officers about people who left "
                                 "the jail. During the year staff looked at each request against "
                                 "the list of offenses in the statute, kept "
                                 "a written record of the decision, and sent an answer only where "
                                 "the record bore it out. In all the "
                                 "department sent %d answers and declined the rest, as the board "
                                 "had asked it to do in the year before.";

static void
sketch_memo (EvxDocument *document, int number)
{
    g_autofree char *start = g_strndup (board_memo, strstr (board_memo, "%d") - board_memo);
    g_autofree char *text =
        g_strdup_printf ("%s%d%s", start, number, strstr (board_memo, "%d") + 2);
    sketch_text (document, text);
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

static void
test_copies_form_a_group (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *first = add_document (collection, "a.pdf", "Alder County");
    EvxDocument *second = add_document (collection, "b.pdf", "Alder County");
    EvxDocument *other = add_document (collection, "c.pdf", "Alder County");
    sketch_memo (first, 64);
    sketch_memo (second, 64);
    sketch_text (
        other,
        "Lunch on Fridays will be served at noon in the hall beside the garden until further "
        "notice, and all of the volunteers are asked to bring their own plates and cups.");
    relate (collection);
    g_assert_cmpstr (first->near_group, ==, first->id);
    g_assert_cmpstr (second->near_group, ==, first->id);
    g_assert_null (other->near_group);
}

static void
test_another_number_splits_a_group_and_is_told (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *first = add_document (collection, "a.pdf", "Alder County");
    EvxDocument *second = add_document (collection, "b.pdf", "Alder County");
    sketch_memo (first, 64);
    sketch_memo (second, 46);
    relate (collection);
    g_assert_null (first->near_group);
    const EvxFinding *finding = only_finding (collection, "near_duplicate_differs");
    g_assert_cmpint (finding->left_number, ==, 64);
    g_assert_cmpint (finding->right_number, ==, 46);
}

static void
test_running_twice_gives_the_same_findings (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf", "Alder County"), 266, "transfers", 2018);
    add_claim (add_document (collection, "b.pdf", "Alder County"), 519, "transfers", 2018);
    relate (collection);
    g_autofree char *id = g_strdup (only_finding (collection, "contradiction")->id);
    relate (collection);
    g_assert_cmpstr (only_finding (collection, "contradiction")->id, ==, id);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/relate/bates/two-padded-numbers-in-one-margin-are-bates-numbers",
                     test_two_padded_numbers_in_one_margin_are_bates_numbers);
    g_test_add_func ("/relate/bates/numbers-that-rise-by-one-are-bates-numbers",
                     test_numbers_that_rise_by_one_are_bates_numbers);
    g_test_add_func ("/relate/bates/case-telephone-and-booking-numbers-are-not",
                     test_case_telephone_and_booking_numbers_are_not_bates_numbers);
    g_test_add_func ("/relate/bates/letters-read-for-digits-are-mended-by-the-sequence",
                     test_letters_read_for_digits_are_mended_by_the_sequence);
    g_test_add_func ("/relate/bates/gaps-repeats-and-disorder-are-found",
                     test_gaps_repeats_and_disorder_are_found);
    g_test_add_func ("/relate/bates/short-numbers-are-believed-if-they-run-on-over-documents",
                     test_short_numbers_are_believed_if_they_run_on_over_documents);
    g_test_add_func ("/relate/bates/a-prefix-misread-beside-a-right-number-is-mended",
                     test_a_prefix_misread_beside_a_right_number_is_mended);
    g_test_add_func ("/relate/bates/a-number-on-two-pages-running-is-a-repeat-and-no-disorder",
                     test_a_number_on_two_pages_running_is_a_repeat_and_no_disorder);
    g_test_add_func ("/relate/bates/a-mark-behind-a-mended-number-stays",
                     test_a_mark_behind_a_mended_number_stays);
    g_test_add_func ("/relate/bates/of-two-stamps-the-one-further-right-is-the-number",
                     test_of_two_stamps_the_one_further_right_is_the_number);
    g_test_add_func ("/relate/bates/a-page-without-a-number-is-no-gap",
                     test_a_page_without_a_number_is_no_gap);
    g_test_add_func ("/relate/claims/two-numbers-for-one-year-contradict",
                     test_two_numbers_for_one_year_contradict);
    g_test_add_func ("/relate/claims/equal-numbers-agree", test_equal_numbers_agree);
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
        g_autofree char *path = g_strdup_printf ("/relate/claims/pair/%s", pairs[i].name);
        g_test_add_data_func (path, &pairs[i], test_a_pair_gets_its_verdict);
    }
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
    g_test_add_func ("/relate/duplicates/copies-form-a-group", test_copies_form_a_group);
    g_test_add_func ("/relate/duplicates/another-number-splits-a-group-and-is-told",
                     test_another_number_splits_a_group_and_is_told);
    g_test_add_func ("/relate/running-twice-gives-the-same-findings",
                     test_running_twice_gives_the_same_findings);
    return g_test_run ();
}
