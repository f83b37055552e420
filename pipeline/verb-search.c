/* evidex search: full text with filters. Prints for each result the citation, its tags and the quote with
 * the hits marked; the footer on stderr says what was found and what could not be searched. */
#include "deliver/search.h"
#include "deliver/json.h"
#include "index/address.h"
#include "filter.h"
#include "open.h"

#include <string.h>

#define DEFAULT_SHOWN 20

typedef struct {
    gboolean fuzzy, json, facets, quiet;
    int shown; /* at most; 0 = all */
    EvxFilterArgs filter;
    /* while printing */
    gboolean colour;
    gboolean pages; /* not mentions: a page is given once, however many hits it has */
    guint printed;
} Options;

/* ---- one result -------------------------------------------------------------------------------------- */

static void
add_tag (GString *tags, const char *text)
{
    if (text != NULL && *text != '\0')
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? ", " : "", text);
}

static char *
mention_tags (const EvxRecord *mention)
{
    GString *tags = g_string_new (evx_record_text (mention, "kind"));
    const char *sense = evx_record_text (mention, "sense");
    if (sense != NULL && *sense != '\0')
        g_string_append_printf (tags, " %s", sense);
    add_tag (tags, evx_record_text (mention, "assertion"));
    if (g_strcmp0 (evx_record_text (mention, "evidential"), "false") == 0)
        add_tag (tags, "not evidence");
    gint64 count = evx_record_integer (mention, "count"), year = evx_record_integer (mention, "year");
    if (count != EVX_NONE)
        g_string_append_printf (tags, ", count %" G_GINT64_FORMAT, count);
    if (year != EVX_NONE)
        g_string_append_printf (tags, ", %" G_GINT64_FORMAT, year);
    add_tag (tags, evx_record_text (mention, "agency"));
    return g_string_free (tags, FALSE);
}

static char *
hit_tags (const EvxHit *hit)
{
    if (hit->mention != NULL)
        return mention_tags (hit->mention);
    GString *tags = g_string_new (NULL);
    for (guint i = 0; i < hit->tags->len; i++)
        g_string_append_printf (tags, "%s%s", i > 0 ? "; " : "", (const char *) hit->tags->pdata[i]);
    return g_string_free (tags, FALSE);
}

/* A Bates citation does not say in which file to look. */
static void
print_text (const EvxHit *hit, const Options *options)
{
    const char *bold = options->colour ? "\033[1m" : "", *dim = options->colour ? "\033[2m" : "";
    const char *plain = options->colour ? "\033[0m" : "";
    /* Marks go in after control bytes are out, so that a document cannot write escapes. */
    g_autofree char *marked = evx_search_mark (hit, "\x01", "\x02");
    g_autofree char *tags = hit_tags (hit);
    g_autofree char *shown_tags = evx_verb_printable (tags);
    g_autofree char *citation = evx_verb_printable (hit->citation);
    g_autofree char *file = evx_verb_printable (hit->bates != NULL ? hit->file : "");
    g_autofree char *id = hit->mention != NULL
                              ? g_strconcat ("  ", evx_record_text (hit->mention, "mention_id"), NULL)
                              : g_strdup ("");
    g_print ("%s%s%s%s%s%s%s%s\n", bold, citation, plain, *file != '\0' ? "  " : "", dim, file, id, plain);
    if (*shown_tags != '\0')
        g_print ("  %s[%s]%s\n", dim, shown_tags, plain);
    g_print ("  ");
    for (const char *at = marked; *at != '\0';) {
        gsize length = strcspn (at, "\x01\x02");
        g_autofree char *part = g_strndup (at, length);
        g_autofree char *shown = evx_verb_printable (part);
        g_print ("%s", shown);
        at += length;
        if (*at == '\0')
            break;
        g_print ("%s", !options->colour ? "**" : *at == '\x01' ? "\033[1;31m" : "\033[0m");
        at++;
    }
    g_print ("\n\n");
}

static void
add_marks (GString *json, const EvxHit *hit)
{
    evx_json_name (json, "marks");
    g_string_append_c (json, '[');
    for (guint i = 0; i < hit->n_marks; i++)
        g_string_append_printf (json, "%s[%ld,%ld]", i > 0 ? "," : "",
                                g_utf8_strlen (hit->quote, hit->marks[i].start),
                                g_utf8_strlen (hit->quote, hit->marks[i].end));
    g_string_append_c (json, ']');
}

