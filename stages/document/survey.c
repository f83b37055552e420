/* First pass: counts and keeps, of page after page, only what type, date, agency, language and
 * origin need; its size does not grow with the number of pages. */
#include "document-internal.h"

#include "agency.h"
#include "fold.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEAD_LINES = 60,  /* of the first page */
    FOLDED_PAGES = 3, /* whose text is kept for the cues of the type */
    FOLDED_BYTES = 40000,
    TABLE_HEADS_BYTES = 4000,
    LETTERHEAD_LINES = 6,
    LETTERHEAD_VOTES = 6,
    HEAD_TEXT_VOTES = 4,   /* for a name in running text among those lines */
    LETTERHEAD_BYTES = 72, /* a longer line is running text */
    MOST_NAMES = 256,      /* forms of names whose agency is remembered */
    LEAST_VOTES = 4,       /* an agency named once or twice in passing is not the document's own */
    LEAST_FUNCTION_WORDS = 3,
    LEAST_SENTENCE_WORDS = 10, /* function words of a document that has sentences */
    STAMP_WORDS = 5,
    TITLE_LINES = 4
};

typedef struct {
    char *name;
    guint votes;
    gboolean head;  /* it stands in the letterhead or a title */
    gboolean other; /* the text sets it against whom it is about: "in neighboring Birch County" */
} Votes;

static void
votes_free (gpointer data)
{
    Votes *votes = data;
    g_free (votes->name);
    g_free (votes);
}

EvxSurvey *
evx_survey_new (void)
{
    EvxSurvey *survey = g_new0 (EvxSurvey, 1);
    survey->lead = g_ptr_array_new_with_free_func (g_free);
    survey->lead_folded = g_string_new (" ");
    survey->first_folded = g_string_new (" ");
    survey->table_heads = g_string_new (" ");
    survey->title = g_string_new (NULL);
    survey->agencies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, votes_free);
    survey->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    survey->dates = g_array_new (FALSE, FALSE, sizeof (EvxDateSeen));
    return survey;
}

void
evx_survey_free (EvxSurvey *survey)
{
    if (survey == NULL)
        return;
    g_ptr_array_unref (survey->lead);
    g_string_free (survey->lead_folded, TRUE);
    g_string_free (survey->first_folded, TRUE);
    g_string_free (survey->table_heads, TRUE);
    g_string_free (survey->title, TRUE);
    g_hash_table_unref (survey->names);
    g_hash_table_unref (survey->agencies);
    g_array_unref (survey->dates);
    g_free (survey->sender);
    g_free (survey->signer);
    g_free (survey->declarant);
    g_free (survey);
}

char *
evx_line_text (const EvxPage *page, guint i)
{
    const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
    if (line->n_words == 0)
        return g_strdup ("");
    const EvxWord *first = &g_array_index (page->words, EvxWord, line->first_word);
    const EvxWord *last = first + line->n_words - 1;
    if (last->start + last->length < first->start)
        return g_strdup ("");
    return g_strndup (page->text->str + first->start, last->start + last->length - first->start);
}

/* ---- how pages were read -------------------------------------------------------------------- */

/* A page whose own words are a stamp on a picture of the whole page. */
static gboolean
is_stamped_picture (const EvxPage *page)
{
    EvxBox whole = { 0, 0, page->width, page->height };
    double shown = 0;
    for (guint i = 0; i < page->pictures->len; i++)
        shown += evx_box_covered (whole, g_array_index (page->pictures, EvxPicture, i).box);
    return page->words->len <= STAMP_WORDS && shown > 0.5;
}

static void
count_reading (EvxSurvey *survey, const EvxPage *page)
{
    survey->pages++;
    survey->blank += page->reading == EVX_READING_BLANK;
    survey->failed += page->reading == EVX_READING_FAILED;
    survey->by_ocr += page->reading == EVX_READING_OCR;
    guint hidden = 0;
    for (guint i = 0; i < page->words->len; i++)
        hidden += (g_array_index (page->words, EvxWord, i).flags & EVX_WORD_HIDDEN) != 0;
    gboolean layer = hidden * 2 > page->words->len || is_stamped_picture (page);
    survey->hidden +=
        page->reading != EVX_READING_OCR && page->reading != EVX_READING_BLANK && layer;
}

const char *
evx_survey_origin (const EvxSurvey *survey)
{
    guint read = survey->pages - survey->blank - survey->failed;
    guint scanned = survey->by_ocr + survey->hidden;
    if (scanned == 0)
        return "born_digital";
    return scanned >= read ? "scanned" : "hybrid";
}

