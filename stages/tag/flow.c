/* A page as a run of tokens: blocks to units (a paragraph, a list item, a table row), words to
 * tokens with line-end hyphens joined, units to sentences. Nothing is copied: a token is a range of
 * page->text, so that what is found can be cited and drawn. */
#include "flow.h"
#include "match.h"
#include "spelling.h"

#include <string.h>

#define OPEN_LEAST 4 /* words of running prose; fewer are a salutation, a label or a title */
#define SENTENCE_TOKENS 300 /* longer ones are cut: a table without stops is not one sentence */

EvxFlow *
evx_flow_new (const EvxLexicon *lexicon)
{
    EvxFlow *flow = g_new0 (EvxFlow, 1);
    flow->lexicon = lexicon;
    flow->order = g_array_new (FALSE, FALSE, sizeof (EvxSlot));
    flow->tokens = g_array_new (FALSE, FALSE, sizeof (EvxToken));
    flow->symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
    flow->set_hits = g_array_new (FALSE, FALSE, sizeof (EvxSetHit));
    flow->units = g_array_new (FALSE, FALSE, sizeof (EvxUnit));
    flow->sentences = g_array_new (FALSE, FALSE, sizeof (EvxSentence));
    flow->found = g_array_new (FALSE, FALSE, sizeof (EvxFound));
    flow->cues = g_array_new (FALSE, FALSE, sizeof (EvxCue));
    flow->stops = g_array_new (FALSE, FALSE, sizeof (guint32));
    flow->sentence_sets = g_array_new (FALSE, TRUE, sizeof (guint8));
    flow->spellings = evx_spellings_new ();
    flow->spelt = g_array_new (FALSE, FALSE, sizeof (EvxToken));
    flow->quote = g_string_new (NULL);
    flow->quote_spots = g_array_new (FALSE, FALSE, sizeof (EvxSpot));
    return flow;
}

void
evx_flow_free (EvxFlow *flow)
{
    if (flow == NULL)
        return;
    GArray *const arrays[] = { flow->order,     flow->tokens, flow->symbols, flow->set_hits,
                               flow->units,     flow->found,  flow->cues,    flow->stops,
                               flow->sentences, flow->spelt,  flow->sentence_sets, flow->quote_spots };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_unref (arrays[i]);
    g_string_free (flow->quote, TRUE);
    evx_spellings_free (flow->spellings);
    g_free (flow);
}

#define KEPT_MOST (1u << 18) /* symbols or hits; a page of many words that are not kept may leave more */

/* What is kept from page to page: spellings, with the symbols and sets of their words. */
static void
clear_kept (EvxFlow *flow)
{
    g_array_set_size (flow->set_hits, flow->own_hits);
    if (!evx_spellings_full (flow->spellings) && MAX (flow->symbols->len, flow->set_hits->len) < KEPT_MOST)
        return;
    evx_spellings_clear (flow->spellings);
    g_array_set_size (flow->symbols, 0);
    g_array_set_size (flow->set_hits, 0);
}

static void
clear (EvxFlow *flow, const EvxPage *page)
{
    GArray *const arrays[] = { flow->order, flow->tokens, flow->units, flow->sentences,
                               flow->found, flow->cues,   flow->stops, flow->sentence_sets };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_set_size (arrays[i], 0);
    clear_kept (flow);
    flow->quoted = G_MAXUINT32;
    flow->page = page;
    flow->triggered = FALSE;
    flow->spanish = FALSE;
}

/* ---- units ------------------------------------------------------------------------------------------ */

/* Words [first, first + n) come next. */
static void
add_slots (EvxFlow *flow, guint32 first, guint32 n)
{
    guint before = flow->order->len;
    g_array_set_size (flow->order, before + n);
    EvxSlot *slots = &g_array_index (flow->order, EvxSlot, before);
    for (guint32 i = 0; i < n; i++)
        slots[i] = (EvxSlot){ first + i, EVX_GLUE_BLANK };
}

static EvxUnit *
open_unit (EvxFlow *flow, guint kind, gboolean item)
{
    EvxUnit unit = {
        .first = flow->order->len, .kind = (guint8)kind, .item = (guint8)item, .parent = -1
    };
    g_array_append_val (flow->units, unit);
    return &g_array_index (flow->units, EvxUnit, flow->units->len - 1);
}

static void
close_unit (EvxFlow *flow)
{
    EvxUnit *unit = &g_array_index (flow->units, EvxUnit, flow->units->len - 1);
    unit->n = flow->order->len - unit->first;
    if (unit->n == 0)
        g_array_set_size (flow->units, flow->units->len - 1);
}

