/* A page as a run of tokens: blocks to units (a paragraph, a list item, a table row), words to
 * tokens with line-end hyphens joined, units to sentences. Nothing is copied: a token is a range of
 * page->text, so that what is found can be cited and drawn. */
#include "tag-internal.h"

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
    return flow;
}

void
evx_flow_free (EvxFlow *flow)
{
    if (flow == NULL)
        return;
    GArray *const arrays[] = { flow->order, flow->tokens,       flow->symbols, flow->set_hits,
                               flow->units, flow->sentences,    flow->found,   flow->cues,
                               flow->stops, flow->sentence_sets };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_unref (arrays[i]);
    g_free (flow);
}

static void
clear (EvxFlow *flow, const EvxPage *page)
{
    GArray *const arrays[] = { flow->order, flow->tokens,       flow->symbols, flow->set_hits,
                               flow->units, flow->sentences,    flow->found,   flow->cues,
                               flow->stops, flow->sentence_sets };
    for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        g_array_set_size (arrays[i], 0);
    flow->page = page;
    flow->triggered = FALSE;
    flow->spanish = FALSE;
}

static const EvxWord *
word_at (const EvxFlow *flow, guint32 slot)
{
    guint32 word = g_array_index (flow->order, EvxSlot, slot).word;
    return &g_array_index (flow->page->words, EvxWord, word);
}

static const char *
text_at (const EvxFlow *flow, guint32 byte)
{
    return flow->page->text->str + byte;
}

/* ---- units ------------------------------------------------------------------------------------------ */

static void
add_slot (EvxFlow *flow, guint32 word)
{
    EvxSlot slot = { word, EVX_GLUE_BLANK };
    g_array_append_val (flow->order, slot);
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
    const char *text = text_at (flow, w->start);
    static const char *const marks[] = { "•",           "·", "▪", "■", "‣",
                                         "◦",           "●", "○", "➢", "➤",
                                         "–",           "-", "*", "o", "\xef\x82\xb7",
                                         "\xef\x82\xa7" };
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
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
    const EvxWord *last = word_at (flow, before->first + before->n - 1);
    const EvxWord *first = &g_array_index (flow->page->words, EvxWord, line->first_word);
    return last->length > 0 && strchr (".?!:;", *text_at (flow, last->start + last->length - 1)) == NULL &&
           g_unichar_islower (g_utf8_get_char (text_at (flow, first->start)));
}

static void
add_lines (EvxFlow *flow, const EvxBlock *block)
{
    const EvxPage *page = flow->page;
    if (!goes_on (flow, block))
        open_unit (flow, block->kind, block->kind == EVX_BLOCK_LIST_ITEM);
    for (guint32 l = 0; l < block->n_lines; l++) {
        const EvxLine *line = &g_array_index (page->lines, EvxLine, block->first_line + l);
        if (line->n_words == 0)
            continue;
        if (is_bullet (flow, line->first_word) && line->n_words > 1) {
            close_unit (flow);
            open_unit (flow, block->kind, TRUE);
        }
        for (guint32 w = 0; w < line->n_words; w++)
            add_slot (flow, line->first_word + w);
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
        add_slot (flow, p->word);
    }
    if (row != -2)
        close_unit (flow);
}

static gboolean
ends_with_colon (const EvxFlow *flow, const EvxUnit *unit)
{
    const EvxWord *last = word_at (flow, unit->first + unit->n - 1);
    return last->length > 0 && *text_at (flow, last->start + last->length - 1) == ':';
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
        for (guint32 w = 0; w < page->words->len; w++)
            add_slot (flow, w);
        close_unit (flow);
    }
    link_parents (flow);
}

/* ---- tokens ----------------------------------------------------------------------------------------- */

