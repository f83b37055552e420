/* Who says a number: whom its sentence credits, whole where it says only "He" or "the
 * Undersheriff"; whose words it stands in, where it is quoted; in mail who wrote it, in a letter or
 * a memorandum who signed it. */
#include "document-internal.h"

#include "fold.h"
#include "patterns.h"

#include <string.h>

enum { QUOTED_BYTES = 600, LONGEST_NAME = 60, CLOSING_BYTES = 40, LINES_OF_CLOSING = 4 };

#define TITLES                                                                                     \
    "(?:[Uu]nder[Ss]heriff|Assistant "                                                             \
    "Sheriff|[Ss]heriff-Coroner|[Ss]heriff|Captain|Capt\\.|Lieutenant|Lt\\.|Sergeant|Sgt\\.|"      \
    "Supervisor|Chief|Commander|Deputy|"                                                           \
    "Director|Chair|Mr\\.|Ms\\.|Mrs\\.|Dr\\.|Rev\\.|Reverend|Mayor|Alguacil|alguacil|reverend[oa]" \
    "|Sr\\.|Sra\\.|Dra?\\.)"
#define NAME "(?:[\\p{Lu}][\\p{L}'\xe2\x80\x99-]+|[\\p{Lu}]\\.)"
#define NAMES NAME "(?:\\s(?:(?:de|la|del|van|von)\\s)?" NAME "){0,3}"
#define PERSON                                                                                     \
    "(?<p>" TITLES "\\s" NAMES "|(?!(?:He|She|They|It|We|I|The|This|That|In|On|At|For|Of|But|And|" \
    "A|An|State|County|Our|As|If|When|El|La|En)\\b)" NAMES ")"
/* Two names or three, none of a body, a place or a time. */
#define NO_PERSON                                                                                  \
    "(?:The|This|That|In|On|At|For|Of|But|And|County|City|State|States|United|Office|Department|"  \
    "Board|Commission|Committee|Court|Act|"                                                        \
    "Bill|Code|Section|Street|Road|Lane|Avenue|Plaza|Project|Network|Coalition|Immigration|"       \
    "Customs|Enforcement|Homeland|Security|"                                                       \
    "Government|Public|Records|Request|Main|Jail|Sheriff|Police|Division|Bureau|Unit|Center|"      \
    "University|School|District|Union|News|"                                                       \
    "Service|Services|Association|Foundation|Register|Courier|Ledger|Times|Tribune|Interfaith|"    \
    "Community|Forum|Hall|Room|Grand|Jury|Deputy|Counsel|Monday|Tuesday|Wednesday|Thursday|"       \
    "Friday|Saturday|Sunday|January|February|"                                                     \
    "March|April|May|June|July|August|September|October|November|December|He|She|They|It|We|I|A|"  \
    "An|If|When|As|Our|No|All|"                                                                    \
    "El|La|Los|Las|En|Seg\xc3\xban|Condado|Oficina|Junta)"
#define NAME_WORD "(?!" NO_PERSON "\\b)[\\p{Lu}][\\p{Ll}][\\p{L}'\xe2\x80\x99-]*+"
#define WHOLE_NAME                                                                                 \
    "(?>" NAME_WORD "(?:\\s[\\p{Lu}]\\.)?+(?:\\s" NAME_WORD "){1,2}+)(?!\\s[\\p{Lu}][\\p{Ll}])"
#define SAYS                                                                                       \
    "(?:said|says|stated|reported|testified|claimed|claims|added|explained|noted|insisted|argued|" \
    "asserted|alleged|"                                                                            \
    "(?:answered|replied|responded|confirmed|acknowledged|admitted|conceded|indicated|estimated|"  \
    "recalled|wrote)(?=\\sthat\\b)|"                                                               \
    "told\\s\\p{L}+|advised\\s\\p{L}+|dijo|declar\xc3\xb3|se\xc3\xb1"                              \
    "al\xc3\xb3|inform\xc3\xb3|afirm\xc3\xb3|explic\xc3\xb3|(?:respondi\xc3\xb3|contest\xc3\xb3|"  \
    "reconoci\xc3\xb3)(?=\\sque\\b))"

typedef enum {
    TITLED,
    BEGINS,
    ACCORDING,
    BEHIND_QUOTE,
    BEFORE_QUOTE,
    OF_BODY,
    REPORTED,
    SUBJECT,
    NAMED,
    HE_AFTER,
    HE_WITHIN,
    OFFICER,
    ENDS_IN_SAYS,
    INVERTED,
    N_FORMS
} Form;

