/* What a page paints: follows the operators of its content, of the forms it draws and of the
 * appearances of its annotations, and notes rules, filled boxes, pictures and runs of glyphs with their
 * place as displayed. Nothing is drawn; shadings and patterns count as mid grey.
 *
 * Source: ISO 32000-1, 8.3 (coordinates), 8.4 (state), 8.5 (paths), 8.6 (colours), 8.9, 8.10 (pictures,
 * forms), 9.3, 9.4 (text), 12.5.5 (appearances). */
#include "painting.h"

#include "content.h"
#include "painting-colour.h"
#include "painting-cover.h"
#include "painting-font.h"
#include "painting-object.h"
#include "painting-path.h"
#include "painting-picture.h"

#include <math.h>
#include <string.h>

/* Caps for hostile content; a dense page has 30,000 operators. */
#define MAX_OPERATORS 3000000u
#define MAX_OPERANDS 20000u
#define MAX_DEPTH 16u
#define MAX_STATES 256u
#define MAX_SHOWN 200000u
#define MAX_ANNOTATIONS 5000

/* Fainter than this it hides nothing and is hardly seen. */
#define MIN_ALPHA 0.05

struct _EvxPainter {
    GBytes *bytes;
    qpdf_data qpdf;
    guint n_pages;
    GHashTable *fonts; /* object number -> EvxFont */
};

typedef struct {
    EvxColourSpace space;
    double gray, alpha;
} Ink;

typedef struct {
    EvxMatrix ctm;
    EvxBox clip;
    double line_width;
    Ink fill, stroke;
    gboolean multiply; /* blends so that what is under it shows */
    EvxFont *font;
    double size, char_space, word_space, stretch, leading, rise;
    int render;
} State;

/* What a run of operators refers to by name. */
typedef struct {
    qpdf_oh resources;
    GHashTable *fonts; /* name -> EvxFont, lent by the painter or by `own` */
} Scope;

typedef struct {
    EvxPainter *painter;
    EvxPainted *painted;
    State now;
    GArray *states;      /* State */
    GArray *operands;    /* EvxToken */
    EvxPath path;
    gboolean clip_pending; /* W was seen: the next painting operator clips */
    EvxMatrix text, line;
    GByteArray *string;
    GPtrArray *own;      /* fonts without an object number */
    GHashTable *unmapped; /* set of fonts met */
    guint operators, glyphs, depth;
    int drawing[MAX_DEPTH]; /* numbers of the forms around the operator in hand */
} Run;

/* ---- qpdf ------------------------------------------------------------------------------------------- */

/* qpdf complains on stderr about an error that nobody fetched. */
static void
forget_errors (qpdf_data qpdf)
{
    while (qpdf_more_warnings (qpdf))
        qpdf_next_warning (qpdf);
    if (qpdf_has_error (qpdf))
        qpdf_get_error (qpdf);
}

EvxPainter *
evx_painter_new (GBytes *bytes, const char *password)
{
    gsize size = 0;
    const char *data = g_bytes_get_data (bytes, &size);
    g_autoptr (EvxPainter) self = g_new0 (EvxPainter, 1);
    self->bytes = g_bytes_ref (bytes);
    self->fonts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) evx_font_free);
    self->qpdf = qpdf_init ();
    qpdf_silence_errors (self->qpdf);
    qpdf_set_suppress_warnings (self->qpdf, QPDF_TRUE);
    int n = -1;
    if (!(qpdf_read_memory (self->qpdf, "input", data, size, password) & QPDF_ERRORS))
        n = qpdf_get_num_pages (self->qpdf);
    forget_errors (self->qpdf);
    if (n <= 0)
        return NULL;
    self->n_pages = (guint) n;
    return g_steal_pointer (&self);
}

void
evx_painter_free (EvxPainter *self)
{
    if (self == NULL)
        return;
    forget_errors (self->qpdf);
    qpdf_cleanup (&self->qpdf);
    g_hash_table_unref (self->fonts);
    g_bytes_unref (self->bytes);
    g_free (self);
}

guint
evx_painter_n_pages (const EvxPainter *self)
{
    return self->n_pages;
}

static int
rotation_of (qpdf_data qpdf, qpdf_oh page)
{
    int rotate = (int) CLAMP (evx_object_number (qpdf, evx_object_inherited (qpdf, page, "/Rotate"), 0), -36000, 36000);
    rotate = ((rotate % 360) + 360) % 360;
    return rotate % 90 == 0 ? rotate : 0;
}

int
evx_painter_rotation (EvxPainter *self, guint index)
{
    int rotate = rotation_of (self->qpdf, qpdf_get_page_n (self->qpdf, index));
    qpdf_oh_release_all (self->qpdf);
    forget_errors (self->qpdf);
    return rotate;
}

