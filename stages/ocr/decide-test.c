/* Hard pages, each with its right reading: written here as PDF, read by the text stage and this one.
 * Scans are drawn with cairo and stored as images. People and counties are invented. */
#include "ocr-internal.h"
#include "../text/text.h"

#include "test-canvas.h"
#include "test-sheet.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

/* ---- drawing scans ----------------------------------------------------------------------------- */

static const char *const scan_lines[] = {
    "Quillfeather County Sheriff, Custody Division", "Monthly summary of releases and requests",
    "Eleven requests were received during the month.", "Two persons were released to their families.",
    "One person was moved to another facility.", "No notice was sent for the remaining nine.",
    "The watch commander reviewed every form.", "Copies are filed at the records counter.",
};

static void
write_scan_lines (Canvas c, double x, double y)
{
    for (guint i = 0; i < G_N_ELEMENTS (scan_lines); i++)
        write_line (c, x, y + 24 * i, 13, scan_lines[i]);
}

static PIX *
scan (void)
{
    Canvas c = canvas (W, H, 200, 0.97);
    write_scan_lines (c, 90, 160);
    return develop (c);
}

/* Clouds: smooth light and dark without lines of writing. */
static PIX *
photo (int width, int height)
{
    PIX *pix = pixCreate (width, height, 8);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            double u = (double) x / width, v = (double) y / height;
            double value = 120 + 60 * sin (7 * u + 3 * v) + 50 * cos (11 * v - 5 * u * u);
            SET_DATA_BYTE (pixGetData (pix) + (gsize) y * pixGetWpl (pix), x,
                           (int) CLAMP (value, 0, 255));
        }
    return pix;
}

static PIX *
specks (guint n)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (11);
    Canvas c = canvas (W, H, 200, 0.98);
    for (guint i = 0; i < n; i++) {
        cairo_rectangle (c.cairo, g_rand_double_range (rand, 0, W), g_rand_double_range (rand, 0, H),
                         0.5, 0.5);
        cairo_fill (c.cairo);
    }
    return develop (c);
}

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
letter (Sheet *sheet, guint lines)
{
    for (guint i = 0; i < lines; i++) {
        g_autofree char *line = g_strdup_printf (
            "Paragraph %u of this letter was typed, and every word of it can be copied.", i + 1);
        text (sheet, 72, 140 + 16 * i, 11, 0, line);
    }
}

static void
layer (Sheet *sheet, int mode, const char *const *lines, guint n)
{
    for (guint i = 0; i < n; i++)
        text (sheet, 90, 160 + 24 * i, 13, mode, lines[i]);
}

