/* Faults on purpose, for tests. */
#include "fault.h"

#ifdef EVX_FAULTS

#include "frame.h"

#include <linux/futex.h>
#include <math.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kind of fault that EVIDEX_FAULT asks for on @page; NULL if none. @stage NULL: any stage. */
static char *
fault_on (const char *stage, guint page)
{
    const char *wish = g_getenv ("EVIDEX_FAULT");
    g_auto (GStrv) parts = g_strsplit (wish != NULL ? wish : "", ":", 3);
    if (g_strv_length (parts) != 3 || (stage != NULL && strcmp (parts[0], stage) != 0))
        return NULL;
    if (strcmp (parts[1], "*") != 0 && g_ascii_strtoull (parts[1], NULL, 10) != page + 1)
        return NULL;
    return g_strdup (parts[2]);
}

static void
eat_memory (void)
{
    for (;;)
        memset (g_malloc (16 << 20), 1, 16 << 20);
}

static void
sleep_for_ever (void)
{
    int word = 0;
    for (;;)
        syscall (SYS_futex, &word, FUTEX_WAIT, 0, NULL, NULL, 0);
}

static void
spin (void)
{
    for (volatile guint i = 0;; i++)
        ;
}

void
evx_fault_stage (const char *stage, guint page)
{
    g_autofree char *kind = fault_on (stage, page);
    volatile int *volatile nowhere = NULL;
    if (kind == NULL)
        return;
    if (strcmp (kind, "segv") == 0)
        *nowhere = 1;
    else if (strcmp (kind, "abort") == 0)
        abort ();
    else if (strcmp (kind, "exit") == 0)
        _exit (0);
    else if (strcmp (kind, "loop") == 0)
        spin ();
    else if (strcmp (kind, "sleep") == 0)
        sleep_for_ever ();
    else if (strcmp (kind, "malloc-eat") == 0)
        eat_memory ();
    else if (strcmp (kind, "forbidden-call") == 0)
        syscall (SYS_execve, "/bin/sh", NULL, NULL);
}

static void
send_short (int fd, GBytes *packed)
{
    g_autoptr (GByteArray) out = g_byte_array_new ();
    gsize length = 0;
    const guint8 *bytes = g_bytes_get_data (packed, &length);
    evx_frame_append (out, EVX_FRAME_PAGE, 0, 0, bytes, length);
    if (write (fd, out->data, out->len / 2) > 0)
        _exit (0);
}

static void
flood (int fd)
{
    while (evx_frame_write (fd, EVX_FRAME_OPENED, 0, 1, NULL, 0))
        ;
}

/* Sends the page with @length bytes @find in it replaced by @put. */
static void
send_altered (int fd, guint page, GBytes *packed, const void *find, const void *put, gsize length)
{
    gsize n = 0;
    guint8 *bytes = g_bytes_unref_to_data (g_bytes_ref (packed), &n);
    guint8 *at = memmem (bytes, n, find, length);
    if (at != NULL)
        memcpy (at, put, length);
    evx_frame_write (fd, EVX_FRAME_PAGE, 0, page, bytes, n);
}

gboolean
evx_fault_result (int fd, const EvxPage *page, GBytes *packed)
{
    g_autofree char *kind = fault_on (NULL, page->index);
    g_autofree char *bad = g_strdup (page->text->str);
    double nan = NAN;
    if (kind == NULL)
        return FALSE;
    *bad = '\xff'; /* no byte of UTF-8 */
    if (strcmp (kind, "short-frame") == 0)
        send_short (fd, packed);
    else if (strcmp (kind, "bad-magic") == 0)
        return write (fd, "this is not a frame at all, is it", 33) > 0;
    else if (strcmp (kind, "wrong-page") == 0)
        return evx_frame_write (fd, EVX_FRAME_PAGE, 0, page->index + 1, NULL, 0);
    else if (strcmp (kind, "flood") == 0)
        flood (fd);
    else if (strcmp (kind, "bad-utf8") == 0)
        send_altered (fd, page->index, packed, page->text->str, bad, page->text->len);
    else if (strcmp (kind, "nan-box") == 0)
        send_altered (fd, page->index, packed, &page->width, &nan, sizeof nan);
    else
        return FALSE;
    return TRUE;
}

#endif
