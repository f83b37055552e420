/* The type of a document: every cue that is found adds to the score of a type; the best score wins
 * if it is high enough. A cue is worth little alone, so that a letter which mentions minutes stays
 * a letter. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

typedef enum {
    TYPE_SLIDES,
    TYPE_LETTER,
    TYPE_PRA,
    TYPE_LOG,
    TYPE_EMAIL,
    TYPE_FORM,
    TYPE_POLICY,
    TYPE_MINUTES,
    TYPE_NOTICE,
    TYPE_NEWS,
    N_TYPES
} Type;

static const char *const type_names[N_TYPES] = { "slide_deck", "letter", "pra_response", "log",
                                                 "email",      "form",   "policy",       "minutes",
                                                 "notice",     "news" };

#define ENOUGH 2.5 /* one strong cue and a weak one, or several weak ones */

typedef enum { IN_LEAD, IN_FIRST, IN_HEADS, IN_TITLE, IN_HEADINGS } Zone;

typedef struct {
    Type type;
    Zone zone;
    double weight;    /* negative: speaks against */
    const char *cues; /* alternatives parted by '|'; the first found counts, once */
} Cue;

/* Zones: the lines of page one, the running text of pages one to three, table headers, the first
 * lines, those lines of page one that look like titles: there a form bears its name, where a policy speaks of it. */
