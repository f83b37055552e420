/* Load file for review platforms: evidex.dat (one line a document), evidex.opt (one line a document that
 * points to the file as produced) and TEXT/, the pages' text parted by form feeds. Tags are the counts of
 * mentions by kind. DAT: fields between U+00FE, parted by byte 0x14, line ends inside a field as U+00AE,
 * CRLF, UTF-8 with BOM. OPT: PAGEID,VOLUME,PATH,Y,,,PAGES. */
#include "export-internal.h"

#include <glib/gstdio.h>
#include <string.h>

#define QUOTE "\xc3\xbe"   /* U+00FE */
#define NEWLINE "\xc2\xae" /* U+00AE */
#define VOLUME "EVX001"
#define TEXTS_A_FOLDER 1000

typedef struct {
    EvxIndex *index;
    const char *folder;
    EvxSink dat, opt;
    GString *line;
    guint n; /* documents so far */
    gint64 transfers, notifications, detainees; /* of the document at hand */
    GHashTable *families; /* file of the head -> Family */
} Load;

/* A message or PDF and what is attached to it stand one after the other. */
typedef struct {
    char *first, *last; /* BEGBATES of the head, ENDBATES of the last */
} Family;

/* One field. The marks themselves are dropped from values; they occur in no sentence. */
static void
append_field (GString *line, const char *value)
{
    if (line->len > 0 && line->str[line->len - 1] != '\n')
        g_string_append_c (line, 0x14);
    g_string_append (line, QUOTE);
    for (const char *at = value != NULL ? value : ""; *at != '\0'; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (c == '\n')
            g_string_append (line, NEWLINE);
        else if (c != '\r' && c != 0x14 && c != 0xfe && c != 0xae)
            g_string_append_unichar (line, c);
    }
    g_string_append (line, QUOTE);
}

static void
append_number (GString *line, gint64 number)
{
    char digits[32];
    g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
    append_field (line, digits);
}

static gboolean
write_header (Load *load, GError **error)
{
    static const char *const names[] = { "DOCID", "BEGBATES", "ENDBATES", "FILEPATH", "SHA256", "DOCTYPE",
                                         "DOCDATE", "LANGUAGE", "PAGECOUNT", "STATUS", "DUPGROUP",
                                         "TRANSFERS", "NOTIFICATIONS", "DETAINEES", "TEXTPATH",
                                         "BEGATTACH", "ENDATTACH", "PARENT" };
    g_string_assign (load->line, "\xef\xbb\xbf");
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_string_append_printf (load->line, "%s" QUOTE "%s" QUOTE, i > 0 ? "\x14" : "", names[i]);
    g_string_append (load->line, "\r\n");
    return evx_sink_line (&load->dat, load->line, error);
}

static gboolean
count_mention (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    Load *load = user;
    const char *kind = evx_record_text (record, "kind");
    load->transfers += g_strcmp0 (kind, "transfer") == 0;
    load->notifications += g_strcmp0 (kind, "notification") == 0;
    load->detainees += g_strcmp0 (kind, "detainee") == 0;
    return TRUE;
}

/* The text of the document's pages, and on the way its mentions counted. */
static gboolean
write_text (Load *load, const EvxRecord *document, const char *path, GError **error)
{
    static const EvxFilter evidence = { .year = EVX_NONE };
    const char *id = evx_record_text (document, "document_id");
    g_auto (EvxSink) sink = { 0 };
    if (!evx_sink_open (&sink, load->folder, path, error))
        return FALSE;
    gint64 n_pages = evx_record_integer (document, "pages");
    load->transfers = load->notifications = load->detainees = 0;
    for (gint64 i = 0; i < n_pages; i++) {
        g_autoptr (GError) failure = NULL;
        g_autoptr (EvxPage) page = evx_index_page (load->index, id, (guint) i, &failure);
        if (page == NULL && !g_error_matches (failure, EVX_ERROR, EVX_ERROR_NOT_FOUND)) {
            g_propagate_error (error, g_steal_pointer (&failure));
            return FALSE;
        }
        if (page != NULL && !evx_sink_write (&sink, page->text->str, page->text->len, error))
            return FALSE;
        if (!evx_sink_write (&sink, "\f", 1, error) ||
            !evx_index_page_mentions (load->index, id, (guint) i, &evidence, count_mention, load, error))
            return FALSE;
    }
    return evx_sink_close (&sink, error);
}

static void
family_free (gpointer data)
{
    Family *family = data;
    g_free (family->first);
    g_free (family->last);
    g_free (family);
}