gboolean
evx_painter_is_whole (EvxPainter *self, const EvxDrawn *drawn)
{
    if (drawn->object == 0)
        return TRUE;
    qpdf_oh stream = qpdf_get_object_by_id (self->qpdf, drawn->object, drawn->generation);
    gboolean whole = !qpdf_oh_is_stream (self->qpdf, stream) || evx_picture_is_whole (self->qpdf, stream);
    qpdf_oh_release_all (self->qpdf);
    forget_errors (self->qpdf);
    return whole;
}

/* ---- operands --------------------------------------------------------------------------------------- */

/* The last @n operands as numbers; what is missing or no number is 0. */
static void
operands (const Run *run, double *to, guint n)
{
    for (guint i = 0; i < n; i++) {
        guint at = run->operands->len - n + i;
        const EvxToken *token = at < run->operands->len
                                    ? &g_array_index (run->operands, EvxToken, at) : NULL;
        to[i] = token != NULL && token->kind == EVX_TOKEN_NUMBER ? token->number : 0;
    }
}

static double
operand (const Run *run)
{
    double value;
    operands (run, &value, 1);
    return value;
}

static guint
n_numbers (const Run *run)
{
    guint n = 0;
    for (guint i = 0; i < run->operands->len; i++)
        n += g_array_index (run->operands, EvxToken, i).kind == EVX_TOKEN_NUMBER;
    return n;
}

/* (transfer full) (nullable): the first operand that is a name, with its slash. */
static char *
name_operand (const Run *run)
{
    for (guint i = 0; i < run->operands->len; i++) {
        const EvxToken *token = &g_array_index (run->operands, EvxToken, i);
        if (token->kind == EVX_TOKEN_NAME)
            return evx_token_name (token);
    }
    return NULL;
}

/* The object of that name in a category of the resources; null if there is none. */
static qpdf_oh
resource (const Run *run, const Scope *scope, const char *category, const char *name)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh dict = qpdf_oh_get_key_if_dict (qpdf, scope->resources, category);
    return qpdf_oh_get_key_if_dict (qpdf, dict, name);
}

/* ---- graphics state ----------------------------------------------------------------------------------- */

static void
save_state (Run *run)
{
    if (run->states->len < MAX_STATES)
        g_array_append_val (run->states, run->now);
}

/* @floor: how many states the content around this one saved; a form cannot take them. */
static void
restore_state (Run *run, guint floor)
{
    if (run->states->len <= floor)
        return;
    run->now = g_array_index (run->states, State, run->states->len - 1);
    g_array_set_size (run->states, run->states->len - 1);
}

static void
concat (Run *run)
{
    EvxMatrix m;
    operands (run, m.m, 6);
    run->now.ctm = evx_matrix_times (&m, &run->now.ctm);
}

static double
scale_of (const EvxMatrix *m)
{
    return sqrt (fabs (m->m[0] * m->m[3] - m->m[1] * m->m[2]));
}

static void
set_graphics_state (Run *run, const Scope *scope)
{
    qpdf_data qpdf = run->painter->qpdf;
    g_autofree char *name = name_operand (run);
    if (name == NULL)
        return;
    qpdf_oh state = resource (run, scope, "/ExtGState", name);
    run->now.fill.alpha = evx_object_number_key (qpdf, state, "/ca", run->now.fill.alpha);
    run->now.stroke.alpha = evx_object_number_key (qpdf, state, "/CA", run->now.stroke.alpha);
    run->now.line_width = evx_object_number_key (qpdf, state, "/LW", run->now.line_width);
    qpdf_oh blend = qpdf_oh_get_key_if_dict (qpdf, state, "/BM");
    if (qpdf_oh_is_name (qpdf, blend))
        run->now.multiply = qpdf_oh_is_name_and_equals (qpdf, blend, "/Multiply") ||
                            qpdf_oh_is_name_and_equals (qpdf, blend, "/Darken");
}

/* ---- colour --------------------------------------------------------------------------------------------- */

static void
set_ink (Run *run, Ink *ink, EvxColourSpace space)
{
    double v[4] = { 0 };
    operands (run, v, MIN (space.components, 4));
    ink->space = space;
    ink->gray = evx_colour_luminance (&space, v);
}

/* sc, scn: as many numbers as the colour space has components; a name is a pattern. */
static void
set_ink_in_space (Run *run, Ink *ink)
{
    guint n = n_numbers (run);
    g_autofree char *pattern = name_operand (run);
    EvxColourSpace space = ink->space;
    if (pattern != NULL)
        ink->gray = 0.5;
    else if (n == space.components || (n == 1 && space.tint))
        set_ink (run, ink, space);
    else if (n == 1 || n == 3 || n == 4)
        set_ink (run, ink, n == 1 ? evx_device_gray : n == 3 ? evx_device_rgb : evx_device_cmyk);
}

