/* An index with damaged bytes: it is refused, or it is read without a crash. Three bytes of input are one
 * damage: where, as a share of the file in 16 bits, and what stands there. */
#include "index/index.h"

#include <glib/gstdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The bytes of a sound index of one document, made once. */
static void
make_index (char **bytes, gsize *length)
{
    g_autofree char *folder = g_dir_make_tmp ("evidex-fuzz-XXXXXX", NULL);
    g_autofree char *file = g_build_filename (folder, "index.db", NULL);
    g_autofree char *lock = g_build_filename (folder, "lock", NULL);
    g_autoptr (EvxDocument) document = evx_document_new ("0", "fuzz");
    g_autoptr (EvxIndex) index = evx_index_create (folder, NULL);
    evx_index_put_document (index, document, NULL);
    evx_index_log (index, "start", "{}", NULL);
    evx_index_close (g_steal_pointer (&index));
    g_assert_true (g_file_get_contents (file, bytes, length, NULL));
    g_remove (file);
    g_remove (lock);
    g_rmdir (folder);
}

static void
read_index (const char *folder)
{
    gint64 broken = 0;
    g_autoptr (EvxIndex) index = evx_index_open (folder, NULL);
    if (index == NULL)
        return;
    evx_index_check (index, NULL);
    evx_index_check_log (index, &broken, NULL);
    g_autoptr (EvxDocument) document = evx_index_document (index, "0", NULL);
    g_autofree char *digest = evx_index_digest (index, "0", NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    static char *sound;
    static gsize length;
    if (sound == NULL)
        make_index (&sound, &length);
    g_autofree char *folder = g_dir_make_tmp ("evidex-fuzz-XXXXXX", NULL);
    g_autofree char *file = g_build_filename (folder, "index.db", NULL);
    g_autofree char *bytes = g_memdup2 (sound, length);
    for (; size >= 3; data += 3, size -= 3)
        bytes[(data[0] | (gsize) data[1] << 8) * length >> 16] = (char) data[2];
    g_assert_true (g_file_set_contents (file, bytes, (gssize) length, NULL));
    read_index (folder);
    static const char *const left[] = { "index.db", "index.db-wal", "index.db-shm" };
    for (guint i = 0; i < G_N_ELEMENTS (left); i++) {
        g_autofree char *path = g_build_filename (folder, left[i], NULL);
        g_remove (path);
    }
    g_rmdir (folder);
    return 0;
}
