/* Numbers that say of themselves only that they are of what was told before: "In 2022 it was 24",
 * "and answered 41", "while the Sheriff reported 23", "the correct number is 38". Each becomes a
 * claim of what the sentence before it, or its own, claims: where that is one kind of thing only,
 * and where the number is of another time, of another agency, said by another, or put in place of
 * one that is called wrong. */
#include "document-internal.h"

#include "agency.h"
#include "fold.h"
#include "patterns.h"
#include "sentences.h"

#include <string.h>

enum { MOST_APART = 2, SPEAKER_BYTES = 60 };

#define WORD                                                                                       \
    "(?:\\d[\\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dos|tres|cuatro|"    \
    "cinco|seis|siete|ocho|nueve|diez)"
#define NUMBER                                                                                     \
    "(?<n>" WORD ")(?![\\w%/$-]|[.,]\\d|\\s(?:per|a|an|out|percent|por)\\b|\\s(?:for|in|of) "      \
                 "(?:each|every|cada)\\b)"
#define BOUND "(?:(?:only|just|about|some|roughly|solo)\\s)?"
#define THINGS                                                                                     \
    "(?:\\s(?:people|persons|inmates|individuals|detainees|such|personas|reclusos|detenidos|in "   \
    "all|in total|altogether))?"
#define ENDS "(?=\\s*(?:[,.;:!?)\"]|\xe2\x80\x9d|$)|\\s(?:in|for|during|en)\\b)"
#define ANSWERED                                                                                   \
    "(?:answered|hono(?:u)?red|granted|responded to|complied with|acted on|respondi\xc3\xb3 "      \
    "a|contest\xc3\xb3|atendi\xc3\xb3)"
#define DECLINED                                                                                   \
    "(?:said no to|declined|denied|rejected|refused|turned down|disregarded|ignored|not answered|not "        \
    "hono(?:u)?red|not granted|rechaz\xc3\xb3)"

#define REQUESTS                                                                                   \
    "(?:\\s(?:ICE\\s|immigration\\s|such\\s){0,2}(?:requests|detainers|holds|solicitudes))?"
#define PART "(?:of (?:them|these|those|(?:the |its |our |all )?\\d[\\d,]*" REQUESTS ")\\s)?"

typedef enum {
    COUNTED,
    MOVED,
    MOVED_FROM,
    ANSWERED_SOME,
    DECLINED_SOME,
    WERE_ANSWERED,
    WERE_DECLINED,
    LED_TO,
    YEAR_BEFORE,
    SAID,
    REPORTED_BY,
    CORRECTED,
    OTHER_HALF,
    N_FORMS
} Form;

