/* Forms of Spanish verbs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * evx_conjugate:
 * @verb: folded Spanish infinitive, then further stems, parted by "~": "detener~detuv~detien"
 *
 * Gives each form of the verb to @take; some come twice, some no one uses.
 *
 * Returns: FALSE if @verb does not begin with an infinitive.
 */
typedef void (*EvxFormFunc) (const char *form, gpointer data);
gboolean evx_conjugate (const char *verb, EvxFormFunc take, gpointer data);

G_END_DECLS
