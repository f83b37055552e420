/* A run from inputs to index: walk, then for each input in order: hash, see what is stale, let the pool
 * read it, store pages as they come, finish the document; last, the collection. The supervisor alone
 * writes, some hundred pages a transaction; whatever is committed is never done again. */
#include "run-internal.h"

#include "custody.h"
#include "ledger.h"
#include "pack.h"
#include "verb.h"

#define PAGES_A_COMMIT 500
#define COMMIT_US (500 * 1000)
#define USUAL_PAGES 20         /* as if so many had been seen */
#define USUAL_PAGE_BYTES 50000 /* text 20 kB, scans 100 kB and more */

/* ---- the pool's client -------------------------------------------------------------------------------------------- */

static gboolean
next_task (EvxTask **task, gboolean *more, gpointer user, GError **error)
{
    EvxRunner *run = user;
    *task = NULL;
    *more = run->next < run->inputs->list->len;
    return !*more || evx_run_consider (run, g_ptr_array_index (run->inputs->list, run->next++), task, error);
}

static guint8
work_of (const EvxRunner *run, const EvxTask *task, guint page)
{
    const GByteArray *kept = ((const EvxErrand *) task->data)->kept;
    if (kept != NULL && page < kept->len)
        return kept->data[page];
    return evx_shard_has (&run->shard, task->document->id, page) ? EVX_WORK_READ : EVX_WORK_NONE;
}

static gboolean
task_opened (EvxTask *task, const char *repair, gpointer user, GError **error)
{
    EvxRunner *run = user;
    EvxErrand *errand = task->data;
    guint limit = (guint) evx_options_int (run->request->options, "document-pages");
    guint claimed = task->document->n_pages;
    if (repair != NULL)
        errand->note = g_strdup_printf ("repaired: %s", repair);
    if (claimed > limit) {
        errand->over = claimed;
        task->document->n_pages = limit;
    }
    if (task->work->len == 0) {
        g_byte_array_set_size (task->work, task->document->n_pages);
        for (guint i = 0; i < task->work->len; i++)
            task->work->data[i] = work_of (run, task, i);
        run->known_pages += evx_run_count_work (task);
        run->opened_bytes += errand->input->size;
    }
    if (task->code != EVX_NONE || errand->over > 0)
        evx_run_set_opened (task, errand->over);
    return evx_run_mark_changed (run, error) && evx_index_put_document (run->index, task->document, error);
}

static GBytes *
stored_page (EvxTask *task, guint page, gpointer user, GError **error)
{
    EvxRunner *run = user;
    g_autoptr (EvxPage) stored = evx_index_page (run->index, task->document->id, page, error);
    return stored != NULL ? evx_page_pack (stored) : NULL;
}

static gboolean
take_page (EvxTask *task, EvxPage *page, GBytes *packed, gpointer user, GError **error)
{
    EvxRunner *run = user;
    EvxOutcome outcome = evx_plan_outcome_of (page);
    EvxPageKeys keys = evx_plan_keys (&run->plan, task->document->id, page->index, outcome);
    run->state.pages++;
    run->state.failed += outcome == EVX_OUTCOME_FAILED;
    if (page->code != EVX_NONE)
        evx_run_say (run, task->document->file, (gint) page->index, page->code, page->reason);
    run->pages_in_transaction++;
    return evx_run_mark_changed (run, error) &&
           evx_index_put_page (run->index, task->document->id, page, packed, &keys, error) &&
           (run->shard.parts > 1 || evx_finisher_glance (run->finisher, task->document->id, page, packed, error));
}

static gboolean
task_finished (EvxTask *task, gpointer user, GError **error)
{
    EvxRunner *run = user;
    EvxErrand *errand = task->data;
    EvxDocument *document = task->document;
    if (errand->note != NULL)
        evx_run_set_trouble (document, EVX_NONE, errand->note);
    if (task->code != EVX_NONE || errand->over > 0)
        evx_run_set_opened (task, errand->over);
    if (task->fd >= 0 && evx_intake_changed (errand->input, task->fd))
        evx_run_set_trouble (document, EVX_ERROR_CHANGED, "changed while it was read");
    if (document->n_pages == 0)
        run->passed_bytes += errand->input->size;
    gboolean ok = evx_run_finish (run, errand->input, document, error);
    evx_errand_free (g_steal_pointer (&task->data));
    return ok;
}

