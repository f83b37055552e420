/* The ledger for people and for programs: what was read, how, and what was not. */
#pragma once

#include "index/index.h"

G_BEGIN_DECLS

/**
 * evx_ledger_print:
 * @json: one JSON object on one line, "type": "ledger", instead of a table
 *
 * Prints the figures on stdout.
 */
void evx_ledger_print (const EvxLedger *ledger, gboolean json);

/** Prints the figures on one line of stdout, behind the time: for a run that goes on. */
void evx_ledger_print_line (const EvxLedger *ledger);

typedef enum {
    EVX_LEDGER_TROUBLES, /* failed, partial, and of a type that is not read */
    EVX_LEDGER_OTHERS    /* no longer there, mended, skipped, unfinished */
} EvxLedgerInputs;

/**
 * evx_ledger_print_inputs:
 *
 * Prints on stdout, for people, the inputs that are not simply done: a line each, with the reason, the worst first
 * and by file.
 *
 * Returns: FALSE if the index cannot be read.
 */
gboolean evx_ledger_print_inputs (EvxIndex *index, EvxLedgerInputs which, GError **error);

/** The same for programs, all of them by file: one object a line, "type": "input", with code and reason. */
gboolean evx_ledger_print_inputs_json (EvxIndex *index, GError **error);

/** TRUE if something of the ledger could not be read: exit status 3 instead of 0. */
gboolean evx_ledger_incomplete (const EvxLedger *ledger);

G_END_DECLS
