/* What the files of this folder share: the survey of a document (first pass over its pages) and
 * what the second pass carries from page to page. */
#pragma once

#include "../types.h"
#include "dates.h"

G_BEGIN_DECLS

/* ---- the survey: what the whole document looks like
 * ------------------------------------------------ */

enum { SURVEY_FONT_SIZES = 64 }; /* whole points; larger type counts as the last */

typedef struct {
    guint pages, blank, failed, by_ocr,
        hidden;                    /* hidden: pages whose text is somebody's OCR layer */
    guint landscape, slide_shaped; /* wider than high; 4:3, 16:9 or 16:10 */
    guint64 words, table_words;
    guint64 fonts[SURVEY_FONT_SIZES];
    guint list_items, body_rows, boxes_to_tick, blanks_to_fill;
    guint english, spanish; /* function words */
    gboolean immigration;   /* the document speaks of immigration authorities */
    GPtrArray *lead;        /* char*: lines of the first page with text, as read */
    GString *lead_folded;   /* those lines, folded, each after the word "\n" */
    GString *first_folded;  /* the first three pages with text, folded, lines run on */
    GString *table_heads;   /* header rows of tables, folded, one a line */
    GHashTable *agencies;   /* key -> Votes */
    GArray *dates;          /* EvxDateSeen: on the first page with text */
} EvxSurvey;

typedef struct {
    EvxDate date;
    guint line;     /* index into lead */
    gboolean alone; /* nothing of weight beside it on its line */
    gboolean named; /* "Date:", "Sent:", "Fecha:" before it */
} EvxDateSeen;

EvxSurvey *evx_survey_new (void);
void evx_survey_free (EvxSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxSurvey, evx_survey_free)

void evx_survey_page (EvxSurvey *survey, const EvxPage *page);

/** Returns: (transfer none) (nullable): "en" or "es". */
const char *evx_survey_language (const EvxSurvey *survey);
/** Returns: (transfer none): born_digital, scanned or hybrid. */
const char *evx_survey_origin (const EvxSurvey *survey);
/** Returns: (transfer full) (nullable): letterhead first, else the agency named most. */
char *evx_survey_agency (const EvxSurvey *survey);
/** Returns: (transfer full) (nullable): ISO date of a document of @type. */
char *evx_survey_date (const EvxSurvey *survey, const char *type);

/**
 * evx_type_decide:
 * @evidence: (out) (transfer full): what decided, in words, with the runner-up
 *
 * Returns: (transfer none): one of the document types.
 */
const char *evx_type_decide (const EvxSurvey *survey, char **evidence);

/* ---- claims
 * ---------------------------------------------------------------------------------------- */

/* A stretch of time as ISO days; NULL = not said. */
typedef struct {
    char start[11], end[11]; /* "" = not said */
    gint year;               /* the one calendar year it lies in, or EVX_NONE */
    gboolean part;           /* a part of a year whose ends are not said: "in seven months" */
} EvxPeriod;

typedef struct _EvxPeriodReader EvxPeriodReader;
EvxPeriodReader *evx_period_reader_new (void);
void evx_period_reader_free (EvxPeriodReader *reader);

/**
 * evx_period_read:
 * @today: (nullable): ISO date of the document, the end of "so far this year"
 *
 * Finds the first period in @text that is not a plain calendar year: a fiscal year, a range of
 * months, days or years, a half or quarter, "through May 2019".
 *
 * Returns: FALSE if there is none.
 */
gboolean evx_period_read (const EvxPeriodReader *reader, const char *text, const char *today,
                          EvxPeriod *period);

/* Word lists and patterns, made ready once. */
typedef struct _EvxClaimReader EvxClaimReader;
EvxClaimReader *evx_claim_reader_new (void);
void evx_claim_reader_free (EvxClaimReader *reader);

/** Adds the claims of the mentions of @page. */
void evx_claims_of_mentions (const EvxClaimReader *reader, EvxDocument *document,
                             const EvxPage *page);

/** Adds @claim unless the document holds one of the same sentence; sets its id. @place tells it
 * from others of the page. */
void evx_claims_add (EvxDocument *document, EvxClaim *claim, const char *place);

/** Sets the year of mentions that say "last year", from the document's date. Returns: TRUE if any
 * changed. */
gboolean evx_resolve_years (const EvxDocument *document, EvxPage *page);

/* ---- lines
 * ----------------------------------------------------------------------------------------- */

/** Returns: (transfer full): line @i as read. */
char *evx_line_text (const EvxPage *page, guint i);

G_END_DECLS
