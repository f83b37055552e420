/* The unseen text of a searchable PDF. A word is one string whose size is the height of its line and whose
 * width is scaled to that of its box, so that a viewer marks just what was read. The font has one empty
 * glyph for all characters, and a code is the UTF-16 unit it stands for: text in any script needs no more.
 *
 * The text stands before the page's own content: that leaves the graphics state behind, where a page whose
 * q and Q do not match would spoil what is added to its end. */
#include "searchable.h"

#include "../error.h"
#include "qpdf-page.h"

#include <gio/gio.h>
#include <math.h>

extern GResource *evx_get_resource (void); /* of the generated resources.c */

/* Width of the font's glyph, em. */
#define GLYPH_WIDTH 0.5
/* A line this much higher than its word is not straight: the word's own box tells where it stands. */
#define CROOKED 1.6
/* The one glyph: the font that tesseract brings for the same purpose (Ken Sharp; Apache License 2.0). */
#define FONT "/evidex/deliver/data/unseen.ttf"

#define BEYOND_WRITING "is too damaged to be written anew; the other formats give its text"

/* ---- a page's text ----------------------------------------------------------------------------------- */

/* (transfer full): the word and a blank as hex UTF-16BE; @n: how many codes the word alone has. */
static char *
codes_of (const EvxPage *page, guint word, glong *n)
{
    g_autofree char *text = evx_page_word (page, word);
    g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, n, NULL);
    GString *out = g_string_new (NULL);
    for (glong i = 0; units != NULL && i < *n; i++)
        g_string_append_printf (out, "%04X", units[i]);
    g_string_append (out, "0020");
    return g_string_free (out, FALSE);
}

/* The word's box, as high as its line where the line is straight, with the page turned upright. */
static EvxBox
place_of (const EvxPage *page, const EvxWord *word)
{
    EvxBox box = evx_box_turn (word->box, page->width, page->height, page->turned);
    if (word->line >= page->lines->len)
        return box;
    EvxBox line = evx_box_turn (g_array_index (page->lines, EvxLine, word->line).box, page->width,
                                page->height, page->turned);
    if (evx_box_height (line) <= CROOKED * evx_box_height (box)) {
        box.y0 = line.y0;
        box.y1 = line.y1;
    }
    return box;
}

/* The text matrix without its place: which way the writing runs on the page as displayed. */
static const double *
direction (int turned)
{
    static const double ways[][4] = { { 1, 0, 0, 1 }, { 0, 1, -1, 0 }, { -1, 0, 0, -1 }, { 0, -1, 1, 0 } };
    return ways[turned / 90 % 4];
}

static void
add_word (GString *out, const EvxPage *page, guint i)
{
    const EvxWord *word = &g_array_index (page->words, EvxWord, i);
    EvxBox box = place_of (page, word);
    double size = evx_box_height (box);
    glong n = 0;
    g_autofree char *codes = codes_of (page, i, &n);
    if (n < 1 || size <= 0 || evx_box_width (box) <= 0)
        return;
    double height = page->turned % 180 != 0 ? page->width : page->height;
    double width = page->turned % 180 != 0 ? page->height : page->width;
    EvxBox start = evx_box_turn ((EvxBox) { box.x0, box.y1, box.x0, box.y1 }, width, height,
                                 (360 - page->turned) % 360);
    const double font[] = { size };
    const double scale[] = { 100 * evx_box_width (box) / ((double) n * GLYPH_WIDTH * size) };
    const double place[] = { start.x0, page->height - start.y0 };
    g_string_append (out, "/EvxUnseen ");
    evx_qpdf_numbers (out, 1, font);
    g_string_append (out, "Tf ");
    evx_qpdf_numbers (out, 1, scale);
    g_string_append (out, "Tz ");
    evx_qpdf_numbers (out, 4, direction (page->turned));
    evx_qpdf_numbers (out, 2, place);
    g_string_append_printf (out, "Tm <%s> Tj\n", codes);
}

