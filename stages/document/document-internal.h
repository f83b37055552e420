/* What the files of this folder share: the survey of a document (first pass over its pages) and
 * what the second pass carries from page to page. */
#pragma once

#include "../types.h"
#include "dates.h"
#include "sketch.h"

G_BEGIN_DECLS

/* ---- the survey: what the whole document looks like ----------------------------------------- */

enum { SURVEY_FONT_SIZES = 64 }; /* whole points; larger type counts as the last */

typedef struct {
    guint pages, blank, failed, by_ocr,
        hidden;                    /* hidden: pages whose text is somebody's OCR layer */
    guint landscape, slide_shaped; /* wider than high; 4:3, 16:9 or 16:10 */
    guint64 words, table_words;
    guint64 fonts[SURVEY_FONT_SIZES];
    guint list_items, body_rows, boxes_to_tick, blanks_to_fill;
    guint dated_rows;            /* lines of tables with a day on them */
    guint lines, day_lines;      /* day_lines: short ones that begin with a day */
    guint english, spanish;      /* function words */
    guint english_terms, spanish_terms; /* words of columns and fields */
    guint evidence, distractors; /* mentions */
    gboolean immigration;        /* the document speaks of immigration authorities */
    GPtrArray *lead;             /* char*: lines of the first page with text, as read */
    GString *lead_folded;        /* those lines, folded, each after the word "\n" */
    GString *first_folded;       /* the first three pages with text, folded, lines run on */
    GString *table_heads;        /* header rows of tables, folded, one a line */
    GString *title;              /* first lines that stand in no table, as read */
    GHashTable *agencies;        /* key -> Votes */
    GHashTable *names;           /* a name as written -> the votes of its key */
    GArray *dates;               /* EvxDateSeen: on the first page with text */
    char *sender, *signer;       /* of a memorandum, by its head; of a letter, by its end; or NULL */
    char *declarant;             /* who swears to what the document says; or NULL */
    EvxDate later_date;          /* the first below them that is said to be the date; year 0: none */
} EvxSurvey;

/* What the words before a date say of it; what says more comes later. */
typedef enum {
    EVX_DATED_OTHER,   /* it is of something else: "Date of birth", "Release date" */
    EVX_DATED_NOT,     /* nothing */
    EVX_DATED_LOOSELY, /* in a sentence: "as revised on" */
    EVX_DATED_ABOUT,   /* a day that the document is about or came in: "Opened", "Meeting date" */
    EVX_DATED_AS_OF,   /* "As of" */
    EVX_DATED_PRINTED, /* "Printed", "Run date" */
    EVX_DATED_MADE,    /* "Revised", "Posted", "Filed" */
    EVX_DATED          /* "Date:", "Sent:", "Fecha:" */
} EvxDated;

typedef struct {
    EvxDate date;
    guint line;      /* index into lead */
    gboolean alone;  /* nothing of weight beside it on its line */
    gboolean closes; /* it closes a line of the head, behind a name */
    EvxDated label;
} EvxDateSeen;

/** Adds the dates of line @index of the lead to survey->dates (dating.c). */
void evx_survey_note_dates (EvxSurvey *survey, const char *line, guint index);
/** TRUE if the line, past the first ones, says that @date (out) is the document's: "Dated: May 7, 2019". */
gboolean evx_date_is_told_in (const char *line, EvxDate *date);

EvxSurvey *evx_survey_new (void);
void evx_survey_free (EvxSurvey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxSurvey, evx_survey_free)

void evx_survey_page (EvxSurvey *survey, const EvxPage *page);

/** TRUE if the document speaks of immigration authorities, and not mainly of other transfers or
 * notices. */
gboolean evx_survey_is_about_custody (const EvxSurvey *survey);

/** Returns: (transfer none) (nullable): "en" or "es". */
const char *evx_survey_language (const EvxSurvey *survey);
/** Returns: (transfer none): born_digital, scanned or hybrid. */
const char *evx_survey_origin (const EvxSurvey *survey);
/** Returns: (transfer full) (nullable): letterhead first, else the agency named most. */
char *evx_survey_agency (const EvxSurvey *survey);
/** Returns: (transfer none) (nullable): who wrote a document of @type that is a letter or a memorandum. */
const char *evx_survey_author (const EvxSurvey *survey, const char *type);
/** Returns: (transfer full) (nullable): ISO date of a document of @type. */
char *evx_survey_date (const EvxSurvey *survey, const char *type);

