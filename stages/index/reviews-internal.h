/* Reviews in a database that several share: the table `review` beside a published index. It is only added to, and
 * publishing again leaves it as it is. */
#pragma once

#include "postgres-internal.h"
#include "reviews.h"

G_BEGIN_DECLS

/** Makes the table if it is not there, and adds the reviews of @folder that it lacks; the caller's transaction. */
gboolean evx_reviews_publish (EvxPostgres *postgres, const char *folder, GError **error);

/** Adds one, if none is there that says the same at the same time. */
gboolean evx_reviews_send (EvxPostgres *postgres, const EvxReview *review, GError **error);

/** As evx_reviews_of. */
gboolean evx_reviews_fetch (EvxPostgres *postgres, const char *mention_id, EvxReviewFunc each, gpointer user,
                            GError **error);

G_END_DECLS
