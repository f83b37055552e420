/* Which of the numbers printed on the pages are Bates numbers? A production's numbers rise by one
 * from page to page, over all documents, and stand alone in one place at the edge. Case numbers
 * stand still, booking and telephone numbers jump, page numbers begin anew in each document, years
 * and numbers of rules are written without zeros before them. Candidates are sorted into series by
 * prefix; the fewer there are, the more must speak for them. */
#include "series.h"

#include "../sort.h"

#include <string.h>

/* Shares that a series must reach; a production with one bad page in three is still recognised. */
#define ENOUGH_STEPS 0.6    /* of neighbouring pages, numbers that rise by one */
#define ENOUGH_DISTINCT 0.4 /* of sightings, numbers that differ (copies repeat them) */
#define MOST_DISTINCT                                                                              \
    0.8 /* as ENOUGH_DISTINCT, where the numbers are dense but hardly rise from page to page */
#define MOST_CROWDED 0.2 /* of pages, those that bear more than one number of the series */
#define ONE_PLACE 0.8    /* of sightings, those in the commonest place */
#define SHORT_STEPS 0.9  /* as ENOUGH_STEPS, of numbers with one or two digits */

#define MARGIN_HEIGHT (1 / 12.0) /* of the page: the middle of a stamp at its head or foot */
#define MARGIN_WIDTH (1 / 24.0)  /* of one that runs up a side */
#define EDGE 0.06      /* of the height: stamps stand outside of what is printed on the page */
#define PLACE_SLACK 30 /* pt: how far a sheet slips in the scanner */

enum { LEAST_DIGITS = 3, WIDE_DIGITS = 5, PADDED_DIGITS = 4 };
enum {
    SHORT_PAGES = 6,
    DENSE_PAGES = 5,
    PLAIN_PAGES = 3
};                    /* that bear a number at least: see behaves() */
enum { NEAR = 1000 }; /* numbers of one production */

static void
series_free (gpointer data)
{
    EvxSeries *series = data;
    g_free (series->key);
    g_array_unref (series->members);
    g_free (series);
}

static const EvxBatesSighting *
member (const EvxCollection *collection, const EvxSeries *series, guint i)
{
    return &g_array_index (collection->bates, EvxBatesSighting,
                           g_array_index (series->members, guint, i));
}

/* ---- sorting -------------------------------------------------------------------------------- */

char
evx_series_confusable (char c)
{
    static const char from[] = "0OoQD1lI|!5Ss8B2Zz6G";
    static const char to[] = "00000111115558822266";
    const char *at = c != '\0' ? strchr (from, c) : NULL;
    return at != NULL ? to[at - from] : g_ascii_toupper (c);
}

/* The prefix, folded, without an O at its end: of zeros that follow on letters OCR makes one, and
 * of one a zero. */
static char *
series_key (const EvxBates *bates)
{
    GString *key = g_string_new (NULL);
    for (const char *at = bates->prefix ? bates->prefix : ""; *at != '\0'; at++)
        if (g_ascii_isalnum (*at))
            g_string_append_c (key, evx_series_confusable (*at));
    while (key->len > 0 && key->str[key->len - 1] == '0')
        g_string_truncate (key, key->len - 1);
    if (key->len == 0) /* bare numbers: width is all that tells one kind from another */
        g_string_append_printf (key, "#%u", bates->digits);
    return g_string_free (key, FALSE);
}

static GPtrArray *
sort_into_series (const EvxCollection *collection)
{
    GPtrArray *all = g_ptr_array_new_with_free_func (series_free);
    g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < collection->bates->len; i++) {
        g_autofree char *key =
            series_key (&g_array_index (collection->bates, EvxBatesSighting, i).bates);
        EvxSeries *series = g_hash_table_lookup (by_key, key);
        if (series == NULL) {
            series = g_new0 (EvxSeries, 1);
            series->key = g_steal_pointer (&key);
            series->members = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (by_key, series->key, series);
            g_ptr_array_add (all, series);
        }
        g_array_append_val (series->members, i);
    }
    return all;
}

