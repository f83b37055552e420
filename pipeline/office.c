/* LibreOffice opens too many files, threads and libraries for the filter of the workers, so it runs outside of it,
 * shut in otherwise: Landlock leaves it the system's files to read and one temporary folder to write; seccomp leaves it no
 * socket that reaches anybody; it is nobody where we are root; its profile is new and has macros, scripts and links off;
 * it and what it starts are one group that is killed when time is up or we die. What it writes is believed no more
 * than any PDF: it is read by a sandboxed worker.
 * Sources: landlock(7), seccomp(2), the settings org.openoffice.Office.Common/Security/Scripting. */
#include "office.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <linux/landlock.h>
#include <poll.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define FS_TRUNCATE (1ull << 14) /* Landlock 3; the headers of Debian 12 know version 2 only */
#define LIMIT_S 180
#define MOST_PDF (1ll << 30)
#define MOST_MEMORY (8ull << 30) /* of addresses; a page of text takes 2 GiB of them */
#define LONGEST_VALUE 100 /* of what is settled in the PDF */
#define START_AGAIN 81 /* how it ends when it has just made its profile */

static const char settings[] =
    "<?xml version=\"1.0\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
    "<item oor:path=\"/org.openoffice.Office.Common/Security/Scripting\">"
    "<prop oor:name=\"MacroSecurityLevel\" oor:op=\"fuse\"><value>3</value></prop>"
    "<prop oor:name=\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true</value></prop>"
    "<prop oor:name=\"BlockUntrustedRefererLinks\" oor:op=\"fuse\"><value>true</value></prop></item>"
    "<item oor:path=\"/org.openoffice.Office.Writer/Content/Update\">"
    "<prop oor:name=\"Link\" oor:op=\"fuse\"><value>0</value></prop></item>"
    "<item oor:path=\"/org.openoffice.Office.Calc/Content/Update\">"
    "<prop oor:name=\"Link\" oor:op=\"fuse\"><value>1</value></prop></item></oor:items>";

char *
evx_office_program (void)
{
    g_autofree char *found = g_find_program_in_path ("soffice");
    char *real = found != NULL ? realpath (found, NULL) : NULL;
    g_autofree char *folder = real != NULL ? g_path_get_dirname (real) : NULL;
    free (real);
    g_autofree char *program = folder != NULL ? g_build_filename (folder, "soffice.bin", NULL) : NULL;
    return program != NULL && g_file_test (program, G_FILE_TEST_IS_EXECUTABLE) ? g_steal_pointer (&program) : NULL;
}

/* ---- the child: each step fails closed ---------------------------------------------------------------------- */

static gboolean
allow (int ruleset, const char *path, guint64 access)
{
    struct stat st;
    struct landlock_path_beneath_attr rule = { access, open (path, O_PATH | O_CLOEXEC) };
    if (rule.parent_fd < 0)
        return errno == ENOENT;
    if (fstat (rule.parent_fd, &st) == 0 && !S_ISDIR (st.st_mode))
        rule.allowed_access &= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;
    int failed = (int) syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close (rule.parent_fd);
    return failed == 0;
}

/* The system's own files; no home, no index, no inputs. */
static gboolean
shut_files (const char *folder)
{
    static const char *const readable[] = { "/usr", "/lib", "/lib64", "/opt", "/etc/fonts", "/etc/libreoffice",
                                            "/etc/passwd", "/etc/nsswitch.conf", "/etc/ld.so.cache",
                                            "/var/cache/fontconfig", "/var/lib/libreoffice",
                                            "/var/spool/libreoffice", "/dev/urandom", "/dev/random" };
    int version = (int) syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    const guint64 all = ((1ull << 13) - 1) | (version >= 2 ? LANDLOCK_ACCESS_FS_REFER : 0) | (version >= 3 ? FS_TRUNCATE : 0);
    const guint64 made = LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_BLOCK;
    const guint64 reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
    struct landlock_ruleset_attr attributes = { .handled_access_fs = all };
    int ruleset = (int) syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    gboolean ok = ruleset >= 0 && allow (ruleset, folder, all & ~made) &&
                  allow (ruleset, "/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    for (guint i = 0; ok && i < G_N_ELEMENTS (readable); i++)
        ok = allow (ruleset, readable[i], reading);
    return ok && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
}

/* It may call nobody. It wants a socket in /tmp to be found by, and does not start without: it is told that it has one. */
static gboolean
shut_network (void)
{
    static const int refused[] = { SCMP_SYS (connect), SCMP_SYS (sendto), SCMP_SYS (sendmsg), SCMP_SYS (sendmmsg),
                                   SCMP_SYS (ptrace), SCMP_SYS (kill), SCMP_SYS (tkill),
                                   SCMP_SYS (rt_sigqueueinfo), SCMP_SYS (pidfd_send_signal), SCMP_SYS (io_uring_setup), SCMP_SYS (bpf), SCMP_SYS (keyctl),
                                   SCMP_SYS (unshare), SCMP_SYS (setns), SCMP_SYS (mount), SCMP_SYS (process_vm_writev),
                                   SCMP_SYS (process_vm_readv), SCMP_SYS (userfaultfd), SCMP_SYS (perf_event_open) };
    scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);
    if (filter == NULL)
        return FALSE;
    int failed = seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), SCMP_SYS (socket), 1, SCMP_A0 (SCMP_CMP_NE, AF_UNIX));
    for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
        failed |= seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), refused[i], 0);
    failed |= seccomp_rule_add (filter, SCMP_ACT_ERRNO (0), SCMP_SYS (bind), 0);
    failed |= seccomp_rule_add (filter, SCMP_ACT_ERRNO (0), SCMP_SYS (listen), 0);
    failed |= seccomp_load (filter);
    seccomp_release (filter);
    return failed == 0;
}

