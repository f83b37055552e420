/* Numbers, whatever they count. */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

typedef struct {
    guint32 at, n; /* tokens */
    gint64 value;
} EvxNumber;

/* The number that begins at @at of sentence @s, if it counts something: no year, time, sum of money, share,
 * section or label does. */
gboolean evx_number_counts (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number);
/* The number of several words that @at is part of: "not a single", "two hundred and six". */
gboolean evx_number_over (const EvxFlow *flow, const EvxSentence *s, guint32 at, EvxNumber *number);
/* "between 30 and 40 inmates", "12, 9 and 15 detainers": of several numbers that share a noun none is its
 * count. */
gboolean evx_number_is_in_series (const EvxFlow *flow, const EvxSentence *s,
                                  const EvxNumber *number);
/* "half of the 90 inmates", "most of the 1,034 cases": the number at @at tells of what a share was taken. */
gboolean evx_number_is_of_share (const EvxFlow *flow, const EvxSentence *s, guint32 at);
/* "four of five people": the number at @at is the whole of a share, in words as shares are told. */
gboolean evx_number_is_ratio (const EvxFlow *flow, const EvxSentence *s, guint32 at);
/* "40 people a month": a rate is no count. */
gboolean evx_number_is_rate (const EvxFlow *flow, const EvxSentence *s, const EvxNumber *number);
/* Value of the number at @token, or -1; *n = tokens it takes. */
gint64 evx_number_at (const EvxFlow *flow, guint32 token, guint32 *n);
/* Four digits, 19.. or 20..: a year by its look. */
gboolean evx_number_is_year (const EvxFlow *flow, guint32 token);
/* "1215": as a clock shows it. */
gboolean evx_number_is_clock (const EvxFlow *flow, const EvxNumber *number);

G_END_DECLS
