/* Redactions on PDFs drawn by cairo. */
#include "test-page.h"

#include <cairo-pdf.h>

typedef void (*Draw) (cairo_t *cairo);

static cairo_status_t
keep (void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append (closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static EvxPdf *
draw_pdf (Draw draw)
{
    g_autoptr (GError) error = NULL;
    GByteArray *bytes = g_byte_array_new ();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (keep, bytes, 612, 792);
    cairo_t *cairo = cairo_create (surface);
    cairo_select_font_face (cairo, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (cairo, 12);
    draw (cairo);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    g_autoptr (GBytes) file = g_byte_array_free_to_bytes (bytes);
    EvxPdf *pdf = evx_pdf_open (file, NULL, &error);
    g_assert_no_error (error);
    return pdf;
}

static EvxPage *
read_drawing (Draw draw)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPdf) pdf = draw_pdf (draw);
    EvxPage *page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    g_assert_true (evx_pdf_words (pdf, page, &error));
    evx_pdf_pictures (pdf, page);
    lay_out_of (pdf, page);
    return page;
}

static const EvxRedaction *
redaction_at (const EvxPage *page, guint i)
{
    g_assert_cmpuint (i, <, page->redactions->len);
    return &g_array_index (page->redactions, EvxRedaction, i);
}

static void
say (cairo_t *cairo, double x, double y, const char *text)
{
    cairo_move_to (cairo, x, y);
    cairo_show_text (cairo, text);
}

/* In white, as a code stands on a black box. */
static void
say_white (cairo_t *cairo, double x, double y, const char *text)
{
    cairo_set_source_rgb (cairo, 1, 1, 1);
    say (cairo, x, y, text);
    cairo_set_source_rgb (cairo, 0, 0, 0);
}

static void
box (cairo_t *cairo, double gray, double x, double y, double w, double h)
{
    cairo_set_source_rgb (cairo, gray, gray, gray);
    cairo_rectangle (cairo, x, y, w, h);
    cairo_fill (cairo);
    cairo_set_source_rgb (cairo, 0, 0, 0);
}

static void
draw_lines (cairo_t *cairo)
{
    for (guint i = 0; i < 8; i++)
        say (cairo, 72, 100 + 16 * i, "The deputies of Alder County wrote a short report on that day.");
}

static void
draw_box_over_text (cairo_t *cairo)
{
    draw_lines (cairo);
    box (cairo, 0, 72, 121, 90, 14);
}

static void
test_a_box_over_text_is_ineffective (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_box_over_text);
    g_assert_cmpuint (page->redactions->len, ==, 1);
    const EvxRedaction *redaction = redaction_at (page, 0);
    g_assert_cmpint (redaction->kind, ==, EVX_REDACTION_INEFFECTIVE);
    g_assert_cmpuint (redaction->n_words_under, >, 0);
    guint marked = 0;
    for (guint i = 0; i < page->words->len; i++)
        marked += (g_array_index (page->words, EvxWord, i).flags & EVX_WORD_REDACTED) != 0;
    g_assert_cmpuint (marked, ==, redaction->n_words_under);
}

static void
draw_box_with_code (cairo_t *cairo)
{
    draw_lines (cairo);
    say (cairo, 72, 260, "The person named");
    box (cairo, 0, 172, 249, 80, 14);
    say_white (cairo, 180, 260, "(b)(7)(C)");
    say (cairo, 258, 260, "was released at noon.");
}

static void
draw_boxes_with_letters (cairo_t *cairo)
{
    draw_lines (cairo);
    say (cairo, 72, 260, "The person named");
    box (cairo, 0, 172, 249, 80, 14);
    say (cairo, 72, 290, "Her brother Oswin Marl called.");
    box (cairo, 0, 125, 279, 70, 14);
    say_white (cairo, 200, 260, "(c)");
    say_white (cairo, 150, 290, "(k)");
    say (cairo, 258, 260, "was released at noon.");
}

static void
test_a_letter_in_brackets_on_a_box_is_its_exemption (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_boxes_with_letters);
    g_assert_cmpuint (page->redactions->len, ==, 2);
    const EvxRedaction *applied = redaction_at (page, 0), *over = applied + 1;
    g_assert_cmpint (applied->kind, ==, EVX_REDACTION_APPLIED);
    g_assert_cmpstr (applied->exemption, ==, "(c)");
    g_assert_cmpint (over->kind, ==, EVX_REDACTION_INEFFECTIVE);
    g_assert_cmpstr (over->exemption, ==, "(k)");
}