/* "•", "-", "(a)", "12.", "b)": the line begins a list item. */
static gboolean
is_bullet (const EvxFlow *flow, guint32 word)
{
    const EvxWord *w = &g_array_index (flow->page->words, EvxWord, word);
    const char *text = evx_flow_text (flow, w->start);
    static const char *const marks[] = { "·",  "•", "▪", "■", "‣", "◦", "●", "○", "➢", "➤", "–", "\xef\x82\xb7",
                                         "\xef\x82\xa7" };
    if (w->length == 1)
        return strchr ("-*o", *text) != NULL;
    for (guint i = 0; (guchar)*text >= 0x80 && i < G_N_ELEMENTS (marks); i++)
        if (strlen (marks[i]) == w->length && memcmp (text, marks[i], w->length) == 0)
            return TRUE;
    if (w->length < 2 || w->length > 4 || !strchr (".)", text[w->length - 1]))
        return FALSE;
    guint i = text[0] == '(' ? 1 : 0;
    guint digits = 0;
    while (i + digits < w->length - 1 && g_ascii_isdigit (text[i + digits]))
        digits++;
    if (digits > 0)
        return i + digits == w->length - 1;
    return i + 1 == w->length - 1 && g_ascii_isalpha (text[i]) && text[w->length - 1] == ')';
}

/* The block goes on with the sentence that the unit before it left open: no sign ends that, and this
 * begins in lower case. A redaction, a stamp or a tall line makes layout see two blocks. */
static gboolean
goes_on (const EvxFlow *flow, const EvxBlock *block)
{
    if (flow->units->len == 0 || block->kind > EVX_BLOCK_HEADING || block->n_lines == 0)
        return FALSE;
    const EvxUnit *before = &g_array_index (flow->units, EvxUnit, flow->units->len - 1);
    const EvxLine *line = &g_array_index (flow->page->lines, EvxLine, block->first_line);
    if (before->kind > EVX_BLOCK_LIST_ITEM || before->n < OPEN_LEAST || line->n_words == 0 ||
        is_bullet (flow, line->first_word))
        return FALSE;
    const EvxWord *last = evx_flow_word (flow, before->first + before->n - 1);
    const EvxWord *first = &g_array_index (flow->page->words, EvxWord, line->first_word);
    return last->length > 0 && strchr (".?!:;", *evx_flow_text (flow, last->start + last->length - 1)) == NULL &&
           g_unichar_islower (g_utf8_get_char (evx_flow_text (flow, first->start)));
}

/* Words at the beginning of a line that only say that it is quoted: "> >". */
static guint32
quote_marks (const EvxFlow *flow, const EvxLine *line)
{
    guint32 marks = 0;
    while (marks < line->n_words) {
        const EvxWord *word = &g_array_index (flow->page->words, EvxWord, line->first_word + marks);
        if (word->length == 0 || strspn (evx_flow_text (flow, word->start), ">") < word->length)
            break;
        marks++;
    }
    return marks;
}

#define BLANK_HEIGHTS 0.3 /* a blank, in heights of its line */
#define ROOM_HEIGHTS 0.5  /* by so much more than the next word a line must fall short */
#define JOINING_LETTERS 3 /* "of", "the", "de": a line does not end a sentence with such a word */

static gboolean
is_preposition (const char *text, guint32 length)
{
    static const char *const words[] = { "into", "from", "with", "upon", "that", "their", "para", "desde", "hasta" };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strlen (words[i]) == length && strncmp (words[i], text, length) == 0)
            return TRUE;
    return FALSE;
}

/* The line ends although the next word had room on it, and that begins anew: the writer broke it, not the margin. */
static gboolean
ends_early (const EvxFlow *flow, const EvxBlock *block, guint32 l, double right)
{
    const EvxLine *line = &g_array_index (flow->page->lines, EvxLine, block->first_line + l), *next = line + 1;
    if (line->n_words == 0 || next->n_words == 0)
        return FALSE;
    const EvxWord *last = &g_array_index (flow->page->words, EvxWord, line->first_word + line->n_words - 1);
    const EvxWord *first = &g_array_index (flow->page->words, EvxWord, next->first_word);
    double height = evx_box_height (line->box);
    double room = right - line->box.x1 - evx_box_width (first->box) - BLANK_HEIGHTS * height;
    gboolean flush = ABS (line->box.x0 - next->box.x0) < height;
    gunichar begins = g_utf8_get_char (evx_flow_text (flow, first->start));
    const char *end = evx_flow_text (flow, last->start + last->length - 1);
    gboolean joins = g_unichar_islower (g_utf8_get_char (evx_flow_text (flow, last->start))) &&
                     (last->length <= JOINING_LETTERS || is_preposition (evx_flow_text (flow, last->start), last->length));
    return flush && height > 0 && room > ROOM_HEIGHTS * height && !joins && strchr (",-(&/", *end) == NULL &&
           (g_unichar_isupper (begins) || g_unichar_isdigit (begins));
}

