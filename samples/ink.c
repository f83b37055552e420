/* Words with marks. A paragraph becomes words, a word pieces of one look; a mention or a redaction
 * may span several words, and a redaction is never broken. */
#include "ink.h"

#include <string.h>

#define BLANK 0.27 /* of the size */

static const struct {
    char code;
    const char *name;
} assertions[] = { { 'a', "affirmed" }, { 'n', "negated" }, { 'h', "hypothetical" },
                   { 'p', "policy" },   { 'g', "alleged" }, { 's', "historical" },
                   { 'f', "future" } };

static const struct {
    const char *code, *kind, *sense;
    gboolean evidential;
} senses[] = {
    { "tc", "transfer", "custody", TRUE },
    { "tf", "transfer", "funds", FALSE },
    { "td", "transfer", "data", FALSE },
    { "tp", "transfer", "personnel", FALSE },
    { "to", "transfer", "other", FALSE },
    { "ni", "notification", "ice_release_notice", TRUE },
    { "np", "notification", "person_notice", TRUE },
    { "nr", "notification", "request", TRUE },
    { "nu", "notification", "public_notice", FALSE },
    { "no", "notification", "other", FALSE },
    { "di", "detainee", "ice", TRUE },
    { "dj", "detainee", "jail", TRUE },
    { "dv", "detainee", "juvenile", TRUE },
    { "do", "detainee", "other", FALSE },
};