static void
add_passage (GString *json, const EvxHit *hit)
{
    evx_json_text (json, "citation", hit->citation);
    evx_json_text (json, "document_id", hit->document_id);
    evx_json_text (json, "file", hit->file);
    evx_json_integer (json, "page", hit->page);
    evx_json_integer (json, "line", hit->line);
    evx_json_text (json, "bates", hit->bates);
    evx_json_text (json, "document_type", hit->document_type);
    evx_json_text (json, "quote", hit->quote);
    evx_json_name (json, "tags");
    g_string_append_c (json, '[');
    for (guint i = 0; i < hit->tags->len; i++) {
        if (i > 0)
            g_string_append_c (json, ',');
        evx_json_string (json, hit->tags->pdata[i]);
    }
    g_string_append_c (json, ']');
}

static void
print_json (const EvxHit *hit)
{
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "type", hit->mention != NULL ? "mention" : "passage");
    if (hit->mention != NULL)
        evx_json_record (json, hit->mention);
    else
        add_passage (json, hit);
    add_marks (json, hit);
    g_print ("%s}\n", json->str);
}

static gboolean
print_hit (const EvxHit *hit, gpointer user, G_GNUC_UNUSED GError **error)
{
    Options *options = user;
    options->printed++;
    if (options->json)
        print_json (hit);
    else
        print_text (hit, options);
    return TRUE;
}

/* ---- what was found in all ------------------------------------------------------------------------------ */

static void
print_facets (const EvxSearchResult *result)
{
    const char *name = "";
    for (guint i = 0; i < result->facets->len; i++) {
        const EvxFacet *facet = result->facets->pdata[i];
        g_autofree char *value = evx_verb_printable (facet->value);
        if (strcmp (name, facet->name) != 0)
            g_print ("%s%-10s ", i > 0 ? "\n" : "", facet->name);
        else
            g_print (", ");
        g_print ("%s %u", value, facet->count);
        name = facet->name;
    }
    if (result->facets->len > 0)
        g_print ("\n");
}

static void
print_summary_json (const EvxSearchResult *result, guint printed)
{
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "type", "summary");
    evx_json_integer (json, "found", (gint64) result->found);
    evx_json_integer (json, "shown", printed);
    evx_json_integer (json, "unread_pages", (gint64) result->unread_pages);
    evx_json_integer (json, "unread_files", (gint64) result->unread_files);
    evx_json_name (json, "facets");
    g_string_append_c (json, '{');
    const char *name = "";
    for (guint i = 0; i < result->facets->len; i++) {
        const EvxFacet *facet = result->facets->pdata[i];
        if (strcmp (name, facet->name) != 0) {
            if (i > 0)
                g_string_append_c (json, '}');
            evx_json_name (json, facet->name);
            g_string_append_c (json, '{');
        }
        evx_json_integer (json, facet->value, facet->count);
        name = facet->name;
    }
    g_print ("%s%s}}\n", json->str, result->facets->len > 0 ? "}" : "");
}

/* A filter by a value that nothing has finds nothing; that may be a slip of the finger. */
static void
print_known (const char *what, const char *asked, GPtrArray *values)
{
    if (values == NULL || asked == NULL || g_ptr_array_find_with_equal_func (values, asked, g_str_equal, NULL))
        return;
    g_autofree char *shown = evx_verb_printable (asked);
    g_ptr_array_add (values, NULL);
    g_autofree char *all = g_strjoinv (", ", (char **) values->pdata);
    g_autofree char *known = evx_verb_printable (all);
    g_printerr ("Nothing in this index is of the %s '%s'; there %s%s.\n", what, shown,
                *known != '\0' ? "are: " : "are none", known);
}

/* What may explain that nothing was found. */
static void
print_hints (EvxIndex *index, const EvxFilter *filter)
{
    g_autoptr (EvxLedger) ledger = evx_index_ledger (index, NULL);
    if (ledger != NULL && ledger->pages == 0)
        g_printerr ("The index is empty: no page has been read into it.\n");
    g_autoptr (GPtrArray) senses = filter->sense != NULL ? evx_index_senses (index, NULL) : NULL;
    g_autoptr (GPtrArray) types = filter->type != NULL ? evx_index_types (index, NULL) : NULL;
    print_known ("sense", filter->sense, senses);
    print_known ("type", filter->type, types);
}

