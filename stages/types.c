/* The plain data that travels: making, filling and freeing it, and the names of its values. */
#include "types.h"

#include "bytes.h"

#include <string.h>

/* ---- pages ---------------------------------------------------------------------------------- */

EvxPage *
evx_page_new (guint index, double width, double height)
{
    EvxPage *page = g_new0 (EvxPage, 1);
    page->index = index;
    page->width = width;
    page->height = height;
    page->code = EVX_NONE;
    page->text = g_string_new (NULL);
    page->strings = g_string_chunk_new (1024);
    page->words = g_array_new (FALSE, FALSE, sizeof (EvxWord));
    page->lines = g_array_new (FALSE, FALSE, sizeof (EvxLine));
    page->blocks = g_array_new (FALSE, FALSE, sizeof (EvxBlock));
    page->tables = g_array_new (FALSE, FALSE, sizeof (EvxTable));
    page->rows = g_array_new (FALSE, FALSE, sizeof (EvxRow));
    page->cells = g_array_new (FALSE, FALSE, sizeof (EvxCell));
    page->rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    page->pictures = g_array_new (FALSE, FALSE, sizeof (EvxPicture));
    page->redactions = g_array_new (FALSE, FALSE, sizeof (EvxRedaction));
    page->bates = g_array_new (FALSE, FALSE, sizeof (EvxBates));
    page->figures = g_array_new (FALSE, FALSE, sizeof (EvxFigure));
    page->mentions = g_array_new (FALSE, FALSE, sizeof (EvxMention));
    return page;
}

void
evx_page_free (EvxPage *page)
{
    if (page == NULL)
        return;
    GArray *const arrays[] = { page->words, page->lines, page->blocks, page->tables,
                               page->rows, page->cells, page->rules, page->pictures,
                               page->redactions, page->bates, page->figures, page->mentions };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_unref (arrays[i]);
    g_string_free (page->text, TRUE);
    g_string_chunk_free (page->strings);
    g_free (page);
}

gboolean
evx_picture_is_small (const EvxPicture *picture, const EvxPage *page)
{
    return evx_box_area (picture->box) < EVX_SMALL_PICTURE * page->width * page->height;
}

/* Bytes that print: drops blanks and control characters, among them the marks that turn the direction
 * of text and the soft hyphen, which would hide in a quote. */
static gboolean
is_printing (gunichar c)
{
    return !g_unichar_isspace (c) && !g_unichar_iscntrl (c) &&
           g_unichar_type (c) != G_UNICODE_FORMAT;
}

static gboolean
is_plain (char c)
{
    return c > ' ' && c < 0x7f;
}

static void
append_printing (GString *text, const char *from, const char *end)
{
    while (from < end) {
        const char *plain = from; /* nearly always the whole word */
        while (from < end && is_plain (*from))
            from++;
        g_string_append_len (text, plain, from - plain);
        if (from == end)
            return;
        gunichar c = g_utf8_get_char_validated (from, end - from);
        gboolean valid = c != (gunichar) -1 && c != (gunichar) -2;
        if (!valid)
            g_string_append (text, "\xef\xbf\xbd"); /* U+FFFD */
        else if (is_printing (c))
            g_string_append_unichar (text, c);
        from = valid ? g_utf8_next_char (from) : from + 1;
    }
}

EvxWord *
evx_page_add_word (EvxPage *page, const char *text, gssize length, EvxBox box, float confidence,
                   EvxOrigin origin)
{
    gsize start = page->text->len;
    const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
    append_printing (page->text, text, end);
    if (page->text->len == start)
        return NULL;
    EvxWord word = {
        .start = (guint32) start,
        .length = (guint32) (page->text->len - start),
        .box = evx_box_round (box),
        .confidence = confidence,
        .origin = (guint16) origin,
        .cell = EVX_NONE,
    };
    g_string_append_c (page->text, ' ');
    g_array_append_val (page->words, word);
    return &g_array_index (page->words, EvxWord, page->words->len - 1);
}

static void
append_valid (GString *text, const char *from, gsize length)
{
    const char *end = from + length;
    while (from < end) {
        const char *bad = NULL;
        g_utf8_validate (from, end - from, &bad);
        g_string_append_len (text, from, bad - from);
        if (bad < end)
            g_string_append_c (text, '?');
        from = bad + 1;
    }
}

