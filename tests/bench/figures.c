/* How many figures of invented tables are read exactly as they were printed.
 *
 *   figures [--specks N] [--tesseract] [--verbose] [--keep FOLDER]
 *
 * Sheets of figures in eight typefaces of 6 to 11 pt, ruled, wide apart, or so close that a row is one strip, and
 * prose with figures, are drawn at 200 and at 300 dpi, a little turned, with noise, and go through JPEG of quality 60.
 * A figure is right if the words that were read where it was drawn say the same, blanks and kinds of dashes apart.
 * An invented point is a point or comma read where fewer were printed. --specks puts so many black specks of
 * the size of points on each sheet. --tesseract has the tesseract command read the same images. */
#include "ocr/ocr-internal.h"

#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define WIDTH_PT 612.0
#define HEIGHT_PT 396.0
#define QUALITY 60
#define NOISE 9.0

/* A figure that was drawn: what it says and where, pt of the sheet. */
typedef struct {
    char text[40];
    EvxBox box;
} Figure;

typedef enum { RULED, WIDE, TIGHT, PROSE, N_LAYOUTS } Arrangement;

typedef struct {
    cairo_t *cairo;
    GArray *figures; /* Figure */
    GRand *random;
    double size, dpi;
} Sheet;

typedef struct {
    guint all, right, invented, lost;
} Score;

typedef struct {
    gint specks;
    gboolean tesseract, verbose;
    char *keep;
} Settings;

static const char *const faces[] = { "Liberation Sans", "Liberation Serif", "Liberation Mono", "DejaVu Sans",
                                     "Liberation Sans Narrow", "P052", "C059", "URW Bookman" };

/* ---- drawing ------------------------------------------------------------------------------------------- */

static guint
below (Sheet *sheet, guint most)
{
    return (guint) g_rand_int_range (sheet->random, 0, (gint32) most);
}

/* Writes a figure of some kind that tables have. */
static void
invent (Sheet *sheet, guint kind, char *text, gsize size)
{
    guint whole = below (sheet, 100), tenth = below (sheet, 10), thousands = 1 + below (sheet, 200), rest = below (sheet, 1000);
    switch (kind) {
    case 0: g_snprintf (text, size, "%u.%u", whole, tenth); break;
    case 1: g_snprintf (text, size, "%u.%u%%", whole, tenth); break;
    case 2: g_snprintf (text, size, "%u,%03u", thousands, rest); break;
    case 3: g_snprintf (text, size, "-%u.%u", whole % 12, tenth); break;
    case 4: g_snprintf (text, size, "*%u.%u", whole % 12, tenth); break;
    case 5: g_snprintf (text, size, "*-%u.%u", whole % 12, tenth); break;
    case 6: g_snprintf (text, size, "%u.%02u", whole % 10, below (sheet, 100)); break;
    case 7: g_snprintf (text, size, "%u", rest); break;
    case 8: g_snprintf (text, size, "(%u.%u)", whole, tenth); break;
    case 9: g_snprintf (text, size, "-%u", rest); break;
    case 10: g_snprintf (text, size, "$%u,%03u.%02u", thousands, rest, below (sheet, 100)); break;
    default: g_snprintf (text, size, "(%u.%u-%u.%u)", whole % 5, tenth, 5 + whole % 5, below (sheet, 10)); break;
    }
}

/* Where the next word after @text begins, pt. */
static double
draw (Sheet *sheet, double x, double y, const char *text)
{
    cairo_text_extents_t extents;
    cairo_text_extents (sheet->cairo, text, &extents);
    cairo_move_to (sheet->cairo, x, y);
    cairo_show_text (sheet->cairo, text);
    return x + extents.x_advance;
}

static double
draw_figure (Sheet *sheet, double x, double y, const char *text)
{
    Figure figure = { .box = { x, y - 0.72 * sheet->size, 0, y } };
    double end = draw (sheet, x, y, text);
    g_strlcpy (figure.text, text, sizeof figure.text);
    figure.box.x1 = end;
    cairo_user_to_device (sheet->cairo, &figure.box.x0, &figure.box.y0);
    cairo_user_to_device (sheet->cairo, &figure.box.x1, &figure.box.y1);
    figure.box = evx_box_from_px (figure.box, sheet->dpi);
    g_array_append_val (sheet->figures, figure);
    return end;
}

