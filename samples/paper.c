/* Pages: opened when the first ink falls, drawn either straight into the PDF or on an image that
 * goes through the scanner at the end of the page; then stamped. What cairo cannot write (a turned
 * page, invisible text) is added by qpdf when the file is closed. */
#include "ink.h"
#include "pack.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#define LEADING 1.32 /* line to line, of the size */

typedef struct {
    int angle;
    gboolean hidden_layer;
} PageFix;

/* A message lies in a folder of its name, with what is attached, until it is packed. */
static char *
path_of (const Paper *paper)
{
    return g_build_filename (paper->folder, paper->file,
                             g_str_has_suffix (paper->file, ".eml") ? PACK_MESSAGE : NULL, NULL);
}

Paper *
paper_new (Gold *gold, const char *folder, const char *file)
{
    Paper *paper = g_new0 (Paper, 1);
    paper->gold = gold;
    paper->folder = g_strdup (folder);
    paper->file = g_strdup (file);
    paper->width = 612;
    paper->height = 792;
    paper->margin = 72;
    paper->size = 11;
    paper->family = "Liberation Serif";
    paper->breaks = TRUE;
    paper->rotations = g_array_new (FALSE, FALSE, sizeof (PageFix));
    paper->layer = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *base = g_path_get_basename (file);
    *strrchr (base, '.') = '\0';
    g_autofree char *name = g_strdup_printf ("text/%s.txt", base);
    paper->text = gold_file (gold, name);
    g_autofree char *path = path_of (paper);
    g_autofree char *parent = g_path_get_dirname (path);
    g_mkdir_with_parents (parent, 0755);
    paper->pdf = cairo_pdf_surface_create (path, paper->width, paper->height);
    paper->pdf_cr = cairo_create (paper->pdf);
    return paper;
}

/* ---- a page ------------------------------------------------------------------------------- */

/* The same letters must have the same width on paper and on the scanner's glass. */
static void
no_hints (cairo_t *cr)
{
    cairo_font_options_t *options = cairo_font_options_create ();
    cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options (cr, options);
    cairo_font_options_destroy (options);
}

static cairo_t *
image_context (cairo_surface_t **image, double width, double height, int dpi)
{
    double scale = dpi / 72.0;
    *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(width * scale + 0.5),
                                         (int)(height * scale + 0.5));
    cairo_t *cr = cairo_create (*image);
    cairo_scale (cr, scale, scale);
    no_hints (cr);
    cairo_set_source_rgb (cr, 1, 1, 1);
    cairo_paint (cr);
    cairo_set_source_rgb (cr, 0, 0, 0);
    return cr;
}

static void
tell_line (Paper *paper, const char *line)
{
    g_string_append (paper->text, line);
    g_string_append_c (paper->text, '\n');
}

static void
draw_furniture (Paper *paper)
{
    Flow *flow = &paper->flow;
    ink_face (paper, "Liberation Sans", 8, FALSE, FALSE);
    if (paper->head != NULL) {
        ink_put (paper, paper->head, flow->left, flow->top - 26);
        tell_line (paper, paper->head);
    }
    if (paper->foot != NULL) {
        g_autofree char *number = g_strdup_printf ("%d", paper->page);
        g_auto (GStrv) parts = g_strsplit (paper->foot, "#", -1);
        g_autofree char *foot = g_strjoinv (number, parts); /* "Page #" */
        double x = (flow->left + flow->right - ink_measure (paper, foot)) / 2;
        ink_put (paper, foot, x, flow->bottom + 30);
    }
}

void
paper_open_page (Paper *paper)
{
    if (paper->page_open)
        return;
    paper->page_open = TRUE;
    paper->page++;
    paper->redactions = 0;
    gboolean sideways = paper->rotate % 180 != 0 || paper->scan.turn % 2 != 0;
    cairo_pdf_surface_set_size (paper->pdf, sideways ? paper->height : paper->width,
                                sideways ? paper->width : paper->height);
    if (paper->label != NULL)
        cairo_pdf_surface_set_page_label (paper->pdf, paper->label);
    cairo_save (paper->pdf_cr);
    if (paper->rotate == 90) {
        cairo_matrix_t turn;
        cairo_matrix_init (&turn, 0, -1, 1, 0, 0, paper->width);
        cairo_transform (paper->pdf_cr, &turn);
    }
    paper->flow.cr = paper->pdf_cr;
    if (paper->scan.kind != SCAN_NONE)
        paper->flow.cr = image_context (&paper->ink, paper->width, paper->height, paper->scan.dpi);
    *(paper->scan.kind != SCAN_NONE ? &paper->scanned : &paper->digital) = TRUE;
    cairo_set_source_rgb (paper->flow.cr, 0, 0, 0);
    paper->flow.left = paper->flow.top = paper->flow.y = paper->margin;
    paper->flow.right = paper->width - paper->margin;
    paper->flow.bottom = paper->height - paper->margin;
    draw_furniture (paper);
}

