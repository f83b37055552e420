/* Of which time a claim is: what its sentence says, what that points to, and what stands over it.
 */
#include "claims-internal.h"

#include "fold.h"

#define NEAR_BYTES 120 /* before a year, where words may set it beside another */

/* ---- years that are written
 * ---------------------------------------------------------------------- */

/* The year in figures that stands at @at of @text; EVX_NONE if none does. */
static gint
year_at (const char *text, const char *at)
{
    gboolean may_be = (at[0] == '1' && at[1] == '9') || (at[0] == '2' && at[1] == '0');
    if (!may_be || (at > text && g_ascii_isalnum (at[-1])) || strspn (at, "0123456789") != 4)
        return EVX_NONE;
    return (gint)g_ascii_strtoll (at, NULL, 10);
}

/* "March 7, 2023" or "June 2023": the year of a day or a month, before byte @at. */
static gboolean
is_of_a_date (const char *text, const char *at)
{
    static const char months[] = "january|february|march|april|may|june|july|august|september|"
                                 "october|november|december|enero|febrero|"
                                 "marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
                                 "diciembre|jan|feb|mar|apr|jun|jul|"
                                 "aug|sep|sept|oct|nov|dec";
    const char *start = at;
    while (start > text && (g_ascii_isspace (start[-1]) || start[-1] == ',' || start[-1] == '.'))
        start--;
    gboolean day = start > text && g_ascii_isdigit (start[-1]) && start < at && *start == ',';
    const char *from = evx_whole_character (start - text > 24 ? start - 24 : text);
    g_autofree char *before = g_strndup (from, (gsize)(start - from)), *folded = evx_fold (before);
    return day || evx_fold_has_any (evx_fold_tail (folded, 2), months);
}

/* What stands before a year of @text at byte @at, as far as it may say what the year is of.
 * Returns: (transfer full): with the year. */
static char *
up_to_year (const char *text, gsize at)
{
    const char *from = at > NEAR_BYTES ? evx_whole_character (text + at - NEAR_BYTES) : text;
    return g_strndup (from, (gsize)(text + at + 4 - from));
}

/* The last year that the page, or only the paragraph, names before @mention, other than of days and
 * of what is set beside something. */
static gint
year_told_before (const EvxClaimWork *work, const EvxMention *mention, gboolean in_paragraph)
{
    g_autofree char *text = evx_text_before (work->page, mention, 0);
    const char *blank = g_strrstr (text, "\n\n"),
               *paragraph = in_paragraph && blank != NULL ? blank : text;
    for (gsize length = strlen (paragraph); length >= 4; length--) {
        gint year = year_at (paragraph, paragraph + length - 4);
        if (year == EVX_NONE || is_of_a_date (paragraph, paragraph + length - 4))
            continue;
        g_autofree char *near = up_to_year (paragraph, length - 4);
        if (!evx_remark_year_is_of_another (work->remarks, near, year, EVX_NONE))
            return year;
    }
    return EVX_NONE;
}

/* ---- the year of a mention
 * ------------------------------------------------------------------------- */

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

/* "110 detainers, 12 fewer than in 2022": the year is of what the number is set beside. A year that
 * the sentence does not say was taken from the text before. */
static gboolean
is_year_of_another (const EvxClaimWork *work, const EvxMention *mention)
{
    if (mention->year == EVX_NONE || mention->quote == NULL ||
        mention->relative_year != EVX_NONE_RELATIVE)
        return FALSE;
    g_autofree char *year = g_strdup_printf ("%d", mention->year);
    if (strstr (mention->quote, year) != NULL)
        return evx_remark_year_is_of_another (work->remarks, mention->quote, mention->year,
                                              mention->count);
    g_autofree char *before = evx_text_before (work->page, mention, 0);
    const char *last = g_strrstr (before, year);
    if (last == NULL)
        return FALSE;
    g_autofree char *near = up_to_year (before, (gsize)(last - before));
    return evx_remark_year_is_of_another (work->remarks, near, mention->year, EVX_NONE);
}

/* "A year earlier it handed over 52": before the year that was told of last; of a sentence that
 * names no year and no other number, and sets nothing beside its own. */
static gboolean
is_of_year_before (const EvxMention *mention)
{
    static const char before[] = "a year earlier|a year before|one year earlier|the year "
                                 "before|the year earlier|the previous year|"
                                 "the prior year|the preceding year|un ano antes|el ano anterior";
    const char *quote = mention->quote != NULL ? mention->quote : "";
    if (strstr (quote, "year ") == NULL && strstr (quote, "a\xc3\xb1o") == NULL)
        return FALSE;
    g_autofree char *folded = evx_fold (quote);
    guint numbers = 0;
    for (const char *at = quote; *at != '\0'; at++)
        numbers += g_ascii_isdigit (*at) && !g_ascii_isdigit (at[1]);
    return numbers <= 1 && mention->relative_year == EVX_NONE_RELATIVE &&
           evx_fold_has_any (folded, before) &&
           !evx_fold_has_any (folded, "than|up from|down from|compared|twice|half|que");
}