static gboolean
stands_beside (EvxBox box, EvxBox other)
{
    return other.x0 >= box.x1 && other.y0 < box.y1 && other.y1 > box.y0;
}

/* How far the lines of the block could have reached: as far as they do, but on a page wider than high, a slide, where
 * nothing stands beside them, as far from the right edge as they begin from the left. */
static double
right_edge (const EvxFlow *flow, const EvxBlock *block)
{
    const EvxPage *page = flow->page;
    gboolean beside = page->width <= page->height;
    for (guint i = 0; i < page->blocks->len && !beside; i++)
        beside = stands_beside (block->box, g_array_index (page->blocks, EvxBlock, i).box);
    for (guint i = 0; i < page->pictures->len && !beside; i++)
        beside = stands_beside (block->box, g_array_index (page->pictures, EvxPicture, i).box);
    return beside ? block->box.x1 : MAX (block->box.x1, page->width - block->box.x0);
}

/* Lines that a writer broke, as the points of a list whose bullets are drawn: at least half of the block's. */
static gboolean
is_list_of_lines (const EvxFlow *flow, const EvxBlock *block, double right)
{
    guint early = 0;
    if (block->kind == EVX_BLOCK_HEADING || block->kind == EVX_BLOCK_QUOTED)
        return FALSE;
    for (guint32 l = 0; l + 1 < block->n_lines; l++)
        early += ends_early (flow, block, l, right);
    return early > 0 && 2 * early >= block->n_lines - 1;
}

static void
add_lines (EvxFlow *flow, const EvxBlock *block)
{
    const EvxPage *page = flow->page;
    double right = right_edge (flow, block);
    gboolean list = is_list_of_lines (flow, block, right);
    if (!goes_on (flow, block))
        open_unit (flow, block->kind, block->kind == EVX_BLOCK_LIST_ITEM);
    for (guint32 l = 0; l < block->n_lines; l++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, block->first_line + l);
        guint32 marks = quote_marks (flow, line);
        if (marks == line->n_words)
            continue;
        gboolean bullet = is_bullet (flow, line->first_word + marks) && line->n_words > marks + 1;
        if (bullet || (list && l > 0 && ends_early (flow, block, l - 1, right))) {
            close_unit (flow);
            open_unit (flow, block->kind, bullet || block->kind == EVX_BLOCK_LIST_ITEM);
        }
        add_slots (flow, line->first_word + marks, line->n_words - marks);
    }
    close_unit (flow);
}

typedef struct {
    gint32 row, cell;
    guint32 word;
} Placed;

static gint
by_cell (gconstpointer a, gconstpointer b)
{
    const Placed *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->cell != y->cell)
        return x->cell < y->cell ? -1 : 1;
    return x->word < y->word ? -1 : x->word > y->word;
}

/* A row is a unit, its words cell by cell, although its lines cross the cells. */
static void
add_table (EvxFlow *flow, const EvxBlock *block)
{
    const EvxPage *page = flow->page;
    g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
    for (guint32 l = 0; l < block->n_lines; l++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, block->first_line + l);
        for (guint32 w = line->first_word; w < line->first_word + line->n_words; w++) {
            gint32 cell = g_array_index (page->words, EvxWord, w).cell;
            gboolean inside = cell >= 0 && (guint)cell < page->cells->len;
            Placed p = { inside ? (gint32)g_array_index (page->cells, EvxCell, cell).row
                                : G_MAXINT32,
                         inside ? cell : EVX_NONE, w };
            g_array_append_val (placed, p);
        }
    }
    g_array_sort (placed, by_cell);
    gint32 row = -2;
    for (guint i = 0; i < placed->len; i++) {
        const Placed *p = &g_array_index (placed, Placed, i);
        if (p->row != row) {
            if (row != -2)
                close_unit (flow);
            open_unit (flow, EVX_BLOCK_TABLE, TRUE);
            row = p->row;
        }
        add_slots (flow, p->word, 1);
    }
    if (row != -2)
        close_unit (flow);
}

