/* Advance widths of a font, and whether its glyphs can be told as characters. Behind painting.c. */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

typedef struct _EvxFont EvxFont;

/** Returns: (transfer full): what the font dictionary @font says; never NULL. */
EvxFont *evx_font_new (qpdf_data qpdf, qpdf_oh font);
void evx_font_free (EvxFont *font);

/** TRUE if each code is of two bytes (a composite font). */
gboolean evx_font_is_wide (const EvxFont *font);

/** TRUE if a reader can tell its characters: a ToUnicode map, a named encoding, a known collection. */
gboolean evx_font_is_mapped (const EvxFont *font);

/** TRUE if its glyphs are drawings of their own, in inks of their own perhaps (Type 3). */
gboolean evx_font_is_drawn (const EvxFont *font);

/** Width of @code in ems. */
double evx_font_width (const EvxFont *font, guint code);

G_END_DECLS
