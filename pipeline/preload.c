/* Loaded once, before the sandbox closes. */
#include "preload.h"

#include "paper/mail.h"

#include <fontconfig/fontconfig.h>

EvxPdf *
evx_preload (gboolean fonts)
{
    if (fonts)
        FcInit ();
    /* Of the tables of mail, poppler uses that of UTF-16BE: for the strings of fields, notes and labels
     * and the names of attached files, which it converts with iconv. */
    evx_mail_prepare ();
    return evx_pdf_prepare ();
}
