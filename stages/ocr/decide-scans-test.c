/* Pages that are a picture, whole or in pieces, or nothing, each with its right reading: written here as PDF, read by the
 * text stage and this one. */
#include "test-reading.h"

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

static void
photo_alone (Sheet *sheet)
{
    picture (sheet, photo (850, 1100), 0, 0, W, H);
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

static const Case cases[] = {
    { "plain scan", scanned, EVX_READING_OCR, "Quillfeather commander counter.", NULL, 0 },
    { "photo alone", photo_alone, EVX_READING_OCR, NULL, NULL, 0 },
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
    { "black page", black_page, EVX_READING_OCR, NULL, NULL, 0 },
    { "redaction over scan", redaction_over_scan, EVX_READING_OCR, "Quillfeather commander",
      "moved facility.", 0 },
    { "faint scan", faint_scan, EVX_READING_OCR, "Quillfeather commander", NULL, 0 },
    { "fax scan", fax_scan, EVX_READING_OCR, "Quillfeather commander", NULL, 0 },
    { "noise alone", noise_alone, EVX_READING_OCR, NULL, NULL, 0 },
};

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

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_set_nonfatal_assertions ();
    add_cases ("/ocr/decide/scans/", cases, G_N_ELEMENTS (cases));
    g_test_add_func ("/ocr/decide/scans/grain-is-no-writing", test_grain_is_no_writing);
    g_test_add_func ("/ocr/decide/scans/never-leaves-a-scan-unread-and-says-so", test_never_leaves_a_scan_unread_and_says_so);
    g_test_add_func ("/ocr/decide/scans/a-scan-that-breaks-off-is-read-and-noted", test_a_scan_that_breaks_off_is_read_and_noted);
    g_test_add_func ("/ocr/decide/scans/a-scan-that-is-destroyed-is-failed-not-blank",
                     test_a_scan_that_is_destroyed_is_failed_not_blank);
    return g_test_run ();
}
