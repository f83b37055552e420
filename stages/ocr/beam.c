/* The likeliest text of a line, from the likelihood of each code at each step: the best few texts are carried from
 * step to step, those whose words are in the dictionary beside those whose words need not be, which have to be
 * likelier by far.
 *
 * Source: Graves et al., "Connectionist temporal classification", 2006; the search, its numbers and which steps may be
 * added up are those of tesseract's RecodeBeamSearch. */
#include "lstm.h"

#include <math.h>
#include <string.h>

/* Texts that are carried on, of each kind. */
#define WIDTH 5
/* A text not from the dictionary has its logarithms of likelihood made larger by this factor. */
#define NO_WORD 2.25f
/* Each step costs this besides. */
#define STEP_COST -0.085f
/* The logarithm of what is next to impossible. */
#define LEAST -20.0f
/* A word of the dictionary has no less likely step than this. */
#define LEAST_OF_WORD (-25.0f / 7)
/* A word's confidence in per cent: 100 less this for each unit of its least logarithm. */
#define PER_UNIT 35.0f

#define BLANK 0 /* the letter that parts words */

/* What may follow a step. */
typedef enum {
    ANYTHING,
    REPEAT,    /* the same code: it was added up with another's likelihood, and has not stood alone yet */
    NO_REPEAT, /* anything but the same code */
    N_AFTER
} After;

/* What a text is held to be. Blanks and marks have kinds of their own. */
enum { KIND_NONE = -1, KIND_FREE = -2 }; /* beside those of the dictionary, 0.. */

/* The last step of a text. */
typedef struct {
    gint32 before;      /* the step before it, by index; -1 = none */
    gint32 letter_at;   /* the step that has its last letter: this one or an earlier one; -1 = none */
    gint16 code, letter; /* letter -1: none, or not the first step of it */
    gint8 kind;
    gboolean starts;    /* of words: a word may begin behind this */
    gboolean ends;      /* of words: a word may end here */
    gboolean repeated;  /* the code is that of the step before */
    float certainty, score;
    guint64 text;       /* tells different texts apart */
    gint32 places;      /* of words: index of the place in the dictionary; -1 = none */
} Node;

typedef struct {
    guint n;
    gint32 nodes[WIDTH]; /* by index */
} Best;

/* The nodes of one step. */
typedef struct {
    Best best[2][N_AFTER]; /* [in the dictionary] */
} Beam;

typedef struct {
    const EvxModel *model;
    const EvxActivations *found;
    GArray *nodes;   /* Node */
    GArray *places;  /* EvxPlaces */
    Beam now, last;
    Node starts[N_AFTER]; /* the best place for a word to begin, of this step; code -1 = none */
    /* of this step */
    const float *values;
    gint16 first, second; /* the likeliest codes */
    guint8 *group;        /* of each code: 0 = the likeliest two and none, 1 = the likeliest few, 2 = the others */
    GArray *codes[3];     /* gint16: by group */
} Search;

