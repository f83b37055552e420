/* Numbers that answer a question: "How many detainers did the jail receive in 2023? A. 96." The question says what is
 * counted, and when; the answer begins with its number. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { GAP_BYTES = 60 }; /* of an answer's mark and opening words */

static const char asks_number[] = "how many|number of|what is the total|what was the total|how often|cuantos|cuantas|"
                                  "numero de";

/* What may stand between a question and the number that answers it. */
static const char opening[] = "^\\s*(?:(?:A|R|ANSWER|RESPONSE|RESPUESTA|REPLY)\\s?\\d{0,3}\\s?[.:)-]\\s*)?"
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
