/* For tests: pages with tables by hand, read by the document stage. */
#pragma once

#include "document.h"

#include <string.h>

/* ---- pages with tables, by hand ------------------------------------------------------------- */

enum { COLUMN_PT = 90, ROW_PT = 16, TABLE_TOP = 160 };

/* Adds a line of words that stand in no table. */
static inline void
add_line (EvxPage *page, double y, const char *text)
{
    EvxLine line = { .first_word = page->words->len, .block = 0, .box = { 50, y, 500, y + 12 } };
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        EvxBox box = { 50 + i * 40.0, y, 88 + i * 40.0, y + 12 };
        evx_page_add_word (page, words[i], -1, box, 1, EVX_ORIGIN_TEXT)->line = page->lines->len;
    }
    line.n_words = page->words->len - line.first_word;
    g_array_append_val (page->lines, line);
}

static inline void
add_row (EvxPage *page, EvxTable *table, const char *cells, EvxRowKind kind)
{
    g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
    double y = TABLE_TOP + table->n_rows * ROW_PT;
    EvxRow row = { .table = page->tables->len,
                   .first_cell = page->cells->len,
                   .kind = (guint16)kind,
                   .box = { 50, y, 550, y + 12 } };
    for (guint c = 0; texts[c] != NULL; c++) {
        EvxBox box = { 50 + c * COLUMN_PT, y, 130 + c * COLUMN_PT, y + 12 };
        EvxCell cell = { .box = box, .row = page->rows->len, .column = (guint16)c, .columns = 1 };
        g_auto (GStrv) words = g_strsplit (texts[c], " ", -1);
        for (guint w = 0; words[w] != NULL; w++) {
            EvxWord *word = evx_page_add_word (page, words[w], -1, box, 1, EVX_ORIGIN_TEXT);
            if (word == NULL)
                continue;
            word->cell = (gint32)page->cells->len;
            word->line = page->lines->len;
        }
        g_array_append_val (page->cells, cell);
        row.n_cells++;
    }
    table->n_columns = MAX (table->n_columns, row.n_cells);
    g_array_append_val (page->rows, row);
    table->n_rows++;
}

/* Rows are cells parted by '|'; a first character '!' marks a header, '=' a total. */
static inline EvxPage *
page_with_table (guint index, const char *title, const char *const *rows)
{
    EvxPage *page = evx_page_new (index, 612, 792);
    EvxTable table = { .first_row = 0, .box = { 50, TABLE_TOP, 550, 700 } };
    page->reading = EVX_READING_TEXT;
    add_line (page, 60, "Alder County Sheriff's Office ICE desk");
    if (title != NULL)
        add_line (page, 130, title);
    for (; *rows != NULL; rows++) {
        gboolean marked = **rows == '!' || **rows == '=';
        EvxRowKind kind = **rows == '!'   ? EVX_ROW_HEADER
                          : **rows == '=' ? EVX_ROW_TOTAL
                                          : EVX_ROW_BODY;
        add_row (page, &table, *rows + marked, kind);
    }
    g_array_append_val (page->tables, table);
    return page;
}

/* ---- reading them --------------------------------------------------------------------------- */

typedef struct {
    EvxPage **pages;
    guint stored;
} Pages;

/* The stage frees what it loads; the test keeps its pages and lends copies of their arrays. */
static inline EvxPage *
load_page (gpointer user, guint index, GError **error)
{
    (void)error;
    const EvxPage *from = ((Pages *)user)->pages[index];
    EvxPage *page = evx_page_new (from->index, from->width, from->height);
    page->reading = from->reading;
    g_string_assign (page->text, from->text->str);
    GArray *const source[] = { from->words, from->lines,      from->tables,  from->rows,
                               from->cells, from->redactions, from->mentions };
    GArray *const target[] = { page->words, page->lines,      page->tables,  page->rows,
                               page->cells, page->redactions, page->mentions };
    for (guint i = 0; i < G_N_ELEMENTS (source); i++)
        if (source[i]->len > 0)
            g_array_append_vals (target[i], source[i]->data, source[i]->len);
    return page;
}

static inline gboolean
store_page (gpointer user, const EvxPage *page, GError **error)
{
    (void)error;
    Pages *pages = user;
    EvxPage *to = pages->pages[page->index];
    GArray *const source[] = { page->tables, page->rows };
    GArray *const target[] = { to->tables, to->rows };
    for (guint i = 0; i < G_N_ELEMENTS (source); i++) {
        g_array_set_size (target[i], 0);
        g_array_append_vals (target[i], source[i]->data, source[i]->len);
    }
    pages->stored++;
    return TRUE;
}

static inline EvxDocument *
read_document (EvxPage **all, guint n, guint *stored)
{
    g_autoptr (GError) error = NULL;
    Pages pages = { all, 0 };
    EvxPages lent = { n, load_page, store_page, &pages };
    EvxDocument *document = evx_document_new ("0123456789abcdef", "a.pdf");
    gpointer self = evx_document_stage.open (NULL, &error);
    g_assert_true (evx_document_stage.document (self, document, &lent, &error));
    evx_document_stage.close (self);
    if (stored != NULL)
        *stored = pages.stored;
    return document;
}

static inline EvxDocument *
read_page (EvxPage *page)
{
    return read_document (&page, 1, NULL);
}
