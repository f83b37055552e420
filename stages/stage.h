/* One step of the pipeline. Exactly one of page, document, collection is set; that is its scope. */
#pragma once

#include "options.h"
#include "pdf/pdf.h"
#include "types.h"

G_BEGIN_DECLS

/* The pages of a finished document, one at a time, so that memory does not grow with the document. */
typedef struct {
    guint n_pages;
    EvxPage *(*load) (gpointer user, guint index, GError **error); /* (transfer full) */
    gboolean (*store) (gpointer user, const EvxPage *page, GError **error); /* a changed page */
    gpointer user;
    gpointer notes; /* (nullable): what the stage's glance() made of the first pages */
} EvxPages;

typedef struct {
    const char *name;           /* the folder, the log domain, the column in the ledger */
    guint version;              /* raise it when the output changes: it is part of the key */
    const char *const *options; /* names of the options that change the output, NULL-terminated */

    /* Once, in the process that forks the workers, before any fork. NULL: no state. */
    gpointer (*open) (const EvxOptions *options, GError **error);
    /* (nullable) (transfer full): hash of the data that open loaded (lexicon, model): in the key. */
    char *(*fingerprint) (gpointer self);
    /* (nullable): in the process that forks the workers, once the supervisor knows that it is ready and again
     * before each fork: loads what open put off, since it takes time, or since no page has needed it yet. */
    void (*prepare) (gpointer self);

    /* In a sandboxed worker. @pdf is NULL where the stage runs on a stored page (tag only). A GError
     * means that this page failed; the run goes on. */
    gboolean (*page) (gpointer self, const EvxDocument *document, EvxPdf *pdf, EvxPage *page,
                      GError **error);
    /* (nullable): in the parent, the first pages of a document in order, each as soon as it stands and
     * while others are read: what document() would else load all pages for. *@notes starts as NULL and
     * belongs to the stage; document() gets it, dismiss() frees it. */
    void (*glance) (gpointer self, gpointer *notes, const EvxPage *page);
    void (*dismiss) (gpointer notes);
    /* In the parent, over stored pages. What it changes on a page (a resolved year, a continued
     * table) it stores back; running it twice changes nothing more. */
    gboolean (*document) (gpointer self, EvxDocument *document, const EvxPages *pages,
                          GError **error);
    /* In the parent, over the index. */
    gboolean (*collection) (gpointer self, EvxCollection *collection, GError **error);

    void (*close) (gpointer self);
} EvxStage;

/* The stages in order, NULL-terminated: page stages, then document, then collection stages. */
extern const EvxStage *const evx_stages[];

/**
 * evx_stage_key:
 * @upstream:    key of what the stage reads: the document id and page, or the key of the stage before
 * @fingerprint: (nullable): what the stage's fingerprint() returned
 *
 * The key of the stage's result: SHA-256 over upstream, name, version, options by name, fingerprint.
 * A result whose stored key is equal need not be computed again.
 *
 * Returns: (transfer full): 32 hex digits.
 */
char *evx_stage_key (const EvxStage *stage, const EvxOptions *options, const char *fingerprint,
                     const char *upstream);

G_END_DECLS