static void
draw_boxes_with_sections (cairo_t *cairo)
{
    draw_lines (cairo);
    say (cairo, 72, 260, "Copy to");
    box (cairo, 0, 172, 249, 80, 14);
    say_white (cairo, 185, 260, "7927.705");
    box (cairo, 0, 72, 279, 70, 14);
    say (cairo, 148, 290, "7923.600 was released.");
    box (cairo, 0, 72, 309, 70, 14);
    say (cairo, 148, 320, "4411.705 was released.");
}

static void
test_a_section_of_the_records_act_is_an_exemption (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_boxes_with_sections);
    g_assert_cmpuint (page->redactions->len, ==, 3);
    g_assert_cmpstr (redaction_at (page, 0)->exemption, ==, "7927.705");
    g_assert_cmpstr (redaction_at (page, 1)->exemption, ==, "7923.600");
    g_assert_null (redaction_at (page, 2)->exemption);
}

static void
test_a_box_without_text_is_applied_and_bears_its_exemption (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_box_with_code);
    g_assert_cmpuint (page->redactions->len, ==, 1);
    const EvxRedaction *redaction = redaction_at (page, 0);
    g_assert_cmpint (redaction->kind, ==, EVX_REDACTION_APPLIED);
    g_assert_cmpstr (redaction->exemption, ==, "(b)(7)(C)");
}

static void
draw_what_is_not_redacted (cairo_t *cairo)
{
    box (cairo, 0, 0, 20, 612, 24); /* a bar across the head */
    draw_lines (cairo);
    box (cairo, 0.85, 72, 290, 300, 16); /* shading of a row */
    say (cairo, 76, 302, "Shaded row of a table");
    box (cairo, 0, 72, 330, 300, 16); /* a heading, white on black */
    say_white (cairo, 76, 342, "Heading in white on a dark bar");
    box (cairo, 0, 72, 380, 10, 10); /* a check box that is filled */
    say (cairo, 90, 390, "Consent was given");
    box (cairo, 0, 72, 420, 200, 1); /* an underline */
    box (cairo, 0, 300, 500, 20, 120); /* bars of a chart */
    box (cairo, 0, 340, 540, 20, 80);
}

static void
test_shading_headings_check_boxes_and_charts_are_no_redactions (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_what_is_not_redacted);
    g_assert_cmpuint (page->redactions->len, ==, 0);
}

/* The line at the foot is painted first, its code before it goes on: the words come in another order than that. */
static void
draw_name_with_code (cairo_t *cairo)
{
    say (cairo, 72, 260, "Officer Brandt");
    box (cairo, 0, 115, 250, 40, 13);
    cairo_set_font_size (cairo, 9);
    say_white (cairo, 128, 259, "(f)");
    cairo_set_font_size (cairo, 12);
    say (cairo, 158, 260, "of another agency was already inside the port of the jail, as the desk had been told.");
    draw_lines (cairo);
}

static void
test_a_name_under_a_box_with_a_code_is_told (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_name_with_code);
    g_assert_cmpuint (page->redactions->len, ==, 1);
    g_assert_cmpint (redaction_at (page, 0)->kind, ==, EVX_REDACTION_INEFFECTIVE);
    g_assert_cmpstr (redaction_at (page, 0)->exemption, ==, "(f)");
    g_assert_null (strstr (page->text->str, "Brandt"));
}

static void
draw_box_over_two_digits (cairo_t *cairo)
{
    draw_lines (cairo);
    say (cairo, 72, 260, "pages, so");
    box (cairo, 0, 127, 248, 16, 15);
    say (cairo, 148, 260, "percent of what was in play");
    say (cairo, 72, 290, "as it was an");
    box (cairo, 0, 142, 279, 40, 14);
    cairo_set_font_size (cairo, 8);
    say_white (cairo, 144, 289, "Privilege");
}

static void
test_small_boxes_and_boxes_that_say_why_are_redactions (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_box_over_two_digits);
    g_assert_cmpuint (page->redactions->len, ==, 2);
}

/* Draws a page that is one picture of 100 dpi, gray @paper with boxes: their gray, x, y, width and height in its pixels. */
static void
draw_picture (cairo_t *cairo, double paper, const double (*boxes)[5], guint n)
{
    cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 850, 1100);
    cairo_t *on = cairo_create (image);
    cairo_set_source_rgb (on, paper, paper, paper);
    cairo_paint (on);
    for (guint i = 0; i < n; i++)
        box (on, boxes[i][0], boxes[i][1], boxes[i][2], boxes[i][3], boxes[i][4]);
    cairo_destroy (on);
    cairo_scale (cairo, 612.0 / 850, 792.0 / 1100);
    cairo_set_source_surface (cairo, image, 0, 0);
    cairo_paint (cairo);
    cairo_surface_destroy (image);
}

