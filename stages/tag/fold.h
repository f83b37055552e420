/* Words as they are compared. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EVX_FOLD_MAX 48

/* Folds one word: lower case, no accents, ligatures apart, hyphens and apostrophes dropped. Returns
 * its length, 0 for a word that is too long or holds other scripts. */
guint evx_fold_word (const char *text, gsize length, char out[EVX_FOLD_MAX]);

/* Maps letters that OCR confuses to one: rn m, l I 1, 0 O, e c. */
guint evx_skeleton (const char *folded, guint length, char out[EVX_FOLD_MAX]);

G_END_DECLS
