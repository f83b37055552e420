/* Words anywhere on a page, boxes of any size: lines, blocks and tables must stay in range. */
#include "layout/layout.h"
#include "pack.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define RECORD 9 /* bytes a word: x, y, width, height as 16 bits, then its text */

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    static gpointer self;
    if (self == NULL && evx_layout_stage.open != NULL) {
        g_autoptr (EvxOptions) options = evx_options_new ();
        self = evx_layout_stage.open (options, NULL);
    }
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    g_autoptr (EvxDocument) document = evx_document_new ("0", "fuzz");
    page->reading = EVX_READING_TEXT;
    for (; size >= RECORD; data += RECORD, size -= RECORD) {
        gint16 v[4];
        memcpy (v, data, sizeof v);
        char text[] = { (char) ('0' + data[8] % 75), (char) ('0' + data[8] % 10), '\0' };
        evx_page_add_word (page, text, -1, (EvxBox) { v[0], v[1], v[0] + v[2], v[1] + v[3] }, 1,
                           EVX_ORIGIN_TEXT);
    }
    evx_layout_stage.page (self, document, NULL, page, NULL);
    g_autoptr (GBytes) packed = evx_page_pack (page);
    g_autoptr (EvxPage) back = evx_page_unpack (packed, NULL);
    g_assert_nonnull (back); /* every index in range */
    return 0;
}
