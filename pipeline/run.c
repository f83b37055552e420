/* A run from inputs to index: walk, then for each input in order: hash, see what is stale, let the pool
 * read it, store pages as they come, finish the document; last, the collection. The supervisor alone
 * writes, some hundred pages a transaction; whatever is committed is never done again. */
#include "run.h"

#include "custody.h"
#include "finish.h"
#include "inputs.h"
#include "ledger.h"
#include "office.h"
#include "pack.h"
#include "pool.h"
#include "progress.h"
#include "shard.h"
#include "verb.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PAGES_A_COMMIT 500
#define COMMIT_US (500 * 1000)
#define USUAL_PAGES 20         /* as if so many had been seen */
#define USUAL_PAGE_BYTES 50000 /* text 20 kB, scans 100 kB and more */
#define MESSAGES_A_CODE 20 /* the ledger has the rest */

typedef struct {
    const EvxRunRequest *request;
    EvxIndex *index;
    EvxPlan plan;
    EvxUnpacker *unpacker;
    EvxInputs *inputs;
    GHashTable *written; /* paths whose row this run has written */
    EvxFinisher *finisher;
    EvxProgress *progress;
    EvxShard shard;
    gboolean has_passwords;
    gboolean refinish;       /* the document stages are not those of the run before */
    gboolean changed;        /* some document is not as it was before this run */
    guint next;              /* in inputs->list */
    gboolean in_transaction;
    gint64 began;            /* when the transaction began */
    guint pages_in_transaction;
    EvxProgressState state;
    goffset bytes, opened_bytes, passed_bytes; /* all inputs; of those whose pages are known; with no page to read */
    guint64 known_pages;
    guint messages[EVX_N_ERRORS];
} Run;

/* The client's part of a task. */
typedef struct {
    EvxInput *input;  /* lent by the list */
    char *note;       /* what was mended */
    guint over;       /* how many pages it has, where that is more than the limit */
    GByteArray *kept; /* (nullable): EvxPageWork of the pages that the index has, where more may follow */
} Errand;

/* ---- messages ------------------------------------------------------------------------------------------- */

static void
say (Run *run, const char *file, gint page, int code, const char *reason)
{
    guint n = ++run->messages[code >= 0 && code < EVX_N_ERRORS ? code : EVX_ERROR_INTERNAL];
    if (n > MESSAGES_A_CODE)
        return;
    g_autofree char *shown = evx_verb_printable (file);
    g_autofree char *why = evx_verb_printable (reason != NULL ? reason : evx_error_name (code));
    g_autofree char *where = page >= 0 ? g_strdup_printf (" page %d:", page + 1) : g_strdup ("");
    evx_progress_clear (run->progress);
    g_printerr ("evidex %s: %s:%s %s\n", run->request->verb, shown, where, why);
    if (n == 1 && evx_verb_advice (code) != NULL)
        g_printerr ("%s\n", evx_verb_advice (code));
    if (n == MESSAGES_A_CODE)
        g_printerr ("More of this kind are in the ledger: `evidex status %s`.\n", run->request->out);
}

/* ---- transactions --------------------------------------------------------------------------------------- */

/* The first change of a run takes back what the collection stages said: they must look again. */
static gboolean
begin (Run *run, GError **error)
{
    if (run->in_transaction)
        return TRUE;
    if (!evx_index_begin (run->index, error))
        return FALSE;
    run->in_transaction = TRUE;
    run->began = g_get_monotonic_time ();
    run->pages_in_transaction = 0;
    return TRUE;
}

static gboolean
commit (Run *run, GError **error)
{
    if (!run->in_transaction)
        return TRUE;
    run->in_transaction = FALSE;
    return evx_index_commit (run->index, error);
}

static gboolean
mark_changed (Run *run, GError **error)
{
    if (!begin (run, error))
        return FALSE;
    if (run->changed)
        return TRUE;
    run->changed = TRUE;
    return evx_index_set_meta (run->index, "collection-key", "", error);
}

/* ---- inputs ------------------------------------------------------------------------------------------------ */