char *
evx_searchable_text (const EvxPage *page)
{
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < page->words->len; i++)
        if (g_array_index (page->words, EvxWord, i).origin != EVX_ORIGIN_TEXT)
            add_word (out, page, i);
    gboolean any = out->len > 0;
    char *text = g_string_free (out, !any);
    return any ? text : NULL;
}

/* ---- the font -------------------------------------------------------------------------------------- */

/* @length1: of a font file, else 0 */
static qpdf_oh
add_stream (EvxQpdf *pdf, const void *data, gsize length, long long length1)
{
    qpdf_oh stream = qpdf_oh_new_stream (pdf);
    qpdf_oh_replace_stream_data (pdf, stream, data, length, qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
    if (length1 > 0)
        qpdf_oh_replace_key (pdf, qpdf_oh_get_dict (pdf, stream), "/Length1", qpdf_oh_new_integer (pdf, length1));
    return stream;
}

/* All codes to glyph 1. */
static qpdf_oh
add_glyph_map (EvxQpdf *pdf)
{
    static const gsize n = 2 * 65536;
    g_autofree guint8 *map = g_malloc0 (n);
    for (gsize i = 1; i < n; i += 2)
        map[i] = 1;
    return add_stream (pdf, map, n, 0);
}

static qpdf_oh
add_unicode_map (EvxQpdf *pdf)
{
    static const char map[] =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return add_stream (pdf, map, sizeof map - 1, 0);
}

static qpdf_oh
add_font (EvxQpdf *pdf)
{
    g_autoptr (GBytes) file = g_resource_lookup_data (evx_get_resource (), FONT, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    gsize length = 0;
    g_return_val_if_fail (file != NULL, qpdf_oh_new_null (pdf));
    const void *data = g_bytes_get_data (file, &length);
    qpdf_oh descriptor = qpdf_oh_parse (
        pdf, "<< /Type /FontDescriptor /FontName /EvxUnseen /Flags 5 /FontBBox [0 0 500 1000] /ItalicAngle 0 "
             "/Ascent 1000 /Descent -1 /CapHeight 1000 /StemV 80 >>");
    qpdf_oh_replace_key (pdf, descriptor, "/FontFile2", add_stream (pdf, data, length, (long long) length));
    qpdf_oh inner = qpdf_oh_parse (
        pdf, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /EvxUnseen /DW 500 "
             "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
    qpdf_oh_replace_key (pdf, inner, "/CIDToGIDMap", add_glyph_map (pdf));
    qpdf_oh_replace_key (pdf, inner, "/FontDescriptor", qpdf_make_indirect_object (pdf, descriptor));
    qpdf_oh font = qpdf_oh_parse (
        pdf, "<< /Type /Font /Subtype /Type0 /BaseFont /EvxUnseen /Encoding /Identity-H /DescendantFonts [] >>");
    qpdf_oh_append_item (pdf, qpdf_oh_get_key (pdf, font, "/DescendantFonts"),
                         qpdf_make_indirect_object (pdf, inner));
    qpdf_oh_replace_key (pdf, font, "/ToUnicode", add_unicode_map (pdf));
    return qpdf_make_indirect_object (pdf, font);
}

/* ---- the file ---------------------------------------------------------------------------------------- */

static void
add_text (EvxQpdf *pdf, qpdf_oh page, const char *text)
{
    EvxQpdfFrame frame = evx_qpdf_frame (pdf, page);
    EvxQpdfMatrix m = evx_qpdf_frame_matrix (&frame);
    const double numbers[] = { m.a, m.b, m.c, m.d, m.e, m.f };
    g_autoptr (GString) stream = g_string_new ("q ");
    evx_qpdf_numbers (stream, G_N_ELEMENTS (numbers), numbers);
    g_string_append_printf (stream, "cm BT 3 Tr\n%sET Q\n", text);
    qpdf_oh old = qpdf_oh_get_key (pdf, page, "/Contents");
    qpdf_oh contents = qpdf_oh_new_array (pdf);
    qpdf_oh_append_item (pdf, contents, evx_qpdf_stream (pdf, stream->str));
    if (qpdf_oh_is_array (pdf, old))
        for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, old); i++)
            qpdf_oh_append_item (pdf, contents, qpdf_oh_get_array_item (pdf, old, i));
    else if (qpdf_oh_is_stream (pdf, old))
        qpdf_oh_append_item (pdf, contents, old);
    qpdf_oh_replace_key (pdf, page, "/Contents", contents);
}

static void
add_texts (EvxQpdf *pdf, GHashTable *texts)
{
    qpdf_oh font = add_font (pdf);
    for (int i = qpdf_get_num_pages (pdf) - 1; i >= 0; i--) {
        gpointer text = NULL;
        qpdf_oh page = qpdf_get_page_n (pdf, (size_t) i);
        if (!g_hash_table_lookup_extended (texts, GINT_TO_POINTER (i), NULL, &text)) {
            qpdf_remove_page (pdf, page);
            continue;
        }
        if (text == NULL)
            continue;
        qpdf_oh resources = evx_qpdf_own_dictionary (pdf, page, "/Resources");
        qpdf_oh fonts = evx_qpdf_own_dictionary (pdf, resources, "/Font");
        qpdf_oh_replace_key (pdf, fonts, "/EvxUnseen", font);
        add_text (pdf, page, text);
    }
}

static EvxQpdf *
open_with (GBytes *bytes, const char *password, gboolean *locked)
{
    gsize length = 0;
    const char *data = g_bytes_get_data (bytes, &length);
    g_autoptr (EvxQpdf) pdf = qpdf_init ();
    qpdf_silence_errors (pdf);
    qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
    QPDF_ERROR_CODE code = qpdf_read_memory (pdf, "input", data, length, password);
    *locked = qpdf_has_error (pdf) && qpdf_get_error_code (pdf, qpdf_get_error (pdf)) == qpdf_e_password;
    if ((code & QPDF_ERRORS) || qpdf_get_num_pages (pdf) < 1)
        return NULL;
    qpdf_push_inherited_attributes_to_page (pdf);
    return g_steal_pointer (&pdf);
}

static EvxQpdf *
open_file (GBytes *bytes, const char *const *passwords, GError **error)
{
    gboolean locked = FALSE;
    g_autoptr (EvxQpdf) pdf = open_with (bytes, NULL, &locked);
    for (guint i = 0; pdf == NULL && locked && passwords != NULL && passwords[i] != NULL; i++)
        pdf = open_with (bytes, passwords[i], &locked);
    if (pdf != NULL)
        return g_steal_pointer (&pdf);
    g_set_error_literal (error, EVX_ERROR, locked ? EVX_ERROR_PASSWORD : EVX_ERROR_DAMAGED,
                         locked ? "needs its password to be written anew" : BEYOND_WRITING);
    return NULL;
}

GBytes *
evx_searchable_write (GBytes *bytes, const char *const *passwords, GHashTable *texts,
                      GError **error)
{
    g_autoptr (EvxQpdf) pdf = open_file (bytes, passwords, error);
    if (pdf == NULL)
        return NULL;
    add_texts (pdf, texts);
    GBytes *written = NULL;
    if (!(qpdf_init_write_memory (pdf) & QPDF_ERRORS)) {
        qpdf_set_deterministic_ID (pdf, !qpdf_is_encrypted (pdf));
        if (!(qpdf_write (pdf) & QPDF_ERRORS))
            written = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
    }
    if (qpdf_has_error (pdf)) /* fetched, or qpdf complains on stderr */
        qpdf_get_error (pdf);
    if (written == NULL)
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_DAMAGED, BEYOND_WRITING);
    return written;
}
