/* What the files of the tagger share: the lexicon as compiled, and the state of tagging one page.
 * Positions in a page are tokens; tokens point at bytes of page->text. */
#pragma once

#include "../bytes.h"
#include "../types.h"

#include <string.h>

G_BEGIN_DECLS

/* ---- masks ------------------------------------------------------------------------------------------ */

/* Symbols and sets as bits, to tell most tokens from what a term asks for before anything is compared. Several share
 * a bit, so each bears one in either half, and those that share the one seldom share the other. */
typedef struct {
    guint64 one[2], other[2];
} EvxMask;

#define EVX_MASK_BITS 126                  /* of each half, that symbols and sets share */
#define EVX_MASK_FLAG ((guint64)1 << 63)   /* of the first word: may begin a number; of the second: no sign */

static inline gboolean
evx_masks_meet (const EvxMask *a, const EvxMask *b)
{
    return ((a->one[0] & b->one[0]) | (a->one[1] & b->one[1])) != 0 &&
           ((a->other[0] & b->other[0]) | (a->other[1] & b->other[1])) != 0;
}

static inline void
evx_mask_add (EvxMask *mask, const EvxMask *more)
{
    for (guint i = 0; i < 2; i++) {
        mask->one[i] |= more->one[i];
        mask->other[i] |= more->other[i];
    }
}

static inline gboolean
evx_mask_is_empty (const EvxMask *mask)
{
    return (mask->one[0] | mask->one[1]) == 0;
}

/* What begins a number, in figures or words, and what is a word or figures and no sign. */
static inline EvxMask
evx_mask_of_kind (gboolean number, gboolean plain)
{
    guint64 words[] = { number ? EVX_MASK_FLAG : 0, plain ? EVX_MASK_FLAG : 0 };
    return (EvxMask){ { words[0], words[1] }, { words[0], words[1] } };
}

static inline gboolean
evx_mask_is_number (const EvxMask *mask)
{
    return (mask->one[0] & EVX_MASK_FLAG) != 0;
}

/* ---- the lexicon, compiled (lexicon*.c) ------------------------------------------------------------- */

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

EvxLexicon *evx_lexicon_load (const char *dir, GError **error);

/** The hash of a lexicon that is loaded without a user's folder, without loading it. */
struct sha256_ctx evx_lexicon_hash_own (void);
void evx_lexicon_free (EvxLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxLexicon, evx_lexicon_free)
gboolean evx_lexicon_add (EvxLexicon *lexicon, const char *file, const char *text, gsize length,
                          GError **error);
void evx_lexicon_finish (EvxLexicon *lexicon);
guint32 evx_lexicon_set (EvxLexicon *lexicon, const char *name);
const EvxPlace *evx_lexicon_place (const EvxLexicon *lexicon, guint32 place);

/* ---- forms of Spanish verbs (conjugate.c) ---- */

/**
 * evx_conjugate:
 * @verb: folded Spanish infinitive, then further stems, parted by "~": "detener~detuv~detien"
 *
 * Gives each form of the verb to @take; some come twice, some no one uses.
 *
 * Returns: FALSE if @verb does not begin with an infinitive.
 */
typedef void (*EvxFormFunc) (const char *form, gpointer data);
gboolean evx_conjugate (const char *verb, EvxFormFunc take, gpointer data);

/* ---- words as they are compared (fold.c) ------------------------------------------------------------ */

#define EVX_FOLD_MAX 48

/* Folds one word: lower case, no accents, ligatures apart, hyphens and apostrophes dropped. Returns
 * its length, 0 for a word that is too long or holds other scripts. */
guint evx_fold_word (const char *text, gsize length, char out[EVX_FOLD_MAX]);

/* Maps letters that OCR confuses to one: rn m, l I 1, 0 O, e c. */
guint evx_skeleton (const char *folded, guint length, char out[EVX_FOLD_MAX]);

/* ---- a page as tokens (flow.c, tokens.c) ------------------------------------------------------------ */

typedef enum {
    EVX_TOKEN_WORD,
    EVX_TOKEN_NUMBER, /* begins with a digit */
    EVX_TOKEN_COMMA,  /* comma, dash between blanks, bracket */
    EVX_TOKEN_SEMICOLON,
    EVX_TOKEN_COLON,
    EVX_TOKEN_STOP, /* . ? ! */
    EVX_TOKEN_CELL, /* between two cells of a table */
    EVX_TOKEN_BOX   /* check box */
} EvxTokenType;

