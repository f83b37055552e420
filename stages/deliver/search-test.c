#include "../index/test-dump.h"
#include "cite.h"
#include "deliver-internal.h"

typedef struct {
    char *folder;
    EvxIndex *index;
} Fixture;

static void
put (EvxIndex *index, const char *start, const char *file, const char *type, const EvxPage *page)
{
    g_autofree char *id = test_id (start);
    test_put_input (index, file, id, EVX_STATUS_DONE, EVX_NONE);
    test_put_document (index, id, file, type, 1);
    test_put_page (index, id, page);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    f->folder = test_folder_new ();
    f->index = evx_index_create (f->folder, &error);
    g_assert_no_error (error);
    g_autoptr (EvxPage) slides = test_page_new (
        0, "Brindle County Sheriff\n\nIn 2019 deputies transferred 12 inmates to ICE.\n"
           "Nobody was trans-\nferred in 2020. The release date is never given.\n");
    EvxMention *mention = test_page_tag (slides, 0, "transferred", "transfer", "custody", "affirmed");
    mention->count = 12;
    mention->year = 2019;
    mention->agency = "Brindle County Sheriff";
    test_page_tag (slides, 0, "inmates", "detainee", "jail", "affirmed");
    put (f->index, "a1", "slides.pdf", "slide_deck", slides);
    g_autoptr (EvxPage) scan = test_page_new (0, "Two men were transfened to ICE and one was not.\n");
    put (f->index, "b2", "scan.pdf", "form", scan);
    g_autoptr (EvxPage) funds = test_page_new (0, "The board transferred funds.\n");
    test_page_tag (funds, 0, "transferred", "transfer", "funds", "affirmed")->evidential = FALSE;
    put (f->index, "c3", "minutes.pdf", "minutes", funds);
    test_put_input (f->index, "locked.pdf", NULL, EVX_STATUS_FAILED, EVX_ERROR_PASSWORD);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
    (void) unused;
    evx_index_close (f->index);
    test_folder_remove (f->folder);
}

static gboolean
note (const EvxHit *hit, gpointer user, GError **error)
{
    (void) error;
    g_autofree char *quote = evx_search_mark (hit, "<", ">");
    g_string_append_printf (user, "%s: %s\n", hit->citation, quote);
    return TRUE;
}

static char *
found (EvxIndex *index, const EvxSearch *search)
{
    g_autoptr (GError) error = NULL;
    GString *text = g_string_new (NULL);
    g_autoptr (EvxSearchResult) result = evx_search (index, search, note, text, &error);
    g_assert_no_error (error);
    return g_string_free (text, FALSE);
}

static void
test_a_hit_is_marked_in_its_sentence_and_cited (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *text =
        found (f->index, &(EvxSearch){ .query = "inmates", .filter = EVX_FILTER_ALL });
    g_assert_cmpstr (text, ==, "slides.pdf, p. 1, l. 2: In 2019 deputies transferred 12 <inmates> to ICE.\n");
}

static void
test_a_word_broken_over_lines_is_marked_whole (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *text = found (
        f->index, &(EvxSearch){ .query = "\"nobody was transferred\"", .filter = EVX_FILTER_ALL });
    g_assert_cmpstr (text, ==, "slides.pdf, p. 1, l. 3: <Nobody was transferred> in 2020.\n");
}

static void
test_operators_prefixes_and_phrases_are_obeyed (Fixture *f, gconstpointer unused)
{
    (void) unused;
    static const char *const cases[][2] = {
        { "transferred NOT inmates", "minutes.pdf" },  { "transferred -funds", "slides.pdf" },
        { "funds OR \"release date\"", "minutes.pdf slides.pdf" }, { "transfe*", "minutes.pdf scan.pdf slides.pdf" },
        { "transferred (funds OR nosuchword)", "minutes.pdf" }, { "\"date release\"", "" },
        { "FUNDS and", "" }, { "board AND funds", "minutes.pdf" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text =
            found (f->index, &(EvxSearch){ .query = cases[i][0], .filter = EVX_FILTER_ALL });
        g_auto (GStrv) expected = g_strsplit (cases[i][1], " ", -1);
        guint n = 0;
        for (const char *c = text; *c != '\0'; c++)
            n += *c == '\n';
        g_test_message ("%s", cases[i][0]);
        g_assert_cmpuint (n, ==, g_strv_length (expected));
        for (guint e = 0; expected[e] != NULL; e++)
            g_assert_nonnull (strstr (text, expected[e]));
    }
}

static void
test_a_wrong_query_says_what_is_wrong (Fixture *f, gconstpointer unused)
{
    (void) unused;
    static const char *const wrong[] = { "\"release date", "(inmates", "inmates)", "AND", "inmates AND",
                                         "inmates OR",     "NOT inmates", "", "  ", "--", "*", "()",
                                         "a OR OR b", "\"...\"", "\xff" };
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        EvxSearch search = { .query = wrong[i], .filter = EVX_FILTER_ALL };
        g_test_message ("%s", wrong[i]);
        g_assert_null (evx_search (f->index, &search, note, NULL, &error));
        g_assert_error (error, EVX_ERROR, EVX_ERROR_USAGE);
    }
    g_autofree char *deep = g_strnfill (100000, '(');
    g_autoptr (GError) error = NULL;
    g_assert_null (evx_query_new (deep, &error));
}

