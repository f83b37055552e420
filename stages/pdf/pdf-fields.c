/* Words that people put on a page after it was made: what is filled into a form's fields, and free text
 * notes. Poppler draws them but its text of the page leaves them out, so they are placed here: in lines
 * from the top of their box, at the size that fits, as wide as common text is. Check boxes become words too.
 * Source: ISO 32000-1, 12.5.6.6 (free text annotations), 12.7.4.3 and 12.7.4.4 (text and choice fields). */
#include "pdf-internal.h"

#include <string.h>

#define LARGEST_PT 12.0 /* the font size that forms mostly have */
#define LEADING 1.2
#define CHARACTER_EM 0.5 /* mean width of a character of Helvetica in English, in font sizes */

/* Something stands there already: the field was flattened into the page and kept besides. */
static gboolean
is_taken (const EvxPage *page, EvxBox box, guint first)
{
    for (guint i = first; i < page->words->len; i++)
        if (evx_box_covered (g_array_index (page->words, EvxWord, i).box, box) > 0.7)
            return TRUE;
    return FALSE;
}

/* The words of one line that begins at (x0, y0). */
static void
add_line (EvxPage *page, const char *line, EvxBox box, double size)
{
    double x = box.x0, room = evx_box_width (box), wide = CHARACTER_EM * size;
    glong n = g_utf8_strlen (line, -1);
    if (n * wide > room)
        wide = room / (double) n;
    g_auto (GStrv) words = g_strsplit_set (line, " \t", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        double end = x + wide * (double) g_utf8_strlen (words[i], -1);
        EvxBox at = { x, box.y0, end, box.y1 };
        EvxWord *word = *words[i] != '\0' ? evx_page_add_word (page, words[i], -1, at, 1, EVX_ORIGIN_TEXT) : NULL;
        if (word != NULL)
            word->font_size = (float) size;
        x = end + wide;
    }
}

static void
add_text (EvxPage *page, const char *text, EvxBox box, guint first)
{
    EvxBox paper = { 0, 0, page->width, page->height };
    box = evx_box_intersection (box, paper);
    if (text == NULL || *text == '\0' || evx_box_is_empty (box) || is_taken (page, box, first))
        return;
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    g_auto (GStrv) lines = g_strsplit_set (g_strchomp (g_strdelimit (valid, "\r", '\n')), "\n", -1);
    guint n = g_strv_length (lines);
    double size = MIN (LARGEST_PT, evx_box_height (box) / (n * LEADING));
    double top = n == 1 ? (box.y0 + box.y1 - size * LEADING) / 2 : box.y0;
    for (guint i = 0; i < n; i++) {
        EvxBox line = { box.x0, top + i * size * LEADING, box.x1, top + i * size * LEADING + size };
        add_line (page, lines[i], line, size);
    }
}

/* ---- fields ------------------------------------------------------------------------------------------ */

/* Returns: (transfer full) (nullable): the choices that are made, a line each. */
static char *
chosen (PopplerFormField *field)
{
    char *typed = poppler_form_field_choice_is_editable (field) ? poppler_form_field_choice_get_text (field) : NULL;
    if (typed != NULL && *typed != '\0')
        return typed;
    g_free (typed);
    g_autoptr (GString) all = g_string_new (NULL);
    int n = poppler_form_field_choice_get_n_items (field);
    for (int i = 0; i < n; i++) {
        g_autofree char *item =
            poppler_form_field_choice_is_item_selected (field, i) ? poppler_form_field_choice_get_item (field, i) : NULL;
        if (item != NULL)
            g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", item);
    }
    return g_strdup (all->str);
}

static char *
value_of (PopplerFormField *field)
{
    switch (poppler_form_field_get_field_type (field)) {
    case POPPLER_FORM_FIELD_TEXT:
        return poppler_form_field_text_is_password (field) ? NULL : poppler_form_field_text_get_text (field);
    case POPPLER_FORM_FIELD_CHOICE:
        return chosen (field);
    default:
        return NULL;
    }
}

