/* Writes the invented dump and its gold answers from samples/sources/NAME.src.
 *
 *   make DUMP EXPECTED SOURCE…
 *
 * A source is one document: lines of text, and commands that begin with a dot (README.md lists
 * them). The same sources give the same bytes. */
#include "pack.h"
#include "paper.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *path;
    char **lines;
    guint at; /* the next line */
    Gold *gold;
    const char *dump;
    Paper *paper;
    Align align;
    double indent;
} Source;

typedef void (*Command) (Source *source, char *argument);

static void
set (char **field, const char *value)
{
    g_free (*field);
    *field = g_str_equal (value, "none") ? NULL : g_strdup (value);
}

/* ---- commands about the document and its pages -------------------------------------------- */

static void
do_pdf (Source *source, char *argument)
{
    source->paper = paper_new (source->gold, source->dump, argument);
    set (&source->paper->language, "en");
}

static void
do_paper (Source *source, char *argument)
{
    static const struct {
        const char *name;
        double width, height;
    } sizes[] = { { "letter", 612, 792 }, { "landscape", 792, 612 }, { "slide", 960, 540 } };
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        if (g_str_equal (sizes[i].name, argument)) {
            source->paper->width = sizes[i].width;
            source->paper->height = sizes[i].height;
            return;
        }
    g_error ("%s: no paper '%s'", source->path, argument);
}

static void
do_margin (Source *source, char *argument)
{
    source->paper->margin = g_ascii_strtod (argument, NULL);
}

static void
do_rotate (Source *source, char *argument)
{
    source->paper->rotate = atoi (argument);
}

/* gray DPI SKEW NOISE TURN SEED, or bitonal …, or none */
static void
do_scan (Source *source, char *argument)
{
    ScanSettings *scan = &source->paper->scan;
    char kind[16];
    guint seed = 1;
    memset (scan, 0, sizeof *scan);
    if (g_str_equal (argument, "none"))
        return;
    if (sscanf (argument, "%15s %d %lf %d %d %u", kind, &scan->dpi, &scan->skew_deg, &scan->noise,
                &scan->turn, &seed) != 6)
        g_error ("%s: .scan KIND DPI SKEW NOISE TURN SEED", source->path);
    scan->kind = g_str_equal (kind, "gray") ? SCAN_GRAY : SCAN_BITONAL;
    scan->seed = seed;
}

static void
do_bates (Source *source, char *argument)
{
    char *number = strrchr (argument, ' ');
    if (number != NULL) {
        source->paper->bates_next = atoi (number);
        *number = '\0';
    }
    set (&source->paper->bates_prefix, argument);
}

static void
do_page (Source *source, char *argument)
{
    (void)argument;
    paper_open_page (source->paper);
    paper_end_page (source->paper);
}

static void
do_slide (Source *source, char *argument)
{
    paper_slide (source->paper, argument);
}

static void
do_letterhead (Source *source, char *argument)
{
    paper_letterhead (source->paper, argument);
}

/* ---- commands about text ------------------------------------------------------------------ */

static void
do_font (Source *source, char *argument)
{
    char *size = strchr (argument, ' ');
    if (size != NULL)
        source->paper->size = g_ascii_strtod (size, NULL);
    source->paper->family = g_str_has_prefix (argument, "mono")   ? "Liberation Mono"
                            : g_str_has_prefix (argument, "sans") ? "Liberation Sans"
                                                                  : "Liberation Serif";
}

static void
do_centre (Source *source, char *argument)
{
    char *text = NULL;
    double size = g_ascii_strtod (argument, &text);
    paper_text (source->paper, g_strchug (text), size, ALIGN_CENTRE, 0);
}

static void
do_right (Source *source, char *argument)
{
    paper_text (source->paper, argument, source->paper->size, ALIGN_RIGHT, 0);
}

static void
do_heading (Source *source, char *argument)
{
    g_autofree char *bold = g_strdup_printf ("*%s*", argument);
    paper_space (source->paper, source->paper->size * 0.4);
    paper_text (source->paper, bold, source->paper->size * 1.1, ALIGN_LEFT, 0);
    paper_space (source->paper, source->paper->size * 0.25);
}

