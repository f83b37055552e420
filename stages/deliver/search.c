/* Runs a search and makes each result fit to be read: the query's pages from the index, then either the
 * mentions on them whose quote has a hit, or the passage of the page with the most hits; citation, marks,
 * tags, facets. */
#include "deliver-internal.h"

#include "cite.h"

#include <string.h>

/* A passage is the sentence around a hit, cut to so many bytes before its first and behind its last. */
#define PASSAGE_MARGIN 160
/* With a catalog: if more pages match they are not ranked. 20,000 pages take 100 ms, the limit of a search is 50. */
#define MOST_RANKED 5000
/* With a catalog: so many pages' quotes are looked into for the words of a query with a filter of mentions. 10 quotes
 * a page, 200 pages take 20 ms. */
#define MOST_READ 200
/* Hits no further apart than this stand in one passage. */
#define PASSAGE_SPAN 240

typedef struct {
    EvxIndex *index;
    const EvxSearch *search;
    EvxQuery *query; /* NULL: all mentions that the filter accepts */
    EvxSearchResult *result;
    GHashTable *facets; /* "name\nvalue" -> EvxFacet, owned by result */
    EvxHitFunc each;
    gpointer user;
} Run;

/* Counts a result. Returns: TRUE if it is among those to be given: making a passage of each of 100,000
 * pages takes a minute, counting them a second. */
static gboolean
is_wanted (Run *run)
{
    const EvxSearch *search = run->search;
    guint64 at = run->result->found++;
    return at >= search->first && (search->most == 0 || at < (guint64) search->first + search->most);
}

/* ---- facets ------------------------------------------------------------------------------------------ */

static void
facet_free (EvxFacet *facet)
{
    g_free (facet->name);
    g_free (facet->value);
    g_free (facet);
}

/* Of two ways to write a name, the one that is not all in capitals. */
static gboolean
is_better_spelled (const char *a, const char *b)
{
    g_autofree char *a_up = g_ascii_strup (a, -1), *b_up = g_ascii_strup (b, -1);
    gboolean a_shouts = strcmp (a, a_up) == 0, b_shouts = strcmp (b, b_up) == 0;
    return a_shouts != b_shouts ? b_shouts : strcmp (a, b) < 0;
}

/* Values that differ in capitals only are one, as they are for the filters. */
static void
count_facet_by (Run *run, const char *name, const char *value, guint count)
{
    if (value == NULL || *value == '\0' || count == 0)
        return;
    g_autofree char *exact = g_strdup_printf ("%s\n%s", name, value);
    g_autofree char *key = g_ascii_strdown (exact, -1);
    EvxFacet *facet = g_hash_table_lookup (run->facets, key);
    if (facet == NULL) {
        facet = g_new0 (EvxFacet, 1);
        facet->name = g_strdup (name);
        facet->value = g_strdup (value);
        g_ptr_array_add (run->result->facets, facet);
        g_hash_table_insert (run->facets, g_steal_pointer (&key), facet);
    } else if (is_better_spelled (value, facet->value)) {
        g_free (facet->value);
        facet->value = g_strdup (value);
    }
    facet->count += count;
}

static void
count_facet (Run *run, const char *name, const char *value)
{
    count_facet_by (run, name, value, 1);
}

static int
compare_facets (gconstpointer a, gconstpointer b)
{
    const EvxFacet *x = *(EvxFacet *const *) a, *y = *(EvxFacet *const *) b;
    int order = strcmp (x->name, y->name);
    if (order == 0 && x->count != y->count)
        order = x->count > y->count ? -1 : 1;
    return order != 0 ? order : strcmp (x->value, y->value);
}

/* ---- mentions ------------------------------------------------------------------------------------------ */

/* The surface of the mention as bytes of its quote. */
static EvxMark
surface_mark (const EvxRecord *record, const char *quote)
{
    glong length = g_utf8_strlen (quote, -1);
    glong start = CLAMP (evx_record_integer (record, "start"), 0, length);
    glong end = CLAMP (evx_record_integer (record, "end"), start, length);
    return (EvxMark){ (guint) (g_utf8_offset_to_pointer (quote, start) - quote),
                      (guint) (g_utf8_offset_to_pointer (quote, end) - quote) };
}