static const Cue cues[] = {
    { TYPE_EMAIL, IN_LEAD, 0.75, "^from|^de" },
    { TYPE_EMAIL, IN_LEAD, 0.5, "^to|^para" },
    { TYPE_EMAIL, IN_LEAD, 1.5, "^sent|^enviado|^enviado el" },
    { TYPE_EMAIL, IN_LEAD, 0.25, "^date|^fecha" },
    { TYPE_EMAIL, IN_LEAD, 0.5, "^subject|^asunto" },
    { TYPE_EMAIL, IN_LEAD, 0.25, "^cc" },
    { TYPE_EMAIL, IN_FIRST, 1.5,
      "original message|forwarded message|mensaje original|wrote|escribio" },
    { TYPE_EMAIL, IN_TITLE, -4.0,
      "memorandum|memo|interoffice memorandum|inter office memorandum|memorando|interoffice" },
    { TYPE_LETTER, IN_TITLE, -3.0,
      "memorandum|memo|interoffice memorandum|inter office memorandum|memorando" },
    { TYPE_LETTER, IN_TITLE, 2.0, "facsimile|fax cover sheet|fax transmittal|facsimil" },
    { TYPE_LETTER, IN_FIRST, 0.75, "please advise|please find|we write|i write|le escribo" },
    { TYPE_LETTER, IN_LEAD, 2.5, "^dear|^estimado|^estimada|^estimados|^to whom it may concern" },
    { TYPE_LETTER, IN_FIRST, 1.5,
      "sincerely|very truly yours|yours truly|yours faithfully|respectfully|cordially|best regards|"
      "kind regards|warm regards|atentamente|cordialmente|respetuosamente" },
    { TYPE_LETTER, IN_LEAD, 0.5, "^re|^subject|^asunto" },
    { TYPE_LETTER, IN_FIRST, 0.5,
      "enclosure|enclosures|encl|via email|via u s mail|by email|anexo" },
    { TYPE_PRA, IN_FIRST, 2.0,
      "public records act|public record act|cpra|public records request|pra request|records act "
      "request"
      "|freedom of information|ley de registros publicos" },
    { TYPE_PRA, IN_FIRST, 1.5,
      "responsive|registros solicitados" },
    { TYPE_PRA, IN_LEAD, 1.0, "public records act request|records act request|public records request|cpra request|pra request" },
    { TYPE_PRA, IN_FIRST, 1.5,
      "your request|in response to your|response to your|su solicitud|your public records" },
    { TYPE_PRA, IN_FIRST, 1.0,
      "exempt|withheld|redacted|exemption|exemptions|retenidos|exentos|exempt from disclosure" },
    { TYPE_PRA, IN_FIRST, 0.5, "7920*|7922*|7923*|6250|6253*|6254*|6255" },
    { TYPE_PRA, IN_FIRST, 1.0,
      "we have located|has located|are producing|is producing|first production|rolling "
      "basis|production of"
      "|bates|identified records" },
    { TYPE_PRA, IN_FIRST, -4.0,
      "i am writing to request|we are writing to request|i request|we request|i am requesting"
      "|we are requesting|please provide|i hereby request|le solicito" },
    { TYPE_LOG, IN_TITLE, 2.0,
      "log|logbook|log book|register|registry|roster|tracking "
      "sheet|spreadsheet|bitacora|registro|listado"
      "|release list|tracker" },
    { TYPE_LOG, IN_HEADS, 1.5,
      "booking|booking no|booking number|xref|x ref|pfn|inmate|name|nombre|inmate name|subject "
      "id|cii" },
    { TYPE_LOG, IN_HEADS, 1.0, "date|fecha|date released|release date|time|hora" },
    { TYPE_LOG, IN_HEADS, 1.0,
      "outcome|action|result|disposition|picked "
      "up|status|resultado|accion|agent|officer|notified" },
    { TYPE_FORM, IN_HEADINGS, 3.5,
      "immigration detainer notice of action|immigration detainer|notice of action|request for "
      "voluntary"
      "|interview consent form|consent form|request for advance notification|warrant for arrest of "
      "alien"
      "|warrant of removal|formulario de consentimiento" },
    { TYPE_FORM, IN_FIRST, 1.5, "dhs form|omb no|form no|rev * page" },
    { TYPE_FORM, IN_LEAD, 1.5, "^form i*" },
    { TYPE_FORM, IN_FIRST, 0.7, "subject id|file no|event|event no" },
    { TYPE_FORM, IN_FIRST, 0.7, "date of birth|dob|fecha de nacimiento" },
    { TYPE_FORM, IN_FIRST, 0.7, "signature|signed|firma|print name|printed name" },
    { TYPE_FORM, IN_TITLE, 0.75, "form|formulario|questionnaire|application|worksheet|cuestionario" },
    { TYPE_FORM, IN_LEAD, 0.7, "^name|^inmate name|^name of alien|^nombre|^inmate" },
    { TYPE_POLICY, IN_FIRST, 2.0,
      "policy manual|purpose and scope|procedure manual|general order|department order|unit order"
      "|operations order|special order|lexipol|jail order|standard operating procedure" },
    { TYPE_POLICY, IN_TITLE, 2.0,
      "policy|policies|directive|procedure|politica|directiva|manual|procedures|"
      "procedimiento" },
    { TYPE_POLICY, IN_TITLE, -2.0,
      "agreement|memorandum of agreement|memorandum of understanding|contract|acuerdo|convenio|contrato" },
    { TYPE_POLICY, IN_FIRST, -2.0, "so ordered|it is ordered|it is hereby ordered|hereby orders" },
    { TYPE_POLICY, IN_LEAD, 1.0,
      "effective date|effective|supersedes|revision date|revised|reissue date|issued|fecha de "
      "vigencia|replaces|rescinds|last review|last reviewed|adopted by" },
    { TYPE_POLICY, IN_FIRST, 1.0,
      "it is the policy of|this policy|esta politica|this order|members shall" },
    { TYPE_MINUTES, IN_TITLE, 3.5,
      "minutes|meeting minutes|minutes of|action minutes|acta|summary of proceedings|transcript" },
    { TYPE_MINUTES, IN_LEAD, -3.0, "^agenda|^meeting agenda|^orden del dia|^notice of meeting" },
    { TYPE_MINUTES, IN_TITLE, 1.0,
      "regular meeting|special meeting|regular session|special session|sesion ordinaria" },
    { TYPE_MINUTES, IN_LEAD, 1.5, "^present|^absent|^asistentes|^presentes|^in attendance|^members present" },
    { TYPE_MINUTES, IN_FIRST, 2.0, "call to order|called to order|calls the meeting to order" },
    { TYPE_MINUTES, IN_FIRST, 1.5, "roll call|members present|supervisors present|pase de lista" },
    { TYPE_MINUTES, IN_FIRST, 1.0,
      "ayes|noes|motion carried|moved by|seconded|adjourned|adjournment|se levanto la sesion" },
    { TYPE_MINUTES, IN_FIRST, 0.5, "public comment|comentarios del publico" },
    { TYPE_NOTICE, IN_TITLE, 2.5,
      "notice|public notice|aviso|notification|notificacion|notice to|notice of" },
    { TYPE_NOTICE, IN_TITLE, 1.5, "attention|visitors|warning|to all inmates|posted|atencion|visitantes" },
    { TYPE_NOTICE, IN_FIRST, 2.0,
      "notice is hereby given|hereby notified|you are hereby notified|se notifica|por la presente"
      "|this notice" },
    { TYPE_NOTICE, IN_LEAD, 1.5, "federal register|^action notice|^for further information contact" },
    { TYPE_NOTICE, IN_LEAD, 2.0, "^action notice|^action proposed|^action final|^action interim|^action request for" },
    { TYPE_NOTICE, IN_FIRST, 1.0,
      "public hearing|community forum|will be held|se llevara a cabo|foro comunitario|you have the "
      "right"
      "|usted tiene derecho" },
    { TYPE_NEWS, IN_TITLE, 1.5,
      "by|por|news|times|tribune|herald|chronicle|daily|gazette|courier|observer|noticias|diario" },
    { TYPE_NEWS, IN_FIRST, 1.5,
      "staff writer|staff report|staff reporter|associated press|reporter|redaccion|special "
      "to" },
    { TYPE_NEWS, IN_FIRST, 1.0,
      "published|updated|publicado|actualizado|read more|subscribe|advertisement|share this|photo "
      "by|reporting by|contributed to this report|can be reached at" },
    /* What an agency gives to the press is news of its own; a notice tells somebody a right, a rule or a date. */
    { TYPE_NEWS, IN_TITLE, 3.0,
      "for immediate release|news release|press release|media release|media advisory|comunicado de prensa|"
      "boletin de prensa|para publicacion inmediata" },
};