/* ---- shape ---------------------------------------------------------------------------------- */

static void
count_shape (EvxSurvey *survey, const EvxPage *page)
{
    static const double slides[] = { 4.0 / 3, 16.0 / 9, 16.0 / 10 };
    double aspect = page->height > 0 ? page->width / page->height : 0;
    survey->landscape += aspect > 1.15 && aspect < 2.2;
    for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
        survey->slide_shaped += fabs (aspect - slides[i]) < 0.015;
    for (guint i = 0; i < page->blocks->len; i++)
        survey->list_items += g_array_index (page->blocks, EvxBlock, i).kind == EVX_BLOCK_LIST_ITEM;
    for (guint i = 0; i < page->rows->len; i++)
        survey->body_rows += g_array_index (page->rows, EvxRow, i).kind == EVX_ROW_BODY;
}

/* A run of underscores, or a box drawn with a character. */
static void
count_form_marks (EvxSurvey *survey, const EvxPage *page, const EvxWord *word)
{
    const char *text = page->text->str + word->start;
    survey->blanks_to_fill += word->length >= 3 && strncmp (text, "___", 3) == 0;
    gboolean box = (word->flags & (EVX_WORD_CHECKED | EVX_WORD_UNCHECKED)) != 0;
    gunichar c = g_utf8_get_char (text);
    survey->boxes_to_tick += box || (c >= 0x2610 && c <= 0x2612) || c == 0x25a1 || c == 0x25a2;
}

static void
count_words (EvxSurvey *survey, const EvxPage *page)
{
    survey->words += page->words->len;
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        survey->table_words += word->cell != EVX_NONE;
        if (word->font_size > 0)
            survey->fonts[(guint)CLAMP (word->font_size + 0.5, 0, SURVEY_FONT_SIZES - 1)]++;
        count_form_marks (survey, page, word);
    }
}

/* ---- language ------------------------------------------------------------------------------- */

typedef enum { ENGLISH, SPANISH, FEDERAL, ENGLISH_TERM, SPANISH_TERM } Telling;

typedef struct {
    const char *word;
    Telling tells;
} TellingWord;

#define LONGEST_TELLING 12

static int
compare_telling (const void *word, const void *entry)
{
    return strcmp (word, ((const TellingWord *)entry)->word);
}

/* Function words that the other language does not have, words of immigration matters, and words of
 * the columns and fields of records, which have no sentences. NULL for any other. */
static const TellingWord *
telling_word (const char *text, gsize length)
{
    static const TellingWord words[] = {
        /* sorted */
        { "acci\xc3\xb3n", SPANISH_TERM },
        { "action", ENGLISH_TERM },
        { "agency", ENGLISH_TERM },
        { "al", SPANISH },
        { "alguacil", SPANISH_TERM },
        { "and", ENGLISH },
        { "a\xc3\xb1o", SPANISH_TERM },
        { "birth", ENGLISH_TERM },
        { "board", ENGLISH_TERM },
        { "booking", ENGLISH_TERM },
        { "by", ENGLISH },
        { "charge", ENGLISH_TERM },
        { "comunidad", SPANISH_TERM },
        { "con", SPANISH },
        { "condado", SPANISH_TERM },
        { "county", ENGLISH_TERM },
        { "custody", ENGLISH_TERM },
        { "c\xc3\xa1rcel", SPANISH_TERM },
        { "date", ENGLISH_TERM },
        { "de", SPANISH },
        { "declined", ENGLISH_TERM },
        { "del", SPANISH },
        { "departamento", SPANISH_TERM },
        { "department", ENGLISH_TERM },
        { "detainer", FEDERAL },
        { "detainers", FEDERAL },
        { "detenido", SPANISH_TERM },
        { "dhs", FEDERAL },
        { "el", SPANISH },
        { "en", SPANISH },
        { "fecha", SPANISH_TERM },
        { "firma", SPANISH_TERM },
        { "for", ENGLISH },
        { "form", ENGLISH_TERM },
        { "from", ENGLISH },
        { "fue", SPANISH },
        { "hora", SPANISH_TERM },
        { "ice", FEDERAL },
        { "immigration", FEDERAL },
        { "informe", SPANISH_TERM },
        { "inmate", ENGLISH_TERM },
        { "inmigracion", FEDERAL },
        { "inmigraci\xc3\xb3n", FEDERAL },
        { "is", ENGLISH },
        { "jail", ENGLISH_TERM },
        { "junta", SPANISH_TERM },
        { "la", SPANISH },
        { "las", SPANISH },
        { "liberado", SPANISH_TERM },
        { "los", SPANISH },
        { "migratorias", FEDERAL },
        { "nacimiento", SPANISH_TERM },
        { "name", ENGLISH_TERM },
        { "nombre", SPANISH_TERM },
        { "not", ENGLISH },
        { "number", ENGLISH_TERM },
        { "n\xc3\xbamero", SPANISH_TERM },
        { "of", ENGLISH },
        { "office", ENGLISH_TERM },
        { "oficina", SPANISH_TERM },
        { "on", ENGLISH },
        { "page", ENGLISH_TERM },
        { "para", SPANISH },
        { "por", SPANISH },
        { "public", ENGLISH_TERM },
        { "p\xc3\xa1gina", SPANISH_TERM },
        { "que", SPANISH },
        { "received", ENGLISH_TERM },
        { "recibido", SPANISH_TERM },
        { "released", ENGLISH_TERM },
        { "report", ENGLISH_TERM },
        { "request", ENGLISH_TERM },
        { "se", SPANISH },
        { "section", ENGLISH_TERM },
        { "sheriff", ENGLISH_TERM },
        { "solicitud", SPANISH_TERM },
        { "that", ENGLISH },
        { "the", ENGLISH },
        { "time", ENGLISH_TERM },
        { "to", ENGLISH },
        { "una", SPANISH },
        { "was", ENGLISH },
        { "were", ENGLISH },
        { "with", ENGLISH },
        { "y", SPANISH },
        { "year", ENGLISH_TERM },
    };
    char lower[LONGEST_TELLING + 1] = "";
    for (gsize i = 0; i < length; i++)
        lower[i] = g_ascii_tolower (text[i]);
    return bsearch (lower, words, G_N_ELEMENTS (words), sizeof words[0], compare_telling);
}

