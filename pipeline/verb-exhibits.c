/* evidex exhibits OUT [filters] -o BINDER.pdf: the pages that bear the evidence, highlighted, in one PDF. */

#include "custody.h"
#include "deliver/exhibits.h"
#include "filter.h"
#include "index/reviews.h"
#include "open.h"

#include <string.h>

typedef struct {
    char *output, *title, *stamp;
    gint64 start;
    int digits, pages;
    gboolean force, reveal, skip;
    char **ids;
    EvxFilterArgs filter;
} Wish;

static gboolean
parse (int *argc, char ***argv, Wish *wish, GError **error)
{
    const GOptionEntry entries[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish->output, "the binder to write", "BINDER.pdf" },
        { "id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish->ids, "this mention; may be repeated", "ID" },
        EVX_FILTER_ENTRIES (wish->filter),
        { "title", 0, 0, G_OPTION_ARG_STRING, &wish->title, "title of the cover", "TEXT" },
        { "stamp", 0, 0, G_OPTION_ARG_STRING, &wish->stamp, "new Bates numbers with this prefix", "PREFIX" },
        { "start", 0, 0, G_OPTION_ARG_INT64, &wish->start, "first number (1)", "N" },
        { "digits", 0, 0, G_OPTION_ARG_INT, &wish->digits, "digits of a number (6)", "N" },
        { "pages", 0, 0, G_OPTION_ARG_INT, &wish->pages, "most pages (500; 0 = any)", "N" },
        { "reveal-redacted", 0, 0, G_OPTION_ARG_NONE, &wish->reveal,
          "take pages whose redactions do not hide the text under them", NULL },
        { "skip-redacted", 0, 0, G_OPTION_ARG_NONE, &wish->skip, "leave such pages out, and name them", NULL },
        { "force", 0, 0, G_OPTION_ARG_NONE, &wish->force, "replace an existing file", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    static const char about[] =
        "One exhibit a document; each chosen mention highlighted on its original page, and named in the index\n"
        "of the cover; labels beside, never over, what stands there. Hashes and places go to BINDER.pdf.json.\n\n"
        "  evidex exhibits OUT --kind transfer --year 2020 -o transfers.pdf --stamp PLF- --start 1";
    if (!evx_verb_parse (argc, argv, "OUT [filters] -o BINDER.pdf", about, entries, error))
        return FALSE;
    if (*argc != 2 || wish->output == NULL) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE,
                             "needs an index and -o BINDER.pdf");
        return FALSE;
    }
    if (wish->reveal && wish->skip) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE, "takes one of --reveal-redacted and --skip-redacted");
        return FALSE;
    }
    if (wish->start < 0 || wish->digits < 1 || wish->digits > 18 || wish->pages < 0) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE,
                             "--start and --pages must be 0 or more, --digits from 1 to 18");
        return FALSE;
    }
    return TRUE;
}

static void
tell (const Wish *wish, guint n_pages, const char *manifest, const GPtrArray *left_out)
{
    g_autofree char *binder = evx_verb_printable (wish->output), *hashes = evx_verb_printable (manifest);
    g_printerr ("%s: %u page%s, each label and highlight proved; hashes in %s\n", binder, n_pages,
                n_pages == 1 ? "" : "s", hashes);
    for (guint i = 0; i < left_out->len; i++) {
        g_autofree char *page = evx_verb_printable (left_out->pdata[i]);
        g_printerr ("Left out, for its redactions do not hide the text under them: %s\n", page);
    }
}

/* The last word on each mention. */
static gboolean
keep_rejected (const EvxReview *review, gpointer user, G_GNUC_UNUSED GError **error)
{
    GHashTable *rejected = user;
    if (strcmp (review->verdict, "rejected") != 0)
        g_hash_table_remove (rejected, review->mention_id);
    else
        g_hash_table_replace (rejected, g_strdup (review->mention_id),
                              g_strdup_printf ("by %s: %s", review->reviewer, review->reason));
    return TRUE;
}

/* A binder takes what the filters choose; a mention that a colleague has rejected is not left out in silence, but named. */
static gboolean
tell_rejected (const char *folder, const char *manifest, GError **error)
{
    g_autoptr (GHashTable) rejected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (EvxReviews) reviews = evx_reviews_open (folder, error);
    if (reviews == NULL || !evx_reviews_of (reviews, NULL, keep_rejected, rejected, error))
        return FALSE;
    g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (rejected), (GCompareFunc) strcmp);
    for (GList *id = ids; id != NULL; id = id->next) {
        if (strstr (manifest, id->data) == NULL)
            continue;
        g_autofree char *said = evx_verb_printable (g_hash_table_lookup (rejected, id->data));
        g_printerr ("In it, though a review rejected it: %s, %s\n", (const char *) id->data, said);
    }
    return TRUE;
}

/* @opened: (transfer full) */
static gboolean
make (const char *folder, EvxIndex *opened, const Wish *wish, GError **error)
{
    g_autoptr (EvxIndex) index = opened;
    EvxFilter filter = EVX_FILTER_ALL;
    if (!evx_verb_may_write (wish->output, wish->force, error) || !evx_filter_of_args (&wish->filter, index, &filter, error))
        return FALSE;
    EvxExhibitsOrder order = { filter, (const char *const *) wish->ids, (guint) wish->pages,
                               wish->reveal, wish->skip, { wish->title ? wish->title : "Exhibits", wish->stamp,
                               wish->start, (guint) wish->digits } };
    guint n_pages = 0;
    g_autofree char *manifest = NULL;
    g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *manifest_path = g_strconcat (wish->output, ".json", NULL);
    g_autoptr (GBytes) binder = evx_exhibits_make (index, &order, &manifest, &n_pages, left_out, error);
    if (binder == NULL ||
        !evx_verb_write (wish->output, g_bytes_get_data (binder, NULL), g_bytes_get_size (binder), wish->force,
                         error) ||
        !evx_verb_write (manifest_path, manifest, strlen (manifest), TRUE, error))
        return FALSE;
    const char *const written[] = { wish->output, manifest_path, NULL };
    g_clear_pointer (&index, evx_index_close);
    evx_custody_made (folder, "exhibits", wish->reveal ? "redacted text revealed" : NULL, written);
    tell (wish, n_pages, manifest_path, left_out);
    return tell_rejected (folder, manifest, error);
}

int
evx_verb_exhibits (int argc, char **argv)
{
    Wish wish = { .start = 1, .digits = 6, .pages = 500 };
    g_autoptr (GError) error = NULL;
    int status = EVX_EXIT_DONE;
    EvxIndex *index = parse (&argc, &argv, &wish, &error) ? evx_open_index ("exhibits", argv[1], &status) : NULL;
    if (index != NULL)
        make (argv[1], index, &wish, &error);
    evx_filter_args_clear (&wish.filter);
    g_free (wish.output);
    g_free (wish.title);
    g_free (wish.stamp);
    g_strfreev (wish.ids);
    return error != NULL ? evx_verb_fail ("exhibits", error) : status;
}
