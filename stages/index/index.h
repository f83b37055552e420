/* The index: one folder with index.db (SQLite, WAL; schema.sql documents it). The only folder with SQL.
 * One writer, the supervisor; readers may read while it writes. Rows have content-derived keys, so the
 * same input gives the same rows whatever the order in which pages came. */
#pragma once

#include "../options.h"
#include "../types.h"

G_BEGIN_DECLS

typedef struct _EvxIndex EvxIndex;

/**
 * evx_index_create:
 * @folder: made if it does not exist
 *
 * Opens an index for writing: takes the lock (OUT/lock, held until close), makes or migrates the schema.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_OUTPUT_BUSY (message names pid and host),
 * _OUTPUT_READ_ONLY, _DISK_FULL, _INDEX_VERSION, _INDEX_DAMAGED, _USAGE (the address of a database).
 */
EvxIndex *evx_index_create (const char *folder, GError **error);

/**
 * evx_index_open:
 * @folder: or the address of a database where one is published (shared.h)
 *
 * Opens for reading; no lock.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_NOT_FOUND (no index there), _INDEX_VERSION, _INDEX_DAMAGED, or as
 * evx_shared_open.
 */
EvxIndex *evx_index_open (const char *folder, GError **error);

/** Checkpoints (writer) and closes. */
void evx_index_close (EvxIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxIndex, evx_index_close)

/* Every writing call below fails with EVX_ERROR_DISK_FULL, _OUTPUT_READ_ONLY or _INDEX_DAMAGED. */

/** One transaction around several writes; nothing of it stands if the process dies before commit. */
gboolean evx_index_begin (EvxIndex *index, GError **error);
gboolean evx_index_commit (EvxIndex *index, GError **error);

/** Remembers a fact about the index or the run (sandbox, versions, roots); replaces. */
gboolean evx_index_set_meta (EvxIndex *index, const char *name, const char *value, GError **error);
/** Returns: (transfer full) (nullable). */
char *evx_index_meta (EvxIndex *index, const char *name);

/** Inserts or replaces the row of input->path. */
gboolean evx_index_put_input (EvxIndex *index, const EvxInput *input, GError **error);

/** Calls @each for every input, by file. Stops at FALSE. */
typedef gboolean (*EvxInputFunc) (const EvxInput *input, gpointer user, GError **error);
gboolean evx_index_inputs (EvxIndex *index, EvxInputFunc each, gpointer user, GError **error);

/** Inserts or replaces document, claims and events. */
gboolean evx_index_put_document (EvxIndex *index, const EvxDocument *document, GError **error);
/** Returns: (transfer full): NULL with EVX_ERROR_NOT_FOUND. */
EvxDocument *evx_index_document (EvxIndex *index, const char *id, GError **error);

/** Takes a document and its pages out, for good: no input has its bytes any more. */
gboolean evx_index_forget_document (EvxIndex *index, const char *document_id, GError **error);

#define EVX_MEMBERS "members" /* folder of unpacked files, below that of the index */

/** Returns: (transfer full): absolute path of the unpacked file @name, "CONTAINER-ID/NUMBER". In the index
 * such paths (inputs with a parent) are relative to its folder; everywhere else they are absolute. */
char *evx_index_member_path (const EvxIndex *index, const char *name);

/* The keys of what is stored for one page, stage by stage ("" = never done). */
typedef struct {
    char read[33]; /* text, ocr, layout */
    char tag[33];
} EvxPageKeys;

/** Returns: (transfer full) (element-type EvxPageKeys): one for each page of the document, by page;
 * empty array for a document never seen. A page that is not stored has empty keys. */
GArray *evx_index_page_keys (EvxIndex *index, const char *document_id, GError **error);

/**
 * evx_index_put_page:
 * @packed: (nullable): the page as packed by the worker, to save packing it again
 *
 * Inserts or replaces the page, its mentions, table rows and its words in the full-text table.
 */
gboolean evx_index_put_page (EvxIndex *index, const char *document_id, const EvxPage *page,
                             GBytes *packed, const EvxPageKeys *keys, GError **error);

/** Returns: (transfer full): the stored page; NULL with EVX_ERROR_NOT_FOUND or _INDEX_DAMAGED. */
EvxPage *evx_index_page (EvxIndex *index, const char *document_id, guint page, GError **error);

/**
 * evx_index_collection:
 * Returns: (transfer full): all finished documents with claims and events, all Bates sightings.
 */
EvxCollection *evx_index_collection (EvxIndex *index, GError **error);

/** Writes what the collection stages decided: findings (replaced as a whole), Bates ranges, groups,
 * and the chosen Bates number of each page. */
