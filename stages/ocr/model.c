/* A model file of tesseract: the weights of its network, its letters and its dictionary.
 *
 * Source: tesseract 4 and 5, "tessdata" files: a table of parts, of which the network (17), the graphs of
 * punctuation, words and numbers (18 - 20), the letters (21) and their codes (22) are taken. */
#include "lstm.h"

#include <string.h>

enum { PART_NETWORK = 17, PART_PUNCTUATION, PART_WORDS, PART_NUMBERS, PART_LETTERS, PART_CODES, N_PARTS };

/* More parts, layers, weights of a layer or letters than any model has. */
#define MOST_PARTS 64
#define MOST_SIZE (1 << 16)
#define MOST_LETTERS 4096

/* A place in the file. What lies beyond its end reads as 0 and leaves @failed. */
typedef struct {
    const guint8 *bytes;
    gsize length, at;
    gboolean failed;
} Cursor;

static const guint8 *
take (Cursor *cursor, gsize length)
{
    const guint8 *here = cursor->bytes + cursor->at;
    if (cursor->failed || length > cursor->length - cursor->at) {
        cursor->failed = TRUE;
        return NULL;
    }
    cursor->at += length;
    return here;
}

static gint32
take_int (Cursor *cursor)
{
    gint32 value = 0;
    const guint8 *bytes = take (cursor, sizeof value);
    if (bytes != NULL)
        memcpy (&value, bytes, sizeof value);
    return GINT32_FROM_LE (value);
}

/* A number from 1 to @most. */
static guint
take_size (Cursor *cursor, guint most)
{
    gint32 value = take_int (cursor);
    if (value >= 1 && (guint) value <= most)
        return (guint) value;
    cursor->failed = TRUE;
    return 1;
}

static double
take_double (Cursor *cursor)
{
    guint64 bits = 0;
    double value;
    const guint8 *bytes = take (cursor, sizeof bits);
    if (bytes != NULL)
        memcpy (&bits, bytes, sizeof bits);
    bits = GUINT64_FROM_LE (bits);
    memcpy (&value, &bits, sizeof value);
    return value;
}

/* ---- the network --------------------------------------------------------------------------------- */

/* Weights as the file has them. */
typedef struct {
    guint n_out, n_in;     /* n_in with the bias, which comes last */
    const gint8 *weights;  /* n_out x n_in */
    const guint8 *scales;  /* n_out doubles */
} Rows;

/* Modes of weights: bytes, with their scales as doubles. */
#define BYTES 1
#define DOUBLES 128

static Rows
take_rows (Cursor *cursor)
{
    Rows rows = { 0 };
    const guint8 *mode = take (cursor, 1);
    if (mode == NULL || (*mode & BYTES) == 0 || (*mode & DOUBLES) == 0)
        cursor->failed = TRUE;
    rows.n_out = take_size (cursor, MOST_SIZE);
    rows.n_in = take_size (cursor, MOST_SIZE);
    take (cursor, 1); /* what empty places would hold */
    rows.weights = (const gint8 *) take (cursor, (gsize) rows.n_out * rows.n_in);
    if (take_size (cursor, MOST_SIZE) < rows.n_out)
        cursor->failed = TRUE;
    rows.scales = take (cursor, rows.n_out * sizeof (double));
    return rows;
}

/* Puts the inputs @from up to @from + n_in of @rows into the outputs of @matrix from @to on. Values of 8 bits are
 * kept 128 too large, so that they have no sign; the bias takes back what that adds. */
static void
fill_matrix (EvxMatrix *matrix, guint to, const Rows *rows, guint from, gboolean with_bias)
{
    for (guint out = 0; out < rows->n_out; out++) {
        const gint8 *row = rows->weights + (gsize) out * rows->n_in;
        gint32 sum = 0;
        for (guint in = 0; in < matrix->n_in; in++) {
            gint8 weight = row[from + in];
            matrix->weights[((gsize) (in / 4) * matrix->padded + to + out) * 4 + in % 4] = weight;
            sum += weight;
        }
        Cursor scale = { rows->scales, rows->n_out * sizeof (double), out * sizeof (double), FALSE };
        matrix->bias[to + out] = (with_bias ? row[rows->n_in - 1] * 127 : 0) - 128 * sum;
        matrix->scales[to + out] = (float) (take_double (&scale) / 127);
    }
}

/* A layer's head: its kind and how many values go in and out. */
typedef struct {
    char kind[16];
    guint n_in, n_out;
    guint32 flags;
} Layer;

#define HAS_RATES 64 /* a rate of learning of each of its parts follows it */

static Layer
take_layer (Cursor *cursor)
{
    Layer layer = { 0 };
    const guint8 *type = take (cursor, 1); /* 0: the name of the kind follows */
    guint length = take_size (cursor, sizeof layer.kind - 1);
    const guint8 *kind = take (cursor, length);
    if (kind == NULL || *type != 0)
        cursor->failed = TRUE;
    else
        memcpy (layer.kind, kind, length);
    take (cursor, 2); /* whether it learns */
    layer.flags = (guint32) take_int (cursor);
    layer.n_in = take_size (cursor, MOST_SIZE);
    layer.n_out = take_size (cursor, MOST_SIZE);
    take_int (cursor); /* number of weights */
    gint32 name = take_int (cursor);
    take (cursor, name > 0 ? (gsize) name : 0);
    return layer;
}

