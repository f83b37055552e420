/* Frames on the pipe, in pieces of any length. */
#include "frame.h"

#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    int ends[2];
    EvxFrame frame;
    if (size > 60000 || pipe (ends) != 0) /* what a pipe holds without a reader */
        return 0;
    g_autoptr (EvxFrameReader) reader = evx_frame_reader_new ();
    g_assert_cmpint (write (ends[1], data, size), ==, (gssize) size);
    close (ends[1]);
    while (evx_frame_reader_fill (reader, ends[0]) > 0) {
        g_autoptr (GError) error = NULL;
        while (evx_frame_reader_next (reader, &frame, &error))
            g_assert_cmpuint (frame.length, <=, EVX_FRAME_MAX_LENGTH);
        if (error != NULL)
            break;
    }
    close (ends[0]);
    return 0;
}
