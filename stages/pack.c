/* A page as bytes: a head, the elements of each array as plain structs, and the strings. All but the strings
 * is 32-bit words, little-endian on every machine, so that packing is one pass of stores and unpacking one of
 * loads; a string is named by its number, from 1, and 0 is none. The first string is the page's text. Boxes are
 * in 1/100 pt.
 *
 *     head (counts of the arrays and of the strings), array after array, string NUL string NUL ...
 *
 * Unpacking trusts nothing, because the bytes may come from a worker that a hostile file has taken
 * over: first the counts must fill the bytes, then what they say must make sense. */
#include "pack.h"

#include <math.h>
#include <string.h>

#define FORMAT_VERSION 3

/* The arrays, in the order in which they stand: EACH (member of EvxPage, element, packed element, name in
 * pack_NAME and unpack_NAME). */
#define SECTIONS(EACH)                                                                             \
    EACH (words, EvxWord, PackedWord, word)                                                        \
    EACH (lines, EvxLine, PackedLine, line)                                                        \
    EACH (blocks, EvxBlock, PackedBlock, block)                                                    \
    EACH (tables, EvxTable, PackedTable, table)                                                    \
    EACH (rows, EvxRow, PackedRow, row)                                                            \
    EACH (cells, EvxCell, PackedCell, cell)                                                        \
    EACH (pictures, EvxPicture, PackedPicture, picture)                                            \
    EACH (redactions, EvxRedaction, PackedRedaction, redaction)                                    \
    EACH (bates, EvxBates, PackedBates, bates)                                                     \
    EACH (figures, EvxFigure, PackedFigure, figure)                                                \
    EACH (mentions, EvxMention, PackedMention, mention)

#define SECTION_INDEX(array, Type, Packed, name) SECTION_##name,
enum { SECTIONS (SECTION_INDEX) N_SECTIONS };

typedef struct {
    gint32 x0, y0, x1, y1; /* 1/100 pt */
} PackedBox;

/* 64 bits: the lower half first. */
typedef struct {
    guint32 low, high;
} Packed64;

typedef struct {
    guint32 version, index;
    Packed64 width, height, image_hash;
    gint32 rotation, turned, reading, code;
    guint32 reason, label; /* strings */
    guint32 n_strings, counts[N_SECTIONS];
} PackedHead;

/* A word stands mostly on the line of the word before, a blank behind it. Told by what is different, words are
 * much alike, and what is stored of a page of text becomes a third smaller. */
typedef struct {
    guint32 gap, rise, width, height;      /* from the box of the word before: its right edge, its top */
    guint32 skip, length;                  /* bytes from the end of the word before */
    guint32 confidence, font_size;         /* as the bits of a float */
    guint32 marks;                         /* flags, and origin in the upper half */
    guint32 lines;                         /* from the line of the word before */
    gint32 cell;
} PackedWord;

/* Of the word before. All counts wrap. */
typedef struct {
    guint32 right, top, end, line;
} Before;

typedef struct {
    PackedBox box;
    guint32 first_word, n_words, block, number;
} PackedLine;

typedef struct {
    PackedBox box;
    guint32 first_line, n_lines, kind, level;
    gint32 table;
} PackedBlock;

typedef struct {
    PackedBox box;
    guint32 first_row, n_rows, n_columns, ruled, continued;
} PackedTable;

typedef struct {
    PackedBox box;
    guint32 table, first_cell, n_cells, kind, doubt;
} PackedRow;

typedef struct {
    PackedBox box;
    guint32 row, column, columns;
} PackedCell;

typedef struct {
    PackedBox box;
    guint32 width_px, height_px;
    gint32 image_id;
    guint32 recognised;
} PackedPicture;

typedef struct {
    PackedBox box;
    guint32 kind, exemption, n_words_under;
} PackedRedaction;

typedef struct {
    PackedBox box;
    guint32 text, prefix;
    Packed64 number;
    guint32 digits, chosen;
} PackedBates;

typedef struct {
    guint32 name;
    Packed64 value;
} PackedFigure;

#define N_MENTION_STRINGS 12

typedef struct {
    PackedBox box;
    guint32 strings[N_MENTION_STRINGS];
    guint32 quote_start, quote_end, start, end, first_word, n_words, line, evidential, origin;
    Packed64 count, confidence;
    gint32 year, relative_year, to_ice;
} PackedMention;