static gboolean
is_blank_byte (char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Adds the words of one line of the passage, bytes [at, end). Returns FALSE for an empty line. */
static gboolean
add_passage_line (EvxPage *page, gsize at, gsize end)
{
    EvxLine line = { .first_word = page->words->len, .block = page->blocks->len };
    while (at < end) {
        while (at < end && is_blank_byte (page->text->str[at]))
            at++;
        gsize start = at;
        while (at < end && !is_blank_byte (page->text->str[at]))
            at++;
        if (at == start)
            break;
        EvxWord word = { .start = (guint32) start, .length = (guint32) (at - start),
                         .confidence = 1, .line = page->lines->len, .cell = EVX_NONE };
        g_array_append_val (page->words, word);
    }
    line.n_words = page->words->len - line.first_word;
    if (line.n_words > 0)
        g_array_append_val (page->lines, line);
    return line.n_words > 0;
}

static void
close_passage_block (EvxPage *page, guint first_line)
{
    EvxBlock block = { .first_line = first_line, .n_lines = page->lines->len - first_line,
                       .kind = EVX_BLOCK_PARAGRAPH, .table = EVX_NONE };
    if (block.n_lines > 0)
        g_array_append_val (page->blocks, block);
}

EvxPage *
evx_page_from_passage (const char *text, gsize length)
{
    EvxPage *page = evx_page_new (0, 0, 0);
    append_valid (page->text, text, length);
    guint first_line = 0;
    for (gsize at = 0; at < page->text->len;) {
        const char *newline = memchr (page->text->str + at, '\n', page->text->len - at);
        gsize end = newline ? (gsize) (newline - page->text->str) : page->text->len;
        if (!add_passage_line (page, at, end)) {
            close_passage_block (page, first_line);
            first_line = page->lines->len;
        }
        at = end + 1;
    }
    close_passage_block (page, first_line);
    return page;
}

const char *
evx_page_string (EvxPage *page, const char *string)
{
    return string ? g_string_chunk_insert_const (page->strings, string) : NULL;
}

void
evx_page_figure (EvxPage *page, const char *name, double value)
{
    for (guint i = 0; i < page->figures->len; i++) {
        EvxFigure *figure = &g_array_index (page->figures, EvxFigure, i);
        if (strcmp (figure->name, name) == 0) {
            figure->value = value;
            return;
        }
    }
    EvxFigure figure = { name, value };
    g_array_append_val (page->figures, figure);
}

void
evx_page_note (EvxPage *page, int code, const char *reason)
{
    if (page->code != EVX_NONE)
        return;
    page->code = code;
    page->reason = evx_page_string (page, reason);
}

char *
evx_page_word (const EvxPage *page, guint i)
{
    const EvxWord *word = &g_array_index (page->words, EvxWord, i);
    return g_strndup (page->text->str + word->start, word->length);
}

char *
evx_page_cell (const EvxPage *page, guint cell)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < page->words->len; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (word->cell != (gint32) cell)
            continue;
        if (text->len > 0)
            g_string_append_c (text, ' ');
        g_string_append_len (text, page->text->str + word->start, word->length);
    }
    return g_string_free (text, FALSE);
}

double
evx_page_confidence (const EvxPage *page)
{
    double sum = 0;
    for (guint i = 0; i < page->words->len; i++)
        sum += g_array_index (page->words, EvxWord, i).confidence;
    return page->words->len > 0 ? sum / page->words->len : 1;
}

/* ---- documents and collections ----------------------------------------------------------------- */

EvxDocument *
evx_document_new (const char *id, const char *file)
{
    EvxDocument *document = g_new0 (EvxDocument, 1);
    document->id = g_strdup (id);
    document->file = g_strdup (file);
    document->code = EVX_NONE;
    document->claims = g_array_new (FALSE, FALSE, sizeof (EvxClaim));
    document->events = g_array_new (FALSE, FALSE, sizeof (EvxEvent));
    document->sketch = g_array_new (FALSE, FALSE, sizeof (guint32));
    document->strings = g_string_chunk_new (256);
    return document;
}

