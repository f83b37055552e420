/* W3C Web Annotations, one JSON-LD object a line: the mention as tags on its words, found by page (RFC
 * 3778 fragment), then by quote with what stands around it. Source: Web Annotation Data Model, W3C
 * Recommendation 2017, 3.2.2, 4.2.1, 4.2.4, 4.2.9. */
#include "export-internal.h"

#include "json.h"

#include <string.h>

typedef struct {
    EvxSink sink;
    GString *line;
    GHashTable *sizes; /* page_key -> PageSize */
} Notes;

typedef struct {
    double width, height;
} PageSize;

static char *
page_key (const EvxRecord *record)
{
    return g_strdup_printf ("%s/%" G_GINT64_FORMAT, evx_record_text (record, "document_id"),
                            evx_record_integer (record, "page"));
}

static gboolean
note_size (const EvxRecord *page, gpointer user, GError **error)
{
    (void) error;
    PageSize size = { evx_record_real (page, "width"), evx_record_real (page, "height") };
    if (size.width > 0 && size.height > 0)
        g_hash_table_insert (user, page_key (page), g_memdup2 (&size, sizeof size));
    return TRUE;
}

static void
add_body (GString *line, const char *purpose, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    if (line->str[line->len - 1] != '[')
        g_string_append_c (line, ',');
    g_string_append_c (line, '{');
    evx_json_text (line, "type", "TextualBody");
    evx_json_text (line, "purpose", purpose);
    evx_json_text (line, "value", value);
    g_string_append_c (line, '}');
}

/* The words, and the quote before and behind them. */
static void
add_quote_selector (GString *line, const EvxRecord *record)
{
    const char *quote = evx_record_text (record, "quote");
    glong length = g_utf8_strlen (quote, -1);
    glong start = CLAMP (evx_record_integer (record, "start"), 0, length);
    glong end = CLAMP (evx_record_integer (record, "end"), start, length);
    g_autofree char *prefix = g_utf8_substring (quote, 0, start);
    g_autofree char *exact = g_utf8_substring (quote, start, end);
    g_autofree char *suffix = g_utf8_substring (quote, end, length);
    g_string_append_c (line, '{');
    evx_json_text (line, "type", "TextQuoteSelector");
    evx_json_text (line, "exact", exact);
    evx_json_text (line, "prefix", prefix);
    evx_json_text (line, "suffix", suffix);
    g_string_append_c (line, '}');
}

/* Opens `{page=N, refined by`, to be closed by "}". */
static void
open_page_selector (GString *line, const EvxRecord *record)
{
    g_autofree char *page =
        g_strdup_printf ("page=%" G_GINT64_FORMAT, evx_record_integer (record, "page"));
    g_string_append_c (line, '{');
    evx_json_text (line, "type", "FragmentSelector");
    evx_json_text (line, "conformsTo", "http://tools.ietf.org/rfc/rfc3778");
    evx_json_text (line, "value", page);
    evx_json_name (line, "refinedBy");
}

static void
append_percent (GString *text, double part, double whole)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf (text, "%s%s", text->str[text->len - 1] == ':' ? "" : ",",
                            g_ascii_formatd (number, sizeof number, "%.3f", 100 * part / whole));
}

/* The box, in percent of the page as displayed, origin top left. */
static void
add_box_selector (GString *line, const EvxRecord *record, const PageSize *size)
{
    double x = evx_record_real (record, "x0"), y = evx_record_real (record, "y0");
    g_autoptr (GString) value = g_string_new ("xywh=percent:");
    append_percent (value, x, size->width);
    append_percent (value, y, size->height);
    append_percent (value, evx_record_real (record, "x1") - x, size->width);
    append_percent (value, evx_record_real (record, "y1") - y, size->height);
    g_string_append_c (line, '{');
    evx_json_text (line, "type", "FragmentSelector");
    evx_json_text (line, "conformsTo", "http://www.w3.org/TR/media-frags/");
    evx_json_text (line, "value", value->str);
    g_string_append_c (line, '}');
}

/* Two ways to the same place: by its words, by its box. */
static void
add_target (GString *line, const EvxRecord *record, GHashTable *sizes)
{
    g_autofree char *source = g_uri_escape_string (evx_record_text (record, "file"), "/", FALSE);
    g_autofree char *key = page_key (record);
    const PageSize *size = g_hash_table_lookup (sizes, key);
    evx_json_name (line, "target");
    g_string_append_c (line, '{');
    evx_json_text (line, "source", source);
    evx_json_name (line, "selector");
    g_string_append_c (line, '[');
    open_page_selector (line, record);
    add_quote_selector (line, record);
    if (size != NULL) {
        g_string_append (line, "},");
        open_page_selector (line, record);
        add_box_selector (line, record, size);
    }
    g_string_append (line, "}]}");
}

static gboolean
write_mention (const EvxRecord *record, gpointer user, GError **error)
{
    Notes *notes = user;
    GString *line = notes->line;
    g_autofree char *id =
        g_strconcat ("urn:evidex:mention:", evx_record_text (record, "mention_id"), NULL);
    g_string_assign (line, "{");
    evx_json_text (line, "@context", "http://www.w3.org/ns/anno.jsonld");
    evx_json_text (line, "id", id);
    evx_json_text (line, "type", "Annotation");
    evx_json_text (line, "motivation", "tagging");
    evx_json_name (line, "body");
    g_string_append_c (line, '[');
    add_body (line, "tagging", evx_record_text (record, "kind"));
    add_body (line, "tagging", evx_record_text (record, "sense"));
    add_body (line, "tagging", evx_record_text (record, "assertion"));
    add_body (line, "describing", evx_record_text (record, "citation"));
    g_string_append_c (line, ']');
    add_target (line, record, notes->sizes);
    g_string_append (line, "}\n");
    return evx_sink_line (&notes->sink, line, error);
}

gboolean
evx_export_webannotation (EvxIndex *index, const char *folder, GError **error)
{
    static const EvxFilter evidence = { .year = EVX_NONE };
    g_autoptr (GString) line = g_string_new (NULL);
    g_autoptr (GHashTable) sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    Notes notes = { .line = line, .sizes = sizes };
    gboolean done = evx_sink_open (&notes.sink, folder, "annotations.jsonl", error) &&
                    evx_index_records (index, "pages", note_size, sizes, error) &&
                    evx_index_mentions (index, &evidence, write_mention, &notes, error) &&
                    evx_sink_close (&notes.sink, error);
    evx_sink_clear (&notes.sink);
    return done;
}
