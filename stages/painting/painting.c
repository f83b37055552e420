/* What a page paints: follows the operators of its content, of the forms it draws and of the
 * appearances of its annotations, and notes rules, filled boxes, pictures and runs of glyphs with their
 * place as displayed. Nothing is drawn; shadings and patterns count as mid grey.
 *
 * Source: ISO 32000-1, 8.3 (coordinates), 8.4 (state), 8.5 (paths), 8.9, 8.10 (pictures, forms). */
#include "painting-internal.h"

#include "painting-cover.h"
#include "painting-picture.h"

#include <math.h>
#include <string.h>

/* Caps for hostile content; a dense page has 30,000 operators. */
#define MAX_OPERATORS 3000000u
#define MAX_OPERANDS 20000u
#define MAX_STATES 256u

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

void
evx_paint_operands (const EvxPaint *run, double *to, guint n)
{
    for (guint i = 0; i < n; i++) {
        guint at = run->operands->len - n + i;
        const EvxToken *token = at < run->operands->len
                                    ? &g_array_index (run->operands, EvxToken, at) : NULL;
        to[i] = token != NULL && token->kind == EVX_TOKEN_NUMBER ? token->number : 0;
    }
}

double
evx_paint_operand (const EvxPaint *run)
{
    double value;
    evx_paint_operands (run, &value, 1);
    return value;
}

char *
evx_paint_name (const EvxPaint *run)
{
    for (guint i = 0; i < run->operands->len; i++) {
        const EvxToken *token = &g_array_index (run->operands, EvxToken, i);
        if (token->kind == EVX_TOKEN_NAME)
            return evx_token_name (token);
    }
    return NULL;
}

qpdf_oh
evx_paint_resource (const EvxPaint *run, const EvxPaintScope *scope, const char *category, const char *name)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh dict = qpdf_oh_get_key_if_dict (qpdf, scope->resources, category);
    return qpdf_oh_get_key_if_dict (qpdf, dict, name);
}

/* ---- graphics state ----------------------------------------------------------------------------------- */

static void
save_state (EvxPaint *run)
{
    if (run->states->len < MAX_STATES)
        g_array_append_val (run->states, run->now);
}

/* @floor: how many states the content around this one saved; a form cannot take them. */
static void
restore_state (EvxPaint *run, guint floor)
{
    if (run->states->len <= floor)
        return;
    run->now = g_array_index (run->states, EvxPaintState, run->states->len - 1);
    g_array_set_size (run->states, run->states->len - 1);
}

static void
concat (EvxPaint *run)
{
    EvxMatrix m;
    evx_paint_operands (run, m.m, 6);
    run->now.ctm = evx_matrix_times (&m, &run->now.ctm);
}

static double
scale_of (const EvxMatrix *m)
{
    return sqrt (fabs (m->m[0] * m->m[3] - m->m[1] * m->m[2]));
}

static EvxPaintLook *
read_look (EvxPaint *run, const EvxPaintScope *scope, const char *name)
{
    qpdf_data qpdf = run->painter->qpdf;
    EvxPaintLook *look = g_new (EvxPaintLook, 1);
    qpdf_oh state = evx_paint_resource (run, scope, "/ExtGState", name);
    look->fill_alpha = evx_object_number_key (qpdf, state, "/ca", NAN);
    look->stroke_alpha = evx_object_number_key (qpdf, state, "/CA", NAN);
    look->line_width = evx_object_number_key (qpdf, state, "/LW", NAN);
    qpdf_oh blend = qpdf_oh_get_key_if_dict (qpdf, state, "/BM");
    look->blends = qpdf_oh_is_name (qpdf, blend);
    look->multiply = look->blends && (qpdf_oh_is_name_and_equals (qpdf, blend, "/Multiply") ||
                                      qpdf_oh_is_name_and_equals (qpdf, blend, "/Darken"));
    return look;
}

static void
set_unless_nan (double *to, double value)
{
    if (!isnan (value))
        *to = value;
}

static void
set_graphics_state (EvxPaint *run, const EvxPaintScope *scope)
{
    g_autofree char *name = evx_paint_name (run);
    if (name == NULL)
        return;
    EvxPaintLook *look = g_hash_table_lookup (scope->looks, name);
    if (look == NULL) {
        look = read_look (run, scope, name);
        g_hash_table_insert (scope->looks, g_steal_pointer (&name), look);
    }
    set_unless_nan (&run->now.fill.alpha, look->fill_alpha);
    set_unless_nan (&run->now.stroke.alpha, look->stroke_alpha);
    set_unless_nan (&run->now.line_width, look->line_width);
    if (look->blends)
        run->now.multiply = look->multiply;
}

