/* The picture is written as text: cairo would turn its labels into shapes, which neither a search
 * nor a screen reader finds. */
#include "chart.h"

#include "../relate/counts.h"
#include "../relate/tally.h"
#include "../sort.h"

#include <string.h>

static const char *const kinds[] = { "requests", "notifications", "transfers" };
enum { N_KINDS = G_N_ELEMENTS (kinds) };

/* Sizes in px of the picture. */
enum {
    YEAR_WIDTH = 64,
    PLOT_HEIGHT = 180,
    LEFT = 16,
    TOP = 56,
    BOTTOM = 44,
    GAP = 36,
    BAR = 26,
    KEY_WIDTH = 570,
    MOST_YEARS = 12
};

typedef struct {
    gint year;
    GArray *claimed; /* gint64, different ones, in order of size */
    gint64 counted;  /* or EVX_NONE */
    gint64 least, most; /* what the count may come to, with rows in doubt and rows whose date is not read */
} Year;

typedef struct {
    const char *kind;
    GArray *years; /* Year, in order */
    gint64 most;
} Panel;

static void
clear_year (gpointer data)
{
    g_array_unref (((Year *)data)->claimed);
}

static void
panel_free (gpointer data)
{
    Panel *panel = data;
    g_array_unref (panel->years);
    g_free (panel);
}

/* ---- what is drawn ----------------------------------------------------------------------------
 */

/* An exact number for a whole calendar year of what did happen. */
static gboolean
is_drawn (const EvxClaim *claim, const char *kind)
{
    gboolean bound = claim->qualifier != NULL, part = claim->period_start != NULL;
    gboolean of_not = claim->number > 0 && g_strcmp0 (claim->assertion, "negated") == 0;
    return strcmp (claim->what, kind) == 0 && claim->year != EVX_NONE && !bound && !part && !of_not &&
           evx_unit_is_of_rows (evx_unit_of (claim));
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
    return ((const Year *)a)->year - ((const Year *)b)->year;
}

static void
add_number (Panel *panel, gint year, gint64 number)
{
    Year *found = NULL;
    for (guint i = 0; i < panel->years->len && found == NULL; i++)
        if (g_array_index (panel->years, Year, i).year == year)
            found = &g_array_index (panel->years, Year, i);
    if (found == NULL) {
        Year fresh = { year, g_array_new (FALSE, FALSE, sizeof (gint64)), EVX_NONE, 0, 0 };
        g_array_append_val (panel->years, fresh);
        found = &g_array_index (panel->years, Year, panel->years->len - 1);
    }
    for (guint i = 0; i < found->claimed->len; i++)
        if (g_array_index (found->claimed, gint64, i) == number)
            return;
    g_array_append_val (found->claimed, number);
}

static void
count_rows (Panel *panel, EvxTally *tally, const char *agency)
{
    for (guint i = 0; i < panel->years->len; i++) {
        Year *year = &g_array_index (panel->years, Year, i);
        guint32 first = (guint32)year->year * 10000 + 101,
                last = (guint32)year->year * 10000 + 1231;
        g_auto (EvxTallied) tallied = { 0 };
        if (evx_tally_count (tally, agency, panel->kind, first, last, &tallied) &&
            tallied.events > 0) {
            year->counted = tallied.events;
            year->least = (gint64)tallied.events - tallied.doubtful;
            year->most = (gint64)tallied.events + tallied.undated;
        }
        g_array_sort (year->claimed, evx_sort_int64s);
        panel->most = MAX (panel->most, year->counted);
        panel->most =
            MAX (panel->most, g_array_index (year->claimed, gint64, year->claimed->len - 1));
    }
}

static Panel *
panel_new (const EvxCollection *collection, EvxTally *tally, const char *agency, const char *kind)
{
    Panel *panel = g_new0 (Panel, 1);
    panel->kind = kind;
    panel->years = g_array_new (FALSE, FALSE, sizeof (Year));
    g_array_set_clear_func (panel->years, clear_year);
    EvxAgencies *agencies = evx_tally_agencies (tally);
    for (guint d = 0; d < collection->documents->len; d++) {
        const EvxDocument *document = collection->documents->pdata[d];
        for (guint c = 0; c < document->claims->len; c++) {
            const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, c);
            if (is_drawn (claim, kind) &&
                strcmp (evx_agencies_key (agencies, d, claim->agency), agency) == 0)
                add_number (panel, claim->year, claim->number);
        }
    }
    g_array_sort (panel->years, compare_years);
    if (panel->years->len > MOST_YEARS) /* the latest */
        g_array_remove_range (panel->years, 0, panel->years->len - MOST_YEARS);
    count_rows (panel, tally, agency);
    return panel;
}

