/* Addresses of databases: postgresql://user@host/database, where an index is published and read from. */
#pragma once

#include "../error.h"

G_BEGIN_DECLS

/** TRUE if @text is the address of a database, not the name of a folder. */
gboolean evx_address_is (const char *text);

/** Returns: (transfer full): @text to be shown: an address without its password, a folder as it is. */
char *evx_address_shown (const char *text);

/**
 * evx_address_split:
 * @conninfo: (out) (transfer full): what libpq takes
 * @schema:   (out) (transfer full) (nullable): NAME of ?schema=NAME, which libpq does not know
 *
 * Returns: FALSE with EVX_ERROR_USAGE if it cannot be told what is the password, or libpq does not understand it.
 * Source: PostgreSQL 15, 34.1.1.2 "Connection URIs".
 */
gboolean evx_address_split (const char *address, char **conninfo, char **schema, GError **error);

G_END_DECLS