/* cs, CS: a new space begins with its first colour, black in all but patterns. */
static void
set_space (Run *run, const Scope *scope, Ink *ink)
{
    qpdf_data qpdf = run->painter->qpdf;
    g_autofree char *name = name_operand (run);
    if (name == NULL)
        return;
    if (strcmp (name, "/DeviceGray") == 0)
        ink->space = evx_device_gray;
    else if (strcmp (name, "/DeviceRGB") == 0)
        ink->space = evx_device_rgb;
    else if (strcmp (name, "/DeviceCMYK") == 0)
        ink->space = evx_device_cmyk;
    else if (strcmp (name, "/Pattern") == 0)
        ink->space = (EvxColourSpace) { .components = 0 };
    else {
        qpdf_oh space = resource (run, scope, "/ColorSpace", name);
        ink->space = qpdf_oh_is_array (qpdf, space) ? evx_colour_space (qpdf, space) : evx_device_gray;
    }
    ink->gray = ink->space.components == 0 ? 0.5 : 0;
}

/* ---- paths ---------------------------------------------------------------------------------------------- */

static void
fill_path (Run *run, gboolean even_odd)
{
    const Ink *ink = &run->now.fill;
    double gray = 1 - (1 - ink->gray) * CLAMP (ink->alpha, 0, 1);
    if (ink->alpha < MIN_ALPHA || (run->now.multiply && gray > 0.5))
        return; /* a highlighter: what is under it shows */
    EvxFill fill = { .gray = (float) gray, .words_before = run->glyphs };
    evx_path_fill (&run->path, even_odd, run->now.clip, &fill, run->painted->painting);
}

static void
stroke_path (Run *run)
{
    double gray = 1 - (1 - run->now.stroke.gray) * CLAMP (run->now.stroke.alpha, 0, 1);
    if (gray < 0.97) /* a white rule does not show on paper */
        evx_path_stroke (&run->path, run->now.line_width * scale_of (&run->now.ctm), run->now.clip,
                         run->painted->painting);
}

static void
end_path (Run *run)
{
    if (run->clip_pending)
        run->now.clip = evx_box_intersection (run->now.clip, evx_path_bounds (&run->path));
    run->clip_pending = FALSE;
    evx_path_reset (&run->path);
}

static void
paint_path (Run *run, gboolean close, gboolean fill, gboolean even_odd, gboolean stroke)
{
    if (close)
        evx_path_close (&run->path);
    if (fill)
        fill_path (run, even_odd);
    if (stroke)
        stroke_path (run);
    run->painted->marks += fill || stroke;
    end_path (run);
}

