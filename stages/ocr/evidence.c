/* The figures behind the reading decision: from the text layer and the pictures, from a rendering of
 * the page, and from a few lines recognised for comparison. */
#include "ocr-internal.h"

#include <math.h>
#include <string.h>

static const EvxWord *
word_at (const EvxPage *page, guint i)
{
    return &g_array_index (page->words, EvxWord, i);
}

static guint
characters (const EvxPage *page, const EvxWord *word)
{
    return (guint) g_utf8_strlen (page->text->str + word->start, word->length);
}

static double
figure (const EvxPage *page, const char *name, double otherwise)
{
    for (guint i = 0; i < page->figures->len; i++) {
        const EvxFigure *known = &g_array_index (page->figures, EvxFigure, i);
        if (strcmp (known->name, name) == 0)
            return known->value;
    }
    return otherwise;
}

/* Share of the page under pictures, on a grid of 64 x 64: pictures overlap, and there may be 50,000. */
static double
picture_share (const EvxPage *page)
{
    enum { GRID = 64 };
    guint8 covered[GRID][GRID] = { 0 };
    guint n = 0;
    double cell_x = page->width / GRID, cell_y = page->height / GRID;
    for (guint i = 0; i < page->pictures->len; i++) {
        EvxBox box = g_array_index (page->pictures, EvxPicture, i).box;
        int x0 = (int) ceil (CLAMP (box.x0 / cell_x - 0.5, 0, GRID));
        int x1 = (int) ceil (CLAMP (box.x1 / cell_x - 0.5, 0, GRID));
        int y0 = (int) ceil (CLAMP (box.y0 / cell_y - 0.5, 0, GRID));
        int y1 = (int) ceil (CLAMP (box.y1 / cell_y - 0.5, 0, GRID));
        for (int y = y0; y < y1; y++)
            memset (&covered[y][x0], 1, x1 > x0 ? (gsize) (x1 - x0) : 0);
    }
    for (int y = 0; y < GRID; y++)
        for (int x = 0; x < GRID; x++)
            n += covered[y][x];
    return (double) n / (GRID * GRID);
}

EvxEvidence
evx_ocr_evidence (const EvxPage *page)
{
    EvxEvidence e = { .image_area = picture_share (page) };
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = word_at (page, i);
        guint *sum = word->flags & EVX_WORD_HIDDEN ? &e.hidden : &e.visible;
        *sum += characters (page, word);
    }
    double plausible = figure (page, "plausible", 1);
    e.doubtful = MAX (figure (page, "unmapped_share", 0), 1 - plausible);
    e.complaints = (guint) figure (page, "complaints", 0);
    e.odd = (guint) figure (page, "odd_words", 0);
    e.unread = (guint) figure (page, "unread_letters", 0);
    return e;
}

/* ---- a look at the page ---------------------------------------------------------------------------- */

static void
hide_words (PIX *gray, double dpi, const EvxPage *page, guint16 flags_not)
{
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = word_at (page, i);
        if (word->flags & flags_not)
            continue;
        EvxBox box = { word->box.x0 - 1, word->box.y0 - 1, word->box.x1 + 1, word->box.y1 + 1 };
        evx_image_fill (gray, evx_box_to_px (box, dpi), 255);
    }
}

gboolean
evx_ocr_is_ground (const EvxPicture *picture, const EvxPage *page)
{
    return evx_box_covered ((EvxBox) { 0, 0, page->width, page->height }, picture->box) >= EVX_MOST_OF_PAGE;
}

static gboolean
has_ground (const EvxPage *page)
{
    gboolean found = FALSE;
    for (guint i = 0; !found && i < page->pictures->len; i++)
        found = evx_ocr_is_ground (&g_array_index (page->pictures, EvxPicture, i), page);
    return found;
}

static void
hide_pictures (PIX *gray, double dpi, const EvxPage *page, gboolean ground_too)
{
    for (guint i = 0; i < page->pictures->len; i++) {
        const EvxPicture *picture = &g_array_index (page->pictures, EvxPicture, i);
        if (ground_too || !evx_ocr_is_ground (picture, page))
            evx_image_fill (gray, evx_box_to_px (picture->box, dpi), 255);
    }
}

/* Rows of writing; where there are next to none, those that run up or down count: a sheet that lay
 * sideways in the scanner. */
static EvxWriting
writing_either_way (PIX *gray, double dpi)
{
    EvxWriting writing = evx_image_writing (gray, dpi);
    if (writing.characters >= EVX_FEW_MARKS || writing.marks < EVX_FEW_MARKS)
        return writing;
    g_autoptr (PIX) turned = evx_image_turn (gray, 90);
    EvxWriting sideways = turned ? evx_image_writing (turned, dpi) : writing;
    return sideways.characters > writing.characters ? sideways : writing;
}

