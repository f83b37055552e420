/* Words and ruling lines anywhere on a page, boxes of any size, sheets that lie sideways: lines, blocks
 * and tables must stay in range. */
#include "layout/layout.h"
#include "pack.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Bytes a thing: x, y, width, height as 16 bits, then a word's text, or one of those below. */
#define RECORD 9
#define RULE_ACROSS 255
#define RULE_DOWN 254
#define TURN 253

static void
add_thing (EvxPage *page, const guint8 *data)
{
    gint16 v[4];
    memcpy (v, data, sizeof v);
    EvxBox box = { v[0], v[1], v[0] + v[2], v[1] + v[3] };
    EvxRule rule = { .box = box, .vertical = data[8] == RULE_DOWN };
    char text[] = { (char) ('0' + data[8] % 75), (char) ('0' + data[8] % 10), '\0' };
    if (data[8] == TURN)
        page->turned = 90 * (v[0] & 3);
    else if (data[8] >= RULE_DOWN)
        g_array_append_val (page->rules, rule);
    else
        evx_page_add_word (page, text, -1, box, 1, EVX_ORIGIN_TEXT);
}

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
    for (; size >= RECORD; data += RECORD, size -= RECORD)
        add_thing (page, data);
    evx_layout_stage.page (self, document, NULL, page, NULL);
    g_autoptr (GBytes) packed = evx_page_pack (page);
    g_autoptr (EvxPage) back = evx_page_unpack (packed, NULL);
    g_assert_nonnull (back); /* every index in range */
    return 0;
}
