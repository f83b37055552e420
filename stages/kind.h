/* What a file is, told by its content. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    EVX_KIND_PDF,
    EVX_KIND_EMPTY,
    EVX_KIND_IMAGE,   /* TIFF, PNG, JPEG, GIF, BMP */
    EVX_KIND_ARCHIVE, /* ZIP, tar, 7z, RAR, or one file compressed */
    EVX_KIND_EMAIL,   /* one message */
    EVX_KIND_MAILBOX, /* messages one after the other (mbox) */
    EVX_KIND_OFFICE,
    EVX_KIND_HTML,
    EVX_KIND_TEXT, /* plain text, CSV */
    EVX_KIND_OTHER
} EvxKind;

/**
 * evx_kind_of:
 * @head: the first bytes of a file (1 KiB is enough)
 * @name: (out) (nullable): printable name of the type ("a PNG image"), static
 *
 * Returns: the kind. "%PDF-" counts anywhere in the first 1 KiB (ISO 32000-1, Annex H, note 13).
 */
EvxKind evx_kind_of (const guint8 *head, gsize length, const char **name);

G_END_DECLS
