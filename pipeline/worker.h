/* The child that reads pages: one document, or a part of a long one, and then it ends. */
#pragma once

#include "pulse.h"
#include "sandbox.h"
#include "stage.h"

G_BEGIN_DECLS

/* What the zygote has ready for every worker. */
typedef struct {
    const EvxStage *const *stages;  /* NULL-terminated; the page stages come first */
    gpointer *selves;               /* parallel to the page stages */
    const char *const *passwords;   /* (nullable) */
    const EvxSandbox *sandbox;
    pid_t zygote;
} EvxWorkshop;

/* Descriptors of a worker. */
enum { EVX_WORKER_DOCUMENT = 3, EVX_WORKER_PIPE = 4, EVX_WORKER_DESCRIPTORS = 5 };

/* Exit status of a worker that could not lock itself in. */
#define EVX_WORKER_NO_SANDBOX 98

/** The number of stages at the head of @stages whose scope is the page; at most 16. */
guint evx_page_stages (const EvxStage *const *stages);

/**
 * evx_worker_run:
 * @document: id, file and size; lent to the stages
 * @pulse:    beats with each stage of a page
 * @has_pdf:  whether descriptor 3 holds the document; otherwise only stored pages are tagged
 *
 * Enters the sandbox, opens the document, serves the frames that come on descriptor 4, and ends the
 * process when there are no more.
 */
void evx_worker_run (const EvxWorkshop *workshop, EvxDocument *document, EvxPulse *pulse,
                     gboolean has_pdf) G_GNUC_NORETURN;

G_END_DECLS