static gboolean
find_family (const EvxRecord *document, gpointer user, G_GNUC_UNUSED GError **error)
{
    Load *load = user;
    const char *head = evx_record_text (document, "family");
    const char *first = evx_record_text (document, "bates_first"), *last = evx_record_text (document, "bates_last");
    g_autofree char *number = g_strdup_printf ("EVX%07u", ++load->n);
    if (head == NULL)
        return TRUE;
    Family *family = g_hash_table_lookup (load->families, head);
    if (family == NULL) {
        family = g_new0 (Family, 1);
        family->first = g_strdup (first != NULL ? first : number);
        g_hash_table_insert (load->families, g_strdup (head), family);
    }
    g_free (family->last);
    family->last = g_strdup (last != NULL ? last : number);
    return TRUE;
}

static void
append_family (const Load *load, const EvxRecord *document)
{
    const char *head = evx_record_text (document, "family");
    const Family *family = head != NULL ? g_hash_table_lookup (load->families, head) : NULL;
    append_field (load->line, family != NULL ? family->first : "");
    append_field (load->line, family != NULL ? family->last : "");
    append_field (load->line, evx_record_text (document, "parent"));
}

/* An archive has none of its own. */
static gint64
pages_of (const EvxRecord *document)
{
    return MAX (evx_record_integer (document, "pages"), 0);
}

static void
append_document (GString *line, const EvxRecord *document, const char *number)
{
    const char *first = evx_record_text (document, "bates_first");
    const char *last = evx_record_text (document, "bates_last");
    append_field (line, number);
    append_field (line, first != NULL ? first : number);
    append_field (line, last != NULL ? last : number);
    append_field (line, evx_record_text (document, "file"));
    append_field (line, evx_record_text (document, "document_id"));
    append_field (line, evx_record_text (document, "type"));
    append_field (line, evx_record_text (document, "date"));
    append_field (line, evx_record_text (document, "language"));
    append_number (line, pages_of (document));
    append_field (line, evx_record_text (document, "status"));
    append_field (line, evx_record_text (document, "near_duplicate_group"));
}

/* Commas part the fields of OPT and cannot be quoted there. What has no page has no line: there is nothing to be shown. */
static void
append_opt (GString *line, const EvxRecord *document, const char *number)
{
    if (pages_of (document) == 0)
        return;
    g_autofree char *path = g_strdup (evx_record_text (document, "file"));
    g_strdelimit (g_strdelimit (path, ",\r\n", '_'), "/", '\\');
    g_string_printf (line, "%s," VOLUME ",%s,Y,,,%" G_GINT64_FORMAT "\r\n", number, path,
                     pages_of (document));
}

static gboolean
write_document (const EvxRecord *document, gpointer user, GError **error)
{
    Load *load = user;
    g_autofree char *number = g_strdup_printf ("EVX%07u", load->n + 1);
    g_autofree char *part = g_strdup_printf ("TEXT/%03u", load->n / TEXTS_A_FOLDER + 1);
    g_autofree char *path = g_strdup_printf ("%s/%s.txt", part, number);
    g_autofree char *part_path = g_build_filename (load->folder, part, NULL);
    load->n++;
    if (g_mkdir_with_parents (part_path, 0777) != 0)
        return evx_export_failed (part_path, error);
    if (!write_text (load, document, path, error))
        return FALSE;
    append_document (load->line, document, number);
    append_number (load->line, load->transfers);
    append_number (load->line, load->notifications);
    append_number (load->line, load->detainees);
    g_strdelimit (path, "/", '\\');
    append_field (load->line, path);
    append_family (load, document);
    g_string_append (load->line, "\r\n");
    if (!evx_sink_line (&load->dat, load->line, error))
        return FALSE;
    append_opt (load->line, document, number);
    return evx_sink_line (&load->opt, load->line, error);
}

gboolean
evx_export_concordance (EvxIndex *index, const char *folder, GError **error)
{
    g_autoptr (GString) line = g_string_new (NULL);
    g_autoptr (GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, family_free);
    Load load = { .index = index, .folder = folder, .line = line, .families = families };
    if (!evx_export_documents (index, find_family, &load, error))
        return FALSE;
    load.n = 0;
    gboolean done = evx_sink_open (&load.dat, folder, "evidex.dat", error) &&
                    evx_sink_open (&load.opt, folder, "evidex.opt", error) && write_header (&load, error) &&
                    evx_export_documents (index, write_document, &load, error) &&
                    evx_sink_close (&load.dat, error) && evx_sink_close (&load.opt, error);
    evx_sink_clear (&load.dat);
    evx_sink_clear (&load.opt);
    return done;
}
