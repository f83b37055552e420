/* evidex text: the text of one file as the pipeline reads it; no index. The pages go through the same
 * sandboxed workers as in a run and are printed in order as they come. */
#include "deliver/searchable.h"
#include "deliver/transcript.h"
#include "intake/intake.h"
#include "paper/paper.h"
#include "pool.h"
#include "run.h"
#include "verb.h"
#include "worker.h"

#include <string.h>
#include <unistd.h>

typedef struct {
    const EvxTranscript *format; /* NULL: the PDF itself, with the recognised text in it */
    GHashTable *searchable;      /* of that PDF: page -> its text */
    GBytes *bytes;               /* of the file, kept for that PDF; else NULL */
    const char *pages; /* (nullable): as typed: "1,3-5" */
    EvxTask *task;     /* until the pool takes it */
    char *file;
    GHashTable *waiting; /* page -> its text, until the pages before have come */
    GArray *wanted;      /* guint: pages in order */
    guint at;            /* of wanted: the next to print */
    guint n_failed;
    int code;            /* of the document as a whole */
    char *reason;
} Run;

/* ---- which pages ------------------------------------------------------------------------------------- */

static gboolean
bad_pages (const char *typed, GError **error)
{
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "'%s' names no pages; write 3, 1,4 or 2-5", typed);
    return FALSE;
}

/* "3" or "2-5", from 1, into @work. */
static gboolean
want_range (const char *range, GByteArray *work, GError **error)
{
    char *end;
    guint64 first = g_ascii_strtoull (range, &end, 10), last = first;
    if (end == range || (*end != '\0' && *end != '-'))
        return bad_pages (range, error);
    if (*end == '-') {
        const char *second = end + 1;
        last = g_ascii_strtoull (second, &end, 10);
        if (end == second || *end != '\0')
            return bad_pages (range, error);
    }
    if (first < 1 || last < first || last > work->len) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE, "there is no page %s; the file has %u pages", range,
                     work->len);
        return FALSE;
    }
    memset (work->data + first - 1, EVX_WORK_READ, last - first + 1);
    return TRUE;
}

static gboolean
want_pages (const char *typed, GByteArray *work, GError **error)
{
    if (typed == NULL) {
        memset (work->data, EVX_WORK_READ, work->len);
        return TRUE;
    }
    g_auto (GStrv) ranges = g_strsplit (typed, ",", -1);
    for (guint i = 0; ranges[i] != NULL; i++)
        if (!want_range (g_strstrip (ranges[i]), work, error))
            return FALSE;
    return ranges[0] != NULL || bad_pages (typed, error);
}

/* ---- the pool's client --------------------------------------------------------------------------------- */

static gboolean
next (EvxTask **task, gboolean *more, gpointer user, G_GNUC_UNUSED GError **error)
{
    Run *run = user;
    *task = g_steal_pointer (&run->task);
    *more = FALSE;
    return TRUE;
}

static void
print_frame (const Run *run, gboolean begin)
{
    g_autoptr (GString) text = g_string_new (NULL);
    if (run->format == NULL)
        return;
    if (begin && run->format->begin != NULL)
        run->format->begin (text, run->file);
    if (!begin && run->format->end != NULL)
        run->format->end (text);
    fwrite (text->str, 1, text->len, stdout);
}

static gboolean
opened (EvxTask *task, const char *repair, gpointer user, GError **error)
{
    Run *run = user;
    if (repair != NULL) {
        g_autofree char *shown = evx_verb_printable (repair);
        g_printerr ("evidex text: %s: %s\n", run->file, shown);
    }
    g_byte_array_set_size (task->work, task->document->n_pages);
    memset (task->work->data, EVX_WORK_NONE, task->work->len);
    if (!want_pages (run->pages, task->work, error))
        return FALSE;
    for (guint i = 0; i < task->work->len; i++)
        if (task->work->data[i] == EVX_WORK_READ)
            g_array_append_val (run->wanted, i);
    print_frame (run, TRUE);
    return TRUE;
}

/* No page is stored here: nothing asks for one. */
static GBytes *
stored (G_GNUC_UNUSED EvxTask *task, G_GNUC_UNUSED guint page, G_GNUC_UNUSED gpointer user, GError **error)
{
    g_set_error_literal (error, EVX_ERROR, EVX_ERROR_INTERNAL, "no page is stored");
    return NULL;
}

static gboolean
print_in_order (Run *run)
{
    while (run->at < run->wanted->len) {
        gpointer page = GUINT_TO_POINTER (g_array_index (run->wanted, guint, run->at));
        GString *text = g_hash_table_lookup (run->waiting, page);
        if (text == NULL)
            break;
        if (fwrite (text->str, 1, text->len, stdout) != text->len)
            return FALSE;
        g_hash_table_remove (run->waiting, page);
        run->at++;
    }
    return TRUE;
}

