/* The Bates number of each page. Series that are believed (series.c) give each page its number;
 * then the pages beside it mend what OCR misread, and gaps, repeats and pages out of order are
 * told. */
#include "relate-internal.h"

#include "series.h"

#include <string.h>

static EvxBatesSighting *
sighting (const EvxCollection *collection, guint i)
{
    return &g_array_index (collection->bates, EvxBatesSighting, i);
}

/* ---- the number of each page ---------------------------------------------------------------- */

/* The pages of the collection that bear a candidate, in order. */
typedef struct {
    guint document, page;
    guint first, n;          /* its sightings */
    int chosen;              /* index of a sighting, or -1 */
    const EvxSeries *series; /* of the chosen one */
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
choose (const EvxCollection *collection, GArray *places, guint i, EvxSeries *const *series_of)
{
    Place *place = &g_array_index (places, Place, i);
    const Place *before = neighbour (places, i, -1);
    for (guint s = place->first; s < place->first + place->n; s++) {
        const EvxSeries *series = series_of[s];
        if (!series->believed)
            continue;
        const EvxBatesSighting *this = sighting (collection, s);
        const EvxBatesSighting *best =
            place->chosen >= 0 ? sighting (collection, (guint)place->chosen) : NULL;
        gboolean follows =
            before != NULL && number_at (collection, before) + 1 == this->bates.number;
        gboolean better =
            best == NULL || evx_series_compare (&series, &place->series) < 0 ||
            (series == place->series && (follows || this->bates.box.y0 > best->bates.box.y0));
        if (better) {
            place->chosen = (int)s;
            place->series = series;
        }
        if (follows && series == place->series)
            break;
    }
}

/* Letters and digits alone, those that OCR mistakes for each other made one. */
static char *
bare (const char *text)
{
    GString *dense = g_string_new (NULL);
    for (; *text != '\0'; text++)
        if (g_ascii_isalnum (*text))
            g_string_append_c (dense, evx_series_confusable (*text));
    return g_string_free (dense, FALSE);
}

/* TRUE if @text is what OCR may have made of @printed: letters and digits that it confuses and,
 * with @slip, one sign that is another, too many or lost. */
static gboolean
may_be (const char *text, const char *printed, gboolean slip)
{
    g_autofree char *a = bare (text), *b = bare (printed);
    gsize head = 0, tail = 0, n = strlen (a), m = strlen (b);
    while (head < MIN (n, m) && a[head] == b[head])
        head++;
    while (tail < MIN (n, m) - head && a[n - tail - 1] == b[m - tail - 1])
        tail++;
    return MAX (n, m) - head - tail <= (slip ? 1 : 0);
}

/* The number that the neighbouring pages call for: both must agree where both are there. */
static gboolean
expected_number (const EvxCollection *collection, GArray *places, guint i, const EvxSeries **series,
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
correct (EvxCollection *collection, Place *place, guint s, const EvxSeries *series, gint64 number)
{
    EvxBatesSighting *this = sighting (collection, s);
    g_autofree char *printed = evx_series_print (series, number);
    g_autofree char *reason = g_strdup_printf (
        "read as \"%s\"; the %s for %s, which differs only in what OCR mistakes", this->bates.text,
        this->bates.number == number ? "others of its prefix call" : "pages beside it call",
        printed);
    EvxFinding finding = evx_finding_new ("bates_corrected");
    finding.left_document = evx_collection_document (collection, place->document)->id;
    finding.left_page = (gint)place->page;
    finding.left_number = number;
    evx_finding_add (collection, finding, reason);
    g_autofree char *text =
        g_strconcat (printed, this->bates.text + number_length (&this->bates), NULL);
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

/* The number stands on the page before or behind too: rather a repeat beside a gap than a slip. */
static gboolean
is_repeat (const EvxCollection *collection, GArray *places, guint i)
{
    const Place *this = &g_array_index (places, Place, i),
                *beside[] = { neighbour (places, i, -1), neighbour (places, i, 1) };
    for (guint k = 0; k < G_N_ELEMENTS (beside); k++)
        if (beside[k] != NULL && beside[k]->series == this->series &&
            number_at (collection, beside[k]) == number_at (collection, this))
            return TRUE;
    return FALSE;
}

/* Mends the number of one page from the pages beside it. A born-digital stamp is believed as it
 * stands. */
static void
mend (EvxCollection *collection, GArray *places, guint i)
{
    Place *place = &g_array_index (places, Place, i);
    const EvxSeries *series = NULL;
    gint64 number = 0;
    gboolean both = FALSE;
    if (!expected_number (collection, places, i, &series, &number, &both))
        return;
    const EvxDocument *document = evx_collection_document (collection, place->document);
    gboolean scanned = g_strcmp0 (document->origin, "born_digital") != 0;
    gboolean expected =
        place->chosen >= 0 && place->series == series && number_at (collection, place) == number;
    g_autofree char *printed = evx_series_print (series, number);
    if (expected &&
        (!scanned || is_printed (&sighting (collection, (guint)place->chosen)->bates, printed)))
        return;
    for (guint s = place->first; s < place->first + place->n; s++) {
        const EvxBates *bates = &sighting (collection, s)->bates;
        g_autofree char *text = bates->text ? g_strndup (bates->text, number_length (bates)) : NULL;
        gboolean clean = place->chosen == (int)s && place->series == series &&
                         bates->number != number && (!both || is_repeat (collection, places, i));
        if (text != NULL && !clean &&
            may_be (text, printed, scanned && (both || bates->number == number))) {
            correct (collection, place, s, series, number);
            return;
        }
    }
}

/* A number that is right but printed as no other of its series: a slip in its prefix or in the
 * zeros before it. */
static void
mend_form (EvxCollection *collection, Place *place)
{
    const EvxSeries *series = place->series;
    const EvxDocument *document = evx_collection_document (collection, place->document);
    if (place->chosen < 0 || !series->sure || g_strcmp0 (document->origin, "born_digital") == 0)
        return;
    const EvxBates *bates = &sighting (collection, (guint)place->chosen)->bates;
    g_autofree char *printed = evx_series_print (series, bates->number);
    if (!is_printed (bates, printed))
        correct (collection, place, (guint)place->chosen, series, bates->number);
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
find_gap (EvxCollection *collection, GArray *places, const EvxSeries *series,
          const Numbered *before, const Numbered *after)
{
    const Place *left = place_of (places, before), *right = place_of (places, after);
    gint64 missing = after->number - before->number - 1;
    g_autofree char *first = evx_series_print (series, before->number + 1);
    g_autofree char *last = evx_series_print (series, after->number - 1);
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
find_repeat (EvxCollection *collection, GArray *places, const EvxSeries *series, GArray *numbers,
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
    g_autofree char *from = evx_series_print (series, all[i].number),
                    *to = evx_series_print (series, last);
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
find_gaps_and_repeats (EvxCollection *collection, GArray *places, const EvxSeries *series)
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

/* The page of the same document before @i that bears a number of the same series; NULL if none
 * does. */
static const Place *
numbered_before (GArray *places, guint i)
{
    const Place *this = &g_array_index (places, Place, i);
    while (i-- > 0 && g_array_index (places, Place, i).document == this->document) {
        const Place *before = &g_array_index (places, Place, i);
        if (before->chosen >= 0 && before->series == this->series)
            return before;
    }
    return NULL;
}

static void
find_disorder (EvxCollection *collection, GArray *places)
{
    for (guint i = 1; i < places->len; i++) {
        const Place *this = &g_array_index (places, Place, i);
        const Place *before = this->chosen >= 0 ? numbered_before (places, i) : NULL;
        if (before == NULL || number_at (collection, this) >=
                                  number_at (collection, before)) /* a repeat is told as one */
            continue;
        g_autofree char *left = evx_series_print (before->series, number_at (collection, before));
        g_autofree char *right = evx_series_print (this->series, number_at (collection, this));
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
        const EvxSeries *series = NULL;
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
    g_autoptr (GPtrArray) all = evx_series_of (collection);
    g_autofree EvxSeries **series_of = g_new0 (EvxSeries *, collection->bates->len + 1);
    for (guint i = 0; i < all->len; i++) {
        EvxSeries *series = all->pdata[i];
        for (guint j = 0; j < series->members->len; j++)
            series_of[g_array_index (series->members, guint, j)] = series;
    }
    g_autoptr (GArray) places = places_of (collection);
    for (guint i = 0; i < places->len; i++)
        choose (collection, places, i, series_of);
    for (guint i = 0; i < places->len; i++)
        mend (collection, places, i);
    for (guint i = 0; i < places->len; i++)
        mend_form (collection, &g_array_index (places, Place, i));
    mark_chosen (collection, places);
    set_ranges (collection, places);
    for (guint i = 0; i < all->len && ((EvxSeries *)all->pdata[i])->believed; i++)
        find_gaps_and_repeats (collection, places, all->pdata[i]);
    find_disorder (collection, places);
}
