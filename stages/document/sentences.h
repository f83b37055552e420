/* The sentences of a page's text, one after the other. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

typedef struct {
    const EvxPage *page;
    const char *start, *end; /* of this sentence, in page->text: at its point, or with its paragraph or its line of a list */
    gboolean parted;         /* an empty line stands before it */
    GArray *breaks;          /* guint: bytes, in order: where the sentences of mentions begin and end */
    guint next_break;
} EvxSentences;

/** Returns: (transfer full): what stands before the first sentence of @page, which has to stay. */
EvxSentences evx_sentences (const EvxPage *page);
void evx_sentences_clear (EvxSentences *sentences);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EvxSentences, evx_sentences_clear)

/** Goes to the next sentence; the blanks before it are none of it. Returns: FALSE if there is none. */
gboolean evx_sentences_next (EvxSentences *sentences);

G_END_DECLS
