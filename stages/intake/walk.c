/* The walk: every path below the roots, depth first, names of a folder in byte order. A folder's names
 * are read whole and its descriptor closed before the next is opened, so that depth costs no descriptors;
 * the pending folders stand in a stack on the heap. */
#include "intake.h"

#include "../kind.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_DEPTH 128

/* A folder whose names are being handed out. */
typedef struct {
    char *path, *below; /* below: relative to the root, "" for the root */
    GPtrArray *names;   /* sorted */
    guint next;
    dev_t device;
    ino_t inode;
    gboolean holds_index;
} Folder;

typedef struct {
    gboolean follow;
    EvxIntakeFunc found;
    gpointer user;
    GHashTable *paths; /* that came already */
    GHashTable *files; /* names that are taken */
    const char *base;  /* of the root: goes before `file` where roots collide */
    GPtrArray *stack;  /* Folder */
} Walk;

static void
folder_free (gpointer data)
{
    Folder *folder = data;
    g_free (folder->path);
    g_free (folder->below);
    g_ptr_array_unref (folder->names);
    g_free (folder);
}

static void
append_escaped (GString *out, gunichar c)
{
    if (c == '\n')
        g_string_append (out, "\\n");
    else if (c == '\t')
        g_string_append (out, "\\t");
    else if (c < 0x100)
        g_string_append_printf (out, "\\x%02x", c);
    else
        g_string_append_printf (out, "\\u%04x", c);
}

char *
evx_intake_printable (const char *bytes)
{
    GString *out = g_string_new (NULL);
    for (const char *p = bytes; *p != '\0';) {
        gunichar c = g_utf8_get_char_validated (p, -1);
        if (c == (gunichar) -1 || c == (gunichar) -2) {
            append_escaped (out, (guchar) *p++);
            continue;
        }
        if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
            append_escaped (out, c);
        else
            g_string_append_unichar (out, c);
        p = g_utf8_next_char (p);
    }
    return g_string_free (out, FALSE);
}

/* ---- one input -------------------------------------------------------------------------------------- */

/* The printable name that nobody has yet: below, base/below, base (2)/below, ... */
static char *
take_file_name (Walk *walk, const char *below)
{
    g_autofree char *name = evx_intake_printable (below);
    g_autofree char *base = evx_intake_printable (walk->base);
    for (guint i = 0;; i++) {
        g_autofree char *file = i == 0   ? g_strdup (name)
                                : i == 1 ? g_strdup_printf ("%s/%s", base, name)
                                         : g_strdup_printf ("%s (%u)/%s", base, i, name);
        if (g_hash_table_add (walk->files, g_strdup (file)))
            return g_steal_pointer (&file);
    }
}

static gboolean
report (Walk *walk, const char *path, const char *below, goffset size, EvxStatus status, int code,
        const char *reason, GError **error)
{
    if (!g_hash_table_add (walk->paths, g_strdup (path)))
        return TRUE;
    EvxInput input = { .path = g_strdup (path), .file = take_file_name (walk, below), .size = size,
                       .status = status, .code = code, .reason = g_strdup (reason) };
    gboolean ok = walk->found (&input, walk->user, error);
    evx_input_clear (&input);
    return ok;
}

static gboolean
report_errno (Walk *walk, const char *path, const char *below, int saved, GError **error)
{
    int code = saved == EACCES || saved == EPERM ? EVX_ERROR_PERMISSION : EVX_ERROR_UNREADABLE;
    g_autofree char *reason = code == EVX_ERROR_PERMISSION
                                  ? g_strdup ("no permission to read it")
                                  : g_strdup_printf ("cannot be read: %s", g_strerror (saved));
    return report (walk, path, below, 0, EVX_STATUS_FAILED, code, reason, error);
}

static const char *
type_name (mode_t mode)
{
    return S_ISFIFO (mode)   ? "not a regular file (a FIFO)"
           : S_ISSOCK (mode) ? "not a regular file (a socket)"
           : S_ISCHR (mode)  ? "not a regular file (a character device)"
           : S_ISBLK (mode)  ? "not a regular file (a block device)"
                             : "not a regular file";
}

/* ---- folders ------------------------------------------------------------------------------------------ */