/* The key of the agency that most claims of a year name; its name as first written goes to @name. */
static const char *
agency_of_most (const EvxCollection *collection, EvxAgencies *agencies, const char **name)
{
    g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
    const char *best = NULL;
    guint most = 0;
    for (guint d = 0; d < collection->documents->len; d++) {
        const EvxDocument *document = collection->documents->pdata[d];
        for (guint c = 0; c < document->claims->len; c++) {
            const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, c);
            if (claim->agency == NULL || claim->year == EVX_NONE)
                continue;
            const char *key = evx_agencies_key (agencies, d, claim->agency);
            if (*key == '\0')
                continue;
            guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
            g_hash_table_insert (counts, (gpointer)key, GUINT_TO_POINTER (count));
            if (count > most) {
                most = count;
                if (g_strcmp0 (best, key) != 0)
                    *name = claim->agency;
                best = key;
            }
        }
    }
    return best;
}

/* ---- drawing ----------------------------------------------------------------------------------
 */

/* Blue and orange of Okabe and Ito, told apart by all kinds of colour vision. */
static const char style[] =
    "<style>\n"
    "text{font:12px "
    "system-ui,sans-serif;fill:#222}.t{font-weight:600;font-size:13px}.n{font-size:11px}\n"
    ".m{fill:#555}.bar{fill:#b9c4cf}.axis{stroke:#888}.same{fill:#0072b2}.other{fill:#d55e00}\n"
    ".alone{fill:none;stroke:#555;stroke-width:1.5}\n"
    "@media(prefers-color-scheme:dark){text{fill:#e6e6e6}.m{fill:#aaa}.bar{fill:#4a5663}.alone{"
    "stroke:#aaa}\n"
    ".same{fill:#56b4e9}.other{fill:#ff9a4d}}\n"
    "</style>\n";

static double
height_of (const Panel *panel, gint64 number)
{
    return panel->most > 0 ? (double)number / (double)panel->most * PLOT_HEIGHT : 0;
}

#define append                                                                                     \
    g_string_append_printf /* all numbers are whole: no locale turns a point into a comma */

static void
draw_bar (GString *svg, const Panel *panel, const Year *year, int x)
{
    int base = TOP + PLOT_HEIGHT, height = (int)height_of (panel, year->counted);
    if (year->counted == EVX_NONE) {
        append (svg,
                "<text class=\"n m\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">no rows</text>\n",
                x - 2, base - 4);
        return;
    }
    append (svg,
            "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><title>%d: "
            "%" G_GINT64_FORMAT " rows counted</title></rect>\n",
            x - BAR + 4, base - height, BAR, height, year->year, year->counted);
    int inside = height > 18 ? base - height + 14 : base - height - 4;
    append (svg,
            "<text class=\"n\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%" G_GINT64_FORMAT
            "</text>\n",
            x - BAR / 2 + 4, inside, year->counted);
}

/* A mark stands right of the bar, its number beside it; numbers that would overlap move up. */
static void
draw_claims (GString *svg, const Panel *panel, const Year *year, int x)
{
    int last = TOP + PLOT_HEIGHT + 7;
    for (guint i = 0; i < year->claimed->len; i++) {
        gint64 number = g_array_index (year->claimed, gint64, i);
        int y = TOP + PLOT_HEIGHT - (int)height_of (panel, number);
        gboolean same = number == year->counted;
        gboolean open = !same && number >= year->least && number <= year->most;
        int label = MIN (y + 4, last - 12); /* the first stays above the axis */
        last = label;
        append (svg, "<g><title>%d: %" G_GINT64_FORMAT " claimed</title>", year->year, number);
        if (year->counted == EVX_NONE || open)
            append (svg, "<circle class=\"alone\" cx=\"%d\" cy=\"%d\" r=\"4\"/>", x + 10, y);
        else if (same)
            append (svg, "<circle class=\"same\" cx=\"%d\" cy=\"%d\" r=\"4\"/>", x + 10, y);
        else
            append (svg, "<path class=\"other\" d=\"M%d %dl5 5-5 5-5-5z\"/>", x + 10, y - 5);
        append (svg, "<text class=\"n\" x=\"%d\" y=\"%d\">%" G_GINT64_FORMAT "</text></g>\n",
                x + 17, label, number);
    }
}

