#include <json-glib/json-glib.h>
#include <math.h>
#include <unistd.h>

#include "../pack.h"
#include "index-internal.h"
#include "test-dump.h"

typedef struct {
    char *folder;
    EvxIndex *index;
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    f->folder = test_folder_new ();
    f->index = evx_index_create (f->folder, &error);
    g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
    (void) unused;
    evx_index_close (f->index);
    test_folder_remove (f->folder);
}

/* The whole answer of a query: columns parted by |, rows by newline. */
static char *
ask (EvxIndex *index, const char *sql)
{
    g_autoptr (sqlite3_stmt) row = NULL;
    if (sqlite3_prepare_v2 (index->db, sql, -1, &row, NULL) != SQLITE_OK)
        g_error ("%s: %s", sql, sqlite3_errmsg (index->db));
    GString *text = g_string_new (NULL);
    while (sqlite3_step (row) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count (row); i++) {
            const char *value = (const char *) sqlite3_column_text (row, i);
            g_string_append_printf (text, "%s%s", i > 0 ? "|" : text->len > 0 ? "\n" : "",
                                    value != NULL ? value : "");
        }
    }
    return g_string_free (text, FALSE);
}

static void
assert_answer (EvxIndex *index, const char *sql, const char *expected)
{
    g_autofree char *answer = ask (index, sql);
    g_assert_cmpstr (answer, ==, expected);
}

static EvxPage *
log_page (void)
{
    EvxPage *page = test_page_new (0, "Brindle County Sheriff\nDeputies transferred 12 inmates to ICE.\n");
    test_page_tag (page, 0, "transferred", "transfer", "custody", "affirmed")->count = 12;
    test_page_tag (page, 0, "inmates", "detainee", "jail", "affirmed")->count = 12;
    test_page_bates (page, "BCS-000412", "BCS-", 412);
    return page;
}

static void
put_log (EvxIndex *index)
{
    g_autofree char *id = test_id ("a1");
    g_autoptr (EvxPage) page = log_page ();
    test_put_input (index, "logs/release.pdf", id, EVX_STATUS_DONE, EVX_NONE);
    test_put_document (index, id, "logs/release.pdf", "form", 1);
    test_put_page (index, id, page);
}