/**
 * evx_type_decide:
 * @evidence: (out) (transfer full): what decided, in words, with the runner-up
 *
 * Returns: (transfer none): one of the document types.
 */
const char *evx_type_decide (const EvxSurvey *survey, char **evidence);

/* ---- claims --------------------------------------------------------------------------------- */

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
 * @today: (nullable): ISO date of the document, the end of "so far this year" and "since 2016"
 *
 * Finds the first period in @text that is not a plain calendar year: a fiscal year, a range of
 * months, days or years, a half or quarter, "through May 2019", "since 2016".
 *
 * Returns: FALSE if there is none.
 */
gboolean evx_period_read (const EvxPeriodReader *reader, const char *text, const char *today,
                          EvxPeriod *period);

/** The months that @text names without a year beside its number at byte @number, "in December": of @year, or, where that is
 * not known, the last ones before @today (nullable: nothing is known of them but that they are a part of a year). Returns:
 * FALSE if it names none. */
gboolean evx_period_of_months (const EvxPeriodReader *reader, const char *text, gsize number, gint year, const char *today,
                               EvxPeriod *period);

/** The time that a form names in the first @length bytes of @text, "Reporting year: 2021". Returns: FALSE if it names none. */
gboolean evx_period_labelled (const EvxPeriodReader *reader, const char *text, gsize length, EvxPeriod *period);

/** How many years @text points back to, "in those four years"; 0 if it does not. */
guint evx_period_years_told (const EvxPeriodReader *reader, const char *text);

/** TRUE if @text has a number of "the same period" of another year. */
gboolean evx_period_is_repeated (const EvxPeriodReader *reader, const char *text);

/** The period that a title names ("01/01/2020 to 01/13/2021", "January 1 to May 31, 2020", "2019"), as evx_date_number.
 * Returns: FALSE if it names none, or several years. */
gboolean evx_title_period (const EvxPeriodReader *reader, const char *title, guint32 *first_day, guint32 *last_day);

/** The period between two days as evx_title_period() gives them. Returns: FALSE, and no period, for 0. */
gboolean evx_period_of_days (guint32 first_day, guint32 last_day, EvxPeriod *period);

typedef struct _EvxRemarkReader EvxRemarkReader;
EvxRemarkReader *evx_remark_reader_new (void);
void evx_remark_reader_free (EvxRemarkReader *reader);

/** TRUE if the sentence calls the number at byte @number a goal: "our goal was no more than 10". */
gboolean evx_remark_is_goal (const EvxRemarkReader *reader, const char *quote, gsize number);

/**
 * evx_remark_is_wrong:
 * @number: byte of the number in @quote
 * @after:  what follows the number, to the end of the next sentence at least
 *
 * TRUE if the number is taken back where it stands: "17. That figure was wrong", "corrected from 17".
 */
gboolean evx_remark_is_wrong (const EvxRemarkReader *reader, const char *quote, gsize number, const char *after);

/** TRUE if the text says of the number, which another told, that it is not so: "17. That is false", "In fact it was 14",
 * "contrary to the flyer". Arguments as those of evx_remark_is_wrong(). */
gboolean evx_remark_is_refuted (const EvxRemarkReader *reader, const char *quote, gsize number, const char *after);

/** TRUE if the number at byte @number of @quote is of what a jail has room for, or of people who were moved somewhere that
 * is no immigration authority: "built for 640 inmates", "moved 140 inmates to the annex". */
gboolean evx_remark_is_of_room (const EvxRemarkReader *reader, const char *quote, gsize number);

/** TRUE if the number at byte @number is the base of a rate: "for each 100". */
gboolean evx_remark_is_base (const EvxRemarkReader *reader, const char *quote, gsize number);

/* A number that somebody chose: of what was reviewed. */
typedef struct {
    gint64 count;
    guint end; /* byte of the text behind it */
} EvxSample;

/** Returns: (transfer full) (element-type EvxSample): "reviewed a sample of 25", in order of the text. */
GArray *evx_remark_samples (const EvxRemarkReader *reader, const char *text);

/** TRUE if all that @text says of @year is that something is set beside it: "fewer than in 2022", "compared with 203 in
 * 2022", where @count (or EVX_NONE) is not what it had then. */
gboolean evx_remark_year_is_of_another (const EvxRemarkReader *reader, const char *text, gint year, gint64 count);

/** Returns: (transfer none) (nullable): "nationwide", "statewide" or "several counties", where the sentence says so of its numbers. */
const char *evx_remark_scope (const EvxRemarkReader *reader, const char *quote);