static const char *const patterns[N_FORMS] = {
    [TITLED] = "\\b(?<p>" TITLES "\\s" NAMES ")",
    [BEGINS] = "^\\W*(?:(?:An?|One)\\s[^,.;]{3,60},\\s)?" PERSON
               "(?:\\s(?:of|with|from|de)\\s[^,.;]{2,60}?)?(?:,\\s[^.;]{2,80}?,|,)?\\s" SAYS "\\b",
    [ACCORDING] =
        "\\b(?:[Ss]eg\xc3\xban|[Aa]ccording to)\\s[^,.;]{0,50}?\\b(?<p>" TITLES "\\s" NAMES ")",
    [BEHIND_QUOTE] =
        "^[\\s,]*(?:(?:\xe2\x80\x94|\xe2\x80\x93|--?)\\s*" PERSON
        "|(?:said|says|dijo|added|explained)\\s(?:(?:the|la|el)\\s)?(?:\\p{Ll}+\\s)?" PERSON ")",
    [BEFORE_QUOTE] =
        "(?:said|dijo|added|a\xc3\xb1"
        "adi\xc3\xb3)\\s(?:(?:the|la|el)\\s)?(?:\\p{Ll}+\\s)?" PERSON
        "[^.\"\xe2\x80\x9d]{0,60}[.,:]\\s*$|" PERSON "(?:,[^.\"\xe2\x80\x9d]{0,60},)?\\s" SAYS
        "[^.\"\xe2\x80\x9d]{0,30}[.,:]?\\s*$",
    [REPORTED] = "^\\W*(?:[Cc]ontrary to "
                 ")?(?<p>(?:[Tt]he|[Aa]n?|[Oo]ne|[Uu]na?|[Ee]l|[Ll]a)\\s[\\p{L}'\xe2\x80\x99 "
                 "-]{2,40}?|" NAMES "),?\\s(?:(?:which|that|who|que)\\s)?"
                 "(?:has\\s|have\\s|had\\s)?(?:said|says|states|stated|claims|claimed|writes|wrote|"
                 "written|reports|reported|alleges|alleged|asserts|asserted|"
                 "put|puts|dice|dijo|afirma)\\b",
    /* whom a sentence is about: it begins with the person, or names but one, and not as somebody's
       or for somebody */
    [SUBJECT] = "^\\W*(?:The\\s)?(?<p>" TITLES "\\s" NAMES "|" WHOLE_NAME ")",
    [NAMED] = "(?<!\\bto\\s)(?<!\\bof\\s)(?<!\\bby\\s)(?<!\\bfor\\s)(?<!\\bfrom\\s)(?<!\\bwith\\s)("
              "?<!\\band\\s)\\b(?<p>" TITLES "\\s" NAMES "|" WHOLE_NAME ")",
    [HE_AFTER] = "^[\\s,]*(?:he|she|they)\\s" SAYS "\\b|^[\\s,]*(?:said|says)\\s(?:he|she|they)\\b",
    [ENDS_IN_SAYS] = "\\s" SAYS "\\s(?:that\\s|que\\s)?(?:the\\s)?$",
    [INVERTED] =
        ",\\s(?:said|dijo|declar\xc3\xb3|inform\xc3\xb3|afirm\xc3\xb3|explic\xc3\xb3|se\xc3\xb1"
        "al\xc3\xb3)\\s(?:(?:el|este|on)\\s\\p{L}+\\s)?"
        "(?:(?:the|la|el)\\s)?(?:(?!" TITLES ")\\p{Ll}+\\s)?" PERSON,
    [HE_WITHIN] =
        "\\b(?:he|she|[Ee]lla)\\s(?:also\\s|then\\s|later\\s|has\\s|had\\s|tambi\xc3\xa9n\\s)?" SAYS
        "\\b",
    [OFFICER] = "\\b(?:[Tt]he|[Ee]l|[Ll]a)\\s(?<p>sheriff|undersheriff|captain|lieutenant|sergeant|"
                "chief|director|alguacil)\\s"
                "(?:also\\s|then\\s|later\\s|has\\s|had\\s|tambi\xc3\xa9n\\s)?" SAYS "\\b",
    [OF_BODY] = "(?<p>" NAMES "),?\\s(?:of|with|from|de)\\s(?:the\\s|la\\s|los\\s|las\\s)?$",
};

