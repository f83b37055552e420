/* JSON Lines: the records with the names of their columns, one object a line. */
#include "export-internal.h"

#include "json.h"

typedef struct {
    EvxSink *sink;
    GString *line;
} Lines;

static gboolean
write_line (const EvxRecord *record, gpointer user, GError **error)
{
    Lines *lines = user;
    g_string_append_c (lines->line, '{');
    evx_json_record (lines->line, record);
    g_string_append (lines->line, "}\n");
    return evx_sink_line (lines->sink, lines->line, error);
}

gboolean
evx_export_jsonl (EvxIndex *index, const char *folder, GError **error)
{
    g_autoptr (GString) line = g_string_new (NULL);
    const char *name;
    for (guint i = 0; (name = evx_index_record_name (index, i)) != NULL; i++) {
        g_auto (EvxSink) sink = { 0 };
        Lines lines = { &sink, line };
        g_autofree char *file = g_strconcat (name, ".jsonl", NULL);
        if (!evx_sink_open (&sink, folder, file, error) ||
            !evx_index_records (index, name, write_line, &lines, error) ||
            !evx_sink_close (&sink, error))
            return FALSE;
    }
    return TRUE;
}
