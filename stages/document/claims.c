/* Claims: every mention that states a count, with what is counted, of which kind of thing, and
 * when. */
#include "document-internal.h"

#include "../bytes.h"
#include "fold.h"

#include <string.h>

/* ---- what, and the readers ---------------------------------------------------------------------- */

const char *
evx_claim_what (const EvxMention *mention)
{
    if (strcmp (mention->kind, "transfer") == 0)
        return g_strcmp0 (mention->sense, "custody") == 0 && mention->to_ice != FALSE ? "transfers"
                                                                                      : "other";
    if (strcmp (mention->kind, "notification") == 0) {
        if (g_strcmp0 (mention->sense, "request") == 0)
            return "requests";
        gboolean told = g_strcmp0 (mention->sense, "ice_release_notice") == 0 ||
                        g_strcmp0 (mention->sense, "person_notice") == 0;
        return told ? "notifications" : "other";
    }
    return strcmp (mention->kind, "detainee") == 0 ? "detainees" : "other";
}

#define MOVED "(?:fell|rose|dropped|grew|climbed|declined|increased|decreased|jumped|went (?:up|down)|bajaron|subieron|aumentaron|"              \
              "disminuyeron|cayeron)"
#define IN_YEAR "\\s(?:in|en)\\s((?:19|20)\\d\\d)"

/* Behind what is counted: "fell from 9 in 2020 to 4 in 2021", "fell to 4 in 2021 from 9 in 2020". */
static const char moves[] = "^(?:\\s[\\p{L}]+){0,4}?\\s" MOVED "\\s(?:(?:from|de)\\s\\d[\\d,]*\\s(?:in|en)\\s(?:19|20)\\d\\d,?\\s)?(?:to|a)\\s"
                            "(\\d[\\d,]*)" IN_YEAR "\\b";

/* Before what is counted, on a slide: "Down from 61 in 2020 to 12 in 2022: releases to ICE". */
static const char moves_before[] =
    "^\\W*(?:fell|rose|dropped|down|up|from|bajaron|subieron)\\s(?:from\\s|de\\s)?\\d[\\d,]*\\s(?:in|en)\\s(?:19|20)\\d\\d,?\\s(?:to|a)\\s"
    "(\\d[\\d,]*)\\s(?:in|en)\\s((?:19|20)\\d\\d)\\s?[:,]\\s[^.;\\d]*$";

/* "2021 - 52; 2022 - 37" */
static const char series[] = "\\b((?:19|20)\\d\\d)\\s?(?:[-:=(]|\xe2\x80\x93|\xe2\x80\x94)\\s?(\\d[\\d,]*)(?![\\w%/-]|[.,]\\d)";

struct _EvxClaimReader {
    EvxPeriodReader *periods;
    EvxRemarkReader *remarks;
    EvxQuoteReader *quotes;
    EvxEchoReader *echoes;
    EvxSpeakerReader *speakers;
    GRegex *moves, *moves_before, *series;
    GRegex *compared[2]; /* behind a number, before it */
};

const EvxPeriodReader *
evx_claim_reader_periods (const EvxClaimReader *reader)
{
    return reader->periods;
}

const EvxQuoteReader *
evx_claim_reader_quotes (const EvxClaimReader *reader)
{
    return reader->quotes;
}

GRegex *
evx_claim_reader_compared (const EvxClaimReader *reader, gboolean before)
{
    return reader->compared[before ? 1 : 0];
}

EvxClaimReader *
evx_claim_reader_new (void)
{
    EvxClaimReader *reader = g_new0 (EvxClaimReader, 1);
    reader->periods = evx_period_reader_new ();
    reader->remarks = evx_remark_reader_new ();
    reader->quotes = evx_quote_reader_new ();
    reader->echoes = evx_echo_reader_new ();
    reader->speakers = evx_speaker_reader_new ();
    reader->moves = g_regex_new (moves, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    reader->moves_before = g_regex_new (moves_before, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    reader->series = g_regex_new (series, G_REGEX_OPTIMIZE, 0, NULL);
    for (guint before = 0; before < 2; before++)
        reader->compared[before] = evx_compared_pattern (before == 1);
    return reader;
}

void
evx_claim_reader_free (EvxClaimReader *reader)
{
    evx_period_reader_free (reader->periods);
    evx_remark_reader_free (reader->remarks);
    evx_quote_reader_free (reader->quotes);
    evx_echo_reader_free (reader->echoes);
    evx_speaker_reader_free (reader->speakers);
    g_regex_unref (reader->moves);
    g_regex_unref (reader->moves_before);
    g_regex_unref (reader->series);
    for (guint before = 0; before < 2; before++)
        g_regex_unref (reader->compared[before]);
    g_free (reader);
}

/* ---- years ---------------------------------------------------------------------------------- */

gboolean
evx_resolve_years (const EvxDocument *document, EvxPage *page)
{
    guint32 day = evx_date_number (document->date);
    gboolean changed = FALSE;
    for (guint i = 0; i < page->mentions->len && day > 0; i++) {
        EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        if (mention->relative_year == EVX_NONE_RELATIVE || ABS (mention->relative_year) > 100)
            continue;
        gint year = (gint)(day / 10000) + mention->relative_year;
        changed |= mention->year != year;
        mention->year = year;
    }
    return changed;
}

/* What the claims of a page are made of. */
typedef struct {
    const EvxClaimReader *reader;
    EvxDocument *document;
    const EvxPage *page;
    const EvxClaimSetting *setting;
    const GArray *samples; /* EvxSample */
} Work;

/* ---- making claims -------------------------------------------------------------------------- */

void
evx_claims_add (EvxDocument *document, EvxClaim *claim, const char *place)
{
    g_autofree char *whole =
        g_strdup_printf ("claim\n%s\n%u\n%s\n%s\n%" G_GINT64_FORMAT "\n%d", document->id,
                         claim->page, place, claim->what, claim->number, claim->year);
    g_autofree char *hash = evx_sha256_text (whole);
    hash[16] = '\0';
    claim->id = evx_document_string (document, hash);
    g_array_append_val (document->claims, *claim);
}

/* "at 0555" is a time of day, and a number written with a leading zero is no count. */
static gboolean
is_time (const EvxQuoteWords *words, int at)
{
    const char *word = at >= 0 ? words->read->pdata[at] : "";
    return word[0] == '0' && g_ascii_isdigit (word[1]);
}

/* Only what is said to be or to have been so is a claim: no rules, no plans, no conditions. */
static gboolean
states_a_count (const EvxMention *mention)
{
    static const char *const asserted[] = { "affirmed", "negated", "alleged", "historical" };
    gboolean asks = mention->quote != NULL && g_str_has_suffix (mention->quote, "?");
    if (!mention->evidential || mention->count < 0 || mention->kind == NULL || asks)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (asserted); i++)
        if (g_strcmp0 (mention->assertion, asserted[i]) == 0)
            return TRUE;
    return FALSE;
}

/* "turned over 8 inmates": the mention of what the people counted went through, where it has no
 * count of its own and stands beside them. */
#define BESIDE_BYTES 24

static const EvxMention *
event_beside (const EvxPage *page, const EvxMention *person)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *event = &g_array_index (page->mentions, EvxMention, i);
        gboolean open = event->evidential && event->count < 0 &&
                        strcmp (event->kind, "detainee") != 0 &&
                        g_strcmp0 (event->assertion, person->assertion) == 0 &&
                        (event->year == person->year || event->year == EVX_NONE);
        gboolean before = event->end <= person->start && person->start - event->end <= BESIDE_BYTES;
        gboolean after = person->end <= event->start && event->start - person->end <= BESIDE_BYTES;
        if (!open || !(before || after))
            continue;
        guint from = before ? event->end : person->end, to = before ? person->start : event->start;
        g_autofree char *between = g_strndup (page->text->str + from, to - from);
        if (strpbrk (between, ",;:.()") == NULL)
            return event;
    }
    return NULL;
}

