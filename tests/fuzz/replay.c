/* Runs a fuzz target over saved inputs, in TAP: what libFuzzer's own main does, for any compiler. */
#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
replay (const char *path, guint number)
{
    char *data = NULL;
    gsize size = 0;
    g_autofree char *name = g_path_get_basename (path);
    gboolean read = g_file_get_contents (path, &data, &size, NULL);
    if (read)
        LLVMFuzzerTestOneInput ((const guint8 *) data, size);
    g_print ("%s %u - %s\n", read ? "ok" : "not ok", number, name);
    g_free (data);
}

int
main (int argc, char **argv)
{
    g_print ("1..%d\n", argc - 1);
    for (int i = 1; i < argc; i++)
        replay (argv[i], (guint) i);
    return 0;
}