static void
count_mention (Run *run, const EvxRecord *record)
{
    static const char *const names[] = { "kind", "sense", "assertion", "agency" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        count_facet (run, names[i], evx_record_text (record, names[i]));
    count_facet (run, "type", evx_record_text (record, "document_type"));
    gint64 year = evx_record_integer (record, "year");
    g_autofree char *text = year != EVX_NONE ? g_strdup_printf ("%d", (int) year) : NULL;
    count_facet (run, "year", text);
}

/* @counting: the facets do not have it yet. */
static gboolean
give_record (Run *run, const EvxRecord *record, gboolean counting, GError **error)
{
    const char *quote = evx_record_text (record, "quote");
    g_autoptr (GArray) marks = NULL;
    if (run->query != NULL) {
        g_autoptr (GArray) tokens = evx_tokens_new (quote);
        marks = evx_query_marks (run->query, tokens);
        if (marks->len == 0)
            return TRUE;
    } else {
        EvxMark mark = surface_mark (record, quote);
        marks = g_array_new (FALSE, FALSE, sizeof (EvxMark));
        g_array_append_val (marks, mark);
    }
    EvxHit hit = { .citation = evx_record_text (record, "citation"),
                   .document_id = evx_record_text (record, "document_id"),
                   .file = evx_record_text (record, "file"),
                   .document_type = evx_record_text (record, "document_type"),
                   .bates = evx_record_text (record, "bates"),
                   .page = (guint) evx_record_integer (record, "page"),
                   .line = (guint) evx_record_integer (record, "line"),
                   .quote = quote,
                   .marks = (const EvxMark *) (gpointer) marks->data,
                   .n_marks = marks->len,
                   .mention = record };
    if (counting)
        count_mention (run, record);
    return !is_wanted (run) || run->each (&hit, run->user, error);
}

static gboolean
give_mention (const EvxRecord *record, gpointer user, GError **error)
{
    return give_record (user, record, TRUE, error);
}

/* ---- passages -------------------------------------------------------------------------------------------- */

/* Does @next still belong to the passage that begins with @first? Not over the end of a paragraph. */
static gboolean
stands_with (const char *text, const EvxMark *first, const EvxMark *next)
{
    return next->end <= first->start + PASSAGE_SPAN &&
           g_strstr_len (text + first->start, next->start - first->start, "\n\n") == NULL;
}

/* The first of the marks that stand together in the richest place. */
static guint
richest (const char *text, const GArray *marks, guint *n_together)
{
    guint best = 0;
    *n_together = 0;
    for (guint i = 0; i < marks->len; i++) {
        guint last = i;
        while (last + 1 < marks->len && stands_with (text, &g_array_index (marks, EvxMark, i),
                                                     &g_array_index (marks, EvxMark, last + 1)))
            last++;
        if (last - i + 1 > *n_together) {
            *n_together = last - i + 1;
            best = i;
        }
    }
    return best;
}

static gboolean
is_sentence_end (const char *text, const char *at)
{
    return (at[0] == '\n' && at[1] == '\n') ||
           (at > text && strchr (".!?", at[-1]) != NULL && g_ascii_isspace (at[0]));
}

/* Back from @at to the beginning of its sentence, or of a word PASSAGE_MARGIN before. */
static const char *
passage_start (const char *text, const char *at)
{
    const char *word = at;
    for (const char *c = at; c > text; c--) {
        if (c < at && is_sentence_end (text, c))
            return c;
        if (at - c > PASSAGE_MARGIN)
            return word;
        if (g_ascii_isspace (*c))
            word = c;
    }
    return text;
}

static const char *
passage_end (const char *text, const char *at)
{
    const char *word = at;
    const char *c = at;
    for (; *c != '\0'; c++) {
        if (is_sentence_end (text, c))
            return c;
        if (c - at > PASSAGE_MARGIN && word > at)
            return word;
        if (g_ascii_isspace (*c))
            word = c;
    }
    return c;
}

/* Rows of a table have no sentences: there the passage is the line. */
static void
keep_to_row (const EvxPage *page, guint line, const char **start, const char **end)
{
    if (line >= page->lines->len)
        return;
    const EvxLine *row = &g_array_index (page->lines, EvxLine, line);
    if (row->block >= page->blocks->len || row->n_words == 0 ||
        g_array_index (page->blocks, EvxBlock, row->block).kind != EVX_BLOCK_TABLE)
        return;
    const EvxWord *first = &g_array_index (page->words, EvxWord, row->first_word);
    const EvxWord *last = first + row->n_words - 1;
    *start = page->text->str + first->start;
    *end = MAX (*end, page->text->str + last->start + last->length);
    const char *newline = memchr (*start, '\n', (gsize) (*end - *start));
    if (newline != NULL)
        *end = newline;
}

static guint
line_at (const EvxPage *page, guint offset)
{
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (offset < word->start + word->length)
            return word->line;
    }
    return 0;
}

