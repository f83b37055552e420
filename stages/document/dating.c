/* Which of the dates on a document is its own: one that is said to be, else the one that stands
 * alone, closes the head or stands above the salutation. A day of birth, of a charge, of a release
 * or of a hearing is not. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum {
    HEAD_LINES = 8,   /* where a date closes a line, or stands in one */
    HEAD_WORDS = 10,  /* of what stands before such a date */
    LABEL_WORDS = 4,  /* of "Revised by the Sheriff" */
    LABEL_BYTES = 40, /* of a line that begins with one */
    LINE_DATES = 50,  /* for each, all of its line is looked at */
    TITLE_WORD = 4    /* letters: "of", "the" are small in a title too */
};

static guint
count_words (const char *folded)
{
    guint words = 0;
    for (; *folded != '\0'; folded++)
        words += *folded != ' ' && (folded[1] == ' ' || folded[1] == '\0');
    return words;
}

/* ---- what stands before a date ------------------------------------------------------------- */

/* Days of somebody or something else. */
static const char other_days[] = "birth*|dob|born|charge*|arrest*|release|released|booking|booked|"
                                 "hearing|court|due|offense|offence|conviction|incident|"
                                 "expiration|expires|expire|hire|hired|start|begin*|since|until|"
                                 "before|after|sentenc*|removal|entry|custody|projected|"
                                 "estimated|scheduled|detained|interview|nacimiento|arresto|"
                                 "liberacion|audiencia|ingreso|vence|hasta|desde";

/* The words before the date, from where a sentence, a cell or the line begins; of a date that ends
 * the line, from the last comma: "Chronology for the Board, updated 6/12/2023". */
static char *
words_before (const char *line, const EvxDate *date)
{
    const char *from = line,
               *signs = line[date->end + strspn (line + date->end, " .)")] == '\0' ? ".;|," : ".;|";
    for (const char *at = line; at < line + date->start; at++)
        if (strchr (signs, *at) != NULL && at[1] == ' ' && at + 2 < line + date->start &&
            at - from > 3)
            from = at + 1;
    return g_strndup (from, (gsize)(line + date->start - from));
}

/* "Date of", and what: that of a notice is the notice's. */
static gboolean
is_date_of_other (const char *folded)
{
    return evx_fold_has_any (folded, "date of|date for|fecha de|fecha del|day of") &&
           !evx_fold_has_any (
               folded, "date of notice|date of this|date of letter|date of report|date of "
                       "issue|date of issuance|"
                       "date of request|date of publication|date of posting|date of memo|fecha de "
                       "publicacion|"
                       "fecha de emision|fecha de impresion|fecha de vigencia|fecha de este");
}

/* "Document 1 Filed": a label within a line begins with a capital, which a verb in a sentence does
 * not. */
static gboolean
ends_in_capital (char *text)
{
    const char *last = strrchr (g_strchomp (text), ' ');
    return last != NULL && g_ascii_isupper (last[1]);
}

