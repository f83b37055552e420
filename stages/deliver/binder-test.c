/* A binder is read again: labels beside what stands on the page, highlights over the words, however the
 * page is turned; what cannot be an exhibit is refused by name. */
#include "binder.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

static cairo_status_t
append_bytes (void *array, const unsigned char *data, unsigned int length)
{
    g_byte_array_append (array, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* A page that says "Deputies released 12 people" near its top; @full: ink everywhere below. */
static GBytes *
draw_source (gboolean full)
{
    GByteArray *bytes = g_byte_array_new ();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 400, 300);
    cairo_t *cr = cairo_create (surface);
    if (full) {
        cairo_set_source_rgb (cr, 0.9, 0.9, 0.8);
        cairo_paint (cr);
        cairo_set_source_rgb (cr, 0, 0, 0);
    }
    cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (cr, 14);
    cairo_move_to (cr, 60, 80);
    cairo_show_text (cr, "Deputies released 12 people");
    cairo_show_page (cr);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
    return g_byte_array_free_to_bytes (bytes);
}

/* The same file with /Rotate, or encrypted. */
static GBytes *
rewrite (GBytes *source, int rotate, gboolean encrypt)
{
    qpdf_data pdf = qpdf_init ();
    qpdf_read_memory (pdf, "source", g_bytes_get_data (source, NULL), g_bytes_get_size (source), NULL);
    qpdf_oh_replace_key (pdf, qpdf_get_page_n (pdf, 0), "/Rotate", qpdf_oh_new_integer (pdf, rotate));
    qpdf_init_write_memory (pdf);
    if (encrypt)
        qpdf_set_r6_encryption_parameters2 (pdf, "", "owner", 1, 1, 1, 1, 1, 1, qpdf_r3p_full, 1);
    qpdf_write (pdf);
    GBytes *out = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
    qpdf_cleanup (&pdf);
    return out;
}

/* The box around "released" as poppler sees it on the displayed page. */
static EvxBox
find_released (GBytes *bytes)
{
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, NULL);
    g_autoptr (EvxPage) page = evx_pdf_page (pdf, 0, NULL);
    g_assert_true (evx_pdf_words (pdf, page, NULL));
    for (guint i = 0; i < page->words->len; i++) {
        g_autofree char *word = evx_page_word (page, i);
        if (strcmp (word, "released") == 0)
            return g_array_index (page->words, EvxWord, i).box;
    }
    g_assert_not_reached ();
}

static EvxBinderExhibit *
exhibit_of (const char *label, GBytes *bytes)
{
    EvxBinderExhibit *exhibit = g_new0 (EvxBinderExhibit, 1);
    EvxBinderMark mark = { find_released (bytes), "transfer, custody, affirmed" };
    EvxBinderPassage passage = { "p. 1, l. 1", "Deputies released 12 people" };
    EvxBinderPage page = { 0, g_array_new (FALSE, FALSE, sizeof (EvxBinderMark)),
                           g_array_new (FALSE, FALSE, sizeof (EvxBinderPassage)) };
    g_array_append_val (page.marks, mark);
    g_array_append_val (page.passages, passage);
    *exhibit = (EvxBinderExhibit) { label, "log.pdf", bytes, g_array_new (FALSE, FALSE, sizeof (EvxBinderPage)) };
    g_array_append_val (exhibit->pages, page);
    return exhibit;
}

static void
free_exhibit (gpointer data)
{
    EvxBinderExhibit *exhibit = data;
    evx_binder_page_clear (&g_array_index (exhibit->pages, EvxBinderPage, 0));
    g_array_unref (exhibit->pages);
    g_bytes_unref (exhibit->bytes);
    g_free (exhibit);
}

static GPtrArray *
all_turns (void)
{
    static const char *const labels[] = { "Exhibit 1", "Exhibit 2", "Exhibit 3", "Exhibit 4", "Exhibit 5" };
    GPtrArray *exhibits = g_ptr_array_new_with_free_func (free_exhibit);
    g_autoptr (GBytes) plain = draw_source (FALSE);
    for (int turn = 0; turn < 4; turn++)
        g_ptr_array_add (exhibits, exhibit_of (labels[turn], rewrite (plain, 90 * turn, FALSE)));
    g_autoptr (GBytes) full = draw_source (TRUE);
    g_ptr_array_add (exhibits, exhibit_of (labels[4], rewrite (full, 90, FALSE)));
    return exhibits;
}

static const EvxBinderStyle style = { "Exhibits", "PLF-", 41, 6 };

static void
test_labels_and_highlights_stand_however_a_page_is_turned (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) exhibits = all_turns ();
    g_autoptr (GArray) places = NULL;
    g_autoptr (GBytes) binder = evx_binder_make (exhibits, &style, &places, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (places->len, ==, 5);
    g_assert_cmpstr (g_array_index (places, EvxBinderPlace, 4).stamp, ==, "PLF-000045");
    g_assert_false (g_array_index (places, EvxBinderPlace, 0).extended);
    g_assert_true (g_array_index (places, EvxBinderPlace, 4).extended);
    evx_binder_check (binder, exhibits, places, &error);
    g_assert_no_error (error);
    const char *keep = g_getenv ("EVX_KEEP_BINDER"); /* to look at it */
    if (keep != NULL)
        g_file_set_contents (keep, g_bytes_get_data (binder, NULL), (gssize) g_bytes_get_size (binder), NULL);
}