/* Bytes [start, end) on one line, broken words joined; @marks are moved into it. */
static char *
flatten (const char *text, const char *start, const char *end, GArray *marks)
{
    GString *flat = g_string_new (NULL);
    while (start < end && g_ascii_isspace (*start))
        start++;
    guint next = 0, offset;
    for (const char *at = start; at <= end; at++) {
        offset = (guint) (at - text);
        for (guint m = next; m < marks->len; m++) {
            EvxMark *mark = &g_array_index (marks, EvxMark, m);
            if (mark->start == offset)
                mark->start = flat->len;
            if (mark->end == offset) {
                mark->end = flat->len;
                next = m + 1;
            }
        }
        if (at == end)
            break;
        if (evx_index_joins (text, at))
            at++;
        else if (!g_ascii_isspace (*at))
            g_string_append_c (flat, *at);
        else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
            g_string_append_c (flat, ' ');
    }
    return g_strchomp (g_string_free (flat, FALSE));
}

static char *
tag_text (const EvxMention *mention)
{
    GString *tag = g_string_new (mention->kind);
    if (mention->sense != NULL && *mention->sense != '\0')
        g_string_append_printf (tag, " %s", mention->sense);
    if (mention->assertion != NULL && *mention->assertion != '\0')
        g_string_append_printf (tag, ", %s", mention->assertion);
    if (mention->count != EVX_NONE)
        g_string_append_printf (tag, ", %" G_GINT64_FORMAT, mention->count);
    if (mention->year != EVX_NONE)
        g_string_append_printf (tag, ", %d", mention->year);
    return g_string_free (tag, FALSE);
}

/* The tags of the mentions that begin in bytes [start, end) of the page, each once. */
static GPtrArray *
tags_between (const EvxPage *page, gsize start, gsize end)
{
    GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        if (mention->start < start || mention->start >= end || !mention->evidential)
            continue;
        char *tag = tag_text (mention);
        if (g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL)) {
            g_free (tag);
            continue;
        }
        g_ptr_array_add (tags, tag);
    }
    return tags;
}