/** Returns: (transfer none) (nullable): the agency, or "nationwide", "statewide", that the number of @mention is about; the
 * document's own by the document's name for it. */
const char *evx_claim_agency (const EvxRemarkReader *remarks, EvxDocument *document, const EvxPage *page,
                              const EvxMention *mention);

/* ---- quote.c: the words of a quote ------------------------------------------------------------------ */

/* As read and folded; to be cleared by the caller. */
typedef struct {
    GPtrArray *read, *folded; /* char*, in strings */
    GArray *starts;           /* gsize: byte in the quote */
    GStringChunk *strings;
} EvxQuoteWords;

EvxQuoteWords evx_quote_words (const char *quote);
void evx_quote_words_clear (EvxQuoteWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EvxQuoteWords, evx_quote_words_clear)

/** Returns: (transfer full): the words from @first to before @end, folded, with a blank before and behind each. */
GString *evx_quote_folded (const EvxQuoteWords *words, guint first, guint end);

/** Returns: whether a clause ends with @word, as read; not empty. */
gboolean evx_quote_ends_clause (const char *word);

/** Returns: the value of a word of digits, "1,143", or EVX_NONE. */
gint64 evx_quote_figure (const char *word);

/* Word lists, made ready once. */
typedef struct _EvxQuoteReader EvxQuoteReader;
EvxQuoteReader *evx_quote_reader_new (void);
void evx_quote_reader_free (EvxQuoteReader *reader);

/** The number that the words from *@at on say, in figures or spelled; EVX_NONE if they say none. @at: (inout): set behind it. */
gint64 evx_quote_number_at (const EvxQuoteReader *reader, const EvxQuoteWords *words, guint *at);

/** The value of one word, "1,143" or "twelve". Returns: FALSE if it is no number. */
gboolean evx_quote_reader_number (const EvxQuoteReader *reader, const char *word, gint64 *number);

/** Returns: index of the word that says @number and stands nearest to byte @near of the quote; -1 if none does. */
int evx_quote_number_word (const EvxQuoteReader *reader, const EvxQuoteWords *words, gint64 number, gsize near);

/** Returns: (transfer none) (nullable): the unit that the number at word @at (-1: none) counts, by the noun within four
 * words behind it. */
const char *evx_quote_unit (const EvxQuoteReader *reader, const EvxQuoteWords *words, int at);

/** Returns: (transfer none) (nullable): what makes the number at word @at (-1: none) a bound: "at least", "about". */
const char *evx_quote_qualifier (const EvxQuoteReader *reader, const EvxQuoteWords *words, int at);

/* ---- claims.c ---------------------------------------------------------------------------------------- */

/* What holds for all claims of a document. */
typedef struct {
    EvxPeriod whole;    /* the time of those that neither say theirs nor stand under a heading that does */
    const char *title;  /* as evx_title_lines() gives it */
    const char *author; /* (nullable): of a letter or a memorandum */
} EvxClaimSetting;

/* Word lists and patterns, made ready once. */
typedef struct _EvxClaimReader EvxClaimReader;
EvxClaimReader *evx_claim_reader_new (void);
void evx_claim_reader_free (EvxClaimReader *reader);

/** Returns: (transfer none). */
const EvxPeriodReader *evx_claim_reader_periods (const EvxClaimReader *reader);
/** Returns: (transfer none). */
const EvxQuoteReader *evx_claim_reader_quotes (const EvxClaimReader *reader);

/** FALSE if no mention of @page states a number or a year that hangs on the document's date: then neither
 * evx_resolve_years() nor evx_claims_of_mentions() has anything to do there. */
gboolean evx_claims_may_follow (const EvxPage *page);

/** Adds the claims of the mentions of @page. */
void evx_claims_of_mentions (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page,
                             const EvxClaimSetting *setting);

/** The numbers of other years that the quote of @claim sets beside its own, at byte @number, become claims too. */
void evx_claims_compared (const EvxClaimReader *reader, EvxDocument *document, const EvxClaim *claim, gsize number);

/* A claim, and where on the page's text the mention stands that it is of. */
typedef struct {
    guint claim; /* index into document->claims */
    guint start; /* byte */
} EvxTold;

/* Patterns, made ready once. */
typedef struct _EvxEchoReader EvxEchoReader;
EvxEchoReader *evx_echo_reader_new (void);
void evx_echo_reader_free (EvxEchoReader *reader);

/** Returns: (transfer none): what a number of @mention counts: "notifications", "requests", "transfers", "detainees", "other". */
const char *evx_claim_what (const EvxMention *mention);