gboolean evx_index_put_collection (EvxIndex *index, const EvxCollection *collection, GError **error);

/** Appends to the custody log, chained: each entry's hash covers the entry before it. */
gboolean evx_index_log (EvxIndex *index, const char *event, const char *detail, GError **error);

/** *broken: 0, or the number of the first entry that is missing or whose hash does not follow from the entry
 * before it. */
gboolean evx_index_check_log (EvxIndex *index, gint64 *broken, GError **error);

/**
 * evx_index_digest:
 * @document_id: (nullable): NULL: the findings and Bates numbers of the collection
 *
 * Returns: (transfer full): SHA-256, hex, over all that is stored of it, for the custody log.
 */
char *evx_index_digest (EvxIndex *index, const char *document_id, GError **error);

/**
 * evx_index_check_custody:
 * @breach: (out) (transfer full): NULL, or the first input that has no `document` entry (JSON with file
 *          and sha256) with its hash
 */
gboolean evx_index_check_custody (EvxIndex *index, char **breach, GError **error);

/** As above: the first document whose digest is not that of its last `read` entry (sha256, content), or
 * the collection, if it is not that of its last `collection` entry (content). */
gboolean evx_index_check_content (EvxIndex *index, char **breach, GError **error);

/* What has been read, and what has not. */
typedef struct {
    guint64 inputs, done, partial, skipped, failed, unfinished; /* inputs = sum of the others */
    guint64 pages, by_text, by_ocr, by_region, blank, pages_failed;
    guint64 warnings; /* pages that were read, with a code all the same */
    guint64 redactions, redactions_failed; /* boxes; those with words under them */
    GPtrArray *mention_kinds; /* char*, by name */
    GArray *mention_counts;   /* guint64, parallel: evidential mentions */
    guint64 distractors;      /* mentions that are not evidence */
    guint64 claims, findings;
    guint64 duplicates;   /* of the skipped inputs: same bytes as another */
    guint64 unsupported;  /* of the skipped inputs: of a type that is not read, so that nothing speaks for them */
    guint64 unrecognised; /* inputs with scanned pages that count as read, but the last run was told --ocr never */
} EvxLedger;

EvxLedger *evx_index_ledger (EvxIndex *index, GError **error);

/** Returns: (transfer full) (element-type char*): the senses that mentions have, by name. */
GPtrArray *evx_index_senses (EvxIndex *index, GError **error);

/** Returns: (transfer full) (element-type char*): the types that documents have, by name. */
GPtrArray *evx_index_types (EvxIndex *index, GError **error);

typedef void (*EvxLedgerFunc) (const char *name, guint64 count, gpointer user);

/**
 * evx_ledger_each:
 *
 * Calls @func for every count but those of the mentions, always all of them and in the same order, by the
 * names that programs read (`status --json`, the custody log, the ledger of the page).
 */
void evx_ledger_each (const EvxLedger *ledger, EvxLedgerFunc func, gpointer user);

/** The same for the evidential mentions: one call a kind, with its name. */
void evx_ledger_each_kind (const EvxLedger *ledger, EvxLedgerFunc func, gpointer user);
void evx_ledger_free (EvxLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxLedger, evx_ledger_free)

/* ---- records: the rows of the views, as CONTRACT and schema.sql name them --------------------- */

typedef enum { EVX_VALUE_NULL, EVX_VALUE_INTEGER, EVX_VALUE_REAL, EVX_VALUE_TEXT } EvxValueType;

typedef struct {
    EvxValueType type;
    gint64 integer;
    double real;
    const char *text; /* UTF-8, valid during the call that lends it */
} EvxValue;

typedef struct {
    guint n;
    const char *const *names; /* of the columns */
    const EvxValue *values;
} EvxRecord;

/** Returns: (transfer none) (nullable): the text of the column @name; NULL if it is no text or not there. */
const char *evx_record_text (const EvxRecord *record, const char *name);
/** Returns: the number in the column @name; EVX_NONE if it is NULL or not there. */
gint64 evx_record_integer (const EvxRecord *record, const char *name);
double evx_record_real (const EvxRecord *record, const char *name);

/* Which mentions. A text that is NULL, or year EVX_NONE, accepts all. */
typedef struct {
    const char *kind, *sense, *assertion; /* equal */
    const char *agency, *file;            /* contained, upper and lower case alike (ASCII) */
    const char *type;                     /* of the document, equal */
    gint year;
    gboolean distractors; /* also what is not evidence (implied by a sense) */
} EvxFilter;

#define EVX_FILTER_ALL { .year = EVX_NONE, .distractors = TRUE }

