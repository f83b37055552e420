/* The pool, with stages that misbehave on purpose. */
#include "pool.h"

#include "pack.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
/* A crash must be a crash here, not a report of the sanitizer. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
    return "handle_segv=0:handle_abort=0:detect_leaks=0";
}
#endif

/* ---- stages ------------------------------------------------------------------------------------ */

static gboolean
say_number (G_GNUC_UNUSED gpointer self, G_GNUC_UNUSED const EvxDocument *document,
            G_GNUC_UNUSED EvxPdf *pdf, EvxPage *page, G_GNUC_UNUSED GError **error)
{
    g_autofree char *text = g_strdup_printf ("page-%u", page->index);
    EvxBox box = { 10, 10, 50, 20 };
    evx_page_add_word (page, text, -1, box, 1, EVX_ORIGIN_TEXT);
    return TRUE;
}

/* On the third page the stage "ocr" does what the document is named after. */
__attribute__ ((no_sanitize ("undefined"))) static gboolean
misbehave (G_GNUC_UNUSED gpointer self, const EvxDocument *document, G_GNUC_UNUSED EvxPdf *pdf,
           EvxPage *page, GError **error)
{
    const char *how = document->file;
    volatile int *volatile nowhere = NULL;
    if (page->index != 2 && strcmp (how, "always segv") != 0)
        return TRUE;
    if (strcmp (how, "fail") == 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_IMAGE_DAMAGED, "the picture is cut short");
        return FALSE;
    }
    if (strstr (how, "segv") != NULL)
        *nowhere = 1;
    if (strcmp (how, "loop") == 0)
        for (volatile guint i = 0;; i++)
            ;
    if (strcmp (how, "eat") == 0)
        for (;;)
            (void) g_malloc (1 << 24);
    if (strcmp (how, "exit") == 0)
        _exit (0);
    return TRUE;
}

/* What a worker that has been taken over may try. */
static gboolean
attack (G_GNUC_UNUSED gpointer self, const EvxDocument *document, G_GNUC_UNUSED EvxPdf *pdf,
        EvxPage *page, G_GNUC_UNUSED GError **error)
{
    const char *how = document->file;
    gboolean done = FALSE;
    if (page->index != 2)
        return TRUE;
    if (strcmp (how, "exec") == 0)
        execl ("/bin/true", "true", NULL);
    if (strcmp (how, "fork") == 0)
        done = fork () >= 0;
    if (strcmp (how, "kill") == 0)
        done = kill (getppid (), 0) == 0;
    if (strcmp (how, "ptrace") == 0)
        done = syscall (SYS_ptrace, 16, getppid (), 0, 0) == 0;
    if (strcmp (how, "overwrite") == 0)
        done = pwrite (3, "x", 1, 0) == 1;
    if (strcmp (how, "write") == 0)
        done = open ("/tmp/evidex-attack", O_WRONLY | O_CREAT, 0600) >= 0;
    if (strcmp (how, "passwd") == 0)
        done = open ("/etc/passwd", O_RDONLY) >= 0;
    if (strcmp (how, "socket") == 0)
        done = socket (AF_INET, SOCK_STREAM, 0) >= 0;
    if (strcmp (how, "run memory") == 0)
        done = mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
    if (strcmp (how, "abort another") == 0)
        done = syscall (SYS_tgkill, getppid (), getppid (), SIGABRT) == 0;
    if (done)
        evx_page_note (page, EVX_ERROR_INTERNAL, "the attack succeeded");
    return TRUE;
}

static const EvxStage say_stage = { .name = "say", .version = 1, .page = say_number };
static const EvxStage bad_stage = { .name = "ocr", .version = 1, .page = misbehave };
static const EvxStage attack_stage = { .name = "attack", .version = 1, .page = attack };
static const EvxStage tag_stage = { .name = "say", .version = 1, .page = say_number };
static const EvxStage *const bad_stages[] = { &say_stage, &bad_stage, NULL };
static const EvxStage *const attack_stages[] = { &say_stage, &attack_stage, NULL };
static const EvxStage *const tag_stages[] = { &bad_stage, &tag_stage, NULL };

/* ---- a client that remembers ----------------------------------------------------------------------- */

typedef struct {
    const char *const *names; /* of the documents, NULL-terminated */
    guint n_pages;
    gboolean tag_only;
    GString *seen; /* "NAME page: text code reason\n" for each page, in order of pages */
    char **lines;  /* by page, of the task at hand */
    guint finished;
} Client;

static int
pdf_of (guint n_pages, goffset *size)
{
    int fd = memfd_create ("test", MFD_CLOEXEC);
    g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
    cairo_surface_t *surface = cairo_pdf_surface_create (path, 300, 300);
    cairo_t *cairo = cairo_create (surface);
    for (guint i = 0; i < n_pages; i++) {
        cairo_rectangle (cairo, 10, 10, 20, 20);
        cairo_fill (cairo);
        cairo_show_page (cairo);
    }
    cairo_destroy (cairo);
    cairo_surface_destroy (surface);
    *size = lseek (fd, 0, SEEK_END);
    return fd;
}