/** Adds the claims of answers in the turns of a transcript, "SHERIFF LUND: Thirty-seven.", after a question that says of
 * what and when. @told: (element-type EvxTold): the claims of the mentions of @page, in order of its text. */
void evx_claims_of_turns (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page, const GArray *told);

/** Adds the claims of numbers that only say that they are of what was told before ("In 2022 it was 24", "and answered 41").
 * @told: (element-type EvxTold): the claims of the mentions of @page, in order of its text. */
void evx_claims_echoed (const EvxClaimReader *reader, const EvxEchoReader *forms, EvxDocument *document, const EvxPage *page,
                        const EvxClaimSetting *setting, const GArray *told);

/** Returns: (transfer full): the words that set a number beside the one before it, or (@before) the one behind it. */
GRegex *evx_compared_pattern (gboolean before);
/** Returns: (transfer none): the same, made ready once. */
GRegex *evx_claim_reader_compared (const EvxClaimReader *reader, gboolean before);

/** The number that follows the question in which @mention stands, where it asks for one.
 * @year: (out): that which the answer names, or EVX_NONE
 * Returns: (transfer full) (nullable): the question and its answer. */
char *evx_question_answer (const EvxClaimReader *reader, const EvxPage *page, const EvxMention *mention, gint64 *number, gint *year);

/* Patterns, made ready once. */
typedef struct _EvxSpeakerReader EvxSpeakerReader;
EvxSpeakerReader *evx_speaker_reader_new (void);
void evx_speaker_reader_free (EvxSpeakerReader *reader);

/** Returns: (transfer full) (element-type EvxMention): the questions of @page that ask for a number of requests of immigration
 * authorities and bear no mention, as if they bore one. */
GArray *evx_questions_unmentioned (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page);

/** Returns: (transfer full) (nullable): who says the number of @mention: whom its sentence credits, by name where the page
 * has it; whose quoted words it stands in; the sender of mail; @author (nullable). */
char *evx_claim_speaker (const EvxSpeakerReader *reader, const EvxDocument *document, const EvxPage *page, const EvxMention *mention,
                         const char *author);

/** Who told the number of @mention, which the text calls wrong: "A flyer says that"; "unnamed" for "It was said that".
 * Returns: (transfer full) (nullable): NULL if the text takes back a number of its own. */
char *evx_reporter_of (const EvxSpeakerReader *reader, const EvxMention *mention);

/** Returns: (transfer full) (nullable): the name under the closing words of a letter. */
char *evx_signer_on (const EvxPage *page);

/** Returns: (transfer full) (nullable): the name in "I, Ada Lund, declare", "STATEMENT OF ADA LUND"; NULL if the line does not
 * begin so. */
char *evx_declarant_in (const char *line);

/** Returns: (transfer full) (nullable): the name that a line begins with "From:" before; NULL if it does not. */
char *evx_sender_in (const char *line);

/** Returns: (transfer full) (nullable): who wrote line @line of mail, by the head above it on the page. */
char *evx_sender_above (const EvxPage *page, guint line);

/** Returns: (transfer full) (nullable): the text of the @nth heading above line @line, the nearest being 0. */
char *evx_heading_above (const EvxPage *page, guint line, guint nth);

/** The period that a line over numbers names, unless it is of an occasion ("2023 Community Forum"). */
gboolean evx_line_period (const EvxPeriodReader *reader, const char *line, EvxPeriod *period);

/** The period that the headings above line @line name: the nearest that names one, unless it is of an occasion ("2023
 * Community Forum"). Returns: FALSE if none does. */
gboolean evx_heading_period (const EvxPeriodReader *reader, const EvxPage *page, guint line, EvxPeriod *period);

/** Makes @claim one of requests that were not honored: no notices, and not all that were received. */
void evx_claim_set_declined (EvxClaim *claim);

/** Adds @claim; sets its id. @place tells it from others of the page. */
void evx_claims_add (EvxDocument *document, EvxClaim *claim, const char *place);

/** Sets the year of mentions that say "last year", from the document's date. Returns: TRUE if any
 * changed. */
gboolean evx_resolve_years (const EvxDocument *document, EvxPage *page);

/* ---- whose dealings a number is of ------------------------------------------------------------ */

/** TRUE if @text names immigration authorities, their forms or the laws about them. */
gboolean evx_names_immigration (const char *text);

/** TRUE if @label is of a number that was planned, expected or put into a budget: "2024 projected", "Target". */
gboolean evx_is_planned (const char *label);