#define EVX_TOKEN_CAPITAL 1
#define EVX_TOKEN_UPPER 2
#define EVX_TOKEN_MISREAD 4  /* recognised in spite of OCR errors */
#define EVX_TOKEN_HYPHEN 8   /* glued to the token before by a hyphen */
#define EVX_TOKEN_MONEY 16   /* a currency sign stands before */
#define EVX_TOKEN_PERCENT 32 /* a percent sign stands after */
#define EVX_TOKEN_BREAK 64   /* a blank stands before it */
#define EVX_TOKEN_TICKED 128 /* of a box: ticked */

typedef struct {
    guint32 start, end; /* bytes of page->text */
    guint32 slot;       /* position in flow->order of the word it begins in */
    guint32 symbols;    /* into flow->symbols */
    guint32 sets;       /* into flow->set_hits */
    guint16 n_symbols, n_sets;
    guint8 type, flags;
    guint8 known;   /* the lexicon has the word itself, not only its ending */
    guint8 begins;  /* EvxBegins: what may begin here; most tokens begin nothing */
    EvxMask mask; /* of its symbols and sets */
    guint64 named[2]; /* a bit for each EvxSetName that it is of */
} EvxToken;

G_STATIC_ASSERT (EVX_N_SETS <= 128);

/* The bits that a token of the type bears whatever it says. */
static inline EvxMask
evx_mask_of_type (guint type)
{
    return evx_mask_of_kind (type == EVX_TOKEN_NUMBER, type <= EVX_TOKEN_NUMBER);
}

/* ---- what a word reads as (spelling.c) ---- */

#define EVX_SPELLING_MOST 16 /* bytes of a word that is kept: all but a hundredth of the words of prose */

/* A word as it is written, with its signs, and what it reads as wherever it stands. */
typedef struct {
    char text[EVX_SPELLING_MOST];
    guint32 first, n; /* tokens */
    guint8 length;    /* of the text */
    guint8 triggers;  /* a token of it begins a cue */
    guint8 percent;   /* it begins with a percent sign: that of the token before */
    guint8 loose;     /* its first token may be the end of a word in two */
} EvxSpelling;

typedef struct _EvxSpellings EvxSpellings;

EvxSpellings *evx_spellings_new (void);
void evx_spellings_free (EvxSpellings *spellings);
/* No more are kept: time to clear them, between two pages. */
gboolean evx_spellings_full (const EvxSpellings *spellings);
void evx_spellings_clear (EvxSpellings *spellings);
/* (nullable): lent until spellings are cleared or added. */
const EvxSpelling *evx_spellings_find (const EvxSpellings *spellings, const char *text, guint32 length);
/* Its tokens, positions counted from its first byte. */
const EvxToken *evx_spellings_tokens (const EvxSpellings *spellings, const EvxSpelling *spelling);
/* Keeps @spelling with its @tokens under the bytes of @text, if there is place. */
void evx_spellings_add (EvxSpellings *spellings, const char *text, guint32 length, const EvxSpelling *spelling,
                        const EvxToken *tokens);

typedef enum { EVX_GLUE_BLANK, EVX_GLUE_DROP_HYPHEN, EVX_GLUE_KEEP_HYPHEN } EvxGlue;

typedef struct {
    guint32 word; /* index into page->words */
    guint32 glue; /* EvxGlue: how the next word follows */
} EvxSlot;

typedef struct {
    guint32 first, n; /* tokens */
    guint32 unit;
    guint32 figures;           /* numbers in figures */
    guint32 first_cue, n_cues; /* cues of contexts */
    guint8 asked;              /* EvxAsked */
    guint8 far;                /* one of its cues reaches over the passage */
} EvxSentence;

/* Which cues of contexts are looked for in a sentence: none far from all mentions, and near them those only that reach
 * beyond their sentence. */
typedef enum { EVX_ASKED_NOTHING, EVX_ASKED_FAR, EVX_ASKED_ALL } EvxAsked;

#define EVX_PASSAGE_SENTENCES 6 /* how far a cue over a passage reaches, before and after */

typedef struct {
    guint32 first, n; /* slots */
    guint32 first_token, n_tokens;
    guint32 first_sentence, n_sentences;
    guint8 kind;   /* EvxBlockKind */
    guint8 item;   /* a list item or table row: its parent says what it is about */
    gint32 parent; /* unit of the heading, the lead-in or the header row, or -1 */
} EvxUnit;

typedef struct {
    guint32 set;
    guint32 n;     /* tokens */
    guint32 order; /* a token's hits stand in the order of its symbols, and of the terms of each */
} EvxSetHit;

