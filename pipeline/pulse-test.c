/* The pulse of a worker, and how far it is believed. */
#include "pool-internal.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct {
    EvxPulse *ours, *theirs;
    int fd;
} Pair;

static void
pair_open (Pair *p, G_GNUC_UNUSED gconstpointer data)
{
    p->ours = evx_pulse_new (&p->fd);
    g_assert_nonnull (p->ours);
    p->theirs = evx_pulse_open (p->fd);
    g_assert_nonnull (p->theirs);
}

static void
pair_close (Pair *p, G_GNUC_UNUSED gconstpointer data)
{
    evx_pulse_free (p->ours);
    evx_pulse_free (p->theirs);
    close (p->fd);
}

static void
test_a_beat_is_seen_by_the_other_side (Pair *p, G_GNUC_UNUSED gconstpointer data)
{
    g_assert_cmpuint (evx_pulse_stage (p->ours, 0), ==, 0);
    evx_pulse_beat (p->theirs, 70000, 3);
    g_assert_cmpuint (evx_pulse_stage (p->ours, 70000), ==, 3);
}

static void
test_a_beat_is_for_its_page_alone (Pair *p, G_GNUC_UNUSED gconstpointer data)
{
    evx_pulse_beat (p->theirs, 7, 2);
    g_assert_cmpuint (evx_pulse_stage (p->ours, 6), ==, 0);
    g_assert_cmpuint (evx_pulse_stage (p->ours, 8), ==, 0);
}

static void
test_the_memory_cannot_be_pulled_away (Pair *p, G_GNUC_UNUSED gconstpointer data)
{
    g_assert_cmpint (ftruncate (p->fd, 0), ==, -1);
    g_assert_cmpint (errno, ==, EPERM);
    g_assert_cmpint (ftruncate (p->fd, 1 << 20), ==, -1);
    g_assert_cmpint (errno, ==, EPERM);
}

static void
test_only_a_later_stage_of_the_page_at_hand_is_believed (Pair *p, G_GNUC_UNUSED gconstpointer data)
{
    gint64 limits_us[] = { 1, 2, 3, 4 };
    const EvxPool pool = { .n_stages = 3, .limits_us = limits_us };
    EvxCrewman worker = { .pulse = p->ours, .kill_code = EVX_NONE, .schedule_fd = -1 };
    const struct {
        guint32 page, stage;
        guint believed;
    } claims[] = { { 5, 2, 2 }, { 5, 1, 2 }, { 5, 4, 2 }, { 6, 3, 2 }, { 5, 3, 3 }, { 5, 3, 3 } };
    g_queue_push_tail (&worker.pages, GUINT_TO_POINTER (5));
    for (guint i = 0; i < G_N_ELEMENTS (claims); i++) {
        gboolean begins = claims[i].believed > worker.stage;
        worker.deadline = 0;
        evx_pulse_beat (p->theirs, claims[i].page, claims[i].stage);
        evx_crew_feel_pulse (&pool, &worker);
        g_assert_cmpuint (worker.stage, ==, claims[i].believed);
        g_assert_cmpint (worker.deadline != 0, ==, begins);
    }
    g_queue_clear (&worker.pages);
}

static void
test_the_stage_of_a_worker_that_was_killed_stands (Pair *p, G_GNUC_UNUSED gconstpointer data)
{
    gint64 limits_us[] = { 1, 2, 3 };
    const EvxPool pool = { .n_stages = 2, .limits_us = limits_us };
    EvxCrewman worker = { .pulse = p->ours, .kill_code = EVX_ERROR_PAGE_TIMEOUT, .stage = 1 };
    g_queue_push_tail (&worker.pages, GUINT_TO_POINTER (5));
    evx_pulse_beat (p->theirs, 5, 2);
    evx_crew_feel_pulse (&pool, &worker);
    g_assert_cmpuint (worker.stage, ==, 1);
    g_queue_clear (&worker.pages);
}

#define TEST(name, func) g_test_add ("/pulse/" name, Pair, NULL, pair_open, func, pair_close)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    TEST ("a beat is seen by the other side", test_a_beat_is_seen_by_the_other_side);
    TEST ("a beat is for its page alone", test_a_beat_is_for_its_page_alone);
    TEST ("the memory cannot be pulled away", test_the_memory_cannot_be_pulled_away);
    TEST ("only a later stage of the page at hand is believed",
          test_only_a_later_stage_of_the_page_at_hand_is_believed);
    TEST ("the stage of a worker that was killed stands", test_the_stage_of_a_worker_that_was_killed_stands);
    return g_test_run ();
}
