/* The pool of workers: one poll loop over the zygote, the signals, and a socket and a log for each
 * worker; which document gets a worker, which worker gets a page. */
#include "pool-internal.h"

#include "worker.h"
#include "zygote.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define TICK_MS 100
#define MOST_AHEAD 16             /* pages that a worker may hold besides the one it is at */
#define READY_BYTES (256ll << 20) /* of documents that wait, loaded, for a worker */

/* ---- start and end -------------------------------------------------------------------------------- */

static void
set_limits (EvxPool *pool, const EvxOptions *options)
{
    double text = evx_options_real (options, "text-timeout");
    double ocr = evx_options_real (options, "render-timeout") + evx_options_real (options, "ocr-timeout");
    pool->document_us = (gint64) (evx_options_real (options, "document-timeout") * G_USEC_PER_SEC);
    pool->limits_us = g_new0 (gint64, pool->n_stages + 1);
    pool->limits_us[0] = (gint64) (text * G_USEC_PER_SEC);
    for (guint i = 0; i < pool->n_stages; i++)
        pool->limits_us[i + 1] =
            (gint64) ((strcmp (pool->stages[i]->name, "ocr") == 0 ? ocr : text) * G_USEC_PER_SEC);
}

static int
block_signals (void)
{
    sigset_t signals;
    sigemptyset (&signals);
    sigaddset (&signals, SIGINT);
    sigaddset (&signals, SIGTERM);
    sigprocmask (SIG_BLOCK, &signals, NULL);
    return signalfd (-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* The strings of the ready message: sandbox, then the fingerprints. */
static void
take_ready (EvxPool *pool, const char *text, const char *end)
{
    if (pool->sandbox != NULL)
        return; /* another zygote: the keys of this run stand */
    pool->sandbox = g_strdup (text);
    pool->fingerprints = g_new0 (char *, pool->n_stages + 1);
    for (guint i = 0; i < pool->n_stages; i++) {
        text += strlen (text) + 1;
        pool->fingerprints[i] = g_strdup (text < end ? text : "");
    }
}

static gboolean
hear_zygote (EvxPool *pool, GError **error)
{
    g_autofree char *message = g_malloc0 (EVX_ZYGOTE_MESSAGE + 1);
    gssize got;
    do
        got = recv (pool->control, message, EVX_ZYGOTE_MESSAGE, 0);
    while (got < 0 && errno == EINTR);
    gint32 code = EVX_ERROR_INTERNAL;
    if (got > 0 && *message == EVX_ZYGOTE_READY) {
        take_ready (pool, message + 1, message + got);
        return TRUE;
    }
    const char *reason = "the process that reads PDFs could not be started";
    if (got > 1 + (gssize) sizeof code && *message == EVX_ZYGOTE_FAILED) {
        memcpy (&code, message + 1, sizeof code);
        reason = message + 1 + sizeof code;
    }
    g_set_error_literal (error, EVX_ERROR, code, reason);
    return FALSE;
}

typedef struct {
    pid_t supervisor;
    const EvxStage *const *stages;
    const EvxOptions *options;
    const char *const *passwords;
} Start;

/* Forks a process that runs the zygote, at once or when it is told to. FALSE with errno. */
static gboolean
fork_zygote (const Start *start, gboolean spare, pid_t *pid, int *control)
{
    int pair[2];
    if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0 || (*pid = fork ()) < 0)
        return FALSE;
    if (*pid == 0) {
        char told;
        close (pair[0]);
        setpgid (0, 0); /* Ctrl-C is for the supervisor */
        if (spare && recv (pair[1], &told, 1, 0) != 1)
            _exit (0);
        evx_zygote_run (pair[1], start->supervisor, start->stages, start->options, start->passwords);
    }
    close (pair[1]);
    *control = pair[0];
    return TRUE;
}

EvxPool *
evx_pool_new (const EvxStage *const *stages, const EvxOptions *options, const char *const *passwords,
              GError **error)
{
    g_autoptr (EvxPool) pool = g_new0 (EvxPool, 1);
    pool->stages = stages;
    pool->n_stages = evx_page_stages (stages);
    pool->jobs = (guint) evx_options_int (options, "jobs");
    if (pool->jobs == 0)
        pool->jobs = g_get_num_processors ();
    pool->memory_mib = evx_options_int (options, "worker-memory");
    set_limits (pool, options);
    pool->workers = g_ptr_array_new_with_free_func (evx_crew_free);
    pool->active = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_task_free);
    pool->signals = block_signals ();
    Start start = { getpid (), stages, options, passwords };
    if (!fork_zygote (&start, FALSE, &pool->zygote, &pool->control)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL, "cannot start a process: %s",
                     g_strerror (errno));
        return NULL;
    }
    while (pool->n_spares < EVX_SPARES && fork_zygote (&start, TRUE, &pool->spares[pool->n_spares].pid,
                                                       &pool->spares[pool->n_spares].control))
        pool->n_spares++;
    return hear_zygote (pool, error) ? g_steal_pointer (&pool) : NULL;
}

