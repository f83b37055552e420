/* evidex verify: does the index hold what it promises? In this order: the file, the counts, the custody
 * log, the inputs hashed again, each quote where its citation says, all that is stored against the log. Stops
 * at the first breach. */
#include "bytes.h"
#include "custody.h"
#include "deliver/cite.h"
#include "open.h"

#include <string.h>

typedef struct {
    EvxIndex *index;
    char *breach;       /* the first */
    guint64 n;          /* what was checked */
    char *note;         /* what a reader may want to write down */
    EvxPage *page;      /* of the mention at hand */
    char *document_id;  /* of that page */
} Check;

static gboolean
breach (Check *check, char *sentence)
{
    g_free (check->breach);
    check->breach = sentence;
    return FALSE;
}

/* ---- inputs ------------------------------------------------------------------------------------------------ */

static gboolean
check_input (const EvxInput *input, gpointer user, G_GNUC_UNUSED GError **error)
{
    Check *check = user;
    if (input->document_id == NULL || check->breach != NULL)
        return check->breach == NULL;
    g_autofree char *hash = evx_sha256_file (input->path);
    if (hash == NULL)
        return breach (check, g_strdup_printf ("%s cannot be read any more", input->file));
    if (strcmp (hash, input->document_id) != 0)
        return breach (check, g_strdup_printf ("%s is not the file that was read: its SHA-256 is %s, not %s",
                                               input->file, hash, input->document_id));
    check->n++;
    return TRUE;
}

/* ---- quotes -------------------------------------------------------------------------------------------------- */

static const char *
skip_unseen (const char *at)
{
    while (g_ascii_isspace (*at) || (at[0] == '-' && at[1] == '\n'))
        at++;
    return at;
}

/* Do the page's words at @at read @surface? Line ends and the hyphens before them do not count. */
static gboolean
reads (const char *at, const char *surface)
{
    surface = skip_unseen (surface);
    at = skip_unseen (at);
    while (*surface != '\0') {
        if (*at != *surface)
            return FALSE;
        at = skip_unseen (at + 1);
        surface = skip_unseen (surface + 1);
    }
    return TRUE;
}

static guint
line_at (const EvxPage *page, gsize offset)
{
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->start + word->length > offset)
            return evx_index_line (page, word->line);
    }
    return 0;
}

static gboolean
load_page (Check *check, const char *document_id, const char *file, guint page, GError **error)
{
    if (check->page != NULL && check->page->index == page &&
        g_strcmp0 (check->document_id, document_id) == 0)
        return TRUE;
    evx_page_free (check->page);
    g_free (check->document_id);
    check->document_id = g_strdup (document_id);
    g_autoptr (GError) local = NULL;
    check->page = evx_index_page (check->index, document_id, page, &local);
    if (check->page != NULL)
        return TRUE;
    if (g_error_matches (local, EVX_ERROR, EVX_ERROR_INDEX_DAMAGED))
        return breach (check, g_strdup_printf ("%s, p. %u: the stored page is damaged", file, page + 1));
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
}

/* What is wrong with the mention; NULL if nothing is. @shared: another file bears its Bates number too. */
static const char *
fault_of (const EvxRecord *m, const EvxPage *page, gboolean shared)
{
    const char *quote = evx_record_text (m, "quote"), *surface = evx_record_text (m, "surface");
    gint64 at = evx_record_integer (m, "page_offset");
    glong length = g_utf8_strlen (quote, -1);
    gint64 start = evx_record_integer (m, "start"), end = evx_record_integer (m, "end");
    if (at < 0 || (gsize) at >= page->text->len || !reads (page->text->str + at, surface))
        return "its words do not stand on its page";
    if (start < 0 || end < start || end > length)
        return "its place in the quote does not exist";
    g_autofree char *part = g_utf8_substring (quote, start, end);
    if (!reads (part, surface))
        return "its words do not stand in its quote";
    if (line_at (page, (gsize) at) != evx_record_integer (m, "line"))
        return "its words do not stand on its line";
    g_autofree char *citation = evx_cite (evx_record_text (m, "file"), evx_record_text (m, "bates"), shared,
                                          page->index + 1, evx_record_integer (m, "line"));
    return strcmp (citation, evx_record_text (m, "citation")) == 0 ? NULL : "its citation is not its place";
}