static void
scanned (Sheet *sheet)
{
    picture (sheet, scan (), 0, 0, W, H);
}

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
photo_alone (Sheet *sheet)
{
    picture (sheet, photo (850, 1100), 0, 0, W, H);
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
nothing (Sheet *sheet)
{
    (void) sheet;
}

static void
empty_scan_with_specks (Sheet *sheet)
{
    picture (sheet, specks (60), 0, 0, W, H);
}

static void
scan_in_strips (Sheet *sheet)
{
    g_autoptr (PIX) whole = scan ();
    int height = pixGetHeight (whole), n = 11, strip = (height + n - 1) / n;
    for (int i = 0; i < n; i++) {
        int rows = MIN (strip, height - i * strip);
        PIX *part = evx_image_crop (whole, (EvxBox) { 0, i * strip, pixGetWidth (whole),
                                                      i * strip + rows });
        picture (sheet, part, 0, i * strip * H / height, W, rows * H / height);
    }
}

static void
stamp_over_scan_in_strips (Sheet *sheet)
{
    scan_in_strips (sheet);
    text (sheet, 500, 770, 10, 0, "QCSO-000126");
}

static void
scan_in_tiles (Sheet *sheet)
{
    g_autoptr (PIX) whole = scan ();
    double width = pixGetWidth (whole) / 2, height = pixGetHeight (whole) / 2;
    for (int i = 0; i < 4; i++) {
        double x = i % 2 * width, y = i / 2 * height;
        picture (sheet, evx_image_crop (whole, (EvxBox) { x, y, x + width, y + height }),
                 i % 2 * W / 2, i / 2 * H / 2, W / 2, H / 2);
    }
}

static void
scan_turned_by_the_file (Sheet *sheet)
{
    g_autoptr (PIX) upright = scan ();
    g_autoptr (PIX) high = evx_image_crop (upright, (EvxBox) { 0, 0, 1e6, 1314 });
    picture (sheet, evx_image_turn (high, 270), 0, 0, W, H); /* 612 pt wide = the page's height */
    sheet->rotate = 90;
}

static void
scan_upside_down (Sheet *sheet)
{
    g_autoptr (PIX) upright = scan ();
    picture (sheet, evx_image_turn (upright, 180), 0, 0, W, H);
}

static void
scan_sideways (Sheet *sheet)
{
    Canvas c = canvas (H, W, 200, 0.97);
    write_scan_lines (c, 90, 160);
    g_autoptr (PIX) wide = develop (c);
    picture (sheet, evx_image_turn (wide, 90), 0, 0, W, H);
}

/* Too few letters to tell by their shapes which way up they stand. */
static void
few_lines_sideways_under_a_stamp (Sheet *sheet)
{
    Canvas c = canvas (H, W, 200, 0.97);
    for (guint i = 0; i < 4; i++)
        write_line (c, 90, 160 + 24 * i, 12, scan_lines[i]);
    g_autoptr (PIX) wide = develop (c);
    picture (sheet, evx_image_turn (wide, 90), 0, 0, W, H);
    text (sheet, 500, 770, 10, 0, "QCSO-000125");
}

static void
empty_scan_with_a_dark_edge (Sheet *sheet)
{
    PIX *sheet_of_paper = specks (30);
    for (int x = 0; x < 8; x++)
        evx_image_fill (sheet_of_paper, (EvxBox) { x, 0, x + 1, 1e6 }, (guint) (60 + 20 * x));
    picture (sheet, sheet_of_paper, 0, 0, W, H);
}

static void
empty_scan_with_punched_holes (Sheet *sheet)
{
    PIX *paper = specks (30);
    for (int hole = 0; hole < 3; hole++)
        for (int y = -28; y <= 28; y++) {
            double half = sqrt (28.0 * 28 - y * y), middle = 400 + 700 * hole + y;
            evx_image_fill (paper, (EvxBox) { 90 - half, middle, 90 + half, middle + 1 }, 25);
        }
    for (int x = 0; x < 1200; x++)
        evx_image_fill (paper, (EvxBox) { x, 2100 + x / 40, x + 1, 2103 + x / 40 }, 120);
    picture (sheet, paper, 0, 0, W, H);
}

/* Grain of all sizes, as of water, leaves and clouds. */
static void
grain_alone (Sheet *sheet)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (9);
    PIX *sum = pixCreate (1700, 2200, 8);
    for (int k = 0; k < 6; k++) {
        int width = 4 << k, height = 5 << k;
        g_autoptr (PIX) grain = pixCreate (width, height, 8);
        for (int i = 0; i < width * height; i++)
            SET_DATA_BYTE (pixGetData (grain) + (gsize) (i / width) * pixGetWpl (grain), i % width,
                           g_rand_int_range (rand, 0, 256));
        g_autoptr (PIX) large = pixScaleGrayLI (grain, 1700.0f / width, 2200.0f / height);
        g_autoptr (PIX) fitted = evx_image_crop (large, (EvxBox) { 0, 0, 1700, 2200 });
        pixMultConstantGray (fitted, (l_float32) (0.4 * pow (0.62, k)));
        pixAddGray (sum, sum, fitted);
    }
    picture (sheet, sum, 0, 0, W, H);
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
black_page (Sheet *sheet)
{
    box (sheet, 0, 0, 0, W, H);
}

static void
redaction_over_scan (Sheet *sheet)
{
    scanned (sheet);
    box (sheet, 0, 80, 160 + 24 * 4 - 14, 400, 18); /* the line "One person was moved ..." */
}

static void
faint_scan (Sheet *sheet)
{
    Canvas c = canvas (W, H, 200, 1);
    cairo_set_source_rgb (c.cairo, 0.62, 0.62, 0.62);
    write_scan_lines (c, 90, 160);
    picture (sheet, develop (c), 0, 0, W, H);
}

static void
fax_scan (Sheet *sheet)
{
    g_autoptr (PIX) gray = scan ();
    g_autoptr (PIX) fax = pixThresholdToBinary (gray, 150);
    picture (sheet, pixConvertTo8 (fax, FALSE), 0, 0, W, H);
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

static void
noise_alone (Sheet *sheet)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (3);
    PIX *pix = pixCreate (1275, 1650, 8);
    for (int y = 0; y < 1650; y++)
        for (int x = 0; x < 1275; x++)
            SET_DATA_BYTE (pixGetData (pix) + (gsize) y * pixGetWpl (pix), x,
                           g_rand_int_range (rand, 0, 256));
    picture (sheet, pix, 0, 0, W, H);
}

typedef struct {
    const char *name;
    void (*build) (Sheet *sheet);
    EvxReading reading;
    const char *once;   /* words that stand on the page exactly once, blank between them; or NULL */
    const char *absent; /* words that do not; or NULL */
    int turned;
} Case;

static const Case cases[] = {
    { "typed letter", typed_letter, EVX_READING_TEXT, "12", NULL, 0 },
    { "short note", short_note, EVX_READING_TEXT, "Intentionally", NULL, 0 },
    { "plain scan", scanned, EVX_READING_OCR, "Quillfeather commander counter.", NULL, 0 },
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
    { "photo alone", photo_alone, EVX_READING_OCR, NULL, NULL, 0 },
    { "background under text", background_under_text, EVX_READING_TEXT, "14", NULL, 0 },
    { "form with typed fields", form_with_typed_fields, EVX_READING_OCR,
      "Marisol Quennell 778812 commander", NULL, 0 },
    { "white text on dark", white_text_on_dark, EVX_READING_TEXT, "14", NULL, 0 },
    { "text clipped away", text_clipped_away, EVX_READING_TEXT, "12 steamships", "Walrus harbour Lozenge quarrelsome", 0 },
    { "more clipped away than shows", more_clipped_away_than_shows, EVX_READING_TEXT, "Walrus harbour", "Quillfeather", 0 },
    { "white text on white", white_text_on_white, EVX_READING_TEXT, "12 Bannerline", "walrus lozenge", 0 },
    { "text under a photo", text_under_a_photo, EVX_READING_TEXT, "12", "walrus lozenge", 0 },
    { "nothing", nothing, EVX_READING_BLANK, NULL, NULL, 0 },
    { "empty scan with specks", empty_scan_with_specks, EVX_READING_BLANK, NULL, NULL, 0 },
    { "scan in strips", scan_in_strips, EVX_READING_OCR, "Quillfeather commander counter.", NULL, 0 },
    { "stamp over scan in strips", stamp_over_scan_in_strips, EVX_READING_OCR,
      "QCSO-000126 Quillfeather commander counter.", NULL, 0 },
    { "scan in tiles", scan_in_tiles, EVX_READING_OCR, "Quillfeather commander counter.", NULL, 0 },
    { "scan turned by the file", scan_turned_by_the_file, EVX_READING_OCR, "Quillfeather commander",
      NULL, 0 },
    { "scan upside down", scan_upside_down, EVX_READING_OCR, "Quillfeather commander", NULL, 180 },
    { "scan sideways", scan_sideways, EVX_READING_OCR, "Quillfeather commander", NULL, 270 },
    { "few lines sideways under a stamp", few_lines_sideways_under_a_stamp, EVX_READING_OCR,
      "QCSO-000125 Quillfeather families.", NULL, 270 },
    { "empty scan with a dark edge", empty_scan_with_a_dark_edge, EVX_READING_BLANK, NULL, NULL, 0 },
    { "empty scan with punched holes", empty_scan_with_punched_holes, EVX_READING_BLANK, NULL, NULL, 0 },
    { "scrambled font", scrambled_font, EVX_READING_OCR, "Quillfeather commander", NULL, 0 },
    { "scrambled font beside a sound one", scrambled_font_beside_a_sound_one, EVX_READING_OCR,
      "12 Quillfeather commander", NULL, 0 },
    { "mute font beside a sound one", mute_font_beside_a_sound_one, EVX_READING_OCR, "12", NULL, 0 },
    { "codes in a font of their own", codes_in_a_font_of_their_own, EVX_READING_TEXT, "12 K12B7 Q4Z38", NULL, 0 },
    { "black page", black_page, EVX_READING_OCR, NULL, NULL, 0 },
    { "redaction over scan", redaction_over_scan, EVX_READING_OCR, "Quillfeather commander",
      "moved facility.", 0 },
    { "faint scan", faint_scan, EVX_READING_OCR, "Quillfeather commander", NULL, 0 },
    { "fax scan", fax_scan, EVX_READING_OCR, "Quillfeather commander", NULL, 0 },
    { "letter with signature", letter_with_signature, EVX_READING_TEXT, "12", NULL, 0 },
    { "50,000 tiny pictures", many_tiny_pictures, EVX_READING_TEXT, "10", NULL, 0 },
    { "noise alone", noise_alone, EVX_READING_OCR, NULL, NULL, 0 },
};

/* ---- running them --------------------------------------------------------------------------------------- */

static gpointer
open_stage_limited (const char *when, const char *page_pixels)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options = evx_options_new ();
    evx_options_set (options, "lang", "eng", "test", &error);
    evx_options_set (options, "ocr", when, "test", &error);
    evx_options_set (options, "page-pixels", page_pixels, "test", &error);
    g_assert_no_error (error);
    gpointer stage = evx_ocr_stage.open (options, &error);
    g_assert_no_error (error);
    return stage;
}

