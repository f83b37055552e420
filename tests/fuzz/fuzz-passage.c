/* Any text through the tagger: every mention must lie within it. */
#include "tag/tag.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
    static gpointer self; /* the lexicon is loaded once */
    if (self == NULL) {
        g_autoptr (EvxOptions) options = evx_options_new ();
        self = evx_tag_stage.open (options, NULL);
    }
    g_autoptr (EvxPage) page = evx_page_from_passage ((const char *) data, size);
    g_autoptr (EvxDocument) document = evx_document_new ("0", "fuzz");
    g_assert_true (evx_tag_stage.page (self, document, NULL, page, NULL));
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        g_assert_cmpuint (mention->start, <, mention->end);
        g_assert_cmpuint (mention->end, <=, page->text->len);
        g_assert_cmpuint (mention->first_word + mention->n_words, <=, page->words->len);
        g_assert_true (g_utf8_validate (mention->quote, -1, NULL));
    }
    return 0;
}