static gint
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): the sorted names in @path; NULL with errno. */
static GPtrArray *
read_names (const char *path, gboolean follow)
{
    int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
    DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;
    if (dir == NULL) {
        int saved = errno;
        if (fd >= 0)
            close (fd);
        errno = saved;
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    for (struct dirent *entry; (errno = 0, entry = readdir (dir)) != NULL;)
        if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
            g_ptr_array_add (names, g_strdup (entry->d_name));
    int saved = errno;
    closedir (dir);
    g_ptr_array_sort (names, compare_names);
    if (saved == 0)
        return names;
    g_ptr_array_unref (names);
    errno = saved;
    return NULL;
}

static gboolean
is_ancestor (const Walk *walk, const struct stat *st)
{
    for (guint i = 0; i < walk->stack->len; i++) {
        const Folder *folder = g_ptr_array_index (walk->stack, i);
        if (folder->device == st->st_dev && folder->inode == st->st_ino)
            return TRUE;
    }
    return FALSE;
}

static gboolean
holds_index (const char *folder)
{
    guint8 head[EVX_INDEX_HEAD];
    g_autofree char *path = g_build_filename (folder, "index.db", NULL);
    int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    gssize length = fd >= 0 ? pread (fd, head, sizeof head, 0) : -1;
    if (fd >= 0)
        close (fd);
    return length > 0 && evx_kind_is_index (head, (gsize) length);
}

/* What a run puts into its folder: not evidence, and members of archives would be cited by their numbers. */
static gboolean
is_of_index (const char *name)
{
    static const char *const own[] = { "index.db", "index.db-wal", "index.db-shm", "index.db-journal",
                                      "lock", "members", "reviews.db", "reviews.db-journal", NULL };
    return g_strv_contains (own, name);
}

static gboolean
enter (Walk *walk, const char *path, const char *below, const struct stat *st, GError **error)
{
    if (is_ancestor (walk, st))
        return report (walk, path, below, 0, EVX_STATUS_SKIPPED, EVX_ERROR_SYMLINK,
                       "a symbolic link to a folder that holds it", error);
    if (walk->stack->len >= MAX_DEPTH)
        return report (walk, path, below, 0, EVX_STATUS_FAILED, EVX_ERROR_UNREADABLE,
                       "more than 128 folders deep", error);
    GPtrArray *names = read_names (path, walk->follow || walk->stack->len == 0);
    if (names == NULL)
        return report_errno (walk, path, below, errno, error);
    Folder *folder = g_new0 (Folder, 1);
    *folder = (Folder) { g_strdup (path), g_strdup (below), names, 0, st->st_dev, st->st_ino, holds_index (path) };
    g_ptr_array_add (walk->stack, folder);
    return TRUE;
}

/* ---- the walk ------------------------------------------------------------------------------------------- */

static gboolean
visit (Walk *walk, const char *path, const char *below, gboolean follow, GError **error)
{
    struct stat st;
    if ((follow ? stat (path, &st) : lstat (path, &st)) != 0)
        return report_errno (walk, path, below, errno, error);
    if (S_ISLNK (st.st_mode))
        return report (walk, path, below, 0, EVX_STATUS_SKIPPED, EVX_ERROR_SYMLINK,
                       "a symbolic link; --follow-links reads what it points to", error);
    if (S_ISDIR (st.st_mode))
        return enter (walk, path, below, &st, error);
    if (S_ISREG (st.st_mode))
        return report (walk, path, below, st.st_size, EVX_STATUS_NONE, EVX_NONE, NULL, error);
    return report (walk, path, below, 0, EVX_STATUS_SKIPPED, EVX_ERROR_NOT_A_REGULAR_FILE,
                   type_name (st.st_mode), error);
}

static gboolean
visit_next (Walk *walk, GError **error)
{
    Folder *folder = g_ptr_array_index (walk->stack, walk->stack->len - 1);
    if (folder->next == folder->names->len) {
        g_ptr_array_set_size (walk->stack, (gint) walk->stack->len - 1);
        return TRUE;
    }
    const char *name = g_ptr_array_index (folder->names, folder->next++);
    g_autofree char *path = g_build_filename (folder->path, name, NULL);
    g_autofree char *below =
        *folder->below != '\0' ? g_strdup_printf ("%s/%s", folder->below, name) : g_strdup (name);
    if (folder->holds_index && is_of_index (name))
        return report (walk, path, below, 0, EVX_STATUS_SKIPPED, EVX_ERROR_UNSUPPORTED, "part of an index of evidex",
                       error);
    return visit (walk, path, below, walk->follow, error);
}

static gboolean
walk_root (Walk *walk, const char *root, GError **error)
{
    /* realpath: absolute, and a root that is a link stands for what it points to */
    char *real = realpath (root, NULL);
    g_autofree char *path = real != NULL ? g_strdup (real) : g_canonicalize_filename (root, NULL);
    free (real);
    g_autofree char *base = g_path_get_basename (path);
    struct stat st;
    gboolean folder = stat (path, &st) == 0 && S_ISDIR (st.st_mode);
    walk->base = base;
    if (!visit (walk, path, folder ? "" : base, FALSE, error))
        return FALSE;
    while (walk->stack->len > 0)
        if (!visit_next (walk, error))
            return FALSE;
    return TRUE;
}

gboolean
evx_intake_walk (const char *const *roots, const EvxOptions *options, EvxIntakeFunc found,
                 gpointer user, GError **error)
{
    g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GPtrArray) stack = g_ptr_array_new_with_free_func (folder_free);
    Walk walk = { evx_options_flag (options, "follow-links"), found, user, paths, files, NULL, stack };
    for (guint i = 0; roots[i] != NULL; i++)
        if (!walk_root (&walk, roots[i], error))
            return FALSE;
    return TRUE;
}
