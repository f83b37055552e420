/* Three processes: the one that asks; the forking one, which holds the prepared sandbox and no index; a
 * child a request. A request goes as one packet with the input and the pipe for the answer as rights. */
#include "forker.h"

#include "error.h"
#include "preload.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct _EvxForker {
    int control;
    pid_t pid;
    gsize request_size;
    EvxForkerTask task;
    gboolean fonts;
    gpointer user;
};

typedef struct {
    goffset size; /* of the input */
    guint8 request[EVX_FORKER_REQUEST] __attribute__ ((aligned (8)));
} Packet;

typedef union {
    struct cmsghdr header;
    char room[CMSG_SPACE (2 * sizeof (int))];
} Rights;

/* ---- the child ------------------------------------------------------------------------------------------ */

static void
run_child (const EvxForker *forker, const EvxSandbox *sandbox, const Packet *packet, const int fds[2], pid_t parent)
{
    int null = open ("/dev/null", O_RDWR | O_CLOEXEC);
    int from[EVX_FORKER_N_FDS] = { null, null, null, fds[0], fds[1] };
    for (int i = 0; i < EVX_FORKER_N_FDS; i++) /* out of the way first, so that none overwrites another */
        from[i] = fcntl (from[i], F_DUPFD_CLOEXEC, EVX_FORKER_N_FDS + 5);
    for (int i = 0; i < EVX_FORKER_N_FDS; i++)
        if (dup2 (from[i], i) != i)
            _exit (1);
    if (!evx_sandbox_enter (sandbox, packet->size, parent, EVX_FORKER_N_FDS))
        _exit (1);
    forker->task (packet->request, packet->size, forker->user);
    _exit (0);
}

/* ---- the forking process -------------------------------------------------------------------------------- */

static gboolean
receive (const EvxForker *forker, int control, Packet *packet, int fds[2])
{
    Rights rights;
    gsize length = G_STRUCT_OFFSET (Packet, request) + forker->request_size;
    struct iovec part = { packet, length };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights,
                              .msg_controllen = sizeof rights };
    if (recvmsg (control, &message, MSG_CMSG_CLOEXEC) != (gssize) length)
        return FALSE;
    struct cmsghdr *c = CMSG_FIRSTHDR (&message);
    if (c == NULL || c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS ||
        c->cmsg_len != CMSG_LEN (2 * sizeof (int)))
        return FALSE;
    memcpy (fds, CMSG_DATA (c), 2 * sizeof (int));
    return TRUE;
}

static void
run_forker (const EvxForker *forker, int control, const EvxOptions *options, pid_t parent)
{
    Packet packet;
    int fds[2];
    signal (SIGCHLD, SIG_IGN); /* children are reaped by the kernel */
    signal (SIGINT, SIG_IGN);
    if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid () != parent)
        _exit (1);
    g_autoptr (EvxSandbox) sandbox = evx_sandbox_new (options, NULL);
    char ready = sandbox != NULL ? 'R' : 'F';
    if (send (control, &ready, 1, MSG_NOSIGNAL) != 1 || sandbox == NULL)
        _exit (1);
    pid_t self = getpid ();
    gboolean loaded = FALSE;
    g_autoptr (EvxPdf) preloaded = NULL;
    while (receive (forker, control, &packet, fds)) {
        if (!loaded)
            preloaded = evx_preload (forker->fonts); /* most runs ask for no child */
        loaded = TRUE;
        if (fork () == 0)
            run_child (forker, sandbox, &packet, fds, self);
        close (fds[0]);
        close (fds[1]);
    }
    _exit (0);
}

/* ---- the one that asks ---------------------------------------------------------------------------------- */

EvxForker *
evx_forker_new (const EvxOptions *options, const char *what, gsize request_size, EvxForkerTask task, gboolean fonts,
                gpointer user, GError **error)
{
    g_return_val_if_fail (request_size <= EVX_FORKER_REQUEST, NULL);
    int pair[2];
    if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL, "no socket: %s", g_strerror (errno));
        return NULL;
    }
    g_autoptr (EvxForker) forker = g_new0 (EvxForker, 1);
    pid_t self = getpid ();
    *forker = (EvxForker){ pair[0], -1, request_size, task, fonts, user };
    forker->pid = fork ();
    if (forker->pid == 0) {
        close (pair[0]);
        run_forker (forker, pair[1], options, self);
    }
    close (pair[1]);
    char ready = 0;
    if (forker->pid > 0 && recv (pair[0], &ready, 1, 0) == 1 && ready == 'R')
        return g_steal_pointer (&forker);
    g_set_error (error, EVX_ERROR, EVX_ERROR_SANDBOX_MISSING,
                 "%s need the sandbox, which this kernel lacks; --no-sandbox does without", what);
    return NULL;
}

void
evx_forker_free (EvxForker *forker)
{
    if (forker == NULL)
        return;
    close (forker->control);
    if (forker->pid > 0)
        waitpid (forker->pid, NULL, 0);
    g_free (forker);
}

static void
send_packet (const EvxForker *forker, const Packet *packet, int input, int result)
{
    const int fds[2] = { input, result };
    Rights rights = { 0 };
    struct iovec part = { (void *) packet, G_STRUCT_OFFSET (Packet, request) + forker->request_size };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights,
                              .msg_controllen = sizeof rights };
    struct cmsghdr *c = CMSG_FIRSTHDR (&message);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN (sizeof fds);
    memcpy (CMSG_DATA (c), fds, sizeof fds);
    (void) !sendmsg (forker->control, &message, MSG_NOSIGNAL); /* where it fails the pipe ends at once */
}

int
evx_forker_ask (EvxForker *forker, gconstpointer request, int input, goffset size, GError **error)
{
    Packet packet = { .size = size };
    int results[2];
    if (pipe2 (results, O_CLOEXEC) != 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_INTERNAL, "no pipe: %s", g_strerror (errno));
        return -1;
    }
    memcpy (packet.request, request, forker->request_size);
    send_packet (forker, &packet, input, results[1]);
    close (results[1]);
    return results[0];
}