static guint
digits_of (gint64 number)
{
    guint digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

/* The prefix and width that most members have. */
static void
learn_form (const EvxCollection *collection, EvxSeries *series)
{
    g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    guint best = 0;
    for (guint i = 0; i < series->members->len; i++) {
        const EvxBates *bates = &member (collection, series, i)->bates;
        char *form = g_strdup_printf ("%u %s", bates->digits, bates->prefix ? bates->prefix : "");
        series->padded |= bates->digits > digits_of (bates->number);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, form)) + 1;
        g_hash_table_insert (counts, form, GUINT_TO_POINTER (count));
        if (count > best) {
            best = count;
            series->prefix = bates->prefix ? bates->prefix : "";
            series->digits = bates->digits;
        }
    }
    series->sure = best * 2 > series->members->len || best >= PLAIN_PAGES;
}

/* ---- places --------------------------------------------------------------------------------- */

enum { CORNERS = 9 };

static double
from_edge (double low, double high, double size, guint third)
{
    return third == 0 ? low : third == 2 ? size - high : ABS ((low + high) / 2 - size / 2);
}

static EvxStampPlace
place_of (const EvxBatesSighting *sighting)
{
    const EvxBox *box = &sighting->bates.box;
    double width = MAX (sighting->page_width, 1), height = MAX (sighting->page_height, 1);
    guint column = (guint)(CLAMP ((box->x0 + box->x1) / 2 / width, 0, 0.999) * 3);
    guint row = (guint)(CLAMP ((box->y0 + box->y1) / 2 / height, 0, 0.999) * 3);
    return (EvxStampPlace){ 3 * row + column, from_edge (box->x0, box->x1, width, column),
                            from_edge (box->y0, box->y1, height, row) };
}

static double
median (GArray *values)
{
    g_array_sort (values, evx_sort_doubles);
    return values->len > 0 ? g_array_index (values, double, values->len / 2) : 0;
}

/* The commonest corner, and the middle of what stands there. */
static EvxStampPlace
common_place (const EvxCollection *collection, const EvxSeries *series)
{
    guint counts[CORNERS] = { 0 }, best = 0;
    g_autoptr (GArray) dx = g_array_new (FALSE, FALSE, sizeof (double)),
                       dy = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint i = 0; i < series->members->len; i++)
        counts[place_of (member (collection, series, i)).corner]++;
    for (guint i = 1; i < CORNERS; i++)
        best = counts[i] > counts[best] ? i : best;
    for (guint i = 0; i < series->members->len; i++) {
        EvxStampPlace place = place_of (member (collection, series, i));
        if (place.corner != best)
            continue;
        g_array_append_val (dx, place.dx);
        g_array_append_val (dy, place.dy);
    }
    return (EvxStampPlace){ best, median (dx), median (dy) };
}

static gboolean
is_same_place (EvxStampPlace a, EvxStampPlace b)
{
    return a.corner == b.corner && ABS (a.dx - b.dx) <= PLACE_SLACK &&
           ABS (a.dy - b.dy) <= PLACE_SLACK;
}

gboolean
evx_series_is_in_place (const EvxSeries *series, const EvxBatesSighting *sighting)
{
    return is_same_place (series->usual, place_of (sighting));
}

/* ---- behaviour ------------------------------------------------------------------------------ */

typedef struct {
    guint pages, crowded; /* pages with a number; with several different ones */
    guint pairs, steps;   /* neighbouring pages of a document; those whose number rises by one */
    guint documents;
    guint distinct, dense; /* different numbers; those followed by the next number somewhere */
    gint64 least, most;
    double one_place;            /* share of the commonest place */
    gboolean in_margin, at_edge; /* the commonest place: at the head, the foot or a side; outside of
                                    what is printed */
} Behaviour;

static gboolean
is_same_page (const EvxBatesSighting *a, const EvxBatesSighting *b)
{
    return a->document == b->document && a->page == b->page;
}

