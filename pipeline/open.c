/* What the verbs that read an index share. */
#include "open.h"

#include "index/address.h"
#include "index/shared.h"

#include <string.h>
#include <unistd.h>

/* Told on a terminal, once it takes long enough to wonder. */
#define WORTH_TELLING (16 << 20)

static void
tell_fetched (gint64 done, gint64 bytes, G_GNUC_UNUSED gpointer user)
{
    if (bytes < WORTH_TELLING || !isatty (STDERR_FILENO))
        return;
    g_printerr ("\rFetching the index: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " MiB%s", done >> 20, bytes >> 20,
                done == bytes ? "\n" : "");
}

EvxIndex *
evx_open_index (const char *verb, const char *folder, int *status)
{
    g_autoptr (GError) error = NULL;
    EvxIndex *index = evx_address_is (folder) ? evx_shared_open (folder, tell_fetched, NULL, &error)
                                              : evx_index_open (folder, &error);
    if (index == NULL) {
        *status = evx_verb_fail (verb, error);
        if (g_error_matches (error, EVX_ERROR, EVX_ERROR_NOT_FOUND))
            *status = EVX_EXIT_USAGE;
    }
    return index;
}

/* ---- finding an input ----------------------------------------------------------------------------- */

void
evx_found_clear (EvxFound *found)
{
    g_clear_pointer (&found->file, g_free);
    g_clear_pointer (&found->path, g_free);
    g_clear_pointer (&found->document_id, g_free);
    g_clear_pointer (&found->reason, g_free);
}

/* How well @input fits: the smaller the better. */
enum { FITS_FILE, FITS_PATH, FITS_ID, FITS_LAST_PART, FITS_NOT };
#define LEAST_ID_DIGITS 8

static guint
fit (const EvxInput *input, const char *name)
{
    if (strcmp (input->file, name) == 0)
        return FITS_FILE;
    if (strcmp (input->path, name) == 0)
        return FITS_PATH;
    if (input->document_id != NULL && strlen (name) >= LEAST_ID_DIGITS &&
        g_str_has_prefix (input->document_id, name))
        return FITS_ID;
    const char *last = strrchr (input->file, '/');
    return last != NULL && strcmp (last + 1, name) == 0 ? FITS_LAST_PART : FITS_NOT;
}

typedef struct {
    const char *name;
    EvxFound *found;
    guint fit;
    gboolean several;
} Search;

static gboolean
consider (const EvxInput *input, gpointer user, G_GNUC_UNUSED GError **error)
{
    Search *search = user;
    guint how = fit (input, search->name);
    if (how > search->fit || how == FITS_NOT)
        return TRUE;
    if (how == search->fit) {
        search->several |= g_strcmp0 (input->document_id, search->found->document_id) != 0;
        return TRUE;
    }
    evx_found_clear (search->found);
    *search->found = (EvxFound){ .file = g_strdup (input->file), .path = g_strdup (input->path),
                                 .document_id = g_strdup (input->document_id),
                                 .reason = g_strdup (input->reason), .code = input->code,
                                 .status = input->status };
    search->fit = how;
    search->several = FALSE;
    return TRUE;
}

gboolean
evx_find_input (EvxIndex *index, const char *name, EvxFound *found, GError **error)
{
    Search search = { .name = name, .found = found, .fit = FITS_NOT };
    if (!evx_index_inputs (index, consider, &search, error))
        return FALSE;
    if (search.fit == FITS_NOT)
        g_set_error (error, EVX_ERROR, EVX_ERROR_NOT_FOUND,
                     "%s: there is no such file in the index; `evidex export --format csv` lists them", name);
    else if (search.several)
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "%s: several files bear this name; give the whole path as the index has it", name);
    return search.fit != FITS_NOT && !search.several;
}
