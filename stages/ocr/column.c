/* What its column tells of a word. The network goes by the words around, which a cell has none of: it takes E5 for Es and
 * A1 for Al. But the cells of a column mostly look alike: a capital and a figure, a date, figures alone. The word that
 * looks otherwise is asked for again as one that looks as its column does; the network has to find that nearly as
 * likely, and nothing is told where the column is mixed. */
#include "ocr-internal.h"

#include <math.h>
#include <string.h>

/* Heights of capitals: how far edges or middles of words of one column are apart, at most; and the way from one of them
 * to the next. */
#define ALIGNED 0.5
#define NEXT 9.0
/* Heights of words of one column differ by no larger a factor. */
#define SAME_SIZE 1.25
/* So many words above, and as many below, are its column. */
#define REACH 12
/* So many of them show how its words look. */
#define SUPPORT 3
/* Longer words are no codes. */
#define MOST_SIGNS 20
/* By what factor, as a logarithm, the reading that looks as its column does may be less likely than the likeliest: where a
 * sign was missed, or a letter is too many; for a code, where other letters and figures were read; where a code was read, or
 * figures are told; where figures alone were read, an error that no reader forgives; and where a letter of a code is to be a
 * figure: among figures the network reads no letter without need. */
#define MOST_COST 7.0
#define COST_OF_WORD 10.0
#define COST_OF_CODE 4.5
#define COST_OF_FIGURES 3.0
#define COST_OF_LETTER 1.5
/* No word of a column costs more where two looks are weighed against each other: some are read wrong, some are others. */
#define MOST_OF_WORD 10.0
/* What a sign more or less adds to that where readings are compared. */
#define OTHER_LENGTH 4.0
/* A column is mixed if more than one in so many cannot look as most do. */
#define MIXED 2
/* Nearly all words of a column: this share of them. */
#define ALL_ALIKE 0.75
/* Longer words of letters, read so surely, are words. */
#define SHORT 4
#define SURE_WORD 0.87f
/* A reading that looks as most of its column do is believed from this confidence on. */
#define DOUBTFUL 0.3f
/* How sure what the column bears out or tells is at least, and what it tells at most. */
#define LEAST_SURE 0.6f
#define MOST_SURE 0.8f

/* What stands in codes and among figures; "A" is any capital, "9" any figure. A small letter, "a", stands behind figures alone:
 * 4a, 12b. */
#define IN_CODES "A9-/.,:()$%+*#"

typedef struct {
    EvxRecogniser *recogniser;
    const GPtrArray *strips;
    const EvxPage *read;
    const GArray *placed;
    double slope;
    gint64 end; /* processor time: what is not told by then stays as it was read */
    char **texts; /* of each placed word */
    char **looks; /* NULL: of no code and no figures */
    gboolean *bare; /* as evx_ocr_find_strokes has them */
    gboolean *told; /* by the shape of its strokes */
    EvxActivations *found; /* of each strip; without steps: not looked at yet, or nothing found */
    GHashTable *fits;      /* Fit, by "word look": what was asked for already */
} Columns;

typedef struct {
    char *text; /* NULL: there is no such reading */
    double cost;
} Fit;

static void
free_fit (gpointer data)
{
    Fit *fit = data;
    g_free (fit->text);
    g_free (fit);
}

static void
clear_columns (Columns *columns)
{
    for (guint i = 0; i < columns->placed->len; i++) {
        g_free (columns->texts[i]);
        g_free (columns->looks[i]);
    }
    g_free (columns->texts);
    g_free (columns->looks);
    g_free (columns->bare);
    g_free (columns->told);
    for (guint i = 0; i < columns->strips->len; i++)
        evx_activations_clear (&columns->found[i]);
    g_free (columns->found);
    g_hash_table_unref (columns->fits);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, clear_columns)

static const EvxPlacedWord *
placed_at (const Columns *columns, guint i)
{
    return &g_array_index (columns->placed, EvxPlacedWord, i);
}

/* ---- looks --------------------------------------------------------------------------------------------- */

static gboolean
is_figure_and_letter (const char *text)
{
    gsize figures = strspn (text, "0123456789");
    return figures > 0 && g_ascii_islower (text[figures]) && text[figures + 1] == '\0';
}

/* "A" for a capital, "9" for figures (for each, if @exactly), any other sign for itself. NULL if there is no figure, or
 * what is in no code. */
