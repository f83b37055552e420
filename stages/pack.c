/* A page as bytes: one GVariant tuple. Arrays of plain structs travel as arrays of fixed-size tuples,
 * whose memory is that of a C struct, so that they cost one copy; what holds strings travels as ordinary
 * tuples. Boxes are in 1/100 pt. Unpacking trusts nothing, because the bytes may come from a worker
 * that a hostile file has taken over: first the form of each member is checked, then what it says.
 * Source: GVariant serialisation, alignment and normal form, GLib reference manual. */
#include "pack.h"

#include <math.h>
#include <string.h>

#define FORMAT_VERSION 1

#define WORD_TYPE "(iiiiuuuuqqui)"
#define LINE_TYPE "(iiiiuuuu)"
#define BLOCK_TYPE "(iiiiuuqqi)"
#define TABLE_TYPE "(iiiiuuuqq)"
#define ROW_TYPE "(iiiiuuuqq)"
#define CELL_TYPE "(iiiiuqq)"
#define PICTURE_TYPE "(iiiiuuiqq)"
#define REDACTION_TYPE "((iiii)qmsu)"
#define BATES_TYPE "((iiii)ssxqq)"
#define MENTION_TYPE "((msmsmsmsmsmsms)(uuuuuuu)(iiii)(bxii)(msmsmsmsms)(iqd))"
#define PAGE_TYPE                                                                                  \
    "((uuddiiiit)msmssa" WORD_TYPE "a" LINE_TYPE "a" BLOCK_TYPE "a" TABLE_TYPE "a" ROW_TYPE        \
    "a" CELL_TYPE "a" PICTURE_TYPE "a" REDACTION_TYPE "a" BATES_TYPE "a(sd)a" MENTION_TYPE ")"

enum { HEAD, REASON, LABEL, TEXT, WORDS, LINES, BLOCKS, TABLES, ROWS, CELLS, PICTURES, REDACTIONS, BATES,
       FIGURES, MENTIONS, N_MEMBERS };

typedef struct {
    gint32 x0, y0, x1, y1; /* 1/100 pt */
} PackedBox;

typedef struct {
    PackedBox box;
    guint32 start, length, confidence, font_size; /* the latter two as the bits of a float */
    guint16 flags, origin;
    guint32 line;
    gint32 cell;
} PackedWord;

typedef struct {
    PackedBox box;
    guint32 first_word, n_words, block, number;
} PackedLine;

typedef struct {
    PackedBox box;
    guint32 first_line, n_lines;
    guint16 kind, level;
    gint32 table;
} PackedBlock;

typedef struct {
    PackedBox box;
    guint32 first_row, n_rows, n_columns;
    guint16 ruled, continued;
} PackedTable;

typedef struct {
    PackedBox box;
    guint32 table, first_cell, n_cells;
    guint16 kind, doubt;
} PackedRow;

typedef struct {
    PackedBox box;
    guint32 row;
    guint16 column, columns;
} PackedCell;

typedef struct {
    PackedBox box;
    guint32 width_px, height_px;
    gint32 image_id;
    guint16 recognised, reserved;
} PackedPicture;

static PackedBox
pack_box (EvxBox b)
{
    EvxBox r = evx_box_round (b);
    return (PackedBox) { (gint32) lround (r.x0 * 100), (gint32) lround (r.y0 * 100),
                         (gint32) lround (r.x1 * 100), (gint32) lround (r.y1 * 100) };
}

/* The limits of evx_box_round, whose result this is. */
static double
unpack_edge (gint32 edge)
{
    return CLAMP (edge, -1000000000, 1000000000) / 100.0;
}

static EvxBox
unpack_box (PackedBox p)
{
    return (EvxBox) { unpack_edge (MIN (p.x0, p.x1)), unpack_edge (MIN (p.y0, p.y1)),
                      unpack_edge (MAX (p.x0, p.x1)), unpack_edge (MAX (p.y0, p.y1)) };
}