/* n: the number; m: the one that it comes from or is a part of; who: whoever says it. */
static const char *const patterns[N_FORMS] = {
    [COUNTED] = "\\b(?:(?:it|there|they|(?:the|that|this) (?:number|figure|count|total|tally)|el "
                "n\xc3\xbamero|la cifra)\\s"
                "(?:was|were|is|are|had been|came to|stood "
                "at|reached|totale?d|fue|era)|(?:it|we|they) (?:received|got|had|made|saw)|"
                "hubo|fueron)\\s" BOUND NUMBER THINGS ENDS,
    [MOVED] =
        "\\b(?:number|figure|count|total|tally|it|they|n\xc3\xbamero|cifra)\\s(?:fell|rose|dropped|"
        "grew|climbed|declined|increased|"
        "decreased|jumped|went "
        "(?:up|down)|baj\xc3\xb3|subi\xc3\xb3|aument\xc3\xb3),?\\s(?:to|a)\\s" BOUND NUMBER THINGS
        "(?:,?\\s(?:from|desde|de)\\s(?<m>\\d[\\d,]*))?" ENDS,
    [MOVED_FROM] =
        "\\b(?:number|figure|count|total|tally|it|they|n\xc3\xbamero|cifra)\\s(?:fell|rose|dropped|"
        "grew|climbed|declined|"
        "increased|decreased|jumped|went "
        "(?:up|down)|baj\xc3\xb3|subi\xc3\xb3|aument\xc3\xb3),?\\s(?:from|de)\\s(?<m>\\d[\\d,]*)\\s"
        "(?:to|a)\\s" NUMBER THINGS ENDS,
    [ANSWERED_SOME] =
        "\\b" ANSWERED "\\s" BOUND NUMBER
        "(?:\\sof\\s(?:the\\s|these\\s|those\\s|them\\b|its\\s|our\\s)?(?:(?<m>\\d[\\d,]*)" REQUESTS
        ")?)?" ENDS,
    [DECLINED_SOME] =
        "\\b" DECLINED "\\s" BOUND NUMBER
        "(?:\\sof\\s(?:the\\s|these\\s|those\\s|them\\b|its\\s|our\\s)?(?:(?<m>\\d[\\d,]*)" REQUESTS
        ")?)?" ENDS,
    [WERE_ANSWERED] = "(?:^|[,;:.]\\s|\\band\\s|\xe2\x80\xa2\\s|-\\s)" NUMBER "\\s" PART
                      "(?:were|was|fueron)\\s" ANSWERED "\\b",
    [WERE_DECLINED] = "(?:^|[,;:.]\\s|\\band\\s|\xe2\x80\xa2\\s|-\\s)" NUMBER "\\s" PART
                      "(?:were|was|fueron)\\s" DECLINED "\\b",
    [LED_TO] =
        "\\b" NUMBER "\\s(?:" PART "(?:(?:resulted|ended|culminated)\\sin|led\\sto|in)\\s(?:an?\\s|"
                                   "the\\s)?(?:ICE\\s)?(?:transfers?|pick-?ups?|arrests?)\\b|"
        "of "
        "(?:whom|them|those)\\s(?:ICE\\s|agents\\s|were\\s){1,2}(?:then\\s|later\\s)?(?:arrested|"
        "picked up|took into custody|took|taken into custody|"
        "transferred|turned over)\\b)",
    [YEAR_BEFORE] =
        "\\b(?:the|a|one|el)\\s(?:year (?:before|earlier|prior)|previous year|a\xc3\xb1o "
        "anterior)(?:\\sthat)?,?\\s(?:(?:it|there) (?:was|were)\\s|hubo\\s|fueron\\s)?" BOUND NUMBER
            THINGS ENDS,
    [REPORTED_BY] =
        "\\bthe\\s" NUMBER "\\s(?:that were\\s)?(?:reported|claimed|stated|given|counted|told "
                           "of)\\sby\\s(?<who>(?:[\\p{L}'\xe2\x80\x99.-]+\\s?){1,5})",
    [SAID] = "(?:\\b(?:while|but|and|whereas|though|although|pero|mientras(?: "
             "que)?)\\s|(?<=^)|(?<=[,;:(]\\s))(?<who>(?:[\\p{L}'\xe2\x80\x99.-]+\\s){1,6})"
             "(?:reported|reports|has|had|says|said|counted|counts|claims|claimed|shows?|showed|"
             "lists?|recorded|insists|maintains|"
             "(?:told|gave) (?:the |a )?\\p{L}+|puts? it "
             "at|inform\xc3\xb3|dice|dijo|asegura)\\s(?:that\\s|que\\s)?"
             "(?:(?:it|there|they)\\s(?:was|were|is)\\s|fueron\\s)?" BOUND NUMBER THINGS ENDS,
    [CORRECTED] =
        "\\b(?:(?:correct|right|true|actual|corrected|real|correct[oa])\\s(?:figure|number|count|"
        "total|tally|cifra|n\xc3\xbamero)?\\s?"
        "(?:is|was|should be|es|fue|era)|(?:the|that|el|la) "
        "(?:figure|number|count|total|cifra|n\xc3\xbamero)\\s(?:is|was|es|fue)|(?:it|there|they)"
        "\\s(?:was|were|is|should be)|should (?:have been|read|be)|"
        "(?:corrected|revised|amended) (?:from \\d[\\d,]*(?: [^.;:]{0,40}?)? )?to|instead of "
        "\\d[\\d,]*,?|(?:in fact|in truth|actually|really),?)\\s" BOUND NUMBER THINGS ENDS,
    [OTHER_HALF] = "\\b(?:in|for|during) the (?:second|other|latter|last) half,?\\s(?:it was\\s|there were\\s|only\\s|just\\s)?" NUMBER THINGS ENDS,
};