/* A redaction, a rule and a filled check box. */
static void
draw_scan (cairo_t *cairo)
{
    static const double boxes[][5] = { { 0, 200, 300, 220, 22 }, { 0, 100, 400, 600, 3 }, { 0, 100, 500, 14, 14 } };
    draw_picture (cairo, 1, boxes, G_N_ELEMENTS (boxes));
}

static void
test_a_solid_box_in_a_scan_is_a_redaction (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_scan);
    g_assert_cmpuint (page->redactions->len, ==, 1);
    EvxBox found = redaction_at (page, 0)->box;
    g_assert_cmpfloat_with_epsilon (found.x0, 144, 2);
    g_assert_cmpfloat_with_epsilon (found.y1, 231.8, 2);
}

/* Two lines blacked out at once, the first from its middle on. */
static void
draw_stepped_scan (cairo_t *cairo)
{
    static const double boxes[][5] = { { 0, 400, 300, 300, 20 }, { 0, 100, 320, 610, 100 } };
    draw_picture (cairo, 1, boxes, G_N_ELEMENTS (boxes));
}

static void
test_a_stepped_box_in_a_scan_is_cut_at_the_step (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_stepped_scan);
    g_assert_cmpuint (page->redactions->len, ==, 2);
    EvxBox first = redaction_at (page, 0)->box;
    g_assert_cmpfloat_with_epsilon (first.x0, 288, 2);
    g_assert_cmpfloat_with_epsilon (first.y1, 230.4, 2);
}

/* Likewise, pale, the first a little shorter; dirt at a side of a box makes less of a step. */
static void
draw_uneven_scan (cairo_t *cairo)
{
    static const double boxes[][5] = { { 0.25, 100, 300, 300, 40 }, { 0.25, 100, 340, 312, 40 } };
    draw_picture (cairo, 0.85, boxes, G_N_ELEMENTS (boxes));
}

static void
test_lines_of_unlike_length_in_a_scan_are_a_box_each (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_uneven_scan);
    g_assert_cmpuint (page->redactions->len, ==, 2);
}

/* Two tones, as in a photograph of the night. */
static void
draw_two_tones (cairo_t *cairo)
{
    static const double boxes[][5] = { { 0, 200, 300, 110, 60 }, { 0.28, 310, 300, 110, 60 } };
    draw_picture (cairo, 1, boxes, G_N_ELEMENTS (boxes));
}

static void
test_a_dark_part_of_a_photograph_is_no_redaction (void)
{
    g_autoptr (EvxPage) page = read_drawing (draw_two_tones);
    g_assert_cmpuint (page->redactions->len, ==, 0);
}

/* Recognition sees letters in the edges of a black box. */
static void
test_what_is_read_on_a_solid_box_in_a_scan_is_kept_back (void)
{
    g_autoptr (EvxPdf) pdf = draw_pdf (draw_scan);
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    page->reading = EVX_READING_OCR;
    put_recognised (page, 60, 219, "Name of inmate");
    put_recognised (page, 160, 219, "eest eeq");
    lay_out_of (pdf, page);
    g_assert_nonnull (strstr (page->text->str, "Name of inmate"));
    g_assert_null (strstr (page->text->str, "ee"));
}

/* The strokes of a number as high as four lines are solid boxes as well. */
static void
test_a_stroke_of_a_large_figure_in_a_scan_is_no_redaction (void)
{
    for (guint large = 0; large < 2; large++) {
        g_autoptr (EvxPdf) pdf = draw_pdf (draw_scan);
        g_autoptr (GError) error = NULL;
        g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, &error);
        g_assert_no_error (error);
        page->reading = EVX_READING_OCR;
        put_recognised (page, 60, 100, "Calendar year");
        if (large)
            evx_page_add_word (page, "54", -1, (EvxBox) { 100, 190, 400, 260 }, 0.9f, EVX_ORIGIN_OCR);
        lay_out_of (pdf, page);
        g_assert_cmpuint (page->redactions->len, ==, large ? 0 : 1);
    }
}

/* Bars of light letters: strokes that leave the dark between them, as those of words do. */
static void
draw_dark_title (cairo_t *cairo)
{
    double boxes[41][5] = { { 0.05, 80, 90, 480, 40 } };
    for (guint i = 0; i < 40; i++) { /* as put_recognised has them, in pixels */
        double letter[] = { 0.95, (72 + 5 * i + (i >= 20 ? 2.5 : 0)) / 0.72 + 2, 75 / 0.72, 2.5, 10 / 0.72 };
        memcpy (boxes[i + 1], letter, sizeof letter);
    }
    draw_picture (cairo, 1, (const double (*)[5]) boxes, G_N_ELEMENTS (boxes));
}