static guint32
bits_of (float value)
{
    guint32 bits;
    memcpy (&bits, &value, sizeof bits);
    return bits;
}

static float
float_of (guint32 bits)
{
    float value;
    memcpy (&value, &bits, sizeof value);
    return isfinite (value) ? value : 0;
}

/* ---- one element, there and back ---------------------------------------------------------------- */

static void
pack_word (const EvxWord *w, PackedWord *p)
{
    *p = (PackedWord) { pack_box (w->box), w->start, w->length, bits_of (w->confidence),
                        bits_of (w->font_size), w->flags, w->origin, w->line, w->cell };
}

static void
unpack_word (const PackedWord *p, EvxWord *w)
{
    *w = (EvxWord) { .start = p->start, .length = p->length, .box = unpack_box (p->box),
                     .confidence = float_of (p->confidence), .font_size = float_of (p->font_size),
                     .flags = p->flags, .origin = p->origin, .line = p->line, .cell = p->cell };
}

static void
pack_line (const EvxLine *l, PackedLine *p)
{
    *p = (PackedLine) { pack_box (l->box), l->first_word, l->n_words, l->block, l->number };
}

static void
unpack_line (const PackedLine *p, EvxLine *l)
{
    *l = (EvxLine) { unpack_box (p->box), p->first_word, p->n_words, p->block, p->number };
}

static void
pack_block (const EvxBlock *b, PackedBlock *p)
{
    *p = (PackedBlock) { pack_box (b->box), b->first_line, b->n_lines, b->kind, b->level, b->table };
}

static void
unpack_block (const PackedBlock *p, EvxBlock *b)
{
    *b = (EvxBlock) { unpack_box (p->box), p->first_line, p->n_lines, p->kind, p->level, p->table };
}

static void
pack_table (const EvxTable *t, PackedTable *p)
{
    *p = (PackedTable) { pack_box (t->box), t->first_row, t->n_rows, t->n_columns, t->ruled,
                         t->continued };
}

static void
unpack_table (const PackedTable *p, EvxTable *t)
{
    *t = (EvxTable) { unpack_box (p->box), p->first_row, p->n_rows, p->n_columns, p->ruled,
                      p->continued };
}

static void
pack_row (const EvxRow *r, PackedRow *p)
{
    *p = (PackedRow) { pack_box (r->box), r->table, r->first_cell, r->n_cells, r->kind, r->doubt };
}

static void
unpack_row (const PackedRow *p, EvxRow *r)
{
    *r = (EvxRow) { unpack_box (p->box), p->table, p->first_cell, p->n_cells, p->kind, p->doubt };
}

static void
pack_cell (const EvxCell *c, PackedCell *p)
{
    *p = (PackedCell) { pack_box (c->box), c->row, c->column, c->columns };
}

static void
unpack_cell (const PackedCell *p, EvxCell *c)
{
    *c = (EvxCell) { unpack_box (p->box), p->row, p->column, p->columns };
}

static void
pack_picture (const EvxPicture *i, PackedPicture *p)
{
    *p = (PackedPicture) { pack_box (i->box), i->width_px, i->height_px, i->image_id, i->recognised, 0 };
}

static void
unpack_picture (const PackedPicture *p, EvxPicture *i)
{
    *i = (EvxPicture) { unpack_box (p->box), p->width_px, p->height_px, p->image_id, p->recognised };
}

/* ---- the type of a page --------------------------------------------------------------------------- */

/* GLib forgets what it worked out about a type with the last value of that type. One value is kept, so
 * that it does so once, not for each page. */
static const GVariantType *
page_type (void)
{
    static gsize kept = 0;
    if (g_once_init_enter (&kept)) {
        GVariant *empty = g_variant_new_from_data (G_VARIANT_TYPE (PAGE_TYPE), NULL, 0, FALSE, NULL, NULL);
        g_once_init_leave (&kept, (gsize) g_variant_ref_sink (empty));
    }
    return g_variant_get_type ((GVariant *) kept);
}

