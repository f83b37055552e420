/* Letters that have the shape of a figure or of each other, told by where they stand: 1, l, I and | are one
 * stroke in many typefaces, 0 and O one ring, and the network goes by the words around, which a cell has none of. Names of
 * forms (I-247A) are told by what they are. */
#include "ocr-internal.h"

/* Words above and below count as one column with a word as far as this, in heights of it. */
#define COLUMN_REACH 12.0
/* So many of them tell what the column holds. */
#define NEIGHBOURS 3
/* Read for a 1 in a word of figures; a capital I there may be a label, as in I5. */
#define STROKES "l|"

static char *
text_of (EvxPage *page, guint i)
{
    return page->text->str + g_array_index (page->words, EvxWord, i).start;
}

static guint
length_of (const EvxPage *page, guint i)
{
    return g_array_index (page->words, EvxWord, i).length;
}

/* Nothing but figures and the signs that stand among them, with @more. */
static gboolean
is_figure (const char *text, guint length, const char *more)
{
    gboolean figure = FALSE;
    for (guint i = 0; i < length; i++) {
        figure = figure || g_ascii_isdigit (text[i]);
        if (!g_ascii_isdigit (text[i]) && strchr (",./$%()-", text[i]) == NULL && strchr (more, text[i]) == NULL)
            return FALSE;
    }
    return figure;
}

/* 1 for a stroke, 0 for a ring, NUL for anything else. */
static char
figure_like (char letter)
{
    return strchr ("lI|", letter) != NULL ? '1' : strchr ("Oo", letter) != NULL ? '0' : '\0';
}

/* Before a word of small letters on its line, an upright stroke that is a word is the pronoun: bars stand
 * beside cells. */
static gboolean
is_pronoun (EvxPage *page, guint i)
{
    if (*text_of (page, i) != '|' || i + 1 >= page->words->len)
        return FALSE;
    return g_array_index (page->words, EvxWord, i).line == g_array_index (page->words, EvxWord, i + 1).line &&
           g_ascii_islower (*text_of (page, i + 1));
}

/* The l that ends a word of capitals, which is an I, as in "DUl,": HCl has one, and is told by nothing. -1 if there is none. */
static gint
last_l_of_capitals (const char *text, guint length)
{
    guint from = 0, end = length;
    while (from < end && strchr ("([", text[from]) != NULL)
        from++;
    while (end > from && strchr (")].,;:", text[end - 1]) != NULL)
        end--;
    if (end < from + 2 || text[end - 1] != 'l')
        return -1;
    for (guint i = from; i + 1 < end; i++)
        if (!g_ascii_isupper (text[i]))
            return -1;
    return end > from + 2 || text[from] == 'C' ? (gint) end - 1 : -1;
}

/* "(95%" before word @i */
static gboolean
is_after_per_cent (EvxPage *page, guint i)
{
    return i > 0 && g_array_index (page->words, EvxWord, i - 1).line == g_array_index (page->words, EvxWord, i).line &&
           text_of (page, i - 1)[length_of (page, i - 1) - 1] == '%';
}

/* How far apart the boxes are, up or down; a large number if they do not overlap across. */
static double
distance (EvxBox box, EvxBox other)
{
    if (MIN (box.x1, other.x1) - MAX (box.x0, other.x0) < 0.5 * evx_box_width (box))
        return G_MAXDOUBLE;
    return MAX (other.y0 - box.y1, box.y0 - other.y1);
}

/* Whether of the nearest words above and below word @i nearly all are figures. */
static gboolean
is_in_figures (EvxPage *page, guint i)
{
    EvxBox box = g_array_index (page->words, EvxWord, i).box;
    double nearest[NEIGHBOURS], reach = COLUMN_REACH * evx_box_height (box);
    gboolean figure[NEIGHBOURS] = { FALSE };
    guint n = 0, figures = 0;
    for (guint k = 0; k < page->words->len; k++) {
        double away = distance (box, g_array_index (page->words, EvxWord, k).box);
        if (k == i || away > reach || (n == NEIGHBOURS && away >= nearest[n - 1]))
            continue;
        guint at = n < NEIGHBOURS ? n++ : n - 1;
        for (; at > 0 && nearest[at - 1] > away; at--) {
            nearest[at] = nearest[at - 1];
            figure[at] = figure[at - 1];
        }
        nearest[at] = away;
        figure[at] = is_figure (text_of (page, k), length_of (page, k), "");
    }
    for (guint k = 0; k < n; k++)
        figures += figure[k];
    return figures >= 2 && figures + 1 >= n;
}