static void
watch_steps (const EvxCollection *collection, const EvxSeries *series, Behaviour *seen)
{
    for (guint i = 0; i < series->members->len; i++) {
        const EvxBatesSighting *this = member (collection, series, i);
        const EvxBatesSighting *before = i > 0 ? member (collection, series, i - 1) : NULL;
        gboolean again = before != NULL && is_same_page (this, before);
        seen->pages += !again;
        seen->documents += before == NULL || before->document != this->document;
        seen->crowded += again && this->bates.number != before->bates.number;
        if (before == NULL || again || before->document != this->document ||
            before->page + 1 != this->page)
            continue;
        seen->pairs++;
        seen->steps += before->bates.number + 1 == this->bates.number;
    }
}

static void
watch_numbers (const EvxCollection *collection, const EvxSeries *series, Behaviour *seen)
{
    g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
    for (guint i = 0; i < series->members->len; i++)
        g_array_append_val (numbers, member (collection, series, i)->bates.number);
    g_array_sort (numbers, evx_sort_int64s);
    for (guint i = 0; i < numbers->len; i++) {
        gint64 number = g_array_index (numbers, gint64, i);
        gint64 before = i > 0 ? g_array_index (numbers, gint64, i - 1) : number - 2;
        seen->distinct += i == 0 || number != before;
        seen->dense += i > 0 && number == before + 1;
    }
    seen->least = numbers->len > 0 ? g_array_index (numbers, gint64, 0) : 0;
    seen->most = numbers->len > 0 ? g_array_index (numbers, gint64, numbers->len - 1) : 0;
}

static void
watch_places (const EvxCollection *collection, EvxSeries *series, Behaviour *seen)
{
    EvxStampPlace usual = common_place (collection, series);
    guint there = 0, n = MAX (series->members->len, 1), row = usual.corner / 3,
          column = usual.corner % 3;
    double width = 0, height = 0;
    for (guint i = 0; i < series->members->len; i++) {
        const EvxBatesSighting *this = member (collection, series, i);
        there += is_same_place (place_of (this), usual);
        width += this->page_width / n;
        height += this->page_height / n;
        series->right += this->page_width > 0
                             ? (this->bates.box.x0 + this->bates.box.x1) / 2 / this->page_width / n
                             : 0;
    }
    series->usual = usual;
    seen->one_place = (double)there / n;
    seen->at_edge = row != 1 && usual.dy <= EDGE * height;
    seen->in_margin = (row != 1 && usual.dy <= MARGIN_HEIGHT * height) ||
                      (column != 1 && usual.dx <= MARGIN_WIDTH * width);
}

/* ---- the form of the number ----------------------------------------------------------------- */

static guint
count_letters (const char *text)
{
    guint letters = 0;
    for (; *text != '\0'; text++)
        letters += g_ascii_isalpha (*text) != 0;
    return letters;
}

/* As many digits as a stamp prints, or zeros before them. */
static gboolean
is_wide (const EvxSeries *series)
{
    return series->digits >= WIDE_DIGITS || (series->padded && series->digits >= PADDED_DIGITS);
}

/* "21-00123", "CR 2021-00123": what counts up anew each year numbers cases, requests and reports.
 */
static gboolean
is_counted_by_year (const EvxSeries *series)
{
    const char *end = series->prefix + strlen (series->prefix);
    if (end > series->prefix && strchr ("-_/. ", end[-1]) != NULL)
        end--;
    const char *start = end;
    while (start > series->prefix && g_ascii_isdigit (start[-1]))
        start--;
    return end - start == 2 ||
           (end - start == 4 && (strncmp (start, "19", 2) == 0 || strncmp (start, "20", 2) == 0));
}

/* "CA 95814", "CA0340000": a post code behind a state, and the code of an agency in the state's
 * network (ORI). */
