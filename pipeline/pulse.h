/* What a worker is at, in memory that it shares with the supervisor: a word that the worker writes when a
 * stage begins and the supervisor reads when it wants to know: on its rounds, and when the worker has
 * died. It costs no system call and wakes nobody; a frame for each stage did both, five times a page.
 *
 * The worker may be hostile. It can write any word at any time, and nothing else: the memory holds that
 * word alone, no other worker has it, and its size is sealed, so that it cannot be pulled away under the
 * reader. What the word claims, the supervisor checks (evx_crew_feel_pulse). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Page in the upper half, stage in the lower: one word, so that it is never read half written. */
typedef struct {
    guint64 word;
} EvxPulse;

/**
 * evx_pulse_new:
 * @fd: (out): the memory, to pass to the worker and to close
 *
 * Returns: (transfer full): at page 0, stage 0; NULL with errno.
 */
EvxPulse *evx_pulse_new (int *fd);

/** The worker's side of @fd, which it need not keep open. Returns: (transfer full): NULL with errno. */
EvxPulse *evx_pulse_open (int fd);
void evx_pulse_free (EvxPulse *pulse);

/** @stage: 1 for the first page stage, and so on; a page whose stages have not begun has no beat. */
void evx_pulse_beat (EvxPulse *pulse, guint32 page, guint32 stage);

/** The stage that @page is at, as claimed; 0 if the last beat was for another page, or never came. */
guint32 evx_pulse_stage (const EvxPulse *pulse, guint32 page);

G_END_DECLS