/* Writes the row of an input unless the index has it so. */
static gboolean
put_input (Run *run, const EvxInput *input, GError **error)
{
    if (!g_hash_table_contains (run->written, input->path) && evx_inputs_same (run->inputs, input))
        return TRUE;
    g_hash_table_add (run->written, g_strdup (input->path));
    return begin (run, error) && evx_index_put_input (run->index, input, error);
}

static void
settle_input (EvxInput *input, EvxStatus status, int code, const char *reason)
{
    char *copy = g_strdup (reason);
    g_free (input->reason);
    input->status = status;
    input->code = code;
    input->reason = copy;
}

static gboolean
close_input (Run *run, EvxInput *input, GError **error)
{
    if (input->status == EVX_STATUS_FAILED)
        say (run, input->file, EVX_NONE, input->code, input->reason);
    run->state.documents++;
    return put_input (run, input, error);
}

/* Of a document with pages, the pages have said what is wrong. */
static gboolean
close_input_as (Run *run, EvxInput *input, const EvxDocument *document, GError **error)
{
    settle_input (input, document->status, document->code, document->reason);
    if (document->status == EVX_STATUS_DONE)
        settle_input (input, EVX_STATUS_DONE, EVX_NONE, NULL);
    if (document->status == EVX_STATUS_FAILED && document->n_pages == 0)
        return close_input (run, input, error);
    run->state.documents++;
    return put_input (run, input, error);
}

/* ---- what is stale -------------------------------------------------------------------------------------------- */

static void
errand_free (Errand *errand)
{
    g_free (errand->note);
    g_clear_pointer (&errand->kept, g_byte_array_unref);
    g_free (errand);
}

static EvxTask *
new_task (EvxInput *input, EvxDocument *document, int fd)
{
    EvxTask *task = evx_task_new (document, fd);
    Errand *errand = g_new0 (Errand, 1);
    errand->input = input;
    task->data = errand;
    return task;
}

static EvxDocument *
new_document (const EvxInput *input)
{
    EvxDocument *document = evx_document_new (input->document_id, input->file);
    document->size = input->size;
    return document;
}

/* A document that could not be read as a whole is tried again only where that can help. */
static gboolean
is_settled (const Run *run, const EvxDocument *document, const GArray *keys)
{
    gboolean passwords = document->code == EVX_ERROR_PASSWORD && run->has_passwords;
    if (document->status == EVX_STATUS_NONE || run->request->retry || passwords)
        return FALSE;
    return keys->len > 0 || document->status == EVX_STATUS_FAILED;
}

/* Fills task->work. Returns: whether anything is stale, and of what kind. */
static EvxPageWork
plan_pages (const Run *run, EvxTask *task, const GArray *keys)
{
    EvxPageWork most = EVX_WORK_NONE;
    for (guint i = 0; i < keys->len; i++) {
        guint8 work = (guint8) evx_plan_work (&run->plan, task->document->id, i,
                                              &g_array_index (keys, EvxPageKeys, i), run->request->retry);
        if (!evx_shard_has (&run->shard, task->document->id, i))
            work = EVX_WORK_NONE;
        g_byte_array_append (task->work, &work, 1);
        if (work == EVX_WORK_READ || (work == EVX_WORK_TAG && most == EVX_WORK_NONE))
            most = work;
    }
    return most;
}

static guint
count_work (const EvxTask *task)
{
    guint n = 0;
    for (guint i = 0; i < task->work->len; i++)
        n += task->work->data[i] != EVX_WORK_NONE;
    return n;
}

/* A part of a run leaves documents unfinished: `evidex merge` finishes them. */
static gboolean
put_part (Run *run, EvxInput *input, EvxDocument *document, GError **error)
{
    document->status = EVX_STATUS_NONE;
    run->state.documents++;
    return mark_changed (run, error) && evx_index_put_document (run->index, document, error) &&
           put_input (run, input, error);
}