static gboolean
give_passage (Run *run, const EvxPageHit *found, const EvxPage *page, GError **error)
{
    const char *text = page->text->str;
    g_autoptr (GArray) tokens = evx_tokens_new (text);
    g_autoptr (GArray) marks = evx_query_marks (run->query, tokens);
    guint n_together, first = richest (text, marks, &n_together);
    if (marks->len > 0) {
        g_array_set_size (marks, first + n_together);
        g_array_remove_range (marks, 0, first);
    }
    guint begin = marks->len > 0 ? g_array_index (marks, EvxMark, 0).start : 0;
    guint finish = marks->len > 0 ? g_array_index (marks, EvxMark, marks->len - 1).end : 0;
    const char *start = passage_start (text, text + begin), *end = passage_end (text, text + finish);
    guint line = line_at (page, begin);
    keep_to_row (page, line, &start, &end);
    g_autoptr (GPtrArray) tags = tags_between (page, (gsize) (start - text), (gsize) (end - text));
    while (marks->len > 0 && text + g_array_index (marks, EvxMark, marks->len - 1).end > end)
        g_array_set_size (marks, marks->len - 1);
    g_autofree char *quote = flatten (text, start, end, marks);
    gboolean shared = FALSE;
    if (!evx_index_bates_is_shared (run->index, found->bates, found->document_id, &shared, error))
        return FALSE;
    g_autofree char *citation =
        evx_cite (found->file, found->bates, shared, found->page + 1, evx_index_line (page, line));
    EvxHit hit = { .citation = citation, .document_id = found->document_id, .file = found->file,
                   .document_type = found->document_type, .bates = found->bates,
                   .page = found->page + 1, .line = evx_index_line (page, line), .quote = quote,
                   .marks = (const EvxMark *) (gpointer) marks->data, .n_marks = marks->len,
                   .tags = tags };
    return run->each (&hit, run->user, error);
}

static gboolean
give_page (const EvxPageHit *found, gpointer user, GError **error)
{
    Run *run = user;
    if (evx_filter_needs_mention (&run->search->filter))
        return evx_index_page_mentions (run->index, found->document_id, found->page,
                                        &run->search->filter, give_mention, run, error);
    count_facet (run, "type", found->document_type);
    if (!is_wanted (run))
        return TRUE;
    g_autoptr (EvxPage) page = evx_index_page (run->index, found->document_id, found->page, error);
    return page != NULL && give_passage (run, found, page, error);
}

/* ---- from the catalog ---------------------------------------------------------------------------------- */

/* What the facets count, by code; years from 0 to 9999. */
typedef struct {
    GArray *codes[EVX_N_CODES]; /* guint */
    GArray *years, *types;      /* guint, by year; by document */
} Counts;

static GArray *
zeros (guint n)
{
    GArray *array = g_array_new (FALSE, TRUE, sizeof (guint));
    return g_array_set_size (array, n);
}

static void
count_code (GArray *array, guint at)
{
    if (at < array->len)
        g_array_index (array, guint, at)++;
}

static void
counts_open (Counts *counts, const EvxCatalog *catalog)
{
    for (guint c = 0; c < EVX_N_CODES; c++)
        counts->codes[c] = zeros (catalog->texts->len);
    counts->years = zeros (10000);
    counts->types = zeros (catalog->documents->len);
}

/* Makes facets of the counts. */
static void
counts_close (Counts *counts, Run *run)
{
    static const char *const names[EVX_N_CODES] = { "kind", "sense", "assertion", "agency" };
    const EvxCatalog *catalog = run->search->catalog;
    for (guint c = 0; c < EVX_N_CODES; c++) {
        for (guint i = 1; i < catalog->texts->len; i++)
            count_facet_by (run, names[c], catalog->texts->pdata[i], g_array_index (counts->codes[c], guint, i));
        g_array_unref (counts->codes[c]);
    }
    for (guint year = 1; year < counts->years->len; year++) {
        g_autofree char *text = g_strdup_printf ("%u", year);
        count_facet_by (run, "year", text, g_array_index (counts->years, guint, year));
    }
    for (guint i = 0; i < catalog->documents->len; i++)
        count_facet_by (run, "type", g_array_index (catalog->documents, EvxCatalogDocument, i).type,
                        g_array_index (counts->types, guint, i));
    g_array_unref (counts->years);
    g_array_unref (counts->types);
}