/* Its workers die with it. */
static void
end_zygote (pid_t pid, int control)
{
    if (pid > 0) {
        kill (pid, SIGKILL);
        waitpid (pid, NULL, 0);
    }
    if (control > 0)
        close (control);
}

void
evx_pool_free (EvxPool *pool)
{
    if (pool == NULL)
        return;
    g_ptr_array_unref (pool->workers);
    g_ptr_array_unref (pool->active);
    g_queue_clear_full (&pool->ready, (GDestroyNotify) evx_task_free);
    end_zygote (pool->zygote, pool->control);
    for (guint i = 0; i < pool->n_spares; i++)
        end_zygote (pool->spares[i].pid, pool->spares[i].control);
    if (pool->signals > 0)
        close (pool->signals);
    g_strfreev (pool->fingerprints);
    g_free (pool->sandbox);
    g_free (pool->limits_us);
    g_free (pool);
}

const char *
evx_pool_sandbox (const EvxPool *pool)
{
    return pool->sandbox;
}

const char *
evx_pool_fingerprint (const EvxPool *pool, guint i)
{
    return pool->fingerprints[i];
}

/* ---- handing out pages ------------------------------------------------------------------------------- */

static gboolean
ask_for (EvxPool *pool, EvxCrewman *worker, guint page, guint16 leave_out, GError **error)
{
    g_autoptr (GBytes) packed = NULL;
    gsize length = 0;
    gboolean tag = worker->task->work->data[page] == EVX_WORK_TAG;
    if (tag) {
        packed = pool->client->stored (worker->task, page, pool->user, error);
        if (packed == NULL)
            return FALSE;
    }
    const void *bytes = tag ? g_bytes_get_data (packed, &length) : NULL;
    evx_frame_append (worker->out, tag ? EVX_FRAME_TAG : EVX_FRAME_READ, leave_out, page, bytes, length);
    if (g_queue_is_empty (&worker->pages)) {
        worker->stage = 0;
        evx_crew_set_clock (worker, pool->limits_us[0]);
    }
    g_queue_push_tail (&worker->pages, GUINT_TO_POINTER (page));
    return TRUE;
}

/* Many pages ahead while many are left, so that nobody waits; few near the end, so that all workers
 * end together. */
static guint
pages_ahead (const EvxPool *pool, const EvxTask *task)
{
    return CLAMP (task->state->unassigned / (4 * pool->jobs), 1, MOST_AHEAD);
}

static gboolean
top_up (EvxPool *pool, EvxCrewman *worker, GError **error)
{
    EvxTask *task = worker->task;
    if (task == NULL || !worker->opened || worker->kill_code != EVX_NONE)
        return TRUE;
    guint page, ahead = pages_ahead (pool, task);
    gboolean ok = TRUE;
    if (worker->retry != NULL) {
        if (g_queue_is_empty (&worker->pages))
            ok = ask_for (pool, worker, worker->retry->page, worker->retry->leave_out, error);
    } else if (worker->pages.length <= (ahead + 1) / 2) { /* several at a time: one message for all */
        while (ok && worker->pages.length <= ahead && evx_task_take (task, &page))
            ok = ask_for (pool, worker, page, 0, error);
    }
    if (g_queue_is_empty (&worker->pages))
        evx_crew_dismiss (worker);
    evx_crew_flush (worker);
    return ok;
}

