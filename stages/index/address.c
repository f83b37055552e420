/* Addresses of databases. Whatever may hold a password is in no message: neither the address, nor what libpq
 * says of one that it does not understand, for it repeats the part it stumbles over. */
#include "address.h"

#include <libpq-fe.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PQconninfoOption, PQconninfoFree)

gboolean
evx_address_is (const char *text)
{
    return g_str_has_prefix (text, "postgresql://") || g_str_has_prefix (text, "postgres://");
}

/* Takes "schema=NAME" out of what follows the question mark. */
static char *
take_schema (const char *address, char **schema)
{
    const char *query = strchr (address, '?');
    if (query == NULL)
        return g_strdup (address);
    GString *rest = g_string_new_len (address, query - address);
    g_auto (GStrv) parts = g_strsplit (query + 1, "&", -1);
    char mark = '?';
    for (guint i = 0; parts[i] != NULL; i++) {
        if (g_str_has_prefix (parts[i], "schema=")) {
            g_free (*schema);
            *schema = g_uri_unescape_string (parts[i] + strlen ("schema="), NULL);
            if (*schema == NULL)
                *schema = g_strdup (""); /* which names none, and is refused */
            continue;
        }
        g_string_append_printf (rest, "%c%s", mark, parts[i]);
        mark = '&';
    }
    return g_string_free (rest, FALSE);
}

/* A password with '@', '/' or '?' in it would be taken apart, and its end be shown as a host. */
static gboolean
is_plain (const char *address)
{
    const char *rest = strstr (address, "://") + 3;
    const char *at = strchr (rest, '@');
    return at == NULL || (strchr (at + 1, '@') == NULL && (gsize) (at - rest) < strcspn (rest, "/?"));
}

gboolean
evx_address_split (const char *address, char **conninfo, char **schema, GError **error)
{
    g_autofree char *name = NULL;
    if (!evx_address_is (address)) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE,
                             "the address of a database begins with postgresql://, as in "
                             "postgresql://user@host/database");
        return FALSE;
    }
    if (!is_plain (address)) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE,
                             "the address has an '@' that does not stand between user and host; write %40 for it (and "
                             "in a password %2F for '/', %3F for '?'), or keep the password in ~/.pgpass");
        return FALSE;
    }
    g_autofree char *plain = take_schema (address, &name);
    g_autoptr (PQconninfoOption) options = PQconninfoParse (plain, NULL);
    if (options == NULL) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_USAGE,
                             "PostgreSQL does not understand the address; it looks like "
                             "postgresql://user@host:port/database?option=value");
        return FALSE;
    }
    *conninfo = g_steal_pointer (&plain);
    *schema = g_steal_pointer (&name);
    return TRUE;
}

/* ---- to be shown ------------------------------------------------------------------------------------ */

/* "?host=…&schema=…", the passwords left out. */
static void
add_options (GString *shown, const char *query)
{
    g_auto (GStrv) parts = g_strsplit (query, "&", -1);
    char mark = '?';
    for (guint i = 0; parts[i] != NULL; i++) {
        if (g_str_has_prefix (parts[i], "password=") || g_str_has_prefix (parts[i], "sslpassword="))
            continue;
        g_string_append_printf (shown, "%c%s", mark, parts[i]);
        mark = '&';
    }
}

char *
evx_address_shown (const char *text)
{
    g_autofree char *conninfo = NULL, *schema = NULL;
    if (!evx_address_is (text))
        return g_strdup (text);
    if (!evx_address_split (text, &conninfo, &schema, NULL))
        return g_strdup ("postgresql://...");
    const char *rest = strstr (text, "://") + 3;
    const char *at = strchr (rest, '@'), *query = strchr (rest, '?');
    gsize user = at != NULL ? strcspn (rest, ":@") : 0;
    const char *host = at != NULL ? at : rest;
    GString *shown = g_string_new_len (text, rest - text);
    g_string_append_len (shown, rest, (gssize) user);
    g_string_append_len (shown, host, query != NULL ? query - host : (gssize) strlen (host));
    if (query != NULL)
        add_options (shown, query + 1);
    return g_string_free (shown, FALSE);
}
