/* The network that reads a line, for a strip at a time: sums of products of bytes, sixteen outputs at once where the
 * processor can.
 *
 * Bytes stand for -1..1 (-127..127); what goes into a matrix is kept 128 larger. What tesseract computes of the same
 * model differs by the rounding of tanh alone, and by what lies outside of the image (there noise, here gray). */
#include "lstm.h"

#include <math.h>
#include <string.h>

#ifdef __x86_64__
#include <immintrin.h>
#endif

/* Sums stay below this, tesseract's limit of what a memory counts to. */
#define MOST_STATE 100.0f
/* Outside of the image: neither black nor white. */
#define OUTSIDE 128
/* A wider strip than this, in heights of it, is no line. */
#define WIDEST 400

void
evx_matrix_open (EvxMatrix *matrix, guint n_in, guint n_out)
{
    matrix->n_in = n_in;
    matrix->n_out = n_out;
    matrix->groups = (n_in + 3) / 4;
    matrix->padded = (n_out + 15) / 16 * 16;
    matrix->weights = g_new0 (gint8, (gsize) matrix->groups * matrix->padded * 4);
    matrix->bias = g_new0 (gint32, matrix->padded);
    matrix->scales = g_new0 (float, matrix->padded);
}

void
evx_matrix_clear (EvxMatrix *matrix)
{
    g_free (matrix->weights);
    g_free (matrix->bias);
    g_free (matrix->scales);
}

static void
clear_memory (EvxMemory *memory)
{
    evx_matrix_clear (&memory->input);
    evx_matrix_clear (&memory->state);
}

void
evx_network_clear (EvxNetwork *network)
{
    evx_matrix_clear (&network->filter);
    clear_memory (&network->column);
    for (guint i = 0; i < G_N_ELEMENTS (network->along); i++)
        clear_memory (&network->along[i]);
    evx_matrix_clear (&network->last);
}

/* ---- products ------------------------------------------------------------------------------------ */

static void
add_products (const EvxMatrix *matrix, const guint8 *in, gint32 *sums)
{
    const gint8 *weights = matrix->weights;
    for (guint group = 0; group < matrix->groups; group++, in += 4)
        for (guint out = 0; out < matrix->padded; out++, weights += 4)
            sums[out] += in[0] * weights[0] + in[1] * weights[1] + in[2] * weights[2] + in[3] * weights[3];
}

#ifdef __x86_64__
/* A group of four inputs in each of a register's places. */
static inline gint32
group_at (const guint8 *in)
{
    gint32 group;
    memcpy (&group, in, sizeof group);
    return group;
}

/* Two products of bytes may add up to more than 16 bits hold: what is even and what is odd of them goes apart. */
__attribute__ ((target ("avx2"))) static void
add_products_avx2 (const EvxMatrix *matrix, const guint8 *in, gint32 *sums)
{
    for (guint out = 0; out < matrix->padded; out += 16) {
        const gint8 *weights = matrix->weights + (gsize) out * 4;
        __m256i low = _mm256_loadu_si256 ((const __m256i *) (sums + out));
        __m256i high = _mm256_loadu_si256 ((const __m256i *) (sums + out + 8));
        const __m256i even = _mm256_set1_epi16 (0xff);
        for (guint group = 0; group < matrix->groups; group++, weights += (gsize) matrix->padded * 4) {
            __m256i four = _mm256_set1_epi32 (group_at (in + 4 * group));
            __m256i in0 = _mm256_and_si256 (four, even), in1 = _mm256_srli_epi16 (four, 8);
            __m256i a = _mm256_loadu_si256 ((const __m256i *) weights);
            __m256i b = _mm256_loadu_si256 ((const __m256i *) (weights + 32));
            low = _mm256_add_epi32 (low, _mm256_madd_epi16 (in0, _mm256_srai_epi16 (_mm256_slli_epi16 (a, 8), 8)));
            low = _mm256_add_epi32 (low, _mm256_madd_epi16 (in1, _mm256_srai_epi16 (a, 8)));
            high = _mm256_add_epi32 (high, _mm256_madd_epi16 (in0, _mm256_srai_epi16 (_mm256_slli_epi16 (b, 8), 8)));
            high = _mm256_add_epi32 (high, _mm256_madd_epi16 (in1, _mm256_srai_epi16 (b, 8)));
        }
        _mm256_storeu_si256 ((__m256i *) (sums + out), low);
        _mm256_storeu_si256 ((__m256i *) (sums + out + 8), high);
    }
}

