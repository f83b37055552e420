/* What becomes of a page or a document whose worker died, and who hears of it. A page that killed its
 * worker is tried once more alone, without the stage that it died in; a document that kills too many is
 * given up. */
#include "pool-internal.h"

#include "pack.h"
#include "worker.h"

#include <string.h>
#include <sys/wait.h>

/* ---- results ---------------------------------------------------------------------------------------- */

gboolean
evx_fate_finish (EvxPool *pool, EvxTask *task, GError **error)
{
    for (guint i = 0; i < pool->workers->len; i++) {
        EvxCrewman *worker = g_ptr_array_index (pool->workers, i);
        if (worker->task != task)
            continue;
        if (!g_queue_is_empty (&worker->pages) || !worker->opened)
            evx_crew_kill (pool, worker, EVX_ERROR_GAVE_UP, "");
        evx_crew_dismiss (worker);
    }
    gboolean ok = pool->client->finished (task, pool->user, error);
    g_ptr_array_remove (pool->active, task);
    return ok;
}

gboolean
evx_fate_fail (EvxPool *pool, EvxTask *task, int code, const char *reason, GError **error)
{
    task->code = code;
    g_free (task->reason);
    task->reason = g_strdup (reason);
    return evx_fate_finish (pool, task, error);
}

gboolean
evx_fate_deliver (EvxPool *pool, EvxTask *task, EvxPage *page, GBytes *packed, GError **error)
{
    if (!pool->client->page (task, page, packed, pool->user, error))
        return FALSE;
    task->state->left--;
    return task->state->left > 0 || evx_fate_finish (pool, task, error);
}

/* What stands for a page that could not be read; a stored page keeps what was read before. */
static EvxPage *
lost_page (EvxPool *pool, EvxTask *task, guint index, GError **error)
{
    if (task->work->data[index] != EVX_WORK_TAG) {
        EvxPage *page = evx_page_new (index, 0, 0);
        page->reading = EVX_READING_FAILED;
        return page;
    }
    g_autoptr (GBytes) packed = pool->client->stored (task, index, pool->user, error);
    EvxPage *page = packed != NULL ? evx_page_unpack (packed, error) : NULL;
    if (page != NULL)
        g_array_set_size (page->mentions, 0);
    return page;
}

static gboolean
lose_page (EvxPool *pool, EvxTask *task, guint index, int code, const char *reason, GError **error)
{
    g_autoptr (EvxPage) page = lost_page (pool, task, index, error);
    if (page == NULL)
        return FALSE;
    evx_page_note (page, code, reason);
    return evx_fate_deliver (pool, task, page, NULL, error);
}