/** TRUE if the number with this @label is of dealings with immigration authorities: it names them, or it has no word of its
 * own ("Transfers", not "Medical transfers") and @context names them. */
gboolean evx_label_concerns_immigration (const char *label, const char *context);

/** Returns: (transfer full): those of the first lines of a document that are no running text. */
char *evx_title_lines (const char *first_lines);

/** TRUE if the words behind @mention say that it is of something else: "transferred to other counties", "requests to speak". */
gboolean evx_mention_goes_elsewhere (const EvxMention *mention);

/** TRUE if a transfer is said to be for a reason, as an offense: "transferred for assault" tells of a part of all. */
gboolean evx_mention_is_of_an_offense (const EvxMention *mention);

/** The text of @page before @mention, from byte @from on. Of very long text only the end is looked at, so that a page of
 * thousands of mentions does not take for ever: a dense page of print has half as much. Returns: (transfer full). */
char *evx_text_before (const EvxPage *page, const EvxMention *mention, gsize from);

/* What the mentions of a page are about, made ready once: each is held against all others. */
typedef struct _EvxConcern EvxConcern;

/** @title: as evx_title_lines() gives it. @page has to stay. */
EvxConcern *evx_concern_new (const EvxPage *page, const char *title);
void evx_concern_free (EvxConcern *concern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxConcern, evx_concern_free)

/** TRUE if the number of mention @index is of dealings with immigration authorities, by its sentence, those before it in
 * the paragraph, the paragraphs before, the headings above or the title. */
gboolean evx_concern_holds (EvxConcern *concern, guint index);

/* ---- tables --------------------------------------------------------------------------------- */

/* What a column holds. */
typedef enum {
    EVX_COLUMN_OTHER,
    EVX_COLUMN_NAME,
    EVX_COLUMN_PERSON,  /* XREF, PFN, A-number, subject id */
    EVX_COLUMN_BOOKING, /* booking or registry number */
    EVX_COLUMN_DATE,
    EVX_COLUMN_RELEASE,    /* date of release */
    EVX_COLUMN_OTHER_DATE, /* of birth, of arrest: of nothing that is counted here */
    EVX_COLUMN_REQUESTS,   /* of this and the next two: dates, ticks, or numbers */
    EVX_COLUMN_NOTIFICATIONS,
    EVX_COLUMN_TRANSFERS,
    EVX_COLUMN_OUTCOME,
    EVX_COLUMN_RECIPIENT, /* who took the person over */
    EVX_COLUMN_AGENCY,
    EVX_COLUMN_YEAR,
    EVX_N_COLUMN_ROLES
} EvxColumnRole;

/* What the body cells of a column come to. */
typedef struct {
    guint rows, filled, numbers;
    gint64 sum;
} EvxColumnCount;

typedef struct {
    char *head, *folded; /* text of the header; the same, folded */
    EvxColumnRole role;
    gboolean negated;         /* a column of numbers: of what did not happen ("denied") */
    EvxColumnCount all, part; /* over all pages of the table; since the total before */
    guint dates;
    gboolean money;
    gboolean timed; /* a column of numbers of a time, by its header: of @when */
    EvxPeriod when;
    char *agency;   /* (nullable): whose numbers it holds, by its header */
    double x0, x1; /* on the page before */
    char *above;   /* last value, for ditto marks */
} EvxColumn;

/* What stands over a table of numbers, besides the heads of its columns. */
typedef struct {
    char *label;        /* (nullable): the line, or the head over the stub, that says what is counted */
    EvxColumnRole kind; /* that */
    gboolean negated;
    gboolean timed; /* a line says when: @when */
    EvxPeriod when;
    gboolean by_agency; /* each row is of an agency, which its stub names */
} EvxTopic;

/* A table over one page or several. */
typedef struct {
    GArray *columns;          /* EvxColumn */
    char *title;              /* what stands above it, and the document's first lines */
    EvxColumnRole title_kind; /* what every row is, by the title */
    EvxTopic topic;
    guint page;               /* of its last part */
    gboolean headed;
    gboolean has_years;       /* a row of numbers was of a year */
} EvxOpenTable;

typedef struct {
    EvxDocument *document;
    const EvxPage *page;
    const EvxClaimReader *reader;
    GPtrArray *cells;            /* char*: texts of the page's cells */
    EvxOpenTable *open;          /* the table that a row belongs to */
    const char *title;           /* first lines of the document */
    gboolean immigration;        /* the document deals with immigration authorities */
    guint32 first_day, last_day; /* the period that the document says it covers, or 0 */
} EvxTableContext;