static void
draw_rule (Sheet *sheet, double x0, double y0, double x1, double y1)
{
    cairo_set_line_width (sheet->cairo, 0.6);
    cairo_move_to (sheet->cairo, x0, y0);
    cairo_line_to (sheet->cairo, x1, y1);
    cairo_stroke (sheet->cairo);
}

/* A table whose columns hold a kind of figure each. */
static void
draw_table (Sheet *sheet, Arrangement arrangement, guint first_kind)
{
    static const char *const names[] = { "Adult men", "Women", "All ages", "Aged 65 and older", "Northern", "Other", "Total" };
    double size = sheet->size, step = (arrangement == TIGHT ? 1.25 : 1.8) * size, left = 130, top = 40;
    double column = (arrangement == TIGHT ? 4.2 : 6.5) * size;
    guint columns = MIN (12, (guint) ((WIDTH_PT - left - 50) / column)), rows = (guint) ((HEIGHT_PT - top - 40) / step);
    for (guint r = 0; r < rows; r++) {
        double y = top + step * r;
        draw (sheet, 40, y, names[below (sheet, G_N_ELEMENTS (names))]);
        for (guint c = 0; c < columns; c++) {
            char text[40];
            cairo_text_extents_t extents;
            guint kind = (first_kind + c) % 12;
            invent (sheet, arrangement == TIGHT && kind >= 10 ? 0 : kind, text, sizeof text);
            cairo_text_extents (sheet->cairo, text, &extents);
            draw_figure (sheet, left + column * (c + 1) - 0.6 * size - extents.x_advance, y, text);
        }
        if (arrangement == RULED)
            draw_rule (sheet, 36, y + 0.55 * size, left + column * columns, y + 0.55 * size);
    }
    for (guint c = 0; arrangement == RULED && c <= columns; c++)
        draw_rule (sheet, left + column * c, top - 1.2 * size, left + column * c, top + step * (rows - 0.7));
}

static void
draw_prose (Sheet *sheet)
{
    static const char *const words[] = { "the",  "rate", "in",  "of",     "rose", "to",    "fell", "from", "a",  "county",
                                         "held", "per",  "and", "people", "by",   "which", "was",  "for",  "at", "year" };
    for (double y = 40; y < HEIGHT_PT - 40; y += 1.4 * sheet->size)
        for (double x = 40; x < WIDTH_PT - 110;) {
            char text[40];
            x = draw (sheet, x, y, words[below (sheet, G_N_ELEMENTS (words))]) + 0.3 * sheet->size;
            if (below (sheet, 4) > 0)
                continue;
            invent (sheet, below (sheet, 12), text, sizeof text);
            x = draw_figure (sheet, x, y, text) + 0.3 * sheet->size;
        }
}

static void
draw_specks (Sheet *sheet, guint n)
{
    for (guint i = 0; i < n; i++) {
        double x = g_rand_double_range (sheet->random, 40, WIDTH_PT - 40), y = g_rand_double_range (sheet->random, 30, HEIGHT_PT - 30);
        double radius = g_rand_double_range (sheet->random, 0.2, 0.6);
        cairo_arc (sheet->cairo, x, y, radius, 0, 2 * G_PI);
        cairo_fill (sheet->cairo);
    }
}

/* The sum of a few even ones has nearly that shape. */
static double
normal (GRand *random)
{
    double sum = -2;
    for (guint i = 0; i < 4; i++)
        sum += g_rand_double (random);
    return sqrt (3) * sum;
}

static PIX *
with_noise (cairo_surface_t *surface, GRand *random)
{
    int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
    PIX *pix = pixCreate (width, height, 8);
    cairo_surface_flush (surface);
    for (int y = 0; y < height; y++) {
        const guint32 *row = (const guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                                         (gsize) y * cairo_image_surface_get_stride (surface));
        for (int x = 0; x < width; x++) {
            double value = 20 + 225.0 / 255 * (row[x] & 0xff) + NOISE * normal (random);
            pixSetPixel (pix, x, y, (l_uint32) CLAMP (value, 0, 255));
        }
    }
    return pix;
}

