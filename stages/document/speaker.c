/* Who says a number: whom its sentence credits, whole where it says only "He" or "the Undersheriff"; whose words it stands
 * in, where it is quoted; in mail who wrote it, in a letter or a memorandum who signed it. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { QUOTED_BYTES = 600, LONGEST_NAME = 60, CLOSING_BYTES = 40, LINES_OF_CLOSING = 4 };

#define TITLES "(?:[Uu]nder[Ss]heriff|Assistant Sheriff|[Ss]heriff-Coroner|[Ss]heriff|Captain|Capt\\.|Lieutenant|Lt\\.|Sergeant|Sgt\\.|Supervisor|Chief|Commander|Deputy|"      \
               "Director|Chair|Mr\\.|Ms\\.|Mrs\\.|Dr\\.|Rev\\.|Reverend|Mayor|Alguacil|alguacil|reverend[oa]|Sr\\.|Sra\\.|Dra?\\.)"
#define NAME "(?:[\\p{Lu}][\\p{L}'\xe2\x80\x99-]+|[\\p{Lu}]\\.)"
#define NAMES NAME "(?:\\s(?:(?:de|la|del|van|von)\\s)?" NAME "){0,3}"
#define PERSON "(?<p>" TITLES "\\s" NAMES "|(?!(?:He|She|They|It|We|I|The|This|That|In|On|At|For|Of|But|And|A|An|State|County|Our|As|If|When|El|La|En)\\b)" NAMES ")"
#define SAYS "(?:said|says|stated|reported|testified|claimed|claims|added|explained|noted|told\\s\\p{L}+|dijo|inform\xc3\xb3|afirm\xc3\xb3|explic\xc3\xb3)"

typedef enum { TITLED, BEGINS, ACCORDING, BEHIND_QUOTE, BEFORE_QUOTE, OF_BODY, REPORTED, N_FORMS } Form;

static const char *const patterns[N_FORMS] = {
    [TITLED] = "\\b(?<p>" TITLES "\\s" NAMES ")",
    [BEGINS] = "^\\W*" PERSON "(?:\\s(?:of|with|from|de)\\s[^,.;]{2,60}?)?(?:,\\s[^.;]{2,80}?,)?\\s" SAYS "\\b",
    [ACCORDING] = "\\b(?:[Ss]eg\xc3\xban|[Aa]ccording to)\\s[^,.;]{0,50}?\\b(?<p>" TITLES "\\s" NAMES ")",
    [BEHIND_QUOTE] = "^[\\s,]*(?:(?:\xe2\x80\x94|\xe2\x80\x93|--?)\\s*" PERSON "|(?:said|says|dijo|added|explained)\\s(?:the\\s|la\\s|el\\s)?" PERSON ")",
    [BEFORE_QUOTE] = PERSON "(?:,[^.\"\xe2\x80\x9d]{0,60},)?\\s" SAYS "[^.\"\xe2\x80\x9d]{0,30}[.,:]?\\s*$",
    [REPORTED] = "^\\W*(?:[Cc]ontrary to )?(?<p>(?:[Tt]he|[Aa]n?|[Oo]ne|[Uu]na?|[Ee]l|[Ll]a)\\s[\\p{L}'\xe2\x80\x99 -]{2,40}?|" NAMES "),?\\s(?:(?:which|that|who|que)\\s)?"
                 "(?:has\\s|have\\s|had\\s)?(?:said|says|states|stated|claims|claimed|writes|wrote|written|reports|reported|alleges|alleged|asserts|asserted|"
                 "put|puts|dice|dijo|afirma)\\b",
    [OF_BODY] = "(?<p>" NAMES "),?\\s(?:of|with|from|de)\\s(?:the\\s|la\\s|los\\s|las\\s)?$",
};

struct _EvxSpeakerReader {
    GRegex *forms[N_FORMS];
};

EvxSpeakerReader *
evx_speaker_reader_new (void)
{
    EvxSpeakerReader *reader = g_new0 (EvxSpeakerReader, 1);
    for (guint i = 0; i < N_FORMS; i++) {
        g_autoptr (GError) error = NULL;
        reader->forms[i] = g_regex_new (patterns[i], G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, &error);
        g_assert_no_error (error);
    }
    return reader;
}

void
evx_speaker_reader_free (EvxSpeakerReader *reader)
{
    for (guint i = 0; i < N_FORMS; i++)
        g_regex_unref (reader->forms[i]);
    g_free (reader);
}

/* Returns: (transfer full) (nullable): the person that the form finds in @text; of several the last. */
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
    static const char *const words[] = { "He", "She", "They", "he", "she", "they", "\xc3\x89l", "Ella", NULL };
    return g_strv_contains (words, speaker);
}

/* "Undersheriff" is the one that the page names so, if it names but one. Returns: (transfer full) (nullable). */
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
        if (!g_str_has_prefix (found, title) || found[strlen (title)] != ' ' || strlen (found) > LONGEST_NAME)
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