static void
test_a_page_comes_back_as_it_was_put (Fixture *f, gconstpointer unused)
{
    (void) unused;
    put_log (f->index);
    g_autoptr (GError) error = NULL;
    g_autofree char *id = test_id ("a1");
    g_autoptr (EvxPage) page = log_page (), back = evx_index_page (f->index, id, 0, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (back->text->str, ==, page->text->str);
    g_assert_cmpuint (back->words->len, ==, page->words->len);
    g_assert_cmpuint (back->mentions->len, ==, 2);
    g_assert_null (evx_index_page (f->index, id, 1, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_NOT_FOUND);
}

static void
test_the_views_bear_the_names_of_the_records (Fixture *f, gconstpointer unused)
{
    (void) unused;
    static const char *const views[][2] = {
        { "documents", "document_id,file,type,language,pages,origin,bates_first,bates_last,date,"
                       "duplicate_of,near_duplicate_group,status,code,reason" },
        { "pages", "document_id,file,page,label,width,height,rotation,reading,code,reason,words,"
                   "confidence,bates,redactions" },
        { "mentions", "mention_id,document_id,file,page,line,bates,kind,sense,evidential,assertion,cue,"
                      "surface,quote,start,end,x0,y0,x1,y1,count,year,date,agency,speaker,"
                      "document_type,source,confidence,rule,citation" },
        { "claims", "claim_id,number,what,year,period_start,period_end,agency,speaker,file,page,quote,"
                    "mention_id" },
        { "findings", "finding_id,status,left_claim,left_number,right_claim,right_number,rows_counted,"
                      "reason,left_citation,right_citation" },
        { "table_rows", "file,page,table,row,cells,x0,y0,x1,y1,doubt" },
        { "failures", "file,page,code,message" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
        g_autofree char *sql = g_strdup_printf (
            "select group_concat (name, ',') from pragma_table_info ('%s')", views[i][0]);
        g_autofree char *names = ask (f->index, sql);
        g_assert_true (g_str_has_prefix (names, views[i][1]));
    }
}

static void
test_a_mention_can_be_cited (Fixture *f, gconstpointer unused)
{
    (void) unused;
    put_log (f->index);
    assert_answer (f->index,
                   "select citation, page, line, kind, evidential, count, surface, start, end, "
                   "document_type, year is null from mentions order by page_offset",
                   "logs/release.pdf, p. 1, l. 2|1|2|transfer|true|12|transferred|9|20|form|1\n"
                   "logs/release.pdf, p. 1, l. 2|1|2|detainee|true|12|inmates|24|31|form|1");
}

static void
test_offsets_count_characters_not_bytes (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *id = test_id ("b2");
    g_autoptr (EvxPage) page = test_page_new (0, "Según el alguacil, él entregó a ñandúes.");
    test_page_tag (page, 0, "entregó", "transfer", "custody", "affirmed");
    test_put_document (f->index, id, "es.pdf", "news", 1);
    test_put_page (f->index, id, page);
    assert_answer (f->index, "select start, end, substr (quote, start + 1, end - start) from mentions",
                   "22|29|entregó");
}

static void
test_a_replaced_page_leaves_nothing_behind (Fixture *f, gconstpointer unused)
{
    (void) unused;
    put_log (f->index);
    g_autofree char *id = test_id ("a1");
    g_autoptr (EvxPage) other = test_page_new (0, "Nobody was released.\n");
    test_put_page (f->index, id, other);
    assert_answer (f->index, "select count(*) from mention", "0");
    assert_answer (f->index, "select count(*) from bates", "0");
    assert_answer (f->index, "select count(*) from page_words where page_words match 'inmates'", "0");
    assert_answer (f->index, "select count(*) from page_words where page_words match 'released'", "1");
    assert_answer (f->index, "select term from page_vocabulary order by term",
                   "nobody\nreleased\nwas");
    g_autoptr (EvxPage) first = log_page ();
    test_put_page (f->index, id, first);
    test_put_page (f->index, id, first);
    assert_answer (f->index, "select count(*) from mention", "2");
    assert_answer (f->index, "select doc from page_vocabulary where term = 'inmates'", "1");
}

static void
test_a_word_broken_over_lines_is_found_whole (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *id = test_id ("c3");
    g_autoptr (EvxPage) page = test_page_new (0, "They were trans-\nferred on 5-\n6 May.");
    test_put_page (f->index, id, page);
    assert_answer (f->index, "select count(*) from page_words where page_words match 'transferred'", "1");
    assert_answer (f->index, "select count(*) from page_words where page_words match '56'", "0");
}

static void
test_the_collection_settles_bates_and_findings (Fixture *f, gconstpointer unused)
{
    (void) unused;
    put_log (f->index);
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxCollection) all = evx_index_collection (f->index, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (all->documents->len, ==, 1);
    g_assert_cmpuint (all->bates->len, ==, 1);
    EvxBatesSighting *sighting = &g_array_index (all->bates, EvxBatesSighting, 0);
    g_assert_cmpint (sighting->bates.number, ==, 412);
    sighting->bates.chosen = TRUE;
    EvxDocument *document = all->documents->pdata[0];
    document->bates_first = g_strdup ("BCS-000412");
    EvxFinding finding = { .id = "f1", .status = "bates_gap", .left_number = EVX_NONE,
                           .right_number = EVX_NONE, .rows_counted = 7, .year = EVX_NONE,
                           .left_document = document->id, .left_page = 0, .right_page = EVX_NONE };
    g_array_append_val (all->findings, finding);
    g_assert_true (evx_index_put_collection (f->index, all, &error));
    g_assert_true (evx_index_put_collection (f->index, all, &error)); /* replaced, not added */
    assert_answer (f->index, "select citation, bates from mentions where kind = 'transfer'",
                   "BCS-000412 at 1|BCS-000412");
    assert_answer (f->index, "select status, rows_counted, left_number is null, left_citation, "
                             "right_citation is null from findings",
                   "bates_gap|7|1|BCS-000412 at 1|1");
    g_autoptr (EvxPage) back = evx_index_page (f->index, document->id, 0, &error);
    g_assert_true (g_array_index (back->bates, EvxBates, 0).chosen);
}

static void
test_claims_and_events_come_back (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_autofree char *id = test_id ("d4");
    g_autoptr (EvxDocument) document = evx_document_new (id, "slides.pdf");
    EvxClaim claim = { .id = "c1", .number = 17, .what = "transfers", .year = 2022,
                       .agency = "Brindle County", .quote = "17 transfers", .page = 4,
                       .box = { 1, 2, 3, 4 } };
    EvxEvent event = { .id = "e1", .kind = "transfers", .date = "2022-03-01", .year = 2022,
                       .table = 0, .row = EVX_NONE, .doubt = EVX_DOUBT_CELLS };
    guint32 hash = 0xfeedf00d;
    g_array_append_val (document->claims, claim);
    g_array_append_val (document->events, event);
    g_array_append_val (document->sketch, hash);
    g_assert_true (evx_index_put_document (f->index, document, &error));
    g_autoptr (EvxDocument) back = evx_index_document (f->index, id, &error);
    g_assert_no_error (error);
    const EvxClaim *c = &g_array_index (back->claims, EvxClaim, 0);
    const EvxEvent *e = &g_array_index (back->events, EvxEvent, 0);
    g_assert_cmpint (c->number, ==, 17);
    g_assert_cmpstr (c->agency, ==, "Brindle County");
    g_assert_null (c->speaker);
    g_assert_cmpint (c->year, ==, 2022);
    g_assert_cmpfloat (c->box.x1, ==, 3);
    g_assert_cmpint (e->row, ==, EVX_NONE);
    g_assert_cmpint (e->doubt, ==, EVX_DOUBT_CELLS);
    g_assert_cmpuint (g_array_index (back->sketch, guint32, 0), ==, hash);
    assert_answer (f->index, "select citation from claims", "slides.pdf, p. 5");
}

static void
test_a_continued_table_keeps_the_names_of_its_columns (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *id = test_id ("e5");
    g_autoptr (EvxPage) first = test_page_new (0, "Log\n"), second = test_page_new (1, "Log\n");
    test_page_table (first, 3, FALSE);
    test_page_row (first, EVX_ROW_HEADER, (const char *[]){ "Date", "Booking no.", "Date", NULL });
    test_page_row (first, EVX_ROW_BODY, (const char *[]){ "1/2/2022", "B 17", "1/3/2022", NULL });
    test_page_table (second, 3, TRUE);
    test_page_row (second, EVX_ROW_BODY, (const char *[]){ "2/2/2022", "\"B\"", "", NULL });
    test_put_page (f->index, id, first);
    test_put_page (f->index, id, second);
    assert_answer (f->index, "select page, \"table\", \"row\", cells from table_rows order by page",
                   "1|1|2|{\"Date\":\"1/2/2022\",\"Booking no.\":\"B 17\",\"Date (2)\":\"1/3/2022\"}\n"
                   "2|1|1|{\"Date\":\"2/2/2022\",\"Booking no.\":\"\\\"B\\\"\"}");
}

/* Returns: (transfer full): an object of one member as a library writes it. */
static char *
json_of (const char *name, const char *value)
{
    g_autoptr (JsonBuilder) builder = json_builder_new ();
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, name);
    json_builder_add_string_value (builder, value);
    json_builder_end_object (builder);
    g_autoptr (JsonNode) root = json_builder_get_root (builder);
    return json_to_string (root, FALSE);
}

static void
test_cells_are_json_whatever_they_hold (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *id = test_id ("e6");
    g_autoptr (EvxPage) page = test_page_new (0, "Log\n");
    g_autoptr (GString) all = g_string_new ("\303\251\342\230\222");
    for (char c = '!'; c <= '~'; c++)
        g_string_append_c (all, c);
    test_page_table (page, 1, FALSE);
    test_page_row (page, EVX_ROW_HEADER, (const char *[]){ "\"Held\\by\"", NULL });
    test_page_row (page, EVX_ROW_BODY, (const char *[]){ all->str, NULL });
    test_put_page (f->index, id, page);
    g_autofree char *expected = json_of ("\"Held\\by\"", all->str);
    assert_answer (f->index, "select cells from table_rows", expected);
}

static void
test_of_cells_in_one_column_the_last_is_told (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *id = test_id ("e7");
    g_autoptr (EvxPage) page = test_page_new (0, "Log\n");
    test_page_table (page, 3, FALSE);
    test_page_row (page, EVX_ROW_BODY, (const char *[]){ "a", "b", "c", NULL });
    g_array_index (page->cells, EvxCell, 2).column = 0;
    test_put_page (f->index, id, page);
    assert_answer (f->index, "select cells from table_rows", "{\"column 1\":\"c\",\"column 2\":\"b\"}");
}

static void
test_the_ledger_accounts_for_every_input (Fixture *f, gconstpointer unused)
{
    (void) unused;
    put_log (f->index);
    g_autofree char *id = test_id ("a1");
    test_put_input (f->index, "copy.pdf", id, EVX_STATUS_SKIPPED, EVX_ERROR_DUPLICATE);
    test_put_input (f->index, "locked.pdf", NULL, EVX_STATUS_FAILED, EVX_ERROR_PASSWORD);
    test_put_input (f->index, "waiting.pdf", NULL, EVX_STATUS_NONE, EVX_NONE);
    g_autoptr (EvxPage) bad = evx_page_new (1, 612, 792);
    bad->reading = EVX_READING_FAILED;
    evx_page_note (bad, EVX_ERROR_CRASHED, "the reader crashed");
    test_put_page (f->index, id, bad);
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxLedger) ledger = evx_index_ledger (f->index, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (ledger->inputs, ==, 4);
    g_assert_cmpuint (ledger->done + ledger->partial + ledger->skipped + ledger->failed +
                          ledger->unfinished, ==, 4);
    g_assert_cmpuint (ledger->duplicates, ==, 1);
    g_assert_cmpuint (ledger->pages, ==, 2);
    g_assert_cmpuint (ledger->pages_failed, ==, 1);
    g_assert_cmpuint (ledger->mention_kinds->len, ==, 2);
    assert_answer (f->index, "select file, page, code from failures order by file",
                   "copy.pdf||duplicate\nlocked.pdf||password\nlogs/release.pdf|2|crashed");
    g_autoptr (GArray) keys = evx_index_page_keys (f->index, id, &error);
    g_assert_cmpuint (keys->len, ==, 2);
    g_assert_cmpstr (g_array_index (keys, EvxPageKeys, 1).read, ==, "read");
}

static void
test_what_was_not_committed_is_not_there (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_index_begin (f->index, &error));
    put_log (f->index);
    g_clear_pointer (&f->index, evx_index_close);
    f->index = evx_index_create (f->folder, &error);
    g_assert_no_error (error);
    assert_answer (f->index, "select count(*) from page", "0");
}

static void
test_it_can_be_read_while_it_is_written (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    put_log (f->index);
    g_assert_true (evx_index_begin (f->index, &error));
    g_autofree char *id = test_id ("f6");
    g_autoptr (EvxPage) page = test_page_new (0, "more");
    test_put_page (f->index, id, page);
    g_autoptr (EvxIndex) reader = evx_index_open (f->folder, &error);
    g_assert_no_error (error);
    assert_answer (reader, "select count(*) from page", "1");
    g_assert_true (evx_index_commit (f->index, &error));
    assert_answer (reader, "select count(*) from page", "2");
}

static void
test_a_second_writer_is_refused_by_name (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_assert_null (evx_index_create (f->folder, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_BUSY);
    g_autofree char *pid = g_strdup_printf ("pid %d", (int) getpid ());
    g_assert_nonnull (strstr (error->message, pid));
}

static void
test_a_newer_schema_is_refused (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_index_exec (f->index, "pragma user_version = 99", &error));
    g_clear_pointer (&f->index, evx_index_close);
    g_assert_null (evx_index_open (f->folder, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_INDEX_VERSION);
    g_clear_error (&error);
    g_assert_null (evx_index_create (f->folder, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_INDEX_VERSION);
}

static void
test_a_foreign_or_cut_file_is_refused (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    put_log (f->index);
    g_clear_pointer (&f->index, evx_index_close);
    g_autofree char *path = g_build_filename (f->folder, "index.db", NULL);
    g_assert_cmpint (truncate (path, 5000), ==, 0);
    g_assert_null (evx_index_open (f->folder, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_INDEX_DAMAGED);
    g_clear_error (&error);
    g_assert_true (g_file_set_contents (path, "minutes of the garden club, not a database at all", -1, NULL));
    g_assert_null (evx_index_create (f->folder, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_INDEX_DAMAGED);
    g_clear_error (&error);
    g_assert_null (evx_index_open ("/nonexistent", &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_NOT_FOUND);
}

static void
test_a_changed_log_entry_breaks_the_chain (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_index_log (f->index, "run", "2 inputs", &error));
    g_assert_true (evx_index_log (f->index, "done", NULL, &error));
    g_assert_true (evx_index_log (f->index, "run", "3 inputs", &error));
    gint64 broken = 0;
    g_assert_true (evx_index_check_log (f->index, &broken, &error));
    g_assert_cmpint (broken, ==, 0);
    g_assert_true (evx_index_exec (f->index, "update log set detail = '9 inputs' where seq = 2", &error));
    g_assert_true (evx_index_check_log (f->index, &broken, &error));
    g_assert_cmpint (broken, ==, 2);
    g_assert_true (evx_index_exec (f->index, "update log set detail = '' where seq = 2;"
                                             "delete from log where seq = 3", &error));
    g_assert_true (evx_index_check_log (f->index, &broken, &error));
    g_assert_cmpint (broken, ==, 3);
}

/* Run by `index-test -m perf`: pages a second of a log-like page of some 400 words. */
static void
test_speed (Fixture *f, gconstpointer unused)
{
    (void) unused;
    if (!g_test_perf ()) {
        g_test_skip ("a measurement: run with -m perf");
        return;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (GTimer) timer = g_timer_new ();
    g_timer_stop (timer);
    GRand *random = g_rand_new_with_seed (1);
    enum { N = 10000, BATCH = 500 };
    for (guint i = 0; i < N; i++) {
        if (i % BATCH == 0)
            g_assert_true (evx_index_begin (f->index, &error));
        g_autoptr (GString) text = g_string_new (NULL);
        for (guint w = 0; w < 400; w++)
            g_string_append_printf (text, "w%d%c", (int) (20000 * pow (g_rand_double (random), 3)),
                                    w % 10 == 9 ? '\n' : ' ');
        g_string_append (text, "Deputies transferred 12 inmates to ICE.");
        g_autoptr (EvxPage) page = test_page_new (i % 100, text->str);
        test_page_tag (page, 0, "transferred", "transfer", "custody", "affirmed");
        test_page_tag (page, 0, "inmates", "detainee", "jail", "affirmed");
        g_autofree char *start = g_strdup_printf ("%04x", i / 100);
        g_autofree char *id = test_id (start);
        g_autoptr (GBytes) packed = evx_page_pack (page);
        g_timer_continue (timer);
        g_assert_true (evx_index_put_page (f->index, id, page, packed, NULL, &error));
        if (i % BATCH == BATCH - 1)
            g_assert_true (evx_index_commit (f->index, &error));
        g_timer_stop (timer);
    }
    g_test_message ("%.0f pages/s", N / g_timer_elapsed (timer, NULL));
    g_rand_free (random);
}

static void
test_a_finished_index_is_one_plain_file (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (f->folder, "index.db", NULL);
    g_autofree char *wal = g_strconcat (path, "-wal", NULL);
    g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
    g_clear_pointer (&f->index, evx_index_close);
    g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
    f->index = evx_index_open (f->folder, &error);
    g_assert_no_error (error);
    assert_answer (f->index, "pragma journal_mode", "delete");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
#define ADD(sentence, function) g_test_add ("/index/" sentence, Fixture, NULL, set_up, function, tear_down)
    ADD ("a page comes back as it was put", test_a_page_comes_back_as_it_was_put);
    ADD ("the views bear the names of the records", test_the_views_bear_the_names_of_the_records);
    ADD ("a mention can be cited", test_a_mention_can_be_cited);
    ADD ("offsets count characters, not bytes", test_offsets_count_characters_not_bytes);
    ADD ("a replaced page leaves nothing behind", test_a_replaced_page_leaves_nothing_behind);
    ADD ("a word broken over lines is found whole", test_a_word_broken_over_lines_is_found_whole);
    ADD ("the collection settles Bates numbers and findings", test_the_collection_settles_bates_and_findings);
    ADD ("claims and events come back", test_claims_and_events_come_back);
    ADD ("a continued table keeps the names of its columns", test_a_continued_table_keeps_the_names_of_its_columns);
    ADD ("cells are JSON whatever they hold", test_cells_are_json_whatever_they_hold);
    ADD ("of cells in one column the last is told", test_of_cells_in_one_column_the_last_is_told);
    ADD ("the ledger accounts for every input", test_the_ledger_accounts_for_every_input);
    ADD ("what was not committed is not there", test_what_was_not_committed_is_not_there);
    ADD ("it can be read while it is written", test_it_can_be_read_while_it_is_written);
    ADD ("a finished index is one plain file", test_a_finished_index_is_one_plain_file);
    ADD ("a second writer is refused by name", test_a_second_writer_is_refused_by_name);
    ADD ("a newer schema is refused", test_a_newer_schema_is_refused);
    ADD ("a foreign or cut file is refused", test_a_foreign_or_cut_file_is_refused);
    ADD ("a changed log entry breaks the chain", test_a_changed_log_entry_breaks_the_chain);
    ADD ("speed", test_speed);
    return g_test_run ();
}