/* "No one was transferred without a conviction", "on a detainer alone": others may have been. */
static gboolean
denies_a_part (const EvxMention *mention)
{
    if (mention->quote == NULL || mention->quote_end > strlen (mention->quote))
        return FALSE;
    const char *behind = mention->quote + mention->quote_end;
    g_autofree char *clause = g_strndup (behind, strcspn (behind, ".;:")), *folded = evx_fold (clause);
    return evx_fold_has_any (folded, "without|unless|with a|with an|on a|under a|under an|by order|con orden|con una|con un|bajo|except|other than|besides|alone|solely|past|beyond|who did not|who had not|who was not|"
                                     "who were not|sin|salvo|excepto|solo por|mas alla");
}

/* Words that make a denial of all: "did not transfer any person", "no transfers", "nadie". */
static gboolean
denies_all (const EvxMention *mention)
{
    static const char cues[] =
        "no one|nobody|none|no transfers|not any|any person|anyone|any inmate|any inmates|"
        "any individual|no inmate|no inmates|no person|no persons|no people|no individual|"
        "no individuals|zero|nadie|ninguna persona|ningun reo|ningun recluso|ningun detenido|"
        "no notifications|no requests|no detainers|a single|any detainers|any ice|any requests|any holds|any notifications|"
        "any transfers|any immigration|ninguna solicitud";
    if (g_strcmp0 (mention->assertion, "negated") != 0 || mention->quote == NULL || denies_a_part (mention))
        return FALSE;
    g_autofree char *folded = evx_fold (mention->quote);
    return evx_fold_has_any (folded, cues);
}

enum { MARKS_SHARE = 4 }; /* of a sentence, at most, are marks of quoted mail */

/* Both stand in one sentence, which tells of one claim for each number. Where it begins is known but for the marks of
 * quoted mail, which stand in no quote. */
static gboolean
is_one_sentence (const EvxMention *a, const EvxMention *b)
{
    gint64 apart = ((gint64)a->start - a->quote_start) - ((gint64)b->start - b->quote_start);
    return g_strcmp0 (a->quote, b->quote) == 0 &&
           ABS (apart) <= (gint64)((a->quote != NULL ? strlen (a->quote) : 0) / MARKS_SHARE);
}

/* TRUE if an earlier mention of the sentence says the same, or a later one says what the people
 * counted here went through ("22 inmates were transferred": one claim, of transfers). */
static gboolean
is_said_by_another (const EvxPage *page, guint index)
{
    const EvxMention *mention = &g_array_index (page->mentions, EvxMention, index);
    gboolean person = strcmp (mention->kind, "detainee") == 0;
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *other = &g_array_index (page->mentions, EvxMention, i);
        if (i == index || other->count != mention->count || !is_one_sentence (other, mention) || !states_a_count (other))
            continue; /* the number tells most others, at least cost */
        gboolean same =
            strcmp (evx_claim_what (other), evx_claim_what (mention)) == 0 && other->year == mention->year;
        gboolean stronger = person && strcmp (other->kind, "detainee") != 0 &&
                            (other->year == mention->year || mention->year == EVX_NONE);
        if ((same && i < index) || stronger)
            return TRUE;
    }
    return FALSE;
}

enum { LABEL_BYTES = 40, LOG_CELLS = 3, DATE_BYTES = 24, FORECAST_WORDS = 4, TIMES_WORDS = 7, FATE_WORDS = 8 };

/* Returns: (transfer none) (nullable): the row of a table in which @mention begins. */
static const EvxRow *
row_of_mention (const EvxPage *page, const EvxMention *mention)
{
    gint32 cell = mention->first_word < page->words->len
                      ? g_array_index (page->words, EvxWord, mention->first_word).cell
                      : EVX_NONE;
    if (cell < 0 || (guint)cell >= page->cells->len)
        return NULL;
    return &g_array_index (page->rows, EvxRow, g_array_index (page->cells, EvxCell, cell).row);
}

/* A row with a cell that is a day tells what happened on that day: an event, and no count of a year. */
static gboolean
is_in_row_of_a_day (const EvxPage *page, const EvxMention *mention)
{
    const EvxRow *row = row_of_mention (page, mention);
    for (guint i = 0; row != NULL && i < row->n_cells && row->n_cells >= LOG_CELLS; i++) {
        g_autofree char *text = evx_page_cell (page, row->first_cell + i);
        EvxDate date;
        if (strlen (text) <= DATE_BYTES && evx_date_find (text, 0, &date) && date.day > 0)
            return TRUE;
    }
    return FALSE;
}

/* A row of several numbers is read with its columns' heads, as a table; by itself it does not say which is meant. */
static gboolean
is_in_row_of_numbers (const EvxPage *page, const EvxMention *mention)
{
    const EvxRow *row = row_of_mention (page, mention);
    guint numbers = 0;
    for (guint i = 0; row != NULL && i < row->n_cells; i++) {
        g_autofree char *text = evx_page_cell (page, row->first_cell + i);
        numbers += g_ascii_isdigit (text[0]) && text[strspn (text, "0123456789,")] == '\0';
    }
    return numbers > 1;
}