static gboolean
is_code_of_state (const EvxSeries *series)
{
    static const char states[] = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA "
                                 "MI MN MS MO MT NE NV NH NJ NM NY NC "
                                 "ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ";
    const char *prefix = series->prefix;
    gsize length = strlen (prefix);
    while (length > 0 && !g_ascii_isalpha (prefix[length - 1]))
        length--;
    if (length < 2 || (length > 2 && g_ascii_isalpha (prefix[length - 3])) ||
        (series->digits != 5 && series->digits != 7))
        return FALSE;
    const char state[] = { prefix[length - 2], prefix[length - 1], ' ', '\0' };
    return strstr (states, state) != NULL;
}

/* 1998, 2021: the years of tables, budgets and forms. */
static gboolean
is_in_years (const EvxSeries *series, const Behaviour *seen)
{
    return series->digits == 4 && !series->padded && seen->least >= 1900 && seen->most < 2100;
}

/* ---- verdict -------------------------------------------------------------------------------- */

/* Numbers of one or two digits are mostly those of pages or parts: these begin anew in each
 * document. Years, and numbers that nothing stands before, must show as much. */
static gboolean
behaves_short (const Behaviour *seen)
{
    return seen->pages >= SHORT_PAGES && seen->documents >= 2 && seen->distinct == seen->pages &&
           seen->pairs * 3 >= seen->pages && seen->steps >= SHORT_STEPS * seen->pairs &&
           seen->one_place >= ONE_PLACE;
}

/* One number by itself has only its form and its place to speak for it. */
static gboolean
behaves_alone (const EvxSeries *series, const Behaviour *seen)
{
    return count_letters (series->prefix) >= 2 && series->digits >= WIDE_DIGITS && series->padded &&
           seen->at_edge && !is_counted_by_year (series) && !is_code_of_state (series);
}

/* Numbers that hardly repeat and hardly leave one out, wherever they stand: a gap, a repeat and a
 * page out of order among a dozen pages leave few neighbours that rise by one. */
static gboolean
behaves_dense (const EvxSeries *series, const Behaviour *seen)
{
    return count_letters (series->prefix) >= 2 && is_wide (series) &&
           !is_counted_by_year (series) && seen->in_margin && seen->pages >= DENSE_PAGES &&
           seen->distinct >= MOST_DISTINCT * seen->pages &&
           seen->dense >= ENOUGH_STEPS * (seen->distinct - 1) && seen->one_place >= ONE_PLACE;
}

/* Documents of one page, whose numbers have no neighbour to rise from: numbers of one production,
 * at the edge of each. */
static gboolean
behaves_scattered (const EvxSeries *series, const Behaviour *seen)
{
    return count_letters (series->prefix) >= 2 && is_wide (series) && series->padded &&
           !is_counted_by_year (series) && !is_code_of_state (series) &&
           seen->most - seen->least < NEAR && seen->at_edge && seen->one_place >= ONE_PLACE &&
           seen->steps >= ENOUGH_STEPS * seen->pairs;
}

/* Pages of one document whose numbers rise by one. Two or three of them could be numbers of rules,
 * or of parts, where no zeros are printed. */
static gboolean
behaves_as_run (const EvxSeries *series, const Behaviour *seen)
{
    guint letters = count_letters (series->prefix);
    guint least =
        (letters > 1 && is_wide (series)) || (letters == 0 && series->padded) ? 2 : PLAIN_PAGES;
    gboolean few = seen->pages < SHORT_PAGES;
    if (seen->pages < least || (few && seen->one_place < ONE_PLACE) ||
        (letters == 0 && !seen->in_margin))
        return FALSE;
    if (seen->pairs > 0 && seen->pairs * 2 >= seen->pages - 1)
        return seen->steps >= ENOUGH_STEPS * seen->pairs;
    if (few && (letters == 0 || is_counted_by_year (series) || is_code_of_state (series) ||
                !seen->at_edge))
        return FALSE;
    return seen->dense >= ENOUGH_STEPS * (seen->distinct - 1);
}