static gboolean
finish (Run *run, EvxInput *input, EvxDocument *document, GError **error)
{
    if (run->shard.parts > 1)
        return put_part (run, input, document, error);
    return mark_changed (run, error) && evx_finish_document (run->finisher, document, error) &&
           evx_custody_read (run->index, document, error) && close_input_as (run, input, document, error);
}

static void
set_trouble (EvxDocument *document, int code, const char *reason)
{
    g_free (document->reason);
    document->code = code;
    document->reason = g_strdup (reason);
}

#define OVER "has %u pages; the limit is %u"

/* How many pages a document has of which only the first were read; 0 if all were. It stands in its reason, behind
 * what failed of the pages that were read. */
static guint
pages_over (const EvxDocument *document)
{
    guint claimed = 0, limit = 0;
    const char *last = document->reason != NULL ? g_strrstr (document->reason, "has ") : NULL;
    return last != NULL && sscanf (last, OVER, &claimed, &limit) == 2 && claimed > document->n_pages ? claimed : 0;
}

/* What opening the document showed. @over: as pages_over says. */
static void
set_opened (const EvxTask *task, guint over)
{
    EvxDocument *document = task->document;
    g_autofree char *limit = over > 0 ? g_strdup_printf (OVER, over, document->n_pages) : NULL;
    g_autofree char *both = limit != NULL && task->reason != NULL ? g_strconcat (task->reason, "; ", limit, NULL) : NULL;
    set_trouble (document, task->code == EVX_NONE && over > 0 ? EVX_ERROR_TOO_BIG : task->code,
                 both != NULL ? both : limit != NULL ? limit : task->reason);
}

/* What is wrong with the document is found anew, but for what opening it alone shows. */
static void
forget_trouble (EvxTask *task)
{
    Errand *errand = task->data;
    if (task->document->code == EVX_NONE)
        return; /* at most it says what was mended */
    errand->over = pages_over (task->document);
    if (task->document->code == EVX_ERROR_TRUNCATED)
        evx_task_cut_short (task, MAX (errand->over, task->document->n_pages));
    set_opened (task, errand->over);
}

/* Pages beyond a limit that was lower before: then the document is opened again, to be read on. */
static gboolean
goes_on (const Run *run, const EvxTask *known)
{
    return pages_over (known->document) > 0 &&
           (guint) evx_options_int (run->request->options, "document-pages") > known->work->len;
}

static void
open_again (EvxTask *known)
{
    Errand *errand = known->data;
    errand->kept = g_steal_pointer (&known->work);
    known->work = g_byte_array_new ();
    set_trouble (known->document, EVX_NONE, NULL);
}

/* Nothing is stale: at most the document stages have to look again. */
static gboolean
keep_or_finish (Run *run, EvxTask *task, gboolean settled, GError **error)
{
    Errand *errand = task->data;
    gboolean same_file = strcmp (task->document->file, errand->input->file) == 0;
    if (settled && same_file && !run->refinish)
        return close_input_as (run, errand->input, task->document, error);
    g_free (task->document->file);
    task->document->file = g_strdup (errand->input->file);
    if (task->work->len > 0) /* else it is not opened at all, and what was wrong still is */
        forget_trouble (task);
    return finish (run, errand->input, task->document, error);
}

static void
discard (EvxTask *task)
{
    errand_free (task->data);
    evx_task_free (task);
}

/* The stored state of a document that is read again is taken back first, so that a run that is killed
 * in the middle does not leave it as done. */
static gboolean
reopen (Run *run, EvxTask *task, GError **error)
{
    EvxDocument *document = task->document;
    document->status = EVX_STATUS_NONE;
    forget_trouble (task);
    return mark_changed (run, error) && put_input (run, ((Errand *) task->data)->input, error) &&
           evx_index_put_document (run->index, document, error);
}

