/* Words that name things and tell nothing: headings, the heads of a table's columns, labels, the
 * key to the codes of a log. A head that leaves its clause open ("We do not") leads in what stands
 * below it. */
#include "label.h"
#include "match.h"

#include <string.h>

#define LABEL_MOST 8 /* tokens of a label that stands alone */
#define CODE_MOST 4  /* letters of a code that a key explains */
#define HEAD_WORDS 3 /* words of column heads that make a line of them a row of heads */

static const EvxUnit *
unit_of (const EvxFlow *flow, guint32 sentence)
{
    return &g_array_index (flow->units, EvxUnit, evx_flow_sentence (flow, sentence)->unit);
}

/* ---- cells ------------------------------------------------------------------------------------------ */

/* The cell in which the sentence begins, or NULL. */
static const EvxCell *
cell_at (const EvxFlow *flow, guint32 sentence)
{
    const EvxToken *token = evx_flow_token (flow, evx_flow_sentence (flow, sentence)->first);
    guint32 word = g_array_index (flow->order, EvxSlot, token->slot).word;
    gint32 cell = g_array_index (flow->page->words, EvxWord, word).cell;
    return cell >= 0 && (guint)cell < flow->page->cells->len
               ? &g_array_index (flow->page->cells, EvxCell, cell)
               : NULL;
}

gint64
evx_cell_head (const EvxFlow *flow, guint32 sentence)
{
    const EvxUnit *unit = unit_of (flow, sentence);
    const EvxCell *own = cell_at (flow, sentence);
    if (unit->kind != EVX_BLOCK_TABLE || unit->parent < 0 || own == NULL ||
        evx_flow_is_record (flow, unit))
        return -1;
    const EvxUnit *head = &g_array_index (flow->units, EvxUnit, unit->parent);
    if (head->kind != EVX_BLOCK_TABLE)
        return -1;
    for (guint32 s = head->first_sentence; s < head->first_sentence + head->n_sentences; s++) {
        const EvxCell *cell = cell_at (flow, s);
        if (cell != NULL && cell->column <= own->column &&
            own->column < cell->column + MAX (1, cell->columns))
            return s;
    }
    return -1;
}

gint64
evx_lead_sentence (const EvxFlow *flow, guint32 sentence)
{
    const EvxUnit *unit = unit_of (flow, sentence);
    if (!unit->item || unit->parent < 0)
        return -1;
    const EvxUnit *parent = &g_array_index (flow->units, EvxUnit, unit->parent);
    if (parent->n_sentences == 0)
        return -1;
    gint64 head = evx_cell_head (flow, sentence);
    return head >= 0 ? head : parent->first_sentence + parent->n_sentences - 1;
}

/* The row is a head, as the layout stage knows it. */
static gboolean
is_in_head (const EvxFlow *flow, guint32 sentence)
{
    const EvxCell *cell = cell_at (flow, sentence);
    if (unit_of (flow, sentence)->kind != EVX_BLOCK_TABLE || cell == NULL ||
        cell->row >= flow->page->rows->len)
        return FALSE;
    return g_array_index (flow->page->rows, EvxRow, cell->row).kind == EVX_ROW_HEADER;
}

/* ---- keys to codes ---------------------------------------------------------------------------------- */

/* "PU = ": a short word in capitals that a sign of equality explains. */
static gboolean
is_code (const EvxFlow *flow, guint32 token, guint32 end)
{
    const EvxToken *t = evx_flow_token (flow, token);
    if (token + 1 >= end || t->type != EVX_TOKEN_WORD || !(t->flags & EVX_TOKEN_UPPER) ||
        t->end - t->start > CODE_MOST || t[1].type != EVX_TOKEN_WORD || t[1].start < t->end)
        return FALSE;
    return memchr (flow->page->text->str + t->end, '=', t[1].start - t->end) != NULL;
}

gboolean
evx_label_is_code (const EvxFlow *flow, const EvxFound *found)
{
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    return found->end == found->start + 1 && is_code (flow, found->start, s->first + s->n);
}

gboolean
evx_label_is_explained (const EvxFlow *flow, const EvxFound *found)
{
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    for (guint32 t = s->first; t < found->end; t++)
        if (is_code (flow, t, s->first + s->n))
            return TRUE;
    return FALSE;
}

/* The table explains words: the head of one of its columns says so. */
static gboolean
is_glossary (const EvxFlow *flow, guint32 sentence)
{
    const EvxUnit *unit = unit_of (flow, sentence);
    if (unit->kind != EVX_BLOCK_TABLE || unit->parent < 0)
        return FALSE;
    const EvxUnit *head = &g_array_index (flow->units, EvxUnit, unit->parent);
    if (head->kind != EVX_BLOCK_TABLE)
        return FALSE;
    for (guint32 t = head->first_token; t < head->first_token + head->n_tokens; t++)
        if (evx_flow_in_set (flow, t, EVX_SET_GLOSSARY))
            return TRUE;
    return FALSE;
}