static void
test_filters_alone_list_mentions_without_distractors (Fixture *f, gconstpointer unused)
{
    (void) unused;
    EvxSearch search = { .filter = { .kind = "transfer", .year = EVX_NONE } };
    g_autofree char *text = found (f->index, &search);
    g_assert_cmpstr (text, ==, "slides.pdf, p. 1, l. 2: In 2019 deputies <transferred> 12 inmates to ICE.\n");
    search.filter.sense = "funds";
    g_autofree char *funds = found (f->index, &search);
    g_assert_cmpstr (funds, ==, "minutes.pdf, p. 1, l. 1: The board <transferred> funds.\n");
}

static void
test_a_query_with_a_filter_finds_quotes_with_the_word (Fixture *f, gconstpointer unused)
{
    (void) unused;
    EvxSearch search = { .query = "deputies", .filter = { .agency = "brindle", .year = 2019 } };
    g_autofree char *text = found (f->index, &search);
    g_assert_cmpstr (text, ==, "slides.pdf, p. 1, l. 2: In 2019 <deputies> transferred 12 inmates to ICE.\n");
    search.query = "nobody"; /* on the page, but not in the quote */
    g_autofree char *none = found (f->index, &search);
    g_assert_cmpstr (none, ==, "");
}

static void
test_a_garbled_word_is_found_by_fuzzy_search (Fixture *f, gconstpointer unused)
{
    (void) unused;
    EvxSearch search = { .query = "\"were transferred\"", .filter = EVX_FILTER_ALL };
    g_autofree char *exact = found (f->index, &search);
    g_assert_cmpstr (exact, ==, "");
    search.fuzzy = TRUE;
    g_autofree char *text = found (f->index, &search);
    g_assert_cmpstr (text, ==, "scan.pdf, p. 1, l. 1: Two men <were transfened> to ICE and one was not.\n");
}