/* ---- packing ------------------------------------------------------------------------------------ */

/* A GVariant array of fixed-size tuples made from a GArray by pack_NAME. */
#define PACK_ARRAY(array, Type, Packed, pack, type)                                                \
    ({                                                                                             \
        Packed *copy = g_new (Packed, MAX ((array)->len, 1));                                      \
        for (guint i = 0; i < (array)->len; i++)                                                   \
            pack (&g_array_index (array, Type, i), &copy[i]);                                      \
        g_variant_new_from_data (G_VARIANT_TYPE ("a" type), copy, sizeof (Packed) * (array)->len,  \
                                 TRUE, g_free, copy);                                              \
    })

static GVariant *
pack_redactions (const EvxPage *page)
{
    GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" REDACTION_TYPE));
    for (guint i = 0; i < page->redactions->len; i++) {
        const EvxRedaction *r = &g_array_index (page->redactions, EvxRedaction, i);
        PackedBox b = pack_box (r->box);
        g_variant_builder_add (&builder, REDACTION_TYPE, b.x0, b.y0, b.x1, b.y1, r->kind, r->exemption,
                               r->n_words_under);
    }
    return g_variant_builder_end (&builder);
}

static GVariant *
pack_bates (const EvxPage *page)
{
    GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" BATES_TYPE));
    for (guint i = 0; i < page->bates->len; i++) {
        const EvxBates *s = &g_array_index (page->bates, EvxBates, i);
        PackedBox b = pack_box (s->box);
        g_variant_builder_add (&builder, BATES_TYPE, b.x0, b.y0, b.x1, b.y1, s->text, s->prefix,
                               s->number, s->digits, s->chosen);
    }
    return g_variant_builder_end (&builder);
}

static GVariant *
pack_figures (const EvxPage *page)
{
    GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sd)"));
    for (guint i = 0; i < page->figures->len; i++) {
        const EvxFigure *figure = &g_array_index (page->figures, EvxFigure, i);
        g_variant_builder_add (&builder, "(sd)", figure->name, figure->value);
    }
    return g_variant_builder_end (&builder);
}

static GVariant *
pack_mentions (const EvxPage *page)
{
    GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" MENTION_TYPE));
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *m = &g_array_index (page->mentions, EvxMention, i);
        PackedBox b = pack_box (m->box);
        g_variant_builder_add (&builder, MENTION_TYPE, m->kind, m->sense, m->assertion, m->cue, m->rule,
                               m->surface, m->quote, m->quote_start, m->quote_end, m->start, m->end,
                               m->first_word, m->n_words, m->line, b.x0, b.y0, b.x1, b.y1,
                               m->evidential, m->count, m->year, m->relative_year, m->period_start,
                               m->period_end, m->date, m->agency, m->speaker, m->to_ice, m->origin,
                               m->confidence);
    }
    return g_variant_builder_end (&builder);
}

static GVariant *
little_endian (GVariant *variant)
{
    return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (variant) : g_variant_byteswap (variant);
}

