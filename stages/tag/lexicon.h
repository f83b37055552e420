/* The lexicon as compiled: terms, the sets they ask for, what they mean, and where each may begin (lexicon*.c). */
#pragma once

#include "../bytes.h"
#include "../types.h"
#include "mask.h"

G_BEGIN_DECLS

typedef enum { EVX_EL_WORDS, EVX_EL_NUMBER, EVX_EL_ANY } EvxElementType;

/* One step of a term: alternatives, each a symbol (a word or prefix) or a set. */
typedef struct {
    guint8 type;     /* EvxElementType */
    guint8 optional; /* may be left out */
    guint8 gap;      /* up to so many tokens may stand before it */
    guint8 open;     /* the mention begins here */
    guint8 close;    /* the mention ends after it */
    guint32 first;   /* into lexicon->alternatives */
    guint32 n;
    EvxMask mask; /* that of a token that the element takes meets it */
} EvxElement;

#define EVX_ALT_SET 0x80000000u /* an alternative that is a set, not a symbol */

typedef enum { EVX_TERM_SET, EVX_TERM_CUE, EVX_TERM_CONTEXT, EVX_TERM_STOP } EvxTermRole;

typedef struct {
    guint32 first, n; /* into lexicon->elements */
    guint32 owner;    /* set, group or context, by role */
    guint32 place;    /* into lexicon->places: file and line */
    guint8 role;      /* EvxTermRole */
    guint8 marked;    /* has [ ] */
    guint8 gaps;      /* has an inner gap */
} EvxTerm;

typedef enum {
    EVX_TEST_BEFORE,
    EVX_TEST_AFTER,
    EVX_TEST_NEAR,
    EVX_TEST_CLAUSE,
    EVX_TEST_SENTENCE,
    EVX_TEST_PASSAGE,
    EVX_TEST_SELF,
    EVX_TEST_AROUND
} EvxTestPlace;

/* One condition of a sense or context: a token of a set stands in a place around the mention. */
typedef struct {
    guint8 place;     /* EvxTestPlace */
    guint8 negated;   /* must not stand there */
    guint16 within;   /* tokens, of before, after, near */
    guint32 first, n; /* into lexicon->test_sets */
    EvxMask mask;     /* that of a token of one of the sets meets it */
} EvxTest;

typedef struct {
    const char *kind, *sense;
    gboolean evidential;
    gint to_ice;      /* TRUE, FALSE or EVX_NONE */
    guint32 first, n; /* into lexicon->tests */
    double confidence;
} EvxSense;

/* Cues with the senses they may have, tried in order; no sense that holds: no mention. */
typedef struct {
    guint32 first, n; /* into lexicon->senses */
} EvxGroup;

typedef enum { EVX_SCOPE_TOKENS, EVX_SCOPE_CLAUSE, EVX_SCOPE_SENTENCE, EVX_SCOPE_PASSAGE } EvxScope;

/* One class of assertion cues: where the cue stands, how far it reaches, how strong it is. */
typedef struct {
    const char *assertion;
    gint8 direction;          /* -1 cue before the mention, 1 after it, 0 either */
    guint8 scope;             /* EvxScope */
    guint16 within;           /* tokens, of EVX_SCOPE_TOKENS */
    gint rank;                /* the highest rank that reaches the mention wins */
    guint32 first, n;         /* tests, of the mention */
    const char *kind, *sense; /* only for these, or NULL */
    const char *not_kind, *not_sense; /* never for these, or NULL */
    guint8 uncounted;                 /* only for a mention without a count */
    guint8 question;                  /* only in a sentence that ends in a question mark */
    guint8 pseudo;                    /* the words it covers are no cue */
    guint8 opening;                   /* only where the cue opens its sentence, item or quotation */
} EvxContext;

typedef struct {
    const char *file; /* "en/transfer.lex" */
    guint line;       /* 1-based */
    const char *name; /* "en/transfer.lex:12", of what makes a mention; or NULL */
} EvxPlace;

/* A sentence that proves a rule. */
typedef struct {
    guint32 place;
    gboolean hit;
    const char *kind; /* of the rule it stands under, or NULL */
    const char *text; /* without the brackets */
    gint start, end;  /* bytes of the bracketed span, or -1 */
    const char *assertion;
    const char *sense;
    gint64 count; /* or -2 if not stated */
} EvxExample;