EvxBox
evx_pdf_field_box (const EvxPage *page, const PopplerRectangle *area)
{
    gboolean sideways = page->rotation % 180 != 0;
    double width = sideways ? page->height : page->width;
    double height = sideways ? page->width : page->height;
    EvxBox box = { area->x1, height - area->y2, area->x2, height - area->y1 };
    return evx_box_turn (evx_box_round (box), width, height, page->rotation);
}

/* ---- notes ------------------------------------------------------------------------------------------- */

static gboolean
is_shown_text (PopplerAnnot *annot)
{
    const guint hidden = POPPLER_ANNOT_FLAG_HIDDEN | POPPLER_ANNOT_FLAG_NO_VIEW;
    return poppler_annot_get_annot_type (annot) == POPPLER_ANNOT_FREE_TEXT &&
           (poppler_annot_get_flags (annot) & hidden) == 0;
}

static void
add_notes (PopplerPage *from, EvxPage *page, guint first)
{
    GList *annots = g_list_reverse (poppler_page_get_annot_mapping (from)); /* as in the file */
    for (GList *l = annots; l != NULL; l = l->next) {
        const PopplerAnnotMapping *mapping = l->data;
        if (!is_shown_text (mapping->annot))
            continue;
        const PopplerRectangle *area = &mapping->area; /* of the page as shown, y up */
        EvxBox box = { area->x1, page->height - area->y2, area->x2, page->height - area->y1 };
        g_autofree char *text = poppler_annot_get_contents (mapping->annot);
        add_text (page, text, evx_box_round (box), first);
    }
    poppler_page_free_annot_mapping (annots);
}

void
evx_pdf_add_filled (PopplerPage *from, EvxPage *page, guint first)
{
    GList *fields = g_list_reverse (poppler_page_get_form_field_mapping (from));
    for (GList *l = fields; l != NULL; l = l->next) {
        PopplerFormFieldMapping *mapping = l->data;
        g_autofree char *text = value_of (mapping->field);
        add_text (page, text, evx_pdf_field_box (page, &mapping->area), first);
    }
    poppler_page_free_form_field_mapping (fields);
    add_notes (from, page, first);
}

/* ---- check boxes --------------------------------------------------------------------------------- */

static gboolean
is_tickable (PopplerFormField *field)
{
    if (poppler_form_field_get_field_type (field) != POPPLER_FORM_FIELD_BUTTON)
        return FALSE;
    PopplerFormButtonType type = poppler_form_field_button_get_button_type (field);
    return type == POPPLER_FORM_BUTTON_CHECK || type == POPPLER_FORM_BUTTON_RADIO;
}

/* A ticked field draws its tick as a glyph, which poppler reads as a word of its own ("4", "✔"). */
static void
drop_words_in (EvxPage *page, EvxBox box, guint first)
{
    guint kept = first;
    for (guint i = first; i < page->words->len; i++) {
        EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->length <= 4 && evx_box_covered (word->box, box) > 0.7)
            continue;
        g_array_index (page->words, EvxWord, kept++) = *word;
    }
    g_array_set_size (page->words, kept);
}

void
evx_pdf_add_check_boxes (PopplerPage *from, EvxPage *page, guint first)
{
    GList *fields = g_list_reverse (poppler_page_get_form_field_mapping (from)); /* as in the file */
    for (GList *l = fields; l != NULL && page->words->len < EVX_MAX_WORDS; l = l->next) {
        PopplerFormFieldMapping *mapping = l->data;
        if (!is_tickable (mapping->field))
            continue;
        EvxBox box = evx_pdf_on_page (page, evx_pdf_field_box (page, &mapping->area));
        if (evx_box_is_empty (box))
            continue;
        gboolean ticked = poppler_form_field_button_get_state (mapping->field);
        drop_words_in (page, box, first);
        EvxWord *word = evx_page_add_word (page, ticked ? "[x]" : "[]", -1, box, 1, EVX_ORIGIN_TEXT);
        if (word != NULL)
            word->flags |= ticked ? EVX_WORD_CHECKED : EVX_WORD_UNCHECKED;
    }
    poppler_page_free_form_field_mapping (fields);
}