/* No word of letters begins with a small l before another consonant: a name with a capital I ("lreland"). "lbs" and "Ltd"
 * are shorter, "llamar" has a second l. */
static gboolean
begins_with_capital_i (const char *text, guint length)
{
    if (length < 5 || text[0] != 'l' || strchr ("bcdfghjkmnpqrstvwxz", text[1]) == NULL)
        return FALSE;
    for (guint i = 1; i < length; i++)
        if (!g_ascii_islower (text[i]))
            return FALSE;
    return TRUE;
}

/* Whether it stands behind a name on its line, as in "Type I". */
static gboolean
is_after_name (EvxPage *page, guint i)
{
    return i > 0 && g_array_index (page->words, EvxWord, i - 1).line == g_array_index (page->words, EvxWord, i).line &&
           g_ascii_isupper (*text_of (page, i - 1)) && length_of (page, i - 1) > 1 && g_ascii_islower (text_of (page, i - 1)[1]);
}

/* The only letter of a word. */
static void
spell_letter (EvxPage *page, guint i, char *letter)
{
    if (is_pronoun (page, i))
        *letter = 'I';
    else if (figure_like (*letter) != '\0' && is_in_figures (page, i))
        *letter = figure_like (*letter);
    else if (*letter == 'l' && is_after_name (page, i))
        *letter = 'I';
}

/* Strokes among figures, one at the beginning of a word, and one at the end of capitals; a confidence interval is a CI. */
static void
spell_word (EvxPage *page, guint i, char *text, guint length)
{
    gint last = last_l_of_capitals (text, length);
    if (last >= 0 && (text[last - 1] != 'C' || is_after_per_cent (page, i)))
        text[last] = 'I';
    if (begins_with_capital_i (text, length))
        *text = 'I';
    if (!is_figure (text, length, STROKES))
        return;
    for (guint k = 0; k < length; k++)
        text[k] = strchr (STROKES, text[k]) != NULL ? '1' : text[k];
}

/* ---- forms ---------------------------------------------------------------------------------------------- */

/* The detainer, named by no other number, and other forms that immigration authorities name by an I and a number, which
 * may be a number elsewhere. Source: 8 CFR 1.2, 236, 287; what the detainer names (I-200, I-205, I-862 ...). */
static const char *const detainers[] = { "247", "247A", "247D", "247G", "247N", "247X", NULL };
/* Words from it to another form that stands beside it. */
#define BESIDE 6
static const char *const other_forms[] = { "200", "203", "203A", "205", "213", "220A", "220B", "286", "296", "826",
                                           "831", "851", "860", "862", "863", "871", NULL };

/* The stroke before the hyphen of a name of @forms, as in "(1-247A,"; NULL where the word is none. */
static char *
stroke_of_form (char *text, guint length, const char *const *forms)
{
    guint at = 0, end = length;
    while (at < length && strchr ("(\"[", text[at]) != NULL)
        at++;
    while (end > at && strchr (").,;:\"]/", text[end - 1]) != NULL)
        end--;
    if (end < at + 3 || strchr ("Il1|!", text[at]) == NULL || text[at + 1] != '-')
        return NULL;
    for (; *forms != NULL; forms++)
        if (strlen (*forms) == end - at - 2 && memcmp (*forms, text + at + 2, end - at - 2) == 0)
            return text + at;
    return NULL;
}

static gboolean
spell_form (EvxPage *page, guint i, const char *const *forms)
{
    char *stroke = stroke_of_form (text_of (page, i), length_of (page, i), forms);
    if (stroke != NULL)
        *stroke = 'I';
    return stroke != NULL;
}

/* Detainers, and what else is named close by in the line of one. */
static void
spell_forms (EvxPage *page)
{
    for (guint i = 0; i < page->words->len; i++) {
        if (!spell_form (page, i, detainers))
            continue;
        guint32 line = g_array_index (page->words, EvxWord, i).line;
        for (guint k = i - MIN (i, BESIDE); k < MIN (i + BESIDE + 1, page->words->len); k++)
            if (g_array_index (page->words, EvxWord, k).line == line)
                spell_form (page, k, other_forms);
    }
}

void
evx_ocr_spell (EvxPage *page)
{
    spell_forms (page);
    for (guint i = 0; i < page->words->len; i++) {
        if (length_of (page, i) == 1)
            spell_letter (page, i, text_of (page, i));
        else
            spell_word (page, i, text_of (page, i), length_of (page, i));
    }
}