/* The PDF keeps what stood on its pages: whoever passes it on has to know what can be copied out of it. */
static void
warn_of_redactions (const Run *run, const EvxPage *page)
{
    guint n = 0;
    for (guint i = 0; i < page->redactions->len; i++)
        n += g_array_index (page->redactions, EvxRedaction, i).n_words_under > 0;
    if (n > 0)
        g_printerr ("evidex text: %s: page %u: the text under %u of its redactions can be copied out, of this PDF too\n",
                    run->file, page->index + 1, n);
}

static gboolean
take_page (G_GNUC_UNUSED EvxTask *task, EvxPage *page, G_GNUC_UNUSED GBytes *packed, gpointer user,
           GError **error)
{
    Run *run = user;
    run->n_failed += page->reading == EVX_READING_FAILED;
    if (page->code != EVX_NONE) {
        g_autofree char *reason = evx_verb_printable (page->reason != NULL ? page->reason : "");
        g_printerr ("evidex text: %s: page %u: %s\n", run->file, page->index + 1,
                    *reason != '\0' ? reason : evx_error_name (page->code));
    }
    if (run->format == NULL) {
        warn_of_redactions (run, page);
        g_hash_table_insert (run->searchable, GUINT_TO_POINTER (page->index), evx_searchable_text (page));
        return TRUE;
    }
    GString *text = g_string_new (NULL);
    run->format->page (text, run->file, page);
    g_hash_table_insert (run->waiting, GUINT_TO_POINTER (page->index), text);
    return print_in_order (run) || evx_verb_check_output (error);
}

static gboolean
finished (EvxTask *task, gpointer user, G_GNUC_UNUSED GError **error)
{
    Run *run = user;
    run->code = task->code;
    run->reason = g_strdup (task->reason);
    return TRUE;
}

static gboolean
tick (G_GNUC_UNUSED gpointer user, G_GNUC_UNUSED GError **error)
{
    return TRUE;
}

/* ---- the PDF itself -------------------------------------------------------------------------------------- */

/* What the workers read: the file, or the paper that an image or a text was laid on. */
static GBytes *
bytes_of (int fd, GError **error)
{
    g_autoptr (GMappedFile) map = g_mapped_file_new_from_fd (fd, FALSE, error);
    g_autoptr (GBytes) bytes = map != NULL ? g_mapped_file_get_bytes (map) : NULL;
    gboolean cut_short = FALSE;
    return bytes != NULL ? evx_paper_lay (bytes, &cut_short, error) : NULL;
}

static gboolean
print_pdf (const Run *run, const char *const *passwords, GError **error)
{
    gsize length = 0;
    g_autoptr (GBytes) pdf = evx_searchable_write (run->bytes, passwords, run->searchable, error);
    if (pdf == NULL) {
        g_prefix_error (error, "%s: ", run->file);
        return FALSE;
    }
    const void *data = g_bytes_get_data (pdf, &length);
    return fwrite (data, 1, length, stdout) == length || evx_verb_check_output (error);
}

/* ---- the stages ------------------------------------------------------------------------------------------ */

static gboolean
leave_page (G_GNUC_UNUSED gpointer self, G_GNUC_UNUSED const EvxDocument *document, G_GNUC_UNUSED EvxPdf *pdf,
            G_GNUC_UNUSED EvxPage *page, G_GNUC_UNUSED GError **error)
{
    return TRUE;
}

/* Mentions are not printed: in place of tagging, which takes a lexicon, nothing is done. */
static const EvxStage untagged = { .name = "tag", .page = leave_page };

/* (transfer container): the stages of a run up to there. */
static const EvxStage **
stages_of_text (void)
{
    guint n = evx_page_stages (evx_stages);
    const EvxStage **stages = g_new0 (const EvxStage *, n + 1);
    for (guint i = 0; i < n; i++)
        stages[i] = strcmp (evx_stages[i]->name, untagged.name) != 0 ? evx_stages[i] : &untagged;
    return stages;
}

/* ---- the verb -------------------------------------------------------------------------------------------- */

static void
free_text (gpointer text)
{
    g_string_free (text, TRUE);
}

