/* Hard pages with a text layer, each with its right reading: written here as PDF, read by the text stage and this one.
 * Those that are pictures alone are in decide-scans-test.c. */
#include "test-reading.h"

#include <cairo-pdf.h>

static PIX *
seal (void)
{
    Canvas c = canvas (70, 70, 200, 1);
    cairo_arc (c.cairo, 35, 35, 32, 0, 2 * G_PI);
    cairo_stroke (c.cairo);
    cairo_arc (c.cairo, 35, 35, 20, 0, 2 * G_PI);
    cairo_fill (c.cairo);
    write_line (c, 20, 12, 6, "COUNTY");
    return develop (c);
}

static PIX *
screenshot (void)
{
    Canvas c = canvas (400, 200, 150, 0.95);
    write_line (c, 20, 40, 12, "From: records desk");
    write_line (c, 20, 64, 12, "Subject: pending question about notices");
    write_line (c, 20, 100, 12, "Please confirm that nobody was handed over");
    write_line (c, 20, 124, 12, "during the second week of October.");
    return develop (c);
}

/* ---- the pages ---------------------------------------------------------------------------------------- */

static void
typed_letter (Sheet *sheet)
{
    letter (sheet, 12);
}

static void
short_note (Sheet *sheet)
{
    text (sheet, 72, 200, 12, 0, "Intentionally short cover sheet");
}

static void
stamp_over_scan (Sheet *sheet)
{
    scanned (sheet);
    text (sheet, 500, 770, 10, 0, "QCSO-000123");
}

static void
fax_header_over_scan (Sheet *sheet)
{
    scanned (sheet);
    text (sheet, 40, 20, 9, 0, "Mar 14 2021 09:12 FROM: QUILLFEATHER RECORDS TO: 555 0100 P.02/05");
    text (sheet, 250, 780, 9, 0, "Received by facsimile gateway");
}

static void
seal_on_text (Sheet *sheet)
{
    letter (sheet, 10);
    picture (sheet, seal (), 270, 40, 70, 70);
}

static void
watermark_on_text (Sheet *sheet)
{
    g_string_append (sheet->content, "q 0.9 g BT /F1 90 Tf 0.7 0.7 -0.7 0.7 150 250 Tm (DRAFT) Tj ET Q\n");
    letter (sheet, 20);
}

static const char *const garbage[] = { "Gu1|lf~th# C0*n1y 5h~r1ff ;., x7", "%%3 nM# lkj qq zx ,,~ 0o0",
                                       "xqzt wvvk bbrp ]]] {{ kq7 zzt", "rnnw ii1l |||| ;;'' pqd bgh",
                                       "vvxz qqrt wsdf ~~ ^^ kjhg", "zxcv bnmm qwrt plkj hgfd" };

static void
garbage_hidden_layer (Sheet *sheet)
{
    scanned (sheet);
    layer (sheet, 3, garbage, G_N_ELEMENTS (garbage));
}

static void
good_hidden_layer (Sheet *sheet)
{
    scanned (sheet);
    layer (sheet, 3, scan_lines, G_N_ELEMENTS (scan_lines));
}

static void
good_hidden_layer_and_stamp (Sheet *sheet)
{
    good_hidden_layer (sheet);
    text (sheet, 500, 770, 10, 0, "QCSO-000124");
}

static const char *const another_page[] = { "The annual picnic is held beside the northern lake.",
                                            "Families bring baskets, blankets and musical instruments.",
                                            "Volunteers prepare lemonade before noon.",
                                            "Children compete in sack races afterwards.",
                                            "Everyone returns home when darkness falls." };

static void
hidden_layer_of_another_page (Sheet *sheet)
{
    scanned (sheet);
    layer (sheet, 3, another_page, G_N_ELEMENTS (another_page));
}

static void
hidden_layer_of_a_part (Sheet *sheet)
{
    scanned (sheet);
    layer (sheet, 3, scan_lines, 1);
}

static void
tiny_hidden_text_on_scan (Sheet *sheet)
{
    scanned (sheet);
    text (sheet, 5, 5, 1, 3, "scanner 9000 job 17");
}

static void
text_painted_under_scan (Sheet *sheet)
{
    layer (sheet, 0, scan_lines, G_N_ELEMENTS (scan_lines));
    scanned (sheet);
}

