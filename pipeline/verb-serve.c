/* evidex serve OUT: the reading page in a browser, on this machine unless told otherwise. */
#include "deliver/serve.h"
#include "drawer.h"
#include "index/shared.h"
#include "open.h"

#include <glib-unix.h>
#include <string.h>

static gboolean
stop (gpointer loop)
{
    g_main_loop_quit (loop);
    return G_SOURCE_CONTINUE;
}

typedef struct {
    EvxDrawer *drawer;
    EvxIndex *index;
} Pages;

/* A document that came since the last look is looked for again. */
static GBytes *
draw (gpointer user, const char *document_id, guint page, GError **error)
{
    Pages *pages = user;
    gboolean renewed;
    g_autoptr (GError) local = NULL;
    GBytes *image = evx_drawer_image (pages->drawer, document_id, page, &local);
    if (image != NULL)
        return image;
    if (!g_error_matches (local, EVX_ERROR, EVX_ERROR_NOT_FOUND)) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    if (!evx_shared_renew (&pages->index, &renewed, error) || !evx_drawer_learn (pages->drawer, pages->index, error))
        return NULL;
    return evx_drawer_image (pages->drawer, document_id, page, error);
}

static gboolean
serve (Pages *pages, const char *folder, const char *host, int port, GError **error)
{
    if (!evx_drawer_learn (pages->drawer, pages->index, error))
        return FALSE;
    g_autoptr (EvxServer) server = evx_server_new (folder, host, (guint) port, draw, pages, error);
    if (server == NULL)
        return FALSE;
    g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
    g_autofree char *address = evx_server_address (server);
    g_unix_signal_add (SIGINT, stop, loop);
    g_unix_signal_add (SIGTERM, stop, loop);
    g_print ("%s\n", address);
    g_printerr ("The index is open at %s; Ctrl-C ends it.\n", address);
    if (strcmp (host, "127.0.0.1") != 0 && strcmp (host, "::1") != 0)
        g_printerr ("Anyone who reaches %s can read it.\n", host);
    g_main_loop_run (loop);
    return TRUE;
}

int
evx_verb_serve (int argc, char **argv)
{
    g_autofree char *host = NULL;
    int port = 8080;
    gboolean no_sandbox = FALSE;
    const GOptionEntry entries[] = {
        { "port", 'p', 0, G_OPTION_ARG_INT, &port, "port (8080); 0 = any free one", "N" },
        { "host", 0, 0, G_OPTION_ARG_STRING, &host, "address to listen on (127.0.0.1)", "ADDRESS" },
        { "no-sandbox", 0, 0, G_OPTION_ARG_NONE, &no_sandbox, "draw pages without a sandbox", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    static const char about[] =
        "Opens a page for the browser: search, filters, each hit boxed on its page, both sides of each\n"
        "finding, review. Nothing is loaded from elsewhere. Only this machine is answered, unless --host\n"
        "names another address.\n\n"
        "  evidex serve OUT\n"
        "  evidex serve postgresql://user@host/newsroom\n\n"
        "Of an index that was published, page images are shown where the files that were read lie on this\n"
        "machine under the same paths; text, places and findings always. Reviews go to its database.";
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "OUT", about, entries, &error))
        return evx_verb_fail ("serve", error);
    if (argc != 2 || port < 0 || port > 65535)
        return evx_verb_usage ("serve", "needs one index, and a port from 0 to 65535");
    g_autoptr (EvxOptions) options = evx_options_new ();
    if (no_sandbox)
        evx_options_set (options, "no-sandbox", "true", "--no-sandbox", NULL);
    g_autoptr (EvxDrawer) drawer = evx_drawer_new (options, &error);
    if (drawer == NULL)
        return evx_verb_fail ("serve", error);
    int status = EVX_EXIT_DONE;
    Pages pages = { drawer, evx_open_index ("serve", argv[1], &status) };
    if (pages.index == NULL)
        return status;
    gboolean done = serve (&pages, argv[1], host ? host : "127.0.0.1", port, &error);
    evx_index_close (pages.index);
    return done ? EVX_EXIT_DONE : evx_verb_fail ("serve", error);
}
