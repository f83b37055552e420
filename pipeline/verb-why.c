/* evidex why: how one page was read, and the figures behind that decision, in plain words. */
#include "open.h"

#include <errno.h>
#include <string.h>

/* What the figures of a page mean. A figure that is not here is printed by its name. */
static const struct {
    const char *name, *meaning;
} figures[] = {
    { "words", "words in the text layer" },
    { "chars", "characters in the text layer" },
    { "plausible", "share of the text layer's words that look like words" },
    { "hidden_share", "share of the text layer that is invisible (somebody's OCR)" },
    { "unmapped_share", "share of its letters whose meaning the file does not give" },
    { "odd_words", "words of it in fonts of which hardly a word looks like one" },
    { "unread_letters", "letters that show where no word of the text layer stands" },
    { "text_area", "share of the page that the text layer covers" },
    { "text_outside_margins", "share of the text layer that stands in the body, not in the margins" },
    { "image_area", "share of the page that pictures cover" },
    { "ink", "share of the page that is dark" },
    { "marks_outside_text", "marks that no word of the text layer accounts for" },
    { "marks_outside_text_in_pictures", "such marks within pictures" },
    { "layer_agreement", "agreement of the text layer with a sample of the picture" },
    { "ocr_confidence", "mean confidence of the OCR" },
    { "ocr_words", "words that the OCR read" },
    { "ocr_dpi", "resolution at which it read, dots per inch" },
    { "skew_deg", "slant of the scan, degrees" },
    { "turned", "turn needed to read it, degrees clockwise" },
    { "complaints", "times the PDF library complained about damage" },
};

static const char *
meaning_of (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
        if (strcmp (figures[i].name, name) == 0)
            return figures[i].meaning;
    return "";
}

static const char *
in_words (EvxReading reading)
{
    switch (reading) {
    case EVX_READING_TEXT:
        return "Read from the text layer of the file.";
    case EVX_READING_OCR:
        return "Recognised (OCR) from its picture.";
    case EVX_READING_REGION:
        return "Read from the text layer; its pictures were recognised (OCR).";
    case EVX_READING_BLANK:
        return "Blank: nothing to read on it.";
    case EVX_READING_FAILED:
        return "Could not be read.";
    default:
        return "Not read yet.";
    }
}

static guint
count_redactions (const EvxPage *page, EvxRedactionKind kind)
{
    guint n = 0;
    for (guint i = 0; i < page->redactions->len; i++)
        n += g_array_index (page->redactions, EvxRedaction, i).kind == kind;
    return n;
}

static const char *
chosen_bates (const EvxPage *page)
{
    for (guint i = 0; i < page->bates->len; i++)
        if (g_array_index (page->bates, EvxBates, i).chosen)
            return g_array_index (page->bates, EvxBates, i).text;
    return NULL;
}

static void
print_found (const EvxPage *page)
{
    g_print ("\nOn it: %u words (mean confidence %.2f), %u lines, %u table%s, %u mention%s.\n",
             page->words->len, evx_page_confidence (page), page->lines->len, page->tables->len,
             page->tables->len == 1 ? "" : "s", page->mentions->len, page->mentions->len == 1 ? "" : "s");
    guint hidden = count_redactions (page, EVX_REDACTION_INEFFECTIVE);
    if (page->redactions->len > 0)
        g_print ("Redactions: %u.\n", page->redactions->len);
    if (hidden > 0)
        g_print ("Of these, %u fail to hide the text under them; handle the page with care.\n", hidden);
    if (page->bates->len > 0) {
        const char *bates = chosen_bates (page);
        g_autofree char *shown = evx_verb_printable (bates != NULL ? bates : "");
        g_print ("%s%s%s\n", bates != NULL ? "Bates number: " : "Something like a Bates number stands on it, "
                 "but no sequence confirms it.", shown, bates != NULL ? "." : "");
    }
}

static void
print_page (const char *file, const EvxPage *page)
{
    g_autofree char *shown = evx_verb_printable (file);
    g_autofree char *label = page->label != NULL ? evx_verb_printable (page->label) : NULL;
    g_print ("%s, page %u%s%s%s, %.0f x %.0f pt\n", shown, page->index + 1, label != NULL ? " (\"" : "",
             label != NULL ? label : "", label != NULL ? "\")" : "", page->width, page->height);
    g_print ("%s\n", in_words (page->reading));
    if (page->reason != NULL) {
        g_autofree char *reason = evx_verb_printable (page->reason);
        g_print ("Because: %s%s%s%s\n", reason, page->code != EVX_NONE ? " [" : "",
                 page->code != EVX_NONE ? evx_error_name (page->code) : "",
                 page->code != EVX_NONE ? "]" : "");
    }
    if (page->figures->len > 0)
        g_print ("\nThe figures:\n");
    for (guint i = 0; i < page->figures->len; i++) {
        const EvxFigure *figure = &g_array_index (page->figures, EvxFigure, i);
        g_autofree char *name = evx_verb_printable (figure->name);
        g_print ("  %-32s %8.4g  %s\n", name, figure->value, meaning_of (figure->name));
    }
    if (page->reading != EVX_READING_FAILED && page->reading != EVX_READING_BLANK)
        print_found (page);
}

/* "3" -> 2. FALSE if it is not a page number. */
static gboolean
parse_page (const char *text, guint *page)
{
    guint64 number;
    if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &number, NULL))
        return FALSE;
    *page = (guint) number - 1;
    return TRUE;
}

static int
why (EvxIndex *index, const char *name, guint number, GError **error)
{
    g_auto (EvxFound) found = { 0 };
    if (!evx_find_input (index, name, &found, error))
        return -1;
    if (found.document_id == NULL || found.status == EVX_STATUS_FAILED) {
        g_autofree char *file = evx_verb_printable (found.file);
        g_autofree char *reason = evx_verb_printable (found.reason != NULL ? found.reason : "not read yet");
        g_print ("%s as a whole: %s\n", file, reason);
        return EVX_EXIT_DONE;
    }
    g_autoptr (EvxPage) page = evx_index_page (index, found.document_id, number, error);
    if (page == NULL) {
        g_prefix_error (error, "%s: ", found.file);
        return -1;
    }
    print_page (found.file, page);
    return EVX_EXIT_DONE;
}

int
evx_verb_why (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "OUT FILE PAGE",
                         "Why was this page recognised, that one not? FILE as the index names it, or its last\n"
                         "part; PAGE from 1.\n\n  evidex why out release-log.pdf 3",
                         NULL, &error))
        return evx_verb_fail ("why", error);
    guint page;
    if (argc != 4 || !parse_page (argv[3], &page))
        return evx_verb_usage ("why", "an index, a file and the number of a page are needed");
    int status;
    g_autoptr (EvxIndex) index = evx_open_index ("why", argv[1], &status);
    if (index == NULL)
        return status;
    status = why (index, argv[2], page, &error);
    return status >= 0 ? status : evx_verb_fail ("why", error);
}