struct _EvxEchoReader {
    GRegex **forms;
};

EvxEchoReader *
evx_echo_reader_new (void)
{
    EvxEchoReader *reader = g_new0 (EvxEchoReader, 1);
    reader->forms = evx_patterns_new (patterns, N_FORMS, G_REGEX_CASELESS | G_REGEX_OPTIMIZE);
    return reader;
}

void
evx_echo_reader_free (EvxEchoReader *reader)
{
    evx_patterns_free (reader->forms);
    g_free (reader);
}

/* ---- what a sentence echoes ----------------------------------------------------------------- */

typedef struct {
    const EvxClaimReader *reader;
    const EvxEchoReader *forms;
    EvxDocument *document;
    const EvxPage *page;
    const EvxClaimSetting *setting;
    const GArray *told; /* EvxTold: the claims of the page's mentions, in order of the text */
    guint first, n;     /* those of the sentence that is echoed */
    char *sentence;     /* plain */
    const char *text;   /* where it begins on the page */
    gboolean own;       /* it is the sentence of those claims */
} Echo;

static gboolean
is_called_wrong (const EvxClaim *claim)
{
    return g_strcmp0 (claim->qualifier, "withdrawn") == 0 || g_strcmp0 (claim->qualifier, "refuted") == 0;
}

static const EvxClaim *
told_claim (const Echo *echo, guint i)
{
    return &g_array_index (echo->document->claims, EvxClaim,
                           g_array_index (echo->told, EvxTold, i).claim);
}

/* The claim of the sentence before that is of @what, or (NULL) of the one kind that it tells of; of
 * several the one that is called wrong where @wrong says so, else that of the last year. NULL if
 * there is none, or several kinds. */
static const EvxClaim *
antecedent (const Echo *echo, const char *what, gboolean wrong)
{
    const EvxClaim *found = NULL;
    for (guint i = echo->first; i < echo->first + echo->n; i++) {
        const EvxClaim *claim = told_claim (echo, i);
        if (g_strcmp0 (claim->what, "other") == 0 || g_strcmp0 (claim->what, "detainees") == 0)
            continue;
        if (what == NULL && found != NULL && strcmp (found->what, claim->what) != 0)
            return NULL;
        gboolean fits = what == NULL || strcmp (claim->what, what) == 0;
        if (fits && (found == NULL || claim->year > found->year) &&
            (!wrong || is_called_wrong (claim)))
            found = claim;
    }
    return found;
}

/* The sentence with claims before that which is echoed, in the same paragraph, tells of something else, and that which is
 * echoed names no year: "it" may be either. */
static gboolean
is_ambiguous (const Echo *echo, const EvxClaim *of)
{
    g_autofree char *year = g_strdup_printf ("%d", of->year);
    if (echo->first == 0 || echo->first > echo->told->len || (of->quote != NULL && strstr (of->quote, year) != NULL))
        return FALSE;
    guint before = g_array_index (echo->told, EvxTold, echo->first - 1).start;
    gboolean near = g_strstr_len (echo->page->text->str + before, echo->text - echo->page->text->str - before, "\n\n") == NULL;
    const char *what = told_claim (echo, echo->first - 1)->what;
    return near && strcmp (what, of->what) != 0 && strcmp (what, "other") != 0 && strcmp (what, "detainees") != 0;
}

static gboolean
same_agency (const char *a, const char *b)
{
    g_autofree char *x = evx_agency_key (a), *y = evx_agency_key (b);
    return strcmp (x, y) == 0;
}