void
ink_face (Paper *paper, const char *family, double size, gboolean bold, gboolean italic)
{
    cairo_t *cr = paper->flow.cr;
    cairo_select_font_face (cr, family, italic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
                            bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size (cr, size);
}

void
ink_put (Paper *paper, const char *text, double x, double y)
{
    cairo_move_to (paper->flow.cr, x, y);
    cairo_show_text (paper->flow.cr, text);
}

double
ink_measure (Paper *paper, const char *text)
{
    cairo_text_extents_t extents;
    cairo_text_extents (paper->flow.cr, text, &extents);
    return extents.x_advance;
}

/* ---- parsing ------------------------------------------------------------------------------ */

static void
piece_free (gpointer data)
{
    Piece *piece = data;
    g_free (piece->text);
    g_free (piece->under);
    g_free (piece->mention);
    g_free (piece->surface);
    g_free (piece);
}

static void
word_free (gpointer data)
{
    Word *word = data;
    g_ptr_array_unref (word->pieces);
    g_free (word);
}

static Word *
last_word (GPtrArray *words, gboolean *new_word)
{
    if (*new_word || words->len == 0) {
        Word *word = g_new0 (Word, 1);
        word->pieces = g_ptr_array_new_with_free_func (piece_free);
        g_ptr_array_add (words, word);
        *new_word = FALSE;
    }
    return g_ptr_array_index (words, words->len - 1);
}

static Piece *
add_piece (GPtrArray *words, gboolean *new_word, const char *text, gsize length, gboolean bold)
{
    Piece *piece = g_new0 (Piece, 1);
    piece->text = g_strndup (text, length);
    piece->bold = bold;
    g_ptr_array_add (last_word (words, new_word)->pieces, piece);
    return piece;
}

/* "[#code:hidden]", or "[#code!hidden]" where the hidden words are still in the file. */
static const char *
parse_redaction (GPtrArray *words, gboolean *new_word, const char *at)
{
    const char *end = strchr (at, ']');
    g_assert (end != NULL);
    const char *mark = at + 2 + strcspn (at + 2, ":!");
    Piece *piece = add_piece (words, new_word, at + 2, (gsize)(mark - at - 2), FALSE);
    piece->under = g_strndup (mark + 1, (gsize)(end - mark - 1));
    piece->redacted = TRUE;
    piece->leaks = *mark == '!';
    return end + 1;
}

static void
add_run (GPtrArray *words, gboolean *new_word, const char *text, gsize length, gboolean bold,
         const char *mention)
{
    gsize from = 0;
    gboolean first = TRUE;
    for (gsize i = 0; i <= length; i++) {
        if (i < length && text[i] != ' ')
            continue;
        if (i > from) {
            Piece *piece = add_piece (words, new_word, text + from, i - from, bold);
            if (first && mention != NULL) {
                piece->mention = g_strdup (mention);
                piece->surface = g_strndup (text, length);
            }
            first = FALSE;
        }
        if (i < length)
            *new_word = TRUE;
        from = i + 1;
    }
}

/* "{surface|codes}" */
static const char *
parse_mention (GPtrArray *words, gboolean *new_word, const char *at, gboolean bold)
{
    const char *bar = strchr (at, '|'), *end = strchr (at, '}');
    g_assert (bar != NULL && end != NULL && bar < end);
    g_autofree char *codes = g_strndup (bar + 1, (gsize)(end - bar - 1));
    add_run (words, new_word, at + 1, (gsize)(bar - at - 1), bold, codes);
    return end + 1;
}

static void
measure (Paper *paper, GPtrArray *words, double size)
{
    for (guint i = 0; i < words->len; i++) {
        Word *word = g_ptr_array_index (words, i);
        for (guint k = 0; k < word->pieces->len; k++) {
            Piece *piece = g_ptr_array_index (word->pieces, k);
            ink_face (paper, paper->family, size, piece->bold, FALSE);
            piece->width = ink_measure (paper, piece->under != NULL ? piece->under : piece->text);
            if (piece->box)
                piece->width = size;
            if (piece->redacted) {
                double least = ink_measure (paper, piece->text) * 0.75 + 4;
                piece->width = MAX (piece->width, least);
            }
            word->width += piece->width;
        }
    }
}

GPtrArray *
ink_words (Paper *paper, const char *text, double size)
{
    GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
    gboolean new_word = TRUE, bold = FALSE;
    const char *at = text;
    while (*at != '\0') {
        if (*at == '*') {
            bold = !bold;
            at++;
        } else if (*at == '{') {
            at = parse_mention (words, &new_word, at, bold);
        } else if (g_str_has_prefix (at, "[#")) {
            at = parse_redaction (words, &new_word, at);
        } else if (g_str_has_prefix (at, "[x]") || g_str_has_prefix (at, "[ ]")) {
            Piece *piece = add_piece (words, &new_word, "", 0, FALSE);
            piece->box = TRUE;
            piece->ticked = at[1] == 'x';
            at += 3;
        } else {
            gsize length = 1 + strcspn (at + 1, "*{[");
            add_run (words, &new_word, at, length, bold, NULL);
            at += length;
        }
    }
    measure (paper, words, size);
    return words;
}

/* ---- lines -------------------------------------------------------------------------------- */

GArray *
ink_break (Paper *paper, GPtrArray *words, double size, double width)
{
    (void)paper;
    GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
    double used = 0;
    for (guint i = 0; i < words->len; i++) {
        const Word *word = g_ptr_array_index (words, i);
        if (starts->len == 0 || used + BLANK * size + word->width > width) {
            g_array_append_val (starts, i);
            used = word->width;
        } else {
            used += BLANK * size + word->width;
        }
    }
    return starts;
}

double
ink_width (Paper *paper, GPtrArray *words, guint from, guint to, double size)
{
    (void)paper;
    double width = 0;
    for (guint i = from; i < to; i++)
        width +=
            ((const Word *)g_ptr_array_index (words, i))->width + (i > from ? BLANK * size : 0);
    return width;
}

char *
ink_plain (GPtrArray *words, guint from, guint to)
{
    GString *plain = g_string_new (NULL);
    for (guint i = from; i < to; i++) {
        const Word *word = g_ptr_array_index (words, i);
        gsize before = plain->len;
        for (guint k = 0; k < word->pieces->len; k++)
            g_string_append (plain, ((const Piece *)g_ptr_array_index (word->pieces, k))->text);
        if (plain->len > before && before > 0)
            g_string_insert_c (plain, (gssize)before, ' ');
    }
    return g_string_free (plain, FALSE);
}

/* ---- drawing ------------------------------------------------------------------------------ */

/* Codes: kind and sense, assertion, then " n" for a count, " yN" for a year, " +" to make it
 * evidence. */
static void
tell_mention (Paper *paper, const Piece *piece)
{
    g_auto (GStrv) codes = g_strsplit (piece->mention, " ", -1);
    const char *kind = NULL, *sense = NULL, *assertion = NULL, *count = NULL, *year = NULL;
    gboolean evidential = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (senses); i++)
        if (g_str_has_prefix (codes[0], senses[i].code)) {
            kind = senses[i].kind;
            sense = senses[i].sense;
            evidential = senses[i].evidential;
        }
    for (guint i = 0; i < G_N_ELEMENTS (assertions); i++)
        if (codes[0][2] == assertions[i].code)
            assertion = assertions[i].name;
    if (kind == NULL || assertion == NULL)
        g_error ("%s: unknown codes '%s'", paper->file, piece->mention);
    for (guint i = 1; codes[i] != NULL; i++) {
        if (codes[i][0] == 'y')
            year = codes[i] + 1;
        else if (codes[i][0] == '+')
            evidential = TRUE;
        else
            count = codes[i];
    }
    g_autofree char *page = g_strdup_printf ("%d", paper->page);
    const char *fields[] = {
        paper->file, page,           kind,  sense, evidential ? "true" : "false",
        assertion,   piece->surface, count, year
    };
    gold_record (paper->gold->mentions, G_N_ELEMENTS (fields), fields);
}

