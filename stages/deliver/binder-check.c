/* The proof of a binder: read again with a reader that had no part in writing it. */
#include "binder.h"

#include <math.h>
#include <string.h>

#define NEAR_PT 2.0 /* fonts that are not embedded are drawn with a substitute of almost the same size */

static gboolean
is_inside (EvxBox inner, EvxBox outer)
{
    double x = (inner.x0 + inner.x1) / 2, y = (inner.y0 + inner.y1) / 2;
    return x >= outer.x0 - NEAR_PT && x <= outer.x1 + NEAR_PT && y >= outer.y0 - NEAR_PT &&
           y <= outer.y1 + NEAR_PT;
}

/* The words whose centre lies in @box, joined by one blank, in the order of the text layer. */
static char *
words_in (const EvxPage *page, EvxBox box)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (!is_inside (word->box, box))
            continue;
        if (text->len > 0)
            g_string_append_c (text, ' ');
        g_string_append_len (text, page->text->str + word->start, word->length);
    }
    return g_string_free (text, FALSE);
}

static EvxPage *
read_page (EvxPdf *pdf, guint index, GError **error)
{
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, index, error);
    if (page == NULL || !evx_pdf_words (pdf, page, error))
        return NULL;
    return g_steal_pointer (&page);
}

static gboolean
breach (const EvxBinderPlace *place, const char *what, GError **error)
{
    g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL,
                 "page %u of the binder (%s) does not hold: %s; the binder was not written",
                 place->binder_page + 1, place->label, what);
    return FALSE;
}

/* Labels print the words in a fixed-width font, so blanks may be read as one. */
static gboolean
label_stands (const EvxPage *page, const EvxBinderPlace *place)
{
    g_autofree char *found = words_in (page, place->label_box);
    g_autofree char *label = g_str_to_ascii (place->label, "C");
    return strstr (found, label) != NULL && (!place->stamp || strstr (found, place->stamp) != NULL);
}

static gboolean
marks_stand (const EvxPage *page, const EvxPage *source, const GArray *marks)
{
    for (guint i = 0; i < marks->len; i++) {
        EvxBox box = g_array_index (marks, EvxBinderMark, i).box;
        g_autofree char *here = words_in (page, box);
        g_autofree char *there = words_in (source, box);
        if (strcmp (here, there) != 0)
            return FALSE;
    }
    return TRUE;
}

static const EvxBinderPage *
page_of (const EvxBinderExhibit *exhibit, guint index)
{
    for (guint i = 0; i < exhibit->pages->len; i++)
        if (g_array_index (exhibit->pages, EvxBinderPage, i).page == index)
            return &g_array_index (exhibit->pages, EvxBinderPage, i);
    return NULL;
}

static gboolean
check_place (EvxPdf *binder, EvxPdf *source, const EvxBinderExhibit *exhibit,
             const EvxBinderPlace *place, GError **error)
{
    g_autoptr (EvxPage) page = read_page (binder, place->binder_page, error);
    g_autoptr (EvxPage) original = page ? read_page (source, place->page, error) : NULL;
    const EvxBinderPage *wanted = page_of (exhibit, place->page);
    if (original == NULL)
        return FALSE;
    if (!label_stands (page, place))
        return breach (place, "its label cannot be read where it was printed", error);
    if (fabs (page->width - original->width) > 0.5)
        return breach (place, "its width changed", error);
    if (wanted == NULL || !marks_stand (page, original, wanted->marks))
        return breach (place, "the words under a highlight are not those of the source", error);
    if (evx_pdf_n_highlights (binder, place->binder_page) < wanted->marks->len)
        return breach (place, "a highlight is missing", error);
    return TRUE;
}

gboolean
evx_binder_check (GBytes *bytes, GPtrArray *exhibits, const GArray *places, GError **error)
{
    g_autoptr (EvxPdf) binder = evx_pdf_open (bytes, NULL, error);
    g_autoptr (EvxPdf) source = NULL;
    for (guint i = 0; binder != NULL && i < places->len; i++) {
        const EvxBinderPlace *place = &g_array_index (places, EvxBinderPlace, i);
        const EvxBinderExhibit *exhibit = exhibits->pdata[place->exhibit];
        if (i == 0 || place->exhibit != g_array_index (places, EvxBinderPlace, i - 1).exhibit) {
            g_clear_pointer (&source, evx_pdf_close);
            source = evx_pdf_open (exhibit->bytes, NULL, error);
        }
        if (source == NULL || !check_place (binder, source, exhibit, place, error))
            return FALSE;
    }
    return binder != NULL;
}
