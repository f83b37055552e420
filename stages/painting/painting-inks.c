/* The operators of colour: what the inks for fills and strokes are, as grey.
 *
 * Source: ISO 32000-1, 8.6. */
#include "painting-internal.h"

#include <string.h>

static guint
n_numbers (const EvxPaint *run)
{
    guint n = 0;
    for (guint i = 0; i < run->operands->len; i++)
        n += g_array_index (run->operands, EvxToken, i).kind == EVX_TOKEN_NUMBER;
    return n;
}

static void
set_ink (EvxPaint *run, EvxPaintInk *ink, EvxColourSpace space)
{
    double v[4] = { 0 };
    evx_paint_operands (run, v, MIN (space.components, 4));
    ink->space = space;
    ink->gray = evx_colour_luminance (&space, v);
}

/* sc, scn: as many numbers as the colour space has components; a name is a pattern. */
static void
set_ink_in_space (EvxPaint *run, EvxPaintInk *ink)
{
    guint n = n_numbers (run);
    g_autofree char *pattern = evx_paint_name (run);
    EvxColourSpace space = ink->space;
    if (pattern != NULL)
        ink->gray = 0.5;
    else if (n == space.components || (n == 1 && space.tint))
        set_ink (run, ink, space);
    else if (n == 1 || n == 3 || n == 4)
        set_ink (run, ink, n == 1 ? evx_device_gray : n == 3 ? evx_device_rgb : evx_device_cmyk);
}

static EvxColourSpace
read_space (EvxPaint *run, const EvxPaintScope *scope, const char *name)
{
    qpdf_data qpdf = run->painter->qpdf;
    if (strcmp (name, "/DeviceGray") == 0)
        return evx_device_gray;
    if (strcmp (name, "/DeviceRGB") == 0)
        return evx_device_rgb;
    if (strcmp (name, "/DeviceCMYK") == 0)
        return evx_device_cmyk;
    if (strcmp (name, "/Pattern") == 0)
        return (EvxColourSpace) { .components = 0 };
    qpdf_oh space = evx_paint_resource (run, scope, "/ColorSpace", name);
    return qpdf_oh_is_array (qpdf, space) ? evx_colour_space (qpdf, space) : evx_device_gray;
}

/* cs, CS: a new space begins with its first colour, black in all but patterns. */
static void
set_space (EvxPaint *run, const EvxPaintScope *scope, EvxPaintInk *ink)
{
    g_autofree char *name = evx_paint_name (run);
    if (name == NULL)
        return;
    EvxColourSpace *space = g_hash_table_lookup (scope->spaces, name);
    if (space == NULL) {
        space = g_new (EvxColourSpace, 1);
        *space = read_space (run, scope, name);
        g_hash_table_insert (scope->spaces, g_steal_pointer (&name), space);
    }
    ink->space = *space;
    ink->gray = ink->space.components == 0 ? 0.5 : 0;
}

gboolean
evx_paint_colour (EvxPaint *run, const EvxPaintScope *scope, const EvxToken *op)
{
    switch (evx_paint_operator (op)) {
    case EVX_OPERATOR ('g', 0, 0):
        set_ink (run, &run->now.fill, evx_device_gray);
        return TRUE;
    case EVX_OPERATOR ('G', 0, 0):
        set_ink (run, &run->now.stroke, evx_device_gray);
        return TRUE;
    case EVX_OPERATOR ('r', 'g', 0):
        set_ink (run, &run->now.fill, evx_device_rgb);
        return TRUE;
    case EVX_OPERATOR ('R', 'G', 0):
        set_ink (run, &run->now.stroke, evx_device_rgb);
        return TRUE;
    case EVX_OPERATOR ('k', 0, 0):
        set_ink (run, &run->now.fill, evx_device_cmyk);
        return TRUE;
    case EVX_OPERATOR ('K', 0, 0):
        set_ink (run, &run->now.stroke, evx_device_cmyk);
        return TRUE;
    case EVX_OPERATOR ('s', 'c', 0):
    case EVX_OPERATOR ('s', 'c', 'n'):
        set_ink_in_space (run, &run->now.fill);
        return TRUE;
    case EVX_OPERATOR ('S', 'C', 0):
    case EVX_OPERATOR ('S', 'C', 'N'):
        set_ink_in_space (run, &run->now.stroke);
        return TRUE;
    case EVX_OPERATOR ('c', 's', 0):
        set_space (run, scope, &run->now.fill);
        return TRUE;
    case EVX_OPERATOR ('C', 'S', 0):
        set_space (run, scope, &run->now.stroke);
        return TRUE;
    default:
        return FALSE;
    }
}
