/* The inputs of a run beside the inputs that the index knows. */
#include "inputs.h"

#include "intake/unpack.h"
#include "office.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    EvxInputs *inputs;
    const char *out;  /* absolute, with a '/' at its end */
    GHashTable *seen; /* paths of this walk, lent by `list` */
} Walk;

void
evx_input_free (EvxInput *input)
{
    evx_input_clear (input);
    g_free (input);
}

static void
input_free (gpointer data)
{
    evx_input_free (data);
}

EvxInput *
evx_input_copy (const EvxInput *input)
{
    EvxInput *copy = g_memdup2 (input, sizeof *input);
    copy->path = g_strdup (input->path);
    copy->file = g_strdup (input->file);
    copy->document_id = g_strdup (input->document_id);
    copy->reason = g_strdup (input->reason);
    copy->parent = g_strdup (input->parent);
    copy->family = g_strdup (input->family);
    return copy;
}

static void
opened_free (gpointer data)
{
    g_free (((EvxOpened *) data)->reason);
    g_free (data);
}

static gboolean
remember (const EvxInput *input, gpointer user, G_GNUC_UNUSED GError **error)
{
    EvxInputs *inputs = user;
    EvxInput *copy = evx_input_copy (input);
    g_hash_table_insert (inputs->known, copy->path, copy);
    g_hash_table_insert (inputs->files, copy->file, copy->path);
    if (copy->document_id != NULL && copy->code != EVX_ERROR_DUPLICATE)
        g_hash_table_insert (inputs->owners, g_strdup (copy->document_id), g_strdup (copy->path));
    return TRUE;
}

EvxInputs *
evx_inputs_new (EvxIndex *index, GError **error)
{
    g_autoptr (EvxInputs) inputs = g_new0 (EvxInputs, 1);
    inputs->list = g_ptr_array_new_with_free_func (input_free);
    inputs->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, input_free);
    inputs->files = g_hash_table_new (g_str_hash, g_str_equal);
    inputs->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    inputs->missing = g_ptr_array_new ();
    inputs->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, opened_free);
    if (!evx_index_inputs (index, remember, inputs, error))
        return NULL;
    return g_steal_pointer (&inputs);
}

void
evx_inputs_free (EvxInputs *inputs)
{
    if (inputs == NULL)
        return;
    g_ptr_array_unref (inputs->list);
    g_ptr_array_unref (inputs->missing);
    g_hash_table_unref (inputs->opened);
    g_hash_table_unref (inputs->owners);
    g_hash_table_unref (inputs->files);
    g_hash_table_unref (inputs->known);
    g_free (inputs);
}

/* The name of the folder that @input->file is relative to, for telling two inputs apart. */
static char *
root_name (const EvxInput *input)
{
    g_autofree char *root = g_str_has_suffix (input->path, input->file)
                                ? g_strndup (input->path, strlen (input->path) - strlen (input->file))
                                : g_path_get_dirname (input->path);
    g_autofree char *base = g_path_get_basename (root);
    return evx_intake_printable (base);
}

/* A name that an input of another run does not have. */
static void
name_apart (EvxInputs *inputs, EvxInput *input)
{
    g_autofree char *root = root_name (input);
    g_autofree char *plain = g_strdup (input->file);
    for (guint i = 1;; i++) {
        const char *path = g_hash_table_lookup (inputs->files, input->file);
        if (path == NULL || strcmp (path, input->path) == 0)
            break;
        g_free (input->file);
        input->file = i == 1 ? g_strdup_printf ("%s/%s", root, plain)
                             : g_strdup_printf ("%s (%u)/%s", root, i, plain);
    }
    g_hash_table_insert (inputs->files, input->file, input->path);
}

static gboolean
take (EvxInput *found, gpointer user, G_GNUC_UNUSED GError **error)
{
    Walk *walk = user;
    if (g_str_has_prefix (found->path, walk->out))
        return TRUE;
    EvxInput *input = evx_input_copy (found);
    const EvxInput *known = g_hash_table_lookup (walk->inputs->known, input->path);
    if (known != NULL) {
        g_free (input->file);
        input->file = g_strdup (known->file);
    } else {
        name_apart (walk->inputs, input);
    }
    g_ptr_array_add (walk->inputs->list, input);
    g_hash_table_add (walk->seen, input->path);
    return TRUE;
}

gboolean
evx_inputs_below (const char *path, const char *root)
{
    char *real = realpath (root, NULL);
    gsize length = real != NULL ? strlen (real) : 0;
    gboolean below = real != NULL && strncmp (path, real, length) == 0 &&
                     (path[length] == '/' || path[length] == '\0' || strcmp (real, "/") == 0);
    free (real);
    return below;
}

