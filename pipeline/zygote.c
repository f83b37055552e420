/* The process that forks workers. It must stay single-threaded: a fork while another thread holds a
 * lock of poppler, cairo or fontconfig gives a child that hangs (9 of the first 31, measured). */
#include "zygote.h"

#include "preload.h"
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define FIRST_FREE 10 /* descriptors are moved here before they take their places 0..4 */
#define FORK_TRIES 50
#define FORK_WAIT_US 100000

/* Of libgomp, which comes with tesseract; its header does not come with every compiler. */
void omp_set_max_active_levels (int levels);

typedef struct {
    EvxWorkshop workshop;
    int control;
    GHashTable *serials; /* pid -> serial, of living workers */
    char *message;       /* room for a request; two NULs always follow it */
} Zygote;

/* ---- the worker's side of the fork ------------------------------------------------------------------ */

static int
move_up (int fd)
{
    return fd >= 0 ? fcntl (fd, F_DUPFD_CLOEXEC, FIRST_FREE) : -1;
}

/* fd 0 nothing, 1 and 2 the log, 3 the document, 4 the results. */
static gboolean
place_descriptors (int results, int log, int document)
{
    int null = move_up (open ("/dev/null", O_RDONLY | O_CLOEXEC));
    int from[] = { null, move_up (log), -1, document >= 0 ? move_up (document) : null, move_up (results) };
    from[2] = from[1];
    for (int to = 0; to < (int) G_N_ELEMENTS (from); to++)
        if (from[to] < 0 || dup2 (from[to], to) != to)
            return FALSE;
    return TRUE;
}

static void
become_worker (const Zygote *zygote, const EvxZygoteRequest *request, const char *id, const char *file,
               const int *fds)
{
    sigset_t none;
    sigemptyset (&none);
    setpgid (0, 0);
    EvxPulse *pulse = evx_pulse_open (fds[2]);
    if (pulse == NULL || !place_descriptors (fds[0], fds[1], request->has_pdf ? fds[3] : -1))
        _exit (EVX_WORKER_NO_SANDBOX);
    sigprocmask (SIG_SETMASK, &none, NULL);
    EvxDocument *document = evx_document_new (id, file);
    document->size = request->size;
    document->n_pages = request->n_pages;
    evx_worker_run (&zygote->workshop, document, pulse, request->has_pdf != 0);
}

/* ---- requests ------------------------------------------------------------------------------------------ */

static void
report (const Zygote *zygote, EvxZygoteReportKind kind, guint32 serial, gint32 value)
{
    EvxZygoteReport message = { kind, serial, value };
    if (send (zygote->control, &message, sizeof message, MSG_NOSIGNAL) < 0)
        _exit (0); /* the supervisor is gone */
}

/* Fork, patiently: EAGAIN passes when other processes end. Without the handlers of fork (): there is one thread, so
 * there are no locks to be held, and to take all of the allocator's costs 100 copied pages of memory a worker. */
static pid_t
fork_patiently (void)
{
    pid_t pid = _Fork ();
    for (guint i = 0; pid < 0 && errno == EAGAIN && i < FORK_TRIES; i++) {
        g_usleep (FORK_WAIT_US);
        pid = _Fork ();
    }
    return pid;
}

static void
prepare_stages (const EvxWorkshop *workshop)
{
    for (guint i = 0; i < evx_page_stages (workshop->stages); i++)
        if (workshop->stages[i]->prepare != NULL)
            workshop->stages[i]->prepare (workshop->selves[i]);
}

static void
spawn (Zygote *zygote, const EvxZygoteRequest *request, const char *names, const int *fds)
{
    prepare_stages (&zygote->workshop);
    pid_t pid = fork_patiently ();
    if (pid == 0)
        become_worker (zygote, request, names, names + strlen (names) + 1, fds);
    if (pid < 0) {
        report (zygote, EVX_ZYGOTE_ENDED, request->serial, -errno);
        return;
    }
    g_hash_table_insert (zygote->serials, GINT_TO_POINTER (pid), GUINT_TO_POINTER (request->serial));
    report (zygote, EVX_ZYGOTE_STARTED, request->serial, pid);
}

static void
kill_worker (Zygote *zygote, guint32 serial)
{
    GHashTableIter iter;
    gpointer pid, its_serial;
    g_hash_table_iter_init (&iter, zygote->serials);
    while (g_hash_table_iter_next (&iter, &pid, &its_serial))
        if (GPOINTER_TO_UINT (its_serial) == serial)
            kill (GPOINTER_TO_INT (pid), SIGKILL);
}

static void
take_descriptors (struct msghdr *message, int fds[EVX_ZYGOTE_FDS])
{
    for (guint i = 0; i < EVX_ZYGOTE_FDS; i++)
        fds[i] = -1;
    for (struct cmsghdr *c = CMSG_FIRSTHDR (message); c != NULL; c = CMSG_NXTHDR (message, c))
        if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS)
            memcpy (fds, CMSG_DATA (c), MIN (c->cmsg_len - CMSG_LEN (0), EVX_ZYGOTE_FDS * sizeof (int)));
}

