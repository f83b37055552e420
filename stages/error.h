/* The one error domain. A code's name is the `code` of failures.csv and decides the exit status. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EVX_ERROR (evx_error_quark ())
GQuark evx_error_quark (void);

typedef enum {
    EVX_ERROR_EMPTY,                  /* document: 0 bytes */
    EVX_ERROR_NOT_A_PDF,              /* document: begins like something else */
    EVX_ERROR_DAMAGED,                /* document: could not be opened, even after repair */
    EVX_ERROR_TRUNCATED,              /* document, partial: cut short, some pages recovered */
    EVX_ERROR_PAGE_TREE,              /* document, partial: claims more pages than were found */
    EVX_ERROR_PASSWORD,               /* document: needs a password */
    EVX_ERROR_ENCRYPTION_UNSUPPORTED, /* document: certificate encryption */
    EVX_ERROR_PERMISSION,             /* input: may not be read */
    EVX_ERROR_CHANGED,                /* document: changed while it was read */
    EVX_ERROR_TOO_BIG,                /* document: above the size limit */
    EVX_ERROR_UNREADABLE,             /* input: read error, vanished, dangling link */
    EVX_ERROR_CRASHED,                /* document or page: the reader died of a signal */
    EVX_ERROR_PAGE_TIMEOUT,           /* page: over its time limit */
    EVX_ERROR_PAGE_MEMORY,            /* page: over its memory limit */
    EVX_ERROR_PAGE_DAMAGED,           /* page: the library reported damage and gave nothing */
    EVX_ERROR_IMAGE_DAMAGED,          /* page: a picture could not be decoded */
    EVX_ERROR_PAGE_SIZE,              /* page, warning: rendered at a lower resolution */
    EVX_ERROR_GAVE_UP,                /* document, partial: too many crashes */
    EVX_ERROR_SANDBOX_VIOLATION,      /* page: the reader attempted a forbidden call */
    EVX_ERROR_PROTOCOL,               /* document: the reader sent invalid data */
    EVX_ERROR_DUPLICATE,              /* input, skipped: same bytes as another */
    EVX_ERROR_SYMLINK,                /* input, skipped: symbolic link, not followed */
    EVX_ERROR_NOT_A_REGULAR_FILE,     /* input, skipped: FIFO, device, socket */
    EVX_ERROR_UNSUPPORTED,            /* input, skipped: a known type that evidex does not read */
    EVX_ERROR_DISK_FULL,              /* run */
    EVX_ERROR_OUTPUT_READ_ONLY,       /* run */
    EVX_ERROR_OUTPUT_BUSY,            /* run */
    EVX_ERROR_INDEX_VERSION,          /* run: index of another schema version */
    EVX_ERROR_INDEX_DAMAGED,          /* run: not an index, or corrupted */
    EVX_ERROR_NO_MODEL,               /* run: OCR model not installed */
    EVX_ERROR_SANDBOX_MISSING,        /* run: the kernel lacks Landlock or seccomp */
    EVX_ERROR_LEXICON,                /* run: a lexicon file is wrong; message has file:line */
    EVX_ERROR_USAGE,                  /* wrong arguments or settings */
    EVX_ERROR_NOT_FOUND,              /* nothing of that name in the index */
    EVX_ERROR_INTERRUPTED,            /* SIGINT or SIGTERM */
    EVX_ERROR_SERVER,                 /* publish, or a published index: the database server is gone, or refuses */
    EVX_ERROR_INTERNAL,               /* a bug of ours, reported instead of hidden */
    EVX_N_ERRORS
} EvxErrorCode;

/**
 * evx_error_name:
 * @code: an #EvxErrorCode
 *
 * Returns: (transfer none): the name written in ledgers, e.g. "not-a-pdf"; never NULL.
 */
const char *evx_error_name (int code);

/**
 * evx_error_exit_status:
 * @error: an error in any domain
 *
 * Returns: the exit status of a command that ends with @error: 2 for usage and settings, 130 for an
 * interrupt, 1 for something not found, 4 for anything else.
 */
int evx_error_exit_status (const GError *error);

G_END_DECLS
