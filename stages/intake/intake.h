/* From what the user named to a list of inputs, each with its bytes' hash. Walks folders without
 * recursion on the C stack, in byte order of names; opens nothing but regular files (O_NOFOLLOW,
 * O_NONBLOCK); judges by content, never by name. */
#pragma once

#include "../kind.h"
#include "../options.h"
#include "../types.h"

G_BEGIN_DECLS

/* Called for each path in order; FALSE stops the walk with the callback's error. */
typedef gboolean (*EvxIntakeFunc) (EvxInput *input, gpointer user, GError **error);

/**
 * evx_intake_walk:
 * @roots: files and folders as the user named them
 *
 * Calls @found once for each path below @roots: a regular file as status NONE with size; everything
 * else as SKIPPED or FAILED with its code, the files of an index of ours too. A root that does not exist
 * is a FAILED input, not an error. `path` is absolute; a root that is a link is followed. `file` is
 * relative to the root folder (the base name for a root that is a file), made unique by putting the
 * root's base name before it where two roots collide. A path below two roots comes once.
 *
 * Returns: FALSE only if @found failed.
 */
gboolean evx_intake_walk (const char *const *roots, const EvxOptions *options, EvxIntakeFunc found,
                          gpointer user, GError **error);

/**
 * evx_intake_load:
 * Copies the input into a sealed memfd while hashing, so that what is parsed is what was hashed; above
 * EVX_INTAKE_SEALED_BYTES it hashes the file itself, and evx_intake_changed must be asked at the end.
 * Sets input->document_id and size; on failure status and code (permission, unreadable, changed,
 * too-big, empty, not-a-pdf, unsupported).
 *
 * Returns: a read-only descriptor that the caller closes; -1 if the input cannot be read
 * (input->status says which way).
 */
int evx_intake_load (EvxInput *input, const EvxOptions *options);

/** Of what is behind @fd, by its head. */
EvxKind evx_intake_kind (int fd);

/** TRUE for what only holds other files: an archive, a mailbox. */
gboolean evx_intake_is_container (EvxKind kind);

#define EVX_INTAKE_SEALED_BYTES (512ll << 20)

/** TRUE if the bytes behind @fd, which evx_intake_load lent, no longer have the hash of @input. */
gboolean evx_intake_changed (const EvxInput *input, int fd);

/** Returns: (transfer full): @bytes for a person to read: control bytes, invalid UTF-8 and marks that
 * turn the direction of text are escaped (\n, \x1b, \u202e). */
char *evx_intake_printable (const char *bytes);

G_END_DECLS