/* ---- headings and labels ---------------------------------------------------------------------------- */

/* A sign that ends a sentence, or a box, or, unless @numbers, a number stands in the sentence. */
static gboolean
has_signs (const EvxFlow *flow, const EvxSentence *s, gboolean numbers)
{
    for (guint32 t = s->first; t < s->first + s->n; t++) {
        guint8 type = evx_flow_token (flow, t)->type;
        if (type == EVX_TOKEN_STOP || type == EVX_TOKEN_BOX ||
            (type == EVX_TOKEN_NUMBER && !numbers))
            return TRUE;
    }
    return FALSE;
}

static gboolean
tells_past (const EvxFlow *flow, const EvxSentence *s)
{
    for (guint32 t = s->first; t < s->first + s->n; t++)
        if (evx_flow_in_set (flow, t, EVX_SET_PAST))
            return TRUE;
    return FALSE;
}

static gboolean
is_line_of_heads (const EvxFlow *flow, const EvxSentence *s)
{
    guint heads = 0;
    for (guint32 t = s->first; t < s->first + s->n; t++)
        heads += evx_flow_in_set (flow, t, EVX_SET_COLUMN_WORD) &&
                 (evx_flow_token (flow, t)->flags & EVX_TOKEN_CAPITAL);
    return heads >= HEAD_WORDS;
}

/* "Transfers to ICE": a noun and what belongs to it, alone in its paragraph. */
static gboolean
is_label (const EvxFlow *flow, const EvxFound *found)
{
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    const EvxToken *last = evx_flow_token (flow, s->first + s->n - 1);
    return found->start == s->first && s->n <= LABEL_MOST && last->type <= EVX_TOKEN_NUMBER &&
           evx_flow_in_set (flow, found->start, EVX_SET_NOUN_FORM) &&
           (evx_flow_token (flow, found->start)->flags & EVX_TOKEN_CAPITAL);
}

/* ---- forms ------------------------------------------------------------------------------------------ */

#define BOX_BYTES 20   /* from a box to the words of its field */
#define FIELD_BYTES 30 /* from the words of a field to the line that waits for ink: "ICE notified of release? ____" */

/* "[ ] ICE notified", "( ) hold you": a box stands before the mention that nobody ticked. */
static gboolean
is_unticked (const char *text, guint32 at)
{
    static const char *const boxes[] = { "( )", "\xe2\x98\x90", "\xe2\x96\xa1" };
    static const char *const ticked[] = { "\xe2\x98\x91", "\xe2\x98\x92" };
    for (guint32 from = at; from > 0 && at - from < BOX_BYTES && strchr (".:]", text[from - 1]) == NULL; from--) {
        for (guint i = 0; i < G_N_ELEMENTS (ticked); i++)
            if (memcmp (text + from - 1, ticked[i], strlen (ticked[i])) == 0)
                return FALSE;
        for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
            if (text[from - 1] == *boxes[i] && memcmp (text + from - 1, boxes[i], strlen (boxes[i])) == 0)
                return TRUE;
    }
    return at >= 4 && strncmp (text + at - 4, "[ ] ", 4) == 0;
}

gboolean
evx_label_is_blank (const EvxFlow *flow, const EvxFound *found)
{
    const GString *text = flow->page->text;
    guint32 end = evx_flow_token (flow, found->end - 1)->end;
    gsize n = MIN (FIELD_BYTES, text->len - end);
    const char *line = memmem (text->str + end, n, "__", 2), *stop = memchr (text->str + end, '.', n);
    return (line != NULL && (stop == NULL || line < stop)) ||
           is_unticked (text->str, evx_flow_token (flow, found->start)->start);
}

gboolean
evx_label_is_bare (const EvxFlow *flow, const EvxDraft *draft)
{
    const EvxFound *found = &draft->found;
    const EvxSentence *s = evx_flow_sentence (flow, found->sentence);
    const EvxUnit *unit = unit_of (flow, found->sentence);
    if (is_in_head (flow, found->sentence) || evx_label_is_explained (flow, found) ||
        is_glossary (flow, found->sentence))
        return TRUE;
    if (draft->count > 0 || unit->n_sentences != 1 || has_signs (flow, s, TRUE))
        return FALSE;
    if (unit->kind == EVX_BLOCK_HEADING)
        return !tells_past (flow, s);
    return unit->kind == EVX_BLOCK_PARAGRAPH && !unit->item && !has_signs (flow, s, FALSE) &&
           (is_line_of_heads (flow, s) || (is_label (flow, found) && !tells_past (flow, s)));
}
