/* A settings file. */
#include "options.h"

#include <glib/gstdio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp ("evidex-fuzz-XXXXXX", &path, NULL);
    g_autoptr (EvxOptions) options = evx_options_new ();
    g_autoptr (GError) error = NULL;
    g_close (fd, NULL);
    g_file_set_contents (path, (const char *) data, (gssize) size, NULL);
    if (!evx_options_load (options, path, &error))
        g_assert_error (error, EVX_ERROR, EVX_ERROR_USAGE);
    remove (path);
    return 0;
}
