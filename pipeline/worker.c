/* The child that reads pages. For each page asked for: a beat of the pulse when a stage begins, and at the
 * end a frame with the page as bytes. A stage that fails is left out and the next ones run all the same: a page whose OCR
 * failed keeps its text. */
#include "worker.h"

#include "fault.h"
#include "frame.h"
#include "pack.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const EvxWorkshop *workshop;
    EvxDocument *document;
    EvxPdf *pdf; /* NULL: stored pages only */
    guint n_stages;
    EvxPulse *pulse;
} Worker;

guint
evx_page_stages (const EvxStage *const *stages)
{
    guint n = 0;
    while (stages[n] != NULL && stages[n]->page != NULL)
        n++;
    g_assert (n <= 16);
    return n;
}

static void
send_frame (EvxFrameType type, guint16 flags, guint32 page, const void *payload, gsize length)
{
    if (!evx_frame_write (EVX_WORKER_PIPE, type, flags, page, payload, length))
        _exit (1); /* nobody listens any more */
}

static void
send_page (const EvxPage *page)
{
    g_autoptr (GBytes) packed = evx_page_pack (page);
    gsize length = 0;
    const void *bytes = g_bytes_get_data (packed, &length);
    if (evx_fault_result (EVX_WORKER_PIPE, page, packed))
        return;
    if (length > EVX_FRAME_MAX_LENGTH) {
        g_autoptr (EvxPage) empty = evx_page_new (page->index, page->width, page->height);
        empty->reading = EVX_READING_FAILED;
        evx_page_note (empty, EVX_ERROR_TOO_BIG, "the page holds more than can be kept");
        send_page (empty);
        return;
    }
    send_frame (EVX_FRAME_PAGE, 0, page->index, bytes, length);
}

/* ---- one page ------------------------------------------------------------------------------------ */

/* Returns: whether the stage did its work. */
static gboolean
run_stage (const Worker *worker, guint i, EvxPage *page)
{
    const EvxStage *stage = worker->workshop->stages[i];
    g_autoptr (GError) error = NULL;
    evx_pulse_beat (worker->pulse, page->index, i + 1);
    evx_fault_stage (stage->name, page->index);
    if (stage->page (worker->workshop->selves[i], worker->document, worker->pdf, page, &error))
        return TRUE;
    evx_page_note (page, error->domain == EVX_ERROR ? error->code : EVX_ERROR_INTERNAL, error->message);
    return FALSE;
}

/* A page without words on which something went wrong is failed, never blank. */
static void
settle_reading (EvxPage *page, gboolean left_out)
{
    gboolean trouble = left_out || page->code != EVX_NONE;
    if (page->words->len == 0 && trouble && page->reading != EVX_READING_REGION)
        page->reading = EVX_READING_FAILED;
    else if (page->reading == EVX_READING_NONE)
        page->reading = page->words->len > 0 ? EVX_READING_TEXT : EVX_READING_BLANK;
}

static EvxPage *
begin_page (const Worker *worker, guint index)
{
    g_autoptr (GError) error = NULL;
    evx_fault_stage ("open", index);
    EvxPage *page = evx_pdf_page (worker->pdf, index, &error);
    if (page != NULL)
        return page;
    page = evx_page_new (index, 0, 0);
    page->reading = EVX_READING_FAILED;
    evx_page_note (page, error->domain == EVX_ERROR ? error->code : EVX_ERROR_INTERNAL, error->message);
    return page;
}

static void
read_page (const Worker *worker, guint index, guint leave_out)
{
    g_autoptr (EvxPage) page = begin_page (worker, index);
    gboolean failed = page->reading == EVX_READING_FAILED;
    gboolean whole = TRUE; /* the stage before did its work */
    for (guint i = 0; !failed && i < worker->n_stages; i++) {
        /* tagging stands on what layout made; the stages before do without each other */
        gboolean left_out = (leave_out & (1u << i)) != 0 || (!whole && i > 1 && i + 1 == worker->n_stages);
        whole = !left_out && run_stage (worker, i, page);
    }
    if (!failed)
        settle_reading (page, leave_out != 0);
    send_page (page);
}

/* Only the last page stage runs on a stored page. */
static void
tag_page (const Worker *worker, const EvxFrame *frame)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new (frame->payload, frame->length);
    g_autoptr (EvxPage) page = evx_page_unpack (bytes, &error);
    if (page == NULL) {
        page = evx_page_new (frame->page, 0, 0);
        page->reading = EVX_READING_FAILED;
        evx_page_note (page, EVX_ERROR_INDEX_DAMAGED, error->message);
    } else {
        g_array_set_size (page->mentions, 0);
        run_stage (worker, worker->n_stages - 1, page);
    }
    send_page (page);
}

/* ---- the document ---------------------------------------------------------------------------------- */

static EvxPdf *
open_document (const Worker *worker, GError **error)
{
    g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (EVX_WORKER_DOCUMENT, FALSE, error);
    if (file == NULL)
        return NULL;
    g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
    evx_fault_stage ("document", 0);
    return evx_pdf_open (bytes, worker->workshop->passwords, error);
}

/* Says what was found. Ends the process if the document cannot be opened. */
static void
begin_document (Worker *worker)
{
    g_autoptr (GError) error = NULL;
    const char *how = NULL;
    worker->pdf = open_document (worker, &error);
    if (worker->pdf == NULL) {
        int code = error->domain == EVX_ERROR ? error->code : EVX_ERROR_UNREADABLE;
        send_frame (EVX_FRAME_REFUSED, 0, (guint32) code, error->message, strlen (error->message));
        _exit (0);
    }
    worker->document->n_pages = evx_pdf_n_pages (worker->pdf);
    gboolean repaired = evx_pdf_repaired (worker->pdf, &how);
    const char *note = repaired && how != NULL ? how : "";
    guint16 flags = evx_pdf_cut_short (worker->pdf) ? EVX_OPENED_CUT_SHORT : 0;
    send_frame (EVX_FRAME_OPENED, flags, worker->document->n_pages, note, strlen (note));
}

static void
serve (const Worker *worker, const EvxFrame *frame)
{
    if (frame->type == EVX_FRAME_READ && worker->pdf != NULL)
        read_page (worker, frame->page, frame->flags);
    else if (frame->type == EVX_FRAME_TAG)
        tag_page (worker, frame);
    else
        _exit (1);
}

void
evx_worker_run (const EvxWorkshop *workshop, EvxDocument *document, EvxPulse *pulse, gboolean has_pdf)
{
    Worker worker = { workshop, document, NULL, evx_page_stages (workshop->stages), pulse };
    if (!evx_sandbox_enter (workshop->sandbox, document->size, workshop->zygote,
                            EVX_WORKER_DESCRIPTORS)) {
        g_printerr ("sandbox: %s\n", g_strerror (errno));
        _exit (EVX_WORKER_NO_SANDBOX);
    }
    if (has_pdf)
        begin_document (&worker);
    EvxFrameReader *reader = evx_frame_reader_new ();
    do {
        EvxFrame frame;
        g_autoptr (GError) error = NULL;
        while (evx_frame_reader_next (reader, &frame, &error))
            serve (&worker, &frame);
        if (error != NULL)
            _exit (1);
    } while (evx_frame_reader_fill (reader, EVX_WORKER_PIPE) > 0);
    _exit (0);
}