void
evx_ocr_look (EvxEvidence *e, const EvxPage *page, PIX *gray, double dpi, PIX *picture,
              double picture_dpi)
{
    EvxWriting whole = writing_either_way (gray, dpi);
    e->looked = TRUE;
    e->ink = whole.ink;
    e->marks = whole.marks;
    e->loose = whole.characters;
    e->in_image = picture ? writing_either_way (picture, picture_dpi).characters : whole.characters;
    if (e->visible > 0) {
        g_autoptr (PIX) rest = pixCopy (NULL, gray);
        if (rest == NULL)
            return;
        hide_words (rest, dpi, page, EVX_WORD_HIDDEN);
        e->loose = writing_either_way (rest, dpi).characters;
        if (e->loose > 0 && has_ground (page)) {
            hide_pictures (rest, dpi, page, FALSE);
            e->loose_on_ground = writing_either_way (rest, dpi).characters;
        } else {
            e->loose_on_ground = e->loose; /* strips and tiles of one scan, or no picture at all */
        }
        hide_pictures (rest, dpi, page, TRUE);
        guint outside = e->loose > 0 ? writing_either_way (rest, dpi).characters : 0;
        e->loose_in_pictures = e->loose - MIN (outside, e->loose);
    }
}

/* ---- a few lines for comparison ---------------------------------------------------------------------- */

/* The stretch of consecutive words that stand on one line with word @from. */
static EvxBox
line_around (const EvxPage *page, guint at)
{
    EvxBox line = word_at (page, at)->box;
    double height = evx_box_height (line);
    for (int step = -1; step <= 1; step += 2)
        for (gint64 i = (gint64) at + step; i >= 0 && i < page->words->len; i += step) {
            EvxBox box = word_at (page, (guint) i)->box;
            if (evx_box_y_overlap (line, box) < 0.5 * MIN (height, evx_box_height (box)) ||
                evx_box_height (box) > 2 * height)
                break;
            line = evx_box_union (line, box);
        }
    return line;
}

static gboolean
is_comparable (const EvxPage *page, const EvxWord *word)
{
    return characters (page, word) >= 3;
}

/* Indexes of the words that have all of @flags. */
static GArray *
words_with (const EvxPage *page, guint flags)
{
    GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (guint), page->words->len);
    for (guint i = 0; i < page->words->len; i++)
        if ((word_at (page, i)->flags & flags) == flags)
            g_array_append_val (words, i);
    return words;
}

GArray *
evx_ocr_probe_lines (const EvxPage *page, guint flags)
{
    GArray *lines = g_array_new (FALSE, FALSE, sizeof (EvxBox));
    g_autoptr (GArray) words = words_with (page, flags);
    EvxBox sheet = { 0, 0, page->width, page->height };
    for (guint k = 0; k < 3 && words->len > 0; k++) {
        guint at = words->len * (2 * k + 1) / 6;
        guint end = words->len * (k + 1) / 3;
        while (at + 1 < end && !is_comparable (page, word_at (page, g_array_index (words, guint, at))))
            at++;
        EvxBox line = evx_box_intersection (line_around (page, g_array_index (words, guint, at)), sheet);
        gboolean is_new = !evx_box_is_empty (line);
        for (guint j = 0; j < lines->len; j++)
            is_new = is_new && evx_box_covered (line, g_array_index (lines, EvxBox, j)) < 0.5;
        if (is_new)
            g_array_append_val (lines, line);
    }
    return lines;
}

/* Letters and digits in lower case; NULL if fewer than three. */
static char *
plain (const EvxPage *page, const EvxWord *word)
{
    GString *text = g_string_new (NULL);
    const char *end = page->text->str + word->start + word->length;
    for (const char *c = page->text->str + word->start; c < end; c = g_utf8_next_char (c)) {
        gunichar letter = g_utf8_get_char (c);
        if (g_unichar_isalnum (letter))
            g_string_append_unichar (text, g_unichar_tolower (letter));
    }
    return g_string_free (text, text->len < 3);
}

/* How many bytes have to be changed, put in or left out (Levenshtein). */
static guint
distance (const char *a, const char *b)
{
    enum { LONGEST = 64 };
    guint row[LONGEST + 1], n = (guint) strlen (b);
    if (n > LONGEST)
        return G_MAXUINT;
    for (guint j = 0; j <= n; j++)
        row[j] = j;
    for (guint i = 0; a[i] != '\0'; i++) {
        guint corner = row[0]++;
        for (guint j = 0; j < n; j++) {
            guint changed = corner + (a[i] != b[j]);
            corner = row[j + 1];
            row[j + 1] = MIN (changed, MIN (corner, row[j]) + 1);
        }
    }
    return row[n];
}

/* Codes are read with a wrong letter now and then; a map that lies gets hardly one right. */
static gboolean
is_like (const char *text, GHashTable *seen)
{
    GHashTableIter iter;
    gpointer other;
    g_hash_table_iter_init (&iter, seen);
    while (g_hash_table_iter_next (&iter, &other, NULL))
        if (3 * distance (text, other) <= strlen (text))
            return TRUE;
    return FALSE;
}

double
evx_ocr_agreement (const EvxPage *page, EvxBox line, guint flags, const EvxPage *read, guint *n_words)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    guint same = 0;
    for (guint i = 0; i < read->words->len; i++) {
        char *text = plain (read, word_at (read, i));
        if (text != NULL)
            g_hash_table_add (seen, text);
    }
    *n_words = 0;
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = word_at (page, i);
        if ((word->flags & flags) != flags || evx_box_covered (word->box, line) < 0.6)
            continue;
        g_autofree char *text = plain (page, word);
        if (text == NULL)
            continue;
        *n_words += 1;
        same += g_hash_table_contains (seen, text) || (flags & EVX_WORD_ODD && is_like (text, seen));
    }
    return *n_words > 0 ? (double) same / *n_words : 0;
}