static EvxDated
label_of (const char *line, const EvxDate *date)
{
    static const char dates[] =
        "date|dated|fecha|fechado|sent|enviado|date issued|date prepared|date sent|date "
        "posted|date signed|"
        "date completed|date submitted|report date|issue date|notice date|letter date|date time";
    static const char line_dates[] = "^date|^sent|^fecha|^enviado|^dated";
    static const char made[] = "published|posted|updated|issued|revised|revision|rev|adopted|"
                               "approved|effective|amended|filed|executed|"
                               "signed|submitted|prepared|compiled|revision date|effective "
                               "date|adoption date|publicado|actualizado|"
                               "revisado|elaborado|emitido|fijado|aprobado|adoptado|vigente";
    static const char printed[] = "printed|generated|created|run|lexipol llc|print date|run "
                                  "date|date printed|date run|impreso|generado";
    static const char about[] =
        "opened|received|meeting date|agenda date|board date|presented|recibido";
    g_autofree char *before = words_before (line, date), *whole = evx_fold (before),
                    *line_start = evx_fold_line (line, date->start);
    gboolean joined = evx_fold_has_any (evx_fold_tail (whole, 1), "on|el|this|at");
    if (joined)
        *g_strrstr (g_strchomp (whole), " ") = '\0';
    g_autofree char *folded = g_strconcat (g_strchomp (whole), " ", NULL);
    const char *last = evx_fold_tail (folded, 1), *two = evx_fold_tail (folded, 2),
               *few = evx_fold_tail (folded, 4);
    gboolean label = count_words (folded) <= LABEL_WORDS || ends_in_capital (before);
    if (count_words (folded) == 1 &&
        evx_fold_has_any (folded, "released")) /* a report as much as a person */
        return EVX_DATED_ABOUT;
    if (evx_fold_has_any (few, other_days) || is_date_of_other (evx_fold_tail (folded, 6)))
        return EVX_DATED_OTHER;
    if (evx_fold_has_any (few, "entered into|made and entered|celebrado"))
        return EVX_DATED_MADE;
    if (!joined && (evx_fold_has_any (last, dates) || evx_fold_has_any (two, dates)) &&
        !evx_fold_has_any (two, printed) &&
        !evx_fold_has_any (two, "meeting|agenda|board|effective|revision|adoption"))
        return EVX_DATED;
    if (date->start <= LABEL_BYTES && evx_fold_has_any (line_start, line_dates) &&
        !evx_fold_has_any (line_start, other_days) && !is_date_of_other (line_start))
        return EVX_DATED;
    if (evx_fold_has_any (two, printed))
        return label ? EVX_DATED_PRINTED : EVX_DATED_NOT;
    if (evx_fold_has_any (two, made))
        return label ? EVX_DATED_MADE : EVX_DATED_LOOSELY;
    if (label && evx_fold_has_any (two, "as of|actualizado al|al dia"))
        return EVX_DATED_AS_OF;
    return label && evx_fold_has_any (two, about) ? EVX_DATED_ABOUT : EVX_DATED_NOT;
}

/* "11/03/2020 14:07  FROM: ... P.01", the line that a fax machine prints. */
static gboolean
is_fax_head (const char *line, const EvxDate *date)
{
    g_autofree char *folded = evx_fold (line + date->end);
    return date->start < 3 && evx_fold_has_any (folded, "from|fr") &&
           (evx_fold_has_any (folded, "p|to") || strstr (line, "P.") != NULL);
}

/* "To: all staff. From: Custody Operations. June 1, 2020.", the head of a memorandum in one line.
 */
static gboolean
is_memo_head (const char *line, const EvxDate *date)
{
    static const char *const heads[] = { "To:",   "TO:",   "From:", "FROM:",
                                         "Para:", "PARA:", "De:",   "DE:" };
    for (gsize at = date->end; line[at] != '\0'; at++)
        if (g_ascii_isalnum (line[at]))
            return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
        if (g_str_has_prefix (line, heads[i]))
            return TRUE;
    return FALSE;
}

/* ---- where a date stands -------------------------------------------------------------------- */

/* Words beside a date that do not matter: the weekday, the time, "Date". */
static gboolean
stands_alone (const char *line, const EvxDate *date)
{
    g_autofree char *before = g_strndup (line, date->start);
    g_autofree char *rest = g_strconcat (before, " ", line + date->end, NULL);
    g_autofree char *folded = evx_fold (rest);
    guint words = 0;
    g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
    for (guint i = 0; parts[i] != NULL; i++)
        words += parts[i][0] != '\0' && !g_str_has_suffix (parts[i], "day") &&
                 strcmp (parts[i], "date") != 0 && strcmp (parts[i], "fecha") != 0;
    return words <= 2;
}