gboolean
evx_fate_give_up (EvxPool *pool, EvxTask *task, const char *reason, GError **error)
{
    EvxTaskState *state = task->state;
    state->given_up = TRUE;
    task->code = EVX_ERROR_GAVE_UP;
    g_free (task->reason);
    task->reason = g_strdup (reason);
    gboolean last = FALSE;
    while (!last && !g_queue_is_empty (&state->retries)) {
        g_autoptr (EvxRetry) retry = g_queue_pop_head (&state->retries);
        last = state->left == 1;
        if (!lose_page (pool, task, retry->page, retry->code, retry->reason, error))
            return FALSE;
    }
    guint page;
    while (!last && evx_task_take (task, &page)) {
        last = state->left == 1;
        if (!lose_page (pool, task, page, EVX_ERROR_GAVE_UP, reason, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
give_up_crashed (EvxPool *pool, EvxTask *task, GError **error)
{
    g_autofree char *reason = g_strdup_printf ("given up after %u crashes", task->state->deaths);
    return evx_fate_give_up (pool, task, reason, error);
}

/* ---- deaths ------------------------------------------------------------------------------------------- */

static const char *
signal_name (int number)
{
    const char *name = sigabbrev_np (number);
    return name != NULL ? name : "unknown";
}

static gboolean
ran_out_of_memory (const EvxCrewman *worker)
{
    static const char *const signs[] = { "ut of memory", "bad_alloc", "failed to allocate",
                                         "annot allocate" };
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
        if (strstr (worker->log->str, signs[i]) != NULL)
            return TRUE;
    return FALSE;
}

/* Why a worker ended though more was wanted of it. Returns: (transfer full): the reason. */
static char *
explain_death (const EvxPool *pool, const EvxCrewman *worker, int status, int *code)
{
    const char *during = evx_crew_stage (pool, worker);
    if (worker->kill_code != EVX_NONE) {
        *code = worker->kill_code;
        return g_strdup (worker->kill_reason);
    }
    if (WIFEXITED (status) && evx_frame_reader_torn (worker->reader)) {
        *code = EVX_ERROR_PROTOCOL;
        return g_strdup ("the reader sent invalid data");
    }
    *code = EVX_ERROR_CRASHED;
    if (!WIFSIGNALED (status))
        return g_strdup_printf ("the PDF reader ended without a result during %s", during);
    if (WTERMSIG (status) == SIGSYS) {
        *code = EVX_ERROR_SANDBOX_VIOLATION;
        return g_strdup_printf ("made the reader attempt a forbidden operation during %s", during);
    }
    if (ran_out_of_memory (worker)) {
        *code = EVX_ERROR_PAGE_MEMORY;
        return g_strdup_printf ("needed more than %d MiB of memory during %s", pool->memory_mib, during);
    }
    return g_strdup_printf ("the PDF reader crashed (SIG%s) during %s", signal_name (WTERMSIG (status)),
                            during);
}

static gboolean
died_opening (EvxPool *pool, EvxTask *task, int code, const char *reason, GError **error)
{
    gboolean again = code == EVX_ERROR_CRASHED && task->state->open_deaths++ == 0;
    if (again || (task->state->begun && task->state->workers > 0))
        return TRUE; /* once more, or others have it open */
    return evx_fate_fail (pool, task, code, reason, error);
}

/* Whether the page may be tried once more, and without which stage: a worker that somebody else killed
 * is no fault of the page; a hostile page gets no second chance. */
static gboolean
may_retry (const EvxPool *pool, const EvxCrewman *worker, EvxPageWork work, int status, int code,
           guint16 *leave_out)
{
    gboolean killed = worker->kill_code == EVX_NONE && WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL;
    *leave_out = 0;
    if (worker->retry != NULL || code == EVX_ERROR_PROTOCOL || code == EVX_ERROR_SANDBOX_VIOLATION)
        return FALSE;
    if (killed)
        return TRUE;
    if (worker->stage == 0 || pool->n_stages < 2 || work != EVX_WORK_READ)
        return FALSE;
    *leave_out = (guint16) (1u << (worker->stage - 1));
    return TRUE;
}

/* The page that was tried alone is lost for the reason of its first death. */
static gboolean
died_on_retry (EvxPool *pool, EvxTask *task, const EvxRetry *retry, GError **error)
{
    return lose_page (pool, task, retry->page, retry->code, retry->reason, error);
}

static gboolean
died_on_page (EvxPool *pool, EvxTask *task, EvxCrewman *worker, int status, int code, const char *reason,
              GError **error)
{
    EvxTaskState *state = task->state;
    guint16 leave_out;
    guint page = GPOINTER_TO_UINT (g_queue_pop_head (&worker->pages));
    gboolean again = may_retry (pool, worker, task->work->data[page], status, code, &leave_out);
    while (!g_queue_is_empty (&worker->pages))
        evx_task_return (task, GPOINTER_TO_UINT (g_queue_pop_head (&worker->pages)));
    gboolean enough = evx_task_died (task);
    gboolean last = !again && state->left == 1;
    if (again) {
        EvxRetry retry = { page, leave_out, code, g_strdup (reason) };
        g_queue_push_tail (&state->retries, g_memdup2 (&retry, sizeof retry));
    } else if (!lose_page (pool, task, page, code, reason, error)) {
        return FALSE;
    }
    return last || !enough || give_up_crashed (pool, task, error);
}

static gboolean
fail_sandbox (const EvxCrewman *worker, GError **error)
{
    g_set_error (error, EVX_ERROR, EVX_ERROR_SANDBOX_MISSING,
                 "a worker could not lock itself in (%s)", g_strchomp (worker->log->str));
    return FALSE;
}

gboolean
evx_fate_mourn (EvxPool *pool, EvxCrewman *worker, int status, GError **error)
{
    int code = EVX_NONE;
    EvxTask *task = g_steal_pointer (&worker->task);
    if (status < 0)
        return evx_crew_cannot_start (error, -status);
    if (WIFEXITED (status) && WEXITSTATUS (status) == EVX_WORKER_NO_SANDBOX)
        return fail_sandbox (worker, error);
    g_autofree char *reason = explain_death (pool, worker, status, &code);
    g_debug ("worker %u: %s", worker->serial, reason);
    task->state->workers--;
    if (worker->retry != NULL)
        return died_on_retry (pool, task, worker->retry, error);
    if (!worker->opened)
        return died_opening (pool, task, code, reason, error);
    if (!g_queue_is_empty (&worker->pages))
        return died_on_page (pool, task, worker, status, code, reason, error);
    return !evx_task_died (task) || give_up_crashed (pool, task, error);
}