static void
draw_panel (GString *svg, const Panel *panel, int left)
{
    int base = TOP + PLOT_HEIGHT, width = (int)panel->years->len * YEAR_WIDTH;
    append (svg, "<text class=\"t\" x=\"%d\" y=\"%d\">%c%s</text>\n", left, TOP - 16,
            g_ascii_toupper (panel->kind[0]), panel->kind + 1);
    for (guint i = 0; i < panel->years->len; i++) {
        const Year *year = &g_array_index (panel->years, Year, i);
        int x = left + (int)i * YEAR_WIDTH + YEAR_WIDTH / 2 - 4;
        draw_bar (svg, panel, year, x);
        draw_claims (svg, panel, year, x);
        append (svg, "<text class=\"m\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", x,
                base + 16, year->year);
    }
    append (svg, "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", left, base,
            left + width, base);
}

static void
draw_key (GString *svg)
{
    int y = TOP + PLOT_HEIGHT + BOTTOM - 8;
    append (svg, "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"10\" height=\"10\"/>\n", LEFT,
            y - 9);
    append (svg, "<text class=\"n\" x=\"%d\" y=\"%d\">rows counted</text>\n", LEFT + 15, y);
    append (svg, "<circle class=\"same\" cx=\"%d\" cy=\"%d\" r=\"4\"/>\n", LEFT + 104, y - 4);
    append (svg, "<text class=\"n\" x=\"%d\" y=\"%d\">claimed, as counted</text>\n", LEFT + 112, y);
    append (svg, "<path class=\"other\" d=\"M%d %dl5 5-5 5-5-5z\"/>\n", LEFT + 236, y - 9);
    append (svg, "<text class=\"n\" x=\"%d\" y=\"%d\">claimed, not as counted</text>\n", LEFT + 245,
            y);
    append (svg, "<circle class=\"alone\" cx=\"%d\" cy=\"%d\" r=\"4\"/>\n", LEFT + 390, y - 4);
    append (svg, "<text class=\"n\" x=\"%d\" y=\"%d\">claimed, no sure count</text>\n",
            LEFT + 398, y);
}

static char *
draw (const GPtrArray *panels, const char *agency)
{
    GString *svg = g_string_new (NULL);
    int width = LEFT;
    for (guint i = 0; i < panels->len; i++)
        width += (int)((const Panel *)panels->pdata[i])->years->len * YEAR_WIDTH + GAP;
    width = MAX (width, KEY_WIDTH);
    g_autofree char *title = g_markup_printf_escaped ("%s: claimed and counted, by year", agency);
    append (svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d "
            "%d\" "
            "role=\"img\" aria-label=\"%s\">\n%s",
            width, TOP + PLOT_HEIGHT + BOTTOM, width, TOP + PLOT_HEIGHT + BOTTOM, title, style);
    append (svg, "<text class=\"t\" x=\"%d\" y=\"18\">%s</text>\n", LEFT, title);
    int left = LEFT;
    for (guint i = 0; i < panels->len; i++) {
        const Panel *panel = panels->pdata[i];
        draw_panel (svg, panel, left);
        left += (int)panel->years->len * YEAR_WIDTH + GAP;
    }
    draw_key (svg);
    g_string_append (svg, "</svg>\n");
    return g_string_free (svg, FALSE);
}

char *
evx_chart_reconcile (const EvxCollection *collection)
{
    g_autoptr (EvxTally) tally = evx_tally_new (collection);
    g_autoptr (GPtrArray) panels = g_ptr_array_new_with_free_func (panel_free);
    const char *name = NULL, *key = agency_of_most (collection, evx_tally_agencies (tally), &name);
    if (key == NULL)
        return NULL;
    for (guint i = 0; i < N_KINDS; i++) {
        Panel *panel = panel_new (collection, tally, key, kinds[i]);
        if (panel->years->len > 0)
            g_ptr_array_add (panels, panel);
        else
            panel_free (panel);
    }
    return panels->len > 0 ? draw (panels, name) : NULL;
}