static EvxToken *
add_token (EvxFlow *flow, guint32 slot, guint32 start, guint32 end, guint type, guint flags)
{
    EvxToken token = { .start = start,
                       .end = end,
                       .slot = slot,
                       .type = (guint8)type,
                       .flags = (guint8)flags,
                       .symbols = flow->symbols->len };
    gboolean ticked = type == EVX_TOKEN_BOX && (flags & EVX_TOKEN_TICKED);
    if (type == EVX_TOKEN_COLON || type == EVX_TOKEN_COMMA || ticked) {
        guint32 symbol = type == EVX_TOKEN_COLON ? flow->lexicon->symbol_colon
                         : ticked                ? flow->lexicon->symbol_ticked
                                                 : flow->lexicon->symbol_comma;
        g_array_append_val (flow->symbols, symbol);
        token.n_symbols = 1;
        token.mask = evx_mask_of (symbol);
    }
    g_array_append_val (flow->tokens, token);
    return &g_array_index (flow->tokens, EvxToken, flow->tokens->len - 1);
}

static EvxToken *
last_token (const EvxFlow *flow)
{
    return flow->tokens->len > 0 ? evx_flow_token (flow, flow->tokens->len - 1) : NULL;
}

/* Capitals and type by the spelling. */
static guint
spelling (const char *text, gsize length, guint *type)
{
    guint lower = 0, upper = 0, digits = 0;
    for (gsize i = 0; i < length; i++) {
        lower += g_ascii_islower (text[i]) != 0;
        upper += g_ascii_isupper (text[i]) != 0;
        digits += g_ascii_isdigit (text[i]) != 0;
    }
    *type = digits > 0 && lower + upper == 0 && (guchar)text[0] < 0x80 ? EVX_TOKEN_NUMBER
                                                                       : EVX_TOKEN_WORD;
    guint flags = 0;
    gunichar first = g_utf8_get_char (text);
    if (g_unichar_isupper (first))
        flags |= EVX_TOKEN_CAPITAL;
    if (upper >= 2 && lower == 0)
        flags |= EVX_TOKEN_UPPER;
    return flags;
}

static void
add_word_token (EvxFlow *flow, guint32 slot, guint32 start, guint32 end, guint more)
{
    guint type;
    guint flags = spelling (text_at (flow, start), end - start, &type) | more;
    char folded[EVX_FOLD_MAX];
    guint length = evx_fold_word (text_at (flow, start), end - start, folded);
    EvxToken *token = add_token (flow, slot, start, end, type, flags);
    if (length > 0 && type == EVX_TOKEN_WORD)
        evx_match_word (flow, token, folded, length);
}

/* Where the compound [start, end) is not in the lexicon as a whole, its parts are words. */
static void
add_compound (EvxFlow *flow, guint32 slot, guint32 start, guint32 end, guint more)
{
    const char *text = flow->page->text->str;
    const char *hyphen = memchr (text + start, '-', end - start);
    char folded[EVX_FOLD_MAX];
    guint length = hyphen ? evx_fold_word (text + start, end - start, folded) : 0;
    if (hyphen == NULL || (length > 0 && evx_match_known (flow->lexicon, folded, length))) {
        add_word_token (flow, slot, start, end, more);
        return;
    }
    while (start < end) {
        const char *next = memchr (text + start, '-', end - start);
        guint32 stop = next ? (guint32)(next - text) : end;
        if (stop > start)
            add_word_token (flow, slot, start, stop, more);
        more = EVX_TOKEN_HYPHEN;
        start = stop + 1;
    }
}

/* Two words run together: "toICE", "inmateswere". Returns where the second begins, or 0. */
static guint32
run_together (const EvxFlow *flow, guint32 start, guint32 end)
{
    const char *text = flow->page->text->str;
    guint32 n = end - start;
    char folded[EVX_FOLD_MAX];
    if (n < 5 || n >= EVX_FOLD_MAX || evx_fold_word (text + start, n, folded) != n)
        return 0;
    for (guint32 i = 2; i + 2 <= n; i++)
        if (g_ascii_islower (text[start + i - 1]) && g_ascii_isupper (text[start + i]))
            return start + i;
    for (guint32 i = n - 2; n >= 8 && i >= 2; i--)
        if (MAX (i, n - i) >= 6 && evx_match_known (flow->lexicon, folded, i) &&
            evx_match_known (flow->lexicon, folded + i, n - i))
            return start + i;
    return 0;
}