/* Decides what to do with a document that the index knows. *task stays NULL if there is nothing. */
static gboolean
plan_known (Run *run, EvxTask *known, EvxTask **task, GError **error)
{
    g_autoptr (GArray) keys = evx_index_page_keys (run->index, known->document->id, error);
    if (keys == NULL)
        return FALSE;
    EvxPageWork most = plan_pages (run, known, keys);
    gboolean settled = is_settled (run, known->document, keys);
    if (goes_on (run, known)) {
        open_again (known);
        *task = known;
        return reopen (run, known, error);
    }
    if (most == EVX_WORK_NONE && (settled || keys->len > 0)) {
        run->passed_bytes += ((Errand *) known->data)->input->size;
        gboolean ok = keep_or_finish (run, known, settled, error);
        discard (known);
        return ok;
    }
    if (most == EVX_WORK_TAG) {
        close (known->fd);
        known->fd = -1;
    }
    run->known_pages += count_work (known);
    run->opened_bytes += ((Errand *) known->data)->input->size;
    *task = known;
    return reopen (run, known, error);
}

static gboolean
plan_document (Run *run, EvxInput *input, int fd, EvxTask **task, GError **error)
{
    g_autoptr (GError) local = NULL;
    EvxDocument *document = evx_index_document (run->index, input->document_id, &local);
    if (document != NULL)
        return plan_known (run, new_task (input, document, fd), task, error);
    if (!g_error_matches (local, EVX_ERROR, EVX_ERROR_NOT_FOUND)) {
        close (fd);
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    *task = new_task (input, new_document (input), fd);
    return put_input (run, input, error);
}

static gboolean
close_duplicate (Run *run, EvxInput *input, const char *owner, GError **error)
{
    const EvxInput *other = g_hash_table_lookup (run->inputs->known, owner);
    const char *name = other != NULL ? other->file : owner;
    for (guint i = 0; other == NULL && i < run->inputs->list->len; i++) {
        const EvxInput *at = g_ptr_array_index (run->inputs->list, i);
        if (strcmp (at->path, owner) == 0)
            name = at->file;
    }
    g_autofree char *reason = g_strdup_printf ("the same bytes as %s", name);
    run->passed_bytes += input->size;
    settle_input (input, EVX_STATUS_SKIPPED, EVX_ERROR_DUPLICATE, reason);
    return close_input (run, input, error);
}

/* An input of @id besides @path; NULL if there is none. */
static EvxInput *
another_with (const Run *run, const char *id, const char *path)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, run->inputs->known);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        EvxInput *known = value;
        if (g_strcmp0 (known->document_id, id) == 0 && strcmp (known->path, path) != 0)
            return known;
    }
    return NULL;
}

/* The file holds other bytes than before. What was read from the old ones goes, unless a copy of them
 * is still there: then that stands for them from now on. */
static gboolean
replace_bytes (Run *run, const EvxInput *input, GError **error)
{
    const EvxInput *before = g_hash_table_lookup (run->inputs->known, input->path);
    if (before == NULL || before->document_id == NULL || before->code == EVX_ERROR_DUPLICATE ||
        strcmp (before->document_id, input->document_id) == 0)
        return TRUE;
    EvxInput *copy = another_with (run, before->document_id, input->path);
    g_hash_table_remove (run->inputs->owners, before->document_id);
    if (copy == NULL)
        return mark_changed (run, error) &&
               evx_index_forget_document (run->index, before->document_id, error);
    g_autoptr (EvxDocument) document = evx_index_document (run->index, before->document_id, error);
    if (document == NULL)
        return FALSE;
    g_hash_table_insert (run->inputs->owners, g_strdup (document->id), g_strdup (copy->path));
    g_free (document->file);
    document->file = g_strdup (copy->file);
    settle_input (copy, document->status, EVX_NONE, document->reason);
    return mark_changed (run, error) && evx_index_put_input (run->index, copy, error) &&
           evx_index_put_document (run->index, document, error);
}

/* A path that was not seen before with these bytes goes into the custody log. */
static gboolean
log_sight (Run *run, const EvxInput *input, GError **error)
{
    const EvxInput *before = g_hash_table_lookup (run->inputs->known, input->path);
    const char *was = before != NULL ? before->document_id : NULL;
    if (g_strcmp0 (was, input->document_id) == 0)
        return TRUE;
    return begin (run, error) && (was == NULL || evx_custody_changed (run->index, input, was, error)) &&
           evx_custody_document (run->index, input, error);
}