struct _EvxSpeakerReader {
    GRegex **forms;
};

EvxSpeakerReader *
evx_speaker_reader_new (void)
{
    EvxSpeakerReader *reader = g_new0 (EvxSpeakerReader, 1);
    reader->forms = evx_patterns_new (patterns, N_FORMS, G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES);
    return reader;
}

void
evx_speaker_reader_free (EvxSpeakerReader *reader)
{
    evx_patterns_free (reader->forms);
    g_free (reader);
}

/* Returns: (transfer full) (nullable): the person that the form finds in @text; of several the
 * last. */
static char *
person_in (const EvxSpeakerReader *reader, Form form, const char *text)
{
    g_autoptr (GMatchInfo) match = NULL;
    char *person = NULL;
    g_autofree char *plain = g_strdelimit (g_strdup (text), "\n\t", ' ');
    g_regex_match (reader->forms[form], plain, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        char *found = g_match_info_fetch_named (match, "p");
        if (found != NULL && *found != '\0' && strlen (found) <= LONGEST_NAME) {
            g_free (person);
            person = found;
        } else {
            g_free (found);
        }
    }
    return person;
}

static gboolean
is_pronoun (const char *speaker)
{
    static const char *const words[] = { "He",   "She",       "They", "he", "she",
                                         "they", "\xc3\x89l", "Ella", NULL };
    return g_strv_contains (words, speaker);
}

/* Whoever writes or is quoted. */
static gboolean
is_first_person (const char *speaker)
{
    static const char *const words[] = { "I", "We", "we", "Yo", "Nosotros", NULL };
    return g_strv_contains (words, speaker);
}

static gboolean
begins_with_pronoun (const char *sentence)
{
    g_autofree char *head = g_strndup (sentence, strcspn (sentence, " ,"));
    return is_pronoun (g_strstrip (head));
}

/* Where the last sentence of @text begins: behind a stop that ends no abbreviation, or an empty
 * line. */
static char *
start_of_sentence (char *text)
{
    static const char abbreviations[] =
        " mr ms mrs dr rev sgt lt capt st no sr sra dra gen col jr ";
    for (char *at = text + strlen (text); at-- > text + 1;) {
        if (at[-1] == '\n' && at[0] == '\n')
            return at + 1;
        gboolean stop = strchr (".?!", at[-1]) != NULL && g_ascii_isspace (*at);
        if (!stop)
            continue;
        const char *word = at - 1;
        while (word > text && g_ascii_isalpha (word[-1]))
            word--;
        g_autofree char *last = g_strdup_printf (" %.*s ", (int)(at - 1 - word), word),
                        *lower = g_ascii_strdown (last, -1);
        if (at - 1 - word > 1 && strstr (abbreviations, lower) == NULL)
            return at + 1;
        if (at[-1] != '.')
            return at + 1;
        if (at - 1 == word) /* behind a number or a mark */
            return at + 1;
    }
    return text;
}

/* The first person that the sentence names with a title, else without. Returns: (transfer full)
 * (nullable). */
static char *
first_named (const EvxSpeakerReader *reader, const char *sentence)
{
    g_autoptr (GMatchInfo) match = NULL;
    g_autofree char *plain = g_strdelimit (g_strdup (sentence), "\n\t", ' ');
    char *first = NULL;
    g_regex_match (reader->forms[NAMED], plain, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        g_autofree char *found = g_match_info_fetch_named (match, "p");
        if (g_regex_match (reader->forms[TITLED], found, 0, NULL)) {
            g_free (first);
            return g_steal_pointer (&found);
        }
        if (first == NULL)
            first = g_steal_pointer (&found);
    }
    return first;
}

enum { SENTENCES_BACK = 6 };

/* Whom "he" means behind @text: the person that the last sentence begins with, or the only one it
 * names; if it begins with "he" too or names nobody, the sentence before. Returns: (transfer full)
 * (nullable). */
static char *
antecedent (const EvxSpeakerReader *reader, const char *text)
{
    g_autofree char *rest = g_strdup (text);
    for (guint n = 0; n < SENTENCES_BACK && *g_strchomp (rest) != '\0'; n++) {
        char *start = start_of_sentence (rest);
        char *person = person_in (reader, SUBJECT, start);
        if (person == NULL && !begins_with_pronoun (start))
            person = first_named (reader, start);
        if (person != NULL)
            return person;
        *start = '\0';
    }
    return NULL;
}