/* Each word of weight begins with a capital, as in a name and not in a sentence. */
static gboolean
is_in_capitals (const char *text)
{
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++)
        if (strcspn (words[i], ".,;:") >= TITLE_WORD &&
            g_unichar_islower (g_utf8_get_char (words[i])))
            return FALSE;
    return TRUE;
}

/* "Alder County Sheriff's Office, March 12, 2024", "Jail Records Unit. January 31, 2022.", "TRUTH
 * Act Forum | October 4, 2022": a date that closes a line of the head, parted from the name before
 * it. */
static gboolean
closes_head (const char *line, const EvxDate *date, guint index)
{
    g_autofree char *before = g_strchomp (g_strndup (line, date->start));
    g_autofree char *folded = evx_fold (before);
    gsize length = strlen (before);
    gunichar sign =
        length > 0 ? g_utf8_get_char (g_utf8_find_prev_char (before, before + length)) : 0;
    gboolean parted = sign == ',' || sign == '|' || sign == '-' || sign == 0x2013 ||
                      sign == 0x2014 || sign == 0x2022 || sign == 0xb7 ||
                      (sign == '.' && is_in_capitals (before));
    return index < HEAD_LINES && date->day > 0 && parted && count_words (folded) <= HEAD_WORDS &&
           g_unichar_isupper (g_utf8_get_char (before)) &&
           line[date->end + strspn (line + date->end, " .")] == '\0' &&
           !evx_fold_has_any (folded, other_days);
}

void
evx_survey_note_dates (EvxSurvey *survey, const char *line, guint index)
{
    EvxDateSeen seen = { .line = index };
    gsize from = 0;
    for (guint n = 0; n < LINE_DATES && evx_date_find (line, from, &seen.date); n++) {
        seen.alone = stands_alone (line, &seen.date);
        seen.closes = closes_head (line, &seen.date, index);
        gboolean head = is_fax_head (line, &seen.date) || is_memo_head (line, &seen.date);
        seen.label = head ? EVX_DATED : label_of (line, &seen.date);
        g_array_append_val (survey->dates, seen);
        from = seen.date.end;
    }
}

gboolean
evx_date_is_told_in (const char *line, EvxDate *date)
{
    if (!evx_date_find (line, 0, date))
        return FALSE;
    if (is_memo_head (line, date))
        return TRUE;
    EvxDated label = label_of (line, date);
    return label >= EVX_DATED_PRINTED &&
           (stands_alone (line, date) || (label == EVX_DATED_MADE && date->start <= LABEL_BYTES));
}

/* ---- the document's date -------------------------------------------------------------------- */

/* The line of "Dear" and its like; the date of a letter stands above it. */
static guint
salutation_line (const EvxSurvey *survey)
{
    for (guint i = 0; i < survey->lead->len; i++) {
        const char *line = survey->lead->pdata[i];
        g_autofree char *folded = evx_fold_line (line, strlen (line));
        if (evx_fold_has_any (folded, "^dear|^estimad*"))
            return i;
    }
    return 0;
}

static const EvxDateSeen *
date_seen (const EvxSurvey *survey, guint i)
{
    return &g_array_index (survey->dates, EvxDateSeen, i);
}

static const EvxDateSeen *
first_closing_date (const EvxSurvey *survey)
{
    for (guint i = 0; i < survey->dates->len; i++)
        if (date_seen (survey, i)->closes && date_seen (survey, i)->label != EVX_DATED_OTHER)
            return date_seen (survey, i);
    return NULL;
}

/* The first date that is labelled so; a day rather than a month. */
static const EvxDateSeen *
first_labelled (const EvxSurvey *survey, EvxDated label)
{
    const EvxDateSeen *month = NULL;
    for (guint i = 0; i < survey->dates->len; i++) {
        const EvxDateSeen *seen = date_seen (survey, i);
        if (seen->label == label && seen->date.day > 0)
            return seen;
        month = seen->label == label && month == NULL ? seen : month;
    }
    return month;
}

