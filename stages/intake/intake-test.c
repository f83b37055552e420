/* The walk, the kinds and the bytes of inputs. */
#include "intake.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char *root;
    EvxOptions *options;
    GString *seen; /* "file status code\n" for each input */
} Fixture;

static void
set_up (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    f->root = g_dir_make_tmp ("evidex-XXXXXX", &error);
    g_assert_no_error (error);
    f->options = evx_options_new ();
    f->seen = g_string_new (NULL);
}

static void
remove_tree (const char *path)
{
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
        g_autofree char *below = g_build_filename (path, name, NULL);
        if (g_file_test (below, G_FILE_TEST_IS_DIR) && !g_file_test (below, G_FILE_TEST_IS_SYMLINK))
            remove_tree (below);
        g_unlink (below);
    }
    g_rmdir (path);
}

static void
tear_down (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    remove_tree (f->root);
    g_free (f->root);
    evx_options_free (f->options);
    g_string_free (f->seen, TRUE);
}

static char *
put (Fixture *f, const char *name, const char *bytes)
{
    g_autoptr (GError) error = NULL;
    char *path = g_build_filename (f->root, name, NULL);
    g_autofree char *folder = g_path_get_dirname (path);
    g_mkdir_with_parents (folder, 0700);
    g_file_set_contents (path, bytes, -1, &error);
    g_assert_no_error (error);
    return path;
}

static gboolean
note (EvxInput *input, gpointer user, G_GNUC_UNUSED GError **error)
{
    Fixture *f = user;
    g_string_append_printf (f->seen, "%s %s %s\n", input->file, evx_status_name (input->status),
                            input->code == EVX_NONE ? "" : evx_error_name (input->code));
    return TRUE;
}

static void
assert_walk (Fixture *f, const char *const *roots, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_string_truncate (f->seen, 0);
    g_assert_true (evx_intake_walk (roots, f->options, note, f, &error));
    g_assert_cmpstr (f->seen->str, ==, expected);
}

static void
test_the_walk_names_every_path_once_in_byte_order (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_free (put (f, "b.pdf", "%PDF-"));
    g_free (put (f, "Z.pdf", "%PDF-"));
    g_free (put (f, "a/c.pdf", "%PDF-"));
    g_free (put (f, "n\xff.pdf", "%PDF-"));
    g_autofree char *fifo = g_build_filename (f->root, "p", NULL);
    g_autofree char *loop = g_build_filename (f->root, "a", "up", NULL);
    g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
    g_assert_cmpint (symlink ("..", loop), ==, 0);
    const char *roots[] = { f->root, f->root, NULL };
    assert_walk (f, roots,
                 "Z.pdf  \na/c.pdf  \na/up skipped symlink\nb.pdf  \nn\\xff.pdf  \n"
                 "p skipped not-a-regular-file\n");
}

static void
test_followed_links_do_not_go_round (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_free (put (f, "a/c.pdf", "%PDF-"));
    g_autofree char *loop = g_build_filename (f->root, "a", "up", NULL);
    g_assert_cmpint (symlink ("..", loop), ==, 0);
    evx_options_set (f->options, "follow-links", "true", "test", NULL);
    const char *roots[] = { f->root, NULL };
    assert_walk (f, roots, "a/c.pdf  \na/up skipped symlink\n");
}

static void
test_two_roots_with_the_same_names_stay_apart (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_free (put (f, "one/x/a.pdf", "%PDF-"));
    g_free (put (f, "two/x/a.pdf", "%PDF-"));
    g_free (put (f, "two/two/x/a.pdf", "%PDF-"));
    g_autofree char *one = g_build_filename (f->root, "one", NULL);
    g_autofree char *two = g_build_filename (f->root, "two", NULL);
    const char *roots[] = { one, two, NULL };
    assert_walk (f, roots, "x/a.pdf  \ntwo/x/a.pdf  \ntwo (2)/x/a.pdf  \n");
}

static void
test_a_root_that_is_not_there_is_a_failed_input (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *gone = g_build_filename (f->root, "gone.pdf", NULL);
    const char *roots[] = { gone, NULL };
    assert_walk (f, roots, "gone.pdf failed unreadable\n");
}

/* Deeper than the limit is named, not dropped, and does not use up the stack or the descriptors. */
static void
test_folders_past_the_depth_limit_are_named (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr (GString) path = g_string_new (NULL);
    g_autoptr (GString) expected = g_string_new ("d");
    for (guint i = 0; i < 200; i++)
        g_string_append (path, "d/");
    g_string_append (path, "x.pdf");
    g_free (put (f, path->str, "%PDF-"));
    for (guint i = 1; i < 128; i++)
        g_string_append (expected, "/d");
    g_string_append (expected, " failed unreadable\n");
    const char *roots[] = { f->root, NULL };
    assert_walk (f, roots, expected->str);
}

static EvxInput
input_of (const char *path)
{
    return (EvxInput) { .path = g_strdup (path), .code = EVX_NONE };
}

