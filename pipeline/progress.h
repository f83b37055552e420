/* How far a run is, on stderr: a bar that is redrawn on a terminal, else a line every ten seconds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    guint64 documents, n_documents; /* finished, found */
    guint64 pages;                  /* read in this run */
    double n_pages;                 /* expected; an estimate while documents are still unopened */
    gboolean estimated;             /* n_pages is */
    guint64 failed;                 /* pages that could not be read */
} EvxProgressState;

typedef struct _EvxProgress EvxProgress;

EvxProgress *evx_progress_new (const char *verb, gboolean quiet);
void evx_progress_free (EvxProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxProgress, evx_progress_free)

/** Cheap to call often: draws at most ten times a second. */
void evx_progress_update (EvxProgress *progress, const EvxProgressState *state);

/** As cheap, for what comes before the first page: draws @text in place of the bar. */
void evx_progress_say (EvxProgress *progress, const char *text);

/** Takes the bar away, so that other lines can be printed; the next update draws it again. */
void evx_progress_clear (EvxProgress *progress);

/** Returns: (transfer full): "40 s", "12 min", "3 h 5 min". */
char *evx_progress_duration (double seconds);

G_END_DECLS
