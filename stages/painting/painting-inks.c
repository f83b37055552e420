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

/* cs, CS: a new space begins with its first colour, black in all but patterns. */
static void
set_space (EvxPaint *run, const EvxPaintScope *scope, EvxPaintInk *ink)
{
    qpdf_data qpdf = run->painter->qpdf;
    g_autofree char *name = evx_paint_name (run);
    if (name == NULL)
        return;
    if (strcmp (name, "/DeviceGray") == 0)
        ink->space = evx_device_gray;
    else if (strcmp (name, "/DeviceRGB") == 0)
        ink->space = evx_device_rgb;
    else if (strcmp (name, "/DeviceCMYK") == 0)
        ink->space = evx_device_cmyk;
    else if (strcmp (name, "/Pattern") == 0)
        ink->space = (EvxColourSpace) { .components = 0 };
    else {
        qpdf_oh space = evx_paint_resource (run, scope, "/ColorSpace", name);
        ink->space = qpdf_oh_is_array (qpdf, space) ? evx_colour_space (qpdf, space) : evx_device_gray;
    }
    ink->gray = ink->space.components == 0 ? 0.5 : 0;
}

gboolean
evx_paint_colour (EvxPaint *run, const EvxPaintScope *scope, const EvxToken *op)
{
    if (evx_token_is (op, "g"))
        set_ink (run, &run->now.fill, evx_device_gray);
    else if (evx_token_is (op, "G"))
        set_ink (run, &run->now.stroke, evx_device_gray);
    else if (evx_token_is (op, "rg"))
        set_ink (run, &run->now.fill, evx_device_rgb);
    else if (evx_token_is (op, "RG"))
        set_ink (run, &run->now.stroke, evx_device_rgb);
    else if (evx_token_is (op, "k"))
        set_ink (run, &run->now.fill, evx_device_cmyk);
    else if (evx_token_is (op, "K"))
        set_ink (run, &run->now.stroke, evx_device_cmyk);
    else if (evx_token_is (op, "sc") || evx_token_is (op, "scn"))
        set_ink_in_space (run, &run->now.fill);
    else if (evx_token_is (op, "SC") || evx_token_is (op, "SCN"))
        set_ink_in_space (run, &run->now.stroke);
    else if (evx_token_is (op, "cs"))
        set_space (run, scope, &run->now.fill);
    else if (evx_token_is (op, "CS"))
        set_space (run, scope, &run->now.stroke);
    else
        return FALSE;
    return TRUE;
}
