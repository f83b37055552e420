/* Small PDFs written here, read back: words, boxes, pictures and pixels stand where they were drawn,
 * also on pages that are cropped and turned; damage is mended or named. */
#include "pdf.h"

#include <math.h>
#include <string.h>

/* ---- a writer of small PDFs ------------------------------------------------------------------------ */

typedef struct {
    GString *text;
    GArray *offsets; /* gsize, of object 1, 2, ... */
} Writer;

static void
writer_init (Writer *w)
{
    w->text = g_string_new ("%PDF-1.4\n");
    w->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
}

static void
object (Writer *w, const char *body)
{
    gsize offset = w->text->len;
    g_array_append_val (w->offsets, offset);
    g_string_append_printf (w->text, "%u 0 obj\n%s\nendobj\n", w->offsets->len, body);
}

static void
stream (Writer *w, const char *keys, const char *data, gsize length)
{
    gsize offset = w->text->len;
    g_array_append_val (w->offsets, offset);
    g_string_append_printf (w->text, "%u 0 obj\n<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n",
                            w->offsets->len, keys, length);
    g_string_append_len (w->text, data, (gssize) length);
    g_string_append (w->text, "\nendstream\nendobj\n");
}

static GBytes *
writer_end (Writer *w)
{
    gsize start = w->text->len;
    g_string_append_printf (w->text, "xref\n0 %u\n0000000000 65535 f \n", w->offsets->len + 1);
    for (guint i = 0; i < w->offsets->len; i++)
        g_string_append_printf (w->text, "%010" G_GSIZE_FORMAT " 00000 n \n",
                                g_array_index (w->offsets, gsize, i));
    g_string_append_printf (w->text,
                            "trailer\n<< /Root 1 0 R /Size %u >>\nstartxref\n%" G_GSIZE_FORMAT
                            "\n%%%%EOF\n",
                            w->offsets->len + 1, start);
    g_array_unref (w->offsets);
    return g_string_free_to_bytes (w->text);
}

/* One page. 4: content, 5 and 6: Helvetica and its bold, 7: a picture of 4 x 2 pixels, whose first row
 * is black black white white and whose second is white; @more are further objects from 8 on. */
