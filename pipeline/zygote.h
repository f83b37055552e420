/* The process that has loaded what workers need (lexicon, fonts, OCR models once a page needed them) and
 * forks them. It opens no input and starts no thread. Supervisor and zygote talk in messages over a
 * SOCK_SEQPACKET pair. */
#pragma once

#include "stage.h"

#include <sys/types.h>

G_BEGIN_DECLS

#define EVX_ZYGOTE_MESSAGE 65536 /* bytes of the longest message */

typedef enum { EVX_ZYGOTE_SPAWN = 1, EVX_ZYGOTE_KILL } EvxZygoteRequestKind;

/* Supervisor to zygote. SPAWN passes descriptors: result socket, log pipe, pulse, and the document if
 * there is one; id and file of the document follow, each with its NUL. */
typedef struct {
    guint32 kind;
    guint32 serial; /* the supervisor's number for the worker */
    gint64 size;
    guint32 n_pages; /* 0 = not known yet */
    guint32 has_pdf;
} EvxZygoteRequest;

#define EVX_ZYGOTE_FDS 4 /* the most that a message passes */

typedef enum { EVX_ZYGOTE_STARTED = 1, EVX_ZYGOTE_ENDED } EvxZygoteReportKind;

/* Zygote to supervisor: a worker has been forked, has ended, or could not be forked. */
typedef struct {
    guint32 kind;
    guint32 serial;
    gint32 value; /* STARTED: its process; ENDED: as wait(2) says, -errno if it could not be forked */
} EvxZygoteReport;

/* The zygote's first message: EVX_ZYGOTE_READY, then strings each with its NUL: what the sandbox is,
 * and the fingerprint of each page stage ("" if it has none). Or EVX_ZYGOTE_FAILED, an error code as
 * gint32, and the message. */
enum { EVX_ZYGOTE_READY = 'R', EVX_ZYGOTE_FAILED = 'F' };

/**
 * evx_zygote_run:
 * @supervisor: the process to die with
 *
 * Opens the stages, says so on @control, serves it, and ends the process with it.
 */
void evx_zygote_run (int control, pid_t supervisor, const EvxStage *const *stages, const EvxOptions *options,
                     const char *const *passwords) G_GNUC_NORETURN;

G_END_DECLS
