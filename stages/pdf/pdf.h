/* The one door to poppler (and, for what a content stream paints, to qpdf): open, words, pictures,
 * render. Everything comes out in our coordinates and as our errors. Runs in a sandboxed worker.
 *
 * A document is parsed from memory; it opens no file but the fonts and character maps that poppler
 * itself looks up. Damage that poppler only logs (GLib domain "Poppler") is collected here. */
#pragma once

#include "../image/image.h"
#include "../types.h"

G_BEGIN_DECLS

typedef struct _EvxPdf EvxPdf;

/**
 * evx_pdf_open:
 * @bytes:     the whole file; a reference is kept
 * @passwords: (nullable): tried in order after the empty one, NULL-terminated
 *
 * What is an image or text is laid on pages first (paper.h); its errors come as they are.
 * Repairs what it can: junk before the header, a missing or wrong cross-reference table.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_DAMAGED, _PASSWORD, _ENCRYPTION_UNSUPPORTED, or
 * _PAGE_TREE for a file without a page.
 */
EvxPdf *evx_pdf_open (GBytes *bytes, const char *const *passwords, GError **error);
void evx_pdf_close (EvxPdf *pdf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxPdf, evx_pdf_close)

/**
 * evx_pdf_prepare:
 * Opens and reads a page of our own. While it is open, what the libraries load for the first document
 * stands ready, here and in processes that are forked from here: 1.5 ms less for each.
 *
 * Returns: (transfer full): to be kept open; NULL if it cannot be read, which costs time alone.
 */
EvxPdf *evx_pdf_prepare (void);

/** Of poppler, "22.12.0". */
const char *evx_pdf_library_version (void);

/** The number of pages the document says it has, >= 1. */
guint evx_pdf_n_pages (const EvxPdf *pdf);

/** TRUE if opening needed a repair; @how says which (lent, may be NULL). */
gboolean evx_pdf_repaired (const EvxPdf *pdf, const char **how);

/** TRUE if the file ends in the middle of an object: what is there was recovered, the rest is missing. */
gboolean evx_pdf_cut_short (const EvxPdf *pdf);

/**
 * evx_pdf_page:
 * Returns: (transfer full): a new page with size, rotation and label set and nothing on it; NULL with
 * EVX_ERROR_PAGE_TREE if the page cannot be found, _PAGE_DAMAGED if it has no usable size.
 */
EvxPage *evx_pdf_page (EvxPdf *pdf, guint index, GError **error);

/**
 * evx_pdf_words:
 * Appends the words of the text layer to @page: poppler's raw order, boxes, font size, bold, italic,
 * hidden, what is filled into form fields, free text notes, and check boxes and radio buttons as words
 * "[x]" and "[]" (a word holds no blank) with their flags. Notes on the page (PAGE_DAMAGED) text that
 * cannot be had: codes without characters, a font that the file lacks, more than a page can hold.
 *
 * Returns: FALSE with EVX_ERROR_PAGE_DAMAGED if poppler reported damage and gave nothing.
 */
gboolean evx_pdf_words (EvxPdf *pdf, EvxPage *page, GError **error);

/** Letters that the page shows where none of its words stands: of fonts that do not say which characters they show. */
guint evx_pdf_unread (EvxPdf *pdf, const EvxPage *page);

/** Appends what pictures the page draws to @page->pictures, and notes on the page if there are more than can
 * be kept. Cheap: decodes nothing. */
void evx_pdf_pictures (EvxPdf *pdf, EvxPage *page);

/**
 * evx_pdf_check_pictures:
 * Looks at the pictures that show on 2 % of @page or more, and notes on the page if one is known to lack some of
 * its data (EVX_ERROR_IMAGE_DAMAGED), has a side that cannot be drawn (the same), or more pixels than there is
 * memory for (_PAGE_MEMORY): of none of these a rendering tells. Reads the data.
 *
 * Returns: FALSE if it noted something; evx_pdf_complaints tells of further damage once the page was rendered.
 */
gboolean evx_pdf_check_pictures (EvxPdf *pdf, EvxPage *page);

