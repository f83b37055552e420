/* Messages and archives: folders of the dump that are named like a file become that file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In a folder NAME.eml: the text of the message. The files beside it are attached. */
#define PACK_MESSAGE "message"

/**
 * pack_folders:
 * @folder: of the dump
 *
 * Replaces each folder NAME.eml by a message (RFC 5322, MIME) and each NAME.zip by an archive, the inner before the
 * outer; the same bytes each time.
 */
gboolean pack_folders (const char *folder, GError **error);

G_END_DECLS
