/* What the text says of a number besides what it counts: that it counts nothing, that it is wrong,
 * what became of those who were counted. */
#include "claims-internal.h"

#include "fold.h"

enum { LOG_CELLS = 3, DATE_BYTES = 24, FORECAST_WORDS = 4, FATE_WORDS = 8, AFTER_BYTES = 160 };

/* ---- no count -------------------------------------------------------------------------------- */

/* "at 0555" is a time of day, and a number written with a leading zero is no count. */
static gboolean
is_time (const EvxCounted *counted)
{
    const char *word = counted->at >= 0 ? counted->words.read->pdata[counted->at] : "";
    return word[0] == '0' && g_ascii_isdigit (word[1]);
}

/* "Called twice on four": how often each time. */
static gboolean
counts_occasions (const EvxCounted *counted)
{
    const EvxMention *mention = counted->mention;
    g_autofree char *folded =
        evx_fold (counted->at < 0 && mention->quote != NULL ? mention->quote : "");
    return mention->count > 0 && evx_fold_has_any (folded, "once|twice|thrice|una vez|dos veces");
}

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

/* A row with a cell that is a day tells what happened on that day: an event, and no count of a
 * year. */
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

/* A row of several numbers is read with its columns' heads, as a table; by itself it does not say
 * which is meant. */
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

gboolean
evx_claim_denies_a_part (const EvxMention *mention)
{
    const char *behind = evx_quote_behind (mention);
    g_autofree char *clause = g_strndup (behind, strcspn (behind, ".;:")),
                    *folded = evx_fold (clause);
    return evx_fold_has_any (folded, "without|unless|with a|with an|on a|under a|under an|by "
                                     "order|except|other than|besides|alone|solely|past|"
                                     "beyond|who did not|who had not|who was not|who were not|con "
                                     "orden|con una|con un|bajo|sin|salvo|"
                                     "excepto|solo por|mas alla");
}

/* "Reviewed a sample of 25 transfers", "24 for each 100 detainers": a number that somebody chose.
 */
static gboolean
is_chosen (const EvxClaimWork *work, const EvxCounted *counted)
{
    const EvxMention *mention = counted->mention;
    if (counted->at < 0 || evx_quote_figure (counted->words.read->pdata[counted->at]) == EVX_NONE)
        return FALSE;
    for (guint i = 0; i < work->samples->len; i++) {
        const EvxSample *sample = &g_array_index (work->samples, EvxSample, i);
        if (sample->count == mention->count && sample->end <= mention->start)
            return TRUE;
    }
    return evx_remark_is_base (work->remarks, mention->quote, counted->byte);
}

/* The number was a goal, or is of a jail's room. */
static gboolean
is_of_plan_or_room (const EvxClaimWork *work, const EvxCounted *counted)
{
    const char *quote = counted->mention->quote;
    return counted->at >= 0 && quote != NULL &&
           (evx_remark_is_goal (work->remarks, quote, counted->byte) ||
            evx_remark_is_of_room (work->remarks, quote, counted->byte));
}

/* "Others say that none were": nobody's count. */
static gboolean
is_hearsay (const EvxMention *mention)
{
    if (mention->count != 0 || mention->quote == NULL)
        return FALSE;
    g_autofree char *folded = evx_fold (mention->quote);
    return evx_fold_has_any (
        folded,
        "others say|others said|some say|some said|critics say|critics said|it is said|people say|"
        "otros dicen|algunos dicen|se dice");
}

gboolean
evx_claim_is_no_count (const EvxClaimWork *work, const EvxCounted *counted)
{
    const EvxMention *mention = counted->mention;
    gboolean unsaid =
        mention->count == 1 && counted->at < 0; /* "ICE picked him up": an event, not a count */
    gboolean rule = mention->count == 0 && g_strcmp0 (work->document->type, "policy") == 0;
    return unsaid || rule || (mention->count == 0 && evx_claim_denies_a_part (mention)) ||
           is_time (counted) || counts_occasions (counted) ||
           is_in_row_of_a_day (work->page, mention) || is_in_row_of_numbers (work->page, mention) ||
           is_of_plan_or_room (work, counted) || is_chosen (work, counted) || is_hearsay (mention);
}

