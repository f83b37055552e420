/* What poppler and qpdf load for the first document that a process opens (tables of encodings, the list of
 * character maps, functions bound at their first call), loaded by reading a document of our own. */
#include "pdf.h"

#include <string.h>

/* Its content, packed as that of most documents is and with an object number of two digits as most are:
 * "BT /F 9 Tf 9 9 Td (in readiness) Tj ET". */
static const char own[] =
    "%PDF-1.4\n"
    "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
    "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
    "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 90 30] /Contents 12 0 R\n"
    "   /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj\n"
    "12 0 obj << /Length 89 /Filter [/ASCIIHexDecode /FlateDecode] >> stream\n"
    "78da730a51d07753b05408490312402a454123334fa128353125332fb5b8585321244bc135840b00c9750ab0>\n"
    "endstream endobj\n"
    "xref\n"
    "0 4\n"
    "0000000000 65535 f \n"
    "0000000009 00000 n \n"
    "0000000058 00000 n \n"
    "0000000115 00000 n \n"
    "12 1\n"
    "0000000291 00000 n \n"
    "trailer << /Size 13 /Root 1 0 R >>\n"
    "startxref\n"
    "470\n"
    "%%EOF\n";

EvxPdf *
evx_pdf_prepare (void)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static (own, strlen (own));
    g_autoptr (EvxPdf) pdf = evx_pdf_open (bytes, NULL, NULL);
    g_autoptr (EvxPage) page = pdf != NULL ? evx_pdf_page (pdf, 0, NULL) : NULL;
    return page != NULL && evx_pdf_words (pdf, page, NULL) ? g_steal_pointer (&pdf) : NULL;
}
