/* Writes the tables of a page: their columns, named by their head or, where a table goes on, by that of the page
 * before, and their rows. */
#include "index-internal.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The cells' texts of a page, made in one pass over its words. */
static GPtrArray *
cell_texts (const EvxPage *page)
{
    GPtrArray *texts = g_ptr_array_new_full (page->cells->len, NULL);
    for (guint i = 0; i < page->cells->len; i++)
        g_ptr_array_add (texts, g_string_new (NULL));
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->cell < 0 || (guint) word->cell >= texts->len)
            continue;
        GString *text = texts->pdata[word->cell];
        if (text->len > 0)
            g_string_append_c (text, ' ');
        g_string_append_len (text, page->text->str + word->start, word->length);
    }
    return texts;
}

static void
free_texts (GPtrArray *texts)
{
    for (guint i = 0; i < texts->len; i++)
        g_string_free (texts->pdata[i], TRUE);
    g_ptr_array_unref (texts);
}

/* Adds what one header row says to the names of the columns it covers. */
static void
add_header (const EvxPage *page, const EvxRow *row, const GPtrArray *texts, GPtrArray *names)
{
    for (guint c = row->first_cell; c < row->first_cell + row->n_cells; c++) {
        const EvxCell *cell = &g_array_index (page->cells, EvxCell, c);
        const GString *text = texts->pdata[c];
        for (guint at = cell->column; text->len > 0 && at < cell->column + (guint) cell->columns &&
                                      at < names->len;
             at++) {
            GString *name = names->pdata[at];
            g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", text->str);
        }
    }
}

/* A name for each column, each different: a column without one is "column 3", a second "Date" is
 * "Date (2)". */
static char **
settle_names (const GPtrArray *names)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    char **settled = g_new0 (char *, names->len + 1);
    for (guint i = 0; i < names->len; i++) {
        const GString *name = names->pdata[i];
        g_autofree char *base =
            name->len > 0 ? g_strdup (name->str) : g_strdup_printf ("column %u", i + 1);
        settled[i] = g_strdup (base);
        for (guint again = 2; g_hash_table_contains (seen, settled[i]); again++) {
            g_free (settled[i]);
            settled[i] = g_strdup_printf ("%s (%u)", base, again);
        }
        g_hash_table_add (seen, g_strdup (settled[i]));
    }
    return settled;
}

static char **
names_of_header (const EvxPage *page, const EvxTable *table, const GPtrArray *texts, gboolean *found)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new ();
    for (guint i = 0; i < table->n_columns; i++)
        g_ptr_array_add (names, g_string_new (NULL));
    *found = FALSE;
    for (guint r = table->first_row; r < table->first_row + table->n_rows; r++) {
        const EvxRow *row = &g_array_index (page->rows, EvxRow, r);
        if (row->kind != EVX_ROW_HEADER)
            continue;
        *found = TRUE;
        add_header (page, row, texts, names);
    }
    char **settled = settle_names (names);
    for (guint i = 0; i < names->len; i++)
        g_string_free (names->pdata[i], TRUE);
    return settled;
}

/* A table that continues over the page carries no header of its own: the names stand on the page
 * before, as JSON, for as many columns. */
static char **
names_of_page_before (EvxIndex *index, gint64 page_id, guint n_columns)
{
    sqlite3_stmt *find = evx_index_statement (
        index, "select columns from page_table where page_id = ? order by n desc limit 1", NULL);
    if (find == NULL)
        return NULL;
    evx_index_bind (find, "i", page_id - 1);
    char **names = NULL;
    if (evx_index_row (index, find, NULL)) {
        g_autoptr (JsonNode) node = json_from_string (evx_index_text (find, 0), NULL);
        JsonArray *list = node != NULL ? json_node_get_array (node) : NULL;
        if (list != NULL && json_array_get_length (list) == n_columns) {
            names = g_new0 (char *, n_columns + 1);
            for (guint i = 0; i < n_columns; i++)
                names[i] = g_strdup (json_array_get_string_element (list, i));
        }
    }
    sqlite3_reset (find);
    return names;
}

/* ---- JSON -------------------------------------------------------------------------------------------
 * Written here, not by json-glib, which makes an object of each value: of a page that is all table that was
 * a quarter of what writing it took. */

static gboolean
stands_plain (char c)
{
    return (guchar) c >= ' ' && c != '"' && c != '\\' && c != 0x7f;
}

static void
append_escape (GString *out, char c)
{
    static const char letters[] = "\"\\\b\t\n\f\r", escapes[] = "\"\\btnfr";
    const char *letter = strchr (letters, c);
    if (letter != NULL)
        g_string_append_printf (out, "\\%c", escapes[letter - letters]);
    else
        g_string_append_printf (out, "\\u%04x", (guint) c);
}

