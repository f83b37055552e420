/* Text folded so that cues match what OCR and typists make of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * evx_fold_append:
 * @folded: ends with ' ' or is empty
 * @text:   UTF-8, @length bytes; '\n' ends a line
 *
 * Appends the words of @text, each followed by one space: lower case, accents and everything but
 * letters and digits dropped, and what OCR confuses made one (0 = o, 1 | i = l, 5 = s, 8 = b). A
 * line end becomes the word "\n".
 */
void evx_fold_append (GString *folded, const char *text, gsize length);

/** Returns: (transfer full): @text folded, with one space before and after. */
char *evx_fold (const char *text);

/** The same of @length bytes that begin a line, for cues with "^". */
char *evx_fold_line (const char *line, gsize length);

/**
 * evx_fold_has:
 * @folded: from evx_fold
 * @cue:    plain lower-case words, of no more than 120 bytes; folded here, so "i-247" finds "l-247"; a
 * leading "^" means: at the beginning of a line
 *
 * Returns: how often the words stand in @folded, as whole words; a last "*" takes any ending.
 */
guint evx_fold_has (const char *folded, const char *cue);

/** Returns: (transfer none) (nullable): the first of @cues, parted by '|', that stands in @folded: @length bytes of
 * @cues. */
const char *evx_fold_first_of (const char *folded, const char *cues, gsize *length);

/** TRUE if one of @cues, parted by '|', stands in @folded. */
gboolean evx_fold_has_any (const char *folded, const char *cues);

/** Returns: (transfer none): the last @n words of @folded, from the blank before them. */
const char *evx_fold_tail (const char *folded, guint n);

/** Returns: (transfer none): @at, or behind it where the next character begins, if it lies within one: patterns are
 * matched against whole characters only. */
const char *evx_whole_character (const char *at);

G_END_DECLS
