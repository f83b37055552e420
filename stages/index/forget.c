/* Takes a document out of the index: its file holds other bytes now, and nobody can cite the old ones. */
#include "index-internal.h"

/* The full-text table holds no text, so taking words out needs the text that was put in. */
static gboolean
forget_words (EvxIndex *index, gint64 page_id, GError **error)
{
    g_autoptr (EvxPage) page = evx_index_page_by_id (index, page_id, error);
    sqlite3_stmt *forget = evx_index_statement (
        index, "insert into page_words (page_words, rowid, body) values ('delete', ?, ?)", error);
    if (page == NULL || forget == NULL)
        return FALSE;
    g_autofree char *words = evx_index_words_of (page);
    evx_index_bind (forget, "is", page_id, words);
    return evx_index_done (index, forget, error);
}

static gboolean
forget_page (EvxIndex *index, gint64 page_id, GError **error)
{
    static const char *const forgets[] = {
        "delete from mention where page_id = ?",      "delete from page_table where page_id = ?",
        "delete from page_row where page_id = ?",     "delete from bates where page_id = ?",
        "delete from redaction where page_id = ?",    "delete from page_content where page_id = ?",
        "delete from page where page_id = ?",
    };
    if (!forget_words (index, page_id, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (forgets); i++) {
        sqlite3_stmt *forget = evx_index_statement (index, forgets[i], error);
        if (forget == NULL)
            return FALSE;
        evx_index_bind (forget, "i", page_id);
        if (!evx_index_done (index, forget, error))
            return FALSE;
    }
    return TRUE;
}

/* Returns: (transfer full) (element-type gint64). */
static GArray *
pages_of (EvxIndex *index, const char *document_id, GError **error)
{
    sqlite3_stmt *rows = evx_index_statement (
        index, "select page_id from page join document using (doc) where document_id = ?", error);
    if (rows == NULL)
        return NULL;
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GError) failure = NULL;
    evx_index_bind (rows, "s", document_id);
    while (evx_index_row (index, rows, &failure)) {
        gint64 id = sqlite3_column_int64 (rows, 0);
        g_array_append_val (ids, id);
    }
    return evx_index_settle (g_steal_pointer (&failure), error) ? g_steal_pointer (&ids) : NULL;
}

gboolean
evx_index_forget_document (EvxIndex *index, const char *document_id, GError **error)
{
    static const char *const forgets[] = {
        "delete from claim where doc = (select doc from document where document_id = ?)",
        "delete from event where doc = (select doc from document where document_id = ?)",
        "delete from document where document_id = ?",
    };
    g_autoptr (GArray) pages = pages_of (index, document_id, error);
    for (guint i = 0; pages != NULL && i < pages->len; i++)
        if (!forget_page (index, g_array_index (pages, gint64, i), error))
            return FALSE;
    for (guint i = 0; pages != NULL && i < G_N_ELEMENTS (forgets); i++) {
        sqlite3_stmt *forget = evx_index_statement (index, forgets[i], error);
        if (forget == NULL)
            return FALSE;
        evx_index_bind (forget, "s", document_id);
        if (!evx_index_done (index, forget, error))
            return FALSE;
    }
    g_clear_pointer (&index->last_document, g_free);
    return pages != NULL;
}
