/* The ledger for people and for programs. The table names only what is there, so that a clean run reads
 * as four short lines. */
#include "ledger.h"

#include "verb.h"

#include <json-glib/json-glib.h>

/* ---- for people ---------------------------------------------------------------------------------- */

/* Appends "N what", parted by commas; nothing for 0. */
static void
add_part (GString *parts, guint64 n, const char *what)
{
    if (n == 0)
        return;
    g_string_append_printf (parts, "%s%" G_GUINT64_FORMAT " %s", parts->len > 0 ? ", " : "", n, what);
}

static void
print_line (const char *title, guint64 total, const GString *parts)
{
    g_print ("%-10s %7" G_GUINT64_FORMAT "  %s\n", title, total, parts->str);
}

static void
print_inputs_line (const EvxLedger *ledger)
{
    g_autoptr (GString) parts = g_string_new (NULL);
    add_part (parts, ledger->done, "done");
    add_part (parts, ledger->partial, "partial");
    add_part (parts, ledger->failed, "failed");
    add_part (parts, ledger->unsupported, "of types that are not read");
    add_part (parts, ledger->skipped - ledger->unsupported, "skipped");
    add_part (parts, ledger->unfinished, "unfinished");
    print_line ("Inputs", ledger->inputs, parts);
}

static void
print_pages_line (const EvxLedger *ledger)
{
    g_autoptr (GString) parts = g_string_new (NULL);
    add_part (parts, ledger->by_text, "by text layer");
    add_part (parts, ledger->by_ocr, "by OCR");
    add_part (parts, ledger->by_region, "by text layer and OCR of pictures");
    add_part (parts, ledger->blank, "blank");
    add_part (parts, ledger->pages_failed, "could not be read");
    print_line ("Pages", ledger->pages, parts);
    if (ledger->warnings > 0)
        g_print ("%-10s %7" G_GUINT64_FORMAT "  pages read in part or with a doubt\n", "",
                 ledger->warnings);
}

/* Said only where there are any. */
static void
print_redactions_line (const EvxLedger *ledger)
{
    if (ledger->redactions == 0)
        return;
    g_autoptr (GString) parts = g_string_new (NULL);
    add_part (parts, ledger->redactions_failed, "with text under it that can be copied out");
    print_line ("Redactions", ledger->redactions, parts);
}

static guint64
mention_count (const EvxLedger *ledger, guint i)
{
    return g_array_index (ledger->mention_counts, guint64, i);
}

static void
print_mentions_line (const EvxLedger *ledger)
{
    g_autoptr (GString) parts = g_string_new (NULL);
    guint64 total = 0;
    for (guint i = 0; i < ledger->mention_kinds->len; i++) {
        g_autofree char *kind = evx_verb_printable (g_ptr_array_index (ledger->mention_kinds, i));
        add_part (parts, mention_count (ledger, i), kind);
        total += mention_count (ledger, i);
    }
    if (ledger->distractors > 0)
        g_string_append_printf (parts, "%s%" G_GUINT64_FORMAT " more set aside as not evidence",
                                parts->len > 0 ? "; " : "", ledger->distractors);
    print_line ("Mentions", total, parts);
}

static void
print_table (const EvxLedger *ledger)
{
    print_inputs_line (ledger);
    print_pages_line (ledger);
    print_redactions_line (ledger);
    print_mentions_line (ledger);
    g_autoptr (GString) parts = g_string_new (NULL);
    add_part (parts, ledger->findings, ledger->findings == 1 ? "finding" : "findings");
    print_line ("Claims", ledger->claims, parts);
}

/* ---- for programs ---------------------------------------------------------------------------------- */

static void
object_print (JsonBuilder *builder)
{
    json_builder_end_object (builder);
    g_autoptr (JsonNode) root = json_builder_get_root (builder);
    g_autofree char *line = json_to_string (root, FALSE);
    g_print ("%s\n", line);
}

static JsonBuilder *
object_begin (const char *type)
{
    JsonBuilder *builder = json_builder_new ();
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "type");
    json_builder_add_string_value (builder, type);
    return builder;
}

static void
add_count (const char *name, guint64 n, gpointer builder)
{
    json_builder_set_member_name (builder, name);
    json_builder_add_int_value (builder, (gint64) n);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
    json_builder_set_member_name (builder, name);
    if (text != NULL)
        json_builder_add_string_value (builder, text);
    else
        json_builder_add_null_value (builder);
}