static GBytes *
make_pdf (const char *page_keys, const char *content, const char *const *more)
{
    static const char pixels[] = "\x00\x00\xff\xff\xff\xff\xff\xff";
    Writer w;
    writer_init (&w);
    object (&w, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [8 0 R 9 0 R] >> >>");
    object (&w, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    g_autofree char *page = g_strdup_printf (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << "
        "/Font << /F1 5 0 R /F2 6 0 R >> /XObject << /Im 7 0 R >> >> %s >>", page_keys);
    object (&w, page);
    stream (&w, "", content, strlen (content));
    object (&w, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    object (&w, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
    stream (&w, "/Type /XObject /Subtype /Image /Width 4 /Height 2 /BitsPerComponent 8 "
                "/ColorSpace /DeviceGray", pixels, 8);
    for (guint i = 0; more != NULL && more[i] != NULL; i++)
        object (&w, more[i]);
    return writer_end (&w);
}

static EvxPdf *
open_pdf (const char *page_keys, const char *content, const char *const *more)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = make_pdf (page_keys, content, more);
    EvxPdf *pdf = evx_pdf_open (bytes, NULL, &error);
    g_assert_no_error (error);
    return pdf;
}

/* The first page with its words and pictures. */
static EvxPage *
read_page (EvxPdf *pdf)
{
    g_autoptr (GError) error = NULL;
    EvxPage *page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    g_assert_true (evx_pdf_words (pdf, page, &error));
    evx_pdf_pictures (pdf, page);
    return page;
}

/* The same of a document that is needed for nothing else. */
static EvxPage *
page_of (const char *page_keys, const char *content, const char *const *more)
{
    g_autoptr (EvxPdf) pdf = open_pdf (page_keys, content, more);
    return read_page (pdf);
}

static const EvxWord *
word_at (const EvxPage *page, guint i)
{
    g_assert_cmpuint (i, <, page->words->len);
    return &g_array_index (page->words, EvxWord, i);
}

static void
assert_words (const EvxPage *page, const char *expected)
{
    g_autofree char *found = g_strndup (page->text->str, MAX (page->text->len, 1) - 1);
    g_assert_cmpstr (found, ==, expected);
}

/* Of the words with these numbers the one has the flag, the other has not. */
static void
assert_flag (const EvxPage *page, guint flag, guint with, guint without)
{
    g_assert_true (word_at (page, with)->flags & flag);
    g_assert_false (word_at (page, without)->flags & flag);
}

static void
assert_box (EvxBox found, EvxBox expected, double tolerance)
{
    if (fabs (found.x0 - expected.x0) < tolerance && fabs (found.y0 - expected.y0) < tolerance &&
        fabs (found.x1 - expected.x1) < tolerance && fabs (found.y1 - expected.y1) < tolerance)
        return;
    g_error ("box %.2f %.2f %.2f %.2f, expected %.2f %.2f %.2f %.2f", found.x0, found.y0, found.x1,
             found.y1, expected.x0, expected.y0, expected.x1, expected.y1);
}

/* ---- words ------------------------------------------------------------------------------------------ */

static void
test_words_carry_box_size_and_weight (void)
{
    g_autoptr (EvxPage) page = page_of ("", "BT /F1 20 Tf 100 592 Td (Hello) Tj ET "
                                            "BT /F2 10 Tf 300 392 Td (World) Tj ET", NULL);
    assert_words (page, "Hello World");
    g_assert_cmpfloat (word_at (page, 0)->font_size, ==, 20);
    g_assert_cmpfloat (word_at (page, 1)->font_size, ==, 10);
    assert_flag (page, EVX_WORD_BOLD, 1, 0);
    /* Helvetica: H 722, e 556, l 222, l 222, o 556 */
    assert_box (word_at (page, 0)->box, (EvxBox) { 100, 185, 145.56, 204 }, 2.5);
}

static void
test_ligatures_are_written_out (void)
{
    static const char *const more[] = {
        "null", "null",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding "
        "/Differences [65 /fi /fl] >> >>", NULL };
    g_autoptr (EvxPage) page = page_of ("/Resources << /Font << /F3 10 0 R >> >>",
                                        "BT /F3 12 Tf 72 700 Td (ofAcer Bag) Tj ET", more);
    assert_words (page, "officer flag");
}

static void
test_cells_of_two_columns_are_two_words (void)
{
    g_autoptr (EvxPage) page = page_of ("", "BT /F1 10 Tf 72 700 Td (12) Tj 200 0 Td (34) Tj "
                                            "0 -10 Td (56) Tj ET", NULL);
    g_assert_cmpuint (page->words->len, ==, 3);
}

static void
test_words_outside_of_the_crop_box_are_left_out (void)
{
    g_autoptr (EvxPage) page = page_of ("/CropBox [0 0 612 600]",
                                        "BT /F1 10 Tf 72 700 Td (above) Tj 0 -200 Td (below) Tj ET", NULL);
    assert_words (page, "below");
}

static void
test_a_crop_box_beside_the_page_is_set_aside_and_told (void)
{
    g_autoptr (EvxPdf) pdf = open_pdf ("/MediaBox [0 0 500 600] /CropBox [700 700 900 900] /Rotate 90",
                                       "BT /F1 10 Tf 72 500 Td (Released) Tj ET 200 100 50 20 re f", NULL);
    g_autoptr (EvxPage) page = read_page (pdf);
    assert_words (page, "Released");
    g_assert_cmpfloat (page->width, ==, 600);
    g_assert_cmpint (page->rotation, ==, 90);
    g_assert_cmpint (page->code, ==, EVX_ERROR_PAGE_DAMAGED);
    g_autoptr (EvxPainting) painting = evx_pdf_painting (pdf, page);
    g_assert_cmpuint (painting->fills->len, ==, 1);
}

static void
test_a_letter_larger_than_the_page_is_read (void)
{
    g_autoptr (EvxPage) page = page_of ("", "BT /F1 100000 Tf 72 72 Td (O) Tj ET", NULL);
    assert_words (page, "O");
    assert_box (word_at (page, 0)->box, (EvxBox) { 72, 0, 612, 792 }, 0.01);
}

static void
test_text_drawn_twice_is_one_word (void)
{
    g_autoptr (EvxPage) page = page_of ("", "BT /F1 12 Tf 72 700 Td (Shadow) Tj 0.4 -0.3 Td (Shadow) Tj ET",
                                        NULL);
    assert_words (page, "Shadow");
}

/* A font whose widths say 1000 for every letter, set with the advances of Helvetica. */
static void
test_glyphs_that_reach_over_each_other_make_one_word (void)
{
    static const char *const more[] = {
        "null", "null",
        "<< /Type /Font /Subtype /TrueType /BaseFont /Invented /Encoding /WinAnsiEncoding "
        "/FirstChar 105 /LastChar 116 /Widths [1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 "
        "1000] >>", NULL };
    /* t 278, i 222, l 222, blank 278 */
    g_autoptr (EvxPage) page = page_of ("/Resources << /Font << /F3 10 0 R >> >>",
                                        "BT /F3 10 Tf 1 0 0 1 72 700 Tm (t) Tj 1 0 0 1 74.78 700 Tm (i) Tj "
                                        "1 0 0 1 77 700 Tm (l) Tj 1 0 0 1 79.22 700 Tm (l) Tj "
                                        "1 0 0 1 84.22 700 Tm (i) Tj 1 0 0 1 86.44 700 Tm (t) Tj ET", more);
    assert_words (page, "till it");
    g_assert_cmpfloat (word_at (page, 0)->box.x1, <, 83);
}

static void
test_invisible_text_is_flagged (void)
{
    g_autoptr (EvxPage) page = page_of ("", "BT /F1 12 Tf 72 700 Td (shown) Tj 3 Tr 0 -50 Td (hidden) Tj ET",
                                        NULL);
    assert_words (page, "shown hidden");
    assert_flag (page, EVX_WORD_HIDDEN, 1, 0);
}

static void
test_text_under_a_picture_is_hidden (void)
{
    g_autoptr (EvxPage) page = page_of ("", "BT /F1 12 Tf 72 700 Td (under) Tj ET q 612 0 0 792 0 0 cm /Im Do Q "
                                            "BT /F1 12 Tf 72 600 Td (over) Tj ET", NULL);
    assert_words (page, "under over");
    assert_flag (page, EVX_WORD_HIDDEN, 0, 1);
}

static void
test_check_boxes_become_words (void)
{
    static const char *const more[] = {
        "<< /Type /Annot /Subtype /Widget /FT /Btn /T (a) /V /Yes /AS /Yes /Rect [100 700 112 712] "
        "/AP << /N << /Yes 10 0 R /Off 10 0 R >> >> /F 4 >>",
        "<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /V /Off /AS /Off /Rect [100 650 112 662] "
        "/AP << /N << /Yes 10 0 R /Off 10 0 R >> >> /F 4 >>",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 12 12] /Length 0 >>\nstream\n\nendstream", NULL };
    g_autoptr (EvxPage) page = page_of ("/Annots [8 0 R 9 0 R]", "", more);
    assert_words (page, "[x] []");
    g_assert_true (word_at (page, 0)->flags & EVX_WORD_CHECKED);
    g_assert_true (word_at (page, 1)->flags & EVX_WORD_UNCHECKED);
    assert_box (word_at (page, 0)->box, (EvxBox) { 100, 80, 112, 92 }, 0.1);
}

static void
test_filled_fields_and_notes_become_words (void)
{
    static const char *const more[] = {
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Rosa Fieldmouse) /DA (/F1 12 Tf 0 g) "
        "/Rect [260 695 420 715] /F 4 >>",
        "<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (to) /V (ICE) /Opt [(ICE) (none)] "
        "/DA (/F1 12 Tf 0 g) /Rect [260 650 420 670] /F 4 >>",
        "<< /Type /Annot /Subtype /FreeText /Contents (first\\nsecond) /DA (/F1 12 Tf 0 g) "
        "/Rect [72 600 300 640] /F 4 >>",
        "<< /Type /Annot /Subtype /FreeText /Contents (unseen) /DA (/F1 12 Tf 0 g) "
        "/Rect [72 500 300 540] /F 2 >>", NULL };
    g_autoptr (EvxPdf) pdf = open_pdf ("/Annots [8 0 R 9 0 R 10 0 R 11 0 R]",
                                       "BT /F1 12 Tf 72 700 Td (Person:) Tj ET", more);
    g_autoptr (EvxPage) page = read_page (pdf);
    assert_words (page, "Person: Rosa Fieldmouse ICE first second");
    EvxBox label = word_at (page, 0)->box, name = word_at (page, 1)->box;
    g_assert_cmpfloat (evx_box_y_overlap (label, name), >, 0);
    g_assert_cmpfloat (name.x0, >=, 260);
    g_assert_cmpfloat (word_at (page, 5)->box.y0, >, word_at (page, 4)->box.y0);
}

/* ---- painting ------------------------------------------------------------------------------------------ */

static const EvxFill *
only_fill (const EvxPainting *painting)
{
    g_assert_cmpuint (painting->fills->len, ==, 1);
    return &g_array_index (painting->fills, EvxFill, 0);
}

static EvxPainting *
paint (EvxPdf *pdf)
{
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, NULL);
    return evx_pdf_painting (pdf, page);
}

/* Of a word of 12 pt whose first letter stands at (@x, @y), y up on a page of 792 pt. */
static EvxOrder
order_of (EvxPdf *pdf, double x, double y, const EvxFill *fill)
{
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, NULL);
    return evx_pdf_order (pdf, page, (EvxBox) { x, 792 - y - 9.6, x + 20, 792 - y + 2.4 }, fill);
}

