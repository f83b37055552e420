/* What search.c, terms.c, words.c and fuzzy.c share. */
#pragma once

#include "search.h"

G_BEGIN_DECLS

/* ---- words.c: text as the index sees it ------------------------------------------------------- */

/* A word of a text. */
typedef struct {
    guint start, end; /* bytes of the text */
    char *folded;     /* lower case, no accents, hyphen at a line end joined */
} EvxToken;

/**
 * evx_tokens_new:
 * Returns: (transfer full) (element-type EvxToken): the words of @text as the tokenizer unicode61 with
 * remove_diacritics 2 finds them in what the index was given.
 */
GArray *evx_tokens_new (const char *text);

/* ---- terms.c: what is looked for ---------------------------------------------------------------- */

/* One phrase of a query: words that follow each other. */
typedef struct {
    GPtrArray *words; /* char *, folded */
    gboolean prefix;  /* the last word is only a beginning */
    gboolean negated; /* must not be there: never marked */
    GPtrArray *also;  /* (nullable): GPtrArray * of words: fuzzy spellings of the whole phrase */
} EvxPhrase;

typedef struct _EvxNode EvxNode;

typedef struct {
    EvxNode *root;
    GPtrArray *phrases; /* EvxPhrase *, as typed */
} EvxQuery;

/** Returns: (transfer full): NULL with EVX_ERROR_USAGE. */
EvxQuery *evx_query_new (const char *typed, GError **error);
void evx_query_free (EvxQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxQuery, evx_query_free)

/** Returns: (transfer full): the query in the language of FTS5. */
char *evx_query_match (const EvxQuery *query);

/** Returns: (transfer full) (element-type EvxMark): where @tokens have what the query looks for, in
 * order, overlaps joined. */
GArray *evx_query_marks (const EvxQuery *query, const GArray *tokens);

/* ---- fuzzy.c ----------------------------------------------------------------------------------------- */

/**
 * evx_fuzzy_distance:
 * @a, @b: folded words
 *
 * Weighted edit distance, at most @limit + 1: insert, delete, replace, swap cost 1, and so does one
 * confusion of OCR whatever its length (rr/n, m/rn, cl/d, ...).
 */
guint evx_fuzzy_distance (const char *a, const char *b, guint limit);

/**
 * evx_fuzzy_expand:
 * Gives each phrase of @query the spellings of its words that the index has within distance 2; words
 * of fewer than 5 letters and prefixes stay as they are.
 *
 * @found: (nullable) (element-type char*): gets the words that were added
 */
gboolean evx_fuzzy_expand (EvxQuery *query, EvxIndex *index, GPtrArray *found, GError **error);

G_END_DECLS
