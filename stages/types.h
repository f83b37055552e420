/* The plain data that travels from stage to stage.
 *
 * Units: points, origin top left of the page as displayed, y down (geometry.h). 0-based inside, 1-based
 * in anything a person reads. Text offsets are UTF-8 bytes. References are indexes, never pointers, so
 * that a page goes over a pipe, into the index and back unchanged (pack.h).
 * One owner: a page owns its arrays, its text and, in one GStringChunk, its other strings; a document
 * owns its strings. Strings inside the structs are lent by that owner. NULL or EVX_NONE = not known. */
#pragma once

#include "error.h"
#include "geometry.h"

G_BEGIN_DECLS

#define EVX_NONE (-1) /* "no value" of an integer field whose values are >= 0 */

/* ---- what the page stages find ---------------------------------------------------------- */

typedef enum { EVX_ORIGIN_TEXT, EVX_ORIGIN_OCR, EVX_ORIGIN_REGION } EvxOrigin;

typedef enum {
    EVX_READING_NONE, /* not decided yet */
    EVX_READING_TEXT,
    EVX_READING_OCR,
    EVX_READING_REGION, /* authored text kept, pictures recognised */
    EVX_READING_BLANK,
    EVX_READING_FAILED
} EvxReading;

typedef enum {
    EVX_WORD_BOLD = 1 << 0,
    EVX_WORD_ITALIC = 1 << 1,
    EVX_WORD_HIDDEN = 1 << 2,   /* invisible text (render mode 3), e.g. somebody's OCR layer */
    EVX_WORD_REDACTED = 1 << 3, /* lies under a redaction box */
    EVX_WORD_CHECKED = 1 << 4,  /* a ticked check box or radio button */
    EVX_WORD_UNCHECKED = 1 << 5, /* an empty check box or radio button */
    EVX_WORD_ODD = 1 << 7,      /* of a font of the text layer whose words do not look like words */
    EVX_WORD_WITHHELD = 1 << 6 /* redacted, but still there to be copied out: layout keeps its letters back */
} EvxWordFlags;

/* A word as it was read. */
typedef struct {
    guint32 start, length; /* bytes in page->text */
    EvxBox box;
    float confidence; /* 0..1; 1 from a text layer */
    float font_size;  /* pt; 0 = not known */
    guint16 flags;    /* EvxWordFlags */
    guint16 origin;   /* EvxOrigin */
    guint32 line;     /* index into page->lines; set by layout. Before, of the text layer: its font, from 1; 0 = not known */
    gint32 cell;      /* index into page->cells, or EVX_NONE; set by layout */
} EvxWord;

typedef struct {
    EvxBox box;
    guint32 first_word, n_words; /* consecutive in page->words, left to right */
    guint32 block;               /* index into page->blocks */
    guint32 number;              /* the line number printed beside it (pleading paper), or 0 */
} EvxLine;

typedef enum {
    EVX_BLOCK_PARAGRAPH,
    EVX_BLOCK_HEADING,
    EVX_BLOCK_LIST_ITEM,
    EVX_BLOCK_TABLE,
    EVX_BLOCK_HEADER, /* running head, fax header */
    EVX_BLOCK_FOOTER, /* running foot, page number, Bates stamp */
    EVX_BLOCK_QUOTED  /* quoted e-mail ("> ...") */
} EvxBlockKind;

typedef struct {
    EvxBox box;
    guint32 first_line, n_lines; /* consecutive in page->lines */
    guint16 kind;                /* EvxBlockKind */
    guint16 level;               /* depth of a heading (1 = title) or of a list item (1 = outermost) */
    gint32 table;                /* index into page->tables, or EVX_NONE */
} EvxBlock;

typedef enum { EVX_ROW_BODY, EVX_ROW_HEADER, EVX_ROW_TOTAL } EvxRowKind;

typedef enum {
    EVX_DOUBT_SPLIT = 1 << 0,      /* may be part of the row above or below, or hold two rows */
    EVX_DOUBT_CELLS = 1 << 1,      /* a word between two columns, or fewer cells than columns */
    EVX_DOUBT_CONFIDENCE = 1 << 2, /* a cell read with low confidence */
    EVX_DOUBT_REDACTED = 1 << 3,   /* a cell is blacked out */
    EVX_DOUBT_TOTAL = 1 << 4       /* a printed total that differs from the rows; set by the document
                                    * stage, which adds up a table over its pages */
} EvxDoubt;

typedef struct {
    EvxBox box;
    guint32 first_row, n_rows; /* consecutive in page->rows, top to bottom, headers first */
    guint32 n_columns;
    guint16 ruled;     /* TRUE if printed rules made the grid */
    guint16 continued; /* TRUE if it continues the last table of the page before (document stage) */
} EvxTable;

