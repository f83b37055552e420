/* For tests: a document by hand, each page a passage, read by the document stage. */
#pragma once

#include "document.h"

#include <string.h>

typedef struct {
    GPtrArray *pages;   /* EvxPage */
    GPtrArray *retired; /* pages replaced by a store; copies lend their strings */
    guint stored;
} Pages;

static inline Pages *
pages_new (void)
{
    Pages *pages = g_new0 (Pages, 1);
    pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)evx_page_free);
    pages->retired = g_ptr_array_new_with_free_func ((GDestroyNotify)evx_page_free);
    return pages;
}

static inline void
pages_free (Pages *pages)
{
    g_ptr_array_unref (pages->pages);
    g_ptr_array_unref (pages->retired);
    g_free (pages);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pages, pages_free)

static inline EvxPage *
add_page (Pages *pages, const char *text)
{
    EvxPage *page = evx_page_from_passage (text, strlen (text));
    page->index = pages->pages->len;
    page->width = 612;
    page->height = 792;
    page->reading = EVX_READING_TEXT;
    g_ptr_array_add (pages->pages, page);
    return page;
}

static inline EvxPage *
copy_page (const EvxPage *from)
{
    EvxPage *page = evx_page_new (from->index, from->width, from->height);
    page->reading = from->reading;
    page->image_hash = from->image_hash;
    g_string_assign (page->text, from->text->str);
    GArray *const source[] = { from->words,  from->lines,      from->blocks,
                               from->tables, from->rows,       from->cells,
                               from->bates,  from->redactions, from->mentions };
    GArray *const target[] = { page->words,  page->lines,      page->blocks,
                               page->tables, page->rows,       page->cells,
                               page->bates,  page->redactions, page->mentions };
    for (guint i = 0; i < G_N_ELEMENTS (source); i++)
        if (source[i]->len > 0)
            g_array_append_vals (target[i], source[i]->data, source[i]->len);
    return page;
}

static inline EvxPage *
load_page (gpointer user, guint index, GError **error)
{
    (void)error;
    return copy_page (((Pages *)user)->pages->pdata[index]);
}

static inline gboolean
store_page (gpointer user, const EvxPage *page, GError **error)
{
    (void)error;
    Pages *pages = user;
    EvxPage *stored = copy_page (page);
    g_ptr_array_add (pages->retired, pages->pages->pdata[page->index]);
    pages->pages->pdata[page->index] = stored;
    pages->stored++;
    return TRUE;
}

/* Reads the document as a run does that looked at the first @ahead pages while it read them. */
static inline EvxDocument *
read_document_seen (Pages *pages, guint ahead)
{
    g_autoptr (GError) error = NULL;
    EvxDocument *document = evx_document_new ("0123456789abcdef", "a.pdf");
    EvxPages lent = { pages->pages->len, load_page, store_page, pages };
    gpointer self = evx_document_stage.open (NULL, &error);
    for (guint i = 0; i < ahead; i++)
        evx_document_stage.glance (self, &lent.notes, pages->pages->pdata[i]);
    g_assert_true (evx_document_stage.document (self, document, &lent, &error));
    g_assert_no_error (error);
    if (lent.notes != NULL)
        evx_document_stage.dismiss (lent.notes);
    evx_document_stage.close (self);
    return document;
}

static inline EvxDocument *
read_document (Pages *pages)
{
    return read_document_seen (pages, 0);
}

/* A mention of @surface with @count; its quote is the line it stands on. */
static inline EvxMention *
add_mention (EvxPage *page, const char *kind, const char *sense, const char *surface, gint64 count,
             gint year)
{
    const char *text = page->text->str, *at = strstr (text, surface);
    g_assert_nonnull (at);
    const char *start = at, *end = at + strcspn (at, "\n");
    while (start > text && start[-1] != '\n')
        start--;
    g_autofree char *quote = g_strndup (start, (gsize)(end - start));
    EvxMention mention = {
        .kind = kind,
        .sense = sense,
        .assertion = "affirmed",
        .surface = evx_page_string (page, surface),
        .quote = evx_page_string (page, quote),
        .quote_start = (guint32)(at - start),
        .quote_end = (guint32)(at - start + (gssize)strlen (surface)),
        .start = (guint32)(at - text),
        .end = (guint32)(at - text + (gssize)strlen (surface)),
        .evidential = TRUE,
        .count = count,
        .year = year,
        .relative_year = EVX_NONE_RELATIVE,
        .to_ice = EVX_NONE,
    };
    g_array_append_val (page->mentions, mention);
    return &g_array_index (page->mentions, EvxMention, page->mentions->len - 1);
}

static inline const EvxClaim *
only_claim (const EvxDocument *document)
{
    g_assert_cmpuint (document->claims->len, ==, 1);
    return &g_array_index (document->claims, EvxClaim, 0);
}
