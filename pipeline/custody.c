/* The custody log: the entries, as JSON. */
#include "custody.h"

#include "bytes.h"
#include "deliver/json.h"
#include "intake/intake.h"
#include "pdf/pdf.h"
#include "verb.h"
#include "worker.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

/* Closes the object and writes the entry. */
static gboolean
put (EvxIndex *index, const char *event, GString *json, GError **error)
{
    g_string_append_c (json, '}');
    return evx_index_log (index, event, json->str, error);
}

/* A name of the system as valid text. */
static void
add_name (GString *json, const char *name, const char *bytes)
{
    g_autofree char *text = evx_intake_printable (bytes != NULL ? bytes : "");
    evx_json_text (json, name, text);
}

/* ---- start ------------------------------------------------------------------------------------------------ */

static void
add_who (GString *json)
{
    struct utsname system = { 0 };
    uname (&system);
    add_name (json, "user", g_get_user_name ());
    evx_json_integer (json, "uid", getuid ());
    add_name (json, "host", g_get_host_name ());
    g_autofree char *name = g_strdup_printf ("%s %s %s", system.sysname, system.release, system.machine);
    add_name (json, "system", name);
}

/* What each page stage says of itself: models, lexicon. */
static void
add_fingerprints (GString *json, const EvxPlan *plan)
{
    evx_json_name (json, "stages");
    g_string_append_c (json, '{');
    for (guint i = 0; i < evx_page_stages (plan->stages); i++) {
        const char *print = evx_pool_fingerprint (plan->pool, i);
        g_autofree char *text = g_strdup_printf ("%u%s%s", plan->stages[i]->version, *print != '\0' ? ", " : "", print);
        evx_json_text (json, plan->stages[i]->name, text);
    }
    g_string_append_c (json, '}');
}

/* All options in force. The password file is named; what stands in it is not. */
static void
add_options (GString *json, const EvxOptions *options)
{
    evx_json_name (json, "options");
    g_string_append_c (json, '{');
    for (const EvxOptionSpec *spec = evx_option_specs; spec->name != NULL; spec++)
        add_name (json, spec->name, evx_options_text (options, spec->name));
    g_string_append_c (json, '}');
}

static void
add_inputs (GString *json, const char *const *roots)
{
    evx_json_name (json, "inputs");
    g_string_append_c (json, '[');
    for (guint i = 0; roots != NULL && roots[i] != NULL; i++) {
        g_autofree char *text = evx_intake_printable (roots[i]);
        if (i > 0)
            g_string_append_c (json, ',');
        evx_json_string (json, text);
    }
    g_string_append_c (json, ']');
}

gboolean
evx_custody_start (EvxIndex *index, const EvxRunRequest *request, const EvxPlan *plan, GError **error)
{
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "verb", request->verb);
    add_who (json);
    evx_json_text (json, "evidex", EVX_VERSION);
    evx_json_text (json, "poppler", evx_pdf_library_version ());
    evx_json_text (json, "sandbox", evx_pool_sandbox (plan->pool));
    add_fingerprints (json, plan);
    add_options (json, request->options);
    add_inputs (json, request->roots);
    return put (index, "start", json, error);
}

/* ---- documents ---------------------------------------------------------------------------------------------- */

gboolean
evx_custody_document (EvxIndex *index, const EvxInput *input, GError **error)
{
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "file", input->file);
    add_name (json, "path", input->path);
    evx_json_text (json, "sha256", input->document_id);
    evx_json_integer (json, "size", input->size);
    return put (index, "document", json, error);
}

gboolean
evx_custody_changed (EvxIndex *index, const EvxInput *input, const char *was, GError **error)
{
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "file", input->file);
    evx_json_text (json, "sha256", input->document_id);
    evx_json_text (json, "was", was);
    return put (index, "changed", json, error);
}

gboolean
evx_custody_missing (EvxIndex *index, const EvxInput *input, GError **error)
{
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "file", input->file);
    evx_json_text (json, "sha256", input->document_id);
    return put (index, "missing", json, error);
}

gboolean
evx_custody_read (EvxIndex *index, const EvxDocument *document, GError **error)
{
    g_autofree char *content = evx_index_digest (index, document->id, error);
    if (content == NULL)
        return FALSE;
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "file", document->file);
    evx_json_text (json, "sha256", document->id);
    evx_json_text (json, "status", evx_status_name (document->status));
    evx_json_integer (json, "pages", document->n_pages);
    evx_json_text (json, "content", content);
    return put (index, "read", json, error);
}

gboolean
evx_custody_collection (EvxIndex *index, GError **error)
{
    g_autofree char *content = evx_index_digest (index, NULL, error);
    if (content == NULL)
        return FALSE;
    g_autoptr (GString) json = g_string_new ("{");
    evx_json_text (json, "content", content);
    return put (index, "collection", json, error);
}

/* ---- end ------------------------------------------------------------------------------------------------------ */