static gboolean
path_operator (Run *run, const char *op, gsize length)
{
    double v[6];
    const EvxMatrix *ctm = &run->now.ctm;
    if (length == 2 && op[0] == 'r' && op[1] == 'e') {
        operands (run, v, 4);
        evx_path_rectangle (&run->path, ctm, v[0], v[1], v[2], v[3]);
        return TRUE;
    }
    if (length != 1)
        return FALSE;
    switch (op[0]) {
    case 'm':
        operands (run, v, 2);
        evx_path_move (&run->path, ctm, v[0], v[1]);
        return TRUE;
    case 'l':
        operands (run, v, 2);
        evx_path_line (&run->path, ctm, v[0], v[1]);
        return TRUE;
    case 'c':
        operands (run, v, 6);
        evx_path_curve (&run->path, ctm, v, 3);
        return TRUE;
    case 'v':
    case 'y':
        operands (run, v, 4);
        evx_path_curve (&run->path, ctm, v, 2);
        return TRUE;
    case 'h':
        evx_path_close (&run->path);
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean
paint_operator (Run *run, const char *op, gsize length)
{
    static const struct {
        const char *name;
        guint8 close, fill, even_odd, stroke;
    } kinds[] = {
        { "S", 0, 0, 0, 1 },  { "s", 1, 0, 0, 1 },  { "f", 0, 1, 0, 0 },  { "F", 0, 1, 0, 0 },
        { "f*", 0, 1, 1, 0 }, { "B", 0, 1, 0, 1 },  { "B*", 0, 1, 1, 1 }, { "b", 1, 1, 0, 1 },
        { "b*", 1, 1, 1, 1 }, { "n", 0, 0, 0, 0 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        if (strlen (kinds[i].name) != length || memcmp (kinds[i].name, op, length) != 0)
            continue;
        paint_path (run, kinds[i].close, kinds[i].fill, kinds[i].even_odd, kinds[i].stroke);
        return TRUE;
    }
    return FALSE;
}

/* ---- text ----------------------------------------------------------------------------------------------- */

static EvxFont *
load_font (Run *run, qpdf_oh object)
{
    qpdf_data qpdf = run->painter->qpdf;
    if (!qpdf_oh_is_indirect (qpdf, object)) {
        EvxFont *font = evx_font_new (qpdf, object);
        g_ptr_array_add (run->own, font);
        return font;
    }
    gint64 key = (gint64) qpdf_oh_get_object_id (qpdf, object) << 20 |
                 (qpdf_oh_get_generation (qpdf, object) & 0xfffff);
    EvxFont *font = g_hash_table_lookup (run->painter->fonts, &key);
    if (font == NULL) {
        font = evx_font_new (qpdf, object);
        g_hash_table_insert (run->painter->fonts, g_memdup2 (&key, sizeof key), font);
    }
    return font;
}

static void
set_font (Run *run, Scope *scope)
{
    g_autofree char *name = name_operand (run);
    run->now.size = operand (run);
    if (name == NULL)
        return;
    EvxFont *font = g_hash_table_lookup (scope->fonts, name);
    if (font == NULL) {
        qpdf_oh object = resource (run, scope, "/Font", name);
        if (!qpdf_oh_is_dictionary (run->painter->qpdf, object)) {
            run->now.font = NULL;
            return;
        }
        font = load_font (run, object);
        g_hash_table_insert (scope->fonts, g_steal_pointer (&name), font);
    }
    run->now.font = font;
}

static void
advance (Run *run, double by)
{
    EvxMatrix shift = { { 1, 0, 0, 1, by, 0 } };
    run->text = evx_matrix_times (&shift, &run->text);
}

/* Width of the string in text space and the number of its glyphs (9.4.4). */
static double
measure (Run *run, const GByteArray *string, guint *n_glyphs)
{
    const State *now = &run->now;
    gboolean wide = evx_font_is_wide (now->font);
    guint step = wide ? 2 : 1;
    double width = 0;
    *n_glyphs = 0;
    for (guint i = 0; i + step <= string->len; i += step) {
        guint code = wide ? (guint) string->data[i] << 8 | string->data[i + 1] : string->data[i];
        width += evx_font_width (now->font, code) * now->size + now->char_space;
        if (!wide && code == ' ')
            width += now->word_space;
        ++*n_glyphs;
    }
    return width * now->stretch;
}

/* Render mode 3 shows nothing, 7 only clips (9.3.6); neither does ink without alpha. */
static gboolean
is_hidden (const State *now)
{
    return now->render == 3 || now->render == 7 || now->fill.alpha < MIN_ALPHA;
}

static void
count_glyphs (Run *run, guint n, gboolean hidden)
{
    EvxPainting *painting = run->painted->painting;
    run->glyphs += n;
    if (hidden)
        painting->hidden_glyphs += n;
    else
        painting->visible_glyphs += n;
    if (!evx_font_is_mapped (run->now.font)) {
        painting->unmapped_glyphs += n;
        painting->unmapped_fonts += g_hash_table_add (run->unmapped, run->now.font);
    }
}

static void
show (Run *run, const EvxToken *token)
{
    const State *now = &run->now;
    if (now->font == NULL)
        return;
    g_byte_array_set_size (run->string, 0);
    evx_token_bytes (token, run->string);
    guint n = 0;
    double width = measure (run, run->string, &n);
    EvxMatrix place = evx_matrix_times (&run->text, &now->ctm);
    EvxBox em = { MIN (0, width), now->rise - 0.2 * now->size, MAX (0, width), now->rise + 0.8 * now->size };
    EvxShown shown = { .box = evx_matrix_box (&place, em), .glyphs = n, .before = run->glyphs,
                       .hidden = is_hidden (now) };
    if (n > 0 && run->painted->shown->len < MAX_SHOWN)
        g_array_append_val (run->painted->shown, shown);
    count_glyphs (run, n, shown.hidden);
    run->painted->marks += n > 0 && !shown.hidden;
    advance (run, width);
}

/* TJ: strings, and numbers that move by thousandths of an em. */
static void
show_operands (Run *run)
{
    for (guint i = 0; i < run->operands->len; i++) {
        const EvxToken *token = &g_array_index (run->operands, EvxToken, i);
        if (token->kind == EVX_TOKEN_STRING || token->kind == EVX_TOKEN_HEX)
            show (run, token);
        else if (token->kind == EVX_TOKEN_NUMBER)
            advance (run, -token->number / 1000 * run->now.size * run->now.stretch);
    }
}

static void
move_line (Run *run, double x, double y)
{
    EvxMatrix shift = { { 1, 0, 0, 1, x, y } };
    run->line = evx_matrix_times (&shift, &run->line);
    run->text = run->line;
}

static void
move_and_show (Run *run, gboolean spaced)
{
    if (spaced) {
        double v[3];
        operands (run, v, 3);
        run->now.word_space = v[0];
        run->now.char_space = v[1];
    }
    move_line (run, 0, -run->now.leading);
    for (guint i = 0; i < run->operands->len; i++) {
        const EvxToken *token = &g_array_index (run->operands, EvxToken, i);
        if (token->kind == EVX_TOKEN_STRING || token->kind == EVX_TOKEN_HEX)
            show (run, token);
    }
}

static void
text_state_operator (Run *run, Scope *scope, char op)
{
    double v[2];
    switch (op) {
    case 'f':
        set_font (run, scope);
        break;
    case 'c':
        run->now.char_space = operand (run);
        break;
    case 'w':
        run->now.word_space = operand (run);
        break;
    case 'z':
        run->now.stretch = operand (run) / 100;
        break;
    case 'L':
        run->now.leading = operand (run);
        break;
    case 's':
        run->now.rise = operand (run);
        break;
    case 'r':
        run->now.render = (int) CLAMP (operand (run), 0, 7);
        break;
    case 'm':
        operands (run, run->line.m, 6);
        run->text = run->line;
        break;
    case 'd':
    case 'D':
        operands (run, v, 2);
        if (op == 'D')
            run->now.leading = -v[1];
        move_line (run, v[0], v[1]);
        break;
    case '*':
        move_line (run, 0, -run->now.leading);
        break;
    case 'j':
    case 'J':
        show_operands (run);
        break;
    default:
        break;
    }
}

/* ---- pictures and forms ------------------------------------------------------------------------------------ */

static const EvxBox unit_square = { 0, 0, 1, 1 };

/* qpdf numbers its handles from 1. */
#define NO_STREAM 0u

static void
draw_picture (Run *run, double width_px, double height_px, qpdf_oh stream, gboolean see_through)
{
    EvxDrawn drawn = {
        .object = stream != NO_STREAM ? qpdf_oh_get_object_id (run->painter->qpdf, stream) : 0,
        .generation = stream != NO_STREAM ? qpdf_oh_get_generation (run->painter->qpdf, stream) : 0,
        .matrix = run->now.ctm,
        .box = evx_matrix_box (&run->now.ctm, unit_square),
        .width_px = (guint32) CLAMP (width_px, 0, 1e6),
        .height_px = (guint32) CLAMP (height_px, 0, 1e6),
        .before = run->glyphs,
        .see_through = see_through || run->now.fill.alpha < 0.9 || run->now.multiply,
    };
    drawn.shows = evx_box_intersection (drawn.box, run->now.clip);
    run->painted->marks++;
    if (run->painted->drawn->len < EVX_MAX_DRAWN) /* also where nothing shows: poppler counts them too */
        g_array_append_val (run->painted->drawn, drawn);
}

static void interpret (Run *run, const char *data, gsize size, qpdf_oh resources);

static void
run_stream (Run *run, qpdf_oh stream, qpdf_oh resources)
{
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_ERROR_CODE code = qpdf_oh_get_stream_data (run->painter->qpdf, stream, qpdf_dl_specialized,
                                                    NULL, &data, &size);
    if (!(code & QPDF_ERRORS) && data != NULL)
        interpret (run, (const char *) data, size, resources);
    free (data);
}

/* A form that draws itself shows nothing more; three times at each depth it would never end. */
static gboolean
may_draw (const Run *run, int number)
{
    for (guint i = 0; i < run->depth; i++)
        if (number != 0 && run->drawing[i] == number)
            return FALSE;
    return run->depth < MAX_DEPTH;
}

/* 8.10.1: save, concatenate Matrix, clip to BBox, paint, restore. */
static void
draw_form (Run *run, qpdf_oh form, qpdf_oh outer_resources)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh dict = qpdf_oh_get_dict (qpdf, form);
    qpdf_oh resources = qpdf_oh_get_key (qpdf, dict, "/Resources");
    EvxMatrix matrix;
    EvxBox box;
    int number = qpdf_oh_get_object_id (qpdf, form);
    if (!may_draw (run, number))
        return;
    State saved = run->now;
    EvxMatrix text = run->text, line = run->line;
    if (evx_object_numbers (qpdf, qpdf_oh_get_key (qpdf, dict, "/Matrix"), matrix.m, 6))
        run->now.ctm = evx_matrix_times (&matrix, &run->now.ctm);
    if (evx_object_box (qpdf, qpdf_oh_get_key (qpdf, dict, "/BBox"), &box))
        run->now.clip = evx_box_intersection (run->now.clip, evx_matrix_box (&run->now.ctm, box));
    run->drawing[run->depth++] = number;
    run_stream (run, form, qpdf_oh_is_dictionary (qpdf, resources) ? resources : outer_resources);
    run->depth--;
    run->now = saved;
    run->text = text;
    run->line = line;
}

static void
draw_object (Run *run, const Scope *scope)
{
    qpdf_data qpdf = run->painter->qpdf;
    g_autofree char *name = name_operand (run);
    if (name == NULL)
        return;
    qpdf_oh object = resource (run, scope, "/XObject", name);
    if (!qpdf_oh_is_stream (qpdf, object))
        return;
    qpdf_oh dict = qpdf_oh_get_dict (qpdf, object);
    if (evx_object_is_name (qpdf, dict, "/Subtype", "/Form"))
        draw_form (run, object, scope->resources);
    else if (evx_object_is_name (qpdf, dict, "/Subtype", "/Image"))
        draw_picture (run, evx_object_number_key (qpdf, dict, "/Width", 0), evx_object_number_key (qpdf, dict, "/Height", 0),
                      object, qpdf_oh_has_key (qpdf, dict, "/SMask") || qpdf_oh_has_key (qpdf, dict, "/Mask") ||
                          qpdf_oh_has_key (qpdf, dict, "/ImageMask"));
}

/* BI, keys and values, ID: the operands hold the dictionary when ID comes. */
static void
draw_inline_picture (Run *run, EvxContent *content)
{
    double width = 0, height = 0;
    gboolean mask = FALSE;
    for (guint i = 0; i + 1 < run->operands->len; i++) {
        const EvxToken *key = &g_array_index (run->operands, EvxToken, i), *value = key + 1;
        if (key->kind != EVX_TOKEN_NAME)
            continue;
        if (evx_token_is (key, "W") || evx_token_is (key, "Width"))
            width = value->number;
        else if (evx_token_is (key, "H") || evx_token_is (key, "Height"))
            height = value->number;
        else if (evx_token_is (key, "IM") || evx_token_is (key, "ImageMask"))
            mask = TRUE;
    }
    draw_picture (run, width, height, NO_STREAM, mask);
    evx_content_skip_image (content);
}

/* ---- operators --------------------------------------------------------------------------------------------- */

static gboolean
colour_operator (Run *run, const Scope *scope, const EvxToken *op)
{
    if (evx_token_is (op, "g"))
        set_ink (run, &run->now.fill, evx_device_gray);
    else if (evx_token_is (op, "G"))
        set_ink (run, &run->now.stroke, evx_device_gray);
    else if (evx_token_is (op, "rg"))
        set_ink (run, &run->now.fill, evx_device_rgb);
    else if (evx_token_is (op, "RG"))
        set_ink (run, &run->now.stroke, evx_device_rgb);
    else if (evx_token_is (op, "k"))
        set_ink (run, &run->now.fill, evx_device_cmyk);
    else if (evx_token_is (op, "K"))
        set_ink (run, &run->now.stroke, evx_device_cmyk);
    else if (evx_token_is (op, "sc") || evx_token_is (op, "scn"))
        set_ink_in_space (run, &run->now.fill);
    else if (evx_token_is (op, "SC") || evx_token_is (op, "SCN"))
        set_ink_in_space (run, &run->now.stroke);
    else if (evx_token_is (op, "cs"))
        set_space (run, scope, &run->now.fill);
    else if (evx_token_is (op, "CS"))
        set_space (run, scope, &run->now.stroke);
    else
        return FALSE;
    return TRUE;
}

static void
other_operator (Run *run, Scope *scope, const EvxToken *op, EvxContent *content, guint floor)
{
    if (evx_token_is (op, "q"))
        save_state (run);
    else if (evx_token_is (op, "Q"))
        restore_state (run, floor);
    else if (evx_token_is (op, "cm"))
        concat (run);
    else if (evx_token_is (op, "w"))
        run->now.line_width = fabs (operand (run));
    else if (evx_token_is (op, "gs"))
        set_graphics_state (run, scope);
    else if (evx_token_is (op, "W") || evx_token_is (op, "W*"))
        run->clip_pending = TRUE;
    else if (evx_token_is (op, "Do"))
        draw_object (run, scope);
    else if (evx_token_is (op, "ID"))
        draw_inline_picture (run, content);
    else if (evx_token_is (op, "'"))
        move_and_show (run, FALSE);
    else if (evx_token_is (op, "\""))
        move_and_show (run, TRUE);
    else if (evx_token_is (op, "sh"))
        run->painted->marks++;
    else
        colour_operator (run, scope, op);
}

static void
execute (Run *run, Scope *scope, const EvxToken *op, EvxContent *content, guint floor)
{
    if (op->length == 2 && op->text[0] == 'T')
        text_state_operator (run, scope, op->text[1]);
    else if (evx_token_is (op, "BT"))
        run->text = run->line = (EvxMatrix) { { 1, 0, 0, 1, 0, 0 } };
    else if (!path_operator (run, op->text, op->length) && !paint_operator (run, op->text, op->length))
        other_operator (run, scope, op, content, floor);
}

static void
interpret (Run *run, const char *data, gsize size, qpdf_oh resources)
{
    g_autoptr (GHashTable) fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Scope scope = { .resources = resources, .fonts = fonts };
    EvxContent content = { data, data + size };
    EvxToken token = { 0 };
    guint floor = run->states->len;
    g_array_set_size (run->operands, 0);
    while (run->operators < MAX_OPERATORS && evx_content_next (&content, &token)) {
        if (token.kind != EVX_TOKEN_OPERATOR || evx_token_is (&token, "true") ||
            evx_token_is (&token, "false") || evx_token_is (&token, "null")) {
            if (run->operands->len < MAX_OPERANDS)
                g_array_append_val (run->operands, token);
            continue;
        }
        run->operators++;
        if (!evx_token_is (&token, "BI"))
            execute (run, &scope, &token, &content, floor);
        g_array_set_size (run->operands, 0);
    }
    while (run->states->len > floor)
        restore_state (run, floor);
    evx_path_reset (&run->path);
}

/* ---- annotations ---------------------------------------------------------------------------------------------- */

static void
add_redaction (Run *run, EvxBox rect)
{
    EvxFill fill = { .words_before = run->glyphs, .annotation = TRUE };
    fill.box = evx_box_intersection (evx_matrix_box (&run->now.ctm, rect), run->now.clip);
    if (!evx_box_is_empty (fill.box))
        g_array_append_val (run->painted->painting->fills, fill);
}

/* A redaction over several lines gives a quadrilateral for each. */
static void
add_redactions (Run *run, qpdf_oh annotation, EvxBox rect)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh quads = qpdf_oh_get_key (qpdf, annotation, "/QuadPoints");
    int n = qpdf_oh_is_array (qpdf, quads) ? MIN (qpdf_oh_get_array_n_items (qpdf, quads) / 8, 1000) : 0;
    for (int i = 0; i < n; i++) {
        EvxBox box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
        for (int j = 0; j < 8; j += 2) {
            double x = evx_object_number (qpdf, qpdf_oh_get_array_item (qpdf, quads, 8 * i + j), 0);
            double y = evx_object_number (qpdf, qpdf_oh_get_array_item (qpdf, quads, 8 * i + j + 1), 0);
            box = (EvxBox) { MIN (box.x0, x), MIN (box.y0, y), MAX (box.x1, x), MAX (box.y1, y) };
        }
        add_redaction (run, box);
    }
    if (n == 0)
        add_redaction (run, rect);
}

/* The appearance in use: N, or the entry of N that AS names. */
static qpdf_oh
appearance_of (qpdf_data qpdf, qpdf_oh annotation)
{
    qpdf_oh normal = qpdf_oh_get_key_if_dict (qpdf, qpdf_oh_get_key (qpdf, annotation, "/AP"), "/N");
    qpdf_oh state = qpdf_oh_get_key (qpdf, annotation, "/AS");
    if (qpdf_oh_is_dictionary (qpdf, normal) && qpdf_oh_is_name (qpdf, state)) {
        g_autofree char *name = g_strdup (qpdf_oh_get_name (qpdf, state));
        return qpdf_oh_get_key (qpdf, normal, name);
    }
    return normal;
}

/* 12.5.5: the appearance's box, after its matrix, is fitted to the annotation's rectangle. */
static void
draw_appearance (Run *run, qpdf_oh form, EvxBox rect)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh dict = qpdf_oh_get_dict (qpdf, form);
    EvxMatrix matrix = { { 1, 0, 0, 1, 0, 0 } };
    EvxBox box;
    if (!evx_object_box (qpdf, qpdf_oh_get_key (qpdf, dict, "/BBox"), &box))
        return;
    evx_object_numbers (qpdf, qpdf_oh_get_key (qpdf, dict, "/Matrix"), matrix.m, 6);
    box = evx_matrix_box (&matrix, box);
    if (evx_box_is_empty (box) || evx_box_is_empty (rect))
        return;
    double sx = evx_box_width (rect) / evx_box_width (box);
    double sy = evx_box_height (rect) / evx_box_height (box);
    EvxMatrix fit = { { sx, 0, 0, sy, rect.x0 - box.x0 * sx, rect.y0 - box.y0 * sy } };
    State saved = run->now;
    run->now.ctm = evx_matrix_times (&fit, &run->now.ctm);
    draw_form (run, form, qpdf_oh_new_null (qpdf));
    run->now = saved;
}

