/* Words to tokens: line-end hyphens joined, words run together and spaced letters put right, signs and ticked
 * boxes told apart from words. */
#include "fold.h"
#include "match.h"
#include "spelling.h"

#include <string.h>

#define LEADER_DOTS 4 /* three are an ellipsis */

static EvxToken *
add_token (EvxFlow *flow, guint32 slot, guint32 start, guint32 end, guint type, guint flags)
{
    EvxToken token = { .start = start,
                       .end = end,
                       .slot = slot,
                       .type = (guint8)type,
                       .flags = (guint8)flags,
                       .symbols = flow->symbols->len,
                       .mask = evx_mask_of_type (type) };
    gboolean ticked = type == EVX_TOKEN_BOX && (flags & EVX_TOKEN_TICKED);
    if (type == EVX_TOKEN_COLON || type == EVX_TOKEN_COMMA || ticked) {
        guint32 symbol = type == EVX_TOKEN_COLON ? flow->lexicon->symbol_colon
                         : ticked                ? flow->lexicon->symbol_ticked
                                                 : flow->lexicon->symbol_comma;
        g_array_append_val (flow->symbols, symbol);
        token.n_symbols = 1;
        evx_match_symbols (flow, &token);
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
    guint flags = spelling (evx_flow_text (flow, start), end - start, &type) | more;
    char folded[EVX_FOLD_MAX];
    guint length = evx_fold_word (evx_flow_text (flow, start), end - start, folded);
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

static gboolean
is_one_of (const char *const *parts, const char *letters, guint n)
{
    for (; *parts != NULL; parts++)
        if (strlen (*parts) == n && memcmp (*parts, letters, n) == 0)
            return TRUE;
    return FALSE;
}

/* A word that begins or ends as many do: "unclaimed" is no "un claimed", "counselor" no "counsel or". */
static gboolean
is_derived (const char *folded, guint cut, guint n)
{
    static const char *const beginnings[] = { "co",  "con",  "de", "dis", "down",  "en", "im",   "in",
                                              "out", "over", "re", "un",  "under", "up", "with", NULL };
    static const char *const ends[] = { "able", "ability", "age", "al",   "da", "do",   "dos", "er",
                                        "es",   "hand",    "led", "less", "or", "ship", "st",  NULL };
    return is_one_of (beginnings, folded, cut) || is_one_of (ends, folded + cut, n - cut);
}

/* Two words run together: "toICE", "turnedover". Returns where the second begins, or 0. */
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
            evx_match_known (flow->lexicon, folded + i, n - i) && !is_derived (folded, i, n))
            return start + i;
    return 0;
}

/* A word in two: "trans ferred", "noti fied". Joins token @at to the one before it where only the whole is known. */
static void
join_broken (EvxFlow *flow, guint32 at)
{
    const EvxToken *second = evx_flow_token (flow, at);
    EvxToken *first = evx_flow_token (flow, at - 1);
    guint32 n = (first->end - first->start) + (second->end - second->start);
    if (first->type != EVX_TOKEN_WORD || first->slot + 1 != second->slot || n < 7 ||
        n >= EVX_FOLD_MAX || second->start != first->end + 1 ||
        !g_ascii_islower (*evx_flow_text (flow, second->start)) || first->end - first->start < 2)
        return;
    char joined[EVX_FOLD_MAX], folded[EVX_FOLD_MAX];
    memcpy (joined, evx_flow_text (flow, first->start), first->end - first->start);
    memcpy (joined + (first->end - first->start), evx_flow_text (flow, second->start),
            second->end - second->start);
    guint length = evx_fold_word (joined, n, folded);
    if (length == 0 || (g_hash_table_lookup (flow->lexicon->symbols, folded) == NULL &&
                        g_hash_table_lookup (flow->lexicon->skeletons, folded) == NULL))
        return;
    first->end = second->end;
    first->flags |= EVX_TOKEN_MISREAD | (second->flags & EVX_TOKEN_PERCENT);
    g_array_remove_index (flow->tokens, at);
    evx_match_word (flow, evx_flow_token (flow, at - 1), folded, length);
}

