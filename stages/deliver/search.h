/* Full-text search for people: what they type becomes an expression for the index; what it finds becomes
 * quotes with the hits marked, citations and tags. Knows no terminal and no web page. */
#pragma once

#include "../index/catalog.h"

G_BEGIN_DECLS

typedef struct {
    const char *query; /* (nullable): words, "phrases", prefix*, AND OR NOT (capitals), -not, ( ) */
    gboolean fuzzy;    /* also words that a scan may have garbled */
    EvxFilter filter;
    guint most;        /* results to give; the others are only counted. 0 = all */
    guint first;       /* results before this one are only counted too */
    const EvxCatalog *catalog; /* (nullable): answers from it, for many searches of a large index: see at_least */
} EvxSearch;

/* Bytes of the quote, end exclusive. */
typedef struct {
    guint start, end;
} EvxMark;

/* One result: a mention, if the search says something about mentions or has no query; else the passage
 * of a page with the most hits. */
typedef struct {
    const char *citation, *document_id, *file, *document_type, *bates;
    guint page, line;         /* 1-based */
    const char *quote;        /* on one line */
    const EvxMark *marks;     /* the hits in the quote, in order, not overlapping */
    guint n_marks;
    const EvxRecord *mention; /* (nullable): the row of the view `mentions` */
    GPtrArray *tags;          /* of a passage: char *, e.g. "transfer custody, affirmed, 12" */
} EvxHit;

typedef gboolean (*EvxHitFunc) (const EvxHit *hit, gpointer user, GError **error);

/* A value and how many results have it. */
typedef struct {
    char *name;  /* of mentions: kind, sense, assertion, year, agency, type; of passages: type */
    char *value;
    guint count;
} EvxFacet;

typedef struct {
    guint64 found;        /* results in all */
    gboolean at_least;    /* the search stopped early: there may be more than `found` and the facets say */
    gboolean unranked;    /* too many pages match to be ranked: they come by file and page */
    guint64 unread_pages; /* pages that could not be read, so not searched */
    guint64 unread_files; /* files of which nothing could be read, or not yet, or that are of no type that is read */
    guint64 unrecognised; /* files with scanned pages, where recognition was switched off */
    GPtrArray *facets;    /* EvxFacet *, by name, then falling count */
    GPtrArray *words;     /* char *: with fuzzy, the words of the index that were also looked for */
} EvxSearchResult;

/**
 * evx_search:
 * @each: called for each result, best first (without a query: by file, page and place)
 *
 * Returns: (transfer full): NULL with EVX_ERROR_USAGE and a message that says what is wrong with the
 * query, or an error of the index or of @each.
 */
EvxSearchResult *evx_search (EvxIndex *index, const EvxSearch *search, EvxHitFunc each, gpointer user,
                             GError **error);
void evx_search_result_free (EvxSearchResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxSearchResult, evx_search_result_free)

/**
 * evx_search_mark:
 * Returns: (transfer full): the quote with @before and @after around each mark.
 */
char *evx_search_mark (const EvxHit *hit, const char *before, const char *after);

G_END_DECLS
