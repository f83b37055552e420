/* What is said of a number besides what it counts: that it was a goal, that it was wrong, that it is of the whole
 * state or nation. Such a number must not be held against what one agency counted. */
#include "document-internal.h"

#include "patterns.h"

#include <string.h>

typedef enum { GOAL, WRONG_BEFORE, WRONG_AFTER, NATION, STATE, SEVERAL, BASE, SAMPLE, BESIDE, CONTRARY, REFUTED, ROOM, MOVED, MOVED_TO, N_REMARKS } Remark;

#define WRONG                                                                                                          \
    "(?:wrong|incorrect|inaccurate|mistaken|in error|an? (?:\\w+ ){0,2}(?:error|mistake|typo)|err\xc3\xb3ne[ao]|"       \
    "equivocad[ao]|incorrect[ao]|un error)\\b"
#define FIGURE                                                                                                         \
    "(?:figures?|numbers?|counts?|totals?|tally|tallies|sums?|cifras?|n\xc3\xbameros?|totales)"
#define APART "(?:[,.;:]|$)"
#define FALSE_WORDS "false|untrue|not true|not so|not correct|not right|not accurate|a myth|misleading|falso|no es cierto"

#define GAP "[\\s>]+" /* line ends, and the marks of quoted mail */

#define REVIEWED                                                                                                       \
    "(?:samples?" GAP "of|muestra" GAP "de|reviewed|examined|audited|sampled|selected|inspected|interviewed|surveyed|represented|met" GAP "with|spoke" GAP "(?:with|to)|revisamos|examinamos|revis\xc3\xb3|"   \
    "examin\xc3\xb3)" GAP "(?:(?:a|an|all|the|only|some|random|samples?|of|un|una|las|los|muestra|de)" GAP "){0,4}"

/* GOAL, WRONG_BEFORE, CONTRARY, BASE, BESIDE, ROOM and MOVED end at the number, WRONG_AFTER and REFUTED begin behind it, MOVED_TO
 * with it; the others are of the whole sentence. */
