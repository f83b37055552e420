/* Mentions with kind, sense, assertion, count, quote and box. */
#pragma once

#include "../stage.h"

G_BEGIN_DECLS

extern const EvxStage evx_tag_stage;

/**
 * evx_tag_check_lexicon:
 * @self:   what evx_tag_stage.open returned
 * @report: (nullable): gets a line "file:line: what was expected, what came" for each example that
 * fails
 *
 * Runs every hit and miss sentence of the lexicon.
 *
 * Returns: how many fail; *@n_examples (nullable) is how many there are.
 */
guint evx_tag_check_lexicon (gpointer self, GString *report, guint *n_examples);

/**
 * evx_tag_find:
 * Only finds the words and terms on @page, decides nothing: the measure of the matcher.
 *
 * Returns: the number of cues found.
 */
guint evx_tag_find (gpointer self, const EvxPage *page);

G_END_DECLS