static void
tell_redaction (Paper *paper, const Piece *piece, double x, double y, double size)
{
    g_autofree char *page = g_strdup_printf ("%d", paper->page);
    g_autofree char *x0 = g_strdup_printf ("%.0f", x),
                    *y0 = g_strdup_printf ("%.0f", y - 0.8 * size);
    g_autofree char *x1 = g_strdup_printf ("%.0f", x + piece->width);
    g_autofree char *y1 = g_strdup_printf ("%.0f", y + 0.25 * size);
    const char *fields[] = { paper->file, page, x0,          y0,
                             x1,          y1,   piece->text, piece->leaks ? piece->under : NULL };
    gold_record (paper->gold->redactions, G_N_ELEMENTS (fields), fields);
    paper->redactions++;
}

static void
draw_redaction (Paper *paper, const Piece *piece, double x, double y, double size)
{
    cairo_t *cr = paper->flow.cr;
    if (piece->leaks)
        ink_put (paper, piece->under, x, y);
    cairo_set_source_rgb (cr, 0, 0, 0);
    cairo_rectangle (cr, x, y - 0.8 * size, piece->width, 1.05 * size);
    cairo_fill (cr);
    if (piece->text[0] != '\0') {
        cairo_set_source_rgb (cr, 1, 1, 1);
        ink_face (paper, "Liberation Sans", size * 0.75, FALSE, FALSE);
        ink_put (paper, piece->text, x + (piece->width - ink_measure (paper, piece->text)) / 2,
                 y - 0.02 * size);
        cairo_set_source_rgb (cr, 0, 0, 0);
    }
    tell_redaction (paper, piece, x, y, size);
}

static void
draw_box (Paper *paper, gboolean ticked, double x, double y, double size)
{
    cairo_t *cr = paper->flow.cr;
    double side = 0.75 * size, top = y - side + 0.05 * size;
    cairo_set_line_width (cr, 0.8);
    cairo_rectangle (cr, x, top, side, side);
    if (ticked) {
        cairo_move_to (cr, x + 1.5, top + 1.5);
        cairo_line_to (cr, x + side - 1.5, top + side - 1.5);
        cairo_move_to (cr, x + side - 1.5, top + 1.5);
        cairo_line_to (cr, x + 1.5, top + side - 1.5);
    }
    cairo_stroke (cr);
}

void
ink_draw (Paper *paper, GPtrArray *words, guint from, guint to, double size, double x, double y)
{
    for (guint i = from; i < to; i++) {
        const Word *word = g_ptr_array_index (words, i);
        for (guint k = 0; k < word->pieces->len; k++) {
            const Piece *piece = g_ptr_array_index (word->pieces, k);
            ink_face (paper, paper->family, size, piece->bold, FALSE);
            if (piece->mention != NULL)
                tell_mention (paper, piece);
            if (piece->box)
                draw_box (paper, piece->ticked, x, y, size);
            else if (piece->redacted)
                draw_redaction (paper, piece, x, y, size);
            else
                ink_put (paper, piece->text, x, y);
            x += piece->width;
        }
        x += BLANK * size;
    }
}
