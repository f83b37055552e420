/* Shows what the layout stage makes of pages: its tables as JSON, its text, or a drawing.
 *
 *   layout-look [--ocr WHEN] [--dpi N] [--keep KEPT] [--page N] [--text | --png PREFIX | --time] FILE
 *
 * --keep keeps the pages as they were recognised in the file KEPT and takes them from there where it stands, so
 * that a change of the layout stage is seen without recognising again.
 * In the drawing lines are gray, blocks blue (headings magenta, list items cyan, heads and feet yellow),
 * cells green, heads of tables dark green, redactions red, Bates candidates orange. */
#include "layout/layout.h"
#include "ocr/ocr.h"
#include "pack.h"
#include "text/text.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define LOOK_DPI 100.0

typedef struct {
    char *ocr, *png, *dpi, *keep;
    int page;
    GByteArray *kept; /* pages that were recognised: see keep_page */
    gsize at;         /* the next of them, where they are read */
    gboolean reads;   /* from what was kept */
    gboolean text, time;
    double seconds[3];
    gpointer selves[3];
} Look;

static const EvxStage *const stages[] = { &evx_text_stage, &evx_ocr_stage, &evx_layout_stage };
#define LAYOUT 2

static void
print_json (const char *text)
{
    putchar ('"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            putchar ('\\');
        if ((guchar) *text >= 0x20)
            putchar (*text);
    }
    putchar ('"');
}

static void
print_row (const EvxPage *page, const EvxRow *row)
{
    printf ("{\"kind\":\"%s\",\"doubt\":%u,\"cells\":[", evx_row_kind_name (row->kind), row->doubt);
    for (guint c = 0; c < row->n_cells; c++) {
        const EvxCell *cell = &g_array_index (page->cells, EvxCell, row->first_cell + c);
        g_autofree char *text = evx_page_cell (page, row->first_cell + c);
        printf ("%s{\"column\":%u,\"columns\":%u,\"text\":", c > 0 ? "," : "", cell->column, cell->columns);
        print_json (text);
        printf ("}");
    }
    printf ("]}");
}

static void
print_tables (const EvxPage *page)
{
    for (guint t = 0; t < page->tables->len; t++) {
        const EvxTable *table = &g_array_index (page->tables, EvxTable, t);
        printf ("{\"page\":%u,\"table\":%u,\"columns\":%u,\"ruled\":%s,\"box\":[%.1f,%.1f,%.1f,%.1f],\"rows\":[",
                page->index + 1, t + 1, table->n_columns, table->ruled ? "true" : "false", table->box.x0,
                table->box.y0, table->box.x1, table->box.y1);
        for (guint r = 0; r < table->n_rows; r++) {
            printf (r > 0 ? "," : "");
            print_row (page, &g_array_index (page->rows, EvxRow, table->first_row + r));
        }
        printf ("]}\n");
    }
}

static void
print_redactions (const EvxPage *page)
{
    for (guint i = 0; i < page->redactions->len; i++) {
        const EvxRedaction *r = &g_array_index (page->redactions, EvxRedaction, i);
        printf ("{\"page\":%u,\"redaction\":\"%s\",\"under\":%u,\"exemption\":\"%s\",\"box\":[%.1f,%.1f,%.1f,%.1f]}\n",
                page->index + 1, evx_redaction_kind_name (r->kind), r->n_words_under,
                r->exemption ? r->exemption : "", r->box.x0, r->box.y0, r->box.x1, r->box.y1);
    }
    for (guint i = 0; i < page->bates->len; i++) {
        const EvxBates *b = &g_array_index (page->bates, EvxBates, i);
        printf ("{\"page\":%u,\"bates\":\"%s\",\"prefix\":\"%s\",\"number\":%" G_GINT64_FORMAT ",\"digits\":%u}\n",
                page->index + 1, b->text, b->prefix, b->number, b->digits);
    }
}

static void
draw (PIX *pix, EvxBox box, int width, int r, int g, int b)
{
    EvxBox px = evx_box_to_px (box, LOOK_DPI);
    BOX *frame = boxCreate ((int) px.x0, (int) px.y0, MAX (2, (int) (px.x1 - px.x0)), MAX (2, (int) (px.y1 - px.y0)));
    pixRenderBoxArb (pix, frame, width, (guint8) r, (guint8) g, (guint8) b);
    boxDestroy (&frame);
}

