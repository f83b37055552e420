/* Whose number a claim states: an agency that its sentence names, one that the text before is about, or the document's
 * own. */
#include "document-internal.h"

#include "agency.h"
#include "fold.h"

#include <string.h>

/* The whole of the name where the sentence has more of it: "Alder County" of "the Alder County Probation Department".
 * Returns: (transfer full) (nullable). */
static char *
name_in_quote (const char *quote, const char *name)
{
    gsize end = 0;
    for (char *found = evx_agency_find (quote, 0, &end); found != NULL; found = evx_agency_find (quote, end, &end)) {
        if (strcasestr (found, name) != NULL)
            return found;
        g_free (found);
    }
    return NULL;
}

/* The agency that the quote names last before the words of the mention, else the first. */
static char *
nearest_name (const char *quote, const EvxMention *mention)
{
    gsize end = 0, found_end = 0;
    char *nearest = evx_agency_find (quote, 0, &end);
    char *next = nearest != NULL ? evx_agency_find (quote, end, &found_end) : NULL;
    for (; next != NULL && found_end <= mention->quote_start; next = evx_agency_find (quote, found_end, &found_end)) {
        g_free (nearest);
        nearest = next;
    }
    g_free (next);
    return nearest;
}

/* A city's police or a probation department is named where it is spoken of: its name is carried within a paragraph, to
 * a sentence that refers to it ("it", "the department"), not to one about the sheriff. */
static gboolean
is_carried_too_far (const EvxPage *page, const EvxMention *mention, const char *quote)
{
    if (!evx_agency_is_police (mention->agency))
        return FALSE;
    g_autofree char *folded = evx_fold (quote);
    if (evx_fold_has_any (folded, "sheriff|sheriffs|sheriff s|jail|alguacil") ||
        !evx_fold_has_any (folded, "it|its|they|their|he|she|department|police|officers|chief|policia|departamento|este|su|sus"))
        return TRUE;
    g_autofree char *before = g_strndup (page->text->str, mention->start);
    const char *blank = g_strrstr (before, "\n\n"); /* blocks are parted so */
    const char *paragraph = blank != NULL ? blank : before;
    g_autofree char *named = name_in_quote (paragraph, mention->agency);
    return named == NULL;
}

const char *
evx_claim_agency (const EvxRemarkReader *remarks, EvxDocument *document, const EvxPage *page, const EvxMention *mention)
{
    const char *quote = mention->quote != NULL ? mention->quote : mention->surface;
    g_autofree char *nearest = nearest_name (quote, mention);
    const char *scope = nearest == NULL ? evx_remark_scope (remarks, quote) : NULL;
    if (scope != NULL)
        return scope;
    g_autofree char *whole = mention->agency != NULL ? name_in_quote (quote, mention->agency) : NULL;
    if (mention->agency == NULL && !evx_agency_is_police (nearest))
        return evx_document_string (document, document->agency);
    const char *name = whole != NULL ? whole : evx_agency_is_police (nearest) ? nearest : mention->agency;
    g_autofree char *named = evx_agency_key (name), *own = evx_agency_key (document->agency);
    gboolean same = *named == '\0' || strcmp (named, own) == 0 ||
                    (name == mention->agency && is_carried_too_far (page, mention, quote));
    return evx_document_string (document, same ? document->agency : name);
}
