#include "chart.h"

#include <string.h>

static EvxDocument *
add_document (EvxCollection *collection, const char *file)
{
    EvxDocument *document = evx_document_new (file, file);
    document->agency = g_strdup ("Alder & County Sheriff");
    g_ptr_array_add (collection->documents, document);
    return document;
}

static void
add_claim (EvxDocument *document, gint64 number, gint year, const char *qualifier)
{
    EvxClaim claim = { .id = "c",
                       .number = number,
                       .what = "transfers",
                       .year = year,
                       .qualifier = qualifier,
                       .agency = document->agency,
                       .assertion = "affirmed" };
    g_array_append_val (document->claims, claim);
}

static void
add_events (EvxDocument *document, guint n, const char *date)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *person = g_strdup_printf ("X-%07u", i);
        EvxEvent event = { .kind = "transfers",
                           .person = evx_document_string (document, person),
                           .date = date,
                           .agency = document->agency,
                           .row = (gint)i };
        g_array_append_val (document->events, event);
    }
}

static void
test_claims_stand_beside_what_is_counted (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf");
    add_claim (document, 5, 2019, NULL);
    add_claim (document, 7, 2019, NULL);
    add_claim (document, 9, 2018, NULL);
    add_claim (document, 400, 2019, "at least");
    add_events (document, 5, "2019-03-04");
    g_autofree char *svg = evx_chart_reconcile (collection);
    g_assert_nonnull (svg);
    g_assert_nonnull (strstr (svg, "2019: 5 rows counted"));
    g_assert_nonnull (strstr (svg, "<title>2019: 5 claimed</title><circle class=\"same\""));
    g_assert_nonnull (strstr (svg, "<title>2019: 7 claimed</title><path class=\"other\""));
    g_assert_nonnull (strstr (svg, "<title>2018: 9 claimed</title><circle class=\"alone\""));
    g_assert_nonnull (strstr (svg, "Alder &amp; County"));
    g_assert_null (strstr (svg, "400"));
}

/* Rows whose date is blacked out may make the difference; calls are not rows. */
static void
test_what_the_rows_leave_open_is_drawn_as_such (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    EvxDocument *document = add_document (collection, "a.pdf");
    add_claim (document, 7, 2019, NULL);
    add_claim (document, 9, 2019, NULL);
    add_claim (document, 60, 2019, NULL);
    g_array_index (document->claims, EvxClaim, 2).unit = "contacts";
    add_events (document, 5, "2019-03-04");
    add_events (document, 2, NULL);
    for (guint i = 0; i < document->events->len; i++)
        g_array_index (document->events, EvxEvent, i).year = 2019;
    g_autofree char *svg = evx_chart_reconcile (collection);
    g_assert_nonnull (svg);
    g_assert_nonnull (strstr (svg, "<title>2019: 7 claimed</title><circle class=\"alone\""));
    g_assert_nonnull (strstr (svg, "<title>2019: 9 claimed</title><path class=\"other\""));
    g_assert_null (strstr (svg, "60 claimed"));
}

/* As the findings have it: rows of such documents are counted for the bars. */
static void
test_what_names_no_agency_is_drawn_with_that_of_its_folder (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_claim (add_document (collection, "a.pdf"), 5, 2019, NULL);
    add_document (collection, "b.pdf");
    EvxDocument *nameless = add_document (collection, "c.eml");
    g_clear_pointer (&nameless->agency, g_free);
    add_claim (nameless, 7, 2019, NULL);
    add_events (nameless, 5, "2019-03-04");
    g_autofree char *svg = evx_chart_reconcile (collection);
    g_assert_nonnull (svg);
    g_assert_nonnull (strstr (svg, "2019: 5 rows counted"));
    g_assert_nonnull (strstr (svg, "<title>2019: 7 claimed</title><path class=\"other\""));
}

static void
test_nothing_claimed_gives_no_picture (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    add_events (add_document (collection, "a.pdf"), 5, "2019-03-04");
    g_assert_null (evx_chart_reconcile (collection));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/deliver/chart/claims-stand-beside-what-is-counted",
                     test_claims_stand_beside_what_is_counted);
    g_test_add_func ("/deliver/chart/what-names-no-agency-is-drawn-with-that-of-its-folder",
                     test_what_names_no_agency_is_drawn_with_that_of_its_folder);
    g_test_add_func ("/deliver/chart/what-the-rows-leave-open-is-drawn-as-such",
                     test_what_the_rows_leave_open_is_drawn_as_such);
    g_test_add_func ("/deliver/chart/nothing-claimed-gives-no-picture",
                     test_nothing_claimed_gives_no_picture);
    return g_test_run ();
}