static void
test_a_box_knows_the_glyphs_under_it (void)
{
    g_autoptr (EvxPdf) pdf = open_pdf ("", "BT /F1 12 Tf 72 700 Td (secret) Tj 0 -100 Td (open) Tj ET "
                                           "0 g 70 695 50 16 re f", NULL);
    g_autoptr (EvxPainting) painting = paint (pdf);
    const EvxFill *fill = only_fill (painting);
    g_assert_cmpuint (fill->words_before, ==, 10);
    g_assert_cmpint (order_of (pdf, 72, 700, fill), ==, EVX_ORDER_BEFORE);
    g_assert_cmpint (order_of (pdf, 72, 600, fill), ==, EVX_ORDER_BEFORE);
    g_assert_cmpint (order_of (pdf, 72, 650, fill), ==, EVX_ORDER_UNKNOWN);
    g_assert_cmpfloat (fill->gray, <, 0.01);
    g_assert_cmpuint (painting->visible_glyphs, ==, 10);
}

static void
test_text_on_a_box_is_not_under_it (void)
{
    g_autoptr (EvxPdf) pdf = open_pdf ("", "0 g 70 695 50 16 re f 1 g BT /F1 12 Tf 72 700 Td (head) Tj ET", NULL);
    g_autoptr (EvxPainting) painting = paint (pdf);
    g_assert_cmpuint (only_fill (painting)->words_before, ==, 0);
    g_assert_cmpint (order_of (pdf, 72, 700, only_fill (painting)), ==, EVX_ORDER_AFTER);
}