void
evx_paint_loose (EvxPaint *run, EvxBox box)
{
    EvxLoose loose = { evx_box_intersection (box, run->now.clip), run->glyphs };
    if (run->painted->loose->len < EVX_MAX_LOOSE)
        g_array_append_val (run->painted->loose, loose);
    else
        run->painted->unsure = TRUE;
}

/* ---- paths ---------------------------------------------------------------------------------------------- */

static void
fill_path (EvxPaint *run, gboolean even_odd)
{
    const EvxPaintInk *ink = &run->now.fill;
    double gray = 1 - (1 - ink->gray) * CLAMP (ink->alpha, 0, 1);
    if (ink->alpha < EVX_MIN_ALPHA || (run->now.multiply && gray > 0.5))
        return; /* a highlighter: what is under it shows */
    EvxFill fill = { .gray = (float) gray, .words_before = run->glyphs,
                     .opaque = ink->alpha > EVX_OPAQUE && !run->now.multiply };
    if (!evx_path_fill (&run->path, even_odd, run->now.clip, &fill, run->painted->painting))
        evx_paint_loose (run, evx_path_bounds (&run->path));
}

static void
stroke_path (EvxPaint *run)
{
    double gray = 1 - (1 - run->now.stroke.gray) * CLAMP (run->now.stroke.alpha, 0, 1);
    double thickness = run->now.line_width * scale_of (&run->now.ctm);
    if (gray < 0.97) /* a white rule does not show on paper */
        evx_path_stroke (&run->path, thickness, run->now.clip, run->painted->painting);
    if (thickness > EVX_RULE_PT) {
        EvxBox box = evx_path_bounds (&run->path);
        evx_paint_loose (run, (EvxBox) { box.x0 - thickness, box.y0 - thickness, box.x1 + thickness, box.y1 + thickness });
    }
}

static void
end_path (EvxPaint *run)
{
    if (run->clip_pending)
        run->now.clip = evx_box_intersection (run->now.clip, evx_path_bounds (&run->path));
    run->clip_pending = FALSE;
    evx_path_reset (&run->path);
}

