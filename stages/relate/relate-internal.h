/* The three parts of the collection stage, in the order in which they run. Each appends its
 * findings. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/**
 * evx_relate_sequence:
 * Learns which Bates candidates are the production's numbers, sets `chosen` and corrected numbers
 * on collection->bates, bates_first and bates_last on documents; finds gaps, repeats, pages out of
 * order, corrections and pages whose number was not read.
 */
void evx_relate_sequence (EvxCollection *collection);

/**
 * evx_relate_duplicates:
 * Sets near_group (the id of the group's first document) on documents that are near-duplicates;
 * finds those that differ in a number or a name.
 */
void evx_relate_duplicates (EvxCollection *collection);

/** Claims against claims, claims against counted events, identities, printed totals. */
void evx_relate_reconcile (EvxCollection *collection);

/* A finding with nothing known. */
EvxFinding evx_finding_new (const char *status);

/**
 * evx_finding_add:
 * Keeps @finding; makes its id from its status, both sides and numbers. @reason is copied.
 */
void evx_finding_add (EvxCollection *collection, EvxFinding finding, const char *reason);

/** Returns: (transfer none): document @i. */
EvxDocument *evx_collection_document (const EvxCollection *collection, guint i);

G_END_DECLS
