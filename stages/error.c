/* The one error domain: names of the codes, and the exit status each leads to. */
#include "error.h"

G_DEFINE_QUARK (evx-error-quark, evx_error)

static const char *const names[EVX_N_ERRORS] = {
    [EVX_ERROR_EMPTY] = "empty",
    [EVX_ERROR_NOT_A_PDF] = "not-a-pdf",
    [EVX_ERROR_DAMAGED] = "damaged",
    [EVX_ERROR_TRUNCATED] = "truncated",
    [EVX_ERROR_PAGE_TREE] = "page-tree",
    [EVX_ERROR_PASSWORD] = "password",
    [EVX_ERROR_ENCRYPTION_UNSUPPORTED] = "encryption-unsupported",
    [EVX_ERROR_PERMISSION] = "permission",
    [EVX_ERROR_CHANGED] = "changed",
    [EVX_ERROR_TOO_BIG] = "too-big",
    [EVX_ERROR_UNREADABLE] = "unreadable",
    [EVX_ERROR_CRASHED] = "crashed",
    [EVX_ERROR_PAGE_TIMEOUT] = "page-timeout",
    [EVX_ERROR_PAGE_MEMORY] = "page-memory",
    [EVX_ERROR_PAGE_DAMAGED] = "page-damaged",
    [EVX_ERROR_IMAGE_DAMAGED] = "image-damaged",
    [EVX_ERROR_PAGE_SIZE] = "page-size",
    [EVX_ERROR_GAVE_UP] = "gave-up",
    [EVX_ERROR_SANDBOX_VIOLATION] = "sandbox-violation",
    [EVX_ERROR_PROTOCOL] = "protocol",
    [EVX_ERROR_DUPLICATE] = "duplicate",
    [EVX_ERROR_SYMLINK] = "symlink",
    [EVX_ERROR_NOT_A_REGULAR_FILE] = "not-a-regular-file",
    [EVX_ERROR_UNSUPPORTED] = "unsupported",
    [EVX_ERROR_DISK_FULL] = "disk-full",
    [EVX_ERROR_OUTPUT_READ_ONLY] = "output-read-only",
    [EVX_ERROR_OUTPUT_BUSY] = "output-busy",
    [EVX_ERROR_INDEX_VERSION] = "index-version",
    [EVX_ERROR_INDEX_DAMAGED] = "index-damaged",
    [EVX_ERROR_NO_MODEL] = "no-model",
    [EVX_ERROR_SANDBOX_MISSING] = "sandbox-missing",
    [EVX_ERROR_LEXICON] = "lexicon",
    [EVX_ERROR_USAGE] = "usage",
    [EVX_ERROR_NOT_FOUND] = "not-found",
    [EVX_ERROR_INTERRUPTED] = "interrupted",
    [EVX_ERROR_SERVER] = "server",
    [EVX_ERROR_INTERNAL] = "internal",
};

const char *
evx_error_name (int code)
{
    return code >= 0 && code < EVX_N_ERRORS ? names[code] : names[EVX_ERROR_INTERNAL];
}

int
evx_error_exit_status (const GError *error)
{
    if (error->domain == G_OPTION_ERROR)
        return 2;
    if (error->domain != EVX_ERROR)
        return 4;
    switch (error->code) {
    case EVX_ERROR_NOT_FOUND:
        return 1;
    case EVX_ERROR_USAGE:
    case EVX_ERROR_LEXICON:
        return 2;
    case EVX_ERROR_INTERRUPTED:
        return 130;
    default:
        return 4;
    }
}
