/* Reads the catalog, sifts it, ranks what full-text search finds. Rows of a page in the index grow with the
 * documents as they came; the order here is that of the records: file, document, page. */
#include "catalog.h"

#include "index-internal.h"

#include <string.h>

/* ---- reading ---------------------------------------------------------------------------------------- */

static void
clear_document (gpointer data)
{
    EvxCatalogDocument *document = data;
    g_free (document->id);
    g_free (document->file);
    g_free (document->type);
}

static gboolean
read_documents (EvxCatalog *catalog, EvxIndex *index, GHashTable *places, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index, "select doc, document_id, file, type from document order by file, document_id", error);
    g_autoptr (GError) failure = NULL;
    while (row != NULL && evx_index_row (index, row, &failure)) {
        EvxCatalogDocument document = { g_strdup (evx_index_text (row, 1)), g_strdup (evx_index_text (row, 2)),
                                        g_strdup (evx_index_text (row, 3)) };
        g_hash_table_insert (places, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (row, 0)),
                             GUINT_TO_POINTER (catalog->documents->len));
        g_array_append_val (catalog->documents, document);
    }
    return row != NULL && evx_index_settle (g_steal_pointer (&failure), error);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const EvxCatalogPage *x = a, *y = b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return x->page < y->page ? -1 : x->page > y->page;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    const EvxCatalogRow *x = a, *y = b;
    return x->row < y->row ? -1 : x->row > y->row;
}

static gboolean
read_pages (EvxCatalog *catalog, EvxIndex *index, GHashTable *places, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (index, "select page_id, doc, page, bates from page", error);
    g_autoptr (GError) failure = NULL;
    while (row != NULL && evx_index_row (index, row, &failure)) {
        gpointer document;
        if (!g_hash_table_lookup_extended (places, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (row, 1)),
                                           NULL, &document))
            continue;
        EvxCatalogPage page = { .row = sqlite3_column_int64 (row, 0),
                                .document = GPOINTER_TO_UINT (document),
                                .page = (guint) sqlite3_column_int (row, 2) };
        if (evx_index_text (row, 3) != NULL)
            page.bates = g_string_chunk_insert (catalog->strings, evx_index_text (row, 3));
        g_array_append_val (catalog->pages, page);
    }
    g_array_sort (catalog->pages, compare_places);
    for (guint i = 0; i < catalog->pages->len; i++) {
        EvxCatalogRow place = { g_array_index (catalog->pages, EvxCatalogPage, i).row, i };
        g_array_append_val (catalog->rows, place);
    }
    g_array_sort (catalog->rows, compare_rows);
    return row != NULL && evx_index_settle (g_steal_pointer (&failure), error);
}

/* (nullable): the page with that row. SQLite gives rows ascending, so the search goes on at @cursor, where the last one
 * ended: a table of hashes takes ten times as long. */
static EvxCatalogPage *
page_of_row (const EvxCatalog *catalog, gint64 row, guint *cursor)
{
    const EvxCatalogRow *rows = (const EvxCatalogRow *) (gconstpointer) catalog->rows->data;
    while (*cursor < catalog->rows->len && rows[*cursor].row < row)
        (*cursor)++;
    return *cursor < catalog->rows->len && rows[*cursor].row == row
               ? &g_array_index (catalog->pages, EvxCatalogPage, rows[*cursor].page)
               : NULL;
}

static guint32
code_of (EvxCatalog *catalog, GHashTable *codes, const char *text)
{
    if (text == NULL || *text == '\0')
        return 0;
    guint code = GPOINTER_TO_UINT (g_hash_table_lookup (codes, text));
    if (code == 0) {
        code = catalog->texts->len;
        g_ptr_array_add (catalog->texts, g_strdup (text));
        g_hash_table_insert (codes, catalog->texts->pdata[code], GUINT_TO_POINTER (code));
    }
    return code;
}

