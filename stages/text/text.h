/* Words of the text layer, and whether it can be believed. */
#pragma once

#include "../stage.h"

G_BEGIN_DECLS

extern const EvxStage evx_text_stage;

/* What a text layer looks like; each stands as a figure of the same name on the page. */
typedef struct {
    guint chars;                 /* code points of all words */
    guint words;
    double text_area;            /* share of the page covered by words that show, 0..1 */
    double image_area;           /* share of the page covered by pictures, 0..1 */
    double hidden_share;         /* share of the words that are painted invisibly or under a picture */
    double unmapped_share;       /* share of the glyphs whose font has no usable map to Unicode */
    double plausible;            /* share of the words with letters that could be words, 0..1 */
    guint odd_words;             /* of fonts of which hardly a word looks like one; they bear EVX_WORD_ODD */
    guint unread;                /* letters that show where no word of the layer stands */
    double text_outside_margins; /* share of the characters that stand in the body, not in the bands at
                                  * head and foot where stamps, fax headers and page numbers stand */
} EvxTrust;

/**
 * evx_text_trust:
 * @page:     with words of a text layer, and pictures
 * @painting: (nullable): what the page paints; NULL = not known
 *
 * Looks at the text layer, and flags the words of odd fonts; decides nothing. `unread` is left 0.
 */
EvxTrust evx_text_trust (EvxPage *page, const EvxPainting *painting);

/**
 * evx_text_believable:
 * @why: (out) (nullable): static text, the first reason against; NULL if there is none
 *
 * TRUE if the characters of the layer can be taken for what the page shows. It does not say that the
 * layer is all of the page: a stamp on a scan is believable too (see text_area, image_area).
 */
gboolean evx_text_believable (const EvxTrust *trust, const char **why);

/**
 * evx_word_plausible:
 * @text: UTF-8
 *
 * Returns: 1 if @text could be a word, an abbreviation or a name of a language in Latin script, 0 if it
 * could not, -1 if nothing can be said (numbers, one or two letters, other scripts).
 */
int evx_word_plausible (const char *text, gsize length);

G_END_DECLS
