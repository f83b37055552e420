/* What the files of this folder share: the database handle, its statements, errors in our words. */
#pragma once

#include <sqlite3.h>
#include <zstd.h>

#include "index.h"

G_BEGIN_DECLS

#define EVX_SCHEMA_VERSION 5
#define EVX_PAGES_PER_DOCUMENT (1 << 24)

struct _EvxIndex {
    char *folder;
    sqlite3 *db;
    gboolean writer;
    int lock;               /* descriptor of OUT/lock, or -1 */
    GHashTable *statements; /* SQL text (static) -> sqlite3_stmt */
    ZSTD_CCtx *squeezer;    /* its tables are made once, not for each page; NULL until the first */
    char *last_document;    /* the document of the last page put, and its row */
    gint64 last_doc;
    guint n_reviews;        /* that were lent to it, as temp.review */
    char *address;          /* of a published index: where it is from, and when that was asked last */
    gint64 asked;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/**
 * evx_index_statement:
 * @sql: a string literal: its address is the key
 *
 * Returns: (transfer none): the statement, prepared once, reset, nothing bound; NULL with an error.
 */
sqlite3_stmt *evx_index_statement (EvxIndex *index, const char *sql, GError **error);

/** Sets @error from the state of the database; always returns FALSE. */
gboolean evx_index_failed (EvxIndex *index, GError **error);

/** Steps a statement that returns no row. */
gboolean evx_index_done (EvxIndex *index, sqlite3_stmt *statement, GError **error);

/**
 * evx_index_row:
 * Steps to the next row.
 *
 * Returns: TRUE on a row; FALSE at the end (no error set) or on an error.
 */
gboolean evx_index_row (EvxIndex *index, sqlite3_stmt *statement, GError **error);

/** Hands @failure (transfer full) on. Returns: TRUE if there was none. */
gboolean evx_index_settle (GError *failure, GError **error);

gboolean evx_index_exec (EvxIndex *index, const char *sql, GError **error);

/**
 * evx_index_bind:
 * Binds values in order from parameter 1. One letter of @types each: s text (NULL = NULL), i gint64,
 * n gint64 where EVX_NONE is NULL, c int: an error code or EVX_NONE, d double, b EvxBox *: four values.
 * Integers must be passed as gint64. Texts must live until the statement is reset.
 */
void evx_index_bind (sqlite3_stmt *statement, const char *types, ...);

/** (transfer none) (nullable): column as text. */
const char *evx_index_text (sqlite3_stmt *statement, int column);
/** EVX_NONE for NULL. */
gint64 evx_index_number (sqlite3_stmt *statement, int column);
/** Error code by name; EVX_NONE for NULL. */
int evx_index_code (sqlite3_stmt *statement, int column);
EvxBox evx_index_box (sqlite3_stmt *statement, int first_column);

/**
 * evx_index_squeeze:
 * @plain: a packed page, or a piece of the index that is published
 *
 * Returns: (transfer full): a zstd frame of @plain, as page_content stores it; NULL with EVX_ERROR_INTERNAL if there
 * is no memory for it.
 */
GBytes *evx_index_squeeze (EvxIndex *index, GBytes *plain, GError **error);

/** Returns: (transfer full): what was squeezed; NULL with EVX_ERROR_INDEX_DAMAGED. */
GBytes *evx_index_expand (gconstpointer data, gsize length, GError **error);

/**
 * evx_index_words_of:
 * Returns: (transfer full): the page's text as the full-text table gets it: "trans-\nferred" becomes
 * "transferred".
 */
char *evx_index_words_of (const EvxPage *page);

/** Writes the tables of a page whose row is there. */
gboolean evx_index_put_tables (EvxIndex *index, gint64 page_id, const EvxPage *page, GError **error);

/** Returns: (transfer full): a stored page by its row. */
EvxPage *evx_index_page_by_id (EvxIndex *index, gint64 page_id, GError **error);

G_END_DECLS
