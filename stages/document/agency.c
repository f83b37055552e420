/* A place name is a run of capitalised words beside "County", "Sheriff", "Police" or "Condado de".
 */
#include "agency.h"

#include <string.h>

#define LONGEST_PLACE 3 /* words: San Luis Obispo */
#define LONGEST_PERSON 3 /* words: Ann M. Roe */

typedef struct {
    const char *start, *end; /* without the punctuation around it */
    gboolean capital;
    gboolean ends; /* followed by punctuation that ends a name */
} Token;

static gboolean
is_word_byte (char c)
{
    return g_ascii_isalnum (c) || (c & 0x80) != 0 || c == '\'' || c == '&';
}

static GArray *
tokens_of (const char *text)
{
    GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
    while (*text != '\0') {
        while (*text != '\0' && !is_word_byte (*text))
            text++;
        Token token = { .start = text };
        while (is_word_byte (*text))
            text++;
        token.end = text;
        token.capital = g_unichar_isupper (g_utf8_get_char (token.start));
        gboolean apart = *text == ' ' && text[1] != '\0' && strchr ("-|/", text[1]) != NULL; /* "Alder - Item 3" */
        token.ends = apart || (*text != '\0' && strchr (".,;:()|/", *text) != NULL);
        if (token.end > token.start)
            g_array_append_val (tokens, token);
    }
    return tokens;
}

static gboolean
token_is (const Token *token, const char *const *words)
{
    gsize length = (gsize)(token->end - token->start);
    for (; *words != NULL; words++)
        if (strlen (*words) == length && g_ascii_strncasecmp (token->start, *words, length) == 0)
            return TRUE;
    return FALSE;
}

static const char *const county_words[] = { "county", NULL };
static const char *const area_words[] = { "county", "condado", "city", "ciudad", NULL };
static const char *const town_words[] = { "city", "town", NULL };
static const char *const sheriff_words[] = {
    "sheriff", "sheriffs", "sheriff's", "sheriff\xe2\x80\x99s", "police", "probation", NULL
};
static const char *const sheriff_titles[] = { "sheriff", "alguacil", NULL };
static const char *const office_words[] = {
    "office", "department", "dept", "jail", "bureau", NULL
};
static const char *const of_words[] = { "of", "de", "del", NULL };
static const char *const chief_words[] = { "chief", NULL };
static const char *const police_words[] = { "police", "policia", "pd", NULL };
/* Capitalised beside "police", and no town. */
static const char *const no_town_words[] = { "border", "military", "transit", "tribal", "university", "school", "secret", "some", "many", "most", NULL };
static const char *const fire_words[] = { "fire", "deputy", "battalion", "bureau", NULL };
/* Capitalised at the head of a sentence or a title, but never the name of a place. */
static const char *const never_place[] = {
    "the",      "of",         "and",        "in",          "for",          "by",        "at",
    "to",       "a",          "an",         "this",        "that",         "each",      "our",
    "your",     "their",      "local",      "any",         "all",          "re",        "from",
    "el",       "la",         "los",        "las",         "del",          "de",        "en",
    "por",      "office",     "department", "dept",        "undersheriff", "assistant", "deputy",
    "chief",    "captain",    "if",         "when",        "former",       "acting",    "sheriff",
    "sheriffs", "county",     "city",       "attn",        "dear",         "board",     "other",
    "state",    "california", "federal",    "neighboring", "adjacent",     "under",     "while",
    "because",  "as",         "mr",         "ms",          "with",         "main",      "new",
    "campus",   "retired",    "interim",    "records",      "custodian",    "supervisors", NULL
};

/* Index of the first token of the place that ends before token @i; @i if there is none. */
static guint
place_before (GArray *tokens, guint i)
{
    guint first = i;
    while (first > 0 && i - first < LONGEST_PLACE) {
        const Token *token = &g_array_index (tokens, Token, first - 1);
        if (!token->capital || token->ends || token_is (token, never_place) ||
            token->end - token->start < 2)
            break;
        first--;
    }
    return first;
}

/* Index after the last token of the place that begins at token @i; @i if there is none. */
static guint
place_after (GArray *tokens, guint i)
{
    guint last = i;
    while (last < tokens->len && last - i < LONGEST_PLACE) {
        const Token *token = &g_array_index (tokens, Token, last);
        if (!token->capital || token_is (token, never_place) || token_is (token, sheriff_words))
            break;
        last++;
        if (token->ends)
            break;
    }
    return last;
}

