/* Mends the bytes of a file that poppler refuses, in the order of what costs least:
 *
 *   1. junk before the header: begin at "%PDF-";
 *   2. no usable trailer: append one that names the catalog found by scanning for "/Type /Catalog";
 *   3. no catalog either: append a page tree over every "/Type /Page" object found, and a catalog;
 *   4. qpdf's recovery, written out anew.
 * Pages that their crop box leaves nothing of are mended apart from that, when they are met. Poppler and qpdf rebuild the cross-reference table by themselves once they know a root. */
#include "../painting/painting-object.h"
#include "pdf-internal.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

/* Objects looked at for a page tree; more cannot be in a file that poppler would read. */
#define MAX_PAGES 100000u

typedef struct {
    guint number, generation;
} Ref;

typedef struct {
    const char *data, *end;
} Span;

static Span
span_of (GBytes *bytes)
{
    gsize size = 0;
    const char *data = g_bytes_get_data (bytes, &size);
    return (Span) { data, data + size };
}

/* The last whole number before @p, skipping blanks; *p moves before it. */
static gboolean
number_before (const char *start, const char **p, guint *number)
{
    const char *at = *p;
    while (at > start && g_ascii_isspace (at[-1]))
        at--;
    const char *last = at;
    while (at > start && g_ascii_isdigit (at[-1]) && last - at < 9)
        at--;
    if (at == last)
        return FALSE;
    *number = (guint) g_ascii_strtoull (at, NULL, 10);
    *p = at;
    return TRUE;
}

/* "N G obj" that opens the object around @at: the nearest " obj" before it with numbers in front. */
static gboolean
object_around (Span file, const char *at, Ref *ref)
{
    const char *limit = at - file.data > 65536 ? at - 65536 : file.data;
    for (const char *p = at; p > limit + 3; p--) {
        if (memcmp (p - 3, "obj", 3) != 0)
            continue;
        if (p - 6 >= file.data && memcmp (p - 6, "endobj", 6) == 0)
            return FALSE;
        const char *before = p - 3;
        return number_before (file.data, &before, &ref->generation) &&
               number_before (file.data, &before, &ref->number);
    }
    return FALSE;
}

/* Where "/Type" is followed by the name @type, at or after @from. */
static const char *
find_type (Span file, const char *from, const char *type)
{
    gsize length = strlen (type);
    while (from < file.end) {
        const char *p = memmem (from, (gsize) (file.end - from), "/Type", 5);
        if (p == NULL)
            return NULL;
        const char *name = p + 5;
        while (name < file.end && g_ascii_isspace (*name))
            name++;
        if (file.end - name > (gssize) length && memcmp (name, type, length) == 0 &&
            !g_ascii_isalnum (name[length]))
            return p;
        from = p + 5;
    }
    return NULL;
}

static GBytes *
append (GBytes *bytes, const char *tail)
{
    gsize size = 0;
    const void *data = g_bytes_get_data (bytes, &size);
    GByteArray *whole = g_byte_array_sized_new ((guint) MIN (size + strlen (tail), G_MAXUINT));
    g_byte_array_append (whole, data, (guint) size);
    g_byte_array_append (whole, (const guint8 *) tail, (guint) strlen (tail));
    return g_byte_array_free_to_bytes (whole);
}

static GBytes *
without_junk (GBytes *bytes)
{
    Span file = span_of (bytes);
    const char *header = memmem (file.data, (gsize) (file.end - file.data), "%PDF-", 5);
    if (header == NULL || header == file.data)
        return NULL;
    return g_bytes_new_from_bytes (bytes, (gsize) (header - file.data),
                                   (gsize) (file.end - header));
}

/* Of several catalogs (a file saved in steps) the last one stands. */
static GBytes *
with_trailer (GBytes *bytes)
{
    Span file = span_of (bytes);
    Ref root = { 0 }, ref;
    for (const char *p = find_type (file, file.data, "/Catalog"); p != NULL;
         p = find_type (file, p + 5, "/Catalog"))
        if (object_around (file, p, &ref))
            root = ref;
    if (root.number == 0)
        return NULL;
    g_autofree char *tail = g_strdup_printf ("\nendobj\ntrailer\n<< /Root %u %u R >>\n"
                                             "startxref\n0\n%%%%EOF\n",
                                             root.number, root.generation);
    return append (bytes, tail);
}

static GArray *
find_pages (Span file, guint *highest)
{
    GArray *pages = g_array_new (FALSE, FALSE, sizeof (Ref));
    Ref ref;
    for (const char *p = find_type (file, file.data, "/Page"); p != NULL && pages->len < MAX_PAGES;
         p = find_type (file, p + 5, "/Page")) {
        if (!object_around (file, p, &ref))
            continue;
        *highest = MAX (*highest, ref.number);
        g_array_append_val (pages, ref);
    }
    return pages;
}

