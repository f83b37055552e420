/* Fonts as far as painting.c needs them (ISO 32000-1, 9.6 to 9.10): how wide, and told as what. */
#include "painting-font.h"

#include "../content.h"
#include "painting-object.h"

#include <math.h>
#include <string.h>

/* A hostile width array may name any number of codes. */
#define MAX_RANGES 70000

/* Codes first..last of a composite font. */
typedef struct {
    guint first, last;
    float width;
} Range;

struct _EvxFont {
    gboolean wide, mapped, drawn;
    float widths[256]; /* of a simple font, ems */
    float usual;       /* of any other code */
    GArray *ranges;    /* Range, by first */
};

/* ---- widths --------------------------------------------------------------------------------------- */

/* A width in ems; anything absurd counts as nothing. */
static float
em_width (double width, double unit)
{
    double w = width * unit;
    return isfinite (w) && fabs (w) < 100 ? (float) w : 0;
}

static double
number_at (qpdf_data qpdf, qpdf_oh array, int i)
{
    qpdf_oh item = qpdf_oh_get_array_item (qpdf, array, i);
    double value = evx_object_number (qpdf, item, 0);
    qpdf_oh_release (qpdf, item);
    return value;
}

/* Type 3 glyphs have a unit of their own; all others 1/1000 em. */
static double
unit_of (qpdf_data qpdf, qpdf_oh font, gboolean type3)
{
    if (!type3)
        return 0.001;
    qpdf_oh matrix = qpdf_oh_get_key_if_dict (qpdf, font, "/FontMatrix");
    double unit = qpdf_oh_is_array (qpdf, matrix) ? fabs (number_at (qpdf, matrix, 0)) : 0.001;
    return unit > 0 ? unit : 0.001;
}

/* Thousandths of an em of the codes from 32 to 126 of the fonts that every reader has, and whose widths a file may
 * leave out (9.6.2.2); bold and slanted ones differ little. */
