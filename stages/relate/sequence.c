/* Which of the numbers printed on the pages are Bates numbers? A production's numbers rise by one
 * from page to page and stand alone in one place; case numbers stand still, telephone and booking
 * numbers jump, page numbers begin anew in each document. Candidates are sorted into series by
 * prefix, a series is believed if it behaves, and then the series mends what OCR misread. */
#include "relate-internal.h"

#include "../sort.h"

#include <string.h>

/* Shares that a series must reach; a production with one bad page in three is still recognised. */
#define ENOUGH_STEPS 0.6    /* of neighbouring pages, numbers that rise by one */
#define ENOUGH_DISTINCT 0.4 /* of sightings, numbers that differ (copies repeat them) */
#define MOST_CROWDED 0.2    /* of pages, those that bear more than one number of the series */
#define ONE_PLACE 0.8       /* of sightings, those in the commonest place */

#define SHORT_STEPS 0.9     /* as ENOUGH_STEPS, of numbers with one or two digits */

enum { SHORT_PAGES = 6 }; /* that bear such a number at least */
enum { LEAST_DIGITS = 4, PADDED_DIGITS = 5, PLACE_STEPS = 12 };

typedef struct {
    char *key;          /* prefix, folded */
    const char *prefix; /* as mostly printed */
    guint16 digits;     /* as mostly printed */
    gboolean padded;    /* to a width, with zeros */
    double right;       /* mean place between the page's left and right side, 0 to 1 */
    GArray *members;    /* guint: indexes into collection->bates */
    guint pages;
    gboolean believed;
} Series;

static void
series_free (gpointer data)
{
    Series *series = data;
    g_free (series->key);
    g_array_unref (series->members);
    g_free (series);
}

static EvxBatesSighting *
sighting (const EvxCollection *collection, guint i)
{
    return &g_array_index (collection->bates, EvxBatesSighting, i);
}

static EvxBatesSighting *
member (const EvxCollection *collection, const Series *series, guint i)
{
    return sighting (collection, g_array_index (series->members, guint, i));
}

/* ---- series --------------------------------------------------------------------------------- */

/* One letter for all that OCR mistakes for each other. */
static char
confusable (char c)
{
    static const char from[] = "0OoQD1lI|!5Ss8B2Zz6G";
    static const char to[] = "00000111115558822266";
    const char *at = c != '\0' ? strchr (from, c) : NULL;
    return at != NULL ? to[at - from] : g_ascii_toupper (c);
}