static void
white_text_over_scan (Sheet *sheet)
{
    scanned (sheet);
    g_string_append (sheet->content, "1 g\n");
    text (sheet, 20, 10, 2, 0, "id 99 batch 4");
}

static void
slide_with_screenshot (Sheet *sheet)
{
    text (sheet, 72, 90, 28, 0, "Status of the inquiry");
    text (sheet, 72, 140, 18, 0, "One message is still open");
    picture (sheet, screenshot (), 100, 220, 400, 200);
}

static void
dark_slide_with_screenshot (Sheet *sheet)
{
    PIX *dark = photo (850, 1100);
    pixMultConstantGray (dark, 0.25f);
    picture (sheet, dark, 0, 0, W, H);
    g_string_append (sheet->content, "1 g\n");
    text (sheet, 72, 90, 28, 0, "Status of the inquiry");
    picture (sheet, screenshot (), 100, 220, 400, 200);
}

static void
letter_with_pasted_mail (Sheet *sheet)
{
    letter (sheet, 12);
    picture (sheet, screenshot (), 90, 380, 400, 200);
}

static void
photo_on_letter (Sheet *sheet)
{
    letter (sheet, 8);
    picture (sheet, photo (600, 400), 150, 350, 300, 200);
}

static void
background_under_text (Sheet *sheet)
{
    PIX *pale = photo (850, 1100);
    pixMultConstantGray (pale, 0.15f);
    pixAddConstantGray (pale, 215);
    picture (sheet, pale, 0, 0, W, H);
    letter (sheet, 14);
}

static void
form_with_typed_fields (Sheet *sheet)
{
    scanned (sheet);
    text (sheet, 90, 420, 12, 0, "Marisol Quennell");
    text (sheet, 300, 420, 12, 0, "Booking 778812");
}

static void
white_text_on_dark (Sheet *sheet)
{
    box (sheet, 0.1, 0, 0, W, H);
    g_string_append (sheet->content, "1 g\n");
    letter (sheet, 14);
}

static void
text_clipped_away (Sheet *sheet)
{
    letter (sheet, 12);
    g_string_append (sheet->content, "q 300 0 60 792 re W n\n");
    text (sheet, 72, 500, 11, 0, "Lozenge biscuits arrive aboard quarrelsome steamships");
    g_string_append (sheet->content, "Q q 0 0 5 5 re W n\n");
    text (sheet, 72, 145, 11, 0, "Walrus counters met beneath the harbour office");
    g_string_append (sheet->content, "Q\n");
}

static void
more_clipped_away_than_shows (Sheet *sheet)
{
    g_string_append (sheet->content, "q 0 0 5 5 re W n\n");
    layer (sheet, 0, scan_lines, G_N_ELEMENTS (scan_lines));
    g_string_append (sheet->content, "Q\n");
    text (sheet, 72, 600, 11, 0, "Walrus counters met beneath the harbour office");
}

static void
white_text_on_white (Sheet *sheet)
{
    letter (sheet, 12);
    box (sheet, 0.1, 0, 500, W, 60);
    box (sheet, 1, 0, 600, W, 60);
    g_string_append (sheet->content, "1 g\n");
    text (sheet, 72, 530, 11, 0, "Bannerline");
    text (sheet, 72, 630, 11, 0, "walrus");
    text (sheet, 72, 700, 11, 0, "lozenge");
}

static void
text_under_a_photo (Sheet *sheet)
{
    letter (sheet, 12);
    text (sheet, 200, 450, 11, 0, "walrus lozenge");
    picture (sheet, photo (600, 400), 150, 350, 300, 200);
}

static void
scrambled_font (Sheet *sheet)
{
    sheet->scrambled = TRUE;
    layer (sheet, 0, scan_lines, G_N_ELEMENTS (scan_lines));
}

/* Its map is spoilt; that of the letter is not. */
static void
scrambled_font_beside_a_sound_one (Sheet *sheet)
{
    letter (sheet, 12);
    for (guint i = 0; i < G_N_ELEMENTS (scan_lines); i++) {
        g_autofree char *line = g_strdup_printf ("(%s)", scan_lines[i]);
        text_in (sheet, "F2", 90, 400 + 24 * i, 13, line);
    }
}

