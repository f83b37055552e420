/* Names of local agencies: finding them in text, and telling whether two names mean the same
 * agency. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * evx_agency_find:
 * @text: a line or a sentence, UTF-8
 * @from: first byte to look at
 * @end:  (out): byte after the name
 *
 * Finds "Alder County Sheriff's Office", "County of Alder", "Alder Police Department", "Sheriff del
 * Condado de Alder" and their like: a place in capitals beside a word that makes it a local agency.
 *
 * Returns: (transfer full) (nullable): the name, blanks made single, capitals-only text in title
 * case.
 */
char *evx_agency_find (const char *text, gsize from, gsize *end);

/**
 * evx_agency_key:
 * @name: (nullable): as written
 *
 * What makes an agency this agency: its place, and "police" where it is a city's. "Sheriff of Alder
 * County", "Alder Sheriff's Dept." and "County of Alder" are one key; "Alder Police" is another.
 *
 * Returns: (transfer full): "" where the name tells no place ("the Sheriff's Office"); "several" and "probation" where it
 * tells that it is not the sheriff alone.
 */
char *evx_agency_key (const char *name);

/** TRUE if @name (nullable) is that of a city's police or of a probation department: not the sheriff, whose jail it is.
 */
gboolean evx_agency_is_police (const char *name);

G_END_DECLS