/* The pages of documents that are not opened yet are guessed from their bytes, by those that are and, until there
 * are some, by what a page usually takes: one small file of many pages must not make millions of them. */
static double
expected_pages (const EvxRunner *run)
{
    double known = (double) run->known_pages;
    goffset unopened = run->bytes - run->opened_bytes - run->passed_bytes - run->copy_bytes;
    double a_byte = (known + USUAL_PAGES) / ((double) run->opened_bytes + USUAL_PAGES * USUAL_PAGE_BYTES);
    return known + (unopened > 0 ? (double) unopened * a_byte : 0);
}

static gboolean
tick (gpointer user, GError **error)
{
    EvxRunner *run = user;
    run->state.n_pages = expected_pages (run);
    run->state.estimated = run->bytes > run->opened_bytes + run->passed_bytes;
    evx_progress_update (run->progress, &run->state);
    gboolean due = run->in_transaction && (run->pages_in_transaction >= PAGES_A_COMMIT ||
                                           g_get_monotonic_time () - run->began >= COMMIT_US);
    return !due || evx_run_commit (run, error);
}

static const EvxPoolClient client = { next_task, task_opened, stored_page, take_page, task_finished, tick };

/* ---- begin and end ---------------------------------------------------------------------------------------------------- */

static gboolean
set_meta_changed (EvxRunner *run, const char *name, const char *value, GError **error)
{
    g_autofree char *stored = evx_index_meta (run->index, name);
    return g_strcmp0 (stored, value) == 0 ||
           (evx_run_begin (run, error) && evx_index_set_meta (run->index, name, value, error));
}

static gboolean
note_run (EvxRunner *run, GError **error)
{
    g_autofree char *settings = evx_options_describe (run->request->options, NULL);
    g_autofree char *before = evx_index_meta (run->index, "document-key");
    g_autofree char *now = evx_plan_document_key (&run->plan);
    run->refinish = g_strcmp0 (before, now) != 0;
    return evx_run_begin (run, error) && set_meta_changed (run, "version", EVX_VERSION, error) &&
           set_meta_changed (run, "shard", evx_options_text (run->request->options, "shard"), error) &&
           set_meta_changed (run, "sandbox", evx_pool_sandbox (run->plan.pool), error) &&
           set_meta_changed (run, "settings", settings, error) &&
           evx_custody_start (run->index, run->request, &run->plan, error) && evx_run_commit (run, error);
}

/* The progress counts the pages of this run alone: who waits for the rest of a long one is told what there was before. */
static void
say_resumed (const EvxRunner *run)
{
    guint n_done = 0, n_known = 0;
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, run->inputs->known);
    for (; g_hash_table_iter_next (&iter, NULL, &value); n_known++)
        n_done += ((const EvxInput *) value)->status != EVX_STATUS_NONE;
    if (n_done < n_known && run->shard.parts == 1 && !run->request->quiet && !run->request->watch)
        g_printerr ("evidex %s: goes on where the run before stopped: %u of %u inputs were finished.\n",
                    run->request->verb, n_done, n_known);
}

static void
expect (EvxRunner *run, const EvxInput *input, GHashTable *lengths)
{
    gint64 length = input->size;
    if (input->status != EVX_STATUS_NONE)
        return;
    run->bytes += input->size;
    if (!g_hash_table_add (lengths, g_memdup2 (&length, sizeof length)))
        run->copy_bytes += input->size;
}

#define NAME_SHOWN 40 /* characters: the line is to fit a terminal */

static void
say_opening (const char *file, guint i, guint n, gpointer user)
{
    EvxRunner *run = user;
    g_autofree char *name = evx_verb_printable (file);
    glong over = g_utf8_strlen (name, -1) - NAME_SHOWN;
    g_autofree char *text =
        g_strdup_printf ("opening archives and Office files: %u of %u inputs, at %s%s", i, n, over > 0 ? "…" : "",
                         g_utf8_offset_to_pointer (name, MAX (over, 0)));
    evx_progress_say (run->progress, text);
}