static gboolean
begins_upper (const EvxPage *page, const EvxWord *word)
{
    return g_unichar_isupper (g_utf8_get_char (page->text->str + word->start));
}

/* "El Salvador", "Los Angeles"; in a cell "Maria de la Paz" too: a name says nothing of the
 * language around it. */
static gboolean
is_in_name (const EvxPage *page, guint i)
{
    const EvxWord *word = &g_array_index (page->words, EvxWord, i), *next = word;
    if (!begins_upper (page, word) && word->cell == EVX_NONE)
        return FALSE;
    for (guint n = i + 1; n < page->words->len && n <= i + 2 && next->line == word->line; n++) {
        next = &g_array_index (page->words, EvxWord, n);
        if (begins_upper (page, next))
            return next->line == word->line;
        if (next->length > 3) /* "de la" */
            return FALSE;
    }
    return FALSE;
}

static void
count_language (EvxSurvey *survey, const EvxPage *page)
{
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        const char *text = page->text->str + word->start;
        gsize length = word->length;
        while (length > 1 && g_ascii_ispunct (text[length - 1]))
            length--;
        const TellingWord *found = length <= LONGEST_TELLING ? telling_word (text, length) : NULL;
        if (found == NULL)
            continue;
        survey->english += found->tells == ENGLISH;
        survey->spanish += found->tells == SPANISH && !is_in_name (page, i);
        survey->english_terms += found->tells == ENGLISH_TERM;
        survey->spanish_terms += found->tells == SPANISH_TERM;
        survey->immigration |=
            found->tells == FEDERAL && (length != 3 || g_ascii_isupper (text[0]));
    }
}

const char *
evx_survey_author (const EvxSurvey *survey, const char *type)
{
    gboolean letter = g_strcmp0 (type, "letter") == 0 || g_strcmp0 (type, "pra_response") == 0;
    gboolean memo = letter || g_strcmp0 (type, "other") == 0;
    if (survey->declarant != NULL)
        return survey->declarant;
    return memo && survey->sender != NULL ? survey->sender : letter ? survey->signer : NULL;
}

/* Of few sentences, the words of its columns and fields tell too. */
const char *
evx_survey_language (const EvxSurvey *survey)
{
    guint english = survey->english, spanish = survey->spanish;
    if (english + spanish < LEAST_SENTENCE_WORDS) {
        english += survey->english_terms;
        spanish += survey->spanish_terms;
    }
    if (english + spanish < LEAST_FUNCTION_WORDS)
        return NULL;
    return spanish > english ? "es" : "en";
}

gboolean
evx_survey_is_about_custody (const EvxSurvey *survey)
{
    return survey->immigration && survey->evidence >= survey->distractors;
}

/* ---- agency --------------------------------------------------------------------------------- */