static void
test_what_could_not_be_read_is_counted_with_the_facets (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    EvxSearch search = { .filter = { .year = EVX_NONE } };
    g_autoptr (EvxSearchResult) result = evx_search (f->index, &search, note, text, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (result->found, ==, 2);
    g_assert_cmpuint (result->unread_files, ==, 1);
    const EvxFacet *first = result->facets->pdata[0];
    g_assert_cmpstr (first->name, ==, "agency");
    g_assert_cmpstr (first->value, ==, "Brindle County Sheriff");
    g_assert_cmpuint (first->count, ==, 1);
}

/* "Brindle County Sheriff" stands once among them already; the filter takes them all as one. */
static void
test_names_that_differ_in_capitals_are_one_facet (Fixture *f, gconstpointer unused)
{
    (void) unused;
    for (guint i = 0; i < 2; i++) {
        g_autofree char *id = g_strdup_printf ("e%u", i), *file = g_strdup_printf ("%s.pdf", id);
        g_autoptr (EvxPage) page = test_page_new (0, "Deputies transferred one man.");
        test_page_tag (page, 0, "transferred", "transfer", "custody", "affirmed")->agency = "BRINDLE COUNTY SHERIFF";
        put (f->index, id, file, "form", page);
    }
    g_autoptr (EvxCatalog) catalog = evx_catalog_new (f->index, NULL);
    for (guint i = 0; i < 2; i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        EvxSearch search = { .filter = { .year = EVX_NONE, .agency = "Brindle County Sheriff" },
                             .catalog = i > 0 ? catalog : NULL };
        g_autoptr (EvxSearchResult) result = evx_search (f->index, &search, note, text, NULL);
        const EvxFacet *first = result->facets->pdata[0], *second = result->facets->pdata[1];
        g_assert_cmpstr (first->name, ==, "agency");
        g_assert_cmpstr (first->value, ==, "Brindle County Sheriff");
        g_assert_cmpuint (first->count, ==, 3);
        g_assert_cmpuint (result->found, ==, 3);
        g_assert_cmpstr (second->name, !=, "agency");
    }
}

static void
test_a_confusion_of_letters_costs_one (void)
{
    g_assert_cmpuint (evx_fuzzy_distance ("transferred", "transfened", 2), ==, 1);
    g_assert_cmpuint (evx_fuzzy_distance ("custody", "custocly", 2), ==, 1);
    g_assert_cmpuint (evx_fuzzy_distance ("inmates", "imnates", 2), ==, 1);
    g_assert_cmpuint (evx_fuzzy_distance ("detainer", "detaimer", 2), ==, 1);
    g_assert_cmpuint (evx_fuzzy_distance ("released", "re1eased", 2), ==, 1);
    g_assert_cmpuint (evx_fuzzy_distance ("custody", "custody", 2), ==, 0);
    g_assert_cmpuint (evx_fuzzy_distance ("custody", "country", 2), ==, 3);
    g_assert_cmpuint (evx_fuzzy_distance ("", "abc", 2), ==, 3);
}

static void
test_words_are_those_of_the_index (void)
{
    g_autoptr (GArray) tokens = evx_tokens_new ("Según I-247A, trans-\nferred (Ñandú) notifica-\nción 5-\n6");
    static const char *const words[] = { "segun", "i", "247a", "transferred", "nandu", "notificacion", "5", "6" };
    g_assert_cmpuint (tokens->len, ==, G_N_ELEMENTS (words));
    for (guint i = 0; i < tokens->len; i++)
        g_assert_cmpstr (g_array_index (tokens, EvxToken, i).folded, ==, words[i]);
}

static gboolean
compare_citation (const EvxRecord *record, gpointer user, GError **error)
{
    (void) error;
    g_autofree char *citation =
        evx_cite (evx_record_text (record, "file"), evx_record_text (record, "bates"),
                  g_str_has_prefix (evx_record_text (record, "file"), "twice"), evx_record_integer (record, "page"), evx_record_integer (record, "line"));
    g_assert_cmpstr (citation, ==, evx_record_text (record, "citation"));
    ++*(guint *) user;
    return TRUE;
}

static void
test_the_view_cites_as_we_do (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPage) stamped = test_page_new (0, "Deputies transferred one man.");
    test_page_tag (stamped, 0, "transferred", "transfer", "custody", "affirmed");
    test_page_bates (stamped, "BCS-000007", "BCS-", 7);
    put (f->index, "d4", "stamped.pdf", "form", stamped);
    static const char *const twice[] = { "twice.pdf", "twice too.pdf" }; /* files that bear one number */
    for (guint i = 0; i < G_N_ELEMENTS (twice); i++) {
        g_autoptr (EvxPage) page = test_page_new (0, "Deputies transferred another man.");
        test_page_tag (page, 0, "transferred", "transfer", "custody", "affirmed");
        test_page_bates (page, "BCS-000008", "BCS-", 8);
        put (f->index, i == 0 ? "d5" : "d6", twice[i], "form", page);
    }
    g_autoptr (EvxCollection) all = evx_index_collection (f->index, &error);
    for (guint i = 0; i < all->bates->len; i++)
        g_array_index (all->bates, EvxBatesSighting, i).bates.chosen = TRUE;
    g_assert_true (evx_index_put_collection (f->index, all, &error));
    guint n = 0;
    g_assert_true (evx_index_records (f->index, "mentions", compare_citation, &n, &error));
    g_assert_cmpuint (n, ==, 6);
}

/* Results and facets of a search, from the index or from a catalog of it. */
static char *
all_of (EvxIndex *index, EvxSearch search, const EvxCatalog *catalog)
{
    g_autoptr (GError) error = NULL;
    GString *text = g_string_new (NULL);
    search.catalog = catalog;
    g_autoptr (EvxSearchResult) result = evx_search (index, &search, note, text, &error);
    g_assert_no_error (error);
    g_assert_false (result->at_least);
    g_string_append_printf (text, "%d found, %d unread\n", (int) result->found, (int) result->unread_files);
    for (guint i = 0; i < result->facets->len; i++) {
        const EvxFacet *facet = result->facets->pdata[i];
        g_string_append_printf (text, "%s %s %u\n", facet->name, facet->value, facet->count);
    }
    return g_string_free (text, FALSE);
}