#define EVX_LAST 255u /* behind the hits of all symbols: of numbers, and of sets that contain others */
#define EVX_ORDER_LAST G_MAXUINT32

static inline guint32
evx_set_order (guint symbol, guint32 term)
{
    return symbol >= EVX_LAST ? EVX_ORDER_LAST : symbol << 24 | term;
}

typedef struct {
    guint32 term;
    guint32 start, end;             /* tokens of the mention, end exclusive */
    guint32 whole_start, whole_end; /* tokens of the whole cue */
    guint32 sentence;
} EvxFound;

typedef struct {
    guint32 context;
    guint32 term;
    guint32 start, end; /* tokens */
    guint32 sentence;
} EvxCue;

/* A word of a quote: from which byte of the page it is quoted, and to which byte of the quote. */
typedef struct {
    guint32 byte, at;
} EvxSpot;

typedef struct {
    const EvxLexicon *lexicon;
    const EvxPage *page;
    GArray *order;         /* EvxSlot: words in reading order */
    GArray *tokens;        /* EvxToken */
    GArray *symbols;       /* guint32, of kept spellings too */
    GArray *set_hits;      /* EvxSetHit: first those of words alone, kept with the spellings */
    guint own_hits;        /* so many */
    EvxSpellings *spellings;
    GArray *spelt;         /* EvxToken: of the word being read */
    GArray *units;         /* EvxUnit */
    GArray *sentences;     /* EvxSentence */
    GArray *found;         /* EvxFound */
    GArray *cues;          /* EvxCue */
    GArray *stops;         /* guint32: tokens that end the reach of a cue */
    GArray *sentence_sets; /* guint8: a row a sentence: whether it is filled in, then a bit for each set that stands in it */
    guint32 set_bytes;     /* length of a row */
    GString *quote;        /* of sentence @quoted */
    GArray *quote_spots;   /* EvxSpot, by word of it */
    guint32 quoted;
    const char *quote_kept; /* as the page keeps it, with the head of its column; or NULL */
    gboolean triggered;    /* some token begins a cue */
    gboolean spanish;
} EvxFlow;

EvxFlow *evx_flow_new (const EvxLexicon *lexicon);
void evx_flow_free (EvxFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxFlow, evx_flow_free)

/* Fills order, units and tokens from @page. */
void evx_flow_read (EvxFlow *flow, const EvxPage *page);

/* Reads the words of @unit into tokens (tokens.c). */
void evx_flow_read_unit (EvxFlow *flow, EvxUnit *unit);

/* A row of a log: some cell is all number, a date or a booking. Its cells tell of one event; those of
 * other rows stand each for itself. */
gboolean evx_flow_is_record (const EvxFlow *flow, const EvxUnit *unit);

/* Splits the units into sentences, a cell of a row that is no record apart; needs set hits (abbreviations). */
void evx_flow_sentences (EvxFlow *flow);

typedef struct {
    guint32 first, end; /* tokens, end exclusive */
} EvxSpan;

static inline const EvxWord *
evx_flow_word (const EvxFlow *flow, guint32 slot)
{
    return &g_array_index (flow->page->words, EvxWord, g_array_index (flow->order, EvxSlot, slot).word);
}

static inline const char *
evx_flow_text (const EvxFlow *flow, guint32 byte)
{
    return flow->page->text->str + byte;
}

static inline EvxToken *
evx_flow_token (const EvxFlow *flow, guint32 i)
{
    return &g_array_index (flow->tokens, EvxToken, i);
}

static inline const EvxSentence *
evx_flow_sentence (const EvxFlow *flow, guint32 i)
{
    return &g_array_index (flow->sentences, EvxSentence, i);
}

/* Fills in the row of sentence @i, and returns it. */
const guint8 *evx_flow_note_sets (const EvxFlow *flow, guint32 i);

/* Whether a hit of @set begins in sentence @i. */
static inline gboolean
evx_flow_sentence_has (const EvxFlow *flow, guint32 i, guint32 set)
{
    const guint8 *row = &g_array_index (flow->sentence_sets, guint8, i * flow->set_bytes);
    if (!row[0])
        row = evx_flow_note_sets (flow, i);
    return (row[1 + set / 8] >> set % 8) & 1;
}

/* ---- quotes (quote.c) ---- */

/**
 * evx_flow_quote_sentence:
 * The sentence as a reader sees it: words parted by one blank, line-end hyphens joined. *at, *to: the bytes in it of the
 * tokens of @mark.
 *
 * Returns: (transfer none): the text, until the next is asked for.
 */