/* A word on its way to tokens. */
typedef struct {
    EvxFlow *flow;
    guint32 slot;
    guint first;           /* its first token */
    guint pending;         /* flags of its next */
    EvxSpelling *spelling; /* what is noted of it */
} Reader;

/* FALSE if nothing in the lexicon ends like the word: most that it does not know. */
static gboolean
may_end_word (const EvxFlow *flow, guint32 start, guint32 end)
{
    char folded[EVX_FOLD_MAX];
    guint length = evx_fold_word (evx_flow_text (flow, start), end - start, folded);
    return length == 0 || evx_match_may_end (flow->lexicon, folded, length);
}

static void
add_core (Reader *r, guint32 start, guint32 end)
{
    EvxFlow *flow = r->flow;
    const char *text = flow->page->text->str;
    /* the possessive is no part of the word */
    if (end - start > 2 && text[end - 1] == 's' && text[end - 2] == '\'')
        end -= 2;
    else if (end - start > 4 && text[end - 1] == 's' &&
             memcmp (text + end - 4, "\xe2\x80\x99", 3) == 0)
        end -= 4;
    guint before = flow->tokens->len;
    add_compound (flow, r->slot, start, end, r->pending);
    if (flow->tokens->len != before + 1)
        return;
    EvxToken *token = last_token (flow);
    if (token->known || token->type != EVX_TOKEN_WORD)
        return;
    guint32 split = run_together (flow, start, end);
    if (split == 0) {
        r->spelling->loose |= before == r->first && may_end_word (flow, start, end);
        return;
    }
    g_array_set_size (flow->tokens, before);
    add_word_token (flow, r->slot, start, split, r->pending | EVX_TOKEN_MISREAD);
    add_word_token (flow, r->slot, split, end, EVX_TOKEN_MISREAD);
}

static guint
foreign_letter_length (const char *text, const char *end)
{
    gunichar u = g_utf8_get_char (text);
    gboolean inside = g_unichar_isalnum (u) || g_unichar_type (u) == G_UNICODE_NON_SPACING_MARK ||
                      g_unichar_type (u) == G_UNICODE_FORMAT || u == 0xad;
    guint n = (guint)(g_utf8_next_char (text) - text);
    return inside && text + n <= end ? n : 0;
}

