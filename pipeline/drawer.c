/* Page images for people to look at. Per picture: the parent copies the document into sealed memory,
 * hashing it; a child draws and answers 'P' and the PNG, or 'E', an error code and a message. */
#include "drawer.h"

#include "bytes.h"
#include "forker.h"
#include "intake/intake.h"
#include "pdf/pdf.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SCREEN_DPI 110.0 /* 0.13 s a page, and legible at the width of a screen */
#define KEPT_DOCUMENTS 8 /* sealed copies; a reader turns pages of one document */
#define MAX_PNG (256 << 20)

typedef struct {
    guint32 page;
    double dpi;
} Request;

typedef struct {
    char *document_id;
    gint64 size;
    int fd;
} Sealed;

struct _EvxDrawer {
    EvxOptions *options;
    EvxForker *forker;
    GQueue sealed;     /* Sealed, the latest first */
    GHashTable *paths; /* document id -> path */
};

/* ---- the child ---------------------------------------------------------------------------------- */

static void
answer (const void *data, gsize length)
{
    if (!evx_write_all (EVX_FORKER_RESULT, data, length))
        _exit (1);
}

static void
refuse (const GError *error)
{
    gint32 code = error->domain == EVX_ERROR ? error->code : EVX_ERROR_INTERNAL;
    answer ("E", 1);
    answer (&code, sizeof code);
    answer (error->message, strlen (error->message));
    _exit (0);
}

/* Never more than page-pixels: a poster is drawn smaller. */
static double
fitting_dpi (const EvxOptions *options, const EvxPage *page, double dpi)
{
    double pixels = page->width * page->height * dpi * dpi / (72.0 * 72.0);
    double most = evx_options_real (options, "page-pixels");
    return pixels > most ? dpi * sqrt (most / pixels) : dpi;
}

static void
draw (gconstpointer asked, goffset size, gpointer options)
{
    const Request *request = asked;
    g_autoptr (GError) error = NULL;
    void *data = mmap (NULL, (gsize) size, PROT_READ, MAP_PRIVATE, EVX_FORKER_INPUT, 0);
    if (data == MAP_FAILED)
        _exit (1);
    g_autoptr (GBytes) bytes = g_bytes_new_static (data, (gsize) size);
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, &error);
    g_autoptr (EvxPage) page = pdf ? evx_pdf_page (pdf, request->page, &error) : NULL;
    g_autoptr (PIX) pix = NULL;
    if (page != NULL)
        pix = evx_pdf_render_colour (pdf, request->page, fitting_dpi (options, page, request->dpi), &error);
    if (pix == NULL)
        refuse (error);
    /* Level 1: a scan is drawn for a reader who waits, and is never kept. */
    pixSetZlibCompression (pix, 1);
    l_uint8 *png = NULL;
    size_t length = 0;
    if (pixWriteMemPng (&png, &length, pix, 0) != 0)
        _exit (1);
    answer ("P", 1);
    answer (png, length);
    _exit (0);
}

/* ---- the parent --------------------------------------------------------------------------------- */

EvxDrawer *
evx_drawer_new (const EvxOptions *options, GError **error)
{
    g_autoptr (EvxOptions) kept = evx_options_copy (options);
    EvxForker *forker = evx_forker_new (kept, "page images", sizeof (Request), draw, TRUE, kept, error);
    if (forker == NULL)
        return NULL;
    EvxDrawer *drawer = g_new0 (EvxDrawer, 1);
    drawer->options = g_steal_pointer (&kept);
    drawer->forker = forker;
    g_queue_init (&drawer->sealed);
    drawer->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    return drawer;
}

static void
free_sealed (gpointer data)
{
    Sealed *sealed = data;
    close (sealed->fd);
    g_free (sealed->document_id);
    g_free (sealed);
}

void
evx_drawer_free (EvxDrawer *drawer)
{
    if (drawer == NULL)
        return;
    evx_forker_free (drawer->forker);
    g_queue_clear_full (&drawer->sealed, free_sealed);
    g_hash_table_unref (drawer->paths);
    evx_options_free (drawer->options);
    g_free (drawer);
}

static Sealed *
find_sealed (EvxDrawer *drawer, const char *document_id)
{
    for (GList *each = drawer->sealed.head; each != NULL; each = each->next)
        if (strcmp (((Sealed *) each->data)->document_id, document_id) == 0)
            return each->data;
    return NULL;
}