typedef struct {
    guint32 words; /* index+1 into nodes' lists: symbols that end here exactly */
    guint32 prefixes;
    guint32 child[38];
} EvxTrieNode;

typedef struct {
    gint64 value;
    gboolean multiplies; /* hundred, thousand */
    gboolean spanish;    /* only in a Spanish passage */
} EvxNumberWord;

typedef struct {
    guint32 symbol, length;
    gboolean accented; /* compare the word as written */
    const char *text;
} EvxSuffix;

/* A word that is a form of a verb stands for the verb as well. */
typedef struct {
    guint32 symbol; /* of the verb */
    guint32 next;   /* link + 1, or 0 */
} EvxVerbLink;

/* The sets that the code itself asks for: abbreviations, number words, parties. Their words are
 * data; the name is the number of the set. */
typedef enum {
    EVX_SET_COMMON,
    EVX_SET_LEADS_IN,
    EVX_SET_ADJUNCT,
    EVX_SET_MONEY,
    EVX_SET_AT_TIME,
    EVX_SET_TIMES,
    EVX_SET_SINGLE,
    EVX_SET_TWICE,
    EVX_SET_SERIES_JOINT,
    EVX_SET_RESPECTIVELY,
    EVX_SET_SHARE_OF,
    EVX_SET_OR_SO,
    EVX_SET_RELATIVE,
    EVX_SET_RATE,
    EVX_SET_HELD_ON,
    EVX_SET_SO,
    EVX_SET_ALONE,
    EVX_SET_OTHER,
    EVX_SET_MORE,
    EVX_SET_EVERY,
    EVX_SET_THEY,
    EVX_SET_ALL_OF_THEM,
    EVX_SET_UNFULFILLED,
    EVX_SET_NO_SUBJECT,
    EVX_SET_OBJECT,
    EVX_SET_NO_EVENT,
    EVX_SET_CONDITION,
    EVX_SET_NO_NOUN,
    EVX_SET_RELATIVE_SUBJECT,
    EVX_SET_AUXILIARY,
    EVX_SET_AGENT_WORD,
    EVX_SET_YES,
    EVX_SET_NAY,
    EVX_SET_MODAL_QUESTION,
    EVX_SET_ON_A,
    EVX_SET_EVENTS,
    EVX_SET_ABBREVIATION,
    EVX_SET_ABBREVIATION_NUMBER,
    EVX_SET_ANSWER,
    EVX_SET_SPANISH,
    EVX_SET_ENGLISH,
    EVX_SET_NUMBER_JOINT,
    EVX_SET_ZERO,
    EVX_SET_NIL,
    EVX_SET_DETAINEE_WORD,
    EVX_SET_PERSON,
    EVX_SET_NUMBER,
    EVX_SET_NOT_COUNTED_AFTER,
    EVX_SET_NOT_COUNTED_BEFORE,
    EVX_SET_DETERMINER,
    EVX_SET_OF,
    EVX_SET_NOUN_BREAK,
    EVX_SET_COUNT_LINK,
    EVX_SET_APPROX,
    EVX_SET_HALF_DOZEN,
    EVX_SET_OF_YEAR,
    EVX_SET_CASE,
    EVX_SET_IN_WHICH,
    EVX_SET_OBJECT_BREAK,
    EVX_SET_TRANSFER_BREAK,
    EVX_SET_BE,
    EVX_SET_SUBJECT_BREAK,
    EVX_SET_ASIDE,
    EVX_SET_OF_WHOM,
    EVX_SET_IN,
    EVX_SET_LED_TO,
    EVX_SET_WITHOUT,
    EVX_SET_ONE_PERSON,
    EVX_SET_ONE_RELEASE,
    EVX_SET_TOLD_VERB,
    EVX_SET_VERB_FORM,
    EVX_SET_NOUN_OR_VERB,
    EVX_SET_BEFORE_NOUN,
    EVX_SET_NOUN_FORM,
    EVX_SET_SHARE_LINK,
    EVX_SET_THEIR,
    EVX_SET_BEFORE_YEAR,
    EVX_SET_OUT_OF,
    EVX_SET_LAST_YEAR,
    EVX_SET_THIS_YEAR,
    EVX_SET_NOT_A_NAME,
    EVX_SET_AGENCY_OF,
    EVX_SET_AGENCY,
    EVX_SET_ARTICLE,
    EVX_SET_ACCORDING_TO,
    EVX_SET_SAY,
    EVX_SET_PAST,
    EVX_SET_GLOSSARY,
    EVX_SET_COLUMN_WORD,
    EVX_SET_STREET_WORD,
    EVX_SET_LAW_NAME,
    EVX_SET_OFFICIAL_SAYS,
    EVX_SET_ALTHOUGH,
    EVX_SET_PREPOSITION,
    EVX_SET_PAST_FORM,
    EVX_SET_ADVERB,
    EVX_SET_WHO_WERE,
    EVX_SET_SAYS,
    EVX_SET_SAYS_THAT,
    EVX_SET_MONTH,
    EVX_SET_MONTH_1,
    EVX_SET_MONTH_2,
    EVX_SET_MONTH_3,
    EVX_SET_MONTH_4,
    EVX_SET_MONTH_5,
    EVX_SET_MONTH_6,
    EVX_SET_MONTH_7,
    EVX_SET_MONTH_8,
    EVX_SET_MONTH_9,
    EVX_SET_MONTH_10,
    EVX_SET_MONTH_11,
    EVX_SET_MONTH_12,
    EVX_N_SETS
} EvxSetName;

