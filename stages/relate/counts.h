/* Two counts side by side: may they be compared at all, and if so, can both be true? */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

typedef enum {
    EVX_UNIT_UNKNOWN,
    EVX_UNIT_PERSONS,
    EVX_UNIT_REQUESTS,
    EVX_UNIT_NOTICES,
    EVX_UNIT_NOTICES_TO_PERSONS,
    EVX_UNIT_CONTACTS,
    EVX_UNIT_BOOKINGS,
    EVX_UNIT_OFFENSES,
    EVX_UNIT_INTERVIEWS
} EvxUnitClass;

/* A claim, made comparable. */
typedef struct {
    guint document, claim; /* indexes */
    gint64 number;
    gint64 low, high;      /* the numbers that its qualifier allows, both included */
    gboolean rate;         /* an average */
    gboolean withdrawn;    /* said to be wrong where it stands */
    gboolean refuted;      /* so, and told by somebody else who is named there */
    gboolean part_of_year; /* a part whose ends are not said */
    const char *open;      /* (nullable): why it contradicts no other number of its period */
    gboolean bounded;      /* "at least", "about": not exact */
    gboolean zero;
    gboolean is_part;     /* "213 of those": a part, whatever the whole is */
    gboolean may_be_part; /* said to be a part of something: perhaps of another count */
    EvxUnitClass unit;
    guint32 first_day, last_day; /* as evx_date_number */
    gint year;                   /* of the last day */
} EvxCount;

typedef enum {
    EVX_VERDICT_CONTRADICTION,
    EVX_VERDICT_AGREEMENT,
    EVX_VERDICT_NOT_COMPARABLE
} EvxVerdict;

/** Returns: FALSE for a claim that cannot stand beside others: no year. */
gboolean evx_count_of_claim (const EvxClaim *claim, EvxCount *count);

/**
 * evx_count_compare:
 * @reason: (out) (transfer full): one sentence
 */
EvxVerdict evx_count_compare (const EvxCount *left, const EvxCount *right, char **reason);

/** Returns: (transfer full): "2019", "July 2018 to June 2019 (fiscal year)", "1 January to 31 May
 * 2019". */
char *evx_count_period (const EvxCount *count);

/** What the number of @claim is said to count; EVX_UNIT_UNKNOWN where it does not say. */
EvxUnitClass evx_unit_of (const EvxClaim *claim);

/** Whether rows of records count the same: calls, bookings and the like are counted otherwise. */
gboolean evx_unit_is_of_rows (EvxUnitClass unit);

/** Returns: (transfer none): "persons", "requests" ... */
const char *evx_unit_name (EvxUnitClass unit);

/** Returns: (transfer none): contradiction agreement not_comparable. */
const char *evx_verdict_name (EvxVerdict verdict);

G_END_DECLS
