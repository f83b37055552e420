#include <json-glib/json-glib.h>

#include "../index/test-dump.h"
#include "export-internal.h"
#include "json.h"

typedef struct {
    char *folder, *out;
    EvxIndex *index;
} Fixture;

static EvxPage *
first_page (void)
{
    EvxPage *page = test_page_new (0, "=HYPERLINK(\"http://x\"),\nDeputies transferred 12 inmates to ICE.\n");
    EvxMention *mention = test_page_tag (page, 0, "transferred", "transfer", "custody", "affirmed");
    mention->count = 12;
    mention->agency = evx_page_string (page, "=cmd()");
    test_page_tag (page, 0, "inmates", "detainee", "jail", "affirmed");
    return page;
}

static EvxPage *
second_page (void)
{
    EvxPage *page = test_page_new (1, "Log of 2022\n");
    test_page_table (page, 2, FALSE);
    test_page_row (page, EVX_ROW_HEADER, (const char *[]){ "Date", "Outcome", NULL });
    test_page_row (page, EVX_ROW_BODY, (const char *[]){ "1/2/2022", "picked up, \"PU\"", NULL });
    return page;
}

/* The same dump, its pages and documents put in one order or the other. */
static void
fill (EvxIndex *index, gboolean backwards)
{
    g_autofree char *a = test_id ("a1"), *b = test_id ("b2");
    g_autoptr (EvxPage) one = first_page (), two = second_page ();
    g_autoptr (EvxPage) other = test_page_new (0, "One person was transferred þ\x14® today.");
    test_page_tag (other, 0, "transferred", "transfer", "custody", "affirmed");
    for (guint i = 0; i < 3; i++) {
        guint step = backwards ? 2 - i : i;
        if (step == 2)
            test_put_page (index, b, other);
        else
            test_put_page (index, a, step == 0 ? one : two);
    }
    test_put_input (index, backwards ? "a.pdf" : "b/c, d.pdf", backwards ? a : b, EVX_STATUS_DONE, EVX_NONE);
    test_put_input (index, backwards ? "b/c, d.pdf" : "a.pdf", backwards ? b : a, EVX_STATUS_DONE, EVX_NONE);
    test_put_input (index, "copy.pdf", a, EVX_STATUS_SKIPPED, EVX_ERROR_DUPLICATE);
    test_put_document (index, a, "a.pdf", "form", 2);
    test_put_document (index, b, "b/c, d.pdf", "letter", 1);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
    (void) unused;
    f->folder = test_folder_new ();
    f->out = test_folder_new ();
    f->index = evx_index_create (f->folder, NULL);
    fill (f->index, FALSE);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
    (void) unused;
    evx_index_close (f->index);
    test_folder_remove (f->folder);
    test_folder_remove (f->out);
}

static char *
contents (const char *folder, const char *name, gsize *length)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *text = NULL;
    g_autoptr (GError) error = NULL;
    g_file_get_contents (path, &text, length, &error);
    g_assert_no_error (error);
    return text;
}

static char *
exported (Fixture *f, const char *format, const char *name)
{
    g_autoptr (GError) error = NULL;
    evx_export (f->index, format, f->out, FALSE, &error);
    g_assert_no_error (error);
    return contents (f->out, name, NULL);
}

static void
test_csv_disarms_formulas_and_quotes (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *mentions = exported (f, "csv", "mentions.csv");
    g_assert_true (g_str_has_prefix (mentions, "mention_id,document_id,file,page,line,"));
    g_assert_nonnull (strstr (mentions, ",\"'=cmd()\","));
    g_autofree char *rows = contents (f->out, "table_rows.csv", NULL);
    g_assert_nonnull (strstr (rows, "\"{\"\"Date\"\":\"\"1/2/2022\"\",\"\"Outcome\"\":"));
    g_assert_null (strstr (rows, ",header,"));
    g_autofree char *failures = contents (f->out, "failures.csv", NULL);
    g_assert_cmpstr (failures, ==, "file,page,code,message,document_id,status\r\n"
                     "copy.pdf,,duplicate,invented for the test,"
                     "a100000000000000000000000000000000000000000000000000000000000000,skipped\r\n");
}

static void
test_json_lines_are_objects_with_typed_values (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *text = exported (f, "jsonl", "mentions.jsonl");
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    g_assert_cmpuint (g_strv_length (lines), ==, 4); /* and the empty one behind the last */
    g_autoptr (JsonNode) node = json_from_string (lines[0], NULL);
    JsonObject *first = json_node_get_object (node);
    g_assert_true (json_object_get_boolean_member (first, "evidential"));
    g_assert_cmpint (json_object_get_int_member (first, "count"), ==, 12);
    g_assert_true (json_object_get_null_member (first, "year"));
    g_assert_cmpstr (json_object_get_string_member (first, "citation"), ==, "a.pdf, p. 1, l. 2");
    g_autofree char *rows = contents (f->out, "table_rows.jsonl", NULL);
    g_autoptr (JsonNode) row = json_from_string (rows, NULL);
    JsonObject *cells = json_object_get_object_member (json_node_get_object (row), "cells");
    g_assert_cmpstr (json_object_get_string_member (cells, "Outcome"), ==, "picked up, \"PU\"");
}