/* Terms are sought in three passes: sets first, then what makes a mention, then, on pages that have
 * one, what says how it is meant. */
typedef enum { EVX_PASS_SETS, EVX_PASS_CUES, EVX_PASS_CONTEXTS, EVX_N_PASSES } EvxPass;

/* What must stand behind the first element of a term: most fail by that. */
typedef struct {
    EvxMask mask; /* a token meets it; no bits: nothing need follow */
    guint32 gap;  /* tokens that may stand before that one */
} EvxNext;

/* A term that may begin with a word or set. */
typedef struct {
    EvxNext next;
    guint32 term;
    guint16 far;   /* of a context that reaches over a passage */
    guint16 alone; /* the term has no more elements */
    EvxMask need;  /* of a cue: what its telling words are, one of which stands in the sentence; or no bits */
    EvxMask later; /* what stands in the sentence further on, behind the second element; or no bits */
} EvxHead;

/* The terms that begin with the same. */
typedef struct {
    EvxNext next; /* of any of them */
    guint32 first, n;
} EvxHeadRow;

/* The terms that begin with each symbol, or with each set, in the order of the lexicon; in one array, so that a look
 * at a word's terms is a look at one place in memory. */
typedef struct {
    GArray *row_of; /* guint32 by symbol or set: its row + 1, or 0 */
    GArray *rows;   /* EvxHeadRow */
    GArray *heads;  /* EvxHead */
} EvxHeadTable;

/* (nullable) */
static inline const EvxHeadRow *
evx_row_of (const EvxHeadTable *table, guint32 key)
{
    guint32 row = g_array_index (table->row_of, guint32, key);
    return row == 0 ? NULL : &g_array_index (table->rows, EvxHeadRow, row - 1);
}

static inline const EvxHead *
evx_heads_of (const EvxHeadTable *table, const EvxHeadRow *row)
{
    return &g_array_index (table->heads, EvxHead, row->first);
}

typedef struct {
    EvxHeadTable by_symbol, by_set;
    EvxHeadTable by_number; /* all under 0 */
} EvxHeads;

/* What a symbol or set may begin; a pass goes by tokens that begin nothing of its own. */
typedef enum {
    EVX_BEGINS_SET = 1 << 0,      /* a term of a set, longer than the word */
    EVX_BEGINS_CUE = 1 << 1,      /* a cue */
    EVX_BEGINS_ANY_CUE = 1 << 2,  /* a cue that needs no telling word */
    EVX_BEGINS_CONTEXT = 1 << 3,  /* a cue of a context, or a stop */
    EVX_BEGINS_FAR = 1 << 4,      /* a cue of a context that reaches over a passage */
    EVX_BEGINS_TELLING = 1 << 5   /* the word tells that a cue may be near */
} EvxBegins;