/* Somebody's OCR: invisible lines spread over the page, under the picture. */
static void
draw_layer (Paper *paper)
{
    for (guint i = 0; i < paper->layer->len; i++) {
        ink_face (paper, "Liberation Sans", 10, FALSE, FALSE);
        ink_put (paper, g_ptr_array_index (paper->layer, i), 80, 100 + 22.0 * i);
    }
}

static void
scan_page (Paper *paper)
{
    cairo_t *cr = paper->pdf_cr;
    cairo_surface_flush (paper->ink);
    cairo_surface_t *image = scan_image (paper->ink, &paper->scan);
    cairo_destroy (paper->flow.cr);
    paper->flow.cr = cr;
    draw_layer (paper);
    cairo_save (cr);
    cairo_scale (cr, 72.0 / paper->scan.dpi, 72.0 / paper->scan.dpi);
    cairo_set_source_surface (cr, image, 0, 0);
    cairo_paint (cr);
    cairo_restore (cr);
    cairo_surface_destroy (image);
    cairo_surface_destroy (paper->ink);
    paper->ink = NULL;
}

/* What the sender's machine and the production clerk's software print over the page, as text. */
static char *
stamp_page (Paper *paper)
{
    cairo_set_source_rgb (paper->pdf_cr, 0, 0, 0);
    gboolean sideways = paper->scan.turn % 2 != 0;
    double width = sideways ? paper->height : paper->width;
    double height = sideways ? paper->width : paper->height;
    if (paper->fax != NULL) {
        g_autofree char *line = g_strdup_printf ("%s  P.%02d", paper->fax, paper->page);
        ink_face (paper, "Liberation Mono", 8, FALSE, FALSE);
        ink_put (paper, line, 30, 18);
        tell_line (paper, line);
    }
    if (paper->bates_prefix == NULL)
        return NULL;
    char *bates = g_strdup_printf ("%s%06d", paper->bates_prefix, paper->bates_next++);
    ink_face (paper, "Liberation Sans", 9, TRUE, FALSE);
    ink_put (paper, bates, width - 36 - ink_measure (paper, bates), height - 24);
    tell_line (paper, bates);
    return bates;
}

static const char *
reading_of (Paper *paper)
{
    if (paper->reading != NULL)
        return paper->reading;
    return paper->scan.kind != SCAN_NONE ? "ocr" : "text";
}

void
paper_end_page (Paper *paper)
{
    if (!paper->page_open)
        return;
    if (paper->ink != NULL)
        scan_page (paper);
    g_autofree char *bates = stamp_page (paper);
    g_autofree char *page = g_strdup_printf ("%d", paper->page);
    g_autofree char *rotation = g_strdup_printf ("%d", paper->rotate);
    g_autofree char *redactions = g_strdup_printf ("%d", paper->redactions);
    const char *fields[] = { paper->file,        page,  paper->label, rotation,
                             reading_of (paper), bates, redactions };
    gold_record (paper->gold->pages, G_N_ELEMENTS (fields), fields);
    if (bates != NULL && paper->bates_first == NULL)
        paper->bates_first = g_strdup (bates);
    if (bates != NULL) {
        g_free (paper->bates_last);
        paper->bates_last = g_strdup (bates);
    }
    PageFix fix = { paper->rotate, paper->layer->len > 0 };
    g_array_append_val (paper->rotations, fix);
    g_ptr_array_set_size (paper->layer, 0);
    g_clear_pointer (&paper->reading, g_free);
    g_clear_pointer (&paper->label, g_free);
    g_string_append_c (paper->text, '\f');
    cairo_restore (paper->pdf_cr);
    cairo_show_page (paper->pdf_cr);
    paper->page_open = FALSE;
}