static void
do_indent (Source *source, char *argument)
{
    source->indent = g_ascii_strtod (argument, NULL);
}

static void
do_space (Source *source, char *argument)
{
    paper_space (source->paper, g_ascii_strtod (argument, NULL));
}

static void
do_rule (Source *source, char *argument)
{
    (void)argument;
    paper_rule (source->paper);
}

static void
do_door (Source *source, char *argument)
{
    (void)argument;
    paper_door (source->paper);
}

static void
do_sign (Source *source, char *argument)
{
    paper_sign (source->paper, (guint32)atoi (argument));
}

/* The lines up to ".end". */
static GPtrArray *
block (Source *source)
{
    GPtrArray *lines = g_ptr_array_new ();
    while (source->lines[source->at] != NULL && !g_str_equal (source->lines[source->at], ".end"))
        g_ptr_array_add (lines, source->lines[source->at++]);
    if (source->lines[source->at] == NULL)
        g_error ("%s: a block without .end", source->path);
    source->at++;
    return lines;
}

/* Lines as they stand: mail headers, quoted mails, addresses. */
static void
do_lines (Source *source, char *argument)
{
    (void)argument;
    g_autoptr (GPtrArray) lines = block (source);
    for (guint i = 0; i < lines->len; i++) {
        const char *line = g_ptr_array_index (lines, i);
        if (*line == '\0')
            paper_space (source->paper, source->paper->size * 0.7);
        else
            paper_text (source->paper, line, source->paper->size, ALIGN_LEFT, source->indent);
    }
}

static void
do_layer (Source *source, char *argument)
{
    (void)argument;
    g_autoptr (GPtrArray) lines = block (source);
    paper_open_page (source->paper);
    for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add (source->paper->layer, g_strdup (g_ptr_array_index (lines, i)));
}

static void
do_table (Source *source, char *argument)
{
    g_auto (GStrv) words = g_strsplit (argument, " ", -1);
    g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 1; words[i] != NULL; i++) {
        double width = g_ascii_strtod (words[i], NULL);
        g_array_append_val (widths, width);
    }
    g_autoptr (GPtrArray) rows = block (source);
    paper_table (source->paper, words[0], (const double *)(const void *)widths->data, widths->len,
                 rows);
}

static void
do_bars (Source *source, char *argument)
{
    paper_bars (source->paper, argument);
}

/* WIDTH HEIGHT DPI */
static void
do_picture (Source *source, char *argument)
{
    double width = 0, height = 0;
    int dpi = 144;
    sscanf (argument, "%lf %lf %d", &width, &height, &dpi);
    paper_picture_begin (source->paper, width, height, dpi);
}

static void
do_picture_end (Source *source, char *argument)
{
    (void)argument;
    paper_picture_end (source->paper);
}

/* NUMBER WHAT YEAR | AGENCY | SPEAKER: a claim on the page that is open. */
static void
do_claim (Source *source, char *argument)
{
    g_auto (GStrv) parts = g_strsplit (argument, " | ", 3);
    g_auto (GStrv) words = g_strsplit (parts[0], " ", 3);
    g_autofree char *page = g_strdup_printf ("%d", source->paper->page);
    const char *fields[] = { source->paper->file,
                             page,
                             words[0],
                             words[1],
                             words[2],
                             parts[1],
                             parts[1] != NULL ? parts[2] : NULL };
    gold_record (source->gold->claims, G_N_ELEMENTS (fields), fields);
}

static const struct {
    const char *name;
    Command run;
} commands[] = {
    { "pdf", do_pdf },       { "paper", do_paper },     { "margin", do_margin },
    { "rotate", do_rotate }, { "scan", do_scan },       { "bates", do_bates },
    { "page", do_page },     { "slide", do_slide },     { "letterhead", do_letterhead },
    { "font", do_font },     { "c", do_centre },        { "r", do_right },
    { "h", do_heading },     { "indent", do_indent },   { "space", do_space },
    { "rule", do_rule },     { "sign", do_sign },       { "door", do_door },
    { "lines", do_lines },   { "layer", do_layer },     { "table", do_table },
    { "bars", do_bars },     { "picture", do_picture }, { "picture-end", do_picture_end },
    { "claim", do_claim },
};