static char *
look_of (const char *text, gboolean exactly)
{
    GString *look = g_string_new (NULL);
    gboolean figures = FALSE, small = is_figure_and_letter (text);
    for (const char *p = text; *p != '\0'; p++) {
        char sign = g_ascii_isdigit (*p) ? '9' : g_ascii_isupper (*p) ? 'A' : small && g_ascii_islower (*p) ? 'a' : *p;
        if ((strchr (IN_CODES, sign) == NULL && !(small && sign == 'a')) || p - text >= MOST_SIGNS) {
            g_string_free (look, TRUE);
            return NULL;
        }
        figures = figures || sign == '9';
        if (exactly || sign != '9' || look->len == 0 || look->str[look->len - 1] != '9')
            g_string_append_c (look, sign);
    }
    return g_string_free (look, !figures && strcmp (look->str, "A") != 0);
}

/* Whether what begins with a stroke is the name of a form that begins with I, as I-203 or I-247A, by what follows; telephone
 * numbers go on. */
static gboolean
is_name_of_form (const char *text)
{
    gsize figures = text[1] == '-' ? strspn (text + 2, "0123456789") : 0;
    const char *end = text + 2 + figures;
    return figures >= 2 && (*end == '\0' || (g_ascii_isupper (*end) && end[1] == '\0'));
}

/* Whether strokes may have been read in it, and no small letters. */
static gboolean
may_have_strokes (const char *text)
{
    return strpbrk (text, "Il|DHU") != NULL && text[1] != '\0' && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZl|!()[]-./,") == strlen (text);
}

/* Whether the word after word @i on its strip goes on in small letters, as after "Ill". */
static gboolean
goes_on_low (const Columns *columns, guint i)
{
    return i + 1 < columns->placed->len && placed_at (columns, i + 1)->strip == placed_at (columns, i)->strip &&
           g_ascii_islower (columns->read->text->str[g_array_index (columns->read->words, EvxWord, placed_at (columns, i + 1)->word).start]);
}

/* Tells the strokes that stand beside each other in the words. */
static void
tell_strokes (Columns *columns)
{
    g_autoptr (GArray) parts = NULL; /* of the strip that was looked at last */
    guint strip = G_MAXUINT;
    for (guint i = 0; i < columns->placed->len; i++) {
        const EvxPlacedWord *word = placed_at (columns, i);
        if (!may_have_strokes (columns->texts[i]) || goes_on_low (columns, i))
            continue;
        if (word->strip != strip) {
            g_clear_pointer (&parts, g_array_unref);
            parts = evx_image_parts (g_ptr_array_index (columns->strips, word->strip));
            strip = word->strip;
        }
        char *told = evx_ocr_tell_strokes (columns->texts[i], g_ptr_array_index (columns->strips, strip), parts, word->x0, word->x1);
        if (told != NULL) {
            g_free (columns->texts[i]);
            columns->texts[i] = told;
            columns->told[i] = TRUE;
        }
    }
}

/* ---- columns ------------------------------------------------------------------------------------------- */

/* Whether words @i and @k stand in one column, by their left or right edges or their middles. */
static gboolean
are_aligned (const Columns *columns, guint i, guint k)
{
    const EvxPlacedWord *a = placed_at (columns, i), *b = placed_at (columns, k);
    double lean = columns->slope * ((b->box.y0 + b->box.y1) - (a->box.y0 + a->box.y1)) / 2, reach = ALIGNED * a->tall;
    double left = b->box.x0 + lean - a->box.x0, right = b->box.x1 + lean - a->box.x1;
    return (fabs (left) <= reach || fabs (right) <= reach || fabs (left + right) / 2 <= reach) &&
           MAX (a->tall, b->tall) <= SAME_SIZE * MIN (a->tall, b->tall);
}

typedef struct {
    double away;
    guint word;
} Neighbour;

static gint
by_distance (gconstpointer a, gconstpointer b)
{
    double left = ((const Neighbour *) a)->away, right = ((const Neighbour *) b)->away;
    return (left > right) - (left < right);
}

