/* What a worker may do. The rule set was measured on 1,011 PDFs with the libraries of Debian 12; new
 * versions of them may need another call: build with -DEVX_FAULTS and set EVIDEX_TRAP=1, and the worker
 * names the call that it was killed for.
 * Sources: landlock(7), seccomp(2), prctl(2). */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <unistd.h>

#define NOBODY 65534
#define STACK_BYTES (64ull << 20)
#define CPU_SECONDS (4ull * 3600) /* a backstop: the page limits of the supervisor come first */
#define OPEN_FILES 64
#define FIRST_FREE 10 /* the descriptors below are those of workers */
#define OWN_PID 0x5e1fd1edu /* stands in the filter for the pid of the worker that takes it */

struct _EvxSandbox {
    char *description;
    int ruleset;               /* of Landlock, or -1: no sandbox */
    struct sock_filter *rules; /* of seccomp, or NULL */
    gushort n_rules;
    guint64 held_bytes, memory_bytes; /* what the process held, and what a document may add */
};

/* ---- Landlock ------------------------------------------------------------------------------------- */

/* The headers of Debian 12 know version 2 only. */
#define FS_TRUNCATE (1ull << 14)  /* version 3 */
#define FS_IOCTL_DEV (1ull << 15) /* version 5 */
#define NET_TCP (3ull)            /* version 4: bind, connect */
#define SCOPES (3ull)             /* version 6: abstract sockets, signals */

typedef struct {
    guint64 handled_fs, handled_net, scoped;
} Ruleset;

/* Fonts, character maps, models of the recogniser: the same for everybody, and no secret. */
static const char *const readable[] = { "/usr/share/fonts", "/usr/share/poppler",
                                        "/usr/share/tesseract-ocr", "/usr/share/tessdata" };

static int
landlock_version (void)
{
    return (int) syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

static gboolean
allow_reading (int ruleset, const char *folder)
{
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = open (folder, O_PATH | O_CLOEXEC),
    };
    if (rule.parent_fd < 0)
        return errno == ENOENT; /* nothing there to read */
    int failed = (int) syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close (rule.parent_fd);
    return failed == 0;
}

/* Every right that this kernel knows is handled, so denied but for what is allowed here. */
static int
landlock_new (int version)
{
    Ruleset attributes = { .handled_fs = (1ull << 13) - 1 };
    attributes.handled_fs |= version >= 2 ? LANDLOCK_ACCESS_FS_REFER : 0;
    attributes.handled_fs |= version >= 3 ? FS_TRUNCATE : 0;
    attributes.handled_net = version >= 4 ? NET_TCP : 0;
    attributes.handled_fs |= version >= 5 ? FS_IOCTL_DEV : 0;
    attributes.scoped = version >= 6 ? SCOPES : 0;
    gsize size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    int ruleset = (int) syscall (SYS_landlock_create_ruleset, &attributes, size, 0);
    for (guint i = 0; ruleset >= 0 && i < G_N_ELEMENTS (readable); i++)
        if (!allow_reading (ruleset, readable[i])) {
            close (ruleset);
            ruleset = -1;
        }
    return ruleset;
}

/* ---- seccomp ------------------------------------------------------------------------------------------ */

static const int allowed[] = {
    SCMP_SYS (brk),          SCMP_SYS (munmap),        SCMP_SYS (mremap),        SCMP_SYS (madvise),
    SCMP_SYS (futex),        SCMP_SYS (exit_group),    SCMP_SYS (exit),          SCMP_SYS (read),
    SCMP_SYS (pread64),      SCMP_SYS (readv),         SCMP_SYS (write),         SCMP_SYS (writev),
    SCMP_SYS (lseek),        SCMP_SYS (close),         SCMP_SYS (newfstatat),    SCMP_SYS (fstat),
    SCMP_SYS (stat),         SCMP_SYS (lstat),         SCMP_SYS (statx),         SCMP_SYS (getdents64),
    SCMP_SYS (readlink),     SCMP_SYS (readlinkat),    SCMP_SYS (sysinfo),       SCMP_SYS (access),
    SCMP_SYS (faccessat),    SCMP_SYS (faccessat2),    SCMP_SYS (clock_gettime), SCMP_SYS (gettimeofday),
    SCMP_SYS (getpid),       SCMP_SYS (gettid),        SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn),
    SCMP_SYS (getrandom),    SCMP_SYS (sched_yield),   SCMP_SYS (sched_getaffinity),
    SCMP_SYS (restart_syscall),
