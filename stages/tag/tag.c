/* The tag stage: tokens, sets, sentences, cues; then for each cue its sense, for each mention its
 * count, year, assertion, agency and speaker, and the record with quote and box. A page without a
 * word that begins a cue is left after the first pass. */
#include "tag.h"

#include "context.h"
#include "count.h"
#include "label.h"
#include "match.h"
#include "party.h"
#include "quote.h"
#include "sense.h"
#include "when.h"

#include <string.h>

typedef struct {
    char *fingerprint;   /* of the lexicon */
    EvxLexicon *lexicon; /* NULL until it is needed */
    EvxFlow *flow;       /* scratch, kept from page to page; NULL until then */
} Tagger;

static gboolean
load (Tagger *tagger, const char *dir, GError **error)
{
    tagger->lexicon = evx_lexicon_load (dir, error);
    if (tagger->lexicon != NULL)
        tagger->flow = evx_flow_new (tagger->lexicon);
    return tagger->lexicon != NULL;
}

/* Reading the lexicon takes a fifth of what a short file takes. What the program carries inside is known to be right and
 * can be read while others work; what the user gives may be wrong, and must be found so before anything begins. */
static gpointer
tag_open (const EvxOptions *options, GError **error)
{
    const char *dir = evx_options_text (options, "lexicon");
    gboolean own = dir == NULL || *dir == '\0';
    Tagger *tagger = g_new0 (Tagger, 1);
    if (!own && !load (tagger, dir, error)) {
        g_free (tagger);
        return NULL;
    }
    struct sha256_ctx hash = own ? evx_lexicon_hash_own () : tagger->lexicon->hash;
    tagger->fingerprint = evx_sha256_hex (&hash);
    return tagger;
}

static void
tag_prepare (gpointer self)
{
    Tagger *tagger = self;
    g_autoptr (GError) error = NULL;
    if (tagger->lexicon == NULL && !load (tagger, NULL, &error))
        g_error ("%s", error->message);
}

static void
tag_close (gpointer self)
{
    Tagger *tagger = self;
    if (tagger == NULL)
        return;
    g_clear_pointer (&tagger->flow, evx_flow_free);
    evx_lexicon_free (tagger->lexicon);
    g_free (tagger->fingerprint);
    g_free (tagger);
}

static char *
tag_fingerprint (gpointer self)
{
    return g_strdup (((const Tagger *)self)->fingerprint);
}

/* ---- which cues become mentions --------------------------------------------------------------------- */

static gboolean
is_own_kind (const char *kind)
{
    return strcmp (kind, "transfer") == 0 || strcmp (kind, "notification") == 0 ||
           strcmp (kind, "detainee") == 0;
}

/* A verb and its particle with a detainee between: the verb alone is the mention. */
static void
cut_at_detainee (const EvxFlow *flow, GArray *drafts)
{
    for (guint i = 0; i < drafts->len; i++) {
        EvxDraft *draft = &g_array_index (drafts, EvxDraft, i);
        const EvxTerm *term = &g_array_index (flow->lexicon->terms, EvxTerm, draft->found.term);
        if (!term->gaps || draft->found.end - draft->found.start < 2)
            continue;
        for (guint k = i + 1; k < drafts->len; k++) {
            const EvxDraft *other = &g_array_index (drafts, EvxDraft, k);
            if (other->found.start >= draft->found.end)
                break;
            if (other->found.start > draft->found.start && other->found.end <= draft->found.end &&
                evx_draft_is (other, "detainee"))
                draft->found.end = draft->found.start + 1;
        }
    }
}

/* Longer mentions first, then longer cues, then the order of the lexicon. */
static gint
by_claim (gconstpointer a, gconstpointer b)
{
    const EvxDraft *x = *(const EvxDraft *const *)a, *y = *(const EvxDraft *const *)b;
    guint32 xn = x->found.end - x->found.start, yn = y->found.end - y->found.start;
    guint32 xw = x->found.whole_end - x->found.whole_start,
            yw = y->found.whole_end - y->found.whole_start;
    if (xn != yn)
        return xn > yn ? -1 : 1;
    if (xw != yw)
        return xw > yw ? -1 : 1;
    if (x->found.term != y->found.term)
        return x->found.term < y->found.term ? -1 : 1;
    return x->found.start < y->found.start ? -1 : x->found.start > y->found.start;
}

static gboolean
is_rival (const EvxDraft *a, const EvxDraft *b)
{
    if (a->found.start >= b->found.end || b->found.start >= a->found.end)
        return FALSE;
    return (is_own_kind (a->sense->kind) && is_own_kind (b->sense->kind)) ||
           strcmp (a->sense->kind, b->sense->kind) == 0;
}