static const EvxDateSeen *
first_date (const EvxSurvey *survey, gboolean alone, guint before_line)
{
    for (guint i = 0; i < survey->dates->len; i++) {
        const EvxDateSeen *seen = date_seen (survey, i);
        gboolean own = seen->label != EVX_DATED_OTHER && seen->label != EVX_DATED_ABOUT &&
                       seen->label != EVX_DATED_AS_OF;
        if (seen->line < before_line && own && (!alone || seen->alone))
            return seen;
    }
    return NULL;
}

/* "Effective March 1, 2019. Revised July 15, 2022.": rules are of their last version. */
static const EvxDateSeen *
last_version (const EvxSurvey *survey)
{
    const EvxDateSeen *last = NULL;
    for (guint i = 0; i < survey->dates->len; i++) {
        const EvxDateSeen *seen = date_seen (survey, i);
        gboolean version = seen->label == EVX_DATED || seen->label == EVX_DATED_MADE ||
                           seen->label == EVX_DATED_LOOSELY;
        if (version &&
            (last == NULL || seen->date.year * 10000 + seen->date.month * 100 + seen->date.day >
                                 last->date.year * 10000 + last->date.month * 100 + last->date.day))
            last = seen;
    }
    return last;
}

/* Of a log only what says when it was made is its date; its rows bear others. */
static const EvxDateSeen *
date_of_log (const EvxSurvey *survey)
{
    const EvxDateSeen *seen = first_labelled (survey, EVX_DATED);
    if (seen == NULL)
        seen = first_labelled (survey, EVX_DATED_MADE);
    if (seen == NULL)
        seen = first_labelled (survey, EVX_DATED_PRINTED);
    return seen != NULL ? seen : first_labelled (survey, EVX_DATED_AS_OF);
}

/* Where nothing says so: where it stands. */
static const EvxDateSeen *
date_by_place (const EvxSurvey *survey)
{
    const EvxDateSeen *seen = first_date (survey, TRUE, survey->lead->len);
    if (seen == NULL)
        seen = first_closing_date (survey);
    return seen != NULL ? seen : first_date (survey, FALSE, salutation_line (survey));
}

static const EvxDateSeen *
date_in_lead (const EvxSurvey *survey, const char *type)
{
    gboolean letter = strcmp (type, "letter") == 0 || strcmp (type, "pra_response") == 0;
    if (strcmp (type, "log") == 0)
        return date_of_log (survey);
    const EvxDateSeen *seen =
        strcmp (type, "policy") == 0 ? last_version (survey) : first_labelled (survey, EVX_DATED);
    if (seen == NULL &&
        letter) /* what was received, revised or effective is spoken of in letters */
        seen = date_by_place (survey);
    if (seen == NULL)
        seen = first_labelled (survey, EVX_DATED_MADE);
    if (seen == NULL)
        seen = first_labelled (survey, EVX_DATED_PRINTED);
    return seen != NULL ? seen : date_by_place (survey);
}

char *
evx_survey_date (const EvxSurvey *survey, const char *type)
{
    const EvxDateSeen *seen = date_in_lead (survey, type);
    gboolean is_log = strcmp (type, "log") == 0;
    gboolean dated_in_text = strcmp (type, "minutes") == 0 || strcmp (type, "news") == 0;
    if (seen == NULL && !dated_in_text && !is_log && survey->later_date.year != 0)
        return evx_date_iso (&survey->later_date);
    if (seen == NULL && !is_log)
        seen = first_labelled (survey, EVX_DATED_AS_OF);
    if (seen == NULL && !is_log)
        seen = first_labelled (survey, EVX_DATED_ABOUT);
    if (seen == NULL && dated_in_text)
        seen = first_date (survey, FALSE, survey->lead->len);
    if (seen == NULL && !is_log && survey->later_date.year != 0)
        return evx_date_iso (&survey->later_date);
    return seen != NULL ? evx_date_iso (&seen->date) : NULL;
}