static gboolean
read_mentions (EvxCatalog *catalog, EvxIndex *index, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select page_id, kind, sense, assertion, agency, year, evidential from mention order by page_id, n",
        error);
    g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GError) failure = NULL;
    EvxCatalogPage *page = NULL;
    guint cursor = 0;
    while (row != NULL && evx_index_row (index, row, &failure)) {
        gint64 id = sqlite3_column_int64 (row, 0);
        if (page == NULL || page->row != id) {
            page = page_of_row (catalog, id, &cursor);
            if (page == NULL)
                continue;
            page->first = catalog->mentions->len;
        }
        EvxCatalogMention mention = { .year = (gint16) sqlite3_column_int (row, 5),
                                      .evidential = sqlite3_column_int (row, 6) != 0 };
        for (guint c = 0; c < EVX_N_CODES; c++)
            mention.codes[c] = code_of (catalog, codes, evx_index_text (row, 1 + (int) c));
        g_array_append_val (catalog->mentions, mention);
        page->n++;
    }
    return row != NULL && evx_index_settle (g_steal_pointer (&failure), error);
}

EvxCatalog *
evx_catalog_new (EvxIndex *index, GError **error)
{
    g_autoptr (EvxCatalog) catalog = g_new0 (EvxCatalog, 1);
    g_autoptr (GHashTable) places = g_hash_table_new (g_direct_hash, g_direct_equal);
    catalog->texts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (catalog->texts, g_strdup (""));
    catalog->documents = g_array_new (FALSE, FALSE, sizeof (EvxCatalogDocument));
    g_array_set_clear_func (catalog->documents, clear_document);
    catalog->pages = g_array_new (FALSE, FALSE, sizeof (EvxCatalogPage));
    catalog->mentions = g_array_new (FALSE, FALSE, sizeof (EvxCatalogMention));
    catalog->rows = g_array_new (FALSE, FALSE, sizeof (EvxCatalogRow));
    catalog->strings = g_string_chunk_new (4096);
    catalog->ledger = evx_index_ledger (index, error);
    if (catalog->ledger == NULL || !read_documents (catalog, index, places, error) ||
        !read_pages (catalog, index, places, error) || !read_mentions (catalog, index, error))
        return NULL;
    return g_steal_pointer (&catalog);
}

void
evx_catalog_free (EvxCatalog *catalog)
{
    if (catalog == NULL)
        return;
    g_array_unref (catalog->rows);
    g_ptr_array_unref (catalog->texts);
    g_array_unref (catalog->documents);
    g_array_unref (catalog->pages);
    g_array_unref (catalog->mentions);
    g_string_chunk_free (catalog->strings);
    evx_ledger_free (catalog->ledger);
    g_free (catalog);
}

gint64
evx_index_changes (EvxIndex *index)
{
    sqlite3_stmt *row = evx_index_statement (index, "pragma data_version", NULL);
    gint64 changes = row != NULL && evx_index_row (index, row, NULL) ? sqlite3_column_int64 (row, 0) : -1;
    if (row != NULL)
        sqlite3_reset (row);
    return changes;
}

/* ---- sifting ---------------------------------------------------------------------------------------- */

struct _EvxSieve {
    gboolean *documents;       /* accepted, by document */
    gboolean *codes[EVX_N_CODES]; /* (nullable): accepted, by code; NULL = all */
    gint year;
    gboolean distractors;
};

/* As instr (lower (text), lower (part)) of SQLite, which knows ASCII only. */
static gboolean
contains (const char *text, const char *part)
{
    g_autofree char *a = g_ascii_strdown (text, -1), *b = g_ascii_strdown (part, -1);
    return strstr (a, b) != NULL;
}

static gboolean *
accepted_codes (const EvxCatalog *catalog, const char *wanted, gboolean part)
{
    if (wanted == NULL)
        return NULL;
    gboolean *accepted = g_new0 (gboolean, catalog->texts->len);
    for (guint i = part ? 1 : 0; i < catalog->texts->len; i++)
        accepted[i] = part ? contains (catalog->texts->pdata[i], wanted)
                           : strcmp (catalog->texts->pdata[i], wanted) == 0;
    return accepted;
}