static const guint16 helvetica[] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};
static const guint16 times[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
    500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

static void
set_standard_widths (EvxFont *self, const char *name)
{
    const guint16 *known = g_str_has_prefix (name, "/Helvetica") || g_str_has_prefix (name, "/Arial") ? helvetica
                           : g_str_has_prefix (name, "/Times")                                       ? times
                                                                                                     : NULL;
    float all = g_str_has_prefix (name, "/Courier") ? 0.6f : self->usual;
    for (int i = 0; i < 256; i++)
        self->widths[i] = known != NULL && i >= 32 && i <= 126 ? (float) known[i - 32] / 1000 : all;
}

static void
load_simple_widths (EvxFont *self, qpdf_data qpdf, qpdf_oh font, gboolean type3)
{
    double unit = unit_of (qpdf, font, type3);
    int first = (int) CLAMP (evx_object_number_key (qpdf, font, "/FirstChar", 0), 0, 256);
    qpdf_oh widths = qpdf_oh_get_key_if_dict (qpdf, font, "/Widths");
    int n = qpdf_oh_is_array (qpdf, widths) ? qpdf_oh_get_array_n_items (qpdf, widths) : 0;
    qpdf_oh name = qpdf_oh_get_key_if_dict (qpdf, font, "/BaseFont");
    if (n == 0)
        set_standard_widths (self, qpdf_oh_is_name (qpdf, name) ? qpdf_oh_get_name (qpdf, name) : "");
    for (int i = 0; i < n && first + i < 256; i++)
        self->widths[first + i] = em_width (number_at (qpdf, widths, i), unit);
}

static void
add_range (EvxFont *self, double first, double last, double width)
{
    if (first < 0 || last < first || last > 65535 || self->ranges->len >= MAX_RANGES)
        return;
    Range range = { (guint) first, (guint) last, em_width (width, 0.001) };
    g_array_append_val (self->ranges, range);
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
    const Range *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/* Mostly they are written so. */
static gboolean
are_in_order (const GArray *ranges)
{
    for (guint i = 1; i < ranges->len; i++)
        if (g_array_index (ranges, Range, i).first < g_array_index (ranges, Range, i - 1).first)
            return FALSE;
    return TRUE;
}

/* W: c [w1 w2 ...] for codes from c on, or c_first c_last w (9.7.4.3). Read from the array written out as
 * text, which is ten times faster than item by item. FALSE where an item is a reference. */
static gboolean
load_ranges (EvxFont *self, const char *text)
{
    EvxContent content = { text, text + strlen (text) };
    EvxToken token = { 0 };
    double outer[3] = { 0 };
    guint n = 0, depth = 0;
    while (evx_content_next (&content, &token)) {
        if (token.kind == EVX_TOKEN_OPERATOR)
            return FALSE;
        depth += token.kind == EVX_TOKEN_OPEN;
        if (token.kind == EVX_TOKEN_CLOSE && depth-- == 2)
            n = 0;
        if (token.kind != EVX_TOKEN_NUMBER)
            continue;
        if (depth == 2 && n > 0) {
            add_range (self, outer[n - 1], outer[n - 1], token.number);
            outer[n - 1]++;
        } else if (depth == 1) {
            outer[n++] = token.number;
            if (n == 3)
                add_range (self, outer[0], outer[1], outer[2]);
            n %= 3;
        }
    }
    return TRUE;
}

static void
load_ranges_by_item (EvxFont *self, qpdf_data qpdf, qpdf_oh widths)
{
    int n = qpdf_oh_get_array_n_items (qpdf, widths);
    for (int i = 0; i + 1 < n;) {
        double first = number_at (qpdf, widths, i);
        qpdf_oh next = qpdf_oh_get_array_item (qpdf, widths, i + 1);
        if (qpdf_oh_is_array (qpdf, next)) {
            int m = qpdf_oh_get_array_n_items (qpdf, next);
            for (int j = 0; j < m && j < 65536; j++)
                add_range (self, first + j, first + j, number_at (qpdf, next, j));
            i += 2;
        } else {
            add_range (self, first, evx_object_number (qpdf, next, -1), number_at (qpdf, widths, i + 2));
            i += 3;
        }
        qpdf_oh_release (qpdf, next);
    }
}

static void
load_wide_widths (EvxFont *self, qpdf_data qpdf, qpdf_oh descendant)
{
    self->usual = em_width (evx_object_number_key (qpdf, descendant, "/DW", 1000), 0.001);
    qpdf_oh widths = qpdf_oh_get_key_if_dict (qpdf, descendant, "/W");
    if (!qpdf_oh_is_array (qpdf, widths))
        return;
    const char *text = qpdf_oh_unparse_resolved (qpdf, widths);
    if (text == NULL || !load_ranges (self, text)) {
        g_array_set_size (self->ranges, 0);
        load_ranges_by_item (self, qpdf, widths);
    }
    if (!are_in_order (self->ranges))
        g_array_sort (self->ranges, compare_ranges);
}

double
evx_font_width (const EvxFont *self, guint code)
{
    if (!self->wide)
        return self->widths[code & 0xff];
    guint low = 0, high = self->ranges->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        const Range *range = &g_array_index (self->ranges, Range, middle);
        if (code < range->first)
            high = middle;
        else if (code > range->last)
            low = middle + 1;
        else
            return range->width;
    }
    return self->usual;
}

/* ---- characters ---------------------------------------------------------------------------------- */

/* A name that only numbers the glyph ("g31", "cid123", "C0031") tells no character; "uni0041" does. */
static gboolean
is_numbered (const char *name)
{
    const char *digits = name;
    while (g_ascii_isalpha (*digits))
        digits++;
    gsize letters = (gsize) (digits - name);
    if (letters == 0 || letters > 5 || !g_ascii_isdigit (*digits))
        return FALSE;
    if (strncmp (name, "uni", 3) == 0 || (letters == 1 && *name == 'u'))
        return FALSE;
    while (g_ascii_isdigit (*digits))
        digits++;
    return *digits == '\0';
}

static gboolean
names_characters (qpdf_data qpdf, qpdf_oh encoding)
{
    qpdf_oh differences = qpdf_oh_get_key_if_dict (qpdf, encoding, "/Differences");
    if (!qpdf_oh_is_array (qpdf, differences))
        return TRUE;
    int n = MIN (qpdf_oh_get_array_n_items (qpdf, differences), 1024), names = 0, numbered = 0;
    for (int i = 0; i < n; i++) {
        qpdf_oh item = qpdf_oh_get_array_item (qpdf, differences, i);
        if (qpdf_oh_is_name (qpdf, item)) {
            names++;
            numbered += is_numbered (qpdf_oh_get_name (qpdf, item) + 1);
        }
        qpdf_oh_release (qpdf, item);
    }
    return numbered * 2 <= names;
}

static gboolean
has_to_unicode (qpdf_data qpdf, qpdf_oh font)
{
    qpdf_oh map = qpdf_oh_get_key_if_dict (qpdf, font, "/ToUnicode");
    unsigned char *data = NULL;
    size_t size = 0;
    if (!qpdf_oh_is_stream (qpdf, map) ||
        (qpdf_oh_get_stream_data (qpdf, map, qpdf_dl_specialized, NULL, &data, &size) & QPDF_ERRORS))
        return FALSE;
    gboolean maps = data != NULL && memmem (data, size, "beginbf", 7) != NULL;
    free (data);
    return maps;
}

static gboolean
is_symbolic (qpdf_data qpdf, qpdf_oh font)
{
    qpdf_oh descriptor = qpdf_oh_get_key_if_dict (qpdf, font, "/FontDescriptor");
    return ((int) evx_object_number_key (qpdf, descriptor, "/Flags", 0) & 4) != 0;
}

/* 9.10.2: without ToUnicode a simple font tells its characters by its encoding's names. A symbolic
 * TrueType or a Type 3 font without an encoding tells nothing; other fonts have one built in. */
static gboolean
simple_font_is_mapped (qpdf_data qpdf, qpdf_oh font, const char *subtype)
{
    qpdf_oh encoding = qpdf_oh_get_key_if_dict (qpdf, font, "/Encoding");
    if (qpdf_oh_is_name (qpdf, encoding))
        return TRUE;
    if (qpdf_oh_is_dictionary (qpdf, encoding))
        return names_characters (qpdf, encoding);
    if (strcmp (subtype, "/Type3") == 0)
        return FALSE;
    return strcmp (subtype, "/TrueType") != 0 || !is_symbolic (qpdf, font);
}

/* A composite font tells them by a predefined CMap, or by a collection other than Adobe-Identity. */
static gboolean
wide_font_is_mapped (qpdf_data qpdf, qpdf_oh font, qpdf_oh descendant)
{
    qpdf_oh encoding = qpdf_oh_get_key_if_dict (qpdf, font, "/Encoding");
    if (qpdf_oh_is_name (qpdf, encoding) &&
        strncmp (qpdf_oh_get_name (qpdf, encoding), "/Identity", 9) != 0)
        return TRUE;
    qpdf_oh system = qpdf_oh_get_key_if_dict (qpdf, descendant, "/CIDSystemInfo");
    qpdf_oh ordering = qpdf_oh_get_key_if_dict (qpdf, system, "/Ordering");
    return qpdf_oh_is_string (qpdf, ordering) &&
           strcmp (qpdf_oh_get_utf8_value (qpdf, ordering), "Identity") != 0;
}

EvxFont *
evx_font_new (qpdf_data qpdf, qpdf_oh font)
{
    EvxFont *self = g_new0 (EvxFont, 1);
    qpdf_oh type = qpdf_oh_get_key_if_dict (qpdf, font, "/Subtype");
    g_autofree char *subtype =
        g_strdup (qpdf_oh_is_name (qpdf, type) ? qpdf_oh_get_name (qpdf, type) : "");
    self->usual = 0.5f;
    self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
    self->wide = strcmp (subtype, "/Type0") == 0;
    self->drawn = strcmp (subtype, "/Type3") == 0;
    self->mapped = has_to_unicode (qpdf, font);
    if (self->wide) {
        qpdf_oh list = qpdf_oh_get_key_if_dict (qpdf, font, "/DescendantFonts");
        qpdf_oh descendant = qpdf_oh_is_array (qpdf, list) ? qpdf_oh_get_array_item (qpdf, list, 0)
                                                           : qpdf_oh_new_null (qpdf);
        load_wide_widths (self, qpdf, descendant);
        self->mapped = self->mapped || wide_font_is_mapped (qpdf, font, descendant);
    } else {
        load_simple_widths (self, qpdf, font, self->drawn);
        self->mapped = self->mapped || simple_font_is_mapped (qpdf, font, subtype);
    }
    return self;
}

void
evx_font_free (EvxFont *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->ranges);
    g_free (self);
}

gboolean
evx_font_is_wide (const EvxFont *self)
{
    return self->wide;
}

gboolean
evx_font_is_mapped (const EvxFont *self)
{
    return self->mapped;
}

gboolean
evx_font_is_drawn (const EvxFont *self)
{
    return self->drawn;
}