/* Keeps one of each cluster of overlapping drafts [first, end). */
static void
keep_best (GArray *drafts, guint first, guint end, GArray *kept)
{
    if (end == first + 1) { /* most stand alone */
        g_array_append_val (kept, g_array_index (drafts, EvxDraft, first));
        return;
    }
    g_autoptr (GPtrArray) order = g_ptr_array_new ();
    g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
    for (guint i = first; i < end; i++)
        g_ptr_array_add (order, &g_array_index (drafts, EvxDraft, i));
    g_ptr_array_sort (order, by_claim);
    for (guint i = 0; i < order->len; i++) {
        gboolean free_place = TRUE;
        for (guint k = 0; k < chosen->len && free_place; k++)
            free_place = !is_rival (order->pdata[i], chosen->pdata[k]);
        if (free_place)
            g_ptr_array_add (chosen, order->pdata[i]);
    }
    for (guint i = first; i < end; i++)
        for (guint k = 0; k < chosen->len; k++)
            if (chosen->pdata[k] == &g_array_index (drafts, EvxDraft, i))
                g_array_append_val (kept, g_array_index (drafts, EvxDraft, i));
}

#define CLUSTER_MOST 64 /* a run of overlapping cues longer than this is cut: hostile text */

static GArray *
without_rivals (GArray *drafts)
{
    GArray *kept = g_array_new (FALSE, FALSE, sizeof (EvxDraft));
    for (guint i = 0; i < drafts->len;) {
        guint32 reach = g_array_index (drafts, EvxDraft, i).found.end;
        guint k = i + 1;
        while (k < drafts->len && k - i < CLUSTER_MOST &&
               g_array_index (drafts, EvxDraft, k).found.start < reach) {
            reach = MAX (reach, g_array_index (drafts, EvxDraft, k).found.end);
            k++;
        }
        keep_best (drafts, i, k, kept);
        i = k;
    }
    return kept;
}

#define CODE_REACH 5 /* words of a key in which a code is explained */

/* "PU = picked up by ICE" names one thing: of the code and its explanation the explanation stays. */
static void
drop_codes (const EvxFlow *flow, GArray *drafts)
{
    guint kept = 0;
    for (guint i = 0; i < drafts->len; i++) {
        EvxDraft *draft = &g_array_index (drafts, EvxDraft, i);
        const EvxDraft *next = i + 1 < drafts->len ? draft + 1 : NULL;
        gboolean said_again = next != NULL && next->found.sentence == draft->found.sentence &&
                              next->found.start < draft->found.end + CODE_REACH &&
                              strcmp (next->sense->kind, draft->sense->kind) == 0;
        if (!said_again || !evx_label_is_code (flow, &draft->found))
            g_array_index (drafts, EvxDraft, kept++) = *draft;
    }
    g_array_set_size (drafts, kept);
}

static gint
by_start (gconstpointer a, gconstpointer b)
{
    const EvxDraft *x = a, *y = b;
    if (x->found.start != y->found.start)
        return x->found.start < y->found.start ? -1 : 1;
    return x->found.term < y->found.term ? -1 : x->found.term > y->found.term;
}

static GArray *
draft_mentions (const EvxFlow *flow)
{
    g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (EvxDraft));
    for (guint i = 0; i < flow->found->len; i++) {
        EvxDraft draft = { .found = g_array_index (flow->found, EvxFound, i),
                           .count = EVX_NONE,
                           .year = EVX_NONE,
                           .relative_year = EVX_NONE_RELATIVE,
                           .cue = -1 };
        draft.sense = evx_sense_of (flow, &draft.found);
        if (draft.sense != NULL)
            g_array_append_val (drafts, draft);
    }
    g_array_sort (drafts, by_start);
    cut_at_detainee (flow, drafts);
    drop_codes (flow, drafts);
    return without_rivals (drafts);
}

/* ---- the record ------------------------------------------------------------------------------------- */

static guint32
word_of (const EvxFlow *flow, guint32 slot)
{
    return g_array_index (flow->order, EvxSlot, slot).word;
}