static void
draw_page (EvxPdf *pdf, const EvxPage *page, const char *prefix)
{
    static const int colours[][3] = { { 60, 60, 255 }, { 255, 0, 255 }, { 0, 190, 220 }, { 0, 160, 0 },
                                      { 220, 200, 0 }, { 220, 200, 0 }, { 130, 80, 0 } };
    g_autoptr (PIX) pix = evx_pdf_render_colour (pdf, page->index, LOOK_DPI, NULL);
    if (pix == NULL)
        return;
    for (guint i = 0; i < page->lines->len; i++)
        draw (pix, g_array_index (page->lines, EvxLine, i).box, 1, 190, 190, 190);
    for (guint i = 0; i < page->blocks->len; i++) {
        const EvxBlock *block = &g_array_index (page->blocks, EvxBlock, i);
        const int *c = colours[MIN (block->kind, G_N_ELEMENTS (colours) - 1)];
        draw (pix, block->box, 1, c[0], c[1], c[2]);
    }
    for (guint i = 0; i < page->rows->len; i++) {
        const EvxRow *row = &g_array_index (page->rows, EvxRow, i);
        int green = row->kind == EVX_ROW_HEADER ? 100 : 210, red = row->kind == EVX_ROW_TOTAL ? 200 : 0;
        for (guint c = 0; c < row->n_cells; c++)
            draw (pix, g_array_index (page->cells, EvxCell, row->first_cell + c).box, 1, red, green, 0);
    }
    for (guint i = 0; i < page->redactions->len; i++)
        draw (pix, g_array_index (page->redactions, EvxRedaction, i).box, 3, 255, 0, 0);
    for (guint i = 0; i < page->bates->len; i++)
        draw (pix, g_array_index (page->bates, EvxBates, i).box, 2, 255, 140, 0);
    g_autofree char *file = g_strdup_printf ("%s-%03u.png", prefix, page->index + 1);
    pixWrite (file, pix, IFF_PNG);
}

/* Seconds of processor time, so that other work on the machine does not count. */
static double
cpu_s (void)
{
    struct timespec now;
    clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

/* ---- pages that are kept -------------------------------------------------------------------------- */

static void
keep_bytes (Look *look, gconstpointer data, gsize length)
{
    guint32 n = (guint32) length;
    g_byte_array_append (look->kept, (const guint8 *) &n, sizeof n);
    g_byte_array_append (look->kept, data, n);
}

/* (transfer full): what was kept next; empty at the end. */
static GBytes *
kept_bytes (Look *look)
{
    guint32 n = 0;
    if (look->at + sizeof n > look->kept->len)
        return g_bytes_new (NULL, 0);
    memcpy (&n, look->kept->data + look->at, sizeof n);
    look->at += sizeof n;
    n = MIN (n, look->kept->len - (guint) look->at);
    look->at += n;
    return g_bytes_new (look->kept->data + look->at - n, n);
}

/* Packed, and its rules, which are not. */
static void
keep_page (Look *look, const EvxPage *page)
{
    g_autoptr (GBytes) packed = evx_page_pack (page);
    keep_bytes (look, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
    keep_bytes (look, page->rules->data, page->rules->len * sizeof (EvxRule));
}

static EvxPage *
kept_page (Look *look, GError **error)
{
    g_autoptr (GBytes) packed = kept_bytes (look), rules = kept_bytes (look);
    EvxPage *page = evx_page_unpack (packed, error);
    if (page != NULL)
        g_array_append_vals (page->rules, g_bytes_get_data (rules, NULL), g_bytes_get_size (rules) / sizeof (EvxRule));
    return page;
}

static void
open_kept (Look *look)
{
    char *data = NULL;
    gsize length = 0;
    look->reads = look->keep != NULL && g_file_get_contents (look->keep, &data, &length, NULL);
    look->kept = look->reads ? g_byte_array_new_take ((guint8 *) data, length) : g_byte_array_new ();
}

static gboolean
close_kept (Look *look, GError **error)
{
    g_autoptr (GByteArray) kept = g_steal_pointer (&look->kept);
    if (kept == NULL || look->keep == NULL || look->reads || look->page != 0)
        return TRUE;
    return g_file_set_contents (look->keep, (const char *) kept->data, (gssize) kept->len, error);
}

/* ---- looking --------------------------------------------------------------------------------------- */

/* Each page is asked for, also one that is not shown: kept pages stand one after another. */
static gboolean
look_at (Look *look, EvxPdf *pdf, const EvxDocument *document, guint index)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPage) page = look->reads ? kept_page (look, &error) : evx_pdf_page (pdf, index, &error);
    if (look->page != 0 && index + 1 != (guint) look->page)
        return TRUE;
    for (guint i = look->reads ? LAYOUT : 0; page != NULL && i < G_N_ELEMENTS (stages); i++) {
        if (i == LAYOUT && !look->reads)
            keep_page (look, page);
        double begin = cpu_s ();
        if (!stages[i]->page (look->selves[i], document, pdf, page, &error))
            g_clear_pointer (&page, evx_page_free);
        look->seconds[i] += cpu_s () - begin;
    }
    if (page == NULL) {
        g_printerr ("page %u: %s\n", index + 1, error->message);
        return FALSE;
    }
    if (look->text)
        printf ("%s\f", page->text->str);
    else if (look->png != NULL)
        draw_page (pdf, page, look->png);
    else if (!look->time) {
        print_tables (page);
        print_redactions (page);
    }
    return TRUE;
}