/* ---- not told ----------------------------------------------------------------------------------
 */

/* "Of the twelve turned over, nine had a felony": who were counted elsewhere; of no time, it claims
 * nothing more. */
static gboolean
refers_back (const EvxCounted *counted, const EvxClaim *claim)
{
    if (counted->at < 2 || counted->at > 3 || claim->year != EVX_NONE ||
        claim->period_start != NULL)
        return FALSE;
    g_autoptr (GString) before = evx_quote_folded (&counted->words, 0, (guint)counted->at);
    return evx_fold_has_any (evx_fold_tail (before->str, 2),
                             "of the|of those|of these|de las|de los");
}

/* (0): the year in which the document was written. */
static gint
year_written (const EvxDocument *document)
{
    return (gint)(evx_date_number (document->date) / 10000);
}

/* "Zero transfers by 2025", written before. */
static gboolean
is_wished (const EvxDocument *document, const EvxClaim *claim)
{
    gint written = year_written (document);
    g_autofree char *by = g_strdup_printf ("by %d", claim->year),
                    *folded = evx_fold (claim->quote != NULL ? claim->quote : "");
    gboolean later =
        written > 0 ? claim->year > written
                    : claim->number == 0 && !evx_fold_has_any (folded, "was|were|had|has|have|did");
    return claim->year != EVX_NONE && later && evx_fold_has_any (folded, by);
}

/* "We expect to turn over 25 people in 2023", written before, or in that year where the number
 * follows the word. */
static gboolean
is_forecast (const EvxDocument *document, const EvxCounted *counted, const EvxClaim *claim)
{
    gint written = year_written (document), at = counted->at;
    if (written == 0 || claim->year < written || (claim->year == written && at < 0))
        return FALSE;
    guint first = claim->year == written ? (guint)MAX (at - FORECAST_WORDS, 0) : 0;
    guint last = claim->year == written ? (guint)at : counted->words.folded->len;
    g_autoptr (GString) folded = evx_quote_folded (&counted->words, first, last);
    return evx_fold_has_any (
        folded->str, "will|expect|expects|expected|anticipate*|plan|plans|planned|project|projects|"
                     "projected|forecast*|predict*|espera|preve|proyecta");
}

gboolean
evx_claim_is_untold (const EvxClaimWork *work, const EvxCounted *counted, const EvxClaim *claim)
{
    return is_forecast (work->document, counted, claim) || is_wished (work->document, claim) ||
           refers_back (counted, claim);
}

/* ---- called wrong
 * -------------------------------------------------------------------------------- */

/* What follows the number at byte @end of the quote, and the sentence behind it. */
static char *
text_after (const EvxPage *page, const EvxMention *mention, gsize end)
{
    gsize rest = strlen (evx_quote_behind (mention));
    gsize next = MIN (mention->end + rest, page->text->len),
          room = MIN (page->text->len - next, AFTER_BYTES);
    g_autofree char *following = g_utf8_make_valid (page->text->str + next, (gssize)room);
    return g_strconcat (mention->quote + end, " ", following, NULL);
}

const char *
evx_claim_called_wrong (const EvxClaimWork *work, const EvxCounted *counted, char **reporter)
{
    const EvxMention *mention = counted->mention;
    *reporter = NULL;
    if (counted->at < 0 || mention->quote == NULL)
        return NULL;
    gsize end = counted->byte + strlen (counted->words.read->pdata[counted->at]);
    g_autofree char *after = text_after (work->page, mention, end);
    gboolean wrong = evx_remark_is_wrong (work->remarks, mention->quote, counted->byte, after);
    if (!wrong && !evx_remark_is_refuted (work->remarks, mention->quote, counted->byte, after))
        return NULL;
    *reporter = evx_reporter_of (work->speakers, mention);
    gboolean named = *reporter != NULL && strcmp (*reporter, "unnamed") != 0;
    return wrong || g_strcmp0 (*reporter, "unnamed") == 0 ? "withdrawn" : named ? "refuted" : NULL;
}

/* ---- what became of them
 * --------------------------------------------------------------------------- */

typedef enum { FATE_UNSAID, FATE_ANSWERED, FATE_DECLINED } Fate;

