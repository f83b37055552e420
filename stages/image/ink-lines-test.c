/* Tests of whitening the ground and of finding lines: invented pages drawn with cairo; nothing is recognised. */
#include "ink.h"

#include <cairo.h>
#include <math.h>

#define DPI 300.0

/* What is written on a sheet: text at x, y in pt. */
typedef struct {
    double x, y, size;
    const char *text;
} Writing;

static void
write_all (cairo_t *cairo, const Writing *writing, double ink)
{
    cairo_set_source_rgb (cairo, ink, ink, ink);
    cairo_select_font_face (cairo, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    for (; writing->text != NULL; writing++) {
        cairo_set_font_size (cairo, writing->size);
        cairo_move_to (cairo, writing->x, writing->y);
        cairo_show_text (cairo, writing->text);
    }
}

static PIX *
pix_of (cairo_surface_t *surface)
{
    cairo_surface_flush (surface);
    int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
    PIX *pix = pixCreate (width, height, 8);
    for (int y = 0; y < height; y++) {
        const guint32 *row = (const guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                                         (gsize) y * cairo_image_surface_get_stride (surface));
        for (int x = 0; x < width; x++)
            pixSetPixel (pix, x, y, row[x] & 0xff);
    }
    return pix;
}

/* A sheet of 6 x 4 inches, turned clockwise by @turn_deg; @box, if it is not empty, is black with white
 * writing. */
static PIX *
draw (const Writing *writing, double turn_deg, EvxBox box)
{
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (6 * DPI), (int) (4 * DPI));
    cairo_t *cairo = cairo_create (surface);
    gboolean boxed = !evx_box_is_empty (box);
    cairo_set_source_rgb (cairo, 1, 1, 1);
    cairo_paint (cairo);
    cairo_scale (cairo, DPI / 72, DPI / 72);
    cairo_translate (cairo, 216, 144);
    cairo_rotate (cairo, turn_deg * G_PI / 180);
    cairo_translate (cairo, -216, -144);
    cairo_set_source_rgb (cairo, 0, 0, 0);
    cairo_rectangle (cairo, box.x0, box.y0, evx_box_width (box), evx_box_height (box));
    cairo_fill (cairo);
    write_all (cairo, writing, boxed ? 1 : 0);
    PIX *pix = pix_of (surface);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    return pix;
}

static EvxInkLines *
lines_of (PIX *pix)
{
    g_autoptr (EvxInk) ink = evx_ink_new (pix, DPI);
    g_assert_nonnull (ink);
    EvxInkLines *lines = evx_ink_lines (ink, evx_ink_skew_deg (ink));
    g_assert_nonnull (lines);
    return lines;
}

/* The lines in the order of reading, all kept: where each starts, in pt. */
static GArray *
starts_in_order (const EvxInkLines *lines)
{
    GArray *starts = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    g_autofree gboolean *kept = g_new (gboolean, lines->lines->len + 1);
    for (guint i = 0; i < lines->lines->len; i++)
        kept[i] = TRUE;
    g_autoptr (GArray) order = evx_ink_lines_order (lines, kept);
    for (guint i = 0; i < order->len; i++) {
        EvxBox box = g_array_index (lines->lines, EvxInkLine, g_array_index (order, guint, i)).box;
        box = evx_box_from_px (box, DPI);
        g_array_append_val (starts, box);
    }
    return starts;
}

static void
assert_start (const GArray *starts, guint i, double x, double base)
{
    g_assert_cmpuint (i, <, starts->len);
    EvxBox box = g_array_index (starts, EvxBox, i);
    g_assert_cmpfloat_with_epsilon (box.x0, x, 3);
    g_assert_cmpfloat (box.y0, <, base);
    g_assert_cmpfloat (box.y1, >=, base - 2);
    g_assert_cmpfloat (box.y1, <, base + 6);
}

