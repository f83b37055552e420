/* Counting the records: events of one agency and one kind, each event once however many documents
 * hold it. */
#pragma once

#include "agencies.h"
#include "counts.h"

G_BEGIN_DECLS

typedef struct _EvxTally EvxTally;

/** Sorts all events of the collection by agency, kind and date. Near-groups must be set. */
EvxTally *evx_tally_new (const EvxCollection *collection);
void evx_tally_free (EvxTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxTally, evx_tally_free)

/** Returns: (transfer none): by whose keys the events are sorted. */
EvxAgencies *evx_tally_agencies (EvxTally *tally);

/* What the records say for one period. */
typedef struct {
    guint events;   /* different ones with a date in the period */
    guint persons;  /* different person numbers among them; 0 if one has none */
    guint copies;   /* rows that repeat an event counted already */
    guint doubtful; /* of the events, those whose row is in doubt */
    guint undated;  /* different events whose date cannot be read, which may belong here */
    guint32 first_day, last_day; /* of the events and of the periods that logs say they cover */
    gboolean says_period;        /* a log says which period it covers */
    gboolean covered;            /* the logs together leave out no day of the period, by what they say and by their rows */
    gboolean incomplete;         /* a log has pages that could not be read */
    gboolean scanned;            /* a log was read off pictures, where a row may be missed */
    GArray *rows; /* (transfer full) EvxRowRef of the events counted; NULL if there is no record */
} EvxTallied;

void evx_tallied_clear (EvxTallied *tallied);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EvxTallied, evx_tallied_clear)

/**
 * evx_tally_count:
 * @agency: key of the agency
 * @what:   transfers notifications requests
 *
 * Returns: FALSE if the collection has no record of that kind and agency at all.
 */
gboolean evx_tally_count (EvxTally *tally, const char *agency, const char *what, guint32 first_day,
                          guint32 last_day, EvxTallied *tallied);

G_END_DECLS
