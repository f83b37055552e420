/* The text of a page in other formats. Sources: hOCR 1.2 (kba.github.io/hocr-spec); ALTO 4.2 (Library of
 * Congress, standards/alto). */
#include "transcript.h"

#include "json.h"

#include <math.h>
#include <string.h>

#define HOCR_DPI 300
#define ALTO_UNITS 1200 /* an inch */

static const EvxWord *
word_at (const EvxPage *page, guint i)
{
    return &g_array_index (page->words, EvxWord, i);
}

/* ---- plain text --------------------------------------------------------------------------------------- */

static void
text_page (GString *out, G_GNUC_UNUSED const char *file, const EvxPage *page)
{
    g_string_append_len (out, page->text->str, (gssize) page->text->len);
    if (page->text->len > 0 && page->text->str[page->text->len - 1] != '\n')
        g_string_append_c (out, '\n');
    g_string_append_c (out, '\f');
}

/* ---- JSON ----------------------------------------------------------------------------------------------- */

static void
add_json_box (GString *out, EvxBox box)
{
    const double edges[] = { box.x0, box.y0, box.x1, box.y1 };
    evx_json_name (out, "box");
    for (guint i = 0; i < 4; i++) {
        g_string_append_c (out, i == 0 ? '[' : ',');
        evx_json_real (out, edges[i]);
    }
    g_string_append_c (out, ']');
}

static void
add_json_word (GString *out, const EvxPage *page, guint i)
{
    const EvxWord *word = word_at (page, i);
    g_autofree char *text = evx_page_word (page, i);
    g_string_append_c (out, '{');
    evx_json_text (out, "text", text);
    add_json_box (out, word->box);
    evx_json_name (out, "confidence");
    evx_json_real (out, word->confidence);
    evx_json_text (out, "source", evx_origin_name ((EvxOrigin) word->origin));
    g_string_append_c (out, '}');
}

static void
add_json_line (GString *out, const EvxPage *page, guint i)
{
    const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
    g_string_append_c (out, '{');
    evx_json_integer (out, "line", line->number > 0 ? line->number : i + 1);
    add_json_box (out, line->box);
    evx_json_name (out, "words");
    g_string_append_c (out, '[');
    for (guint w = line->first_word; w < line->first_word + line->n_words; w++) {
        if (w > line->first_word)
            g_string_append_c (out, ',');
        add_json_word (out, page, w);
    }
    g_string_append (out, "]}");
}

static void
json_page (GString *out, const char *file, const EvxPage *page)
{
    g_string_append (out, "{\"type\":\"page\"");
    evx_json_text (out, "file", file);
    evx_json_integer (out, "page", page->index + 1);
    evx_json_text (out, "label", page->label);
    evx_json_name (out, "width");
    evx_json_real (out, page->width);
    evx_json_name (out, "height");
    evx_json_real (out, page->height);
    evx_json_text (out, "reading", evx_reading_name (page->reading));
    evx_json_text (out, "code", page->code != EVX_NONE ? evx_error_name (page->code) : NULL);
    evx_json_text (out, "reason", page->reason);
    evx_json_text (out, "text", page->text->str);
    evx_json_name (out, "lines");
    g_string_append_c (out, '[');
    for (guint i = 0; i < page->lines->len; i++) {
        if (i > 0)
            g_string_append_c (out, ',');
        add_json_line (out, page, i);
    }
    g_string_append (out, "]}\n");
}

/* ---- hOCR ------------------------------------------------------------------------------------------------- */

static void
add_escaped (GString *out, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text (text, -1);
    g_string_append (out, escaped);
}

static int
scaled (double points, double units)
{
    return (int) lround (points * units / 72);
}

static void
add_bbox (GString *out, EvxBox box)
{
    g_string_append_printf (out, "bbox %d %d %d %d", scaled (box.x0, HOCR_DPI), scaled (box.y0, HOCR_DPI),
                            scaled (box.x1, HOCR_DPI), scaled (box.y1, HOCR_DPI));
}

static void
hocr_begin (GString *out, const char *file)
{
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
                          "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<title>");
    add_escaped (out, file);
    g_string_append (out, "</title>\n<meta charset=\"utf-8\"/>\n"
                          "<meta name=\"ocr-system\" content=\"evidex " EVX_VERSION "\"/>\n"
                          "<meta name=\"ocr-capabilities\" content=\"ocr_page ocr_carea ocr_line ocrx_word\"/>\n"
                          "</head>\n<body>\n");
}

static void
hocr_line (GString *out, const EvxPage *page, guint i)
{
    const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
    g_string_append_printf (out, "  <span class=\"ocr_line\" id=\"line_%u_%u\" title=\"", page->index + 1, i + 1);
    add_bbox (out, line->box);
    g_string_append (out, "\">");
    for (guint w = line->first_word; w < line->first_word + line->n_words; w++) {
        g_autofree char *text = evx_page_word (page, w);
        g_string_append_printf (out, "%s<span class=\"ocrx_word\" id=\"word_%u_%u\" title=\"",
                                w > line->first_word ? " " : "", page->index + 1, w + 1);
        add_bbox (out, word_at (page, w)->box);
        g_string_append_printf (out, "; x_wconf %d\">", (int) lround (word_at (page, w)->confidence * 100));
        add_escaped (out, text);
        g_string_append (out, "</span>");
    }
    g_string_append (out, "</span>\n");
}

