/* The published site. First the pages that anything refers to, in the order of the records; then the
 * answers, page by page, as one script that sets window.EVIDEX; then the pictures. */
#include "site.h"

#include "answers.h"
#include "export-internal.h"
#include "json.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *document_id;
    guint page; /* from 1 */
} Place;

typedef struct {
    EvxReviews *reviews;
    EvxPageImageFunc image;
    gpointer user;
    GPtrArray *places; /* Place, each once */
    GHashTable *known; /* the same, as a set */
    guint n_missing;
} Site;

/* ---- which pages --------------------------------------------------------------------------------- */

static guint
place_hash (gconstpointer data)
{
    const Place *place = data;
    return g_str_hash (place->document_id) ^ place->page;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
    const Place *x = a, *y = b;
    return x->page == y->page && strcmp (x->document_id, y->document_id) == 0;
}

static void
place_free (gpointer data)
{
    g_free (((Place *) data)->document_id);
    g_free (data);
}

static void
note_place (Site *site, const EvxRecord *record, const char *document, const char *page)
{
    Place place = { (char *) evx_record_text (record, document), 0 };
    gint64 number = evx_record_integer (record, page);
    if (place.document_id == NULL || number == EVX_NONE)
        return;
    place.page = (guint) number;
    if (g_hash_table_contains (site->known, &place))
        return;
    Place *kept = g_new (Place, 1);
    *kept = (Place) { g_strdup (place.document_id), place.page };
    g_ptr_array_add (site->places, kept);
    g_hash_table_add (site->known, kept);
}

static gboolean
note_row (const EvxRecord *record, gpointer user, GError **error)
{
    (void) error;
    note_place (user, record, "document_id", "page");
    return TRUE;
}

typedef struct {
    EvxIndex *index;
    Site *site;
} Findings;

static gboolean
note_finding (const EvxRecord *record, gpointer user, GError **error)
{
    const Findings *findings = user;
    note_place (findings->site, record, "left_document", "left_page");
    note_place (findings->site, record, "right_document", "right_page");
    return evx_index_finding_rows (findings->index, evx_record_text (record, "finding_id"), note_row,
                                   findings->site, error);
}

static gboolean
note_places (Site *site, EvxIndex *index, GError **error)
{
    Findings findings = { index, site };
    return evx_index_records (index, "mentions", note_row, site, error) &&
           evx_index_records (index, "findings", note_finding, &findings, error);
}

/* ---- index.js --------------------------------------------------------------------------------------- */

static gboolean
add_review (const EvxReview *review, gpointer user, GError **error)
{
    (void) error;
    evx_answer_review (user, review);
    return TRUE;
}

/* Takes @answer, one member of window.EVIDEX. */
static gboolean
write_member (EvxSink *sink, const char *name, char *answer, GError **error)
{
    g_autofree char *text = answer;
    g_autoptr (GString) line = g_string_new (NULL);
    if (answer == NULL)
        return FALSE;
    evx_json_string (line, name);
    g_string_append_printf (line, ":%s,\n", text);
    return evx_sink_line (sink, line, error);
}

static gboolean
write_pages (EvxSink *sink, EvxIndex *index, Site *site, GError **error)
{
    g_autofree char *key = NULL;
    for (guint i = 0; i < site->places->len; i++) {
        const Place *place = site->places->pdata[i];
        g_free (key);
        key = g_strdup_printf ("%s/%u", place->document_id, place->page);
        if (!write_member (sink, key, evx_answer_page (index, place->document_id, place->page, error), error))
            return FALSE;
    }
    return TRUE;
}

static char *
reviews_text (EvxReviews *reviews, GError **error)
{
    GString *json = g_string_new ("[");
    gboolean done = evx_reviews_of (reviews, NULL, add_review, json, error);
    g_string_append_c (json, ']');
    return g_string_free (json, !done);
}