#ifdef __SANITIZE_ADDRESS__ /* the sanitizer takes its stack back when a process ends */
    SCMP_SYS (sigaltstack),
#endif
};

/* Answered with an error, so that a library that merely tries goes on. */
static const struct {
    int call, error;
} refused[] = {
    { SCMP_SYS (ioctl), ENOTTY },     { SCMP_SYS (clone3), ENOSYS },   { SCMP_SYS (socket), EPERM },
    { SCMP_SYS (connect), EPERM },    { SCMP_SYS (creat), EACCES },    { SCMP_SYS (mkdir), EPERM },
    { SCMP_SYS (mkdirat), EPERM },    { SCMP_SYS (rmdir), EPERM },     { SCMP_SYS (unlink), EPERM },
    { SCMP_SYS (unlinkat), EPERM },   { SCMP_SYS (rename), EPERM },    { SCMP_SYS (renameat), EPERM },
    { SCMP_SYS (renameat2), EPERM },  { SCMP_SYS (link), EPERM },      { SCMP_SYS (linkat), EPERM },
    { SCMP_SYS (symlink), EPERM },    { SCMP_SYS (symlinkat), EPERM }, { SCMP_SYS (chmod), EPERM },
    { SCMP_SYS (fchmod), EPERM },     { SCMP_SYS (fchmodat), EPERM },  { SCMP_SYS (chown), EPERM },
    { SCMP_SYS (fchown), EPERM },     { SCMP_SYS (fchownat), EPERM },  { SCMP_SYS (truncate), EPERM },
    { SCMP_SYS (ftruncate), EPERM },  { SCMP_SYS (utimensat), EPERM }, { SCMP_SYS (mknod), EPERM },
    { SCMP_SYS (mknodat), EPERM },
    /* GLib asks whether its log goes to the journal */
    { SCMP_SYS (getpeername), ENOTSOCK }, { SCMP_SYS (getsockname), ENOTSOCK },
    { SCMP_SYS (getsockopt), ENOTSOCK },
};

/* Reading passes; whatever could write or create gets EACCES. @argument: where the flags stand. */
static int
rule_open (scmp_filter_ctx filter, int call, unsigned argument)
{
    static const int changing[] = { O_CREAT, O_TRUNC, O_APPEND };
    scmp_datum_t any = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    int failed = seccomp_rule_add (filter, SCMP_ACT_ALLOW, call, 1,
                                   SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, any, O_RDONLY));
    for (scmp_datum_t mode = O_WRONLY; mode <= O_ACCMODE; mode++)
        failed |= seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), call, 1,
                                    SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, O_ACCMODE, mode));
    for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
        failed |= seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), call, 1,
                                    SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, (scmp_datum_t) changing[i],
                                              (scmp_datum_t) changing[i]));
    return failed;
}

/* Memory may be had, but none that can be run. */
static int
rule_memory (scmp_filter_ctx filter, int call)
{
    return seccomp_rule_add (filter, SCMP_ACT_ALLOW, call, 1,
                             SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) |
           seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), call, 1,
                             SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC));
}

static int
rule_arguments (scmp_filter_ctx filter)
{
    static const int fcntls[] = { F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC };
    int failed = rule_open (filter, SCMP_SYS (open), 1) | rule_open (filter, SCMP_SYS (openat), 2);
    failed |= rule_memory (filter, SCMP_SYS (mmap)) | rule_memory (filter, SCMP_SYS (mprotect));
    for (guint i = 0; i < G_N_ELEMENTS (fcntls); i++)
        failed |= seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1,
                                    SCMP_A1 (SCMP_CMP_EQ, (scmp_datum_t) fcntls[i]));
    /* asking for a limit, and abort() */
    failed |= seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1,
                                SCMP_A2 (SCMP_CMP_EQ, 0));
    failed |= seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 2,
                                SCMP_A0 (SCMP_CMP_EQ, OWN_PID), SCMP_A2 (SCMP_CMP_EQ, SIGABRT));
    return failed;
}

