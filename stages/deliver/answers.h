/* What the reading page asks, answered as JSON from the index. The server sends these objects; a
 * published site holds the same objects in its index.js. Field names are those of the exports. All
 * answers are (transfer full) JSON texts; NULL with an error of the index. */
#pragma once

#include "../index/catalog.h"
#include "../index/reviews.h"


G_BEGIN_DECLS

/** Every count of evx_ledger_each, by its name, and mentions: {kind: n}. */
char *evx_answer_ledger (EvxIndex *index, GError **error);

/**
 * evx_answer_search:
 * @catalog: (nullable)
 * @query: (element-type utf8 utf8): name to value: q fuzzy kind sense assertion agency year type
 *         file distractors offset
 *
 * Returns: (transfer full): {total, at_least, unranked, unread_pages, words, facets: {name: [{value, count}]}, results: []}; a
 * result is a mention with its last review, or, for a query without filters of mentions, a passage of a page. EVX_ERROR_USAGE
 * for a query that cannot be parsed.
 */
char *evx_answer_search (EvxIndex *index, const EvxCatalog *catalog, EvxReviews *reviews, GHashTable *query,
                         GError **error);

/** {mention, page: {width, height, reading, reason, figures}, reviews: []}; EVX_ERROR_NOT_FOUND. */
char *evx_answer_mention (EvxIndex *index, EvxReviews *reviews, const char *mention_id, GError **error);

/** Appends one review to a list in @json: {mention_id, verdict, reviewer, reason, at}. */
void evx_answer_review (GString *json, const EvxReview *review);

/** One page of a document: {page, file, citation, mentions: []}; @page from 1; EVX_ERROR_NOT_FOUND. */
char *evx_answer_page (EvxIndex *index, const char *document_id, guint page, GError **error);

/** {findings: [{status, what, year, reason, left, right, rows}]}, each side with quote and citation. */
char *evx_answer_findings (EvxIndex *index, GError **error);

/** {years: [{year, kind, count}]}: evidential mentions by the year they speak of. */
char *evx_answer_years (EvxIndex *index, GError **error);

/** The chart of what is claimed beside what is counted (chart.h), as SVG; EVX_ERROR_NOT_FOUND if no claim
 * has a year. */
char *evx_answer_chart (EvxIndex *index, GError **error);

/** {failures: [{file, page, code, message}]}. */
char *evx_answer_unread (EvxIndex *index, GError **error);

G_END_DECLS
