/* serve-index FOLDER PAGES: an index of so many invented pages, ten mentions each, a hundred pages a document; words are
 * as frequent as in English (the n-th word 1/n as often as the first). */
#include <math.h>
#include <stdlib.h>

#include "index/test-dump.h"

#define PER_DOCUMENT 100
#define PER_PAGE 10
#define WORDS 250
#define VOCABULARY 30000

static void
add_line (GString *text, GRand *random, guint n)
{
    static const char *const acts[] = { "transferred", "notified", "detained" };
    for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "w%d ", (int) exp (g_rand_double (random) * log (VOCABULARY)));
    g_string_append_printf (text, "deputies %s %d inmates to ICE.\n", acts[g_rand_int_range (random, 0, 3)],
                            g_rand_int_range (random, 1, 40));
}

static void
tag_line (EvxPage *page, const EvxLine *line, GRand *random)
{
    static const char *const kinds[] = { "transfer", "notification", "detainee" };
    static const char *const surfaces[] = { "transferred", "notified", "detained" };
    static const char *const senses[] = { "custody", "request", "jail", "release_notice" };
    static const char *const assertions[] = { "affirmed", "negated", "policy", "alleged", "future" };
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
        gsize length = line->n_words ? g_array_index (page->words, EvxWord, line->first_word).start : 0;
        const char *end = strchr (page->text->str + length, '\n');
        const char *hit = strstr (page->text->str + length, surfaces[k]);
        if (hit == NULL || (end != NULL && hit > end))
            continue;
        EvxMention *mention = test_page_tag (page, length, surfaces[k], kinds[k],
                                             senses[g_rand_int_range (random, 0, 4)],
                                             assertions[(int) (5 * pow (g_rand_double (random), 2))]);
        g_autofree char *agency = g_strdup_printf ("Agency %d", (int) (40 * pow (g_rand_double (random), 3)));
        mention->agency = evx_page_string (page, agency);
        mention->year = g_rand_boolean (random) ? 2010 + g_rand_int_range (random, 0, 14) : EVX_NONE;
        mention->evidential = g_rand_double (random) < 0.9;
    }
}

static EvxPage *
page_new (guint number, GRand *random)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint l = 0; l < PER_PAGE; l++)
        add_line (text, random, WORDS / PER_PAGE);
    EvxPage *page = test_page_new (number, text->str);
    for (guint l = 0; l < page->lines->len; l++)
        tag_line (page, &g_array_index (page->lines, EvxLine, l), random);
    return page;
}

static void
add_document (EvxIndex *index, guint number, guint n_pages, GRand *random)
{
    static const char *const types[] = { "letter", "log", "email", "form", "policy" };
    g_autofree char *start = g_strdup_printf ("%08x", number * 2654435761u);
    g_autofree char *id = test_id (start), *file = g_strdup_printf ("box %02u/file-%06u.pdf", number % 37, number);
    test_put_input (index, file, id, EVX_STATUS_DONE, EVX_NONE);
    test_put_document (index, id, file, types[number % 5], n_pages);
    for (guint i = 0; i < n_pages; i++) {
        g_autoptr (EvxPage) page = page_new (i, random);
        test_put_page (index, id, page);
    }
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxIndex) index = argc == 3 ? evx_index_create (argv[1], &error) : NULL;
    if (index == NULL) {
        g_printerr ("serve-index FOLDER PAGES%s%s\n", error ? ": " : "", error ? error->message : "");
        return 2;
    }
    guint left = (guint) atoi (argv[2]);
    g_autoptr (GRand) random = g_rand_new_with_seed (1);
    for (guint number = 0; left > 0; number++) {
        guint n = MIN (left, PER_DOCUMENT);
        if (!evx_index_begin (index, &error))
            g_error ("%s", error->message);
        add_document (index, number, n, random);
        if (!evx_index_commit (index, &error))
            g_error ("%s", error->message);
        left -= n;
    }
    return 0;
}
