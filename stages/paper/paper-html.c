/* The visible text of HTML, by libxml2's forgiving parser, which neither follows a link nor loads an
 * entity. The tree is walked without recursion on the C stack: depth is the sender's to choose. Items of lists get
 * their bullet or number; a table that holds data stays a table, one that only places things on a page becomes its
 * lines. */
#include "paper-internal.h"

#include <libxml/HTMLparser.h>
#include <string.h>

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
    return node->type == XML_ELEMENT_NODE && node->name != NULL &&
           g_strv_contains (names, (const char *) node->name);
}

static gboolean
is_hidden (const xmlNode *node)
{
    static const char *const names[] = { "script", "style", "head", "template", "noscript", NULL };
    return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE || is_one_of (node, names);
}

static gboolean
is_block (const xmlNode *node)
{
    static const char *const names[] = { "p",  "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul",
                                         "ol", "tr",  "table", "section", "article", "header", "footer", "hr",
                                         "blockquote", "pre", "dt", "dd", "address", "title", "body", "caption", "figcaption", NULL };
    return is_one_of (node, names);
}

static gboolean
is_cell (const xmlNode *node)
{
    static const char *const names[] = { "td", "th", NULL };
    return is_one_of (node, names);
}

/* White space is one blank; none at the beginning of a line. */
static void
add_text (GString *text, const char *content)
{
    for (const char *p = content; *p != '\0'; p++) {
        gboolean blank = g_ascii_isspace (*p);
        char last = text->len > 0 ? text->str[text->len - 1] : '\n';
        if (!blank)
            g_string_append_c (text, *p);
        else if (last != ' ' && last != '\n')
            g_string_append_c (text, ' ');
    }
}