static EvxTask *
load (const char *path, const EvxOptions *options, GError **error)
{
    EvxInput input = { .path = g_strdup (path), .file = g_path_get_basename (path), .code = EVX_NONE };
    int fd = evx_intake_load (&input, options);
    EvxTask *task = NULL;
    if (fd < 0) {
        g_set_error (error, EVX_ERROR, input.code != EVX_NONE ? input.code : EVX_ERROR_UNREADABLE, "%s: %s",
                     path, input.reason != NULL ? input.reason : "cannot be read");
    } else if (evx_intake_kind (fd) == EVX_KIND_OFFICE) {
        close (fd);
        g_set_error (error, EVX_ERROR, EVX_ERROR_UNSUPPORTED, "%s: an Office file; `evidex run` reads it by LibreOffice", path);
    } else {
        EvxDocument *document = evx_document_new (input.document_id, input.file);
        document->size = input.size;
        task = evx_task_new (document, fd);
    }
    evx_input_clear (&input);
    return task;
}

static gboolean
read_file (Run *run, const char *path, const EvxOptions *options, GError **error)
{
    static const EvxPoolClient client = { next, opened, stored, take_page, finished, tick };
    g_autoptr (GError) failure = NULL;
    g_auto (GStrv) passwords = evx_run_passwords (options, &failure);
    if (failure != NULL) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
    }
    run->task = load (path, options, error);
    if (run->task == NULL)
        return FALSE;
    g_autofree const EvxStage **stages = stages_of_text ();
    g_autoptr (EvxPool) pool = evx_pool_new (stages, options, (const char *const *) passwords, error);
    if (pool == NULL)
        return FALSE;
    run->bytes = run->format == NULL ? bytes_of (run->task->fd, error) : NULL;
    gboolean done = (run->format != NULL || run->bytes != NULL) && evx_pool_run (pool, &client, run, error);
    if (done && run->format == NULL && run->wanted->len > 0)
        done = print_pdf (run, (const char *const *) passwords, error);
    if (run->wanted->len > 0)
        print_frame (run, FALSE);
    return done && evx_verb_check_output (error);
}

static int
status_of (const Run *run, gboolean done, GError **error)
{
    if (!done)
        return -1;
    if (run->code != EVX_NONE && run->wanted->len == 0) {
        g_set_error_literal (error, EVX_ERROR, run->code, run->reason != NULL ? run->reason : run->file);
        return -1;
    }
    return run->n_failed > 0 || run->code != EVX_NONE ? EVX_EXIT_INCOMPLETE : EVX_EXIT_DONE;
}

static int
text (const char *path, const char *pages, const EvxTranscript *format, const EvxOptions *options,
      GError **error)
{
    g_autofree char *base = g_path_get_basename (path);
    g_autofree char *file = evx_verb_printable (base);
    g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_text);
    g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint));
    g_autoptr (GHashTable) searchable = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
    Run run = { .format = format, .searchable = searchable, .pages = pages, .file = file, .waiting = waiting, .wanted = wanted,
                .code = EVX_NONE };
    gboolean done = read_file (&run, path, options, error);
    int status = status_of (&run, done, error);
    evx_task_free (run.task);
    g_clear_pointer (&run.bytes, g_bytes_unref);
    g_free (run.reason);
    return status;
}

int
evx_verb_text (int argc, char **argv)
{
    /* Those that say how a page is read. */
    static const char *const settings[] = {
        "lang", "ocr", "dpi", "page-pixels", "text-timeout", "render-timeout", "ocr-timeout", "worker-memory",
        "document-bytes", "document-pages", "document-timeout", "password-file", "reveal-redacted", "no-sandbox", "jobs", NULL
    };
    g_autofree char *pages = NULL;
    g_autofree char *name = NULL;
    const GOptionEntry entries[] = {
        { "pages", 'p', 0, G_OPTION_ARG_STRING, &pages, "only these, e.g. 1,3-5", "PAGES" },
        { "format", 'f', 0, G_OPTION_ARG_STRING, &name, "txt, json, hocr, alto or pdf (txt)", "FORMAT" },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options = evx_verb_parse_settings (
        &argc, &argv, "FILE",
        "The text of one file as a run would read it: text layer where it can be believed, OCR elsewhere.\n"
        "Pages end with a form feed.\n\n  evidex text scan.pdf -p 2 --format hocr > page2.html\n"
        "  evidex text scan.pdf --format pdf > searchable.pdf",
        entries, settings, &error);
    if (options == NULL)
        return evx_verb_fail ("text", error);
    gboolean pdf = g_strcmp0 (name, "pdf") == 0;
    const EvxTranscript *format = pdf ? NULL : evx_transcript_find (name != NULL ? name : "txt");
    if (argc != 2 || (format == NULL && !pdf))
        return evx_verb_usage ("text", argc != 2 ? "one file is needed"
                                              : "there are the formats txt, json, hocr, alto and pdf");
    if (pdf && isatty (STDOUT_FILENO))
        return evx_verb_usage ("text", "a PDF is not for a terminal; add > FILE.pdf");
    int status = text (argv[1], pages, format, options, &error);
    return status >= 0 ? status : evx_verb_fail ("text", error);
}