/* ---- the zygote ------------------------------------------------------------------------------------------ */

static EvxCrewman *
find_worker (const EvxPool *pool, guint32 serial)
{
    for (guint i = 0; i < pool->workers->len; i++) {
        EvxCrewman *worker = g_ptr_array_index (pool->workers, i);
        if (worker->serial == serial)
            return worker;
    }
    return NULL;
}

static void
show_log (const EvxCrewman *worker)
{
    if (worker->log->len == 0)
        return;
    g_autofree char *text = g_utf8_make_valid (worker->log->str, (gssize) worker->log->len);
    g_autofree char *escaped = g_strescape (text, "\n\"");
    g_debug ("log of worker %u: %s", worker->serial, escaped);
}

/* What a worker sent before its end still counts. */
static gboolean
bury (EvxPool *pool, guint32 serial, int status, GError **error)
{
    EvxCrewman *worker = find_worker (pool, serial);
    gboolean more = worker != NULL;
    while (more)
        if (!evx_hear_results (pool, worker, &more, error))
            return FALSE;
    if (worker == NULL)
        return TRUE;
    evx_crew_feel_pulse (pool, worker);
    evx_crew_read_log (worker);
    show_log (worker);
    gboolean ok = worker->task == NULL || evx_fate_mourn (pool, worker, status, error);
    g_ptr_array_remove_fast (pool->workers, worker);
    return ok;
}

/* What the worker had taken and not done goes back; it is not the document's fault. */
static void
take_back (EvxCrewman *worker)
{
    EvxTask *task = g_steal_pointer (&worker->task);
    if (task == NULL)
        return;
    task->state->workers--;
    if (worker->retry != NULL)
        g_queue_push_tail (&task->state->retries, g_steal_pointer (&worker->retry));
    else
        while (!g_queue_is_empty (&worker->pages))
            evx_task_return (task, GPOINTER_TO_UINT (g_queue_pop_head (&worker->pages)));
}

/* The zygote is gone, and all workers with it: a spare one takes its place. */
static gboolean
replace_zygote (EvxPool *pool, GError **error)
{
    end_zygote (pool->zygote, pool->control);
    pool->zygote = pool->control = 0;
    if (pool->n_spares == 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL,
                     "the process that starts workers has ended; run the same command again");
        return FALSE;
    }
    g_debug ("the process that starts workers has ended; another takes its place");
    for (guint i = 0; i < pool->workers->len; i++) {
        EvxCrewman *worker = g_ptr_array_index (pool->workers, i);
        for (gboolean more = TRUE; more;)
            if (!evx_hear_results (pool, worker, &more, error))
                return FALSE;
        take_back (worker);
    }
    g_ptr_array_set_size (pool->workers, 0);
    EvxSpare *spare = &pool->spares[--pool->n_spares];
    pool->zygote = spare->pid;
    pool->control = spare->control;
    if (send (pool->control, "", 1, MSG_NOSIGNAL) != 1) /* killed as well */
        return replace_zygote (pool, error);
    return hear_zygote (pool, error);
}