/* Returns: (transfer full) (nullable): the agency that the sentence names before byte @end, whole
 * or by the place of one that the document has told of. @others: (out): it begins with a name that
 * is none of them. */
static char *
agency_named (const Echo *echo, gsize end, gboolean *others)
{
    static const char beginnings[] =
        "the|it|we|they|in|of|during|for|our|this|that|these|those|from|his|her|its|a|an|and|but|"
        "while|there|"
        "last|to|all|la|el|los|las|en|de|su|hubo|fueron|deputies|staff|over|by|some|only|about|"
        "actually|correction|however|still|sheriff";
    g_autofree char *before = g_strndup (echo->sentence, end);
    gsize at = 0;
    *others = FALSE;
    char *found = evx_agency_find (before, 0, &at);
    if (found != NULL)
        return found;
    for (guint i = echo->document->claims->len; i-- > 0;) {
        const char *agency = g_array_index (echo->document->claims, EvxClaim, i).agency;
        g_autofree char *key = evx_agency_key (agency), *folded = evx_fold (before);
        if (agency != NULL && *key != '\0' && evx_fold_has (folded, key) > 0)
            return g_strdup (agency);
    }
    const char *first = before;
    while (*first != '\0' && !g_ascii_isalpha (*first))
        first++;
    g_autofree char *word = g_strndup (first, strcspn (first, " ,")), *folded = evx_fold (word);
    *others = g_ascii_isupper (*word) && !evx_fold_has_any (folded, beginnings);
    return NULL;
}

