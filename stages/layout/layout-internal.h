/* What the files of this folder share: the page cut into chunks of words, and the painting, asked for
 * once and only when somebody needs it. */
#pragma once

#include "layout.h"

G_BEGIN_DECLS

/* Words that stand beside each other with no wide gap between them. Coordinates are pt with the skew
 * of a scan taken out; they decide, but never leave this folder. */
typedef struct {
    float x0, y0, x1, y1;
    guint32 first, n; /* its words: layout->order[first .. first + n), left to right */
    guint32 row;      /* chunks at one height share a row; rows count from the top */
} EvxChunk;

/* A word's place, skew taken out: the page turned by the slope of its lines. */
typedef struct {
    float x0, y0, x1, y1;
} EvxPlace;

/* Words that follow each other in the order they came and stand side by side. */
typedef struct {
    EvxPlace box;
    guint32 first, n; /* in layout->order */
    guint32 row;
} EvxRun;

/* A grid of printed rules: cells lie between xs[c] and xs[c + 1], ys[r] and ys[r + 1]. */
typedef struct {
    EvxPlace box;
    guint n_xs, n_ys;
    float *xs, *ys;
    guint8 *walls; /* for cell r * (n_xs - 1) + c: EVX_WALL_RIGHT, EVX_WALL_BELOW */
    guint words;   /* that lie in it */
    gboolean headed; /* its first row is a head on dark ground, which may have several rows */
} EvxGrid;

enum { EVX_WALL_RIGHT = 1, EVX_WALL_BELOW = 2 };
enum { EVX_GRID_LINES = 400 }; /* of a grid in one direction, at most */

/* A table before it is written: the cells of its rows, by row and from left to right. */
typedef struct {
    guint row, column, columns;
    GArray *words; /* guint32: words as they came, in reading order */
    EvxPlace box;  /* of the words, or of the grid */
    guint lines;   /* rows of the page that the words take */
} EvxDraftCell;

typedef struct {
    guint n_rows, n_columns;
    gboolean ruled;
    GArray *cells;  /* EvxDraftCell */
    guint8 *kinds;  /* EvxRowKind of each row */
    guint8 *doubts; /* EvxDoubt of each row */
} EvxDraft;

typedef struct {
    EvxPage *page;
    EvxPdf *pdf;           /* (nullable) */
    EvxPainting *painting; /* (nullable): see evx_layout_painting */
    EvxPlace *places;      /* one a word of the page as it came */
    guint32 *order;        /* words of the chunks */
    guint n_order;
    GArray *chunks;        /* EvxChunk, by row and from left to right */
    guint n_rows;
    GArray *turned;        /* guint32: words that run up or down */
    guint32 *numbers;      /* line number printed beside each row, or 0; NULL if there are none */
    float size;            /* usual height of a word, pt */
    float type;            /* usual size of its type, pt (the same where the size is not known) */
    float space;           /* usual gap between two words, pt */
    double slope;          /* of the text lines of a scan, y over x */
    GArray *grids;         /* EvxGrid */
    gint32 *grid_of;       /* grid that each chunk lies in, or EVX_NONE; NULL without grids */
    GArray *plots;         /* (nullable): see evx_layout_plots */
    GArray *level_rules;   /* (nullable): see evx_layout_level_rules */

    /* what is written: words as they came, in reading order; see evx_layout_write */
    guint32 *out;
    guint8 *written;       /* per word: it is in `out` */
    guint n_out;
    gint32 *cells; /* cell of each word as it came */
} EvxLayout;

EvxLayout *evx_layout_new (EvxPage *page, EvxPdf *pdf);
void evx_layout_free (EvxLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxLayout, evx_layout_free)

static inline const EvxChunk *
evx_layout_chunk (const EvxLayout *layout, guint32 i)
{
    return &g_array_index (layout->chunks, EvxChunk, i);
}

static inline const EvxWord *
evx_layout_word (const EvxLayout *layout, guint32 i)
{
    return &g_array_index (layout->page->words, EvxWord, i);
}

/* Bytes of a word; not NUL-terminated. */
static inline const char *
evx_layout_text (const EvxLayout *layout, guint32 i)
{
    return layout->page->text->str + evx_layout_word (layout, i)->start;
}