/* It has no pages of its own; what it holds stands behind it in the list. */
static gboolean
close_container (Run *run, EvxInput *input, GError **error)
{
    const EvxOpened *opened = g_hash_table_lookup (run->inputs->opened, input->path);
    guint n = opened != NULL ? opened->n_held : 0;
    gboolean whole = opened == NULL || opened->trouble == EVX_NONE;
    g_autofree char *reason = g_strdup_printf ("holds %u file%s%s%s", n, n == 1 ? "" : "s", whole ? "" : "; ",
                                               whole ? "" : opened->reason);
    run->passed_bytes += input->size;
    settle_input (input, whole ? EVX_STATUS_DONE : n > 0 ? EVX_STATUS_PARTIAL : EVX_STATUS_FAILED,
                  whole ? EVX_NONE : opened->trouble, whole || n > 0 ? reason : opened->reason);
    return close_input (run, input, error);
}

/* Its PDF stands behind it in the list, where there is one. */
static gboolean
close_office (Run *run, EvxInput *input, GError **error)
{
    if (g_hash_table_contains (run->inputs->opened, input->path))
        return close_container (run, input, error);
    run->passed_bytes += input->size;
    settle_input (input, EVX_STATUS_SKIPPED, EVX_ERROR_UNSUPPORTED,
                  "an Office file, read only where LibreOffice is installed: " EVX_OFFICE_PACKAGES);
    return close_input (run, input, error);
}

static gboolean
consider (Run *run, EvxInput *input, EvxTask **task, GError **error)
{
    if (input->status != EVX_STATUS_NONE)
        return close_input (run, input, error);
    int fd = evx_intake_load (input, run->request->options);
    if (fd < 0) {
        run->passed_bytes += input->size;
        return close_input (run, input, error);
    }
    if (!log_sight (run, input, error) || !replace_bytes (run, input, error)) {
        close (fd);
        return FALSE;
    }
    const char *owner = g_hash_table_lookup (run->inputs->owners, input->document_id);
    if (owner != NULL && strcmp (owner, input->path) != 0) {
        close (fd);
        return close_duplicate (run, input, owner, error);
    }
    g_hash_table_insert (run->inputs->owners, g_strdup (input->document_id), g_strdup (input->path));
    if (evx_intake_is_container (evx_intake_kind (fd))) {
        close (fd);
        return close_container (run, input, error);
    }
    if (evx_intake_kind (fd) == EVX_KIND_OFFICE) {
        close (fd);
        return close_office (run, input, error);
    }
    return plan_document (run, input, fd, task, error);
}

/* ---- the pool's client -------------------------------------------------------------------------------------------- */

static gboolean
next_task (EvxTask **task, gboolean *more, gpointer user, GError **error)
{
    Run *run = user;
    *task = NULL;
    *more = run->next < run->inputs->list->len;
    return !*more || consider (run, g_ptr_array_index (run->inputs->list, run->next++), task, error);
}

static guint8
work_of (const Run *run, const EvxTask *task, guint page)
{
    const GByteArray *kept = ((const Errand *) task->data)->kept;
    if (kept != NULL && page < kept->len)
        return kept->data[page];
    return evx_shard_has (&run->shard, task->document->id, page) ? EVX_WORK_READ : EVX_WORK_NONE;
}

static gboolean
task_opened (EvxTask *task, const char *repair, gpointer user, GError **error)
{
    Run *run = user;
    Errand *errand = task->data;
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
        run->known_pages += count_work (task);
        run->opened_bytes += errand->input->size;
    }
    if (task->code != EVX_NONE || errand->over > 0)
        set_opened (task, errand->over);
    return mark_changed (run, error) && evx_index_put_document (run->index, task->document, error);
}

static GBytes *
stored_page (EvxTask *task, guint page, gpointer user, GError **error)
{
    Run *run = user;
    g_autoptr (EvxPage) stored = evx_index_page (run->index, task->document->id, page, error);
    return stored != NULL ? evx_page_pack (stored) : NULL;
}