/* Adds the words of the column of @i above or below it, the nearest first. */
static void
add_neighbours (const Columns *columns, guint i, gboolean above, GArray *column)
{
    const EvxPlacedWord *word = placed_at (columns, i);
    g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Neighbour));
    for (guint k = 0; k < columns->placed->len; k++) {
        const EvxPlacedWord *other = placed_at (columns, k);
        Neighbour neighbour = { above ? word->box.y1 - other->box.y1 : other->box.y1 - word->box.y1, k };
        if (neighbour.away > 0.8 * word->tall && neighbour.away < NEXT * REACH * word->tall && are_aligned (columns, i, k))
            g_array_append_val (all, neighbour);
    }
    g_array_sort (all, by_distance);
    double last = 0;
    for (guint k = 0; k < MIN (all->len, REACH); k++) {
        const Neighbour *neighbour = &g_array_index (all, Neighbour, k);
        if (neighbour->away - last > NEXT * word->tall)
            break;
        last = neighbour->away;
        g_array_append_val (column, neighbour->word);
    }
}

static guint
count_look (const Columns *columns, const GArray *column, const char *look)
{
    guint n = 0;
    for (guint i = 0; i < column->len; i++)
        n += g_strcmp0 (columns->looks[g_array_index (column, guint, i)], look) == 0;
    return n;
}

/* ---- telling ------------------------------------------------------------------------------------------- */

static float
confidence_of (const Columns *columns, guint i)
{
    return g_array_index (columns->read->words, EvxWord, placed_at (columns, i)->word).confidence;
}

/* Word @i as one of exactly that look, asked for once. */
static const Fit *
fit_of (Columns *columns, guint i, const char *look)
{
    g_autofree char *key = g_strdup_printf ("%u %s", i, look);
    Fit *fit = g_hash_table_lookup (columns->fits, key);
    if (fit != NULL)
        return fit;
    const EvxPlacedWord *word = placed_at (columns, i);
    EvxActivations *found = &columns->found[word->strip];
    fit = g_new0 (Fit, 1);
    if (found->n_steps > 0 || evx_recogniser_run (columns->recogniser, g_ptr_array_index (columns->strips, word->strip), found))
        fit->text = evx_recogniser_fit (columns->recogniser, found, word->x0, word->x1, look, &fit->cost);
    g_hash_table_insert (columns->fits, g_steal_pointer (&key), fit);
    return fit;
}

/* What @fit costs that was read as @text: more where it has another number of signs. */
static double
cost_of (const Fit *fit, const char *text)
{
    return fit->cost + (g_utf8_strlen (fit->text, -1) != g_utf8_strlen (text, -1) ? OTHER_LENGTH : 0);
}

/* The likeliest reading of word @i that looks as some word of @column with @look does; NULL if there is none. */
static const Fit *
best_fit (Columns *columns, guint i, const GArray *column, const char *look)
{
    const Fit *best = NULL;
    const char *text = columns->texts[i];
    for (guint k = 0; k < column->len; k++) {
        guint other = g_array_index (column, guint, k);
        if (g_strcmp0 (columns->looks[other], look) != 0 || ABS (g_utf8_strlen (columns->texts[other], -1) - g_utf8_strlen (text, -1)) > (strcmp (look, "A") != 0))
            continue;
        g_autofree char *exactly = look_of (columns->texts[other], TRUE);
        const Fit *fit = fit_of (columns, i, exactly);
        if (fit->text != NULL && (best == NULL || cost_of (fit, text) < cost_of (best, text)))
            best = fit;
    }
    return best;
}

/* How many signs are neither letters nor figures. */
static guint
count_marks (const char *text)
{
    guint n = 0;
    for (; *text != '\0'; text = g_utf8_next_char (text))
        n += !g_ascii_isalnum (*text);
    return n;
}

/* What a reading of word @i may cost, at most, that looks as @look. */
static double
most_cost (const Columns *columns, guint i, const char *look)
{
    const char *text = columns->texts[i], *own = columns->looks[i];
    if (own == NULL)
        return count_marks (text) == 0 && strpbrk (look, "Aa") != NULL ? COST_OF_WORD : COST_OF_CODE;
    if (strchr (own, 'A') != NULL && strchr (look, 'A') == NULL)
        return COST_OF_LETTER;
    return strcmp (own, "9") == 0 && !columns->bare[i] ? COST_OF_FIGURES : COST_OF_CODE;
}