/* Counts the mentions of a page that @sieve accepts. Returns: how many. */
static guint
count_page (const EvxCatalog *catalog, const EvxCatalogPage *page, const EvxSieve *sieve, Counts *counts)
{
    guint n = 0;
    for (guint i = page->first; i < page->first + page->n; i++) {
        const EvxCatalogMention *mention = &g_array_index (catalog->mentions, EvxCatalogMention, i);
        if (!evx_sieve_mention (sieve, mention))
            continue;
        n++;
        if (counts == NULL)
            continue;
        for (guint c = 0; c < EVX_N_CODES; c++)
            count_code (counts->codes[c], mention->codes[c]);
        count_code (counts->years, (guint) MAX (mention->year, 0));
        count_code (counts->types, page->document);
    }
    return n;
}

static const char *
id_of (const EvxCatalog *catalog, const EvxCatalogPage *page)
{
    return g_array_index (catalog->documents, EvxCatalogDocument, page->document).id;
}

/* Gives the mentions of a page to the one who asks; the facets have them already. */
static gboolean
give_counted (const EvxRecord *record, gpointer user, GError **error)
{
    return give_record (user, record, FALSE, error);
}

/* Does any of the @n results from the next on lie among those to be given? */
static gboolean
has_wanted (const Run *run, guint n)
{
    guint64 first = run->search->first, end = first + run->search->most, at = run->result->found;
    return n > 0 && at + n > first && (run->search->most == 0 || at < end);
}

static gboolean
catalog_mentions (Run *run, const EvxSieve *sieve, GError **error)
{
    const EvxCatalog *catalog = run->search->catalog;
    Counts counts;
    gboolean well = TRUE;
    counts_open (&counts, catalog);
    for (guint i = 0; well && i < catalog->pages->len; i++) {
        const EvxCatalogPage *page = &g_array_index (catalog->pages, EvxCatalogPage, i);
        if (!evx_sieve_document (sieve, page->document))
            continue;
        guint n = count_page (catalog, page, sieve, &counts);
        guint64 before = run->result->found;
        if (has_wanted (run, n))
            well = evx_index_page_mentions (run->index, id_of (catalog, page), page->page, &run->search->filter,
                                            give_counted, run, error);
        run->result->found = before + n;
    }
    counts_close (&counts, run);
    return well;
}

static gboolean
give_catalog_page (Run *run, const EvxCatalogPage *at, GError **error)
{
    const EvxCatalogDocument *document =
        &g_array_index (run->search->catalog->documents, EvxCatalogDocument, at->document);
    g_autoptr (GError) failure = NULL;
    g_autoptr (EvxPage) page = evx_index_page (run->index, document->id, at->page, &failure);
    if (g_error_matches (failure, EVX_ERROR, EVX_ERROR_NOT_FOUND))
        return TRUE; /* a run has taken it out since */
    if (page == NULL) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
    }
    EvxPageHit hit = { document->id, document->file, document->type, at->bates, at->page };
    return give_passage (run, &hit, page, error);
}

static gboolean
catalog_passages (Run *run, const EvxSieve *sieve, const GArray *matches, GError **error)
{
    const EvxCatalog *catalog = run->search->catalog;
    g_autoptr (GArray) types = zeros (catalog->documents->len);
    gboolean well = TRUE;
    for (guint i = 0; well && i < matches->len; i++) {
        const EvxCatalogPage *page =
            &g_array_index (catalog->pages, EvxCatalogPage, g_array_index (matches, EvxMatch, i).page);
        if (!evx_sieve_document (sieve, page->document))
            continue;
        count_code (types, page->document);
        if (is_wanted (run))
            well = give_catalog_page (run, page, error);
    }
    for (guint i = 0; i < types->len; i++)
        count_facet_by (run, "type", g_array_index (catalog->documents, EvxCatalogDocument, i).type,
                        g_array_index (types, guint, i));
    return well;
}