static void
draw_annotation (Run *run, qpdf_oh annotation)
{
    qpdf_data qpdf = run->painter->qpdf;
    EvxBox rect;
    if (!qpdf_oh_is_dictionary (qpdf, annotation) ||
        !evx_object_box (qpdf, qpdf_oh_get_key (qpdf, annotation, "/Rect"), &rect))
        return;
    if (evx_object_is_name (qpdf, annotation, "/Subtype", "/Redact")) {
        add_redactions (run, annotation, rect);
        return;
    }
    int flags = (int) evx_object_number_key (qpdf, annotation, "/F", 0);
    if ((flags & (2 | 32)) != 0 || evx_object_is_name (qpdf, annotation, "/Subtype", "/Popup") ||
        evx_object_is_name (qpdf, annotation, "/Subtype", "/Link"))
        return; /* hidden, not viewed, or nothing to see */
    qpdf_oh form = appearance_of (qpdf, annotation);
    if (qpdf_oh_is_stream (qpdf, form))
        draw_appearance (run, form, rect);
}

static void
draw_annotations (Run *run, qpdf_oh page)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh annotations = qpdf_oh_get_key (qpdf, page, "/Annots");
    int n = qpdf_oh_is_array (qpdf, annotations) ? qpdf_oh_get_array_n_items (qpdf, annotations) : 0;
    for (int i = 0; i < MIN (n, MAX_ANNOTATIONS); i++)
        draw_annotation (run, qpdf_oh_get_array_item (qpdf, annotations, i));
}