static gboolean
hear_reports (EvxPool *pool, GError **error)
{
    EvxZygoteReport message;
    for (;;) {
        gssize got = recv (pool->control, &message, sizeof message, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return TRUE;
        if (got != sizeof message)
            return replace_zygote (pool, error);
        EvxCrewman *worker = find_worker (pool, message.serial);
        if (message.kind == EVX_ZYGOTE_STARTED && worker != NULL)
            evx_crew_watch (worker, message.value);
        if (message.kind == EVX_ZYGOTE_ENDED && !bury (pool, message.serial, message.value, error))
            return FALSE;
    }
}

/* ---- scheduling --------------------------------------------------------------------------------------------- */

static gboolean
fetch (EvxPool *pool, GError **error)
{
    EvxTask *task = NULL;
    gboolean more = FALSE;
    if (!pool->client->next (&task, &more, pool->user, error))
        return FALSE;
    pool->exhausted = !more;
    if (task != NULL) {
        g_queue_push_tail (&pool->ready, task);
        pool->ready_bytes += task->fd >= 0 ? task->document->size : 0;
    }
    return TRUE;
}

static EvxTask *
start_ready (EvxPool *pool)
{
    EvxTask *task = g_queue_pop_head (&pool->ready);
    pool->ready_bytes -= task->fd >= 0 ? task->document->size : 0;
    g_ptr_array_add (pool->active, task);
    task->state->started = g_get_monotonic_time ();
    if (task->work->len > 0)
        evx_task_begin (task);
    return task;
}

/* The started task that needs a worker most; NULL if none does. A retry comes first, then a task that
 * nobody is at, then, with nothing new to start, the one with the most pages that nobody has. */
static EvxTask *
neediest (const EvxPool *pool, gboolean help)
{
    EvxTask *most = NULL;
    for (guint i = 0; i < pool->active->len; i++) {
        EvxTask *task = g_ptr_array_index (pool->active, i);
        const EvxTaskState *state = task->state;
        if (!g_queue_is_empty (&task->state->retries))
            return task;
        if (state->workers == 0 && (state->unassigned > 0 || !state->begun))
            return task;
        if (help && state->begun && state->unassigned > 1 &&
            (most == NULL || state->unassigned > most->state->unassigned))
            most = task;
    }
    return most;
}

static guint
busy_workers (const EvxPool *pool)
{
    guint n = 0;
    for (guint i = 0; i < pool->workers->len; i++)
        n += ((const EvxCrewman *) g_ptr_array_index (pool->workers, i))->task != NULL;
    return n;
}

static gboolean
fill_slots (EvxPool *pool, GError **error)
{
    /* those on their way out count too, but not so that they hold up the next */
    while (busy_workers (pool) < pool->jobs && pool->workers->len < 2 * pool->jobs + 2) {
        EvxTask *task = neediest (pool, FALSE);
        if (task == NULL && g_queue_is_empty (&pool->ready) && !pool->exhausted && !fetch (pool, error))
            return FALSE;
        if (task == NULL && !g_queue_is_empty (&pool->ready))
            task = start_ready (pool);
        if (task == NULL && pool->exhausted)
            task = neediest (pool, TRUE);
        if (task == NULL)
            return TRUE;
        EvxCrewman *worker = evx_crew_spawn (pool, task, error);
        if (worker == NULL)
            return FALSE;
        worker->retry = g_queue_pop_head (&task->state->retries);
        if (!top_up (pool, worker, error))
            return FALSE;
    }
    return TRUE;
}

/* Loads a document ahead while the workers are busy. */
static gboolean
look_ahead (EvxPool *pool, GError **error)
{
    if (pool->exhausted || pool->ready.length >= pool->jobs || pool->ready_bytes >= READY_BYTES)
        return TRUE;
    return fetch (pool, error);
}

/* ---- the loop --------------------------------------------------------------------------------------------- */

static void
kill_late (EvxPool *pool)
{
    gint64 now = g_get_monotonic_time ();
    for (guint i = 0; i < pool->workers->len; i++) {
        EvxCrewman *worker = g_ptr_array_index (pool->workers, i);
        if (worker->task == NULL)
            continue;
        evx_crew_feel_pulse (pool, worker);
        if (!evx_crew_is_late (worker, now))
            continue;
        gint64 limit = !worker->opened ? pool->limits_us[0] * EVX_OPENING_PAGES
                                       : pool->limits_us[worker->stage];
        g_autofree char *reason =
            g_strdup_printf ("took longer than %g s during %s and was given up",
                             (double) limit / G_USEC_PER_SEC, evx_crew_stage (pool, worker));
        evx_crew_kill (pool, worker, EVX_ERROR_PAGE_TIMEOUT, reason);
    }
}

/* One a call: giving up may free the task. */
static gboolean
give_up_long (EvxPool *pool, GError **error)
{
    gint64 now = g_get_monotonic_time ();
    for (guint i = 0; i < pool->active->len; i++) {
        EvxTask *task = g_ptr_array_index (pool->active, i);
        const EvxTaskState *state = task->state;
        if (now - state->started < pool->document_us || state->unassigned + state->retries.length == 0)
            continue;
        g_autofree char *reason =
            g_strdup_printf ("given up after %g s", (double) pool->document_us / G_USEC_PER_SEC);
        return evx_fate_give_up (pool, task, reason, error);
    }
    return TRUE;
}

/* Time that the supervisor itself was busy is not the workers' fault. */
static void
forgive (EvxPool *pool, gint64 us)
{
    for (guint i = 0; i < pool->workers->len; i++) {
        EvxCrewman *worker = g_ptr_array_index (pool->workers, i);
        if (worker->deadline != 0)
            worker->deadline += us;
    }
}

/* fds: zygote, signals, then a socket and a log for each worker. */
static void
list_descriptors (const EvxPool *pool, GArray *fds)
{
    struct pollfd first[] = { { pool->control, POLLIN, 0 }, { pool->signals, POLLIN, 0 } };
    g_array_set_size (fds, 0);
    g_array_append_vals (fds, first, G_N_ELEMENTS (first));
    for (guint i = 0; i < pool->workers->len; i++) {
        const EvxCrewman *worker = g_ptr_array_index (pool->workers, i);
        struct pollfd two[] = {
            { worker->fd, (short) (POLLIN | (worker->out->len > 0 ? POLLOUT : 0)), 0 },
            { worker->log_fd, POLLIN, 0 },
        };
        g_array_append_vals (fds, two, G_N_ELEMENTS (two));
    }
}

static gboolean
serve_worker (EvxPool *pool, EvxCrewman *worker, short results, short log, GError **error)
{
    gboolean more;
    if (log != 0)
        evx_crew_read_log (worker);
    if ((results & POLLOUT) != 0)
        evx_crew_flush (worker);
    if ((results & (POLLIN | POLLHUP | POLLERR)) != 0 && !evx_hear_results (pool, worker, &more, error))
        return FALSE;
    return top_up (pool, worker, error);
}

static gboolean
serve (EvxPool *pool, const GArray *fds, GError **error)
{
    const struct pollfd *at = &g_array_index (fds, struct pollfd, 0);
    if (at[1].revents != 0) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_INTERRUPTED, "interrupted");
        return FALSE;
    }
    guint n = (fds->len - 2) / 2;
    for (guint i = 0; i < n; i++) /* nobody is removed or added before the last of these */
        if ((at[2 + 2 * i].revents | at[3 + 2 * i].revents) != 0 &&
            !serve_worker (pool, g_ptr_array_index (pool->workers, i), at[2 + 2 * i].revents,
                           at[3 + 2 * i].revents, error))
            return FALSE;
    return at[0].revents == 0 || hear_reports (pool, error);
}