static void
clear_search (Search *search)
{
    g_array_unref (search->nodes);
    g_array_unref (search->places);
    g_free (search->group);
    for (guint i = 0; i < 3; i++)
        g_array_unref (search->codes[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

static Node *
node_at (const Search *search, gint32 index)
{
    return &g_array_index (search->nodes, Node, index);
}

static float
certainty_of (float likelihood)
{
    return likelihood > 2.0611537e-9f ? logf (likelihood) : LEAST; /* e to the -20 */
}

/* ---- the best few ---------------------------------------------------------------------------------- */

static guint
worst_of (const Search *search, const Best *best)
{
    guint worst = 0;
    for (guint i = 1; i < best->n; i++)
        if (node_at (search, best->nodes[i])->score < node_at (search, best->nodes[worst])->score)
            worst = i;
    return worst;
}

static gboolean
is_worth_it (const Search *search, const Best *best, float score)
{
    return best->n < WIDTH || score > node_at (search, best->nodes[worst_of (search, best)])->score;
}

static guint64
text_of (const Search *search, gint16 code, gboolean repeated, const Node *before)
{
    guint64 text = before ? before->text : 0;
    return repeated || code == (gint16) search->model->no_letter ? text : text * 1099511628211ULL + (guint64) code + 1;
}

/* Keeps @node if it is among the best; of two that say the same the better one. */
static void
keep (Search *search, Best *best, const Node *node)
{
    if (!is_worth_it (search, best, node->score))
        return;
    for (guint i = 0; i < best->n; i++) {
        Node *other = node_at (search, best->nodes[i]);
        if (other->code != node->code || other->text != node->text || other->kind != node->kind || other->starts != node->starts)
            continue;
        if (node->score > other->score)
            *other = *node;
        return;
    }
    guint at = best->n < WIDTH ? best->n++ : worst_of (search, best);
    if (best->n == at + 1 && best->nodes[at] < 0) {
        best->nodes[at] = (gint32) search->nodes->len;
        g_array_append_val (search->nodes, *node);
    } else {
        *node_at (search, best->nodes[at]) = *node;
    }
}

/* ---- one step ---------------------------------------------------------------------------------------- */

/* A step of a text: where it comes from and what it adds. */
typedef struct {
    gint32 before;     /* -1 at the beginning of the line */
    After after;       /* of the step before */
    gboolean in_words;
    guint group;       /* codes of this group are looked at */
} Context;

static Node
node_after (const Search *search, const Context *context, gint16 code, gint16 letter, gboolean repeated, float certainty)
{
    const Node *before = context->before >= 0 ? node_at (search, context->before) : NULL;
    Node node = { .before = context->before, .letter_at = before ? before->letter_at : -1, .code = code, .letter = letter,
                  .kind = KIND_FREE, .repeated = repeated, .certainty = certainty, .places = -1 };
    node.score = certainty + (before ? before->score : 0);
    node.text = text_of (search, code, repeated, before);
    return node;
}

/* Appends @node, which may be the last of a letter, so that those after it find it: its own index is its letter_at. */
static void
keep_letter (Search *search, Best *best, Node *node)
{
    node->letter_at = -2; /* itself; see letter_of */
    keep (search, best, node);
}

/* The step that has the last letter of the text that ends at @index; -1 if it has none. */
static gint32
letter_of (const Search *search, gint32 index)
{
    if (index < 0)
        return -1;
    gint32 at = node_at (search, index)->letter_at;
    return at == -2 ? index : at;
}

/* A code once more, or none: no new letter. */
static void
add_mute (Search *search, const Context *context, gint16 code, gboolean repeated, float certainty, After after)
{
    const Node *before = context->before >= 0 ? node_at (search, context->before) : NULL;
    if (context->in_words ? certainty <= LEAST_OF_WORD : certainty * NO_WORD < LEAST && code != (gint16) search->model->no_letter)
        return;
    Node node = node_after (search, context, code, repeated && before ? before->letter : -1, repeated,
                            context->in_words ? certainty : certainty * NO_WORD);
    node.kind = repeated && before ? before->kind : context->in_words ? KIND_NONE : KIND_FREE;
    node.letter_at = letter_of (search, context->before);
    keep (search, &search->now.best[context->in_words][after], &node);
}

/* A word may begin behind this blank. */
static void
add_start (Search *search, const Context *context, gint16 code, gint8 kind, float certainty, After after)
{
    Node node = node_after (search, context, code, BLANK, FALSE, certainty);
    node.kind = kind;
    node.starts = TRUE;
    node.letter_at = -2;
    if (search->starts[after].code < 0 || node.score > search->starts[after].score)
        search->starts[after] = node;
}

/* A letter of a text that need not be in the dictionary. */
static void
add_free (Search *search, const Context *context, gint16 code, gint16 letter, float certainty, After after)
{
    Node node = node_after (search, context, code, letter, FALSE, certainty * NO_WORD);
    keep_letter (search, &search->now.best[FALSE][after], &node);
    if (letter == BLANK && certainty > LEAST_OF_WORD)
        add_start (search, context, code, KIND_NONE, certainty, after);
}

/* A blank after a word. */
static void
add_blank (Search *search, const Context *context, gint16 code, float certainty, After after)
{
    gint32 last = letter_of (search, context->before);
    if (last < 0 || !node_at (search, last)->ends)
        return;
    gint8 kind = node_at (search, last)->kind;
    add_start (search, context, code, kind, certainty, after);
    Node node = node_after (search, context, code, BLANK, FALSE, certainty);
    node.kind = kind;
    keep_letter (search, &search->now.best[FALSE][after], &node);
}

/* A letter that goes on with a word of the dictionary, or begins one. */
static void
add_in_word (Search *search, const Context *context, gint16 code, gint16 letter, float certainty, After after)
{
    gint32 last = letter_of (search, context->before);
    const Node *before = last >= 0 ? node_at (search, last) : NULL;
    EvxPlaces start = evx_dictionary_start (), to;
    const EvxPlaces *from = &start;
    if (before != NULL && before->places < 0 && !before->starts)
        return;
    if (before != NULL && !before->starts)
        from = &g_array_index (search->places, EvxPlaces, before->places);
    Node node = node_after (search, context, code, letter, FALSE, certainty);
    if (!is_worth_it (search, &search->now.best[TRUE][after], node.score))
        return;
    guint kind = evx_dictionary_follow (&search->model->dictionary, from, (guint) letter, &to, &node.ends);
    if (kind == 0)
        return;
    node.kind = (gint8) kind;
    node.places = (gint32) search->places->len;
    g_array_append_val (search->places, to);
    keep_letter (search, &search->now.best[TRUE][after], &node);
}

static void
add_code (Search *search, const Context *context, gint16 code, float certainty, After after)
{
    gint16 letter = (gint16) search->model->letter_of[code];
    if (!context->in_words) {
        if (letter < 0)
            add_mute (search, context, code, FALSE, certainty, after);
        else
            add_free (search, context, code, letter, certainty, after);
    } else if (certainty > LEAST_OF_WORD) {
        if (letter < 0)
            add_mute (search, context, code, FALSE, certainty, after);
        else if (letter == BLANK)
            add_blank (search, context, code, certainty, after);
        else
            add_in_word (search, context, code, letter, certainty, after);
    }
}

/* The code of the step before once more, alone or with none. */
static void
add_repeat (Search *search, const Context *context, gint16 code)
{
    const float *values = search->values;
    guint none = search->model->no_letter;
    if (search->group[code] != context->group)
        return;
    if (context->after != NO_REPEAT)
        add_mute (search, context, code, TRUE, certainty_of (values[code]) + STEP_COST, ANYTHING);
    if (context->after == ANYTHING && context->group == 0 && code != (gint16) none)
        add_mute (search, context, code, TRUE, certainty_of (values[code] + values[none]) + STEP_COST, NO_REPEAT);
}

/* Another code: alone, or with none, where the next step has to be it alone; and with the code before if these two are
 * the likeliest. */
static void
add_other (Search *search, const Context *context, gint16 code)
{
    const float *values = search->values;
    guint none = search->model->no_letter;
    gint16 before = context->before >= 0 ? node_at (search, context->before)->code : -1;
    float certainty = certainty_of (values[code]) + STEP_COST;
    if (code == before || (certainty < LEAST && code != (gint16) none))
        return;
    add_code (search, context, code, certainty, ANYTHING);
    if (context->group > 0 || code == (gint16) none)
        return;
    float likelihood = values[code] + values[none];
    if (before >= 0 && context->after == ANYTHING && before != (gint16) none &&
        ((before == search->first && code == search->second) || (code == search->first && before == search->second)))
        likelihood += values[before];
    add_code (search, context, code, certainty_of (likelihood) + STEP_COST, REPEAT);
}

static void
go_on (Search *search, const Context *context)
{
    if (context->before >= 0)
        add_repeat (search, context, node_at (search, context->before)->code);
    if (context->before >= 0 && context->after == REPEAT)
        return;
    const GArray *codes = search->codes[context->group];
    for (guint i = 0; i < codes->len; i++)
        add_other (search, context, g_array_index (codes, gint16, i));
}

/* Puts the codes of a step into groups. */
static void
rank_codes (Search *search)
{
    guint n = search->found->n_codes, none = search->model->no_letter;
    gint16 top[WIDTH];
    guint n_top = 0;
    for (guint code = 0; code < n; code++) {
        if (n_top == WIDTH && search->values[code] <= search->values[top[n_top - 1]])
            continue;
        guint at = n_top < WIDTH ? n_top++ : n_top - 1;
        for (; at > 0 && search->values[top[at - 1]] < search->values[code]; at--)
            top[at] = top[at - 1];
        top[at] = (gint16) code;
    }
    memset (search->group, 2, n);
    for (guint i = 0; i < n_top; i++)
        search->group[top[i]] = i < 2 ? 0 : 1;
    search->group[none] = 0;
    search->first = top[0];
    search->second = n_top > 1 ? top[1] : -1;
    for (guint group = 0; group < 3; group++)
        g_array_set_size (search->codes[group], 0);
    for (guint code = 0; code < n; code++) {
        gint16 item = (gint16) code;
        if (search->model->letter_of[code] >= 0 || code == none)
            g_array_append_val (search->codes[search->group[code]], item);
    }
}

static void
clear_beam (Beam *beam)
{
    for (guint words = 0; words < 2; words++)
        for (guint after = 0; after < N_AFTER; after++) {
            beam->best[words][after].n = 0;
            memset (beam->best[words][after].nodes, -1, sizeof beam->best[words][after].nodes);
        }
}

static guint
open_ends (const Beam *beam)
{
    return beam->best[FALSE][ANYTHING].n + beam->best[TRUE][ANYTHING].n;
}

static void
take_step (Search *search, guint t)
{
    search->values = search->found->values + (gsize) t * search->found->n_codes;
    search->last = search->now;
    clear_beam (&search->now);
    rank_codes (search);
    for (guint after = 0; after < N_AFTER; after++)
        search->starts[after].code = -1;
    for (guint group = 0; t == 0 && group < 1; group++)
        for (gboolean words = FALSE; words <= TRUE; words++)
            go_on (search, &(Context) { -1, ANYTHING, words, group });
    for (guint group = 0; t > 0 && group < 3 && open_ends (&search->now) == 0; group++)
        for (gboolean words = FALSE; words <= TRUE; words++)
            for (After after = ANYTHING; after < N_AFTER; after++)
                for (guint i = search->last.best[words][after].n; i-- > 0;)
                    go_on (search, &(Context) { search->last.best[words][after].nodes[i], after, words, group });
    for (After after = ANYTHING; t > 0 && after < N_AFTER; after++)
        if (search->starts[after].code >= 0)
            keep (search, &search->now.best[TRUE][after], &search->starts[after]);
}

/* ---- words -------------------------------------------------------------------------------------------- */

/* A text of the dictionary has to end where a word does. */
static gboolean
may_end (const Search *search, gint32 index)
{
    gint32 last = letter_of (search, index);
    return last >= 0 && (node_at (search, last)->ends || node_at (search, last)->letter == BLANK);
}

static gint32
best_end (const Search *search)
{
    gint32 best = -1;
    for (gboolean words = FALSE; words <= TRUE; words++)
        for (After after = ANYTHING; after < N_AFTER; after++)
            for (guint i = 0; after != REPEAT && i < search->now.best[words][after].n; i++) {
                gint32 index = search->now.best[words][after].nodes[i];
                if ((!words || may_end (search, index)) &&
                    (best < 0 || node_at (search, index)->score > node_at (search, best)->score))
                    best = index;
            }
    return best;
}

/* A letter of the line. */
typedef struct {
    gint16 letter;
    guint start, end;  /* steps */
    double certainty;  /* the least of its steps and of those before it */
} Letter;

/* The letters of the best text. */
static GArray *
letters_of (const Search *search, gint32 end)
{
    GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
    guint n = search->found->n_steps;
    g_autofree gint32 *path = g_new (gint32, n);
    for (guint t = n; t-- > 0; end = node_at (search, end)->before)
        path[t] = end;
    for (guint t = 0; t < n;) {
        double certainty = 0;
        for (; t < n && node_at (search, path[t])->letter < 0; t++)
            certainty = MIN (certainty, node_at (search, path[t])->certainty);
        Letter *last = letters->len > 0 ? &g_array_index (letters, Letter, letters->len - 1) : NULL;
        if (t == n) {
            if (last != NULL)
                last->certainty = MIN (last->certainty, certainty);
            break;
        }
        const Node *node = node_at (search, path[t]);
        /* What lies before a blank belongs to the letter before it; before one that ends a text that is no word,
         * to none, for it counted NO_WORD times. */
        if (node->letter == BLANK && last != NULL && node->kind != KIND_NONE) {
            last->certainty = MIN (last->certainty, certainty);
            certainty = 0;
        }
        Letter letter = { .letter = node->letter, .start = t };
        gboolean alone = node->letter == BLANK && node->kind == KIND_NONE;
        do {
            double here = node_at (search, path[t++])->certainty;
            certainty = alone ? here : MIN (certainty, here);
        } while (t < n && node_at (search, path[t])->repeated);
        letter.end = t;
        letter.certainty = certainty;
        g_array_append_val (letters, letter);
    }
    return letters;
}

static void
clear_word (EvxReadWord *word)
{
    g_free (word->text);
}

/* Where letter @i begins: halfway to the one before it. */
static double
boundary (const GArray *letters, guint i, guint n_steps)
{
    if (i == 0)
        return 0;
    if (i == letters->len)
        return n_steps;
    return (guint) (g_array_index (letters, Letter, i - 1).end + g_array_index (letters, Letter, i).start) / 2;
}

static float
confidence_of (double certainty)
{
    return (float) CLAMP (1 + PER_UNIT * certainty / 100, 0, 1);
}

/* The words between the blanks. A blank that is unsure makes the words beside it so. */
static GArray *
words_of (const Search *search, const GArray *letters)
{
    GArray *words = g_array_new (FALSE, FALSE, sizeof (EvxReadWord));
    double step = search->found->step_px, blank = 0;
    g_array_set_clear_func (words, (GDestroyNotify) clear_word);
    for (guint from = 0, to; from < letters->len; from = to) {
        double before = blank, certainty = 0;
        g_autoptr (GString) text = g_string_new (NULL);
        for (to = from; to < letters->len && g_array_index (letters, Letter, to).letter != BLANK; to++) {
            const Letter *letter = &g_array_index (letters, Letter, to);
            g_string_append (text, search->model->letters[letter->letter].text);
            certainty = MIN (certainty, letter->certainty);
        }
        blank = to < letters->len ? g_array_index (letters, Letter, to).certainty : 0;
        EvxReadWord word = { .x0 = floor (boundary (letters, from, search->found->n_steps) * step),
                             .x1 = ceil (boundary (letters, to, search->found->n_steps) * step) };
        word.confidence = confidence_of (MIN (certainty, MIN (before, blank)));
        word.text = g_strdup (text->str);
        if (to > from)
            g_array_append_val (words, word);
        else
            clear_word (&word);
        to += to < letters->len;
    }
    return words;
}

/* A strip read less surely than this may be light on dark, as tesseract holds. */
#define SURE 0.7

/* Mean likelihood of the likeliest codes, where these are letters; 0 if none is. */
static double
sureness (const EvxModel *model, const EvxActivations *found)
{
    double sum = 0;
    guint letters = 0;
    for (guint t = 0; t < found->n_steps; t++) {
        const float *values = found->values + (gsize) t * found->n_codes;
        guint best = 0;
        for (guint code = 1; code < found->n_codes; code++)
            best = values[code] > values[best] ? code : best;
        sum += best != model->no_letter ? values[best] : 0;
        letters += best != model->no_letter;
    }
    return letters > 0 ? sum / letters : 0;
}

gboolean
evx_model_run (const EvxModel *model, PIX *strip, EvxActivations *found)
{
    if (!evx_network_run (&model->network, strip, found))
        return FALSE;
    double sure = sureness (model, found);
    g_autoptr (PIX) negative = sure < SURE ? pixInvert (NULL, strip) : NULL;
    EvxActivations other = { 0 };
    if (negative == NULL || !evx_network_run (&model->network, negative, &other))
        return TRUE;
    if (sureness (model, &other) > sure) {
        EvxActivations kept = *found;
        *found = other;
        other = kept;
    }
    evx_activations_clear (&other);
    return TRUE;
}

GArray *
evx_model_read (const EvxModel *model, PIX *strip)
{
    g_auto (EvxActivations) found = { 0 };
    if (!evx_model_run (model, strip, &found))
        return NULL;
    g_auto (Search) search = { .model = model, .found = &found };
    search.nodes = g_array_sized_new (FALSE, FALSE, sizeof (Node), found.n_steps * 8);
    search.places = g_array_new (FALSE, FALSE, sizeof (EvxPlaces));
    search.group = g_new (guint8, found.n_codes);
    for (guint i = 0; i < 3; i++)
        search.codes[i] = g_array_new (FALSE, FALSE, sizeof (gint16));
    clear_beam (&search.now);
    for (guint t = 0; t < found.n_steps; t++)
        take_step (&search, t);
    gint32 end = best_end (&search);
    g_autoptr (GArray) letters = end >= 0 ? letters_of (&search, end) : g_array_new (FALSE, FALSE, sizeof (Letter));
    return words_of (&search, letters);
}
