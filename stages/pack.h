/* A page as bytes: the payload of a frame on the pipe and the blob in the index. Plain structs and
 * strings (pack.c); evx_page_unpack checks form and sense. Little-endian on every machine. */
#pragma once

#include "types.h"

G_BEGIN_DECLS

/** Returns: (transfer full): everything of the page but its rules. */
GBytes *evx_page_pack (const EvxPage *page);

/**
 * evx_page_unpack:
 * Trusts nothing: text must be UTF-8, every index in range, boxes finite.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_PROTOCOL if the bytes are not a page.
 */
EvxPage *evx_page_unpack (GBytes *bytes, GError **error);

G_END_DECLS
