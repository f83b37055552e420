/* From mentions to an exhibits binder. In this order: the chosen mentions, gathered by document and page, but
 * for pages whose redactions hide nothing; the sources, hashed again; the binder, made and proved; the manifest. */
#include "exhibits.h"

#include "../paper/paper.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A chosen mention. */
typedef struct {
    char *id, *quote, *citation, *note;
    char *where;  /* for the cover: page, line, Bates number */
    guint offset; /* where its words begin in the page's text */
} Chosen;

typedef struct {
    guint page;
    GPtrArray *chosen; /* Chosen */
} ChosenPage;

typedef struct {
    char *document_id, *file, *path, *label;
    GPtrArray *pages; /* ChosenPage, by page */
    GBytes *bytes;
} Source;

static void
free_chosen (gpointer data)
{
    Chosen *chosen = data;
    g_free (chosen->id);
    g_free (chosen->quote);
    g_free (chosen->citation);
    g_free (chosen->note);
    g_free (chosen->where);
    g_free (chosen);
}

static void
free_page (gpointer data)
{
    ChosenPage *page = data;
    g_ptr_array_unref (page->chosen);
    g_free (page);
}

static void
free_source (gpointer data)
{
    Source *source = data;
    char *const texts[] = { source->document_id, source->file, source->path, source->label };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_free (texts[i]);
    g_ptr_array_unref (source->pages);
    g_clear_pointer (&source->bytes, g_bytes_unref);
    g_free (source);
}

static void
free_exhibit (gpointer data)
{
    EvxBinderExhibit *exhibit = data;
    for (guint i = 0; i < exhibit->pages->len; i++)
        evx_binder_page_clear (&g_array_index (exhibit->pages, EvxBinderPage, i));
    g_array_unref (exhibit->pages);
    g_free (exhibit);
}

/* ---- the chosen mentions ------------------------------------------------------------------------ */

static Source *
source_of (GPtrArray *sources, const EvxRecord *record)
{
    const char *id = evx_record_text (record, "document_id");
    for (guint i = 0; i < sources->len; i++) /* few documents, and the last is the likely one */
        if (strcmp (((Source *) sources->pdata[sources->len - 1 - i])->document_id, id) == 0)
            return sources->pdata[sources->len - 1 - i];
    Source *source = g_new0 (Source, 1);
    source->document_id = g_strdup (id);
    source->file = g_strdup (evx_record_text (record, "file"));
    source->pages = g_ptr_array_new_with_free_func (free_page);
    g_ptr_array_add (sources, source);
    return source;
}

static gint
by_page (gconstpointer a, gconstpointer b)
{
    const ChosenPage *x = *(ChosenPage *const *) a, *y = *(ChosenPage *const *) b;
    return (x->page > y->page) - (x->page < y->page);
}

static ChosenPage *
page_of (Source *source, guint index)
{
    for (guint i = 0; i < source->pages->len; i++)
        if (((ChosenPage *) source->pages->pdata[source->pages->len - 1 - i])->page == index)
            return source->pages->pdata[source->pages->len - 1 - i];
    ChosenPage *page = g_new0 (ChosenPage, 1);
    page->page = index;
    page->chosen = g_ptr_array_new_with_free_func (free_chosen);
    g_ptr_array_add (source->pages, page);
    g_ptr_array_sort (source->pages, by_page);
    return page;
}

/* (transfer full): "p. 3, l. 14", and the Bates number in a line of its own. */
static char *
where (const EvxRecord *record)
{
    const char *bates = evx_record_text (record, "bates");
    gint64 line = evx_record_integer (record, "line");
    GString *text = g_string_new (NULL);
    g_string_printf (text, "p. %" G_GINT64_FORMAT, evx_record_integer (record, "page"));
    if (line > 0)
        g_string_append_printf (text, ", l. %" G_GINT64_FORMAT, line);
    if (bates != NULL)
        g_string_append_printf (text, "\n%s", bates);
    return g_string_free (text, FALSE);
}

static gboolean
choose (const EvxRecord *record, gpointer user, GError **error)
{
    (void) error;
    ChosenPage *page =
        page_of (source_of (user, record), (guint) evx_record_integer (record, "page") - 1);
    Chosen *chosen = g_new0 (Chosen, 1);
    chosen->id = g_strdup (evx_record_text (record, "mention_id"));
    chosen->quote = g_strdup (evx_record_text (record, "quote"));
    chosen->citation = g_strdup (evx_record_text (record, "citation"));
    chosen->where = where (record);
    chosen->offset = (guint) evx_record_integer (record, "page_offset");
    chosen->note = g_strdup_printf ("%s, %s, %s (%s)", evx_record_text (record, "kind"),
                                    evx_record_text (record, "sense"),
                                    evx_record_text (record, "assertion"), chosen->citation);
    g_ptr_array_add (page->chosen, chosen);
    return TRUE;
}