static char *
series_key (const EvxBates *bates)
{
    GString *key = g_string_new (NULL);
    for (const char *at = bates->prefix ? bates->prefix : ""; *at != '\0'; at++)
        if (g_ascii_isalnum (*at))
            g_string_append_c (key, confusable (*at));
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
        g_autofree char *key = series_key (&sighting (collection, i)->bates);
        Series *series = g_hash_table_lookup (by_key, key);
        if (series == NULL) {
            series = g_new0 (Series, 1);
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
learn_form (const EvxCollection *collection, Series *series)
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
}

typedef struct {
    guint pages, crowded;  /* pages with a number; with several different ones */
    guint pairs, steps;    /* neighbouring pages of a document; those whose number rises by one */
    guint documents;
    guint distinct, dense; /* different numbers; those followed by the next number somewhere */
    double one_place;      /* share of the commonest place */
    gboolean in_margin;    /* the commonest place is at the head or foot */
} Behaviour;

static gboolean
same_page (const EvxBatesSighting *a, const EvxBatesSighting *b)
{
    return a->document == b->document && a->page == b->page;
}

static void
watch_steps (const EvxCollection *collection, const Series *series, Behaviour *seen)
{
    for (guint i = 0; i < series->members->len; i++) {
        const EvxBatesSighting *this = member (collection, series, i);
        const EvxBatesSighting *before = i > 0 ? member (collection, series, i - 1) : NULL;
        gboolean again = before != NULL && same_page (this, before);
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
watch_numbers (const EvxCollection *collection, const Series *series, Behaviour *seen)
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
}

static void
watch_places (const EvxCollection *collection, Series *series, Behaviour *seen)
{
    guint places[PLACE_STEPS][PLACE_STEPS] = { 0 };
    guint best = 0, best_row = 0;
    for (guint i = 0; i < series->members->len; i++) {
        const EvxBatesSighting *this = member (collection, series, i);
        double x = this->page_width > 0
                       ? (this->bates.box.x0 + this->bates.box.x1) / 2 / this->page_width
                       : 0;
        double y = this->page_height > 0
                       ? (this->bates.box.y0 + this->bates.box.y1) / 2 / this->page_height
                       : 0;
        series->right += x / MAX (series->members->len, 1);
        guint column = (guint)(CLAMP (x, 0, 0.999) * PLACE_STEPS);
        guint row = (guint)(CLAMP (y, 0, 0.999) * PLACE_STEPS);
        if (++places[row][column] > best) {
            best = places[row][column];
            best_row = row;
        }
    }
    seen->one_place = (double)best / MAX (series->members->len, 1);
    seen->in_margin = best_row == 0 || best_row == PLACE_STEPS - 1;
}

static gboolean
has_letter (const char *text)
{
    for (; *text != '\0'; text++)
        if (g_ascii_isalpha (*text))
            return TRUE;
    return FALSE;
}

/* Numbers of one or two digits are mostly those of pages or parts: these begin anew in each document. */
static gboolean
behaves_short (const Behaviour *seen)
{
    return seen->pages >= SHORT_PAGES && seen->documents >= 2 && seen->distinct == seen->pages &&
           seen->pairs * 3 >= seen->pages && seen->steps >= SHORT_STEPS * seen->pairs &&
           seen->one_place >= ONE_PLACE;
}

static gboolean
behaves (const Series *series, const Behaviour *seen)
{
    gboolean letters = has_letter (series->prefix);
    if (letters && series->digits < LEAST_DIGITS - 1)
        return behaves_short (seen);
    if (series->digits < (letters ? LEAST_DIGITS - 1 : PADDED_DIGITS) ||
        seen->crowded > MOST_CROWDED * seen->pages)
        return FALSE;
    gboolean still = seen->distinct < MAX (ENOUGH_DISTINCT * seen->pages, MIN (seen->pages, 2));
    if (still)
        return FALSE;
    if (seen->pages == 1)
        return letters && series->digits >= PADDED_DIGITS && seen->in_margin;
    if (seen->pairs > 0 && seen->pairs * 2 >= seen->pages - 1)
        return seen->steps >= ENOUGH_STEPS * seen->pairs;
    if (seen->dense >= ENOUGH_STEPS * (seen->distinct - 1))
        return TRUE;
    gboolean wide = series->digits >= PADDED_DIGITS || (series->padded && series->digits >= LEAST_DIGITS);
    return letters && wide && seen->in_margin && seen->one_place >= ONE_PLACE && seen->steps >= ENOUGH_STEPS * seen->pairs;
}

static void
judge (const EvxCollection *collection, Series *series)
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

/* Believed series first, the larger first. Of two stamps on each page the one further right: the last to stamp takes
 * the corner where it is looked for. */
static int
compare_series (gconstpointer a, gconstpointer b)
{
    const Series *x = *(Series *const *)a, *y = *(Series *const *)b;
    if (x->believed != y->believed)
        return y->believed - x->believed;
    if (x->pages != y->pages)
        return x->pages < y->pages ? 1 : -1;
    if (x->right != y->right)
        return x->right < y->right ? 1 : -1;
    return strcmp (x->key, y->key);
}

/* ---- the number of each page ---------------------------------------------------------------- */

/* The pages of the collection that bear a candidate, in order. */
typedef struct {
    guint document, page;
    guint first, n;       /* its sightings */
    int chosen;           /* index of a sighting, or -1 */
    const Series *series; /* of the chosen one */
} Place;

static GArray *
places_of (const EvxCollection *collection)
{
    GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
    for (guint i = 0; i < collection->bates->len; i++) {
        const EvxBatesSighting *this = sighting (collection, i);
        Place *last = places->len > 0 ? &g_array_index (places, Place, places->len - 1) : NULL;
        if (last != NULL && last->document == this->document && last->page == this->page) {
            last->n++;
            continue;
        }
        Place place = { this->document, this->page, i, 1, -1, NULL };
        g_array_append_val (places, place);
    }
    return places;
}

/* The place of the same document @step pages away, if it has a number of @series. */
static const Place *
neighbour (GArray *places, guint i, int step)
{
    const Place *this = &g_array_index (places, Place, i);
    gint64 j = (gint64)i + step;
    if (j < 0 || j >= places->len)
        return NULL;
    const Place *other = &g_array_index (places, Place, j);
    gboolean beside = other->document == this->document && other->page == this->page + (guint)step;
    return beside && other->chosen >= 0 ? other : NULL;
}

static gint64
number_at (const EvxCollection *collection, const Place *place)
{
    return sighting (collection, (guint)place->chosen)->bates.number;
}

/* Chooses among the sightings of one page: the best series; within it, the number that follows the
 * page before; else the lowest on the page. */
static void
choose (const EvxCollection *collection, GArray *places, guint i, Series *const *series_of)
{
    Place *place = &g_array_index (places, Place, i);
    const Place *before = neighbour (places, i, -1);
    for (guint s = place->first; s < place->first + place->n; s++) {
        const Series *series = series_of[s];
        if (!series->believed)
            continue;
        const EvxBatesSighting *this = sighting (collection, s);
        const EvxBatesSighting *best =
            place->chosen >= 0 ? sighting (collection, (guint)place->chosen) : NULL;
        gboolean follows =
            before != NULL && number_at (collection, before) + 1 == this->bates.number;
        gboolean better =
            best == NULL || compare_series (&series, &place->series) < 0 ||
            (series == place->series && (follows || this->bates.box.y0 > best->bates.box.y0));
        if (better) {
            place->chosen = (int)s;
            place->series = series;
        }
        if (follows && series == place->series)
            break;
    }
}

static char *
print_number (const Series *series, gint64 number)
{
    return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, series->prefix, series->padded ? series->digits : 1, number);
}

static char *
without_blanks (const char *text)
{
    GString *dense = g_string_new (NULL);
    for (; *text != '\0'; text++)
        if (!g_ascii_isspace (*text))
            g_string_append_c (dense, *text);
    return g_string_free (dense, FALSE);
}

/* TRUE if @text is what OCR may have made of @printed: confusable letters, and, where @digits
 * allows, one wrong digit. */
static gboolean
may_be (const char *text, const char *printed, gboolean digits)
{
    g_autofree char *a = without_blanks (text), *b = without_blanks (printed);
    guint wrong = 0;
    if (strlen (a) != strlen (b))
        return FALSE;
    for (gsize i = 0; a[i] != '\0'; i++) {
        if (confusable (a[i]) == confusable (b[i]))
            continue;
        if (!digits || !g_ascii_isdigit (a[i]) || !g_ascii_isdigit (b[i]))
            return FALSE;
        wrong++;
    }
    return wrong <= 1;
}

/* The number that the neighbouring pages call for: both must agree where both are there. */
static gboolean
expected_number (const EvxCollection *collection, GArray *places, guint i, const Series **series,
                 gint64 *number, gboolean *both)
{
    const Place *before = neighbour (places, i, -1), *after = neighbour (places, i, 1);
    if (before == NULL && after == NULL)
        return FALSE;
    *both = before != NULL && after != NULL;
    *series = before != NULL ? before->series : after->series;
    *number =
        before != NULL ? number_at (collection, before) + 1 : number_at (collection, after) - 1;
    return !*both || (after->series == *series && number_at (collection, after) == *number + 1);
}

/* How many bytes of the text are the number: a mark like "-CONF" may stand behind it. */
static gsize
number_length (const EvxBates *bates)
{
    gsize length = strlen (bates->prefix ? bates->prefix : "") + bates->digits;
    return MIN (length, strlen (bates->text));
}

static void
correct (EvxCollection *collection, Place *place, guint s, const Series *series, gint64 number)
{
    EvxBatesSighting *this = sighting (collection, s);
    g_autofree char *printed = print_number (series, number);
    g_autofree char *reason = g_strdup_printf (
        "read as \"%s\"; the pages beside it call for %s, which differs only in what OCR mistakes",
        this->bates.text, printed);
    EvxFinding finding = evx_finding_new ("bates_corrected");
    finding.left_document = evx_collection_document (collection, place->document)->id;
    finding.left_page = (gint)place->page;
    finding.left_number = number;
    evx_finding_add (collection, finding, reason);
    g_autofree char *text = g_strconcat (printed, this->bates.text + number_length (&this->bates), NULL);
    this->bates.text = evx_collection_string (collection, text);
    this->bates.prefix = series->prefix;
    this->bates.digits = series->digits;
    this->bates.number = number;
    place->chosen = (int)s;
    place->series = series;
}

/* The number stands there as the series prints it, but for blanks and separators. */
static gboolean
is_printed (const EvxBates *bates, const char *printed)
{
    const char *at = bates->text, *end = bates->text + number_length (bates);
    for (; *printed != '\0'; printed++) {
        if (!g_ascii_isalnum (*printed))
            continue;
        while (at < end && !g_ascii_isalnum (*at))
            at++;
        if (at == end || *at++ != *printed)
            return FALSE;
    }
    return TRUE;
}

/* Mends the number of one page from the pages beside it. A born-digital stamp is believed as it
 * stands. */
static void
mend (EvxCollection *collection, GArray *places, guint i)
{
    Place *place = &g_array_index (places, Place, i);
    const Series *series = NULL;
    gint64 number = 0;
    gboolean both = FALSE;
    if (!expected_number (collection, places, i, &series, &number, &both))
        return;
    const EvxDocument *document = evx_collection_document (collection, place->document);
    gboolean scanned = g_strcmp0 (document->origin, "born_digital") != 0;
    gboolean expected = place->chosen >= 0 && place->series == series && number_at (collection, place) == number;
    g_autofree char *printed = print_number (series, number);
    if (expected && (!scanned || is_printed (&sighting (collection, (guint)place->chosen)->bates, printed)))
        return;
    for (guint s = place->first; s < place->first + place->n; s++) {
        const EvxBates *bates = &sighting (collection, s)->bates;
        g_autofree char *text = bates->text ? g_strndup (bates->text, number_length (bates)) : NULL;
        gboolean clean = place->chosen == (int)s && place->series == series && !both;
        if (text != NULL && !clean && may_be (text, printed, scanned && both)) {
            correct (collection, place, s, series, number);
            return;
        }
    }
}

/* ---- what is said of the production --------------------------------------------------------- */

typedef struct {
    gint64 number;
    guint place; /* index into places */
} Numbered;

static int
compare_numbered (gconstpointer a, gconstpointer b)
{
    const Numbered *x = a, *y = b;
    int order = (x->number > y->number) - (x->number < y->number);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static const Place *
place_of (GArray *places, const Numbered *numbered)
{
    return &g_array_index (places, Place, numbered->place);
}

static void
set_side (const EvxCollection *collection, EvxFinding *finding, const Place *place, gint64 number,
          gboolean right)
{
    const char *id = evx_collection_document (collection, place->document)->id;
    *(right ? &finding->right_document : &finding->left_document) = id;
    *(right ? &finding->right_page : &finding->left_page) = (gint)place->page;
    *(right ? &finding->right_number : &finding->left_number) = number;
}

/* Pages between two numbered pages of one document whose own number was not read fill a gap. */
static gboolean
is_filled (const Place *before, const Place *after, gint64 missing)
{
    return before->document == after->document && after->page > before->page &&
           (gint64)(after->page - before->page) - 1 >= missing;
}

static void
find_gap (EvxCollection *collection, GArray *places, const Series *series, const Numbered *before,
          const Numbered *after)
{
    const Place *left = place_of (places, before), *right = place_of (places, after);
    gint64 missing = after->number - before->number - 1;
    g_autofree char *first = print_number (series, before->number + 1);
    g_autofree char *last = print_number (series, after->number - 1);
    gboolean filled = is_filled (left, right, missing);
    EvxFinding finding = evx_finding_new (filled ? "bates_unread" : "bates_gap");
    set_side (collection, &finding, left, before->number + 1, FALSE);
    set_side (collection, &finding, right, after->number - 1, TRUE);
    g_autofree char *range =
        missing == 1 ? g_strdup (first) : g_strdup_printf ("%s to %s", first, last);
    g_autofree char *reason =
        filled
            ? g_strdup_printf (
                  "%s: by its place on a page between these two whose number was not read", range)
            : g_strdup_printf ("%s (%" G_GINT64_FORMAT " page%s) not in what was read", range,
                               missing, missing == 1 ? "" : "s");
    evx_finding_add (collection, finding, reason);
}

/* Repeats are told once for each run of numbers that two documents share. */
static guint
find_repeat (EvxCollection *collection, GArray *places, const Series *series, GArray *numbers,
             guint i)
{
    const Numbered *all = (const Numbered *)(gconstpointer)numbers->data;
    const Place *left = place_of (places, &all[i]), *right = place_of (places, &all[i + 1]);
    guint end = i;
    gint64 last = all[i].number;
    while (end + 1 < numbers->len && all[end].number == all[end + 1].number &&
           all[end].number <= last + 1 &&
           place_of (places, &all[end])->document == left->document &&
           place_of (places, &all[end + 1])->document == right->document) {
        last = all[end].number;
        end += 2;
    }
    end = MAX (end, i + 2);
    g_autofree char *from = print_number (series, all[i].number), *to = print_number (series, last);
    g_autofree char *range = last > all[i].number ? g_strdup_printf ("%s to %s stand", from, to)
                                                  : g_strdup_printf ("%s stands", from);
    g_autofree char *reason = g_strdup_printf (
        "%s on two pages: %s, page %u, and %s, page %u", range,
        evx_collection_document (collection, left->document)->file, left->page + 1,
        evx_collection_document (collection, right->document)->file, right->page + 1);
    EvxFinding finding = evx_finding_new ("bates_repeat");
    set_side (collection, &finding, left, all[i].number, FALSE);
    set_side (collection, &finding, right, all[i].number, TRUE);
    evx_finding_add (collection, finding, reason);
    return end - 1;
}

static void
find_gaps_and_repeats (EvxCollection *collection, GArray *places, const Series *series)
{
    g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (Numbered));
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index (places, Place, i);
        if (place->chosen < 0 || place->series != series)
            continue;
        Numbered numbered = { number_at (collection, place), i };
        g_array_append_val (numbers, numbered);
    }
    g_array_sort (numbers, compare_numbered);
    for (guint i = 0; i + 1 < numbers->len; i++) {
        const Numbered *this = &g_array_index (numbers, Numbered, i), *next = this + 1;
        if (next->number == this->number)
            i = find_repeat (collection, places, series, numbers, i) - 1;
        else if (next->number > this->number + 1)
            find_gap (collection, places, series, this, next);
    }
}

