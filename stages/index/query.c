/* Reads the index back: inputs, documents, pages, the collection, the ledger. */
#include "index-internal.h"

#include "../pack.h"

#include <string.h>

/* ---- inputs ----------------------------------------------------------------------------------- */

static char *
column_copy (sqlite3_stmt *row, int column)
{
    return g_strdup (evx_index_text (row, column));
}

char *
evx_index_member_path (const EvxIndex *index, const char *name)
{
    g_autofree char *below = g_build_filename (index->folder, EVX_MEMBERS, NULL);
    g_autofree char *path = g_canonicalize_filename (below, NULL);
    return g_strconcat (path, "/", name, NULL);
}

static char *
path_at (EvxIndex *index, sqlite3_stmt *row, int column, gboolean unpacked)
{
    const char *bytes = sqlite3_column_blob (row, column);
    g_autofree char *path = bytes != NULL ? g_strndup (bytes, (gsize) sqlite3_column_bytes (row, column)) : NULL;
    if (path == NULL || !unpacked || !g_str_has_prefix (path, EVX_MEMBERS "/"))
        return g_steal_pointer (&path);
    return evx_index_member_path (index, path + strlen (EVX_MEMBERS "/"));
}

gboolean
evx_index_inputs (EvxIndex *index, EvxInputFunc each, gpointer user, GError **error)
{
    /* A statement of its own: the callback may write inputs. */
    g_autoptr (sqlite3_stmt) row = NULL;
    if (sqlite3_prepare_v2 (index->db,
                            "select path, file, size, document_id, status, code, reason, parent, family from input "
                            "order by file, path",
                            -1, &row, NULL) != SQLITE_OK)
        return evx_index_failed (index, error);
    g_autoptr (GError) failure = NULL;
    gboolean go_on = TRUE;
    while (go_on && evx_index_row (index, row, &failure)) {
        EvxInput input = {
            .path = path_at (index, row, 0, sqlite3_column_type (row, 7) != SQLITE_NULL),
            .file = column_copy (row, 1),
            .size = sqlite3_column_int64 (row, 2),
            .document_id = column_copy (row, 3),
            .status = evx_status_from_name (evx_index_text (row, 4)),
            .code = evx_index_code (row, 5),
            .reason = column_copy (row, 6),
            .parent = path_at (index, row, 7, TRUE),
            .family = column_copy (row, 8),
        };
        go_on = each (&input, user, &failure);
        evx_input_clear (&input);
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

/* ---- documents -------------------------------------------------------------------------------- */

static gint
column_int (sqlite3_stmt *row, int column)
{
    return (gint) evx_index_number (row, column);
}

static const char *
kept (EvxDocument *document, sqlite3_stmt *row, int column)
{
    return evx_document_string (document, evx_index_text (row, column));
}

static gboolean
load_claims (EvxIndex *index, gint64 doc, EvxDocument *document, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select claim_id, number, what, unit, qualifier, year, period_start, period_end, agency, "
        "speaker, assertion, quote, mention_id, page, x0, y0, x1, y1 from claim where doc = ? order by n",
        error);
    if (row == NULL)
        return FALSE;
    evx_index_bind (row, "i", doc);
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure)) {
        EvxClaim claim = {
            .id = kept (document, row, 0),
            .number = sqlite3_column_int64 (row, 1),
            .what = kept (document, row, 2),
            .unit = kept (document, row, 3),
            .qualifier = kept (document, row, 4),
            .year = column_int (row, 5),
            .period_start = kept (document, row, 6),
            .period_end = kept (document, row, 7),
            .agency = kept (document, row, 8),
            .speaker = kept (document, row, 9),
            .assertion = kept (document, row, 10),
            .quote = kept (document, row, 11),
            .mention_id = kept (document, row, 12),
            .page = (guint) sqlite3_column_int (row, 13),
            .box = evx_index_box (row, 14),
        };
        g_array_append_val (document->claims, claim);
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

static gboolean
load_events (EvxIndex *index, gint64 doc, EvxDocument *document, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select event_id, kind, date, year, person, agency, page, \"table\", \"row\", doubt, quote, "
        "x0, y0, x1, y1 from event where doc = ? order by n",
        error);
    if (row == NULL)
        return FALSE;
    evx_index_bind (row, "i", doc);
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure)) {
        EvxEvent event = {
            .id = kept (document, row, 0),
            .kind = kept (document, row, 1),
            .date = kept (document, row, 2),
            .year = column_int (row, 3),
            .person = kept (document, row, 4),
            .agency = kept (document, row, 5),
            .page = (guint) sqlite3_column_int (row, 6),
            .table = column_int (row, 7),
            .row = column_int (row, 8),
            .doubt = (guint16) sqlite3_column_int (row, 9),
            .quote = kept (document, row, 10),
            .box = evx_index_box (row, 11),
        };
        g_array_append_val (document->events, event);
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

#define DOCUMENT_COLUMNS                                                                           \
    "doc, document_id, file, size, n_pages, status, code, reason, type, type_evidence, language, " \
    "origin, date, agency, bates_first, bates_last, near_group, sketch"

static EvxDocument *
document_of_row (sqlite3_stmt *row)
{
    EvxDocument *document = evx_document_new (evx_index_text (row, 1), evx_index_text (row, 2));
    document->size = sqlite3_column_int64 (row, 3);
    document->n_pages = (guint) sqlite3_column_int (row, 4);
    document->status = evx_status_from_name (evx_index_text (row, 5));
    document->code = evx_index_code (row, 6);
    document->reason = column_copy (row, 7);
    document->type = column_copy (row, 8);
    document->type_evidence = column_copy (row, 9);
    document->language = column_copy (row, 10);
    document->origin = column_copy (row, 11);
    document->date = column_copy (row, 12);
    document->agency = column_copy (row, 13);
    document->bates_first = column_copy (row, 14);
    document->bates_last = column_copy (row, 15);
    document->near_group = column_copy (row, 16);
    const guint8 *sketch = sqlite3_column_blob (row, 17);
    for (int i = 0; i + 4 <= sqlite3_column_bytes (row, 17); i += 4) {
        guint32 value;
        memcpy (&value, sketch + i, sizeof value);
        value = GUINT32_FROM_LE (value);
        g_array_append_val (document->sketch, value);
    }
    return document;
}

EvxDocument *
evx_index_document (EvxIndex *index, const char *id, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index, "select " DOCUMENT_COLUMNS " from document where document_id = ?", error);
    if (row == NULL)
        return NULL;
    evx_index_bind (row, "s", id);
    g_autoptr (GError) failure = NULL;
    if (!evx_index_row (index, row, &failure)) {
        if (failure != NULL)
            g_propagate_error (error, g_steal_pointer (&failure));
        else
            g_set_error (error, EVX_ERROR, EVX_ERROR_NOT_FOUND, "no document %s in the index", id);
        return NULL;
    }
    g_autoptr (EvxDocument) document = document_of_row (row);
    gint64 doc = sqlite3_column_int64 (row, 0);
    sqlite3_reset (row);
    if (!load_claims (index, doc, document, error) || !load_events (index, doc, document, error))
        return NULL;
    return g_steal_pointer (&document);
}

