/* The likeliest text of a given look, from the likelihood of each code at each step: what a word would be if it were
 * made of just these signs, and how far that is from what the network likes best.
 *
 * Source: Graves et al., "Connectionist temporal classification", 2006; the best path is Viterbi's. */
#include "lstm.h"

#include <math.h>
#include <string.h>

/* The logarithm of what is next to impossible, for a step. */
#define LEAST -12.0f
#define BLANK 0 /* the letter that parts words, and its code */

#define FIGURES "0123456789"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define SMALL "abcdefghijklmnopqrstuvwxyz"

/* Capitals and what is printed alike but for its size, or read for one whose ink has run. */
static const char *const twins[] = { "C" "c\302\251\302\242", "E" "\342\202\254", "O" "o", "P" "p", "S" "s$\302\247", "U" "u", "V" "v", "W" "w",
                                     "X" "x", "Y" "y\302\245", "Z" "z" };

/* Signs of one shape, of which the network goes by the words around: read for each other they cost so much a step, as a
 * logarithm, whatever it finds. */
static const char *const same_shapes[] = { "O0o", "0Oo" };
#define OTHER_OF_SHAPE 0.4f

/* One sign that may stand at a place of the look. Silent: its code is over, the next is to come. */
typedef struct {
    gint16 place, first_before; /* the first state of the place before */
    char sign;
    gboolean silent;
} State;

typedef struct {
    const EvxModel *model;
    const EvxActivations *found;
    const char *look;
    GArray *states;    /* State: a sign's silence comes right behind it */
    GArray *codes[128]; /* gint: of each sign, and of its twins */
    GArray *shapes[128]; /* gint: of the signs of its shape */
    float *now, *last;
    gint16 *before;    /* steps x states: the state a step before; -1 = none */
} Fit;

static void
clear_fit (Fit *fit)
{
    g_array_unref (fit->states);
    for (guint i = 0; i < G_N_ELEMENTS (fit->codes); i++)
        g_clear_pointer (&fit->codes[i], g_array_unref);
    for (guint i = 0; i < G_N_ELEMENTS (fit->shapes); i++)
        g_clear_pointer (&fit->shapes[i], g_array_unref);
    g_free (fit->now);
    g_free (fit->last);
    g_free (fit->before);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fit, clear_fit)

static float
logarithm (float likelihood)
{
    return likelihood > 6.2e-6f ? logf (likelihood) : LEAST;
}

/* Silence beside a word is a blank too. */
static float
silence (const Fit *fit, const float *values)
{
    return logarithm (MAX (values[fit->model->no_letter], values[BLANK]));
}

/* The signs that @place, of a look, stands for. */
static const char *
signs_at (const char *place, char *itself)
{
    itself[0] = *place;
    itself[1] = '\0';
    return *place == '9' ? FIGURES : *place == 'A' ? CAPITALS : *place == 'a' ? SMALL : itself;
}

/* What is read for @sign. */
static const char *
readings_of (const char *sign)
{
    for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
        if (twins[i][0] == *sign)
            return twins[i];
    return sign;
}

/* The signs of the shape of @sign; NULL: only it has its shape. */
static const char *
shape_of (char sign)
{
    for (guint i = 0; i < G_N_ELEMENTS (same_shapes); i++)
        if (same_shapes[i][0] == sign)
            return same_shapes[i];
    return NULL;
}

/* The codes of all signs that are in @readings. */
static GArray *
codes_of (const EvxModel *model, const char *readings)
{
    GArray *codes = g_array_new (FALSE, FALSE, sizeof (gint));
    for (gint code = 0; code < (gint) model->network.last.n_out; code++) {
        const char *text = model->letter_of[code] > BLANK ? model->letters[model->letter_of[code]].text : "";
        if (*text != '\0' && g_utf8_strlen (text, -1) == 1 && strstr (readings, text) != NULL)
            g_array_append_val (codes, code);
    }
    return codes;
}

static void
find_codes (Fit *fit, char sign)
{
    const char itself[] = { sign, '\0' };
    fit->codes[(guint) sign] = codes_of (fit->model, readings_of (itself));
    if (shape_of (sign) != NULL)
        fit->shapes[(guint) sign] = codes_of (fit->model, shape_of (sign));
}

static void
add_states (Fit *fit)
{
    fit->states = g_array_new (FALSE, FALSE, sizeof (State));
    gint16 first_before = 0;
    for (const char *place = fit->look; *place != '\0'; place++) {
        char itself[2];
        gint16 first = (gint16) fit->states->len;
        for (const char *sign = signs_at (place, itself); *sign != '\0'; sign++) {
            State spoken = { (gint16) (place - fit->look), first_before, *sign & 127, FALSE };
            State silent = { spoken.place, first_before, spoken.sign, TRUE };
            g_array_append_val (fit->states, spoken);
            g_array_append_val (fit->states, silent);
            if (fit->codes[(guint) spoken.sign] == NULL)
                find_codes (fit, spoken.sign);
        }
        first_before = first;
    }
}