static gboolean
write_index (EvxIndex *index, Site *site, const char *folder, GError **error)
{
    static const char begin[] = "window.EVIDEX = {\n", pages[] = "\"pages\": {\n", end[] = "}};\n";
    g_auto (EvxSink) sink = { 0 };
    return evx_sink_open (&sink, folder, "index.js", error) &&
           evx_sink_write (&sink, begin, strlen (begin), error) &&
           write_member (&sink, "ledger", evx_answer_ledger (index, error), error) &&
           write_member (&sink, "findings", evx_answer_findings (index, error), error) &&
           write_member (&sink, "years", evx_answer_years (index, error), error) &&
           write_member (&sink, "unread", evx_answer_unread (index, error), error) &&
           write_member (&sink, "reviews", reviews_text (site->reviews, error), error) &&
           evx_sink_write (&sink, pages, strlen (pages), error) &&
           write_pages (&sink, index, site, error) && evx_sink_write (&sink, end, strlen (end), error) &&
           evx_sink_close (&sink, error);
}

/* ---- the other files --------------------------------------------------------------------------------- */

static gboolean
write_bytes (const char *folder, const char *name, GBytes *bytes, GError **error)
{
    g_auto (EvxSink) sink = { 0 };
    return evx_sink_open (&sink, folder, name, error) &&
           evx_sink_write (&sink, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) &&
           evx_sink_close (&sink, error);
}

static gboolean
write_programs (const char *folder, GError **error)
{
    static const char *const names[] = { "page.html", "style.css", "source.js", "app.js" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *resource = g_strconcat ("/evidex/deliver/web/", names[i], NULL);
        g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
        if (bytes == NULL || !write_bytes (folder, names[i], bytes, error))
            return FALSE;
    }
    return TRUE;
}

/* No file where there is nothing to draw: the page then leaves the chart out. */
static gboolean
write_chart (EvxIndex *index, const char *folder, GError **error)
{
    g_autoptr (GError) failure = NULL;
    g_autofree char *svg = evx_answer_chart (index, &failure);
    if (svg == NULL && !g_error_matches (failure, EVX_ERROR, EVX_ERROR_NOT_FOUND)) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
    }
    g_autoptr (GBytes) bytes = g_bytes_new_static (svg, svg ? strlen (svg) : 0);
    return svg == NULL || write_bytes (folder, "chart.svg", bytes, error);
}

static gboolean
write_images (Site *site, const char *folder, GError **error)
{
    g_autofree char *inside = g_build_filename (folder, "pages", NULL);
    if (g_mkdir (inside, 0777) != 0)
        return evx_export_failed (inside, error);
    for (guint i = 0; i < site->places->len; i++) {
        const Place *place = site->places->pdata[i];
        g_autoptr (GError) failure = NULL;
        g_autoptr (GBytes) png = site->image (site->user, place->document_id, place->page - 1, &failure);
        g_autofree char *name = g_strdup_printf ("%s-%u.png", place->document_id, place->page);
        if (png == NULL) {
            g_warning ("%.12s, page %u: no picture: %s", place->document_id, place->page, failure->message);
            site->n_missing++;
        } else if (!write_bytes (inside, name, png, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
write_site (EvxIndex *index, const char *folder, gpointer user, GError **error)
{
    Site *site = user;
    return note_places (site, index, error) && write_programs (folder, error) &&
           write_index (index, site, folder, error) && write_chart (index, folder, error) &&
           write_images (site, folder, error);
}

gboolean
evx_site_write (EvxIndex *index, EvxReviews *reviews, const char *folder, gboolean force,
                EvxPageImageFunc image, gpointer user, guint *n_missing, GError **error)
{
    g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
    g_autoptr (GHashTable) known = g_hash_table_new (place_hash, place_equal);
    Site site = { reviews, image, user, places, known, 0 };
    gboolean done = evx_export_files (index, write_site, &site, folder, force, error);
    *n_missing = site.n_missing;
    return done;
}
