/* A page as tokens, in reading order, and what was found among them (flow.c, tokens.c). Positions in a page are tokens;
 * tokens point at bytes of page->text. */
#pragma once

#include "lexicon.h"

G_BEGIN_DECLS

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

typedef struct _EvxSpellings EvxSpellings; /* spelling.h */

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

G_END_DECLS