/* The text of the first @n pages. */
static char *
text_of (GBytes *bytes, guint n)
{
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, NULL);
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < n; i++) {
        g_autoptr (EvxPage) page = evx_pdf_page (pdf, i, NULL);
        g_assert_true (evx_pdf_words (pdf, page, NULL));
        for (guint j = 0; j < page->words->len; j++) {
            g_autofree char *word = evx_page_word (page, j);
            g_string_append_printf (text, "%s ", word);
        }
    }
    return g_string_free (text, FALSE);
}

/* Fifty passages, which take more than a page. */
static void
test_the_cover_names_each_passage (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) exhibits = all_turns ();
    g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
    GArray *passages = g_array_index (((EvxBinderExhibit *) exhibits->pdata[1])->pages, EvxBinderPage, 0).passages;
    for (guint i = 2; i <= 50; i++) {
        char *where = g_strdup_printf ("p. 1, l. %u", i), *quote = g_strdup_printf ("passage%u here", i);
        EvxBinderPassage passage = { where, quote };
        g_ptr_array_add (kept, where);
        g_ptr_array_add (kept, quote);
        g_array_append_val (passages, passage);
    }
    g_autoptr (GArray) places = NULL;
    g_autoptr (GBytes) binder = evx_binder_make (exhibits, &style, &places, &error);
    g_assert_no_error (error);
    guint n = g_array_index (places, EvxBinderPlace, 0).binder_page;
    g_assert_cmpuint (n, >, 1);
    g_autofree char *text = text_of (binder, n);
    for (guint i = 0; i < kept->len; i++)
        g_assert_nonnull (strstr (text, kept->pdata[i]));
    g_assert_nonnull (strstr (text, "Exhibit 2 log.pdf (continued)"));
    evx_binder_check (binder, exhibits, places, &error);
    g_assert_no_error (error);
}

static void
test_the_same_exhibits_give_the_same_bytes (void)
{
    g_autoptr (GPtrArray) exhibits = all_turns ();
    g_autoptr (GArray) first_places = NULL, second_places = NULL;
    g_autoptr (GBytes) first = evx_binder_make (exhibits, &style, &first_places, NULL);
    g_autoptr (GBytes) second = evx_binder_make (exhibits, &style, &second_places, NULL);
    g_assert_true (g_bytes_equal (first, second));
}

static void
test_a_label_that_does_not_stand_is_found (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) exhibits = all_turns ();
    g_autoptr (GArray) places = NULL;
    g_autoptr (GBytes) binder = evx_binder_make (exhibits, &style, &places, NULL);
    g_array_index (places, EvxBinderPlace, 2).label_box.x0 -= 300;
    g_array_index (places, EvxBinderPlace, 2).label_box.x1 -= 300;
    g_assert_false (evx_binder_check (binder, exhibits, places, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_INTERNAL);
    g_assert_nonnull (strstr (error->message, "Exhibit 3"));
}

static void
test_an_encrypted_source_is_refused_by_name (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) exhibits = g_ptr_array_new_with_free_func (free_exhibit);
    g_autoptr (GBytes) plain = draw_source (FALSE);
    EvxBinderExhibit *exhibit = exhibit_of ("Exhibit 1", g_bytes_ref (plain));
    g_bytes_unref (exhibit->bytes);
    exhibit->bytes = rewrite (plain, 0, TRUE);
    g_ptr_array_add (exhibits, exhibit);
    g_autoptr (GArray) places = NULL;
    g_assert_null (evx_binder_make (exhibits, &style, &places, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_PASSWORD);
    g_assert_nonnull (strstr (error->message, "log.pdf"));
}

static void
test_a_stamp_number_does_not_outgrow_its_digits (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) exhibits = all_turns ();
    g_autoptr (GArray) places = NULL;
    const EvxBinderStyle tight = { "Exhibits", "PLF-", 98, 2 };
    g_assert_null (evx_binder_make (exhibits, &tight, &places, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_USAGE);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/binder/labels and highlights stand however a page is turned",
                     test_labels_and_highlights_stand_however_a_page_is_turned);
    g_test_add_func ("/binder/the cover names each passage", test_the_cover_names_each_passage);
    g_test_add_func ("/binder/the same exhibits give the same bytes",
                     test_the_same_exhibits_give_the_same_bytes);
    g_test_add_func ("/binder/a label that does not stand is found",
                     test_a_label_that_does_not_stand_is_found);
    g_test_add_func ("/binder/an encrypted source is refused by name",
                     test_an_encrypted_source_is_refused_by_name);
    g_test_add_func ("/binder/a stamp number does not outgrow its digits",
                     test_a_stamp_number_does_not_outgrow_its_digits);
    return g_test_run ();
}
