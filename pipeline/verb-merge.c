/* evidex merge OUT PART...: joins the indexes of the parts of a run. Pages are copied as they are; then
 * the document and collection stages run once over all of them, as they would have on one machine, so
 * the exports are the same byte for byte. What was copied is not copied again. */
#include "custody.h"
#include "finish.h"
#include "index/address.h"
#include "ledger.h"
#include "shard.h"
#include "verb.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#define PAGES_A_COMMIT 500

typedef struct {
    EvxIndex *out, *part;
    EvxPlan plan;
    GPtrArray *inputs; /* EvxInput, of the part in hand or of OUT */
    guint n_pages;     /* copied since the last commit */
} Merge;

static void
free_input (gpointer data)
{
    evx_input_clear (data);
    g_free (data);
}

static gboolean
keep_input (const EvxInput *input, gpointer user, GError **error)
{
    (void) error;
    EvxInput *copy = g_memdup2 (input, sizeof *input);
    copy->path = g_strdup (input->path);
    copy->file = g_strdup (input->file);
    copy->document_id = g_strdup (input->document_id);
    copy->reason = g_strdup (input->reason);
    copy->parent = g_strdup (input->parent);
    copy->family = g_strdup (input->family);
    g_ptr_array_add (user, copy);
    return TRUE;
}

static gboolean
list_inputs (Merge *merge, EvxIndex *index, GError **error)
{
    g_ptr_array_set_size (merge->inputs, 0);
    return evx_index_inputs (index, keep_input, merge->inputs, error);
}

/* ---- copying one part --------------------------------------------------------------------------- */

static gboolean
breathe (Merge *merge, GError **error)
{
    if (++merge->n_pages < PAGES_A_COMMIT)
        return TRUE;
    merge->n_pages = 0;
    return evx_index_commit (merge->out, error) && evx_index_begin (merge->out, error);
}

static gboolean
copy_page (Merge *merge, const char *id, guint page, const EvxPageKeys *keys, GError **error)
{
    g_autoptr (EvxPage) stored = evx_index_page (merge->part, id, page, error);
    return stored != NULL && evx_index_put_page (merge->out, id, stored, NULL, keys, error) &&
           breathe (merge, error);
}

static gboolean
copy_pages (Merge *merge, const EvxDocument *document, GError **error)
{
    g_autoptr (GArray) theirs = evx_index_page_keys (merge->part, document->id, error);
    g_autoptr (GArray) ours = theirs ? evx_index_page_keys (merge->out, document->id, error) : NULL;
    for (guint i = 0; ours != NULL && i < theirs->len; i++) {
        const EvxPageKeys *keys = &g_array_index (theirs, EvxPageKeys, i);
        gboolean have = i < ours->len && memcmp (keys, &g_array_index (ours, EvxPageKeys, i), sizeof *keys) == 0;
        if (keys->read[0] != '\0' && !have && !copy_page (merge, document->id, i, keys, error))
            return FALSE;
    }
    return ours != NULL;
}

/* The document of OUT, or the part's if OUT has none or that one knows more. */
static gboolean
copy_document (Merge *merge, const char *id, GError **error)
{
    g_autoptr (EvxDocument) theirs = evx_index_document (merge->part, id, NULL);
    g_autoptr (EvxDocument) ours = evx_index_document (merge->out, id, NULL);
    if (theirs == NULL)
        return TRUE;
    gboolean better = ours == NULL || theirs->n_pages > ours->n_pages ||
                      (ours->code == EVX_NONE && theirs->code != EVX_NONE);
    return (!better || evx_index_put_document (merge->out, theirs, error)) &&
           copy_pages (merge, theirs, error);
}

/* Unpacked files lie beside the index: they come along. @path becomes that below OUT. */
static void
relocate (Merge *merge, char **path)
{
    g_autofree char *theirs = evx_index_member_path (merge->part, "");
    if (*path == NULL || !g_str_has_prefix (*path, theirs))
        return;
    char *ours = evx_index_member_path (merge->out, *path + strlen (theirs));
    g_free (*path);
    *path = ours;
}

static gboolean
copy_member (Merge *merge, EvxInput *input, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autofree char *from = g_strdup (input->path);
    relocate (merge, &input->path);
    relocate (merge, &input->parent);
    g_autofree char *folder = g_path_get_dirname (input->path);
    if (strcmp (from, input->path) == 0 || !g_file_test (from, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    if (g_mkdir_with_parents (folder, 0777) == 0 && (link (from, input->path) == 0 || errno == EEXIST))
        return TRUE;
    g_autoptr (GFile) source = g_file_new_for_path (from);
    g_autoptr (GFile) target = g_file_new_for_path (input->path);
    if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &local))
        return TRUE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_OUTPUT_READ_ONLY, "%s: %s", input->path, local->message);
    return FALSE;
}

