/* Frames on a pipe. */
#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    int from, to;
    EvxFrameReader *reader;
} Pipe;

static void
pipe_open (Pipe *p, G_GNUC_UNUSED gconstpointer data)
{
    int fds[2];
    g_assert_cmpint (pipe2 (fds, O_NONBLOCK), ==, 0);
    p->from = fds[0];
    p->to = fds[1];
    p->reader = evx_frame_reader_new ();
}

static void
pipe_close (Pipe *p, G_GNUC_UNUSED gconstpointer data)
{
    close (p->from);
    close (p->to);
    evx_frame_reader_free (p->reader);
}

static void
test_frames_arrive_in_order_and_whole (Pipe *p, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    EvxFrame frame;
    g_assert_true (evx_frame_write (p->to, EVX_FRAME_READ, 2, 7, NULL, 0));
    g_assert_true (evx_frame_write (p->to, EVX_FRAME_PAGE, 0, 7, "abc", 3));
    g_assert_cmpint (evx_frame_reader_fill (p->reader, p->from), ==, 35);
    g_assert_true (evx_frame_reader_next (p->reader, &frame, &error));
    g_assert_cmpuint (frame.type, ==, EVX_FRAME_READ);
    g_assert_cmpuint (frame.flags, ==, 2);
    g_assert_cmpuint (frame.page, ==, 7);
    g_assert_true (evx_frame_reader_next (p->reader, &frame, &error));
    g_assert_cmpmem (frame.payload, frame.length, "abc", 3);
    g_assert_false (evx_frame_reader_next (p->reader, &frame, &error));
    g_assert_no_error (error);
    g_assert_false (evx_frame_reader_torn (p->reader));
}

static void
test_a_frame_larger_than_the_buffer_arrives (Pipe *p, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GByteArray) out = g_byte_array_new ();
    g_autofree guint8 *payload = g_malloc (1000000);
    EvxFrame frame;
    for (guint i = 0; i < 1000000; i++)
        payload[i] = (guint8) (i * 7);
    evx_frame_append (out, EVX_FRAME_PAGE, 0, 1, payload, 1000000);
    gboolean whole = FALSE;
    for (gsize sent = 0; !whole;) {
        gssize wrote = write (p->to, out->data + sent, MIN (out->len - sent, 5000));
        sent += wrote > 0 ? (gsize) wrote : 0;
        g_assert_cmpint (evx_frame_reader_fill (p->reader, p->from), >, 0);
        whole = evx_frame_reader_next (p->reader, &frame, &error);
        g_assert_no_error (error);
    }
    g_assert_cmpmem (frame.payload, frame.length, payload, 1000000);
}

static void
test_a_torn_frame_is_noticed (Pipe *p, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GByteArray) out = g_byte_array_new ();
    EvxFrame frame;
    evx_frame_append (out, EVX_FRAME_PAGE, 0, 1, "abcdef", 6);
    g_assert_cmpint (write (p->to, out->data, 18), ==, 18);
    evx_frame_reader_fill (p->reader, p->from);
    g_assert_false (evx_frame_reader_next (p->reader, &frame, &error));
    g_assert_no_error (error);
    g_assert_true (evx_frame_reader_torn (p->reader));
}

static void
test_bytes_that_are_no_frame_are_a_breach (Pipe *p, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    EvxFrame frame;
    g_assert_cmpint (write (p->to, "0123456789abcdef", 16), ==, 16);
    evx_frame_reader_fill (p->reader, p->from);
    g_assert_false (evx_frame_reader_next (p->reader, &frame, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_PROTOCOL);
}

static void
test_a_length_past_the_limit_is_a_breach (Pipe *p, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GByteArray) out = g_byte_array_new ();
    EvxFrame frame;
    evx_frame_append (out, EVX_FRAME_PAGE, 0, 1, NULL, 0);
    memset (out->data + 12, 0xff, 4);
    g_assert_cmpint (write (p->to, out->data, 16), ==, 16);
    evx_frame_reader_fill (p->reader, p->from);
    g_assert_false (evx_frame_reader_next (p->reader, &frame, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_PROTOCOL);
}

#define TEST(name, func) g_test_add ("/frame/" name, Pipe, NULL, pipe_open, func, pipe_close)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    TEST ("frames arrive in order and whole", test_frames_arrive_in_order_and_whole);
    TEST ("a frame larger than the buffer arrives", test_a_frame_larger_than_the_buffer_arrives);
    TEST ("a torn frame is noticed", test_a_torn_frame_is_noticed);
    TEST ("bytes that are no frame are a breach", test_bytes_that_are_no_frame_are_a_breach);
    TEST ("a length past the limit is a breach", test_a_length_past_the_limit_is_a_breach);
    return g_test_run ();
}