/* Bytes of four inputs at once. */
__attribute__ ((target ("avx512f,avx512vnni"))) static void
add_products_vnni (const EvxMatrix *matrix, const guint8 *in, gint32 *sums)
{
    guint out = 0;
    for (; out + 64 <= matrix->padded; out += 64) {
        const gint8 *weights = matrix->weights + (gsize) out * 4;
        __m512i a = _mm512_loadu_si512 (sums + out), b = _mm512_loadu_si512 (sums + out + 16);
        __m512i c = _mm512_loadu_si512 (sums + out + 32), d = _mm512_loadu_si512 (sums + out + 48);
        for (guint group = 0; group < matrix->groups; group++, weights += (gsize) matrix->padded * 4) {
            __m512i four = _mm512_set1_epi32 (group_at (in + 4 * group));
            a = _mm512_dpbusd_epi32 (a, four, _mm512_loadu_si512 (weights));
            b = _mm512_dpbusd_epi32 (b, four, _mm512_loadu_si512 (weights + 64));
            c = _mm512_dpbusd_epi32 (c, four, _mm512_loadu_si512 (weights + 128));
            d = _mm512_dpbusd_epi32 (d, four, _mm512_loadu_si512 (weights + 192));
        }
        _mm512_storeu_si512 (sums + out, a);
        _mm512_storeu_si512 (sums + out + 16, b);
        _mm512_storeu_si512 (sums + out + 32, c);
        _mm512_storeu_si512 (sums + out + 48, d);
    }
    for (; out < matrix->padded; out += 16) {
        const gint8 *weights = matrix->weights + (gsize) out * 4;
        __m512i a = _mm512_loadu_si512 (sums + out);
        for (guint group = 0; group < matrix->groups; group++, weights += (gsize) matrix->padded * 4)
            a = _mm512_dpbusd_epi32 (a, _mm512_set1_epi32 (group_at (in + 4 * group)), _mm512_loadu_si512 (weights));
        _mm512_storeu_si512 (sums + out, a);
    }
}
#endif

EvxAddProducts
evx_products (EvxProcessor most)
{
#ifdef __x86_64__
    if (most >= EVX_PROCESSOR_VNNI && __builtin_cpu_supports ("avx512vnni"))
        return add_products_vnni;
    if (most >= EVX_PROCESSOR_AVX2 && __builtin_cpu_supports ("avx2"))
        return add_products_avx2;
#endif
    (void) most;
    return add_products;
}

/* ---- functions of many values at once ------------------------------------------------------------- */

/* The compiler does sixteen of these at a time where the processor can. The choice is made before a sanitizer is ready.
 * No product is joined with a sum, which would round once where the processor can join them and twice where not: what
 * several machines read has to be what one would have read. */
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
#define FOR_ALL_PROCESSORS __attribute__ ((target_clones ("avx512f", "avx2", "default")))
#else
#define FOR_ALL_PROCESSORS
#endif
#define INLINE static inline __attribute__ ((always_inline))
#pragma GCC push_options
#pragma GCC optimize ("O3", "no-trapping-math", "fp-contract=off")

/* @x, but not further from 0 than @most. */
INLINE float
within (float x, float most)
{
    x = x < -most ? -most : x;
    return x > most ? most : x;
}

