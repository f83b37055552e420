/* The document stage reads the stored pages twice, one at a time: first a survey (type, language,
 * origin, date, agency), then, with date and agency known, years, tables, claims and events. */
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

static gboolean
survey_pages (const EvxPages *pages, EvxSurvey *survey, EvxSketcher *sketcher, GError **error)
{
    for (guint i = 0; i < pages->n_pages; i++) {
        g_autoptr (EvxPage) page = pages->load (pages->user, i, error);
        if (page == NULL)
            return FALSE;
        evx_survey_page (survey, page);
        evx_sketcher_page (sketcher, page);
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

static gboolean
read_pages (const EvxClaimReader *reader, EvxDocument *document, const EvxSurvey *survey,
            EvxSketcher *sketcher, const EvxPages *pages, GError **error)
{
    g_autoptr (EvxTableReader) tables = evx_table_reader_new (document, survey, reader);
    for (guint i = 0; i < pages->n_pages; i++) {
        g_autoptr (EvxPage) page = pages->load (pages->user, i, error);
        if (page == NULL)
            return FALSE;
        gboolean changed = evx_resolve_years (document, page);
        evx_claims_of_mentions (reader, document, page);
        changed |= evx_table_reader_page (tables, page, sketcher);
        if (evx_survey_is_about_custody (survey))
            evx_events_of_form (document, page);
        if (changed && !pages->store (pages->user, page, error))
            return FALSE;
    }
    note_period (document, tables, sketcher);
    return TRUE;
}

static gboolean
document_document (gpointer self, EvxDocument *document, const EvxPages *pages, GError **error)
{
    g_autoptr (EvxSurvey) survey = evx_survey_new ();
    g_autoptr (EvxSketcher) sketcher = evx_sketcher_new ();
    g_array_set_size (document->claims, 0);
    g_array_set_size (document->events, 0);
    if (!survey_pages (pages, survey, sketcher, error))
        return FALSE;
    conclude (document, survey);
    if (!read_pages (self, document, survey, sketcher, pages, error))
        return FALSE;
    evx_sketcher_finish (sketcher, document);
    return TRUE;
}

const EvxStage evx_document_stage = {
    .name = "document",
    .version = 5,
    .open = document_open,
    .document = document_document,
    .close = document_close,
};
