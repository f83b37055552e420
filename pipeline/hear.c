/* What workers say, believed only as far as it can be checked: frames in turn, pages that unpack.
 * Anything else is a breach, for which the worker is killed. */
#include "pool-internal.h"

#include "pack.h"

#include <errno.h>
#include <unistd.h>

static gboolean
breach (EvxPool *pool, EvxCrewman *worker)
{
    evx_crew_kill (pool, worker, EVX_ERROR_PROTOCOL, "the reader sent invalid data");
    return TRUE;
}

static gboolean
hear_opened (EvxPool *pool, EvxCrewman *worker, const EvxFrame *frame, GError **error)
{
    EvxTask *task = worker->task;
    if (worker->opened || frame->page == 0)
        return breach (pool, worker);
    worker->opened = TRUE;
    evx_crew_rest_clock (worker);
    if ((frame->flags & EVX_OPENED_CUT_SHORT) != 0 && task->code == EVX_NONE)
        evx_task_cut_short (task, frame->page);
    if (!task->state->begun) {
        g_autofree char *repair = g_utf8_make_valid ((const char *) frame->payload, frame->length);
        task->document->n_pages = frame->page;
        if (!pool->client->opened (task, *repair != '\0' ? repair : NULL, pool->user, error))
            return FALSE;
        evx_task_begin (task);
        if (task->state->left == 0)
            return evx_fate_finish (pool, task, error);
    }
    return TRUE;
}

static gboolean
hear_refused (EvxPool *pool, EvxCrewman *worker, const EvxFrame *frame, GError **error)
{
    if (worker->opened || frame->page >= EVX_N_ERRORS)
        return breach (pool, worker);
    g_autofree char *reason = g_utf8_make_valid ((const char *) frame->payload, frame->length);
    return evx_fate_fail (pool, worker->task, (int) frame->page, reason, error);
}

/* A page that had to be tried twice says why. */
static void
note_retry (EvxPage *page, const EvxRetry *retry)
{
    g_autofree char *reason = g_strdup_printf ("%s; the page was read without that", retry->reason);
    page->code = EVX_NONE;
    evx_page_note (page, retry->code,
                   page->reading == EVX_READING_FAILED ? retry->reason : reason);
}

static gboolean
hear_page (EvxPool *pool, EvxCrewman *worker, const EvxFrame *frame, GError **error)
{
    g_autoptr (GBytes) packed = g_bytes_new (frame->payload, frame->length);
    g_autoptr (EvxPage) page = evx_page_unpack (packed, NULL);
    if (page == NULL || page->index != frame->page)
        return breach (pool, worker);
    EvxTask *task = worker->task;
    gboolean changed = worker->retry != NULL && worker->retry->leave_out != 0;
    if (changed)
        note_retry (page, worker->retry);
    g_queue_pop_head (&worker->pages);
    task->state->in_row = 0;
    worker->stage = 0;
    if (g_queue_is_empty (&worker->pages))
        evx_crew_rest_clock (worker);
    else
        evx_crew_set_clock (worker, pool->limits_us[0]);
    if (worker->retry != NULL)
        evx_crew_dismiss (worker);
    return evx_fate_deliver (pool, task, page, changed ? NULL : packed, error);
}

static gboolean
hear_frame (EvxPool *pool, EvxCrewman *worker, const EvxFrame *frame, GError **error)
{
    if (frame->type == EVX_FRAME_OPENED)
        return hear_opened (pool, worker, frame, error);
    if (frame->type == EVX_FRAME_REFUSED)
        return hear_refused (pool, worker, frame, error);
    gboolean in_turn = worker->opened && !g_queue_is_empty (&worker->pages) &&
                       GPOINTER_TO_UINT (g_queue_peek_head (&worker->pages)) == frame->page;
    if (in_turn && frame->type == EVX_FRAME_PAGE)
        return hear_page (pool, worker, frame, error);
    return breach (pool, worker);
}

/* Takes the whole frames that are there. */
static gboolean
hear_frames (EvxPool *pool, EvxCrewman *worker, GError **error)
{
    EvxFrame frame;
    g_autoptr (GError) bad = NULL;
    while (worker->task != NULL && worker->kill_code == EVX_NONE &&
           evx_frame_reader_next (worker->reader, &frame, &bad))
        if (!hear_frame (pool, worker, &frame, error))
            return FALSE;
    return bad == NULL || breach (pool, worker);
}

gboolean
evx_hear_results (EvxPool *pool, EvxCrewman *worker, gboolean *more, GError **error)
{
    gssize got = worker->fd >= 0 ? evx_frame_reader_fill (worker->reader, worker->fd) : 0;
    *more = got > 0 && worker->task != NULL && worker->kill_code == EVX_NONE;
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) {
        if (worker->fd >= 0)
            close (worker->fd);
        worker->fd = -1;
    }
    return got <= 0 || hear_frames (pool, worker, error);
}