/* Length of the character at @text if it belongs to a word, else 0. */
static inline guint
letter_length (const char *text, const char *end)
{
    guchar c = (guchar)*text;
    return c >= 0x80 ? foreign_letter_length (text, end) : g_ascii_isalnum (c) ? 1 : 0;
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

typedef struct {
    const char *sign;
    guint8 type;
} Sign;

/* The sign at @text, or NULL for one that says nothing. */
static const Sign *
sign_at (const char *text, const char *end)
{
    static const Sign ascii[] = { { ",", EVX_TOKEN_COMMA }, { ";", EVX_TOKEN_SEMICOLON }, { ":", EVX_TOKEN_COLON },
                                  { ".", EVX_TOKEN_STOP },  { "?", EVX_TOKEN_STOP },      { "!", EVX_TOKEN_STOP },
                                  { "-", EVX_TOKEN_COMMA }, { "|", EVX_TOKEN_CELL } };
    static const Sign others[] = { { "—", EVX_TOKEN_COMMA }, { "–", EVX_TOKEN_COMMA }, { "•", EVX_TOKEN_SEMICOLON },
                                   { "☐", EVX_TOKEN_BOX },   { "□", EVX_TOKEN_BOX },   { "☑", EVX_TOKEN_BOX },
                                   { "☒", EVX_TOKEN_BOX },   { "…", EVX_TOKEN_COMMA } };
    if ((guchar)*text < 0x80) {
        for (guint i = 0; i < G_N_ELEMENTS (ascii); i++)
            if (*text == *ascii[i].sign)
                return &ascii[i];
        return NULL;
    }
    for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        if (starts_with (text, end, others[i].sign))
            return &others[i];
    return NULL;
}

static void
add_sign (Reader *r, const char *text, const char *end)
{
    EvxFlow *flow = r->flow;
    guint32 at = (guint32)(text - flow->page->text->str);
    if (*text == '$' || starts_with (text, end, "€") || starts_with (text, end, "£"))
        r->pending |= EVX_TOKEN_MONEY;
    else if (*text == '%' && flow->tokens->len > r->first)
        last_token (flow)->flags |= EVX_TOKEN_PERCENT;
    else if (*text == '%')
        r->spelling->percent = TRUE;
    const Sign *sign = sign_at (text, end);
    gboolean ticked = starts_with (text, end, "☑") || starts_with (text, end, "☒");
    if (sign != NULL)
        add_token (flow, r->slot, at, at + (guint32)strlen (sign->sign), sign->type, ticked ? EVX_TOKEN_TICKED : 0);
}

/* A word the layout knows as a check box. */
static gboolean
add_box (EvxFlow *flow, guint32 slot, const EvxWord *word)
{
    if (!(word->flags & (EVX_WORD_CHECKED | EVX_WORD_UNCHECKED)))
        return FALSE;
    add_token (flow, slot, word->start, word->start + word->length, EVX_TOKEN_BOX,
               word->flags & EVX_WORD_CHECKED ? EVX_TOKEN_TICKED : 0);
    return TRUE;
}

/* "[X]" */
static gboolean
is_typed_box (const char *text, guint32 length)
{
    return length == 3 && (strncmp (text, "[X]", 3) == 0 || strncmp (text, "[x]", 3) == 0 ||
                           strncmp (text, "(X)", 3) == 0);
}

/* "........": what leads from a label to its value stands for a colon. */
static gboolean
is_leader (const char *text, guint32 length)
{
    return length >= LEADER_DOTS && strspn (text, ".") >= length;
}

static gboolean
is_address (const char *text, guint32 length)
{
    return length > 5 &&
           (memmem (text, length, "://", 3) != NULL || memchr (text, '@', length) != NULL);
}

/* Tokens of the bytes of one word. */
static void
read_bytes (Reader *r, const EvxWord *word)
{
    EvxFlow *flow = r->flow;
    const char *text = evx_flow_text (flow, word->start), *end = text + word->length;
    guint32 start = word->start, stop = word->start + word->length;
    if (is_typed_box (text, word->length))
        add_token (flow, r->slot, start, stop, EVX_TOKEN_BOX, EVX_TOKEN_TICKED);
    else if (is_leader (text, word->length))
        add_token (flow, r->slot, start, stop, EVX_TOKEN_COLON, 0);
    else if (is_address (text, word->length))
        add_token (flow, r->slot, start, stop, EVX_TOKEN_WORD, 0);
    else
        while (text < end) {
            guint n = core_length (text, end);
            guint32 at = (guint32)(text - flow->page->text->str);
            if (n > 0) {
                add_core (r, at, at + n);
                text += n;
                r->pending = 0;
                if (starts_with (text, end, "(s)") || starts_with (text, end, "(es)"))
                    text = strchr (text, ')') + 1;
                continue;
            }
            add_sign (r, text, end);
            text = g_utf8_next_char (text);
        }
}

/* Fills @tokens with those of the word, counted from its own beginning. */
static void
read_anew (EvxFlow *flow, guint32 slot, EvxSpelling *spelling, GArray *tokens)
{
    const EvxWord *word = evx_flow_word (flow, slot);
    Reader r = { flow, slot, flow->tokens->len, EVX_TOKEN_BREAK, spelling };
    gboolean triggered = flow->triggered;
    flow->triggered = FALSE;
    read_bytes (&r, word);
    spelling->triggers = flow->triggered;
    flow->triggered = triggered;
    spelling->n = flow->tokens->len - r.first;
    g_array_set_size (tokens, 0);
    g_array_append_vals (tokens, evx_flow_token (flow, r.first), spelling->n);
    for (guint i = 0; i < spelling->n; i++) {
        g_array_index (tokens, EvxToken, i).start -= word->start;
        g_array_index (tokens, EvxToken, i).end -= word->start;
    }
    g_array_set_size (flow->tokens, r.first);
}

static void
add_spelt (EvxFlow *flow, guint32 slot, const EvxSpelling *spelling, const EvxToken *tokens)
{
    guint32 start = evx_flow_word (flow, slot)->start;
    guint before = flow->tokens->len;
    flow->triggered |= spelling->triggers;
    if (spelling->percent && before > 0)
        last_token (flow)->flags |= EVX_TOKEN_PERCENT;
    g_array_set_size (flow->tokens, before + spelling->n);
    EvxToken *added = evx_flow_token (flow, before);
    for (guint i = 0; i < spelling->n; i++) {
        added[i] = tokens[i];
        added[i].start += start;
        added[i].end += start;
        added[i].slot = slot;
    }
    if (spelling->loose && before > 0)
        join_broken (flow, before);
}

static void
read_word (EvxFlow *flow, guint32 slot)
{
    const EvxWord *word = evx_flow_word (flow, slot);
    const char *text = evx_flow_text (flow, word->start);
    if (add_box (flow, slot, word))
        return;
    const EvxSpelling *known = evx_spellings_find (flow->spellings, text, word->length);
    if (known != NULL) {
        add_spelt (flow, slot, known, evx_spellings_tokens (flow->spellings, known));
        return;
    }
    EvxSpelling spelling = { 0 };
    read_anew (flow, slot, &spelling, flow->spelt);
    const EvxToken *tokens = (const EvxToken *)(gpointer)flow->spelt->data;
    evx_spellings_add (flow->spellings, text, word->length, &spelling, tokens);
    add_spelt (flow, slot, &spelling, tokens);
}

/* The next word goes on with a word cut at the end of the line. */
static gboolean
is_cut (const EvxFlow *flow, guint32 slot, guint32 limit)
{
    const EvxWord *word = evx_flow_word (flow, slot);
    const char *text = evx_flow_text (flow, word->start);
    if (word->length < 2 || slot + 1 >= limit || g_ascii_isalnum (text[word->length - 1]))
        return FALSE; /* most words */
    gboolean hyphen =
        text[word->length - 1] == '-' ||
        (word->length > 3 && memcmp (text + word->length - 3, "\xe2\x80\x90", 3) == 0) ||
        (word->length > 2 && memcmp (text + word->length - 2, "\xc2\xad", 2) == 0);
    const EvxWord *next = evx_flow_word (flow, slot + 1);
    return hyphen && next->line != word->line && letter_length (text, text + word->length) > 0 &&
           letter_length (evx_flow_text (flow, next->start), evx_flow_text (flow, next->start) + next->length) >
               0;
}

/* Joins the two halves; the token spans both, the rest of the second word follows. */
static void
read_cut (EvxFlow *flow, guint32 slot)
{
    const EvxWord *first = evx_flow_word (flow, slot), *second = evx_flow_word (flow, slot + 1);
    const char *tail = evx_flow_text (flow, second->start);
    guint length = core_length (tail, tail + second->length);
    gboolean letters = g_ascii_islower (*tail) || (guchar)*tail >= 0x80;
    EvxSlot *glue = &g_array_index (flow->order, EvxSlot, slot);
    glue->glue = letters ? EVX_GLUE_DROP_HYPHEN : EVX_GLUE_KEEP_HYPHEN;
    guint32 head = first->length;
    while (head > 0 && letter_length (evx_flow_text (flow, first->start + head - 1), tail) == 0 &&
           ((guchar)*evx_flow_text (flow, first->start + head - 1) < 0x80 || head == first->length))
        head--;
    g_autofree char *joined =
        g_strdup_printf ("%.*s%.*s", (int)head, evx_flow_text (flow, first->start), (int)length, tail);
    char folded[EVX_FOLD_MAX];
    guint n = evx_fold_word (joined, strlen (joined), folded);
    guint type;
    guint flags = spelling (joined, strlen (joined), &type);
    EvxToken *token = add_token (flow, slot, first->start, second->start + length, type, flags);
    if (n > 0)
        evx_match_word (flow, token, folded, n);
    Reader r = { .flow = flow, .slot = slot + 1 };
    for (const char *at = tail + length, *end = tail + second->length; at < end;
         at = g_utf8_next_char (at))
        add_sign (&r, at, end);
}

/* How many words from @slot on are single letters on one line: a heading set with wide spacing. */
static guint32
spaced_run (const EvxFlow *flow, guint32 slot, guint32 limit)
{
    guint32 n = 0;
    guint32 line = evx_flow_word (flow, slot)->line;
    if (slot + 1 < limit && evx_flow_word (flow, slot + 1)->length != 1)
        return 0; /* nearly always */
    while (slot + n < limit && evx_flow_word (flow, slot + n)->length == 1 &&
           evx_flow_word (flow, slot + n)->line == line &&
           g_ascii_isalpha (*evx_flow_text (flow, evx_flow_word (flow, slot + n)->start)))
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
            folded[k] = g_ascii_tolower (*evx_flow_text (flow, evx_flow_word (flow, slot + i + k)->start));
        while (length > 2 && !evx_match_known (flow->lexicon, folded, length))
            length--;
        if (length <= 2)
            length = 1;
        guint32 last = slot + i + length - 1;
        EvxToken *token = add_token (flow, slot + i, evx_flow_word (flow, slot + i)->start,
                                     evx_flow_word (flow, last)->start + 1, EVX_TOKEN_WORD,
                                     EVX_TOKEN_CAPITAL | EVX_TOKEN_UPPER | EVX_TOKEN_MISREAD);
        folded[length] = '\0';
        if (length > 1)
            evx_match_word (flow, token, folded, length);
        i += length;
    }
}

