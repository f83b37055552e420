/* Bates numbers by position and sequence: which are, what a misread one is, gaps, repeats and disorder. */
#include "relate-internal.h"
#include "test-collection.h"

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
    return g_test_run ();
}