static void
find_disorder (EvxCollection *collection, GArray *places)
{
    for (guint i = 1; i < places->len; i++) {
        const Place *this = &g_array_index (places, Place, i), *before = this - 1;
        if (this->chosen < 0 || before->chosen < 0 || this->document != before->document ||
            this->series != before->series ||
            number_at (collection, this) >= number_at (collection, before)) /* a repeat is told as one */
            continue;
        g_autofree char *left = print_number (before->series, number_at (collection, before));
        g_autofree char *right = print_number (this->series, number_at (collection, this));
        g_autofree char *reason = g_strdup_printf ("page %u bears %s, but page %u before it %s",
                                                   this->page + 1, right, before->page + 1, left);
        EvxFinding finding = evx_finding_new ("bates_order");
        set_side (collection, &finding, before, number_at (collection, before), FALSE);
        set_side (collection, &finding, this, number_at (collection, this), TRUE);
        evx_finding_add (collection, finding, reason);
    }
}

static void
set_range (EvxCollection *collection, const EvxBatesSighting *first, const EvxBatesSighting *last)
{
    EvxDocument *document = evx_collection_document (collection, first->document);
    g_free (document->bates_first);
    g_free (document->bates_last);
    document->bates_first = g_strdup (first->bates.text);
    document->bates_last = g_strdup (last->bates.text);
}