/** TRUE if @filter says something about mentions, not only about documents. */
gboolean evx_filter_needs_mention (const EvxFilter *filter);

/* FALSE stops with the callback's error. */
typedef gboolean (*EvxRecordFunc) (const EvxRecord *record, gpointer user, GError **error);

/* The names of the exported records, ended by NULL: documents, pages, mentions ... */
extern const char *const evx_record_names[];

/** Returns: the name of record @i to be exported: those above, then "reviews" if there are any; NULL behind the last. */
const char *evx_index_record_name (const EvxIndex *index, guint i);

/**
 * evx_index_records:
 * @name: one of evx_record_names, "reviews" once they were lent (reviews.h), or "tables", "events", "redactions", "log", "years"
 *
 * Calls @each for every row: documents and failures by file, pages by file and page, mentions by file,
 * page and place on the page, findings in the order in which they were found. The order depends on
 * content alone.
 */
gboolean evx_index_records (EvxIndex *index, const char *name, EvxRecordFunc each, gpointer user,
                            GError **error);

/** Calls @each once with the names of the columns of @name and no values (all NULL). */
gboolean evx_index_columns (EvxIndex *index, const char *name, EvxRecordFunc each, gpointer user,
                            GError **error);

/** Calls @each for the events (rows of the view `events`) that the finding counted. */
gboolean evx_index_finding_rows (EvxIndex *index, const char *finding_id, EvxRecordFunc each,
                                 gpointer user, GError **error);

/** Calls @each for the mentions that @filter accepts, in the order of evx_index_records. */
gboolean evx_index_mentions (EvxIndex *index, const EvxFilter *filter, EvxRecordFunc each,
                             gpointer user, GError **error);

/** Calls @each, which must not call this again, for the mentions of one page that @filter accepts. */
gboolean evx_index_page_mentions (EvxIndex *index, const char *document_id, guint page,
                                  const EvxFilter *filter, EvxRecordFunc each, gpointer user,
                                  GError **error);

/** Calls @each with one mention. An unambiguous beginning of at least 4 digits of its id will do.
 * FALSE with EVX_ERROR_NOT_FOUND if there is none, EVX_ERROR_USAGE if the beginning is shorter or several have it. */
gboolean evx_index_mention (EvxIndex *index, const char *mention_id, EvxRecordFunc each,
                            gpointer user, GError **error);

/**
 * evx_index_bates_is_shared:
 * @bates:  (nullable): a page's Bates number
 * @shared: (out): whether a page of another document than @document_id bears it too
 */
gboolean evx_index_bates_is_shared (EvxIndex *index, const char *bates, const char *document_id, gboolean *shared,
                                    GError **error);

/* A page that full-text search found. */
typedef struct {
    const char *document_id, *file, *document_type, *bates;
    guint page; /* 0-based */
} EvxPageHit;

typedef gboolean (*EvxPageHitFunc) (const EvxPageHit *hit, gpointer user, GError **error);

/**
 * evx_index_search:
 * @match: an expression in the query language of FTS5 (deliver/search.h makes it from what people type)
 *
 * Calls @each for the pages that match, best first (bm25), ties by file and page. Of @filter: pages of
 * documents it accepts which, if it says something about mentions, hold such a mention.
 * EVX_ERROR_USAGE if @match is no expression.
 */
gboolean evx_index_search (EvxIndex *index, const char *match, const EvxFilter *filter,
                           EvxPageHitFunc each, gpointer user, GError **error);

/** Calls @each for every different word of the index (lower case, no accents) and the number of pages
 * that have it. */
typedef void (*EvxWordFunc) (const char *word, gint64 n_pages, gpointer user);
gboolean evx_index_vocabulary (EvxIndex *index, EvxWordFunc each, gpointer user, GError **error);

/** The number of the page's line as a person finds it: as printed on numbered paper, else from 1. */
guint evx_index_line (const EvxPage *page, guint line);

/**
 * evx_index_joins:
 * @at: in @text
 *
 * TRUE if at @at a hyphen and a line end part a word; the words of the full-text table, and so the hits
 * of a search, have it joined ("trans-\nferred").
 */
gboolean evx_index_joins (const char *text, const char *at);

/** Checks the file itself (PRAGMA quick_check). INDEX_DAMAGED if it fails. */
gboolean evx_index_check (EvxIndex *index, GError **error);

/**
 * evx_index_breach:
 * @breach: (out) (transfer full): NULL, or a sentence about the first thing that does not add up: an
 *          input without a state, a document whose pages are not all there, a page without its words
 */
gboolean evx_index_breach (EvxIndex *index, char **breach, GError **error);

G_END_DECLS