static void
append_json (GString *out, const char *text)
{
    g_string_append_c (out, '"');
    for (const char *at = text; *at != '\0'; at++) {
        const char *plain = at;
        while (stands_plain (*at))
            at++;
        g_string_append_len (out, plain, at - plain);
        if (*at == '\0')
            break;
        append_escape (out, *at);
    }
    g_string_append_c (out, '"');
}

/* Each name as a row has it: "\"Date\":". Returns: (transfer full). */
static char **
keys_of (char **names)
{
    char **keys = g_new0 (char *, g_strv_length (names) + 1);
    for (guint i = 0; names[i] != NULL; i++) {
        GString *key = g_string_new (NULL);
        append_json (key, names[i]);
        g_string_append_c (key, ':');
        keys[i] = g_string_free (key, FALSE);
    }
    return keys;
}

static char *
columns_as_json (char **names)
{
    GString *out = g_string_new ("[");
    for (guint i = 0; names[i] != NULL; i++) {
        if (i > 0)
            g_string_append_c (out, ',');
        append_json (out, names[i]);
    }
    g_string_append_c (out, ']');
    return g_string_free (out, FALSE);
}

static gboolean
is_told (const EvxCell *cell, const GString *text, guint n_names)
{
    return text->len > 0 && cell->column < n_names;
}

/* Empty cells are left out: the JSON says what is printed in the row. Of cells with one name, the place of the first
 * and the text of the last. @last: for each column, 0. */
static void
cells_as_json (const EvxPage *page, const EvxRow *row, char **keys, guint n_names, const GPtrArray *texts,
               guint *last, GString *out)
{
    const EvxCell *cells = &g_array_index (page->cells, EvxCell, 0);
    guint end = row->first_cell + row->n_cells;
    for (guint c = row->first_cell; c < end; c++)
        if (is_told (&cells[c], texts->pdata[c], n_names))
            last[cells[c].column] = c + 1;
    g_string_assign (out, "{");
    for (guint c = row->first_cell; c < end; c++) {
        guint column = cells[c].column;
        if (!is_told (&cells[c], texts->pdata[c], n_names) || last[column] == 0)
            continue;
        if (out->len > 1)
            g_string_append_c (out, ',');
        g_string_append (out, keys[column]);
        append_json (out, ((const GString *) texts->pdata[last[column] - 1])->str);
        last[column] = 0;
    }
    g_string_append_c (out, '}');
}

static gboolean
put_rows (EvxIndex *index, gint64 page_id, const EvxPage *page, guint n, char **names,
          const GPtrArray *texts, GError **error)
{
    const EvxTable *table = &g_array_index (page->tables, EvxTable, n);
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into page_row (page_id, n, \"table\", \"row\", kind, cells, doubt, x0, y0, x1, y1) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    if (put == NULL)
        return FALSE;
    g_autoptr (GString) cells = g_string_new (NULL);
    g_auto (GStrv) keys = keys_of (names);
    g_autofree guint *last = g_new0 (guint, table->n_columns);
    for (guint r = 0; r < table->n_rows; r++) {
        const EvxRow *row = &g_array_index (page->rows, EvxRow, table->first_row + r);
        cells_as_json (page, row, keys, table->n_columns, texts, last, cells);
        g_autofree char *doubt = evx_doubt_names (row->doubt);
        evx_index_bind (put, "iiiisssb", page_id, (gint64) table->first_row + r, (gint64) n, (gint64) r,
                        evx_row_kind_name ((EvxRowKind) row->kind), cells->str, doubt, &row->box);
        if (!evx_index_done (index, put, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_table (EvxIndex *index, gint64 page_id, const EvxPage *page, guint n, const GPtrArray *texts,
           GError **error)
{
    const EvxTable *table = &g_array_index (page->tables, EvxTable, n);
    gboolean found;
    g_auto (GStrv) names = names_of_header (page, table, texts, &found);
    if (table->continued && !found) {
        char **before = names_of_page_before (index, page_id, table->n_columns);
        if (before != NULL) {
            g_strfreev (names);
            names = before;
        }
    }
    g_autofree char *columns = columns_as_json (names);
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into page_table (page_id, n, columns, ruled, continued, x0, y0, x1, y1) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    if (put == NULL)
        return FALSE;
    evx_index_bind (put, "iisiib", page_id, (gint64) n, columns, (gint64) table->ruled,
                    (gint64) table->continued, &table->box);
    return evx_index_done (index, put, error) && put_rows (index, page_id, page, n, names, texts, error);
}

gboolean
evx_index_put_tables (EvxIndex *index, gint64 page_id, const EvxPage *page, GError **error)
{
    if (page->tables->len == 0)
        return TRUE;
    GPtrArray *texts = cell_texts (page);
    gboolean done = TRUE;
    for (guint n = 0; done && n < page->tables->len; n++)
        done = put_table (index, page_id, page, n, texts, error);
    free_texts (texts);
    return done;
}