static gboolean
take_page (EvxTask *task, EvxPage *page, GBytes *packed, gpointer user, GError **error)
{
    Run *run = user;
    EvxOutcome outcome = evx_plan_outcome_of (page);
    EvxPageKeys keys = evx_plan_keys (&run->plan, task->document->id, page->index, outcome);
    run->state.pages++;
    run->state.failed += outcome == EVX_OUTCOME_FAILED;
    if (page->code != EVX_NONE)
        say (run, task->document->file, (gint) page->index, page->code, page->reason);
    run->pages_in_transaction++;
    return mark_changed (run, error) &&
           evx_index_put_page (run->index, task->document->id, page, packed, &keys, error) &&
           (run->shard.parts > 1 || evx_finisher_glance (run->finisher, task->document->id, page, error));
}

static gboolean
task_finished (EvxTask *task, gpointer user, GError **error)
{
    Run *run = user;
    Errand *errand = task->data;
    EvxDocument *document = task->document;
    if (errand->note != NULL)
        set_trouble (document, EVX_NONE, errand->note);
    if (task->code != EVX_NONE || errand->over > 0)
        set_opened (task, errand->over);
    if (task->fd >= 0 && evx_intake_changed (errand->input, task->fd))
        set_trouble (document, EVX_ERROR_CHANGED, "changed while it was read");
    if (document->n_pages == 0)
        run->passed_bytes += errand->input->size;
    gboolean ok = finish (run, errand->input, document, error);
    errand_free (g_steal_pointer (&task->data));
    return ok;
}

/* The pages of documents that are not opened yet are guessed from their bytes, by those that are and, until there
 * are some, by what a page usually takes: one small file of many pages must not make millions of them. */
static double
expected_pages (const Run *run)
{
    double known = (double) run->known_pages;
    goffset unopened = run->bytes - run->opened_bytes - run->passed_bytes;
    double a_byte = (known + USUAL_PAGES) / ((double) run->opened_bytes + USUAL_PAGES * USUAL_PAGE_BYTES);
    return known + (unopened > 0 ? (double) unopened * a_byte : 0);
}

static gboolean
tick (gpointer user, GError **error)
{
    Run *run = user;
    run->state.n_pages = expected_pages (run);
    run->state.estimated = run->bytes > run->opened_bytes + run->passed_bytes;
    evx_progress_update (run->progress, &run->state);
    gboolean due = run->in_transaction && (run->pages_in_transaction >= PAGES_A_COMMIT ||
                                           g_get_monotonic_time () - run->began >= COMMIT_US);
    return !due || commit (run, error);
}

static const EvxPoolClient client = { next_task, task_opened, stored_page, take_page, task_finished, tick };

/* ---- begin and end ---------------------------------------------------------------------------------------------------- */

static gboolean
set_meta_changed (Run *run, const char *name, const char *value, GError **error)
{
    g_autofree char *stored = evx_index_meta (run->index, name);
    return g_strcmp0 (stored, value) == 0 ||
           (begin (run, error) && evx_index_set_meta (run->index, name, value, error));
}

static gboolean
note_run (Run *run, GError **error)
{
    g_autofree char *settings = evx_options_describe (run->request->options, NULL);
    g_autofree char *before = evx_index_meta (run->index, "document-key");
    g_autofree char *now = evx_plan_document_key (&run->plan);
    run->refinish = g_strcmp0 (before, now) != 0;
    return begin (run, error) && set_meta_changed (run, "version", EVX_VERSION, error) &&
           set_meta_changed (run, "shard", evx_options_text (run->request->options, "shard"), error) &&
           set_meta_changed (run, "sandbox", evx_pool_sandbox (run->plan.pool), error) &&
           set_meta_changed (run, "settings", settings, error) &&
           evx_custody_start (run->index, run->request, &run->plan, error) && commit (run, error);
}