static guint32
default_action (void)
{
#ifdef EVX_FAULTS
    if (g_getenv ("EVIDEX_TRAP") != NULL)
        return SCMP_ACT_TRAP;
#endif
    return SCMP_ACT_KILL_PROCESS;
}

/* Reads the compiled filter back, so that a worker only has to hand it to the kernel. */
static gboolean
keep_filter (EvxSandbox *sandbox, scmp_filter_ctx filter)
{
    int fd = memfd_create ("filter", MFD_CLOEXEC);
    gboolean ok = fd >= 0 && seccomp_export_bpf (filter, fd) == 0;
    off_t size = ok ? lseek (fd, 0, SEEK_END) : 0;
    ok = size > 0 && size / (off_t) sizeof (struct sock_filter) <= G_MAXUSHORT;
    if (ok) {
        sandbox->n_rules = (gushort) (size / (off_t) sizeof (struct sock_filter));
        sandbox->rules = g_malloc ((gsize) size);
        ok = pread (fd, sandbox->rules, (gsize) size, 0) == size;
    }
    if (fd >= 0)
        close (fd);
    return ok;
}

static gboolean
build_filter (EvxSandbox *sandbox)
{
    scmp_filter_ctx filter = seccomp_init (default_action ());
    if (filter == NULL)
        return FALSE;
    int failed = rule_arguments (filter);
    for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
        failed |= seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0);
    for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
        failed |= seccomp_rule_add (filter, SCMP_ACT_ERRNO ((guint32) refused[i].error),
                                    refused[i].call, 0);
    gboolean ok = failed == 0 && keep_filter (sandbox, filter);
    seccomp_release (filter);
    return ok;
}

