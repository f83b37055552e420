/* Speed of the tagger in MB/s of text on one core: finding cues, and everything, over pages that
 * speak of other things and pages full of mentions. Usage: tag-speed [FILE of plain text, cut into pages] */
#include "tag/tag.h"

#include <string.h>
#include <time.h>

static const char plain[] =
    "The Board received the quarterly report on road repairs and asked staff to return with a "
    "schedule. "
    "Bids for the north bridge were opened on Tuesday; the lowest came in at $412,500, about nine "
    "percent "
    "under the estimate. Members of the public spoke for two minutes each on the library hours. ";
static const char dense[] = "In 2019 the jail received 212 detainers and notified ICE of 40 "
                            "releases; 18 inmates were transferred "
                            "to immigration authorities at the sally port. No one was turned over "
                            "in 2020. Deputies must give an "
                            "inmate written notice before ICE interviews him, and may not share "
                            "release dates that are not public. ";

#define PAGE_BYTES 1600 /* 250 words */
#define TOTAL_BYTES (16 << 20)

static EvxPage *
page_of (const char *text)
{
    g_autoptr (GString) whole = g_string_new (NULL);
    while (whole->len < PAGE_BYTES)
        g_string_append (whole, text);
    return evx_page_from_passage (whole->str, whole->len);
}

/* Pages of whole lines. */
static GPtrArray *
pages_of (const char *text)
{
    GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify)evx_page_free);
    while (*text != '\0') {
        const char *end = text + strnlen (text, PAGE_BYTES);
        end += strcspn (end, "\n");
        g_ptr_array_add (pages, evx_page_from_passage (text, end - text));
        text = *end == '\0' ? end : end + 1;
    }
    return pages;
}

static void
measure (gpointer tagger, const char *name, GPtrArray *pages, gboolean everything)
{
    gsize bytes = 0;
    guint n = 0;
    clock_t start = clock (); /* of this process: the machine may be busy */
    for (; bytes < TOTAL_BYTES; n++) {
        EvxPage *page = pages->pdata[n % pages->len];
        bytes += page->text->len;
        if (everything)
            evx_tag_stage.page (tagger, NULL, NULL, page, NULL);
        else
            evx_tag_find (tagger, page);
    }
    double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;
    g_print ("%-28s %7.1f MB/s  %.4f ms a page\n", name, bytes / 1e6 / seconds, seconds * 1e3 / n);
}

static void
measure_both (gpointer tagger, const char *what, GPtrArray *pages)
{
    g_autofree char *find = g_strdup_printf ("find, %s", what);
    g_autofree char *everything = g_strdup_printf ("everything, %s", what);
    measure (tagger, find, pages, FALSE);
    measure (tagger, everything, pages, TRUE);
}

static void
measure_repeated (gpointer tagger, const char *what, const char *text)
{
    g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify)evx_page_free);
    g_ptr_array_add (pages, page_of (text));
    measure_both (tagger, what, pages);
}

int
main (int argc, char **argv)
{
    g_autoptr (EvxOptions) options = evx_options_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *own = NULL;
    gpointer tagger = evx_tag_stage.open (options, &error);
    if (tagger == NULL || (argc > 1 && !g_file_get_contents (argv[1], &own, NULL, &error))) {
        g_printerr ("%s\n", error->message);
        return 2;
    }
    measure_repeated (tagger, "nothing there", plain);
    measure_repeated (tagger, "dense", dense);
    g_autoptr (GPtrArray) pages = pages_of (own != NULL ? own : "");
    if (pages->len > 0)
        measure_both (tagger, "the file", pages);
    evx_tag_stage.close (tagger);
    return 0;
}