static void
test_thin_boxes_and_lines_are_rules (void)
{
    g_autoptr (EvxPdf) pdf = open_pdf ("", "72 500 400 0.5 re f 1 w 72 400 m 472 400 l S "
                                           "72 300 m 72 400 l 100 350 l S", NULL);
    g_autoptr (EvxPainting) painting = paint (pdf);
    g_assert_cmpuint (painting->fills->len, ==, 0);
    g_assert_cmpuint (painting->rules->len, ==, 3);
    assert_box (g_array_index (painting->rules, EvxRule, 1).box, (EvxBox) { 72, 391.5, 472, 392.5 }, 0.01);
    g_assert_true (g_array_index (painting->rules, EvxRule, 2).vertical);
}

static void
test_a_frame_is_four_rules (void)
{
    g_autoptr (EvxPdf) pdf = open_pdf ("", "72 300 400 200 re 73 301 398 198 re f*", NULL);
    g_autoptr (EvxPainting) painting = paint (pdf);
    g_assert_cmpuint (painting->fills->len, ==, 0);
    g_assert_cmpuint (painting->rules->len, ==, 4);
}

static void
test_a_highlighter_covers_nothing (void)
{
    g_autoptr (EvxPdf) pdf = open_pdf ("/Resources << /ExtGState << /G << /BM /Multiply >> >> >>",
                                       "/G gs 1 1 0 rg 72 300 100 20 re f", NULL);
    g_autoptr (EvxPainting) painting = paint (pdf);
    g_assert_cmpuint (painting->fills->len, ==, 0);
}

/* Each state is set twice, the other between: what one leaves unsaid stays as it was. */
static void
test_graphics_states_set_alpha_and_width (void)
{
    g_autoptr (EvxPdf) pdf = open_pdf ("/Resources << /ExtGState << /Half << /ca 0.5 >> /Wide << /LW 3 >> >> >>",
                                       "/Half gs 0 g 72 300 100 20 re f /Wide gs 72 500 m 472 500 l S "
                                       "/Half gs 72 200 100 20 re f /Wide gs 72 600 m 472 600 l S", NULL);
    g_autoptr (EvxPainting) painting = paint (pdf);
    g_assert_cmpuint (painting->fills->len, ==, 2);
    g_assert_cmpuint (painting->rules->len, ==, 2);
    for (guint i = 0; i < 2; i++) {
        g_assert_cmpfloat_with_epsilon (g_array_index (painting->fills, EvxFill, i).gray, 0.5, 0.01);
        g_assert_cmpfloat_with_epsilon (evx_box_height (g_array_index (painting->rules, EvxRule, i).box), 3, 0.01);
    }
}

static void
test_a_word_is_known_to_be_painted_before_a_box_or_after (void)
{
    static const struct {
        const char *size; /* of what is shown on the box */
        EvxOrder larger, smaller;
    } cases[] = { { "6", EVX_ORDER_BEFORE, EVX_ORDER_AFTER }, { "12", EVX_ORDER_UNKNOWN, EVX_ORDER_UNKNOWN } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *content = g_strdup_printf ("BT /F1 12 Tf 72 700 Td (name) Tj ET 0 g 70 695 50 16 re f "
                                                    "1 g BT /F1 %s Tf 72 700 Td (code) Tj ET", cases[i].size);
        g_autoptr (EvxPdf) pdf = open_pdf ("", content, NULL);
        g_autoptr (EvxPage) page = read_page (pdf);
        g_autoptr (EvxPainting) painting = paint (pdf);
        g_assert_cmpuint (page->words->len, ==, 2);
        guint larger = word_at (page, 0)->font_size < word_at (page, 1)->font_size;
        EvxBox name = word_at (page, larger)->box, code = word_at (page, 1 - larger)->box;
        g_assert_cmpint (evx_pdf_order (pdf, page, name, only_fill (painting)), ==, cases[i].larger);
        g_assert_cmpint (evx_pdf_order (pdf, page, code, only_fill (painting)), ==, cases[i].smaller);
        EvxBox elsewhere = { 300, 300, 340, 312 };
        g_assert_cmpint (evx_pdf_order (pdf, page, elsewhere, only_fill (painting)), ==, EVX_ORDER_UNKNOWN);
    }
}

#define FONT_OF_PAGE "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> "
#define LIGHT "0.9 g 70 695 50 16 re f 0 g "
#define WORD "BT /F1 12 Tf 72 700 Td [(se) 20 (cr) -20 (et)] TJ ET "