/* "34 releases with an ICE request": those who had one are counted, not what was sent. */
static gboolean
counts_who_has_one (const EvxMention *mention)
{
    if (g_strcmp0 (mention->sense, "request") != 0 || mention->quote == NULL)
        return FALSE;
    g_autofree char *before = g_strndup (mention->quote, mention->quote_start);
    const char *with = g_strrstr (before, " with ");
    g_autofree char *folded = evx_fold (with != NULL ? with : before);
    if (with != NULL && strpbrk (with, "0123456789") == NULL && strlen (evx_fold_tail (folded, 4)) == strlen (folded))
        return TRUE;
    return evx_fold_has_any (evx_fold_tail (folded, 4), "had|con una|con orden|con solicitud");
}

static const char *
default_unit (const EvxMention *mention)
{
    if (strcmp (mention->kind, "detainee") == 0)
        return "persons";
    if (g_strcmp0 (mention->sense, "person_notice") == 0)
        return "notices to persons";
    return NULL;
}

/* "101 in the first half of 2024, 93 in the same months of 2023": those days of @year, where they are of one year. */
static void
move_to_year (EvxPeriod *period, gint year)
{
    gboolean one = period->year != EVX_NONE && strncmp (period->start, period->end, 4) == 0;
    g_autofree char *start = g_strdup_printf ("%04d%s", year, one ? period->start + 4 : ""), *end = g_strdup_printf ("%04d%s", year, one ? period->end + 4 : "");
    *period = (EvxPeriod){ .year = year, .part = TRUE };
    if (one) {
        g_strlcpy (period->start, start, sizeof period->start);
        g_strlcpy (period->end, end, sizeof period->end);
    }
}

/* "March 7, 2023" or "June 2023": the year of a day or a month, before byte @at. */
static gboolean
is_of_a_date (const char *text, const char *at)
{
    static const char months[] = "january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|"
                                 "marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|jan|feb|mar|apr|jun|jul|"
                                 "aug|sep|sept|oct|nov|dec";
    const char *start = at;
    while (start > text && (g_ascii_isspace (start[-1]) || start[-1] == ',' || start[-1] == '.'))
        start--;
    gboolean day = start > text && g_ascii_isdigit (start[-1]) && start < at && *start == ',';
    const char *from = evx_whole_character (start - text > 24 ? start - 24 : text);
    g_autofree char *before = g_strndup (from, (gsize)(start - from)), *folded = evx_fold (before);
    return day || evx_fold_has_any (evx_fold_tail (folded, 2), months);
}

/* The last year that the page, or only the paragraph, names before @mention, other than of days and of what is set beside
 * something. */
static gint
year_told_before (const EvxClaimReader *reader, const EvxPage *page, const EvxMention *mention, gboolean in_paragraph)
{
    g_autofree char *text = evx_text_before (page, mention, 0);
    const char *blank = g_strrstr (text, "\n\n"), *paragraph = in_paragraph && blank != NULL ? blank : text;
    for (gsize length = strlen (paragraph); length >= 4; length--) {
        const char *at = paragraph + length - 4;
        gboolean year = (at == paragraph || !g_ascii_isalnum (at[-1])) && (strncmp (at, "19", 2) == 0 || strncmp (at, "20", 2) == 0) &&
                        strspn (at, "0123456789") == 4;
        if (!year || is_of_a_date (paragraph, at))
            continue;
        g_autofree char *sentence = g_strndup (paragraph, length);
        gint value = (gint)g_ascii_strtoll (at, NULL, 10);
        const char *near = at - paragraph > 120 ? evx_whole_character (sentence + (at - paragraph) - 120) : sentence;
        if (!evx_remark_year_is_of_another (reader->remarks, near, value, EVX_NONE))
            return value;
    }
    return EVX_NONE;
}

/* "In the last three months of the year": that which was told of before. Returns: (transfer full): the quote. */
static char *
with_year_named (const EvxClaimReader *reader, const EvxPage *page, const EvxMention *mention)
{
    static const char *const words[] = { " of the year", " of that year", " del a\xc3\xb1o", " de ese a\xc3\xb1o" };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        const char *found = strstr (mention->quote, words[i]);
        gint year = found == NULL ? EVX_NONE : mention->year != EVX_NONE ? mention->year : year_told_before (reader, page, mention, FALSE);
        if (year != EVX_NONE)
            return g_strdup_printf ("%.*s of %d%s", (int)(found - mention->quote), mention->quote, year, found + strlen (words[i]));
    }
    return g_strdup (mention->quote);
}

/* "Those four years": as many as a claim before is of. */
static gboolean
years_told_before (const EvxDocument *document, guint years, EvxPeriod *period)
{
    for (guint i = document->claims->len; i-- > 0 && years > 1;) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        guint32 first = evx_date_number (claim->period_start), last = evx_date_number (claim->period_end);
        if (first % 10000 != 101 || last % 10000 != 1231 || last / 10000 + 1 != first / 10000 + years)
            continue;
        g_strlcpy (period->start, claim->period_start, sizeof period->start);
        g_strlcpy (period->end, claim->period_end, sizeof period->end);
        return TRUE;
    }
    return FALSE;
}

/* What a sentence says of its time by pointing to what stands around: "over those four years", "in December". @year: of the
 * mention. @number: its byte in the quote. */
static gboolean
read_pointed (const Work *work, const EvxMention *mention, gsize number, gint year, EvxPeriod *period)
{
    const EvxPeriodReader *periods = work->reader->periods;
    guint years = evx_period_years_told (periods, mention->quote);
    EvxPeriod heading;
    *period = (EvxPeriod){ .year = EVX_NONE, .part = TRUE };
    if (years > 1) {
        years_told_before (work->document, years, period);
        return TRUE;
    }
    if (!evx_period_of_months (periods, mention->quote, number, year, work->document->date, period))
        return FALSE;
    if (year == EVX_NONE) /* where the heading names one */
        year = evx_heading_period (periods, work->page, mention->line, &heading) ? heading.year : work->setting->whole.year;
    return year == EVX_NONE || evx_period_of_months (periods, mention->quote, number, year, work->document->date, period);
}

static gboolean
names_year (const EvxMention *mention, gint year)
{
    g_autofree char *written = g_strdup_printf ("%d", year);
    return strstr (mention->quote, written) != NULL;
}

