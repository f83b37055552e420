/* The stages in order, one line each. */
#include "stage.h"

#include "bytes.h"
#include "document/document.h"
#include "layout/layout.h"
#include "ocr/ocr.h"
#include "relate/relate.h"
#include "tag/tag.h"
#include "text/text.h"

const EvxStage *const evx_stages[] = {
    &evx_text_stage, &evx_ocr_stage, &evx_layout_stage, &evx_tag_stage,
    &evx_document_stage, &evx_relate_stage, NULL,
};

char *
evx_stage_key (const EvxStage *stage, const EvxOptions *options, const char *fingerprint,
               const char *upstream)
{
    static const char *const none[] = { NULL };
    g_autofree char *settings =
        evx_options_describe (options, stage->options != NULL ? stage->options : none);
    g_autofree char *whole = g_strdup_printf ("%s\n%s\n%u\n%s\n%s", upstream, stage->name,
                                              stage->version, fingerprint ? fingerprint : "", settings);
    g_autofree char *hash = evx_sha256_text (whole);
    return g_strndup (hash, 32);
}
