/* Clauses: between the cue that ends at @from and the mention that begins at @to. */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

/* A verb of the past is joined on that the cue does not govern: "barred ICE from the jails and ended transfers". */
gboolean evx_clause_parts (const EvxFlow *flow, guint32 from, guint32 to);
/* The word at @at tells what happened: a form of the past with a subject before it and an object behind, in a unit that
 * ends at @limit: "Mr. Duran received written notice", not "is handed a copy", "inmates received from the county". */
gboolean evx_clause_tells_past (const EvxFlow *flow, guint32 at, guint32 limit);
/* Between the tokens an official has the word: "critics say, but the sheriff said". */
gboolean evx_clause_is_said_by_official (const EvxFlow *flow, guint32 from, guint32 to);
/* The sentence begins with a clause of "although", "because", in which one of the tokens @a and @b stands, the other
 * behind its comma. */
gboolean evx_clause_begins_between (const EvxFlow *flow, const EvxSentence *s, guint32 a, guint32 b);
/* A relative clause tells of what befell somebody: "to pay those who were held". */
gboolean evx_clause_is_of_past (const EvxFlow *flow, guint32 from, guint32 to);

G_END_DECLS
