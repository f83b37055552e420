/* Where there is no memory left. An index needs no goodbye: what was committed is safe, and children die
 * with their parent. */
#include "memory.h"

#include "verb.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Address space besides the libraries. A run without OCR over a page ends well with 20 MiB (ulimit -v
 * 120000, of which the libraries take 98000); with 12 MiB its reader cannot start; with 8 MiB the
 * allocator aborts. */
#define ROOM (32u << 20)

static void
say (const char *text)
{
    if (write (STDERR_FILENO, text, strlen (text)) < 0)
        return; /* nobody reads it; the exit status says the same */
}

/* Libraries allocate when they start up, and the allocator aborts where it cannot: so this runs before
 * them (System V ABI, DT_PREINIT_ARRAY), and calls the kernel alone. */
static void
check_room (void)
{
    void *room = mmap (NULL, ROOM, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room != MAP_FAILED) {
        munmap (room, ROOM);
        return;
    }
    say ("evidex: too little memory to begin: the limit of address space (ulimit -v) leaves less than 32 MB\n"
         "Raise it, best to 1 GB or more, and run the same command again.\n");
    _exit (EVX_EXIT_CANNOT);
}

static void (*const before_libraries) (void) __attribute__ ((section (".preinit_array"), used)) = check_room;

static void
hear_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer watched)
{
    if (getpid () != GPOINTER_TO_INT (watched) || strstr (message, "failed to allocate") == NULL) {
        g_log_default_handler (domain, level, message, NULL);
        return;
    }
    say (g_get_prgname ());
    say (": out of memory; what the index holds so far is safe\n"
         "Give it more memory, and run the same command again.\n");
    _exit (EVX_EXIT_CANNOT);
}

void
evx_memory_watch (void)
{
    g_log_set_handler ("GLib", (GLogLevelFlags) (G_LOG_LEVEL_ERROR | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION),
                       hear_fatal, GINT_TO_POINTER (getpid ()));
}