/* What is being packed: the strings, which come last. */
typedef struct {
    GByteArray *strings;
    guint32 n_strings;
    Before before;
} Packer;

/* What is being unpacked. */
typedef struct {
    EvxPage *page;
    const char **strings;
    guint32 n_strings;
    gboolean broken; /* a string was named that is not there */
    Before before;
} Unpacker;

/* ---- values ----------------------------------------------------------------------------------------- */

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

static Packed64
pack_64 (guint64 bits)
{
    return (Packed64) { (guint32) bits, (guint32) (bits >> 32) };
}

static guint64
unpack_64 (Packed64 p)
{
    return (guint64) p.high << 32 | p.low;
}

static Packed64
pack_double (double value)
{
    guint64 bits;
    memcpy (&bits, &value, sizeof bits);
    return pack_64 (bits);
}

static double
unpack_double (Packed64 p)
{
    guint64 bits = unpack_64 (p);
    double value;
    memcpy (&value, &bits, sizeof value);
    return value;
}

static guint32
pack_string (Packer *packer, const char *string)
{
    if (string == NULL)
        return 0;
    g_byte_array_append (packer->strings, (const guint8 *) string, (guint) strlen (string) + 1);
    return ++packer->n_strings;
}

static const char *
unpack_string (Unpacker *unpacker, guint32 number)
{
    unpacker->broken |= number > unpacker->n_strings;
    return number == 0 || unpacker->broken ? NULL
                                           : evx_page_string (unpacker->page, unpacker->strings[number - 1]);
}

/* ---- one element, there and back ---------------------------------------------------------------- */

static void
pack_word (Packer *packer, const EvxWord *e, PackedWord *p)
{
    Before *before = &packer->before;
    PackedBox box = pack_box (e->box);
    guint32 left = (guint32) box.x0, top = (guint32) box.y0, right = (guint32) box.x1;
    *p = (PackedWord) { left - before->right, top - before->top, right - left, (guint32) box.y1 - top,
                        e->start - before->end, e->length, bits_of (e->confidence), bits_of (e->font_size),
                        e->flags | (guint32) e->origin << 16, e->line - before->line, e->cell };
    *before = (Before) { right, top, e->start + e->length, e->line };
}

static void
unpack_word (Unpacker *unpacker, const PackedWord *p, EvxWord *e)
{
    Before *before = &unpacker->before;
    guint32 left = before->right + p->gap, top = before->top + p->rise, right = left + p->width;
    PackedBox box = { (gint32) left, (gint32) top, (gint32) right, (gint32) (top + p->height) };
    *e = (EvxWord) { before->end + p->skip, p->length, unpack_box (box), float_of (p->confidence),
                     float_of (p->font_size), (guint16) p->marks, (guint16) (p->marks >> 16),
                     before->line + p->lines, p->cell };
    *before = (Before) { right, top, e->start + e->length, e->line };
}

static void
pack_line (G_GNUC_UNUSED Packer *packer, const EvxLine *e, PackedLine *p)
{
    *p = (PackedLine) { pack_box (e->box), e->first_word, e->n_words, e->block, e->number };
}

static void
unpack_line (G_GNUC_UNUSED Unpacker *unpacker, const PackedLine *p, EvxLine *e)
{
    *e = (EvxLine) { unpack_box (p->box), p->first_word, p->n_words, p->block, p->number };
}

static void
pack_block (G_GNUC_UNUSED Packer *packer, const EvxBlock *e, PackedBlock *p)
{
    *p = (PackedBlock) { pack_box (e->box), e->first_line, e->n_lines, e->kind, e->level, e->table };
}

static void
unpack_block (G_GNUC_UNUSED Unpacker *unpacker, const PackedBlock *p, EvxBlock *e)
{
    *e = (EvxBlock) { unpack_box (p->box), p->first_line, p->n_lines, (guint16) p->kind, (guint16) p->level,
                      p->table };
}

static void
pack_table (G_GNUC_UNUSED Packer *packer, const EvxTable *e, PackedTable *p)
{
    *p = (PackedTable) { pack_box (e->box), e->first_row, e->n_rows, e->n_columns, e->ruled, e->continued };
}