/* The least and the greatest number of the series that the document's first numbered page bears. */
static void
set_ranges (EvxCollection *collection, GArray *places)
{
    for (guint i = 0; i < places->len;) {
        const EvxBatesSighting *first = NULL, *last = NULL;
        const Series *series = NULL;
        guint document = g_array_index (places, Place, i).document;
        for (; i < places->len && g_array_index (places, Place, i).document == document; i++) {
            const Place *place = &g_array_index (places, Place, i);
            if (place->chosen < 0 || (series != NULL && place->series != series))
                continue;
            const EvxBatesSighting *this = sighting (collection, (guint)place->chosen);
            series = place->series;
            first = first == NULL || this->bates.number < first->bates.number ? this : first;
            last = last == NULL || this->bates.number > last->bates.number ? this : last;
        }
        if (first != NULL)
            set_range (collection, first, last);
    }
}

static void
mark_chosen (EvxCollection *collection, GArray *places)
{
    for (guint i = 0; i < collection->bates->len; i++)
        sighting (collection, i)->bates.chosen = FALSE;
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index (places, Place, i);
        if (place->chosen >= 0)
            sighting (collection, (guint)place->chosen)->bates.chosen = TRUE;
    }
}

void
evx_relate_sequence (EvxCollection *collection)
{
    g_autoptr (GPtrArray) all = sort_into_series (collection);
    g_autofree Series **series_of = g_new0 (Series *, collection->bates->len + 1);
    for (guint i = 0; i < all->len; i++) {
        Series *series = all->pdata[i];
        judge (collection, series);
        for (guint j = 0; j < series->members->len; j++)
            series_of[g_array_index (series->members, guint, j)] = series;
    }
    g_ptr_array_sort (all, compare_series);
    g_autoptr (GArray) places = places_of (collection);
    for (guint i = 0; i < places->len; i++)
        choose (collection, places, i, series_of);
    for (guint i = 0; i < places->len; i++)
        mend (collection, places, i);
    mark_chosen (collection, places);
    set_ranges (collection, places);
    for (guint i = 0; i < all->len && ((Series *)all->pdata[i])->believed; i++)
        find_gaps_and_repeats (collection, places, all->pdata[i]);
    find_disorder (collection, places);
}