/* Glyphs of which nothing says what they show. */
static void
mute_font_beside_a_sound_one (Sheet *sheet)
{
    letter (sheet, 12);
    for (guint i = 0; i < 5; i++)
        text_in (sheet, "F3", 90, 400 + 24 * i, 13, "<7F7F7F7F7F7F7F7F7F7F7F7F7F7F7F7F>");
}

/* Codes are no words, but they are what the page shows. */
static void
codes_in_a_font_of_their_own (Sheet *sheet)
{
    letter (sheet, 12);
    for (guint i = 0; i < 9; i++) {
        g_autofree char *code = g_strdup_printf ("(K%uB7 Q4Z%u)", 10 + i, 30 + i);
        text_in (sheet, "F4", 90, 400 + 24 * i, 13, code);
    }
}

static void
letter_with_signature (Sheet *sheet)
{
    Canvas c = canvas (150, 60, 200, 1);
    cairo_move_to (c.cairo, 10, 40);
    for (int i = 0; i < 9; i++)
        cairo_curve_to (c.cairo, 12 + 14 * i, 5 + 7 * (i % 3), 20 + 14 * i, 58 - 5 * (i % 2),
                        24 + 14 * i, 30 + 4 * (i % 4));
    cairo_stroke (c.cairo);
    letter (sheet, 12);
    picture (sheet, develop (c), 72, 380, 150, 60);
}

static void
many_tiny_pictures (Sheet *sheet)
{
    letter (sheet, 10);
    for (int i = 0; i < 50000; i++)
        g_string_append_printf (sheet->content, "q 1 0 0 1 %d %d cm /I0 Do Q\n", 60 + i % 480,
                                100 + i / 480 * 2);
    picture (sheet, pixCreate (1, 1, 8), 10, 10, 1, 1);
}

static const Case cases[] = {
    { "typed letter", typed_letter, EVX_READING_TEXT, "12", NULL, 0 },
    { "short note", short_note, EVX_READING_TEXT, "Intentionally", NULL, 0 },
    { "stamp over scan", stamp_over_scan, EVX_READING_OCR, "QCSO-000123 Quillfeather commander", NULL, 0 },
    { "fax header over scan", fax_header_over_scan, EVX_READING_OCR,
      "P.02/05 facsimile Quillfeather commander", NULL, 0 },
    { "seal on text", seal_on_text, EVX_READING_TEXT, "10", "COUNTY", 0 },
    { "watermark on text", watermark_on_text, EVX_READING_TEXT, "20", NULL, 0 },
    { "garbage hidden layer", garbage_hidden_layer, EVX_READING_OCR, "Quillfeather commander",
      "xqzt zxcv", 0 },
    { "good hidden layer", good_hidden_layer, EVX_READING_TEXT, "Quillfeather commander", NULL, 0 },
    { "good hidden layer and stamp", good_hidden_layer_and_stamp, EVX_READING_TEXT,
      "Quillfeather commander QCSO-000124", NULL, 0 },
    { "hidden layer of another page", hidden_layer_of_another_page, EVX_READING_OCR,
      "Quillfeather commander", "picnic lemonade", 0 },
    { "hidden layer of a part", hidden_layer_of_a_part, EVX_READING_OCR, "Quillfeather commander",
      NULL, 0 },
    { "tiny hidden text on scan", tiny_hidden_text_on_scan, EVX_READING_OCR, "Quillfeather", NULL, 0 },
    { "text painted under scan", text_painted_under_scan, EVX_READING_TEXT, "Quillfeather commander",
      NULL, 0 },
    { "white text over scan", white_text_over_scan, EVX_READING_OCR, "Quillfeather commander", NULL, 0 },
    { "slide with screenshot", slide_with_screenshot, EVX_READING_REGION, "inquiry pending October.",
      NULL, 0 },
    { "dark slide with screenshot", dark_slide_with_screenshot, EVX_READING_REGION, "inquiry pending October.", NULL, 0 },
    { "letter with pasted mail", letter_with_pasted_mail, EVX_READING_REGION, "12 pending October.",
      NULL, 0 },
    { "photo on letter", photo_on_letter, EVX_READING_TEXT, "8", NULL, 0 },
    { "background under text", background_under_text, EVX_READING_TEXT, "14", NULL, 0 },
    { "form with typed fields", form_with_typed_fields, EVX_READING_OCR,
      "Marisol Quennell 778812 commander", NULL, 0 },
    { "white text on dark", white_text_on_dark, EVX_READING_TEXT, "14", NULL, 0 },
    { "text clipped away", text_clipped_away, EVX_READING_TEXT, "12 steamships", "Walrus harbour Lozenge quarrelsome", 0 },
    { "more clipped away than shows", more_clipped_away_than_shows, EVX_READING_TEXT, "Walrus harbour", "Quillfeather", 0 },
    { "white text on white", white_text_on_white, EVX_READING_TEXT, "12 Bannerline", "walrus lozenge", 0 },
    { "text under a photo", text_under_a_photo, EVX_READING_TEXT, "12", "walrus lozenge", 0 },
    { "scrambled font", scrambled_font, EVX_READING_OCR, "Quillfeather commander", NULL, 0 },
    { "scrambled font beside a sound one", scrambled_font_beside_a_sound_one, EVX_READING_OCR,
      "12 Quillfeather commander", NULL, 0 },
    { "mute font beside a sound one", mute_font_beside_a_sound_one, EVX_READING_OCR, "12", NULL, 0 },
    { "codes in a font of their own", codes_in_a_font_of_their_own, EVX_READING_TEXT, "12 K12B7 Q4Z38", NULL, 0 },
    { "letter with signature", letter_with_signature, EVX_READING_TEXT, "12", NULL, 0 },
    { "50,000 tiny pictures", many_tiny_pictures, EVX_READING_TEXT, "10", NULL, 0 },
};

