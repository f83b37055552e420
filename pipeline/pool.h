/* The pool of workers: forks them through the zygote, hands out pages, watches the clock, checks what
 * comes back, and starts again after a crash. Knows nothing of the index: a client says what there is to
 * do and takes what was read. Single-threaded; memory does not grow with the number of pages. */
#pragma once

#include "stage.h"

G_BEGIN_DECLS

typedef enum {
    EVX_WORK_NONE, /* nothing to do for this page */
    EVX_WORK_READ, /* read it from the PDF, all page stages */
    EVX_WORK_TAG   /* only tag the stored page */
} EvxPageWork;

/* A document on its way through the workers. */
typedef struct {
    EvxDocument *document; /* owned; n_pages is set when it has been opened */
    int fd;                /* owned; its bytes; -1: no page is to be read */
    GByteArray *work;      /* owned; EvxPageWork of each page; the client fills it */
    int code;              /* why the document as a whole could not be read, or EVX_NONE */
    char *reason;
    gpointer data;         /* the client's own */
    struct EvxTaskState *state; /* the pool's own */
} EvxTask;

/** Takes @document and @fd. */
EvxTask *evx_task_new (EvxDocument *document, int fd);
void evx_task_free (EvxTask *task);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxTask, evx_task_free)
/** Notes that the file ends in the middle of an object, and that @n_pages were recovered. */
void evx_task_cut_short (EvxTask *task, guint n_pages);

/* What the client does. FALSE with an error stops the pool. */
typedef struct {
    /* *task: (transfer full): the next document, where the pages are known (stored before) with `work`
     * filled; NULL if it needs no worker. *more: whether to ask again. Called often: does one thing. */
    gboolean (*next) (EvxTask **task, gboolean *more, gpointer user, GError **error);
    /* The document has been opened and has document->n_pages pages; @repair says what had to be mended,
     * or is NULL. Called once; fills `work` where it is empty. */
    gboolean (*opened) (EvxTask *task, const char *repair, gpointer user, GError **error);
    /* (transfer full): the stored page, packed, for EVX_WORK_TAG. */
    GBytes *(*stored) (EvxTask *task, guint page, gpointer user, GError **error);
    /* A page with its result, failed ones too. @packed is NULL if the pool changed it. */
    gboolean (*page) (EvxTask *task, EvxPage *page, GBytes *packed, gpointer user, GError **error);
    /* All pages have come, or code and reason are set. The pool frees the task after this. */
    gboolean (*finished) (EvxTask *task, gpointer user, GError **error);
    /* At least ten times a second. */
    gboolean (*tick) (gpointer user, GError **error);
} EvxPoolClient;

typedef struct _EvxPool EvxPool;

/**
 * evx_pool_new:
 * @stages:    as evx_stages; the page stages are used
 * @passwords: (nullable): NULL-terminated
 *
 * Forks the zygote and waits until it has opened the page stages. No thread may run, no database be
 * open. Blocks SIGINT and SIGTERM in this process: evx_pool_run answers them.
 *
 * Returns: (transfer full): NULL with what a stage's open() says, or EVX_ERROR_SANDBOX_MISSING.
 */
EvxPool *evx_pool_new (const EvxStage *const *stages, const EvxOptions *options,
                       const char *const *passwords, GError **error);
/** Kills all workers. */
void evx_pool_free (EvxPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxPool, evx_pool_free)

/** The sandbox in force (lent). */
const char *evx_pool_sandbox (const EvxPool *pool);
/** The fingerprint of page stage @i (lent), "" if it has none. */
const char *evx_pool_fingerprint (const EvxPool *pool, guint i);

/**
 * evx_pool_run:
 * Runs until next() has no more and all documents are finished.
 *
 * Returns: FALSE with the client's error, EVX_ERROR_INTERRUPTED, _SANDBOX_MISSING, or _INTERNAL (the
 * zygote died, or no process could be forked).
 */
gboolean evx_pool_run (EvxPool *pool, const EvxPoolClient *client, gpointer user, GError **error);

G_END_DECLS
