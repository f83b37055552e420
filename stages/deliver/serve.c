/* The reading page over HTTP. Each request passes the same gates in the same order: is the host one of
 * ours, is the method allowed for the path, does a write carry the token and come from our page. */
#include "serve.h"

#include "../index/shared.h"
#include "answers.h"
#include "json.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

/* While a run writes, the catalog is made anew so seldom that it takes at most a twentieth of the time. */
#define REST 20
#define MAX_BODY (64 * 1024) /* a review is a few lines */

struct _EvxServer {
    SoupServer *soup;
    EvxIndex *index;
    EvxReviews *reviews;
    EvxCatalog *catalog;
    GHashTable *kept;  /* question -> answer that depends on the index alone */
    gint64 changes;    /* of the index when the catalog was made */
    gint64 fresh_from; /* monotonic time from which a changed index is read again */
    char *host;
    char *token; /* 128 random bits, new for each start */
    EvxPageImageFunc image;
    gpointer user;
};

/* ---- sending ------------------------------------------------------------------------------------ */

static void
send_bytes (SoupServerMessage *message, guint status, const char *type, GBytes *body)
{
    SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
    soup_message_headers_set_content_type (headers, type, NULL);
    if (g_bytes_get_size (body) > 0) /* libsoup takes no empty piece */
        soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
    soup_server_message_set_status (message, status, NULL);
}

/* Takes @json. */
static void
send_json (SoupServerMessage *message, guint status, char *json)
{
    g_autoptr (GBytes) body = g_bytes_new_take (json, strlen (json));
    send_bytes (message, status, "application/json", body);
}

static void
send_error (SoupServerMessage *message, guint status, const char *reason)
{
    GString *json = g_string_new ("{");
    evx_json_text (json, "error", reason);
    g_string_append_c (json, '}');
    send_json (message, status, g_string_free (json, FALSE));
}

/* Takes @answer. */
static void
send_answer (SoupServerMessage *message, char *answer, const GError *error)
{
    if (answer != NULL)
        send_json (message, SOUP_STATUS_OK, answer);
    else if (g_error_matches (error, EVX_ERROR, EVX_ERROR_NOT_FOUND))
        send_error (message, SOUP_STATUS_NOT_FOUND, error->message);
    else if (g_error_matches (error, EVX_ERROR, EVX_ERROR_USAGE))
        send_error (message, SOUP_STATUS_BAD_REQUEST, error->message);
    else
        send_error (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, error->message);
}

/* Nothing may come from elsewhere, nothing may frame the page, nothing is kept in a shared cache. */
static void
add_guards (SoupServerMessage *message)
{
    SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
    soup_message_headers_replace (headers, "Content-Security-Policy",
                                  "default-src 'self'; img-src 'self' data:; base-uri 'none'; "
                                  "form-action 'self'; frame-ancestors 'none'; object-src 'none'");
    soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
    soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
    soup_message_headers_replace (headers, "Cross-Origin-Resource-Policy", "same-origin");
    soup_message_headers_replace (headers, "Cache-Control", "no-store");
}

/* ---- the page and its files --------------------------------------------------------------------- */

static GBytes *
with_token (EvxServer *server, GBytes *page)
{
    g_autofree char *text = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
    g_autofree char *meta =
        g_strdup_printf ("name=\"evidex-token\" content=\"%s\"", server->token);
    g_autoptr (GString) out = g_string_new (text);
    g_string_replace (out, "name=\"evidex-token\" content=\"\"", meta, 1);
    return g_bytes_new (out->str, out->len);
}

