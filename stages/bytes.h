/* Bytes of files: all of them written, and their SHA-256 in hex. */
#pragma once

#include <glib.h>
#include <nettle/sha2.h>

G_BEGIN_DECLS

/** Writes all @length bytes. Returns: FALSE with errno. */
gboolean evx_write_all (int fd, gconstpointer bytes, gsize length);

/** Ends @sum. Returns: (transfer full): 64 hex digits, lower case. */
char *evx_sha256_hex (struct sha256_ctx *sum);

/** Returns: (transfer full): the SHA-256 of @text, 64 hex digits, lower case. */
char *evx_sha256_text (const char *text);

/** Returns: (transfer full) (nullable): the SHA-256 of a file; NULL with errno if it cannot be read. */
char *evx_sha256_file (const char *path);

G_END_DECLS