/* ---- the file ----------------------------------------------------------------------------- */

/* Makes the text before the first picture invisible (render mode 3; ISO 32000-1, 9.3.6). */
static void
hide_layer (qpdf_data qpdf, qpdf_oh page)
{
    unsigned char *data = NULL;
    size_t length = 0;
    if (qpdf_oh_get_page_content_data (qpdf, page, &data, &length) != 0)
        g_error ("the page just written cannot be read");
    g_autofree char *content = g_strndup ((const char *)data, length);
    free (data);
    const char *picture = strstr (content, " Do");
    g_autoptr (GString) changed = g_string_new (NULL);
    for (const char *at = content; *at != '\0';) {
        const char *next = strstr (at, "BT\n");
        const char *end = next != NULL ? next + 3 : at + strlen (at);
        g_string_append_len (changed, at, end - at);
        if (next != NULL)
            g_string_append (changed, next < picture ? "3 Tr\n" : "0 Tr\n");
        at = end;
    }
    qpdf_oh stream = qpdf_oh_new_stream (qpdf);
    qpdf_oh_replace_stream_data (qpdf, stream, (const unsigned char *)changed->str, changed->len,
                                 qpdf_oh_new_null (qpdf), qpdf_oh_new_null (qpdf));
    qpdf_oh_replace_key (qpdf, page, "/Contents", stream);
}

static gboolean
finish_file (Paper *paper, const char *path, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents (path, &bytes, &length, error))
        return FALSE;
    qpdf_data qpdf = qpdf_init ();
    gboolean good = qpdf_read_memory (qpdf, path, bytes, length, NULL) == 0;
    for (guint i = 0; good && i < paper->rotations->len; i++) {
        const PageFix *fix = &g_array_index (paper->rotations, PageFix, i);
        qpdf_oh page = qpdf_get_page_n (qpdf, i);
        if (fix->angle != 0)
            qpdf_oh_replace_key (qpdf, page, "/Rotate", qpdf_oh_new_integer (qpdf, fix->angle));
        if (fix->hidden_layer)
            hide_layer (qpdf, page);
    }
    good = good && qpdf_init_write (qpdf, path) == 0;
    if (good) {
        qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
        good = qpdf_write (qpdf) == 0;
    }
    if (!good)
        g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: cannot be finished", path);
    qpdf_cleanup (&qpdf);
    return good;
}

/* A second path with the same bytes. */
static gboolean
write_duplicate (Paper *paper, const char *path, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length = 0;
    g_autofree char *copy = g_build_filename (paper->folder, paper->duplicate, NULL);
    g_autofree char *parent = g_path_get_dirname (copy);
    g_mkdir_with_parents (parent, 0755);
    const char *fields[] = { paper->duplicate, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                             paper->file,      NULL };
    gold_record (paper->gold->documents, G_N_ELEMENTS (fields), fields);
    return g_file_get_contents (path, &bytes, &length, error) &&
           g_file_set_contents (copy, bytes, (gssize)length, error);
}

/* What is no PDF is the text of its one page, without the form feed behind it. */
static gboolean
write_text (const Paper *paper, const char *path, GError **error)
{
    gsize length = strcspn (paper->text->str, "\f");
    return g_file_set_contents (path, paper->text->str, (gssize)length, error);
}

static void
tell_document (Paper *paper)
{
    g_autofree char *pages = g_strdup_printf ("%d", paper->page);
    const char *origin = !paper->scanned ? "born_digital" : paper->digital ? "hybrid" : "scanned";
    const char *fields[] = {
        paper->file,        paper->type,       paper->language, pages, origin,
        paper->bates_first, paper->bates_last, paper->date,     NULL,  paper->near_duplicate_of
    };
    gold_record (paper->gold->documents, G_N_ELEMENTS (fields), fields);
}

static void
paper_free (Paper *paper)
{
    char *strings[] = { paper->folder,      paper->file,      paper->type,
                        paper->language,    paper->date,      paper->duplicate,
                        paper->head,        paper->foot,      paper->near_duplicate_of,
                        paper->label,       paper->fax,       paper->reading,
                        paper->theme,       paper->title,     paper->bates_prefix,
                        paper->bates_first, paper->bates_last };
    for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
        g_free (strings[i]);
    g_array_unref (paper->rotations);
    g_ptr_array_unref (paper->layer);
    g_free (paper);
}

