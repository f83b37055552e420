/* How the document and the collection stage behave on 100,000 pages with 1,000,000 mentions: time
 * and memory.
 *
 * Everything is invented on the fly, by a generator with a fixed seed: 20,000 documents of five
 * pages about 40 agencies; every eighth document is a copy; each page has ten mentions, half of
 * them with a count, and every tenth document holds a log. Prints one line for each part; fails
 * above the limits. */
#include "document/document.h"
#include "relate/relate.h"

#include <string.h>
#include <sys/resource.h>

enum { DOCUMENTS = 20000, PAGES = 5, MENTIONS = 10, AGENCIES = 40, ROWS = 25 };

#define MOST_SECONDS 60
#define MOST_MIB 1024

static const char *const vocabulary[] = {
    "the",    "office", "board",  "jail",   "release", "record", "county", "report",
    "people", "staff",  "answer", "ICE",    "year",    "policy", "desk",   "morning",
    "letter", "form",   "notice", "deputy", "of",      "and",    "to",     "for",
    "by",     "with",   "from",   "that",   "was",     "were",
};

static guint
next (guint *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void
add_mention (EvxPage *page, const char *agency, guint start, guint *seed)
{
    gboolean counted = next (seed) % 2 == 0;
    guint number = next (seed) % 500;
    g_autofree char *quote = g_strdup_printf ("In %u the office turned over %u people to ICE.",
                                              2015 + next (seed) % 8, number);
    EvxMention mention = {
        .kind = next (seed) % 2 ? "transfer" : "notification",
        .assertion = "affirmed",
        .surface = "turned over",
        .quote = evx_page_string (page, quote),
        .quote_start = 19,
        .quote_end = 30,
        .start = start,
        .end = start + 4,
        .evidential = TRUE,
        .count = counted ? (gint64)number : EVX_NONE,
        .year = 2015 + (gint)(next (seed) % 8),
        .relative_year = EVX_NONE_RELATIVE,
        .agency = agency,
        .to_ice = TRUE,
    };
    mention.sense = strcmp (mention.kind, "transfer") == 0 ? "custody" : "ice_release_notice";
    g_array_append_val (page->mentions, mention);
}

static void
add_cell (EvxPage *page, guint row, guint column, const char *text)
{
    double y = 100 + row * 20.0, x = 50 + column * 120.0;
    EvxBox box = { x, y, x + 100, y + 12 };
    EvxWord *word = evx_page_add_word (page, text, -1, box, 1, EVX_ORIGIN_TEXT);
    word->cell = (gint32)page->cells->len;
    word->line = page->lines->len;
    EvxCell cell = { .box = box, .row = row, .column = (guint16)column, .columns = 1 };
    g_array_append_val (page->cells, cell);
}

static void
add_log (EvxPage *page, guint *seed)
{
    static const char *const head[] = { "Date", "XREF", "Outcome" };
    EvxTable table = { .n_rows = ROWS + 1, .n_columns = 3, .box = { 50, 100, 500, 700 } };
    g_array_append_val (page->tables, table);
    for (guint r = 0; r <= ROWS; r++) {
        EvxRow row = { .first_cell = page->cells->len,
                       .n_cells = 3,
                       .kind = r == 0 ? EVX_ROW_HEADER : EVX_ROW_BODY };
        EvxLine line = { .first_word = page->words->len, .n_words = 3 };
        g_autofree char *date = g_strdup_printf ("%02u/%02u/%u", 1 + next (seed) % 12,
                                                 1 + next (seed) % 28, 2015 + next (seed) % 8);
        g_autofree char *person = g_strdup_printf ("X-%07u", next (seed) % 9000000);
        add_cell (page, r, 0, r == 0 ? head[0] : date);
        add_cell (page, r, 1, r == 0 ? head[1] : person);
        add_cell (page, r, 2, r == 0 ? head[2] : "PU");
        g_array_append_val (page->rows, row);
        g_array_append_val (page->lines, line);
    }
}

/* Page @index of document @user; a copy is made with the seed of the document it copies. */
static EvxPage *
load (gpointer user, guint index, GError **error)
{
    (void)error;
    guint document = GPOINTER_TO_UINT (user);
    guint original = document % 8 == 7 ? document - 1 : document;
    guint seed = original * 7919 + index * 104729 + 1;
    EvxPage *page = evx_page_new (index, 612, 792);
    page->reading = EVX_READING_TEXT;
    g_autofree char *agency =
        g_strdup_printf ("Place%c%c County Sheriff's Office", 'a' + original % AGENCIES % 8,
                         'a' + original % AGENCIES / 8);
    const char *kept = evx_page_string (page, agency);
    for (guint l = 0; l < 20; l++) {
        EvxLine line = { .first_word = page->words->len, .n_words = 10 };
        for (guint w = 0; w < 10; w++) {
            EvxBox box = { 50 + w * 50.0, 80 + l * 14.0, 95 + w * 50.0, 92 + l * 14.0 };
            g_autofree char *figure = g_strdup_printf ("%u", next (&seed) % 100000);
            gboolean number = next (&seed) % 12 == 0;
            evx_page_add_word (
                page, number ? figure : vocabulary[next (&seed) % G_N_ELEMENTS (vocabulary)], -1,
                box, 1, EVX_ORIGIN_TEXT)
                ->line = l;
        }
        g_array_append_val (page->lines, line);
    }
    for (guint m = 0; m < MENTIONS; m++)
        add_mention (page, kept, g_array_index (page->words, EvxWord, m * 20).start, &seed);
    if (original % 10 == 0)
        add_log (page, &seed);
    return page;
}

static gboolean
store (gpointer user, const EvxPage *page, GError **error)
{
    (void)user;
    (void)page;
    (void)error;
    return TRUE;
}

static void
add_stamp (EvxCollection *collection, guint document, guint page)
{
    EvxBatesSighting sighting = {
        .document = document, .page = page, .page_width = 612, .page_height = 792
    };
    gint64 number = (gint64)document * PAGES + page + 1;
    g_autofree char *text = g_strdup_printf ("EX-%07" G_GINT64_FORMAT, number);
    sighting.bates = (EvxBates){ .box = { 480, 770, 570, 780 },
                                 .text = evx_collection_string (collection, text),
                                 .prefix = "EX-",
                                 .number = number,
                                 .digits = 7 };
    g_array_append_val (collection->bates, sighting);
}

/* Of this process: other work on the machine does not count. */
static double
cpu_seconds (void)
{
    struct rusage usage;
    getrusage (RUSAGE_SELF, &usage);
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_stime.tv_sec +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double
peak_mib (void)
{
    struct rusage usage;
    getrusage (RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024.0;
}

int
main (void)
{
    g_autoptr (EvxCollection) collection = evx_collection_new ();
    gpointer self = evx_document_stage.open (NULL, NULL);
    guint64 claims = 0, events = 0;
    for (guint d = 0; d < DOCUMENTS; d++) {
        g_autofree char *name = g_strdup_printf ("%05u.pdf", d);
        g_autofree char *id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
        EvxDocument *document = evx_document_new (id, name);
        document->n_pages = PAGES;
        EvxPages pages = { .n_pages = PAGES, .load = load, .store = store, .user = GUINT_TO_POINTER (d) };
        if (!evx_document_stage.document (self, document, &pages, NULL))
            return 1;
        claims += document->claims->len;
        events += document->events->len;
        g_ptr_array_add (collection->documents, document);
        for (guint page = 0; page < PAGES; page++)
            add_stamp (collection, d, page);
    }
    evx_document_stage.close (self);
    double read = cpu_seconds ();
    g_print ("document stage   %6d pages  %7d mentions  %7" G_GUINT64_FORMAT
             " claims  %7" G_GUINT64_FORMAT " events   %5.1f s\n",
             DOCUMENTS * PAGES, DOCUMENTS * PAGES * MENTIONS, claims, events, read);
    if (!evx_relate_stage.collection (NULL, collection, NULL))
        return 1;
    double all = cpu_seconds ();
    g_print ("collection stage %6d documents  %7u findings   %5.1f s\n", DOCUMENTS,
             collection->findings->len, all - read);
    g_print ("together         %5.1f s of processor (limit %d)  %5.0f MiB (limit %d)\n", all,
             MOST_SECONDS, peak_mib (), MOST_MIB);
    return all < MOST_SECONDS && peak_mib () < MOST_MIB ? 0 : 1;
}