static gpointer
open_stage (const char *when)
{
    return open_stage_limited (when, "40e6");
}

static void
clear_sheet (Sheet *sheet)
{
    g_string_free (sheet->content, TRUE);
    g_ptr_array_unref (sheet->images);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, clear_sheet)

/* The page as both stages leave it. */
static EvxPage *
read_pdf_with_error (gpointer stage, GBytes *bytes, GError **failure)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, &error);
    g_assert_no_error (error);
    EvxPage *page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    evx_text_stage.page (NULL, NULL, pdf, page, &error);
    g_assert_no_error (error);
    evx_ocr_stage.page (stage, NULL, pdf, page, failure);
    return page;
}

static EvxPage *
read_pdf (gpointer stage, GBytes *bytes)
{
    g_autoptr (GError) error = NULL;
    EvxPage *page = read_pdf_with_error (stage, bytes, &error);
    g_assert_no_error (error);
    return page;
}

static EvxPage *
read_sheet (gpointer stage, void (*build) (Sheet *sheet))
{
    g_auto (Sheet) sheet = { .content = g_string_new (NULL),
                             .images = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free) };
    build (&sheet);
    g_autoptr (GBytes) bytes = print_pdf (&sheet);
    return read_pdf (stage, bytes);
}

static guint
count_word (const EvxPage *page, const char *text)
{
    guint n = 0;
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        n += strcmp (word, text) == 0;
    }
    return n;
}

