/* The clock of a worker: what counts as its time. */
#include "pool-internal.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#define LIMIT 10000000 /* us */

/* A worker whose deadline is ten seconds from now, and that has waited for a processor as told. */
static void
start_worker (EvxCrewman *worker, guint64 waited_us)
{
    *worker = (EvxCrewman){ .schedule_fd = memfd_create ("schedstat", MFD_CLOEXEC) };
    g_assert_cmpint (dprintf (worker->schedule_fd, "700 %llu000 5\n", (unsigned long long) waited_us), >, 0);
    evx_crew_set_clock (worker, LIMIT);
}

static void
let_wait (EvxCrewman *worker, guint64 waited_us)
{
    char text[64];
    int length = g_snprintf (text, sizeof text, "900 %llu000 9\n", (unsigned long long) waited_us);
    g_assert_cmpint (pwrite (worker->schedule_fd, text, (gsize) length, 0), ==, length);
}

static void
test_time_that_others_took_does_not_count (void)
{
    EvxCrewman worker;
    start_worker (&worker, 3000000);
    gint64 deadline = worker.deadline;
    g_assert_false (evx_crew_is_late (&worker, deadline - 1));
    let_wait (&worker, 7000000);
    g_assert_false (evx_crew_is_late (&worker, deadline + 3999999));
    g_assert_true (evx_crew_is_late (&worker, deadline + 4000000));
    close (worker.schedule_fd);
}

static void
test_a_wait_is_forgiven_once (void)
{
    EvxCrewman worker;
    start_worker (&worker, 0);
    gint64 deadline = worker.deadline;
    let_wait (&worker, 5000000);
    g_assert_false (evx_crew_is_late (&worker, deadline));
    g_assert_true (evx_crew_is_late (&worker, deadline + 5000000));
    close (worker.schedule_fd);
}

static void
test_where_waits_are_not_told_the_wall_counts (void)
{
    EvxCrewman worker = { .schedule_fd = -1 };
    evx_crew_set_clock (&worker, LIMIT);
    g_assert_true (evx_crew_is_late (&worker, worker.deadline));
    evx_crew_rest_clock (&worker);
    g_assert_false (evx_crew_is_late (&worker, G_MAXINT64));
}

static void
test_a_process_that_runs_is_watched (void)
{
    EvxCrewman worker = { .schedule_fd = -1 };
    evx_crew_watch (&worker, getpid ());
    if (worker.schedule_fd < 0) {
        g_test_skip ("this kernel does not tell what a process waits");
        return;
    }
    unsigned long long ran_ns = 0, waited_ns = 0;
    char text[128] = "";
    g_usleep (1000); /* the kernel adds up at the latest when a process leaves the processor */
    g_assert_cmpint (pread (worker.schedule_fd, text, sizeof text - 1, 0), >, 0);
    g_assert_cmpint (sscanf (text, "%llu %llu", &ran_ns, &waited_ns), ==, 2);
    g_assert_cmpuint (ran_ns, >, 0); /* this process has run; whether it had to wait is chance */
    close (worker.schedule_fd);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/crew/time that others took does not count", test_time_that_others_took_does_not_count);
    g_test_add_func ("/crew/a wait is forgiven once", test_a_wait_is_forgiven_once);
    g_test_add_func ("/crew/where waits are not told the wall counts", test_where_waits_are_not_told_the_wall_counts);
    g_test_add_func ("/crew/a process that runs is watched", test_a_process_that_runs_is_watched);
    return g_test_run ();
}