typedef struct {
    EvxBox box;
    guint32 table;
    guint32 first_cell, n_cells; /* consecutive in page->cells, left to right */
    guint16 kind;                /* EvxRowKind */
    guint16 doubt;               /* EvxDoubt */
} EvxRow;

/* A cell holds the words whose `cell` is its index, in reading order. */
typedef struct {
    EvxBox box;
    guint32 row;
    guint16 column;  /* first column it covers, from 0 */
    guint16 columns; /* number of columns it covers, >= 1 */
} EvxCell;

/* A printed rule; not stored. Thickness in pt. */
typedef struct {
    EvxBox box;
    gboolean vertical;
    gboolean edge; /* of a shaded or dark ground on a scan: it parts rows, but closes no cell */
} EvxRule;

/* A picture drawn on the page. */
typedef struct {
    EvxBox box;                 /* the part that shows on the page */
    guint32 width_px, height_px; /* of the image as stored; 0 = not known */
    gint32 image_id;            /* for evx_pdf_image */
    guint16 recognised;         /* TRUE if OCR read it */
} EvxPicture;

/* A picture below this share of its page is a seal, a logo, a signature: it is not looked into for writing. */
#define EVX_SMALL_PICTURE 0.02

typedef enum {
    EVX_REDACTION_APPLIED,    /* a box in the page's own drawing or in the scan */
    EVX_REDACTION_UNAPPLIED,  /* a redaction annotation that was never applied */
    EVX_REDACTION_INEFFECTIVE /* a box with text still under it */
} EvxRedactionKind;

typedef struct {
    EvxBox box;
    guint16 kind;           /* EvxRedactionKind */
    const char *exemption;  /* the code printed on or beside it, e.g. "(b)(7)(C)", or NULL */
    guint32 n_words_under;  /* words of the text layer that lie under it */
} EvxRedaction;

/* Something that looks like a Bates number: prefix, digits. The sequence over the production decides. */
typedef struct {
    EvxBox box;
    const char *text;   /* as read */
    const char *prefix; /* letters and separator before the digits, may be "" */
    gint64 number;
    guint16 digits; /* width, with leading zeros */
    guint16 chosen; /* TRUE for the one that stands on the page's citation (collection stage) */
} EvxBates;

/* One figure behind the reading decision, e.g. image_area 0.98. */
typedef struct {
    const char *name;
    double value;
} EvxFigure;

typedef struct {
    const char *kind;      /* transfer, notification, detainee, or a user's own tag */
    const char *sense;     /* custody, request, jail, ... */
    const char *assertion; /* affirmed negated hypothetical policy alleged historical future */
    const char *cue;       /* the words that decided the assertion, or NULL */
    const char *rule;      /* the lexicon rule that found it, e.g. "en/transfer.lex:12" */
    const char *surface;   /* the words as read */
    const char *quote;     /* the sentence as read, line-break hyphens joined */
    guint32 quote_start, quote_end; /* bytes of surface in quote, end exclusive */
    guint32 start, end;             /* bytes in page->text, end exclusive */
    guint32 first_word, n_words;    /* in page->words */
    guint32 line;                   /* index into page->lines */
    EvxBox box;                     /* around its words on its first line */
    gboolean evidential;            /* FALSE for a distractor (a wire transfer) */
    gint64 count;                   /* or EVX_NONE */
    gint year;                      /* or EVX_NONE */
    gint relative_year; /* -1 for "last year", 0 for "this year"; EVX_NONE_RELATIVE if none */
    const char *period_start, *period_end; /* ISO dates, or NULL */
    const char *date;                      /* ISO date of the event, or NULL */
    const char *agency, *speaker;          /* or NULL */
    gint to_ice;                           /* transfers: TRUE, FALSE or EVX_NONE */
    guint16 origin;                        /* EvxOrigin of its words */
    double confidence;                     /* 0..1: reading times tagging */
} EvxMention;

#define EVX_NONE_RELATIVE G_MININT