/* ---- the page ------------------------------------------------------------------------------------------------ */

static EvxPainted *
painted_new (void)
{
    EvxPainted *painted = g_new0 (EvxPainted, 1);
    painted->painting = g_new0 (EvxPainting, 1);
    painted->painting->rules = g_array_new (FALSE, FALSE, sizeof (EvxRule));
    painted->painting->fills = g_array_new (FALSE, FALSE, sizeof (EvxFill));
    painted->shown = g_array_new (FALSE, FALSE, sizeof (EvxShown));
    painted->drawn = g_array_new (FALSE, FALSE, sizeof (EvxDrawn));
    return painted;
}

void
evx_painted_free (EvxPainted *painted)
{
    if (painted == NULL)
        return;
    evx_painting_free (painted->painting);
    g_clear_pointer (&painted->bands, evx_bands_free);
    g_array_unref (painted->shown);
    g_array_unref (painted->drawn);
    g_free (painted);
}

void
evx_painting_free (EvxPainting *painting)
{
    if (painting == NULL)
        return;
    g_array_unref (painting->rules);
    g_array_unref (painting->fills);
    g_free (painting);
}

/* From default user space to the page as displayed: y down, the crop box's corner at the origin, turned. */
static EvxMatrix
page_matrix (EvxBox crop, int rotation)
{
    switch (rotation) {
    case 90:
        return (EvxMatrix) { { 0, 1, 1, 0, -crop.y0, -crop.x0 } };
    case 180:
        return (EvxMatrix) { { -1, 0, 0, 1, crop.x1, -crop.y0 } };
    case 270:
        return (EvxMatrix) { { 0, -1, -1, 0, crop.y1, crop.x1 } };
    default:
        return (EvxMatrix) { { 1, 0, 0, -1, -crop.x0, crop.y1 } };
    }
}