static gboolean
ends_with_colon (const EvxFlow *flow, const EvxUnit *unit)
{
    const EvxWord *last = evx_flow_word (flow, unit->first + unit->n - 1);
    return last->length > 0 && *evx_flow_text (flow, last->start + last->length - 1) == ':';
}

/* A list item belongs to the lead-in or heading above it, a row to the first row of its table,
 * anything else to the last heading. */
static void
link_parents (EvxFlow *flow)
{
    gint32 heading = -1, lead = -1, header = -1;
    for (guint u = 0; u < flow->units->len; u++) {
        EvxUnit *unit = &g_array_index (flow->units, EvxUnit, u);
        const EvxUnit *before = u > 0 ? unit - 1 : NULL;
        gboolean table = unit->kind == EVX_BLOCK_TABLE;
        if (table && (before == NULL || before->kind != EVX_BLOCK_TABLE))
            header = (gint32)u;
        if (table)
            unit->parent = header == (gint32)u ? heading : header;
        else if (unit->item)
            unit->parent = lead;
        else
            unit->parent = heading;
        if (unit->kind == EVX_BLOCK_HEADING)
            heading = lead = (gint32)u;
        else if (!unit->item && !table)
            lead = ends_with_colon (flow, unit) ? (gint32)u : heading;
    }
}

static void
read_units (EvxFlow *flow)
{
    const EvxPage *page = flow->page;
    for (guint b = 0; b < page->blocks->len; b++) {
        const EvxBlock *block = &g_array_index (page->blocks, EvxBlock, b);
        if (block->kind == EVX_BLOCK_TABLE && page->cells->len > 0)
            add_table (flow, block);
        else
            add_lines (flow, block);
    }
    if (page->blocks->len == 0 && page->words->len > 0) {
        open_unit (flow, EVX_BLOCK_PARAGRAPH, FALSE);
        add_slots (flow, 0, page->words->len);
        close_unit (flow);
    }
    link_parents (flow);
}

void
evx_flow_read (EvxFlow *flow, const EvxPage *page)
{
    clear (flow, page);
    read_units (flow);
    for (guint u = 0; u < flow->units->len; u++)
        evx_flow_read_unit (flow, &g_array_index (flow->units, EvxUnit, u));
    flow->own_hits = flow->set_hits->len;
}

/* ---- sentences -------------------------------------------------------------------------------------- */

static gboolean
is_abbreviation (const EvxFlow *flow, guint32 token, gboolean before_number)
{
    const EvxToken *t = evx_flow_token (flow, token);
    if (t->type == EVX_TOKEN_WORD && t->end - t->start == 1 && (t->flags & EVX_TOKEN_CAPITAL))
        return TRUE; /* an initial */
    return evx_flow_in_set (flow, token, EVX_SET_ABBREVIATION) ||
           (before_number && evx_flow_in_set (flow, token, EVX_SET_ABBREVIATION_NUMBER));
}

/* The stop at @at ends a sentence, unless it belongs to an abbreviation or the next word goes on.
 */
static gboolean
ends_sentence (const EvxFlow *flow, guint32 at, guint32 limit)
{
    const EvxToken *stop = evx_flow_token (flow, at);
    if (stop->type != EVX_TOKEN_STOP)
        return FALSE;
    if (at + 1 >= limit)
        return TRUE;
    const EvxToken *next = stop + 1;
    if (next->slot == stop->slot)
        return FALSE;
    gboolean full = *evx_flow_text (flow, stop->start) == '.';
    if (!full)
        return next->type != EVX_TOKEN_BOX; /* "ICE notified? [x] No" */
    if (next->type == EVX_TOKEN_WORD && !(next->flags & EVX_TOKEN_CAPITAL))
        return FALSE;
    return at == 0 || !is_abbreviation (flow, at - 1, next->type == EVX_TOKEN_NUMBER);
}

static gboolean
is_between_cells (const EvxToken *token)
{
    return token->type == EVX_TOKEN_CELL && token->start == token->end;
}

gboolean
evx_flow_is_record (const EvxFlow *flow, const EvxUnit *unit)
{
    guint32 limit = unit->first_token + unit->n_tokens;
    gboolean numbers = TRUE;
    for (guint32 at = unit->first_token, first = at; at <= limit; at++) {
        if (at == limit || is_between_cells (evx_flow_token (flow, at))) {
            if (numbers && at > first)
                return TRUE;
            first = at + 1;
            numbers = TRUE;
        } else if (evx_flow_token (flow, at)->type == EVX_TOKEN_WORD) {
            numbers = FALSE;
        }
    }
    return FALSE;
}

