/* What is to be done of an input: nothing, or a task for the pool. A document that the index knows is read again
 * only where a page of it is stale, and finished again where the document stages are. */
#include "run-internal.h"

#include "custody.h"
#include "office.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
evx_errand_free (EvxErrand *errand)
{
    g_free (errand->note);
    g_clear_pointer (&errand->kept, g_byte_array_unref);
    g_free (errand);
}

static EvxTask *
new_task (EvxInput *input, EvxDocument *document, int fd)
{
    EvxTask *task = evx_task_new (document, fd);
    EvxErrand *errand = g_new0 (EvxErrand, 1);
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
is_settled (const EvxRunner *run, const EvxDocument *document, const GArray *keys)
{
    gboolean passwords = document->code == EVX_ERROR_PASSWORD && run->has_passwords;
    if (document->status == EVX_STATUS_NONE || run->request->retry || passwords)
        return FALSE;
    return keys->len > 0 || document->status == EVX_STATUS_FAILED;
}

/* Fills task->work. Returns: whether anything is stale, and of what kind. */
static EvxPageWork
plan_pages (const EvxRunner *run, EvxTask *task, const GArray *keys)
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

guint
evx_run_count_work (const EvxTask *task)
{
    guint n = 0;
    for (guint i = 0; i < task->work->len; i++)
        n += task->work->data[i] != EVX_WORK_NONE;
    return n;
}

void
evx_run_set_trouble (EvxDocument *document, int code, const char *reason)
{
    g_free (document->reason);
    document->code = code;
    document->reason = g_strdup (reason);
}

#define OVER "has %u pages; the limit is %u (--document-pages)"

/* How many pages a document has of which only the first were read; 0 if all were. It stands in its reason, behind
 * what failed of the pages that were read. */
static guint
pages_over (const EvxDocument *document)
{
    guint claimed = 0, limit = 0;
    const char *last = document->reason != NULL ? g_strrstr (document->reason, "has ") : NULL;
    return last != NULL && sscanf (last, OVER, &claimed, &limit) == 2 && claimed > document->n_pages ? claimed : 0;
}

void
evx_run_set_opened (const EvxTask *task, guint over)
{
    EvxDocument *document = task->document;
    g_autofree char *limit = over > 0 ? g_strdup_printf (OVER, over, document->n_pages) : NULL;
    g_autofree char *both = limit != NULL && task->reason != NULL ? g_strconcat (task->reason, "; ", limit, NULL) : NULL;
    evx_run_set_trouble (document, task->code == EVX_NONE && over > 0 ? EVX_ERROR_TOO_BIG : task->code,
                         both != NULL ? both : limit != NULL ? limit : task->reason);
}

/* What is wrong with the document is found anew, but for what opening it alone shows. */
static void
forget_trouble (EvxTask *task)
{
    EvxErrand *errand = task->data;
    if (task->document->code == EVX_NONE)
        return; /* at most it says what was mended */
    errand->over = pages_over (task->document);
    if (task->document->code == EVX_ERROR_TRUNCATED)
        evx_task_cut_short (task, MAX (errand->over, task->document->n_pages));
    evx_run_set_opened (task, errand->over);
}

/* Pages beyond a limit that was lower before: then the document is opened again, to be read on. */
static gboolean
goes_on (const EvxRunner *run, const EvxTask *known)
{
    return pages_over (known->document) > 0 &&
           (guint) evx_options_int (run->request->options, "document-pages") > known->work->len;
}

static void
open_again (EvxTask *known)
{
    EvxErrand *errand = known->data;
    errand->kept = g_steal_pointer (&known->work);
    known->work = g_byte_array_new ();
    evx_run_set_trouble (known->document, EVX_NONE, NULL);
}

/* Nothing is stale: at most the document stages have to look again. */
static gboolean
keep_or_finish (EvxRunner *run, EvxTask *task, gboolean settled, GError **error)
{
    EvxErrand *errand = task->data;
    gboolean same_file = strcmp (task->document->file, errand->input->file) == 0;
    if (settled && same_file && !run->refinish)
        return evx_run_close_input_as (run, errand->input, task->document, error);
    g_free (task->document->file);
    task->document->file = g_strdup (errand->input->file);
    if (task->work->len > 0) /* else it is not opened at all, and what was wrong still is */
        forget_trouble (task);
    return evx_run_finish (run, errand->input, task->document, error);
}

static void
discard (EvxTask *task)
{
    evx_errand_free (task->data);
    evx_task_free (task);
}

/* The stored state of a document that is read again is taken back first, so that a run that is killed
 * in the middle does not leave it as done. */
static gboolean
reopen (EvxRunner *run, EvxTask *task, GError **error)
{
    EvxDocument *document = task->document;
    document->status = EVX_STATUS_NONE;
    forget_trouble (task);
    return evx_run_mark_changed (run, error) && evx_run_put_input (run, ((EvxErrand *) task->data)->input, error) &&
           evx_index_put_document (run->index, document, error);
}

/* Decides what to do with a document that the index knows. *task stays NULL if there is nothing. */
static gboolean
plan_known (EvxRunner *run, EvxTask *known, EvxTask **task, GError **error)
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
        run->passed_bytes += ((EvxErrand *) known->data)->input->size;
        gboolean ok = keep_or_finish (run, known, settled, error);
        discard (known);
        return ok;
    }
    if (most == EVX_WORK_TAG) {
        close (known->fd);
        known->fd = -1;
    }
    run->known_pages += evx_run_count_work (known);
    run->opened_bytes += ((EvxErrand *) known->data)->input->size;
    *task = known;
    return reopen (run, known, error);
}

