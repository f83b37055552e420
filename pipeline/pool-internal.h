/* What the files of the pool share: pool.c runs the loop and hands out pages, crew.c starts and stops
 * workers, hear.c takes what they say, fate.c decides what becomes of pages and documents. */
#pragma once

#include "frame.h"
#include "pulse.h"
#include "task.h"

#include <sys/types.h>

G_BEGIN_DECLS

#define EVX_OPENING_PAGES 6 /* opening a document may take as long as the text of so many pages */

/* The supervisor's side of a worker. */
typedef struct {
    guint32 serial;
    int fd, log_fd; /* -1 when closed */
    EvxFrameReader *reader;
    GByteArray *out; /* what could not be sent yet */
    EvxTask *task;   /* NULL: nothing more is wanted of it */
    GQueue pages;    /* GUINT_TO_POINTER: asked for, in order; the first is the one it is at */
    EvxRetry *retry; /* it exists for this page alone */
    gboolean opened;
    EvxPulse *pulse;
    guint stage;     /* of the page it is at, as last seen: 0 opening it, i + 1 page stage i */
    gint64 deadline; /* monotonic us; 0 = none */
    int schedule_fd; /* /proc/PID/schedstat; -1 where there is none */
    gint64 waited;   /* us that it had waited for a processor when the deadline was set, or shortly before ... */
    gint64 waited_at; /* ... then, monotonic us */
    int kill_code;   /* why it was killed, or EVX_NONE */
    char *kill_reason;
    GString *log;
} EvxCrewman;

#define EVX_SPARES 2 /* zygotes that may die in one run */

/* A process that becomes the zygote if the one before it dies. Forked before any database is open, so
 * that no worker inherits the memory of what others read. */
typedef struct {
    pid_t pid;
    int control;
} EvxSpare;

struct _EvxPool {
    const EvxStage *const *stages;
    guint n_stages, jobs;
    gint memory_mib;
    gint64 *limits_us; /* for stage + 1; [0]: opening a page */
    gint64 document_us; /* for a whole document */
    pid_t zygote;
    int control, signals;
    EvxSpare spares[EVX_SPARES];
    guint n_spares;
    char *sandbox;
    char **fingerprints;
    guint32 next_serial;
    GPtrArray *workers; /* EvxCrewman */
    GPtrArray *active;  /* EvxTask, in order of start */
    GQueue ready;       /* EvxTask, loaded and waiting */
    gint64 ready_bytes;
    gboolean exhausted; /* the client has no more */
    const EvxPoolClient *client;
    gpointer user;
};

/* ---- crew.c ---- */

/** Asks the zygote for a worker on @task. NULL if no process or descriptor could be had. */
EvxCrewman *evx_crew_spawn (EvxPool *pool, EvxTask *task, GError **error);
void evx_crew_free (gpointer worker);
/** Sends what the worker takes now. */
void evx_crew_flush (EvxCrewman *worker);
void evx_crew_kill (EvxPool *pool, EvxCrewman *worker, int code, const char *reason);
/** Nothing more is wanted of it: it sees the end of its commands, and ends. */
void evx_crew_dismiss (EvxCrewman *worker);
void evx_crew_set_clock (EvxCrewman *worker, gint64 limit_us);
void evx_crew_rest_clock (EvxCrewman *worker);
/** The worker is process @pid: what it waits for a processor does not count from now on. */
void evx_crew_watch (EvxCrewman *worker, pid_t pid);
/** Whether its deadline has passed at @now (monotonic us); one that waited for a processor has it moved by so much. */
gboolean evx_crew_is_late (EvxCrewman *worker, gint64 now);
/** Looks which stage it is at; one that has begun since starts the clock anew. The results that came must
 * have been heard before, or the beat is for a page that it is not known to be at, and does not count. */
void evx_crew_feel_pulse (const EvxPool *pool, EvxCrewman *worker);
/** Keeps the first 4 KiB of what the worker logs. */
void evx_crew_read_log (EvxCrewman *worker);
/** What it is at: "ocr", "opening the document" (lent). */
const char *evx_crew_stage (const EvxPool *pool, const EvxCrewman *worker);
/** Sets EVX_ERROR_INTERNAL. Returns: FALSE. */
gboolean evx_crew_cannot_start (GError **error, int saved);

/* ---- hear.c ---- */

/** Reads once and takes the whole frames. FALSE only for an error of the run. @more: (out): there may be
 * more to read. */
gboolean evx_hear_results (EvxPool *pool, EvxCrewman *worker, gboolean *more, GError **error);

/* ---- fate.c ---- */

/** All has come: tells the client, and frees the task. */
gboolean evx_fate_finish (EvxPool *pool, EvxTask *task, GError **error);
/** The document as a whole cannot be read. */
gboolean evx_fate_fail (EvxPool *pool, EvxTask *task, int code, const char *reason, GError **error);
/** Hands a page to the client; the last one finishes, and so frees, the task. */
gboolean evx_fate_deliver (EvxPool *pool, EvxTask *task, EvxPage *page, GBytes *packed, GError **error);
/** Loses the pages of a document that nobody is at. The last loss finishes, and so frees, the task. */
gboolean evx_fate_give_up (EvxPool *pool, EvxTask *task, const char *reason, GError **error);
/** A worker has ended with @status, as wait(2) says, of which more was wanted. */
gboolean evx_fate_mourn (EvxPool *pool, EvxCrewman *worker, int status, GError **error);

G_END_DECLS