/* Takes "Sheriff's Office" and the like after the place. */
static guint
office_after (GArray *tokens, guint i)
{
    while (i < tokens->len) {
        const Token *before = &g_array_index (tokens, Token, i - 1);
        const Token *token = &g_array_index (tokens, Token, i);
        if (before->ends || !token->capital ||
            !(token_is (token, sheriff_words) || token_is (token, office_words)))
            break;
        i++;
    }
    return i;
}

static gboolean
is_ascii_upper (const char *text)
{
    gboolean lower = FALSE, upper = FALSE;
    for (; *text != '\0'; text++) {
        lower |= g_ascii_islower (*text);
        upper |= g_ascii_isupper (*text);
    }
    return upper && !lower;
}

static char *
tidy_name (const char *start, const char *end)
{
    g_autofree char *raw = g_strndup (start, (gsize)(end - start));
    GString *name = g_string_new (NULL);
    gboolean shout = is_ascii_upper (raw);
    for (const char *at = raw; *at != '\0'; at++) {
        gboolean blank = g_ascii_isspace (*at);
        if (strncmp (at, "\xe2\x80\x99", 3) == 0) {
            g_string_append_c (name, '\'');
            at += 2;
        } else if (!blank) {
            gboolean inside = name->len > 0 && name->str[name->len - 1] != ' ';
            g_string_append_c (name, shout && inside ? g_ascii_tolower (*at) : *at);
        } else if (name->len > 0 && name->str[name->len - 1] != ' ') {
            g_string_append_c (name, ' ');
        }
    }
    if (shout)
        for (char *at = name->str; (at = strpbrk (at, " ")) != NULL; at++)
            if (g_str_has_prefix (at, " Of ") || g_str_has_prefix (at, " De ") ||
                g_str_has_prefix (at, " Del ") || g_str_has_prefix (at, " And "))
                at[1] = g_ascii_tolower (at[1]);
    return g_string_free (name, FALSE);
}

/* "Chief Okafor of Alder Town", "Police Chief Ann Roe of Birch": sets [first, last) to the town whose police it is. A chief of
 * staff, of police or of a fire department names none. */
static gboolean
town_of_chief (GArray *tokens, guint i, guint *first, guint *last)
{
    guint of = i + 1;
    if (!g_array_index (tokens, Token, i).capital || !token_is (&g_array_index (tokens, Token, i), chief_words) ||
        (i > 0 && token_is (&g_array_index (tokens, Token, i - 1), fire_words)))
        return FALSE;
    while (of < tokens->len && of - i <= LONGEST_PERSON && g_array_index (tokens, Token, of).capital &&
           !g_array_index (tokens, Token, of - 1).ends)
        of++;
    if (of == i + 1 || of + 1 >= tokens->len || g_array_index (tokens, Token, of - 1).ends ||
        !token_is (&g_array_index (tokens, Token, of), of_words))
        return FALSE;
    *first = of + 1;
    *last = place_after (tokens, of + 1);
    return *last > *first && (*last >= tokens->len || !token_is (&g_array_index (tokens, Token, *last), county_words)) &&
           !token_is (&g_array_index (tokens, Token, *last - 1), county_words);
}

/* "Birch Falls police said", "that Birch police": one capital word alone at the beginning may be any. */
static gboolean
is_towns_police (GArray *tokens, guint i, guint *first)
{
    if (!token_is (&g_array_index (tokens, Token, i), police_words))
        return FALSE;
    guint place = place_before (tokens, i);
    if (place == i || i - place < (place == 0 ? 2 : 1))
        return FALSE;
    for (guint k = place; k < i; k++) /* ICE, DHS */
        if (!g_ascii_islower (g_array_index (tokens, Token, k).end[-1]) || token_is (&g_array_index (tokens, Token, k), no_town_words))
            return FALSE;
    *first = place;
    return TRUE;
}

/* Sets [first, last) to the tokens of the name whose telling word is token @i. */
static gboolean
name_around (GArray *tokens, guint i, guint *first, guint *last)
{
    const Token *token = &g_array_index (tokens, Token, i);
    const Token *next = i + 1 < tokens->len ? &g_array_index (tokens, Token, i + 1) : NULL;
    *first = i;
    if (is_towns_police (tokens, i, first)) {
        *last = office_after (tokens, i + 1);
        return TRUE;
    }
    if (token->capital && token_is (token, area_words) && next != NULL &&
        token_is (next, of_words)) {
        *last = place_after (tokens, i + 2);
        return *last > i + 2;
    }
    /* "el sheriff de Birch", "the sheriff of Birch" */
    if (token_is (token, sheriff_titles) && next != NULL && token_is (next, of_words)) {
        *last = place_after (tokens, i + 2);
        if (*last > i + 2)
            return TRUE;
        *last = i;
    }
    if (!token->capital || !(token_is (token, county_words) || token_is (token, sheriff_words)))
        return FALSE;
    /* "Alder City Police", "Alder Town Police" */
    gboolean of_city = i > 0 && token_is (token, sheriff_words) && g_array_index (tokens, Token, i - 1).capital &&
                       token_is (&g_array_index (tokens, Token, i - 1), town_words);
    *first = place_before (tokens, i - of_city);
    *last = office_after (tokens, i + 1);
    if (of_city)
        return *first < i - 1;
    gboolean office = token_is (token, county_words) || *last > i + 1;
    return *first < i && office;
}