/* Set in pieces as by kerning, none of which covers half of the word. */
static void
test_a_word_is_known_to_be_seen_on_a_box (void)
{
    static const struct {
        const char *content;
        gboolean seen;
    } cases[] = {
        { LIGHT WORD, TRUE },
        { WORD LIGHT, FALSE },
        { "0.2 g 70 695 50 16 re f 0 g " WORD, FALSE },
        { "0 g 60 690 90 30 re f " LIGHT WORD, TRUE }, /* what it lies on in the end */
        { LIGHT "0.1 g 70 695 50 16 re f 0 g " WORD, FALSE },
        { LIGHT WORD "1 g 80 690 90 30 re f", FALSE },
        { LIGHT WORD "1 g 60 690 m 150 690 l 60 730 l f", FALSE }, /* a shape that is no box */
        { LIGHT WORD "1 g 60 590 m 150 590 l 60 630 l f", TRUE },
        { LIGHT WORD "1 G 14 w 60 704 m 150 704 l S", FALSE },
        { "/Half gs " LIGHT "/Full gs " WORD, FALSE },
        { LIGHT "/Half gs " WORD, FALSE },
        { LIGHT "3 Tr " WORD, FALSE },
        { LIGHT "q 72 700 9 9 re W n " WORD "Q", FALSE },
        { LIGHT "/OC /Layer BDC " WORD "EMC", FALSE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPdf) pdf =
            open_pdf ("/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
                      "/ExtGState << /Half << /ca 0.5 >> /Full << /ca 1 >> >> >>", cases[i].content, NULL);
        g_autoptr (EvxPage) page = read_page (pdf);
        EvxBox word = page->words->len > 0 ? word_at (page, 0)->box : (EvxBox) { 72, 83, 108, 95 };
        g_test_message ("%s", cases[i].content);
        g_assert_cmpint (evx_pdf_is_seen (pdf, page, word, 0), ==, cases[i].seen);
    }
}

/* A square over the word whose look each reader makes up; more operators than are followed. */
static void
test_what_is_not_followed_may_cover_a_word (void)
{
    static const EvxBox word = { 72, 83, 108, 95 };
    static const char *const pages[] = {
        FONT_OF_PAGE, FONT_OF_PAGE "/Annots [ << /Type /Annot /Subtype /Square /Rect [60 690 150 720] /IC [0 0 0] >> ]" };
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
        g_autoptr (EvxPdf) pdf = open_pdf (pages[i], LIGHT WORD, NULL);
        g_autoptr (EvxPage) page = read_page (pdf);
        g_assert_cmpint (evx_pdf_is_seen (pdf, page, word, 0), ==, i == 0);
    }
    g_autoptr (GString) content = g_string_new (LIGHT WORD);
    for (guint i = 0; i < 3000000; i++)
        g_string_append (content, "0 g ");
    g_string_append (content, "1 g 60 690 90 30 re f");
    g_autoptr (EvxPdf) pdf = open_pdf (pages[0], content->str, NULL);
    g_autoptr (EvxPage) page = read_page (pdf);
    g_assert_false (evx_pdf_is_seen (pdf, page, word, 0));
}

static void
test_an_unapplied_redaction_is_told (void)
{
    static const char *const more[] = {
        "<< /Type /Annot /Subtype /Redact /Rect [72 690 172 710] /F 4 >>",
        "<< /Type /Annot /Subtype /Link /Rect [72 600 172 610] /Dest [3 0 R /Fit] >>", NULL };
    g_autoptr (EvxPdf) pdf = open_pdf ("/Annots [9 0 R 8 0 R]", "BT /F1 12 Tf 72 696 Td (name) Tj ET", more);
    g_autoptr (EvxPainting) painting = paint (pdf);
    const EvxFill *fill = only_fill (painting);
    g_assert_true (fill->annotation);
    g_assert_cmpuint (fill->words_before, ==, 4);
    g_assert_cmpint (order_of (pdf, 72, 696, fill), ==, EVX_ORDER_BEFORE);
    assert_box (fill->box, (EvxBox) { 72, 82, 172, 102 }, 0.01);
}

static void
test_forms_within_forms_end (void)
{
    static const char *const more[] = {
        "null", "null",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /X 10 0 R >> >> "
        "/Length 36 >>\nstream\n0 g 10 10 50 50 re f /X Do /X Do    \nendstream", NULL };
    g_autoptr (EvxPdf) pdf = open_pdf ("/Resources << /XObject << /X 10 0 R >> >>", "/X Do", more);
    g_autoptr (EvxPainting) painting = paint (pdf);
    g_assert_cmpuint (painting->fills->len, >, 0);
}

/* ---- cropped and turned -------------------------------------------------------------------------------------- */

/* Where a box of user space stands as displayed, by the geometry of the project. */
static EvxBox
displayed (EvxBox user, EvxBox crop, int rotate)
{
    EvxBox box = { user.x0 - crop.x0, crop.y1 - user.y1, user.x1 - crop.x0, crop.y1 - user.y0 };
    return evx_box_turn (box, evx_box_width (crop), evx_box_height (crop), rotate);
}