static const char *const patterns[N_REMARKS] = {
    [GOAL] = "\\b(?:goal|target|objective|aim|meta|objetivo)\\b[^,.;:]{0,50}?\\b(?:was|is|were|of|be|at|fue|era|es|de)\\s"
             "(?:(?!met\\b|reached\\b|achieved\\b|exceeded\\b|and\\b|but\\b)\\w+\\s){0,4}$|"
             "\\b(?:goals?|targets?|objectives?|metas?|objetivos?)\\b(?:(?!\\b(?:met|reached|achieved|exceeded|missed)\\b)[^.:]){0,40}:"
             "(?:(?!\\b(?:met|reached|achieved|exceeded|missed|actual)\\b)[^.]){0,160}$|"
             "\\b(?:is|are|was|were|been)\\s(?:put|set|budgeted|projected|forecast|planned|capped)\\sat\\s(?:\\w+\\s){0,2}$|"
             "\\b(?:keep|hold|limit)\\s(?:\\w+\\s){1,6}?(?:under|below)\\s(?:\\w+\\s){0,3}$",
    [WRONG_BEFORE] = "\\b(?:mistakenly|wrongly|erroneously|incorrectly|por error)\\W+(?:\\w+\\W+){0,4}$|"
                     "\\b(?:corrected|revised|amended)\\s+from\\s+$|\\b(?:instead of|rather than)\\s+(?:the\\s+)?$",
    [WRONG_AFTER] =
        "^[^.;!?]*?\\b(?:in error|by mistake|por error)\\b|^[^.;!?]*?\\bwhich\\s(?:was|were|is)\\s" WRONG "|"
        "^[^.;!?]*[.;!?]\\W+(?:(?:but|and|however|pero)\\W+)?(?:(?:that|this|the|both|those|these|la|el|esa|ese)\\s)"
        "(?:(?:first|earlier|draft|old|original|previous)\\s)?(?:" FIGURE "\\s)?"
        "(?:was|is|were|are|era|fue|es|estaba)\\s(?:\\w+\\s)?" WRONG "|"
        "^[^.;!?]*[.;!?]\\W+(?:the|la|el)\\s(?:correct|right|true|actual|corrected)\\s" FIGURE "\\s"
        "(?:is|was|are|were|should|es|fue|era)\\b|^[^.;!?]*\\b(?:should (?:have been|read|be)|deb\xc3\xad" "a ser)\\s(?:\\w+\\s){0,2}\\d",
    [SEVERAL] = "\\b(?:two|three|four|five|six|seven|eight|nine|ten|\\d+|these|those|all|both|several|the) counties\\b|\\b(?:all|local|several|the other) agencies\\b|\\btogether,? they\\b|"
                "\\b(?:dos|tres|cuatro|cinco|seis|los|estos|todos los) condados\\b",
    [BASE] = "\\b(?:each|every|per|cada)\\s$",
    [SAMPLE] = REVIEWED "(\\d+)\\b",
    [BESIDE] = "\\b(?:than|compared (?:with|to)|versus|vs\\.?|down from|up from|against|frente a|as (?:many|few|much) as|as(?=\\s(?:in|during|for)\\s)|que)\\s"
               "(?:\\S+\\s){0,2}?(?:in|en|during|for)\\s$|\\b(?:up|down|rise|increase|drop|decrease|aumento|baja)\\s(?:of\\s|de\\s)?\\d[\\d.,]*\\s?"
               "(?:%|percent|per cent|por ciento)\\s(?:on|from|over|against|sobre|desde)\\s$|"
               "\\b(?:fewer|more|less) than\\s$|\\bcompared (?:with|to)\\s$",
    [ROOM] = "\\b(?:built|designed|rated|licensed|certified|room|space|bunks?|beds?|cap|capacity)\\s(?:to hold\\s|to house\\s|(?:for|of|at|is|was)\\s)"
             "(?:\\w+\\s){0,2}$|\\b(?:hono(?:u)?red|answered|granted)\\s(?:fewer|less) than\\s$",
    [MOVED] = "\\b(?:moved|sent|transported|drove|took|shipped|bused|traslad\xc3\xb3|movi\xc3\xb3|llev\xc3\xb3|trasladaron)\\s(?:(?:a|some|about|unos|otros)\\s)?$",
    [MOVED_TO] = "^\\d[\\d,]*\\s(?:\\p{L}+\\s){1,2}(?:to|al|a la|a los|a las|a)\\s[^.;,]*",
    [CONTRARY] = "\\bcontrary to\\s[^.;]{0,80}$",
    [REFUTED] = "^[^.;!?]*[.;!?]?\\W+(?:(?:but|and|however|pero)\\W+)?(?:(?:that|this|it|those|eso|esto)\\s(?:claim\\s|statement\\s|number\\s|figure\\s)?)?"
                "(?:is|was|are|were|es|fue)\\s(?:simply\\s|just\\s|also\\s)?(?:" FALSE_WORDS ")(?!\\s(?:that|to|que)\\b)|"
                "^[^.;!?]*,\\swhich\\sis\\s(?:simply\\s)?(?:" FALSE_WORDS ")|"
                "^[^.;!?]*[.;!?]\\W+(?:in fact|in truth|in reality|actually|en realidad),?\\s",
    [NATION] = "^\\W*(?:nationwide|nationally|across the (?:country|nation|united states)|in the united states|"
               "a nivel nacional|en todo el pa\xc3\xads)\\b|\\b(?:nationwide|across the (?:country|nation)|"
               "en todo el pa\xc3\xads)\\s?" APART,
    [STATE] = "^\\W*(?:statewide|across (?:the state|california)|throughout (?:the state|california)|in california,|"
              "california(?:'s|\xe2\x80\x99s)? (?:sheriffs|jails|counties)|a nivel estatal|en todo el estado|en california,)|"
              "\\b(?:statewide|across (?:the state|california)|throughout (?:the state|california)|en todo el estado)\\s?" APART,
};