static gboolean
open_stages (Look *look, EvxOptions *options, GError **error)
{
    if (look->ocr != NULL && !evx_options_set (options, "ocr", look->ocr, "--ocr", error))
        return FALSE;
    if (look->dpi != NULL && !evx_options_set (options, "dpi", look->dpi, "--dpi", error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
        g_autoptr (GError) local = NULL;
        look->selves[i] = stages[i]->open != NULL ? stages[i]->open (options, &local) : NULL;
        if (local != NULL) {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
    }
    return TRUE;
}

static void
close_stages (Look *look)
{
    for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
        if (stages[i]->close != NULL && look->selves[i] != NULL)
            stages[i]->close (look->selves[i]);
}

static int
look_file (Look *look, const char *path, GError **error)
{
    g_autoptr (EvxOptions) options = evx_options_new ();
    char *contents = NULL;
    gsize length = 0;
    if (!open_stages (look, options, error) || !g_file_get_contents (path, &contents, &length, error))
        return 4;
    g_autoptr (GBytes) bytes = g_bytes_new_take (contents, length);
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, error);
    if (pdf == NULL)
        return 4;
    g_autoptr (EvxDocument) document = evx_document_new ("0", path);
    document->n_pages = evx_pdf_n_pages (pdf);
    gboolean all = TRUE;
    open_kept (look);
    for (guint i = 0; i < document->n_pages; i++)
        all &= look_at (look, pdf, document, i);
    if (all && !close_kept (look, error))
        return 4;
    if (look->time)
        printf ("%u pages; cpu ms a page: text %.3f, ocr %.3f, layout %.3f\n", document->n_pages,
                1e3 * look->seconds[0] / document->n_pages, 1e3 * look->seconds[1] / document->n_pages,
                1e3 * look->seconds[2] / document->n_pages);
    return all ? 0 : 3;
}

int
main (int argc, char **argv)
{
    Look look = { 0 };
    GOptionEntry entries[] = {
        { "ocr", 0, 0, G_OPTION_ARG_STRING, &look.ocr, "auto, never or always", "WHEN" },
        { "dpi", 0, 0, G_OPTION_ARG_STRING, &look.dpi, "resolution for OCR", "N" },
        { "keep", 0, 0, G_OPTION_ARG_FILENAME, &look.keep, "keep the recognised pages, or take them from there", "KEPT" },
        { "page", 0, 0, G_OPTION_ARG_INT, &look.page, "only this page", "N" },
        { "png", 0, 0, G_OPTION_ARG_STRING, &look.png, "draw each page", "PREFIX" },
        { "text", 0, 0, G_OPTION_ARG_NONE, &look.text, "print the text", NULL },
        { "time", 0, 0, G_OPTION_ARG_NONE, &look.time, "print the processor time", NULL },
        { NULL }
    };
    setlocale (LC_NUMERIC, "C");
    g_autoptr (GError) error = NULL;
    g_autoptr (GOptionContext) context = g_option_context_new ("FILE");
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2) {
        g_printerr ("layout-look: %s\n", error ? error->message : "one FILE is needed");
        return 2;
    }
    int status = look_file (&look, argv[1], &error);
    close_stages (&look);
    if (error != NULL)
        g_printerr ("layout-look: %s\n", error->message);
    return status;
}
