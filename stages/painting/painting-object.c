/* Values of PDF objects, read with forbearance. */
#include "painting-object.h"

#include <math.h>

double
evx_object_number (qpdf_data qpdf, qpdf_oh object, double other)
{
    double value = other;
    return qpdf_oh_get_value_as_number (qpdf, object, &value) && isfinite (value) ? value : other;
}

double
evx_object_number_key (qpdf_data qpdf, qpdf_oh dict, const char *key, double other)
{
    qpdf_oh item = qpdf_oh_get_key_if_dict (qpdf, dict, key);
    double value = evx_object_number (qpdf, item, other);
    qpdf_oh_release (qpdf, item);
    return value;
}

gboolean
evx_object_numbers (qpdf_data qpdf, qpdf_oh array, double *to, int n)
{
    if (!qpdf_oh_is_array (qpdf, array) || qpdf_oh_get_array_n_items (qpdf, array) < n)
        return FALSE;
    for (int i = 0; i < n; i++)
        to[i] = evx_object_number (qpdf, qpdf_oh_get_array_item (qpdf, array, i), 0);
    return TRUE;
}

gboolean
evx_object_box (qpdf_data qpdf, qpdf_oh array, EvxBox *box)
{
    double v[4];
    if (!evx_object_numbers (qpdf, array, v, 4))
        return FALSE;
    *box = (EvxBox) { MIN (v[0], v[2]), MIN (v[1], v[3]), MAX (v[0], v[2]), MAX (v[1], v[3]) };
    return TRUE;
}

gboolean
evx_object_is_name (qpdf_data qpdf, qpdf_oh dict, const char *key, const char *name)
{
    return qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key_if_dict (qpdf, dict, key), name);
}

qpdf_oh
evx_object_inherited (qpdf_data qpdf, qpdf_oh node, const char *key)
{
    for (guint i = 0; i < 64 && qpdf_oh_is_dictionary (qpdf, node); i++) {
        qpdf_oh value = qpdf_oh_get_key (qpdf, node, key);
        if (!qpdf_oh_is_null (qpdf, value))
            return value;
        node = qpdf_oh_get_key (qpdf, node, "/Parent");
    }
    return qpdf_oh_new_null (qpdf);
}