/* Whether the network finds @fit likely enough. A sign too many may be a mark of a note, or a degree. */
static gboolean
is_likely (const Columns *columns, guint i, const char *look, const Fit *fit)
{
    const char *text = columns->texts[i];
    gint more = (gint) (g_utf8_strlen (fit->text, -1) - g_utf8_strlen (text, -1));
    if (more == 0)
        return fit->cost <= most_cost (columns, i, look);
    return fit->cost <= MOST_COST && g_strcmp0 (columns->looks[i], "9") != 0 && count_marks (fit->text) >= count_marks (text);
}

/* What it costs that word @i looks so, at most MOST_OF_WORD. */
static double
cost_of_look (Columns *columns, guint i, const GArray *column, const char *look)
{
    const Fit *fit = best_fit (columns, i, column, look);
    return fit != NULL ? MIN (cost_of (fit, columns->texts[i]), MOST_OF_WORD) : MOST_OF_WORD;
}

/* Whether the words of the column that look as word @i does, and those that look as @look, are likelier to be all of that
 * look; and of the former no more than one in MIXED cannot be. */
static gboolean
is_look_of_column (Columns *columns, guint i, const GArray *column, const char *look)
{
    const char *own = columns->looks[i];
    guint alike = count_look (columns, column, look), others = 0;
    double sum = own != NULL ? cost_of_look (columns, i, column, look) - cost_of_look (columns, i, column, own) : 0;
    for (guint k = 0; own != NULL && k < column->len; k++) {
        guint other = g_array_index (column, guint, k);
        gboolean as_own = g_strcmp0 (columns->looks[other], own) == 0;
        if (!as_own && g_strcmp0 (columns->looks[other], look) != 0)
            continue;
        double cost = cost_of_look (columns, other, column, look);
        sum += cost - cost_of_look (columns, other, column, own);
        others += as_own && cost > COST_OF_CODE;
    }
    return alike > MIXED * others && sum <= 0;
}

/* Whether a word that looks like @own may be one that looks like @look: among figures it is left to their shapes, and a
 * figure that is all there is stays one. */
static gboolean
may_become (const char *own, const char *look)
{
    if (g_strcmp0 (look, "A") == 0 && own != NULL)
        return FALSE;
    return look != NULL && g_strcmp0 (own, look) != 0 && (own == NULL || strchr (own, 'A') != NULL || strchr (look, 'A') != NULL);
}

/* Whether no word of the column before the @k-th looks as it does. */
static gboolean
is_first_of_look (const Columns *columns, const GArray *column, guint k)
{
    const char *look = columns->looks[g_array_index (column, guint, k)];
    for (guint i = 0; i < k; i++)
        if (g_strcmp0 (columns->looks[g_array_index (column, guint, i)], look) == 0)
            return FALSE;
    return TRUE;
}

/* The reading that its column tells for word @i; NULL if that is none. */
static const Fit *
tell_word (Columns *columns, guint i, const GArray *column)
{
    const Fit *best = NULL;
    const char *text = columns->texts[i], *own = columns->looks[i];
    for (guint k = 0; k < column->len; k++) {
        const char *look = columns->looks[g_array_index (column, guint, k)];
        guint alike = may_become (own, look) && is_first_of_look (columns, column, k) ? count_look (columns, column, look) : 0;
        if (alike < SUPPORT)
            continue;
        const Fit *fit = best_fit (columns, i, column, look);
        if (fit == NULL || fit == best || !is_likely (columns, i, look, fit) || (best != NULL && cost_of (fit, text) >= cost_of (best, text)) ||
            !is_look_of_column (columns, i, column, look))
            continue;
        best = fit;
    }
    return best;
}

/* The looks, sign by sign, of the words of the column that look as word @i does but for the number of figures. */
static GPtrArray *
exact_looks (const Columns *columns, guint i, const GArray *column)
{
    GPtrArray *looks = g_ptr_array_new_with_free_func (g_free);
    for (guint k = 0; k < column->len; k++) {
        guint other = g_array_index (column, guint, k);
        if (g_strcmp0 (columns->looks[other], columns->looks[i]) == 0)
            g_ptr_array_add (looks, look_of (columns->texts[other], TRUE));
    }
    return looks;
}