static guint
gray_at (PIX *pix, double x, double y)
{
    l_uint32 value = 0;
    g_assert_cmpint (pixGetPixel (pix, (int) x, (int) y, &value), ==, 0);
    return value;
}

static guint
darkest_in (PIX *pix, EvxBox box)
{
    guint darkest = 255;
    for (double y = box.y0; y < box.y1; y++)
        for (double x = box.x0; x < box.x1; x++)
            darkest = MIN (darkest, gray_at (pix, x, y));
    return darkest;
}

static void
check_picture (EvxPdf *pdf, EvxPage *page, PIX *shown)
{
    g_autoptr (GError) error = NULL;
    const EvxPicture *picture = &g_array_index (page->pictures, EvxPicture, 0);
    EvxBox box = picture->box;
    PIX *own = evx_pdf_image (pdf, 0, picture, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < 8; i++) { /* the middle of each eighth, in the picture and on the page */
        double u = (i % 4 + 0.5) / 4, v = (i / 4 + 0.5) / 2;
        double x = box.x0 + u * evx_box_width (box), y = box.y0 + v * evx_box_height (box);
        guint a = gray_at (own, u * pixGetWidth (own), v * pixGetHeight (own));
        guint b = gray_at (shown, x, y);
        g_assert_cmpint (a < 128, ==, b < 128);
    }
    pixDestroy (&own);
}

static void
test_turned_and_cropped_pages_keep_their_places (gconstpointer data)
{
    int rotate = GPOINTER_TO_INT (data);
    const EvxBox crop = { 50, 60, 562, 732 };
    g_autofree char *keys = g_strdup_printf ("/CropBox [50 60 562 732] /Rotate %d", rotate);
    g_autoptr (EvxPdf) pdf = open_pdf (keys, "BT /F1 20 Tf 100 650 Td (Alpha) Tj ET 0 g 200 300 100 40 re f "
                                             "q 160 0 0 100 300 500 cm /Im Do Q", NULL);
    g_autoptr (EvxPage) page = read_page (pdf);
    g_autoptr (EvxPainting) painting = evx_pdf_painting (pdf, page);
    PIX *pix = evx_pdf_render (pdf, 0, NULL, 72, NULL);
    g_assert_cmpint (page->rotation, ==, rotate);
    g_assert_cmpfloat (page->width, ==, rotate % 180 ? 672 : 512);
    g_assert_cmpint (pixGetWidth (pix), ==, (int) page->width);
    assert_words (page, "Alpha");
    /* Helvetica: A 667, l 222, p 556, h 556, a 556: 51.14 pt wide; about 20 high with descent */
    assert_box (word_at (page, 0)->box, displayed ((EvxBox) { 100, 646, 151.14, 665 }, crop, rotate), 3);
    g_assert_cmpuint (darkest_in (pix, word_at (page, 0)->box), <, 128);
    EvxBox box = only_fill (painting)->box;
    assert_box (box, displayed ((EvxBox) { 200, 300, 300, 340 }, crop, rotate), 0.01);
    g_assert_cmpuint (gray_at (pix, box.x0 + 1, box.y0 + 1), <, 10);
    g_assert_cmpuint (gray_at (pix, box.x1 - 2, box.y1 - 2), <, 10);
    g_assert_cmpuint (gray_at (pix, box.x0 - 2, box.y0 - 2), >, 245);
    g_assert_cmpuint (page->pictures->len, ==, 1);
    assert_box (g_array_index (page->pictures, EvxPicture, 0).box,
                displayed ((EvxBox) { 300, 500, 460, 600 }, crop, rotate), 0.01);
    check_picture (pdf, page, pix);
    pixDestroy (&pix);
}

static void
test_mirrored_pictures_are_given_as_shown (void)
{
    static const char *const matrices[] = { "-160 0 0 100 460 500", "160 0 0 -100 300 600",
                                            "0 160 100 0 300 400", "0 -160 100 0 300 560" };
    for (guint i = 0; i < G_N_ELEMENTS (matrices); i++) {
        g_autofree char *content = g_strdup_printf ("q %s cm /Im Do Q", matrices[i]);
        g_autoptr (EvxPdf) pdf = open_pdf ("", content, NULL);
        g_autoptr (EvxPage) page = read_page (pdf);
        PIX *pix = evx_pdf_render (pdf, 0, NULL, 72, NULL);
        g_assert_cmpuint (page->pictures->len, ==, 1);
        check_picture (pdf, page, pix);
        pixDestroy (&pix);
    }
}

static void
test_a_clip_renders_that_part (void)
{
    g_autoptr (EvxPdf) pdf = open_pdf ("", "0 g 100 600 50 50 re f", NULL);
    EvxBox clip = { 100, 142, 150, 192 };
    PIX *pix = evx_pdf_render (pdf, 0, &clip, 144, NULL);
    g_assert_cmpint (pixGetWidth (pix), ==, 100);
    g_assert_cmpuint (gray_at (pix, 2, 2), <, 10);
    g_assert_cmpuint (gray_at (pix, 97, 97), <, 10);
    pixDestroy (&pix);
}

