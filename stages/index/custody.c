/* What the custody log says of the documents, against what the index holds. A document's digest covers
 * every byte that was stored of it: pages as packed, mentions, tables, claims, events. */
#include "../bytes.h"
#include "index-internal.h"

#include <string.h>

/* Each with the document as ?1. Bates numbers and copies are left out: the whole collection decides on them. */
static const char *const document_parts[] = {
    "select n_pages, status, code, reason, type, type_evidence, language, origin, date, agency "
    "from document where doc = ?1",
    "select page, label, width, height, rotation, reading, code, reason, n_words, confidence, "
    "n_redactions from page where page_id between ?1 << 24 and ((?1 + 1) << 24) - 1 order by page_id",
    "select page_id & 0xffffff, packed from page_content "
    "where page_id between ?1 << 24 and ((?1 + 1) << 24) - 1 order by page_id",
    "select * from mention where page_id between ?1 << 24 and ((?1 + 1) << 24) - 1 order by page_id, n",
    "select * from page_row where page_id between ?1 << 24 and ((?1 + 1) << 24) - 1 order by page_id, n",
    "select * from redaction where page_id between ?1 << 24 and ((?1 + 1) << 24) - 1 order by page_id, n",
    "select * from claim where doc = ?1 order by n",
    "select * from event where doc = ?1 order by n",
};
static const char *const collection_parts[] = {
    "select * from finding where ?1 = 0 order by n",
    "select page_id, bates from page where ?1 = 0 and bates is not null order by page_id",
    "select document_id, bates_first, bates_last, near_group from document where ?1 = 0 order by doc",
};

/* Type and length go before each value, so that no two rows read alike. */
static void
add_row (struct sha256_ctx *sum, sqlite3_stmt *row)
{
    for (int i = 0; i < sqlite3_column_count (row); i++) {
        guint8 type = (guint8) sqlite3_column_type (row, i);
        const void *bytes = type == SQLITE_BLOB ? sqlite3_column_blob (row, i)
                                                : (const void *) sqlite3_column_text (row, i);
        guint32 length = (guint32) sqlite3_column_bytes (row, i), stored = GUINT32_TO_LE (length);
        sha256_update (sum, 1, &type);
        sha256_update (sum, sizeof stored, (const guint8 *) &stored);
        if (bytes != NULL)
            sha256_update (sum, length, bytes);
    }
}

static gboolean
add_part (EvxIndex *index, struct sha256_ctx *sum, const char *sql, gint64 doc, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (index, sql, error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    evx_index_bind (row, "i", doc);
    while (evx_index_row (index, row, &failure))
        add_row (sum, row);
    sqlite3_reset (row);
    sha256_update (sum, 1, (const guint8 *) "\n");
    return evx_index_settle (g_steal_pointer (&failure), error);
}

static char *
digest_of (EvxIndex *index, const char *const *parts, guint n, gint64 doc, GError **error)
{
    struct sha256_ctx sum;
    sha256_init (&sum);
    for (guint i = 0; i < n; i++)
        if (!add_part (index, &sum, parts[i], doc, error))
            return NULL;
    return evx_sha256_hex (&sum);
}

/* The row of a document; 0 if there is none. */
static gboolean
find_doc (EvxIndex *index, const char *document_id, gint64 *doc, GError **error)
{
    sqlite3_stmt *row =
        evx_index_statement (index, "select doc from document where document_id = ?1", error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    evx_index_bind (row, "s", document_id);
    *doc = evx_index_row (index, row, &failure) ? sqlite3_column_int64 (row, 0) : 0;
    sqlite3_reset (row);
    return evx_index_settle (g_steal_pointer (&failure), error);
}

char *
evx_index_digest (EvxIndex *index, const char *document_id, GError **error)
{
    gint64 doc = 0;
    if (document_id == NULL)
        return digest_of (index, collection_parts, G_N_ELEMENTS (collection_parts), 0, error);
    if (!find_doc (index, document_id, &doc, error))
        return NULL;
    return digest_of (index, document_parts, G_N_ELEMENTS (document_parts), doc, error);
}

/* ---- the log against the index ------------------------------------------------------------------------ */

/* An input whose bytes were read, and no entry with this file and this hash. */
#define UNLOGGED                                                                                        \
    "select file from input where document_id is not null and document_id || ' ' || file not in "       \
    "(select json_extract (detail, '$.sha256') || ' ' || json_extract (detail, '$.file') from log "     \
    "where event = 'document') order by file limit 1"

gboolean
evx_index_check_custody (EvxIndex *index, char **breach, GError **error)
{
    *breach = NULL;
    sqlite3_stmt *row = evx_index_statement (index, UNLOGGED, error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    if (evx_index_row (index, row, &failure))
        *breach = g_strdup_printf ("%s does not stand in the custody log with the hash that the index has",
                                   evx_index_text (row, 0));
    sqlite3_reset (row);
    return evx_index_settle (g_steal_pointer (&failure), error);
}

/* The last `read` entry of a document holds: max () picks its row. */
#define LAST_READ                                                                                       \
    "select d.document_id, d.file, l.content from document d left join "                                \
    "(select json_extract (detail, '$.sha256') as id, json_extract (detail, '$.content') as content, "  \
    "max (seq) from log where event = 'read' group by 1) l on l.id = d.document_id "                    \
    "where d.status <> '' order by d.file"

/* Documents and what the log says of them, copied: hashing runs other statements. */
static GPtrArray *
list_read (EvxIndex *index, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (index, LAST_READ, error);
    if (row == NULL)
        return NULL;
    g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) failure = NULL;
    while (evx_index_row (index, row, &failure))
        for (int i = 0; i < 3; i++)
            g_ptr_array_add (list, g_strdup (evx_index_text (row, i)));
    sqlite3_reset (row);
    return evx_index_settle (g_steal_pointer (&failure), error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
check_findings (EvxIndex *index, char **breach, GError **error)
{
    sqlite3_stmt *row = evx_index_statement (
        index,
        "select json_extract (detail, '$.content') from log where event = 'collection' "
        "order by seq desc limit 1",
        error);
    if (row == NULL)
        return FALSE;
    g_autoptr (GError) failure = NULL;
    g_autofree char *logged = NULL;
    if (evx_index_row (index, row, &failure))
        logged = g_strdup (evx_index_text (row, 0));
    sqlite3_reset (row);
    g_autofree char *key = evx_index_meta (index, "collection-key");
    if (failure == NULL && key != NULL && *key != '\0') {
        g_autofree char *now = evx_index_digest (index, NULL, &failure);
        if (now != NULL && g_strcmp0 (now, logged) != 0)
            *breach = g_strdup ("the findings or Bates numbers are not those that the custody log says were stored");
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}

gboolean
evx_index_check_content (EvxIndex *index, char **breach, GError **error)
{
    *breach = NULL;
    g_autoptr (GPtrArray) list = list_read (index, error);
    if (list == NULL)
        return FALSE;
    for (guint i = 0; i < list->len && *breach == NULL; i += 3) {
        g_autofree char *now = evx_index_digest (index, list->pdata[i], error);
        if (now == NULL)
            return FALSE;
        if (g_strcmp0 (now, list->pdata[i + 2]) != 0)
            *breach = g_strdup_printf ("%s: what the index holds of it is not what the custody log says was "
                                       "stored", (const char *) list->pdata[i + 1]);
    }
    return *breach != NULL || check_findings (index, breach, error);
}