/* "May" behind a small letter, a sign or a number, or before a number, is the month: what is allowed is written
 * "may" there. The lexicon knows the month as "maymonth". */
static gboolean
is_month_of_may (const EvxFlow *flow, const EvxUnit *unit, guint32 at)
{
    const EvxToken *token = evx_flow_token (flow, at);
    if (token->end - token->start != 3 || memcmp (evx_flow_text (flow, token->start), "May", 3) != 0)
        return FALSE;
    if (at + 1 < flow->tokens->len && token[1].type == EVX_TOKEN_NUMBER)
        return TRUE;
    return at > unit->first_token && token[-1].type <= EVX_TOKEN_COMMA &&
           !(token[-1].flags & (EVX_TOKEN_CAPITAL | EVX_TOKEN_UPPER));
}

static void
tell_may_from_may (EvxFlow *flow, const EvxUnit *unit)
{
    for (guint32 at = unit->first_token; at < flow->tokens->len; at++)
        if (is_month_of_may (flow, unit, at))
            evx_match_word (flow, evx_flow_token (flow, at), "maymonth", 8);
}

void
evx_flow_read_unit (EvxFlow *flow, EvxUnit *unit)
{
    guint32 limit = unit->first + unit->n;
    unit->first_token = flow->tokens->len;
    for (guint32 slot = unit->first; slot < limit; slot++) {
        if (slot > unit->first && unit->kind == EVX_BLOCK_TABLE &&
            evx_flow_word (flow, slot)->cell != evx_flow_word (flow, slot - 1)->cell) {
            guint32 at = evx_flow_word (flow, slot)->start;
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
    tell_may_from_may (flow, unit);
}