/* What the answer does not speak for. */
static void
print_unread (const EvxSearchResult *result, const char *folder)
{
    guint64 pages = result->unread_pages, files = result->unread_files;
    if (pages > 0)
        g_printerr ("%" G_GUINT64_FORMAT " page%s could not be read and %s not searched.\n", pages,
                    pages == 1 ? "" : "s", pages == 1 ? "was" : "were");
    if (files > 0)
        g_printerr ("%" G_GUINT64_FORMAT " file%s could not be read, or not yet, and %s not searched.\n", files,
                    files == 1 ? "" : "s", files == 1 ? "was" : "were");
    if (pages + files > 0)
        g_printerr ("`evidex status %s` names %s.\n", folder, pages + files == 1 ? "it" : "them");
    if (result->unrecognised > 0)
        g_printerr ("%" G_GUINT64_FORMAT " file%s scanned pages whose words were not searched: the last run had --ocr never.\n",
                    result->unrecognised, result->unrecognised == 1 ? " has" : "s have");
}

static void
print_footer (const EvxSearchResult *result, const Options *options, const char *folder)
{
    if (options->quiet)
        return;
    g_autofree char *name = evx_address_shown (folder);
    g_autofree char *shown = evx_verb_printable (name);
    const char *what = options->pages ? result->found == 1 ? "page found" : "pages found"
                       : result->found == 1 ? "mention found" : "mentions found";
    if (result->found > options->printed)
        g_printerr ("%" G_GUINT64_FORMAT " %s, the first %u shown; -n 0 shows all.\n", result->found, what,
                    options->printed);
    else
        g_printerr ("%" G_GUINT64_FORMAT " %s.\n", result->found, what);
    if (result->words->len > 0) {
        g_autoptr (GString) words = g_string_new (NULL);
        for (guint i = 0; i < MIN (result->words->len, 12); i++)
            g_string_append_printf (words, "%s%s", i > 0 ? ", " : "",
                                    (const char *) result->words->pdata[i]);
        g_printerr ("Also looked for: %s%s.\n", words->str, result->words->len > 12 ? " ..." : "");
    }
    print_unread (result, shown);
}

static int
search (EvxIndex *index, Options *options, const char *folder, const char *query, GError **error)
{
    EvxSearch search = { .query = query, .fuzzy = options->fuzzy, .most = (guint) options->shown };
    if (!evx_filter_of_args (&options->filter, index, &search.filter, error))
        return -1;
    options->pages = query != NULL && !evx_filter_needs_mention (&search.filter);
    g_autoptr (EvxSearchResult) result = evx_search (index, &search, print_hit, options, error);
    if (result == NULL)
        return -1;
    if (options->json)
        print_summary_json (result, options->printed);
    else if (options->facets)
        print_facets (result);
    print_footer (result, options, folder);
    if (result->found == 0 && !options->quiet)
        print_hints (index, &search.filter);
    return result->found > 0 ? EVX_EXIT_DONE : EVX_EXIT_NOTHING;
}

int
evx_verb_search (int argc, char **argv)
{
    Options options = { .shown = DEFAULT_SHOWN };
    g_auto (EvxFilterArgs) filter = { 0 };
    const GOptionEntry entries[] = {
        EVX_FILTER_ENTRIES (filter),
        { "fuzzy", 'z', 0, G_OPTION_ARG_NONE, &options.fuzzy, "also words that a scan may have garbled", NULL },
        { "limit", 'n', 0, G_OPTION_ARG_INT, &options.shown, "show at most N results; 0 = all (20)", "N" },
        { "facets", 0, 0, G_OPTION_ARG_NONE, &options.facets, "count the results by kind, year, agency ...", NULL },
        { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, "one JSON object a line", NULL },
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options.quiet, "no footer", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "OUT [QUERY]",
                         "QUERY is words, \"phrases\", beginnings*, AND, OR, NOT and parentheses. Without a filter\n"
                         "about mentions, passages of pages are found; with one, mentions whose quote has a hit.\n"
                         "Without QUERY, all mentions that the filters accept.\n\n"
                         "  evidex search out '\"release date\" NOT public'\n"
                         "  evidex search out ICE --kind transfer --assertion affirmed --year 2019\n"
                         "  evidex search out transferred --fuzzy",
                         entries, &error))
        return evx_verb_fail ("search", error);
    if (options.shown < 0)
        return evx_verb_usage ("search", "-n takes 0 or more");
    if (argc < 2)
        return evx_verb_usage ("search", "which index? Name the folder that `evidex run` wrote");
    options.filter = filter;
    options.colour = evx_verb_colour ();
    int status;
    g_autoptr (EvxIndex) index = evx_open_index ("search", argv[1], &status);
    if (index == NULL)
        return status;
    g_autofree char *query = argc > 2 ? g_strjoinv (" ", argv + 2) : NULL;
    status = search (index, &options, argv[1], query, &error);
    return status >= 0 ? status : evx_verb_fail ("search", error);
}