/* Every path has its row before any of them is read. */
static gboolean
list_inputs (EvxRunner *run, GError **error)
{
    EvxInputs *inputs = run->inputs;
    say_resumed (run);
    if (run->request->roots == NULL)
        evx_inputs_again (inputs);
    else if (!evx_inputs_walk (inputs, run->request->roots, run->request->out, run->request->options, error))
        return FALSE;
    gboolean unpacked =
        evx_inputs_unpack (inputs, run->unpacker, run->index, run->request->options, say_opening, run, error);
    evx_progress_clear (run->progress);
    if (!unpacked)
        return FALSE;
    run->state.n_documents = inputs->list->len;
    g_autoptr (GHashTable) lengths = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < inputs->list->len; i++) {
        EvxInput *input = g_ptr_array_index (inputs->list, i);
        expect (run, input, lengths);
        if (g_hash_table_contains (inputs->known, input->path))
            continue;
        if (!evx_run_put_input (run, input, error))
            return FALSE;
    }
    return evx_run_commit (run, error);
}

/* What was read from an input that is gone is kept, and its row says so. */
static gboolean
note_missing (EvxRunner *run, GError **error)
{
    guint n = run->inputs->missing->len;
    for (guint i = 0; i < n; i++) {
        EvxInput *input = g_ptr_array_index (run->inputs->missing, i);
        g_autoptr (GError) local = NULL;
        if (input->code == EVX_ERROR_UNREADABLE)
            continue;
        evx_run_settle_input (input, input->status, EVX_ERROR_UNREADABLE,
                              "no longer found; what was read from it is kept");
        if (!evx_run_begin (run, error) || !evx_index_put_input (run->index, input, error) ||
            !evx_custody_missing (run->index, input, error))
            return FALSE;
    }
    if (n > 0 && !run->request->quiet && !run->request->watch)
        g_printerr ("evidex %s: %u input%s of earlier runs %s no longer there; what was read from %s is "
                    "kept.\nSee `evidex status %s`.\n", run->request->verb, n, n == 1 ? "" : "s",
                    n == 1 ? "is" : "are", n == 1 ? "it" : "them", run->request->out);
    return TRUE;
}

static gboolean
settle_collection (EvxRunner *run, GError **error)
{
    g_autofree char *before = evx_index_meta (run->index, "collection-key");
    g_autofree char *now = evx_plan_collection_key (&run->plan);
    g_autofree char *document_key = evx_plan_document_key (&run->plan);
    if (!note_missing (run, error) || !set_meta_changed (run, "document-key", document_key, error))
        return FALSE;
    if (run->shard.parts == 1 && g_strcmp0 (before, now) != 0 &&
        (!evx_run_begin (run, error) || !evx_finish_collection (run->finisher, error) ||
         !evx_custody_collection (run->index, error) ||
         !evx_index_set_meta (run->index, "collection-key", now, error)))
        return FALSE;
    return evx_run_begin (run, error) && evx_custody_end (run->index, error) && evx_run_commit (run, error);
}

static gboolean
read_inputs (EvxRunner *run, EvxPool *pool, GError **error)
{
    g_autoptr (GError) local = NULL;
    if (!list_inputs (run, error))
        return FALSE;
    gboolean ok = evx_pool_run (pool, &client, run, &local);
    evx_progress_clear (run->progress);
    if (ok)
        return settle_collection (run, error);
    if (!evx_run_begin (run, NULL) || !evx_custody_stopped (run->index, local, NULL) || !evx_run_commit (run, NULL))
        g_debug ("the last pages could not be stored");
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
}

/* ---- the whole -------------------------------------------------------------------------------------------------------- */

char **
evx_run_passwords (const EvxOptions *options, GError **error)
{
    const char *file = evx_options_text (options, "password-file");
    g_autofree char *text = NULL;
    g_autoptr (GError) local = NULL;
    if (*file == '\0')
        return NULL;
    if (!g_file_get_contents (file, &text, NULL, &local)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s: %s", file, local->message);
        return NULL;
    }
    char **lines = g_strsplit (g_strchomp (text), "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
        g_strchomp (lines[i]);
    return lines;
}

/* Nothing that was named can be read: the user must hear it as an error. */
static gboolean
check_inputs (const EvxRunner *run, GError **error)
{
    const GPtrArray *list = run->inputs->list;
    gboolean any = FALSE;
    for (guint i = 0; i < list->len; i++) {
        const EvxInput *input = g_ptr_array_index (list, i);
        any |= input->code != EVX_ERROR_UNREADABLE && input->code != EVX_ERROR_PERMISSION;
    }
    if (any || run->request->roots == NULL || run->request->watch)
        return TRUE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_UNREADABLE,
                 list->len == 0 ? "no input was found" : "no input could be read");
    return FALSE;
}

