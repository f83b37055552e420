/* What people say of mentions, in a small database of its own. */
#include "reviews.h"

#include "address.h"
#include "index-internal.h"
#include "reviews-internal.h"

#include <sqlite3.h>
#include <string.h>

#define BUSY_MS 5000 /* two reviewers at once: one waits */

struct _EvxReviews {
    char *path;
    sqlite3 *db; /* NULL until there is something to read or write */
    char *address; /* of a published index; then the two above are NULL */
    EvxPostgres *postgres;
};

static gboolean
failed (EvxReviews *reviews, GError **error)
{
    int code = reviews->db ? sqlite3_errcode (reviews->db) : SQLITE_CANTOPEN;
    EvxErrorCode ours = code == SQLITE_FULL                                    ? EVX_ERROR_DISK_FULL
                        : code == SQLITE_READONLY || code == SQLITE_CANTOPEN   ? EVX_ERROR_OUTPUT_READ_ONLY
                                                                               : EVX_ERROR_INDEX_DAMAGED;
    g_set_error (error, EVX_ERROR, ours, "%s: %s", reviews->path,
                 reviews->db ? sqlite3_errmsg (reviews->db) : "cannot be opened");
    return FALSE;
}

static gboolean
open_database (EvxReviews *reviews, int flags, GError **error)
{
    if (reviews->db != NULL)
        return TRUE;
    if (sqlite3_open_v2 (reviews->path, &reviews->db, flags, NULL) == SQLITE_OK &&
        sqlite3_busy_timeout (reviews->db, BUSY_MS) == SQLITE_OK &&
        sqlite3_exec (reviews->db,
                      "pragma synchronous = full;"
                      "create table if not exists review (seq integer primary key, mention_id text not "
                      "null, verdict text not null, reviewer text not null, reason text not null, "
                      "at text not null);"
                      "create index if not exists review_of on review (mention_id)",
                      NULL, NULL, NULL) == SQLITE_OK)
        return TRUE;
    failed (reviews, error);
    sqlite3_close_v2 (g_steal_pointer (&reviews->db));
    return FALSE;
}

EvxReviews *
evx_reviews_open (const char *folder, GError **error)
{
    g_autoptr (EvxReviews) reviews = g_new0 (EvxReviews, 1);
    if (evx_address_is (folder)) {
        reviews->address = g_strdup (folder);
        return g_steal_pointer (&reviews);
    }
    reviews->path = g_build_filename (folder, "reviews.db", NULL);
    if (g_file_test (reviews->path, G_FILE_TEST_EXISTS) &&
        !open_database (reviews, SQLITE_OPEN_READWRITE, error))
        return NULL;
    return g_steal_pointer (&reviews);
}

void
evx_reviews_close (EvxReviews *reviews)
{
    if (reviews == NULL)
        return;
    sqlite3_close_v2 (reviews->db);
    evx_postgres_close (reviews->postgres);
    g_free (reviews->address);
    g_free (reviews->path);
    g_free (reviews);
}

static gboolean
is_complete (const EvxReview *review, GError **error)
{
    static const char *const verdicts[] = { "accepted", "rejected", "corrected", NULL };
    const char *lack = NULL;
    if (*review->mention_id == '\0')
        lack = "a review names a mention";
    else if (!g_strv_contains (verdicts, review->verdict))
        lack = "a review accepts, rejects or corrects";
    else if (*review->reviewer == '\0')
        lack = "a review needs your name";
    else if (*review->reason == '\0' && strcmp (review->verdict, "accepted") != 0)
        lack = "to reject or correct, say why";
    if (lack != NULL)
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE, lack);
    return lack == NULL;
}

/* A server that was away, and with it the connection, is asked again. */
static EvxPostgres *
server_of (EvxReviews *reviews, GError **error)
{
    g_autoptr (PGresult) alive = reviews->postgres != NULL ? PQexec (reviews->postgres->server, "select 1") : NULL;
    if (PQresultStatus (alive) != PGRES_TUPLES_OK) {
        evx_postgres_close (g_steal_pointer (&reviews->postgres));
        reviews->postgres = evx_postgres_open (reviews->address, NULL, error);
    }
    return reviews->postgres;
}

static gboolean
send (EvxReviews *reviews, const EvxReview *review, const char *at, GError **error)
{
    EvxReview dated = *review;
    EvxPostgres *server = server_of (reviews, error);
    dated.at = at;
    return server != NULL && evx_reviews_send (server, &dated, error);
}

gboolean
evx_reviews_add (EvxReviews *reviews, const EvxReview *review, GError **error)
{
    g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
    g_autofree char *at = g_date_time_format_iso8601 (now);
    if (!is_complete (review, error))
        return FALSE;
    if (reviews->address != NULL)
        return send (reviews, review, at, error);
    if (!open_database (reviews, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
        return FALSE;
    const char *const values[] = { review->mention_id, review->verdict, review->reviewer, review->reason,
                                   at };
    g_autoptr (sqlite3_stmt) insert = NULL;
    sqlite3_prepare_v2 (reviews->db,
                        "insert into review (mention_id, verdict, reviewer, reason, at) values (?,?,?,?,?)",
                        -1, &insert, NULL);
    for (guint i = 0; insert != NULL && i < G_N_ELEMENTS (values); i++)
        sqlite3_bind_text (insert, (int) i + 1, values[i], -1, SQLITE_TRANSIENT);
    return insert != NULL && sqlite3_step (insert) == SQLITE_DONE ? TRUE : failed (reviews, error);
}

gboolean
evx_reviews_of (EvxReviews *reviews, const char *mention_id, EvxReviewFunc each, gpointer user,
                GError **error)
{
    if (reviews->address != NULL)
        return server_of (reviews, error) != NULL && evx_reviews_fetch (reviews->postgres, mention_id, each, user, error);
    if (reviews->db == NULL)
        return TRUE;
    g_autoptr (sqlite3_stmt) row = NULL;
    if (sqlite3_prepare_v2 (reviews->db,
                            "select mention_id, verdict, reviewer, reason, at from review "
                            "where ?1 is null or mention_id = ?1 order by seq",
                            -1, &row, NULL) != SQLITE_OK)
        return failed (reviews, error);
    sqlite3_bind_text (row, 1, mention_id, -1, SQLITE_TRANSIENT);
    int code;
    while ((code = sqlite3_step (row)) == SQLITE_ROW) {
        const char *text[5];
        for (int i = 0; i < 5; i++)
            text[i] = (const char *) sqlite3_column_text (row, i);
        EvxReview review = { text[0], text[1], text[2], text[3], text[4] };
        if (!each (&review, user, error))
            return FALSE;
    }
    return code == SQLITE_DONE ? TRUE : failed (reviews, error);
}

/* ---- beside the records ------------------------------------------------------------------------------- */

static gboolean
lend (const EvxReview *review, gpointer user, GError **error)
{
    EvxIndex *index = user;
    sqlite3_stmt *insert = evx_index_statement (
        index, "insert into temp.review (mention_id, verdict, reviewer, reason, at) values (?,?,?,?,?)", error);
    if (insert == NULL)
        return FALSE;
    evx_index_bind (insert, "sssss", review->mention_id, review->verdict, review->reviewer, review->reason, review->at);
    index->n_reviews++;
    return evx_index_done (index, insert, error);
}

gboolean
evx_index_take_reviews (EvxIndex *index, EvxReviews *reviews, GError **error)
{
    return evx_index_exec (index,
                           "create temp table review (seq integer primary key, mention_id text, verdict text, "
                           "reviewer text, reason text, at text)",
                           error) &&
           evx_reviews_of (reviews, NULL, lend, index, error);
}
