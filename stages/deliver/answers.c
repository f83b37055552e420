/* What the reading page asks, answered as JSON from the index. */
#include "answers.h"

#include "chart.h"
#include "cite.h"
#include "json.h"
#include "search.h"

#include <string.h>

#define RESULTS_PER_PAGE 50

static void
open_list (GString *json, const char *name)
{
    evx_json_name (json, name);
    g_string_append_c (json, '[');
}

/* An element of a list begins: a comma, unless it is the first. */
static void
open_element (GString *json)
{
    g_string_append (json, json->str[json->len - 1] == '[' ? "{" : ",{");
}

static gboolean
add_record (const EvxRecord *record, gpointer user, GError **error)
{
    (void) error;
    open_element (user);
    evx_json_record (user, record);
    g_string_append_c (user, '}');
    return TRUE;
}

/* Closes @json if all went well. */
static char *
finish (GString *json, gboolean well, const char *ending)
{
    if (well)
        g_string_append (json, ending);
    return g_string_free (json, !well);
}

/* ---- the ledger --------------------------------------------------------------------------------- */

static void
add_number (const char *name, guint64 count, gpointer json)
{
    evx_json_integer (json, name, (gint64) count);
}

char *
evx_answer_ledger (EvxIndex *index, GError **error)
{
    g_autoptr (EvxLedger) ledger = evx_index_ledger (index, error);
    if (ledger == NULL)
        return NULL;
    GString *json = g_string_new ("{");
    evx_ledger_each (ledger, add_number, json);
    evx_json_name (json, "mentions");
    g_string_append_c (json, '{');
    evx_ledger_each_kind (ledger, add_number, json);
    return finish (json, TRUE, "}}");
}

/* @texts (nullable): char *. */
static void
add_texts (GString *json, const char *name, const GPtrArray *texts)
{
    open_list (json, name);
    for (guint i = 0; texts != NULL && i < texts->len; i++) {
        if (i > 0)
            g_string_append_c (json, ',');
        evx_json_string (json, texts->pdata[i]);
    }
    g_string_append_c (json, ']');
}

/* ---- search ------------------------------------------------------------------------------------- */

typedef struct {
    GString *json;
    EvxReviews *reviews;
} Results;

static gboolean
keep_verdict (const EvxReview *review, gpointer user, GError **error)
{
    (void) error;
    char **verdict = user;
    g_free (*verdict);
    *verdict = g_strdup (review->verdict);
    return TRUE;
}

/* A mention and what was last said of it. */
static gboolean
add_mention (GString *json, EvxReviews *reviews, const EvxRecord *mention, GError **error)
{
    g_autofree char *verdict = NULL;
    evx_json_record (json, mention);
    if (!evx_reviews_of (reviews, evx_record_text (mention, "mention_id"), keep_verdict, &verdict, error))
        return FALSE;
    if (verdict != NULL)
        evx_json_text (json, "review", verdict);
    return TRUE;
}

static gboolean
add_hit (const EvxHit *hit, gpointer user, GError **error)
{
    const Results *results = user;
    GString *json = results->json;
    open_element (json);
    if (hit->mention != NULL) {
        if (!add_mention (json, results->reviews, hit->mention, error))
            return FALSE;
    } else {
        evx_json_text (json, "document_id", hit->document_id);
        evx_json_text (json, "file", hit->file);
        evx_json_integer (json, "page", hit->page);
        evx_json_text (json, "citation", hit->citation);
        evx_json_text (json, "quote", hit->quote);
    }
    open_list (json, "marks");
    for (guint i = 0; i < hit->n_marks; i++)
        g_string_append_printf (json, "%s[%ld,%ld]", i > 0 ? "," : "",
                                g_utf8_pointer_to_offset (hit->quote, hit->quote + hit->marks[i].start),
                                g_utf8_pointer_to_offset (hit->quote, hit->quote + hit->marks[i].end));
    g_string_append_c (json, ']');
    add_texts (json, "tags", hit->tags);
    g_string_append_c (json, '}');
    return TRUE;
}

static void
add_facets (GString *json, const GPtrArray *facets)
{
    const char *name = NULL;
    evx_json_name (json, "facets");
    g_string_append_c (json, '{');
    for (guint i = 0; i < facets->len; i++) {
        const EvxFacet *facet = facets->pdata[i];
        if (g_strcmp0 (name, facet->name) != 0) {
            if (name != NULL)
                g_string_append_c (json, ']');
            open_list (json, facet->name);
        }
        name = facet->name;
        open_element (json);
        evx_json_text (json, "value", facet->value);
        evx_json_integer (json, "count", facet->count);
        g_string_append_c (json, '}');
    }
    g_string_append (json, name != NULL ? "]}" : "}");
}