GBytes *
evx_page_pack (const EvxPage *page)
{
    GVariant *members[N_MEMBERS] = {
        g_variant_new ("(uuddiiiit)", FORMAT_VERSION, page->index, page->width, page->height,
                       page->rotation, page->turned, (gint) page->reading, page->code,
                       page->image_hash),
        g_variant_new ("ms", page->reason),
        g_variant_new ("ms", page->label),
        g_variant_new_string (page->text->str),
        PACK_ARRAY (page->words, EvxWord, PackedWord, pack_word, WORD_TYPE),
        PACK_ARRAY (page->lines, EvxLine, PackedLine, pack_line, LINE_TYPE),
        PACK_ARRAY (page->blocks, EvxBlock, PackedBlock, pack_block, BLOCK_TYPE),
        PACK_ARRAY (page->tables, EvxTable, PackedTable, pack_table, TABLE_TYPE),
        PACK_ARRAY (page->rows, EvxRow, PackedRow, pack_row, ROW_TYPE),
        PACK_ARRAY (page->cells, EvxCell, PackedCell, pack_cell, CELL_TYPE),
        PACK_ARRAY (page->pictures, EvxPicture, PackedPicture, pack_picture, PICTURE_TYPE),
        pack_redactions (page),
        pack_bates (page),
        pack_figures (page),
        pack_mentions (page),
    };
    g_autoptr (GVariant) whole =
        g_variant_ref_sink (g_variant_new_tuple (members, N_MEMBERS));
    g_assert (g_variant_is_of_type (whole, page_type ()));
    g_autoptr (GVariant) portable = little_endian (whole);
    return g_variant_get_data_as_bytes (portable);
}

/* ---- unpacking ---------------------------------------------------------------------------------- */

/* Fills a GArray of plain structs from @list by unpack_NAME. */
#define UNPACK_ARRAY(list, array, Type, Packed, unpack)                                            \
    {                                                                                              \
        gsize n = 0;                                                                               \
        const Packed *from = g_variant_get_fixed_array (list, &n, sizeof (Packed));                \
        g_array_set_size (array, (guint) n);                                                       \
        for (gsize i = 0; i < n; i++)                                                              \
            unpack (&from[i], &g_array_index (array, Type, i));                                    \
    }

static void
unpack_redactions (GVariant *list, EvxPage *page)
{
    GVariantIter iter;
    g_variant_iter_init (&iter, list);
    PackedBox b;
    EvxRedaction r;
    while (g_variant_iter_next (&iter, "((iiii)qm&su)", &b.x0, &b.y0, &b.x1, &b.y1, &r.kind,
                                &r.exemption, &r.n_words_under)) {
        r.box = unpack_box (b);
        r.exemption = evx_page_string (page, r.exemption);
        g_array_append_val (page->redactions, r);
    }
}

static void
unpack_bates (GVariant *list, EvxPage *page)
{
    GVariantIter iter;
    g_variant_iter_init (&iter, list);
    PackedBox b;
    EvxBates s;
    while (g_variant_iter_next (&iter, "((iiii)&s&sxqq)", &b.x0, &b.y0, &b.x1, &b.y1, &s.text,
                                &s.prefix, &s.number, &s.digits, &s.chosen)) {
        s.box = unpack_box (b);
        s.text = evx_page_string (page, s.text);
        s.prefix = evx_page_string (page, s.prefix);
        g_array_append_val (page->bates, s);
    }
}

static void
unpack_figures (GVariant *list, EvxPage *page)
{
    GVariantIter iter;
    g_variant_iter_init (&iter, list);
    const char *name;
    double value;
    while (g_variant_iter_next (&iter, "(&sd)", &name, &value))
        evx_page_figure (page, evx_page_string (page, name), isfinite (value) ? value : 0);
}

static void
keep_mention_strings (EvxPage *page, EvxMention *m)
{
    const char **strings[] = { &m->kind,  &m->sense,        &m->assertion,  &m->cue,
                               &m->rule,  &m->surface,      &m->quote,      &m->period_start,
                               &m->period_end, &m->date,    &m->agency,     &m->speaker };
    for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
        *strings[i] = evx_page_string (page, *strings[i]);
}

