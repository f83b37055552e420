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

#define EVX_KIND_HEAD 65536 /* bytes */

/**
 * evx_kind_of:
 * @head: the first bytes of a file (more than EVX_KIND_HEAD are not looked at)
 * @name: (out) (nullable): printable name of the type ("a PNG image"), static
 *
 * Returns: the kind. "%PDF-" counts anywhere in the first 1 KiB (ISO 32000-1, Annex H, note 13); after that
 * only at the beginning of a line with an object soon behind it.
 */
EvxKind evx_kind_of (const guint8 *head, gsize length, const char **name);

/* In the header of an index: "EVDX" (SQLite file format, 1.3, application id). */
#define EVX_APPLICATION_ID 0x45564458
#define EVX_INDEX_HEAD 100 /* bytes */

/** Returns: TRUE if a file with that head, of EVX_INDEX_HEAD bytes or more, is an index of ours. */
gboolean evx_kind_is_index (const guint8 *head, gsize length);

G_END_DECLS
