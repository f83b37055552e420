/* Waits for change by comparing what stands in the folders with what stood there at the mark. inotify only says
 * when to look; where it is silent (a network disk, a folder just made, no watches left) a look every ten seconds finds
 * the same. No thread: the next round forks. */
#include "watch.h"

#include "intake/intake.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#define QUIET_MS 3000
#define LOOK_MS 10000
#define LOOK_SHARE 20 /* looking takes no more than one in so many seconds, however large the folders */
#define EVENTS (IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB | IN_ONLYDIR)

struct _EvxWatch {
    const char *const *roots;
    const EvxOptions *options;
    char *out;  /* absolute, with a '/' at its end */
    char *mark; /* sum of what stood there; NULL: none */
    int signals, events; /* events: -1 where there is no inotify */
    gint64 look_ms;      /* what the last look took */
};

typedef struct {
    EvxWatch *watch;
    GChecksum *sum;
    char *folder; /* of the path before */
} Look;

EvxWatch *
evx_watch_new (const char *const *roots, const char *out, const EvxOptions *options, GError **error)
{
    sigset_t signals;
    sigemptyset (&signals);
    sigaddset (&signals, SIGINT);
    sigaddset (&signals, SIGTERM);
    sigprocmask (SIG_BLOCK, &signals, NULL);
    int fd = signalfd (-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    if (fd < 0) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_INTERNAL, "no descriptor for signals");
        return NULL;
    }
    EvxWatch *watch = g_new0 (EvxWatch, 1);
    g_autofree char *absolute = g_canonicalize_filename (out, NULL);
    *watch = (EvxWatch){ .roots = roots, .options = options, .out = g_strconcat (absolute, "/", NULL),
                         .signals = fd, .events = inotify_init1 (IN_CLOEXEC | IN_NONBLOCK) };
    return watch;
}

void
evx_watch_free (EvxWatch *watch)
{
    if (watch == NULL)
        return;
    close (watch->signals);
    if (watch->events >= 0)
        close (watch->events);
    g_free (watch->out);
    g_free (watch->mark);
    g_free (watch);
}

/* ---- looking ------------------------------------------------------------------------------------------ */

/* Asking for a folder again changes nothing. */
static void
hear_folder (EvxWatch *watch, const char *folder)
{
    if (watch->events >= 0 && inotify_add_watch (watch->events, folder, EVENTS) < 0)
        g_debug ("no events of a folder; it is looked at all the same");
}

static gboolean
add_path (EvxInput *input, gpointer user, G_GNUC_UNUSED GError **error)
{
    Look *look = user;
    struct stat st = { 0 };
    if (g_str_has_prefix (input->path, look->watch->out))
        return TRUE;
    if (lstat (input->path, &st) != 0)
        memset (&st, 0, sizeof st);
    const gint64 figures[] = { input->status,      st.st_size,         (gint64) st.st_ino,  st.st_mtim.tv_sec,
                               st.st_mtim.tv_nsec, st.st_ctim.tv_sec,  st.st_ctim.tv_nsec };
    g_checksum_update (look->sum, (const guchar *) input->path, (gssize) strlen (input->path) + 1);
    g_checksum_update (look->sum, (const guchar *) figures, sizeof figures);
    g_autofree char *folder = g_path_get_dirname (input->path);
    if (g_strcmp0 (folder, look->folder) != 0) {
        hear_folder (look->watch, folder);
        g_free (look->folder);
        look->folder = g_steal_pointer (&folder);
    }
    return TRUE;
}

static void
drain (int fd)
{
    char events[4096];
    while (fd >= 0 && read (fd, events, sizeof events) > 0)
        continue;
}

/* Returns: (transfer full): a sum over every path with its size and times. */
static char *
look_at (EvxWatch *watch)
{
    gint64 began = g_get_monotonic_time ();
    g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
    Look look = { watch, sum, NULL };
    drain (watch->events); /* what comes from now on wakes the next wait */
    for (guint i = 0; watch->roots[i] != NULL; i++)
        hear_folder (watch, watch->roots[i]);
    evx_intake_walk (watch->roots, watch->options, add_path, &look, NULL);
    g_free (look.folder);
    watch->look_ms = (g_get_monotonic_time () - began) / 1000;
    return g_strdup (g_checksum_get_string (sum));
}

void
evx_watch_mark (EvxWatch *watch)
{
    g_free (watch->mark);
    watch->mark = look_at (watch);
}

void
evx_watch_unmark (EvxWatch *watch)
{
    g_clear_pointer (&watch->mark, g_free);
}

/* ---- waiting ------------------------------------------------------------------------------------------ */

static gboolean
rest (EvxWatch *watch, gint64 ms, gboolean wake, GError **error)
{
    struct pollfd fds[] = { { watch->signals, POLLIN, 0 }, { wake ? watch->events : -1, POLLIN, 0 } };
    struct signalfd_siginfo info;
    poll (fds, G_N_ELEMENTS (fds), (int) MIN (ms, G_MAXINT));
    if (read (watch->signals, &info, sizeof info) != sizeof info)
        return TRUE;
    g_set_error_literal (error, EVX_ERROR, EVX_ERROR_INTERRUPTED, "interrupted");
    return FALSE;
}

gboolean
evx_watch_wait (EvxWatch *watch, GError **error)
{
    g_autofree char *now = NULL;
    for (gboolean moving = watch->mark == NULL;;) {
        gint64 least = LOOK_SHARE * watch->look_ms;
        if (!rest (watch, MAX (moving ? QUIET_MS : LOOK_MS, least), !moving && least < LOOK_MS, error))
            return FALSE;
        g_autofree char *before = g_steal_pointer (&now);
        now = look_at (watch);
        gboolean changed = g_strcmp0 (now, watch->mark) != 0;
        if (moving && changed && g_strcmp0 (now, before) == 0)
            return TRUE;
        moving = changed;
    }
}