static gboolean
copy_part (Merge *merge, GError **error)
{
    if (!list_inputs (merge, merge->part, error) || !evx_index_begin (merge->out, error))
        return FALSE;
    for (guint i = 0; i < merge->inputs->len; i++) {
        EvxInput *input = merge->inputs->pdata[i];
        if ((input->parent != NULL && !copy_member (merge, input, error)) ||
            !evx_index_put_input (merge->out, input, error) ||
            (input->document_id != NULL && !copy_document (merge, input->document_id, error)))
            return FALSE;
    }
    return evx_index_commit (merge->out, error);
}

/* ---- finishing ---------------------------------------------------------------------------------- */

static gboolean
finish_input (Merge *merge, EvxFinisher *finisher, EvxInput *input, GError **error)
{
    if (input->status != EVX_STATUS_NONE || input->document_id == NULL)
        return TRUE;
    g_autoptr (EvxDocument) document = evx_index_document (merge->out, input->document_id, error);
    if (document == NULL || !evx_finish_document (finisher, document, error))
        return FALSE;
    gboolean whole = document->status == EVX_STATUS_DONE;
    g_free (input->reason);
    input->status = document->status;
    input->code = whole ? EVX_NONE : document->code;
    input->reason = whole ? NULL : g_strdup (document->reason);
    return evx_index_put_input (merge->out, input, error) && evx_index_commit (merge->out, error) &&
           evx_index_begin (merge->out, error);
}

/* The parts have noted who read what; the whole notes what it has of each. */
static gboolean
log_input (Merge *merge, const EvxInput *input, GError **error)
{
    if (input->document_id == NULL)
        return TRUE;
    g_autoptr (EvxDocument) document = evx_index_document (merge->out, input->document_id, NULL);
    return evx_custody_document (merge->out, input, error) &&
           (document == NULL || evx_custody_read (merge->out, document, error));
}

static gboolean
finish (Merge *merge, GError **error)
{
    g_autoptr (EvxFinisher) finisher = evx_finisher_new (&merge->plan, merge->out, error);
    g_autofree char *document_key = evx_plan_document_key (&merge->plan);
    g_autofree char *collection_key = evx_plan_collection_key (&merge->plan);
    if (finisher == NULL || !list_inputs (merge, merge->out, error) || !evx_index_begin (merge->out, error))
        return FALSE;
    for (guint i = 0; i < merge->inputs->len; i++)
        if (!finish_input (merge, finisher, merge->inputs->pdata[i], error) ||
            !log_input (merge, merge->inputs->pdata[i], error))
            return FALSE;
    return evx_finish_collection (finisher, error) && evx_custody_collection (merge->out, error) &&
           evx_index_set_meta (merge->out, "version", EVX_VERSION, error) &&
           evx_index_set_meta (merge->out, "document-key", document_key, error) &&
           evx_index_set_meta (merge->out, "collection-key", collection_key, error) &&
           evx_custody_end (merge->out, error) &&
           evx_index_commit (merge->out, error);
}

/* ---- are these the parts of one run? ------------------------------------------------------------ */

/* parts_seen[i] is the folder of part i, or "before" if an earlier merge copied it. */
static gboolean
take_part (const char *folder, GPtrArray *parts_seen, EvxIndex *part, GError **error)
{
    g_autofree char *text = evx_index_meta (part, "shard");
    EvxShard shard;
    if (text == NULL || *text == '\0' || !evx_shard_parse (text, &shard, NULL)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "%s is not a part of a run; parts are made by `evidex run --shard I/N`", folder);
        return FALSE;
    }
    if (parts_seen->len == 0)
        g_ptr_array_set_size (parts_seen, (gint) shard.parts);
    if (parts_seen->len != shard.parts) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s is part %s, but the others are parts of %u",
                     folder, text, parts_seen->len);
        return FALSE;
    }
    if (parts_seen->pdata[shard.part] != NULL) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "%s is part %s, and so is %s", folder, text,
                     (char *) parts_seen->pdata[shard.part]);
        return FALSE;
    }
    parts_seen->pdata[shard.part] = g_strdup (folder);
    return TRUE;
}

/* The parts that earlier merges copied into OUT: "0 3 4" of N. */
static void
recall_parts (EvxIndex *out, GPtrArray *parts_seen, gboolean *known)
{
    g_autofree char *text = evx_index_meta (out, "merged");
    g_auto (GStrv) words = g_strsplit (text ? text : "", " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        guint64 part = g_ascii_strtoull (words[i], NULL, 10);
        if (*words[i] != '\0' && part < parts_seen->len)
            known[part] = TRUE;
    }
}

