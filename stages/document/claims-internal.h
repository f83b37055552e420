/* What the files share that make claims of mentions: claims.c, which walks over them;
 * claim-number.c, what the text says of a number; claim-time.c, of which time it is; moves.c,
 * numbers of several years under one mention. */
#pragma once

#include "document-internal.h"

#include <string.h>

G_BEGIN_DECLS

/* What the claims of a page are made of. */
typedef struct {
    const EvxClaimReader *reader;
    const EvxPeriodReader *periods; /* of the reader, as the next three */
    const EvxRemarkReader *remarks;
    const EvxQuoteReader *quotes;
    const EvxSpeakerReader *speakers;
    EvxDocument *document;
    const EvxPage *page;
    const EvxClaimSetting *setting;
    const GArray *samples; /* EvxSample */
} EvxClaimWork;

/* A mention whose number is looked for. */
typedef struct {
    const EvxMention *mention;
    EvxQuoteWords words; /* of its quote */
    int at;              /* the word that says the number, or -1 */
    gsize byte;          /* of that word in the quote; of the mention where no word says it */
} EvxCounted;

/** Returns: (transfer none): what stands behind the mention in its quote; "" where nothing is known
 * of it. */
static inline const char *
evx_quote_behind (const EvxMention *mention)
{
    return mention->quote != NULL && mention->quote_end <= strlen (mention->quote)
               ? mention->quote + mention->quote_end
               : "";
}

/* ---- claim-number.c
 * ---------------------------------------------------------------------------------- */

/** TRUE if the number claims nothing: a time of day, a goal, a sample, a number of a log, of a
 * rule, of what others say. */
gboolean evx_claim_is_no_count (const EvxClaimWork *work, const EvxCounted *counted);

/** TRUE if the claim is of what had not been when it was written, or only refers to who was counted
 * elsewhere. */
gboolean evx_claim_is_untold (const EvxClaimWork *work, const EvxCounted *counted,
                              const EvxClaim *claim);

/** TRUE if the words behind the mention leave it open whether others were: "no one without a
 * conviction". */
gboolean evx_claim_denies_a_part (const EvxMention *mention);

/**
 * evx_claim_called_wrong:
 * @reporter: (out) (transfer full) (nullable): who told the number
 *
 * Returns: (transfer none) (nullable): the qualifier of a number that the text calls wrong: that of
 * somebody who is named is "refuted", that of the text or of nobody is "withdrawn".
 */
const char *evx_claim_called_wrong (const EvxClaimWork *work, const EvxCounted *counted,
                                    char **reporter);

/** Makes the claim one of notices, or of requests that came to nothing, where the text tells what
 * became of the requests that are counted. */
void evx_claim_tell_fate (const EvxCounted *counted, EvxClaim *claim);

/** Returns: (transfer none) (nullable): the qualifier of people who were taken by others than ICE,
 * or after they were let go. */
const char *evx_claim_of_others (const EvxCounted *counted, const char *what);

/* ---- claim-time.c
 * ------------------------------------------------------------------------------------ */

/** The year of a mention: its own, unless something else is of that; then, or where it says "that
 * year", the one told before. EVX_NONE if there is none. */
gint evx_claim_year (const EvxClaimWork *work, const EvxMention *mention);

/** Gives @claim the time that its own sentence says, or points to. */
void evx_claim_set_time (const EvxClaimWork *work, const EvxCounted *counted, EvxClaim *claim);

/** Gives @claim, where it says none, the time of its heading, its form or its document; and says
 * where its year is only that of a sentence before. */
void evx_claim_set_time_around (const EvxClaimWork *work, const EvxCounted *counted,
                                EvxClaim *claim);

/* ---- moves.c
 * ----------------------------------------------------------------------------------------- */

/* Patterns, made ready once. */
typedef struct _EvxMoveReader EvxMoveReader;
EvxMoveReader *evx_move_reader_new (void);
void evx_move_reader_free (EvxMoveReader *reader);

/** TRUE if the sentence of @mention may be one of those that evx_moves_counted() reads; cheap. */
gboolean evx_moves_may_stand (const EvxMention *mention);

/** Returns: (transfer full) (element-type EvxMention) (nullable): @mention with the number and year
 * that it moved to ("fell from 512 in 2018 to 197 in 2021"), or once with each of a list ("2021 -
 * 52; 2022 - 37"); NULL if the sentence is neither. */
GArray *evx_moves_counted (const EvxMoveReader *reader, const EvxMention *mention);

G_END_DECLS