/* ---- damage ---------------------------------------------------------------------------------------------------- */

static void
test_what_is_no_pdf_is_refused (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new_static ("\x7f\x01\x02\0\x03", 5);
    g_assert_null (evx_pdf_open (bytes, NULL, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_DAMAGED);
}

static void
assert_reads (GBytes *bytes, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (evx_pdf_repaired (pdf, NULL));
    g_autoptr (EvxPage) page = read_page (pdf);
    assert_words (page, expected);
}

static void
test_a_file_cut_before_its_trailer_is_mended (void)
{
    g_autoptr (GBytes) whole = make_pdf ("", "BT /F1 12 Tf 72 700 Td (saved) Tj ET", NULL);
    gsize size = 0;
    const char *data = g_bytes_get_data (whole, &size);
    const char *cut = memmem (data, size, "xref\n0", 6);
    g_autoptr (GBytes) head = g_bytes_new (data, (gsize) (cut - data));
    assert_reads (head, "saved");
}

static void
test_junk_before_the_header_is_skipped (void)
{
    g_autoptr (GBytes) whole = make_pdf ("", "BT /F1 12 Tf 72 700 Td (saved) Tj ET", NULL);
    GByteArray *junk = g_byte_array_new ();
    for (guint i = 0; i < 3000; i++)
        g_byte_array_append (junk, (const guint8 *) "x", 1);
    gsize size = 0;
    const guint8 *data = g_bytes_get_data (whole, &size);
    g_byte_array_append (junk, data, (guint) size);
    g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (junk);
    assert_reads (bytes, "saved");
}

static void
test_pages_without_a_catalog_are_found (void)
{
    g_autoptr (GBytes) whole = make_pdf ("", "BT /F1 12 Tf 72 700 Td (saved) Tj ET", NULL);
    gsize size = 0;
    const char *data = g_bytes_get_data (whole, &size);
    const char *from = memmem (data, size, "3 0 obj", 7);
    const char *to = memmem (data, size, "xref\n0", 6);
    g_autoptr (GString) text = g_string_new ("%PDF-1.4\n");
    g_string_append_len (text, from, to - from);
    g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
    assert_reads (bytes, "saved");
}

static void
test_a_text_layer_of_codes_alone_is_told (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPdf) pdf = open_pdf ("/Resources << /Font << /F1 << /Type /Font /Subtype /Type0 "
                                       "/BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
                                       "/Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) "
                                       "/Ordering (Identity) /Supplement 0 >> >>] >> >> >>",
                                       "BT /F1 12 Tf 72 700 Td <000400050006> Tj ET", NULL);
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    evx_pdf_words (pdf, page, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (page->words->len, ==, 0);
    g_assert_cmpint (page->code, ==, EVX_ERROR_PAGE_DAMAGED);
}

static void
test_text_without_a_font_is_told (void)
{
    static const struct {
        const char *content;
        int code;
    } cases[] = { { "BT /F1 12 Tf 72 700 Td (Here) Tj /F9 12 Tf (lost) Tj ET", EVX_ERROR_PAGE_DAMAGED },
                  { "9 9 90 9 re f BT 72 700 Td (lost) Tj ET", EVX_ERROR_PAGE_DAMAGED },
                  { "BT /F1 12 Tf 72 700 Td (Here) Tj /F9 12 Tf ( ) Tj ET", EVX_NONE },
                  { "BT /F1 12 Tf 72 700 Td (Here) Tj 3 Tr /F9 12 Tf (hidden) Tj ET", EVX_NONE } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPdf) pdf = open_pdf ("", cases[i].content, NULL);
        g_autoptr (EvxPage) page = read_page (pdf);
        assert_words (page, strstr (cases[i].content, "Here") != NULL ? "Here" : "");
        g_assert_cmpint (page->code, ==, cases[i].code);
    }
}

static void
test_a_page_of_absurd_size_is_read (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPdf) pdf =
        open_pdf ("/MediaBox [0 0 10000000 10000000]", "BT /F1 12 Tf 72 700 Td (far down) Tj ET", NULL);
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, &error);
    g_assert_no_error (error);
    g_assert_cmpfloat (page->width, <=, EVX_BOX_LIMIT);
    evx_pdf_words (pdf, page, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (page->words->len, ==, 2);
}

static void
test_a_page_beyond_the_last_is_not_found (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPdf) pdf = open_pdf ("", "", NULL);
    g_assert_null (evx_pdf_page (pdf, 7, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_PAGE_TREE);
}