typedef struct _EvxLexicon {
    GStringChunk *strings;
    GArray *nodes;         /* EvxTrieNode; 0 is the root */
    GArray *symbol_flags;  /* guint8 by symbol */
    GHashTable *symbols;   /* pattern -> symbol + 1 */
    GString *key;          /* room for a pattern that is looked up */
    GHashTable *conjugated; /* verbs as written whose forms are there: "entregar~" */
    GArray *verbs;         /* EvxVerbLink: the verbs that a word may be a form of */
    GArray *verb_of;       /* guint32 by symbol: its first link + 1, or 0 */
    GHashTable *skeletons; /* OCR skeleton -> normal spelling */
    guint8 *endings;       /* EVX_ENDINGS bits: by what words and skeletons end, as hashes */
    GHashTable *sets;      /* name -> set + 1 */
    GPtrArray *set_names;
    GArray *elements, *alternatives, *terms, *tests, *test_sets, *senses, *groups, *contexts;
    GArray *places, *examples, *suffixes;
    GArray *defaults;     /* EvxContext, without cues */
    EvxHeads heads[EVX_N_PASSES]; /* where a term may begin, by the pass that looks for it */
    EvxHeadTable alone;           /* by symbol: terms of sets that are this word and no more */
    EvxHeadTable alone_sets;      /* by set: sets that contain it */
    GHashTable *numbers;                               /* word -> EvxNumberWord */
    guint32 symbol_colon, symbol_comma, symbol_ticked; /* of signs */
    GArray *symbol_masks, *set_masks; /* EvxMask by symbol, by set; no bits if no term asks for it */
    GArray *symbol_begins, *set_begins; /* guint8, EvxBegins, by symbol, by set */
    struct sha256_ctx hash;
} EvxLexicon;

#define EVX_ENDINGS (1u << 18)     /* a third of them set: a word of two is looked up for few that are none */
#define EVX_ENDING_HASH 2166136261u /* of no letters */

/* The hash of an ending with one more letter before it. */
static inline guint32
evx_ending_hash (guint32 hash, char letter)
{
    return (hash ^ (guchar)letter) * 16777619u; /* FNV-1a */
}

/* Which bit stands for the ending. */
static inline guint32
evx_ending_bit (guint32 hash)
{
    return (hash ^ hash >> 14) % EVX_ENDINGS;
}

#define EVX_SYMBOL_UPPER 1   /* matches only in capitals */
#define EVX_SYMBOL_TRIGGER 2 /* begins a cue of a kind */
#define EVX_SYMBOL_FUZZY 4   /* worth recognising when misread */
#define EVX_SYMBOL_COMMON 8  /* stands on every page: no sign of a cue */

/**
 * evx_lexicon_load:
 * @dir: (nullable): a user's folder of *.lex: a file of a name that is also in the program takes its place, others are added
 *
 * Returns: (transfer full): the lexicon, ready. Errors: EVX_ERROR_LEXICON, with file and line.
 */
EvxLexicon *evx_lexicon_load (const char *dir, GError **error);
void evx_lexicon_free (EvxLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxLexicon, evx_lexicon_free)

/** The hash of a lexicon that is loaded without a user's folder, without loading it. */
struct sha256_ctx evx_lexicon_hash_own (void);

/**
 * evx_lexicon_add:
 * @file: its name, as errors and rules cite it; "es/..." is Spanish
 *
 * Reads one more file, of which @text holds @length bytes, into a lexicon that is not finished.
 *
 * Errors: EVX_ERROR_LEXICON, with file and line.
 */
gboolean evx_lexicon_add (EvxLexicon *lexicon, const char *file, const char *text, gsize length, GError **error);

/** Works out what follows from all files together (masks, heads): once, when the last has been added. */
void evx_lexicon_finish (EvxLexicon *lexicon);

/** Returns: the number of the set, a new and empty one where there is none of that name. */
guint32 evx_lexicon_set (EvxLexicon *lexicon, const char *name);

/** Returns: (transfer none): file and line of what bears @place. */
const EvxPlace *evx_lexicon_place (const EvxLexicon *lexicon, guint32 place);

G_END_DECLS