typedef struct {
    guint index;      /* 0-based */
    double width, height; /* pt, as displayed */
    int rotation;     /* degrees clockwise that the file turns it: 0 90 180 270 */
    int turned;       /* degrees clockwise that the displayed page has to be turned to be read */
    EvxReading reading;
    int code;           /* EvxErrorCode of a failure or warning, or EVX_NONE */
    const char *reason; /* why the page failed, or was read this way */
    const char *label;  /* page label as printed in a viewer ("iv"), or NULL */
    guint64 image_hash; /* difference hash of the page's look, 0 = none; for rescans */
    GString *text;      /* before layout: words in raw order, one space after each. After layout: words
                         * of a line joined by ' ', lines ended by '\n', blocks parted by an empty line */
    GStringChunk *strings;
    GArray *words;      /* EvxWord */
    GArray *lines;      /* EvxLine */
    GArray *blocks;     /* EvxBlock, in reading order */
    GArray *tables;     /* EvxTable */
    GArray *rows;       /* EvxRow */
    GArray *cells;      /* EvxCell */
    GArray *rules;      /* EvxRule; not stored */
    GArray *pictures;   /* EvxPicture */
    GArray *redactions; /* EvxRedaction */
    GArray *bates;      /* EvxBates */
    GArray *figures;    /* EvxFigure */
    GArray *mentions;   /* EvxMention, by start */
} EvxPage;

/**
 * evx_page_new:
 * Returns: (transfer full): an empty page. @width, @height in pt as displayed.
 */
EvxPage *evx_page_new (guint index, double width, double height);
void evx_page_free (EvxPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxPage, evx_page_free)

/** Returns: TRUE if @picture covers less than EVX_SMALL_PICTURE of @page. */
gboolean evx_picture_is_small (const EvxPicture *picture, const EvxPage *page);

/**
 * evx_page_add_word:
 * Appends @text (UTF-8, @length bytes or -1; made valid; control characters and blanks dropped; empty
 * text adds nothing) and a space to page->text and a word to page->words. @box is rounded to 1/100 pt.
 *
 * Returns: (transfer none) (nullable): the word, valid until the next is added; the caller may set
 * font_size and flags.
 */
EvxWord *evx_page_add_word (EvxPage *page, const char *text, gssize length, EvxBox box,
                            float confidence, EvxOrigin origin);

/**
 * evx_page_from_passage:
 * @text: any UTF-8 text, kept byte for byte as page->text (invalid bytes: replaced one for one by '?',
 *        so that offsets stand)
 *
 * A page whose words are the blank-separated runs of @text, one line for each line, a block for each
 * run of non-empty lines; boxes are empty.
 *
 * Returns: (transfer full): the page.
 */
EvxPage *evx_page_from_passage (const char *text, gsize length);

/** Returns: (transfer none): @string kept by the page (interned); NULL stays NULL. */
const char *evx_page_string (EvxPage *page, const char *string);

/** Sets or replaces the figure @name (a static string). */
void evx_page_figure (EvxPage *page, const char *name, double value);

/** Keeps the first code and reason given: a page's first trouble is the one reported. */
void evx_page_note (EvxPage *page, int code, const char *reason);

/** Returns: (transfer full): the text of word @i, NUL-terminated. */
char *evx_page_word (const EvxPage *page, guint i);

/** Returns: (transfer full): the cell's words joined by one space ("" if it has none). */
char *evx_page_cell (const EvxPage *page, guint cell);

/** Mean confidence of the words, 0..1; 1 for a page without words. */
double evx_page_confidence (const EvxPage *page);

/* ---- documents ---------------------------------------------------------------------------- */

typedef enum {
    EVX_STATUS_NONE, /* not finished */
    EVX_STATUS_DONE,
    EVX_STATUS_PARTIAL,
    EVX_STATUS_SKIPPED,
    EVX_STATUS_FAILED
} EvxStatus;

/* Content of a set of bytes; several inputs may hold the same bytes. */
typedef struct {
    char *id;   /* SHA-256, 64 hex digits */
    char *file; /* printable path of the first input, relative to the input root */
    goffset size;
    guint n_pages;
    EvxStatus status;
    int code; /* EvxErrorCode or EVX_NONE */
    char *reason;
    /* set by the document stage */
    char *type;           /* slide_deck letter pra_response log email form policy minutes notice news other */
    char *type_evidence;  /* what decided the type, in words */
    char *language;       /* "en", "es" or NULL */
    char *origin;         /* born_digital scanned hybrid */
    char *date;           /* ISO, or NULL */
    char *agency;         /* or NULL */
    GArray *claims;       /* EvxClaim */
    GArray *events;       /* EvxEvent */
    GArray *sketch;       /* guint32: min-hash sketch of its text, for near-duplicates */
    /* set by the collection stage */
    char *bates_first, *bates_last;
    char *near_group;     /* id of the group of near-duplicates, or NULL */
    GStringChunk *strings; /* strings of claims and events */
} EvxDocument;

EvxDocument *evx_document_new (const char *id, const char *file);
void evx_document_free (EvxDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxDocument, evx_document_free)

/** Returns: (transfer none): @string kept by the document; NULL stays NULL. */
const char *evx_document_string (EvxDocument *document, const char *string);