static void
run_init (Run *run, EvxPainter *painter, EvxPainted *painted, EvxBox crop, int rotation)
{
    const Ink black = { .space = evx_device_gray, .gray = 0, .alpha = 1 };
    run->painter = painter;
    run->painted = painted;
    run->now = (State) { .ctm = page_matrix (crop, rotation), .line_width = 1, .fill = black,
                         .stroke = black, .stretch = 1 };
    run->now.clip = evx_matrix_box (&run->now.ctm, crop);
    run->states = g_array_new (FALSE, FALSE, sizeof (State));
    run->operands = g_array_new (FALSE, FALSE, sizeof (EvxToken));
    run->string = g_byte_array_new ();
    run->own = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_font_free);
    run->unmapped = g_hash_table_new (NULL, NULL);
    evx_path_init (&run->path);
}

static void
run_clear (Run *run)
{
    g_array_unref (run->states);
    g_array_unref (run->operands);
    g_byte_array_unref (run->string);
    g_ptr_array_unref (run->own);
    g_hash_table_unref (run->unmapped);
    evx_path_clear (&run->path);
}

static void
paint_page (Run *run, qpdf_oh page)
{
    qpdf_data qpdf = run->painter->qpdf;
    State initial = run->now;
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_ERROR_CODE code = qpdf_oh_get_page_content_data (qpdf, page, &data, &size);
    if (!(code & QPDF_ERRORS) && data != NULL)
        interpret (run, (const char *) data, size, evx_object_inherited (qpdf, page, "/Resources"));
    free (data);
    run->now = initial;
    draw_annotations (run, page);
}

EvxPainted *
evx_painter_paint (EvxPainter *self, guint index, EvxBox crop)
{
    EvxPainted *painted = painted_new ();
    qpdf_oh page = qpdf_get_page_n (self->qpdf, index);
    Run run = { 0 };
    run_init (&run, self, painted, crop, rotation_of (self->qpdf, page));
    double height = evx_box_height (run.now.clip);
    paint_page (&run, page);
    run_clear (&run);
    qpdf_oh_release_all (self->qpdf);
    forget_errors (self->qpdf);
    if (painted->drawn->len > 0 || painted->painting->fills->len > 0 ||
        painted->painting->hidden_glyphs > 0) {
        evx_cover_settle (painted, height);
    }
    return painted;
}