/* Returns: (transfer none) (nullable): NULL for a name that tells no place. */
static Votes *
vote (EvxSurvey *survey, const char *name, guint weight)
{
    Votes *known = g_hash_table_lookup (survey->names, name);
    if (known != NULL) {
        known->votes += weight;
        return known;
    }
    g_autofree char *key = evx_agency_key (name);
    if (*key == '\0')
        return NULL;
    Votes *votes = g_hash_table_lookup (survey->agencies, key);
    if (votes == NULL) {
        votes = g_new0 (Votes, 1);
        g_hash_table_insert (survey->agencies, g_steal_pointer (&key), votes);
    }
    /* The longest form tells most: "Alder County Sheriff's Office" rather than "Alder County". */
    if (votes->name == NULL || strlen (name) > strlen (votes->name)) {
        g_free (votes->name);
        votes->name = g_strdup (name);
    }
    votes->votes += weight;
    if (g_hash_table_size (survey->names) < MOST_NAMES)
        g_hash_table_insert (survey->names, g_strdup (name), votes);
    return votes;
}

/* "neighboring Birch County", "Birch County, by contrast,": @text from the name before to its own
 * end, and what follows. */
static gboolean
is_set_against (const char *text, gsize from, gsize end)
{
    g_autofree char *upto = g_strndup (text + from, end - from), *before = evx_fold (upto);
    g_autofree char *behind = g_strndup (text + end, strcspn (text + end, ".;")),
                    *after = evx_fold (behind);
    return evx_fold_has_any (before, "neighboring|neighbouring|nearby|adjacent|adjoining|unlike|"
                                     "elsewhere|vecino|aledano|a diferencia") ||
           evx_fold_has_any (after, "by contrast|in contrast|on the other hand|next "
                                    "door|meanwhile|en cambio|por el contrario");
}

static void
vote_line (EvxSurvey *survey, const char *text, guint weight)
{
    gsize from = 0, end = 0;
    char *name;
    while ((name = evx_agency_find (text, from, &end)) != NULL) {
        Votes *votes = vote (survey, name, weight);
        if (votes != NULL) {
            votes->head |= weight == LETTERHEAD_VOTES;
            votes->other |= is_set_against (text, from, end);
        }
        g_free (name);
        from = end;
    }
}

static gboolean
is_dated_row (const EvxPage *page, guint i, const char *text)
{
    const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
    EvxDate date;
    return line->n_words > 0 &&
           g_array_index (page->words, EvxWord, line->first_word).cell != EVX_NONE &&
           evx_date_find (text, 0, &date) && date.day > 0;
}

/* "The Board of Supervisors of the County of": the name goes on in the next line. */
static gboolean
goes_on (const char *line)
{
    static const char *const ends[] = { "County of", "COUNTY OF",  "City of",
                                        "CITY OF",   "Condado de", "CONDADO DE" };
    for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (g_str_has_suffix (line, ends[i]))
            return TRUE;
    return FALSE;
}

enum { ROW_WORDS = 14 };

/* A short line that begins with a day, or with a number or a speck before it: a row, in a table or
 * not. */
static gboolean
begins_with_day (const EvxPage *page, guint i, const char *text)
{
    EvxDate date;
    gboolean digit =
        g_ascii_isdigit (text[0]) || (text[0] != '\0' && strcspn (text, "0123456789") <= 3);
    return digit && g_array_index (page->lines, EvxLine, i).n_words <= ROW_WORDS &&
           evx_date_find (text, 0, &date) && date.day > 0 && date.start <= 6;
}

static void
count_lines (EvxSurvey *survey, const EvxPage *page, gboolean first)
{
    for (guint i = 0; i < page->lines->len; i++) {
        g_autofree char *line = evx_line_text (page, i);
        g_autofree char *next =
            goes_on (line) && i + 1 < page->lines->len ? evx_line_text (page, i + 1) : NULL;
        g_autofree char *text =
            next != NULL ? g_strconcat (line, " ", next, NULL) : g_steal_pointer (&line);
        guint head_votes = strlen (text) <= LETTERHEAD_BYTES ? LETTERHEAD_VOTES : HEAD_TEXT_VOTES;
        vote_line (survey, text, first && i < LETTERHEAD_LINES ? head_votes : 1);
        survey->dated_rows += is_dated_row (page, i, text);
        survey->day_lines += begins_with_day (page, i, text);
        survey->lines++;
    }
}

/* The tagger carries a name to the sentences after it; that of a police department proves nothing
 * there. */