/* The grid that chunk @i lies in, or EVX_NONE. */
static inline gint32
evx_layout_grid_of (const EvxLayout *layout, guint32 i)
{
    return layout->grid_of != NULL ? layout->grid_of[i] : EVX_NONE;
}

/* Where the row begins, among the chunks @ids[0 .. n), that ends before @end, > 0. */
static inline guint
evx_layout_row_start (const EvxLayout *layout, const guint32 *ids, guint end)
{
    guint at = end - 1;
    while (at > 0 && evx_layout_chunk (layout, ids[at - 1])->row == evx_layout_chunk (layout, ids[end - 1])->row)
        at--;
    return at;
}

/* Where the row ends, among the chunks @ids[0 .. n), that begins at @at. */
static inline guint
evx_layout_row_end (const EvxLayout *layout, const guint32 *ids, guint n, guint at)
{
    guint32 row = evx_layout_chunk (layout, ids[at])->row;
    while (at < n && evx_layout_chunk (layout, ids[at])->row == row)
        at++;
    return at;
}

/**
 * evx_layout_painting:
 * Returns: (transfer none) (nullable): rules and fills of the page's own drawing; NULL without a PDF.
 * The first call may be expensive.
 */
const EvxPainting *evx_layout_painting (EvxLayout *layout);

/* lies.c: degrees clockwise that the page has to be turned so that its born-digital text stands upright: 0, 90 or 270. */
int evx_layout_turn_of (const EvxPage *page);

/* lines.c: words into chunks and rows; takes printed line numbers out. */
void evx_layout_find_lines (EvxLayout *layout);
/* Size of the type of word @i, pt; on a scan no more than its ink bears out. */
float evx_layout_type (const EvxLayout *layout, guint32 i);

/* skew.c: slope of the lines of a scan, whose usual type is @type pt, by @runs (EvxRun); 0 for other pages. */
double evx_layout_slope (const EvxLayout *layout, const GArray *runs, float type);
/* A box of the page where the skew is taken out, and back: by the place of its middle, its size is kept. */
EvxPlace evx_layout_straight (const EvxLayout *layout, EvxBox box);
EvxBox evx_layout_leaning (const EvxLayout *layout, const EvxPlace *place);

/* strokes.c: thin strokes at half the height of a recognised line become dashes. */
void evx_layout_mend_strokes (EvxLayout *layout);

/* order.c: cuts the page into columns, tables and the text between them, in reading order. */
void evx_layout_read (EvxLayout *layout);

/* grid.c: grids of the printed rules, and which chunks lie in them. */
void evx_layout_find_grids (EvxLayout *layout);
void evx_grid_clear (EvxGrid *grid);
/* grid-columns.c: rules may part some columns only: one in which the text of @ids[0 .. n) stands in columns is parted too. */
void evx_grid_part_columns (const EvxLayout *layout, EvxGrid *grid, const guint32 *ids, guint n);
/* grid-cells.c (transfer full): the table of the grid's chunks @ids[0 .. n), or NULL if they make none. */
EvxDraft *evx_layout_grid_table (EvxLayout *layout, guint grid, const guint32 *ids, guint n);

/* tables.c: the first table without a grid in the region; it takes @ids[*from .. *to).
 * Returns: (transfer full): NULL if there is none. */
EvxDraft *evx_layout_find_table (EvxLayout *layout, const guint32 *ids, guint n, guint *from, guint *to);

/* rules.c: (transfer none) (element-type EvxPlace): the printed rules across the page, skew taken out, by height; many
 * are pieces of one. */
const GArray *evx_layout_level_rules (EvxLayout *layout);
/* rules.c: where the pieces end that stand at the height of piece @i, from there on. */
guint evx_layout_rule_end (const GArray *pieces, guint i);
/* rules.c: whether the pieces of a rule go on across @x, or end so close to each other there that they are one. */
gboolean evx_layout_goes_across (const EvxLayout *layout, const EvxPlace *rule, guint n, float x);
/* rules.c: whether rules go on across @x between the heights, several and close to each other, with some of the chunks
 * @ids[0 .. n) on both sides of @x between each two: those of a table's rows. A dark bar across columns shows rules too. */