static void
test_concordance_marks_fields_and_drops_marks_from_values (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *dat = exported (f, "concordance", "evidex.dat");
    g_auto (GStrv) lines = g_strsplit (dat, "\r\n", -1);
    g_assert_cmpuint (g_strv_length (lines), ==, 4);
    g_assert_true (g_str_has_prefix (lines[0], "\xef\xbb\xbfþDOCIDþ\x14þBEGBATESþ"));
    g_auto (GStrv) fields = g_strsplit (lines[1], "\x14", -1);
    g_assert_cmpuint (g_strv_length (fields), ==, 18);
    g_assert_cmpstr (fields[11], ==, "þ1þ"); /* transfers */
    g_assert_cmpstr (fields[14], ==, "þTEXT\\001\\EVX0000001.txtþ");
    g_autofree char *opt = contents (f->out, "evidex.opt", NULL);
    g_assert_cmpstr (opt, ==, "EVX0000001,EVX001,a.pdf,Y,,,2\r\nEVX0000002,EVX001,b\\c_ d.pdf,Y,,,1\r\n");
    gsize length;
    g_autofree char *text = contents (f->out, "TEXT/001/EVX0000001.txt", &length);
    g_assert_nonnull (strstr (text, "\fLog of 2022"));
}

static void
test_every_line_of_ftm_and_annotations_is_json (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autofree char *ftm = exported (f, "ftm", "evidex.ftm.json");
    g_autofree char *notes = exported (f, "webannotation", "annotations.jsonl");
    guint expected[] = { 2 + 3 + 3, 3 };
    const char *const texts[] = { ftm, notes };
    for (guint t = 0; t < 2; t++) {
        g_auto (GStrv) lines = g_strsplit (texts[t], "\n", -1);
        g_assert_cmpuint (g_strv_length (lines) - 1, ==, expected[t]);
        for (guint i = 0; i < expected[t]; i++) {
            g_autoptr (GError) error = NULL;
            g_autoptr (JsonNode) node = json_from_string (lines[i], &error);
            g_assert_no_error (error);
            g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
        }
    }
    g_assert_nonnull (strstr (notes, "\"exact\":\"transferred\",\"prefix\":\"Deputies \",\"suffix\":\" 12 "));
}

/* Compares two folders file by file. */
static void
assert_same_files (const char *a, const char *b)
{
    g_autoptr (GDir) dir = g_dir_open (a, 0, NULL);
    guint n = 0;
    for (const char *name; (name = g_dir_read_name (dir)) != NULL; n++) {
        g_autofree char *one = g_build_filename (a, name, NULL), *two = g_build_filename (b, name, NULL);
        if (g_file_test (one, G_FILE_TEST_IS_DIR)) {
            assert_same_files (one, two);
            continue;
        }
        gsize length_a, length_b;
        g_autofree char *text_a = contents (a, name, &length_a), *text_b = contents (b, name, &length_b);
        g_test_message ("%s", name);
        g_assert_cmpmem (text_a, length_a, text_b, length_b);
    }
    g_assert_cmpuint (n, >, 0);
}

static void
test_the_order_of_writing_does_not_show (Fixture *f, gconstpointer unused)
{
    (void) unused;
    char *folder = test_folder_new (), *out = test_folder_new ();
    EvxIndex *other = evx_index_create (folder, NULL);
    fill (other, TRUE);
    for (const EvxExportFormat *format = evx_export_formats; format->name != NULL; format++) {
        g_autoptr (GError) error = NULL;
        evx_export (f->index, format->name, f->out, FALSE, &error);
        evx_export (other, format->name, out, FALSE, &error);
        g_assert_no_error (error);
    }
    assert_same_files (f->out, out);
    evx_index_close (other);
    test_folder_remove (folder);
    test_folder_remove (out);
}

static void
test_nothing_is_replaced_without_force (Fixture *f, gconstpointer unused)
{
    (void) unused;
    g_autoptr (GError) error = NULL;
    g_autofree char *first = exported (f, "concordance", "evidex.dat");
    g_assert_false (evx_export (f->index, "concordance", f->out, FALSE, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_USAGE);
    g_clear_error (&error);
    g_assert_true (evx_export (f->index, "concordance", f->out, TRUE, &error));
    g_autofree char *second = contents (f->out, "evidex.dat", NULL);
    g_assert_cmpstr (first, ==, second);
    g_assert_false (evx_export (f->index, "docx", f->out, TRUE, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_USAGE);
    g_clear_error (&error);
    g_assert_false (evx_export (f->index, "csv", "/proc/no-such-folder", FALSE, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_READ_ONLY);
}

static void
test_json_escapes_what_it_must (void)
{
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "a\"b", "x\n\t\x01\\\xe2\x80\xa8ñ");
    evx_json_integer (json, "n", -3);
    evx_json_name (json, "r");
    evx_json_real (json, 0.1f);
    g_string_append_c (json, '}');
    g_assert_cmpstr (json->str, ==, "{\"a\\\"b\":\"x\\n\\t\\u0001\\\\\\u2028ñ\",\"n\":-3,\"r\":0.1}");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
#define ADD(sentence, function) g_test_add ("/export/" sentence, Fixture, NULL, set_up, function, tear_down)
    ADD ("csv disarms formulas and quotes", test_csv_disarms_formulas_and_quotes);
    ADD ("JSON lines are objects with typed values", test_json_lines_are_objects_with_typed_values);
    ADD ("concordance marks fields and drops marks from values", test_concordance_marks_fields_and_drops_marks_from_values);
    ADD ("every line of ftm and annotations is JSON", test_every_line_of_ftm_and_annotations_is_json);
    ADD ("the order of writing does not show", test_the_order_of_writing_does_not_show);
    ADD ("nothing is replaced without force", test_nothing_is_replaced_without_force);
    g_test_add_func ("/export/JSON escapes what it must", test_json_escapes_what_it_must);
    return g_test_run ();
}
