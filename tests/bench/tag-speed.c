/* Speed of the tagger in MB/s of text on one core: finding cues, and everything, over pages that
 * speak of other things and pages full of mentions. Usage: tag-speed [FILE of plain text] */
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

static void
measure (gpointer tagger, const char *name, const char *text, gboolean everything)
{
    g_autoptr (EvxPage) page = page_of (text);
    guint n = TOTAL_BYTES / page->text->len;
    clock_t start = clock (); /* of this process: the machine may be busy */
    for (guint i = 0; i < n; i++) {
        if (everything)
            evx_tag_stage.page (tagger, NULL, NULL, page, NULL);
        else
            evx_tag_find (tagger, page);
    }
    double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;
    g_print ("%-28s %7.1f MB/s  %.4f ms a page\n", name,
             n * (double)page->text->len / 1e6 / seconds, seconds * 1e3 / n);
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
    measure (tagger, "find, nothing there", own != NULL ? own : plain, FALSE);
    measure (tagger, "everything, nothing there", own != NULL ? own : plain, TRUE);
    measure (tagger, "find, dense", dense, FALSE);
    measure (tagger, "everything, dense", dense, TRUE);
    evx_tag_stage.close (tagger);
    return 0;
}