static PIX *
through_jpeg (PIX *pix)
{
    l_uint8 *data = NULL;
    size_t size = 0;
    pixWriteMemJpeg (&data, &size, pix, QUALITY, 0);
    PIX *back = pixReadMemJpeg (data, size, 0, 1, NULL, 0);
    lept_free (data);
    return back;
}

static PIX *
draw_sheet (guint number, double dpi, Arrangement arrangement, const Settings *settings, GArray *figures)
{
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH_PT * dpi / 72),
                                                           (int) (HEIGHT_PT * dpi / 72));
    Sheet sheet = { .cairo = cairo_create (surface), .figures = figures, .random = g_rand_new_with_seed (number + 1),
                    .size = 6 + number % 6, .dpi = dpi };
    cairo_set_source_rgb (sheet.cairo, 1, 1, 1);
    cairo_paint (sheet.cairo);
    cairo_set_source_rgb (sheet.cairo, 0, 0, 0);
    cairo_scale (sheet.cairo, dpi / 72, dpi / 72);
    cairo_rotate (sheet.cairo, g_rand_double_range (sheet.random, -0.5, 0.5) * G_PI / 180);
    cairo_select_font_face (sheet.cairo, faces[number % G_N_ELEMENTS (faces)], CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (sheet.cairo, sheet.size);
    if (arrangement == PROSE)
        draw_prose (&sheet);
    else
        draw_table (&sheet, arrangement, number);
    draw_specks (&sheet, (guint) settings->specks);
    cairo_destroy (sheet.cairo);
    g_autoptr (PIX) noisy = with_noise (surface, sheet.random);
    cairo_surface_destroy (surface);
    g_rand_free (sheet.random);
    return through_jpeg (noisy);
}

/* ---- reading ------------------------------------------------------------------------------------------- */

/* What the tesseract command reads. */
static EvxPage *
read_by_command (PIX *pix, double dpi)
{
    g_autofree char *file = g_build_filename (g_get_tmp_dir (), "figures-XXXXXX.png", NULL);
    g_autofree char *resolution = g_strdup_printf ("%.0f", dpi);
    g_autofree char *out = NULL;
    int fd = g_mkstemp (file);
    EvxPage *page = evx_page_new (0, WIDTH_PT, HEIGHT_PT);
    pixWrite (file, pix, IFF_PNG);
    const char *argv[] = { "tesseract", file, "-", "--dpi", resolution, "-l", "eng", "tsv", NULL };
    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL, NULL);
    g_auto (GStrv) lines = g_strsplit (out != NULL ? out : "", "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 12);
        if (g_strv_length (fields) < 12 || strcmp (fields[0], "5") != 0)
            continue;
        double x = atof (fields[6]), y = atof (fields[7]);
        EvxBox px = { x, y, x + atof (fields[8]), y + atof (fields[9]) };
        evx_page_add_word (page, fields[11], -1, evx_box_from_px (px, dpi), 1, EVX_ORIGIN_OCR);
    }
    close (fd);
    remove (file);
    return page;
}

/* Without blanks, dashes as minus. */
static void
append_plain (GString *text, const char *word, gsize length)
{
    static const char *const dashes[] = { "\342\200\220", "\342\200\223", "\342\200\224", "\342\210\222" };
    for (gsize i = 0; i < length; i++) {
        gboolean dash = FALSE;
        for (guint d = 0; d < G_N_ELEMENTS (dashes); d++)
            dash = dash || (i + 3 <= length && memcmp (word + i, dashes[d], 3) == 0);
        g_string_append_c (text, dash ? '-' : word[i]);
        i += dash ? 2 : 0;
    }
}

/* What was read where @box lies. */
static GString *
read_at (const EvxPage *page, EvxBox box)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        double x = (word->box.x0 + word->box.x1) / 2, y = (word->box.y0 + word->box.y1) / 2;
        double slack = 0.4 * evx_box_height (box);
        if (x > box.x0 && x < box.x1 && y > box.y0 - slack && y < box.y1 + slack)
            append_plain (text, page->text->str + word->start, word->length);
    }
    return text;
}