typedef struct {
    double score[N_TYPES];
    GString *why[N_TYPES];
} Scores;

static void G_GNUC_PRINTF (4, 5)
    add (Scores *scores, Type type, double weight, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    scores->score[type] += weight;
    if (scores->why[type]->len > 0)
        g_string_append (scores->why[type], ", ");
    g_string_append_vprintf (scores->why[type], format, args);
    va_end (args);
}

/* ---- cues in words -------------------------------------------------------------------------- */

enum { TITLE_LINES = 8 };

enum { LONGEST_TITLE = 70, TITLE_WORD = 4 }; /* letters: "of", "the" are small in a title too */

/* A title is short and capitalised; a line of running text is not. */
static gboolean
looks_like_title (const char *line)
{
    guint words = 0, capital = 0;
    if (g_utf8_strlen (line, -1) > LONGEST_TITLE)
        return FALSE;
    for (const char *at = line; *at != '\0';) {
        gsize length = strcspn (at, " "), letters = strcspn (at, " .,;:!?()\"");
        gunichar first = g_utf8_get_char (at);
        gboolean word = letters >= TITLE_WORD && g_unichar_isalpha (first);
        words += word;
        capital += word && g_unichar_isupper (first);
        at += length + (at[length] != '\0');
    }
    return 2 * capital >= words;
}

/* Of the first @lines those that look like titles, as one folded text. */
static char *
title_text (const EvxSurvey *survey, guint lines)
{
    GString *title = g_string_new (" ");
    for (guint i = 0; i < MIN (survey->lead->len, lines); i++) {
        const char *line = survey->lead->pdata[i];
        if (!looks_like_title (line))
            continue;
        g_string_append (title, "\n ");
        evx_fold_append (title, line, strlen (line));
    }
    return g_string_free (title, FALSE);
}

static void
add_cue (Scores *scores, const Cue *cue, const char *folded)
{
    static const char *const places[] = { "page 1 has", "text has", "table header has",
                                          "title has", "heading has" };
    gsize length;
    const char *found = evx_fold_first_of (folded, cue->cues, &length);
    if (found == NULL)
        return;
    gsize mark = *found == '^'; /* of the beginning of a line: not shown */
    add (scores, cue->type, cue->weight, "%s \"%.*s\"%s", places[cue->zone], (int)(length - mark),
         found + mark, cue->weight < 0 ? " (against)" : "");
}