static gboolean
check_mention (const EvxRecord *m, gpointer user, GError **error)
{
    Check *check = user;
    guint page = (guint) evx_record_integer (m, "page") - 1;
    const char *document = evx_record_text (m, "document_id");
    gboolean shared = FALSE;
    if (!load_page (check, document, evx_record_text (m, "file"), page, error) ||
        !evx_index_bates_is_shared (check->index, evx_record_text (m, "bates"), document, &shared, error))
        return FALSE;
    const char *fault = fault_of (m, check->page, shared);
    if (fault != NULL)
        return breach (check, g_strdup_printf ("mention %s (%s): %s", evx_record_text (m, "mention_id"),
                                               evx_record_text (m, "citation"), fault));
    check->n++;
    return TRUE;
}

/* ---- all of it -------------------------------------------------------------------------------------------------- */

static gboolean
check_counts (Check *check, GError **error)
{
    g_autoptr (EvxLedger) ledger = evx_index_ledger (check->index, error);
    if (ledger == NULL || !evx_index_breach (check->index, &check->breach, error))
        return FALSE;
    check->n = ledger->inputs;
    return TRUE;
}

static gboolean
check_log (Check *check, GError **error)
{
    gint64 broken = 0;
    if (!evx_index_check_log (check->index, &broken, error))
        return FALSE;
    if (broken > 0)
        check->breach = g_strdup_printf ("entry %" G_GINT64_FORMAT " of the custody log was changed or is missing",
                                         broken);
    check->note = evx_index_meta (check->index, "log_head");
    return broken > 0 || evx_index_check_custody (check->index, &check->breach, error);
}

static gboolean
check_content (Check *check, GError **error)
{
    return evx_index_check_content (check->index, &check->breach, error);
}

static gboolean
check_inputs (Check *check, GError **error)
{
    return evx_index_inputs (check->index, check_input, check, error);
}

static gboolean
check_quotes (Check *check, GError **error)
{
    return evx_index_records (check->index, "mentions", check_mention, check, error);
}

static gboolean
check_file (Check *check, GError **error)
{
    return evx_index_check (check->index, error);
}

static void
print_held (const char *name, const Check *check)
{
    g_print ("ok  %s", name);
    if (check->n > 0)
        g_print (": %" G_GUINT64_FORMAT, check->n);
    g_print ("%s%s\n", check->note != NULL ? ": last entry " : "", check->note != NULL ? check->note : "");
}

static int
verify (EvxIndex *index, gboolean quiet, gboolean hash, GError **error)
{
    static const struct {
        const char *name;
        gboolean (*run) (Check *check, GError **error);
    } checks[] = { { "index file", check_file },
                   { "counts", check_counts },
                   { "custody log", check_log },
                   { "inputs hashed again", check_inputs },
                   { "quotes at their citations", check_quotes },
                   { "stored as the custody log says", check_content } };
    Check check = { .index = index };
    gboolean going = TRUE;
    for (guint i = 0; going && check.breach == NULL && i < G_N_ELEMENTS (checks); i++) {
        if (checks[i].run == check_inputs && !hash)
            continue;
        check.n = 0;
        going = checks[i].run (&check, error);
        if (going && check.breach == NULL && !quiet)
            print_held (checks[i].name, &check);
        g_clear_pointer (&check.note, g_free);
    }
    g_autofree char *found = check.breach;
    evx_page_free (check.page);
    g_free (check.document_id);
    if (found == NULL)
        return going ? EVX_EXIT_DONE : -1;
    g_autofree char *shown = evx_verb_printable (found);
    g_print ("BREACH  %s\n", shown);
    return EVX_EXIT_NOTHING;
}

int
evx_verb_verify (int argc, char **argv)
{
    gboolean quiet = FALSE, skip_hash = FALSE;
    const GOptionEntry entries[] = {
        { "no-hash", 0, 0, G_OPTION_ARG_NONE, &skip_hash, "do not read the inputs again", NULL },
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "only say what is wrong", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "OUT",
                         "Checks that the counts add up, that the custody log is whole, that the inputs are still\n"
                         "those that were read, that each quote stands where its citation says, and that what is stored is\n"
                         "what the log says was stored. Names the first breach and exits 1. The log is a chain: who has\n"
                         "noted the hash of its last entry elsewhere can tell that nothing before it was rewritten.",
                         entries, &error))
        return evx_verb_fail ("verify", error);
    if (argc != 2)
        return evx_verb_usage ("verify", "one index is needed");
    int status;
    g_autoptr (EvxIndex) index = evx_open_index ("verify", argv[1], &status);
    if (index == NULL)
        return status;
    status = verify (index, quiet, !skip_hash, &error);
    return status >= 0 ? status : evx_verb_fail ("verify", error);
}