static void
end_line (GString *text)
{
    while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
    if (text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c (text, '\n');
}

/* ---- tables that hold data -------------------------------------------------------------------------------- */

enum { MOST_CELL_BYTES = 400 };

/* The node after @node in the order of the page, within @root; not one below @node if @over. NULL at the end. */
static const xmlNode *
following (const xmlNode *node, const xmlNode *root, gboolean over)
{
    if (!over && node->type == XML_ELEMENT_NODE && node->children != NULL)
        return node->children;
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static char *
text_of_cell (const xmlNode *cell)
{
    GString *text = g_string_new (NULL);
    for (const xmlNode *node = cell; node != NULL; node = following (node, cell, is_hidden (node))) {
        if (node->type == XML_TEXT_NODE && node->content != NULL)
            add_text (text, (const char *) node->content);
        else if (is_block (node))
            add_text (text, " ");
    }
    g_strdelimit (text->str, (char[]){ EVX_PAPER_FIELD, '\0' }, ' ');
    return g_strstrip (g_string_free (text, FALSE));
}

/* The columns that a cell covers. */
static guint
span_of (const xmlNode *cell)
{
    xmlChar *span = xmlGetProp ((xmlNode *) cell, (const xmlChar *) "colspan");
    guint64 columns = span != NULL ? g_ascii_strtoull ((const char *) span, NULL, 10) : 1;
    xmlFree (span);
    return (guint) CLAMP (columns, 1, EVX_PAPER_MOST_FIELDS);
}

static gboolean
holds_table (const xmlNode *table)
{
    for (const xmlNode *node = following (table, table, FALSE); node != NULL; node = following (node, table, is_hidden (node)))
        if (is_one_of (node, (const char *const[]){ "table", NULL }))
            return TRUE;
    return FALSE;
}

/* The rows of @table, each a string of fields; NULL if it holds another table, long texts or no two rows of two cells,
 * as tables do that only place things. */
static GPtrArray *
rows_of (const xmlNode *table, guint *columns)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
    guint wide = 0;
    *columns = 0;
    if (holds_table (table))
        return NULL;
    for (const xmlNode *node = following (table, table, FALSE); node != NULL;) {
        gboolean cell = is_cell (node);
        if (is_one_of (node, (const char *const[]){ "tr", NULL }))
            g_ptr_array_add (rows, g_ptr_array_new_with_free_func (g_free));
        if (cell && rows->len > 0) {
            GPtrArray *row = rows->pdata[rows->len - 1];
            g_ptr_array_add (row, text_of_cell (node));
            if (strlen (row->pdata[row->len - 1]) > MOST_CELL_BYTES)
                return NULL;
            wide += row->len == 2;
            for (guint span = span_of (node); span > 1; span--)
                g_ptr_array_add (row, g_strdup (""));
            *columns = MAX (*columns, row->len);
        }
        node = following (node, table, cell || is_hidden (node));
    }
    return wide >= 2 && *columns <= EVX_PAPER_MOST_FIELDS ? g_steal_pointer (&rows) : NULL;
}

/* Returns: TRUE if @table holds data, and stands in @text now. */
static gboolean
put_table (GString *text, const xmlNode *table)
{
    guint columns;
    g_autoptr (GPtrArray) rows = rows_of (table, &columns);
    for (guint r = 0; rows != NULL && r < rows->len; r++) {
        const GPtrArray *row = rows->pdata[r];
        for (guint c = 0; c < columns && row->len > 0; c++) {
            if (c > 0)
                g_string_append_c (text, EVX_PAPER_FIELD);
            g_string_append (text, c < row->len ? row->pdata[c] : "");
        }
        if (row->len > 0)
            g_string_append_c (text, '\n');
    }
    return rows != NULL;
}

/* ---- the page ------------------------------------------------------------------------------------------------ */

typedef struct {
    GString *text;
    GArray *lists; /* gint: of each list that is open the number of its last item; -1: it has bullets */
} Flow;

static const char *const list_names[] = { "ul", "ol", "menu", NULL };
static const char *const heading_names[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };

static void
begin_item (Flow *flow)
{
    gint *number = flow->lists->len > 0 ? &g_array_index (flow->lists, gint, flow->lists->len - 1) : NULL;
    for (guint level = 1; level < MIN (flow->lists->len, 8); level++)
        g_string_append (flow->text, "  ");
    if (number != NULL && *number >= 0)
        g_string_append_printf (flow->text, "%d. ", ++*number);
    else
        g_string_append (flow->text, "\xe2\x80\xa2 ");
}

static void
enter (Flow *flow, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE && node->content != NULL)
        add_text (flow->text, (const char *) node->content);
    else if (is_block (node))
        end_line (flow->text);
    if (is_one_of (node, list_names)) {
        gint number = is_one_of (node, (const char *const[]){ "ol", NULL }) ? 0 : -1;
        g_array_append_val (flow->lists, number);
    }
    if (is_one_of (node, (const char *const[]){ "li", NULL }))
        begin_item (flow);
    for (gint depth = is_one_of (node, heading_names) ? MIN (node->name[1] - '0', 3) : 0; depth > 0; depth--)
        g_string_append_c (flow->text, EVX_PAPER_HEADING);
}

static void
leave (Flow *flow, const xmlNode *node)
{
    static const char *const apart[] = { "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", NULL };
    GString *text = flow->text;
    if (is_cell (node) && text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append (text, "  ");
    if (is_block (node))
        end_line (text);
    if (is_one_of (node, apart))
        g_string_append_c (text, '\n');
    if (is_one_of (node, list_names) && flow->lists->len > 0)
        g_array_set_size (flow->lists, flow->lists->len - 1);
}

static void
walk (Flow *flow, const xmlNode *root)
{
    const xmlNode *node = root;
    while (node != NULL) {
        gboolean hidden = is_hidden (node);
        if (!hidden)
            enter (flow, node);
        gboolean table = !hidden && is_one_of (node, (const char *const[]){ "table", NULL }) && put_table (flow->text, node);
        if (!hidden && !table && node->children != NULL && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        while (node != NULL && node->next == NULL) {
            leave (flow, node);
            node = node == root ? NULL : node->parent;
            if (node != NULL && node->type != XML_ELEMENT_NODE)
                node = NULL;
        }
        if (node != NULL) {
            leave (flow, node);
            node = node->next;
        }
    }
}

char *
evx_paper_html (const char *html, gsize length)
{
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    xmlDoc *document = htmlReadMemory (html, (int) length, NULL, "UTF-8", options);
    if (document == NULL)
        return NULL;
    g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (gint));
    g_autoptr (GString) text = g_string_new (NULL);
    walk (&(Flow){ text, lists }, xmlDocGetRootElement (document));
    xmlFreeDoc (document);
    return g_utf8_make_valid (text->str, (gssize) text->len);
}
