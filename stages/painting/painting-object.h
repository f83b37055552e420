/* Values of PDF objects as qpdf holds them; what is missing, or of another type, is the value that the caller
 * names. Handles live until qpdf_oh_release_all. */
#pragma once

#include "../geometry.h"

#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/** The number, or @other if it is none or not finite. */
double evx_object_number (qpdf_data qpdf, qpdf_oh object, double other);

/** The same of an entry of a dictionary. */
double evx_object_number_key (qpdf_data qpdf, qpdf_oh dict, const char *key, double other);

/** Reads @n numbers of an array to @to. FALSE, and nothing read, if it is no array or shorter. */
gboolean evx_object_numbers (qpdf_data qpdf, qpdf_oh array, double *to, int n);

/** A rectangle (ISO 32000-1, 7.9.5) with its corners in order, in its own space. FALSE if it is none. */
gboolean evx_object_box (qpdf_data qpdf, qpdf_oh array, EvxBox *box);

/** Whether the entry of @dict is the name @name, slash included. */
gboolean evx_object_is_name (qpdf_data qpdf, qpdf_oh dict, const char *key, const char *name);

/** An entry that a page inherits from the nodes above it, as /Rotate and /Resources; null if none has it. */
qpdf_oh evx_object_inherited (qpdf_data qpdf, qpdf_oh node, const char *key);

G_END_DECLS