static gboolean
behaves (const EvxSeries *series, const Behaviour *seen)
{
    gboolean letters = count_letters (series->prefix) > 0;
    if (series->digits < (letters ? LEAST_DIGITS : WIDE_DIGITS) || is_in_years (series, seen))
        return (letters || series->padded) && behaves_short (seen);
    gboolean still = seen->distinct < MAX (ENOUGH_DISTINCT * seen->pages, MIN (seen->pages, 2));
    if (still || seen->crowded > MOST_CROWDED * seen->pages)
        return FALSE;
    if (seen->pages == 1)
        return behaves_alone (series, seen);
    return behaves_as_run (series, seen) || behaves_dense (series, seen) ||
           behaves_scattered (series, seen);
}

static void
judge (const EvxCollection *collection, EvxSeries *series)
{
    Behaviour seen = { 0 };
    learn_form (collection, series);
    watch_steps (collection, series, &seen);
    watch_numbers (collection, series, &seen);
    watch_places (collection, series, &seen);
    series->pages = seen.pages;
    series->believed = behaves (series, &seen);
    g_debug (
        "series %s, %u digits: %u pages, %u of %u steps, %u distinct, %u dense, one place %.2f: %s",
        series->key, series->digits, seen.pages, seen.steps, seen.pairs, seen.distinct, seen.dense,
        seen.one_place, series->believed ? "believed" : "not believed");
}

int
evx_series_compare (gconstpointer a, gconstpointer b)
{
    const EvxSeries *x = *(EvxSeries *const *)a, *y = *(EvxSeries *const *)b;
    if (x->believed != y->believed)
        return y->believed - x->believed;
    if (x->pages != y->pages)
        return x->pages < y->pages ? 1 : -1;
    if (x->right != y->right)
        return x->right < y->right ? 1 : -1;
    return strcmp (x->key, y->key);
}

char *
evx_series_print (const EvxSeries *series, gint64 number)
{
    return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, series->prefix,
                            series->padded ? series->digits : 1, number);
}

/* ---- strays --------------------------------------------------------------------------------- */

static gboolean
differs_in_one_sign (const char *a, const char *b)
{
    gsize head = 0, tail = 0, n = strlen (a), m = strlen (b);
    while (head < MIN (n, m) && a[head] == b[head])
        head++;
    while (tail < MIN (n, m) - head && a[n - tail - 1] == b[m - tail - 1])
        tail++;
    return MAX (n, m) - head - tail <= 1;
}

/* A number by itself, recognised, whose prefix is that of a series but for one sign, in the place
 * of that. */
static gboolean
is_stray_of (const EvxCollection *collection, const EvxSeries *stray, const EvxSeries *series)
{
    const EvxBatesSighting *this = member (collection, stray, 0);
    const EvxDocument *document = collection->documents->pdata[this->document];
    return count_letters (series->key) >= 2 && stray->digits == series->digits &&
           differs_in_one_sign (stray->key, series->key) && evx_series_is_in_place (series, this) &&
           g_strcmp0 (document->origin, "born_digital") != 0;
}

/* Gives numbers whose prefix was misread to the series they belong to. */
static void
take_in_strays (const EvxCollection *collection, GPtrArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        EvxSeries *stray = all->pdata[i];
        for (guint k = 0; k < all->len && stray->pages == 1; k++) {
            EvxSeries *series = all->pdata[k];
            if (!series->believed || series->pages < PLAIN_PAGES)
                break; /* the largest come first */
            if (!is_stray_of (collection, stray, series))
                continue;
            g_array_append_vals (series->members, stray->members->data, stray->members->len);
            g_array_set_size (stray->members, 0);
            stray->pages = 0;
            stray->believed = FALSE;
        }
    }
}

GPtrArray *
evx_series_of (const EvxCollection *collection)
{
    GPtrArray *all = sort_into_series (collection);
    for (guint i = 0; i < all->len; i++)
        judge (collection, all->pdata[i]);
    g_ptr_array_sort (all, evx_series_compare);
    take_in_strays (collection, all);
    g_ptr_array_sort (all, evx_series_compare);
    return all;
}
