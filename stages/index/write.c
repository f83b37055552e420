/* Writes inputs, documents, pages and what the collection stages decided. Each call replaces whatever
 * was stored under the same key, so that writing twice leaves what writing once leaves. */
#include "index-internal.h"

#include "../pack.h"

#include <nettle/md5.h>
#include <string.h>

/* ---- inputs and documents --------------------------------------------------------------------- */

/* Unpacked files are named relative to the folder of the index, which may be moved. */
static void
bind_path (EvxIndex *index, sqlite3_stmt *put, int place, const char *path, gboolean unpacked)
{
    g_autofree char *below = unpacked ? evx_index_member_path (index, "") : NULL;
    if (below != NULL && g_str_has_prefix (path, below))
        path += strlen (below) - strlen (EVX_MEMBERS "/");
    sqlite3_bind_blob (put, place, path, (int) strlen (path), SQLITE_TRANSIENT);
}

gboolean
evx_index_put_input (EvxIndex *index, const EvxInput *input, GError **error)
{
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert or replace into input (path, file, size, document_id, status, code, reason, parent, family) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    if (put == NULL)
        return FALSE;
    evx_index_bind (put, "ssisscsss", NULL, input->file, (gint64) input->size, input->document_id,
                    evx_status_name (input->status), input->code, input->reason, NULL, input->family);
    bind_path (index, put, 1, input->path, input->parent != NULL);
    if (input->parent != NULL)
        bind_path (index, put, 8, input->parent, TRUE);
    return evx_index_done (index, put, error);
}

static gboolean
doc_of (EvxIndex *index, const char *document_id, gint64 *doc, GError **error)
{
    sqlite3_stmt *find =
        evx_index_statement (index, "select doc from document where document_id = ?", error);
    if (find == NULL)
        return FALSE;
    evx_index_bind (find, "s", document_id);
    g_autoptr (GError) failure = NULL;
    *doc = EVX_NONE;
    if (evx_index_row (index, find, &failure))
        *doc = sqlite3_column_int64 (find, 0);
    sqlite3_reset (find);
    return evx_index_settle (g_steal_pointer (&failure), error);
}

/* The row of a document; made, with what its input says, if pages come before the document does. */
static gboolean
ensure_doc (EvxIndex *index, const char *document_id, gint64 *doc, GError **error)
{
    if (g_strcmp0 (index->last_document, document_id) == 0) {
        *doc = index->last_doc;
        return TRUE;
    }
    sqlite3_stmt *make = evx_index_statement (
        index,
        "insert or ignore into document (document_id, file) values (?1, coalesce ("
        "(select min (file) from input where document_id = ?1), ''))",
        error);
    if (make == NULL)
        return FALSE;
    evx_index_bind (make, "s", document_id);
    if (!evx_index_done (index, make, error) || !doc_of (index, document_id, doc, error))
        return FALSE;
    g_free (index->last_document);
    index->last_document = g_strdup (document_id);
    index->last_doc = *doc;
    return TRUE;
}

