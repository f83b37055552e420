/* Text on paper, by cairo: lines of one width; a table with rules. Each character stays in the PDF's
 * text layer, also where the font has no shape for it (cairo writes /ActualText). */
#include "paper-internal.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

enum { MOST_TITLES = 3 }; /* lines over a table in CSV */

#define FONT "DejaVu Sans Mono" /* fonts-dejavu-core */
#define SIZE_PT 9.0
#define WIDTH_PT 612.0
#define HEIGHT_PT 792.0
#define MARGIN_PT 54.0
#define LEADING_PT 11.0
#define TAB 8
#define CELL_CHARS 48 /* a cell is broken after so many */
#define PAD_PT 4.0
#define MOST_WIDTH_PT 14000.0 /* of a page, ISO 32000-1, Annex C.2: 14,400 */

typedef struct {
    cairo_surface_t *surface;
    cairo_t *cr;
    GByteArray *out;
    double width, advance; /* pt: of the page; of a character */
    double y;              /* of the next line's top */
    gboolean used;         /* something stands on the page */
} Paper;

static cairo_status_t
take (void *out, const unsigned char *data, unsigned length)
{
    g_byte_array_append (out, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void
begin (Paper *paper, double width)
{
    paper->out = g_byte_array_new ();
    paper->width = width;
    paper->surface = cairo_pdf_surface_create_for_stream (take, paper->out, width, HEIGHT_PT);
    paper->cr = cairo_create (paper->surface);
    cairo_select_font_face (paper->cr, FONT, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (paper->cr, SIZE_PT);
    cairo_text_extents_t extents;
    cairo_text_extents (paper->cr, "M", &extents);
    paper->advance = extents.x_advance > 0 ? extents.x_advance : SIZE_PT * 0.6;
    paper->y = MARGIN_PT;
}

static void
turn_page (Paper *paper)
{
    cairo_show_page (paper->cr);
    paper->y = MARGIN_PT;
    paper->used = FALSE;
}

static GBytes *
end (Paper *paper, GError **error)
{
    if (paper->used)
        cairo_show_page (paper->cr);
    cairo_status_t status = cairo_status (paper->cr);
    cairo_destroy (paper->cr);
    cairo_surface_finish (paper->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status (paper->surface);
    cairo_surface_destroy (paper->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return g_byte_array_free_to_bytes (paper->out);
    g_byte_array_unref (paper->out);
    g_set_error (error, EVX_ERROR, EVX_ERROR_PAGE_MEMORY, "the text could not be laid on pages: %s",
                 cairo_status_to_string (status));
    return NULL;
}

static void
show (Paper *paper, double x, double y, const char *text, gsize length)
{
    g_autofree char *line = g_strndup (text, length);
    cairo_move_to (paper->cr, x, y + SIZE_PT);
    cairo_show_text (paper->cr, line);
}

/* ---- lines --------------------------------------------------------------------------------------------- */

/* Tabs become blanks, other control characters go. */
static char *
clean (const char *line, gsize length)
{
    GString *text = g_string_sized_new (length + 16);
    glong column = 0;
    for (const char *p = line; p < line + length; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        glong blanks = c == '\t' ? TAB - column % TAB : c == EVX_PAPER_FIELD ? 2 : 0;
        for (glong i = 0; i < blanks; i++)
            g_string_append_c (text, ' ');
        if (blanks == 0 && !g_unichar_iscntrl (c)) {
            g_string_append_unichar (text, c);
            blanks = 1;
        }
        column += blanks;
    }
    return g_string_free (text, FALSE);
}

/* Returns: bytes of @text that go on a line of @columns: up to the last blank that fits. */
static gsize
fitting (const char *text, guint columns)
{
    const char *p = text, *blank = NULL;
    for (guint n = 0; *p != '\0' && n < columns; n++, p = g_utf8_next_char (p))
        if (*p == ' ' && p > text)
            blank = p;
    if (*p == '\0' || *p == ' ' || blank == NULL)
        return (gsize) (p - text);
    return (gsize) (blank - text);
}

static void
put_line (Paper *paper, const char *text, gsize length)
{
    if (paper->y + LEADING_PT > HEIGHT_PT - MARGIN_PT)
        turn_page (paper);
    show (paper, MARGIN_PT, paper->y, text, length);
    paper->y += LEADING_PT;
    paper->used = TRUE;
}

static void
put_lines (Paper *paper, const char *line, gsize length)
{
    static const double sizes_pt[] = { SIZE_PT, 16, 13, 11 }; /* of text, of headings by their depth */
    gsize depth = 0;
    while (depth < MIN (length, G_N_ELEMENTS (sizes_pt) - 1) && line[depth] == EVX_PAPER_HEADING)
        depth++;
    double larger = sizes_pt[depth] / SIZE_PT;
    /* Also on paper that a table made wider. */
    guint columns = (guint) ((WIDTH_PT - 2 * MARGIN_PT) / (paper->advance * larger));
    g_autofree char *text = clean (line, length);
    const char *rest = text;
    cairo_set_font_size (paper->cr, SIZE_PT * larger);
    do {
        gsize n = fitting (rest, columns);
        put_line (paper, rest, n);
        paper->y += LEADING_PT * (larger - 1);
        rest += n;
        while (*rest == ' ')
            rest++;
    } while (*rest != '\0');
    cairo_set_font_size (paper->cr, SIZE_PT);
}

/* ---- records (RFC 4180) ----------------------------------------------------------------------------------- */

/* Appends a field; *at moves behind it. FALSE if it is not well formed. */
static gboolean
take_field (const char **at, char delimiter, GPtrArray *record)
{
    GString *field = g_string_new (NULL);
    const char *p = *at;
    gboolean quoted = *p == '"', closed = !quoted;
    for (p += quoted; *p != '\0'; p++) {
        if (quoted && !closed) {
            if (*p != '"')
                g_string_append_c (field, *p);
            else if (p[1] == '"')
                g_string_append_c (field, *p++);
            else
                closed = TRUE;
            continue;
        }
        if (*p == delimiter || *p == '\n' || *p == '\r')
            break;
        g_string_append_c (field, *p);
    }
    *at = p;
    g_ptr_array_add (record, g_string_free (field, FALSE));
    return closed;
}

static GPtrArray *
take_record (const char **at, char delimiter)
{
    g_autoptr (GPtrArray) record = g_ptr_array_new_with_free_func (g_free);
    for (;;) {
        if (!take_field (at, delimiter, record))
            return NULL;
        if (**at != delimiter)
            break;
        (*at)++;
    }
    *at += (*at)[0] == '\r' && (*at)[1] == '\n' ? 2 : **at != '\0';
    return g_steal_pointer (&record);
}

static gboolean
is_empty (const GPtrArray *record)
{
    return record->len == 1 && *(const char *) g_ptr_array_index (record, 0) == '\0';
}

/* A title over the table has one field; as records of the table, the first alone is filled. */
static void
fill_titles (GPtrArray *records, guint titles, guint fields)
{
    for (guint r = 0; r < titles; r++)
        for (GPtrArray *title = g_ptr_array_index (records, r); title->len < fields;)
            g_ptr_array_add (title, g_strdup (""));
}

static GPtrArray *
take_records (const char *text, char delimiter)
{
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
    guint fields = 0, titles = 0;
    for (const char *at = text; *at != '\0';) {
        GPtrArray *record = take_record (&at, delimiter);
        if (record == NULL)
            return NULL;
        if (is_empty (record)) {
            g_ptr_array_unref (record);
            continue;
        }
        g_ptr_array_add (records, record);
        if (fields == 0 && record->len == 1) {
            if (++titles > MOST_TITLES)
                return NULL;
            continue;
        }
        fields = fields == 0 ? record->len : fields;
        if (record->len != fields || fields < 2)
            return NULL;
    }
    if (records->len < titles + 3)
        return NULL;
    fill_titles (records, titles, fields);
    return g_steal_pointer (&records);
}

GPtrArray *
evx_paper_records (const char *text)
{
    static const char delimiters[] = { ',', ';', '\t' };
    for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++) {
        GPtrArray *records = take_records (text, delimiters[i]);
        if (records != NULL)
            return records;
    }
    return NULL;
}

/* ---- a table ------------------------------------------------------------------------------------------------ */

/* The lines of one cell. */
static GPtrArray *
cell_lines (const char *cell)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *text = clean (cell, strlen (cell));
    const char *rest = text;
    do {
        gsize n = fitting (rest, CELL_CHARS);
        g_ptr_array_add (lines, g_strndup (rest, n));
        rest += n;
        while (*rest == ' ')
            rest++;
    } while (*rest != '\0');
    return lines;
}

static GArray *
column_widths (const GPtrArray *records, double advance)
{
    const GPtrArray *first = g_ptr_array_index (records, 0);
    GArray *widths = g_array_new (FALSE, TRUE, sizeof (double));
    g_array_set_size (widths, first->len);
    for (guint r = 0; r < records->len; r++)
        for (guint c = 0; c < first->len; c++) {
            const char *cell = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (records, r), c);
            double chars = (double) MIN (MAX (g_utf8_strlen (cell, -1), 1), CELL_CHARS);
            double *width = &g_array_index (widths, double, c);
            *width = MAX (*width, chars * advance + 2 * PAD_PT);
        }
    return widths;
}

static void
frame (Paper *paper, double x, double y, double width, double height)
{
    cairo_set_line_width (paper->cr, 0.5);
    cairo_rectangle (paper->cr, x, y, width, height);
    cairo_stroke (paper->cr);
}

static void
put_record (Paper *paper, const GPtrArray *record, const GArray *widths)
{
    g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
    guint most = 1, room = (guint) ((HEIGHT_PT - 2 * MARGIN_PT - 2 * PAD_PT) / LEADING_PT);
    for (guint c = 0; c < record->len; c++) {
        GPtrArray *lines = cell_lines (g_ptr_array_index (record, c));
        g_ptr_array_add (cells, lines);
        most = MAX (most, lines->len);
    }
    for (guint from = 0; from < most; from += room) {
        guint n = MIN (room, most - from);
        double height = n * LEADING_PT + 2 * PAD_PT, x = MARGIN_PT;
        if (paper->y + height > HEIGHT_PT - MARGIN_PT && paper->used)
            turn_page (paper);
        for (guint c = 0; c < cells->len; c++) {
            const GPtrArray *lines = g_ptr_array_index (cells, c);
            double width = g_array_index (widths, double, c);
            frame (paper, x, paper->y, width, height);
            for (guint i = from; i < MIN (from + n, lines->len); i++) {
                const char *line = g_ptr_array_index (lines, i);
                show (paper, x + PAD_PT, paper->y + PAD_PT + (i - from) * LEADING_PT, line, strlen (line));
            }
            x += width;
        }
        paper->y += height;
        paper->used = TRUE;
    }
}

/* Too wide for any paper: one "column: value" a line. */
static GBytes *
as_lines (const GPtrArray *records, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    const GPtrArray *names = g_ptr_array_index (records, 0);
    for (guint r = 1; r < records->len; r++) {
        const GPtrArray *record = g_ptr_array_index (records, r);
        for (guint c = 0; c < names->len; c++)
            g_string_append_printf (text, "%s: %s\n", (const char *) g_ptr_array_index (names, c),
                                    (const char *) g_ptr_array_index (record, c));
        g_string_append_c (text, '\n');
    }
    return evx_paper_text (text->str, error);
}

static double
table_width (const GArray *widths)
{
    double width = 2 * MARGIN_PT;
    for (guint c = 0; c < widths->len; c++)
        width += g_array_index (widths, double, c);
    return width;
}

GBytes *
evx_paper_table (const GPtrArray *records, GError **error)
{
    g_autoptr (GArray) widths = column_widths (records, SIZE_PT * 0.602); /* of FONT */
    double width = table_width (widths);
    if (width > MOST_WIDTH_PT)
        return as_lines (records, error);
    Paper paper = { 0 };
    begin (&paper, MAX (width, WIDTH_PT));
    for (guint r = 0; r < records->len; r++)
        put_record (&paper, g_ptr_array_index (records, r), widths);
    return end (&paper, error);
}

/* ---- text ---------------------------------------------------------------------------------------------------- */

static gsize
line_length (const char *line)
{
    return strcspn (line, "\n\r\f");
}

static gboolean
is_row (const char *line)
{
    guint fields = 1;
    for (const char *end = line + line_length (line); line < end; line++)
        fields += *line == EVX_PAPER_FIELD;
    return fields >= 2 && fields <= EVX_PAPER_MOST_FIELDS;
}

/* The rows that begin at @at, up to the first line that is none; *at moves behind them. Lines of another number of
 * fields are another table. NULL if there is none. */
static GPtrArray *
take_rows (const char **at)
{
    static const char field[] = { EVX_PAPER_FIELD, '\0' };
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
    while (is_row (*at)) {
        g_autofree char *line = g_strndup (*at, line_length (*at));
        g_auto (GStrv) fields = g_strsplit (line, field, -1);
        guint n = g_strv_length (fields);
        if (rows->len > 0 && ((const GPtrArray *) rows->pdata[0])->len != n)
            break;
        GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
        for (guint i = 0; i < n; i++)
            g_ptr_array_add (row, g_strdup (fields[i]));
        g_ptr_array_add (rows, row);
        *at += line_length (*at);
        *at += **at == '\n';
    }
    return rows->len > 0 ? g_steal_pointer (&rows) : NULL;
}

/* The width of the paper on which every table of @text fits. */
static double
width_for (const char *text)
{
    double width = WIDTH_PT;
    for (const char *at = strchr (text, EVX_PAPER_FIELD) != NULL ? text : ""; *at != '\0';) {
        g_autoptr (GPtrArray) rows = take_rows (&at);
        g_autoptr (GArray) widths = rows != NULL ? column_widths (rows, SIZE_PT * 0.602) : NULL;
        if (rows != NULL)
            width = MAX (width, table_width (widths));
        else
            at += line_length (at) + (at[line_length (at)] != '\0');
    }
    return MIN (width, MOST_WIDTH_PT);
}

GBytes *
evx_paper_text (const char *text, GError **error)
{
    Paper paper = { 0 };
    begin (&paper, width_for (text));
    for (const char *line = text; *line != '\0';) {
        g_autoptr (GPtrArray) rows = take_rows (&line);
        g_autoptr (GArray) widths = rows != NULL ? column_widths (rows, SIZE_PT * 0.602) : NULL;
        for (guint r = 0; rows != NULL && r < rows->len; r++)
            put_record (&paper, rows->pdata[r], widths);
        if (rows != NULL)
            continue;
        gsize length = line_length (line);
        put_lines (&paper, line, length);
        line += length;
        if (*line == '\f' && line[1] != '\0')
            turn_page (&paper);
        line += *line == '\r' && line[1] == '\n' ? 2 : *line != '\0';
    }
    return end (&paper, error);
}
