/* A mention on its way to a record. */
#pragma once

#include "flow.h"
#include <string.h>

G_BEGIN_DECLS

/* A mention on its way: tokens beside the record. */
typedef struct {
    EvxFound found;
    const EvxSense *sense;
    gint64 count;
    gint year;
    gint relative_year;
    const char *assertion;
    gint32 cue;          /* into flow->cues, or -1 */
    gboolean one_person; /* the count stands for "him", "the man", "his release" */
} EvxDraft;

static inline gboolean
evx_draft_is (const EvxDraft *draft, const char *kind)
{
    return strcmp (draft->sense->kind, kind) == 0;
}

G_END_DECLS