GArray *
evx_index_page_keys (EvxIndex *index, const char *document_id, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select d.n_pages, p.page, p.read_key, p.tag_key from document d left join page p using (doc) "
        "where d.document_id = ? order by p.page",
        error);
    if (row == NULL)
        return NULL;
    evx_index_bind (row, "s", document_id);
    g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (EvxPageKeys));
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure)) {
        gint64 page = evx_index_number (row, 1);
        gint64 needed = MAX (sqlite3_column_int64 (row, 0), page + 1);
        if (needed > keys->len)
            g_array_set_size (keys, (guint) needed);
        if (page == EVX_NONE)
            continue;
        EvxPageKeys *key = &g_array_index (keys, EvxPageKeys, page);
        g_strlcpy (key->read, evx_index_text (row, 2), sizeof key->read);
        g_strlcpy (key->tag, evx_index_text (row, 3), sizeof key->tag);
    }
    if (failure == NULL)
        return g_steal_pointer (&keys);
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
}

/* ---- pages -------------------------------------------------------------------------------------- */

guint
evx_index_line (const EvxPage *page, guint line)
{
    if (line >= page->lines->len)
        return line + 1;
    guint printed = g_array_index (page->lines, EvxLine, line).number;
    return printed > 0 ? printed : line + 1;
}

/* The blob is what the worker sent; which Bates number counts was decided later. */
static void
mark_chosen (EvxPage *page, const char *bates)
{
    for (guint i = 0; i < page->bates->len; i++) {
        EvxBates *sighting = &g_array_index (page->bates, EvxBates, i);
        sighting->chosen = bates != NULL && g_strcmp0 (sighting->text, bates) == 0;
    }
}

