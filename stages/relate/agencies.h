/* Which agency a claim or an event is about, also where its document names none. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

typedef struct _EvxAgencies EvxAgencies;

/** Learns from the agencies of the documents of @collection, which must outlive it. */
EvxAgencies *evx_agencies_new (const EvxCollection *collection);
void evx_agencies_free (EvxAgencies *agencies);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxAgencies, evx_agencies_free)

/**
 * evx_agencies_key:
 * @document: index of the document in which it stands
 * @name:     (nullable): the agency as named
 *
 * Returns: (transfer none): the key of @name; without a name, the key of the agency that the document is taken to be
 * about; "" if that is not known either.
 */
const char *evx_agencies_key (EvxAgencies *agencies, guint document, const char *name);

/** TRUE if what @document is taken to be about is the agency of its folder, and the dump has another or none. */
gboolean evx_agencies_by_folder (const EvxAgencies *agencies, guint document);

/** TRUE if some document of the collection names an agency: then "" is not one agency. */
gboolean evx_agencies_any (const EvxAgencies *agencies);

G_END_DECLS