static void
test_a_dark_bar_with_a_title_in_a_scan_is_no_redaction (void)
{
    static const char *const titles[] = { "abcdefghijklmnopqrst abcdefghijklmnopqrst", "redacted redacted" };
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
        g_autoptr (EvxPdf) pdf = draw_pdf (draw_dark_title);
        g_autoptr (GError) error = NULL;
        g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, &error);
        g_assert_no_error (error);
        page->reading = EVX_READING_OCR;
        put_recognised (page, 72, 75, titles[i]);
        lay_out_of (pdf, page);
        g_assert_cmpint (page->redactions->len == 0, ==, i == 0);
    }
}

/* The dark head of a table: its ground is solid where nothing is written. */
static void
draw_dark_head (cairo_t *cairo)
{
    static const double boxes[][5] = { { 0.05, 69, 272, 486, 25 }, { 0.95, 83, 278, 56, 14 }, { 0.95, 236, 278, 70, 14 }, { 0.95, 389, 278, 56, 14 } };
    draw_picture (cairo, 1, boxes, G_N_ELEMENTS (boxes));
}

static void
test_the_dark_head_of_a_scanned_table_is_no_redaction (void)
{
    g_autoptr (EvxPdf) pdf = draw_pdf (draw_dark_head);
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    page->reading = EVX_READING_OCR;
    for (guint r = 0; r < 5; r++) {
        put_recognised (page, 60, 200 + 18 * r, r == 0 ? "Facility" : "Annex");
        put_recognised (page, 170, 200 + 18 * r, r == 0 ? "Population" : "171");
        put_recognised (page, 280, 200 + 18 * r, r == 0 ? "Capacity" : "204");
    }
    EvxRule edge = { .box = { 50, 196, 400, 196 }, .edge = TRUE };
    g_array_append_val (page->rules, edge);
    lay_out_of (pdf, page);
    g_assert_cmpuint (page->tables->len, ==, 1);
    g_assert_cmpuint (page->redactions->len, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/redactions/a box over text is ineffective", test_a_box_over_text_is_ineffective);
    g_test_add_func ("/redactions/a letter in brackets on a box is its exemption",
                     test_a_letter_in_brackets_on_a_box_is_its_exemption);
    g_test_add_func ("/redactions/a section of the records act is an exemption",
                     test_a_section_of_the_records_act_is_an_exemption);
    g_test_add_func ("/redactions/a box without text is applied and bears its exemption",
                     test_a_box_without_text_is_applied_and_bears_its_exemption);
    g_test_add_func ("/redactions/shading, headings, check boxes and charts are no redactions",
                     test_shading_headings_check_boxes_and_charts_are_no_redactions);
    g_test_add_func ("/redactions/a name under a box with a code is told", test_a_name_under_a_box_with_a_code_is_told);
    g_test_add_func ("/redactions/small boxes, and boxes that say why, are redactions",
                     test_small_boxes_and_boxes_that_say_why_are_redactions);
    g_test_add_func ("/redactions/a stepped box in a scan is cut at the step",
                     test_a_stepped_box_in_a_scan_is_cut_at_the_step);
    g_test_add_func ("/redactions/lines of unlike length in a scan are a box each",
                     test_lines_of_unlike_length_in_a_scan_are_a_box_each);
    g_test_add_func ("/redactions/a dark part of a photograph is no redaction",
                     test_a_dark_part_of_a_photograph_is_no_redaction);
    g_test_add_func ("/redactions/a stroke of a large figure in a scan is no redaction",
                     test_a_stroke_of_a_large_figure_in_a_scan_is_no_redaction);
    g_test_add_func ("/redactions/a dark bar with a title in a scan is no redaction", test_a_dark_bar_with_a_title_in_a_scan_is_no_redaction);
    g_test_add_func ("/redactions/a solid box in a scan is a redaction", test_a_solid_box_in_a_scan_is_a_redaction);
    g_test_add_func ("/redactions/what is read on a solid box in a scan is kept back",
                     test_what_is_read_on_a_solid_box_in_a_scan_is_kept_back);
    g_test_add_func ("/redactions/the dark head of a scanned table is no redaction",
                     test_the_dark_head_of_a_scanned_table_is_no_redaction);
    return g_test_run ();
}