static void
paint_path (EvxPaint *run, gboolean close, gboolean fill, gboolean even_odd, gboolean stroke)
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
path_operator (EvxPaint *run, guint32 op)
{
    double v[6];
    const EvxMatrix *ctm = &run->now.ctm;
    switch (op) {
    case EVX_OPERATOR ('r', 'e', 0):
        evx_paint_operands (run, v, 4);
        evx_path_rectangle (&run->path, ctm, v[0], v[1], v[2], v[3]);
        return TRUE;
    case EVX_OPERATOR ('m', 0, 0):
        evx_paint_operands (run, v, 2);
        evx_path_move (&run->path, ctm, v[0], v[1]);
        return TRUE;
    case EVX_OPERATOR ('l', 0, 0):
        evx_paint_operands (run, v, 2);
        evx_path_line (&run->path, ctm, v[0], v[1]);
        return TRUE;
    case EVX_OPERATOR ('c', 0, 0):
        evx_paint_operands (run, v, 6);
        evx_path_curve (&run->path, ctm, v, 3);
        return TRUE;
    case EVX_OPERATOR ('v', 0, 0):
    case EVX_OPERATOR ('y', 0, 0):
        evx_paint_operands (run, v, 4);
        evx_path_curve (&run->path, ctm, v, 2);
        return TRUE;
    case EVX_OPERATOR ('h', 0, 0):
        evx_path_close (&run->path);
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean
paint_operator (EvxPaint *run, guint32 op)
{
    static const struct {
        guint32 op;
        guint8 close, fill, even_odd, stroke;
    } kinds[] = {
        { EVX_OPERATOR ('n', 0, 0), 0, 0, 0, 0 },   { EVX_OPERATOR ('f', 0, 0), 0, 1, 0, 0 },
        { EVX_OPERATOR ('f', '*', 0), 0, 1, 1, 0 }, { EVX_OPERATOR ('S', 0, 0), 0, 0, 0, 1 },
        { EVX_OPERATOR ('s', 0, 0), 1, 0, 0, 1 },   { EVX_OPERATOR ('F', 0, 0), 0, 1, 0, 0 },
        { EVX_OPERATOR ('B', 0, 0), 0, 1, 0, 1 },   { EVX_OPERATOR ('B', '*', 0), 0, 1, 1, 1 },
        { EVX_OPERATOR ('b', 0, 0), 1, 1, 0, 1 },   { EVX_OPERATOR ('b', '*', 0), 1, 1, 1, 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        if (kinds[i].op != op)
            continue;
        paint_path (run, kinds[i].close, kinds[i].fill, kinds[i].even_odd, kinds[i].stroke);
        return TRUE;
    }
    return FALSE;
}

/* ---- pictures and forms ------------------------------------------------------------------------------------ */

static const EvxBox unit_square = { 0, 0, 1, 1 };

/* qpdf numbers its handles from 1. */
#define NO_STREAM 0u

static void
draw_picture (EvxPaint *run, double width_px, double height_px, qpdf_oh stream, gboolean see_through)
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
    else
        run->painted->unsure = TRUE;
}

static void interpret (EvxPaint *run, const char *data, gsize size, qpdf_oh resources);

static void
run_stream (EvxPaint *run, qpdf_oh stream, qpdf_oh resources)
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
may_draw (EvxPaint *run, int number)
{
    for (guint i = 0; i < run->depth; i++)
        if (number != 0 && run->drawing[i] == number)
            return FALSE;
    run->painted->unsure |= run->depth >= EVX_MAX_FORM_DEPTH;
    return run->depth < EVX_MAX_FORM_DEPTH;
}

void
evx_paint_draw_form (EvxPaint *run, qpdf_oh form, qpdf_oh outer_resources)
{
    qpdf_data qpdf = run->painter->qpdf;
    qpdf_oh dict = qpdf_oh_get_dict (qpdf, form);
    qpdf_oh resources = qpdf_oh_get_key (qpdf, dict, "/Resources");
    EvxMatrix matrix;
    EvxBox box;
    int number = qpdf_oh_get_object_id (qpdf, form);
    if (!may_draw (run, number))
        return;
    EvxPaintState saved = run->now;
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
draw_object (EvxPaint *run, const EvxPaintScope *scope)
{
    qpdf_data qpdf = run->painter->qpdf;
    g_autofree char *name = evx_paint_name (run);
    if (name == NULL)
        return;
    qpdf_oh object = evx_paint_resource (run, scope, "/XObject", name);
    if (!qpdf_oh_is_stream (qpdf, object))
        return;
    qpdf_oh dict = qpdf_oh_get_dict (qpdf, object);
    if (qpdf_oh_has_key (qpdf, dict, "/OC"))
        run->painted->unsure = TRUE;
    if (evx_object_is_name (qpdf, dict, "/Subtype", "/Form"))
        evx_paint_draw_form (run, object, scope->resources);
    else if (evx_object_is_name (qpdf, dict, "/Subtype", "/Image"))
        draw_picture (run, evx_object_number_key (qpdf, dict, "/Width", 0), evx_object_number_key (qpdf, dict, "/Height", 0),
                      object, qpdf_oh_has_key (qpdf, dict, "/SMask") || qpdf_oh_has_key (qpdf, dict, "/Mask") ||
                          qpdf_oh_has_key (qpdf, dict, "/ImageMask"));
}

/* BI, keys and values, ID: the operands hold the dictionary when ID comes. */
static void
draw_inline_picture (EvxPaint *run, EvxContent *content)
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

/* Optional content, which may be switched off (8.11). */
static gboolean
is_layer (const EvxPaint *run)
{
    return run->operands->len > 0 && evx_token_is (&g_array_index (run->operands, EvxToken, 0), "OC");
}

static void
other_operator (EvxPaint *run, EvxPaintScope *scope, const EvxToken *op, EvxContent *content, guint floor)
{
    switch (evx_paint_operator (op)) {
    case EVX_OPERATOR ('q', 0, 0):
        save_state (run);
        break;
    case EVX_OPERATOR ('Q', 0, 0):
        restore_state (run, floor);
        break;
    case EVX_OPERATOR ('c', 'm', 0):
        concat (run);
        break;
    case EVX_OPERATOR ('w', 0, 0):
        run->now.line_width = fabs (evx_paint_operand (run));
        break;
    case EVX_OPERATOR ('g', 's', 0):
        set_graphics_state (run, scope);
        break;
    case EVX_OPERATOR ('W', 0, 0):
    case EVX_OPERATOR ('W', '*', 0):
        run->clip_pending = TRUE;
        break;
    case EVX_OPERATOR ('D', 'o', 0):
        draw_object (run, scope);
        break;
    case EVX_OPERATOR ('I', 'D', 0):
        draw_inline_picture (run, content);
        break;
    case EVX_OPERATOR ('\'', 0, 0):
        evx_paint_move_and_show (run, FALSE);
        break;
    case EVX_OPERATOR ('"', 0, 0):
        evx_paint_move_and_show (run, TRUE);
        break;
    case EVX_OPERATOR ('s', 'h', 0):
        run->painted->marks++;
        evx_paint_loose (run, run->now.clip);
        break;
    case EVX_OPERATOR ('B', 'D', 'C'):
        if (is_layer (run))
            run->painted->unsure = TRUE;
        break;
    case EVX_OPERATOR ('B', 'T', 0):
        run->text = run->line = (EvxMatrix) { { 1, 0, 0, 1, 0, 0 } };
        break;
    default:
        evx_paint_colour (run, scope, op);
    }
}

static void
execute (EvxPaint *run, EvxPaintScope *scope, const EvxToken *op, EvxContent *content, guint floor)
{
    guint32 operator = evx_paint_operator (op);
    if (op->length == 2 && op->text[0] == 'T')
        evx_paint_text (run, scope, op->text[1]);
    else if (!path_operator (run, operator) && !paint_operator (run, operator))
        other_operator (run, scope, op, content, floor);
}

/* A word that is a value; most operators are shorter. */
static gboolean
is_literal (const EvxToken *token)
{
    return token->length >= 4 &&
           (evx_token_is (token, "true") || evx_token_is (token, "false") || evx_token_is (token, "null"));
}

static void
interpret (EvxPaint *run, const char *data, gsize size, qpdf_oh resources)
{
    g_autoptr (GHashTable) fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GHashTable) spaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    EvxPaintScope scope = { .resources = resources, .fonts = fonts, .looks = looks, .spaces = spaces };
    EvxContent content = { data, data + size };
    EvxToken token = { 0 };
    guint floor = run->states->len;
    g_array_set_size (run->operands, 0);
    while (run->operators < MAX_OPERATORS && evx_content_next (&content, &token)) {
        if (token.kind != EVX_TOKEN_OPERATOR || is_literal (&token)) {
            if (run->operands->len < MAX_OPERANDS)
                g_array_append_val (run->operands, token);
            continue;
        }
        run->operators++;
        if (evx_paint_operator (&token) != EVX_OPERATOR ('B', 'I', 0))
            execute (run, &scope, &token, &content, floor);
        g_array_set_size (run->operands, 0);
    }
    run->painted->unsure |= run->operators >= MAX_OPERATORS;
    while (run->states->len > floor)
        restore_state (run, floor);
    evx_path_reset (&run->path);
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
    painted->loose = g_array_new (FALSE, FALSE, sizeof (EvxLoose));
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
    g_array_unref (painted->loose);
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
run_init (EvxPaint *run, EvxPainter *painter, EvxPainted *painted, EvxBox crop, int rotation)
{
    const EvxPaintInk black = { .space = evx_device_gray, .gray = 0, .alpha = 1 };
    run->painter = painter;
    run->painted = painted;
    run->now = (EvxPaintState) { .ctm = page_matrix (crop, rotation), .line_width = 1, .fill = black,
                                 .stroke = black, .stretch = 1 };
    run->now.clip = evx_matrix_box (&run->now.ctm, crop);
    run->states = g_array_new (FALSE, FALSE, sizeof (EvxPaintState));
    run->operands = g_array_new (FALSE, FALSE, sizeof (EvxToken));
    run->string = g_byte_array_new ();
    run->own = g_ptr_array_new_with_free_func ((GDestroyNotify) evx_font_free);
    run->unmapped = g_hash_table_new (NULL, NULL);
    evx_path_init (&run->path);
}

static void
run_clear (EvxPaint *run)
{
    g_array_unref (run->states);
    g_array_unref (run->operands);
    g_byte_array_unref (run->string);
    g_ptr_array_unref (run->own);
    g_hash_table_unref (run->unmapped);
    evx_path_clear (&run->path);
}

static void
paint_page (EvxPaint *run, qpdf_oh page, guint n_links)
{
    qpdf_data qpdf = run->painter->qpdf;
    EvxPaintState initial = run->now;
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_ERROR_CODE code = qpdf_oh_get_page_content_data (qpdf, page, &data, &size);
    if (!(code & QPDF_ERRORS) && data != NULL)
        interpret (run, (const char *) data, size, evx_object_inherited (qpdf, page, "/Resources"));
    free (data);
    run->now = initial;
    guint lost = run->painted->lost_glyphs;
    evx_paint_draw_annotations (run, page, n_links);
    run->painted->lost_glyphs = lost; /* fields may have their fonts from the form */
}

EvxPainted *
evx_painter_paint (EvxPainter *self, guint index, EvxBox crop, guint n_links)
{
    EvxPainted *painted = painted_new ();
    qpdf_oh page = qpdf_get_page_n (self->qpdf, index);
    EvxPaint run = { 0 };
    run_init (&run, self, painted, crop, rotation_of (self->qpdf, page));
    double height = evx_box_height (run.now.clip);
    paint_page (&run, page, n_links);
    run_clear (&run);
    qpdf_oh_release_all (self->qpdf);
    forget_errors (self->qpdf);
    if (painted->drawn->len > 0 || painted->painting->fills->len > 0 || painted->painting->hidden_glyphs > 0 ||
        painted->clipped || painted->pale)
        evx_cover_settle (painted, height);
    return painted;
}
