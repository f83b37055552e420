/* Bates candidates on pages drawn by hand. */
#include "test-page.h"

static const EvxBates *
find_bates (EvxPage *page, const char *text)
{
    lay_out (page);
    for (guint i = 0; i < page->bates->len; i++)
        if (strcmp (g_array_index (page->bates, EvxBates, i).text, text) == 0)
            return &g_array_index (page->bates, EvxBates, i);
    return NULL;
}

static void
test_a_stamp_in_the_margin_is_a_candidate (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 200, "Some text of the page, with number ALD-000777 in it.");
    put (page, 480, 765, "ALD-000412");
    put (page, 60, 765, "Page 3");
    const EvxBates *bates = find_bates (page, "ALD-000412");
    g_assert_nonnull (bates);
    g_assert_cmpstr (bates->prefix, ==, "ALD-");
    g_assert_cmpint (bates->number, ==, 412);
    g_assert_cmpuint (bates->digits, ==, 6);
    g_assert_cmpuint (page->bates->len, ==, 1);
}

static void
test_a_stamp_of_two_words_or_without_a_prefix_is_a_candidate (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 480, 765, "ALDER 000413");
    g_assert_nonnull (find_bates (page, "ALDER 000413"));
    g_autoptr (EvxPage) bare = evx_page_new (0, 612, 792);
    put (bare, 500, 20, "000414");
    g_assert_nonnull (find_bates (bare, "000414"));
}

static void
test_other_forms_of_stamps_are_candidates (void)
{
    static const struct {
        const char *text, *prefix;
        gint64 number;
    } stamps[] = {
        { "COUNTY OF LARCH 000001", "COUNTY OF LARCH ", 1 },
        { "LCSO000040-CONF", "LCSO", 40 },
        { "LC_0000040 CONFIDENTIAL", "LC_", 40 },
        { "V1-00001", "V1-", 1 },
        { "ACLU 7", "ACLU ", 7 },
        { "DHS-2020-95", "DHS-2020-", 95 },
        { "Production 2 - Page 0001", "Production 2 - Page ", 1 },
        { "VOLENTO 000123", "VOLENTO ", 123 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (stamps); i++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        put (page, 440, 765, stamps[i].text);
        const EvxBates *bates = find_bates (page, stamps[i].text);
        g_assert_nonnull (bates);
        g_assert_cmpstr (bates->prefix, ==, stamps[i].prefix);
        g_assert_cmpint (bates->number, ==, stamps[i].number);
    }
}

static void
test_specks_beside_a_stamp_that_was_recognised_do_not_matter (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    page->reading = EVX_READING_OCR;
    put_recognised (page, 480, 765, "\"MSQO0010.");
    const EvxBates *bates = find_bates (page, "MSQO0010");
    g_assert_nonnull (bates);
    g_assert_cmpstr (bates->prefix, ==, "MSQO");
    g_assert_cmpint (bates->number, ==, 10);
}

static void
test_small_letters_are_slips_of_recognition_where_no_blank_is (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_recognised (page, 480, 765, "AlD-412");
    g_assert_nonnull (find_bates (page, "AlD-412"));
    g_autoptr (EvxPage) words = evx_page_new (0, 612, 792);
    put_recognised (words, 480, 765, "Alder 412");
    g_assert_null (find_bates (words, "Alder 412"));
}

static void
test_a_stamp_that_runs_up_a_side_is_a_candidate (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 200, "Some text of the page.");
    evx_page_add_word (page, "ALD-000412", -1, (EvxBox) { 585, 350, 595, 400 }, 1, EVX_ORIGIN_TEXT);
    evx_page_add_word (page, "ALD-000999", -1, (EvxBox) { 300, 350, 310, 400 }, 1, EVX_ORIGIN_TEXT);
    g_assert_nonnull (find_bates (page, "ALD-000412"));
    g_assert_cmpuint (page->bates->len, ==, 1);
}