gint
evx_claim_year (const EvxClaimWork *work, const EvxMention *mention)
{
    static const char that_year[] =
        "that year|that same year|the same year|ese ano|ese mismo ano|dicho ano|aquel ano";
    if (is_of_year_before (mention)) {
        gint told = year_told_before (work, mention, TRUE);
        return told != EVX_NONE ? told - 1 : EVX_NONE;
    }
    gboolean of_another = is_year_of_another (work, mention);
    if (mention->year != EVX_NONE && !of_another)
        return mention->year;
    g_autofree char *folded = evx_fold (mention->quote != NULL ? mention->quote : "");
    return of_another || evx_fold_has_any (folded, that_year)
               ? year_told_before (work, mention, TRUE)
               : EVX_NONE;
}

/* ---- what the sentence says
 * ------------------------------------------------------------------------ */

/* "101 in the first half of 2024, 93 in the same months of 2023": those days of @year, where they
 * are of one year. */
static void
move_to_year (EvxPeriod *period, gint year)
{
    gboolean one = period->year != EVX_NONE && strncmp (period->start, period->end, 4) == 0;
    g_autofree char *start = g_strdup_printf ("%04d%s", year, one ? period->start + 4 : "");
    g_autofree char *end = g_strdup_printf ("%04d%s", year, one ? period->end + 4 : "");
    *period = (EvxPeriod){ .year = year, .part = TRUE };
    if (one) {
        g_strlcpy (period->start, start, sizeof period->start);
        g_strlcpy (period->end, end, sizeof period->end);
    }
}

/* "In the last three months of the year": that which was told of before. Returns: (transfer full):
 * the quote. */
static char *
with_year_named (const EvxClaimWork *work, const EvxMention *mention)
{
    static const char *const words[] = { " of the year", " of that year", " del a\xc3\xb1o",
                                         " de ese a\xc3\xb1o" };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        const char *found = strstr (mention->quote, words[i]);
        if (found == NULL)
            continue;
        gint year =
            mention->year != EVX_NONE ? mention->year : year_told_before (work, mention, FALSE);
        if (year != EVX_NONE)
            return g_strdup_printf ("%.*s of %d%s", (int)(found - mention->quote), mention->quote,
                                    year, found + strlen (words[i]));
    }
    return g_strdup (mention->quote);
}

/* "Those four years": as many as a claim before is of. */
static gboolean
years_told_before (const EvxDocument *document, guint years, EvxPeriod *period)
{
    for (guint i = document->claims->len; i-- > 0 && years > 1;) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        guint32 first = evx_date_number (claim->period_start),
                last = evx_date_number (claim->period_end);
        if (first % 10000 != 101 || last % 10000 != 1231 ||
            last / 10000 + 1 != first / 10000 + years)
            continue;
        g_strlcpy (period->start, claim->period_start, sizeof period->start);
        g_strlcpy (period->end, claim->period_end, sizeof period->end);
        return TRUE;
    }
    return FALSE;
}

/* What a sentence says of its time by pointing to what stands around: "over those four years", "in
 * December". @year: of the mention. @number: its byte in the quote. */
static gboolean
read_pointed (const EvxClaimWork *work, const EvxMention *mention, gsize number, gint year,
              EvxPeriod *period)
{
    const EvxPeriodReader *periods = work->periods;
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
        year = evx_heading_period (periods, work->page, mention->line, &heading)
                   ? heading.year
                   : work->setting->whole.year;
    return year == EVX_NONE || evx_period_of_months (periods, mention->quote, number, year,
                                                     work->document->date, period);
}

static gboolean
names_year (const EvxMention *mention, gint year)
{
    g_autofree char *written = g_strdup_printf ("%d", year);
    return strstr (mention->quote, written) != NULL;
}

