/* FollowTheMoney entities, one JSON object a line: a Pages for each document, a Page for each of its pages
 * with its text, an Event for each mention that is evidence (the schema Mention is for names of people
 * and companies only). Source: followthemoney.tech, schemata Pages, Page, Event, Interval. */
#include "export-internal.h"

#include "json.h"

#include <string.h>

typedef struct {
    EvxIndex *index;
    EvxSink sink;
    GString *line;
    const EvxRecord *document;
} Graph;

static void
begin_entity (GString *line, const char *id, const char *schema)
{
    g_string_assign (line, "{");
    evx_json_text (line, "id", id);
    evx_json_text (line, "schema", schema);
    evx_json_name (line, "properties");
    g_string_append_c (line, '{');
}

/* Every value of FollowTheMoney is a list of texts; an unknown one is left out. */
static void
add_property (GString *line, const char *name, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    evx_json_name (line, name);
    g_string_append_c (line, '[');
    evx_json_string (line, value);
    g_string_append_c (line, ']');
}

static gboolean
end_entity (Graph *graph, GError **error)
{
    g_string_append (graph->line, "}}\n");
    return evx_sink_line (&graph->sink, graph->line, error);
}

static gboolean
write_page (Graph *graph, const char *document, guint number, GError **error)
{
    const char *id = evx_record_text (graph->document, "document_id");
    g_autoptr (GError) failure = NULL;
    g_autoptr (EvxPage) page = evx_index_page (graph->index, id, number, &failure);
    if (g_error_matches (failure, EVX_ERROR, EVX_ERROR_NOT_FOUND))
        return TRUE;
    if (page == NULL) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
    }
    g_autofree char *page_id = g_strdup_printf ("%s-p%u", document, number + 1);
    g_autofree char *place = g_strdup_printf ("%u", number + 1);
    begin_entity (graph->line, page_id, "Page");
    add_property (graph->line, "document", document);
    add_property (graph->line, "index", place);
    add_property (graph->line, "bodyText", page->text->str);
    return end_entity (graph, error);
}

static gboolean
write_document (const EvxRecord *record, gpointer user, GError **error)
{
    Graph *graph = user;
    graph->document = record;
    g_autofree char *id = g_strconcat ("evidex-", evx_record_text (record, "document_id"), NULL);
    g_autofree char *hash = g_strconcat ("SHA-256 ", evx_record_text (record, "document_id"), NULL);
    g_autofree char *name = g_path_get_basename (evx_record_text (record, "file"));
    begin_entity (graph->line, id, "Pages");
    add_property (graph->line, "title", evx_record_text (record, "file"));
    add_property (graph->line, "fileName", name);
    add_property (graph->line, "mimeType", "application/pdf");
    add_property (graph->line, "detectedLanguage", evx_record_text (record, "language"));
    add_property (graph->line, "date", evx_record_text (record, "date"));
    add_property (graph->line, "keywords", evx_record_text (record, "type"));
    add_property (graph->line, "notes", hash);
    if (!end_entity (graph, error))
        return FALSE;
    gint64 n_pages = evx_record_integer (record, "pages");
    for (gint64 i = 0; i < n_pages; i++)
        if (!write_page (graph, id, (guint) i, error))
            return FALSE;
    return TRUE;
}

static gboolean
write_mention (const EvxRecord *record, gpointer user, GError **error)
{
    Graph *graph = user;
    const char *mention = evx_record_text (record, "mention_id");
    g_autofree char *id = g_strconcat ("evidex-", mention, NULL);
    g_autofree char *document = g_strconcat ("evidex-", evx_record_text (record, "document_id"), NULL);
    g_autofree char *name =
        g_strdup_printf ("%s (%s, %s): %s", evx_record_text (record, "kind"),
                         evx_record_text (record, "sense"), evx_record_text (record, "assertion"),
                         evx_record_text (record, "surface"));
    const char *date = evx_record_text (record, "date");
    gint64 year = evx_record_integer (record, "year");
    g_autofree char *year_text = year != EVX_NONE ? g_strdup_printf ("%d", (int) year) : NULL;
    begin_entity (graph->line, id, "Event");
    add_property (graph->line, "name", name);
    add_property (graph->line, "summary", evx_record_text (record, "quote"));
    add_property (graph->line, "date", date != NULL ? date : year_text);
    add_property (graph->line, "recordId", mention);
    add_property (graph->line, "description", evx_record_text (record, "citation"));
    add_property (graph->line, "proof", document);
    return end_entity (graph, error);
}

gboolean
evx_export_ftm (EvxIndex *index, const char *folder, GError **error)
{
    static const EvxFilter evidence = { .year = EVX_NONE };
    g_autoptr (GString) line = g_string_new (NULL);
    Graph graph = { .index = index, .line = line };
    gboolean done = evx_sink_open (&graph.sink, folder, "evidex.ftm.json", error) &&
                    evx_export_documents (index, write_document, &graph, error) &&
                    evx_index_mentions (index, &evidence, write_mention, &graph, error) &&
                    evx_sink_close (&graph.sink, error);
    evx_sink_clear (&graph.sink);
    return done;
}