static void
hocr_page (GString *out, const char *file, const EvxPage *page)
{
    g_string_append_printf (out, "<div class=\"ocr_page\" id=\"page_%u\" title=\"image &quot;", page->index + 1);
    add_escaped (out, file);
    g_string_append (out, "&quot;; ");
    add_bbox (out, (EvxBox){ 0, 0, page->width, page->height });
    g_string_append_printf (out, "; ppageno %u; scan_res %d %d\">\n", page->index, HOCR_DPI, HOCR_DPI);
    for (guint b = 0; b < page->blocks->len; b++) {
        const EvxBlock *block = &g_array_index (page->blocks, EvxBlock, b);
        g_string_append_printf (out, " <div class=\"ocr_carea\" id=\"block_%u_%u\" title=\"", page->index + 1, b + 1);
        add_bbox (out, block->box);
        g_string_append (out, "\">\n");
        for (guint l = block->first_line; l < block->first_line + block->n_lines; l++)
            hocr_line (out, page, l);
        g_string_append (out, " </div>\n");
    }
    g_string_append (out, "</div>\n");
}

static void
hocr_end (GString *out)
{
    g_string_append (out, "</body>\n</html>\n");
}

/* ---- ALTO --------------------------------------------------------------------------------------------------- */

static void
add_place (GString *out, EvxBox box)
{
    int left = scaled (box.x0, ALTO_UNITS), top = scaled (box.y0, ALTO_UNITS);
    g_string_append_printf (out, " HPOS=\"%d\" VPOS=\"%d\" WIDTH=\"%d\" HEIGHT=\"%d\"", left, top,
                            scaled (box.x1, ALTO_UNITS) - left, scaled (box.y1, ALTO_UNITS) - top);
}

static void
alto_begin (GString *out, const char *file)
{
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\">\n<Description>\n"
                          "<MeasurementUnit>inch1200</MeasurementUnit>\n<sourceImageInformation><fileName>");
    add_escaped (out, file);
    g_string_append (out, "</fileName></sourceImageInformation>\n<Processing ID=\"evidex\"><processingSoftware>"
                          "<softwareName>evidex</softwareName><softwareVersion>" EVX_VERSION "</softwareVersion>"
                          "</processingSoftware></Processing>\n</Description>\n<Layout>\n");
}

static void
alto_line (GString *out, const EvxPage *page, guint i)
{
    const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
    g_string_append_printf (out, "<TextLine ID=\"line_%u_%u\"", page->index + 1, i + 1);
    add_place (out, line->box);
    g_string_append_c (out, '>');
    for (guint w = line->first_word; w < line->first_word + line->n_words; w++) {
        g_autofree char *text = evx_page_word (page, w);
        g_string_append_printf (out, "%s<String ID=\"word_%u_%u\"", w > line->first_word ? "<SP/>" : "",
                                page->index + 1, w + 1);
        add_place (out, word_at (page, w)->box);
        g_string_append (out, " CONTENT=\"");
        add_escaped (out, text);
        g_string_append (out, "\" WC=\"");
        evx_json_real (out, word_at (page, w)->confidence);
        g_string_append (out, "\"/>");
    }
    g_string_append (out, "</TextLine>\n");
}

static void
alto_page (GString *out, G_GNUC_UNUSED const char *file, const EvxPage *page)
{
    EvxBox whole = { 0, 0, page->width, page->height };
    g_string_append_printf (out, "<Page ID=\"page_%u\" PHYSICAL_IMG_NR=\"%u\" WIDTH=\"%d\" HEIGHT=\"%d\">\n<PrintSpace",
                            page->index + 1, page->index + 1, scaled (page->width, ALTO_UNITS),
                            scaled (page->height, ALTO_UNITS));
    add_place (out, whole);
    g_string_append (out, ">\n");
    for (guint b = 0; b < page->blocks->len; b++) {
        const EvxBlock *block = &g_array_index (page->blocks, EvxBlock, b);
        g_string_append_printf (out, "<TextBlock ID=\"block_%u_%u\"", page->index + 1, b + 1);
        add_place (out, block->box);
        g_string_append (out, ">\n");
        for (guint l = block->first_line; l < block->first_line + block->n_lines; l++)
            alto_line (out, page, l);
        g_string_append (out, "</TextBlock>\n");
    }
    g_string_append (out, "</PrintSpace>\n</Page>\n");
}

static void
alto_end (GString *out)
{
    g_string_append (out, "</Layout>\n</alto>\n");
}

const EvxTranscript evx_transcripts[] = {
    { "txt", NULL, text_page, NULL },
    { "json", NULL, json_page, NULL },
    { "hocr", hocr_begin, hocr_page, hocr_end },
    { "alto", alto_begin, alto_page, alto_end },
    { NULL, NULL, NULL, NULL },
};

const EvxTranscript *
evx_transcript_find (const char *name)
{
    for (const EvxTranscript *format = evx_transcripts; format->name != NULL; format++)
        if (strcmp (format->name, name) == 0)
            return format;
    return NULL;
}