static void
add_words (Scores *scores, const EvxSurvey *survey)
{
    g_autofree char *title = title_text (survey, TITLE_LINES), *headings = title_text (survey, G_MAXUINT);
    const char *const zones[] = { survey->lead_folded->str, survey->first_folded->str,
                                  survey->table_heads->str, title, headings };
    for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
        add_cue (scores, &cues[i], zones[cues[i].zone]);
}

/* ---- cues in the shape ---------------------------------------------------------------------- */

static guint
median_font (const EvxSurvey *survey)
{
    guint64 all = 0, seen = 0;
    for (guint i = 0; i < SURVEY_FONT_SIZES; i++)
        all += survey->fonts[i];
    for (guint i = 0; i < SURVEY_FONT_SIZES; i++)
        if (all > 0 && (seen += survey->fonts[i]) * 2 >= all)
            return i;
    return 0;
}

static void
add_slide_shape (Scores *scores, const EvxSurvey *survey)
{
    guint pages = MAX (survey->pages, 1), font = median_font (survey);
    double words = (double)survey->words / pages;
    if (survey->landscape * 10 < pages * 8)
        return;
    add (scores, TYPE_SLIDES, 1.5, "%u of %u pages are wider than high", survey->landscape, pages);
    if (survey->slide_shaped * 2 > pages)
        add (scores, TYPE_SLIDES, 2, "in the shape of a screen");
    if (words < 120)
        add (scores, TYPE_SLIDES, words < 70 ? 1.5 : 1, "%.0f words a page", words);
    if (font >= 14)
        add (scores, TYPE_SLIDES, font >= 18 ? 2 : 1, "type of %u pt", font);
    if (survey->list_items > pages)
        add (scores, TYPE_SLIDES, 0.5, "%u bullets", survey->list_items);
}

enum { MANY_DAYS = 8 }; /* rows of a log, where no table was seen */

static void
add_table_shape (Scores *scores, const EvxSurvey *survey)
{
    double share = survey->words > 0 ? (double)survey->table_words / survey->words : 0;
    guint rows = survey->body_rows / MAX (survey->pages, 1);
    gboolean days = survey->day_lines >= MANY_DAYS && survey->day_lines * 10 > survey->lines * 6;
    if (days && share < 0.6)
        add (scores, TYPE_LOG, 3, "%u of %u lines begin with a day", survey->day_lines, survey->lines);
    else if (share < 0.2 && rows < 5)
        add (scores, TYPE_LOG, -2, "hardly any rows (against)");
    if (share > 0.3)
        add (scores, TYPE_LOG, share > 0.6 ? 1.5 : 0.75, "%.0f%% of the words stand in tables",
             share * 100);
    if (rows >= 8)
        add (scores, TYPE_LOG, 0.75, "%u rows a page", rows);
    if (share > 0.6 && survey->dated_rows * 10 > survey->body_rows * 6)
        add (scores, TYPE_LOG, 0.75, "a day in %u of %u rows", survey->dated_rows, survey->body_rows);
    if (share > 0.6)
        add (scores, TYPE_SLIDES, -1, "mostly tables (against)");
}

static void
add_form_shape (Scores *scores, const EvxSurvey *survey)
{
    if (survey->boxes_to_tick >= 2)
        add (scores, TYPE_FORM, 1.5, "%u boxes to tick", survey->boxes_to_tick);
    if (survey->blanks_to_fill >= 3)
        add (scores, TYPE_FORM, 1, "%u blanks to fill", survey->blanks_to_fill);
}

/* A sheet with few words on it, a tenth of a full page or so, is to be read in passing. */
enum { SIGN_WORDS = 60 };

static void
add_sign_shape (Scores *scores, const EvxSurvey *survey)
{
    gboolean sheet = survey->pages == 1 && survey->landscape == 0 && survey->body_rows == 0;
    if (sheet && survey->words > 0 && survey->words < SIGN_WORDS)
        add (scores, TYPE_NOTICE, 1, "a sheet of %" G_GUINT64_FORMAT " words", survey->words);
}