/* Where its own sentence names its time, a year that was carried from others is none of its. */
static void
set_period (const Work *work, const EvxMention *mention, gsize number, EvxClaim *claim)
{
    const EvxClaimReader *reader = work->reader;
    EvxDocument *document = work->document;
    EvxPeriod period;
    claim->period_start = evx_document_string (document, mention->period_start);
    claim->period_end = evx_document_string (document, mention->period_end);
    g_autofree char *quote = mention->quote != NULL ? with_year_named (reader, work->page, mention) : NULL;
    if (claim->period_start != NULL || quote == NULL)
        return;
    gboolean whole = evx_period_read (reader->periods, quote, document->date, &period);
    if (!whole && !read_pointed (work, mention, number, claim->year, &period))
        return;
    gint end_year = (gint)(evx_date_number (period.end) / 10000);
    gint start_year = (gint)(evx_date_number (period.start) / 10000);
    gboolean other_year = claim->year != EVX_NONE && end_year > 0 &&
                          (claim->year < start_year || claim->year > end_year);
    gboolean carried = claim->year != EVX_NONE && mention->relative_year == EVX_NONE_RELATIVE && !names_year (mention, claim->year);
    gboolean repeated = evx_period_is_repeated (reader->periods, quote);
    if (other_year && !repeated && !carried)
        return;
    if (other_year && repeated)
        move_to_year (&period, claim->year);
    if (other_year || (carried && (!whole || start_year != end_year)))
        claim->year = period.year;
    if (period.start[0] != '\0') {
        claim->period_start = evx_document_string (document, period.start);
        claim->period_end = evx_document_string (document, period.end);
    } else if (claim->qualifier == NULL) {
        claim->qualifier = "part of a year";
    }
    if (claim->year == EVX_NONE)
        claim->year = period.year;
}

/* The paragraph to the end of @line names years, and @year is none of them: then the heading's is not the paragraph's. */
static gboolean
tells_of_other_years (const EvxPage *page, guint line, gint year)
{
    const EvxLine *read = line < page->lines->len ? &g_array_index (page->lines, EvxLine, line) : NULL;
    gboolean others = FALSE;
    if (read == NULL || read->n_words == 0 || year == EVX_NONE)
        return FALSE;
    const EvxWord *last = &g_array_index (page->words, EvxWord, read->first_word + read->n_words - 1);
    const char *text = page->text->str, *paragraph = g_strrstr_len (text, last->start, "\n\n");
    for (const char *at = paragraph != NULL ? paragraph : text; at < text + last->start + last->length; at++) {
        gboolean named = (at == text || !g_ascii_isalnum (at[-1])) && (strncmp (at, "19", 2) == 0 || strncmp (at, "20", 2) == 0) &&
                         g_ascii_isdigit (at[2]) && g_ascii_isdigit (at[3]) && !g_ascii_isalnum (at[4]);
        if (named && (gint)g_ascii_strtoll (at, NULL, 10) == year)
            return FALSE;
        others |= named;
    }
    return others;
}

/* A claim that names no time is of the time that its heading names; in a log, of that which the log says it covers. */
static void
set_period_of_place (const Work *work, const EvxMention *mention, EvxClaim *claim)
{
    const EvxClaimReader *reader = work->reader;
    EvxDocument *document = work->document;
    const EvxPage *page = work->page;
    EvxPeriod period;
    gboolean timed = claim->year != EVX_NONE || claim->period_start != NULL ||
                     g_strcmp0 (claim->qualifier, "part of a year") == 0;
    if (timed)
        return;
    gboolean labelled = evx_period_labelled (reader->periods, page->text->str, mention->start, &period);
    if (!labelled && (!evx_heading_period (reader->periods, page, mention->line, &period) || tells_of_other_years (page, mention->line, period.year)))
        period = work->setting->whole;
    else if (period.part && period.start[0] == '\0' && claim->qualifier == NULL)
        claim->qualifier = "part of a year";
    claim->year = period.year;
    claim->period_start = *period.start ? evx_document_string (document, period.start) : NULL;
    claim->period_end = *period.end ? evx_document_string (document, period.end) : NULL;
}

/* What follows the number at byte @end of the quote, and the sentence behind it. */
static char *
text_after (const EvxPage *page, const EvxMention *mention, const char *quote, gsize end)
{
    gsize rest = mention->quote != NULL ? strlen (quote) - MIN (mention->quote_end, strlen (quote)) : 0;
    gsize next = MIN (mention->end + rest, page->text->len), room = MIN (page->text->len - next, 160);
    g_autofree char *following = g_utf8_make_valid (page->text->str + next, (gssize)room);
    return g_strconcat (quote + end, " ", following, NULL);
}

/* What the text says of the number itself: the qualifier of a claim that it calls wrong, with who told it. The number of
 * somebody who is named is "refuted", that of the text or of nobody is "withdrawn". @reporter: (out) (transfer full)
 * (nullable). Returns: (transfer none) (nullable). */
static const char *
called_wrong (const EvxClaimReader *reader, const EvxPage *page, const EvxMention *mention, const EvxQuoteWords *words, int at, char **reporter)
{
    *reporter = NULL;
    if (at < 0 || mention->quote == NULL)
        return NULL;
    gsize start = g_array_index (words->starts, gsize, at);
    g_autofree char *after = text_after (page, mention, mention->quote, start + strlen (words->read->pdata[at]));
    gboolean wrong = evx_remark_is_wrong (reader->remarks, mention->quote, start, after);
    if (!wrong && !evx_remark_is_refuted (reader->remarks, mention->quote, start, after))
        return NULL;
    *reporter = evx_reporter_of (reader->speakers, mention);
    gboolean named = *reporter != NULL && strcmp (*reporter, "unnamed") != 0;
    return wrong || g_strcmp0 (*reporter, "unnamed") == 0 ? "withdrawn" : named ? "refuted" : NULL;
}

/* "Reviewed a sample of 25 transfers", "24 for each 100 detainers": a number that somebody chose. */
static gboolean
is_chosen (const EvxClaimReader *reader, const GArray *samples, const EvxMention *mention, const EvxQuoteWords *words, int at)
{
    if (at < 0 || evx_quote_figure (words->read->pdata[at]) == EVX_NONE)
        return FALSE;
    for (guint i = 0; i < samples->len; i++) {
        const EvxSample *sample = &g_array_index (samples, EvxSample, i);
        if (sample->count == mention->count && sample->end <= mention->start)
            return TRUE;
    }
    return evx_remark_is_base (reader->remarks, mention->quote, g_array_index (words->starts, gsize, at));
}

static gboolean
is_goal (const EvxClaimReader *reader, const EvxMention *mention, const EvxQuoteWords *words, int at)
{
    return at >= 0 && mention->quote != NULL &&
           evx_remark_is_goal (reader->remarks, mention->quote, g_array_index (words->starts, gsize, at));
}

