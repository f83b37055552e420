/* The pool of workers: one poll loop over the zygote, the signals, and a socket and a log for each
 * worker. A worker answers strictly in the order in which pages were asked for; anything else it says is
 * a breach, for which it is killed. */
#include "task.h"

#include "frame.h"
#include "pack.h"
#include "worker.h"
#include "zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOG_KEPT 4096
#define TICK_MS 100
#define MOST_AHEAD 16            /* pages that a worker may hold besides the one it is at */
#define READY_BYTES (256ll << 20) /* of documents that wait, loaded, for a worker */
#define OPENING_PAGES 6          /* opening a document may take as long as the text of so many pages */

typedef struct {
    guint32 serial;
    int fd, log_fd; /* -1 when closed */
    EvxFrameReader *reader;
    GByteArray *out; /* what could not be sent yet */
    EvxTask *task;   /* NULL: nothing more is wanted of it */
    GQueue pages;    /* GUINT_TO_POINTER: asked for, in order; the first is the one it is at */
    EvxRetry *retry; /* it exists for this page alone */
    gboolean opened;
    gint stage;      /* last heartbeat for the page it is at: 0 opening it, i + 1 page stage i; or -1 */
    gint64 deadline; /* monotonic us; 0 = none */
    int kill_code;   /* why it was killed, or EVX_NONE */
    char *kill_reason;
    GString *log;
} Worker;

struct _EvxPool {
    const EvxStage *const *stages;
    guint n_stages, jobs;
    gint memory_mib;
    gint64 *limits_us; /* for stage + 1; [0]: opening a page */
    double document_bytes;
    pid_t zygote;
    int control, signals;
    char *sandbox;
    char **fingerprints;
    guint32 next_serial;
    GPtrArray *workers; /* Worker */
    GPtrArray *active;  /* EvxTask, in order of start */
    GQueue ready;       /* EvxTask, loaded and waiting */
    gint64 ready_bytes;
    gboolean exhausted; /* the client has no more */
    const EvxPoolClient *client;
    gpointer user;
};

/* ---- start and end -------------------------------------------------------------------------------- */

static void
worker_free (gpointer data)
{
    Worker *worker = data;
    if (worker->fd >= 0)
        close (worker->fd);
    if (worker->log_fd >= 0)
        close (worker->log_fd);
    evx_frame_reader_free (worker->reader);
    g_byte_array_unref (worker->out);
    g_queue_clear (&worker->pages);
    evx_retry_free (worker->retry);
    g_free (worker->kill_reason);
    g_string_free (worker->log, TRUE);
    g_free (worker);
}

static void
set_limits (EvxPool *pool, const EvxOptions *options)
{
    double text = evx_options_real (options, "text-timeout");
    double ocr = evx_options_real (options, "render-timeout") + evx_options_real (options, "ocr-timeout");
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
    pool->workers = g_ptr_array_new_with_free_func (worker_free);
    pool->active = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_task_free);
    pool->signals = block_signals ();
    int pair[2];
    pid_t self = getpid ();
    if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0 || (pool->zygote = fork ()) < 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL, "cannot start a process: %s",
                     g_strerror (errno));
        return NULL;
    }
    if (pool->zygote == 0) {
        close (pair[0]);
        evx_zygote_run (pair[1], self, stages, options, passwords);
    }
    close (pair[1]);
    pool->control = pair[0];
    return hear_zygote (pool, error) ? g_steal_pointer (&pool) : NULL;
}

void
evx_pool_free (EvxPool *pool)
{
    if (pool == NULL)
        return;
    g_ptr_array_unref (pool->workers);
    g_ptr_array_unref (pool->active);
    g_queue_clear_full (&pool->ready, (GDestroyNotify) evx_task_free);
    if (pool->zygote > 0) { /* its workers die with it */
        kill (pool->zygote, SIGKILL);
        waitpid (pool->zygote, NULL, 0);
    }
    if (pool->control > 0)
        close (pool->control);
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

/* ---- one worker ------------------------------------------------------------------------------------- */

static gboolean
cannot_start (GError **error, int saved)
{
    g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL, "cannot start a worker: %s", g_strerror (saved));
    return FALSE;
}

