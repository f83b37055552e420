/* Copies of one document, and what relating a collection again changes. */
#include "../document/sketch.h"
#include "test-collection.h"

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
    g_test_add_func ("/relate/duplicates/copies-form-a-group", test_copies_form_a_group);
    g_test_add_func ("/relate/duplicates/another-number-splits-a-group-and-is-told",
                     test_another_number_splits_a_group_and_is_told);
    g_test_add_func ("/relate/running-twice-gives-the-same-findings",
                     test_running_twice_gives_the_same_findings);
    return g_test_run ();
}