/* Rules speak in "shall" and "must"; news in "said". */
static void
add_style (Scores *scores, const EvxSurvey *survey)
{
    const char *text = survey->first_folded->str;
    guint shall = evx_fold_has (text, "shall") + evx_fold_has (text, "must") + evx_fold_has (text, "may not") +
                  evx_fold_has (text, "deberan") + evx_fold_has (text, "debera");
    guint said = evx_fold_has (text, "said") + evx_fold_has (text, "dijo");
    if (shall >= 4)
        add (scores, TYPE_POLICY, 1.5, "\"shall\" and its like %u times", shall);
    if (said >= 3)
        add (scores, TYPE_NEWS, 1.5, "\"said\" %u times", said);
}

/* "5.12.3" */
static gboolean
is_numbered_deep (const char *line)
{
    guint points = 0;
    for (; g_ascii_isdigit (*line) || (*line == '.' && g_ascii_isdigit (line[1])); line++)
        points += *line == '.';
    return points >= 2 && (*line == ' ' || *line == '.');
}

/* Numbered headings like 415.1, or rules like 5.12.3, at the beginning of lines. */
static void
add_numbered_headings (Scores *scores, const EvxSurvey *survey)
{
    guint numbered = 0, deep = 0;
    for (guint i = 0; i < survey->lead->len; i++) {
        const char *line = survey->lead->pdata[i];
        char *end = NULL;
        gint64 number = g_ascii_strtoll (line, &end, 10);
        numbered +=
            end > line && number > 99 && number < 2000 && *end == '.' && g_ascii_isdigit (end[1]);
        deep += is_numbered_deep (line);
    }
    if (deep >= 3 && numbered < 2)
        add (scores, TYPE_POLICY, 1, "%u rules with numbers of three parts", deep);
    if (numbered >= 2)
        add (scores, TYPE_POLICY, 1.5, "%u numbered headings", numbered);
}

/* A line of a mail's head that holds an address or a time of day; a memo has neither. */
static void
add_mail_head (Scores *scores, const EvxSurvey *survey)
{
    for (guint i = 0; i < survey->lead->len; i++) {
        const char *line = survey->lead->pdata[i];
        g_autofree char *folded = evx_fold_line (line, strlen (line));
        gboolean head = evx_fold_has_any (folded, "^from|^to|^sent|^date|^de|^enviado");
        const char *colon = strchr (line, ':');
        gboolean time = colon != NULL && strchr (colon + 1, ':') != NULL;
        if (head && (strchr (line, '@') != NULL || time)) {
            add (scores, TYPE_EMAIL, 1.5, "an address or a time in its head");
            return;
        }
    }
}

/* "QUARRY BEND, Ore. (Valley Wire) - A judge": capitals, perhaps a state, perhaps a source in brackets, a dash, and
 * text behind it. */
static gboolean
is_dateline (const char *line)
{
    static const char small[] = "abcdefghijklmnopqrstuvwxyz";
    const char *town = line;
    guint capitals = 0;
    while (g_ascii_isupper (*line) || *line == ' ' || *line == ',' || *line == '.')
        capitals += g_ascii_isupper (*line++);
    if (capitals < 4)
        return FALSE;
    if (line - town > 3 && strncmp (line - 3, ", ", 2) == 0) { /* its first letter is passed */
        line += strspn (line, small);
        line += strspn (line, ". ");
    }
    if (*line == '(') {
        const char *close = strchr (line, ')');
        if (close == NULL)
            return FALSE;
        line = close + 1 + strspn (close + 1, " ");
    }
    const char *const dashes[] = { "- ", "-- ", "\xe2\x80\x93 ", "\xe2\x80\x94 ", "\xe2\x80\x94" };
    for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
        if (g_str_has_prefix (line, dashes[i]))
            return strlen (line) > 30;
    return FALSE;
}

static void
add_news_shape (Scores *scores, const EvxSurvey *survey)
{
    for (guint i = 0; i < survey->lead->len; i++)
        if (is_dateline (survey->lead->pdata[i])) {
            add (scores, TYPE_NEWS, 1.5, "a dateline");
            return;
        }
}

