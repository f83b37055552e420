/* Bates numbers by position and sequence: which are, what a misread one is, gaps, repeats and
 * disorder. */
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
            add_bates_at (collection, 0, page, page == 2 ? "ACS0-" : "ACSO-", 107 + page, 6, NULL,
                          480, 770);
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
    g_assert_cmpstr (g_array_index (collection->bates, EvxBatesSighting, 2).bates.text, ==,
                     "LCSO000043-CONF");
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

/* Zeros that follow on letters are read with an O among them, and an O as a zero. */
static void
test_zeros_behind_letters_are_mended_by_the_others_of_the_prefix (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    static const char *const read[] = { "ALD00000422", "ALDO0000423", "ALD00000424", "ALD00000425",
                                        "ALDO00000426" };
    static const guint tails[] = { 3, 4, 3, 3, 4 };
    for (guint i = 0; i < G_N_ELEMENTS (read); i++) {
        g_autofree char *file = g_strdup_printf ("%u.pdf", MIN (i, 3)),
                        *prefix = g_strndup (read[i], tails[i]);
        if (i < 4)
            add_document (collection, file, NULL);
        add_bates_at (collection, MIN (i, 3), i == 4, prefix, 422 + i,
                      (guint)strlen (read[i]) - tails[i], read[i], 480, 770);
    }
    relate (collection);
    for (guint i = 0; i < G_N_ELEMENTS (read); i++) {
        g_autofree char *printed = g_strdup_printf ("ALD%08u", 422 + i);
        g_assert_cmpstr (g_array_index (collection->bates, EvxBatesSighting, i).bates.text, ==,
                         printed);
    }
    g_assert_cmpuint (count_findings (collection, "bates_corrected"), ==, 2);
}

/* A document of one page whose stamp was read "ECSC-000214", between others of "ECSO-". */
static void
test_a_stray_prefix_is_that_of_the_series_it_differs_from_in_one_letter (void)
{
    for (guint scanned = 0; scanned < 2; scanned++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        for (guint i = 0; i < 5; i++) {
            g_autofree char *file = g_strdup_printf ("%u.pdf", i);
            EvxDocument *document = add_document (collection, file, NULL);
            g_free (document->origin);
            document->origin = g_strdup (scanned ? "scanned" : "born_digital");
            add_bates_at (collection, i, 0, i == 3 ? "ECSC-" : "ECSO-", 211 + i, 6, NULL, 480, 770);
        }
        relate (collection);
        g_assert_cmpstr (evx_collection_document (collection, 3)->bates_first, ==,
                         scanned ? "ECSO-000214" : "ECSC-000214");
        g_assert_cmpuint (count_findings (collection, "bates_gap"), ==, !scanned);
    }
}

/* A production of @pages pages in documents of 1 to 4, cut by chance; one number is left out, one
 * stands twice, and two pages that follow each other are swapped. */
static void
add_production (EvxCollection *collection, const char *prefix, guint pages, GRand *chance)
{
    guint document = 0, page = 0, length = 0;
    gint64 number = g_rand_int_range (chance, 1, 900);
    guint gap = (guint)g_rand_int_range (chance, 1, (gint32)pages), twice = gap;
    while (twice == gap)
        twice = (guint)g_rand_int_range (chance, 1, (gint32)pages);
    for (guint i = 0; i < pages; i++, page++) {
        if (page == length) {
            g_autofree char *file = g_strdup_printf ("production/%02u.pdf", document);
            add_document (collection, file, NULL);
            document++;
            page = 0;
            length = MIN ((guint)g_rand_int_range (chance, 1, 5), pages - i);
        }
        if (i == gap)
            number += 2;
        add_bates_at (collection, document - 1, page, prefix, number, 6, NULL, 480, 770);
        number += i + 1 != twice;
    }
}

static void
swap_in_a_document (EvxCollection *collection)
{
    for (guint i = 2; i < collection->bates->len; i++) {
        EvxBatesSighting *first = &g_array_index (collection->bates, EvxBatesSighting, i - 2),
                         *a = first + 1, *b = first + 2;
        if (first->document != b->document || first->bates.number + 1 != a->bates.number ||
            a->bates.number + 1 != b->bates.number)
            continue;
        EvxBates kept = a->bates;
        a->bates = b->bates;
        b->bates = kept;
        return;
    }
}

static void
test_a_small_production_with_faults_is_recognised_however_it_is_cut (void)
{
    g_autoptr (GRand) chance = g_rand_new_with_seed (7);
    for (guint i = 0; i < 400; i++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        add_production (collection, "ECSO-", 12 + i % 3, chance);
        swap_in_a_document (collection);
        relate (collection);
        for (guint j = 0; j < collection->bates->len; j++)
            g_assert_true (g_array_index (collection->bates, EvxBatesSighting, j).bates.chosen);
        g_assert_cmpuint (count_findings (collection, "bates_gap"), ==, 1);
        g_assert_cmpuint (count_findings (collection, "bates_repeat"), ==, 1);
        g_assert_cmpuint (count_findings (collection, "bates_corrected"), ==, 0);
    }
}

