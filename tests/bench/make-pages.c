/* Writes a born-digital PDF of N invented pages, about 330 words each, each page different: what the
 * benchmarks of speed and memory read.
 *     make-pages N FILE.pdf [SEED]     another SEED, other words */
#include <cairo-pdf.h>
#include <glib.h>
#include <stdlib.h>

#define LINES 33
#define WORDS_A_LINE 10

static const char *const words[] = {
    "the",    "county",   "sheriff", "office", "record", "policy",  "form",   "public", "response",
    "section", "log",     "officer", "report", "hearing", "meeting", "agency", "number", "returned",
    "copy",   "answer",   "bond",    "court",  "desk",   "monthly", "budget", "review", "staff",
    "board",  "schedule", "service", "letter", "under",  "within",  "after",  "before", "which",
};
static const char evidence[] = "In 2020 the jail notified ICE of the release of an inmate named in the log.";

#define EVIDENCE_EVERY 16 /* lines; about two a page, as in the records this is for */

static void
draw_page (cairo_t *cr, guint page, GRand *random)
{
    for (guint line = 0; line < LINES; line++) {
        g_autoptr (GString) text = g_string_new (NULL);
        for (guint i = 0; i < WORDS_A_LINE; i++)
            g_string_append_printf (
                text, "%s%s", i > 0 ? " " : "",
                words[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (words))]);
        g_string_append_c (text, '.');
        if (line == 0)
            g_string_printf (text, "Page %u of an invented record", page + 1);
        else if (line % EVIDENCE_EVERY == 0)
            g_string_assign (text, evidence);
        text->str[0] = g_ascii_toupper (text->str[0]);
        cairo_move_to (cr, 72, 80 + 20 * line);
        cairo_show_text (cr, text->str);
    }
    cairo_show_page (cr);
}

int
main (int argc, char **argv)
{
    if (argc != 3 && argc != 4) {
        g_printerr ("usage: make-pages N FILE.pdf [SEED]\n");
        return 2;
    }
    g_autoptr (GRand) random = g_rand_new_with_seed (argc > 3 ? (guint32) atoi (argv[3]) : 2020);
    cairo_surface_t *surface = cairo_pdf_surface_create (argv[2], 612, 792);
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2021-01-01T00:00:00Z");
    cairo_t *cr = cairo_create (surface);
    cairo_select_font_face (cr, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (cr, 10);
    for (guint page = 0; page < (guint) atoi (argv[1]); page++)
        draw_page (cr, page, random);
    cairo_destroy (cr);
    cairo_surface_finish (surface);
    int failed = cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy (surface);
    return failed;
}