/* Where its own sentence names its time, a year that was carried from others is none of its. */
static void
set_period (const EvxClaimWork *work, const EvxCounted *counted, EvxClaim *claim)
{
    const EvxMention *mention = counted->mention;
    EvxDocument *document = work->document;
    EvxPeriod period;
    claim->period_start = evx_document_string (document, mention->period_start);
    claim->period_end = evx_document_string (document, mention->period_end);
    g_autofree char *quote = mention->quote != NULL ? with_year_named (work, mention) : NULL;
    if (claim->period_start != NULL || quote == NULL)
        return;
    gboolean whole = evx_period_read (work->periods, quote, document->date, &period);
    if (!whole && !read_pointed (work, mention, counted->byte, claim->year, &period))
        return;
    gint end_year = (gint)(evx_date_number (period.end) / 10000);
    gint start_year = (gint)(evx_date_number (period.start) / 10000);
    gboolean other_year = claim->year != EVX_NONE && end_year > 0 &&
                          (claim->year < start_year || claim->year > end_year);
    gboolean carried = claim->year != EVX_NONE && mention->relative_year == EVX_NONE_RELATIVE &&
                       !names_year (mention, claim->year);
    gboolean repeated = evx_period_is_repeated (work->periods, quote);
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

/* "In the quarter that ended December 31, 2023", "305 to date": of the year that is named a part
 * alone, whose days were not read. */
static gboolean
counts_a_part_of_year (const EvxQuoteWords *words, const EvxClaim *claim)
{
    if (claim->year == EVX_NONE || claim->period_start != NULL)
        return FALSE;
    g_autoptr (GString) folded = evx_quote_folded (words, 0, words->folded->len);
    return evx_fold_has_any (
        folded->str,
        "quarter|trimestre|first half|second half|semestre|to date|so far|thus far|as of|ytd|"
        "hasta la fecha|en lo que va");
}

void
evx_claim_set_time (const EvxClaimWork *work, const EvxCounted *counted, EvxClaim *claim)
{
    set_period (work, counted, claim);
    if (claim->qualifier == NULL && counts_a_part_of_year (&counted->words, claim))
        claim->qualifier = "part of a year";
}

/* ---- what stands around
 * --------------------------------------------------------------------------- */

/* Whether @text, up to @end, names years in figures: @year alone, others alone, or both. */
static void
look_for_years (const char *text, const char *end, gint year, gboolean *same, gboolean *others)
{
    *same = *others = FALSE;
    for (const char *at = text; at < end; at++) {
        gint named = year_at (text, at);
        *same |= named == year;
        *others |= named != EVX_NONE && named != year;
    }
}

/* The paragraph to the end of @line names years, and @year is none of them: then the heading's is
 * not the paragraph's. */
static gboolean
tells_of_other_years (const EvxPage *page, guint line, gint year)
{
    const EvxLine *read =
        line < page->lines->len ? &g_array_index (page->lines, EvxLine, line) : NULL;
    gboolean same, others;
    if (read == NULL || read->n_words == 0 || year == EVX_NONE)
        return FALSE;
    const EvxWord *last =
        &g_array_index (page->words, EvxWord, read->first_word + read->n_words - 1);
    const char *text = page->text->str, *paragraph = g_strrstr_len (text, last->start, "\n\n");
    look_for_years (paragraph != NULL ? paragraph : text, text + last->start + last->length, year,
                    &same, &others);
    return others && !same;
}

/* The year is that of a sentence before, where the paragraph has several or none: its own sentence
 * names no time, and may be of another. */
static gboolean
is_of_year_told_before (const EvxClaimWork *work, const EvxMention *mention, const EvxClaim *claim)
{
    gboolean same, others;
    if (mention->year == EVX_NONE || mention->relative_year != EVX_NONE_RELATIVE ||
        claim->year != mention->year || claim->period_start != NULL || mention->quote == NULL)
        return FALSE;
    look_for_years (mention->quote, mention->quote + strlen (mention->quote), claim->year, &same,
                    &others);
    if (same || others)
        return FALSE;
    g_autofree char *text = evx_text_before (work->page, mention, 0);
    const char *blank = g_strrstr (text, "\n\n");
    look_for_years (blank != NULL ? blank : text, text + strlen (text), claim->year, &same,
                    &others);
    if (same && !others)
        return FALSE;
    g_autofree char *folded = evx_fold (mention->quote);
    return !evx_fold_has_any (folded, "year|years|annual|ano|anos|anual|fy|fiscal|month*|quarter*|"
                                      "mes|meses|trimestre|semestre|since|desde");
}

/* A claim that names no time is of the time that its heading names; in a log, of that which the log
 * says it covers. */
static void
set_period_of_place (const EvxClaimWork *work, const EvxMention *mention, EvxClaim *claim)
{
    EvxDocument *document = work->document;
    const EvxPage *page = work->page;
    EvxPeriod period;
    gboolean timed = claim->year != EVX_NONE || claim->period_start != NULL ||
                     g_strcmp0 (claim->qualifier, "part of a year") == 0;
    if (timed)
        return;
    gboolean labelled =
        evx_period_labelled (work->periods, page->text->str, mention->start, &period);
    if (!labelled && (!evx_heading_period (work->periods, page, mention->line, &period) ||
                      tells_of_other_years (page, mention->line, period.year)))
        period = work->setting->whole;
    else if (period.part && period.start[0] == '\0' && claim->qualifier == NULL)
        claim->qualifier = "part of a year";
    claim->year = period.year;
    claim->period_start = *period.start ? evx_document_string (document, period.start) : NULL;
    claim->period_end = *period.end ? evx_document_string (document, period.end) : NULL;
}

void
evx_claim_set_time_around (const EvxClaimWork *work, const EvxCounted *counted, EvxClaim *claim)
{
    const EvxMention *mention = counted->mention;
    if (claim->qualifier == NULL && is_of_year_told_before (work, mention, claim))
        claim->qualifier = "year told before";
    if (mention->relative_year == EVX_NONE_RELATIVE)
        set_period_of_place (work, mention, claim);
}
