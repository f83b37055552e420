/* A sentence ends at its point, or with its paragraph, unless it breaks off there. Items of a list have no point: they end
 * where the tagger saw the sentence of a mention begin or end with a line. */
#include "sentences.h"

#include "fold.h"

#include <string.h>

static gboolean
is_abbreviation (const char *text, const char *point)
{
    static const char *const known[] = { "Jan",   "Feb", "Mar",  "Apr", "Aug",  "Sep", "Sept",
                                         "Oct",   "Nov", "Dec",  "Mr",  "Mrs",  "Ms",  "Dr",
                                         "Lt",    "Sgt", "Capt", "Gov", "Rev",  "No",  "St",
                                         "Calif", "vs",  "Sra",  "Sr",  "Dept", "Co",  NULL };
    const char *start = point;
    while (start > text && (g_ascii_isalpha (start[-1]) || start[-1] == '.'))
        start--;
    g_autofree char *word = g_strndup (start, (gsize)(point - start));
    return point - start == 1 || strchr (word, '.') != NULL || g_strv_contains (known, word);
}

/* "Answered 70 of", at the end of a block: the sentence goes on in the next, which may have been
 * taken for an item "187." */
static gboolean
breaks_off (const char *text, const char *end)
{
    static const char open[] =
        "of|half|is|was|were|the|to|in|and|a|an|for|with|by|from|at|than|or|de|la|el|en|y|a|por|con";
    const char *from = end - MIN (end - text, 12);
    g_autofree char *last = g_strndup (evx_whole_character (from),
                                       (gsize)(end - evx_whole_character (from))),
                    *folded = evx_fold (last);
    return g_ascii_isalpha (end > text ? end[-1] : ' ') &&
           evx_fold_has_any (evx_fold_tail (folded, 1), open);
}

/* Where the sentence at @at ends: at its point, or with its paragraph. */
static const char *
sentence_end (const char *text, const char *at)
{
    for (; *at != '\0'; at++) {
        if (at[0] == '\n' && at[1] == '\n' && breaks_off (text, at))
            at++;
        else if (at[0] == '\n' &&
                 (at[1] == '\n' || at[1] == '-' || g_str_has_prefix (at + 1, "\xe2\x80\xa2")))
            return at;
        if (strchr (".?!", *at) == NULL)
            continue;
        const char *next = at + 1;
        while (*next == '"' || *next == ')' || g_str_has_prefix (next, "\xe2\x80\x9d"))
            next += *next == '"' || *next == ')' ? 1 : 3;
        if ((*next == '\0' || g_ascii_isspace (*next)) &&
            !(*at == '.' && is_abbreviation (text, at)))
            return next;
    }
    return at;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return (x > y) - (x < y);
}

/* Where the sentences of mentions begin and end at the end of a line: items of a list have no
 * point. Returns: (transfer full) (element-type guint): bytes, in order. */
static GArray *
line_breaks (const EvxPage *page)
{
    GArray *breaks = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        if (mention->quote == NULL || mention->quote_start > mention->start)
            continue;
        guint ends[] = { mention->start - mention->quote_start,
                         mention->start - mention->quote_start + (guint)strlen (mention->quote) };
        for (guint e = 0; e < 2; e++) {
            if (ends[e] == 0 || ends[e] >= page->text->len)
                continue;
            const char *end = page->text->str + ends[e];
            if ((end[0] == '\n' || end[-1] == '\n') && !breaks_off (page->text->str, end))
                g_array_append_val (breaks, ends[e]);
        }
    }
    g_array_sort (breaks, by_place);
    return breaks;
}

/* The first of the breaks that lies behind @from and before @end, else @end. */
static guint
break_before (EvxSentences *sentences, guint from, guint end)
{
    const GArray *breaks = sentences->breaks;
    while (sentences->next_break < breaks->len && g_array_index (breaks, guint, sentences->next_break) <= from)
        sentences->next_break++;
    return sentences->next_break < breaks->len ? MIN (g_array_index (breaks, guint, sentences->next_break), end) : end;
}

EvxSentences
evx_sentences (const EvxPage *page)
{
    return (EvxSentences){ .page = page, .start = page->text->str, .end = page->text->str, .breaks = line_breaks (page) };
}

void
evx_sentences_clear (EvxSentences *sentences)
{
    g_array_unref (sentences->breaks);
}

gboolean
evx_sentences_next (EvxSentences *sentences)
{
    const char *text = sentences->page->text->str;
    gsize blank = strspn (sentences->end, " \n\t>");
    sentences->parted = g_strstr_len (sentences->end, (gssize)blank, "\n\n") != NULL;
    sentences->start = sentences->end + blank;
    if (*sentences->start == '\0')
        return FALSE;
    const char *end = sentence_end (text, sentences->start);
    sentences->end = text + break_before (sentences, (guint)(sentences->start - text), (guint)(end - text));
    return TRUE;
}