/* A filled box in the page's drawing, in painting order among the words. */
typedef struct {
    EvxBox box;
    float gray;            /* luminance of the fill, 0 black .. 1 white */
    guint32 words_before;  /* glyphs painted before the box: text it may cover */
    gboolean annotation;   /* a redaction annotation that was not applied */
    gboolean opaque;       /* nothing shows through */
} EvxFill;

/* Of a word and what covers its place, by the order of painting. */
typedef enum {
    EVX_ORDER_UNKNOWN, /* no glyphs stand there, or glyphs of both kinds that cannot be told apart */
    EVX_ORDER_BEFORE,
    EVX_ORDER_AFTER
} EvxOrder;

/* What the content stream paints, as far as reading needs it. */
typedef struct {
    GArray *rules;         /* EvxRule: thin lines and thin filled boxes */
    GArray *fills;         /* EvxFill */
    guint visible_glyphs;  /* glyphs shown in a visible render mode */
    guint hidden_glyphs;   /* glyphs in render mode 3 */
    guint unmapped_fonts;  /* fonts in use without a usable map to Unicode */
    guint unmapped_glyphs; /* glyphs shown in those fonts */
} EvxPainting;

/**
 * evx_pdf_painting:
 * Returns: (transfer full): never NULL; empty where the content cannot be read.
 * Source: ISO 32000-1, 8.2 (graphics objects), 9.3.6 (text rendering mode).
 */
EvxPainting *evx_pdf_painting (EvxPdf *pdf, const EvxPage *page);
void evx_painting_free (EvxPainting *painting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxPainting, evx_painting_free)

/**
 * evx_pdf_order:
 * @word: box of a word
 * @fill: of the page's painting
 *
 * Whether the word was painted before the box. Which of the glyphs shown at this place are the word's is told by their
 * height: what stands on a box is mostly set smaller than what lies under it.
 */
EvxOrder evx_pdf_order (EvxPdf *pdf, const EvxPage *page, EvxBox word, const EvxFill *fill);

/**
 * evx_pdf_is_seen:
 * @word: box of a word
 * @fill: index of a box among the page's fills
 *
 * Whether it is sure, without drawing the page, that the word shows on the box: glyphs in an ink unlike the box were
 * shown there after it, and nothing else since.
 */
gboolean evx_pdf_is_seen (EvxPdf *pdf, const EvxPage *page, EvxBox word, guint fill);

/**
 * evx_pdf_render:
 * @clip: (nullable): part of the page in pt; NULL = all of it
 * @dpi:  > 0
 *
 * Returns: (transfer full): 8-bit gray image of the page as displayed (or the clip), white ground;
 * NULL with EVX_ERROR_PAGE_DAMAGED.
 */
PIX *evx_pdf_render (EvxPdf *pdf, guint page, const EvxBox *clip, double dpi, GError **error);

/** The same in 32-bit colour, for people to look at. */
PIX *evx_pdf_render_colour (EvxPdf *pdf, guint page, double dpi, GError **error);

/**
 * evx_pdf_image:
 * @picture: one of the page's pictures
 *
 * Returns: (transfer full): the picture at its own resolution as 8-bit gray (or 1 bit where stored so),
 * turned and mirrored as the page shows it; NULL with EVX_ERROR_IMAGE_DAMAGED.
 */
PIX *evx_pdf_image (EvxPdf *pdf, guint page, const EvxPicture *picture, GError **error);

/* @name is UTF-8, as the document has it; may be empty. @bytes is NULL where they cannot be read. FALSE ends. */
typedef gboolean (*EvxPdfFileFunc) (const char *name, GBytes *bytes, gpointer user);

/** Calls @each for each file that is attached to the document (a portfolio's files too), in the order of
 * their names in the document, then for each that is attached to a place on a page, by page. A file of the same
 * name and content is given once. Returns: FALSE if @each did. Source: ISO 32000-1, 7.11.4, 12.5.6.15. */
gboolean evx_pdf_files (EvxPdf *pdf, EvxPdfFileFunc each, gpointer user);

/** Highlight annotations on the page; 0 for a page that cannot be found. */
guint evx_pdf_n_highlights (EvxPdf *pdf, guint page);

/** Messages about damage that poppler logged since the last call, and the first of them (lent). */
guint evx_pdf_complaints (EvxPdf *pdf, const char **first);

G_END_DECLS