static gboolean
is_named_there (const EvxMention *mention)
{
    return !evx_agency_is_police (mention->agency) ||
           (mention->quote != NULL && strstr (mention->quote, mention->agency) != NULL);
}

static void
count_mentions (EvxSurvey *survey, const EvxPage *page)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        survey->evidence += mention->evidential;
        survey->distractors += !mention->evidential;
        if (mention->evidential && mention->agency != NULL && is_named_there (mention))
            vote (survey, mention->agency, 1);
    }
}

char *
evx_survey_agency (const EvxSurvey *survey)
{
    const Votes *best = NULL;
    const char *best_key = NULL;
    GHashTableIter iter;
    gpointer key, value;
    g_hash_table_iter_init (&iter, survey->agencies);
    while (g_hash_table_iter_next (&iter, &key, &value)) {
        const Votes *votes = value;
        if (votes->other && !votes->head)
            continue;
        gboolean better = best == NULL || votes->votes > best->votes ||
                          (votes->votes == best->votes && strcmp (key, best_key) < 0);
        if (better) {
            best = votes;
            best_key = key;
        }
    }
    return best != NULL && best->votes >= LEAST_VOTES ? g_strdup (best->name) : NULL;
}

/* ---- the first pages, and the dates on them ------------------------------------------------- */

/* Only a date that is said to be one counts past the first lines: below a signature, or on an order
 * behind its cover. In a table a date belongs to its row. */
static void
note_later_dates (EvxSurvey *survey, const EvxPage *page, guint from_line)
{
    EvxDate date;
    for (guint i = from_line; i < page->lines->len && survey->later_date.year == 0; i++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
        if (line->n_words == 0 ||
            g_array_index (page->words, EvxWord, line->first_word).cell != EVX_NONE)
            continue;
        g_autofree char *text = evx_line_text (page, i);
        if (evx_date_is_told_in (text, &date))
            survey->later_date = date;
    }
}

/* The first lines that do not stand in a table. */
static void
keep_title (EvxSurvey *survey, const EvxPage *page)
{
    guint kept = 0;
    for (guint i = 0; i < page->lines->len && kept < TITLE_LINES; i++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, i);
        if (line->n_words == 0 ||
            g_array_index (page->words, EvxWord, line->first_word).cell != EVX_NONE)
            continue;
        g_autofree char *text = evx_line_text (page, i);
        g_string_append_printf (survey->title, "%s\n", text);
        kept++;
    }
}

static void
keep_lead (EvxSurvey *survey, const EvxPage *page)
{
    for (guint i = 0; i < MIN (page->lines->len, (guint)LEAD_LINES); i++) {
        g_autofree char *text = evx_line_text (page, i);
        g_string_append (survey->lead_folded, "\n ");
        evx_fold_append (survey->lead_folded, text, strlen (text));
        evx_survey_note_dates (survey, text, i);
        if (survey->declarant == NULL)
            survey->declarant = evx_declarant_in (text);
        if (survey->sender == NULL)
            survey->sender = evx_sender_in (text);
        g_ptr_array_add (survey->lead, g_steal_pointer (&text));
    }
}

static void
keep_table_heads (EvxSurvey *survey, const EvxPage *page)
{
    for (guint i = 0; i < page->words->len && survey->table_heads->len < TABLE_HEADS_BYTES; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->cell == EVX_NONE)
            continue;
        const EvxCell *cell = &g_array_index (page->cells, EvxCell, word->cell);
        if (g_array_index (page->rows, EvxRow, cell->row).kind == EVX_ROW_HEADER)
            evx_fold_append (survey->table_heads, page->text->str + word->start, word->length);
    }
}

void
evx_survey_page (EvxSurvey *survey, const EvxPage *page)
{
    gboolean first = survey->lead->len == 0 && page->lines->len > 0;
    count_reading (survey, page);
    count_shape (survey, page);
    count_words (survey, page);
    count_language (survey, page);
    count_lines (survey, page, first);
    count_mentions (survey, page);
    keep_table_heads (survey, page);
    if (survey->signer == NULL)
        survey->signer = evx_signer_on (page);
    if (first) {
        keep_lead (survey, page);
        keep_title (survey, page);
    }
    if (survey->pages <= FOLDED_PAGES)
        note_later_dates (survey, page, first ? LEAD_LINES : 0);
    if (survey->pages <= FOLDED_PAGES && survey->first_folded->len < FOLDED_BYTES)
        for (guint i = 0; i < page->words->len; i++) {
            const EvxWord *word = &g_array_index (page->words, EvxWord, i);
            evx_fold_append (survey->first_folded, page->text->str + word->start, word->length);
        }
}