static gboolean
is_below_any (const char *path, const char *const *roots)
{
    for (guint i = 0; roots[i] != NULL; i++)
        if (evx_inputs_below (path, roots[i]))
            return TRUE;
    return FALSE;
}

/* A missing input no longer stands for its document: a copy elsewhere may. */
static void
miss (EvxInputs *inputs, EvxInput *known)
{
    g_ptr_array_add (inputs->missing, known);
    const char *owner = known->document_id != NULL ? g_hash_table_lookup (inputs->owners, known->document_id) : NULL;
    if (owner != NULL && strcmp (owner, known->path) == 0)
        g_hash_table_remove (inputs->owners, known->document_id);
}

static void
find_missing (Walk *walk, const char *const *roots)
{
    GHashTableIter iter;
    gpointer path, value;
    g_hash_table_iter_init (&iter, walk->inputs->known);
    while (g_hash_table_iter_next (&iter, &path, &value)) {
        EvxInput *known = value;
        if (known->parent != NULL || g_hash_table_contains (walk->seen, path) || !is_below_any (path, roots))
            continue;
        miss (walk->inputs, known);
    }
}

gboolean
evx_inputs_walk (EvxInputs *inputs, const char *const *roots, const char *out,
                 const EvxOptions *options, GError **error)
{
    char *real = realpath (out, NULL);
    g_autofree char *own = g_strconcat (real != NULL ? real : out, "/", NULL);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    Walk walk = { inputs, own, seen };
    free (real);
    if (!evx_intake_walk (roots, options, take, &walk, error))
        return FALSE;
    find_missing (&walk, roots);
    return TRUE;
}

static gint
compare_files (gconstpointer a, gconstpointer b)
{
    const EvxInput *const *left = a, *const *right = b;
    return strcmp ((*left)->file, (*right)->file);
}

void
evx_inputs_again (EvxInputs *inputs)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init (&iter, inputs->known);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
        EvxInput *known = value;
        struct stat st;
        gboolean there = stat (known->path, &st) == 0, gone = !there && errno == ENOENT;
        gboolean read = known->status == EVX_STATUS_DONE || known->status == EVX_STATUS_PARTIAL;
        if ((there && S_ISDIR (st.st_mode)) || known->parent != NULL || known->status == EVX_STATUS_SKIPPED)
            continue;
        if (gone && read) { /* a disk that is not plugged in has not made what was read unread */
            g_ptr_array_add (inputs->missing, known);
            continue;
        }
        EvxInput *input = evx_input_copy (known);
        input->status = EVX_STATUS_NONE;
        input->code = EVX_NONE;
        g_clear_pointer (&input->reason, g_free);
        g_ptr_array_add (inputs->list, input);
    }
    g_ptr_array_sort (inputs->list, compare_files);
}

gboolean
evx_inputs_same (const EvxInputs *inputs, const EvxInput *input)
{
    const EvxInput *known = g_hash_table_lookup (inputs->known, input->path);
    return known != NULL && known->size == input->size && known->status == input->status &&
           known->code == input->code && g_strcmp0 (known->reason, input->reason) == 0 &&
           g_strcmp0 (known->document_id, input->document_id) == 0 &&
           g_strcmp0 (known->parent, input->parent) == 0 && g_strcmp0 (known->family, input->family) == 0;
}

/* ---- what is inside ------------------------------------------------------------------------------- */

typedef struct {
    EvxInputs *inputs;
    EvxUnpacker *unpacker;
    EvxIndex *index;
    const EvxOptions *options;
    GPtrArray *list;   /* the new one */
    GHashTable *seen;  /* paths in it, lent by it */
    GHashTable *ids;   /* of what was unpacked */
    const char *office; /* the program; NULL: none */
    EvxOpeningFunc opens;
    gpointer user;
    guint i, n; /* of what was found, before it was opened */
} Opening;

/* By the head; a PDF by all of it. */
static gboolean
may_hold (const EvxInput *input, const EvxOptions *options)
{
    int follow = evx_options_flag (options, "follow-links") ? 0 : O_NOFOLLOW;
    int fd = open (input->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | follow);
    struct stat st;
    gboolean plain = fd >= 0 && fstat (fd, &st) == 0 && S_ISREG (st.st_mode);
    EvxKind kind = plain ? evx_intake_kind (fd) : EVX_KIND_OTHER;
    gboolean may = evx_intake_is_container (kind) || kind == EVX_KIND_EMAIL || kind == EVX_KIND_OFFICE;
    if (kind == EVX_KIND_PDF)
        may = evx_unpack_pdf_may_hold (fd);
    if (fd >= 0)
        close (fd);
    return may;
}

static EvxKind
kind_at (const char *path)
{
    int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    EvxKind kind = fd >= 0 ? evx_intake_kind (fd) : EVX_KIND_OTHER;
    if (fd >= 0)
        close (fd);
    return kind;
}