static void
test_dates_and_page_numbers_are_no_candidates (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 765, "05/12/2021");
    put (page, 300, 765, "12");
    put (page, 450, 765, "rev. 2021");
    put (page, 200, 765, "REVISED 2021");
    put (page, 60, 750, "Volume 00012");
    put (page, 60, 20, "EXHIBIT 4");
    put (page, 450, 20, "Section 12");
    lay_out (page);
    g_assert_cmpuint (page->bates->len, ==, 0);
}

/* Typewriter faces: the blank in a stamp is as wide as its letters. */
static void
test_a_stamp_in_a_wide_face_is_one_number (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 200, "Some text of the page, set as usual, with small gaps.");
    evx_page_add_word (page, "EC-COB", -1, (EvxBox) { 460, 765, 496, 775 }, 1, EVX_ORIGIN_TEXT);
    evx_page_add_word (page, "0071", -1, (EvxBox) { 507, 765, 531, 775 }, 1, EVX_ORIGIN_TEXT);
    g_assert_nonnull (find_bates (page, "EC-COB 0071"));
    g_assert_cmpuint (page->bates->len, ==, 1);
}

static void
test_a_stamp_stands_out_of_what_is_printed_beside_it (void)
{
    static const char *const lines[] = { "CONFIDENTIAL LCSO-000412",
                                         "CONFIDENTIAL - SUBJECT TO PROTECTIVE ORDER LCSO-000412",
                                         "Page 3 of 12 LCSO-000412", "LCSO-000412 Page 3" };
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        put (page, 200, 765, lines[i]);
        const EvxBates *bates = find_bates (page, "LCSO-000412");
        g_test_message ("%s", lines[i]);
        g_assert_nonnull (bates);
        g_assert_cmpstr (bates->prefix, ==, "LCSO-");
    }
}

static void
test_numbers_of_cases_packets_and_places_are_no_candidates (void)
{
    static const char *const lines[] = {
        "CASE NO. 21-00123", "Incident No. 00123",  "PACKET PG. 412",   "AGENDA PACKET PG 412",
        "P.O. BOX 00988",    "SUITE 00300",         "14-AUG-2018",      "POLICY 415",
        "OMB 1651-0123",     "RESOLUTION 2021-004", "FAX 916-555-0142", "EXHIBIT-0012"
    };
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        put (page, 300, 765, lines[i]);
        lay_out (page);
        g_test_message ("%s", lines[i]);
        g_assert_cmpuint (page->bates->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bates/a stamp in the margin is a candidate", test_a_stamp_in_the_margin_is_a_candidate);
    g_test_add_func ("/bates/a stamp of two words or without a prefix is a candidate",
                     test_a_stamp_of_two_words_or_without_a_prefix_is_a_candidate);
    g_test_add_func ("/bates/other forms of stamps are candidates", test_other_forms_of_stamps_are_candidates);
    g_test_add_func ("/bates/specks beside a stamp that was recognised do not matter",
                     test_specks_beside_a_stamp_that_was_recognised_do_not_matter);
    g_test_add_func ("/bates/small letters are slips of recognition where no blank is",
                     test_small_letters_are_slips_of_recognition_where_no_blank_is);
    g_test_add_func ("/bates/a stamp that runs up a side is a candidate", test_a_stamp_that_runs_up_a_side_is_a_candidate);
    g_test_add_func ("/bates/dates and page numbers are no candidates", test_dates_and_page_numbers_are_no_candidates);
    g_test_add_func ("/bates/a stamp in a wide face is one number",
                     test_a_stamp_in_a_wide_face_is_one_number);
    g_test_add_func ("/bates/a stamp stands out of what is printed beside it",
                     test_a_stamp_stands_out_of_what_is_printed_beside_it);
    g_test_add_func ("/bates/numbers of cases packets and places are no candidates",
                     test_numbers_of_cases_packets_and_places_are_no_candidates);
    return g_test_run ();
}