static gboolean
plan_document (EvxRunner *run, EvxInput *input, int fd, EvxTask **task, GError **error)
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
    return evx_run_put_input (run, input, error);
}

static gboolean
close_duplicate (EvxRunner *run, EvxInput *input, const char *owner, GError **error)
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
    run->copy_bytes = MAX (run->copy_bytes - input->size, 0);
    evx_run_settle_input (input, EVX_STATUS_SKIPPED, EVX_ERROR_DUPLICATE, reason);
    return evx_run_close_input (run, input, error);
}

/* An input of @id besides @path; NULL if there is none. */
static EvxInput *
another_with (const EvxRunner *run, const char *id, const char *path)
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
replace_bytes (EvxRunner *run, const EvxInput *input, GError **error)
{
    const EvxInput *before = g_hash_table_lookup (run->inputs->known, input->path);
    if (before == NULL || before->document_id == NULL || before->code == EVX_ERROR_DUPLICATE ||
        strcmp (before->document_id, input->document_id) == 0)
        return TRUE;
    EvxInput *copy = another_with (run, before->document_id, input->path);
    g_hash_table_remove (run->inputs->owners, before->document_id);
    if (copy == NULL)
        return evx_run_mark_changed (run, error) &&
               evx_index_forget_document (run->index, before->document_id, error);
    g_autoptr (EvxDocument) document = evx_index_document (run->index, before->document_id, error);
    if (document == NULL)
        return FALSE;
    g_hash_table_insert (run->inputs->owners, g_strdup (document->id), g_strdup (copy->path));
    g_free (document->file);
    document->file = g_strdup (copy->file);
    evx_run_settle_input (copy, document->status, EVX_NONE, document->reason);
    return evx_run_mark_changed (run, error) && evx_index_put_input (run->index, copy, error) &&
           evx_index_put_document (run->index, document, error);
}

/* A path that was not seen before with these bytes goes into the custody log. */
static gboolean
log_sight (EvxRunner *run, const EvxInput *input, GError **error)
{
    const EvxInput *before = g_hash_table_lookup (run->inputs->known, input->path);
    const char *was = before != NULL ? before->document_id : NULL;
    if (g_strcmp0 (was, input->document_id) == 0)
        return TRUE;
    return evx_run_begin (run, error) && (was == NULL || evx_custody_changed (run->index, input, was, error)) &&
           evx_custody_document (run->index, input, error);
}

/* It has no pages of its own; what it holds stands behind it in the list. */
static gboolean
close_container (EvxRunner *run, EvxInput *input, GError **error)
{
    const EvxOpened *opened = g_hash_table_lookup (run->inputs->opened, input->path);
    guint n = opened != NULL ? opened->n_held : 0;
    gboolean whole = opened == NULL || opened->trouble == EVX_NONE;
    g_autofree char *reason = g_strdup_printf ("holds %u file%s%s%s", n, n == 1 ? "" : "s", whole ? "" : "; ",
                                               whole ? "" : opened->reason);
    run->passed_bytes += input->size;
    evx_run_settle_input (input, whole ? EVX_STATUS_DONE : n > 0 ? EVX_STATUS_PARTIAL : EVX_STATUS_FAILED,
                          whole ? EVX_NONE : opened->trouble, whole || n > 0 ? reason : opened->reason);
    return evx_run_close_input (run, input, error);
}

/* Its PDF stands behind it in the list, where there is one. */
static gboolean
close_office (EvxRunner *run, EvxInput *input, GError **error)
{
    if (g_hash_table_contains (run->inputs->opened, input->path))
        return close_container (run, input, error);
    run->passed_bytes += input->size;
    evx_run_settle_input (input, EVX_STATUS_SKIPPED, EVX_ERROR_UNSUPPORTED,
                          "an Office file, read only where LibreOffice is installed: " EVX_OFFICE_PACKAGES);
    return evx_run_close_input (run, input, error);
}

gboolean
evx_run_consider (EvxRunner *run, EvxInput *input, EvxTask **task, GError **error)
{
    if (input->status != EVX_STATUS_NONE)
        return evx_run_close_input (run, input, error);
    int fd = evx_intake_load (input, run->request->options);
    if (fd < 0) {
        run->passed_bytes += input->size;
        return evx_run_close_input (run, input, error);
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
