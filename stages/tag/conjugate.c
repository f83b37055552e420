/* The forms of a Spanish verb, for "entregar~" in the lexicon: its tenses, participles, and the
 * pronouns written to its infinitive, gerund and command ("entregarlos", "notificándole"). Forms
 * are without accents, as words are compared. Too many is harmless (a form that no one writes
 * matches nothing); too few is a mention lost. Source: the regular paradigms of the Nueva
 * gramática de la lengua española, 4.4; what is irregular is given as further stems. */
#include "conjugate.h"
#include "fold.h"

#include <string.h>

/* By conjugation: after the bare stem. */
static const char *const ar_before_e[] = { "e", "es", "en", "emos", NULL };
static const char *const ar_endings[] = {
    "a",      "as",     "an",    "o",     "amos",  "aste",  "aron", "aba",  "abas",  "aban",
    "abamos", "ar",     "ara",   "aras",  "aran",  "are",   "aria", "arian", "aremos", "ariamos",
    "ase",    "asen",   "ando",  "ado",   "ada",   "ados",  "adas", NULL,
};
static const char *const er_before_a[] = { "a", "as", "an", "o", "amos", NULL };
static const char *const er_endings[] = {
    "e",     "es",    "en",     "emos",  "imos", "i",    "io",   "iste", "ieron", "ia",
    "ias",   "ian",   "iamos",  "iera",  "ieran", "iese", "iesen", "iendo", "ido", "ida",
    "idos",  "idas",  NULL,
};
static const char *const er_future[] = { "", "a", "as", "an", "e", "emos", "ia", "ian", "iamos",
                                         NULL };
/* What a stem of its own may take: "detuv-o", "pid-ieron", "transfier-a", "dir-an". */
static const char *const stem_endings[] = {
    "",    "a",    "as",   "an",   "amos",  "e",    "es",    "en",    "emos", "o",
    "io",  "ia",   "ian",  "iste", "ieron", "eron", "iera",  "ieran", "ese",  "era",
    "eran", "iendo", "iese", "iesen", "aron", NULL,
};
static const char *const pronouns[] = { "lo",   "la",   "los",   "las",   "le",   "les",  "me",
                                        "te",   "se",   "nos",   "selo",  "sela", "selos", "selas",
                                        NULL };

typedef struct {
    EvxFormFunc take;
    gpointer data;
} Forms;

static void
each (const Forms *forms, const char *stem, const char *const *endings)
{
    for (; *endings != NULL; endings++) {
        g_autofree char *form = g_strconcat (stem, *endings, NULL);
        if (strlen (form) < EVX_FOLD_MAX)
            forms->take (form, forms->data);
    }
}

static void
with_pronouns (const Forms *forms, const char *stem, const char *ending)
{
    g_autofree char *form = g_strconcat (stem, ending, NULL);
    each (forms, form, pronouns);
}

/* The stem as it is spelt before the other vowel: entreg- entregu-, notific- notifiqu-, recog-
 * recoj-. */
static char *
respelt (const char *stem, gboolean ar)
{
    gsize n = strlen (stem);
    char last = n > 0 ? stem[n - 1] : '\0';
    const char *to = NULL;
    if (ar)
        to = last == 'c' ? "qu" : last == 'g' ? "gu" : last == 'z' ? "c" : NULL;
    else
        to = last == 'g' ? "j" : last == 'c' ? "zc" : NULL;
    return to == NULL ? g_strdup (stem) : g_strdup_printf ("%.*s%s", (int)(n - 1), stem, to);
}

static void
conjugate_stem (const Forms *forms, const char *infinitive)
{
    gsize n = strlen (infinitive);
    gboolean ar = infinitive[n - 2] == 'a';
    g_autofree char *stem = g_strndup (infinitive, n - 2);
    g_autofree char *other = respelt (stem, ar);
    each (forms, stem, ar ? ar_endings : er_endings);
    each (forms, other, ar ? ar_before_e : er_before_a);
    if (!ar)
        each (forms, infinitive, er_future);
    with_pronouns (forms, infinitive, "");
    with_pronouns (forms, stem, ar ? "ando" : "iendo");
    with_pronouns (forms, other, ar ? "e" : "a");
    with_pronouns (forms, other, ar ? "en" : "an");
}

gboolean
evx_conjugate (const char *verb, EvxFormFunc take, gpointer data)
{
    const Forms forms = { take, data };
    g_auto (GStrv) parts = g_strsplit (verb, "~", -1);
    gsize n = strlen (parts[0]);
    if (n < 3 || parts[0][n - 1] != 'r' || strchr ("aei", parts[0][n - 2]) == NULL)
        return FALSE;
    conjugate_stem (&forms, parts[0]);
    for (guint i = 1; parts[i] != NULL; i++)
        if (parts[i][0] != '\0') {
            each (&forms, parts[i], stem_endings);
            with_pronouns (&forms, parts[i], "iendo");
        }
    return TRUE;
}