static guint
count_points (const char *text)
{
    guint n = 0;
    for (; *text != '\0'; text++)
        n += *text == '.' || *text == ',';
    return n;
}

static Score
score_sheet (const EvxPage *page, const GArray *figures, gboolean verbose)
{
    Score score = { .all = figures->len };
    for (guint i = 0; i < figures->len; i++) {
        const Figure *figure = &g_array_index (figures, Figure, i);
        GString *read = read_at (page, figure->box);
        guint printed = count_points (figure->text), found = count_points (read->str);
        gboolean right = strcmp (read->str, figure->text) == 0;
        score.right += right;
        score.invented += found > printed;
        score.lost += found < printed;
        if (!right && verbose)
            printf ("    %-16s %s\n", figure->text, read->str);
        g_string_free (read, TRUE);
    }
    return score;
}

static void
add_score (Score *sum, Score score)
{
    sum->all += score.all;
    sum->right += score.right;
    sum->invented += score.invented;
    sum->lost += score.lost;
}

static void
print_score (const char *what, Score score)
{
    printf ("%-34s %5u figures  right %.4f  points lost %u  invented %u\n", what, score.all,
            score.all > 0 ? (double) score.right / score.all : 0, score.lost, score.invented);
}

static Score
try_sheet (EvxRecogniser *recogniser, guint number, double dpi, Arrangement arrangement, const Settings *settings)
{
    static const char *const names[] = { "ruled", "wide", "tight", "prose" };
    EvxReadFacts facts;
    g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Figure));
    g_autoptr (PIX) pix = draw_sheet (number, dpi, arrangement, settings, figures);
    g_autofree char *name = g_strdup_printf ("%s %.0f dpi %u pt %s", names[arrangement], dpi, 6 + number % 6,
                                             faces[number % G_N_ELEMENTS (faces)]);
    if (settings->keep != NULL) {
        g_autofree char *file = g_strdup_printf ("%s/%s.png", settings->keep, name);
        pixWrite (file, pix, IFF_PNG);
    }
    g_autoptr (EvxPage) page = settings->tesseract ? read_by_command (pix, dpi)
                                                   : evx_ocr_read_image (recogniser, pix, dpi, 120, &facts, NULL);
    Score score = page != NULL ? score_sheet (page, figures, settings->verbose) : (Score) { .all = figures->len };
    if (settings->verbose)
        print_score (name, score);
    return score;
}

int
main (int argc, char **argv)
{
    static const char *const names[] = { "ruled", "wide", "tight", "prose" };
    Settings settings = { 0 };
    const GOptionEntry entries[] = {
        { "specks", 0, 0, G_OPTION_ARG_INT, &settings.specks, NULL, NULL },
        { "tesseract", 0, 0, G_OPTION_ARG_NONE, &settings.tesseract, NULL, NULL },
        { "verbose", 0, 0, G_OPTION_ARG_NONE, &settings.verbose, NULL, NULL },
        { "keep", 0, 0, G_OPTION_ARG_FILENAME, &settings.keep, NULL, NULL },
        { 0 },
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, &error)) {
        fprintf (stderr, "figures: %s\n", error->message);
        return 2;
    }
    g_autoptr (EvxRecogniser) recogniser = evx_recogniser_new ("eng", NULL);
    Score all = { 0 };
    for (guint dpi = 200; dpi <= 300; dpi += 100)
        for (Arrangement arrangement = RULED; arrangement < N_LAYOUTS; arrangement++) {
            Score sum = { 0 };
            g_autofree char *name = g_strdup_printf ("%s, %u dpi", names[arrangement], dpi);
            for (guint number = 0; number < 8; number++)
                add_score (&sum, try_sheet (recogniser, number * 7 + arrangement, dpi, arrangement, &settings));
            print_score (name, sum);
            add_score (&all, sum);
        }
    print_score ("all", all);
    return 0;
}
