/* Questions and answers of a transcript, each a turn under the name of who speaks: "CHAIR ABLE: How many people did you
 * give to ICE in 2021?", "SHERIFF LUND: Thirty-seven.", "CHAIR ABLE: And in 2020?". A question says what is counted and when,
 * or goes on from what was told before; the sentences of an answer that are but a number, and perhaps a year, are claims. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { MOST_GOES_ON = 60 }; /* bytes of a question that only names another year */

static const char turn_form[] = "(?:^|\\n)[ \\t]*((?:\\p{Lu}[\\p{Lu}.'\xe2\x80\x99-]+\\s){1,3}\\p{Lu}[\\p{Lu}'\xe2\x80\x99-]+|"
                                "(?:Q|A|Question|Answer))(?: \\([^)\\n]{1,40}\\))?[:.]\\s";

/* A sentence that is a number: "Thirty-seven.", "52 people in 2021." */
static const char number_form[] = "^\\s*(?:(?:it|there|that) (?:was|were)\\s)?(?<n>\\d[\\d,]*|\\p{L}+(?:-\\p{L}+)?(?: hundred(?: and)?(?: \\p{L}+(?:-\\p{L}+)?)?)?)"
                                  "(?:\\s(?:people|persons|inmates|individuals|requests|detainers|times))?(?:,?\\s(?:in|for|during)\\s(?<y>20\\d\\d))?\\s*(?:[.;]|$)";

typedef struct {
    const EvxClaimReader *reader;
    EvxDocument *document;
    const EvxPage *page;
    const GArray *told;
    GRegex *number;
    const char *what; /* (nullable): what the talk is of; NULL: of nothing that is counted here */
    gint year;
    gboolean asked;   /* the turn before asked for a number of it */
    char *question;
} Talk;

static gint
year_asked (const Talk *talk, const char *text, gboolean *said)
{
    guint32 first, last;
    g_autofree char *folded = evx_fold (text);
    gint written = (gint)(evx_date_number (talk->document->date) / 10000);
    *said = TRUE;
    if (evx_title_period (evx_claim_reader_periods (talk->reader), text, &first, &last))
        return first % 10000 == 101 && last % 10000 == 1231 && first / 10000 == last / 10000 ? (gint)(first / 10000) : EVX_NONE;
    if (evx_fold_has_any (folded, "last year|el ano pasado"))
        return written > 0 ? written - 1 : EVX_NONE;
    *said = evx_fold_has_any (folded, "year|month|months|week|ano|mes|since|now|today|so far|quarter");
    return EVX_NONE;
}

/* What the mentions of the bytes from @start to @end would count, where they are of one kind. */
static const char *
kind_asked (const Talk *talk, guint start, guint end, const char *text)
{
    const char *what = NULL;
    for (guint i = 0; i < talk->page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (talk->page->mentions, EvxMention, i);
        const char *of = mention->evidential && mention->start >= start && mention->start < end ? evx_claim_what (mention) : "other";
        if (strcmp (of, "other") == 0 || strcmp (of, "detainees") == 0 || evx_mention_goes_elsewhere (mention))
            continue;
        if (what != NULL && strcmp (what, of) != 0)
            return NULL;
        what = of;
    }
    g_autofree char *folded = evx_fold (text);
    if (what == NULL && evx_fold_has_any (folded, "requests|detainers|holds|solicitudes"))
        what = "requests";
    return what != NULL && (evx_names_immigration (text) || talk->what != NULL) ? what : NULL;
}

static void
hear_question (Talk *talk, guint start, guint end, const char *text)
{
    gboolean said;
    g_autofree char *folded = evx_fold (text);
    gint year = year_asked (talk, text, &said);
    gboolean many = evx_fold_has_any (folded, "how many|what number|cuantos|cuantas");
    gboolean goes_on = !many && year != EVX_NONE && strlen (text) < MOST_GOES_ON && evx_fold_has_any (folded, "and|y|what about|how about");
    gboolean of_those = evx_fold_has_any (folded, "of those|of them|of these|de ellos|de ellas|de esas");
    talk->asked = many || goes_on;
    if (many)
        talk->what = kind_asked (talk, start, end, text);
    if (said || (many && !of_those))
        talk->year = year;
    g_free (talk->question);
    talk->question = g_strdup (text);
}

static gboolean
is_known (const Talk *talk, const EvxClaim *claim)
{
    for (guint i = talk->document->claims->len; i-- > 0;) {
        const EvxClaim *known = &g_array_index (talk->document->claims, EvxClaim, i);
        if (known->page != claim->page)
            return FALSE;
        if (known->number == claim->number && known->year == claim->year && strcmp (known->what, claim->what) == 0)
            return TRUE;
    }
    return FALSE;
}

