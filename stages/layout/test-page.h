/* Pages drawn by hand, and what the stage makes of them. Only tests include this. */
#pragma once

#include "layout.h"

#include <string.h>

/* Puts the words of @text on one line from (@x, @y) at 10 pt, 5 pt a letter, @space pt between them. */
static inline void
put_words (EvxPage *page, double x, double y, double space, const char *text, EvxOrigin origin)
{
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        double width = 5.0 * (double) g_utf8_strlen (words[i], -1);
        float confidence = origin == EVX_ORIGIN_TEXT ? 1 : 0.9f;
        evx_page_add_word (page, words[i], -1, (EvxBox) { x, y, x + width, y + 10 }, confidence, origin);
        x += width + space;
    }
}

static inline void
put (EvxPage *page, double x, double y, const char *text)
{
    put_words (page, x, y, 2.5, text, EVX_ORIGIN_TEXT);
}

/* As put, but recognised. */
static inline void
put_recognised (EvxPage *page, double x, double y, const char *text)
{
    put_words (page, x, y, 2.5, text, EVX_ORIGIN_OCR);
}

/* One row of cells, parted by '|', at x = 60, 170, 280, ... */
static inline void
put_row (EvxPage *page, double y, const char *row)
{
    g_auto (GStrv) cells = g_strsplit (row, "|", -1);
    for (guint i = 0; cells[i] != NULL; i++)
        if (*cells[i] != '\0')
            put (page, 60 + 110.0 * i, y, cells[i]);
}

/* Rows of cells, parted by '\n': the first at @y, each @step pt below the one before it. */
static inline void
put_rows (EvxPage *page, double y, double step, const char *text)
{
    g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
    for (guint i = 0; rows[i] != NULL; i++)
        put_row (page, y + step * i, rows[i]);
}

/* A printed rule. */
static inline void
rule (EvxPage *page, double x0, double y0, double x1, double y1)
{
    EvxRule line = { .box = { x0, y0, x1 + 0.5, y1 + 0.5 }, .vertical = x0 == x1 };
    g_array_append_val (page->rules, line);
}

/* Turns all that stands on the page by a small angle, as a sheet lies in a scanner. */
static inline void
lean (EvxPage *page, double slope)
{
    for (guint i = 0; i < page->words->len; i++) {
        EvxBox *box = &g_array_index (page->words, EvxWord, i).box;
        double x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
        *box = (EvxBox) { box->x0 - slope * y, box->y0 + slope * x, box->x1 - slope * y, box->y1 + slope * x };
    }
    for (guint i = 0; i < page->rules->len; i++) {
        EvxBox *box = &g_array_index (page->rules, EvxRule, i).box, was = *box;
        *box = (EvxBox) { was.x0 - slope * was.y1, was.y0 + slope * was.x0, was.x1 - slope * was.y0, was.y1 + slope * was.x1 };
    }
}

/* Every reference in range, every offset right: what later stages rely on. */
static inline void
check_page (const EvxPage *page)
{
    guint words = 0, lines = 0;
    for (guint b = 0; b < page->blocks->len; b++) {
        const EvxBlock *block = &g_array_index (page->blocks, EvxBlock, b);
        g_assert_cmpuint (block->first_line, ==, lines);
        lines += block->n_lines;
    }
    g_assert_cmpuint (lines, ==, page->lines->len);
    for (guint l = 0; l < page->lines->len; l++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, l);
        g_assert_cmpuint (line->first_word, ==, words);
        words += line->n_words;
    }
    g_assert_cmpuint (words, ==, page->words->len);
    for (guint w = 0; w < page->words->len; w++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, w);
        char after = page->text->str[word->start + word->length];
        g_assert_true (after == ' ' || after == '\n');
        g_assert_cmpuint (word->start + word->length, <, page->text->len);
    }
}

/* Lays the page of @pdf (nullable) out, and checks it. */
static inline void
lay_out_of (EvxPdf *pdf, EvxPage *page)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_layout_stage.page (NULL, NULL, pdf, page, &error));
    g_assert_no_error (error);
    check_page (page);
}

static inline void
lay_out (EvxPage *page)
{
    lay_out_of (NULL, page);
}

/* Lays the page out. Returns: (transfer full): the rows of its tables, cells parted by '|', rows by '\n'. */
static inline char *
lay_out_table (EvxPage *page)
{
    lay_out (page);
    GString *text = g_string_new (NULL);
    for (guint r = 0; r < page->rows->len; r++) {
        const EvxRow *row = &g_array_index (page->rows, EvxRow, r);
        for (guint c = 0; c < row->n_cells; c++) {
            g_autofree char *cell = evx_page_cell (page, row->first_cell + c);
            g_string_append_printf (text, "%s%s", c > 0 ? "|" : "", cell);
        }
        g_string_append_c (text, '\n');
    }
    return g_string_free (text, FALSE);
}

static inline const EvxRow *
row_at (const EvxPage *page, guint i)
{
    g_assert_cmpuint (i, <, page->rows->len);
    return &g_array_index (page->rows, EvxRow, i);
}
