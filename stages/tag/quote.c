/* What is quoted of a page, as a reader sees it: words parted by one blank, line-end hyphens joined, cells parted by a
 * bar. */
#include "quote.h"

/* First byte of the sentence: signs before its first token in the same word belong to it. */
static guint32
quote_start (const EvxFlow *flow, guint32 first)
{
    const EvxToken *token = evx_flow_token (flow, first);
    const EvxToken *before = first > 0 ? token - 1 : NULL;
    if (before != NULL && before->slot == token->slot)
        return before->end;
    return evx_flow_word (flow, token->slot)->start;
}

static guint32
slot_of_end (const EvxFlow *flow, const EvxToken *token)
{
    guint32 slot = token->slot;
    while (slot + 1 < flow->order->len &&
           evx_flow_word (flow, slot)->start + evx_flow_word (flow, slot)->length < token->end)
        slot++;
    return slot;
}

static guint32
quote_end (const EvxFlow *flow, guint32 end)
{
    const EvxToken *last = evx_flow_token (flow, end - 1);
    const EvxWord *word = evx_flow_word (flow, slot_of_end (flow, last));
    if (end < flow->tokens->len && evx_flow_token (flow, end)->slot == last->slot)
        return evx_flow_token (flow, end)->start;
    return word->start + word->length;
}

/* How the next word follows. */
static void
append_glue (const EvxFlow *flow, guint32 slot, GString *text)
{
    guint32 glue = g_array_index (flow->order, EvxSlot, slot).glue;
    if (glue == EVX_GLUE_DROP_HYPHEN) {
        const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);
        g_string_truncate (text, last != NULL ? (gsize)(last - text->str) : text->len);
    } else if (glue == EVX_GLUE_BLANK) {
        gint32 cell = evx_flow_word (flow, slot)->cell, next = evx_flow_word (flow, slot + 1)->cell;
        g_string_append (text, cell != next && cell >= 0 && next >= 0 ? " | " : " ");
    }
}

/* Tokens [first, end) as text; @spots: where each word of them stands in it. */
static void
write_quote (const EvxFlow *flow, guint32 first, guint32 end, GString *text, GArray *spots)
{
    guint32 from = quote_start (flow, first), until = quote_end (flow, end);
    guint32 first_slot = evx_flow_token (flow, first)->slot;
    guint32 last_slot = slot_of_end (flow, evx_flow_token (flow, end - 1));
    g_string_truncate (text, 0);
    g_array_set_size (spots, 0);
    for (guint32 slot = first_slot; slot <= last_slot; slot++) {
        const EvxWord *word = evx_flow_word (flow, slot);
        EvxSpot spot = { slot == first_slot ? MAX (from, word->start) : word->start, (guint32)text->len };
        guint32 stop = word->start + word->length;
        if (slot == last_slot && until >= spot.byte && until < stop)
            stop = until;
        g_array_append_val (spots, spot);
        g_string_append_len (text, evx_flow_text (flow, spot.byte), stop - spot.byte);
        if (slot < last_slot)
            append_glue (flow, slot, text);
    }
}

/* Where @byte of the page, in the word at @slot, stands in the quote of which the first word is at @first_slot. */
static guint32
place_in_quote (const GArray *spots, guint32 first_slot, guint32 slot, guint32 byte)
{
    if (slot < first_slot || slot - first_slot >= spots->len)
        return 0;
    const EvxSpot *spot = &g_array_index (spots, EvxSpot, slot - first_slot);
    return spot->at + (byte - MIN (spot->byte, byte));
}

static void
place_mark (const EvxFlow *flow, const GArray *spots, guint32 first, EvxSpan mark, guint32 *at, guint32 *to)
{
    guint32 first_slot = evx_flow_token (flow, first)->slot;
    const EvxToken *begin = evx_flow_token (flow, mark.first), *end = evx_flow_token (flow, mark.end - 1);
    *at = place_in_quote (spots, first_slot, begin->slot, begin->start);
    *to = place_in_quote (spots, first_slot, slot_of_end (flow, end), end->end);
}

const char *
evx_flow_quote_sentence (EvxFlow *flow, guint32 sentence, EvxSpan mark, guint32 *at, guint32 *to)
{
    const EvxSentence *s = evx_flow_sentence (flow, sentence);
    if (flow->quoted != sentence) {
        write_quote (flow, s->first, s->first + s->n, flow->quote, flow->quote_spots);
        flow->quote_kept = NULL;
        flow->quoted = sentence;
    }
    place_mark (flow, flow->quote_spots, s->first, mark, at, to);
    return flow->quote->str;
}

char *
evx_flow_quote (const EvxFlow *flow, guint32 first, guint32 end)
{
    g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (EvxSpot));
    g_autoptr (GString) text = g_string_new (NULL);
    guint32 at, to;
    write_quote (flow, first, end, text, spots);
    place_mark (flow, spots, first, (EvxSpan){ first, end }, &at, &to);
    return to > at ? g_strndup (text->str + at, to - at) : NULL;
}