/* The next layer, which has to be of @kind. */
static Layer
expect (Cursor *cursor, const char *kind)
{
    Layer layer = take_layer (cursor);
    if (strcmp (layer.kind, kind) != 0)
        cursor->failed = TRUE;
    return layer;
}

/* The head of a layer that holds @n others. */
static Layer
expect_series (Cursor *cursor, const char *kind, gint32 n)
{
    Layer layer = expect (cursor, kind);
    if (take_int (cursor) != n)
        cursor->failed = TRUE;
    return layer;
}

static void
end_series (Cursor *cursor, const Layer *layer)
{
    if (layer->flags & HAS_RATES)
        take (cursor, take_size (cursor, MOST_SIZE) * sizeof (float));
}

static void
take_matrix (Cursor *cursor, const char *kind, EvxMatrix *matrix)
{
    expect (cursor, kind);
    Rows rows = take_rows (cursor);
    if (cursor->failed)
        return;
    evx_matrix_open (matrix, rows.n_in - 1, rows.n_out);
    fill_matrix (matrix, 0, &rows, 0, TRUE);
}

static void
take_memory (Cursor *cursor, const char *kind, EvxMemory *memory)
{
    Layer layer = expect (cursor, kind);
    guint n_all = take_size (cursor, MOST_SIZE);
    memory->n_in = layer.n_in;
    memory->n_out = layer.n_out;
    if (cursor->failed || n_all != layer.n_in + layer.n_out || layer.n_out % 16 != 0) {
        cursor->failed = TRUE;
        return;
    }
    evx_matrix_open (&memory->input, layer.n_in, 4 * layer.n_out);
    evx_matrix_open (&memory->state, layer.n_out, 4 * layer.n_out);
    for (guint gate = 0; gate < 4; gate++) {
        Rows rows = take_rows (cursor);
        if (cursor->failed || rows.n_out != layer.n_out || rows.n_in != n_all + 1) {
            cursor->failed = TRUE;
            return;
        }
        fill_matrix (&memory->input, gate * layer.n_out, &rows, 0, TRUE);
        fill_matrix (&memory->state, gate * layer.n_out, &rows, layer.n_in, FALSE);
    }
}

/* Two numbers, which have to be these. */
static void
expect_both (Cursor *cursor, gint32 a, gint32 b)
{
    if (take_int (cursor) != a || take_int (cursor) != b)
        cursor->failed = TRUE;
}

static void
take_image (Cursor *cursor, EvxNetwork *network)
{
    gint32 shape[5]; /* images, height, width, values of a pixel, what was learned for */
    expect (cursor, "Input");
    for (guint i = 0; i < G_N_ELEMENTS (shape); i++)
        shape[i] = take_int (cursor);
    network->height = (guint) CLAMP (shape[1], 0, 1024);
    if (network->height < 9 || shape[2] != 0 || shape[3] != 1)
        cursor->failed = TRUE;
}

/* Whether each layer takes what the one before it gives. */
static gboolean
fits (const EvxNetwork *network)
{
    const EvxMemory *along = network->along;
    return network->filter.n_in == 9 && network->column.n_in == network->filter.n_out && network->filter.n_out % 4 == 0 &&
           along[0].n_in == network->column.n_out && along[1].n_in == along[0].n_out &&
           along[2].n_in == along[1].n_out && network->last.n_in == along[2].n_out;
}

/* [1,H,0,1 Ct3,3,n Mp3,3 Lfys Lfx Lrx Lfx O1c], as tesseract writes it. */
static void
take_network (Cursor *cursor, EvxNetwork *network)
{
    Layer whole = expect_series (cursor, "Series", 8);
    take_image (cursor, network);
    Layer part = expect_series (cursor, "Series", 2);
    expect (cursor, "Convolve");
    expect_both (cursor, 1, 1);
    take_matrix (cursor, "Tanh", &network->filter);
    end_series (cursor, &part);
    expect (cursor, "Maxpool");
    expect_both (cursor, 3, 3);
    part = expect_series (cursor, "XYTranspose", 1);
    take_memory (cursor, "SummLSTM", &network->column);
    end_series (cursor, &part);
    take_memory (cursor, "LSTM", &network->along[0]);
    part = expect_series (cursor, "RTLReversed", 1);
    take_memory (cursor, "LSTM", &network->along[1]);
    end_series (cursor, &part);
    take_memory (cursor, "LSTM", &network->along[2]);
    take_matrix (cursor, "Softmax", &network->last);
    end_series (cursor, &whole);
    if (!cursor->failed && !fits (network))
        cursor->failed = TRUE;
}

/* What follows the network: how it was made, and the code between letters. */
static void
take_training (Cursor *cursor, EvxModel *model)
{
    gint32 length = take_int (cursor);
    take (cursor, length > 0 ? (gsize) length : 0);
    take (cursor, 3 * sizeof (gint32)); /* flags, rounds, samples */
    model->no_letter = (guint) take_int (cursor);
}

