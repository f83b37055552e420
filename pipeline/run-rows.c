/* What a run says and writes of its inputs and documents. */
#include "run-internal.h"

#include "custody.h"
#include "verb.h"

#define MESSAGES_A_CODE 20 /* the ledger has the rest */

/* ---- messages ------------------------------------------------------------------------------------------- */

void
evx_run_say (EvxRunner *run, const char *file, gint page, int code, const char *reason)
{
    guint n = ++run->messages[code >= 0 && code < EVX_N_ERRORS ? code : EVX_ERROR_INTERNAL];
    if (n > MESSAGES_A_CODE)
        return;
    g_autofree char *shown = evx_verb_printable (file);
    g_autofree char *why = evx_verb_printable (reason != NULL ? reason : evx_error_name (code));
    g_autofree char *where = page >= 0 ? g_strdup_printf (" page %d:", page + 1) : g_strdup ("");
    evx_progress_clear (run->progress);
    g_printerr ("evidex %s: %s:%s %s\n", run->request->verb, shown, where, why);
    if (n == 1 && evx_verb_advice (code) != NULL)
        g_printerr ("%s\n", evx_verb_advice (code));
    if (n == MESSAGES_A_CODE)
        g_printerr ("More of this kind are in the ledger: `evidex status %s`.\n", run->request->out);
}

/* ---- transactions --------------------------------------------------------------------------------------- */

gboolean
evx_run_begin (EvxRunner *run, GError **error)
{
    if (run->in_transaction)
        return TRUE;
    if (!evx_index_begin (run->index, error))
        return FALSE;
    run->in_transaction = TRUE;
    run->began = g_get_monotonic_time ();
    run->pages_in_transaction = 0;
    return TRUE;
}

gboolean
evx_run_commit (EvxRunner *run, GError **error)
{
    if (!run->in_transaction)
        return TRUE;
    run->in_transaction = FALSE;
    return evx_index_commit (run->index, error);
}

gboolean
evx_run_mark_changed (EvxRunner *run, GError **error)
{
    if (!evx_run_begin (run, error))
        return FALSE;
    if (run->changed)
        return TRUE;
    run->changed = TRUE;
    return evx_index_set_meta (run->index, "collection-key", "", error);
}

/* ---- inputs ------------------------------------------------------------------------------------------------ */

gboolean
evx_run_put_input (EvxRunner *run, const EvxInput *input, GError **error)
{
    if (!g_hash_table_contains (run->written, input->path) && evx_inputs_same (run->inputs, input))
        return TRUE;
    g_hash_table_add (run->written, g_strdup (input->path));
    return evx_run_begin (run, error) && evx_index_put_input (run->index, input, error);
}

void
evx_run_settle_input (EvxInput *input, EvxStatus status, int code, const char *reason)
{
    char *copy = g_strdup (reason);
    g_free (input->reason);
    input->status = status;
    input->code = code;
    input->reason = copy;
}

gboolean
evx_run_close_input (EvxRunner *run, EvxInput *input, GError **error)
{
    gboolean unsupported = input->code == EVX_ERROR_UNSUPPORTED && input->size > 0; /* not part of an index */
    if (input->status == EVX_STATUS_FAILED || unsupported)
        evx_run_say (run, input->file, EVX_NONE, input->code, input->reason);
    run->state.documents++;
    return evx_run_put_input (run, input, error);
}

/* Of a document with pages, the pages have said what is wrong. */
gboolean
evx_run_close_input_as (EvxRunner *run, EvxInput *input, const EvxDocument *document, GError **error)
{
    evx_run_settle_input (input, document->status, document->code, document->reason);
    if (document->status == EVX_STATUS_DONE)
        evx_run_settle_input (input, EVX_STATUS_DONE, EVX_NONE, NULL);
    if (document->status == EVX_STATUS_FAILED && document->n_pages == 0)
        return evx_run_close_input (run, input, error);
    run->state.documents++;
    return evx_run_put_input (run, input, error);
}

/* ---- documents --------------------------------------------------------------------------------------------- */

/* A part of a run leaves documents unfinished: `evidex merge` finishes them. */
static gboolean
put_part (EvxRunner *run, EvxInput *input, EvxDocument *document, GError **error)
{
    document->status = EVX_STATUS_NONE;
    run->state.documents++;
    return evx_run_mark_changed (run, error) && evx_index_put_document (run->index, document, error) &&
           evx_run_put_input (run, input, error);
}

gboolean
evx_run_finish (EvxRunner *run, EvxInput *input, EvxDocument *document, GError **error)
{
    if (run->shard.parts > 1)
        return put_part (run, input, document, error);
    return evx_run_mark_changed (run, error) && evx_finish_document (run->finisher, document, error) &&
           evx_custody_read (run->index, document, error) && evx_run_close_input_as (run, input, document, error);
}