/* e to the @x, for x of -80..80. Source: Cephes expf; error below 2e-7. */
INLINE float
exponential (float x)
{
    float steps = x * 1.44269504f + 12582912.0f, whole = steps - 12582912.0f; /* rounds to a whole number */
    float rest = x - whole * 0.693359375f + whole * 2.12194440e-4f, power;
    float value = ((((1.9875691500e-4f * rest + 1.3981999507e-3f) * rest + 8.3334519073e-3f) * rest +
                    4.1665795894e-2f) * rest + 1.6666665459e-1f) * rest + 5.0000001201e-1f;
    gint32 bits = ((gint32) whole + 127) << 23;
    memcpy (&power, &bits, sizeof power);
    return (value * rest * rest + rest + 1) * power;
}

INLINE float
logistic (float x)
{
    return 1 / (1 + exponential (within (-x, 40)));
}

INLINE float
hyperbolic (float x)
{
    return 2 * logistic (2 * x) - 1;
}

/* -1..1 to a byte, 128 too large. */
INLINE guint8
to_byte (float value)
{
    float scaled = value * 127 + 12582912.0f; /* rounds */
    return (guint8) ((gint32) (scaled - 12582912.0f) + 128);
}

FOR_ALL_PROCESSORS static void
filter_outputs (const EvxMatrix *matrix, const gint32 *restrict sums, guint8 *restrict out)
{
    guint n = matrix->n_out;
    const float *restrict scales = matrix->scales;
    for (guint i = 0; i < n; i++)
        out[i] = to_byte (hyperbolic ((float) sums[i] * scales[i]));
}

/* What the gates let through: changes @state and gives @out. */
FOR_ALL_PROCESSORS static void
remember (const EvxMemory *memory, const gint32 *restrict sums, float *restrict state, guint8 *restrict out)
{
    guint n = memory->n_out;
    const float *restrict scales = memory->input.scales;
    const gint32 *input = sums + n, *forget = sums + 2 * n, *output = sums + 3 * n;
    for (guint i = 0; i < n; i++) {
        float value = state[i] * logistic ((float) forget[i] * scales[2 * n + i]) +
                      hyperbolic ((float) sums[i] * scales[i]) * logistic ((float) input[i] * scales[n + i]);
        state[i] = within (value, MOST_STATE);
    }
    for (guint i = 0; i < n; i++)
        out[i] = to_byte (hyperbolic (state[i]) * logistic ((float) output[i] * scales[3 * n + i]));
}

/* Likelihoods, which sum up to 1. */
FOR_ALL_PROCESSORS static void
share_out (const EvxMatrix *matrix, const gint32 *restrict sums, float *restrict out)
{
    guint n = matrix->n_out;
    const float *restrict scales = matrix->scales;
    float most = -G_MAXFLOAT, all = 0;
    for (guint i = 0; i < n; i++) {
        out[i] = (float) sums[i] * scales[i];
        most = out[i] > most ? out[i] : most;
    }
    for (guint i = 0; i < n; i++) {
        float below = out[i] - most;
        out[i] = exponential (below < -80 ? -80 : below);
    }
    for (guint i = 0; i < n; i++)
        all += out[i];
    for (guint i = 0; i < n; i++)
        out[i] /= all;
}

#pragma GCC pop_options

/* ---- layers --------------------------------------------------------------------------------------- */

/* Values of one layer: @n of each place, row by row. */
typedef struct {
    guint width, height, n;
    guint8 *values;
} Plane;