static void
check_words (const EvxPage *page, const char *words, guint expected)
{
    g_auto (GStrv) list = g_strsplit (words ? words : "", " ", -1);
    for (guint i = 0; list[i] != NULL; i++)
        if (count_word (page, list[i]) != expected) {
            g_test_message ("\"%s\" stands %u times in: %s", list[i], count_word (page, list[i]),
                            page->text->str);
            g_test_fail ();
        }
}

static void
report (const EvxPage *page, double seconds)
{
    g_autoptr (GString) figures = g_string_new (NULL);
    for (guint i = 0; i < page->figures->len; i++) {
        EvxFigure f = g_array_index (page->figures, EvxFigure, i);
        g_string_append_printf (figures, " %s %g", f.name, f.value);
    }
    g_test_message ("%s: %s (%.2f s;%s)", evx_reading_name (page->reading), page->reason, seconds,
                    figures->str);
}

static void
test_case (gconstpointer data)
{
    const Case *test = data;
    gpointer stage = open_stage ("auto");
    gint64 start = evx_ocr_busy_us ();
    g_autoptr (EvxPage) page = read_sheet (stage, test->build);
    double seconds = (evx_ocr_busy_us () - start) / 1e6;
    report (page, seconds);
    g_assert_cmpfloat (seconds, <, 30);
    g_assert_cmpstr (evx_reading_name (page->reading), ==, evx_reading_name (test->reading));
    check_words (page, test->once, 1);
    check_words (page, test->absent, 0);
    g_assert_cmpint (page->turned, ==, test->turned);
    g_assert_nonnull (page->reason);
    evx_ocr_stage.close (stage);
}

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
test_grain_is_no_writing (void)
{
    gpointer stage = open_stage ("auto");
    g_autoptr (EvxPage) page = read_sheet (stage, grain_alone);
    report (page, 0);
    g_assert_cmpint (page->reading, ==, EVX_READING_OCR);
    g_assert_cmpuint (page->words->len, ==, 0);
    evx_ocr_stage.close (stage);
}