/* Words, line, box, origin and confidence of bytes [start, end) of the page. */
static void
place_mention (const EvxFlow *flow, const EvxDraft *draft, EvxMention *m)
{
    const EvxPage *page = flow->page;
    guint32 w = word_of (flow, evx_flow_token (flow, draft->found.start)->slot);
    const EvxWord *word = &g_array_index (page->words, EvxWord, w);
    float confidence = 0;
    m->first_word = w;
    m->line = word->line;
    m->box = word->box;
    m->origin = word->origin;
    for (; w < page->words->len; w++, m->n_words++) {
        word = &g_array_index (page->words, EvxWord, w);
        if (word->start >= m->end)
            break;
        if (word->line == m->line)
            m->box = evx_box_union (m->box, word->box);
        confidence += word->confidence;
    }
    m->confidence =
        draft->sense->confidence * (m->n_words > 0 ? confidence / (float)m->n_words : 1);
    if (evx_flow_token (flow, draft->found.start)->flags & EVX_TOKEN_MISREAD)
        m->confidence *= 0.8;
}

static const char *
keep (EvxPage *page, char *text)
{
    g_autofree char *owned = text;
    return evx_page_string (page, owned);
}

/* A cell says half without the head of its column where that leaves the clause open: "We do not". */
static char *
quote_of_head (EvxFlow *flow, guint32 sentence)
{
    gint64 head = evx_cell_head (flow, sentence);
    if (head < 0)
        return NULL;
    const EvxSentence *s = evx_flow_sentence (flow, (guint32)head);
    guint32 end = s->first + s->n, at, to;
    if (!evx_flow_in_set (flow, end - 1, EVX_SET_LEADS_IN))
        return NULL;
    const char *quote = evx_flow_quote_sentence (flow, (guint32)head, (EvxSpan){ s->first, end }, &at, &to);
    return g_strconcat (quote, g_str_has_suffix (quote, ":") ? " " : ": ", NULL);
}

static void
quote_mention (EvxFlow *flow, EvxPage *page, const EvxDraft *draft, EvxMention *m)
{
    const EvxFound *found = &draft->found;
    g_autofree char *head = quote_of_head (flow, found->sentence);
    const char *quote = evx_flow_quote_sentence (flow, found->sentence, (EvxSpan){ found->start, found->end },
                                                 &m->quote_start, &m->quote_end);
    m->surface = keep (page, g_strndup (quote + m->quote_start, m->quote_end - m->quote_start));
    if (flow->quote_kept == NULL)
        flow->quote_kept = head == NULL ? evx_page_string (page, quote) : keep (page, g_strconcat (head, quote, NULL));
    m->quote = flow->quote_kept;
    if (head != NULL) {
        m->quote_start += (guint32)strlen (head);
        m->quote_end += (guint32)strlen (head);
    }
}

static void
cite_rule (EvxFlow *flow, EvxPage *page, const EvxDraft *draft, EvxMention *m)
{
    const EvxTerm *term = &g_array_index (flow->lexicon->terms, EvxTerm, draft->found.term);
    m->rule = evx_page_string (page, evx_lexicon_place (flow->lexicon, term->place)->name);
    if (draft->cue < 0)
        return;
    const EvxCue *cue = &g_array_index (flow->cues, EvxCue, draft->cue);
    m->cue = keep (page, evx_flow_quote (flow, cue->start, cue->end));
}

static void
add_mention (EvxFlow *flow, EvxPage *page, EvxDraft *draft)
{
    const EvxSense *sense = draft->sense;
    EvxMention m = { .kind = evx_page_string (page, sense->kind),
                     .sense = evx_page_string (page, sense->sense),
                     .evidential = sense->evidential,
                     .to_ice = sense->to_ice };
    m.start = evx_flow_token (flow, draft->found.start)->start;
    m.end = evx_flow_token (flow, draft->found.end - 1)->end;
    evx_context_decide (flow, draft);
    evx_counts_settle (flow, draft);
    evx_years_decide (flow, draft);
    place_mention (flow, draft, &m);
    quote_mention (flow, page, draft, &m);
    cite_rule (flow, page, draft, &m);
    char *date, *period_start, *period_end;
    evx_dates_decide (flow, draft, &date, &period_start, &period_end);
    m.date = keep (page, date);
    m.period_start = keep (page, period_start);
    m.period_end = keep (page, period_end);
    m.agency = keep (page, evx_party_agency (flow, draft));
    m.speaker = keep (page, evx_party_speaker (flow, draft));
    m.assertion = evx_page_string (page, draft->assertion);
    m.count = draft->count;
    m.year = draft->year;
    m.relative_year = draft->relative_year;
    if (m.end > m.start)
        g_array_append_val (page->mentions, m);
}

static gint
mention_by_start (gconstpointer a, gconstpointer b)
{
    const EvxMention *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return strcmp (x->kind, y->kind);
}