static void
test_the_loaded_bytes_are_the_hashed_ones_and_sealed (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *path = put (f, "a.pdf", "%PDF-abc");
    EvxInput input = input_of (path);
    int fd = evx_intake_load (&input, f->options);
    char bytes[16] = { 0 };
    g_assert_cmpint (fd, >=, 0);
    g_assert_cmpstr (input.document_id, ==,
                     "1e8a7587529cc956d46dea481f38c623395a879a1179c277f476a9cdb88a540d");
    g_free (put (f, "a.pdf", "gone"));
    g_assert_cmpint (pread (fd, bytes, 15, 0), ==, 8);
    g_assert_cmpstr (bytes, ==, "%PDF-abc");
    g_assert_cmpint (write (fd, "x", 1), ==, -1);
    close (fd);
    evx_input_clear (&input);
}

static void
assert_refused (Fixture *f, const char *name, const char *bytes, EvxStatus status, int code)
{
    g_autofree char *path = put (f, name, bytes);
    EvxInput input = input_of (path);
    g_assert_cmpint (evx_intake_load (&input, f->options), ==, -1);
    g_assert_cmpint (input.status, ==, status);
    g_assert_cmpint (input.code, ==, code);
    g_assert_nonnull (input.reason);
    evx_input_clear (&input);
}

static void
test_what_is_no_pdf_is_refused_with_its_code (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_refused (f, "a.pdf", "", EVX_STATUS_FAILED, EVX_ERROR_EMPTY);
    assert_refused (f, "b.pdf", "<html>no</html>", EVX_STATUS_FAILED, EVX_ERROR_NOT_A_PDF);
    assert_refused (f, "c.bin", "\1\2\3\4", EVX_STATUS_SKIPPED, EVX_ERROR_UNSUPPORTED);
    evx_options_set (f->options, "document-bytes", "5", "test", NULL);
    assert_refused (f, "d.pdf", "%PDF-1.7 long", EVX_STATUS_FAILED, EVX_ERROR_TOO_BIG);
}

static void
assert_kind (const char *bytes, gsize length, EvxKind kind)
{
    const char *name = NULL;
    g_assert_cmpint (evx_kind_of ((const guint8 *) bytes, length, &name), ==, kind);
    g_assert_nonnull (name);
}

/* @text behind more than 1 KiB of lines */
static void
assert_kind_behind_lines (const char *text, EvxKind kind)
{
    g_autoptr (GString) bytes = g_string_new (NULL);
    for (guint i = 0; i < 200; i++)
        g_string_append (bytes, "no header here\n");
    g_string_append (bytes, text);
    assert_kind (bytes->str, bytes->len, kind);
}

static void
test_a_header_far_behind_is_one_with_an_object (void)
{
    assert_kind_behind_lines ("%PDF-1.4\n1 0 obj\n<< >>\nendobj\n", EVX_KIND_PDF);
    assert_kind_behind_lines ("%PDF-1.4 is how a PDF begins.\n", EVX_KIND_TEXT);
}

static void
test_kinds_are_told_by_content (void)
{
    assert_kind ("", 0, EVX_KIND_EMPTY);
    assert_kind ("junk\n%PDF-1.4", 13, EVX_KIND_PDF);
    assert_kind ("%QDF-1.4\n1 0 obj\n<< /Type /Catalog", 34, EVX_KIND_PDF);
    assert_kind ("12 angry men, 0 objections\n<<x>>\n", 33, EVX_KIND_TEXT);
    assert_kind ("PK\3\4....word/document.xml", 25, EVX_KIND_OFFICE);
    assert_kind ("PK\3\4....a.pdf", 13, EVX_KIND_ARCHIVE);
    assert_kind ("\xff\xd8\xff\xe0", 4, EVX_KIND_IMAGE);
    assert_kind ("Received: from x", 16, EVX_KIND_EMAIL);
    assert_kind ("name,count\nA,1\n", 15, EVX_KIND_TEXT);
    assert_kind ("\xff\xfeN\0o\0", 6, EVX_KIND_TEXT);
    assert_kind ("\0\1\2\3", 4, EVX_KIND_OTHER);
}

static void
test_a_pdf_header_past_the_first_kilobyte_does_not_count (void)
{
    g_autofree char *bytes = g_malloc0 (2000);
    memcpy (bytes + 1019, "%PDF-", 5);
    assert_kind (bytes, 2000, EVX_KIND_PDF);
    memset (bytes, 0, 2000);
    memcpy (bytes + 1020, "%PDF-", 5);
    assert_kind (bytes, 2000, EVX_KIND_OTHER);
}

#define TEST(name, func) g_test_add ("/intake/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    TEST ("the walk names every path once in byte order", test_the_walk_names_every_path_once_in_byte_order);
    TEST ("followed links do not go round", test_followed_links_do_not_go_round);
    TEST ("two roots with the same names stay apart", test_two_roots_with_the_same_names_stay_apart);
    TEST ("a root that is not there is a failed input", test_a_root_that_is_not_there_is_a_failed_input);
    TEST ("folders past the depth limit are named", test_folders_past_the_depth_limit_are_named);
    TEST ("the loaded bytes are the hashed ones and sealed",
          test_the_loaded_bytes_are_the_hashed_ones_and_sealed);
    TEST ("what is no pdf is refused with its code", test_what_is_no_pdf_is_refused_with_its_code);
    g_test_add_func ("/intake/kinds are told by content", test_kinds_are_told_by_content);
    g_test_add_func ("/intake/a header far behind is one with an object", test_a_header_far_behind_is_one_with_an_object);
    g_test_add_func ("/intake/a pdf header past the first kilobyte does not count",
                     test_a_pdf_header_past_the_first_kilobyte_does_not_count);
    return g_test_run ();
}
