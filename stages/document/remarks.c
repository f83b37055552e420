/* What is said of a number besides what it counts: that it was a goal, that it was wrong, that it is of the whole
 * state or nation. Such a number must not be held against what one agency counted. */
#include "document-internal.h"

#include <string.h>

typedef enum { GOAL, WRONG_BEFORE, WRONG_AFTER, NATION, STATE, N_REMARKS } Remark;

#define WRONG                                                                                                          \
    "(?:wrong|incorrect|inaccurate|mistaken|in error|an? (?:\\w+ ){0,2}(?:error|mistake|typo)|err\xc3\xb3ne[ao]|"       \
    "equivocad[ao]|incorrect[ao]|un error)\\b"
#define FIGURE                                                                                                         \
    "(?:figures?|numbers?|counts?|totals?|tally|tallies|sums?|cifras?|n\xc3\xbameros?|totales)"
#define APART "(?:[,.;:]|$)"

/* GOAL and WRONG_BEFORE end at the number, WRONG_AFTER begins behind it; the others are of the whole sentence. */
static const char *const patterns[N_REMARKS] = {
    [GOAL] = "\\b(?:goal|target|objective|aim|meta|objetivo)\\b[^,.;:]{0,50}?\\b(?:was|is|were|of|be|at|fue|era|es|de)\\s"
             "(?:(?!met\\b|reached\\b|achieved\\b|exceeded\\b|and\\b|but\\b)\\w+\\s){0,4}$",
    [WRONG_BEFORE] = "\\b(?:mistakenly|wrongly|erroneously|incorrectly|por error)\\W+(?:\\w+\\W+){0,4}$|"
                     "\\b(?:corrected|revised|amended)\\s+from\\s+$|\\b(?:instead of|rather than)\\s+(?:the\\s+)?$",
    [WRONG_AFTER] =
        "^[^.;!?]*?\\b(?:in error|by mistake|por error)\\b|^[^.;!?]*?\\bwhich\\s(?:was|were|is)\\s" WRONG "|"
        "^[^.;!?]*[.;!?]\\W+(?:(?:but|and|however|pero)\\W+)?(?:(?:that|this|the|both|those|these|la|el|esa|ese)\\s)"
        "(?:(?:first|earlier|draft|old|original|previous)\\s)?(?:" FIGURE "\\s)?"
        "(?:was|is|were|are|era|fue|es|estaba)\\s(?:\\w+\\s)?" WRONG "|"
        "^[^.;!?]*[.;!?]\\W+(?:the|la|el)\\s(?:correct|right|true|actual|corrected)\\s" FIGURE "\\s"
        "(?:is|was|are|were|should|es|fue|era)\\b|^[^.;!?]*\\b(?:should (?:have been|read|be)|deb\xc3\xad" "a ser)\\s(?:\\w+\\s){0,2}\\d",
    [NATION] = "^\\W*(?:nationwide|nationally|across the (?:country|nation|united states)|in the united states|"
               "a nivel nacional|en todo el pa\xc3\xads)\\b|\\b(?:nationwide|across the (?:country|nation)|"
               "en todo el pa\xc3\xads)\\s?" APART,
    [STATE] = "^\\W*(?:statewide|across (?:the state|california)|throughout (?:the state|california)|in california,|"
              "california(?:'s|\xe2\x80\x99s)? (?:sheriffs|jails|counties)|a nivel estatal|en todo el estado|en california,)|"
              "\\b(?:statewide|across (?:the state|california)|throughout (?:the state|california)|en todo el estado)\\s?" APART,
};

struct _EvxRemarkReader {
    GRegex *forms[N_REMARKS];
    GRegex *between; /* blanks, line ends and the marks of quoted mail */
};

EvxRemarkReader *
evx_remark_reader_new (void)
{
    EvxRemarkReader *reader = g_new0 (EvxRemarkReader, 1);
    for (guint i = 0; i < N_REMARKS; i++) {
        g_autoptr (GError) error = NULL;
        reader->forms[i] = g_regex_new (patterns[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
        g_assert_no_error (error);
    }
    reader->between = g_regex_new ("[\\s>]+", G_REGEX_OPTIMIZE, 0, NULL);
    return reader;
}

void
evx_remark_reader_free (EvxRemarkReader *reader)
{
    for (guint i = 0; i < N_REMARKS; i++)
        g_regex_unref (reader->forms[i]);
    g_regex_unref (reader->between);
    g_free (reader);
}

static gboolean
says (const EvxRemarkReader *reader, Remark remark, const char *text, gsize length)
{
    g_autofree char *plain = g_regex_replace_literal (reader->between, text, (gssize)length, 0, " ", 0, NULL);
    return plain != NULL && g_regex_match (reader->forms[remark], plain, 0, NULL);
}

gboolean
evx_remark_is_goal (const EvxRemarkReader *reader, const char *quote, gsize number)
{
    return says (reader, GOAL, quote, number);
}

gboolean
evx_remark_is_wrong (const EvxRemarkReader *reader, const char *quote, gsize number, const char *after)
{
    return says (reader, WRONG_BEFORE, quote, number) || says (reader, WRONG_AFTER, after, strlen (after));
}

const char *
evx_remark_scope (const EvxRemarkReader *reader, const char *quote)
{
    gsize length = strlen (quote);
    return says (reader, NATION, quote, length)  ? "nationwide"
           : says (reader, STATE, quote, length) ? "statewide"
                                                 : NULL;
}