gboolean
paper_close (Paper *paper, GError **error)
{
    paper_end_page (paper);
    g_autofree char *stamp =
        g_strdup_printf ("%sT09:00:00Z", paper->date != NULL ? paper->date : "2021-01-04");
    cairo_pdf_surface_set_metadata (paper->pdf, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
    cairo_pdf_surface_set_metadata (paper->pdf, CAIRO_PDF_METADATA_MOD_DATE, stamp);
    if (paper->title != NULL)
        cairo_pdf_surface_set_metadata (paper->pdf, CAIRO_PDF_METADATA_TITLE, paper->title);
    cairo_destroy (paper->pdf_cr);
    cairo_surface_finish (paper->pdf);
    cairo_surface_destroy (paper->pdf);
    g_autofree char *path = path_of (paper);
    gboolean good = g_str_has_suffix (paper->file, ".pdf") ? finish_file (paper, path, error)
                                                           : write_text (paper, path, error);
    tell_document (paper);
    if (good && paper->duplicate != NULL)
        good = write_duplicate (paper, path, error);
    paper_free (paper);
    return good;
}

/* ---- what stands on a page ---------------------------------------------------------------- */

static void
need (Paper *paper, double height)
{
    paper_open_page (paper);
    if (!paper->breaks || paper->flow.y + height <= paper->flow.bottom)
        return;
    paper_end_page (paper);
    paper_open_page (paper);
}

void
paper_space (Paper *paper, double pt)
{
    paper_open_page (paper);
    paper->flow.y += pt;
}

void
paper_text (Paper *paper, const char *text, double size, Align align, double indent)
{
    paper_open_page (paper);
    gboolean bullet = g_str_has_prefix (text, "- ");
    double hang = bullet ? indent + 1.3 * size : indent;
    g_autoptr (GPtrArray) words = ink_words (paper, bullet ? text + 2 : text, size);
    double room = paper->flow.right - paper->flow.left - hang;
    g_autoptr (GArray) starts = ink_break (paper, words, size, room);
    for (guint i = 0; i < starts->len; i++) {
        guint from = g_array_index (starts, guint, i);
        guint to = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : words->len;
        need (paper, LEADING * size);
        Flow *flow = &paper->flow;
        double spare = room - ink_width (paper, words, from, to, size);
        double x = flow->left + hang +
                   (align == ALIGN_CENTRE  ? spare / 2
                    : align == ALIGN_RIGHT ? spare
                                           : 0);
        double y = flow->y + 0.95 * size;
        if (bullet && i == 0) {
            ink_face (paper, paper->family, size, FALSE, FALSE);
            ink_put (paper, "•", flow->left + indent, y);
        }
        ink_draw (paper, words, from, to, size, x, y);
        g_autofree char *plain = ink_plain (words, from, to);
        g_autofree char *line = g_strconcat (bullet && i == 0 ? "• " : "", plain, NULL);
        tell_line (paper, line);
        flow->y += LEADING * size;
    }
}

void
paper_line (Paper *paper, const char *text, double size)
{
    need (paper, LEADING * size);
    ink_face (paper, paper->family, size, FALSE, FALSE);
    ink_put (paper, text, paper->flow.left, paper->flow.y + 0.95 * size);
    tell_line (paper, text);
    paper->flow.y += LEADING * size;
}

void
paper_rule (Paper *paper)
{
    need (paper, 8);
    cairo_set_line_width (paper->flow.cr, 0.8);
    cairo_move_to (paper->flow.cr, paper->flow.left, paper->flow.y + 3);
    cairo_line_to (paper->flow.cr, paper->flow.right, paper->flow.y + 3);
    cairo_stroke (paper->flow.cr);
    paper->flow.y += 8;
}

void
paper_sign (Paper *paper, guint32 seed)
{
    need (paper, 40);
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    cairo_t *cr = paper->flow.cr;
    double x = paper->flow.left + 6, y = paper->flow.y + 28;
    cairo_set_source_rgb (cr, 0.08, 0.1, 0.45);
    cairo_set_line_width (cr, 1.3);
    cairo_move_to (cr, x, y);
    for (int i = 0; i < 9; i++) {
        double w = g_rand_double_range (rand, 8, 18), h = g_rand_double_range (rand, 6, 22);
        cairo_rel_curve_to (cr, 2, -h, w - 4, -h, w / 2, 0);
        cairo_rel_curve_to (cr, 1, h / 3, w / 2, h / 3, w / 2, -2);
    }
    cairo_stroke (cr);
    cairo_set_source_rgb (cr, 0, 0, 0);
    paper->flow.y += 42;
}

/* ---- tables ------------------------------------------------------------------------------- */

typedef struct {
    const char *style;
    const double *widths;
    guint columns;
    GString *rows; /* CSV, or NULL */
} Table;

#define PAD 3.5

static GStrv
cells_of (const char *row)
{
    GStrv cells = g_strsplit (row + 1, " | ", -1);
    for (guint i = 0; cells[i] != NULL; i++)
        g_strstrip (cells[i]);
    return cells;
}

static double
cell_height (Paper *paper, const char *cell, double width, double size)
{
    g_autoptr (GPtrArray) words = ink_words (paper, cell, size);
    g_autoptr (GArray) starts = ink_break (paper, words, size, width - 2 * PAD);
    return MAX (starts->len, 1) * 1.2 * size + 2 * PAD;
}

/* Returns: the cell as plain text, its lines joined. */
static char *
draw_cell (Paper *paper, const char *cell, double x, double width, double size)
{
    g_autoptr (GPtrArray) words = ink_words (paper, cell, size);
    g_autoptr (GArray) starts = ink_break (paper, words, size, width - 2 * PAD);
    for (guint i = 0; i < starts->len; i++) {
        guint from = g_array_index (starts, guint, i);
        guint to = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : words->len;
        ink_draw (paper, words, from, to, size, x + PAD,
                  paper->flow.y + PAD + 0.93 * size + 1.2 * size * i);
    }
    return ink_plain (words, 0, words->len);
}

/* A form's cell: the label small above, what was typed in below. */
static char *
draw_field (Paper *paper, const char *cell, double x)
{
    g_auto (GStrv) parts = g_strsplit (cell, ": ", 2);
    ink_face (paper, "Liberation Sans", 6.5, FALSE, FALSE);
    ink_put (paper, parts[0], x + PAD, paper->flow.y + 8.5);
    if (parts[0] == NULL || parts[1] == NULL)
        return g_strdup (cell);
    const char *family = paper->family;
    paper->family = "Liberation Mono";
    g_autoptr (GPtrArray) words = ink_words (paper, parts[1], 9.5);
    ink_draw (paper, words, 0, words->len, 9.5, x + PAD, paper->flow.y + 20.5);
    paper->family = family;
    g_autofree char *value = ink_plain (words, 0, words->len);
    return g_strdup_printf ("%s %s", parts[0], value);
}

static void
draw_frame (Paper *paper, const Table *table, double height, gboolean header)
{
    cairo_t *cr = paper->flow.cr;
    double x = paper->flow.left;
    cairo_set_line_width (cr, 0.7);
    for (guint c = 0; c < table->columns; c++) {
        cairo_rectangle (cr, x, paper->flow.y, table->widths[c], height);
        if (header) {
            cairo_set_source_rgb (cr, 0.88, 0.89, 0.92);
            cairo_fill_preserve (cr);
            cairo_set_source_rgb (cr, 0, 0, 0);
        }
        cairo_stroke (cr);
        x += table->widths[c];
    }
}

static void
draw_row (Paper *paper, const Table *table, const char *row, double height, gboolean record)
{
    g_auto (GStrv) cells = cells_of (row);
    g_autoptr (GPtrArray) plain = g_ptr_array_new_with_free_func (g_free);
    gboolean form = g_str_equal (table->style, "form"), strong = row[0] != '|';
    if (!g_str_equal (table->style, "unruled"))
        draw_frame (paper, table, height, row[0] == '!');
    g_ptr_array_add (plain, g_strdup_printf ("%d", paper->page));
    g_ptr_array_add (plain, g_strdup (row[0] == '!' ? "header" : row[0] == '=' ? "total" : "body"));
    double x = paper->flow.left;
    for (guint c = 0; c < table->columns && cells[c] != NULL; c++) {
        g_autofree char *bold = g_strdup_printf (strong ? "*%s*" : "%s", cells[c]);
        g_ptr_array_add (plain, form ? draw_field (paper, cells[c], x)
                                     : draw_cell (paper, bold, x, table->widths[c], paper->size));
        x += table->widths[c];
    }
    if (record && table->rows != NULL)
        gold_record (table->rows, plain->len, (const char *const *)plain->pdata);
    g_ptr_array_add (plain, NULL);
    g_autofree char *line = g_strjoinv (" ", (char **)plain->pdata + 2);
    tell_line (paper, line);
    paper->flow.y += height;
}

static double
row_height (Paper *paper, const Table *table, const char *row)
{
    if (g_str_equal (table->style, "form"))
        return 26;
    g_auto (GStrv) cells = cells_of (row);
    double height = 0;
    for (guint c = 0; c < table->columns && cells[c] != NULL; c++) {
        g_autofree char *bold = g_strdup_printf (row[0] != '|' ? "*%s*" : "%s", cells[c]);
        height = MAX (height, cell_height (paper, bold, table->widths[c], paper->size));
    }
    return height;
}

static GString *
table_gold (Paper *paper)
{
    g_autofree char *base = g_path_get_basename (paper->file);
    base[strlen (base) - strlen (".pdf")] = '\0';
    g_autofree char *name = g_strdup_printf ("rows/%s.t%d.csv", base, ++paper->table);
    return gold_file (paper->gold, name);
}

void
paper_table (Paper *paper, const char *style, const double *widths, guint columns, GPtrArray *rows)
{
    gboolean form = g_str_equal (style, "form"); /* boxes to fill in, not a table of records */
    Table table = { style, widths, columns, form ? NULL : table_gold (paper) };
    const char *header = NULL;
    paper_open_page (paper);
    for (guint i = 0; i < rows->len; i++) {
        const char *row = g_ptr_array_index (rows, i);
        double height = row_height (paper, &table, row);
        if (paper->breaks && paper->flow.y + height > paper->flow.bottom) {
            paper_end_page (paper);
            paper_open_page (paper);
            if (header != NULL)
                draw_row (paper, &table, header, row_height (paper, &table, header), FALSE);
        }
        if (row[0] == '!')
            header = row;
        draw_row (paper, &table, row, height, TRUE);
    }
}

/* ---- pictures on a page ------------------------------------------------------------------- */

void
paper_picture_begin (Paper *paper, double width, double height, int dpi)
{
    paper_open_page (paper);
    paper->outer = paper->flow;
    paper->breaks = FALSE;
    paper->flow.cr = image_context (&paper->picture, width, height, dpi);
    paper->picture_dpi = dpi;
    cairo_set_source_rgb (paper->flow.cr, 0.80, 0.84, 0.90);
    cairo_rectangle (paper->flow.cr, 0, 0, width, 18);
    cairo_fill (paper->flow.cr);
    cairo_set_source_rgb (paper->flow.cr, 0.3, 0.3, 0.35);
    cairo_set_line_width (paper->flow.cr, 1);
    cairo_rectangle (paper->flow.cr, 0.5, 0.5, width - 1, height - 1);
    cairo_stroke (paper->flow.cr);
    cairo_set_source_rgb (paper->flow.cr, 0, 0, 0);
    paper->flow.left = 14;
    paper->flow.right = width - 14;
    paper->flow.top = paper->flow.y = 26;
    paper->flow.bottom = height;
    g_free (paper->reading);
    paper->reading = g_strdup (paper->scan.kind != SCAN_NONE ? "ocr" : "region");
}

void
paper_picture_end (Paper *paper)
{
    Flow outer = paper->outer;
    double scale = 72.0 / paper->picture_dpi;
    double width = cairo_image_surface_get_width (paper->picture) * scale;
    double height = cairo_image_surface_get_height (paper->picture) * scale;
    cairo_destroy (paper->flow.cr);
    cairo_save (outer.cr);
    cairo_translate (outer.cr, (outer.left + outer.right - width) / 2, outer.y);
    cairo_scale (outer.cr, scale, scale);
    cairo_set_source_surface (outer.cr, paper->picture, 0, 0);
    cairo_paint (outer.cr);
    cairo_restore (outer.cr);
    cairo_surface_destroy (paper->picture);
    paper->flow = outer;
    paper->flow.y += height + 8;
    paper->breaks = TRUE;
}