static void
unpack_mentions (GVariant *list, EvxPage *page)
{
    GVariantIter iter;
    g_variant_iter_init (&iter, list);
    PackedBox b;
    EvxMention m = { 0 };
    while (g_variant_iter_next (
        &iter,
        "((m&sm&sm&sm&sm&sm&sm&s)(uuuuuuu)(iiii)(bxii)(m&sm&sm&sm&sm&s)(iqd))", &m.kind, &m.sense,
        &m.assertion, &m.cue, &m.rule, &m.surface, &m.quote, &m.quote_start, &m.quote_end, &m.start,
        &m.end, &m.first_word, &m.n_words, &m.line, &b.x0, &b.y0, &b.x1, &b.y1, &m.evidential, &m.count,
        &m.year, &m.relative_year, &m.period_start, &m.period_end, &m.date, &m.agency, &m.speaker,
        &m.to_ice, &m.origin, &m.confidence)) {
        m.box = unpack_box (b);
        keep_mention_strings (page, &m);
        g_array_append_val (page->mentions, m);
    }
}

static EvxPage *
unpack_head (GVariant *head)
{
    guint version, index;
    gint rotation, turned, reading, code;
    double width, height;
    guint64 image_hash;
    g_variant_get (head, "(uuddiiiit)", &version, &index, &width, &height, &rotation, &turned, &reading,
                   &code, &image_hash);
    if (version != FORMAT_VERSION || !isfinite (width) || !isfinite (height) || width < 0 || height < 0 ||
        reading < EVX_READING_NONE || reading > EVX_READING_FAILED || code < EVX_NONE ||
        code >= EVX_N_ERRORS)
        return NULL;
    EvxPage *page = evx_page_new (index, width, height);
    page->rotation = rotation;
    page->turned = turned;
    page->reading = (EvxReading) reading;
    page->code = code;
    page->image_hash = image_hash;
    return page;
}

static const char *
unpack_string (GVariant *member, EvxPage *page)
{
    const char *text = NULL;
    g_variant_get (member, "m&s", &text);
    return evx_page_string (page, text);
}

static void
unpack_body (GVariant *const *members, EvxPage *page)
{
    g_string_assign (page->text, g_variant_get_string (members[TEXT], NULL));
    page->reason = unpack_string (members[REASON], page);
    page->label = unpack_string (members[LABEL], page);
    UNPACK_ARRAY (members[WORDS], page->words, EvxWord, PackedWord, unpack_word);
    UNPACK_ARRAY (members[LINES], page->lines, EvxLine, PackedLine, unpack_line);
    UNPACK_ARRAY (members[BLOCKS], page->blocks, EvxBlock, PackedBlock, unpack_block);
    UNPACK_ARRAY (members[TABLES], page->tables, EvxTable, PackedTable, unpack_table);
    UNPACK_ARRAY (members[ROWS], page->rows, EvxRow, PackedRow, unpack_row);
    UNPACK_ARRAY (members[CELLS], page->cells, EvxCell, PackedCell, unpack_cell);
    UNPACK_ARRAY (members[PICTURES], page->pictures, EvxPicture, PackedPicture, unpack_picture);
    unpack_redactions (members[REDACTIONS], page);
    unpack_bates (members[BATES], page);
    unpack_figures (members[FIGURES], page);
    unpack_mentions (members[MENTIONS], page);
}

/* ---- is it well formed? ------------------------------------------------------------------------- */

/* An array of tuples of integers is well formed if no element is cut off; GLib would look at each
 * integer, which took a quarter of the time of a page in the supervisor. */
static gboolean
member_is_normal (guint member, GVariant *value)
{
    static const gsize element[N_MEMBERS] = {
        [WORDS] = sizeof (PackedWord),   [LINES] = sizeof (PackedLine), [BLOCKS] = sizeof (PackedBlock),
        [TABLES] = sizeof (PackedTable), [ROWS] = sizeof (PackedRow),   [CELLS] = sizeof (PackedCell),
        [PICTURES] = sizeof (PackedPicture),
    };
    return element[member] != 0 ? g_variant_get_size (value) % element[member] == 0
                                : g_variant_is_normal_form (value);
}

/* Takes @whole apart. The members must fill it: where an offset is damaged, GLib gives an empty member,
 * and a tuple of such members is shorter. */
