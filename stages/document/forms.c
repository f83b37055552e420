/* Events of filled-in forms: a detainer (I-247 and its kin) is a request, an order to release (I-203) is a transfer. The
 * person's numbers and the dates stand after their labels or under them. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { HEAD_LINES = 10, LONGEST_TITLE = 70, VALUE_WORDS = 5 }; /* after a label, or under it */
#define VALUE_BELOW_PT 18.0 /* a field's value stands at most so far under its label */

/* TRUE if the words from @i on are those of @label, folded and parted by blanks. */
static gboolean
is_label (const EvxPage *page, guint i, const char *label, guint *n_words)
{
    g_auto (GStrv) words = g_strsplit (label, " ", -1);
    for (*n_words = 0; words[*n_words] != NULL; (*n_words)++) {
        if (i + *n_words >= page->words->len)
            return FALSE;
        g_autofree char *read = evx_page_word (page, i + *n_words);
        g_autofree char *folded = evx_fold (read), *wanted = evx_fold (words[*n_words]);
        if (strcmp (folded, wanted) != 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
stands_below (const EvxPage *page, const EvxWord *label, const EvxWord *word)
{
    double down = word->box.y0 - label->box.y0;
    return page->width > 0 && down > 1 && down < VALUE_BELOW_PT + evx_box_height (label->box) &&
           word->box.x0 > label->box.x0 - 8 && word->box.x0 < label->box.x0 + 90;
}

/* The text after a label: the words that follow it on its line, then those under it. */
static char *
value_near (const EvxPage *page, guint label, guint n_words)
{
    GString *value = g_string_new (NULL);
    guint after = label + n_words, taken = 0;
    const EvxWord *head = &g_array_index (page->words, EvxWord, label);
    for (guint i = after; i < page->words->len && i < after + VALUE_WORDS; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->line == head->line)
            g_string_append_printf (value, "%.*s ", (int)word->length,
                                    page->text->str + word->start);
    }
    for (guint i = 0; i < page->words->len && taken < VALUE_WORDS; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (!stands_below (page, head, word))
            continue;
        g_string_append_printf (value, "%.*s ", (int)word->length, page->text->str + word->start);
        taken++;
    }
    return g_string_free (value, FALSE);
}

/* Calls for the value of the first label of @labels that has one. */
static char *
field (const EvxPage *page, const char *const *labels, char *(*read) (const char *value))
{
    for (; *labels != NULL; labels++) {
        for (guint i = 0; i < page->words->len; i++) {
            guint n_words;
            if (!is_label (page, i, *labels, &n_words))
                continue;
            g_autofree char *value = value_near (page, i, n_words);
            char *found = read (value);
            if (found != NULL)
                return found;
        }
    }
    return NULL;
}

/* A date, unless it is one of birth. */
static char *
read_date (const char *value)
{
    EvxDate date;
    if (g_ascii_strncasecmp (value, "of ", 3) == 0 || !evx_date_find (value, 0, &date) ||
        date.day == 0)
        return NULL;
    return evx_date_iso (&date);
}

/* A word of at least five digits, perhaps with a letter or a hyphen; no date and no telephone
 * number. */
static char *
read_number_word (const char *value)
{
    g_autoptr (GRegex) parted = g_regex_new ("\\bA[ -]?(\\d{2,3})[ -](\\d{3})[ -](\\d{3})\\b", 0, 0, NULL); /* A099 000 101 */
    g_autofree char *joined = g_regex_replace (parted, value, -1, 0, "A\\1\\2\\3", 0, NULL);
    g_auto (GStrv) words = g_strsplit (joined != NULL ? joined : value, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        gsize length = strlen (words[i]);
        while (length > 0 && strchr (".,;:)", words[i][length - 1]) != NULL)
            words[i][--length] = '\0';
        guint digits = 0, others = 0;
        for (const char *at = words[i]; *at != '\0'; at++) {
            digits += g_ascii_isdigit (*at) != 0;
            others += !g_ascii_isalnum (*at) && *at != '-';
        }
        gboolean telephone =
            strlen (words[i]) >= 8 && words[i][3] == '-' && (digits == 7 || digits == 10);
        if (digits >= 5 && others == 0 && !telephone)
            return g_strdup (words[i]);
    }
    return NULL;
}

static void
append_number_field (GString *person, const EvxPage *page, const char *const *labels)
{
    g_autofree char *number = field (page, labels, read_number_word);
    if (number != NULL && strstr (person->str, number) == NULL)
        g_string_append_printf (person, "%s%s", person->len > 0 ? " / " : "", number);
}

/* The form bears its name at its head; elsewhere the same words only speak of it. */
static gboolean
is_titled (const EvxPage *page, const char *titles)
{
    for (guint i = 0; i < MIN (page->lines->len, (guint)HEAD_LINES); i++) {
        g_autofree char *line = evx_line_text (page, i);
        if (strlen (line) >= LONGEST_TITLE)
            continue;
        g_autofree char *folded = evx_fold (line);
        if (evx_fold_has_any (folded, titles))
            return TRUE;
    }
    return FALSE;
}

static const char detainers[] = "immigration detainer|request for advance notification|"
                                "request for voluntary notification|request for voluntary transfer";
static const char orders[] = "order to detain or release|order to detain release";

gboolean
evx_is_custody_form (const EvxPage *page)
{
    return is_titled (page, detainers) || is_titled (page, orders);
}

/* ---- what a form says ----------------------------------------------------------------------- */

typedef struct {
    char *person; /* numbers, the most personal first, parted by " / " */
    char *date;   /* (nullable) ISO */
} Filled;

static void
filled_clear (Filled *filled)
{
    g_free (filled->person);
    g_free (filled->date);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filled, filled_clear)

static Filled
read_fields (const EvxPage *page)
{
    static const char *const subject[] = { "subject id", "file no", "a-file number", "a-file no", "a-number", "alien number",
                                           "xref", "x-ref", "pfn", NULL };
    static const char *const booking[] = { "booking no", "booking number", "booking", NULL };
    static const char *const day[] = { "date of request", "date", NULL };
    g_autoptr (GString) person = g_string_new (NULL);
    append_number_field (person, page, subject);
    append_number_field (person, page, booking);
    return (Filled){ g_strdup (person->str), field (page, day, read_date) };
}

static EvxEvent
event_of (EvxDocument *document, const EvxPage *page, const Filled *filled)
{
    g_autofree char *quote = g_strdup_printf ("%s, date %s", filled->person, filled->date ? filled->date : "not read");
    return (EvxEvent){ .person = evx_document_string (document, filled->person),
                       .agency = evx_document_string (document, document->agency),
                       .page = page->index,
                       .table = EVX_NONE,
                       .row = EVX_NONE,
                       .doubt = filled->date == NULL ? EVX_DOUBT_CELLS : 0,
                       .quote = evx_document_string (document, quote),
                       .box = { 0, 0, page->width, page->height } };
}

static void
read_detainer (EvxDocument *document, const EvxPage *page)
{
    static const char *const told[] = { "ice notified", "dhs notified", "notified ice", NULL };
    g_auto (Filled) filled = read_fields (page);
    g_autofree char *notified = field (page, told, read_date);
    if (*filled.person == '\0')
        return;
    EvxEvent event = event_of (document, page, &filled);
    evx_event_add (document, &event, "requests", filled.date);
    event.doubt = 0;
    if (notified != NULL)
        evx_event_add (document, &event, "notifications", notified);
}

/* A box that is ticked, or a sign for it, before the word. */
static gboolean
is_ticked (const EvxPage *page, const char *word)
{
    guint n_words;
    for (guint i = 1; i < page->words->len; i++) {
        const EvxWord *box = &g_array_index (page->words, EvxWord, i - 1);
        const char *text = page->text->str + box->start;
        gunichar c = g_utf8_get_char (text);
        gboolean ticked = (box->flags & EVX_WORD_CHECKED) != 0 || c == 0x2611 || c == 0x2612 ||
                          (box->length <= 3 && strncmp (text, "[x]", 3) == 0) ||
                          (box->length <= 3 && strncmp (text, "[X]", 3) == 0) || (box->length == 1 && *text == 'X');
        if (ticked && is_label (page, i, word, &n_words))
            return TRUE;
    }
    return FALSE;
}

/* A line of the form says that immigration authorities have the person, "Released to ERO custody". */
static gboolean
says_handed_over (const EvxPage *page)
{
    for (guint i = 0; i < page->lines->len; i++) {
        g_autofree char *line = evx_line_text (page, i);
        g_autofree char *folded = evx_fold (line);
        if (evx_says_transfer (line) && evx_fold_has_any (folded, "released|picked up|custody|transferred|turned over"))
            return TRUE;
    }
    return FALSE;
}

/* The order that comes with the agents. "Detain" brings somebody to the jail; "release" gives him to them, for certain
 * where the form says so. */
static void
read_order (EvxDocument *document, const EvxPage *page)
{
    g_auto (Filled) filled = read_fields (page);
    if (*filled.person == '\0' || !is_ticked (page, "release") || is_ticked (page, "detain"))
        return;
    EvxEvent event = event_of (document, page, &filled);
    if (!says_handed_over (page))
        event.doubt |= EVX_DOUBT_CELLS;
    evx_event_add (document, &event, "transfers", filled.date);
}

void
evx_events_of_form (EvxDocument *document, const EvxPage *page)
{
    if (is_titled (page, detainers))
        read_detainer (document, page);
    else if (is_titled (page, orders))
        read_order (document, page);
}