static void
send_file (EvxServer *server, SoupServerMessage *message, const char *path)
{
    static const struct {
        const char *path, *resource, *type;
    } files[] = {
        { "/", "page.html", "text/html; charset=utf-8" },
        { "/style.css", "style.css", "text/css; charset=utf-8" },
        { "/source.js", "source.js", "text/javascript; charset=utf-8" },
        { "/app.js", "app.js", "text/javascript; charset=utf-8" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        if (strcmp (path, files[i].path) != 0)
            continue;
        g_autofree char *name = g_strconcat ("/evidex/deliver/web/", files[i].resource, NULL);
        g_autoptr (GBytes) file = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
        g_autoptr (GBytes) body = i == 0 ? with_token (server, file) : g_bytes_ref (file);
        send_bytes (message, SOUP_STATUS_OK, files[i].type, body);
        return;
    }
    if (strcmp (path, "/index.js") == 0) { /* only a published site has its records there */
        g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
        send_bytes (message, SOUP_STATUS_OK, "text/javascript; charset=utf-8", empty);
        return;
    }
    send_error (message, SOUP_STATUS_NOT_FOUND, "there is no such page");
}

/* "/page/DOCUMENT/N.png" and nothing else: a document is 64 hex digits, so no path can be climbed. */
static gboolean
parse_image_path (const char *path, char document_id[65], guint *page)
{
    guint64 number;
    if (!g_str_has_prefix (path, "/page/") || strlen (path) < 6 + 64 + 6 || path[70] != '/')
        return FALSE;
    for (guint i = 0; i < 64; i++)
        if (!g_ascii_isxdigit (path[6 + i]))
            return FALSE;
    g_autofree char *digits = g_strdup (path + 71);
    if (!g_str_has_suffix (digits, ".png"))
        return FALSE;
    digits[strlen (digits) - 4] = '\0';
    if (!g_ascii_string_to_unsigned (digits, 10, 1, G_MAXINT32, &number, NULL))
        return FALSE;
    memcpy (document_id, path + 6, 64);
    document_id[64] = '\0';
    *page = (guint) number - 1;
    return TRUE;
}

static void
send_image (EvxServer *server, SoupServerMessage *message, const char *path)
{
    char document_id[65];
    guint page;
    g_autoptr (GError) error = NULL;
    if (!parse_image_path (path, document_id, &page)) {
        send_error (message, SOUP_STATUS_NOT_FOUND, "there is no such page image");
        return;
    }
    g_autoptr (GBytes) image = server->image (server->user, document_id, page, &error);
    if (image != NULL)
        send_bytes (message, SOUP_STATUS_OK, "image/png", image);
    else
        send_error (message, SOUP_STATUS_NOT_FOUND, error->message);
}

/* ---- questions ---------------------------------------------------------------------------------- */

/* name -> value; the last one given counts. */
static GHashTable *
parse_query (GUri *uri)
{
    const char *text = g_uri_get_query (uri);
    GHashTable *query = g_uri_parse_params (text ? text : "", -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
    return query ? query : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static const char *
value_of (GHashTable *query, const char *name)
{
    const char *value = g_hash_table_lookup (query, name);
    return value ? value : "";
}

/* Reads the catalog, again if the index has changed since. */
static gboolean
refresh (EvxServer *server, GError **error)
{
    gboolean renewed;
    if (!evx_shared_renew (&server->index, &renewed, error))
        return FALSE;
    if (renewed)
        g_clear_pointer (&server->catalog, evx_catalog_free);
    gint64 changes = evx_index_changes (server->index), begin = g_get_monotonic_time ();
    if (server->catalog != NULL && (changes == server->changes || begin < server->fresh_from))
        return TRUE;
    EvxCatalog *catalog = evx_catalog_new (server->index, error);
    if (catalog == NULL)
        return FALSE;
    g_clear_pointer (&server->catalog, evx_catalog_free);
    server->catalog = catalog;
    server->changes = changes;
    server->fresh_from = g_get_monotonic_time () + REST * (g_get_monotonic_time () - begin);
    g_hash_table_remove_all (server->kept);
    return TRUE;
}

/* What depends on the index alone is asked of it once. */
static char *
kept_answer (EvxServer *server, const char *what, char *(*answer) (EvxIndex *, GError **), GError **error)
{
    char *kept = g_hash_table_lookup (server->kept, what);
    if (kept == NULL) {
        kept = answer (server->index, error);
        if (kept == NULL)
            return NULL;
        g_hash_table_insert (server->kept, g_strdup (what), kept);
    }
    return g_strdup (kept);
}

static void
answer_question (EvxServer *server, SoupServerMessage *message, const char *what)
{
    g_autoptr (GHashTable) query = parse_query (soup_server_message_get_uri (message));
    g_autoptr (GError) error = NULL;
    char *answer = NULL;
    if (!refresh (server, &error))
        answer = NULL;
    else if (strcmp (what, "ledger") == 0)
        answer = kept_answer (server, what, evx_answer_ledger, &error);
    else if (strcmp (what, "search") == 0)
        answer = evx_answer_search (server->index, server->catalog, server->reviews, query, &error);
    else if (strcmp (what, "mention") == 0)
        answer = evx_answer_mention (server->index, server->reviews, value_of (query, "id"), &error);
    else if (strcmp (what, "page") == 0)
        answer = evx_answer_page (server->index, value_of (query, "document"),
                                  (guint) g_ascii_strtoull (value_of (query, "page"), NULL, 10), &error);
    else if (strcmp (what, "findings") == 0)
        answer = kept_answer (server, what, evx_answer_findings, &error);
    else if (strcmp (what, "years") == 0)
        answer = kept_answer (server, what, evx_answer_years, &error);
    else if (strcmp (what, "unread") == 0)
        answer = kept_answer (server, what, evx_answer_unread, &error);
    else
        g_set_error_literal (&error, EVX_ERROR, EVX_ERROR_NOT_FOUND, "there is no such question");
    send_answer (message, answer, error);
}

static void
send_chart (EvxServer *server, SoupServerMessage *message)
{
    g_autoptr (GError) error = NULL;
    char *svg = refresh (server, &error) ? kept_answer (server, "chart", evx_answer_chart, &error) : NULL;
    if (svg == NULL) {
        send_answer (message, NULL, error);
        return;
    }
    g_autoptr (GBytes) body = g_bytes_new_take (svg, strlen (svg));
    send_bytes (message, SOUP_STATUS_OK, "image/svg+xml", body);
}

/* ---- reviews ------------------------------------------------------------------------------------ */

static const char *
member (JsonObject *object, const char *name)
{
    JsonNode *node = json_object_get_member (object, name);
    return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
               ? json_node_get_string (node)
               : "";
}

static void
take_review (EvxServer *server, SoupServerMessage *message)
{
    SoupMessageBody *body = soup_server_message_get_request_body (message);
    g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
    g_autoptr (JsonParser) parser = json_parser_new ();
    g_autoptr (GError) error = NULL;
    JsonNode *root = NULL;
    if (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes), NULL))
        root = json_parser_get_root (parser);
    if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
        send_error (message, SOUP_STATUS_BAD_REQUEST, "a review is one JSON object");
        return;
    }
    JsonObject *object = json_node_get_object (root);
    EvxReview review = { .mention_id = member (object, "mention_id"),
                         .verdict = member (object, "verdict"),
                         .reviewer = member (object, "reviewer"),
                         .reason = member (object, "reason") };
    if (!evx_reviews_add (server->reviews, &review, &error)) {
        send_answer (message, NULL, error);
        return;
    }
    send_answer (message, evx_answer_mention (server->index, server->reviews, review.mention_id, &error), error);
}