/* Two pages of one document or of two, that bear these numbers in one place. */
static void
test_two_numbers_are_believed_only_if_they_are_plainly_of_stamps (void)
{
    static const struct {
        const char *prefix;
        gint64 first;
        guint digits;
        double y;
        gboolean in_one, apart; /* on two pages of a document; on two documents */
    } cases[] = {
        { "EC-COB ", 71, 4, 765, TRUE, TRUE },
        { "SSD-", 412, 6, 20, TRUE, TRUE },
        { "LCSO", 40412, 5, 765, TRUE, TRUE },
        { "CR-", 190412, 6, 60, TRUE, FALSE },
        { "P", 412, 6, 765, FALSE, FALSE },    /* could be "Page", or a file's letter */
        { "SSD ", 412, 3, 765, FALSE, FALSE }, /* no zeros: could be rules */
        { "FY ", 2019, 4, 765, FALSE, FALSE },
        { "GC ", 7283, 4, 40, FALSE, FALSE },
        { "RB21-", 123, 5, 40, TRUE, FALSE },
        { "SO 2021-", 123, 5, 40, TRUE, FALSE }, /* of a year: cases */
        { "PINE CA ", 95814, 5, 765, TRUE, FALSE },
        { "CA", 340000, 7, 40, TRUE, FALSE },
        { "", 412, 6, 765, TRUE, FALSE },
        { "", 204936, 6, 765, FALSE, FALSE },
        { "", 71, 4, 765, FALSE, FALSE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        for (guint apart = 0; apart < 2; apart++) {
            g_autoptr (EvxCollection) collection = evx_collection_new ();
            EvxDocument *document = add_document (collection, "a.pdf", NULL);
            add_document (collection, "b.pdf", NULL);
            for (guint page = 0; page < 2; page++)
                add_bates_at (collection, apart ? page : 0, apart ? 0 : page, cases[i].prefix,
                              cases[i].first + page, cases[i].digits, NULL, 480, cases[i].y);
            relate (collection);
            g_test_message ("%s%d, apart %u", cases[i].prefix, (int)cases[i].first, apart);
            g_assert_cmpint (document->bates_first != NULL, ==,
                             apart ? cases[i].apart : cases[i].in_one);
        }
}

static void
test_one_number_alone_must_look_like_a_stamp (void)
{
    static const struct {
        const char *prefix;
        gint64 number;
        guint digits;
        double y;
        gboolean believed;
    } cases[] = {
        { "MVSO_", 31, 5, 18, TRUE },
        { "ACLU-NC ", 412, 6, 770, TRUE },
        { "2018-ICLI-00005_", 123, 6, 770, TRUE },
        { "MVSO_", 31, 5, 90, FALSE },
        { "CR-", 190412, 6, 18, FALSE },
        { "E", 204936, 6, 770, FALSE },
        { "A", 12345678, 9, 18, FALSE },
        { "CA", 340000, 7, 18, FALSE },
        { "BOSTON MA ", 2108, 5, 770, FALSE },
        { "SO21-", 123, 5, 18, FALSE },
        { "EC-COB ", 71, 4, 770, FALSE },
        { "OR 2021-", 123, 5, 770, FALSE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxCollection) collection = evx_collection_new ();
        EvxDocument *document = add_document (collection, "a.pdf", NULL);
        add_bates_at (collection, 0, 0, cases[i].prefix, cases[i].number, cases[i].digits, NULL,
                      480, cases[i].y);
        relate (collection);
        g_test_message ("%s%d", cases[i].prefix, (int)cases[i].number);
        g_assert_cmpint (document->bates_first != NULL, ==, cases[i].believed);
    }
}

/* "EC-COB 0071" in the corner of one page, elsewhere on the next. */
static void
test_numbers_in_two_places_are_no_stamps (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf", NULL);
    add_bates_at (collection, 0, 0, "EC-COB ", 71, 4, NULL, 480, 765);
    add_bates_at (collection, 0, 1, "EC-COB ", 72, 4, NULL, 60, 700);
    relate (collection);
    g_assert_null (document->bates_first);
}

static void
test_disorder_is_seen_across_a_page_that_bears_none (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_document (collection, "a.pdf", NULL);
    static const gint64 numbers[] = { 1, 2, 4, 0, 3, 5, 6, 7 };
    for (guint page = 0; page < G_N_ELEMENTS (numbers); page++) {
        if (numbers[page] > 0)
            add_stamp (collection, 0, page, numbers[page]);
        else
            add_bates_at (collection, 0, page, "CASE-", 77, 5, NULL, 60, 300);
    }
    relate (collection);
    assert_says (only_finding (collection, "bates_order"), "page 5 bears ACSO-000003");
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
    g_test_add_func ("/relate/bates/zeros-behind-letters-are-mended-by-the-others-of-the-prefix",
                     test_zeros_behind_letters_are_mended_by_the_others_of_the_prefix);
    g_test_add_func (
        "/relate/bates/a-stray-prefix-is-that-of-the-series-it-differs-from-in-one-letter",
        test_a_stray_prefix_is_that_of_the_series_it_differs_from_in_one_letter);
    g_test_add_func ("/relate/bates/a-small-production-with-faults-is-recognised-however-it-is-cut",
                     test_a_small_production_with_faults_is_recognised_however_it_is_cut);
    g_test_add_func ("/relate/bates/two-numbers-are-believed-only-if-they-are-plainly-of-stamps",
                     test_two_numbers_are_believed_only_if_they_are_plainly_of_stamps);
    g_test_add_func ("/relate/bates/one-number-alone-must-look-like-a-stamp",
                     test_one_number_alone_must_look_like_a_stamp);
    g_test_add_func ("/relate/bates/numbers-in-two-places-are-no-stamps",
                     test_numbers_in_two_places_are_no_stamps);
    g_test_add_func ("/relate/bates/disorder-is-seen-across-a-page-that-bears-none",
                     test_disorder_is_seen_across_a_page_that_bears_none);
    return g_test_run ();
}
