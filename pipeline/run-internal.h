/* What the files of a run share: run.c has the whole and answers the pool, run-stale.c decides what is to be done of
 * an input, run-rows.c writes what became of it. */
#pragma once

#include "finish.h"
#include "inputs.h"
#include "pool.h"
#include "progress.h"
#include "run.h"
#include "shard.h"

G_BEGIN_DECLS

typedef struct {
    const EvxRunRequest *request;
    EvxIndex *index;
    EvxPlan plan;
    EvxUnpacker *unpacker;
    EvxInputs *inputs;
    GHashTable *written; /* paths whose row this run has written */
    EvxFinisher *finisher;
    EvxProgress *progress;
    EvxShard shard;
    gboolean has_passwords;
    gboolean refinish;       /* the document stages are not those of the run before */
    gboolean changed;        /* some document is not as it was before this run */
    guint next;              /* in inputs->list */
    gboolean in_transaction;
    gint64 began;            /* when the transaction began */
    guint pages_in_transaction;
    EvxProgressState state;
    goffset bytes, opened_bytes, passed_bytes; /* all inputs; of those whose pages are known; with no page to read */
    goffset copy_bytes;                        /* of inputs to come that are as long as an earlier one: copies, mostly */
    guint64 known_pages;
    guint messages[EVX_N_ERRORS];
} EvxRunner;

/* The client's part of a task. */
typedef struct {
    EvxInput *input;  /* lent by the list */
    char *note;       /* what was mended */
    guint over;       /* how many pages it has, where that is more than the limit */
    GByteArray *kept; /* (nullable): EvxPageWork of the pages that the index has, where more may follow */
} EvxErrand;

void evx_errand_free (EvxErrand *errand);

/* ---- run-rows.c ---------------------------------------------------------------------------------------------- */

/** Says on stderr what is wrong with a file, or with its page (-1: none), so often for each code. */
void evx_run_say (EvxRunner *run, const char *file, gint page, int code, const char *reason);

/** Begin and end the transaction in hand, unless that was done. */
gboolean evx_run_begin (EvxRunner *run, GError **error);
gboolean evx_run_commit (EvxRunner *run, GError **error);

/** The first change of a run takes back what the collection stages said: they must look again. */
gboolean evx_run_mark_changed (EvxRunner *run, GError **error);

/** Writes the row of an input unless the index has it so. */
gboolean evx_run_put_input (EvxRunner *run, const EvxInput *input, GError **error);
void evx_run_settle_input (EvxInput *input, EvxStatus status, int code, const char *reason);

/** An input that has been dealt with, as it is; or as its document is. */
gboolean evx_run_close_input (EvxRunner *run, EvxInput *input, GError **error);
gboolean evx_run_close_input_as (EvxRunner *run, EvxInput *input, const EvxDocument *document, GError **error);

/** The document stages, and the rows of the document and its input. */
gboolean evx_run_finish (EvxRunner *run, EvxInput *input, EvxDocument *document, GError **error);

/* ---- run-stale.c --------------------------------------------------------------------------------------------- */

/**
 * evx_run_consider:
 * @task: (out) (transfer full) (nullable): what is to be done of @input; NULL if nothing
 */
gboolean evx_run_consider (EvxRunner *run, EvxInput *input, EvxTask **task, GError **error);

/** Pages of @task with work. */
guint evx_run_count_work (const EvxTask *task);

void evx_run_set_trouble (EvxDocument *document, int code, const char *reason);

/** What opening the document showed. @over: how many pages it has where that is more than the limit, or 0. */
void evx_run_set_opened (const EvxTask *task, guint over);

G_END_DECLS