/* Whether a quote has the words is known only when it is read: so many pages, and enough for what is asked. */
static gboolean
catalog_mentions_with (Run *run, const EvxSieve *sieve, const GArray *matches, GError **error)
{
    const EvxCatalog *catalog = run->search->catalog;
    guint64 enough = (guint64) run->search->first + run->search->most;
    guint n_read = 0;
    for (guint i = 0; i < matches->len; i++) {
        const EvxCatalogPage *page =
            &g_array_index (catalog->pages, EvxCatalogPage, g_array_index (matches, EvxMatch, i).page);
        if (!evx_sieve_document (sieve, page->document) || count_page (catalog, page, sieve, NULL) == 0)
            continue;
        if (n_read++ >= MOST_READ && run->result->found > enough) {
            run->result->at_least = TRUE;
            return TRUE;
        }
        if (!evx_index_page_mentions (run->index, id_of (catalog, page), page->page, &run->search->filter,
                                      give_mention, run, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
catalog_query (Run *run, const EvxSieve *sieve, const char *match, GError **error)
{
    gboolean ranked;
    g_autoptr (GArray) matches =
        evx_catalog_search (run->search->catalog, run->index, match, MOST_RANKED, &ranked, error);
    if (matches == NULL)
        return FALSE;
    run->result->unranked = !ranked;
    return evx_filter_needs_mention (&run->search->filter) ? catalog_mentions_with (run, sieve, matches, error)
                                                           : catalog_passages (run, sieve, matches, error);
}

/* ---- the search ---------------------------------------------------------------------------------------------- */

static gboolean
run_query (Run *run, const EvxSieve *sieve, GError **error)
{
    g_autoptr (EvxQuery) query = evx_query_new (run->search->query, error);
    if (query == NULL)
        return FALSE;
    if (run->search->fuzzy && !evx_fuzzy_expand (query, run->index, run->result->words, error))
        return FALSE;
    run->query = query;
    g_autofree char *match = evx_query_match (query);
    if (sieve != NULL)
        return catalog_query (run, sieve, match, error);
    return evx_index_search (run->index, match, &run->search->filter, give_page, run, error);
}

EvxSearchResult *
evx_search (EvxIndex *index, const EvxSearch *search, EvxHitFunc each, gpointer user, GError **error)
{
    g_autoptr (EvxSearchResult) result = g_new0 (EvxSearchResult, 1);
    result->facets = g_ptr_array_new_with_free_func ((GDestroyNotify) facet_free);
    result->words = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GHashTable) facets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    const EvxCatalog *catalog = search->catalog;
    g_autoptr (EvxLedger) own = catalog == NULL ? evx_index_ledger (index, error) : NULL;
    const EvxLedger *ledger = catalog != NULL ? catalog->ledger : own;
    if (ledger == NULL)
        return NULL;
    result->unread_pages = ledger->pages_failed;
    result->unread_files = ledger->failed + ledger->unfinished + ledger->unsupported;
    result->unrecognised = ledger->unrecognised;
    Run run = { .index = index, .search = search, .result = result, .facets = facets, .each = each,
                .user = user };
    g_autoptr (EvxSieve) sieve = catalog != NULL ? evx_sieve_new (catalog, &search->filter) : NULL;
    gboolean done = search->query != NULL ? run_query (&run, sieve, error)
                    : catalog != NULL
                        ? catalog_mentions (&run, sieve, error)
                        : evx_index_mentions (index, &search->filter, give_mention, &run, error);
    g_ptr_array_sort (result->facets, compare_facets);
    return done ? g_steal_pointer (&result) : NULL;
}

void
evx_search_result_free (EvxSearchResult *result)
{
    if (result == NULL)
        return;
    g_ptr_array_unref (result->facets);
    g_ptr_array_unref (result->words);
    g_free (result);
}

char *
evx_search_mark (const EvxHit *hit, const char *before, const char *after)
{
    GString *text = g_string_new (NULL);
    guint at = 0;
    for (guint i = 0; i < hit->n_marks; i++) {
        const EvxMark *mark = &hit->marks[i];
        g_string_append_len (text, hit->quote + at, mark->start - at);
        g_string_append_printf (text, "%s%.*s%s", before, (int) (mark->end - mark->start),
                                hit->quote + mark->start, after);
        at = mark->end;
    }
    g_string_append (text, hit->quote + at);
    return g_string_free (text, FALSE);
}