static GBytes *
with_page_tree (GBytes *bytes)
{
    guint highest = 100000;
    g_autoptr (GArray) pages = find_pages (span_of (bytes), &highest);
    if (pages->len == 0)
        return NULL;
    guint tree = highest + 1, root = highest + 2;
    g_autoptr (GString) tail = g_string_new ("\nendobj\n");
    g_string_append_printf (tail, "%u 0 obj\n<< /Type /Pages /Count %u /Kids [", tree, pages->len);
    for (guint i = 0; i < pages->len; i++) {
        Ref ref = g_array_index (pages, Ref, i);
        g_string_append_printf (tail, "%u %u R ", ref.number, ref.generation);
    }
    g_string_append_printf (tail,
                            "] /MediaBox [0 0 612 792] >>\nendobj\n"
                            "%u 0 obj\n<< /Type /Catalog /Pages %u 0 R >>\nendobj\n"
                            "trailer\n<< /Root %u 0 R /Size %u >>\nstartxref\n0\n%%%%EOF\n",
                            root, tree, root, root + 1);
    return append (bytes, tail->str);
}

/* *@n_pages is 0 where qpdf cannot read the file. End it with close_qpdf. */
static qpdf_data
open_by_qpdf (GBytes *bytes, const char *password, int *n_pages)
{
    gsize size = 0;
    const char *data = g_bytes_get_data (bytes, &size);
    qpdf_data qpdf = qpdf_init ();
    qpdf_silence_errors (qpdf);
    qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
    *n_pages = qpdf_read_memory (qpdf, "input", data, size, password) & QPDF_ERRORS ? 0 : qpdf_get_num_pages (qpdf);
    return qpdf;
}

static void
close_qpdf (qpdf_data qpdf)
{
    if (qpdf_has_error (qpdf)) /* fetched, or qpdf complains on stderr */
        qpdf_get_error (qpdf);
    qpdf_cleanup (&qpdf);
}

static GBytes *
write_by_qpdf (qpdf_data qpdf)
{
    if (qpdf_init_write_memory (qpdf) & QPDF_ERRORS)
        return NULL;
    qpdf_set_stream_data_mode (qpdf, qpdf_s_preserve);
    qpdf_set_preserve_encryption (qpdf, QPDF_FALSE);
    if (qpdf_write (qpdf) & QPDF_ERRORS)
        return NULL;
    return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

static GBytes *
by_qpdf (GBytes *bytes)
{
    int n_pages;
    qpdf_data qpdf = open_by_qpdf (bytes, NULL, &n_pages);
    GBytes *result = n_pages > 0 ? write_by_qpdf (qpdf) : NULL;
    close_qpdf (qpdf);
    return result;
}

/* Without a media box poppler takes a sheet of US letter. */
static void
show_all (qpdf_data qpdf, guint index)
{
    EvxBox sheet;
    qpdf_oh page = qpdf_get_page_n (qpdf, index), media = evx_object_inherited (qpdf, page, "/MediaBox");
    if (!evx_object_box (qpdf, media, &sheet))
        media = qpdf_oh_parse (qpdf, "[ 0 0 612 792 ]");
    qpdf_oh_replace_key (qpdf, page, "/CropBox", media);
}

GBytes *
evx_pdf_uncrop (GBytes *bytes, const char *password, const GArray *pages)
{
    int n_pages;
    qpdf_data qpdf = open_by_qpdf (bytes, password, &n_pages);
    guint n = 0;
    while (n < pages->len && (int) g_array_index (pages, guint, n) < n_pages)
        show_all (qpdf, g_array_index (pages, guint, n++));
    GBytes *result = n > 0 && n == pages->len ? write_by_qpdf (qpdf) : NULL;
    close_qpdf (qpdf);
    return result;
}

GBytes *
evx_pdf_repair (GBytes *bytes, guint attempt, const char **how)
{
    static const struct {
        GBytes *(*mend) (GBytes *bytes);
        const char *how;
    } ways[] = {
        { without_junk, "junk before the header skipped" },
        { with_trailer, "trailer rebuilt from the catalog found" },
        { with_page_tree, "page tree rebuilt from the pages found" },
        { by_qpdf, "file structure rebuilt" },
    };
    *how = attempt < G_N_ELEMENTS (ways) ? ways[attempt].how : NULL;
    return *how ? ways[attempt].mend (bytes) : NULL;
}