gboolean evx_layout_is_ruled_across (EvxLayout *layout, const guint32 *ids, guint n, float x, float y0, float y1);
/* rules.c: how much of the extent's width the pieces of a rule cover, pt. */
float evx_layout_covered (const EvxPlace *extent, const EvxPlace *rule, guint n);

/* axis.c: (transfer none) (element-type EvxPlace): charts, by the ticks of their upright axes: each with the ticks and
 * the names below. */
const GArray *evx_layout_plots (EvxLayout *layout);
/* axis.c: whether what looks like a table is a chart. */
gboolean evx_layout_is_chart (EvxLayout *layout, const EvxDraft *draft);

/* rows.c: drafts, and how they are written. */
EvxDraft *evx_draft_new (guint n_rows, guint n_columns, gboolean ruled);
void evx_draft_free (EvxDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxDraft, evx_draft_free)
/* Cells by row and from left to right. */
void evx_draft_sort (EvxDraft *draft);
/* Whether enough rows have several cells: a chart has grid lines too, but beside them one number each. */
gboolean evx_draft_has_rows (const EvxDraft *draft);
/* Whether the words read as a figure: digits with signs, or a mark for none. */
gboolean evx_layout_is_figure (const EvxLayout *layout, const guint32 *words, guint n);
gboolean evx_layout_is_year (const EvxLayout *layout, guint32 word); /* 19.. or 20.. */
/* Whether the word is a number in digits alone, 9999 at most. */
gboolean evx_layout_is_number (const EvxLayout *layout, guint32 word, guint64 *number);
/* Whether it begins with a small letter: it goes on with what stands before it. */
gboolean evx_layout_begins_low (const EvxLayout *layout, guint32 word);
/* Whether both say the same, letter by letter. */
gboolean evx_layout_is_same (const EvxLayout *layout, guint32 a, guint32 b);
gboolean evx_layout_is_speck (const EvxLayout *layout, guint32 word);
/* Whether recognition read one sign, no digit: of bullets it makes "e", "o", a cent and the like. */
gboolean evx_layout_is_lone_sign (const EvxLayout *layout, guint32 word);
/* Whether the words begin as the title of a table does ("Table 2.", "Exhibit B:"), or as a note below it. */
gboolean evx_layout_is_caption (const EvxLayout *layout, const guint32 *words, guint n);
/* Whether they begin as that of a picture does ("Figure 2."). */
gboolean evx_layout_is_picture_caption (const EvxLayout *layout, const guint32 *words, guint n);
gboolean evx_layout_is_note (const EvxLayout *layout, const guint32 *words, guint n);
/* Finds heads and totals, writes rows, cells and lines, and closes a block. */
void evx_layout_write_table (EvxLayout *layout, EvxDraft *draft);

/* blocks.c: whether an item of a list begins with this word: a bullet, or a label like "1." and "(a)". */
gboolean evx_layout_is_bullet (const EvxLayout *layout, guint32 word);
gboolean evx_layout_is_label (const EvxLayout *layout, guint32 word);

/* blocks.c: writes the chunks @ids[0 .. n), one column by row and from left to right, as blocks. */
void evx_layout_write_column (EvxLayout *layout, const guint32 *ids, guint n);

/* blocks.c: writes each row of chunks as a line of one block of this kind. */
void evx_layout_write_block (EvxLayout *layout, const guint32 *ids, guint n, EvxBlockKind kind);

/* redactions.c: boxes that hide text; marks the words under them and the rows of tables they cross. */
void evx_layout_find_redactions (EvxLayout *layout);

/* bates.c */
void evx_layout_find_bates (EvxLayout *layout);

/* layout.c: appends a line of words (as they came) to the page (@row: of its chunks, or
 * G_MAXUINT32 for none), and closes a block over the lines
 * since the last one; a block without lines is not made. */
void evx_layout_write_line (EvxLayout *layout, const guint32 *words, guint n, guint32 row);
void evx_layout_close_block (EvxLayout *layout, EvxBlockKind kind, guint level, gint32 table);

G_END_DECLS