static char *
missing_parts (GPtrArray *parts_seen, const gboolean *known)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < parts_seen->len; i++)
        if (parts_seen->pdata[i] == NULL && !known[i])
            g_string_append_printf (text, "%s%u/%u", text->len > 0 ? ", " : "", i, parts_seen->len);
    return g_string_free (text, FALSE);
}

static gboolean
remember_part (EvxIndex *out, guint part, GError **error)
{
    g_autofree char *before = evx_index_meta (out, "merged");
    g_autofree char *now = g_strdup_printf ("%s%s%u", before ? before : "", before ? " " : "", part);
    return evx_index_begin (out, error) && evx_index_set_meta (out, "merged", now, error) &&
           evx_index_commit (out, error);
}

/* ---- the whole ---------------------------------------------------------------------------------- */

static gboolean
check_parts (char **folders, GPtrArray *parts_seen, GError **error)
{
    for (guint i = 0; folders[i] != NULL; i++) {
        if (evx_address_is (folders[i])) {
            g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE, "parts are folders, not addresses of databases");
            return FALSE;
        }
        g_autoptr (EvxIndex) part = evx_index_open (folders[i], error);
        if (part == NULL || !take_part (folders[i], parts_seen, part, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
copy_parts (Merge *merge, GPtrArray *parts_seen, const gboolean *known, GError **error)
{
    for (guint i = 0; i < parts_seen->len; i++) {
        const char *folder = parts_seen->pdata[i];
        if (folder == NULL)
            continue;
        g_autoptr (EvxIndex) part = evx_index_open (folder, error);
        merge->part = part;
        if (part == NULL || !evx_custody_part (merge->out, folder, part, error) ||
            !copy_part (merge, error) ||
            (!known[i] && !remember_part (merge->out, i, error)))
            return FALSE;
    }
    return TRUE;
}

/* Returns: the exit status, or -1 with an error. */
static int
merge_all (const char *out, char **folders, gboolean partial, const EvxOptions *options, GError **error)
{
    g_autoptr (GPtrArray) parts_seen = g_ptr_array_new_with_free_func (g_free);
    if (!check_parts (folders, parts_seen, error))
        return -1;
    g_autoptr (EvxIndex) index = evx_index_create (out, error);
    if (index == NULL)
        return -1;
    g_autofree gboolean *known = g_new0 (gboolean, parts_seen->len);
    recall_parts (index, parts_seen, known);
    g_autofree char *missing = missing_parts (parts_seen, known);
    if (*missing != '\0' && !partial) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "missing: part %s; name it too, or copy what there is with --partial", missing);
        return -1;
    }
    g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (free_input);
    Merge merge = { index, NULL, { evx_stages, options, NULL }, inputs, 0 };
    if (!copy_parts (&merge, parts_seen, known, error))
        return -1;
    if (*missing != '\0') {
        g_printerr ("evidex merge: still missing: part %s\nMerge again when it is there.\n", missing);
        return EVX_EXIT_INCOMPLETE;
    }
    g_autoptr (EvxLedger) ledger = finish (&merge, error) ? evx_index_ledger (index, error) : NULL;
    if (ledger == NULL)
        return -1;
    evx_ledger_print (ledger, FALSE);
    return evx_ledger_incomplete (ledger) ? EVX_EXIT_INCOMPLETE : EVX_EXIT_DONE;
}

int
evx_verb_merge (int argc, char **argv)
{
    gboolean partial = FALSE;
    const GOptionEntry entries[] = {
        { "partial", 0, 0, G_OPTION_ARG_NONE, &partial, "copy the parts there are, finish later", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    static const char about[] =
        "Joins the parts of a run that several machines read into the index that one would have made.\n"
        "Stopped or given more parts later, it goes on where it was.\n\n"
        "  evidex run dump/ -o part0 --shard 0/2     on one machine\n"
        "  evidex run dump/ -o part1 --shard 1/2     on another\n"
        "  evidex merge case part0 part1";
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options = evx_options_new ();
    if (!evx_verb_parse (&argc, &argv, "OUT PART...", about, entries, &error))
        return evx_verb_fail ("merge", error);
    if (argc < 3)
        return evx_verb_usage ("merge", "needs the index to make and at least one part");
    int status = merge_all (argv[1], argv + 2, partial, options, &error);
    if (status >= 0)
        return status;
    status = evx_verb_fail ("merge", error);
    return g_error_matches (error, EVX_ERROR, EVX_ERROR_NOT_FOUND) ? EVX_EXIT_USAGE : status; /* as all that open one */
}