static gboolean
choose_all (EvxIndex *index, const EvxExhibitsOrder *order, GPtrArray *sources, GError **error)
{
    for (guint i = 0; order->ids != NULL && order->ids[i] != NULL; i++)
        if (!evx_index_mention (index, order->ids[i], choose, sources, error))
            return FALSE;
    if (order->ids == NULL && !evx_index_mentions (index, &order->filter, choose, sources, error))
        return FALSE;
    if (sources->len == 0)
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_NOT_FOUND, "no mention fits these filters");
    return sources->len > 0;
}

static gboolean
check_size (const GPtrArray *sources, guint most_pages, GError **error)
{
    guint n_pages = 0;
    for (guint i = 0; i < sources->len; i++)
        n_pages += ((const Source *) sources->pdata[i])->pages->len;
    if (most_pages == 0 || n_pages <= most_pages)
        return TRUE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                 "the binder would have %u pages; choose fewer mentions, or allow more by --pages", n_pages);
    return FALSE;
}

/* ---- redactions that hide nothing ----------------------------------------------------------------- */

/* How many of them; -1 with an error. */
static gint
failed_redactions (EvxIndex *index, const Source *source, guint at, GError **error)
{
    gint failed = 0;
    g_autoptr (EvxPage) page = evx_index_page (index, source->document_id, at, error);
    if (page == NULL)
        return -1;
    for (guint i = 0; i < page->redactions->len; i++)
        failed += g_array_index (page->redactions, EvxRedaction, i).n_words_under > 0;
    return failed;
}

static gboolean
refuse_page (const Source *source, guint page, gint failed, GError **error)
{
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                 "%s, p. %u: the text under %d of its redactions can be copied out; --skip-redacted leaves such pages "
                 "out, --reveal-redacted takes them all the same",
                 source->file, page + 1, failed);
    return FALSE;
}

static gboolean
keep_hidden_in (EvxIndex *index, const EvxExhibitsOrder *order, Source *source, GPtrArray *left_out, GError **error)
{
    for (guint i = 0; i < source->pages->len;) {
        guint page = ((ChosenPage *) source->pages->pdata[i])->page;
        gint failed = failed_redactions (index, source, page, error);
        if (failed < 0)
            return FALSE;
        if (failed == 0) {
            i++;
            continue;
        }
        if (!order->skip_redacted)
            return refuse_page (source, page, failed, error);
        g_ptr_array_add (left_out, g_strdup_printf ("%s, p. %u", source->file, page + 1));
        g_ptr_array_remove_index (source->pages, i);
    }
    return TRUE;
}

/* An exhibit keeps the page as it is, and with it what a failed redaction left there to be copied out. */
static gboolean
keep_hidden (EvxIndex *index, const EvxExhibitsOrder *order, GPtrArray *sources, GPtrArray *left_out, GError **error)
{
    for (guint i = 0; i < sources->len && !order->reveal_redacted;) {
        Source *source = sources->pdata[i];
        if (!keep_hidden_in (index, order, source, left_out, error))
            return FALSE;
        if (source->pages->len > 0)
            i++;
        else
            g_ptr_array_remove_index (sources, i);
    }
    if (sources->len == 0)
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_NOT_FOUND,
                             "no page is left: each has text under its redactions that can be copied out");
    return sources->len > 0;
}

/* ---- the sources -------------------------------------------------------------------------------- */

static gboolean
note_path (const EvxInput *input, gpointer user, GError **error)
{
    (void) error;
    GPtrArray *sources = user;
    for (guint i = 0; input->document_id != NULL && i < sources->len; i++) {
        Source *source = sources->pdata[i];
        if (source->path == NULL && strcmp (source->document_id, input->document_id) == 0)
            source->path = g_strdup (input->path);
    }
    return TRUE;
}

static gboolean
load_source (Source *source, GError **error)
{
    g_autoptr (GError) local = NULL;
    char *data = NULL;
    gsize length;
    if (source->path == NULL || !g_file_get_contents (source->path, &data, &length, &local)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_UNREADABLE, "%s: %s", source->file,
                     local ? local->message : "the file is no longer among the inputs");
        return FALSE;
    }
    g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
    g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    if (strcmp (hash, source->document_id) != 0) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_CHANGED,
                     "%s changed since it was read; run evidex again before making exhibits of it",
                     source->file);
        return FALSE;
    }
    gboolean cut_short = FALSE;
    source->bytes = evx_paper_lay (bytes, &cut_short, error);
    return source->bytes != NULL;
}