/* Every path has its row before any of them is read. */
static gboolean
list_inputs (Run *run, GError **error)
{
    EvxInputs *inputs = run->inputs;
    if (run->request->roots == NULL)
        evx_inputs_again (inputs);
    else if (!evx_inputs_walk (inputs, run->request->roots, run->request->out, run->request->options, error))
        return FALSE;
    if (!evx_inputs_unpack (inputs, run->unpacker, run->index, run->request->options, error))
        return FALSE;
    run->state.n_documents = inputs->list->len;
    for (guint i = 0; i < inputs->list->len; i++) {
        EvxInput *input = g_ptr_array_index (inputs->list, i);
        run->bytes += input->status == EVX_STATUS_NONE ? input->size : 0;
        if (g_hash_table_contains (inputs->known, input->path))
            continue;
        if (!put_input (run, input, error))
            return FALSE;
    }
    return commit (run, error);
}

/* What was read from an input that is gone is kept, and its row says so. */
static gboolean
note_missing (Run *run, GError **error)
{
    guint n = run->inputs->missing->len;
    for (guint i = 0; i < n; i++) {
        EvxInput *input = g_ptr_array_index (run->inputs->missing, i);
        g_autoptr (GError) local = NULL;
        if (input->code == EVX_ERROR_UNREADABLE)
            continue;
        settle_input (input, input->status, EVX_ERROR_UNREADABLE,
                      "no longer found; what was read from it is kept");
        if (!begin (run, error) || !evx_index_put_input (run->index, input, error) ||
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
settle_collection (Run *run, GError **error)
{
    g_autofree char *before = evx_index_meta (run->index, "collection-key");
    g_autofree char *now = evx_plan_collection_key (&run->plan);
    g_autofree char *document_key = evx_plan_document_key (&run->plan);
    if (!note_missing (run, error) || !set_meta_changed (run, "document-key", document_key, error))
        return FALSE;
    if (run->shard.parts == 1 && g_strcmp0 (before, now) != 0 &&
        (!begin (run, error) || !evx_finish_collection (run->finisher, error) ||
         !evx_custody_collection (run->index, error) ||
         !evx_index_set_meta (run->index, "collection-key", now, error)))
        return FALSE;
    return begin (run, error) && evx_custody_end (run->index, error) && commit (run, error);
}

static gboolean
read_inputs (Run *run, EvxPool *pool, GError **error)
{
    g_autoptr (GError) local = NULL;
    if (!list_inputs (run, error))
        return FALSE;
    gboolean ok = evx_pool_run (pool, &client, run, &local);
    evx_progress_clear (run->progress);
    if (ok)
        return settle_collection (run, error);
    if (!begin (run, NULL) || !evx_custody_stopped (run->index, local, NULL) || !commit (run, NULL))
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
check_inputs (const Run *run, GError **error)
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
print_result (Run *run, GError **error)
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
    if (run->request->json && !evx_ledger_print_inputs (run->index, TRUE, error))
        return -1;
    if (run->shard.parts > 1 && !run->request->quiet)
        g_printerr ("This was part %u of %u (from 0); `evidex merge OUT PART...` joins all of them.\n",
                    run->shard.part, run->shard.parts);
    if (ledger->inputs > 0 && ledger->skipped == ledger->inputs) {
        g_printerr ("Nothing was read: `evidex status %s` names each input and why it was left out.\n",
                    run->request->out);
        return EVX_EXIT_INCOMPLETE;
    }
    if (run->shard.parts > 1 ? ledger->pages_failed + ledger->failed == 0 : !evx_ledger_incomplete (ledger))
        return EVX_EXIT_DONE;
    if (!run->request->quiet)
        g_printerr ("Some of it could not be read: `evidex status %s` names each.\n", run->request->out);
    return EVX_EXIT_INCOMPLETE;
}

static int
run_with_pool (Run *run, EvxPool *pool, GError **error)
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
    Run run = { .request = request, .shard = shard, .written = written, .plan = { stages, request->options, pool },
                .unpacker = unpacker, .progress = progress, .has_passwords = passwords != NULL };
    return run_with_pool (&run, pool, error);
}
