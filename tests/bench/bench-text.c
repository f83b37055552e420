/* Reads every page of a file as the text stage does, words with attributes, pictures, painting and
 * figures, and prints the number of pages and the processor time in ms, without that of loading the
 * program, which a worker forked from a running one does not pay: for the script bench-text. It has the program's
 * allocator. */
#include "text/text.h"

#include <stdio.h>
#include <time.h>

static gboolean
read_page (EvxPdf *pdf, guint index, GError **error)
{
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, index, error);
    if (page == NULL || !evx_text_stage.page (NULL, NULL, pdf, page, error))
        return FALSE;
    g_autoptr (EvxPainting) painting = evx_pdf_painting (pdf, page);
    return TRUE;
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *data = NULL;
    clock_t start = clock ();
    gsize size = 0;
    if (argc != 2 || !g_file_get_contents (argv[1], &data, &size, &error)) {
        fprintf (stderr, "bench-text: %s\n", error ? error->message : "one file, please");
        return 2;
    }
    g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&data), size);
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, &error);
    guint n = pdf ? evx_pdf_n_pages (pdf) : 0, done = 0;
    for (guint i = 0; i < n; i++)
        done += read_page (pdf, i, NULL);
    printf ("%u %.0f\n", done, 1000.0 * (double) (clock () - start) / CLOCKS_PER_SEC);
    return pdf ? 0 : 1;
}
