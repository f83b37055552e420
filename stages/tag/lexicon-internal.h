/* What the parts of the lexicon share: lexicon.c holds it and finds its files, lexicon-lines.c reads them,
 * lexicon-symbols.c keeps their words, lexicon-marks.c and lexicon-heads.c work out what follows from all of them. */
#pragma once

#include "lexicon.h"

G_BEGIN_DECLS

/** Returns: (transfer none): a copy of @text that lives as long as the lexicon; equal texts share one. */
const char *evx_lexicon_intern (EvxLexicon *lexicon, const char *text);

/**
 * evx_lexicon_symbol:
 * @folded: the word of a pattern in lower case, without accents
 * @prefix: "turn*": what begins so
 * @upper:  only in capitals, as "ICE"
 *
 * Returns: the symbol of the pattern, a new one where it is not known yet.
 */
guint32 evx_lexicon_symbol (EvxLexicon *lexicon, const char *folded, gboolean prefix, gboolean upper);

/** The symbol of "*ed": words with that ending. @ending keeps its accents, @folded has none. */
guint32 evx_lexicon_suffix (EvxLexicon *lexicon, const char *ending, const char *folded);

/**
 * evx_lexicon_telling:
 * The element of a term that is all words, none of them common, by which the term is known to be near: it is always
 * there.
 *
 * Returns: (transfer none) (nullable): that of the mention before that of its surroundings.
 */
const EvxElement *evx_lexicon_telling (const EvxLexicon *lexicon, const EvxTerm *term);

/** What tells a lexicon from others: the names and texts of its files. */
void evx_lexicon_add_to_hash (struct sha256_ctx *hash, const char *file, const char *text, gsize length);

/** Fills in masks and heads; again where terms have been added since. */
void evx_lexicon_fill_heads (EvxLexicon *lexicon);

G_END_DECLS