/* "Undersheriff" is the one that the page names so, if it names but one. Returns: (transfer full)
 * (nullable). */
static char *
named_by_title (const EvxSpeakerReader *reader, const EvxPage *page, const char *title)
{
    g_autoptr (GMatchInfo) match = NULL;
    char *person = NULL;
    if (strchr (title, ' ') != NULL || strstr (page->text->str, title) == NULL)
        return NULL;
    g_autofree char *plain = g_strdelimit (g_strdup (page->text->str), "\n\t", ' ');
    g_regex_match (reader->forms[TITLED], plain, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        g_autofree char *found = g_match_info_fetch_named (match, "p");
        if (!g_str_has_prefix (found, title) || found[strlen (title)] != ' ' ||
            strlen (found) > LONGEST_NAME)
            continue;
        const char *last = strrchr (found, ' ');
        if (person != NULL && !g_str_has_suffix (person, last)) {
            g_free (person);
            return NULL;
        }
        if (person == NULL || strlen (found) > strlen (person)) {
            g_free (person);
            person = g_steal_pointer (&found);
        }
    }
    return person;
}

/* "Alma Vale of the Oakmoor Network": the sentence credits the person. Returns: (transfer full)
 * (nullable). */
static char *
person_of_body (const EvxSpeakerReader *reader, const char *quote, const char *body)
{
    const char *at = strstr (quote, body);
    if (at == NULL || at == quote)
        return NULL;
    g_autofree char *before = g_strndup (quote, (gsize)(at - quote)),
                    *person = person_in (reader, OF_BODY, before);
    const char *name = person != NULL ? g_strrstr (before, person) : NULL;
    return name != NULL ? g_strconcat (name, body, NULL) : NULL;
}

/* ---- quoted words --------------------------------------------------------------------------- */

/* How many bytes of a mark of quotation are at @c; 0: none. Recognition mixes straight and curly
 * ones. */
static gsize
mark_length (const char *c)
{
    return *c == '"'                                                                      ? 1
           : g_str_has_prefix (c, "\xe2\x80\x9c") || g_str_has_prefix (c, "\xe2\x80\x9d") ? 3
                                                                                          : 0;
}

/* A mark opens where a blank stands before it, and closes otherwise. */
static gboolean
mark_opens (const char *text, const char *mark)
{
    return mark == text || g_ascii_isspace (mark[-1]) || mark[-1] == '(';
}

/* The marks around @at, if it stands in quoted words of its paragraph. */
static gboolean
find_quoted (const char *text, const char *at, const char **open, const char **close)
{
    const char *from = at - text > QUOTED_BYTES ? evx_whole_character (at - QUOTED_BYTES) : text;
    const char *blank = g_strrstr_len (from, at - from, "\n\n");
    from = blank != NULL ? blank : from;
    *open = NULL;
    for (const char *c = from; c < at; c++)
        if ((*c == '"' || *c == '\xe2') && mark_length (c) > 0)
            *open = mark_opens (text, c) ? c : NULL;
    if (*open == NULL)
        return FALSE;
    *close = at;
    while (**close != '\0' && *close - *open < 2 * QUOTED_BYTES &&
           (mark_length (*close) == 0 || mark_opens (text, *close)))
        (*close)++;
    return **close != '\0' && *close - *open < 2 * QUOTED_BYTES;
}

static char *
speaker_of_quoted (const EvxSpeakerReader *reader, const EvxPage *page, const EvxMention *mention)
{
    const char *text = page->text->str, *open, *close;
    if (!find_quoted (text, text + MIN (mention->start, page->text->len), &open, &close))
        return NULL;
    const char *behind = close + mark_length (close), *from = open - MIN (open - text, 160);
    g_autofree char *after = g_strndup (behind, MIN (strlen (behind), 100)),
                    *whole = g_utf8_make_valid (after, -1);
    g_autofree char *before =
        g_strndup (evx_whole_character (from), (gsize)(open - evx_whole_character (from)));
    char *person = person_in (reader, BEHIND_QUOTE, whole);
    gboolean goes_on = close > open && close[-1] != '.'; /* "It fell," Pike said. */
    if (person == NULL && goes_on)
        person = person_in (reader, BEGINS, whole);
    if (person == NULL && goes_on && g_regex_match (reader->forms[HE_AFTER], whole, 0, NULL)) {
        g_autofree char *text_before = g_strndup (text, (gsize)(open - text));
        person = antecedent (reader, text_before);
    }
    return person != NULL ? person : person_in (reader, BEFORE_QUOTE, before);
}