static void
test_never_leaves_a_scan_unread_and_says_so (void)
{
    gpointer stage = open_stage ("never");
    g_autoptr (EvxPage) page = read_sheet (stage, scanned);
    g_assert_cmpuint (page->words->len, ==, 0);
    g_assert_nonnull (strstr (page->reason, "switched off"));
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

/* Every byte of the page's picture changed, and its length kept. */
static GBytes *
print_garbled_scan (void)
{
    g_auto (Sheet) sheet = { .content = g_string_new (NULL),
                             .images = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free) };
    scanned (&sheet);
    g_autoptr (GBytes) pdf = print_pdf (&sheet);
    g_autoptr (GBytes) picture = packed (sheet.images->pdata[0]);
    gsize size = 0, length = 0;
    char *data = g_bytes_unref_to_data (g_bytes_ref (pdf), &size);
    const char *packed_data = g_bytes_get_data (picture, &length);
    char *at = memmem (data, size, packed_data, length);
    g_assert_nonnull (at);
    for (gsize i = 0; i < length; i++)
        at[i] = (char) (at[i] ^ 0x5a);
    return g_bytes_new_take (data, size);
}

static GBytes *
print_broken_scan (double kept)
{
    g_auto (Sheet) sheet = { .content = g_string_new (NULL), .kept = kept,
                             .images = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free) };
    scanned (&sheet);
    return print_pdf (&sheet);
}

static void
test_a_scan_that_breaks_off_is_read_and_noted (void)
{
    gpointer stage = open_stage ("auto");
    g_autoptr (GBytes) bytes = print_broken_scan (0.5);
    g_autoptr (EvxPage) page = read_pdf (stage, bytes);
    report (page, 0);
    g_assert_cmpint (page->reading, ==, EVX_READING_OCR);
    g_assert_cmpint (page->code, ==, EVX_ERROR_IMAGE_DAMAGED);
    check_words (page, "Quillfeather", 1);
    check_words (page, "counter.", 0);
    evx_ocr_stage.close (stage);
}

static void
test_a_scan_that_is_destroyed_is_failed_not_blank (void)
{
    g_autoptr (GError) error = NULL;
    gpointer stage = open_stage ("auto");
    g_autoptr (GBytes) bytes = print_garbled_scan ();
    g_autoptr (EvxPage) page = read_pdf_with_error (stage, bytes, &error);
    report (page, 0);
    g_assert_error (error, EVX_ERROR, EVX_ERROR_PAGE_DAMAGED);
    g_assert_cmpuint (page->words->len, ==, 0);
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
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *name = g_strdup_printf ("/ocr/decide/%s", cases[i].name);
        g_test_add_data_func (g_strdelimit (name, " ", '-'), &cases[i], test_case);
    }
    g_test_add_func ("/ocr/decide/outlined-text-is-recognised", test_outlined_text_is_recognised);
    g_test_add_func ("/ocr/decide/grain-is-no-writing", test_grain_is_no_writing);
    g_test_add_func ("/ocr/decide/never-leaves-a-scan-unread-and-says-so",
                     test_never_leaves_a_scan_unread_and_says_so);
    g_test_add_func ("/ocr/decide/always-recognises-a-typed-letter",
                     test_always_recognises_a_typed_letter);
    g_test_add_func ("/ocr/decide/a-scan-that-breaks-off-is-read-and-noted",
                     test_a_scan_that_breaks_off_is_read_and_noted);
    g_test_add_func ("/ocr/decide/a-scan-that-is-destroyed-is-failed-not-blank",
                     test_a_scan_that_is_destroyed_is_failed_not_blank);
    g_test_add_func ("/ocr/decide/a-page-over-the-limit-is-lowered-and-noted",
                     test_a_page_over_the_limit_is_lowered_and_noted);
    return g_test_run ();
}
