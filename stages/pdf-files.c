/* Files attached to a PDF: poppler walks the name tree of embedded files. */
#include "pdf-internal.h"

/* Poppler hands the bytes over piece by piece. */
static gboolean
take (const char *data, gsize length, gpointer user, GError **error)
{
    (void) error;
    g_byte_array_append (user, (const guint8 *) data, (guint) length);
    return TRUE;
}

static gboolean
give (PopplerAttachment *attachment, EvxPdfFileFunc each, gpointer user)
{
    GByteArray *content = g_byte_array_new ();
    poppler_attachment_save_to_callback (attachment, take, content, NULL);
    g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (content);
    const char *name = poppler_attachment_get_name (attachment);
    g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
    return each (valid, bytes, user);
}

gboolean
evx_pdf_files (EvxPdf *pdf, EvxPdfFileFunc each, gpointer user)
{
    GList *attachments =
        poppler_document_has_attachments (pdf->document) ? poppler_document_get_attachments (pdf->document) : NULL;
    gboolean going = TRUE;
    for (GList *at = attachments; at != NULL && going; at = at->next)
        going = at->data == NULL || give (at->data, each, user);
    g_list_free_full (attachments, g_object_unref);
    return going;
}