/* A stated count. Strings are kept by the document. */
typedef struct {
    const char *id; /* content-derived, 16 hex digits */
    gint64 number;
    const char *what; /* notifications transfers requests detainees other */
    const char *unit; /* persons, contacts, requests, ... or NULL */
    const char *qualifier; /* what it leaves open, or NULL: bounds ("at least", ...: document/quote.c), "part of a year", "year told
                            * before", "after release", "declined", "border patrol", "withdrawn", "refuted" */
    gint year;        /* or EVX_NONE */
    const char *period_start, *period_end; /* ISO, or NULL */
    const char *agency, *speaker;
    const char *assertion; /* of the mention it came from */
    const char *quote;
    const char *mention_id; /* or NULL (a figure of a table) */
    guint page;
    EvxBox box;
} EvxClaim;

/* Something that happened to one person, read from a row of a log or a form. */
typedef struct {
    const char *id;    /* content-derived: kind, booking or person number, date */
    const char *kind;  /* transfers notifications requests */
    const char *date;  /* ISO, or NULL */
    gint year;         /* or EVX_NONE */
    const char *person; /* booking, XREF or file number, or NULL */
    const char *agency;
    guint page;
    gint table, row; /* indexes on the page, or EVX_NONE (a form) */
    guint16 doubt;   /* EvxDoubt */
    const char *quote; /* the row or the fields as text */
    EvxBox box;
} EvxEvent;

/* One input path: what the walk found. Exactly one row a path. */
typedef struct {
    char *path;  /* bytes, as given to the system */
    char *file;  /* printable, relative to its input root, '/' between parts, unique in an index */
    goffset size;
    char *document_id; /* NULL where its bytes could not be hashed */
    EvxStatus status;
    int code;
    char *reason;
    char *parent; /* path of the input that it was unpacked from; NULL for a file of its own */
    char *family; /* file of the message or PDF that it is attached to, the outermost; of that one too; NULL */
} EvxInput;

void evx_input_clear (EvxInput *input);

/* ---- a collection --------------------------------------------------------------------------- */

/* One Bates candidate of one page of the collection. */
typedef struct {
    guint document; /* index into collection->documents */
    guint page;
    EvxBates bates;
    double page_width, page_height;
} EvxBatesSighting;

/* A reconciliation, or a fact about the production (gap, repeat, duplicate that differs). */
typedef struct {
    const char *id;
    const char *status; /* contradiction agreement not_comparable; for the production: bates_gap
                         * bates_repeat bates_order bates_corrected (OCR slip mended by the
                         * sequence) bates_unread near_duplicate_differs total_differs */
    const char *left_claim, *right_claim; /* claim ids, or NULL */
    gint64 left_number, right_number, rows_counted; /* or EVX_NONE */
    const char *what;
    gint year;
    const char *reason;
    const char *left_document, *right_document; /* document ids, or NULL */
    gint left_page, right_page;                 /* 0-based, or EVX_NONE */
    GArray *rows; /* (nullable) EvxRowRef: the counted events */
} EvxFinding;

typedef struct {
    guint document; /* index into collection->documents */
    guint event;    /* index into that document's events */
} EvxRowRef;

typedef struct {
    GPtrArray *documents; /* EvxDocument, ordered by file; claims and events set, pages not loaded */
    GArray *bates;        /* EvxBatesSighting, by document and page; relate sets `chosen` */
    GArray *findings;     /* EvxFinding; relate fills it */
    guint unread_pages;   /* pages that failed, over the whole collection */
    GStringChunk *strings;
} EvxCollection;

EvxCollection *evx_collection_new (void);
void evx_collection_free (EvxCollection *collection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxCollection, evx_collection_free)
const char *evx_collection_string (EvxCollection *collection, const char *string);

/* ---- names -------------------------------------------------------------------------------------- */

const char *evx_origin_name (EvxOrigin origin);       /* text ocr region */
const char *evx_reading_name (EvxReading reading);    /* text ocr region blank failed, "" for none */
const char *evx_status_name (EvxStatus status);       /* done partial skipped failed, "" for none */
EvxStatus evx_status_from_name (const char *name);    /* EVX_STATUS_NONE if unknown */
const char *evx_row_kind_name (EvxRowKind kind);
const char *evx_redaction_kind_name (EvxRedactionKind kind);

/** Returns: (transfer full): "split,cells" and so on; "" if nothing is in doubt. */
char *evx_doubt_names (guint doubt);

/**
 * evx_mention_id:
 * Returns: (transfer full): 16 hex digits from document id, page, place on the page, kind and surface;
 * the same on every machine for the same input and lexicon.
 */
char *evx_mention_id (const char *document_id, const EvxPage *page, const EvxMention *mention);

G_END_DECLS