static gboolean
client_next (EvxTask **task, gboolean *more, gpointer user, G_GNUC_UNUSED GError **error)
{
    Client *client = user;
    *more = *client->names != NULL;
    if (!*more)
        return TRUE;
    EvxDocument *document = evx_document_new ("0123", *client->names++);
    int fd = client->tag_only ? -1 : pdf_of (client->n_pages, &document->size);
    *task = evx_task_new (document, fd);
    document->n_pages = client->tag_only ? client->n_pages : 0;
    for (guint i = 0; client->tag_only && i < client->n_pages; i++)
        g_byte_array_append ((*task)->work, (const guint8[]) { EVX_WORK_TAG }, 1);
    (*task)->data = g_new0 (char *, client->n_pages + 1);
    return TRUE;
}

static gboolean
client_opened (EvxTask *task, G_GNUC_UNUSED const char *repair, G_GNUC_UNUSED gpointer user,
               G_GNUC_UNUSED GError **error)
{
    for (guint i = 0; i < task->document->n_pages; i++)
        g_byte_array_append (task->work, (const guint8[]) { EVX_WORK_READ }, 1);
    return TRUE;
}

static GBytes *
client_stored (G_GNUC_UNUSED EvxTask *task, guint index, G_GNUC_UNUSED gpointer user,
               G_GNUC_UNUSED GError **error)
{
    g_autoptr (EvxPage) page = evx_page_new (index, 300, 300);
    page->reading = EVX_READING_TEXT;
    evx_page_add_word (page, "stored", -1, (EvxBox) { 1, 1, 2, 2 }, 1, EVX_ORIGIN_TEXT);
    return evx_page_pack (page);
}

static gboolean
client_page (EvxTask *task, EvxPage *page, GBytes *packed, G_GNUC_UNUSED gpointer user,
             G_GNUC_UNUSED GError **error)
{
    char **lines = task->data;
    g_assert_null (lines[page->index]);
    g_assert_true (packed != NULL || page->code != EVX_NONE);
    lines[page->index] = g_strdup_printf ("%s%s %s %s\n", page->text->str, evx_reading_name (page->reading),
                                          page->code == EVX_NONE ? "-" : evx_error_name (page->code),
                                          page->reason != NULL ? page->reason : "");
    return TRUE;
}

static gboolean
client_finished (EvxTask *task, gpointer user, G_GNUC_UNUSED GError **error)
{
    Client *client = user;
    char **lines = task->data;
    for (guint i = 0; i < client->n_pages; i++) {
        g_string_append (client->seen, lines[i] != NULL ? lines[i] : "");
        g_free (lines[i]);
    }
    if (task->code != EVX_NONE)
        g_string_append_printf (client->seen, "%s %s\n", evx_error_name (task->code), task->reason);
    g_free (lines);
    client->finished++;
    return TRUE;
}

static gboolean
client_tick (G_GNUC_UNUSED gpointer user, G_GNUC_UNUSED GError **error)
{
    return TRUE;
}

static const EvxPoolClient client_calls = { client_next, client_opened, client_stored,
                                            client_page, client_finished, client_tick };

/* Runs documents of the given names through the stages. Returns: (transfer full): what was seen. */
static char *
run_documents (const EvxStage *const *stages, const char *const *names, guint n_pages, const char *jobs,
               gboolean tag_only)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options = evx_options_new ();
    evx_options_set (options, "jobs", jobs, "test", NULL);
    evx_options_set (options, "worker-memory", "256", "test", NULL);
    evx_options_set (options, "text-timeout", "20", "test", NULL);
    evx_options_set (options, "render-timeout", "0.2", "test", NULL);
    evx_options_set (options, "ocr-timeout", "0.1", "test", NULL);
    g_autoptr (EvxPool) pool = evx_pool_new (stages, options, NULL, &error);
    g_assert_no_error (error);
    Client client = { names, n_pages, tag_only, g_string_new (NULL), NULL, 0 };
    g_assert_true (evx_pool_run (pool, &client_calls, &client, &error));
    g_assert_cmpuint (client.finished, ==, g_strv_length ((char **) names));
    return g_string_free (client.seen, FALSE);
}

/* The four pages of one document, of which the third is as given. */
static void
assert_third_page (const EvxStage *const *stages, const char *name, const char *third)
{
    const char *names[] = { name, NULL };
    g_autofree char *seen = run_documents (stages, names, 4, "1", FALSE);
    g_autofree char *expected = g_strdup_printf ("page-0 text - \npage-1 text - \n%s\npage-3 text - \n", third);
    g_assert_cmpstr (seen, ==, expected);
}

/* ---- tests ------------------------------------------------------------------------------------------- */

static void
test_pages_come_whole (void)
{
    assert_third_page (bad_stages, "good", "page-2 text - ");
}

static void
test_a_stage_that_fails_costs_only_its_result (void)
{
    assert_third_page (bad_stages, "fail", "page-2 text image-damaged the picture is cut short");
}