/* Commands that only set a text of the paper. */
static const struct {
    const char *name;
    gsize field;
} texts[] = {
    { "type", G_STRUCT_OFFSET (Paper, type) },
    { "language", G_STRUCT_OFFSET (Paper, language) },
    { "date", G_STRUCT_OFFSET (Paper, date) },
    { "title", G_STRUCT_OFFSET (Paper, title) },
    { "duplicate", G_STRUCT_OFFSET (Paper, duplicate) },
    { "near-duplicate-of", G_STRUCT_OFFSET (Paper, near_duplicate_of) },
    { "reading", G_STRUCT_OFFSET (Paper, reading) },
    { "label", G_STRUCT_OFFSET (Paper, label) },
    { "head", G_STRUCT_OFFSET (Paper, head) },
    { "foot", G_STRUCT_OFFSET (Paper, foot) },
    { "fax", G_STRUCT_OFFSET (Paper, fax) },
    { "theme", G_STRUCT_OFFSET (Paper, theme) },
};

/* ---- a source ----------------------------------------------------------------------------- */

static void
run_command (Source *source, const char *line)
{
    g_auto (GStrv) parts = g_strsplit (line + 1, " ", 2);
    if (source->paper == NULL && !g_str_equal (parts[0], "pdf"))
        g_error ("%s: .pdf must come first", source->path);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        if (g_str_equal (texts[i].name, parts[0])) {
            set (G_STRUCT_MEMBER_P (source->paper, texts[i].field),
                 parts[1] != NULL ? parts[1] : "");
            return;
        }
    for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        if (g_str_equal (commands[i].name, parts[0])) {
            char empty[] = "";
            commands[i].run (source, parts[1] != NULL ? parts[1] : empty);
            return;
        }
    g_error ("%s:%u: no command '%s'", source->path, source->at, line);
}

/* Lines up to an empty line or a command are one paragraph; a line "- ..." begins a new one. */
static void
run_paragraph (Source *source, const char *first)
{
    g_autoptr (GString) text = g_string_new (first);
    for (const char *next = source->lines[source->at]; next != NULL;
         next = source->lines[source->at]) {
        if (*next == '\0' || *next == '.' || g_str_has_prefix (next, "- "))
            break;
        g_string_append_printf (text, " %s", next);
        source->at++;
    }
    paper_text (source->paper, text->str, source->paper->size, source->align, source->indent);
    paper_space (source->paper, source->paper->size * (text->str[0] == '-' ? 0.3 : 0.6));
}

static gboolean
run_source (const char *path, const char *dump, Gold *gold, GError **error)
{
    g_autofree char *content = NULL;
    if (!g_file_get_contents (path, &content, NULL, error))
        return FALSE;
    g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
    Source source = { .path = path, .lines = lines, .gold = gold, .dump = dump };
    while (source.lines[source.at] != NULL) {
        const char *line = source.lines[source.at++];
        if (line[0] == '.')
            run_command (&source, line);
        else if (line[0] != '\0' && line[0] != '#')
            run_paragraph (&source, line);
    }
    return paper_close (source.paper, error);
}

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "C.UTF-8");
    g_autoptr (GError) error = NULL;
    g_autoptr (Gold) gold = gold_new ();
    if (argc < 4) {
        g_printerr ("usage: make DUMP EXPECTED SOURCE…\n");
        return 2;
    }
    gboolean good = TRUE;
    for (int i = 3; good && i < argc; i++)
        good = run_source (argv[i], argv[1], gold, &error);
    good = good && pack_folders (argv[1], &error) && gold_write (gold, argv[2], &error);
    if (!good)
        g_printerr ("samples/make: %s\n", error->message);
    return good ? 0 : 1;
}