EvxPage *
evx_index_page_by_id (EvxIndex *index, gint64 page_id, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select c.packed, p.bates from page_content c join page p using (page_id) where page_id = ?",
        error);
    if (row == NULL)
        return NULL;
    evx_index_bind (row, "i", page_id);
    g_autoptr (GError) failure = NULL;
    if (!evx_index_row (index, row, &failure)) {
        if (failure != NULL)
            g_propagate_error (error, g_steal_pointer (&failure));
        else
            g_set_error (error, EVX_ERROR, EVX_ERROR_NOT_FOUND, "page %" G_GINT64_FORMAT
                         " is not in the index", page_id % EVX_PAGES_PER_DOCUMENT + 1);
        return NULL;
    }
    g_autoptr (GBytes) packed = evx_index_expand (
        sqlite3_column_blob (row, 0), (gsize) sqlite3_column_bytes (row, 0), error);
    g_autofree char *bates = column_copy (row, 1);
    sqlite3_reset (row);
    if (packed == NULL)
        return NULL;
    EvxPage *page = evx_page_unpack (packed, &failure);
    if (page == NULL)
        g_set_error (error, EVX_ERROR, EVX_ERROR_INDEX_DAMAGED, "a stored page is damaged: %s",
                     failure->message);
    else
        mark_chosen (page, bates);
    return page;
}

EvxPage *
evx_index_page (EvxIndex *index, const char *document_id, guint page, GError **error)
{
    sqlite3_stmt *row =
        evx_index_statement (index, "select doc from document where document_id = ?", error);
    if (row == NULL)
        return NULL;
    evx_index_bind (row, "s", document_id);
    g_autoptr (GError) failure = NULL;
    gint64 doc = evx_index_row (index, row, &failure) ? sqlite3_column_int64 (row, 0) : EVX_NONE;
    sqlite3_reset (row);
    if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
    else if (doc == EVX_NONE)
        g_set_error (error, EVX_ERROR, EVX_ERROR_NOT_FOUND, "no document %s in the index", document_id);
    else
        return evx_index_page_by_id (index, doc * EVX_PAGES_PER_DOCUMENT + page, error);
    return NULL;
}

/* ---- the collection -------------------------------------------------------------------------------- */

static gboolean
load_documents (EvxIndex *index, EvxCollection *collection, GHashTable *places, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select " DOCUMENT_COLUMNS " from document where status in ('done', 'partial') "
        "order by file, document_id",
        error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure)) {
        EvxDocument *document = document_of_row (row);
        gint64 doc = sqlite3_column_int64 (row, 0);
        g_hash_table_insert (places, GSIZE_TO_POINTER ((gsize) doc),
                             GUINT_TO_POINTER (collection->documents->len));
        g_ptr_array_add (collection->documents, document);
        if (!load_claims (index, doc, document, error) || !load_events (index, doc, document, error)) {
            sqlite3_reset (row);
            return FALSE;
        }
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

static gboolean
load_bates (EvxIndex *index, EvxCollection *collection, GHashTable *places, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select p.doc, p.page, p.width, p.height, b.text, b.prefix, b.number, b.digits, b.chosen, "
        "b.x0, b.y0, b.x1, b.y1 from document d join page p using (doc) join bates b using (page_id) "
        "where d.status in ('done', 'partial') order by d.file, d.document_id, p.page, b.n",
        error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure)) {
        EvxBatesSighting sighting = {
            .document = GPOINTER_TO_UINT (g_hash_table_lookup (
                places, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (row, 0)))),
            .page = (guint) sqlite3_column_int (row, 1),
            .page_width = sqlite3_column_double (row, 2),
            .page_height = sqlite3_column_double (row, 3),
            .bates = { .text = evx_collection_string (collection, evx_index_text (row, 4)),
                       .prefix = evx_collection_string (collection, evx_index_text (row, 5)),
                       .number = sqlite3_column_int64 (row, 6),
                       .digits = (guint16) sqlite3_column_int (row, 7),
                       .chosen = (guint16) sqlite3_column_int (row, 8),
                       .box = evx_index_box (row, 9) },
        };
        g_array_append_val (collection->bates, sighting);
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