/* ---- gates -------------------------------------------------------------------------------------- */

/* The host of "name:port" or "[v6]:port", without the port. */
static char *
host_of (const char *text)
{
    const char *end = *text == '[' ? strchr (text, ']') : strrchr (text, ':');
    if (*text == '[' && end != NULL)
        return g_strndup (text + 1, (gsize) (end - text - 1));
    return end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);
}

static gboolean
is_our_host (EvxServer *server, const char *text)
{
    if (text == NULL)
        return FALSE;
    g_autofree char *host = host_of (text);
    const char *const ours[] = { "127.0.0.1", "localhost", "::1", server->host, NULL };
    return g_strv_contains (ours, host);
}

static gboolean
may_write (EvxServer *server, SoupServerMessage *message)
{
    SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
    const char *token = soup_message_headers_get_one (headers, "X-Evidex-Token");
    const char *origin = soup_message_headers_get_one (headers, "Origin");
    const char *host = soup_message_headers_get_one (headers, "Host");
    g_autofree char *own = g_strconcat ("http://", host, NULL);
    return g_strcmp0 (token, server->token) == 0 && (origin == NULL || strcmp (origin, own) == 0);
}

static void
route (EvxServer *server, SoupServerMessage *message, const char *path)
{
    gboolean get = soup_server_message_get_method (message) == SOUP_METHOD_GET ||
                   soup_server_message_get_method (message) == SOUP_METHOD_HEAD;
    gboolean post = soup_server_message_get_method (message) == SOUP_METHOD_POST;
    SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
    if (!is_our_host (server, soup_message_headers_get_one (headers, "Host")))
        send_error (message, SOUP_STATUS_FORBIDDEN, "this server does not answer for that host");
    else if (post && strcmp (path, "/api/review") == 0 && may_write (server, message))
        take_review (server, message);
    else if (post)
        send_error (message, SOUP_STATUS_FORBIDDEN, "reload the page; its permission to write is gone");
    else if (!get)
        send_error (message, SOUP_STATUS_METHOD_NOT_ALLOWED, "only GET, and POST for reviews");
    else if (strcmp (path, "/api/chart.svg") == 0)
        send_chart (server, message);
    else if (g_str_has_prefix (path, "/api/"))
        answer_question (server, message, path + strlen ("/api/"));
    else if (g_str_has_prefix (path, "/page/"))
        send_image (server, message, path);
    else
        send_file (server, message, path);
}

