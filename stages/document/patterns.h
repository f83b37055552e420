/* Tables of patterns that a reader makes ready once, and the plain text that they are held against. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * evx_patterns_new:
 * @texts: @n patterns of this program's own: one that is wrong ends it
 *
 * Returns: (transfer full) (array zero-terminated=1): one for each, in the same order; free it with evx_patterns_free().
 */
GRegex **evx_patterns_new (const char *const *texts, guint n, GRegexCompileFlags flags);
void evx_patterns_free (GRegex **patterns);

/** Returns: (transfer full): @length bytes of @text, UTF-8, with each run of blanks, line ends and marks of quoted mail (">")
 * made one blank. */
char *evx_patterns_plain (const char *text, gsize length);

G_END_DECLS
