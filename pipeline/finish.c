/* What the supervisor itself computes over stored pages. */
#include "finish.h"

#include "pack.h"

#define MOST_EARLY_BYTES (2u << 20) /* of a document: some 60 packed pages; two workers are 16 ahead of each other */

struct _EvxFinisher {
    const EvxPlan *plan;
    EvxIndex *index;
    guint n_stages;
    gpointer *selves;    /* parallel to the stages; of page stages NULL */
    GHashTable *glances; /* document id -> Glance */
};

/* How far a document that is being read was looked at. */
typedef struct {
    guint next;         /* the first page not looked at */
    GHashTable *early;  /* pages behind it that stand already -> (nullable) GBytes: packed, or in the index alone */
    gsize early_bytes;
    gpointer *notes;    /* parallel to the stages */
    const EvxFinisher *finisher;
} Glance;

static void
unref_packed (gpointer bytes)
{
    if (bytes != NULL)
        g_bytes_unref (bytes);
}

static Glance *
glance_new (const EvxFinisher *finisher)
{
    Glance *glance = g_new0 (Glance, 1);
    glance->early = g_hash_table_new_full (NULL, NULL, NULL, unref_packed);
    glance->notes = g_new0 (gpointer, finisher->n_stages);
    glance->finisher = finisher;
    return glance;
}

static void
glance_free (gpointer data)
{
    Glance *glance = data;
    for (guint i = 0; i < glance->finisher->n_stages; i++)
        if (glance->notes[i] != NULL)
            glance->finisher->plan->stages[i]->dismiss (glance->notes[i]);
    g_hash_table_unref (glance->early);
    g_free (glance->notes);
    g_free (glance);
}

EvxFinisher *
evx_finisher_new (const EvxPlan *plan, EvxIndex *index, GError **error)
{
    g_autoptr (EvxFinisher) finisher = g_new0 (EvxFinisher, 1);
    const EvxStage *const *stages = plan->stages;
    finisher->plan = plan;
    finisher->index = index;
    while (stages[finisher->n_stages] != NULL)
        finisher->n_stages++;
    finisher->selves = g_new0 (gpointer, finisher->n_stages);
    finisher->glances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, glance_free);
    for (guint i = 0; i < finisher->n_stages; i++) {
        g_autoptr (GError) local = NULL;
        if (stages[i]->page != NULL || stages[i]->open == NULL)
            continue;
        finisher->selves[i] = stages[i]->open (plan->options, &local);
        if (local != NULL) {
            g_propagate_error (error, g_steal_pointer (&local));
            return NULL;
        }
    }
    return g_steal_pointer (&finisher);
}

void
evx_finisher_free (EvxFinisher *finisher)
{
    if (finisher == NULL)
        return;
    g_hash_table_unref (finisher->glances);
    for (guint i = 0; i < finisher->n_stages; i++)
        if (finisher->selves[i] != NULL && finisher->plan->stages[i]->close != NULL)
            finisher->plan->stages[i]->close (finisher->selves[i]);
    g_free (finisher->selves);
    g_free (finisher);
}

/* ---- the pages of a document ----------------------------------------------------------------------- */

typedef struct {
    EvxIndex *index;
    const char *document_id;
    const GArray *keys; /* EvxPageKeys */
} StoredPages;

static EvxPage *
load_page (gpointer user, guint i, GError **error)
{
    const StoredPages *stored = user;
    return evx_index_page (stored->index, stored->document_id, i, error);
}

static gboolean
store_page (gpointer user, const EvxPage *page, GError **error)
{
    const StoredPages *stored = user;
    const EvxPageKeys *keys = &g_array_index (stored->keys, EvxPageKeys, page->index);
    return evx_index_put_page (stored->index, stored->document_id, page, NULL, keys, error);
}

/* ---- a look at pages while others are read ----------------------------------------------------------- */

static void
look_at (Glance *glance, const EvxPage *page)
{
    const EvxFinisher *finisher = glance->finisher;
    for (guint i = 0; i < finisher->n_stages; i++)
        if (finisher->plan->stages[i]->glance != NULL)
            finisher->plan->stages[i]->glance (finisher->selves[i], &glance->notes[i], page);
    glance->next = page->index + 1;
}

static void
keep_early (Glance *glance, guint index, GBytes *packed)
{
    gsize size = packed != NULL ? g_bytes_get_size (packed) : 0;
    gboolean fits = packed != NULL && glance->early_bytes + size <= MOST_EARLY_BYTES;
    glance->early_bytes += fits ? size : 0;
    g_hash_table_insert (glance->early, GUINT_TO_POINTER (index), fits ? g_bytes_ref (packed) : NULL);
}

/* Returns: (transfer full): the next page, of which @packed (nullable) was kept. */
static EvxPage *
early_page (Glance *glance, const char *document_id, GBytes *packed, GError **error)
{
    if (packed == NULL)
        return evx_index_page (glance->finisher->index, document_id, glance->next, error);
    glance->early_bytes -= g_bytes_get_size (packed);
    return evx_page_unpack (packed, error);
}