static void
test_a_crash_costs_the_stage_and_keeps_the_text (void)
{
    assert_third_page (bad_stages, "segv",
                       "page-2 text crashed the PDF reader crashed (SIGSEGV) during ocr; the page was "
                       "read without that");
}

static void
test_an_early_exit_is_a_crash (void)
{
#ifdef __SANITIZE_ADDRESS__
    g_test_skip ("the sanitizer makes calls at exit that the sandbox forbids");
    return;
#endif
    assert_third_page (bad_stages, "exit",
                       "page-2 text crashed the PDF reader ended without a result during ocr; the page "
                       "was read without that");
}

static void
test_a_page_that_hangs_is_given_up (void)
{
    assert_third_page (bad_stages, "loop",
                       "page-2 text page-timeout took longer than 0.3 s during ocr and was given up; the "
                       "page was read without that");
}

static void
test_a_page_that_eats_memory_is_given_up (void)
{
#ifdef __SANITIZE_ADDRESS__
    g_test_skip ("the sanitizer needs more memory than any limit");
    return;
#endif
    assert_third_page (bad_stages, "eat",
                       "page-2 text page-memory needed more than 256 MiB of memory during ocr; the page "
                       "was read without that");
}

static void
test_forbidden_calls_end_the_worker (void)
{
    static const char *const attacks[] = { "exec", "fork", "kill", "ptrace", "overwrite" };
    for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
        assert_third_page (attack_stages, attacks[i],
                           "failed sandbox-violation made the reader attempt a forbidden operation "
                           "during attack");
}

static void
test_refused_calls_give_nothing (void)
{
    static const char *const attacks[] = { "write", "passwd", "socket", "run memory" };
    for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
        assert_third_page (attack_stages, attacks[i], "page-2 text - ");
}

static void
test_a_worker_may_abort_only_itself (void)
{
    assert_third_page (attack_stages, "abort another",
                       "failed sandbox-violation made the reader attempt a forbidden operation "
                       "during attack");
}

static void
test_a_document_that_only_crashes_is_given_up (void)
{
    const char *names[] = { "always segv", "good", NULL };
    g_autofree char *seen = run_documents (bad_stages, names, 30, "1", FALSE);
    g_assert_nonnull (strstr (seen, "gave-up given up after 21 crashes"));
    g_assert_nonnull (strstr (seen, "page-29 text - "));
}

static void
test_long_documents_keep_all_workers_busy (void)
{
    const char *names[] = { "good", "good", "good", NULL };
    g_autofree char *one = run_documents (bad_stages, names, 300, "1", FALSE);
    g_autofree char *four = run_documents (bad_stages, names, 300, "4", FALSE);
    g_assert_cmpstr (one, ==, four);
    g_assert_nonnull (strstr (one, "page-299 text - "));
}

static void
test_stored_pages_are_only_tagged (void)
{
    const char *names[] = { "always segv", NULL };
    g_autofree char *seen = run_documents (tag_stages, names, 2, "2", TRUE);
    g_assert_cmpstr (seen, ==, "stored page-0 text - \nstored page-1 text - \n");
}

static gpointer
open_badly (G_GNUC_UNUSED const EvxOptions *options, GError **error)
{
    g_set_error (error, EVX_ERROR, EVX_ERROR_NO_MODEL, "no model");
    return NULL;
}

static void
test_a_stage_that_cannot_open_stops_the_run (void)
{
    static const EvxStage stage = { .name = "ocr", .version = 1, .open = open_badly, .page = misbehave };
    static const EvxStage *const stages[] = { &stage, NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options = evx_options_new ();
    g_assert_null (evx_pool_new (stages, options, NULL, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_NO_MODEL);
}

#define TEST(name, func) g_test_add_func ("/pool/" name, func)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    TEST ("pages come whole", test_pages_come_whole);
    TEST ("a stage that fails costs only its result", test_a_stage_that_fails_costs_only_its_result);
    TEST ("a crash costs the stage and keeps the text", test_a_crash_costs_the_stage_and_keeps_the_text);
    TEST ("an early exit is a crash", test_an_early_exit_is_a_crash);
    TEST ("a page that hangs is given up", test_a_page_that_hangs_is_given_up);
    TEST ("a page that eats memory is given up", test_a_page_that_eats_memory_is_given_up);
    TEST ("forbidden calls end the worker", test_forbidden_calls_end_the_worker);
    TEST ("refused calls give nothing", test_refused_calls_give_nothing);
    TEST ("a worker may abort only itself", test_a_worker_may_abort_only_itself);
    TEST ("a document that only crashes is given up", test_a_document_that_only_crashes_is_given_up);
    TEST ("long documents keep all workers busy", test_long_documents_keep_all_workers_busy);
    TEST ("stored pages are only tagged", test_stored_pages_are_only_tagged);
    TEST ("a stage that cannot open stops the run", test_a_stage_that_cannot_open_stops_the_run);
    return g_test_run ();
}