static void
test_each_line_of_a_letter_is_one_piece (void)
{
    static const Writing letter[] = { { 40, 60, 12, "The release desk, Quillfeather County, received" },
                                      { 40, 74, 12, "eleven requests; \"no one\" was held - or so it says." },
                                      { 40, 88, 12, "Questions (if any) go to the records unit." },
                                      { 0 } };
    g_autoptr (PIX) pix = draw (letter, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_autoptr (GArray) starts = starts_in_order (lines);
    g_assert_cmpuint (starts->len, ==, 3);
    for (guint i = 0; i < 3; i++)
        assert_start (starts, i, 40, letter[i].y);
    g_assert_cmpfloat (lines->left, <, 0.02);
}

static void
test_a_comma_stays_with_its_cell (void)
{
    static const Writing cells[] = { { 40, 60, 7, "Quillfeather," }, { 40, 68, 7, "Bramwell" }, { 82, 64, 7, "07/04/2019" },
                                     { 40, 84, 7, "Quillfeather," }, { 40, 92, 7, "Osbertine" }, { 82, 88, 7, "03/22/2023" }, { 0 } };
    g_autoptr (PIX) pix = draw (cells, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    guint dates = 0;
    for (guint i = 0; i < lines->lines->len; i++) {
        EvxBox box = evx_box_from_px (g_array_index (lines->lines, EvxInkLine, i).box, DPI);
        if (box.x1 > 90) {
            g_assert_cmpfloat (box.x0, >, 81);
            dates++;
        }
    }
    g_assert_cmpuint (dates, ==, 2);
}

static void
test_lines_that_touch_are_parted (void)
{
    static const Writing tight[] = { { 40, 60, 14, "happy young people jog by" },
                                     { 40, 72.5, 14, "filled hallways lit highly" },
                                     { 40, 85, 14, "gladly paying their bills" },
                                     { 0 } };
    g_autoptr (PIX) pix = draw (tight, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_autoptr (GArray) starts = starts_in_order (lines);
    g_assert_cmpuint (starts->len, ==, 3);
    for (guint i = 0; i < 3; i++)
        assert_start (starts, i, 40, tight[i].y);
}

static void
test_columns_are_read_one_after_the_other (void)
{
    static const Writing page[] = { { 40, 40, 18, "A heading over both of the two columns here" },
                                    { 40, 70, 10, "The first column has running text and" },
                                    { 40, 82, 10, "goes on for as many as three lines of it" },
                                    { 40, 94, 10, "before the second one, beside it, begins" },
                                    { 240, 70, 10, "while the second column is read later" },
                                    { 240, 82, 10, "because it stands to the right of the" },
                                    { 240, 94, 10, "first, with a gutter in between them." },
                                    { 0 } };
    g_autoptr (PIX) pix = draw (page, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_autoptr (GArray) starts = starts_in_order (lines);
    g_assert_cmpuint (starts->len, ==, 7);
    for (guint i = 0; i < 7; i++)
        assert_start (starts, i, page[i].x, page[i].y);
}

static void
test_cells_are_read_across (void)
{
    static const Writing log[] = { { 40, 60, 10, "Osgood, Tilda" },  { 180, 60, 10, "03/14/2020" }, { 320, 60, 10, "7" },
                                   { 40, 74, 10, "Ferris, Ottmar" }, { 180, 74, 10, "03/15/2020" }, { 320, 74, 10, "8" },
                                   { 40, 88, 10, "Wren, Casimir" },  { 180, 88, 10, "03/19/2020" }, { 320, 88, 10, "9" },
                                   { 0 } };
    g_autoptr (PIX) pix = draw (log, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_autoptr (GArray) starts = starts_in_order (lines);
    g_assert_cmpuint (starts->len, ==, 9);
    for (guint i = 0; i < 9; i++)
        assert_start (starts, i, log[i].x, log[i].y);
}

/* @page, all of it, in the order in which it is read. */
static void
assert_order (const Writing *page)
{
    g_autoptr (PIX) pix = draw (page, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_autoptr (GArray) starts = starts_in_order (lines);
    guint n = 0;
    for (; page[n].text != NULL; n++)
        assert_start (starts, n, page[n].x, page[n].y);
    g_assert_cmpuint (starts->len, ==, n);
}

static void
test_a_note_beside_the_text_is_not_read_into_it (void)
{
    static const Writing page[] = { { 40, 60, 10, "The desk of the county jail, which is open at night," },
                                    { 40, 72, 10, "keeps a log of each request that came by telephone" },
                                    { 40, 84, 10, "and of the answer that was given to it on that day." },
                                    { 40, 96, 10, "In the spring the sheets of four weeks were missing" },
                                    { 40, 108, 10, "and could not be found when the auditor asked for" },
                                    { 40, 120, 10, "them; the deputy said that they had been in a box" },
                                    { 40, 132, 10, "under the counter until the roof began to leak." },
                                    { 300, 65, 8, "Ottmar Ferris" },
                                    { 300, 75, 8, "Records unit" },
                                    { 300, 94, 8, "555 0133" },
                                    { 300, 115, 8, "All rights are kept" },
                                    { 0 } };
    assert_order (page);
}

static void
test_a_value_is_read_after_its_label (void)
{
    static const Writing form[] = { { 40, 60, 10, "Name of the person who was held" }, { 240, 60, 10, "Tilda Osgood" },
                                    { 40, 76, 10, "Number" },                          { 240, 76, 10, "11-2047" },
                                    { 40, 92, 10, "Agency that asked for her" },       { 240, 92, 10, "County of Quillfeather, records unit" },
                                    { 40, 108, 10, "Date of the request" },            { 240, 108, 10, "March 14" },
                                    { 40, 124, 10, "Answer" },                         { 240, 124, 10, "none was given" },
                                    { 0 } };
    assert_order (form);
}

static void
test_the_caption_of_a_case_is_read_across (void)
{
    static const Writing caption[] = { { 130, 40, 11, "IN THE COURT OF QUILLFEATHER COUNTY" },
                                       { 40, 80, 11, "TILDA OSGOOD AND" },
                                       { 40, 94, 11, "CASIMIR WREN," },
                                       { 110, 122, 11, "Plaintiffs," },
                                       { 260, 122, 11, "CASE NO. 20-0147" },
                                       { 80, 150, 11, "against" },
                                       { 40, 178, 11, "THE SHERIFF OF QUILLFEATHER," },
                                       { 260, 178, 11, "A JURY IS DEMANDED" },
                                       { 110, 206, 11, "Defendant." },
                                       { 0 } };
    assert_order (caption);
}

/* Two pages of a transcript on one sheet. */
static void
test_the_number_of_a_line_is_read_before_it (void)
{
    static const Writing sheet[] = { { 20, 60, 10, "10" }, { 60, 60, 10, "When did you come to the desk?" },
                                     { 20, 74, 10, "11" }, { 60, 74, 10, "I came at about six, as always." },
                                     { 20, 88, 10, "12" }, { 60, 88, 10, "And who was there at the time?" },
                                     { 20, 102, 10, "13" }, { 60, 102, 10, "Nobody, the room was empty." },
                                     { 230, 60, 10, "10" }, { 270, 60, 10, "Tell us what was on the table." },
                                     { 230, 74, 10, "11" }, { 270, 74, 10, "There was a book, and it lay" },
                                     { 230, 88, 10, "12" }, { 270, 88, 10, "open. I did not look at what" },
                                     { 230, 102, 10, "13" }, { 270, 102, 10, "was in it; I went to the door." },
                                     { 0 } };
    assert_order (sheet);
}

static void
test_a_heading_between_columns_ends_them (void)
{
    static const Writing page[] = { { 40, 40, 10, "The first part has two columns, and" },
                                    { 40, 52, 10, "this is the one on its left side, of" },
                                    { 40, 64, 10, "no more than three lines of text." },
                                    { 240, 40, 10, "The right one of the first part has" },
                                    { 240, 52, 10, "three lines as well, which are read" },
                                    { 240, 64, 10, "before the heading of the second." },
                                    { 60, 100, 14, "What the second part has to say about it" },
                                    { 40, 130, 10, "Below the heading there are again two" },
                                    { 40, 142, 10, "columns, which the first ones do not" },
                                    { 40, 154, 10, "run into: they come after both." },
                                    { 240, 130, 10, "And here the page ends, in a column" },
                                    { 240, 142, 10, "that has nothing more to say than to" },
                                    { 240, 154, 10, "stand where it is to be read last." },
                                    { 0 } };
    assert_order (page);
}

static void
test_a_heading_under_the_left_column_belongs_to_what_it_heads (void)
{
    static const Writing page[] = { { 40, 40, 10, "The left column is a little story of" },
                                    { 40, 52, 10, "what was done with the forms after" },
                                    { 40, 64, 10, "the desk had been closed for good." },
                                    { 240, 40, 10, "The right column has the end of it," },
                                    { 240, 52, 10, "in as many lines, and here both of" },
                                    { 240, 64, 10, "them end before the next section." },
                                    { 40, 84, 10, "Further duties" },
                                    { 40, 96, 10, "Whoever keeps the log hands it over to the next one, and both of them sign." },
                                    { 40, 108, 10, "The sheets are kept for seven years in a dry room." },
                                    { 0 } };
    assert_order (page);
}

/* A rule down the gutter leaves a stroke at the end of a line. */
static void
test_three_columns_are_parted_in_spite_of_a_stroke_between_them (void)
{
    static const Writing page[] = { { 20, 60, 10, "The left column is about" },
                                    { 20, 72, 10, "as wide as the other two" },
                                    { 20, 84, 10, "and its lines are full of it" },
                                    { 20, 96, 10, "down to where they end   |" },
                                    { 155, 60, 10, "in the middle another one" },
                                    { 155, 72, 10, "goes on with what was said" },
                                    { 155, 84, 10, "before, up to the very last" },
                                    { 155, 96, 10, "line, which is this one here" },
                                    { 290, 60, 10, "and on the right is the last" },
                                    { 290, 72, 10, "one, with nothing beside it" },
                                    { 290, 84, 10, "but the edge of the sheet on" },
                                    { 290, 96, 10, "which it was once written." },
                                    { 0 } };
    assert_order (page);
}

static guint32
tone_at (PIX *pix, double x, double y)
{
    guint32 tone = 0;
    pixGetPixel (pix, (l_int32) (x * DPI / 72), (l_int32) (y * DPI / 72), &tone);
    return tone;
}

/* The box and its soft edge are white, its letters dark; the paper is as it was. */
static void
test_white_letters_on_a_black_box_become_a_line (void)
{
    static const Writing code[] = { { 60, 60, 11, "withheld under seal" }, { 0 } };
    g_autoptr (PIX) pix = draw (code, 0, (EvxBox) { 40, 48, 240, 66 });
    g_autoptr (EvxInk) ink = evx_ink_new (pix, DPI);
    g_autoptr (PIX) white = evx_ink_white_ground (ink, pix, pix, NULL);
    g_assert_nonnull (white);
    for (double x = 36; x < 58; x += 0.24)
        g_assert_cmpuint (tone_at (white, x, 57), >, 250);
    g_autoptr (EvxInkLines) lines = lines_of (white);
    g_autoptr (GArray) starts = starts_in_order (lines);
    g_assert_cmpuint (starts->len, ==, 1);
    assert_start (starts, 0, 60, 60);
}

/* Stripes of a table are shaded, the head is dark; what stands beside is white. */
static void
test_the_ground_of_shaded_cells_becomes_white (void)
{
    static const Writing cells[] = { { 60, 60, 10, "Transfers in June 14" }, { 60, 90, 10, "Transfers in July 9" }, { 0 } };
    g_autoptr (PIX) pix = draw (cells, 0, (EvxBox) { 0 });
    for (int y = (int) (48 * DPI / 72); y < (int) (66 * DPI / 72); y++)
        for (int x = (int) (40 * DPI / 72); x < (int) (300 * DPI / 72); x++) {
            guint32 tone = 0;
            pixGetPixel (pix, x, y, &tone);
            pixSetPixel (pix, x, y, tone * 200 / 255);
        }
    g_autoptr (EvxInk) ink = evx_ink_new (pix, DPI);
    g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    g_autoptr (PIX) white = evx_ink_white_ground (ink, pix, pix, edges);
    g_assert_nonnull (white);
    g_assert_cmpuint (edges->len, ==, 2);
    for (guint i = 0; i < 2; i++) {
        const EvxRule *edge = &g_array_index (edges, EvxRule, i);
        EvxBox box = evx_box_from_px (edge->box, DPI);
        g_assert_true (edge->edge && !edge->vertical);
        g_assert_cmpfloat_with_epsilon (box.x0, 40, 1);
        g_assert_cmpfloat_with_epsilon (box.x1, 300, 1);
        g_assert_cmpfloat_with_epsilon (box.y0, i == 0 ? 48 : 66, 1);
    }
    for (double x = 36; x < 58; x += 0.24)
        g_assert_cmpuint (tone_at (white, x, 57), >, 250);
    g_autoptr (EvxInkLines) lines = lines_of (white);
    g_autoptr (GArray) starts = starts_in_order (lines);
    g_assert_cmpuint (starts->len, ==, 2);
    assert_start (starts, 0, 60, 60);
    assert_start (starts, 1, 60, 90);
}

/* A head of white writing on a ground of this tone with grain, framed by black rules that run on as those of the table below. */
static PIX *
draw_head (guint ground)
{
    static const Writing head[] = { { 60, 62, 11, "Facility and custody" }, { 0 } };
    PIX *pix = draw (head, 0, (EvxBox) { 40, 48, 340, 72 });
    for (int y = 0; y < pixGetHeight (pix); y++)
        for (int x = 0; x < pixGetWidth (pix); x++) {
            guint32 tone = 0;
            double pt_x = x * 72 / DPI, pt_y = y * 72 / DPI;
            gboolean inside = pt_x > 40 && pt_x < 340 && pt_y > 48 && pt_y < 72;
            gboolean rule = (fabs (pt_x - 40) < 0.5 || fabs (pt_x - 340) < 0.5) && pt_y > 48 && pt_y < 200;
            pixGetPixel (pix, x, y, &tone);
            guint grain = (guint) (x * 7 + y * 13) % 9;
            if (rule)
                pixSetPixel (pix, x, y, 0);
            else if (inside)
                pixSetPixel (pix, x, y, ground - 4 + grain + tone * (251 - ground) / 255);
        }
    return pix;
}

/* However dark the ground is: near the tone that parts dark ground from shaded, and lighter. */
static void
test_white_letters_on_gray_become_a_line (void)
{
    static const guint grounds[] = { 60, 110, 142, 150, 158, 189 };
    for (guint i = 0; i < G_N_ELEMENTS (grounds); i++) {
        g_autoptr (PIX) pix = draw_head (grounds[i]);
        g_autoptr (PIX) plain = pixCopy (NULL, pix);
        /* as it is when the rules are taken */
        evx_image_fill (plain, evx_box_to_px ((EvxBox) { 39, 47, 41, 201 }, DPI), 255);
        evx_image_fill (plain, evx_box_to_px ((EvxBox) { 339, 47, 341, 201 }, DPI), 255);
        g_autoptr (EvxInk) ink = evx_ink_new (pix, DPI);
        g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (EvxRule));
        g_autoptr (PIX) white = evx_ink_white_ground (ink, pix, plain, edges);
        g_assert_nonnull (white);
        g_assert_cmpuint (edges->len, ==, 2);
        for (double x = 38; x < 58; x += 0.24)
            g_assert_cmpuint (tone_at (white, x, 57), >, 230);
        g_autoptr (EvxInkLines) lines = lines_of (white);
        g_autoptr (GArray) starts = starts_in_order (lines);
        g_assert_cmpuint (starts->len, ==, 1);
        assert_start (starts, 0, 60, 62);
    }
}

/* Letters are dark too, but no ground. */
static void
test_a_plain_page_keeps_its_ground (void)
{
    static const Writing plain[] = { { 40, 80, 30, "LARGE AND BLACK" }, { 40, 120, 11, "and small letters below" }, { 0 } };
    g_autoptr (PIX) pix = draw (plain, 0, (EvxBox) { 0 });
    g_autoptr (EvxInk) ink = evx_ink_new (pix, DPI);
    g_autoptr (PIX) white = evx_ink_white_ground (ink, pix, pix, NULL);
    g_assert_null (white);
}

/* Its strokes are as thick as a bar and as long as a rule. */
static void
test_a_large_title_in_a_dark_band_is_a_line (void)
{
    static const Writing title[] = { { 30, 70, 44, "Transfers to ICE" }, { 0 } };
    g_autoptr (PIX) pix = draw (title, 0, (EvxBox) { 0, 10, 432, 100 });
    g_autoptr (EvxInk) ink = evx_ink_new (pix, DPI);
    g_autoptr (PIX) white = evx_ink_white_ground (ink, pix, pix, NULL);
    g_assert_nonnull (white);
    g_autoptr (EvxInkLines) lines = lines_of (white);
    g_assert_cmpuint (lines->lines->len, ==, 1);
    EvxBox box = evx_box_from_px (g_array_index (lines->lines, EvxInkLine, 0).box, DPI);
    g_assert_cmpfloat_with_epsilon (box.x0, 31, 4);
    g_assert_cmpfloat (box.x1, >, 300);
}

static void
test_a_bullet_is_known_by_its_shape (void)
{
    static const Writing list[] = { { 40, 60, 11, "\342\200\242 Transfers on request" }, { 40, 80, 11, "\302\267 Detainers" },
                                    { 40, 100, 11, "o Persons held" }, { 40, 120, 11, "e Persons told" },
                                    { 40, 140, 11, ". . . and so on" }, { 40, 160, 11, "\342\200\223 none" }, { 0 } };
    static const gboolean bullet[] = { TRUE, TRUE, FALSE, FALSE, FALSE, FALSE };
    g_autoptr (PIX) pix = draw (list, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_assert_cmpuint (lines->lines->len, ==, G_N_ELEMENTS (bullet));
    for (guint i = 0; i < lines->lines->len; i++)
        g_assert_cmpint (evx_ink_lines_bullet (lines, i), ==, bullet[i]);
}

/* A bullet that stands far from its item is too small for a letter; a point or a speck is none. */
static void
test_a_bullet_apart_from_its_item_is_a_line (void)
{
    static const Writing items[] = { { 40, 60, 9, "\342\200\242" }, { 62, 60, 9, "the desk that keeps the log" },
                                     { 40, 74, 9, "\342\200\242" }, { 62, 74, 9, "the unit that answers" },
                                     { 40, 88, 9, "." },            { 62, 88, 9, "requests for copies" },
                                     { 0 } };
    g_autoptr (PIX) pix = draw (items, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    guint bullets = 0;
    for (guint i = 0; i < lines->lines->len; i++)
        bullets += g_array_index (lines->lines, EvxInkLine, i).sign == 0x2022;
    g_assert_cmpuint (bullets, ==, 2);
    g_assert_cmpuint (lines->lines->len, ==, 5);
}

/* In cells a dash stands for a number; before an item of a list it belongs to the item. */
/* So many lines, of which so many are a dash. */
static void
assert_lines (const Writing *writing, guint n_lines, guint n_dashes)
{
    g_autoptr (PIX) pix = draw (writing, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) found = lines_of (pix);
    guint dashes = 0;
    for (guint i = 0; i < found->lines->len; i++)
        dashes += g_array_index (found->lines, EvxInkLine, i).sign == '-';
    g_assert_cmpuint (found->lines->len, ==, n_lines);
    g_assert_cmpuint (dashes, ==, n_dashes);
}

static void
test_a_dash_alone_in_a_cell_is_a_line (void)
{
    static const Writing log[] = { { 40, 60, 10, "In custody" },  { 180, 60, 10, "114" }, { 320, 60, 10, "\342\200\223" },
                                   { 40, 74, 10, "Handed over" }, { 180, 74, 10, "\342\200\223" }, { 320, 74, 10, "8" },
                                   { 0 } };
    static const Writing empty[] = { { 40, 60, 10, "Transferred" }, { 180, 60, 10, "\342\200\223" },
                                     { 320, 60, 10, "\342\200\223" }, { 0 } };
    static const Writing list[] = { { 40, 60, 10, "\342\200\223 the desk that keeps the log" },
                                    { 40, 74, 10, "\342\200\223 the unit that answers requests" }, { 0 } };
    static const Writing leader[] = { { 40, 60, 10, "In custody" },
                                      { 120, 60, 10, "\342\200\223 \342\200\223 \342\200\223 \342\200\223 \342\200\223" },
                                      { 0 } };
    static const Writing wrapped[] = { { 40, 66, 10, "Handed over" }, { 180, 66, 10, "\342\200\223" }, { 320, 60, 10, "noted in" },
                                       { 320, 72, 10, "the log" },    { 40, 96, 10, "In custody" }, { 180, 96, 10, "\342\200\223" },
                                       { 320, 90, 10, "never" },      { 320, 102, 10, "noted" },    { 0 } };
    assert_lines (log, 6, 2);
    assert_lines (wrapped, 8, 2); /* no other cell is level with them */
    assert_lines (empty, 3, 2);
    assert_lines (list, 2, 0);
    assert_lines (leader, 1, 0);
}

/* A rule of dashes close above a row is none of its letters; nor are the lines of a chart. */
static void
test_a_broken_rule_is_in_no_line (void)
{
    static const Writing log[] = { { 40, 60, 10, "BOOKING 2020114" }, { 300, 60, 10, "RELEASED" }, { 0 } };
    g_autoptr (PIX) pix = draw (log, 0, (EvxBox) { 0 });
    for (int i = 0; i < 60; i++)
        evx_image_fill (pix, (EvxBox) { 100 + 18 * i, 215, 108 + 18 * i, 218 }, 0);
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_assert_cmpuint (lines->lines->len, ==, 2);
    g_assert_cmpfloat (g_array_index (lines->lines, EvxInkLine, 0).box.y0, >, 218);
}

/* Small print that touches, as a date does, is one mark, and low. */
static void
test_a_low_mark_beside_a_row_of_small_print_is_a_line (void)
{
    static const Writing row[] = { { 40, 60, 5, "HHHHHHH HHHH" }, { 200, 60, 5, "HHHHHHHHH" }, { 0 } };
    g_autoptr (PIX) pix = draw (row, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) before = lines_of (pix);
    const EvxInkLine *line = &g_array_index (before->lines, EvxInkLine, 0);
    EvxBox date = { 1200, line->box.y0, 1200 + 6 * line->tall, line->box.y1 };
    evx_image_fill (pix, date, 0);
    evx_image_fill (pix, (EvxBox) { date.x0, date.y0 + 120, date.x1, date.y1 + 120 }, 0); /* dirt */
    g_autoptr (EvxInkLines) after = lines_of (pix);
    g_assert_cmpuint (before->lines->len, ==, 2);
    g_assert_cmpuint (after->lines->len, ==, 3);
}

static void
test_a_slanting_line_is_cut_level (void)
{
    static const Writing line[] = { { 20, 150, 12, "mmmmmmmmmm nnnnnnnnnnn mmmmmmmmmm nnnnnnnnn mmmmm" },
                                    { 20, 170, 12, "nnnnnnnnnn mmmmmmmmmmm nnnnnnnnnn mmmmmmmmm nnnnn" },
                                    { 20, 190, 12, "mmmmmmmmmm nnnnnnnnnnn mmmmmmmmmm nnnnnnnnn mmmmm" },
                                    { 0 } };
    for (double turn_deg = -1.5; turn_deg <= 1.5; turn_deg += 1.5) {
        g_autoptr (PIX) pix = draw (line, turn_deg, (EvxBox) { 0 });
        g_autoptr (EvxInkLines) lines = lines_of (pix);
        g_assert_cmpuint (lines->lines->len, ==, 3);
        double x = 0, height = 12 * 0.46 * DPI / 72; /* of small letters */
        g_autoptr (PIX) strip = evx_ink_lines_cut (lines, 1, pix, &x);
        g_assert_cmpint (pixGetHeight (strip), <, (int) (2.2 * height));
        EvxBox found = evx_ink_lines_place (lines, 1, x + 100, x + 300);
        double fall = tan (turn_deg * G_PI / 180) * ((found.x0 + found.x1) / 2 - 3 * DPI);
        g_assert_cmpfloat_with_epsilon (found.y1, 168 * DPI / 72 + fall, 12);
        g_assert_cmpfloat (found.x0, >, x + 60);
        g_assert_cmpfloat (found.x1, <, x + 340);
    }
}

/* Cut at their edge, the first and the last letter are misread. */
static void
test_a_strip_reaches_two_pixels_beyond_its_line (void)
{
    static const Writing line[] = { { 20, 150, 12, "mmmmmmmmmm nnnnnnnnnnn mmmmmmmmmm nnnnnnnnn mmmmm" }, { 0 } };
    g_autoptr (PIX) pix = draw (line, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_assert_cmpuint (lines->lines->len, ==, 1);
    EvxBox box = g_array_index (lines->lines, EvxInkLine, 0).box;
    double x = 0;
    g_autoptr (PIX) strip = evx_ink_lines_cut (lines, 0, pix, &x);
    g_assert_cmpfloat (x, ==, floor (box.x0) - 2);
    g_assert_cmpfloat (x + pixGetWidth (strip), ==, ceil (box.x1) + 2);
}

/* Blanks of line 0 that are wider than those between letters, px. */
static GArray *
middles_of_wide_blanks (const EvxInkLines *lines)
{
    GArray *middles = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 1; i < lines->marks->len; i++) {
        EvxBox left = g_array_index (lines->marks, EvxBox, i - 1), right = g_array_index (lines->marks, EvxBox, i);
        double middle = (left.x1 + right.x0) / 2;
        if (right.x0 - left.x1 > 6)
            g_array_append_val (middles, middle);
    }
    return middles;
}

/* A reader knows places to a letter: around a word of one letter the same blank is the widest for both its ends. */
static void
test_words_part_at_a_blank_each (void)
{
    static const Writing line[] = { { 20, 150, 12, "hhhhmm n hhhhhmm n hhhhmmm" }, { 0 } };
    g_autoptr (PIX) pix = draw (line, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_assert_cmpuint (lines->lines->len, ==, 1);
    g_autoptr (GArray) blanks = middles_of_wide_blanks (lines);
    g_assert_cmpuint (blanks->len, ==, 4);
    const double *middle = (const double *) (const void *) blanks->data;
    double x[] = { middle[0] - 4, middle[0] + 6, middle[3] - 5, middle[3] + 3 };
    evx_ink_lines_part (lines, 0, x, G_N_ELEMENTS (x));
    for (guint i = 0; i < G_N_ELEMENTS (x); i++)
        g_assert_cmpfloat (x[i], ==, middle[i]);
    double nowhere = middle[3] + 1000;
    evx_ink_lines_part (lines, 0, &nowhere, 1);
    g_assert_cmpfloat (nowhere, ==, middle[3] + 1000);
}

static void
test_an_empty_sheet_has_no_lines (void)
{
    static const Writing nothing[] = { { 0 } };
    g_autoptr (PIX) pix = draw (nothing, 0, (EvxBox) { 0 });
    g_autoptr (EvxInkLines) lines = lines_of (pix);
    g_assert_cmpuint (lines->lines->len, ==, 0);
}

/* Every other pixel of a sheet, and one pixel. */
static void
test_noise_and_a_pixel_are_no_writing (void)
{
    g_autoptr (PIX) noise = pixCreate (1800, 1200, 8), pixel = pixCreate (1, 1, 8);
    guint32 state = 1;
    for (int y = 0; y < 1200; y++)
        for (int x = 0; x < 1800; x++) {
            state = state * 1664525 + 1013904223;
            pixSetPixel (noise, x, y, state >> 31 ? 255 : 0);
        }
    g_autoptr (EvxInk) ink = evx_ink_new (noise, DPI), none = evx_ink_new (pixel, DPI);
    g_autoptr (EvxInkLines) lines = evx_ink_lines (ink, 0);
    g_assert_true (lines == NULL || lines->left > 0.15 || lines->lines->len == 0);
    g_assert_null (none);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ink/lines/a-comma-stays-with-its-cell", test_a_comma_stays_with_its_cell);
    g_test_add_func ("/ink/lines/each-line-of-a-letter-is-one-piece", test_each_line_of_a_letter_is_one_piece);
    g_test_add_func ("/ink/lines/lines-that-touch-are-parted", test_lines_that_touch_are_parted);
    g_test_add_func ("/ink/lines/columns-are-read-one-after-the-other", test_columns_are_read_one_after_the_other);
    g_test_add_func ("/ink/lines/cells-are-read-across", test_cells_are_read_across);
    g_test_add_func ("/ink/lines/a-note-beside-the-text-is-not-read-into-it",
                     test_a_note_beside_the_text_is_not_read_into_it);
    g_test_add_func ("/ink/lines/a-value-is-read-after-its-label", test_a_value_is_read_after_its_label);
    g_test_add_func ("/ink/lines/the-caption-of-a-case-is-read-across", test_the_caption_of_a_case_is_read_across);
    g_test_add_func ("/ink/lines/the-number-of-a-line-is-read-before-it", test_the_number_of_a_line_is_read_before_it);
    g_test_add_func ("/ink/lines/a-heading-between-columns-ends-them", test_a_heading_between_columns_ends_them);
    g_test_add_func ("/ink/lines/a-heading-under-the-left-column-belongs-to-what-it-heads",
                     test_a_heading_under_the_left_column_belongs_to_what_it_heads);
    g_test_add_func ("/ink/lines/three-columns-are-parted-in-spite-of-a-stroke-between-them",
                     test_three_columns_are_parted_in_spite_of_a_stroke_between_them);
    g_test_add_func ("/ink/ground/white-letters-on-a-black-box-become-a-line",
                     test_white_letters_on_a_black_box_become_a_line);
    g_test_add_func ("/ink/ground/that-of-shaded-cells-becomes-white", test_the_ground_of_shaded_cells_becomes_white);
    g_test_add_func ("/ink/ground/white-letters-on-gray-become-a-line", test_white_letters_on_gray_become_a_line);
    g_test_add_func ("/ink/ground/a-plain-page-keeps-its-own", test_a_plain_page_keeps_its_ground);
    g_test_add_func ("/ink/lines/a-large-title-in-a-dark-band-is-one", test_a_large_title_in_a_dark_band_is_a_line);
    g_test_add_func ("/ink/lines/a-bullet-is-known-by-its-shape", test_a_bullet_is_known_by_its_shape);
    g_test_add_func ("/ink/lines/a-bullet-apart-from-its-item-is-one", test_a_bullet_apart_from_its_item_is_a_line);
    g_test_add_func ("/ink/lines/a-dash-alone-in-a-cell-is-one", test_a_dash_alone_in_a_cell_is_a_line);
    g_test_add_func ("/ink/lines/a-broken-rule-is-in-no-line", test_a_broken_rule_is_in_no_line);
    g_test_add_func ("/ink/lines/a-low-mark-beside-small-print-is-one", test_a_low_mark_beside_a_row_of_small_print_is_a_line);
    g_test_add_func ("/ink/lines/a-slanting-line-is-cut-level", test_a_slanting_line_is_cut_level);
    g_test_add_func ("/ink/lines/a-strip-reaches-two-pixels-beyond-its-line",
                     test_a_strip_reaches_two_pixels_beyond_its_line);
    g_test_add_func ("/ink/lines/words-part-at-a-blank-each", test_words_part_at_a_blank_each);
    g_test_add_func ("/ink/lines/an-empty-sheet-has-no-lines", test_an_empty_sheet_has_no_lines);
    g_test_add_func ("/ink/lines/noise-and-a-pixel-are-no-writing", test_noise_and_a_pixel_are_no_writing);
    return g_test_run ();
}
