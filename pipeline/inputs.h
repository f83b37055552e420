/* The inputs of a run beside the inputs that the index knows: what is new, what is a duplicate, what is
 * no longer there. Memory grows with the number of paths, not with the pages behind them. */
#pragma once

#include "index/index.h"
#include "intake/intake.h"
#include "unpacker.h"

G_BEGIN_DECLS

typedef struct {
    GPtrArray *list;    /* EvxInput to be looked at, in order; owned */
    GHashTable *known;  /* path -> EvxInput as the index has it; owned */
    GHashTable *files;  /* file -> path: names that are taken */
    GHashTable *owners; /* document id -> path that stands for it */
    GPtrArray *missing; /* EvxInput of `known` that should have been found and was not */
    GHashTable *opened; /* path -> EvxOpened, of what was unpacked; owned */
} EvxInputs;

/* What unpacking an archive or a mailbox gave. */
typedef struct {
    guint n_held; /* files right below it */
    int trouble;  /* or EVX_NONE */
    char *reason;
} EvxOpened;

/** Returns: (transfer full): what the index knows, nothing to be looked at yet. */
EvxInputs *evx_inputs_new (EvxIndex *index, GError **error);
void evx_inputs_free (EvxInputs *inputs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxInputs, evx_inputs_free)

/**
 * evx_inputs_walk:
 * @roots: as the user named them
 * @out:   the folder of the index, which is no input even where it lies below a root
 *
 * Fills `list` and `missing`. An input that the index knows keeps its name.
 */
gboolean evx_inputs_walk (EvxInputs *inputs, const char *const *roots, const char *out,
                          const EvxOptions *options, GError **error);

/** Told before each input that may hold files is opened: @file, the @i-th (from 0) of @n that were found. */
typedef void (*EvxOpeningFunc) (const char *file, guint i, guint n, gpointer user);

/**
 * evx_inputs_unpack:
 * @opens: called often; a large archive takes minutes, an Office file seconds
 *
 * Puts the files inside archives, mailboxes, messages and PDFs, and the PDFs that LibreOffice makes of Office
 * files ("converted.pdf"), into `list`, each behind what holds it, and
 * into `missing` those that are not there any more. What could not be had is in the list as FAILED.
 *
 * Returns: FALSE if the files could not be stored.
 */
gboolean evx_inputs_unpack (EvxInputs *inputs, EvxUnpacker *unpacker, EvxIndex *index,
                            const EvxOptions *options, EvxOpeningFunc opens, gpointer user, GError **error);

/** Fills `list` with what the index knows and is no walk's result: files, not links or folders. */
void evx_inputs_again (EvxInputs *inputs);

/** Returns: TRUE if @path, absolute and without links, is @root, as somebody named it, or lies below it. */
gboolean evx_inputs_below (const char *path, const char *root);

/** Returns: (transfer full). */
EvxInput *evx_input_copy (const EvxInput *input);
void evx_input_free (EvxInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxInput, evx_input_free)

/** TRUE if the index has the row of @input as it is now. */
gboolean evx_inputs_same (const EvxInputs *inputs, const EvxInput *input);

G_END_DECLS