static void
on_request (SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user)
{
    (void) soup;
    (void) query;
    add_guards (message);
    route (user, message, path);
}

/* A body is refused while it arrives, so that no request can fill the memory. */
static void
on_chunk (SoupServerMessage *message, GBytes *chunk, gpointer user)
{
    (void) chunk;
    (void) user;
    if (soup_server_message_get_request_body (message)->length > MAX_BODY)
        g_socket_close (soup_server_message_get_socket (message), NULL);
}

static void
on_started (SoupServer *soup, SoupServerMessage *message, gpointer user)
{
    (void) soup;
    g_signal_connect (message, "got-chunk", G_CALLBACK (on_chunk), user);
}

/* ---- the server --------------------------------------------------------------------------------- */

static char *
new_token (void)
{
    GString *token = g_string_new (NULL);
    for (guint i = 0; i < 4; i++) {
        guint32 bits = 0;
        if (getentropy (&bits, sizeof bits) != 0)
            g_error ("the system gives no random numbers"); /* a guessable token is worse than no page */
        g_string_append_printf (token, "%08x", bits);
    }
    return g_string_free (token, FALSE);
}

static gboolean
listen_at (EvxServer *server, guint port, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string (server->host, port);
    if (address == NULL) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "'%s' is not an address to listen on; try 127.0.0.1", server->host);
        return FALSE;
    }
    if (!soup_server_listen (server->soup, address, 0, &local)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "cannot listen on %s port %u: %s; try --port 0",
                     server->host, port, local->message);
        return FALSE;
    }
    return TRUE;
}

EvxServer *
evx_server_new (const char *folder, const char *host, guint port, EvxPageImageFunc image, gpointer user,
                GError **error)
{
    g_autoptr (EvxServer) server = g_new0 (EvxServer, 1);
    server->index = evx_index_open (folder, error);
    server->reviews = server->index ? evx_reviews_open (folder, error) : NULL;
    if (server->reviews == NULL)
        return NULL;
    server->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    if (!refresh (server, error))
        return NULL;
    g_free (kept_answer (server, "ledger", evx_answer_ledger, NULL));
    server->host = g_strdup (host);
    server->token = new_token ();
    server->image = image;
    server->user = user;
    server->soup = soup_server_new ("server-header", "evidex", NULL);
    soup_server_add_handler (server->soup, NULL, on_request, server, NULL);
    g_signal_connect (server->soup, "request-started", G_CALLBACK (on_started), server);
    return listen_at (server, port, error) ? g_steal_pointer (&server) : NULL;
}

void
evx_server_free (EvxServer *server)
{
    if (server == NULL)
        return;
    if (server->soup != NULL)
        soup_server_disconnect (server->soup);
    g_clear_object (&server->soup);
    g_clear_pointer (&server->reviews, evx_reviews_close);
    g_clear_pointer (&server->kept, g_hash_table_unref);
    g_clear_pointer (&server->catalog, evx_catalog_free);
    g_clear_pointer (&server->index, evx_index_close);
    g_free (server->host);
    g_free (server->token);
    g_free (server);
}

char *
evx_server_address (EvxServer *server)
{
    GSList *uris = soup_server_get_uris (server->soup);
    char *text = uris ? g_uri_to_string (uris->data) : g_strdup ("");
    g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
    return text;
}