/** The cell of @row that covers @column, as an index into page->cells; -1 if none. */
int evx_row_cell (const EvxPage *page, const EvxRow *row, guint column);

/** Returns: (transfer full) (nullable): the part of a head over several columns that stands over @column, where wider
 * spaces part it into as many; else NULL: it is the head of them all. */
char *evx_head_part (const EvxPage *page, guint cell, guint column);

/** Sets roles from headers, and from the shape of the cells where there are none. */
void evx_columns_learn (EvxTableContext *context, const EvxTable *table);

/** TRUE if a cell's text is empty, a dash, "n/a" or "none". */
gboolean evx_cell_is_empty (const char *text);

/** The kind that a label speaks of: EVX_COLUMN_REQUESTS, _NOTIFICATIONS, _TRANSFERS, else _OTHER.
 */
EvxColumnRole evx_label_kind (const char *label, gboolean *negated);

/** TRUE if @label counts requests that were not honored: "Requests declined". */
gboolean evx_label_declines (const char *label);

/** Returns: (transfer none): "requests", "notifications", "transfers"; NULL for another role. */
const char *evx_role_what (EvxColumnRole role);

/** What every row of a log is by its title, "Log of releases to ICE"; EVX_COLUMN_OTHER if it says
 * nothing. */
EvxColumnRole evx_title_kind (const char *title);

/** Adds the events of a body row. Returns: FALSE if it is a row of a log that nothing can be read of, being blacked out. */
gboolean evx_events_of_row (EvxTableContext *context, guint table, guint row);

/** Adds @event, with its @kind, its date @iso (nullable) and its id. */
void evx_event_add (EvxDocument *document, EvxEvent *event, const char *kind, const char *iso);

/** TRUE if the text of an outcome says that immigration authorities took the person over. */
gboolean evx_says_transfer (const char *text);

/** Adds an event without a date for each row of the table that is blacked out: @blacked that are rows to layout, and
 * those of which there is a box alone; of each kind that its events from @first_event on are of. */
void evx_events_of_blacked (EvxTableContext *context, guint table, guint first_event, guint blacked);

/** Reads what stands over context->open, whose rows on this page are those of @table. */
void evx_topic_learn (EvxTableContext *context, const EvxTable *table);

/** Whose numbers a row or a column is of by its @label, in a stub under @head: "Alder" under "County", "Statewide".
 * Returns: (transfer full) (nullable). */
char *evx_topic_agency (const char *label, const char *head);

/** Finds what time each column of context->open is of: its header says it, or the title of a table of one column. */
void evx_figures_learn (EvxTableContext *context);

/** Adds the claims of a row of numbers. @total: it adds up those above it. */
void evx_claims_of_row (EvxTableContext *context, guint table, guint row, gboolean total);

/** TRUE if the page bears the name of a detainer form (I-247 and its kin) or of an order to detain or release (I-203) at its head. */
gboolean evx_is_custody_form (const EvxPage *page);

/** Adds the events that a filled-in form on @page states. */
void evx_events_of_form (EvxDocument *document, const EvxPage *page);

typedef struct _EvxTableReader EvxTableReader;
EvxTableReader *evx_table_reader_new (EvxDocument *document, const EvxSurvey *survey,
                                      const EvxClaimReader *reader);
void evx_table_reader_free (EvxTableReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxTableReader, evx_table_reader_free)

/**
 * evx_table_reader_page:
 * Pages in order. Marks tables that continue the page before and repeated headers, adds claims and
 * events.
 *
 * Returns: TRUE if @page changed.
 */
gboolean evx_table_reader_page (EvxTableReader *reader, EvxPage *page, EvxSketcher *sketcher);

/** The period that the document's title says it covers; FALSE if it says none. */
gboolean evx_table_reader_period (const EvxTableReader *reader, guint32 *first_day,
                                  guint32 *last_day);

/* ---- charts ---------------------------------------------------------------------------------- */

/** TRUE if a number stands by itself on @page, as those of a chart do. */
gboolean evx_charts_may_stand (const EvxPage *page);

/** Adds the claims of numbers over their labels and of bars. @title: as evx_title_lines() gives it. */
void evx_claims_of_charts (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page, const char *title);

/* ---- lines ---------------------------------------------------------------------------------- */

/** Returns: (transfer full): line @i as read. */
char *evx_line_text (const EvxPage *page, guint i);

G_END_DECLS