void
evx_document_free (EvxDocument *document)
{
    if (document == NULL)
        return;
    char *const texts[] = { document->id, document->file, document->reason, document->type,
                            document->type_evidence, document->language, document->origin,
                            document->date, document->agency, document->bates_first,
                            document->bates_last, document->near_group };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_free (texts[i]);
    g_array_unref (document->claims);
    g_array_unref (document->events);
    g_array_unref (document->sketch);
    g_string_chunk_free (document->strings);
    g_free (document);
}

const char *
evx_document_string (EvxDocument *document, const char *string)
{
    return string ? g_string_chunk_insert_const (document->strings, string) : NULL;
}

void
evx_input_clear (EvxInput *input)
{
    g_clear_pointer (&input->path, g_free);
    g_clear_pointer (&input->file, g_free);
    g_clear_pointer (&input->document_id, g_free);
    g_clear_pointer (&input->reason, g_free);
    g_clear_pointer (&input->parent, g_free);
    g_clear_pointer (&input->family, g_free);
}

static void
clear_finding (gpointer data)
{
    EvxFinding *finding = data;
    g_clear_pointer (&finding->rows, g_array_unref);
}

EvxCollection *
evx_collection_new (void)
{
    EvxCollection *collection = g_new0 (EvxCollection, 1);
    collection->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_document_free);
    collection->bates = g_array_new (FALSE, FALSE, sizeof (EvxBatesSighting));
    collection->findings = g_array_new (FALSE, FALSE, sizeof (EvxFinding));
    g_array_set_clear_func (collection->findings, clear_finding);
    collection->strings = g_string_chunk_new (4096);
    return collection;
}

void
evx_collection_free (EvxCollection *collection)
{
    if (collection == NULL)
        return;
    g_ptr_array_unref (collection->documents);
    g_array_unref (collection->bates);
    g_array_unref (collection->findings);
    g_string_chunk_free (collection->strings);
    g_free (collection);
}

const char *
evx_collection_string (EvxCollection *collection, const char *string)
{
    return string ? g_string_chunk_insert_const (collection->strings, string) : NULL;
}

/* ---- names ------------------------------------------------------------------------------------------ */

static const char *
name_of (const char *const *names, guint n_names, guint value)
{
    return value < n_names ? names[value] : "";
}
#define NAME_OF(names, value) name_of (names, G_N_ELEMENTS (names), (guint) (value))

static const char *const status_names[] = { "", "done", "partial", "skipped", "failed" };

const char *
evx_origin_name (EvxOrigin origin)
{
    static const char *const names[] = { "text", "ocr", "region" };
    return NAME_OF (names, origin);
}

const char *
evx_reading_name (EvxReading reading)
{
    static const char *const names[] = { "", "text", "ocr", "region", "blank", "failed" };
    return NAME_OF (names, reading);
}

const char *
evx_status_name (EvxStatus status)
{
    return NAME_OF (status_names, status);
}

EvxStatus
evx_status_from_name (const char *name)
{
    for (guint i = 1; i < G_N_ELEMENTS (status_names); i++)
        if (g_strcmp0 (name, status_names[i]) == 0)
            return (EvxStatus) i;
    return EVX_STATUS_NONE;
}

const char *
evx_row_kind_name (EvxRowKind kind)
{
    static const char *const names[] = { "body", "header", "total" };
    return NAME_OF (names, kind);
}

const char *
evx_redaction_kind_name (EvxRedactionKind kind)
{
    static const char *const names[] = { "applied", "unapplied", "ineffective" };
    return NAME_OF (names, kind);
}

char *
evx_doubt_names (guint doubt)
{
    static const char *const names[] = { "split", "cells", "confidence", "redacted", "total" };
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (doubt & (1u << i))
            g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", names[i]);
    return g_string_free (text, FALSE);
}

char *
evx_mention_id (const char *document_id, const EvxPage *page, const EvxMention *mention)
{
    g_autofree char *whole = g_strdup_printf ("%s\n%u\n%u\n%s\n%s", document_id, page->index,
                                              mention->start, mention->kind, mention->surface);
    g_autofree char *hash = evx_sha256_text (whole);
    return g_strndup (hash, 16);
}