/* Returns: FALSE when the supervisor is gone. */
static gboolean
serve_request (Zygote *zygote)
{
    char *bytes = zygote->message;
    union {
        struct cmsghdr header;
        char room[CMSG_SPACE (EVX_ZYGOTE_FDS * sizeof (int))];
    } rights;
    struct iovec part = { bytes, EVX_ZYGOTE_MESSAGE };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights,
                              .msg_controllen = sizeof rights };
    EvxZygoteRequest request;
    int fds[EVX_ZYGOTE_FDS];
    gssize got = recvmsg (zygote->control, &message, MSG_CMSG_CLOEXEC);
    if (got < (gssize) sizeof request)
        return got < 0 && errno == EINTR;
    bytes[got] = bytes[got + 1] = '\0';
    memcpy (&request, bytes, sizeof request);
    take_descriptors (&message, fds);
    if (request.kind == EVX_ZYGOTE_SPAWN)
        spawn (zygote, &request, bytes + sizeof request, fds);
    else
        kill_worker (zygote, request.serial);
    for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
        if (fds[i] >= 0)
            close (fds[i]);
    return TRUE;
}

static void
reap (Zygote *zygote)
{
    int status;
    for (pid_t pid; (pid = waitpid (-1, &status, WNOHANG)) > 0;) {
        gpointer serial = g_hash_table_lookup (zygote->serials, GINT_TO_POINTER (pid));
        g_hash_table_remove (zygote->serials, GINT_TO_POINTER (pid));
        report (zygote, EVX_ZYGOTE_ENDED, GPOINTER_TO_UINT (serial), status);
    }
}

/* ---- start ------------------------------------------------------------------------------------------------ */

static gboolean
open_stages (EvxWorkshop *workshop, const EvxOptions *options, GError **error)
{
    guint n = evx_page_stages (workshop->stages);
    workshop->selves = g_new0 (gpointer, n);
    for (guint i = 0; i < n; i++) {
        g_autoptr (GError) local = NULL;
        if (workshop->stages[i]->open == NULL)
            continue;
        workshop->selves[i] = workshop->stages[i]->open (options, &local);
        if (local != NULL) {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
    }
    return TRUE;
}

static void
say_ready (const Zygote *zygote)
{
    const EvxWorkshop *workshop = &zygote->workshop;
    g_autoptr (GByteArray) message = g_byte_array_new ();
    const char *sandbox = evx_sandbox_describe (workshop->sandbox);
    g_byte_array_append (message, (const guint8 *) "R", 1);
    g_byte_array_append (message, (const guint8 *) sandbox, (guint) strlen (sandbox) + 1);
    for (guint i = 0; i < evx_page_stages (workshop->stages); i++) {
        const EvxStage *stage = workshop->stages[i];
        g_autofree char *print = stage->fingerprint ? stage->fingerprint (workshop->selves[i]) : NULL;
        const char *text = print != NULL ? print : "";
        g_byte_array_append (message, (const guint8 *) text, (guint) strlen (text) + 1);
    }
    if (send (zygote->control, message->data, message->len, MSG_NOSIGNAL) < 0)
        _exit (1);
}

static void
say_failed (const Zygote *zygote, const GError *error)
{
    g_autoptr (GByteArray) message = g_byte_array_new ();
    gint32 code = error->domain == EVX_ERROR ? error->code : EVX_ERROR_INTERNAL;
    g_byte_array_append (message, (const guint8 *) "F", 1);
    g_byte_array_append (message, (const guint8 *) &code, sizeof code);
    g_byte_array_append (message, (const guint8 *) error->message, (guint) strlen (error->message) + 1);
    send (zygote->control, message->data, MIN (message->len, EVX_ZYGOTE_MESSAGE), MSG_NOSIGNAL);
    _exit (1);
}

static int
watch_children (void)
{
    sigset_t children;
    sigemptyset (&children);
    sigaddset (&children, SIGCHLD);
    sigprocmask (SIG_BLOCK, &children, NULL);
    return signalfd (-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void
serve (Zygote *zygote)
{
    int children = watch_children ();
    struct pollfd fds[] = { { zygote->control, POLLIN, 0 }, { children, POLLIN, 0 } };
    for (;;) {
        struct signalfd_siginfo info;
        if (poll (fds, G_N_ELEMENTS (fds), -1) < 0 && errno != EINTR)
            return;
        if (fds[1].revents != 0 && read (children, &info, sizeof info) > 0)
            reap (zygote);
        if (fds[0].revents != 0 && !serve_request (zygote))
            return;
    }
}

void
evx_zygote_run (int control, pid_t supervisor, const EvxStage *const *stages,
                const EvxOptions *options, const char *const *passwords)
{
    g_autoptr (GError) error = NULL;
    Zygote zygote = { { stages, NULL, passwords, NULL, getpid () }, control,
                      g_hash_table_new (NULL, NULL), g_malloc (EVX_ZYGOTE_MESSAGE + 2) };
    setpgid (0, 0); /* Ctrl-C is for the supervisor */
    if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid () != supervisor)
        _exit (1);
    /* Tesseract asks OpenMP for threads. With no active level each parallel region has one, here and in
     * all forks: with one worker a core more are slower (docs/ocr.md), and the sandbox forbids them. */
    omp_set_max_active_levels (0);
    if (!open_stages (&zygote.workshop, options, &error))
        say_failed (&zygote, error);
    EvxSandbox *sandbox = evx_sandbox_new (options, &error);
    if (sandbox == NULL)
        say_failed (&zygote, error);
    zygote.workshop.sandbox = sandbox;
    say_ready (&zygote);
    /* What cannot fail, while the supervisor opens the index and looks at the first input. */
    g_autoptr (EvxPdf) preloaded = evx_preload (TRUE);
    prepare_stages (&zygote.workshop);
    evx_sandbox_note_held (sandbox);
    serve (&zygote);
    _exit (0);
}