/* ---- the passages ------------------------------------------------------------------------------- */

/* One mark for each line that the mention's words stand on. */
static void
add_marks (const EvxPage *page, const Chosen *chosen, GArray *marks)
{
    const EvxMention *mention = NULL;
    for (guint i = 0; i < page->mentions->len && mention == NULL; i++)
        if (g_array_index (page->mentions, EvxMention, i).start == chosen->offset)
            mention = &g_array_index (page->mentions, EvxMention, i);
    if (mention == NULL)
        return;
    EvxBinderMark mark = { { 0 }, chosen->note };
    for (guint i = mention->first_word; i < mention->first_word + mention->n_words; i++) {
        const EvxWord *word = &g_array_index (page->words, EvxWord, i);
        if (i > mention->first_word && word->line != g_array_index (page->words, EvxWord, i - 1).line) {
            g_array_append_val (marks, mark);
            mark.box = (EvxBox) { 0 };
        }
        mark.box = evx_box_union (mark.box, word->box);
    }
    g_array_append_val (marks, mark);
}

static gint
by_offset (gconstpointer a, gconstpointer b)
{
    const Chosen *x = *(Chosen *const *) a, *y = *(Chosen *const *) b;
    return (x->offset > y->offset) - (x->offset < y->offset);
}

/* A sentence with several mentions is one passage; the same words further down are another. */
static void
add_passages (const ChosenPage *chosen, GArray *passages)
{
    const Chosen *last = NULL;
    g_ptr_array_sort (chosen->chosen, by_offset);
    for (guint i = 0; i < chosen->chosen->len; i++) {
        const Chosen *each = chosen->chosen->pdata[i];
        EvxBinderPassage passage = { each->where, each->quote };
        if (last != NULL && strcmp (last->quote, each->quote) == 0 &&
            each->offset < last->offset + strlen (each->quote))
            continue;
        g_array_append_val (passages, passage);
        last = each;
    }
}

static gboolean
add_page (EvxIndex *index, const Source *source, const ChosenPage *chosen, GArray *pages, GError **error)
{
    g_autoptr (EvxPage) page = evx_index_page (index, source->document_id, chosen->page, error);
    if (page == NULL)
        return FALSE;
    EvxBinderPage wanted = { chosen->page, g_array_new (FALSE, FALSE, sizeof (EvxBinderMark)),
                             g_array_new (FALSE, FALSE, sizeof (EvxBinderPassage)) };
    for (guint i = 0; i < chosen->chosen->len; i++)
        add_marks (page, chosen->chosen->pdata[i], wanted.marks);
    add_passages (chosen, wanted.passages);
    g_array_append_val (pages, wanted);
    return TRUE;
}

static GPtrArray *
exhibits_of (EvxIndex *index, GPtrArray *sources, GError **error)
{
    g_autoptr (GPtrArray) exhibits = g_ptr_array_new_with_free_func (free_exhibit);
    for (guint i = 0; i < sources->len; i++) {
        Source *source = sources->pdata[i];
        source->label = g_strdup_printf ("Exhibit %u", i + 1);
        if (!load_source (source, error))
            return NULL;
        EvxBinderExhibit *exhibit = g_new0 (EvxBinderExhibit, 1);
        *exhibit = (EvxBinderExhibit) { source->label, source->file, source->bytes,
                                        g_array_new (FALSE, FALSE, sizeof (EvxBinderPage)) };
        g_ptr_array_add (exhibits, exhibit);
        for (guint j = 0; j < source->pages->len; j++)
            if (!add_page (index, source, source->pages->pdata[j], exhibit->pages, error))
                return NULL;
    }
    return g_steal_pointer (&exhibits);
}

/* ---- stamps ------------------------------------------------------------------------------------- */

typedef struct {
    const EvxBinderStyle *style;
    gint64 end;
} StampRange;

