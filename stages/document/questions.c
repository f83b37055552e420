/* Numbers that answer a question: "How many detainers did the jail receive in 2023? A. 96." The question says what is
 * counted, and when; the answer begins with its number. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { GAP_BYTES = 60 }; /* of an answer's mark and opening words */

static const char asks_number[] = "how many|number of|what is the total|what was the total|how often|cuantos|cuantas|"
                                  "numero de";

/* What may stand between a question and the number that answers it; a transcript numbers its lines. */
static const char opening[] = "^\\s*(?:\\d{1,2}\\s+(?=(?:A|R|ANSWER|THE WITNESS|RESPUESTA)\\b))?(?:(?:A|R|ANSWER|RESPONSE|RESPUESTA|REPLY)\\s?\\d{0,3}\\s?[.:)-]\\s*)?"
                              "(?:(?:in|during|for|en) (?:calendar year )?((?:19|20)\\d\\d),?\\s+)?"
                              "(?:(?:(?:it|there|that|this) (?:was|were)|the (?:number|total|answer|figure) (?:was|is)|"
                              "in total|a total of|total|hubo|fueron|un total de)[:,]?\\s+)?"
                              "([0-9][0-9,]*|\\p{L}+)(?![\\w/%$-]|[.,]\\d)";

/* A question that asks for one number alone. */
static gboolean
is_asked (const EvxMention *mention)
{
    if (mention->quote == NULL || !g_str_has_suffix (mention->quote, "?") || !mention->evidential ||
        g_strcmp0 (mention->kind, "detainee") == 0)
        return FALSE;
    g_autofree char *folded = evx_fold (mention->quote);
    return evx_fold_has_any (folded, asks_number) && evx_fold_has (folded, "how many") <= 1 &&
           !evx_fold_has_any (folded, "of those|of these|of them|of whom|de ellos|de ellas");
}

char *
evx_question_answer (const EvxClaimReader *reader, const EvxPage *page, const EvxMention *mention, gint64 *number, gint *year)
{
    const char *sign = is_asked (mention) && mention->end < page->text->len
                           ? strchr (page->text->str + mention->end, '?')
                           : NULL;
    if (sign == NULL)
        return NULL;
    g_autoptr (GRegex) form = g_regex_new (opening, G_REGEX_CASELESS, 0, NULL);
    g_autoptr (GMatchInfo) match = NULL;
    gint end = 0;
    if (!g_regex_match (form, sign + 1, G_REGEX_MATCH_ANCHORED, &match) ||
        !g_match_info_fetch_pos (match, 2, NULL, &end) || end > GAP_BYTES)
        return NULL;
    g_autofree char *named = g_match_info_fetch (match, 1), *word = g_match_info_fetch (match, 2), *folded = evx_fold (word);
    *year = *named != '\0' ? (gint)g_ascii_strtoll (named, NULL, 10) : EVX_NONE;
    if (strcmp (folded, " no ") == 0 || !evx_quote_reader_number (evx_claim_reader_quotes (reader), word, number))
        return NULL; /* "No record is kept" */
    const char *answer = sign + 1 + strspn (sign + 1, " \n"), *behind = sign + 1 + end;
    g_autofree char *said = g_strndup (answer, (gsize)(behind - answer) + strcspn (behind, ".;\n") + (*behind == '.'));
    return g_strconcat (mention->quote, " ", said, NULL);
}

/* ---- questions that bear no mention --------------------------------------------------------- */

/* "How many requests did you get from ICE?": the noun, with words before it that leave it of any sort. */
static const char asked_requests[] = "\\b(?:how many|cu\xc3\xa1nt[ao]s|cuant[ao]s|number of)\\s(?:(?:such|ICE|immigration|detainer|hold|"
                                     "notification|new|valid)\\s){0,2}(requests|solicitudes|peticiones)\\b[^?.]{0,160}\\?";

static guint
word_at (const EvxPage *page, guint start)
{
    guint w = 0;
    while (w + 1 < page->words->len && g_array_index (page->words, EvxWord, w + 1).start <= start)
        w++;
    return w;
}

static gboolean
is_mentioned (const EvxPage *page, guint start, guint end)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        if (mention->start >= start && mention->start < end)
            return TRUE;
    }
    return FALSE;
}

GArray *
evx_questions_unmentioned (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page)
{
    GArray *mentions = g_array_new (FALSE, FALSE, sizeof (EvxMention));
    if (strchr (page->text->str, '?') == NULL || page->words->len == 0)
        return mentions;
    g_autoptr (GRegex) form = g_regex_new (asked_requests, G_REGEX_CASELESS, 0, NULL);
    g_autoptr (GMatchInfo) match = NULL;
    g_regex_match (form, page->text->str, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        gint start, end, noun, behind;
        guint32 first, last;
        g_match_info_fetch_pos (match, 0, &start, &end);
        g_match_info_fetch_pos (match, 1, &noun, &behind);
        g_autofree char *question = g_match_info_fetch (match, 0), *word = g_match_info_fetch (match, 1);
        if (is_mentioned (page, (guint)start, (guint)end) || !evx_names_immigration (question))
            continue;
        g_strdelimit (question, "\n", ' ');
        gboolean timed = evx_title_period (evx_claim_reader_periods (reader), question, &first, &last);
        guint at = word_at (page, (guint)noun);
        EvxMention mention = { .kind = "notification", .sense = "request", .assertion = "affirmed", .evidential = TRUE,
                               .surface = evx_document_string (document, word), .quote = evx_document_string (document, question),
                               .quote_start = (guint32)(noun - start), .quote_end = (guint32)(behind - start), .start = (guint32)noun,
                               .end = (guint32)behind, .first_word = at, .n_words = 1, .line = g_array_index (page->words, EvxWord, at).line,
                               .count = EVX_NONE, .year = timed && first / 10000 == last / 10000 ? (gint)(first / 10000) : EVX_NONE,
                               .relative_year = EVX_NONE_RELATIVE, .to_ice = EVX_NONE,
                               .box = g_array_index (page->words, EvxWord, at).box };
        if (!evx_mention_goes_elsewhere (&mention))
            g_array_append_val (mentions, mention);
    }
    return mentions;
}
