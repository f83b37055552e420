/* Office and OpenDocument files become PDFs by LibreOffice, where it is installed. */
#pragma once

#include "types.h"

G_BEGIN_DECLS

/** What to install where it is missing. */
#define EVX_OFFICE_PACKAGES "libreoffice-writer-nogui, -calc-nogui or -impress-nogui"

/** Returns: (transfer full) (nullable): the program, with its folder; NULL where it is not installed. */
char *evx_office_program (void);

/**
 * evx_office_convert:
 * @program: from evx_office_program
 * @fd:      the file, kept by the caller
 * @path:    where the PDF goes, whole or not at all; the same bytes each time
 * @reason:  (out) (transfer full): why there is none, where it is the file's fault
 *
 * Runs LibreOffice on a copy, in a folder of its own: without network, without macros, with a limit of time, and
 * with no file of the user in reach.
 *
 * Returns: EVX_NONE; a code of what is wrong with the file; or that of @error, which ends the run
 * (EVX_ERROR_INTERRUPTED, _DISK_FULL, _SANDBOX_MISSING, _INTERNAL).
 */
int evx_office_convert (const char *program, int fd, const char *path, gboolean sandbox, char **reason, GError **error);

G_END_DECLS