static gboolean
load_filter (const EvxSandbox *sandbox)
{
    g_autofree struct sock_filter *rules =
        g_memdup2 (sandbox->rules, sandbox->n_rules * sizeof (struct sock_filter));
    for (guint i = 0; i < sandbox->n_rules; i++)
        if (BPF_CLASS (rules[i].code) == BPF_JMP && rules[i].k == OWN_PID)
            rules[i].k = (guint32) getpid ();
    struct sock_fprog program = { sandbox->n_rules, rules };
    return syscall (SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

static gboolean
seccomp_is_there (void)
{
    guint32 action = SECCOMP_RET_KILL_PROCESS;
    return syscall (SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

#ifdef EVX_FAULTS
/* Names the forbidden call in the worker's log and ends. */
static void
name_call (G_GNUC_UNUSED int number, siginfo_t *info, G_GNUC_UNUSED void *context)
{
    char *name = seccomp_syscall_resolve_num_arch (SCMP_ARCH_NATIVE, info->si_syscall);
    g_printerr ("forbidden call: %s (%d)\n", name, info->si_syscall);
    _exit (99);
}
#endif

/* ---- putting it together ---------------------------------------------------------------------------------- */

static guint64
held_bytes (void)
{
    g_autofree char *text = NULL;
    guint64 pages = 0;
    if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
        pages = g_ascii_strtoull (text, NULL, 10);
    return pages * (guint64) sysconf (_SC_PAGESIZE);
}

EvxSandbox *
evx_sandbox_new (const EvxOptions *options, GError **error)
{
    g_autoptr (EvxSandbox) sandbox = g_new0 (EvxSandbox, 1);
    sandbox->held_bytes = held_bytes ();
    sandbox->memory_bytes = (guint64) evx_options_int (options, "worker-memory") << 20;
    sandbox->ruleset = -1;
    sandbox->description = g_strdup ("none");
    if (evx_options_flag (options, "no-sandbox"))
        return g_steal_pointer (&sandbox);
    int version = landlock_version ();
    if (version < 1 || !seccomp_is_there ()) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_SANDBOX_MISSING,
                     "this kernel has no %s, so a hostile PDF could not be contained",
                     version < 1 ? "Landlock" : "seccomp");
        return NULL;
    }
    int ruleset = landlock_new (version);
    if (ruleset >= 0) { /* out of the way of the descriptors of a worker */
        sandbox->ruleset = fcntl (ruleset, F_DUPFD_CLOEXEC, FIRST_FREE);
        close (ruleset);
    }
    if (sandbox->ruleset < 0 || !build_filter (sandbox)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_SANDBOX_MISSING,
                     "the sandbox could not be set up: %s", g_strerror (errno));
        return NULL;
    }
    g_free (sandbox->description);
    sandbox->description = g_strdup_printf ("landlock %d, seccomp", version);
    return g_steal_pointer (&sandbox);
}

void
evx_sandbox_free (EvxSandbox *sandbox)
{
    if (sandbox == NULL)
        return;
    if (sandbox->ruleset >= 0)
        close (sandbox->ruleset);
    g_free (sandbox->rules);
    g_free (sandbox->description);
    g_free (sandbox);
}

void
evx_sandbox_note_held (EvxSandbox *sandbox)
{
    sandbox->held_bytes = held_bytes ();
}

const char *
evx_sandbox_describe (const EvxSandbox *sandbox)
{
    return sandbox->description;
}

static gboolean
set_limits (const EvxSandbox *sandbox, goffset document_bytes)
{
    guint64 memory = sandbox->held_bytes + sandbox->memory_bytes + (guint64) MAX (document_bytes, 0);
    const struct {
        __rlimit_resource_t what;
        rlim_t most;
    } limits[] = {
#ifndef __SANITIZE_ADDRESS__ /* whose shadow memory is larger than any limit */
        { RLIMIT_AS, memory },
#endif
        { RLIMIT_FSIZE, 0 },          { RLIMIT_CORE, 0 },          { RLIMIT_NOFILE, OPEN_FILES },
        { RLIMIT_CPU, CPU_SECONDS },  { RLIMIT_STACK, STACK_BYTES },
    };
    for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
        struct rlimit limit;
        if (getrlimit (limits[i].what, &limit) != 0)
            return FALSE;
        limit.rlim_max = limit.rlim_cur = MIN (limits[i].most, limit.rlim_max);
        if (setrlimit (limits[i].what, &limit) != 0)
            return FALSE;
    }
    return memory > 0;
}

static gboolean
drop_root (void)
{
    if (geteuid () != 0)
        return TRUE;
    return setgroups (0, NULL) == 0 && setresgid (NOBODY, NOBODY, NOBODY) == 0 &&
           setresuid (NOBODY, NOBODY, NOBODY) == 0;
}

/* The parent-death signal is set last of the three: a change of user clears it. */
static gboolean
tie_to_parent (pid_t parent)
{
    return prctl (PR_SET_DUMPABLE, 0) == 0 && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl (PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid () == parent;
}

gboolean
evx_sandbox_enter (const EvxSandbox *sandbox, goffset document_bytes, pid_t parent, guint keep)
{
    if (!set_limits (sandbox, document_bytes))
        return FALSE;
    if (sandbox->ruleset < 0)
        return tie_to_parent (parent) && syscall (SYS_close_range, keep, ~0u, 0) == 0;
    if (!drop_root () || !tie_to_parent (parent))
        return FALSE;
#ifdef EVX_FAULTS
    struct sigaction action = { .sa_sigaction = name_call, .sa_flags = SA_SIGINFO };
    if (g_getenv ("EVIDEX_TRAP") != NULL)
        sigaction (SIGSYS, &action, NULL);
#endif
    return syscall (SYS_landlock_restrict_self, sandbox->ruleset, 0) == 0 &&
           syscall (SYS_close_range, keep, ~0u, 0) == 0 && load_filter (sandbox);
}
