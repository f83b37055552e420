/* Workers, seen from the supervisor: asked of the zygote, fed, watched by the clock, sent away. */
#include "pool-internal.h"

#include "zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LOG_KEPT 4096

void
evx_crew_free (gpointer data)
{
    EvxCrewman *worker = data;
    if (worker->fd >= 0)
        close (worker->fd);
    if (worker->log_fd >= 0)
        close (worker->log_fd);
    if (worker->schedule_fd >= 0)
        close (worker->schedule_fd);
    evx_frame_reader_free (worker->reader);
    evx_pulse_free (worker->pulse);
    g_byte_array_unref (worker->out);
    g_queue_clear (&worker->pages);
    evx_retry_free (worker->retry);
    g_free (worker->kill_reason);
    g_string_free (worker->log, TRUE);
    g_free (worker);
}

gboolean
evx_crew_cannot_start (GError **error, int saved)
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
        char room[CMSG_SPACE (EVX_ZYGOTE_FDS * sizeof (int))];
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

void
evx_crew_rest_clock (EvxCrewman *worker)
{
    worker->deadline = 0;
}

/* In us; 0 where the kernel does not tell. Source: "run delay" in Documentation/scheduler/sched-stats.rst of Linux. */
static gint64
waited_for_processor (const EvxCrewman *worker)
{
    char text[128] = "";
    unsigned long long delay_ns = 0;
    if (worker->schedule_fd < 0 || pread (worker->schedule_fd, text, sizeof text - 1, 0) <= 0 ||
        sscanf (text, "%*u %llu", &delay_ns) != 1)
        return 0;
    return (gint64) (delay_ns / 1000);
}

/* So old an answer is good enough: a page has so much more time at most, and to ask for each takes a hundredth of what
 * the supervisor does for it. */
#define WAITED_US (50 * 1000)

void
evx_crew_set_clock (EvxCrewman *worker, gint64 limit_us)
{
    gint64 now = g_get_monotonic_time ();
    worker->deadline = now + limit_us;
    if (now - worker->waited_at < WAITED_US)
        return;
    worker->waited = waited_for_processor (worker);
    worker->waited_at = now;
}

/* The file stays the process's own: once that has ended, nothing can be read from it. */
void
evx_crew_watch (EvxCrewman *worker, pid_t pid)
{
    char path[64];
    g_snprintf (path, sizeof path, "/proc/%d/schedstat", (int) pid);
    worker->schedule_fd = open (path, O_RDONLY | O_CLOEXEC);
    worker->waited = waited_for_processor (worker);
}

/* On a busy machine a page is given up for what it took, not for what others took: a worker that sleeps or
 * waits for anything else still has its time by the clock on the wall. */
gboolean
evx_crew_is_late (EvxCrewman *worker, gint64 now)
{
    if (worker->deadline == 0 || worker->deadline > now)
        return FALSE;
    gint64 waited = MAX (waited_for_processor (worker), worker->waited);
    worker->deadline += waited - worker->waited;
    worker->waited = waited;
    return worker->deadline <= now;
}

/* A hostile worker can claim any stage: only a later one, of the page it is at, is believed, so that no
 * page has more time than its stages together. */
void
evx_crew_feel_pulse (const EvxPool *pool, EvxCrewman *worker)
{
    if (g_queue_is_empty (&worker->pages) || worker->kill_code != EVX_NONE)
        return;
    guint page = GPOINTER_TO_UINT (g_queue_peek_head (&worker->pages));
    guint stage = evx_pulse_stage (worker->pulse, page);
    if (stage <= worker->stage || stage > pool->n_stages)
        return;
    worker->stage = stage;
    evx_crew_set_clock (worker, pool->limits_us[stage]);
}