/* One number from a query without parameters. */
static gboolean
count (EvxIndex *index, const char *sql, guint64 *value, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (index, sql, error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    *value = evx_index_row (index, row, &failure) ? (guint64) sqlite3_column_int64 (row, 0) : 0;
    sqlite3_reset (row);
    return evx_index_settle (g_steal_pointer (&failure), error);
}

EvxCollection *
evx_index_collection (EvxIndex *index, GError **error)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    g_autoptr (GHashTable) places = g_hash_table_new (g_direct_hash, g_direct_equal);
    guint64 unread = 0;
    if (!load_documents (index, collection, places, error) ||
        !load_bates (index, collection, places, error) ||
        !count (index, "select count(*) from page where reading = 'failed'", &unread, error))
        return NULL;
    collection->unread_pages = (guint) unread;
    return g_steal_pointer (&collection);
}

/* ---- the ledger --------------------------------------------------------------------------------------- */

static gboolean
count_kinds (EvxIndex *index, EvxLedger *ledger, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select kind, sum (evidential), count(*) from mention group by kind order by kind", error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure)) {
        guint64 evidential = (guint64) sqlite3_column_int64 (row, 1);
        ledger->distractors += (guint64) sqlite3_column_int64 (row, 2) - evidential;
        g_ptr_array_add (ledger->mention_kinds, column_copy (row, 0));
        g_array_append_val (ledger->mention_counts, evidential);
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

static GPtrArray *
column_values (EvxIndex *index, const char *sql, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (index, sql, error);
    if (row == NULL)
        return NULL;
    g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure))
        g_ptr_array_add (values, column_copy (row, 0));
    return evx_index_settle (g_steal_pointer (&failure), error) ? g_steal_pointer (&values) : NULL;
}

GPtrArray *
evx_index_senses (EvxIndex *index, GError **error)
{
    return column_values (index, "select distinct sense from mention where sense <> '' order by 1", error);
}

GPtrArray *
evx_index_types (EvxIndex *index, GError **error)
{
    return column_values (index, "select distinct type from document where type <> '' order by 1", error);
}

EvxLedger *
evx_index_ledger (EvxIndex *index, GError **error)
{
    g_autoptr (EvxLedger) ledger = g_new0 (EvxLedger, 1);
    ledger->mention_kinds = g_ptr_array_new_with_free_func (g_free);
    ledger->mention_counts = g_array_new (FALSE, FALSE, sizeof (guint64));
    const struct {
        const char *sql;
        guint64 *value;
    } counts[] = {
        { "select count(*) from documents", &ledger->inputs },
        { "select count(*) from documents where status = 'done'", &ledger->done },
        { "select count(*) from documents where status = 'partial'", &ledger->partial },
        { "select count(*) from documents where status = 'skipped'", &ledger->skipped },
        { "select count(*) from documents where duplicate_of is not null", &ledger->duplicates },
        /* What belongs to an index of evidex is not looked at, and has no size. */
        { "select count(*) from documents where status = 'skipped' and code = 'unsupported' and size > 0",
          &ledger->unsupported },
        { "select count(*) from documents where origin in ('scanned', 'hybrid') and exists "
          "(select * from meta where name = 'settings' and instr (value, char (10) || 'ocr=never' || char (10)))",
          &ledger->unrecognised },
        { "select count(*) from documents where status = 'failed'", &ledger->failed },
        { "select count(*) from documents where status = ''", &ledger->unfinished },
        { "select count(*) from page", &ledger->pages },
        { "select count(*) from page where reading = 'text'", &ledger->by_text },
        { "select count(*) from page where reading = 'ocr'", &ledger->by_ocr },
        { "select count(*) from page where reading = 'region'", &ledger->by_region },
        { "select count(*) from page where reading = 'blank'", &ledger->blank },
        { "select count(*) from page where reading = 'failed'", &ledger->pages_failed },
        { "select count(*) from page where reading <> 'failed' and code is not null", &ledger->warnings },
        { "select count(*) from redaction", &ledger->redactions },
        { "select count(*) from redaction where n_words_under > 0", &ledger->redactions_failed },
        { "select count(*) from claim", &ledger->claims },
        { "select count(*) from finding", &ledger->findings },
    };
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        if (!count (index, counts[i].sql, counts[i].value, error))
            return NULL;
    return count_kinds (index, ledger, error) ? g_steal_pointer (&ledger) : NULL;
}

void
evx_ledger_free (EvxLedger *ledger)
{
    if (ledger == NULL)
        return;
    g_ptr_array_unref (ledger->mention_kinds);
    g_array_unref (ledger->mention_counts);
    g_free (ledger);
}
