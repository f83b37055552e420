/* A page as bytes: whatever a taken-over worker may send. What is accepted must pack again. */
#include "pack.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    g_autoptr (GBytes) bytes = g_bytes_new (data, size);
    g_autoptr (EvxPage) page = evx_page_unpack (bytes, NULL);
    if (page != NULL) {
        g_autoptr (GBytes) again = evx_page_pack (page);
        g_autoptr (EvxPage) back = evx_page_unpack (again, NULL);
        g_assert_nonnull (back);
    }
    return 0;
}
