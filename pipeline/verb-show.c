/* evidex show: one mention whole, and the crop of its page with the box drawn. The page is drawn by a child
 * in the workers' sandbox. */
#include "deliver/json.h"
#include "deliver/search.h"
#include "drawer.h"
#include "index/reviews.h"
#include "open.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define CROP_DPI 150
#define CROP_MARGIN 90 /* pt of page above and below the box */

typedef struct {
    gboolean json;
    char *mention_id, *document_id, *file;
    guint page;
    EvxBox box;
} Shown;

/* ---- the record ---------------------------------------------------------------------------------------- */

static void
print_field (const char *name, const EvxValue *value)
{
    if (value->type == EVX_VALUE_NULL)
        return;
    if (value->type == EVX_VALUE_TEXT) {
        g_autofree char *shown = evx_verb_printable (value->text);
        g_print ("%-14s %s\n", name, shown);
    } else if (value->type == EVX_VALUE_INTEGER) {
        g_print ("%-14s %" G_GINT64_FORMAT "\n", name, value->integer);
    } else {
        g_print ("%-14s %.7g\n", name, value->real);
    }
}

/* The quote with its words marked stands first, as that is what one comes for. */
static void
print_quote (const EvxRecord *record)
{
    const char *quote = evx_record_text (record, "quote");
    glong length = g_utf8_strlen (quote, -1);
    glong start = CLAMP (evx_record_integer (record, "start"), 0, length);
    glong end = CLAMP (evx_record_integer (record, "end"), start, length);
    g_autofree char *a = g_utf8_substring (quote, 0, start), *before = evx_verb_printable (a);
    g_autofree char *b = g_utf8_substring (quote, start, end), *words = evx_verb_printable (b);
    g_autofree char *c = g_utf8_substring (quote, end, length), *after = evx_verb_printable (c);
    g_autofree char *citation = evx_verb_printable (evx_record_text (record, "citation"));
    gboolean colour = evx_verb_colour ();
    g_print ("%s%s%s%s%s\n  %s\n\n", before, colour ? "\033[1;31m" : "**", words, colour ? "\033[0m" : "**", after,
             citation);
}

static gboolean
show_record (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    Shown *shown = user;
    shown->mention_id = g_strdup (evx_record_text (record, "mention_id"));
    shown->document_id = g_strdup (evx_record_text (record, "document_id"));
    shown->file = g_strdup (evx_record_text (record, "file"));
    shown->page = (guint) evx_record_integer (record, "page") - 1;
    shown->box = (EvxBox){ evx_record_real (record, "x0"), evx_record_real (record, "y0"),
                           evx_record_real (record, "x1"), evx_record_real (record, "y1") };
    if (shown->json) {
        g_autoptr (GString) line = g_string_new ("{\"type\":\"mention\"");
        evx_json_record (line, record);
        g_print ("%s}\n", line->str);
        return TRUE;
    }
    print_quote (record);
    for (guint i = 0; i < record->n; i++)
        if (strcmp (record->names[i], "quote") != 0 && strcmp (record->names[i], "citation") != 0)
            print_field (record->names[i], &record->values[i]);
    return TRUE;
}

static gboolean
add_review (const EvxReview *review, gpointer user, G_GNUC_UNUSED GError **error)
{
    GString *text = user;
    g_autofree char *verdict = evx_verb_printable (review->verdict), *reviewer = evx_verb_printable (review->reviewer);
    g_autofree char *reason = evx_verb_printable (review->reason);
    g_string_append_printf (text, "%-14s %s by %s, %s%s%s\n", "review", verdict, reviewer, review->at,
                            *reason != '\0' ? ": " : "", reason);
    return TRUE;
}

static gboolean
show_reviews (const char *folder, const char *mention_id, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (EvxReviews) reviews = evx_reviews_open (folder, error);
    if (reviews == NULL || !evx_reviews_of (reviews, mention_id, add_review, text, error))
        return FALSE;
    g_print ("%s", text->str);
    return TRUE;
}

/* ---- the picture ------------------------------------------------------------------------------------------ */

typedef struct {
    const guint8 *at;
    gsize left;
} Reader;