static Sealed *
seal (EvxDrawer *drawer, const char *path, const char *document_id, GError **error)
{
    EvxInput input = { .path = g_strdup (path), .file = g_path_get_basename (path), .code = EVX_NONE };
    int fd = evx_intake_load (&input, drawer->options);
    Sealed *sealed = NULL;
    if (fd < 0)
        g_set_error (error, EVX_ERROR, input.code != EVX_NONE ? input.code : EVX_ERROR_UNREADABLE, "%s: %s",
                     input.file, input.reason ? input.reason : "cannot be read");
    else if (strcmp (input.document_id, document_id) != 0)
        g_set_error (error, EVX_ERROR, EVX_ERROR_CHANGED, "%s changed since it was read", input.file);
    if (fd >= 0 && strcmp (input.document_id, document_id) == 0) {
        sealed = g_new0 (Sealed, 1);
        *sealed = (Sealed) { g_strdup (document_id), input.size, fd };
        g_queue_push_head (&drawer->sealed, sealed);
        if (drawer->sealed.length > KEPT_DOCUMENTS)
            free_sealed (g_queue_pop_tail (&drawer->sealed));
    } else if (fd >= 0) {
        close (fd);
    }
    evx_input_clear (&input);
    return sealed;
}

/* Everything that comes until the end; NULL when the time is over. */
static GByteArray *
read_answer (int fd, double seconds)
{
    g_autoptr (GByteArray) answer = g_byte_array_new ();
    gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
    for (;;) {
        guint8 block[65536];
        struct pollfd wait = { fd, POLLIN, 0 };
        gint64 left_ms = (end - g_get_monotonic_time ()) / 1000;
        if (left_ms <= 0 || answer->len > MAX_PNG || (poll (&wait, 1, (int) left_ms) < 0 && errno != EINTR))
            return NULL;
        if (wait.revents == 0)
            continue;
        gssize n = read (fd, block, sizeof block);
        if (n <= 0)
            return g_steal_pointer (&answer);
        g_byte_array_append (answer, block, (guint) n);
    }
}

static GBytes *
understand (GByteArray *answer, GError **error)
{
    gint32 code = EVX_ERROR_CRASHED;
    if (answer == NULL) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_PAGE_TIMEOUT,
                             "drawing the page took too long; render-timeout allows more");
    } else if (answer->len > 1 && answer->data[0] == 'P') {
        return g_bytes_new (answer->data + 1, answer->len - 1);
    } else if (answer->len > 1 + sizeof code && answer->data[0] == 'E') {
        memcpy (&code, answer->data + 1, sizeof code);
        g_autofree char *message =
            g_utf8_make_valid ((char *) answer->data + 1 + sizeof code, answer->len - 1 - sizeof code);
        g_set_error_literal (error, EVX_ERROR, code, message);
    } else {
        g_set_error_literal (error, EVX_ERROR, code, "the PDF reader crashed while it drew the page");
    }
    return NULL;
}

GBytes *
evx_drawer_page (EvxDrawer *drawer, const char *path, const char *document_id, guint page, double dpi,
                 GError **error)
{
    Sealed *sealed = find_sealed (drawer, document_id);
    if (sealed == NULL)
        sealed = seal (drawer, path, document_id, error);
    if (sealed == NULL)
        return NULL;
    Request request = { page, dpi };
    int result = evx_forker_ask (drawer->forker, &request, sealed->fd, sealed->size, error);
    if (result < 0)
        return NULL;
    g_autoptr (GByteArray) answered = read_answer (result, evx_options_real (drawer->options, "render-timeout"));
    close (result);
    return understand (answered, error);
}

static gboolean
note_path (const EvxInput *input, gpointer user, GError **error)
{
    (void) error;
    EvxDrawer *drawer = user;
    if (input->document_id != NULL && !g_hash_table_contains (drawer->paths, input->document_id))
        g_hash_table_insert (drawer->paths, g_strdup (input->document_id), g_strdup (input->path));
    return TRUE;
}

gboolean
evx_drawer_learn (EvxDrawer *drawer, EvxIndex *index, GError **error)
{
    return evx_index_inputs (index, note_path, drawer, error);
}

GBytes *
evx_drawer_image (gpointer self, const char *document_id, guint page, GError **error)
{
    EvxDrawer *drawer = self;
    const char *path = g_hash_table_lookup (drawer->paths, document_id);
    if (path == NULL) {
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_NOT_FOUND, "the index has no such document");
        return NULL;
    }
    return evx_drawer_page (drawer, path, document_id, page, SCREEN_DPI, error);
}
