/* Who writes a passage of a thread of mail: the nearest head above it that is quoted as deep as it is ("From: ..."), or
 * the line that introduces it ("On Monday X wrote:"). */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { LONGEST_NAME = 60, MOST_LINES = 300 }; /* above; no sheet holds so many */

/* How often the line is quoted: its ">" marks. @text: set behind them. */
static guint
depth_of (const char *line, const char **text)
{
    guint depth = 0;
    for (; *line == '>' || *line == ' '; line++)
        depth += *line == '>';
    *text = line;
    return depth;
}

/* "Lt. Ada Lund, Corrections": an office is named behind the name. */
static gboolean
is_whole_name (const char *before_comma)
{
    static const char *const titles[] = { "Sheriff", "Undersheriff", "Captain", "Capt.", "Lieutenant", "Lt.", "Sergeant", "Sgt.",
                                          "Chief",   "Commander",    "Director", "Dr.",  "Mr.",        "Ms.", "Mrs.",     NULL };
    g_auto (GStrv) words = g_strsplit (before_comma, " ", -1);
    return words[0] != NULL && words[1] != NULL && (words[2] != NULL || g_strv_contains (titles, words[0]));
}

/* "Teague, Wilmer" <w@example.org> is Wilmer Teague; an address alone stays one. Returns: (transfer full) (nullable). */
static char *
read_name (const char *text)
{
    g_autofree char *head = g_strndup (text, strcspn (text, "<[;"));
    g_strstrip (g_strdelimit (head, "\"'", ' '));
    if (*head == '\0') {
        g_autofree char *address = g_strndup (text, strcspn (text, ">];"));
        g_strstrip (g_strdelimit (address, "<[\"'", ' '));
        return *address != '\0' && strlen (address) <= LONGEST_NAME ? g_steal_pointer (&address) : NULL;
    }
    const char *comma = strchr (head, ',');
    if (strlen (head) > LONGEST_NAME)
        return NULL;
    if (comma == NULL)
        return g_steal_pointer (&head);
    g_autofree char *last = g_strchomp (g_strndup (head, (gsize)(comma - head)));
    if (is_whole_name (last))
        return g_steal_pointer (&last);
    g_autofree char *first = g_strchug (g_strdup (comma + 1));
    return *first != '\0' ? g_strdup_printf ("%s %s", first, last) : g_steal_pointer (&last);
}

/* "On Mon, Sep 11, 2023 at 8:14 AM Lourdes Imrie <l@example.org> wrote:": the name is what stands last before the
 * address, or behind the time. @form: (inout): its pattern, made when the first line needs it. */
static char *
read_introduction (const char *text, GRegex **form)
{
    if (strstr (text, "wrote") == NULL && strstr (text, "escribi") == NULL)
        return NULL;
    if (*form == NULL)
        *form = g_regex_new ("(?:\\d:\\d\\d(?:\\s?[AP]\\.?M\\.?)?+|\\d{4})[,:]?\\s+(?:[^,\\d<]{0,4},\\s)?"
                             "\"?([^\\d<>:]{3,60}?)\"?\\s*(?:<[^>]*>)?\\s*(?:wrote|escribi\xc3\xb3)\\s?:\\s*$",
                             G_REGEX_CASELESS, 0, NULL);
    g_autoptr (GMatchInfo) match = NULL;
    if (!g_regex_match (*form, text, 0, &match))
        return NULL;
    g_autofree char *name = g_match_info_fetch (match, 1);
    return read_name (name);
}

static const char *
after_label (const char *text)
{
    static const char *const labels[] = { "From:", "FROM:", "De:", "DE:" };
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        if (g_str_has_prefix (text, labels[i]))
            return text + strlen (labels[i]);
    return NULL;
}

char *
evx_sender_in (const char *line)
{
    const char *label = after_label (line);
    return label != NULL ? read_name (label) : NULL;
}

char *
evx_sender_above (const EvxPage *page, guint line)
{
    const char *text;
    g_autofree char *own = line < page->lines->len ? evx_line_text (page, line) : g_strdup ("");
    guint depth = depth_of (own, &text), below = depth, end = MIN (line, page->lines->len);
    g_autoptr (GRegex) form = NULL;
    for (guint i = end; i-- > end - MIN (end, MOST_LINES);) {
        g_autofree char *read = evx_line_text (page, i);
        guint here = depth_of (read, &text);
        const char *label = here == depth ? after_label (text) : NULL;
        char *name = label != NULL                             ? read_name (label)
                     : below == depth && here + 1 >= depth && here <= depth ? read_introduction (text, &form)
                                                               : NULL;
        if (name != NULL)
            return name;
        if (*text != '\0')
            below = here;
    }
    return NULL;
}