static void
test_a_catalog_gives_what_the_index_gives (Fixture *f, gconstpointer unused)
{
    (void) unused;
    const EvxSearch searches[] = {
        { .filter = EVX_FILTER_ALL },
        { .filter = { .year = EVX_NONE } },
        { .filter = { .year = EVX_NONE, .sense = "funds" } },
        { .filter = { .year = 2019 } },
        { .filter = { .year = 2019, .kind = "detainee" } },
        { .filter = { .year = EVX_NONE, .agency = "brindle" } },
        { .filter = { .year = EVX_NONE, .file = "MINUTES", .distractors = TRUE } },
        { .filter = { .year = EVX_NONE, .type = "slide_deck", .assertion = "affirmed" } },
        { .filter = EVX_FILTER_ALL, .most = 1 },
        { .query = "transferred", .filter = EVX_FILTER_ALL },
        { .query = "transferred", .fuzzy = TRUE, .filter = EVX_FILTER_ALL, .most = 2 },
        { .query = "transferred NOT funds", .filter = { .year = EVX_NONE, .type = "slide_deck" } },
        { .query = "inmates", .filter = { .year = EVX_NONE, .kind = "transfer" } },
        { .query = "nowhere", .filter = { .year = EVX_NONE, .kind = "transfer" } },
    };
    g_autoptr (EvxCatalog) catalog = evx_catalog_new (f->index, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (searches); i++) {
        g_autofree char *wanted = all_of (f->index, searches[i], NULL), *got = all_of (f->index, searches[i], catalog);
        g_assert_cmpstr (got, ==, wanted);
    }
}

/* 300 pages with a hit each: more than a catalog's search looks into for one result. */
static void
test_a_search_that_stops_early_says_at_least (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *id = test_id ("d4");
    test_put_input (f->index, "long.pdf", id, EVX_STATUS_DONE, EVX_NONE);
    test_put_document (f->index, id, "long.pdf", "log", 300);
    for (guint i = 0; i < 300; i++) {
        g_autoptr (EvxPage) page = test_page_new (i, "Jailers booked nobody and deputies transferred 2 men.\n");
        test_page_tag (page, 0, "transferred", "transfer", "custody", "affirmed");
        test_put_page (f->index, id, page);
    }
    g_autoptr (EvxCatalog) catalog = evx_catalog_new (f->index, NULL);
    EvxSearch search = { .query = "jailers", .filter = { .year = EVX_NONE, .kind = "transfer" }, .most = 1,
                         .catalog = catalog };
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (EvxSearchResult) early = evx_search (f->index, &search, note, text, NULL);
    g_assert_true (early->at_least);
    g_assert_cmpuint (early->found, >, 1);
    g_assert_cmpuint (early->found, <, 300);
    search.catalog = NULL;
    g_autoptr (EvxSearchResult) whole = evx_search (f->index, &search, note, text, NULL);
    g_assert_false (whole->at_least);
    g_assert_cmpuint (whole->found, ==, 300);
}

static void
test_results_before_the_first_wanted_are_counted (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (EvxCatalog) catalog = evx_catalog_new (f->index, NULL);
    for (int with = 0; with < 2; with++) {
        EvxSearch search = { .filter = EVX_FILTER_ALL, .first = 1, .most = 1 };
        g_autofree char *text = all_of (f->index, search, with ? catalog : NULL);
        g_assert_true (g_str_has_prefix (text, "slides.pdf, p. 1, l. 2: In 2019 deputies <transferred>"));
        g_assert_nonnull (strstr (text, "\n3 found"));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
#define ADD(sentence, function) g_test_add ("/search/" sentence, Fixture, NULL, set_up, function, tear_down)
    ADD ("a catalog gives what the index gives", test_a_catalog_gives_what_the_index_gives);
    ADD ("a search that stops early says at least", test_a_search_that_stops_early_says_at_least);
    ADD ("results before the first wanted are counted", test_results_before_the_first_wanted_are_counted);
    ADD ("a hit is marked in its sentence and cited", test_a_hit_is_marked_in_its_sentence_and_cited);
    ADD ("a word broken over lines is marked whole", test_a_word_broken_over_lines_is_marked_whole);
    ADD ("operators, prefixes and phrases are obeyed", test_operators_prefixes_and_phrases_are_obeyed);
    ADD ("a wrong query says what is wrong", test_a_wrong_query_says_what_is_wrong);
    ADD ("filters alone list mentions without distractors", test_filters_alone_list_mentions_without_distractors);
    ADD ("a query with a filter finds quotes with the word", test_a_query_with_a_filter_finds_quotes_with_the_word);
    ADD ("a garbled word is found by fuzzy search", test_a_garbled_word_is_found_by_fuzzy_search);
    ADD ("what could not be read is counted", test_what_could_not_be_read_is_counted_with_the_facets);
    ADD ("the view cites as we do", test_the_view_cites_as_we_do);
    ADD ("names that differ in capitals are one facet", test_names_that_differ_in_capitals_are_one_facet);
    g_test_add_func ("/search/a confusion of letters costs one", test_a_confusion_of_letters_costs_one);
    g_test_add_func ("/search/words are those of the index", test_words_are_those_of_the_index);
    return g_test_run ();
}