/* The name that the index knows, or "NAME (2)" where two files of an archive have one name. */
static void
name_member (EvxInputs *inputs, EvxInput *input)
{
    const EvxInput *known = g_hash_table_lookup (inputs->known, input->path);
    g_autofree char *plain = g_strdup (known != NULL ? known->file : input->file);
    g_free (input->file);
    input->file = g_strdup (plain);
    for (guint i = 2;; i++) {
        const char *path = g_hash_table_lookup (inputs->files, input->file);
        if (path == NULL || strcmp (path, input->path) == 0)
            break;
        g_free (input->file);
        input->file = g_strdup_printf ("%s (%u)", plain, i);
    }
    g_hash_table_insert (inputs->files, input->file, input->path);
}

static EvxInput *
add_input (Opening *opening, EvxInput *input)
{
    g_ptr_array_add (opening->list, input);
    g_hash_table_add (opening->seen, input->path);
    return input;
}

/* Attached to a message or a PDF, also where an archive lies between. */
static void
join_family (EvxInput *holder, EvxInput *input, EvxKind kind)
{
    if (holder->family == NULL && !evx_intake_is_container (kind))
        holder->family = g_strdup (holder->file);
    input->family = g_strdup (holder->family);
}

static EvxInput *
add_member (Opening *opening, EvxInput *holder, const EvxMember *member, const char *name, const char *path)
{
    EvxInput *input = g_new0 (EvxInput, 1);
    *input = (EvxInput) { .path = g_strdup (path), .size = member->size, .code = member->code,
                          .file = g_strconcat (holder->file, "/", name, NULL), .parent = g_strdup (holder->path) };
    name_member (opening->inputs, input);
    if (member->code == EVX_ERROR_SYMLINK || member->code == EVX_ERROR_NOT_A_REGULAR_FILE)
        input->status = EVX_STATUS_SKIPPED;
    else if (member->code != EVX_NONE)
        input->status = EVX_STATUS_FAILED;
    input->reason = g_strdup (member->reason);
    join_family (holder, input, kind_at (holder->path));
    return add_input (opening, input);
}

/* A message or PDF has a state of its own: what went wrong with its files gets a row. */
static void
note_opened (Opening *opening, EvxInput *input, const EvxMember *member)
{
    EvxOpened *opened = g_new0 (EvxOpened, 1);
    *opened = (EvxOpened) { member->n_held, member->trouble, g_strdup (member->trouble_reason) };
    g_hash_table_insert (opening->inputs->opened, g_strdup (input->path), opened);
    if (member->trouble == EVX_NONE || evx_intake_is_container (kind_at (input->path)))
        return;
    EvxMember rest = { .code = member->trouble, .reason = member->trouble_reason };
    g_autofree char *path = g_strconcat (member->path, "-rest", NULL);
    add_member (opening, input, &rest, "(the rest)", path);
}

/* Copies are unpacked once, under the name of the one that stands for them. */
static gboolean
is_copy (const Opening *opening, const EvxInput *input)
{
    const char *owner = g_hash_table_lookup (opening->inputs->owners, input->document_id);
    return g_hash_table_contains (opening->ids, input->document_id) ||
           (owner != NULL && strcmp (owner, input->path) != 0);
}

/* Makes the PDF unless it is there from a run before. */
static gboolean
convert (Opening *opening, int fd, EvxMember *member, GError **error)
{
    g_autoptr (GError) local = NULL;
    gboolean sandbox = !evx_options_flag (opening->options, "no-sandbox");
    struct stat st;
    if (!g_file_test (member->path, G_FILE_TEST_IS_REGULAR))
        member->trouble = evx_office_convert (opening->office, fd, member->path, sandbox, &member->trouble_reason, &local);
    if (local != NULL) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    if (member->trouble == EVX_NONE && stat (member->path, &st) == 0)
        member->size = st.st_size;
    return TRUE;
}

/* The PDF of an Office file is a file that it holds. Without LibreOffice there is none. */
static gboolean
open_office (Opening *opening, EvxInput *input, const EvxInput *loaded, int fd, GError **error)
{
    opening->opens (input->file, opening->i, opening->n, opening->user);
    g_autofree char *folder = evx_index_member_path (opening->index, loaded->document_id);
    g_autofree char *path = g_build_filename (folder, "1", NULL);
    if (opening->office == NULL && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    if (g_mkdir_with_parents (folder, 0777) != 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_READ_ONLY, "%s: %s", folder, g_strerror (errno));
        return FALSE;
    }
    EvxMember member = { .path = path, .code = EVX_NONE, .trouble = EVX_NONE };
    if (!convert (opening, fd, &member, error))
        return FALSE;
    EvxOpened *opened = g_new0 (EvxOpened, 1);
    *opened = (EvxOpened) { member.trouble == EVX_NONE, member.trouble, member.trouble_reason };
    g_hash_table_insert (opening->inputs->opened, g_strdup (input->path), opened);
    if (member.trouble == EVX_NONE)
        add_member (opening, input, &member, "converted.pdf", path);
    return TRUE;
}

