/* What is stale. The key of a page's result is chained over its stages: the document's bytes and the
 * page, then each stage's name, version, options and data. All page stages but the last read; the last
 * one tags, and can do so on a stored page. Where only the last key differs, no PDF is opened. */
#pragma once

#include "index/index.h"
#include "pool.h"

G_BEGIN_DECLS

typedef struct {
    const EvxStage *const *stages;
    const EvxOptions *options;
    const EvxPool *pool; /* knows the fingerprints */
} EvxPlan;

/* How a page went; kept in the first place of its read key. */
typedef enum {
    EVX_OUTCOME_READ,
    EVX_OUTCOME_TROUBLE, /* read, but a stage was lost: `retry` tries again */
    EVX_OUTCOME_FAILED   /* not read: `retry` tries again */
} EvxOutcome;

EvxOutcome evx_plan_outcome_of (const EvxPage *page);
EvxOutcome evx_plan_outcome (const EvxPageKeys *stored);

/** The keys that a page has when it is up to date. */
EvxPageKeys evx_plan_keys (const EvxPlan *plan, const char *document_id, guint page, EvxOutcome outcome);

/** What is to be done for a page whose result is stored under @stored (all empty: nothing is stored).
 * @retry: pages that failed, or were read with trouble, are stale. */
EvxPageWork evx_plan_work (const EvxPlan *plan, const char *document_id, guint page,
                           const EvxPageKeys *stored, gboolean retry);

/** Returns: (transfer full): the key of what the document stages (or the collection stages) make of
 * given pages. */
char *evx_plan_document_key (const EvxPlan *plan);
char *evx_plan_collection_key (const EvxPlan *plan);

G_END_DECLS
