/* Colours as light and dark: all that the reading of a page asks of them. */
#include "painting-colour.h"

#include "painting-object.h"

const EvxColourSpace evx_device_gray = { .components = 1 };
const EvxColourSpace evx_device_rgb = { .components = 3 };
const EvxColourSpace evx_device_cmyk = { .components = 4 };

double
evx_colour_luminance (const EvxColourSpace *space, const double *v)
{
    double gray = 0.5;
    if (space->components == 1 && !space->indexed)
        gray = space->tint ? 1 - v[0] : v[0];
    else if (space->components == 3)
        gray = 0.299 * v[0] + 0.587 * v[1] + 0.114 * v[2];
    else if (space->components == 4)
        gray = (0.299 * (1 - v[0]) + 0.587 * (1 - v[1]) + 0.114 * (1 - v[2])) * (1 - v[3]);
    return CLAMP (gray, 0, 1);
}

EvxColourSpace
evx_colour_space (qpdf_data qpdf, qpdf_oh array)
{
    qpdf_oh family = qpdf_oh_get_array_item (qpdf, array, 0);
    if (qpdf_oh_is_name_and_equals (qpdf, family, "/ICCBased")) {
        qpdf_oh stream = qpdf_oh_get_array_item (qpdf, array, 1);
        qpdf_oh dict = qpdf_oh_is_stream (qpdf, stream) ? qpdf_oh_get_dict (qpdf, stream) : stream;
        double n = evx_object_number_key (qpdf, dict, "/N", 3);
        return n == 1 ? evx_device_gray : n == 4 ? evx_device_cmyk : evx_device_rgb;
    }
    if (qpdf_oh_is_name_and_equals (qpdf, family, "/CalGray"))
        return evx_device_gray;
    if (qpdf_oh_is_name_and_equals (qpdf, family, "/Separation") ||
        qpdf_oh_is_name_and_equals (qpdf, family, "/DeviceN"))
        return (EvxColourSpace) { .components = 1, .tint = TRUE };
    if (qpdf_oh_is_name_and_equals (qpdf, family, "/Indexed"))
        return (EvxColourSpace) { .components = 1, .indexed = TRUE };
    if (qpdf_oh_is_name_and_equals (qpdf, family, "/Pattern"))
        return (EvxColourSpace) { .components = 0 };
    return evx_device_rgb;
}
