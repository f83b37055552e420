/* Masks: most tokens are told from what a term asks for before anything is compared. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Symbols and sets as bits, to tell most tokens from what a term asks for before anything is compared. Several share
 * a bit, so each bears one in either half, and those that share the one seldom share the other. */
typedef struct {
    guint64 one[2], other[2];
} EvxMask;

#define EVX_MASK_BITS 126                  /* of each half, that symbols and sets share */
#define EVX_MASK_FLAG ((guint64)1 << 63)   /* of the first word: may begin a number; of the second: no sign */

static inline gboolean
evx_masks_meet (const EvxMask *a, const EvxMask *b)
{
    return ((a->one[0] & b->one[0]) | (a->one[1] & b->one[1])) != 0 &&
           ((a->other[0] & b->other[0]) | (a->other[1] & b->other[1])) != 0;
}

static inline void
evx_mask_add (EvxMask *mask, const EvxMask *more)
{
    for (guint i = 0; i < 2; i++) {
        mask->one[i] |= more->one[i];
        mask->other[i] |= more->other[i];
    }
}

static inline gboolean
evx_mask_is_empty (const EvxMask *mask)
{
    return (mask->one[0] | mask->one[1]) == 0;
}

/* What begins a number, in figures or words, and what is a word or figures and no sign. */
static inline EvxMask
evx_mask_of_kind (gboolean number, gboolean plain)
{
    guint64 words[] = { number ? EVX_MASK_FLAG : 0, plain ? EVX_MASK_FLAG : 0 };
    return (EvxMask){ { words[0], words[1] }, { words[0], words[1] } };
}

static inline gboolean
evx_mask_is_number (const EvxMask *mask)
{
    return (mask->one[0] & EVX_MASK_FLAG) != 0;
}

G_END_DECLS