static gboolean
take_members (GVariant *whole, GVariant **members)
{
    gboolean normal = TRUE;
    for (guint i = 0; i < N_MEMBERS; i++) {
        members[i] = g_variant_get_child_value (whole, i);
        normal = normal && member_is_normal (i, members[i]);
    }
    g_autoptr (GVariant) same = g_variant_ref_sink (g_variant_new_tuple (members, N_MEMBERS));
    return normal && g_variant_get_size (same) == g_variant_get_size (whole);
}

/* ---- does it make sense? ------------------------------------------------------------------------ */

/* Is [first, first + n) a part of an array of @length? */
static gboolean
is_range (guint32 first, guint32 n, gsize length)
{
    return (guint64) first + n <= length;
}

static gboolean
is_index_or_none (gint32 index, guint length)
{
    return index == EVX_NONE || (index >= 0 && (guint) index < length);
}

#define EACH(array, Type, name, condition)                                                         \
    for (guint i = 0; i < (array)->len; i++) {                                                     \
        const Type *name = &g_array_index (array, Type, i);                                        \
        if (!(condition))                                                                          \
            return FALSE;                                                                          \
    }

static gboolean
structure_is_sound (const EvxPage *page)
{
    gsize text = page->text->len;
    gboolean laid_out = page->lines->len > 0; /* before layout no word has a line */
    EACH (page->words, EvxWord, w,
          is_range (w->start, w->length, text) && (!laid_out || w->line < page->lines->len) &&
              is_index_or_none (w->cell, page->cells->len) && w->origin <= EVX_ORIGIN_REGION);
    EACH (page->lines, EvxLine, l,
          is_range (l->first_word, l->n_words, page->words->len) && l->block < page->blocks->len);
    EACH (page->blocks, EvxBlock, b,
          is_range (b->first_line, b->n_lines, page->lines->len) &&
              is_index_or_none (b->table, page->tables->len));
    EACH (page->tables, EvxTable, t, is_range (t->first_row, t->n_rows, page->rows->len));
    EACH (page->rows, EvxRow, r,
          r->table < page->tables->len && is_range (r->first_cell, r->n_cells, page->cells->len));
    EACH (page->cells, EvxCell, c, c->row < page->rows->len);
    return TRUE;
}

static gboolean
mentions_are_sound (const EvxPage *page)
{
    EACH (page->mentions, EvxMention, m,
          m->kind && m->surface && m->quote && m->sense && m->assertion && m->start <= m->end &&
              m->end <= page->text->len && m->quote_start <= m->quote_end &&
              m->quote_end <= strlen (m->quote) && m->n_words > 0 &&
              is_range (m->first_word, m->n_words, page->words->len) && m->line < page->lines->len &&
              m->origin <= EVX_ORIGIN_REGION && isfinite (m->confidence));
    return TRUE;
}

/* NULL if the bytes say nothing that makes sense. */
static EvxPage *
unpack_members (GVariant *const *members)
{
    g_autoptr (EvxPage) page = unpack_head (members[HEAD]);
    if (page == NULL)
        return NULL;
    unpack_body (members, page);
    return structure_is_sound (page) && mentions_are_sound (page) ? g_steal_pointer (&page) : NULL;
}

EvxPage *
evx_page_unpack (GBytes *bytes, GError **error)
{
    g_autoptr (GVariant) raw =
        g_variant_ref_sink (g_variant_new_from_bytes (page_type (), bytes, FALSE));
    g_autoptr (GVariant) whole = little_endian (raw);
    GVariant *members[N_MEMBERS];
    EvxPage *page = take_members (whole, members) ? unpack_members (members) : NULL;
    for (guint i = 0; i < N_MEMBERS; i++)
        g_variant_unref (members[i]);
    if (page == NULL)
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_PROTOCOL, "the bytes are not a page");
    return page;
}