/* A word in two: "trans ferred", "noti fied". Joins the last two tokens where only the whole is
 * known. */
static void
join_broken (EvxFlow *flow)
{
    EvxToken *second = last_token (flow);
    if (flow->tokens->len < 2 || second->known || second->type != EVX_TOKEN_WORD)
        return;
    EvxToken *first = second - 1;
    guint32 n = (first->end - first->start) + (second->end - second->start);
    if (first->type != EVX_TOKEN_WORD || first->slot + 1 != second->slot || n < 7 ||
        n >= EVX_FOLD_MAX || second->start != first->end + 1 ||
        !g_ascii_islower (*text_at (flow, second->start)) || first->end - first->start < 2)
        return;
    char joined[EVX_FOLD_MAX], folded[EVX_FOLD_MAX];
    memcpy (joined, text_at (flow, first->start), first->end - first->start);
    memcpy (joined + (first->end - first->start), text_at (flow, second->start),
            second->end - second->start);
    guint length = evx_fold_word (joined, n, folded);
    if (length == 0 || (g_hash_table_lookup (flow->lexicon->symbols, folded) == NULL &&
                        g_hash_table_lookup (flow->lexicon->skeletons, folded) == NULL))
        return;
    guint32 end = second->end;
    g_array_set_size (flow->tokens, flow->tokens->len - 1);
    first = last_token (flow);
    first->end = end;
    first->flags |= EVX_TOKEN_MISREAD;
    evx_match_word (flow, first, folded, length);
}

static void
add_core (EvxFlow *flow, guint32 slot, guint32 start, guint32 end, guint more)
{
    const char *text = flow->page->text->str;
    /* the possessive is no part of the word */
    if (end - start > 2 && text[end - 1] == 's' && text[end - 2] == '\'')
        end -= 2;
    else if (end - start > 4 && text[end - 1] == 's' &&
             memcmp (text + end - 4, "\xe2\x80\x99", 3) == 0)
        end -= 4;
    guint before = flow->tokens->len;
    add_compound (flow, slot, start, end, more);
    if (flow->tokens->len != before + 1)
        return;
    EvxToken *token = last_token (flow);
    if (token->known || token->type != EVX_TOKEN_WORD)
        return;
    guint32 split = run_together (flow, start, end);
    if (split == 0) {
        join_broken (flow);
        return;
    }
    g_array_set_size (flow->tokens, before);
    add_word_token (flow, slot, start, split, more | EVX_TOKEN_MISREAD);
    add_word_token (flow, slot, split, end, EVX_TOKEN_MISREAD);
}

/* Length of the character at @text if it belongs to a word, else 0. */
static guint
letter_length (const char *text, const char *end)
{
    guchar c = (guchar)*text;
    if (c < 0x80)
        return g_ascii_isalnum (c) ? 1 : 0;
    gunichar u = g_utf8_get_char (text);
    gboolean inside = g_unichar_isalnum (u) || g_unichar_type (u) == G_UNICODE_NON_SPACING_MARK ||
                      g_unichar_type (u) == G_UNICODE_FORMAT || u == 0xad;
    guint n = (guint)(g_utf8_next_char (text) - text);
    return inside && text + n <= end ? n : 0;
}

/* Length of a sign that stands inside a word when letters stand on both sides. */
static guint
inner_length (const char *text, const char *end, gboolean digit)
{
    guint n = 0;
    if (*text == '\'' || *text == '-' || *text == '|' || *text == '_')
        n = 1;
    else if ((*text == '.' || *text == ',' || *text == ':') && digit)
        return text + 1 < end && g_ascii_isdigit (text[1]) ? 1 : 0;
    else if (text + 3 <= end &&
             (memcmp (text, "\xe2\x80\x99", 3) == 0 || memcmp (text, "\xe2\x80\x90", 3) == 0 ||
              memcmp (text, "\xe2\x80\x91", 3) == 0))
        n = 3;
    return n > 0 && text + n < end && letter_length (text + n, end) > 0 ? n : 0;
}