/* "Alma Vale of the Oakmoor Network": the sentence credits the person. Returns: (transfer full) (nullable). */
static char *
person_of_body (const EvxSpeakerReader *reader, const char *quote, const char *body)
{
    const char *at = strstr (quote, body);
    if (at == NULL || at == quote)
        return NULL;
    g_autofree char *before = g_strndup (quote, (gsize)(at - quote)), *person = person_in (reader, OF_BODY, before);
    const char *name = person != NULL ? g_strrstr (before, person) : NULL;
    return name != NULL ? g_strconcat (name, body, NULL) : NULL;
}

/* ---- quoted words --------------------------------------------------------------------------- */

/* The marks around @at, if it stands in quoted words of its paragraph. */
static gboolean
find_quoted (const char *text, const char *at, const char **open, const char **close)
{
    const char *from = at - text > QUOTED_BYTES ? evx_whole_character (at - QUOTED_BYTES) : text;
    const char *blank = g_strrstr_len (from, at - from, "\n\n");
    from = blank != NULL ? blank : from;
    guint straight = 0;
    *open = NULL;
    for (const char *c = from; c < at; c++) {
        straight += *c == '"';
        if (*c == '"' || g_str_has_prefix (c, "\xe2\x80\x9c"))
            *open = *c == '"' && straight % 2 == 0 ? NULL : c;
        else if (g_str_has_prefix (c, "\xe2\x80\x9d"))
            *open = NULL;
    }
    if (*open == NULL)
        return FALSE;
    *close = **open == '"' ? strchr (at, '"') : strstr (at, "\xe2\x80\x9d");
    return *close != NULL && *close - *open < 2 * QUOTED_BYTES;
}

static char *
speaker_of_quoted (const EvxSpeakerReader *reader, const EvxPage *page, const EvxMention *mention)
{
    const char *text = page->text->str, *open, *close;
    if (!find_quoted (text, text + MIN (mention->start, page->text->len), &open, &close))
        return NULL;
    const char *behind = close + (*close == '"' ? 1 : 3), *from = open - MIN (open - text, 160);
    g_autofree char *after = g_strndup (behind, MIN (strlen (behind), 100)), *whole = g_utf8_make_valid (after, -1);
    g_autofree char *before = g_strndup (evx_whole_character (from), (gsize)(open - evx_whole_character (from)));
    char *person = person_in (reader, BEHIND_QUOTE, whole);
    if (person == NULL)
        person = person_in (reader, BEGINS, whole);
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
    static const char closings[] = "^sincerely|^respectfully|^very truly yours|^yours truly|^truly yours|^yours sincerely|^best regards|"
                                   "^regards|^kind regards|^in solidarity|^atentamente|^cordialmente|^sinceramente|^respetuosamente";
    for (guint i = 0; i < page->lines->len; i++) {
        g_autofree char *line = evx_line_text (page, i);
        if (strlen (line) > CLOSING_BYTES || strpbrk (line, "SRVYTBKIsrvytbkiAaCc") != line)
            continue;
        g_autofree char *folded = evx_fold_line (line, strlen (line));
        if (!evx_fold_has_any (folded, closings))
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

char *
evx_reporter_of (const EvxSpeakerReader *reader, const EvxMention *mention)
{
    static const char own[] = "we|our|i|my|this office|nosotros|nuestro|nuestra|nuestra carta";
    static const char nobody[] = "it was said|it is said|it has been said|was told that|some say|some said|some have said|others|critics|people say|"
                                 "people have said|rumor*|the claim that|there are claims|the notion that|the idea that|se dice|se dijo|hay quien";
    g_autofree char *before = g_strndup (mention->quote != NULL ? mention->quote : "", mention->quote != NULL ? mention->quote_start : 0);
    g_autofree char *folded = evx_fold (before), *head = g_strndup (before, MIN (strlen (before), 24)), *first = evx_fold (head);
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

/* Returns: (transfer full) (nullable): whom the sentence credits, by name where the text has it. */
static char *
credited (const EvxSpeakerReader *reader, const EvxPage *page, const EvxMention *mention)
{
    const char *quote = mention->quote != NULL ? mention->quote : "", *said = mention->speaker;
    if (said == NULL) {
        char *person = person_in (reader, BEGINS, quote);
        return person != NULL ? person : person_in (reader, ACCORDING, quote);
    }
    char *person = NULL;
    if (is_pronoun (said)) {
        gsize sentence = mention->start - MIN (mention->quote_start, mention->start);
        g_autofree char *before = evx_text_before (page, mention, 0);
        gsize skipped = mention->start - strlen (before);
        before[sentence > skipped ? sentence - skipped : 0] = '\0';
        person = person_in (reader, TITLED, before);
    } else {
        person = person_of_body (reader, quote, said);
    }
    if (person == NULL)
        person = named_by_title (reader, page, said);
    return person != NULL ? person : g_strdup (said);
}

char *
evx_claim_speaker (const EvxSpeakerReader *reader, const EvxDocument *document, const EvxPage *page, const EvxMention *mention,
                   const char *author)
{
    char *speaker = credited (reader, page, mention);
    if (speaker == NULL)
        speaker = speaker_of_quoted (reader, page, mention);
    if (speaker == NULL && g_strcmp0 (document->type, "email") == 0)
        speaker = evx_sender_above (page, mention->line);
    return speaker != NULL ? speaker : g_strdup (author);
}
