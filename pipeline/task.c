/* What is left to do for one document. */
#include "task.h"

#include <unistd.h>

/* A document may kill this many workers before the rest of it is given up: a hostile file must not
 * hold up a run, a sound one with a few bad pages must not lose the others. */
#define MAX_DEATHS_IN_ROW 3
#define MAX_DEATHS 20

void
evx_retry_free (EvxRetry *retry)
{
    if (retry == NULL)
        return;
    g_free (retry->reason);
    g_free (retry);
}

EvxTask *
evx_task_new (EvxDocument *document, int fd)
{
    EvxTask *task = g_new0 (EvxTask, 1);
    task->document = document;
    task->fd = fd;
    task->work = g_byte_array_new ();
    task->code = EVX_NONE;
    task->state = g_new0 (EvxTaskState, 1);
    task->state->returned = g_array_new (FALSE, FALSE, sizeof (guint));
    g_queue_init (&task->state->retries);
    return task;
}

void
evx_task_free (EvxTask *task)
{
    if (task == NULL)
        return;
    if (task->fd >= 0)
        close (task->fd);
    g_queue_clear_full (&task->state->retries, (GDestroyNotify) evx_retry_free);
    g_array_unref (task->state->returned);
    g_free (task->state);
    evx_document_free (task->document);
    g_byte_array_unref (task->work);
    g_free (task->reason);
    g_free (task);
}

void
evx_task_cut_short (EvxTask *task, guint n_pages)
{
    task->code = EVX_ERROR_TRUNCATED;
    g_free (task->reason);
    task->reason = g_strdup_printf ("cut short: %u page%s recovered, the rest is missing", n_pages,
                                    n_pages == 1 ? "" : "s");
}

void
evx_task_begin (EvxTask *task)
{
    EvxTaskState *state = task->state;
    state->begun = TRUE;
    for (guint i = 0; i < task->work->len; i++)
        state->unassigned += task->work->data[i] != EVX_WORK_NONE;
    state->left = state->unassigned;
}

static gboolean
take_returned (GArray *returned, guint *page)
{
    if (returned->len == 0)
        return FALSE;
    guint least = 0;
    for (guint i = 1; i < returned->len; i++)
        if (g_array_index (returned, guint, i) < g_array_index (returned, guint, least))
            least = i;
    *page = g_array_index (returned, guint, least);
    g_array_remove_index_fast (returned, least);
    return TRUE;
}

gboolean
evx_task_take (EvxTask *task, guint *page)
{
    EvxTaskState *state = task->state;
    if (state->unassigned == 0)
        return FALSE;
    state->unassigned--;
    if (take_returned (state->returned, page))
        return TRUE;
    while (task->work->data[state->cursor] == EVX_WORK_NONE)
        state->cursor++;
    *page = state->cursor++;
    return TRUE;
}

void
evx_task_return (EvxTask *task, guint page)
{
    g_array_append_val (task->state->returned, page);
    task->state->unassigned++;
}

gboolean
evx_task_died (EvxTask *task)
{
    EvxTaskState *state = task->state;
    state->deaths++;
    state->in_row++;
    return state->given_up || state->in_row > MAX_DEATHS_IN_ROW || state->deaths > MAX_DEATHS;
}