static cairo_status_t
read_png (void *user, unsigned char *data, unsigned int length)
{
    Reader *reader = user;
    if (length > reader->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy (data, reader->at, length);
    reader->at += length;
    reader->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)

/* The strip of the page around the box, over its whole width, the box framed. */
static cairo_surface_t *
crop (cairo_surface_t *whole, EvxBox box, double scale)
{
    int width = cairo_image_surface_get_width (whole), height = cairo_image_surface_get_height (whole);
    int top = CLAMP ((int) ((box.y0 - CROP_MARGIN) * scale), 0, height - 1);
    int bottom = CLAMP ((int) ((box.y1 + CROP_MARGIN) * scale), top + 1, height);
    cairo_surface_t *part = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, bottom - top);
    g_autoptr (cairo_t) cairo = cairo_create (part);
    cairo_set_source_surface (cairo, whole, 0, -top);
    cairo_paint (cairo);
    cairo_rectangle (cairo, (box.x0 - 2) * scale, (box.y0 - 2) * scale - top, (box.x1 - box.x0 + 4) * scale,
                     (box.y1 - box.y0 + 4) * scale);
    cairo_set_source_rgb (cairo, 0.85, 0.1, 0.1);
    cairo_set_line_width (cairo, 2.5);
    cairo_stroke (cairo);
    return part;
}

static gboolean
write_png (cairo_surface_t *surface, const char *path, gboolean force, GError **error)
{
    if (!evx_verb_may_write (path, force, error))
        return FALSE;
    g_autofree char *unfinished = g_strdup_printf ("%s.%d.part", path, (int) getpid ());
    cairo_status_t status = cairo_surface_write_to_png (surface, unfinished);
    if (status == CAIRO_STATUS_SUCCESS && g_rename (unfinished, path) == 0)
        return TRUE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_READ_ONLY, "Cannot write %s: %s", path,
                 cairo_status_to_string (status));
    g_unlink (unfinished);
    return FALSE;
}

/* The points of the page against the pixels of the picture: a large page is drawn at fewer dpi. */
static gboolean
draw (EvxIndex *index, EvxDrawer *drawer, const Shown *shown, const char *path, gboolean force,
      GError **error)
{
    g_autoptr (EvxPage) page = evx_index_page (index, shown->document_id, shown->page, error);
    g_auto (EvxFound) found = { 0 };
    if (page == NULL || !evx_find_input (index, shown->file, &found, error))
        return FALSE;
    g_autoptr (GBytes) png =
        evx_drawer_page (drawer, found.path, shown->document_id, shown->page, CROP_DPI, error);
    if (png == NULL)
        return FALSE;
    Reader reader = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };
    g_autoptr (cairo_surface_t) whole = cairo_image_surface_create_from_png_stream (read_png, &reader);
    if (cairo_surface_status (whole) != CAIRO_STATUS_SUCCESS) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_PROTOCOL, "the reader sent no picture");
        return FALSE;
    }
    double scale = cairo_image_surface_get_width (whole) / page->width;
    g_autoptr (cairo_surface_t) part = crop (whole, shown->box, scale);
    return write_png (part, path, force, error);
}

static int
show (const char *folder, EvxIndex *index, EvxDrawer *drawer, const char *id, gboolean json, const char *image,
      gboolean force, GError **error)
{
    Shown shown = { .json = json };
    gboolean done = evx_index_mention (index, id, show_record, &shown, error) &&
                    (json || show_reviews (folder, shown.mention_id, error)) &&
                    (image == NULL || draw (index, drawer, &shown, image, force, error));
    g_free (shown.mention_id);
    g_free (shown.document_id);
    g_free (shown.file);
    return done ? EVX_EXIT_DONE : -1;
}

int
evx_verb_show (int argc, char **argv)
{
    static const char *const settings[] = { "no-sandbox", "render-timeout", "page-pixels", NULL };
    gboolean json = FALSE, force = FALSE;
    g_autofree char *image = NULL;
    const GOptionEntry entries[] = {
        { "image", 0, 0, G_OPTION_ARG_FILENAME, &image, "draw its place on the page", "FILE.png" },
        { "force", 0, 0, G_OPTION_ARG_NONE, &force, "replace FILE.png", NULL },
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "one JSON object", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options = evx_verb_parse_settings (
        &argc, &argv, "OUT ID",
        "One mention with all that is known of it: the sentence, where it stands, which rule and cue\n"
        "decided. Four characters of ID or more will do if no other begins so.\n\n  evidex show out 3f9a --image place.png",
        entries, settings, &error);
    if (options == NULL)
        return evx_verb_fail ("show", error);
    if (argc != 3)
        return evx_verb_usage ("show", "an index and the id of a mention are needed");
    int status;
    g_autoptr (EvxDrawer) drawer = image != NULL ? evx_drawer_new (options, &error) : NULL;
    if (image != NULL && drawer == NULL)
        return evx_verb_fail ("show", error);
    g_autoptr (EvxIndex) index = evx_open_index ("show", argv[1], &status);
    if (index == NULL)
        return status;
    status = show (argv[1], index, drawer, argv[2], json, image, force, &error);
    return status >= 0 ? status : evx_verb_fail ("show", error);
}
