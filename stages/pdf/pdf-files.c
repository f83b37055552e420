/* Files attached to a PDF: to the document, in its name tree of embedded files, and to a place on a page, by an
 * annotation (a paper clip). A file that is attached both ways is given once.
 * Source: ISO 32000-1, 7.11.4 and 12.5.6.15. */
#include "pdf-internal.h"

/* Poppler hands the bytes over piece by piece. */
static gboolean
take (const char *data, gsize length, gpointer user, GError **error)
{
    (void) error;
    g_byte_array_append (user, (const guint8 *) data, (guint) length);
    return TRUE;
}

typedef struct {
    EvxPdfFileFunc each;
    gpointer user;
    GHashTable *given; /* hash and name of each */
} Files;

static gboolean
give (Files *files, PopplerAttachment *attachment)
{
    GByteArray *content = g_byte_array_new ();
    poppler_attachment_save_to_callback (attachment, take, content, NULL);
    g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (content);
    const char *name = poppler_attachment_get_name (attachment);
    g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
    g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    /* Poppler gives nothing of what it cannot decrypt or unpack; the file says how much there should be. */
    gboolean lost = g_bytes_get_size (bytes) == 0 && poppler_attachment_get_size (attachment) > 0;
    return !g_hash_table_add (files->given, g_strconcat (hash, valid, NULL)) ||
           files->each (valid, lost ? NULL : bytes, files->user);
}

static gboolean
give_annotated (Files *files, PopplerAnnot *annotation)
{
    if (poppler_annot_get_annot_type (annotation) != POPPLER_ANNOT_FILE_ATTACHMENT)
        return TRUE;
    PopplerAttachment *attachment =
        poppler_annot_file_attachment_get_attachment (POPPLER_ANNOT_FILE_ATTACHMENT (annotation));
    gboolean going = attachment == NULL || give (files, attachment);
    g_clear_object (&attachment);
    return going;
}

static gboolean
give_of_document (Files *files, PopplerDocument *document)
{
    GList *attachments =
        poppler_document_has_attachments (document) ? poppler_document_get_attachments (document) : NULL;
    gboolean going = TRUE;
    for (GList *at = attachments; at != NULL && going; at = at->next)
        going = at->data == NULL || give (files, at->data);
    g_list_free_full (attachments, g_object_unref);
    return going;
}

static gboolean
give_of_page (Files *files, PopplerDocument *document, guint index)
{
    g_autoptr (PopplerPage) page = poppler_document_get_page (document, (int) index);
    GList *annotations = page != NULL ? poppler_page_get_annot_mapping (page) : NULL;
    gboolean going = TRUE;
    for (GList *at = annotations; at != NULL && going; at = at->next)
        going = give_annotated (files, ((PopplerAnnotMapping *) at->data)->annot);
    poppler_page_free_annot_mapping (annotations);
    return going;
}

gboolean
evx_pdf_files (EvxPdf *pdf, EvxPdfFileFunc each, gpointer user)
{
    g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Files files = { each, user, given };
    gboolean going = give_of_document (&files, pdf->document);
    for (guint i = 0; i < pdf->n_pages && going; i++)
        going = give_of_page (&files, pdf->document, i);
    return going;
}
