/* The visible text of HTML, by libxml2's forgiving parser, which neither follows a link nor loads an
 * entity. The tree is walked without recursion on the C stack: depth is the sender's to choose. */
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
                                         "blockquote", "pre", "dt", "dd", "address", "title", "body", NULL };
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

static void
enter (GString *text, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE && node->content != NULL)
        add_text (text, (const char *) node->content);
    else if (is_block (node))
        end_line (text);
}

static void
leave (GString *text, const xmlNode *node)
{
    static const char *const apart[] = { "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", NULL };
    if (is_cell (node) && text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append (text, "  ");
    if (is_block (node))
        end_line (text);
    if (is_one_of (node, apart))
        g_string_append_c (text, '\n');
}

static void
walk (GString *text, const xmlNode *root)
{
    const xmlNode *node = root;
    while (node != NULL) {
        gboolean hidden = is_hidden (node);
        if (!hidden)
            enter (text, node);
        if (!hidden && node->children != NULL && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        while (node != NULL && node->next == NULL) {
            leave (text, node);
            node = node == root ? NULL : node->parent;
            if (node != NULL && node->type != XML_ELEMENT_NODE)
                node = NULL;
        }
        if (node != NULL) {
            leave (text, node);
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
    GString *text = g_string_new (NULL);
    walk (text, xmlDocGetRootElement (document));
    xmlFreeDoc (document);
    char *valid = g_utf8_make_valid (text->str, (gssize) text->len);
    g_string_free (text, TRUE);
    return valid;
}