static const char *
filter_value (GHashTable *query, const char *name)
{
    const char *value = g_hash_table_lookup (query, name);
    return value != NULL && *value != '\0' ? value : NULL;
}

char *
evx_answer_search (EvxIndex *index, const EvxCatalog *catalog, EvxReviews *reviews, GHashTable *query,
                   GError **error)
{
    const char *year = filter_value (query, "year"), *offset = filter_value (query, "offset");
    EvxSearch search = {
        .query = filter_value (query, "q"),
        .fuzzy = filter_value (query, "fuzzy") != NULL,
        .filter = { .kind = filter_value (query, "kind"), .sense = filter_value (query, "sense"),
                    .assertion = filter_value (query, "assertion"),
                    .agency = filter_value (query, "agency"), .file = filter_value (query, "file"),
                    .type = filter_value (query, "type"),
                    .year = year ? (gint) g_ascii_strtoll (year, NULL, 10) : EVX_NONE,
                    .distractors = filter_value (query, "distractors") != NULL },
    };
    Results results = { g_string_new ("{"), reviews };
    search.first = (guint) MIN (offset ? g_ascii_strtoull (offset, NULL, 10) : 0, G_MAXUINT);
    search.most = RESULTS_PER_PAGE;
    search.catalog = catalog;
    open_list (results.json, "results");
    g_autoptr (EvxSearchResult) found = evx_search (index, &search, add_hit, &results, error);
    if (found == NULL)
        return finish (results.json, FALSE, NULL);
    g_string_append_c (results.json, ']');
    evx_json_integer (results.json, "total", (gint64) found->found);
    evx_json_boolean (results.json, "at_least", found->at_least);
    evx_json_boolean (results.json, "unranked", found->unranked);
    evx_json_integer (results.json, "unread_pages", (gint64) found->unread_pages);
    add_texts (results.json, "words", found->words);
    add_facets (results.json, found->facets);
    return finish (results.json, TRUE, "}");
}

/* ---- one mention, one page ---------------------------------------------------------------------- */

/* How the page was read, and the figures behind that. */
static void
add_page (GString *json, const EvxPage *page)
{
    evx_json_name (json, "page");
    g_string_append_c (json, '{');
    evx_json_integer (json, "page", page->index + 1);
    evx_json_name (json, "width");
    evx_json_real (json, page->width);
    evx_json_name (json, "height");
    evx_json_real (json, page->height);
    evx_json_text (json, "reading", evx_reading_name (page->reading));
    evx_json_text (json, "reason", page->reason);
    evx_json_name (json, "figures");
    g_string_append_c (json, '{');
    for (guint i = 0; i < page->figures->len; i++) {
        const EvxFigure *figure = &g_array_index (page->figures, EvxFigure, i);
        evx_json_name (json, figure->name);
        evx_json_real (json, figure->value);
    }
    g_string_append (json, "}}");
}

typedef struct {
    GString *json;
    char *document_id;
    guint page;
} OneMention;

static gboolean
take_mention (const EvxRecord *record, gpointer user, GError **error)
{
    (void) error;
    OneMention *one = user;
    evx_json_name (one->json, "mention");
    g_string_append_c (one->json, '{');
    evx_json_record (one->json, record);
    g_string_append_c (one->json, '}');
    one->document_id = g_strdup (evx_record_text (record, "document_id"));
    one->page = (guint) evx_record_integer (record, "page") - 1;
    return TRUE;
}

void
evx_answer_review (GString *json, const EvxReview *review)
{
    open_element (json);
    evx_json_text (json, "mention_id", review->mention_id);
    evx_json_text (json, "verdict", review->verdict);
    evx_json_text (json, "reviewer", review->reviewer);
    evx_json_text (json, "reason", review->reason);
    evx_json_text (json, "at", review->at);
    g_string_append_c (json, '}');
}

static gboolean
add_review (const EvxReview *review, gpointer user, GError **error)
{
    (void) error;
    evx_answer_review (user, review);
    return TRUE;
}

char *
evx_answer_mention (EvxIndex *index, EvxReviews *reviews, const char *mention_id, GError **error)
{
    OneMention one = { g_string_new ("{"), NULL, 0 };
    gboolean well = evx_index_mention (index, mention_id, take_mention, &one, error);
    g_autofree char *document_id = one.document_id;
    g_autoptr (EvxPage) page = well ? evx_index_page (index, document_id, one.page, error) : NULL;
    if (page == NULL)
        return finish (one.json, FALSE, NULL);
    add_page (one.json, page);
    open_list (one.json, "reviews");
    well = evx_reviews_of (reviews, mention_id, add_review, one.json, error);
    return finish (one.json, well, "]}");
}