static float
most_of (const GArray *codes, const float *values)
{
    float most = 0;
    for (guint i = 0; i < codes->len; i++)
        most = MAX (most, values[g_array_index (codes, gint, i)]);
    return logarithm (most);
}

/* The logarithm of how likely @sign is in that step. */
static float
likelihood_of (const Fit *fit, char sign, const float *values)
{
    const GArray *shapes = fit->shapes[(guint) sign];
    float own = most_of (fit->codes[(guint) sign], values);
    return shapes != NULL ? MAX (own, most_of (shapes, values) - OTHER_OF_SHAPE) : own;
}

/* Whether @state, which begins a sign, may follow @before. */
static gboolean
may_follow (const State *before, const State *state)
{
    return state->place == before->place + 1 && (before->silent || before->sign != state->sign);
}

/* The best way to state @at in this step; @begins: the cost of all steps before it, if it is the first sign. */
static float
best_way (const Fit *fit, guint at, float begins, gint16 *before)
{
    const State *states = (const State *) (void *) fit->states->data, *state = &states[at];
    float best = fit->last[at];
    *before = (gint16) at;
    if (state->silent) {
        *before = fit->last[at - 1] > best ? (gint16) (at - 1) : *before;
        return MAX (best, fit->last[at - 1]);
    }
    if (state->place == 0 && begins > best) {
        best = begins;
        *before = -1;
    }
    for (guint k = (guint) state->first_before; states[k].place < state->place; k++)
        if (fit->last[k] > best && may_follow (&states[k], state)) {
            best = fit->last[k];
            *before = (gint16) k;
        }
    return best;
}

/* Works out all steps from @from to @to. Returns the cost of what the network likes best. */
static float
take_steps (Fit *fit, guint from, guint to)
{
    guint n = fit->states->len;
    float begins = 0, likeliest = 0;
    for (guint i = 0; i < n; i++)
        fit->now[i] = -G_MAXFLOAT;
    for (guint t = from; t < to; t++) {
        const float *values = fit->found->values + (gsize) t * fit->found->n_codes;
        float most = 0, silent = silence (fit, values), *swap = fit->last;
        fit->last = fit->now;
        fit->now = swap;
        for (guint code = 0; code < fit->found->n_codes; code++)
            most = MAX (most, values[code]);
        for (guint i = 0; i < n; i++) {
            const State *state = &g_array_index (fit->states, State, i);
            float way = best_way (fit, i, begins, &fit->before[(gsize) (t - from) * n + i]);
            fit->now[i] = way + (state->silent ? silent : likelihood_of (fit, state->sign, values));
        }
        begins += silent;
        likeliest += logarithm (most);
    }
    return likeliest;
}

/* The text that ends at state @at in the last of @n_steps. */
static char *
text_to (const Fit *fit, gint at, guint n_steps)
{
    GString *text = g_string_new (NULL);
    guint n = fit->states->len;
    for (guint t = n_steps; t-- > 0 && at >= 0;) {
        const State *state = &g_array_index (fit->states, State, at);
        gint before = fit->before[(gsize) t * n + (guint) at];
        if (!state->silent && before != at)
            g_string_prepend_c (text, state->sign);
        at = before;
    }
    return g_string_free (text, FALSE);
}

/* The likeliest state that the last sign may end in; -1 if there is none. */
static gint
best_end (const Fit *fit)
{
    gint best = -1;
    for (guint i = 0; i < fit->states->len; i++)
        if (g_array_index (fit->states, State, i).place + 1 == (gint) strlen (fit->look) && fit->now[i] > -G_MAXFLOAT / 2 &&
            (best < 0 || fit->now[i] > fit->now[best]))
            best = (gint) i;
    return best;
}

char *
evx_model_fit (const EvxModel *model, const EvxActivations *found, double x0, double x1, const char *look, double *cost)
{
    g_auto (Fit) fit = { .model = model, .found = found, .look = look };
    guint from = (guint) CLAMP (floor (x0 / found->step_px), 0, found->n_steps);
    guint to = (guint) CLAMP (ceil (x1 / found->step_px), from, found->n_steps);
    add_states (&fit);
    fit.now = g_new (float, fit.states->len + 1);
    fit.last = g_new (float, fit.states->len + 1);
    fit.before = g_new (gint16, (gsize) (to - from) * fit.states->len + 1);
    float likeliest = take_steps (&fit, from, to);
    gint end = best_end (&fit);
    if (end < 0)
        return NULL;
    *cost = likeliest - fit.now[end];
    return text_to (&fit, end, to - from);
}
