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

/**
 * evx_ledger_print_inputs:
 * @json: one object a line, "type": "input"
 *
 * Prints on stdout every input that is not simply done: partial, skipped, failed, unfinished, or with a
 * note (no longer found), each with its code and reason, by file.
 *
 * Returns: FALSE if the index cannot be read.
 */
gboolean evx_ledger_print_inputs (EvxIndex *index, gboolean json, GError **error);

/** TRUE if something of the ledger could not be read: exit status 3 instead of 0. */
gboolean evx_ledger_incomplete (const EvxLedger *ledger);

G_END_DECLS