gboolean
evx_finisher_glance (EvxFinisher *finisher, const char *document_id, const EvxPage *page, GBytes *packed,
                     GError **error)
{
    Glance *glance = g_hash_table_lookup (finisher->glances, document_id);
    if (glance == NULL) {
        glance = glance_new (finisher);
        g_hash_table_insert (finisher->glances, g_strdup (document_id), glance);
    }
    if (page->index != glance->next) {
        keep_early (glance, page->index, packed);
        return TRUE;
    }
    look_at (glance, page);
    gpointer kept;
    while (g_hash_table_steal_extended (glance->early, GUINT_TO_POINTER (glance->next), NULL, &kept)) {
        g_autoptr (GBytes) bytes = kept;
        g_autoptr (EvxPage) early = early_page (glance, document_id, bytes, error);
        if (early == NULL)
            return FALSE;
        look_at (glance, early);
    }
    return TRUE;
}

/* ---- status ------------------------------------------------------------------------------------------- */

static guint
count_failed (const GArray *keys, guint *first)
{
    guint n = 0;
    for (guint i = 0; i < keys->len; i++) {
        if (evx_plan_outcome (&g_array_index (keys, EvxPageKeys, i)) != EVX_OUTCOME_FAILED)
            continue;
        if (n++ == 0)
            *first = i;
    }
    return n;
}

static gboolean
describe_failed (EvxFinisher *finisher, EvxDocument *document, guint n_failed, guint first, GError **error)
{
    g_autoptr (EvxPage) page = evx_index_page (finisher->index, document->id, first, error);
    if (page == NULL)
        return FALSE;
    g_autofree char *before = g_steal_pointer (&document->reason);
    document->reason = g_strdup_printf (
        "%u of %u pages could not be read; page %u: %s%s%s", n_failed, document->n_pages, first + 1,
        page->reason != NULL ? page->reason : "no reason known", before != NULL ? "; " : "",
        before != NULL ? before : "");
    if (document->code == EVX_NONE)
        document->code = page->code;
    return TRUE;
}

static gboolean
settle_status (EvxFinisher *finisher, EvxDocument *document, const GArray *keys, GError **error)
{
    guint first = 0;
    guint n_failed = count_failed (keys, &first);
    if (n_failed > 0 && !describe_failed (finisher, document, n_failed, first, error))
        return FALSE;
    if (keys->len == 0 || n_failed == keys->len)
        document->status = EVX_STATUS_FAILED;
    else
        document->status = document->code != EVX_NONE ? EVX_STATUS_PARTIAL : EVX_STATUS_DONE;
    return TRUE;
}

/* An index that cannot be read or written spoils the run; anything else only this document. */
static gboolean
is_fatal (const GError *error)
{
    static const int fatal[] = { EVX_ERROR_DISK_FULL, EVX_ERROR_OUTPUT_READ_ONLY, EVX_ERROR_OUTPUT_BUSY,
                                 EVX_ERROR_INDEX_DAMAGED };
    for (guint i = 0; i < G_N_ELEMENTS (fatal); i++)
        if (g_error_matches (error, EVX_ERROR, fatal[i]))
            return TRUE;
    return FALSE;
}

static gboolean
run_document_stages (EvxFinisher *finisher, EvxDocument *document, const GArray *keys, GError **error)
{
    StoredPages stored = { finisher->index, document->id, keys };
    EvxPages pages = { .n_pages = document->n_pages, .load = load_page, .store = store_page, .user = &stored };
    const Glance *glance = g_hash_table_lookup (finisher->glances, document->id);
    g_array_set_size (document->claims, 0);
    g_array_set_size (document->events, 0);
    g_array_set_size (document->sketch, 0);
    for (guint i = 0; i < finisher->n_stages; i++) {
        const EvxStage *stage = finisher->plan->stages[i];
        g_autoptr (GError) local = NULL;
        pages.notes = glance != NULL ? glance->notes[i] : NULL;
        if (stage->document == NULL || stage->document (finisher->selves[i], document, &pages, &local))
            continue;
        if (is_fatal (local)) {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
        g_free (document->reason);
        document->code = EVX_ERROR_INTERNAL;
        document->reason = g_strdup_printf ("%s: %s", stage->name, local->message);
    }
    return TRUE;
}

gboolean
evx_finish_document (EvxFinisher *finisher, EvxDocument *document, GError **error)
{
    g_autoptr (GArray) keys = evx_index_page_keys (finisher->index, document->id, error);
    if (keys == NULL)
        return FALSE;
    if (keys->len > 0 && !run_document_stages (finisher, document, keys, error))
        return FALSE;
    g_hash_table_remove (finisher->glances, document->id);
    return settle_status (finisher, document, keys, error) &&
           evx_index_put_document (finisher->index, document, error);
}

gboolean
evx_finish_collection (EvxFinisher *finisher, GError **error)
{
    g_autoptr (EvxCollection) collection = evx_index_collection (finisher->index, error);
    if (collection == NULL)
        return FALSE;
    for (guint i = 0; i < finisher->n_stages; i++) {
        const EvxStage *stage = finisher->plan->stages[i];
        if (stage->collection != NULL && !stage->collection (finisher->selves[i], collection, error))
            return FALSE;
    }
    return evx_index_put_collection (finisher->index, collection, error);
}
