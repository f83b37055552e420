/* Numbers that a sentence sets beside the one that it is about: "transferred 17 in 2022, down from 23 the year before",
 * "and 23 in 2021". They count the same thing, in another year. */
#include "document-internal.h"

#include <string.h>

#define NUMBER "(?<n>\\d[\\d,]*|\\p{L}+)"
#define YEAR "(?<y>(?:19|20)\\d\\d)\\b"
#define BEFORE "(?:the|a|el) (?:(?:year|a\xc3\xb1o) (?:before|earlier|prior|anterior|previo)|(?:previous|prior|preceding) year)\\b"

/* Behind the number that the sentence is about. The word after the number may name what it counts. */
static const char pattern[] =
    "(?:\\b|(?=,))(?:(?:up|down|increased?|decreased?|rose|fell|dropped|rising|falling|(?:un )?aumento|(?:una )?baja)\\s(?:from|desde|de)|"
    "(?:more|fewer|less|higher|lower|greater)\\sthan\\sthe|"
    "(?:compared|in comparison)\\s(?:to|with)|versus|vs\\.?|as against|frente a|en comparaci\xc3\xb3n con|and|y|in \\d{4} from|,)\\s"
    "(?:just\\s|only\\s|solo\\s)?" NUMBER "\\s(?:(?:in|during|for|en)\\s(?:CY\\s)?" YEAR "|" BEFORE ")";

/* Before it: "rose from 171 in 2022 to 208 in 2023". */
static const char range[] = "\\b(?:from|de)\\s" NUMBER "\\s(?:in|during|for|en)\\s(?:CY\\s)?" YEAR "(?:,? )(?:to|a)\\s$";

GRegex *
evx_compared_pattern (gboolean before)
{
    return g_regex_new (before ? range : pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

/* Another claim of the same place says so already; those of a page stand together. */
static gboolean
is_known (const EvxDocument *document, const EvxClaim *claim)
{
    for (guint i = document->claims->len; i-- > 0;) {
        const EvxClaim *known = &g_array_index (document->claims, EvxClaim, i);
        if (known->page != claim->page)
            return FALSE;
        if (known->number == claim->number && known->year == claim->year &&
            strcmp (known->what, claim->what) == 0 && g_strcmp0 (known->quote, claim->quote) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
add_compared (const EvxClaimReader *reader, EvxDocument *document, const EvxClaim *claim, const GMatchInfo *match)
{
    g_autofree char *number = g_match_info_fetch_named (match, "n"), *year = g_match_info_fetch_named (match, "y");
    EvxClaim other = *claim;
    other.year = year != NULL && *year != '\0' ? (gint)g_ascii_strtoll (year, NULL, 10)
                 : claim->year != EVX_NONE      ? claim->year - 1
                                                : EVX_NONE;
    other.period_start = other.period_end = other.qualifier = NULL;
    if (other.year == EVX_NONE || !evx_quote_reader_number (evx_claim_reader_quotes (reader), number, &other.number) || is_known (document, &other))
        return;
    other.assertion = other.number == 0 ? "negated" : claim->assertion;
    g_autofree char *place = g_strdup_printf ("%s compared %d", claim->mention_id, other.year);
    evx_claims_add (document, &other, place);
}

void
evx_claims_compared (const EvxClaimReader *reader, EvxDocument *document, const EvxClaim *claim, gsize number)
{
    g_autoptr (GMatchInfo) match = NULL, before = NULL;
    g_autofree char *plain = g_strdelimit (g_strdup (claim->quote != NULL ? claim->quote : ""), "\n\t", ' ');
    if (number > strlen (plain))
        return;
    g_autofree char *head = g_strndup (plain, number);
    if (g_regex_match (evx_claim_reader_compared (reader, TRUE), head, 0, &before))
        add_compared (reader, document, claim, before);
    g_regex_match (evx_claim_reader_compared (reader, FALSE), plain + number, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        g_autofree char *words = g_match_info_fetch (match, 0);
        if (claim->number > 0 || *words != ',') /* "that had no transfers: 22 in 2021, 24 in 2022" counts who had none */
            add_compared (reader, document, claim, match);
    }
}