/* The reading of word @i, a code, that has as many figures as nearly all of its column; NULL if they differ, or it has. */
static const Fit *
tell_length (Columns *columns, guint i, const GArray *column)
{
    if (columns->looks[i] == NULL || strchr (columns->looks[i], 'A') == NULL)
        return NULL;
    g_autoptr (GPtrArray) looks = exact_looks (columns, i, column);
    for (guint k = 0; k < looks->len; k++) {
        const char *look = g_ptr_array_index (looks, k);
        guint same = 0;
        for (guint l = k; l < looks->len; l++)
            same += strcmp (look, g_ptr_array_index (looks, l)) == 0;
        if (same < SUPPORT || same < ALL_ALIKE * looks->len)
            continue;
        const Fit *fit = strlen (look) != strlen (columns->texts[i]) ? fit_of (columns, i, look) : NULL;
        return fit != NULL && fit->text != NULL && fit->cost <= COST_OF_CODE ? fit : NULL;
    }
    return NULL;
}

static gboolean
is_plain_word (const Columns *columns, guint i)
{
    const char *text = columns->texts[i];
    return columns->looks[i] == NULL && (strlen (text) > MOST_SIGNS || (strlen (text) > SHORT && confidence_of (columns, i) >= SURE_WORD));
}

/* Whether it looks as most of its column do, and some do exactly: no dirt does. */
static gboolean
is_borne_out (const Columns *columns, guint i, const GArray *column)
{
    const char *look = columns->looks[i];
    if (look == NULL || confidence_of (columns, i) < DOUBTFUL || count_look (columns, column, look) < MAX (SUPPORT, (column->len + 1) / 2))
        return FALSE;
    g_autofree char *exactly = look_of (columns->texts[i], TRUE);
    for (guint k = 0; k < column->len; k++) {
        g_autofree char *other = look_of (columns->texts[g_array_index (column, guint, k)], TRUE);
        if (g_strcmp0 (exactly, other) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Appends word @i as its column tells it. */
static void
add_word (Columns *columns, guint i, EvxPage *page)
{
    g_autoptr (GArray) column = g_array_new (FALSE, FALSE, sizeof (guint));
    const EvxWord *word = &g_array_index (columns->read->words, EvxWord, placed_at (columns, i)->word);
    float confidence = word->confidence;
    const Fit *fit = NULL;
    if (!is_plain_word (columns, i) && evx_ocr_busy_us () < columns->end) {
        add_neighbours (columns, i, TRUE, column);
        add_neighbours (columns, i, FALSE, column);
        fit = tell_word (columns, i, column);
        fit = fit != NULL ? fit : tell_length (columns, i, column);
    }
    if (fit != NULL)
        confidence = CLAMP (confidence, LEAST_SURE, MOST_SURE);
    else if (columns->told[i])
        confidence = MAX (confidence, MOST_SURE);
    else if (is_borne_out (columns, i, column) || (columns->bare[i] && columns->texts[i][0] == 'I'))
        confidence = MAX (confidence, LEAST_SURE);
    EvxWord *added = evx_page_add_word (page, fit != NULL ? fit->text : columns->texts[i], -1, word->box, confidence, EVX_ORIGIN_OCR);
    if (added != NULL) {
        added->line = word->line;
        added->font_size = word->font_size;
    }
}

EvxPage *
evx_ocr_tell_by_column (EvxRecogniser *recogniser, const GPtrArray *strips, const EvxPage *read, const GArray *placed,
                        double slope, double timeout_s)
{
    guint n = placed->len;
    EvxPage *page = evx_page_new (read->index, read->width, read->height);
    g_auto (Columns) columns = { .recogniser = recogniser, .strips = strips, .read = read, .placed = placed, .slope = slope };
    columns.end = evx_ocr_busy_us () + (gint64) (timeout_s * G_USEC_PER_SEC);
    columns.texts = g_new0 (char *, n + 1);
    columns.looks = g_new0 (char *, n + 1);
    columns.told = g_new0 (gboolean, n + 1);
    columns.bare = evx_ocr_find_strokes (strips, read, placed);
    columns.found = g_new0 (EvxActivations, strips->len + 1);
    columns.fits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_fit);
    for (guint i = 0; i < n; i++)
        columns.texts[i] = evx_page_word (read, placed_at (&columns, i)->word);
    tell_strokes (&columns);
    for (guint i = 0; i < n; i++) {
        if (columns.bare[i] && is_name_of_form (columns.texts[i]))
            columns.texts[i][0] = 'I';
        columns.looks[i] = look_of (columns.texts[i], FALSE);
    }
    for (guint i = 0; i < n; i++)
        add_word (&columns, i, page);
    return page;
}