static gboolean
open_member (Opening *opening, EvxInput *input, GError **error)
{
    if (input->status != EVX_STATUS_NONE || kind_at (input->path) != EVX_KIND_OFFICE)
        return TRUE;
    g_autoptr (EvxInput) copy = evx_input_copy (input);
    int fd = evx_intake_load (copy, opening->options);
    gboolean ok = fd < 0 || is_copy (opening, copy);
    if (!ok) {
        g_hash_table_add (opening->ids, g_strdup (copy->document_id));
        ok = open_office (opening, input, copy, fd, error);
    }
    if (fd >= 0)
        close (fd);
    return ok;
}

static gboolean
add_members (Opening *opening, EvxInput *input, const GPtrArray *members, GError **error)
{
    g_autoptr (GPtrArray) made = g_ptr_array_new ();
    g_ptr_array_add (made, input);
    for (guint i = 1; i < members->len; i++) {
        const EvxMember *member = g_ptr_array_index (members, i);
        EvxInput *holder = g_ptr_array_index (made, member->holder);
        EvxInput *added = add_member (opening, holder, member, member->name, member->path);
        g_ptr_array_add (made, added);
        if (!open_member (opening, added, error))
            return FALSE;
    }
    for (guint i = 0; i < members->len; i++) {
        const EvxMember *member = g_ptr_array_index (members, i);
        if (i == 0 || member->n_held > 0 || member->trouble != EVX_NONE)
            note_opened (opening, g_ptr_array_index (made, i), member);
    }
    return TRUE;
}

static gboolean
open_input (Opening *opening, EvxInput *input, GError **error)
{
    g_autoptr (EvxInput) copy = evx_input_copy (input); /* what is wrong with it is said when it is read */
    int fd = evx_intake_load (copy, opening->options);
    if (fd < 0 || is_copy (opening, copy)) {
        if (fd >= 0)
            close (fd);
        return TRUE;
    }
    g_hash_table_add (opening->ids, g_strdup (copy->document_id));
    if (evx_intake_kind (fd) == EVX_KIND_OFFICE) {
        gboolean ok = open_office (opening, input, copy, fd, error);
        close (fd);
        return ok;
    }
    opening->opens (input->file, opening->i, opening->n, opening->user);
    g_autofree char *folder = evx_index_member_path (opening->index, copy->document_id);
    g_autoptr (GPtrArray) members = evx_unpacker_open (opening->unpacker, fd, copy->size, folder, error);
    close (fd);
    return members != NULL && add_members (opening, input, members, error);
}

/* The file that a member came out of in the end. */
static const char *
outermost (const EvxInputs *inputs, const EvxInput *input)
{
    const char *path = input->path;
    while (input != NULL && input->parent != NULL) {
        path = input->parent;
        input = g_hash_table_lookup (inputs->known, path);
    }
    return path;
}

static void
find_missing_members (Opening *opening)
{
    EvxInputs *inputs = opening->inputs;
    g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < inputs->missing->len; i++)
        g_hash_table_add (gone, ((EvxInput *) g_ptr_array_index (inputs->missing, i))->path);
    GHashTableIter iter;
    gpointer path, value;
    g_hash_table_iter_init (&iter, inputs->known);
    while (g_hash_table_iter_next (&iter, &path, &value)) {
        EvxInput *known = value;
        const char *outer = outermost (inputs, known);
        if (known->parent != NULL && !g_hash_table_contains (opening->seen, path) &&
            (g_hash_table_contains (opening->seen, outer) || g_hash_table_contains (gone, outer)))
            miss (inputs, known);
    }
}

gboolean
evx_inputs_unpack (EvxInputs *inputs, EvxUnpacker *unpacker, EvxIndex *index, const EvxOptions *options,
                   EvxOpeningFunc opens, gpointer user, GError **error)
{
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *office = evx_office_program ();
    g_autoptr (GPtrArray) walked = inputs->list;
    Opening opening = { inputs, unpacker, index, options, g_ptr_array_new_with_free_func (input_free), seen, ids, office,
                        opens, user, 0, walked->len };
    inputs->list = opening.list;
    g_ptr_array_set_free_func (walked, NULL);
    gboolean ok = TRUE;
    for (guint i = 0; i < walked->len; i++) {
        EvxInput *input = add_input (&opening, g_ptr_array_index (walked, i));
        opening.i = i;
        if (ok && input->status == EVX_STATUS_NONE && may_hold (input, options))
            ok = open_input (&opening, input, error);
    }
    if (ok)
        find_missing_members (&opening);
    return ok;
}