/* One of the claims that are echoed says so already, or one of this sentence. */
static gboolean
is_told (const Echo *echo, const EvxClaim *claim)
{
    for (guint i = echo->document->claims->len; i-- > 0;) {
        const EvxClaim *known = &g_array_index (echo->document->claims, EvxClaim, i);
        if (known->page != claim->page)
            return FALSE;
        gboolean near = g_strcmp0 (known->quote, claim->quote) == 0;
        for (guint t = echo->first; t < echo->first + echo->n && !near; t++)
            near = told_claim (echo, t) == known;
        if (near && known->number == claim->number && strcmp (known->what, claim->what) == 0 &&
            known->year == claim->year &&
            g_strcmp0 (known->period_start, claim->period_start) == 0 &&
            same_agency (known->agency, claim->agency) &&
            g_strcmp0 (known->speaker, claim->speaker) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
add_echo (const Echo *echo, EvxClaim claim, gint64 number, gsize start)
{
    g_autofree char *place = g_strdup_printf ("echo %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT,
                                              (gsize)(echo->text - echo->page->text->str), start);
    claim.number = number;
    claim.quote = evx_document_string (echo->document, echo->sentence);
    claim.mention_id = NULL;
    if (is_called_wrong (&claim))
        claim.qualifier = NULL;
    if (g_strcmp0 (claim.assertion, "negated") != 0 || number > 0)
        claim.assertion = number == 0 ? "negated" : claim.assertion;
    if (!is_told (echo, &claim))
        evx_claims_add (echo->document, &claim, place);
}

/* The year that the sentence names, if it names one only. */
static gint
only_year (const char *sentence)
{
    gint year = EVX_NONE;
    for (const char *at = sentence; *at != '\0'; at++) {
        gboolean named = (at == sentence || !g_ascii_isalnum (at[-1])) &&
                         (strncmp (at, "19", 2) == 0 || strncmp (at, "20", 2) == 0) &&
                         strspn (at, "0123456789") == 4;
        if (!named)
            continue;
        gint value = (gint)g_ascii_strtoll (at, NULL, 10);
        if (year != EVX_NONE && year != value)
            return EVX_NONE;
        year = value;
    }
    return year;
}

/* Sets the time of @claim to that which the sentence says. Returns: FALSE if it says none. */
static gboolean
set_time (const Echo *echo, EvxClaim *claim)
{
    static const char before[] = "year before|year earlier|year prior|previous year|prior "
                                 "year|preceding year|ano anterior|ano antes";
    EvxPeriod period;
    g_autofree char *folded = evx_fold (echo->sentence);
    if (evx_period_read (evx_claim_reader_periods (echo->reader), echo->sentence,
                         echo->document->date, &period)) {
        claim->year = period.year;
        claim->period_start =
            *period.start != '\0' ? evx_document_string (echo->document, period.start) : NULL;
        claim->period_end =
            *period.end != '\0' ? evx_document_string (echo->document, period.end) : NULL;
        claim->qualifier = *period.start == '\0' ? "part of a year" : NULL;
        return TRUE;
    }
    gint year = only_year (echo->sentence);
    if (year == EVX_NONE && claim->year != EVX_NONE && evx_fold_has_any (folded, before))
        year = claim->year - 1;
    if (year == EVX_NONE)
        return FALSE;
    claim->year = year;
    claim->period_start = claim->period_end = claim->qualifier = NULL;
    return TRUE;
}

/* The number of the group @name; a year is no count of what happened in it. */
static gboolean
count_of (const Echo *echo, const GMatchInfo *match, const char *name, gint64 *number)
{
    g_autofree char *word = g_match_info_fetch_named (match, name);
    return word != NULL && *word != '\0' && evx_quote_reader_number (evx_claim_reader_quotes (echo->reader), word, number) &&
           !(*number >= 1990 && *number < 2100);
}

/* The words of a sentence that a form covers, and the number that they say. */
typedef struct {
    gsize start, end; /* bytes */
    gint64 number;
} Found;

/* Returns: FALSE if they say none that counts. */
static gboolean
find_number (const Echo *echo, const GMatchInfo *match, Found *found)
{
    gint start, end;
    if (!g_match_info_fetch_pos (match, 0, &start, &end))
        return FALSE;
    found->start = (gsize)start;
    found->end = (gsize)end;
    return count_of (echo, match, "n", &found->number);
}

/* "It received 71" is of requests, "they made 9" of transfers. */
static gboolean
fits_verb (const Echo *echo, const EvxClaim *claim, const Found *found)
{
    g_autofree char *words = g_strndup (echo->sentence + found->start, found->end - found->start),
                    *folded = evx_fold (words);
    if (evx_fold_has_any (folded, "received|got"))
        return strcmp (claim->what, "requests") == 0;
    return !evx_fold_has_any (folded, "made") || strcmp (claim->what, "transfers") == 0;
}

/* "In 2022 it was 24", "the number fell, to 77 from 90". */
static void
read_counted (const Echo *echo, Form form, const GMatchInfo *match, const Found *found)
{
    gint64 from;
    gboolean others;
    const EvxClaim *of = antecedent (echo, NULL, FALSE);
    if (of == NULL)
        return;
    g_autofree char *agency = agency_named (echo, found->start, &others);
    EvxClaim claim = *of;
    gboolean timed = set_time (echo, &claim),
             elsewhere = agency != NULL && !same_agency (agency, of->agency);
    if (others || !(timed || elsewhere) || !fits_verb (echo, of, found) || is_ambiguous (echo, of))
        return;
    if (agency != NULL)
        claim.agency = evx_document_string (echo->document, agency);
    if (elsewhere)
        claim.speaker = NULL;
    add_echo (echo, claim, found->number, found->start);
    if (form == COUNTED || claim.year == EVX_NONE || claim.period_start != NULL ||
        !count_of (echo, match, "m", &from))
        return;
    claim.year--;
    add_echo (echo, claim, from, found->start + 1);
}

/* "And answered 41", "Alder answered 70 of 187", "84 were declined": what became of requests that
 * were counted. */
static void
read_fate (const Echo *echo, Form form, const GMatchInfo *match, const Found *found)
{
    gint64 all;
    gboolean others;
    const EvxClaim *of = antecedent (echo, "requests", FALSE);
    if (of == NULL)
        return;
    g_autofree char *agency = agency_named (echo, found->start, &others);
    gboolean elsewhere = agency != NULL && !same_agency (agency, of->agency),
             has_all = count_of (echo, match, "m", &all);
    if (others && !echo->own)
        return;
    if (!elsewhere && (found->number > of->number || (has_all && all != of->number)))
        return;
    EvxClaim claim = *of;
    set_time (echo, &claim);
    if (agency != NULL)
        claim.agency = evx_document_string (echo->document, agency);
    claim.unit = NULL;
    if (elsewhere && has_all)
        add_echo (echo, claim, all, found->start + 1);
    claim.what = "notifications";
    if (form == DECLINED_SOME || form == WERE_DECLINED)
        evx_claim_set_declined (&claim);
    add_echo (echo, claim, found->number, found->start);
}

/* "While the Sheriff reported 23". */
static void
read_said (const Echo *echo, const GMatchInfo *match, const Found *found)
{
    static const char records[] =
        "records|record|log|logs|system|data|table|book|file|files|registro|registros|bitacora";
    const EvxClaim *of = antecedent (echo, NULL, FALSE);
    g_autofree char *who = g_match_info_fetch_named (match, "who");
    if (of == NULL || who == NULL)
        return;
    while (g_str_has_suffix (g_strchomp (who), ".")) /* of the sentence */
        who[strlen (who) - 1] = '\0';
    g_autofree char *folded = evx_fold (who);
    const char *name = g_ascii_strncasecmp (who, "the ", 4) == 0 ? who + 4
                       : g_str_has_prefix (folded, " el ") || g_str_has_prefix (folded, " la ")
                           ? who + 3
                           : who;
    gboolean of_records = evx_fold_has_any (folded, records);
    if (strlen (name) > SPEAKER_BYTES || (!of_records && !g_ascii_isupper (*name)) ||
        evx_fold_has_any (folded, "that|which|who|que|i|he|she|they|it|we"))
        return;
    EvxClaim claim = *of;
    claim.speaker = of_records ? NULL : evx_document_string (echo->document, name);
    claim.assertion = of_records ? "affirmed" : "alleged";
    claim.qualifier = NULL;
    set_time (echo, &claim);
    add_echo (echo, claim, found->number, found->start);
}

/* "88 resulted in a notice and 37 in a transfer", "37 of whom ICE arrested": of those whom the
 * sentence counts. */
static void
read_led_to (const Echo *echo, const Found *found)
{
    const EvxClaim *requests = antecedent (echo, "requests", FALSE),
                   *of = requests != NULL ? requests : antecedent (echo, "notifications", FALSE);
    if (of == NULL || !echo->own || found->number > of->number)
        return;
    EvxClaim claim = *of;
    claim.what = "transfers";
    claim.unit = NULL;
    claim.assertion = "affirmed";
    add_echo (echo, claim, found->number, found->start);
}

/* "The year before that, 52". */
static void
read_year_before (const Echo *echo, const Found *found)
{
    const EvxClaim *of = antecedent (echo, NULL, FALSE);
    if (of == NULL || of->year == EVX_NONE || of->period_start != NULL)
        return;
    EvxClaim claim = *of;
    claim.year--;
    add_echo (echo, claim, found->number, found->start);
}

/* "The correct number is 38", after a number that is called wrong. */
static void
read_corrected (const Echo *echo, const Found *found)
{
    const EvxClaim *of = antecedent (echo, NULL, TRUE);
    if (of == NULL || found->number == of->number)
        return;
    gint year = only_year (echo->sentence);
    EvxClaim claim = *of;
    if (year != EVX_NONE && year != of->year && !echo->own)
        return;
    claim.speaker = evx_document_string (echo->document, echo->setting->author);
    claim.assertion = "affirmed";
    add_echo (echo, claim, found->number, found->start);
}

/* "44 in the first half of 2020, and in the second half 17". */
static void
read_other_half (const Echo *echo, const Found *found)
{
    const EvxClaim *of = antecedent (echo, NULL, FALSE);
    gboolean first = of != NULL && of->period_start != NULL && of->year != EVX_NONE && g_str_has_suffix (of->period_start, "-01-01") &&
                     g_str_has_suffix (of->period_end, "-06-30");
    if (!first)
        return;
    g_autofree char *from = g_strdup_printf ("%d-07-01", of->year), *to = g_strdup_printf ("%d-12-31", of->year);
    EvxClaim claim = *of;
    claim.period_start = evx_document_string (echo->document, from);
    claim.period_end = evx_document_string (echo->document, to);
    add_echo (echo, claim, found->number, found->start);
}

static void
read_form (const Echo *echo, Form form, const GMatchInfo *match)
{
    Found found;
    if (!find_number (echo, match, &found))
        return;
    switch (form) {
    case COUNTED:
    case MOVED:
    case MOVED_FROM:
        read_counted (echo, form, match, &found);
        break;
    case ANSWERED_SOME:
    case DECLINED_SOME:
    case WERE_ANSWERED:
    case WERE_DECLINED:
        read_fate (echo, form, match, &found);
        break;
    case LED_TO:
        read_led_to (echo, &found);
        break;
    case YEAR_BEFORE:
        read_year_before (echo, &found);
        break;
    case SAID:
    case REPORTED_BY:
        read_said (echo, match, &found);
        break;
    case CORRECTED:
        read_corrected (echo, &found);
        break;
    case OTHER_HALF:
        read_other_half (echo, &found);
        break;
    case N_FORMS:
        break;
    }
}

static void
read_sentence (const Echo *echo)
{
    for (guint form = 0; form < N_FORMS; form++) {
        g_autoptr (GMatchInfo) match = NULL;
        gboolean within = form == COUNTED || form == MOVED || form == MOVED_FROM;
        if (echo->own && within) /* what a sentence sets beside its own number is compared.c's */
            continue;
        g_regex_match (echo->forms->forms[form], echo->sentence, 0, &match);
        for (; g_match_info_matches (match); g_match_info_next (match, NULL))
            read_form (echo, (Form)form, match);
    }
}

/* ---- a page --------------------------------------------------------------------------------- */

static gboolean
is_list_item (const char *at)
{
    return *at == '-' || *at == '*' || g_str_has_prefix (at, "\xe2\x80\xa2") ||
           g_str_has_prefix (at, "\xe2\x80\x93");
}

/* How many of the claims from @first on begin before @end. */
static guint
told_before (const GArray *told, guint first, gsize end)
{
    guint n = 0;
    while (first + n < told->len && g_array_index (told, EvxTold, first + n).start < end)
        n++;
    return n;
}

void
evx_claims_echoed (const EvxClaimReader *reader, const EvxEchoReader *forms, EvxDocument *document,
                   const EvxPage *page, const EvxClaimSetting *setting, const GArray *told)
{
    Echo echo = { .reader = reader, .forms = forms, .document = document, .page = page, .setting = setting, .told = told };
    guint seen = 0, apart = 0;
    gboolean item = FALSE; /* the sentence of the claims is of a list */
    if (told->len == 0)
        return;
    g_auto (EvxSentences) sentences = evx_sentences (page);
    while (evx_sentences_next (&sentences)) {
        const char *at = sentences.start;
        guint own = told_before (told, seen, (gsize)(sentences.end - page->text->str));
        if (own > 0) {
            echo.first = seen;
            echo.n = own;
            item = is_list_item (at);
            apart = 0;
        } else if (++apart > MOST_APART || (sentences.parted && !(item && is_list_item (at)))) {
            echo.n = 0;
        }
        seen += own;
        echo.own = own > 0;
        echo.text = at;
        if (echo.n > 0 && seen > 0) {
            g_autofree char *plain = evx_patterns_plain (at, (gsize)(sentences.end - at));
            echo.sentence = plain;
            read_sentence (&echo);
        }
    }
}
