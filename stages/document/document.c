/* The document stage sees the pages twice, one at a time: first a survey (type, language, origin, date,
 * agency), mostly made while pages are read; then, with date and agency known, those pages that bear a
 * number, a table or a form: years, tables, claims and events. */
#include "document.h"

#include "document-internal.h"
#include "sketch.h"

static gpointer
document_open (const EvxOptions *options, GError **error)
{
    (void)options;
    (void)error;
    return evx_claim_reader_new ();
}

static void
document_close (gpointer self)
{
    evx_claim_reader_free (self);
}

/* What the first look at the pages leaves. */
typedef struct {
    EvxSurvey *survey;
    EvxSketcher *sketcher;
    GByteArray *telling; /* of each page seen: whether the second look can find anything */
} Notes;

static Notes *
notes_new (void)
{
    Notes *notes = g_new0 (Notes, 1);
    notes->survey = evx_survey_new ();
    notes->sketcher = evx_sketcher_new ();
    notes->telling = g_byte_array_new ();
    return notes;
}

static void
notes_free (gpointer data)
{
    Notes *notes = data;
    evx_survey_free (notes->survey);
    evx_sketcher_free (notes->sketcher);
    g_byte_array_unref (notes->telling);
    g_free (notes);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Notes, notes_free)

static void
look_at (Notes *notes, const EvxPage *page)
{
    guint8 tells = page->tables->len > 0 || evx_claims_may_follow (page) || evx_is_custody_form (page) ||
                   evx_charts_may_stand (page);
    evx_survey_page (notes->survey, page);
    evx_sketcher_page (notes->sketcher, page);
    g_byte_array_append (notes->telling, &tells, 1);
}

static void
document_glance (gpointer self, gpointer *notes, const EvxPage *page)
{
    (void)self;
    if (*notes == NULL)
        *notes = notes_new ();
    look_at (*notes, page);
}

static gboolean
look_at_rest (Notes *notes, const EvxPages *pages, GError **error)
{
    for (guint i = notes->telling->len; i < pages->n_pages; i++) {
        g_autoptr (EvxPage) page = pages->load (pages->user, i, error);
        if (page == NULL)
            return FALSE;
        look_at (notes, page);
    }
    return TRUE;
}

static void
replace (char **field, char *value)
{
    g_free (*field);
    *field = value;
}

static void
conclude (EvxDocument *document, const EvxSurvey *survey)
{
    char *evidence = NULL;
    replace (&document->type, g_strdup (evx_type_decide (survey, &evidence)));
    replace (&document->type_evidence, evidence);
    replace (&document->language, g_strdup (evx_survey_language (survey)));
    replace (&document->origin, g_strdup (evx_survey_origin (survey)));
    replace (&document->date, evx_survey_date (survey, document->type));
    replace (&document->agency, evx_survey_agency (survey));
    if (document->status == EVX_STATUS_NONE)
        document->status = survey->failed > 0 ? EVX_STATUS_PARTIAL : EVX_STATUS_DONE;
}

/* A log is dated by the last day that it says it covers, unless it says when it was made. */
static void
note_period (EvxDocument *document, const EvxTableReader *tables, EvxSketcher *sketcher)
{
    guint32 first, last;
    if (document->events->len == 0 || !evx_table_reader_period (tables, &first, &last))
        return;
    evx_sketcher_cover (sketcher, first, last);
    if (document->date == NULL && g_strcmp0 (document->type, "log") == 0)
        document->date =
            g_strdup_printf ("%04u-%02u-%02u", last / 10000, last / 100 % 100, last % 100);
}

/* What a log says that it covers holds for its totals too. */
static EvxPeriod
period_of_log (const EvxDocument *document, const EvxTableReader *tables)
{
    guint32 first, last;
    EvxPeriod period = { .year = EVX_NONE };
    if (g_strcmp0 (document->type, "log") == 0 && evx_table_reader_period (tables, &first, &last))
        evx_period_of_days (first, last, &period);
    return period;
}

static gboolean
read_pages (const EvxClaimReader *reader, EvxDocument *document, const Notes *notes, const EvxPages *pages,
            GError **error)
{
    g_autoptr (EvxTableReader) tables = evx_table_reader_new (document, notes->survey, reader);
    g_autofree char *title = evx_title_lines (notes->survey->title->str);
    EvxClaimSetting setting = { .whole = period_of_log (document, tables),
                                .title = title,
                                .author = evx_survey_author (notes->survey, document->type) };
    for (guint i = 0; i < pages->n_pages; i++) {
        if (!notes->telling->data[i])
            continue;
        g_autoptr (EvxPage) page = pages->load (pages->user, i, error);
        if (page == NULL)
            return FALSE;
        gboolean changed = evx_resolve_years (document, page);
        evx_claims_of_mentions (reader, document, page, &setting);
        changed |= evx_table_reader_page (tables, page, notes->sketcher);
        if (evx_survey_is_about_custody (notes->survey)) {
            evx_claims_of_charts (reader, document, page, title);
            evx_events_of_form (document, page);
        }
        if (changed && !pages->store (pages->user, page, error))
            return FALSE;
    }
    note_period (document, tables, notes->sketcher);
    return TRUE;
}

static gboolean
document_document (gpointer self, EvxDocument *document, const EvxPages *pages, GError **error)
{
    g_autoptr (Notes) own = pages->notes == NULL ? notes_new () : NULL;
    Notes *notes = own != NULL ? own : pages->notes;
    g_array_set_size (document->claims, 0);
    g_array_set_size (document->events, 0);
    if (!look_at_rest (notes, pages, error))
        return FALSE;
    conclude (document, notes->survey);
    if (!read_pages (self, document, notes, pages, error))
        return FALSE;
    evx_sketcher_finish (notes->sketcher, document);
    return TRUE;
}

const EvxStage evx_document_stage = {
    .name = "document",
    .version = 40,
    .open = document_open,
    .glance = document_glance,
    .dismiss = notes_free,
    .document = document_document,
    .close = document_close,
};