/* "Of the twelve turned over, nine had a felony": who were counted elsewhere; of no time, it claims nothing more. */
static gboolean
refers_back (const EvxQuoteWords *words, int at, const EvxClaim *claim)
{
    if (at < 2 || claim->year != EVX_NONE || claim->period_start != NULL)
        return FALSE;
    g_autoptr (GString) before = evx_quote_folded (words, 0, (guint)at);
    return at <= 3 && evx_fold_has_any (evx_fold_tail (before->str, 2), "of the|of those|of these|de las|de los");
}

/* "Zero transfers by 2025", written before. */
static gboolean
is_wished (const EvxDocument *document, const EvxMention *mention, const EvxClaim *claim)
{
    gint written = document->date != NULL ? (gint)g_ascii_strtoll (document->date, NULL, 10) : 0;
    g_autofree char *by = g_strdup_printf ("by %d", claim->year), *folded = evx_fold (mention->quote != NULL ? mention->quote : "");
    gboolean later = written > 0 ? claim->year > written : claim->number == 0 && !evx_fold_has_any (folded, "was|were|had|has|have|did");
    return claim->year != EVX_NONE && later && evx_fold_has_any (folded, by);
}

/* "We expect to turn over 25 people in 2023", written before, or in that year where the number follows the word. */
static gboolean
is_forecast (const EvxDocument *document, const EvxClaim *claim, const EvxQuoteWords *words, int at)
{
    gint written = (gint)(evx_date_number (document->date) / 10000);
    if (written == 0 || claim->year < written || (claim->year == written && at < 0))
        return FALSE;
    guint first = claim->year == written ? (guint)MAX (at - FORECAST_WORDS, 0) : 0;
    guint last = claim->year == written ? (guint)at : words->folded->len;
    g_autoptr (GString) folded = evx_quote_folded (words, first, last);
    return evx_fold_has_any (folded->str, "will|expect|expects|expected|anticipate*|plan|plans|planned|project|projects|"
                                          "projected|forecast*|predict*|espera|preve|proyecta");
}

typedef enum { FATE_UNSAID, FATE_ANSWERED, FATE_DECLINED } Fate;

/* "126 of the 214 requests were declined": told is what became of the 126. */
static gboolean
is_whole_of_a_part (const EvxQuoteWords *words, int at)
{
    int of = at - 1;
    while (of > 0 && of > at - 3 && strcmp (words->folded->pdata[of], "of") != 0)
        of--;
    return of > 0 && strcmp (words->folded->pdata[of], "of") == 0 && evx_quote_figure (words->read->pdata[of - 1]) != EVX_NONE;
}

/* "134 requests were declined", "answered 74 requests": what became of the requests that are counted is told, so that
 * notices are counted, or requests that came to nothing. @at: the word of the number. */
static Fate
fate_of_requests (const EvxMention *mention, const EvxQuoteWords *words, int at)
{
    static const char declined[] = "said no to|declined|turned down|turned away|denied|rejected|disregarded|ignored|refused|unanswered|not honored|not answered|"
                                   "not granted|rechazad*|rechazo|denegad*|nego";
    static const char answered[] = "answered|honored|granted|responded to|complied with|respondid*|respondio|atendid*";
    if (g_strcmp0 (mention->sense, "request") != 0 || at < 0)
        return FATE_UNSAID;
    guint end = (guint)at + 1, last = MIN (words->read->len, end + FATE_WORDS);
    while (end < last && evx_quote_figure (words->read->pdata[end]) == EVX_NONE && !evx_quote_ends_clause (words->read->pdata[end - 1]))
        end++;
    if (is_whole_of_a_part (words, at))
        return FATE_UNSAID;
    g_autoptr (GString) behind = evx_quote_folded (words, (guint)at + 1, end);
    gboolean listed = at > 0 && (strcmp (words->folded->pdata[at - 1], "and") == 0 || strcmp (words->folded->pdata[at - 1], "y") == 0);
    g_autoptr (GString) before = evx_quote_folded (words, (guint)MAX (at - (listed ? FATE_WORDS : 2), 0), (guint)at);
    gboolean was = evx_fold_has_any (behind->str, "were|was|had been|have been|went|fueron|quedaron|se");
    if (evx_fold_has_any (before->str, declined) || (was && evx_fold_has_any (behind->str, declined)))
        return FATE_DECLINED;
    gboolean told = evx_fold_has_any (before->str, answered) || (was && evx_fold_has_any (behind->str, answered));
    return told ? FATE_ANSWERED : FATE_UNSAID;
}

void
evx_claim_set_declined (EvxClaim *claim)
{
    claim->what = claim->unit = "requests";
    claim->assertion = "negated";
    if (claim->qualifier == NULL)
        claim->qualifier = "declined";
}

static void
tell_fate (Fate fate, EvxClaim *claim)
{
    if (fate == FATE_UNSAID)
        return;
    if (fate == FATE_DECLINED) {
        evx_claim_set_declined (claim);
        return;
    }
    claim->what = "notifications";
    claim->unit = NULL;
}

/* "Others say that none were": nobody's count. */
static gboolean
is_hearsay (const EvxMention *mention)
{
    if (mention->count != 0 || mention->quote == NULL)
        return FALSE;
    g_autofree char *folded = evx_fold (mention->quote);
    return evx_fold_has_any (folded, "others say|others said|some say|some said|critics say|critics said|it is said|people say|"
                                     "otros dicen|algunos dicen|se dice");
}

/* "110 detainers, 12 fewer than in 2022": the year is of what the number is set beside. A year that the sentence does not
 * say was taken from the text before. */
static gboolean
is_year_of_another (const EvxClaimReader *reader, const EvxPage *page, const EvxMention *mention)
{
    if (mention->year == EVX_NONE || mention->quote == NULL || mention->relative_year != EVX_NONE_RELATIVE)
        return FALSE;
    g_autofree char *year = g_strdup_printf ("%d", mention->year);
    if (strstr (mention->quote, year) != NULL)
        return evx_remark_year_is_of_another (reader->remarks, mention->quote, mention->year, mention->count);
    g_autofree char *before = evx_text_before (page, mention, 0);
    const char *last = g_strrstr (before, year);
    if (last == NULL)
        return FALSE;
    before[last - before + 4] = '\0';
    const char *sentence = last - before > 120 ? evx_whole_character (last - 120) : before;
    return evx_remark_year_is_of_another (reader->remarks, sentence, mention->year, EVX_NONE);
}

/* "A year earlier it handed over 52": before the year that was told of last; of a sentence that names no year and no other
 * number, and sets nothing beside its own. */