/* ---- writers -------------------------------------------------------------------------------- */

static gboolean
looks_like_name (const char *line)
{
    g_auto (GStrv) words = g_strsplit (line, " ", -1);
    guint n = g_strv_length (words);
    if (n < 2 || n > 5 || strlen (line) > LONGEST_NAME || strpbrk (line, "0123456789:@/") != NULL)
        return FALSE;
    for (guint i = 0; i < n; i++)
        if (!g_unichar_isupper (g_utf8_get_char (words[i])) && strlen (words[i]) > 3)
            return FALSE;
    return TRUE;
}

char *
evx_signer_on (const EvxPage *page)
{
    static const char closings[] =
        "^sincerely|^respectfully|^very truly yours|^yours truly|^truly yours|^yours "
        "sincerely|^best regards|"
        "^regards|^kind regards|^in "
        "solidarity|^atentamente|^cordialmente|^sinceramente|^respetuosamente";
    static const char words[] = "yours|sincerely|respectfully|regards|cordially|faithfully|"
                                "solidarity|appreciation|warmly|gratefully|"
                                "atentamente|cordialmente|saludos|respetuosamente|sinceramente";
    for (guint i = 0; i < page->lines->len; i++) {
        g_autofree char *line = evx_line_text (page, i);
        if (strlen (line) > CLOSING_BYTES || !g_ascii_isalpha (*line))
            continue;
        g_autofree char *folded = evx_fold_line (line, strlen (line));
        gboolean closes = g_str_has_suffix (line, ",") && evx_fold_has_any (folded, words);
        if (!closes && !evx_fold_has_any (folded, closings))
            continue;
        for (guint next = i + 1; next < MIN (page->lines->len, i + 1 + LINES_OF_CLOSING); next++) {
            g_autofree char *name = evx_line_text (page, next);
            g_strstrip (name);
            if (looks_like_name (name))
                return g_steal_pointer (&name);
        }
    }
    return NULL;
}

/* "SHERIFF ADA LUND" is Sheriff Ada Lund. Returns: (transfer full). */
static char *
in_title_case (const char *name)
{
    char *title = g_strdup (name);
    gboolean shouts = TRUE;
    for (const char *at = name; *at != '\0'; at++)
        shouts &= !g_ascii_islower (*at);
    for (char *at = title + 1; shouts && *at != '\0'; at++)
        if (g_ascii_isalpha (at[-1]) || at[-1] == '\'')
            *at = g_ascii_tolower (*at);
    return title;
}

char *
evx_declarant_in (const char *line)
{
    static const char oaths[] =
        "declare|declares|depose|deposes|being duly sworn|swear|attest|certify|state|declaro|juro";
    static const char *const titles[] = { "statement of ",         "testimony of ",
                                          "remarks of ",           "remarks by ",
                                          "declaration of ",       "affidavit of ",
                                          "declaraci\xc3\xb3n de " };
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
        gsize length = strlen (titles[i]);
        if (g_ascii_strncasecmp (line, titles[i], length) == 0 && looks_like_name (line + length))
            return in_title_case (line + length);
    }
    const char *name = g_str_has_prefix (line, "I, ")    ? line + 3
                       : g_str_has_prefix (line, "Yo, ") ? line + 4
                                                         : NULL;
    const char *end = name != NULL ? strchr (name, ',') : NULL;
    if (end == NULL)
        return NULL;
    g_autofree char *person = g_strndup (name, (gsize)(end - name)), *oath = evx_fold (end);
    return looks_like_name (person) && evx_fold_has_any (oath, oaths) ? g_steal_pointer (&person)
                                                                      : NULL;
}

