/* Reading one line with tesseract's own model, without tesseract: the model file, the network, the dictionary and
 * the search for the likeliest text. The library spends most of a line's time around the network (an index worked
 * out for each of its values, the strip thresholded and its outlines traced, which nothing asks for); here the
 * network is all that there is. Only models of one kind are read: see evx_model_load. */
#pragma once

#include "../image/image.h"

G_BEGIN_DECLS

/* ---- network.c ------------------------------------------------------------------------------------ */

/* Weights of 8 bits, as the network's dot products take them: four inputs of sixteen outputs stand together. */
typedef struct {
    guint n_in, n_out;        /* n_in without the bias */
    guint groups;             /* of four inputs; what is beyond n_in weighs nothing */
    guint padded;             /* n_out, up to a multiple of 16 */
    gint8 *weights;           /* groups x padded x 4 */
    gint32 *bias;             /* padded: what is added to the sum of products */
    float *scales;            /* padded: the value of 1 in that sum */
} EvxMatrix;

/* Long short-term memory: state[n] of four gates. Source: Hochreiter and Schmidhuber, 1997. */
typedef struct {
    EvxMatrix input;   /* of what comes in; with the bias; outputs gate by gate: cell, input, forget, output */
    EvxMatrix state;   /* of what came out a step before */
    guint n_in, n_out;
} EvxMemory;

/* 3 x 3 convolution, the largest of 3 x 3, memory down each column, three memories along the line (the second from
 * its end to its start), and the share of each code. */
typedef struct {
    guint height;      /* of the image, pixels */
    EvxMatrix filter;
    EvxMemory column, along[3];
    EvxMatrix last;
} EvxNetwork;

/* The likelihood of each code at each step along a line. */
typedef struct {
    guint n_steps, n_codes;
    float *values;     /* n_steps x n_codes, 0..1 */
    double step_px;    /* pixels of the strip that one step is wide */
} EvxActivations;

/* What a processor can do at once. */
typedef enum { EVX_PROCESSOR_ANY, EVX_PROCESSOR_AVX2, EVX_PROCESSOR_VNNI } EvxProcessor;

/* Adds to @sums (padded) the products of @in (groups x 4 bytes, each 128 too large) with the weights. */
typedef void (*EvxAddProducts) (const EvxMatrix *matrix, const guint8 *in, gint32 *sums);

/** Returns: the fastest that this processor can do, and @most. All give the same sums. */
EvxAddProducts evx_products (EvxProcessor most);

/** Opens a matrix of weights that are all 0. */
void evx_matrix_open (EvxMatrix *matrix, guint n_in, guint n_out);
void evx_matrix_clear (EvxMatrix *matrix);
void evx_network_clear (EvxNetwork *network);

/**
 * evx_network_run:
 * @strip: gray, dark on light
 *
 * Returns: FALSE if the strip is too narrow to hold a letter or more than 400 times as wide as high.
 */
gboolean evx_network_run (const EvxNetwork *network, PIX *strip, EvxActivations *found);
void evx_activations_clear (EvxActivations *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EvxActivations, evx_activations_clear)

/* ---- dictionary.c ----------------------------------------------------------------------------------- */

/* A graph of words: an edge is a letter, the place of what may follow, whether a word may end here and whether it
 * is its node's last. */
typedef struct {
    guint64 *edges;
    guint n_edges, n_first; /* of the first node, whose edges are in order */
    guint letter_bits;
} EvxWordGraph;

/* Words stand in marks of punctuation: a graph of these holds the place of the word as letter 0. Figures in the
 * graph of numbers are all letter 0. */
typedef enum { EVX_GRAPH_PUNCTUATION, EVX_GRAPH_WORDS, EVX_GRAPH_NUMBERS, EVX_N_GRAPHS } EvxGraphKind;

typedef struct {
    EvxWordGraph graphs[EVX_N_GRAPHS];
    const gboolean *is_digit; /* of each letter, by id */
} EvxDictionary;

/* How far a text has come into the dictionary. */
typedef struct {
    gint8 graph;        /* of the word or number begun; -1 = still in punctuation */
    gboolean after;     /* the word is over, punctuation follows */
    gint32 edge, punctuation; /* the last ones followed; -1 = none */
} EvxPlace;

#define EVX_MOST_PLACES 8
typedef struct {
    guint n;
    EvxPlace places[EVX_MOST_PLACES];
} EvxPlaces;

/** Before the first letter of a word. */
EvxPlaces evx_dictionary_start (void);

/**
 * evx_dictionary_follow:
 * @to: (out): where @letter leads
 * @ends: (out): whether a word may end there
 *
 * Returns: what it may be: 0 for nothing, else 1 for punctuation alone, a number, a word, in this order.
 */
guint evx_dictionary_follow (const EvxDictionary *dictionary, const EvxPlaces *from, guint letter, EvxPlaces *to,
                             gboolean *ends);

/** Returns: FALSE if @bytes are no such graph. */
gboolean evx_word_graph_read (EvxWordGraph *graph, const guint8 *bytes, gsize length);
void evx_word_graph_clear (EvxWordGraph *graph);

/* ---- model.c --------------------------------------------------------------------------------------- */

/* A letter, or what else a code of the network stands for. */
typedef struct {
    char text[32];
    gboolean is_digit;
} EvxLetter;

typedef struct {
    EvxNetwork network;
    EvxLetter *letters;     /* by id; 0 is the blank */
    gboolean *is_digit;
    guint n_letters;
    gint *letter_of;        /* id by code; -1 = none */
    guint no_letter;        /* the code that stands between letters */
    EvxDictionary dictionary;
} EvxModel;

/**
 * evx_model_load:
 * @path: a file NAME.traineddata
 *
 * Returns: (transfer full) (nullable): NULL if it cannot be read or is of another kind: weights that are no bytes,
 * another arrangement of layers, letters of several codes, no dictionary.
 */
EvxModel *evx_model_load (const char *path);
void evx_model_free (EvxModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxModel, evx_model_free)

/* ---- beam.c ---------------------------------------------------------------------------------------- */

/* One word of a line. */
typedef struct {
    char *text;
    double x0, x1;      /* px of the strip */
    float confidence;   /* 0..1 */
} EvxReadWord;

/**
 * evx_model_read:
 * @strip: an image of one line, gray
 *
 * Returns: (transfer full) (element-type EvxReadWord): from left to right; NULL if the strip is too
 * narrow to hold a letter or too wide to be a line.
 */
GArray *evx_model_read (const EvxModel *model, PIX *strip);

/**
 * evx_model_run:
 *
 * Runs the network on @strip, and on its negative where that is read unsurely; @found has the surer one.
 *
 * Returns: as evx_network_run.
 */
gboolean evx_model_run (const EvxModel *model, PIX *strip, EvxActivations *found);

/* ---- fit.c ----------------------------------------------------------------------------------------- */

/**
 * evx_model_fit:
 * @x0, @x1: px of the strip: between which the word stands
 * @look: "A" is a capital, "a" a small letter, "9" a figure, any other sign itself; ASCII
 * @cost: (out): the logarithm of how many times less likely it is than what the network likes best, 0 or more
 *
 * Returns: (transfer full) (nullable): the likeliest text of that look; NULL if there is no room for it.
 */
char *evx_model_fit (const EvxModel *model, const EvxActivations *found, double x0, double x1, const char *look,
                     double *cost);

G_END_DECLS
