/* The load file: whatever stands in the values, each line has its 18 fields and nothing in a field passes for a
 * mark. Values are parted by 0xFF; six make a document: file, type, date, first and last Bates number, family.
 * The file is then read back by the rules of the format, and its paths are compared with what went in. */
#include "deliver/export-internal.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define DOCUMENTS 4
#define VALUES 6
#define FIELDS 18
#define FILEPATH 3

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

typedef struct {
    char *folder;
    EvxIndex *index;
} Place;

/* One index for all inputs, whose four documents are replaced each time. */
static Place here;

static void
remove_files (const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *path = g_build_filename (here.folder, names[i], NULL);
        g_remove (path);
    }
}

static void
forget_export (void)
{
    static const char *const written[] = { "TEXT/001/EVX0000001.txt", "TEXT/001/EVX0000002.txt",
                                           "TEXT/001/EVX0000003.txt", "TEXT/001/EVX0000004.txt", "TEXT/001", "TEXT",
                                           "evidex.dat", "evidex.opt", NULL };
    remove_files (written);
}

static void
forget_index (void)
{
    static const char *const made[] = { "index.db", "index.db-wal", "index.db-shm", "lock", NULL };
    forget_export ();
    evx_index_close (here.index);
    remove_files (made);
    g_rmdir (here.folder);
    g_free (here.folder);
}

static void
make_index (void)
{
    here.folder = g_dir_make_tmp ("evidex-fuzz-XXXXXX", NULL);
    here.index = evx_index_create (here.folder, NULL);
    g_assert_nonnull (here.index);
    atexit (forget_index);
}

/* Value @n of the input; bytes as they are, but no 0 and no 0xFF. */
static char *
value (const guint8 *data, gsize size, guint n)
{
    GString *text = g_string_new (NULL);
    for (gsize i = 0; i < size; i++) {
        if (data[i] == 0xff && n-- == 0)
            break;
        if (n == 0 && data[i] != 0xff && data[i] != 0)
            g_string_append_c (text, (char) data[i]);
    }
    return g_string_free (text, FALSE);
}

static void
put (EvxIndex *index, guint i, char *const *values)
{
    g_autofree char *id = g_strdup_printf ("%064x", i + 1);
    g_autofree char *file = g_strdup_printf ("%u%s", i, values[0]);
    g_autofree char *path = g_strdup_printf ("/%u", i);
    EvxInput input = { .path = path, .file = file, .document_id = id, .status = EVX_STATUS_DONE, .code = EVX_NONE,
                       .family = values[5] };
    g_autoptr (EvxDocument) document = evx_document_new (id, file);
    document->status = EVX_STATUS_DONE;
    document->n_pages = i; /* the first has none, as an archive */
    document->type = g_strdup (values[1]);
    document->date = g_strdup (values[2]);
    document->bates_first = g_strdup (values[3]);
    document->bates_last = g_strdup (values[4]);
    g_assert_true (evx_index_put_input (index, &input, NULL));
    g_assert_true (evx_index_put_document (index, document, NULL));
}

/* As the writer should have it: marks dropped, line ends as U+00AE. NULL: no UTF-8, nothing is known of it. */
static char *
expected (const char *text)
{
    if (!g_utf8_validate (text, -1, NULL))
        return NULL;
    GString *out = g_string_new (NULL);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        if (c == '\n')
            g_string_append_unichar (out, 0xae);
        else if (strchr ("\r\x14", (int) MIN (c, 0x7f)) == NULL && c != 0xfe && c != 0xae)
            g_string_append_unichar (out, c);
    }
    return g_string_free (out, FALSE);
}

/* Returns: (transfer full): the values of a line. */
static char **
read_line (const char *line)
{
    char **fields = g_strsplit (line, "\x14", -1);
    g_assert_cmpuint (g_strv_length (fields), ==, FIELDS);
    for (guint i = 0; i < FIELDS; i++) {
        g_assert_true (g_str_has_prefix (fields[i], "þ") && g_str_has_suffix (fields[i], "þ"));
        gsize length = strlen (fields[i]);
        g_assert_cmpuint (length, >=, 2 * strlen ("þ"));
        memmove (fields[i], fields[i] + strlen ("þ"), length - strlen ("þ"));
        fields[i][length - 2 * strlen ("þ")] = '\0';
        g_assert_null (strstr (fields[i], "þ"));
        g_assert_null (strpbrk (fields[i], "\r\n"));
    }
    return fields;
}

static void
check_dat (const char *folder, char *wanted[DOCUMENTS])
{
    g_autofree char *path = g_build_filename (folder, "evidex.dat", NULL), *dat = NULL;
    gsize length = 0;
    g_assert_true (g_file_get_contents (path, &dat, &length, NULL));
    g_assert_true (g_utf8_validate (dat, (gssize) length, NULL));
    g_assert_true (g_str_has_prefix (dat, "\xef\xbb\xbf"));
    g_auto (GStrv) lines = g_strsplit (dat + 3, "\r\n", -1);
    g_assert_cmpuint (g_strv_length (lines), ==, DOCUMENTS + 2); /* with the header and what is behind the end */
    for (guint i = 0; i <= DOCUMENTS; i++) {
        g_auto (GStrv) fields = read_line (lines[i]);
        for (guint d = 0; i > 0 && d < DOCUMENTS; d++)
            if (wanted[d] != NULL && fields[FILEPATH][0] == (char) ('0' + d))
                g_assert_cmpstr (fields[FILEPATH], ==, wanted[d]);
    }
}

static void
check_opt (const char *folder)
{
    g_autofree char *path = g_build_filename (folder, "evidex.opt", NULL), *opt = NULL;
    g_assert_true (g_file_get_contents (path, &opt, NULL, NULL));
    g_auto (GStrv) lines = g_strsplit (opt, "\r\n", -1);
    g_assert_cmpuint (g_strv_length (lines), ==, DOCUMENTS); /* but for the one without pages, and with what is behind the end */
    for (guint i = 0; i + 1 < DOCUMENTS; i++) {
        g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
        g_assert_cmpuint (g_strv_length (fields), ==, 7);
        g_assert_null (strpbrk (lines[i], "\r\n"));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    char *wanted[DOCUMENTS];
    if (here.folder == NULL)
        make_index ();
    g_assert_true (evx_index_begin (here.index, NULL));
    for (guint i = 0; i < DOCUMENTS; i++) {
        char *values[VALUES];
        for (guint v = 0; v < VALUES; v++)
            values[v] = value (data, size, i * VALUES + v);
        put (here.index, i, values);
        g_autofree char *file = g_strdup_printf ("%u%s", i, values[0]);
        wanted[i] = expected (file);
        for (guint v = 0; v < VALUES; v++)
            g_free (values[v]);
    }
    g_assert_true (evx_index_commit (here.index, NULL));
    g_autoptr (GError) error = NULL;
    evx_export_concordance (here.index, here.folder, &error);
    g_assert_no_error (error);
    check_dat (here.folder, wanted);
    check_opt (here.folder);
    forget_export ();
    for (guint i = 0; i < DOCUMENTS; i++)
        g_free (wanted[i]);
    return 0;
}