static gboolean
is_of_year_before (const EvxMention *mention)
{
    static const char before[] = "a year earlier|a year before|one year earlier|the year before|the year earlier|the previous year|"
                                 "the prior year|the preceding year|un ano antes|el ano anterior";
    const char *quote = mention->quote != NULL ? mention->quote : "";
    if (strstr (quote, "year ") == NULL && strstr (quote, "a\xc3\xb1o") == NULL)
        return FALSE;
    g_autofree char *folded = evx_fold (quote);
    guint numbers = 0;
    for (const char *at = quote; *at != '\0'; at++)
        numbers += g_ascii_isdigit (*at) && !g_ascii_isdigit (at[1]);
    return numbers <= 1 && mention->relative_year == EVX_NONE_RELATIVE && evx_fold_has_any (folded, before) &&
           !evx_fold_has_any (folded, "than|up from|down from|compared|twice|half|que");
}

/* The year of a mention: its own, unless something else is of that; then, or where it says "that year", the one told before. */
static gint
year_of_mention (const EvxClaimReader *reader, const EvxPage *page, const EvxMention *mention)
{
    static const char that_year[] = "that year|that same year|the same year|ese ano|ese mismo ano|dicho ano|aquel ano";
    gboolean of_another = is_year_of_another (reader, page, mention);
    if (is_of_year_before (mention)) {
        gint told = year_told_before (reader, page, mention, TRUE);
        return told != EVX_NONE ? told - 1 : EVX_NONE;
    }
    if (mention->year != EVX_NONE && !of_another)
        return mention->year;
    g_autofree char *folded = evx_fold (mention->quote != NULL ? mention->quote : "");
    return of_another || evx_fold_has_any (folded, that_year) ? year_told_before (reader, page, mention, TRUE) : EVX_NONE;
}

/* "Called twice on four": how often each time. */
static gboolean
counts_occasions (const EvxMention *mention, int at)
{
    g_autofree char *folded = evx_fold (at < 0 && mention->quote != NULL ? mention->quote : "");
    return mention->count > 0 && evx_fold_has_any (folded, "once|twice|thrice|una vez|dos veces");
}

/* The first year at or after @at that is written in figures; EVX_NONE if there is none. @end: (out): behind it. */
static gint
year_written (const char *at, const char **end)
{
    for (; (at = strstr (at, "20")) != NULL; at++)
        if (strspn (at, "0123456789") == 4) {
            *end = at + 4;
            return (gint)g_ascii_strtoll (at, NULL, 10);
        }
    return EVX_NONE;
}

/* The paragraph names @year before the mention, and no other. */
static gboolean
is_the_year_of_paragraph (const EvxPage *page, const EvxMention *mention, gint year)
{
    g_autofree char *text = evx_text_before (page, mention, 0);
    const char *blank = g_strrstr (text, "\n\n"), *at = blank != NULL ? blank : text;
    gint named, n = 0;
    for (; (named = year_written (at, &at)) != EVX_NONE; n++)
        if (named != year)
            return FALSE;
    return n > 0;
}

/* The year is that of a sentence before, where the paragraph has several or none: its own sentence names no time, and may
 * be of another. */
static gboolean
is_of_year_told_before (const EvxPage *page, const EvxMention *mention, const EvxClaim *claim)
{
    const char *end;
    if (mention->year == EVX_NONE || mention->relative_year != EVX_NONE_RELATIVE || claim->year != mention->year ||
        claim->period_start != NULL || mention->quote == NULL)
        return FALSE;
    if (year_written (mention->quote, &end) != EVX_NONE || is_the_year_of_paragraph (page, mention, claim->year))
        return FALSE;
    g_autofree char *folded = evx_fold (mention->quote);
    return !evx_fold_has_any (folded, "year|years|annual|ano|anos|anual|fy|fiscal|month*|quarter*|mes|meses|trimestre|semestre|since|desde");
}

/* "ICE arrested 30 people outside the jail", and what others say of the lobby: whoever is taken so was let go before. */
static gboolean
is_after_release (const EvxMention *mention)
{
    if (mention->quote == NULL || mention->quote_end > strlen (mention->quote))
        return FALSE;
    const char *behind = mention->quote + mention->quote_end;
    g_autofree char *clause = g_strndup (behind, strcspn (behind, ".;:")), *folded = evx_fold (clause);
    return evx_fold_has_any (folded, "outside|doorstep|front door|sidewalk|parking lot|in the street|on the steps|afuera|en la calle") ||
           (g_strcmp0 (mention->assertion, "alleged") == 0 && evx_fold_has_any (folded, "door|doors|lobby|gate|puerta|vestibulo"));
}

/* "surrendered to the Border Patrol", where ICE is not named beside it: another authority than that of most counts. */
static gboolean
is_to_border_patrol (const EvxQuoteWords *words)
{
    g_autoptr (GString) folded = evx_quote_folded (words, 0, words->folded->len);
    return evx_fold_has_any (folded->str, "border patrol|cbp|patrulla fronteriza") && !evx_fold_has_any (folded->str, "ice|i c e|dhs");
}

/* "In the quarter that ended December 31, 2023", "305 to date": of the year that is named a part alone, whose days were not
 * read. */
static gboolean
counts_a_part_of_year (const EvxQuoteWords *words, const EvxClaim *claim)
{
    if (claim->year == EVX_NONE || claim->period_start != NULL)
        return FALSE;
    g_autoptr (GString) folded = evx_quote_folded (words, 0, words->folded->len);
    return evx_fold_has_any (folded->str, "quarter|trimestre|first half|second half|semestre|to date|so far|thus far|as of|ytd|hasta la fecha|en lo que va");
}