static void
print_ledger_json (const EvxLedger *ledger)
{
    g_autoptr (JsonBuilder) builder = object_begin ("ledger");
    evx_ledger_each (ledger, add_count, builder);
    json_builder_set_member_name (builder, "mentions");
    json_builder_begin_object (builder);
    evx_ledger_each_kind (ledger, add_count, builder);
    json_builder_end_object (builder);
    object_print (builder);
}

/* ---- inputs -------------------------------------------------------------------------------------------- */

static const char *
status_shown (EvxStatus status)
{
    return status == EVX_STATUS_NONE ? "unfinished" : evx_status_name (status);
}

static void
print_input_json (const EvxInput *input)
{
    g_autoptr (JsonBuilder) builder = object_begin ("input");
    add_text (builder, "file", input->file);
    add_text (builder, "document_id", input->document_id);
    add_text (builder, "status", status_shown (input->status));
    add_text (builder, "code", input->code == EVX_NONE ? NULL : evx_error_name (input->code));
    add_text (builder, "reason", input->reason);
    object_print (builder);
}

static gboolean
print_noted_json (const EvxInput *input, G_GNUC_UNUSED gpointer user, G_GNUC_UNUSED GError **error)
{
    if (input->status != EVX_STATUS_DONE || input->code != EVX_NONE)
        print_input_json (input);
    return TRUE;
}

/* What a person has to know of an input, the worst first; NULL for what was simply read. */
static const char *const troubles[] = { "failed", "partial", "not read", NULL };
static const char *const others[] = { "gone", "done", "skipped", "unfinished", NULL };

static const char *
word_for (const EvxInput *input)
{
    if (input->status == EVX_STATUS_DONE)
        return input->code == EVX_NONE ? NULL : input->code == EVX_ERROR_UNREADABLE ? "gone" : "done";
    if (input->status == EVX_STATUS_SKIPPED && input->code == EVX_ERROR_UNSUPPORTED && input->size > 0)
        return "not read";
    return status_shown (input->status);
}

static gboolean
print_input (const EvxInput *input, gpointer word, G_GNUC_UNUSED GError **error)
{
    if (g_strcmp0 (word_for (input), word) != 0)
        return TRUE;
    g_autofree char *file = evx_verb_printable (input->file);
    g_autofree char *reason = evx_verb_printable (input->reason != NULL ? input->reason : "");
    g_print ("%-10s %s%s%s\n", (const char *) word, file, *reason != '\0' ? ": " : "", reason);
    return TRUE;
}

void
evx_ledger_print (const EvxLedger *ledger, gboolean json)
{
    if (json)
        print_ledger_json (ledger);
    else
        print_table (ledger);
}

void
evx_ledger_print_line (const EvxLedger *ledger)
{
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    g_autofree char *time = g_date_time_format (now, "%F %T");
    g_autoptr (GString) parts = g_string_new (NULL);
    guint64 mentions = 0;
    for (guint i = 0; i < ledger->mention_counts->len; i++)
        mentions += mention_count (ledger, i);
    add_part (parts, ledger->inputs, "inputs");
    add_part (parts, ledger->partial, "partial");
    add_part (parts, ledger->failed, "failed");
    add_part (parts, ledger->unsupported, "not read");
    add_part (parts, ledger->skipped - ledger->unsupported, "skipped");
    add_part (parts, ledger->pages, "pages");
    add_part (parts, mentions, "mentions");
    add_part (parts, ledger->claims, "claims");
    add_part (parts, ledger->findings, "findings");
    g_print ("%s  %s\n", time, parts->len > 0 ? parts->str : "nothing yet");
}

gboolean
evx_ledger_print_inputs (EvxIndex *index, EvxLedgerInputs which, GError **error)
{
    const char *const *words = which == EVX_LEDGER_TROUBLES ? troubles : others;
    for (guint i = 0; words[i] != NULL; i++)
        if (!evx_index_inputs (index, print_input, (gpointer) words[i], error))
            return FALSE;
    return TRUE;
}

gboolean
evx_ledger_print_inputs_json (EvxIndex *index, GError **error)
{
    return evx_index_inputs (index, print_noted_json, NULL, error);
}

gboolean
evx_ledger_incomplete (const EvxLedger *ledger)
{
    return ledger->failed > 0 || ledger->partial > 0 || ledger->pages_failed > 0 || ledger->unsupported > 0 ||
           ledger->unfinished > 0;
}
