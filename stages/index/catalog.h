/* What facets count, in memory: of each mention its tags, of each page its document. A million mentions take
 * 20 MB, and counting them some milliseconds, where SQLite takes seconds. For a program that answers many
 * questions of one index; it is a copy, made anew when evx_index_changes says so. */
#pragma once

#include "index.h"

G_BEGIN_DECLS

/* The dimensions of a mention, in the order of `codes`. */
typedef enum {
    EVX_CODE_KIND,
    EVX_CODE_SENSE,
    EVX_CODE_ASSERTION,
    EVX_CODE_AGENCY,
    EVX_N_CODES
} EvxCode;

typedef struct {
    guint32 codes[EVX_N_CODES]; /* indexes into `texts`; 0 = none */
    gint16 year;                /* 0 = none */
    guint16 evidential;
} EvxCatalogMention;

typedef struct {
    char *id, *file, *type; /* type: (nullable) */
} EvxCatalogDocument;

typedef struct {
    gint64 row;     /* the page in the index */
    guint document; /* index into `documents` */
    guint page;     /* 0-based */
    guint first, n; /* its mentions in `mentions` */
    const char *bates; /* (nullable), in `strings` */
} EvxCatalogPage;

typedef struct {
    gint64 row;
    guint page; /* index into `pages` */
} EvxCatalogRow;

typedef struct {
    GPtrArray *texts;   /* char *: the tags; the first is "" */
    GArray *documents;  /* EvxCatalogDocument, by file and id */
    GArray *pages;      /* EvxCatalogPage, by document and page */
    GArray *mentions;   /* EvxCatalogMention */
    GArray *rows;       /* EvxCatalogRow, ascending: the pages as the index has them */
    GStringChunk *strings;
    EvxLedger *ledger;
} EvxCatalog;

/** Returns: (transfer full): NULL with an error of the index. */
EvxCatalog *evx_catalog_new (EvxIndex *index, GError **error);
void evx_catalog_free (EvxCatalog *catalog);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxCatalog, evx_catalog_free)

/** A number that differs when another program has written the index. */
gint64 evx_index_changes (EvxIndex *index);

/* A filter made fit for the catalog: what it accepts of each text and document. */
typedef struct _EvxSieve EvxSieve;

/** Returns: (transfer full): accepts exactly what evx_index_mentions with @filter finds. */
EvxSieve *evx_sieve_new (const EvxCatalog *catalog, const EvxFilter *filter);
void evx_sieve_free (EvxSieve *sieve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxSieve, evx_sieve_free)

gboolean evx_sieve_document (const EvxSieve *sieve, guint document);
gboolean evx_sieve_mention (const EvxSieve *sieve, const EvxCatalogMention *mention);

/* A page that matches, and how well: less is better. */
typedef struct {
    guint page; /* index into `pages` */
    double rank;
} EvxMatch;

/**
 * evx_catalog_search:
 * @match:       as for evx_index_search
 * @most_ranked: if more pages match, none is ranked
 * @ranked:      (out): whether they were
 *
 * Returns: (transfer full) (element-type EvxMatch): all pages that match, best first (bm25), ties by file and page;
 * unranked, by file and page.
 */
GArray *evx_catalog_search (const EvxCatalog *catalog, EvxIndex *index, const char *match, guint most_ranked,
                            gboolean *ranked, GError **error);

G_END_DECLS