static void
unpack_table (G_GNUC_UNUSED Unpacker *unpacker, const PackedTable *p, EvxTable *e)
{
    *e = (EvxTable) { unpack_box (p->box), p->first_row, p->n_rows, p->n_columns, (guint16) p->ruled,
                      (guint16) p->continued };
}

static void
pack_row (G_GNUC_UNUSED Packer *packer, const EvxRow *e, PackedRow *p)
{
    *p = (PackedRow) { pack_box (e->box), e->table, e->first_cell, e->n_cells, e->kind, e->doubt };
}

static void
unpack_row (G_GNUC_UNUSED Unpacker *unpacker, const PackedRow *p, EvxRow *e)
{
    *e = (EvxRow) { unpack_box (p->box), p->table, p->first_cell, p->n_cells, (guint16) p->kind,
                    (guint16) p->doubt };
}

static void
pack_cell (G_GNUC_UNUSED Packer *packer, const EvxCell *e, PackedCell *p)
{
    *p = (PackedCell) { pack_box (e->box), e->row, e->column, e->columns };
}

static void
unpack_cell (G_GNUC_UNUSED Unpacker *unpacker, const PackedCell *p, EvxCell *e)
{
    *e = (EvxCell) { unpack_box (p->box), p->row, (guint16) p->column, (guint16) p->columns };
}

static void
pack_picture (G_GNUC_UNUSED Packer *packer, const EvxPicture *e, PackedPicture *p)
{
    *p = (PackedPicture) { pack_box (e->box), e->width_px, e->height_px, e->image_id, e->recognised };
}

static void
unpack_picture (G_GNUC_UNUSED Unpacker *unpacker, const PackedPicture *p, EvxPicture *e)
{
    *e = (EvxPicture) { unpack_box (p->box), p->width_px, p->height_px, p->image_id, (guint16) p->recognised };
}

static void
pack_redaction (Packer *packer, const EvxRedaction *e, PackedRedaction *p)
{
    *p = (PackedRedaction) { pack_box (e->box), e->kind, pack_string (packer, e->exemption), e->n_words_under };
}

static void
unpack_redaction (Unpacker *unpacker, const PackedRedaction *p, EvxRedaction *e)
{
    *e = (EvxRedaction) { unpack_box (p->box), (guint16) p->kind, unpack_string (unpacker, p->exemption),
                          p->n_words_under };
}

static void
pack_bates (Packer *packer, const EvxBates *e, PackedBates *p)
{
    guint32 text = pack_string (packer, e->text), prefix = pack_string (packer, e->prefix);
    *p = (PackedBates) { pack_box (e->box), text, prefix, pack_64 ((guint64) e->number), e->digits, e->chosen };
}

static void
unpack_bates (Unpacker *unpacker, const PackedBates *p, EvxBates *e)
{
    *e = (EvxBates) { unpack_box (p->box), unpack_string (unpacker, p->text), unpack_string (unpacker, p->prefix),
                      (gint64) unpack_64 (p->number), (guint16) p->digits, (guint16) p->chosen };
}

static void
pack_figure (Packer *packer, const EvxFigure *e, PackedFigure *p)
{
    *p = (PackedFigure) { pack_string (packer, e->name), pack_double (e->value) };
}

static void
unpack_figure (Unpacker *unpacker, const PackedFigure *p, EvxFigure *e)
{
    double value = unpack_double (p->value);
    *e = (EvxFigure) { unpack_string (unpacker, p->name), isfinite (value) ? value : 0 };
}

/* Where a mention keeps its strings. */
static const gsize mention_strings[N_MENTION_STRINGS] = {
    G_STRUCT_OFFSET (EvxMention, kind),    G_STRUCT_OFFSET (EvxMention, sense),
    G_STRUCT_OFFSET (EvxMention, assertion), G_STRUCT_OFFSET (EvxMention, cue),
    G_STRUCT_OFFSET (EvxMention, rule),    G_STRUCT_OFFSET (EvxMention, surface),
    G_STRUCT_OFFSET (EvxMention, quote),   G_STRUCT_OFFSET (EvxMention, period_start),
    G_STRUCT_OFFSET (EvxMention, period_end), G_STRUCT_OFFSET (EvxMention, date),
    G_STRUCT_OFFSET (EvxMention, agency),  G_STRUCT_OFFSET (EvxMention, speaker),
};

