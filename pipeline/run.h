/* A run from inputs to index: what `evidex run` and `evidex retry` share. */
#pragma once

#include "index/index.h"
#include "stage.h"

G_BEGIN_DECLS

typedef struct {
    const char *verb;            /* for messages */
    const char *const *roots;    /* files and folders; NULL: the inputs that the index knows */
    const char *out;             /* folder of the index */
    const EvxOptions *options;
    gboolean retry;              /* what failed before is stale */
    gboolean quiet, json;
    gboolean watch;              /* one round of many: a line of ledger; nothing to read yet is no error */
} EvxRunRequest;

/**
 * evx_run:
 * Reads what is stale and prints the ledger. What is finished stays, however it ends.
 *
 * Returns: the exit status, 0 or 3; -1 with an error that ended the run.
 */
int evx_run (const EvxRunRequest *request, const EvxStage *const *stages, GError **error);

/** Returns: (transfer full): the lines of the password file; NULL if none is set, or with EVX_ERROR_USAGE. */
char **evx_run_passwords (const EvxOptions *options, GError **error);

G_END_DECLS