/* "Sheriff Example:", a line of few words that greets somebody without "Dear". */
static gboolean
is_salutation (const char *line)
{
    gsize length = strlen (line);
    if (length < 6 || length > 40 || strchr (":,", line[length - 1]) == NULL)
        return FALSE;
    g_autofree char *folded = evx_fold_line (line, length);
    return evx_fold_has_any (folded, "^mr|^ms|^mrs|^dr|^sheriff|^chief|^captain|^lieutenant|^supervisor|"
                                     "^commissioner|^director|^chair|^judge|^honorable|^members|^madam|^to the|"
                                     "^ladies and gentlemen|^sir|^senor|^senora|^sr|^sra|^apreciable*");
}

/* A text that speaks of the law on records is no answer: that speaks of what was asked for, or of what is handed over. */
static const char answers[] = "your request|in response to your|response to your|su solicitud|your public records|responsive|"
                              "are producing|is producing|have located|has located|are releasing|registros solicitados";

/* A date alone above "Dear" is a letterhead's; an answer under a records act is a letter first. */
static void
add_letter_shape (Scores *scores, const EvxSurvey *survey)
{
    for (guint i = 0; i < survey->dates->len; i++) {
        const EvxDateSeen *seen = &g_array_index (survey->dates, EvxDateSeen, i);
        if (seen->alone && seen->label < EVX_DATED_PRINTED && seen->line < 15) {
            add (scores, TYPE_LETTER, 0.5, "a date on its own line");
            break;
        }
    }
    gboolean greets = FALSE;
    for (guint i = 0; i < survey->lead->len && !greets; i++)
        greets = is_salutation (survey->lead->pdata[i]);
    if (greets)
        add (scores, TYPE_LETTER, 1.5, "a salutation");
    if (survey->signer != NULL)
        add (scores, TYPE_LETTER, 0.5, "a name under closing words");
    if (scores->score[TYPE_PRA] > 0 && scores->score[TYPE_LETTER] < 1 &&
        !evx_fold_has_any (survey->first_folded->str, "your|you|su|sus|usted"))
        add (scores, TYPE_PRA, -1.5, "speaks to nobody (against)");
    if (scores->score[TYPE_PRA] > 0 && !evx_fold_has_any (survey->first_folded->str, answers))
        add (scores, TYPE_PRA, -2, "answers no request (against)");
    if (scores->score[TYPE_PRA] >= 3 && scores->score[TYPE_LETTER] >= 1)
        add (scores, TYPE_PRA, scores->score[TYPE_LETTER] * 0.6, "in the form of a letter");
}

/* ---- decision ------------------------------------------------------------------------------- */

static int
best_type (const Scores *scores, int other_than)
{
    int best = -1;
    for (int i = 0; i < N_TYPES; i++)
        if (i != other_than && (best < 0 || scores->score[i] > scores->score[best]))
            best = i;
    return best;
}

const char *
evx_type_decide (const EvxSurvey *survey, char **evidence)
{
    Scores scores = { 0 };
    for (int i = 0; i < N_TYPES; i++)
        scores.why[i] = g_string_new (NULL);
    add_words (&scores, survey);
    add_slide_shape (&scores, survey);
    add_table_shape (&scores, survey);
    add_form_shape (&scores, survey);
    add_sign_shape (&scores, survey);
    add_style (&scores, survey);
    add_numbered_headings (&scores, survey);
    add_mail_head (&scores, survey);
    add_news_shape (&scores, survey);
    add_letter_shape (&scores, survey);
    int best = best_type (&scores, -1), next = best_type (&scores, best);
    gboolean decided = scores.score[best] >= ENOUGH;
    *evidence = decided ? g_strdup_printf ("%s; score %.1f, next %s %.1f", scores.why[best]->str,
                                           scores.score[best], type_names[next], scores.score[next])
                        : g_strdup_printf ("nothing decides: best %s, score %.1f of %.1f needed",
                                           type_names[best], scores.score[best], ENOUGH);
    for (int i = 0; i < N_TYPES; i++)
        g_string_free (scores.why[i], TRUE);
    return decided ? type_names[best] : "other";
}
