/* The inputs of a run beside the inputs that the index knows. */
#include "inputs.h"

#include <string.h>
#include <sys/stat.h>

typedef struct {
    EvxInputs *inputs;
    const char *out;  /* absolute, with a '/' at its end */
    GHashTable *seen; /* paths of this walk, lent by `list` */
} Walk;

static void
input_free (gpointer data)
{
    evx_input_clear (data);
    g_free (data);
}

EvxInput *
evx_input_copy (const EvxInput *input)
{
    EvxInput *copy = g_memdup2 (input, sizeof *input);
    copy->path = g_strdup (input->path);
    copy->file = g_strdup (input->file);
    copy->document_id = g_strdup (input->document_id);
    copy->reason = g_strdup (input->reason);
    return copy;
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

static gboolean
is_below (const char *path, const char *const *roots)
{
    for (guint i = 0; roots[i] != NULL; i++) {
        char *real = realpath (roots[i], NULL);
        gsize length = real != NULL ? strlen (real) : 0;
        gboolean below = real != NULL && strncmp (path, real, length) == 0 &&
                         (path[length] == '/' || path[length] == '\0' || strcmp (real, "/") == 0);
        free (real);
        if (below)
            return TRUE;
    }
    return FALSE;
}

/* A missing input no longer stands for its document: a copy elsewhere may. */
static void
find_missing (Walk *walk, const char *const *roots)
{
    GHashTableIter iter;
    gpointer path, value;
    g_hash_table_iter_init (&iter, walk->inputs->known);
    while (g_hash_table_iter_next (&iter, &path, &value)) {
        EvxInput *known = value;
        if (g_hash_table_contains (walk->seen, path) || !is_below (path, roots))
            continue;
        g_ptr_array_add (walk->inputs->missing, known);
        const char *owner =
            known->document_id != NULL ? g_hash_table_lookup (walk->inputs->owners, known->document_id) : NULL;
        if (owner != NULL && strcmp (owner, path) == 0)
            g_hash_table_remove (walk->inputs->owners, known->document_id);
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
        const EvxInput *known = value;
        struct stat st;
        gboolean folder = stat (known->path, &st) == 0 && S_ISDIR (st.st_mode);
        if (folder || known->status == EVX_STATUS_SKIPPED)
            continue;
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
           g_strcmp0 (known->document_id, input->document_id) == 0;
}
