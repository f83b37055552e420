/* What a word reads as, kept from one place where it stands to the next. */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

#define EVX_SPELLING_MOST 16 /* bytes of a word that is kept: all but a hundredth of the words of prose */

/* A word as it is written, with its signs, and what it reads as wherever it stands. */
typedef struct {
    char text[EVX_SPELLING_MOST];
    guint32 first, n; /* tokens */
    guint8 length;    /* of the text */
    guint8 triggers;  /* a token of it begins a cue */
    guint8 percent;   /* it begins with a percent sign: that of the token before */
    guint8 loose;     /* its first token may be the end of a word in two */
} EvxSpelling;

EvxSpellings *evx_spellings_new (void);
void evx_spellings_free (EvxSpellings *spellings);
/* No more are kept: time to clear them, between two pages. */
gboolean evx_spellings_full (const EvxSpellings *spellings);
void evx_spellings_clear (EvxSpellings *spellings);
/* (nullable): lent until spellings are cleared or added. */
const EvxSpelling *evx_spellings_find (const EvxSpellings *spellings, const char *text, guint32 length);
/* Its tokens, positions counted from its first byte. */
const EvxToken *evx_spellings_tokens (const EvxSpellings *spellings, const EvxSpelling *spelling);
/* Keeps @spelling with its @tokens under the bytes of @text, if there is place. */
void evx_spellings_add (EvxSpellings *spellings, const char *text, guint32 length, const EvxSpelling *spelling,
                        const EvxToken *tokens);

G_END_DECLS