/* "U.S.", "I.C.E.", "a.m.": one word. */
static guint
acronym_length (const char *text, const char *end)
{
    guint n = 0;
    while (text + n + 1 < end && g_ascii_isalpha (text[n]) && text[n + 1] == '.')
        n += 2;
    if (n >= 2 && text + n < end && g_ascii_isalpha (text[n]) &&
        (text + n + 1 == end || !g_ascii_isalpha (text[n + 1])))
        n++;
    return n >= 3 ? n : 0;
}

static guint
core_length (const char *text, const char *end)
{
    guint acronym = acronym_length (text, end);
    if (acronym > 0)
        return acronym;
    const char *at = text;
    while (at < end) {
        guint n = letter_length (at, end);
        if (n == 0 && at > text)
            n = inner_length (at, end, g_ascii_isdigit (at[-1]));
        if (n == 0)
            break;
        at += n;
    }
    return (guint)(at - text);
}

static gboolean
starts_with (const char *text, const char *end, const char *what)
{
    gsize n = strlen (what);
    return (gsize)(end - text) >= n && memcmp (text, what, n) == 0;
}

static void
add_sign (EvxFlow *flow, guint32 slot, const char *text, const char *end, guint *pending)
{
    static const struct {
        const char *sign;
        guint8 type;
    } signs[] = { { ",", EVX_TOKEN_COMMA }, { ";", EVX_TOKEN_SEMICOLON },
                  { ":", EVX_TOKEN_COLON }, { ".", EVX_TOKEN_STOP },
                  { "?", EVX_TOKEN_STOP },  { "!", EVX_TOKEN_STOP },
                  { "—", EVX_TOKEN_COMMA }, { "–", EVX_TOKEN_COMMA },
                  { "-", EVX_TOKEN_COMMA }, { "•", EVX_TOKEN_SEMICOLON },
                  { "|", EVX_TOKEN_CELL },  { "☐", EVX_TOKEN_BOX },
                  { "□", EVX_TOKEN_BOX },   { "☑", EVX_TOKEN_BOX },
                  { "☒", EVX_TOKEN_BOX },   { "…", EVX_TOKEN_COMMA } };
    EvxToken *before = last_token (flow);
    guint32 at = (guint32)(text - flow->page->text->str);
    if (*text == '$' || starts_with (text, end, "€") || starts_with (text, end, "£"))
        *pending |= EVX_TOKEN_MONEY;
    else if (*text == '%' && before != NULL)
        before->flags |= EVX_TOKEN_PERCENT;
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
        if (!starts_with (text, end, signs[i].sign))
            continue;
        guint flags =
            starts_with (text, end, "☑") || starts_with (text, end, "☒") ? EVX_TOKEN_TICKED : 0;
        add_token (flow, slot, at, at + (guint32)strlen (signs[i].sign), signs[i].type, flags);
        return;
    }
}

/* A word the layout knows as a check box, or "[X]". */
static gboolean
add_box (EvxFlow *flow, guint32 slot, const EvxWord *word)
{
    const char *text = text_at (flow, word->start);
    gboolean typed =
        word->length == 3 && (strncmp (text, "[X]", 3) == 0 || strncmp (text, "[x]", 3) == 0 ||
                              strncmp (text, "(X)", 3) == 0);
    if (!typed && !(word->flags & (EVX_WORD_CHECKED | EVX_WORD_UNCHECKED)))
        return FALSE;
    gboolean ticked = typed || (word->flags & EVX_WORD_CHECKED);
    add_token (flow, slot, word->start, word->start + word->length, EVX_TOKEN_BOX,
               ticked ? EVX_TOKEN_TICKED : 0);
    return TRUE;
}

static gboolean
is_address (const char *text, guint32 length)
{
    return length > 5 &&
           (g_strstr_len (text, length, "://") != NULL || memchr (text, '@', length) != NULL);
}

