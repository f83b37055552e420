/* Dates as they are written in letters, logs and e-mail heads, English and Spanish. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    int year;         /* 1900..2099 */
    int month;        /* 1..12 */
    int day;          /* 1..31, or 0: only month and year are written */
    gsize start, end; /* bytes in the text, end exclusive */
} EvxDate;

/**
 * evx_date_find:
 * @text: UTF-8
 * @from: first byte to look at
 * @date: (out): the next date at or after @from
 *
 * Understands 3/14/2019, 03-14-19, 2019-03-14, 14.3.2019, "March 14th, 2019", "14 Mar 2019", "14 de
 * marzo de 2019", "March 2019". Numeric dates are month first, unless the first number is above 12
 * (US practice). A letter that OCR mistakes for a digit (O l I S B) is taken as that digit where
 * most of the number is digits. Two-digit years: 50..99 are 19xx, 00..49 are 20xx.
 *
 * Returns: FALSE if there is none; never an impossible date.
 */
gboolean evx_date_find (const char *text, gsize from, EvxDate *date);

/** Returns: (transfer full): "2019-03-14", or "2019-03" for a date without a day. */
char *evx_date_iso (const EvxDate *date);

/** The digits of an ISO date as a number, 20190314; a missing day is 0; 0 for NULL or nonsense. */
guint32 evx_date_number (const char *iso);

G_END_DECLS
