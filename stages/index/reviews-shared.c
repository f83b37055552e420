/* Reviews in PostgreSQL. A reviewer's name is what the reviewer says; `role` is who the database knows it was. */
#include "reviews-internal.h"

#define TABLE                                                                                                       \
    "create table %1$s.review (seq bigint generated always as identity primary key, mention_id text not null, "     \
    "verdict text not null, reviewer text not null, reason text not null, at text not null, "                       \
    "role text not null default current_user); create index on %1$s.review (mention_id)"

gboolean
evx_reviews_send (EvxPostgres *postgres, const EvxReview *review, GError **error)
{
    const char *const values[] = { review->mention_id, review->verdict, review->reviewer, review->reason, review->at };
    g_autoptr (PGresult) result = evx_postgres_ask (
        postgres,
        "insert into %s.review (mention_id, verdict, reviewer, reason, at) select $1, $2, $3, $4, $5 where not exists "
        "(select 1 from %s.review where mention_id = $1 and verdict = $2 and reviewer = $3 and reason = $4 and at = $5)",
        G_N_ELEMENTS (values), values, FALSE, "a review", error);
    return result != NULL;
}

static gboolean
send_each (const EvxReview *review, gpointer postgres, GError **error)
{
    return evx_reviews_send (postgres, review, error);
}

gboolean
evx_reviews_publish (EvxPostgres *postgres, const char *folder, GError **error)
{
    gboolean there = FALSE;
    g_autofree char *table = g_strdup_printf (TABLE, postgres->schema);
    if (!evx_postgres_has (postgres, "review", &there, error) ||
        (!there && !evx_postgres_tell (postgres, table, "a table for reviews", error)))
        return FALSE;
    g_autoptr (EvxReviews) reviews = evx_reviews_open (folder, error);
    return reviews != NULL && evx_reviews_of (reviews, NULL, send_each, postgres, error);
}

gboolean
evx_reviews_fetch (EvxPostgres *postgres, const char *mention_id, EvxReviewFunc each, gpointer user, GError **error)
{
    const char *const values[] = { mention_id };
    g_autoptr (PGresult) rows = evx_postgres_ask (postgres,
                                                  "select mention_id, verdict, reviewer, reason, at from %s.review "
                                                  "where $1::text is null or mention_id = $1 order by seq",
                                                  G_N_ELEMENTS (values), values, FALSE, "the reviews", error);
    if (rows == NULL)
        return FALSE;
    for (int i = 0; i < PQntuples (rows); i++) {
        EvxReview review = { PQgetvalue (rows, i, 0), PQgetvalue (rows, i, 1), PQgetvalue (rows, i, 2),
                             PQgetvalue (rows, i, 3), PQgetvalue (rows, i, 4) };
        if (!each (&review, user, error))
            return FALSE;
    }
    return TRUE;
}