static void
draw_outlines (cairo_t *cairo)
{
    cairo_select_font_face (cairo, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL,
                            CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (cairo, 13);
    for (guint i = 0; i < G_N_ELEMENTS (scan_lines); i++) {
        cairo_move_to (cairo, 90, 160 + 24 * i);
        cairo_text_path (cairo, scan_lines[i]);
        cairo_fill (cairo);
    }
}

static cairo_status_t
append_bytes (void *to, const unsigned char *data, unsigned int length)
{
    g_byte_array_append (to, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void
test_outlined_text_is_recognised (void)
{
    GByteArray *bytes = g_byte_array_new ();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, W, H);
    cairo_t *cairo = cairo_create (surface);
    draw_outlines (cairo);
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    g_autoptr (GBytes) pdf = g_byte_array_free_to_bytes (bytes);
    gpointer stage = open_stage ("auto");
    g_autoptr (EvxPage) page = read_pdf (stage, pdf);
    report (page, 0);
    g_assert_cmpint (page->reading, ==, EVX_READING_OCR);
    check_words (page, "Quillfeather commander", 1);
    evx_ocr_stage.close (stage);
}

static void
test_always_recognises_a_typed_letter (void)
{
    gpointer stage = open_stage ("always");
    g_autoptr (EvxPage) page = read_sheet (stage, typed_letter);
    g_assert_cmpint (page->reading, ==, EVX_READING_OCR);
    check_words (page, "12", 1);
    evx_ocr_stage.close (stage);
}

static void
test_a_page_over_the_limit_is_lowered_and_noted (void)
{
    gpointer stage = open_stage_limited ("always", "4e6");
    g_autoptr (EvxPage) page = read_sheet (stage, typed_letter);
    g_assert_cmpint (page->reading, ==, EVX_READING_OCR);
    g_assert_cmpint (page->code, ==, EVX_ERROR_PAGE_SIZE);
    g_assert_nonnull (strstr (page->reason, "instead of 300"));
    check_words (page, "12", 1);
    evx_ocr_stage.close (stage);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_set_nonfatal_assertions ();
    add_cases ("/ocr/decide/", cases, G_N_ELEMENTS (cases));
    g_test_add_func ("/ocr/decide/outlined-text-is-recognised", test_outlined_text_is_recognised);
    g_test_add_func ("/ocr/decide/always-recognises-a-typed-letter", test_always_recognises_a_typed_letter);
    g_test_add_func ("/ocr/decide/a-page-over-the-limit-is-lowered-and-noted", test_a_page_over_the_limit_is_lowered_and_noted);
    return g_test_run ();
}