/* Tokens of the bytes of one word. */
static void
read_word (EvxFlow *flow, guint32 slot)
{
    const EvxWord *word = word_at (flow, slot);
    const char *text = text_at (flow, word->start), *end = text + word->length;
    guint pending = EVX_TOKEN_BREAK;
    if (add_box (flow, slot, word))
        return;
    if (is_address (text, word->length)) {
        add_token (flow, slot, word->start, word->start + word->length, EVX_TOKEN_WORD, 0);
        return;
    }
    while (text < end) {
        guint n = core_length (text, end);
        guint32 at = (guint32)(text - flow->page->text->str);
        if (n > 0) {
            add_core (flow, slot, at, at + n, pending);
            text += n;
            pending = 0;
            if (starts_with (text, end, "(s)") || starts_with (text, end, "(es)"))
                text = strchr (text, ')') + 1;
            continue;
        }
        add_sign (flow, slot, text, end, &pending);
        text = g_utf8_next_char (text);
    }
}

/* The next word goes on with a word cut at the end of the line. */
static gboolean
is_cut (const EvxFlow *flow, guint32 slot, guint32 limit)
{
    const EvxWord *word = word_at (flow, slot);
    const char *text = text_at (flow, word->start);
    if (word->length < 2 || slot + 1 >= limit)
        return FALSE;
    gboolean hyphen =
        text[word->length - 1] == '-' ||
        (word->length > 3 && memcmp (text + word->length - 3, "\xe2\x80\x90", 3) == 0) ||
        (word->length > 2 && memcmp (text + word->length - 2, "\xc2\xad", 2) == 0);
    const EvxWord *next = word_at (flow, slot + 1);
    return hyphen && next->line != word->line && letter_length (text, text + word->length) > 0 &&
           letter_length (text_at (flow, next->start), text_at (flow, next->start) + next->length) >
               0;
}

/* Joins the two halves; the token spans both, the rest of the second word follows. */
static void
read_cut (EvxFlow *flow, guint32 slot)
{
    const EvxWord *first = word_at (flow, slot), *second = word_at (flow, slot + 1);
    const char *tail = text_at (flow, second->start);
    guint length = core_length (tail, tail + second->length);
    gboolean letters = g_ascii_islower (*tail) || (guchar)*tail >= 0x80;
    EvxSlot *glue = &g_array_index (flow->order, EvxSlot, slot);
    glue->glue = letters ? EVX_GLUE_DROP_HYPHEN : EVX_GLUE_KEEP_HYPHEN;
    guint32 head = first->length;
    while (head > 0 && letter_length (text_at (flow, first->start + head - 1), tail) == 0 &&
           ((guchar)*text_at (flow, first->start + head - 1) < 0x80 || head == first->length))
        head--;
    g_autofree char *joined =
        g_strdup_printf ("%.*s%.*s", (int)head, text_at (flow, first->start), (int)length, tail);
    char folded[EVX_FOLD_MAX];
    guint n = evx_fold_word (joined, strlen (joined), folded);
    guint type;
    guint flags = spelling (joined, strlen (joined), &type);
    EvxToken *token = add_token (flow, slot, first->start, second->start + length, type, flags);
    if (n > 0)
        evx_match_word (flow, token, folded, n);
    guint pending = 0;
    for (const char *at = tail + length, *end = tail + second->length; at < end;
         at = g_utf8_next_char (at))
        add_sign (flow, slot + 1, at, end, &pending);
}

/* How many words from @slot on are single letters on one line: a heading set with wide spacing. */
static guint32
spaced_run (const EvxFlow *flow, guint32 slot, guint32 limit)
{
    guint32 n = 0;
    guint32 line = word_at (flow, slot)->line;
    while (slot + n < limit && word_at (flow, slot + n)->length == 1 &&
           word_at (flow, slot + n)->line == line &&
           g_ascii_isalpha (*text_at (flow, word_at (flow, slot + n)->start)))
        n++;
    return n;
}

