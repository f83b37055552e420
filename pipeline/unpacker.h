/* Unpacks what holds other files, each container in a sandboxed process of its own. The supervisor
 * believes none of it: sizes and counts are checked again here; names are only text, files are stored
 * under a number. */
#pragma once

#include "options.h"
#include "types.h"

G_BEGIN_DECLS

typedef struct _EvxUnpacker EvxUnpacker;

/**
 * evx_unpacker_new:
 * Forks the process that forks the others: before the index is opened and before any thread.
 *
 * Returns: (transfer full): NULL with EVX_ERROR_SANDBOX_MISSING or EVX_ERROR_INTERNAL.
 */
EvxUnpacker *evx_unpacker_new (const EvxOptions *options, const char *const *passwords, GError **error);
void evx_unpacker_free (EvxUnpacker *unpacker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvxUnpacker, evx_unpacker_free)

/* A file out of a container. */
typedef struct {
    char *name;     /* clean, below what holds it */
    char *path;     /* where its bytes are */
    goffset size;
    guint holder;   /* 0: the container; else the number, from 1, of the member that holds it */
    int code;       /* why it could not be had, or EVX_NONE */
    char *reason;
    int trouble;    /* what is wrong with it as a container, or EVX_NONE */
    char *trouble_reason;
    guint n_held;   /* files right below it */
} EvxMember;

/**
 * evx_unpacker_open:
 * @fd:     the container's bytes (kept by the caller)
 * @folder: made if need be; member N is stored as the file N there
 *
 * Returns: (transfer full) (element-type EvxMember): the container itself as number 0, then its members;
 * NULL with EVX_ERROR_DISK_FULL, EVX_ERROR_OUTPUT_READ_ONLY or EVX_ERROR_INTERNAL.
 */
GPtrArray *evx_unpacker_open (EvxUnpacker *unpacker, int fd, goffset size, const char *folder, GError **error);

G_END_DECLS