/* Most lines name no agency; they are told without being taken apart. */
static gboolean
may_name_one (const char *text)
{
    static const char *const words[] = { "county",  "sheriff", "police",   "probation",
                                         "condado", "city of", "ciudad de", "chief" };
    for (const char *at = text; (at = strpbrk (at, "CcPpSs")) != NULL; at++) { /* their first letters */
        char second = g_ascii_tolower (at[1]);
        for (guint i = 0; i < G_N_ELEMENTS (words); i++)
            if (second == words[i][1] && g_ascii_strncasecmp (at, words[i], strlen (words[i])) == 0)
                return TRUE;
    }
    return FALSE;
}

char *
evx_agency_find (const char *text, gsize from, gsize *end)
{
    if (!may_name_one (text + from))
        return NULL;
    g_autoptr (GArray) tokens = tokens_of (text + from);
    for (guint i = 0; i < tokens->len; i++) {
        guint first = 0, last = 0;
        if (town_of_chief (tokens, i, &first, &last)) {
            *end = (gsize)(g_array_index (tokens, Token, last - 1).end - text);
            g_autofree char *town = tidy_name (g_array_index (tokens, Token, first).start, text + *end);
            return g_strconcat (town, " Police", NULL);
        }
        if (!name_around (tokens, i, &first, &last))
            continue;
        const Token *head = &g_array_index (tokens, Token, first);
        const Token *tail = &g_array_index (tokens, Token, last - 1);
        *end = (gsize)(tail->end - text);
        return tidy_name (head->start, tail->end);
    }
    return NULL;
}

/* ---- keys ----------------------------------------------------------------------------------- */

static const char *const not_of_key[] = { "the",        "of",           "and",
                                          "for",        "county",       "sheriff",
                                          "sheriffs",   "sheriff's",    "office",
                                          "department", "dept",         "jail",
                                          "jails",      "undersheriff", "deputies",
                                          "officials",  "board",        "supervisors",
                                          "el",         "la",           "los",
                                          "del",        "de",           "condado",
                                          "oficina",    "alguacil",     "departamento",
                                          "ciudad",     "city",         "main",
                                          "bureau",     "custody",      "corrections",
                                          "detention",  "division",     "police",
                                          "policia",    "probation",    "neighboring",
                                          "neighbouring", "nearby",     "adjacent",
                                          "vecino",     "several",      "counties", NULL };
static const char *const several_words[] = { "several", "counties", "agencies", NULL };
static const char *const probation_words[] = { "probation", NULL };

char *
evx_agency_key (const char *name)
{
    if (name == NULL)
        return g_strdup ("");
    g_autofree char *ascii = g_str_to_ascii (name, "C");
    g_autoptr (GArray) tokens = tokens_of (ascii);
    GString *key = g_string_new (NULL);
    const char *suffix = "", *alone = ""; /* what stands for a name that tells no place */
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = &g_array_index (tokens, Token, i);
        if (token_is (token, several_words))
            alone = "several";
        if (token_is (token, police_words))
            suffix = " police";
        if (token_is (token, probation_words))
            suffix = " probation", alone = "probation";
        gboolean letter = token->end - token->start == 1; /* of "A L D E R  C O U N T Y" */
        if (letter || token_is (token, not_of_key) || token_is (token, police_words))
            continue;
        g_string_append_printf (key, "%s%.*s", key->len > 0 ? " " : "",
                                (int)(token->end - token->start), token->start);
    }
    g_string_append (key, key->len > 0 ? suffix : alone);
    g_string_ascii_down (key);
    return g_string_free (key, FALSE);
}

gboolean
evx_agency_is_police (const char *name)
{
    g_autofree char *key = evx_agency_key (name);
    return g_str_has_suffix (key, " police") || g_str_has_suffix (key, " probation");
}
