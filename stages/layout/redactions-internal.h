/* The part of redactions that looks at pixels. */
#pragma once

#include "layout-internal.h"

G_BEGIN_DECLS

/* In heights of type: what is less wide and less high is a check box, a bullet, a key of a chart. A box over two digits
 * is hardly wider than high. */
#define EVX_REDACTION_TICK 1.25

/** TRUE for what a redaction tool puts in place of the text: "REDACTED", "xxx". */
gboolean evx_redaction_is_placeholder (const char *text, gsize length);

/** TRUE if what is read on the page came from a picture: its boxes are in the picture too. */
gboolean evx_redaction_is_scan (const EvxLayout *layout);

/** Returns: (transfer full) (element-type EvxBox): solid dark boxes of the scan, pt. */
GArray *evx_redaction_scan (EvxLayout *layout);

/** Whether the gray image @pix shows no text in @px: one tone, or (@dark) mostly dark. */
gboolean evx_redaction_hides (PIX *pix, EvxBox px, gboolean dark);

G_END_DECLS
