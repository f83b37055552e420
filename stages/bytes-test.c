/* Bytes written whole, and what they hash to. */
#include "bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

/* FIPS 180-4, the example of one block. */
#define SHA256_OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void
test_a_file_has_the_hash_of_its_bytes (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp (NULL, &path, &error);
    g_assert_no_error (error);
    g_assert_true (evx_write_all (fd, "abc", 3));
    g_assert_cmpint (close (fd), ==, 0);
    g_autofree char *hash = evx_sha256_file (path);
    g_assert_cmpstr (hash, ==, SHA256_OF_ABC);
    g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_a_file_that_is_not_there_has_no_hash (void)
{
    g_assert_null (evx_sha256_file ("/nonexistent/file"));
    g_assert_cmpint (errno, ==, ENOENT);
    g_assert_null (evx_sha256_file ("/"));
    g_assert_cmpint (errno, ==, EISDIR);
}

enum { LENGTH = 1 << 20 };

static void
ring (int number)
{
    (void) number;
}

/* Writes with a signal every millisecond, which ends a write that waits with what was written so far. */
G_NORETURN static void
write_disturbed (int fd)
{
    struct sigaction act = { .sa_handler = ring }; /* without SA_RESTART */
    struct itimerval every = { { 0, 1000 }, { 0, 1000 } };
    guint8 *bytes = g_malloc0 (LENGTH);
    sigaction (SIGALRM, &act, NULL);
    setitimer (ITIMER_REAL, &every, NULL);
    _exit (evx_write_all (fd, bytes, LENGTH) ? 0 : 1);
}

static void
test_a_write_that_is_interrupted_goes_on (void)
{
    int ends[2];
    g_assert_cmpint (pipe (ends), ==, 0);
    if (fork () == 0)
        write_disturbed (ends[1]);
    close (ends[1]);
    g_usleep (20000); /* the pipe is full by then */
    gsize all = 0;
    char block[4096];
    for (gssize got; (got = read (ends[0], block, sizeof block)) > 0;)
        all += (gsize) got;
    g_assert_cmpuint (all, ==, LENGTH);
    close (ends[0]);
}

static void
test_what_cannot_be_written_is_told (void)
{
    int null = g_open ("/dev/null", O_RDONLY, 0);
    g_assert_false (evx_write_all (null, "x", 1));
    g_assert_cmpint (errno, ==, EBADF);
    close (null);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bytes/a file has the hash of its bytes", test_a_file_has_the_hash_of_its_bytes);
    g_test_add_func ("/bytes/a file that is not there has no hash", test_a_file_that_is_not_there_has_no_hash);
    g_test_add_func ("/bytes/a write that is interrupted goes on", test_a_write_that_is_interrupted_goes_on);
    g_test_add_func ("/bytes/what cannot be written is told", test_what_cannot_be_written_is_told);
    return g_test_run ();
}