static gboolean
send_request (const EvxPool *pool, const EvxZygoteRequest *request, const char *id, const char *file,
              const int *fds, guint n_fds)
{
    union {
        struct cmsghdr header;
        char room[CMSG_SPACE (3 * sizeof (int))];
    } rights = { 0 };
    struct iovec parts[] = { { (void *) request, sizeof *request },
                             { (void *) id, strlen (id) + 1 },
                             { (void *) file, strlen (file) + 1 } };
    struct msghdr message = { .msg_iov = parts, .msg_iovlen = 3 };
    if (n_fds > 0) {
        message.msg_control = &rights;
        message.msg_controllen = CMSG_SPACE (n_fds * sizeof (int));
        rights.header.cmsg_level = SOL_SOCKET;
        rights.header.cmsg_type = SCM_RIGHTS;
        rights.header.cmsg_len = CMSG_LEN (n_fds * sizeof (int));
        memcpy (CMSG_DATA (&rights.header), fds, n_fds * sizeof (int));
    }
    gssize sent;
    do
        sent = sendmsg (pool->control, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent >= 0;
}

static void
rest_clock (Worker *worker)
{
    worker->deadline = 0;
}

static void
set_clock (Worker *worker, gint64 limit_us)
{
    worker->deadline = g_get_monotonic_time () + limit_us;
}

/* Takes its ends of the pipes into a new worker. */
static Worker *
add_worker (EvxPool *pool, EvxTask *task, int fd, int log_fd)
{
    Worker *worker = g_new0 (Worker, 1);
    worker->serial = ++pool->next_serial;
    worker->fd = fd;
    worker->log_fd = log_fd;
    worker->reader = evx_frame_reader_new ();
    worker->out = g_byte_array_new ();
    worker->task = task;
    worker->opened = task->fd < 0;
    worker->stage = -1;
    worker->kill_code = EVX_NONE;
    worker->log = g_string_new (NULL);
    g_queue_init (&worker->pages);
    if (!worker->opened)
        set_clock (worker, pool->limits_us[0] * OPENING_PAGES);
    task->state->workers++;
    g_ptr_array_add (pool->workers, worker);
    return worker;
}

/* [0] is ours and does not block, [1] is the worker's. */
static gboolean
open_pipes (int pair[2], int log[2], GError **error)
{
    if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return cannot_start (error, errno);
    if (pipe2 (log, O_CLOEXEC) != 0) {
        int saved = errno;
        close (pair[0]);
        close (pair[1]);
        return cannot_start (error, saved);
    }
    fcntl (pair[0], F_SETFL, O_NONBLOCK);
    fcntl (log[0], F_SETFL, O_NONBLOCK);
    return TRUE;
}

static Worker *
spawn (EvxPool *pool, EvxTask *task, GError **error)
{
    int pair[2], log[2];
    if (!open_pipes (pair, log, error))
        return NULL;
    Worker *worker = add_worker (pool, task, pair[0], log[0]);
    const EvxDocument *document = task->document;
    EvxZygoteRequest request = { EVX_ZYGOTE_SPAWN, worker->serial, document->size, document->n_pages,
                                 task->fd >= 0 };
    int fds[] = { pair[1], log[1], task->fd };
    gboolean sent = send_request (pool, &request, document->id, document->file, fds,
                                  task->fd >= 0 ? 3 : 2);
    int saved = errno;
    close (pair[1]);
    close (log[1]);
    if (!sent)
        cannot_start (error, saved);
    return sent ? worker : NULL;
}

static void
flush_out (Worker *worker)
{
    while (worker->out->len > 0 && worker->fd >= 0) {
        gssize sent = send (worker->fd, worker->out->data, worker->out->len, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return; /* full, or gone: then the zygote says so */
        g_byte_array_remove_range (worker->out, 0, (guint) sent);
    }
}

static void
kill_worker (EvxPool *pool, Worker *worker, int code, const char *reason)
{
    if (worker->kill_code != EVX_NONE)
        return;
    EvxZygoteRequest request = { EVX_ZYGOTE_KILL, worker->serial, 0, 0, 0 };
    worker->kill_code = code;
    worker->kill_reason = g_strdup (reason);
    rest_clock (worker);
    send_request (pool, &request, "", "", NULL, 0);
}

/* Nothing more is wanted of it: it sees the end of its commands, and ends. */
static void
dismiss (Worker *worker)
{
    if (worker->task != NULL)
        worker->task->state->workers--;
    worker->task = NULL;
    rest_clock (worker);
    if (worker->fd >= 0)
        shutdown (worker->fd, SHUT_WR);
}

/* ---- results ---------------------------------------------------------------------------------------- */

static gboolean
finish_task (EvxPool *pool, EvxTask *task, GError **error)
{
    for (guint i = 0; i < pool->workers->len; i++) {
        Worker *worker = g_ptr_array_index (pool->workers, i);
        if (worker->task != task)
            continue;
        if (!g_queue_is_empty (&worker->pages) || !worker->opened)
            kill_worker (pool, worker, EVX_ERROR_GAVE_UP, "");
        dismiss (worker);
    }
    gboolean ok = pool->client->finished (task, pool->user, error);
    g_ptr_array_remove (pool->active, task);
    return ok;
}

/* The document as a whole cannot be read. */
static gboolean
fail_task (EvxPool *pool, EvxTask *task, int code, const char *reason, GError **error)
{
    task->code = code;
    g_free (task->reason);
    task->reason = g_strdup (reason);
    return finish_task (pool, task, error);
}

/* Hands a page to the client; the last one finishes the task. */
static gboolean
deliver (EvxPool *pool, EvxTask *task, EvxPage *page, GBytes *packed, GError **error)
{
    if (!pool->client->page (task, page, packed, pool->user, error))
        return FALSE;
    task->state->left--;
    return task->state->left > 0 || finish_task (pool, task, error);
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
    return deliver (pool, task, page, NULL, error);
}

/* Every page that nobody is at is lost. The last loss finishes, and so frees, the task. */
static gboolean
give_up (EvxPool *pool, EvxTask *task, GError **error)
{
    EvxTaskState *state = task->state;
    g_autofree char *reason = g_strdup_printf ("given up after %u crashes", state->deaths);
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

/* ---- deaths ------------------------------------------------------------------------------------------- */

static const char *
stage_name (const EvxPool *pool, const Worker *worker)
{
    if (!worker->opened)
        return "opening the document";
    return worker->stage > 0 ? pool->stages[worker->stage - 1]->name : "opening the page";
}

static const char *
signal_name (int number)
{
    const char *name = sigabbrev_np (number);
    return name != NULL ? name : "unknown";
}

static gboolean
ran_out_of_memory (const Worker *worker)
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
explain_death (const EvxPool *pool, const Worker *worker, int status, int *code)
{
    const char *during = stage_name (pool, worker);
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
    return fail_task (pool, task, code, reason, error);
}

/* Whether the page may be tried once more, and without which stage: a worker that somebody else killed
 * is no fault of the page; a hostile page gets no second chance. */
static gboolean
may_retry (const EvxPool *pool, const Worker *worker, EvxPageWork work, int status, int code,
           guint16 *leave_out)
{
    gboolean killed = worker->kill_code == EVX_NONE && WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL;
    *leave_out = 0;
    if (worker->retry != NULL || code == EVX_ERROR_PROTOCOL || code == EVX_ERROR_SANDBOX_VIOLATION)
        return FALSE;
    if (killed)
        return TRUE;
    if (worker->stage <= 0 || pool->n_stages < 2 || work != EVX_WORK_READ)
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
died_on_page (EvxPool *pool, EvxTask *task, Worker *worker, int status, int code, const char *reason,
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
    return last || !enough || give_up (pool, task, error);
}

static gboolean
fail_sandbox (const Worker *worker, GError **error)
{
    g_set_error (error, EVX_ERROR, EVX_ERROR_SANDBOX_MISSING,
                 "a worker could not lock itself in (%s)", g_strchomp (worker->log->str));
    return FALSE;
}

/* A worker has ended of which more was wanted. */
static gboolean
mourn (EvxPool *pool, Worker *worker, int status, GError **error)
{
    int code = EVX_NONE;
    EvxTask *task = g_steal_pointer (&worker->task);
    if (status < 0)
        return cannot_start (error, -status);
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
    return !evx_task_died (task) || give_up (pool, task, error);
}

/* ---- handing out pages ------------------------------------------------------------------------------- */

static gboolean
ask_for (EvxPool *pool, Worker *worker, guint page, guint16 leave_out, GError **error)
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
        worker->stage = -1;
        set_clock (worker, pool->limits_us[0]);
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
top_up (EvxPool *pool, Worker *worker, GError **error)
{
    EvxTask *task = worker->task;
    if (task == NULL || !worker->opened || worker->kill_code != EVX_NONE)
        return TRUE;
    guint page;
    gboolean ok = TRUE;
    if (worker->retry != NULL) {
        if (g_queue_is_empty (&worker->pages))
            ok = ask_for (pool, worker, worker->retry->page, worker->retry->leave_out, error);
    } else {
        while (ok && worker->pages.length <= pages_ahead (pool, task) && evx_task_take (task, &page))
            ok = ask_for (pool, worker, page, 0, error);
    }
    if (g_queue_is_empty (&worker->pages))
        dismiss (worker);
    flush_out (worker);
    return ok;
}

/* ---- what a worker says -------------------------------------------------------------------------------- */

static gboolean
breach (EvxPool *pool, Worker *worker)
{
    kill_worker (pool, worker, EVX_ERROR_PROTOCOL, "the reader sent invalid data");
    return TRUE;
}

static gboolean
hear_opened (EvxPool *pool, Worker *worker, const EvxFrame *frame, GError **error)
{
    EvxTask *task = worker->task;
    if (worker->opened || frame->page == 0)
        return breach (pool, worker);
    worker->opened = TRUE;
    rest_clock (worker);
    if (!task->state->begun) {
        g_autofree char *repair = g_utf8_make_valid ((const char *) frame->payload, frame->length);
        task->document->n_pages = frame->page;
        if (!pool->client->opened (task, *repair != '\0' ? repair : NULL, pool->user, error))
            return FALSE;
        evx_task_begin (task);
        if (task->state->left == 0)
            return finish_task (pool, task, error);
    }
    return TRUE;
}

static gboolean
hear_refused (EvxPool *pool, Worker *worker, const EvxFrame *frame, GError **error)
{
    if (worker->opened || frame->page >= EVX_N_ERRORS)
        return breach (pool, worker);
    g_autofree char *reason = g_utf8_make_valid ((const char *) frame->payload, frame->length);
    return fail_task (pool, worker->task, (int) frame->page, reason, error);
}

static gboolean
hear_stage (EvxPool *pool, Worker *worker, const EvxFrame *frame)
{
    if (frame->flags > pool->n_stages || (gint) frame->flags <= worker->stage)
        return breach (pool, worker);
    worker->stage = frame->flags;
    set_clock (worker, pool->limits_us[frame->flags]);
    return TRUE;
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
hear_page (EvxPool *pool, Worker *worker, const EvxFrame *frame, GError **error)
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
    worker->stage = -1;
    if (g_queue_is_empty (&worker->pages))
        rest_clock (worker);
    else
        set_clock (worker, pool->limits_us[0]);
    if (worker->retry != NULL)
        dismiss (worker);
    return deliver (pool, task, page, changed ? NULL : packed, error);
}

static gboolean
hear_frame (EvxPool *pool, Worker *worker, const EvxFrame *frame, GError **error)
{
    if (frame->type == EVX_FRAME_OPENED)
        return hear_opened (pool, worker, frame, error);
    if (frame->type == EVX_FRAME_REFUSED)
        return hear_refused (pool, worker, frame, error);
    gboolean in_turn = worker->opened && !g_queue_is_empty (&worker->pages) &&
                       GPOINTER_TO_UINT (g_queue_peek_head (&worker->pages)) == frame->page;
    if (in_turn && frame->type == EVX_FRAME_STAGE)
        return hear_stage (pool, worker, frame);
    if (in_turn && frame->type == EVX_FRAME_PAGE)
        return hear_page (pool, worker, frame, error);
    return breach (pool, worker);
}

/* Takes the whole frames that are there. */
static gboolean
hear_frames (EvxPool *pool, Worker *worker, GError **error)
{
    EvxFrame frame;
    g_autoptr (GError) bad = NULL;
    while (worker->task != NULL && worker->kill_code == EVX_NONE &&
           evx_frame_reader_next (worker->reader, &frame, &bad))
        if (!hear_frame (pool, worker, &frame, error))
            return FALSE;
    return bad == NULL || breach (pool, worker);
}

/* Reads once; returns FALSE only for an error of the run. @more: (out): there may be more to read. */
static gboolean
read_results (EvxPool *pool, Worker *worker, gboolean *more, GError **error)
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

static void
read_log (Worker *worker)
{
    char bytes[4096];
    gssize got = worker->log_fd >= 0 ? read (worker->log_fd, bytes, sizeof bytes) : 0;
    if (got > 0)
        g_string_append_len (worker->log, bytes,
                             MIN (got, (gssize) (LOG_KEPT - MIN (worker->log->len, LOG_KEPT))));
    if (got == 0 && worker->log_fd >= 0) {
        close (worker->log_fd);
        worker->log_fd = -1;
    }
}

/* ---- the zygote ------------------------------------------------------------------------------------------ */

static Worker *
find_worker (const EvxPool *pool, guint32 serial)
{
    for (guint i = 0; i < pool->workers->len; i++) {
        Worker *worker = g_ptr_array_index (pool->workers, i);
        if (worker->serial == serial)
            return worker;
    }
    return NULL;
}

static void
show_log (const Worker *worker)
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
    Worker *worker = find_worker (pool, serial);
    gboolean more = worker != NULL;
    while (more)
        if (!read_results (pool, worker, &more, error))
            return FALSE;
    if (worker == NULL)
        return TRUE;
    read_log (worker);
    show_log (worker);
    gboolean ok = worker->task == NULL || mourn (pool, worker, status, error);
    g_ptr_array_remove_fast (pool->workers, worker);
    return ok;
}

static gboolean
hear_exits (EvxPool *pool, GError **error)
{
    EvxZygoteExit message;
    for (;;) {
        gssize got = recv (pool->control, &message, sizeof message, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return TRUE;
        if (got != sizeof message) {
            g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL,
                         "the process that starts workers has ended; run the same command again");
            return FALSE;
        }
        if (!bury (pool, message.serial, message.status, error))
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
        n += ((const Worker *) g_ptr_array_index (pool->workers, i))->task != NULL;
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
        Worker *worker = spawn (pool, task, error);
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
        Worker *worker = g_ptr_array_index (pool->workers, i);
        if (worker->task == NULL || worker->deadline == 0 || worker->deadline > now)
            continue;
        gint64 limit = !worker->opened ? pool->limits_us[0] * OPENING_PAGES
                                       : pool->limits_us[MAX (worker->stage, 0)];
        g_autofree char *reason =
            g_strdup_printf ("took longer than %g s during %s and was given up",
                             (double) limit / G_USEC_PER_SEC, stage_name (pool, worker));
        kill_worker (pool, worker, EVX_ERROR_PAGE_TIMEOUT, reason);
    }
}

/* Time that the supervisor itself was busy is not the workers' fault. */
static void
forgive (EvxPool *pool, gint64 us)
{
    for (guint i = 0; i < pool->workers->len; i++) {
        Worker *worker = g_ptr_array_index (pool->workers, i);
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
        const Worker *worker = g_ptr_array_index (pool->workers, i);
        struct pollfd two[] = {
            { worker->fd, (short) (POLLIN | (worker->out->len > 0 ? POLLOUT : 0)), 0 },
            { worker->log_fd, POLLIN, 0 },
        };
        g_array_append_vals (fds, two, G_N_ELEMENTS (two));
    }
}

static gboolean
serve_worker (EvxPool *pool, Worker *worker, short results, short log, GError **error)
{
    gboolean more;
    if (log != 0)
        read_log (worker);
    if ((results & POLLOUT) != 0)
        flush_out (worker);
    if ((results & (POLLIN | POLLHUP | POLLERR)) != 0 && !read_results (pool, worker, &more, error))
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
    return at[0].revents == 0 || hear_exits (pool, error);
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
        return cannot_start (error, errno);
    gint64 after = g_get_monotonic_time ();
    if (!serve (pool, fds, error) || !look_ahead (pool, error) ||
        !pool->client->tick (pool->user, error))
        return FALSE;
    forgive (pool, before - start + g_get_monotonic_time () - after);
    kill_late (pool);
    return TRUE;
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
