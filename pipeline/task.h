/* What is left to do for one document: which pages nobody has yet, which must be tried once more alone,
 * and when to give up. Used by pool.c alone. */
#pragma once

#include "pool.h"

G_BEGIN_DECLS

/* A page that killed its worker: tried once more, in a worker of its own. */
typedef struct {
    guint page;
    guint16 leave_out; /* bit i: without stage i */
    int code;          /* of the death */
    char *reason;
} EvxRetry;

void evx_retry_free (EvxRetry *retry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxRetry, evx_retry_free)

typedef struct EvxTaskState {
    gboolean begun;    /* work is known */
    guint cursor;      /* pages before it have been handed out */
    guint unassigned;  /* pages with work that nobody has */
    guint left;        /* pages that have not come yet */
    GArray *returned;  /* guint: handed out, and came back undone */
    GQueue retries;    /* EvxRetry */
    guint workers;     /* on this task now */
    guint open_deaths; /* workers that died while opening the document */
    guint deaths;      /* workers that died on a page for the first time */
    guint in_row;      /* of those, since the last page that came */
    gboolean given_up;
    gint64 started;    /* monotonic us, when its first worker was asked for */
} EvxTaskState;

/** Counts what there is to do; `work` is filled. */
void evx_task_begin (EvxTask *task);

/** Hands out the next page; FALSE if nobody needs to do anything. */
gboolean evx_task_take (EvxTask *task, guint *page);

/** Takes back a page that was not done. */
void evx_task_return (EvxTask *task, guint page);

/** Notes a death on a page. Returns: TRUE if the rest of the document is to be given up. */
gboolean evx_task_died (EvxTask *task);

G_END_DECLS