/* ---- letters ---------------------------------------------------------------------------------------- */

#define DIGIT 8

/* "x 3 0,255,...": the letter and, in hex, what it is. The first is the blank. */
static gboolean
read_letter (const char *line, EvxLetter *letter)
{
    g_auto (GStrv) fields = g_strsplit (line, " ", 3);
    if (fields[0] == NULL || fields[1] == NULL || strlen (fields[0]) >= sizeof letter->text)
        return FALSE;
    g_strlcpy (letter->text, fields[0], sizeof letter->text);
    letter->is_digit = (g_ascii_strtoull (fields[1], NULL, 16) & DIGIT) != 0;
    return TRUE;
}

static gboolean
read_letters (EvxModel *model, const Cursor *part)
{
    g_autofree char *text = g_strndup (part->bytes != NULL ? (const char *) part->bytes : "", part->length);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint64 n = lines[0] != NULL ? g_ascii_strtoull (lines[0], NULL, 10) : 0;
    if (n < 3 || n > MOST_LETTERS || g_strv_length (lines) < n + 1)
        return FALSE;
    model->n_letters = (guint) n;
    model->letters = g_new0 (EvxLetter, n);
    model->is_digit = g_new0 (gboolean, n);
    for (guint i = 0; i < n; i++) {
        if (!read_letter (lines[i + 1], &model->letters[i]))
            return FALSE;
        model->is_digit[i] = model->letters[i].is_digit;
    }
    return TRUE;
}

/* The code of each letter, which has to be one. */
static gboolean
read_codes (EvxModel *model, Cursor *part)
{
    guint n_codes = model->network.last.n_out, n = take_size (part, MOST_LETTERS);
    model->letter_of = g_new (gint, n_codes);
    for (guint code = 0; code < n_codes; code++)
        model->letter_of[code] = -1;
    for (guint i = 0; i < n; i++) {
        take (part, 1); /* whether other letters have the same code */
        guint length = take_size (part, 1);
        gint32 code = take_int (part);
        if (part->failed || length != 1 || code < 0 || (guint) code >= n_codes || i >= model->n_letters)
            return FALSE;
        model->letter_of[code] = (gint) i;
    }
    if (model->no_letter >= n_codes || model->letter_of[0] != 0)
        return FALSE;
    model->letter_of[model->no_letter] = -1;
    return TRUE;
}

/* ---- the file --------------------------------------------------------------------------------------- */

/* Finds the parts; one that the file does not have is empty. */
static gboolean
find_parts (const guint8 *bytes, gsize length, Cursor *parts)
{
    Cursor table = { bytes, length, 0, FALSE };
    guint n = take_size (&table, MOST_PARTS);
    gint64 offsets[MOST_PARTS];
    const guint8 *found = take (&table, n * sizeof *offsets);
    if (found == NULL)
        return FALSE;
    memcpy (offsets, found, n * sizeof *offsets);
    for (guint i = 0; i < N_PARTS; i++) {
        gint64 start = i < n ? GINT64_FROM_LE (offsets[i]) : -1, end = (gint64) length;
        for (guint k = i + 1; k < n; k++)
            if (GINT64_FROM_LE (offsets[k]) >= start)
                end = MIN (end, GINT64_FROM_LE (offsets[k]));
        parts[i] = (Cursor) { 0 };
        if (start >= 0 && start <= end)
            parts[i] = (Cursor) { bytes + start, (gsize) (end - start), 0, FALSE };
    }
    return TRUE;
}

static gboolean
read_parts (EvxModel *model, Cursor *parts)
{
    take_network (&parts[PART_NETWORK], &model->network);
    take_training (&parts[PART_NETWORK], model);
    if (parts[PART_NETWORK].failed || !read_letters (model, &parts[PART_LETTERS]) ||
        !read_codes (model, &parts[PART_CODES]))
        return FALSE;
    model->dictionary.is_digit = model->is_digit;
    for (guint i = 0; i < EVX_N_GRAPHS; i++)
        if (!evx_word_graph_read (&model->dictionary.graphs[i], parts[PART_PUNCTUATION + i].bytes,
                                  parts[PART_PUNCTUATION + i].length))
            return FALSE;
    return TRUE;
}

EvxModel *
evx_model_load (const char *path)
{
    Cursor parts[N_PARTS];
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents (path, &bytes, &length, NULL) || !find_parts ((const guint8 *) bytes, length, parts))
        return NULL;
    g_autoptr (EvxModel) model = g_new0 (EvxModel, 1);
    return read_parts (model, parts) ? g_steal_pointer (&model) : NULL;
}

void
evx_model_free (EvxModel *model)
{
    if (model == NULL)
        return;
    evx_network_clear (&model->network);
    for (guint i = 0; i < EVX_N_GRAPHS; i++)
        evx_word_graph_clear (&model->dictionary.graphs[i]);
    g_free (model->letters);
    g_free (model->is_digit);
    g_free (model->letter_of);
    g_free (model);
}