static gboolean
shut_in (const char *folder, gboolean sandbox)
{
    const struct rlimit time = { LIMIT_S, LIMIT_S }, size = { MOST_PDF, MOST_PDF }, core = { 0, 0 },
                        memory = { MOST_MEMORY, MOST_MEMORY };
    if (setrlimit (RLIMIT_CPU, &time) != 0 || setrlimit (RLIMIT_FSIZE, &size) != 0 ||
        setrlimit (RLIMIT_CORE, &core) != 0 || setrlimit (RLIMIT_AS, &memory) != 0)
        return FALSE;
    if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setresgid (NOBODY, NOBODY, NOBODY) != 0 ||
                            setresuid (NOBODY, NOBODY, NOBODY) != 0))
        return FALSE;
    return !sandbox || (shut_files (folder) && shut_network ());
}

static void
become_office (const char *program, const char *folder, gboolean sandbox, pid_t parent)
{
    g_autofree char *home = g_strconcat ("HOME=", folder, NULL);
    g_autofree char *temporary = g_strconcat ("TMPDIR=", folder, NULL);
    g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
    char *const arguments[] = { (char *) "soffice", profile, (char *) "--headless", (char *) "--norestore",
                                (char *) "--convert-to", (char *) "pdf", (char *) "document", NULL };
    char *const environment[] = { home, temporary, (char *) "PATH=/usr/bin:/bin", (char *) "LC_ALL=C.UTF-8",
                                  (char *) "SAL_USE_VCLPLUGIN=svp", NULL };
    sigset_t none;
    sigemptyset (&none);
    int null = open ("/dev/null", O_RDWR);
    gboolean ok = setsid () >= 0 && chdir (folder) == 0 && sigprocmask (SIG_SETMASK, &none, NULL) == 0;
    for (int i = 0; i < 3; i++)
        ok = ok && dup2 (null, i) == i;
    ok = ok && syscall (SYS_close_range, 3, ~0u, 0) == 0 && shut_in (folder, sandbox) &&
         prctl (PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid () == parent;
    if (ok)
        execve (program, arguments, environment);
    _exit (127);
}

/* ---- waiting for it ------------------------------------------------------------------------------------------- */

static gboolean
is_interrupted (void)
{
    sigset_t pending;
    return sigpending (&pending) == 0 && (sigismember (&pending, SIGINT) == 1 || sigismember (&pending, SIGTERM) == 1);
}

/* Returns: its exit status; -1 if it was killed, for *interrupted or for time. */
static int
run_office (const char *program, const char *folder, gboolean sandbox, gboolean *interrupted)
{
    gint64 until = g_get_monotonic_time () + LIMIT_S * G_USEC_PER_SEC;
    int status = 0;
    pid_t parent = getpid (), pid = fork ();
    if (pid == 0)
        become_office (program, folder, sandbox, parent);
    while (pid > 0 && waitpid (pid, &status, WNOHANG) == 0) {
        *interrupted = is_interrupted ();
        if (*interrupted || g_get_monotonic_time () > until) {
            kill (-pid, SIGKILL);
            kill (pid, SIGKILL); /* before it had a group */
            waitpid (pid, &status, 0);
            return -1;
        }
        g_usleep (20000);
    }
    if (pid > 0)
        kill (-pid, SIGKILL); /* what it left behind */
    return pid > 0 && WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

/* ---- its folder ------------------------------------------------------------------------------------------------ */

static int
remove_one (const char *path, G_GNUC_UNUSED const struct stat *st, G_GNUC_UNUSED int type, G_GNUC_UNUSED struct FTW *at)
{
    return remove (path);
}

static gboolean
copy_to (int fd, const char *path, uid_t owner)
{
    g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
    return file != NULL &&
           g_file_set_contents (path, g_mapped_file_get_contents (file), (gssize) g_mapped_file_get_length (file), NULL) &&
           (owner == 0 || chown (path, owner, owner) == 0);
}

static gboolean
furnish (const char *folder, int fd)
{
    uid_t owner = geteuid () == 0 ? NOBODY : 0;
    g_autofree char *document = g_build_filename (folder, "document", NULL);
    g_autofree char *profile = g_build_filename (folder, "profile", NULL);
    g_autofree char *user = g_build_filename (profile, "user", NULL);
    g_autofree char *file = g_build_filename (user, "registrymodifications.xcu", NULL);
    const char *const made[] = { folder, profile, user, file };
    gboolean ok = copy_to (fd, document, owner) && g_mkdir_with_parents (user, 0700) == 0 &&
                  g_file_set_contents (file, settings, -1, NULL);
    for (guint i = 0; ok && owner != 0 && i < G_N_ELEMENTS (made); i++)
        ok = chown (made[i], owner, owner) == 0;
    return ok;
}

/* Overwrites what stands behind the last @before, up to @end, and @before too where it is to go: hex digits by '0', or all by
 * blanks. Places in the file stay the same. */
static void
settle (char *data, gsize length, const char *before, char end, gboolean blank)
{
    gsize n = strlen (before);
    for (gsize at = length; at-- > 0;) {
        if (length - at <= n || memcmp (data + at, before, n) != 0)
            continue;
        const char *stop = memchr (data + at + n, end, MIN (length - at - n, LONGEST_VALUE));
        for (char *p = data + at + (blank ? 0 : n); stop != NULL && p <= stop; p++)
            *p = blank ? ' ' : g_ascii_isxdigit (*p) ? '0' : *p;
        return;
    }
}

/* Returns: whether a PDF was made. What stands there may be a trap: a link, a pipe. Its time goes, and its numbers,
 * which are made of the time, so that two machines make the same. */
static gboolean
take_pdf (const char *folder, const char *path, GError **error)
{
    g_autofree char *made = g_build_filename (folder, "document.pdf", NULL);
    int fd = open (made, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat st;
    gboolean plain = fd >= 0 && fstat (fd, &st) == 0 && S_ISREG (st.st_mode) && st.st_size > 5 && st.st_size <= MOST_PDF;
    g_autofree char *data = plain ? g_malloc ((gsize) st.st_size) : NULL;
    gsize length = plain ? (gsize) st.st_size : 0;
    plain = plain && pread (fd, data, length, 0) == (gssize) length && memcmp (data, "%PDF-", 5) == 0;
    if (fd >= 0)
        close (fd);
    if (!plain)
        return FALSE;
    settle (data, length, "/CreationDate(D:", ')', TRUE); /* of the conversion, not of the document */
    settle (data, length, "/ID [ <", ']', FALSE);
    settle (data, length, "/DocChecksum /", '\n', FALSE);
    g_autoptr (GError) local = NULL;
    if (g_file_set_contents (path, data, (gssize) length, &local))
        return TRUE;
    g_set_error (error, EVX_ERROR, g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? EVX_ERROR_DISK_FULL
                 : EVX_ERROR_OUTPUT_READ_ONLY, "Cannot write %s: %s", path, local->message);
    return FALSE;
}

int
evx_office_convert (const char *program, int fd, const char *path, gboolean sandbox, char **reason, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp ("evidex-office-XXXXXX", NULL);
    g_autoptr (GError) local = NULL;
    gboolean interrupted = FALSE, furnished = folder != NULL && furnish (folder, fd), made = FALSE;
    int status = START_AGAIN;
    for (guint i = 0; furnished && i < 2 && status == START_AGAIN; i++)
        status = run_office (program, folder, sandbox, &interrupted);
    if (furnished && !interrupted)
        made = take_pdf (folder, path, &local);
    if (folder != NULL)
        nftw (folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    if (!furnished)
        g_set_error_literal (&local, EVX_ERROR, EVX_ERROR_INTERNAL, "no temporary folder for LibreOffice");
    else if (interrupted)
        g_set_error_literal (&local, EVX_ERROR, EVX_ERROR_INTERRUPTED, "interrupted");
    else if (status == 127)
        g_set_error_literal (&local, EVX_ERROR, EVX_ERROR_SANDBOX_MISSING, "LibreOffice could not be shut in");
    if (local != NULL) {
        int code = local->code;
        g_propagate_error (error, g_steal_pointer (&local));
        return code;
    }
    if (!made)
        *reason = g_strdup (status < 0 ? "LibreOffice was stopped: it took too long, or crashed"
                            : "LibreOffice made no PDF of it; what reads it may be missing: " EVX_OFFICE_PACKAGES);
    return made ? EVX_NONE : status < 0 ? EVX_ERROR_CRASHED : EVX_ERROR_UNSUPPORTED;
}