#define SPACED_LEAST 5 /* "A B C D" may be a list of labels */

/* Cuts the run of letters into the longest known words, others stay letters. */
static void
read_spaced (EvxFlow *flow, guint32 slot, guint32 n)
{
    for (guint32 i = 0; i < n;) {
        char folded[EVX_FOLD_MAX];
        guint32 most = MIN (n - i, EVX_FOLD_MAX - 1), length = most;
        for (guint32 k = 0; k < most; k++)
            folded[k] = g_ascii_tolower (*text_at (flow, word_at (flow, slot + i + k)->start));
        while (length > 2 && !evx_match_known (flow->lexicon, folded, length))
            length--;
        if (length <= 2)
            length = 1;
        guint32 last = slot + i + length - 1;
        EvxToken *token = add_token (flow, slot + i, word_at (flow, slot + i)->start,
                                     word_at (flow, last)->start + 1, EVX_TOKEN_WORD,
                                     EVX_TOKEN_CAPITAL | EVX_TOKEN_UPPER | EVX_TOKEN_MISREAD);
        folded[length] = '\0';
        if (length > 1)
            evx_match_word (flow, token, folded, length);
        i += length;
    }
}

static gint32
cell_of (const EvxFlow *flow, guint32 slot)
{
    return word_at (flow, slot)->cell;
}

static void
read_unit (EvxFlow *flow, EvxUnit *unit)
{
    guint32 limit = unit->first + unit->n;
    unit->first_token = flow->tokens->len;
    for (guint32 slot = unit->first; slot < limit; slot++) {
        if (slot > unit->first && unit->kind == EVX_BLOCK_TABLE &&
            cell_of (flow, slot) != cell_of (flow, slot - 1)) {
            guint32 at = word_at (flow, slot)->start;
            add_token (flow, slot, at, at, EVX_TOKEN_CELL, 0);
        }
        guint32 spaced = spaced_run (flow, slot, limit);
        if (spaced >= SPACED_LEAST) {
            read_spaced (flow, slot, spaced);
            slot += spaced - 1;
        } else if (is_cut (flow, slot, limit)) {
            read_cut (flow, slot);
            slot++;
        } else {
            read_word (flow, slot);
        }
    }
    unit->n_tokens = flow->tokens->len - unit->first_token;
}

void
evx_flow_read (EvxFlow *flow, const EvxPage *page)
{
    clear (flow, page);
    read_units (flow);
    for (guint u = 0; u < flow->units->len; u++)
        read_unit (flow, &g_array_index (flow->units, EvxUnit, u));
}

/* ---- sentences -------------------------------------------------------------------------------------- */

static gboolean
is_abbreviation (const EvxFlow *flow, guint32 token, gboolean before_number)
{
    const EvxToken *t = evx_flow_token (flow, token);
    const guint32 *known = flow->lexicon->known;
    if (t->type == EVX_TOKEN_WORD && t->end - t->start == 1 && (t->flags & EVX_TOKEN_CAPITAL))
        return TRUE; /* an initial */
    return evx_flow_set_at (flow, token, known[EVX_SET_ABBREVIATION]) > 0 ||
           (before_number && evx_flow_set_at (flow, token, known[EVX_SET_ABBREVIATION_NUMBER]) > 0);
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
    gboolean full = *text_at (flow, stop->start) == '.';
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
    EvxSentence sentence = { first, end - first, unit };
    if (end > first)
        g_array_append_val (flow->sentences, sentence);
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
        if (at + 1 < limit && at + 1 - first < SENTENCE_TOKENS && !ends_sentence (flow, at, limit))
            continue;
        add_sentence (flow, first, at + 1, u);
        first = at + 1;
    }
    unit->n_sentences = flow->sentences->len - unit->first_sentence;
}