static void
add_sentence (EvxFlow *flow, guint32 first, guint32 end, guint32 unit)
{
    EvxSentence sentence = { .first = first, .n = end - first, .unit = unit };
    for (guint32 at = first; at < end; at++)
        sentence.figures += evx_flow_token (flow, at)->type == EVX_TOKEN_NUMBER;
    if (end > first)
        g_array_append_val (flow->sentences, sentence);
}

static guint
line_of (const EvxFlow *flow, guint32 token)
{
    const EvxSlot *slot = &g_array_index (flow->order, EvxSlot, evx_flow_token (flow, token)->slot);
    return g_array_index (flow->page->words, EvxWord, slot->word).line;
}

/* "Sent: Friday, January 13, 2023": a line that begins with a word of the head of mail or of a memo is no part of the
 * sentence under it, though it has no point. @first: of the sentence; may stand on a line above. */
static gboolean
ends_head_of_mail (const EvxFlow *flow, guint32 first, guint32 at)
{
    static const char *const heads[] = { "From", "To", "Cc", "CC", "Sent", "Date", "Subject", "Re", "RE", "FROM", "TO", "DATE", "SENT", "SUBJECT",
                                         "De", "Para", "Enviado", "Fecha", "Asunto", NULL };
    guint line = line_of (flow, at);
    if (line_of (flow, at + 1) == line)
        return FALSE;
    guint32 start = at;
    while (start > first && line_of (flow, start - 1) == line)
        start--;
    const EvxToken *head = evx_flow_token (flow, start);
    if (start == at || head->type != EVX_TOKEN_WORD || head[1].type != EVX_TOKEN_COLON || !(head->flags & EVX_TOKEN_CAPITAL))
        return FALSE;
    g_autofree char *word = g_strndup (evx_flow_text (flow, head->start), head->end - head->start);
    return g_strv_contains (heads, word);
}

/* "Picked up: 12", a line of its own above another that begins anew: an item of a list that has no points. @at: its last. */
static gboolean
ends_label_with_number (const EvxFlow *flow, guint32 first, guint32 at)
{
    const EvxToken *number = evx_flow_token (flow, at), *next = number + 1;
    return at > first + 1 && number->type == EVX_TOKEN_NUMBER && number[-1].type == EVX_TOKEN_COLON && next->type == EVX_TOKEN_WORD &&
           (next->flags & EVX_TOKEN_CAPITAL) && line_of (flow, at) != line_of (flow, at + 1);
}

static void
split_unit (EvxFlow *flow, guint32 u)
{
    EvxUnit *unit = &g_array_index (flow->units, EvxUnit, u);
    guint32 limit = unit->first_token + unit->n_tokens, first = unit->first_token;
    gboolean apart = unit->kind == EVX_BLOCK_TABLE && !evx_flow_is_record (flow, unit);
    unit->first_sentence = flow->sentences->len;
    for (guint32 at = first; at < limit; at++) {
        if (apart && is_between_cells (evx_flow_token (flow, at))) {
            add_sentence (flow, first, at, u);
            first = at + 1;
            continue;
        }
        if (at + 1 < limit && at + 1 - first < SENTENCE_TOKENS && !ends_sentence (flow, at, limit) && !ends_head_of_mail (flow, first, at) &&
            !ends_label_with_number (flow, first, at))
            continue;
        add_sentence (flow, first, at + 1, u);
        first = at + 1;
    }
    unit->n_sentences = flow->sentences->len - unit->first_sentence;
}

/* Conditions on a sentence need not read it again; most sentences are never asked. */
const guint8 *
evx_flow_note_sets (const EvxFlow *flow, guint32 i)
{
    guint8 *row = &g_array_index (flow->sentence_sets, guint8, i * flow->set_bytes);
    const EvxSentence *s = evx_flow_sentence (flow, i);
    row[0] = TRUE;
    for (guint32 t = s->first; t < s->first + s->n; t++) {
        const EvxToken *token = evx_flow_token (flow, t);
        for (guint k = 0; k < token->n_sets; k++) {
            guint32 set = g_array_index (flow->set_hits, EvxSetHit, token->sets + k).set;
            row[1 + set / 8] |= (guint8)(1u << set % 8);
        }
    }
    return row;
}

void
evx_flow_sentences (EvxFlow *flow)
{
    for (guint32 u = 0; u < flow->units->len; u++)
        split_unit (flow, u);
    flow->set_bytes = flow->lexicon->set_names->len / 8 + 2;
    g_array_set_size (flow->sentence_sets, flow->sentences->len * flow->set_bytes);
}