static gboolean
put_claims (EvxIndex *index, gint64 doc, const GArray *claims, GError **error)
{
    sqlite3_stmt *clear = evx_index_statement (index, "delete from claim where doc = ?", error);
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into claim (doc, n, claim_id, number, what, unit, qualifier, year, period_start, "
        "period_end, agency, speaker, assertion, quote, mention_id, page, x0, y0, x1, y1) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    if (clear == NULL || put == NULL)
        return FALSE;
    evx_index_bind (clear, "i", doc);
    if (!evx_index_done (index, clear, error))
        return FALSE;
    for (guint i = 0; i < claims->len; i++) {
        const EvxClaim *c = &g_array_index (claims, EvxClaim, i);
        evx_index_bind (put, "iisisssnsssssssib", doc, (gint64) i, c->id, c->number, c->what, c->unit,
                        c->qualifier, (gint64) c->year, c->period_start, c->period_end, c->agency,
                        c->speaker, c->assertion, c->quote, c->mention_id, (gint64) c->page, &c->box);
        if (!evx_index_done (index, put, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_events (EvxIndex *index, gint64 doc, const GArray *events, GError **error)
{
    sqlite3_stmt *clear = evx_index_statement (index, "delete from event where doc = ?", error);
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into event (doc, n, event_id, kind, date, year, person, agency, page, \"table\", "
        "\"row\", doubt, quote, x0, y0, x1, y1) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    if (clear == NULL || put == NULL)
        return FALSE;
    evx_index_bind (clear, "i", doc);
    if (!evx_index_done (index, clear, error))
        return FALSE;
    for (guint i = 0; i < events->len; i++) {
        const EvxEvent *e = &g_array_index (events, EvxEvent, i);
        evx_index_bind (put, "iisssnssinnisb", doc, (gint64) i, e->id, e->kind, e->date,
                        (gint64) e->year, e->person, e->agency, (gint64) e->page, (gint64) e->table,
                        (gint64) e->row, (gint64) e->doubt, e->quote, &e->box);
        if (!evx_index_done (index, put, error))
            return FALSE;
    }
    return TRUE;
}

/* Bates range and group are the collection's to decide: a document that does not know them keeps what
 * is stored. */
gboolean
evx_index_put_document (EvxIndex *index, const EvxDocument *document, GError **error)
{
    gint64 doc;
    if (!ensure_doc (index, document->id, &doc, error))
        return FALSE;
    sqlite3_stmt *put = evx_index_statement (
        index,
        "update document set file = ?2, size = ?3, n_pages = ?4, status = ?5, code = ?6, reason = ?7, "
        "type = ?8, type_evidence = ?9, language = ?10, origin = ?11, date = ?12, agency = ?13, "
        "bates_first = coalesce (?14, bates_first), bates_last = coalesce (?15, bates_last), "
        "near_group = coalesce (?16, near_group), sketch = ?17 where doc = ?1",
        error);
    if (put == NULL)
        return FALSE;
    evx_index_bind (put, "isiiscssssssssss", doc, document->file, (gint64) document->size,
                    (gint64) document->n_pages, evx_status_name (document->status), document->code,
                    document->reason, document->type, document->type_evidence, document->language,
                    document->origin, document->date, document->agency, document->bates_first,
                    document->bates_last, document->near_group);
    g_autofree guint32 *sketch = g_new (guint32, document->sketch->len + 1);
    for (guint i = 0; i < document->sketch->len; i++)
        sketch[i] = GUINT32_TO_LE (g_array_index (document->sketch, guint32, i));
    sqlite3_bind_blob (put, 17, sketch, (int) (document->sketch->len * sizeof *sketch), SQLITE_STATIC);
    return evx_index_done (index, put, error) && put_claims (index, doc, document->claims, error) &&
           put_events (index, doc, document->events, error);
}

/* ---- what a page holds ---------------------------------------------------------------------------- */

static const char *
some (const char *text)
{
    return text != NULL ? text : "";
}

static gboolean
put_mentions (EvxIndex *index, gint64 page_id, const char *document_id, const EvxPage *page,
              GError **error)
{
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into mention (page_id, n, mention_id, line, at, kind, sense, evidential, assertion, "
        "cue, surface, quote, start, end, x0, y0, x1, y1, count, year, date, period_start, period_end, "
        "agency, speaker, to_ice, source, confidence, rule) values "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    if (put == NULL)
        return FALSE;
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *m = &g_array_index (page->mentions, EvxMention, i);
        g_autofree char *id = evx_mention_id (document_id, page, m);
        const char *quote = some (m->quote);
        gsize length = strlen (quote);
        gint64 start = g_utf8_pointer_to_offset (quote, quote + MIN (m->quote_start, length));
        gint64 end = g_utf8_pointer_to_offset (quote, quote + MIN (m->quote_end, length));
        evx_index_bind (put, "iisiississssiibnnsssssnsds", page_id, (gint64) i, id,
                        (gint64) evx_index_line (page, m->line), (gint64) m->start, some (m->kind), some (m->sense),
                        (gint64) m->evidential, some (m->assertion), m->cue, some (m->surface), quote,
                        start, end,
                        &m->box, m->count, (gint64) m->year, m->date, m->period_start, m->period_end,
                        m->agency, m->speaker, (gint64) m->to_ice,
                        evx_origin_name ((EvxOrigin) m->origin), m->confidence, m->rule);
        if (!evx_index_done (index, put, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_bates (EvxIndex *index, gint64 page_id, const EvxPage *page, GError **error)
{
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into bates (page_id, n, text, prefix, number, digits, chosen, x0, y0, x1, y1) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    if (put == NULL)
        return FALSE;
    for (guint i = 0; i < page->bates->len; i++) {
        const EvxBates *b = &g_array_index (page->bates, EvxBates, i);
        evx_index_bind (put, "iissiiib", page_id, (gint64) i, b->text, b->prefix, b->number,
                        (gint64) b->digits, (gint64) b->chosen, &b->box);
        if (!evx_index_done (index, put, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_redactions (EvxIndex *index, gint64 page_id, const EvxPage *page, GError **error)
{
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into redaction (page_id, n, kind, exemption, n_words_under, x0, y0, x1, y1) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    if (put == NULL)
        return FALSE;
    for (guint i = 0; i < page->redactions->len; i++) {
        const EvxRedaction *r = &g_array_index (page->redactions, EvxRedaction, i);
        evx_index_bind (put, "iissib", page_id, (gint64) i,
                        evx_redaction_kind_name ((EvxRedactionKind) r->kind), r->exemption,
                        (gint64) r->n_words_under, &r->box);
        if (!evx_index_done (index, put, error))
            return FALSE;
    }
    return TRUE;
}

/* ---- words for search -------------------------------------------------------------------------------- */

/* Bytes of letters beyond ASCII count as lower case: a capital after a hyphen begins a name. */
gboolean
evx_index_joins (const char *text, const char *at)
{
    return at[0] == '-' && at[1] == '\n' && at > text &&
           (g_ascii_isalpha (at[-1]) || (guchar) at[-1] >= 0x80) &&
           (g_ascii_islower (at[2]) || (guchar) at[2] >= 0x80);
}

char *
evx_index_words_of (const EvxPage *page)
{
    const char *from = page->text->str, *kept = from;
    GString *words = g_string_sized_new (page->text->len + 1);
    for (const char *at = from; (at = strchr (at, '-')) != NULL; at++) {
        if (!evx_index_joins (from, at))
            continue;
        g_string_append_len (words, kept, at - kept);
        kept = at + 2;
    }
    g_string_append (words, kept);
    return g_string_free (words, FALSE);
}

/* Positive 63-bit key of the words. */
static gint64
text_key (const char *words)
{
    struct md5_ctx sum;
    guint8 digest[MD5_DIGEST_SIZE];
    md5_init (&sum);
    md5_update (&sum, strlen (words), (const guint8 *) words);
    md5_digest (&sum, sizeof digest, digest);
    guint64 key = 0;
    for (guint i = 0; i < 8; i++)
        key = key << 8 | digest[i];
    return (gint64) (key >> 1);
}

/* The full-text table holds no text, so taking words out needs the text that was put in. */
static gboolean
forget_words (EvxIndex *index, gint64 page_id, GError **error)
{
    g_autoptr (EvxPage) old = evx_index_page_by_id (index, page_id, error);
    sqlite3_stmt *forget = evx_index_statement (
        index, "insert into page_words (page_words, rowid, body) values ('delete', ?, ?)", error);
    if (old == NULL || forget == NULL)
        return FALSE;
    g_autofree char *words = evx_index_words_of (old);
    evx_index_bind (forget, "is", page_id, words);
    return evx_index_done (index, forget, error);
}

static gboolean
put_words (EvxIndex *index, gint64 page_id, const char *words, GError **error)
{
    sqlite3_stmt *put =
        evx_index_statement (index, "insert into page_words (rowid, body) values (?, ?)", error);
    if (put == NULL)
        return FALSE;
    evx_index_bind (put, "is", page_id, words);
    return evx_index_done (index, put, error);
}

/* ---- the page ------------------------------------------------------------------------------------------ */

/* What is stored under @page_id: *key is EVX_NONE if nothing is. */
static gboolean
stored_text_key (EvxIndex *index, gint64 page_id, gint64 *key, GError **error)
{
    sqlite3_stmt *find =
        evx_index_statement (index, "select text_key from page where page_id = ?", error);
    if (find == NULL)
        return FALSE;
    evx_index_bind (find, "i", page_id);
    g_autoptr (GError) failure = NULL;
    *key = evx_index_row (index, find, &failure) ? sqlite3_column_int64 (find, 0) : EVX_NONE;
    sqlite3_reset (find);
    return evx_index_settle (g_steal_pointer (&failure), error);
}

static gboolean
clear_page (EvxIndex *index, gint64 page_id, GError **error)
{
    static const char *const clears[] = {
        "delete from mention where page_id = ?",  "delete from page_table where page_id = ?",
        "delete from page_row where page_id = ?", "delete from bates where page_id = ?",
        "delete from redaction where page_id = ?",
    };
    for (guint i = 0; i < G_N_ELEMENTS (clears); i++) {
        sqlite3_stmt *clear = evx_index_statement (index, clears[i], error);
        if (clear == NULL)
            return FALSE;
        evx_index_bind (clear, "i", page_id);
        if (!evx_index_done (index, clear, error))
            return FALSE;
    }
    return TRUE;
}

/* The number that the collection chose stands until it chooses again. */
static gboolean
put_page_row (EvxIndex *index, gint64 page_id, gint64 doc, const EvxPage *page, gint64 key,
              const EvxPageKeys *keys, GError **error)
{
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into page (page_id, doc, page, label, width, height, rotation, reading, code, reason, "
        "n_words, confidence, n_redactions, image_hash, text_key, read_key, tag_key) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "on conflict (page_id) do update set label = excluded.label, width = excluded.width, "
        "height = excluded.height, rotation = excluded.rotation, reading = excluded.reading, "
        "code = excluded.code, reason = excluded.reason, n_words = excluded.n_words, "
        "confidence = excluded.confidence, n_redactions = excluded.n_redactions, "
        "image_hash = excluded.image_hash, text_key = excluded.text_key, "
        "read_key = excluded.read_key, tag_key = excluded.tag_key",
        error);
    if (put == NULL)
        return FALSE;
    evx_index_bind (put, "iiisddiscsidiiiss", page_id, doc, (gint64) page->index, page->label,
                    page->width, page->height, (gint64) page->rotation,
                    evx_reading_name (page->reading), page->code, page->reason,
                    (gint64) page->words->len, evx_page_confidence (page),
                    (gint64) page->redactions->len, (gint64) page->image_hash, key,
                    keys != NULL ? keys->read : "", keys != NULL ? keys->tag : "");
    return evx_index_done (index, put, error);
}

static gboolean
put_content (EvxIndex *index, gint64 page_id, const EvxPage *page, GBytes *packed, GError **error)
{
    sqlite3_stmt *put = evx_index_statement (
        index, "insert or replace into page_content (page_id, packed) values (?, ?)", error);
    if (put == NULL)
        return FALSE;
    g_autoptr (GBytes) bytes = packed != NULL ? g_bytes_ref (packed) : evx_page_pack (page);
    g_autoptr (GBytes) squeezed = evx_index_squeeze (index, bytes, error);
    if (squeezed == NULL)
        return FALSE;
    evx_index_bind (put, "i", page_id);
    sqlite3_bind_blob64 (put, 2, g_bytes_get_data (squeezed, NULL), g_bytes_get_size (squeezed),
                         SQLITE_STATIC);
    return evx_index_done (index, put, error);
}

gboolean
evx_index_put_page (EvxIndex *index, const char *document_id, const EvxPage *page, GBytes *packed,
                    const EvxPageKeys *keys, GError **error)
{
    g_return_val_if_fail (page->index < EVX_PAGES_PER_DOCUMENT, FALSE);
    gint64 doc, old_key;
    if (!ensure_doc (index, document_id, &doc, error))
        return FALSE;
    gint64 page_id = doc * EVX_PAGES_PER_DOCUMENT + page->index;
    g_autofree char *words = evx_index_words_of (page);
    gint64 key = text_key (words);
    if (!stored_text_key (index, page_id, &old_key, error))
        return FALSE;
    gboolean replaces = old_key != EVX_NONE;
    gboolean same_words = replaces && old_key == key;
    if (replaces && !clear_page (index, page_id, error))
        return FALSE;
    if (replaces && !same_words && !forget_words (index, page_id, error))
        return FALSE;
    return (same_words || put_words (index, page_id, words, error)) &&
           put_page_row (index, page_id, doc, page, key, keys, error) &&
           put_content (index, page_id, page, packed, error) &&
           put_mentions (index, page_id, document_id, page, error) &&
           put_bates (index, page_id, page, error) && put_redactions (index, page_id, page, error) &&
           evx_index_put_tables (index, page_id, page, error);
}

/* ---- what the collection decided ---------------------------------------------------------------------- */

static gboolean
put_finding (EvxIndex *index, const EvxCollection *collection, gint64 n, GError **error)
{
    const EvxFinding *f = &g_array_index (collection->findings, EvxFinding, n);
    sqlite3_stmt *put = evx_index_statement (
        index,
        "insert into finding (n, finding_id, status, left_claim, right_claim, left_number, "
        "right_number, rows_counted, what, year, reason, left_document, right_document, left_page, "
        "right_page) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        error);
    sqlite3_stmt *put_row = evx_index_statement (
        index, "insert into finding_row (finding, n, doc, event) values (?, ?, ?, ?)", error);
    if (put == NULL || put_row == NULL)
        return FALSE;
    evx_index_bind (put, "issssnnnsnsssnn", n, f->id, f->status, f->left_claim, f->right_claim,
                    f->left_number, f->right_number, f->rows_counted, f->what, (gint64) f->year,
                    f->reason, f->left_document, f->right_document, (gint64) f->left_page,
                    (gint64) f->right_page);
    if (!evx_index_done (index, put, error))
        return FALSE;
    for (guint i = 0; f->rows != NULL && i < f->rows->len; i++) {
        const EvxRowRef *ref = &g_array_index (f->rows, EvxRowRef, i);
        const EvxDocument *document = collection->documents->pdata[ref->document];
        gint64 doc;
        if (!ensure_doc (index, document->id, &doc, error))
            return FALSE;
        evx_index_bind (put_row, "iiii", n, (gint64) i, doc, (gint64) ref->event);
        if (!evx_index_done (index, put_row, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_ranges (EvxIndex *index, const EvxDocument *document, GError **error)
{
    sqlite3_stmt *put = evx_index_statement (
        index,
        "update document set bates_first = ?2, bates_last = ?3, near_group = ?4 where document_id = ?1",
        error);
    if (put == NULL)
        return FALSE;
    evx_index_bind (put, "ssss", document->id, document->bates_first, document->bates_last,
                    document->near_group);
    return evx_index_done (index, put, error);
}

/* Marks the chosen sighting of each page and writes it to the page. */
static gboolean
put_chosen (EvxIndex *index, const EvxCollection *collection, GError **error)
{
    if (!evx_index_exec (index,
                         "update page set bates = null where bates is not null;"
                         "update bates set chosen = 0 where chosen",
                         error))
        return FALSE;
    for (guint i = 0; i < collection->bates->len; i++) {
        const EvxBatesSighting *sighting = &g_array_index (collection->bates, EvxBatesSighting, i);
        if (!sighting->bates.chosen)
            continue;
        const EvxDocument *document = collection->documents->pdata[sighting->document];
        gint64 doc;
        if (!ensure_doc (index, document->id, &doc, error))
            return FALSE;
        gint64 page_id = doc * EVX_PAGES_PER_DOCUMENT + sighting->page;
        sqlite3_stmt *page =
            evx_index_statement (index, "update page set bates = ?2 where page_id = ?1", error);
        sqlite3_stmt *mark = evx_index_statement (
            index, "update bates set chosen = 1 where page_id = ?1 and text = ?2", error);
        if (page == NULL || mark == NULL)
            return FALSE;
        evx_index_bind (page, "is", page_id, sighting->bates.text);
        evx_index_bind (mark, "is", page_id, sighting->bates.text);
        if (!evx_index_done (index, page, error) || !evx_index_done (index, mark, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
evx_index_put_collection (EvxIndex *index, const EvxCollection *collection, GError **error)
{
    if (!evx_index_exec (index, "delete from finding; delete from finding_row", error))
        return FALSE;
    for (guint i = 0; i < collection->documents->len; i++)
        if (!put_ranges (index, collection->documents->pdata[i], error))
            return FALSE;
    for (guint i = 0; i < collection->findings->len; i++)
        if (!put_finding (index, collection, i, error))
            return FALSE;
    return put_chosen (index, collection, error);
}
