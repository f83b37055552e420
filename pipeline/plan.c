/* What is stale. */
#include "plan.h"

#include "worker.h"

#include <string.h>

#define MARK_FAILED '!'
#define MARK_TROUBLE '?'

EvxOutcome
evx_plan_outcome_of (const EvxPage *page)
{
    if (page->reading == EVX_READING_FAILED)
        return EVX_OUTCOME_FAILED;
    switch (page->code) {
    case EVX_ERROR_CRASHED:
    case EVX_ERROR_PAGE_TIMEOUT:
    case EVX_ERROR_PAGE_MEMORY:
    case EVX_ERROR_SANDBOX_VIOLATION:
    case EVX_ERROR_PROTOCOL:
    case EVX_ERROR_GAVE_UP:
    case EVX_ERROR_INTERNAL:
        return EVX_OUTCOME_TROUBLE;
    default:
        return EVX_OUTCOME_READ;
    }
}

EvxOutcome
evx_plan_outcome (const EvxPageKeys *stored)
{
    return *stored->read == MARK_FAILED    ? EVX_OUTCOME_FAILED
           : *stored->read == MARK_TROUBLE ? EVX_OUTCOME_TROUBLE
                                           : EVX_OUTCOME_READ;
}

EvxPageKeys
evx_plan_keys (const EvxPlan *plan, const char *document_id, guint page, EvxOutcome outcome)
{
    EvxPageKeys keys = { "", "" };
    guint n = evx_page_stages (plan->stages);
    g_autofree char *key = g_strdup_printf ("%s:%u", document_id, page);
    for (guint i = 0; i < n; i++) {
        char *next = evx_stage_key (plan->stages[i], plan->options, evx_pool_fingerprint (plan->pool, i), key);
        g_free (key);
        key = next;
        if (i + 2 == n)
            g_strlcpy (keys.read, key, sizeof keys.read);
    }
    g_strlcpy (keys.tag, key, sizeof keys.tag);
    if (outcome != EVX_OUTCOME_READ)
        *keys.read = outcome == EVX_OUTCOME_FAILED ? MARK_FAILED : MARK_TROUBLE;
    return keys;
}

EvxPageWork
evx_plan_work (const EvxPlan *plan, const char *document_id, guint page, const EvxPageKeys *stored,
               gboolean retry)
{
    EvxOutcome outcome = evx_plan_outcome (stored);
    EvxPageKeys wanted = evx_plan_keys (plan, document_id, page, outcome);
    if (strcmp (stored->read, wanted.read) != 0 || (retry && outcome != EVX_OUTCOME_READ))
        return EVX_WORK_READ;
    return strcmp (stored->tag, wanted.tag) != 0 ? EVX_WORK_TAG : EVX_WORK_NONE;
}

/* The chain over the stages that @scope tells. */
static char *
key_of_scope (const EvxPlan *plan, gboolean collection)
{
    char *key = g_strdup (collection ? "collection" : "document");
    for (guint i = 0; plan->stages[i] != NULL; i++) {
        const EvxStage *stage = plan->stages[i];
        if (collection ? stage->collection == NULL : stage->document == NULL)
            continue;
        char *next = evx_stage_key (stage, plan->options, NULL, key);
        g_free (key);
        key = next;
    }
    return key;
}

char *
evx_plan_document_key (const EvxPlan *plan)
{
    return key_of_scope (plan, FALSE);
}

char *
evx_plan_collection_key (const EvxPlan *plan)
{
    return key_of_scope (plan, TRUE);
}