static void
pack_mention (Packer *packer, const EvxMention *e, PackedMention *p)
{
    *p = (PackedMention) { .box = pack_box (e->box), .quote_start = e->quote_start, .quote_end = e->quote_end,
                           .start = e->start, .end = e->end, .first_word = e->first_word,
                           .n_words = e->n_words, .line = e->line, .evidential = e->evidential != FALSE,
                           .origin = e->origin, .count = pack_64 ((guint64) e->count),
                           .confidence = pack_double (e->confidence), .year = e->year,
                           .relative_year = e->relative_year, .to_ice = e->to_ice };
    for (guint i = 0; i < N_MENTION_STRINGS; i++)
        p->strings[i] = pack_string (packer, G_STRUCT_MEMBER (const char *, e, mention_strings[i]));
}

static void
unpack_mention (Unpacker *unpacker, const PackedMention *p, EvxMention *e)
{
    *e = (EvxMention) { .box = unpack_box (p->box), .quote_start = p->quote_start, .quote_end = p->quote_end,
                        .start = p->start, .end = p->end, .first_word = p->first_word,
                        .n_words = p->n_words, .line = p->line, .evidential = p->evidential != 0,
                        .origin = (guint16) p->origin, .count = (gint64) unpack_64 (p->count),
                        .confidence = unpack_double (p->confidence), .year = p->year,
                        .relative_year = p->relative_year, .to_ice = p->to_ice };
    for (guint i = 0; i < N_MENTION_STRINGS; i++)
        G_STRUCT_MEMBER (const char *, e, mention_strings[i]) = unpack_string (unpacker, p->strings[i]);
}

/* ---- packing ------------------------------------------------------------------------------------------- */

static PackedHead
pack_head (const EvxPage *page, Packer *packer)
{
    guint32 reason = pack_string (packer, page->reason), label = pack_string (packer, page->label);
    return (PackedHead) { .version = FORMAT_VERSION, .index = page->index, .width = pack_double (page->width),
                          .height = pack_double (page->height), .image_hash = pack_64 (page->image_hash),
                          .rotation = page->rotation, .turned = page->turned,
                          .reading = (gint32) page->reading, .code = page->code, .reason = reason,
                          .label = label };
}

/* Between little-endian words and this machine's; nothing on most. */
static void
turn_words (guint8 *bytes, gsize length)
{
    guint32 *words = (guint32 *) (gpointer) bytes;
    for (gsize i = 0; i < length / sizeof *words; i++)
        words[i] = GUINT32_FROM_LE (words[i]);
}

static guint64
bytes_of_sections (const guint32 *counts)
{
#define SECTION_BYTES(array, Type, Packed, name) +(guint64) counts[SECTION_##name] * sizeof (Packed)
    return 0 SECTIONS (SECTION_BYTES);
}

GBytes *
evx_page_pack (const EvxPage *page)
{
    g_autoptr (GByteArray) strings = g_byte_array_sized_new (page->text->len + 1024);
    Packer packer = { .strings = strings };
    pack_string (&packer, page->text->str);
    PackedHead head = pack_head (page, &packer);
#define COUNT_SECTION(array, Type, Packed, name) head.counts[SECTION_##name] = page->array->len;
    SECTIONS (COUNT_SECTION)
    gsize length = sizeof head + (gsize) bytes_of_sections (head.counts);
    GByteArray *out = g_byte_array_sized_new ((guint) length + strings->len + 1024);
    g_byte_array_set_size (out, (guint) length);
    guint8 *at = out->data + sizeof head;
#define PACK_SECTION(array, Type, Packed, name)                                                    \
    for (guint i = 0; i < page->array->len; i++, at += sizeof (Packed))                            \
        pack_##name (&packer, &g_array_index (page->array, Type, i), (Packed *) (gpointer) at);
    SECTIONS (PACK_SECTION)
    head.n_strings = packer.n_strings;
    memcpy (out->data, &head, sizeof head);
    turn_words (out->data, length);
    g_byte_array_append (out, strings->data, strings->len);
    return g_byte_array_free_to_bytes (out);
}