/* A number that the production bears may not be given again. */
static gboolean
refuse_known_stamp (const EvxRecord *record, gpointer user, GError **error)
{
    const StampRange *range = user;
    const char *bates = evx_record_text (record, "bates");
    guint64 number;
    if (bates == NULL || !g_str_has_prefix (bates, range->style->stamp_prefix) ||
        !g_ascii_string_to_unsigned (bates + strlen (range->style->stamp_prefix), 10, 0, G_MAXINT64,
                                     &number, NULL))
        return TRUE;
    if ((gint64) number < range->style->stamp_start || (gint64) number >= range->end)
        return TRUE;
    g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                 "the stamp %s is already borne by page %" G_GINT64_FORMAT
                 " of %s; choose another prefix or start",
                 bates, evx_record_integer (record, "page"), evx_record_text (record, "file"));
    return FALSE;
}

static gboolean
stamps_are_new (EvxIndex *index, const EvxBinderStyle *style, guint n_pages, GError **error)
{
    StampRange range = { style, style->stamp_start + n_pages };
    return style->stamp_prefix == NULL ||
           evx_index_records (index, "pages", refuse_known_stamp, &range, error);
}

/* ---- the manifest ------------------------------------------------------------------------------- */

static void
set_text (JsonBuilder *json, const char *name, const char *value)
{
    json_builder_set_member_name (json, name);
    json_builder_add_string_value (json, value);
}

static void
set_number (JsonBuilder *json, const char *name, gint64 value)
{
    json_builder_set_member_name (json, name);
    json_builder_add_int_value (json, value);
}

static void
add_page_entry (JsonBuilder *json, const ChosenPage *page, const EvxBinderPlace *place)
{
    json_builder_begin_object (json);
    set_number (json, "page", page->page + 1);
    set_number (json, "binder_page", place->binder_page + 1);
    set_text (json, "label", place->label);
    if (place->stamp != NULL)
        set_text (json, "stamp", place->stamp);
    json_builder_set_member_name (json, "mentions");
    json_builder_begin_array (json);
    for (guint i = 0; i < page->chosen->len; i++) {
        const Chosen *chosen = page->chosen->pdata[i];
        json_builder_begin_object (json);
        set_text (json, "mention_id", chosen->id);
        set_text (json, "citation", chosen->citation);
        set_text (json, "quote", chosen->quote);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
    json_builder_end_object (json);
}

static void
add_left_out (JsonBuilder *json, GPtrArray *left_out)
{
    json_builder_set_member_name (json, "left_out");
    json_builder_begin_array (json);
    for (guint i = 0; i < left_out->len; i++)
        json_builder_add_string_value (json, left_out->pdata[i]);
    json_builder_end_array (json);
}

static char *
manifest_of (GBytes *binder, GPtrArray *sources, const GArray *places, GPtrArray *left_out)
{
    g_autoptr (JsonBuilder) json = json_builder_new ();
    g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, binder);
    json_builder_begin_object (json);
    set_text (json, "type", "exhibits");
    set_text (json, "evidex", EVX_VERSION);
    set_text (json, "sha256", hash);
    json_builder_set_member_name (json, "exhibits");
    json_builder_begin_array (json);
    for (guint i = 0, at = 0; i < sources->len; i++) {
        const Source *source = sources->pdata[i];
        json_builder_begin_object (json);
        set_text (json, "exhibit", source->label);
        set_text (json, "file", source->file);
        set_text (json, "sha256", source->document_id);
        json_builder_set_member_name (json, "pages");
        json_builder_begin_array (json);
        for (guint j = 0; j < source->pages->len; j++)
            add_page_entry (json, source->pages->pdata[j], &g_array_index (places, EvxBinderPlace, at++));
        json_builder_end_array (json);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
    add_left_out (json, left_out);
    json_builder_end_object (json);
    g_autoptr (JsonNode) root = json_builder_get_root (json);
    return json_to_string (root, TRUE);
}

GBytes *
evx_exhibits_make (EvxIndex *index, const EvxExhibitsOrder *order, char **manifest, guint *n_pages,
                   GPtrArray *left_out, GError **error)
{
    g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (free_source);
    if (!choose_all (index, order, sources, error) || !keep_hidden (index, order, sources, left_out, error) ||
        !check_size (sources, order->most_pages, error) || !evx_index_inputs (index, note_path, sources, error))
        return NULL;
    g_autoptr (GPtrArray) exhibits = exhibits_of (index, sources, error);
    g_autoptr (GArray) places = NULL;
    g_autoptr (GBytes) binder = NULL;
    if (exhibits != NULL)
        binder = evx_binder_make (exhibits, &order->style, &places, error);
    if (binder == NULL || !stamps_are_new (index, &order->style, places->len, error) ||
        !evx_binder_check (binder, exhibits, places, error))
        return NULL;
    *manifest = manifest_of (binder, sources, places, left_out);
    *n_pages = places->len;
    return g_steal_pointer (&binder);
}