struct _EvxRemarkReader {
    GRegex **forms;
};

EvxRemarkReader *
evx_remark_reader_new (void)
{
    EvxRemarkReader *reader = g_new0 (EvxRemarkReader, 1);
    reader->forms = evx_patterns_new (patterns, N_REMARKS, G_REGEX_CASELESS | G_REGEX_OPTIMIZE);
    return reader;
}

void
evx_remark_reader_free (EvxRemarkReader *reader)
{
    evx_patterns_free (reader->forms);
    g_free (reader);
}

static gboolean
says (const EvxRemarkReader *reader, Remark remark, const char *text, gsize length)
{
    g_autofree char *plain = evx_patterns_plain (text, length);
    return g_regex_match (reader->forms[remark], plain, 0, NULL);
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

gboolean
evx_remark_is_refuted (const EvxRemarkReader *reader, const char *quote, gsize number, const char *after)
{
    return says (reader, CONTRARY, quote, number) || says (reader, REFUTED, after, strlen (after));
}

gboolean
evx_remark_is_of_room (const EvxRemarkReader *reader, const char *quote, gsize number)
{
    g_autoptr (GMatchInfo) match = NULL;
    if (says (reader, ROOM, quote, number))
        return TRUE;
    g_autofree char *plain = evx_patterns_plain (quote + number, strlen (quote + number));
    if (!g_regex_match (reader->forms[MOVED_TO], plain, 0, &match) || !says (reader, MOVED, quote, number))
        return FALSE;
    g_autofree char *where = g_match_info_fetch (match, 0);
    return !evx_names_immigration (where);
}

gboolean
evx_remark_is_base (const EvxRemarkReader *reader, const char *quote, gsize number)
{
    return says (reader, BASE, quote, number);
}

GArray *
evx_remark_samples (const EvxRemarkReader *reader, const char *text)
{
    GArray *samples = g_array_new (FALSE, FALSE, sizeof (EvxSample));
    g_autoptr (GMatchInfo) match = NULL;
    g_regex_match (reader->forms[SAMPLE], text, 0, &match);
    for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
        gint end = 0;
        g_autofree char *figure = g_match_info_fetch (match, 1);
        g_match_info_fetch_pos (match, 1, NULL, &end);
        EvxSample sample = { g_ascii_strtoll (figure, NULL, 10), (guint)end };
        g_array_append_val (samples, sample);
    }
    return samples;
}

static char *
without_commas (const char *words)
{
    g_auto (GStrv) parts = g_strsplit (words, ",", -1);
    return g_strjoinv ("", parts);
}

/* Each place where the year stands must be behind such words, and the number not between them or behind the year. */
gboolean
evx_remark_year_is_of_another (const EvxRemarkReader *reader, const char *text, gint year, gint64 count)
{
    g_autofree char *written = g_strdup_printf ("%d", year);
    g_autofree char *number = count == EVX_NONE ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, count);
    gboolean any = FALSE;
    for (const char *at = strstr (text, written); at != NULL; at = strstr (at + 4, written)) {
        g_autofree char *plain = evx_patterns_plain (text, (gsize)(at - text));
        g_autoptr (GMatchInfo) match = NULL;
        if (!g_regex_match (reader->forms[BESIDE], plain, 0, &match))
            return FALSE;
        g_autofree char *words = g_match_info_fetch (match, 0), *from = g_strconcat (words, at, NULL), *bare = without_commas (from);
        if (number != NULL && strstr (bare, number) != NULL)
            return FALSE;
        any = TRUE;
    }
    return any;
}

const char *
evx_remark_scope (const EvxRemarkReader *reader, const char *quote)
{
    gsize length = strlen (quote);
    return says (reader, NATION, quote, length)  ? "nationwide"
           : says (reader, STATE, quote, length) ? "statewide"
           : says (reader, SEVERAL, quote, length) ? "several counties"
                                                 : NULL;
}