/* Notes which sets stand in each sentence, so that conditions on it need not read it again. */
static void
note_sets (EvxFlow *flow)
{
    flow->set_bytes = flow->lexicon->set_names->len / 8 + 1;
    g_array_set_size (flow->sentence_sets, flow->sentences->len * flow->set_bytes);
    for (guint32 i = 0; i < flow->sentences->len; i++) {
        const EvxSentence *s = evx_flow_sentence (flow, i);
        guint8 *bits = &g_array_index (flow->sentence_sets, guint8, i * flow->set_bytes);
        for (guint32 t = s->first; t < s->first + s->n; t++) {
            const EvxToken *token = evx_flow_token (flow, t);
            for (guint k = 0; k < token->n_sets; k++) {
                guint32 set = g_array_index (flow->set_hits, EvxSetHit, token->sets + k).set;
                bits[set / 8] |= (guint8)(1u << set % 8);
            }
        }
    }
}

void
evx_flow_sentences (EvxFlow *flow)
{
    for (guint32 u = 0; u < flow->units->len; u++)
        split_unit (flow, u);
    note_sets (flow);
}

/* ---- quotes ----------------------------------------------------------------------------------------- */

/* First byte of the sentence: signs before its first token in the same word belong to it. */
static guint32
quote_start (const EvxFlow *flow, guint32 first)
{
    const EvxToken *token = evx_flow_token (flow, first);
    const EvxToken *before = first > 0 ? token - 1 : NULL;
    if (before != NULL && before->slot == token->slot)
        return before->end;
    return word_at (flow, token->slot)->start;
}

static guint32
slot_of_end (const EvxFlow *flow, const EvxToken *token)
{
    guint32 slot = token->slot;
    while (slot + 1 < flow->order->len &&
           word_at (flow, slot)->start + word_at (flow, slot)->length < token->end)
        slot++;
    return slot;
}

static guint32
quote_end (const EvxFlow *flow, guint32 end)
{
    const EvxToken *last = evx_flow_token (flow, end - 1);
    const EvxWord *word = word_at (flow, slot_of_end (flow, last));
    if (end < flow->tokens->len && evx_flow_token (flow, end)->slot == last->slot)
        return evx_flow_token (flow, end)->start;
    return word->start + word->length;
}

char *
evx_flow_quote (const EvxFlow *flow, guint32 first, guint32 end, guint32 mark, guint32 mark_end,
                guint32 *at, guint32 *to)
{
    GString *text = g_string_new (NULL);
    guint32 from = quote_start (flow, first), until = quote_end (flow, end);
    guint32 first_slot = evx_flow_token (flow, first)->slot;
    guint32 last_slot = slot_of_end (flow, evx_flow_token (flow, end - 1));
    const EvxToken *m0 = evx_flow_token (flow, mark), *m1 = evx_flow_token (flow, mark_end - 1);
    guint32 m1_slot = slot_of_end (flow, m1);
    *at = *to = 0;
    for (guint32 slot = first_slot; slot <= last_slot; slot++) {
        const EvxWord *word = word_at (flow, slot);
        guint32 glue = g_array_index (flow->order, EvxSlot, slot).glue;
        guint32 s = slot == first_slot ? MAX (from, word->start) : word->start;
        guint32 e = word->start + word->length;
        if (slot == last_slot && until >= s && until < e)
            e = until;
        if (slot == m0->slot)
            *at = (guint32)text->len + (m0->start - MIN (s, m0->start));
        if (slot == m1_slot)
            *to = (guint32)text->len + (m1->end - MIN (s, m1->end));
        g_string_append_len (text, text_at (flow, s), e - s);
        if (glue == EVX_GLUE_DROP_HYPHEN && slot < last_slot) {
            const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);
            g_string_truncate (text, last != NULL ? (gsize)(last - text->str) : text->len);
        } else if (glue == EVX_GLUE_BLANK && slot < last_slot) {
            gint32 cell = cell_of (flow, slot), next = cell_of (flow, slot + 1);
            g_string_append (text, cell != next && cell >= 0 && next >= 0 ? " | " : " ");
        }
    }
    return g_string_free (text, FALSE);
}
