/* The operators of text: fonts, spacing, lines, and strings, whose glyphs are placed by their advance widths.
 *
 * Source: ISO 32000-1, 9.3, 9.4. */
#include "painting-internal.h"

#include <math.h>

/* Of hostile content: a dense page shows some thousand strings. */
#define MAX_SHOWN 200000u

static EvxFont *
load_font (EvxPaint *run, qpdf_oh object)
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
set_font (EvxPaint *run, EvxPaintScope *scope)
{
    g_autofree char *name = evx_paint_name (run);
    run->now.size = evx_paint_operand (run);
    if (name == NULL)
        return;
    EvxFont *font = g_hash_table_lookup (scope->fonts, name);
    if (font == NULL) {
        qpdf_oh object = evx_paint_resource (run, scope, "/Font", name);
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
advance (EvxPaint *run, double by)
{
    EvxMatrix shift = { { 1, 0, 0, 1, by, 0 } };
    run->text = evx_matrix_times (&shift, &run->text);
}

/* Width of the string in text space and the number of its glyphs (9.4.4). */
static double
measure (EvxPaint *run, const GByteArray *string, guint *n_glyphs)
{
    const EvxPaintState *now = &run->now;
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
is_hidden (const EvxPaintState *now)
{
    return now->render == 3 || now->render == 7 || now->fill.alpha < EVX_MIN_ALPHA;
}

/* Text that hardly reaches over an edge is not cut. */
#define CUT_PT 1.0

static gboolean
is_cut (const EvxShown *shown)
{
    return evx_box_width (shown->shows) < evx_box_width (shown->box) - CUT_PT ||
           evx_box_height (shown->shows) < evx_box_height (shown->box) / 2;
}

/* Of the letters in @box, if it is sure that all of them show. */
static float
ink_of (const EvxPaintState *now, EvxBox box)
{
    gboolean whole = box.x0 >= now->clip.x0 && box.y0 >= now->clip.y0 && box.x1 <= now->clip.x1 && box.y1 <= now->clip.y1;
    gboolean filled = now->render == 0 || now->render == 2;
    return whole && filled && !now->multiply && now->fill.alpha > EVX_OPAQUE && !evx_font_is_drawn (now->font)
               ? (float) now->fill.gray : NAN;
}

static void
count_glyphs (EvxPaint *run, guint n, gboolean hidden)
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

/* Without a font nothing shows. A string of blanks has lost nothing. */
static guint
count_ink (const GByteArray *string)
{
    guint n = 0;
    for (guint i = 0; i < string->len; i++)
        n += string->data[i] > ' ';
    return n;
}

/* The code of the blank is not known of a composite font; a run of a single glyph may be one. */
static guint
count_letters (const EvxFont *font, const GByteArray *string, guint n_glyphs)
{
    return !evx_font_is_wide (font) ? count_ink (string) : n_glyphs > 1 ? n_glyphs : 0;
}

static void
show (EvxPaint *run, const EvxToken *token)
{
    const EvxPaintState *now = &run->now;
    g_byte_array_set_size (run->string, 0);
    evx_token_bytes (token, run->string);
    if (now->font == NULL) {
        run->painted->lost_glyphs += is_hidden (now) ? 0 : count_ink (run->string);
        return;
    }
    guint n = 0;
    double width = measure (run, run->string, &n);
    EvxMatrix place = evx_matrix_times (&run->text, &now->ctm);
    EvxBox em = { MIN (0, width), now->rise - 0.2 * now->size, MAX (0, width), now->rise + 0.8 * now->size };
    EvxShown shown = { .box = evx_matrix_box (&place, em), .glyphs = n, .before = run->glyphs,
                       .hidden = is_hidden (now) };
    shown.letters = count_letters (now->font, run->string, n);
    shown.shows = evx_box_intersection (shown.box, now->clip);
    shown.hidden |= evx_box_is_empty (shown.shows) && !evx_box_is_empty (shown.box);
    shown.ink = ink_of (now, shown.box);
    run->painted->clipped |= is_cut (&shown);
    run->painted->pale |= shown.ink >= EVX_PALE;
    if (n > 0 && run->painted->shown->len < MAX_SHOWN)
        g_array_append_val (run->painted->shown, shown);
    count_glyphs (run, n, shown.hidden);
    run->painted->marks += n > 0 && !shown.hidden;
    advance (run, width);
}

/* TJ: strings, and numbers that move by thousandths of an em. */
static void
show_operands (EvxPaint *run)
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
move_line (EvxPaint *run, double x, double y)
{
    EvxMatrix shift = { { 1, 0, 0, 1, x, y } };
    run->line = evx_matrix_times (&shift, &run->line);
    run->text = run->line;
}

void
evx_paint_move_and_show (EvxPaint *run, gboolean spaced)
{
    if (spaced) {
        double v[3];
        evx_paint_operands (run, v, 3);
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

void
evx_paint_text (EvxPaint *run, EvxPaintScope *scope, char op)
{
    double v[2];
    switch (op) {
    case 'f':
        set_font (run, scope);
        break;
    case 'c':
        run->now.char_space = evx_paint_operand (run);
        break;
    case 'w':
        run->now.word_space = evx_paint_operand (run);
        break;
    case 'z':
        run->now.stretch = evx_paint_operand (run) / 100;
        break;
    case 'L':
        run->now.leading = evx_paint_operand (run);
        break;
    case 's':
        run->now.rise = evx_paint_operand (run);
        break;
    case 'r':
        run->now.render = (int) CLAMP (evx_paint_operand (run), 0, 7);
        break;
    case 'm':
        evx_paint_operands (run, run->line.m, 6);
        run->text = run->line;
        break;
    case 'd':
    case 'D':
        evx_paint_operands (run, v, 2);
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