/* ---- unpacking ---------------------------------------------------------------------------------- */

/* @bytes up to @end must be @unpacker's strings and nothing else. */
static gboolean
take_strings (Unpacker *unpacker, const char *at, const char *end)
{
    if (unpacker->n_strings == 0 || unpacker->n_strings > (gsize) (end - at))
        return FALSE;
    unpacker->strings = g_new (const char *, unpacker->n_strings);
    for (guint32 i = 0; i < unpacker->n_strings; i++) {
        const char *nul = memchr (at, '\0', (gsize) (end - at));
        if (nul == NULL || !g_utf8_validate (at, nul - at, NULL))
            return FALSE;
        unpacker->strings[i] = at;
        at = nul + 1;
    }
    return at == end;
}

static EvxPage *
unpack_head (const PackedHead *head)
{
    double width = unpack_double (head->width), height = unpack_double (head->height);
    if (!isfinite (width) || !isfinite (height) || width < 0 || height < 0 ||
        head->reading < EVX_READING_NONE || head->reading > EVX_READING_FAILED || head->code < EVX_NONE ||
        head->code >= EVX_N_ERRORS)
        return NULL;
    EvxPage *page = evx_page_new (head->index, width, height);
    page->rotation = head->rotation;
    page->turned = head->turned;
    page->reading = (EvxReading) head->reading;
    page->code = head->code;
    page->image_hash = unpack_64 (head->image_hash);
    return page;
}

static void
unpack_body (Unpacker *unpacker, const PackedHead *head, const guint8 *at)
{
    EvxPage *page = unpacker->page;
    g_string_assign (page->text, unpacker->strings[0]);
    page->reason = unpack_string (unpacker, head->reason);
    page->label = unpack_string (unpacker, head->label);
#define UNPACK_SECTION(array, Type, Packed, name)                                                  \
    g_array_set_size (page->array, head->counts[SECTION_##name]);                                  \
    for (guint i = 0; i < page->array->len; i++, at += sizeof (Packed))                            \
        unpack_##name (unpacker, (const Packed *) (gconstpointer) at, &g_array_index (page->array, Type, i));
    SECTIONS (UNPACK_SECTION)
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
    EACH (page->bates, EvxBates, b, b->text != NULL && b->prefix != NULL);
    EACH (page->figures, EvxFigure, f, f->name != NULL);
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

/* @words: the head and the sections. The strings stand up to @end. NULL if all that says nothing that makes
 * sense. */
static EvxPage *
unpack_words (const guint8 *words, const char *strings, const char *end)
{
    const PackedHead *head = (const PackedHead *) (gconstpointer) words;
    Unpacker unpacker = { .n_strings = head->n_strings };
    g_autoptr (EvxPage) page = take_strings (&unpacker, strings, end) ? unpack_head (head) : NULL;
    g_autofree const char **lent = unpacker.strings;
    if (page == NULL)
        return NULL;
    unpacker.page = page;
    unpack_body (&unpacker, head, words + sizeof *head);
    gboolean sound = !unpacker.broken && structure_is_sound (page) && mentions_are_sound (page);
    return sound ? g_steal_pointer (&page) : NULL;
}

/* The bytes of the head and the sections, by the head's counts; 0 if there are not so many. */
static gsize
length_of_words (const guint8 *bytes, gsize size)
{
    PackedHead head;
    if (size < sizeof head)
        return 0;
    memcpy (&head, bytes, sizeof head);
    turn_words ((guint8 *) &head, sizeof head);
    guint64 length = sizeof head + bytes_of_sections (head.counts);
    return head.version == FORMAT_VERSION && length <= size ? (gsize) length : 0;
}

EvxPage *
evx_page_unpack (GBytes *bytes, GError **error)
{
    gsize size = 0;
    const guint8 *data = g_bytes_get_data (bytes, &size);
    gsize length = length_of_words (data, size);
    g_autofree guint8 *words = g_memdup2 (data, length); /* aligned */
    turn_words (words, length);
    EvxPage *page = length > 0 ? unpack_words (words, (const char *) data + length, (const char *) data + size)
                               : NULL;
    if (page == NULL)
        g_set_error_literal (error, EVX_ERROR, EVX_ERROR_PROTOCOL, "the bytes are not a page");
    return page;
}
