/* One PDF from pages of many: a linked cover, original page content (never rasterised), real highlight
 * annotations, labels and stamps beside what stands on the page and never over it, outlines. By libqpdf;
 * the cover by cairo and pango. */
#pragma once

#include "../pdf/pdf.h"

G_BEGIN_DECLS

/* A passage to highlight: one box a line of text, on the page as displayed. */
typedef struct {
    EvxBox box;
    const char *note; /* shown when the highlight is pointed at */
} EvxBinderMark;

/* A row of the cover: what the page says, and where. */
typedef struct {
    const char *where; /* a line or two: "p. 3, l. 14", and the Bates number */
    const char *quote;
} EvxBinderPassage;

typedef struct {
    guint page;       /* 0-based, in its source */
    GArray *marks;    /* EvxBinderMark */
    GArray *passages; /* EvxBinderPassage, in the order of the page */
} EvxBinderPage;

typedef struct {
    const char *label; /* "Exhibit 1" */
    const char *file;  /* printable name of the source */
    GBytes *bytes;     /* the source */
    GArray *pages;     /* EvxBinderPage, in page order */
} EvxBinderExhibit;

typedef struct {
    const char *title;        /* of the cover */
    const char *stamp_prefix; /* (nullable): new Bates numbers, e.g. "PLF-" */
    gint64 stamp_start;
    guint stamp_digits;
} EvxBinderStyle;

/* Where a source page came to stand. */
typedef struct {
    guint exhibit, page; /* index of the exhibit; 0-based page of its source */
    guint binder_page;   /* 0-based page of the binder */
    char *label;         /* what was printed on it, e.g. "Exhibit 1, p. 3 of 12" */
    char *stamp;         /* (nullable): the new Bates number */
    EvxBox label_box;    /* on the binder page as displayed */
    gboolean extended;   /* no free place: a strip was added below the page */
} EvxBinderPlace;

void evx_binder_page_clear (gpointer page);
void evx_binder_place_clear (gpointer place);

/**
 * evx_binder_make:
 * @exhibits: (element-type EvxBinderExhibit)
 * @places:   (out) (transfer full) (element-type EvxBinderPlace): in binder order
 *
 * The same exhibits give the same bytes.
 *
 * Returns: (transfer full): the binder; NULL with EVX_ERROR_PASSWORD (an encrypted source: refused by
 * name), EVX_ERROR_DAMAGED, EVX_ERROR_PAGE_TREE (no such page), or EVX_ERROR_USAGE (a stamp number too
 * long for its digits).
 * Source: ISO 32000-1, 12.5.6.10 (text markup annotations), 12.3.3 (outlines).
 */
GBytes *evx_binder_make (GPtrArray *exhibits, const EvxBinderStyle *style, GArray **places,
                         GError **error);

/**
 * evx_binder_check:
 * Reads the binder again, with poppler: each label and stamp must stand where its place says, each
 * marked page must carry its highlights, and the words under each mark must be those of the source.
 *
 * Returns: FALSE with EVX_ERROR_INTERNAL naming the first page that does not hold.
 */
gboolean evx_binder_check (GBytes *binder, GPtrArray *exhibits, const GArray *places, GError **error);

G_END_DECLS