static const char *
bates_of (const EvxPage *page)
{
    for (guint i = 0; i < page->bates->len; i++)
        if (g_array_index (page->bates, EvxBates, i).chosen)
            return g_array_index (page->bates, EvxBates, i).text;
    return NULL;
}

/* How the page is cited, also where nothing on it is a mention: a claim may stand there, or a row that was counted. */
static gboolean
add_place (GString *json, EvxIndex *index, const char *document_id, const EvxPage *page, GError **error)
{
    const char *bates = bates_of (page);
    gboolean shared = FALSE;
    g_autoptr (EvxDocument) document = evx_index_document (index, document_id, error);
    if (document == NULL || (bates != NULL && !evx_index_bates_is_shared (index, bates, document_id, &shared, error)))
        return FALSE;
    g_autofree char *citation = evx_cite (document->file, bates, shared, page->index + 1, 0);
    evx_json_text (json, "file", document->file);
    evx_json_text (json, "citation", citation);
    return TRUE;
}

char *
evx_answer_page (EvxIndex *index, const char *document_id, guint number, GError **error)
{
    g_autoptr (EvxPage) page = evx_index_page (index, document_id, number - 1, error);
    if (page == NULL)
        return NULL;
    GString *json = g_string_new ("{");
    EvxFilter all = EVX_FILTER_ALL;
    add_page (json, page);
    if (!add_place (json, index, document_id, page, error))
        return finish (json, FALSE, NULL);
    open_list (json, "mentions");
    gboolean well =
        evx_index_page_mentions (index, document_id, number - 1, &all, add_record, json, error);
    return finish (json, well, "]}");
}

/* ---- the other views ---------------------------------------------------------------------------- */

static void
add_side (GString *json, const char *name, const EvxRecord *record, const char *side)
{
    static const char *const columns[] = { "claim", "quote", "citation", "document" };
    g_autofree char *number = g_strconcat (side, "_number", NULL);
    g_autofree char *page = g_strconcat (side, "_page", NULL);
    evx_json_name (json, name);
    g_string_append_c (json, '{');
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        g_autofree char *column = g_strconcat (side, "_", columns[i], NULL);
        evx_json_text (json, columns[i], evx_record_text (record, column));
    }
    if (evx_record_integer (record, number) != EVX_NONE)
        evx_json_integer (json, "number", evx_record_integer (record, number));
    if (evx_record_integer (record, page) != EVX_NONE)
        evx_json_integer (json, "page", evx_record_integer (record, page));
    g_string_append_c (json, '}');
}

typedef struct {
    EvxIndex *index;
    GString *json;
} Findings;

static gboolean
add_finding (const EvxRecord *record, gpointer user, GError **error)
{
    static const char *const texts[] = { "finding_id", "status", "what", "reason" };
    const Findings *findings = user;
    GString *json = findings->json;
    open_element (json);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        evx_json_text (json, texts[i], evx_record_text (record, texts[i]));
    if (evx_record_integer (record, "year") != EVX_NONE)
        evx_json_integer (json, "year", evx_record_integer (record, "year"));
    if (evx_record_integer (record, "rows_counted") != EVX_NONE)
        evx_json_integer (json, "rows_counted", evx_record_integer (record, "rows_counted"));
    add_side (json, "left", record, "left");
    add_side (json, "right", record, "right");
    open_list (json, "rows");
    if (!evx_index_finding_rows (findings->index, evx_record_text (record, "finding_id"), add_record, json,
                                 error))
        return FALSE;
    g_string_append (json, "]}");
    return TRUE;
}

char *
evx_answer_findings (EvxIndex *index, GError **error)
{
    Findings findings = { index, g_string_new ("{") };
    open_list (findings.json, "findings");
    gboolean well = evx_index_records (index, "findings", add_finding, &findings, error);
    return finish (findings.json, well, "]}");
}

char *
evx_answer_years (EvxIndex *index, GError **error)
{
    GString *json = g_string_new ("{");
    open_list (json, "years");
    gboolean well = evx_index_records (index, "years", add_record, json, error);
    return finish (json, well, "]}");
}

char *
evx_answer_unread (EvxIndex *index, GError **error)
{
    GString *json = g_string_new ("{");
    open_list (json, "failures");
    gboolean well = evx_index_records (index, "failures", add_record, json, error);
    return finish (json, well, "]}");
}

char *
evx_answer_chart (EvxIndex *index, GError **error)
{
    g_autoptr (EvxCollection) collection = evx_index_collection (index, error);
    char *svg = collection ? evx_chart_reconcile (collection) : NULL;
    if (collection != NULL && svg == NULL)
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_NOT_FOUND, "no claim speaks of a year");
    return svg;
}