char *
evx_reporter_of (const EvxSpeakerReader *reader, const EvxMention *mention)
{
    static const char own[] = "we|our|i|my|this office|nosotros|nuestro|nuestra|nuestra carta";
    static const char nobody[] = "it was said|it is said|it has been said|was told that|some "
                                 "say|some said|some have said|others|critics|people say|"
                                 "people have said|rumor*|the claim that|there are claims|the "
                                 "notion that|the idea that|se dice|se dijo|hay quien";
    g_autofree char *before = g_strndup (mention->quote != NULL ? mention->quote : "",
                                         mention->quote != NULL ? mention->quote_start : 0);
    g_autofree char *folded = evx_fold (before),
                    *head = g_strndup (before, MIN (strlen (before), 24)), *first = evx_fold (head);
    if (evx_fold_has_any (folded, nobody))
        return g_strdup ("unnamed");
    char *who = person_in (reader, REPORTED, before);
    if (who != NULL && evx_fold_has_any (first, own)) {
        g_free (who);
        return NULL;
    }
    return who != NULL ? who : g_strdup (mention->speaker);
}

/* ---- all ------------------------------------------------------------------------------------ */

/* Whom "he" means in the sentence of the mention. Returns: (transfer full) (nullable). */
static char *
he_of (const EvxSpeakerReader *reader, const EvxPage *page, const EvxMention *mention)
{
    gsize sentence = mention->start - MIN (mention->quote_start, mention->start);
    g_autofree char *before = evx_text_before (page, mention, 0);
    gsize skipped = mention->start - strlen (before);
    before[sentence > skipped ? sentence - skipped : 0] = '\0';
    return antecedent (reader, before);
}

/* "The sheriff said": by name, if the page names but one. Returns: (transfer full) (nullable). */
static char *
officer_named (const EvxSpeakerReader *reader, const EvxPage *page, const char *office)
{
    g_autofree char *title = g_strdup (office);
    char *person = named_by_title (reader, page, title);
    title[0] = g_ascii_toupper (title[0]);
    if (person == NULL)
        person = named_by_title (reader, page, title);
    return person != NULL ? person : g_steal_pointer (&title);
}

/* Of a sentence in which the tagger found nobody. */
static char *
credited_by_form (const EvxSpeakerReader *reader, const EvxPage *page, const EvxMention *mention)
{
    const char *quote = mention->quote != NULL ? mention->quote : "";
    char *person = person_in (reader, BEGINS, quote);
    if (person == NULL)
        person = person_in (reader, ACCORDING, quote);
    if (person == NULL)
        person = person_in (reader, INVERTED, quote);
    g_autofree char *office = person == NULL ? person_in (reader, OFFICER, quote) : NULL;
    if (office != NULL)
        return officer_named (reader, page, office);
    if (person == NULL && g_regex_match (reader->forms[HE_WITHIN], quote, 0, NULL))
        person = he_of (reader, page, mention);
    return person;
}

/* "Vera Pike, a priest, said ICE arrested 60": what stands behind the verb is whom it is told of.
 */
static gboolean
is_told_of (const EvxSpeakerReader *reader, const char *quote, const char *said)
{
    const char *at = strstr (quote, said);
    if (at == NULL || at == quote)
        return FALSE;
    g_autofree char *before = g_strndup (quote, (gsize)(at - quote));
    return g_regex_match (reader->forms[ENDS_IN_SAYS], before, 0, NULL);
}

/* Returns: (transfer full) (nullable): whom the sentence credits, by name where the text has it. */
static char *
credited (const EvxSpeakerReader *reader, const EvxPage *page, const EvxMention *mention)
{
    const char *quote = mention->quote != NULL ? mention->quote : "", *said = mention->speaker;
    if (said == NULL)
        return credited_by_form (reader, page, mention);
    if (is_first_person (said))
        return NULL;
    char *person = is_pronoun (said)                  ? he_of (reader, page, mention)
                   : is_told_of (reader, quote, said) ? person_in (reader, BEGINS, quote)
                   : g_unichar_islower (g_utf8_get_char (said))
                       ? person_in (reader, ACCORDING, quote)
                       : person_of_body (reader, quote, said);
    if (person == NULL)
        person = named_by_title (reader, page, said);
    return person != NULL ? person : g_strdup (said);
}

char *
evx_claim_speaker (const EvxSpeakerReader *reader, const EvxDocument *document, const EvxPage *page,
                   const EvxMention *mention, const char *author)
{
    char *speaker = credited (reader, page, mention);
    if (speaker == NULL)
        speaker = speaker_of_quoted (reader, page, mention);
    if (speaker == NULL && g_strcmp0 (document->type, "email") == 0)
        speaker = evx_sender_above (page, mention->line);
    return speaker != NULL ? speaker : g_strdup (author);
}