static void
claim_of_mention (const Work *work, const EvxMention *mention)
{
    const EvxClaimReader *reader = work->reader;
    EvxDocument *document = work->document;
    const EvxPage *page = work->page;
    g_auto (EvxQuoteWords) words = evx_quote_words (mention->quote != NULL ? mention->quote : mention->surface);
    int at = evx_quote_number_word (reader->quotes, &words, mention->count, mention->quote_start);
    gboolean unsaid =
        mention->count == 1 && at < 0; /* "ICE picked him up": an event, not a count */
    gboolean rule = mention->count == 0 && g_strcmp0 (document->type, "policy") == 0;
    gboolean none = mention->count == 0 && denies_a_part (mention);
    if (is_time (&words, at) || unsaid || rule || none || counts_occasions (mention, at) || is_in_row_of_a_day (page, mention) ||
        is_in_row_of_numbers (page, mention) || is_goal (reader, mention, &words, at) ||
        is_chosen (reader, work->samples, mention, &words, at) || is_hearsay (mention))
        return;
    if (at >= 0 && mention->quote != NULL && evx_remark_is_of_room (reader->remarks, mention->quote, g_array_index (words.starts, gsize, at)))
        return;
    const char *unit = evx_quote_unit (reader->quotes, &words, at);
    const char *fixed = default_unit (mention);
    gboolean person = strcmp (mention->kind, "detainee") == 0;
    const EvxMention *event = person ? event_beside (page, mention) : NULL;
    const char *what = event != NULL && (evx_mention_goes_elsewhere (event) || evx_mention_is_of_an_offense (event)) ? "other"
                                                                           : evx_claim_what (event != NULL ? event : mention);
    if (strcmp (what, "transfers") == 0 && g_strcmp0 (unit, "requests") == 0)
        return; /* "44 requests from ICE": of none is said that it was taken over */
    g_autofree char *id = evx_mention_id (document->id, page, mention);
    g_autofree char *reporter = NULL;
    const char *wrong = called_wrong (reader, page, mention, &words, at, &reporter);
    g_autofree char *speaker = reporter != NULL ? g_steal_pointer (&reporter) : evx_claim_speaker (reader->speakers, document, page, mention, work->setting->author);
    EvxClaim claim = {
        .number = mention->count,
        .what = counts_who_has_one (mention) || evx_mention_is_of_an_offense (mention) ? "other" : what,
        .unit = fixed != NULL && (unit == NULL || strcmp (fixed, "persons") != 0) ? fixed : unit,
        .qualifier = wrong != NULL ? wrong : evx_quote_qualifier (reader->quotes, &words, at),
        .year = year_of_mention (reader, page, mention),
        .agency = evx_claim_agency (reader->remarks, document, page, mention),
        .speaker = evx_document_string (document, speaker),
        .assertion = wrong != NULL && mention->count > 0 && g_strcmp0 (mention->assertion, "negated") == 0
                         ? "alleged" /* "that 9 were is false" denies what others say */
                         : evx_document_string (document, mention->assertion),
        .quote = evx_document_string (document, mention->quote),
        .mention_id = evx_document_string (document, id),
        .page = page->index,
        .box = mention->box,
    };
    tell_fate (event == NULL ? fate_of_requests (mention, &words, at) : FATE_UNSAID, &claim);
    set_period (work, mention, at >= 0 ? g_array_index (words.starts, gsize, at) : mention->quote_start, &claim);
    if (claim.qualifier == NULL && counts_a_part_of_year (&words, &claim))
        claim.qualifier = "part of a year";
    if (claim.qualifier == NULL && strcmp (what, "transfers") == 0 && is_after_release (mention))
        claim.qualifier = "after release";
    if (claim.qualifier == NULL && is_to_border_patrol (&words))
        claim.qualifier = "border patrol";
    if (claim.qualifier == NULL && is_of_year_told_before (page, mention, &claim))
        claim.qualifier = "year told before";
    if (mention->relative_year == EVX_NONE_RELATIVE)
        set_period_of_place (work, mention, &claim);
    if (is_forecast (document, &claim, &words, at) || is_wished (document, mention, &claim) || refers_back (&words, at, &claim))
        return;
    evx_claims_add (document, &claim, id);
    if (at >= 0 && strcmp (what, "detainees") != 0 && claim.period_start == NULL)
        evx_claims_compared (reader, document, &claim, g_array_index (words.starts, gsize, at));
}

/* The claim of a number that answers the question in which the mention stands. */
static gboolean
claim_of_answer (const Work *work, const EvxMention *mention)
{
    gint64 number;
    gint year;
    g_autofree char *quote = evx_question_answer (work->reader, work->page, mention, &number, &year);
    if (quote == NULL)
        return FALSE;
    EvxMention answered = *mention;
    answered.count = number;
    answered.year = year != EVX_NONE ? year : mention->year;
    answered.quote = quote;
    answered.assertion = number == 0 ? "negated" : "affirmed";
    claim_of_mention (work, &answered);
    return TRUE;
}

/* A denial for a year is a claim of zero, though no number is written. */
static gboolean
states_none (const EvxMention *mention)
{
    return mention->evidential && mention->count < 0 && strcmp (mention->kind, "detainee") != 0 &&
           (mention->year != EVX_NONE || mention->period_start != NULL) && denies_all (mention);
}

/* "notified ICE 27 times", "of a release date one hundred times": how often the mention itself says that it happened, within
 * a few words of it; or EVX_NONE. */
static gint64
times_after (const EvxQuoteReader *quotes, const EvxMention *mention)
{
    static const char *const nouns[] = { "times", "occasions", "veces", "ocasiones" };
    if (mention->quote == NULL || mention->quote_end > strlen (mention->quote))
        return EVX_NONE;
    g_auto (EvxQuoteWords) words = evx_quote_words (mention->quote + mention->quote_end);
    for (guint i = 0; i + 1 < MIN (words.read->len, TIMES_WORDS); i++) {
        guint next = i;
        gint64 number = evx_quote_number_at (quotes, &words, &next);
        for (guint n = 0; n < G_N_ELEMENTS (nouns) && number > 0 && next < words.read->len; n++) {
            g_autofree char *noun = g_strstrip (evx_fold (nouns[n]));
            if (strcmp (words.folded->pdata[next], noun) == 0)
                return number;
        }
        if (evx_quote_ends_clause (words.read->pdata[i]))
            break;
    }
    return EVX_NONE;
}

/* The claim of a mention whose count is @number though the mention has none. */
static void
claim_of_number (const Work *work, const EvxMention *mention, gint64 number)
{
    EvxMention counted = *mention;
    counted.count = number;
    if (states_a_count (&counted))
        claim_of_mention (work, &counted);
}

/* "Transfers to ICE: 2021 - 52; 2022 - 37": two years at least stand behind a colon. */
static gboolean
may_list_years (const EvxMention *mention)
{
    const char *behind = mention->quote != NULL && mention->quote_end <= strlen (mention->quote) ? mention->quote + mention->quote_end : "";
    const char *colon = strchr (behind, ':'), *first = colon != NULL ? strstr (colon, "20") : NULL;
    return first != NULL && colon - behind < LABEL_BYTES && strstr (first + 2, "20") != NULL;
}

/* "Requests fell from 512 in 2018 to 197 in 2021": the sentence can only be so. */
static gboolean
may_move (const EvxMention *mention)
{
    const char *behind = mention->quote != NULL && mention->quote_end <= strlen (mention->quote) ? mention->quote + mention->quote_end : "";
    const char *number = mention->quote != NULL ? strpbrk (mention->quote, "0123456789") : NULL, *to = number != NULL ? strstr (number, " to ") : NULL;
    if (to != NULL && to < mention->quote + mention->quote_start && behind[0] != '?')
        return TRUE;
    return strpbrk (behind, "0123456789") != NULL && (strstr (behind, " to ") != NULL || strstr (behind, " a ") != NULL || may_list_years (mention));
}

