/* Sheets, and how the text stage and this one leave them: for tests of reading decisions. Scans are drawn with cairo and
 * stored as images. People and counties are invented. Only tests include this. */
#pragma once

#include "ocr-internal.h"
#include "../text/text.h"

#include "test-canvas.h"
#include "test-sheet.h"

#include <math.h>
#include <string.h>

/* ---- what sheets are made of --------------------------------------------------------------------- */

static const char *const scan_lines[] = {
    "Quillfeather County Sheriff, Custody Division", "Monthly summary of releases and requests",
    "Eleven requests were received during the month.", "Two persons were released to their families.",
    "One person was moved to another facility.", "No notice was sent for the remaining nine.",
    "The watch commander reviewed every form.", "Copies are filed at the records counter.",
};

static inline void
write_scan_lines (Canvas c, double x, double y)
{
    for (guint i = 0; i < G_N_ELEMENTS (scan_lines); i++)
        write_line (c, x, y + 24 * i, 13, scan_lines[i]);
}

static inline PIX *
scan (void)
{
    Canvas c = canvas (W, H, 200, 0.97);
    write_scan_lines (c, 90, 160);
    return develop (c);
}

/* Clouds: smooth light and dark without lines of writing. */
static inline PIX *
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

static inline void
letter (Sheet *sheet, guint lines)
{
    for (guint i = 0; i < lines; i++) {
        g_autofree char *line = g_strdup_printf (
            "Paragraph %u of this letter was typed, and every word of it can be copied.", i + 1);
        text (sheet, 72, 140 + 16 * i, 11, 0, line);
    }
}

static inline void
layer (Sheet *sheet, int mode, const char *const *lines, guint n)
{
    for (guint i = 0; i < n; i++)
        text (sheet, 90, 160 + 24 * i, 13, mode, lines[i]);
}

static inline void
scanned (Sheet *sheet)
{
    picture (sheet, scan (), 0, 0, W, H);
}

/* ---- sheets as they are read ------------------------------------------------------------------------ */

/* A sheet with its right reading. */
typedef struct {
    const char *name;
    void (*build) (Sheet *sheet);
    EvxReading reading;
    const char *once;   /* words that stand on the page exactly once, blank between them; or NULL */
    const char *absent; /* words that do not; or NULL */
    int turned;
} Case;

static inline gpointer
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

static inline gpointer
open_stage (const char *when)
{
    return open_stage_limited (when, "40e6");
}

static inline void
clear_sheet (Sheet *sheet)
{
    g_string_free (sheet->content, TRUE);
    g_ptr_array_unref (sheet->images);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, clear_sheet)

/* The page as both stages leave it. */
static inline EvxPage *
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

static inline EvxPage *
read_pdf (gpointer stage, GBytes *bytes)
{
    g_autoptr (GError) error = NULL;
    EvxPage *page = read_pdf_with_error (stage, bytes, &error);
    g_assert_no_error (error);
    return page;
}

static inline EvxPage *
read_sheet (gpointer stage, void (*build) (Sheet *sheet))
{
    g_auto (Sheet) sheet = { .content = g_string_new (NULL),
                             .images = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_pix_free) };
    build (&sheet);
    g_autoptr (GBytes) bytes = print_pdf (&sheet);
    return read_pdf (stage, bytes);
}

static inline guint
count_word (const EvxPage *page, const char *text)
{
    guint n = 0;
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        n += strcmp (word, text) == 0;
    }
    return n;
}

static inline void
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

static inline void
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

static inline void
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

/* Adds a test for each sheet, by its name under @prefix. */
static inline void
add_cases (const char *prefix, const Case *cases, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *name = g_strdup_printf ("%s%s", prefix, cases[i].name);
        g_test_add_data_func (g_strdelimit (name, " ", '-'), &cases[i], test_case);
    }
}
