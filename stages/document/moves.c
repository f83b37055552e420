/* Numbers of several years under one mention that has none of its own: "fell from 512 in 2018 to
 * 197 in 2021", "2021 - 52; 2022 - 37". */
#include "claims-internal.h"

#define LABEL_BYTES 40 /* between a mention and the colon of its list */

#define MOVED                                                                                      \
    "(?:fell|rose|dropped|grew|climbed|declined|increased|decreased|jumped|went "                  \
    "(?:up|down)|bajaron|subieron|aumentaron|"                                                     \
    "disminuyeron|cayeron)"
#define IN_YEAR "\\s(?:in|en)\\s((?:19|20)\\d\\d)"

/* Behind what is counted: "fell from 9 in 2020 to 4 in 2021", "fell to 4 in 2021 from 9 in 2020".
 */
static const char moves[] =
    "^(?:\\s[\\p{L}]+){0,4}?\\s" MOVED
    "\\s(?:(?:from|de)\\s\\d[\\d,]*\\s(?:in|en)\\s(?:19|20)\\d\\d,?\\s)?(?:to|a)\\s"
    "(\\d[\\d,]*)" IN_YEAR "\\b";

/* Before what is counted, on a slide: "Down from 61 in 2020 to 12 in 2022: releases to ICE". */
static const char moves_before[] =
    "^\\W*(?:fell|rose|dropped|down|up|from|bajaron|subieron)\\s(?:from\\s|de\\s)?\\d[\\d,]*\\s(?:"
    "in|en)\\s(?:19|20)\\d\\d,?\\s(?:to|a)\\s"
    "(\\d[\\d,]*)\\s(?:in|en)\\s((?:19|20)\\d\\d)\\s?[:,]\\s[^.;\\d]*$";

/* "2021 - 52; 2022 - 37" */
static const char series[] = "\\b((?:19|20)\\d\\d)\\s?(?:[-:=(]|\xe2\x80\x93|\xe2\x80\x94)\\s?(\\d["
                             "\\d,]*)(?![\\w%/-]|[.,]\\d)";

struct _EvxMoveReader {
    GRegex *behind, *before; /* what is counted */
    GRegex *series;
};

EvxMoveReader *
evx_move_reader_new (void)
{
    EvxMoveReader *reader = g_new0 (EvxMoveReader, 1);
    reader->behind = g_regex_new (moves, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    reader->before = g_regex_new (moves_before, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    reader->series = g_regex_new (series, G_REGEX_OPTIMIZE, 0, NULL);
    return reader;
}

void
evx_move_reader_free (EvxMoveReader *reader)
{
    g_regex_unref (reader->behind);
    g_regex_unref (reader->before);
    g_regex_unref (reader->series);
    g_free (reader);
}

/* "Transfers to ICE: 2021 - 52; 2022 - 37": two years at least stand behind a colon. */
static gboolean
may_list_years (const EvxMention *mention)
{
    const char *behind = evx_quote_behind (mention);
    const char *colon = strchr (behind, ':'), *first = colon != NULL ? strstr (colon, "20") : NULL;
    return first != NULL && colon - behind < LABEL_BYTES && strstr (first + 2, "20") != NULL;
}

/* "Requests fell from 512 in 2018 to 197 in 2021": the sentence can only be so. */
gboolean
evx_moves_may_stand (const EvxMention *mention)
{
    const char *behind = evx_quote_behind (mention),
               *number = mention->quote != NULL ? strpbrk (mention->quote, "0123456789") : NULL;
    const char *to = number != NULL ? strstr (number, " to ") : NULL;
    if (to != NULL && to < mention->quote + mention->quote_start && behind[0] != '?')
        return TRUE;
    return strpbrk (behind, "0123456789") != NULL &&
           (strstr (behind, " to ") != NULL || strstr (behind, " a ") != NULL ||
            may_list_years (mention));
}

/* Adds @mention with the number and the year that @match found. Returns: (transfer none). */
static EvxMention *
add_counted (GArray *counted, const EvxMention *mention, const GMatchInfo *match, int number_group,
             int year_group)
{
    g_autofree char *number = g_match_info_fetch (match, number_group),
                    *year = g_match_info_fetch (match, year_group);
    EvxMention one = *mention;
    one.count = evx_quote_figure (number);
    one.year = (gint)g_ascii_strtoll (year, NULL, 10);
    one.relative_year = EVX_NONE_RELATIVE;
    g_array_append_val (counted, one);
    return &g_array_index (counted, EvxMention, counted->len - 1);
}

/* The later year; what is set beside it follows from that (compared.c). */
static void
count_move (const EvxMoveReader *reader, const EvxMention *mention, GArray *counted)
{
    g_autoptr (GMatchInfo) behind = NULL, before = NULL;
    g_autofree char *head = g_strndup (mention->quote, mention->quote_start);
    gboolean headed = g_regex_match (reader->before, head, 0, &before);
    if (!headed && !g_regex_match (reader->behind, mention->quote + mention->quote_end, 0, &behind))
        return;
    EvxMention *one = add_counted (counted, mention, headed ? before : behind, 1, 2);
    if (strcmp (mention->assertion, "policy") == 0) /* a noun without a number; it has one here */
        one->assertion = "affirmed";
}

static void
count_series (const EvxMoveReader *reader, const EvxMention *mention, GArray *counted)
{
    g_autoptr (GMatchInfo) match = NULL;
    g_regex_match (reader->series, mention->quote + mention->quote_end, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        EvxMention *one = add_counted (counted, mention, match, 2, 1);
        one->assertion = one->count > 0 ? "affirmed" : "negated";
    }
}

GArray *
evx_moves_counted (const EvxMoveReader *reader, const EvxMention *mention)
{
    if (mention->count >= 0 || !evx_moves_may_stand (mention))
        return NULL;
    g_autoptr (GArray) counted = g_array_new (FALSE, FALSE, sizeof (EvxMention));
    count_move (reader, mention, counted);
    if (counted->len == 0 && may_list_years (mention))
        count_series (reader, mention, counted);
    return counted->len > 0 ? g_steal_pointer (&counted) : NULL;
}
