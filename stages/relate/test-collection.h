/* For tests: a collection by hand, and what relating it finds. */
#pragma once

#include "relate.h"

#include <string.h>

static inline EvxDocument *
add_document (EvxCollection *collection, const char *file, const char *agency)
{
    g_autofree char *id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, file, -1);
    EvxDocument *document = evx_document_new (id, file);
    document->agency = g_strdup (agency);
    document->origin = g_strdup ("scanned");
    document->status = EVX_STATUS_DONE;
    g_ptr_array_add (collection->documents, document);
    return document;
}

static inline EvxClaim *
add_claim (EvxDocument *document, gint64 number, const char *what, gint year)
{
    g_autofree char *id = g_strdup_printf ("%.8s-%u", document->id, document->claims->len);
    EvxClaim claim = {
        .id = evx_document_string (document, id),
        .number = number,
        .what = what,
        .year = year,
        .agency = document->agency,
        .assertion = "affirmed",
        .quote = "",
    };
    g_array_append_val (document->claims, claim);
    return &g_array_index (document->claims, EvxClaim, document->claims->len - 1);
}

static inline void
add_event (EvxDocument *document, const char *kind, const char *person, const char *date)
{
    EvxEvent event = {
        .kind = kind,
        .person = evx_document_string (document, person),
        .date = evx_document_string (document, date),
        .year = date != NULL ? (gint)g_ascii_strtoll (date, NULL, 10) : EVX_NONE,
        .agency = document->agency,
        .row = (gint)document->events->len,
        .doubt = date == NULL ? EVX_DOUBT_REDACTED : 0,
    };
    g_array_append_val (document->events, event);
}

/* One event a month, by persons 1 to @n, over the whole of @year. */
static inline void
add_year_of_events (EvxDocument *document, const char *kind, gint year, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_autofree char *person = g_strdup_printf ("X-%07u", i + 1);
        g_autofree char *date = g_strdup_printf ("%d-%02u-15", year, i * 11 / MAX (n - 1, 1) + 1);
        add_event (document, kind, person, date);
    }
}

static inline void
relate (EvxCollection *collection)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (evx_relate_stage.collection (NULL, collection, &error));
    g_assert_no_error (error);
}

static inline guint
count_findings (const EvxCollection *collection, const char *status)
{
    guint n = 0;
    for (guint i = 0; i < collection->findings->len; i++)
        n += strcmp (g_array_index (collection->findings, EvxFinding, i).status, status) == 0;
    return n;
}

static inline const EvxFinding *
only_finding (const EvxCollection *collection, const char *status)
{
    const EvxFinding *only = NULL;
    for (guint i = 0; i < collection->findings->len; i++) {
        const EvxFinding *finding = &g_array_index (collection->findings, EvxFinding, i);
        if (strcmp (finding->status, status) != 0)
            continue;
        g_assert_null (only);
        only = finding;
    }
    g_assert_nonnull (only);
    return only;
}

static inline void
assert_says (const EvxFinding *finding, const char *words)
{
    if (strstr (finding->reason, words) == NULL)
        g_error ("\"%s\" does not say \"%s\"", finding->reason, words);
}
