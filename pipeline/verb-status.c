/* evidex status: the ledger, and every input and page that was not read as it should be. */
#include "deliver/json.h"
#include "ledger.h"
#include "open.h"

static gboolean
print_page (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    const gboolean *json = user;
    gint64 page = evx_record_integer (record, "page");
    if (page == EVX_NONE)
        return TRUE; /* the inputs stand above */
    if (*json) {
        g_autoptr (GString) line = g_string_new ("{\"type\":\"page\"");
        evx_json_record (line, record);
        g_print ("%s}\n", line->str);
        return TRUE;
    }
    const char *reason = evx_record_text (record, "message");
    g_autofree char *file = evx_verb_printable (evx_record_text (record, "file"));
    g_autofree char *shown = evx_verb_printable (reason != NULL ? reason : "");
    g_print ("%-10s %s: page %" G_GINT64_FORMAT ": %s\n", evx_record_text (record, "status"), file, page,
             *shown != '\0' ? shown : evx_record_text (record, "code"));
    return TRUE;
}

/* A box that hides nothing, once a page: they come in order. */
typedef struct {
    char *file;
    gint64 page;
} LastPage;

static gboolean
print_failed_redaction (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    LastPage *last = user;
    gint64 page = evx_record_integer (record, "page");
    const char *name = evx_record_text (record, "file");
    if (evx_record_integer (record, "words_under") <= 0 || (page == last->page && g_strcmp0 (name, last->file) == 0))
        return TRUE;
    g_free (last->file);
    *last = (LastPage) { g_strdup (name), page };
    g_autofree char *file = evx_verb_printable (name);
    g_print ("%-10s %s: page %" G_GINT64_FORMAT ": text under a redaction can be copied out\n", "redaction", file,
             page);
    return TRUE;
}

/* Which program made the index, and what its readers were shut in by in the last run. */
static void
print_makers (EvxIndex *index, gboolean json)
{
    g_autofree char *version = evx_index_meta (index, "version"), *sandbox = evx_index_meta (index, "sandbox");
    if (!json) {
        g_print ("%-10s evidex %s; sandbox: %s\n", "Made by", version ? version : "of an unknown version",
                 sandbox ? sandbox : "not known");
        return;
    }
    g_autoptr (GString) line = g_string_new ("{\"type\":\"program\"");
    evx_json_text (line, "version", version);
    evx_json_text (line, "sandbox", sandbox);
    g_print ("%s}\n", line->str);
}

static gboolean
print_json_lists (EvxIndex *index, GError **error)
{
    gboolean json = TRUE;
    return evx_ledger_print_inputs_json (index, error) && evx_index_records (index, "failures", print_page, &json, error);
}

/* What was not read stands first: of a large dump, thousands of copies and unfinished files may follow. */
static gboolean
print_lists (EvxIndex *index, GError **error)
{
    gboolean json = FALSE;
    LastPage last = { NULL, -1 };
    gboolean ok = evx_ledger_print_inputs (index, EVX_LEDGER_TROUBLES, error) &&
                  evx_index_records (index, "failures", print_page, &json, error) &&
                  evx_index_records (index, "redactions", print_failed_redaction, &last, error) &&
                  evx_ledger_print_inputs (index, EVX_LEDGER_OTHERS, error);
    g_free (last.file);
    return ok;
}

static void
print_advice (EvxIndex *index, const EvxLedger *ledger)
{
    g_autofree char *shard = evx_index_meta (index, "shard");
    if (ledger->unfinished > 0 && shard != NULL && *shard != '\0')
        g_printerr ("Unfinished: this is part %s of a run; `evidex merge` finishes it with the others.\n", shard);
    else if (ledger->unfinished > 0)
        g_printerr ("Unfinished: a run is still at it, or was stopped; then the same `evidex run` again goes on.\n");
    if (ledger->unrecognised > 0)
        g_printerr ("%" G_GUINT64_FORMAT " file%s scanned pages that count as read, but the last run had --ocr never.\n",
                    ledger->unrecognised, ledger->unrecognised == 1 ? " has" : "s have");
}

int
evx_verb_status (int argc, char **argv)
{
    gboolean json = FALSE;
    const GOptionEntry entries[] = {
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "one JSON object a line", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "OUT",
                         "What was read and how, what was not, and why. Works while a run goes on.", entries,
                         &error))
        return evx_verb_fail ("status", error);
    if (argc != 2)
        return evx_verb_usage ("status", "one index is needed: the folder that `evidex run` wrote");
    int status;
    g_autoptr (EvxIndex) index = evx_open_index ("status", argv[1], &status);
    if (index == NULL)
        return status;
    g_autoptr (EvxLedger) ledger = evx_index_ledger (index, &error);
    if (ledger == NULL)
        return evx_verb_fail ("status", error);
    evx_ledger_print (ledger, json);
    print_makers (index, json);
    if (json ? !print_json_lists (index, &error) : !print_lists (index, &error))
        return evx_verb_fail ("status", error);
    if (!json)
        print_advice (index, ledger);
    return EVX_EXIT_DONE;
}