/* Takes its ends of the pipes, and the pulse, into a new worker. */
static EvxCrewman *
add_worker (EvxPool *pool, EvxTask *task, int fd, int log_fd, EvxPulse *pulse)
{
    EvxCrewman *worker = g_new0 (EvxCrewman, 1);
    worker->serial = ++pool->next_serial;
    worker->fd = fd;
    worker->log_fd = log_fd;
    worker->schedule_fd = -1;
    worker->reader = evx_frame_reader_new ();
    worker->out = g_byte_array_new ();
    worker->task = task;
    worker->opened = task->fd < 0;
    worker->pulse = pulse;
    worker->kill_code = EVX_NONE;
    worker->log = g_string_new (NULL);
    g_queue_init (&worker->pages);
    if (!worker->opened)
        evx_crew_set_clock (worker, pool->limits_us[0] * EVX_OPENING_PAGES);
    task->state->workers++;
    g_ptr_array_add (pool->workers, worker);
    return worker;
}

/* [0] is ours and does not block, [1] is the worker's. */
static gboolean
open_pipes (int pair[2], int log[2], GError **error)
{
    if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return evx_crew_cannot_start (error, errno);
    if (pipe2 (log, O_CLOEXEC) != 0) {
        int saved = errno;
        close (pair[0]);
        close (pair[1]);
        return evx_crew_cannot_start (error, saved);
    }
    fcntl (pair[0], F_SETFL, O_NONBLOCK);
    fcntl (log[0], F_SETFL, O_NONBLOCK);
    return TRUE;
}

EvxCrewman *
evx_crew_spawn (EvxPool *pool, EvxTask *task, GError **error)
{
    int pair[2], log[2], pulse_fd;
    EvxPulse *pulse = evx_pulse_new (&pulse_fd);
    if (pulse == NULL) {
        evx_crew_cannot_start (error, errno);
        return NULL;
    }
    if (!open_pipes (pair, log, error)) {
        evx_pulse_free (pulse);
        close (pulse_fd);
        return NULL;
    }
    EvxCrewman *worker = add_worker (pool, task, pair[0], log[0], pulse);
    const EvxDocument *document = task->document;
    EvxZygoteRequest request = { EVX_ZYGOTE_SPAWN, worker->serial, document->size, document->n_pages,
                                 task->fd >= 0 };
    int fds[EVX_ZYGOTE_FDS] = { pair[1], log[1], pulse_fd, task->fd };
    gboolean sent = send_request (pool, &request, document->id, document->file, fds,
                                  task->fd >= 0 ? EVX_ZYGOTE_FDS : EVX_ZYGOTE_FDS - 1);
    int saved = errno;
    close (pair[1]);
    close (log[1]);
    close (pulse_fd);
    if (sent || saved == EPIPE || saved == ECONNRESET) /* the zygote is gone: the loop will hear of it */
        return worker;
    evx_crew_cannot_start (error, saved);
    return NULL;
}

void
evx_crew_flush (EvxCrewman *worker)
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

void
evx_crew_kill (EvxPool *pool, EvxCrewman *worker, int code, const char *reason)
{
    if (worker->kill_code != EVX_NONE)
        return;
    EvxZygoteRequest request = { EVX_ZYGOTE_KILL, worker->serial, 0, 0, 0 };
    worker->kill_code = code;
    worker->kill_reason = g_strdup (reason);
    evx_crew_rest_clock (worker);
    send_request (pool, &request, "", "", NULL, 0);
}

void
evx_crew_dismiss (EvxCrewman *worker)
{
    if (worker->task != NULL)
        worker->task->state->workers--;
    worker->task = NULL;
    evx_crew_rest_clock (worker);
    if (worker->fd >= 0)
        shutdown (worker->fd, SHUT_WR);
}

void
evx_crew_read_log (EvxCrewman *worker)
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

const char *
evx_crew_stage (const EvxPool *pool, const EvxCrewman *worker)
{
    if (!worker->opened)
        return "opening the document";
    return worker->stage > 0 ? pool->stages[worker->stage - 1]->name : "opening the page";
}