static void
find (Tagger *tagger, const EvxPage *page)
{
    tag_prepare (tagger);
    EvxFlow *flow = tagger->flow;
    evx_flow_read (flow, page);
    if (!flow->triggered)
        return;
    evx_match_sets (flow);
    evx_flow_sentences (flow);
    evx_match_cues (flow);
}

static gboolean
tag_page (gpointer self, G_GNUC_UNUSED const EvxDocument *document, G_GNUC_UNUSED EvxPdf *pdf,
          EvxPage *page, G_GNUC_UNUSED GError **error)
{
    Tagger *tagger = self;
    g_array_set_size (page->mentions, 0);
    find (tagger, page);
    if (tagger->flow->found->len == 0)
        return TRUE;
    evx_match_contexts (tagger->flow);
    g_autoptr (GArray) drafts = draft_mentions (tagger->flow);
    evx_counts_decide (tagger->flow, drafts);
    for (guint i = 0; i < drafts->len; i++)
        add_mention (tagger->flow, page, &g_array_index (drafts, EvxDraft, i));
    g_array_sort (page->mentions, mention_by_start);
    g_debug ("%u cues, %u mentions", tagger->flow->found->len, page->mentions->len);
    return TRUE;
}

guint
evx_tag_find (gpointer self, const EvxPage *page)
{
    Tagger *tagger = self;
    find (tagger, page);
    return tagger->flow->found->len;
}

/* ---- the sentences that prove the lexicon ----------------------------------------------------------- */

static const EvxMention *
mention_of (const EvxPage *page, const EvxExample *example)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *m = &g_array_index (page->mentions, EvxMention, i);
        gboolean kind = example->kind == NULL || strcmp (m->kind, example->kind) == 0;
        if (kind && (gint)m->start == example->start && (gint)m->end == example->end)
            return m;
    }
    return NULL;
}

/* (transfer full): what is wrong with the tagging of a hit, or NULL. */
static char *
hit_fails (const EvxPage *page, const EvxExample *example)
{
    const EvxMention *m = mention_of (page, example);
    if (m == NULL) {
        GString *found = g_string_new ("the span is not tagged; found:");
        for (guint i = 0; i < page->mentions->len; i++) {
            const EvxMention *other = &g_array_index (page->mentions, EvxMention, i);
            g_string_append_printf (found, " %s/%s [%s]", other->kind, other->sense,
                                    other->surface);
        }
        return g_string_free (found, FALSE);
    }
    if (example->sense != NULL && strcmp (m->sense, example->sense) != 0)
        return g_strdup_printf ("sense is %s, not %s", m->sense, example->sense);
    if (example->assertion != NULL && strcmp (m->assertion, example->assertion) != 0)
        return g_strdup_printf ("assertion is %s (cue: %s), not %s", m->assertion,
                                m->cue != NULL ? m->cue : "none", example->assertion);
    if (example->count != -2 && m->count != example->count)
        return g_strdup_printf ("count is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, m->count,
                                example->count);
    return NULL;
}

static char *
miss_fails (const EvxPage *page, const EvxExample *example)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *m = &g_array_index (page->mentions, EvxMention, i);
        if (m->evidential && (example->kind == NULL || strcmp (m->kind, example->kind) == 0))
            return g_strdup_printf ("tagged [%s] as %s/%s by %s", m->surface, m->kind, m->sense,
                                    m->rule);
    }
    return NULL;
}

guint
evx_tag_check_lexicon (gpointer self, GString *report, guint *n_examples)
{
    Tagger *tagger = self;
    tag_prepare (tagger);
    const GArray *examples = tagger->lexicon->examples;
    guint n_failed = 0;
    for (guint i = 0; i < examples->len; i++) {
        const EvxExample *example = &g_array_index (examples, EvxExample, i);
        g_autoptr (EvxPage) page = evx_page_from_passage (example->text, strlen (example->text));
        tag_page (self, NULL, NULL, page, NULL);
        g_autofree char *wrong =
            example->hit ? hit_fails (page, example) : miss_fails (page, example);
        if (wrong == NULL)
            continue;
        const EvxPlace *place = evx_lexicon_place (tagger->lexicon, example->place);
        n_failed++;
        if (report != NULL)
            g_string_append_printf (report, "%s:%u: %s\n", place->file, place->line, wrong);
    }
    if (n_examples != NULL)
        *n_examples = examples->len;
    return n_failed;
}

static const char *const tag_options[] = { "lexicon", NULL };

const EvxStage evx_tag_stage = {
    .name = "tag",
    .version = 32,
    .options = tag_options,
    .open = tag_open,
    .fingerprint = tag_fingerprint,
    .prepare = tag_prepare,
    .page = tag_page,
    .close = tag_close,
};