const char *evx_flow_quote_sentence (EvxFlow *flow, guint32 sentence, EvxSpan mark, guint32 *at, guint32 *to);

/* (transfer full) (nullable): tokens [first, end) as they would stand in a quote, without the signs around them. */
char *evx_flow_quote (const EvxFlow *flow, guint32 first, guint32 end);

/* ---- words (words.c) ---- */

/* Appends the symbols of the folded word to flow->symbols and sets the token's range and flags, and the sets that it is
 * of by itself. */
void evx_match_word (EvxFlow *flow, EvxToken *token, const char *folded, guint length);
/* Gives the token the sets that its symbols are of by themselves, and its mask. */
void evx_match_symbols (EvxFlow *flow, EvxToken *token);
/* Notes in the token's masks that it is of the set. */
void evx_match_note_set (const EvxLexicon *lexicon, EvxToken *token, guint32 set);
/* FALSE if no word and no skeleton of the lexicon ends so. */
gboolean evx_match_may_end (const EvxLexicon *lexicon, const char *folded, guint length);
gboolean evx_match_known (const EvxLexicon *lexicon, const char *folded, guint length);

/* ---- one term (match.c) ---- */

/**
 * evx_match_term:
 * @index: of the term
 * @at:    token at which it begins
 * @limit: tokens end here: the unit or sentence
 * @word:  the token is known to be a word that it begins with
 * @span:  (out): tokens of its mention: what stands in its brackets, or all
 *
 * Returns: the token after the term, or -1 if it does not stand here.
 */
gint64 evx_match_term (const EvxFlow *flow, guint32 index, guint32 at, guint32 limit, gboolean word, EvxSpan *span);

/* What must follow may stand there, the head being up to @n tokens at @at. */
static inline gboolean
evx_may_go_on (const EvxFlow *flow, const EvxNext *next, guint32 at, guint32 limit, guint32 n)
{
    if (evx_mask_is_empty (&next->mask))
        return TRUE;
    const EvxToken *token = evx_flow_token (flow, at);
    guint32 reach = MIN (n + next->gap, limit - 1 - at);
    for (guint32 i = 1; i <= reach; i++)
        if (evx_masks_meet (&token[i].mask, &next->mask))
            return TRUE;
    return FALSE;
}

/* ---- which sets stand where (sets.c) ---- */

void evx_match_sets (EvxFlow *flow);
/* Length of the longest hit of @set that begins at @token, or 0. */
guint32 evx_flow_set_at (const EvxFlow *flow, guint32 token, guint32 set);

/* Whether a hit of the set begins at @token. */
static inline gboolean
evx_flow_in_set (const EvxFlow *flow, guint32 token, EvxSetName name)
{
    return (evx_flow_token (flow, token)->named[name / 64] >> name % 64) & 1;
}

/* Length of the longest hit of the set that begins at @token, or 0. */
static inline guint32
evx_flow_set_length (const EvxFlow *flow, guint32 token, EvxSetName name)
{
    return evx_flow_in_set (flow, token, name) ? evx_flow_set_at (flow, token, name) : 0;
}

/* ---- where cues stand (search.c) ---- */

void evx_match_cues (EvxFlow *flow);
/* Cues of contexts where they may say how a mention is meant; needs the cues. */
void evx_match_contexts (EvxFlow *flow);

/* ---- what a mention means (sense.c) ---- */

const EvxSense *evx_sense_of (const EvxFlow *flow, const EvxFound *found);
gboolean evx_tests_hold (const EvxFlow *flow, guint32 first, guint32 n, const EvxFound *found);

/* A mention on its way: tokens beside the record. */
typedef struct {
    EvxFound found;
    const EvxSense *sense;
    gint64 count;
    gint year;
    gint relative_year;
    const char *assertion;
    gint32 cue;          /* into flow->cues, or -1 */
    gboolean one_person; /* the count stands for "him", "the man", "his release" */
} EvxDraft;

static inline gboolean
evx_draft_is (const EvxDraft *draft, const char *kind)
{
    return strcmp (draft->sense->kind, kind) == 0;
}

/* ---- tables, lists, labels and forms (label.c) ---- */

/**
 * evx_cell_head:
 * The sentence that is the head of the column in which sentence @sentence stands.
 *
 * Returns: index into flow->sentences, or -1 outside a table, in its first row, in a record, or where
 * the first row has no cell above.
 */
gint64 evx_cell_head (const EvxFlow *flow, guint32 sentence);

