/* Words, numbers and the punctuation around them, as a model's dictionary holds them: graphs whose edges are letters.
 *
 * Source: tesseract's "dawg" files: Aoe, Morimoto and Hase, "An algorithm for compressing common suffixes used in
 * trie structures", 1993. An edge of 64 bits holds, from its lowest bit on, the letter, three flags, and the edge at
 * which the next node begins. */
#include "lstm.h"

#include <string.h>

#define MAGIC 42
#define HEADER 10 /* bytes: magic, letters, edges */
#define FLAG_LAST 1
#define FLAG_BACKWARD 2
#define FLAG_WORD_END 4
#define N_FLAGS 3
#define PATTERN 0 /* the letter that stands for a word, or for any figure */

static guint
letter_of (const EvxWordGraph *graph, gint32 edge)
{
    return (guint) (graph->edges[edge] & ((1ULL << graph->letter_bits) - 1));
}

static guint
flags_of (const EvxWordGraph *graph, gint32 edge)
{
    return (guint) (graph->edges[edge] >> graph->letter_bits) & ((1 << N_FLAGS) - 1);
}

gboolean
evx_word_graph_read (EvxWordGraph *graph, const guint8 *bytes, gsize length)
{
    gint16 magic;
    gint32 n_letters, n_edges;
    if (bytes == NULL || length < HEADER)
        return FALSE;
    memcpy (&magic, bytes, sizeof magic);
    memcpy (&n_letters, bytes + 2, sizeof n_letters);
    memcpy (&n_edges, bytes + 6, sizeof n_edges);
    n_letters = GINT32_FROM_LE (n_letters);
    n_edges = GINT32_FROM_LE (n_edges);
    if (GINT16_FROM_LE (magic) != MAGIC || n_letters < 1 || n_edges < 1 || (length - HEADER) / sizeof (guint64) < (gsize) n_edges)
        return FALSE;
    while ((1 << graph->letter_bits) < n_letters + 1 && graph->letter_bits < 30)
        graph->letter_bits++;
    graph->n_edges = (guint) n_edges;
    graph->edges = g_new (guint64, n_edges);
    memcpy (graph->edges, bytes + HEADER, (gsize) n_edges * sizeof (guint64));
    for (guint i = 0; i < graph->n_edges; i++)
        graph->edges[i] = GUINT64_FROM_LE (graph->edges[i]);
    while (graph->n_first < graph->n_edges && (flags_of (graph, (gint32) graph->n_first++) & FLAG_LAST) == 0)
        ;
    return TRUE;
}

void
evx_word_graph_clear (EvxWordGraph *graph)
{
    g_free (graph->edges);
}

/* The edge of the first node that is @letter; -1 if there is none. */
static gint32
find_first (const EvxWordGraph *graph, guint letter)
{
    gint32 low = 0, high = (gint32) graph->n_first - 1;
    while (low <= high) {
        gint32 middle = (low + high) / 2;
        guint here = letter_of (graph, middle);
        if (here == letter)
            return middle;
        if (here < letter)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return -1;
}

/* The edge @letter after @edge, or of the first node if that is -1; -1 if there is none. */
static gint32
find (const EvxWordGraph *graph, gint32 edge, guint letter)
{
    if (edge < 0)
        return find_first (graph, letter);
    guint64 node = graph->edges[edge] >> (graph->letter_bits + N_FLAGS);
    if (node == 0)
        return -1;
    for (guint64 i = node; i < graph->n_edges && (flags_of (graph, (gint32) i) & FLAG_BACKWARD) == 0; i++) {
        if (letter_of (graph, (gint32) i) == letter)
            return (gint32) i;
        if (flags_of (graph, (gint32) i) & FLAG_LAST)
            break;
    }
    return -1;
}

static gboolean
may_end (const EvxWordGraph *graph, gint32 edge)
{
    return edge >= 0 && (flags_of (graph, edge) & FLAG_WORD_END) != 0;
}

static void
add_place (EvxPlaces *places, EvxPlace place)
{
    for (guint i = 0; i < places->n; i++) {
        const EvxPlace *other = &places->places[i];
        if (other->graph == place.graph && other->after == place.after && other->edge == place.edge &&
            other->punctuation == place.punctuation)
            return;
    }
    if (places->n < EVX_MOST_PLACES)
        places->places[places->n++] = place;
}

/* One step from one place. */
typedef struct {
    const EvxDictionary *dictionary;
    guint letter;
    EvxPlaces *to;
    guint kind;    /* the best so far */
    gboolean ends;
} Step;

static guint
letter_in (const Step *step, guint graph)
{
    return graph == EVX_GRAPH_NUMBERS && step->dictionary->is_digit[step->letter] ? PATTERN : step->letter;
}

/* Still in punctuation: a word may begin, or more of it follow. */
static void
from_punctuation (Step *step, const EvxPlace *place)
{
    const EvxWordGraph *graphs = step->dictionary->graphs, *punctuation = &graphs[EVX_GRAPH_PUNCTUATION];
    gint32 word = find (punctuation, place->punctuation, PATTERN);
    for (guint graph = EVX_GRAPH_WORDS; word >= 0 && graph < EVX_N_GRAPHS; graph++) {
        gint32 edge = find_first (&graphs[graph], letter_in (step, graph));
        if (edge < 0)
            continue;
        add_place (step->to, (EvxPlace) { (gint8) graph, FALSE, edge, word });
        step->kind = MAX (step->kind, graph == EVX_GRAPH_NUMBERS ? 2U : 3U);
        step->ends |= may_end (&graphs[graph], edge) && may_end (punctuation, word);
    }
    gint32 mark = find (punctuation, place->punctuation, step->letter);
    if (mark < 0)
        return;
    add_place (step->to, (EvxPlace) { -1, FALSE, -1, mark });
    step->kind = MAX (step->kind, 1U);
    step->ends |= may_end (punctuation, mark);
}

/* In a word or number, or behind it. */
static void
from_word (Step *step, const EvxPlace *place)
{
    guint graph = (guint) place->graph, kind = graph == EVX_GRAPH_NUMBERS ? 2 : 3;
    const EvxWordGraph *words = &step->dictionary->graphs[graph];
    const EvxWordGraph *punctuation = &step->dictionary->graphs[EVX_GRAPH_PUNCTUATION];
    gint32 mark = may_end (words, place->edge) ? find (punctuation, place->punctuation, step->letter) : -1;
    if (mark >= 0) {
        add_place (step->to, (EvxPlace) { place->graph, TRUE, place->edge, mark });
        step->kind = MAX (step->kind, kind);
        step->ends |= may_end (punctuation, mark);
    }
    gint32 edge = place->after ? -1 : find (words, place->edge, letter_in (step, graph));
    if (edge < 0)
        return;
    add_place (step->to, (EvxPlace) { place->graph, FALSE, edge, place->punctuation });
    step->kind = MAX (step->kind, kind);
    step->ends |= may_end (words, edge) && may_end (punctuation, place->punctuation);
}

EvxPlaces
evx_dictionary_start (void)
{
    return (EvxPlaces) { 1, { { -1, FALSE, -1, -1 } } };
}

guint
evx_dictionary_follow (const EvxDictionary *dictionary, const EvxPlaces *from, guint letter, EvxPlaces *to, gboolean *ends)
{
    Step step = { .dictionary = dictionary, .letter = letter, .to = to };
    to->n = 0;
    for (guint i = 0; letter != PATTERN && i < from->n; i++)
        (from->places[i].graph < 0 ? from_punctuation : from_word) (&step, &from->places[i]);
    *ends = step.ends;
    return step.kind;
}