static int
print_result (EvxRunner *run, GError **error)
{
    g_autoptr (EvxLedger) ledger = evx_index_ledger (run->index, error);
    if (ledger == NULL)
        return -1;
    if (run->request->watch && !run->request->json && !run->request->quiet)
        evx_ledger_print_line (ledger);
    else if (run->request->json || !run->request->quiet)
        evx_ledger_print (ledger, run->request->json);
    if (run->request->watch)
        return EVX_EXIT_DONE;
    if (run->request->json && !evx_ledger_print_inputs_json (run->index, error))
        return -1;
    if (run->shard.parts > 1 && !run->request->quiet)
        g_printerr ("This was part %u of %u (from 0); `evidex merge OUT PART...` joins all of them.\n",
                    run->shard.part, run->shard.parts);
    if (ledger->inputs > 0 && ledger->skipped == ledger->inputs) {
        g_printerr ("Nothing was read: `evidex status %s` names each input and why it was left out.\n",
                    run->request->out);
        return EVX_EXIT_INCOMPLETE;
    }
    guint64 unread = ledger->pages_failed + ledger->failed + ledger->unsupported;
    if (run->shard.parts > 1 ? unread == 0 : !evx_ledger_incomplete (ledger))
        return EVX_EXIT_DONE;
    if (!run->request->quiet)
        g_printerr ("Some of it could not be read: `evidex status %s` names each.\n", run->request->out);
    return EVX_EXIT_INCOMPLETE;
}

static int
run_with_pool (EvxRunner *run, EvxPool *pool, GError **error)
{
    g_autoptr (EvxIndex) index = evx_index_create (run->request->out, error);
    if (index == NULL)
        return -1;
    run->index = index;
    g_autoptr (EvxInputs) inputs = evx_inputs_new (index, error);
    g_autoptr (EvxFinisher) finisher =
        inputs != NULL ? evx_finisher_new (&run->plan, index, error) : NULL;
    if (finisher == NULL)
        return -1;
    run->inputs = inputs;
    run->finisher = finisher;
    if (!note_run (run, error) || !read_inputs (run, pool, error) || !check_inputs (run, error))
        return -1;
    return print_result (run, error);
}

/* Where nothing of what was named exists, no index is begun. */
static gboolean
check_roots (const char *const *roots, GError **error)
{
    for (guint i = 0; roots != NULL && roots[i] != NULL; i++)
        if (g_file_test (roots[i], G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
            return TRUE;
    if (roots == NULL || roots[0] == NULL)
        return TRUE;
    g_autofree char *name = g_filename_display_name (roots[0]);
    g_set_error (error, EVX_ERROR, EVX_ERROR_UNREADABLE, "%s: no such file or folder", name);
    return FALSE;
}

int
evx_run (const EvxRunRequest *request, const EvxStage *const *stages, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_auto (GStrv) passwords = evx_run_passwords (request->options, &local);
    if (local != NULL) {
        g_propagate_error (error, g_steal_pointer (&local));
        return -1;
    }
    EvxShard shard;
    if (!check_roots (request->roots, error) ||
        !evx_shard_parse (evx_options_text (request->options, "shard"), &shard, error))
        return -1;
    g_autoptr (EvxPool) pool =
        evx_pool_new (stages, request->options, (const char *const *) passwords, error);
    if (pool == NULL)
        return -1;
    g_autoptr (EvxUnpacker) unpacker =
        evx_unpacker_new (request->options, (const char *const *) passwords, error);
    if (unpacker == NULL)
        return -1;
    g_autoptr (EvxProgress) progress = evx_progress_new (request->verb, request->quiet);
    g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    EvxRunner run = { .request = request, .shard = shard, .written = written, .plan = { stages, request->options, pool },
                      .unpacker = unpacker, .progress = progress, .has_passwords = passwords != NULL };
    return run_with_pool (&run, pool, error);
}
