/* What a word reads as, kept from page to page: most words of a page stood on one before, written the same, and what
 * the tokens of a word are follows from its bytes alone. So a word costs one look into a table, and only a new one
 * is folded, walked through the lexicon and searched for errors of recognition. */
#include "spelling.h"

#include <string.h>

#define PLACES (1u << 15)    /* of the table; half of them are filled */
#define PROBES 8          /* places a spelling may stand in: hostile words that all want one cost no more */

/* The spellings lie side by side and the table only says where: a worker, which begins with a table that it shares
 * with the process it was forked from, writes to few pages of memory for a short document. */
struct _EvxSpellings {
    guint16 *places; /* index into kept, and 1; 0 where none is */
    GArray *kept;    /* EvxSpelling */
    GArray *tokens;  /* EvxToken, positions from the beginning of the word */
};

EvxSpellings *
evx_spellings_new (void)
{
    EvxSpellings *spellings = g_new0 (EvxSpellings, 1);
    spellings->places = g_new0 (guint16, PLACES);
    spellings->kept = g_array_new (FALSE, FALSE, sizeof (EvxSpelling));
    spellings->tokens = g_array_new (FALSE, FALSE, sizeof (EvxToken));
    return spellings;
}

void
evx_spellings_free (EvxSpellings *spellings)
{
    g_array_unref (spellings->tokens);
    g_array_unref (spellings->kept);
    g_free (spellings->places);
    g_free (spellings);
}

gboolean
evx_spellings_full (const EvxSpellings *spellings)
{
    return spellings->kept->len >= PLACES / 2;
}

void
evx_spellings_clear (EvxSpellings *spellings)
{
    memset (spellings->places, 0, PLACES * sizeof *spellings->places);
    g_array_set_size (spellings->kept, 0);
    g_array_set_size (spellings->tokens, 0);
}

/* Up to eight bytes as one number. */
static inline guint64
number_of (const char *text, guint n)
{
    guint64 eight;
    guint32 first, last;
    if (n >= 8) {
        memcpy (&eight, text, 8);
        return eight;
    }
    if (n >= 4) {
        memcpy (&first, text, 4);
        memcpy (&last, text + n - 4, 4);
        return first | (guint64)last << 32;
    }
    return (guchar)text[0] | (guint64)(guchar)text[n / 2] << 8 | (guint64)(guchar)text[n - 1] << 16;
}

/* @n is from 1 to EVX_SPELLING_MOST. Multiplication by odd constants spreads each byte over the upper bits. */
static inline guint32
place_of (const char *text, guint n)
{
    guint64 hash = (number_of (text, n) ^ n) * 0x9e3779b97f4a7c15u;
    if (n > 8)
        hash = (hash ^ number_of (text + n - 8, 8)) * 0xd6e8feb86659fd93u;
    return (guint32)((hash ^ hash >> 32) * 0x9e3779b1u >> 17) % PLACES;
}

static gboolean
is_spelt (const EvxSpelling *spelling, const char *text, guint n)
{
    return spelling->length == n && memcmp (spelling->text, text, n) == 0;
}

const EvxSpelling *
evx_spellings_find (const EvxSpellings *spellings, const char *text, guint32 length)
{
    if (length == 0 || length > EVX_SPELLING_MOST)
        return NULL;
    guint32 place = place_of (text, length);
    for (guint i = 0; i < PROBES; i++) {
        guint kept = spellings->places[(place + i) % PLACES];
        if (kept == 0)
            return NULL;
        const EvxSpelling *spelling = &g_array_index (spellings->kept, EvxSpelling, kept - 1);
        if (is_spelt (spelling, text, length))
            return spelling;
    }
    return NULL;
}

const EvxToken *
evx_spellings_tokens (const EvxSpellings *spellings, const EvxSpelling *spelling)
{
    return &g_array_index (spellings->tokens, EvxToken, spelling->first);
}

void
evx_spellings_add (EvxSpellings *spellings, const char *text, guint32 length, const EvxSpelling *spelling,
                   const EvxToken *tokens)
{
    if (length == 0 || length > EVX_SPELLING_MOST || evx_spellings_full (spellings))
        return;
    guint32 place = place_of (text, length);
    for (guint i = 0; i < PROBES; i++) {
        guint16 *at = &spellings->places[(place + i) % PLACES];
        if (*at > 0)
            continue;
        EvxSpelling kept = *spelling;
        kept.first = spellings->tokens->len;
        kept.length = (guint8)length;
        memcpy (kept.text, text, length);
        g_array_append_val (spellings->kept, kept);
        g_array_append_vals (spellings->tokens, tokens, spelling->n);
        *at = (guint16)spellings->kept->len;
        return;
    }
}