/* "126 of the 214 requests were declined": told is what became of the 126. */
static gboolean
is_whole_of_a_part (const EvxQuoteWords *words, int at)
{
    int of = at - 1;
    while (of > 0 && of > at - 3 && strcmp (words->folded->pdata[of], "of") != 0)
        of--;
    return of > 0 && strcmp (words->folded->pdata[of], "of") == 0 &&
           evx_quote_figure (words->read->pdata[of - 1]) != EVX_NONE;
}

/* "134 requests were declined", "answered 74 requests": what became of the requests that are
 * counted is told, so that notices are counted, or requests that came to nothing. */
static Fate
fate_of_requests (const EvxCounted *counted)
{
    static const char declined[] =
        "said no to|declined|turned down|turned "
        "away|denied|rejected|disregarded|ignored|refused|unanswered|"
        "not honored|not answered|not granted|rechazad*|rechazo|denegad*|nego";
    static const char answered[] =
        "answered|honored|granted|responded to|complied with|respondid*|respondio|atendid*";
    const EvxQuoteWords *words = &counted->words;
    int at = counted->at;
    if (g_strcmp0 (counted->mention->sense, "request") != 0 || at < 0 ||
        is_whole_of_a_part (words, at))
        return FATE_UNSAID;
    guint end = (guint)at + 1, last = MIN (words->read->len, end + FATE_WORDS);
    while (end < last && evx_quote_figure (words->read->pdata[end]) == EVX_NONE &&
           !evx_quote_ends_clause (words->read->pdata[end - 1]))
        end++;
    g_autoptr (GString) behind = evx_quote_folded (words, (guint)at + 1, end);
    gboolean listed = at > 0 && (strcmp (words->folded->pdata[at - 1], "and") == 0 ||
                                 strcmp (words->folded->pdata[at - 1], "y") == 0);
    g_autoptr (GString) before =
        evx_quote_folded (words, (guint)MAX (at - (listed ? FATE_WORDS : 2), 0), (guint)at);
    gboolean was =
        evx_fold_has_any (behind->str, "were|was|had been|have been|went|fueron|quedaron|se");
    if (evx_fold_has_any (before->str, declined) ||
        (was && evx_fold_has_any (behind->str, declined)))
        return FATE_DECLINED;
    gboolean told = evx_fold_has_any (before->str, answered) ||
                    (was && evx_fold_has_any (behind->str, answered));
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

void
evx_claim_tell_fate (const EvxCounted *counted, EvxClaim *claim)
{
    switch (fate_of_requests (counted)) {
    case FATE_DECLINED:
        evx_claim_set_declined (claim);
        break;
    case FATE_ANSWERED:
        claim->what = "notifications";
        claim->unit = NULL;
        break;
    case FATE_UNSAID:
        break;
    }
}

/* "ICE arrested 30 people outside the jail", and what others say of the lobby: whoever is taken so
 * was let go before. */
static gboolean
is_after_release (const EvxMention *mention)
{
    const char *behind = evx_quote_behind (mention);
    g_autofree char *clause = g_strndup (behind, strcspn (behind, ".;:")),
                    *folded = evx_fold (clause);
    return evx_fold_has_any (folded, "outside|doorstep|front door|sidewalk|parking lot|in the "
                                     "street|on the steps|afuera|en la calle") ||
           (g_strcmp0 (mention->assertion, "alleged") == 0 &&
            evx_fold_has_any (folded, "door|doors|lobby|gate|puerta|vestibulo"));
}

/* "surrendered to the Border Patrol", where ICE is not named beside it: another authority than that
 * of most counts. */
static gboolean
is_to_border_patrol (const EvxQuoteWords *words)
{
    g_autoptr (GString) folded = evx_quote_folded (words, 0, words->folded->len);
    return evx_fold_has_any (folded->str, "border patrol|cbp|patrulla fronteriza") &&
           !evx_fold_has_any (folded->str, "ice|i c e|dhs");
}

const char *
evx_claim_of_others (const EvxCounted *counted, const char *what)
{
    if (strcmp (what, "transfers") == 0 && is_after_release (counted->mention))
        return "after release";
    return is_to_border_patrol (&counted->words) ? "border patrol" : NULL;
}