static void
add_number (const char *name, guint64 count, gpointer json)
{
    evx_json_integer (json, name, (gint64) count);
}

static void
add_kind (const char *kind, guint64 count, gpointer json)
{
    g_autofree char *name = g_strconcat ("mentions_", kind, NULL);
    add_number (name, count, json);
}

gboolean
evx_custody_end (EvxIndex *index, GError **error)
{
    g_autoptr (EvxLedger) ledger = evx_index_ledger (index, error);
    if (ledger == NULL)
        return FALSE;
    g_autoptr (GString) json = g_string_new ("{");
    evx_ledger_each (ledger, add_number, json);
    evx_ledger_each_kind (ledger, add_kind, json);
    return put (index, "end", json, error);
}

gboolean
evx_custody_stopped (EvxIndex *index, const GError *why, GError **error)
{
    gboolean asked = g_error_matches (why, EVX_ERROR, EVX_ERROR_INTERRUPTED);
    g_autoptr (GString) json = g_string_new ("{");
    add_name (json, "reason", why->message);
    return put (index, asked ? "interrupted" : "stopped", json, error);
}

/* ---- merging -------------------------------------------------------------------------------------------------- */

static gboolean
keep_start (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    char **start = user;
    if (g_strcmp0 (evx_record_text (record, "event"), "start") == 0) {
        g_free (*start);
        *start = g_strdup (evx_record_text (record, "detail"));
    }
    return TRUE;
}

gboolean
evx_custody_part (EvxIndex *index, const char *folder, EvxIndex *part, GError **error)
{
    g_autofree char *start = NULL;
    g_autofree char *head = evx_index_meta (part, "log_head");
    g_autofree char *path = g_canonicalize_filename (folder, NULL);
    if (!evx_index_records (part, "log", keep_start, &start, error))
        return FALSE;
    g_autoptr (GString) json = g_string_new ("{");
    add_who (json);
    evx_json_text (json, "evidex", EVX_VERSION);
    add_name (json, "path", path);
    evx_json_text (json, "head", head);
    evx_json_text (json, "start", start);
    return put (index, "part", json, error);
}

/* ---- what is made of the index ------------------------------------------------------------------------------ */

#define TRIES 20 /* another command may be noting something at this moment */
#define WAIT_US 50000

static EvxIndex *
open_patiently (const char *out, GError **error)
{
    for (guint i = 1;; i++) {
        g_autoptr (GError) local = NULL;
        EvxIndex *index = evx_index_create (out, &local);
        if (index != NULL)
            return index;
        if (i == TRIES || !g_error_matches (local, EVX_ERROR, EVX_ERROR_OUTPUT_BUSY)) {
            g_propagate_error (error, g_steal_pointer (&local));
            return NULL;
        }
        g_usleep (WAIT_US);
    }
}

static void
add_files (GString *json, const char *const *files)
{
    evx_json_name (json, "files");
    g_string_append_c (json, '[');
    for (guint i = 0; files[i] != NULL; i++) {
        g_autofree char *hash = evx_sha256_file (files[i]);
        g_autofree char *path = g_canonicalize_filename (files[i], NULL);
        g_string_append (json, i > 0 ? ",{" : "{");
        add_name (json, "path", path);
        evx_json_text (json, "sha256", hash);
        g_string_append_c (json, '}');
    }
    g_string_append_c (json, ']');
}

void
evx_custody_made (const char *out, const char *verb, const char *kind, const char *const *files)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) json = g_string_new ("{");
    add_who (json);
    evx_json_text (json, "evidex", EVX_VERSION);
    if (kind != NULL)
        evx_json_text (json, "format", kind);
    add_files (json, files);
    g_autoptr (EvxIndex) index = open_patiently (out, &error);
    if (index != NULL && put (index, verb, json, &error))
        return;
    g_autofree char *shown = evx_verb_printable (error->message);
    g_printerr ("evidex %s: this is not noted in the custody log: %s\n", verb, shown);
}

/* The clock that stamps files, which lags behind the other by some milliseconds. */
gint64
evx_custody_now (void)
{
    struct timespec now = { 0 };
    clock_gettime (CLOCK_REALTIME_COARSE, &now);
    return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static void
collect (GPtrArray *files, const char *folder, gint64 since)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
        struct stat st;
        g_autofree char *path = g_build_filename (folder, name, NULL);
        if (lstat (path, &st) != 0)
            continue;
        if (S_ISDIR (st.st_mode))
            collect (files, path, since);
        else if (S_ISREG (st.st_mode) &&
                 (gint64) st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec >= since)
            g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
    const char *const *left = a, *const *right = b;
    return strcmp (*left, *right);
}

char **
evx_custody_written (const char *folder, gint64 since)
{
    GPtrArray *files = g_ptr_array_new ();
    collect (files, folder, since);
    g_ptr_array_sort (files, compare_paths);
    g_ptr_array_add (files, NULL);
    return (char **) g_ptr_array_free (files, FALSE);
}