static EvxBox
box_at (const EvxPage *page, guint start)
{
    guint w = 0;
    while (w + 1 < page->words->len && g_array_index (page->words, EvxWord, w + 1).start <= start)
        w++;
    return w < page->words->len ? g_array_index (page->words, EvxWord, w).box : (EvxBox){ 0 };
}

/* The name as others are written: "SHERIFF LUND" is "Sheriff Lund"; "A" is nobody. */
static char *
name_of (const char *label)
{
    GString *name = g_string_new (NULL);
    for (const char *at = label; *at != '\0' && strlen (label) > 1; at++)
        g_string_append_c (name, at > label && g_ascii_isalpha (at[-1]) ? g_ascii_tolower (*at) : *at);
    return g_string_free (name, name->len == 0);
}

static void
hear_answer (Talk *talk, const char *label, guint start, const char *text)
{
    g_autoptr (GMatchInfo) match = NULL;
    gint end = 0;
    gsize from = 0;
    while (talk->asked && talk->what != NULL && text[from] != '\0' && g_regex_match (talk->number, text + from, 0, &match)) {
        g_autofree char *word = g_match_info_fetch_named (match, "n"), *named = g_match_info_fetch_named (match, "y");
        gint year = named != NULL && *named != '\0' ? (gint)g_ascii_strtoll (named, NULL, 10) : talk->year;
        gint64 number;
        g_autofree char *folded = evx_fold (word), *sentence = g_match_info_fetch (match, 0);
        gboolean counts = evx_quote_reader_number (evx_claim_reader_quotes (talk->reader), word, &number) && strcmp (folded, " no ") != 0;
        g_match_info_fetch_pos (match, 0, NULL, &end);
        g_clear_pointer (&match, g_match_info_unref);
        if (!counts || year == EVX_NONE || (number >= 1990 && number < 2100))
            return;
        g_autofree char *quote = g_strconcat (talk->question, " ", g_strstrip (sentence), NULL), *name = name_of (label);
        g_autofree char *place = g_strdup_printf ("turn %u %" G_GSIZE_FORMAT, start, from);
        EvxClaim claim = {
            .number = number,
            .what = talk->what,
            .unit = strcmp (talk->what, "requests") == 0 ? "requests" : NULL,
            .year = year,
            .agency = evx_document_string (talk->document, talk->document->agency),
            .speaker = evx_document_string (talk->document, name),
            .assertion = number == 0 ? "negated" : "affirmed",
            .quote = evx_document_string (talk->document, quote),
            .page = talk->page->index,
            .box = box_at (talk->page, start + (guint)from),
        };
        if (!is_known (talk, &claim))
            evx_claims_add (talk->document, &claim, place);
        talk->year = year;
        from += (gsize)end;
    }
}

/* The talk goes on from what the turn claims last. */
static void
hear_claims (Talk *talk, guint start, guint end)
{
    for (guint i = 0; i < talk->told->len; i++) {
        const EvxTold *told = &g_array_index (talk->told, EvxTold, i);
        const EvxClaim *claim = &g_array_index (talk->document->claims, EvxClaim, told->claim);
        if (told->start < start || told->start >= end || strcmp (claim->what, "other") == 0 || strcmp (claim->what, "detainees") == 0)
            continue;
        talk->what = claim->what;
        talk->year = claim->period_start == NULL ? claim->year : EVX_NONE;
    }
}

static void
hear_turn (Talk *talk, const char *label, guint start, guint end)
{
    g_autofree char *raw = g_strndup (talk->page->text->str + start, end - start);
    char *text = g_strstrip (g_strdelimit (raw, "\n\t", ' '));
    if (strchr (text, '?') != NULL) {
        hear_question (talk, start, end, text);
        return;
    }
    hear_answer (talk, label, start, text);
    hear_claims (talk, start, end);
    talk->asked = FALSE;
}

void
evx_claims_of_turns (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page, const GArray *told)
{
    if (strchr (page->text->str, '?') == NULL)
        return;
    g_autoptr (GRegex) turn = g_regex_new (turn_form, 0, 0, NULL);
    g_autoptr (GRegex) number = g_regex_new (number_form, G_REGEX_CASELESS, 0, NULL);
    g_autoptr (GMatchInfo) match = NULL;
    Talk talk = { .reader = reader, .document = document, .page = page, .told = told, .number = number, .year = EVX_NONE };
    g_autofree char *label = NULL;
    guint start = 0;
    g_regex_match (turn, page->text->str, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        gint head, end;
        g_match_info_fetch_pos (match, 0, &head, &end);
        if (label != NULL)
            hear_turn (&talk, label, start, (guint)head);
        g_free (label);
        label = g_match_info_fetch (match, 1);
        start = (guint)end;
    }
    if (label != NULL)
        hear_turn (&talk, label, start, (guint)page->text->len);
    g_free (talk.question);
}
