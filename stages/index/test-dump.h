/* Invented pages for the tests of index and deliver: plainly fictitious people and counties. Only tests
 * include this. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "index.h"

/* A folder of its own for one test; removed with everything in it. */
static inline char *
test_folder_new (void)
{
    return g_dir_make_tmp ("evidex-test-XXXXXX", NULL);
}

static inline void
test_folder_remove (char *folder)
{
    GDir *dir = g_dir_open (folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        if (g_file_test (path, G_FILE_TEST_IS_DIR))
            test_folder_remove (g_strdup (path));
        else
            g_unlink (path);
    }
    if (dir != NULL)
        g_dir_close (dir);
    g_rmdir (folder);
    g_free (folder);
}

/* A page of running text with boxes: 12 pt lines from y 72 on, 6 pt a letter. */
static inline EvxPage *
test_page_new (guint index, const char *text)
{
    EvxPage *page = evx_page_from_passage (text, strlen (text));
    page->index = index;
    page->width = 612;
    page->height = 792;
    page->reading = EVX_READING_TEXT;
    for (guint l = 0; l < page->lines->len; l++) {
        EvxLine *line = &g_array_index (page->lines, EvxLine, l);
        double x = 72, y = 72 + 12 * l;
        for (guint w = line->first_word; w < line->first_word + line->n_words; w++) {
            EvxWord *word = &g_array_index (page->words, EvxWord, w);
            word->box = (EvxBox){ x, y, x + 6 * word->length, y + 10 };
            x += 6 * (word->length + 1);
            line->box = evx_box_union (line->box, word->box);
        }
    }
    return page;
}

/* Tags the first occurrence of @surface at or after byte @from; its line is the quote. */
static inline EvxMention *
test_page_tag (EvxPage *page, gsize from, const char *surface, const char *kind, const char *sense,
               const char *assertion)
{
    const char *text = page->text->str, *hit = strstr (text + from, surface);
    g_assert_nonnull (hit);
    const char *begin = hit, *end = hit;
    while (begin > text && begin[-1] != '\n')
        begin--;
    while (*end != '\0' && *end != '\n')
        end++;
    g_autofree char *quote = g_strndup (begin, end - begin);
    EvxMention mention = { .start = hit - text, .quote_start = hit - begin };
    mention.end = mention.start + strlen (surface);
    mention.quote_end = mention.quote_start + strlen (surface);
    for (guint w = 0; w < page->words->len; w++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, w);
        if (word->start + word->length <= mention.start || word->start >= mention.end)
            continue;
        if (mention.n_words++ == 0) {
            mention.first_word = w;
            mention.line = word->line;
        }
        mention.box = evx_box_union (mention.box, word->box);
    }
    mention.kind = evx_page_string (page, kind);
    mention.sense = evx_page_string (page, sense);
    mention.assertion = evx_page_string (page, assertion);
    mention.rule = "en/test.lex:1";
    mention.surface = evx_page_string (page, surface);
    mention.quote = evx_page_string (page, quote);
    mention.evidential = TRUE;
    mention.count = EVX_NONE;
    mention.year = EVX_NONE;
    mention.relative_year = EVX_NONE_RELATIVE;
    mention.to_ice = EVX_NONE;
    mention.confidence = 0.9;
    g_array_append_val (page->mentions, mention);
    return &g_array_index (page->mentions, EvxMention, page->mentions->len - 1);
}

static inline void
test_page_bates (EvxPage *page, const char *text, const char *prefix, gint64 number)
{
    EvxBates bates = { .box = { 500, 760, 580, 770 }, .text = evx_page_string (page, text),
                       .prefix = evx_page_string (page, prefix), .number = number, .digits = 6 };
    g_array_append_val (page->bates, bates);
}

/* Adds one row to the last table; the cells are words of their own, each in its column. */
static inline void
test_page_row (EvxPage *page, EvxRowKind kind, const char *const *cells)
{
    guint table = page->tables->len - 1, r = page->rows->len;
    double y = 400 + 14 * r;
    EvxRow row = { .box = { 72, y, 540, y + 12 }, .table = table, .first_cell = page->cells->len,
                   .kind = kind };
    for (guint c = 0; cells[c] != NULL; c++) {
        EvxCell cell = { .box = { 72 + 100 * c, y, 170 + 100 * c, y + 12 }, .row = r, .column = c,
                         .columns = 1 };
        g_auto (GStrv) words = g_strsplit (cells[c], " ", -1);
        for (guint w = 0; words[w] != NULL; w++) {
            EvxWord *word = evx_page_add_word (page, words[w], -1, cell.box, 1, EVX_ORIGIN_TEXT);
            if (word != NULL)
                word->cell = page->cells->len;
        }
        g_array_append_val (page->cells, cell);
        row.n_cells++;
    }
    g_array_append_val (page->rows, row);
    g_array_index (page->tables, EvxTable, table).n_rows++;
}

static inline void
test_page_table (EvxPage *page, guint n_columns, gboolean continued)
{
    EvxTable table = { .box = { 72, 400, 540, 700 }, .first_row = page->rows->len,
                       .n_columns = n_columns, .continued = continued };
    g_array_append_val (page->tables, table);
}

/* 64 hex digits that begin with @start. */
static inline char *
test_id (const char *start)
{
    return g_strdup_printf ("%s%0*d", start, 64 - (int) strlen (start), 0);
}

static inline void
test_put_input (EvxIndex *index, const char *file, const char *document_id, EvxStatus status, int code)
{
    g_autofree char *path = g_strconcat ("/dump/", file, NULL);
    EvxInput input = { .path = path, .file = (char *) file, .size = 1000,
                       .document_id = (char *) document_id, .status = status, .code = code,
                       .reason = code == EVX_NONE ? NULL : (char *) "invented for the test" };
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_index_put_input (index, &input, &error));
    g_assert_no_error (error);
}

static inline void
test_put_document (EvxIndex *index, const char *id, const char *file, const char *type, guint n_pages)
{
    g_autoptr (EvxDocument) document = evx_document_new (id, file);
    g_autoptr (GError) error = NULL;
    document->status = EVX_STATUS_DONE;
    document->type = g_strdup (type);
    document->n_pages = n_pages;
    document->language = g_strdup ("en");
    document->origin = g_strdup ("born_digital");
    g_assert_true (evx_index_put_document (index, document, &error));
    g_assert_no_error (error);
}

static inline void
test_put_page (EvxIndex *index, const char *document_id, const EvxPage *page)
{
    EvxPageKeys keys = { "read", "tag" };
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_index_put_page (index, document_id, page, NULL, &keys, &error));
    g_assert_no_error (error);
}
