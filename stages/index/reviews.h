/* What people say of mentions: accept, reject, correct, with name and reason. Kept in OUT/reviews.db (of a published
 * index: in its database), apart from the index that the machine writes, so that it survives every re-run; only added to, never
 * changed. */
#pragma once

#include "index.h"

G_BEGIN_DECLS

typedef struct {
    const char *mention_id;
    const char *verdict;  /* accepted rejected corrected */
    const char *reviewer; /* a name, not empty */
    const char *reason;   /* needed to reject or correct */
    const char *at;       /* UTC, ISO 8601; set when it is added */
} EvxReview;

typedef struct _EvxReviews EvxReviews;

/**
 * evx_reviews_open:
 * @folder: of the index, or the address where it is published: then the reviews are the database's, for all who share it
 *
 * Returns: (transfer full): opened, made at the first review; NULL with EVX_ERROR_INDEX_DAMAGED.
 */
EvxReviews *evx_reviews_open (const char *folder, GError **error);
void evx_reviews_close (EvxReviews *reviews);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxReviews, evx_reviews_close)

/** EVX_ERROR_USAGE for a review that lacks something; EVX_ERROR_OUTPUT_READ_ONLY, _DISK_FULL, _SERVER. */
gboolean evx_reviews_add (EvxReviews *reviews, const EvxReview *review, GError **error);

typedef gboolean (*EvxReviewFunc) (const EvxReview *review, gpointer user, GError **error);

/** Calls @each for the reviews of one mention (NULL: of all), oldest first. */
gboolean evx_reviews_of (EvxReviews *reviews, const char *mention_id, EvxReviewFunc each, gpointer user,
                         GError **error);

/**
 * evx_index_take_reviews:
 *
 * Lends the reviews to @index, opened to be read, as its record "reviews": each with the citation and quote of its
 * mention, those NULL where the index no longer has it; oldest first. Nothing is written to the index.
 */
gboolean evx_index_take_reviews (EvxIndex *index, EvxReviews *reviews, GError **error);

G_END_DECLS