static void
clear_plane (Plane *plane)
{
    g_free (plane->values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plane, clear_plane)

static Plane
new_plane (guint width, guint height, guint n)
{
    /* a matrix reads its inputs by fours */
    return (Plane) { width, height, n, g_new0 (guint8, (gsize) width * height * n + 4) };
}

static guint8 *
at (const Plane *plane, guint x, guint y)
{
    return plane->values + ((gsize) y * plane->width + x) * plane->n;
}

/* The tone up to which @share of @all lie; @counts: how many have each. */
static int
tone_at (const guint *counts, guint all, double share)
{
    guint below = 0;
    for (int tone = 0; tone < 256; tone++) {
        below += counts[tone];
        if (below > 0 && below >= share * all)
            return tone;
    }
    return 255;
}

/* Black and white of a strip: among the darkest and the lightest places of its middle row, as tesseract has it. */
static void
extremes (PIX *pix, int *black, int *white)
{
    guint dark[256] = { 0 }, light[256] = { 0 }, n_dark = 0, n_light = 0;
    const l_uint32 *line = pixGetData (pix) + (gsize) (pixGetHeight (pix) / 2) * pixGetWpl (pix);
    for (int x = 1; x + 1 < pixGetWidth (pix); x++) {
        int before = GET_DATA_BYTE (line, x - 1), here = GET_DATA_BYTE (line, x), after = GET_DATA_BYTE (line, x + 1);
        if ((here < before && here <= after) || (here <= before && here < after)) {
            dark[here]++;
            n_dark++;
        }
        if ((here > before && here >= after) || (here >= before && here > after)) {
            light[here]++;
            n_light++;
        }
    }
    *black = n_dark > 0 ? tone_at (dark, n_dark, 0.25) : 0;
    *white = n_light > 0 ? tone_at (light, n_light, 0.75) : 255;
}

/* The image as the network takes it, with a rim of what is neither black nor white. */
static Plane
plane_of (PIX *pix)
{
    int black, white;
    extremes (pix, &black, &white);
    guint8 tones[256];
    float contrast = white > black ? (float) (white - black) / 2 : 1;
    for (int tone = 0; tone < 256; tone++)
        tones[tone] = (guint8) (CLAMP (lroundf (128 * ((float) (tone - black) / contrast - 1)), -127, 127) + 128);
    Plane plane = new_plane ((guint) pixGetWidth (pix) + 2, (guint) pixGetHeight (pix) + 2, 1);
    memset (plane.values, OUTSIDE, (gsize) plane.width * plane.height);
    for (guint y = 1; y + 1 < plane.height; y++) {
        const l_uint32 *line = pixGetData (pix) + (gsize) (y - 1) * pixGetWpl (pix);
        guint8 *to = at (&plane, 0, y);
        for (guint x = 1; x + 1 < plane.width; x++)
            to[x] = tones[GET_DATA_BYTE (line, x - 1)];
    }
    return plane;
}

/* The filter's sums around one place of @image. */
static void
filter_at (const EvxMatrix *filter, EvxAddProducts add, const Plane *image, guint x, guint y, gint32 *sums)
{
    guint8 in[12] = { 0 };
    for (guint dx = 0, k = 0; dx < 3; dx++)
        for (guint dy = 0; dy < 3; dy++)
            in[k++] = *at (image, x + dx, y + dy);
    memcpy (sums, filter->bias, filter->padded * sizeof *sums);
    add (filter, in, sums);
}

/* The largest value of nine places, of each of the filter's outputs: that of the largest sum. @image has a rim; what is
 * left over at its right and lower edge is not looked at. */
static Plane
pooled (const EvxMatrix *filter, EvxAddProducts add, const Plane *image)
{
    Plane pool = new_plane ((image->width - 2) / 3, (image->height - 2) / 3, filter->n_out);
    g_autofree gint32 *sums = g_new (gint32, filter->padded), *most = g_new (gint32, filter->padded);
    for (guint y = 0; y < pool.height; y++)
        for (guint x = 0; x < pool.width; x++) {
            filter_at (filter, add, image, 3 * x, 3 * y, most);
            for (guint k = 1; k < 9; k++) {
                filter_at (filter, add, image, 3 * x + k % 3, 3 * y + k / 3, sums);
                for (guint i = 0; i < filter->n_out; i++)
                    most[i] = MAX (most[i], sums[i]);
            }
            filter_outputs (filter, most, at (&pool, x, y));
        }
    return pool;
}

/* What a memory works with. */
typedef struct {
    gint32 *sums;
    float *state;
    guint8 *out;
} Scratch;

static void
clear_scratch (Scratch *scratch)
{
    g_free (scratch->sums);
    g_free (scratch->state);
    g_free (scratch->out);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scratch, clear_scratch)

static Scratch
new_scratch (const EvxMemory *memory)
{
    return (Scratch) { g_new (gint32, memory->input.padded), g_new (float, memory->n_out), g_new (guint8, memory->n_out) };
}

static void
forget_all (const EvxMemory *memory, Scratch *scratch)
{
    memset (scratch->state, 0, memory->n_out * sizeof (float));
    memset (scratch->out, 128, memory->n_out); /* 0 */
}

static void
step (const EvxMemory *memory, EvxAddProducts add, const guint8 *in, Scratch *scratch)
{
    memcpy (scratch->sums, memory->input.bias, memory->input.padded * sizeof (gint32));
    for (guint i = 0; i < memory->state.padded; i++)
        scratch->sums[i] += memory->state.bias[i];
    add (&memory->input, in, scratch->sums);
    add (&memory->state, scratch->out, scratch->sums);
    remember (memory, scratch->sums, scratch->state, scratch->out);
}

/* One value for each column of @plane: what is remembered at its lower end. */
static Plane
down_columns (const EvxMemory *memory, EvxAddProducts add, const Plane *plane)
{
    Plane row = new_plane (plane->width, 1, memory->n_out);
    g_auto (Scratch) scratch = new_scratch (memory);
    for (guint x = 0; x < plane->width; x++) {
        forget_all (memory, &scratch);
        for (guint y = 0; y < plane->height; y++)
            step (memory, add, at (plane, x, y), &scratch);
        memcpy (at (&row, x, 0), scratch.out, memory->n_out);
    }
    return row;
}

static Plane
along_row (const EvxMemory *memory, EvxAddProducts add, const Plane *plane, gboolean backward)
{
    Plane row = new_plane (plane->width, 1, memory->n_out);
    g_auto (Scratch) scratch = new_scratch (memory);
    forget_all (memory, &scratch);
    for (guint i = 0; i < plane->width; i++) {
        guint x = backward ? plane->width - 1 - i : i;
        step (memory, add, at (plane, x, 0), &scratch);
        memcpy (at (&row, x, 0), scratch.out, memory->n_out);
    }
    return row;
}

static void
give_likelihoods (const EvxMatrix *last, EvxAddProducts add, const Plane *row, EvxActivations *found)
{
    g_autofree gint32 *sums = g_new (gint32, last->padded);
    found->n_steps = row->width;
    found->n_codes = last->n_out;
    found->values = g_new (float, (gsize) row->width * last->n_out);
    for (guint x = 0; x < row->width; x++) {
        memcpy (sums, last->bias, last->padded * sizeof *sums);
        add (last, at (row, x, 0), sums);
        share_out (last, sums, found->values + (gsize) x * last->n_out);
    }
}

gboolean
evx_network_run (const EvxNetwork *network, PIX *strip, EvxActivations *found)
{
    float factor = (float) network->height / (float) pixGetHeight (strip);
    if (pixGetWidth (strip) > WIDEST * pixGetHeight (strip))
        return FALSE;
    g_autoptr (PIX) scaled = pixScale (strip, factor, factor);
    if (scaled == NULL || pixGetWidth (scaled) < 3 || pixGetHeight (scaled) < 3)
        return FALSE;
    EvxAddProducts add = evx_products (EVX_PROCESSOR_VNNI);
    g_auto (Plane) image = plane_of (scaled);
    g_auto (Plane) pool = pooled (&network->filter, add, &image);
    g_auto (Plane) row = down_columns (&network->column, add, &pool);
    g_auto (Plane) first = along_row (&network->along[0], add, &row, FALSE);
    g_auto (Plane) second = along_row (&network->along[1], add, &first, TRUE);
    g_auto (Plane) third = along_row (&network->along[2], add, &second, FALSE);
    give_likelihoods (&network->last, add, &third, found);
    found->step_px = 3 / factor;
    return TRUE;
}

void
evx_activations_clear (EvxActivations *found)
{
    g_free (found->values);
}
