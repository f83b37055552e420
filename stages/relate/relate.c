/* The collection stage: Bates numbers first, since citations need them, then duplicates, since
 * copies must not be counted twice, then the counts. */
#include "relate.h"

#include "../bytes.h"
#include "relate-internal.h"

#include <string.h>

EvxFinding
evx_finding_new (const char *status)
{
    return (EvxFinding){ .status = status,
                         .left_number = EVX_NONE,
                         .right_number = EVX_NONE,
                         .rows_counted = EVX_NONE,
                         .year = EVX_NONE,
                         .left_page = EVX_NONE,
                         .right_page = EVX_NONE };
}

void
evx_finding_add (EvxCollection *collection, EvxFinding finding, const char *reason)
{
    g_autofree char *whole =
        g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n%d\n%d\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT
                         "\n%" G_GINT64_FORMAT "\n%s\n%d",
                         finding.status, finding.left_claim ? finding.left_claim : "",
                         finding.right_claim ? finding.right_claim : "",
                         finding.left_document ? finding.left_document : "",
                         finding.right_document ? finding.right_document : "", finding.left_page,
                         finding.right_page, finding.left_number, finding.right_number,
                         finding.rows_counted, finding.what ? finding.what : "", finding.year);
    g_autofree char *hash = evx_sha256_text (whole);
    hash[16] = '\0';
    finding.id = evx_collection_string (collection, hash);
    finding.reason = evx_collection_string (collection, reason);
    g_array_append_val (collection->findings, finding);
}

EvxDocument *
evx_collection_document (const EvxCollection *collection, guint i)
{
    return collection->documents->pdata[i];
}

static gboolean
relate_collection (gpointer self, EvxCollection *collection, GError **error)
{
    (void)self;
    (void)error;
    g_array_set_size (collection->findings, 0);
    evx_relate_sequence (collection);
    evx_relate_duplicates (collection);
    evx_relate_reconcile (collection);
    return TRUE;
}

const EvxStage evx_relate_stage = {
    .name = "relate",
    .version = 13,
    .collection = relate_collection,
};