/**
 * evx_lead_sentence:
 * The sentence that leads in the item or row in which sentence @sentence stands: the last one of the lead-in, or the
 * head of its column.
 *
 * Returns: index into flow->sentences, or -1.
 */
gint64 evx_lead_sentence (const EvxFlow *flow, guint32 sentence);

/* A heading, the head of a column, a label or the key to a code: names things, tells nothing. */
gboolean evx_label_is_bare (const EvxFlow *flow, const EvxDraft *draft);

/* A field of a form that nobody filled in. */
gboolean evx_label_is_blank (const EvxFlow *flow, const EvxFound *found);

/* Part of a key to codes: "NPU = not picked up". */
gboolean evx_label_is_explained (const EvxFlow *flow, const EvxFound *found);
/* A code that a key explains: the PU of "PU = picked up by ICE". */
gboolean evx_label_is_code (const EvxFlow *flow, const EvxFound *found);

/* ---- clauses (clause.c): between the cue that ends at @from and the mention that begins at @to ---- */

/* A verb of the past is joined on that the cue does not govern: "barred ICE from the jails and ended transfers". */
gboolean evx_clause_parts (const EvxFlow *flow, guint32 from, guint32 to);
/* The word at @at tells what happened: a form of the past with a subject before it and an object behind, in a unit that
 * ends at @limit: "Mr. Duran received written notice", not "is handed a copy", "inmates received from the county". */
gboolean evx_clause_tells_past (const EvxFlow *flow, guint32 at, guint32 limit);
/* Between the tokens an official has the word: "critics say, but the sheriff said". */
gboolean evx_clause_is_said_by_official (const EvxFlow *flow, guint32 from, guint32 to);
/* The sentence begins with a clause of "although", "because", in which one of the tokens @a and @b stands, the other
 * behind its comma. */
gboolean evx_clause_begins_between (const EvxFlow *flow, const EvxSentence *s, guint32 a, guint32 b);
/* A relative clause tells of what befell somebody: "to pay those who were held". */
gboolean evx_clause_is_of_past (const EvxFlow *flow, guint32 from, guint32 to);

/* ---- assertions (context.c) and counts (count*.c) ---- */

void evx_context_decide (const EvxFlow *flow, EvxDraft *draft);
/* Counts of all drafts of a page, in order. */
void evx_counts_decide (const EvxFlow *flow, GArray *drafts);
/* What is left of the count once the assertion is known. */
void evx_counts_settle (const EvxFlow *flow, EvxDraft *draft);

/* ---- numbers (number.c) ---- */

typedef struct {
    guint32 at, n; /* tokens */
    gint64 value;
} EvxNumber;

/* The number that begins at @at of sentence @s, if it counts something: no year, time, sum of money, share,
 * section or label does. */
gboolean evx_number_counts (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number);
/* The number of several words that @at is part of: "not a single", "two hundred and six". */
gboolean evx_number_over (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number);
/* "between 30 and 40 inmates", "12, 9 and 15 detainers": of several numbers that share a noun none is its
 * count. */
gboolean evx_number_is_in_series (const EvxFlow *flow, const EvxSentence *s,
                                  const EvxNumber *number);
/* "half of the 90 inmates", "most of the 1,034 cases": the number at @at tells of what a share was taken. */
gboolean evx_number_is_of_share (const EvxFlow *flow, const EvxSentence *s, guint32 at);
/* "four of five people": the number at @at is the whole of a share, in words as shares are told. */
gboolean evx_number_is_ratio (const EvxFlow *flow, const EvxSentence *s, guint32 at);
/* "40 people a month": a rate is no count. */
gboolean evx_number_is_rate (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number);
/* Value of the number at @token, or -1; *n = tokens it takes. */
gint64 evx_number_at (const EvxFlow *flow, guint32 token, guint32 *n);
/* Four digits, 19.. or 20..: a year by its look. */
gboolean evx_number_is_year (const EvxFlow *flow, guint32 token);
/* "1215": as a clock shows it. */
gboolean evx_number_is_clock (const EvxFlow *flow, const EvxNumber *number);

/* ---- agencies, speakers (party.c), years and dates (when.c) ---- */

void evx_years_decide (const EvxFlow *flow, EvxDraft *draft);
/* (transfer full) (nullable) */
char *evx_party_agency (const EvxFlow *flow, const EvxDraft *draft);
char *evx_party_speaker (const EvxFlow *flow, const EvxDraft *draft);
void evx_dates_decide (const EvxFlow *flow, const EvxDraft *draft, char **date, char **period_start,
                       char **period_end);

G_END_DECLS
