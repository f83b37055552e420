/* JSON, written piece by piece into a string: a row of millions needs no tree. Numbers have at most 7
 * digits behind which our values hold nothing (1/100 pt, float confidence). */
#pragma once

#include "../index/index.h"

G_BEGIN_DECLS

/** Appends @text in quotes, escaped (RFC 8259; also U+2028, U+2029 and DEL); null for NULL. */
void evx_json_string (GString *json, const char *text);

/** Appends the number in the shortest form of at most 7 digits; null if it is not finite. */
void evx_json_real (GString *json, double value);

/** Appends `"name":` and before it a comma if something stands there already. */
void evx_json_name (GString *json, const char *name);

/** Appends name and value. */
void evx_json_text (GString *json, const char *name, const char *value);
void evx_json_integer (GString *json, const char *name, gint64 value);
void evx_json_boolean (GString *json, const char *name, gboolean value);

/** Appends name and value of every column: "true"/"false" of evidential and to_ice as booleans, cells as
 * the object that they are. */
void evx_json_record (GString *json, const EvxRecord *record);

G_END_DECLS