static gboolean
turn (EvxPool *pool, GArray *fds, GError **error)
{
    gint64 start = g_get_monotonic_time ();
    if (!fill_slots (pool, error))
        return FALSE;
    list_descriptors (pool, fds);
    gboolean idle = pool->exhausted || pool->ready.length >= pool->jobs;
    gint64 before = g_get_monotonic_time ();
    if (poll ((struct pollfd *) (gpointer) fds->data, fds->len, idle ? TICK_MS : 0) < 0 && errno != EINTR)
        return evx_crew_cannot_start (error, errno);
    gint64 after = g_get_monotonic_time ();
    if (!serve (pool, fds, error) || !look_ahead (pool, error) ||
        !pool->client->tick (pool->user, error))
        return FALSE;
    forgive (pool, before - start + g_get_monotonic_time () - after);
    kill_late (pool);
    return give_up_long (pool, error);
}

gboolean
evx_pool_run (EvxPool *pool, const EvxPoolClient *client, gpointer user, GError **error)
{
    g_autoptr (GArray) fds = g_array_new (FALSE, FALSE, sizeof (struct pollfd));
    pool->client = client;
    pool->user = user;
    pool->exhausted = FALSE;
    do
        if (!turn (pool, fds, error))
            return FALSE;
    while (!pool->exhausted || pool->active->len > 0 || pool->ready.length > 0);
    return TRUE;
}