static void
test_endless_text_is_cut_and_noted (void)
{
    g_autoptr (GString) content = g_string_new ("BT /F1 1 Tf ");
    for (guint i = 0; i < 201000; i++)
        g_string_append_printf (content, "1 0 0 1 %u %u Tm (a) Tj ", i % 450, 790 - i / 450);
    g_string_append (content, "ET");
    g_autoptr (EvxPage) page = page_of ("", content->str, NULL);
    g_assert_cmpuint (page->words->len, <=, 200000);
    g_assert_cmpint (page->code, ==, page->words->len == 200000 ? EVX_ERROR_PAGE_DAMAGED : EVX_NONE);
}

static void
test_the_document_that_makes_ready_is_whole_and_changes_no_other (void)
{
    g_autoptr (EvxPdf) ready = evx_pdf_prepare ();
    g_assert_nonnull (ready);
    g_assert_false (evx_pdf_repaired (ready, NULL));
    g_autoptr (EvxPage) own = read_page (ready);
    assert_words (own, "in readiness");
    g_assert_cmpuint (evx_pdf_complaints (ready, NULL), ==, 0);
    g_autoptr (EvxPdf) pdf = open_pdf ("", "BT /F1 20 Tf 100 592 Td (Hello) Tj ET", NULL);
    g_autoptr (EvxPage) page = read_page (pdf);
    assert_words (page, "Hello");
}

int
main (int argc, char **argv)
{
    static const struct {
        const char *name;
        GTestFunc run;
    } tests[] = {
        { "/pdf/words carry box, size and weight", test_words_carry_box_size_and_weight },
        { "/pdf/ligatures are written out", test_ligatures_are_written_out },
        { "/pdf/cells of two columns are two words", test_cells_of_two_columns_are_two_words },
        { "/pdf/words outside of the crop box are left out",
          test_words_outside_of_the_crop_box_are_left_out },
        { "/pdf/a crop box beside the page is set aside and told",
          test_a_crop_box_beside_the_page_is_set_aside_and_told },
        { "/pdf/a letter larger than the page is read", test_a_letter_larger_than_the_page_is_read },
        { "/pdf/text drawn twice is one word", test_text_drawn_twice_is_one_word },
        { "/pdf/glyphs that reach over each other make one word",
          test_glyphs_that_reach_over_each_other_make_one_word },
        { "/pdf/invisible text is flagged", test_invisible_text_is_flagged },
        { "/pdf/text under a picture is hidden", test_text_under_a_picture_is_hidden },
        { "/pdf/check boxes become words", test_check_boxes_become_words },
        { "/pdf/filled fields and notes become words", test_filled_fields_and_notes_become_words },
        { "/pdf/a box knows the glyphs under it", test_a_box_knows_the_glyphs_under_it },
        { "/pdf/text on a box is not under it", test_text_on_a_box_is_not_under_it },
        { "/pdf/thin boxes and lines are rules", test_thin_boxes_and_lines_are_rules },
        { "/pdf/a frame is four rules", test_a_frame_is_four_rules },
        { "/pdf/a highlighter covers nothing", test_a_highlighter_covers_nothing },
        { "/pdf/graphics states set alpha and width", test_graphics_states_set_alpha_and_width },
        { "/pdf/a word is known to be painted before a box or after",
          test_a_word_is_known_to_be_painted_before_a_box_or_after },
        { "/pdf/a word is known to be seen on a box", test_a_word_is_known_to_be_seen_on_a_box },
        { "/pdf/what is not followed may cover a word", test_what_is_not_followed_may_cover_a_word },
        { "/pdf/an unapplied redaction is told, also beside links", test_an_unapplied_redaction_is_told },
        { "/pdf/forms within forms end", test_forms_within_forms_end },
        { "/pdf/mirrored pictures are given as shown", test_mirrored_pictures_are_given_as_shown },
        { "/pdf/a clip renders that part", test_a_clip_renders_that_part },
        { "/pdf/what is no PDF is refused", test_what_is_no_pdf_is_refused },
        { "/pdf/a file cut before its trailer is mended", test_a_file_cut_before_its_trailer_is_mended },
        { "/pdf/junk before the header is skipped", test_junk_before_the_header_is_skipped },
        { "/pdf/pages without a catalog are found", test_pages_without_a_catalog_are_found },
        { "/pdf/a text layer of codes alone is told", test_a_text_layer_of_codes_alone_is_told },
        { "/pdf/text without a font is told", test_text_without_a_font_is_told },
        { "/pdf/a page of absurd size is read", test_a_page_of_absurd_size_is_read },
        { "/pdf/a page beyond the last is not found", test_a_page_beyond_the_last_is_not_found },
        { "/pdf/endless text is cut and noted", test_endless_text_is_cut_and_noted },
        { "/pdf/the document that makes ready is whole and changes no other",
          test_the_document_that_makes_ready_is_whole_and_changes_no_other },
    };
    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add_func (tests[i].name, tests[i].run);
    for (int rotate = 0; rotate < 360; rotate += 90) {
        g_autofree char *name = g_strdup_printf ("/pdf/a cropped page turned by %d keeps its places", rotate);
        g_test_add_data_func (name, GINT_TO_POINTER (rotate), test_turned_and_cropped_pages_keep_their_places);
    }
    return g_test_run ();
}
