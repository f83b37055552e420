/* A small picture of what is claimed beside what the records count, year by year. */
#pragma once

#include "../types.h"

G_BEGIN_DECLS

/**
 * evx_chart_reconcile:
 * @collection: claims and events, near-groups set (evx_index_collection)
 *
 * Of the agency that most claims name, and of what names none and is taken to be about it
 * (evx_agencies_key): one panel for each of requests, notifications and transfers that has a claim,
 * with a bar for the events that the records count in a year, and a mark with its number for each
 * number claimed for that calendar year. A mark that equals its bar is a disc, any other a diamond,
 * so that the picture can be read without colour. The picture has no background, its text is text,
 * and its colours follow a dark page.
 *
 * Returns: (transfer full) (nullable): the text of an SVG file; NULL if no claim names an agency and a year.
 * Errors: none.
 */
char *evx_chart_reconcile (const EvxCollection *collection);

G_END_DECLS