/* The claim of the later year; what is set beside it follows from that. */
static gboolean
claim_of_move (const Work *work, const EvxMention *mention)
{
    g_autoptr (GMatchInfo) match = NULL, head = NULL;
    if (mention->count >= 0 || !may_move (mention))
        return FALSE;
    g_autofree char *before = g_strndup (mention->quote, mention->quote_start);
    if (g_regex_match (work->reader->moves_before, before, 0, &head))
        match = g_steal_pointer (&head);
    else if (!g_regex_match (work->reader->moves, mention->quote + mention->quote_end, 0, &match))
        return FALSE;
    g_autofree char *number = g_match_info_fetch (match, 1), *year = g_match_info_fetch (match, 2);
    EvxMention counted = *mention;
    counted.count = evx_quote_figure (number);
    counted.year = (gint)g_ascii_strtoll (year, NULL, 10);
    counted.relative_year = EVX_NONE_RELATIVE;
    if (strcmp (mention->assertion, "policy") == 0) /* a noun without a number; it has one here */
        counted.assertion = "affirmed";
    if (states_a_count (&counted))
        claim_of_mention (work, &counted);
    return TRUE;
}

/* Each of the years of a list is a claim. */
static gboolean
claim_of_series (const Work *work, const EvxMention *mention)
{
    g_autoptr (GMatchInfo) match = NULL;
    guint n = 0;
    if (mention->count >= 0 || !may_list_years (mention))
        return FALSE;
    g_regex_match (work->reader->series, mention->quote + mention->quote_end, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++) {
        g_autofree char *year = g_match_info_fetch (match, 1), *number = g_match_info_fetch (match, 2);
        EvxMention counted = *mention;
        counted.count = evx_quote_figure (number);
        counted.year = (gint)g_ascii_strtoll (year, NULL, 10);
        counted.relative_year = EVX_NONE_RELATIVE;
        counted.assertion = counted.count > 0 ? "affirmed" : "negated";
        claim_of_mention (work, &counted);
    }
    return n > 0;
}

/* "The number of requests in 2022 is", and the next block begins "346.": taken for the mark of an item. The number, or
 * EVX_NONE. */
static gint64
number_broken_off (const EvxPage *page, const EvxMention *mention)
{
    static const char *const ends[] = { " is", " was", " were", " es", " fue", " fueron" };
    const char *quote = mention->quote != NULL ? mention->quote : "";
    gboolean open = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (ends) && !open && mention->count < 0; i++)
        open = g_str_has_suffix (quote, ends[i]);
    g_autofree char *folded = open ? evx_fold (quote) : NULL;
    const char *end = open ? strstr (page->text->str + MIN (mention->end, page->text->len), "\n\n") : NULL;
    gsize rest = strlen (quote) - MIN (mention->quote_end, strlen (quote));
    if (end == NULL || (gsize)(end - page->text->str) > mention->end + rest + 2 || !evx_fold_has_any (folded, "number|total|count|figure|numero|cifra"))
        return EVX_NONE;
    gsize digits = strspn (end + 2, "0123456789,");
    gboolean alone = digits > 0 && end[2 + digits] == '.' && (end[3 + digits] == '\0' || g_ascii_isspace (end[3 + digits]));
    g_autofree char *figure = g_strndup (end + 2, digits);
    return alone ? evx_quote_figure (figure) : EVX_NONE;
}

static gboolean
says_times (const EvxMention *mention)
{
    static const char *const nouns[] = { " times", " occasions", " veces", " ocasiones" };
    const char *behind = mention->quote != NULL && mention->quote_end <= strlen (mention->quote) ? mention->quote + mention->quote_end : "";
    for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
        if (strstr (behind, nouns[i]) != NULL)
            return TRUE;
    return FALSE;
}

static gboolean
may_claim (const EvxPage *page, const EvxMention *mention)
{
    gboolean event = strcmp (mention->kind, "detainee") != 0;
    gboolean asked = event && mention->quote != NULL && g_str_has_suffix (mention->quote, "?");
    return asked || mention->count >= 0 || number_broken_off (page, mention) >= 0 || (event && (denies_all (mention) || says_times (mention) || may_move (mention)));
}

gboolean
evx_claims_may_follow (const EvxPage *page)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        if (may_claim (page, mention) || mention->relative_year != EVX_NONE_RELATIVE)
            return TRUE;
    }
    return FALSE;
}

/* Notes that the claims from @first on are of @mention. */
static void
note_told (GArray *told, const EvxDocument *document, guint first, const EvxMention *mention)
{
    for (guint c = first; c < document->claims->len; c++) {
        EvxTold one = { c, mention->start };
        g_array_append_val (told, one);
    }
}

void
evx_claims_of_mentions (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page,
                        const EvxClaimSetting *setting)
{
    g_autoptr (EvxConcern) concern = evx_concern_new (page, setting->title);
    g_autoptr (GArray) samples = evx_remark_samples (reader->remarks, page->text->str);
    Work work = { reader, document, page, setting, samples };
    g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (EvxTold));
    const EvxMention *answered = NULL; /* in a question whose answer is a claim: others there are about the same number */
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        guint first = document->claims->len;
        if ((answered != NULL && is_one_sentence (answered, mention)) || !may_claim (page, mention) ||
            !evx_concern_holds (concern, i))
            continue;
        if (claim_of_answer (&work, mention))
            answered = mention;
        else if (states_a_count (mention) && !is_said_by_another (page, i))
            claim_of_mention (&work, mention);
        else if (claim_of_move (&work, mention) || claim_of_series (&work, mention))
            ;
        else if (number_broken_off (page, mention) >= 0)
            claim_of_number (&work, mention, number_broken_off (page, mention));
        else if (states_none (mention))
            claim_of_number (&work, mention, 0);
        else if (mention->count < 0 && strcmp (mention->kind, "detainee") != 0)
            claim_of_number (&work, mention, times_after (reader->quotes, mention));
        note_told (told, document, first, mention);
    }
    g_autoptr (GArray) questions = evx_questions_unmentioned (reader, document, page);
    for (guint i = 0, first = document->claims->len; i < questions->len; i++, first = document->claims->len) {
        claim_of_answer (&work, &g_array_index (questions, EvxMention, i));
        for (guint c = first; c < document->claims->len; c++)
            g_array_index (document->claims, EvxClaim, c).mention_id = NULL; /* the index has no such mention */
    }
    evx_claims_of_turns (reader, document, page, told);
    evx_claims_echoed (reader, reader->echoes, document, page, setting, told);
}
