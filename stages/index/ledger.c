/* The counts of a ledger by name: the one list of them. */
#include "index.h"

void
evx_ledger_each (const EvxLedger *ledger, EvxLedgerFunc func, gpointer user)
{
    const struct {
        const char *name;
        guint64 count;
    } counts[] = {
        { "inputs", ledger->inputs },
        { "done", ledger->done },
        { "partial", ledger->partial },
        { "skipped", ledger->skipped },
        { "failed", ledger->failed },
        { "unfinished", ledger->unfinished },
        { "duplicates", ledger->duplicates },
        { "pages", ledger->pages },
        { "pages_by_text", ledger->by_text },
        { "pages_by_ocr", ledger->by_ocr },
        { "pages_by_region", ledger->by_region },
        { "pages_blank", ledger->blank },
        { "pages_failed", ledger->pages_failed },
        { "warnings", ledger->warnings },
        { "redactions", ledger->redactions },
        { "redactions_failed", ledger->redactions_failed },
        { "distractors", ledger->distractors },
        { "claims", ledger->claims },
        { "findings", ledger->findings },
        { "unsupported", ledger->unsupported },
        { "unrecognised", ledger->unrecognised },
    };
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        func (counts[i].name, counts[i].count, user);
}

void
evx_ledger_each_kind (const EvxLedger *ledger, EvxLedgerFunc func, gpointer user)
{
    for (guint i = 0; i < ledger->mention_kinds->len; i++)
        func (g_ptr_array_index (ledger->mention_kinds, i), g_array_index (ledger->mention_counts, guint64, i), user);
}