EvxSieve *
evx_sieve_new (const EvxCatalog *catalog, const EvxFilter *filter)
{
    EvxSieve *sieve = g_new0 (EvxSieve, 1);
    sieve->year = filter->year;
    sieve->distractors = filter->distractors || filter->sense != NULL;
    sieve->codes[EVX_CODE_KIND] = accepted_codes (catalog, filter->kind, FALSE);
    sieve->codes[EVX_CODE_SENSE] = accepted_codes (catalog, filter->sense, FALSE);
    sieve->codes[EVX_CODE_ASSERTION] = accepted_codes (catalog, filter->assertion, FALSE);
    sieve->codes[EVX_CODE_AGENCY] = accepted_codes (catalog, filter->agency, TRUE);
    sieve->documents = g_new (gboolean, catalog->documents->len);
    for (guint i = 0; i < catalog->documents->len; i++) {
        const EvxCatalogDocument *document = &g_array_index (catalog->documents, EvxCatalogDocument, i);
        sieve->documents[i] = (filter->file == NULL || contains (document->file, filter->file)) &&
                              (filter->type == NULL || g_strcmp0 (document->type, filter->type) == 0);
    }
    return sieve;
}

void
evx_sieve_free (EvxSieve *sieve)
{
    if (sieve == NULL)
        return;
    for (guint c = 0; c < EVX_N_CODES; c++)
        g_free (sieve->codes[c]);
    g_free (sieve->documents);
    g_free (sieve);
}

gboolean
evx_sieve_document (const EvxSieve *sieve, guint document)
{
    return sieve->documents[document];
}

gboolean
evx_sieve_mention (const EvxSieve *sieve, const EvxCatalogMention *mention)
{
    if (!sieve->distractors && !mention->evidential)
        return FALSE;
    if (sieve->year != EVX_NONE && (mention->year == 0 || mention->year != sieve->year))
        return FALSE;
    for (guint c = 0; c < EVX_N_CODES; c++)
        if (sieve->codes[c] != NULL && !sieve->codes[c][mention->codes[c]])
            return FALSE;
    return TRUE;
}

/* ---- matching --------------------------------------------------------------------------------------- */

static int
compare_matches (gconstpointer a, gconstpointer b)
{
    const EvxMatch *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return x->page < y->page ? -1 : x->page > y->page;
}

/* Takes each page that matches, rows ascending; with its rank, if the statement has one. */
static gboolean
take_matches (const EvxCatalog *catalog, EvxIndex *index, sqlite3_stmt *row, const char *match, GArray *matches,
              GError **error)
{
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    guint cursor = 0;
    gboolean ranked = sqlite3_column_count (row) > 1;
    evx_index_bind (row, "s", match);
    while (evx_index_row (index, row, &failure)) {
        const EvxCatalogPage *page = page_of_row (catalog, sqlite3_column_int64 (row, 0), &cursor);
        if (page == NULL)
            continue;
        EvxMatch found = { (guint) (page - (const EvxCatalogPage *) (gconstpointer) catalog->pages->data),
                           ranked ? sqlite3_column_double (row, 1) : 0 };
        g_array_append_val (matches, found);
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

/* By page without comparing: 100,000 of them are sorted in 1 ms. */
static void
sort_by_page (const EvxCatalog *catalog, GArray *matches)
{
    g_autofree gboolean *matching = g_new0 (gboolean, catalog->pages->len);
    for (guint i = 0; i < matches->len; i++)
        matching[g_array_index (matches, EvxMatch, i).page] = TRUE;
    for (guint page = 0, n = 0; page < catalog->pages->len; page++)
        if (matching[page])
            g_array_index (matches, EvxMatch, n++).page = page;
}

GArray *
evx_catalog_search (const EvxCatalog *catalog, EvxIndex *index, const char *match, guint most_ranked,
                    gboolean *ranked, GError **error)
{
    g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (EvxMatch));
    sqlite3_stmt *all =
        evx_index_statement (index, "select rowid from page_words where page_words match ? order by rowid", error);
    if (!take_matches (catalog, index, all, match, matches, error))
        return NULL;
    *ranked = matches->len <= most_ranked;
    if (!*ranked) {
        sort_by_page (catalog, matches);
        return g_steal_pointer (&matches);
    }
    g_array_set_size (matches, 0);
    sqlite3_stmt *best = evx_index_statement (
        index, "select rowid, rank from page_words where page_words match ? order by rowid", error);
    if (!take_matches (catalog, index, best, match, matches, error))
        return NULL;
    g_array_sort (matches, compare_matches);
    return g_steal_pointer (&matches);
}
